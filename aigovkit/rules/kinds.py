"""The kinds of rule: frozen classes with typed, keyword-only fields, checked when they are built.

A wrong field is refused at once, with the id of the provision, the field, the
value and what is accepted; everything wrong with a rule is told together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias, cast

import attrs

from aigovkit.citations import Citation, Force, Kind, Provision
from aigovkit.errors import PolicyError, did_you_mean, shown
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import CONDITIONS, QUANTITIES, TIMES, Condition, Quantity, Time
from aigovkit.language.meaning import as_read
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AtMost,
    Attested,
    ByReading,
    ConditionNode,
    Day,
    EndOfDay,
    InForce,
    MeetsCadence,
    Named,
    Points,
    QuantityNode,
    RecordsFact,
    TimeNode,
)
from aigovkit.language.parts import loose_facts
from aigovkit.models.data import DataClass
from aigovkit.models.retention import RetentionRule
from aigovkit.models.risk import RiskTier
from aigovkit.situation import Situation

MOVING_FORCES = frozenset({Force.BINDING, Force.PRACTICE, Force.PROPOSED})
"""The forces whose rules move an outcome. A proposed rule does so only once it is in force."""

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", re.ASCII)


@attrs.frozen
class Commencement:
    """When provisions start to bind, and perhaps end. They govern acts done in between.

    Raises PolicyError when `starts` or `ends` is no time.

    .. versionadded:: 0.1.0
    """

    name: str
    starts: Time
    citation: Citation
    ends: Time | None = None

    def __attrs_post_init__(self) -> None:
        _refuse(f"commencement `{self.name}`", _wrong(self, {"starts": _TIME, "ends": _OPTIONAL_TIME}))


@attrs.frozen
class Deadline:
    """The last moment at which something is done in time.

    With `strict` it has to come strictly before `time`, as an approval before
    the act it approves. `by_reading` marks a time the text does not state but
    implies; `note` says in words what a date cannot. Raises PolicyError when
    `time` is no time.

    .. versionadded:: 0.1.0
    """

    time: Time | None = None
    strict: bool = attrs.field(default=False, kw_only=True)
    by_reading: bool = attrs.field(default=False, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        accepted = {"time": _OPTIONAL_TIME, "strict": _BOOLEAN, "by_reading": _BOOLEAN, "note": _TEXT}
        _refuse("the deadline", _wrong(self, accepted))


def _condition(given: Any) -> Any:
    """The condition that a defined term stands for; anything else as it is, to be checked with the other fields."""
    return given.condition if isinstance(given, Definition) else given


def _ambiguities(given: Sequence[Ambiguity]) -> tuple[Ambiguity, ...]:
    return tuple(given) if isinstance(given, list | tuple) else cast("Any", given)


def _condition_field(default: Condition) -> Any:
    return attrs.field(default=default, converter=_condition)


@attrs.frozen(kw_only=True)
class Rule:
    """A cited norm. The subclasses add what their kind needs.

    `each` is a list of records: the rule then speaks of each of them. `act` is
    when the act is done that the rule governs; force is tested on that day.
    `promoted_by` says when the rule binds although its own force does not, as
    once a working group's text is adopted. `left_open` are questions its text
    leaves open on which nothing turns that is worked out here.

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

    def __attrs_post_init__(self) -> None:
        problems = _wrong(self, _ACCEPTED)
        if not problems:
            problems = list(_loose(self))
        _refuse(f"`{shown(self.id).strip(chr(39))}`", problems)

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        for name in ("when", "act", "promoted_by"):
            yield name, getattr(self, name)
        if self.commencement is not None:
            yield "commencement", self.commencement.starts
            if self.commencement.ends is not None:
                yield "commencement", self.commencement.ends

    @property
    def provision(self) -> Provision:
        """The row of the source that this rule models."""
        return Provision(self.id, self.citation, self.kind, self.force, True, self.note)

    @property
    def in_force(self) -> Condition:
        """Whether the rule governs the act."""
        if self.commencement is None:
            return ALWAYS
        return InForce(self.commencement.starts, self.act, self.commencement.ends)

    @property
    def moves(self) -> Condition:
        """Whether the rule moves the outcome at all."""
        return ALWAYS if self.force in MOVING_FORCES else self.promoted_by


@attrs.frozen(kw_only=True)
class Prohibition(Rule):
    """Something that must not be done. See `prohibition`."""

    kind: Kind = Kind.PROHIBITION
    bearer: str = ""


@attrs.frozen(kw_only=True)
class ExceptionRule(Rule):
    """What displaces other rules, and what it depends on. See `exception`.

    `provided` are the conditions of the exception; when one fails, what it would displace revives.
    """

    kind: Kind = Kind.EXCEPTION
    to: tuple[str, ...]
    provided: Condition = attrs.field(default=ALWAYS, converter=_condition)

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        yield "provided", self.provided


