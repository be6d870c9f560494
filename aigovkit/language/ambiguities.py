"""Ambiguities: where the text is open, and the conditions, times and numbers it then stands for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from aigovkit.calls import authored
from aigovkit.citations import Citation
from aigovkit.errors import ConditionError, UnknownNameError, shown
from aigovkit.language.joining import DefinedTerm, as_condition
from aigovkit.language.nodes import (
    ByReading,
    ConditionNode,
    QuantityByReading,
    QuantityNode,
    TimeByReading,
    TimeNode,
    quantity_of,
)

if TYPE_CHECKING:
    from aigovkit.language.kinds import Condition, Quantity, Time


@authored
@attrs.frozen
class Ambiguity:
    """A passage where the text is open: what is at issue, its readings, and the default with its reason.

    Raises UnknownNameError when the default is none of the readings, ConditionError
    when there are not two readings, or a field is of a wrong type.

    .. versionadded:: 0.1.0
    """

    name: str
    issue: str
    readings: Mapping[str, str] = attrs.field(hash=False)
    default: str
    why: str
    citation: Citation | None = attrs.field(default=None, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.isidentifier():
            raise ConditionError(
                f"`name` of an ambiguity takes a word such as `start_of_year`, not `{shown(self.name)}`"
            )
        for name, text in (("issue", self.issue), ("why", self.why)):
            if not isinstance(text, str) or not text.strip():
                raise ConditionError(
                    f"`{name}` of `{self.name}` takes text that says something, not `{shown(text)}`"
                )
        if not isinstance(self.readings, Mapping) or len(self.readings) < 2 or not _are_said(self.readings):
            raise ConditionError(
                f"`readings` of `{self.name}` takes two readings or more, each a word and what it means, not "
                f"`{shown(self.readings)}`"
            )
        self.check(self.default)

    def check(self, reading: str) -> str:
        """The reading itself when the ambiguity has it; UnknownNameError otherwise."""
        if reading not in self.readings:
            raise UnknownNameError(f"reading of `{self.name}`", reading, self.readings)
        return reading

    def reads(self, **conditions: Condition | DefinedTerm) -> Condition:
        """The condition under each reading; every reading has to be given one."""
        return ByReading(self, self._options(conditions, ConditionNode, "condition"))

    def times(self, **times: Time) -> Time:
        """The time under each reading; every reading has to be given one."""
        return TimeByReading(self, self._options(times, TimeNode, "time"))

    def amounts(self, **quantities: Quantity | int) -> Quantity:
        """The number under each reading: a count, an amount in cents, a length in seconds."""
        numbers = {name: quantity_of(value) for name, value in quantities.items()}
        return QuantityByReading(self, self._options(numbers, QuantityNode, "quantity"))

    def _options(self, given: Mapping[str, Any], sort: type, word: str) -> tuple[tuple[str, Any], ...]:
        if set(given) != set(self.readings):
            raise ConditionError(
                f"`{self.name}` has the readings {', '.join(self.readings)}; given are {', '.join(given)}"
            )
        meant = {
            name: as_condition(value) if sort is ConditionNode else value for name, value in given.items()
        }
        for name, value in meant.items():
            if not isinstance(value, sort):
                raise ConditionError(f"`{self.name}` read as `{name}` takes a {word}, not `{shown(value)}`")
        return tuple((name, meant[name]) for name in self.readings)


def _are_said(readings: Mapping[Any, Any]) -> bool:
    return all(
        isinstance(name, str) and name.isidentifier() and isinstance(meaning, str) and meaning.strip()
        for name, meaning in readings.items()
    )
