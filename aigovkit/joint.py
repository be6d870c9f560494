"""The answer of several policies together: the strictest, with every member visible."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import attrs

from aigovkit.answers import (
    Attention,
    Contradiction,
    DutyDue,
    Finding,
    Outcome,
    Present,
    Question,
    RecordOutcome,
    Referred,
    RetentionLimits,
)
from aigovkit.evaluation import Answer, Evaluation
from aigovkit.language.nodes import RecordsFact
from aigovkit.models.agency_file import AgencyFile
from aigovkit.models.case import Case
from aigovkit.periods import Moment


@attrs.frozen(slots=False, repr=False)
class JointEvaluation(Answer):
    """What several policies say of one case: the strictest of them, with every member visible.

    Made by `PolicySet.evaluate`. `parts` holds the members: the evaluation by
    each policy, in the order of their ids.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions import san_jose
    >>> policy = san_jose.AI_POLICY
    >>> both = policy & policy.read(biometric_identification="disjunctive")
    >>> len(both.evaluate(Case(), as_of=date(2026, 3, 2)).parts)
    2

    .. versionadded:: 0.1.0
    """

    parts: tuple[Evaluation, ...]

    @property
    def policy_id(self) -> str:
        """The ids of the policies, joined."""
        return " & ".join(part.policy.id for part in self.parts)

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
    def at_least(self) -> Outcome:  # type: ignore[override]
        """The mildest outcome the known facts leave open."""
        return max(part.at_least for part in self.parts)

    @property
    def at_most(self) -> Outcome:  # type: ignore[override]
        """The strictest outcome the known facts leave open."""
        return max(part.at_most for part in self.parts)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all members."""
        return tuple(finding for part in self.parts for finding in part.findings)

    @property
    def duties(self) -> tuple[DutyDue, ...]:
        """The duties of all members."""
        return tuple(duty for part in self.parts for duty in part.duties)

    @property
    def present(self) -> Present:
        """What is said of what is planned or goes on: the strictest of what the members say."""
        several = [part.present for part in self.parts]
        return Present(max(one.at_least for one in several), max(one.at_most for one in several))

    def by_record(self, collection: RecordsFact) -> tuple[RecordOutcome, ...]:
        """What is said of each record that is known of a list: the strictest of what the members say.

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
        """How many binding duties of all members are overdue, or unmet, and how many decisions are left to a
        person.
        """
        from aigovkit.engine.duties import attention
        from aigovkit.engine.referrals import waiting

        return attention(self.duties, waiting(self.referrals))

    @property
    def referrals(self) -> tuple[Referred, ...]:
        """What a person has to decide, or may have to, by all members."""
        return tuple(one for part in self.parts for one in part.referrals)

    @property
    def retention_limits(self) -> tuple[RetentionLimits, ...]:
        """What the retention rules of all members leave together of each record series, and where they
        conflict.
        """
        from aigovkit.engine.retention import limits

        return limits([found for part in self.parts for found in part.retention])

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The facts of the case that are given where they have no meaning."""
        return self.parts[0].contradictions

    @property
    def unused_attestations(self) -> tuple[str, ...]:
        """The provisions of which the case attests something, or says that nobody knows, and no rule of any
        member uses it.
        """
        first, *others = (part.unused_attestations for part in self.parts)
        return tuple(one for one in first if all(one in other for other in map(frozenset, others)))

    @functools.cached_property
    def questions(self) -> tuple[Question, ...]:
        """The facts that can still change the joint outcome: those of the members that can still exceed what
        is certain.
        """
        found: dict[tuple[str, str], Question] = {}
        for part in self.parts:
            if part.at_most <= self.at_least and not part.policy.rulebook.presuming:
                continue
            for question in part.questions:
                # Two policies may have parameters of one name.
                same = question.fact, question.prompt if question.parameter else ""
                known = found.get(same)
                found[same] = (
                    question
                    if known is None
                    else attrs.evolve(known, provisions=known.provisions + question.provisions)
                )
        return tuple(found.values())

    @property
    def agency_questions(self) -> tuple[Question, ...]:
        """What belongs in the agency file and is not known, by all members."""
        found: dict[str, Question] = {}
        for question in (one for part in self.parts for one in part.agency_questions):
            known = found.get(question.fact)
            provisions = () if known is None else known.provisions
            found[question.fact] = attrs.evolve(question, provisions=provisions + question.provisions)
        return tuple(found.values())

    @property
    def contested(self) -> Mapping[str, Mapping[str, tuple[Outcome, Outcome]]]:
        """The ambiguities of the parts on which the joint outcome depends, as `policy: ambiguity`.

        Where one policy stands under several settings, its settings stand beside its id.
        """
        found: dict[str, dict[str, tuple[Outcome, Outcome]]] = {}
        ids = [part.policy.id for part in self.parts]
        for part in self.parts:
            name_of = part.policy.id if ids.count(part.policy.id) == 1 else part.policy.setting
            others = [other for other in self.parts if other is not part]
            least = max((other.at_least for other in others), default=Outcome.NOT_APPLICABLE)
            most = max((other.at_most for other in others), default=Outcome.NOT_APPLICABLE)
            for name, outcomes in part.contested.items():
                joint = {
                    reading: (max(low, least), max(high, most)) for reading, (low, high) in outcomes.items()
                }
                if len(set(joint.values())) > 1:
                    found[f"{name_of}: {name}"] = joint
        return found


AnyEvaluation = Evaluation | JointEvaluation
"""An answer, of one policy or of several."""
