"""Rules are checked when they are built: each error an author may make names the provision, the option and
what it takes.
"""

from __future__ import annotations

import gc
import math
import pickle
import weakref
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, get_args

import attrs
import pytest

from aigovkit import rules
from aigovkit.answers import Outcome, Status
from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    Ambiguity,
    Attested,
    AttestedOn,
    BooleanParameter,
    Cadence,
    ChoiceParameter,
    Commencement,
    Constant,
    CountParameter,
    DataClass,
    Day,
    Deadline,
    EndOfDay,
    EventParameter,
    Force,
    Forward,
    Greatest,
    InForce,
    Kind,
    LastOf,
    MeetsCadence,
    Named,
    Period,
    Points,
    Policy,
    Product,
    Provision,
    RetentionRule,
    Rule,
    Scale,
    Source,
    StartOfDay,
    Step,
    Sum,
    TimeIf,
    advice,
    all_of,
    any_of,
    classification,
    definition,
    earliest,
    exception,
    latest,
    noted,
    obligation,
    part,
    penalty,
    policy,
    prohibition,
    recurring,
    referral,
    requirement,
    retention,
    review,
    scope,
    score,
    unmodelled,
)
from aigovkit.errors import AigovkitError, ConditionError, PolicyError
from aigovkit.language.nodes import AllOf, CountOf, Earliest, Latest, Length, Not, Shifted
from aigovkit.models import (
    Case,
    Data,
    DataElement,
    Form,
    Incident,
    Minimization,
    Output,
    System,
    Use,
    Violation,
    Warrant,
)
from aigovkit.rules import AnyRule, ExceptionRule, Part
from aigovkit.rules.accepted import ACCEPTED
from aigovkit.rules.kinds import KINDS
from aigovkit.rules.totals import reach

ORDER = Source("Automated Decisions Order", issuer="Ruritania")
AT = ORDER.at("1")
FOLLOWED = Use.tracks_individuals
NOW = date(2026, 3, 2)
READS = Ambiguity("open", "Is it?", {"yes": "it is", "no": "it is not"}, default="yes", why="So.")
LOW, HIGH = "low", "high"
SCALE = Scale("priority", "Priority", [Step(LOW, "Low"), Step(HIGH, "High")])

A_CONDITION = "a condition, or a defined term"
A_TIME = "a time, such as the fact of an event or `Day(date(2026, 3, 2))`"


def ban(**options: Any) -> Rule:
    """A prohibition with other options."""
    return prohibition("R-1", AT, "No.", **{"when": FOLLOWED, **options})


def scored(points: Any, *bands: tuple[int, int]) -> Rule:
    """A score with bands in which the steps rise."""
    steps = zip(bands, (LOW, HIGH), strict=False)
    scale = SCALE if bands else None
    return score("R-1", AT, "?", points=points, scale=scale, bands=[(*band, step) for band, step in steps])


def duty(**options: Any) -> Rule:
    """An obligation with other options."""
    return obligation("R-1", AT, "Do.", **{"bearer": "the agency", **options})


def made(*entries: Any, **options: Any) -> Policy:
    """A policy of some entries."""
    return policy("ruritania/order", ORDER, **{"time_zone": "Europe/Vienna", "entries": entries, **options})


# Each kind of error


