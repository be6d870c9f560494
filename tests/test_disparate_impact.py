"""Selection rates and impact ratios come out as they were published, as worked out by hand, and as other
methods have them.
"""

from __future__ import annotations

import itertools
import math
import pickle
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs
import pytest
import strategies  # noqa: F401 - its settings are those of every property test
from hypothesis import assume, given
from hypothesis import strategies as st

from aigovkit import disparate_impact
from aigovkit.disparate_impact import (
    FOUR_FIFTHS,
    INDICATORS_ONLY,
    MOST_GROUPS,
    MOST_PEOPLE,
    Analysis,
    Correction,
    Family,
    Group,
    MissingExtraError,
    ProtectedClass,
    Settings,
    SignificanceTest,
    Table,
    analyze,
    percent,
    rounded,
    tabulate,
)
from aigovkit.errors import AigovkitError, InputError, UnknownNameError
from aigovkit.models import FACTS

stats = pytest.importorskip("scipy.stats")

# The worked example that New York City published with its rule on automated
# employment decision tools (6 RCNY 5-301): applicants, selected, and the rate
# and ratio as printed there. Its three tables have different totals.
PUBLISHED = {
    "sex": {
        "Male": (1390, 667, "48%", "1.00"),
        "Female": (1181, 555, "47%", "0.979"),
    },
    "race and ethnicity": {
        "Hispanic or Latino": (408, 204, "50%", "0.97"),
        "White": (797, 412, "52%", "1.00"),
        "Black or African American": (390, 170, "44%", "0.84"),
        "Native Hawaiian or Pacific Islander": (119, 52, "44%", "0.85"),
        "Asian": (616, 302, "49%", "0.95"),
        "Native American or Alaska Native": (41, 18, "44%", "0.85"),
        "Two or More Races": (213, 96, "45%", "0.87"),
    },
    "intersections": {
        "Hispanic or Latino / Male": (205, 90, "43.9%", "0.841"),
        "Hispanic or Latino / Female": (190, 82, "43.2%", "0.827"),
        "White / Male": (412, 215, "52.2%", "1.000"),
        "Black or African American / Male": (226, 95, "42.0%", "0.806"),
        "Native Hawaiian or Pacific Islander / Male": (87, 37, "42.5%", "0.815"),
        "Asian / Male": (321, 167, "52.0%", "0.997"),
        "Native American or Alaska Native / Male": (24, 11, "45.8%", "0.878"),
        "Two or More Races / Male": (115, 52, "45.2%", "0.866"),
        "White / Female": (385, 197, "51.2%", "0.981"),
        "Black or African American / Female": (164, 75, "45.7%", "0.876"),
        "Native Hawaiian or Pacific Islander / Female": (32, 15, "46.9%", "0.898"),
        "Asian / Female": (295, 135, "45.8%", "0.877"),
        "Native American or Alaska Native / Female": (17, 7, "41.2%", "0.789"),
        "Two or More Races / Female": (98, 44, "44.9%", "0.860"),
    },
}
CLASSES = {
    "sex": ("sex",),
    "race and ethnicity": ("race", "ethnicity"),
    "intersections": ("race", "ethnicity", "sex"),
}
ROWS = [(table, name) for table, rows in PUBLISHED.items() for name in rows]


def published(title: str) -> Table:
    rows = [
        (tuple(name.split(" / ")), applicants, selected)
        for name, (applicants, selected, _, _) in PUBLISHED[title].items()
    ]
    return Table(CLASSES[title], rows, title=title)


@pytest.fixture(scope="module")
def worked_example() -> Analysis:
    return analyze(published(title) for title in PUBLISHED)


def digits(text: str) -> int:
    return len(text.rstrip("%").partition(".")[2])


def table(*counts: tuple[int, int], of: str = "age", **more: Any) -> Table:
    """A table of groups called A, B, C and so on, each given as (selected, applicants)."""
    return Table(
        of,
        [(chr(65 + index), applicants, selected) for index, (selected, applicants) in enumerate(counts)],
        **more,
    )


def problems(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [str(problem) for problem in error.value.problems]


# The published example


@pytest.mark.parametrize(("title", "name"), ROWS)
def test_the_published_example_is_reproduced(worked_example: Analysis, title: str, name: str) -> None:
    """Each of the 23 published rates and ratios comes out to every digit printed."""
    _, _, rate, ratio = PUBLISHED[title][name]
    result = worked_example[title][name]
    assert result.rate is not None
    assert result.ratio is not None
    assert (percent(result.rate, digits(rate)), rounded(result.ratio, digits(ratio))) == (rate, ratio)


def test_the_published_example_has_23_rows() -> None:
    """No row of the published example is left out above."""
    assert [len(rows) for rows in PUBLISHED.values()] == [2, 7, 14]


@pytest.mark.parametrize(
    ("title", "reference"),
    [("sex", "Male"), ("race and ethnicity", "White"), ("intersections", "White / Male")],
)
def test_the_reference_is_the_most_selected_group(
    worked_example: Analysis, title: str, reference: str
) -> None:
    """In each published table the ratio of 1 belongs to the group with the highest rate."""
    result = worked_example[title]
    assert reference == result.reference
    assert [one.name for one in result.groups if one.is_reference] == [reference]
    assert result[reference].ratio == 1


def test_classes_of_the_published_example(worked_example: Analysis) -> None:
    """One grouping can speak to two classes, and the nine others are named as missing."""
    assert worked_example.classes == (ProtectedClass.RACE, ProtectedClass.ETHNICITY, ProtectedClass.SEX)
    assert worked_example.n == {
        ProtectedClass.RACE: 2584,
        ProtectedClass.ETHNICITY: 2584,
        ProtectedClass.SEX: 2571,
    }
    assert len(worked_example.missing_classes) == 9
    assert set(worked_example.classes) | set(worked_example.missing_classes) == set(ProtectedClass)


def test_the_published_example_is_one_where_chance_suffices(worked_example: Analysis) -> None:
    """Alone, the lowest published ratio that is not of a small group looks sure; with all pairs taken
    into account it does not.
    """
    lowest = worked_example["intersections"]["Black or African American / Male"]
    assert lowest.p_value is not None
    assert lowest.adjusted_p_value is not None
    assert lowest.p_value < 0.05 < lowest.adjusted_p_value
    assert worked_example["intersections"].comparisons == 14 * 13 // 2


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
        analyze(table((8, 30), (20, 40)), Settings(confidence=level))["Age"]["A"] for level in ("0.99", "0.9")
    )
    for figure in ("rate_interval", "ratio_interval"):
        outer, inner = getattr(wide, figure), getattr(narrow, figure)
        assert outer.low < inner.low < inner.high < outer.high
        assert (outer.level, inner.level) == (Fraction(99, 100), Fraction(9, 10))


