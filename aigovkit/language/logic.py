"""The logic of three values and of intervals: what the connectives and the values with an order come to.

These functions know nothing of nodes, facts or cases. The meaning of the
language is stated with them, and the compiled form calls the same ones wherever
it does not write them out.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import math
from collections.abc import Iterable
from typing import Any

from aigovkit import periods
from aigovkit.periods import NEVER_AT, UNKNOWN, Cadence, Interval, LengthBounds, Occurrence

INFINITY = math.inf


def negation(answer: bool | None) -> bool | None:
    """The opposite; unknown stays unknown.

    .. versionadded:: 0.1.0
    """
    return None if answer is None else not answer


def conjunction(answers: Iterable[bool | None]) -> bool | None:
    """False if any is false, else unknown if any is unknown, else true.

    .. versionadded:: 0.1.0
    """
    result: bool | None = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            result = None
    return result


def disjunction(answers: Iterable[bool | None]) -> bool | None:
    """True if any is true, else unknown if any is unknown, else false.

    .. versionadded:: 0.1.0
    """
    result: bool | None = False
    for answer in answers:
        if answer is True:
            return True
        if answer is None:
            result = None
    return result


def whole(end: float) -> int | None:
    """The end of an interval as a whole number; None where there is no end to it.

    .. versionadded:: 0.1.0
    """
    return None if math.isinf(end) else int(end)


def compared(left: Interval, right: Interval, strict: bool) -> bool | None:
    """Whether the left value is at most the right one (less than it, if strict), wherever in their
    intervals they lie.

    .. versionadded:: 0.1.0
    """
    earliest, latest = left
    first, last = right
    if earliest == INFINITY:
        return False
    if latest < first or (latest == first and not strict and latest < INFINITY):
        return True
    if latest == -INFINITY:
        return True  # In time for whatever it is held against.
    if earliest > last or (earliest == last and strict):
        return False
    if isinstance(left, LengthBounds) and isinstance(right, LengthBounds):
        # A month is as long as a month, whichever it is.
        return compared(left.minus(right), (0, 0), strict)
    return None


def event_interval(value: Any, now: float, zone: periods.TimeZone) -> Interval:
    """When an event was: unknown, never, at some time up to now, on one of several days, or at an instant.

    .. versionadded:: 0.1.0
    """
    if value is None:
        return UNKNOWN
    if value is Occurrence.NEVER:
        return NEVER_AT
    if value is Occurrence.UNDATED:
        return -math.inf, now
    return periods.interval(value, zone)


def last_interval(
    occurrences: Any, otherwise: Interval, by: Interval, now: float, zone: periods.TimeZone
) -> Interval:
    """When the last of several occurrences was that lie no later than a time, and than now; another time
    when there is none.

    Whether an occurrence came by then may be open: because that time is not
    known, or because both lie on one day whose hour is not.

    .. versionadded:: 0.1.0
    """
    earliest_end, latest_end = (min(end, now) for end in by)
    if occurrences is None:  # It came no later than that, or there was none.
        return -math.inf, max(latest_end, otherwise[1])
    possible = [at for at in (periods.interval(o, zone) for o in occurrences) if at[0] <= latest_end]
    certain = [first for first, last in possible if last <= earliest_end]
    lows, highs = [first for first, _ in possible], [min(last, latest_end) for _, last in possible]
    if certain:
        return max(certain), max(highs)
    return min([otherwise[0], *lows]), max([otherwise[1], *highs])


def either(answer: bool | None, then: Interval, otherwise: Interval) -> Interval:
    """The time that an answer decides between; either of them while it is unknown.

    .. versionadded:: 0.1.0
    """
    if answer is None:
        return min(then[0], otherwise[0]), max(then[1], otherwise[1])
    return then if answer else otherwise


def first_among(times: list[tuple[bool | None, Interval]]) -> Interval:
    """The first of several times, of each of which it is certain that it counts, or only possible; never
    where there is none.

    .. versionadded:: 0.1.0
    """
    lows = [low for _, (low, _) in times]
    highs = [high for certain, (_, high) in times if certain]
    return min(lows, default=math.inf), min(highs, default=math.inf)


def last_among(times: list[tuple[bool | None, Interval]]) -> Interval:
    """The last of several times, of each of which it is certain that it counts, or only possible; never
    where there is none.

    .. versionadded:: 0.1.0
    """
    certain = [low for sure, (low, _) in times if sure]
    if certain:
        return max(certain), max(high for _, (_, high) in times)
    # Each may be the only one, or there may be none.
    return min((low for _, (low, _) in times), default=math.inf), math.inf


def total_among(numbers: list[tuple[bool | None, Interval]]) -> Interval:
    """Several numbers added up, of each of which it is certain that it counts, or only possible; None where
    any number of the kind may count.

    >>> total_among([(True, (1, 2)), (False, (3, 3)), (None, (0, 5))])
    (1, inf)

    .. versionadded:: 0.1.0
    """
    low: float = 0
    high: float = 0
    for counts, (least, most) in numbers:
        low += least if counts else _ever(min(0, least), counts)
        high += most if counts else _ever(max(0, most), counts)
    return low, high


def _ever(number: float, counts: bool | None) -> float:
    """A number once; without end where it may come any number of times."""
    return number if counts is False or not number else math.copysign(math.inf, number)


def listed(items: Any, asked: bool | None) -> Any:
    """What is in a list that has a meaning only where it is asked for; None while that is unknown.

    Of a list that is known, wholly or in part, nothing is while it may have no meaning.

    .. versionadded:: 0.1.0
    """
    if asked:
        return items
    return () if asked is False or items == () else None


def attested(attestation: Any, now: float, zone: periods.TimeZone) -> bool | None:
    """Whether something is done by the time of judging, as attested. What is attested for a later day is not
    done yet; what is attested for days that lie on both sides of that time may be.

    .. versionadded:: 0.1.0
    """
    if attestation is None or not attestation.is_dated:
        return None if attestation is None else attestation.done
    return compared(_first_attested(attestation, zone), (now, now), strict=False)


def _first_attested(attestation: Any, zone: periods.TimeZone) -> Interval:
    """When something was done for the first time of which a day is attested, or several."""
    if attestation.on is not None:
        return periods.interval(attestation.on, zone)
    return least(periods.interval(day, zone) for day in attestation.days)


def attested_days(attestation: Any) -> Any:
    """The days on which something was done, as attested; None while no list is.

    .. versionadded:: 0.1.0
    """
    if attestation is None:
        return None
    return () if attestation.done is False else attestation.days


def attested_answers(attestations: Any, now: float, zone: periods.TimeZone) -> Any:
    """Whether each duty is done by the time of judging, by the id of its provision: see `attested`.

    .. versionadded:: 0.1.0
    """
    if not attestations.dated:
        return attestations.answers
    dated = {provision: attested(one, now, zone) for provision, one in attestations.dated.items()}
    return {**attestations.answers, **dated}


def attested_interval(
    attestation: Any, now: float, zone: periods.TimeZone, in_time: bool = False
) -> Interval:
    """When something attested was done, of several times the first; with `in_time`, before everything where
    no day is attested.

    .. versionadded:: 0.1.0
    """
    if attestation is None or attestation.done is None:
        return UNKNOWN
    if attestation.done is False:
        return NEVER_AT
    if attestation.is_dated:
        return _first_attested(attestation, zone)
    return -math.inf, -math.inf if in_time else now


@functools.lru_cache(maxsize=4096)
def meets_cadence(
    occurrences: Any,
    cadence: Cadence,
    since: Interval,
    until: Interval,
    anchor: Interval | None,
    now: float,
    zone: periods.TimeZone,
) -> bool | None:
    """Whether no window of a cadence has passed without an occurrence. Days are counted, not hours.

    A later start, or an earlier end, can only leave fewer windows, so that it is
    enough to try the ends of both. Anniversaries are another matter.

    .. versionadded:: 0.1.0
    """
    first_end, last_end = (min(end, now) for end in until)
    if since[0] > last_end:
        return True  # Not begun by then, so nothing can have been missed.
    if math.isinf(since[0]) or since[1] > periods.end_of_day((now, now), zone)[1]:
        return None
    starts = [periods.day_at(at, zone) for at in since]
    first, last = _day(first_end, zone), periods.day_at(last_end, zone)
    counted_from = None
    if cadence.by_anniversary:
        # What holds of the first and the last day it may be need not hold of those between.
        if anchor == NEVER_AT:
            return True  # What never was has no anniversaries.
        days = set(starts) if anchor is None else {_day(at, zone) for at in anchor}
        if len(days) > 1 or None in days:
            is_first = anchor is None and not cadence.missed(starts[0], (), last, most=0).number
            return True if is_first else None  # From the first day on, the first window is still running.
        counted_from = days.pop()
    done = [periods.day_at(periods.interval(o, zone)[0], zone) for o in occurrences or ()]
    answers: set[bool | None] = set()
    for start, end in itertools.product(set(starts), {first, last}):
        if end is None or not cadence.missed(start, done, end, counted_from, most=0).number:
            answers.add(True)
        else:  # Settled only while no window at all has passed, when nothing is known of the occurrences.
            answers.add(None if occurrences is None else False)
    return answers.pop() if len(answers) == 1 else None


def _day(at: float, zone: periods.TimeZone) -> datetime.date | None:
    return None if math.isinf(at) else periods.day_at(at, zone)


def least(intervals: Iterable[Interval]) -> Interval:
    """The smallest of several values, at least one.

    .. versionadded:: 0.1.0
    """
    lows, highs = zip(*intervals, strict=True)
    return min(lows), min(highs)


def greatest(intervals: Iterable[Interval]) -> Interval:
    """The largest of several values, at least one.

    .. versionadded:: 0.1.0
    """
    lows, highs = zip(*intervals, strict=True)
    return max(lows), max(highs)


def total(intervals: Iterable[Interval]) -> Interval:
    """Several values added up; none at all are nothing.

    .. versionadded:: 0.1.0
    """
    several = list(intervals)
    return sum(low for low, _ in several), sum(high for _, high in several)


def product(intervals: Iterable[Interval]) -> Interval:
    """Several values multiplied. Nothing times anything is nothing, even without end.

    >>> product([(0, 2), (-1, math.inf)])
    (-2, inf)

    .. versionadded:: 0.1.0
    """
    low: float = 1
    high: float = 1
    for least_factor, greatest_factor in intervals:
        corners = [0 if 0 in (a, b) else a * b for a in (low, high) for b in (least_factor, greatest_factor)]
        low, high = min(corners), max(corners)
    return low, high


def points(cells: Iterable[tuple[bool | None, int]]) -> Interval:
    """The points of the first condition that holds.

    .. versionadded:: 0.1.0
    """
    possible: list[int] = []
    for answer, number in cells:
        if answer is not False:
            possible.append(number)
        if answer is True:
            return min(possible), max(possible)
    return UNKNOWN


def counted(answers: Iterable[bool | None], more: bool = False) -> Interval:
    """How many answers are true: at least those that are, at most those that are not false; with `more`,
    there may be any number beside them.

    .. versionadded:: 0.1.0
    """
    seen = list(answers)
    return seen.count(True), math.inf if more else len(seen) - seen.count(False)
