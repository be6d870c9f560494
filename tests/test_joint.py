"""Several policies together: a joint answer has all that a single one has, and asks only what can move it."""

from __future__ import annotations

import datetime
import inspect
import itertools
import math
import pickle
from collections.abc import Mapping

import pytest
from drawing import SEEDS, Dice, pick
from hypothesis import given
from small_policies import forbidding, renamed, small
from strategies import NOW, ORDER
from test_questions_sound import TODAY, judged_by_dice, ways

from aigovkit import paths
from aigovkit.answers import Outcome, Status
from aigovkit.citations import Force, Kind
from aigovkit.engine.stand_ins import StandIn
from aigovkit.errors import PolicyError, UnknownNameError
from aigovkit.evaluation import Evaluation
from aigovkit.joint import JointEvaluation
from aigovkit.json import replay
from aigovkit.json.tables import IN_PARTS
from aigovkit.jurisdictions.arizona import DIGITAL_BILL_OF_RIGHTS
from aigovkit.jurisdictions.san_jose import AI_POLICY
from aigovkit.language.nodes import ALWAYS
from aigovkit.models import Agency, Case, Safeguards, System, Use, Vendor
from aigovkit.page import DISCLAIMER
from aigovkit.policies import Policy, PolicySet
from aigovkit.rules import prohibition, requirement, restatement, review

SIGNED = DIGITAL_BILL_OF_RIGHTS.given(signed_on=datetime.date(2024, 5, 3))


def members(kind: type) -> set[str]:
    """The public names of a class, its fields included."""
    fields = {field.name for field in getattr(kind, "__attrs_attrs__", ())}
    return {name for name in {*dir(kind), *fields} if not name.startswith("_")}


@pytest.mark.parametrize(
    ("single", "joint"),
    [(Evaluation, JointEvaluation), (Policy, PolicySet)],
    ids=["answers", "policies"],
)
def test_several_have_every_member_of_one(single: type, joint: type) -> None:
    """What an answer of one policy has, or a policy, that of several has too, called in the same way."""
    assert set() == members(single) - members(joint)
    for name in members(single):
        one, other = (inspect.getattr_static(kind, name, None) for kind in (single, joint))
        if inspect.isfunction(one):
            assert inspect.isfunction(other)
            assert inspect.signature(one).parameters.keys() == inspect.signature(other).parameters.keys(), (
                name
            )


BOTH = AI_POLICY & SIGNED


@pytest.mark.parametrize("name", sorted(members(Evaluation)))
def test_every_member_of_a_joint_answer_can_be_read(name: str) -> None:
    """Each is worked out, and is of the kind that the single one is, or a mapping of those by policy."""
    case = Case(agency=Agency(place="us-ca/san-jose"), system=System(uses_ai=True), use=Use(novel=True))
    both = BOTH.evaluate(case, as_of=NOW)
    value = getattr(both, name)
    single = getattr(both.parts[0], name)
    if isinstance(value, Mapping) and name != "contested":
        assert set(both.policy.names) >= set(value)
    elif not callable(value) and name not in ("policy", "hypothetical"):
        assert isinstance(value, type(single)) or isinstance(single, type(value))


def test_what_is_asked_of_a_provision_is_asked_of_the_part_that_has_it() -> None:
    """A finding, its reasons and its force are those of the policy with the rule."""
    case = Case(agency=Agency(place="us-az"))
    both = BOTH.evaluate(case, as_of=NOW)
    rule = SIGNED.rules[5].id
    (alone,) = (part for part in both.parts if part.policy.id == SIGNED.id)
    assert alone.finding(rule) == both.finding(rule)
    assert alone.explain(rule) == both.explain(rule)
    assert alone.effective_force(rule) is both.effective_force(rule)
    assert alone.explanation(rule) == both.explanation(rule)
    assert SIGNED.rule(rule) == BOTH.rule(rule)
    with pytest.raises(UnknownNameError, match="SJ-AI-PROHIBIT-2"):
        both.finding("SJ-AI-PROHIBT-2")