WRONG: list[tuple[Callable[[], Any], str]] = [
    # What every rule has
    (
        lambda: prohibition("R 1", AT, "No.", when=FOLLOWED),
        "`R 1`: `id` takes letters, digits, dots, hyphens and underscores",
    ),
    (
        lambda: prohibition("R-1", "1", "No.", when=FOLLOWED),
        "`citation` takes a citation: `SOURCE.at(pinpoint)`",
    ),
    (
        lambda: prohibition("R-1", ORDER, "No.", when=FOLLOWED),
        "say where in the source, with `.at(pinpoint)`",
    ),
    (
        lambda: prohibition("R-1", AT, " ", when=FOLLOWED),
        "`statement` takes text that says something, not `' '`",
    ),
    (
        lambda: ban(force=Force.PROPOSED),
        "`R-1`: what is proposed binds nobody before its start; give a `commencement`",
    ),
    (
        lambda: part(ORDER, "3", force=Force.PROPOSED).review("R-1", "(1)", "Ask.", bearer="b", when=ALWAYS),
        "give a `commencement`",
    ),
    (
        lambda: ban(force="binding"),
        "`force` takes a `Force`, such as `Force.BINDING`, not `'binding'`; write `Force.B",
    ),
    (lambda: ban(force="bindng"), "did you mean `Force.BINDING`?"),
    (lambda: duty(kind="duty"), "`kind` takes a `Kind`, such as `Kind.PROHIBITION`, not `'duty'`"),
    (lambda: ban(each="incidents"), "`each` takes a fact that is a list of records, not `'incidents'`"),
    (lambda: ban(each=Use.began), "`each` takes a fact that is a list of records, not `Use.began`"),
    (
        lambda: ban(act=NOW),
        f"`act` takes {A_TIME}, not `datetime.date(2026, 3, 2)`; write `Day(date(2026, 3, 2))`",
    ),
    (
        lambda: ban(commencement=AS_OF),
        "`commencement` takes a `Commencement`, not `AS_OF`; write `Commencement(na",
    ),
    (lambda: ban(promoted_by="adopted"), f"`promoted_by` takes {A_CONDITION}, not `'adopted'`"),
    (lambda: ban(left_open=READS), "`left_open` takes a list of ambiguities"),
    (lambda: ban(left_open=READS), "put it in a list"),
    (lambda: ban(note=5), "`note` takes text, not `5`"),
    (lambda: ban(bearer=" "), "`bearer` takes text that says something, not `' '`"),
    # Conditions
    (lambda: ban(when="yes"), f"`R-1`: `when` takes {A_CONDITION}, not `'yes'`"),
    (lambda: ban(when=True), "not `True`; write `ALWAYS` or `NOT_EVER`"),
    (lambda: ban(when=None), f"`when` takes {A_CONDITION}, not `None`"),
    (lambda: ban(when=Use.stage), "not `Use.stage`; ask `Use.stage.is_in(...)`"),
    (lambda: ban(when=System.outputs), "not `System.outputs`; ask `System.outputs.has(...)`"),
    (lambda: ban(when=Use.began), "ask whether it `happened()`"),
    (lambda: ban(when=Violation.count), "compare it with a number or a `Period`"),
    (lambda: ban(when=Case.incidents), "ask `Case.incidents.some(...)`"),
    (lambda: ban(when=ban()), "a rule is no condition; its condition is its `when`"),
    (
        lambda: ban(when=Incident.caused_harm),
        "`when` reads `Incident.caused_harm`, a fact of the records in `incidents`",
    ),
    (
        lambda: ban(when=Incident.caused_harm, each=Data.elements),
        "give the rule that list as `each`, or ask with `.some(...)`, `.each(...)` or `.count(...)`",
    ),
    (lambda: duty(due=Deadline(Incident.discovered)), "`due` reads `Incident.discovered`"),
    (lambda: ban(when=AllOf((FOLLOWED, "yes"))), "in `when`, `'yes'` is no condition, time or quantity"),
    (
        lambda: ban(when=Not(definition("D", AT, "It is.", means=ALWAYS))),
        "is no condition, time or quantity; write its `condition`",
    ),
    # What some kinds have
    (lambda: obligation("R-1", AT, "Do."), "`R-1`: `bearer` is missing; it takes text that says something"),
    (lambda: duty(bearer=""), "`bearer` takes text that says something, not `''`"),
    (lambda: duty(gate="yes"), f"`gate` takes {A_CONDITION}, not `'yes'`"),
    (lambda: duty(holds_back="yes"), f"`holds_back` takes {A_CONDITION}, not `'yes'`"),
    (lambda: duty(done=True), "`done` takes a condition (it is done) or a time (when), not `True`"),
    (lambda: duty(due=AS_OF), "`due` takes a `Deadline`, not `AS_OF`; write `Deadline(...)` around it"),
    (lambda: duty(lawful_use=True), "`obligation` has no option `lawful_use`"),
    (
        lambda: requirement("R-1", AT, "Do.", bearer="b", when=FOLLOWED, lawful_use=True),
        "`R-1`: `lawful_use` prohibits nothing without a point by which it had to be done",
    ),
    (
        lambda: requirement(
            "R-1", AT, "Do.", bearer="b", when=FOLLOWED, lawful_use=True, due=Deadline(note="soon")
        ),
        "give a `gate` or a `due` with a time",
    ),
    (
        lambda: exception("R-1", AT, "Not.", to=[], when=ALWAYS),
        "`to` takes the rules it displaces, or their ids, not `[]`",
    ),
    (
        lambda: exception("R-1", AT, "Not.", to=5, when=ALWAYS),
        "`to` takes the rules it displaces, or their ids, not `5`",
    ),
    (
        lambda: exception("R-1", AT, "Not.", to="P", when=ALWAYS, provided=1),
        f"`provided` takes {A_CONDITION}, not `1`",
    ),
    (lambda: definition("R-1", AT, "Is.", means="yes"), f"`means` takes {A_CONDITION}, not `'yes'`"),
    (
        lambda: definition("R-1", AT, "Is.", means=ALWAYS, term=5),
        "`term` takes text that says something, not `5`",
    ),
    (lambda: scope("R-1", AT, "Covers.", covers=5), f"`covers` takes {A_CONDITION}, not `5`"),
    (lambda: noted("R-1", AT, "May.", when=ALWAYS), "`kind` is missing; it takes a `Kind`"),
    (lambda: advice("R-1", AT, "Wise.", when=ALWAYS, force=Force.BINDING), "`advice` has no option `force`"),
    (
        lambda: score("R-1", AT, "?", points=[(True, 3)]),
        "`points` takes a quantity, or a list of pairs of a condition",
    ),
    (lambda: score("R-1", AT, "?", points=[]), "`points` takes a quantity, or a list of pairs"),
    (
        lambda: score("R-1", AT, "?", points=Constant(1), scale=SCALE, bands=[(3, 1, LOW)]),
        "`bands` takes a list of bands: lowest",
    ),
    (
        lambda: classification("R-1", AT, "Is.", of=Use.began, falls_in=DataClass.SENSITIVE, when=ALWAYS),
        "`of` takes a fact that is a list of records, not `Use.began`",
    ),
    (
        lambda: classification("R-1", AT, "Is.", of=Data.elements, falls_in="pii", when=ALWAYS),
        "`falls_in` takes a `DataClass`, such as `DataClass.PUBLIC_PII`, not `'pii'`",
    ),
    (lambda: retention("R-1", AT, "Keep.", keeps="P30D"), "`keeps` takes a `RetentionRule`, not `'P30D'`"),
    (
        lambda: penalty("R-1", AT, "A fine.", when=ALWAYS, least="much", most=None, formula="much"),
        "`least` takes a whole number of cents, or a quantity, not `'much'`",
    ),
    (
        lambda: penalty("R-1", AT, "A fine.", when=ALWAYS, least=0, most=1.5, formula="much"),
        "`most` takes a whole number of cents, or a quantity, not `1.5`",
    ),
    (
        lambda: unmodelled("R-1", AT, kind=Kind.PRINCIPLE, because=""),
        "`because` takes the reason why no rule models it",
    ),
    (
        lambda: scored([(FOLLOWED, 2), (ALWAYS, 0)], (0, 2), (2, 3)),
        "`R-1`: `bands` put a total of 2 in two of them, `low` and `high`",
    ),
    (
        lambda: scored([(FOLLOWED, 5), (ALWAYS, 0)], (0, 2)),
        "`R-1`: `bands` have none for a total of 5, which `points` can reach",
    ),
    (lambda: scored([(FOLLOWED, 5), (ALWAYS, 0)], (1, 9)), "none for a total of 0, which `points` can reach"),
    (lambda: scored(Violation.count, (0, 2), (4, 9)), "none for a total of 3, which `points` can reach"),
    (lambda: scored(Violation.count, (1, 9)), "none for a total of 0, which `points` can reach"),
    (lambda: scored(Violation.count, (0, 9)), "none for a total of 10 or more, which `points` can reach"),
    (lambda: scored(Violation.count * -2, (-9, 0)), "none for a total of less than -9, which `points` can"),
    (lambda: scored(Violation.count, (0, None), (9, None)), "a total of 9 in two of them, `low` and `high`"),
    (
        lambda: score("R-1", AT, "?", points=Constant(1), scale=SCALE, bands=[(0, 1, "hihg")]),
        "`R-1`: `bands` name `hihg`, which is no step of `priority`; did you mean `high`?",
    ),
    (
        lambda: score("R-1", AT, "?", points=Constant(1), scale=SCALE, bands=[(0, 1, SCALE.step(LOW))]),
        "risk=None))]`; write the `id` of the step",
    ),
    (
        lambda: score("R-1", AT, "?", points=Constant(1), bands=[(0, 1, LOW)]),
        "`R-1`: `bands` are on the steps of a scale; give the `scale`",
    ),
    (
        lambda: score("R-1", AT, "?", points=Constant(1), scale=SCALE),
        "`R-1`: `scale` has no total on any of its steps; give the `bands`",
    ),
    (
        lambda: score("R-1", AT, "?", points=Constant(1), scale=list(SCALE.steps)),
        "; write `Scale(id, title, steps)`",
    ),
    (
        lambda: score("R-1", AT, "?", points=Constant(1), each=Data.elements),
        "`R-1`: `score` has no option `each`",
    ),
    (
        lambda: attrs.evolve(score("R-1", AT, "?", points=Constant(1)), each=Data.elements),
        "`R-1`: a `Score` speaks of the whole case and takes no `each`; ask with `.some(...)`",
    ),
    (
        lambda: score("R-1", AT, "?", points=[(DataElement.harm_if_disclosed, 1), (ALWAYS, 0)]),
        "a fact of the records in `data.elements`; ask with `.some(...)`, `.each(...)` or",
    ),
    (
        lambda: attrs.evolve(
            classification("R-1", AT, "Is.", of=Data.elements, falls_in=DataClass.SENSITIVE, when=ALWAYS),
            each=None,
        ),
        "`R-1`: a class is that of a data element; give `Data.elements` as `of`",
    ),
    (
        lambda: classification(
            "R-1", AT, "Is.", of=Case.incidents, falls_in=DataClass.SENSITIVE, when=Incident.caused_harm
        ),
        "`R-1`: a class is that of a data element; give `Data.elements` as `of`",
    ),
    (
        lambda: ban(promoted_by=Incident.caused_harm, each=Case.incidents),
        "`promoted_by` reads `Incident.caused_harm`, a fact of the records in `incidents`; ask with `.some",
    ),
    # Kinds
    (
        lambda: noted("R-1", AT, "No.", kind=Kind.PROHIBITION, when=FOLLOWED),
        "`Kind.PRINCIPLE` or `Kind.ORGANIZATIONAL`, not `Kind.PROHIBITION`; build it with `prohibition`",
    ),
    (
        lambda: noted("R-1", AT, "Wise.", kind=Kind.ADVICE, when=FOLLOWED),
        "not `Kind.ADVICE`; build it with `advice`",
    ),
    (lambda: duty(kind=Kind.REVIEW), "not `Kind.REVIEW`; build it with `review`"),
    (lambda: duty(kind=Kind.RIGHT), "not `Kind.RIGHT`; build it with `noted`"),
    (
        lambda: definition("R-1", AT, "Is.", means=ALWAYS, kind=Kind.PENALTY),
        "not `Kind.PENALTY`; build it with `penalty`",
    ),
    (
        lambda: attrs.evolve(ban(), kind=Kind.REVIEW),
        "`kind` of a `Prohibition` can be `Kind.PROHIBITION`, not `Kind.REVIEW`; build it with `review`",
    ),
    (
        lambda: Rule(id="R-1", citation=AT, statement="No.", kind=Kind.PROHIBITION),
        "`R-1`: a `Rule` says too little; build it with `prohibition`",
    ),
    (
        lambda: part(ORDER, "4", kind=Kind.PROHIBITION).noted("R-1", "(1)", "May.", when=ALWAYS),
        "`R-1`: say of which `kind` it is",
    ),
    # Calls
    (lambda: ban(wehn=FOLLOWED), "`prohibition` has no option `wehn`; did you mean `when`?"),
    (lambda: prohibition("R-1", AT, "No."), "`when` is missing; it takes a condition, or a defined term"),
    (
        lambda: prohibition("R-1", AT, when=FOLLOWED),
        "`statement` is missing; it takes text that says something",
    ),
    (lambda: prohibition(when=FOLLOWED), "`prohibition` has 3 problems"),
    (
        lambda: prohibition("R-1", AT, "No.", FOLLOWED),
        "only `id`, `citation`, `statement` can come without a name; name what follows, such as `when=`",
    ),
    (lambda: prohibition("R-1", AT, "No.", id="R-2", when=FOLLOWED), "`id` is given twice"),
    # Starts and deadlines
    (lambda: Deadline("tomorrow"), f"the deadline: `time` takes {A_TIME}, not `'tomorrow'`"),
    (lambda: Deadline(AS_OF, strict="yes"), "the deadline: `strict` takes true or false, not `'yes'`"),
    (lambda: Commencement("part 2", NOW, AT), "commencement `part 2`: `starts` takes a time"),
    # Parts
    (lambda: part("Order"), "the part: `source` takes a `Source`, not `'Order'`"),
    (lambda: part(ORDER, "3", force="binding"), "the part `3`: `force` takes a `Force`"),
    (lambda: part(ORDER, "3", act=NOW), "the part `3`: `act` takes a time"),
    (lambda: part(ORDER, "3").but(bearer=5), "the part `3`: `bearer` takes text, not `5`"),
    (lambda: part(ORDER, "3").but(bearr="b"), "the part `3`: it states no `bearr`; did you mean `bearer`?"),
    (lambda: part(ORDER).prohibition("R-1", "", "No.", when=FOLLOWED), "the pinpoint is empty"),
    (
        lambda: part(ORDER, "3").prohibition("R-1", 1, "No.", when=FOLLOWED),
        "`R-1`: `pinpoint` takes text, not `1`",
    ),
    (lambda: part(ORDER, "3").prohibition("R-1", "(1)", "No.", wehn=FOLLOWED), "`when` is missing"),
    (
        lambda: part(ORDER, "3").obligation("R-1", "(1)", "Do."),
        "`R-1`: `bearer` takes text that says something",
    ),
    (lambda: part(ORDER, "3").noted("R-1", "(1)", "May.", when=ALWAYS), "`R-1`: say of which `kind` it is"),
    # Policies
    (
        lambda: made([ban()]),
        "`ruritania/order`: `entries` takes a list of rules and provisions, at least one",
    ),
    (lambda: made([ban()]), "write `*` before"),
    (lambda: made(), "`entries` takes a list of rules and provisions, at least one, not `()`"),
    (
        lambda: policy("Bad Id!", ORDER, time_zone="Europe/Vienna", entries=[ban()]),
        "`Bad Id!`: `id` takes lower-case words with hyphens, parts divided by `/`, such as `rur",
    ),
    (
        lambda: policy("rur//order", ORDER, time_zone="Europe/Vienna", entries=[ban()]),
        "`id` takes lower-case",
    ),
    (
        lambda: made(prohibition("R-1", Source("Other", issuer="Ruritania").at("1"), "No.", when=ALWAYS)),
        "`R-1` is cited from `Other`, not from the policy's own source, `Automated Decisions Order`",
    ),
    (
        lambda: made(
            unmodelled("R-1", Source("Other", issuer="R").at("1"), kind=Kind.PRINCIPLE, because="Nothing.")
        ),
        "`R-1` is cited from `Other`",
    ),
    (
        lambda: made(duty(), attrs.evolve(duty(done=Attested("R-11")), id="R-2")),
        "`R-2` hangs on the attestation of `R-11`, which no provision of the policy bears; did you mean",
    ),
    (
        lambda: made(duty(due=Deadline(AttestedOn("R-11")))),
        "`R-1` hangs on the attestation of `R-11`, which no provision of the policy bears; did you mean",
    ),
    (lambda: made(duty(), scope=Attested("R-11")), "`scope` hangs on the attestation of `R-11`"),
    (lambda: made(entries=5), "`entries` takes a list of rules and provisions, at least one, not `5`"),
    (lambda: made(ban(), scope="all"), f"`scope` takes {A_CONDITION}, not `'all'`"),
    (lambda: made(ban(), time_zone="Vienna time"), "`time_zone` takes an IANA name such as `America/Denver`"),
    (lambda: made(ban(), notes="A note."), "`notes` takes a list of texts, not `'A note.'`"),
    (
        lambda: made(ban(), scope=Incident.caused_harm),
        "`scope` uses `Incident.caused_harm`, which is a fact of listed",
    ),
]


