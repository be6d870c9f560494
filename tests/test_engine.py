"""What holds of the engine whatever the policy, the case and the time: random ones are drawn, and a plain
second evaluator judges.
"""

from __future__ import annotations

import datetime
import itertools
import multiprocessing
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any

import attrs
import pytest
from drawing import SEEDS, Dice, examples, pick
from hypothesis import given, settings
from random_nodes import PATHS
from random_values import EVERY_DAY, less
from random_values import case as random_case
from small_policies import LA, agrees, forbidding, renamed, small
from strategies import (
    NOW,
    ORDER,
    PLAIN,
    cases,
    plain_policies,
    random_entries,
    random_judged,
    random_judged_incidents,
    random_policy,
)

from aigovkit import periods
from aigovkit.answers import Outcome, Status
from aigovkit.citations import Force, Kind
from aigovkit.engine import reference
from aigovkit.engine.compile import compile_rulebook
from aigovkit.engine.rulebook import paths_used, rule_nodes
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.errors import InputError, InstantError, PolicyError, UnknownNameError
from aigovkit.evaluation import Evaluation
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.meaning import bounds
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    Attested,
    AttestedOn,
    ByReading,
    ConditionNode,
    Constant,
    Day,
    Not,
    Points,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter
from aigovkit.language.parts import facts_in
from aigovkit.models import (
    Attestation,
    Case,
    Data,
    DataElement,
    Incident,
    Stage,
    System,
    Use,
    Vendor,
)
from aigovkit.periods import NEVER_AT, Occurrence
from aigovkit.policies import Policy, PolicySet
from aigovkit.rules import (
    Commencement,
    Deadline,
    ExceptionRule,
    exception,
    noted,
    obligation,
    penalty,
    prohibition,
    requirement,
    review,
    score,
    unmodelled,
)
from aigovkit.rules.effects import effects
from aigovkit.rules.kinds import MOVING_FORCES

# Verdicts, one by one.

TRIGGER, FORCE_STARTS, EXCEPTED, DONE, PASSED = (
    System.uses_ai,
    Use.began,
    Vendor.involved,
    Use.deployed_by_agency,
    System.public_facing,
)

BOTH = (True, False, None)


def verdict_table() -> Any:
    """Every combination of what a duty hangs on, with the verdict its definition in words gives."""
    for trigger in BOTH:
        for force in BOTH:
            for excepted in BOTH:
                for done in BOTH:
                    for passed in BOTH:
                        yield (
                            trigger,
                            force,
                            excepted,
                            done,
                            passed,
                            expected_verdict(trigger, force, excepted, done, passed),
                        )


def expected_verdict(trigger: Any, force: Any, excepted: Any, done: Any, passed: Any) -> Verdict:
    """The verdict on a duty, said once more in other words."""
    if trigger is False:
        return Verdict.NOT_APPLICABLE
    if force is False:
        return Verdict.NOT_IN_FORCE
    if excepted is True:
        return Verdict.DISPLACED
    owed = trigger is True and force is True and excepted is False
    if done is True:
        return Verdict.MET if owed else Verdict.MET_IF_APPLICABLE
    if not owed or done is None or passed is None:
        return Verdict.UNDETERMINED
    return Verdict.BREACHED if passed else Verdict.OPEN


def hanging_case(trigger: Any, force: Any, excepted: Any, done: Any = None, passed: Any = None) -> Case:
    """A case with the parts of a verdict as given."""
    began = {True: datetime.date(2026, 1, 2), False: datetime.date(2025, 1, 2), None: None}[force]
    return Case(
        system=System(uses_ai=trigger, public_facing=passed),
        use=Use(began=began, deployed_by_agency=done),
        vendor=Vendor(involved=excepted),
    )


COMMENCEMENT = Commencement("the Order", Day(datetime.date(2026, 1, 1)), ORDER.at("9"))


def test_every_verdict_on_a_duty() -> None:
    """A duty is silent, met, breached, open or undetermined as its trigger, force, exceptions, fulfilment
    and gate say.
    """
    duty = obligation(
        "O",
        ORDER.at("1"),
        "Do it.",
        bearer="staff",
        when=TRIGGER,
        done=DONE,
        gate=PASSED,
        commencement=COMMENCEMENT,
        act=FORCE_STARTS,
    )
    made = small(duty, exception("E", ORDER.at("2"), "Not there.", to=duty, when=EXCEPTED))
    for *parts, verdict in verdict_table():
        answer = made.evaluate(hanging_case(*parts), as_of=NOW)
        assert (parts, verdict) == (parts, answer.verdicts[0])
        assert verdict is reference.verdicts(made.rulebook, answer.situation)[0]


@pytest.mark.parametrize(("make", "bites"), [(prohibition, Verdict.BREACHED), (noted, Verdict.NOTED)])
def test_every_verdict_on_a_prohibition_and_on_what_is_noted(make: Any, bites: Verdict) -> None:
    """A prohibition is breached, and anything else noted, where it certainly applies; where it may apply,
    that is undetermined.
    """
    options = {} if make is prohibition else {"kind": Kind.PERMISSION}
    rule = make(
        "P", ORDER.at("1"), "So it is.", when=TRIGGER, commencement=COMMENCEMENT, act=FORCE_STARTS, **options
    )
    made = small(rule, exception("E", ORDER.at("2"), "Not there.", to=rule, when=EXCEPTED))
    for trigger in BOTH:
        for force in BOTH:
            for excepted in BOTH:
                silent = expected_verdict(trigger, force, excepted, None, None)
                certain = trigger is True and force is True and excepted is False
                expected = silent if silent in SILENT else bites if certain else Verdict.UNDETERMINED
                answer = made.evaluate(hanging_case(trigger, force, excepted), as_of=NOW)
                assert (trigger, force, excepted, expected) == (
                    trigger,
                    force,
                    excepted,
                    answer.verdicts[0],
                )
                assert expected is reference.verdicts(made.rulebook, answer.situation)[0]


def test_an_exception_depends_on_all_it_is_provided_on() -> None:
    """An exception displaces a rule while its condition and what it is provided on both hold; else the
    rule stands.
    """
    rule = prohibition("P", ORDER.at("1"), "It is forbidden.", when=ALWAYS)
    made = small(
        rule,
        exception("E", ORDER.at("2"), "Not there.", to=rule, when=System.uses_ai, provided=Vendor.involved),
    )
    table = {
        (True, True): (Verdict.DISPLACED, Verdict.NOTED, Outcome.NO_OBJECTION),
        (True, False): (Verdict.BREACHED, Verdict.NOT_APPLICABLE, Outcome.PROHIBITED),
        (False, True): (Verdict.BREACHED, Verdict.NOT_APPLICABLE, Outcome.PROHIBITED),
        (True, None): (Verdict.UNDETERMINED, Verdict.UNDETERMINED, Outcome.UNDETERMINED),
    }
    for (when, provided), (ruled, excepting, outcome) in table.items():
        answer = made.evaluate(Case(system=System(uses_ai=when), vendor=Vendor(involved=provided)), as_of=NOW)
        assert (ruled, excepting) == answer.verdicts
        assert outcome == answer.outcome