def test_where_several_have_the_provision_it_is_asked_of_each() -> None:
    """Of one policy under two settings no finding is picked in silence."""
    two = AI_POLICY & AI_POLICY.read(biometric_identification="disjunctive")
    result = two.evaluate(Case(), as_of=NOW)
    assert 2 == len(result.policy.names) == len(result.situation)
    assert AI_POLICY.rules == two.rules
    assert AI_POLICY.rule("SJ-AI-PROHIBIT-2") == two.rule("SJ-AI-PROHIBIT-2")
    with pytest.raises(PolicyError, match="ask the one that is meant"):
        result.finding("SJ-AI-PROHIBIT-2")


def test_a_setting_reaches_each_policy_that_has_it() -> None:
    """A reading or a parameter is set where there is one of that name, and refused where there is none."""
    unsigned = AI_POLICY & DIGITAL_BILL_OF_RIGHTS
    assert BOTH == unsigned.given(signed_on=datetime.date(2024, 5, 3))
    read = BOTH.read(biometric_identification="disjunctive")
    assert {AI_POLICY.id: "disjunctive"} == read.reading_of("biometric_identification")
    assert (read & BOTH).read(biometric_identification="disjunctive") == read
    with pytest.raises(UnknownNameError, match="signed_on"):
        BOTH.given(signd_on=None)
    with pytest.raises(UnknownNameError, match="biometric_identification"):
        BOTH.read(biometric_identificaton="disjunctive")


def test_two_policies_of_one_id_are_refused_whatever_their_settings() -> None:
    """An id says which policy it is."""
    other = renamed(forbidding(Use.novel), AI_POLICY.id)
    with pytest.raises(PolicyError, match="share the id"):
        AI_POLICY.read(biometric_identification="disjunctive") & other


def test_a_set_and_its_answers_pickle() -> None:
    """What goes to another process comes back equal."""
    result = BOTH.evaluate(Case(), as_of=NOW)
    assert BOTH == pickle.loads(pickle.dumps(BOTH))
    assert result == pickle.loads(pickle.dumps(result))
    assert result == JointEvaluation.of(BOTH, Case(), NOW)


def test_what_would_hold_if_all_were_in_force_is_joint_too() -> None:
    """A bill not signed is judged as if it were, beside what is in force."""
    unsigned = forbidding(Vendor.involved) & renamed(DIGITAL_BILL_OF_RIGHTS, "us-az/another")
    case = Case(agency=Agency(place="us-az"), vendor=Vendor(involved=False))
    result = unsigned.evaluate(case, as_of=NOW)
    assert result.hypothetical is not None
    assert result.hypothetical == unsigned.evaluate(case, as_of=NOW, hypothetical=True)
    assert None is forbidding(Vendor.involved).evaluate(case, as_of=NOW).hypothetical


# What a joint answer asks


BAN = small(prohibition("A-1", ORDER.at("1"), "No.", when=ALWAYS), id="ruritania/ban")


def test_a_settled_joint_answer_asks_nothing() -> None:
    """What is barred by one text stays so whatever another presumes; the other still asks by itself."""
    result = (BAN & SIGNED).evaluate(Case(agency=Agency(place="us-az")), as_of=NOW)
    assert Outcome.PROHIBITED is result.outcome
    assert () == result.questions
    assert any(part.questions for part in result.parts)


def test_what_cannot_move_the_joint_outcome_is_not_asked() -> None:
    """Where a review is certain, what could bring about a condition at most is left out."""
    one = small(
        review(
            "A-1",
            ORDER.at("1"),
            "A board decides.",
            bearer="the board",
            when=ALWAYS,
            done=Safeguards.staff_trained,
        ),
        id="ruritania/a",
    )
    other = small(
        requirement(
            "B-1", ORDER.at("1"), "Train.", bearer="staff", when=System.uses_ai, done=Vendor.involved
        ),
        prohibition("B-2", ORDER.at("2"), "No.", when=Use.novel),
        id="ruritania/b",
    )
    result = (one & other).evaluate(Case(safeguards=Safeguards(staff_trained=False)), as_of=NOW)
    assert [("use.novel", True)] == [(one.fact, one.proven) for one in result.questions]
    assert "vendor.involved" in {one.fact for part in result.parts for one in part.questions}


