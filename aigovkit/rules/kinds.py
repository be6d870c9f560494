"""The kinds of rule: frozen classes with typed, keyword-only fields, checked when they are built.

A wrong field is refused at once, with the id of the provision, the field, the
value and what is accepted; everything wrong with a rule is told together.

The kinds form a closed union, `AnyRule`. Each has, besides its class:

- what its fields accept, in `accepted`, and what sorts of norm it may be, in `KINDS`;
- a builder in `builders`, and the method of the same name in `part`;
- what it does to the outcome, in `effects`;
- a verdict where it bites, in `aigovkit.engine.reference`, and the same compiled, in
  `aigovkit.engine.compile`;
- where it brings more than a finding, what it brings: `aigovkit.engine` has a module
  each for duties, referrals, scores and classes, retention and exposure.

Each `match` over them ends in `assert_never`, so that a type checker lists all that a
new kind still lacks; `tests/test_rules.py` walks the union and builds one of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Self, TypeAlias, cast

import attrs

from aigovkit.citations import Citation, Force, Kind, Provision
from aigovkit.errors import ConditionError, PolicyError
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition, Quantity, Time
from aigovkit.language.loose_ends import loose_ends
from aigovkit.language.meaning import as_read
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    AnyOf,
    AtMost,
    Attested,
    AttestedOn,
    ByReading,
    Day,
    Earliest,
    EndOfDay,
    Forward,
    LiesIn,
    MeetsCadence,
    Named,
    RecordsFact,
    TimeNode,
    meant,
)
from aigovkit.models.case import Case
from aigovkit.models.data import Data, DataClass
from aigovkit.models.retention import RetentionRule
from aigovkit.models.scales import Scale, Step
from aigovkit.models.vocabulary import Regime
from aigovkit.models.waivers import Waiver
from aigovkit.rules.accepted import ACCEPTED, are_addressees
from aigovkit.rules.checks import (
    given,
    misfits,
    named,
    refuse,
)
from aigovkit.rules.times import Commencement, Deadline
from aigovkit.rules.totals import Band, wrong_bands, wrong_steps
from aigovkit.situation import Situation

MOVING_FORCES = frozenset({Force.BINDING, Force.PRACTICE, Force.PROPOSED})
"""The forces whose rules move an outcome. A proposed rule does so only once it is in force."""

_ASK = "ask with `.some(...)`, `.each(...)` or `.count(...)`"


# What is given is checked with all other fields once the rule stands; so these leave
# as it is what they cannot convert.


def _condition(value: Condition | Definition) -> Condition:
    """The condition that a defined term stands for."""
    return meant(value)


def _condition_or_none(value: Condition | Definition | None) -> Condition | None:
    return None if value is None else _condition(value)


def _condition_or_time(value: Condition | Definition | Time) -> Condition | Time:
    return meant(cast("Condition", value))


def _ambiguities(value: Sequence[Ambiguity]) -> tuple[Ambiguity, ...]:
    return cast("tuple[Ambiguity, ...]", _tuple(value))


def addressed(value: Mapping[str, Joinable | Time]) -> tuple[tuple[str, Condition | Time], ...]:
    """Addressees in the form that a duty keeps them in; what is no mapping stays as it is."""
    given: Any = value
    return (
        tuple((n, _condition_or_time(done)) for n, done in value.items())
        if isinstance(given, Mapping)
        else given
    )


def _ids(value: Sequence[str]) -> tuple[str, ...]:
    return cast("tuple[str, ...]", _tuple(value))


def _id(value: Duty | str) -> str:
    return value.id if isinstance(value, Duty) else value


def _regime(value: str) -> str:
    """A word of `Regime` as such, so that it is shown by its label; other laws as they are written."""
    known = {str(one): one for one in Regime}
    return known.get(value, value) if isinstance(value, str) else value


def _bands(value: Sequence[Band]) -> tuple[Band, ...]:
    return cast("tuple[Band, ...]", tuple(map(_tuple, value)) if isinstance(value, list | tuple) else value)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


# The methods that attrs would write out for each kind stand in `Rule` once, and the kinds
# without fields of their own are plain subclasses: it is making classes that takes long.


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Rule:
    """A cited norm. The subclasses add what their kind needs.

    `each` is a list of records: the rule then speaks of each of them. `act` is
    when the act is done that the rule governs; force is tested on that day.
    `promoted_by` says when the rule binds although its own force does not, as
    once a working group's text is adopted. `left_open` are ambiguities of
    its text on which nothing turns that is worked out here.

    Raises PolicyError with everything that is wrong with the fields.

    .. versionadded:: 0.1.0
    """

    id: str
    citation: Citation
    statement: str
    kind: Kind
    force: Force = Force.BINDING
    when: Condition = attrs.field(default=ALWAYS, converter=_condition)
    each: RecordsFact | None = None
    commencement: Commencement | None = None
    act: Time = AS_OF
    promoted_by: Condition = attrs.field(default=NOT_EVER, converter=_condition)
    left_open: tuple[Ambiguity, ...] = attrs.field(default=(), converter=_ambiguities)
    note: str = ""

    may_speak_of_records: ClassVar[bool] = True

    def __attrs_post_init__(self) -> None:
        # What does not fit together is only seen in what fits by itself.
        refuse(named(self.id), misfits(given(self), ACCEPTED) or [*loose_in(self), *self.misfits_together()])

    def __eq__(self, other: object) -> bool:
        return _values(self) == _values(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *_values(self)))

    def __repr__(self) -> str:
        fields = [
            f"{field.name}={getattr(self, field.name)!r}" for field in attrs.fields(type(self)) if field.repr
        ]
        return f"{type(self).__name__}({', '.join(fields)})"

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        for name in ("when", "act", "promoted_by"):
            yield name, getattr(self, name)
        if self.commencement is not None:
            yield "commencement", self.commencement.starts
            if self.commencement.ends is not None:
                yield "commencement", self.commencement.ends

    def misfits_together(self) -> Iterator[str]:
        """What is wrong with fields that each fit by themselves."""
        if self.kind not in KINDS.get(type(self), ()):
            yield _odd_kind(self)
        if self.each is not None and not self.may_speak_of_records:
            yield f"a `{type(self).__name__}` speaks of the whole case and takes no `each`; {_ASK}"
        says_what_words_mean = isinstance(self, Definition)  # Its start, if any, is that of what uses it.
        if self.force is Force.PROPOSED and self.commencement is None and not says_what_words_mean:
            yield "what is proposed binds nobody before its start; give a `commencement`"

    @property
    def provision(self) -> Provision:
        """The row of the source that this rule models."""
        return Provision(self.id, self.citation, self.kind, self.force, True, self.note)

    @property
    def in_force(self) -> Condition:
        """Whether the rule governs the act."""
        return ALWAYS if self.commencement is None else self.commencement.governs(self.act)

    @property
    def moves(self) -> Condition:
        """Whether the rule moves the outcome at all."""
        return ALWAYS if self.force in MOVING_FORCES else self.promoted_by


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Prohibition(Rule):
    """Something that must not be done, by anyone where no `bearer` is named. See `prohibition`.

    .. versionadded:: 0.1.0
    """

    bearer: str = ""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class ExceptionRule(Rule):
    """What displaces other rules, and what it depends on. See `exception`.

    `provided` are the conditions of the exception; when one fails, what it would displace revives.

    Where somebody grants it, `waiver` is what a waiver has to meet, by its own facts:
    then a rule is displaced only while a waiver names it.

    .. versionadded:: 0.1.0
    """

    to: tuple[str, ...] = attrs.field(converter=_ids)
    provided: Condition = attrs.field(default=ALWAYS, converter=_condition)
    waiver: Condition | None = attrs.field(default=None, converter=_condition_or_none)
    _made: dict[Any, Condition] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        yield "provided", self.provided
        if self.waiver is not None:
            yield "waiver", self.granted

    @property
    def granted(self) -> Condition:
        """Whether a waiver was granted that lifts any of the rules; where none is called for, always."""
        if self.waiver is None:
            return ALWAYS
        if None not in self._made:  # It is asked for every record under every rule.
            named = [Waiver.provisions.has(rule) for rule in self.to]
            lifting = Waiver.granted.happened() & self.waiver & AnyOf.of(*named)
            self._made[None] = Case.waivers.some(lifting)
        return self._made[None]

    def waives(self, rule: str, when: Time, besides: Condition = ALWAYS) -> Condition:
        """Whether a waiver lifts one of the rules at a time, and something else holds; always, where no
        waiver is called for. One with an end lasts to the end of that day; one that is still to be granted
        lifts nothing, also of what is planned for later.
        """
        if self.waiver is None:
            return ALWAYS
        if (rule, when, besides) not in self._made:
            runs = Waiver.granted.no_later_than(when) & ~EndOfDay(Waiver.ends).before(when)
            if when is not AS_OF:
                runs = Waiver.granted.happened() & runs
            lifts = AllOf.of(Waiver.provisions.has(rule), self.waiver, runs)
            self._made[rule, when, besides] = Case.waivers.some(
                lifts if besides is ALWAYS else lifts & besides
            )
        return self._made[rule, when, besides]


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Duty(Rule):
    """Something to be done.

    `done` is a condition (it is done) or a time (when it was done). The `gate`
    is the point by which it had to be done. `holds_back` says when the duty,
    undone, moves the outcome: a reading may make it a separate duty that does
    not.

    A duty that is owed to several has a state for each: `addressees` gives to each
    name what tells that it was done towards it, and `done` is all of that. `step`
    names what the gate is, such as "first use": until it is taken the duty is
    needed before it.

    Several duties that one act fulfils are done, asked and attested once: all but the
    first name its id in `same_act_as`, and their `done` is its.

    A duty that is a part of another, which has a row of its own, names it in
    `part_of`: it is judged by itself, and counts with the whole.

    A `standing` duty is one of the agency as such, and not of this case: undone or
    unknown, it is no breach of the case and moves nothing. Its fulfilment stands in
    the agency file.

    .. versionadded:: 0.1.0
    """

    bearer: str
    done: Condition | Time = attrs.field(converter=_condition_or_time)
    due: Deadline | None = None
    gate: Condition = attrs.field(default=NOT_EVER, converter=_condition)
    addressees: tuple[tuple[str, Condition | Time], ...] = attrs.field(default=(), converter=addressed)
    step: str = ""
    _towards: dict[str, Self] = attrs.field(factory=dict, init=False, eq=False, repr=False)
    holds_back: Condition = attrs.field(default=ALWAYS, converter=_condition)
    standing: bool = False
    same_act_as: str = attrs.field(default="", converter=_id)
    part_of: str = attrs.field(default="", converter=_id)

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        yield "done", self.done
        for _, done in self.addressees:
            yield "addressees", done
        if self.due is not None and self.due.time is not None:
            yield "due", self.due.time
        yield "gate", self.gate
        yield "holds_back", self.holds_back

    def misfits_together(self) -> Iterator[str]:
        """What is wrong with fields that each fit by themselves."""
        yield from super().misfits_together()
        if self.addressees and self.done != done_towards(self.addressees):
            yield "`done` is that it was done towards each of the `addressees`; leave it out"
        if self.step and self.gate == NOT_EVER and not self._strict:
            yield "`step` names what the duty has to come before; give a `gate`, or a `due` that is strict"
        if self.same_act_as and self.addressees:
            yield "what is done towards several `addressees` is no one act; leave out `same_act_as`"
        if self.standing and self.each is not None:
            yield "a `standing` duty is of the agency, and speaks of no record of the case; leave out `each`"

    @property
    def deadline(self) -> Time | None:
        """The time by which it is to be done, None when none is stated. A day leaves the whole of it."""
        time = self.due.time if self.due is not None else None
        return EndOfDay(time) if isinstance(time, Day) else time

    def towards(self, addressee: str) -> Self:
        """The duty as it is owed to one addressee; the duty itself where none is named."""
        if not addressee:
            return self
        found = self._towards.get(addressee)
        if found is None or found.when is not self.when:  # A policy keeps copies of rules to its place.
            done = dict(self.addressees)[addressee]
            found = self._towards[addressee] = attrs.evolve(self, done=done, addressees={})
        return found

    @property
    def met(self) -> Condition:
        """Whether the duty is done, in time where a time is stated."""
        if self.addressees:
            return AllOf.of(*(self.towards(addressee).met for addressee, _ in self.addressees))
        if isinstance(self.done, Attested) and self.deadline is not None:
            day = AttestedOn(self.done.provision, self.done.each, in_time=True)
            return self.done & AtMost(day, self.deadline, strict=self._strict)
        if not isinstance(self.done, TimeNode):
            return self.done
        if self.deadline is None:
            return self.done.happened()
        return AtMost(self.done, self.deadline, strict=self._strict) & self.done.happened()

    @property
    def done_on(self) -> Time | None:
        """When it was done, by the time that tells it or by its attestation; None where neither tells it."""
        if isinstance(self.done, Attested):
            return AttestedOn(self.done.provision, self.done.each)
        return self.done if isinstance(self.done, TimeNode) else None

    @property
    def overdue(self) -> Condition:
        """Whether the time by which it is to be done has passed."""
        return NOT_EVER if self.deadline is None else AtMost(self.deadline, AS_OF, strict=not self._strict)

    @property
    def breached(self) -> Condition:
        """Whether, when it is not met, that is a breach by now."""
        if self.recurs:
            return ALWAYS  # A window that passed is a breach, whatever came after it.
        if self.deadline is None:
            return self.gate
        return self.overdue if self.gate is NOT_EVER else self.gate | self.overdue

    @property
    def _strict(self) -> bool:
        return self.due is not None and self.due.strict

    @property
    def recurs(self) -> bool:
        """Whether it is to be done again and again, under every reading."""
        options = (
            [option for _, option in self.done.options] if isinstance(self.done, ByReading) else [self.done]
        )
        return all(isinstance(option, MeetsCadence) for option in options)

    def recurrence(self, situation: Situation) -> MeetsCadence | None:
        """What a duty that recurs has to keep up, as read in a situation."""
        return as_read(self.done, situation) if self.recurs else None

    def kept_until(self, time: Time) -> Condition:
        """Whether a duty that recurs was kept up to a time; of one that does not, always."""
        return _kept_until(self.done, time) if self.recurs else ALWAYS


def _kept_until(done: Any, time: Time) -> Condition:
    if isinstance(done, ByReading):
        return attrs.evolve(done, options=tuple((name, _kept_until(one, time)) for name, one in done.options))
    kept: MeetsCadence = done
    return attrs.evolve(kept, until=Earliest((kept.until, time)))


def done_towards(addressees: tuple[tuple[str, Condition | Time], ...]) -> Condition:
    """That something was done towards each addressee; never, of what cannot be addressees."""
    if not are_addressees(addressees):
        return NOT_EVER  # A duty refuses them when it is built.
    return AllOf.of(*(done.happened() if isinstance(done, TimeNode) else done for _, done in addressees))


class Obligation(Duty):
    """Something to be done that does not hold the use back. See `obligation`.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


