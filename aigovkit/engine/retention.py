"""How long data is kept, and what several rules on that leave together."""

from __future__ import annotations

from collections.abc import Sequence

from aigovkit.answers import RetentionFound, RetentionLimits
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.models.retention import strictest
from aigovkit.rules import Retention


def retention(rulebook: Rulebook, verdicts: Sequence[int]) -> tuple[RetentionFound, ...]:
    """The rules on retention that apply, or may."""
    return tuple(
        RetentionFound(rule.id, rule.citation, rule.keeps, verdict != Verdict.UNDETERMINED)
        for rule, verdict in zip(rulebook.rules, verdicts, strict=True)
        if isinstance(rule, Retention) and verdict not in SILENT
    )


def limits(found: Sequence[RetentionFound]) -> RetentionLimits:
    """What several rules leave: the longest floor, the shortest ceiling, and the pairs that conflict."""
    floor, ceiling = strictest(one.retention for one in found)
    conflicts = tuple(
        (one.provision, other.provision)
        for position, one in enumerate(found)
        for other in found[position + 1 :]
        if one.retention.conflicts_with(other.retention)
    )
    return RetentionLimits(floor, ceiling, conflicts)
