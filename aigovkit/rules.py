"""Rules: cited norms, each a value that says when it applies and what follows.

A jurisdiction module is a list of calls to the functions below, in the order of
its document. What a rule means, in three-valued logic:

- A **prohibition** applies when its condition holds and no exception displaces it.
- An **exception** displaces the rules it points at while its condition and all
  it is `provided` on hold, and no other exception displaces it.
- A **duty** (obligation, review, requirement) applies in the same way; it is met
  when what is to be `done` is done, in time where a time is stated; it is
  breached when the `gate` it had to come before is passed, or its time is over,
  and it was not done. Until then it is open.
- Everything else is noted when its condition holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import attrs

from aigovkit.citations import Citation, Force, Provision
from aigovkit.conditions import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    Ambiguity,
    AtMost,
    Attested,
    ByReading,
    Condition,
    Day,
    EndOfDay,
    InForce,
    MeetsCadence,
    Named,
    Points,
    Quantity,
    Situation,
    Time,
    as_read,
)
from aigovkit.errors import PolicyError
from aigovkit.models.data import DataClass
from aigovkit.models.retention import RetentionRule
from aigovkit.models.risk import RiskTier
from aigovkit.periods import Cadence


class Kind(StrEnum):
    """What sort of norm a provision is."""

    PROHIBITION = "prohibition"
    EXCEPTION = "exception"
    OBLIGATION = "obligation"
    REVIEW = "review"
    REQUIREMENT = "requirement"
    """A condition of use."""
    PERMISSION = "permission"
    RIGHT = "right"
    DEFINITION = "definition"
    CONDITION = "condition"
    """When something else applies, as a scope does."""
    CONSEQUENCE = "consequence"
    """What may or does follow a violation."""
    ADVICE = "advice"
    """Good sense that no text demands."""
    PRINCIPLE = "principle"
    SCORE = "score"
    DATA_CLASS = "data_class"
    RETENTION = "retention"
    PENALTY = "penalty"
    ORGANIZATIONAL = "organizational"


MOVING_FORCES = frozenset({Force.BINDING, Force.PRACTICE, Force.PROPOSED})
"""The forces whose rules move an outcome. A proposed rule does so only once it is in force."""


@attrs.frozen
class Commencement:
    """When provisions start to bind, and perhaps end. They govern acts done in between."""

    name: str
    starts: Any
    citation: Citation
    ends: Any = None


@attrs.frozen
class Deadline:
    """The last moment at which something is done in time.

    With `strict` it has to come strictly before `time`, as an approval before
    the act it approves. `by_reading` marks a time the text does not state but
    implies; `note` says in words what a date cannot.
    """

    time: Any = None
    strict: bool = attrs.field(default=False, kw_only=True)
    by_reading: bool = attrs.field(default=False, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)


@attrs.frozen(kw_only=True)
class Rule:
    """A cited norm. The subclasses add what their kind needs."""

    id: str
    citation: Citation
    statement: str
    kind: Kind
    force: Force = Force.BINDING
    when: Condition = ALWAYS
    each: Any = None
    """A fact that is a list: the rule then speaks of each of its records."""
    commencement: Commencement | None = None
    act: Any = AS_OF
    """When the act is done that the rule governs; force is tested on that day."""
    promoted_by: Condition = NOT_EVER
    """When the rule binds although its own force does not, as once a working group's text is adopted."""
    left_open: tuple[Ambiguity, ...] = ()
    """Questions its text leaves open on which nothing turns that is worked out here; a finding says how
    they are read.
    """
    note: str = ""

    @property
    def provision(self) -> Provision:
        """The row of the source that this rule models."""
        return Provision(self.id, self.citation, str(self.kind), self.force, True, self.note)

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
    """Something that must not be done."""

    bearer: str = ""


@attrs.frozen(kw_only=True)
class ExceptionRule(Rule):
    """An exception: what it displaces, and what it depends on."""

    to: tuple[str, ...]
    provided: Condition = ALWAYS
    """The conditions of the exception; when one fails, what it would displace revives."""


@attrs.frozen(kw_only=True)
class Duty(Rule):
    """Something to be done."""

    bearer: str
    done: Any
    """A condition (it is done), or a time (when it was done)."""
    due: Deadline | None = None
    gate: Condition = NOT_EVER
    """The point by which it had to be done has passed."""
    holds_back: Condition = ALWAYS
    """When the duty, undone, moves the outcome: a reading may make it a separate duty that does not."""
    lawful_use: bool = False
    """Whether the text makes it a condition of lawful use, so that going ahead without it is prohibited."""

    @property
    def deadline(self) -> Any:
        """The time by which it is to be done, None when none is stated. A day leaves the whole of it."""
        time = self.due.time if self.due is not None else None
        return EndOfDay(time) if isinstance(time, Day) else time

    @property
    def met(self) -> Condition:
        """Whether the duty is done, in time where a time is stated."""
        if not isinstance(self.done, Time):
            return self.done  # type: ignore[no-any-return]
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
class Definition(Rule):
    """A defined term or a scope. It joins with conditions as if it were one."""

    term: str
    """What explanations say where the definition holds, such as "it is an AI system"."""

    @property
    def condition(self) -> Condition:
        """The defined term as a condition, under its own name."""
        return Named(self.term, self.when, self.citation)

    def __and__(self, other: Condition | Definition) -> Condition:
        return self.condition & as_condition(other)

    def __rand__(self, other: Condition) -> Condition:
        return other & self.condition

    def __or__(self, other: Condition | Definition) -> Condition:
        return self.condition | as_condition(other)

    def __ror__(self, other: Condition) -> Condition:
        return other | self.condition

    def __invert__(self) -> Condition:
        return ~self.condition

    def __bool__(self) -> bool:
        return bool(self.condition)