def test_an_exception_to_an_exception_revives_the_rule() -> None:
    """A rule whose exception is itself displaced applies again."""
    rule = prohibition("P", ORDER.at("1"), "It is forbidden.", when=ALWAYS)
    first = exception("E1", ORDER.at("2"), "Not there.", to=rule, when=System.uses_ai)
    second = exception("E2", ORDER.at("3"), "Yes there.", to=first, when=Vendor.involved)
    made = small(rule, first, second)
    excepted = made.evaluate(Case(system=System(uses_ai=True), vendor=Vendor(involved=False)), as_of=NOW)
    assert (Verdict.DISPLACED, Verdict.NOTED, Verdict.NOT_APPLICABLE) == excepted.verdicts
    revived = made.evaluate(Case(system=System(uses_ai=True), vendor=Vendor(involved=True)), as_of=NOW)
    assert (Verdict.BREACHED, Verdict.DISPLACED, Verdict.NOTED) == revived.verdicts
    assert Outcome.PROHIBITED == revived.outcome


def test_an_exception_not_in_force_displaces_nothing() -> None:
    """Before its start an exception leaves the rule standing."""
    rule = prohibition("P", ORDER.at("1"), "It is forbidden.", when=ALWAYS)
    made = small(
        rule, exception("E", ORDER.at("2"), "Not there.", to=rule, when=ALWAYS, commencement=COMMENCEMENT)
    )
    before = made.evaluate(Case(), as_of=datetime.date(2025, 12, 31))
    assert (Verdict.BREACHED, Verdict.NOT_IN_FORCE) == before.verdicts
    after = made.evaluate(Case(), as_of=datetime.date(2026, 1, 1))
    assert (Verdict.DISPLACED, Verdict.NOTED) == after.verdicts


@pytest.mark.parametrize("excepting", list(Force))
@pytest.mark.parametrize("ruling", list(Force))
def test_what_moves_nothing_displaces_only_what_moves_nothing(excepting: Force, ruling: Force) -> None:
    """An exception that does not move the outcome leaves standing what moves it, and lifts the rest."""
    starts = {"commencement": COMMENCEMENT}  # A proposed rule binds nobody without a start.
    rule = prohibition("P", ORDER.at("1"), "It is forbidden.", when=ALWAYS, force=ruling, **starts)
    made = small(
        rule, exception("E", ORDER.at("2"), "Not there.", to=rule, when=ALWAYS, force=excepting, **starts)
    )
    lifts = excepting in MOVING_FORCES or ruling not in MOVING_FORCES
    answer = made.evaluate(Case(), as_of=NOW)
    assert (Verdict.DISPLACED if lifts else Verdict.BREACHED, Verdict.NOTED) == answer.verdicts
    assert (Outcome.NO_OBJECTION if lifts else Outcome.PROHIBITED) == answer.outcome
    assert ("E" if lifts else None) == answer.finding("P").displaced_by
    agrees(made, Case(), NOW)


@pytest.mark.parametrize("fact", [True, False, None])
def test_an_exception_of_no_force_displaces_a_ban_once_it_is_promoted(fact: Any) -> None:
    """Whether an exception of a recommended text lifts a ban hangs on its promotion, which is then asked."""
    rule = prohibition("P", ORDER.at("1"), "It is forbidden.", when=ALWAYS)
    lifting = exception(
        "E",
        ORDER.at("2"),
        "Not there.",
        to=rule,
        when=ALWAYS,
        force=Force.RECOMMENDED,
        promoted_by=Vendor.involved,
    )
    made, case = small(rule, lifting), Case(vendor=Vendor(involved=fact))
    answer = made.evaluate(case, as_of=NOW)
    verdict, outcome = {
        True: (Verdict.DISPLACED, Outcome.NO_OBJECTION),
        False: (Verdict.BREACHED, Outcome.PROHIBITED),
        None: (Verdict.UNDETERMINED, Outcome.UNDETERMINED),
    }[fact]
    assert (verdict, outcome) == (answer.verdicts[0], answer.outcome)
    hanging = ("vendor.involved",) if fact is None else ()
    assert hanging == answer.finding("P").unknown
    assert hanging == tuple(question.fact for question in answer.questions)
    assert hanging == tuple(question.fact for question in answer.questions_about("P"))
    agrees(made, case, NOW)


def test_what_one_adoption_promotes_is_displaced_by_what_it_promotes() -> None:
    """Within a text that is adopted as a whole its exceptions hold, whether or not it is known to be."""
    adopted = BooleanParameter("adopted", "Is it adopted?")
    text: Any = {"force": Force.RECOMMENDED, "promoted_by": adopted}
    rule = prohibition("P", ORDER.at("1"), "It is forbidden.", when=ALWAYS, **text)
    made = small(rule, exception("E", ORDER.at("2"), "Not there.", to=rule, when=ALWAYS, **text))
    for known in BOTH:
        answer = made.given(adopted=known).evaluate(Case(), as_of=NOW)
        assert (Verdict.DISPLACED, Outcome.NO_OBJECTION) == (answer.verdicts[0], answer.outcome)


def test_a_rule_has_a_witness_beside_an_exception_too_weak_for_it() -> None:
    """A ban is shown to apply where an exception always holds that is not of its force."""
    rule = prohibition("P", ORDER.at("1"), "It is forbidden.", when=System.uses_ai)
    weak = exception("E", ORDER.at("2"), "Not there.", to=rule, when=ALWAYS, force=Force.ASPIRATIONAL)
    found = small(rule, weak).witness("P", as_of=NOW)
    assert found is not None
    assert (True, False) == (found.applies.system.uses_ai, found.does_not.system.uses_ai)


def test_one_exception_may_displace_several_rules() -> None:
    """An exception to two rules displaces both, and no third."""
    several = [prohibition(id, ORDER.at(id), "It is forbidden.", when=ALWAYS) for id in ("A", "B", "C")]
    made = small(*several, exception("E", ORDER.at("2"), "Not there.", to=several[:2], when=ALWAYS))
    answer = made.evaluate(Case(), as_of=NOW)
    assert (Verdict.DISPLACED, Verdict.DISPLACED, Verdict.BREACHED, Verdict.NOTED) == answer.verdicts


# What rules do to the outcome.


