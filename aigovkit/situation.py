"""The situation: all that conditions are judged on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from aigovkit.periods import TimeZone


@attrs.frozen
class Situation:
    """All that conditions are judged on: the case, the time, and the settings of the policy.

    `now` is the time of judging in microseconds since 1970 in UTC; `zone` the
    time zone in which days begin and end. `readings` and `parameters` hold what
    differs from the defaults, by name. `hypothetical` says whether everything is
    taken as in force. `item` is the record looked at, inside a list of them.
    `presuming` says whether what would rebut a presumption counts as not shown
    while it is unknown.

    A case is whatever has its sections and facts as attributes, so that a search
    can try answers on a stand-in.

    .. versionadded:: 0.1.0
    """

    case: Any
    now: float
    zone: TimeZone
    readings: Mapping[str, str] = attrs.field(factory=dict)
    parameters: Mapping[str, Any] = attrs.field(factory=dict)
    hypothetical: bool = False
    item: Any = None
    presuming: bool = True
    settled: dict[Any, bool | None] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """The answers to named conditions, each worked out once."""
    _unburdened: list[Situation] = attrs.field(factory=list, init=False, eq=False, repr=False)

    def value(self, fact: Any) -> Any:
        """The value of a fact, None when it is unknown."""
        path: str = fact.record.__path__
        record = self.item if path.endswith("[]") else getattr(self.case, path) if path else self.case
        return getattr(record, fact.name)

    def attestation(self, provision: str) -> Any:
        """What is attested of a provision, None when nothing is."""
        return self.case.attestations.get(provision)

    def parameter(self, parameter: Any) -> Any:
        """The value of a parameter, None when it is unknown."""
        return self.parameters.get(parameter.name, parameter.default)

    def reading(self, ambiguity: Any) -> str:
        """How an ambiguity is read: as chosen, or by default."""
        return self.readings.get(ambiguity.name, ambiguity.default)

    def at(self, item: Any) -> Situation:
        """The same, looking at one record of a list."""
        return attrs.evolve(self, item=item)

    def unburdened(self) -> Situation:
        """The same, with nobody bearing a burden of proof: what is not shown is then unknown."""
        if not self._unburdened:
            self._unburdened.append(attrs.evolve(self, presuming=False))
        return self._unburdened[0]
