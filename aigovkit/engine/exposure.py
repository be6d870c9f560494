"""What violations could cost: bounds only, never one invented figure."""

from __future__ import annotations

import math
from collections.abc import Sequence

from aigovkit.answers import Exposure
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.language.logic import whole
from aigovkit.language.meaning import bounds, holds
from aigovkit.rules import Penalty
from aigovkit.situation import Situation


def exposure(rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]) -> tuple[Exposure, ...]:
    """What each penalty that applies, or may, could come to. A text that moves nothing costs nothing."""
    found = []
    for rule, verdict in zip(rulebook.rules, verdicts, strict=True):
        if isinstance(rule, Penalty) and verdict not in SILENT:
            moves = holds(rule.moves, situation)
            if moves is False:
                continue
            least = max(0, bounds(rule.least, situation)[0])
            most = math.inf if rule.most is None else bounds(rule.most, situation)[1]
            certain = verdict != Verdict.UNDETERMINED and moves is True
            found.append(
                Exposure(
                    provision=rule.id,
                    citation=rule.citation,
                    at_least=int(least) if certain else 0,
                    at_most=whole(most),
                    formula=rule.formula,
                    payer=rule.payer,
                    payee=rule.payee,
                    certain=certain,
                )
            )
    return tuple(found)
