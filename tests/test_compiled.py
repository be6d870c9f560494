"""The compiled form means what the reference means, on random policies, conditions, cases and times."""

from __future__ import annotations

import ast
import datetime
import itertools
import math
from typing import Any

import attrs
import pytest
from drawing import SEEDS, Dice, examples, flip, now_and_then, pick, some
from hypothesis import example, given, settings
from learning import knowing_less, situation
from random_nodes import Nodes
from random_values import calendar, less
from small_policies import agrees, forbidding, small
from strategies import (
    NOW,
    ORDER,
    attested_by,
    cases,
    random_judged,
    random_judged_incidents,
    read_by,
    settings_of,
    times_of_judging,
)

from aigovkit import periods
from aigovkit.answers import Outcome
from aigovkit.citations import Force
from aigovkit.engine import reference
from aigovkit.engine.verdicts import Verdict
from aigovkit.facts import Partly, TermSet
from aigovkit.jurisdictions.san_jose import AI_POLICY
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    AtMost,
    Attested,
    AttestedOn,
    Constant,
    Day,
    Earliest,
    Greatest,
    InForce,
    LastOf,
    Latest,
    MeetsCadence,
    Named,
    Points,
    Rebutted,
    SomeOf,
    StartOfDay,
)
from aigovkit.language.parameters import BooleanParameter, ChoiceParameter, CountParameter, EventParameter
from aigovkit.models import (
    Act,
    ActSubject,
    Agency,
    Attestation,
    Case,
    Data,
    DataElement,
    Form,
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
from aigovkit.periods import Cadence, Period
from aigovkit.policies import Policy
from aigovkit.rules import (
    exception,
    obligation,
    prohibition,
)
from aigovkit.situation import Situation

# The compiled form and the reference.


@given(SEEDS)
def test_compiled_policies_agree_with_the_reference(seed: int) -> None:
    """A compiled policy gives the outcome and the verdicts that the plain reference gives."""
    draw = Dice(seed)
    for _ in range(4):
        made, known, as_of = random_judged(draw)
        for case in (known, less(draw, known, periods.end_of(as_of, made.rulebook.zone), made.rulebook.zone)):
            agrees(made, case, as_of, hypothetical=now_and_then(draw, 4))


@given(SEEDS)
def test_compiled_rules_on_records_agree_with_the_reference(seed: int) -> None:
    """Rules on each record of a list mean the same compiled, whatever is known of the list, its records
    and the case.
    """
    draw = Dice(seed)
    for _ in range(4):
        agrees(*random_judged_incidents(draw))


@pytest.mark.parametrize("listed", [None, Case.incidents])
def test_exceptions_of_every_force_mean_the_same_compiled(listed: Any) -> None:
    """One exception to a ban and to a recommended rule, and an exception to it, each of a force that moves
    the outcome, of none, or promoted, displace the same compiled, whatever is known.
    """
    adopted = BooleanParameter("adopted", "Is it adopted?")
    forces: list[Any] = [
        {"force": Force.BINDING},
        {"force": Force.RECOMMENDED},
        {"force": Force.RECOMMENDED, "promoted_by": adopted},
        {"force": Force.ASPIRATIONAL, "promoted_by": Vendor.involved},
    ]
    incidents = [Incident(caused_harm=True), Incident(caused_harm=False), Incident()]
    of_record = System.uses_ai if listed is None else Incident.caused_harm
    for ruling, excepting, reviving in itertools.product(forces, repeat=3):
        ban = prohibition("P", ORDER.at("1"), "No.", when=ALWAYS, each=listed)
        other = prohibition("Q", ORDER.at("2"), "No.", when=ALWAYS, each=listed, **ruling)
        lifting = exception(
            "E", ORDER.at("3"), "Yes.", to=[ban, other], when=ALWAYS, each=listed, **excepting
        )
        back = exception("F", ORDER.at("4"), "No.", to=lifting, when=of_record, each=listed, **reviving)
        made = small(ban, other, lifting, back)
        for known, involved, ai in itertools.product((True, False, None), repeat=3):
            case = Case(vendor=Vendor(involved=involved), system=System(uses_ai=ai), incidents=incidents)
            settled = made.given(adopted=known) if made.rulebook.parameters else made
            agrees(settled, case, NOW)


@given(cases(read_by(AI_POLICY), attested_by(AI_POLICY)), settings_of(AI_POLICY), times_of_judging())
@settings(max_examples=examples(30))
def test_a_compiled_policy_of_a_city_agrees_with_the_reference(case: Case, made: Policy, as_of: Any) -> None:
    """The San José AI Policy, compiled, gives the outcome and the verdicts that the plain reference gives."""
    agrees(made, case, as_of)


def judged_at(made: Policy, at: Situation) -> tuple[int, ...]:
    """The verdicts of the compiled form in a situation, with its settings."""
    given = made.read(**{name: at.readings[name] for name in _named(made.rulebook.ambiguities)})
    given = given.given(**{name: at.parameters[name] for name in _named(made.rulebook.parameters)})
    return given.verdicts(at.case, periods.local(at.now, at.zone))


def _named(several: Any) -> list[str]:
    return [one.name for one in several]


@given(SEEDS)
def test_conditions_of_every_kind_mean_the_same_compiled(seed: int) -> None:
    """A condition forbidden is broken by a case exactly as `holds` says, whatever stands in it, alone and
    beside others with which it may share what is worked out.
    """
    draw = Dice(seed)
    among = calendar(draw)
    several = [Nodes(draw, among=among).condition(pick(draw, (1, 2, 3))) for _ in range(6)]
    several += [several[0] & several[1], several[2] | ~several[3]]
    made = forbidding(*several, time_zone=among.zone.name)
    expected = {True: Verdict.BREACHED, False: Verdict.NOT_APPLICABLE, None: Verdict.UNDETERMINED}
    for _ in range(6):
        at = situation(draw, AllOf(tuple(several)), among)
        at = at if flip(draw) else knowing_less(draw, at)
        for condition, verdict in zip(several, judged_at(made, at), strict=True):
            answer = holds(condition, at)
            assert (condition, expected[answer]) == (condition, verdict)


@given(SEEDS)
@example(seed=953)  # Points for what is attested of a record, in a range that is open.
def test_looks_that_ask_for_the_same_mean_the_same_compiled(seed: int) -> None:
    """Looks over one list that share long conditions on its records, and rules on each of these that ask for
    the same, mean the same compiled, whatever a loop hands on to those after it.
    """
    draw = Dice(seed)
    among = calendar(draw)
    for _ in range(2):
        collection, shared, several = Nodes(draw, among=among).looks(6)
        rules = [
            prohibition(f"P{at}", ORDER.at("1"), "No.", when=one, **_force(draw))
            for at, one in enumerate([*several, several[0] & several[1], ~several[2] | several[3]])
        ]
        rules += [
            prohibition(f"Q{at}", ORDER.at("2"), "No.", when=one, each=collection, **_force(draw))
            for at, one in enumerate([shared[0] & several[4], shared[1] | ~shared[2], several[5] & shared[2]])
        ]
        made = small(*some(draw, rules, len(rules) - 3, len(rules)), time_zone=among.zone.name)
        for _ in range(4):
            at = situation(draw, AllOf((*several, *(SomeOf(collection, one) for one in shared))), among)
            at = at if flip(draw) else knowing_less(draw, at)
            given = made.read(**{name: at.readings[name] for name in _named(made.rulebook.ambiguities)})
            given = given.given(**{name: at.parameters[name] for name in _named(made.rulebook.parameters)})
            as_of = periods.local(at.now, at.zone)
            agrees(given, at.case, as_of)
            known = given.evaluate(at.case, as_of=as_of).situation
            assert reference.by_record(made.rulebook, known) == given.by_record(at.case, as_of)


def test_what_a_loop_hands_on_is_of_the_records_looked_at_around_it() -> None:
    """A loop over waivers for one act is of no use to one for another act, nested as they may be."""
    here, elsewhere = Act.subject.is_(ActSubject.THE_SYSTEM), Act.subject.is_(ActSubject.ANOTHER)
    granted, named = Waiver.granted.no_later_than(Act.on), Waiver.provisions.has("R0")
    shared = Named("it fits", AllOf((here | named, here | granted, elsewhere | Waiver.provisions.has("R1"))))
    again = Case.waivers.some(shared & Waiver.ends.happened())
    inner = Case.acts.some(elsewhere & Waiver.provisions.has("R1") & again)
    made = forbidding(
        Case.acts.some(Case.waivers.some(shared) & Case.waivers.some(here & inner)),
        Case.acts.each(Case.waivers.each(shared) | Case.waivers.some(here & inner)),
    )
    acts = [Act(on=EARLY, subject="the_system"), Act(on=LATE, subject="another"), Act(on=LATE)]
    waivers = [
        Waiver(provisions=["R0", "R1"], granted=LATE, ends=EARLY),
        Waiver(provisions=["R1"], granted=EARLY, ends=LATE),
        Waiver(provisions=["R0"], granted=EARLY),
    ]
    for of_acts, of_waivers in itertools.product((1, -1), itertools.permutations(waivers, 2)):
        for two in (acts[:2][::of_acts], acts, Partly(acts), acts[:1]):
            agrees(made, Case(acts=two, waivers=list(of_waivers)), NOW)


def _force(draw: Any) -> dict[str, Any]:
    return {"force": pick(draw, (Force.BINDING, Force.RECOMMENDED))}


EDGE = EventParameter("edge", "When?")
SIZE = CountParameter("size", "How many?")


@given(SEEDS)
def test_times_and_numbers_of_every_kind_mean_the_same_compiled(seed: int) -> None:
    """A time and a number lie in the compiled form exactly where their bounds are, to the microsecond and to
    the one: held against what is at, just before and just after each end.
    """
    draw = Dice(seed)
    among = calendar(draw)
    make, edge = pick(draw, ((Nodes.time, EDGE), (Nodes.quantity, SIZE)))
    value = make(Nodes(draw, among=among), pick(draw, (1, 2)))
    tests = [
        AtMost(*sides, strict=strict) for sides in ((value, edge), (edge, value)) for strict in (True, False)
    ]
    made = forbidding(*tests, time_zone=among.zone.name)
    expected = {True: Verdict.BREACHED, False: Verdict.NOT_APPLICABLE, None: Verdict.UNDETERMINED}
    for _ in range(4):
        at = situation(draw, value, among)
        at = at if flip(draw) else knowing_less(draw, at)
        for end in bounds(value, at):
            for step in (-1, 0, 1) if math.isfinite(end) else (0,):
                number = int(end) + step if math.isfinite(end) else 0
                given = periods.local(number, periods.UTC) if edge is EDGE else number
                there = attrs.evolve(at, parameters={**at.parameters, edge.name: given})
                answers = [expected[holds(test, there)] for test in tests]
                assert (value, answers) == (value, list(judged_at(made, there)))


EARLY, LATE = datetime.date(2026, 3, 1), datetime.date(2026, 3, 5)
FULL = Case(
    agency=Agency(place="us-ca/san-jose"),
    system=System(uses_ai=True, outputs=["decision"], forms=["software"]),
    use=Use(stage="pilot", began=EARLY, ended=LATE, novel=False),
    procurement=Procurement(public_funds=12),
    data=Data(retention=Period(days=1), inventory_reviews=[EARLY, LATE], elements=[]),
    violation=Violation(found=True, count=3),
    incidents=[Incident(caused_harm=True, discovered=EARLY), Incident(caused_harm=False, discovered=LATE)],
    attestations={"X": Attestation(met=True, on=EARLY), "Y": Attestation(met=False)},
)
EVEN = Ambiguity("even", "Which?", {"a": "A", "b": "B", "c": "C"}, default="b", why="So.")
DAY_3 = Day(datetime.date(2026, 3, 3))


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        (System.uses_ai, True),
        (~System.uses_ai, False),
        (ALWAYS, True),
        (NOT_EVER, False),
        (System.uses_ai & Use.novel, False),
        (Use.novel | System.uses_ai, True),
        (Use.stage.is_in(Stage.IDEA, Stage.PILOT), True),
        (Use.stage.is_(Stage.IDEA), False),
        (System.outputs.has(Output.DECISION), True),
        (System.outputs.has(Output.PREDICTION), False),
        (System.outputs.has(Output.PREDICTION, Output.DECISION), True),
        (System.outputs.has(Output.PREDICTION, Output.CLASSIFICATION), False),
        (System.outputs.has(Output.PREDICTION, Output.CLASSIFICATION) | System.uses_ai, True),
        (System.outputs.has(Output.PREDICTION) | System.forms.has(Form.SOFTWARE), True),
        (System.forms.has(Form.PROCESS) | System.outputs.has(Output.DECISION), True),
        (System.outputs.has(Output.PREDICTION) | System.forms.has(Form.PROCESS), False),
        (System.outputs.has_all(Output.DECISION, Output.PREDICTION), False),
        (System.outputs.has_only(Output.DECISION, Output.PREDICTION), True),
        (System.outputs.has_only(Output.PREDICTION), False),
        (System.outputs.is_empty(), False),
        (Agency.place.within("us-ca"), True),
        (Agency.place.within("us-az"), False),
        (Use.began.happened(), True),
        (Use.ended.before(Use.began), False),
        (Use.began.before(Use.ended), True),
        (Use.ended.no_later_than(AS_OF), True),
        (Use.began.before(DAY_3), True),
        (Use.ended.before(DAY_3), False),
        (Use.began.plus("P30D").before(Use.ended), False),
        (Use.began.plus("PT1H").before(Use.ended), True),
        (StartOfDay(AS_OF).no_later_than(StartOfDay(Use.ended)), False),
        (StartOfDay(Use.ended).no_later_than(StartOfDay(AS_OF)), True),
        (AttestedOn("X").before(DAY_3), True),
        (AttestedOn("Y").happened(), False),
        (Attested("X"), True),
        (Attested("Y"), False),
        (Earliest((Use.ended, Use.began)).before(DAY_3), True),
        (Latest((Use.ended, Use.began)).before(DAY_3), False),
        (LastOf(Data.inventory_reviews, Use.began).before(DAY_3), False),
        (EVEN.times(a=Use.ended, b=Use.began, c=Use.ended).before(DAY_3), True),
        (Violation.count >= 3, True),
        (Violation.count > 3, False),
        (Procurement.public_funds >= 1200, True),
        (Procurement.public_funds > 1200, False),
        (Data.retention >= 86_400, True),
        (Data.retention > 86_400, False),
        (Violation.count >= CountParameter("many", "?", 3), True),
        (Violation.count > CountParameter("many", "?", 3), False),
        (Violation.count + 1 >= 4, True),
        (Violation.count + 1 > 4, False),
        (Violation.count * 2 >= 6, True),
        (Violation.count * 2 > 6, False),
        (Greatest((Violation.count, Constant(5))) >= 5, True),
        (Greatest((Violation.count, Constant(5))) > 5, False),
        (Points(((Use.novel, 9), (System.uses_ai, 4))) >= 4, True),
        (Points(((Use.novel, 9), (System.uses_ai, 4))) > 4, False),
        (Case.incidents.count(Incident.caused_harm) >= 1, True),
        (Case.incidents.count(Incident.caused_harm) > 1, False),
        (Case.incidents.some(Incident.discovered.before(DAY_3)), True),
        (Case.incidents.each(Incident.discovered.before(DAY_3)), False),
        (Case.incidents.some(~Incident.caused_harm & Incident.discovered.before(DAY_3)), False),
        (Case.incidents.each(Incident.discovered.happened()), True),
        (Data.elements.each(DataElement.identifies_person), True),
        (Data.elements.some(DataElement.identifies_person), False),
        (Named("x", System.uses_ai), True),
        (Rebutted(System.uses_ai), True),
        (Rebutted(Vendor.involved), False),
        (EVEN.reads(a=Use.novel, b=System.uses_ai, c=Use.novel), True),
        (EVEN.reads(a=System.uses_ai, b=Use.novel, c=System.uses_ai), False),
        (MeetsCadence(Data.inventory_reviews, Cadence(Period(days=4)), Use.began), True),
        (MeetsCadence(Data.inventory_reviews, Cadence(Period(days=3)), Use.began), False),
        (BooleanParameter("yes", "?", True), True),
        (ChoiceParameter("word", "?", "a", choices=("a", "b")).is_("a"), True),
        (ChoiceParameter("word", "?", "a", choices=("a", "b")).is_("b"), False),
        (EventParameter("day", "?", EARLY).before(DAY_3), True),
        (InForce(Use.began, Use.ended), True),
        (InForce(Use.ended, Use.began), False),
        (InForce(Use.began, Use.ended, DAY_3), False),
        (InForce(Use.began, DAY_3, Use.ended), True),
    ],
)
def test_every_node_means_the_same_compiled(condition: Condition, answer: bool) -> None:
    """Each condition and each value comes out compiled as its meaning says, where all is known and where
    nothing is.
    """
    made = forbidding(condition)
    assert (Outcome.PROHIBITED if answer else Outcome.NO_OBJECTION) == made.evaluate(FULL, as_of=NOW).outcome
    agrees(made, FULL, NOW)
    agrees(made, Case(), NOW)
    on_records = forbidding(condition, each=Case.incidents)
    assert (Outcome.PROHIBITED if answer else Outcome.NO_OBJECTION) == on_records.evaluate(
        FULL, as_of=NOW
    ).outcome
    agrees(on_records, FULL, NOW)
    agrees(on_records, Case(), NOW)


