"""How times are taken, and the table that shows them."""

from __future__ import annotations

import timeit
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple


class Row(NamedTuple):
    """One figure: what it is of, how it compares, and what it is held to."""

    label: str
    figure: str = ""
    ratio: str = ""
    target: str = ""
    verdict: str = ""


class Section(NamedTuple):
    """Some figures that belong together. `ratio` says what the ratios are to."""

    title: str
    rows: Iterable[Row]
    ratio: str = ""


class Statement(NamedTuple):
    """What is timed: a statement, and the names it uses."""

    text: str
    names: Mapping[str, Any]


def best_times(
    statements: Mapping[str, Statement], *, rounds: int = 150, seconds: float = 0.001
) -> dict[str, float]:
    """The best time of each statement, in nanoseconds.

    They take turns, round after round, so that a slow moment of the machine
    falls on all of them; what disturbs a run only ever makes it longer, hence
    the least. The rounds are many and short, so that some of them go
    undisturbed on a busy machine. A statement stands in the loop of the timer
    itself: the call of a wrapper would flatter what is slow beside what is fast.
    """
    timers = {
        label: timeit.Timer(statement.text, globals=dict(statement.names))
        for label, statement in statements.items()
    }
    turns: dict[str, int] = {}
    for label, timer in timers.items():
        timer.timeit(3)  # What is compiled or cached on first use is in place.
        number = 1
        while (taken := timer.timeit(number)) < seconds / 2:
            number *= 2
        turns[label] = max(1, round(number * seconds / taken))
    best = dict.fromkeys(timers, float("inf"))
    for _ in range(rounds):
        for label, timer in timers.items():
            best[label] = min(best[label], timer.timeit(turns[label]) / turns[label] * 1e9)
    return best


def nanoseconds(time: float) -> str:
    """A time, in the unit that suits it."""
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if time >= size:
            return f"{time / size:,.2f} {unit}"
    return f"{time:,.0f} ns"


def times(ratio: float) -> str:
    """A ratio, as it stands in the table."""
    return f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.1f}" if ratio >= 10 else f"{ratio:.2f}"


def at_most(value: float, limit: float) -> tuple[str, str]:
    """A target for something that should be small, and whether it is met."""
    return f"at most {limit:g}", "meets" if value <= limit else "misses"


def over(value: float, limit: float) -> tuple[str, str]:
    """A target for something that should be large, and whether it is met."""
    return f"over {limit:g}", "meets" if value > limit else "misses"


def table(sections: Iterable[Section]) -> Iterator[str]:
    """The lines of the table, section by section as they come."""
    for title, rows, ratio in sections:
        listed = list(rows)
        label, figure = (
            max(least, *(len(row[column]) for row in listed)) for column, least in ((0, 54), (1, 12))
        )
        yield ""
        yield title
        if ratio:
            yield f"{'':{label}}  {'':{figure}}  {ratio:>8}"
        for row in listed:
            yield (
                f"{row.label:{label}}  {row.figure:>{figure}}  {row.ratio:>8}  {row.target:<11}  "
                f"{row.verdict}"
            ).rstrip()


def show(sections: Iterable[Section]) -> None:
    """Print the table."""
    for line in table(sections):
        print(line, flush=True)
