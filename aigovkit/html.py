"""Answers as HTML for a notebook: the same content as the text, in the same order.

What an answer shows is described in `page`; here it is marked up. Everything shown
is escaped: names in a case are anybody's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from aigovkit.answers import Outcome, WaysTo
from aigovkit.change_page import Sheet, difference_sheet, ways_sheet
from aigovkit.changes import Difference
from aigovkit.joint import AnyEvaluation
from aigovkit.page import DISCLAIMER, URGENT, Item, Line, Part, Section, page_of
from aigovkit.score_picture import drawn

_COLOURS = {
    Outcome.NOT_APPLICABLE: "#5b6470",
    Outcome.NO_OBJECTION: "#1f6f50",
    Outcome.CONDITIONAL: "#7a5a00",
    Outcome.REVIEW: "#7a5a00",
    Outcome.PROHIBITED: "#a3221f",
    Outcome.UNDETERMINED: "#34508c",
}
# Colours of its own only for the verdict, so that light and dark notebooks both read well.
_STYLE = """<style>
.aigovkit{font:14px/1.45 system-ui,sans-serif;max-width:52em}
.aigovkit h3{margin:0}.aigovkit h4{margin:.9em 0 .2em}
.aigovkit ul{margin:0;padding-left:1.2em}
.aigovkit .cite{opacity:.7;font-size:.9em}
.aigovkit .verdict{color:#fff;padding:.1em .6em;border-radius:.6em;font-weight:600;font-size:.85em}
.aigovkit td,.aigovkit th{text-align:left;vertical-align:top;padding:.1em .8em .1em 0}
.aigovkit code{font-size:.9em}.aigovkit .picture{margin:1em 0}
</style>"""


def to_html(evaluation: AnyEvaluation) -> str:
    """The whole answer as a piece of HTML, without scripts.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions.san_jose import AI_POLICY
    >>> from aigovkit.models import Case
    >>> "<h3>A &amp; B</h3>" in to_html(AI_POLICY.evaluate(Case(title="A & B"), as_of=date(2026, 3, 2)))
    True

    .. versionadded:: 0.1.0
    """
    page = page_of(evaluation)
    lines = [_STYLE, '<div class="aigovkit">', f"<h3>{escape(page.title)}</h3>"]
    lines.append(f"<div>{escape(page.as_of)}</div>")
    if page.joint:
        lines.append(f"<p>{escape(page.together)} {_badge(page.joint, page.outcome)}</p>")
    if page.table is not None and page.table.rows:
        lines.append(table(page.table.heads, page.table.rows))
    for section in page.overview:
        lines += _section(section)
    for part in page.parts:
        lines += _part(part)
    for section in page.sections:
        lines += _section(section)
    if page.joint:
        lines.append(f"<p class='cite'>{escape(DISCLAIMER)}</p>")
    return "\n".join([*lines, "</div>"])


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Cells as a table, each escaped.

    >>> table(["A"], [["<b>"]])
    '<table><tr><th>A</th></tr><tr><td>&lt;b&gt;</td></tr></table>'

    .. versionadded:: 0.1.0
    """
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def difference(compared: Difference) -> str:
    """What changed between two answers, as a piece of HTML.

    .. versionadded:: 0.1.0
    """
    return _sheet(difference_sheet(compared))


def ways(found: WaysTo) -> str:
    """The ways to an outcome, or what stands in the way, as a piece of HTML.

    .. versionadded:: 0.1.0
    """
    return _sheet(ways_sheet(found))


def _sheet(sheet: Sheet) -> str:
    lines = [_STYLE, '<div class="aigovkit">', f"<h3>{escape(sheet.title)}</h3>"]
    for section in sheet.sections:
        lines += _section(section)
    return "\n".join([*lines, f"<p class='cite'>{escape(sheet.closing)}</p></div>"])


def _part(part: Part) -> Iterator[str]:
    yield f"<p><b>{escape(part.title)}</b> {_badge(part.verdict, part.outcome)}</p>"
    yield from (f"<div class='cite'>with {escape(setting)}</div>" for setting in part.settings)
    for section in part.sections:
        yield from _section(section)
    yield from (f"<div class='picture'>{drawn(one)}</div>" for one in part.pictures)
    yield from (f"<p class='cite'>Note: {escape(note)}</p>" for note in part.notes)
    yield f"<p class='cite'>{escape(part.closing)}</p>"


def _section(section: Section) -> Iterator[str]:
    yield f"<h4>{escape(section.heading)}</h4>"
    yield _list(section.items[: section.first])
    folded = section.items[section.first :] if section.first is not None else ()
    if folded:
        yield f"<details><summary>and {len(folded)} more</summary>{_list(folded)}</details>"


def _list(items: Iterable[Item]) -> str:
    return f"<ul>{''.join(map(_item, items))}</ul>"


def _item(item: Item) -> str:
    said = _line(item.line)
    if item.pinpoint:
        said += f" <span class='cite'>{escape(item.pinpoint)}</span>"
    if item.mark == URGENT:
        said = f"<b>{said}</b>"
    below = "".join(f"<br><span class='cite'>{_line(one)}</span>" for one in item.below)
    return f"<li>{said}{below}</li>"


def _line(line: Line) -> str:
    name = f"<code>{escape(line.name)}</code>" if line.name else ""
    return name + escape(line.text)


def _badge(verdict: str, outcome: Outcome) -> str:
    return f"<span class='verdict' style='background:{_COLOURS[outcome]}'>{escape(verdict)}</span>"
