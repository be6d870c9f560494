"""Lists of records of which some are known, and perhaps not all."""

from __future__ import annotations

import datetime
import json
import pickle
from typing import Any

import pytest
from one_day import TODAY, day, situation
from small_policies import agrees, forbidding, small
from strategies import ORDER

import aigovkit as ag
from aigovkit.answers import DutyStatus, Outcome, Status
from aigovkit.engine.trials import Trials
from aigovkit.errors import FactValueError, InputError
from aigovkit.facts import Partly
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import Constant
from aigovkit.language.parts import distinct
from aigovkit.models import Case, Data, DataElement, Incident, System
from aigovkit.periods import NEVER_AT, Period
from aigovkit.rules import exception, obligation, prohibition

HARM, NO_HARM = Incident(caused_harm=True), Incident(caused_harm=False)
EARLY, LATE = datetime.date(2026, 2, 1), datetime.date(2026, 2, 20)


def known(*several: Incident) -> Case:
    """A case of which these incidents are known, and perhaps not all."""
    return Case(incidents=Partly(several))


def refusal(text: str) -> dict[str, str]:
    """What is wrong with a case in JSON, by its path."""
    with pytest.raises(InputError) as caught:
        Case.from_json(text)
    return {problem.path: str(problem) for problem in caught.value.problems}


# What it is


def test_a_list_known_in_part_is_no_complete_list() -> None:
    """It has the records that are known, and equals no list that is all there is."""
    some = Partly([HARM, NO_HARM])
    assert [HARM, NO_HARM] == list(some)
    assert some == Partly([HARM, NO_HARM]) != Partly([HARM])
    assert some != (HARM, NO_HARM)
    assert (HARM, NO_HARM) != some
    assert 2 == len({some, (HARM, NO_HARM)})
    assert some == pickle.loads(pickle.dumps(some))
    assert type(some) is type(pickle.loads(pickle.dumps(known(HARM))).incidents)
    assert "Case(incidents=Partly([Incident(caused_harm=True)]))" == repr(known(HARM))


def test_a_list_of_which_nothing_is_known_has_one_form() -> None:
    """No record known, and perhaps more, is an unknown list."""
    assert None is known().incidents
    assert Case() == known() == Case.from_json('{"incidents": {"some": []}}')
    assert Case().digest == known().digest


def test_an_answer_on_a_known_record_leaves_the_list_open() -> None:
    """A fact of a known record is answered where it stands; whether there are more stays open."""
    answered = known(Incident()).with_answer("incidents[0].caused_harm", True)
    assert known(HARM) == answered
    assert Case(incidents=[HARM]) == answered.with_answer("incidents", [HARM])
    assert known(HARM, NO_HARM) == Case().with_answer("incidents", Partly([HARM, NO_HARM]))
    assert [("incidents[0].caused_harm", True)] == list(known(HARM).known_facts())
    with pytest.raises(FactValueError, match="Partly"):
        Case(incidents={"some": [HARM]})  # type: ignore[arg-type]


# JSON


def test_a_list_known_in_part_is_written_and_read() -> None:
    """In JSON it is an object with the records that are known, and comes back as it was."""
    case = Case(incidents=Partly([HARM]), data=Data(elements=Partly([DataElement(name="faces")])))
    data = case.to_dict()
    assert {"some": [{"caused_harm": True}]} == data["incidents"]
    assert {"some": [{"name": "faces"}]} == data["data"]["elements"]
    assert case == Case.from_dict(data) == Case.from_json(case.to_json())
    assert case.digest != Case(incidents=[HARM], data=Data(elements=[DataElement(name="faces")])).digest
    commented = '{"incidents": {"// which": "of March", "some": [{"caused_harm": true}]}}'
    assert known(HARM) == Case.from_json(commented)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"incidents": {"some": [{"foo": 1}]}}', "$.incidents.some[0].foo"),
        ('{"incidents": {"some": [7]}}', "$.incidents.some[0]"),
        ('{"incidents": {"some": null}}', "$.incidents"),
        ('{"incidents": {"some": {}}}', "$.incidents"),
        ('{"incidents": {}}', "$.incidents"),
        ('{"incidents": {"some": [], "all": []}}', "$.incidents"),
        ('{"incidents": {"some": [], "some": []}}', "$.incidents.some"),
    ],
)
def test_what_is_wrong_in_a_list_known_in_part_is_told_at_its_place(text: str, path: str) -> None:
    """A list known in part has its records under one key, and each is checked as in a complete list."""
    assert [path] == list(refusal(text))


