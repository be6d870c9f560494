"""What the points of a score can come to, and what its bands leave out."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias, assert_never

from aigovkit.language import logic
from aigovkit.language.kinds import Quantity
from aigovkit.language.nodes import (
    ALWAYS,
    Constant,
    CountOf,
    Greatest,
    Length,
    Points,
    Product,
    QuantityByReading,
    QuantityFact,
    Sum,
    TotalOf,
)
from aigovkit.language.parameters import CountParameter
from aigovkit.periods import Interval

if TYPE_CHECKING:
    from aigovkit.models.risk import RiskTier

MANY = 10_000
"""So many totals are told apart; of more it is only known between which they lie."""

Reach: TypeAlias = frozenset[int] | Interval
"""The totals there can be, or between which they lie."""


def reach(quantity: Quantity) -> Reach:
    """What a quantity can come to, whatever the case.

    >>> from aigovkit.models import System
    >>> scale = Points(((System.uses_ai, 3), (ALWAYS, 1)))
    >>> sorted(reach(scale + scale))
    [2, 4, 6]
    """
    match quantity:
        case Constant(number):
            return frozenset({number})
        case Points(scale):
            last = next((number for number, (when, _) in enumerate(scale, 1) if when == ALWAYS), None)
            return frozenset(number for _, number in scale[:last])
        case Sum(several):
            return _joined(several, frozenset({0}), lambda a, b: a + b, logic.total)
        case Product(several):
            return _joined(several, frozenset({1}), lambda a, b: a * b, logic.product)
        case Greatest(several):
            return _joined(several[1:], reach(several[0]), max, logic.greatest)
        case QuantityByReading(_, options):
            return _either([reach(option) for _, option in options])
        case Length(period):
            return period.bounds()
        case QuantityFact():
            return quantity.unknown
        case CountOf() | CountParameter():
            return 0, math.inf
        case TotalOf(_, each, _):
            low, high = _ends(reach(each))
            return -math.inf if low < 0 else 0, math.inf if high > 0 else 0
        case _:
            assert_never(quantity)


def _joined(
    several: Sequence[Quantity],
    first: Reach,
    join: Callable[[int, int], int],
    intervals: Callable[[Iterable[Interval]], Interval],
) -> Reach:
    found = first
    for one in map(reach, several):
        if isinstance(found, frozenset) and isinstance(one, frozenset) and len(found) * len(one) <= MANY:
            found = frozenset(join(a, b) for a in found for b in one)
        else:
            found = intervals((_ends(found), _ends(one)))
    return found


def _either(several: Sequence[Reach]) -> Reach:
    if all(isinstance(one, frozenset) for one in several):
        return frozenset(itertools.chain.from_iterable(several))  # type: ignore[arg-type]  # All are sets.
    lows, highs = zip(*map(_ends, several), strict=True)
    return min(lows), max(highs)


def _ends(found: Reach) -> Interval:
    return (min(found), max(found)) if isinstance(found, frozenset) else found


def wrong_bands(points: Quantity, bands: Sequence[tuple[int, int, RiskTier]]) -> Iterator[str]:
    """What is wrong with the bands of a score: a total in two of them, or one in none.

    A quantity without end is held against the bands only from the lowest to the highest.
    """
    ordered = sorted(bands, key=lambda band: band[:2])
    for (_, most, tier), (least, _, other) in itertools.pairwise(ordered):
        if least <= most:
            yield f"`bands` puts a total of {least} in two of them, {tier.name} and {other.name}"
    missing = next(_outside(reach(points), ordered), None) if ordered else None
    if missing is not None:
        yield f"`bands` has none for a total of {missing}, which `points` can reach"


def _outside(found: Reach, ordered: Sequence[tuple[int, int, RiskTier]]) -> Iterator[int]:
    """The lowest total of each stretch that lies in no band."""
    if isinstance(found, frozenset):
        yield from (total for total in sorted(found) if not any(a <= total <= b for a, b, _ in ordered))
        return
    low, high = found
    next_ = ordered[0][0] if math.isinf(low) else math.floor(low)
    for least, most, _ in ordered:
        if next_ < least and next_ <= high:
            yield next_
        next_ = max(next_, most + 1)
    if not math.isinf(high) and next_ <= high:
        yield next_
