"""Answers as HTML for a notebook: the same content as the text, in the same order.

Everything shown is escaped: names in a case are anybody's text.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator

from aigovkit.answers import DutyDue, DutyStatus, Outcome, Status
from aigovkit.evaluation import Evaluation
from aigovkit.joint import AnyEvaluation, JointEvaluation
from aigovkit.page import (
    DISCLAIMER,
    answered,
    closing,
    day,
    due_in_words,
    moving_findings,
    open_duties,
    printable,
    settings,
    spoken,
    verdict_in_words,
)

_COLOURS = {
    Outcome.NOT_APPLICABLE: "#5b6470",
    Outcome.NO_OBJECTION: "#1f6f50",
    Outcome.CONDITIONAL: "#7a5a00",
    Outcome.REVIEW: "#7a5a00",
    Outcome.PROHIBITED: "#a3221f",
    Outcome.UNDETERMINED: "#34508c",
}
# Colours of its own only for the verdict, so that light and dark notebooks both read well.
_STYLE = (
    "<style>.aigovkit{font:14px/1.45 system-ui,sans-serif;max-width:52em}.aigovkit h3{margin:0}.aigovkit "
    "h4{margin:.9em 0 .2em}"
    ".aigovkit ul{margin:0;padding-left:1.2em}.aigovkit .cite{opacity:.7;font-size:.9em}.aigovkit "
    ".verdict{color:#fff;padding:.1em .6em;"
    "border-radius:.6em;font-weight:600;font-size:.85em}.aigovkit code{font-size:.9em}</style>"
)


def to_html(evaluation: AnyEvaluation) -> str:
    """The answer as a piece of HTML."""
    case = evaluation.case
    lines = [_STYLE, '<div class="aigovkit">', f"<h3>{_safe(case.title or case.id or 'Untitled case')}</h3>"]
    lines.append(f"<div>as of {_safe(day(evaluation.as_of))}</div>")
    if isinstance(evaluation, JointEvaluation):
        lines.append(f"<p>{len(evaluation.parts)} policies together {_badge(evaluation)}</p>")
    for part in evaluation.parts:
        lines += _part(part)
    questions = [
        f"{_safe(question.prompt)} <code>{_safe(question.fact)}</code>"
        + (f" <span class='cite'>{_safe(', '.join(question.choices))}</span>" if question.choices else "")
        for question in evaluation.questions
    ]
    lines += _section("Ask", questions)
    if isinstance(evaluation, JointEvaluation):
        lines.append(f"<p class='cite'>{_safe(DISCLAIMER)}</p>")
    lines.append("</div>")
    return "\n".join(lines)


def _part(evaluation: Evaluation) -> Iterator[str]:
    yield f"<p><b>{_safe(evaluation.policy.title)}</b> {_badge(evaluation)}</p>"
    yield from (f"<div class='cite'>with {_safe(setting)}</div>" for setting in settings(evaluation))
    yield from _section("Why", _why(evaluation))
    yield from _section("To do", map(_owed, open_duties(evaluation)))
    papers = []
    for paper in evaluation.papers:
        if paper.called_for:
            lacking = f"missing: {'; '.join(paper.missing) or 'nothing'}"
            papers.append(
                f"{_cited(paper.title, paper.citation.pinpoint)}<br><span "
                f"class='cite'>{_safe(lacking)}</span>"
            )
    yield from _section("Papers", papers)
    different = [
        f"<code>{_safe(other.fact)}</code> were {_safe(answered(other.answer))}: "
        f"{_safe(spoken(other.at_least, other.at_most))}"
        for other in evaluation.alternatives
    ]
    yield from _section("Would it be different if", different)
    open_law = []
    for name, outcomes in evaluation.contested.items():
        readings = "; ".join(
            f"{_safe(reading)}: {_safe(spoken(low, high))}" for reading, (low, high) in outcomes.items()
        )
        open_law.append(f"<code>{_safe(name)}</code>: {readings}")
    yield from _section("The law is open on", open_law)
    yield from _section(
        "Later",
        [
            f"{_safe(day(up.starts))}: {_cited(up.statement, up.citation.pinpoint)}"
            for up in evaluation.upcoming
        ],
    )
    if evaluation.hypothetical is not None:
        yield from _section(
            f"If it were in force: {verdict_in_words(evaluation.hypothetical)}",
            _why(evaluation.hypothetical) or ["nothing"],
        )
    for note in evaluation.notes:
        yield f"<p class='cite'>Note: {_safe(note)}</p>"
    yield f"<p class='cite'>{_safe(closing(evaluation))}</p>"


def _owed(duty: DutyDue) -> str:
    act = _cited(duty.act, duty.citation.pinpoint)
    if duty.status in (DutyStatus.OVERDUE, DutyStatus.UNMET):
        act = f"<b>{act}</b>"
    told = " · ".join(part for part in (duty.actor, duty.about, due_in_words(duty)) if part)
    return f"{act}<br><span class='cite'>{_safe(told)}</span>"


def _why(evaluation: Evaluation) -> list[str]:
    lines = []
    for finding in moving_findings(evaluation):
        reason = (
            f"displaced by {finding.displaced_by}"
            if finding.status is Status.DISPLACED
            else f"open until known: {', '.join(finding.unknown)}"
            if finding.status is Status.UNDETERMINED
            else f"because {', and '.join(finding.because)}"
        )
        lines.append(
            f"{_cited(finding.statement, finding.citation.pinpoint)}<br><span "
            f"class='cite'>{_safe(reason)}</span>"
        )
    return lines


def _section(title: str, items: Iterable[str]) -> Iterator[str]:
    several = list(items)
    if several:
        yield f"<h4>{_safe(title)}</h4><ul>{''.join(f'<li>{item}</li>' for item in several)}</ul>"


def _cited(text: str, pinpoint: str) -> str:
    return f"{_safe(text)} <span class='cite'>{_safe(pinpoint)}</span>"


def _badge(evaluation: AnyEvaluation) -> str:
    return (
        "<span class='verdict' "
        f"style='background:{_COLOURS[evaluation.outcome]}'>{_safe(verdict_in_words(evaluation))}</span>"
    )


def _safe(text: str) -> str:
    return html.escape(printable(text))
