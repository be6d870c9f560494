"""The printed matrix of Albuquerque: every combination, what is known in part, and what is never silent."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aigovkit.answers import DutyStatus, Outcome, Status
from aigovkit.case_table import line_of
from aigovkit.evaluation import Evaluation
from aigovkit.facts import TermSet
from aigovkit.jurisdictions.albuquerque import matrix
from aigovkit.jurisdictions.albuquerque.document import AI_POLICY_TEXT, CITY, IN_THE_CITY, TIME_ZONE
from aigovkit.language.reaches import lies_in
from aigovkit.models import AgencyFile, Attestation, Case, HarmedInterest, Mildness, Stakes, System, Use
from aigovkit.periods import Occurrence
from aigovkit.policies import policy

DAY = date(2026, 2, 1)
ID = "us-nm/albuquerque/ai-policy"
MATRIX = policy(ID, AI_POLICY_TEXT, time_zone=TIME_ZONE, entries=matrix.ENTRIES)
PROTECTIVE = MATRIX.read(matrix_reading="protective")
EVERY = list(itertools.product((1, 2, 3), repeat=3))
SCREENED: dict[str, Any] = {
    "serves": ["public_service"],
    "data_readiness": ["accessible", "representative"],
    "complies": True,
    "human_can_stay": True,
}
GENTLE = ["low_impact", "minimal_risk", "advisory_outputs"]
SEVERITY: dict[int, dict[str, Any]] = {
    1: {"interests": ["health"], "reversibility": "irreversible", "mildness": []},
    2: {"interests": ["service_access"], "reversibility": "moderate", "mildness": []},
    3: {"interests": [], "reversibility": "easy", "mildness": GENTLE},
}
OPT_OUT = {1: "none", 2: "limited", 3: "full"}
IMPACT = {1: "minimal", 2: "improves_operations", 3: "broad_benefit"}


def case(stakes: dict[str, Any], stage: str = "proposed", **use: Any) -> Case:
    """A use that passes the screening, with what is at stake."""
    return Case(
        system=System(uses_ai=True),
        use=Use(deployed_by_agency=True, stage=stage, **use),
        stakes=Stakes(**SCREENED | stakes),
    )


def combination(severity: int, opt_out: int, impact: int) -> Case:
    """A use of which the three scores are known."""
    stakes = SEVERITY[severity] | {"opt_out": OPT_OUT[opt_out], "public_impact": IMPACT[impact]}
    return case(stakes, began=Occurrence.NEVER)


def judged(one: Case, by: Any = MATRIX) -> Evaluation:
    """What the matrix says of a use."""
    return by.evaluate(one, as_of=DAY)  # type: ignore[no-any-return]


def band(total: int) -> str:
    """The band of a total, as printed."""
    return "high" if total >= 7 else "medium" if total >= 5 else "low"


def printed(severity: int, opt_out: int, impact: int) -> str:
    """The band by the printed points."""
    return band(severity + opt_out + impact)


def turned(severity: int, opt_out: int, impact: int) -> str:
    """The band with harm and opting out turned round."""
    return band(4 - severity + 4 - opt_out + impact)


def left_to_a_person(severity: int, opt_out: int, impact: int) -> bool:
    """Severe harm or no way out, with less than the full review."""
    return 1 in (severity, opt_out) and printed(severity, opt_out, impact) != "high"


def tier(result: Evaluation, provision: str) -> Any:
    """What one score comes to."""
    return next(one for one in result.tiers if one.provision == provision)


def status(result: Evaluation, provision: str) -> Status:
    """The status of one finding of the matrix."""
    return result.finding(f"ABQ-MATRIX-{provision}").status


ROWS = {
    "high": {"FULL-REVIEW", "AIA", "FACTSHEET", "DUP", "PUBLIC-ENG"},
    "medium": {"REVIEW", "AIA", "FACTSHEET", "TARGETED-ENG", "APPROVAL"},
    "low": {"DOC"},
}


@pytest.mark.parametrize("reading", [MATRIX, PROTECTIVE], ids=["published", "protective"])
@pytest.mark.parametrize("scores", EVERY, ids=str)
def test_each_combination_has_its_band_and_its_row_alone(scores: Any, reading: Any) -> None:
    """Under both readings the printed band stays, and nothing is owed but the row printed for it."""
    result = judged(combination(*scores), reading)
    told = tier(result, "ABQ-MATRIX-HOW-2")
    assert (sum(scores), sum(scores), True) == (told.at_least, told.at_most, told.certain)
    assert [printed(*scores)] == [step.id for step in told.steps]
    assert [turned(*scores)] == [step.id for step in tier(result, "ABQ-MATRIX-INTRO-3").steps]
    owed = {
        duty.provision.removeprefix("ABQ-MATRIX-REVIEW-")
        for duty in result.duties
        if "REVIEW-" in duty.provision
    }
    assert {f"{printed(*scores).upper()}-{item}" for item in ROWS[printed(*scores)]} == owed


@pytest.mark.parametrize("scores", EVERY, ids=str)
def test_severe_harm_or_no_way_out_never_gets_less_in_silence(scores: Any) -> None:
    """What is severe, or what nobody can keep out of, goes to a person unless it gets the full review; the
    advice follows the reading; and no other use is referred.
    """
    severity, opt_out, impact = scores
    result, other = judged(combination(*scores)), judged(combination(*scores), PROTECTIVE)
    referred = left_to_a_person(*scores)
    for one in (result, other):
        assert (Status.REFERRED if referred else Status.NOT_APPLICABLE) is status(one, "TENSION")
        assert referred is bool(one.referrals)
    aimed = severity == 1 and printed(*scores) != "high"
    steps = ("low", "medium", "high")
    above = steps.index(turned(*scores)) - steps.index(printed(*scores))
    assert aimed is (status(result, "FLOOR") is Status.ADVISED)
    assert (above > 0) is (status(other, "FLOOR") is Status.ADVISED)
    assert (above < 0) is (status(result, "INTRO-4") is Status.ADVISED)
    assert (above == 0) is (severity + opt_out == 4)
    assert referred or above <= 0
    assert 0 < impact


def test_thirteen_of_the_twenty_seven_go_to_a_person() -> None:
    """The numbers of the table: so many in each band, and so many that a person decides on."""
    assert [10, 13, 4] == [
        sum(printed(*one) == which for one in EVERY) for which in ("high", "medium", "low")
    ]
    assert 13 == sum(map(bool, itertools.starmap(left_to_a_person, EVERY)))
    assert all(left_to_a_person(*one) for one in EVERY if printed(*one) == "low")


# What is known in part

OPEN_SEVERITY: dict[tuple[int, ...], dict[str, Any]] = {
    (1,): SEVERITY[1],
    (2,): SEVERITY[2],
    (3,): SEVERITY[3],
    (1, 2): {"interests": ["economic_access"], "reversibility": "moderate", "mildness": []},
    (2, 3): {"interests": ["service_access"], "reversibility": "easy", "mildness": GENTLE},
    (1, 3): SEVERITY[3]
    | {"interests": TermSet.partial(no=["well_being", "service_access"]), "severity": "severe"},
    (1, 2, 3): {},
}
OPEN_OPT_OUT: dict[tuple[int, ...], dict[str, Any]] = {
    **{(number,): {"opt_out": word} for number, word in OPT_OUT.items()},
    (1, 2, 3): {},
}
OPEN_IMPACT: dict[tuple[int, ...], dict[str, Any]] = {
    **{(number,): {"public_impact": word} for number, word in IMPACT.items()},
    (1, 2, 3): {},
}


def partly_known() -> Iterator[tuple[Case, list[tuple[int, int, int]]]]:
    """Every state that facts can tell of: seven of severity, which hangs on several facts, and four of each
    of the others, which hang on one word; with the combinations it leaves.
    """
    for one, two, three in itertools.product(OPEN_SEVERITY, OPEN_OPT_OUT, OPEN_IMPACT):
        told = OPEN_SEVERITY[one] | OPEN_OPT_OUT[two] | OPEN_IMPACT[three]
        yield case(told), [(a, b, c) for a in one for b in two for c in three]


def agreed(answers: set[bool]) -> bool | None:
    """The one answer of all combinations, or that it is open."""
    return answers.pop() if len(answers) == 1 else None


def answer(found: Status) -> bool | None:
    """A finding as an answer."""
    return None if found is Status.UNDETERMINED else not found.is_silent


def test_exactly_what_is_possible_is_left() -> None:
    """In each state the totals, the bands of both scales, the referral and the advice are exactly those of
    the combinations it leaves.
    """
    count = 0
    for one, left in partly_known():
        count += 1
        result, other = judged(one), judged(one, PROTECTIVE)
        told = tier(result, "ABQ-MATRIX-HOW-2")
        totals = {sum(scores) for scores in left}
        assert (min(totals), max(totals)) == (told.at_least, told.at_most)
        for provision, by in (("HOW-2", printed), ("INTRO-3", turned)):
            steps = {step.id for step in tier(result, f"ABQ-MATRIX-{provision}").steps}
            assert steps == {by(*scores) for scores in left}
        assert answer(status(result, "TENSION")) is agreed({left_to_a_person(*scores) for scores in left})
        severe = {scores[0] == 1 and printed(*scores) != "high" for scores in left}
        assert answer(status(result, "FLOOR")) is agreed(severe)
        assert answer(status(other, "FLOOR")) is agreed({sum(scores[:2]) < 4 for scores in left})
        assert answer(status(result, "INTRO-4")) is agreed({sum(scores[:2]) > 4 for scores in left})
        for which in ("high", "medium", "low"):
            stands = agreed({printed(*scores) == which for scores in left})
            assert answer(status(result, f"BAND-{which.upper()}")) is stands
    assert 7 * 4 * 4 == count


SUBSETS = [some for size in (1, 2, 3) for some in itertools.combinations((1, 2, 3), size)]
NUMBERS: list[tuple[Any, Any]] = [
    (matrix.GRAVE_AND_BELOW_HIGH, left_to_a_person),
    (matrix.SEVERE_AND_BELOW_HIGH, lambda *one: one[0] == 1 and printed(*one) != "high"),
    (matrix.STEEPER, lambda *one: one[0] + one[1] < 4),
    (matrix.FLATTER, lambda *one: one[0] + one[1] > 4),
]


@pytest.mark.parametrize(("condition", "expected"), NUMBERS, ids=["grave", "severe", "steeper", "flatter"])
def test_no_state_of_three_scores_is_lost(condition: Any, expected: Any) -> None:
    """In all 343 ways in which three scores may be known in part, what hangs on one number is true, false or
    open as the combinations left say.
    """
    rows = [[number for _, number in row.cells] for row in condition.quantity.quantities]
    for three in itertools.product(SUBSETS, repeat=3):
        left = list(itertools.product(*three))
        totals = frozenset(sum(row[at - 1] for row, at in zip(rows, one, strict=False)) for one in left)
        assert lies_in(totals, condition.ranges) is agreed({expected(*one) for one in left})
    assert 343 == len(SUBSETS) ** 3


def test_the_score_asks_for_what_settles_its_band() -> None:
    """While opting out is unknown the band asks for it, and for nothing that is settled; then for no more."""
    unknown = case(SEVERITY[2] | {"public_impact": "broad_benefit"})
    assert ["stakes.opt_out"] == [one.fact for one in judged(unknown).questions_about("ABQ-MATRIX-HOW-2")]
    settled = case(SEVERITY[3] | {"opt_out": "full"})
    assert () == judged(settled).questions_about("ABQ-MATRIX-HOW-2")


# Severity


@pytest.mark.parametrize(
    ("known", "left"),
    [
        ({"interests": ["health"], "reversibility": "easy", "mildness": []}, {1}),
        ({"interests": ["health", "well_being"], "reversibility": "irreversible", "mildness": []}, {1}),
        ({"interests": [], "reversibility": "irreversible", "mildness": []}, {1}),
        ({"interests": ["well_being"], "reversibility": "easy", "mildness": []}, {2}),
        ({"interests": [], "reversibility": "moderate", "mildness": []}, {2}),
        ({"interests": ["health"], "reversibility": "moderate", "mildness": []}, {1, 2}),
        ({"interests": ["service_access"], "reversibility": "irreversible", "mildness": []}, {1, 2}),
        ({"interests": ["health"], "reversibility": "easy", "mildness": GENTLE}, {1, 2, 3}),
        ({"interests": [], "reversibility": "easy", "mildness": []}, {1, 2, 3}),
        ({"interests": [], "reversibility": "easy", "mildness": ["low_impact", "minimal_risk"]}, {3}),
        ({"interests": [], "reversibility": "easy", "mildness": ["minimal_risk"]}, {1, 2, 3}),
    ],
)
def test_descriptions_that_conflict_leave_a_set_and_a_question(known: Any, left: set[int]) -> None:
    """One description that fits has its points; several, or none, leave the scores between them, and the
    assessor's own finding is asked for and settles it.
    """
    one = case(known)
    told = tier(judged(one), "ABQ-MATRIX-SEVERITY")
    assert left == {("one", "two", "three").index(step.id) + 1 for step in told.steps}
    asked = {question.fact for question in judged(one).questions_about("ABQ-MATRIX-SEVERITY")}
    assert asked == (set() if len(left) == 1 else {"stakes.severity"})
    for word, points in (("severe", 1), ("moderate", 2), ("slight", 3)):
        found = tier(judged(one.with_answer("stakes.severity", word)), "ABQ-MATRIX-SEVERITY")
        assert found.certain
        if points in left:
            assert points == found.at_least


def test_the_grave_interests_are_the_five_of_the_text() -> None:
    """All words for interests but two are those of the printed row; a new word needs a place."""
    lesser = {HarmedInterest.WELL_BEING, HarmedInterest.SERVICE_ACCESS}
    grave = ["health", "civil_rights", "legal_status", "economic_access", "public_safety"]
    assert grave == [str(one) for one in HarmedInterest if one not in lesser]
    assert 3 == len(Mildness)


# Screening


@pytest.mark.parametrize(
    "change",
    [
        {"serves": []},
        {"data_readiness": ["accessible"]},
        {"data_readiness": ["representative"]},
        {"complies": False},
        {"human_can_stay": False},
    ],
)
def test_one_no_keeps_a_use_from_the_matrix(change: dict[str, Any]) -> None:
    """With one answer of no there is no score, no band and no row, whatever else is unknown; a plan is in
    breach of nothing, and a use that goes on falls short.
    """
    stakes = dict.fromkeys(SCREENED) | change | {"opt_out": "none"}
    plan = judged(case(stakes))
    assert () == plan.tiers
    assert Status.NOT_APPLICABLE is status(plan, "TENSION")
    assert Status.OPEN is status(plan, "SCREEN-0")
    assert ["ABQ-MATRIX-INTRO-1", "ABQ-MATRIX-SCREEN-0"] == [duty.provision for duty in plan.duties]
    assert Status.SHORTFALL is status(judged(case(stakes, stage="production")), "SCREEN-0")
    adopted = judged(case(stakes, stage="production"), MATRIX.given(working_group_adopted=True))
    assert Status.VIOLATED is status(adopted, "SCREEN-0")


def test_either_purpose_will_do_and_an_unknown_answer_is_a_question() -> None:
    """A public service or better operations; while an answer is unknown the band stands on a condition."""
    assert judged(case({"serves": ["operations"]})).tiers
    unknown = judged(
        case(SEVERITY[3] | {"data_readiness": TermSet.partial(yes=["accessible"]), "opt_out": "full"})
    )
    told = tier(unknown, "ABQ-MATRIX-HOW-2")
    assert (["high"], False) == ([step.id for step in told.steps], told.certain)
    assert str(told).endswith("if it is called for")
    assert ["stakes.data_readiness"] == [one.fact for one in unknown.questions_about("ABQ-MATRIX-BAND-HIGH")]


def test_what_is_over_and_what_is_no_ai_of_the_city_is_not_rated() -> None:
    """Neither a retired use is screened or scored, nor one without AI, nor one of somebody else."""
    others = (
        case({}).with_answer("use.deployed_by_agency", False).with_answer("use.operated_for_agency", False)
    )
    others = others.with_answer("actor.role", "public")
    for one in (case({}, stage="retired"), case({}).with_answer("system.uses_ai", False), others):
        result = judged(one)
        assert () == result.tiers
        assert ["ABQ-MATRIX-INTRO-1"] == [duty.provision for duty in result.duties]


# Review requirements


def test_a_review_without_a_time_is_open_until_it_is_done() -> None:
    """No time is printed: an item left undone is open, adopted or not, before and after use begins."""
    for by in (MATRIX, MATRIX.given(working_group_adopted=True)):
        one = (
            combination(2, 2, 3)
            .with_answer("use.stage", "production")
            .with_answer("use.began", date(2025, 9, 1))
        )
        undone = one.with_answer("attestations.ABQ-MATRIX-REVIEW-HIGH-AIA", False)
        assert Status.OPEN is status(judged(undone, by), "REVIEW-HIGH-AIA")
        done = one.with_answer("attestations.ABQ-MATRIX-REVIEW-HIGH-AIA", True)
        assert Status.SATISFIED is status(judged(done, by), "REVIEW-HIGH-AIA")


def test_what_the_heavier_row_asks_for_counts_for_the_lighter() -> None:
    """A full review is a review and public engagement an engagement; the form and the sheet are one act."""
    one = combination(2, 2, 2)
    for item, counts in [
        ("FULL-REVIEW", "REVIEW"),
        ("PUBLIC-ENG", "TARGETED-ENG"),
        ("AIA", "AIA"),
        ("FACTSHEET",) * 2,
    ]:
        done = one.with_answer(f"attestations.ABQ-MATRIX-REVIEW-HIGH-{item}", True)
        assert Status.SATISFIED is status(judged(done), f"REVIEW-MEDIUM-{counts}")
    lesser = combination(2, 2, 3).with_answer("attestations.ABQ-MATRIX-REVIEW-MEDIUM-REVIEW", True)
    assert Status.SATISFIED is not status(judged(lesser), "REVIEW-HIGH-FULL-REVIEW")


@pytest.mark.parametrize("scores", [(2, 2, 3), (2, 2, 2)], ids=["high", "medium"])
def test_monitoring_is_yearly_from_the_beginning_of_use(scores: Any) -> None:
    """The first year ends on the anniversary; a year missed stays missed; a plan owes nothing yet."""
    item = f"REVIEW-{printed(*scores).upper()}-MONITOR"
    plan = combination(*scores).with_answer("use.began", Occurrence.NEVER)
    assert Status.NOT_APPLICABLE is status(judged(plan), item)
    used = combination(*scores).with_answer("use.stage", "production").with_answer("system.novelty", "new")
    used = used.with_answer("use.began", date(2025, 9, 1))
    days = "attestations.ABQ-MATRIX-REVIEW-HIGH-MONITOR"
    never = used.with_answer(days, Attestation(days=[]))
    done = used.with_answer(days, Attestation(days=[date(2026, 8, 31)]))

    def on(one: Case, day: date) -> tuple[Status, list[tuple[str, DutyStatus]]]:
        result = MATRIX.evaluate(one, as_of=day)
        due = [
            (str(duty.due), duty.status) for duty in result.duties if duty.provision == f"ABQ-MATRIX-{item}"
        ]
        return status(result, item), due

    assert (Status.SATISFIED, [("2026-09-01", DutyStatus.OPEN)]) == on(never, date(2026, 9, 1))
    assert Status.SHORTFALL is on(never, date(2026, 9, 2))[0]
    assert (Status.SATISFIED, [("2027-08-31", DutyStatus.OPEN)]) == on(done, date(2026, 9, 2))


def test_what_is_optional_is_no_shortfall() -> None:
    """Review as needed is advised, and optional monitoring noted; neither is a duty."""
    high, low = judged(combination(2, 2, 3)), judged(combination(1, 1, 1))
    assert Status.ADVISED is status(high, "REVIEW-HIGH-AS-NEEDED")
    assert Status.NOTED is status(low, "REVIEW-LOW-OPT-MONITOR")


# What it does to the outcome


def test_recommended_the_matrix_moves_nothing_and_adopted_the_tension_waits() -> None:
    """Until it is adopted the referral stands without moving the outcome; then it is a review, until somebody
    has decided.
    """
    grave, adopted = combination(1, 1, 2), MATRIX.given(working_group_adopted=True)
    assert Outcome.NO_OBJECTION is judged(grave).outcome
    assert "For a person to decide" in str(judged(grave))
    assert Outcome.REVIEW is judged(grave, adopted).outcome
    decided = grave.with_answer("attestations.ABQ-MATRIX-TENSION", True)
    assert Outcome.NO_OBJECTION is judged(decided, adopted).outcome


def test_high_is_a_priority_and_no_risk() -> None:
    """No step of any scale of the matrix stands for a tier of risk."""
    assert all(
        one.scale is not None and not one.scale.ranks_risk for one in judged(combination(1, 1, 1)).tiers
    )


def test_compiled_and_plain_agree() -> None:
    """The compiled policy says what the plain meaning of its rules says, in every state known in part."""
    from aigovkit.engine import reference

    for one, _ in partly_known():
        result = judged(one)
        assert reference.verdicts(MATRIX.rulebook, result.situation) == result.verdicts


# The products that the City lists

INVENTORY = Path(__file__).parent.parent / "examples" / "albuquerque-inventory"


def test_the_printed_products_are_judged_with_one_agency_file() -> None:
    """Sixteen products, of which the list says little: no band is settled, none is called low, and of each a
    person may have to decide.
    """
    here = policy(
        ID, AI_POLICY_TEXT, time_zone=TIME_ZONE, place=CITY, scope=IN_THE_CITY, entries=matrix.ENTRIES
    )
    shared = AgencyFile.load(INVENTORY / "agency-file.json")
    products = [Case.load(file) for file in sorted(INVENTORY.glob("[0-9]*.json"))]
    lines = [line_of(here.evaluate(one, as_of=DAY, agency_file=shared)) for one in products]
    assert [f"abq-inventory-{number:02}" for number in range(1, 17)] == [line.id for line in lines]
    for line in lines:
        assert ["Need for review", "Priority"] == [tier.scale.title for tier in line.tiers if tier.scale]
        assert not any(tier.certain for tier in line.tiers)
        assert (0, 1) == (line.referred, line.perhaps)
    clearview = products[13]
    asked = here.evaluate(clearview, as_of=DAY, agency_file=shared).questions_about("ABQ-MATRIX-HOW-2")
    assert {"stakes.opt_out", "stakes.interests", "stakes.complies"} <= {one.fact for one in asked}
    assert {"system.uses_ai", "use.stage", "stakes.serves"}.isdisjoint(one.fact for one in asked)
