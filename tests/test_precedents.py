"""A base of decided cases: what it takes and refuses, what it says of a case, and that it decides nothing."""

from __future__ import annotations

import datetime
import json
import pickle
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from small_policies import small
from strategies import ORDER

import aigovkit as ag
from aigovkit.authoring import Period, Scale, Step, prohibition
from aigovkit.errors import PolicyError, UnknownNameError
from aigovkit.models import Case, Data, Safeguards, Use
from aigovkit.precedents import (
    AGAINST,
    FOR,
    Dimension,
    Factor,
    Pattern,
    Precedent,
    PrecedentBase,
    Role,
    Tag,
    back_to,
    shared_reasons,
    stated,
    towards,
)
from aigovkit.precedents.answers import Standing
from aigovkit.precedents.comparison import CONTRADICTORY, SILENT

NOW = datetime.date(2026, 3, 2)
TRACKS = Scale("track", "Track", [Step("brief", "Brief"), Step("full", "Full"), Step("refused", "Refused")])
FOLLOWED = Factor("followed", "people are followed", AGAINST, Use.tracks_individuals)
NOVEL = Factor("novel", "it is new", towards("full"), Use.novel)
DEFINED = Factor("defined", "its use is defined", FOR, Data.use_defined)
TRAINED = Factor("trained", "staff is trained", back_to("full"), Safeguards.staff_trained)
KEPT = Dimension("kept", "how long data is kept", AGAINST, Data.retention)
FACTORS = (FOLLOWED, NOVEL, DEFINED, TRAINED)
BANDS = Precedent(
    "C-1",
    ORDER.at("1"),
    "Bands",
    "refused",
    factors=[stated(FOLLOWED, Tag.REASON), stated(KEPT, Tag.REASON, value=Period(years=2))],
)
DOORS = Precedent(
    "C-2",
    ORDER.at("2"),
    "Doors",
    "full",
    factors=[stated(NOVEL, Tag.DESCRIBED), stated(TRAINED, Tag.REASON), stated(DEFINED, Tag.REASON)],
)
COUNTER = Precedent(
    "C-3",
    ORDER.at("3"),
    "Counter",
    "brief",
    factors=[stated(DEFINED, Tag.NECESSARY)],
    day=datetime.date(2024, 5, 1),
)
REFUSES = Pattern(
    "P-1", ORDER.at("1"), "Following is refused.", "refused", all_of=[FOLLOWED], precedents=["C-1"]
)
REASONS = shared_reasons(DOORS, "Two of the reasons of the doors.")


def made(**changes):
    """The base of these tests, with other parts."""
    parts = {
        "factors": FACTORS,
        "dimensions": [KEPT],
        "precedents": [BANDS, DOORS, COUNTER],
        "patterns": [REFUSES, REASONS],
        "policy": "ruritania/small",
    }
    return PrecedentBase("ruritania/small/decided", "Register", ORDER, TRACKS, **{**parts, **changes})


BASE = made()
BAN = prohibition("R-1", ORDER.at("1"), "Nobody is manipulated.", when=Use.manipulates_behavior)


# What a base takes


