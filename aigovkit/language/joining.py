"""Joining conditions and times by name: every one of, at least one of, the first, the last; as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from aigovkit.calls import authored
from aigovkit.errors import ConditionError, shown
from aigovkit.language.nodes import (
    ALWAYS,
    AllOf,
    AnyOf,
    ConditionNode,
    Earliest,
    Latest,
    LiesIn,
    Points,
    meant,
    time_of,
)

if TYPE_CHECKING:
    from aigovkit.language.kinds import Condition, Time


class DefinedTerm(Protocol):
    """What stands for a condition under a name, as a definition does.

    .. versionadded:: 0.1.0
    """

    @property
    def term(self) -> str:
        """The name: a clause that says that the condition holds."""

    @property
    def condition(self) -> Condition:
        """The condition."""


def as_condition(given: Condition | DefinedTerm) -> Condition:
    """A condition itself, or the one that a defined term stands for (its `condition`); else ConditionError.

    Whatever takes a condition takes a defined term as well, so authors rarely need it.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> from aigovkit.rules import definition
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> as_condition(definition("RUR-2", order.at("2"), "It is new.", means=Use.novel, term="it is new"))
    Named(name='it is new', condition=Use.novel)

    .. versionadded:: 0.1.0
    """
    found = meant(given)
    if not isinstance(found, ConditionNode):
        raise ConditionError(f"`{shown(given)}` is not a condition; write one with the facts of a record")
    return found


@authored
def all_of(*conditions: Condition | DefinedTerm) -> Condition:
    """Every one of several conditions and defined terms; ConditionError when none is given.

    >>> from aigovkit.language.nodes import ALWAYS, NOT_EVER
    >>> all_of(ALWAYS, NOT_EVER)
    ALWAYS & NOT_EVER

    .. versionadded:: 0.1.0
    """
    return AllOf.of(*_conditions(conditions))


@authored
def any_of(*conditions: Condition | DefinedTerm) -> Condition:
    """At least one of several conditions and defined terms; ConditionError when none is given.

    >>> from aigovkit.language.nodes import ALWAYS, NOT_EVER
    >>> any_of(ALWAYS, NOT_EVER)
    ALWAYS | NOT_EVER

    .. versionadded:: 0.1.0
    """
    return AnyOf.of(*_conditions(conditions))


@authored
def as_a_whole(condition: Condition | DefinedTerm) -> Condition:
    """A condition judged as a whole: unknown facts in it are answered together, not one by one.

    So it is settled where every way to answer them comes to the same, as far as they are facts with few
    values: see `meaning.reached`. It costs more than the condition by itself, and is worth it where a text
    sets two results against each other that hang on the same facts.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions import san_jose
    >>> from aigovkit.language.meaning import holds
    >>> from aigovkit.models import Case, System
    >>> unknown = san_jose.AI_POLICY.situation(Case(), date(2026, 3, 2))
    >>> torn = System.uses_ai & ~System.uses_ai
    >>> holds(torn, unknown), holds(as_a_whole(torn), unknown)
    (None, False)

    .. versionadded:: 0.1.0
    """
    return LiesIn(Points([(as_condition(condition), 1), (ALWAYS, 0)]), [(1, 1)])


@authored
def earliest(*times: Time) -> Earliest:
    """The first of several times.

    >>> import datetime
    >>> from aigovkit.language.nodes import AS_OF, Day
    >>> earliest(AS_OF, Day(datetime.date(2026, 3, 2)))
    Earliest(times=(AS_OF, Day(day=datetime.date(2026, 3, 2))))

    .. versionadded:: 0.1.0
    """
    return Earliest(_times(times))


@authored
def latest(*times: Time) -> Latest:
    """The last of several times.

    >>> import datetime
    >>> from aigovkit.language.nodes import AS_OF, Day
    >>> latest(AS_OF, Day(datetime.date(2026, 3, 2)))
    Latest(times=(AS_OF, Day(day=datetime.date(2026, 3, 2))))

    .. versionadded:: 0.1.0
    """
    return Latest(_times(times))


def _conditions(conditions: tuple[Condition | DefinedTerm, ...]) -> list[Condition]:
    if not conditions:
        raise ConditionError("name at least one condition")
    return [as_condition(condition) for condition in conditions]


def _times(times: tuple[Time, ...]) -> tuple[Time, ...]:
    if not times:
        raise ConditionError("name at least one time")
    return tuple(time_of(time) for time in times)
