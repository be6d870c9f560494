"""Numbers are rounded exactly, halves away from zero, and only exact ones."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
import strategies  # noqa: F401 - its settings are those of every property test
from hypothesis import given
from hypothesis import strategies as st

from aigovkit.disparate_impact import percent, rounded
from aigovkit.errors import InputError


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(199, 200), 2, "1.00"),
        (1, 3, "1.000"),
        (Fraction(2675, 1000), 2, "2.68"),
        (Fraction(10**30 + 1, 10**30), 30, "1." + "0" * 29 + "1"),
    ],
)
def test_rounding(value: Fraction, places: int, text: str) -> None:
    """Halves go away from zero and digits are exact, where binary numbers would go astray."""
    assert rounded(value, places) == text


@pytest.mark.parametrize(
    ("value", "places"),
    [(0.5, 1), (True, 1), (Fraction(1), -1), (Fraction(1), True), (Fraction(1), 10**9), ("1", 1)],
)
def test_only_exact_numbers_are_rounded(value: Any, places: Any) -> None:
    """A binary number, and digits that make no sense, are refused rather than rounded wrongly."""
    with pytest.raises(InputError):
        rounded(value, places)


def test_a_percentage_needs_an_exact_share() -> None:
    """A share that is not exact is refused."""
    with pytest.raises(InputError):
        percent(0.5)  # type: ignore[arg-type]


@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_a_rounded_number_is_the_nearest(value: Fraction, places: int) -> None:
    """What is printed is never further from the number than half a unit of the last digit."""
    assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)
