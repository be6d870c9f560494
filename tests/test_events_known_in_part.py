"""Events of which the month, the year, a span of days or nothing but that they happened is known."""

from __future__ import annotations

import datetime
import math
import pickle
from typing import Any

import pytest
from drawing import SEEDS, Dice, pick
from hypothesis import given, settings
from one_day import NOW, PACIFIC, TODAY, day, situation
from random_values import EVERY_DAY
from small_policies import agrees, forbidding, small
from strategies import ORDER, examples, random_judged

import aigovkit as ag
from aigovkit import periods
from aigovkit.answers import DutyStatus, Outcome
from aigovkit.engine.trials import Trials
from aigovkit.json import skeleton
from aigovkit.language.logic import attested_interval, event_interval
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import ALWAYS, AS_OF, AttestedOn, Day, InForce, MeetsCadence, StartOfDay
from aigovkit.language.parts import distinct
from aigovkit.models import Attestation, Case, Data, Retirement, Use
from aigovkit.periods import Cadence, Month, Occurrence, Period, Span, Year
from aigovkit.rules import Deadline, obligation

FEBRUARY, MARCH = Month(2026, 2), Month(2026, 3)
EARLY = Span(datetime.date(2026, 2, 20), datetime.date(2026, 2, 27))
UNDATED = Occurrence.UNDATED


def began(value: Any) -> Case:
    """A use that began then."""
    return Case(use=Use(began=value))


# What they mean. The day of judging is 2 March 2026.


def test_when_an_event_known_in_part_was() -> None:
    """A month, a year and a span are all their days in the zone of the place, also of what is attested."""
    for stretch in (FEBRUARY, Year(2026), EARLY):
        whole = day(stretch.first)[0], day(stretch.last)[1]
        assert whole == event_interval(stretch, NOW, PACIFIC)
        assert whole == attested_interval(Attestation(met=True, on=stretch), NOW, PACIFIC)
    phoenix = periods.zone("America/Phoenix")
    assert event_interval(MARCH, NOW, PACIFIC) != event_interval(MARCH, NOW, phoenix)


@pytest.mark.parametrize(
    ("when", "answer"),
    [
        (UNDATED, True),
        (FEBRUARY, True),
        (Year(2025), True),
        (EARLY, True),
        (Span(datetime.date(2026, 2, 20), TODAY), True),
        (MARCH, None),
        (Year(2026), None),
        (Span(TODAY, datetime.date(2026, 3, 3)), None),
        (Month(2026, 4), False),
        (Year(2027), False),
    ],
)
def test_what_has_happened(when: Any, answer: bool | None) -> None:
    """What was in a month that is over has happened; while the month is running that is open; what is told
    to have happened has, whenever it was.
    """
    assert answer is holds(Use.began.happened(), situation(began(when)))
    agrees(forbidding(Use.began.happened()), began(when), TODAY)


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        (FEBRUARY, MARCH, True),
        (MARCH, FEBRUARY, False),
        (FEBRUARY, FEBRUARY, None),
        (FEBRUARY, Year(2026), None),
        (Year(2025), MARCH, True),
        (EARLY, datetime.date(2026, 2, 28), True),
        (EARLY, datetime.date(2026, 2, 27), None),
        (FEBRUARY, Occurrence.NEVER, True),
        (FEBRUARY, None, None),
        (UNDATED, FEBRUARY, None),
        (UNDATED, Month(2026, 4), True),
        (FEBRUARY, UNDATED, None),
        (Month(2026, 4), UNDATED, False),
        (UNDATED, UNDATED, None),
    ],
)
def test_which_came_before(first: Any, second: Any, before: bool | None) -> None:
    """One comes before another where no day of the one leaves a doubt; in the same month that is open."""
    case = Case(use=Use(began=first, ended=second))
    assert before is holds(Use.began.before(Use.ended), situation(case))
    agrees(forbidding(Use.began.before(Use.ended)), case, TODAY)


def test_an_act_of_the_month_in_which_a_law_starts_is_open() -> None:
    """Whether a law binds an act known to the month is open where it starts within that month only."""
    in_force = InForce(Day(datetime.date(2026, 2, 15)), Use.began)
    for when, answer in ((FEBRUARY, None), (Month(2026, 1), False), (MARCH, True), (UNDATED, None)):
        assert answer is holds(in_force, situation(began(when)))