@pytest.mark.parametrize(("wrong", "message"), WRONG)
def test_an_error_is_refused_where_it_is_built_and_says_what_is_accepted(
    wrong: Callable[[], Any], message: str
) -> None:
    """Each kind of error is a PolicyError that names the provision, the option, and what it takes."""
    with pytest.raises(PolicyError) as caught:
        wrong()
    assert message in str(caught.value)


LANGUAGE: list[tuple[Callable[[], Any], str]] = [
    (lambda: System.outputs.has(), "`System.outputs.has()` names no word; name at least one"),
    (lambda: System.outputs.has_all(), "`System.outputs.has_all()` names no word; name at least one"),
    (lambda: System.outputs.has_only(), "that the set is empty is `is_empty()`"),
    (lambda: Use.stage.is_in(), "`Use.stage.is_in()` names no word; name at least one"),
    (lambda: Use.stage.is_(Form.SOFTWARE), "`use.stage` takes one of `idea`"),
    (lambda: all_of(), "name at least one condition"),
    (lambda: any_of(), "name at least one condition"),
    (lambda: all_of(FOLLOWED, "yes"), "`'yes'` is not a condition"),
    (lambda: any_of(TimeIf(ALWAYS, AS_OF, AS_OF)), "is not a condition"),
    (lambda: earliest(), "name at least one time"),
    (lambda: latest(AS_OF, NOW), "is not a time; write a fixed day as `Day(date(2026, 3, 2))`"),
    (lambda: Case.incidents.some("yes"), "`'yes'` is not a condition"),
    (lambda: Use.began.plus(5), "`5` is not a period; write `Period(days=30)` or `P30D`"),
    (lambda: Minimization.nonmatching_retention > "P1D", "is not a whole number, a period or a quantity"),
    (lambda: READS.reads(yes=ALWAYS), "`open` has the readings yes, no; given are yes"),
    (lambda: READS.amounts(yes=1, no="2"), "`'2'` is not a whole number, a period or a quantity"),
    (lambda: bool(FOLLOWED), "join conditions with `&`, `|` and `~`"),
]


DEFINED = definition("D", AT, "It is.", means=ALWAYS)
DAYS = Data.inventory_reviews
YEARLY = Cadence(Period(years=1))

