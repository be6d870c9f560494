"""Questions: every fact that can still change the outcome is asked about, those shown to first; what would
make an answer milder.
"""

from __future__ import annotations

import datetime
import itertools
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import (
    PLAIN,
    attested_by,
    cases,
    completions,
    examples,
    judged,
    plain_policies,
    read_by,
    times_of_judging,
)

from aigovkit.answers import Alternative, Choice, Outcome, Question
from aigovkit.citations import Source
from aigovkit.engine import search
from aigovkit.errors import UnknownNameError
from aigovkit.evaluation import Evaluation
from aigovkit.facts import TermSet
from aigovkit.jurisdictions.san_jose import AI_POLICY
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    AllOf,
    Attested,
    AttestedOn,
    Day,
    EndOfDay,
    EventFact,
    InForce,
    LastOf,
    MeetsCadence,
    Named,
    Rebutted,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter
from aigovkit.models import (
    Agency,
    Attestation,
    Case,
    Claim,
    Data,
    DataElement,
    Incident,
    NecessityFinding,
    Output,
    Procurement,
    Retirement,
    Safeguards,
    Stage,
    System,
    Use,
    Vendor,
    Violation,
)
from aigovkit.models.vocabulary import SoleUse
from aigovkit.periods import Cadence, Occurrence, Period
from aigovkit.policies import Policy, policy
from aigovkit.rules import Deadline, exception, obligation, prohibition, requirement, review

ORDER = Source("Automated Decisions Order", issuer="Ruritania")
LA = "America/Los_Angeles"
TODAY = datetime.date(2026, 3, 2)
FOUND = Case(violation=Violation(found=True))
BEFORE, AFTER = datetime.date(2026, 3, 1), datetime.date(2026, 3, 3)
NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=-8)))


def order(*entries: Any, id: str = "ruritania/order", **options: Any) -> Policy:
    """A policy of a few entries."""
    return policy(id, ORDER, **{"time_zone": LA, "entries": entries, **options})


def forbids(when: Condition, **options: Any) -> Any:
    """A prohibition of the order."""
    return prohibition("P", ORDER.at("2"), "No automated decision on permits.", when=when, **options)


def judge(made: Policy, case: Case | None = None, as_of: Any = TODAY) -> Evaluation:
    """What a policy says of a case."""
    return made.evaluate(Case() if case is None else case, as_of=as_of)


def asked(made: Policy, case: Case | None = None, as_of: Any = TODAY) -> list[str]:
    """The facts that are asked about, in their order."""
    return [question.fact for question in judge(made, case, as_of).questions]


# Soundness and completeness, by trying all answers.


def relevant(made: Policy, case: Case, unknown: list[str]) -> set[str]:
    """The facts of which some answer changes the outcome, the others being answered in some one way."""
    outcomes = {}
    for answers in itertools.product((True, False), repeat=len(unknown)):
        complete = case
        for path, answer in zip(unknown, answers, strict=True):
            complete = complete.with_answer(path, answer)
        outcomes[answers] = judge(made, complete).outcome
    found = set()
    for position, path in enumerate(unknown):
        for answers, outcome in outcomes.items():
            turned = (*answers[:position], not answers[position], *answers[position + 1 :])
            if outcome != outcomes[turned]:
                found.add(path)
    return found


@given(plain_policies(), cases([one.path for one in PLAIN]), st.booleans())
@settings(max_examples=examples(80))
def test_exactly_the_facts_that_can_change_the_outcome_are_asked(
    made: Policy, case: Case, other_reading: bool
) -> None:
    """Of a few unknown facts those are asked, and proven, of which some answer can change the outcome;
    nothing else is.
    """
    if other_reading and made.rulebook.ambiguities:
        made = made.read(open_question="no")
    known = {path for path, _ in case.known_facts()}
    unknown = [path for path in read_by(made) if path not in known]
    expected = relevant(made, case, unknown)
    assume(expected)  # Where every answer comes to the same, nothing is asked: what is tested is the rest.
    questions = judge(made, case).questions
    assert expected == {question.fact for question in questions}
    assert len(questions) == len({question.fact for question in questions})
    assert all(question.proven and not question.rebuts and not question.asked for question in questions)


@given(plain_policies(), cases([one.path for one in PLAIN]))
def test_exactly_the_facts_that_can_change_a_finding_are_asked_about_it(made: Policy, case: Case) -> None:
    """Of a few unknown facts those are asked about a finding of which some answer can change its status."""
    known = {path for path, _ in case.known_facts()}
    unknown = [path for path in read_by(made) if path not in known]
    provision = made.rules[0].id
    statuses = {}
    for answers in itertools.product((True, False), repeat=len(unknown)):
        complete = case
        for path, answer in zip(unknown, answers, strict=True):
            complete = complete.with_answer(path, answer)
        status = judge(made, complete).finding(provision).status
        statuses[answers] = "silent" if status in ("not_applicable", "displaced") else str(status)
    expected = {
        path
        for position, path in enumerate(unknown)
        for answers, status in statuses.items()
        if status != statuses[(*answers[:position], not answers[position], *answers[position + 1 :])]
    }
    assume(expected)
    questions = judge(made, case).questions_about(provision)
    assert expected == {question.fact for question in questions}
    assert all(question.proven for question in questions)


@given(plain_policies(), cases([one.path for one in PLAIN]))
def test_nothing_is_asked_that_no_answer_turns(made: Policy, case: Case) -> None:
    """A settled outcome asks nothing, and one that is open something: what no answer turns only where nothing
    else is left, and then it is not proven.
    """
    known = {path for path, _ in case.known_facts()}
    unknown = [path for path in read_by(made) if path not in known]
    answer, matter = judge(made, case), relevant(made, case, unknown)
    asked_of = {question.fact for question in answer.questions}
    assert asked_of <= matter if matter else not any(question.proven for question in answer.questions)
    assert bool(asked_of) is (answer.outcome is Outcome.UNDETERMINED)


