"""Months, years and spans of days: what they are, when they were, and how they are read."""

from __future__ import annotations

import calendar
import copy
import datetime
import math
import pickle
import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aigovkit import periods
from aigovkit.errors import InstantError
from aigovkit.periods import DATED_PATTERN, Month, Span, Year, interval, parse_dated, parse_moment, zone

PACIFIC = zone("America/Los_Angeles")
MAY = datetime.date(2018, 5, 3)
JUNE = datetime.date(2018, 6, 10)

MONTHS = st.builds(Month, st.integers(1, 9999), st.integers(1, 12))
YEARS = st.builds(Year, st.integers(1, 9999))
SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.dates(), st.dates())
STRETCHES = MONTHS | YEARS | SPANS


# What they are.


@given(STRETCHES)
def test_a_stretch_is_a_value(stretch: Any) -> None:
    """It is read back from what it writes, pickles, copies, hashes with its equals; its repr builds it."""
    assert stretch == parse_dated(stretch.isoformat())
    assert type(stretch) is type(parse_dated(stretch.isoformat()))
    assert stretch == pickle.loads(pickle.dumps(stretch)) == copy.deepcopy(stretch)
    assert 1 == len({stretch, pickle.loads(pickle.dumps(stretch))})
    assert stretch == eval(repr(stretch), {"Month": Month, "Year": Year, "Span": Span, "datetime": datetime})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        stretch.first = MAY


def test_stretches_are_written_as_iso_8601_writes_them() -> None:
    """A month is `2018-05`, a year `2018`, a span two days with a stroke between."""
    several = (Month(2018, 5), Year(2018), Span(MAY, JUNE), Month(1, 1), Year(1), Span(MAY, MAY))
    assert [
        "2018-05",
        "2018",
        "2018-05-03/2018-06-10",
        "0001-01",
        "0001",
        "2018-05-03/2018-05-03",
    ] == [one.isoformat() for one in several]


@given(MONTHS)
def test_a_month_has_its_days(month: Month) -> None:
    """A month begins on its first day and ends on its last, in a leap year too."""
    assert datetime.date(month.year, month.month, 1) == month.first
    assert month.last.day == calendar.monthrange(month.year, month.month)[1]
    assert (month.year, month.month) == (month.last.year, month.last.month)


def test_a_year_has_its_days() -> None:
    """A year has the days from the first of January to the last of December."""
    assert (datetime.date(2018, 1, 1), datetime.date(2018, 12, 31)) == (Year(2018).first, Year(2018).last)


def test_months_and_years_have_an_order() -> None:
    """Months come in the order of the calendar, and years do; spans may overlap, and have none."""
    assert [Month(2017, 12), Month(2018, 1)] == sorted([Month(2018, 1), Month(2017, 12)])
    assert Year(2017) < Year(2018)
    with pytest.raises(TypeError):
        sorted([Span(MAY, JUNE), Span(MAY, JUNE)])  # type: ignore[type-var]
    with pytest.raises(TypeError):
        sorted([Year(2018), Month(2017, 1)])  # type: ignore[type-var]


@pytest.mark.parametrize("year", [0, -1, 10_000, 10**400, "2018", 2018.0, True, None, math.nan])
def test_a_year_beyond_the_calendar_is_refused(year: Any) -> None:
    """What is no year from 1 to 9999 makes no year and no month, and is shown cut short."""
    for make in (lambda: Year(year), lambda: Month(year, 5)):
        with pytest.raises(InstantError, match="is no year of the calendar") as caught:
            make()
        assert len(str(caught.value)) < 200


@pytest.mark.parametrize("month", [0, 13, -1, 10**400, "5", 5.0, True, None])
def test_a_month_that_there_is_not_is_refused(month: Any) -> None:
    """A month is a whole number from 1 to 12."""
    with pytest.raises(InstantError, match="is no month; a month is a number from 1 to 12"):
        Month(2018, month)


@pytest.mark.parametrize("end", [None, "2018-05-03", 20180503, datetime.datetime(2018, 5, 3), Month(2018, 5)])
def test_a_span_is_one_of_days(end: Any) -> None:
    """Neither end of a span is anything but a day."""
    for make in (lambda: Span(end, JUNE), lambda: Span(MAY, end)):
        with pytest.raises(InstantError, match="is no day; a span is one of whole days"):
            make()


