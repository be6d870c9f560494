"""Trial times: instants before, between and after all that a time is compared with.

What happened at a time not known is compared with known times, with times that
are not known either, and with either a period later or rounded to a day. Its own
trial times lie on both sides of each of them, inside a known day as well, however
many other times the rules and the case name.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from aigovkit import paths, periods
from aigovkit.engine.subjects import records
from aigovkit.facts import Records
from aigovkit.language.loose_ends import loose_facts
from aigovkit.language.meaning import as_read, bounds, holds, listed
from aigovkit.language.nodes import (
    AS_OF,
    AtMost,
    Attested,
    AttestedDays,
    AttestedOn,
    Earliest,
    EndOfDay,
    EventFact,
    EventsFact,
    FirstAmong,
    InForce,
    LastAmong,
    LastOf,
    Latest,
    MeetsCadence,
    OpenDay,
    Shifted,
    StartOfDay,
    TimeByReading,
    TimeIf,
    TimeNode,
)
from aigovkit.language.parameters import EventParameter
from aigovkit.models.case import FACTS
from aigovkit.periods import ClosedDays, Period, Stretch
from aigovkit.situation import Situation

MANY = 34
"""How many instants stand for all the times at which something can have happened."""

HOUR = 3_600_000_000
DAY = 24 * HOUR
FIRST = periods.instant(datetime.datetime(2, 1, 1, tzinfo=datetime.UTC))
LAST = periods.instant(datetime.datetime(9998, 1, 1, tzinfo=datetime.UTC))

Chain = tuple[Any, ...]
"""What is done to a time before it is compared: periods that pass, and roundings to a day, in their order."""


@attrs.frozen
class Compared:
    """One time as it is compared: by its key, the ends of what is known of it, and what is done to it.

    The key of a fact is its path, that of a parameter its name; a time that the rules name has none.
    """

    key: str | None
    known: tuple[float, ...]
    is_open: bool
    chain: Chain


class TrialTimes:
    """The trial times of everything that the rules compare, in one situation.

    With `any_settings` what the parameters of the policy settle is compared all the same.
    """

    def __init__(self, nodes: Sequence[Any], situation: Situation, *, any_settings: bool = False) -> None:
        self.situation: Situation = situation.unburdened()
        self.zone: periods.TimeZone = situation.zone
        self.now: float = situation.now
        self.any_settings: bool = any_settings
        self.named: dict[str, set[float]] = {}
        """Where the answer to some test turns, by the key of what is tested."""
        self.handed: dict[str, set[float]] = {}
        """Where it would turn if what it is compared with were at one of its own trial times."""
        self.open_beside: dict[str, set[str]] = {}
        """The other times not known that one is compared with, by its key."""
        self.rough: set[str] = set()
        """The keys of those that a few instants cannot stand for."""
        self.longest: float = 400 * DAY
        self._turned: dict[tuple[float, Chain, Chain], Sequence[float]] = {}
        edges: dict[tuple[str, Chain, str, Chain], None] = {}
        for one, other in self._compared(nodes):
            for tested, beside in ((one, other), (other, one)):
                if tested.key is not None:
                    self._note(tested, beside, edges)
        # What is not known either lies at the times that are named to it.
        for key, chain, its_key, its_chain in edges:
            handed = self.handed.setdefault(key, set())
            for at in (self.now, *self.named[its_key]):
                handed.update(self._turning(at, its_chain, chain))
        self._kept: dict[Any, tuple[list[datetime.datetime], bool]] = {}

    # What is compared with what.

    def _compared(self, nodes: Sequence[Any]) -> Iterator[tuple[Compared, Compared]]:
        for node in nodes:
            if not isinstance(node, AtMost | InForce | MeetsCadence | LastOf | Attested):
                continue
            for situation in self._wherever(node):
                if not (self.any_settings or isinstance(node, LastOf)) and holds(node, situation) is not None:
                    continue
                for (left, before), (right, behind) in _sides(node):
                    others = list(self._leaves(right, situation, behind))
                    yield from itertools.product(self._leaves(left, situation, before), others)

    def _wherever(self, node: Any) -> list[Situation]:
        """The situation; for what is inside lists, that of each of their records."""
        found, loose = [self.situation], loose_facts(node)
        kinds = {fact.record for fact in loose}
        for fact in FACTS.values() if kinds else ():
            if isinstance(fact, Records) and fact.record_type in kinds:
                several = list(records(fact, self.situation))
                if len(several) != 1 or not several[0].is_certain:
                    self.rough.update(one.path for one in loose)
                found = [subject.situation for situation in found for subject in records(fact, situation)]
        return found

    def _leaves(self, value: Any, situation: Situation, chain: Chain = ()) -> Iterator[Compared]:
        match value:
            case Shifted(start, period):
                yield from self._leaves(start, situation, (period, *chain))
            case StartOfDay(time) | EndOfDay(time):
                yield from self._leaves(time, situation, (type(value), *chain))
            case OpenDay(time, closed):
                yield from self._leaves(time, situation, (closed, *chain))
            case Earliest(times) | Latest(times):
                for time in times:
                    yield from self._leaves(time, situation, chain)
            case TimeIf(condition, then, otherwise):
                answer = None if self.any_settings else holds(condition, situation)
                for time, without in ((then, False), (otherwise, True)):
                    if answer is not without:
                        yield from self._leaves(time, situation, chain)
            case TimeByReading():
                yield from self._leaves(as_read(value, situation), situation, chain)
            case LastOf(occurrences, otherwise):
                yield from self._leaves(occurrences, situation, chain)
                yield from self._leaves(otherwise, situation, chain)
            case FirstAmong(collection, time) | LastAmong(collection, time):
                self.rough.update(one.path for one in loose_facts(time))
                for subject in records(collection, situation):
                    yield from self._leaves(time, subject.situation, chain)
            case EventsFact() | AttestedDays():
                days = listed(value, situation) if isinstance(value, AttestedDays) else situation.value(value)
                ends = [end for day in days or () for end in periods.interval(day, self.zone)]
                self.rough.add(value.path)
                yield Compared(value.path, tuple(ends), days is None, chain)
            case EventFact() | AttestedOn() | EventParameter():
                if isinstance(value, AttestedOn) and value.each is not None:
                    self.rough.add(value.path)  # Each record may have a time of its own.
                low, high = bounds(value, situation)
                is_open = low != high or (self.any_settings and isinstance(value, EventParameter))
                ends = [end for end in (low, high) if abs(end) < LAST]
                yield Compared(_key(value), tuple(ends), is_open, chain)
            case _:
                ends = [end for end in bounds(value, situation) if abs(end) < LAST]
                yield Compared(None, tuple(ends), False, chain)

    def _note(self, tested: Compared, beside: Compared, edges: dict[Any, None]) -> None:
        assert tested.key is not None
        named = self.named.setdefault(tested.key, set())
        for at in beside.known:
            named.update(self._turning(at, beside.chain, tested.chain))
        for step in (*tested.chain, *beside.chain):
            if isinstance(step, Period):
                passed = periods.shift((self.now, self.now), step, self.zone)[1] - self.now
                self.longest = max(self.longest, abs(passed) + DAY) if abs(passed) < LAST else self.longest
        if beside.is_open and beside.key is not None:
            if beside.key != tested.key:
                edges[tested.key, tested.chain, beside.key, beside.chain] = None
                self.open_beside.setdefault(tested.key, set()).add(beside.key)
            if tested.chain or beside.chain or beside.key == tested.key:
                self.rough.add(tested.key)

    def _turning(self, at: float, done: Chain, undone: Chain) -> Sequence[float]:
        """Where a time has to lie so that, after what is done to it, it lies where another does."""
        if not (done or undone):
            return (at,)
        if (found := self._turned.get((at, done, undone))) is not None:
            return found
        reached = at
        for step in done:
            reached = self._after(step, reached)
        points = [reached] if abs(reached) < LAST else []
        for step in reversed(undone):
            points = [earlier for point in points for earlier in self._before(step, point)]
        return self._turned.setdefault((at, done, undone), points)

    def _after(self, step: Any, at: float) -> float:
        if isinstance(step, Period):
            return periods.shift((at, at), step, self.zone)[0]
        if isinstance(step, ClosedDays):
            return periods.open_day((at, at), step, self.zone)[0]
        rounded: Callable[..., Any] = periods.start_of_day if step is StartOfDay else periods.end_of_day
        return rounded((at, at), self.zone)[0]  # type: ignore[no-any-return]

    def _before(self, step: Any, at: float) -> Iterator[float]:
        """Where what is done at a step comes to a time, or first goes beyond it."""
        earlier = at
        if isinstance(step, Period):
            earlier = at - (self._after(step, at) - at)
            if step.is_elapsed:
                yield earlier
                return
            # Months differ in length, by three days at most.
            while self._after(step, earlier) > at:
                earlier -= DAY
            while self._after(step, earlier + DAY) <= at:
                earlier += DAY
        if abs(earlier) < LAST:
            low = periods.start_of_day((earlier, earlier), self.zone)[0]
            high = periods.end_of_day((earlier, earlier), self.zone)[0]
            yield from (low, high, high + 1)
            while isinstance(step, ClosedDays) and self._after(step, low - 1) == high:
                low = periods.start_of_day((low - 1, low - 1), self.zone)[0]
                yield low

    # The trial times.

    def of(self, key: str, known: Any) -> list[datetime.datetime]:
        """The trial times of something of which `known` is known: any of its day, any up to now when no day
        is known, any at all when nothing is.
        """
        return self._found(key, known)[0]

    def are_complete(self, key: str, known: Any) -> bool:
        """Whether they stand for all times: every test of the rules comes out every way it can."""
        beside = self.open_beside.get(key, set())
        alone = not beside or (
            len(beside) == 1 and all(self.open_beside.get(other, set()) <= {key} for other in beside)
        )
        return alone and key not in self.rough and self._found(key, known)[1]

    def _found(self, key: str, known: Any) -> tuple[list[datetime.datetime], bool]:
        known = getattr(known, "on", known)
        if (kept := self._kept.get((key, known))) is None:
            kept = self._kept[key, known] = self._find(key, known)
        return kept

    def _find(self, key: str, known: Any) -> tuple[list[datetime.datetime], bool]:
        named, handed = self.named.get(key, set()), self.handed.get(key, set())
        if isinstance(known, datetime.date | Stretch):
            low, high = periods.interval(known, self.zone)
            named, ends = named | {low, high}, set()
        else:
            low, high = -math.inf, math.inf if known is None else self.now
            every = named | handed | {self.now}
            named, ends = named | {self.now}, {min(every) - self.longest, max(every) + self.longest}
        named = {at for at in named if low <= at <= high}
        handed = {at for at in handed if low <= at <= high}
        several = {at for at in _among(named | handed) | ends if low <= at <= high}
        is_complete = len(several) <= MANY
        if not is_complete:
            # What is near and what it is compared with decides most; of what these are compared with, some.
            near = ends | _among({self.now} if low <= self.now <= high else {low, high})
            near |= {*_spread(_among(named) - near, MANY - len(near))}
            several = near | {*_spread(several - near, MANY - len(near))}
            several = {at for at in several if low <= at <= high}
        inside = [periods.local(at, periods.UTC) for at in sorted(several) if FIRST < at < LAST]
        return inside or [periods.local(min(high, self.now), periods.UTC)], is_complete


def _sides(node: Any) -> Iterator[tuple[tuple[Any, Chain], tuple[Any, Chain]]]:
    """The pairs of times that a node compares, and what is done to them before."""
    match node:
        case AtMost(left, right):
            if isinstance(left, TimeNode) or isinstance(right, TimeNode):
                yield (left, ()), (right, ())
        case InForce(starts, act, ends):
            yield (starts, ()), (act, ())
            if ends is not None:
                yield (ends, ()), (act, ())
        case Attested(provision, each):
            yield (AttestedOn(provision, each), ()), (AS_OF, ())
        case LastOf(occurrences, _, by):
            yield (occurrences, ()), (by, ())
            yield (occurrences, ()), (AS_OF, ())
        case MeetsCadence(occurrences, cadence, since, until, anchor):
            begun = [(since, ()), (occurrences, ()), *([(anchor, ())] if anchor is not None else ())]
            for earlier, later in itertools.product(begun, ((occurrences, ()), (until, ()), (since, ()))):
                if earlier[0] is not later[0]:
                    yield earlier, later
                    yield (earlier[0], (cadence.every,)), later


def _key(value: Any) -> str:
    if isinstance(value, AttestedOn):
        return paths.attestation_path(value.provision)
    return value.name if isinstance(value, EventParameter) else str(value.path)


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
