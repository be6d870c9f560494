"""Days, instants, periods and cadences, and the arithmetic between them.

Every point in time becomes an interval of microseconds since 1970 in UTC: the
earliest and the latest instant it may be. A day is all its instants, a month all
its days; an event that never happened lies beyond every instant; one that is
unknown may be anywhere. One comparison of intervals then serves all of them.

This room is the only user of dateutil, and loads it on first use.
"""

from aigovkit.periods.cadences import Cadence
from aigovkit.periods.closed_days import ClosedDays, open_day
from aigovkit.periods.days import (
    NEVER_AT,
    UNKNOWN,
    UTC,
    TimeZone,
    day_after,
    day_at,
    end_of,
    end_of_day,
    in_calendar,
    interval,
    local,
    shift,
    start_of_day,
    zone,
)
from aigovkit.periods.lengths import PERIOD_PATTERN, Interval, LengthBounds, Period
from aigovkit.periods.moments import (
    MOMENT_PATTERN,
    Moment,
    Occurrence,
    in_utc,
    instant,
    parse_moment,
    plain,
)
from aigovkit.periods.reading import DATED_PATTERN, parse_dated
from aigovkit.periods.stretches import MONTH_NAMES, Dated, EventValue, Month, Span, Stretch, Year

__all__ = [
    "DATED_PATTERN",
    "MOMENT_PATTERN",
    "MONTH_NAMES",
    "NEVER_AT",
    "PERIOD_PATTERN",
    "UNKNOWN",
    "UTC",
    "Cadence",
    "ClosedDays",
    "Dated",
    "EventValue",
    "Interval",
    "LengthBounds",
    "Moment",
    "Month",
    "Occurrence",
    "Period",
    "Span",
    "Stretch",
    "TimeZone",
    "Year",
    "day_after",
    "day_at",
    "end_of",
    "end_of_day",
    "in_calendar",
    "in_utc",
    "instant",
    "interval",
    "local",
    "open_day",
    "parse_dated",
    "parse_moment",
    "plain",
    "shift",
    "start_of_day",
    "zone",
]