@given(judged(most=2, proved=False), st.data())
@settings(max_examples=examples(30))
def test_where_answers_can_lead_to_different_outcomes_something_is_asked(
    drawn: Any, data: st.DataObject
) -> None:
    """If two ways of answering everything settle the outcome differently, a fact is asked about."""
    made, case, as_of = drawn
    settled = {"adopted": True, "level": "low", "signed_on": datetime.date(2025, 1, 31), "threshold": 1}
    made = made.given(**{one.name: settled[one.name] for one in made.rulebook.parameters})
    answer = judge(made, case, as_of)
    assume(answer.outcome is Outcome.UNDETERMINED)
    outcomes = {judge(made, data.draw(completions(made, case)), as_of).outcome for _ in range(6)} - {
        Outcome.UNDETERMINED
    }
    assume(len(outcomes) > 1)
    assert answer.questions


@given(cases(read_by(AI_POLICY), attested_by(AI_POLICY)), times_of_judging(), st.data())
@settings(max_examples=examples(8))
def test_answering_all_questions_settles_a_real_policy(case: Case, as_of: Any, data: st.DataObject) -> None:
    """Answered again and again, the questions of the San José AI Policy come to an end, and the outcome
    is settled then.
    """
    searched = AI_POLICY.evaluate(case, as_of=as_of)
    for _ in range(60):
        questions = searched.questions
        if not questions:
            break
        first = questions[0]
        case = case.with_answer(first.fact, _some_answer(first, data))
        searched = AI_POLICY.evaluate(case, as_of=as_of)
    assert searched.at_least is searched.at_most


def _some_answer(question: Question, data: st.DataObject) -> Any:
    from strategies import values

    from aigovkit.models import fact

    if question.fact.startswith("attestations."):
        return data.draw(st.booleans())
    if question.fact == "incidents":
        return []
    answer = data.draw(values(fact(question.fact)))
    if isinstance(answer, TermSet):
        return TermSet(answer.yes)
    return (
        datetime.datetime(2024, 6, 1, tzinfo=datetime.UTC)
        if isinstance(answer, datetime.date | Occurrence)
        else answer
    )


# What is asked of each kind of fact.

SOME_STAGE = Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION)


@pytest.mark.parametrize(
    ("when", "case", "facts"),
    [
        (System.uses_ai, Case(), ["system.uses_ai"]),
        (~System.uses_ai, Case(), ["system.uses_ai"]),
        (SOME_STAGE, Case(), ["use.stage"]),
        (System.outputs.has(Output.DECISION), Case(), ["system.outputs"]),
        (System.outputs.has_all(Output.DECISION, Output.PREDICTION), Case(), ["system.outputs"]),
        (System.outputs.is_empty(), Case(), ["system.outputs"]),
        (System.outputs.has_only(Output.DECISION, Output.PREDICTION), Case(), ["system.outputs"]),
        (
            System.outputs.has(Output.DECISION),
            Case(system=System(outputs=TermSet.partial(yes=[Output.PREDICTION]))),
            ["system.outputs"],
        ),
        (
            System.outputs.has_only(Output.DECISION),
            Case(system=System(outputs=TermSet.partial(yes=[Output.DECISION]))),
            ["system.outputs"],
        ),
        (
            System.outputs.has_all(Output.DECISION, Output.PREDICTION),
            Case(system=System(outputs=TermSet.partial(yes=["decision"], no=["classification"]))),
            ["system.outputs"],
        ),
        (Agency.place.within("us-ca"), Case(), ["agency.place"]),
        (Use.began.happened(), Case(), ["use.began"]),
        (Use.began.before(Use.ended), Case(), ["use.began", "use.ended"]),
        (Use.began.before(Use.ended), Case(use=Use(began=BEFORE)), ["use.ended", "use.began"]),
        (Use.began.before(Use.ended), Case(use=Use(began=BEFORE, ended=BEFORE)), ["use.began", "use.ended"]),
        (Use.began.before(Day(BEFORE)), Case(use=Use(began=Occurrence.UNDATED)), ["use.began"]),
        (Day(TODAY).no_later_than(Use.began) & Use.began.happened(), Case(), ["use.began"]),
        (
            Use.began.plus("P30D").before(Use.ended),
            Case(use=Use(began=datetime.date(2025, 1, 1))),
            ["use.ended"],
        ),
        (Use.began.plus("P30D").before(AS_OF), Case(), ["use.began"]),
        (MeetsCadence(Data.inventory_reviews, Cadence(Period(months=1)), Day(BEFORE)), Case(), []),
        (
            MeetsCadence(Data.inventory_reviews, Cadence(Period(months=1)), Day(datetime.date(2026, 2, 1))),
            Case(),
            ["data.inventory_reviews"],
        ),
        (Violation.count >= 3, FOUND, ["violation.count"]),
        (Procurement.public_funds > 500_000, Case(), ["procurement.public_funds"]),
        (
            Claim.actual_damages > Procurement.public_funds,
            Case(violation=FOUND.violation, procurement=Procurement(public_funds=500)),
            ["claim.actual_damages"],
        ),
        (Data.retention > 30 * 86_400, Case(), ["data.retention"]),
        (Data.retention > 30 * 86_400, Case(data=Data(retention=Period(months=1))), ["data.retention"]),
        (
            LastOf(Data.inventory_reviews, Day(BEFORE)).before(Use.began),
            Case(data=Data(inventory_reviews=[BEFORE]), use=Use(began=NOON)),
            ["data.inventory_reviews"],
        ),
        (
            Retirement.started.before(Use.began) & Use.began.before(Retirement.finished),
            Case(retirement=Retirement(started=NOON, finished=NOON + datetime.timedelta(minutes=30))),
            ["use.began"],
        ),
        (Attested("X"), Case(), ["attestations.X"]),
        (AttestedOn("X").before(Day(BEFORE)), Case(), ["attestations.X"]),
        (
            AttestedOn("X").before(Day(BEFORE)),
            Case(attestations={"X": Attestation(met=True)}),
            ["attestations.X"],
        ),
        (
            AttestedOn("X").before(Use.began),
            Case(attestations={"X": Attestation(met=True, on=BEFORE)}, use=Use(began=BEFORE)),
            ["attestations.X", "use.began"],
        ),
        (Case.incidents.some(Incident.caused_harm), Case(), ["incidents"]),
        (Case.incidents.some(Incident.caused_harm & Incident.involves_ai), Case(), ["incidents"]),
        (Case.incidents.some(ALWAYS), Case(), ["incidents"]),
        (Case.incidents.each(Incident.caused_harm), Case(), ["incidents"]),
        (
            Case.incidents.some(Incident.caused_harm),
            Case(incidents=[Incident(caused_harm=False), Incident()]),
            ["incidents[1].caused_harm"],
        ),
        (Case.incidents.some(Incident.caused_harm), Case(incidents=[]), []),
        (
            Case.incidents.count(Incident.caused_harm) >= 2,
            Case(incidents=[Incident(caused_harm=True), Incident()]),
            ["incidents[1].caused_harm"],
        ),
        (Data.elements.some(DataElement.identifies_person), Case(), ["data.elements"]),
        (
            Data.elements.some(DataElement.identifies_person),
            Case(data=Data(elements=[DataElement()])),
            ["data.elements[0].identifies_person"],
        ),
        (InForce(Use.began, Retirement.started), Case(), ["use.began", "retirement.started"]),
        (Named("it is AI", System.uses_ai), Case(), ["system.uses_ai"]),
    ],
)
def test_each_kind_of_fact_that_decides_is_asked(when: Condition, case: Case, facts: list[str]) -> None:
    """Whatever kind of fact a condition hangs on, the fact is asked about where an answer can decide, and
    proven to.
    """
    questions = judge(order(forbids(when)), case).questions
    assert facts == [question.fact for question in questions]
    assert all(question.proven for question in questions)


