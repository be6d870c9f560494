"""Records: people, one by one or many alike, counted into tables."""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import attrs

from aigovkit.disparate_impact.counts import (
    LONGEST_NAME,
    MOST_GROUPS,
    MOST_PROBLEMS,
    MOST_RECORDS,
    MOST_TABLES,
    SEPARATOR,
    Group,
    Table,
    classes_of,
    count_problems,
    parts_of,
    plain,
    refuse,
    under,
    whole,
)
from aigovkit.errors import InputError, Problem, did_you_mean, shown
from aigovkit.models.vocabulary import ProtectedClass

_MOST_NAMES = 1_000
"""How many names of attributes are kept, to suggest from where one is misspelt."""
_Tally = dict[tuple[str, ...] | None, list[int]]
"""Applicants and selected for each group, and under None for those whose group is not known."""


def tabulate(
    records: Iterable[Mapping[str, Any]],
    by: str | Iterable[str | tuple[str, ...]],
    *,
    classes: Mapping[str, str | Collection[str]] | None = None,
    applicants: str = "applicants",
    selected: str = "selected",
    unknown: Collection[str] = ("", "unknown"),
) -> tuple[Table, ...]:
    """Count records into tables: one for each entry of `by`, an intersection where the entry is a tuple.

    A record is one person, with `selected` true or false, or a number of people
    alike, with `applicants` and `selected` as counts. Its other keys are
    attributes, each called as its protected class, unless `classes` says which
    one it speaks to. An attribute that is absent, None, NaN or one of the words
    in `unknown` is not known, and its people are reported apart.

    Gives as many tables as `by` has entries, in that order, their groups in the
    order in which records first name them. Records are read once, and no further
    than `MOST_RECORDS`, than a table has more than `MOST_GROUPS` groups, or than
    there is more wrong than is shown. `by` has at most `MOST_TABLES` entries.

    Raises `InputError`, with everything wrong at once, where `by` or `classes`
    names no protected class, a record cannot be counted, or what is counted makes
    no `Table`.

    >>> records = [
    ...     {"sex": "Male", "origin": "Hispanic or Latino", "applicants": 205, "selected": 90},
    ...     {"sex": "Female", "origin": "White", "applicants": 385, "selected": 197},
    ...     {"sex": "Female", "origin": None, "selected": True},
    ... ]
    >>> origin = {"origin": ("race", "ethnicity")}
    >>> sex, both = tabulate(records, by=("sex", ("origin", "sex")), classes=origin)
    >>> sex.groups[1], both.groups[0].name, both.unknown.applicants
    (Group(parts=('Female',), applicants=386, selected=198), 'Hispanic or Latino / Male', 1)

    .. versionadded:: 0.1.0
    """
    problems: list[Problem] = []
    entries = _entries(by, problems)
    columns = list(dict.fromkeys(itertools.chain.from_iterable(entries)))
    spoken_to = {column: _spoken_to(column, classes or {}, problems) for column in columns}
    refuse("what to tabulate by", problems)
    absent_words = {plain(word) for word in ([unknown] if isinstance(unknown, str) else unknown)}
    tallies = _tallies(records, entries, applicants, selected, absent_words)
    return _tables(entries, tallies, spoken_to)


# What to count by


def _entries(by: object, problems: list[Problem]) -> list[tuple[str, ...]]:
    several = by if isinstance(by, Iterable) and not isinstance(by, str) else [by]
    given = list(itertools.islice(several, MOST_TABLES + 1))
    if len(given) > MOST_TABLES:
        problems.append(Problem("$.by", "", f"at most {MOST_TABLES} entries"))
        return []
    entries: list[tuple[str, ...]] = []
    for index, entry in enumerate(given):
        path, parts = f"$.by[{index}]", parts_of(entry)
        named = parts and all(isinstance(part, str) and part for part in parts)
        if not named or len(set(parts)) < len(parts):
            expected = "the name of an attribute, or a tuple of different ones"
            problems.append(Problem(path, shown(entry), expected))
        elif parts in entries:
            problems.append(Problem(path, shown(entry), "each entry once"))
        else:
            entries.append(parts)
    if not given:
        problems.append(Problem("$.by", "", "at least one attribute"))
    return entries


def _spoken_to(
    column: str, classes: Mapping[str, str | Collection[str]], problems: list[Problem]
) -> tuple[ProtectedClass, ...]:
    path = f"$.classes.{column}" if column in classes else "$.by"
    return classes_of(classes.get(column, column), path, problems)


# Counting


