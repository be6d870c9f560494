"""Days and instants: how they are read, kept and written."""

from __future__ import annotations

import datetime
import re
from enum import Enum

from aigovkit.errors import InstantError, shown

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MICROSECOND = datetime.timedelta(microseconds=1)
CALENDAR = "the calendar has the days from 0001-01-01 to 9999-12-31"
"""What is said of a day beyond them."""

# The patterns of what is read are those of the schemas too, so that the two take the same. They keep to
# what every dialect of regular expressions has, and so look neither ahead nor behind.

YEAR = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
DATE = (
    f"(?:{YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP_YEAR}-02-29)"
)
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_ON_A_CLOCK = f"T{_CLOCK}(?::[0-5][0-9](?:[.][0-9]{{1,6}})?)?(?:Z|[+-]{_CLOCK})"
MOMENT_PATTERN = f"^{DATE}(?:{_ON_A_CLOCK})?$"
"""What is read: every day of the calendar, as `2026-03-02`, and every instant on one, to the microsecond at
most and with its offset from UTC.
"""


class Occurrence(Enum):
    """What is known of an event beyond its date.

    .. versionadded:: 0.1.0
    """

    NEVER = "never"
    """It is known not to have happened."""
    UNDATED = "undated"
    """It happened; the day is not known."""

    def __repr__(self) -> str:
        return f"Occurrence.{self.name}"


Moment = datetime.date | datetime.datetime
"""A calendar day, or an instant with a zone. A naive datetime is an error."""


def parse_moment(text: str) -> Moment:
    """Read an ISO 8601 day, or an instant with its offset from UTC.

    Raises `InstantError` for anything else, and says what is lacking.

    >>> parse_moment("2025-03-08T14:00:00-08:00").utcoffset()
    datetime.timedelta(days=-1, seconds=57600)
    """
    if isinstance(text, str) and re.fullmatch(MOMENT_PATTERN, text):
        return datetime.datetime.fromisoformat(text) if "T" in text else datetime.date.fromisoformat(text)
    raise InstantError(_refusal(text))


_NEITHER = "is neither a day such as `2026-03-02` nor an instant such as `2026-03-02T09:00:00-08:00`"
_SHAPES = (
    ("[0-9]{4}(-[0-9]{2})?", "names no day; a day such as `2026-03-02` or an instant with its zone is read"),
    (
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?",
        "lacks a zone; add an offset from UTC, such as `-08:00` or `Z`",
    ),
    ("[0-9]{4}-[0-9]{2}-[0-9]{2}", f"is no day of the calendar; {CALENDAR}"),
    (
        "[^.]{19}[.][0-9]{7,}(Z|[+-][0-9]{2}:[0-9]{2})",
        "has too many digits of a second; at most six are read",
    ),
    (
        ".{16,26}[+-][0-9]{2}:[0-9]{2}:[0-9]{2}",
        "has seconds in its offset; write the instant in UTC, with `Z`",
    ),
    (
        "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}.*(Z|[+-][0-9]{2}:[0-9]{2})",
        f"is no time on a day of the calendar; {CALENDAR}",
    ),
)


def _refusal(text: object) -> str:
    """What is said of something that is neither a day nor an instant: what it lacks to be one."""
    if isinstance(text, str):
        for shape, words in _SHAPES:
            if re.fullmatch(shape, text):
                cut = re.sub("([.][0-9]{6})[0-9]+", r"\1", text)
                hint = f": write `{cut}`" if cut != text and re.fullmatch(MOMENT_PATTERN, cut) else ""
                return f"`{shown(text)[1:-1]}` {words}{hint}"
    return f"`{shown(text)}` {_NEITHER}"


def plain(moment: Moment) -> Moment:
    """A day or an instant in the one form in which a case keeps it.

    An instant keeps its offset from UTC and forgets the rules of its zone, so that
    equal ones compare as equal even where the clocks show an hour twice. One
    whose offset has seconds is kept in UTC. Raises `InstantError` when it has
    no zone, or more than microseconds.
    """
    if not isinstance(moment, datetime.datetime):
        if type(moment) is datetime.date:
            return moment
        return datetime.date(moment.year, moment.month, moment.day)
    offset = moment.utcoffset() if moment.tzinfo is not None else None
    if offset is None:
        raise InstantError(f"`{moment.isoformat()}` lacks a zone; give an aware datetime")
    if type(moment) is datetime.datetime and type(moment.tzinfo) is datetime.timezone:
        made = moment if moment.fold == 0 else moment.replace(fold=0)
    else:
        clock = moment.hour, moment.minute, moment.second, moment.microsecond
        zoned = datetime.timezone(offset) if offset else datetime.UTC
        made = datetime.datetime(moment.year, moment.month, moment.day, *clock, tzinfo=zoned)
        if moment - made:
            raise InstantError(f"`{moment.isoformat()}` has more than microseconds")
    if offset % datetime.timedelta(minutes=1):
        try:
            return made.astimezone(datetime.UTC)
        except OverflowError:
            raise InstantError(f"`{moment.isoformat()}` is beyond the calendar in UTC; {CALENDAR}") from None
    return made


def in_utc(moment: Moment) -> str:
    """A day as it is, and an instant in UTC, as text: the same for equal ones.

    >>> in_utc(parse_moment("2026-03-01T09:00:00-08:00"))
    '2026-03-01T17:00:00Z'
    """
    if not isinstance(moment, datetime.datetime):
        return moment.isoformat()
    # In UTC the year may be one before or after all those of the calendar, which repeats itself.
    beside = 400 if moment.year == datetime.MINYEAR else -400 if moment.year == datetime.MAXYEAR else 0
    there = moment.replace(year=moment.year + beside).astimezone(datetime.UTC)
    return f"{there.year - beside:04d}{there.isoformat()[4:-6]}Z"


def instant(moment: datetime.datetime) -> int:
    """An instant as microseconds since 1970 in UTC."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise InstantError(f"`{moment.isoformat()}` lacks a zone; give an aware datetime")
    return (moment - _EPOCH) // _MICROSECOND
