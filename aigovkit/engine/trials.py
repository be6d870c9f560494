"""Trial answers: values of facts that between them make every test of the rules come out every way it can.

The search for questions tries them on a case, the search for witnesses builds
cases of them. Words are grouped by what the tests can tell apart; times lie
before, between and after every time that the rules and the case name, numbers at
and beside every number.
"""

from __future__ import annotations

import datetime
import decimal
import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from aigovkit import paths, periods
from aigovkit.engine.stand_ins import blank_records
from aigovkit.engine.subjects import records
from aigovkit.facts import (
    Boolean,
    Count,
    Duration,
    Event,
    Events,
    Money,
    Records,
    Term,
    Terms,
    TermSet,
)
from aigovkit.language.loose_ends import loose_facts
from aigovkit.language.meaning import bounds
from aigovkit.language.nodes import (
    AttestedOn,
    Constant,
    CountOf,
    Has,
    HasOnly,
    IsIn,
    Length,
    MeetsCadence,
    Shifted,
    TimeNode,
    Within,
)
from aigovkit.language.parameters import (
    BooleanParameter,
    ChoiceParameter,
    CountParameter,
    EventParameter,
    Parameter,
)
from aigovkit.language.parts import facts_in
from aigovkit.models.case import FACTS, Attestation
from aigovkit.periods import Interval, Occurrence, Stretch
from aigovkit.situation import Situation

SEVERAL = 5
"""Of up to so many words every combination is tried; of more, each word alone, none and all."""

MANY = 34
"""How many instants stand for all the times at which something can have happened."""

LONGEST = 400
"""How many days of a cadence are tried at most."""

HOUR = 3_600_000_000
DAY = 24 * HOUR
FIRST = periods.instant(datetime.datetime(2, 1, 1, tzinfo=datetime.UTC))
LAST = periods.instant(datetime.datetime(9998, 1, 1, tzinfo=datetime.UTC))

ELSEWHERE = "elsewhere"
"""A place in which no policy has anything."""


