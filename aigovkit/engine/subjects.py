"""What a rule speaks of: the case, or each record of a list."""

from __future__ import annotations

import collections
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from aigovkit import paths
from aigovkit.language.meaning import listed
from aigovkit.language.nodes import RecordsFact
from aigovkit.rules import Rule
from aigovkit.situation import Situation


@attrs.frozen
class Subject:
    """The case as one rule looks at it, or one of the records it speaks of.

    `label` names the record, and no other of its list: by its path where it has
    no name, and with its path where another has the same. `index` is its number
    in the list. `is_certain` is false for the record that stands for a list of
    which nothing is known: it may be there or not, and all its facts are unknown.
    """

    situation: Situation
    label: str = ""
    index: int | None = None
    is_certain: bool = True

    def unburdened(self) -> Subject:
        """The same, with nobody bearing a burden of proof."""
        return attrs.evolve(self, situation=self.situation.unburdened())


def subjects(rule: Rule, situation: Situation) -> Iterator[Subject]:
    """What the rule speaks of: the case, each of its records, or one blank record where the list is
    unknown.
    """
    if rule.each is None:
        yield Subject(situation)
    else:
        yield from records(rule.each, situation)


def records(collection: RecordsFact, situation: Situation) -> Iterator[Subject]:
    """Each record of a list; one blank record where the list is unknown."""
    several = listed(collection, situation)
    if several is None:
        yield Subject(situation.at(collection.record_type()), is_certain=False)
        return
    for index, (record, label) in enumerate(zip(several, _labels(collection, several), strict=True)):
        yield Subject(situation.at(record), label, index)


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
