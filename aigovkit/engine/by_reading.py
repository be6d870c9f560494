"""What sums and days come to under each reading of a text that is open on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from aigovkit.answers import DayRead, DutyDue, Exposure, SumRead
from aigovkit.engine.duties import named_time
from aigovkit.engine.exposure import total
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import subjects
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.nodes import ByReading, QuantityByReading, TimeByReading
from aigovkit.language.parts import distinct
from aigovkit.rules import Duty, Penalty
from aigovkit.situation import Situation


def sums_by_reading(
    rulebook: Rulebook, situation: Situation, verdicts: Sequence[int], found: Sequence[Exposure]
) -> tuple[SumRead, ...]:
    """The sums that a penalty comes to under each reading, for each ambiguity on which they hang."""
    several: list[SumRead] = []
    for cost in found:
        rule, verdict = (
            rulebook.rules[rulebook.index(cost.provision)],
            verdicts[rulebook.index(cost.provision)],
        )
        if isinstance(rule, Penalty):
            for ambiguity in _open(rule.least, rule.most):
                read = [
                    SumRead(rule.id, ambiguity.name, reading, *total(rulebook, rule, at, verdict)[:2])
                    for reading, at in _each_way(ambiguity, situation)
                ]
                if len({(one.at_least, one.at_most) for one in read}) > 1:
                    several += read
    return tuple(several)


def days_by_reading(
    rulebook: Rulebook, situation: Situation, found: Sequence[DutyDue]
) -> tuple[DayRead, ...]:
    """The days by which duties are to be done under each reading, for each ambiguity on which they hang."""
    several: list[DayRead] = []
    owed = {(one.provision, one.about) for one in found}
    for provision in dict.fromkeys(one.provision for one in found):
        rule = rulebook.rules[rulebook.index(provision)]
        if not isinstance(rule, Duty) or rule.deadline is None or rule.recurrence(situation) is not None:
            continue
        for ambiguity in _open(rule.deadline):
            by_record: dict[str, list[DayRead]] = {}
            for reading, at in _each_way(ambiguity, situation):
                for subject in subjects(rule, at):
                    if (provision, subject.label) in owed:
                        due, _ = named_time(rule.deadline, subject.situation)
                        read = DayRead(provision, subject.label, ambiguity.name, reading, due)
                        by_record.setdefault(subject.label, []).append(read)
            for days in by_record.values():
                if len({one.due for one in days}) > 1:
                    several += days
    return tuple(several)


def _open(*values: Any) -> Iterator[Ambiguity]:
    """The ambiguities on which values hang."""
    nodes = distinct(value for value in values if value is not None)
    reads = (ByReading, QuantityByReading, TimeByReading)
    yield from dict.fromkeys(node.ambiguity for node in nodes if isinstance(node, reads))


def _each_way(ambiguity: Ambiguity, situation: Situation) -> Iterator[tuple[str, Situation]]:
    for reading in ambiguity.readings:
        yield reading, attrs.evolve(situation, readings={**situation.readings, ambiguity.name: reading})