def test_a_span_has_its_first_day_first() -> None:
    """A span turned about is refused, with what was meant."""
    with pytest.raises(InstantError) as caught:
        Span(JUNE, MAY)
    assert "a span has its first day first: write `2018-05-03/2018-06-10`" == str(caught.value)


def test_a_span_forgets_what_sort_of_day_it_was_given() -> None:
    """A day of another class is kept as a plain one."""

    class Holiday(datetime.date):
        pass

    assert datetime.date is type(Span(Holiday(2018, 5, 3), JUNE).first)


# When they were.


@pytest.mark.parametrize("name", ["America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati"])
@given(stretch=STRETCHES)
def test_a_stretch_is_all_its_days(name: str, stretch: Any) -> None:
    """It is everything from the first instant of its first day to the last of its last, in the place's own
    zone, at either end of the calendar too.
    """
    place = zone(name)
    low, high = interval(stretch, place)
    assert (interval(stretch.first, place)[0], interval(stretch.last, place)[1]) == (low, high)
    assert low < high
    assert (stretch.first, stretch.last) == (periods.day_at(low, place), periods.day_at(high, place))


def test_a_month_in_which_the_clocks_change_lasts_an_hour_less() -> None:
    """March 2026 has an hour less in California than in Arizona, and November one more."""
    hours = {
        name: [(high - low + 1) / 3_600_000_000 for low, high in (interval(m, zone(name)) for m in months)]
        for name in ("America/Los_Angeles", "America/Phoenix")
        for months in [(Month(2026, 3), Month(2026, 11))]
    }
    assert {"America/Los_Angeles": [743.0, 721.0], "America/Phoenix": [744.0, 720.0]} == hours


@given(STRETCHES, st.integers(0, 10**9))
def test_a_day_of_a_stretch_lies_in_it(stretch: Any, number: int) -> None:
    """Every day of it has its bounds within those of the whole."""
    days = (stretch.last - stretch.first).days + 1
    day = stretch.first + datetime.timedelta(days=number % days)
    low, high = interval(stretch, PACIFIC)
    least, most = interval(day, PACIFIC)
    assert low <= least < most <= high