class Review(Duty):
    """A decision that a named body has to take first. See `review`.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Requirement(Duty):
    """A condition of use. See `requirement`.

    With `lawful_use` the text makes it a condition of lawful use, so that going ahead
    without it is prohibited. No other duty can be one.

    .. versionadded:: 0.1.0
    """

    lawful_use: bool = False

    def misfits_together(self) -> Iterator[str]:
        """What is wrong with fields that each fit by themselves."""
        yield from super().misfits_together()
        if self.standing and self.lawful_use:
            yield "a `standing` duty is no condition of use; leave out `lawful_use`, or `standing`"
        if self.lawful_use and self.breached == NOT_EVER:
            yield (
                "`lawful_use` prohibits nothing without a point by which it had to be done; give a `gate` or "
                "a `due` with a time"
            )


class Recurring(Obligation):
    """Something to be done again and again. See `recurring`.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Referral(Rule):
    """What a text leaves to a person. See `referral`.

    `issue` is what has to be decided, `bearer` who decides, and `done` whether
    that is decided.

    .. versionadded:: 0.1.0
    """

    issue: str
    bearer: str
    done: Condition = attrs.field(default=NOT_EVER, converter=_condition)

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        yield "done", self.done

    def misfits_together(self) -> Iterator[str]:
        """What is wrong with fields that each fit by themselves."""
        yield from super().misfits_together()
        if isinstance(self.done, TimeNode):
            yield f"`done` of a `Referral` takes a condition, not `{self.done!r}`; ask `.happened()` of it"

    @property
    def met(self) -> Condition:
        """Whether it is decided."""
        return self.done


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Definition(Rule):
    """A defined term. It joins with conditions as if it were one. See `definition`.

    .. versionadded:: 0.1.0
    """

    term: str
    """What explanations say where the definition holds, such as "it is an AI system"."""
    condition: Condition = attrs.field(init=False, eq=False, repr=False)
    """The defined term as a condition, under its own name."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        object.__setattr__(self, "condition", Named(self.term, self.when, self.citation))

    def __and__(self, other: Condition | Definition) -> Condition:
        return self.condition & _condition(other)

    def __rand__(self, other: Condition) -> Condition:
        return other & self.condition

    def __or__(self, other: Condition | Definition) -> Condition:
        return self.condition | _condition(other)

    def __ror__(self, other: Condition) -> Condition:
        return other | self.condition

    def __invert__(self) -> Condition:
        return ~self.condition

    def __bool__(self) -> bool:
        return bool(self.condition)


class Scope(Definition):
    """What a policy, or a part of it, covers. See `scope`.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


