"""The builders: one function for each kind of rule, in the words an author writes with.

Each takes the id of the provision, its citation and a statement in one sentence,
and then what its kind needs. Options that all share are those of `Rule`, those of
every duty those of `Duty`. What does not fit is refused here, with the provision,
the field and what is accepted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict, TypeVar, Unpack

import attrs

from aigovkit.citations import Citation, Force, Kind, Provision
from aigovkit.errors import PolicyError
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition, Quantity, Time
from aigovkit.language.nodes import ALWAYS, Attested, Constant, EventsFact, MeetsCadence, Points, RecordsFact
from aigovkit.models.data import DataClass
from aigovkit.models.retention import RetentionRule
from aigovkit.models.risk import RiskTier
from aigovkit.periods import Cadence
from aigovkit.rules.kinds import (
    Advice,
    Classification,
    Commencement,
    Deadline,
    Definition,
    ExceptionRule,
    Joinable,
    Noted,
    Obligation,
    Penalty,
    Prohibition,
    Recurring,
    Requirement,
    Retention,
    Review,
    Rule,
    Scope,
    Score,
    unknown_option,
)


class RuleOptions(TypedDict, total=False):
    """Options of every rule; see `Rule`."""

    force: Force
    each: RecordsFact | None
    commencement: Commencement | None
    act: Time
    promoted_by: Joinable
    left_open: Sequence[Ambiguity]
    note: str


class DutyOptions(RuleOptions, total=False):
    """Options of every duty; see `Duty`. Without `done` its fulfilment is attested."""

    done: Joinable | Time
    due: Deadline | None
    gate: Joinable
    holds_back: Joinable
    lawful_use: bool


R = TypeVar("R", bound=Rule)


def _built(cls: type[R], builder: str, id: str, options: Mapping[str, Any], **fields: Any) -> R:
    known = {field.name for field in attrs.fields(cls)}
    for name in options:
        if name not in known:
            raise unknown_option(id, builder, name, cls)
    return cls(id=id, **fields, **options)


def prohibition(
    id: str,
    citation: Citation,
    statement: str,
    *,
    when: Joinable,
    bearer: str = "",
    **options: Unpack[RuleOptions],
) -> Prohibition:
    """Something that must not be done.

    It applies when its condition holds and no exception displaces it; the
    outcome is then PROHIBITED.

    .. versionadded:: 0.1.0
    """
    fields = {"citation": citation, "statement": statement, "when": when, "bearer": bearer}
    return _built(Prohibition, "prohibition", id, options, **fields)


def exception(
    id: str,
    citation: Citation,
    statement: str,
    *,
    to: Rule | str | Sequence[Rule | str],
    when: Joinable,
    provided: Joinable = ALWAYS,
    **options: Unpack[RuleOptions],
) -> ExceptionRule:
    """What displaces other rules. It stands where the document puts it, and points at what it displaces.

    `to` names rules, or their ids where they come later in the text. What it is
    `provided` on are its conditions: when one fails, what it would displace revives.

    .. versionadded:: 0.1.0
    """
    fields: dict[str, Any] = {
        "citation": citation,
        "statement": statement,
        "when": when,
        "provided": provided,
    }
    targets: Any = to if isinstance(to, list | tuple) else [to]
    fields["to"] = tuple(target.id if isinstance(target, Rule) else target for target in targets)
    return _built(ExceptionRule, "exception", id, options, **fields)


def obligation(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    when: Joinable = ALWAYS,
    kind: Kind = Kind.OBLIGATION,
    **options: Unpack[DutyOptions],
) -> Obligation:
    """Something to be done. Without `done` its fulfilment is attested. Undone, it does not move the outcome.

    .. versionadded:: 0.1.0
    """
    fields = {"citation": citation, "statement": statement, "bearer": bearer, "when": when, "kind": kind}
    return _built(Obligation, "obligation", id, _attested(id, options), **fields)


def review(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    when: Joinable,
    **options: Unpack[DutyOptions],
) -> Review:
    """A named body must decide first. Until it has, the outcome is REVIEW.

    .. versionadded:: 0.1.0
    """
    fields = {"citation": citation, "statement": statement, "bearer": bearer, "when": when}
    return _built(Review, "review", id, _attested(id, options), **fields)


def requirement(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    when: Joinable,
    **options: Unpack[DutyOptions],
) -> Requirement:
    """A condition of use. Until it is met, the outcome is CONDITIONAL.

    With `lawful_use`, going ahead without it (its `gate` passed) is prohibited.

    .. versionadded:: 0.1.0
    """
    fields = {"citation": citation, "statement": statement, "bearer": bearer, "when": when}
    return _built(Requirement, "requirement", id, _attested(id, options), **fields)


def recurring(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    occurrences: EventsFact,
    cadence: Cadence,
    since: Time,
    when: Joinable = ALWAYS,
    **options: Unpack[DutyOptions],
) -> Recurring:
    """Something to be done again and again. A window missed stays a breach, however promptly the next one is kept.

    .. versionadded:: 0.1.0
    """
    for name, value, sort, words in (
        ("occurrences", occurrences, EventsFact, "a fact that is a list of days"),
        ("cadence", cadence, Cadence, "a `Cadence`"),
    ):
        if not isinstance(value, sort):
            raise PolicyError(f"`{id}`: `{name}` takes {words}, not `{value!r}`")
    fields: dict[str, Any] = {"citation": citation, "statement": statement, "bearer": bearer, "when": when}
    fields["done"] = MeetsCadence(occurrences, cadence, since)
    return _built(Recurring, "recurring", id, options, **fields)


def definition(
    id: str,
    citation: Citation,
    statement: str,
    *,
    means: Joinable,
    term: str = "",
    kind: Kind = Kind.DEFINITION,
    **options: Unpack[RuleOptions],
) -> Definition:
    """A defined term. It joins with conditions by `&`, `|` and `~`; `term` says in a clause that it holds.

    .. versionadded:: 0.1.0
    """
    fields = {"citation": citation, "statement": statement, "when": means, "kind": kind}
    return _built(Definition, "definition", id, options, term=term or f"{id} holds", **fields)


def scope(
    id: str,
    citation: Citation,
    statement: str,
    *,
    covers: Joinable,
    term: str = "",
    **options: Unpack[RuleOptions],
) -> Scope:
    """What a policy, or a part of it, covers. It joins with conditions by `&`, `|` and `~`.

    .. versionadded:: 0.1.0
    """
    fields = {"citation": citation, "statement": statement, "when": covers}
    return _built(Scope, "scope", id, options, term=term or f"{id} holds", **fields)


def noted(
    id: str, citation: Citation, statement: str, *, kind: Kind, when: Joinable, **options: Unpack[RuleOptions]
) -> Noted:
    """A permission, a right, a consequence or a condition that is reported when it holds, and moves nothing.

    .. versionadded:: 0.1.0
    """
    return _built(Noted, "noted", id, options, citation=citation, statement=statement, kind=kind, when=when)


def advice(
    id: str, citation: Citation, statement: str, *, when: Joinable, **options: Unpack[RuleOptions]
) -> Advice:
    """Good sense that no text demands: reported as advised, never called a duty.

    .. versionadded:: 0.1.0
    """
    return _built(Advice, "advice", id, options, citation=citation, statement=statement, when=when)


def score(
    id: str,
    citation: Citation,
    statement: str,
    *,
    points: Quantity | Sequence[tuple[Condition, int]],
    bands: Sequence[tuple[int, int, RiskTier]] = (),
    when: Joinable = ALWAYS,
    **options: Unpack[RuleOptions],
) -> Score:
    """Points, and the tier their total falls in. Bands name their lowest and highest total, both included.

    .. versionadded:: 0.1.0
    """
    scale: Any = Points(tuple(points)) if isinstance(points, list | tuple) else points
    listed: Any = tuple(bands) if isinstance(bands, list | tuple) else bands
    fields = {"citation": citation, "statement": statement, "when": when}
    return _built(Score, "score", id, options, points=scale, bands=listed, **fields)


def classification(
    id: str,
    citation: Citation,
    statement: str,
    *,
    of: RecordsFact,
    falls_in: DataClass,
    when: Joinable,
    **options: Unpack[RuleOptions],
) -> Classification:
    """The class that each data element falls in when the condition holds of it. `of` is the list of elements.

    .. versionadded:: 0.1.0
    """
    if "each" in options:
        raise unknown_option(id, "classification", "each", Classification)
    fields = {"citation": citation, "statement": statement, "when": when}
    return _built(Classification, "classification", id, options, each=of, data_class=falls_in, **fields)


def retention(
    id: str,
    citation: Citation,
    statement: str,
    *,
    keeps: RetentionRule,
    when: Joinable = ALWAYS,
    **options: Unpack[RuleOptions],
) -> Retention:
    """How long data is kept: a floor, a ceiling, or both.

    .. versionadded:: 0.1.0
    """
    fields = {"citation": citation, "statement": statement, "when": when}
    return _built(Retention, "retention", id, options, keeps=keeps, **fields)


def penalty(
    id: str,
    citation: Citation,
    statement: str,
    *,
    when: Joinable,
    least: Quantity | int,
    most: Quantity | int | None,
    formula: str,
    payer: str = "",
    payee: str = "",
    **options: Unpack[RuleOptions],
) -> Penalty:
    """What a violation can cost: bounds in cents, and the formula in words. `most=None` says there is no ceiling.

    .. versionadded:: 0.1.0
    """
    fields: dict[str, Any] = {"citation": citation, "statement": statement, "when": when}
    for name, amount in (("least", least), ("most", most)):
        is_number = isinstance(amount, int) and not isinstance(amount, bool)
        fields[name] = Constant(amount) if is_number else amount  # type: ignore[arg-type]
    return _built(Penalty, "penalty", id, options, formula=formula, payer=payer, payee=payee, **fields)


def unmodelled(
    id: str, citation: Citation, *, kind: Kind, force: Force = Force.BINDING, because: str
) -> Provision:
    """A provision that no rule models, with the reason. Raises PolicyError when none is given.

    .. versionadded:: 0.1.0
    """
    if not because:
        raise PolicyError(f"`{id}` is not modelled; say why")
    return Provision(id, citation, kind, force, False, because)


def _attested(id: str, options: DutyOptions) -> dict[str, Any]:
    """The options of a duty; without `done` its fulfilment is attested."""
    return {"done": Attested(id), **options}
