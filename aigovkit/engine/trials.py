"""Trial answers: values of facts that between them make every test of the rules come out every way it can.

The search for questions tries them on a case, the search for witnesses builds
cases of them. Words are grouped by what the tests can tell apart; times lie
before, between and after every time that the rules and the case name, numbers at
and beside every number.
"""

from __future__ import annotations

import datetime
import decimal
import functools
import itertools
from collections.abc import Sequence
from typing import Any

from aigovkit import paths, periods
from aigovkit.engine.stand_ins import blank_records
from aigovkit.engine.trial_times import FIRST, LAST, TrialTimes
from aigovkit.facts import (
    Boolean,
    Count,
    Duration,
    Event,
    Events,
    Money,
    Provisions,
    Records,
    Term,
    Terms,
    TermSet,
)
from aigovkit.language.meaning import bounds
from aigovkit.language.nodes import (
    AtMost,
    AttestedDays,
    AttestedOn,
    Constant,
    CountOf,
    EachOf,
    FirstAmong,
    Has,
    HasOnly,
    HasProvision,
    IsIn,
    LastAmong,
    Length,
    LiesIn,
    MeetsCadence,
    Product,
    QuantityFact,
    SomeOf,
    Sum,
    TotalOf,
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
from aigovkit.periods import Occurrence
from aigovkit.situation import Situation

SEVERAL = 5
"""Of up to so many words every combination is tried; of more, each word alone, none and all."""

LONGEST = 400
"""How many days of a cadence are tried at most."""

ELSEWHERE = "elsewhere"
"""A place in which no policy has anything."""


class Trials:
    """The trial answers to the facts that a policy reads, in one situation.

    With `any_settings` they serve under other parameters of the policy as well.
    """

    def __init__(self, nodes: Sequence[Any], situation: Situation, *, any_settings: bool = False) -> None:
        self.zone: periods.TimeZone = situation.zone
        self.now: float = situation.now
        self._of: tuple[Sequence[Any], Situation, bool] = nodes, situation, any_settings
        self.numbers: list[int] = numbers(nodes, situation)
        by_kind: dict[type, list[Any]] = {}
        for node in nodes:
            by_kind.setdefault(type(node), []).append(node)

        def of(*kinds: type) -> list[Any]:
            return [node for kind in kinds for node in by_kind.get(kind, ())]

        # As many records as a rule counts, or as can be unlike each other where several tests look at them.
        # Of one record alone it does not show which of several is the first.
        looks = len(of(SomeOf, EachOf)) + 2 * bool(of(FirstAmong, LastAmong))
        self.most: int = min(3, max(self.numbers)) if of(CountOf, TotalOf) else min(2, max(1, looks))
        self.dated: set[str] = {node.provision for node in of(AttestedOn)}
        self.in_days: set[str] = {node.provision for node in of(AttestedDays)}
        self.paces: dict[str, list[tuple[datetime.date, ...]]] = {}
        for node in of(MeetsCadence):
            self.paces.setdefault(node.occurrences.path, []).append(_pace(node, situation))
        self.tests: dict[str, list[Any]] = {}
        for node in of(IsIn, Has, HasOnly, Within, HasProvision):
            self.tests.setdefault(node.fact.path, []).append(node)

    @functools.cached_property
    def times(self) -> TrialTimes:
        """The trial times of what the rules compare."""
        nodes, situation, any_settings = (
            self._of
        )  # Worked out when first asked for: most searches try no time.
        return TrialTimes(nodes, situation, any_settings=any_settings)

    @functools.cached_property
    def reckoned(self) -> set[str]:
        """The numbers for which a few do not stand."""
        return _reckoned(self._of[0])

    def answers(self, path: str, known: Any) -> list[Any]:
        """Answers to the fact at a path of which `known` is known so far."""
        provision = paths.attested_provision(path)
        if provision is not None:
            return self._attestations(provision.partition("[")[0], known)
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
            case Provisions():
                named = list(dict.fromkeys(test.provision for test in tests))
                sizes = range(len(named) + 1) if len(named) <= SEVERAL else (0, 1, len(named))
                return [some for size in sizes for some in itertools.combinations(sorted(named), size)]
            case Event():
                several = self.times.of(declared.path, known)
                return [*several] if known is not None else [Occurrence.NEVER, *several]
            case Events() if known is not None:
                return self._with_hours(known)
            case Events():
                return [(), *self._rows(declared.path)]
            case Count() | Money() | Duration():
                low, high = declared.unknown if known is None else declared.interval(known)
                inside = [number for number in self.numbers if low <= number <= high]
                return [as_value(declared, int(number)) for number in inside or (low, high)]
            case Records():
                more = (blank_records(declared.record_type, size) for size in range(self.most + 1))
                return [(*(known or ()), *blank) for blank in more]
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
                several = self.times.of(parameter.name, known)
                return [*several] if known is not None else [Occurrence.NEVER, *several]
            case _:
                return list(self.numbers)

    def _with_hours(self, days: Sequence[datetime.date]) -> list[tuple[datetime.date, ...]]:
        """Days and instants, those known to the day at its two ends."""
        ends = [periods.interval(at, self.zone) for at in days]
        return [tuple(periods.local(end[rail], periods.UTC) for end in ends) for rail in (0, 1)]

    def _rows(self, path: str) -> list[tuple[datetime.date, ...]]:
        """Lists of times, none of them empty: as seldom as a cadence allows; now and every earlier time at
        once, so that nothing is missed; and each of them alone.
        """
        now = periods.local(self.now, periods.UTC)
        several = [at for at in self.times.of(path, None) if at < now]
        paces = [pace for pace in self.paces.get(path, ()) if pace]
        return [*paces, (*several, now), *((at,) for at in several)]

    def _days_of(self, path: str, known: Any) -> list[Attestation]:
        """Lists of the days on which something was done, such as agree with what is attested of it."""
        if known is not None and known.days:
            return [Attestation(days=days) for days in self._with_hours(known.days)]
        if known is not None and known.on is not None:
            first = self.times.of(path, known.on)
            several = [at for at in self.times.of(path, None) if at > first[-1]]
            return [*(Attestation(days=[at]) for at in first), Attestation(days=[first[0], *several])]
        rows = [Attestation(days=days) for days in self._rows(path)]
        return rows if known is not None and known.done else [Attestation(met=False), *rows]

    def _attestations(self, provision: str, known: Any) -> list[Attestation]:
        path = paths.attestation_path(provision)
        if provision in self.in_days or (known is not None and known.days):
            return self._days_of(path, known)
        if provision not in self.dated:
            if known is None or known.on is None:
                return [Attestation(met=True), Attestation(met=False)]
            ends = periods.interval(known.on, self.zone)
            inside = (min(max(at, FIRST), LAST) for at in ends)
            return [Attestation(met=True, on=periods.local(at, periods.UTC)) for at in inside]
        if known is None or known.met is None:
            return [
                Attestation(met=False),
                *(Attestation(met=True, on=at) for at in self.times.of(path, None)),
            ]
        on = Occurrence.UNDATED if known.on is None else known.on
        return [Attestation(met=True, on=at) for at in self.times.of(path, on)]

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
            provision = provision.partition("[")[0]
            path = paths.attestation_path(provision)
            if provision in self.in_days:
                return False
            return provision not in self.dated or self.times.are_complete(path, known)
        declared = FACTS[paths.general(path)]
        if isinstance(declared, Terms):
            return len(self.telling(path, known)) <= SEVERAL
        if isinstance(declared, Provisions):
            return len({test.provision for test in self.tests.get(declared.path, ())}) <= SEVERAL
        if isinstance(declared, Event):
            return self.times.are_complete(declared.path, known)
        # Of lists there are always more than are tried.
        return not isinstance(declared, Events | Records) and (
            not isinstance(declared, Count | Money | Duration) or declared.path not in self.reckoned
        )


class JointTrials:
    """The trial answers to the facts that several policies read: for each fact those of all that read it."""

    def __init__(self, several: Sequence[tuple[frozenset[str], Trials]]) -> None:
        self.several: Sequence[tuple[frozenset[str], Trials]] = several

    def answers(self, path: str, known: Any) -> list[Any]:
        """Answers to the fact at a path of which `known` is known so far."""
        found: list[Any] = []
        for trials in self._reading(path):
            found += [answer for answer in trials.answers(path, known) if answer not in found]
        return found

    def are_complete(self, path: str, known: Any) -> bool:
        """Whether the answers stand for all there are. What each of several policies tries need not tell
        apart what they ask together, unless there are two answers in all.
        """
        reading = self._reading(path)
        alone = len(reading) == 1 or isinstance(FACTS.get(paths.general(path)), Boolean)
        return alone and all(trials.are_complete(path, known) for trials in reading)

    def values_of(self, parameter: Parameter, known: Any) -> list[Any]:
        """Values of a parameter of one of the policies."""
        found: list[Any] = []
        for _, trials in self.several:
            found += [value for value in trials.values_of(parameter, known) if value not in found]
        return found

    def _reading(self, path: str) -> list[Trials]:
        general = paths.general(path)
        reading = [trials for read, trials in self.several if general in read]
        return reading or [trials for _, trials in self.several]


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
        elif isinstance(node, LiesIn):
            named.update(end for one in node.ranges for end in one if end is not None)
        elif isinstance(node, CountParameter | Length):
            named.update(int(at) for at in bounds(node, situation) if abs(at) < LAST)
    for path, value in situation.case.known_facts():
        declared = FACTS.get(paths.general(path))
        if isinstance(declared, Count | Money | Duration):
            named.update(int(at) for at in declared.interval(value))
    return sorted({number + step for number in named for step in (-1, 0, 1) if number + step >= 0})


def _reckoned(nodes: Sequence[Any]) -> set[str]:
    """The numbers that are added or multiplied before they are compared, or compared with two others."""
    found: set[str] = set()
    beside: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, AtMost | LiesIn | Sum | Product | TotalOf):
            several = {fact.path for fact in facts_in(node) if isinstance(fact, QuantityFact)}
            if not isinstance(node, AtMost | LiesIn):
                found |= several
            for path in several:
                beside.setdefault(path, set()).update(several)
    return found | {
        path for path, several in beside.items() if len(set().union(*(beside[one] for one in several))) > 2
    }


def as_value(declared: Any, number: int) -> Any:
    """A number as a value of a fact: as it is, as cents of an amount, or as seconds."""
    if isinstance(declared, Money):
        return decimal.Decimal(number) / 100
    return periods.Period(seconds=number) if isinstance(declared, Duration) else number
