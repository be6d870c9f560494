"""How the dates of events are read, and what is said of those that cannot be.

A suggestion is made of what somebody is likely to have meant, and is never taken
for it: what is not ISO 8601 stays refused.
"""

from __future__ import annotations

import datetime
import re

from aigovkit.errors import InstantError, shown
from aigovkit.periods.moments import DATE, MOMENT_PATTERN, YEAR, parse_moment
from aigovkit.periods.stretches import MONTH_NAMES, Dated, Month, Span, Year

_MONTH = f"{YEAR}-(?:0[1-9]|1[0-2])"
DATED_PATTERN = f"^(?:{MOMENT_PATTERN[1:-1]}|{_MONTH}|{YEAR}|{DATE}/{DATE})$"
"""What is read: besides days and instants, a month as `2018-05`, a year as `2018`, and a span of days as
`2018-05-03/2018-06-10`. That the last of two days comes no earlier than the first a pattern cannot say.
"""


def parse_dated(text: str) -> Dated:
    """Read an ISO 8601 day, an instant with its offset from UTC, a month, a year, or a span of days.

    Raises `InstantError` for anything else, with what was likely meant.

    >>> parse_dated("2018-05")
    Month(year=2018, month=5)
    >>> parse_dated("05/2018")
    Traceback (most recent call last):
        ...
    aigovkit.errors.InstantError: `05/2018` is no ISO 8601 date: write `2018-05`
    """
    if isinstance(text, str) and re.fullmatch(DATED_PATTERN, text):
        first, _, last = text.partition("/")
        if last:
            return Span(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
        if len(text) > 7:
            return parse_moment(text)
        year, _, month = text.partition("-")
        return Month(int(year), int(month)) if month else Year(int(year))
    raise InstantError(_refusal(text))


_NONE = "is no ISO 8601 date, such as `2018-05-03` or `2018-05`"


def _refusal(text: object) -> str:
    """What is said of something that cannot be read, with what was likely meant where that is plain."""
    if isinstance(text, str) and len(text) <= _LONGEST:
        meant = list(dict.fromkeys(_meant(text)))
        if meant:
            several = " or ".join(f"`{one}`" for one in meant)
            return f"`{shown(text)[1:-1]}` is no ISO 8601 date: write {several}"
        if re.fullmatch("[0-9]{4}(-[0-9]{2})?", text):
            return f"`{text}` is no {'month' if '-' in text else 'year'} of the calendar"
        if re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) and "/" not in text:
            try:
                parse_moment(text)
            except InstantError as error:
                return str(error)
    elif type(text) is int and 1000 <= text <= 9999:
        return f"write the year `{text}` in quotation marks"
    return f"`{shown(text)}` {_NONE}"


_LONGEST = 50
"""No longer text is looked through for what was meant."""

_NAMED = {
    name.casefold(): str(number)
    for number, month in enumerate(MONTH_NAMES, 1)
    for name in (month, month[:3], month[:4])
}
"""The numbers of the months by their names, and by how those are cut short."""
_NAME = "([A-Za-z]{3,9})[.]?"


def _meant(text: str) -> list[str]:
    """What can be read that was likely meant by a text that cannot; two dates where it may be either."""
    plain = re.sub("^(in|on|between|from) ", "", " ".join(text.split()), flags=re.IGNORECASE)
    single = [plain] if "/" not in plain and re.fullmatch(DATED_PATTERN, plain) else _single(plain)
    if single:
        return single
    parts = re.split(" ?(?:/|--|[.]{2}|\u2013| to | and | - ) ?", plain, flags=re.IGNORECASE)
    ends = [[one] if re.fullmatch(DATED_PATTERN, one) else _single(one) for one in parts]
    if len(ends) != 2 or not all(len(end) == 1 for end in ends):
        return []
    days = [parse_dated(end[0]) for end in ends]
    if any(isinstance(day, datetime.datetime) for day in days):
        return []
    firsts = [day if isinstance(day, datetime.date) else day.first for day in days]
    lasts = [day if isinstance(day, datetime.date) else day.last for day in days]
    return [Span(min(firsts), max(lasts)).isoformat()]


def _single(text: str) -> list[str]:
    """A day, month or year that was likely meant, with two for a day that may be a month."""
    digits, year = "([0-9]{1,2})", "([0-9]{4})"
    found: list[tuple[str, ...]] = []
    if match := re.fullmatch(f"{year}-(?:00|XX|[?][?])(?:-(?:00|XX|[?][?]))?", text, re.IGNORECASE):
        found = [(match[1],)]
    elif match := re.fullmatch(f"{year}[-/.]{digits}(?:-(?:00|XX|[?][?]))?", text, re.IGNORECASE):
        found = [(match[1], match[2])]
    elif match := re.fullmatch(f"{digits}[-/.]{year}", text):
        found = [(match[2], match[1])]
    elif match := re.fullmatch(f"{year}([-/.]){digits}\\2{digits}", text):
        found = [(match[1], match[3], match[4])]
    elif match := re.fullmatch("([0-9]{4})([0-9]{2})([0-9]{2})", text):
        found = [match.groups()]
    elif match := re.fullmatch(f"{digits}([-/.]){digits}\\2{year}", text):
        found = [(match[4], match[1], match[3]), (match[4], match[3], match[1])]
    elif match := re.fullmatch(f"(?:{digits}[.]? )?{_NAME},? {year}", text):
        found = [(match[3], _NAMED.get(match[2].casefold(), ""), *((match[1],) if match[1] else ()))]
    elif match := re.fullmatch(f"{_NAME} {digits},? {year}", text):
        found = [(match[3], _NAMED.get(match[1].casefold(), ""), match[2])]
    written = ("-".join((year, *(part.zfill(2) for part in rest))) for year, *rest in found)
    return [one for one in written if re.fullmatch(DATED_PATTERN, one)]
