"""The unknown facts on which a condition, or the finding on a rule, hangs."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from aigovkit import paths, periods
from aigovkit.engine.reference import applies, verdict_on
from aigovkit.engine.rulebook import Rulebook, effects, triggered
from aigovkit.engine.subjects import Subject, records, subjects
from aigovkit.engine.verdicts import SILENT
from aigovkit.language.kinds import Condition
from aigovkit.language.meaning import as_read, bounds, holds
from aigovkit.language.nodes import (
    AllOf,
    AnyOf,
    AtMost,
    Attested,
    AttestedOn,
    BooleanFact,
    ByReading,
    CountOf,
    EachOf,
    EndOfDay,
    Fact,
    Forward,
    Has,
    HasOnly,
    InForce,
    IsIn,
    LastOf,
    MeetsCadence,
    Named,
    Not,
    ParameterIs,
    Points,
    QuantityByReading,
    QuantityNode,
    Rebutted,
    Shifted,
    SomeOf,
    StartOfDay,
    TimeByReading,
    TimeIf,
    TimeNode,
    Within,
)
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import parts
from aigovkit.periods import Occurrence
from aigovkit.rules import Duty, Rule
from aigovkit.situation import Situation


def unknown_facts(rulebook: Rulebook, rule: Rule, subject: Subject) -> Iterator[str]:
    """The paths of the unknown facts that the finding on a rule hangs on, for one thing it speaks of."""
    if not subject.is_certain and _would_bite(rulebook, rule, subject):
        yield rule.each.path  # type: ignore[union-attr]
        return
    for path in _unknown(rulebook, rule, subject.situation):
        yield _asked(rule, subject, path)


def _asked(rule: Rule, subject: Subject, path: str) -> str:
    """The path of one fact that can be asked about: of records that nobody has listed, that of their list."""
    if not subject.is_certain and rule.each is not None and path.startswith(f"{rule.each.path}[]"):
        return rule.each.path
    return paths.numbered(path, subject.index)


def _would_bite(rulebook: Rulebook, rule: Rule, subject: Subject) -> bool:
    """Whether a rule may bite on a record of which nothing is known."""
    return verdict_on(rulebook, rule, subject.situation) not in SILENT


def open_effects(rulebook: Rulebook, rule: Rule, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts on which it hangs whether the rule moves the outcome."""
    unknown: dict[str, None] = {}
    for subject in subjects(rule, situation):
        at = subject.situation
        if not subject.is_certain and _would_bite(rulebook, rule, subject):
            unknown[rule.each.path] = None  # type: ignore[union-attr]
            continue
        for path in _unknown_trigger(rulebook, rule, at):
            unknown[_asked(rule, subject, path)] = None
        if holds(triggered(rule), at) is not False:
            for _, condition in effects(rule):
                for path in open_facts(condition, at):
                    unknown[_asked(rule, subject, path)] = None
    yield from unknown


def _unknown(rulebook: Rulebook, rule: Rule, situation: Situation) -> Iterator[str]:
    yield from _unknown_trigger(rulebook, rule, situation)
    if not isinstance(rule, Duty):
        return
    if applies(rulebook, rule, situation) is not False and holds(rule.met, situation) is not True:
        yield from open_facts(rule.met, situation)
        yield from open_facts(rule.breached, situation)


def _unknown_trigger(rulebook: Rulebook, rule: Rule, situation: Situation) -> Iterator[str]:
    condition = triggered(rule)
    answer = holds(condition, situation)
    if answer is False or holds(rule.in_force, situation) is False:
        yield from _rebuttals(condition, situation)
        return
    exceptions = rulebook.exceptions.get(rule.id, ())
    displacing = [one for one in exceptions if applies(rulebook, one, situation) is True]
    if displacing:
        for exception in displacing:
            yield from _rebuttals(triggered(exception), situation)
        return
    yield from open_facts(condition, situation)
    yield from open_facts(rule.in_force, situation)
    for exception in exceptions:
        if applies(rulebook, exception, situation) is None:
            yield from _unknown_trigger(rulebook, exception, situation)
        else:
            yield from _rebuttals(triggered(exception), situation)


