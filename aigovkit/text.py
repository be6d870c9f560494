"""Answers as text for a person: the verdict first, then why, what to do, what to ask.

What an answer shows is described in `page`; here it is laid out in lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from aigovkit.answers import Question, WaysTo
from aigovkit.change_page import Sheet, difference_sheet, ways_sheet
from aigovkit.changes import Difference
from aigovkit.joint import AnyEvaluation
from aigovkit.page import DISCLAIMER, Item, Page, Part, Section, Table, asking, decided_cases, page_of
from aigovkit.provision_text import describe, explanation
from aigovkit.wording import printable

if TYPE_CHECKING:
    from aigovkit.precedents.answers import LeaveOneOut
    from aigovkit.precedents.comparison import Comparison

__all__ = ["asked", "comparison", "describe", "difference", "explanation", "left_out", "summary", "ways"]


NARROWEST = 20
"""The fewest characters that a line of text can be asked to have."""


def summary(evaluation: AnyEvaluation, width: int = 88) -> str:
    r"""The whole answer as text, in lines of at most `width` characters; lines of 20 are the narrowest.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions.san_jose import AI_POLICY
    >>> from aigovkit.models import Case, System
    >>> case = Case(title="Overtime sheet", system=System(uses_ai=False))
    >>> print("\n".join(summary(AI_POLICY.evaluate(case, as_of=date(2026, 3, 2)), 60).splitlines()[:2]))
    Overtime sheet                            as of 2 March 2026
    San José AI Policy 1.7.12                     NOT APPLICABLE

    .. versionadded:: 0.1.0
    """
    return "\n".join(line.rstrip() for line in _lines(page_of(evaluation), max(width, NARROWEST)))


def asked(questions: Iterable[Question], width: int = 88) -> str:
    """Questions as text, all of them, or a line that says there are none.

    .. versionadded:: 0.1.0
    """
    section = asking(questions, None)
    if not section.items:
        return "No fact still unknown can change it."
    lines = list(_section(section, max(width, NARROWEST)))
    return "\n".join(line.rstrip() for line in lines[1:])


def comparison(compared: Comparison, width: int = 88) -> str:
    """A comparison with decided cases as text.

    .. versionadded:: 0.1.0
    """
    lines = list(_section(decided_cases(compared), max(width, NARROWEST)))
    return "\n".join(line.rstrip() for line in lines[1:])


def left_out(report: LeaveOneOut, width: int = 88) -> str:
    """The report in which each decided case is judged by the others, as text.

    .. versionadded:: 0.1.0
    """
    from aigovkit.precedent_text import left_out_line
    from aigovkit.precedents.answers import Standing

    told = [f"{report.title}: each of {len(report)} decided cases judged by the others"]
    told += map(left_out_line, report)
    same, other, silent = (report.count(one) for one in Standing)
    told.append(f"{same} as decided, {other} not as decided, {silent} without a prediction")
    wide = max(width, NARROWEST)
    return "\n".join(line for one in told for line in _wrapped(printable(one), wide, "  "))


def difference(compared: Difference, width: int = 88) -> str:
    """What changed between two answers, as text.

    .. versionadded:: 0.1.0
    """
    return _sheet(difference_sheet(compared), width)


def ways(found: WaysTo, width: int = 88) -> str:
    """The ways to an outcome, or what stands in the way, as text.

    .. versionadded:: 0.1.0
    """
    return _sheet(ways_sheet(found), width)


def _sheet(sheet: Sheet, width: int) -> str:
    width = max(width, NARROWEST)
    lines = [*_wrapped(sheet.title, width)]
    for section in sheet.sections:
        lines += _section(section, width)
    lines += ["", *_wrapped(sheet.closing, width)]
    return "\n".join(line.rstrip() for line in lines)


def _lines(page: Page, width: int) -> Iterator[str]:
    yield from _spread(page.title, page.as_of, width)
    if not page.joint:
        yield from _part(page.parts[0], width)
        return
    yield from _spread(page.together, page.joint, width)
    if page.table is not None and page.table.rows:
        yield ""
        yield from _table(page.table, width)
    for section in page.overview:
        yield from _section(section, width)
    for part in page.parts:
        yield ""
        yield from _part(part, width)
    for section in page.sections:
        yield from _section(section, width)
    yield ""
    yield from _wrapped(DISCLAIMER, width)


_SHARES = (28, 18, 24, 12, 18)
"""What each column of a table of policies has of the width, in percent."""


def _table(table: Table, width: int) -> Iterator[str]:
    room = max(width - 2 * (len(table.heads) - 1), len(table.heads))
    widths = [max(1, room * share // 100) for share in _SHARES]
    yield from columns(table.heads, widths)
    for row in table.rows:
        yield from columns(row, widths)


def columns(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines of one row of a table, each cell broken at its width.

    >>> list(columns(("San José", "REVIEW"), (5, 6)))
    ['San    REVIEW', 'José']

    .. versionadded:: 0.1.0
    """
    broken = [list(_wrapped(cell, width)) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, broken), default=0)):
        line = (one[number] if number < len(one) else "" for one in broken)
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _part(part: Part, width: int) -> Iterator[str]:
    yield from _spread(part.title, part.verdict, width)
    for setting in part.settings:
        yield from _wrapped(f"  with {setting}", width, "  ")
    for section in part.sections:
        yield from _section(section, width)
    yield ""
    for note in part.notes:
        yield from _wrapped(f"Note: {note}", width)
    yield from _wrapped(part.closing, width)


def _section(section: Section, width: int) -> Iterator[str]:
    yield ""
    yield from _wrapped(section.heading, width)
    for item in section.items[: section.first]:
        yield from _item(item, width)
    if section.first is not None and len(section.items) > section.first:
        yield f"     and {len(section.items) - section.first} more"


def _item(item: Item, width: int) -> Iterator[str]:
    """An item under its mark, with its citation at the right margin, or below where it does not fit."""
    line, hanging = (f"  {item.mark}  {item.line}", "     ") if item.mark else (f"  {item.line}", "  ")
    if item.pinpoint and len(line) + len(item.pinpoint) + 2 <= width:
        yield line + item.pinpoint.rjust(width - len(line))
    else:
        yield from _wrapped(line, width, hanging)
        yield from (one.rjust(width) for one in _wrapped(item.pinpoint, width))
    for below in item.below:
        yield from _wrapped(f"     {below}", width, "     ")


def _spread(left: str, right: str, width: int) -> Iterator[str]:
    """Two texts at the two margins; on two lines where they do not fit on one."""
    if len(left) + len(right) + 2 <= width:
        yield left + right.rjust(width - len(left))
    else:
        yield from _wrapped(left, width)
        yield from (line.rjust(width) for line in _wrapped(right, width))


def _wrapped(text: str, width: int, hanging: str = "") -> Iterator[str]:
    """The lines of a text, broken at spaces, the second and all after it behind `hanging`. A word longer than
    a line is broken where the line ends.
    """
    # With `textwrap` this would take a quarter of the time of a summary.
    start, lead, earliest = 0, "", len(hanging)
    while len(text) - start > (room := width - len(lead)):
        end = text.rfind(" ", earliest, start + room + 1)
        if end < 0:
            end = start + room
        yield lead + text[start:end]
        while text.startswith(" ", end):
            end += 1
        start = earliest = end
        lead = hanging
    if start < len(text):
        yield lead + text[start:]