def test_a_cadence_from_a_month_on() -> None:
    """Reviews from some day of a month on: missed where they are from its last day, open where only some of
    its days make it so.
    """
    monthly = MeetsCadence(Data.inventory_reviews, Cadence(Period(days=30)), Use.began)
    for when, answer in (
        (Month(2025, 12), False),
        (Month(2026, 1), None),
        (FEBRUARY, True),
        (Year(2026), None),
        (UNDATED, None),
    ):
        case = Case(use=Use(began=when), data=Data(inventory_reviews=[]))
        assert answer is holds(monthly, situation(case)), when
        agrees(forbidding(monthly), case, TODAY)


# Deadlines.

OWED = small(
    obligation(
        "O",
        ORDER.at("3"),
        "Do it.",
        bearer="the agency",
        when=ALWAYS,
        done=Retirement.halted,
        due=Deadline(Use.began.plus("P10D")),
    )
)


@pytest.mark.parametrize(
    ("when", "halted", "status"),
    [
        (FEBRUARY, Occurrence.NEVER, DutyStatus.UNKNOWN),
        (Month(2026, 1), Occurrence.NEVER, DutyStatus.OVERDUE),
        (MARCH, Occurrence.NEVER, DutyStatus.OPEN),
        (FEBRUARY, Month(2026, 1), DutyStatus.MET),
        (FEBRUARY, FEBRUARY, DutyStatus.UNKNOWN),
        (Month(2026, 1), Span(datetime.date(2026, 2, 11), TODAY), DutyStatus.MET_LATE),
        (UNDATED, Occurrence.NEVER, DutyStatus.UNKNOWN),
    ],
)
def test_a_deadline_from_a_month_on(when: Any, halted: Any, status: DutyStatus) -> None:
    """A day to be reckoned from a month is not named until the day is known; where the duty stands is told
    where every day of the month comes to the same.
    """
    case = Case(use=Use(began=when), retirement=Retirement(halted=halted))
    (owed,) = OWED.evaluate(case, as_of=TODAY).duties
    assert (status, None, "unknown until use.began is known") == (owed.status, owed.due, owed.note)
    agrees(OWED, case, TODAY)


def test_a_month_is_asked_for_its_day_where_that_matters() -> None:
    """The day is asked for where some days of the month decide otherwise, and only there."""
    late = forbidding(Use.began.plus("P10D").before(AS_OF))
    for when, asked in (
        (FEBRUARY, ["use.began"]),
        (Month(2026, 1), []),
        (MARCH, []),
        (UNDATED, ["use.began"]),
    ):
        answer = late.evaluate(began(when), as_of=TODAY)
        assert asked == [question.fact for question in answer.questions]
        assert (Outcome.UNDETERMINED is answer.outcome) is bool(asked)
    dated = forbidding(AttestedOn("P").plus("P10D").before(AS_OF))
    for on, asked in ((FEBRUARY, ["attestations.P"]), (Month(2026, 1), [])):
        case = Case(attestations={"P": Attestation(met=True, on=on)})
        assert asked == [question.fact for question in dated.evaluate(case, as_of=TODAY).questions]


# Learning the day.


def known_in_part(draw: Any) -> Any:
    """A month, a year, a span of days, or that it happened."""
    return EVERY_DAY.stretch(draw) if pick(draw, range(4)) else UNDATED


@given(SEEDS)
def test_trials_refine_what_is_known(seed: int) -> None:
    """Every trial answer to an event known in part lies in what is known of it, so does every answer to a
    duty attested on such a day, and there is one.
    """
    draw = Dice(seed)
    for _ in range(20):
        made, case, as_of = random_judged(draw)
        known = known_in_part(draw)
        given_ = case.with_answer("use.began", known)
        at = made.situation(given_, as_of)
        trials = Trials(tuple(distinct([Use.began.before(Use.ended), AttestedOn("R0")])), at)
        low, high = event_interval(known, at.now, at.zone)
        answers = trials.answers("use.began", known)
        done = Attestation(met=True, on=None if known is UNDATED else known)
        answers += trials.answers("attestations.R0", done)
        assert answers
        for answer in answers:
            least, most = event_interval(getattr(answer, "on", answer), at.now, at.zone)
            assert low <= least <= most <= high, (known, answer)


