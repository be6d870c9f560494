"""Whether a number lies in a range, for the compiled form: mostly its bounds say so, and else its meaning."""

from __future__ import annotations

from typing import Any

import attrs

from aigovkit.engine.rulebook import Rulebook
from aigovkit.language.meaning import reached
from aigovkit.language.nodes import LiesIn
from aigovkit.language.reaches import lies_in
from aigovkit.periods import Interval, TimeZone
from aigovkit.situation import Situation


@attrs.frozen
class InRanges:
    """A test whether a number lies in a range, with the names of the settings that the compiled form gives in
    their order.
    """

    test: LiesIn
    ambiguities: tuple[str, ...]
    parameters: tuple[str, ...]

    @classmethod
    def of(cls, test: LiesIn, rulebook: Rulebook) -> InRanges:
        """The test, in a rulebook."""
        ambiguities = tuple(one.name for one in rulebook.ambiguities)
        return cls(test, ambiguities, tuple(one.name for one in rulebook.parameters))

    def __call__(
        self,
        bounds: Interval,
        case: Any,
        now: int,
        zone: TimeZone,
        readings: tuple[str, ...],
        parameters: tuple[Any, ...],
        hypothetical: bool,
        item: Any,
    ) -> bool | None:
        """The answer for a number with some bounds, on what the compiled form is given."""
        answer = lies_in(bounds, self.test.ranges)
        if answer is not None or bounds[0] == bounds[1]:
            return answer
        named = dict(zip(self.ambiguities, readings, strict=True))
        given = dict(zip(self.parameters, parameters, strict=True))
        at = Situation(case, now, zone, named, given, hypothetical, item)
        return lies_in(reached(self.test.quantity, at), self.test.ranges)
