"""Closed days: those on which a law does not ask for an act to be done."""

from __future__ import annotations

import datetime
import math

import attrs

from aigovkit.calls import authored
from aigovkit.periods.days import CYCLE, TimeZone, _midnight, _number_at
from aigovkit.periods.lengths import Interval

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
LAST = -1
"""The last of a weekday in its month."""


@authored
@attrs.frozen
class ClosedDays:
    """The days that a law calls closed: some weekdays, days of the year, and weekdays of a month.

    `fixed` are pairs of month and day; where one falls on a Saturday the Friday
    before is closed as well, and where on a Sunday the Monday after. `of_month` are
    a month, a weekday (Monday is 0) and the number of it, or `LAST`. `name` is the
    law, as it is cited.

    >>> sundays = ClosedDays("the Shop Act", weekdays=(SUNDAY,), fixed=((12, 25),), of_month=((11, 3, 4),))
    >>> sundays.is_closed(datetime.date(2028, 12, 3)), sundays.is_closed(datetime.date(2028, 12, 4))
    (True, False)

    .. versionadded:: 0.1.0
    """

    name: str
    weekdays: tuple[int, ...] = ()
    fixed: tuple[tuple[int, int], ...] = ()
    of_month: tuple[tuple[int, int, int], ...] = ()

    def is_closed(self, day: datetime.date) -> bool:
        """Whether the day is closed."""
        return self._is_closed(day.toordinal())

    def _is_closed(self, number: int) -> bool:
        """Whether the day of a number is closed. After 400 years the same dates fall on the same weekdays."""
        day, before, after = (
            datetime.date.fromordinal((number + step - 1) % CYCLE + 1) for step in (0, -1, 1)
        )
        return (
            day.weekday() in self.weekdays
            or self._is_fixed(day)
            or (before.weekday() == SUNDAY and self._is_fixed(before))
            or (after.weekday() == SATURDAY and self._is_fixed(after))
            or any(
                (day.month, day.weekday()) == (month, weekday) and _is_nth(day, nth)
                for month, weekday, nth in self.of_month
            )
        )

    def _is_fixed(self, day: datetime.date) -> bool:
        return (day.month, day.day) in self.fixed


def _is_nth(day: datetime.date, nth: int) -> bool:
    if nth == LAST:
        return (day + datetime.timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 + 1 == nth


def open_day(at: Interval, closed: ClosedDays, zone: TimeZone) -> Interval:
    """The last instant of the first days, from those on which something may be, that are not closed."""
    return _open_day(at[0], closed, zone), _open_day(at[1], closed, zone)


def _open_day(at: float, closed: ClosedDays, zone: TimeZone) -> float:
    if math.isinf(at):
        return at
    number = _number_at(at, zone)
    while closed._is_closed(number):
        number += 1
    return _midnight(number + 1, zone) - 1
