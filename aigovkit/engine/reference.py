"""The meaning of a rulebook in the plainest code: the judge of the compiled form."""

from __future__ import annotations

from typing import assert_never

from aigovkit.answers import Outcome
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.language.logic import conjunction, disjunction, negation
from aigovkit.language.meaning import holds
from aigovkit.rules import (
    Advice,
    AnyRule,
    Classification,
    Definition,
    Duty,
    ExceptionRule,
    Noted,
    Obligation,
    Penalty,
    Prohibition,
    Referral,
    Requirement,
    Retention,
    Review,
    Score,
)
from aigovkit.rules.effects import effects, prevails, triggered
from aigovkit.situation import Situation


def displaced(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> bool | None:
    """Whether an exception displaces the rule."""
    return disjunction(
        displaces(rulebook, exception, rule, situation) for exception in rulebook.exceptions.get(rule.id, ())
    )


def displaces(
    rulebook: Rulebook, exception: ExceptionRule, rule: AnyRule, situation: Situation
) -> bool | None:
    """Whether one exception displaces the rule: it applies, and is of a force to."""
    return conjunction((applies(rulebook, exception, situation), holds(prevails(exception, rule), situation)))


def applies(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> bool | None:
    """Whether the rule bites: its condition holds, it is in force, and nothing displaces it."""
    return conjunction(
        (
            holds(triggered(rule), situation),
            holds(rule.in_force, situation),
            negation(displaced(rulebook, rule, situation)),
        )
    )


def verdict(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> Verdict:
    """What comes of the rule, over all it speaks of."""
    found = (verdict_for(rulebook, rule, subject) for subject in subjects(rule, situation))
    return max(found, default=Verdict.NOT_APPLICABLE)


def verdict_for(rulebook: Rulebook, rule: AnyRule, subject: Subject) -> Verdict:
    """What comes of the rule for one thing it speaks of. A record that may be there settles nothing but that
    the rule does not bite.
    """
    known = verdict_on(rulebook, rule, subject.situation)
    return known if subject.is_certain or known in SILENT else Verdict.UNDETERMINED


def verdict_on(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> Verdict:
    """What comes of the rule for one record, or for the case."""
    if holds(triggered(rule), situation) is False:
        return Verdict.NOT_APPLICABLE
    if holds(rule.in_force, situation) is False:
        return Verdict.NOT_IN_FORCE
    if displaced(rulebook, rule, situation) is True:
        return Verdict.DISPLACED
    biting = applies(rulebook, rule, situation)
    match rule:
        case Prohibition():
            return Verdict.BREACHED if biting else Verdict.UNDETERMINED
        case Obligation() | Review() | Requirement():
            return _of_duty(rule, situation, owed=biting is True)
        case Referral():
            return _of_referral(rule, situation, bites=biting is True)
        case ExceptionRule() | Definition() | Noted() | Advice():
            return Verdict.NOTED if biting else Verdict.UNDETERMINED
        case Score() | Classification() | Retention() | Penalty():
            return Verdict.NOTED if biting else Verdict.UNDETERMINED
        case _:
            assert_never(rule)


def _of_duty(rule: Duty, situation: Situation, *, owed: bool) -> Verdict:
    """What comes of a duty that is owed, or may be."""
    met = holds(rule.met, situation)
    if not owed:
        return Verdict.MET_IF_APPLICABLE if met else Verdict.UNDETERMINED
    if met is not False:
        return Verdict.MET if met else Verdict.UNDETERMINED
    breached = holds(rule.breached, situation)
    return Verdict.UNDETERMINED if breached is None else Verdict.BREACHED if breached else Verdict.OPEN


def _of_referral(rule: Referral, situation: Situation, *, bites: bool) -> Verdict:
    """What comes of something left to a person that bites, or may."""
    decided = holds(rule.met, situation)
    if not bites:
        return Verdict.MET_IF_APPLICABLE if decided else Verdict.UNDETERMINED
    return Verdict.UNDETERMINED if decided is None else Verdict.MET if decided else Verdict.REFERRED


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


def reached(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> tuple[Outcome, Outcome]:
    """The strictest outcome that one rule certainly brings about, and the strictest it may."""
    certain = possible = Outcome.NOT_APPLICABLE
    for level, condition in effects(rule):
        answer = disjunction(
            conjunction(
                (
                    applies(rulebook, rule, subject.situation),
                    holds(condition, subject.situation),
                    True if subject.is_certain else None,
                )
            )
            for subject in subjects(rule, situation)
        )
        certain = max(certain, level) if answer else certain
        possible = possible if answer is False else max(possible, level)
    return certain, possible
