"""Scores, and the steps of their scales on which a case may stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aigovkit.answers import ScaleTiers, TierFound
from aigovkit.engine.breaches import effective_force
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.language.logic import whole
from aigovkit.language.meaning import reached
from aigovkit.language.reaches import Reach, ends, in_order, lies_in
from aigovkit.models.scales import Scale, Step
from aigovkit.rules import Score
from aigovkit.situation import Situation


def tiers(rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]) -> tuple[TierFound, ...]:
    """What the scores come to that are called for, or may be, and the steps on which that may stand."""
    found = []
    for rule, verdict in zip(rulebook.rules, verdicts, strict=True):
        if isinstance(rule, Score) and verdict not in SILENT:
            total = reached(rule.points, situation)
            low, high = ends(total)
            steps = steps_left(rule, total)
            certain = verdict != Verdict.UNDETERMINED and (len(steps) == 1 if rule.scale else low == high)
            found.append(
                TierFound(
                    provision=rule.id,
                    citation=rule.citation,
                    at_least=whole(low),
                    at_most=whole(high),
                    scale=rule.scale,
                    steps=steps,
                    certain=certain,
                    effective_force=effective_force(rule, situation),
                )
            )
    return tuple(found)


def steps_left(rule: Score, total: Reach) -> tuple[Step, ...]:
    """The steps on which a total may stand, the lowest first."""
    if rule.scale is None:
        return ()
    return tuple(
        step
        for step in rule.scale.steps
        if (ranges := in_order(band[:2] for band in rule.bands if band[2] == step.id))
        and lies_in(total, ranges) is not False
    )


def by_scale(several: Iterable[tuple[str, Sequence[TierFound]]]) -> tuple[ScaleTiers, ...]:
    """The tiers of each policy, by its name, put together by scale: of one policy at a time, since a step of
    one policy says nothing on the scale of another.
    """
    found: dict[tuple[str, Scale | None], list[TierFound]] = {}
    for policy, tiers_found in several:
        for tier in tiers_found:
            found.setdefault((policy, tier.scale), []).append(tier)
    return tuple(ScaleTiers(policy, scale, tuple(tiers)) for (policy, scale), tiers in found.items())