class Noted(Rule):
    """What is reported when it holds, and moves nothing. See `noted`.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Ground(Rule):
    """What a case was once decided on. See `ground`.

    `when` says which cases are like the one that was decided, and `matches` whether
    what it was decided on is there too.

    .. versionadded:: 0.1.0
    """

    may_speak_of_records = False

    matches: Condition = attrs.field(converter=_condition)

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        yield "matches", self.matches

    @property
    def met(self) -> Condition:
        """Whether it is matched."""
        return self.matches


class Advice(Rule):
    """Good sense that no text demands. See `advice`.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Score(Rule):
    """Points, and the step of a scale that their total falls on. See `score`.

    A band has its lowest total, its highest (both included, None where it has no end)
    and the id of its step. Where there is a scale, each total that can be reached
    lies in one band, and in one only.

    .. versionadded:: 0.1.0
    """

    may_speak_of_records = False

    points: Quantity
    scale: Scale | None = None
    bands: tuple[Band, ...] = attrs.field(default=(), converter=_bands)

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        yield "points", self.points

    def misfits_together(self) -> Iterator[str]:
        """What is wrong with fields that each fit by themselves."""
        yield from super().misfits_together()
        yield from wrong_steps(self.scale, self.bands)
        yield from wrong_bands(self.points, self.bands)

    def at_least(self, step: str) -> Condition:
        """Whether the case stands on a step, or on one above it; on none where the score is not called for.

        Raises UnknownNameError when the scale has no step of that id, PolicyError where there is no scale.
        """
        return self._stands_on(self._scale.from_(step), f"at least {self._scale.step(step)}")

    def at_most(self, step: str) -> Condition:
        """Whether the case stands on a step, or on one below it. See `at_least`."""
        return self._stands_on(self._scale.up_to(step), f"at most {self._scale.step(step)}")

    def is_on(self, *steps: str) -> Condition:
        """Whether the case stands on one of some steps. See `at_least`."""
        several = [self._scale.step(one) for one in steps]
        return self._stands_on(several, " or ".join(map(str, several)))

    @property
    def _scale(self) -> Scale:
        if self.scale is None:
            raise PolicyError(f"{named(self.id)} has no steps to stand on; give it a `scale` and `bands`")
        return self.scale

    def _stands_on(self, steps: Sequence[Step], name: str) -> Condition:
        ids = [step.id for step in steps]
        ranges = [(least, most) for least, most, step in self.bands if step in ids]
        if not ranges:
            return NOT_EVER
        stands = Named(f"{self._scale.title} is {name}", LiesIn(self.points, ranges), self.citation)
        called_for = [one for one in (self.when, self.in_force) if one != ALWAYS]
        return AllOf.of(*called_for, stands) if called_for else stands


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Classification(Rule):
    """The class a data element falls in. The rule speaks of each element. See `classification`.

    `regime` is the law outside the text by which it does so; empty where it is the text itself.

    .. versionadded:: 0.1.0
    """

    data_class: DataClass
    regime: str = attrs.field(default="", converter=_regime)

    def misfits_together(self) -> Iterator[str]:
        """What is wrong with fields that each fit by themselves."""
        yield from super().misfits_together()
        if self.each is not Data.elements:
            yield "a class is that of a data element; give `Data.elements` as `of`"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Retention(Rule):
    """How long data is kept. See `retention`.

    `counted_from` is when the trigger of its limits came, where a fact tells. While
    `hold` holds, the ceiling of the rule does not run.

    .. versionadded:: 0.1.0
    """

    keeps: RetentionRule
    counted_from: Time | None = None
    hold: Condition = attrs.field(default=NOT_EVER, converter=_condition)

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        if self.counted_from is not None:
            yield "counted_from", self.counted_from
        yield "hold", self.hold

    def misfits_together(self) -> Iterator[str]:
        """What is wrong with fields that each fit by themselves."""
        yield from super().misfits_together()
        if self.keeps.hold:
            if self.hold != NOT_EVER or self.counted_from is not None:
                yield "a hold is one while the rule applies; give `when`, and no `hold` or `counted_from`"
            if self.each is not None:
                yield f"a hold is one on all of its series and takes no `each`; {_ASK}"
        elif self.hold != NOT_EVER and self.keeps.ceiling is None:
            yield "`hold` suspends a ceiling, and the rule sets none; leave it out"


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Penalty(Rule):
    """What a violation can cost, as an amount in cents with bounds, and its formula in words. See `penalty`.

    `most` is None where the text sets no ceiling.

    .. versionadded:: 0.1.0
    """

    least: Quantity
    most: Quantity | None = None
    formula: str
    payer: str = ""
    payee: str = ""

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        yield "least", self.least
        if self.most is not None:
            yield "most", self.most


