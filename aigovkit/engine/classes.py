"""Scores and tiers, and the classes of data elements."""

from __future__ import annotations

import math
from collections.abc import Sequence

from aigovkit.answers import ElementClass, TierFound
from aigovkit.engine.reference import applies
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import subjects
from aigovkit.engine.verdicts import SILENT
from aigovkit.language.meaning import bounds
from aigovkit.models.risk import RiskTier
from aigovkit.rules import Classification, Score
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


def whole(number: float) -> int | None:
    """A whole number; None where there is no end to it."""
    return None if math.isinf(number) else int(number)


def data_classes(rulebook: Rulebook, situation: Situation) -> tuple[ElementClass, ...]:
    """The class of each data element under each rule that gives it one."""
    found = []
    for rule in rulebook.rules:
        if isinstance(rule, Classification):
            for subject in subjects(rule, situation):
                if not subject.is_certain:
                    continue
                answer = applies(rulebook, rule, subject.situation)
                if answer is not False:
                    element = ElementClass(
                        rule.id, rule.citation, subject.label, rule.data_class, answer is True
                    )
                    found.append(element)
    return tuple(found)