def open_facts(condition: Any, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts that keep a condition open; nothing when it is settled."""
    match condition:
        case AtMost(left, right):
            if holds(condition, situation) is None:
                yield from _open_values(left, situation)
                yield from _open_values(right, situation)
        case MeetsCadence(occurrences, _, since, until, anchor):
            if holds(condition, situation) is None:
                if situation.value(occurrences) is None:
                    yield occurrences.path
                for value in (since, until, anchor):
                    if value is not None:
                        yield from _open_values(value, situation, hours=False)
        case InForce(starts, act, ends):
            if holds(condition, situation) is None:
                for value in (starts, act, ends):
                    if value is not None:
                        yield from _open_values(value, situation)
        case Rebutted(inner):
            # Unknown, it counts as not shown; the fact is asked for all the same, since it would rebut.
            yield from open_facts(inner, situation)
        case ByReading():
            yield from open_facts(as_read(condition, situation), situation)
        case SomeOf(collection, inner) | EachOf(collection, inner):
            if holds(condition, situation) is None:
                yield from _open_records(collection, inner, situation)
            else:
                yield from _rebuttals(condition, situation)
        case Attested(provision):
            if holds(condition, situation) is None:
                yield paths.attestation_path(provision)
        case BooleanFact():
            if situation.value(condition) is None:
                yield condition.path
        case IsIn() | Has() | HasOnly() | Within():
            if holds(condition, situation) is None:
                yield condition.fact.path
        case ParameterIs(parameter):
            if situation.parameter(parameter) is None:
                yield parameter.name
        case Parameter():
            if situation.parameter(condition) is None:
                yield condition.name
        case _:
            if holds(condition, situation) is None:
                for part in parts(condition):
                    yield from open_facts(part, situation)
            else:
                yield from _rebuttals(condition, situation)


def _rebuttals(condition: Condition, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts that would show what a settled condition takes as not shown."""
    if not rests_on_presumption(condition, situation):
        return  # It is settled whoever bears the burden.
    match condition:
        case Rebutted(inner):
            yield from open_facts(inner, situation)
        case Not(inner):
            yield from _rebuttals(inner, situation)
        case Named() | Forward():
            yield from _rebuttals(condition.condition, situation)
        case AllOf(several) | AnyOf(several):
            for part in several:
                yield from _rebuttals(part, situation)
        case ByReading():
            yield from _rebuttals(as_read(condition, situation), situation)
        case SomeOf(collection, inner) | EachOf(collection, inner):
            for subject in records(collection, situation):
                if subject.is_certain:
                    for path in _rebuttals(inner, subject.situation):
                        yield paths.numbered(path, subject.index)


def _open_values(value: Any, situation: Situation, *, hours: bool = True) -> Iterator[str]:
    """The paths of the facts that leave open what a value is; without `hours`, on which day it is."""
    if isinstance(value, TimeNode | QuantityNode) and _lies_in_one_place(value, situation, hours=hours):
        return  # However much is unknown inside it, nothing learnt could move it.
    match value:
        case Fact():
            if _is_open(situation.value(value), hours=hours):
                yield value.path
        case AttestedOn(provision):
            attestation = situation.attestation(provision)
            known = attestation is not None and attestation.met is not None
            if not known or (attestation.met and _is_open(attestation.on, hours=hours)):
                yield paths.attestation_path(provision)
        case Parameter():
            if _is_open(situation.parameter(value), hours=hours):
                yield value.name
        case TimeByReading() | QuantityByReading():
            yield from _open_values(as_read(value, situation), situation, hours=hours)
        case StartOfDay() | EndOfDay():
            yield from _open_values(value.time, situation, hours=False)
        case Shifted(start, period):
            # An hour later may be the next day; a month later is the last instant of its day.
            yield from _open_values(start, situation, hours=period.is_elapsed)
        case LastOf(occurrences, otherwise, by):
            if _may_differ(situation.value(occurrences), by, situation, hours=hours):
                yield occurrences.path
            yield from _open_values(otherwise, situation, hours=hours)
            yield from _open_values(by, situation)
        case TimeIf(condition, then, otherwise):
            answer = holds(condition, situation)
            yield from open_facts(condition, situation)
            yield from _open_values(then, situation, hours=hours) if answer is not False else ()
            yield from _open_values(otherwise, situation, hours=hours) if answer is not True else ()
        case CountOf(collection, inner):
            yield from _open_records(collection, inner, situation)
        case Points(scale):
            for condition, _ in scale:
                yield from open_facts(condition, situation)
                if holds(condition, situation) is True:
                    return
        case _:
            for part in parts(value):
                yield from _open_values(part, situation, hours=hours)


def _lies_in_one_place(value: Any, situation: Situation, *, hours: bool) -> bool:
    """Whether it is settled what a value is, or on which day it is, whoever bears a burden of proof."""
    low, high = bounds(value, situation.unburdened())
    if not hours and isinstance(value, TimeNode):
        low, high = periods.start_of_day((low, high), situation.zone)
    return low == high


def _is_open(known: Any, *, hours: bool) -> bool:
    """Whether what is known of a time or a number leaves open what it is, or on which day it is."""
    return known is None or known is Occurrence.UNDATED or (hours and lacks_hour(known))


def _may_differ(occurrences: Any, by: Any, situation: Situation, *, hours: bool) -> bool:
    """Whether it is open which of several occurrences was the last by a time, or when that one was."""
    if occurrences is None:
        return True
    earliest, latest = (min(at, situation.now) for at in bounds(by, situation))
    days = [one for one in occurrences if lacks_hour(one)]
    inside = (periods.interval(day, situation.zone) for day in days)
    return (hours and bool(days)) or any(first <= latest and earliest < last for first, last in inside)


def _open_records(collection: Any, inner: Condition, situation: Situation) -> Iterator[str]:
    for subject in records(collection, situation):
        if not subject.is_certain:
            yield collection.path
            return
        for path in open_facts(inner, subject.situation):
            yield paths.numbered(path, subject.index)


def lacks_hour(value: Any) -> bool:
    """Whether it is a day, of which the hour is not known."""
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def rests_on_presumption(condition: Condition, situation: Situation) -> bool:
    """Whether the answer rests on what is not shown: without the burden of proof it would be unknown."""
    if holds(condition, situation) is None:
        return False
    return holds(condition, situation.unburdened()) is None