@pytest.mark.parametrize("threshold", [5, 40])
def test_a_number_held_against_a_parameter_is_asked(threshold: int) -> None:
    """A threshold may come from a setting of the policy: the number held against it is asked all the same."""
    made = order(forbids(Violation.count >= CountParameter("many", "How many?", 3)))
    assert ["violation.count"] == asked(made.given(many=threshold), FOUND)


def test_a_day_held_against_a_parameter_is_asked() -> None:
    """A start may come from a setting of the policy: the day of the act is asked about."""
    made = order(forbids(InForce(EventParameter("signed_on", "When?", Occurrence.NEVER), Use.began)))
    assert [] == asked(made)
    assert ["use.began"] == asked(made.given(signed_on=datetime.date(2025, 5, 3)))


def test_many_known_days_do_not_hide_the_day_that_decides() -> None:
    """However many other days are known, an event is asked about whose day decides."""
    incidents = [
        Incident(
            discovered=datetime.date(2020, month, 1),
            told_supervisor=datetime.date(2020, month, 2),
            told_privacy_officer=datetime.date(2020, month, 3),
        )
        for month in range(1, 7)
    ]
    made = order(forbids(Day(datetime.date(2026, 1, 1)).no_later_than(Use.began) & Use.began.happened()))
    assert ["use.began"] == asked(made)
    assert ["use.began"] == asked(made, Case(incidents=incidents))


def windows(opened: int) -> list[Incident]:
    """Forty incidents, of which one was told half an hour after it was found, and the others before."""
    hour = datetime.timedelta(hours=1)
    found = [NOON - number * 48 * hour for number in range(40)]
    told = [at + (hour / 2 if number == opened else -hour) for number, at in enumerate(found)]
    return [
        Incident(discovered=at, told_supervisor=then, caused_harm=False)
        for at, then in zip(found, told, strict=True)
    ]


def test_something_is_asked_where_no_answer_that_was_tried_decides() -> None:
    """Of very many times not all can be tried. Where none that was decides, what the answer hangs on is asked
    all the same, unproven.
    """
    made = order(
        forbids(
            Case.incidents.some(
                Incident.discovered.before(Use.began) & Use.began.before(Incident.told_supervisor)
            )
        )
    )
    found = {}
    for opened in range(40):
        (question,) = judge(made, Case(incidents=windows(opened))).questions
        assert "use.began" == question.fact
        found[opened] = question.proven
    assert {True, False} == set(found.values())