LANGUAGE += [
    # Nodes
    (lambda: Named("it is so", "yes"), "`condition` of `Named` takes a condition, not `'yes'`"),
    (lambda: Named(5, ALWAYS), "`name` of `Named` takes text, not `5`"),
    (lambda: Attested(5), "`provision` of `Attested` takes text, not `5`"),
    (lambda: Attested(ban()), "`provision` of `Attested` takes text, not `Prohibition("),
    (lambda: AttestedOn(ban()), "`provision` of `AttestedOn` takes text, not `Prohibition("),
    (lambda: MeetsCadence(Use.began, YEARLY, AS_OF), "`occurrences` of `MeetsCadence` takes a fact that is"),
    (lambda: MeetsCadence(DAYS, "P1Y", AS_OF), "`cadence` of `MeetsCadence` takes a `Cadence`, not `'P1Y'`"),
    (lambda: MeetsCadence(DAYS, YEARLY, FOLLOWED), "`since` of `MeetsCadence` takes a time"),
    (lambda: MeetsCadence(DAYS, YEARLY, AS_OF, NOW), "`until` of `MeetsCadence` takes a time"),
    (lambda: MeetsCadence(DAYS, YEARLY, AS_OF, AS_OF, NOW), "`anchor` of `MeetsCadence` takes a time"),
    (lambda: InForce("a", AS_OF), f"`starts` of `InForce` takes {A_TIME}, not `'a'`"),
    (lambda: InForce(AS_OF, "a"), "`act` of `InForce` takes a time"),
    (lambda: InForce(AS_OF, AS_OF, "a"), "`ends` of `InForce` takes a time"),
    (lambda: Day("2026-03-02"), "`day` of `Day` takes a day, such as `date(2026, 3, 2)`, not `'2026-03-02'`"),
    (lambda: Day(datetime(2026, 3, 2)), "`day` of `Day` takes a day, such as `date(2026, 3, 2)`"),
    (lambda: Shifted(NOW, Period(days=1)), "`start` of `Shifted` takes a time"),
    (lambda: Shifted(AS_OF, "P1D"), "`period` of `Shifted` takes a `Period`, such as `Period(days=30)`"),
    (lambda: StartOfDay(NOW), "`time` of `StartOfDay` takes a time"),
    (lambda: EndOfDay(NOW), "`time` of `EndOfDay` takes a time"),
    (lambda: LastOf(Use.began, AS_OF), "`occurrences` of `LastOf` takes a fact that is a list of days"),
    (lambda: LastOf(DAYS, NOW), "`otherwise` of `LastOf` takes a time"),
    (lambda: LastOf(DAYS, AS_OF, NOW), "`by` of `LastOf` takes a time"),
    (lambda: TimeIf(Use.began, FOLLOWED, Use.ended), "`condition` of `TimeIf` takes a condition, not `Use.b"),
    (lambda: TimeIf(ALWAYS, FOLLOWED, AS_OF), "`then` of `TimeIf` takes a time"),
    (lambda: TimeIf(ALWAYS, AS_OF, FOLLOWED), "`otherwise` of `TimeIf` takes a time"),
    (lambda: Earliest((AS_OF, NOW)), "`times` of `Earliest` takes times, each a time"),
    (lambda: Latest(AS_OF), "`times` of `Latest` takes times, each a time"),
    (lambda: Constant("3"), "`number` of `Constant` takes a whole number, not `'3'`"),
    (lambda: Constant(1.5), "`number` of `Constant` takes a whole number, not `1.5`"),
    (lambda: Constant(True), "`number` of `Constant` takes a whole number, not `True`"),
    (lambda: Length("P1D"), "`period` of `Length` takes a `Period`"),
    (lambda: Greatest((Constant(1), 2)), "`quantities` of `Greatest` takes quantities, each a quantity"),
    (lambda: Sum((Constant(1), 2)), "`quantities` of `Sum` takes quantities, each a quantity, such as"),
    (lambda: Product(Constant(1)), "`quantities` of `Product` takes quantities"),
    (lambda: Points(5), "`cells` of `Points` takes pairs of a condition and its points, not `5`"),
    (lambda: Points([(FOLLOWED, "three")]), "`cells` of `Points` takes pairs of a condition and its points"),
    (lambda: Points([(FOLLOWED, True)]), "`cells` of `Points` takes pairs of a condition and its points"),
    (lambda: Points([FOLLOWED]), "`cells` of `Points` takes pairs of a condition and its points"),
    (lambda: CountOf(Use.began, ALWAYS), "`collection` of `CountOf` takes a fact that is a list of records"),
    (lambda: CountOf(Case.incidents, "yes"), "`condition` of `CountOf` takes a condition, not `'yes'`"),
    # What readings and parameters are made of
    (lambda: open_question(name=3), "`name` of an ambiguity takes a word such as `start_of_year`, not `3`"),
    (lambda: open_question(name="a b"), "`name` of an ambiguity takes a word"),
    (lambda: open_question(issue=None), "`issue` of `open` takes text that says something, not `None`"),
    (lambda: open_question(why=" "), "`why` of `open` takes text that says something, not `' '`"),
    (lambda: open_question(readings={"yes": "it is"}), "`readings` of `open` takes two readings or more"),
    (lambda: open_question(readings=["yes", "no"]), "`readings` of `open` takes two readings or more"),
    (lambda: open_question(readings={"yes": "it is", "no no": "no"}), "each a word and what it means"),
    (lambda: open_question(readings={"yes": "it is", "no": 3}), "each a word and what it means"),
    (lambda: open_question(default="maybe"), "unknown reading of `open` `maybe`"),
    (lambda: BooleanParameter("is adopted", "Is it?"), "`name` of a parameter takes a word such as `signed"),
    (lambda: BooleanParameter("adopted", ""), "`question` of `adopted` takes text that asks something"),
    (lambda: BooleanParameter("adopted", "Is it?", "yes"), "`adopted` takes true or false, not `'yes'`"),
    (lambda: EventParameter("signed", "When?", "2026"), "`signed` takes a day, an instant with its zone, or"),
    (lambda: CountParameter("most", "How many?", 1.5), "`most` takes a whole number, not `1.5`"),
    (lambda: ChoiceParameter("level", "Which?"), "`choices` of `level` takes a list of words, not `()`"),
    (lambda: ChoiceParameter("level", "Which?", choices="low"), "`choices` of `level` takes a list of words"),
    (lambda: ChoiceParameter("level", "Which?", "mid", choices=["low"]), "unknown value of `level` `mid`"),
    # Periods, retention, sources
    (lambda: Cadence("P1M"), "`every` takes a `Period`, such as `Period(months=1)`, not `'P1M'`"),
    (lambda: Cadence("P1M", by_calendar=True), "`every` takes a `Period`, such as `Period(months=1)`"),
    (lambda: Cadence(Period()), "a cadence has a length"),
    (lambda: RetentionRule(), "a retention rule sets a `floor`, a `ceiling` or both"),
    (lambda: RetentionRule(trigger="collection"), "a retention rule sets a `floor`, a `ceiling` or both"),
    (lambda: RetentionRule(ceiling="P3D"), "`ceiling` of a retention rule takes a `Period`"),
    (lambda: RetentionRule(floor=30), "`floor` of a retention rule takes a `Period`"),
    (lambda: RetentionRule(floor=Period(days=1), trigger=None), "`trigger` of a retention rule takes text"),
    (lambda: RetentionRule(floor=Period(days=1), series=None), "`series` of a retention rule takes text"),
    (lambda: RetentionRule(hold="yes"), "`hold` of a retention rule takes True or False, not `'yes'`"),
    (
        lambda: RetentionRule(ceiling=Period(days=1), hold=True),
        "a hold sets no `floor` and no `ceiling`; give those a rule of their own",
    ),
    (
        lambda: RetentionRule(floor=Period(days=10), ceiling=Period(days=3)),
        "the floor of a retention rule, `P10D`, exceeds its ceiling, `P3D`",
    ),
    (lambda: Source(3, issuer="Ruritania"), "`title` of a source takes text that says something, not `3`"),
    (lambda: Source("Order", issuer=None), "`issuer` of a source takes text that says something"),
    (lambda: Source("Order", issuer=" "), "`issuer` of a source takes text that says something"),
    (
        lambda: Source("Order", issuer="Ruritania", edition=2024),
        "`edition` of a source takes text, not `2024`",
    ),
    (lambda: Source("Order", issuer="Ruritania", link=None), "`link` of a source takes text, not `None`"),
    (
        lambda: Source("Order", issuer="Ruritania", effective="2024-01-01"),
        "`effective` of a source takes a day, such as `date(2026, 3, 2)`, not `'2024-01-01'`",
    ),
    (lambda: ORDER.at(3), "`pinpoint` of a citation takes text that says something, not `3`"),
    (lambda: ORDER.at(" "), "`pinpoint` of a citation takes text that says something"),
]