@attrs.frozen(kw_only=True)
class Duty(Rule):
    """Something to be done.

    `done` is a condition (it is done) or a time (when it was done). The `gate`
    is the point by which it had to be done. `holds_back` says when the duty,
    undone, moves the outcome: a reading may make it a separate duty that does
    not. With `lawful_use` the text makes it a condition of lawful use, so that
    going ahead without it is prohibited.
    """

    bearer: str
    done: Condition | Time = attrs.field(converter=_condition)
    due: Deadline | None = None
    gate: Condition = attrs.field(default=NOT_EVER, converter=_condition)
    holds_back: Condition = attrs.field(default=ALWAYS, converter=_condition)
    lawful_use: bool = False

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        yield "done", self.done
        if self.due is not None and self.due.time is not None:
            yield "due", self.due.time
        yield "gate", self.gate
        yield "holds_back", self.holds_back

    @property
    def deadline(self) -> Time | None:
        """The time by which it is to be done, None when none is stated. A day leaves the whole of it."""
        time = self.due.time if self.due is not None else None
        return EndOfDay(time) if isinstance(time, Day) else time

    @property
    def met(self) -> Condition:
        """Whether the duty is done, in time where a time is stated."""
        if not isinstance(self.done, TimeNode):
            return self.done
        if self.deadline is None:
            return self.done.happened()
        return AtMost(self.done, self.deadline, strict=self._strict) & self.done.happened()

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


@attrs.frozen(kw_only=True)
class Obligation(Duty):
    """Something to be done that does not hold the use back. See `obligation`."""

    kind: Kind = Kind.OBLIGATION


@attrs.frozen(kw_only=True)
class Review(Duty):
    """A decision that a named body has to take first. See `review`."""

    kind: Kind = Kind.REVIEW


@attrs.frozen(kw_only=True)
class Requirement(Duty):
    """A condition of use. See `requirement`."""

    kind: Kind = Kind.REQUIREMENT


@attrs.frozen(kw_only=True)
class Recurring(Obligation):
    """Something to be done again and again. See `recurring`."""


@attrs.frozen(kw_only=True)
class Definition(Rule):
    """A defined term. It joins with conditions as if it were one. See `definition`."""

    kind: Kind = Kind.DEFINITION
    term: str
    """What explanations say where the definition holds, such as "it is an AI system"."""

    @property
    def condition(self) -> Condition:
        """The defined term as a condition, under its own name."""
        return Named(self.term, self.when, self.citation)

    def __and__(self, other: Condition | Definition) -> Condition:
        return self.condition & _condition(other)  # type: ignore[no-any-return]

    def __rand__(self, other: Condition) -> Condition:
        return other & self.condition

    def __or__(self, other: Condition | Definition) -> Condition:
        return self.condition | _condition(other)  # type: ignore[no-any-return]

    def __ror__(self, other: Condition) -> Condition:
        return other | self.condition

    def __invert__(self) -> Condition:
        return ~self.condition

    def __bool__(self) -> bool:
        return bool(self.condition)


@attrs.frozen(kw_only=True)
class Scope(Definition):
    """What a policy, or a part of it, covers. See `scope`."""

    kind: Kind = Kind.CONDITION


@attrs.frozen(kw_only=True)
class Noted(Rule):
    """What is reported when it holds, and moves nothing. See `noted`."""


@attrs.frozen(kw_only=True)
class Advice(Rule):
    """Good sense that no text demands. See `advice`."""

    kind: Kind = Kind.ADVICE
    force: Force = Force.DESCRIPTIVE


@attrs.frozen(kw_only=True)
class Score(Rule):
    """Points, and the tier their total falls in. See `score`.

    A band has its lowest total, its highest (both included) and its tier.
    """

    kind: Kind = Kind.SCORE
    points: Quantity
    bands: tuple[tuple[int, int, RiskTier], ...] = ()

    def roots(self) -> Iterator[tuple[str, Any]]:
        """The conditions and values the rule is made of, by the names of their fields."""
        yield from super().roots()
        yield "points", self.points


@attrs.frozen(kw_only=True)
class Classification(Rule):
    """The class a data element falls in. The rule speaks of each element. See `classification`."""

    kind: Kind = Kind.DATA_CLASS
    data_class: DataClass


@attrs.frozen(kw_only=True)
class Retention(Rule):
    """How long data is kept. See `retention`."""

    kind: Kind = Kind.RETENTION
    keeps: RetentionRule


@attrs.frozen(kw_only=True)
class Penalty(Rule):
    """What a violation can cost, as an amount in cents with bounds, and its formula in words. See `penalty`.

    `most` is None where the text sets no ceiling.
    """

    kind: Kind = Kind.PENALTY
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


Joinable: TypeAlias = Condition | Definition
"""What `when` and its like take: a condition, or a defined term."""


# What the fields accept: a test, and words for it


def _is_bands(value: Any) -> bool:
    return isinstance(value, tuple) and all(
        isinstance(band, tuple)
        and len(band) == 3
        and isinstance(band[0], int)
        and isinstance(band[1], int)
        and isinstance(band[2], RiskTier)
        and band[0] <= band[1]
        for band in value
    )