def test_what_was_found_to_matter_goes_before_what_was_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where some facts are proven to matter, one of which no answer tried does is asked after them, and said
    not to be proven.
    """
    never = Case.incidents.some(
        Incident.discovered.before(Use.began) & Use.began.before(Incident.told_supervisor)
    )
    made = order(
        forbids(never & Use.novel), review("R", ORDER.at("4"), "Ask.", bearer="b", when=Vendor.involved)
    )
    undecided = next(
        number
        for number in range(40)
        if not judge(order(forbids(never)), Case(incidents=windows(number))).questions[0].proven
    )
    monkeypatch.setattr(search, "SHARE", 100_000)
    questions = judge(made, Case(incidents=windows(undecided))).questions
    assert {"attestations.R", "vendor.involved"} == {question.fact for question in questions[:2]}
    assert {"use.began", "use.novel"} == {question.fact for question in questions[2:]}
    assert [True, True, False, False] == [question.proven for question in questions]


@pytest.mark.parametrize("day", [datetime.date(1, 1, 1), datetime.date(9999, 12, 31)])
def test_days_at_the_ends_of_the_calendar_can_be_judged(day: datetime.date) -> None:
    """A day at either end of the calendar is a day like any other: nothing fails over it."""
    made = order(
        forbids(Use.began.before(Retirement.started) & System.uses_ai),
        obligation(
            "O",
            ORDER.at("3"),
            "Do.",
            bearer="b",
            when=ALWAYS,
            done=Retirement.halted,
            due=Deadline(Use.began.plus("PT24H")),
        ),
    )
    answer = judge(made, Case(use=Use(began=day)))
    assert {"system.uses_ai", "retirement.started", "use.began"} >= {
        question.fact for question in answer.questions
    }
    assert 1 == len(answer.duties)


# What is no longer asked.


def test_nothing_is_asked_once_the_outcome_is_settled() -> None:
    """A settled outcome leaves no question, however much is unknown."""
    made = order(
        forbids(System.uses_ai | Vendor.involved),
        review("R", ORDER.at("4"), "Ask.", bearer="b", when=Use.novel),
    )
    assert [] == asked(made, Case(system=System(uses_ai=True)))
    assert {"system.uses_ai", "vendor.involved", "use.novel", "attestations.R"} == set(asked(made))


def test_a_rule_that_cannot_go_beyond_what_is_certain_is_not_asked_about() -> None:
    """Where review is certain, only what could prohibit is asked about; where nothing stricter can come,
    nothing is.
    """
    made = order(
        forbids(System.uses_ai),
        review("R", ORDER.at("4"), "Ask.", bearer="b", when=Use.novel),
        requirement("C", ORDER.at("5"), "Do.", bearer="b", when=Vendor.involved),
    )
    certain = Case(use=Use(novel=True), attestations={"R": Attestation(met=False)})
    assert ["system.uses_ai"] == asked(made, certain)
    assert [] == asked(made, certain.with_answer("system.uses_ai", False))
    mild = Case(system=System(uses_ai=False), use=Use(novel=False), vendor=Vendor(involved=False))
    assert [] == asked(made, mild)


def test_a_fact_behind_a_condition_that_failed_is_not_asked() -> None:
    """What stands beside a part that failed, or behind an exception that applies, no longer matters."""
    rule = forbids(System.uses_ai & Vendor.involved)
    made = order(
        rule, exception("E", ORDER.at("2(2)"), "Not there.", to=rule, when=Use.novel & Use.severe_risk)
    )
    assert {"system.uses_ai", "vendor.involved", "use.novel", "use.severe_risk"} == set(asked(made))
    assert {"vendor.involved", "use.novel", "use.severe_risk"} == set(
        asked(made, Case(system=System(uses_ai=True)))
    )
    assert [] == asked(made, Case(system=System(uses_ai=False)))
    assert [] == asked(made, Case(use=Use(novel=True, severe_risk=True)))
    assert {"system.uses_ai", "vendor.involved"} == set(asked(made, Case(use=Use(novel=False))))


def test_what_decides_the_scope_is_asked() -> None:
    """Whether the policy covers the case at all is asked, even where no rule bites."""
    made = order(forbids(System.uses_ai), scope=Vendor.involved)
    assert ["vendor.involved"] == asked(made, Case(system=System(uses_ai=False)))
    assert {"system.uses_ai", "vendor.involved"} == set(asked(made))
    assert ["system.uses_ai"] == asked(made, Case(vendor=Vendor(involved=True)))


def test_facts_that_matter_only_together_are_both_asked() -> None:
    """A fact is asked also where it takes another answer for it to matter."""
    both = (System.uses_ai & Vendor.involved) | (~System.uses_ai & ~Vendor.involved)
    assert {"system.uses_ai", "vendor.involved"} == set(asked(order(forbids(both))))
    made = order(
        requirement(
            "C",
            ORDER.at("5"),
            "Do.",
            bearer="b",
            when=ALWAYS,
            done=Safeguards.staff_trained,
            gate=Use.novel,
            lawful_use=True,
        )
    )
    assert {"safeguards.staff_trained", "use.novel"} == set(asked(made))
    assert ["use.novel"] == asked(made, Case(safeguards=Safeguards(staff_trained=False)))
    assert [] == asked(made, Case(safeguards=Safeguards(staff_trained=True)))
    assert ["safeguards.staff_trained"] == asked(made, Case(use=Use(novel=False)))


def test_a_fact_that_cancels_out_is_not_asked() -> None:
    """A fact that a condition mentions but that changes nothing, whatever the rest, is not asked."""
    made = order(forbids((System.uses_ai & Vendor.involved) | (System.uses_ai & ~Vendor.involved)))
    assert ["system.uses_ai"] == asked(made)


def test_what_settles_an_outcome_is_asked_though_every_answer_comes_to_the_same() -> None:
    """An outcome is never undetermined with nothing to ask: where each answer comes to the same, and none is
    given, the fact is asked all the same, and nothing is once it is known. So it is of a finding.
    """
    either = Incident.involves_ai & ~Incident.involves_ai
    made = order(forbids(either, each=Case.incidents))
    case = Case(incidents=[Incident()])
    assert (Outcome.UNDETERMINED, ["incidents[0].involves_ai"]) == (
        judge(made, case).outcome,
        asked(made, case),
    )
    (one,) = judge(made, case).questions_about("P")
    assert ("incidents[0].involves_ai", False) == (one.fact, one.proven)
    for answer in (True, False):
        known = case.with_answer("incidents[0].involves_ai", answer)
        assert (Outcome.NO_OBJECTION, []) == (judge(made, known).outcome, asked(made, known))


@pytest.mark.parametrize(
    ("when", "fact"),
    [(Use.stage.is_in(*Stage), "use.stage"), (System.outputs.has_only(*Output), "system.outputs")],
)
def test_a_fact_that_decides_by_being_known_is_asked(when: Condition, fact: str) -> None:
    """What holds whatever the answer is not said to hold while there is none; so it is asked, unproven."""
    assert [(fact, False)] == [(one.fact, one.proven) for one in judge(order(forbids(when))).questions]


def test_other_readings_are_not_asked_about() -> None:
    """Only the reading chosen decides which facts matter."""
    question = Ambiguity("width", "How wide?", {"wide": "all", "narrow": "some"}, default="wide", why="So.")
    made = order(forbids(question.reads(wide=System.uses_ai, narrow=Vendor.involved)))
    assert ["system.uses_ai"] == asked(made)
    assert ["vendor.involved"] == asked(made.read(width="narrow"))


def test_parameters_are_asked_after_the_facts_and_marked() -> None:
    """A parameter of the policy that is not known is no fact of the case: it comes last, and says so."""
    made = order(forbids(BooleanParameter("adopted", "Is it adopted?") & System.uses_ai))
    told = [(one.fact, one.parameter, one.proven) for one in judge(made).questions]
    assert [("system.uses_ai", False, True), ("adopted", True, False)] == told
    (one,) = judge(made, Case(system=System(uses_ai=True))).questions
    assert ("adopted", True, True, "Is it adopted?", ("P",)) == (
        one.fact,
        one.parameter,
        one.proven,
        one.prompt,
        one.provisions,
    )
    for adopted in (True, False):
        assert [] == asked(made.given(adopted=adopted), Case(system=System(uses_ai=True)))


def test_a_requirement_with_a_time_asks_for_its_days() -> None:
    """Where what is lawful hangs on days, the days are asked about."""
    rule = requirement(
        "C",
        ORDER.at("5"),
        "Approve first.",
        bearer="b",
        when=ALWAYS,
        done=Retirement.phase_out_approved,
        due=Deadline(Retirement.started, strict=True),
        lawful_use=True,
    )
    assert {"retirement.phase_out_approved", "retirement.started"} == set(asked(order(rule)))
    assert ["retirement.started"] == asked(
        order(rule), Case(retirement=Retirement(phase_out_approved=Occurrence.NEVER))
    )
    assert [] == asked(order(rule), Case(retirement=Retirement(phase_out_approved=BEFORE, started=TODAY)))


@pytest.mark.parametrize("done", [Retirement.phase_out_approved, AttestedOn("C"), EndOfDay(AttestedOn("C"))])
@pytest.mark.parametrize("years_ago", [0, 1, 2, 20])
def test_when_a_duty_was_done_is_asked_however_long_its_time_is_past(done: Any, years_ago: int) -> None:
    """A day on which a duty was done in time is among the answers tried, though its time is years ago."""
    due = NOON.replace(year=TODAY.year - years_ago, month=1)
    rule = requirement(
        "C", ORDER.at("5"), "Approve first.", bearer="b", when=ALWAYS, done=done, due=Deadline(Use.began)
    )
    case = Case(use=Use(began=due))
    path = "attestations.C" if not isinstance(done, EventFact) else done.path
    found = judge(order(rule), case)
    assert [(path, True)] == [(one.fact, one.proven) for one in found.questions]
    assert [path] == [one.fact for one in found.questions_about("C")]


def test_rules_on_records_ask_for_the_list_and_for_each_record() -> None:
    """A rule on each record asks for the list while it is unknown, then for the facts of each record that
    matter.
    """
    made = order(forbids(Incident.caused_harm & Incident.involves_ai, each=Case.incidents))
    assert ["incidents"] == asked(made)
    case = Case(incidents=[Incident(involves_ai=True), Incident(involves_ai=False), Incident()])
    assert {"incidents[0].caused_harm", "incidents[2].caused_harm", "incidents[2].involves_ai"} == set(
        asked(made, case)
    )
    assert [] == asked(made, Case(incidents=[Incident(involves_ai=False)]))


# How a question reads.


def test_a_question_says_what_it_is_about_and_the_kind_of_its_answer() -> None:
    """Each question names its topic in plain words and the kind of its answer, in one word, with a form at
    hand to choose a field; so does what is asked of a duty and of a policy.
    """
    level = CountParameter("level", "How many?")
    made = order(
        forbids(
            System.uses_ai
            & System.outputs.has(Output.DECISION)
            & NecessityFinding.made.happened()
            & Case.incidents.some(Incident.caused_harm)
            & (level >= 3)
        ),
        review("R", ORDER.at("4"), "Ask the board.", bearer="b", when=SOME_STAGE),
    )
    asked = {one.fact: (one.topic, one.kind) for one in judge(made, Case(incidents=[Incident()])).questions}
    assert {
        "system.uses_ai": ("system", "boolean"),
        "system.outputs": ("system", "terms"),
        "necessity_finding.made": ("necessity finding", "event"),
        "incidents[0].caused_harm": ("incidents", "boolean"),
        "use.stage": ("use", "term"),
        "level": ("policy", "count"),
        "attestations.R": ("duties", "attestation"),
    } == asked


def test_a_question_says_what_is_asked_and_for_which_provisions() -> None:
    """A question gives the prompt, the definition and the choices of its fact, and the provisions that
    read it.
    """
    made = order(
        forbids(SOME_STAGE), review("R", ORDER.at("4"), "Ask the board.", bearer="b", when=SOME_STAGE)
    )
    by_fact = {question.fact: question for question in judge(made).questions}
    assert (
        Question(
            "use.stage",
            Use.stage.question,
            ("P", "R"),
            Use.stage.definition,
            tuple(Choice(str(stage), stage.label) for stage in Stage),
            proven=True,
            rebuts=False,
            asked=False,
            known_by="agency",
            topic="use",
            kind="term",
            form="use",
        )
        == by_fact["use.stage"]
    )
    assert by_fact["use.stage"].choices[0] == Choice("idea", "idea")
    (boolean,) = judge(order(forbids(System.uses_ai))).questions
    assert (System.uses_ai.question, System.uses_ai.definition, ()) == (
        boolean.prompt,
        boolean.definition,
        boolean.choices,
    )
    (terms,) = judge(order(forbids(System.outputs.has(Output.DECISION)))).questions
    assert tuple(Choice(str(output), output.label) for output in Output) == terms.choices
    (inside,) = judge(
        order(forbids(Case.incidents.some(Incident.caused_harm))), Case(incidents=[Incident()])
    ).questions
    assert ("incidents[0].caused_harm", Incident.caused_harm.question, ("P",)) == (
        inside.fact,
        inside.prompt,
        inside.provisions,
    )


def test_an_attestation_is_asked_for_by_the_act() -> None:
    """Whether a duty is done is asked in the words of the duty, or by its provision where no rule states
    it.
    """
    made = order(review("R", ORDER.at("4"), "Ask the board.", bearer="b", when=ALWAYS))
    asked_for = Question(
        "attestations.R",
        "Is this done? Ask the board.",
        ("R",),
        known_by="agency",
        topic="duties",
        kind="attestation",
    )
    assert (asked_for,) == judge(made).questions
    (elsewhere,) = judge(order(forbids(~Attested("X")))).questions
    assert ("attestations.X", "Is the duty of X done?", ("P",)) == (
        elsewhere.fact,
        elsewhere.prompt,
        elsewhere.provisions,
    )


def test_the_most_decisive_question_comes_first() -> None:
    """Facts of which more answers settle the outcome at once come first; else the order is that of the
    text.
    """
    made = order(forbids((System.uses_ai & Vendor.involved) | Use.novel))
    assert ["use.novel", "system.uses_ai", "vendor.involved"] == asked(made)
    assert ["system.uses_ai", "vendor.involved"] == asked(made, Case(use=Use(novel=False)))
    assert ["vendor.involved", "system.uses_ai"] == asked(order(forbids(Vendor.involved & System.uses_ai)))


def test_what_was_asked_in_vain_is_marked() -> None:
    """A fact that was asked about and that nobody knew stays a question, and says so; so do facts of a
    record by either path.
    """
    made = order(forbids(System.uses_ai & Vendor.involved))
    marked = {
        question.fact: question.asked
        for question in judge(made, Case(not_known=["vendor.involved"])).questions
    }
    assert {"system.uses_ai": False, "vendor.involved": True} == marked
    inside = order(forbids(Case.incidents.some(Incident.caused_harm)))
    for path, expected in (
        ("incidents[1].caused_harm", [False, True]),
        ("incidents[].caused_harm", [True, True]),
    ):
        case = Case(incidents=[Incident(), Incident()], not_known=[path])
        assert expected == [question.asked for question in judge(inside, case).questions]


def test_the_rebuttal_of_a_presumption_is_asked_for() -> None:
    """An outcome that stands on a presumption asks for what would rebut it, and marks it; other facts are
    asked unmarked.
    """
    trained = Rebutted(Safeguards.staff_trained)
    rule = forbids(System.uses_ai)
    lifted = exception("E", ORDER.at("2(2)"), "Not there.", to=rule, when=trained)
    presumed = [
        order(forbids(System.uses_ai & ~trained)),
        order(forbids(System.uses_ai & trained)),
        order(rule, lifted),
        order(review("R", ORDER.at("4"), "Ask.", bearer="b", when=System.uses_ai, done=trained)),
    ]
    case = Case(system=System(uses_ai=True))
    for made in presumed:
        (question,) = judge(made, case).questions
        assert ("safeguards.staff_trained", True, True) == (question.fact, question.rebuts, question.proven)
        for answer in (True, False):
            assert [] == asked(made, case.with_answer("safeguards.staff_trained", answer))
        assert [] == asked(made, Case(system=System(uses_ai=False)))
    by_fact = {question.fact: question.rebuts for question in judge(presumed[0]).questions}
    assert {"system.uses_ai": False, "safeguards.staff_trained": True} == by_fact


def test_the_rebuttal_of_a_presumption_of_a_record_is_asked_for() -> None:
    """A presumption that stands for one record is rebutted by the facts of that record."""
    made = order(
        forbids(Case.incidents.some(Incident.caused_harm & ~Rebutted(Incident.response_plan_followed)))
    )
    case = Case(incidents=[Incident(caused_harm=False), Incident(caused_harm=True)])
    (question,) = judge(made, case).questions
    assert ("incidents[1].response_plan_followed", True) == (question.fact, question.rebuts)


def test_the_rebuttal_of_a_finding_is_asked_for() -> None:
    """A finding that stands on a presumption asks for its rebuttal."""
    rule = forbids(System.uses_ai)
    made = order(
        rule, exception("E", ORDER.at("2(2)"), "Not there.", to=rule, when=Rebutted(Safeguards.staff_trained))
    )
    answer = judge(made, Case(system=System(uses_ai=True)))
    assert [("safeguards.staff_trained", True)] == [
        (question.fact, question.rebuts) for question in answer.questions_about("P")
    ]


def test_one_finding_has_questions_of_its_own() -> None:
    """What can change one finding is asked about, whether or not it moves the outcome."""
    duty = obligation("O", ORDER.at("3"), "Do.", bearer="b", when=Vendor.involved, gate=Use.novel)
    answer = judge(order(forbids(System.uses_ai), duty), Case(system=System(uses_ai=True)))
    assert () == answer.questions
    assert () == answer.questions_about("P")
    assert {"vendor.involved", "attestations.O", "use.novel"} == {
        question.fact for question in answer.questions_about("O")
    }
    assert all(question.proven for question in answer.questions_about("O"))
    with pytest.raises(UnknownNameError):
        answer.questions_about("Q")
    done = judge(order(duty), Case(attestations={"O": Attestation(met=True)}))
    assert ["vendor.involved"] == [question.fact for question in done.questions_about("O")]


# The budget.

MANY = tuple(one for one in Use.__facts__.values() if isinstance(one, type(Use.novel)) and one.where is None)[
    :12
]


def odd(several: tuple[Any, ...]) -> Condition:
    """Whether an odd number of conditions hold: nothing settles it but all of them."""
    first, *rest = several
    if not rest:
        return first
    others = odd(tuple(rest))
    return (first & ~others) | (~first & others)


def counting(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A list that grows by one with each evaluation the search makes."""
    made: list[int] = []
    original = Policy.outcome

    def outcome(self: Policy, case: Any, as_of: Any, *, hypothetical: bool = False) -> Any:
        made.append(1)
        return original(self, case, as_of, hypothetical=hypothetical)

    def verdicts(self: Policy, case: Any, as_of: Any, hypothetical: bool = False) -> Any:
        made.append(1)
        return looked(self, case, as_of, hypothetical=hypothetical)

    looked = Policy.verdicts
    monkeypatch.setattr(Policy, "outcome", outcome)
    monkeypatch.setattr(Policy, "verdicts", verdicts)
    return made