# Tests, and many of them


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
        assert analyze(table((6, 20), (4, 20)), Settings(exact_below=least))["Age"]["B"].test is test


HAND = ((4, 4), (0, 4), (1, 4))
"""Fisher's p-values by hand: A and B 2/70, A and C 8/56, B and C 1."""


@pytest.mark.parametrize(
    ("settings", "b", "c"),
    [
        (Settings(), 3 * 2 / 70, 2 * 8 / 56),
        (Settings(family=Family.WITH_REFERENCE), 2 * 2 / 70, 8 / 56),
        (Settings(correction="bonferroni"), 3 * 2 / 70, 3 * 8 / 56),
        (Settings(correction="fdr_bh", family="with_reference"), 2 * 2 / 70, 8 / 56),
        (Settings(correction="fdr_by", family="with_reference"), 1.5 * 2 * 2 / 70, 1.5 * 8 / 56),
    ],
)
def test_adjusted_p_values_by_hand(settings: Settings, b: float, c: float) -> None:
    """Three p-values known as fractions are adjusted as they are by hand, for each family and correction."""
    result = analyze(table(*HAND), settings)["Age"]
    assert [result[name].p_value for name in "BC"] == pytest.approx([2 / 70, 8 / 56])
    assert [result[name].adjusted_p_value for name in "BC"] == pytest.approx([b, c])
    assert result.comparisons == (3 if settings.family is Family.EVERY_PAIR else 2)


def test_adjusting_across_tables_by_hand() -> None:
    """With all tables as one family, Holm multiplies the least of four p-values by four, and never lets a
    later one fall below it.
    """
    tables = [table(*HAND), table((1, 4), (3, 4), of="sex")]
    together = analyze(tables, Settings(across_tables=True))
    assert together["Age"]["B"].adjusted_p_value == pytest.approx(4 * 2 / 70)
    assert together["Age"]["C"].adjusted_p_value == pytest.approx(3 * 8 / 56)
    assert together["Sex"]["A"].adjusted_p_value == pytest.approx(2 * 34 / 70)
    assert analyze(tables)["Sex"]["A"].adjusted_p_value == pytest.approx(34 / 70)


def test_without_a_correction_there_is_no_adjusted_p_value() -> None:
    """No correction leaves the adjusted p-value None, and says that none was asked for."""
    result = analyze(table(*HAND), Settings(correction=Correction.NONE))["Age"]["B"]
    assert result.adjusted_p_value is None
    assert result.why_none("adjusted_p_value") == "no adjustment was asked for"
    assert result.p_value == pytest.approx(2 / 70)


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


# The reference, small groups, and figures that are not defined


def test_of_tied_groups_the_largest_is_the_reference() -> None:
    """Where several groups share the highest rate all are named, each has a ratio of 1, and the largest
    is compared with.
    """
    result = analyze(table((10, 20), (50, 100), (2, 10), (20, 40)))["Age"]
    assert (result.reference, result.tied) == ("B", ("A", "B", "D"))
    assert [one.ratio for one in result.groups] == [1, 1, Fraction(2, 5), 1]
    assert (result["A"].p_value, result["B"].p_value) == (1.0, None)
    assert result["B"].why_none("p_value") == "the group is the reference"


def test_a_sole_leader_is_not_tied() -> None:
    """Without a tie no group is named as tied."""
    assert analyze(table((1, 2), (1, 3)))["Age"].tied == ()


def test_groups_below_the_number_set_are_flagged_as_small() -> None:
    """A group one short of the number is small, one at it is not, and zero flags none."""
    counts = ((5, 29), (5, 30))
    assert [one.small for one in analyze(table(*counts))["Age"].groups] == [True, False]
    assert [one.small for one in analyze(table(*counts), Settings(small_below=0))["Age"].groups] == [
        False,
        False,
    ]
    assert Settings().small_rule == "fewer than 30 applicants"


def test_small_groups_can_be_kept_from_being_the_reference() -> None:
    """Passed over as the reference, a small group keeps its ratio, which may then exceed 1, and the
    result states the choice.
    """
    counts = ((2, 2), (50, 100), (25, 100))
    assert analyze(table(*counts))["Age"].reference == "A"
    result = analyze(table(*counts), Settings(small_may_lead=False))["Age"]
    assert (result.reference, result["A"].ratio, result["C"].ratio) == ("B", 2, Fraction(1, 2))
    assert (
        result.reference_rule
        == "the group with the highest rate, groups of fewer than 30 applicants passed over"
    )


