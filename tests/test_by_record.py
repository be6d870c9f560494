"""What comes of each record of a list by itself, beside what comes of them all."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from drawing import SEEDS, Dice
from hypothesis import given, settings
from one_day import TODAY
from small_policies import small
from strategies import ORDER, examples, random_judged, random_judged_incidents

from aigovkit.answers import Outcome, Status
from aigovkit.engine import reference
from aigovkit.engine.subjects import lists, subjects
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.errors import ConditionError, PolicyError
from aigovkit.facts import Partly
from aigovkit.json import evaluation_to_dict
from aigovkit.language.nodes import Day, Rebutted
from aigovkit.models import Case, Data, DataElement, Incident, System
from aigovkit.rules import Commencement, exception, obligation, part, penalty, prohibition, review

STARTS = datetime.date(2026, 2, 1)
LAW = Commencement("the Order", Day(STARTS), ORDER.at("9"))
IN_TIME = {"commencement": LAW, "act": Incident.discovered}
BAN = prohibition("P", ORDER.at("1"), "No harm.", each=Case.incidents, when=Incident.caused_harm, **IN_TIME)
LIFTED = exception(
    "E",
    ORDER.at("2"),
    "A plan that is followed excuses it.",
    to=BAN,
    each=Case.incidents,
    when=Incident.response_plan_followed,
)
BEFORE, AFTER = datetime.date(2026, 1, 31), datetime.date(2026, 2, 2)


def harm(name: str, **facts: Any) -> Incident:
    """A harm found after the Order came into force, which no plan excuses."""
    known = {"caused_harm": True, "discovered": AFTER, "response_plan_followed": False, **facts}
    return Incident(name=name, **known)


def test_each_record_has_a_finding_of_its_own_and_the_worst_stands_for_all() -> None:
    """One rule is broken for one record, displaced for the next, not in force for a third, and open for a
    fourth: each under the law of its own day, each lifted or not by itself.
    """
    several = [
        harm("gate"),
        harm("lift", response_plan_followed=True),
        harm("door", discovered=BEFORE),
        harm("lamp", caused_harm=None),
        harm("wall", caused_harm=False),
    ]
    finding = small(BAN, LIFTED).evaluate(Case(incidents=several), as_of=TODAY).finding("P")
    assert Status.VIOLATED is finding.status
    assert [
        ("gate", Status.VIOLATED, None),
        ("lift", Status.DISPLACED, "E"),
        ("door", Status.NOT_IN_FORCE, None),
        ("lamp", Status.UNDETERMINED, None),
        ("wall", Status.NOT_APPLICABLE, None),
    ] == [(one.label, one.status, one.displaced_by) for one in finding.records]
    assert [f"incidents[{number}]" for number in range(5)] == [one.record for one in finding.records]
    assert ("incidents[0].caused_harm is yes",) == finding.records[0].because
    assert ("incidents[3].caused_harm",) == finding.records[3].unknown


def test_a_rule_on_the_whole_case_has_no_findings_on_records() -> None:
    """Where a rule does not speak of each record there is nothing to say of one."""
    made = small(prohibition("P", ORDER.at("1"), "No AI.", when=System.uses_ai))
    assert () == made.evaluate(Case(incidents=[harm("gate")]), as_of=TODAY).finding("P").records


def test_a_record_that_may_be_there_has_no_finding() -> None:
    """Of a list known in part the known records have findings; the finding on the rule stays open."""
    finding = small(BAN).evaluate(Case(incidents=Partly([harm("wall", caused_harm=False)])), as_of=TODAY)
    assert Status.UNDETERMINED is finding.finding("P").status
    assert [Status.NOT_APPLICABLE] == [one.status for one in finding.finding("P").records]
    assert () == small(BAN).evaluate(Case(), as_of=TODAY).finding("P").records


def test_a_presumption_is_told_of_the_record_that_rests_on_it() -> None:
    """What nobody has rebutted of one record is presumed of that one alone."""
    ban = prohibition(
        "P",
        ORDER.at("1"),
        "No harm, unless the plan is shown to have been followed.",
        each=Case.incidents,
        when=Incident.caused_harm & ~Rebutted(Incident.response_plan_followed),
    )
    several = [harm("gate"), harm("lift", response_plan_followed=None)]
    finding = small(ban).evaluate(Case(incidents=several), as_of=TODAY).finding("P")
    assert [(Status.VIOLATED, False), (Status.VIOLATED, True)] == [
        (one.status, one.presumed) for one in finding.records
    ]


def test_the_outcome_of_a_record_is_that_of_its_rules_and_of_the_whole_case() -> None:
    """What is said of one record leaves out what is said of others, and keeps what is said of the case."""
    ask = review("R", ORDER.at("3"), "Ask.", bearer="staff", when=System.uses_ai, done=~System.uses_ai)
    made = small(BAN, LIFTED, ask)
    several = [harm("gate"), harm("lift", response_plan_followed=True), harm("lamp", caused_harm=None)]
    for uses_ai, least in ((False, Outcome.NO_OBJECTION), (True, Outcome.REVIEW)):
        found = made.evaluate(Case(incidents=several, system=System(uses_ai=uses_ai)), as_of=TODAY)
        assert Outcome.PROHIBITED is found.outcome
        assert [
            ("gate", Outcome.PROHIBITED, Outcome.PROHIBITED),
            ("lift", least, least),
            ("lamp", least, Outcome.PROHIBITED),
        ] == [(one.label, one.at_least, one.at_most) for one in found.by_record(Case.incidents)]
        assert Outcome.UNDETERMINED is found.by_record(Case.incidents)[2].outcome


def test_the_rules_on_other_lists_say_nothing_of_a_record() -> None:
    """A rule that speaks of data elements is no rule on an incident."""
    no_faces = prohibition(
        "D", ORDER.at("4"), "No such data.", each=Data.elements, when=DataElement.identifies_person
    )
    case = Case(
        incidents=[harm("wall", caused_harm=False)],
        data=Data(elements=[DataElement(identifies_person=True)]),
    )
    found = small(BAN, no_faces).evaluate(case, as_of=TODAY)
    assert [Outcome.NO_OBJECTION] == [one.outcome for one in found.by_record(Case.incidents)]
    assert [Outcome.PROHIBITED] == [one.outcome for one in found.by_record(Data.elements)]
    with pytest.raises(ConditionError, match="`System.uses_ai` is no list of records"):
        found.by_record(System.uses_ai)  # type: ignore[arg-type]


def test_several_policies_together_say_the_strictest_of_each_record() -> None:
    """Of each record the strictest of the members stands."""
    strict = small(BAN, id="ruritania/strict")
    mild = small(BAN, LIFTED, id="ruritania/mild")
    case = Case(incidents=[harm("gate"), harm("lift", response_plan_followed=True)])
    together = (strict & mild).evaluate(case, as_of=TODAY).by_record(Case.incidents)
    assert [Outcome.PROHIBITED, Outcome.PROHIBITED] == [one.outcome for one in together]
    alone = mild.evaluate(case, as_of=TODAY).by_record(Case.incidents)
    assert [Outcome.PROHIBITED, Outcome.NO_OBJECTION] == [one.outcome for one in alone]


def test_an_exception_for_each_record_displaces_rules_on_those_records_only() -> None:
    """A rule that speaks of the whole case cannot be lifted record by record."""
    whole = prohibition("P", ORDER.at("1"), "No AI.", when=System.uses_ai)
    lifted = exception("E", ORDER.at("2"), "Not there.", to=whole, each=Case.incidents, when=System.uses_ai)
    with pytest.raises(PolicyError, match="speaks of each of `incidents` and displaces `P`"):
        small(whole, lifted)


# Penalties


def fine(**options: Any) -> Any:
    """A fine of 100 to 500 dollars for each harm."""
    return penalty(
        "F",
        ORDER.at("5"),
        "A fine for each harm.",
        each=Case.incidents,
        when=Incident.caused_harm,
        least=100_00,
        most=500_00,
        formula="$100 to $500 for each harm",
        **options,
    )


@pytest.mark.parametrize(
    ("incidents", "expected"),
    [
        ([harm("gate"), harm("lift")], (200_00, 1_000_00, True)),
        ([harm("gate"), harm("lamp", caused_harm=None)], (100_00, 1_000_00, True)),
        ([harm("lamp", caused_harm=None)], (0, 500_00, False)),
        ([harm("gate"), harm("wall", caused_harm=False)], (100_00, 500_00, True)),
        (Partly([harm("gate")]), (100_00, None, True)),
        (None, (0, None, False)),
    ],
)
def test_a_penalty_for_each_record_adds_up(incidents: Any, expected: tuple[int, int | None, bool]) -> None:
    """It is due at least for the records of which it certainly holds, and at most for those of which it may;
    there is no ceiling where there may be more records.
    """
    (cost,) = small(fine()).evaluate(Case(incidents=incidents), as_of=TODAY).exposure
    assert expected == (cost.at_least, cost.at_most, cost.certain)


def test_a_penalty_of_no_record_is_none() -> None:
    """Where it holds of no record nothing is due."""
    wall = harm("wall", caused_harm=False)
    assert () == small(fine()).evaluate(Case(incidents=[wall]), as_of=TODAY).exposure
    assert () == small(fine()).evaluate(Case(incidents=[]), as_of=TODAY).exposure


def test_a_part_on_records_has_penalties_on_them() -> None:
    """A penalty of a section that speaks of each record is due for each, unless it says otherwise."""
    section = part(ORDER, "5", each=Case.incidents)
    bounds: Any = {"least": 0, "most": 1, "formula": "a cent"}
    made = section.penalty("F", "(1)", "A fine.", when=Incident.caused_harm, **bounds)
    assert Case.incidents is made.each
    assert None is section.penalty("G", "(2)", "A fine.", when=System.uses_ai, each=None, **bounds).each


# As JSON and on the page


def test_findings_and_outcomes_of_records_stand_in_json() -> None:
    """A finding has those on its records, and the answer the outcome of each record rules speak of."""
    case = Case(incidents=[harm("gate"), harm("lift", response_plan_followed=True)])
    made = small(BAN, LIFTED, prohibition("W", ORDER.at("6"), "No AI.", when=System.uses_ai))
    data = evaluation_to_dict(made.evaluate(case.with_answer("system.uses_ai", False), as_of=TODAY))
    assert [
        {
            "record": "incidents[0]",
            "label": "gate",
            "status": "violated",
            "because": ["incidents[0].caused_harm is yes"],
            "unknown": [],
            "displaced_by": None,
            "presumed": False,
        },
        "displaced",
    ] == [data["findings"][0]["records"][0], data["findings"][0]["records"][1]["status"]]
    assert [] == data["findings"][2]["records"]
    assert [
        ("incidents[0]", "gate", "prohibited"),
        ("incidents[1]", "lift", "no_objection"),
    ] == [(one["record"], one["label"], one["outcome"]) for one in data["records"]]


def test_the_page_tells_records_apart_where_they_differ() -> None:
    """Each record is named with what is said of it, unless the same is said of all."""
    made = small(BAN, LIFTED)
    differing = Case(incidents=[harm("gate"), harm("lift", response_plan_followed=True)])
    text = str(made.evaluate(differing, as_of=TODAY))
    assert "\nOne by one\n" in text
    assert "gate: PROHIBITED" in text
    assert "lift: NO OBJECTION" in text
    assert "One by one" not in str(made.evaluate(Case(incidents=[harm("a"), harm("b")]), as_of=TODAY))


# What always holds


def consistent(result: Any) -> None:
    """Assert that what is said of records and what is said of all of them fit together, and that the compiled
    policy says of each what the plain reference does.
    """
    rulebook, situation = result.policy.rulebook, result.situation
    compiled = result.policy.by_record(result.case, result.as_of)
    assert reference.by_record(rulebook, situation) == compiled
    judged = result.policy.of_records(result.case, result.as_of)
    for rule in rulebook.rules:
        if rule.each is not None:
            each = subjects(rule, situation)
            assert judged.on(rule) == tuple(reference.verdict_for(rulebook, rule, one) for one in each)
    for rule, verdict, finding in zip(rulebook.rules, result.verdicts, result.findings, strict=True):
        statuses = [one.status for one in finding.records]
        if rule.each is None:
            assert [] == statuses
        elif verdict == Verdict.BREACHED:
            assert finding.status in statuses or Status.UNDETERMINED in statuses
        elif verdict in SILENT:
            assert all(status.is_silent for status in statuses)
        if rule.id not in rulebook.presuming:
            for one in finding.records:
                assert bool(one.unknown) <= (not one.status.is_silent)
    for collection in lists(rulebook.rules):
        for one in result.by_record(collection):
            assert Outcome.NOT_APPLICABLE <= one.at_least <= one.at_most
            assert (one.at_least, one.at_most) <= (result.at_least, result.at_most)
            assert one.at_most <= result.at_most
    if not lists(rulebook.rules):
        assert (result.at_least, result.at_most) == reference.outcome(rulebook, situation)


@given(SEEDS)
@settings(max_examples=examples(60))
def test_no_record_is_judged_more_strictly_than_the_whole(seed: int) -> None:
    """What is said of one record is part of what is said of the case, on random policies."""
    draw = Dice(seed)
    for made, case, as_of in (random_judged(draw), random_judged_incidents(draw)):
        consistent(made.evaluate(case, as_of=as_of))


def test_duties_and_findings_of_a_record_agree() -> None:
    """A duty that is owed for one record and not for another has a finding of each."""
    duty = obligation(
        "O",
        ORDER.at("7"),
        "Tell the officer.",
        bearer="staff",
        each=Case.incidents,
        when=Incident.caused_harm,
        done=Incident.told_privacy_officer,
        **IN_TIME,
    )
    several = [harm("gate", told_privacy_officer=AFTER), harm("door", discovered=BEFORE)]
    result = small(duty).evaluate(Case(incidents=several), as_of=TODAY)
    assert [("gate", Status.SATISFIED), ("door", Status.NOT_IN_FORCE)] == [
        (one.label, one.status) for one in result.finding("O").records
    ]
    assert ["gate"] == [one.about for one in result.duties]


def test_reasons_name_the_record_and_its_place() -> None:
    """A reason has the number of the record, and its name where it has one; what is of the case alone too."""
    when = Incident.caused_harm & System.uses_ai
    ban = prohibition("P", ORDER.at("1"), "No.", each=Case.incidents, when=when)
    case = Case(incidents=[harm("system"), harm("x").blank(), Incident(caused_harm=True)])
    found = small(ban).evaluate(case.with_answer("system.uses_ai", True), as_of=TODAY).finding("P")
    assert (
        "system: incidents[0].caused_harm is yes",
        "system: system.uses_ai is yes",
        "incidents[2].caused_harm is yes",
        "incidents[2]: system.uses_ai is yes",
    ) == found.because


def test_an_explanation_says_what_comes_of_each_record() -> None:
    """The finding in full names each record with its status."""
    case = Case(incidents=[harm("gate"), harm("lift", response_plan_followed=True)])
    told = small(BAN, LIFTED).evaluate(case, as_of=TODAY).explain("P")
    assert "\ngate: violated\n" in told
    assert "\nlift: displaced\n" in told
