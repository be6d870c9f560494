"""What is wrong with an input, gathered while it is read, each with its JSON path."""

from __future__ import annotations

import re
from collections.abc import Iterable

from aigovkit.errors import FactValueError, InputError, Problem, did_you_mean, shown
from aigovkit.json.limits import MOST_PROBLEMS

ROOT = "$"
"""The path of the whole input."""


def inside(path: str, step: object) -> str:
    """The path of what stands at a key, or at an index of a list, below a path.

    >>> inside("$.incidents", 2), inside("$.system", "uses_ai"), inside("$", "two words")
    ('$.incidents[2]', '$.system.uses_ai', "$['two words']")
    """
    if isinstance(step, int):
        return f"{path}[{step}]"
    key = str(step)
    return f"{path}.{key}" if re.fullmatch(r"[\w-]{1,80}", key, re.ASCII) else f"{path}[{shown(key)}]"


class EnoughError(Exception):
    """So many problems were found that no more are looked for."""


class Problems:
    """What is wrong with an input. `what` names the input, as in `the case has 2 problems`.

    Each way of noting one raises EnoughError where as many are found as are listed.
    """

    def __init__(self, what: str) -> None:
        self.what: str = what
        self.found: list[Problem] = []
        self.is_full: bool = False

    def add(self, path: str, expected: str, suggestion: str = "") -> None:
        """Note what would be accepted at a path."""
        self._add(Problem(path, "", expected, suggestion))

    def add_value(self, path: str, value: object, expected: str, suggestion: str = "") -> None:
        """Note what would be accepted at a path, and show the value found there."""
        self._add(Problem(path, shown(value), expected, suggestion))

    def unknown_key(self, path: str, key: object, choices: Iterable[str]) -> None:
        """Note a key that nothing has."""
        self.add(inside(path, key), "no such key", did_you_mean(key, choices))

    def refuse(self, path: str, error: FactValueError) -> None:
        """Note that a value is not one that its fact accepts, or which items of it are not."""
        for index, inner in error.items:
            self.refuse(path + index, inner)
        if not error.items:
            self.add_value(path, error.value, f"takes {error.expected}", error.suggestion)

    def _add(self, problem: Problem) -> None:
        if len(self.found) == MOST_PROBLEMS:
            self.is_full = True
            raise EnoughError
        self.found.append(problem)

    def error(self) -> InputError:
        """The error that tells all of it."""
        more = (
            [Problem(ROOT, "", f"{MOST_PROBLEMS} problems are listed; there are more")]
            if self.is_full
            else []
        )
        return InputError(self.what, [*self.found, *more])
