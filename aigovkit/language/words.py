"""Conditions, times and numbers in plain English. No Python reaches a reader.

A condition is worded as it holds or, for a false answer, as it fails to. With a
situation, readings are worded as chosen and known times are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from aigovkit.language import logic
from aigovkit.language.kinds import Condition, OfAttestation, Time, Times, Value
from aigovkit.language.meaning import as_read, bounds, holds
from aigovkit.language.nodes import (
    ALWAYS,
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
    Rebutted,
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
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter, Parameter
from aigovkit.language.parts import distinct, parts
from aigovkit.periods import Period
from aigovkit.situation import Situation
from aigovkit.wording import day, money, period, plain, word


def proposition(condition: Condition, situation: Situation | None = None, answer: bool = True) -> str:
    """One test in words, as it holds or (for a false answer) fails to.

    >>> from aigovkit.models import System
    >>> proposition(System.uses_ai, answer=False)
    'system.uses_ai is no'

    .. versionadded:: 0.1.0
    """
    match condition:
        case BooleanFact():
            return f"{condition.path} is {'yes' if answer else 'no'}"
        case Always(fixed):
            return "always" if fixed is answer else "never"
        case IsIn(fact, terms):
            known = None if situation is None else situation.value(fact)
            if known is not None and (known in terms) is answer:
                return f"{fact.path} is {word(known)}"
            return f"{fact.path} is {'' if answer else 'not '}{_listed(terms)}"
        case Has(fact, term):
            return f"{fact.path} {'has' if answer else 'lacks'} {word(term)}"
        case HasOnly(fact, terms):
            if not terms:
                return f"{fact.path} is {'' if answer else 'not '}empty"
            return f"{fact.path} has {'only' if answer else 'more than'} {_listed(terms, ' and ')}"
        case Within(fact, place):
            return f"{fact.path} {'lies' if answer else 'does not lie'} in {place}"
        case HasProvision(fact, provision):
            return f"{fact.path} {'has' if answer else 'lacks'} {provision}"
        case AtMost():
            return _comparison(condition, situation, answer)
        case Attested(provision):
            short = "" if answer or situation is None else short_of_done(condition, situation)
            return f"{provision} is {short or ('attested done' if answer else 'attested not done')}"
        case MeetsCadence():
            return _recurrence(condition, situation, answer)
        case ParameterIs(parameter, choice):
            return f"{parameter.name} is {'' if answer else 'not '}{plain(choice)}"
        case BooleanParameter():
            return f"{condition.name} is {'yes' if answer else 'no'}"
        case InForce():
            return "it is in force" if answer else "it is not in force"
        case LiesIn():
            return _in_ranges(condition, situation, answer)
        case Not(inner):
            return proposition(inner, situation, not answer)
        case AllOf(several) | AnyOf(several):
            if not several:
                return proposition(Always(isinstance(condition, AllOf)), situation, answer)
            joint = " and " if isinstance(condition, AllOf) is answer else " or "
            return joint.join(_part(part, situation, answer, joint) for part in several)
        case Named() | Forward():
            meant = proposition(condition.condition, situation, answer)
            return f"{'' if answer else 'it is not so that '}{condition.name} ({meant})"
        case ByReading():
            return proposition(_read(condition, situation), situation, answer)
        case Rebutted(inner):
            return f"{'' if answer else 'not '}proved: {proposition(inner, situation)}"
        case SomeOf(collection, inner):
            return f"{'some' if answer else 'none'} of {collection.path}: {proposition(inner)}"
        case EachOf(collection, inner):
            return f"{'each' if answer else 'not each'} of {collection.path}: {proposition(inner)}"
        case _:
            assert_never(condition)


PROGRESS: Mapping[Any, str] = {"partly": "attested done in part", "in_progress": "attested to be in progress"}
"""What is said of a duty that is not done, by how far it has come."""


def short_of_done(node: OfAttestation, situation: Situation) -> str:
    """What is attested of a duty that falls short of its being done by the time of judging; empty where
    nothing does.

    .. versionadded:: 0.1.0
    """
    attestation = situation.attestation(node.provision, node.each)
    if attestation is None or not attestation.done:
        return PROGRESS.get(getattr(attestation, "met", None), "")
    if logic.attested(attestation, situation.now, situation.zone) is not False:
        return ""
    day_attested = attestation.days[0] if attestation.days else attestation.on
    return f"attested for a later day ({word(day_attested, situation.zone)})"


def _read(node: Any, situation: Situation | None) -> Any:
    """What a node that depends on a reading stands for: as chosen, or by default where there is no case."""
    return as_read(node, situation) if situation else dict(node.options)[node.ambiguity.default]


def _part(part: Condition, situation: Situation | None, answer: bool, joint: str) -> str:
    """One of several parts, in parentheses where it would not be clear where it ends."""
    text = proposition(part, situation, answer)
    while isinstance(part, Not | ByReading):
        answer = answer is not isinstance(part, Not)
        part = part.inner if isinstance(part, Not) else _read(part, situation)
    if isinstance(part, AllOf | AnyOf):
        inner = " and " if isinstance(part, AllOf) is answer else " or "
        return text if inner == joint or len(part.conditions) < 2 else f"({text})"
    return f"({text})" if isinstance(part, SomeOf | EachOf | Rebutted) else text


def _in_ranges(condition: LiesIn, situation: Situation | None, answer: bool) -> str:
    if condition.whole is not None:
        return proposition(condition.whole, situation, answer)
    ranges = _listed(stretch(*one) for one in condition.ranges)
    verb = "is" if answer else "is not"
    if situation is not None and not isinstance(condition.quantity, Fact):
        low, high = bounds(condition.quantity, situation)
        known = f", {low:,.0f}," if low == high else ""
        return f"the total{known} {verb} {ranges}"
    return f"{value(condition.quantity, situation)} {verb} {ranges}"


def stretch(least: int | None, most: int | None) -> str:
    """Whole numbers from the lowest to the highest, in words; None is no end.

    >>> stretch(3, 4), stretch(5, None)
    ('3 to 4', 'at least 5')

    .. versionadded:: 0.1.0
    """
    if least is None or most is None:
        return (
            "any number" if least is most else f"at most {most:,}" if least is None else f"at least {least:,}"
        )
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"


def _recurrence(condition: MeetsCadence, situation: Situation | None, answer: bool) -> str:
    done, cadence = _times(condition.occurrences), condition.cadence
    length = period(cadence.every)
    if not (cadence.by_calendar or cadence.by_anniversary):
        return f"{done} {'keeps' if answer else 'does not keep'} a gap of at most {length}"
    number, _, unit = length.partition(" ")
    window = f"{number} calendar {unit}".removeprefix("1 ")
    if cadence.by_anniversary:
        anchor = condition.since if condition.anchor is None else condition.anchor
        window = f"{length.removeprefix('1 ')} counted from {value(anchor, situation)}"
    return f"{done} {'has one in each' if answer else 'has none in some'} {window}"


def _times(occurrences: Times) -> str:
    return (
        f"the doing of {occurrences.provision}" if isinstance(occurrences, AttestedDays) else occurrences.path
    )


def _listed(terms: Iterable[str], joint: str = " or ") -> str:
    return joint.join(map(word, terms))


_ORDERS = {
    (False, True): "is at most",
    (True, True): "is less than",
    (False, False): "is more than",
    (True, False): "is at least",
}
"""How numbers compare, by whether the test is strict and what it came to."""


def _comparison(test: AtMost, situation: Situation | None, answer: bool) -> str:
    if _told_of(test.left) < _told_of(test.right):  # What the case says is told first.
        test, answer = AtMost(test.right, test.left, strict=not test.strict), not answer
    unit = _unit(test.left) or _unit(test.right)
    first, second = value(test.left, situation, unit), value(test.right, situation, unit)
    known = _known_times(test, situation)
    if not isinstance(test.left, TimeNode):
        return f"{first} {_ORDERS[test.strict, answer]} {second}{known}"
    if isinstance(test.right, AsOf) and not test.strict:
        return f"{first} {'has' if answer else 'has not'} happened{known}"
    positive, negative = (
        ("was before", "was not before") if test.strict else ("was no later than", "did not come by")
    )
    return f"{first} {positive if answer else negative} {second}{known}"


def _told_of(side: Value) -> int:
    """How much of a side of a comparison is of the case at hand: its facts, a parameter, or nothing."""
    kinds = [
        2 if isinstance(one, Fact | AttestedOn) else isinstance(one, Parameter) for one in distinct([side])
    ]
    return max(kinds, default=0)


def value(node: Value, situation: Situation | None = None, unit: str = "") -> str:
    """A time or a number in words. A plain number counts what `unit` says: cents, seconds, or just so many.

    >>> from aigovkit.language.nodes import AS_OF
    >>> value(AS_OF.plus("P30D"))
    '30 days after the time of judging'

    .. versionadded:: 0.1.0
    """
    match node:
        case EventFact() | QuantityFact():
            return node.path
        case EventParameter() | CountParameter():
            return node.name
        case AsOf():
            return "the time of judging"
        case Constant(number):
            return _counted(number, unit)
        case Length(length):
            return period(length)
        case Day(fixed):
            return day(fixed)
        case Shifted(start, length):
            return f"{period(length)} after {value(start, situation)}"
        case StartOfDay(time):
            return value(time, situation)
        case EndOfDay(time):
            return f"the end of {value(time, situation)}"
        case OpenDay(time, closed):
            return f"the first open day ({closed.name}) from {value(time, situation)} on"
        case TimeByReading() | QuantityByReading():
            return value(_read(node, situation), situation, unit)
        case TimeIf(condition, then, otherwise):
            answer = holds(condition, situation) if situation else None
            if answer is not None:
                return value(then if answer else otherwise, situation)
            where = proposition(condition, situation)
            return f"{value(then, situation)} where {where}, else {value(otherwise, situation)}"
        case AttestedOn(provision):
            return f"the doing of {provision}"
        case LastOf(occurrences, otherwise, by):
            until = "" if isinstance(by, AsOf) else f" by {value(by, situation)}"
            return f"the last of {_times(occurrences)}{until}, or else {value(otherwise, situation)}"
        case FirstAmong(collection, time, inner):
            return f"the first {_of_records(time)} {collection.path} where {proposition(inner)}"
        case LastAmong(collection, time, inner):
            return f"the last {_of_records(time)} {collection.path} where {proposition(inner)}"
        case Earliest(times):
            return f"the first of {_values(times, situation)}"
        case Latest(times):
            return f"the last of {_values(times, situation)}"
        case Greatest(quantities):
            return f"the largest of {_values(quantities, situation, unit)}"
        case Sum(quantities):
            return f"the sum of {_values(quantities, situation, unit)}"
        case Product(quantities):
            return f"the product of {_values(quantities, situation)}"
        case Points(cells):
            told = "; ".join(_cell(*cell, situation) for cell in cells)
            return f"the points ({told})"
        case CountOf(collection, inner):
            return f"the number of {collection.path} where {proposition(inner)}"
        case TotalOf(collection, quantity, inner):
            return f"the total of {value(quantity)} over the {collection.path} where {proposition(inner)}"
        case _:
            assert_never(node)


def _cell(condition: Condition, points: int, situation: Situation | None) -> str:
    if condition == ALWAYS:
        return f"else {points}"
    # What a name stands for is told where the name has its own row; here it would hide the points.
    name = condition.name if isinstance(condition, Named) else proposition(condition, situation)
    return f"{points} where {name}"


def _counted(number: int, unit: str) -> str:
    if unit == "cents":
        return money(number)
    if unit == "seconds" and number >= 0:
        days, rest = divmod(number, 86_400)
        return period(Period(seconds=number) if rest else Period(days=days))
    return f"{number:,}"


def _unit(node: Value) -> str:
    """What a number counts."""
    match node:
        case QuantityFact():
            return node.unit
        case Length():
            return "seconds"
        case TotalOf(_, quantity, _):
            return _unit(quantity)
        case Greatest(several) | Sum(several) | Product(several):
            return next((unit for part in several if (unit := _unit(part))), "")
        case QuantityByReading():
            return next((unit for _, option in node.options if (unit := _unit(option))), "")
        case _:
            return ""


def _of_records(time: Time) -> str:
    """What the first or the last among records goes by."""
    return f"{value(time)} of" if isinstance(time, EventFact) else f"(by {value(time)}) of"


def _values(nodes: Iterable[Value], situation: Situation | None, unit: str = "") -> str:
    texts = [value(node, situation, unit) for node in nodes]
    if not texts:
        return "none"
    return ", ".join(f"({text})" if ", " in text and len(texts) > 1 else text for text in texts)


def _known_times(test: AtMost, situation: Situation | None) -> str:
    if situation is None:
        return ""
    facts = [fact for side in (test.left, test.right) for fact in _own_facts(side, situation)]
    known = [
        f"{fact.name} {word(situation.value(fact), situation.zone)}"
        for fact in facts
        if situation.value(fact) is not None
    ]
    return f" ({', '.join(known)})" if known else ""


def _own_facts(node: Any, situation: Situation) -> Iterator[Fact]:
    """The facts a value is made of, those it only counts or scores by left out."""
    if isinstance(node, Fact):
        yield node
    elif isinstance(node, TimeByReading | QuantityByReading):
        yield from _own_facts(as_read(node, situation), situation)
    elif isinstance(node, TimeIf):
        answer = holds(node.condition, situation)
        yield from _own_facts(node.then, situation) if answer is not False else ()
        yield from _own_facts(node.otherwise, situation) if answer is not True else ()
    elif not isinstance(node, CountOf | TotalOf | FirstAmong | LastAmong | Points | Parameter):
        for part in parts(node):
            yield from _own_facts(part, situation)