@pytest.mark.parametrize(
    ("build", "message"),
    [
        (lambda: Factor("a b", "it is", AGAINST, Use.novel), "`id` takes letters"),
        (lambda: Factor("a", " ", AGAINST, Use.novel), "`label` takes text that says something"),
        (lambda: Factor("a", "it is", "against", Use.novel), "`side` takes `AGAINST`, `FOR`"),
        (
            lambda: Factor("a", "it is", AGAINST, Use.novel, answers=["b"]),
            "`answers` is of a factor in favour",
        ),
        (lambda: Factor("a", "it is", FOR, Use.novel, weight=0), "`weight` takes a whole number from 1"),
        (lambda: Dimension("a", "it is", FOR, Use.novel), "`value` takes a quantity"),
        (lambda: Dimension("a", "it is", FOR, Data.retention, least="1"), "`least` takes a whole number"),
        (lambda: stated("a", "reason"), "`tag` takes a `Tag`"),
        (lambda: stated(KEPT, Tag.REASON), "a dimension takes a `value`"),
        (lambda: stated(NOVEL, Tag.REASON, value=1), "a factor has no `value`"),
        (lambda: attrs.evolve(BANDS, factors=[*BANDS.factors, *BANDS.factors]), "`followed` is stated twice"),
        (lambda: attrs.evolve(BANDS, day="2024"), "`day` takes a day"),
        (lambda: attrs.evolve(REFUSES, all_of=[]), "it names no factor"),
        (lambda: attrs.evolve(REFUSES, all_of=[], none_of=["novel"]), "it goes by what is not there alone"),
        (lambda: attrs.evolve(REFUSES, none_of=["followed"]), "a factor stands in it twice"),
        (lambda: attrs.evolve(REFUSES, some_of=["novel"], at_least=2), "`at_least` takes a number from 1 to"),
        (lambda: made(factors=[*FACTORS, NOVEL]), "two factors or dimensions have the id `novel`"),
        (lambda: made(factors=FACTORS[1:]), "`C-1` states `followed`, which the base does not have"),
        (lambda: made(precedents=[attrs.evolve(BANDS, track="refsed")]), "did you mean `refused`?"),
        (lambda: made(precedents=[BANDS]), "`C-2-REASONS` is drawn from `C-2`"),
        (
            lambda: made(factors=[attrs.evolve(FOLLOWED, side=towards("brief")), *FACTORS[1:]]),
            "against nothing; it has no weight",
        ),
        (
            lambda: made(factors=[*FACTORS[:2], attrs.evolve(DEFINED, answers=["folowed"]), TRAINED]),
            "did you mean `followed`?",
        ),
        (
            lambda: made(dimensions=[], precedents=[DOORS], patterns=[REASONS], policy="other"),
            "it is of `other`",
        ),
        (lambda: made(factors=FOLLOWED), "`factors` takes a list of factors"),
        (lambda: Precedent("C-9", ORDER.at("1"), "Nine", "brief"), "`factors` is missing"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(build, message):
    """Each part of a base that does not fit is an error of the kit that says what is accepted."""
    with pytest.raises(PolicyError) as caught:
        build()
    assert message in str(caught.value)


def test_lengths_that_cannot_be_told_apart_are_refused():
    """A month and 30 days on one dimension have no order, so that nothing could be said a fortiori."""
    other = attrs.evolve(BANDS, id="C-9", factors=[stated(KEPT, Tag.REASON, value=Period(days=30))])
    month = attrs.evolve(BANDS, factors=[stated(KEPT, Tag.REASON, value=Period(months=1))])
    base = made(precedents=[month, other, DOORS], patterns=[REASONS])
    with pytest.raises(PolicyError, match="cannot be told apart"):
        base.compare_factors({})


def test_what_is_asked_of_factors_that_are_none_is_refused():
    """A misspelt factor, and a value that it cannot have, are told with what is accepted."""
    with pytest.raises(UnknownNameError, match="did you mean `followed`"):
        BASE.compare_factors({"folowed": True})
    with pytest.raises(PolicyError, match="`followed` takes True, False or None"):
        BASE.compare_factors({"followed": "yes"})
    with pytest.raises(PolicyError, match="`kept` takes a whole number"):
        BASE.compare_factors({"kept": True})
    with pytest.raises(UnknownNameError, match="did you mean `C-1`"):
        BASE.without("c-1")


# What it says of a case


def test_a_fortiori_counts_the_same_length_and_more():
    """Kept for as long or longer a case is bound to the refusal, for a day less it is not; nor, as far as it
    reaches, with one thing more in its favour.
    """
    bad = {"followed": True, "novel": False, "defined": False, "trained": False}
    for days, floor in ((729, "brief"), (732, "refused"), (900, "refused")):
        assert floor == BASE.compare_factors({**bad, "kept": Period(days=days)}).bound.at_least.id
    good = {**bad, "trained": True, "kept": Period(days=900)}
    # Training speaks against a refusal, and is silent on a brief review.
    assert "full" == BASE.compare_factors(good).bound.at_least.id
    unsure = BASE.compare_factors({**good, "trained": None}).bound
    assert ("full", "refused") == (unsure.at_least.id, unsure.floor_open.id)
    assert "brief" == BASE.compare_factors({**good, "defined": True}).bound.at_least.id
    assert BASE.compare_factors({**good, "defined": None}).bound.forces is None


def test_a_factor_answers_only_the_grounds_it_speaks_to():
    """A favourable factor that answers something else keeps no refusal from binding."""
    bad = {"followed": True, "novel": False, "defined": True, "trained": False, "kept": Period(years=3)}
    assert "brief" == BASE.compare_factors(bad).bound.at_least.id
    other = made(factors=[FOLLOWED, NOVEL, attrs.evolve(DEFINED, answers=[NOVEL]), TRAINED])
    assert "refused" == other.compare_factors(bad).bound.at_least.id
    same = made(factors=[FOLLOWED, NOVEL, attrs.evolve(DEFINED, answers=[FOLLOWED]), TRAINED])
    assert "brief" == same.compare_factors(bad).bound.at_least.id


def test_the_strictest_ground_goes_first_and_the_others_are_told():
    """Where patterns of two tracks match, the stricter is predicted, and the milder is contrary."""
    prediction = BASE.compare_factors({"followed": True, "trained": True, "defined": True}).prediction
    assert "refused" == prediction.track.id
    assert ["P-1"] == [one.pattern for one in prediction.grounds]
    assert "C-2-REASONS" in [one.pattern for one in prediction.contrary]


def test_nothing_is_predicted_because_nothing_else_is_left():
    """Two of three tracks take what is not there; the third is not predicted for that."""
    takes = [
        Pattern(f"P-{one}", ORDER.at("4"), "It takes training.", one, all_of=[TRAINED], role=Role.REQUIRES)
        for one in ("brief", "full")
    ]
    prediction = made(patterns=takes).compare_factors({"trained": False, "novel": True}).prediction
    assert prediction.track is None
    assert ["refused"] == [one.id for one in prediction.tracks_left]
    assert SILENT == prediction.why_not


def test_what_a_track_takes_has_to_be_shown():
    """A pattern matches and its track takes more: it abstains and leans to the track until that is shown."""
    takes = Pattern(
        "P-2", ORDER.at("4"), "Refusal takes novelty.", "refused", all_of=[NOVEL], role=Role.REQUIRES
    )
    base = made(patterns=[REFUSES, takes])
    unknown = base.compare_factors({"followed": True}).prediction
    assert unknown.track is None
    assert "refused" == unknown.leans.id
    assert "Refused" in unknown.why_not
    assert "refused" == base.compare_factors({"followed": True, "novel": True}).prediction.track.id
    not_met = base.compare_factors({"followed": True, "novel": False}).prediction
    assert not_met.leans is None
    assert ["brief", "full"] == [one.id for one in not_met.tracks_left]


def test_a_weaker_pattern_leans_and_does_not_predict():
    """A pattern that is good for leaning predicts nothing."""
    leans = Pattern("P-2", ORDER.at("2"), "Trained staff.", "full", all_of=[TRAINED], role=Role.LEANS)
    prediction = made(patterns=[leans]).compare_factors({"trained": True}).prediction
    assert prediction.track is None
    assert "full" == prediction.leans.id
    assert ["P-2"] == [one.pattern for one in prediction.leaning]


def test_decided_cases_that_contradict_each_other_are_told():
    """Two alike that came out differently: the pair is named, and a case like them is predicted nothing."""
    other = attrs.evolve(BANDS, id="C-9", title="Bands again", track="full")
    good = attrs.evolve(
        COUNTER, id="C-8", track="refused", factors=[*COUNTER.factors, stated(NOVEL, Tag.REASON)]
    )
    easy = attrs.evolve(good, id="C-7", track="brief")
    base = made(precedents=[BANDS, other, DOORS, good, easy], patterns=[REASONS])
    pairs = [(one.stricter.id, one.milder.id) for one in base.inconsistencies]
    assert ("C-1", "C-9") in pairs
    assert ("C-8", "C-7") in pairs
    found = base.compare_factors(base.as_stated("C-8"))
    assert not found.bound.consistent
    assert CONTRADICTORY == found.prediction.why_not
    assert "contradict each other" in str(found)
    assert () == BASE.inconsistencies


def test_a_decided_case_is_told_apart_by_what_points_away_from_it():
    """What is lacking or added counts against relying on it where it points to another track."""
    near = {
        one.precedent.id: one
        for one in BASE.compare_factors(
            {"followed": False, "novel": True, "defined": True, "trained": False, "kept": Period(days=1)}
        ).nearest
    }
    assert {"C-2", "C-3"} == set(near)
    told = {one.factor.id: (str(one.why), str(one.points)) for one in near["C-2"].distinctions}
    assert {"trained": ("lacking", "stricter"), "kept": ("added", "stricter")} == told
    told = {one.factor.id: (str(one.why), str(one.points)) for one in near["C-3"].distinctions}
    assert {"novel": ("added", "stricter"), "kept": ("added", "stricter")} == told


def test_nobody_is_near_where_nothing_is_shared():
    """A case of which nothing is known has no neighbours, and no prediction."""
    found = BASE.compare_factors({})
    assert () == found.nearest
    assert found.nearest_otherwise is None
    assert found.prediction.track is None
    assert {"brief", "full", "refused"} >= {one.id for one in found.prediction.tracks_open}


def test_each_decided_case_can_be_left_out():
    """The report names what the others say of each, and leaves out what is drawn from that case alone."""
    report = BASE.leave_one_out()
    assert ["C-1", "C-2", "C-3"] == [one.precedent.id for one in report]
    assert [] == [one.id for one in BASE.without("C-1", "C-2").patterns]
    assert 3 == sum(report.count(one) for one in Standing)
    assert set(json.loads(json.dumps(report.to_dict()))["counts"]) == {str(one) for one in Standing}
    assert "judged by the others" in str(report)


# How it hangs on an evaluation


def evaluated(case, precedents=(BASE,)):
    return small(BAN, precedents=precedents).evaluate(case, as_of=NOW)


CASE = Case(title="A <b>case</b>", use=Use(tracks_individuals=True, manipulates_behavior=False))


def test_decided_cases_move_no_outcome():
    """With a base and without the outcome, the findings and the questions of a policy are the same."""
    with_, without = evaluated(CASE), evaluated(CASE, ())
    assert (with_.at_least, with_.at_most) == (without.at_least, without.at_most)
    assert [str(one.status) for one in with_.findings] == [str(one.status) for one in without.findings]
    assert with_.questions == without.questions
    assert with_.policy.version == without.policy.version
    assert "refused" == with_.precedents[0].prediction.track.id
    assert () == without.precedents


def test_the_facts_behind_a_factor_are_named():
    """An unknown factor says on which facts it hangs, and a question asks for them."""
    found = evaluated(Case()).precedents[0]
    (asked,) = [one for one in found.questions if one.factor is FOLLOWED]
    assert ("use.tracks_individuals",) == asked.facts
    assert "refused" == asked.if_shown.id
    (factor,) = [one for one in found.factors if one.id == "kept"]
    assert factor.holds is None
    assert ("data.retention",) == factor.unknown


def test_it_is_shown_as_a_prediction_and_apart_from_the_rules():
    """Text and HTML say that it is a prediction and no decision; names in a case and a base are escaped."""
    hostile = attrs.evolve(BANDS, title="<script>\x1b[31m")
    result = evaluated(CASE, (made(precedents=[hostile, DOORS, COUNTER]),))
    text, html = str(result), result._repr_html_()
    assert "Decided cases (Register): a prediction, no decision" in text
    assert "Predicted by what is shown: Refused" in text
    assert "\x1b" not in text
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_its_json_is_a_part_of_its_own_and_says_that_it_decides_nothing():
    """The JSON of an answer has it under `precedents`, valid by the schema, with force `precedent`."""
    result = evaluated(CASE)
    (row,) = result.to_dict()["precedents"]
    assert row == result.precedents[0].to_dict() == json.loads(result.precedents[0].to_json())
    assert ("precedent", False) == (row["prediction"]["force"], row["prediction"]["is_decision"])
    assert row["prediction"]["track"] == "refused"
    assert evaluated(CASE).to_json() == result.to_json()
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator(ag.evaluation_schema()).validate(result.to_dict())


def test_several_policies_have_those_of_each():
    """A joint answer lists the comparisons of its parts, and each stands in its own part of the JSON."""
    other = small(BAN, id="ruritania/other")
    joint = (small(BAN, precedents=[BASE]) & other).evaluate(CASE, as_of=NOW)
    assert ["ruritania/small/decided"] == [one.base.id for one in joint.precedents]
    assert [0, 1] == sorted(len(part["precedents"]) for part in joint.to_dict()["parts"])
    assert "Predicted by what is shown: Refused" in str(joint)


def test_a_base_is_loaded_when_it_is_first_asked_for_and_checked():
    """`module:name` is not looked at before; what cannot be loaded, or is of another policy, is told then."""
    named = evaluated(CASE, f"{__name__}:BASE")
    assert [BASE] == [one.base for one in named.precedents]
    assert str(evaluated(CASE, f"{__name__}:NOTHING").outcome)
    with pytest.raises(PolicyError, match="cannot be loaded"):
        _ = evaluated(CASE, f"{__name__}:NOTHING").precedents
    with pytest.raises(PolicyError, match="says it is of"):
        _ = evaluated(CASE, (attrs.evolve(BASE, policy=""),)).precedents
    with pytest.raises(PolicyError, match="no PrecedentBase"):
        _ = evaluated(CASE, ("nothing",)).precedents


def test_an_answer_with_a_base_pickles():
    """A comparison that has been worked out goes to another process and says the same."""
    result = evaluated(CASE)
    told = result.precedents[0].to_dict()
    again = pickle.loads(pickle.dumps(result))
    assert again == result
    assert told == again.precedents[0].to_dict()


def test_nothing_of_precedents_loads_before_it_is_asked_for():
    """To judge a case by a policy without a base takes no module of them."""
    program = (
        "import datetime, sys, aigovkit\n"
        "policy = aigovkit.find_policy('us-ca/san-jose/ai-policy')\n"
        "policy.evaluate(aigovkit.Case(), as_of=datetime.date(2026, 3, 2)).outcome\n"
        "print([one for one in sys.modules if one.startswith('aigovkit.precedent')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert "[]" == done.stdout.strip()