def test_a_table_of_small_groups_may_have_no_reference() -> None:
    """If every group is small and small ones may not lead, ratios are None for that reason."""
    result = analyze(table((1, 2), (1, 3)), Settings(small_may_lead=False))["Age"]
    assert (result.reference, result["A"].ratio, result["A"].below_customary) == (None, None, None)
    assert (
        result["A"].why_none("ratio")
        == result.why_none("reference")
        == "no group can be the reference: all are small"
    )
    assert not result.compares


def test_groups_of_a_low_share_can_be_left_out_of_ratios() -> None:
    """A group of under 2% of the applicants, if so chosen, has a rate but no ratio, leads nothing and
    enters no comparison.
    """
    counts = ((10, 490), (100, 490), (20, 20), (19, 19))
    result = analyze(table(*counts[:3]), Settings(least_share="0.02"))["Age"]
    assert (result.reference, result.comparisons) == ("C", 3)
    result = analyze(table((10, 490), (100, 491), (19, 19)), Settings(least_share="0.02"))["Age"]
    assert (result.reference, result.comparisons) == ("B", 1)
    assert (result["C"].rate, result["C"].ratio, result["C"].share) == (1, None, Fraction(19, 1000))
    assert result["C"].why_none("ratio") == "left out as fewer than 2% of the 1,000 applicants of known group"


def test_nobody_selected_leaves_ratios_undefined() -> None:
    """With nobody selected in any group a rate of 0 is a figure, and a ratio is None with its reason."""
    result = analyze(table((0, 40), (0, 30)))["Age"]
    assert [(one.rate, one.ratio, one.p_value) for one in result.groups] == [(0, None, None), (0, None, None)]
    assert result["A"].why_none("ratio") == "nobody was selected in any group"


def test_someone_selected_only_where_none_may_lead() -> None:
    """With selections only in a group that may not lead, ratios are None, and the reason says so."""
    result = analyze(table((2, 2), (0, 50)), Settings(small_may_lead=False))["Age"]
    assert result.why_none("reference") == "nobody was selected in any group that can be the reference"


def test_a_group_without_applicants_has_no_figures() -> None:
    """An empty group is shown, with every figure None and the reason, and changes nothing for the others."""
    with_it, without = (analyze(table((5, 40), (10, 40), *more))["Age"] for more in (((0, 0),), ()))
    empty = with_it["C"]
    assert (
        empty.rate,
        empty.rate_interval,
        empty.ratio,
        empty.ratio_interval,
        empty.p_value,
        empty.test,
    ) == (None,) * 6
    assert empty.why_none("rate") == empty.why_none("below_customary") == "the group has no applicants"
    assert with_it.groups[:2] == without.groups


def test_a_table_without_applicants_is_answered() -> None:
    """Even with nobody at all there is an answer, of figures that are None with reasons."""
    result = analyze(table((0, 0), (0, 0)))["Age"]
    assert result["A"].why_none("share") == "the table has no applicants"
    assert result.why_none("reference") == "no group can be the reference: none has enough applicants"


def test_figures_that_are_defined_have_no_reason() -> None:
    """A figure that is not None has an empty reason, and a figure nobody knows is refused with a
    suggestion.
    """
    result = analyze(table((5, 40), (10, 40)))["Age"]
    assert result["A"].why_none("ratio") == result.why_none("overall_p_value") == ""
    with pytest.raises(UnknownNameError, match="did you mean `ratio`"):
        result["A"].why_none("ratoi")


def test_tables_and_groups_are_found_by_name(worked_example: Analysis) -> None:
    """A table is found by its title and a group by its name or its parts; a wrong one is refused with a
    suggestion.
    """
    found = worked_example["intersections"]
    assert found["Asian / Male"] is found["Asian", "Male"]
    with pytest.raises(UnknownNameError, match="did you mean `Male`"):
        worked_example["sex"]["Mael"]
    with pytest.raises(UnknownNameError, match="did you mean `sex`"):
        worked_example["sexx"]


# The customary figure


@pytest.mark.parametrize(("selected", "below"), [(39, True), (40, False), (41, False)])
def test_the_customary_figure_is_compared_with_exactly(selected: int, below: bool) -> None:
    """A ratio of exactly four fifths is not below it, however the figure was written."""
    for figure in (FOUR_FIFTHS, 0.8, "0.8", "4/5"):
        assert (
            analyze(table((selected, 100), (50, 100)), Settings(customary_ratio=figure))["Age"][
                "A"
            ].below_customary
            is below
        )


def test_the_customary_figure_is_named_as_such_and_can_be_left_out() -> None:
    """The figure is called customary where it is four fifths, chosen where it is another, and absent
    where none is wanted.
    """
    counts = table((10, 100), (50, 100))
    page = analyze(counts).to_markdown()
    assert "below the customary four-fifths figure" in page
    assert "an indicator and no verdict" in page
    assert (
        "below the figure of 0.9 chosen for this analysis"
        in analyze(counts, Settings(customary_ratio="0.9")).to_markdown()
    )
    without = analyze(counts, Settings(customary_ratio=None))
    assert without["Age"]["A"].why_none("below_customary") == "no customary figure was asked for"
    assert without.settings.customary_name == ""
    assert not any(word in without.to_markdown() for word in ("customary", "four-fifths", "below the"))


# What is handed over and printed


def test_the_record_says_what_was_looked_at_and_not_what_was_found() -> None:
    """The record names the classes and how many people, those of unknown group included, and carries no
    ratio.
    """
    record = analyze([table((5, 40), (10, 40), unknown=(7, 2)), table((1, 9), (1, 8), of="sex")]).record()
    assert record.classes == (ProtectedClass.SEX, ProtectedClass.AGE)
    assert (record.n, record.n_by_class) == (87, ((ProtectedClass.SEX, 17), (ProtectedClass.AGE, 80)))
    assert [field.name for field in attrs.fields(type(record))] == ["classes", "n", "n_by_class"]


