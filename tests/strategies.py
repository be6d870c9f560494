"""Random rules, policies and what is judged by them, for the property tests.

What they are made of is drawn by `random_values` and `random_nodes`, whose names
can be had from here as well.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs
from drawing import examples, flip, now_and_then, pick, some
from hypothesis import strategies as st
from random_nodes import ADOPTED, AMBIGUITIES, CADENCES, LEVEL, LISTS, PATHS, PROVISIONS, SIGNED, Nodes
from random_values import (
    ATTESTATIONS,
    DAYS,
    NOW,
    OFFSETS,
    PERIODS,
    ZONES,
    Calendar,
    case,
    cases,
    term_sets,
    times_of_judging,
    value,
    values,
    with_records_attested,
)

from aigovkit.citations import Force, Kind, Source
from aigovkit.facts import Boolean, DeclaredFact, Event, Partly, Records, Terms, TermSet, Text, facts_of
from aigovkit.language.kinds import Condition, OfAttestation
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    Attested,
    AttestedDays,
    Day,
    Fact,
    Named,
    StartOfDay,
)
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
    Regime,
    RetentionRule,
    Safeguards,
    Scale,
    Stage,
    Step,
    System,
    Use,
    Vendor,
    Waiver,
)
from aigovkit.periods import Month, Occurrence, Span, Stretch, Year
from aigovkit.policies import Policy, policy
from aigovkit.rules import (
    Commencement,
    Deadline,
    Duty,
    Entry,
    ExceptionRule,
    Restatement,
    Rule,
    advice,
    classification,
    definition,
    exception,
    ground,
    noted,
    obligation,
    penalty,
    prohibition,
    recurring,
    referral,
    requirement,
    restatement,
    retention,
    review,
    scope,
    score,
    unmodelled,
)

__all__ = [
    "ATTESTATIONS",
    "NOW",
    "OFFSETS",
    "ORDER",
    "PATHS",
    "PLAIN",
    "PROVISIONS",
    "TESTS",
    "attested_by",
    "cases",
    "completions",
    "conditions",
    "entry_lists",
    "examples",
    "judged",
    "judged_incidents",
    "operator_forms",
    "pick",
    "plain_policies",
    "policies",
    "random_entries",
    "random_judged",
    "random_judged_incidents",
    "random_policy",
    "read_by",
    "settings_of",
    "some",
    "term_sets",
    "times_of_judging",
    "values",
]

ORDER = Source("Random Order", issuer="Ruritania")


# Knowing more


def refined(draw: Any, declared: DeclaredFact, known: Any) -> Any:
    """What may be learned of a fact of which `known` is known so far: an answer that agrees with it."""
    match declared, known:
        case _, None:
            return value(draw, declared)
        case Terms(), TermSet(no=frozenset()):
            free = [term for term in declared.vocabulary if known.has(term) is None]
            more = some(draw, free, 1, 2) if free else []
            match pick(draw, ("yes", "no", "all")):
                case "yes":
                    return TermSet.partial(yes=[*known.yes, *more], no=known.no)
                case "no":
                    return TermSet.partial(yes=known.yes, no=[*known.no, *more])
                case _:
                    return TermSet([*known.yes, *more])
        case Event(), Occurrence.UNDATED:
            return datetime.date(2024, 6, 1)  # Before every time of judging that is drawn.
        case Event(), Month() | Year() | Span():
            return _a_day_of(draw, known)
        case Event(), datetime.date() if not isinstance(known, datetime.datetime):
            return datetime.datetime(known.year, known.month, known.day, 12, tzinfo=OFFSETS[2])
        case _:
            return known


def _a_day_of(draw: Any, known: Stretch) -> datetime.date:
    days = (known.last - known.first).days
    return known.first + datetime.timedelta(pick(draw, (0, days, days // 2, days // 3)))


def _whole(draw: Any, declared: DeclaredFact, known: Any) -> Any:
    """A full answer to a fact that agrees with what is known of it."""
    if isinstance(declared, Records):
        more = pick(draw, range(3)) if known is None or isinstance(known, Partly) else 0
        several = (*(known or ()), *(declared.record_type.blank() for _ in range(more)))
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
    answer = known
    for _ in range(2):
        answer = refined(draw, declared, answer)
    return TermSet(answer.yes) if isinstance(answer, TermSet) else answer


def _an_instant_of(draw: Any, given: Any) -> datetime.datetime:
    if isinstance(given, datetime.datetime):
        return given
    day = _a_day_of(draw, given) if isinstance(given, Stretch) else given
    return datetime.datetime(day.year, day.month, day.day, 12, tzinfo=OFFSETS[2])


def _completed(draw: Any, made: Policy, case: Case) -> Case:
    for path in read_by(made):
        section, _, name = path.rpartition(".")
        case = case.with_answer(
            path, _whole(draw, FACTS[path], getattr(getattr(case, section) if section else case, name))
        )
    single = [key for key in case.attestations if "[" in key]
    for provision in [*attested_by(made), *single]:
        known = case.attestations.get(provision)
        if known is None or known.met is None:
            case = case.with_answer(f"attestations.{provision}", pick(draw, (True, False)))
        given = case.attestations[provision]
        if not given.done:
            continue
        days = list(given.days or (given.on,))
        if given.on is None and given.days is None:
            days = [datetime.date(2024, 6, 1)]
        at = [_an_instant_of(draw, one) for one in days]
        # An instant is when it was done; that it was never done again is said by a list.
        in_days = provision.partition("[")[0] in made.rulebook.attested_in_days or given.days
        word = Attestation(days=at) if in_days else Attestation(met=True, on=at[0])
        case = case.with_answer(f"attestations.{provision}", word)
    return case


completions: Callable[..., st.SearchStrategy[Case]] = st.composite(_completed)
"""A case with everything answered that a policy reads, in agreement with what is known."""


# Conditions

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


@st.composite
def conditions(draw: Any, depth: int = 2, **options: Any) -> Condition:
    """Conditions of every kind; the options are those of `Nodes`."""
    return Nodes(draw, **options).condition(depth)


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


SCALE = Scale("size", "Size", [Step("small", "Small"), Step("middling", "Middling"), Step("large", "Large")])
BANDS = ((None, 1, "small"), (2, 3, "middling"), (4, None, "large"))


def _in_force(draw: Any, force: Force) -> dict[str, Any]:
    """Options on when a rule of some force is in force. What is proposed has a start."""
    if force is not Force.PROPOSED and not now_and_then(draw, 3):
        return {}
    ends = pick(draw, (None, None, Day(datetime.date(2028, 2, 29))))
    return {
        "commencement": Commencement("the Order", pick(draw, STARTS), ORDER.at("99"), ends),
        "act": pick(draw, (AS_OF, Use.began)),
    }


def _promotion(draw: Any) -> Condition:
    """What promotes a rule: nothing, a parameter, or a fact of the case."""
    return pick(draw, (NOT_EVER, NOT_EVER, ADOPTED, LEVEL.is_("high"), Nodes(draw).fact(Boolean)))


def _duty_options(of: Nodes) -> dict[str, Any]:
    """Options that duties have and other rules have not."""
    draw = of.draw
    found: dict[str, Any] = {}
    match pick(draw, ("attested", "condition", "time", "time", "addressees")):
        case "condition":
            found["done"] = of.condition(1)
        case "time":
            found["done"] = of.time()
        case "addressees":
            found["addressees"] = {"the council": of.time(), "the clerk": of.condition(1)}
    if flip(draw):
        found["gate"] = of.condition(1)
        found["step"] = pick(draw, ("", "first use")) if found["gate"] != NOT_EVER else ""
    if of.record is None and now_and_then(draw, 5):
        found["standing"] = True
    if now_and_then(draw, 4):
        found["holds_back"] = of.condition(1)
    if flip(draw):
        time = None if now_and_then(draw, 3) else of.time()
        found["due"] = Deadline(time, strict=flip(draw), by_reading=flip(draw), note=pick(draw, ("", "soon")))
    return found


def _keeping(of: Nodes, listed: Any) -> dict[str, Any]:
    """What a rule on retention says: limits, when their trigger came, and what suspends them; or a hold."""
    draw, series = of.draw, pick(of.draw, ("", "footage"))
    if listed is None and now_and_then(draw, 3):
        return {"keeps": RetentionRule(series=series, hold=True)}
    floor, ceiling = pick(draw, (None, *PERIODS)), pick(draw, PERIODS)
    if floor is not None and (flip(draw) or floor.bounds()[0] > ceiling.bounds()[1]):
        ceiling = None
    found = {"keeps": RetentionRule(floor=floor, ceiling=ceiling, series=series)}
    if flip(draw):
        found["counted_from"] = of.time()
    if ceiling is not None and flip(draw):
        found["hold"] = of.condition(1)
    return found


def _rule(draw: Any, id: str, *, proved: bool = True) -> Rule:
    """A rule of any kind that stands by itself."""
    citation = ORDER.at(id)
    listed = pick(draw, (None, None, None, *LISTS))
    of = Nodes(draw, listed.record_type if listed is not None else None, proved=proved)
    when = of.condition(2)
    promoted = _promotion(draw)
    force = pick(draw, FORCES)
    lasting = _in_force(draw, force)
    common = {"force": force, "each": listed, **lasting}
    plain = {"force": force, "commencement": lasting.get("commencement"), "promoted_by": promoted}
    kinds = [
        "prohibition",
        "prohibition",
        "obligation",
        "review",
        "requirement",
        "requirement",
        "recurring",
        "referral",
        "noted",
        "retention",
    ]
    kinds += ["definition", "scope", "ground", "advice", "score"] if listed is None else []
    kinds += ["penalty"]
    kinds += ["classification"] if listed is Data.elements else []
    match pick(draw, kinds):
        case "prohibition":
            return prohibition(id, citation, "It is forbidden.", when=when, promoted_by=promoted, **common)
        case "recurring":
            every = {
                "occurrences": pick(draw, (Data.inventory_reviews, None, AttestedDays("R0"))),
                "cadence": pick(draw, CADENCES),
                "since": of.time(0),
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
            options = {"promoted_by": promoted, **_duty_options(of)}
            if name == "requirement" and "standing" not in options:
                due = options.get("due")
                has_point = options.get("gate", NOT_EVER) != NOT_EVER or (
                    due is not None and due.time is not None
                )
                options["lawful_use"] = has_point and flip(draw)
            return make(id, citation, "Do it.", bearer="the agency", when=when, **options, **common)
        case "noted":
            return noted(
                id,
                citation,
                "It may be done.",
                kind=Kind.PERMISSION,
                when=when,
                promoted_by=promoted,
                **common,
            )
        case "referral":
            left = {"issue": "Is it so?", "bearer": "the registrar", "promoted_by": promoted}
            if flip(draw):
                left["done"] = of.condition(1)
            return referral(id, citation, "It is left open.", when=when, **left, **common)
        case "ground":
            return ground(id, citation, "So it was decided.", when=when, matches=of.condition(1), **plain)
        case "advice":
            return advice(id, citation, "It is wise.", when=when)
        case "scope":
            return scope(id, citation, "It covers this.", covers=when, **plain)
        case "definition":
            return definition(id, citation, "It means this.", means=when, term="it is so", **plain)
        case "score":
            options = {**plain, "scale": SCALE, "bands": BANDS}
            return score(id, citation, "Points.", points=of.quantity(), when=when, **options)
        case "retention":
            return retention(
                id, citation, "Keep it.", when=when, each=listed, **_keeping(of, listed), **plain
            )
        case "classification":
            return classification(
                id,
                citation,
                "It is sensitive.",
                of=Data.elements,
                falls_in=pick(draw, tuple(DataClass)),
                regime=pick(draw, ("", Regime.HIPAA)),
                when=when,
                **plain,
            )
        case _:
            least, most = of.quantity(), pick(draw, (None, of.quantity()))
            return penalty(
                id,
                citation,
                "It costs.",
                when=when,
                least=least,
                most=most,
                formula="so much for each",
                **plain,
                each=listed,
            )


def _exception(draw: Any, id: str, others: Sequence[Rule], *, proved: bool = True) -> ExceptionRule:
    """An exception to some of the rules that came before it, exceptions among them."""
    targets = some(draw, others, 1, 2)
    lists = {rule.each for rule in targets}
    # Only where all that it displaces speaks of the records of one list can it read their facts.
    listed = lists.pop() if len(lists) == 1 and flip(draw) else None
    of = Nodes(draw, listed.record_type if listed is not None else None, proved=proved)
    provided = of.condition(1) if flip(draw) else ALWAYS
    when = of.condition(1)
    force = pick(draw, (Force.BINDING, *Force))
    options = {"when": when, "provided": provided, "each": listed, **_in_force(draw, force)}
    options |= {"force": force, "promoted_by": _promotion(draw)}
    if now_and_then(draw, 3):
        options["waiver"] = Nodes(draw, Waiver, proved=proved).condition(pick(draw, (0, 1)))
    return exception(id, ORDER.at(id), "Not there.", to=targets, **options)


def random_entries(draw: Any, *, most: int = 4, proved: bool = True) -> tuple[Entry, ...]:
    """The entries of a small policy: rules, exceptions to them, exceptions to exceptions, what only repeats
    some of these, and a provision that is not modelled.
    """
    found: list[Rule] = [
        _rule(draw, f"R{number}", proved=proved) for number in range(pick(draw, range(1, most + 1)))
    ]
    acts = [
        rule
        for rule in found
        if isinstance(rule, Duty) and rule.each is None and not rule.addressees and not rule.recurs
    ]
    if acts and now_and_then(draw, 3):
        due = Deadline(Nodes(draw, proved=proved).time()) if flip(draw) else None
        shared = {"same_act_as": pick(draw, acts), "due": due, "bearer": "the clerk"}
        found.append(obligation("R-TOO", ORDER.at("R-TOO"), "Do it too.", **shared))
    wholes = [rule for rule in found if isinstance(rule, Duty) and rule.addressees]
    if wholes and flip(draw):
        whole = pick(draw, wholes)
        part = {"part_of": whole, "each": whole.each, "done": whole.addressees[0][1], "bearer": "the clerk"}
        found.append(obligation("R-PART", ORDER.at("R-PART"), "Do this part.", **part))
    for number in range(pick(draw, range(4))):
        # An exception that reads the facts of records cannot be displaced outside them.
        before = [rule for rule in found if not isinstance(rule, ExceptionRule) or rule.each is None]
        found.append(_exception(draw, f"E{number}", before, proved=proved))
    silent = unmodelled("U", ORDER.at("U"), kind=Kind.PRINCIPLE, because="It says nothing of a case.")
    return (*found, *_restating(draw, found), silent)


def _restating(draw: Any, found: Sequence[Rule]) -> list[Restatement]:
    """Provisions that only repeat some rules, or other such provisions."""
    again: list[Restatement] = []
    for number in range(pick(draw, (0, 0, 1, 2))):
        targets = some(draw, [*(rule.id for rule in found), *(one.id for one in again)], 1, 2)
        said = {"restates": targets, "kind": Kind.PRINCIPLE, "force": Force.DESCRIPTIVE}
        again.append(restatement(f"S{number}", ORDER.at(f"S{number}"), "Again.", **said))
    return again


entry_lists: Callable[..., st.SearchStrategy[tuple[Entry, ...]]] = st.composite(random_entries)
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
        if flip(draw):
            made = made.read(**{ambiguity.name: pick(draw, list(ambiguity.readings))})
    for parameter in made.rulebook.parameters:
        if flip(draw):
            made = made.given(**{parameter.name: pick(draw, SETTINGS[parameter.name])})
    return made


settings_of: Callable[..., st.SearchStrategy[Policy]] = st.composite(_set)
"""A policy with some of its settings changed."""


def random_policy(draw: Any, *, most: int = 4, proved: bool = True, zone: str = "") -> Policy:
    """A small policy of every kind of rule, with some of its settings changed."""
    covers = pick(draw, (ALWAYS, System.uses_ai, System.uses_ai | Vendor.involved))
    entries = random_entries(draw, most=most, proved=proved)
    in_zone = zone or pick(draw, ZONES)
    ranked = pick(draw, ((), (DataClass.PUBLIC_PII, DataClass.SENSITIVE), tuple(DataClass)))
    options = {"scope": covers, "class_order": ranked}
    return _set(draw, policy("ruritania/random", ORDER, time_zone=in_zone, entries=entries, **options))


policies: Callable[..., st.SearchStrategy[Policy]] = st.composite(random_policy)
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
    return sorted({node.provision for node in made.rulebook.nodes if isinstance(node, OfAttestation)})


def records_attested_by(made: Policy) -> list[tuple[str, str]]:
    """The provisions whose attestations for single records a policy reads, each with the list."""
    several = (node for node in made.rulebook.nodes if isinstance(node, OfAttestation))
    return sorted({(node.provision, node.each.path) for node in several if node.each is not None})


def random_judged(draw: Any, *, most: int = 4, proved: bool = True) -> tuple[Policy, Case, Any]:
    """A policy, a case of which some of what it reads is known, and a time of judging."""
    made = random_policy(draw, most=most, proved=proved)
    among = Calendar(made.rulebook.zone, DAYS)
    known = case(draw, read_by(made) or PATHS, attested_by(made), among)
    known = with_records_attested(draw, known, records_attested_by(made), among)
    return made, known, among.time_of_judging(draw)


judged: Callable[..., st.SearchStrategy[tuple[Policy, Case, Any]]] = st.composite(random_judged)
"""Policies, cases of which some of what they read is known, and times of judging."""


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


def random_judged_incidents(draw: Any) -> tuple[Policy, Case, Any]:
    """A policy on incidents, a case with a few of them (or with the list unknown), and a time of judging."""
    promoted = {"force": Force.RECOMMENDED, "promoted_by": _promotion(draw)} if flip(draw) else {}
    rule = prohibition(
        "P", ORDER.at("P"), "It is forbidden.", each=Case.incidents, when=_close(draw), **promoted
    )
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
        **promoted,
    )
    entries = pick(draw, ((rule,), (duty,), (rule, duty), (rule, lifted)))
    made = policy("ruritania/incidents", ORDER, time_zone=ZONES[0], entries=entries)
    answers = (None, True, False)
    case = Case(system=System(uses_ai=pick(draw, answers)), vendor=Vendor(involved=pick(draw, answers)))
    several = [
        Incident(caused_harm=pick(draw, answers), involves_ai=pick(draw, answers))
        for _ in range(pick(draw, range(3)))
    ]
    return made, attrs.evolve(case, incidents=pick(draw, (None, several, Partly(several)))), NOW


judged_incidents: Callable[..., st.SearchStrategy[tuple[Policy, Case, Any]]] = st.composite(
    random_judged_incidents
)
"""Policies on incidents, cases with a few of them, and a time of judging."""


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
