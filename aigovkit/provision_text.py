"""One provision as text: its rule without any case, or its finding with every part of its condition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aigovkit.engine.rulebook import triggered
from aigovkit.engine.subjects import subjects
from aigovkit.evaluation import Evaluation
from aigovkit.language.kinds import Condition
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import (
    AllOf,
    AnyOf,
    ByReading,
    Forward,
    Named,
    Not,
    QuantityByReading,
    TimeByReading,
)
from aigovkit.language.parts import walk
from aigovkit.language.words import statement
from aigovkit.page import printable
from aigovkit.rules import Duty, ExceptionRule, Rule
from aigovkit.situation import Situation

_ANSWERS = {True: "yes", False: "no ", None: "?  "}


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
        *walk(triggered(rule)),
        *(walk(rule.met & rule.breached) if isinstance(rule, Duty) else ()),
    ):
        if isinstance(node, ByReading | TimeByReading | QuantityByReading):
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
    rule, situation = evaluation.policy.rule(provision), evaluation.situation
    lines = [
        f"{rule.id}  {rule.kind}, {rule.force}: {finding.status.replace('_', ' ')}",
        str(rule.citation),
        "",
        rule.statement,
    ]
    for subject in subjects(rule, situation):
        at, label = subject.situation, subject.label
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


def _tree(condition: Condition, situation: Situation | None, indent: str) -> Iterator[str]:
    """A condition part by part, each with its answer where there is a case."""
    mark = "" if situation is None else f"[{_ANSWERS[holds(condition, situation)]}] "
    match condition:
        case AllOf(several) | AnyOf(several):
            yield f"{indent}{mark}{'all of' if isinstance(condition, AllOf) else 'any of'}"
            for part in several:
                yield from _tree(part, situation, indent + "  ")
        case Not(AllOf() | AnyOf() | Named() | Forward() as inner):
            yield f"{indent}{mark}not"
            yield from _tree(inner, situation, indent + "  ")
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
        case _:
            yield f"{indent}{mark}{statement(condition)}"
