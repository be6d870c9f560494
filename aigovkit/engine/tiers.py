"""Scores, and the tiers they fall in."""

from __future__ import annotations

from collections.abc import Sequence

from aigovkit.answers import TierFound
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.verdicts import SILENT
from aigovkit.language.logic import whole
from aigovkit.language.meaning import bounds
from aigovkit.models.risk import RiskTier
from aigovkit.rules import Score
from aigovkit.situation import Situation


def tiers(rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]) -> tuple[TierFound, ...]:
    """The scores, and the tiers their totals may fall in."""
    found = []
    for rule, verdict in zip(rulebook.rules, verdicts, strict=True):
        if isinstance(rule, Score) and verdict not in SILENT:
            low, high = bounds(rule.points, situation)
            reach: tuple[RiskTier, ...] = tuple(
                tier for least, most, tier in rule.bands if low <= most and least <= high
            )
            found.append(TierFound(rule.id, rule.citation, whole(low), whole(high), reach))
    return tuple(found)
