"""Rounding: exact numbers as decimals and percentages, with no binary number in between."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import NoReturn

from aigovkit.errors import InputError, Problem, shown


def rounded(value: Fraction | int, digits: int) -> str:
    """A number to so many decimals, halves away from zero, worked out exactly.

    `digits` is a whole number from 0 to 30, and as many decimals are printed.

    Raises `InputError` where it is not, or where the value is not exact, as a
    binary number is not.

    >>> rounded(Fraction(1, 8), 2), rounded(Fraction(412, 797), 2)
    ('0.13', '0.52')

    .. versionadded:: 0.1.0
    """
    if isinstance(value, bool) or not isinstance(value, Fraction | int):
        _refuse("value", value, "an exact fraction")
    if type(digits) is not int or not 0 <= digits <= 30:
        _refuse("digits", digits, "a whole number from 0 to 30")
    scaled = abs(value) * 10**digits
    whole = math.floor(scaled + Fraction(1, 2))
    left, right = divmod(whole, 10**digits)
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{left}" + (f".{right:0{digits}}" if digits else "")


def percent(value: Fraction | int, digits: int = 0) -> str:
    """A share, such as a rate, as a percentage, rounded as `rounded` does.

    Raises `InputError` where `rounded` does.

    >>> percent(Fraction(90, 205), 1)
    '43.9%'

    .. versionadded:: 0.1.0
    """
    if isinstance(value, bool) or not isinstance(value, Fraction | int):
        _refuse("value", value, "an exact fraction")
    return rounded(value * 100, digits) + "%"


def decimal(value: Fraction) -> str:
    """A fraction as a short decimal where it is one, and as a fraction otherwise.

    >>> decimal(Fraction(19, 20)), decimal(Fraction(1, 3))
    ('0.95', '1/3')
    """
    text = rounded(value, 6)
    return text.rstrip("0").rstrip(".") if Fraction(text) == value else str(value)


def _refuse(name: str, value: object, expected: str) -> NoReturn:
    raise InputError("the number to print", [Problem(f"$.{name}", shown(value), expected)])
