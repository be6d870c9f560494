"""Standing duties: what an agency owes as such is no breach of one of its cases."""

from __future__ import annotations

from datetime import date

import pytest

from aigovkit.answers import Attention, DutyStatus, Outcome, Status
from aigovkit.authoring import (
    ALWAYS,
    Attested,
    BooleanParameter,
    Entry,
    Force,
    Policy,
    Source,
    obligation,
    part,
    policy,
    requirement,
    review,
)
from aigovkit.errors import PolicyError
from aigovkit.models import Agency, AgencyFile, Attestation, Case, Use
from aigovkit.rules.effects import effects

ORDER = Source("Order", issuer="Ruritania", effective=date(2024, 3, 1), link="https://law.example")
AS_OF = date(2026, 7, 1)
BOARD = requirement(
    "R-1",
    ORDER.at("1"),
    "Found a board.",
    bearer="the city",
    when=ALWAYS,
    gate=Use.began.happened(),
    standing=True,
)
TELL = requirement("R-2", ORDER.at("2"), "Tell people.", bearer="the user", when=Use.tracks_individuals)
RUNNING = Case(use=Use(tracks_individuals=True, began=date(2026, 1, 7)))


def made(*entries: Entry) -> Policy:
    """A policy of some rules."""
    return policy("rur/order", ORDER, time_zone="Europe/Berlin", entries=entries)


BOTH = made(BOARD, TELL)


@pytest.mark.parametrize(
    ("met", "status", "stands"),
    [
        (None, Status.UNDETERMINED, DutyStatus.UNKNOWN),
        (False, Status.OPEN, DutyStatus.UNMET),
        (True, Status.SATISFIED, DutyStatus.MET),
    ],
)
def test_a_standing_duty_is_no_breach_of_the_case(
    met: bool | None, status: Status, stands: DutyStatus
) -> None:
    """Undone, unknown or done, it changes no outcome, counts for no attention and is not asked."""
    case = RUNNING.with_answer("attestations.R-1", met).with_answer("attestations.R-2", True)
    result = BOTH.evaluate(case, as_of=AS_OF)
    assert (Outcome.NO_OBJECTION, Attention(0, 0)) == (result.outcome, result.attention)
    assert () == result.questions == result.alternatives
    assert status is result.finding("R-1").status
    (board, tell) = result.duties
    assert (stands, True, False) == (board.status, board.standing, tell.standing)
    assert [True, False] == [duty["standing"] for duty in result.to_dict()["duties"]]


def test_the_same_duty_of_the_case_is_a_breach() -> None:
    """What makes the difference is that the duty is a standing one."""
    bound = requirement(
        "R-1", ORDER.at("1"), "Found a board.", bearer="x", when=ALWAYS, gate=Use.began.happened()
    )
    result = made(bound).evaluate(RUNNING.with_answer("attestations.R-1", False), as_of=AS_OF)
    assert (Outcome.CONDITIONAL, Attention(0, 1)) == (result.outcome, result.attention)
    assert Status.VIOLATED is result.finding("R-1").status


def test_an_agency_file_tells_where_it_stands() -> None:
    """With an agency file the duty is met, or not; its question belongs to the file."""
    bare = BOTH.evaluate(RUNNING, as_of=AS_OF)
    assert ["attestations.R-2"] == [question.fact for question in bare.questions]
    (asked,) = bare.agency_questions
    assert ("attestations.R-1", "Is this done? Found a board.") == (asked.fact, asked.prompt)
    assert ["attestations.R-1"] == [one["fact"] for one in bare.to_dict()["agency_questions"]]
    file = AgencyFile(attestations={"R-1": Attestation(met=True, on=date(2025, 3, 2))})
    known = BOTH.evaluate(RUNNING, as_of=AS_OF, agency_file=file)
    assert (DutyStatus.MET, ()) == (known.duties[0].status, known.agency_questions)
    assert known.outcome is bare.outcome


def test_what_the_agency_owes_stands_apart() -> None:
    """The page has it under a heading of its own, and not under what is to do in this case."""
    undone = BOTH.evaluate(RUNNING.with_answer("attestations.R-1", False), as_of=AS_OF).summary(width=200)
    to_do, _, owed = undone.partition("What the agency owes\n")
    assert "Found a board." in owed
    assert "Found a board." not in to_do
    unknown = BOTH.evaluate(RUNNING, as_of=AS_OF).summary(width=200)
    assert (
        "not known whether done:\n     R-1: Found a board." in unknown.partition("What the agency owes\n")[2]
    )
    done = BOTH.evaluate(RUNNING.with_answer("attestations.R-1", True), as_of=AS_OF).summary(width=200)
    assert "+  Done:\n     R-1: Found a board.\n" in done.partition("What the agency owes\n")[2]
    assert "What the agency owes" not in made(TELL).evaluate(RUNNING, as_of=AS_OF).summary()