def test_the_classes_of_the_record_are_those_of_the_case() -> None:
    """The fact of which classes an analysis covered takes the classes of a record as they are."""
    record = analyze(table((5, 40), (10, 40))).record()
    assert FACTS["impact_assessment.classes_analyzed"].admit(record.classes).yes == {ProtectedClass.AGE}


def test_the_twelve_classes() -> None:
    """The protected classes are the twelve that 41-6201, paragraph 1 names."""
    assert sorted(ProtectedClass) == [
        "age",
        "color",
        "disability_status",
        "ethnicity",
        "gender",
        "gender_identity",
        "national_origin",
        "race",
        "religion",
        "sex",
        "sexual_orientation",
        "veteran_status",
    ]


def test_a_class_with_several_tables_counts_the_largest() -> None:
    """Where a class has tables of different sizes, in either order, its number of people is that of the
    largest.
    """
    coarse, fine = (
        table((5, 40), (10, 40), title="two bands"),
        table((5, 20), (10, 20), (1, 10), title="three bands"),
    )
    for pair in ((coarse, fine), (fine, coarse)):
        assert analyze(pair).n == {ProtectedClass.AGE: 80}


@pytest.mark.parametrize(
    "counts",
    [
        table((5, 40)),
        table((0, 40), (0, 40)),
        Table(("sex", "age"), [(("F", "old"), 40, 10), (("M", "old"), 40, 20)]),
    ],
)
def test_what_does_not_analyze_a_class(counts: Table) -> None:
    """A table with nothing to compare, or of intersections only, does not make its class an analyzed one."""
    analysis = analyze(counts)
    assert (analysis.classes, analysis.record().classes) == ((), ())
    assert len(analysis.missing_classes) == 12


def test_the_page_says_what_it_is(worked_example: Analysis) -> None:
    """The page opens with the statement that these are indicators, names what is missing, and lists every
    setting.
    """
    page = worked_example.to_markdown()
    assert page.startswith(f"# Selection rates and impact ratios\n\n{INDICATORS_ONLY}\n")
    assert "Classes analyzed: race (n = 2,584), ethnicity (n = 2,584), sex (n = 2,571)." in page
    assert "Classes not analyzed: color, national origin, gender, gender identity" in page
    assert (
        "| Female | 1,181 | 555 | 47.0% | 44.2% to 49.8% | 0.979 | 0.902 to 1.062 | 0.616 | 0.616 |  |"
        in page
    )
    for word in ("Wilson", "Koopman", "Holm", "every pair", "Fisher", "below 5", "fewer than 30", "95%"):
        assert word in page


def test_the_page_follows_the_settings() -> None:
    """What the page says of how it was done changes with each setting."""
    chosen = Settings(
        confidence=0.9,
        correction="none",
        exact_below=10,
        small_below=0,
        least_share="0.02",
        small_may_lead=False,
        family="with_reference",
    )
    page = analyze(table((5, 40), (10, 40)), chosen).to_markdown()
    for words in (
        "90% interval",
        "Adjusted p-values: none.",
        "below 10",
        "no group is flagged",
        "Groups below 2% of a table",
    ):
        assert words in page
    assert "Taken together" not in page
    across = analyze(table((5, 40), (10, 40)), Settings(across_tables=True)).to_markdown()
    assert "Taken together: all tables as one; of each table, every pair" in across


def test_the_page_never_pronounces() -> None:
    """However far apart the rates, the page uses no word of judgement beyond saying that it makes none."""
    page = analyze(table((0, 5000), (5000, 5000))).to_markdown().replace(INDICATORS_ONLY, "").lower()
    assert "< 0.001" in page
    for word in (
        "discriminat",
        "violat",
        "unlawful",
        "complian",
        "fail",
        "significant",
        "adverse impact",
        "bias",
    ):
        assert word not in page


def test_people_of_unknown_group_are_always_spoken_of() -> None:
    """The page gives the number of those whose group is unknown, or says that nobody stated it."""
    assert (
        "Kept apart, their group unknown: 1,250, of whom 7 selected."
        in analyze(table((5, 40), unknown=(1250, 7))).to_markdown()
    )
    assert (
        "Whether there are others, whose group is unknown, is not stated."
        in analyze(table((5, 40))).to_markdown()
    )


def test_people_of_unknown_group_change_no_figure() -> None:
    """The same groups have the same figures with and without others whose group is unknown."""
    with_them, without = (
        analyze(table((5, 40), (10, 40), unknown=unknown))["Age"] for unknown in ((900, 1), None)
    )
    assert with_them.groups == without.groups


def test_names_cannot_make_up_markdown_or_control_a_screen() -> None:
    """A hostile name or title is printed as harmless text on one line of its table."""
    groups = [("a|b<script>", 40, 5), ("\x1b[2J\n# heading", 40, 6), ("\u202eevil\ud800", 40, 7)]
    page = analyze(Table("age", groups, title="x\n## y|`z`")).to_markdown()
    assert r"a\|b\<script\>" in page
    assert not set("\x1b\u202e\ud800") & set(page)
    assert [line for line in page.splitlines() if line.startswith("#")][1:] == [
        r"## x\\n\#\# y\|\`z\`",
        "## How it was done",
    ]
    page.encode()


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(199, 200), 2, "1.00"),
        (1, 3, "1.000"),
        (Fraction(2675, 1000), 2, "2.68"),
        (Fraction(10**30 + 1, 10**30), 30, "1." + "0" * 29 + "1"),
    ],
)
def test_rounding(value: Fraction, places: int, text: str) -> None:
    """Halves go away from zero and digits are exact, where binary numbers would go astray."""
    assert rounded(value, places) == text


