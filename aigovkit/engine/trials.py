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
import math
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from aigovkit import paths, periods
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
    facts_of,
)
from aigovkit.language.meaning import bounds
from aigovkit.language.nodes import (
    AtMost,
    AttestedOn,
    Constant,
    CountOf,
    Has,
    HasOnly,
    InForce,
    IsIn,
    Length,
    MeetsCadence,
    Shifted,
    TimeNode,
    Within,
)
from aigovkit.language.parameters import CountParameter
from aigovkit.language.parts import facts_in
from aigovkit.models.case import FACTS, Attestation
from aigovkit.periods import Occurrence
from aigovkit.situation import Situation

SEVERAL = 5
"""Of up to so many words every combination is tried; of more, each word alone, none and all."""

MANY = 36
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
        self.zone, self.now = situation.zone, situation.now
        self.moments, self.spaced = moments(nodes, situation)
        self.numbers = numbers(nodes, situation)
        # As many records as a rule counts, so that a list can be long enough to matter.
        counted = any(isinstance(node, CountOf) for node in nodes)
        self.most = min(3, max(self.numbers)) if counted else 1
        self.dated = {node.provision for node in nodes if isinstance(node, AttestedOn)}
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
                return [as_value(declared, number) for number in self.numbers]
            case Records():
                blank = dict.fromkeys(facts_of(declared.record_type))
                return [tuple(SimpleNamespace(**blank) for _ in range(size)) for size in range(self.most + 1)]
            case _:
                places = (test.place for test in tests if isinstance(test, Within))
                return [*dict.fromkeys(places), ELSEWHERE]

    def _attestations(self, provision: str, known: Any) -> list[Attestation]:
        if provision not in self.dated:
            return [Attestation(met=True), Attestation(met=False)]
        dated = [Attestation(met=True, on=at) for at in self.within(known)]
        return dated if known is not None else [Attestation(met=False), *dated]

    def within(self, known: Any) -> list[datetime.datetime]:
        """The instants that refine what is known of a time: any of its day, or any up to now when no day is known."""
        known = getattr(known, "on", known)
        if isinstance(known, datetime.date):
            low, high = periods.interval(known, self.zone)
        else:
            low, high = float("-inf"), float("inf") if known is None else self.now
        inside = [m for m in self.moments if low <= periods.instant(m) <= high]
        return inside or [periods.local(high, periods.UTC)]

    def telling(self, path: str, known: Any) -> list[Any]:
        """Of the words of a list not settled yet, one for each group that the tests of the rules cannot tell apart."""
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
    """Instants before, between and after every time the rules and the case name, and whether they are all of those.

    Any order of events can be tried with them, also of events that a period separates.
    """
    ruled: set[float] = {situation.now}
    longest = 400 * DAY
    for node in nodes:
        named: tuple[Any, ...] = ()
        if isinstance(node, AtMost) and isinstance(node.left, TimeNode):
            named = (node.left, node.right)
        elif isinstance(node, InForce):
            named = (node.starts, node.act)
        elif isinstance(node, Shifted):
            later = periods.shift((situation.now, situation.now), node.period, situation.zone)[1]
            if abs(later) < LAST:
                longest += abs(int(later - situation.now))
                ruled |= {later, 2 * situation.now - later}
        for value in named:
            try:
                ruled.update(bounds(value, situation))
            except (AttributeError, TypeError):
                continue  # A value inside a list has no bounds outside it.
    told: set[float] = set()
    for _, value in situation.case.known_facts():
        if isinstance(value, datetime.date):
            told.update(periods.interval(value, situation.zone))
    # At the ends of the calendar nothing is left beside the time of judging itself.
    finite = sorted(at for at in ruled if abs(at) < LAST) or [math.copysign(LAST - 1, situation.now)]
    around = {at + step for at in finite for step in (-HOUR, 0, HOUR)}
    around |= {finite[0] - longest, finite[-1] + longest}
    told = {at + step for at in told for step in (-HOUR, 0, HOUR)} - around
    several = sorted(at for at in around | told if FIRST < at < LAST)
    spaced = len(several) <= MANY
    if not spaced:
        # What the rules name decides most; of the days of the case, some that are spread over all of them.
        room = max(0, MANY - len(around))
        spread = sorted(told)
        several = sorted({*sorted(around)[:MANY], *(spread[at * len(spread) // room] for at in range(room))})
        several = [at for at in several if FIRST < at < LAST]
    return [periods.local(at, periods.UTC) for at in several], spaced


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
    for path, _ in situation.case.known_facts():
        declared = FACTS.get(path)
        if isinstance(declared, Count | Money | Duration):
            named.update(int(at) for at in bounds(declared, situation) if abs(at) < LAST)
    return sorted({number + step for number in named for step in (-1, 0, 1) if number + step >= 0})


def as_value(declared: Any, number: int) -> Any:
    """A number as a value of a fact: as it is, as cents of an amount, or as seconds."""
    if isinstance(declared, Money):
        return decimal.Decimal(number) / 100
    return periods.Period(seconds=number) if isinstance(declared, Duration) else number
