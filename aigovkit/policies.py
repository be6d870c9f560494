"""Policies: the rules of one source with its settings, alone or several together."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Any

import attrs

from aigovkit import periods
from aigovkit.citations import Provision, Source
from aigovkit.conditions import ALWAYS, Condition, Situation
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.verdicts import Outcome
from aigovkit.errors import InstantError, PolicyError, UnknownNameError, shown
from aigovkit.evaluation import Evaluation, JointEvaluation
from aigovkit.models.case import Case
from aigovkit.periods import Moment
from aigovkit.plugins import Collection
from aigovkit.rules import Definition, Entry, Rule, as_condition

if TYPE_CHECKING:
    from aigovkit.engine.compile import Program
    from aigovkit.engine.witnesses import Witness

_LEVELS = 5
_RANGES = tuple(
    (Outcome(number // _LEVELS), Outcome(number % _LEVELS)) for number in range(_LEVELS * _LEVELS)
)


class _Compiled:
    """Holds the compiled form, shared by all settings of a policy and left behind when one is pickled."""

    __slots__ = ("program", "times")

    def __init__(self) -> None:
        self.program: Program | None = None
        self.times: tuple[Any, Any, int] = (None, None, 0)
        """The time of judging last asked for, and what it amounts to: whole batches are judged at one
        time.
        """

    def __reduce__(self) -> tuple[type[_Compiled], tuple[()]]:
        return _Compiled, ()


@attrs.frozen
class Policy:
    """The rules of one source, ready to be evaluated.

    `time_zone` is the zone of the place, in which its days begin and end. The
    scope says what the policy covers at all. `readings` and `parameters` hold the
    readings and parameters that differ from their defaults: set them with
    `read` and `given`.
    """

    id: str
    source: Source
    rulebook: Rulebook = attrs.field(repr=lambda rulebook: f"<{len(rulebook.rules)} rules>")
    time_zone: str
    notes: tuple[str, ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    parameters: tuple[tuple[str, Any], ...] = ()
    _compiled: _Compiled = attrs.field(factory=_Compiled, eq=False, repr=False, alias="compiled")
    _all_readings: tuple[str, ...] = attrs.field(init=False, eq=False, repr=False)
    _all_parameters: tuple[Any, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        chosen, values = dict(self.readings), dict(self.parameters)
        readings = tuple(
            chosen.get(ambiguity.name, ambiguity.default) for ambiguity in self.rulebook.ambiguities
        )
        parameters = tuple(
            values.get(parameter.name, parameter.default) for parameter in self.rulebook.parameters
        )
        object.__setattr__(self, "_all_readings", readings)
        object.__setattr__(self, "_all_parameters", parameters)

    @property
    def title(self) -> str:
        """The name of the source."""
        return self.source.name

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in the order of the document."""
        return self.rulebook.rules

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything the policy lists, unmodelled provisions included, in the order of the document."""
        return self.rulebook.entries

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision of the source, modelled or with the reason why not."""
        return tuple(entry.provision if isinstance(entry, Rule) else entry for entry in self.rulebook.entries)

    def rule(self, provision: str) -> Rule:
        """The rule of a provision; UnknownNameError when none models it."""
        return self.rules[self.index(provision)]

    def index(self, provision: str) -> int:
        """The position of a provision's rule among the rules."""
        positions = self._positions
        if provision not in positions:
            raise UnknownNameError(f"rule of {self.id}", provision, positions)
        return positions[provision]

    @functools.cached_property
    def _ready(self) -> tuple[Any, periods.TimeZone, tuple[str, ...], tuple[Any, ...]]:
        """What every evaluation needs, in one place."""
        _ = self._program
        return self._compiled, self._zone, self._all_readings, self._all_parameters

    def _now(self, as_of: Moment) -> int:
        zone = self._zone
        known, last_zone, now = self._compiled.times
        if known is not as_of or last_zone is not zone:
            now = _end_of(as_of, zone)
            self._compiled.times = (as_of, zone, now)
        return now

    @functools.cached_property
    def _zone(self) -> periods.TimeZone:
        return periods.zone(self.time_zone)

    @functools.cached_property
    def _positions(self) -> Mapping[str, int]:
        return {rule.id: position for position, rule in enumerate(self.rules)}

    # Settings.

    def read(self, **readings: str) -> Policy:
        """The same policy with ambiguities read in certain ways: `policy.read(oversight="functional")`."""
        known = {ambiguity.name: ambiguity for ambiguity in self.rulebook.ambiguities}
        chosen = dict(self.readings)
        for name, reading in readings.items():
            if name not in known:
                raise UnknownNameError(f"question of {self.id}", name, known)
            chosen[name] = known[name].check(reading)
        kept = tuple(
            sorted((name, reading) for name, reading in chosen.items() if reading != known[name].default)
        )
        return attrs.evolve(self, readings=kept)

    def given(self, **parameters: Any) -> Policy:
        """The same policy with parameters set: `policy.given(signed_on=date(2027, 5, 3))`."""
        known = {parameter.name: parameter for parameter in self.rulebook.parameters}
        values = dict(self.parameters)
        for name, value in parameters.items():
            if name not in known:
                raise UnknownNameError(f"parameter of {self.id}", name, known)
            values[name] = known[name].admit(value)
        kept = tuple(
            sorted(((n, v) for n, v in values.items() if v != known[n].default), key=lambda pair: pair[0])
        )
        return attrs.evolve(self, parameters=kept)

    # Evaluation.

    def evaluate(self, case: Case, *, as_of: Moment, hypothetical: bool = False) -> Evaluation:
        """What the policy says of a case at a time.

        `as_of` is a day, which stands for its end in the place's own zone, or an
        instant with a zone. Nothing is read from a clock.
        """
        if type(case) is not Case:
            raise PolicyError(f"a policy evaluates a Case, not `{shown(case)}`; read JSON with `load_case`")
        compiled, zone, readings, parameters = self._ready
        known, last_zone, now = compiled.times
        if known is not as_of or last_zone is not zone:
            now = self._now(as_of)
        number = compiled.program.outcome(case, now, zone, readings, parameters, hypothetical)
        mildest, strictest = _RANGES[number]
        return Evaluation(self, case, as_of, mildest, strictest, hypothetical)

    def evaluate_many(
        self, cases: Iterable[Case], *, as_of: Moment, executor: Executor | None = None
    ) -> Iterator[Evaluation]:
        """The evaluations of many cases, one by one as they are asked for.

        With an executor of `concurrent.futures`, or one that acts like it, they
        are worked out in batches there.
        """
        yield from _many(self, cases, as_of, executor)

    @property
    def _program(self) -> Program:
        program = self._compiled.program
        if program is None:
            from aigovkit.engine.compile import compile_rulebook

            program = self._compiled.program = compile_rulebook(self.rulebook)
        return program

    def verdicts(self, evaluation: Evaluation) -> tuple[int, ...]:
        """The verdict on every rule, for an evaluation of this policy."""
        compiled, zone, readings, parameters = self._ready
        as_of = evaluation.as_of
        known, last_zone, now = compiled.times
        if known is not as_of or last_zone is not zone:
            now = self._now(as_of)
        found: tuple[int, ...] = compiled.program.verdicts(
            evaluation.case, now, zone, readings, parameters, evaluation.is_hypothetical
        )
        return found

    def outcome_of(self, case: Any, evaluation: Evaluation) -> tuple[Outcome, Outcome]:
        """The range of outcomes of something shaped like a case, at the time of an evaluation."""
        zone = self._zone
        now = self._now(evaluation.as_of)
        return _RANGES[
            self._program.outcome(
                case, now, zone, self._all_readings, self._all_parameters, evaluation.is_hypothetical
            )
        ]

    def verdicts_of(self, case: Any, evaluation: Evaluation, positions: Sequence[int]) -> list[int]:
        """The verdicts on some of the rules for something shaped like a case, at the time of an
        evaluation.
        """
        zone = self._zone
        now = self._now(evaluation.as_of)
        verdicts = self._program.verdicts(
            case, now, zone, self._all_readings, self._all_parameters, evaluation.is_hypothetical
        )
        return [verdicts[position] for position in positions]

    def situation(self, evaluation: Evaluation) -> Situation:
        """All that the conditions of an evaluation are judged on."""
        zone = self._zone
        return Situation(
            evaluation.case,
            _end_of(evaluation.as_of, zone),
            zone,
            dict(self.readings),
            dict(self.parameters),
            evaluation.is_hypothetical,
        )

    def contested(self, evaluation: Evaluation) -> dict[str, dict[str, tuple[Outcome, Outcome]]]:
        """The ambiguities on which an outcome depends: the range of outcomes under each reading of each,
        the others as set.
        """
        zone = self._zone
        now = self._now(evaluation.as_of)
        found: dict[str, dict[str, tuple[Outcome, Outcome]]] = {}
        for position, ambiguity in enumerate(self.rulebook.ambiguities):
            outcomes: dict[str, tuple[Outcome, Outcome]] = {}
            for reading in ambiguity.readings:
                readings = (*self._all_readings[:position], reading, *self._all_readings[position + 1 :])
                number = self._program.outcome(
                    evaluation.case, now, zone, readings, self._all_parameters, evaluation.is_hypothetical
                )
                outcomes[reading] = _RANGES[number]
            if len(set(outcomes.values())) > 1:
                found[ambiguity.name] = outcomes
        return found

    def witness(self, provision: str, *, as_of: Moment) -> Witness | None:
        """A case in which a rule applies, and a neighbour one fact away in which it does not; None when
        none was found.
        """
        from aigovkit.engine.witnesses import find_witness

        return find_witness(self, provision, as_of)

    # Composition and identity.

    def __and__(self, other: Policy | PolicySet) -> PolicySet:
        return PolicySet.of(self, other)

    @property
    def setting(self) -> str:
        """The policy and its settings in one line, the same for equal ones; it orders the parts of a set."""
        settings = [f"{name}={reading}" for name, reading in self.readings]
        settings += [f"{name}={value}" for name, value in self.parameters]
        return " ".join([self.id, *settings])

    @functools.cached_property
    def version(self) -> str:
        """The edition of the source, and a digest of the rules that encode it: a changed rule changes the
        version.
        """
        import hashlib

        text = "\n".join([self.id, self.source.name, self.time_zone, repr(self.rulebook)])
        edition = self.source.edition or "unnumbered"
        return f"{edition}+{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def policy(
    id: str,
    source: Source,
    *,
    time_zone: str,
    entries: Iterable[Entry],
    scope: Condition | Definition = ALWAYS,
    notes: Iterable[str] = (),
) -> Policy:
    """Put a policy together from its entries, in the order of the document; PolicyError when they do not
    fit.
    """
    return Policy(id, source, Rulebook(tuple(entries), as_condition(scope)), time_zone, tuple(notes))


