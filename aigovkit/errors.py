"""Every error the kit raises.

Each error derives from `AigovkitError` and from the builtin a caller would
expect, and keeps its parts as attributes.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

_CLOSE = 12
"""So many choices are looked at closely; of more, those that share most with the word."""
_MANY = 10
"""So many wrong items of a list are written out in one message."""


def did_you_mean(word: object, choices: Iterable[str], *, most: int = 3) -> str:
    """A suggestion for a misspelt word, or an empty string.

    >>> did_you_mean("pilto", ["pilot", "production"])
    'did you mean `pilot`?'
    >>> did_you_mean("sj-ai-prohibit-2", ["SJ-AI-PROHIBIT-2"])
    'did you mean `SJ-AI-PROHIBIT-2`?'

    .. versionadded:: 0.1.0
    """
    import difflib  # Loaded where something is misspelt, and only there.

    given = (word if isinstance(word, str) else shown(word, most=100))[:100].casefold()
    spelt = {str(choice).casefold(): str(choice) for choice in choices}
    several = list(spelt)
    if len(several) > _CLOSE:
        # A comparison in full takes long, and the words of an input are chosen by whoever wrote it.
        pairs = _pairs(given)
        several.sort(key=lambda choice: -len(pairs & _pairs(choice)) / (len(pairs) + len(_pairs(choice))))
    close = [spelt[one] for one in difflib.get_close_matches(given, several[:_CLOSE], most, 0.6)]
    if not close:
        return ""
    return "did you mean " + " or ".join(f"`{choice}`" for choice in close) + "?"


@functools.lru_cache(maxsize=4096)
def _pairs(word: str) -> frozenset[str]:
    """The pairs of letters that stand side by side in a word, its ends included."""
    return frozenset(map("".join, zip(f" {word}", f"{word} ", strict=True)))


def shown(value: object, *, most: int = 60) -> str:
    r"""A given value as one short, harmless line: control characters are escaped.

    >>> shown("a\x1b[31m")
    "'a\\x1b[31m'"

    .. versionadded:: 0.1.0
    """
    if isinstance(value, str):
        cut = value[: most + 1]
        text = ascii(cut) if not cut.isprintable() else repr(cut)
    else:
        text = ""
        try:
            for piece in _pieces(value, most):  # No more of a large value is looked at than is shown.
                text += piece
                if len(text) > most:
                    break
        except Exception:  # noqa: BLE001 - a hostile object's own repr must not break an error message.
            text = f"<{type(value).__name__}>"
        if not text.isprintable():
            text = ascii(text)
    return text if len(text) <= most else text[: most - 1] + "…"


def _pieces(value: object, most: int) -> Iterator[str]:
    """The repr of a value, piece by piece."""
    if isinstance(value, dict):
        yield "{"
        for index, (key, inner) in enumerate(value.items()):
            yield ", " if index else ""
            yield from _pieces(key, most)
            yield ": "
            yield from _pieces(inner, most)
        yield "}"
    elif type(value) is list or type(value) is tuple:
        yield "[" if type(value) is list else "("
        for index, inner in enumerate(value):
            yield ", " if index else ""
            yield from _pieces(inner, most)
        yield "]" if type(value) is list else ",)" if len(value) == 1 else ")"
    else:
        yield repr(value[: most + 1] if isinstance(value, str) else value)


class AigovkitError(Exception):
    """Base of every error raised by the kit.

    .. versionadded:: 0.1.0
    """


@attrs.frozen
class Problem:
    """One thing wrong with an input.

    `path` is a JSON path such as `$.system.uses_ai`; `value` the value found
    there, already made safe to show; `expected` what would be accepted;
    `suggestion` a next step, or an empty string.

    .. versionadded:: 0.1.0
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
    """An input could not be taken; `problems` lists everything wrong with it.

    .. versionadded:: 0.1.0
    """

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
    """A value given for a fact is not one the fact accepts.

    `expected` says what is accepted; `suggestion` names a next step, or is empty:
    where there are `choices` it is made from them when it is read. `items` are
    the errors of a list whose items are wrong, each with its index, as `[2]`.

    .. versionadded:: 0.1.0
    """

    fact: str
    value: object
    expected: str
    choices: tuple[str, ...]
    items: tuple[tuple[str, FactValueError], ...]

    def __init__(
        self,
        fact: str,
        value: object,
        expected: str,
        suggestion: str = "",
        choices: Iterable[str] = (),
        items: Iterable[tuple[str, FactValueError]] = (),
    ) -> None:
        super().__init__(fact, value, expected)
        self.fact, self.value, self.expected, self._suggestion = fact, value, expected, suggestion
        self.choices, self.items = tuple(choices), tuple(items)

    @property
    def suggestion(self) -> str:
        """A next step, or an empty string."""
        return self._suggestion or (did_you_mean(self.value, self.choices) if self.choices else "")

    def __str__(self) -> str:
        if self.items:
            wrong = [f"{index}: {error.refusal}" for index, error in self.items[:_MANY]]
            more = [f"{len(self.items) - _MANY:,} more"] if len(self.items) > _MANY else []
            return f"`{self.fact}` takes {self.expected}; {'; '.join([*wrong, *more])}"
        return f"`{self.fact}` takes {self.expected}, {self.refusal}"

    @property
    def refusal(self) -> str:
        """What is refused, and the suggestion."""
        return f"not `{shown(self.value)}`" + (f"; {self.suggestion}" if self.suggestion else "")

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        parts = (self.fact, self.value, self.expected, self._suggestion, self.choices, self.items)
        return type(self), parts


