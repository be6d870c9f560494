"""Lists of records that may be known in part."""

from __future__ import annotations

from typing import Any, TypeVar

R = TypeVar("R")


class Partly(tuple[R, ...]):
    """A list of records of which some are known for certain, and perhaps not all.

    It has the records that are known; more may exist. So it is never equal to a complete list.
    A list of which nothing is known is the same with no record in it.

    >>> from aigovkit.models import Case, Incident
    >>> case = Case(incidents=Partly([Incident(caused_harm=False)]))
    >>> len(case.incidents), case.incidents == (Incident(caused_harm=False),)
    (1, False)
    >>> case == Case.from_dict({"incidents": {"some": [{"caused_harm": False}]}})
    True

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Partly) and tuple.__eq__(self, other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((Partly, tuple(self)))

    def __repr__(self) -> str:
        return f"Partly([{', '.join(map(repr, self))}])"


def numbered(items: Any, blank: Any) -> list[tuple[int | None, Any]]:
    """The records of a list with their numbers; what stands for those that may be there has none.

    .. versionadded:: 0.1.0
    """
    return [(None if item is blank else number, item) for number, item in enumerate(items)]


def opened(items: Any, blank: Any) -> tuple[Any, ...]:
    """The records of a list and, where there may be more, one that stands for each of these: a record of
    which nothing is known.

    .. versionadded:: 0.1.0
    """
    if items is None:
        return (blank,)
    return (*items, blank) if isinstance(items, Partly) else items
