"""Parameters: values that belong to a policy, not to a case."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

import attrs

from aigovkit import periods
from aigovkit.calls import authored
from aigovkit.citations import Citation
from aigovkit.errors import ConditionError, FactValueError, UnknownNameError, shown
from aigovkit.language.nodes import ConditionNode, ParameterIs, QuantityNode, TimeNode
from aigovkit.periods import Occurrence

if TYPE_CHECKING:
    from aigovkit.language.kinds import Condition


@attrs.frozen(order=False)
class Parameter:
    """A value that belongs to a policy, not to a case: when a bill was signed, which part was adopted.

    `default` is the value while none is given; `question` says what is asked.
    Raises ConditionError when the name is no word or the question no text, and what
    `admit` raises for the default.

    .. versionadded:: 0.1.0
    """

    name: str
    question: str
    default: Any = None
    citation: Citation | None = attrs.field(default=None, repr=False, eq=False)

    accepts: ClassVar[str] = ""
    kind: ClassVar[str] = ""
    """The kind of answer, in one word, as of facts."""

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.isidentifier():
            raise ConditionError(
                f"`name` of a parameter takes a word such as `signed_on`, not `{shown(self.name)}`"
            )
        if not isinstance(self.question, str) or not self.question.strip():
            raise ConditionError(
                f"`question` of `{self.name}` takes text that asks something, not `{shown(self.question)}`"
            )
        self.admit(self.default)

    def admit(self, value: Any) -> Any:
        """The value in its one stored form; FactValueError when this parameter cannot have it."""
        raise NotImplementedError


@authored
@attrs.frozen
class BooleanParameter(Parameter, ConditionNode):
    """A parameter that is true or false.

    .. versionadded:: 0.1.0
    """

    kind = "boolean"
    accepts = "true or false"

    def admit(self, value: Any) -> bool | None:
        """True, false or None for unknown; FactValueError otherwise."""
        if value is None or isinstance(value, bool):
            return value
        raise FactValueError(self.name, value, self.accepts)


@authored
@attrs.frozen
class EventParameter(Parameter, TimeNode):
    """A parameter that is a day or an instant, or `never`. An instant is kept in UTC.

    .. versionadded:: 0.1.0
    """

    kind = "event"
    accepts = "a day, an instant with its zone, or `never`"

    def admit(self, value: Any) -> Any:
        """A day, an instant in UTC, `never` or None for unknown; FactValueError otherwise."""
        if isinstance(value, datetime.datetime):
            periods.instant(value)
            return value.astimezone(datetime.UTC)
        if value is None or isinstance(value, datetime.date) or value is Occurrence.NEVER:
            return value
        raise FactValueError(self.name, value, self.accepts)


def _listed(choices: Sequence[str]) -> tuple[str, ...]:
    return tuple(choices) if isinstance(choices, list) else cast("tuple[str, ...]", choices)


def _is_word(choice: Any) -> bool:
    return isinstance(choice, str) and bool(choice.strip())


@authored
@attrs.frozen
class ChoiceParameter(Parameter):
    """A parameter that is one of a few words.

    .. versionadded:: 0.1.0
    """

    choices: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_listed)

    kind = "term"
    accepts = "one of its words"

    def __attrs_post_init__(self) -> None:
        if not (isinstance(self.choices, tuple) and self.choices and all(map(_is_word, self.choices))):
            raise ConditionError(
                f"`choices` of `{self.name}` takes a list of words, not `{shown(self.choices)}`"
            )
        super().__attrs_post_init__()

    def admit(self, value: Any) -> str | None:
        """One of the words, or None for unknown; UnknownNameError otherwise."""
        if value is None or value in self.choices:
            return str(value) if value is not None else None
        raise UnknownNameError(f"value of `{self.name}`", value, self.choices)

    def is_(self, choice: str) -> Condition:
        """Whether the parameter has that value."""
        return ParameterIs(self, str(self.admit(choice)))


@authored
@attrs.frozen(order=False)
class CountParameter(Parameter, QuantityNode):
    """A parameter that is a whole number: a threshold of a text, or an amount in cents.

    .. versionadded:: 0.1.0
    """

    kind = "count"
    accepts = "a whole number"

    def admit(self, value: Any) -> int | None:
        """A whole number, or None for unknown; FactValueError otherwise."""
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise FactValueError(self.name, value, self.accepts)