def test_a_fact_that_could_not_be_decided_is_kept_and_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact that is proven neither to matter nor not to within its share of the search stays a question,
    not proven.
    """
    several = MANY[:10]
    idle = System.uses_ai
    made = order(forbids((idle & odd(several)) | (~idle & odd(several))))
    evaluations = counting(monkeypatch)
    proven = {question.fact: question.proven for question in judge(made).questions}
    assert {idle.path: False, **dict.fromkeys((one.path for one in several), True)} == proven
    assert len(evaluations) <= search.BUDGET
    assert len(evaluations) >= search.SHARE


def test_the_search_keeps_within_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the budget, the search stops at it, and keeps what it has not decided as not proven."""
    several = MANY[:10]
    idle = (System.uses_ai, System.public_facing, Vendor.involved)
    made = order(forbids(odd(several) & (odd(idle) | ~odd(idle))))
    for budget in (60, 300, 1500):
        monkeypatch.setattr(search, "BUDGET", budget)
        with monkeypatch.context() as patched:
            evaluations = counting(patched)
            questions = judge(made).questions
        assert len(evaluations) <= budget + 4
        assert {one.path for one in (*several, *idle)} == {question.fact for question in questions}
        assert any(not question.proven for question in questions)
    monkeypatch.setattr(search, "BUDGET", 1)
    assert all(not question.proven for question in judge(made).questions[1:])