def open_question(**fields: Any) -> Ambiguity:
    """An ambiguity with other fields."""
    return attrs.evolve(READS, **fields)


@pytest.mark.parametrize(("wrong", "message"), LANGUAGE)
def test_what_has_no_meaning_in_the_language_is_refused(wrong: Callable[[], Any], message: str) -> None:
    """A condition, time or amount that has no meaning is refused where it is written."""
    with pytest.raises(AigovkitError) as caught:
        wrong()
    assert message in str(caught.value)


def test_several_may_be_written_as_a_list() -> None:
    """A list of times, quantities or points is taken for what it holds, and the node is a value."""
    steps = [(FOLLOWED, 1), (ALWAYS, 0)]
    assert Points(tuple(steps)) == Points(steps) == Points([list(step) for step in steps])
    assert hash(Points(tuple(steps))) == hash(Points(steps))
    assert Sum((Constant(1), Points(steps))) == Sum([Constant(1), Points(steps)])
    assert earliest(AS_OF, Use.began) == Earliest([AS_OF, Use.began])
    level = ChoiceParameter("level", "Which?", choices=["low", "high"])
    assert ("low", "high") == level.choices


def test_everything_wrong_is_told_at_once() -> None:
    """One error tells of every option that is missing, unknown or of a wrong type, each on its line."""
    with pytest.raises(PolicyError) as caught:
        obligation("R-1", "1", "", wehn=FOLLOWED, gate="yes", force="binding")
    assert [
        "`R-1` has 6 problems:",
        "  `obligation` has no option `wehn`; did you mean `when`?",
        "  `bearer` is missing; it takes text that says something",
        "  `citation` takes a citation: `SOURCE.at(pinpoint)`, not `'1'`",
        "  `statement` takes text that says something, not `''`",
        f"  `gate` takes {A_CONDITION}, not `'yes'`",
        "  `force` takes a `Force`, such as `Force.BINDING`, not `'binding'`; write `Force.BINDING`",
    ] == str(caught.value).splitlines()


def test_a_rule_changed_afterwards_is_checked_as_one_that_is_built() -> None:
    """A rule with another field is checked in the same way, and so is one made from its class."""
    with pytest.raises(PolicyError, match="`R-1`: `when` takes a condition"):
        attrs.evolve(ban(), when="yes")
    with pytest.raises(PolicyError, match="`R-1`: `when` reads `Incident.caused_harm`"):
        attrs.evolve(ban(when=Incident.caused_harm, each=Case.incidents), each=None)


# Each builder


BUILT: list[tuple[Rule, str, Kind]] = [
    (ban(), "Prohibition", Kind.PROHIBITION),
    (exception("R-1", AT, "Not.", to="P", when=ALWAYS), "ExceptionRule", Kind.EXCEPTION),
    (duty(), "Obligation", Kind.OBLIGATION),
    (duty(kind=Kind.PRINCIPLE), "Obligation", Kind.PRINCIPLE),
    (review("R-1", AT, "Ask.", bearer="b", when=FOLLOWED), "Review", Kind.REVIEW),
    (requirement("R-1", AT, "Do.", bearer="b", when=FOLLOWED), "Requirement", Kind.REQUIREMENT),
    (
        recurring(
            "R-1",
            AT,
            "Again.",
            bearer="b",
            occurrences=Data.inventory_reviews,
            cadence=Cadence(Period(years=1)),
            since=Use.began,
        ),
        "Recurring",
        Kind.OBLIGATION,
    ),
    (
        referral("R-1", AT, "It is open.", issue="Is it?", bearer="b", when=FOLLOWED),
        "Referral",
        Kind.REFERRAL,
    ),
    (definition("R-1", AT, "Is.", means=FOLLOWED), "Definition", Kind.DEFINITION),
    (scope("R-1", AT, "Covers.", covers=FOLLOWED), "Scope", Kind.CONDITION),
    (noted("R-1", AT, "May.", kind=Kind.RIGHT, when=FOLLOWED), "Noted", Kind.RIGHT),
    (advice("R-1", AT, "Wise.", when=FOLLOWED), "Advice", Kind.ADVICE),
    (
        scored([(FOLLOWED, 2), (ALWAYS, 0)], (0, 1), (2, 9)),
        "Score",
        Kind.SCORE,
    ),
    (
        classification(
            "R-1",
            AT,
            "Is.",
            of=Data.elements,
            falls_in=DataClass.SENSITIVE,
            when=DataElement.identifies_person,
        ),
        "Classification",
        Kind.DATA_CLASS,
    ),
    (retention("R-1", AT, "Keep.", keeps=RetentionRule(floor=Period(days=30))), "Retention", Kind.RETENTION),
    (
        penalty("R-1", AT, "A fine.", when=FOLLOWED, least=0, most=None, formula="what is fair"),
        "Penalty",
        Kind.PENALTY,
    ),
]


@pytest.mark.parametrize(("rule", "name", "kind"), BUILT, ids=[name for _, name, _ in BUILT])
def test_a_builder_makes_a_rule_of_its_kind(rule: Rule, name: str, kind: Kind) -> None:
    """Each builder makes a rule of its own class and kind, a value that compares, prints and pickles."""
    assert (name, kind) == (type(rule).__name__, rule.kind)
    assert hasattr(rule, "lawful_use") is (kind is Kind.REQUIREMENT)  # It stands where it acts.
    assert Provision("R-1", AT, kind, rule.force, True) == rule.provision
    same = attrs.evolve(rule)
    assert rule == same
    assert hash(rule) == hash(same)
    assert rule == pickle.loads(pickle.dumps(rule))
    assert rule != attrs.evolve(rule, statement="Another.")
    assert repr(rule).startswith(f"{name}(id='R-1', citation=")
    assert rule in made(rule, prohibition("P", AT, "No.", when=FOLLOWED)).rules


def test_a_condition_of_lawful_use_has_a_gate_a_time_or_windows() -> None:
    """Lawful use may hang on a step, on a time, or on what is to be kept up."""
    done = MeetsCadence(Data.inventory_reviews, Cadence(Period(years=1)), Use.began)
    points: list[dict[str, Any]] = [{"gate": FOLLOWED}, {"due": Deadline(Use.began)}, {"done": done}]
    for point in points:
        rule = requirement("R-1", AT, "Do.", bearer="b", when=ALWAYS, lawful_use=True, **point)
        assert NOT_EVER != rule.breached


def test_the_kinds_of_rule_are_a_closed_union_each_with_all_it_must_have() -> None:
    """Each kind has a row of sorts of norm, a builder, the same in a part, accepted fields and an example."""
    kinds = get_args(AnyRule)
    assert set(kinds) == set(KINDS) == {type(rule) for rule, _, _ in BUILT}
    for kind in kinds:
        name = "exception" if kind is ExceptionRule else kind.__name__.lower()
        assert name in rules.__all__
        assert callable(getattr(Part, name))
        assert kind.__name__ in rules.__all__
        taken = {field.name for field in attrs.fields(kind) if field.init}
        assert taken <= set(ACCEPTED)


