"""What a rule speaks of: the case, or each record of a list."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from aigovkit import paths
from aigovkit.language.meaning import listed
from aigovkit.language.nodes import RecordsFact
from aigovkit.rules import Rule
from aigovkit.situation import Situation


@attrs.frozen
class Subject:
    """The case as one rule looks at it, or one of the records it speaks of.

    `label` names the record; `index` is its number in the list. `is_certain` is
    false for the record that stands for a list of which nothing is known: it may
    be there or not, and all its facts are unknown.
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
    for index, record in enumerate(several):
        label = getattr(record, "name", None) or paths.of_record(collection.path, index)
        yield Subject(situation.at(record), label, index)
