"""Scales of an instrument's own, and the steps on which a case may stand while facts are unknown."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterator
from typing import Any

import pytest
from drawing import SEEDS, Dice, examples, flip, now_and_then, pick
from gates import gated
from hypothesis import given, settings
from small_policies import agrees, small
from strategies import ORDER

from aigovkit.answers import Outcome, Status
from aigovkit.authoring import BooleanParameter, Force, as_a_whole
from aigovkit.engine.in_ranges import Totals
from aigovkit.engine.stand_ins import StandIn
from aigovkit.engine.tiers import tiers
from aigovkit.errors import PolicyError, UnknownNameError
from aigovkit.facts import Boolean, Term, TermSet
from aigovkit.language.meaning import bounds, holds, reached
from aigovkit.language.nodes import (
    ALWAYS,
    NOT_EVER,
    AllOf,
    Constant,
    Fact,
    Greatest,
    LiesIn,
    Named,
    Points,
    Product,
    Rebutted,
    Sum,
)
from aigovkit.language.parts import facts_in
from aigovkit.language.reaches import ends
from aigovkit.models import (
    FACTS,
    Case,
    Output,
    RiskTier,
    Safeguards,
    Scale,
    Stage,
    Step,
    System,
    Use,
    Vendor,
    Violation,
)
from aigovkit.policies import Policy
from aigovkit.rules import Score, prohibition, review, score
from aigovkit.situation import Situation
from aigovkit.text import describe

TODAY = datetime.date(2026, 3, 2)
PRIORITY = Scale("priority", "Priority", [Step("low", "Low"), Step("medium", "Medium"), Step("high", "High")])
BANDS = [(3, 4, "low"), (5, 6, "medium"), (7, 9, "high")]

# A scale


def test_a_scale_knows_its_steps() -> None:
    """A step is found by its id; what is above and below it comes in the order of the scale."""
    assert "Medium" == PRIORITY.step("medium").label == str(PRIORITY.step("medium"))
    assert ["medium", "high"] == [step.id for step in PRIORITY.from_("medium")]
    assert ["low", "medium"] == [step.id for step in PRIORITY.up_to("medium")]
    with pytest.raises(UnknownNameError, match="unknown step of priority `hihg`; did you mean `high`?"):
        PRIORITY.step("hihg")


def test_a_scale_says_whether_it_ranks_risk() -> None:
    """A scale of risk names a tier of risk for each step; a priority or a track does not."""
    ranked = [Step("some", "Some", risk=RiskTier.LOW), Step("grave", "Grave", risk=RiskTier.HIGH)]
    assert Scale("harm", "Harm", ranked).ranks_risk
    assert not PRIORITY.ranks_risk


WRONG: list[tuple[Any, str]] = [
    (
        lambda: Step("High", "High"),
        "step `High`: `id` takes lower-case words joined by `_`, such as `level_2`",
    ),
    (lambda: Step("high", " "), "step `high`: `label` takes text that says something"),
    (
        lambda: Step(2, 3),
        "step `2` has 2 problems:\n  `id` takes text, not `2`\n  `label` takes text, not `3`",
    ),
    (lambda: Step("high", "High", risk="high"), "`risk` takes a `RiskTier`, such as `RiskTier.HIGH`"),
    (lambda: Scale("My scale", "", [Step("a", "A"), Step("b", "B")]), "scale `My scale` has 2 problems"),
    (lambda: Scale("s", "S", ["low", "high"]), "`steps` takes a list of `Step`, the lowest first, not"),
    (lambda: Scale("s", "S", [Step("a", "A")]), "`steps` takes two or more"),
    (lambda: Scale("s", "S", [Step("a", "A"), Step("a", "B")]), "two steps have the id `a`"),
    (lambda: Scale("s", "S", [Step("a", "A"), Step("b", "A")]), "two steps have the label `A`"),
    (
        lambda: Scale("s", "S", [Step("a", "A", risk=RiskTier.LOW), Step("b", "B")]),
        "`risk` stands with all steps or with none; `b` has none",
    ),
    (
        lambda: Scale("s", "S", [Step("a", "A", risk=RiskTier.HIGH), Step("b", "B", risk=RiskTier.LOW)]),
        "`risk` falls where the steps rise",
    ),
]


@pytest.mark.parametrize(("wrong", "message"), WRONG)
def test_a_wrong_scale_is_refused_with_all_that_is_wrong(wrong: Any, message: str) -> None:
    """A scale that does not fit together is refused where it is built, and everything is said at once."""
    with pytest.raises(PolicyError) as caught:
        wrong()
    assert message in str(caught.value)


# Conditions on a step


def scored(points: Any, bands: Any = BANDS, scale: Scale = PRIORITY, **options: Any) -> Score:
    """A score of a scale."""
    return score("S", ORDER.at("7"), "Points.", points=points, scale=scale, bands=bands, **options)


def judged(condition: Any, case: Case) -> bool | None:
    """Whether a condition holds of a case, compiled and by its plain meaning."""
    made = small(prohibition("P", ORDER.at("1"), "No.", when=condition))
    agrees(made, case, TODAY)
    return holds(condition, made.situation(case, TODAY))


ROW = [(System.uses_ai, 9), (Vendor.involved, 5), (ALWAYS, 3)]


def test_a_condition_asks_on_which_step_a_case_stands() -> None:
    """`at_least`, `at_most` and `is_on` are true, false or unknown, as the steps are that are left."""
    made = scored(ROW)
    low = Case(system=System(uses_ai=False), vendor=Vendor(involved=False))
    some = Case(system=System(uses_ai=False))
    high = Case(system=System(uses_ai=True))
    for condition, answers in [
        (made.at_least("low"), (True, True, True, True)),
        (made.at_least("medium"), (False, None, True, None)),
        (made.at_least("high"), (False, False, True, None)),
        (made.at_most("low"), (True, None, False, None)),
        (made.at_most("high"), (True, True, True, True)),
        (made.is_on("medium"), (False, None, False, None)),
        (made.is_on("low", "medium"), (True, True, False, None)),
    ]:
        assert answers == tuple(judged(condition, case) for case in (low, some, high, Case()))


def test_a_condition_on_a_step_reads_as_its_scale_does() -> None:
    """The name of the condition gives the title of the scale and the label of the step."""
    made = scored(ROW)
    several = (made.at_least("high"), made.at_most("low"), made.is_on("low", "high"))
    assert ["Priority is at least High", "Priority is at most Low", "Priority is Low or High"] == [
        condition.name for condition in several if isinstance(condition, Named)
    ]
    with pytest.raises(UnknownNameError, match="unknown step of priority `top`"):
        made.at_least("top")
    with pytest.raises(PolicyError, match="`S` has no steps to stand on; give it a `scale` and `bands`"):
        score("S", ORDER.at("7"), "Points.", points=ROW).at_least("low")


def test_a_step_without_a_band_is_never_stood_on() -> None:
    """No total stands on a step for which there is no band."""
    made = scored([(System.uses_ai, 1), (ALWAYS, 0)], [(0, 0, "low"), (1, 1, "medium")])
    assert NOT_EVER == made.at_least("high")


def test_a_score_that_is_not_called_for_asks_nothing() -> None:
    """Where `when` fails a score is not listed, no condition on its steps holds, and nothing is asked for it;
    while that is unknown, it is asked first and the steps are not certain.
    """
    made = scored(ROW, when=Use.novel)
    rule = review("R", ORDER.at("8"), "Ask.", bearer="b", when=made.at_least("high"))
    for novel, listed, answer in [(True, 1, None), (None, 1, None), (False, 0, False)]:
        case = Case(use=Use(novel=novel))
        result = small(made, rule).evaluate(case, as_of=TODAY)
        asked = [question.fact for question in result.questions]
        assert listed == len(result.tiers)
        assert answer is judged(made.at_least("high"), case)
        assert (answer is None) is ("system.uses_ai" in asked)
        assert (novel is None) is ("use.novel" in asked)
        assert not any(found.certain for found in result.tiers)
    plain = small(made, rule).evaluate(Case(use=Use(novel=False)), as_of=TODAY)
    assert Outcome.NO_OBJECTION is plain.outcome
    assert () == plain.questions


def test_the_reason_of_a_step_is_what_counts() -> None:
    """That a step is stood on is told by its name; that it is not, by the points that count and a total."""
    rows = Points([(System.uses_ai, 1), (ALWAYS, 2)]) + Points([(Vendor.involved, 3), (ALWAYS, 7)])
    high, medium = scored(rows).at_least("high"), scored(rows).at_least("medium")
    made = small(*(prohibition(id, ORDER.at("1"), "No.", when=at) for id, at in (("H", high), ("M", medium))))
    result = made.evaluate(Case(system=System(uses_ai=True), vendor=Vendor(involved=False)), as_of=TODAY)
    assert ("Priority is at least High",) == result.finding("H").because
    result = made.evaluate(Case(system=System(uses_ai=True), vendor=Vendor(involved=True)), as_of=TODAY)
    assert ("system.uses_ai is yes", "vendor.involved is yes", "the total, 4, is not 5 to 9") == (
        result.finding("M").because
    )


# What is still possible: the whole of a matrix

SUBSETS = [set(some) for size in (1, 2, 3) for some in itertools.combinations((1, 2, 3), size)]
FIRST = (System.uses_ai, System.outputs_automatic)
SECOND = (Vendor.involved, Use.novel)
THIRD = (Use.deployed_by_agency, Safeguards.staff_trained)
KNOWN: dict[frozenset[int], tuple[bool | None, bool | None]] = {
    frozenset({1}): (True, None),
    frozenset({2}): (False, True),
    frozenset({3}): (False, False),
    frozenset({1, 2}): (None, True),
    frozenset({1, 3}): (None, False),
    frozenset({2, 3}): (False, None),
    frozenset({1, 2, 3}): (None, None),
}
"""What is known of two facts that leaves so much of a cell: 1 where the first holds, 2 the second, else 3."""


def row(facts: tuple[Any, Any], *points: int) -> Points:
    """A row of a matrix."""
    return Points([(facts[0], points[0]), (facts[1], points[1]), (ALWAYS, points[2])])


PUBLISHED = row(FIRST, 1, 2, 3) + row(SECOND, 1, 2, 3) + row(THIRD, 1, 2, 3)
PROTECTIVE = row(FIRST, 3, 2, 1) + row(SECOND, 3, 2, 1) + row(THIRD, 1, 2, 3)


def states() -> Iterator[tuple[Case, list[tuple[int, ...]]]]:
    """The 343 ways in which three cells may be known in part, and the combinations each leaves."""
    for three in itertools.product(SUBSETS, repeat=3):
        case = Case()
        for facts, left in zip((FIRST, SECOND, THIRD), three, strict=True):
            for fact, answer in zip(facts, KNOWN[frozenset(left)], strict=True):
                case = case if answer is None else case.with_answer(fact.path, answer)
        yield case, list(itertools.product(*map(sorted, three)))


def band(total: int) -> str:
    """The step of a total."""
    return next(step for least, most, step in BANDS if least <= total <= most)


def test_of_a_matrix_exactly_what_is_possible_is_left() -> None:
    """In all 343 partly known states of three cells, the totals and the steps are exactly those of the
    combinations left, by the printed points and with two cells turned round.
    """
    made = small(
        scored(PUBLISHED),
        score("T", ORDER.at("8"), "Turned.", points=PROTECTIVE, scale=PRIORITY, bands=BANDS),
    )
    count = 0
    for case, left in states():
        count += 1
        printed, turned = {sum(one) for one in left}, {8 - one[0] - one[1] + one[2] for one in left}
        for found, totals in zip(made.evaluate(case, as_of=TODAY).tiers, (printed, turned), strict=True):
            assert (min(totals), max(totals)) == (found.at_least, found.at_most)
            steps = [step.id for step in PRIORITY.steps if step.id in {band(total) for total in totals}]
            assert steps == [step.id for step in found.steps]
            assert found.certain is (len(steps) == 1)
    assert 343 == count


def test_a_tension_of_two_scores_loses_none_of_its_states() -> None:
    """That a case stands low by one score and high by another that reads the same cells is true, false or
    unknown exactly as the combinations left say, judged as a whole; part by part some stay unknown.
    """
    printed = scored(PUBLISHED)
    turned = score("T", ORDER.at("8"), "Turned.", points=PROTECTIVE, scale=PRIORITY, bands=BANDS)
    parted = printed.at_most("medium") & turned.at_least("high")
    whole = as_a_whole(parted)
    made = small(printed, turned, prohibition("P", ORDER.at("1"), "No.", when=whole), id="ruritania/tension")
    lost = 0
    for case, left in states():
        answers = {band(sum(one)) != "high" and band(8 - one[0] - one[1] + one[2]) == "high" for one in left}
        expected = answers.pop() if len(answers) == 1 else None
        at = made.situation(case, TODAY)
        assert expected is holds(whole, at)
        agrees(made, case, TODAY)
        lost += expected is not holds(parted, at)
    assert lost > 0


# What is still possible: at random

TRUE_OR_FALSE = (System.uses_ai, Vendor.involved, Use.novel, Safeguards.staff_trained)


def _test(draw: Any) -> Any:
    match pick(draw, ("yes", "yes", "term", "has", "only", "all", "any", "not")):
        case "yes":
            return pick(draw, TRUE_OR_FALSE)
        case "term":
            return pick(draw, (Use.stage.is_in(Stage.PILOT), Use.stage.is_in(Stage.IDEA, Stage.PILOT)))
        case "has":
            return System.outputs.has(pick(draw, (Output.DECISION, Output.PREDICTION)))
        case "only":
            return pick(draw, (System.outputs.has_only(Output.DECISION), System.outputs.is_empty()))
        case "all":
            return _test(draw) & _test(draw)
        case "any":
            return _test(draw) | _test(draw)
        case _:
            return ~_test(draw)


def _row(draw: Any) -> Points:
    cells = [(_test(draw), pick(draw, (0, 1, 2, 5, -3))) for _ in range(pick(draw, (1, 2)))]
    return Points([*cells, (ALWAYS, pick(draw, (0, 1, 7)))])


def _quantity(draw: Any) -> Any:
    several = tuple(_row(draw) for _ in range(pick(draw, (1, 2, 3))))
    match pick(draw, ("sum", "sum", "product", "greatest", "nested")):
        case "product":
            return Product(several)
        case "greatest":
            return Greatest(several)
        case "nested":
            return Sum((*several, Product((_row(draw), _row(draw)))))
        case _:
            return Sum(several)


def _known(draw: Any, fact: Any) -> Any:
    if flip(draw):
        return None
    if isinstance(fact, Boolean):
        return flip(draw)
    if isinstance(fact, Term):
        return pick(draw, list(fact.vocabulary))
    yes, no = ([], [Output.DECISION]) if flip(draw) else ([Output.PREDICTION], [])
    return TermSet.partial(yes=yes, no=no) if now_and_then(draw, 2) else TermSet(yes)


def _values(fact: Any, known: Any) -> list[Any]:
    """Every answer to a fact that agrees with what is known of it, of outputs those that matter."""
    if isinstance(fact, Boolean):
        return [True, False] if known is None else [known]
    if isinstance(fact, Term):
        return list(fact.vocabulary) if known is None else [known]
    words = (Output.DECISION, Output.PREDICTION, Output.RECOMMENDATION)
    every = [TermSet(some) for size in range(4) for some in itertools.combinations(words, size)]
    return [
        one
        for one in every
        if known is None or all(known.has(word) in (None, one.has(word)) for word in words)
    ]


def completions(case: Case, read: list[Fact]) -> Iterator[Any]:
    """Something shaped like the case for each way to answer everything read."""
    stand_in = StandIn(case)
    tried = [_values(FACTS[fact.path], stand_in.value(fact.path)) for fact in read]
    assert math.prod(map(len, tried)) <= 4096
    for values in itertools.product(*tried):
        for fact, value in zip(read, values, strict=True):
            stand_in.put(fact.path, value)
        yield stand_in.case


def unlike(seed: int) -> list[Any]:
    """Of some numbers and cases drawn by dice, those of which other totals are said than completions have."""
    draw, found = Dice(seed), []
    for _ in range(12):
        quantity = _quantity(draw)
        read = list(dict.fromkeys(fact for fact in facts_in(quantity)))
        made = small(scored(quantity, [(None, 2, "low"), (3, 5, "medium"), (6, None, "high")]))
        case = Case()
        for fact in read:
            known = _known(draw, FACTS[fact.path])
            case = case if known is None else case.with_answer(fact.path, known)
        zone, now = made.rulebook.zone, made.situation(case, TODAY).now
        totals = {int(bounds(quantity, Situation(one, now, zone))[0]) for one in completions(case, read)}
        (tier,) = made.evaluate(case, as_of=TODAY).tiers
        steps = {"low" if total <= 2 else "medium" if total <= 5 else "high" for total in totals}
        said = tier.at_least, tier.at_most, {step.id for step in tier.steps}
        if said != (min(totals), max(totals), steps):
            found.append((said, totals, quantity, case))
        kept = Totals(quantity)
        several = (case, Case(), case)
        for at in (made.situation(one, TODAY) for one in several):
            assert reached(quantity, at) == kept(at)
        rule: Any = made.rule("S")
        agrees(small(prohibition("P", ORDER.at("1"), "No.", when=rule.at_least("high"))), case, TODAY)
    return found


@given(SEEDS)
@settings(max_examples=examples(30))
def test_the_steps_left_are_those_of_the_completions(seed: int) -> None:
    """The lowest and the highest total, and the steps, are those that some way to answer everything gives."""
    assert [] == unlike(seed)


GATES = {System.outputs: System.uses_ai, Use.novel: Vendor.involved, Use.stage: ~System.uses_ai}


@given(SEEDS)
@settings(max_examples=examples(15))
def test_the_steps_left_heed_where_facts_have_a_meaning(seed: int) -> None:
    """A fact that may have no meaning has the value then that it reads as."""
    with gated(GATES):
        assert [] == unlike(seed)


def test_cells_that_hang_on_one_fact_are_looked_at_together() -> None:
    """What no answer to a shared fact brings about is not among the totals, though each row allows it."""
    rows = Points([(System.uses_ai, 1), (ALWAYS, 5)]) + Points([(~System.uses_ai, 1), (ALWAYS, 5)])
    at = small(scored(rows, [(None, None, "low")])).situation(Case(), TODAY)
    assert (2, 10) == bounds(rows, at)
    assert {6} == reached(rows, at)
    assert True is judged(LiesIn(rows, [(6, 6)]), Case())


def test_totals_kept_for_a_search_heed_what_rows_share_and_what_is_more_than_facts() -> None:
    """Rows of one fact are kept together and apart from others; what hangs on a reading, a record or a day is
    worked out each time.
    """
    shared = row(FIRST, 1, 2, 3) + row((FIRST[0], Use.novel), 5, 6, 7) + row(THIRD, 1, 2, 3)
    assert [2, 2] == sorted(
        len(facts or ()) for _, facts in Totals(row(FIRST, 1, 2, 3) + row(THIRD, 1, 2, 3)).rows
    )
    assert [2, 3] == sorted(len(facts or ()) for _, facts in Totals(shared).rows)
    dated = row(FIRST, 1, 2, 3) + Points([(Use.began.happened(), 1), (ALWAYS, 2)])
    assert ((dated, None),) == Totals(dated).rows
    for known in (Case(), Case(system=System(uses_ai=True)), Case(use=Use(novel=False))):
        for quantity in (shared, dated):
            at = small(scored(quantity, [(None, None, "low")])).situation(known, TODAY)
            assert reached(quantity, at) == Totals(quantity)(at)


def test_too_many_facts_leave_more_than_there_is() -> None:
    """Beyond so many answers the rows are looked at one by one: nothing is lost, more may be left."""
    every = AllOf(tuple(System.outputs.has(one) for one in Output))
    many = [
        fact
        for fact in FACTS.values()
        if type(fact) is Boolean and "[]" not in fact.path and fact.where is None
    ]
    rows = Sum(tuple(Points([(fact & many[0], 1), (every, 2), (ALWAYS, 0)]) for fact in many[1:12]))
    total = reached(rows, small(scored(rows, [(None, None, "low")])).situation(Case(), TODAY))
    assert (0, 22) == ends(total)


def test_what_rebuts_a_presumption_is_not_supposed() -> None:
    """While the rebuttal is unknown the presumption stands, in points as anywhere else."""
    rows = Points([(Rebutted(System.uses_ai), 9), (ALWAYS, 3)])
    assert True is judged(scored(rows).at_most("low"), Case())


def test_of_a_row_without_a_last_cell_any_points_may_count() -> None:
    """A row of which no condition holds has some of its points all the same, never any number at all."""
    made = small(scored([(System.uses_ai, 3), (Vendor.involved, 5)]))
    nothing = Case(system=System(uses_ai=False), vendor=Vendor(involved=False))
    for case, steps in [(Case(), ["low", "medium"]), (nothing, ["low", "medium"])]:
        (found,) = made.evaluate(case, as_of=TODAY).tiers
        assert steps == [step.id for step in found.steps]


def test_numbers_of_a_case_stay_between_their_bounds() -> None:
    """A count that is not known leaves a range, and conditions on steps heed it."""
    made = scored(
        Sum((Violation.count, Constant(3))), [(None, 4, "low"), (5, 6, "medium"), (7, None, "high")]
    )
    assert None is judged(made.at_least("medium"), Case())
    assert True is judged(made.is_on("medium"), Case(violation=Violation(found=True, count=2)))
    (found,) = small(made).evaluate(Case(), as_of=TODAY).tiers
    assert (3, None, PRIORITY.steps) == (found.at_least, found.at_most, found.steps)


# Questions for a step


def misjudged(seed: int) -> list[Any]:
    """Of some scores and cases drawn by dice, the facts that can change the step and are not asked, and those
    called proven that cannot.
    """
    draw, found = Dice(seed), []
    for _ in range(6):
        quantity, when = _row(draw) + _row(draw), _test(draw) if flip(draw) else ALWAYS
        made = small(scored(quantity, [(None, 2, "low"), (3, 5, "medium"), (6, None, "high")], when=when))
        read = list(dict.fromkeys([*facts_in(quantity), *facts_in(when)]))
        case = Case()
        for fact in read:
            known = _known(draw, FACTS[fact.path])
            case = case if known is None else case.with_answer(fact.path, known)
        if math.prod(len(_values(FACTS[fact.path], None)) for fact in read) > 2000:
            continue
        stand_in = StandIn(case)
        tried = [_values(FACTS[fact.path], stand_in.value(fact.path)) for fact in read]
        stands = {
            places: [
                found.steps
                for found in tiers(made.rulebook, made.situation(one, TODAY), made.verdicts(one, TODAY))
            ]
            for places, one in zip(
                itertools.product(*(range(len(several)) for several in tried)),
                completions(case, read),
                strict=True,
            )
        }
        matter = {
            read[at].path
            for places, stood in stands.items()
            for at in range(len(read))
            if stood != stands[(*places[:at], 0, *places[at + 1 :])]
        }
        asked = made.evaluate(case, as_of=TODAY).questions_about("S")
        missing = matter - {question.fact for question in asked}
        proven = {question.fact for question in asked if question.proven} - matter
        if missing or proven:
            found.append((missing, proven, made.rules, case))
    return found


@given(SEEDS)
@settings(max_examples=examples(25))
def test_every_fact_is_asked_that_can_change_the_step(seed: int) -> None:
    """Of a score each fact is asked that can change on which step the case stands, or whether on any; one
    that is called proven can.
    """
    assert [] == misjudged(seed)


def test_a_score_asks_for_what_settles_its_step() -> None:
    """Once the step is settled nothing is asked for it, though the total is not; a count is tried at the ends
    of the bands.
    """
    rows = Points([(System.uses_ai, 3), (ALWAYS, 1)]) + Points([(Vendor.involved, 6), (ALWAYS, 2)])
    made = small(scored(rows, [(3, 3, "low"), (5, 6, "medium"), (7, 9, "high")]))
    asked = made.evaluate(Case(vendor=Vendor(involved=True)), as_of=TODAY).questions_about("S")
    assert () == asked
    asked = made.evaluate(Case(vendor=Vendor(involved=False)), as_of=TODAY).questions_about("S")
    assert [("system.uses_ai", True)] == [(question.fact, question.proven) for question in asked]
    counted = small(scored(Violation.count, [(0, 41, "low"), (42, None, "high")]))
    found = Case(violation=Violation(found=True))
    asked = counted.evaluate(found, as_of=TODAY).questions_about("S")
    assert [("violation.count", True)] == [(question.fact, question.proven) for question in asked]
    plain = small(score("S", ORDER.at("7"), "Points.", points=rows))
    asked = plain.evaluate(Case(), as_of=TODAY).questions_about("S")
    assert {"system.uses_ai", "vendor.involved"} == {question.fact for question in asked if question.proven}


# What an answer says


def test_the_json_of_a_score_says_scale_and_steps() -> None:
    """The scale, its title, the steps left with their labels, and whether that is certain."""
    made: Policy = small(scored(ROW))
    (found,) = made.evaluate(Case(system=System(uses_ai=False)), as_of=TODAY).to_dict()["tiers"]
    assert ("priority", "Priority", False, 3, 5) == tuple(
        found[key] for key in ("scale", "title", "certain", "at_least", "at_most")
    )
    assert [{"step": "low", "label": "Low", "meaning": "", "risk": None}] == found["steps"][:1]
    assert Status.NOTED is made.evaluate(Case(), as_of=TODAY).finding("S").status


def test_a_score_is_described_with_its_points_and_steps() -> None:
    """Without a case the points and the bands are told; with one, where it stands."""
    made = small(scored(ROW))
    told = describe(made.rule("S"))
    assert (
        "Points:\n  the points (9 where system.uses_ai is yes; 5 where vendor.involved is yes; else 3)"
        in told
    )
    assert "Priority:\n  Low: 3 to 4\n  Medium: 5 to 6\n  High: 7 to 9" in told
    result = made.evaluate(Case(system=System(uses_ai=False)), as_of=TODAY)
    assert "\nPriority: Low or Medium, score 3 to 5" in result.explain("S")


def test_an_explanation_of_a_step_gives_each_row_with_what_it_comes_to() -> None:
    """The total and each row stand with what they come to; what is judged as a whole is told by itself."""
    made = scored(row(FIRST, 1, 2, 3) + row(SECOND, 1, 2, 3) + Constant(3))
    high = prohibition("P", ORDER.at("1"), "No.", when=made.at_least("high"))
    both = prohibition("Q", ORDER.at("2"), "No.", when=as_a_whole(System.uses_ai & Vendor.involved))
    result = small(high, both).evaluate(Case(system=System(uses_ai=True)), as_of=TODAY)
    told = result.explain("P")
    assert "[?  ] the total is 7 to 9: 5 to 7" in told
    assert "(1 where system.uses_ai is yes; 2 where system.outputs_automatic is yes; else 3): 1" in told
    assert "[?  ] all of\n    [yes] system.uses_ai is yes" in result.explain("Q")


def test_a_tier_of_a_text_that_does_not_bind_says_so() -> None:
    """Below the step stands the force of the text, or that it is not known."""
    adopted = BooleanParameter("adopted", "Is it adopted?", None)
    made = small(scored(ROW, force=Force.RECOMMENDED, promoted_by=adopted))
    told = {one: str(made.given(adopted=one).evaluate(Case(), as_of=TODAY)) for one in (True, False, None)}
    assert "not known whether the text binds" in told[None]
    assert "the text is recommended" in told[False]
    assert "the text" not in told[True].split("What the text says")[0]
