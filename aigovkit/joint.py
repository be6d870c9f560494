"""The answer of several policies together: the strictest, with every member visible."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

import attrs

from aigovkit.answers import (
    ActOwed,
    Alternative,
    Attention,
    Classified,
    Contradiction,
    Counts,
    DayRead,
    Deadlines,
    DutyDue,
    ElementClass,
    Explanation,
    Exposure,
    Finding,
    Outcome,
    PaperState,
    Present,
    Question,
    RecordFinding,
    RecordOutcome,
    Referred,
    Restated,
    RetentionFound,
    RetentionLimits,
    ScaleTiers,
    Status,
    SumRead,
    TierFound,
    Upcoming,
)
from aigovkit.citations import Force
from aigovkit.engine.joint_settings import JointSettings
from aigovkit.evaluation import Answer, Evaluation
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.logic import disjunction
from aigovkit.language.nodes import RecordsFact
from aigovkit.models.agency_file import AgencyFile
from aigovkit.models.case import Case
from aigovkit.periods import Moment
from aigovkit.situation import Situation

if TYPE_CHECKING:
    from aigovkit.engine.acts_owed import Owing
    from aigovkit.precedents.comparison import Comparison

T = TypeVar("T")


def _of_parts(joint: JointEvaluation) -> JointSettings:
    return JointSettings(tuple(part.policy for part in joint.parts))


@attrs.frozen(slots=False, repr=False)
class JointEvaluation(Answer):
    """What several policies say of one case: the strictest of them, with every member visible.

    Made by `PolicySet.evaluate`. `parts` holds the members: the evaluation by
    each policy, in the order of their ids; `policy` the policies together.

    It has every member that the evaluation by one policy has. An outcome is the
    strictest of the parts; a list (`findings`, `duties`, `tiers` and so on) is that
    of each part, one after the other; what is asked of one provision is asked of
    the part that has it (PolicyError where several do); what is asked of the case
    (`questions`, `alternatives`, `contested`) is so for the joint outcome; what
    only one policy can have, such as its situation, is a mapping by policy.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions import san_jose
    >>> policy = san_jose.AI_POLICY
    >>> both = policy & policy.read(biometric_identification="disjunctive")
    >>> len(both.evaluate(Case(), as_of=date(2026, 3, 2)).parts)
    2

    .. versionadded:: 0.1.0
    """

    parts: tuple[Evaluation, ...]
    policy: JointSettings = attrs.field(default=attrs.Factory(_of_parts, takes_self=True), eq=False)

    @classmethod
    def of(
        cls,
        policy: JointSettings,
        case: Case,
        as_of: Moment,
        *,
        hypothetical: bool = False,
        agency: tuple[AgencyFile, Case] | None = None,
    ) -> JointEvaluation:
        """The evaluation of a case by several policies with their settings."""
        parts = (
            Evaluation.of(one, case, as_of, hypothetical=hypothetical, agency=agency)
            for one in policy.policies
        )
        return cls(tuple(parts), policy)

    @property
    def _judged(self) -> Case:
        """The case with what the agency file says besides."""
        return self.parts[0].situation.case  # type: ignore[no-any-return]

    @property
    def policy_id(self) -> str:
        """The ids of the policies, joined."""
        return self.policy.id

    def __repr__(self) -> str:
        return f"<JointEvaluation of {self.case.id!r} by {self.policy_id} as of {self.as_of}: {self.outcome}>"

    @property
    def case(self) -> Case:
        """The case that was judged."""
        return self.parts[0].case

    @property
    def agency_file(self) -> AgencyFile | None:
        """The agency file that the case was judged with, None where there was none."""
        return self.parts[0].agency_file

    @property
    def as_of(self) -> Moment:
        """The time of judging."""
        return self.parts[0].as_of

    @property
    def is_hypothetical(self) -> bool:
        """Whether everything was taken as in force."""
        return all(part.is_hypothetical for part in self.parts)

    @functools.cached_property
    def at_least(self) -> Outcome:  # type: ignore[override]
        """The mildest outcome the known facts leave open."""
        return max([part.at_least for part in self.parts])

    @functools.cached_property
    def at_most(self) -> Outcome:  # type: ignore[override]
        """The strictest outcome the known facts leave open."""
        return max([part.at_most for part in self.parts])

    @property
    def reaches(self) -> bool | None:
        """Whether some policy reaches the agency of the case; None while that is not known."""
        return disjunction(part.reaches for part in self.parts)

    @property
    def reaching(self) -> tuple[Evaluation, ...]:
        """The parts whose policies reach the agency of the case, or may."""
        return tuple(part for part in self.parts if part.reaches is not False)

    def _by_policy(self, of: Iterable[T]) -> Mapping[str, T]:
        return self.policy.by_policy(of)

    def part_on(self, provision: str) -> Evaluation:
        """The part whose policy has a rule of a provision.

        UnknownNameError when no rule has that id, PolicyError where several policies have one.
        """
        return self.parts[self.policy.names.index(self.policy.policy_of(provision))]

    # By policy.

    @property
    def situation(self) -> Mapping[str, Situation]:
        """All that the conditions of each part are judged on, by policy."""
        return self._by_policy(part.situation for part in self.parts)

    @property
    def verdicts(self) -> Mapping[str, tuple[int, ...]]:
        """The verdict on every rule, by policy."""
        return self._by_policy(part.verdicts for part in self.parts)

    def reading_of(self, ambiguity: Ambiguity) -> Mapping[str, str]:
        """How an ambiguity is read, by policy: as chosen, or by default."""
        return self._by_policy(part.reading_of(ambiguity) for part in self.parts)

    # Of one provision.

    def finding(self, provision: str) -> Finding:
        """The finding on one provision, in the part that has its rule."""
        return self.part_on(provision).finding(provision)

    def effective_force(self, provision: str) -> Force | None:
        """The force of a provision here, in the part that has its rule; None while it is unknown which."""
        return self.part_on(provision).effective_force(provision)

    def explanation(self, provision: str) -> Explanation:
        """Why the rule of a provision came out as it did, in the part that has it."""
        return self.part_on(provision).explanation(provision)

    def explain(self, provision: str) -> str:
        """One finding in full, as text, in the part that has its rule."""
        return self.part_on(provision).explain(provision)

    def statuses_by_reading(self, provision: str) -> Mapping[str, Mapping[str, Status]]:
        """The ambiguities on which one finding depends, in the part that has its rule."""
        return self.part_on(provision).statuses_by_reading(provision)

    def findings_by_record(self, provision: str) -> tuple[RecordFinding, ...]:
        """The finding on one provision for each record it speaks of, in the part that has its rule."""
        return self.part_on(provision).findings_by_record(provision)

    def rests_on(self, provision: str) -> tuple[str, ...]:
        """What a finding rests on, in the part that has its rule."""
        return self.part_on(provision).rests_on(provision)

    def questions_about(self, provision: str) -> tuple[Question, ...]:
        """The facts that can still change the finding on one provision, in the part that has its rule."""
        return self.part_on(provision).questions_about(provision)

    # Of each part, one after the other.

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all parts."""
        return tuple(finding for part in self.parts for finding in part.findings)

    @property
    def duties(self) -> tuple[DutyDue, ...]:
        """The duties of all parts."""
        return tuple(duty for part in self.parts for duty in part.duties)

    @property
    def referrals(self) -> tuple[Referred, ...]:
        """What is left to a person by the texts of all parts."""
        return tuple(one for part in self.parts for one in part.referrals)

    @property
    def tiers(self) -> tuple[TierFound, ...]:
        """The scores and tiers of all parts."""
        return tuple(found for part in self.parts for found in part.tiers)

    @property
    def data_classes(self) -> tuple[ElementClass, ...]:
        """The classes of the data elements by all parts."""
        return tuple(found for part in self.parts for found in part.data_classes)

    @property
    def classified(self) -> tuple[Classified, ...]:
        """The classes of each data element, summed up by each part."""
        return tuple(found for part in self.parts for found in part.classified)

    @property
    def retention(self) -> tuple[RetentionFound, ...]:
        """The rules on retention that apply, of all parts."""
        return tuple(found for part in self.parts for found in part.retention)

    @property
    def exposure(self) -> tuple[Exposure, ...]:
        """What violations could cost by all parts; it is not added up, since one act may violate several."""
        return tuple(found for part in self.parts for found in part.exposure)

    @functools.cached_property
    def sums_by_reading(self) -> tuple[SumRead, ...]:
        """What violations could cost under each reading, where a text is open on the sum."""
        return tuple(found for part in self.parts for found in part.sums_by_reading)

    @functools.cached_property
    def days_by_reading(self) -> tuple[DayRead, ...]:
        """By when duties are to be done under each reading, where a text is open on the day."""
        return tuple(found for part in self.parts for found in part.days_by_reading)

    @property
    def papers(self) -> tuple[PaperState, ...]:
        """The papers that the policies call for here, or may."""
        return tuple(paper for part in self.parts for paper in part.papers)

    @property
    def precedents(self) -> tuple[Comparison, ...]:
        """The comparisons with decided cases by all parts; they decide nothing."""
        return tuple(one for part in self.parts for one in part.precedents)

    @property
    def upcoming(self) -> tuple[Upcoming, ...]:
        """The provisions of all parts that start to bind later."""
        return tuple(up for part in self.parts for up in part.upcoming)

    @property
    def restatements(self) -> tuple[Restated, ...]:
        """The provisions of all parts that only repeat others, with what was found of those; also where they
        stand in another of the policies.
        """
        found = {part.policy.id: part for part in self.parts}
        listed: list[Restated] = []
        for part in self.parts:
            for one in part.restatements:
                there = found.get(one.policy)
                if there is not None:
                    statuses = {finding.provision: finding.status for finding in there.findings}
                    one = attrs.evolve(one, statuses=tuple(map(statuses.get, one.restates)))
                listed.append(one)
        return tuple(listed)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of the policies when relying on the answer."""
        return self.policy.notes

    # Of all parts together.

    @property
    def present(self) -> Present:
        """What is said of what is planned or goes on: the strictest of what the parts say."""
        several = [part.present for part in self.parts]
        return Present(max(one.at_least for one in several), max(one.at_most for one in several))

    def by_record(self, collection: RecordsFact) -> tuple[RecordOutcome, ...]:
        """What is said of each record that is known of a list: the strictest of what the parts say.

        Raises ConditionError for what is no list of records.
        """
        first, *others = (part.by_record(collection) for part in self.parts)
        return tuple(
            attrs.evolve(
                one,
                at_least=max(found.at_least for found in (one, *same)),
                at_most=max(found.at_most for found in (one, *same)),
            )
            for one, *same in zip(first, *others, strict=True)
        )

    @property
    def attention(self) -> Attention:
        """How many binding duties of all parts are overdue, unmet, or done late, and how many decisions are
        left to a person; what stands in a policy that is there under several settings counts once.
        """
        from aigovkit.engine.duties import attention
        from aigovkit.engine.referrals import waiting

        return attention(self.duties, waiting(self.referrals))

    @property
    def duties_by_act(self) -> tuple[ActOwed, ...]:
        """The duties of all parts, together where one act fulfils several, of whatever policies: each in
        exactly one act, the most urgent first.
        """
        from aigovkit.engine.acts_owed import duties_by_act

        return duties_by_act(self._owing())

    @property
    def deadlines(self) -> Deadlines:
        """The duties of all parts that are not known to be done, by their times, the earliest first."""
        from aigovkit.engine.acts_owed import deadlines

        return deadlines(self._owing())

    def _owing(self) -> list[Owing]:
        from aigovkit.engine.acts_owed import Owing

        named = zip(self.policy.names, self.parts, strict=True)
        return [Owing(name, part.policy.rulebook, part.duties) for name, part in named]

    @property
    def tiers_by_scale(self) -> tuple[ScaleTiers, ...]:
        """The scores and tiers of all parts side by side, by policy and scale: no step is put in terms of the
        scale of another policy.
        """
        from aigovkit.engine.tiers import by_scale

        tiers = (part.tiers for part in self.parts)
        return by_scale(zip(self.policy.names, tiers, strict=True))

    @property
    def retention_limits(self) -> tuple[RetentionLimits, ...]:
        """What the retention rules of all parts leave together of each record series, and where they
        conflict.
        """
        from aigovkit.engine.retention import limits

        return limits(self.retention)

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The facts of the case that are given where they have no meaning."""
        return self.parts[0].contradictions

    @property
    def unused_attestations(self) -> tuple[str, ...]:
        """The provisions of which the case attests something, or says that nobody knows, and no rule of any
        part uses it.
        """
        first, *others = (part.unused_attestations for part in self.parts)
        return tuple(one for one in first if all(one in other for other in map(frozenset, others)))

    @functools.cached_property
    def counts(self) -> Counts:
        """How many of the facts that some policy reads are known, each counted once."""
        from aigovkit.engine.questions import counts

        return counts([part.policy.rulebook for part in self.parts], self._judged)

    @functools.cached_property
    def hypothetical(self) -> JointEvaluation | None:
        """What the provisions would say if all were in force; None when all that matter have started."""
        if not any(part.hypothetical for part in self.parts):
            return None
        file = self.agency_file
        agency = None if file is None else (file, self.case)
        return JointEvaluation.of(self.policy, self._judged, self.as_of, hypothetical=True, agency=agency)

    @functools.cached_property
    def questions(self) -> tuple[Question, ...]:
        """The facts that can still change the joint outcome, the most decisive first; while it is open and
        none can, those that settle it. What could only move one part below what another leaves certain is
        asked by that part alone.
        """
        from aigovkit.engine.questions import questions

        return questions(
            [part.policy for part in self.parts], self._judged, self.as_of, hypothetical=self.is_hypothetical
        )

    @property
    def agency_questions(self) -> tuple[Question, ...]:
        """What belongs in the agency file and is not known, by all parts."""
        found: dict[str, Question] = {}
        for question in (one for part in self.parts for one in part.agency_questions):
            known = found.get(question.fact)
            provisions = () if known is None else known.provisions
            found[question.fact] = attrs.evolve(question, provisions=provisions + question.provisions)
        return tuple(found.values())

    @functools.cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The known facts of which another answer alone would make the joint outcome milder."""
        from aigovkit.engine.questions import alternatives

        return alternatives(
            [part.policy for part in self.parts], self._judged, self.as_of, hypothetical=self.is_hypothetical
        )

    @functools.cached_property
    def contested(self) -> Mapping[str, Mapping[str, tuple[Outcome, Outcome]]]:
        """The ambiguities of the parts on which the joint outcome depends, as `policy: ambiguity`.

        Where one policy stands under several settings, its settings stand beside its id.
        """
        return self.policy.outcomes_by_reading(self._judged, self.as_of, hypothetical=self.is_hypothetical)


AnyEvaluation = Evaluation | JointEvaluation
"""An answer, of one policy or of several."""
