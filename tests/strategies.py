"""Random cases, conditions, rules and policies for the property tests.

Values of facts are drawn from the declared types, so that a new fact is covered
as soon as it is declared. Conditions and rules prefer a small pool of facts:
only where several of them read the same few do they meet.
"""

from __future__ import annotations

import datetime
import decimal
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import attrs
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from aigovkit.citations import Force, Source
from aigovkit.conditions import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    Ambiguity,
    AnyOf,
    Attested,
    AttestedOn,
    BooleanParameter,
    ChoiceParameter,
    Condition,
    Constant,
    CountParameter,
    Day,
    Defined,
    Earliest,
    EventParameter,
    Fact,
    Greatest,
    InForce,
    KeptUp,
    Latest,
    Points,
    Proved,
    StartOfDay,
    walk,
)
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
from aigovkit.models import (
    FACTS,
    Agency,
    Attestation,
    Authority,
    Case,
    Data,
    DataClass,
    DataElement,
    DataSubject,
    Incident,
    Output,
    Procurement,
    RetentionRule,
    RiskTier,
    Safeguards,
    Stage,
    System,
    Use,
    Vendor,
)
from aigovkit.periods import Cadence, Occurrence, Period
from aigovkit.policies import Policy, policy
from aigovkit.rules import (
    Commencement,
    Deadline,
    Entry,
    Exemption,
    Kind,
    Rule,
    advice,
    data_class,
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
    score,
    scope,
    unmodelled,
)

# One profile for everyone. In continuous integration the examples are the same
# every time, so that a red build is red again when it is looked into.
settings.register_profile(
    "aigovkit",
    max_examples=80,
    deadline=None,
    derandomize="CI" in os.environ,
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
        (2025, 1, 31), (2025, 2, 28), (2025, 11, 2), (2025, 12, 31), (2026, 1, 31), (2026, 3, 7), (2026, 3, 8), (2026, 3, 9),
        (2026, 3, 10), (2026, 4, 9), (2026, 7, 1), (2028, 2, 29),
    )
)  # fmt: skip
PERIODS = tuple(Period.parse(text) for text in ("PT1H", "PT24H", "P1D", "P30D", "P1M", "P1Y"))
OFFSETS = tuple(datetime.timezone(datetime.timedelta(hours=hours)) for hours in (0, -7, -8))


def days() -> st.SearchStrategy[datetime.date]:
    """Days at and about those the rules name."""
    return st.sampled_from(DAYS)


def instants() -> st.SearchStrategy[datetime.datetime]:
    """Instants on those days, with their zones."""
    return st.builds(
        lambda day, hour, zone: datetime.datetime(day.year, day.month, day.day, hour, tzinfo=zone),
        days(), st.sampled_from((0, 1, 2, 12, 23)), st.sampled_from(OFFSETS),
    )  # fmt: skip


def times_of_judging() -> st.SearchStrategy[Any]:
    """Values of `as_of`: mostly a day, now and then an instant."""
    return st.one_of(st.just(NOW), days(), instants())


# Values of facts.


def term_sets(vocabulary: Any) -> st.SearchStrategy[TermSet[Any]]:
    """Complete and partial sets of words."""
    words = st.frozensets(st.sampled_from(list(vocabulary)), max_size=3)
    partial = st.builds(lambda yes, no: TermSet.partial(yes=yes, no=no - yes), words, words)
    return st.one_of(st.builds(TermSet, words), partial)


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


def given_facts(declared: Mapping[str, DeclaredFact]) -> st.SearchStrategy[dict[str, Any]]:
    """Values of some of the facts; the others stay unknown."""
    return st.fixed_dictionaries({}, optional={name: values(one) for name, one in declared.items()})


def records(kind: type[Record]) -> st.SearchStrategy[Any]:
    """Records of a kind, with some of their facts known."""
    return given_facts(facts_of(kind)).map(lambda given: kind(**given))


def attestations() -> st.SearchStrategy[Attestation]:
    """What may be attested: done (on a day or an instant, or at some time), not done, or not known."""
    return st.one_of(
        st.builds(Attestation, met=st.sampled_from((True, False, None))), st.builds(Attestation, met=st.just(True), on=st.one_of(days(), instants()))
    )