def test_each_kind_of_rule_moves_the_outcome_to_its_level() -> None:
    """A prohibition prohibits; a review and a requirement not met ask for review and conditions; nothing
    else moves.
    """
    done, gate = System.uses_ai, Vendor.involved
    table: dict[Any, dict[tuple[Any, Any], Outcome]] = {
        prohibition("P", ORDER.at("1"), "No.", when=ALWAYS): {(None, None): Outcome.PROHIBITED},
        review("P", ORDER.at("1"), "Ask.", bearer="b", when=ALWAYS, done=done, gate=gate): {
            (False, True): Outcome.REVIEW,
            (False, None): Outcome.REVIEW,
            (True, True): Outcome.NO_OBJECTION,
            (None, True): Outcome.UNDETERMINED,
        },
        requirement("P", ORDER.at("1"), "Do.", bearer="b", when=ALWAYS, done=done, gate=gate): {
            (False, True): Outcome.CONDITIONAL,
            (False, None): Outcome.CONDITIONAL,
            (True, True): Outcome.NO_OBJECTION,
            (None, True): Outcome.UNDETERMINED,
        },
        requirement(
            "P", ORDER.at("1"), "Do.", bearer="b", when=ALWAYS, done=done, gate=gate, lawful_use=True
        ): {
            (False, True): Outcome.PROHIBITED,
            (False, False): Outcome.CONDITIONAL,
            (True, True): Outcome.NO_OBJECTION,
            (False, None): Outcome.UNDETERMINED,
        },
        obligation("P", ORDER.at("1"), "Do.", bearer="b", when=ALWAYS, done=done, gate=gate): {
            (False, True): Outcome.NO_OBJECTION
        },
        noted("P", ORDER.at("1"), "May.", kind=Kind.PERMISSION, when=ALWAYS): {
            (None, None): Outcome.NO_OBJECTION
        },
    }
    for rule, expected in table.items():
        made = small(rule)
        for (met, passed), outcome in expected.items():
            case = Case(system=System(uses_ai=met), vendor=Vendor(involved=passed))
            assert (rule.kind, met, passed, outcome) == (
                rule.kind,
                met,
                passed,
                made.evaluate(case, as_of=NOW).outcome,
            )
            agrees(made, case, NOW)


def test_effects_name_the_level_and_what_else_has_to_hold() -> None:
    """The effects of a rule are its levels, the strictest first, with what its reaching them hangs on."""
    done, gate, holds_back = System.uses_ai, Vendor.involved, Use.novel
    options: Any = {"bearer": "b", "when": ALWAYS, "done": done, "gate": gate, "holds_back": holds_back}
    expected: dict[Any, list[Any]] = {
        requirement("P", ORDER.at("1"), "Do.", lawful_use=True, **options): [
            (Outcome.PROHIBITED, (holds_back, done, gate)),
            (Outcome.CONDITIONAL, (holds_back, done)),
        ],
        requirement("P", ORDER.at("1"), "Do.", **options): [(Outcome.CONDITIONAL, (holds_back, done))],
        review("P", ORDER.at("1"), "Ask.", **options): [(Outcome.REVIEW, (holds_back, done))],
        obligation("P", ORDER.at("1"), "Do.", **options): [],
        prohibition("P", ORDER.at("1"), "No.", when=ALWAYS, force=Force.RECOMMENDED, promoted_by=done): [
            (Outcome.PROHIBITED, (done,))
        ],
        noted("P", ORDER.at("1"), "May.", kind=Kind.RIGHT, when=done): [],
    }
    for rule, effects_ in expected.items():
        assert effects_ == [(level, facts_in(condition)) for level, condition in effects(rule)]


@pytest.mark.parametrize(
    ("holds_back", "outcome"),
    [(True, Outcome.REVIEW), (False, Outcome.NO_OBJECTION), (None, Outcome.UNDETERMINED)],
)
def test_a_duty_moves_the_outcome_only_while_it_is_moving(holds_back: Any, outcome: Outcome) -> None:
    """A duty that under some reading stands apart from what moves the outcome is owed all the same."""
    made = small(
        review("R", ORDER.at("1"), "Ask.", bearer="b", when=ALWAYS, done=System.uses_ai, holds_back=Use.novel)
    )
    case = Case(system=System(uses_ai=False), use=Use(novel=holds_back))
    answer = made.evaluate(case, as_of=NOW)
    assert (outcome, (Verdict.OPEN,)) == (answer.outcome, answer.verdicts)
    agrees(made, case, NOW)


@pytest.mark.parametrize("force", list(Force))
def test_only_some_forces_move_the_outcome_unless_promoted(force: Force) -> None:
    """Binding, practised and proposed rules move an outcome; the rest do so only once promoted."""
    adopted = BooleanParameter("adopted", "Is it adopted?", False)
    made = forbidding(ALWAYS, force=force, promoted_by=adopted, commencement=COMMENCEMENT)
    moving = force in (Force.BINDING, Force.PRACTICE, Force.PROPOSED)
    assert (Outcome.PROHIBITED if moving else Outcome.NO_OBJECTION) == made.evaluate(
        Case(), as_of=NOW
    ).outcome
    assert Outcome.PROHIBITED == made.given(adopted=True).evaluate(Case(), as_of=NOW).outcome
    unsure = Outcome.PROHIBITED if moving else Outcome.UNDETERMINED
    assert unsure == made.given(adopted=None).evaluate(Case(), as_of=NOW).outcome


def test_the_strictest_of_several_rules_decides() -> None:
    """Of the levels that rules reach the strictest is the outcome, and each level yields to every
    stricter one.
    """
    made = small(
        requirement("C", ORDER.at("1"), "Do.", bearer="b", when=System.uses_ai),
        review("R", ORDER.at("2"), "Ask.", bearer="b", when=Vendor.involved),
        prohibition("P", ORDER.at("3"), "No.", when=Use.deployed_by_agency),
    )
    undone = {"C": Attestation(met=False), "R": Attestation(met=False)}
    for ai, vendor, deployed, low, high in [
        (False, False, False, Outcome.NO_OBJECTION, Outcome.NO_OBJECTION),
        (True, False, False, Outcome.CONDITIONAL, Outcome.CONDITIONAL),
        (True, True, False, Outcome.REVIEW, Outcome.REVIEW),
        (True, True, True, Outcome.PROHIBITED, Outcome.PROHIBITED),
        (False, True, False, Outcome.REVIEW, Outcome.REVIEW),
        (None, False, False, Outcome.NO_OBJECTION, Outcome.CONDITIONAL),
        (True, None, False, Outcome.CONDITIONAL, Outcome.REVIEW),
        (True, None, None, Outcome.CONDITIONAL, Outcome.PROHIBITED),
        (None, True, None, Outcome.REVIEW, Outcome.PROHIBITED),
        (None, None, True, Outcome.PROHIBITED, Outcome.PROHIBITED),
    ]:
        case = Case(
            system=System(uses_ai=ai),
            vendor=Vendor(involved=vendor),
            use=Use(deployed_by_agency=deployed),
            attestations=undone,
        )
        answer = made.evaluate(case, as_of=NOW)
        assert (low, high) == (answer.at_least, answer.at_most)
        agrees(made, case, NOW)


