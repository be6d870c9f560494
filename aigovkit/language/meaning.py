"""What conditions and values mean, in the plainest code there is.

A condition is true, false or unknown, by strong Kleene logic: `holds`. A value
with an order means the interval it may lie in: `bounds`. The compiled form of a
policy is tested against these two functions, never the other way round.
"""

from __future__ import annotations

import functools
import itertools
import math
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, assert_never, cast

from aigovkit import periods
from aigovkit.language import logic
from aigovkit.language.kinds import Condition, Quantity, Time, Times, Value
from aigovkit.language.lists import Partly
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
    Rebutted,
    RecordsFact,
    Shifted,
    SomeOf,
    StartOfDay,
    Sum,
    TimeByReading,
    TimeIf,
    TotalOf,
    Within,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter
from aigovkit.language.reaches import Reach, either, joined, lies_in
from aigovkit.language.supposing import TOGETHER, Answers, answers_open, supposing
from aigovkit.periods import NEVER_AT, Interval
from aigovkit.situation import Situation


def holds(condition: Condition, situation: Situation) -> bool | None:
    """Whether the condition holds; None if the known facts do not settle it.

    .. versionadded:: 0.1.0
    """
    match condition:
        case BooleanFact():
            return _where(condition, situation.value(condition), situation, empty=False)
        case Always(answer):
            return answer
        case Not(inner):
            return logic.negation(holds(inner, situation))
        case AllOf(conditions):
            return logic.conjunction(holds(c, situation) for c in conditions)
        case AnyOf(conditions):
            return logic.disjunction(holds(c, situation) for c in conditions)
        case IsIn(fact, terms):
            term = situation.value(fact)
            is_one = None if term is None else term in terms
            return _where(fact, is_one, situation, empty=fact.none in terms)
        case Has(fact, term):
            known = situation.value(fact)
            return _where(fact, None if known is None else known.has(term), situation, empty=False)
        case HasOnly(fact, terms):
            known = situation.value(fact)
            return _where(fact, None if known is None else known.has_only(terms), situation, empty=True)
        case Within(fact, place):
            at = situation.value(fact)
            lies_there = None if at is None else f"{at}/".startswith(f"{place}/")
            return _where(fact, lies_there, situation, empty=False)
        case HasProvision(fact, provision):
            known = situation.value(fact)
            return _where(fact, None if known is None else provision in known, situation, empty=False)
        case AtMost(strict=strict):
            left, right = condition.sides
            return logic.compared(bounds(left, situation), bounds(right, situation), strict)
        case SomeOf(collection, inner):
            several = members(collection, situation)
            return logic.disjunction(_unless_uncertain(holds(inner, one.at), one, True) for one in several)
        case EachOf(collection, inner):
            several = members(collection, situation)
            return logic.conjunction(_unless_uncertain(holds(inner, one.at), one, False) for one in several)
        case Named() | Forward():
            if condition not in situation.settled:
                situation.settled[condition] = holds(condition.condition, situation)
            return situation.settled[condition]
        case ByReading():
            return holds(as_read(condition, situation), situation)
        case Rebutted(inner):
            shown = holds(inner, situation)
            return shown is True if situation.presumes else shown
        case Attested(provision, each):
            return logic.attested(situation.attestation(provision, each), situation.now, situation.zone)
        case MeetsCadence(occurrences, cadence, since, until, anchor):
            start, end = bounds(since, situation), bounds(until, situation)
            anchored = None if anchor is None else bounds(anchor, situation)
            done = listed(occurrences, situation)
            return logic.meets_cadence(done, cadence, start, end, anchored, situation.now, situation.zone)
        case BooleanParameter():
            return situation.parameter(condition)  # type: ignore[no-any-return]
        case ParameterIs(parameter, choice):
            value = situation.parameter(parameter)
            return None if value is None else value == choice
        case InForce(starts, act, ends):
            return True if situation.hypothetical else _in_force(starts, act, ends, situation)
        case LiesIn(quantity, ranges):
            known = lies_in(bounds(quantity, situation), ranges)
            return lies_in(reached(quantity, situation), ranges) if known is None else known
        case _:
            assert_never(condition)


def asked(fact: Fact, situation: Situation) -> bool | None:
    """Whether a fact has a meaning here; None if the known facts do not settle it.

    .. versionadded:: 0.1.0
    """
    return True if fact.where is None else holds(fact.where, situation)


def listed(fact: RecordsFact | Times, situation: Situation) -> Any:
    """What is in a list of records or of times; None while that is unknown.

    .. versionadded:: 0.1.0
    """
    if isinstance(fact, AttestedDays):
        return logic.attested_days(situation.attestation(fact.provision, fact.each))
    return logic.listed(situation.value(fact), asked(fact, situation))


