"""What has not started yet, and when it does."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from aigovkit import periods
from aigovkit.answers import Upcoming
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.verdicts import Verdict
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import AS_OF, AtMost
from aigovkit.rules import Commencement, Rule
from aigovkit.situation import Situation


def upcoming(rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]) -> tuple[Upcoming, ...]:
    """The provisions that are not in force and start later, with the day where it is known."""
    found = []
    for rule, commencement in _not_in_force(rulebook, verdicts):
        low, high = bounds(commencement.starts, situation)
        if low > situation.now:
            starts = None if math.isinf(low) or math.isinf(high) else periods.day_at(low, situation.zone)
            found.append(Upcoming(rule.id, rule.citation, starts, rule.statement))
    return tuple(found)


def is_waiting(rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]) -> bool:
    """Whether anything has not started. What has started and does not reach an earlier act is not waiting."""
    return any(
        holds(AtMost(commencement.starts, AS_OF), situation) is not True
        for _, commencement in _not_in_force(rulebook, verdicts)
    )


def _not_in_force(rulebook: Rulebook, verdicts: Sequence[int]) -> Iterator[tuple[Rule, Commencement]]:
    for rule, verdict in zip(rulebook.rules, verdicts, strict=True):
        if verdict == Verdict.NOT_IN_FORCE and rule.commencement is not None:
            yield rule, rule.commencement
