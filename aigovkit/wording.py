"""How values read to a person, and what of anybody's text may reach one.

Days, periods and amounts are put in words here and nowhere else, so that one page
writes each in one way.
"""

from __future__ import annotations

import datetime
import decimal
from enum import StrEnum
from typing import Any, assert_never

from aigovkit import periods
from aigovkit.periods import (
    MONTH_NAMES,
    Moment,
    Month,
    Occurrence,
    Period,
    Span,
    Stretch,
    TimeZone,
    Year,
)


def printable(text: str) -> str:
    r"""Text with every character that is not printable written as an escape.

    >>> printable("safe\x1b[2J\u202etxt")
    'safe\\x1b[2J\\u202etxt'

    .. versionadded:: 0.1.0
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def plain(term: str) -> str:
    """A word that programs know, as a person writes it: by its label, if its vocabulary gives it one.

    >>> plain("not_applicable")
    'not applicable'

    .. versionadded:: 0.1.0
    """
    label: str = getattr(term, "label", "")
    return label or term.replace("_", " ")


def day(moment: Moment, zone: TimeZone | None = None) -> str:
    """A day or an instant as a person writes it, an instant by the clocks of a zone, or by its own.

    >>> instant = datetime.datetime(2026, 3, 3, 9, tzinfo=datetime.UTC)
    >>> day(datetime.date(2026, 3, 2)), day(instant)
    ('2 March 2026', '3 March 2026 at 09:00 UTC')
    >>> day(instant, periods.zone("America/Denver"))
    '3 March 2026 at 02:00 MST'

    .. versionadded:: 0.1.0
    """
    if zone is not None and isinstance(moment, datetime.datetime):
        moment = periods.local(periods.interval(moment, zone)[0], zone)
    text = f"{moment.day} {MONTH_NAMES[moment.month - 1]} {moment.year}"
    if not isinstance(moment, datetime.datetime):
        return text
    clock = moment.tzname() or ""
    clock = f"UTC{clock}" if clock.startswith(("+", "-")) else clock
    return f"{text} at {moment:{'%H:%M:%S' if moment.second else '%H:%M'}} {clock}"


def money(cents: int) -> str:
    """An amount of US dollars, from cents.

    >>> money(50_000_00), money(10), money(-2_50)
    ('$50,000', '$0.10', '-$2.50')

    .. versionadded:: 0.1.0
    """
    sign, (dollars, rest) = "-" if cents < 0 else "", divmod(abs(cents), 100)
    return f"{sign}${dollars:,}" if rest == 0 else f"{sign}${dollars:,}.{rest:02}"


def word(known: Any, zone: TimeZone | None = None) -> str:
    """A known value in words, an instant by the clocks of a zone, or by its own.

    >>> word(True), word(Period.parse("P30D")), word(decimal.Decimal("1250.50"))
    ('yes', '30 days', '$1,250.50')
    >>> word(Month(2018, 5)), word(Occurrence.UNDATED)
    ('in May 2018', 'on a day not known')

    .. versionadded:: 0.1.0
    """
    match known:
        case None:
            return "unknown"
        case bool():
            return "yes" if known else "no"
        case Occurrence.UNDATED:
            return "on a day not known"
        case Occurrence():
            return known.value
        case Month() | Year() | Span():
            return stretch(known)
        case datetime.date():
            return day(known, zone)
        case Period():
            return period(known)
        case decimal.Decimal():
            cents = known * 100
            return money(int(cents)) if cents == int(cents) else f"${known:,}"
        case StrEnum():
            return plain(known)
        case tuple():
            return " and ".join(word(one, zone) for one in known) or "none"
        case _:
            return str(known)


def stretch(days: Stretch) -> str:
    """Days on one of which something was, in words; of two days what they share is said once.

    >>> stretch(Span(datetime.date(2018, 5, 3), datetime.date(2018, 6, 10)))
    'between 3 May and 10 June 2018'

    .. versionadded:: 0.1.0
    """
    match days:
        case Year(year):
            return f"in {year}"
        case Month(year, month):
            return f"in {MONTH_NAMES[month - 1]} {year}"
        case Span(first, last):
            if first == last:
                return f"on {day(last)}"
            own = 3 if first.year != last.year else 2 if first.month != last.month else 1
            return f"between {' '.join(day(first).split(' ')[:own])} and {day(last)}"
        case _:
            assert_never(days)


def period(length: Period) -> str:
    """A period in words: 30 days, 24 hours.

    .. versionadded:: 0.1.0
    """
    hours, rest = divmod(length.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    named = (
        (length.years, "year"),
        (length.months, "month"),
        (length.days, "day"),
        (hours, "hour"),
        (minutes, "minute"),
        (seconds, "second"),
    )
    told = " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in named if number)
    return told or "no time"
