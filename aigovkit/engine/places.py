"""Keeping a policy to its place: what it says is said of agencies there."""

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
