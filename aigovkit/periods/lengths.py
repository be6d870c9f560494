"""Lengths of time: calendar years, months and days, or elapsed seconds."""

from __future__ import annotations

import re
from typing import Self

import attrs

from aigovkit.calls import authored
from aigovkit.errors import InstantError, shown

Interval = tuple[float, float]
"""The least and the greatest a value may be. Both ends are included."""

_DIGITS = {"Y": 4, "M": 4, "W": 4, "D": 5}, {"H": 9, "M": 9, "S": 9}
"""How many digits a duration may have for each unit: of the calendar, and of the clock."""


def _some_of(digits: dict[str, int]) -> str:
    """A pattern of one or more units in their order."""
    each = [f"[0-9]{{1,{most}}}{unit}" for unit, most in digits.items()]
    rows = (each[at] + "".join(f"(?:{one})?" for one in each[at + 1 :]) for at in range(len(each)))
    return f"(?:{'|'.join(rows)})"


PERIOD_PATTERN = f"^P(?:{_some_of(_DIGITS[0])}(?:T{_some_of(_DIGITS[1])})?|T{_some_of(_DIGITS[1])})$"
"""The durations that are read."""

_MOST: dict[tuple[int, str], int] = {
    (part, unit): int("9" * digits) for part, units in enumerate(_DIGITS) for unit, digits in units.items()
}


@authored
@attrs.frozen(order=False)
class Period:
    """A length of time: calendar years, months and days, or elapsed seconds.

    Calendar parts clip to the end of the month; seconds are elapsed time,
    whatever clocks do meanwhile.

    >>> Period.parse("P30D")
    Period.parse('P30D')
    >>> Period.parse("PT24H").seconds
    86400

    .. versionadded:: 0.1.0
    """

    years: int = 0
    months: int = 0
    days: int = 0
    seconds: int = 0

    def __attrs_post_init__(self) -> None:
        for part in (self.years, self.months, self.days, self.seconds):
            if type(part) is not int:
                raise InstantError(f"a period counts whole numbers of its units, not `{shown(part)}`")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an ISO 8601 duration; InstantError when it is not one."""
        if not isinstance(text, str) or not re.fullmatch(PERIOD_PATTERN, text):
            raise InstantError(f"`{shown(text)}` is not an ISO 8601 duration such as `P30D` or `PT24H`")
        calendar, clock = (
            {unit: int(number) for number, unit in re.findall("([0-9]+)([A-Z])", part)}
            for part in text.partition("T")[::2]
        )
        return cls(
            calendar.get("Y", 0),
            calendar.get("M", 0),
            calendar.get("W", 0) * 7 + calendar.get("D", 0),
            (clock.get("H", 0) * 60 + clock.get("M", 0)) * 60 + clock.get("S", 0),
        )

    @property
    def is_elapsed(self) -> bool:
        """Whether it counts elapsed time only, and no calendar day."""
        return not (self.years or self.months or self.days)

    @property
    def is_duration(self) -> bool:
        """Whether `parse` can read it: no part is negative, and none has too many digits."""
        return (
            0 <= self.years <= _MOST[0, "Y"]
            and 0 <= self.months <= _MOST[0, "M"]
            and 0 <= self.days <= _MOST[0, "W"] * 7 + _MOST[0, "D"]
            and 0 <= self.seconds <= (_MOST[1, "H"] * 60 + _MOST[1, "M"]) * 60 + _MOST[1, "S"]
        )

    def isoformat(self) -> str:
        """The ISO 8601 form. Where it is a duration `parse` reads it back as the same."""
        # What has too many digits in one unit goes over into the next that is read.
        weeks = max(0, -(-(self.days - _MOST[0, "D"]) // 7))
        hours = min(self.seconds // 3600, _MOST[1, "H"])
        minutes = min((self.seconds - hours * 3600) // 60, _MOST[1, "M"])
        seconds = self.seconds - (hours * 60 + minutes) * 60
        calendar = ((self.years, "Y"), (self.months, "M"), (weeks, "W"), (self.days - weeks * 7, "D"))
        clock = ((hours, "H"), (minutes, "M"), (seconds, "S"))
        before, after = ("".join(f"{n}{unit}" for n, unit in part if n) for part in (calendar, clock))
        return "P" + (before + ("T" + after if after else "") or "T0S")

    def __repr__(self) -> str:
        return f"Period.parse({self.isoformat()!r})"

    def bounds(self) -> LengthBounds:
        """The least and the greatest number of seconds it can last.

        Months and years differ in length, so two periods are ordered only
        where these bounds leave no doubt.
        """
        return LengthBounds(self.years * 12 + self.months, self.days * 86_400 + self.seconds)


class LengthBounds(tuple[float, float]):  # noqa: SLOT001 - a tuple takes no slots with anything in them
    """The bounds of a length in seconds, with the months and the seconds it is made of.

    Two lengths of as many months differ by the rest alone, however long those are.
    """

    months: int
    rest: int

    def __new__(cls, months: int, rest: int) -> Self:
        """The bounds of so many months and seconds."""
        least, greatest = (bound(months) * 86_400 + rest for bound in (_shortest_days, _longest_days))
        made = super().__new__(cls, (least, greatest))
        made.months, made.rest = months, rest
        return made

    def __getnewargs__(self) -> tuple[int, int]:
        return self.months, self.rest

    def minus(self, other: LengthBounds) -> Interval:
        """The bounds of the seconds by which this length is longer than another that starts with it.

        >>> Period.parse("P1M1D").bounds().minus(Period.parse("P1M").bounds())
        (86400, 86400)
        """
        months, rest = self.months - other.months, self.rest - other.rest
        if months < 0:
            least, greatest = other.minus(self)
            return -greatest, -least
        return _shortest_days(months) * 86_400 + rest, _longest_days(months) * 86_400 + rest


def _shortest_days(months: int) -> int:
    """A lower bound of the days that many consecutive calendar months hold."""
    years, rest = divmod(months, 12)
    return years * 365 + (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)[rest]


def _longest_days(months: int) -> int:
    """An upper bound of the days that many consecutive calendar months hold."""
    years, rest = divmod(months, 12)
    return years * 365 + (years + 3) // 4 + (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)[rest]
