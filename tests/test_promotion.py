"""Rules that bind once they are promoted: what a breach is called before that is known, and what then."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from drawing import SEEDS, Dice, flip
from hypothesis import given
from random_values import less
from small_policies import small
from strategies import NOW, ORDER, SETTINGS, random_judged

from aigovkit import periods
from aigovkit.answers import Attention, DutyStatus, Outcome, Status
from aigovkit.citations import Force, Kind
from aigovkit.cli import _EXITS
from aigovkit.engine import reference
from aigovkit.engine.verdicts import Verdict
from aigovkit.errors import PolicyError
from aigovkit.evaluation import Evaluation
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.nodes import ALWAYS, NOT_EVER, ByReading, Constant, Rebutted
from aigovkit.language.parameters import BooleanParameter
from aigovkit.models import Attestation, Case, Data, DataClass, DataElement, RetentionRule, Use
from aigovkit.page import page_of
from aigovkit.periods import Cadence, Period
from aigovkit.rules import (
    Deadline,
    advice,
    classification,
    definition,
    exception,
    noted,
    obligation,
    part,
    penalty,
    prohibition,
    recurring,
    requirement,
    retention,
    review,
    scope,
    score,
)

ADOPTED = BooleanParameter("adopted", "Is it adopted?", None)
TRACKS = Case(use=Use(tracks_individuals=True))


def ban(**options: Any) -> Any:
    """A recommended ban that a fact of the case promotes."""
    given = {"force": Force.RECOMMENDED, "promoted_by": Use.novel, **options}
    return prohibition("R-1", ORDER.at("1"), "Nobody is followed.", when=Use.tracks_individuals, **given)


def judged(rule: Any, case: Case = TRACKS, **parameters: Any) -> Evaluation:
    """What a policy of one rule says."""
    return small(rule).given(**parameters).evaluate(case, as_of=NOW)


@pytest.mark.parametrize(
    ("novel", "status", "effective"),
    [
        (None, Status.UNDETERMINED, None),
        (True, Status.VIOLATED, Force.BINDING),
        (False, Status.SHORTFALL, Force.RECOMMENDED),
    ],
)
def test_a_breach_has_no_name_while_it_is_unknown_whether_it_is_one_of_something_binding(
    novel: bool | None, status: Status, effective: Force | None
) -> None:
    """The finding hangs on the promotion, says so, and asks for it, in Python and in JSON."""
    result = judged(ban(), TRACKS.with_answer("use.novel", novel))
    finding = result.finding("R-1")
    hangs = ("use.novel",) if novel is None else ()
    assert (status, Force.RECOMMENDED, effective) == (finding.status, finding.force, finding.effective_force)
    assert hangs == finding.unknown
    assert hangs == tuple(question.fact for question in result.questions_about("R-1"))
    assert all(question.proven for question in result.questions_about("R-1"))
    (written,) = json.loads(result.to_json())["findings"]
    assert ("recommended", effective) == (written["force"], written["effective_force"])


def test_what_may_yet_be_a_breach_hangs_on_its_promotion_too() -> None:
    """A duty not known to be done asks whether it is, and whether it binds; an open one only the former."""
    options = {"force": Force.PRACTICE, "promoted_by": Use.novel, "bearer": "the agency"}
    passed = obligation("R-1", ORDER.at("1"), "Tell.", when=ALWAYS, gate=ALWAYS, **options)
    ahead = obligation("R-1", ORDER.at("1"), "Tell.", when=ALWAYS, gate=NOT_EVER, **options)
    assert ("attestations.R-1", "use.novel") == judged(passed).finding("R-1").unknown
    assert ("attestations.R-1",) == judged(ahead).finding("R-1").unknown
    done, undone = (Case(attestations={"R-1": Attestation(met=met)}) for met in (True, False))
    assert (Status.SATISFIED, ()) == (
        judged(passed, done).finding("R-1").status,
        judged(passed, done).finding("R-1").unknown,
    )
    assert (Status.UNDETERMINED, ("use.novel",)) == (
        judged(passed, undone).finding("R-1").status,
        judged(passed, undone).finding("R-1").unknown,
    )
    assert (Status.OPEN, ()) == (
        judged(ahead, undone).finding("R-1").status,
        judged(ahead, undone).finding("R-1").unknown,
    )


@pytest.mark.parametrize(
    ("adopted", "effective", "overdue"),
    [(True, Force.BINDING, (1, 0, 0)), (False, Force.RECOMMENDED, (0, 0, 0)), (None, None, (0, 0, 0, 1))],
)
def test_a_promoted_duty_that_is_late_counts(
    adopted: bool | None, effective: Force | None, overdue: tuple[int, ...]
) -> None:
    """What is overdue stands beside the outcome where the duty binds, be it by promotion, and apart where
    that is not known.
    """
    began = datetime.date(2026, 1, 5)
    rule = obligation(
        "R-1",
        ORDER.at("1"),
        "Tell.",
        bearer="the agency",
        when=ALWAYS,
        due=Deadline(Use.began.plus("P3D")),
        force=Force.RECOMMENDED,
        promoted_by=ADOPTED,
    )
    late = Case(use=Use(began=began), attestations={"R-1": Attestation(met=False)})
    result = judged(rule, late, adopted=adopted)
    (duty,) = result.duties
    assert (DutyStatus.OVERDUE, Force.RECOMMENDED, effective) == (
        duty.status,
        duty.force,
        duty.effective_force,
    )
    assert Attention(*overdue) == result.attention
    (written,) = json.loads(result.to_json())["duties"]
    assert effective == written["effective_force"]


def test_a_breach_without_a_name_is_still_told() -> None:
    """A practice departed from carries the outcome whatever the departure is called; the page gives both."""
    result = judged(ban(force=Force.PRACTICE))
    assert Outcome.PROHIBITED is result.outcome
    (why,) = (section for section in page_of(result).parts[0].sections if section.heading == "Why")
    (item,) = why.items
    assert "?" == item.mark
    assert [
        "because use.tracks_individuals is yes",
        "open until known what the breach is called: use.novel",
    ] == [line.text for line in item.below]


def test_an_explanation_tells_what_a_promotion_makes_of_the_force() -> None:
    """Printed and effective force stand beside each other where they differ."""
    known = {novel: TRACKS.with_answer("use.novel", novel) for novel in (None, True, False)}
    first = {novel: judged(ban(), case).explain("R-1").splitlines()[0] for novel, case in known.items()}
    assert {
        None: "R-1  prohibition, recommended, binding if it is promoted: undetermined",
        True: "R-1  prohibition, recommended, promoted to binding: violated",
        False: "R-1  prohibition, recommended: shortfall",
    } == first


def test_a_reading_that_promotes_decides_what_a_breach_is_called() -> None:
    """A finding depends on an ambiguity that leaves its verdict alone and changes its name."""
    weight = Ambiguity(
        "weight", "Does it bind?", {"yes": "It does.", "no": "It does not."}, "no", "Plain words."
    )
    rule = ban(promoted_by=ByReading(weight, (("yes", ALWAYS), ("no", NOT_EVER))))
    finding = judged(rule).finding("R-1")
    assert {"weight": {"yes": Status.VIOLATED, "no": Status.SHORTFALL}} == finding.readings


def test_a_name_that_rests_on_a_presumption_says_so() -> None:
    """Where somebody has to prove that a text binds, the name of the breach stands until it is proved."""
    finding = judged(ban(promoted_by=Rebutted(Use.novel))).finding("R-1")
    assert (Status.SHORTFALL, True, ("use.novel",)) == (finding.status, finding.presumed, finding.unknown)
    novel = judged(ban(promoted_by=Rebutted(Use.novel)), TRACKS.with_answer("use.novel", True))
    assert (Status.VIOLATED, False) == (novel.finding("R-1").status, novel.finding("R-1").presumed)


# Every kind of rule

NAMED = {True: Status.VIOLATED, False: Status.SHORTFALL, None: Status.UNDETERMINED}
PROMOTED = {"force": Force.RECOMMENDED, "promoted_by": ADOPTED}
SINCE = datetime.date(2025, 9, 1)
CASE = Case(
    use=Use(tracks_individuals=True, began=SINCE),
    data=Data(inventory_reviews=[], elements=[DataElement(name="faces")]),
    attestations={"R-1": Attestation(met=False)},
)
AT = ORDER.at("1")
PLAIN = (Outcome.NO_OBJECTION, Outcome.NO_OBJECTION)
OWED = {"bearer": "the agency", "when": Use.tracks_individuals, **PROMOTED}
LATE = {"gate": ALWAYS, **OWED}

MOVING: list[tuple[str, Any, Outcome, bool]] = [
    (
        "prohibition",
        prohibition("R-1", AT, "No.", when=Use.tracks_individuals, **PROMOTED),
        Outcome.PROHIBITED,
        False,
    ),
    ("review", review("R-1", AT, "Ask.", **LATE), Outcome.REVIEW, True),
    ("requirement", requirement("R-1", AT, "Do.", **LATE), Outcome.CONDITIONAL, True),
    ("lawful use", requirement("R-1", AT, "Do.", lawful_use=True, **LATE), Outcome.PROHIBITED, True),
]
"""Rules in breach that move the outcome once promoted, to what, and whether they are duties."""

WITHOUT: list[tuple[str, Any]] = [
    ("obligation", obligation("R-1", AT, "Do.", **LATE)),
    (
        "recurring",
        recurring(
            "R-1",
            AT,
            "Again.",
            occurrences=Data.inventory_reviews,
            cadence=Cadence(Period(months=1)),
            since=Use.began,
            **OWED,
        ),
    ),
]
"""Duties in breach that move no outcome, promoted or not."""

NOTHING: list[tuple[str, Any]] = [
    ("definition", definition("R-1", AT, "Is.", means=Use.tracks_individuals, **PROMOTED)),
    ("scope", scope("R-1", AT, "Covers.", covers=Use.tracks_individuals, **PROMOTED)),
    ("noted", noted("R-1", AT, "May.", kind=Kind.RIGHT, when=Use.tracks_individuals, **PROMOTED)),
    ("advice", advice("R-1", AT, "Wise.", when=Use.tracks_individuals)),
    ("score", score("R-1", AT, "?", points=Constant(3), **PROMOTED)),
    (
        "classification",
        classification(
            "R-1", AT, "Is.", of=Data.elements, falls_in=DataClass.SENSITIVE, when=ALWAYS, **PROMOTED
        ),
    ),
    ("retention", retention("R-1", AT, "Keep.", keeps=RetentionRule(floor=Period(days=30)), **PROMOTED)),
    (
        "penalty",
        penalty("R-1", AT, "A fine.", when=ALWAYS, least=500, most=900, formula="so much", **PROMOTED),
    ),
]
"""Rules that are noted, promoted or not."""

every_promotion = pytest.mark.parametrize("adopted", [True, False, None], ids=["promoted", "not", "unknown"])


def exit_code(result: Evaluation) -> int:
    """The exit code of the command line for an answer."""
    return _EXITS.get(result.outcome, 3) or (3 if result.attention else 0)


def named_as_it_is(result: Evaluation, adopted: bool | None) -> None:
    """Assert that a breach has its name, that what leaves it open is told and asked, and that JSON tells the
    force as Python does.
    """
    finding = result.finding("R-1")
    effective = {True: Force.BINDING, False: Force.RECOMMENDED, None: None}[adopted]
    hangs = ("adopted",) if adopted is None else ()
    assert (NAMED[adopted], effective, hangs) == (finding.status, finding.effective_force, finding.unknown)
    assert hangs == tuple(one.fact for one in result.questions_about("R-1"))
    assert all(one.parameter and one.proven for one in result.questions_about("R-1"))
    (written,) = result.to_dict()["findings"]
    assert (str(NAMED[adopted]), effective) == (written["status"], written["effective_force"])
    assert all(duty.effective_force is effective for duty in result.duties)
    said = "recommended, promoted to binding" in str(result)
    assert said is (adopted is True)


@every_promotion
@pytest.mark.parametrize(
    ("rule", "outcome", "is_duty"), [row[1:] for row in MOVING], ids=[row[0] for row in MOVING]
)
def test_what_is_recommended_moves_the_outcome_once_promoted(
    rule: Any, outcome: Outcome, is_duty: bool, adopted: bool | None
) -> None:
    """A breach moves the outcome where the text was adopted, not where it was not, and leaves it open while
    that is unknown; the exit code and the first line go with it.
    """
    result = judged(rule, CASE, adopted=adopted)
    expected = {True: (outcome, outcome), False: PLAIN, None: (Outcome.NO_OBJECTION, outcome)}[adopted]
    assert expected == (result.at_least, result.at_most)
    asked = [one.fact for one in result.questions]
    assert (["adopted"] if adopted is None else []) == asked
    named_as_it_is(result, adopted)
    late = {True: Attention(0, 1), False: Attention(0, 0), None: Attention(0, 0, 0, 1)}[adopted]
    assert (late if is_duty else Attention(0, 0)) == result.attention
    assert (0 if adopted is False else 1 if adopted and outcome is Outcome.PROHIBITED else 3) == exit_code(
        result
    )
    reference_agrees(result)


@every_promotion
@pytest.mark.parametrize("rule", [row[1] for row in WITHOUT], ids=[row[0] for row in WITHOUT])
def test_a_recommended_duty_in_breach_counts_once_promoted(rule: Any, adopted: bool | None) -> None:
    """A duty moves no outcome; late, it stands beside it and in the exit code where it binds, or may."""
    result = judged(rule, CASE, adopted=adopted)
    assert PLAIN == (result.at_least, result.at_most)
    named_as_it_is(result, adopted)
    assert (0 if adopted is False else 3) == exit_code(result)
    assert bool(result.attention) is (adopted is not False)
    said = {True: "1 duty ", False: "NO OBJECTION", None: "1 duty late, if it binds"}[adopted]
    assert said in page_of(result).parts[0].verdict
    reference_agrees(result)


@every_promotion
@pytest.mark.parametrize("rule", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_what_is_only_noted_moves_nothing_promoted_or_not(rule: Any, adopted: bool | None) -> None:
    """Definitions, scores, classes and the like leave the outcome and the exit code as they are."""
    made = small(rule)
    result = (made.given(adopted=adopted) if made.rulebook.parameters else made).evaluate(CASE, as_of=NOW)
    assert PLAIN == (result.at_least, result.at_most)
    assert 0 == exit_code(result)
    assert result.finding("R-1").status in (Status.NOTED, Status.ADVISED)
    assert () == result.questions
    reference_agrees(result)


@every_promotion
def test_lists_say_what_a_promotion_makes_of_their_text(adopted: bool | None) -> None:
    """Tiers and classes give the force their text has, retention whether it is commanded; a penalty of a text
    that moves nothing is no exposure, and one that may is not certain.
    """
    rules = dict(NOTHING)
    results = {
        name: judged(rules[name], CASE, adopted=adopted)
        for name in ("score", "classification", "retention", "penalty")
    }
    effective = {True: Force.BINDING, False: Force.RECOMMENDED, None: None}[adopted]
    (tier,) = results["score"].tiers
    (element,) = results["classification"].data_classes
    (kept,) = results["retention"].retention
    assert (effective, effective, adopted) == (tier.effective_force, element.effective_force, kept.commanded)
    for name, key in (("score", "tiers"), ("classification", "data_classes")):
        assert [effective] == [one["effective_force"] for one in results[name].to_dict()[key]]
    costs = [(cost.at_least, cost.at_most, cost.certain) for cost in results["penalty"].exposure]
    assert {True: [(500, 900, True)], False: [], None: [(0, 900, False)]}[adopted] == costs


@every_promotion
def test_a_recommended_exception_lifts_a_ban_once_promoted(adopted: bool | None) -> None:
    """A recommendation lifts no binding ban; adopted it does, and until that is known the outcome is open."""
    binding = prohibition("B", AT, "No.", when=Use.tracks_individuals)
    lifts = exception("R-1", AT, "But.", to=binding, when=Use.tracks_individuals, **PROMOTED)
    result = small(binding, lifts).given(adopted=adopted).evaluate(CASE, as_of=NOW)
    assert {
        True: PLAIN,
        False: (Outcome.PROHIBITED, Outcome.PROHIBITED),
        None: (Outcome.NO_OBJECTION, Outcome.PROHIBITED),
    }[adopted] == (result.at_least, result.at_most)
    hangs = ["adopted"] if adopted is None else []
    assert hangs == [one.fact for one in result.questions]
    assert hangs == list(result.finding("B").unknown)
    reference_agrees(result)


def reference_agrees(result: Evaluation) -> None:
    """Assert that the plain meaning says the same."""
    rulebook = result.policy.rulebook
    assert reference.outcome(rulebook, result.situation) == (result.at_least, result.at_most)
    assert reference.verdicts(rulebook, result.situation) == result.verdicts


def test_a_part_says_once_what_promotes_its_rules() -> None:
    """What promotes a whole section stands with it; a rule may say otherwise, and advice gains nothing."""
    section = part(ORDER, "3", force=Force.RECOMMENDED, promoted_by=ADOPTED, bearer="the agency")
    assert ADOPTED == section.obligation("A", "(1)", "Do.", when=ALWAYS).promoted_by
    assert ADOPTED == section.score("B", "(2)", "?", points=Constant(1)).promoted_by
    assert NOT_EVER == section.review("C", "(3)", "Ask.", when=ALWAYS, promoted_by=NOT_EVER).promoted_by
    assert (
        NOT_EVER
        == section.but(promoted_by=None).noted("D", "(4)", "May.", kind=Kind.RIGHT, when=ALWAYS).promoted_by
    )
    assert NOT_EVER == section.advice("E", "(5)", "Wise.", when=ALWAYS).promoted_by
    with pytest.raises(PolicyError, match="`promoted_by` takes a condition, or a defined term"):
        part(ORDER, "3", promoted_by=5)  # type: ignore[arg-type]


# Learning


def agrees_with(before: Status, after: Status) -> bool:
    """Whether a status goes with one that was found when less was known."""
    if before is Status.UNDETERMINED:
        return True
    if before is Status.SATISFIED_IF_APPLICABLE:
        return after in (before, Status.SATISFIED) or after.is_silent
    return after is before or (before.is_silent and after.is_silent)


@given(SEEDS)
def test_learning_facts_or_parameters_never_changes_a_settled_status(seed: int) -> None:
    """However a finding is called once it is settled, it goes on to be called; what is open says why."""
    draw = Dice(seed)
    for _ in range(4):
        made, case, as_of = random_judged(draw, proved=False)
        zone = made.rulebook.zone
        unsaid = {one.name: None for one in made.rulebook.parameters if one.name in SETTINGS and flip(draw)}
        known_before = less(draw, case, periods.end_of(as_of, zone), zone, word_alone=False)
        before = made.given(**unsaid).evaluate(known_before, as_of=as_of)
        after = made.evaluate(case, as_of=as_of)
        for was, now, verdict in zip(before.findings, after.findings, before.verdicts, strict=True):
            assert agrees_with(was.status, now.status), (was, now)
            assert was.unknown or (verdict, was.status) != (Verdict.BREACHED, Status.UNDETERMINED), was
            assert was.effective_force in (None, now.effective_force)
