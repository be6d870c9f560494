"""The answer: what a policy says of a case, and why."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

from aigovkit.citations import Citation, Force
from aigovkit.conditions import AS_OF, NOT_EVER, Ambiguity, AtMost, holds
from aigovkit.engine.verdicts import Outcome
from aigovkit.models.case import Case
from aigovkit.models.data import DataClass
from aigovkit.models.retention import RetentionRule, strictest
from aigovkit.models.risk import RiskTier
from aigovkit.periods import Moment, Period
from aigovkit.rules import Kind, Rule

if TYPE_CHECKING:
    from aigovkit.policies import Policy, PolicySet


class Status(StrEnum):
    """What a finding says of its provision."""

    SATISFIED = "satisfied"
    SATISFIED_IF_APPLICABLE = "satisfied_if_applicable"
    """Done; whether it was owed is unknown."""
    VIOLATED = "violated"
    SHORTFALL = "shortfall"
    """A recommendation is not followed."""
    DEVIATES = "deviates"
    """What a city describes as its practice is departed from."""
    OPEN = "open"
    """Owed, and not a breach so far."""
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"
    DISPLACED = "displaced"
    NOT_IN_FORCE = "not_in_force"
    ADVISED = "advised"
    NOTED = "noted"


class DutyStatus(StrEnum):
    """Where a duty stands."""

    MET = "met"
    MET_LATE = "met_late"
    OPEN = "open"
    """Owed, and not yet due, or owed with no stated time."""
    OVERDUE = "overdue"
    UNMET = "unmet"
    """The step it had to come before was taken without it."""
    UNKNOWN = "unknown"


class Finding:
    """What comes of one rule in one case: the rule, and its status.

    `presumed` marks a finding that rests on a presumption, which stands only
    until its rebuttal is known. `because` and `unknown` are worked out when
    read: short reasons, and the paths of the unknown facts the finding hangs on.
    """

    # Written out, since a frozen attrs class takes three times as long to make, and there is one for each
    # rule of each answer.
    __slots__ = ("_evaluation", "_rule", "_status")

    def __init__(self, rule: Rule, status: Status, evaluation: Evaluation) -> None:
        self._rule, self._status, self._evaluation = rule, status, evaluation

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self._rule

    @property
    def status(self) -> Status:
        """What comes of it."""
        return self._status

    def __eq__(self, other: object) -> bool:
        return (
            (self._rule, self._status) == (other._rule, other._status)
            if isinstance(other, Finding)
            else NotImplemented
        )

    def __hash__(self) -> int:
        return hash((self._rule.id, self._status))

    def __repr__(self) -> str:
        return f"Finding({self._rule.id!r}, {self._status!s})"

    @property
    def provision(self) -> str:
        """The id of the provision."""
        return self.rule.id

    @property
    def kind(self) -> Kind:
        """What sort of norm it is."""
        return self._rule.kind

    @property
    def force(self) -> Force:
        """How far it binds."""
        return self.rule.force

    @property
    def citation(self) -> Citation:
        """Where it stands."""
        return self.rule.citation

    @property
    def because(self) -> tuple[str, ...]:
        """The facts that settle the finding, in words."""
        return self._evaluation.explanation(self._rule.id).because

    @property
    def unknown(self) -> tuple[str, ...]:
        """The unknown facts the finding hangs on, by their paths."""
        return self._evaluation.explanation(self._rule.id).unknown

    @property
    def displaced_by(self) -> str | None:
        """The exception that displaces the rule, if one does."""
        return self._evaluation.explanation(self._rule.id).displaced_by

    @property
    def presumed(self) -> bool:
        """Whether the finding rests on a presumption that is not rebutted so far."""
        return self._evaluation.explanation(self._rule.id).presumed

    @property
    def readings(self) -> Mapping[str, Mapping[str, Status]]:
        """The ambiguities on which this finding depends: the status under each reading of each."""
        return self._evaluation.finding_readings(self._rule.id)

    @property
    def left_open(self) -> Mapping[str, str]:
        """The questions its text leaves open on which nothing turns that is worked out here, and how each
        is read.
        """
        chosen = dict(self._evaluation.policy.readings)
        return {
            ambiguity.name: chosen.get(ambiguity.name, ambiguity.default)
            for ambiguity in self._rule.left_open
        }


@attrs.frozen
class Explanation:
    """Why a rule came out as it did."""

    because: tuple[str, ...]
    unknown: tuple[str, ...]
    displaced_by: str | None
    presumed: bool


@attrs.frozen
class DutyDue:
    """One duty owed: who must do what, by when, and where that stands.

    `due` is a day or an instant on the clocks of the place, or None; `note`
    then says why, or that no time is stated. `about` names the record the duty
    arises from, where there are several.
    """

    provision: str
    actor: str
    act: str
    citation: Citation
    due: Moment | None
    status: DutyStatus
    force: Force
    note: str = ""
    by_reading: bool = False
    about: str = ""


@attrs.frozen
class TierFound:
    """A score and the tier it falls in. While facts are unknown both have a range."""

    provision: str
    citation: Citation
    at_least: int | None
    at_most: int | None
    tiers: tuple[RiskTier, ...]


@attrs.frozen
class ElementClass:
    """A class that a data element falls in, or may fall in when `certain` is false."""

    provision: str
    citation: Citation
    element: str
    data_class: DataClass
    certain: bool


@attrs.frozen
class RetentionFound:
    """A rule on how long data is kept."""

    provision: str
    citation: Citation
    retention: RetentionRule
    certain: bool = True


@attrs.frozen
class RetentionLimits:
    """What several retention rules leave: the longest floor, the shortest ceiling, and the pairs that
    conflict.
    """

    floor: Period | None
    ceiling: Period | None
    conflicts: tuple[tuple[str, str], ...]


@attrs.frozen
class Exposure:
    """What a violation could cost, in US dollars and cents: at least, at most (None: no ceiling or not
    known), and how it is reckoned.
    """

    provision: str
    citation: Citation
    at_least: int
    at_most: int | None
    formula: str
    payer: str
    payee: str
    certain: bool


@attrs.frozen
class Upcoming:
    """A provision that starts to bind later, and the day."""

    provision: str
    citation: Citation
    starts: datetime.date | None
    statement: str


@attrs.frozen
class PaperState:
    """A paper the policy calls for, or may (`called_for` is then false), and the elements that are not
    there or not known to be.
    """

    paper: str
    title: str
    citation: Citation
    called_for: bool
    present: int
    missing: tuple[str, ...]
    not_known: tuple[str, ...]


@attrs.frozen
class Question:
    """A fact that can still change the outcome.

    `proven` is true when answers were found that change it. Where the search
    ran out of its budget the question is kept and `proven` is false. `rebuts`
    marks a fact that would rebut a presumption the outcome rests on.
    """

    fact: str
    prompt: str
    provisions: tuple[str, ...]
    definition: str = ""
    choices: tuple[str, ...] = ()
    proven: bool = True
    rebuts: bool = False
    asked: bool = False
    """Whether it was asked already, and nobody knew."""


@attrs.frozen
class Alternative:
    """Another answer to a known fact that alone would make the outcome milder, and the range of outcomes
    then.
    """

    fact: str
    answer: Any
    at_least: Outcome
    at_most: Outcome


@attrs.frozen
class Counts:
    """How much of what the policy reads is known."""

    known: int
    asked_not_known: int
    not_asked: int


class _Answer:
    """What an evaluation of one policy and of several have in common."""

    __slots__ = ()

    at_least: Outcome
    at_most: Outcome

    @property
    def outcome(self) -> Outcome:
        """The outcome when the known facts settle it, else UNDETERMINED."""
        return self.at_least if self.at_least is self.at_most else Outcome.UNDETERMINED

    def summary(self, width: int = 88) -> str:
        """The answer as text for a person."""
        from aigovkit.report import summary

        return summary(self, width)  # type: ignore[arg-type]

    def to_json(self, *, indent: int | None = None) -> str:
        """The answer as JSON, the same bytes for the same case, policy, settings and time."""
        from aigovkit.serialization import dump_evaluation

        return dump_evaluation(self, indent=indent)  # type: ignore[arg-type]

    def __str__(self) -> str:
        return self.summary()

    def _repr_html_(self) -> str:
        from aigovkit.notebook import to_html

        return to_html(self)  # type: ignore[arg-type]


class Evaluation(_Answer):
    """What one policy says of one case at one time.

    Everything beyond the range of outcomes is worked out when first read.
    `is_hypothetical` says whether everything was taken as in force.
    """

    # Written out like Finding, and for the same reason. What is worked out when read is kept in `__dict__`.
    __slots__ = ("__dict__", "_as_of", "_at_least", "_at_most", "_case", "_is_hypothetical", "_policy")

    def __init__(
        self,
        policy: Policy,
        case: Case,
        as_of: Moment,
        at_least: Outcome,
        at_most: Outcome,
        hypothetical: bool = False,
    ) -> None:
        self._policy, self._case, self._as_of = policy, case, as_of
        self._at_least, self._at_most, self._is_hypothetical = at_least, at_most, hypothetical

    @property
    def policy(self) -> Policy:
        """The policy, with its settings."""
        return self._policy

    @property
    def case(self) -> Case:
        """The case that was judged."""
        return self._case

    @property
    def as_of(self) -> Moment:
        """The time of judging."""
        return self._as_of

    @property
    def at_least(self) -> Outcome:  # type: ignore[override]
        """The mildest outcome the known facts leave open."""
        return self._at_least

    @property
    def at_most(self) -> Outcome:  # type: ignore[override]
        """The strictest outcome the known facts leave open."""
        return self._at_most

    @property
    def is_hypothetical(self) -> bool:
        """Whether everything was taken as in force."""
        return self._is_hypothetical

    def _parts_compared(self) -> tuple[Any, ...]:
        return self._policy, self._case, self._as_of, self._at_least, self._at_most, self._is_hypothetical

    def __eq__(self, other: object) -> bool:
        return (
            self._parts_compared() == other._parts_compared()
            if isinstance(other, Evaluation)
            else NotImplemented
        )

    def __hash__(self) -> int:
        return hash((self._case, self._as_of, self._at_least, self._at_most))

    def __reduce__(self) -> tuple[type[Evaluation], tuple[Any, ...]]:
        return Evaluation, self._parts_compared()

    def __repr__(self) -> str:
        return f"<Evaluation of {self._case.id!r} by {self._policy.id} as of {self._as_of}: {self.outcome}>"

    @property
    def outcome(self) -> Outcome:
        """The outcome when the known facts settle it, else UNDETERMINED."""
        return self._at_least if self._at_least is self._at_most else Outcome.UNDETERMINED

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What comes of each rule, in the order of the document."""
        # Read for every answer that is looked into, and cached without the lock that a cached property takes.
        kept: dict[str, Any] = self.__dict__
        if "findings" not in kept:
            verdicts, rulebook = self._policy.verdicts(self), self._policy.rulebook
            kept["findings"] = tuple(
                [
                    Finding(rule, statuses[verdict] or self._breach(rule), self)
                    for rule, statuses, verdict in zip(rulebook.rules, rulebook.statuses, verdicts)  # noqa: B905 - one of each
                ]
            )
        found: tuple[Finding, ...] = kept["findings"]
        return found

    def _breach(self, rule: Rule) -> Status:
        """What the breach of a rule that may have been promoted is called."""
        return (
            Status.VIOLATED
            if holds(rule.promoted_by, self._policy.situation(self))
            else _BREACHES[rule.force]
        )

    def finding(self, provision: str) -> Finding:
        """The finding on one provision; UnknownNameError when no rule has that id."""
        return self.findings[self.policy.index(provision)]

    @functools.cached_property
    def _explanations(self) -> dict[str, Explanation]:
        return {}

    def explanation(self, provision: str) -> Explanation:
        """Why the rule of a provision came out as it did."""
        known = self._explanations
        if provision not in known:
            from aigovkit.engine.explain import explain

            known[provision] = explain(
                self.policy.rulebook, self.policy.rule(provision), self.policy.situation(self)
            )
        return known[provision]

    def explain(self, provision: str) -> str:
        """One finding in full: the text's rule, how each part of its condition came out, and what is
        unknown.
        """
        from aigovkit.report import explanation

        return explanation(self, provision)

    @functools.cached_property
    def duties(self) -> tuple[DutyDue, ...]:
        """The duties owed, or possibly owed, with their times."""
        from aigovkit.engine.consequences import duties

        return duties(self.policy.rulebook, self.policy.situation(self), self.findings)

    @functools.cached_property
    def tiers(self) -> tuple[TierFound, ...]:
        """The scores and tiers."""
        from aigovkit.engine.consequences import tiers

        return tiers(self.policy.situation(self), self.findings)

    @functools.cached_property
    def data_classes(self) -> tuple[ElementClass, ...]:
        """The classes of the data elements."""
        from aigovkit.engine.consequences import data_classes

        return data_classes(self.policy.rulebook, self.policy.situation(self))

    @functools.cached_property
    def retention(self) -> tuple[RetentionFound, ...]:
        """The rules on retention that apply."""
        from aigovkit.engine.consequences import retention

        return retention(self.findings)

    @property
    def retention_limits(self) -> RetentionLimits:
        """What the retention rules leave together."""
        return _limits(self.retention)

    @functools.cached_property
    def exposure(self) -> tuple[Exposure, ...]:
        """What violations could cost."""
        from aigovkit.engine.consequences import exposure

        return exposure(self.policy.situation(self), self.findings)

    @functools.cached_property
    def papers(self) -> tuple[PaperState, ...]:
        """The papers the policy calls for here, or may, and what is missing in each."""
        from aigovkit.papers import papers_for

        return papers_for(self)

    @functools.cached_property
    def upcoming(self) -> tuple[Upcoming, ...]:
        """The provisions that start to bind later."""
        from aigovkit.engine.consequences import upcoming

        return upcoming(self.policy.situation(self), self.findings)

    @functools.cached_property
    def hypothetical(self) -> Evaluation | None:
        """What the provisions would say if all were in force; None when all that matter have started.

        What has started and does not reach an earlier act is not supposed to.
        """
        situation = self.policy.situation(self)
        waiting = (
            holds(AtMost(finding.rule.commencement.starts, AS_OF), situation) is not True
            for finding in self.findings
            if finding.status is Status.NOT_IN_FORCE and finding.rule.commencement is not None
        )
        if self.is_hypothetical or not any(waiting):
            return None
        return self.policy.evaluate(self.case, as_of=self.as_of, hypothetical=True)

    @functools.cached_property
    def contested(self) -> Mapping[str, Mapping[str, tuple[Outcome, Outcome]]]:
        """The ambiguities on which the outcome depends: for each reading of each, the range of outcomes."""
        return self.policy.contested(self)

    @functools.cached_property
    def _read(self) -> dict[str, dict[str, Evaluation]]:
        return {}

    def _under(self, ambiguity: Ambiguity) -> dict[str, Evaluation]:
        """The same case under each reading of an ambiguity."""
        known = self._read
        if ambiguity.name not in known:
            policies = {
                reading: self.policy.read(**{ambiguity.name: reading}) for reading in ambiguity.readings
            }
            known[ambiguity.name] = {
                reading: policy.evaluate(self.case, as_of=self.as_of, hypothetical=self.is_hypothetical)
                for reading, policy in policies.items()
            }
        return known[ambiguity.name]

    def finding_readings(self, provision: str) -> Mapping[str, Mapping[str, Status]]:
        """The ambiguities on which one finding depends: for each reading of each, its status."""
        position, found = self.policy.index(provision), {}
        for ambiguity in self.policy.rulebook.open_to[provision]:
            statuses = {
                reading: answer.findings[position].status
                for reading, answer in self._under(ambiguity).items()
            }
            if len(set(statuses.values())) > 1:
                found[ambiguity.name] = statuses
        return found

    @functools.cached_property
    def questions(self) -> tuple[Question, ...]:
        """The facts that can still change the outcome, the most decisive first."""
        from aigovkit.engine.interview import questions

        return questions(self)

    def questions_about(self, provision: str) -> tuple[Question, ...]:
        """The facts that can still change the finding on one provision."""
        from aigovkit.engine.interview import questions

        return questions(self, provision)

    @functools.cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The known facts of which another answer alone would make the outcome milder."""
        from aigovkit.engine.interview import alternatives

        return alternatives(self)

    @functools.cached_property
    def counts(self) -> Counts:
        """How much of what the policy reads is known."""
        from aigovkit.engine.interview import counts

        return counts(self)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of the policy itself when relying on the answer."""
        return self.policy.notes

    @property
    def parts(self) -> tuple[Evaluation, ...]:
        """The evaluation itself: a single policy has no parts."""
        return (self,)


