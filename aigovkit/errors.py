"""Every error the kit raises.

Each error derives from `AigovkitError` and from the builtin a caller would
expect, and keeps its parts as attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs


def did_you_mean(word: object, choices: Iterable[str], *, most: int = 3) -> str:
    """A suggestion for a misspelt word, or an empty string.

    >>> did_you_mean("pilto", ["pilot", "production"])
    'did you mean `pilot`?'
    >>> did_you_mean("sj-ai-prohibit-2", ["SJ-AI-PROHIBIT-2"])
    'did you mean `SJ-AI-PROHIBIT-2`?'
    """
    import difflib  # Loaded where something is misspelt, and only there.

    spelt = {str(choice).casefold(): str(choice) for choice in choices}
    close = [spelt[one] for one in difflib.get_close_matches(str(word)[:100].casefold(), spelt, most, 0.6)]
    if not close:
        return ""
    return "did you mean " + " or ".join(f"`{choice}`" for choice in close) + "?"


def shown(value: object, *, most: int = 60) -> str:
    r"""A given value as one short, harmless line: control characters are escaped.

    >>> shown("a\x1b[31m")
    "'a\\x1b[31m'"
    """
    if isinstance(value, str):
        cut = value[: most + 1]
        text = ascii(cut) if not cut.isprintable() else repr(cut)
    else:
        try:
            text = repr(value)
        except Exception:  # noqa: BLE001 - a hostile object's own repr must not break an error message.
            text = f"<{type(value).__name__}>"
        if not text.isprintable():
            text = ascii(text)
    return text if len(text) <= most else text[: most - 1] + "…"


class AigovkitError(Exception):
    """Base of every error raised by the kit."""


@attrs.frozen
class Problem:
    """One thing wrong with an input.

    `path` is a JSON path such as `$.system.uses_ai`; `value` the value found
    there, already made safe to show; `expected` what would be accepted;
    `suggestion` a next step, or an empty string.
    """

    path: str
    value: str
    expected: str
    suggestion: str = ""

    def __str__(self) -> str:
        parts = [f"{self.path}: {self.expected}"]
        if self.value:
            parts.append(f", not `{self.value}`")
        if self.suggestion:
            parts.append(f"; {self.suggestion}")
        return "".join(parts)


class InputError(AigovkitError, ValueError):
    """An input could not be taken; `problems` lists everything wrong with it."""

    what: str
    problems: tuple[Problem, ...]

    def __init__(self, what: str, problems: Sequence[Problem]) -> None:
        self.what = what
        self.problems = tuple(problems)
        count = len(self.problems)
        lines = [f"{what} has {count} problem{'' if count == 1 else 's'}"]
        super().__init__("\n".join(lines + [f"  {problem}" for problem in self.problems]))

    def __reduce__(self) -> tuple[type[InputError], tuple[str, tuple[Problem, ...]]]:
        return type(self), (self.what, self.problems)


class FactValueError(AigovkitError, ValueError):
    """A value given for a fact is not one the fact accepts."""

    fact: str
    value: object
    expected: str
    suggestion: str

    def __init__(self, fact: str, value: object, expected: str, suggestion: str = "") -> None:
        self.fact, self.value, self.expected, self.suggestion = fact, value, expected, suggestion
        hint = f"; {suggestion}" if suggestion else ""
        super().__init__(f"`{fact}` takes {expected}, not `{shown(value)}`{hint}")

    def __reduce__(self) -> tuple[type[FactValueError], tuple[str, object, str, str]]:
        return type(self), (self.fact, self.value, self.expected, self.suggestion)


class UnknownNameError(AigovkitError, LookupError):
    """A name that nothing bears; `kind` says of what sort it should have been."""

    kind: str
    name: object
    choices: tuple[str, ...]

    def __init__(self, kind: str, name: object, choices: Iterable[str] = ()) -> None:
        self.kind, self.name, self.choices = kind, name, tuple(choices)
        hint = did_you_mean(name, self.choices)
        if not hint and 0 < len(self.choices) <= 12:
            hint = "it can be " + ", ".join(f"`{choice}`" for choice in self.choices)
        super().__init__(f"unknown {kind} `{shown(name).strip(chr(39))}`" + (f"; {hint}" if hint else ""))

    def __str__(self) -> str:
        return str(self.args[0])

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return UnknownNameError, (self.kind, self.name, self.choices)


class UnknownFactError(UnknownNameError, AttributeError):  # type: ignore[misc]  # both call the name `name`
    """A rule or a caller names a fact that no record has."""

    def __init__(self, name: object, choices: Iterable[str] = (), kind: str = "fact") -> None:
        UnknownNameError.__init__(self, kind, name, choices)

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return UnknownFactError, (self.name, self.choices, self.kind)


class InstantError(AigovkitError, ValueError):
    """A date or instant that cannot be used: naive, impossible or not ISO 8601."""


class ConditionError(AigovkitError, TypeError):
    """A condition is put together or used in a way that has no meaning."""


class PolicyError(AigovkitError, ValueError):
    """A policy is put together wrongly: a repeated provision, a dangling exception."""
