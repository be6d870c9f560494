"""What promotion makes of a rule: the force it has, and what its breach is called."""

from __future__ import annotations

from aigovkit.answers import Status
from aigovkit.citations import Force
from aigovkit.engine.verdicts import BREACHES
from aigovkit.language.meaning import holds
from aigovkit.rules import Rule
from aigovkit.situation import Situation


def effective_force(rule: Rule, situation: Situation) -> Force | None:
    """The force a rule has here: the one printed, or binding once promoted; None while it is unknown which.

    What binds by itself, as a bill does from its start, needs no promotion.
    """
    if BREACHES[rule.force] is Status.VIOLATED:
        return rule.force
    promoted = holds(rule.promoted_by, situation)
    return None if promoted is None else Force.BINDING if promoted else rule.force


def breach(rule: Rule, situation: Situation) -> Status:
    """What the breach of a rule is called: by the force it has here; undetermined while that is open."""
    force = effective_force(rule, situation)
    return Status.UNDETERMINED if force is None else BREACHES[force]