def test_what_both_ask_the_other_way_round_only_settles_what_they_say_together() -> None:
    """A fact that always bars by one of two texts cannot turn what they say together. It is asked where
    nothing else is, since it settles that, and is not beside a fact that turns it.
    """
    both = forbidding(Use.novel) & renamed(forbidding(~Use.novel), "ruritania/other")
    result = both.evaluate(Case(), as_of=NOW)
    assert [("use.novel", False)] == [(one.fact, one.proven) for one in result.questions]
    assert Outcome.UNDETERMINED is result.outcome
    for answer in (True, False):
        known = both.evaluate(Case(use=Use(novel=answer)), as_of=NOW)
        assert (Outcome.PROHIBITED, ()) == (known.outcome, known.questions)


def test_an_alternative_has_to_help_with_all_parts() -> None:
    """What one text alone would judge milder is no way out of both."""
    one, other = (
        forbidding(Use.tracks_individuals),
        renamed(forbidding(Use.tracks_individuals | Use.infers_emotion), "ruritania/other"),
    )
    case = Case(use=Use(tracks_individuals=True, infers_emotion=True))
    assert ["use.tracks_individuals"] == [found.fact for found in one.evaluate(case, as_of=NOW).alternatives]
    assert () == (one & other).evaluate(case, as_of=NOW).alternatives
    calm = Case(use=Use(tracks_individuals=True, infers_emotion=False))
    assert ["use.tracks_individuals"] == [
        found.fact for found in (one & other).evaluate(calm, as_of=NOW).alternatives
    ]


def _can_matter(made: PolicySet, case: Case, read: list[str]) -> set[str]:
    """The facts of which two ways to turn out lead to different joint outcomes, the others alike."""
    stand_in = StandIn(case)
    tried = [ways(path, stand_in.value(path)) for path in read]
    outcomes = {}
    for places in itertools.product(*(range(len(several)) for several in tried)):
        for path, several, place in zip(read, tried, places, strict=True):
            stand_in.put(path, several[place])
        outcomes[places] = made.outcome(stand_in.case, TODAY)
    return {
        path
        for places, outcome in outcomes.items()
        for at, path in enumerate(read)
        if outcome != outcomes[(*places[:at], 0, *places[at + 1 :])]
    }


@given(SEEDS)
def test_no_fact_that_can_move_the_joint_outcome_is_missing(seed: int) -> None:
    """Judged by trying every way in which a few unknown facts can turn out under two policies."""
    draw = Dice(seed)
    for _ in range(4):
        one, case, read = judged_by_dice(draw)
        other, _, more = judged_by_dice(draw)
        both = one & renamed(other, "ruritania/other")
        several = list(dict.fromkeys([*read, *more]))
        if math.prod(len(ways(path, paths.value_at(case, path))) for path in several) <= 1_500:
            asked = {question.fact for question in both.evaluate(case, as_of=TODAY).questions}
            assert set() == _can_matter(both, case, several) - asked


@given(SEEDS)
def test_joining_outcomes_is_commutative_associative_and_idempotent(seed: int) -> None:
    """In whatever way policies are put together, and however often, the range of outcomes is that of the
    strictest.
    """
    draw = Dice(seed)
    made = [renamed(judged_by_dice(draw)[0], f"ruritania/{number}") for number in range(3)]
    case = judged_by_dice(draw)[1]
    a, b, c = made
    ranges = [one.outcome(case, TODAY) for one in made]
    expected = max(low for low, _ in ranges), max(high for _, high in ranges)
    several: list[PolicySet] = [a & b & c, c & (b & a), (a & c) & (b & a), PolicySet.of(b, a, c, b)]
    for joined in several:
        assert joined == several[0]
        result = joined.evaluate(case, as_of=TODAY)
        assert expected == (result.at_least, result.at_most) == joined.outcome(case, TODAY)
    picked = pick(draw, made)
    assert picked.outcome(case, TODAY) == (picked & picked).outcome(case, TODAY)


