"""The numbers that a quantity may come to: one by one while they are few, else between which they lie."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from aigovkit.periods import Interval

MANY = 10_000
"""So many numbers are told apart; of more it is only known between which they lie."""

Reach: TypeAlias = frozenset[int] | Interval
"""The numbers there can be, or between which they lie."""

Ranges: TypeAlias = tuple[tuple[int | None, int | None], ...]
"""Stretches of whole numbers, from the lowest to the highest, both included; None where there is no end."""


def joined(
    several: Sequence[Reach],
    join: Callable[[int, int], int],
    intervals: Callable[[Iterable[Interval]], Interval],
) -> Reach:
    """What at least one number comes to when joined with others, as by adding them up.

    >>> import operator
    >>> from aigovkit.language import logic
    >>> sorted(joined([frozenset({1, 3}), frozenset({1, 3})], operator.add, logic.total))
    [2, 4, 6]

    .. versionadded:: 0.1.0
    """
    found, *others = several
    for one in others:
        if isinstance(found, frozenset) and isinstance(one, frozenset) and len(found) * len(one) <= MANY:
            found = frozenset(join(a, b) for a in found for b in one)
        else:
            found = intervals((ends(found), ends(one)))
    return found


def either(several: Sequence[Reach]) -> Reach:
    """What one of several may come to, at least one, while it is not known which it is.

    .. versionadded:: 0.1.0
    """
    sets = [one for one in several if isinstance(one, frozenset)]
    if len(sets) == len(several):
        return frozenset(itertools.chain.from_iterable(sets))
    lows, highs = zip(*map(ends, several), strict=True)
    return min(lows), max(highs)


def ends(found: Reach) -> Interval:
    """The least and the greatest of what there can be.

    .. versionadded:: 0.1.0
    """
    return (min(found), max(found)) if isinstance(found, frozenset) else found


def lies_in(found: Reach, ranges: Ranges) -> bool | None:
    """Whether a number lies in one of some ranges; None where it depends on which it is.

    The ranges are in their order and do not touch each other.

    >>> lies_in(frozenset({4, 7}), ((5, 6),)), lies_in((4, 7), ((5, 6),))
    (False, None)

    .. versionadded:: 0.1.0
    """
    if isinstance(found, frozenset):
        answers = {any(_within(number, number, one) for one in ranges) for number in found}
        return answers.pop() if len(answers) == 1 else None
    low, high = found
    if any(_within(low, high, one) for one in ranges):
        return True
    meets = any((one[0] is None or one[0] <= high) and (one[1] is None or low <= one[1]) for one in ranges)
    return None if meets else False


def _within(low: float, high: float, between: tuple[int | None, int | None]) -> bool:
    least, most = between
    return (least is None or least <= low) and (most is None or high <= most)


def in_order(ranges: Iterable[tuple[int | None, int | None]]) -> Ranges:
    """Ranges in their order, those that touch made one.

    >>> in_order([(5, 6), (3, 4), (9, None)])
    ((3, 6), (9, None))

    .. versionadded:: 0.1.0
    """
    kept: list[tuple[int | None, int | None]] = []
    for least, most in sorted(ranges, key=lambda one: (one[0] is not None, one[0] or 0)):
        if not kept or (kept[-1][1] is not None and least is not None and kept[-1][1] + 1 < least):
            kept.append((least, most))
        elif kept[-1][1] is not None and (most is None or most > kept[-1][1]):
            kept[-1] = kept[-1][0], most
    return tuple(kept)