@attrs.frozen(kw_only=True)
class Scoring(Rule):
    """A score, and the tier its total falls in."""

    score: Any
    bands: tuple[tuple[int, int, RiskTier], ...] = ()
    """Lowest total, highest total (both included), tier."""


@attrs.frozen(kw_only=True)
class Classification(Rule):
    """The class a data element falls in. The rule speaks of each element."""

    data_class: DataClass


@attrs.frozen(kw_only=True)
class Retention(Rule):
    """How long data is kept."""

    retention: RetentionRule


@attrs.frozen(kw_only=True)
class Penalty(Rule):
    """What a violation can cost, as an amount in cents with bounds, and its formula in words."""

    least: Any
    most: Any = None
    """None where the text sets no ceiling."""
    formula: str
    payer: str = ""
    payee: str = ""


def as_condition(given: Condition | Definition) -> Condition:
    """A condition, or the one a definition stands for."""
    return given.condition if isinstance(given, Definition) else given


def _common(given: dict[str, Any]) -> dict[str, Any]:
    common = {key: value for key, value in given.items() if value is not None}
    common["left_open"] = tuple(common.get("left_open", ()))
    for key in ("when", "provided", "gate", "holds_back", "promoted_by", "done"):
        if isinstance(common.get(key), Definition):
            common[key] = common[key].condition
    return common


def prohibition(
    id: str,
    citation: Citation,
    statement: str,
    *,
    when: Condition | Definition,
    bearer: str = "",
    force: Force = Force.BINDING,
    each: Any = None,
    commencement: Commencement | None = None,
    act: Any = None,
    promoted_by: Condition | None = None,
    left_open: Sequence[Ambiguity] = (),
    note: str = "",
) -> Prohibition:
    """Something that must not be done."""
    return Prohibition(kind=Kind.PROHIBITION, **_common(locals()))


def exception(
    id: str,
    citation: Citation,
    statement: str,
    *,
    to: Rule | Sequence[Rule],
    when: Condition | Definition,
    provided: Condition | Definition | None = None,
    force: Force = Force.BINDING,
    commencement: Commencement | None = None,
    act: Any = None,
    left_open: Sequence[Ambiguity] = (),
    note: str = "",
) -> ExceptionRule:
    """What displaces other rules. It stands where the document puts it, and points at what it displaces."""
    given = _common(locals())
    given["to"] = tuple(rule.id for rule in ([to] if isinstance(to, Rule) else to))
    return ExceptionRule(kind=Kind.EXCEPTION, **given)


def obligation(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    when: Condition | Definition = ALWAYS,
    done: Any = None,
    due: Deadline | None = None,
    gate: Condition | None = None,
    force: Force = Force.BINDING,
    kind: Kind = Kind.OBLIGATION,
    each: Any = None,
    commencement: Commencement | None = None,
    act: Any = None,
    lawful_use: bool = False,
    holds_back: Condition | None = None,
    promoted_by: Condition | None = None,
    left_open: Sequence[Ambiguity] = (),
    note: str = "",
) -> Duty:
    """Something to be done. Without `done` its fulfilment is attested."""
    given = _common(locals())
    given.setdefault("done", Attested(id))
    return Duty(**given)


def review(
    id: str, citation: Citation, statement: str, *, bearer: str, when: Condition | Definition, **options: Any
) -> Duty:
    """A named body must decide first. Until it has, the outcome is REVIEW. Options are those of
    `obligation`.
    """
    return obligation(id, citation, statement, bearer=bearer, when=when, kind=Kind.REVIEW, **options)


def requirement(
    id: str, citation: Citation, statement: str, *, bearer: str, when: Condition | Definition, **options: Any
) -> Duty:
    """A condition of use. Until it is met, the outcome is CONDITIONAL. Options are those of `obligation`.

    With `lawful_use`, going ahead without it (its `gate` passed) is prohibited.
    """
    return obligation(id, citation, statement, bearer=bearer, when=when, kind=Kind.REQUIREMENT, **options)


def recurring(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    occurrences: Any,
    cadence: Cadence,
    since: Any,
    when: Condition | Definition = ALWAYS,
    **options: Any,
) -> Duty:
    """Something to be done again and again. A window missed stays a breach, however promptly the next one
    is kept.
    """
    return obligation(
        id,
        citation,
        statement,
        bearer=bearer,
        when=when,
        done=MeetsCadence(occurrences, cadence, since),
        **options,
    )