@st.composite
def cases(draw: Any, paths: Sequence[str] = (), attested: Sequence[str] = ()) -> Case:
    """Cases of which some facts are known: of the paths named, or of all facts when none is."""
    tops = [path for path in paths if "[]" not in path] or [path for path in FACTS if "[]" not in path]
    chosen = tops if len(tops) <= 20 else draw(st.lists(st.sampled_from(tops), unique=True, max_size=15))
    case = Case(attestations={provision: draw(attestations()) for provision in attested if draw(st.booleans())})
    for path in chosen:
        if draw(st.booleans()):
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
            names = [name for name in several if getattr(first, name) is None or isinstance(several[name], Terms)]
            learned = st.sampled_from(names).flatmap(
                lambda name: refinements(several[name], getattr(first, name)).map(lambda answer: attrs.evolve(first, **{name: answer}))
            )
            return learned.map(lambda record: (record, *rest)) if names else st.just(value)
        case _:
            return st.just(value)


# The facts that conditions prefer.

BOOLEANS = (System.uses_ai, Use.deployed_by_agency, Vendor.involved, Safeguards.staff_trained)
TERMS = (Use.stage, System.effect_on_decisions)
TERM_SETS = (System.outputs, Use.decision_domains)
EVENTS = (Use.began, Procurement.signed, Authority.warrant_issued)
POOL: tuple[Any, ...] = (*BOOLEANS, *TERMS, *TERM_SETS, *EVENTS, Procurement.public_funds, Data.retention, Data.inventory_reviews, Agency.place)
LISTS = (Case.incidents, Data.elements)
LIST_POOL: Mapping[Any, tuple[Any, ...]] = {
    Incident: (Incident.involves_ai, Incident.caused_harm, Incident.discovered, Incident.told_supervisor, Incident.discovered_by),
    DataElement: (
        DataElement.identifies_person, DataElement.harm_if_disclosed, DataElement.category, DataElement.subjects, DataElement.retention,
    ),
}  # fmt: skip
PATHS = (*(one.path for one in POOL), *(one.path for one in LISTS))
PROVISIONS = ("R0", "R1", "ELSEWHERE")

# The settings of the random policies.

AMBIGUITIES = (
    Ambiguity("open_question", "Is it so?", {"yes": "it is", "no": "it is not"}, default="yes", why="It is more natural."),
    Ambiguity("three_ways", "Which way?", {"one": "1", "two": "2", "three": "3"}, default="two", why="It is in between."),
)
ADOPTED = BooleanParameter("adopted", "Is it adopted?")
LEVEL = ChoiceParameter("level", "Which level?", "low", choices=("low", "high"))
SIGNED = EventParameter("signed_on", "When was it signed?", Occurrence.NEVER)
THRESHOLD = CountParameter("threshold", "How many?", 2)
PARAMETERS = (ADOPTED, LEVEL, SIGNED, THRESHOLD)


def _facts_for(kind: type, record: type[Record] | None, *, everywhere: bool) -> list[Any]:
    """The facts of a type that a condition may read, given the record it looks at."""
    about = LIST_POOL.get(record, ())
    found = [one for one in (*POOL, *about) if type(one) is kind]
    if everywhere:
        place = record.__place__ if record else ""
        found += [one for path, one in FACTS.items() if type(one) is kind and ("[]" not in path or one.record.__place__ == place)]
    return found


# Values with an order.


@st.composite
def times(draw: Any, record: type[Record] | None = None, depth: int = 1) -> Any:
    """Times: facts, days, parameters, and what is reckoned from them."""
    simple = ["fact", "fact", "day", "now", "parameter", "attested"]
    match draw(st.sampled_from(simple if depth <= 0 else [*simple, "shifted", "start", "earliest", "latest"])):
        case "fact":
            return draw(st.sampled_from(_facts_for(Event, record, everywhere=draw(st.integers(0, 9)) == 0)))
        case "day":
            return Day(draw(days()))
        case "now":
            return AS_OF
        case "parameter":
            return SIGNED
        case "attested":
            return AttestedOn(draw(st.sampled_from(PROVISIONS)))
        case "shifted":
            return draw(times(record, depth - 1)).plus(draw(st.sampled_from(PERIODS)))
        case "start":
            return StartOfDay(draw(times(record, depth - 1)))
        case word:
            several = tuple(draw(st.lists(times(record, depth - 1), min_size=1, max_size=3)))
            return Earliest(several) if word == "earliest" else Latest(several)