class Trials:
    """The trial answers to the facts that a policy reads, in one situation."""

    def __init__(self, nodes: Sequence[Any], situation: Situation) -> None:
        self.zone: periods.TimeZone = situation.zone
        self.now: float = situation.now
        found = moments(nodes, situation)
        self.moments: list[datetime.datetime] = found[0]
        self.spaced: bool = found[1]
        self.numbers: list[int] = numbers(nodes, situation)
        # As many records as a rule counts, so that a list can be long enough to matter.
        counted = any(isinstance(node, CountOf) for node in nodes)
        self.most: int = min(3, max(self.numbers)) if counted else 1
        self.dated: set[str] = {node.provision for node in nodes if isinstance(node, AttestedOn)}
        self.paces: dict[str, list[tuple[datetime.date, ...]]] = {}
        self.tests: dict[str, list[Any]] = {}
        for node in nodes:
            if isinstance(node, MeetsCadence):
                self.paces.setdefault(node.occurrences.path, []).append(_pace(node, situation))
            elif isinstance(node, IsIn | Has | HasOnly | Within):
                self.tests.setdefault(node.fact.path, []).append(node)

    def answers(self, path: str, known: Any) -> list[Any]:
        """Answers to the fact at a path of which `known` is known so far."""
        provision = paths.attested_provision(path)
        if provision is not None:
            return self._attestations(provision, known)
        declared = FACTS[paths.general(path)]
        tests = self.tests.get(declared.path, [])
        match declared:
            case Boolean():
                return [True, False]
            case Term():
                tested = [term for test in tests for term in test.terms]
                others = [term for term in declared.vocabulary if term not in tested]
                return list(dict.fromkeys([*tested, *others[:1]]))
            case Terms():
                free = self.telling(path, known)
                fixed = [] if known is None else list(known.yes)
                sizes = range(len(free) + 1) if len(free) <= SEVERAL else (0, 1, len(free))
                chosen = [some for size in sizes for some in itertools.combinations(free, size)]
                return list(dict.fromkeys(TermSet([*fixed, *more]) for more in chosen))
            case Event():
                return [*self.within(known)] if known is not None else [Occurrence.NEVER, *self.moments]
            case Events() if known is not None:
                # Known to the day, they can still be given their hours.
                ends = [periods.interval(at, self.zone) for at in known]
                return [tuple(periods.local(end[rail], periods.UTC) for end in ends) for rail in (0, 1)]
            case Events():
                # Nothing at all; as seldom as a cadence allows; and now and every earlier time at once, so
                # that nothing is missed.
                earlier = (m for m in self.moments if periods.instant(m) < self.now)
                return [
                    (),
                    *self.paces.get(declared.path, ()),
                    (*earlier, periods.local(self.now, periods.UTC)),
                ]
            case Count() | Money() | Duration():
                low, high = declared.unknown if known is None else declared.interval(known)
                inside = [number for number in self.numbers if low <= number <= high]
                return [as_value(declared, int(number)) for number in inside or (low, high)]
            case Records():
                return [blank_records(declared.record_type, size) for size in range(self.most + 1)]
            case _:
                places = (test.place for test in tests if isinstance(test, Within))
                return [*dict.fromkeys(places), ELSEWHERE]

    def values_of(self, parameter: Parameter, known: Any) -> list[Any]:
        """Values of a parameter of which `known` is known so far."""
        match parameter:
            case BooleanParameter():
                return [True, False]
            case ChoiceParameter():
                return list(parameter.choices)
            case EventParameter():
                return self.within(known) if known is not None else [Occurrence.NEVER, *self.moments]
            case _:
                return list(self.numbers)

    def _attestations(self, provision: str, known: Any) -> list[Attestation]:
        if provision not in self.dated:
            return [Attestation(met=True), Attestation(met=False)]
        if known is None or known.met is None:
            return [Attestation(met=False), *(Attestation(met=True, on=at) for at in self.within(None))]
        on = Occurrence.UNDATED if known.on is None else known.on
        return [Attestation(met=True, on=at) for at in self.within(on)]

    def within(self, known: Any) -> list[datetime.datetime]:
        """The instants that refine what is known of a time: any of its day or days, or any up to now when no
        day is known.
        """
        if isinstance(known, datetime.date | Stretch):
            low, high = periods.interval(known, self.zone)
        else:
            low, high = float("-inf"), float("inf") if known is None else self.now
        inside = [m for m in self.moments if low <= periods.instant(m) <= high]
        return inside or [periods.local(high, periods.UTC)]

    def telling(self, path: str, known: Any) -> list[Any]:
        """Of the words of a list not settled yet, one for each group that the tests of the rules cannot
        tell apart.
        """
        declared: Any = FACTS[paths.general(path)]
        tested = [
            {test.term} if isinstance(test, Has) else set(test.terms)
            for test in self.tests.get(declared.path, ())
        ]
        groups: dict[tuple[bool, ...], Any] = {}
        for term in declared.vocabulary:
            if known is None or known.has(term) is None:
                groups.setdefault(tuple(term in terms for terms in tested), term)
        return list(groups.values())

    def are_complete(self, path: str, known: Any) -> bool:
        """Whether the answers stand for all there are: every test of the rules comes out every way it can."""
        provision = paths.attested_provision(path)
        if provision is not None:
            return self.spaced or provision not in self.dated
        declared = FACTS[paths.general(path)]
        if isinstance(declared, Terms):
            return len(self.telling(path, known)) <= SEVERAL
        return self.spaced or not isinstance(declared, Event | Events)