def test_the_bound_on_records_holds_for_lists_known_in_part() -> None:
    """No more records are taken of a list known in part than of a complete one, in one list and in all."""
    most = [{}] * 1_001
    assert ["$.incidents.some"] == list(refusal(json.dumps({"incidents": {"some": most}})))
    with pytest.raises(FactValueError, match="at most 1,000"):
        Case(incidents=Partly([HARM] * 600), data=Data(elements=Partly([DataElement()] * 600)))


# What it means


@pytest.mark.parametrize(
    ("incidents", "some", "every"),
    [
        (Partly([HARM]), True, None),
        (Partly([NO_HARM]), None, False),
        (Partly([Incident()]), None, None),
        ([NO_HARM], False, False),
        (None, None, None),
    ],
)
def test_records_that_may_be_there_open_an_answer_and_decide_none(
    incidents: Any, some: bool | None, every: bool | None
) -> None:
    """What a known record decides is decided; what only all records could decide stays open."""
    at = situation(Case(incidents=incidents))
    assert some is holds(Case.incidents.some(Incident.caused_harm), at)
    assert every is holds(Case.incidents.each(Incident.caused_harm), at)


def test_what_fails_whatever_a_record_is_fails_for_an_unknown_list() -> None:
    """Of an unknown list it is settled what no record could meet, and what every one does."""
    at = situation(Case(system=System(uses_ai=False)))
    assert False is holds(Case.incidents.some(Incident.caused_harm & System.uses_ai), at)
    assert True is holds(Case.incidents.each(Incident.caused_harm | ~System.uses_ai), at)
    assert (0, 0) == bounds(Case.incidents.count(Incident.caused_harm & System.uses_ai), at)
    assert NEVER_AT == bounds(Case.incidents.first(Incident.discovered, System.uses_ai), at)


def test_counts_and_firsts_of_a_list_known_in_part() -> None:
    """More may be counted than are known; an earlier record, or a later one, may come to light."""
    early, late = (Incident(caused_harm=True, discovered=at) for at in (EARLY, LATE))
    at = situation(known(early, late))
    assert (2, float("inf")) == bounds(Case.incidents.count(Incident.caused_harm), at)
    assert (-float("inf"), day(EARLY)[1]) == bounds(Case.incidents.first(Incident.discovered), at)
    assert (day(LATE)[0], float("inf")) == bounds(Case.incidents.last(Incident.discovered), at)


@pytest.mark.parametrize(
    ("elements", "total"),
    [
        ([], (0, 0)),
        ([(True, 30), (False, 7)], (30, 30)),
        ([(True, 30), (None, 7)], (30, 37)),
        ([(True, None)], (0, float("inf"))),
        (Partly([(True, 30)]), (30, float("inf"))),
        (None, (0, float("inf"))),
    ],
)
def test_a_number_of_each_record_is_added_up(elements: Any, total: tuple[float, float]) -> None:
    """A total counts the records that meet the condition, perhaps those that may, and what may be there."""
    several = elements and type(elements)(
        DataElement(identifies_person=person, retention=None if days is None else Period(days=days))
        for person, days in elements
    )
    kept = Data.elements.total(DataElement.retention, DataElement.identifies_person)
    assert tuple(86_400 * end for end in total) == bounds(kept, situation(Case(data=Data(elements=several))))
    of_none = Data.elements.total(Constant(-2), DataElement.identifies_person & System.uses_ai)
    assert (0, 0) == bounds(of_none, situation(Case(system=System(uses_ai=False))))
    assert (-float("inf"), 0) == bounds(of_none, situation(Case()))