def test_the_scope_decides_what_is_said_where_no_rule_bites() -> None:
    """Outside its scope a policy does not apply; inside it has no objection; in doubt either may be so."""
    made = small(noted("N", ORDER.at("1"), "May.", kind=Kind.PERMISSION, when=ALWAYS), scope=System.uses_ai)
    for covered, low, high in [
        (True, Outcome.NO_OBJECTION, Outcome.NO_OBJECTION),
        (False, Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE),
        (None, Outcome.NOT_APPLICABLE, Outcome.NO_OBJECTION),
    ]:
        answer = made.evaluate(Case(system=System(uses_ai=covered)), as_of=NOW)
        assert (low, high) == (answer.at_least, answer.at_most)
        assert (low, high) == reference.outcome(made.rulebook, answer.situation)


# Learning.


def _agrees_with(before: int, after: int) -> bool:
    if before == Verdict.UNDETERMINED:
        return True
    if before == Verdict.MET_IF_APPLICABLE:
        return after in (Verdict.MET_IF_APPLICABLE, Verdict.MET) or after in SILENT
    return after == before or (before in SILENT and after in SILENT)


def _is_called_as(before: Status, after: Status) -> bool:
    if before is Status.UNDETERMINED:
        return True
    if before is Status.SATISFIED_IF_APPLICABLE:
        return after in (before, Status.SATISFIED) or after.is_silent
    return after is before or (before.is_silent and after.is_silent)


def twice(draw: Any, *, incidents: bool = False) -> tuple[Evaluation, Evaluation]:
    """What a random policy says of a case, and of the same case once more of it is known."""
    made, case, as_of = random_judged_incidents(draw) if incidents else random_judged(draw, proved=False)
    zone = made.rulebook.zone
    before = less(draw, case, periods.end_of(as_of, zone), zone, word_alone=False)
    return made.evaluate(before, as_of=as_of), made.evaluate(case, as_of=as_of)


@pytest.mark.parametrize("incidents", [False, True])
@given(seed=SEEDS)
def test_learning_facts_never_contradicts_a_settled_answer(incidents: bool, seed: int) -> None:
    """The more is known of a case, the narrower its outcome; a verdict once settled stays in its class, and
    a status what it is, save that what is silent may be so for another reason.
    """
    draw = Dice(seed)
    for _ in range(4):
        before, after = twice(draw, incidents=incidents)
        assert before.at_least <= after.at_least <= after.at_most <= before.at_most
        for rule, was, now in zip(before.policy.rules, before.verdicts, after.verdicts, strict=True):
            assert _agrees_with(was, now), (rule, Verdict(was), Verdict(now))
        for one, other in zip(before.findings, after.findings, strict=True):
            assert _is_called_as(one.status, other.status), (one, other)


@pytest.mark.parametrize("force", [Force.PRACTICE, Force.RECOMMENDED])
@pytest.mark.parametrize(
    "promoted_by", [System.uses_ai, System.uses_ai | Case.incidents.some(Incident.involves_ai)]
)
def test_a_breach_is_called_what_it_stays(force: Force, promoted_by: Any) -> None:
    """With whatever is known of two records, the name of a breach is settled just where nothing that may
    still be learnt gives another.
    """
    made = forbidding(Incident.caused_harm, each=Case.incidents, force=force, promoted_by=promoted_by)

    def status(*answers: bool | None) -> Status:
        first, second = (
            Incident(caused_harm=answers[0], involves_ai=answers[1]),
            Incident(caused_harm=answers[2], involves_ai=answers[3]),
        )
        case = Case(system=System(uses_ai=answers[4]), incidents=[first, second])
        return made.evaluate(case, as_of=NOW).findings[0].status

    for known in itertools.product(BOTH, repeat=5):
        whole = itertools.product(*[(True, False) if one is None else (one,) for one in known])
        may_be = {status(*answers) for answers in whole}
        assert (known, may_be.pop() if len(may_be) == 1 else Status.UNDETERMINED) == (known, status(*known))


def due_days(answer: Evaluation) -> dict[tuple[str, str], list[Any]]:
    """The times named at which each duty is due, those of a recurring one together."""
    found: dict[tuple[str, str], list[Any]] = {}
    for duty in answer.duties:
        found.setdefault((duty.provision, duty.about), []).append(duty.due)
    return {which: due for which, due in found.items() if None not in due}


def is_refined(day: Any, due: Any, zone: periods.TimeZone) -> bool:
    """Whether a time due is the one named before, or the hour of the day named before."""
    first, last = periods.interval(day, zone)
    low, high = periods.interval(due, zone)
    return first <= low <= high <= last


@given(SEEDS)
def test_learning_facts_never_moves_a_day_that_was_named(seed: int) -> None:
    """A duty is due when it was said to be due, whatever else was learnt since."""
    draw = Dice(seed)
    for _ in range(4):
        before, after = twice(draw)
        settled = due_days(after)
        for which, named in due_days(before).items():
            for day, due in zip(named, settled.get(which, named), strict=True):
                assert is_refined(day, due, before.policy.rulebook.zone), (which, named, settled[which])


# Order, composition, repetition.


@given(SEEDS)
def test_learning_facts_never_takes_back_what_is_referred_or_classed(seed: int) -> None:
    """What certainly has to be decided, and what class an element certainly has, stays so; no element gets a
    class that it could not have, and its strictest one stays between those that were possible.
    """
    draw = Dice(seed)
    for _ in range(4):
        before, after = twice(draw)
        late = {(one.provision, one.about): one.certain for one in after.referrals}
        # A record that has got a name is told by that.
        assert all(late.get((one.provision, one.about), True) for one in before.referrals if one.certain)
        known = {one.element: one for one in after.classified}
        order = before.policy.rulebook.class_order
        for one in before.classified:
            other = known.get(one.element)
            if other is None:
                continue
            could, can = ({found.data_class for found in each.classes} for each in (one, other))
            assert can <= could
            assert {found.data_class for found in one.classes if found.certain} <= {
                found.data_class for found in other.classes if found.certain
            }
            ranks = [-1 if each is None else order.index(each) for each in _strictest(one, other)]
            assert ranks == sorted(ranks)


def _strictest(before: Any, after: Any) -> tuple[Any, ...]:
    return before.at_least, after.at_least, after.at_most, before.at_most


@given(SEEDS)
def test_no_order_of_the_rules_matters(seed: int) -> None:
    """Rules put in another order give the same outcome, and the same verdict on each."""
    draw = Dice(seed)
    for _ in range(3):
        entries = random_entries(draw)
        mixed = list(entries)
        draw.random.shuffle(mixed)
        one, other = small(*entries), small(*mixed)
        case, as_of = random_case(draw, PATHS), EVERY_DAY.time_of_judging(draw)
        first, second = one.evaluate(case, as_of=as_of), other.evaluate(case, as_of=as_of)
        assert (first.at_least, first.at_most) == (second.at_least, second.at_most)
        verdicts = {rule.id: verdict for rule, verdict in zip(other.rules, second.verdicts, strict=True)}
        assert [verdicts[rule.id] for rule in one.rules] == list(first.verdicts)


