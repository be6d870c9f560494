"""Tests and intervals come out as published, as worked out by hand, and as other methods have them."""

from __future__ import annotations

import math
from fractions import Fraction

import hypothesis
import pytest
import strategies  # noqa: F401 - its settings are those of every property test
from disparate_impact_tables import counts, table
from drawing import examples
from hypothesis import assume, given
from hypothesis import strategies as st

from aigovkit.disparate_impact import (
    MOST_OUTCOMES,
    MOST_PEOPLE,
    Correction,
    Family,
    Group,
    Plan,
    SignificanceTest,
    analyze,
)
from aigovkit.disparate_impact.statistics import exact_test

stats = pytest.importorskip("scipy.stats")

# Intervals


@pytest.mark.parametrize(
    ("selected", "applicants", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_intervals_of_rates_are_those_of_the_literature(
    selected: int, applicants: int, low: float, high: float
) -> None:
    """The four Wilson intervals that Newcombe printed in 1998 come out to four digits."""
    interval = analyze(table((selected, applicants)))["Age"]["A"].rate_interval
    assert interval is not None
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)
    assert (interval.level, interval.method) == (Fraction(19, 20), "Wilson score")


def test_the_interval_of_a_ratio_is_that_of_the_literature() -> None:
    """Koopman's example of 1984, 36 of 40 against 16 of 80, has the printed interval 2.94 to 7.15, here
    turned about.
    """
    interval = analyze(table((16, 80), (36, 40)))["Age"]["A"].ratio_interval
    assert interval is not None
    assert (round(1 / interval.high, 2), round(1 / interval.low, 2)) == (2.94, 7.15)
    assert interval.method == "Koopman score"


def test_the_interval_of_a_ratio_against_certainty_is_known_in_closed_form() -> None:
    """With none of n selected against all of m, the ratio r is rejected once n r / (1 - r) exceeds the
    square of 1.96: its end is known.
    """
    result = analyze(table((0, 10), (10, 10)))["Age"]["A"]
    square = stats.norm.isf(0.025) ** 2
    assert result.ratio_interval is not None
    assert result.ratio_interval.low == 0
    assert result.ratio_interval.high == pytest.approx(square / (10 + square), rel=1e-9)


def likeliest_score(ratio: float, one: Group, other: Group) -> float:
    """The squared score of a supposed ratio, its likeliest rates sought by trial instead of by formula."""

    def likelihood(rate: float) -> float:
        rates = ((one, ratio * rate), (other, rate))
        return sum(
            group.selected * math.log(p) + (group.applicants - group.selected) * math.log(1 - p)
            for group, p in rates
            if 0 < p < 1
        )

    low, high = 1e-12, min(1.0, 1 / ratio) - 1e-12
    for _ in range(200):
        third = (high - low) / 3
        if likelihood(low + third) < likelihood(high - third):
            low += third
        else:
            high -= third
    p, q = ratio * low, low
    distance = one.selected / one.applicants - ratio * other.selected / other.applicants
    return distance**2 / (p * (1 - p) / one.applicants + ratio**2 * q * (1 - q) / other.applicants)


@pytest.mark.parametrize(
    "counts",
    [
        ((7, 17), (215, 412)),
        ((1, 3), (5, 6)),
        ((0, 17), (215, 412)),
        ((99, 100), (100, 100)),
        ((5, 10), (10, 10)),
        ((1, 400), (40, 41)),
    ],
)
def test_the_ends_of_an_interval_are_just_not_rejected(
    counts: tuple[tuple[int, int], tuple[int, int]],
) -> None:
    """At either end of the interval of a ratio the score test stands at its limit, also where a rate is 0
    or 1.
    """
    groups = table(*counts)
    interval = analyze(groups)["Age"]["A"].ratio_interval
    assert interval is not None
    for end in {interval.low, interval.high} - {0.0}:
        assert likeliest_score(end, *groups.groups) == pytest.approx(stats.norm.isf(0.025) ** 2, rel=1e-4)


inner_counts = st.integers(4, 300).flatmap(
    lambda applicants: st.tuples(st.integers(2, applicants - 2), st.just(applicants))
)


@given(inner_counts, inner_counts)
def test_intervals_of_ratios_agree_with_another_implementation(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    """Away from rates of 0 and 1 the interval of a ratio is that of statsmodels."""
    assume(Fraction(*one) < Fraction(*other))
    interval = analyze(table(one, other))["Age"]["A"].ratio_interval
    assert interval is not None
    theirs = pytest.importorskip("statsmodels.stats.proportion").confint_proportions_2indep(
        *one, *other, compare="ratio", method="score", correction=False
    )
    assert (interval.low, interval.high) == pytest.approx(tuple(map(float, theirs)), rel=1e-6)


@given(counts)
def test_intervals_of_rates_agree_with_another_implementation(count: tuple[int, int]) -> None:
    """The interval of a rate is that of statsmodels."""
    assume(count[1])
    interval = analyze(table(count))["Age"]["A"].rate_interval
    assert interval is not None
    theirs = pytest.importorskip("statsmodels.stats.proportion").proportion_confint(*count, method="wilson")
    assert (interval.low, interval.high) == pytest.approx(tuple(map(float, theirs)), abs=1e-12)


@given(inner_counts, inner_counts)
def test_the_interval_and_the_test_of_a_ratio_agree(one: tuple[int, int], other: tuple[int, int]) -> None:
    """Where the chi-square test is used, 1 is outside the interval exactly when the p-value is below 1
    less the level.
    """
    assume(Fraction(*one) < Fraction(*other))
    result = analyze(table(one, other))["Age"]["A"]
    assume(result.test is SignificanceTest.CHI_SQUARE)
    assert result.ratio_interval is not None
    assert result.p_value is not None
    assume(abs(result.p_value - 0.05) > 1e-9)
    assert (1 in result.ratio_interval) == (result.p_value > 0.05)


def test_a_higher_level_widens_every_interval() -> None:
    """An interval at 99% contains the one at 90%, and each says its level."""
    wide, narrow = (
        analyze(table((8, 30), (20, 40)), Plan(confidence=level))["Age"]["A"] for level in ("0.99", "0.9")
    )
    for figure in ("rate_interval", "ratio_interval"):
        outer, inner = getattr(wide, figure), getattr(narrow, figure)
        assert outer.low < inner.low < inner.high < outer.high
        assert (outer.level, inner.level) == (Fraction(99, 100), Fraction(9, 10))


# Tests of two groups


def test_fishers_test_of_eight_cups() -> None:
    """Fisher's own example, 3 of 4 against 1 of 4, has the two-sided p-value 34/70."""
    result = analyze(table((1, 4), (3, 4)))["Age"]["A"]
    assert result.test is SignificanceTest.FISHER
    assert result.p_value == pytest.approx(34 / 70)


def test_the_chi_square_test_by_hand() -> None:
    """10 of 40 against 20 of 40 gives a chi-square of 16/3 by hand, for the pair and for the table alike."""
    result = analyze(table((10, 40), (20, 40)))["Age"]
    by_hand = math.erfc(math.sqrt(16 / 3 / 2))
    assert result["A"].test is result.overall_test is SignificanceTest.CHI_SQUARE
    assert result["A"].p_value == pytest.approx(by_hand)
    assert result.overall_p_value == pytest.approx(by_hand)


@pytest.mark.parametrize(
    ("selected", "test"), [(4, SignificanceTest.FISHER), (5, SignificanceTest.CHI_SQUARE)]
)
def test_small_expected_counts_switch_to_the_exact_test(selected: int, test: SignificanceTest) -> None:
    """With 5 expected in the smallest cell the chi-square test is used; with 4.5, the exact one."""
    assert [one.test for one in analyze(table((5, 20), (selected, 20)))["Age"].groups] == [None, test]


def test_where_the_exact_test_begins_can_be_set() -> None:
    """The exact test is used below the expected count that is set, not below 5."""
    for least, test in ((4, SignificanceTest.CHI_SQUARE), (6, SignificanceTest.FISHER)):
        assert analyze(table((6, 20), (4, 20)), Plan(exact_below=least))["Age"]["B"].test is test


@given(inner_counts, inner_counts)
def test_tests_agree_with_another_implementation(one: tuple[int, int], other: tuple[int, int]) -> None:
    """Each p-value is that of the function in scipy for the test it is said to come from."""
    assume(Fraction(*one) < Fraction(*other))
    result = analyze(table(one, other))["Age"]["A"]
    cells = [[selected, applicants - selected] for selected, applicants in (one, other)]
    exact = stats.contingency.expected_freq(cells).min() < 5
    assert result.test is (SignificanceTest.FISHER if exact else SignificanceTest.CHI_SQUARE)
    theirs = stats.fisher_exact(cells) if exact else stats.chi2_contingency(cells, correction=False)
    assert result.p_value == pytest.approx(float(theirs.pvalue), rel=1e-9)


@given(counts, counts)
def test_p_values_are_symmetric(one: tuple[int, int], other: tuple[int, int]) -> None:
    """Two groups differ as much one way as the other, and so do those who were not selected."""
    assume(one[1] and other[1] and one[0] + other[0] and one[0] + other[0] < one[1] + other[1])

    def p_value(*pair: tuple[int, int]) -> float:
        (found,) = [
            result.p_value for result in analyze(table(*pair))["Age"].groups if not result.is_reference
        ]
        assert found is not None
        return found

    flipped = [(applicants - selected, applicants) for selected, applicants in (one, other)]
    assert p_value(one, other) == p_value(other, one)
    assert p_value(one, other) == pytest.approx(p_value(*flipped), rel=1e-9)


def exactly(one: Group, other: Group) -> Fraction:
    """Fisher's p-value by counting: of all ways to choose as many people, the share of those in outcomes that
    come about in at most as many ways as what came out.
    """
    chosen = one.selected + other.selected
    ways = [
        math.comb(one.applicants, outcome) * math.comb(other.applicants, chosen - outcome)
        for outcome in range(chosen + 1)
    ]
    return Fraction(sum(way for way in ways if way <= ways[one.selected]), sum(ways))


few_counts = st.integers(1, 60).flatmap(
    lambda applicants: st.tuples(st.integers(0, applicants), st.just(applicants))
)


@given(few_counts, few_counts)
def test_the_exact_test_agrees_with_counting(one: tuple[int, int], other: tuple[int, int]) -> None:
    """The p-value of Fisher's test is the one found by counting with whole numbers."""
    groups = table(one, other).groups
    p_value, outcomes = exact_test(*groups)
    assert p_value == pytest.approx(float(exactly(*groups)), rel=1e-13)
    assert outcomes <= one[1] + 3


@pytest.mark.parametrize("people", [2, 10, 10**6, MOST_PEOPLE])
def test_the_exact_test_is_as_exact_for_millions(people: int) -> None:
    """None of n against two of n has the p-value (n - 1) / (2n - 1), whatever n is."""
    p_value, _ = exact_test(Group("A", people, 0), Group("B", people, 2))
    assert p_value == pytest.approx(float(Fraction(people - 1, 2 * people - 1)), rel=1e-14)


def test_one_exact_test_is_never_too_large() -> None:
    """The largest groups can be compared by the exact test: an outcome that makes no difference is not added
    up.
    """
    for selected in (0, 1, MOST_PEOPLE // 2, MOST_PEOPLE - 1, MOST_PEOPLE):
        for further in (0, 5, 5_000):
            other = max(0, selected - further)
            p_value, outcomes = exact_test(Group("A", MOST_PEOPLE, selected), Group("B", MOST_PEOPLE, other))
            assert (p_value == 1) == (selected - other <= 1)
            assert outcomes < MOST_OUTCOMES / 10


# Tests of many

HAND = ((4, 4), (0, 4), (1, 4))
"""Fisher's p-values by hand: A and B 2/70, A and C 8/56, B and C 1."""


@pytest.mark.parametrize(
    ("plan", "b", "c"),
    [
        (Plan(), 3 * 2 / 70, 2 * 8 / 56),
        (Plan(family=Family.WITH_REFERENCE), 2 * 2 / 70, 8 / 56),
        (Plan(correction="bonferroni"), 3 * 2 / 70, 3 * 8 / 56),
        (Plan(correction="fdr_bh", family="with_reference"), 2 * 2 / 70, 8 / 56),
        (Plan(correction="fdr_by", family="with_reference"), 1.5 * 2 * 2 / 70, 1.5 * 8 / 56),
    ],
)
def test_adjusted_p_values_by_hand(plan: Plan, b: float, c: float) -> None:
    """Three p-values known as fractions are adjusted as they are by hand, for each family and correction."""
    result = analyze(table(*HAND), plan)["Age"]
    assert [result[name].p_value for name in "BC"] == pytest.approx([2 / 70, 8 / 56])
    assert [result[name].adjusted_p_value for name in "BC"] == pytest.approx([b, c])
    assert result.comparisons == (3 if plan.family is Family.EVERY_PAIR else 2)


def test_adjusting_across_tables_by_hand() -> None:
    """With all tables as one family, Holm multiplies the least of four p-values by four, and never lets a
    later one fall below it.
    """
    tables = [table(*HAND), table((1, 4), (3, 4), of="sex")]
    together = analyze(tables, Plan(across_tables=True))
    assert together["Age"]["B"].adjusted_p_value == pytest.approx(4 * 2 / 70)
    assert together["Age"]["C"].adjusted_p_value == pytest.approx(3 * 8 / 56)
    assert together["Sex"]["A"].adjusted_p_value == pytest.approx(2 * 34 / 70)
    assert analyze(tables)["Sex"]["A"].adjusted_p_value == pytest.approx(34 / 70)


def test_without_a_correction_there_is_no_adjusted_p_value() -> None:
    """No correction leaves the adjusted p-value None, and says that none was asked for."""
    result = analyze(table(*HAND), Plan(correction=Correction.NONE))["Age"]["B"]
    assert result.adjusted_p_value is None
    assert result.why_none("adjusted_p_value") == "no adjustment was asked for"
    assert result.p_value == pytest.approx(2 / 70)


@given(
    st.lists(counts, min_size=2, max_size=6),
    st.sampled_from([word for word in Correction if word is not Correction.NONE]),
)
@hypothesis.settings(max_examples=examples(20))
def test_adjusting_agrees_with_another_implementation(
    given_counts: list[tuple[int, int]], correction: Correction
) -> None:
    """Whatever the correction, p-values are adjusted as statsmodels adjusts them."""
    multipletests = pytest.importorskip("statsmodels.stats.multitest").multipletests
    result = analyze(table(*given_counts), Plan(family=Family.WITH_REFERENCE, correction=correction))["Age"]
    tested = [one for one in result.groups if one.p_value is not None]
    assert result.comparisons == len(tested)
    if tested:
        theirs = multipletests([one.p_value for one in tested], method=str(correction))[1]
        assert [one.adjusted_p_value for one in tested] == pytest.approx([float(value) for value in theirs])


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        (((1, 4), (3, 4)), "too few people are expected in some cells for the chi-square test"),
        (((40, 40), (50, 50)), "everyone was selected"),
        (((0, 40), (0, 50)), "nobody was selected"),
        (((4, 40),), "fewer than two groups can be compared"),
        (((4, 40), (0, 0)), "fewer than two groups can be compared"),
    ],
)
def test_when_there_is_no_p_value_for_a_table(counts: tuple[tuple[int, int], ...], reason: str) -> None:
    """A table that the chi-square test does not suit has no overall p-value, and the reason is given."""
    result = analyze(table(*counts))["Age"]
    assert (result.overall_p_value, result.overall_test) == (None, None)
    assert result.why_none("overall_p_value") == reason


def test_one_thin_cell_in_five_is_borne() -> None:
    """A table keeps its chi-square test while four cells in five expect 5 or more and none expects less
    than 1.
    """
    ample = [(40, 80)] * 4
    assert analyze(table(*ample, (1, 4)))["Age"].overall_p_value is not None
    assert analyze(table(*ample[:3], (1, 4)))["Age"].overall_p_value is None
    assert analyze(table(*ample, (0, 1)))["Age"].overall_p_value is None
