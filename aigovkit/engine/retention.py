"""How long data is kept, and what several rules on that leave together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from aigovkit.answers import RetentionConflict, RetentionFound, RetentionLimits
from aigovkit.citations import Force
from aigovkit.engine.breaches import effective_force
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.language.kinds import TIMES, Condition, Reads
from aigovkit.language.logic import conjunction, disjunction, negation
from aigovkit.language.meaning import as_read, holds
from aigovkit.language.nodes import (
    ALWAYS,
    NOT_EVER,
    AllOf,
    Always,
    AnyOf,
    ByReading,
    Forward,
    MeetsCadence,
    Named,
    Not,
    ParameterIs,
)
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import walk
from aigovkit.models.retention import longest, shortest
from aigovkit.rules import AnyRule, Retention
from aigovkit.rules.effects import prevails, triggered
from aigovkit.situation import Situation

MOST_OPEN_PARTS = 8
"""How many open parts of two conditions are tried in every combination; with more, both may hold."""

_POLICYS_OWN = (Parameter, ParameterIs, MeetsCadence, *TIMES, *Reads.__args__)
"""What another policy, or the same under other settings, may answer otherwise of the same case."""


def retention(
    rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]
) -> tuple[RetentionFound, ...]:
    """The rules on retention that apply, or may."""
    return tuple(
        _found(rulebook, rule, situation, certain=verdict != Verdict.UNDETERMINED)
        for rule, verdict in zip(rulebook.rules, verdicts, strict=True)
        if isinstance(rule, Retention) and verdict not in SILENT
    )


def _found(rulebook: Rulebook, rule: Retention, situation: Situation, *, certain: bool) -> RetentionFound:
    force = effective_force(rule, situation)
    commanded = None if force is None else force in (Force.BINDING, Force.PROPOSED)
    # What a presumption settles may still be learnt otherwise.
    left = ALWAYS if certain else _left_open(_applies(rulebook, rule), situation.unburdened())
    return RetentionFound(rule.id, rule.citation, rule.keeps, certain, commanded, left)


def _applies(rulebook: Rulebook, rule: AnyRule) -> Condition:
    """What holds wherever the rule applies, as one condition; ALWAYS where it speaks of each record."""
    if rule.each is not None:
        return ALWAYS
    displaced = (
        _applies(rulebook, exception) & prevails(exception, rule)
        for exception in rulebook.exceptions.get(rule.id, ())
        if exception.each is None
    )
    return AllOf.of(triggered(rule), rule.in_force, *(~one for one in displaced))


def _left_open(condition: Condition, situation: Situation) -> Condition:
    """A condition without what is known of it, and without names and readings around what is not."""
    answer = holds(condition, situation)
    if answer is not None:
        return ALWAYS if answer else NOT_EVER
    match condition:
        case Not(inner):
            return ~_left_open(inner, situation)
        case AllOf(conditions):
            return AllOf.of(*(_left_open(one, situation) for one in conditions))
        case AnyOf(conditions):
            return AnyOf.of(*(_left_open(one, situation) for one in conditions))
        case Named() | Forward():
            return _left_open(condition.condition, situation)
        case ByReading():
            return _left_open(as_read(condition, situation), situation)
        case _:
            return condition


def limits(found: Sequence[RetentionFound]) -> tuple[RetentionLimits, ...]:
    """What several rules leave of each record series, in the order of the rules."""
    series: dict[str, list[RetentionFound]] = {}
    for one in found:
        series.setdefault(one.retention.series, []).append(one)
    return tuple(
        RetentionLimits(
            name,
            longest(one.retention.floor for one in several if one.retention.floor is not None),
            shortest(one.retention.ceiling for one in several if one.retention.ceiling is not None),
            tuple(conflict for pair in itertools.combinations(several, 2) for conflict in _conflict(*pair)),
        )
        for name, several in series.items()
    )


def _conflict(one: RetentionFound, other: RetentionFound) -> Iterator[RetentionConflict]:
    """The conflict of two rules, where they conflict or may."""
    conflicts = one.retention.conflicts_with(other.retention)
    if conflicts is False or not _may_both_hold(one.open, other.open):
        return
    why = []
    if conflicts is None:
        alike = one.retention.trigger == other.retention.trigger
        why.append("months differ in length" if alike else "they count from different events")
    if maybe := [found.provision for found in (one, other) if not found.certain]:
        apply = "applies" if len(maybe) == 1 else "apply"
        why.append(f"it is not known whether {' and '.join(maybe)} {apply}")
    commanded = conjunction((one.commanded, other.commanded))
    yield RetentionConflict((one.provision, other.provision), not why, commanded, "; ".join(why))


def _may_both_hold(one: Condition, other: Condition) -> bool:
    """Whether two conditions may hold at once, so far as their open parts show when taken as independent."""
    tried = list(dict.fromkeys(atom for condition in (one, other) for atom in _atoms(condition)))
    if len(tried) > MOST_OPEN_PARTS:
        return True
    return any(
        conjunction((_answer(one, known), _answer(other, known))) is not False
        for answers in itertools.product((True, False), repeat=len(tried))
        for known in (dict(zip(tried, answers, strict=True)),)
    )


def _atoms(condition: Condition) -> Iterator[Condition]:
    """What a condition joins that means the same to every policy."""
    match condition:
        case Always():
            return
        case Not(inner):
            yield from _atoms(inner)
        case AllOf(conditions) | AnyOf(conditions):
            for one in conditions:
                yield from _atoms(one)
        case _:
            if not any(isinstance(part, _POLICYS_OWN) for part in walk(condition)):
                yield condition


def _answer(condition: Condition, known: Mapping[Condition, bool]) -> bool | None:
    match condition:
        case Always(answer):
            return answer
        case Not(inner):
            return negation(_answer(inner, known))
        case AllOf(conditions):
            return conjunction(_answer(one, known) for one in conditions)
        case AnyOf(conditions):
            return disjunction(_answer(one, known) for one in conditions)
        case _:
            return known.get(condition)
