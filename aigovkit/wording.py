"""How days, amounts and outcomes read to a person, and what of anybody's text may reach one."""

from __future__ import annotations

import datetime

from aigovkit.answers import Outcome
from aigovkit.periods import MONTH_NAMES, Moment


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
    """A word that programs know, as a person writes it.

    >>> plain("not_applicable")
    'not applicable'

    .. versionadded:: 0.1.0
    """
    return term.replace("_", " ")


def day(moment: Moment) -> str:
    """A day or an instant as a person writes it, an instant by its own clock.

    >>> day(datetime.date(2026, 3, 2)), day(datetime.datetime(2026, 3, 3, 9, tzinfo=datetime.UTC))
    ('2 March 2026', '3 March 2026 at 09:00 UTC')

    .. versionadded:: 0.1.0
    """
    text = f"{moment.day} {MONTH_NAMES[moment.month - 1]} {moment.year}"
    return f"{text} at {moment:%H:%M} {moment.tzname()}" if isinstance(moment, datetime.datetime) else text


def money(cents: int) -> str:
    """An amount of US dollars, from cents.

    >>> money(50_000_00), money(10)
    ('$50,000', '$0.10')

    .. versionadded:: 0.1.0
    """
    dollars, rest = divmod(cents, 100)
    return f"${dollars:,}" if rest == 0 else f"${dollars:,}.{rest:02}"


def spoken(least: Outcome, most: Outcome) -> str:
    """The range from the mildest to the strictest outcome in words.

    >>> spoken(Outcome.REVIEW, Outcome.REVIEW)
    'REVIEW'
    >>> spoken(Outcome.NO_OBJECTION, Outcome.REVIEW)
    'UNDETERMINED, from NO OBJECTION to REVIEW'

    .. versionadded:: 0.1.0
    """
    low, high = (plain(outcome.word).upper() for outcome in (least, most))
    return low if least is most else f"UNDETERMINED, from {low} to {high}"
