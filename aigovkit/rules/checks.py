"""What the fields of rules accept, and the error that tells everything that does not fit."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

import attrs

from aigovkit.calls import WORDS
from aigovkit.citations import Citation, Source
from aigovkit.errors import PolicyError, did_you_mean, shown
from aigovkit.language.kinds import QUANTITIES, TIMES
from aigovkit.language.nodes import (
    ConditionNode,
    PlaceFact,
    ProvisionsFact,
    QuantityNode,
    RecordsFact,
    TermFact,
    TermsFact,
    TimeNode,
)


def _no_hint(_: Any) -> str:
    return ""


class Accepted(NamedTuple):
    """What a field accepts: a test, words for it, and a next step for a value that fails it."""

    fits: Callable[[Any], Any]
    words: str
    hint: Callable[[Any], str] = _no_hint

    def problem(self, name: str, value: Any) -> str:
        """What is wrong with a value that the field of that name does not accept."""
        hint = self.hint(value)
        return f"`{name}` takes {self.words}, not `{shown(value)}`" + (f"; {hint}" if hint else "")

    def or_none(self) -> Accepted:
        """The same, of a field that may be left out."""
        return self._replace(fits=lambda value: value is None or self.fits(value))


def given(made: Any) -> dict[str, Any]:
    """What something was built from, by the names of its fields. What is as it is by default is left out."""
    kind: Any = type(made)
    return {name: value for name, default in _fields(kind) if (value := getattr(made, name)) is not default}


@functools.cache
def _fields(cls: type) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, field.default) for field in attrs.fields(cls) if field.init)


def misfits(values: Mapping[str, Any], accepted: Mapping[str, Accepted]) -> list[str]:
    """What is wrong with the values of several fields, in their order."""
    return [
        accepted[name].problem(name, value)
        for name, value in values.items()
        if name in accepted and not accepted[name].fits(value)
    ]


def refuse(what: object, problems: Iterable[str]) -> None:
    """Raises PolicyError with all the problems of one thing, each once; nothing when there are none."""
    if several := list(dict.fromkeys(problems)):
        raise PolicyError.about(what, several)


def named(id: object) -> str:
    """The id of a provision as messages show it."""
    return f"`{shown(id).strip(chr(39))}`"


def one_of(words: type[StrEnum]) -> Accepted:
    """One of the words of an enumeration, written with its class."""
    names = {str(member): f"{words.__name__}.{member.name}" for member in words}

    def hint(value: Any) -> str:
        if not isinstance(value, str):
            return ""
        told = f"write `{value}`" if value in names else did_you_mean(value, names)
        for word, name in names.items():
            told = told.replace(f"`{word}`", f"`{name}`")
        return told

    return Accepted(
        lambda value: isinstance(value, words),
        f"a `{words.__name__}`, such as `{next(iter(names.values()))}`",
        hint,
    )


def _to_a_time(value: Any) -> str:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return f"write `Day(date({value.year}, {value.month}, {value.day}))`"
    return ""


def to_a_condition(value: Any) -> str:
    """How what is no condition would be asked about in one."""
    match value:
        case bool():
            return "write `ALWAYS` or `NOT_EVER`; facts are asked by methods such as `is_in`, not by `==`"
        case TermFact():
            return f"ask `{value!r}.is_in(...)`"
        case TermsFact() | ProvisionsFact():
            return f"ask `{value!r}.has(...)`"
        case PlaceFact():
            return f"ask `{value!r}.within(...)`"
        case RecordsFact():
            return f"ask `{value!r}.some(...)`"
        case TimeNode():
            return "ask whether it `happened()`, or comes `before(...)` another time"
        case QuantityNode():
            return "compare it with a number or a `Period`"
        case _ if isinstance(getattr(value, "when", None), ConditionNode):
            return "a rule is no condition; its condition is its `when`"
    return ""


TIME = Accepted(
    lambda value: isinstance(value, TIMES),
    WORDS["Time"],
    _to_a_time,
)
QUANTITY = Accepted(
    lambda value: isinstance(value, QUANTITIES),
    "a quantity, such as `Constant(5)` or the fact of a count",
)
BOOLEAN = Accepted(lambda value: isinstance(value, bool), WORDS["bool"])
TEXT = Accepted(lambda value: isinstance(value, str), WORDS["str"])
SAID = Accepted(
    lambda value: isinstance(value, str) and bool(value.strip()),
    "text that says something",
)
CITATION = Accepted(
    lambda value: isinstance(value, Citation),
    WORDS["Citation"],
    lambda value: "say where in the source, with `.at(pinpoint)`" if isinstance(value, Source) else "",
)