class Member(NamedTuple):
    """One record of a list: the situation that looks at it, and whether it is certain that there is one.

    .. versionadded:: 0.1.0
    """

    at: Situation
    is_certain: bool


def members(collection: RecordsFact, situation: Situation) -> list[Member]:
    """The records of a list and, while there may be more, one of which nothing is known for all of these.

    A record that may be there can leave an answer open and never decides one.

    .. versionadded:: 0.1.0
    """
    known = situation.looked_at.get(collection)
    if known is not None:
        return known  # type: ignore[no-any-return]
    several = listed(collection, situation)
    found = [Member(situation.at(collection, one, at), True) for at, one in enumerate(several or ())]
    if several is None or isinstance(several, Partly):
        found.append(Member(situation.at(collection, _blank(collection.record_type)), False))
    situation.looked_at[collection] = found
    return found


@functools.cache
def _blank(kind: Any) -> Any:
    return kind.blank()


def _unless_uncertain(answer: bool | None, member: Member, deciding: bool) -> bool | None:
    """The answer of a record to a question that one answer of one record decides."""
    return answer if member.is_certain or answer is not deciding else None


def _where(fact: Fact, answer: bool | None, situation: Situation, *, empty: bool) -> bool | None:
    """A test of a fact; `empty` is its answer where the fact has no meaning."""
    has_meaning = asked(fact, situation)
    if has_meaning is None:
        return answer if answer is empty else None
    return answer if has_meaning else empty


def _in_force(starts: Time, act: Time, ends: Time | None, situation: Situation) -> bool | None:
    at = bounds(act, situation)
    started = logic.compared(bounds(starts, situation), at, strict=False)
    if ends is None:
        return started
    ended = logic.compared(bounds(ends, situation), at, strict=False)
    return logic.conjunction((started, logic.negation(ended)))


def bounds(value: Value, situation: Situation) -> Interval:
    """The least and the greatest that a time or a quantity may be, both included.

    A time is in microseconds since 1970 in UTC; what never came is infinite. A
    quantity is a count, an amount in cents, or a length in seconds.

    .. versionadded:: 0.1.0
    """
    match value:
        case EventFact():
            happened = logic.event_interval(situation.value(value), situation.now, situation.zone)
            return logic.either(asked(value, situation), happened, NEVER_AT)
        case QuantityFact():
            known = situation.value(value)
            number = value.unknown if known is None else value.interval(known)
            return logic.either(asked(value, situation), number, (0, 0))
        case AsOf():
            return situation.now, situation.now
        case Constant(number):
            return number, number
        case Length(period):
            return period.bounds()
        case Day(day):
            return periods.interval(day, situation.zone)
        case EventParameter():
            return logic.event_interval(situation.parameter(value), situation.now, situation.zone)
        case CountParameter():
            number = situation.parameter(value)
            return (0, math.inf) if number is None else (number, number)
        case Shifted(start, period):
            return periods.shift(bounds(start, situation), period, situation.zone)
        case StartOfDay(time):
            return periods.start_of_day(bounds(time, situation), situation.zone)
        case EndOfDay(time):
            return periods.end_of_day(bounds(time, situation), situation.zone)
        case OpenDay(time, closed):
            return periods.open_day(bounds(time, situation), closed, situation.zone)
        case TimeByReading() | QuantityByReading():
            return bounds(as_read(value, situation), situation)
        case AttestedOn(provision, each, in_time=in_time):
            said = situation.attestation(provision, each)
            return logic.attested_interval(said, situation.now, situation.zone, in_time)
        case LastOf(occurrences, otherwise, by):
            done, else_at, by_then = (
                listed(occurrences, situation),
                bounds(otherwise, situation),
                bounds(by, situation),
            )
            return logic.last_interval(done, else_at, by_then, situation.now, situation.zone)
        case FirstAmong(collection, time, condition):
            return logic.first_among(_among(collection, time, condition, situation))
        case LastAmong(collection, time, condition):
            return logic.last_among(_among(collection, time, condition, situation))
        case TimeIf(condition, then, otherwise):
            answer = holds(condition, situation)
            return logic.either(answer, bounds(then, situation), bounds(otherwise, situation))
        case Earliest(times):
            return logic.least(bounds(t, situation) for t in times)
        case Latest(times):
            return logic.greatest(bounds(t, situation) for t in times)
        case Greatest(quantities):
            return logic.greatest(bounds(q, situation) for q in quantities)
        case Sum(quantities):
            return logic.total(bounds(q, situation) for q in quantities)
        case Product(quantities):
            return logic.product(bounds(q, situation) for q in quantities)
        case Points(cells):
            return logic.points((holds(c, situation), number) for c, number in cells)
        case CountOf(collection, condition):
            several = [(holds(condition, one.at), one.is_certain) for one in members(collection, situation)]
            more = any(answer is not False for answer, is_certain in several if not is_certain)
            return logic.counted((answer for answer, is_certain in several if is_certain), more)
        case TotalOf(collection, quantity, condition):
            return logic.total_among(_among(collection, quantity, condition, situation))
        case _:
            assert_never(value)


