"""What is upcoming: the provisions that have not started yet, and when they do."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Sequence

from aigovkit import periods
from aigovkit.answers import Upcoming
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.verdicts import Verdict
from aigovkit.language.kinds import Time
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import AS_OF, AtMost
from aigovkit.rules import Commencement, Rule
from aigovkit.situation import Situation


def upcoming(rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]) -> tuple[Upcoming, ...]:
    """The provisions that are not in force and start later, with the day where it is known."""
    found = []
    # Most rules start with others: each start is worked out once.
    known: dict[Time, tuple[bool, datetime.date | None]] = {}
    for rule, commencement in _not_in_force(rulebook, verdicts):
        if commencement.starts not in known:
            low, high = bounds(commencement.starts, situation)
            starts = None if math.isinf(low) or math.isinf(high) else periods.day_at(low, situation.zone)
            known[commencement.starts] = low > situation.now, starts
        comes, starts = known[commencement.starts]
        if comes:
            found.append(Upcoming(rule.id, rule.citation, starts, rule.statement))
    return tuple(found)


def is_waiting(rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]) -> bool:
    """Whether anything has not started. What has started and does not reach an earlier act is not waiting."""
    starts = {commencement.starts for _, commencement in _not_in_force(rulebook, verdicts)}
    return any(holds(AtMost(time, AS_OF), situation) is not True for time in starts)


def _not_in_force(rulebook: Rulebook, verdicts: Sequence[int]) -> Iterator[tuple[Rule, Commencement]]:
    for rule, verdict in zip(rulebook.rules, verdicts, strict=True):
        if verdict == Verdict.NOT_IN_FORCE and rule.commencement is not None:
            yield rule, rule.commencement