def test_every_kind_of_duty_may_be_a_standing_one() -> None:
    """An obligation, a review or a requirement of the agency as such does nothing to an outcome."""
    for build in (obligation, review, requirement):
        rule = build("R-3", ORDER.at("3"), "Do it.", bearer="the city", when=ALWAYS, standing=True)
        assert () == effects(rule)
        result = made(rule).evaluate(Case(attestations={"R-3": Attestation(met=False)}), as_of=AS_OF)
        assert (Outcome.NO_OBJECTION, ()) == (result.outcome, result.questions)


def test_what_may_bind_is_no_breach_either() -> None:
    """A standing duty that somebody may yet adopt is open whether or not it is adopted."""
    adopted = BooleanParameter("adopted", "Is it adopted?")
    rule = obligation(
        "R-3",
        ORDER.at("3"),
        "Do it.",
        bearer="the city",
        gate=ALWAYS,
        force=Force.RECOMMENDED,
        promoted_by=adopted,
        standing=True,
    )
    case = Case(attestations={"R-3": Attestation(met=False)})
    for one in (made(rule), made(rule).given(adopted=True)):
        finding = one.evaluate(case, as_of=AS_OF).finding("R-3")
        assert (Status.OPEN, ()) == (finding.status, finding.unknown)


def test_another_rule_may_hang_on_it() -> None:
    """What hangs on a standing duty is a matter of the case, and then it is asked in the case."""
    needs = requirement(
        "R-4", ORDER.at("4"), "Ask the board.", bearer="the user", when=Attested("R-1"), gate=ALWAYS
    )
    result = made(BOARD, needs).evaluate(RUNNING, as_of=AS_OF)
    assert "attestations.R-1" in [question.fact for question in result.questions]


def test_a_part_states_it_for_its_duties() -> None:
    """In a part all duties are standing ones, those apart that say otherwise; other rules are as they are."""
    city = part(ORDER, "5", bearer="the city", standing=True)
    first = city.obligation("R-5-1", "(1)", "Name an officer.")
    second = city.review("R-5-2", "(2)", "Decide.", when=ALWAYS, standing=False)
    third = city.prohibition("R-5-3", "(3)", "No.", when=Use.tracks_individuals)
    assert (True, False) == (first.standing, second.standing)
    assert not city.but(standing=False).obligation("R-5-4", "(4)", "Name a clerk.").standing
    assert 3 == len(made(first, second, third).rules)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"standing": True, "lawful_use": True, "gate": ALWAYS}, "no condition of use"),
        ({"standing": True, "each": Case.incidents}, "speaks of no record of the case"),
        ({"standing": "yes"}, "`standing` takes"),
    ],
)
def test_what_a_standing_duty_cannot_be_is_refused(options: dict[str, object], told: str) -> None:
    """A standing duty is no condition of lawful use, and speaks of no record."""
    with pytest.raises(PolicyError, match=told):
        requirement("R-1", ORDER.at("1"), "Do it.", bearer="the city", when=ALWAYS, **options)  # type: ignore[arg-type]


def test_the_agency_is_asked_about_by_several_policies() -> None:
    """Together, policies ask for what belongs in the file once, with the provisions of each."""
    where = Agency.place.within("rur")
    asked = obligation("S-1", ORDER.at("1"), "Do it.", bearer="the city", when=where, standing=True)
    other = policy("rur/other", ORDER, time_zone="Europe/Berlin", entries=[asked])
    third = policy("rur/third", ORDER, time_zone="Europe/Berlin", entries=[BOARD])
    joint = (BOTH & other & third).evaluate(RUNNING, as_of=AS_OF)
    found = {question.fact: question.provisions for question in joint.agency_questions}
    assert {
        "attestations.R-1": ("R-1", "R-1"),
        "agency.place": ("S-1",),
        "attestations.S-1": ("S-1",),
    } == found
    assert [*found] == [one["fact"] for one in joint.to_dict()["agency_questions"]]