@given(SEEDS)
@settings(max_examples=examples(40))
def test_joining_policies_is_commutative_associative_and_idempotent(seed: int) -> None:
    """However policies are joined, the set and its outcome are the same, and the outcome is the strictest
    of the parts.
    """
    draw = Dice(seed)
    several = [renamed(random_policy(draw, most=2), f"ruritania/{letter}") for letter in "abc"]
    case, as_of = random_case(draw, PATHS), EVERY_DAY.time_of_judging(draw)
    a, b, c = several
    joined = a & b & c
    for other in (
        c & b & a,
        a & (b & c),
        (b & a) & (c & a),
        joined & joined,
        joined & a,
        PolicySet.of(c, a, b, a),
    ):
        assert joined == other
        assert hash(joined) == hash(other)
    answer = joined.evaluate(case, as_of=as_of)
    parts = [one.evaluate(case, as_of=as_of) for one in several]
    assert max(part.at_least for part in parts) == answer.at_least
    assert max(part.at_most for part in parts) == answer.at_most
    assert tuple(parts) == answer.parts
    alone = PolicySet.of(a).evaluate(case, as_of=as_of)
    assert (parts[0].at_least, parts[0].at_most) == (alone.at_least, alone.at_most)


def test_a_set_keeps_different_settings_apart_and_refuses_different_policies_of_one_id() -> None:
    """One policy under two settings makes two parts; two different policies under one id are refused."""
    adopted = BooleanParameter("adopted", "Is it adopted?", False)
    one, other = forbidding(adopted), forbidding(System.uses_ai)
    assert 2 == len((one & one.given(adopted=True)).policies)
    assert 1 == len((one & one.given(adopted=False)).policies)
    with pytest.raises(PolicyError, match="two different policies share the id `ruritania/small`"):
        one & other
    assert "ruritania/small & ruritania/small" == (one & one.given(adopted=True)).id
    assert [one, one.given(adopted=True)] == list(one.given(adopted=True) & one)


def test_a_set_of_no_policies_says_nothing() -> None:
    """An empty set is refused when it is asked."""
    with pytest.raises(PolicyError, match="a set of no policies says nothing; join at least one"):
        PolicySet.of().evaluate(Case(), as_of=NOW)


def everything(answer: Evaluation) -> tuple[Any, ...]:
    """All that an evaluation holds, worked out."""
    because = [
        (one.because, one.unknown, one.displaced_by, one.presumed, one.readings) for one in answer.findings
    ]
    return (
        answer.outcome,
        answer.findings,
        because,
        answer.duties,
        answer.tiers,
        answer.data_classes,
        answer.classified,
        answer.referrals,
        answer.restatements,
        answer.retention,
        answer.retention_limits,
        answer.exposure,
        answer.upcoming,
        answer.contested,
        answer.hypothetical,
        answer.counts,
    )


@given(SEEDS)
def test_everything_can_be_worked_out_twice_and_elsewhere(seed: int) -> None:
    """An evaluation made again, or of a policy and a case that were pickled, holds the same in every part."""
    made, case, as_of = random_judged(Dice(seed), most=3)
    answer = made.evaluate(case, as_of=as_of)
    held = everything(answer)
    again = made.evaluate(case, as_of=as_of)
    assert answer == again
    assert hash(answer) == hash(again)
    assert held == everything(again)
    sent_policy, sent_case, sent = pickle.loads(pickle.dumps((made, case, answer)))
    assert (made, case, answer) == (sent_policy, sent_case, sent)
    assert hash(case) == hash(sent_case)
    assert held == everything(sent_policy.evaluate(sent_case, as_of=as_of))
    assert held == everything(sent)


@given(SEEDS)
def test_setting_a_fact_and_setting_it_back_changes_nothing(seed: int) -> None:
    """A case with one fact changed and changed back is the same case with the same evaluation."""
    draw = Dice(seed)
    made, case, as_of = random_judged(draw, most=3)
    path = pick(draw, ("system.uses_ai", "vendor.involved", "use.stage"))
    section, name = path.split(".")
    before = getattr(getattr(case, section), name)
    changed = case.with_answer(
        path, (Stage.PILOT if before is Stage.IDEA else Stage.IDEA) if path == "use.stage" else not before
    )
    assert changed != case
    back = changed.with_answer(path, before)
    assert case == back
    assert made.evaluate(case, as_of=as_of) == made.evaluate(back, as_of=as_of)
    assert made.verdicts(case, as_of) == made.verdicts(back, as_of)


@given(SEEDS)
def test_findings_say_what_they_hang_on(seed: int) -> None:
    """A silent finding hangs on nothing unless it rests on a presumption; one that is displaced names the
    exception.
    """
    made, case, as_of = random_judged(Dice(seed), most=3)
    silent = (Status.NOT_APPLICABLE, Status.NOT_IN_FORCE, Status.DISPLACED)
    for finding in made.evaluate(case, as_of=as_of).findings:
        if finding.status in silent and not finding.presumed:
            assert (finding.provision, finding.status, ()) == (
                finding.provision,
                finding.status,
                finding.unknown,
            )
        assert finding.status is not Status.DISPLACED or finding.displaced_by in [
            rule.id for rule in made.rules if isinstance(rule, ExceptionRule)
        ]


@given(plain_policies(), cases([one.path for one in PLAIN]))
def test_what_is_undetermined_names_what_it_hangs_on(made: Policy, case: Case) -> None:
    """An undetermined finding names unknown facts, and once they are all answered it is settled, or hangs
    on others.
    """
    known = {path for path, _ in case.known_facts()}
    for finding in made.evaluate(case, as_of=NOW).findings:
        if finding.status is Status.UNDETERMINED:
            assert () != finding.unknown
            assert known.isdisjoint(finding.unknown)
            answered = case
            for path in finding.unknown:
                answered = answered.with_answer(path, True)
            after = made.evaluate(answered, as_of=NOW).finding(finding.provision)
            assert after.status is not Status.UNDETERMINED or not set(finding.unknown) & set(after.unknown)


# Many cases at once.


MANY = [
    Case(id=str(number), system=System(uses_ai=answer))
    for number, answer in enumerate((True, False, None) * 400)
]


def test_many_cases_are_evaluated_as_one_by_one() -> None:
    """A batch gives the evaluations of its cases in their order, one by one as they are asked for."""
    made = forbidding(System.uses_ai)
    expected = [made.evaluate(case, as_of=NOW) for case in MANY]
    assert expected == list(made.evaluate_many(MANY, as_of=NOW))
    asked = made.evaluate_many(iter([MANY[0], None]), as_of=NOW)  # type: ignore[list-item]
    assert expected[0] == next(asked)
    with pytest.raises(InputError, match="a policy evaluates a `Case`"):
        next(asked)


def test_threads_and_processes_give_the_same_evaluations() -> None:
    """Executors of threads and of processes give the evaluations that are worked out here, in the same
    order.
    """
    made = forbidding(System.uses_ai)
    expected = [made.evaluate(case, as_of=NOW) for case in MANY]
    with ThreadPoolExecutor(2) as threads:
        assert expected == list(made.evaluate_many(MANY, as_of=NOW, executor=threads))
        assert [] == list(made.evaluate_many([], as_of=NOW, executor=threads))
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as processes:
        assert expected == list(made.evaluate_many(iter(MANY), as_of=NOW, executor=processes))


