"""A rulebook as it is read: the readings chosen, the parameters given."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self

import attrs

from aigovkit import periods
from aigovkit.answers import Outcome
from aigovkit.citations import Provision, Source
from aigovkit.engine.compile import LEVELS, Program
from aigovkit.engine.record_verdicts import RecordVerdicts
from aigovkit.engine.reference import ByRecord
from aigovkit.engine.rulebook import Rulebook
from aigovkit.errors import InstantError, UnknownNameError, shown
from aigovkit.periods import Moment
from aigovkit.rules import AnyRule, Entry
from aigovkit.situation import Situation

RANGES = tuple((Outcome(number // LEVELS), Outcome(number % LEVELS)) for number in range(LEVELS * LEVELS))
"""The mildest and the strictest outcome, by the number that the compiled form gives."""

OUTCOMES = tuple(least if least is most else Outcome.UNDETERMINED for least, most in RANGES)
"""The outcome that a range settles, by the same number."""


class Compiled:
    """Holds the compiled form, shared by all settings of a rulebook and left behind when one is pickled."""

    __slots__ = ("last", "program")

    def __init__(self, program: Program | None = None) -> None:
        self.program: Program | None = program
        self.last: tuple[Any, int] = (None, 0)
        """The time of judging last asked for, and what it amounts to in the zone of the rulebook: whole
        batches are judged at one.
        """

    def instant(self, as_of: Moment, zone: periods.TimeZone) -> int:
        """What a time of judging amounts to; see `end_of`."""
        known, now = self.last
        if known is not as_of:
            now = end_of(as_of, zone)
            self.last = (as_of, now)
        return now

    def __reduce__(self) -> tuple[type[Compiled], tuple[()]]:
        return Compiled, ()


# Not slotted: what every evaluation needs is kept in the instance itself.
@attrs.frozen(slots=False)
class Settings:
    """A rulebook with its settings: all that an evaluation is made by.

    `readings` and `parameters` hold what differs from the defaults, by name and
    in alphabetical order: set them with `read` and `given`.

    .. versionadded:: 0.1.0
    """

    rulebook: Rulebook
    readings: tuple[tuple[str, str], ...] = ()
    parameters: tuple[tuple[str, Any], ...] = ()
    _compiled: Compiled = attrs.field(factory=Compiled, eq=False, repr=False, alias="compiled")
    _ready: tuple[Any, ...] | None = attrs.field(default=None, init=False, eq=False, repr=False)

    @property
    def id(self) -> str:
        """The id of the policy, such as `us-ca/san-jose/ai-policy`."""
        return self.rulebook.id

    @property
    def source(self) -> Source:
        """The instrument whose rules these are."""
        return self.rulebook.source

    @property
    def title(self) -> str:
        """The name of the source."""
        return self.rulebook.source.name

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of the policy itself when relying on an answer."""
        return self.rulebook.notes

    @property
    def time_zone(self) -> str:
        """The IANA name of the zone in which the days of the place begin and end."""
        return self.rulebook.time_zone

    @property
    def place(self) -> str:
        """The place whose agencies the policy reaches, such as `us-ca/san-jose`; empty for any."""
        return self.rulebook.place

    @property
    def version(self) -> str:
        """The edition of the source, and a digest of the rules that encode it: a changed rule changes the
        version.
        """
        return self.rulebook.version

    @property
    def rules(self) -> tuple[AnyRule, ...]:
        """The rules, in the order of the document."""
        return self.rulebook.rules

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything the policy lists, unmodelled provisions included, in the order of the document."""
        return self.rulebook.entries

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision of the source, modelled or with the reason why not."""
        return self.rulebook.provisions

    def rule(self, provision: str) -> AnyRule:
        """The rule of a provision; UnknownNameError when none models it."""
        return self.rulebook.rule(provision)

    # Settings.

    def read(self, **readings: str) -> Self:
        """The same policy with ambiguities read in certain ways: `policy.read(oversight="functional")`.

        Raises UnknownNameError for an ambiguity the policy does not have, or a reading it does not.
        """
        known = {ambiguity.name: ambiguity for ambiguity in self.rulebook.ambiguities}
        chosen = dict(self.readings)
        for name, reading in readings.items():
            if name not in known:
                raise UnknownNameError(f"ambiguity of {self.id}", name, known)
            chosen[name] = known[name].check(reading)
        kept = {name: reading for name, reading in chosen.items() if reading != known[name].default}
        return attrs.evolve(self, readings=tuple(sorted(kept.items())))

    def given(self, **parameters: Any) -> Self:
        """The same policy with parameters set: `policy.given(signed_on=date(2027, 5, 3))`.

        Raises UnknownNameError for a parameter the policy does not have, FactValueError for a value it cannot
        have.
        """
        known = {parameter.name: parameter for parameter in self.rulebook.parameters}
        values = dict(self.parameters)
        for name, value in parameters.items():
            if name not in known:
                raise UnknownNameError(f"parameter of {self.id}", name, known)
            values[name] = known[name].admit(value)
        kept = [(name, value) for name, value in values.items() if value != known[name].default]
        return attrs.evolve(self, parameters=tuple(sorted(kept, key=lambda pair: pair[0])))

    @property
    def setting(self) -> str:
        """The policy and its settings in one line, the same for equal ones; it orders the parts of a set."""
        settings = [f"{name}={reading}" for name, reading in self.readings]
        settings += [f"{name}={value}" for name, value in self.parameters]
        return " ".join([self.id, *settings])

    def reading_of(self, name: str) -> str:
        """How an ambiguity is read: as chosen, or by default."""
        chosen = dict(self.readings)
        if name in chosen:
            return chosen[name]
        return next(ambiguity.default for ambiguity in self.rulebook.ambiguities if ambiguity.name == name)

    # Judging.

    def situation(self, case: Any, as_of: Moment, *, hypothetical: bool = False) -> Situation:
        """All that conditions are judged on, for a case at a time."""
        zone = self.rulebook.zone
        now = end_of(as_of, zone)
        return Situation(case, now, zone, dict(self.readings), dict(self.parameters), hypothetical)

    def ready(self) -> tuple[Compiled, periods.TimeZone, tuple[str, ...], tuple[Any, ...]]:
        """What every evaluation needs: the compiled form, the zone, and the settings in the order of the
        rulebook.
        """
        if self._ready is None:
            compiled = self._compiled
            if compiled.program is None:
                compiled.program = Program(self.rulebook)
            readings, parameters = dict(self.readings), dict(self.parameters)
            in_order = (
                compiled,
                self.rulebook.zone,
                tuple(readings.get(a.name, a.default) for a in self.rulebook.ambiguities),
                tuple(parameters.get(p.name, p.default) for p in self.rulebook.parameters),
            )
            object.__setattr__(self, "_ready", in_order)
        return self._ready  # type: ignore[return-value]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_ready": None}

    def _arguments(self, case: Any, as_of: Moment, hypothetical: bool) -> tuple[Any, ...]:
        compiled, zone, readings, parameters = self.ready()
        now = compiled.instant(as_of, zone)
        return case, now, zone, readings, parameters, hypothetical

    def outcome(self, case: Any, as_of: Moment, *, hypothetical: bool = False) -> tuple[Outcome, Outcome]:
        """The mildest and the strictest outcome of something shaped like a case, at a time."""
        arguments = self._arguments(case, as_of, hypothetical)
        return RANGES[self._program.outcome(*arguments)]

    def verdicts(self, case: Any, as_of: Moment, hypothetical: bool = False) -> tuple[int, ...]:
        """The verdict on every rule for something shaped like a case, at a time."""
        compiled, zone, readings, parameters = self._ready or self.ready()
        now = compiled.instant(as_of, zone)
        return compiled.program.verdicts(case, now, zone, readings, parameters, hypothetical)  # type: ignore[no-any-return]

    def by_record(self, case: Any, as_of: Moment, hypothetical: bool = False) -> ByRecord:
        """What the rules on the whole case and the rules on each record bring about: see `ByRecord`."""
        return self._program.by_record(*self._arguments(case, as_of, hypothetical))  # type: ignore[no-any-return]

    def of_records(
        self, case: Any, as_of: Moment, hypothetical: bool = False, read: Mapping[str, str] | None = None
    ) -> RecordVerdicts:
        """The verdicts on the rules that speak of records, for each record; with some ambiguities read in
        another way than set.
        """
        case, now, zone, readings, parameters, hypothetical = self._arguments(case, as_of, hypothetical)
        if read:
            as_set = zip(self.rulebook.ambiguities, readings, strict=True)
            readings = tuple(read.get(ambiguity.name, reading) for ambiguity, reading in as_set)
        rows = self._program.of_records(case, now, zone, readings, parameters, hypothetical)
        return RecordVerdicts(self.rulebook, rows)

    def outcomes_by_reading(
        self, case: Any, as_of: Moment, *, hypothetical: bool = False
    ) -> Mapping[str, Mapping[str, tuple[Outcome, Outcome]]]:
        """The ambiguities on which an outcome depends: the range of outcomes under each reading of each, the
        others as set.
        """
        _, now, zone, chosen, parameters, _ = self._arguments(case, as_of, hypothetical)
        found: dict[str, dict[str, tuple[Outcome, Outcome]]] = {}
        judge = self._program.outcome
        as_set = RANGES[judge(case, now, zone, chosen, parameters, hypothetical)]
        for position in sorted(self._program.readings_read):
            ambiguity = self.rulebook.ambiguities[position]
            outcomes = dict.fromkeys(ambiguity.readings, as_set)
            for reading in ambiguity.readings:
                if reading != chosen[position]:
                    readings = (*chosen[:position], reading, *chosen[position + 1 :])
                    outcomes[reading] = RANGES[judge(case, now, zone, readings, parameters, hypothetical)]
            if len(set(outcomes.values())) > 1:
                found[ambiguity.name] = outcomes
        return found

    @property
    def _program(self) -> Program:
        program = self.ready()[0].program
        assert program is not None
        return program


def end_of(as_of: Moment, zone: periods.TimeZone) -> int:
    """The instant that a time of judging stands for, in microseconds; InstantError when it is neither a day
    nor an instant with a zone.
    """
    if not isinstance(as_of, datetime.date):
        raise InstantError(f"`as_of` is a date, or a datetime with a zone, not `{shown(as_of)}`")
    return periods.end_of(as_of, zone)