def test_facts_that_decide_together_are_proven_at_little_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a long "and" each part is shown to matter once all of it holds, not each from the start."""
    made = order(
        forbids(AllOf(MANY[:10])),
        review("R", ORDER.at("4"), "Ask.", bearer="b", when=System.uses_ai & Vendor.involved),
    )
    monkeypatch.setattr(search, "BUDGET", 250)
    questions = judge(made).questions
    assert {"system.uses_ai", "vendor.involved", "attestations.R", *(one.path for one in MANY[:10])} == {
        question.fact for question in questions if question.proven
    }


def test_a_share_of_the_budget_is_all_that_one_fact_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact that cannot be decided uses its own share, and leaves the others theirs."""
    several = MANY[:8]
    made = order(forbids((System.uses_ai & odd(several)) | (~System.uses_ai & odd(several))))
    monkeypatch.setattr(search, "SHARE", 40)
    evaluations = counting(monkeypatch)
    proven = {question.fact: question.proven for question in judge(made).questions}
    assert not proven[System.uses_ai.path]
    assert all(proven[one.path] for one in several)
    assert len(evaluations) <= 9 * 42 + 2 * 9
    monkeypatch.setattr(search, "SHARE", 100_000)
    assert System.uses_ai.path not in {question.fact for question in judge(made).questions}


