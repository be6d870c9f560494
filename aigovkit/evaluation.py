"""The answer of one policy: what it says of a case at a time, worked out as it is read."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from aigovkit import outward
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
    WaysTo,
)
from aigovkit.citations import Force
from aigovkit.engine.breaches import breach, effective_force
from aigovkit.engine.record_verdicts import RecordVerdicts
from aigovkit.engine.reference import ByRecord
from aigovkit.engine.settings import OUTCOMES, RANGES, Settings
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import RecordsFact
from aigovkit.models.agency_file import AgencyFile
from aigovkit.models.case import Case
from aigovkit.periods import Moment
from aigovkit.rules import AnyRule
from aigovkit.situation import Situation

if TYPE_CHECKING:
    from aigovkit.engine.reasons import RuleReasons
    from aigovkit.precedents.comparison import Comparison


class Answer:
    """What an evaluation of one policy and of several have in common: a range of outcomes, and the ways out.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    at_least: Outcome
    at_most: Outcome
    parts: tuple[Evaluation, ...]

    @property
    def outcome(self) -> Outcome:
        """The outcome when the known facts settle it, else UNDETERMINED."""
        return self.at_least if self.at_least is self.at_most else Outcome.UNDETERMINED

    def path_to(self, outcome: Outcome | str, *, at_most: int = 3) -> WaysTo:
        """The ways to an outcome, or a milder one: the smallest sets of facts that the agency can change
        and of duties that it can do, all of them of at most so many changes; or what stands in the way.

        Nothing unknown is counted on: a way holds however it turns out. What is past is not undone, and
        nothing is called what it is not. Raises FactValueError for an outcome that is no aim, and for a
        number below 1.
        """
        from aigovkit.engine.milder import ways_to

        first: Any = self.parts[0]
        judged = [part.policy for part in self.parts], first.situation.case, first.as_of
        return ways_to(*judged, outcome, at_most, hypothetical=first.is_hypothetical)

    def summary(self, width: int = 88) -> str:
        """The answer as text for a person, in lines of at most `width` characters. `str` gives it too."""
        return outward.text().summary(self, width)  # type: ignore[no-any-return]

    def to_json(self, *, indent: int | None = None) -> str:
        """The answer as JSON, the same bytes for the same case, policy, settings and time."""
        return outward.json().evaluation_to_json(self, indent=indent)  # type: ignore[no-any-return]

    def to_dict(self) -> dict[str, Any]:
        """The answer in its JSON form."""
        return outward.json().evaluation_to_dict(self)  # type: ignore[no-any-return]

    def to_ical(self) -> bytes:
        """The dated duties as an iCalendar file: see `aigovkit.duty_calendar`, which takes many cases too."""
        return outward.duty_calendar().duty_calendar([self])  # type: ignore[no-any-return]

    def __str__(self) -> str:
        return self.summary()

    def _repr_html_(self) -> str:
        return outward.html().to_html(self)  # type: ignore[no-any-return]


