"""What a text leaves to a person: referred until it is decided, neither advice nor a breach."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from small_policies import agrees, small
from strategies import NOW, ORDER

from aigovkit.answers import Attention, Outcome, Status
from aigovkit.citations import Force
from aigovkit.cli import main
from aigovkit.errors import PolicyError
from aigovkit.html import to_html
from aigovkit.json import replay
from aigovkit.language.nodes import NOT_EVER, Attested, Rebutted
from aigovkit.language.parameters import BooleanParameter
from aigovkit.models import Attestation, Case, Data, DataElement, Incident, Use
from aigovkit.page import page_of
from aigovkit.policies import Policy
from aigovkit.rules import Referral, exception, prohibition, referral, review

ISSUE = "Is this use to be barred like those listed?"
GRAVE = Use.severe_risk


def left(**options: Any) -> Referral:
    """A list left open, for the registrar to decide on."""
    given = {"issue": ISSUE, "bearer": "the registrar", "when": GRAVE, **options}
    return referral("R-1", ORDER.at("4(9)"), "Uses as grave may be barred too.", **given)


def decided(met: bool | None) -> dict[str, Attestation]:
    """What is attested of the decision."""
    return {} if met is None else {"R-1": Attestation(met=met)}


OPEN, PROVIDED = left(), left(done=Attested("R-1"))


@pytest.mark.parametrize(
    ("rule", "grave", "met", "status", "least", "most"),
    [
        (OPEN, True, None, Status.REFERRED, Outcome.REVIEW, Outcome.REVIEW),
        (OPEN, False, None, Status.NOT_APPLICABLE, Outcome.NO_OBJECTION, Outcome.NO_OBJECTION),
        (OPEN, None, None, Status.UNDETERMINED, Outcome.NO_OBJECTION, Outcome.REVIEW),
        (PROVIDED, True, False, Status.REFERRED, Outcome.REVIEW, Outcome.REVIEW),
        (PROVIDED, True, None, Status.UNDETERMINED, Outcome.NO_OBJECTION, Outcome.REVIEW),
        (PROVIDED, True, True, Status.SATISFIED, Outcome.NO_OBJECTION, Outcome.NO_OBJECTION),
        (PROVIDED, None, True, Status.SATISFIED_IF_APPLICABLE, Outcome.NO_OBJECTION, Outcome.NO_OBJECTION),
        (PROVIDED, None, False, Status.UNDETERMINED, Outcome.NO_OBJECTION, Outcome.REVIEW),
        (PROVIDED, False, None, Status.NOT_APPLICABLE, Outcome.NO_OBJECTION, Outcome.NO_OBJECTION),
    ],
)
def test_a_referral_holds_the_outcome_at_review_until_it_is_decided(
    rule: Referral, grave: bool | None, met: bool | None, status: Status, least: Outcome, most: Outcome
) -> None:
    """Where it bites it is referred; what is unknown of it, or of the decision, leaves it open."""
    made, case = small(rule), Case(use=Use(severe_risk=grave), attestations=decided(met))
    result = made.evaluate(case, as_of=NOW)
    assert (status, least, most) == (result.finding("R-1").status, result.at_least, result.at_most)
    assert (status is Status.REFERRED) == bool(result.attention)
    assert {Status.REFERRED: [True], Status.UNDETERMINED: [False]}.get(status, []) == [
        one.certain for one in result.referrals
    ]
    assert () == result.duties
    agrees(made, case, NOW)


def test_a_referral_says_what_has_to_be_decided_and_by_whom() -> None:
    """Text, page, JSON and the explanation name the issue and the person, and the first line counts it."""
    case = Case(use=Use(severe_risk=True))
    result = small(OPEN).evaluate(case, as_of=NOW)
    assert "REVIEW · 1 decision referred" == page_of(result).parts[0].verdict
    assert "REVIEW · 1 decision referred" in to_html(result)
    text = str(result)
    assert "For a person to decide" in text
    assert f">  {ISSUE}" in text
    assert "the registrar" in text
    assert f"To be decided by the registrar: {ISSUE}" in result.explain("R-1")
    assert ("use.severe_risk is yes",) == result.finding("R-1").because
    written = json.loads(result.to_json())
    counted = {"overdue": 0, "unmet": 0, "met_late": 0, "referred": 1, "perhaps": 0}
    assert counted == written["attention"]
    assert [
        {
            "provision": "R-1",
            "citation": str(OPEN.citation),
            "issue": ISSUE,
            "bearer": "the registrar",
            "certain": True,
            "moves": True,
            "about": "",
        }
    ] == written["referrals"]
    assert "referred" == written["findings"][0]["status"]
    made = small(OPEN)
    assert () == replay(result.to_json(), case, policies={made.id: made}).differences


def test_what_is_referred_is_asked_for_as_a_decision() -> None:
    """Where the text provides for a decision, the question is whether it was taken, and names the issue."""
    result = small(PROVIDED).evaluate(Case(use=Use(severe_risk=True)), as_of=NOW)
    (question,) = result.questions
    assert "attestations.R-1" == question.fact
    assert f"Has this been decided by the registrar? {ISSUE}" == question.prompt
    assert ("attestations.R-1",) == result.finding("R-1").unknown


def test_a_referral_is_owed_for_each_record_it_arises_from() -> None:
    """What speaks of records is told, and counted, once for each of them."""
    rule = left(when=DataElement.identifies_person, each=Data.elements, done=DataElement.transfer_authorized)
    elements = [
        DataElement(name="name", identifies_person=True, transfer_authorized=False),
        DataElement(name="face", identifies_person=True, transfer_authorized=True),
        DataElement(name="plate", identifies_person=True),
        DataElement(name="weather", identifies_person=False),
    ]
    made, case = small(rule), Case(data=Data(elements=elements))
    result = made.evaluate(case, as_of=NOW)
    assert [("name", True), ("plate", False)] == [(one.about, one.certain) for one in result.referrals]
    assert Status.REFERRED is result.finding("R-1").status
    assert Attention(0, 0, 1) == result.attention
    agrees(made, case, NOW)


ADOPTED = BooleanParameter("adopted", "Was the annex adopted?", default=None)


def test_the_outcome_waits_only_for_what_moves_it() -> None:
    """A referral of a text that does not move the outcome is told and not counted; while its promotion is
    unknown the outcome is open.
    """
    case = Case(use=Use(severe_risk=True))
    weak = small(left(force=Force.RECOMMENDED)).evaluate(case, as_of=NOW)
    assert (Status.REFERRED, Outcome.NO_OBJECTION) == (weak.finding("R-1").status, weak.outcome)
    assert not weak.attention
    assert [False] == [one.moves for one in weak.referrals]
    made = small(left(force=Force.RECOMMENDED, promoted_by=ADOPTED))
    for adopted, expected in ((True, "review"), (False, "no_objection"), (None, "undetermined")):
        judged = made.given(adopted=adopted)
        assert expected == judged.evaluate(case, as_of=NOW).outcome.word
        agrees(judged, case, NOW)


@pytest.mark.parametrize(
    ("met", "status", "outcome", "presumed"),
    [
        (None, Status.REFERRED, Outcome.REVIEW, True),
        (False, Status.REFERRED, Outcome.REVIEW, False),
        (True, Status.SATISFIED, Outcome.NO_OBJECTION, False),
    ],
)
def test_a_referral_may_stand_until_somebody_shows_the_decision(
    met: bool | None, status: Status, outcome: Outcome, presumed: bool
) -> None:
    """Where the burden of showing it lies with whoever relies on it, silence is no decision: what is presumed
    is marked, and asked for.
    """
    made, case = (
        small(left(done=Rebutted(Attested("R-1")))),
        Case(use=Use(severe_risk=True), attestations=decided(met)),
    )
    result = made.evaluate(case, as_of=NOW)
    finding = result.finding("R-1")
    assert (status, outcome, presumed) == (finding.status, result.outcome, finding.presumed)
    assert ["attestations.R-1"] * presumed == [one.fact for one in result.questions if one.rebuts]
    agrees(made, case, NOW)


def test_what_nobody_has_come_near_is_not_told_as_a_decision() -> None:
    """Of a case of which nothing is known no decision is asked of anybody; where part of it holds it is told
    as one that may come.
    """
    made = small(left(when=GRAVE & Use.tracks_individuals))
    assert [False] == [one.certain for one in made.evaluate(Case(), as_of=NOW).referrals]
    assert "For a person to decide" not in str(made.evaluate(Case(), as_of=NOW))
    near = str(made.evaluate(Case(use=Use(severe_risk=True)), as_of=NOW))
    assert f"?  {ISSUE}" in near
    assert "the registrar · if it comes to that" in near


def test_an_exception_displaces_a_referral() -> None:
    """What an exception lifts is left to nobody."""
    lifted = exception("R-2", ORDER.at("5"), "Not there.", to="R-1", when=Use.tracks_individuals)
    case = Case(use=Use(severe_risk=True, tracks_individuals=True))
    result = small(OPEN, lifted).evaluate(case, as_of=NOW)
    assert (Status.DISPLACED, ()) == (result.finding("R-1").status, result.referrals)
    assert Outcome.NO_OBJECTION is result.outcome


def test_the_joint_line_counts_the_referrals_of_every_member() -> None:
    """What two policies leave to a person stands beside the outcome of both."""
    one = small(OPEN, id="ruritania/one")
    two = small(attrs.evolve(OPEN, id="R-7"), id="ruritania/two")
    both = (one & two).evaluate(Case(use=Use(severe_risk=True)), as_of=NOW)
    assert Attention(0, 0, 2) == both.attention
    assert "REVIEW · 2 decisions referred" == page_of(both).joint
    assert ["R-1", "R-7"] == [one.provision for one in both.referrals]


def test_a_referral_does_not_hide_behind_a_milder_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command line ends as with a review where something is referred."""
    file = tmp_path / "case.json"
    file.write_text(Case(use=Use(severe_risk=True)).to_json(), encoding="utf-8")
    made: Policy = small(OPEN)
    monkeypatch.setattr("aigovkit.cli.find_policy", lambda _: made)
    assert 3 == main(["evaluate", str(file), "--policy", made.id, "--as-of", "2026-03-02"])
    assert "1 decision referred" in capsys.readouterr().out


