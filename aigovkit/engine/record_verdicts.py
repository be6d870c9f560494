"""The verdicts on the rules that speak of records, for each record: worked out once, by the compiled form."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

import attrs

from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import lists
from aigovkit.engine.verdicts import Verdict
from aigovkit.rules import AnyRule


@attrs.frozen(slots=False, eq=False)
class RecordVerdicts:
    """What comes of each rule for each record, in the order in which `subjects` gives them."""

    rulebook: Rulebook
    rows: Sequence[Sequence[Sequence[int]]] = attrs.field(repr=False)
    """For each list, for each of its records, the verdicts on the rules that speak of it."""

    @functools.cached_property
    def _columns(self) -> Mapping[str, tuple[Verdict, ...]]:
        found: dict[str, tuple[Verdict, ...]] = {}
        for collection, rows in zip(lists(self.rulebook.rules), self.rows, strict=True):
            speaking = [rule.id for rule in self.rulebook.rules if rule.each == collection]
            columns = zip(*rows, strict=True) if rows else ((),) * len(speaking)
            for rule, column in zip(speaking, columns, strict=True):
                found[rule] = tuple(_VERDICTS[one] for one in column)
        return found

    def on(self, rule: AnyRule) -> tuple[Verdict, ...]:
        """The verdicts on a rule that speaks of records, record by record."""
        return self._columns[rule.id]


_VERDICTS = {int(one): one for one in Verdict}
