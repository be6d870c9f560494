"""Random conditions, times and numbers: every kind of node, each made by a function of its own.

Conditions prefer a small pool of facts: only where several of them read the same
few do they meet.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable, Mapping
from typing import Any

import attrs
from drawing import flip, now_and_then, pick, some
from random_values import EVERY_DAY, PERIODS, Calendar

from aigovkit.facts import (
    Boolean,
    Count,
    Duration,
    Event,
    Events,
    Money,
    Place,
    Record,
    Term,
    Terms,
)
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import CONDITIONS, QUANTITIES, TIMES
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
    TotalOf,
    Within,
)
from aigovkit.language.parameters import BooleanParameter, ChoiceParameter, CountParameter, EventParameter
from aigovkit.models import (
    FACTS,
    Act,
    Agency,
    Case,
    Data,
    DataElement,
    ImpactAssessment,
    Incident,
    Procurement,
    Retirement,
    Safeguards,
    System,
    Use,
    Vendor,
    Violation,
    Waiver,
)
from aigovkit.periods import Cadence, ClosedDays, Occurrence, Period

# The facts that conditions prefer

BOOLEANS = (System.uses_ai, Use.deployed_by_agency, Vendor.involved, Safeguards.staff_trained)
TERMS = (Use.stage, System.effect_on_decisions)
TERM_SETS = (System.outputs, Use.decision_domains)
EVENTS = (Use.began, Procurement.signed, Retirement.started)
NUMBERS = (Procurement.public_funds, Data.retention, Violation.count)
OCCURRENCES = (Data.inventory_reviews, ImpactAssessment.recertifications)
POOL: tuple[Any, ...] = (
    *BOOLEANS,
    *TERMS,
    *TERM_SETS,
    *EVENTS,
    *NUMBERS,
    *OCCURRENCES,
    Agency.place,
)
LISTS = (Case.incidents, Data.elements, Case.acts, Case.waivers)
LIST_POOL: Mapping[Any, tuple[Any, ...]] = {
    Incident: (
        Incident.involves_ai,
        Incident.caused_harm,
        Incident.discovered,
        Incident.told_supervisor,
        Incident.discovered_by,
    ),
    DataElement: (
        DataElement.identifies_person,
        DataElement.harm_if_disclosed,
        DataElement.category,
        DataElement.subjects,
        DataElement.retention,
    ),
    Act: (Act.kind, Act.by, Act.subject, Act.on, Act.since),
    Waiver: (Waiver.provisions, Waiver.granted_by, Waiver.granted, Waiver.ends),
}
PATHS = (*(one.path for one in POOL), *(one.path for one in LISTS))
PROVISIONS = ("R0", "R1", "ELSEWHERE")

# The settings of the random policies

AMBIGUITIES = (
    Ambiguity(
        "open_question",
        "Is it so?",
        {"yes": "it is", "no": "it is not"},
        default="yes",
        why="It is more natural.",
    ),
    Ambiguity(
        "three_ways",
        "Which way?",
        {"one": "1", "two": "2", "three": "3"},
        default="two",
        why="It is in between.",
    ),
)
ADOPTED = BooleanParameter("adopted", "Is it adopted?")
LEVEL = ChoiceParameter("level", "Which level?", "low", choices=("low", "high"))
SIGNED = EventParameter("signed_on", "When was it signed?", Occurrence.NEVER)
CLOSED = ClosedDays("the Act", (6,), ((12, 25), (3, 1)), ((11, 3, 4), (5, 0, -1)))
THRESHOLD = CountParameter("threshold", "How many?", 2)

CADENCES = (
    Cadence(Period(days=30)),
    Cadence(Period(months=1)),
    Cadence(Period(days=1)),
    Cadence(Period(months=1), by_calendar=True),
    Cadence(Period(months=3), by_calendar=True),
    Cadence(Period(years=1), by_calendar=True),
    Cadence(Period(months=2), by_anniversary=True),
    Cadence(Period(days=30), by_anniversary=True),
    Cadence(Period(years=1), by_anniversary=True),
)
NAMES = ("it is the first", "it is the second")
CONSTANTS = (0, 1, 2, 3, 250, 86_400, 2_592_000, 2_678_400, -1, -2)
PLACES = ("us-ca", "us-ca/san-jose", "us-az")


@functools.cache
def facts_for(kind: type, records: tuple[type[Record], ...], everywhere: bool) -> tuple[Any, ...]:
    """The facts of a type that a condition may read, given the records it looks at."""
    own = [one for record in records for one in LIST_POOL.get(record, ())]
    found = [one for one in (*own, *POOL) if type(one) is kind]
    if everywhere:
        own_paths = [record.__path__ for record in records]
        found += [
            one
            for path, one in FACTS.items()
            if type(one) is kind and ("[]" not in path or one.record.__path__ in own_paths)
        ]
    return tuple(found)


@attrs.frozen
class Nodes:
    """Draws nodes. `record` is the one looked at; its facts may be read, and those of records `around` it.

    Without `proved` nothing is presumed: a presumption gives way to what is learnt.
    """

    draw: Any
    record: type[Record] | None = None
    around: tuple[type[Record], ...] = ()
    proved: bool = True
    among: Calendar = EVERY_DAY

    # Any node

    def condition(self, depth: int = 2) -> Any:
        """A condition of any kind, as deep as that at most."""
        kinds = LEAVES if depth <= 0 else CONDITIONS
        kind = pick(self.draw, kinds)
        return MAKERS[kind](self, depth)

    def time(self, depth: int = 1) -> Any:
        """A time of any kind."""
        return MAKERS[pick(self.draw, TIMES if depth > 0 else TIME_LEAVES)](self, depth)

    def quantity(self, depth: int = 1) -> Any:
        """A number of any kind."""
        return MAKERS[pick(self.draw, QUANTITIES if depth > 0 else QUANTITY_LEAVES)](self, depth)

    # What several kinds need

    def fact(self, *kinds: type) -> Any:
        """A fact of one of these types."""
        everywhere = now_and_then(self.draw, 10)
        records = () if self.record is None else (self.record, *self.around)
        found = [one for kind in kinds for one in facts_for(kind, records, everywhere)]
        return pick(self.draw, found)

    def conditions(self, depth: int) -> tuple[Any, ...]:
        """Two conditions, or one or three; once in a while none."""
        sizes = (2, 2, 2, 1, 3, 3, 3, 0)
        return tuple(self.condition(depth - 1) for _ in range(pick(self.draw, sizes)))

    def several(self, make: Callable[[int], Any], depth: int) -> tuple[Any, ...]:
        """One to three times or numbers."""
        return tuple(make(depth - 1) for _ in range(pick(self.draw, (2, 1, 3))))

    def read(self, make: Callable[[int], Any], depth: int) -> tuple[Any, Any]:
        """An ambiguity, and what it stands for under each reading."""
        ambiguity = pick(self.draw, AMBIGUITIES)
        return ambiguity, tuple((name, make(depth - 1)) for name in ambiguity.readings)

    def listed(self, depth: int) -> tuple[Any, Any]:
        """A list, and a condition on its records."""
        collection, one = self.looking()
        return collection, one.condition(depth - 1)

    def counted(self, depth: int) -> tuple[Any, Any, Any]:
        """A list, a number of its records and a condition on them."""
        collection, one = self.looking()
        return collection, one.quantity(depth - 1), one.condition(depth - 1)

    def looking(self) -> tuple[Any, Nodes]:
        """A list, and what draws nodes that look at one of its records."""
        collection = pick(self.draw, LISTS)
        seen = () if self.record is None else (self.record, *self.around)
        around = tuple(one for one in seen if one is not collection.record_type)
        return collection, attrs.evolve(self, record=collection.record_type, around=around)

    def looks(self, number: int) -> tuple[Any, list[Any], list[Any]]:
        """A list, long conditions on its records, and conditions that look into it, each for some of these:
        several loops ask for the same of each record, and some of them look at what others found.
        """
        collection, one = self.looking()
        shared = [term_of(AllOf(tuple(one.condition(2) for _ in range(3)))) for _ in range(2)]
        shared.append(AnyOf((shared[0], one.condition(1), one.condition(1))))
        found: list[Any] = []
        for _ in range(number):
            several = [*some(self.draw, shared, 1, 2), one.condition(1)]
            if found and flip(self.draw):
                several.append(pick(self.draw, found))
            test = AllOf(tuple(several))
            value = pick(self.draw, (FirstAmong, LastAmong, TotalOf, CountOf, None, None))
            if value is None:
                look = pick(self.draw, (SomeOf, EachOf))(collection, test)
            elif value is CountOf:
                look = AtMost(Constant(pick(self.draw, (1, 2))), CountOf(collection, test))
            elif value is TotalOf:
                look = AtMost(self.quantity(0), TotalOf(collection, one.quantity(0), test))
            else:
                look = AtMost(value(collection, one.time(1), test), self.time(0), strict=flip(self.draw))
            found.append(look if flip(self.draw) else AllOf((look, self.condition(0))))
        return collection, shared, found

    def timed(self, depth: int) -> tuple[Any, Any, Any]:
        """A list, a time of its records and a condition on them."""
        collection, one = self.looking()
        return collection, one.time(depth - 1), one.condition(depth - 1)


def _constant(of: Nodes, depth: int) -> Any:
    return Constant(pick(of.draw, CONSTANTS))


def _not(of: Nodes, depth: int) -> Any:
    inner = of.condition(depth - 1)
    return Not(inner) if now_and_then(of.draw, 4) else ~inner


def _at_most(of: Nodes, depth: int) -> Any:
    make = of.time if flip(of.draw) else of.quantity
    left = make(depth)
    right = left if now_and_then(of.draw, 8) else make(depth)
    if now_and_then(of.draw, 4):
        right = AS_OF if make == of.time else Constant(pick(of.draw, CONSTANTS))
    return AtMost(left, right, strict=flip(of.draw))


def _forward(of: Nodes, depth: int) -> Any:
    return term_of(of.condition(depth - 1))


@functools.lru_cache(maxsize=4096)
def term_of(meaning: Any) -> Forward:
    """One term for one meaning: a policy takes no two of one name."""
    term = Forward(f"it is term {zlib.crc32(repr(meaning).encode())}")
    term.means(meaning)
    return term


def _rebutted(of: Nodes, depth: int) -> Any:
    inner = of.condition(depth - 1)
    return Rebutted(inner) if of.proved else inner


def _each(of: Nodes) -> Any:
    """The list of the record that is looked at, now and then: its own attestation is then read."""
    several = [one for one in LISTS if one.record_type is of.record]
    return several[0] if several and flip(of.draw) else None


def _occurrences(of: Nodes) -> Any:
    return AttestedDays(pick(of.draw, PROVISIONS), _each(of)) if now_and_then(of.draw, 3) else of.fact(Events)


def _cadence(of: Nodes, depth: int) -> Any:
    until = AS_OF if flip(of.draw) else of.time(depth - 1)
    anchor = of.time(depth - 1) if flip(of.draw) else None
    return MeetsCadence(_occurrences(of), pick(of.draw, CADENCES), of.time(depth - 1), until, anchor)


def _in_force(of: Nodes, depth: int) -> Any:
    ends = of.time(depth - 1) if flip(of.draw) else None
    return InForce(of.time(depth - 1), of.time(depth - 1), ends)


def _last_of(of: Nodes, depth: int) -> Any:
    by = AS_OF if flip(of.draw) else of.time(depth - 1)
    return LastOf(_occurrences(of), of.time(depth - 1), by)


def _points(of: Nodes, depth: int) -> Any:
    steps = [
        (of.condition(depth - 1), pick(of.draw, (0, 1, 2, 3, -1))) for _ in range(pick(of.draw, (2, 1, 3)))
    ]
    return Points((*steps, (ALWAYS, pick(of.draw, range(4)))) if flip(of.draw) else tuple(steps))


def _lies_in(of: Nodes, depth: int) -> Any:
    rows = tuple(_points(of, depth) for _ in range(pick(of.draw, (1, 2, 3))))
    quantity = pick(of.draw, (Sum(rows), Sum(rows), Product(rows), Greatest(rows), of.quantity(depth - 1)))
    least = pick(of.draw, (None, 0, 1, 2, 3))
    most = None if least is None and flip(of.draw) else (least or 0) + pick(of.draw, range(4))
    more = [(most + 2, None)] if most is not None and flip(of.draw) else []
    return LiesIn(quantity, [(least, most), *more])


def _words(of: Nodes) -> tuple[Any, list[Any]]:
    fact = of.fact(Terms)
    return fact, some(of.draw, list(fact.vocabulary)[:4], 1, 3)


def _is_in(of: Nodes, depth: int) -> Any:
    fact = of.fact(Term)
    return IsIn(fact, tuple(some(of.draw, list(fact.vocabulary), 1, 3)))


def _has(of: Nodes, depth: int) -> Any:
    fact, words = _words(of)
    return Has(fact, words[0])


def _has_only(of: Nodes, depth: int) -> Any:
    fact, words = _words(of)
    return HasOnly(fact, tuple(words) if flip(of.draw) else ())


def _has_provision(of: Nodes, depth: int) -> Any:
    test = HasProvision(Waiver.provisions, pick(of.draw, PROVISIONS))
    return test if Waiver in (of.record, *of.around) else SomeOf(Case.waivers, test)


def _any_of(of: Nodes, depth: int) -> Any:
    if now_and_then(of.draw, 3):  # Several words of one set, which the compiled form looks up at once.
        fact, words = _words(of)
        return AnyOf(tuple(Has(fact, word) for word in words))
    return AnyOf(of.conditions(depth))


MAKERS: Mapping[type, Callable[[Nodes, int], Any]] = {
    # Conditions
    BooleanFact: lambda of, depth: of.fact(Boolean),
    Always: lambda of, depth: pick(of.draw, (ALWAYS, NOT_EVER)),
    Not: _not,
    AllOf: lambda of, depth: AllOf(of.conditions(depth)),
    AnyOf: _any_of,
    IsIn: _is_in,
    Has: _has,
    HasOnly: _has_only,
    HasProvision: _has_provision,
    Within: lambda of, depth: Within(of.fact(Place), pick(of.draw, PLACES)),
    AtMost: _at_most,
    SomeOf: lambda of, depth: SomeOf(*of.listed(depth)),
    EachOf: lambda of, depth: EachOf(*of.listed(depth)),
    Named: lambda of, depth: Named(
        pick(of.draw, ("it is the first", "it is the second")), of.condition(depth - 1)
    ),
    Forward: _forward,
    ByReading: lambda of, depth: ByReading(*of.read(of.condition, depth)),
    Rebutted: _rebutted,
    Attested: lambda of, depth: Attested(pick(of.draw, PROVISIONS), _each(of)),
    MeetsCadence: _cadence,
    BooleanParameter: lambda of, depth: ADOPTED,
    ParameterIs: lambda of, depth: ParameterIs(LEVEL, pick(of.draw, LEVEL.choices)),
    InForce: _in_force,
    LiesIn: _lies_in,
    # Times
    EventFact: lambda of, depth: of.fact(Event),
    AsOf: lambda of, depth: AS_OF,
    Day: lambda of, depth: Day(pick(of.draw, of.among.days)),
    EventParameter: lambda of, depth: SIGNED,
    Shifted: lambda of, depth: Shifted(of.time(depth - 1), pick(of.draw, PERIODS)),
    StartOfDay: lambda of, depth: StartOfDay(of.time(depth - 1)),
    EndOfDay: lambda of, depth: EndOfDay(of.time(depth - 1)),
    OpenDay: lambda of, depth: OpenDay(of.time(depth - 1), CLOSED),
    AttestedOn: lambda of, depth: AttestedOn(pick(of.draw, PROVISIONS), _each(of)),
    LastOf: _last_of,
    FirstAmong: lambda of, depth: FirstAmong(*of.timed(depth)),
    LastAmong: lambda of, depth: LastAmong(*of.timed(depth)),
    TimeIf: lambda of, depth: TimeIf(of.condition(depth - 1), of.time(depth - 1), of.time(depth - 1)),
    Earliest: lambda of, depth: Earliest(of.several(of.time, depth)),
    Latest: lambda of, depth: Latest(of.several(of.time, depth)),
    TimeByReading: lambda of, depth: TimeByReading(*of.read(of.time, depth)),
    # Quantities
    QuantityFact: lambda of, depth: of.fact(Money, Duration, Count),
    Constant: _constant,
    Length: lambda of, depth: Length(pick(of.draw, PERIODS)),
    CountParameter: lambda of, depth: THRESHOLD,
    Greatest: lambda of, depth: Greatest(of.several(of.quantity, depth)),
    Sum: lambda of, depth: Sum(of.several(of.quantity, depth)),
    Product: lambda of, depth: Product(of.several(of.quantity, depth)),
    Points: _points,
    CountOf: lambda of, depth: CountOf(*of.listed(depth)),
    TotalOf: lambda of, depth: TotalOf(*of.counted(depth)),
    QuantityByReading: lambda of, depth: QuantityByReading(*of.read(of.quantity, depth)),
}
"""How a node of each kind is made. Of a kind without one, no property of the language is tried."""

LEAVES = (
    BooleanFact,
    BooleanFact,
    Always,
    IsIn,
    Has,
    HasOnly,
    Within,
    AtMost,
    Attested,
    MeetsCadence,
    BooleanParameter,
    ParameterIs,
    InForce,
)
"""Kinds of condition without conditions inside them; their times and numbers are then as simple."""
TIME_LEAVES = (EventFact, EventFact, AsOf, Day, EventParameter, AttestedOn)
QUANTITY_LEAVES = (QuantityFact, QuantityFact, Constant, Length, CountParameter)