@attrs.frozen
class PolicySet:
    """Several policies, each policy with its settings once, in one order.

    Joining is commutative, associative and idempotent.
    """

    policies: tuple[Policy, ...]

    @classmethod
    def of(cls, *members: Policy | PolicySet) -> PolicySet:
        """Join policies and sets of them."""
        each = [
            one
            for member in members
            for one in (member.policies if isinstance(member, PolicySet) else (member,))
        ]
        different: dict[str, Policy] = {}
        for one in each:
            if different.setdefault(one.setting, one) != one:
                raise PolicyError(f"two different policies share the id `{one.id}`")
        return cls(tuple(different[setting] for setting in sorted(different)))

    def __and__(self, other: Policy | PolicySet) -> PolicySet:
        return PolicySet.of(self, other)

    def __iter__(self) -> Iterator[Policy]:
        return iter(self.policies)

    @property
    def id(self) -> str:
        """The ids of the policies, joined."""
        return " & ".join(one.id for one in self.policies)

    def evaluate(self, case: Case, *, as_of: Moment) -> JointEvaluation:
        """What the policies say of a case at a time: the strictest, with each part visible."""
        if not self.policies:
            raise PolicyError("a set of no policies says nothing; join at least one")
        return JointEvaluation(self, tuple(one.evaluate(case, as_of=as_of) for one in self.policies))

    def evaluate_many(
        self, cases: Iterable[Case], *, as_of: Moment, executor: Executor | None = None
    ) -> Iterator[JointEvaluation]:
        """The evaluations of many cases, one by one as they are asked for, with an executor in batches
        there.
        """
        yield from _many(self, cases, as_of, executor)