class Evaluation(Answer):
    """What one policy says of one case at one time. Made by `Policy.evaluate`.

    Everything beyond the range of outcomes is worked out when first read.
    `is_hypothetical` says whether everything was taken as in force.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions import san_jose
    >>> result = san_jose.AI_POLICY.evaluate(Case(), as_of=date(2026, 3, 2))
    >>> str(result.at_least), str(result.at_most), str(result.outcome)
    ('not_applicable', 'prohibited', 'undetermined')

    .. versionadded:: 0.1.0
    """

    # Written out, since a frozen attrs class takes three times as long to make. What is worked out when
    # read is kept in `__dict__`; what is read of every answer that is looked into, in slots.
    __slots__ = (
        "__dict__",
        "_agency",
        "_as_of",
        "_case",
        "_findings",
        "_is_hypothetical",
        "_policy",
        "_range",
        "_verdicts",
    )

    def __init__(
        self,
        policy: Settings,
        case: Case,
        as_of: Moment,
        range_: int,
        hypothetical: bool = False,
        agency: tuple[AgencyFile, Case] | None = None,
    ) -> None:
        # With an agency file, what is judged is the case with what the file says besides.
        self._policy, self._case, self._as_of, self._agency = policy, case, as_of, agency
        self._range, self._is_hypothetical = range_, hypothetical
        self._verdicts: tuple[int, ...] | None = None
        self._findings: tuple[Finding, ...] | None = None

    @classmethod
    def of(
        cls,
        policy: Settings,
        case: Case,
        as_of: Moment,
        *,
        hypothetical: bool = False,
        agency: tuple[AgencyFile, Case] | None = None,
    ) -> Evaluation:
        """The evaluation of a case by a policy with its settings."""
        range_ = RANGES.index(policy.outcome(case, as_of, hypothetical=hypothetical))
        return cls(policy, case, as_of, range_, hypothetical, agency)

    @property
    def policy(self) -> Settings:
        """The policy, with its settings."""
        return self._policy

    @property
    def case(self) -> Case:
        """The case that was judged, as it was given."""
        return self._case if self._agency is None else self._agency[1]

    @property
    def agency_file(self) -> AgencyFile | None:
        """The agency file that the case was judged with, None where there was none."""
        return None if self._agency is None else self._agency[0]

    @property
    def as_of(self) -> Moment:
        """The time of judging."""
        return self._as_of

    @property
    def at_least(self) -> Outcome:  # type: ignore[override]
        """The mildest outcome the known facts leave open."""
        return RANGES[self._range][0]

    @property
    def at_most(self) -> Outcome:  # type: ignore[override]
        """The strictest outcome the known facts leave open."""
        return RANGES[self._range][1]

    @property
    def is_hypothetical(self) -> bool:
        """Whether everything was taken as in force."""
        return self._is_hypothetical

    def _parts(self) -> tuple[Any, ...]:
        judged = self._policy, self._case, self._as_of, self._range
        return *judged, self._is_hypothetical, self._agency

    def _parts_compared(self) -> tuple[Any, ...]:
        # An instant in an hour that the clocks repeat is unequal even to a copy of itself.
        policy, case, as_of, *rest = self._parts()
        return policy, case, as_of.isoformat(), *rest

    def __eq__(self, other: object) -> bool:
        return (
            self._parts_compared() == other._parts_compared()
            if isinstance(other, Evaluation)
            else NotImplemented
        )

    def __hash__(self) -> int:
        return hash((self._case, self._as_of, self._range))

    def __reduce__(self) -> tuple[type[Evaluation], tuple[Any, ...]]:
        return Evaluation, self._parts()

    def __repr__(self) -> str:
        return f"<Evaluation of {self._case.id!r} by {self._policy.id} as of {self._as_of}: {self.outcome}>"

    @property
    def outcome(self) -> Outcome:
        """The outcome when the known facts settle it, else UNDETERMINED."""
        return OUTCOMES[self._range]

    @property
    def reaches(self) -> bool | None:
        """Whether the policy reaches the agency of the case; None while it is not known where that is."""
        here = self._policy.rulebook.here
        return True if here is None else holds(here, self.situation)

    @functools.cached_property
    def situation(self) -> Situation:
        """All that the conditions of this evaluation are judged on: the case, the time, the settings."""
        return self._policy.situation(self._case, self._as_of, hypothetical=self._is_hypothetical)

    @property
    def verdicts(self) -> tuple[int, ...]:
        """The verdict on every rule, in the order of the document: numbers of `engine.verdicts.Verdict`."""
        if self._verdicts is None:
            self._verdicts = self._policy.verdicts(self._case, self._as_of, self._is_hypothetical)
        return self._verdicts

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What comes of each rule, in the order of the document."""
        if self._findings is None:
            rulebook = self._policy.rulebook
            called = zip(rulebook.pairs, self.verdicts)  # noqa: B905 - there is a verdict on every rule
            if rulebook.may_be_promoted:
                found = [Finding((self._promoted(pair[verdict]), self)) for pair, verdict in called]
            else:  # So no status is missing.
                found = [Finding((pair[verdict], self)) for pair, verdict in called]  # type: ignore[arg-type]
            self._findings = tuple(found)
        return self._findings

    def _promoted(self, pair: tuple[AnyRule, Status | None]) -> tuple[AnyRule, Status]:
        """A rule and its status, of which a promotion may decide what the breach is called."""
        rule, status = pair
        return rule, status or breach(rule, self.situation)

    def finding(self, provision: str) -> Finding:
        """The finding on one provision, of one that only repeats another that on the other; UnknownNameError
        when no rule has that id, with those that it restates where there are several.
        """
        return self.findings[self._policy.rulebook.index(provision)]

    def effective_force(self, provision: str) -> Force | None:
        """The force of a provision here: the one printed, or binding where its rule is promoted; None while
        it is unknown which. Raises UnknownNameError when no rule has that id.
        """
        return effective_force(self._policy.rulebook.rule(provision), self.situation)

    @functools.cached_property
    def _explanations(self) -> dict[str, Explanation]:
        return {}

    def explanation(self, provision: str) -> Explanation:
        """Why the rule of a provision came out as it did. `explain` gives it as text.

        Raises UnknownNameError when no rule has that id.
        """
        known = self._explanations
        if provision not in known:
            known[provision] = self._reasons_of(self._policy.rulebook.rule(provision)).of_all()
        return known[provision]

    @functools.cached_property
    def _reasons(self) -> dict[str, RuleReasons]:
        return {}

    def _reasons_of(self, rule: AnyRule) -> RuleReasons:
        """The reasons of a rule, with what was worked out of them so far."""
        if rule.id not in self._reasons:
            from aigovkit.engine.reasons import RuleReasons

            self._reasons[rule.id] = RuleReasons(self._policy.rulebook, rule, self.situation)
        return self._reasons[rule.id]

    @functools.cached_property
    def _findings_by_record(self) -> dict[str, tuple[RecordFinding, ...]]:
        return {}

    @functools.cached_property
    def _by_record(self) -> ByRecord:
        return self._policy.by_record(self._case, self._as_of, self._is_hypothetical)

    @functools.cached_property
    def _of_records(self) -> RecordVerdicts:
        return self._policy.of_records(self._case, self._as_of, self._is_hypothetical)

    def findings_by_record(self, provision: str) -> tuple[RecordFinding, ...]:
        """What comes of the rule of a provision for each record that is known of those it speaks of.

        `records` of a finding gives it too. Raises UnknownNameError when no rule has that id.
        """
        known = self._findings_by_record
        if provision not in known:
            from aigovkit.engine.by_record import findings_by_record

            rule = self._policy.rulebook.rule(provision)
            known[provision] = findings_by_record(self._reasons_of(rule))
        return known[provision]

    def by_record(self, collection: RecordsFact) -> tuple[RecordOutcome, ...]:
        """What is said of each record that is known of a list, such as `Case.incidents`: the outcome by the
        rules on that record, joined with the rules on the whole case.

        Raises ConditionError for what is no list of records.
        """
        from aigovkit.engine.by_record import outcomes_by_record

        return outcomes_by_record(self._by_record, self._policy.rulebook, collection, self.situation)

    @functools.cached_property
    def present(self) -> Present:
        """What is said of what is planned or goes on: what is past stays on record, and does not bar for ever
        what has been mended. It differs from the outcome only where a list says which records are past.
        """
        if all(rule.each is None or rule.each.present is None for rule in self._policy.rules):
            return Present(*RANGES[self._range])
        from aigovkit.engine.by_record import outcome_at_present

        return Present(*outcome_at_present(self._by_record))

    def rests_on(self, provision: str) -> tuple[str, ...]:
        """The paths of the known facts on which a finding rests; `case.provenance` says where they were
        learnt. Raises UnknownNameError when no rule has that id.
        """
        from aigovkit.engine.reasons import rests_on

        rulebook = self._policy.rulebook
        return rests_on(rulebook, rulebook.rule(provision), self.situation)

    def explain(self, provision: str) -> str:
        """One finding in full, as text: the rule, how everything in its condition came out, what is unknown.

        Raises UnknownNameError when no rule has that id.
        """
        return outward.text().explanation(self, provision)  # type: ignore[no-any-return]

    @functools.cached_property
    def duties(self) -> tuple[DutyDue, ...]:
        """The duties owed, or possibly owed, with their times, in the order of the document."""
        from aigovkit.engine.duties import duties

        return duties(self._policy.rulebook, self.situation, self.verdicts, lambda: self._of_records)

    @property
    def duties_by_act(self) -> tuple[ActOwed, ...]:
        """The duties, together where one act fulfils several; each in exactly one, the most urgent first."""
        from aigovkit.engine.acts_owed import Owing, duties_by_act

        return duties_by_act([Owing(self._policy.id, self._policy.rulebook, self.duties)])

    @property
    def deadlines(self) -> Deadlines:
        """The duties that are not known to be done, by their times, the earliest first."""
        from aigovkit.engine.acts_owed import Owing, deadlines

        return deadlines([Owing(self._policy.id, self._policy.rulebook, self.duties)])

    @property
    def attention(self) -> Attention:
        """How many binding duties are overdue, unmet, or done late, and how many decisions are left to a
        person: it stands beside the outcome.
        """
        from aigovkit.engine.duties import attention
        from aigovkit.engine.referrals import waiting

        return attention(self.duties, waiting(self.referrals))

    @functools.cached_property
    def referrals(self) -> tuple[Referred, ...]:
        """What a person has to decide, or may have to, in the order of the document."""
        from aigovkit.engine.referrals import referrals

        return referrals(self._policy.rulebook, self.situation, self.verdicts)

    @property
    def restatements(self) -> tuple[Restated, ...]:
        """The provisions that only repeat others, with what was found of those."""
        from aigovkit.engine.restatements import restatements

        rulebook = self._policy.rulebook
        return restatements(rulebook.restatements, rulebook.restated, self.findings)

    @functools.cached_property
    def tiers(self) -> tuple[TierFound, ...]:
        """The scores and tiers."""
        from aigovkit.engine.tiers import tiers

        return tiers(self._policy.rulebook, self.situation, self.verdicts)

    @property
    def tiers_by_scale(self) -> tuple[ScaleTiers, ...]:
        """The scores and tiers, put together by scale."""
        from aigovkit.engine.tiers import by_scale

        return by_scale([(self._policy.id, self.tiers)])

    @functools.cached_property
    def data_classes(self) -> tuple[ElementClass, ...]:
        """The classes of the data elements, by each rule that gives one."""
        from aigovkit.engine.classes import data_classes

        return data_classes(self._policy.rulebook, self.situation, self._of_records)

    @functools.cached_property
    def classified(self) -> tuple[Classified, ...]:
        """The data elements, each with all its classes and why; none where the policy sorts no data."""
        from aigovkit.engine.classes import classified

        def judge(read: Mapping[str, str]) -> RecordVerdicts:
            judged = self._case, self._as_of, self._is_hypothetical
            return self._policy.of_records(*judged, read) if read else self._of_records

        return classified(self._policy.rulebook, self.situation, judge, self._reasons_of)

    @functools.cached_property
    def retention(self) -> tuple[RetentionFound, ...]:
        """The rules on retention that apply."""
        from aigovkit.engine.retention import retention

        return retention(self._policy.rulebook, self.situation, self.verdicts)

    @property
    def retention_limits(self) -> tuple[RetentionLimits, ...]:
        """What the retention rules leave together of each record series."""
        from aigovkit.engine.retention import limits

        return limits(self.retention)

    @functools.cached_property
    def exposure(self) -> tuple[Exposure, ...]:
        """What violations could cost, in cents of US dollars."""
        from aigovkit.engine.exposure import exposure

        return exposure(self._policy.rulebook, self.situation, self.verdicts)

    @functools.cached_property
    def sums_by_reading(self) -> tuple[SumRead, ...]:
        """What violations could cost under each reading, where the text is open on the sum."""
        from aigovkit.engine.by_reading import sums_by_reading

        return sums_by_reading(self._policy.rulebook, self.situation, self.verdicts, self.exposure)

    @functools.cached_property
    def days_by_reading(self) -> tuple[DayRead, ...]:
        """By when duties are to be done under each reading, where the text is open on the day."""
        from aigovkit.engine.by_reading import days_by_reading

        return days_by_reading(self._policy.rulebook, self.situation, self.duties)

    @functools.cached_property
    def papers(self) -> tuple[PaperState, ...]:
        """The papers the policy calls for here, or may, and what is missing in each."""
        from aigovkit.engine.papers_due import papers_due

        return papers_due(self._policy.rulebook, self.situation, self.at_most)

    @functools.cached_property
    def precedents(self) -> tuple[Comparison, ...]:
        """The decided cases that the policy reasons from, held against the case: one comparison for each base
        of them. They predict, and decide nothing: no outcome is moved by them.
        """
        from aigovkit.precedents.judging import comparisons

        return comparisons(self._policy.rulebook, self.situation, self.at_most)

    @functools.cached_property
    def upcoming(self) -> tuple[Upcoming, ...]:
        """The provisions that start to bind later."""
        from aigovkit.engine.upcoming import upcoming

        return upcoming(self._policy.rulebook, self.situation, self.verdicts)

    @functools.cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The facts of the case that are given where they have no meaning."""
        from aigovkit.engine.contradictions import contradictions

        return contradictions(self.situation)

    @functools.cached_property
    def hypothetical(self) -> Evaluation | None:
        """What the provisions would say if all were in force; None when all that matter have started."""
        from aigovkit.engine.upcoming import is_waiting

        if self._is_hypothetical or not is_waiting(self._policy.rulebook, self.situation, self.verdicts):
            return None
        return Evaluation.of(self._policy, self._case, self._as_of, hypothetical=True, agency=self._agency)

    @functools.cached_property
    def contested(self) -> Mapping[str, Mapping[str, tuple[Outcome, Outcome]]]:
        """The ambiguities on which the outcome depends: for each reading of each, the range of outcomes."""
        return self._policy.outcomes_by_reading(self._case, self._as_of, hypothetical=self._is_hypothetical)

    @functools.cached_property
    def _verdicts_by_reading(self) -> dict[str, Mapping[str, tuple[int, ...]]]:
        return {}

    def _under(self, ambiguity: Ambiguity) -> Mapping[str, tuple[int, ...]]:
        """The verdict on every rule under each reading of an ambiguity."""
        known = self._verdicts_by_reading
        if ambiguity.name not in known:
            known[ambiguity.name] = {
                reading: self.verdicts
                if reading == self.reading_of(ambiguity)
                else self._policy.read(**{ambiguity.name: reading}).verdicts(
                    self._case, self._as_of, self._is_hypothetical
                )
                for reading in ambiguity.readings
            }
        return known[ambiguity.name]

    def statuses_by_reading(self, provision: str) -> Mapping[str, Mapping[str, Status]]:
        """The ambiguities on which one finding depends: for each reading of each, its status."""
        rulebook = self._policy.rulebook
        position, found = rulebook.index(provision), {}
        for ambiguity in rulebook.open_to[rulebook.rules[position].id]:
            verdicts = {reading: under[position] for reading, under in self._under(ambiguity).items()}
            if len(set(verdicts.values())) > 1 or None in rulebook.statuses[position]:
                statuses = {
                    reading: self._status(position, verdict, {ambiguity.name: reading})
                    for reading, verdict in verdicts.items()
                }
                if len(set(statuses.values())) > 1:
                    found[ambiguity.name] = statuses
        return found

    def _status(self, position: int, verdict: int, readings: Mapping[str, str]) -> Status:
        """What a verdict on a rule is called under certain readings."""
        rulebook = self._policy.rulebook
        named = rulebook.statuses[position][verdict]
        if named is not None:
            return named
        situation = self._policy.read(**readings).situation(
            self._case, self._as_of, hypothetical=self._is_hypothetical
        )
        return breach(rulebook.rules[position], situation)

    def reading_of(self, ambiguity: Ambiguity) -> str:
        """How an ambiguity is read: as chosen, or by default."""
        return self.situation.reading(ambiguity)

    @functools.cached_property
    def questions(self) -> tuple[Question, ...]:
        """The facts that can still change the outcome, the most decisive first; while it is open and none
        can, those that settle it, though every answer comes to the same.
        """
        from aigovkit.engine.questions import questions

        return questions([self._policy], self._case, self._as_of, hypothetical=self._is_hypothetical)

    @functools.cached_property
    def agency_questions(self) -> tuple[Question, ...]:
        """What belongs in the agency file and is not known: the facts on which its standing duties hang."""
        from aigovkit.engine.questions import agency_questions

        hypothetical = self._is_hypothetical
        return agency_questions(
            self._policy, self._case, self._as_of, self.verdicts, hypothetical=hypothetical
        )

    def questions_about(self, provision: str) -> tuple[Question, ...]:
        """The facts that can still change the finding on one provision, the most decisive first; of a score
        also those that can change on which step the case stands.

        Raises UnknownNameError when no rule has that id.
        """
        from aigovkit.engine.questions import questions_about

        return questions_about(
            self._policy, self._case, self._as_of, provision, hypothetical=self._is_hypothetical
        )

    @functools.cached_property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The known facts of which another answer alone would make the outcome milder."""
        from aigovkit.engine.questions import alternatives

        return alternatives([self._policy], self._case, self._as_of, hypothetical=self._is_hypothetical)

    @functools.cached_property
    def counts(self) -> Counts:
        """How many of the facts that the policy reads are known."""
        from aigovkit.engine.questions import counts

        return counts([self._policy.rulebook], self._case)

    @functools.cached_property
    def unused_attestations(self) -> tuple[str, ...]:
        """The provisions of which the case attests something, or says that nobody knows, and no rule of the
        policy uses it: misspelt ones, and those of other texts.
        """
        from aigovkit.engine.questions import unused_attestations

        return unused_attestations(self._policy.rulebook, self.case)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of the policy itself when relying on the answer."""
        return self._policy.notes

    @property
    def parts(self) -> tuple[Evaluation, ...]:  # type: ignore[override]
        """The evaluation itself: a single policy has no parts."""
        return (self,)
