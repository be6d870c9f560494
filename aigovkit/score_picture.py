"""A score as a picture: its rows of points, the totals with their bands, and where the case stands.

Of what is not known every cell, total and band is marked that is still possible.
`picture_of` says what is drawn, and `drawn` makes SVG of it that stands inside a
page: without scripts, in the colour of the text around it, with a title for those
who do not see it.
"""

from __future__ import annotations

import operator
from collections.abc import Iterator, Sequence
from html import escape
from textwrap import shorten

import attrs

from aigovkit.answers import TierFound
from aigovkit.evaluation import Evaluation
from aigovkit.language import logic
from aigovkit.language.kinds import Condition, Quantity
from aigovkit.language.meaning import as_read, reached
from aigovkit.language.nodes import ALWAYS, Named, Points, Sum
from aigovkit.language.reaches import joined
from aigovkit.language.words import proposition
from aigovkit.rules import Score
from aigovkit.situation import Situation
from aigovkit.wording import printable

MOST_TOTALS = 30
"""A picture has so many totals at most, side by side."""
MOST_CELLS = 6
"""A row of a picture has so many cells at most."""


@attrs.frozen
class Cell:
    """One of the points that a row can give, with what they are given for, and whether they are possible.

    .. versionadded:: 0.1.0
    """

    points: int
    label: str = attrs.field(converter=printable)
    possible: bool


@attrs.frozen
class Row:
    """A row of points, the lowest first.

    .. versionadded:: 0.1.0
    """

    title: str = attrs.field(converter=printable)
    cells: tuple[Cell, ...]


@attrs.frozen
class Band:
    """A step of the scale, with the lowest and the highest total of it that there can be.

    .. versionadded:: 0.1.0
    """

    label: str = attrs.field(converter=printable)
    least: int
    most: int
    possible: bool


@attrs.frozen
class Picture:
    """What is drawn of a score: what is told of it, its rows, its bands, and the totals that are possible.

    .. versionadded:: 0.1.0
    """

    told: str = attrs.field(converter=printable)
    rows: tuple[Row, ...]
    bands: tuple[Band, ...]
    totals: tuple[int, ...]


def pictures(evaluation: Evaluation) -> Iterator[Picture]:
    """Pictures of the scores of an answer that can be drawn.

    .. versionadded:: 0.1.0
    """
    for tier in evaluation.tiers:
        found = picture_of(evaluation, tier)
        if found is not None:
            yield found


def picture_of(evaluation: Evaluation, tier: TierFound) -> Picture | None:
    """A score with its scale; None where it has fewer than two rows, or too many totals to be drawn.

    .. versionadded:: 0.1.0
    """
    rule, at = evaluation.policy.rule(tier.provision), evaluation.situation
    whole = as_read(rule.points, at) if isinstance(rule, Score) else None
    if tier.scale is None or not isinstance(rule, Score) or not isinstance(whole, Sum):
        return None
    several = [one for one in (as_read(part, at) for part in whole.quantities) if isinstance(one, Points)]
    if len(several) < max(2, len(whole.quantities)) or any(len(one.cells) > MOST_CELLS for one in several):
        return None
    every = joined([_points(one) for one in several], operator.add, logic.total)
    totals = reached(rule.points, at)
    if not isinstance(every, frozenset) or not isinstance(totals, frozenset):
        return None
    least, most = min(every), max(every)
    if most - least >= MOST_TOTALS:
        return None
    left = {step.id for step in tier.steps}
    bands = [
        Band(
            tier.scale.step(step).label,
            least if low is None else max(low, least),
            most if high is None else min(high, most),
            step in left,
        )
        for low, high, step in rule.bands
    ]
    kinds = [one for one in evaluation.policy.rules if isinstance(one, Score) and one.scale is not None]
    rows = tuple(_row(one, number, kinds, at) for number, one in enumerate(several, 1))
    shown = tuple(sorted((band for band in bands if band.least <= band.most), key=lambda band: band.least))
    return Picture(str(tier), rows, shown, tuple(sorted(totals)))


def _points(row: Points) -> frozenset[int]:
    return frozenset(number for _, number in row.cells)


def _row(row: Points, number: int, scores: Sequence[Score], at: Situation) -> Row:
    """A row with its cells. Where another score of the policy is by the same conditions, its scale says what
    the row is called, and its steps what the cells are.
    """
    possible = reached(row, at)
    like = next((one for one in scores if _conditions(one.points) == _conditions(row)), None)
    labels = [_step(like, condition) if like else _told(condition) for condition, _ in row.cells]
    cells = [
        Cell(points, label, isinstance(possible, frozenset) and points in possible)
        for (_, points), label in zip(row.cells, labels, strict=True)
    ]
    title = like.scale.title if like and like.scale else f"Row {number}"
    return Row(title, tuple(sorted(cells, key=lambda cell: cell.points)))


def _conditions(quantity: Quantity) -> tuple[Condition, ...]:
    return tuple(condition for condition, _ in quantity.cells) if isinstance(quantity, Points) else ()


def _step(like: Score, condition: Condition) -> str:
    """The step on which a score of one row stands by one of its cells."""
    points = dict(like.points.cells)[condition] if isinstance(like.points, Points) else 0
    for low, high, step in like.bands:
        if (low is None or low <= points) and (high is None or points <= high) and like.scale:
            return like.scale.step(step).label
    return _told(condition)


