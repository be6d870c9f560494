"""Attestations: what is attested counts from its day on."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from aigovkit import periods
from aigovkit.answers import DutyStatus, Outcome
from aigovkit.authoring import (
    Attested,
    AttestedOn,
    Day,
    Deadline,
    Entry,
    Policy,
    Source,
    obligation,
    policy,
    prohibition,
    review,
)
from aigovkit.language.meaning import holds
from aigovkit.language.words import proposition
from aigovkit.models import Attestation, Case, Use
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
