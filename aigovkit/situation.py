"""The situation: all that conditions are judged on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from aigovkit.errors import ConditionError
from aigovkit.periods import TimeZone


@attrs.frozen
class Situation:
    """All that conditions are judged on: the case, the time, and the settings of the policy.

    `now` is the time of judging in microseconds since 1970 in UTC; `zone` the
    time zone in which days begin and end. `readings` and `parameters` hold what
    differs from the defaults, by name. `hypothetical` says whether everything is
    taken as in force. `items` are the records looked at, inside lists of them, by where their kind stands.
    `presumes` says whether what would rebut a presumption counts as not shown
    while it is unknown.

    A case is whatever has its sections and facts as attributes, so that a search
    can try answers on a stand-in. A policy makes its own with `situation`:

    >>> from datetime import date
    >>> from aigovkit.jurisdictions import san_jose
    >>> from aigovkit.models import Case, System
    >>> situation = san_jose.AI_POLICY.situation(Case(system=System(uses_ai=True)), date(2026, 3, 2))
    >>> situation.value(System.uses_ai), situation.value(System.outputs_automatic)
    (True, None)

    .. versionadded:: 0.1.0
    """

    case: Any
    now: float
    zone: TimeZone
    readings: Mapping[str, str] = attrs.field(factory=dict)
    parameters: Mapping[str, Any] = attrs.field(factory=dict)
    hypothetical: bool = False
    items: Mapping[str, Any] = attrs.field(factory=dict)
    presumes: bool = True
    """Whether what is not shown counts as not so where a rule lays the burden of showing it on someone."""
    numbers: Mapping[str, int | None] = attrs.field(factory=dict)
    """The numbers of the records looked at, by where their kind stands; None for one that stands for many."""
    settled: dict[Any, bool | None] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """The answers to named conditions, each worked out once."""
    hanging: dict[Any, tuple[str, ...]] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """The unknown facts on which named conditions hang, each worked out once."""
    looked_at: dict[Any, Any] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    """What was looked at of each list: its records, each with its own situation, and which are alike."""
    _unburdened: list[Situation] = attrs.field(factory=list, init=False, eq=False, repr=False)

    def value(self, fact: Any) -> Any:
        """The value of a fact, None when it is unknown.

        Raises ConditionError for a fact of listed records of which none is looked at.
        """
        path: str = fact.record.__path__
        if path.endswith("[]"):
            if path not in self.items:
                raise ConditionError(
                    f"`{fact!r}` is a fact of listed records; it needs `some`, `each` or `count` around it"
                )
            return getattr(self.items[path], fact.name)
        return getattr(getattr(self.case, path) if path else self.case, fact.name)

    def attestation(self, provision: str, each: Any = None) -> Any:
        """What is attested of a provision, None when nothing is: with a list, of the record of it that is
        looked at, or of the whole where nothing is attested of the record.
        """
        attestations = self.case.attestations
        if each is not None:
            named = attestations.records.get((provision, each.path), {})
            provision = named.get(self.numbers.get(each.record_type.__path__), provision)
        return attestations.get(provision)

    def parameter(self, parameter: Any) -> Any:
        """The value of a parameter, None when it is unknown."""
        return self.parameters.get(parameter.name, parameter.default)

    def reading(self, ambiguity: Any) -> str:
        """How an ambiguity is read: as chosen, or by default."""
        return self.readings.get(ambiguity.name, ambiguity.default)

    def at(self, collection: Any, item: Any, number: int | None = None) -> Situation:
        """The same, looking at one record of a list. Records of others that are looked at stay in view."""
        # Written out, since this is done for every record under every rule.
        readings, parameters = self.readings, self.parameters
        kind = collection.record_type.__path__
        items, numbers = {**self.items, kind: item}, {**self.numbers, kind: number}
        hypothetical, presumes = self.hypothetical, self.presumes
        return Situation(
            self.case, self.now, self.zone, readings, parameters, hypothetical, items, presumes, numbers
        )

    def forget(self) -> None:
        """Forget what was worked out: the case, which holds answers that are tried, has others now."""
        for kept in (self.settled, self.hanging, self.looked_at, self._unburdened):
            kept.clear()

    def unburdened(self) -> Situation:
        """The same, with nobody bearing a burden of proof: what is not shown is unknown."""
        if not self._unburdened:
            self._unburdened.append(attrs.evolve(self, presumes=False))
        return self._unburdened[0]