def _is_points(value: Any) -> bool:
    if not isinstance(value, Points):
        return isinstance(value, QuantityNode)
    return bool(value.scale) and all(
        len(step) == 2 and isinstance(step[0], ConditionNode) and isinstance(step[1], int)
        for step in value.scale
    )


_CONDITION = (lambda v: isinstance(v, CONDITIONS), "a condition, or a defined term")
_TIME = (lambda v: isinstance(v, TIMES), "a time, such as the fact of an event or `Day(date(2026, 3, 2))`")
_OPTIONAL_TIME = (lambda v: v is None or isinstance(v, TIMES), _TIME[1])
_QUANTITY = (
    lambda v: isinstance(v, QUANTITIES),
    "a quantity, such as `Constant(5)` or the fact of a count",
)
_OPTIONAL_QUANTITY = (lambda v: v is None or isinstance(v, QUANTITIES), _QUANTITY[1])
_BOOLEAN = (lambda v: isinstance(v, bool), "true or false")
_TEXT = (lambda v: isinstance(v, str), "text")
_SAID = (lambda v: isinstance(v, str) and bool(v.strip()), "text that says something")
_ACCEPTED: dict[str, tuple[Any, str]] = {
    "id": (
        lambda v: isinstance(v, str) and _ID.fullmatch(v),
        "letters, digits, dots and hyphens, such as `RUR-3.1`",
    ),
    "citation": (lambda v: isinstance(v, Citation), "a citation: `SOURCE.at(pinpoint)`"),
    "statement": _SAID,
    "kind": (lambda v: isinstance(v, Kind), "a `Kind`"),
    "force": (lambda v: isinstance(v, Force), "a `Force`"),
    "when": _CONDITION,
    "each": (lambda v: v is None or isinstance(v, RecordsFact), "a fact that is a list of records"),
    "commencement": (lambda v: v is None or isinstance(v, Commencement), "a `Commencement`"),
    "act": _TIME,
    "promoted_by": _CONDITION,
    "left_open": (
        lambda v: isinstance(v, tuple) and all(isinstance(one, Ambiguity) for one in v),
        "a list of ambiguities",
    ),
    "note": _TEXT,
    "bearer": _SAID,
    "to": (
        lambda v: isinstance(v, tuple) and bool(v) and all(isinstance(one, str) for one in v),
        "the rules it displaces, or their ids",
    ),
    "provided": _CONDITION,
    "done": (lambda v: isinstance(v, CONDITIONS + TIMES), "a condition (it is done) or a time (when)"),
    "due": (lambda v: v is None or isinstance(v, Deadline), "a `Deadline`"),
    "gate": _CONDITION,
    "holds_back": _CONDITION,
    "lawful_use": _BOOLEAN,
    "term": _SAID,
    "points": (_is_points, "a quantity, or a list of pairs of a condition and its points"),
    "bands": (_is_bands, "a list of bands: lowest total, highest total, `RiskTier`"),
    "data_class": (lambda v: isinstance(v, DataClass), "a `DataClass`"),
    "keeps": (lambda v: isinstance(v, RetentionRule), "a `RetentionRule`"),
    "least": _QUANTITY,
    "most": _OPTIONAL_QUANTITY,
    "formula": _SAID,
    "payer": _TEXT,
    "payee": _TEXT,
}


def _wrong(made: Any, accepted: dict[str, tuple[Any, str]]) -> list[str]:
    """What the fields of something built should have been."""
    problems = []
    for field in attrs.fields(type(made)):
        if field.name not in accepted:
            continue
        fits, words = accepted[field.name]
        value = getattr(made, field.name)
        if field.name == "bearer" and isinstance(made, Prohibition) and value == "":
            continue  # A ban may bind everyone.
        if not fits(value):
            problems.append(f"`{field.name}` takes {words}, not `{shown(value)}`")
    return problems


def _loose(rule: Rule) -> Iterator[str]:
    """Facts of listed records that a rule reads without saying of which record."""
    named = rule.each.record_type if rule.each is not None else None
    for name, root in rule.roots():
        for fact in loose_facts(root):
            if fact.record is not named:
                path = fact.record.__path__.removesuffix("[]")
                yield (
                    f"`{name}` reads `{fact!r}`, a fact of the records in `{path}`; give the rule that list "
                    "as `each`, or ask with `.some(...)`, `.each(...)` or `.count(...)`"
                )


def _refuse(what: str, problems: list[str]) -> None:
    if problems:
        raise PolicyError(f"{what}: " + "; ".join(dict.fromkeys(problems)))


def unknown_option(id: object, builder: str, name: str, cls: type[Rule]) -> PolicyError:
    """The error for an option that a kind of rule does not have."""
    choices = [field.name for field in attrs.fields(cls)]
    hint = did_you_mean(name, choices)
    return PolicyError(
        f"`{shown(id).strip(chr(39))}`: `{builder}` has no option `{name}`" + (f"; {hint}" if hint else "")
    )


def attested(id: str) -> Condition:
    """What a duty without `done` is met by: that someone attests it."""
    return Attested(id)