def test_a_rule_on_each_record_of_a_list_known_in_part() -> None:
    """A ban that a known record breaks is broken; else it is open, and the list is asked."""
    made = forbidding(Incident.caused_harm, each=Case.incidents)
    broken = made.evaluate(known(NO_HARM, HARM), as_of=TODAY)
    assert (Outcome.PROHIBITED, ()) == (broken.outcome, broken.questions)
    assert ("incidents[1].caused_harm is yes",) == broken.findings[0].because
    open_ = made.evaluate(known(NO_HARM), as_of=TODAY)
    assert (Outcome.NO_OBJECTION, Outcome.PROHIBITED) == (open_.at_least, open_.at_most)
    assert Status.UNDETERMINED is open_.findings[0].status
    assert (("incidents",), ["incidents"]) == (
        open_.findings[0].unknown,
        [question.fact for question in open_.questions],
    )
    assert open_.questions[0].proven
    assert open_.questions[0].prompt.endswith("? 1 is known; is there anything else?")
    nothing = made.evaluate(Case(), as_of=TODAY).questions[0]
    assert Case.incidents.question == nothing.prompt
    for several in ((), (HARM,), (NO_HARM,), (Incident(),), (Incident(), NO_HARM)):
        agrees(made, known(*several), TODAY)


def test_what_is_unknown_of_a_known_record_is_asked_beside_the_list() -> None:
    """Both may change the outcome: what is not known of a record, and whether there is another."""
    made = forbidding(Incident.caused_harm, each=Case.incidents)
    found = made.evaluate(known(Incident(), NO_HARM), as_of=TODAY)
    assert ["incidents[0].caused_harm", "incidents"] == [question.fact for question in found.questions]


def test_only_what_an_exception_lifts_of_every_record_is_lifted_of_a_list_known_in_part() -> None:
    """An exception that holds for the known records leaves open what may come to light."""
    rule = prohibition("P", ORDER.at("1"), "No harm.", each=Case.incidents, when=Incident.caused_harm)
    lifted = exception(
        "E", ORDER.at("2"), "Not there.", to=rule, each=Case.incidents, when=Incident.involves_ai
    )
    made = small(rule, lifted)
    excused = Incident(caused_harm=True, involves_ai=True)
    assert Status.DISPLACED is made.evaluate(Case(incidents=[excused]), as_of=TODAY).finding("P").status
    assert Status.UNDETERMINED is made.evaluate(known(excused), as_of=TODAY).finding("P").status
    agrees(made, known(excused), TODAY)


def test_a_duty_of_a_record_that_may_be_there_is_unknown() -> None:
    """The duties of the known records are told one by one, and that another may owe one."""
    duty = obligation(
        "R",
        ORDER.at("1"),
        "Tell the officer.",
        bearer="staff",
        each=Case.incidents,
        when=Incident.caused_harm,
        done=Incident.told_privacy_officer,
    )
    told = Incident(name="the gate", caused_harm=True, told_privacy_officer=EARLY)
    due = small(duty).evaluate(known(told), as_of=TODAY).duties
    assert [("the gate", DutyStatus.MET), ("any other", DutyStatus.UNKNOWN)] == [
        (one.about, one.status) for one in due
    ]


def test_trial_answers_go_on_where_a_list_is_known_to() -> None:
    """What may be answered to a list known in part begins with the records that are known."""
    case = known(NO_HARM)
    test = Case.incidents.some(Incident.caused_harm)
    answers = Trials(tuple(distinct([test])), situation(case)).answers("incidents", case.incidents)
    assert [1, 2] == [len(answer) for answer in answers]
    assert all(answer[0] is case.incidents[0] for answer in answers)  # type: ignore[index]
    assert {True, None} == {
        holds(test, situation(Case(incidents=several)))
        for several in (Partly([NO_HARM]), Partly([NO_HARM, HARM]))
    }


def test_the_name_can_be_had_from_the_package() -> None:
    """Whoever builds cases finds it beside them."""
    assert Partly is ag.Partly
