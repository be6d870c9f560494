"""What promotion makes of a rule: the force it has, and what its breach is called."""

from __future__ import annotations

from aigovkit.answers import Status
from aigovkit.citations import Force
from aigovkit.engine.reference import verdict_on
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.engine.verdicts import BREACHES, Verdict
from aigovkit.language.logic import conjunction, disjunction
from aigovkit.language.meaning import holds
from aigovkit.rules import AnyRule, Rule
from aigovkit.situation import Situation


def effective_force(rule: Rule, situation: Situation) -> Force | None:
    """The force a rule has here: the one printed, or binding once promoted; None while it is unknown which.

    What binds by itself, as a bill does from its start, needs no promotion.
    """
    if BREACHES[rule.force] is Status.VIOLATED:
        return rule.force
    promoted = holds(rule.promoted_by, situation)
    return None if promoted is None else Force.BINDING if promoted else rule.force


def breach(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> Status:
    """What the breach of a rule is called: by its force, unless it was promoted; undetermined while that is
    not known.

    Of a rule that speaks of several records, the breach by any of them of which it
    was promoted is a violation.
    """
    plain = BREACHES[rule.force]
    if plain is Status.VIOLATED:
        return plain
    promoted = disjunction(
        conjunction((_breached(rulebook, rule, subject), holds(rule.promoted_by, subject.situation)))
        for subject in subjects(rule, situation)
    )
    return Status.UNDETERMINED if promoted is None else Status.VIOLATED if promoted else plain


def _breached(rulebook: Rulebook, rule: AnyRule, subject: Subject) -> bool | None:
    """Whether one of several things the rule speaks of is a breach; the only one is, since the whole is."""
    verdict = Verdict.BREACHED if rule.each is None else verdict_on(rulebook, rule, subject.situation)
    return None if verdict is Verdict.UNDETERMINED else verdict is Verdict.BREACHED
