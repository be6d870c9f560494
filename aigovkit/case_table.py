"""Several cases in one table: what is said of each, where it stands, what is open and what is asked.

`line_of` takes from an answer what a table has of it; `as_text`, `as_csv` and
`as_rows` are the forms of a table.
"""

from __future__ import annotations

import csv
import io
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from aigovkit.answers import DutyStatus, Question, TierFound
from aigovkit.joint import AnyEvaluation
from aigovkit.language.nodes import Points
from aigovkit.page import DISCLAIMER, spoken
from aigovkit.rules import Score
from aigovkit.wording import day, plain, printable

_HEADS = ("Case", "Outcome", "Where it stands", "Duties", "To decide", "To ask")
_SHARES = (24, 16, 28, 15, 10, 7)  # Of the width, in percent.
_OPEN = (DutyStatus.OVERDUE, DutyStatus.UNMET, DutyStatus.OPEN, DutyStatus.UNKNOWN)
_CALLED = {DutyStatus.UNKNOWN: "not known"}
_NAMES = {one: _CALLED.get(one, plain(one)) for one in _OPEN}


@attrs.frozen
class CaseLine:
    """What a table says of one case.

    `tiers` are the scores that add several rows of points up; `duties` count those of
    the case that are not done, by their status, and `provisions` name them; `referred`
    counts the decisions left to a person, and `perhaps` those that may be.

    .. versionadded:: 0.1.0
    """

    id: str
    title: str = attrs.field(converter=printable)
    outcome: str
    at_least: str
    at_most: str
    spoken: str
    tiers: tuple[TierFound, ...]
    duties: dict[str, int]
    provisions: tuple[tuple[str, str], ...]
    referred: int
    perhaps: int
    questions: tuple[Question, ...]


def line_of(evaluation: AnyEvaluation, about: Sequence[str] = ()) -> CaseLine:
    """The line of one answer. Questions are those that can change the outcome or, with `about`, the findings
    on some provisions, or the steps of their scores.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions.san_jose import AI_POLICY
    >>> from aigovkit.models import Case
    >>> line_of(AI_POLICY.evaluate(Case(title="Kiosk"), as_of=date(2026, 3, 2))).spoken
    'UNDETERMINED, from NOT APPLICABLE to PROHIBITED'

    .. versionadded:: 0.1.0
    """
    case = evaluation.case
    owed = [
        duty
        for part in evaluation.parts
        for duty in part.duties
        if not duty.standing and duty.status in _OPEN and not duty.part_of
    ]
    counted = Counter(duty.status for duty in owed)
    decisions = [one.certain for part in evaluation.parts for one in part.referrals]
    return CaseLine(
        id=case.id or "",
        title=case.title or case.id or "Untitled case",
        outcome=evaluation.outcome.word,
        at_least=evaluation.at_least.word,
        at_most=evaluation.at_most.word,
        spoken=spoken(evaluation.at_least, evaluation.at_most),
        tiers=tuple(one for part in evaluation.parts for one in part.tiers if _adds_up(part, one)),
        duties={name: counted[status] for status, name in _NAMES.items() if status in counted},
        provisions=tuple(dict.fromkeys((duty.provision, str(duty.status)) for duty in owed)),
        referred=sum(decisions),
        perhaps=len(decisions) - sum(decisions),
        questions=tuple(_questions(evaluation, about)),
    )


def _adds_up(part: Any, tier: TierFound) -> bool:
    rule = part.policy.rule(tier.provision)
    return tier.scale is not None and isinstance(rule, Score) and not isinstance(rule.points, Points)


def _questions(evaluation: AnyEvaluation, about: Sequence[str]) -> Iterable[Question]:
    if not about:
        return evaluation.questions
    asked: dict[str, Question] = {}
    for part in evaluation.parts:
        for one in about:
            if any(rule.id == one for rule in part.policy.rules):
                asked |= {question.fact: question for question in part.questions_about(one)}
    return asked.values()


