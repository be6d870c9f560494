"""The meaning of a rulebook in the plainest code: the judge of the compiled form."""

from __future__ import annotations

from collections.abc import Iterator

from aigovkit.conditions import Condition, Situation, conjunction, disjunction, holds, negation
from aigovkit.engine.rulebook import Rulebook, effects
from aigovkit.engine.verdicts import SILENT, Outcome, Verdict
from aigovkit.rules import Duty, ExceptionRule, Prohibition, Rule


def displaced(rulebook: Rulebook, rule: Rule, situation: Situation) -> bool | None:
    """Whether an exception displaces the rule."""
    return disjunction(
        applies(rulebook, exception, situation) for exception in rulebook.exceptions.get(rule.id, ())
    )


def applies(rulebook: Rulebook, rule: Rule, situation: Situation) -> bool | None:
    """Whether the rule bites: its condition holds, it is in force, and nothing displaces it."""
    return conjunction(
        (
            holds(triggered(rule), situation),
            holds(rule.in_force, situation),
            negation(displaced(rulebook, rule, situation)),
        )
    )


def triggered(rule: Rule) -> Condition:
    """The condition of the rule; of an exception, with all it depends on."""
    return rule.when & rule.provided if isinstance(rule, ExceptionRule) else rule.when


def verdict(rulebook: Rulebook, rule: Rule, situation: Situation) -> Verdict:
    """What comes of the rule, over all the records it speaks of."""
    if rule.each is None:
        return verdict_on(rulebook, rule, situation)
    records = situation.value(rule.each)
    if records is None:
        # Nothing is known of the records: what holds of a record of which nothing is known holds of each.
        blank = verdict_on(rulebook, rule, situation.at(rule.each.record_type()))
        return blank if blank in SILENT else Verdict.UNDETERMINED
    return max(
        (verdict_on(rulebook, rule, situation.at(record)) for record in records),
        default=Verdict.NOT_APPLICABLE,
    )


def verdict_on(rulebook: Rulebook, rule: Rule, situation: Situation) -> Verdict:
    """What comes of the rule for one record, or for the case."""
    if holds(triggered(rule), situation) is False:
        return Verdict.NOT_APPLICABLE
    if holds(rule.in_force, situation) is False:
        return Verdict.NOT_IN_FORCE
    if displaced(rulebook, rule, situation) is True:
        return Verdict.DISPLACED
    biting = applies(rulebook, rule, situation)
    if isinstance(rule, Prohibition):
        return Verdict.BREACHED if biting else Verdict.UNDETERMINED
    if isinstance(rule, Duty):
        met = holds(rule.met, situation)
        if biting is None:
            return Verdict.MET_IF_APPLICABLE if met else Verdict.UNDETERMINED
        if met is not False:
            return Verdict.MET if met else Verdict.UNDETERMINED
        breached = holds(rule.breached, situation)
        return Verdict.UNDETERMINED if breached is None else Verdict.BREACHED if breached else Verdict.OPEN
    return Verdict.NOTED if biting else Verdict.UNDETERMINED


def verdicts(rulebook: Rulebook, situation: Situation) -> tuple[Verdict, ...]:
    """What comes of every rule, in the order of the policy."""
    return tuple(verdict(rulebook, rule, situation) for rule in rulebook.rules)


def outcome(rulebook: Rulebook, situation: Situation) -> tuple[Outcome, Outcome]:
    """The mildest and the strictest outcome that the known facts leave open."""
    covered = holds(rulebook.scope, situation)
    mildest = Outcome.NO_OBJECTION if covered else Outcome.NOT_APPLICABLE
    strictest = Outcome.NOT_APPLICABLE if covered is False else Outcome.NO_OBJECTION
    for rule in rulebook.rules:
        least, most = reached(rulebook, rule, situation)
        mildest, strictest = max(mildest, least), max(strictest, most)
    return mildest, strictest


def reached(rulebook: Rulebook, rule: Rule, situation: Situation) -> tuple[Outcome, Outcome]:
    """The strictest outcome that one rule certainly brings about, and the strictest it may."""
    certain = possible = Outcome.NOT_APPLICABLE
    for level, condition in effects(rule):
        answer = disjunction(
            conjunction((applies(rulebook, rule, at), holds(condition, at), sure))
            for at, sure in _records(rule, situation)
        )
        certain = max(certain, level) if answer else certain
        possible = possible if answer is False else max(possible, level)
    return certain, possible


def _records(rule: Rule, situation: Situation) -> Iterator[tuple[Situation, bool | None]]:
    """What the rule speaks of, each with whether it is there at all."""
    if rule.each is None:
        yield situation, True
        return
    records = situation.value(rule.each)
    if records is None:
        yield situation.at(rule.each.record_type()), None
        return
    for record in records:
        yield situation.at(record), True