@pytest.mark.parametrize(
    ("outputs", "answer"),
    [
        (None, None),
        (TermSet(), False),
        (TermSet([Output.DECISION]), True),
        (TermSet([Output.PREDICTION]), True),
        (TermSet([Output.CLASSIFICATION]), False),
        (TermSet.partial(), None),
        (TermSet.partial(no=[Output.DECISION]), None),
        (TermSet.partial(no=[Output.DECISION, Output.PREDICTION]), False),
        (TermSet.partial(yes=[Output.PREDICTION]), True),
        (TermSet.partial(yes=[Output.CLASSIFICATION]), None),
        (TermSet.partial(yes=[Output.CLASSIFICATION], no=[Output.DECISION, Output.PREDICTION]), False),
    ],
)
def test_one_of_several_words_means_the_same_compiled(outputs: Any, answer: Any) -> None:
    """Whether a set has one of several words comes out compiled as it is meant, of complete and of
    partial sets.
    """
    either = System.outputs.has(Output.DECISION, Output.PREDICTION)
    case = Case(system=System(outputs=outputs))
    expected = {True: Outcome.PROHIBITED, False: Outcome.NO_OBJECTION, None: Outcome.UNDETERMINED}
    assert expected[answer] == forbidding(either).evaluate(case, as_of=NOW).outcome
    assert (
        expected[None if answer is None else not answer]
        == forbidding(~either).evaluate(case, as_of=NOW).outcome
    )
    agrees(forbidding(either), case, NOW)


