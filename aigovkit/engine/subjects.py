"""What a rule speaks of: the case, or each record of a list."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from aigovkit import paths
from aigovkit.language.meaning import listed, members
from aigovkit.language.nodes import RecordsFact
from aigovkit.rules import Rule
from aigovkit.situation import Situation

ANY_OTHER = "any other"
"""What the record is called that may be there beside those known."""


@attrs.frozen
class Subject:
    """The case as one rule looks at it, or one of the records it speaks of.

    `label` names the record, and no other of its list: by its path where it has
    no name, and with its path where another has the same. `index` is its number
    in the list. `is_certain` is false for the record that stands for all that may be
    in a list beside those known: it may be there or not, and all its facts are unknown.
    """

    situation: Situation
    label: str = ""
    index: int | None = None
    is_certain: bool = True

    def unnumbered(self) -> Subject:
        """The same, with nothing that says which record it is."""
        return Subject(self.situation, is_certain=self.is_certain)

    def unburdened(self) -> Subject:
        """The same, with nobody bearing a burden of proof."""
        return attrs.evolve(self, situation=self.situation.unburdened())


def lists(rules: Iterable[Rule]) -> tuple[RecordsFact, ...]:
    """The lists of whose records rules speak one by one, in the order of the rules."""
    return tuple(dict.fromkeys(rule.each for rule in rules if rule.each is not None))


def subjects(rule: Rule, situation: Situation) -> Iterator[Subject]:
    """What the rule speaks of: the case, or each of its records, as `records` has them."""
    if rule.each is None:
        yield Subject(situation)
    else:
        yield from records(rule.each, situation)


def records(collection: RecordsFact, situation: Situation) -> Sequence[Subject]:
    """Each record of a list and, while there may be more, one blank record for all of these."""
    key = Subject, collection
    if key not in situation.looked_at:
        several = listed(collection, situation) or ()
        labels = [*_labels(collection, several), ANY_OTHER if several else ""]
        situation.looked_at[key] = [
            Subject(one.at, label, index if one.is_certain else None, one.is_certain)
            for index, (one, label) in enumerate(zip(members(collection, situation), labels, strict=False))
        ]
    return situation.looked_at[key]  # type: ignore[no-any-return]


def label_of(case: Any, collection: str, index: int) -> str:
    """What a record of a case is called by: its name, or its path where it has none."""
    records = paths.value_at(case, collection) or ()
    name = getattr(records[index], "name", None) if index < len(records) else None
    return name or paths.of_record(collection, index)


def _labels(collection: RecordsFact, listed: Sequence[Any]) -> list[str]:
    """What each record of a list is called by, no two of them by the same."""
    labels = [
        getattr(record, "name", None) or paths.of_record(collection.path, index)
        for index, record in enumerate(listed)
    ]
    if len(set(labels)) == len(labels):
        return labels
    times = collections.Counter(labels)
    told = [
        _in_full(collection, index, record) if times[label] > 1 else label
        for index, (record, label) in enumerate(zip(listed, labels, strict=True))
    ]
    if len(set(told)) == len(told):
        return told
    return [_in_full(collection, index, record) for index, record in enumerate(listed)]


def _in_full(collection: RecordsFact, index: int, record: Any) -> str:
    """The name of a record, and its path."""
    name, path = getattr(record, "name", None), paths.of_record(collection.path, index)
    return f"{name} ({path})" if name else path
