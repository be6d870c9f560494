"""Random cases, conditions, rules and policies for the property tests.

Values of facts are drawn from the declared types, so that a new fact is covered
as soon as it is declared. Conditions and rules prefer a small pool of facts:
only where several of them read the same few do they meet. What is put together
from many draws is written as plain functions of `draw`, which are far quicker
than strategies made anew at each step.
"""

from __future__ import annotations

import datetime
import decimal
import functools
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from aigovkit.citations import Force, Kind, Source
from aigovkit.facts import (
    Boolean,
    Count,
    DeclaredFact,
    Duration,
    Event,
    Events,
    Money,
    Place,
    Record,
    Records,
    Term,
    Terms,
    TermSet,
    Text,
    facts_of,
)
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    AnyOf,
    Attested,
    AttestedOn,
    Constant,
    Day,
    Earliest,
    Fact,
    Greatest,
    InForce,
    LastOf,
    Latest,
    MeetsCadence,
    Named,
    Points,
    Rebutted,
    StartOfDay,
    TimeIf,
)
from aigovkit.language.parameters import BooleanParameter, ChoiceParameter, CountParameter, EventParameter
from aigovkit.models import (
    FACTS,
    Agency,
    Attestation,
    Case,
    Data,
    DataClass,
    DataElement,
    DataSubject,
    Incident,
    Output,
    Procurement,
    RetentionRule,
    Retirement,
    RiskTier,
    Safeguards,
    Stage,
    System,
    Use,
    Vendor,
    Violation,
)
from aigovkit.periods import Cadence, Occurrence, Period
from aigovkit.policies import Policy, policy
from aigovkit.rules import (
    Commencement,
    Deadline,
    Entry,
    ExceptionRule,
    Rule,
    advice,
    classification,
    definition,
    exception,
    noted,
    obligation,
    penalty,
    prohibition,
    recurring,
    requirement,
    retention,
    review,
    scope,
    score,
    unmodelled,
)