def as_text(lines: Sequence[CaseLine], as_of: Any, width: int = 100) -> str:
    """The table as text of a width.

    .. versionadded:: 0.1.0
    """
    room = max(width, 60) - 2 * (len(_HEADS) - 1)
    widths = [room * share // 100 for share in _SHARES]
    rows = [_HEADS, tuple("-" * one for one in widths), *map(_cells, lines)]
    number = f"{len(lines)} {'case' if len(lines) == 1 else 'cases'}, as of {day(as_of)}"
    return "\n".join([*(_row(cells, widths) for cells in rows), "", f"{number}. {DISCLAIMER}"])


def _cells(line: CaseLine) -> tuple[str, ...]:
    return (
        line.title,
        line.spoken,
        "\n".join(map(_stands, line.tiers)),
        ", ".join(f"{count} {name}" for name, count in line.duties.items()),
        _decisions(line),
        str(len(line.questions) or ""),
    )


def _stands(tier: TierFound) -> str:
    """Where a case stands by a score, in as few words as a column has room for."""
    total = str(tier.at_least) if tier.at_least == tier.at_most else f"{tier.at_least} to {tier.at_most}"
    steps = "/".join(step.label for step in tier.steps)
    perhaps = ", perhaps" if len(tier.steps) == 1 and not tier.certain else ""
    return f"{tier.scale.title if tier.scale else ''}: {steps} ({total}{perhaps})"


def _decisions(line: CaseLine) -> str:
    several = [str(line.referred)] if line.referred else []
    return ", ".join([*several, *([f"{line.perhaps} perhaps"] if line.perhaps else [])])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    wrapped = [
        [part for line in cell.splitlines() for part in textwrap.wrap(line, width)] or [""]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(map(len, wrapped))
    deep = [[*lines, *[""] * (height - len(lines))] for lines in wrapped]
    return "\n".join(
        "  ".join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip()
        for line in zip(*deep, strict=True)
    )


def as_rows(lines: Iterable[CaseLine]) -> list[dict[str, Any]]:
    """The table as rows for JSON.

    .. versionadded:: 0.1.0
    """
    return [
        {
            "id": line.id,
            "title": line.title,
            "outcome": line.outcome,
            "at_least": line.at_least,
            "at_most": line.at_most,
            "tiers": [
                {
                    "provision": tier.provision,
                    "scale": tier.scale.id if tier.scale else None,
                    "steps": [step.id for step in tier.steps],
                    "at_least": tier.at_least,
                    "at_most": tier.at_most,
                    "certain": tier.certain,
                }
                for tier in line.tiers
            ],
            "duties": [{"provision": provision, "status": status} for provision, status in line.provisions],
            "referred": line.referred,
            "perhaps_referred": line.perhaps,
            "questions": [{"fact": one.fact, "question": one.prompt} for one in line.questions],
        }
        for line in lines
    ]


def as_csv(lines: Iterable[CaseLine]) -> str:
    """The table as CSV, one row for each case. What a spreadsheet would take for a formula is quoted.

    .. versionadded:: 0.1.0
    """
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    heads = ["id", "title", "outcome", "at_least", "at_most", "tiers"]
    table.writerow(
        [*heads, *(f"duties {name}" for name in _NAMES.values()), "referred", "perhaps referred", "questions"]
    )
    for line in lines:
        texts = [
            line.id,
            line.title,
            line.outcome,
            line.at_least,
            line.at_most,
            "; ".join(map(str, line.tiers)),
        ]
        counts = [line.duties.get(name, 0) for name in _NAMES.values()]
        asked = "; ".join(one.fact for one in line.questions)
        table.writerow([*map(quoted, texts), *counts, line.referred, line.perhaps, quoted(asked)])
    return written.getvalue().removesuffix("\n")


def quoted(text: str) -> str:
    """A text as no spreadsheet takes it for a formula.

    .. versionadded:: 0.1.0
    """
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
