"""Whether a number lies in a range, for the compiled form: mostly its bounds say so, and else its meaning."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import attrs

from aigovkit.engine.rulebook import Rulebook
from aigovkit.language.kinds import TIMES
from aigovkit.language.meaning import reached
from aigovkit.language.nodes import Attested, CountOf, EachOf, Fact, LiesIn, MeetsCadence, SomeOf, TotalOf
from aigovkit.language.parts import distinct
from aigovkit.language.reaches import lies_in
from aigovkit.periods import Interval, TimeZone
from aigovkit.situation import Situation

MOST_KEPT = 10_000
"""So many answers of one test are kept at most."""

_BESIDES = (*TIMES, Attested, MeetsCadence, SomeOf, EachOf, CountOf, TotalOf)
"""What hangs on more than single facts and settings: on the time of judging, attestations, records."""


# Not slotted: what is kept stands in the instance itself.
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
    ) -> bool | None:
        """The answer for a number with some bounds, on what the compiled form is given."""
        answer = lies_in(bounds, self.test.ranges)
        if answer is not None or bounds[0] == bounds[1]:
            return answer
        named = dict(zip(self.ambiguities, readings, strict=True))
        given = dict(zip(self.parameters, parameters, strict=True))
        at = Situation(case, now, zone, named, given, hypothetical, items)
        if self.facts is None:
            return self._open(at)
        known = (*map(at.value, self.facts), readings, parameters)
        if known not in self._kept:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            self._kept[known] = self._open(at)
        return self._kept[known]

    def _open(self, situation: Situation) -> bool | None:
        return lies_in(reached(self.test.quantity, situation), self.test.ranges)