def examples(number: int) -> int:
    """So many examples of a property, or the share of them, in percent, that AIGOVKIT_EXAMPLES asks for."""
    return max(1, number * int(os.environ.get("AIGOVKIT_EXAMPLES", "100")) // 100)


# One profile for everyone. In continuous integration the examples are the same
# every time, so that a red build is red again when it is looked into; what was
# tried once with all of them may be tried again with fewer.
settings.register_profile(
    "aigovkit",
    max_examples=examples(60),
    deadline=None,
    derandomize="CI" in os.environ,
    phases=[
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
        Phase.shrink,
    ],  # An explanation of these examples takes minutes.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
settings.load_profile("aigovkit")

ORDER = Source("Random Order", issuer="Ruritania")
ZONES = ("America/Los_Angeles", "America/Phoenix")


# Times. The days lie about one year, with the changes of the clocks in
# California and the ends of months among them, so that they often coincide.

NOW = datetime.date(2026, 3, 9)
DAYS = tuple(
    datetime.date(*parts)
    for parts in (
        (2025, 1, 31),
        (2025, 2, 28),
        (2025, 11, 2),
        (2025, 12, 31),
        (2026, 1, 31),
        (2026, 3, 7),
        (2026, 3, 8),
        (2026, 3, 9),
        (2026, 3, 10),
        (2026, 4, 9),
        (2026, 7, 1),
        (2028, 2, 29),
    )
)
PERIODS = tuple(Period.parse(text) for text in ("PT1H", "PT24H", "P1D", "P30D", "P1M", "P1Y"))
OFFSETS = tuple(datetime.timezone(datetime.timedelta(hours=hours)) for hours in (0, -7, -8))


def days() -> st.SearchStrategy[datetime.date]:
    """Days at and about those the rules name."""
    return st.sampled_from(DAYS)


def instants() -> st.SearchStrategy[datetime.datetime]:
    """Instants on those days, with their zones."""
    return st.builds(
        lambda day, hour, zone: datetime.datetime(day.year, day.month, day.day, hour, tzinfo=zone),
        days(),
        st.sampled_from((0, 1, 2, 12, 23)),
        st.sampled_from(OFFSETS),
    )


def times_of_judging() -> st.SearchStrategy[Any]:
    """Values of `as_of`: mostly a day, now and then an instant."""
    return st.one_of(st.just(NOW), days(), instants())


# Values of facts.


@functools.cache
def _below(number: int) -> st.SearchStrategy[int]:
    return st.integers(0, number - 1)


def pick(draw: Any, options: Sequence[Any]) -> Any:
    """One of several, the first of them the simplest."""
    return options[draw(_below(len(options)))]


def some(draw: Any, options: Sequence[Any], least: int, most: int) -> list[Any]:
    """A few different ones of several, in their order."""
    wanted = {draw(_below(len(options))) for _ in range(pick(draw, range(max(least, 1), most + 1)))}
    return [option for position, option in enumerate(options) if position in wanted]


def now_and_then(draw: Any, in_how_many: int) -> bool:
    """True once in so many times."""
    return bool(draw(_below(in_how_many)) == in_how_many - 1)


def term_sets(vocabulary: Any) -> st.SearchStrategy[TermSet[Any]]:
    """Complete and partial sets of words."""
    words = st.frozensets(st.sampled_from(list(vocabulary)), max_size=3)
    partial = st.builds(lambda yes, no: TermSet.partial(yes=yes, no=no - yes), words, words)
    return st.one_of(st.builds(TermSet, words), partial)


@functools.cache
def values(declared: DeclaredFact) -> st.SearchStrategy[Any]:
    """Known values of a fact, by its declared type."""
    match declared:
        case Boolean():
            return st.booleans()
        case Term():
            return st.sampled_from(list(declared.vocabulary))
        case Terms():
            return term_sets(declared.vocabulary)
        case Event():
            return st.one_of(days(), st.sampled_from(list(Occurrence)), instants())
        case Events():
            return st.lists(st.one_of(days(), instants()), max_size=4).map(tuple)
        case Count():
            return st.integers(0, 5)
        case Money():
            return st.integers(0, 500).map(lambda cents: decimal.Decimal(cents) / 100)
        case Duration():
            return st.sampled_from(PERIODS)
        case Records():
            return st.lists(records(declared.record_type), max_size=2).map(tuple)
        case Place():
            return st.sampled_from(("us-ca", "us-ca/san-jose", "us-cal", "us-az/tucson"))
        case Text():
            return st.sampled_from(("", "a name"))
    raise AssertionError(f"no values are drawn for {declared!r}")


def _record(draw: Any, kind: type[Record]) -> Any:
    return kind(
        **{
            name: draw(values(one))
            for name, one in facts_of(kind).items()
            if not isinstance(one, Text) and draw(BOTH)
        }
    )


BOTH = st.booleans()


def records(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Records of a kind, with some of their facts known."""
    return st.composite(_record)(kind)


ATTESTATIONS = st.one_of(
    st.builds(Attestation, met=st.sampled_from((True, False, None))),
    st.builds(Attestation, met=st.just(True), on=st.one_of(days(), instants())),
)
"""What may be attested: done (on a day, at an instant, or at some time), not done, or not known."""


@st.composite
def cases(draw: Any, paths: Sequence[str] = (), attested: Sequence[str] = ()) -> Case:
    """Cases of which some facts are known: of the paths named, or of all facts when none is."""
    return _case(draw, paths, attested)


def _case(draw: Any, paths: Sequence[str], attested: Sequence[str]) -> Case:
    tops = [path for path in paths if "[]" not in path] or [path for path in FACTS if "[]" not in path]
    chosen = [path for path in tops if draw(BOTH)] if len(tops) <= 20 else some(draw, tops, 0, 15)
    case = Case(attestations={provision: draw(ATTESTATIONS) for provision in attested if draw(BOTH)})
    for path in chosen:
        case = case.with_answer(path, draw(values(FACTS[path])))
    return case


def refinements(declared: DeclaredFact, value: Any) -> st.SearchStrategy[Any]:
    """What may be learned of a fact of which `value` is known so far: an answer that agrees with it."""
    match declared, value:
        case _, None:
            return values(declared)
        case Terms(), TermSet(no=frozenset()):
            free = [term for term in declared.vocabulary if value.has(term) is None]
            more = st.frozensets(st.sampled_from(free), max_size=2) if free else st.just(frozenset())
            yes = more.map(lambda terms: TermSet.partial(yes=value.yes | terms, no=value.no))
            no = more.map(lambda terms: TermSet.partial(yes=value.yes, no=value.no | terms))
            return st.one_of(yes, no, more.map(lambda terms: TermSet(value.yes | terms)))
        case Event(), Occurrence.UNDATED:
            return st.just(datetime.date(2024, 6, 1))  # Before every time of judging that is drawn.
        case Event(), datetime.date() if not isinstance(value, datetime.datetime):
            return st.just(datetime.datetime(value.year, value.month, value.day, 12, tzinfo=OFFSETS[2]))
        case Records(), (first, *rest):
            several = facts_of(declared.record_type)
            names = [
                name for name in several if getattr(first, name) is None or isinstance(several[name], Terms)
            ]
            learned = st.sampled_from(names).flatmap(
                lambda name: refinements(several[name], getattr(first, name)).map(
                    lambda answer: attrs.evolve(first, **{name: answer})
                )
            )
            return learned.map(lambda record: (record, *rest)) if names else st.just(value)
        case _:
            return st.just(value)


def _whole(draw: Any, declared: DeclaredFact, known: Any) -> Any:
    """A full answer to a fact that agrees with what is known of it."""
    if isinstance(declared, Records):
        several = (
            (declared.record_type(), declared.record_type())[: pick(draw, range(3))]
            if known is None
            else known
        )
        inside = facts_of(declared.record_type)
        return tuple(
            attrs.evolve(
                one,
                **{
                    name: _whole(draw, inner, getattr(one, name))
                    for name, inner in inside.items()
                    if not isinstance(inner, Text)
                },
            )
            for one in several
        )
    value = known
    for _ in range(2):
        value = draw(refinements(declared, value))
    return TermSet(value.yes) if isinstance(value, TermSet) else value


def _completed(draw: Any, made: Policy, case: Case) -> Case:
    for path in read_by(made):
        section, _, name = path.rpartition(".")
        case = case.with_answer(
            path, _whole(draw, FACTS[path], getattr(getattr(case, section) if section else case, name))
        )
    for provision in attested_by(made):
        known = case.attestations.get(provision)
        if known is None or known.met is None:
            case = case.with_answer(f"attestations.{provision}", pick(draw, (True, False)))
        if case.attestations[provision].met and case.attestations[provision].on is None:
            case = case.with_answer(
                f"attestations.{provision}",
                Attestation(met=True, on=datetime.datetime(2024, 6, 1, tzinfo=OFFSETS[0])),
            )
    return case


completions: Callable[..., st.SearchStrategy[Case]] = st.composite(_completed)
"""A case with everything answered that a policy reads, in agreement with what is known."""


# The facts that conditions prefer.

BOOLEANS = (System.uses_ai, Use.deployed_by_agency, Vendor.involved, Safeguards.staff_trained)
TERMS = (Use.stage, System.effect_on_decisions)
TERM_SETS = (System.outputs, Use.decision_domains)
EVENTS = (Use.began, Procurement.signed, Retirement.started)
NUMBERS = (Procurement.public_funds, Data.retention, Violation.count)
POOL: tuple[Any, ...] = (
    *BOOLEANS,
    *TERMS,
    *TERM_SETS,
    *EVENTS,
    *NUMBERS,
    Data.inventory_reviews,
    Agency.place,
)
LISTS = (Case.incidents, Data.elements)
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
}
PATHS = (*(one.path for one in POOL), *(one.path for one in LISTS))
PROVISIONS = ("R0", "R1", "ELSEWHERE")

# The settings of the random policies.

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
THRESHOLD = CountParameter("threshold", "How many?", 2)


@functools.cache
def _facts_for(kind: type, record: type[Record] | None, everywhere: bool) -> tuple[Any, ...]:
    """The facts of a type that a condition may read, given the record it looks at."""
    found = [one for one in (*LIST_POOL.get(record, ()), *POOL) if type(one) is kind]
    if everywhere:
        own_path = record.__path__ if record else ""
        found += [
            one
            for path, one in FACTS.items()
            if type(one) is kind and ("[]" not in path or one.record.__path__ == own_path)
        ]
    return tuple(found)


# Values with an order.


def _time(draw: Any, record: type[Record] | None = None, depth: int = 1) -> Any:
    simple = ("fact", "fact", "day", "now", "parameter", "attested")
    match pick(
        draw,
        simple
        if depth <= 0
        else (*simple, "shifted", "start", "read", "last", "either", "earliest", "latest"),
    ):
        case "fact":
            return pick(draw, _facts_for(Event, record, now_and_then(draw, 10)))
        case "day":
            return Day(pick(draw, DAYS))
        case "now":
            return AS_OF
        case "parameter":
            return SIGNED
        case "attested":
            return AttestedOn(pick(draw, PROVISIONS))
        case "shifted":
            return _time(draw, record, depth - 1).plus(pick(draw, PERIODS))
        case "start":
            return StartOfDay(_time(draw, record, depth - 1))
        case "last":
            return LastOf(
                Data.inventory_reviews,
                _time(draw, record, depth - 1),
                pick(draw, (AS_OF, _time(draw, record, 0))),
            )
        case "either":
            fact = pick(draw, _facts_for(Boolean, record, now_and_then(draw, 10)))
            return TimeIf(fact, _time(draw, record, depth - 1), _time(draw, record, depth - 1))
        case "read":
            ambiguity = pick(draw, AMBIGUITIES)
            return ambiguity.times(**{name: _time(draw, record, depth - 1) for name in ambiguity.readings})
        case word:
            several = tuple(_time(draw, record, depth - 1) for _ in range(pick(draw, (1, 2, 3))))
            return Earliest(several) if word == "earliest" else Latest(several)


def _quantity(draw: Any, record: type[Record] | None = None, depth: int = 1) -> Any:
    simple = ("fact", "constant", "parameter")
    match pick(draw, simple if depth <= 0 else (*simple, "sum", "product", "greatest", "points", "count")):
        case "fact":
            return pick(
                draw, [one for kind in (Money, Duration, Count) for one in _facts_for(kind, record, False)]
            )
        case "constant":
            return Constant(pick(draw, (0, 1, 2, 250, 86_400, 2_592_000)))
        case "parameter":
            return THRESHOLD
        case "sum":
            return _quantity(draw, record, depth - 1) + _quantity(draw, record, depth - 1)
        case "product":
            return _quantity(draw, record, depth - 1) * _quantity(draw, record, depth - 1)
        case "greatest":
            return Greatest(tuple(_quantity(draw, record, depth - 1) for _ in range(pick(draw, (1, 2, 3)))))
        case "points":
            steps = range(pick(draw, (1, 2, 3)))
            return Points(
                tuple(
                    (_condition(draw, record, depth - 1, proved=False), pick(draw, range(4))) for _ in steps
                )
            )
        case _:
            listed = pick(draw, LISTS)
            return listed.count(_condition(draw, listed.record_type, depth - 1, proved=False, alone=True))


CADENCES = (
    Cadence(Period(days=30)),
    Cadence(Period(months=1)),
    Cadence(Period(months=1), by_calendar=True),
    Cadence(Period(years=1), by_calendar=True),
    Cadence(Period(months=2), by_anniversary=True),
)


# Conditions.


def _leaf(draw: Any, record: type[Record] | None, alone: bool) -> Condition:
    everywhere = now_and_then(draw, 10)
    match pick(
        draw,
        (
            "fact",
            "fact",
            "always",
            "term",
            "terms",
            "place",
            "times",
            "numbers",
            "attested",
            "kept",
            "parameter",
            "force",
        ),
    ):
        case "always":
            return pick(draw, (ALWAYS, NOT_EVER))
        case "term":
            term = pick(draw, _facts_for(Term, record, everywhere))
            return term.is_in(*some(draw, list(term.vocabulary), 1, 3))
        case "terms":
            terms = pick(draw, _facts_for(Terms, record, everywhere))
            words = some(draw, list(terms.vocabulary)[:4], 1, 3)
            return pick(
                draw, (terms.has(*words), terms.has_all(*words), terms.has_only(*words), terms.is_empty())
            )
        case "place":
            return Agency.place.within(pick(draw, ("us-ca", "us-ca/san-jose", "us-az")))
        case "times":
            left, right = _time(draw, record), _time(draw, record)
            return pick(draw, (left.no_later_than(right), left.before(right), left.happened()))
        case "numbers":
            left, right = _quantity(draw, record, 0 if alone else 1), _quantity(draw, record, 0)
            return pick(draw, (left <= right, left < right, left >= right, left > right))
        case "attested":
            return Attested(pick(draw, PROVISIONS))
        case "kept":
            until, anchor = (
                pick(draw, (AS_OF, _time(draw, record, 0))),
                pick(draw, (None, _time(draw, record, 0))),
            )
            return MeetsCadence(
                Data.inventory_reviews, pick(draw, CADENCES), _time(draw, record, 0), until, anchor
            )
        case "parameter":
            return pick(draw, (ADOPTED, LEVEL.is_("low"), LEVEL.is_("high")))
        case "force":
            return InForce(
                _time(draw, record, 0), _time(draw, record, 0), pick(draw, (None, _time(draw, record, 0)))
            )
        case _:
            return pick(draw, _facts_for(Boolean, record, everywhere))


def _condition(
    draw: Any, record: type[Record] | None = None, depth: int = 2, *, proved: bool = True, alone: bool = False
) -> Condition:
    """Any condition. Within `record` it may read its facts; with `alone` it looks into no list."""
    if depth <= 0:
        return _leaf(draw, record, alone)

    def inner() -> Condition:
        return _condition(draw, record, depth - 1, proved=proved, alone=alone)

    match pick(
        draw,
        (
            "leaf",
            "not",
            "all",
            "any",
            "defined",
            "read",
            *(() if alone else ("some", "each")),
            *(("proved",) if proved else ()),
        ),
    ):
        case "leaf":
            return _leaf(draw, record, alone)
        case "not":
            return ~inner()
        case "all":
            return AllOf.of(*(inner() for _ in range(pick(draw, (2, 1, 3)))))
        case "any":
            return AnyOf.of(*(inner() for _ in range(pick(draw, (2, 1, 3)))))
        case "defined":
            return Named(pick(draw, ("the first term", "the second term")), inner())
        case "read":
            ambiguity = pick(draw, AMBIGUITIES)
            return ambiguity.reads(**{name: inner() for name in ambiguity.readings})
        case "proved":
            return Rebutted(inner())
        case word:
            listed = pick(draw, LISTS)
            about = _condition(draw, listed.record_type, depth - 1, proved=proved, alone=True)
            return listed.some(about) if word == "some" else listed.each(about)


times: Callable[..., st.SearchStrategy[Any]] = st.composite(_time)
"""Times: facts, days, parameters, and what is reckoned from them."""
quantities: Callable[..., st.SearchStrategy[Any]] = st.composite(_quantity)
"""Numbers: facts, constants, parameters, and what is reckoned from them. None is negative."""
conditions: Callable[..., st.SearchStrategy[Condition]] = st.composite(_condition)
"""Conditions of every sort."""

TESTS = (
    System.uses_ai,
    Vendor.involved,
    Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION),
    Agency.place.within("us-ca"),
    System.outputs.has(Output.DECISION),
    System.outputs.has(Output.DECISION, Output.PREDICTION),
    System.outputs.is_empty(),
    System.outputs.has_only(Output.DECISION),
    Use.began.happened(),
    Use.began.before(Use.ended),
    Attested("R0"),
    ALWAYS,
    NOT_EVER,
    Use.began.plus("P1M").no_later_than(AS_OF),
    Procurement.public_funds >= 100,
    Case.incidents.some(Incident.caused_harm),
    Data.elements.each(~DataElement.identifies_person | DataElement.subjects.has(DataSubject.CHILDREN)),
)
"""Tests as a rule would write them."""


def _operators(draw: Any, depth: int = 3) -> Condition:
    if depth <= 0 or now_and_then(draw, 4):
        return pick(draw, TESTS)
    left, right = _operators(draw, depth - 1), _operators(draw, depth - 1)
    return pick(draw, (left & right, left | right, ~left))


operator_forms: Callable[..., st.SearchStrategy[Condition]] = st.composite(_operators)
"""Conditions put together by the operators alone."""


# Rules and policies.

FORCES = (*[Force.BINDING] * 4, *Force)
STARTS = (
    SIGNED,
    StartOfDay(Day(datetime.date(2026, 3, 9))),
    Day(datetime.date(2026, 7, 1)),
    SIGNED.plus("P30D"),
)


def _in_force(draw: Any) -> dict[str, Any]:
    """Options on when a rule is in force."""
    if not now_and_then(draw, 3):
        return {}
    ends = pick(draw, (None, None, Day(datetime.date(2028, 2, 29))))
    return {
        "commencement": Commencement("the Order", pick(draw, STARTS), ORDER.at("99"), ends),
        "act": pick(draw, (AS_OF, Use.began)),
    }


def _duty_options(draw: Any, record: type[Record] | None, proved: bool) -> dict[str, Any]:
    """Options that duties have and other rules have not."""
    found: dict[str, Any] = {}
    match pick(draw, ("attested", "condition", "time", "time")):
        case "condition":
            found["done"] = _condition(draw, record, 1, proved=proved)
        case "time":
            found["done"] = _time(draw, record)
    if draw(BOTH):
        found["gate"] = _condition(draw, record, 1, proved=proved)
    if now_and_then(draw, 4):
        found["holds_back"] = _condition(draw, record, 1, proved=proved)
    if draw(BOTH):
        time = None if now_and_then(draw, 3) else _time(draw, record)
        found["due"] = Deadline(time, strict=draw(BOTH), by_reading=draw(BOTH), note=pick(draw, ("", "soon")))
    return found


def _rule(draw: Any, id: str, *, proved: bool = True) -> Rule:
    """A rule of any kind that stands by itself."""
    citation = ORDER.at(id)
    listed = pick(draw, (None, None, None, *LISTS))
    record = listed.record_type if listed is not None else None
    when = _condition(draw, record, 2, proved=proved)
    promoted = pick(draw, (NOT_EVER, ADOPTED, LEVEL.is_("high")))
    lasting = _in_force(draw)
    force = pick(draw, FORCES)
    common = {"force": force, "each": listed, **lasting}
    kinds = [
        "prohibition",
        "prohibition",
        "obligation",
        "review",
        "requirement",
        "requirement",
        "recurring",
        "noted",
    ]
    kinds += ["definition", "scope", "advice", "score", "retention", "penalty"] if listed is None else []
    kinds += ["data_class"] if listed is Data.elements else []
    match pick(draw, kinds):
        case "prohibition":
            return prohibition(id, citation, "It is forbidden.", when=when, promoted_by=promoted, **common)
        case "recurring":
            every = {
                "occurrences": Data.inventory_reviews,
                "cadence": pick(draw, CADENCES),
                "since": _time(draw, record, 0),
            }
            return recurring(
                id,
                citation,
                "Do it again.",
                bearer="the agency",
                when=when,
                promoted_by=promoted,
                **every,
                **common,
            )
        case "obligation" | "review" | "requirement" as name:
            make: Any = {"obligation": obligation, "review": review, "requirement": requirement}[name]
            options = {"promoted_by": promoted, **_duty_options(draw, record, proved)}
            if name == "requirement":
                options["lawful_use"] = draw(BOTH)
            return make(id, citation, "Do it.", bearer="the agency", when=when, **options, **common)
        case "noted":
            return noted(id, citation, "It may be done.", kind=Kind.PERMISSION, when=when, **common)
        case "advice":
            return advice(id, citation, "It is wise.", when=when)
        case "scope":
            return scope(
                id,
                citation,
                "It covers this.",
                covers=when,
                force=force,
                commencement=lasting.get("commencement"),
            )
        case "definition":
            starts = lasting.get("commencement")
            return definition(
                id, citation, "It means this.", means=when, term="it is so", force=force, commencement=starts
            )
        case "score":
            bands = ((0, 1, RiskTier.LOW), (2, 99, RiskTier.HIGH))
            return score(id, citation, "Points.", points=_quantity(draw), bands=bands, when=when, force=force)
        case "retention":
            keeps = RetentionRule(floor=pick(draw, (None, *PERIODS)), ceiling=pick(draw, (None, *PERIODS)))
            return retention(id, citation, "Keep it.", keeps=keeps, when=when, force=force)
        case "data_class":
            return classification(
                id,
                citation,
                "It is sensitive.",
                of=Data.elements,
                falls_in=DataClass.SENSITIVE,
                when=when,
                force=force,
            )
        case _:
            least, most = _quantity(draw), pick(draw, (None, _quantity(draw)))
            return penalty(
                id,
                citation,
                "It costs.",
                when=when,
                least=least,
                most=most,
                formula="so much for each",
                force=force,
            )


def _exception(draw: Any, id: str, others: Sequence[Rule], *, proved: bool = True) -> ExceptionRule:
    """An exception to some of the rules that came before it, exceptions among them."""
    targets = some(draw, others, 1, 2)
    lists = {rule.each for rule in targets}
    # Only where all that it displaces speaks of the records of one list can it read their facts.
    listed = lists.pop() if len(lists) == 1 and draw(BOTH) else None
    record = listed.record_type if listed is not None else None
    provided = _condition(draw, record, 1, proved=proved) if draw(BOTH) else ALWAYS
    when = _condition(draw, record, 1, proved=proved)
    return exception(
        id,
        ORDER.at(id),
        "Not there.",
        to=targets,
        when=when,
        provided=provided,
        each=listed,
        **_in_force(draw),
    )


def _entries(draw: Any, *, most: int = 4, proved: bool = True) -> tuple[Entry, ...]:
    """The entries of a small policy: rules, exceptions to them, exceptions to exceptions, and a provision
    that is not modelled.
    """
    found: list[Rule] = [
        _rule(draw, f"R{number}", proved=proved) for number in range(pick(draw, range(1, most + 1)))
    ]
    for number in range(pick(draw, range(4))):
        # An exception that reads the facts of records cannot be displaced outside them.
        before = [rule for rule in found if not isinstance(rule, ExceptionRule) or rule.each is None]
        found.append(_exception(draw, f"E{number}", before, proved=proved))
    return (*found, unmodelled("U", ORDER.at("U"), kind=Kind.PRINCIPLE, because="It says nothing of a case."))


entry_lists: Callable[..., st.SearchStrategy[tuple[Entry, ...]]] = st.composite(_entries)
"""The entries of small policies."""

SETTINGS: Mapping[str, tuple[Any, ...]] = {
    "adopted": (True, False, None),
    "level": ("low", "high", None),
    "signed_on": (*DAYS, Occurrence.NEVER, None, datetime.datetime(2026, 3, 9, 12, tzinfo=OFFSETS[1])),
    "threshold": (0, 1, 5, None),
}


def _set(draw: Any, made: Policy) -> Policy:
    """The policy with some of its readings and parameters set."""
    for ambiguity in made.rulebook.ambiguities:
        if draw(BOTH):
            made = made.read(**{ambiguity.name: pick(draw, list(ambiguity.readings))})
    for parameter in made.rulebook.parameters:
        if draw(BOTH):
            made = made.given(**{parameter.name: pick(draw, SETTINGS[parameter.name])})
    return made


settings_of: Callable[..., st.SearchStrategy[Policy]] = st.composite(_set)
"""A policy with some of its settings changed."""


def _policy(draw: Any, *, most: int = 4, proved: bool = True) -> Policy:
    covers = pick(draw, (ALWAYS, System.uses_ai, System.uses_ai | Vendor.involved))
    entries = _entries(draw, most=most, proved=proved)
    return _set(
        draw, policy("ruritania/random", ORDER, time_zone=pick(draw, ZONES), entries=entries, scope=covers)
    )


policies: Callable[..., st.SearchStrategy[Policy]] = st.composite(_policy)
"""Small policies of every kind of rule, with some of their settings changed."""


def read_by(made: Policy) -> list[str]:
    """The paths of the facts a policy reads that stand outside lists, and of its lists, in a stable order."""
    return list(
        dict.fromkeys(
            node.path for node in made.rulebook.nodes if isinstance(node, Fact) and "[]" not in node.path
        )
    )


def attested_by(made: Policy) -> list[str]:
    """The provisions whose attestations a policy reads."""
    return sorted({node.provision for node in made.rulebook.nodes if isinstance(node, Attested | AttestedOn)})


@st.composite
def judged(draw: Any, *, most: int = 4, proved: bool = True) -> tuple[Policy, Case, Any]:
    """A policy, a case of which some of what it reads is known, and a time of judging."""
    made = _policy(draw, most=most, proved=proved)
    return made, _case(draw, read_by(made) or PATHS, attested_by(made)), draw(times_of_judging())


# Rules on incidents over a few plain facts, close together, so that what is
# known of the record, of the case and of the list meet.

PLAIN_OF_INCIDENTS = (Incident.caused_harm, Incident.involves_ai, System.uses_ai, Vendor.involved)


def _close(draw: Any, depth: int = 3) -> Condition:
    if depth <= 0:
        return pick(draw, PLAIN_OF_INCIDENTS)
    match pick(draw, ("leaf", "all", "any", "not", "some", "each", "count")):
        case "leaf":
            return pick(draw, PLAIN_OF_INCIDENTS)
        case "all":
            return _close(draw, depth - 1) & _close(draw, depth - 1)
        case "any":
            return _close(draw, depth - 1) | _close(draw, depth - 1)
        case "not":
            return ~_close(draw, depth - 1)
        case "some":
            return Case.incidents.some(_close(draw, depth - 1))
        case "each":
            return Case.incidents.each(_close(draw, depth - 1))
        case _:
            return Case.incidents.count(_close(draw, depth - 1)) >= pick(draw, (1, 2))


@st.composite
def judged_incidents(draw: Any) -> tuple[Policy, Case, Any]:
    """A policy on incidents, a case with a few of them (or with the list unknown), and a time of judging."""
    rule = prohibition("P", ORDER.at("P"), "It is forbidden.", each=Case.incidents, when=_close(draw))
    lifted = exception("E", ORDER.at("E"), "Not there.", to=rule, when=_close(draw, 1), each=Case.incidents)
    duty = review(
        "R",
        ORDER.at("R"),
        "Ask.",
        bearer="staff",
        each=Case.incidents,
        when=_close(draw, 2),
        done=_close(draw, 1),
        gate=_close(draw, 1),
    )
    entries = pick(draw, ((rule,), (duty,), (rule, duty), (rule, lifted)))
    made = policy("ruritania/incidents", ORDER, time_zone=ZONES[0], entries=entries)
    answers = (None, True, False)
    case = Case(system=System(uses_ai=pick(draw, answers)), vendor=Vendor(involved=pick(draw, answers)))
    several = [
        Incident(caused_harm=pick(draw, answers), involves_ai=pick(draw, answers))
        for _ in range(pick(draw, range(3)))
    ]
    return made, attrs.evolve(case, incidents=pick(draw, (None, several))), NOW


# Small policies over a few plain facts, of which all answers can be tried.

PLAIN = (
    System.uses_ai,
    Use.deployed_by_agency,
    Vendor.involved,
    Safeguards.staff_trained,
    System.public_facing,
    Data.legal_hold,
)


def _plain(draw: Any, depth: int = 2) -> Condition:
    if depth <= 0:
        return pick(draw, PLAIN)
    match pick(draw, ("leaf", "leaf", "not", "all", "any", "defined", "read")):
        case "leaf":
            return pick(draw, PLAIN)
        case "not":
            return ~_plain(draw, depth - 1)
        case "all":
            return _plain(draw, depth - 1) & _plain(draw, depth - 1)
        case "any":
            return _plain(draw, depth - 1) | _plain(draw, depth - 1)
        case "defined":
            return Named("a term", _plain(draw, depth - 1))
        case _:
            return AMBIGUITIES[0].reads(yes=_plain(draw, depth - 1), no=_plain(draw, depth - 1))


@st.composite
def plain_policies(draw: Any) -> Policy:
    """Policies whose rules read a few plain facts and nothing else."""
    found: list[Rule] = []
    for number in range(pick(draw, (1, 2, 3))):
        id, when = f"R{number}", _plain(draw)
        match pick(draw, ("prohibition", "review", "requirement", "lawful")):
            case "prohibition":
                found.append(prohibition(id, ORDER.at(id), "It is forbidden.", when=when))
            case "review":
                found.append(
                    review(id, ORDER.at(id), "Ask.", bearer="the agency", when=when, done=_plain(draw, 1))
                )
            case word:
                options: Any = {
                    "done": _plain(draw, 1),
                    "gate": _plain(draw, 0),
                    "lawful_use": word == "lawful",
                }
                found.append(
                    requirement(id, ORDER.at(id), "Do it.", bearer="the agency", when=when, **options)
                )
    for number in range(pick(draw, (0, 1, 2))):
        id, provided = f"E{number}", pick(draw, (ALWAYS, _plain(draw, 0)))
        found.append(
            exception(
                id, ORDER.at(id), "Not there.", to=pick(draw, found), when=_plain(draw, 1), provided=provided
            )
        )
    return policy("ruritania/plain", ORDER, time_zone=ZONES[0], entries=found, scope=_plain(draw, 1))