AnyRule: TypeAlias = (
    Prohibition
    | ExceptionRule
    | Obligation
    | Review
    | Requirement
    | Recurring
    | Referral
    | Definition
    | Scope
    | Noted
    | Ground
    | Advice
    | Score
    | Classification
    | Retention
    | Penalty
)
"""A rule of some kind: all there are.

.. versionadded:: 0.1.0
"""

KINDS: Mapping[type[Rule], tuple[Kind, ...]] = {
    Prohibition: (Kind.PROHIBITION,),
    ExceptionRule: (Kind.EXCEPTION,),
    Obligation: (Kind.OBLIGATION, Kind.PRINCIPLE, Kind.ORGANIZATIONAL),
    Review: (Kind.REVIEW,),
    Requirement: (Kind.REQUIREMENT,),
    Recurring: (Kind.OBLIGATION, Kind.PRINCIPLE, Kind.ORGANIZATIONAL),
    Referral: (Kind.REFERRAL,),
    Definition: (Kind.DEFINITION, Kind.CONDITION, Kind.CONSEQUENCE, Kind.PRINCIPLE, Kind.DATA_CLASS),
    Scope: (Kind.CONDITION,),
    Noted: (
        Kind.PERMISSION,
        Kind.RIGHT,
        Kind.CONDITION,
        Kind.CONSEQUENCE,
        Kind.PRINCIPLE,
        Kind.ORGANIZATIONAL,
    ),
    Ground: (Kind.PRECEDENT,),
    Advice: (Kind.ADVICE,),
    Score: (Kind.SCORE,),
    Classification: (Kind.DATA_CLASS,),
    Retention: (Kind.RETENTION,),
    Penalty: (Kind.PENALTY,),
}
"""The sorts of norm that a rule of each class may be, its own first."""