@st.composite
def quantities(draw: Any, record: type[Record] | None = None, depth: int = 1) -> Any:
    """Numbers: facts, constants, parameters, and what is reckoned from them. None is negative."""
    simple = ["fact", "constant", "parameter"]
    match draw(st.sampled_from(simple if depth <= 0 else [*simple, "sum", "product", "greatest", "points", "count"])):
        case "fact":
            return draw(st.sampled_from([one for kind in (Money, Duration) for one in _facts_for(kind, record, everywhere=False)]))
        case "constant":
            return Constant(draw(st.sampled_from((0, 1, 2, 250, 86_400, 2_592_000))))
        case "parameter":
            return THRESHOLD
        case "sum":
            return draw(quantities(record, depth - 1)) + draw(quantities(record, depth - 1))
        case "product":
            return draw(quantities(record, depth - 1)) * draw(quantities(record, depth - 1))
        case "greatest":
            return Greatest(tuple(draw(st.lists(quantities(record, depth - 1), min_size=1, max_size=3))))
        case "points":
            steps = st.tuples(conditions(record, depth - 1, proved=False), st.integers(0, 3))
            return Points(tuple(draw(st.lists(steps, min_size=1, max_size=3))))
        case _:
            listed = draw(st.sampled_from(LISTS))
            return listed.count(draw(conditions(listed.record_type, depth - 1, proved=False, alone=True)))


CADENCES = st.sampled_from((Cadence(Period(days=30)), Cadence(Period(months=1)), Cadence(Period(months=1), by_calendar=True), Cadence(Period(years=1), by_calendar=True)))  # fmt: skip


# Conditions.


@st.composite
def leaves(draw: Any, record: type[Record] | None = None, *, alone: bool = False) -> Condition:
    """Conditions with no condition inside them. With `alone` they read no fact beyond the record and the case itself."""
    everywhere = draw(st.integers(0, 9)) == 0 and not alone
    match draw(st.integers(0, 11)):
        case 0:
            return draw(st.sampled_from((ALWAYS, NOT_EVER)))
        case 1:
            term = draw(st.sampled_from(_facts_for(Term, record, everywhere=everywhere)))
            return term.is_in(*draw(st.lists(st.sampled_from(list(term.vocabulary)), min_size=1, max_size=3, unique=True)))
        case 2:
            terms = draw(st.sampled_from(_facts_for(Terms, record, everywhere=everywhere)))
            words = draw(st.lists(st.sampled_from(list(terms.vocabulary)[:4]), min_size=1, max_size=3, unique=True))
            way = draw(st.sampled_from(("has", "has_all", "has_only", "is_empty")))
            return terms.is_empty() if way == "is_empty" else getattr(terms, way)(*words)
        case 3:
            return Agency.place.within(draw(st.sampled_from(("us-ca", "us-ca/san-jose", "us-az"))))
        case 4:
            left, right = draw(times(record)), draw(times(record))
            return draw(st.sampled_from((left.no_later_than(right), left.before(right), left.happened())))
        case 5:
            left, right = draw(quantities(record, 1 if record is None else 0)), draw(quantities(record, 0))
            return draw(st.sampled_from((left <= right, left < right, left >= right, left > right)))
        case 6:
            return Attested(draw(st.sampled_from(PROVISIONS)))
        case 7:
            return KeptUp(Data.inventory_reviews, draw(CADENCES), draw(times(record, 0)))
        case 8:
            return draw(st.sampled_from((ADOPTED, LEVEL.is_("low"), LEVEL.is_("high"))))
        case 9:
            ends = draw(st.none() | times(record, 0))
            return InForce(draw(times(record, 0)), draw(times(record, 0)), ends)
        case _:
            return draw(st.sampled_from(_facts_for(Boolean, record, everywhere=everywhere)))


@st.composite
def conditions(draw: Any, record: type[Record] | None = None, depth: int = 2, *, proved: bool = True, alone: bool = False) -> Condition:
    """Conditions of every sort. Within `record` they may read its facts; with `alone` they look into no other list."""
    if depth <= 0:
        return draw(leaves(record, alone=alone))
    inner = conditions(record, depth - 1, proved=proved, alone=alone)
    kinds = ["leaf", "not", "all", "any", "defined", "read"]
    kinds += ["proved"] if proved else []
    kinds += [] if alone else ["some", "each"]
    match draw(st.sampled_from(kinds)):
        case "leaf":
            return draw(leaves(record, alone=alone))
        case "not":
            return ~draw(inner)
        case "all":
            return AllOf.of(*draw(st.lists(inner, min_size=1, max_size=3)))
        case "any":
            return AnyOf.of(*draw(st.lists(inner, min_size=1, max_size=3)))
        case "defined":
            return Defined(draw(st.sampled_from(("the first term", "the second term"))), draw(inner))
        case "read":
            ambiguity = draw(st.sampled_from(AMBIGUITIES))
            return ambiguity.reads(**{name: draw(inner) for name in ambiguity.readings})
        case "proved":
            return Proved(draw(inner))
        case word:
            listed = draw(st.sampled_from(LISTS))
            about = draw(conditions(listed.record_type, depth - 1, proved=proved, alone=True))
            return listed.some(about) if word == "some" else listed.each(about)


