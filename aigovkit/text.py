"""Answers as text for a person: the verdict first, then why, what to do, what to ask."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from aigovkit.answers import DutyStatus, Question, Status
from aigovkit.citations import Kind
from aigovkit.evaluation import Evaluation
from aigovkit.joint import AnyEvaluation, JointEvaluation
from aigovkit.language.words import word
from aigovkit.page import (
    DISCLAIMER,
    DUTY_MARKS,
    MARKS,
    answered,
    closing,
    day,
    due_in_words,
    is_unasked,
    money,
    moving_findings,
    open_duties,
    printable,
    settings,
    spoken,
    verdict_in_words,
)
from aigovkit.provision_text import describe, explanation

MOST_QUESTIONS = 8


def summary(evaluation: AnyEvaluation, width: int = 88) -> str:
    """The whole answer."""
    lines = list(_title(evaluation, width))
    if isinstance(evaluation, JointEvaluation):
        for part in evaluation.parts:
            lines += ["", *_part(part, width, joint=True)]
        lines += ["", *_together(evaluation, width)]
    else:
        lines += _part(evaluation, width, joint=False)
    return "\n".join(printable(line).rstrip() for line in lines)


def _title(evaluation: AnyEvaluation, width: int) -> Iterator[str]:
    name = printable(evaluation.case.title or evaluation.case.id or "Untitled case")
    yield from _spread(name, f"as of {day(evaluation.as_of)}", width)
    if isinstance(evaluation, JointEvaluation):
        yield from _spread(f"{len(evaluation.parts)} policies together", verdict_in_words(evaluation), width)


def _part(evaluation: Evaluation, width: int, *, joint: bool) -> Iterator[str]:
    policy = evaluation.policy
    yield from _spread(policy.title, verdict_in_words(evaluation), width)
    yield from (f"  with {setting}" for setting in settings(evaluation))
    yield from _section("Why", _why(evaluation, width))
    yield from _section("To do", _to_do(evaluation, width))
    yield from _section("Papers", _papers(evaluation, width))
    yield from _section("Of note", _of_note(evaluation, width))
    yield from _section("Would it be different if", _different(evaluation, width))
    if not joint:
        yield from _section("Ask", _ask(evaluation.questions, width))
    yield from _section("The law is open on", _contested(evaluation, width))
    yield from _section("Later", _later(evaluation, width))
    yield from _section("If it were in force", _hypothetical(evaluation, width))
    yield ""
    for note in policy.notes:
        yield from _wrapped(f"Note: {note}", width, "")
    yield from _wrapped(closing(evaluation), width, "")


def _together(evaluation: JointEvaluation, width: int) -> Iterator[str]:
    yield from _section("Ask", _ask(evaluation.questions, width))
    limits = evaluation.retention_limits
    if limits.conflicts:
        yield from _section(
            "Retention cannot satisfy both of", (f"  {one} and {other}" for one, other in limits.conflicts)
        )
    yield ""
    yield DISCLAIMER


def _why(evaluation: Evaluation, width: int) -> Iterator[str]:
    for finding in moving_findings(evaluation):
        yield from _cited(MARKS[finding.status], finding.statement, finding.citation.pinpoint, width)
        if finding.status is Status.DISPLACED:
            yield f"     displaced by {finding.displaced_by}"
        elif finding.status is Status.UNDETERMINED:
            yield from _wrapped(f"open until known: {', '.join(finding.unknown)}", width, "     ")
        elif finding.because:
            yield from _wrapped(f"because {', and '.join(finding.because)}", width, "     ")
        if finding.presumed:
            yield "     presumed: it stands until rebutted"


def _to_do(evaluation: Evaluation, width: int) -> Iterator[str]:
    for duty in open_duties(evaluation):
        yield from _cited(DUTY_MARKS[duty.status], duty.act, duty.citation.pinpoint, width)
        about = f" · {printable(duty.about)}" if duty.about else ""
        yield from _wrapped(f"{duty.actor}{about} · {due_in_words(duty)}", width, "     ")
    unknown = [duty for duty in evaluation.duties if duty.status is DutyStatus.UNKNOWN and duty.due is None]
    owed = dict.fromkeys(duty.provision for duty in unknown if not is_unasked(evaluation, duty))
    if owed:
        yield from _wrapped(f"?  Owed, and not known whether done: {', '.join(owed)}", width, "  ")


def _papers(evaluation: Evaluation, width: int) -> Iterator[str]:
    for paper in evaluation.papers:
        if paper.called_for:
            yield from _cited(
                "o" if paper.missing or paper.not_known else "+", paper.title, paper.citation.pinpoint, width
            )
            if paper.missing:
                yield from _wrapped(f"missing: {'; '.join(paper.missing)}", width, "     ")
            if paper.not_known:
                yield from _wrapped(f"not known: {'; '.join(paper.not_known)}", width, "     ")
            yield from _wrapped(f"draft it: aigovkit paper {paper.paper}", width, "     ")


def _score(least: int | None, most: int | None) -> str:
    if least is None:
        return "not known" if most is None else f"at most {most}"
    if most is None:
        return f"at least {least}"
    return str(least) if least == most else f"{least} to {most}"


def _of_note(evaluation: Evaluation, width: int) -> Iterator[str]:
    for finding in evaluation.findings:
        if finding.status is Status.ADVISED or (
            finding.status is Status.NOTED and finding.kind in (Kind.RIGHT, Kind.PERMISSION, Kind.EXCEPTION)
        ):
            yield from _cited("i", finding.statement, finding.citation.pinpoint, width)
    for tier in evaluation.tiers:
        names = " or ".join(t.name.lower() for t in tier.tiers) or "no tier"
        yield f"  i  Tier {names}, score {_score(tier.at_least, tier.at_most)}"
    for element in evaluation.data_classes:
        yield (
            f"  i  {printable(element.element)}: "
            f"{'' if element.certain else 'perhaps '}{element.data_class.replace('_', ' ')}"
        )
    for kept in evaluation.retention:
        floor, ceiling = kept.retention.floor, kept.retention.ceiling
        limits = [f"at least {word(floor)}"] if floor else []
        limits += [f"at most {word(ceiling)}"] if ceiling else []
        yield f"  i  Keep {' and '.join(limits)} from {kept.retention.trigger}"
    for cost in evaluation.exposure:
        most = "no ceiling" if cost.at_most is None else f"up to {money(cost.at_most)}"
        yield from _wrapped(
            f"$  {cost.formula}: at least {money(cost.at_least)}, "
            f"{most}{'' if cost.certain else ', if a violation is shown'}",
            width,
            "  ",
        )


def _different(evaluation: Evaluation, width: int) -> Iterator[str]:
    for other in evaluation.alternatives:
        yield from _wrapped(
            f"-  {other.fact} were {answered(other.answer)}: {spoken(other.at_least, other.at_most)}",
            width,
            "  ",
        )


def _ask(questions: Iterable[Question], width: int) -> Iterator[str]:
    several = list(questions)
    for question in several[:MOST_QUESTIONS]:
        asked = (
            " (asked, not known)" if question.asked else "" if question.proven else " (may no longer matter)"
        )
        yield from _wrapped(f"?  {question.prompt}{asked}", width, "  ")
        choices = f": {', '.join(question.choices)}" if question.choices else ""
        yield from _wrapped(f"{question.fact}{choices}", width, "     ")
    if len(several) > MOST_QUESTIONS:
        yield f"     and {len(several) - MOST_QUESTIONS} more"


def _contested(evaluation: Evaluation, width: int) -> Iterator[str]:
    ambiguities = {ambiguity.name: ambiguity for ambiguity in evaluation.policy.rulebook.ambiguities}
    for name, outcomes in evaluation.contested.items():
        yield from _wrapped(f"~  {ambiguities[name].issue}", width, "  ")
        for reading, (low, high) in outcomes.items():
            yield from _wrapped(
                f"{name}={reading} ({ambiguities[name].readings[reading]}): {spoken(low, high)}",
                width,
                "     ",
            )


def _later(evaluation: Evaluation, width: int) -> Iterator[str]:
    """What starts to bind later, day by day; the provisions of a day are named together."""
    days: dict[Any, list[str]] = {}
    for up in evaluation.upcoming:
        days.setdefault(up.starts, []).append(up.provision)
    for starts, provisions in days.items():
        yield from _wrapped(
            f"{'on ' + day(starts) if starts else 'on a day not known'}: {', '.join(provisions)}", width, "  "
        )


def _hypothetical(evaluation: Evaluation, width: int) -> Iterator[str]:
    hypothetical = evaluation.hypothetical
    if hypothetical is not None and (hypothetical.at_least, hypothetical.at_most) != (
        evaluation.at_least,
        evaluation.at_most,
    ):
        yield f"  {verdict_in_words(hypothetical)}"
        yield from _why(hypothetical, width)


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    several = list(lines)
    if several:
        yield ""
        yield title
        yield from several


def _spread(left: str, right: str, width: int) -> Iterator[str]:
    """Two texts at the two margins; on two lines where they do not fit on one."""
    if len(left) + len(right) + 2 <= width:
        yield left + right.rjust(width - len(left))
    else:
        yield from _wrapped(left, width, "")
        yield right.rjust(width)


def _cited(mark: str, text: str, pinpoint: str, width: int) -> Iterator[str]:
    """A marked line with its citation at the right margin, or below where it does not fit."""
    line = f"  {mark}  {text}"
    if len(line) + len(pinpoint) + 2 <= width:
        yield line + pinpoint.rjust(width - len(line))
    else:
        yield from textwrap.wrap(line, width, subsequent_indent="     ") if len(line) > width else [line]
        yield from (part.rjust(width) for part in textwrap.wrap(pinpoint, width))


def _wrapped(text: str, width: int, indent: str) -> Iterator[str]:
    yield from textwrap.wrap(
        printable(text),
        width,
        initial_indent=indent,
        subsequent_indent=indent + ("   " if text[1:3] == "  " else ""),
        break_on_hyphens=False,
    )


__all__ = ["describe", "explanation", "summary"]
