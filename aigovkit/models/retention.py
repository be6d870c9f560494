"""Retention: how long data has to be kept, and how long it may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

import attrs

from aigovkit.calls import authored
from aigovkit.errors import PolicyError, shown
from aigovkit.periods import Period
from aigovkit.wording import period


def _periods(value: Period | Sequence[Period]) -> tuple[Period, ...]:
    return cast("tuple[Period, ...]", tuple(value) if isinstance(value, list | tuple) else (value,))


@authored
@attrs.frozen
class RetentionRule:
    """A floor (kept at least), a ceiling (kept at most), or both, counted from a trigger; or a hold.

    `trigger` says in words what the time is counted from, and `series` names the
    records that are kept together, such as "body camera footage": rules are held
    against each other only where they speak of the same series. A rule without one
    speaks of all that has none. A `hold` sets no limit: where it applies, no
    ceiling of its series runs.

    What a text only `described`, such as that most mail is purged after 90 days or that
    records stay for some seven to ten years, is no limit either: one period, or the
    shortest and the longest. It binds nobody. With a floor that is longer, or a ceiling
    that is shorter, it may conflict, and never does for certain.

    Raises PolicyError for one that says nothing, whose floor exceeds its ceiling, or
    whose limits are no `Period`.

    >>> keep = RetentionRule(floor=Period(days=180), trigger="collection")
    >>> purge = RetentionRule(ceiling=Period(days=30), trigger="collection")
    >>> keep.conflicts_with(purge)
    True
    >>> told = RetentionRule(described=[Period(years=7), Period(years=10)])
    >>> str(told), told.conflicts_with(RetentionRule(floor=Period(years=11))), told.conflicts_with(told)
    ('7 years to 10 years, as described', None, False)

    .. versionadded:: 0.1.0
    """

    floor: Period | None = None
    ceiling: Period | None = None
    trigger: str = ""
    series: str = ""
    hold: bool = False
    described: tuple[Period, ...] = attrs.field(default=(), converter=_periods)

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
        if len(self.described) > 2 or not all(isinstance(one, Period) for one in self.described):
            raise PolicyError(
                "`described` of a retention rule takes a `Period`, or the shortest and the longest, not "
                f"`{shown(self.described)}`"
            )
        if self.described and (self.floor or self.ceiling or self.hold):
            raise PolicyError("what is only `described` sets no limit; give those a rule of their own")
        if len(self.described) > 1 and _exceeds(*self.described):
            raise PolicyError("`described` of a retention rule takes the shortest period before the longest")
        if self.floor is None and self.ceiling is None and not self.hold and not self.described:
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
        if self.described:
            told = " to ".join(period(one) for one in self.described)
            return f"{told}{f' from {self.trigger}' if self.trigger else ''}, as described"
        limits = [f"at least {period(self.floor)}"] if self.floor else []
        limits += [f"at most {period(self.ceiling)}"] if self.ceiling else []
        return " and ".join(limits) + (f" from {self.trigger}" if self.trigger else "")

    def conflicts_with(self, other: RetentionRule) -> bool | None:
        """Whether nothing satisfies both; None where month lengths, unlike triggers, or that one is only
        described, leave that open.
        """
        pairs = [(self.floor, other.ceiling), (other.floor, self.ceiling)]
        told = self.described or other.described
        if told:  # What most or the average do can stand beside a limit for some.
            pairs += [(self.floor or other.floor, told[-1]), (told[0], self.ceiling or other.ceiling)]
        opposed = [_exceeds(floor, ceiling) for floor, ceiling in pairs if floor and ceiling]
        if self.series != other.series or not opposed:
            return False
        if self.trigger != other.trigger or (told and any(one is not False for one in opposed)):
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