@st.composite
def operator_forms(draw: Any, depth: int = 2) -> Condition:
    """Conditions as a rule would write them: facts, their tests, and the operators."""
    if depth <= 0:
        boolean = st.sampled_from([one for path, one in FACTS.items() if isinstance(one, Boolean) and "[]" not in path])
        tests = [
            Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION), Agency.place.within("us-ca"), System.outputs.has(Output.DECISION),
            System.outputs.has(Output.DECISION, Output.PREDICTION), System.outputs.has_only(Output.DECISION), System.outputs.is_empty(),
            Use.began.happened(), Use.began.before(Use.ended), Use.began.plus("P1M").no_later_than(AS_OF),
            Procurement.public_funds >= 100, Case.incidents.some(Incident.caused_harm), ALWAYS, NOT_EVER,
            Data.elements.each(~DataElement.identifies_person | DataElement.subjects.has(DataSubject.CHILDREN)), Attested("R0"),
        ]  # fmt: skip
        return draw(st.one_of(boolean, st.sampled_from(tests)))
    left, right = draw(operator_forms(depth - 1)), draw(operator_forms(depth - 1))
    return draw(st.sampled_from((left & right, left | right, ~left)))


# Rules and policies.


def _in_force(draw: Any) -> dict[str, Any]:
    """Options on when a rule is in force."""
    if draw(st.integers(0, 2)):
        return {}
    starts = draw(st.sampled_from((SIGNED, StartOfDay(Day(datetime.date(2026, 3, 9))), Day(datetime.date(2026, 7, 1)), SIGNED.plus("P30D"))))
    ends = draw(st.sampled_from((None, None, Day(datetime.date(2028, 2, 29)))))
    act = draw(st.sampled_from((None, Use.began)))
    return {"commencement": Commencement("the Order", starts, ORDER.at("99"), ends), "act": act}


def _duty_options(draw: Any, record: type[Record] | None, depth: int) -> dict[str, Any]:
    """Options that duties have and other rules have not."""
    found: dict[str, Any] = {}
    match draw(st.integers(0, 3)):
        case 0:
            found["done"] = draw(conditions(record, depth - 1))
        case 1:
            found["done"] = draw(times(record))
    if draw(st.booleans()):
        found["gate"] = draw(conditions(record, depth - 1))
    if draw(st.booleans()):
        time = draw(st.none() | times(record))
        found["due"] = Deadline(time, strict=draw(st.booleans()), by_reading=draw(st.booleans()), note=draw(st.sampled_from(("", "soon"))))
    return found


FORCES = st.sampled_from((*[Force.BINDING] * 4, *Force))


