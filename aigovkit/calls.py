"""Calls that do not fit: what is missing, and what has another name, told all at once."""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, cast

from aigovkit.errors import PolicyError, did_you_mean

Made = TypeVar("Made", bound=Callable[..., Any])

WORDS = {
    "str": "text",
    "int": "a whole number",
    "bool": "true or false",
    "date": "a day, such as `date(2026, 3, 2)`",
    "datetime.date": "a day, such as `date(2026, 3, 2)`",
    "Period": "a `Period`, such as `Period(months=1)`",
    "Citation": "a citation: `SOURCE.at(pinpoint)`",
    "Condition": "a condition",
    "Condition | DefinedTerm": "a condition, or a defined term",
    "Time": "a time, such as the fact of an event or `Day(date(2026, 3, 2))`",
    "EventsFact | AttestedDays": "a fact that is a list of days, or `AttestedDays(...)`",
    "Mapping[str, str]": "each reading with what it means",
    "Sequence[tuple[Condition | DefinedTerm, int]]": "a list of pairs of a condition and its points",
    "tuple[Quantity, ...]": "a list of quantities",
    "Iterable[Step]": "a list of steps, from the lowest to the highest",
}
"""What an argument or a field takes, by its annotation."""


def authored(made: Made) -> Made:
    """Makes a class of attrs, or a function, refuse with PolicyError the calls that Python cannot take.

    >>> @authored
    ... def cited(title: str, issuer: str): ...
    >>> cited("Order", isuer="Ruritania")
    Traceback (most recent call last):
    ...
    aigovkit.errors.PolicyError: `cited` has 2 problems:
      `cited` has no option `isuer`; did you mean `issuer`?
      `issuer` is missing; it takes text
    """
    run: Any = made.__init__ if isinstance(made, type) else made  # type: ignore[misc]
    name, refusal = made.__name__, _refusal

    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            return run(*args, **kwargs)
        except TypeError as error:
            # What goes wrong further in is no matter of the call.
            if error.__traceback__ is None or error.__traceback__.tb_next is not None:
                raise
            refused = refusal(run, name, args, kwargs)
            if refused is None:
                raise
            raise refused from None

    if isinstance(made, type):
        made.__init__ = functools.wraps(run)(call)  # type: ignore[misc]
        return made
    return cast("Made", in_its_module(call, run))


def in_its_module(call: Any, build: Any) -> Any:
    """A wrapper that counts as written where the function is that it wraps, so that examples there run.

    The wrapper may use what it closes over, and no names of its module.
    """
    moved = types.FunctionType(call.__code__, build.__globals__, build.__name__, None, call.__closure__)
    return functools.wraps(build)(moved)


def _refusal(run: Any, name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> PolicyError | None:
    signature = inspect.signature(run)
    several = [one for one in signature.parameters.values() if one.name != "self"]
    taken = [one.name for one in several if one.kind is not one.VAR_POSITIONAL]
    ordered = [one.name for one in signature.parameters.values() if one.kind is one.POSITIONAL_OR_KEYWORD]
    if any(one.kind is one.VAR_POSITIONAL for one in several):
        args = ()
    kinds = {one.name: getattr(one.annotation, "__name__", str(one.annotation)) for one in several}
    words = {one: f"it takes {WORDS[kind]}" for one, kind in kinds.items() if kind in WORDS}
    required = [one.name for one in several if one.default is one.empty and one.name in taken]
    problems = list(wrong_names(name, ordered, taken, required, words, args, kwargs))
    return PolicyError.about(f"`{name}`", problems) if problems else None


def wrong_names(
    name: str,
    ordered: list[str],
    taken: list[str],
    required: list[str],
    words: Mapping[str, str],
    args: tuple[Any, ...],
    kwargs: Mapping[str, Any],
) -> Iterator[str]:
    """What is wrong with the names of a call: `ordered` are those that come without theirs, `taken` all
    there are, and `words` say what those that are missing want.
    """
    if len(args) > len(ordered):
        unnamed = ", ".join(f"`{one}`" for one in ordered if one != "self")
        later = next((f", such as `{one}=`" for one in required if one not in ordered), "")
        yield f"only {unnamed} can come without a name; name what follows{later}"
    yield from (f"`{one}` is given twice" for one in ordered[: len(args)] if one in kwargs)
    for one in kwargs:
        if one not in taken:
            hint = did_you_mean(one, taken)
            yield f"`{name}` has no option `{one}`" + (f"; {hint}" if hint else "")
    passed = {*ordered[: len(args)], *kwargs}
    for one in required:
        if one not in passed:
            yield f"`{one}` is missing" + (f"; {words[one]}" if one in words else "")
