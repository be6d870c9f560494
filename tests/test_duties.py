"""Duties: a state for each addressee, and what a duty has to come before."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from small_policies import small
from strategies import ORDER

from aigovkit.answers import DutyStatus, Outcome, Status
from aigovkit.errors import PolicyError
from aigovkit.evaluation import Evaluation
from aigovkit.language.nodes import ALWAYS
from aigovkit.models import Case, Incident, Safeguards, Use
from aigovkit.periods import Occurrence
from aigovkit.rules import Deadline, obligation, requirement

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
