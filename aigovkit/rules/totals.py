"""What the points of a score can come to, and what is wrong with its bands."""

from __future__ import annotations

import itertools
import math
import operator
from collections.abc import Iterator, Sequence
from typing import TypeAlias, assert_never

from aigovkit.errors import did_you_mean, shown
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
from aigovkit.language.reaches import Reach, either, ends, joined
from aigovkit.models.scales import Scale

Band: TypeAlias = tuple[int | None, int | None, str]
"""The lowest total and the highest that fall on a step, both included, None where there is no end; its id."""


def reach(quantity: Quantity) -> Reach:
    """What a quantity can come to, whatever the case.

    >>> from aigovkit.models import System
    >>> row = Points(((System.uses_ai, 3), (ALWAYS, 1)))
    >>> sorted(reach(row + row))
    [2, 4, 6]
    """
    match quantity:
        case Constant(number):
            return frozenset({number})
        case Points(cells):
            last = next((number for number, (when, _) in enumerate(cells, 1) if when == ALWAYS), None)
            return frozenset(number for _, number in cells[:last])
        case Sum(several):
            return joined([frozenset({0}), *map(reach, several)], operator.add, logic.total)
        case Product(several):
            return joined([frozenset({1}), *map(reach, several)], operator.mul, logic.product)
        case Greatest(several):
            return joined([*map(reach, several)], max, logic.greatest)
        case QuantityByReading(_, options):
            return either([reach(option) for _, option in options])
        case Length(period):
            return period.bounds()
        case QuantityFact():
            return quantity.unknown
        case CountOf() | CountParameter():
            return 0, math.inf
        case TotalOf(_, each, _):
            low, high = ends(reach(each))
            return -math.inf if low < 0 else 0, math.inf if high > 0 else 0
        case _:
            assert_never(quantity)


def wrong_steps(scale: Scale | None, bands: Sequence[Band]) -> Iterator[str]:
    """What is wrong with the steps of bands: one that the scale has not, bands without a scale or the other
    way round.
    """
    if scale is None:
        if bands:
            yield "`bands` are on the steps of a scale; give the `scale`"
        return
    if not bands:
        yield "`scale` has no total on any of its steps; give the `bands`"
    known = [step.id for step in scale.steps]
    for *_, step in bands:
        if step not in known:
            hint = did_you_mean(step, known) or "it can be " + ", ".join(f"`{one}`" for one in known)
            yield f"`bands` name `{shown(step).strip(chr(39))}`, which is no step of `{scale.id}`; {hint}"


def wrong_bands(points: Quantity, bands: Sequence[Band]) -> Iterator[str]:
    """What is wrong with the bands of a score: a total in two of them, or one in none."""
    ordered = sorted(((_low(band), _high(band), band[2]) for band in bands), key=lambda band: band[:2])
    for (_, most, step), (least, _, other) in itertools.pairwise(ordered):
        if least <= most:
            total = _told(least if math.isfinite(least) else most)
            yield f"`bands` put a total of {total} in two of them, `{step}` and `{other}`"
    missing = next(_outside(reach(points), [band[:2] for band in ordered]), None) if ordered else None
    if missing is not None:
        yield f"`bands` have none for a total of {missing}, which `points` can reach"


def _low(band: Band) -> float:
    return -math.inf if band[0] is None else band[0]


def _high(band: Band) -> float:
    return math.inf if band[1] is None else band[1]


def _told(total: float) -> str:
    return f"{total:.0f}" if math.isfinite(total) else "any size"


def _outside(found: Reach, ordered: Sequence[tuple[float, float]]) -> Iterator[str]:
    """The lowest total of each stretch that lies in no band, in words."""
    if isinstance(found, frozenset):
        for total in sorted(found):
            if not any(least <= total <= most for least, most in ordered):
                yield str(total)
        return
    low, high = found
    if math.isinf(low):
        if ordered[0][0] > low:
            yield f"less than {_told(ordered[0][0])}"
        low = ordered[0][0]
    next_: float = math.floor(low) if math.isfinite(low) else low
    for least, most in ordered:
        if next_ < least and next_ <= high:
            yield _told(next_)
        next_ = max(next_, most + 1)
    if next_ <= high and math.isfinite(next_):
        yield f"{_told(next_)} or more" if math.isinf(high) else _told(next_)