@pytest.mark.parametrize(
    ("value", "places"),
    [(0.5, 1), (True, 1), (Fraction(1), -1), (Fraction(1), True), (Fraction(1), 10**9), ("1", 1)],
)
def test_only_exact_numbers_are_rounded(value: Any, places: Any) -> None:
    """A binary number, and digits that make no sense, are refused rather than rounded wrongly."""
    with pytest.raises(InputError):
        rounded(value, places)


def test_a_percentage_needs_an_exact_share() -> None:
    """A share that is not exact is refused."""
    with pytest.raises(InputError):
        percent(0.5)  # type: ignore[arg-type]


def test_results_can_be_sent_elsewhere(worked_example: Analysis) -> None:
    """An analysis pickles, hashes and equals its copy."""
    copy = pickle.loads(pickle.dumps(worked_example))
    assert copy == worked_example
    assert hash(copy) == hash(worked_example)
    assert copy.to_markdown() == worked_example.to_markdown()


def test_results_cannot_be_changed(worked_example: Analysis) -> None:
    """No part of the input or the answer can be assigned to."""
    sex = worked_example["sex"]
    for part in (worked_example, worked_example.settings, sex, sex.table, sex["Male"], sex["Male"].group):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            part.settings = None  # type: ignore[union-attr, misc]


# Input


def test_everything_wrong_with_a_table_is_reported_at_once() -> None:
    """One error lists each problem, with the place of each."""
    with pytest.raises(InputError) as error:
        Table(
            ("sex", "sexx", "sex"),
            [
                ("A", -1, 0),
                ("B", 5, 6),
                ("B", 5, 1),
                ("C", 1.0, True),
                ("", 1, 1),
                (7, 1, 1),
                ("D", 1),
                ("Unknown", 2, 1),
                (("E", "F", "G"), 1, 1),
            ],
            unknown=(1, 2),
            title=5,  # type: ignore[arg-type]
        )
    assert problems(error) == [
        "$.classes: a protected class, not `'sexx'`; did you mean `sex`?",
        "$.classes: each protected class once, not `'sex'`",
        f"$.groups[0].applicants: a number from 0 to {MOST_PEOPLE:,}, not `-1`",
        "$.groups[1].selected: at most the 5 applicants, not `6`",
        "$.groups[3].applicants: a whole number, not `1.0`",
        "$.groups[3].selected: a whole number, not `True`",
        "$.groups[4].name: a name of 1 to 200 characters, not `''`",
        "$.groups[5].name: a name of 1 to 200 characters, not `7`",
        "$.groups[6]: a Group, or its name, applicants and selected, not `('D', 1)`",
        (
            "$.groups[7].name: the name of a group, not `'Unknown'`; give those whose group is not known as "
            "`unknown`"
        ),
        "$.groups[8].name: 1 part, as the groups before it have, not `('E', 'F', 'G')`",
        "$.groups[8].name: at most 1 part, since the table has no more classes, not `('E', 'F', 'G')`",
        "$.unknown.selected: at most the 1 applicants, not `2`",
        "$.title: a text of at most 200 characters, not `5`",
    ]


@pytest.mark.parametrize("other", ["Male", "male", " MALE "])
def test_one_group_cannot_come_twice(other: str) -> None:
    """A group whose name differs only in case or outer space is the same group."""
    with pytest.raises(InputError, match="each group once"):
        Table("sex", [("Male", 5, 3), (other, 6, 3)])


@pytest.mark.parametrize(
    "groups",
    [
        [],
        None,
        5,
        "Male",
        b"Male",
        {"Male": (5, 3)},
        [None],
        [("A",)],
        [("A", "5", "3")],
        [("A", None, None)],
        [("A", float("nan"), 1)],
        [("A", 10**400, 1)],
        [("A", MOST_PEOPLE + 1, 1)],
        [("a" * 201, 5, 3)],
        [("  ", 5, 3)],
        [((), 5, 3)],
        [(("a", None), 5, 3)],
    ],
)
def test_hostile_groups_are_refused(groups: Any) -> None:
    """What is not a list of named whole numbers is refused with an error of the kit."""
    with pytest.raises(InputError):
        Table("age", groups)


def test_an_endless_list_of_groups_is_refused() -> None:
    """Groups without end are refused after as many as a table can have."""
    with pytest.raises(InputError, match=f"at most {MOST_GROUPS} groups"):
        Table("age", ((f"g{number}", 1, 1) for number in itertools.count()))


def test_a_flood_of_problems_is_cut_short() -> None:
    """Beyond a hundred problems an error gives the number of the others."""
    with pytest.raises(InputError) as error:
        Table("age", [(f"g{number}", -1, 0) for number in range(250)])
    assert (len(error.value.problems), problems(error)[-1]) == (101, "$: and 150 more")


@pytest.mark.parametrize(
    "classes", [(), "", "race/ethnicity", None, 5, ["sex", None], {"sex": 1}, ("sex", ("age",))]
)
def test_hostile_classes_are_refused(classes: Any) -> None:
    """What names no protected class is refused."""
    with pytest.raises(InputError):
        Table(classes, [("A", 1, 1)])


@pytest.mark.parametrize("unknown", [5, "ab", (1,), (1, 2, 3), (1, 2), (-1, 0), (True, False), (1.0, 0)])
def test_hostile_numbers_of_unknown_group_are_refused(unknown: Any) -> None:
    """Those of unknown group are two whole numbers or nothing."""
    with pytest.raises(InputError, match=r"\$\.unknown"):
        Table("age", [("A", 1, 1)], unknown=unknown)


def test_a_group_alone_reports_its_problems() -> None:
    """A group by itself refuses what a table would, all at once."""
    with pytest.raises(InputError) as error:
        Group(("A", ""), True, None)  # type: ignore[arg-type]
    assert [problem.path for problem in error.value.problems] == ["$.name", "$.applicants", "$.selected"]


