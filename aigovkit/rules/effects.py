"""What rules mean: when they speak, and what they do to the outcome."""

from __future__ import annotations

from aigovkit.answers import Outcome
from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import ALWAYS, NOT_EVER
from aigovkit.rules.kinds import Duty, ExceptionRule, Prohibition, Requirement, Review, Rule


def triggered(rule: Rule) -> Condition:
    """The condition of the rule; of an exception, with all it depends on."""
    return rule.when & rule.provided if isinstance(rule, ExceptionRule) else rule.when


def prevails(exception: ExceptionRule, rule: Rule) -> Condition:
    """Whether an exception is of a force to displace a rule: what does not move the outcome displaces only
    what does not move it either.
    """
    lifts, binds = exception.moves, rule.moves
    if lifts in (binds, ALWAYS) or binds == NOT_EVER:
        return ALWAYS  # What one adoption promotes stands or falls together, known or not.
    return lifts if binds == ALWAYS else lifts | ~binds


def effects(rule: Rule) -> tuple[tuple[Outcome, Condition], ...]:
    """What the rule does to the outcome where it applies: a level, and what else has to hold for it."""
    if isinstance(rule, Prohibition):
        return ((Outcome.PROHIBITED, rule.moves),)
    if isinstance(rule, Duty):
        missing = rule.moves & rule.holds_back & ~rule.met
        if isinstance(rule, Review):
            return ((Outcome.REVIEW, missing),)
        if isinstance(rule, Requirement):
            unlawful = ((Outcome.PROHIBITED, missing & rule.breached),) if rule.lawful_use else ()
            return (*unlawful, (Outcome.CONDITIONAL, missing))
    return ()
