"""Months, years and spans of days: when something was that is not known to the day."""

from __future__ import annotations

import calendar
import datetime
from typing import Any, final

import attrs

from aigovkit.errors import InstantError, shown
from aigovkit.periods.moments import CALENDAR, Moment, Occurrence

# Not those of `strftime`, which speak the language that the program has been set to.
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _year(_: Any, __: Any, value: Any) -> None:
    if type(value) is not int or not datetime.MINYEAR <= value <= datetime.MAXYEAR:
        raise InstantError(f"`{shown(value)}` is no year of the calendar; {CALENDAR}")


def _month(_: Any, __: Any, value: Any) -> None:
    if type(value) is not int or not 1 <= value <= 12:
        raise InstantError(f"`{shown(value)}` is no month; a month is a number from 1 to 12")


def _day(value: Any) -> datetime.date:
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise InstantError(f"`{shown(value)}` is no day; a span is one of whole days, its last included")
    return value if type(value) is datetime.date else datetime.date(value.year, value.month, value.day)


@final
@attrs.frozen(order=True)
class Month:
    """A month of the calendar, on some day of which something was.

    InstantError for what is none.

    >>> Month(2018, 5).isoformat(), Month(2018, 5).last
    ('2018-05', datetime.date(2018, 5, 31))

    .. versionadded:: 0.1.0
    """

    year: int = attrs.field(validator=_year)
    month: int = attrs.field(validator=_month)

    @property
    def first(self) -> datetime.date:
        """Its first day."""
        return datetime.date(self.year, self.month, 1)

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return datetime.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def isoformat(self) -> str:
        """The ISO 8601 form, such as `2018-05`."""
        return f"{self.year:04d}-{self.month:02d}"


@final
@attrs.frozen(order=True)
class Year:
    """A year of the calendar, on some day of which something was.

    InstantError for what is none.

    >>> Year(2018).isoformat(), Year(2018).first
    ('2018', datetime.date(2018, 1, 1))

    .. versionadded:: 0.1.0
    """

    year: int = attrs.field(validator=_year)

    @property
    def first(self) -> datetime.date:
        """Its first day."""
        return datetime.date(self.year, 1, 1)

    @property
    def last(self) -> datetime.date:
        """Its last day."""
        return datetime.date(self.year, 12, 31)

    def isoformat(self) -> str:
        """The ISO 8601 form, such as `2018`."""
        return f"{self.year:04d}"


@final
@attrs.frozen(order=False)
class Span:
    """Several days in a row, the last included, on one of which something was.

    InstantError for what are no days, and for a last day before the first.

    >>> Span(datetime.date(2018, 5, 3), datetime.date(2018, 6, 10)).isoformat()
    '2018-05-03/2018-06-10'

    .. versionadded:: 0.1.0
    """

    first: datetime.date = attrs.field(converter=_day)
    last: datetime.date = attrs.field(converter=_day)

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            turned = f"{self.last.isoformat()}/{self.first.isoformat()}"
            raise InstantError(f"a span has its first day first: write `{turned}`")

    def isoformat(self) -> str:
        """The ISO 8601 form: two days with a stroke between."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


Stretch = Month | Year | Span
"""Days on one of which something was, while it is not known on which."""

Dated = Moment | Stretch
"""When something was: at an instant, on a day, or on one of several days."""

EventValue = Dated | Occurrence
"""What may be known of an event."""
