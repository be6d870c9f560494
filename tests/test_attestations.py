"""Attestations: what is attested counts from its day on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

from aigovkit import periods
from aigovkit.answers import DutyStatus, Outcome, Status
from aigovkit.authoring import (
    AS_OF,
    Attested,
    AttestedDays,
    AttestedOn,
    Cadence,
    Day,
    Deadline,
    Entry,
    LastOf,
    Period,
    Policy,
    Source,
    obligation,
    policy,
    prohibition,
    recurring,
    requirement,
    review,
)
from aigovkit.engine import reference
from aigovkit.errors import FactValueError, InputError
from aigovkit.json.schema import agency_file_schema, case_schema
from aigovkit.language.meaning import bounds, holds, listed
from aigovkit.language.words import proposition
from aigovkit.models import AgencyFile, Attestation, Case, Incident, Progress, Use
from aigovkit.periods import Month, Span

ORDER = Source(
    "Automated Decisions Order", issuer="Ruritania", effective=date(2024, 3, 1), link="https://law.example"
)
AS_OF_DAY = date(2026, 7, 1)


def made(*entries: Entry) -> Policy:
    """A policy of some rules."""
    return policy("rur/order", ORDER, time_zone="Europe/Berlin", entries=entries)


ASK = review("R-1", ORDER.at("1"), "Let the board decide.", bearer="the board", when=Use.tracks_individuals)
ASKED = made(ASK)
TRACKING = Case(use=Use(tracks_individuals=True))


def attested(**known: object) -> Case:
    """The case with something attested of the review."""
    return TRACKING.with_answer("attestations.R-1", Attestation(**known))  # type: ignore[arg-type]


# From its day on


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (None, Outcome.NO_OBJECTION),
        (date(2026, 7, 1), Outcome.NO_OBJECTION),
        (date(2026, 7, 2), Outcome.REVIEW),
        (date(2027, 1, 1), Outcome.REVIEW),
        (Month(2026, 6), Outcome.NO_OBJECTION),
        (Month(2026, 7), Outcome.UNDETERMINED),
        (Month(2026, 8), Outcome.REVIEW),
        (Span(date(2026, 6, 1), date(2026, 7, 2)), Outcome.UNDETERMINED),
    ],
)
def test_an_attestation_counts_from_its_day_on(on: periods.Dated | None, expected: Outcome) -> None:
    """What is attested for a later day is not done yet, and for days on both sides of today nobody knows."""
    assert expected is ASKED.evaluate(attested(met=True, on=on), as_of=AS_OF_DAY).outcome


def test_the_same_word_is_good_later() -> None:
    """What is attested for a day is not done the day before, and done on that day; so with an hour."""
    case = attested(met=True, on=date(2027, 1, 1))
    at_noon = attested(met=True, on=datetime(2026, 7, 1, 12, tzinfo=UTC))
    for known, before, after in (
        (case, date(2026, 12, 31), date(2027, 1, 1)),
        (at_noon, datetime(2026, 7, 1, 11, 59, tzinfo=UTC), datetime(2026, 7, 1, 12, tzinfo=UTC)),
    ):
        assert Outcome.REVIEW is ASKED.evaluate(known, as_of=before).outcome
        assert Outcome.NO_OBJECTION is ASKED.evaluate(known, as_of=after).outcome


def test_being_attested_and_its_time_say_the_same() -> None:
    """A duty is attested done exactly where the time at which it was done has come."""
    for on in (None, AS_OF_DAY, date(2026, 7, 2), Month(2026, 7), Month(2025, 7)):
        at = ASKED.situation(attested(met=True, on=on), AS_OF_DAY)
        assert holds(Attested("R-1"), at) is holds(AttestedOn("R-1").happened(), at)


def test_what_is_attested_for_a_later_day_is_told() -> None:
    """The duty is open, and its note, the page, the reasons and the JSON say for which day it is attested."""
    result = ASKED.evaluate(attested(met=True, on=date(2027, 1, 1)), as_of=AS_OF_DAY)
    (duty,) = result.duties
    told = "attested for a later day (1 January 2027)"
    assert (DutyStatus.OPEN, f"no time is stated; {told}") == (duty.status, duty.note)
    assert (f"R-1 is {told}",) == result.finding("R-1").because[1:]
    assert told in result.summary(width=200)
    assert f"no time is stated; {told}" == result.to_dict()["duties"][0]["note"]


def test_a_duty_with_a_time_tells_for_which_day_it_is_attested() -> None:
    """Beside the day on which it is due stands the later day for which it is attested."""
    due = obligation("R-2", ORDER.at("2"), "Report.", bearer="staff", due=Deadline(Day(date(2026, 6, 1))))
    case = Case(attestations={"R-2": Attestation(met=True, on=date(2026, 9, 1))})
    result = made(due).evaluate(case, as_of=AS_OF_DAY)
    assert DutyStatus.OVERDUE is result.duties[0].status
    shown = "due 1 June 2026 · overdue · attested for a later day (1 September 2026)"
    assert shown in result.summary(width=200)


def test_only_the_day_is_asked_of_what_is_attested_done() -> None:
    """Where a month leaves it open whether something is done, its day is asked, and any day answers."""
    case = attested(met=True, on=Month(2026, 7))
    (question,) = ASKED.evaluate(case, as_of=date(2026, 7, 10)).questions
    assert ("attestations.R-1", "On which day is this done? Let the board decide.") == (
        question.fact,
        question.prompt,
    )
    assert question.proven
    for day, expected in ((10, Outcome.NO_OBJECTION), (11, Outcome.REVIEW)):
        answered = case.with_answer(question.fact, date(2026, 7, day))
        assert expected is ASKED.evaluate(answered, as_of=date(2026, 7, 10)).outcome
    assert () == ASKED.evaluate(case, as_of=date(2026, 8, 1)).questions


def test_a_day_that_two_rules_look_at_is_asked_once_and_tried_on_both_sides() -> None:
    """Where one rule asks whether a duty is done and another when, days before and after today are tried."""
    before = prohibition("R-3", ORDER.at("3"), "Not before.", when=AttestedOn("R-1").before(Use.began))
    both = made(ASK, before)
    case = attested(met=True, on=Month(2026, 7)).with_answer("use.began", date(2027, 1, 1))
    assert ["attestations.R-1"] == [
        one.fact for one in both.evaluate(case, as_of=date(2026, 7, 10)).questions_about("R-1") if one.proven
    ]


def test_words_say_what_is_attested() -> None:
    """What is attested done, not done, or for a later day is said in words."""
    for known, answer, words in (
        ({"met": True, "on": AS_OF_DAY}, True, "R-1 is attested done"),
        ({"met": False}, False, "R-1 is attested not done"),
        ({"met": True, "on": Month(2027, 1)}, False, "R-1 is attested for a later day (in January 2027)"),
    ):
        at = ASKED.situation(attested(**known), AS_OF_DAY)
        assert words == proposition(Attested("R-1"), at, answer)
    assert "R-1 is attested not done" == proposition(Attested("R-1"), answer=False)


# In time


JUNE = Deadline(Day(date(2026, 6, 1)))
HELD = obligation("R-5", ORDER.at("5"), "Report by June.", bearer="staff", due=JUNE)
BEFORE_JULY = Span(date(2026, 5, 20), date(2026, 6, 20))


@pytest.mark.parametrize(
    ("said", "duty", "finding"),
    [
        ({"met": True}, DutyStatus.MET, Status.SATISFIED),
        ({"met": True, "on": date(2026, 6, 1)}, DutyStatus.MET, Status.SATISFIED),
        ({"met": True, "on": date(2026, 6, 2)}, DutyStatus.MET_LATE, Status.VIOLATED),
        ({"met": True, "on": Month(2026, 5)}, DutyStatus.MET, Status.SATISFIED),
        ({"met": True, "on": Month(2026, 6)}, DutyStatus.UNKNOWN, Status.UNDETERMINED),
        ({"met": True, "on": BEFORE_JULY}, DutyStatus.UNKNOWN, Status.UNDETERMINED),
        ({"days": [date(2026, 5, 1), date(2026, 6, 30)]}, DutyStatus.MET, Status.SATISFIED),
        ({"days": [date(2026, 6, 15), date(2026, 6, 30)]}, DutyStatus.MET_LATE, Status.VIOLATED),
        ({"met": True, "on": date(2026, 9, 1)}, DutyStatus.OVERDUE, Status.VIOLATED),
        ({"met": "partly"}, DutyStatus.OVERDUE, Status.VIOLATED),
        ({"met": False}, DutyStatus.OVERDUE, Status.VIOLATED),
        ({}, DutyStatus.UNKNOWN, Status.UNDETERMINED),
    ],
)
def test_the_day_attested_is_held_against_the_time_of_the_duty(
    said: dict[str, Any], duty: DutyStatus, finding: Status
) -> None:
    """What is attested for a day after its time was done late; without a day it was in time, by that word.
    Of several days the first counts, and days on both sides leave it open.
    """
    case = Case(attestations={"R-5": Attestation(**said)})
    for kept, judged in (
        (case, {}),
        (Case(), {"agency_file": AgencyFile(attestations={"R-5": Attestation(**said)})}),
    ):
        result = made(HELD).evaluate(kept, as_of=AS_OF_DAY, **judged)
        assert (duty, finding) == (result.duties[0].status, result.finding("R-5").status)
        open_ = finding is Status.UNDETERMINED
        assert (("attestations.R-5",) if open_ else ()) == result.finding("R-5").unknown
        assert open_ is bool(result.questions_about("R-5"))
        assert result.verdicts == reference.verdicts(result.policy.rulebook, result.situation)


def test_without_a_day_a_duty_is_in_time_whenever_that_was() -> None:
    """The word that it was done as asked settles it, though its time is not known; a day then corrects it."""
    for strict in (False, True):
        before_use = obligation(
            "R-5", ORDER.at("5"), "Report.", bearer="staff", due=Deadline(Use.began, strict=strict)
        )
        said = Case(attestations={"R-5": Attestation(met=True)})
        assert Status.SATISFIED is made(before_use).evaluate(said, as_of=AS_OF_DAY).finding("R-5").status
        dated = said.with_answer("attestations.R-5", date(2026, 6, 2))
        result = made(before_use).evaluate(dated, as_of=AS_OF_DAY)
        assert ("use.began",) == tuple(one for one in result.finding("R-5").unknown if "use" in one)
        late = dated.with_answer("use.began", date(2026, 6, 1))
        assert DutyStatus.MET_LATE is made(before_use).evaluate(late, as_of=AS_OF_DAY).duties[0].status


def test_a_late_attestation_is_told() -> None:
    """The page and the reasons say that it was done late; where that is open, that it was done."""
    told = made(HELD).evaluate(
        Case(attestations={"R-5": Attestation(met=True, on=date(2026, 6, 2))}), as_of=AS_OF_DAY
    )
    assert "due 1 June 2026 · done late" in told.summary(width=200)
    assert "the doing of R-5 did not come by the end of 1 June 2026" in " ".join(told.finding("R-5").because)
    open_ = made(HELD).evaluate(
        Case(attestations={"R-5": Attestation(met=True, on=Month(2026, 6))}), as_of=AS_OF_DAY
    )
    assert "done, and not known whether in time" in open_.summary(width=200)
    (question,) = open_.questions_about("R-5")
    assert "On which day is this done? Report by June." == question.prompt


def test_each_addressee_and_each_record_has_a_day_of_its_own() -> None:
    """Of what is owed to several, or for several records, each is held against its time by itself."""
    both = obligation(
        "R-5",
        ORDER.at("5"),
        "Report.",
        bearer="staff",
        due=JUNE,
        addressees={"the clerk": Attested("R-5"), "the board": Attested("R-1")},
    )
    case = Case(
        attestations={
            "R-5": Attestation(met=True, on=date(2026, 6, 9)),
            "R-1": Attestation(met=True, on=date(2026, 5, 9)),
        }
    )
    result = made(ASK, both).evaluate(case, as_of=AS_OF_DAY)
    assert [("the clerk", "met_late"), ("the board", "met")] == [
        (duty.addressee, duty.status) for duty in result.duties if duty.addressee
    ]
    each = obligation(
        "R-6",
        ORDER.at("6"),
        "Report.",
        bearer="staff",
        each=Case.incidents,
        due=Deadline(Incident.discovered.plus("P30D")),
    )
    known = Case(incidents=[Incident(discovered=date(2026, 1, 7)), Incident(discovered=date(2026, 5, 7))])
    known = known.with_answer(WHOLE, date(2026, 5, 20))
    statuses = [duty.status for duty in made(each).evaluate(known, as_of=AS_OF_DAY).duties]
    assert [DutyStatus.MET_LATE, DutyStatus.MET] == statuses
    known = known.with_answer(FIRST, date(2026, 1, 9))
    statuses = [duty.status for duty in made(each).evaluate(known, as_of=AS_OF_DAY).duties]
    assert [DutyStatus.MET, DutyStatus.MET] == statuses


def test_a_shared_act_is_held_against_each_time() -> None:
    """One act is in time for one duty and late for another; without a day the word is that of the first."""
    later = obligation(
        "R-7",
        ORDER.at("7"),
        "Report.",
        bearer="staff",
        due=Deadline(Day(date(2026, 6, 20))),
        same_act_as=HELD,
    )
    for said, expected in (
        ({"on": date(2026, 6, 10)}, ["met_late", "met"]),
        ({"on": date(2026, 6, 25)}, ["met_late", "met_late"]),
        ({"on": Month(2026, 6)}, ["unknown", "unknown"]),
        ({}, ["met", "unknown"]),
    ):
        case = Case(attestations={"R-5": Attestation(met=True, **said)})
        result = made(HELD, later).evaluate(case, as_of=AS_OF_DAY)
        assert expected == [duty.status for duty in result.duties]


# Several days

MONTHLY = recurring(
    "R-4",
    ORDER.at("4"),
    "Go through the list each month.",
    bearer="the registrar",
    when=Use.tracks_individuals,
    cadence=Cadence(Period(months=1), by_calendar=True),
    since=Use.began,
)
IN_USE = Case(use=Use(tracks_individuals=True, began=date(2026, 4, 10)))
DAYS = (date(2026, 4, 20), date(2026, 5, 4))


def test_a_duty_that_recurs_can_go_by_the_days_attested() -> None:
    """What is done again and again, and has no list of its own, is attested with all its days; a window
    without one stays a breach.
    """
    for days, expected in (
        (None, [(None, DutyStatus.UNKNOWN)]),
        (DAYS, [(date(2026, 6, 30), DutyStatus.OVERDUE), (date(2026, 7, 31), DutyStatus.OPEN)]),
        ((*DAYS, date(2026, 6, 30)), [(date(2026, 7, 31), DutyStatus.OPEN)]),
    ):
        case = IN_USE.with_answer("attestations.R-4", None if days is None else list(days))
        found = made(MONTHLY).evaluate(case, as_of=AS_OF_DAY).duties
        assert expected == [(duty.due, duty.status) for duty in found]
    undone = IN_USE.with_answer("attestations.R-4", False)
    found = made(MONTHLY).evaluate(undone, as_of=AS_OF_DAY).duties
    assert 4 == len(found), "attested not done, it was done on no day"


def test_the_days_of_a_duty_that_recurs_are_asked() -> None:
    """The question is on which days it was done, and takes a list of them."""
    (question,) = made(MONTHLY).evaluate(IN_USE, as_of=AS_OF_DAY).questions_about("R-4")
    assert "On which days was this done? Go through the list each month." == question.prompt
    done = made(MONTHLY).evaluate(IN_USE.with_answer(question.fact, [AS_OF_DAY]), as_of=AS_OF_DAY)
    assert Status.VIOLATED is done.finding("R-4").status
    assert () == done.questions_about("R-4")


def test_what_was_done_on_several_days_was_done_on_the_first() -> None:
    """A duty attested with several days is done from the first of them on, and that is when it was done."""
    for days, as_of, expected in (
        (DAYS, date(2026, 4, 19), False),
        (DAYS, date(2026, 4, 20), True),
        ((), AS_OF_DAY, False),
    ):
        at = ASKED.situation(attested(days=days), as_of)
        assert expected is holds(Attested("R-1"), at) is holds(AttestedOn("R-1").happened(), at)
    first = ASKED.situation(attested(days=DAYS), AS_OF_DAY)
    assert bounds(Day(DAYS[0]), first) == bounds(AttestedOn("R-1"), first)
    assert bounds(Day(DAYS[1]), first) == bounds(LastOf(AttestedDays("R-1"), AS_OF), first)


ONCE = {"met": True, "on": DAYS[0]}


def test_which_days_are_known() -> None:
    """All days are known of a list alone; of what is attested not done there are none."""
    for known, expected in (
        ({"met": True}, None),
        ({"met": True, "on": DAYS[0]}, None),
        ({"met": False}, ()),
    ):
        assert expected == listed(AttestedDays("R-1"), ASKED.situation(attested(**known), AS_OF_DAY))
    assert DAYS == listed(AttestedDays("R-1"), ASKED.situation(attested(days=DAYS[::-1]), AS_OF_DAY))
    assert None is listed(AttestedDays("R-1"), ASKED.situation(TRACKING, AS_OF_DAY))


@pytest.mark.parametrize(
    ("known", "fact"),
    [
        ({"on": DAYS[0], "days": DAYS}, "attestation.days"),
        ({"met": False, "days": DAYS}, "attestation.days"),
        ({"met": True, "days": ()}, "attestation.days"),
        ({"met": False, "on": DAYS[0]}, "attestation.on"),
    ],
)
def test_days_that_do_not_go_together_are_refused(known: dict[str, Any], fact: str) -> None:
    """One day or a list, no day beside what is not done, and none at all beside what is."""
    with pytest.raises(FactValueError) as refused:
        Attestation(**known)
    assert fact == refused.value.fact
    data = dict(known)
    data |= {"days": [day.isoformat() for day in known["days"]]} if "days" in known else {}
    data |= {"on": known["on"].isoformat()} if "on" in known else {}
    with pytest.raises(InputError, match=r"\$\.attestations\.R-1"):
        Case.from_dict({"attestations": {"R-1": data}})
    assert not Draft202012Validator(case_schema()).is_valid({"attestations": {"R-1": data}})


def test_days_say_whether_it_is_done() -> None:
    """A list of days says by itself that the duty is done, an empty one that it is not, also in JSON."""
    assert Attestation(met=True, days=DAYS) == Attestation(days=DAYS)
    assert Attestation(met=False, days=()) == Attestation(days=[])
    case = attested(days=DAYS)
    assert (
        case
        == Case.from_json(case.to_json())
        == Case.from_dict(
            {
                "use": {"tracks_individuals": True},
                "attestations": {"R-1": {"days": ["2026-05-04", "2026-04-20"]}},
            }
        )
    )


# Done in part


@pytest.mark.parametrize(
    ("met", "told"), [("partly", "attested done in part"), ("in_progress", "attested to be in progress")]
)
def test_what_is_done_in_part_is_not_done(met: str, told: str) -> None:
    """A duty that is done in part, or in progress, is not done, and everything that is shown says how far."""
    case = attested(met=met)
    result = ASKED.evaluate(case, as_of=AS_OF_DAY)
    assert Outcome.REVIEW is result.outcome
    (duty,) = result.duties
    assert (DutyStatus.OPEN, met, f"no time is stated; {told}") == (duty.status, duty.progress, duty.note)
    assert f"R-1 is {told}" in result.finding("R-1").because
    assert told in result.summary(width=200)
    assert met == result.to_dict()["duties"][0]["progress"]
    assert () == result.questions
    at = ASKED.situation(case, AS_OF_DAY)
    assert bounds(AttestedOn("R-1"), at) == bounds(
        AttestedOn("R-1"), ASKED.situation(attested(met=False), AS_OF_DAY)
    )


def test_a_duty_that_recurs_says_how_far_it_has_come() -> None:
    """What is attested in progress was done on no day so far, and each of its duties says so."""
    found = made(MONTHLY).evaluate(IN_USE.with_answer("attestations.R-4", "in_progress"), as_of=AS_OF_DAY)
    assert {Progress.IN_PROGRESS} == {duty.progress for duty in found.duties}
    assert DutyStatus.OVERDUE is found.duties[0].status


def test_no_day_stands_beside_what_is_done_in_part() -> None:
    """The day of an attestation is that on which the duty was done, so there is none while it is not."""
    for known in ({"on": DAYS[0]}, {"days": DAYS}):
        with pytest.raises(FactValueError):
            Attestation(met="partly", **known)
    with pytest.raises(FactValueError, match="write `true`"):
        Attestation(met="yes")
    assert None is Attestation().done


# Of one record

REPORT = requirement(
    "R-6",
    ORDER.at("6"),
    "Report an incident that caused harm.",
    bearer="staff",
    each=Case.incidents,
    when=Incident.caused_harm,
)
REPORTED = made(REPORT)
TWO = Case(incidents=[Incident(name="the gate", caused_harm=True), Incident(caused_harm=True)])
WHOLE, FIRST, SECOND = (f"attestations.R-6{which}" for which in ("", "[incidents[0]]", "[incidents[1]]"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, ["unknown", "unknown"]),
        ({WHOLE: True}, ["met", "met"]),
        ({WHOLE: True, SECOND: False}, ["met", "open"]),
        ({WHOLE: False, FIRST: True}, ["met", "open"]),
        ({FIRST: True}, ["met", "unknown"]),
        ({FIRST: False, SECOND: True}, ["open", "met"]),
        ({WHOLE: True, FIRST: Attestation(evidence="a folder")}, ["met", "met"]),
        ({FIRST: date(2027, 1, 1), SECOND: Month(2026, 7)}, ["open", "unknown"]),
        ({FIRST: "partly", SECOND: True}, ["open", "met"]),
    ],
)
def test_what_is_attested_of_one_record(said: dict[str, Any], expected: list[str]) -> None:
    """What is attested of a record goes before what is of the whole, which holds for all other records."""
    case = TWO
    for path, word in said.items():
        case = case.with_answer(path, word)
    result = REPORTED.evaluate(case, as_of=AS_OF_DAY)
    assert expected == [duty.status for duty in result.duties]
    assert ["the gate", "incidents[1]"] == [duty.about for duty in result.duties]
    statuses = {"met": Outcome.NO_OBJECTION, "open": Outcome.CONDITIONAL, "unknown": Outcome.UNDETERMINED}
    if "unknown" not in expected:
        assert max(statuses[one] for one in expected) is result.outcome
    assert case == Case.from_json(case.to_json())


def test_a_question_names_the_record() -> None:
    """While nothing is said of single records one answer is asked for all; else each is asked by itself."""
    (question,) = REPORTED.evaluate(TWO, as_of=AS_OF_DAY).questions
    assert (WHOLE, "Is this done? Report an incident that caused harm.") == (question.fact, question.prompt)
    single = TWO.with_answer(SECOND, True)
    (question,) = REPORTED.evaluate(single, as_of=AS_OF_DAY).questions
    assert (FIRST, True) == (question.fact, question.proven)
    assert "Is this for the gate done? Report an incident that caused harm." == question.prompt
    assert () == REPORTED.evaluate(single.with_answer(FIRST, True), as_of=AS_OF_DAY).questions
    assert (FIRST,) == REPORTED.evaluate(single, as_of=AS_OF_DAY).finding("R-6").unknown


def test_when_and_on_which_days_are_known_of_one_record() -> None:
    """The time of a duty, and all its days, are those of the record that is looked at."""
    late = prohibition(
        "R-7",
        ORDER.at("7"),
        "Not after a month.",
        each=Case.incidents,
        when=Incident.discovered.plus("P30D").before(AttestedOn("R-6", Case.incidents)),
    )
    days = prohibition(
        "R-8",
        ORDER.at("8"),
        "Not twice.",
        each=Case.incidents,
        when=LastOf(AttestedDays("R-6", Case.incidents), Incident.discovered).before(Day(date(2026, 3, 1))),
    )
    case = Case(incidents=[Incident(discovered=date(2026, 1, 7)), Incident(discovered=date(2026, 1, 7))])
    case = case.with_answer(FIRST, [date(2026, 1, 20), date(2026, 4, 1)])
    case = case.with_answer(SECOND, [date(2026, 2, 20)])
    result = made(REPORT, late, days).evaluate(case, as_of=AS_OF_DAY)
    assert [Status.VIOLATED] * 2 == [result.finding(one).status for one in ("R-7", "R-8")]
    for index, expected in ((0, (False, False)), (1, (True, True))):
        said = case.attestations[f"R-6[incidents[{index}]]"]
        one = Case(incidents=[Incident(discovered=date(2026, 1, 7))], attestations={"R-6": said})
        found = made(REPORT, late, days).evaluate(one, as_of=AS_OF_DAY)
        assert expected == tuple(found.finding(rule).status is Status.VIOLATED for rule in ("R-7", "R-8"))


def test_outside_the_list_the_whole_is_meant() -> None:
    """A rule that looks at no record reads what is attested for the whole; one that looks into the list, of
    each.
    """
    case = TWO.with_answer(WHOLE, False).with_answer(FIRST, True)
    own = Attested("R-6", Case.incidents)
    for condition, expected in (
        (own, False),
        (Attested("R-6"), False),
        (Case.incidents.some(own), True),
        (Case.incidents.each(own), False),
        (Case.incidents.some(~own & Incident.caused_harm), True),
        (Case.incidents.count(own).equals(1), True),
    ):
        rule = prohibition("R-9", ORDER.at("9"), "No.", when=condition)
        result = made(REPORT, rule).evaluate(case, as_of=AS_OF_DAY)
        assert expected is holds(condition, result.situation)
        assert (result.finding("R-9").status is Status.VIOLATED) is expected


@pytest.mark.parametrize(
    "key",
    [
        f"R-6[{of}]"
        for of in ("incidents[2]", "incident[0]", "incidents[]", "incidents", "0", "data.elements[0]")
    ],
)
def test_a_record_there_is_not_is_refused(key: str) -> None:
    """What is attested of a record needs the record; so does what nobody knew of it, in JSON too."""
    with pytest.raises(FactValueError):
        attrs.evolve(TWO, attestations={key: Attestation(met=True)})
    with pytest.raises(FactValueError):
        attrs.evolve(TWO, not_known=[f"attestations.{key}"])
    for data in ({"attestations": {key: {"met": True}}}, {"not_known": [f"attestations.{key}"]}):
        with pytest.raises(InputError):
            Case.from_dict({**TWO.to_dict(), **data})
    with pytest.raises(FactValueError, match=r"attestations|ids of provisions"):
        AgencyFile(attestations={key: Attestation(met=True)})


def test_the_schema_knows_the_form_of_a_record() -> None:
    """The schema takes the record of a list there is, and of no other; an agency file has none."""
    valid = Draft202012Validator(case_schema())
    for key, fits in (("R-6[incidents[0]]", True), ("R-6[system[0]]", False), ("R-6[incidents]", False)):
        assert fits is valid.is_valid({"attestations": {key: {"met": True}}})
        assert fits is valid.is_valid({"not_known": [f"attestations.{key}"]})
    of_file = Draft202012Validator(agency_file_schema())
    assert not of_file.is_valid({"attestations": {"R-6[incidents[0]]": {}}})


def test_a_list_given_anew_has_other_records() -> None:
    """With the list goes what was attested of its records, and what nobody knew of them."""
    case = attrs.evolve(TWO.with_answer(FIRST, True), not_known=[SECOND])
    anew = case.with_answer("incidents", [Incident()])
    assert ({}, ()) == (dict(anew.attestations), anew.not_known)
    assert ["R-6[incidents[0]]"] == [*case.with_answer("system.uses_ai", True).attestations]


def test_what_is_attested_of_a_record_in_vain_is_told() -> None:
    """A record of which no rule asks anything is told of, as a provision is."""
    case = attrs.evolve(TWO, attestations={"R-1[incidents[0]]": Attestation(met=True)})
    assert ("R-1[incidents[0]]",) == made(REPORT, ASK).evaluate(case, as_of=AS_OF_DAY).unused_attestations
    used = TWO.with_answer(FIRST, True)
    assert () == REPORTED.evaluate(used, as_of=AS_OF_DAY).unused_attestations


def test_a_file_and_a_record_go_together() -> None:
    """What the agency file attests for the whole holds for the records of which the case says nothing."""
    file = AgencyFile(attestations={"R-6": Attestation(met=True)})
    result = REPORTED.evaluate(TWO.with_answer(SECOND, False), as_of=AS_OF_DAY, agency_file=file)
    assert ["met", "open"] == [duty.status for duty in result.duties]
