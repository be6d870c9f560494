"""No fact that can still change the outcome is missing from the questions: judged by trying every way in
which a few unknown facts can turn out.
"""

from __future__ import annotations

import datetime
import itertools
import math
from typing import Any

import pytest
from drawing import SEEDS, Dice, examples, flip, pick
from gates import gated
from hypothesis import given, settings
from small_policies import forbidding, small
from strategies import ORDER, random_judged, read_by

from aigovkit import paths
from aigovkit.answers import Status
from aigovkit.engine import reference
from aigovkit.engine.stand_ins import StandIn
from aigovkit.facts import Partly
from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    Attested,
    AttestedOn,
    Day,
    InForce,
    LastOf,
    MeetsCadence,
    StartOfDay,
)
from aigovkit.models import Attestation, Case, Data, Incident, Retirement, System, Use, Violation
from aigovkit.periods import Cadence, Month, Occurrence, Period, Span
from aigovkit.policies import Policy
from aigovkit.rules import Commencement, Deadline, obligation, prohibition

TODAY = datetime.date(2026, 3, 2)
DAYS = [TODAY - datetime.timedelta(days=back) for back in (2, 1, 0)]
OFFSET = datetime.timezone(datetime.timedelta(hours=-8))
HOURS = (0, 6, 12, 18, 23)
INSTANTS = [
    datetime.datetime(day.year, day.month, day.day, hour, tzinfo=OFFSET) for day in DAYS for hour in HOURS
]
MOST = 3_000
"""Of policies with more ways for everything to turn out not all are tried, and none is."""

EVENTS = (Use.began, Use.ended, Retirement.started)


def ways(path: str, known: Any) -> list[Any]:
    """Ways in which a fact can turn out of which `known` is known: enough to show what matters, though not
    all there are.
    """
    match path:
        case "system.uses_ai":
            return [True, False] if known is None else [known]
        case "use.began" | "use.ended" | "retirement.started":
            if isinstance(known, datetime.date) and not isinstance(known, datetime.datetime):
                return [at for at in INSTANTS if at.date() == known]
            return [Occurrence.NEVER, *INSTANTS] if known is None else [known]
        case "violation.count":
            return list(range(9)) if known is None else [known]
        case "data.inventory_reviews":
            days = INSTANTS[2::5]
            several = [tuple(some) for size in range(3) for some in itertools.combinations(days, size)]
            return several if known is None else [known]
        case _:
            harm = [Incident(caused_harm=True), Incident(caused_harm=False)]
            more = [(), *((one,) for one in harm), (harm[0], harm[0]), tuple(harm), (harm[1], harm[1])]
            return [(*(known or ()), *others) for others in more]


def can_matter(made: Policy, case: Case, read: list[str]) -> set[str]:
    """The facts of which two ways to turn out lead to different outcomes, the others alike."""
    stand_in = StandIn(case)
    tried = [ways(path, stand_in.value(path)) for path in read]
    outcomes = {}
    for places in itertools.product(*(range(len(several)) for several in tried)):
        for path, several, place in zip(read, tried, places, strict=True):
            stand_in.put(path, several[place])
        outcomes[places] = made.outcome(stand_in.case, TODAY)
    found = set()
    for places, outcome in outcomes.items():
        for at, path in enumerate(read):
            if outcome != outcomes[(*places[:at], 0, *places[at + 1 :])]:
                found.add(path)
    return found


def _time(draw: Any) -> Any:
    at = pick(draw, (*EVENTS, *EVENTS, *EVENTS, Day(DAYS[1]), AS_OF))
    match pick(draw, ("bare", "bare", "hours", "days", "start", "last")):
        case "hours":
            return at.plus(pick(draw, ("PT6H", "PT24H")))
        case "days":
            return at.plus("P1D")
        case "start":
            return StartOfDay(at)
        case "last" if flip(draw):
            return LastOf(Data.inventory_reviews, at)
        case _:
            return at


def _test(draw: Any) -> Condition:
    match pick(draw, ("time", "time", "time", "happened", "plain", "number", "records", "force", "kept")):
        case "time":
            return _time(draw).before(_time(draw))  # type: ignore[no-any-return]
        case "happened":
            return pick(draw, EVENTS).happened()
        case "plain":
            return System.uses_ai
        case "number":
            count = Violation.count
            return pick(draw, (count >= 3, count * count >= 30, count + count >= 9))
        case "records":
            harmed, unharmed = (
                Case.incidents.some(Incident.caused_harm),
                Case.incidents.some(~Incident.caused_harm),
            )
            both = Case.incidents.each(Incident.caused_harm | System.uses_ai)
            several = Case.incidents.count(Incident.caused_harm & System.uses_ai) >= 2
            return pick(draw, (harmed, unharmed, both, several))
        case "force":
            return InForce(_time(draw), _time(draw))
        case _:
            return MeetsCadence(Data.inventory_reviews, Cadence(Period(days=1)), pick(draw, EVENTS))


def _condition(draw: Any, depth: int = 2) -> Condition:
    if depth == 0:
        return _test(draw)
    match pick(draw, ("test", "all", "all", "any", "not")):
        case "test":
            return _test(draw)
        case "all":
            return _condition(draw, depth - 1) & _condition(draw, depth - 1)
        case "any":
            return _condition(draw, depth - 1) | _condition(draw, depth - 1)
        case _:
            return ~_condition(draw, depth - 1)


def judged_by_dice(draw: Any) -> tuple[Policy, Case, list[str]]:
    """A policy that forbids a thing or two, a case of which some facts are known, or their days are, and the
    facts that the policy reads.
    """
    made = forbidding(*(_condition(draw) for _ in range(pick(draw, (1, 2)))))
    read = read_by(made)
    case = Case()
    for path in read:
        if path in {event.path for event in EVENTS} and flip(draw):
            case = case.with_answer(path, pick(draw, (*DAYS, *INSTANTS)))
        elif path == Case.incidents.path and flip(draw):
            case = case.with_answer(path, Partly([Incident(caused_harm=flip(draw))]))
    return made, case, read