def test_a_list_looked_into_for_each_of_its_own_records_is_not_mixed_up_with_the_record() -> None:
    """Inside a rule on each incident, `some` looks at the incidents one by one, not at the incident the
    rule speaks of.
    """
    when = Incident.caused_harm & Case.incidents.some(Incident.caused_harm & Incident.involves_ai)
    made = small(prohibition("P", ORDER.at("1"), "It is forbidden.", each=Case.incidents, when=when))
    apart = Case(
        incidents=[
            Incident(caused_harm=True, involves_ai=False),
            Incident(caused_harm=False, involves_ai=True),
        ]
    )
    agrees(made, apart, NOW)
    assert Outcome.NO_OBJECTION == made.evaluate(apart, as_of=NOW).outcome
    together = Case(
        incidents=[
            Incident(caused_harm=True, involves_ai=False),
            Incident(caused_harm=True, involves_ai=True),
        ]
    )
    assert Outcome.PROHIBITED == made.evaluate(together, as_of=NOW).outcome


def test_a_time_inside_a_list_is_read_of_each_record() -> None:
    """Inside a rule on each incident, `some` and `count` reckon with the times of the incidents they look
    at.
    """
    told = Incident.discovered.before(Incident.told_supervisor)
    for when in (told & Case.incidents.some(~told), told & (Case.incidents.count(~told) >= 1)):
        made = small(prohibition("P", ORDER.at("1"), "It is forbidden.", each=Case.incidents, when=when))
        one = Incident(discovered=datetime.date(2026, 1, 1), told_supervisor=datetime.date(2026, 1, 3))
        other = Incident(discovered=datetime.date(2026, 1, 3), told_supervisor=datetime.date(2026, 1, 1))
        assert Outcome.PROHIBITED == made.evaluate(Case(incidents=[one, other]), as_of=NOW).outcome
        assert Outcome.NO_OBJECTION == made.evaluate(Case(incidents=[one]), as_of=NOW).outcome


