"""JSON text: bounded before anything is made of it, and nothing in it coerced or dropped."""

from __future__ import annotations

import decimal
import json
from collections.abc import Mapping
from typing import Any

from aigovkit.errors import InputError, Problem
from aigovkit.json.limits import DEEPEST, LONGEST_NUMBER
from aigovkit.json.problems import ROOT, inside


class Object(dict[str, Any]):
    """A JSON object in which a key was given twice; it remembers which."""

    repeated: tuple[str, ...] = ()


class NotANumber:
    """What stands where a number should and is none: NaN, or one of too many digits."""

    def __init__(self, word: str) -> None:
        self.word = word

    def __repr__(self) -> str:
        return self.word if len(self.word) <= LONGEST_NUMBER else f"{self.word[:LONGEST_NUMBER]}…"


def parse(text: str | bytes, what: str, largest: int, *, exact: bool) -> Any:
    """What a JSON text says. With `exact` a number that is not whole is a Decimal, else a float.

    InputError says in what it is no JSON, or over which bound; `what` names it.
    """
    if len(text) > largest or (isinstance(text, str) and _size(text) > largest):
        raise InputError(what, [Problem(ROOT, "", f"at most {largest:,} bytes are read")])
    if not isinstance(text, str):
        try:
            text = bytes(text).decode("utf-8")
        except UnicodeDecodeError as error:
            words = f"JSON is UTF-8 text; byte {error.start} is not"
            raise InputError(what, [Problem(ROOT, "", words)]) from None
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_constant=NotANumber,
            parse_float=_decimal if exact else _float,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InputError(what, [Problem(ROOT, "", f"this is not JSON: {error.msg} at {where}")]) from None
    except RecursionError:
        raise InputError(what, [Problem(ROOT, "", TOO_DEEP)]) from None


TOO_DEEP = f"what is read is nested at most {DEEPEST} deep"


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[str] = set()
    repeated: dict[str, None] = {}
    for key, _ in pairs:
        if key in seen:
            repeated[key] = None
        seen.add(key)
    twice = Object(found)
    twice.repeated = tuple(repeated)
    return twice


def _integer(digits: str) -> Any:
    return int(digits) if len(digits) <= LONGEST_NUMBER else NotANumber(digits)


def _decimal(text: str) -> Any:
    # What has few characters can still have many digits: those that its exponent stands for.
    if len(text) <= LONGEST_NUMBER:
        number = _EXACT.create_decimal(text)
        if number.is_finite() and abs(number.adjusted()) <= LONGEST_NUMBER:
            return number
    return NotANumber(text)


_EXACT = decimal.Context(prec=LONGEST_NUMBER, Emax=10**6, Emin=-(10**6), traps=[])


def _float(text: str) -> Any:
    return float(text) if len(text) <= LONGEST_NUMBER else NotANumber(text)


def over_bounds(data: Any, most: int) -> tuple[str, str] | None:
    """Where data is nested deeper than is read, or holds more objects and lists, and what is said of it."""
    level, count = [data], 1
    for _ in range(DEEPEST):
        inner: list[Any] = []
        for outer in level:
            inner += [value for value in _inside(outer) if type(value) not in _PLAIN]
            # Asked at once, since other formats than JSON can have the same list in it many times.
            if count + len(inner) > most:
                return ROOT, f"at most {most:,} objects and lists are read"
        if not inner:
            return None
        level, count = inner, count + len(inner)
    return _deepest(data, ROOT, DEEPEST) or ROOT, TOO_DEEP


_PLAIN = frozenset({str, int, float, bool, type(None), decimal.Decimal, NotANumber})
"""The types of what has nothing inside."""


def _inside(data: Any) -> Any:
    if isinstance(data, list | tuple):
        return data
    return data.values() if isinstance(data, Mapping) else ()


def _deepest(data: Any, path: str, levels: int) -> str | None:
    """The path of the first thing so many levels down; None where there is none."""
    if levels == 0:
        return path
    steps = range(len(data)) if isinstance(data, list | tuple) else data
    for step, inner in zip(steps, _inside(data), strict=False):
        if type(inner) not in _PLAIN:
            found = _deepest(inner, inside(path, step), levels - 1)
            if found is not None:
                return found
    return None
