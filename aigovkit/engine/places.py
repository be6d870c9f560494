"""Keeping a policy to its place: what it says is said of agencies there, and in what lies there."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator

from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import AllOf, AnyOf, Forward, Named
from aigovkit.rules import Entry, Rule


def keep_to(here: Condition, condition: Condition) -> Condition:
    """A condition with the place among what it needs, where it is not yet."""
    return condition if _requires(condition, here, {}) else here & condition


def kept_to(here: Condition, entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries of which each rule has the place among its conditions."""
    bound: dict[int, bool] = {}
    for entry in entries:
        if isinstance(entry, Rule) and not _requires(entry.when, here, bound):
            kept = copy.copy(entry)
            # All that is checked of a rule has been checked.
            object.__setattr__(kept, "when", here & entry.when)
            yield kept
        else:
            yield entry


def _requires(condition: Condition, needed: Condition, known: dict[int, bool]) -> bool:
    """Whether a condition plainly cannot hold without another."""
    if id(condition) not in known:
        match condition:
            case AllOf(conditions):
                found = any(_requires(one, needed, known) for one in conditions)
            case AnyOf(conditions):
                found = bool(conditions) and all(_requires(one, needed, known) for one in conditions)
            case Named():
                found = _requires(condition.condition, needed, known)
            case Forward():
                found = condition.has_meaning and _requires(condition.condition, needed, known)
            case _:
                found = condition == needed
        known[id(condition)] = found
    return known[id(condition)]


def with_those_above(place: str) -> tuple[str, ...]:
    """A place, and all that it lies in."""
    parts = place.split("/")
    return tuple("/".join(parts[:number]) for number in range(len(parts), 0, -1))


def is_nearly_beside(place: str, places: Iterable[str]) -> bool:
    """Whether a place is spelt nearly as one in the same state that has a policy. Nobody lists all places: so
    one that has none of its own is told from one misspelt.
    """
    import difflib

    state, _, name = place.rpartition("/")
    beside = [one.rpartition("/")[2] for one in places if state and one.rpartition("/")[0] == state]
    return bool(difflib.get_close_matches(name, beside, 1, 0.8))
