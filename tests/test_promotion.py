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
from aigovkit.citations import Force
from aigovkit.engine.verdicts import Verdict
from aigovkit.evaluation import Evaluation
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.nodes import ALWAYS, NOT_EVER, ByReading, Rebutted
from aigovkit.language.parameters import BooleanParameter
from aigovkit.models import Attestation, Case, Use
from aigovkit.page import page_of
from aigovkit.rules import Deadline, obligation, prohibition

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
    [(True, Force.BINDING, 1), (False, Force.RECOMMENDED, 0), (None, None, 0)],
)
def test_a_promoted_duty_that_is_late_counts(
    adopted: bool | None, effective: Force | None, overdue: int
) -> None:
    """What is overdue stands beside the outcome where the duty binds, be it by promotion."""
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
    assert Attention(overdue, 0) == result.attention
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
        before = made.given(**unsaid).evaluate(
            less(draw, case, periods.end_of(as_of, zone), zone), as_of=as_of
        )
        after = made.evaluate(case, as_of=as_of)
        for was, now, verdict in zip(before.findings, after.findings, before.verdicts, strict=True):
            assert agrees_with(was.status, now.status), (was, now)
            assert was.unknown or (verdict, was.status) != (Verdict.BREACHED, Status.UNDETERMINED), was
            assert was.effective_force in (None, now.effective_force)