def test_whole_numbers_of_numpy_are_taken() -> None:
    """Counts from a data frame are whole numbers too, and become plain ones."""
    numpy = pytest.importorskip("numpy")
    group = Group("A", numpy.int64(5), numpy.int32(3))
    assert (type(group.applicants), type(group.selected), group) == (int, int, Group("A", 5, 3))


def test_those_of_unknown_group_may_be_given_as_a_group() -> None:
    """A group of any name given as unknown is kept as the unknown ones."""
    assert Table("age", [("A", 1, 1)], unknown=Group("declined", 4, 2)) == Table(
        "age", [("A", 1, 1)], unknown=(4, 2)
    )


@pytest.mark.parametrize(
    "counts",
    [
        ((1, MOST_PEOPLE), (MOST_PEOPLE, MOST_PEOPLE)),
        ((MOST_PEOPLE, MOST_PEOPLE), (MOST_PEOPLE, MOST_PEOPLE)),
        ((MOST_PEOPLE - 1, MOST_PEOPLE), (7, 7), (0, MOST_PEOPLE)),
        ((10, MOST_PEOPLE), (11, MOST_PEOPLE)),
    ],
)
def test_the_largest_counts_are_borne(counts: tuple[tuple[int, int], ...]) -> None:
    """At the largest counts accepted every figure is finite, and each interval contains its figure."""
    analysis = analyze(table(*counts))
    assert all(math.isfinite(value) for value in floats(analysis))
    for one in analysis["Age"].groups:
        assert one.ratio_interval is None or (
            one.ratio is not None and float(one.ratio) in one.ratio_interval
        )


def test_titles() -> None:
    """A table without a title is called as its classes are."""
    assert table((1, 2), of="veteran_status").title == "Veteran status"
    assert Table(("race", "ethnicity"), [("A", 1, 1)]).title == "Race, ethnicity"
    assert Table(("sex", "age"), [(("A", "B"), 1, 1)]).title == "Sex, age: intersections"
    assert {
        Table({"sex", "age"}, [("A", 1, 1)]).title,
        Table(frozenset({"age", "sex"}), [("A", 1, 1)]).title,
    } == {"Age, sex"}


@pytest.mark.parametrize(
    ("settings", "path"),
    [
        *(
            ({"confidence": given}, "confidence")
            for given in (0.5, 1, 95, "95%", float("nan"), "1e-999999999", True, None)
        ),
        *(({"correction": given}, "correction") for given in ("holmes", None)),
        *(({"family": given}, "family") for given in ("every pair", [])),
        *(({"across_tables": given}, "across_tables") for given in (1, "yes")),
        *(({"small_may_lead": given}, "small_may_lead") for given in (0, "no")),
        *(({"exact_below": given}, "exact_below") for given in (0, 5.0, True)),
        *(({"small_below": given}, "small_below") for given in (-1, True, None)),
        *(({"least_share": given}, "least_share") for given in (2, 0, "1/0", "2%")),
        *(({"customary_ratio": given}, "customary_ratio") for given in (-0.8, 80, float("inf"))),
    ],
)
def test_hostile_settings_are_refused(settings: dict[str, Any], path: str) -> None:
    """A setting that makes no sense is refused under its name."""
    with pytest.raises(InputError) as error:
        Settings(**settings)
    assert [problem.path for problem in error.value.problems] == [f"$.{path}"]


@pytest.mark.parametrize("given_tables", [[], None, 5, "table", [None], [table((1, 2)), table((1, 3))]])
def test_hostile_tables_are_refused(given_tables: Any) -> None:
    """What is not a list of tables with titles of their own is refused."""
    with pytest.raises(InputError):
        analyze(given_tables)


def test_settings_must_be_settings() -> None:
    """A dictionary is not taken for settings."""
    with pytest.raises(InputError, match=r"\$\.settings: Settings"):
        analyze(table((1, 2)), {"confidence": 0.9})  # type: ignore[arg-type]


# Counting records


PEOPLE = [
    {"sex": "Female", "age": "40 and over", "selected": True},
    {"sex": "Female", "age": "under 40", "selected": False},
    {"sex": "Male", "age": "40 and over", "applicants": 10, "selected": 4},
    {"sex": "Male", "age": None, "selected": True},
    {"sex": " Unknown ", "age": "under 40", "applicants": 3, "selected": 1},
    {"age": float("nan"), "sex": "", "selected": False},
]


def test_records_are_counted_by_class_and_by_intersection() -> None:
    """People and counts of people add up in each table, and whoever lacks an attribute is kept apart in
    the tables that need it.
    """
    sex, age, both = tabulate(PEOPLE, by=("sex", "age", ("sex", "age")))
    assert [(group.name, group.applicants, group.selected) for group in sex.groups] == [
        ("Female", 2, 1),
        ("Male", 11, 5),
    ]
    assert sex.unknown == Group("unknown", 4, 1)
    assert [(group.name, group.applicants, group.selected) for group in age.groups] == [
        ("40 and over", 11, 5),
        ("under 40", 4, 1),
    ]
    assert age.unknown == Group("unknown", 2, 1)
    assert [group.name for group in both.groups] == [
        "Female / 40 and over",
        "Female / under 40",
        "Male / 40 and over",
    ]
    assert both.unknown == Group("unknown", 5, 2)
    assert [one.title for one in (sex, age, both)] == ["Sex", "Age", "Sex by age"]
    assert (both.classes, both.is_intersection) == ((ProtectedClass.SEX, ProtectedClass.AGE), True)


def test_nobody_is_lost_in_counting() -> None:
    """Each table accounts for every person, known or unknown."""
    for counted in tabulate(PEOPLE, by=("sex", "age", ("sex", "age"))):
        assert counted.unknown is not None
        assert counted.applicants + counted.unknown.applicants == 17
        assert counted.selected + counted.unknown.selected == 7


