"""What stands inside a condition."""

from __future__ import annotations

from typing import Any

import pytest
from one_day import (
    ADOPTED,
    LEVEL,
    MANY,
    QUESTION,
    SIGNED,
    TODAY,
)

from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    AtMost,
    Attested,
    AttestedOn,
    Constant,
    CountOf,
    Day,
    EachOf,
    Earliest,
    Greatest,
    Has,
    HasOnly,
    HasProvision,
    InForce,
    IsIn,
    LastOf,
    Latest,
    MeetsCadence,
    Named,
    Points,
    Product,
    Rebutted,
    SomeOf,
    StartOfDay,
    Sum,
    TotalOf,
    Within,
)
from aigovkit.language.parts import distinct, facts_in, parts, walk
from aigovkit.models import (
    Agency,
    Case,
    Data,
    DataElement,
    Incident,
    Output,
    Procurement,
    Stage,
    System,
    Use,
    Vendor,
    Waiver,
)
from aigovkit.periods import Cadence, Period

# Taking conditions apart.


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (~System.uses_ai, (System.uses_ai,)),
        (Rebutted(System.uses_ai), (System.uses_ai,)),
        (Named("x", System.uses_ai), (System.uses_ai,)),
        (System.uses_ai & Vendor.involved, (System.uses_ai, Vendor.involved)),
        (System.uses_ai | Vendor.involved, (System.uses_ai, Vendor.involved)),
        (IsIn(Use.stage, (Stage.IDEA,)), (Use.stage,)),
        (Has(System.outputs, Output.DECISION), (System.outputs,)),
        (HasOnly(System.outputs, ()), (System.outputs,)),
        (Within(Agency.place, "us-ca"), (Agency.place,)),
        (HasProvision(Waiver.provisions, "R0"), (Waiver.provisions,)),
        (AtMost(Use.began, AS_OF), (Use.began, AS_OF)),
        (SomeOf(Case.incidents, Incident.caused_harm), (Case.incidents, Incident.caused_harm)),
        (EachOf(Case.incidents, Incident.caused_harm), (Case.incidents, Incident.caused_harm)),
        (CountOf(Case.incidents, Incident.caused_harm), (Case.incidents, Incident.caused_harm)),
        (
            TotalOf(Data.elements, DataElement.retention, DataElement.identifies_person),
            (Data.elements, DataElement.retention, DataElement.identifies_person),
        ),
        (QUESTION.reads(yes=System.uses_ai, no=ALWAYS), (System.uses_ai, ALWAYS)),
        (QUESTION.times(yes=Use.began, no=AS_OF), (Use.began, AS_OF)),
        (LastOf(Data.inventory_reviews, Use.began), (Data.inventory_reviews, Use.began, AS_OF)),
        (
            MeetsCadence(Data.inventory_reviews, Cadence(Period(months=1)), Use.began),
            (Data.inventory_reviews, Use.began, AS_OF),
        ),
        (LEVEL.is_("low"), (LEVEL,)),
        (InForce(SIGNED, AS_OF), (SIGNED, AS_OF)),
        (InForce(SIGNED, AS_OF, Use.ended), (SIGNED, AS_OF, Use.ended)),
        (Use.began.plus("P1D"), (Use.began,)),
        (StartOfDay(Use.began), (Use.began,)),
        (Earliest((Use.began, AS_OF)), (Use.began, AS_OF)),
        (Latest((Use.began, AS_OF)), (Use.began, AS_OF)),
        (Greatest((MANY, Constant(1))), (MANY, Constant(1))),
        (Sum((MANY, Constant(1))), (MANY, Constant(1))),
        (Product((MANY, Constant(1))), (MANY, Constant(1))),
        (Points(((System.uses_ai, 1), (ALWAYS, 2))), (System.uses_ai, ALWAYS)),
        (ALWAYS, ()),
        (Attested("X"), ()),
        (AttestedOn("X"), ()),
        (System.uses_ai, ()),
        (Constant(1), ()),
        (Day(TODAY), ()),
        (ADOPTED, ()),
    ],
)
def test_the_parts_of_every_node(node: Any, expected: Any) -> None:
    """Each node has the conditions and values directly inside it as its parts, in written order."""
    assert expected == parts(node)


def test_walking_visits_everything_in_written_order() -> None:
    """A walk gives the node, then what is inside it, depth first."""
    condition = Named("x", System.uses_ai & ~Case.incidents.some(Incident.discovered.before(Use.began)))
    assert [
        condition,
        condition.condition,
        System.uses_ai,
        ~Case.incidents.some(Incident.discovered.before(Use.began)),
        Case.incidents.some(Incident.discovered.before(Use.began)),
        Case.incidents,
        Incident.discovered.before(Use.began),
        Incident.discovered,
        Use.began,
    ] == list(walk(condition))


def test_everything_inside_is_met_once() -> None:
    """What stands twice in several conditions is met once, where it first stands."""
    first = System.uses_ai & Vendor.involved
    second = first | ~System.uses_ai
    assert [first, System.uses_ai, Vendor.involved, second, second.conditions[1]] == list(
        distinct([first, second])
    )
    assert [first, System.uses_ai, Vendor.involved] == list(distinct(iter([first, first])))
    assert [] == list(distinct([]))


def test_the_facts_of_a_condition_are_listed_once() -> None:
    """The facts a condition reads are listed once each, in the order in which they are first read."""
    condition = (
        (Use.began.happened() | System.uses_ai)
        & Vendor.involved
        & System.uses_ai
        & (Procurement.public_funds > Constant(1))
    )
    assert (Use.began, System.uses_ai, Vendor.involved, Procurement.public_funds) == facts_in(condition)