class UnknownNameError(AigovkitError, LookupError):
    """A name that nothing bears; `kind` says of what sort it should have been.

    .. versionadded:: 0.1.0
    """

    kind: str
    name: object
    choices: tuple[str, ...]

    def __init__(self, kind: str, name: object, choices: Iterable[str] = ()) -> None:
        super().__init__(kind, name)
        self.kind, self.name, self.choices = kind, name, tuple(choices)

    def __str__(self) -> str:
        # Said when it is read: whoever only asks whether there is such a name pays for no suggestion.
        hint = did_you_mean(self.name, self.choices)
        if not hint and 0 < len(self.choices) <= 12:
            hint = "it can be " + ", ".join(f"`{choice}`" for choice in self.choices)
        return f"unknown {self.kind} `{shown(self.name).strip(chr(39))}`" + (f"; {hint}" if hint else "")

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return UnknownNameError, (self.kind, self.name, self.choices)


class UnknownFactError(UnknownNameError, AttributeError):  # type: ignore[misc]  # both call the name `name`
    """A rule or a caller names a fact that no record has.

    .. versionadded:: 0.1.0
    """

    def __init__(self, name: object, choices: Iterable[str] = (), kind: str = "fact") -> None:
        UnknownNameError.__init__(self, kind, name, choices)

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        return UnknownFactError, (self.name, self.choices, self.kind)


class InstantError(AigovkitError, ValueError):
    """A date or instant that cannot be used: naive, impossible or not ISO 8601.

    .. versionadded:: 0.1.0
    """


class ConditionError(AigovkitError, TypeError):
    """A condition is put together or used in a way that has no meaning, such as with `and` instead of `&`.

    .. versionadded:: 0.1.0
    """


class PolicyError(AigovkitError, ValueError):
    """A policy is put together wrongly: a repeated provision, a dangling exception.

    .. versionadded:: 0.1.0
    """

    @classmethod
    def about(cls, what: object, problems: Sequence[str]) -> PolicyError:
        """The error that tells all the problems of one thing, at least one."""
        if len(problems) == 1:
            return cls(f"{what}: {problems[0]}")
        return cls("\n  ".join([f"{what} has {len(problems)} problems:", *problems]))


class MissingExtraError(AigovkitError, ImportError):
    """A library is missing that comes with an optional extra of the kit.

    `library` is its name, and `extra` that of the extra to install.

    >>> print(MissingExtraError("scipy", "statistics"))
    the library `scipy` is not installed; install the extra `aigovkit-rules[statistics]`

    .. versionadded:: 0.1.0
    """

    library: str
    extra: str

    def __init__(self, library: str, extra: str) -> None:
        self.library, self.extra = library, extra
        super().__init__(
            f"the library `{library}` is not installed; install the extra `aigovkit-rules[{extra}]`"
        )

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.library, self.extra)