def test_batches_are_handed_out_a_few_at_a_time() -> None:
    """An executor is given at most eight batches of five hundred cases ahead of what is asked for."""

    class Recording:
        """An executor that works at once, and keeps the sizes of its batches."""

        def __init__(self) -> None:
            self.sizes: list[int] = []

        def submit(self, work: Any, one: Policy, batch: Any, *how: Any) -> Any:
            self.sizes.append(len(batch))
            done = work(one, batch, *how)
            return type("Done", (), {"result": lambda self: done})()

    made = forbidding(System.uses_ai)
    executor: Any = Recording()
    several = made.evaluate_many((Case() for _ in range(4750)), as_of=NOW, executor=executor)
    next(several)
    assert [500] * 8 == executor.sizes
    assert 4749 == sum(1 for _ in several)
    assert [*[500] * 9, 250] == executor.sizes


def test_sets_evaluate_many_cases() -> None:
    """A set of policies evaluates many cases as it evaluates each."""
    joined = forbidding(System.uses_ai) & renamed(forbidding(Vendor.involved), "ruritania/other")
    assert [joined.evaluate(case, as_of=NOW) for case in MANY[:5]] == list(
        joined.evaluate_many(MANY[:5], as_of=NOW)
    )


# What is refused.


def test_exceptions_in_a_circle_are_refused() -> None:
    """Exceptions that displace each other in a circle are refused, with the circle in the message."""
    first = exception("E1", ORDER.at("1"), "Not there.", to="E2", when=ALWAYS)
    second = exception("E2", ORDER.at("2"), "Not there.", to=first, when=ALWAYS)
    with pytest.raises(PolicyError, match="exceptions displace each other in a circle: E1 -> E2 -> E1"):
        small(first, second)
    with pytest.raises(PolicyError, match="in a circle: E1 -> E1"):
        small(attrs.evolve(first, to=("E1",)))


def test_two_exceptions_to_one_rule_are_no_circle() -> None:
    """A rule may be displaced in two ways, and one exception may displace a rule and the exception to it."""
    rule = prohibition("P", ORDER.at("1"), "No.", when=ALWAYS)
    first = exception("E1", ORDER.at("2"), "Not there.", to=rule, when=System.uses_ai)
    second = exception("E2", ORDER.at("3"), "Nor there.", to=[rule, first], when=Vendor.involved)
    made = small(rule, first, second)
    assert (first, second) == made.rulebook.exceptions["P"]
    assert (second,) == made.rulebook.exceptions["E1"]


def test_an_exception_that_points_nowhere_is_refused_with_a_suggestion() -> None:
    """An exception has to point at a rule of its own policy."""
    rule = prohibition("NO-SPYING", ORDER.at("1"), "No.", when=ALWAYS)
    stray = attrs.evolve(
        exception("E", ORDER.at("2"), "Not there.", to=rule, when=ALWAYS), to=("NO-SPYINGS",)
    )
    message = (
        "exception `E` points at `NO-SPYINGS`, which no rule of the policy bears; did you mean `NO-SPYING`?"
    )
    with pytest.raises(PolicyError, match=message.replace("?", r"\?")):
        small(rule, stray)
    listed = unmodelled("NO-SPYINGS", ORDER.at("1"), kind=Kind.PROHIBITION, because="It is about spies.")
    with pytest.raises(PolicyError, match="points at `NO-SPYINGS`"):
        small(rule, listed, stray)


def test_an_id_stands_once() -> None:
    """Two entries with one id are refused, whether or not they are modelled."""
    rule = prohibition("P", ORDER.at("1"), "No.", when=ALWAYS)
    for other in (rule, unmodelled("P", ORDER.at("2"), kind=Kind.PRINCIPLE, because="It is vague.")):
        with pytest.raises(PolicyError, match="`P` stands twice in the policy"):
            small(rule, other)


def test_settings_of_one_name_are_refused_unless_they_are_the_same() -> None:
    """Two different questions, or parameters, of one name are refused; the same one used twice is one."""
    one = Ambiguity("open", "Is it?", {"yes": "it is", "no": "it is not"}, default="yes", why="So.")
    other = attrs.evolve(one, default="no")
    asked = [a.reads(yes=System.uses_ai, no=ALWAYS) for a in (one, other)]
    with pytest.raises(PolicyError, match="two different ambiguities of the policy share a name"):
        forbidding(asked[0] & asked[1])
    assert (one,) == forbidding(asked[0] & one.reads(yes=ALWAYS, no=Vendor.involved)).rulebook.ambiguities
    number = CountParameter("many", "How many?", 2)
    with pytest.raises(PolicyError, match="two different parameters of the policy share a name"):
        forbidding((number >= 1) & (attrs.evolve(number, default=3) >= 1))
    assert (number,) == forbidding((number >= 1) & (number >= 2)).rulebook.parameters


def test_a_provision_not_modelled_gives_its_reason() -> None:
    """A provision without a rule says why; an empty reason is refused."""
    with pytest.raises(PolicyError, match="`U`: `because` takes the reason why no rule models it, not `''`"):
        unmodelled("U", ORDER.at("1"), kind=Kind.PRINCIPLE, because="")


def test_a_fact_of_a_listed_record_has_no_place_outside_its_list() -> None:
    """A rule that reads a fact of a listed record without looking into the list is refused."""
    with pytest.raises(
        PolicyError,
        match="`P`: `when` reads `Incident.caused_harm`, a fact of the records in `incidents`; give the rule "
        "that list as `each`, or ask with",
    ):
        forbidding(Incident.caused_harm)


def test_what_the_language_does_not_have_is_refused() -> None:
    """The kinds of node are closed: a rule takes no condition of another kind."""

    class Odd(ConditionNode):
        """A condition nobody knows."""

        def __repr__(self) -> str:
            return "odd"

    with pytest.raises(PolicyError, match="`P`: `when` takes a condition, or a defined term, not `odd`"):
        prohibition("P", ORDER.at("1"), "No.", when=Odd())


# The rulebook.