THREE = Points([(FOLLOWED, 1), (ALWAYS, 3)])


@pytest.mark.parametrize(
    ("quantity", "totals"),
    [
        (Constant(5), {5}),
        (THREE, {1, 3}),
        (Points([(ALWAYS, 1), (FOLLOWED, 3)]), {1}),
        (Points([(FOLLOWED, 2)]), {2}),
        (Sum([THREE, THREE, THREE]), {3, 5, 7, 9}),
        (Sum([]), {0}),
        (Product([THREE, THREE]), {1, 3, 9}),
        (Product([]), {1}),
        (Greatest([THREE, Constant(2)]), {2, 3}),
        (READS.amounts(yes=THREE, no=7), {1, 3, 7}),
        (Violation.count, (0, math.inf)),
        (CountParameter("most", "How many?"), (0, math.inf)),
        (Case.incidents.count(ALWAYS), (0, math.inf)),
        (Length(Period(days=1)), (86_400, 86_400)),
        (Violation.count * 2 + THREE, (1, math.inf)),
        (Violation.count * -2, (-math.inf, 0)),
        (READS.amounts(yes=THREE, no=Violation.count), (0, math.inf)),
        (Product([Points([(FOLLOWED, n) for n in range(50)])] * 5), (0, 49**5)),
    ],
)
def test_what_points_can_reach_is_known(quantity: Any, totals: Any) -> None:
    """The totals of a score are known before any case, one by one where they are not too many."""
    assert totals == reach(quantity)


@pytest.mark.parametrize(
    ("points", "bands"),
    [
        (Sum([THREE, THREE]), [(0, 2), (4, 6)]),  # Nothing comes to 3.
        (Violation.count, [(0, 2), (3, None)]),
        (Violation.count * -2, [(None, -3), (-2, 0)]),
        (Constant(1), []),
    ],
)
def test_bands_hold_what_can_be_reached(points: Any, bands: Any) -> None:
    """Bands may leave out what nothing comes to; those of a count without end have none either."""
    assert len(bands) == len(scored(points, *bands).bands)  # type: ignore[attr-defined]


def test_a_term_of_a_bill_needs_no_start() -> None:
    """What says what words mean binds nobody, so it may be proposed without a start of its own."""
    proposed = part(ORDER, "3", force=Force.PROPOSED)
    term = proposed.definition("D", "(1)", "Is.", means=FOLLOWED)
    assert ALWAYS == term.in_force == proposed.scope("S", "(2)", "Covers.", covers=term).in_force


def test_a_rule_of_another_kind_is_another_rule() -> None:
    """Two rules of different kinds differ, even where all their fields are the same."""
    one = review("R-1", AT, "Do.", bearer="b", when=FOLLOWED)
    other = requirement("R-1", AT, "Do.", bearer="b", when=FOLLOWED)
    assert one != other
    assert repr(one) != repr(other)


def test_a_duty_without_done_is_attested() -> None:
    """A duty that does not say when it is done is done when somebody attests it under its id."""
    assert Attested("R-1") == duty().done
    assert FOLLOWED == duty(done=FOLLOWED).done


def test_defined_terms_stand_wherever_conditions_do() -> None:
    """A defined term is taken for its condition in every option and every joining."""
    term = definition("D", AT, "It is.", means=FOLLOWED, term="it follows people")
    named = Named("it follows people", FOLLOWED)
    assert named == term.condition
    rule = duty(when=term, done=term, gate=term, holds_back=term, promoted_by=term)
    assert (named,) * 5 == (rule.when, rule.done, rule.gate, rule.holds_back, rule.promoted_by)
    assert named == exception("E", AT, "Not.", to="P", when=ALWAYS, provided=term).provided
    assert (named & ALWAYS, ALWAYS | named) == (all_of(term, ALWAYS), any_of(ALWAYS, term))
    assert (term & ALWAYS, ALWAYS & term, term | ALWAYS, ALWAYS | term, ~term) == (
        named & ALWAYS,
        ALWAYS & named,
        named | ALWAYS,
        ALWAYS | named,
        ~named,
    )
    assert Case.incidents.some(named) == Case.incidents.some(term)


# Parts


START = Commencement("part 3", Day(date(2024, 3, 1)), ORDER.at("9"))
SECTION_3 = part(
    ORDER,
    "3",
    force=Force.RECOMMENDED,
    commencement=START,
    bearer="the agency",
    each=Case.incidents,
    act=Use.began,
)


def test_a_part_states_for_its_rules_what_they_do_not_say() -> None:
    """Force, start, bearer, list of records and act come from the part, the pinpoint after its prefix."""
    rule = SECTION_3.obligation("R-1", "(1)", "Do.", when=Incident.caused_harm)
    assert "3(1)" == rule.citation.pinpoint
    assert (Force.RECOMMENDED, START, "the agency", Case.incidents, Use.began) == (
        rule.force,
        rule.commencement,
        rule.bearer,
        rule.each,
        rule.act,
    )
    assert (
        obligation(
            "R-1",
            ORDER.at("3(1)"),
            "Do.",
            bearer="the agency",
            when=Incident.caused_harm,
            force=Force.RECOMMENDED,
            commencement=START,
            each=Case.incidents,
            act=Use.began,
        )
        == rule
    )


@pytest.mark.parametrize(
    ("prefix", "pinpoint", "place"),
    [
        ("3", "(1)", "3(1)"),
        ("3", ", first sentence", "3, first sentence"),
        ("3, ", "first sentence", "3, first sentence"),
        ("bullet ", "2", "bullet 2"),
        ("3.", "1", "3.1"),
        ("§", "3", "§3"),
        ("3", "first sentence", "3, first sentence"),
        ("Annex", "2", "Annex, 2"),
        ("3", "1", "3, 1"),
        ("", "1", "1"),
        ("3", "", "3"),
        ("Annex", " 2", "Annex 2"),
    ],
)
def test_a_pinpoint_does_not_run_into_the_prefix_of_its_part(prefix: str, pinpoint: str, place: str) -> None:
    """A pinpoint follows its prefix as both are written; where words or numbers meet, behind a comma."""
    assert place == part(ORDER, prefix).at(pinpoint).pinpoint


def test_a_rule_may_say_otherwise_than_its_part() -> None:
    """What a rule says itself goes before what its part states."""
    rule = SECTION_3.obligation(
        "R-1", "(1)", "Do.", bearer="the vendor", force=Force.BINDING, commencement=None, each=None, act=AS_OF
    )
    assert ("the vendor", Force.BINDING, None, None, AS_OF) == (
        rule.bearer,
        rule.force,
        rule.commencement,
        rule.each,
        rule.act,
    )


def test_the_kind_of_a_part_is_that_of_what_may_be_of_several_kinds() -> None:
    """Obligations, definitions, what is noted and what is not modelled are of the kind of their part."""
    section = part(ORDER, "4", kind=Kind.PRINCIPLE, bearer="b")
    rules = (
        section.obligation("A", "(1)", "Do."),
        section.definition("B", "(2)", "Is.", means=ALWAYS),
        section.noted("C", "(3)", "May.", when=ALWAYS),
        section.unmodelled("D", "(4)", because="It asks nothing of a case."),
    )
    assert [Kind.PRINCIPLE] * 4 == [rule.kind for rule in rules]
    assert Kind.RIGHT is section.noted("C", "(3)", "May.", kind=Kind.RIGHT, when=ALWAYS).kind
    assert Kind.PROHIBITION is section.prohibition("E", "(5)", "No.", when=ALWAYS).kind


