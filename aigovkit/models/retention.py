"""Retention: how long data has to be kept, and how long it may be."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from aigovkit.errors import PolicyError, shown
from aigovkit.periods import Period


@attrs.frozen
class RetentionRule:
    """A floor (kept at least), a ceiling (kept at most), or both, counted from a trigger.

    `trigger` says in words what the time is counted from; rules are held against
    each other only where it is the same.

    Raises PolicyError for one that says nothing, whose floor exceeds its ceiling, or
    whose limits are no `Period`.

    >>> keep = RetentionRule(floor=Period(days=180), trigger="collection")
    >>> purge = RetentionRule(ceiling=Period(days=30), trigger="collection")
    >>> keep.conflicts_with(purge)
    True

    .. versionadded:: 0.1.0
    """

    floor: Period | None = None
    ceiling: Period | None = None
    trigger: str = ""

    def __attrs_post_init__(self) -> None:
        for name, limit in (("floor", self.floor), ("ceiling", self.ceiling)):
            if limit is not None and not isinstance(limit, Period):
                raise PolicyError(
                    f"`{name}` of a retention rule takes a `Period`, such as `Period(days=30)`, not "
                    f"`{shown(limit)}`"
                )
        if not isinstance(self.trigger, str):
            raise PolicyError(f"`trigger` of a retention rule takes text, not `{shown(self.trigger)}`")
        if self.floor is None and self.ceiling is None:
            raise PolicyError("a retention rule sets a `floor`, a `ceiling` or both")
        if self.floor and self.ceiling and _exceeds(self.floor, self.ceiling):
            raise PolicyError(
                f"the floor of a retention rule, `{self.floor.isoformat()}`, exceeds its ceiling, "
                f"`{self.ceiling.isoformat()}`"
            )

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