def missing(seed: int) -> list[Any]:
    """Of some policies and cases drawn by dice, the facts that can matter and are not asked."""
    draw, found = Dice(seed), []
    for _ in range(10):
        made, case, read = judged_by_dice(draw)
        if math.prod(len(ways(path, paths.value_at(case, path))) for path in read) <= MOST:
            asked = {question.fact for question in made.evaluate(case, as_of=TODAY).questions}
            if unasked := can_matter(made, case, read) - asked:
                found.append((unasked, made.rules, case))
    return found


@given(SEEDS)
@settings(max_examples=examples(15))
def test_no_fact_that_can_change_the_outcome_is_missing(seed: int) -> None:
    """Of a few unknown times, numbers, lists and records each that can still change the outcome is asked."""
    assert [] == missing(seed)


GATES = {
    **dict.fromkeys((*EVENTS, Violation.count, Data.inventory_reviews), System.uses_ai),
    Case.incidents: ~System.uses_ai,
}


@given(SEEDS)
@settings(max_examples=examples(10))
def test_no_fact_is_missing_where_facts_hang_on_another(seed: int) -> None:
    """Where facts have a meaning only under a condition, it is asked, and what may come to have one."""
    with gated(GATES):
        assert [] == missing(seed)


# Nothing is undetermined without a word of why.

OPEN_TIMES = [
    None,
    TODAY,
    Month(TODAY.year, TODAY.month),
    Span(TODAY - datetime.timedelta(days=1), TODAY),
    datetime.datetime(2026, 3, 2, 9, tzinfo=OFFSET),
    Occurrence.UNDATED,
]
AT_NOON = datetime.datetime(2026, 3, 2, 12, tzinfo=OFFSET)
FIXED = Day(TODAY)
DONE = AttestedOn("P")
COMPARED = [
    Use.began.happened(),
    Use.began.plus("PT1H").happened(),
    Use.began.plus("P1M").before(Use.ended),
    Use.began.before(Use.ended),
    Use.began.before(FIXED),
    Use.began.no_later_than(FIXED),
    FIXED.before(Use.began),
    FIXED.no_later_than(Use.began),
    FIXED.happened(),
    StartOfDay(Use.began).before(Use.ended),
    InForce(Use.began, AS_OF),
    LastOf(Data.inventory_reviews, Use.began).before(Use.ended),
    MeetsCadence(Data.inventory_reviews, Cadence(Period(days=1)), Use.began),
    Attested("P"),
    DONE.before(Use.began),
    DONE.before(FIXED),
]


@pytest.mark.parametrize("condition", COMPARED, ids=str)
@pytest.mark.parametrize("as_of", [TODAY, AT_NOON], ids=["day", "noon"])
def test_what_is_undetermined_names_what_is_unknown(condition: Condition, as_of: Any) -> None:
    """Whatever of a day, a month or a span leaves a finding open is named and asked, judged at the end of
    that day or within it.
    """
    made = forbidding(condition)
    for began, ended in itertools.product(OPEN_TIMES, OPEN_TIMES):
        case = Case(use=Use(began=began, ended=ended))
        if began not in (None, Occurrence.UNDATED):
            case = case.with_answer("attestations.P", Attestation(met=True, on=began))
        result = made.evaluate(case, as_of=as_of)
        (finding,) = result.findings
        assert result.verdicts == reference.verdicts(made.rulebook, result.situation)
        if finding.status is Status.UNDETERMINED:
            assert finding.unknown
            assert result.questions
            assert result.questions_about(finding.provision)


@pytest.mark.parametrize("as_of", [TODAY, AT_NOON], ids=["day", "noon"])
@pytest.mark.parametrize("told", OPEN_TIMES, ids=str)
def test_a_duty_that_is_undetermined_names_what_is_unknown(told: Any, as_of: Any) -> None:
    """So it is of the time of a duty and of the day for which it is attested, and of the end of a rule."""
    attested = {} if told in (None, Occurrence.UNDATED) else {"P": Attestation(met=True, on=told)}
    case = Case(use=Use(began=told), attestations=attested)
    times = (FIXED, Use.began, Use.began.plus("PT24H"), Use.began.plus("P1D"))
    for time, strict in itertools.product(times, (False, True)):
        due = Deadline(time, strict=strict)
        duty = obligation("P", ORDER.at("1"), "Report.", bearer="the agency", when=ALWAYS, due=due)
        over = Commencement("the order", Day(DAYS[0]), ORDER.at("9"), ends=FIXED)
        ban = prohibition("Q", ORDER.at("2"), "No.", when=System.uses_ai | ALWAYS, commencement=over)
        result = small(duty, ban).evaluate(case, as_of=as_of)
        assert result.verdicts == reference.verdicts(result.policy.rulebook, result.situation)
        for finding in result.findings:
            assert finding.unknown or finding.status is not Status.UNDETERMINED
            assert result.questions_about(finding.provision) or finding.status is not Status.UNDETERMINED


@given(SEEDS)
@settings(max_examples=examples(40))
def test_nothing_is_undetermined_without_a_word_of_why(seed: int) -> None:
    """Of any policy and case a finding that is undetermined names something, and an open outcome asks."""
    made, case, as_of = random_judged(Dice(seed))
    result = made.evaluate(case, as_of=as_of)
    for finding in result.findings:
        assert finding.unknown or finding.status is not Status.UNDETERMINED
    assert result.questions or result.at_least == result.at_most