def _among(
    collection: RecordsFact, value: Value, condition: Condition, situation: Situation
) -> list[tuple[bool | None, Interval]]:
    """Of each record that may meet a condition, its time or number, and whether it certainly does; None for
    one that may be there, of which there may be several.
    """
    found: list[tuple[bool | None, Interval]] = []
    for one in members(collection, situation):
        answer = holds(condition, one.at)
        if answer is not False:
            found.append((answer is True if one.is_certain else None, bounds(value, one.at)))
    return found


def as_read(node: Any, situation: Situation) -> Any:
    """What the readings chosen make of a node that depends on one; any other node as it is.

    .. versionadded:: 0.1.0
    """
    while isinstance(node, ByReading | TimeByReading | QuantityByReading):
        node = dict(cast("Any", node.options))[situation.reading(node.ambiguity)]
    return node


# The numbers a quantity may come to


def reached(quantity: Quantity, situation: Situation) -> Reach:
    """The numbers that a quantity may come to, each fact that is not known having any value it may have.

    Answers to what several parts read are tried together, and so are those that
    decide whether such a fact has a meaning, as long as there are no more than
    `TOGETHER` of them. Facts with values without number, such as events, and what is
    known of records stay unknown. Of points whose last condition is not ALWAYS, any
    of them may count where no condition holds.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions import san_jose
    >>> from aigovkit.language.nodes import ALWAYS
    >>> from aigovkit.models import Case, System
    >>> unknown = san_jose.AI_POLICY.situation(Case(), date(2026, 3, 2))
    >>> rows = Points([(System.uses_ai, 1), (ALWAYS, 5)]) + Points([(System.uses_ai, 1), (ALWAYS, 2)])
    >>> bounds(rows, unknown), sorted(reached(rows, unknown))
    ((2, 7), [2, 7])

    .. versionadded:: 0.1.0
    """
    node = as_read(quantity, situation)
    match node:
        case Sum(several) | Product(several) | Greatest(several) if several:
            pass
        case _:
            several = (node,)
    join, intervals = _JOINED.get(type(node), _JOINED[Sum])
    found = []
    for together, cells in _hanging_together(several, situation):
        if len(together) == 1 and len(several) > 1 and isinstance(together[0], Sum | Product | Greatest):
            found.append(reached(together[0], situation))
            continue
        tried = math.prod(map(len, cells.values())) <= TOGETHER
        found.append(
            either(
                [
                    joined([_plainly(one, at) for one in together], join, intervals)
                    for at in (supposing(cells, situation) if tried else (situation,))
                ]
            )
        )
    return joined(found, join, intervals)


_JOINED: Mapping[type, tuple[Callable[[int, int], int], Callable[[Iterable[Interval]], Interval]]] = {
    Sum: (operator.add, logic.total),
    Product: (operator.mul, logic.product),
    Greatest: (max, logic.greatest),
}


def _plainly(quantity: Quantity, situation: Situation) -> Reach:
    """The numbers a quantity may come to, its parts looked at one by one."""
    low, high = bounds(quantity, situation)
    if low == high and not math.isinf(low):
        return frozenset({int(low)})
    match as_read(quantity, situation):
        case Points(cells):
            possible = []
            for condition, number in cells:
                answer = holds(condition, situation)
                if answer is not False:
                    possible.append(number)
                if answer is True:
                    return frozenset(possible)
            return frozenset(number for _, number in cells)
        case Sum(several) | Product(several) | Greatest(several) as node if several:
            return joined([_plainly(one, situation) for one in several], *_JOINED[type(node)])
        case _:
            return low, high


def _hanging_together(
    several: tuple[Quantity, ...], situation: Situation
) -> Iterator[tuple[list[Quantity], Answers]]:
    """The parts that read the same unknown facts, together, and the answers to these."""
    waiting = [([one], answers_open([one], situation)) for one in several]
    while waiting:
        together, cells = waiting.pop(0)
        near = [not cells.keys().isdisjoint(others) for _, others in waiting]
        if not any(near):
            yield together, cells
            continue
        together = [*together, *(one for others, _ in itertools.compress(waiting, near) for one in others)]
        apart = [other for other, is_near in zip(waiting, near, strict=True) if not is_near]
        waiting = [(together, answers_open(together, situation)), *apart]


__all__ = [
    "Condition",
    "Member",
    "Quantity",
    "Time",
    "as_read",
    "asked",
    "bounds",
    "holds",
    "listed",
    "members",
    "reached",
]