def test_nodes_reach_every_part_of_every_kind_of_rule() -> None:
    """Settings and facts are found wherever in a rule they stand."""
    parameter = {
        name: BooleanParameter(name, "?")
        for name in ("scope", "when", "promoted", "provided", "done", "gate", "scored")
    }
    event = {name: EventParameter(name, "?") for name in ("starts", "act", "ends", "due")}
    number = {name: CountParameter(name, "?") for name in ("least", "most")}
    duty = obligation(
        "O",
        ORDER.at("1"),
        "Do.",
        bearer="b",
        when=parameter["when"],
        promoted_by=parameter["promoted"],
        done=parameter["done"],
        gate=parameter["gate"],
        due=Deadline(event["due"]),
        act=event["act"],
        each=Case.incidents,
        commencement=Commencement("the Order", event["starts"], ORDER.at("9"), event["ends"]),
    )
    made = small(
        duty,
        exception("E", ORDER.at("2"), "Not there.", to=duty, when=ALWAYS, provided=parameter["provided"]),
        score("S", ORDER.at("3"), "Points.", points=[(parameter["scored"], 1)]),
        penalty(
            "F",
            ORDER.at("4"),
            "Fine.",
            when=ALWAYS,
            least=number["least"],
            most=number["most"],
            formula="so much",
        ),
        scope=parameter["scope"],
    )
    found = [
        "scope",
        "when",
        "starts",
        "act",
        "ends",
        "promoted",
        "done",
        "due",
        "gate",
        "provided",
        "scored",
        "least",
        "most",
    ]
    assert found == [one.name for one in made.rulebook.parameters]
    assert Case.incidents in list(rule_nodes(duty))


def test_what_a_rule_reads_is_listed_by_path() -> None:
    """The facts and attestations of each rule are listed once each, in written order."""
    duty = obligation(
        "O",
        ORDER.at("1"),
        "Do.",
        bearer="b",
        when=System.uses_ai & Use.began.happened() & System.uses_ai,
        each=Case.incidents,
    )
    made = small(duty, noted("N", ORDER.at("2"), "May.", kind=Kind.RIGHT, when=ALWAYS))
    attested = ("attestations.O", "attestations.O[incidents[]]")
    expected = {"O": ("incidents", "system.uses_ai", "use.began", *attested), "N": ()}
    assert expected == dict(made.rulebook.facts_used)
    assert [["system.uses_ai"], ["attestations.X"], ["attestations.Y"], []] == [
        list(paths_used(node)) for node in (System.uses_ai, Attested("X"), AttestedOn("Y"), ALWAYS)
    ]


def test_a_policy_lists_its_rules_and_provisions_in_the_order_of_the_document() -> None:
    """Entries keep their order; rules are found by their ids, and a misspelt id is refused with a
    suggestion.
    """
    first = prohibition("FIRST", ORDER.at("1"), "No.", when=ALWAYS, note="as amended")
    gap = unmodelled("GAP", ORDER.at("2"), kind=Kind.PRINCIPLE, because="It is vague.")
    last = noted("LAST", ORDER.at("3"), "May.", kind=Kind.PERMISSION, when=ALWAYS)
    made = small(first, gap, last)
    assert (first, gap, last) == made.entries
    assert {"FIRST": first, "GAP": gap, "LAST": last} == dict(made.rulebook.listed)
    assert (first, last) == made.rules
    assert ["FIRST", "GAP", "LAST"] == [one.id for one in made.provisions]
    assert [True, False, True] == [one.modelled for one in made.provisions]
    assert ["as amended", "It is vague.", ""] == [one.note for one in made.provisions]
    assert ["prohibition", "principle", "permission"] == [one.kind for one in made.provisions]
    assert last == made.rule("LAST")
    assert 1 == made.rulebook.index("LAST")
    with pytest.raises(
        UnknownNameError, match="unknown rule of ruritania/small `LASST`; did you mean `LAST`"
    ):
        made.rule("LASST")


def test_the_version_changes_with_the_rules_and_not_with_the_settings() -> None:
    """A policy's version names its edition, and a digest that another rule changes and another setting
    does not.
    """
    adopted = BooleanParameter("adopted", "Is it adopted?", False)
    made = forbidding(adopted)
    assert made.version == made.given(adopted=True).version == forbidding(adopted).version
    assert made.version != forbidding(~adopted).version
    assert made.version.startswith("unnumbered+")
    assert 12 == len(made.version.partition("+")[2])


# Settings.


def test_readings_are_chosen_by_name() -> None:
    """A reading changes what a condition means; unknown ambiguities and readings are refused with
    suggestions.
    """
    question = Ambiguity("open", "Is it?", {"wide": "all", "narrow": "some"}, default="wide", why="So.")
    made = forbidding(question.reads(wide=ALWAYS, narrow=System.uses_ai))
    case = Case(system=System(uses_ai=False))
    assert Outcome.PROHIBITED == made.evaluate(case, as_of=NOW).outcome
    narrow = made.read(open="narrow")
    assert Outcome.NO_OBJECTION == narrow.evaluate(case, as_of=NOW).outcome
    assert made == narrow.read(open="wide")
    assert "ruritania/small open=narrow" == narrow.setting
    with pytest.raises(UnknownNameError, match="unknown reading of `open` `narow`; did you mean `narrow`"):
        made.read(open="narow")
    with pytest.raises(
        UnknownNameError, match="unknown ambiguity of ruritania/small `opne`; did you mean `open`"
    ):
        made.read(opne="wide")


def test_parameters_are_given_by_name() -> None:
    """A parameter changes what a condition means; a value it cannot have, and an unknown name, are
    refused.
    """
    signed = EventParameter("signed_on", "When?", Occurrence.NEVER)
    made = forbidding(signed.happened())
    assert Outcome.NO_OBJECTION == made.evaluate(Case(), as_of=NOW).outcome
    assert Outcome.PROHIBITED == made.given(signed_on=NOW).evaluate(Case(), as_of=NOW).outcome
    assert Outcome.UNDETERMINED == made.given(signed_on=None).evaluate(Case(), as_of=NOW).outcome
    assert made == made.given(signed_on=NOW).given(signed_on=Occurrence.NEVER)
    with pytest.raises(
        UnknownNameError, match="unknown parameter of ruritania/small `signed`; did you mean `signed_on`"
    ):
        made.given(signed=NOW)


def test_what_is_judged_is_a_case_at_a_stated_time() -> None:
    """Something else than a Case, and a time that is no date or has no zone, are refused."""
    made = forbidding(System.uses_ai)
    with pytest.raises(InputError, match="a policy evaluates a `Case`, not `{}`; read JSON with `Case.load`"):
        made.evaluate({}, as_of=NOW)  # type: ignore[arg-type]
    with pytest.raises(
        InstantError, match="`as_of` is a date, or a datetime with a zone, not `'2026-03-02'`"
    ):
        made.evaluate(Case(), as_of="2026-03-02")  # type: ignore[arg-type]
    with pytest.raises(InstantError, match="`2026-03-02T00:00:00` lacks a zone"):
        made.evaluate(Case(), as_of=datetime.datetime(2026, 3, 2))


def test_one_day_ends_at_different_instants_in_different_places() -> None:
    """Policies of different places that share their rules judge one day each by its own clocks."""
    pacific = forbidding(Use.began.happened())
    eastern = small(*pacific.entries, time_zone="America/New_York")
    case = Case(
        use=Use(
            began=datetime.datetime(
                2026, 3, 9, 23, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-7))
            )
        )
    )
    for made, outcome in (
        (pacific, Outcome.PROHIBITED),
        (eastern, Outcome.NO_OBJECTION),
        (pacific, Outcome.PROHIBITED),
    ):
        assert outcome == made.evaluate(case, as_of=NOW).outcome


