"""What rules mean: when they speak, what they displace, and what they do to the outcome."""

from __future__ import annotations

from typing import assert_never

import attrs

from aigovkit.answers import Outcome
from aigovkit.language.kinds import Condition, Time
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    AnyOf,
    AsOf,
    AtMost,
    ByReading,
    Earliest,
    Latest,
    Named,
    TimeNode,
)
from aigovkit.models.waivers import Waiver
from aigovkit.rules.kinds import (
    Advice,
    AnyRule,
    Classification,
    Definition,
    Duty,
    ExceptionRule,
    Ground,
    Noted,
    Obligation,
    Penalty,
    Prohibition,
    Referral,
    Requirement,
    Retention,
    Review,
    Rule,
    Score,
)


def triggered(rule: Rule) -> Condition:
    """The condition of the rule; of an exception, with all it depends on."""
    if not isinstance(rule, ExceptionRule):
        return rule.when
    depends = rule.when & rule.provided
    return depends if rule.waiver is None else depends & rule.granted


def prevails(exception: ExceptionRule, rule: Rule) -> Condition:
    """Whether an exception, where it holds, displaces one rule: it is of a force to, and where somebody
    grants it, what was granted lifts this rule.
    """
    outranks = _outranks(exception, rule)
    if exception.waiver is None:
        return outranks
    waived = _waived(exception, rule)
    return waived if outranks == ALWAYS else outranks & waived


def _waived(exception: ExceptionRule, rule: Rule) -> Condition:
    """Whether a waiver lifts the rule, from its day on: what was broken before it stays broken.

    That is judged at the time of the act and, of a duty, when its time was over. Where it
    had to come before a step, the waiver has to come before it too. What recurs has to
    have been kept up until the waiver.
    """
    if not isinstance(rule, Duty):
        return exception.waives(rule.id, rule.act)
    if rule.recurs:
        return exception.waives(rule.id, AS_OF, rule.kept_until(Waiver.granted))
    return _waived_by(exception, rule, rule.gate)


def _waived_by(exception: ExceptionRule, duty: Duty, gate: Condition) -> Condition:
    """Whether a waiver lifts a duty that has to come before a gate, under each reading of the gate."""
    if isinstance(gate, ByReading):
        return attrs.evolve(
            gate, options=tuple((name, _waived_by(exception, duty, one)) for name, one in gate.options)
        )
    when = duty.act if duty.deadline is None else Earliest((AS_OF, duty.deadline))
    taken = _taken(gate)
    before = ALWAYS if taken is None else Waiver.granted.no_later_than(taken)
    return exception.waives(duty.id, when, before)


def _taken(gate: Condition) -> Time | None:
    """When the step that a gate is was taken; None of what tells no time, such as a stage."""
    match gate:
        case AtMost(left=time, right=AsOf(), strict=False) if isinstance(time, TimeNode):
            return time
        case Named(condition=condition):
            return _taken(condition)
        case AllOf(conditions=conditions) | AnyOf(conditions=conditions):
            times = [time for time in map(_taken, conditions) if time is not None]
            if not times or len(times) < len(conditions):
                return None
            return Latest(tuple(times)) if isinstance(gate, AllOf) else Earliest(tuple(times))
        case _:
            return None


def _outranks(exception: ExceptionRule, rule: Rule) -> Condition:
    """Whether an exception is of a force to displace a rule: what does not move the outcome displaces only
    what does not move it either.
    """
    lifts, binds = exception.moves, rule.moves
    if lifts in (binds, ALWAYS) or binds == NOT_EVER:
        return ALWAYS  # What one adoption promotes stands or falls together, known or not.
    return lifts if binds == ALWAYS else lifts | ~binds


def effects(rule: AnyRule) -> tuple[tuple[Outcome, Condition], ...]:
    """What the rule does to the outcome where it applies: a level, and what else has to hold for it."""
    match rule:
        case Duty(standing=True):
            return ()  # What the agency owes as such is no breach of this case.
        case Prohibition():
            return ((Outcome.PROHIBITED, rule.moves),)
        case Review():
            return ((Outcome.REVIEW, _missing(rule)),)
        case Referral():
            return ((Outcome.REVIEW, rule.moves & ~rule.done),)
        case Requirement():
            missing = _missing(rule)
            unlawful = ((Outcome.PROHIBITED, missing & rule.breached),) if rule.lawful_use else ()
            return (*unlawful, (Outcome.CONDITIONAL, missing))
        case Obligation() | ExceptionRule() | Definition() | Noted() | Ground() | Advice():
            return ()
        case Score() | Classification() | Retention() | Penalty():
            return ()
        case _:
            assert_never(rule)


def _missing(duty: Duty) -> Condition:
    """Whether a duty is not done and, undone, moves the outcome."""
    return duty.moves & duty.holds_back & ~duty.met