@pytest.mark.parametrize("kind", list(Kind))
def test_a_rule_takes_of_its_part_only_a_kind_that_it_can_have(kind: Kind) -> None:
    """A rule in a part of any kind is of a kind of its own class: the part's, or else its own."""
    section = part(ORDER, "4", kind=kind, bearer="b")
    duties = {Kind.OBLIGATION, Kind.PRINCIPLE, Kind.ORGANIZATIONAL}
    assert (kind if kind in duties else Kind.OBLIGATION) is section.obligation("A", "(1)", "Do.").kind
    terms = {Kind.DEFINITION, Kind.CONDITION, Kind.CONSEQUENCE, Kind.PRINCIPLE, Kind.DATA_CLASS}
    defined = section.definition("B", "(2)", "Is.", means=ALWAYS)
    assert (kind if kind in terms else Kind.DEFINITION) is defined.kind
    assert kind is section.unmodelled("C", "(3)", because="It asks nothing of a case.").kind


def test_advice_and_classes_take_of_a_part_what_they_can_have() -> None:
    """Advice has no force of its part, and what classifies data speaks of its own list."""
    section = SECTION_3.but(act=None)
    assert Force.DESCRIPTIVE is section.advice("A", "(1)", "Wise.", when=Incident.caused_harm).force
    rule = section.classification(
        "B", "(2)", "Is.", of=Data.elements, falls_in=DataClass.SENSITIVE, when=DataElement.identifies_person
    )
    assert Data.elements is rule.each


def test_what_speaks_of_the_whole_case_takes_no_list_of_its_part() -> None:
    """Scores and penalties in a part on records speak of the case, and are judged on it."""
    section = SECTION_3.but(act=None, commencement=None, force=None)
    points = [(Case.incidents.some(Incident.caused_harm), 2), (ALWAYS, 0)]
    scored = section.score(
        "A", "(1)", "How bad?", points=points, scale=SCALE, bands=[(0, 1, LOW), (2, 9, HIGH)]
    )
    fine = section.penalty("B", "(2)", "A fine.", when=ALWAYS, least=0, most=Violation.count * 5, formula="5")
    case = Case(incidents=[Incident(caused_harm=True)], violation=Violation(found=True, count=3))
    answer = made(scored, fine).evaluate(case, as_of=NOW)
    assert [(2, 2, (SCALE.step(HIGH),))] == [(one.at_least, one.at_most, one.steps) for one in answer.tiers]
    assert [15] == [cost.at_most for cost in answer.exposure]


def test_each_builder_of_a_part_is_that_of_the_kit() -> None:
    """A part that states nothing builds what the builder of the same name builds."""
    section = part(ORDER, "1")
    assert [
        prohibition("R", AT, "No.", when=FOLLOWED),
        exception("R", AT, "Not.", to="P", when=FOLLOWED, provided=NOT_EVER),
        obligation("R", AT, "Do.", bearer="b", when=FOLLOWED),
        review("R", AT, "Do.", bearer="b", when=FOLLOWED),
        requirement("R", AT, "Do.", bearer="b", when=FOLLOWED, lawful_use=True, gate=FOLLOWED),
        referral("R", AT, "It is open.", issue="Is it?", bearer="b", when=FOLLOWED, done=FOLLOWED),
        definition("R", AT, "Is.", means=FOLLOWED, term="so"),
        scope("R", AT, "Is.", covers=FOLLOWED, term="so"),
        score("R", AT, "?", points=Constant(1), scale=SCALE, bands=[(0, 1, LOW)]),
        retention("R", AT, "Keep.", keeps=RetentionRule(floor=Period(days=30))),
        penalty("R", AT, "A fine.", when=FOLLOWED, least=0, most=9, formula="so much", payer="b", payee="a"),
        unmodelled("R", AT, kind=Kind.PRINCIPLE, because="It asks nothing of a case."),
    ] == [
        section.prohibition("R", "", "No.", when=FOLLOWED),
        section.exception("R", "", "Not.", to="P", when=FOLLOWED, provided=NOT_EVER),
        section.obligation("R", "", "Do.", bearer="b", when=FOLLOWED),
        section.review("R", "", "Do.", bearer="b", when=FOLLOWED),
        section.requirement("R", "", "Do.", bearer="b", when=FOLLOWED, lawful_use=True, gate=FOLLOWED),
        section.referral("R", "", "It is open.", issue="Is it?", bearer="b", when=FOLLOWED, done=FOLLOWED),
        section.definition("R", "", "Is.", means=FOLLOWED, term="so"),
        section.scope("R", "", "Is.", covers=FOLLOWED, term="so"),
        section.score("R", "", "?", points=Constant(1), scale=SCALE, bands=[(0, 1, LOW)]),
        section.retention("R", "", "Keep.", keeps=RetentionRule(floor=Period(days=30))),
        section.penalty(
            "R", "", "A fine.", when=FOLLOWED, least=0, most=9, formula="so much", payer="b", payee="a"
        ),
        section.unmodelled("R", "", kind=Kind.PRINCIPLE, because="It asks nothing of a case."),
    ]


def test_but_changes_what_a_part_states_and_nothing_else() -> None:
    """A part with something changed leaves the first as it is."""
    other = SECTION_3.but(prefix="4", bearer="the vendor")
    assert ("4", "the vendor", START) == (other.prefix, other.bearer, other.commencement)
    assert ("3", "the agency") == (SECTION_3.prefix, SECTION_3.bearer)
    assert other.but(prefix="3", bearer="the agency") == SECTION_3


def test_a_start_governs_an_act_in_one_condition() -> None:
    """Of one time the condition is the same object, so that the rules of a part share it."""
    assert START.governs(AS_OF) is START.governs(AS_OF)
    again = pickle.loads(pickle.dumps(START))
    assert START.governs(Use.began) == again.governs(Use.began)
    assert ban(commencement=START, act=Use.began).in_force is START.governs(Use.began)


# Terms that are used before they are given


def test_a_term_may_be_used_before_it_is_given() -> None:
    """A rule may use a term that a later provision gives its meaning, and judges by that meaning."""
    excepted = Forward("an exception covers it", ORDER.at("4"))
    rule = ban(when=FOLLOWED & ~excepted)
    excepted.means(definition("D", ORDER.at("4"), "It is excepted.", means=Warrant.court_competent))
    judged = made(rule)
    use = Use(tracks_individuals=True)
    assert (
        Outcome.PROHIBITED
        is judged.evaluate(Case(use=use, warrant=Warrant(court_competent=False)), as_of=NOW).outcome
    )
    lifted = judged.evaluate(Case(use=use, warrant=Warrant(court_competent=True)), as_of=NOW)
    assert Status.NOT_APPLICABLE is lifted.finding("R-1").status
    assert pickle.loads(pickle.dumps(judged)).version == judged.version


def test_a_term_that_is_given_no_meaning_is_refused_with_the_rule_that_uses_it() -> None:
    """A policy is refused whose rules use a term that was never given a meaning."""
    with pytest.raises(
        PolicyError, match="`R-1`: `when` uses `Forward\\('it is so'\\)`, which was never given"
    ):
        made(ban(when=FOLLOWED & Forward("it is so")))
    with pytest.raises(PolicyError, match="`scope` uses `Forward\\('it is so'\\)`, which was never given"):
        made(ban(), scope=Forward("it is so"))