_BUILDERS = {
    Kind.EXCEPTION: "exception",
    Kind.CONDITION: "scope",
    Kind.CONSEQUENCE: "noted",
    Kind.DATA_CLASS: "classification",
}
"""What builds a rule of a kind, where that is not the first class that can be of it."""


def _odd_kind(rule: Rule) -> str:
    """What is wrong with a rule of a kind that its class cannot have."""
    name, mine = type(rule).__name__, KINDS.get(type(rule), ())
    of_it = [cls.__name__ for cls, kinds in KINDS.items() if rule.kind in kinds]
    build = f"build it with `{_BUILDERS.get(rule.kind, of_it[0].lower())}`"
    if not mine:
        return f"a `{name}` says too little; {build}"
    *others, last = (f"`Kind.{kind.name}`" for kind in mine)
    can = f"{', '.join(others)} or {last}" if others else last
    return f"`kind` of a `{name}` can be {can}, not `Kind.{rule.kind.name}`; {build}"


Joinable: TypeAlias = Condition | Definition
"""What `when` and its like take: a condition, or a defined term."""


def _values(rule: Any) -> tuple[Any, ...]:
    return tuple([getattr(rule, field.name) for field in attrs.fields(type(rule)) if field.eq])


def loose_in(rule: Rule, *, finished: bool = False) -> list[str]:
    """What is wrong with what stands inside the fields of a rule: facts of listed records that it reads
    without saying of which record and, in a policy that is `finished`, terms without a meaning.
    """
    problems = []
    for name, root in rule.roots():
        # A rule is promoted for all it speaks of, or for nothing.
        of_records = rule.may_speak_of_records and name != "promoted_by"
        mine = rule.each.record_type if rule.each is not None and of_records else None
        ask = f"give the rule that list as `each`, or {_ASK}" if of_records else _ASK
        try:
            ends = loose_ends(root)
        except ConditionError as error:
            problems.append(f"in `{name}`, {error}")
            continue
        for end in ends:
            if isinstance(end, Forward):
                if finished:
                    problems.append(f"`{name}` uses `{end!r}`, which was never given a meaning")
            elif end.record is not mine:
                problems.append(
                    f"`{name}` reads `{end!r}`, a fact of the records in "
                    f"`{end.record.__path__.removesuffix('[]')}`; {ask}"
                )
    return problems
