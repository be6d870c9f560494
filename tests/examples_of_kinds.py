"""An example or two of each kind of node, as a rule would write it, and situations to try it in."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from drawing import Dice
from learning import knowing_less, situation
from random_nodes import ADOPTED, AMBIGUITIES, LEVEL, SIGNED, THRESHOLD, term_of
from random_values import calendar

from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    Always,
    AnyOf,
    AsOf,
    AtMost,
    Attested,
    AttestedDays,
    AttestedOn,
    BooleanFact,
    ByReading,
    ConditionNode,
    Constant,
    CountOf,
    Day,
    EachOf,
    Earliest,
    EndOfDay,
    EventFact,
    FirstAmong,
    Forward,
    Greatest,
    Has,
    HasOnly,
    HasProvision,
    InForce,
    IsIn,
    LastAmong,
    LastOf,
    Latest,
    Length,
    LiesIn,
    MeetsCadence,
    Named,
    Not,
    OpenDay,
    ParameterIs,
    Points,
    Product,
    QuantityByReading,
    QuantityFact,
    Rebutted,
    Shifted,
    SomeOf,
    StartOfDay,
    Sum,
    TimeByReading,
    TimeIf,
    TimeNode,
    TotalOf,
    Within,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter
from aigovkit.models import (
    Agency,
    Case,
    Data,
    DataElement,
    ImpactAssessment,
    Incident,
    Output,
    Procurement,
    Stage,
    System,
    Use,
    Vendor,
    Violation,
    Waiver,
)
from aigovkit.periods import Cadence, ClosedDays, Period
from aigovkit.situation import Situation

OPEN: Ambiguity = AMBIGUITIES[0]
FIXED = Day(datetime.date(2026, 3, 8))
MONTH, DAYS_30 = Period(months=1), Period(days=30)

EXAMPLES: Mapping[type, tuple[Any, ...]] = {
    # Conditions
    BooleanFact: (System.uses_ai,),
    Always: (ALWAYS, NOT_EVER),
    Not: (~System.uses_ai, ~(System.uses_ai & Vendor.involved)),
    AllOf: (System.uses_ai & Vendor.involved, System.uses_ai & (Vendor.involved | Use.novel)),
    AnyOf: (System.uses_ai | Vendor.involved, System.outputs.has(Output.DECISION, Output.PREDICTION)),
    IsIn: (Use.stage.is_in(Stage.PILOT, Stage.IDEA),),
    Has: (System.outputs.has(Output.DECISION),),
    HasOnly: (System.outputs.has_only(Output.DECISION, Output.PREDICTION), System.outputs.is_empty()),
    Within: (Agency.place.within("us-ca"),),
    HasProvision: (Case.waivers.some(Waiver.provisions.has("R0")),),
    AtMost: (
        Use.began.before(Procurement.signed),
        Use.began.no_later_than(Procurement.signed),
        Procurement.public_funds >= 250,
        Data.retention <= DAYS_30,
    ),
    SomeOf: (
        Case.incidents.some(Incident.caused_harm),
        Case.incidents.some(Incident.discovered.before(Incident.told_supervisor)),
    ),
    EachOf: (Case.incidents.each(Incident.caused_harm), Data.elements.each(DataElement.identifies_person)),
    Named: (Named("it is AI", System.uses_ai),),
    Forward: (term_of(System.uses_ai & Vendor.involved),),
    ByReading: (OPEN.reads(yes=System.uses_ai, no=Vendor.involved | Use.novel),),
    Rebutted: (Rebutted(System.uses_ai),),
    Attested: (Attested("R0"),),
    MeetsCadence: (
        MeetsCadence(Data.inventory_reviews, Cadence(MONTH), Use.began),
        MeetsCadence(AttestedDays("R0"), Cadence(MONTH), Use.began),
        MeetsCadence(Data.inventory_reviews, Cadence(Period(days=1)), Use.began.plus("PT1H")),
        MeetsCadence(Data.inventory_reviews, Cadence(MONTH, by_calendar=True), Use.began, Use.ended),
        MeetsCadence(
            ImpactAssessment.recertifications,
            Cadence(Period(months=2), by_anniversary=True),
            Use.began,
            anchor=Procurement.signed,
        ),
    ),
    BooleanParameter: (ADOPTED,),
    ParameterIs: (LEVEL.is_("high"),),
    InForce: (InForce(StartOfDay(FIXED), Use.began), InForce(SIGNED, Use.began, Use.ended)),
    LiesIn: (
        LiesIn(
            Points([(System.uses_ai, 5), (ALWAYS, 0)]) + Points([(Vendor.involved, 2), (ALWAYS, 1)]), [(2, 6)]
        ),
        LiesIn(
            Points([(Use.stage.is_in(Stage.PILOT), 3), (Use.stage.is_in(Stage.IDEA), 2), (ALWAYS, 1)])
            + Points(
                [
                    (System.outputs.has_only(Output.DECISION), 3),
                    (Use.stage.is_in(Stage.PILOT), 1),
                    (ALWAYS, 2),
                ]
            ),
            [(None, 3), (6, 6)],
        ),
        LiesIn(Violation.count, [(1, 2), (5, None)]),
    ),
    # Times
    EventFact: (Use.began,),
    AsOf: (AS_OF,),
    Day: (FIXED,),
    EventParameter: (SIGNED,),
    Shifted: (Use.began.plus("P1M"), Use.began.plus("PT24H")),
    StartOfDay: (StartOfDay(Use.began),),
    EndOfDay: (EndOfDay(Use.began),),
    OpenDay: (OpenDay(Use.began, ClosedDays("the Act", (6,), ((12, 25),), ((11, 3, 4),))),),
    AttestedOn: (AttestedOn("R0"),),
    LastOf: (
        LastOf(Data.inventory_reviews, Use.began),
        LastOf(AttestedDays("R0"), Use.began),
        LastOf(Data.inventory_reviews, Use.began, by=Procurement.signed),
    ),
    FirstAmong: (Case.incidents.first(Incident.discovered, Incident.caused_harm),),
    LastAmong: (Case.incidents.last(Incident.discovered, Incident.involves_ai),),
    TimeIf: (TimeIf(System.uses_ai, Use.began, Procurement.signed),),
    Earliest: (Earliest((Use.began, Procurement.signed)),),
    Latest: (Latest((Use.began, Procurement.signed)),),
    TimeByReading: (OPEN.times(yes=Use.began, no=Procurement.signed),),
    # Quantities
    QuantityFact: (Violation.count, Procurement.public_funds, Data.retention),
    Constant: (Constant(2),),
    Length: (Length(MONTH), Length(DAYS_30)),
    CountParameter: (THRESHOLD,),
    Greatest: (Greatest((Violation.count, Constant(1))),),
    Sum: (Sum((Violation.count, Constant(1))),),
    Product: (Product((Violation.count, Constant(2))),),
    Points: (Points(((System.uses_ai, 3), (Vendor.involved, 2), (ALWAYS, 1))),),
    CountOf: (Case.incidents.count(Incident.caused_harm),),
    TotalOf: (Data.elements.total(DataElement.retention, DataElement.identifies_person),),
    QuantityByReading: (OPEN.amounts(yes=Violation.count, no=Constant(2)),),
}


def in_a_condition(node: Any) -> Any:
    """The node itself where it is a condition; a value held against another."""
    if isinstance(node, ConditionNode):
        return node
    if isinstance(node, TimeNode):
        return node.no_later_than(StartOfDay(FIXED)) if node == AS_OF else node.happened()
    return node >= Length(DAYS_30) if node in (Data.retention, Length(MONTH)) else node >= 2


def situations(node: Any, number: int) -> list[Situation]:
    """Situations in which what the node reads is known, is known in part, and is not."""
    draw = Dice(number)
    found: list[Situation] = []
    while len(found) < number:
        at = situation(draw, node, calendar(draw))
        found += [at, knowing_less(draw, at)]
    return found
