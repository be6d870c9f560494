"""The meaning of a rulebook in the plainest code: the judge of the compiled form."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, assert_never

from aigovkit.answers import Outcome
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, lists, records, subjects
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
    Ground,
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

RecordRange: TypeAlias = tuple[int, int, bool, bool | None]
"""The mildest and the strictest outcome that the rules on one record bring about, whether it is certain that
there is one, and whether it is planned or goes on.
"""

ByRecord: TypeAlias = tuple[tuple[int, int], tuple[list[RecordRange], ...]]
"""The range of outcomes by the rules on the whole case, and the ranges of the records of each list of which
rules speak.
"""


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


def applies_somewhere(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> bool | None:
    """Whether the rule bites for anything it speaks of. A record that may be there settles nothing."""
    return disjunction(
        conjunction((applies(rulebook, rule, subject.situation), True if subject.is_certain else None))
        for subject in subjects(rule, situation)
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
        case Ground():
            matched = holds(rule.matches, situation) if biting else None
            if matched is None:
                return Verdict.UNDETERMINED
            return Verdict.NOTED if matched else Verdict.DISTINGUISHED
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
    by_rules = (reached(rulebook, rule, situation) for rule in rulebook.rules)
    return strictest_of((covered(rulebook, situation), *by_rules))


def by_record(rulebook: Rulebook, situation: Situation) -> ByRecord:
    """The range of outcomes by the rules on the whole case, and that of each record of each list."""
    whole = (reached(rulebook, rule, situation) for rule in rulebook.rules if rule.each is None)
    found: list[list[RecordRange]] = []
    for collection in lists(rulebook.rules):
        speaking = [rule for rule in rulebook.rules if rule.each == collection]
        found.append([])
        for one in records(collection, situation):
            least, most = strictest_of(reached_for(rulebook, rule, one) for rule in speaking)
            is_present = True if collection.present is None else holds(collection.present, one.situation)
            found[-1].append((least, most, one.is_certain, is_present))
    return strictest_of((covered(rulebook, situation), *whole)), tuple(found)


def covered(rulebook: Rulebook, situation: Situation) -> tuple[Outcome, Outcome]:
    """The range of outcomes of a case that no rule moves."""
    answer = holds(rulebook.scope, situation)
    mildest = Outcome.NO_OBJECTION if answer else Outcome.NOT_APPLICABLE
    return mildest, Outcome.NOT_APPLICABLE if answer is False else Outcome.NO_OBJECTION


def reached(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> tuple[Outcome, Outcome]:
    """The strictest outcome that one rule certainly brings about, and the strictest it may."""
    return strictest_of(reached_for(rulebook, rule, subject) for subject in subjects(rule, situation))


def reached_for(rulebook: Rulebook, rule: AnyRule, subject: Subject) -> tuple[Outcome, Outcome]:
    """The same, for one thing the rule speaks of."""
    certain = possible = Outcome.NOT_APPLICABLE
    for level, condition in effects(rule):
        answer = conjunction(
            (
                applies(rulebook, rule, subject.situation),
                holds(condition, subject.situation),
                True if subject.is_certain else None,
            )
        )
        certain = max(certain, level) if answer else certain
        possible = possible if answer is False else max(possible, level)
    return certain, possible


def strictest_of(several: Iterable[tuple[Outcome, Outcome]]) -> tuple[Outcome, Outcome]:
    """The strictest of several ranges of outcomes, from the mildest to the strictest."""
    mildest = strictest = Outcome.NOT_APPLICABLE
    for least, most in several:
        mildest, strictest = max(mildest, least), max(strictest, most)
    return mildest, strictest
