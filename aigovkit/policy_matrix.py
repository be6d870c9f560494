"""What each policy says of each case, as a matrix: of one case policy by outcome, of many case by policy.

`matrix_of` takes it from answers; `as_text`, `as_csv`, `as_rows` and `as_html` are its
forms. Beside each case stands what all the policies say together, the strictest.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from aigovkit.answers import Attention, Outcome
from aigovkit.case_table import quoted
from aigovkit.errors import PolicyError
from aigovkit.html import table
from aigovkit.joint import AnyEvaluation
from aigovkit.page import DISCLAIMER, spoken
from aigovkit.text import columns
from aigovkit.wording import day, printable

_LETTERS = {
    Outcome.NOT_APPLICABLE: "-",
    Outcome.NO_OBJECTION: "N",
    Outcome.CONDITIONAL: "C",
    Outcome.REVIEW: "R",
    Outcome.PROHIBITED: "P",
}
_LEGEND = (
    "P prohibited, R review, C conditional, N no objection, - not applicable; from..to while it is open; "
    "! a duty overdue or unmet, > a decision left to a person; blank: of another place."
)


@attrs.frozen
class Cell:
    """What one policy says of one case. `reaches` is false where the agency is of another place, and None
    while that is not known.

    .. versionadded:: 0.1.0
    """

    policy: str
    reaches: bool | None
    at_least: Outcome
    at_most: Outcome
    attention: Attention

    @property
    def outcome(self) -> Outcome:
        """The outcome when the known facts settle it, else UNDETERMINED."""
        return self.at_least if self.at_least is self.at_most else Outcome.UNDETERMINED

    @property
    def letters(self) -> str:
        """The cell in as few letters as a column has room for; empty where the policy is of another place."""
        if self.reaches is False:
            return ""
        least, most = _LETTERS[self.at_least], _LETTERS[self.at_most]
        late = "!" if self.attention.overdue or self.attention.unmet or self.attention.perhaps else ""
        waits = ">" if self.attention.referred else ""
        return (least if least == most else f"{least}..{most}") + late + waits


@attrs.frozen
class Row:
    """A case: what each policy says of it, and, in `joint`, what they say together.

    .. versionadded:: 0.1.0
    """

    id: str
    title: str = attrs.field(converter=printable)
    joint: Cell
    cells: tuple[Cell, ...]


def _printables(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(printable, texts))


@attrs.frozen
class Matrix:
    """Cases by policies. `policies` are the names of the policies in the answers, `titles` those of their
    sources, in the same order as the cells of each row.

    .. versionadded:: 0.1.0
    """

    policies: tuple[str, ...]
    titles: tuple[str, ...] = attrs.field(converter=_printables)
    rows: tuple[Row, ...]


def matrix_of(evaluations: Iterable[AnyEvaluation]) -> Matrix:
    """The matrix of some answers, all by the same policies; PolicyError for others, and for none.

    >>> from datetime import date
    >>> from aigovkit.models import Agency, Case
    >>> from aigovkit.policies import find_policy, reaching
    >>> together = reaching("us-ca/san-jose") & reaching("us-az/phoenix")
    >>> case = Case(title="Kiosk", agency=Agency(place="us-ca/san-jose"))
    >>> matrix = matrix_of([together.evaluate(case, as_of=date(2026, 3, 2))])
    >>> [(cell.policy, cell.letters) for cell in matrix.rows[0].cells][:2]
    [('us-az/digital-bill-of-rights', ''), ('us-ca/san-jose/ai-policy', '-..P')]

    .. versionadded:: 0.1.0
    """
    several = list(evaluations)
    policies = [_names(one) for one in several]
    if len(set(policies)) != 1:
        raise PolicyError("a matrix takes one answer or more, all by the same policies")
    titles = (part.policy.title for part in several[0].parts)
    rows = (_row(one, names) for one, names in zip(several, policies, strict=True))
    return Matrix(policies[0], tuple(titles), tuple(rows))


def _names(evaluation: AnyEvaluation) -> tuple[str, ...]:
    policy: Any = evaluation.policy
    return getattr(policy, "names", None) or (policy.id,)


def _row(evaluation: AnyEvaluation, names: Sequence[str]) -> Row:
    case = evaluation.case
    cells = (_cell(part, name) for part, name in zip(evaluation.parts, names, strict=True))
    title = case.title or case.id or "Untitled case"
    return Row(case.id or "", title, _cell(evaluation, evaluation.policy.id), tuple(cells))


def _cell(evaluation: AnyEvaluation, name: str) -> Cell:
    return Cell(name, evaluation.reaches, evaluation.at_least, evaluation.at_most, evaluation.attention)


def as_text(matrix: Matrix, as_of: Any, width: int = 100) -> str:
    """The matrix as text of a width: of one case a line for each policy, of several a line for each case with
    a column for each policy by its number.

    .. versionadded:: 0.1.0
    """
    lines = _of_one(matrix, width) if len(matrix.rows) == 1 else _of_many(matrix, width)
    return "\n".join([*lines, "", f"As of {day(as_of)}. {DISCLAIMER}"])


def _of_one(matrix: Matrix, width: int) -> Iterator[str]:
    (row,) = matrix.rows
    first = max(20, width // 2)
    widths = (first, max(20, width - first - 2))
    yield from columns((row.title, _said(row.joint)), widths)
    for title, cell in zip(matrix.titles, row.cells, strict=True):
        yield from columns((f"  {title}", _said(cell)), widths)


def _said(cell: Cell) -> str:
    """What a cell says in words."""
    if cell.reaches is False:
        return "of another place"
    late = cell.attention
    counts = ((late.overdue, "overdue"), (late.unmet, "unmet"), (late.referred, "referred"))
    told = (f"{number} {how}" for number, how in counts if number)
    return " · ".join((spoken(cell.at_least, cell.at_most), *told))


def _of_many(matrix: Matrix, width: int) -> Iterator[str]:
    heads = ("All", *map(str, range(1, len(matrix.policies) + 1)))
    written = [[cell.letters for cell in (row.joint, *row.cells)] for row in matrix.rows]
    narrow = [max(map(len, column)) for column in zip(heads, *written, strict=True)]
    first = max(20, width - sum(narrow) - 2 * len(narrow))
    widths = (first, *narrow)
    yield from columns(("Case", *heads), widths)
    yield from columns(tuple("-" * one for one in widths), widths)
    for row, letters in zip(matrix.rows, written, strict=True):
        yield from columns((row.title, *letters), widths)
    yield ""
    for number, (title, policy) in enumerate(zip(matrix.titles, matrix.policies, strict=True), 1):
        yield from columns((f"{number:>3}", f"{title} ({policy})"), (3, max(20, width - 5)))
    yield from columns((_LEGEND,), (width,))


def as_rows(matrix: Matrix) -> list[dict[str, Any]]:
    """The matrix as rows for JSON, one for each case.

    .. versionadded:: 0.1.0
    """
    return [
        {
            "id": row.id,
            "title": row.title,
            **_json(row.joint),
            "policies": [
                {"policy": cell.policy, "reaches": cell.reaches, **_json(cell)} for cell in row.cells
            ],
        }
        for row in matrix.rows
    ]


def _json(cell: Cell) -> dict[str, Any]:
    words = {name: getattr(cell, name).word for name in ("outcome", "at_least", "at_most")}
    return {**words, "attention": attrs.asdict(cell.attention)}


def as_csv(matrix: Matrix) -> str:
    """The matrix as CSV, one row for each case, one column for each policy and one for all of them. What a
    spreadsheet would take for a formula is quoted.

    .. versionadded:: 0.1.0
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["id", "title", "all", *map(quoted, matrix.policies)])
    for row in matrix.rows:
        said = ("" if cell.reaches is False else _said(cell) for cell in (row.joint, *row.cells))
        writer.writerow([quoted(row.id), quoted(row.title), *said])
    return written.getvalue().removesuffix("\n")


def as_html(matrix: Matrix) -> str:
    """The matrix as a table in HTML; everything in it is escaped.

    .. versionadded:: 0.1.0
    """
    rows = (
        (row.title, *("" if cell.reaches is False else _said(cell) for cell in (row.joint, *row.cells)))
        for row in matrix.rows
    )
    return table(("Case", "All", *matrix.titles), rows)