def test_columns_may_have_names_of_their_own() -> None:
    """Attributes, counts and words for the unknown can be called what a data set calls them."""
    records = [
        {"EEO": "White", "seen": 9, "ok": 3},
        {"EEO": "declined", "seen": 2, "ok": 1},
        {"EEO": "Asian", "ok": True},
    ]
    (counted,) = tabulate(
        records,
        "EEO",
        classes={"EEO": ("race", "ethnicity")},
        applicants="seen",
        selected="ok",
        unknown=["Declined"],
    )
    assert counted.classes == (ProtectedClass.RACE, ProtectedClass.ETHNICITY)
    assert (counted.groups, counted.unknown) == (
        (Group("White", 9, 3), Group("Asian", 1, 1)),
        Group("unknown", 2, 1),
    )


@pytest.mark.parametrize(
    ("records", "problem"),
    [
        ([], "$: at least one record"),
        ([5], "$[0]: a record with named values, not `5`"),
        ([{"sex": "F"}], "$[0].selected: true or false, not `None`"),
        (
            [{"sex": "F", "selected": 1}],
            "$[0].selected: true or false, not `1`; give `applicants` too where it is a count",
        ),
        ([{"sex": "F", "selected": "yes"}], "$[0].selected: true or false, not `'yes'`"),
        ([{"sex": "F", "selected": True, "applicants": 1}], "$[0].selected: a whole number, not `True`"),
        ([{"sex": "F", "selected": 2, "applicants": 1}], "$[0].selected: at most the 1 applicants, not `2`"),
        (
            [{"sex": 45, "selected": True}],
            "$[0].sex: the name of a group, not `45`; say it in a word, such as the name of a band of ages",
        ),
        ([{"sex": ["F"], "selected": True}], "$[0].sex: the name of a group, not `['F']`"),
        (
            [{"sexe": "F", "selected": True}],
            "$.by: an attribute that some record has, not `'sex'`; did you mean `sexe`?",
        ),
        ([{"sex": None, "selected": True}], "$.sex.groups: at least one group"),
        (
            [{"sex": "F", "selected": True}, {"sex": "f", "selected": True}],
            "$.sex.groups[1].name: each group once, not `'f'`; `'F'` is there already",
        ),
    ],
)
def test_hostile_records_are_refused(records: Any, problem: str) -> None:
    """A record that cannot be counted is refused with its place, and never counted as something else."""
    with pytest.raises(InputError) as error:
        tabulate(records, by="sex")
    assert problems(error) == [problem]


@pytest.mark.parametrize(
    "by", [[], [()], [5], None, ["sex", "sex"], [("sex", "sex")], ["height"], [""], [("sex", None)]]
)
def test_hostile_entries_are_refused(by: Any) -> None:
    """What names no attribute of a protected class is refused before anything is counted."""
    with pytest.raises(InputError, match="what to tabulate by has 1 problem\n"):
        tabulate(PEOPLE, by=by)


# Without the libraries


