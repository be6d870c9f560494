"""Cadences: how often something has to happen again."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

import attrs

from aigovkit.errors import InstantError, shown
from aigovkit.periods.days import CYCLE, LAST_DAY, number_after
from aigovkit.periods.lengths import Period


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
        start, end, counted_from = since.toordinal(), until.toordinal(), (anchor or since).toordinal()
        days = sorted(day.toordinal() for day in done if day <= until)
        missed = (
            self._empty_windows(start, days, end, counted_from)
            if self.by_calendar or self.by_anniversary
            else self._gaps(start, days, end)
        )
        return [datetime.date.fromordinal(number) for number in missed]

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

    def _empty_windows(self, since: int, done: list[int], until: int, anchor: int) -> Iterator[int]:
        met = {self._window_end(day, anchor) for day in done}
        end = self._window_end(self._first_day(since), anchor)
        while end < until:
            if end not in met:
                yield end
            end = self._window_end(end + 1, anchor)

    def _first_day(self, since: int) -> int:
        # An anniversary is the last day of the window before it; what starts on one starts the next.
        return since + 1 if self.by_anniversary else since

    def _window_end(self, number: int, anchor: int) -> int:
        """The last day of the window in which a day lies."""
        if self.by_anniversary:
            return self._anniversary(number, anchor)
        cycles, within = divmod(number - 1, CYCLE)
        day = datetime.date.fromordinal(within + 1)
        # Windows longer than a month are counted from January, as quarters are.
        each = 12 if self.every.years else self.every.months
        months = (day.month - 1) // each * each + each
        first = datetime.date(day.year, 1, 1).toordinal() + cycles * CYCLE
        return number_after(first, Period(months=months)) - 1

    def _anniversary(self, number: int, anchor: int) -> int:
        """The first anniversary that is not before a day, the anchor itself not counted."""
        # Counted from the anchor each time: the 31st of a month is lost in a shorter one, not for good.
        months, days = self.every.years * 12 + self.every.months, self.every.days
        count = max(1, int((number - anchor) / (months * CYCLE / 4800 + days)) - 1)
        while (end := number_after(anchor, Period(months=months * count, days=days * count))) < number:
            count += 1
        return end