def test_what_is_attested_done_is_tried_up_to_now_only() -> None:
    """No question is proven for the day of a duty attested done that only a day to come could answer
    otherwise; of an attestation that does not say whether it is done, that it is not done is tried too.
    """
    long_ago, later = (StartOfDay(Day(day)) for day in (datetime.date(2020, 1, 1), datetime.date(2026, 4, 1)))
    done = AttestedOn("P")
    some_time = forbidding(done.before(long_ago) | (long_ago.no_later_than(done) & done.before(later)))
    for attestation, turns in ((Attestation(met=True), False), (Attestation(by="J. Ortiz"), True)):
        case = Case(attestations={"P": attestation})
        (question,) = some_time.evaluate(case, as_of=TODAY).questions
        assert ("attestations.P", turns) == (question.fact, question.proven)
        trials = Trials(some_time.rulebook.nodes, some_time.situation(case, TODAY))
        answers = trials.answers("attestations.P", attestation)
        assert turns is (Attestation(met=False) in answers)


@given(SEEDS)
@settings(max_examples=examples(40))
def test_learning_the_day_contradicts_no_settled_answer(seed: int) -> None:
    """A random policy that has settled something of a case whose events are known in part has settled it
    alike once they are known to the instant, whichever of the trial instants that is.
    """
    draw = Dice(seed)
    for _ in range(5):
        made, case, as_of = random_judged(draw)
        case = case.with_answer("use.began", known_in_part(draw)).with_answer(
            "use.ended", known_in_part(draw)
        )
        before = made.evaluate(case, as_of=as_of)
        agrees(made, case, as_of)
        trials = Trials(made.rulebook.nodes, before.situation)
        for _ in range(4):
            learnt = case
            for path in ("use.began", "use.ended"):
                known = getattr(case.use, path.rpartition(".")[2])
                learnt = learnt.with_answer(path, pick(draw, trials.answers(path, known)))
            after = made.evaluate(learnt, as_of=as_of)
            assert before.at_least <= after.at_least <= after.at_most <= before.at_most


# In and out.


def test_a_case_with_events_known_in_part_goes_everywhere() -> None:
    """It pickles, is written and read, has a digest of its own, and is judged again from the record."""
    made = forbidding(Use.began.happened())
    digests = set()
    for when in (FEBRUARY, Year(2026), EARLY, UNDATED, datetime.date(2026, 2, 20), None):
        case = began(when)
        assert case == pickle.loads(pickle.dumps(case)) == Case.from_json(case.to_json())
        assert case == Case().with_answer("use.began", when)
        evaluation = made.evaluate(case, as_of=TODAY)
        assert evaluation.outcome is pickle.loads(pickle.dumps(evaluation)).outcome
        assert not ag.replay(evaluation.to_json(), case, {made.id: made}).differences
        digests.add(case.digest)
    assert 6 == len(digests)


def test_a_skeleton_says_that_a_month_will_do() -> None:
    """The comment beside an event names every form, and each of them can be filled in."""
    made = skeleton()
    assert "a month such as `2018-05`" in made["use"]["// began"]
    for text in ("2018-05", "2018", "2018-05-03/2018-06-10", "undated", "never", "2018-05-03"):
        made["use"]["began"] = text
        assert text == Case.from_dict(made).to_dict()["use"]["began"]


@pytest.mark.parametrize(
    "when",
    [
        Year(1),
        Year(9999),
        Month(1, 1),
        Month(9999, 12),
        Span(datetime.date.min, datetime.date.max),
        Span(datetime.date.max, datetime.date.max),
    ],
)
@pytest.mark.parametrize("name", ["America/Los_Angeles", "Asia/Tokyo"])
def test_the_ends_of_the_calendar_can_be_judged(when: Any, name: str) -> None:
    """What lies at either end of the calendar is judged, asked about and told, and nothing fails over it."""
    test = Use.began.before(Use.ended) & Use.began.plus("P1M").before(AS_OF)
    made = small(*OWED.rules, *forbidding(test).rules, time_zone=name)
    case = Case(use=Use(began=when), attestations={"P": Attestation(met=True, on=when)})
    answer = made.evaluate(case, as_of=TODAY)
    assert {"use.began", "use.ended", "retirement.halted"} >= {one.fact for one in answer.questions}
    assert 1 == len(answer.duties)
    assert str(answer)
    assert answer.to_json()
    low, high = event_interval(when, answer.situation.now, answer.situation.zone)
    assert -math.inf < low < high < math.inf
    agrees(made, case, TODAY)