def _told(condition: Condition) -> str:
    if condition == ALWAYS:
        return "otherwise"
    return condition.name if isinstance(condition, Named) else proposition(condition)


# Drawing

WIDTH = 640
_EDGE, _HEAD, _ROW, _CELL, _GAP, _LETTER = 2, 34, 62, 30, 6, 7.2
_INSIDE = WIDTH - 2 * _EDGE
_ACCENT = "#4a6fd0"
_HEADING = "font-weight='700' font-size='16'"


def drawn(picture: Picture) -> str:
    """The picture as SVG.

    >>> rows = [Row("Harm", (Cell(1, "much", False), Cell(2, "little", True)))] * 2
    >>> bands = (Band("Low", 2, 3, False), Band("High", 4, 4, True))
    >>> drawn(Picture("Priority: High, score 4", tuple(rows), bands, (4,)))[:60]
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 270'

    .. versionadded:: 0.1.0
    """
    rows = [
        line for number, row in enumerate(picture.rows) for line in _drawn_row(row, _HEAD + number * _ROW)
    ]
    top = _HEAD + len(picture.rows) * _ROW
    height = top + 112
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-label="{escape(_heard(picture))}" '
        'style="max-width:100%;height:auto;font:13px system-ui,sans-serif" fill="currentColor">'
    )
    # Shown as it is: shortened only where it would leave the picture.
    head = _text(_EDGE, 18, shorten(picture.told, int(WIDTH / 8.5), placeholder="…"), _HEADING)
    inside = [f"<title>{escape(_heard(picture))}</title>", head, *rows, *_drawn_scale(picture, top)]
    return "\n".join([opening, *inside, "</svg>"])


def _heard(picture: Picture) -> str:
    """The picture in words."""
    rows = (
        f"{row.title}: {' or '.join(f'{cell.label} ({cell.points})' for cell in row.cells if cell.possible)}"
        for row in picture.rows
    )
    return ". ".join((picture.told, *rows))


def _drawn_row(row: Row, top: int) -> Iterator[str]:
    yield _text(_EDGE, top + 14, row.title, "font-weight='600'")
    width = (_INSIDE - _GAP * (len(row.cells) - 1)) / len(row.cells)
    sure = sum(cell.possible for cell in row.cells) == 1
    for number, cell in enumerate(row.cells):
        left, y = _EDGE + number * (width + _GAP), top + 22
        yield f"<g><title>{escape(f'{cell.label}: {cell.points}')}</title>"
        yield _box(left, y, width, _CELL, possible=cell.possible, sure=sure)
        room = int((width - 34) / _LETTER)
        faint = "" if cell.possible else "opacity='.6'"
        yield _text(left + 10, y + 20, str(cell.points), f"font-weight='700' {faint}")
        yield _text(left + 28, y + 20, shorten(cell.label, max(room, 4), placeholder="…"), faint)
        yield "</g>"


def _drawn_scale(picture: Picture, top: int) -> Iterator[str]:
    """The bands from the lowest total to the highest, the totals below them, and a mark at each that is
    possible.
    """
    least, most = picture.bands[0].least, picture.bands[-1].most
    width = _INSIDE / (most - least + 1)
    sure = sum(band.possible for band in picture.bands) == 1
    told = "Total" if len(picture.totals) == 1 else "Total: one of those marked"
    yield _text(_EDGE, top + 14, told, "font-weight='600'")
    for band in picture.bands:
        left, size = _EDGE + (band.least - least) * width, (band.most - band.least + 1) * width
        yield _box(left + 1, top + 44, size - 2, 36, possible=band.possible, sure=sure)
        faint = "" if band.possible else " opacity='.6'"
        room = max(int(size / _LETTER), 4)
        label = shorten(band.label, room, placeholder="…")
        yield _text(left + size / 2, top + 67, label, f"text-anchor='middle' font-weight='700'{faint}")
    for total in range(least, most + 1):
        middle = _EDGE + (total - least + 0.5) * width
        possible = total in picture.totals
        if possible:
            style = f"fill='{_ACCENT}'" if len(picture.totals) == 1 else f"fill='none' stroke='{_ACCENT}'"
            yield (f"<path d='M{middle - 7:.1f} {top + 26} h14 l-7 12 z' {style} stroke-width='2'></path>")
        weight = "font-weight='700'" if possible else "opacity='.6'"
        yield _text(middle, top + 98, str(total), f"text-anchor='middle' {weight}")


def _box(left: float, top: float, width: float, height: float, *, possible: bool, sure: bool) -> str:
    """A box: filled where the case stands, dashed where it may stand, faint elsewhere."""
    look = "fill='none' stroke='currentColor' stroke-opacity='.3'"
    if possible:
        dashes = "" if sure else " stroke-dasharray='5 4'"
        look = (
            f"fill='{_ACCENT}' fill-opacity='{'.25' if sure else '.1'}' stroke='{_ACCENT}' "
            f"stroke-width='2'{dashes}"
        )
    return (
        f"<rect x='{left:.1f}' y='{top:.1f}' width='{width:.1f}' height='{height:.1f}' rx='4' {look}></rect>"
    )


def _text(left: float, base: float, said: str, style: str = "") -> str:
    return f"<text x='{left:.1f}' y='{base:.1f}' {style}>{escape(said)}</text>"
