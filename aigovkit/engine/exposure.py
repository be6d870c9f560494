"""What violations could cost: bounds only, never one invented figure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from aigovkit.answers import Exposure
from aigovkit.engine.reference import verdict_for
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import subjects
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.language.logic import whole
from aigovkit.language.meaning import bounds, holds
from aigovkit.rules import Penalty
from aigovkit.situation import Situation


def exposure(rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]) -> tuple[Exposure, ...]:
    """What each penalty that applies, or may, could come to. One that is due for each record adds up over
    those of which it holds: at least over those of which it is certain, at most over those of which it may.
    A text that moves nothing costs nothing.
    """
    found = []
    for rule, overall in zip(rulebook.rules, verdicts, strict=True):
        if not isinstance(rule, Penalty) or overall in SILENT:
            continue
        if holds(rule.moves, situation) is False:
            continue
        least, most, certain = total(rulebook, rule, situation, overall)
        found.append(
            Exposure(
                provision=rule.id,
                citation=rule.citation,
                at_least=least,
                at_most=most,
                formula=rule.formula,
                payer=rule.payer,
                payee=rule.payee,
                certain=certain,
            )
        )
    return tuple(found)


def total(
    rulebook: Rulebook, rule: Penalty, situation: Situation, verdict: int
) -> tuple[int, int | None, bool]:
    """The least and the most that a penalty comes to in all, and whether it is certain that it is due."""
    if rule.each is None:
        certain = verdict != Verdict.UNDETERMINED and holds(rule.moves, situation) is True
        costs = [_cost(rule, situation, certain=certain)]
    else:
        costs = [*_costs(rulebook, rule, situation)]
    least, most = sum(least for least, _, _ in costs), sum(most for _, most, _ in costs)
    return int(least), whole(most), any(certain for _, _, certain in costs)


def _costs(rulebook: Rulebook, rule: Penalty, situation: Situation) -> Iterator[tuple[float, float, bool]]:
    """What a penalty comes to for each record. Nobody knows how many there are of those that may be there."""
    moves = holds(rule.moves, situation) is True
    for subject in subjects(rule, situation):
        verdict = verdict_for(rulebook, rule, subject)
        if verdict not in SILENT:
            least, most, certain = _cost(
                rule, subject.situation, certain=moves and verdict != Verdict.UNDETERMINED
            )
            yield least, most if subject.is_certain or not most else math.inf, certain


def _cost(rule: Penalty, situation: Situation, *, certain: bool) -> tuple[float, float, bool]:
    """The least and the most that a penalty comes to, and whether it is certain that it is due."""
    least = max(0, bounds(rule.least, situation)[0])
    most = math.inf if rule.most is None else bounds(rule.most, situation)[1]
    return least if certain else 0, most, certain
