"""What is planned or goes on, apart from what is past."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from drawing import SEEDS, Dice
from gates import going_on
from hypothesis import given, settings
from one_day import TODAY
from random_nodes import ADOPTED, LISTS, Nodes
from random_values import less
from small_policies import small
from strategies import ORDER, examples, random_judged, random_judged_incidents

from aigovkit.answers import Outcome, Present
from aigovkit.engine import reference
from aigovkit.errors import ConditionError
from aigovkit.facts import Partly, Records
from aigovkit.facts.kinds import is_told_by
from aigovkit.html import to_html
from aigovkit.json import evaluation_to_dict
from aigovkit.language.nodes import ALWAYS, AS_OF, StartOfDay
from aigovkit.models import Case, Incident, System
from aigovkit.periods import Occurrence
from aigovkit.rules import prohibition, requirement

PAST, SOON = datetime.date(2026, 2, 1), datetime.date(2026, 3, 9)
BAN = prohibition("P", ORDER.at("1"), "No harm.", each=Case.incidents, when=Incident.caused_harm)
AI = prohibition("W", ORDER.at("2"), "No AI.", when=System.uses_ai)
GOES_ON = {Case.incidents: StartOfDay(AS_OF).no_later_than(Incident.told_supervisor)}
"""An incident goes on until the supervisor has been told."""


@pytest.fixture(autouse=True)
def _incidents_go_on() -> Iterator[None]:
    with going_on(GOES_ON):
        yield


def judged(*incidents: Incident, uses_ai: bool | None = False, **options: Any) -> Any:
    """The answer on some incidents."""
    case = Case(incidents=options.get("known", incidents), system=System(uses_ai=uses_ai))
    return small(BAN, AI).evaluate(case, as_of=TODAY)


def harm(told: Any) -> Incident:
    """A harm that goes on until then."""
    return Incident(caused_harm=True, told_supervisor=told)


@pytest.mark.parametrize(
    ("several", "present"),
    [
        ([harm(PAST)], Present(Outcome.NO_OBJECTION, Outcome.NO_OBJECTION)),
        ([harm(PAST), harm(SOON)], Present(Outcome.PROHIBITED, Outcome.PROHIBITED)),
        ([harm(TODAY)], Present(Outcome.PROHIBITED, Outcome.PROHIBITED)),
        ([harm(Occurrence.NEVER)], Present(Outcome.PROHIBITED, Outcome.PROHIBITED)),
        ([harm(None)], Present(Outcome.NO_OBJECTION, Outcome.PROHIBITED)),
        ([harm(PAST), harm(None)], Present(Outcome.NO_OBJECTION, Outcome.PROHIBITED)),
        (Partly([harm(PAST)]), Present(Outcome.NO_OBJECTION, Outcome.PROHIBITED)),
    ],
)
def test_what_is_past_is_left_out_of_what_is_said_of_the_present(several: Any, present: Present) -> None:
    """A past breach stays in the outcome and leaves the present alone. A record that may go on opens it, and
    so does one that may be there.
    """
    found = judged(known=several)
    assert Outcome.PROHIBITED is found.outcome
    assert present == found.present


def test_the_rules_on_the_whole_case_are_of_the_present() -> None:
    """What a rule says of the case does not pass with its records."""
    assert Outcome.PROHIBITED is judged(harm(PAST), uses_ai=True).present.outcome
    assert Outcome.UNDETERMINED is judged(harm(PAST), uses_ai=None).present.outcome


def test_every_record_is_of_the_present_where_a_list_does_not_say_otherwise() -> None:
    """Without a condition no record is past, and both outcomes are one."""
    with going_on({Case.incidents: None}):
        found = judged(harm(PAST))
        assert Present(found.at_least, found.at_most) == found.present
        assert "at present" not in str(found)


def test_a_condition_of_use_that_a_past_record_lacked_holds_up_nothing() -> None:
    """What was missing once, and is over, is no precondition of what goes on."""
    need = requirement(
        "R",
        ORDER.at("3"),
        "Tell the officer first.",
        bearer="staff",
        each=Case.incidents,
        when=Incident.caused_harm,
        done=Incident.involves_ai,
    )
    case = Case(incidents=[Incident(caused_harm=True, involves_ai=False, told_supervisor=PAST)])
    found = small(need).evaluate(case, as_of=TODAY)
    assert (Outcome.CONDITIONAL, Outcome.NO_OBJECTION) == (found.outcome, found.present.outcome)


def test_the_first_line_says_both_where_they_differ() -> None:
    """Text, page and JSON have what is said of the present beside the outcome."""
    found = judged(harm(PAST))
    assert str(found).splitlines()[1].endswith("PROHIBITED · at present NO OBJECTION")
    assert "PROHIBITED · at present NO OBJECTION" in to_html(found)
    expected = {"outcome": "no_objection", "at_least": "no_objection", "at_most": "no_objection"}
    assert expected == evaluation_to_dict(found)["present"]
    open_ = str(judged(harm(PAST), harm(None)))
    assert "PROHIBITED · at present UNDETERMINED, from NO OBJECTION to PROHIBITED" in " ".join(open_.split())
    assert "at present" not in str(judged(harm(SOON)))


def test_several_policies_together_say_the_strictest_of_the_present() -> None:
    """Of what goes on the strictest of the members stands."""
    both = small(BAN, id="ruritania/one") & small(AI, id="ruritania/two")
    for uses_ai, expected in ((False, Outcome.NO_OBJECTION), (True, Outcome.PROHIBITED)):
        case = Case(incidents=[harm(PAST)], system=System(uses_ai=uses_ai))
        found = both.evaluate(case, as_of=TODAY)
        assert (Outcome.PROHIBITED, expected) == (found.outcome, found.present.outcome)
        assert expected.word == evaluation_to_dict(found)["present"]["outcome"]
        assert ("at present" in str(found).splitlines()[1]) is (expected is not Outcome.PROHIBITED)


def test_whether_a_record_is_past_is_told_by_the_record_alone() -> None:
    """No other fact, no reading and no parameter says which records of a list are past."""
    assert GOES_ON[Case.incidents] == Records(Incident, "Which?", present=GOES_ON[Case.incidents]).present
    for odd in (System.uses_ai, ADOPTED & Incident.caused_harm, Case.incidents.some(Incident.caused_harm)):
        with pytest.raises(
            ConditionError, match="`present` asks of `Incident` records what they say of themselves"
        ):
            Records(Incident, "Which?", present=odd)


# What always holds


def told_by(draw: Any, record: Any) -> Any:
    """A condition on the facts of one record alone."""
    while True:
        condition = Nodes(draw, record, proved=False).condition(1)
        if is_told_by(record, condition):
            return condition


@given(SEEDS)
@settings(max_examples=examples(60))
def test_the_present_is_part_of_the_whole_and_learning_narrows_it(seed: int) -> None:
    """What is said of the present is no stricter than the outcome, and learning never goes against it."""
    draw = Dice(seed)
    present = {one: told_by(draw, one.record_type) for one in LISTS}
    drawn = (random_judged(draw, proved=False), random_judged_incidents(draw))
    with going_on(present):
        for made, case, as_of in drawn:
            more = made.evaluate(case, as_of=as_of)
            at = more.situation
            known_before = less(draw, case, int(at.now), at.zone, word_alone=False)
            before = made.evaluate(known_before, as_of=as_of)
            for one in (more, before):
                plain = reference.by_record(made.rulebook, one.situation)
                assert plain == made.by_record(one.case, one.as_of)
                assert one.present.at_least <= one.present.at_most
                assert one.present.at_least <= one.at_least
                assert one.present.at_most <= one.at_most
            assert before.present.at_least <= more.present.at_least
            assert more.present.at_most <= before.present.at_most


@given(SEEDS)
@settings(max_examples=examples(30))
def test_where_every_record_goes_on_the_present_is_the_outcome(seed: int) -> None:
    """With no record past, what is said of the present is what is said of the case."""
    made, case, as_of = random_judged(Dice(seed))
    with going_on(dict.fromkeys(LISTS, ALWAYS)):
        result = made.evaluate(case, as_of=as_of)
        assert Present(result.at_least, result.at_most) == result.present
