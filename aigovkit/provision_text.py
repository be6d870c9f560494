"""One provision as text: its rule without any case, or its finding with every part of its condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aigovkit.answers import Finding, restated
from aigovkit.engine.subjects import subjects
from aigovkit.evaluation import Evaluation
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition, Quantity
from aigovkit.language.logic import whole
from aigovkit.language.meaning import holds, reached
from aigovkit.language.nodes import (
    NOT_EVER,
    AllOf,
    AnyOf,
    ByReading,
    Forward,
    LiesIn,
    Named,
    Not,
    QuantityByReading,
    Sum,
    TimeByReading,
)
from aigovkit.language.parts import walk
from aigovkit.language.reaches import ends
from aigovkit.language.words import proposition, stretch, value
from aigovkit.page import learnt
from aigovkit.rules import (
    Duty,
    Entry,
    ExceptionRule,
    Ground,
    Prohibition,
    Referral,
    Restatement,
    Retention,
    Rule,
    Score,
)
from aigovkit.rules.effects import triggered
from aigovkit.situation import Situation
from aigovkit.wording import plain, printable

_ANSWERS = {True: "yes", False: "no ", None: "?  "}


def describe(entry: Entry) -> str:
    """A provision without any case: what its rule says, when it applies, what it needs, and the readings it
    depends on; or why no rule models it.

    .. versionadded:: 0.1.0
    """
    norm = "restatement" if isinstance(entry, Restatement) else f"{plain(entry.kind)}, {entry.force}"
    head = [f"{entry.id}  {norm}", str(entry.citation), ""]
    match entry:
        case Rule():
            body = _rule(entry)
        case Restatement():
            body = _restatement(entry)
        case _:
            body = iter([f"No rule models it: {entry.note}"])
    return "\n".join(printable(line) for line in (*head, *body))


def _restatement(entry: Restatement) -> Iterator[str]:
    yield from (entry.statement, "")
    yield f"Restates: {', '.join(entry.restates)}" + (f" of {entry.policy}" if entry.policy else "")
    if entry.note:
        yield from ("", f"Note: {entry.note}")


def _rule(rule: Rule) -> Iterator[str]:
    yield from (rule.statement, "")
    if isinstance(rule, Duty | Prohibition | Referral) and rule.bearer:
        yield f"Bearer: {rule.bearer}"
    if isinstance(rule, Referral):
        yield f"To be decided: {rule.issue}"
    if rule.each is not None:
        yield f"For each of: {rule.each.path}"
    yield "Applies when:"
    yield from _tree(triggered(rule), None, "  ")
    if isinstance(rule, Duty):
        yield "Met when:"
        yield from _tree(rule.met, None, "  ")
        if rule.due is not None and rule.due.note:
            yield f"Due: {rule.due.note}"
    if isinstance(rule, Referral):
        yield "Decided when:"
        yield from _tree(rule.met, None, "  ")
    if isinstance(rule, Ground):
        yield "Matched when:"
        yield from _tree(rule.matches, None, "  ")
    if isinstance(rule, ExceptionRule):
        yield f"Displaces: {', '.join(rule.to)}"
    if isinstance(rule, Score):
        yield from _score(rule)
    if isinstance(rule, Retention):
        yield from _retention(rule)
    for ambiguity in _open(rule):
        yield from ("", f"Open: {ambiguity.issue}")
        for name, meaning in ambiguity.readings.items():
            yield f"  {name}{' (default)' if name == ambiguity.default else ''}: {meaning}"
        yield f"  Why the default: {ambiguity.why}"
    if rule.note:
        yield from ("", f"Note: {rule.note}")


def _score(rule: Score) -> Iterator[str]:
    yield "Points:"
    yield f"  {value(rule.points)}"
    if rule.scale is not None:
        yield f"{rule.scale.title}:"
        for least, most, step in rule.bands:
            yield f"  {rule.scale.step(step)}: {stretch(least, most)}"


def _retention(rule: Retention) -> Iterator[str]:
    yield f"Keeps: {rule.keeps}" + (f", of {rule.keeps.series}" if rule.keeps.series else "")
    if rule.counted_from is not None:
        yield f"Counted from: {value(rule.counted_from)}"
    if rule.hold != NOT_EVER:
        yield "Held while:"
        yield from _tree(rule.hold, None, "  ")


def _open(rule: Rule) -> Iterable[Ambiguity]:
    """The ambiguities of a rule, each once, those on which nothing turns last."""
    of_it = triggered(rule) & rule.met if isinstance(rule, Duty | Referral | Ground) else triggered(rule)
    nodes = walk(of_it & rule.breached if isinstance(rule, Duty) else of_it)
    read = (
        node.ambiguity for node in nodes if isinstance(node, ByReading | TimeByReading | QuantityByReading)
    )
    return dict.fromkeys((*read, *rule.left_open))


def explanation(evaluation: Evaluation, provision: str) -> str:
    """One finding in full, each part of its condition with how it came out. Raises UnknownNameError when no
    rule has that id.

    .. versionadded:: 0.1.0
    """
    rule = evaluation.policy.rule(provision)  # Of a restatement, the rule of what it restates.
    return "\n".join(printable(line) for line in _explained(evaluation, rule, evaluation.finding(provision)))


def _explained(evaluation: Evaluation, rule: Rule, finding: Finding) -> Iterator[str]:
    yield f"{rule.id}  {plain(rule.kind)}, {_force(finding)}: {plain(finding.status)}"
    also = evaluation.policy.rulebook.restating.get(rule.id, ())
    yield from (str(rule.citation), *(f"restated in {pinpoint}" for pinpoint in also), "", rule.statement)
    if isinstance(rule, Referral):
        yield f"To be decided by {rule.bearer}: {rule.issue}"
    told = {one.label: f": {plain(one.status)}" for one in finding.records}
    for subject in subjects(rule, evaluation.situation):
        yield ""
        if subject.label:
            yield subject.label + told.get(subject.label, "")
        yield "Applies when:"
        yield from _tree(triggered(rule), subject.situation, "  ")
        if isinstance(rule, Duty):
            yield "Met when:"
            yield from _tree(rule.met, subject.situation, "  ")
        if isinstance(rule, Referral):
            yield "Decided when:"
            yield from _tree(rule.met, subject.situation, "  ")
        if isinstance(rule, Ground):
            yield "Matched when:"
            yield from _tree(rule.matches, subject.situation, "  ")
    for tier in evaluation.tiers:
        if tier.provision == rule.id:
            yield from ("", str(tier))
    if finding.displaced_by:
        by = evaluation.policy.rule(finding.displaced_by)
        yield from ("", f"Displaced by {by.id}: {by.statement}")
    if sources := [str(line) for line in learnt(evaluation, rule.id)]:
        yield from ("", *sources)
    if finding.unknown:
        yield from ("", "Open until known:", *(f"  {path}" for path in finding.unknown))
    for name, statuses in finding.readings.items():
        yield from ("", f"Depends on {name}:")
        yield from (f"  {reading}: {plain(status)}" for reading, status in statuses.items())
    for ambiguity in rule.left_open:
        reading = finding.left_open[ambiguity.name]
        yield from (
            "",
            f"Left open: {ambiguity.issue}",
            f"  read as {reading}: {ambiguity.readings[reading]}",
        )


def _force(finding: Finding) -> str:
    """The printed force, and what a promotion makes of it."""
    return restated(finding.force, finding.effective_force) or str(finding.force)


def _so_far(quantity: Quantity, situation: Situation | None) -> str:
    """What a number comes to, or between which it lies, where there is a case."""
    if situation is None:
        return ""
    low, high = map(whole, ends(reached(quantity, situation)))
    return f": {stretch(low, high)}"


def _tree(condition: Condition, situation: Situation | None, indent: str) -> Iterator[str]:
    """A condition part by part, each with its answer where there is a case."""
    mark = "" if situation is None else f"[{_ANSWERS[holds(condition, situation)]}] "
    match condition:
        case AllOf(several) | AnyOf(several):
            yield f"{indent}{mark}{'all of' if isinstance(condition, AllOf) else 'any of'}"
            for part in several:
                yield from _tree(part, situation, indent + "  ")
        case Not(AllOf() | AnyOf() | Named() | Forward() as negated):
            yield f"{indent}{mark}not"
            yield from _tree(negated, situation, indent + "  ")
        case Named() | Forward():
            citation = condition.citation
            yield f"{indent}{mark}{condition.name}{f' ({citation.pinpoint})' if citation else ''}"
            # A cited term has a provision of its own to explain it; it is opened here only where it is not
            # simply met.
            if citation is None or (situation is not None and holds(condition, situation) is not True):
                yield from _tree(condition.condition, situation, indent + "  ")
        case ByReading(ambiguity, options):
            chosen = situation.reading(ambiguity) if situation else None
            yield f"{indent}{mark}{ambiguity.name}{f', read as {chosen}' if chosen else ', by reading'}"
            for name, inner in options:
                if chosen in (None, name):
                    yield from ([f"{indent}  {name}:"] if chosen is None else [])
                    yield from _tree(inner, situation, indent + ("    " if chosen is None else "  "))
        case LiesIn() if condition.whole is not None:
            yield from _tree(condition.whole, situation, indent)
        case LiesIn(Sum(several), ranges):
            told = " or ".join(stretch(*one) for one in ranges)
            yield f"{indent}{mark}the total is {told}{_so_far(condition.quantity, situation)}"
            for one in several:
                yield f"{indent}  {value(one)}{_so_far(one, situation)}"
        case _:
            yield f"{indent}{mark}{proposition(condition)}"