def test_a_day_of_judging_stands_for_its_end_in_the_place() -> None:
    """Judged on a day, all of that day in the policy's own zone has passed, and nothing of the next."""
    made = forbidding(Use.began.happened())
    last = datetime.datetime(2026, 3, 9, 23, 59, tzinfo=datetime.timezone(datetime.timedelta(hours=-7)))
    case = Case(use=Use(began=last))
    assert Outcome.PROHIBITED == made.evaluate(case, as_of=NOW).outcome
    assert Outcome.NO_OBJECTION == made.evaluate(case, as_of=last - datetime.timedelta(seconds=1)).outcome
    assert (
        Outcome.NO_OBJECTION
        == made.evaluate(Case(use=Use(began=last + datetime.timedelta(minutes=1))), as_of=NOW).outcome
    )


def test_an_hour_that_the_clocks_repeat_is_judged_by_itself() -> None:
    """In autumn 01:30 comes twice: which of the two is meant is never forgotten, whatever was judged
    before.
    """
    pacific = periods.zone(LA).tzinfo
    first = datetime.datetime(2025, 11, 2, 1, 30, tzinfo=pacific, fold=0)
    second = first.replace(fold=1)
    made = forbidding(Use.began.happened())
    between = Case(
        use=Use(began=datetime.datetime(2025, 11, 2, 9, 0, tzinfo=datetime.UTC))
    )  # 01:00 Pacific Standard Time.
    assert Outcome.NO_OBJECTION == made.evaluate(between, as_of=first).outcome
    assert Outcome.PROHIBITED == made.evaluate(between, as_of=second).outcome


def test_supposing_everything_in_force_changes_force_alone() -> None:
    """What is supposed to be in force binds; everything else is judged as it is."""
    made = forbidding(
        System.uses_ai, commencement=Commencement("the Order", Day(datetime.date(2030, 1, 1)), ORDER.at("9"))
    )
    for uses_ai, outcome in ((True, Outcome.PROHIBITED), (False, Outcome.NO_OBJECTION)):
        case = Case(system=System(uses_ai=uses_ai))
        assert Outcome.NO_OBJECTION == made.evaluate(case, as_of=NOW).outcome
        supposed = made.evaluate(case, as_of=NOW, hypothetical=True)
        assert outcome == supposed.outcome
        assert supposed.is_hypothetical


def test_a_policy_reaches_only_what_its_source_says() -> None:
    """The generated source holds the words of the rules alone: constants come by reference; what several
    rules read is read once.
    """
    made = small(
        prohibition("P", ORDER.at("3"), "No.", when=System.uses_ai & Use.stage.is_in(Stage.PILOT)),
        prohibition("Q", ORDER.at("4"), "No.", when=System.uses_ai & Vendor.involved),
    )
    source = compile_rulebook(made.rulebook).source
    assert "pilot" not in source
    assert 3 == source.count(".uses_ai")  # Once in each of the three functions.


def test_nothing_known_of_a_case_leaves_every_level_open() -> None:
    """Of an empty case nothing is settled that a fact could unsettle."""
    made = small(
        review("R", ORDER.at("2"), "Ask.", bearer="b", when=Vendor.involved),
        prohibition("P", ORDER.at("3"), "No.", when=System.uses_ai),
        scope=Use.deployed_by_agency,
    )
    answer = made.evaluate(Case(), as_of=NOW)
    assert (Outcome.NOT_APPLICABLE, Outcome.PROHIBITED) == (answer.at_least, answer.at_most)
    assert Outcome.UNDETERMINED == answer.outcome


def test_a_value_never_reached_lies_beyond_every_time() -> None:
    """What never happened is later than anything, in the compiled form as in the reference."""
    made = forbidding(Use.ended.before(Use.began))
    case = Case(use=Use(began=Occurrence.NEVER, ended=datetime.date(2026, 1, 1)))
    assert Outcome.PROHIBITED == made.evaluate(case, as_of=NOW).outcome
    assert NEVER_AT == bounds(Use.began, made.situation(case, NOW))
    agrees(made, case, NOW)


def test_points_nobody_gave_are_unknown() -> None:
    """Where no step of a scale holds, a threshold on its points stays open."""
    points = Points(((System.uses_ai, 3), (Vendor.involved, 1)))
    made = forbidding(points >= 2)
    for ai, vendor, outcome in [
        (True, None, Outcome.PROHIBITED),
        (False, True, Outcome.NO_OBJECTION),
        (False, False, Outcome.UNDETERMINED),
        (None, True, Outcome.UNDETERMINED),
    ]:
        case = Case(system=System(uses_ai=ai), vendor=Vendor(involved=vendor))
        assert outcome == made.evaluate(case, as_of=NOW).outcome
        agrees(made, case, NOW)


def test_two_facts_of_one_word_are_not_confused() -> None:
    """Words of different vocabularies that are spelt alike stay apart in the compiled form."""
    from aigovkit.models import Actor, Determiner, Retirement, Role

    made = forbidding(Actor.role.is_(Role.STAFF) & Retirement.determined_by.is_(Determiner.STAFF))
    case = Case(actor=Actor(role="staff"), retirement=Retirement(determined_by="staff"))
    assert Outcome.PROHIBITED == made.evaluate(case, as_of=NOW).outcome


def test_each_element_and_each_incident_can_be_looked_at_together() -> None:
    """Inside a rule on each incident a condition may look into the list of data elements."""
    when = (
        Incident.caused_harm
        & Data.elements.some(DataElement.identifies_person)
        & (Data.elements.count(DataElement.identifies_person) >= Constant(1))
    )
    made = small(prohibition("P", ORDER.at("1"), "No.", each=Case.incidents, when=when))
    element = DataElement(identifies_person=True)
    case = Case(incidents=[Incident(caused_harm=True)], data=Data(elements=[element]))
    assert Outcome.PROHIBITED == made.evaluate(case, as_of=NOW).outcome
    agrees(made, case, NOW)


def test_a_reading_is_part_of_the_condition_it_stands_in() -> None:
    """The opposite of a condition that is read in some way is the opposite of that reading."""
    question = Ambiguity("three", "Which?", {"a": "A", "b": "B", "c": "C"}, default="b", why="So.")
    reading = question.reads(a=System.uses_ai, b=Vendor.involved, c=AS_OF.happened())
    assert isinstance(reading, ByReading)
    made = forbidding(Not(reading))
    case = Case(system=System(uses_ai=True), vendor=Vendor(involved=False))
    expected = {"a": Outcome.NO_OBJECTION, "b": Outcome.PROHIBITED, "c": Outcome.NO_OBJECTION}
    for name, outcome in expected.items():
        read = made.read(three=name)
        assert (name, outcome) == (name, read.evaluate(case, as_of=NOW).outcome)
        agrees(read, case, NOW)