@st.composite
def rules(draw: Any, id: str, depth: int = 2, *, proved: bool = True) -> Rule:
    """A rule of any kind that stands by itself."""
    citation = ORDER.at(id)
    listed = draw(st.sampled_from((None, None, None, *LISTS)))
    record = listed.record_type if listed is not None else None
    when = draw(conditions(record, depth, proved=proved))
    force = draw(FORCES)
    promoted = draw(st.sampled_from((None, ADOPTED, LEVEL.is_("high"))))
    lasting = _in_force(draw)
    common = {"force": force, "each": listed, **lasting}
    kinds = ["prohibition", "prohibition", "obligation", "review", "requirement", "requirement", "recurring", "noted"]
    kinds += ["definition", "scope", "advice", "score", "retention", "penalty"] if listed is None else []
    kinds += ["data_class"] if listed is Data.elements else []
    match draw(st.sampled_from(kinds)):
        case "prohibition":
            return prohibition(id, citation, "It is forbidden.", when=when, promoted_by=promoted, **common)
        case "recurring":
            every = {"occurrences": Data.inventory_reviews, "cadence": draw(CADENCES), "since": draw(times(record, 0))}
            return recurring(id, citation, "Do it again.", bearer="the agency", when=when, promoted_by=promoted, **every, **common)
        case "obligation" | "review" | "requirement" as name:
            make: Any = {"obligation": obligation, "review": review, "requirement": requirement}[name]
            options = {"promoted_by": promoted, **_duty_options(draw, record, depth)}
            if name == "requirement":
                options["lawful_use"] = draw(st.booleans())
            return make(id, citation, "Do it.", bearer="the agency", when=when, **options, **common)
        case "noted":
            return noted(id, citation, "It may be done.", kind=Kind.PERMISSION, when=when, **common)
        case "advice":
            return advice(id, citation, "It is wise.", when=when)
        case "scope":
            return scope(id, citation, "It covers this.", covers=when, force=force, commencement=lasting.get("commencement"))
        case "definition":
            starts = lasting.get("commencement")
            return definition(id, citation, "It means this.", means=when, term="it is so", force=force, commencement=starts)
        case "score":
            bands = ((0, 1, RiskTier.LOW), (2, 99, RiskTier.HIGH))
            return score(id, citation, "Points.", points=draw(quantities()), bands=bands, when=when, force=force)
        case "retention":
            keeps = RetentionRule(floor=draw(st.sampled_from((None, *PERIODS))), ceiling=draw(st.sampled_from((None, *PERIODS))))
            return retention(id, citation, "Keep it.", keeps=keeps, when=when, force=force)
        case "data_class":
            return data_class(id, citation, "It is sensitive.", of=Data.elements, falls_in=DataClass.SENSITIVE, when=when, force=force)
        case _:
            least, most = draw(quantities()), draw(st.none() | quantities())
            return penalty(id, citation, "It costs.", when=when, least=least, most=most, formula="so much for each", force=force)


@st.composite
def exceptions(draw: Any, id: str, others: Sequence[Rule], *, proved: bool = True) -> Exemption:
    """An exception to some of the rules that came before it, exceptions among them."""
    targets = draw(st.lists(st.sampled_from(list(others)), min_size=1, max_size=2, unique_by=lambda rule: rule.id))
    lists = {rule.each for rule in targets}
    # Only where all that it displaces speaks of the records of one list can it read their facts.
    listed = lists.pop() if len(lists) == 1 and draw(st.booleans()) else None
    record = listed.record_type if listed is not None else None
    provided = draw(st.none() | conditions(record, 1, proved=proved))
    found = exception(
        id, ORDER.at(id), "Not there.", to=targets, when=draw(conditions(record, 1, proved=proved)), provided=provided, **_in_force(draw)
    )
    return attrs.evolve(found, each=listed)


@st.composite
def entry_lists(draw: Any, *, most: int = 4, proved: bool = True) -> tuple[Entry, ...]:
    """The entries of a small policy: rules, exceptions to them, exceptions to exceptions, and a provision that is not modelled."""
    found: list[Rule] = [draw(rules(f"R{number}", proved=proved)) for number in range(draw(st.integers(1, most)))]
    for number in range(draw(st.integers(0, 3))):
        # An exception that reads the facts of records cannot be displaced outside them, nor displace what is.
        before = [rule for rule in found if not isinstance(rule, Exemption) or rule.each is None]
        found.append(draw(exceptions(f"E{number}", before, proved=proved)))
    return (*found, unmodelled("U", ORDER.at("U"), kind=Kind.PRINCIPLE, because="It says nothing of a case."))


@st.composite
def policies(draw: Any, *, most: int = 4, proved: bool = True) -> Policy:
    """Small policies of every kind of rule, with some of their settings changed."""
    covers = draw(st.sampled_from((ALWAYS, System.uses_ai, System.uses_ai | Vendor.involved)))
    made = policy(
        f"ruritania/{draw(st.sampled_from('abc'))}", ORDER, time_zone=draw(st.sampled_from(ZONES)), entries=draw(entry_lists(most=most, proved=proved)), scope=covers,
    )  # fmt: skip
    return draw(settings_of(made))