def _tallies(
    records: Iterable[object],
    entries: list[tuple[str, ...]],
    applicants: str,
    selected: str,
    absent_words: Collection[str],
) -> list[_Tally]:
    columns = list(dict.fromkeys(itertools.chain.from_iterable(entries)))
    problems: list[Problem] = []
    tallies: list[_Tally] = [{} for _ in entries]
    seen: dict[str, None] = {}
    number = 0
    for number, record in enumerate(records, start=1):
        path = f"$[{number - 1}]"
        if unread := _too_many(number, entries, tallies, applicants):
            problems.append(unread)
            break
        if len(problems) >= MOST_PROBLEMS:
            problems[MOST_PROBLEMS - 1 :] = [
                Problem(path, "", "fewer problems before it: not read from here")
            ]
            refuse("the records", problems)
        if not isinstance(record, Mapping):
            problems.append(Problem(path, shown(record), "a record with named values"))
            continue
        names = record if len(seen) < _MOST_NAMES else columns
        seen.update(dict.fromkeys(name for name in names if isinstance(name, str) and name in record))
        counts = _outcome(record, path, applicants, selected, problems)
        values = {
            column: _value(record.get(column), f"{path}.{column}", absent_words, problems)
            for column in columns
        }
        for entry, tally in zip(entries, tallies, strict=True):
            named = tuple(value for column in entry if (value := values[column]) is not None)
            cell = tally.setdefault(named if len(named) == len(entry) else None, [0, 0])
            cell[0] += counts[0]
            cell[1] += counts[1]
    if not number:
        problems.append(Problem("$", "", "at least one record"))
    elif seen:
        problems += _unseen(columns, seen)
    refuse("the records", problems)
    return tallies


def _too_many(
    number: int, entries: list[tuple[str, ...]], tallies: list[_Tally], applicants: str
) -> Problem | None:
    """Why a record is not read any more, where it is not."""
    if number > MOST_RECORDS:
        hint = f"count people alike in one record, with `{applicants}`"
        return Problem("$", "", f"at most {MOST_RECORDS:,} records", hint)
    for entry, tally in zip(entries, tallies, strict=True):
        if len(tally) - (None in tally) > MOST_GROUPS:
            return Problem(f"$.{SEPARATOR.join(entry)}", "", f"at most {MOST_GROUPS} groups")
    return None


def _outcome(
    record: Mapping[str, Any], path: str, applicants: str, selected: str, problems: list[Problem]
) -> tuple[int, int]:
    outcome = record.get(selected)
    if applicants not in record:
        if isinstance(outcome, bool):
            return 1, int(outcome)
        hint = f"give `{applicants}` too where it is a count" if isinstance(outcome, int) else ""
        problems.append(Problem(f"{path}.{selected}", shown(outcome), "true or false", hint))
        return 0, 0
    counts = whole(record[applicants]), whole(outcome)
    wrong = list(count_problems("", *counts))
    names = {".applicants": applicants, ".selected": selected}
    problems += [attrs.evolve(problem, path=f"{path}.{names[problem.path]}") for problem in wrong]
    return (0, 0) if wrong else counts


def _value(given: object, path: str, absent_words: Collection[str], problems: list[Problem]) -> str | None:
    if given is None or (isinstance(given, float) and math.isnan(given)):
        return None
    if not isinstance(given, str):
        hint = (
            "say it in a word, such as the name of a band of ages" if isinstance(given, int | float) else ""
        )
        problems.append(Problem(path, shown(given), "the name of a group", hint))
        return None
    return None if plain(given) in absent_words else given.strip()


def _unseen(columns: Iterable[str], seen: Collection[str]) -> Iterator[Problem]:
    for column in columns:
        if column not in seen:
            hint = did_you_mean(column, seen)
            yield Problem("$.by", shown(column), "an attribute that some record has", hint)


# Tables from what was counted


def _tables(
    entries: Iterable[tuple[str, ...]],
    tallies: Iterable[_Tally],
    spoken_to: Mapping[str, tuple[ProtectedClass, ...]],
) -> tuple[Table, ...]:
    problems: list[Problem] = []
    tables = []
    for entry, tally in zip(entries, tallies, strict=True):
        apart = tally.get(None, [0, 0])
        covered = tuple(dict.fromkeys(itertools.chain.from_iterable(spoken_to[column] for column in entry)))
        rows = [Group(parts, cell[0], cell[1]) for parts, cell in tally.items() if parts is not None]
        try:
            tables.append(Table(covered, rows, unknown=(apart[0], apart[1]), title=_title(entry)))
        except InputError as error:
            problems += under(f"$.{SEPARATOR.join(entry)}", error.problems)
    refuse("the records", problems)
    return tuple(tables)


def _title(entry: tuple[str, ...]) -> str:
    words = " by ".join(column.replace("_", " ") for column in entry)
    return (words[:1].upper() + words[1:])[:LONGEST_NAME]