def _many(one: Any, cases: Iterable[Case], as_of: Moment, executor: Executor | None) -> Iterator[Any]:
    if executor is None:
        for case in cases:
            yield one.evaluate(case, as_of=as_of)
        return
    from itertools import islice

    source = iter(cases)
    pending: list[Any] = []
    while True:
        while len(pending) < 8 and (batch := tuple(islice(source, 500))):
            pending.append(executor.submit(_evaluate_batch, one, batch, as_of))
        if not pending:
            return
        yield from pending.pop(0).result()


def _evaluate_batch(one: Any, cases: tuple[Case, ...], as_of: Moment) -> list[Any]:
    return [one.evaluate(case, as_of=as_of) for case in cases]


def _end_of(as_of: Moment, zone: periods.TimeZone) -> int:
    if not isinstance(as_of, datetime.date):
        raise InstantError(f"`as_of` is a date, or a datetime with a zone, not `{shown(as_of)}`")
    return periods.end_of(as_of, zone)


# Finding policies by their ids.

ENTRY_POINTS = "aigovkit.policies"
"""The entry-point group under which other packages add policies: each names a Policy."""


def _built_in() -> Mapping[str, str]:
    from aigovkit.jurisdictions import POLICIES

    return POLICIES


_POLICIES = Collection(Policy, ENTRY_POINTS, _built_in)


def find_policies() -> tuple[dict[str, Policy], dict[str, str]]:
    """Every policy that can be loaded, by id, and what is wrong with those of other packages that cannot."""
    return _POLICIES.find_all()


def find_policy(id: str) -> Policy:
    """The policy of that id; UnknownNameError with a suggestion when there is none."""
    return _POLICIES.find(id)
