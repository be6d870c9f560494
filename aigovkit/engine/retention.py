"""How long data is kept, and what several rules on that leave together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import attrs

from aigovkit.answers import RetentionConflict, RetentionFound, RetentionLimits
from aigovkit.citations import Force
from aigovkit.engine.breaches import effective_force
from aigovkit.engine.duties import named_time
from aigovkit.engine.reference import verdict_for
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.language.kinds import TIMES, Condition, Reads, Time
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
from aigovkit.models.retention import RetentionRule, longest, shortest
from aigovkit.periods import Moment, Period
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
    """The rules on retention that apply, or may, one for each record they speak of."""
    found = []
    for rule, overall in zip(rulebook.rules, verdicts, strict=True):
        if not isinstance(rule, Retention) or overall in SILENT:
            continue
        for subject in subjects(rule, situation):
            verdict = Verdict(overall) if rule.each is None else verdict_for(rulebook, rule, subject)
            if verdict not in SILENT:
                found.append(_found(rulebook, rule, subject, certain=verdict is not Verdict.UNDETERMINED))
    return suspended(found)


def _found(rulebook: Rulebook, rule: Retention, subject: Subject, *, certain: bool) -> RetentionFound:
    at, keeps = subject.situation, rule.keeps
    force = effective_force(rule, at)
    keep_until, note = _passes(rule.counted_from, keeps.floor, at)
    delete_by, also = _passes(rule.counted_from, keeps.ceiling, at)
    return RetentionFound(
        rule.id,
        rule.citation,
        keeps,
        certain,
        None if force is None else force in (Force.BINDING, Force.PROPOSED),
        # What a presumption settles may still be learnt otherwise.
        ALWAYS if certain else _left_open(_applies(rulebook, rule), at.unburdened()),
        keep_until=keep_until,
        delete_by=delete_by,
        held=holds(rule.hold, at),
        note=note or also,
        about=subject.label,
    )


def _passes(trigger: Time | None, period: Period | None, at: Situation) -> tuple[Moment | None, str]:
    """When a period from a trigger has passed, or why no day can be named; nothing where nothing tells."""
    return named_time(trigger.plus(period), at) if trigger is not None and period is not None else (None, "")


def suspended(found: Sequence[RetentionFound]) -> tuple[RetentionFound, ...]:
    """The rules on retention, with the ceilings held that a hold on their series suspends, in whatever
    policy it stands.
    """
    on_series: dict[str, list[RetentionFound]] = {}
    for one in found:
        if one.retention.hold:
            on_series.setdefault(one.retention.series, []).append(one)
    return tuple(_held(one, on_series.get(one.retention.series, ())) for one in found)


def _held(found: RetentionFound, on_series: Sequence[RetentionFound]) -> RetentionFound:
    """A rule with its ceiling held where its own hold, or one on its series, suspends it."""
    if found.retention.ceiling is None:
        return found
    suspends = (conjunction((True if one.certain else None, _outranks(one, found))) for one in on_series)
    held = disjunction((found.held, *suspends))
    if held is True and found.delete_by is not None:
        return attrs.evolve(found, held=held, delete_by=None)
    return found if held is found.held else attrs.evolve(found, held=held)


def _outranks(hold: RetentionFound, found: RetentionFound) -> bool | None:
    """Whether a hold is of a force to suspend a ceiling: one that commands nothing suspends no command."""
    return disjunction((hold.commanded, negation(found.commanded)))


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
    for one in suspended(found):
        series.setdefault(one.retention.series, []).append(one)
    return tuple(
        RetentionLimits(
            name,
            longest(one.retention.floor for one in several if one.retention.floor is not None),
            shortest(
                one.retention.ceiling
                for one in several
                if one.retention.ceiling is not None and one.held is not True
            ),
            tuple(_conflicts(several)),
            tuple(several),
        )
        for name, several in series.items()
        if any(not one.retention.hold for one in several)
    )


def _conflicts(several: Sequence[RetentionFound]) -> Iterator[RetentionConflict]:
    """The pairs of rules on one series that conflict, or may. What a rule says of several records is told
    once, and as certain where it is so of some.
    """
    of_rules: dict[tuple[object, ...], dict[RetentionFound, None]] = {}
    for number, one in enumerate(several):
        rule = (one.provision, one.citation, one.retention) if one.about else (number,)
        alike = attrs.evolve(one, about="", keep_until=None, delete_by=None, note="")
        of_rules.setdefault(rule, {})[alike] = None
    for first, second in itertools.combinations(of_rules.values(), 2):
        told = [one for pair in itertools.product(first, second) for one in _conflict(*pair)]
        if told:
            yield max(told, key=lambda one: one.certain)


def _conflict(one: RetentionFound, other: RetentionFound) -> Iterator[RetentionConflict]:
    """The conflict of two rules, where they conflict or may."""
    conflicts = _opposed(_running(one), _running(other))
    if conflicts is False or not _may_both_hold(one.open, other.open):
        return
    why = []
    if conflicts is None:
        alike = one.retention.trigger == other.retention.trigger
        told = one.retention.described or other.retention.described
        length = "what is described is no limit" if told else "months differ in length"
        why.append(length if alike else "they count from different events")
    if _opposed(_running(one, surely=True), _running(other, surely=True)) is not conflicts:
        may_be = (found.provision for found in (one, other) if found.held is None)
        why.append(f"it is not known whether a hold suspends the ceiling of {' or '.join(may_be)}")
    if maybe := [found.provision for found in (one, other) if not found.certain]:
        apply = "applies" if len(maybe) == 1 else "apply"
        why.append(f"it is not known whether {' and '.join(maybe)} {apply}")
    commanded = conjunction((one.commanded, other.commanded))
    provisions = one.provision, other.provision
    yield RetentionConflict(provisions, not why, commanded, "; ".join(why), (one, other))


def _running(found: RetentionFound, *, surely: bool = False) -> RetentionRule | None:
    """The limits of a rule that may run, or `surely` run; None where that is none."""
    keeps = found.retention
    if found.held is False or (found.held is None and not surely):
        return keeps
    return attrs.evolve(keeps, ceiling=None) if keeps.floor is not None else None


def _opposed(one: RetentionRule | None, other: RetentionRule | None) -> bool | None:
    return False if one is None or other is None else one.conflicts_with(other)


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
