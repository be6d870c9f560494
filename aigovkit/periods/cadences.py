"""Cadences: how often something has to happen again."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator

import attrs

from aigovkit.calls import authored
from aigovkit.errors import InstantError, shown
from aigovkit.periods.days import CYCLE, LAST_DAY, number_after
from aigovkit.periods.lengths import Period


@attrs.frozen
class MissedWindows:
    """Windows that passed without an occurrence: how many, and the days that the first and the last end on.

    Where there are few, `first` has them all.

    .. versionadded:: 0.1.0
    """

    number: int
    first: tuple[datetime.date, ...]
    last: tuple[datetime.date, ...] = ()


@authored
@attrs.frozen
class Cadence:
    """How often something has to happen again.

    `every` is the longest gap allowed. With `by_calendar` each calendar month
    (or year, for a period in years) needs one occurrence of its own, instead of
    a gap counted from the last one; with `by_anniversary` each window between
    the anniversaries of some day, its last day included.

    .. versionadded:: 0.1.0
    """

    every: Period
    by_calendar: bool = False
    by_anniversary: bool = False

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.every, Period):
            raise InstantError(
                f"`every` takes a `Period`, such as `Period(months=1)`, not `{shown(self.every)}`"
            )
        if self.by_calendar and self.by_anniversary:
            raise InstantError("a cadence is by the calendar or by anniversary, not both")
        if self.by_calendar and (
            self.every.days or self.every.seconds or (self.every.years and self.every.months)
        ):
            raise InstantError("a calendar cadence is counted in whole months or whole years")
        if self.by_calendar and (12 % self.every.months if self.every.months else self.every.years != 1):
            raise InstantError("a calendar cadence divides the year: into months, or as a whole")
        if self.by_anniversary and (self.every.is_elapsed or self.every.seconds):
            raise InstantError("a cadence by anniversary is counted in days, months or years")
        if min(self.every.years, self.every.months, self.every.days, self.every.seconds) < 0:
            raise InstantError("a cadence goes forward in time")
        if self.every == Period():
            raise InstantError("a cadence has a length; write it as a `Period`, such as `Period(months=1)`")

    def deadlines(
        self,
        since: datetime.date,
        done: Iterable[datetime.date],
        until: datetime.date,
        anchor: datetime.date | None = None,
    ) -> list[datetime.date]:
        """The last day of every window that passed without an occurrence, up to `until`.

        A window still running on `until` is not in the list: see `next_due`.
        Anniversaries are those of `anchor`, or of `since` when there is none.
        """
        return list(self.missed(since, done, until, anchor, most=LAST_DAY).first)

    def missed(
        self,
        since: datetime.date,
        done: Iterable[datetime.date],
        until: datetime.date,
        anchor: datetime.date | None = None,
        *,
        most: int = 24,
    ) -> MissedWindows:
        """The windows that passed without an occurrence, up to `until`, as `deadlines` has them.

        Of more than `most` the first half and the last are named. The work grows with
        the occurrences and with `most`, not with the windows.

        >>> monthly = Cadence(Period(months=1), by_calendar=True)
        >>> found = monthly.missed(datetime.date(1, 1, 1), [], datetime.date(2026, 3, 2), most=2)
        >>> found.number, found.first[0].isoformat(), found.last[0].isoformat()
        (24302, '0001-01-31', '2026-02-28')
        """
        start, end, counted_from = since.toordinal(), until.toordinal(), (anchor or since).toordinal()
        days = sorted(day.toordinal() for day in done if day <= until)
        if not (self.by_calendar or self.by_anniversary):
            gaps = list(self._gaps(start, days, end))
            return _few(len(gaps), most, gaps, gaps[::-1])
        windows = range(self._window(self._first_day(start), counted_from), self._window(end, counted_from))
        met = {window for day in days if (window := self._window(day, counted_from)) in windows}
        ends, latest = (
            (self._end(window, counted_from) for window in several if window not in met)
            for several in (windows, reversed(windows))
        )
        return _few(len(windows) - len(met), most, ends, latest)

    def next_due(
        self,
        since: datetime.date,
        done: Iterable[datetime.date],
        until: datetime.date,
        anchor: datetime.date | None = None,
    ) -> datetime.date | None:
        """The last day on which the next occurrence is in time, given those up to `until`.

        None where that is no day of the calendar.
        """
        start, counted_from = since.toordinal(), (anchor or since).toordinal()
        days = [day.toordinal() for day in done if day <= until]
        if self.by_calendar or self.by_anniversary:
            met = {self._window_end(day, counted_from) for day in days}
            due = self._window_end(max(self._first_day(start), until.toordinal()), counted_from)
            while due in met:
                due = self._window_end(due + 1, counted_from)
        else:
            due = number_after(max([start, *days]), self.every)
        return datetime.date.fromordinal(due) if due <= LAST_DAY else None

    # Days are numbers here, since windows may end beyond the calendar.

    def _gaps(self, since: int, done: list[int], until: int) -> Iterator[int]:
        last = since
        for day in [*(day for day in done if day >= since), until]:
            due = number_after(last, self.every)
            if due < day:
                yield due
            last = day

    def _first_day(self, since: int) -> int:
        # An anniversary is the last day of the window before it; what starts on one starts the next.
        return since + 1 if self.by_anniversary else since

    def _window_end(self, number: int, anchor: int) -> int:
        """The last day of the window in which a day lies."""
        return self._end(self._window(number, anchor), anchor)

    def _window(self, number: int, anchor: int) -> int:
        """The number of the window in which a day lies; the next window has the next number."""
        if self.by_anniversary:
            return self._anniversary(number, anchor)
        cycles, within = divmod(number - 1, CYCLE)
        day = datetime.date.fromordinal(within + 1)
        # Windows longer than a month are counted from January, as quarters are.
        return (cycles * 400 + day.year - 1) * self._in_a_year + (day.month - 1) // self._months

    def _end(self, window: int, anchor: int) -> int:
        """The last day of a window."""
        if self.by_anniversary:
            # Counted from the anchor each time: the 31st of a month is lost in a shorter one, not for good.
            months, days = self.every.years * 12 + self.every.months, self.every.days
            return number_after(anchor, Period(months=months * window, days=days * window))
        years, within = divmod(window, self._in_a_year)
        cycles, year = divmod(years, 400)
        first = datetime.date(year + 1, 1, 1).toordinal() + cycles * CYCLE
        return number_after(first, Period(months=(within + 1) * self._months)) - 1

    @property
    def _months(self) -> int:
        return 12 if self.every.years else self.every.months

    @property
    def _in_a_year(self) -> int:
        return 12 // self._months

    def _anniversary(self, number: int, anchor: int) -> int:
        """The number of the first anniversary that is not before a day, the anchor itself not counted."""
        months, days = self.every.years * 12 + self.every.months, self.every.days
        count = max(1, int((number - anchor) / (months * CYCLE / 4800 + days)) - 1)
        while self._end(count, anchor) < number:
            count += 1
        return count


def _few(number: int, most: int, first: Iterable[int], latest: Iterable[int]) -> MissedWindows:
    """The first and the last of several days, where there are more than may be named."""
    half = most // 2
    front = itertools.islice(first, number if number <= most else half)
    back = [] if number <= most else list(itertools.islice(latest, half))
    return MissedWindows(
        number,
        tuple(datetime.date.fromordinal(day) for day in front),
        tuple(datetime.date.fromordinal(day) for day in reversed(back)),
    )
