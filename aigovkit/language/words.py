"""Conditions and values in plain English. No Python reaches a reader.

A condition is worded as it holds or, for a false answer, as it fails to. With a
situation, readings are worded as chosen and known times are told.
"""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from aigovkit.language.kinds import Condition, Value
from aigovkit.language.meaning import as_read, holds
from aigovkit.language.nodes import (
    AllOf,
    Always,
    AnyOf,
    AsOf,
    AtMost,
    Attested,
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
    Forward,
    Greatest,
    Has,
    HasOnly,
    InForce,
    IsIn,
    LastOf,
    Latest,
    Length,
    MeetsCadence,
    Named,
    Not,
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
    Within,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter, Parameter
from aigovkit.language.parts import parts
from aigovkit.periods import Occurrence, Period
from aigovkit.situation import Situation


def statement(condition: Condition, situation: Situation | None = None, answer: bool = True) -> str:
    """One test in words, as it holds or (for a false answer) fails to.

    >>> from aigovkit.models import System
    >>> statement(System.uses_ai, answer=False)
    'system.uses_ai is no'

    .. versionadded:: 0.1.0
    """
    match condition:
        case BooleanFact():
            return f"{condition.path} is {'yes' if answer else 'no'}"
        case Always(fixed):
            return "always" if fixed is answer else "never"
        case IsIn(fact, terms):
            if situation is not None and situation.value(fact) is not None:
                return f"{fact.path} is {situation.value(fact)}"
            return f"{fact.path} is {'' if answer else 'not '}{_listed(terms)}"
        case Has(fact, term):
            return f"{fact.path} {'has' if answer else 'lacks'} {term}"
        case HasOnly(fact, terms):
            if not terms:
                return f"{fact.path} is {'' if answer else 'not '}empty"
            return f"{fact.path} has {'only' if answer else 'more than'} {_listed(terms, ' and ')}"
        case Within(fact, place):
            return f"{fact.path} {'lies' if answer else 'does not lie'} in {place}"
        case AtMost():
            return _comparison(condition, situation, answer)
        case Attested(provision):
            return f"{provision} is attested {'done' if answer else 'not done'}"
        case MeetsCadence(occurrences, cadence):
            keeps = "keeps" if answer else "does not keep"
            return f"{occurrences.path} {keeps} a gap of at most {period(cadence.every)}"
        case ParameterIs(parameter, choice):
            return f"{parameter.name} is {'' if answer else 'not '}{choice}"
        case BooleanParameter():
            return f"{condition.name} is {'yes' if answer else 'no'}"
        case InForce():
            return "it is in force" if answer else "it is not in force"
        case Not(inner):
            return statement(inner, situation, not answer)
        case AllOf(several) | AnyOf(several):
            joint = " and " if isinstance(condition, AllOf) is answer else " or "
            return joint.join(_enclosed(part, situation, answer, condition) for part in several)
        case Named() | Forward():
            return f"{condition.name} ({statement(condition.condition, situation, answer)})"
        case ByReading(ambiguity, options):
            chosen = situation.reading(ambiguity) if situation else ambiguity.default
            return statement(dict(options)[chosen], situation, answer)
        case Rebutted(inner):
            return f"{'' if answer else 'not '}proved: {statement(inner, situation)}"
        case SomeOf(collection, inner):
            return f"{'some' if answer else 'none'} of {collection.path}: {statement(inner)}"
        case EachOf(collection, inner):
            return f"{'each' if answer else 'not each'} of {collection.path}: {statement(inner)}"
        case _:
            assert_never(condition)


def _enclosed(part: Condition, situation: Situation | None, answer: bool, outer: Condition) -> str:
    text = statement(part, situation, answer)
    return f"({text})" if isinstance(part, AllOf | AnyOf) and type(part) is not type(outer) else text


def _listed(terms: Iterable[str], joint: str = " or ") -> str:
    return joint.join(str(term) for term in terms)


_ORDERS = {
    (False, True): "is at most",
    (True, True): "is less than",
    (False, False): "is more than",
    (True, False): "is at least",
}
"""How numbers compare, by whether the test is strict and what it came to."""


def _comparison(test: AtMost, situation: Situation | None, answer: bool) -> str:
    first, known = value(test.left, situation), _known_times(test, situation)
    if not isinstance(test.left, TimeNode):
        return f"{first} {_ORDERS[test.strict, answer]} {value(test.right, situation)}{known}"
    if isinstance(test.right, AsOf):
        return f"{first} {'has' if answer else 'has not'} happened{known}"
    positive, negative = ("before", "not before") if test.strict else ("no later than", "not by")
    return f"{first} was {positive if answer else negative} {value(test.right, situation)}{known}"


def value(node: Value, situation: Situation | None = None) -> str:
    """A time or a number in words.

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
            return f"{number:,}"
        case Length(length):
            return period(length)
        case Day(day):
            return day.isoformat()
        case Shifted(start, length):
            return f"{period(length)} after {value(start, situation)}"
        case StartOfDay(time):
            return value(time, situation)
        case EndOfDay(time):
            return f"the end of {value(time, situation)}"
        case TimeByReading(ambiguity, options) | QuantityByReading(ambiguity, options):
            read = as_read(node, situation) if situation else dict(options)[ambiguity.default]
            return value(read, situation)
        case TimeIf(condition, then, otherwise):
            answer = holds(condition, situation) if situation else None
            if answer is not None:
                return value(then if answer else otherwise, situation)
            where = statement(condition, situation)
            return f"{value(then, situation)} where {where}, else {value(otherwise, situation)}"
        case AttestedOn(provision):
            return f"the doing of {provision}"
        case LastOf(occurrences, otherwise):
            return f"the last of {occurrences.path}, or else {value(otherwise, situation)}"
        case Earliest(times):
            return f"the first of {_values(times, situation)}"
        case Latest(times):
            return f"the last of {_values(times, situation)}"
        case Greatest(quantities):
            return f"the largest of {_values(quantities, situation)}"
        case Sum(quantities):
            return f"the sum of {_values(quantities, situation)}"
        case Product(quantities):
            return f"the product of {_values(quantities, situation)}"
        case Points(scale):
            steps = "; ".join(
                f"{number} where {statement(condition, situation)}" for condition, number in scale
            )
            return f"the points ({steps})"
        case CountOf(collection, inner):
            return f"the number of {collection.path} where {statement(inner)}"
        case _:
            assert_never(node)


def _values(nodes: Iterable[Value], situation: Situation | None) -> str:
    return ", ".join(value(node, situation) for node in nodes)


def _known_times(test: AtMost, situation: Situation | None) -> str:
    if situation is None:
        return ""
    facts = [fact for side in (test.left, test.right) for fact in _own_facts(side, situation)]
    known = [
        f"{fact.name} {word(situation.value(fact))}" for fact in facts if situation.value(fact) is not None
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
    elif not isinstance(node, CountOf | Points | Parameter):
        for part in parts(node):
            yield from _own_facts(part, situation)


def word(known: Any) -> str:
    """A known value in words.

    >>> word(True), word(Period.parse("P30D")), word(decimal.Decimal("1250.50"))
    ('yes', '30 days', '$1,250.50')

    .. versionadded:: 0.1.0
    """
    match known:
        case bool():
            return "yes" if known else "no"
        case Occurrence():
            return known.value
        case datetime.date():
            return known.isoformat()
        case Period():
            return period(known)
        case decimal.Decimal():
            return f"${known:,}"
        case _:
            return str(known)


def period(length: Period) -> str:
    """A period in words: 30 days, 24 hours.

    .. versionadded:: 0.1.0
    """
    hours, rest = divmod(length.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    named = (
        (length.years, "year"),
        (length.months, "month"),
        (length.days, "day"),
        (hours, "hour"),
        (minutes, "minute"),
        (seconds, "second"),
    )
    told = " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in named if number)
    return told or "no time"
