"""Answers as text for a person: the verdict first, then why, what to do, what to ask.

Names and descriptions in a case are anybody's text. Nothing that is not
printable reaches the reader: see `printable`.
"""

from __future__ import annotations

import datetime
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from aigovkit import conditions
from aigovkit.conditions import (
    AllOf,
    AnyOf,
    ByReading,
    Condition,
    Named,
    Not,
    Situation,
    TimeByReading,
    holds,
)
from aigovkit.engine.explain import statement, word
from aigovkit.engine.reference import applies, triggered
from aigovkit.engine.rulebook import effects
from aigovkit.evaluation import (
    AnyEvaluation,
    DutyDue,
    DutyStatus,
    Evaluation,
    Finding,
    JointEvaluation,
    Outcome,
    Question,
    Status,
)
from aigovkit.facts import TermSet
from aigovkit.rules import Duty, ExceptionRule, Kind, Rule

MOST_QUESTIONS = 8
DISCLAIMER = "What the text says, not legal advice."

_MARKS = {
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
_DUTY_MARKS = {
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
        ) and effects(finding.rule)
        if broken or finding.status is Status.DISPLACED or _holds_outcome_open(evaluation, finding):
            moving.append(finding)
    return sorted(moving, key=lambda finding: -max((level for level, _ in effects(finding.rule)), default=0))


def _why(evaluation: Evaluation, width: int) -> Iterator[str]:
    for finding in moving_findings(evaluation):
        yield from _cited(_MARKS[finding.status], finding.rule.statement, finding.citation.pinpoint, width)
        if finding.status is Status.DISPLACED:
            yield f"     displaced by {finding.displaced_by}"
        elif finding.status is Status.UNDETERMINED:
            yield from _wrapped(f"open until known: {', '.join(finding.unknown)}", width, "     ")
        elif finding.because:
            yield from _wrapped(f"because {', and '.join(finding.because)}", width, "     ")
        if finding.presumed:
            yield "     presumed: it stands until rebutted"


def _holds_outcome_open(evaluation: Evaluation, finding: Finding) -> bool:
    if finding.status is not Status.UNDETERMINED or evaluation.outcome is not Outcome.UNDETERMINED:
        return False
    return finding.kind is Kind.PROHIBITION and _begun(evaluation, finding)


def _begun(evaluation: Evaluation, finding: Finding) -> bool:
    """Whether something of the prohibition's own is known to hold, so that it is more than a question
    nobody has come near.
    """
    situation = evaluation.policy.situation(evaluation)
    condition = finding.rule.when
    tests = condition.conditions if isinstance(condition, AllOf) else (condition,)
    return any(holds(test, situation) is True for test in tests if not isinstance(test, Named))


def open_duties(evaluation: Evaluation) -> list[DutyDue]:
    """The duties not known to be done that have a time, or whose state is known; the most urgent first."""
    urgency = list(_DUTY_MARKS)
    listed = [
        duty for duty in evaluation.duties if duty.status is not DutyStatus.UNKNOWN or duty.due is not None
    ]
    return sorted(
        (duty for duty in listed if duty.status is not DutyStatus.MET),
        key=lambda duty: urgency.index(duty.status),
    )


def _to_do(evaluation: Evaluation, width: int) -> Iterator[str]:
    for duty in open_duties(evaluation):
        yield from _cited(_DUTY_MARKS[duty.status], duty.act, duty.citation.pinpoint, width)
        about = f" · {printable(duty.about)}" if duty.about else ""
        yield from _wrapped(f"{duty.actor}{about} · {due_in_words(duty)}", width, "     ")
    unknown = [duty for duty in evaluation.duties if duty.status is DutyStatus.UNKNOWN and duty.due is None]
    owed = dict.fromkeys(duty.provision for duty in unknown if not _unasked(evaluation, duty))
    if owed:
        yield from _wrapped(f"?  Owed, and not known whether done: {', '.join(owed)}", width, "  ")


def _unasked(evaluation: Evaluation, duty: DutyDue) -> bool:
    """Whether it is unknown that the duty arises at all; such duties are counted, not listed."""
    if duty.status is not DutyStatus.UNKNOWN:
        return False
    rule = evaluation.policy.rule(duty.provision)
    return (
        rule.each is not None
        or applies(evaluation.policy.rulebook, rule, evaluation.policy.situation(evaluation)) is None
    )


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


def _of_note(evaluation: Evaluation, width: int) -> Iterator[str]:
    for finding in evaluation.findings:
        if finding.status is Status.ADVISED or (
            finding.status is Status.NOTED and finding.kind in (Kind.RIGHT, Kind.PERMISSION, Kind.EXCEPTION)
        ):
            yield from _cited("i", finding.rule.statement, finding.citation.pinpoint, width)
    for tier in evaluation.tiers:
        names = " or ".join(t.name.lower() for t in tier.tiers) or "no tier"
        yield (
            f"  i  Tier {names}, score "
            f"{tier.at_least if tier.at_least == tier.at_most else f'{tier.at_least} to {tier.at_most}'}"
        )
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


def answered(value: Any) -> str:
    """An answer to a fact in words."""
    if isinstance(value, TermSet):
        return ", ".join(str(term) for term in sorted(value.yes)) or "empty"
    return word(value)


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


def closing(evaluation: Evaluation) -> str:
    """The disclaimer, and how much of what the policy reads is known."""
    counts = evaluation.counts
    return (
        f"{DISCLAIMER} Facts: {counts.known} known, {counts.asked_not_known} asked and not known, "
        f"{counts.not_asked} not asked."
    )


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


def day(moment: Any) -> str:
    """A day or an instant as a person writes it: 2 March 2026, 3 March 2026 at 09:00 PST."""
    if moment is None:
        return "unknown"
    text = f"{moment.day} {moment:%B} {moment.year}"
    return f"{text} at {moment:%H:%M} {moment.tzname()}" if isinstance(moment, datetime.datetime) else text


def money(cents: int) -> str:
    """An amount in dollars."""
    return f"${cents // 100:,}" if cents % 100 == 0 else f"${cents / 100:,.2f}"


# One provision


def describe(rule: Rule) -> str:
    """A rule without any case: what it says, when it applies, what it needs, and the readings it depends
    on.
    """
    lines = [f"{rule.id}  {rule.kind}, {rule.force}", str(rule.citation), "", rule.statement, ""]
    bearer = getattr(rule, "bearer", "")
    lines += [f"Bearer: {bearer}"] if bearer else []
    lines += ["Applies when:", *_tree(triggered(rule), None, "  ")]
    if rule.each is not None:
        lines.insert(-1, f"For each of: {rule.each.path}")
    if isinstance(rule, Duty):
        lines += ["Met when:", *_tree(rule.met, None, "  ")]
        if rule.due is not None and rule.due.note:
            lines.append(f"Due: {rule.due.note}")
    if isinstance(rule, ExceptionRule):
        lines.append(f"Displaces: {', '.join(rule.to)}")
    seen: dict[Any, None] = {}
    for node in (
        *conditions.walk(triggered(rule)),
        *(conditions.walk(rule.met & rule.breached) if isinstance(rule, Duty) else ()),
    ):
        if isinstance(node, ByReading | TimeByReading):
            seen[node.ambiguity] = None
    seen.update(dict.fromkeys(rule.left_open))
    for ambiguity in seen:
        lines += ["", f"Open: {ambiguity.issue}"]
        lines += [
            f"  {name}{' (default)' if name == ambiguity.default else ''}: {text}"
            for name, text in ambiguity.readings.items()
        ]
        lines.append(f"  Why the default: {ambiguity.why}")
    lines += ["", f"Note: {rule.note}"] if rule.note else []
    return "\n".join(printable(line) for line in lines)


def explanation(evaluation: Evaluation, provision: str) -> str:
    """One finding in full, each part of its condition with how it came out."""
    finding = evaluation.finding(provision)
    rule, situation = finding.rule, evaluation.policy.situation(evaluation)
    lines = [
        f"{rule.id}  {rule.kind}, {rule.force}: {finding.status.replace('_', ' ')}",
        str(rule.citation),
        "",
        rule.statement,
    ]
    for at, label in _each(rule, situation):
        lines += ["", *([label] if label else []), "Applies when:", *_tree(triggered(rule), at, "  ")]
        if isinstance(rule, Duty):
            lines += ["Met when:", *_tree(rule.met, at, "  ")]
    lines += ["", f"Displaced by {finding.displaced_by}"] if finding.displaced_by else []
    lines += ["", "Open until known:", *(f"  {path}" for path in finding.unknown)] if finding.unknown else []
    for name, statuses in finding.readings.items():
        lines += [
            "",
            f"Depends on {name}:",
            *(f"  {reading}: {status.replace('_', ' ')}" for reading, status in statuses.items()),
        ]
    for ambiguity in rule.left_open:
        reading = finding.left_open[ambiguity.name]
        lines += ["", f"Left open: {ambiguity.issue}", f"  read as {reading}: {ambiguity.readings[reading]}"]
    return "\n".join(printable(line) for line in lines)


def _each(rule: Rule, situation: Situation) -> Iterator[tuple[Situation, str]]:
    if rule.each is None:
        yield situation, ""
        return
    records = situation.value(rule.each)
    for index, record in enumerate((rule.each.record_type(),) if records is None else records):
        yield situation.at(record), getattr(record, "name", None) or f"{rule.each.path}[{index}]"


_ANSWERS = {True: "yes", False: "no ", None: "?  "}


def _tree(condition: Condition, situation: Situation | None, indent: str) -> Iterator[str]:
    """A condition part by part, each with its answer where there is a case."""
    mark = "" if situation is None else f"[{_ANSWERS[holds(condition, situation)]}] "
    match condition:
        case AllOf(several) | AnyOf(several):
            yield f"{indent}{mark}{'all of' if isinstance(condition, AllOf) else 'any of'}"
            for part in several:
                yield from _tree(part, situation, indent + "  ")
        case Not(AllOf() | AnyOf() | Named() as inner):
            yield f"{indent}{mark}not"
            yield from _tree(inner, situation, indent + "  ")
        case Named(name, inner):
            yield f"{indent}{mark}{name}{f' ({condition.citation.pinpoint})' if condition.citation else ''}"
            # A cited term has a provision of its own to explain it; it is opened here only where it is not
            # simply met.
            if condition.citation is None or (
                situation is not None and holds(condition, situation) is not True
            ):
                yield from _tree(inner, situation, indent + "  ")
        case ByReading(ambiguity, options):
            chosen = situation.readings.get(ambiguity.name, ambiguity.default) if situation else None
            yield f"{indent}{mark}{ambiguity.name}{f', read as {chosen}' if chosen else ', by reading'}"
            for name, inner in options:
                if chosen in (None, name):
                    yield from ([f"{indent}  {name}:"] if chosen is None else [])
                    yield from _tree(inner, situation, indent + ("    " if chosen is None else "  "))
        case _:
            yield f"{indent}{mark}{statement(condition)}"
