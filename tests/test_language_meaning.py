"""The meaning of the condition language, node by node."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from typing import Any

import pytest
from one_day import (
    ADOPTED,
    AFTER,
    BEFORE,
    LEVEL,
    MANY,
    NOW,
    PACIFIC,
    QUESTION,
    SIGNED,
    THREE,
    TODAY,
    day,
    situation,
)
from small_policies import forbidding

from aigovkit.errors import ConditionError, PolicyError, UnknownNameError
from aigovkit.facts import TermSet
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.logic import (
    negation,
)
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    AnyOf,
    AsOf,
    Attested,
    AttestedOn,
    ByReading,
    Constant,
    CountOf,
    Day,
    Earliest,
    Greatest,
    Has,
    InForce,
    IsIn,
    Latest,
    Named,
    Points,
    Product,
    Rebutted,
    StartOfDay,
    Sum,
    TimeByReading,
)
from aigovkit.language.parts import parts
from aigovkit.models import (
    Agency,
    Attestation,
    Case,
    Data,
    DataElement,
    Incident,
    Output,
    Procurement,
    Retirement,
    Stage,
    System,
    Use,
    Vendor,
)
from aigovkit.periods import NEVER_AT, UNKNOWN, Occurrence, Period, Year
from aigovkit.situation import Situation

# Every condition.


@pytest.mark.parametrize(
    ("stage", "answer"), [(None, None), (Stage.PILOT, True), (Stage.PRODUCTION, True), (Stage.IDEA, False)]
)
def test_a_term_is_among_others(stage: Any, answer: Any) -> None:
    """A single term is one of those listed, is not, or is unknown."""
    at = situation(Case(use=Use(stage=stage)))
    assert answer is holds(Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION), at)
    assert IsIn(Use.stage, (Stage.PILOT,)) == Use.stage.is_(Stage.PILOT)
    assert (None if stage is None else stage is Stage.PILOT) is holds(Use.stage.is_(Stage.PILOT), at)


@pytest.mark.parametrize(
    ("outputs", "has", "only", "empty"),
    [
        (None, None, None, None),
        (TermSet(), False, True, True),
        (TermSet([Output.DECISION]), True, True, False),
        (TermSet([Output.PREDICTION]), False, False, False),
        (TermSet([Output.DECISION, Output.PREDICTION]), True, False, False),
        (TermSet.partial(), None, None, None),
        (TermSet.partial(yes=[Output.DECISION]), True, None, False),
        (TermSet.partial(no=[Output.DECISION]), False, None, None),
        (TermSet.partial(yes=[Output.PREDICTION]), None, False, False),
    ],
)
def test_what_a_set_of_terms_contains(outputs: Any, has: Any, only: Any, empty: Any) -> None:
    """Of a partial set what is neither in nor out is unknown; of a complete one what is not in is out."""
    at = situation(Case(system=System(outputs=outputs)))
    assert has is holds(System.outputs.has(Output.DECISION), at)
    assert only is holds(System.outputs.has_only(Output.DECISION), at)
    assert empty is holds(System.outputs.is_empty(), at)
    assert negation(empty) is holds(~System.outputs.is_empty(), at)


def test_several_terms_mean_any_or_all_of_them() -> None:
    """`has` asks for one of several terms, `has_all` for each."""
    a, b = Output.DECISION, Output.PREDICTION
    assert AnyOf((Has(System.outputs, a), Has(System.outputs, b))) == System.outputs.has(a, b)
    assert AllOf((Has(System.outputs, a), Has(System.outputs, b))) == System.outputs.has_all(a, b)
    at = situation(Case(system=System(outputs=[a])))
    assert True is holds(System.outputs.has(a, b), at)
    assert False is holds(System.outputs.has_all(a, b), at)


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        (None, None),
        ("us-ca", True),
        ("us-ca/san-jose", True),
        ("us-cal", False),
        ("us", False),
        ("us-az/tucson", False),
    ],
)
def test_a_place_lies_within_another(place: Any, answer: Any) -> None:
    """A place lies within itself and within what its path begins with, part by part."""
    assert answer is holds(Agency.place.within("us-ca"), situation(Case(agency=Agency(place=place))))


def test_a_record_of_a_list_meets_a_condition() -> None:
    """`some` wants one record, `each` wants all; an empty list has none; an unknown list is unknown."""
    harm = Incident(caused_harm=True), Incident(caused_harm=False), Incident()
    for incidents, some, each in [
        (None, None, None),
        ([], False, True),
        ([harm[0]], True, True),
        ([harm[1]], False, False),
        ([harm[2]], None, None),
        ([harm[1], harm[0]], True, False),
        ([harm[2], harm[0]], True, None),
        ([harm[2], harm[1]], None, False),
        ([harm[1], harm[2], harm[0]], True, False),
    ]:
        at = situation(Case(incidents=incidents))
        assert some is holds(Case.incidents.some(Incident.caused_harm), at)
        assert each is holds(Case.incidents.each(Incident.caused_harm), at)


def test_how_many_records_meet_a_condition() -> None:
    """A count over a list lies between what holds and what may; over an unknown list it has no bound."""
    number = Case.incidents.count(Incident.caused_harm)
    assert CountOf(Case.incidents, Incident.caused_harm) == number
    assert (0, math.inf) == bounds(number, situation())
    assert (1, 2) == bounds(
        number,
        situation(Case(incidents=[Incident(caused_harm=True), Incident(), Incident(caused_harm=False)])),
    )


def test_inside_a_list_facts_are_read_of_each_record_and_the_case() -> None:
    """Inside a list its records' facts are those of the record looked at; the case's own stay at hand."""
    both = Case.incidents.some(Incident.caused_harm & System.uses_ai)
    incidents = [Incident(caused_harm=True)]
    assert True is holds(both, situation(Case(incidents=incidents, system=System(uses_ai=True))))
    assert False is holds(both, situation(Case(incidents=incidents, system=System(uses_ai=False))))
    nested = Case.incidents.some(Incident.caused_harm & Case.incidents.some(~Incident.caused_harm))
    assert True is holds(nested, situation(Case(incidents=[*incidents, Incident(caused_harm=False)])))
    assert False is holds(nested, situation(Case(incidents=incidents)))


def test_inside_a_list_the_records_around_it_stay_in_view() -> None:
    """A look into one list from within another reads the facts of the records of both."""
    leaked = Data.elements.some(DataElement.identifies_person & Incident.caused_harm)
    both = Case.incidents.some(leaked)
    elements = Data(elements=[DataElement(identifies_person=True)])
    for harm in THREE:
        assert harm is holds(both, situation(Case(incidents=[Incident(caused_harm=harm)], data=elements)))


def test_facts_of_records_that_nobody_looks_at_are_refused() -> None:
    """Neither a rule nor a condition by itself can read facts of records that it does not look for."""
    with pytest.raises(ConditionError, match="`Incident.caused_harm` is a fact of listed records"):
        holds(Incident.caused_harm, situation(Case(incidents=[])))
    for look in (Case.incidents.some, Case.incidents.each):
        with pytest.raises(PolicyError, match="DataElement.identifies_person`, a fact of the records in"):
            forbidding(look(DataElement.identifies_person))


def test_a_defined_term_means_its_condition() -> None:
    """A name changes nothing about what a condition means."""
    for answer in THREE:
        assert answer is holds(
            Named("it is AI", System.uses_ai), situation(Case(system=System(uses_ai=answer)))
        )


def test_a_defined_term_is_settled_for_each_record_by_itself() -> None:
    """A defined term inside a list is worked out for each record, and outside it for the case."""
    harmful = Named("it did harm", Incident.caused_harm)
    at = situation(Case(incidents=[Incident(caused_harm=True), Incident(caused_harm=False)]))
    assert True is holds(Case.incidents.some(harmful) & Case.incidents.some(~harmful), at)
    assert False is holds(Case.incidents.each(harmful), at)
    ai = Named("it is AI", System.uses_ai)
    case = Case(system=System(uses_ai=None), incidents=[Incident()])
    assert None is holds(ai & Case.incidents.some(ai), situation(case))
    assert None is holds(ai, situation(case))


def test_an_ambiguity_is_read_by_default_or_as_chosen() -> None:
    """A condition that depends on a reading takes the default, or the one chosen."""
    read = QUESTION.reads(no=Vendor.involved, yes=System.uses_ai)
    assert ByReading(QUESTION, (("yes", System.uses_ai), ("no", Vendor.involved))) == read
    case = Case(system=System(uses_ai=True), vendor=Vendor(involved=False))
    assert True is holds(read, situation(case))
    assert False is holds(read, situation(case, readings={"open": "no"}))
    assert True is holds(read, situation(case, readings={"other": "no"}))


def test_a_time_may_hang_on_a_reading() -> None:
    """A time that depends on a reading is that of the default, or of the reading chosen."""
    time = QUESTION.times(no=Use.ended, yes=Use.began)
    assert TimeByReading(QUESTION, (("yes", Use.began), ("no", Use.ended))) == time
    case = Case(use=Use(began=BEFORE, ended=AFTER))
    assert day(BEFORE) == bounds(time, situation(case))
    assert day(AFTER) == bounds(time, situation(case, readings={"open": "no"}))
    assert day(BEFORE) == bounds(time, situation(case, readings={"other": "no"}))
    assert False is holds(time.happened(), situation(case, readings={"open": "no"}))


def test_every_reading_is_given_a_condition() -> None:
    """Missing, surplus and unknown readings are refused."""
    with pytest.raises(ConditionError, match="^`open` has the readings yes, no; given are yes$"):
        QUESTION.reads(yes=ALWAYS)
    with pytest.raises(ConditionError, match="given are yes, no, maybe"):
        QUESTION.reads(yes=ALWAYS, no=ALWAYS, maybe=ALWAYS)
    with pytest.raises(ConditionError, match="given are no"):
        QUESTION.times(no=AS_OF)
    with pytest.raises(UnknownNameError, match="unknown reading of `open` `yess`; did you mean `yes`"):
        Ambiguity("open", "Is it so?", {"yes": "it is", "no": "it is not"}, default="yess", why="?")
    assert "no" == QUESTION.check("no")


def test_what_has_to_be_proved_counts_as_not_proved_while_unknown() -> None:
    """A condition to be proved holds only where it certainly holds, and never is unknown."""
    for answer, expected in ((True, True), (False, False), (None, False)):
        assert expected is holds(Rebutted(System.uses_ai), situation(Case(system=System(uses_ai=answer))))


def test_what_is_attested() -> None:
    """A duty is attested done by now, attested not done or for a later day, or not attested."""
    for attestation, answer in [
        (None, None),
        (Attestation(met=True), True),
        (Attestation(met=False), False),
        (Attestation(by="J. Ortiz"), None),
        (Attestation(met=True, on=BEFORE), True),
        (Attestation(met=True, on=AFTER), False),
        (Attestation(met=True, on=Year(2026)), None),
    ]:
        given = {} if attestation is None else {"X": attestation}
        assert answer is holds(Attested("X"), situation(Case(attestations=given)))
        assert None is holds(Attested("Y"), situation(Case(attestations=given)))


def test_parameters_hold_as_given_or_by_default() -> None:
    """A parameter has its given value, else its default; without either it is unknown."""
    assert None is holds(ADOPTED, situation())
    assert True is holds(ADOPTED, situation(parameters={"adopted": True}))
    assert False is holds(ADOPTED, situation(parameters={"adopted": False}))
    assert True is holds(LEVEL.is_("low"), situation())
    assert False is holds(LEVEL.is_("high"), situation())
    assert True is holds(LEVEL.is_("high"), situation(parameters={"level": "high"}))
    assert None is holds(LEVEL.is_("high"), situation(parameters={"level": None}))
    assert (2, 2) == bounds(MANY, situation())
    assert (5, 5) == bounds(MANY, situation(parameters={"many": 5}))
    assert (0, 0) == bounds(MANY, situation(parameters={"many": 0}))
    assert (0, math.inf) == bounds(MANY, situation(parameters={"many": None}))
    assert NEVER_AT == bounds(SIGNED, situation())
    assert UNKNOWN == bounds(SIGNED, situation(parameters={"signed_on": None}))
    assert day(BEFORE) == bounds(SIGNED, situation(parameters={"signed_on": BEFORE}))


@pytest.mark.parametrize(
    ("starts", "ends", "act", "answer"),
    [
        (BEFORE, None, TODAY, True),
        (TODAY, None, TODAY, None),
        (AFTER, None, TODAY, False),
        (BEFORE, TODAY, BEFORE, None),
        (datetime.date(2026, 1, 1), TODAY, BEFORE, True),
        (datetime.date(2026, 1, 1), BEFORE, TODAY, False),
        (AFTER, None, None, None),
        (None, None, TODAY, None),
        (Occurrence.NEVER, None, TODAY, False),
        (BEFORE, Occurrence.NEVER, TODAY, True),
        (BEFORE, None, Occurrence.UNDATED, None),
        (AFTER, None, Occurrence.UNDATED, False),
        (BEFORE, None, AFTER, True),
        (AFTER, AFTER, BEFORE, False),
        (None, BEFORE, TODAY, False),
    ],
)
def test_a_provision_governs_acts_between_its_start_and_its_end(
    starts: Any, ends: Any, act: Any, answer: Any
) -> None:
    """A provision is in force for an act done no earlier than its start and before its end."""
    case = Case(use=Use(began=starts, ended=ends), retirement=Retirement(started=act))
    node = InForce(Use.began, Retirement.started, None if ends is None else Use.ended)
    assert answer is holds(node, situation(case))
    assert True is holds(node, situation(case, hypothetical=True))


def test_a_provision_binds_the_whole_of_its_first_day() -> None:
    """In force from a day, a provision binds that day as a whole, from its first instant in the place."""
    node = InForce(StartOfDay(Day(TODAY)), AS_OF)
    first = int(day(TODAY)[0])
    for at, answer in ((first - 1, False), (first, True), (first + 1, True)):
        assert answer is holds(node, Situation(Case(), at, PACIFIC))


def test_always_and_not_ever() -> None:
    """A fixed answer is the same in every case."""
    assert True is holds(ALWAYS, situation())
    assert False is holds(NOT_EVER, situation())


def test_what_is_no_condition_or_no_value_is_refused() -> None:
    """`holds`, `bounds` and `parts` refuse what the language does not have."""
    for ask, wrong in ((holds, AS_OF), (bounds, ALWAYS), (bounds, System.uses_ai)):
        with pytest.raises(AssertionError, match="unreachable"):
            ask(wrong, situation())
    with pytest.raises(AssertionError, match="unreachable"):
        parts(None)


# Every value.


def test_the_bounds_of_every_value() -> None:
    """Each value with an order lies in the interval its parts give it."""
    case = Case(
        use=Use(began=BEFORE, ended=TODAY),
        procurement=Procurement(public_funds=Decimal("12.34")),
        data=Data(retention=Period(days=1, seconds=1)),
        attestations={"X": Attestation(met=True, on=BEFORE)},
    )
    at = situation(case)
    start_today, end_today = day(TODAY)
    shifted = day(datetime.date(2026, 4, 1))
    expected: list[tuple[Any, Any]] = [
        (AS_OF, (NOW, NOW)),
        (AsOf(), (NOW, NOW)),
        (Constant(7), (7, 7)),
        (Day(TODAY), day(TODAY)),
        (Use.began, day(BEFORE)),
        (Retirement.started, UNKNOWN),
        (Procurement.public_funds, (1234, 1234)),
        (Data.retention, (86_401, 86_401)),
        (Use.began.plus("P1M"), (shifted[1], shifted[1])),
        (Use.began.plus("PT1H"), (day(BEFORE)[0] + 3_600_000_000, day(BEFORE)[1] + 3_600_000_000)),
        (Retirement.started.plus("P1M"), UNKNOWN),
        (StartOfDay(Use.ended), (start_today, start_today)),
        (StartOfDay(AS_OF), (start_today, start_today)),
        (StartOfDay(Retirement.started), UNKNOWN),
        (AttestedOn("X"), day(BEFORE)),
        (AttestedOn("Y"), UNKNOWN),
        (Earliest((Use.began, Use.ended)), day(BEFORE)),
        (Latest((Use.began, Use.ended)), (start_today, end_today)),
        (Latest((Use.began, Retirement.started)), (day(BEFORE)[0], math.inf)),
        (Earliest((Use.began, Retirement.started)), (-math.inf, day(BEFORE)[1])),
        (Greatest((Constant(1), MANY, Constant(0))), (2, 2)),
        (Sum((Constant(1), MANY)), (3, 3)),
        (Product((Constant(3), MANY)), (6, 6)),
        (Points(((Use.began.happened(), 4), (ALWAYS, 1))), (4, 4)),
        (Points(((Retirement.started.happened(), 4), (ALWAYS, 1))), (1, 4)),
    ]
    for value, interval in expected:
        assert (value, interval) == (value, bounds(value, at))


def test_unknown_amounts_and_lengths_are_at_least_nothing() -> None:
    """An unknown amount or length has no upper bound, and none below zero."""
    for value in (Procurement.public_funds, Data.retention):
        assert (0, math.inf) == bounds(value, situation())


def test_a_length_in_months_has_bounds() -> None:
    """A month may be as short as 28 and as long as 31 days, so that 30 days settle nothing."""
    at = situation(Case(data=Data(retention=Period(months=1))))
    day_in_seconds = 86_400
    for days, answer in ((27, False), (28, None), (30, None), (31, True)):
        assert answer is holds(Data.retention <= days * day_in_seconds, at)
