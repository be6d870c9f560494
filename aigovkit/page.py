"""What an answer shows to a person: which findings and duties, in which words. Text and HTML render it.

Names and descriptions in a case are anybody's text. Nothing that is not
printable reaches the reader: see `printable`.
"""

from __future__ import annotations

import datetime
from typing import Any

from aigovkit.answers import DutyDue, DutyStatus, Finding, Outcome, Status
from aigovkit.citations import Kind
from aigovkit.engine.reference import applies
from aigovkit.engine.rulebook import effects
from aigovkit.engine.subjects import subjects
from aigovkit.evaluation import Evaluation
from aigovkit.facts import TermSet
from aigovkit.joint import AnyEvaluation
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import AllOf, Named
from aigovkit.language.words import word

DISCLAIMER = "What the text says, not legal advice."

MARKS = {
    Status.VIOLATED: "x",
    Status.SHORTFALL: "-",
    Status.DEVIATES: "-",
    Status.UNDETERMINED: "?",
    Status.OPEN: "o",
    Status.SATISFIED: "+",
    Status.SATISFIED_IF_APPLICABLE: "+",
    Status.ADVISED: "i",
    Status.NOTED: "i",
    Status.DISPLACED: "/",
}
DUTY_MARKS = {
    DutyStatus.OVERDUE: "!",
    DutyStatus.UNMET: "!",
    DutyStatus.MET_LATE: "!",
    DutyStatus.OPEN: "o",
    DutyStatus.UNKNOWN: "?",
    DutyStatus.MET: "+",
}


def printable(text: str) -> str:
    r"""Text with every character that is not printable written as an escape.

    >>> printable("safe\x1b[2J\u202etxt")
    'safe\\x1b[2J\\u202etxt'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def verdict_in_words(evaluation: AnyEvaluation) -> str:
    """The outcome of an evaluation in words."""
    return spoken(evaluation.at_least, evaluation.at_most)


def spoken(least: Outcome, most: Outcome | None = None) -> str:
    """An outcome, or a range of them, in words."""
    if most is None or least is most:
        return least.name.replace("_", " ")
    return f"UNDETERMINED, from {spoken(least)} to {spoken(most)}"


def settings(evaluation: Evaluation) -> list[str]:
    """The readings and parameters that differ from their defaults, in words."""
    policy = evaluation.policy
    readings = [f"{name} read as {reading}" for name, reading in policy.readings]
    return readings + [f"{name}: {word(value)}" for name, value in policy.parameters]


def moving_findings(evaluation: Evaluation) -> list[Finding]:
    """The findings that move the outcome, or hold it open although something of them is known, or are
    displaced; the gravest first.
    """
    moving = []
    for finding in evaluation.findings:
        broken = finding.status in (
            Status.VIOLATED,
            Status.DEVIATES,
            Status.SHORTFALL,
            Status.OPEN,
        ) and effects(evaluation.policy.rule(finding.provision))
        if broken or finding.status is Status.DISPLACED or _holds_outcome_open(evaluation, finding):
            moving.append(finding)
    return sorted(
        moving,
        key=lambda finding: (
            -max((level for level, _ in effects(evaluation.policy.rule(finding.provision))), default=0)
        ),
    )


def _holds_outcome_open(evaluation: Evaluation, finding: Finding) -> bool:
    if finding.status is not Status.UNDETERMINED or evaluation.outcome is not Outcome.UNDETERMINED:
        return False
    return finding.kind is Kind.PROHIBITION and _begun(evaluation, finding)


def _begun(evaluation: Evaluation, finding: Finding) -> bool:
    """Whether something of the prohibition's own is known to hold, so that it is more than a question
    nobody has come near.
    """
    rule = evaluation.policy.rule(finding.provision)
    tests = rule.when.conditions if isinstance(rule.when, AllOf) else (rule.when,)
    return any(
        holds(test, subject.situation) is True
        for subject in subjects(rule, evaluation.situation)
        for test in tests
        if not isinstance(test, Named)
    )


def open_duties(evaluation: Evaluation) -> list[DutyDue]:
    """The duties not known to be done that have a time, or whose state is known; the most urgent first."""
    urgency = list(DUTY_MARKS)
    listed = [
        duty for duty in evaluation.duties if duty.status is not DutyStatus.UNKNOWN or duty.due is not None
    ]
    return sorted(
        (duty for duty in listed if duty.status is not DutyStatus.MET),
        key=lambda duty: urgency.index(duty.status),
    )


def is_unasked(evaluation: Evaluation, duty: DutyDue) -> bool:
    """Whether it is unknown that the duty arises at all; such duties are counted, not listed."""
    if duty.status is not DutyStatus.UNKNOWN:
        return False
    rule = evaluation.policy.rule(duty.provision)
    return rule.each is not None or applies(evaluation.policy.rulebook, rule, evaluation.situation) is None


def due_in_words(duty: DutyDue) -> str:
    """When a duty is due and where it stands, in words."""
    spoken = {
        DutyStatus.OVERDUE: "overdue", DutyStatus.UNMET: "the step it had to come before was "
                                                         "taken", DutyStatus.MET_LATE: "done late",
        DutyStatus.OPEN: "open", DutyStatus.UNKNOWN: "not known whether done", DutyStatus.MET: "done",
    }[duty.status]  # fmt: skip
    due = f"due {day(duty.due)}" if duty.due is not None else duty.note
    marked = " (by reading, not printed)" if duty.by_reading else ""
    return f"{due}{marked} · {spoken}" if due else spoken


def answered(value: Any) -> str:
    """An answer to a fact in words."""
    if isinstance(value, TermSet):
        return ", ".join(str(term) for term in sorted(value.yes)) or "empty"
    return word(value)


def closing(evaluation: Evaluation) -> str:
    """The disclaimer, and how much of what the policy reads is known."""
    counts = evaluation.counts
    return (
        f"{DISCLAIMER} Facts: {counts.known} known, {counts.asked_not_known} asked and not known, "
        f"{counts.not_asked} not asked."
    )


def day(moment: Any) -> str:
    """A day or an instant as a person writes it: 2 March 2026, 3 March 2026 at 09:00 PST."""
    if moment is None:
        return "unknown"
    text = f"{moment.day} {moment:%B} {moment.year}"
    return f"{text} at {moment:%H:%M} {moment.tzname()}" if isinstance(moment, datetime.datetime) else text


def money(cents: int) -> str:
    """An amount in dollars."""
    return f"${cents // 100:,}" if cents % 100 == 0 else f"${cents / 100:,.2f}"
