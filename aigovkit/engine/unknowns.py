"""The unknown facts on which a condition, or the finding on a rule, hangs."""

from __future__ import annotations

import datetime
import decimal
import functools
import math
from collections.abc import Callable, Iterable, Iterator
from typing import Any, assert_never

from aigovkit import paths, periods
from aigovkit.answers import Status
from aigovkit.engine.alike import alike
from aigovkit.engine.breaches import effective_force
from aigovkit.engine.reference import displaces, verdict_for
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, records, subjects
from aigovkit.engine.verdicts import BREACHES, SILENT, Verdict
from aigovkit.facts import Partly, Record, TermSet
from aigovkit.language.kinds import Condition, OfAttestation, Quantity, Time, Times, Value
from aigovkit.language.meaning import as_read, bounds, holds, listed
from aigovkit.language.nodes import (
    AllOf,
    Always,
    AnyOf,
    AsOf,
    AtMost,
    Attested,
    AttestedDays,
    AttestedOn,
    BooleanFact,
    ByReading,
    Constant,
    CountOf,
    Day,
    EachOf,
    Earliest,
    EndOfDay,
    EventFact,
    Fact,
    FirstAmong,
    Forward,
    Greatest,
    Has,
    HasOnly,
    HasProvision,
    InForce,
    IsIn,
    LastAmong,
    LastOf,
    Latest,
    Length,
    LiesIn,
    MeetsCadence,
    Named,
    Not,
    OpenDay,
    ParameterIs,
    Points,
    Product,
    QuantityByReading,
    QuantityFact,
    QuantityNode,
    Rebutted,
    RecordsFact,
    Shifted,
    SomeOf,
    StartOfDay,
    Sum,
    TimeByReading,
    TimeIf,
    TimeNode,
    TotalOf,
    Within,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter
from aigovkit.language.parts import parts
from aigovkit.periods import Interval, Occurrence, Period
from aigovkit.rules import AnyRule, Duty, ExceptionRule, Ground, Prohibition, Referral
from aigovkit.rules.effects import effects, prevails, triggered
from aigovkit.situation import Situation


class Standing:
    """How one rule stands in one situation. Each part is worked out when it is first asked for."""

    def __init__(self, rulebook: Rulebook, rule: AnyRule, situation: Situation) -> None:
        self.rulebook: Rulebook = rulebook
        self.rule: AnyRule = rule
        self.situation: Situation = situation
        self.condition: Condition = triggered(rule)
        self.answer: bool | None = holds(self.condition, situation)

    @functools.cached_property
    def in_force(self) -> bool | None:
        """Whether the rule governs the act."""
        return holds(self.rule.in_force, self.situation)

    @property
    def is_idle(self) -> bool:
        """Whether it is certain that the rule does not apply, or is not in force."""
        return self.answer is False or self.in_force is False

    @property
    def is_silent(self) -> bool:
        """Whether it is certain that the rule does not bite."""
        return self.is_idle or bool(self.displacing)

    @functools.cached_property
    def exceptions(self) -> tuple[tuple[ExceptionRule, bool | None], ...]:
        """What may displace the rule, and whether it does."""
        listed = self.rulebook.exceptions.get(self.rule.id, ())
        return tuple((one, displaces(self.rulebook, one, self.rule, self.situation)) for one in listed)

    @property
    def displacing(self) -> tuple[ExceptionRule, ...]:
        """What certainly displaces the rule."""
        return tuple(exception for exception, answer in self.exceptions if answer is True)

    @functools.cached_property
    def met(self) -> bool | None:
        """Whether a duty is done, decided what is left to a person, or matched what a case was decided on."""
        rule = self.rule
        return holds(rule.met, self.situation) if isinstance(rule, Duty | Referral | Ground) else None


def unknown_facts(standing: Standing, subject: Subject) -> Iterator[str]:
    """The paths of the unknown facts that the finding on a rule hangs on, for one thing it speaks of.

    What is settled hangs on nothing; what a presumption settles, on the facts that would rebut it.
    """
    rulebook, rule, situation = standing.rulebook, standing.rule, standing.situation
    if rule.id not in rulebook.presuming:
        yield from _of_subject(standing, subject)
        return
    bare = Standing(rulebook, rule, situation.unburdened())
    if _plain_verdict(rulebook, rule, subject) in (Verdict.UNDETERMINED, Verdict.MET_IF_APPLICABLE):
        yield from _of_subject(bare, subject)
        return
    for path in _hanging(bare):
        if paths.general(path) in rulebook.rebuttals[rule.id]:
            yield _named(path, subject, rule)


def with_and_without_burden(rulebook: Rulebook, rule: AnyRule, subject: Subject) -> tuple[Verdict, Verdict]:
    """The verdict for one thing the rule speaks of, and what it would be if nobody bore a burden: where the
    two differ, it rests on a presumption.
    """
    if rule.id not in rulebook.presuming:
        return Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE
    burdened, bare = (_plain_verdict(rulebook, rule, one) for one in (subject, subject.unburdened()))
    return burdened, bare


def _plain_verdict(rulebook: Rulebook, rule: AnyRule, subject: Subject) -> Verdict:
    """The verdict for one thing the rule speaks of, all the ways in which it does not bite being one, and a
    breach of which it is open what it is called being undetermined.
    """
    verdict = verdict_for(rulebook, rule, subject)
    if verdict in SILENT:
        return Verdict.NOT_APPLICABLE
    if verdict is Verdict.BREACHED and effective_force(rule, subject.situation) is None:
        return Verdict.UNDETERMINED
    return verdict


def open_effects(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts on which it hangs whether the rule moves the outcome, now or once what
    it presumes is rebutted.
    """
    moved_by = [condition for _, condition in effects(rule)]

    def hanging(standing: Standing) -> Iterator[str]:
        moving = [one for one in moved_by if holds(one, standing.situation) is not False]
        if moving:  # What moves nothing, whatever becomes known, hangs on nothing.
            yield from _open_trigger(standing)
        for condition in moving:
            yield from open_facts(condition, standing.situation)

    yield from dict.fromkeys(_open_of_each(rulebook, rule, situation, hanging))


def open_finding(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts on which the finding on a rule hangs, now or once what it presumes is
    rebutted.
    """
    yield from _open_of_each(rulebook, rule, situation, _hanging)


def _open_of_each(
    rulebook: Rulebook,
    rule: AnyRule,
    situation: Situation,
    hanging: Callable[[Standing], Iterator[str]],
) -> Iterator[str]:
    """What something hangs on for each thing a rule speaks of, whoever bears a burden of proof; nothing where
    the rule is silent.
    """
    bare = situation.unburdened() if rule.id in rulebook.presuming else situation
    found: dict[int, tuple[str, ...] | None] = {}
    for subject, at in zip(subjects(rule, bare), alike(rulebook, rule, bare), strict=True):
        if at not in found:
            standing = Standing(rulebook, rule, subject.situation)
            found[at] = None if standing.is_silent else tuple(dict.fromkeys(hanging(standing)))
        if (several := found[at]) is not None:
            yield from _of_list(rule.each, subject, several, bare)


def _of_subject(standing: Standing, subject: Subject) -> Iterator[str]:
    """What the finding hangs on, by the numbers of the records; the list itself while it is unknown."""
    if standing.is_silent:
        return
    hanging = _hanging(standing)
    yield from _of_list(standing.rule.each, subject, hanging, standing.situation)


def _of_list(
    collection: RecordsFact | None, subject: Subject, hanging: Iterable[str], situation: Situation
) -> Iterator[str]:
    """What is open of one record of a list, by its number. Of one that may be there, the list itself is
    asked, and what is no fact of it.
    """
    if collection is None:
        yield from hanging
    elif subject.is_certain:
        for path in hanging:
            yield paths.numbered_in(collection.path, path, subject.index)
    else:
        yield from _open_fact(collection, situation)
        yield from (path for path in hanging if not path.startswith(f"{collection.path}[]"))


def _named(path: str, subject: Subject, rule: AnyRule) -> str:
    """The path of a fact by the number of the record; of a record of an unknown list, that of the list."""
    if subject.is_certain or rule.each is None or not paths.is_of_record(path):
        return paths.numbered(path, subject.index)
    return rule.each.path


def _hanging(standing: Standing) -> Iterator[str]:
    if standing.is_silent:
        return
    yield from _open_trigger(standing)
    rule, situation = standing.rule, standing.situation
    if isinstance(rule, Duty) and standing.met is not True:
        yield from open_facts(rule.met, situation)
        yield from open_facts(rule.breached, situation)
    if isinstance(rule, Referral | Ground):
        yield from open_facts(rule.met, situation)
    if _may_be_called_a_breach(standing) and BREACHES[rule.force] is not Status.VIOLATED:
        yield from open_facts(
            rule.promoted_by, situation
        )  # Whether it binds decides what a breach is called.


def _may_be_called_a_breach(standing: Standing) -> bool:
    """Whether what is not silent may be a breach that is called one."""
    rule = standing.rule
    if isinstance(rule, Duty):
        undone = standing.met is not True and not rule.standing
        return undone and holds(rule.breached, standing.situation) is not False
    return isinstance(rule, Prohibition)


def _open_trigger(standing: Standing) -> Iterator[str]:
    """What keeps it open whether the rule bites, where it may."""
    yield from open_facts(standing.condition, standing.situation)
    yield from open_facts(standing.rule.in_force, standing.situation)
    for exception, answer in standing.exceptions:
        if answer is None:
            yield from _open_trigger(Standing(standing.rulebook, exception, standing.situation))
            yield from open_facts(prevails(exception, standing.rule), standing.situation)


def open_facts(condition: Condition, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts that keep a condition open; nothing when it is settled."""
    if holds(condition, situation) is not None:
        return
    match condition:
        case BooleanFact():
            yield from _open_fact(condition, situation)
        case IsIn() | Has() | HasOnly() | Within() | HasProvision():
            yield from _open_fact(condition.fact, situation)
        case Attested():
            yield _path_attested(condition, situation)
        case BooleanParameter():
            yield condition.name
        case ParameterIs(parameter):
            yield parameter.name
        case AtMost():
            for side in condition.sides:
                yield from _open_values(side, situation)
        case LiesIn(quantity):
            yield from _open_values(quantity, situation)
        case MeetsCadence(occurrences, _, since, until, anchor):
            if listed(occurrences, situation) is None:
                yield from _open_fact(occurrences, situation)
            for value in (since, until, anchor):
                if value is not None:
                    yield from _open_values(value, situation, hours=False)
        case InForce(starts, act, ends):
            for value in (starts, act, ends):
                if value is not None:
                    yield from _open_values(value, situation)
        case SomeOf(collection, inner) | EachOf(collection, inner):
            harmless = isinstance(condition, EachOf)
            yield from _open_records(collection, inner, situation, harmless=harmless)
        case Named() | Forward():
            if condition not in situation.hanging:
                inside = open_facts(condition.condition, situation)
                situation.hanging[condition] = tuple(dict.fromkeys(inside))
            yield from situation.hanging[condition]
        case ByReading():
            yield from open_facts(as_read(condition, situation), situation)
        case Always() | Not() | AllOf() | AnyOf() | Rebutted():
            for part in parts(condition):
                yield from open_facts(part, situation)  # type: ignore[arg-type]
        case _:
            assert_never(condition)


def open_points(points: Quantity, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts that leave open what the points of a score come to."""
    yield from _open_values(points, situation)


def _open_values(value: Value, situation: Situation, *, hours: bool = True) -> Iterator[str]:
    """The paths of the facts that leave open what a value is; without `hours`, on which day it is."""
    if isinstance(value, TimeNode | QuantityNode) and _lies_in_one_place(value, situation, hours=hours):
        return  # However much is unknown inside it, nothing learnt could move it.
    match value:
        case EventFact() | QuantityFact():
            if _is_open(bounds(value, situation), situation, hours=hours):
                yield from _open_fact(value, situation)
        case AttestedOn() | EventParameter() | CountParameter():
            if _is_open(bounds(value, situation), situation, hours=hours):
                yield _path_attested(value, situation) if isinstance(value, AttestedOn) else value.name
        case AsOf() | Constant() | Length() | Day():
            return
        case TimeByReading() | QuantityByReading():
            yield from _open_values(as_read(value, situation), situation, hours=hours)
        case TimeIf(condition, then, otherwise):
            answer = holds(condition, situation)
            yield from open_facts(condition, situation)
            yield from _open_values(then, situation, hours=hours) if answer is not False else ()
            yield from _open_values(otherwise, situation, hours=hours) if answer is not True else ()
        case CountOf(collection, inner):
            yield from _open_records(collection, inner, situation, harmless=False)
        case (
            FirstAmong(collection, of, inner)
            | LastAmong(collection, of, inner)
            | TotalOf(collection, of, inner)
        ):
            for subject in records(collection, situation):
                if holds(inner, subject.situation) is not False:
                    within = [*open_facts(inner, subject.situation)]
                    within += _open_values(of, subject.situation, hours=hours)
                    yield from _of_list(collection, subject, within, situation)
        case Points(cells):
            for condition, _ in cells:
                yield from open_facts(condition, situation)
                if holds(condition, situation) is True:
                    return
        case LastOf(occurrences, otherwise, by):
            if _may_differ(listed(occurrences, situation), by, situation, hours=hours):
                yield from _open_fact(occurrences, situation)
            yield from _open_values(otherwise, situation, hours=hours)
            yield from _open_values(by, situation)
        case StartOfDay(time) | EndOfDay(time) | OpenDay(time):
            yield from _open_values(time, situation, hours=False)
        case Shifted(time, period):
            # An hour later may be the next day; a month later is the last instant of its day.
            yield from _open_values(time, situation, hours=period.is_elapsed)
        case Earliest(several) | Latest(several) | Greatest(several) | Sum(several) | Product(several):
            for one in several:
                yield from _open_values(one, situation, hours=hours)
        case _:
            assert_never(value)


def _lies_in_one_place(value: Any, situation: Situation, *, hours: bool) -> bool:
    """Whether it is settled what a value is, or on which day it is, whoever bears a burden of proof."""
    low, high = bounds(value, situation.unburdened())
    if not hours and isinstance(value, TimeNode):
        low, high = periods.start_of_day((low, high), situation.zone)
    return low == high


def _is_open(between: Interval, situation: Situation, *, hours: bool) -> bool:
    """Whether a time or a number may be several; without `hours`, whether a time may be on several days."""
    low, high = between
    if low == high:
        return False
    if hours or math.isinf(low) or math.isinf(high):
        return True
    return periods.day_at(low, situation.zone) != periods.day_at(high, situation.zone)


def _may_differ(occurrences: Any, by: Time, situation: Situation, *, hours: bool) -> bool:
    """Whether it is open which of several occurrences was the last by a time, or when that one was."""
    if occurrences is None:
        return True
    earliest, latest = (min(at, situation.now) for at in bounds(by, situation))
    days = [one for one in occurrences if lacks_hour(one)]
    inside = (periods.interval(day, situation.zone) for day in days)
    return (hours and bool(days)) or any(first <= latest and earliest < last for first, last in inside)


def _path_attested(node: OfAttestation, situation: Situation) -> str:
    """The path of the attestation to ask for: that of a record where single ones are attested, else that of
    the whole, which says it of all of them at once.
    """
    single = situation.case.attestations.records
    if node.each is not None and (node.provision, node.each.path) in single:
        return node.path_of_record
    return node.path


def _open_fact(fact: Fact | Times, situation: Situation) -> Iterator[str]:
    """What keeps a fact open of which a test is: first what says whether it has a meaning, then itself."""
    if isinstance(fact, AttestedDays):
        yield _path_attested(fact, situation)
        return
    if fact.where is not None:
        yield from open_facts(fact.where, situation)
    if fact.where is None or not _is_final(situation.value(fact)):
        yield fact.path


def _is_final(value: Any) -> bool:
    """Whether nothing more can be learnt of a fact that has this value: no hour, no day, no further word."""
    match value:
        case bool() | int() | str() | decimal.Decimal() | Period() | datetime.datetime() | Record():
            return True
        case TermSet():
            return value.no is None
        case Partly():
            return False
        case tuple():
            return all(_is_final(one) for one in value)
        case _:
            return value is Occurrence.NEVER


def _open_records(
    collection: RecordsFact, inner: Condition, situation: Situation, *, harmless: bool
) -> Iterator[str]:
    """What is open of the records of a list; `harmless` is the answer of one that changes nothing."""
    for subject in records(collection, situation):
        if subject.is_certain or holds(inner, subject.situation) is not harmless:
            inside = open_facts(inner, subject.situation)
            yield from _of_list(collection, subject, inside, situation)


def lacks_hour(value: Any) -> bool:
    """Whether it is a day, of which the hour is not known."""
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