_BREACHES = {
    Force.BINDING: Status.VIOLATED,
    Force.PROPOSED: Status.VIOLATED,
    Force.PRACTICE: Status.DEVIATES,
    **dict.fromkeys(
        (Force.RECOMMENDED, Force.ASPIRATIONAL, Force.PRECEDENT, Force.DESCRIPTIVE), Status.SHORTFALL
    ),
}
"""What a breach is called under each force."""


def statuses_of(rule: Rule) -> tuple[Status | None, ...]:
    """The status of each verdict on a rule, in the order of the verdicts; None where it depends on a
    promotion.
    """
    return (
        Status.NOT_APPLICABLE,
        Status.NOT_IN_FORCE,
        Status.DISPLACED,
        Status.ADVISED if rule.kind is Kind.ADVICE else Status.NOTED,
        Status.SATISFIED_IF_APPLICABLE,
        Status.SATISFIED,
        Status.OPEN,
        Status.UNDETERMINED,
        _BREACHES[rule.force] if rule.promoted_by == NOT_EVER else None,
    )


@attrs.frozen
class JointEvaluation(_Answer):
    """What several policies say of one case: the strictest of them, with every part visible."""

    policies: PolicySet
    parts: tuple[Evaluation, ...]

    @property
    def case(self) -> Case:
        """The case that was judged."""
        return self.parts[0].case

    @property
    def as_of(self) -> Moment:
        """The time of judging."""
        return self.parts[0].as_of

    @property
    def at_least(self) -> Outcome:  # type: ignore[override]
        """The mildest outcome the known facts leave open."""
        return max(part.at_least for part in self.parts)

    @property
    def at_most(self) -> Outcome:  # type: ignore[override]
        """The strictest outcome the known facts leave open."""
        return max(part.at_most for part in self.parts)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all parts."""
        return tuple(finding for part in self.parts for finding in part.findings)

    @property
    def duties(self) -> tuple[DutyDue, ...]:
        """The duties of all parts."""
        return tuple(duty for part in self.parts for duty in part.duties)

    @property
    def retention_limits(self) -> RetentionLimits:
        """What the retention rules of all parts leave together, and where they conflict."""
        return _limits([found for part in self.parts for found in part.retention])

    @functools.cached_property
    def questions(self) -> tuple[Question, ...]:
        """The facts that can still change the joint outcome."""
        from aigovkit.engine.interview import joint_questions

        return joint_questions(self)

    @property
    def contested(self) -> Mapping[str, Mapping[str, tuple[Outcome, Outcome]]]:
        """The ambiguities of the parts on which the joint outcome depends, as `policy: question`."""
        found: dict[str, dict[str, tuple[Outcome, Outcome]]] = {}
        for part in self.parts:
            others = [other for other in self.parts if other is not part]
            least = max((other.at_least for other in others), default=Outcome.NOT_APPLICABLE)
            most = max((other.at_most for other in others), default=Outcome.NOT_APPLICABLE)
            for name, outcomes in part.contested.items():
                joint = {
                    reading: (max(low, least), max(high, most)) for reading, (low, high) in outcomes.items()
                }
                if len(set(joint.values())) > 1:
                    found[f"{part.policy.id}: {name}"] = joint
        return found


def _limits(found: Sequence[RetentionFound]) -> RetentionLimits:
    floor, ceiling = strictest(one.retention for one in found)
    conflicts = tuple(
        (one.provision, other.provision)
        for position, one in enumerate(found)
        for other in found[position + 1 :]
        if one.retention.conflicts_with(other.retention)
    )
    return RetentionLimits(floor, ceiling, conflicts)


def does_not_bite(status: Status) -> bool:
    """Whether a status is one of the ways in which a rule does not apply."""
    return status in _SILENT_STATUSES


_SILENT_STATUSES = frozenset({Status.NOT_APPLICABLE, Status.NOT_IN_FORCE, Status.DISPLACED})

AnyEvaluation = Evaluation | JointEvaluation

__all__ = [
    "Alternative",
    "AnyEvaluation",
    "Counts",
    "DutyDue",
    "DutyStatus",
    "ElementClass",
    "Evaluation",
    "Explanation",
    "Exposure",
    "Finding",
    "JointEvaluation",
    "Outcome",
    "PaperState",
    "Question",
    "RetentionFound",
    "RetentionLimits",
    "Status",
    "TierFound",
    "Upcoming",
    "does_not_bite",
]