@pytest.mark.parametrize("missing", ["scipy.stats", "scipy.optimize"])
def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """Without the library the error says which extra brings it, and is an ImportError of the kit."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(
        MissingExtraError, match=r"`scipy` is not installed; install the extra `aigovkit-rules\[statistics\]`"
    ) as error:
        analyze(table((5, 40), (10, 40), (1, 3)))
    assert isinstance(error.value, AigovkitError)
    assert isinstance(error.value, ImportError)
    assert (error.value.library, error.value.extra) == ("scipy", "statistics")
    assert str(pickle.loads(pickle.dumps(error.value))) == str(error.value)


def test_importing_and_counting_load_no_library() -> None:
    """Neither the module nor counting loads anything of the extra."""
    script = (
        "import sys; from aigovkit.disparate_impact import tabulate; tabulate([{'sex': 'F', 'selected': "
        "True}], 'sex');"
        "print(sorted({'numpy', 'pandas', 'scipy', 'statsmodels'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_public_names() -> None:
    """Each name the module offers is there and is documented."""
    for name in disparate_impact.__all__:
        assert getattr(disparate_impact, name).__doc__


# Whatever the counts


counts = st.integers(0, 400).flatmap(
    lambda applicants: st.tuples(st.integers(0, applicants), st.just(applicants))
)
tables = st.lists(counts, min_size=1, max_size=5).map(lambda given_counts: table(*given_counts))
choices = st.builds(
    Settings,
    correction=st.sampled_from(Correction),
    family=st.sampled_from(Family),
    exact_below=st.integers(1, 20),
    small_below=st.integers(0, 60),
    small_may_lead=st.booleans(),
    least_share=st.sampled_from([None, "0.02", "0.2"]),
)


FIGURES = (
    "share",
    "rate",
    "rate_interval",
    "ratio",
    "ratio_interval",
    "p_value",
    "adjusted_p_value",
    "test",
    "below_customary",
)


def floats(value: Any) -> Iterator[float]:
    """Every binary number in a result, however deep."""
    if isinstance(value, float):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from floats(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from floats(getattr(value, field.name))


@given(tables)
def test_ratios_are_between_0_and_1_and_the_highest_is_1(counted: Table) -> None:
    """By default no ratio exceeds 1, and where there are ratios at least one is 1."""
    ratios = [one.ratio for one in analyze(counted)["Age"].groups if one.ratio is not None]
    assert all(0 <= ratio <= 1 for ratio in ratios)
    assert bool(ratios) == any(group.selected for group in counted.groups)
    assert not ratios or max(ratios) == 1


@given(tables, choices)
def test_every_figure_is_a_number_or_none_with_a_reason(counted: Table, chosen: Settings) -> None:
    """No figure is NaN or infinite; a figure is None exactly when a reason is given; probabilities and
    rates are between 0 and 1.
    """
    analysis = analyze(counted, chosen)
    result = analysis["Age"]
    assert all(math.isfinite(value) for value in floats(analysis))
    assert (result.overall_p_value is None) == bool(result.why_none("overall_p_value"))
    assert (result.reference is None) == bool(result.why_none("reference"))
    for one in result.groups:
        for figure in FIGURES:
            assert (getattr(one, figure) is None) == bool(one.why_none(figure)), figure
        assert one.rate_interval is None or 0 <= one.rate_interval.low <= one.rate_interval.high <= 1
        assert one.p_value is None or 0 <= one.p_value <= 1
        assert one.adjusted_p_value is None or one.p_value is None or one.p_value <= one.adjusted_p_value <= 1
    assert analysis.to_markdown()


@given(tables)
def test_intervals_hold_their_figures(counted: Table) -> None:
    """Each interval contains the figure it is for."""
    for one in analyze(counted)["Age"].groups:
        for figure, interval in ((one.rate, one.rate_interval), (one.ratio, one.ratio_interval)):
            assert interval is None or (figure is not None and float(figure) in interval)


@given(tables.flatmap(lambda counted: st.tuples(st.just(counted), st.permutations(counted.groups))), choices)
def test_the_order_of_groups_changes_nothing_but_the_order(
    pair: tuple[Table, list[Group]], chosen: Settings
) -> None:
    """Groups in another order have the same figures, in that order, the same reference and the same tie."""
    counted, shuffled = pair
    ours, theirs = (analyze(one, chosen)["Age"] for one in (counted, attrs.evolve(counted, groups=shuffled)))
    assert [one.name for one in theirs.groups] == [group.name for group in shuffled]
    for one in ours.groups:
        other = theirs[one.name]
        assert attrs.evolve(one, adjusted_p_value=None) == attrs.evolve(other, adjusted_p_value=None)
        assert one.adjusted_p_value == pytest.approx(other.adjusted_p_value)
    assert ours.reference == theirs.reference
    assert set(ours.tied) == set(theirs.tied)
    assert ours.overall_p_value == pytest.approx(theirs.overall_p_value)


@given(tables, st.integers(2, 50))
def test_more_people_at_the_same_rates_narrow_the_intervals(counted: Table, factor: int) -> None:
    """With every count multiplied, rates and ratios stay and intervals lie strictly inside the former
    ones.
    """
    grown = [
        Group(group.name, group.applicants * factor, group.selected * factor) for group in counted.groups
    ]
    scaled = attrs.evolve(counted, groups=grown)
    few, many = (analyze(one)["Age"] for one in (counted, scaled))
    assert few.reference == many.reference
    for one, other in zip(few.groups, many.groups, strict=True):
        assert (one.rate, one.ratio, one.share) == (other.rate, other.ratio, other.share)
        for outer, inner in (
            (one.rate_interval, other.rate_interval),
            (one.ratio_interval, other.ratio_interval),
        ):
            assert (outer is None) == (inner is None)
            if outer is not None and inner is not None:
                assert outer.low <= inner.low <= inner.high <= outer.high
                assert inner.high - inner.low < outer.high - outer.low


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


@given(
    st.lists(counts, min_size=2, max_size=6),
    st.sampled_from([word for word in Correction if word is not Correction.NONE]),
)
def test_adjusting_agrees_with_another_implementation(
    given_counts: list[tuple[int, int]], correction: Correction
) -> None:
    """Whatever the correction, p-values are adjusted as statsmodels adjusts them."""
    multipletests = pytest.importorskip("statsmodels.stats.multitest").multipletests
    result = analyze(table(*given_counts), Settings(family=Family.WITH_REFERENCE, correction=correction))[
        "Age"
    ]
    tested = [one for one in result.groups if one.p_value is not None]
    assert result.comparisons == len(tested)
    if tested:
        theirs = multipletests([one.p_value for one in tested], method=str(correction))[1]
        assert [one.adjusted_p_value for one in tested] == pytest.approx([float(value) for value in theirs])


@given(counts)
def test_intervals_of_rates_agree_with_another_implementation(count: tuple[int, int]) -> None:
    """The interval of a rate is that of statsmodels."""
    assume(count[1])
    interval = analyze(table(count))["Age"]["A"].rate_interval
    assert interval is not None
    theirs = pytest.importorskip("statsmodels.stats.proportion").proportion_confint(*count, method="wilson")
    assert (interval.low, interval.high) == pytest.approx(tuple(map(float, theirs)), abs=1e-12)


person = st.fixed_dictionaries(
    {
        "sex": st.sampled_from(["F", "M", None]),
        "age": st.sampled_from(["old", "young", ""]),
        "selected": st.booleans(),
    }
)


@given(st.lists(person, min_size=1))
def test_counting_people_and_counting_counts_agree(people: list[dict[str, Any]]) -> None:
    """The same people, one by one or summed up beforehand, give the same tables, and nobody is lost."""
    assume(any(person["sex"] and person["age"] for person in people))
    summed = [
        {"sex": sex, "age": age, "applicants": len(alike), "selected": sum(alike)}
        for (sex, age) in dict.fromkeys((person["sex"], person["age"]) for person in people)
        if (
            alike := [person["selected"] for person in people if (person["sex"], person["age"]) == (sex, age)]
        )
    ]
    by = ("sex", "age", ("sex", "age"))
    counted = tabulate(people, by)
    assert counted == tabulate(summed, by)
    for one in counted:
        assert one.unknown is not None
        assert one.applicants + one.unknown.applicants == len(people)


@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_a_rounded_number_is_the_nearest(value: Fraction, places: int) -> None:
    """What is printed is never further from the number than half a unit of the last digit."""
    assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)
