"""The numbers a quantity may come to, and whether they lie in a range, worked out once for the same answers.

For the compiled form mostly the bounds of a number say where it lies, and else its meaning.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from aigovkit.engine.rulebook import Rulebook
from aigovkit.language import logic
from aigovkit.language.kinds import TIMES, Quantity
from aigovkit.language.meaning import reached
from aigovkit.language.nodes import (
    Attested,
    ByReading,
    CountOf,
    EachOf,
    Fact,
    LiesIn,
    MeetsCadence,
    QuantityByReading,
    Rebutted,
    SomeOf,
    Sum,
    TotalOf,
)
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import distinct
from aigovkit.language.reaches import Reach, joined, lies_in
from aigovkit.periods import Interval, TimeZone
from aigovkit.situation import Situation

MOST_KEPT = 10_000
"""So many answers of one test are kept at most."""

_BESIDES = (*TIMES, Attested, MeetsCadence, SomeOf, EachOf, CountOf, TotalOf)
"""What hangs on more than single facts and settings: on the time of judging, attestations, records."""


_MORE = (*_BESIDES, ByReading, QuantityByReading, Rebutted, Parameter)
"""The same, with what hangs on how the policy is set."""


# Not slotted: what is kept stands in the instances themselves.
@attrs.frozen(slots=False)
class Totals:
    """The numbers that a quantity may come to, as `meaning.reached` has them; kept, for a search that asks
    for them under the same few answers many times.

    .. versionadded:: 0.1.0
    """

    quantity: Quantity
    _kept: dict[Any, Reach] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    @functools.cached_property
    def rows(self) -> tuple[tuple[Quantity, tuple[Fact, ...] | None], ...]:
        """The parts that share no fact and are added up, with the facts on which each hangs; None where it
        hangs on more than facts.
        """
        rows = [([one], _facts(one)) for one in _added(self.quantity)]
        if any(facts is None for _, facts in rows):
            return ((self.quantity, None),)
        apart: list[tuple[list[Quantity], tuple[Fact, ...]]] = []
        for several, facts in rows:
            own = facts or ()
            near = [one for one in apart if not set(own).isdisjoint(one[1])]
            apart = [one for one in apart if one not in near]
            together = [*(row for one in near for row in one[0]), *several]
            apart.append((together, tuple(dict.fromkeys((*(f for one in near for f in one[1]), *own)))))
        return tuple(
            (several[0] if len(several) == 1 else Sum(tuple(several)), facts) for several, facts in apart
        )

    def __call__(self, situation: Situation) -> Reach:
        """The numbers there may be in a situation."""
        return joined([*self._each(situation)], operator.add, logic.total)

    def _each(self, situation: Situation) -> Iterator[Reach]:
        for number, (row, facts) in enumerate(self.rows):
            if facts is None:
                yield reached(row, situation)
                continue
            known = (number, *map(situation.value, facts))
            if known not in self._kept:
                if len(self._kept) >= MOST_KEPT:
                    self._kept.clear()
                self._kept[known] = reached(row, situation)
            yield self._kept[known]


def _added(quantity: Quantity) -> tuple[Quantity, ...]:
    return quantity.quantities or (quantity,) if isinstance(quantity, Sum) else (quantity,)


def _facts(quantity: Quantity) -> tuple[Fact, ...] | None:
    """The facts of the whole case on which a number hangs; None where it hangs on more than those."""
    inside = list(distinct([quantity]))
    facts = tuple(dict.fromkeys(node for node in inside if isinstance(node, Fact)))
    own = all(not fact.record.__path__.endswith("[]") for fact in facts)
    return facts if own and not any(isinstance(node, _MORE) for node in inside) else None


@attrs.frozen(slots=False)
class InRanges:
    """A test whether a number lies in a range, with the names of the settings that the compiled form gives in
    their order.
    """

    test: LiesIn
    ambiguities: tuple[str, ...]
    parameters: tuple[str, ...]
    _kept: dict[Any, bool | None] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """Answers worked out before: a search tries the same few answers to facts many times."""

    @functools.cached_property
    def _totals(self) -> Totals:
        return Totals(self.test.quantity)

    @classmethod
    def of(cls, test: LiesIn, rulebook: Rulebook) -> InRanges:
        """The test, in a rulebook."""
        ambiguities = tuple(one.name for one in rulebook.ambiguities)
        return cls(test, ambiguities, tuple(one.name for one in rulebook.parameters))

    @functools.cached_property
    def facts(self) -> tuple[Fact, ...] | None:
        """The facts on which the answer hangs; None where it hangs on more."""
        inside = list(distinct([self.test]))
        facts = tuple(node for node in inside if isinstance(node, Fact))
        own = all(not fact.record.__path__.endswith("[]") for fact in facts)
        return facts if own and not any(isinstance(node, _BESIDES) for node in inside) else None

    def __call__(
        self,
        bounds: Interval,
        case: Any,
        now: int,
        zone: TimeZone,
        readings: tuple[str, ...],
        parameters: tuple[Any, ...],
        hypothetical: bool,
        items: Mapping[str, Any],
        numbers: Mapping[str, int | None],
    ) -> bool | None:
        """The answer for a number with some bounds, on what the compiled form is given."""
        answer = lies_in(bounds, self.test.ranges)
        if answer is not None or bounds[0] == bounds[1]:
            return answer
        named = dict(zip(self.ambiguities, readings, strict=True))
        given = dict(zip(self.parameters, parameters, strict=True))
        at = Situation(case, now, zone, named, given, hypothetical, items, numbers=numbers)
        if self.facts is None:
            return self._open(at)
        known = (*map(at.value, self.facts), readings, parameters)
        if known not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[known] = self._open(at)
        return self._kept[known]

    def _open(self, situation: Situation) -> bool | None:
        return lies_in(self._totals(situation), self.test.ranges)