@pytest.mark.parametrize(
    "when", [System.uses_ai | Incident.caused_harm, System.uses_ai, System.uses_ai & ~Incident.caused_harm]
)
def test_a_rule_on_records_is_never_certain_while_the_list_is_unknown(when: Condition) -> None:
    """With nothing known of the list there may be no record at all, whatever else is known."""
    made = small(prohibition("P", ORDER.at("1"), "It is forbidden.", each=Case.incidents, when=when))
    case = Case(system=System(uses_ai=True))
    agrees(made, case, NOW)
    answer = made.evaluate(case, as_of=NOW)
    assert (Outcome.NO_OBJECTION, Outcome.PROHIBITED) == (answer.at_least, answer.at_most)
    assert (Verdict.UNDETERMINED,) == answer.verdicts


def test_a_rule_on_records_says_nothing_of_an_empty_list() -> None:
    """Where there is no record there is nothing the rule could speak of."""
    made = small(prohibition("P", ORDER.at("1"), "It is forbidden.", each=Case.incidents, when=ALWAYS))
    answer = made.evaluate(Case(incidents=[]), as_of=NOW)
    assert (Verdict.NOT_APPLICABLE,) == answer.verdicts
    assert Outcome.NO_OBJECTION == answer.outcome


def test_a_rule_on_records_that_fails_for_any_record_does_not_apply() -> None:
    """What fails for a record of which nothing is known fails for each, so that the list need not be
    known.
    """
    made = small(
        prohibition(
            "P",
            ORDER.at("1"),
            "It is forbidden.",
            each=Case.incidents,
            when=System.uses_ai & Incident.caused_harm,
        )
    )
    answer = made.evaluate(Case(system=System(uses_ai=False)), as_of=NOW)
    assert (Verdict.NOT_APPLICABLE,) == answer.verdicts
    assert Outcome.NO_OBJECTION == answer.outcome