def test_only_those_that_reach_the_case_are_asked_of_it() -> None:
    """A policy of another place is told to be elsewhere, and adds nothing to what is asked or owed."""
    case = Case(agency=Agency(place="us-ca/san-jose"), system=System(uses_ai=True))
    result = BOTH.evaluate(case, as_of=NOW)
    assert [AI_POLICY.id] == [part.policy.id for part in result.reaching]
    assert (True, False) == tuple(
        part.reaches for part in sorted(result.parts, key=lambda p: p.policy.id == SIGNED.id)
    )
    alone = AI_POLICY.evaluate(case, as_of=NOW)
    assert {one.fact for one in alone.questions} == {one.fact for one in result.questions}
    assert alone.duties == result.duties
    (place,) = BOTH.evaluate(Case(), as_of=NOW).questions
    assert "agency.place" == place.fact
    assert None is BOTH.evaluate(Case(), as_of=NOW).reaches


def test_a_policy_of_another_place_takes_a_line_of_the_page() -> None:
    """In text and on a page it is named with its place; what it would say is not spread out."""
    case = Case(agency=Agency(place="us-ca/san-jose"), system=System(uses_ai=True))
    result = BOTH.evaluate(case, as_of=NOW)
    for shown in (str(result), result._repr_html_()):
        assert "2 policies together" in shown
        assert f"{SIGNED.title}, for agencies of us-az" in shown
        assert 1 == shown.count(DISCLAIMER + " Facts")
    nowhere = BOTH.evaluate(Case(agency=Agency(place="us-ny")), as_of=NOW)
    assert "NOT APPLICABLE" in str(nowhere)
    assert 2 == str(nowhere).count("for agencies of")


TOGETHER = {"duties_by_act", "deadlines", "tiers_by_scale", "retention_limits"}
"""What the JSON of a joint answer has besides: what the parts come to together."""


def test_the_json_of_a_joint_answer_has_every_key_of_one() -> None:
    """What is not at its top stands in its parts: settings by policy, and lists one after the other."""
    result = BOTH.evaluate(Case(agency=Agency(place="us-az")), as_of=NOW)
    told, parts = result.to_dict(), [part.to_dict() for part in result.parts]
    assert parts == told["parts"]
    assert set(parts[0]) == set(told) - TOGETHER | IN_PARTS
    assert IN_PARTS == {
        *("readings", "parameters", "findings", "duties", "referrals", "tiers", "data_classes", "classified"),
        "retention",
        *("exposure", "sums_by_reading", "days_by_reading", "papers", "precedents", "restatements"),
        *("upcoming", "notes"),
    }
    assert replay(result.to_json(), result.case).same
    supposed = (AI_POLICY & DIGITAL_BILL_OF_RIGHTS).evaluate(result.case, as_of=NOW, hypothetical=True)
    assert replay(supposed.to_json(), result.case).same
    assert None is supposed.to_dict()["hypothetical"]


def test_what_one_text_restates_of_another_is_found_there() -> None:
    """Beside the policy that has the provision its status is told; alone it is not known."""
    ban = small(prohibition("B-1", ORDER.at("1"), "No.", when=Use.novel), id="ruritania/ban")
    again = small(
        requirement("R-1", ORDER.at("1"), "Train.", bearer="staff", when=ALWAYS),
        restatement(
            "R-2",
            ORDER.at("2"),
            "No.",
            restates="B-1",
            policy="ruritania/ban",
            kind=Kind.PROHIBITION,
            force=Force.BINDING,
        ),
        id="ruritania/again",
    )
    case = Case(use=Use(novel=True))
    (alone,) = again.evaluate(case, as_of=NOW).restatements
    assert () == alone.statuses
    (found,) = (ban & again).evaluate(case, as_of=NOW).restatements
    assert (Status.VIOLATED,) == found.statuses
