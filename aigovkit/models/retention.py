"""Retention: how long data has to be kept, and how long it may be."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from aigovkit.calls import authored
from aigovkit.errors import PolicyError, shown
from aigovkit.periods import Period
from aigovkit.wording import period


@authored
@attrs.frozen
class RetentionRule:
    """A floor (kept at least), a ceiling (kept at most), or both, counted from a trigger; or a hold.

    `trigger` says in words what the time is counted from, and `series` names the
    records that are kept together, such as "body camera footage": rules are held
    against each other only where they speak of the same series. A rule without one
    speaks of all that has none. A `hold` sets no limit: where it applies, no
    ceiling of its series runs.

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
    series: str = ""
    hold: bool = False

    def __attrs_post_init__(self) -> None:
        for name, limit in (("floor", self.floor), ("ceiling", self.ceiling)):
            if limit is not None and not isinstance(limit, Period):
                raise PolicyError(
                    f"`{name}` of a retention rule takes a `Period`, such as `Period(days=30)`, not "
                    f"`{shown(limit)}`"
                )
        for name, words in (("trigger", self.trigger), ("series", self.series)):
            if not isinstance(words, str):
                raise PolicyError(f"`{name}` of a retention rule takes text, not `{shown(words)}`")
        if not isinstance(self.hold, bool):
            raise PolicyError(f"`hold` of a retention rule takes True or False, not `{shown(self.hold)}`")
        if self.floor is None and self.ceiling is None and not self.hold:
            raise PolicyError("a retention rule sets a `floor`, a `ceiling` or both")
        if self.hold and (self.floor or self.ceiling):
            raise PolicyError("a hold sets no `floor` and no `ceiling`; give those a rule of their own")
        if self.floor and self.ceiling and _exceeds(self.floor, self.ceiling):
            raise PolicyError(
                f"the floor of a retention rule, `{self.floor.isoformat()}`, exceeds its ceiling, "
                f"`{self.ceiling.isoformat()}`"
            )

    def __str__(self) -> str:
        """The limits in words, and what they count from."""
        if self.hold:
            return "a hold"
        limits = [f"at least {period(self.floor)}"] if self.floor else []
        limits += [f"at most {period(self.ceiling)}"] if self.ceiling else []
        return " and ".join(limits) + (f" from {self.trigger}" if self.trigger else "")

    def conflicts_with(self, other: RetentionRule) -> bool | None:
        """Whether nothing satisfies both; None where month lengths, or unlike triggers, leave that open."""
        pairs = [(self.floor, other.ceiling), (other.floor, self.ceiling)]
        opposed = [_exceeds(floor, ceiling) for floor, ceiling in pairs if floor and ceiling]
        if self.series != other.series or not opposed:
            return False
        if self.trigger != other.trigger:
            return None
        return True if True in opposed else None if None in opposed else False


def _exceeds(floor: Period, ceiling: Period) -> bool | None:
    """Whether one period is longer than another, None where that depends on the months."""
    if floor == ceiling or floor.bounds()[1] <= ceiling.bounds()[0]:
        return False
    return True if floor.bounds()[0] > ceiling.bounds()[1] else None


def longest(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The longest of several periods; several, in their order, where the months leave open which.

    >>> longest([Period(days=29), Period(months=1), Period(days=7)])
    (Period.parse('P29D'), Period.parse('P1M'))

    .. versionadded:: 0.1.0
    """
    kept = _unlike(periods)
    return tuple(one for one in kept if not any(_surpasses(other, one) for other in kept))


def shortest(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The shortest of several periods; several, in their order, where the months leave open which.

    >>> shortest([Period(days=30), Period(days=90)])
    (Period.parse('P30D'),)

    .. versionadded:: 0.1.0
    """
    kept = _unlike(periods)
    return tuple(one for one in kept if not any(_surpasses(one, other) for other in kept))


def _unlike(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The periods, each length once: a day is 24 hours here."""
    kept: dict[object, Period] = {}
    for one in periods:
        least, most = one.bounds()
        kept.setdefault(least if least == most else one, one)
    return tuple(kept.values())


def _surpasses(one: Period, other: Period) -> bool:
    """Whether a period is never shorter than another one."""
    return one != other and one.bounds()[0] >= other.bounds()[1]