def test_a_stricter_outcome_still_tells_what_is_referred() -> None:
    """Beside a prohibition the referral stands in the first line, and below it in why."""
    ban = prohibition("R-3", ORDER.at("3"), "Nobody is followed.", when=Use.tracks_individuals)
    ask = review("R-4", ORDER.at("6"), "Ask the board.", bearer="the board", when=GRAVE, done=NOT_EVER)
    case = Case(use=Use(severe_risk=True, tracks_individuals=True))
    result = small(OPEN, ask, ban).evaluate(case, as_of=NOW)
    assert "PROHIBITED · 1 decision referred" == page_of(result).parts[0].verdict
    (why,) = (section for section in page_of(result).parts[0].sections if section.heading == "Why")
    assert ["x", ">", "o"] == [item.mark for item in why.items]


def test_a_decision_is_a_condition() -> None:
    """A time, a fact of records without the list, and words that say nothing are refused."""
    with pytest.raises(PolicyError, match=r"`done` of a `Referral` takes a condition.*ask `\.happened\(\)`"):
        left(done=Use.began)
    with pytest.raises(PolicyError, match="`done` reads `Incident.caused_harm`"):
        left(done=Incident.caused_harm)
    with pytest.raises(PolicyError, match="`issue` takes text that says something"):
        left(issue=" ")
