"""Duties: a state for each addressee, and what a duty has to come before."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from small_policies import small
from strategies import ORDER

from aigovkit.answers import Attention, DutyStatus, Outcome, Status
from aigovkit.citations import Force
from aigovkit.errors import PolicyError
from aigovkit.evaluation import Evaluation
from aigovkit.language.nodes import ALWAYS, AttestedOn
from aigovkit.models import Attestation, Case, Incident, Safeguards, Use
from aigovkit.periods import Occurrence
from aigovkit.rules import Deadline, obligation, requirement, review

NEVER = Occurrence.NEVER
PACIFIC = ZoneInfo("America/Los_Angeles")
FOUND = datetime(2026, 3, 2, 9, tzinfo=PACIFIC)
IN_TIME, LATE = datetime(2026, 3, 2, 12, tzinfo=PACIFIC), datetime(2026, 3, 4, 9, tzinfo=PACIFIC)

TELL = obligation(
    "TELL",
    ORDER.at("6"),
    "Tell of the harm within 24 hours.",
    bearer="the agency",
    each=Case.incidents,
    when=Incident.caused_harm,
    addressees={
        "the supervisor": Incident.told_supervisor,
        "the clerk": Incident.told_privacy_officer,
    },
    due=Deadline(Incident.discovered.plus("PT24H")),
)


def told(**facts: Any) -> Evaluation:
    """What is said of one incident, two days after it was found."""
    incident = Incident(caused_harm=True, discovered=FOUND, **facts)
    return small(TELL).evaluate(Case(incidents=[incident]), as_of=date(2026, 3, 4))


def states(evaluation: Evaluation) -> list[tuple[str, str]]:
    """The addressees of its duties, and where each stands."""
    return [(duty.addressee, str(duty.status)) for duty in evaluation.duties]


@pytest.mark.parametrize(
    ("supervisor", "clerk", "of_each", "whole"),
    [
        (IN_TIME, IN_TIME, ("met", "met"), Status.SATISFIED),
        (LATE, None, ("met_late", "unknown"), Status.VIOLATED),
        (IN_TIME, None, ("met", "unknown"), Status.UNDETERMINED),
        (NEVER, IN_TIME, ("overdue", "met"), Status.VIOLATED),
        (None, None, ("unknown", "unknown"), Status.UNDETERMINED),
    ],
)
def test_a_duty_has_a_state_for_each_addressee(supervisor: Any, clerk: Any, of_each: Any, whole: Any) -> None:
    """Each is told in time, late, not at all, or it is not known; what fails towards one, fails."""
    result = told(told_supervisor=supervisor, told_privacy_officer=clerk)
    assert list(zip(("the supervisor", "the clerk"), of_each, strict=True)) == states(result)
    assert whole == result.finding("TELL").status


def test_what_was_done_late_towards_one_is_not_called_undone() -> None:
    """Nobody is overdue where one was told late and of the other nothing is known."""
    assert not told(told_supervisor=LATE).attention


def test_a_duty_owed_to_several_counts_once() -> None:
    """One duty that was done towards nobody is one duty overdue."""
    assert 1 == told(told_supervisor=NEVER, told_privacy_officer=NEVER).attention.overdue


def test_each_addressee_is_named_where_a_person_reads() -> None:
    """The page and the JSON say towards whom a duty stands how."""
    result = told(told_supervisor=LATE)
    page = " ".join(str(result).split())
    assert "to the supervisor · due 3 March 2026 at 09:00 PST · done late" in page
    assert "to the clerk · due 3 March 2026 at 09:00 PST · not known whether done" in page
    assert ["the supervisor", "the clerk"] == [duty["addressee"] for duty in result.to_dict()["duties"]]


def test_whoever_is_not_known_to_be_told_is_asked_about() -> None:
    """The question is about the addressee of whom nothing is known."""
    asked = told(told_supervisor=IN_TIME).questions_about("TELL")
    assert ["incidents[0].told_privacy_officer"] == [question.fact for question in asked]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"addressees": {"the clerk": True}}, "`addressees` takes for each addressee by name a condition"),
        ({"addressees": ["the clerk"]}, "`addressees` takes for each addressee by name a condition"),
        ({"addressees": {"": Safeguards.use_disclosed}}, "`addressees` takes for each addressee by name"),
        (
            {"addressees": {"the clerk": Safeguards.use_disclosed}, "done": Safeguards.impact_assessment},
            "`done` is that it was done towards each of the `addressees`; leave it out",
        ),
        ({"step": "first use"}, "`step` names what the duty has to come before; give a `gate`"),
    ],
)
def test_addressees_that_do_not_fit_are_refused(options: dict[str, Any], problem: str) -> None:
    """Addressees have names and something that tells that it was done; `done` is all of it."""
    with pytest.raises(PolicyError, match="`P`") as raised:
        obligation("P", ORDER.at("1"), "Tell them.", bearer="the agency", **options)
    assert problem in str(raised.value)


# What it has to come before


ASSESS = requirement(
    "ASSESS",
    ORDER.at("4"),
    "Assess the impact before first use.",
    bearer="the agency",
    when=ALWAYS,
    done=Safeguards.impact_assessment,
    due=Deadline(Use.began, strict=True),
    step="first use",
)


@pytest.mark.parametrize(
    ("began", "assessed", "status", "words"),
    [
        (NEVER, NEVER, DutyStatus.OPEN, "needed before first use · open"),
        (
            None,
            NEVER,
            DutyStatus.UNKNOWN,
            "unknown until use.began is known · not done, and not known whether its time has come",
        ),
        (
            date(2026, 1, 10),
            NEVER,
            DutyStatus.UNMET,
            "due 10 January 2026 (the hour is not known) · not done",
        ),
        (date(2026, 1, 10), date(2026, 2, 10), DutyStatus.MET_LATE, "· done late"),
        (date(2026, 1, 10), date(2026, 1, 9), DutyStatus.MET, ""),
    ],
)
def test_a_step_is_named_until_it_is_taken(began: Any, assessed: Any, status: Any, words: str) -> None:
    """A duty is needed before a step until that is taken; done after it, it stays done late."""
    case = Case(use=Use(began=began), safeguards=Safeguards(impact_assessment=assessed))
    result = small(ASSESS).evaluate(case, as_of=date(2026, 3, 2))
    assert [status] == [duty.status for duty in result.duties]
    assert words in " ".join(str(result).split())


def test_no_step_is_named_where_none_comes_into_it() -> None:
    """What is broken as soon as it is known to be undone was not done; no step was taken without it."""
    keep = {"done": Safeguards.use_disclosed, "gate": ~Safeguards.use_disclosed}
    rule = obligation("KEEP", ORDER.at("7"), "Keep a notice up.", bearer="the agency", **keep)
    result = small(rule).evaluate(Case(safeguards=Safeguards(use_disclosed=False)), as_of=date(2026, 3, 2))
    assert Status.VIOLATED == result.finding("KEEP").status
    assert "no time is stated · not done" in " ".join(str(result).split())


def test_a_duty_not_done_before_a_step_says_so() -> None:
    """Where a gate has a name, what is missing is said to be missing before it."""
    rule = obligation(
        "NOTICE",
        ORDER.at("3"),
        "Put up a notice before first use.",
        bearer="the agency",
        done=Safeguards.use_disclosed,
        gate=Use.began.happened(),
        step="first use",
    )
    case = Case(use=Use(began=date(2026, 1, 10)), safeguards=Safeguards(use_disclosed=False))
    page = " ".join(str(small(rule).evaluate(case, as_of=date(2026, 3, 2))).split())
    assert "not done before first use" in page
    assert Outcome.NO_OBJECTION == small(rule).evaluate(case, as_of=date(2026, 3, 2)).outcome


# An act that several duties share


ASK_BOARD = review("BOARD", ORDER.at("5"), "Put it to the board.", bearer="the board", when=Use.novel)
REPORT = obligation(
    "REPORT",
    ORDER.at("8"),
    "Put what is new to the board.",
    bearer="the clerk",
    same_act_as=ASK_BOARD,
    when=Use.novel,
    due=Deadline(Use.began.plus("P30D")),
)


def shared(**answers: Any) -> Evaluation:
    """What is said where the board is to be asked under two provisions."""
    case = Case(use=Use(novel=True, began=date(2026, 1, 10)))
    for provision, answer in answers.items():
        case = case.with_answer(f"attestations.{provision}", answer)
    return small(ASK_BOARD, REPORT).evaluate(case, as_of=date(2026, 3, 2))


@pytest.mark.parametrize(
    ("answer", "statuses"),
    [
        (Attestation(met=True, on=date(2026, 2, 9)), ["met", "met"]),
        (Attestation(met=True, on=date(2026, 2, 10)), ["met", "met_late"]),
        (True, ["met", "unknown"]),
        (False, ["open", "overdue"]),
    ],
)
def test_an_act_that_two_duties_share_is_attested_once(answer: Any, statuses: Any) -> None:
    """One attestation, under the id of the first duty, speaks for all that share its act. A time of another
    is held against the day attested, and open while that is not known.
    """
    result = shared(BOARD=answer)
    assert statuses == [str(duty.status) for duty in result.duties]
    assert ["REPORT"] == list(shared(REPORT=True).unused_attestations)


def test_an_act_that_two_duties_share_is_asked_once() -> None:
    """There is one question about it, of all the duties it fulfils."""
    asked = [question for question in shared().questions if question.fact.startswith("attestations.")]
    assert [("attestations.BOARD", ("BOARD", "REPORT"))] == [(one.fact, one.provisions) for one in asked]


def test_the_day_of_a_shared_act_is_asked_where_another_duty_has_a_time() -> None:
    """Attested without its day, the act is asked about for the duty that has to be done by a time."""
    assert ["attestations.BOARD"] == [one.fact for one in shared(BOARD=True).questions_about("REPORT")]
    assert [] == [*shared(BOARD=True).questions_about("BOARD")]
    by_id = obligation("E", ORDER.at("1"), "Do.", bearer="b", same_act_as="BOARD", due=REPORT.due)
    assert by_id.done == REPORT.done == AttestedOn("BOARD")


def test_an_act_that_two_duties_share_is_shown_once() -> None:
    """The page has one thing to do, with each provision that asks for it; the JSON names the first."""
    result = shared(BOARD=False)
    page = " ".join(str(result).split())
    to_do = page.partition("To do")[2]
    assert (1, 0) == (to_do.count("Put what is new to the board."), to_do.count("Put it to the board."))
    assert "the same act by 5: the board · no time is stated · open" in page
    assert [None, "BOARD"] == [duty["same_act_as"] for duty in result.to_dict()["duties"]]
    assert "REPORT (the act of BOARD)" not in page


def test_an_act_is_shown_by_itself_where_the_first_duty_is_not_owed() -> None:
    """What shares the act of a duty that does not arise stands alone."""
    rule = attrs.evolve(REPORT, when=ALWAYS)
    case = Case(use=Use(novel=False, began=date(2026, 1, 10))).with_answer("attestations.BOARD", False)
    page = str(small(ASK_BOARD, rule).evaluate(case, as_of=date(2026, 3, 2)))
    assert "Put what is new to the board." in page
    assert "the same act" not in page


def test_a_duty_shares_the_act_of_one_that_comes_later() -> None:
    """Named by its id, the first duty may stand further down, and ask for the day of the attestation."""
    early = obligation("EARLY", ORDER.at("1"), "Tell.", bearer="the clerk", same_act_as="LATE")
    late = obligation("LATE", ORDER.at("2"), "Tell.", bearer="the clerk", done=AttestedOn("LATE"))
    result = small(early, late).evaluate(
        Case().with_answer("attestations.LATE", True), as_of=date(2026, 3, 2)
    )
    assert ["met", "met"] == [str(duty.status) for duty in result.duties]


def test_an_act_shared_by_its_id_is_attested_of_each_record() -> None:
    """What is attested of one record speaks of it for the duty that names a later one, too."""
    of_records = {"each": Case.incidents, "when": ALWAYS, "gate": ALWAYS, "bearer": "the clerk"}
    early = requirement("EARLY", ORDER.at("1"), "Tell.", same_act_as="LATE", **of_records)
    late = requirement("LATE", ORDER.at("2"), "Tell.", **of_records)
    attested = {"LATE": Attestation(met=True), "LATE[incidents[1]]": Attestation(met=False)}
    case = Case(incidents=[Incident(), Incident()], attestations=attested)
    result = small(early, late).evaluate(case, as_of=date(2026, 3, 2))
    assert [Status.VIOLATED, Status.VIOLATED] == [finding.status for finding in result.findings]
    assert ["met", "unmet", "met", "unmet"] == [str(duty.status) for duty in result.duties]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (
            {"same_act_as": "BORD"},
            "`BORD`, which is no duty of the policy; did you mean `BOARD`",
        ),
        ({"same_act_as": "P"}, "`P` shares its own act"),
        ({"same_act_as": "REPORT"}, "shares the act of `REPORT`, which is that of `BOARD`; name that"),
        ({"same_act_as": ASK_BOARD, "done": Use.novel}, "and is done when `Use.novel`, not when"),
    ],
)
def test_an_act_is_shared_with_a_duty_that_there_is(options: Any, problem: str) -> None:
    """A policy refuses a shared act of what is no duty of it, or is done otherwise."""
    rule = obligation("P", ORDER.at("9"), "Do it.", bearer="the clerk", **options)
    with pytest.raises(PolicyError) as raised:
        small(ASK_BOARD, REPORT, rule)
    assert problem in str(raised.value)


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"same_act_as": 7}, "`same_act_as` takes the duty whose act it is too, or its id"),
        (
            {"same_act_as": "BOARD", "addressees": {"the clerk": Use.novel}, "done": Use.novel},
            "what is done towards several `addressees` is no one act",
        ),
    ],
)
def test_what_shares_no_act_is_refused(options: Any, problem: str) -> None:
    """A duty shares the act of one duty, and has no addressees of its own beside that."""
    with pytest.raises(PolicyError) as raised:
        obligation("P", ORDER.at("9"), "Do it.", bearer="the clerk", **options)
    assert problem in str(raised.value)


TOLD = {"Supervisor": Incident.told_supervisor, "Relations": Incident.told_employee_relations}
WITHIN = {"due": Deadline(Incident.discovered.plus("PT24H")), "bearer": "whoever finds it"}
WHOLE = obligation("W", ORDER.at("6"), "Tell both.", each=Case.incidents, addressees=TOLD, **WITHIN)
PARTS = tuple(
    obligation(
        f"W-{n}", ORDER.at(f"6 {n}"), f"Tell {n}.", each=Case.incidents, done=done, part_of=WHOLE, **WITHIN
    )
    for n, done in TOLD.items()
)


def parted(*rules: Any, **facts: Any) -> Evaluation:
    """What is said of two incidents of which nobody was told, but for what `facts` say of the first."""
    nobody = {"discovered": FOUND, "told_supervisor": NEVER, "told_employee_relations": NEVER}
    incidents = [Incident(name="one", **{**nobody, **facts}), Incident(name="two", **nobody)]
    return small(*rules).evaluate(Case(incidents=incidents), as_of=date(2026, 3, 9))


@pytest.mark.parametrize("facts", [{}, {"told_supervisor": FOUND}])
def test_a_duty_and_its_parts_count_once_for_each_record(facts: Any) -> None:
    """A part that is late adds nothing to its whole, and is judged by itself all the same."""
    result = parted(WHOLE, *PARTS, **facts)
    assert Attention(2, 0) == result.attention == parted(WHOLE, **facts).attention
    states = {(one.provision, one.about): str(one.status) for one in result.duties if one.part_of}
    assert ("met" if facts else "overdue") == states["W-Supervisor", "one"]
    assert "overdue" == states["W-Relations", "one"]
    assert {None, "W"} == {duty["part_of"] for duty in result.to_dict()["duties"]}


def test_a_part_is_not_said_again_where_its_whole_says_it_of_each_addressee() -> None:
    """The page has one line for each addressee and record."""
    page = str(parted(WHOLE, *PARTS))
    assert (4, 0) == (page.count("Tell both."), page.count("Tell Relations."))


def test_a_late_part_counts_where_its_whole_does_not() -> None:
    """A part counts by itself, once with its sisters, where the whole is not binding or does not arise."""
    for whole in (attrs.evolve(WHOLE, force=Force.RECOMMENDED), attrs.evolve(WHOLE, when=~ALWAYS)):
        assert Attention(2, 0) == parted(whole, *PARTS).attention


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"part_of": "V"}, "`P` is part of `V`, which is no duty of the policy"),
        ({"part_of": "P"}, "`P` is part of itself"),
        ({"part_of": "W-Relations"}, "which is part of `W`; name that"),
        ({"part_of": WHOLE, "each": None, "done": Use.novel}, "does not speak of the same records"),
        ({"part_of": WHOLE, "done": Incident.told_privacy_officer}, "which does not ask for `Incident.told_"),
        ({"part_of": 7}, "`part_of` takes the duty that it is a part of, or its id"),
    ],
)
def test_a_part_asks_for_what_its_whole_asks_for(options: Any, problem: str) -> None:
    """A policy refuses a part of what is no duty of it, or does not ask for the same thing."""
    given = {"each": Case.incidents, "done": Incident.told_supervisor, "bearer": "the clerk", **options}
    with pytest.raises(PolicyError) as raised:
        small(WHOLE, *PARTS, obligation("P", ORDER.at("9"), "Tell.", **given))
    assert problem in str(raised.value)


def test_an_addressee_is_not_called_overdue_while_the_place_is_unknown() -> None:
    """The state towards each is that of the duty as the policy keeps it to its place."""
    _ = TELL.met
    case = Case(incidents=[Incident(caused_harm=True, discovered=FOUND, told_supervisor=NEVER)])
    result = small(TELL, place="rur/strelsau").evaluate(case, as_of=date(2026, 3, 4))
    assert ["unknown", "unknown"] == [str(duty.status) for duty in result.duties]