@pytest.mark.parametrize(
    ("incidents", "verdict"),
    [
        ([], Verdict.NOT_APPLICABLE),
        ([Incident(caused_harm=False)], Verdict.NOT_APPLICABLE),
        ([Incident(caused_harm=False), Incident(caused_harm=True, response_plan_followed=True)], Verdict.MET),
        (
            [
                Incident(caused_harm=True, response_plan_followed=True),
                Incident(caused_harm=True, response_plan_followed=False),
            ],
            Verdict.OPEN,
        ),
        (
            [Incident(caused_harm=True, response_plan_followed=False), Incident(response_plan_followed=True)],
            Verdict.OPEN,
        ),
        ([Incident(response_plan_followed=True), Incident(caused_harm=False)], Verdict.MET_IF_APPLICABLE),
        (
            [Incident(caused_harm=True, response_plan_followed=False), Incident(caused_harm=True)],
            Verdict.UNDETERMINED,
        ),
        (
            [Incident(), Incident(caused_harm=True, response_plan_followed=False, involves_ai=True)],
            Verdict.BREACHED,
        ),
    ],
)
def test_of_several_records_the_gravest_verdict_counts(incidents: list[Incident], verdict: Verdict) -> None:
    """A rule on each record gets the gravest of the verdicts on them."""
    duty = obligation(
        "O",
        ORDER.at("1"),
        "Follow the plan.",
        bearer="staff",
        each=Case.incidents,
        when=Incident.caused_harm,
        done=Incident.response_plan_followed,
        gate=Incident.involves_ai & ~Incident.discovered.happened() | Incident.involves_ai,
    )
    given_gate = [
        attrs.evolve(one, involves_ai=False) if one.involves_ai is None else one for one in incidents
    ]
    made = small(duty)
    case = Case(incidents=given_gate)
    agrees(made, case, NOW)
    assert (verdict,) == made.verdicts(case, NOW)


def test_a_look_into_a_list_is_taken_once_for_all_the_records_of_a_rule() -> None:
    """Where a rule speaks of each record and asks something of the whole list, the list is gone through
    twice and not once for each record.
    """
    made = forbidding(
        Incident.caused_harm
        & Case.incidents.some(Incident.involves_ai)
        & Case.incidents.first(Incident.discovered, Incident.caused_harm).happened(),
        each=Case.incidents,
    )
    incident = Incident(caused_harm=True, involves_ai=True, discovered=NOW)
    assert Outcome.PROHIBITED is made.evaluate(Case(incidents=[incident] * 3), as_of=NOW).outcome
    program = made.ready()[0].program
    assert program is not None
    for function in ast.parse(program.source).body:
        loops = [node for node in ast.walk(function) if isinstance(node, ast.For)]
        assert 3 == len(loops)
        inside = [node for loop in loops for node in ast.walk(loop) if isinstance(node, ast.For)]
        assert loops == inside