# How they are read.


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2018", Year(2018)),
        ("0001", Year(1)),
        ("9999", Year(9999)),
        ("2018-05", Month(2018, 5)),
        ("9999-12", Month(9999, 12)),
        ("2018-05-03", MAY),
        ("2018-05-03/2018-06-10", Span(MAY, JUNE)),
        ("0001-01-01/9999-12-31", Span(datetime.date.min, datetime.date.max)),
        ("2018-05-03T09:00:00Z", parse_moment("2018-05-03T09:00:00Z")),
        ("2018-05-03T09:00-08:00", parse_moment("2018-05-03T09:00-08:00")),
    ],
)
def test_dates_of_events_are_read(text: str, read: Any) -> None:
    """Days, instants, months, years and spans are read."""
    assert read == parse_dated(text)
    assert type(read) is type(parse_dated(text))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("05/2018", "write `2018-05`"),
        ("5/2018", "write `2018-05`"),
        ("5.2018", "write `2018-05`"),
        ("2018-5", "write `2018-05`"),
        ("2018/05", "write `2018-05`"),
        ("May 2018", "write `2018-05`"),
        ("in may 2018", "write `2018-05`"),
        ("Sept. 2018", "write `2018-09`"),
        ("2018-05-00", "write `2018-05`"),
        ("2018-05-XX", "write `2018-05`"),
        ("2018-00-00", "write `2018`"),
        ("in 2018", "write `2018`"),
        ("2018\n", "write `2018`"),
        (2018, "write the year `2018` in quotation marks"),
        ("2018-5-3", "write `2018-05-03`"),
        ("2018/05/03", "write `2018-05-03`"),
        ("20180503", "write `2018-05-03`"),
        ("3 May 2018", "write `2018-05-03`"),
        ("May 3, 2018", "write `2018-05-03`"),
        ("13/05/2018", "write `2018-05-13`"),
        ("03/05/2018", "write `2018-03-05` or `2018-05-03`"),
        ("03/03/2018", "write `2018-03-03`"),
        ("2018-05-03 to 2018-06-10", "write `2018-05-03/2018-06-10`"),
        ("2018-05-03--2018-06-10", "write `2018-05-03/2018-06-10`"),
        ("3 May 2018 - 10 June 2018", "write `2018-05-03/2018-06-10`"),
        ("between May 2018 and June 2018", "write `2018-05-01/2018-06-30`"),
        ("2018/2019", "write `2018-01-01/2019-12-31`"),
        ("2018-06/2018-05", "write `2018-05-01/2018-06-30`"),
        (" 2018-06-10/2018-05-03", "write `2018-05-03/2018-06-10`"),
        ("2018-06-10/2018-05-03", "a span has its first day first: write `2018-05-03/2018-06-10`"),
    ],
)
def test_what_is_nearly_a_date_is_refused_with_what_was_meant(text: Any, meant: str) -> None:
    """A date that people write in other ways is refused, with the way to write it."""
    with pytest.raises(InstantError) as caught:
        parse_dated(text)
    assert str(caught.value).endswith(meant)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2018-13", "`2018-13` is no month of the calendar"),
        ("2018-00-10", "`2018-00-10` is no day of the calendar"),
        ("0000", "`0000` is no year of the calendar"),
        ("0000-05", "is no month of the calendar"),
        ("2018-02-30", "is no day of the calendar"),
        ("2026-03-02T09:00:00", "lacks a zone"),
        ("2026-03-02T09:00:00.1234567Z", "at most six are read: write `2026-03-02T09:00:00.123456Z`"),
        ("99/99/2018", "`'99/99/2018'` is no ISO 8601 date, such as"),
        ("Mai 2018", "is no ISO 8601 date, such as"),
        ("2018-05-03/P1M", "is no ISO 8601 date, such as"),
        ("2018-05-03T09:00Z/2018-05-04T09:00Z", "is no ISO 8601 date, such as"),
        ("2018-02-28/2018-02-30", "is no ISO 8601 date, such as"),
        ("2018-05-03/2018-06-10/2018-07-01", "is no ISO 8601 date, such as"),
        ("1/2/2018 to 3/2/2018", "is no ISO 8601 date, such as"),
        ("10000", "is no ISO 8601 date, such as"),
        ("\u0662018", "is no ISO 8601 date, such as"),
        ("soon", "is no ISO 8601 date, such as"),
        ("", "is no ISO 8601 date, such as"),
        ("9" * 100_000, "is no ISO 8601 date, such as"),
        (10**400, "is no ISO 8601 date, such as"),
        (None, "is no ISO 8601 date, such as"),
        (["2018"], "is no ISO 8601 date, such as"),
    ],
)
def test_what_is_no_date_is_refused(text: Any, said: str) -> None:
    """Impossible dates and other texts are refused, never guessed, and shown cut short."""
    with pytest.raises(InstantError) as caught:
        parse_dated(text)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 250


def held_to(text: str) -> None:
    """A text is either read, and written as it was but for an instant, or refused with an error of its own;
    what the refusal tells to write is read.
    """
    read: Any = None
    try:
        read = parse_dated(text)
    except InstantError as error:
        refused = str(error)
    if read is not None:
        assert isinstance(read, datetime.datetime) or text == read.isoformat()
        return
    _, found, meant = refused.partition(": write ")
    assert [parse_dated(one) for one in re.findall("`([^`]*)`", meant)] or not found
    assert not re.fullmatch(DATED_PATTERN, text) or "first day first" in refused


@given(st.text(st.sampled_from("0123456789-/.: TZXMaytonJune,"), max_size=60) | st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Any text is read as what it says, or refused; what the refusal tells to write is read."""
    held_to(text)


@given(
    STRETCHES | st.dates(), st.integers(0, 21), st.sampled_from([*"0123456789-/. TX", ""]), st.integers(0, 1)
)
def test_a_slip_of_the_pen_is_read_or_refused(stretch: Any, at: int, new: str, cut: int) -> None:
    """So is a date with one character more, less or other."""
    text = stretch.isoformat()
    held_to(text[:at] + new + text[at + cut :])
