"""Retention: how long data has to be kept, and how long it may be."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from aigovkit.periods import Period


@attrs.frozen
class RetentionRule:
    """A floor (kept at least), a ceiling (kept at most), or both, counted from a trigger.

    `trigger` says in words what the time is counted from; rules are held against
    each other only where it is the same.

    >>> keep = RetentionRule(floor=Period(days=180), trigger="collection")
    >>> purge = RetentionRule(ceiling=Period(days=30), trigger="collection")
    >>> keep.conflicts_with(purge)
    True

    .. versionadded:: 0.1.0
    """

    floor: Period | None = None
    ceiling: Period | None = None
    trigger: str = ""

    def conflicts_with(self, other: RetentionRule) -> bool | None:
        """Whether nothing satisfies both; None where month lengths, or unlike triggers, leave that open."""
        if self.trigger != other.trigger:
            return None
        answers = [_exceeds(self.floor, other.ceiling), _exceeds(other.floor, self.ceiling)]
        return True if True in answers else None if None in answers else False


def _exceeds(floor: Period | None, ceiling: Period | None) -> bool | None:
    if floor is None or ceiling is None:
        return False
    if floor.bounds()[0] > ceiling.bounds()[1]:
        return True
    return False if floor.bounds()[1] <= ceiling.bounds()[0] else None if floor != ceiling else False


def strictest(rules: Iterable[RetentionRule]) -> tuple[Period | None, Period | None]:
    """The longest floor and the shortest ceiling of several rules; None where no rule sets one.

    >>> strictest([RetentionRule(ceiling=Period(days=30)), RetentionRule(ceiling=Period(days=90))])
    (None, Period.parse('P30D'))

    .. versionadded:: 0.1.0
    """
    kept = list(rules)
    floors = [rule.floor for rule in kept if rule.floor is not None]
    ceilings = [rule.ceiling for rule in kept if rule.ceiling is not None]
    return max(floors, key=Period.bounds, default=None), min(ceilings, key=Period.bounds, default=None)