def definition(
    id: str,
    citation: Citation,
    statement: str,
    *,
    means: Condition | Definition,
    term: str = "",
    force: Force = Force.BINDING,
    kind: Kind = Kind.DEFINITION,
    commencement: Commencement | None = None,
    left_open: Sequence[Ambiguity] = (),
    note: str = "",
) -> Definition:
    """A defined term. It joins with conditions by `&`, `|` and `~`; `term` says in a clause that it holds."""
    given = _common(locals())
    given["when"] = as_condition(given.pop("means"))
    given["term"] = term or f"{id} holds"
    return Definition(**given)


def scope(
    id: str, citation: Citation, statement: str, *, covers: Condition | Definition, **options: Any
) -> Definition:
    """What a policy, or a part of it, covers. It joins with conditions by `&`, `|` and `~`."""
    return definition(id, citation, statement, means=covers, kind=Kind.CONDITION, **options)


def noted(
    id: str,
    citation: Citation,
    statement: str,
    *,
    kind: Kind,
    when: Condition | Definition,
    force: Force = Force.BINDING,
    each: Any = None,
    commencement: Commencement | None = None,
    act: Any = None,
    left_open: Sequence[Ambiguity] = (),
    note: str = "",
) -> Rule:
    """A permission, a right, a consequence or a condition that is reported when it holds, and moves
    nothing.
    """
    return Rule(**_common(locals()))


def advice(
    id: str, citation: Citation, statement: str, *, when: Condition | Definition, note: str = ""
) -> Rule:
    """Good sense that no text demands: reported as advised, never called a duty."""
    return Rule(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.ADVICE,
        force=Force.DESCRIPTIVE,
        when=as_condition(when),
        note=note,
    )


def score(
    id: str,
    citation: Citation,
    statement: str,
    *,
    points: Quantity | Sequence[tuple[Condition, int]],
    bands: Sequence[tuple[int, int, RiskTier]] = (),
    when: Condition | Definition = ALWAYS,
    force: Force = Force.BINDING,
    commencement: Commencement | None = None,
    left_open: Sequence[Ambiguity] = (),
    note: str = "",
) -> Scoring:
    """Points, and the tier their total falls in. Bands name their lowest and highest total, both included."""
    given = _common(locals())
    scale = given.pop("points")
    given["score"] = scale if isinstance(scale, Quantity) else Points(tuple(scale))
    given["bands"] = tuple(bands)
    return Scoring(kind=Kind.SCORE, **given)


def data_class(
    id: str,
    citation: Citation,
    statement: str,
    *,
    of: Any,
    falls_in: DataClass,
    when: Condition | Definition,
    force: Force = Force.BINDING,
    commencement: Commencement | None = None,
    left_open: Sequence[Ambiguity] = (),
    note: str = "",
) -> Classification:
    """The class that each data element falls in when the condition holds of it. `of` is the list of
    elements.
    """
    given = _common(locals())
    given["each"], given["data_class"] = given.pop("of"), given.pop("falls_in")
    return Classification(kind=Kind.DATA_CLASS, **given)


def retention(
    id: str,
    citation: Citation,
    statement: str,
    *,
    keeps: RetentionRule,
    when: Condition | Definition = ALWAYS,
    force: Force = Force.BINDING,
    commencement: Commencement | None = None,
    left_open: Sequence[Ambiguity] = (),
    note: str = "",
) -> Retention:
    """How long data is kept: a floor, a ceiling, or both."""
    given = _common(locals())
    given["retention"] = given.pop("keeps")
    return Retention(kind=Kind.RETENTION, **given)


def penalty(
    id: str,
    citation: Citation,
    statement: str,
    *,
    when: Condition | Definition,
    least: Quantity,
    most: Quantity | None,
    formula: str,
    payer: str = "",
    payee: str = "",
    force: Force = Force.BINDING,
    commencement: Commencement | None = None,
    act: Any = None,
    left_open: Sequence[Ambiguity] = (),
    note: str = "",
) -> Penalty:
    """What a violation can cost: bounds in cents, and the formula in words. `most=None` says there is no
    ceiling.
    """
    return Penalty(kind=Kind.PENALTY, **_common(locals()))


def unmodelled(
    id: str, citation: Citation, *, kind: Kind, force: Force = Force.BINDING, because: str
) -> Provision:
    """A provision that no rule models, with the reason."""
    if not because:
        raise PolicyError(f"`{id}` is not modelled; say why")
    return Provision(id, citation, str(kind), force, False, because)


def all_of(*conditions: Condition | Definition) -> Condition:
    """Every one of several conditions and definitions."""
    return AllOf.of(*(as_condition(c) for c in conditions))


Entry = Rule | Provision
"""What a policy lists, in the order of its document: the rules, and the provisions that none models."""


def by_id(entries: Sequence[Entry]) -> Mapping[str, Entry]:
    """The entries by their ids; PolicyError when two share one."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in found:
            raise PolicyError(f"`{entry.id}` stands twice in the policy")
        found[entry.id] = entry
    return found