def test_what_is_found_of_one_record_holds_of_its_twins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of many records of which the same is known all are asked about, at the work of a few."""
    made = order(forbids(Incident.caused_harm & Incident.involves_ai, each=Case.incidents))
    made_of = {}
    for number in (3, 400):
        with monkeypatch.context() as patched:
            evaluations = counting(patched)
            incidents = [Incident(name=f"no. {one}") for one in range(number)]
            questions = judge(made, Case(incidents=[*incidents, Incident(caused_harm=False)])).questions
        assert {
            f"incidents[{one}].{name}" for one in range(number) for name in ("caused_harm", "involves_ai")
        } == {question.fact for question in questions}
        made_of[number] = len(evaluations), all(question.proven for question in questions)
    assert made_of[3] == made_of[400]
    assert (True, True) == (made_of[3][1], made_of[3][0] < 60)


def test_records_that_matter_only_together_are_asked_about() -> None:
    """Where several records have to be alike for anything to happen, each of them is asked about."""
    made = order(forbids(Case.incidents.count(Incident.caused_harm) >= 2))
    for number in (2, 3, 7):
        questions = judge(made, Case(incidents=[Incident()] * number)).questions
        assert [f"incidents[{one}].caused_harm" for one in range(number)] == [one.fact for one in questions]
    unlike = Case.incidents.some(Incident.caused_harm) & Case.incidents.some(~Incident.caused_harm)
    facts = asked(order(forbids(unlike)), Case(incidents=[Incident()] * 5))
    assert [f"incidents[{one}].caused_harm" for one in range(5)] == facts


def test_the_work_of_a_search_counts_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """The more records a rule looks into, the fewer judgements the search makes; what it did not come to is
    asked, unproven.
    """
    made = order(forbids(Incident.caused_harm & Incident.involves_ai, each=Case.incidents), forbids_too())
    monkeypatch.setattr(search, "BUDGET", 6_000)
    for number in (10, 100, 1000):
        # No two are alike.
        incidents = [
            Incident(discovered=TODAY - datetime.timedelta(days=one), caused_harm=None if one % 2 else False)
            for one in range(number)
        ]
        with monkeypatch.context() as patched:
            evaluations = counting(patched)
            questions = judge(made, Case(incidents=incidents)).questions
        assert len(evaluations) * number <= 6_000 + 10 * number
        assert {f"incidents[{one}].caused_harm" for one in range(1, number, 2)} <= {
            question.fact for question in questions
        }
    assert not all(question.proven for question in questions)


def forbids_too() -> Any:
    """A second prohibition."""
    return prohibition("Q", ORDER.at("3"), "No.", when=System.uses_ai & Vendor.involved)


# Several policies.


def test_the_questions_of_several_policies_are_joined() -> None:
    """A fact that two policies ask about is asked once, for the provisions of both; a part that cannot
    matter asks nothing.
    """
    one = order(forbids(System.uses_ai & Use.novel))
    other = order(
        prohibition("Q", ORDER.at("3"), "No.", when=Vendor.involved & System.uses_ai), id="ruritania/other"
    )
    questions = {
        question.fact: question.provisions
        for question in (one & other).evaluate(Case(), as_of=TODAY).questions
    }
    assert {"system.uses_ai": ("P", "Q"), "use.novel": ("P",), "vendor.involved": ("Q",)} == questions
    mild = order(review("R", ORDER.at("4"), "Ask.", bearer="b", when=Vendor.involved), id="ruritania/mild")
    settled = Case(system=System(uses_ai=True), use=Use(novel=True))
    assert () == (one & mild).evaluate(settled, as_of=TODAY).questions
    certain = order(
        review("R", ORDER.at("4"), "Ask.", bearer="b", when=ALWAYS, done=Use.severe_risk),
        id="ruritania/certain",
    )
    case = Case(use=Use(severe_risk=False), vendor=Vendor(involved=True))
    assert ["system.uses_ai", "use.novel"] == [
        question.fact for question in (one & certain & mild).evaluate(case, as_of=TODAY).questions
    ]


def test_the_rebuttal_of_a_presumption_is_asked_for_of_several_policies() -> None:
    """A joint outcome that stands on a presumption of one part asks for its rebuttal."""
    one = order(forbids(System.uses_ai & ~Rebutted(Safeguards.staff_trained)))
    other = order(prohibition("Q", ORDER.at("3"), "No.", when=Vendor.involved), id="ruritania/other")
    joint = (one & other).evaluate(
        Case(system=System(uses_ai=True), vendor=Vendor(involved=False)), as_of=TODAY
    )
    assert [("safeguards.staff_trained", True)] == [
        (question.fact, question.rebuts) for question in joint.questions
    ]


# Alternatives.


def test_another_answer_that_would_make_the_outcome_milder_is_shown() -> None:
    """Each known fact of which another answer alone makes the outcome milder is shown, with the mildest
    such answer and its outcome.
    """
    made = order(
        forbids(System.uses_ai & Use.sole_use.is_(SoleUse.CLERICAL) & System.outputs.has(Output.DECISION)),
        review("R", ORDER.at("4"), "Ask.", bearer="b", when=System.uses_ai),
    )
    case = Case(
        system=System(uses_ai=True, outputs=["decision"], public_facing=True),
        use=Use(sole_use="clerical"),
        attestations={"R": Attestation(met=False)},
    )
    answer = judge(made, case)
    assert {
        "system.uses_ai": Alternative("system.uses_ai", False, Outcome.NO_OBJECTION, Outcome.NO_OBJECTION),
        "use.sole_use": Alternative("use.sole_use", SoleUse.ADMINISTRATIVE, Outcome.REVIEW, Outcome.REVIEW),
        "system.outputs": Alternative("system.outputs", TermSet(), Outcome.REVIEW, Outcome.REVIEW),
    } == {one.fact: one for one in answer.alternatives}
    assert () == judge(made, case.with_answer("system.uses_ai", False)).alternatives


def test_the_mildest_answer_is_shown_whichever_is_tried_first() -> None:
    """Of several other answers to a fact the one that makes the outcome mildest is shown."""
    for first, second, third, free in itertools.permutations(SoleUse):
        made = order(
            forbids(Use.sole_use.is_(first)),
            review("R", ORDER.at("4"), "Ask.", bearer="b", when=Use.sole_use.is_(second)),
            requirement("C", ORDER.at("5"), "Do.", bearer="b", when=Use.sole_use.is_(third)),
        )
        case = Case(use=Use(sole_use=first), attestations=dict.fromkeys("RC", Attestation(met=False)))
        mild = (Outcome.NO_OBJECTION, Outcome.NO_OBJECTION)
        (found,) = judge(made, case).alternatives
        assert ("use.sole_use", free, *mild) == (found.fact, found.answer, found.at_least, found.at_most)


def test_an_answer_that_is_certain_goes_before_one_that_may_be_milder() -> None:
    """Of two other answers the one whose strictest outcome is milder is shown, then that with the milder
    least.
    """
    made = order(
        forbids(
            Use.sole_use.is_in(SoleUse.OTHER, SoleUse.OPERATIONAL)
            & (Vendor.involved | Use.sole_use.is_(SoleUse.OTHER))
        ),
        review(
            "R",
            ORDER.at("4"),
            "Ask.",
            bearer="b",
            when=~Use.sole_use.is_in(SoleUse.OTHER, SoleUse.OPERATIONAL),
        ),
    )
    case = Case(use=Use(sole_use=SoleUse.OTHER), attestations={"R": Attestation(met=False)})
    (found,) = judge(made, case).alternatives
    assert (Outcome.REVIEW, Outcome.REVIEW) == (found.at_least, found.at_most)


def test_alternatives_of_many_records_cost_those_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of records of which the same is known the alternatives are found together."""
    made = order(
        forbids(Data.elements.count(DataElement.identifies_person & ~DataElement.sent_outside_agency) >= 2)
    )
    for number, facts in ((2, 4), (300, 0)):
        with monkeypatch.context() as patched:
            evaluations = counting(patched)
            case = Case(
                data=Data(elements=[DataElement(identifies_person=True, sent_outside_agency=False)] * number)
            )
            found = judge(made, case).alternatives
        assert facts == len(found)
        assert len(evaluations) < 10