def test_a_term_is_given_one_meaning_that_does_not_speak_of_itself() -> None:
    """A second meaning, a circle and what is no condition are refused, with the name of the term."""
    term, other = Forward("it is so"), Forward("it is otherwise")
    with pytest.raises(ConditionError, match="`Forward\\('it is so'\\)` cannot speak of itself"):
        term.means(FOLLOWED & term)
    with pytest.raises(ConditionError, match="`Forward\\('it is so'\\)` takes a condition, not `'yes'`"):
        term.means("yes")  # type: ignore[arg-type]
    term.means(FOLLOWED | other)
    with pytest.raises(ConditionError, match="`Forward\\('it is otherwise'\\)` cannot speak of itself"):
        other.means(~term)
    with pytest.raises(ConditionError, match="`Forward\\('it is so'\\)` has a meaning already"):
        term.means(ALWAYS)


def test_two_terms_of_one_name_are_refused_with_the_rules_that_use_them() -> None:
    """Terms are told apart by their names, so a policy takes one of a name only."""
    one, other = Forward("it is so"), Forward("it is so")
    one.means(FOLLOWED)
    other.means(Warrant.court_competent)
    first, second = ban(when=one), prohibition("R-2", AT, "No.", when=other)
    with pytest.raises(
        PolicyError, match="two different terms are called `it is so`; it is used in `R-1`, `R-2`"
    ):
        made(first, second)


def test_a_fact_of_a_record_in_a_later_meaning_is_refused_too() -> None:
    """The meaning of a term is looked into once it is there, as if it had stood in the rule at once."""
    term = Forward("it is grave")
    alone, each = ban(when=term), ban(when=term, each=Case.incidents)
    term.means(Incident.caused_harm)
    with pytest.raises(PolicyError, match="`R-1`: `when` reads `Incident.caused_harm`"):
        made(alone)
    assert (each,) == made(each).rules


def test_what_was_looked_into_is_not_kept_alive() -> None:
    """That a condition was looked into does not keep it alive when its rule is gone."""
    rule = ban(when=FOLLOWED & ~Warrant.court_competent)
    condition = weakref.ref(rule.when)
    del rule
    gc.collect()
    assert condition() is None


# Times, amounts, lengths


def test_the_first_and_the_last_of_several_times_and_at_least_one_of_several_conditions() -> None:
    """`earliest`, `latest` and `any_of` stand in rules as any time or condition does."""
    rule = duty(
        when=any_of(FOLLOWED, System.outputs.has(Output.DECISION)),
        done=latest(Incident.told_supervisor, Incident.told_privacy_officer),
        due=Deadline(earliest(Incident.discovered.plus("P1D"), AS_OF)),
        each=Case.incidents,
    )
    incident = Incident(
        discovered=date(2026, 2, 1), told_supervisor=date(2026, 2, 1), told_privacy_officer=date(2026, 2, 9)
    )
    late = Case(use=Use(tracks_individuals=True), incidents=[incident])
    assert Status.VIOLATED is made(rule).evaluate(late, as_of=NOW).finding("R-1").status
    told = attrs.evolve(late, incidents=[attrs.evolve(incident, told_privacy_officer=date(2026, 2, 1))])
    assert Status.SATISFIED is made(rule).evaluate(told, as_of=NOW).finding("R-1").status


def test_an_amount_may_hang_on_a_reading() -> None:
    """What a violation can cost is reckoned under the reading that is chosen."""
    unit = Ambiguity(
        "unit",
        "Of what is it one?",
        {"person": "of a person", "act": "of an act"},
        default="person",
        why="So.",
    )
    fine = penalty(
        "R-1",
        AT,
        "A fine.",
        when=Violation.found,
        least=0,
        most=unit.amounts(person=Violation.people, act=Violation.acts) * 500_00,
        formula="$500 for each",
    )
    case = Case(violation=Violation(found=True, people=3, acts=7))
    bill = made(fine)
    assert [1_500_00, 3_500_00] == [
        one.evaluate(case, as_of=NOW).exposure[0].at_most for one in (bill, bill.read(unit="act"))
    ]


@pytest.mark.parametrize(
    ("kept", "status"),
    [("PT24H", Status.NOT_APPLICABLE), ("PT25H", Status.VIOLATED), ("P2D", Status.VIOLATED)],
)
def test_a_length_compares_with_a_period(kept: str, status: Status) -> None:
    """A fact that is a length of time compares with a period as a number does with a number."""
    rule = ban(when=Minimization.nonmatching_retention > Period.parse("PT24H"))
    case = Case(minimization=Minimization(nonmatching_retention=Period.parse(kept)))
    assert status is made(rule).evaluate(case, as_of=NOW).finding("R-1").status


# Policies


def test_everything_wrong_with_a_policy_is_told_at_once() -> None:
    """Ids that stand twice and exceptions that point nowhere are told together."""
    with pytest.raises(PolicyError) as caught:
        made(ban(), ban(), exception("E", AT, "Not.", to=["R-2", "R-3"], when=ALWAYS))
    told = str(caught.value).splitlines()
    assert "`ruritania/order` has 3 problems:" == told[0]
    assert "  `R-1` stands twice in the policy" == told[1]
    assert ["R-2", "R-3"] == [line.split("points at `")[1][:3] for line in told[2:]]


EACH_INCIDENT = exception("E", AT, "Not.", to=["R-1", "R-2"], when=Incident.caused_harm, each=Case.incidents)


def test_an_exception_speaks_of_the_records_its_rules_speak_of() -> None:
    """An exception for each record of a list is refused to a rule on the case, or on another list."""
    other = prohibition("R-2", AT, "No.", when=ALWAYS, each=Data.elements)
    with pytest.raises(PolicyError) as caught:
        made(ban(), other, EACH_INCIDENT)
    told = "  exception `E` speaks of each of `incidents` and displaces "
    ask = "; give the exception no `each`, and ask of the records with `.some(...)`"
    assert [
        "`ruritania/order` has 2 problems:",
        f"{told}`R-1`, which speaks of the whole case{ask}",
        f"{told}`R-2`, which speaks of each of `data.elements`{ask}",
    ] == str(caught.value).splitlines()
    mine = [attrs.evolve(one, each=Case.incidents) for one in (ban(), other)]
    assert EACH_INCIDENT in made(*mine, EACH_INCIDENT).rules


def test_an_exception_of_the_whole_case_may_displace_rules_on_records() -> None:
    """An exception without `each` lifts a rule for each of its records, whatever they are."""
    rule = ban(each=Case.incidents, when=Incident.caused_harm)
    lifting = exception("E", AT, "Not.", to=rule, when=Data.elements.some(DataElement.harm_if_disclosed))
    case = Case(
        incidents=[Incident(caused_harm=True)], data=Data(elements=[DataElement(harm_if_disclosed=True)])
    )
    assert Status.DISPLACED is made(rule, lifting).evaluate(case, as_of=NOW).finding("R-1").status


def test_what_is_attested_may_be_a_duty_of_another_policy() -> None:
    """An id that does not begin as the policy's own ids do is taken for one of another policy."""
    several = [attrs.evolve(duty(), id=id, done=done) for id, done in (("R-A-1", ALWAYS), ("R-A-2", ALWAYS))]
    for other in ("R-B-1", "Q-1", "R-A"):
        assert made(*several, attrs.evolve(duty(done=Attested(other)), id="R-A-3")).rules
    listed = unmodelled("R-A-9", AT, kind=Kind.PRINCIPLE, because="It asks nothing of a case.")
    assert made(*several, attrs.evolve(duty(done=Attested("R-A-9")), id="R-A-3"), listed).rules


def test_circles_of_exceptions_are_each_told_once() -> None:
    """Two circles in which exceptions displace each other are two problems, wherever one comes in."""
    pairs = [("A", "B"), ("B", "A"), ("C", "C")]
    with pytest.raises(PolicyError) as caught:
        made(*(exception(id, AT, "Not.", to=to, when=ALWAYS) for id, to in pairs))
    assert [
        "`ruritania/order` has 2 problems:",
        "  exceptions displace each other in a circle: A -> B -> A",
        "  exceptions displace each other in a circle: C -> C",
    ] == str(caught.value).splitlines()
