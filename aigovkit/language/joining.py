"""Joining conditions and times by name: every one of, at least one of, the first, the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from aigovkit.errors import ConditionError, shown
from aigovkit.language.nodes import (
    AllOf,
    AnyOf,
    ConditionNode,
    Earliest,
    Latest,
    time_of,
)

if TYPE_CHECKING:
    from aigovkit.language.kinds import Condition, Time


def as_condition(given: Any) -> Condition:
    """A condition itself, or the one that a defined term stands for (its `condition`)."""
    if not isinstance(given, ConditionNode):
        given = getattr(given, "condition", given)
        if not isinstance(given, ConditionNode):
            raise ConditionError(f"`{shown(given)}` is not a condition; write one with the facts of a record")
    return cast("Condition", given)


def all_of(*conditions: Any) -> Condition:
    """Every one of several conditions and defined terms.

    >>> all_of(ALWAYS, NOT_EVER)
    ALWAYS & NOT_EVER

    .. versionadded:: 0.1.0
    """
    return AllOf.of(*(as_condition(c) for c in conditions))


def any_of(*conditions: Any) -> Condition:
    """At least one of several conditions and defined terms.

    >>> any_of(ALWAYS, NOT_EVER)
    ALWAYS | NOT_EVER

    .. versionadded:: 0.1.0
    """
    return AnyOf.of(*(as_condition(c) for c in conditions))


def earliest(*times: Time) -> Earliest:
    """The first of several times.

    >>> earliest(AS_OF, Day(datetime.date(2026, 3, 2)))
    Earliest(times=(AS_OF, Day(day=datetime.date(2026, 3, 2))))

    .. versionadded:: 0.1.0
    """
    return Earliest(tuple(time_of(time) for time in times))


def latest(*times: Time) -> Latest:
    """The last of several times.

    >>> latest(AS_OF, Day(datetime.date(2026, 3, 2)))
    Latest(times=(AS_OF, Day(day=datetime.date(2026, 3, 2))))

    .. versionadded:: 0.1.0
    """
    return Latest(tuple(time_of(time) for time in times))