def test_two_facts_that_have_to_change_together_are_no_alternative() -> None:
    """Where only two answers together would make the outcome milder, neither is shown."""
    made = order(forbids(System.uses_ai | Vendor.involved))
    assert () == judge(made, Case(system=System(uses_ai=True), vendor=Vendor(involved=True))).alternatives
    alone = judge(made, Case(system=System(uses_ai=True), vendor=Vendor(involved=False))).alternatives
    assert ["system.uses_ai"] == [one.fact for one in alone]


def test_leaving_the_scope_is_no_way_out() -> None:
    """What decides whether the policy covers the case is not shown as an alternative."""
    made = order(forbids(Use.tracks_individuals & System.uses_ai), scope=System.uses_ai)
    answer = judge(made, Case(system=System(uses_ai=True), use=Use(tracks_individuals=True)))
    assert ["use.tracks_individuals"] == [one.fact for one in answer.alternatives]


def test_an_alternative_may_narrow_a_range() -> None:
    """Where the outcome is open, an answer that would make its strictest end milder is shown."""
    made = order(forbids(System.uses_ai & Vendor.involved))
    answer = judge(made, Case(system=System(uses_ai=True)))
    assert [("system.uses_ai", False)] == [(one.fact, one.answer) for one in answer.alternatives]
    inside = order(forbids(DataElement.identifies_person, each=Data.elements))
    found = judge(
        inside,
        Case(data=Data(elements=[DataElement(identifies_person=False), DataElement(identifies_person=True)])),
    ).alternatives
    assert ["data.elements[1].identifies_person"] == [one.fact for one in found]


def test_money_and_days_are_no_alternatives() -> None:
    """Only plain facts and words are varied: a known day or amount stays as it is."""
    made = order(forbids(Use.began.happened() & (Procurement.public_funds >= 1)))
    assert (
        ()
        == judge(
            made, Case(use=Use(began=BEFORE), procurement=Procurement(public_funds=Decimal(5)))
        ).alternatives
    )