def moments(nodes: Sequence[Any], situation: Situation) -> tuple[list[datetime.datetime], bool]:
    """Instants before, between and after every time that the rules and the case name; and whether they are
    all of those.

    Any order of events can be tried with them, also of events that a period separates.
    """
    ruled: set[float] = {situation.now}
    longest = 400 * DAY
    for node in nodes:
        if isinstance(node, TimeNode):
            for interval in _wherever(node, situation):
                ruled.update(at for at in interval if abs(at) < LAST)
        if isinstance(node, Shifted):
            later = periods.shift((situation.now, situation.now), node.period, situation.zone)[1]
            if abs(later) < LAST:
                longest += abs(int(later - situation.now))
                ruled |= {later, 2 * situation.now - later}
    told = set(_told(situation)) - ruled
    ends = {min(ruled | told) - longest, max(ruled | told) + longest}
    several = _among(ruled | told) | ends
    is_complete = len(several) <= MANY
    if not is_complete:
        # What is near and what the rules name decides most; of the days of the case, some of them.
        near = ends | _among({situation.now})
        near |= {*_spread(_among(ruled) - near, MANY - len(near))}
        several = near | {*_spread(_among(told) - near, MANY - len(near))}
    return [periods.local(at, periods.UTC) for at in sorted(several) if FIRST < at < LAST], is_complete


def _wherever(value: Any, situation: Situation) -> Iterator[Interval]:
    """The bounds of a value; of one inside a list, those for each of its records."""
    record = next((fact.record for fact in loose_facts(value)), None)
    if record is None:
        yield bounds(value, situation)
        return
    for fact in FACTS.values():
        if isinstance(fact, Records) and fact.record_type is record:
            for subject in records(fact, situation):
                yield bounds(value, subject.situation)


def _told(situation: Situation) -> Iterator[float]:
    """The beginnings and ends of the times that are known of a case."""
    known = [value for _, value in situation.case.known_facts()]
    known += [attestation.on for attestation in situation.case.attestations.values()]
    for value in known:
        for at in value if isinstance(value, tuple) else (value,):
            if isinstance(at, datetime.date | Stretch):
                yield from periods.interval(at, situation.zone)


def _among(points: set[float]) -> set[float]:
    """Some points of time, with one before them, two between each and the next, and one after them."""
    ordered = sorted(points)
    found = points | {ordered[0] - HOUR, ordered[-1] + HOUR} if points else set()
    for low, high in itertools.pairwise(ordered):
        step = min(HOUR, (high - low) // 3)
        found |= {low + step, high - step}
    return found


def _spread(points: set[float], number: int) -> list[float]:
    """At most so many of some points, spread over all of them."""
    several, number = sorted(points), max(0, min(number, len(points)))
    return [several[at * len(several) // number] for at in range(number)]


def _pace(kept: MeetsCadence, situation: Situation) -> tuple[datetime.date, ...]:
    """Days just often enough for a cadence, from its start to the time of judging; a long row is cut
    short.
    """
    if any(paths.is_of_record(read.path) for read in facts_in(kept)):
        return ()  # Each record has times of its own.
    (low, high), until = bounds(kept.since, situation), bounds(kept.until, situation)
    anchored = low if kept.anchor is None else bounds(kept.anchor, situation)[0]
    if not (periods.in_calendar(low) and periods.in_calendar(anchored) and high <= situation.now):
        return ()
    end = max(low, min(until[1], situation.now))
    start, anchor, today = (periods.day_at(at, situation.zone) for at in (low, anchored, end))
    days: list[datetime.date] = []
    while len(days) < LONGEST and (missed := kept.cadence.deadlines(start, days, today, anchor)):
        days += missed
    return tuple(days)


def numbers(nodes: Sequence[Any], situation: Situation) -> list[int]:
    """Numbers at and beside every number that the rules, their settings and the case name."""
    named = {0, 1}
    for node in nodes:
        if isinstance(node, Constant):
            named.add(node.number)
        elif isinstance(node, CountParameter | Length):
            named.update(int(at) for at in bounds(node, situation) if abs(at) < LAST)
    for path, value in situation.case.known_facts():
        declared = FACTS.get(paths.general(path))
        if isinstance(declared, Count | Money | Duration):
            named.update(int(at) for at in declared.interval(value))
    return sorted({number + step for number in named for step in (-1, 0, 1) if number + step >= 0})


def as_value(declared: Any, number: int) -> Any:
    """A number as a value of a fact: as it is, as cents of an amount, or as seconds."""
    if isinstance(declared, Money):
        return decimal.Decimal(number) / 100
    return periods.Period(seconds=number) if isinstance(declared, Duration) else number