@st.composite
def settings_of(draw: Any, made: Policy) -> Policy:
    """The policy with some of its readings and parameters set."""
    for ambiguity in made.rulebook.ambiguities:
        if draw(st.booleans()):
            made = made.read(**{ambiguity.name: draw(st.sampled_from(list(ambiguity.readings)))})
    given: Mapping[str, Callable[[], st.SearchStrategy[Any]]] = {
        "adopted": lambda: st.sampled_from((True, False, None)),
        "level": lambda: st.sampled_from(("low", "high", None)),
        "signed_on": lambda: st.one_of(days(), instants(), st.just(Occurrence.NEVER), st.none()),
        "threshold": lambda: st.sampled_from((0, 1, 5, None)),
    }
    for parameter in made.rulebook.parameters:
        if draw(st.booleans()):
            made = made.given(**{parameter.name: draw(given[parameter.name]())})
    return made


def read_by(made: Policy) -> list[str]:
    """The paths of the facts a policy reads that stand outside lists, and of its lists, in a stable order."""
    paths = dict.fromkeys(node.path for node in made.rulebook.nodes() if isinstance(node, Fact) and "[]" not in node.path)
    return list(paths)


def attested_by(made: Policy) -> list[str]:
    """The provisions whose attestations a policy reads."""
    return sorted({node.provision for node in made.rulebook.nodes() if isinstance(node, Attested | AttestedOn)})


@st.composite
def judged(draw: Any, *, most: int = 4, proved: bool = True) -> tuple[Policy, Case, Any]:
    """A policy, a case of which some of what it reads is known, and a time of judging."""
    made = draw(policies(most=most, proved=proved))
    return made, draw(cases(read_by(made) or PATHS, attested_by(made))), draw(times_of_judging())


def proved_in(nodes: Iterable[Any]) -> bool:
    """Whether some condition rests on a presumption."""
    return any(isinstance(part, Proved) for node in nodes for part in walk(node))


# Small policies over a few plain facts, of which all answers can be tried.

PLAIN = (System.uses_ai, Use.deployed_by_agency, Vendor.involved, Safeguards.staff_trained, Vendor.involved, System.public_facing, Data.legal_hold)


@st.composite
def plain_conditions(draw: Any, depth: int = 2) -> Condition:
    """Conditions over the few plain facts."""
    if depth <= 0:
        return draw(st.sampled_from(PLAIN))
    inner = plain_conditions(depth - 1)
    match draw(st.sampled_from(("leaf", "leaf", "not", "all", "any", "defined", "read"))):
        case "leaf":
            return draw(st.sampled_from(PLAIN))
        case "not":
            return ~draw(inner)
        case "all":
            return draw(inner) & draw(inner)
        case "any":
            return draw(inner) | draw(inner)
        case "defined":
            return Defined("a term", draw(inner))
        case _:
            return AMBIGUITIES[0].reads(yes=draw(inner), no=draw(inner))


@st.composite
def plain_policies(draw: Any) -> Policy:
    """Policies whose rules read a few plain facts and nothing else."""
    found: list[Rule] = []
    for number in range(draw(st.integers(1, 3))):
        id, when = f"R{number}", draw(plain_conditions())
        match draw(st.sampled_from(("prohibition", "review", "requirement", "lawful"))):
            case "prohibition":
                found.append(prohibition(id, ORDER.at(id), "It is forbidden.", when=when))
            case "review":
                found.append(review(id, ORDER.at(id), "Ask.", bearer="the agency", when=when, done=draw(plain_conditions(1))))
            case word:
                gate = draw(plain_conditions(0))
                options = {"done": draw(plain_conditions(1)), "gate": gate, "lawful_use": word == "lawful"}
                found.append(requirement(id, ORDER.at(id), "Do it.", bearer="the agency", when=when, **options))
    for number in range(draw(st.integers(0, 2))):
        id, provided = f"E{number}", draw(st.none() | plain_conditions(0))
        target = draw(st.sampled_from(found))
        found.append(exception(id, ORDER.at(id), "Not there.", to=target, when=draw(plain_conditions(1)), provided=provided))
    return policy("ruritania/plain", ORDER, time_zone=ZONES[0], entries=found, scope=draw(plain_conditions(1)))


__all__ = [
    "ADOPTED", "AMBIGUITIES", "BOOLEANS", "DAYS", "LEVEL", "NOW", "ORDER", "PARAMETERS", "PATHS", "PLAIN", "SIGNED", "THRESHOLD",
    "attestations", "attested_by", "cases", "conditions", "days", "entry_lists", "instants", "judged", "operator_forms",
    "plain_conditions", "plain_policies", "policies", "proved_in", "quantities", "read_by", "records", "refinements", "rules",
    "settings_of", "times", "times_of_judging", "values",
]  # fmt: skip
