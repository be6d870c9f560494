"""Who is compared with whom, what that leaves undefined, and how much of it an analysis may hold."""

from __future__ import annotations

import itertools
import math
from fractions import Fraction

import pytest
from disparate_impact_tables import problems, table

from aigovkit.disparate_impact import (
    MOST_COMPARISONS,
    MOST_GROUPS,
    MOST_GROUPS_IN_ALL,
    MOST_PEOPLE,
    Plan,
    SignificanceTest,
    Table,
    analyze,
)
from aigovkit.disparate_impact.statistics import exact_test
from aigovkit.errors import InputError

pytest.importorskip("scipy.stats")

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
    assert [one.small for one in analyze(table(*counts), Plan(small_below=0))["Age"].groups] == [
        False,
        False,
    ]
    assert Plan().small_rule == "fewer than 30 applicants"


def test_small_groups_can_be_kept_from_being_the_reference() -> None:
    """Passed over as the reference, a small group keeps its ratio, which may then exceed 1, and the
    result states the choice.
    """
    counts = ((2, 2), (50, 100), (25, 100))
    assert analyze(table(*counts))["Age"].reference == "A"
    result = analyze(table(*counts), Plan(small_may_lead=False))["Age"]
    assert (result.reference, result["A"].ratio, result["C"].ratio) == ("B", 2, Fraction(1, 2))
    assert (
        result.reference_rule
        == "the group with the highest rate, groups of fewer than 30 applicants passed over"
    )


def test_a_table_of_small_groups_may_have_no_reference() -> None:
    """If every group is small and small ones may not lead, ratios are None for that reason."""
    result = analyze(table((1, 2), (1, 3)), Plan(small_may_lead=False))["Age"]
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
    result = analyze(table(*counts[:3]), Plan(least_share="0.02"))["Age"]
    assert (result.reference, result.comparisons) == ("C", 3)
    result = analyze(table((10, 490), (100, 491), (19, 19)), Plan(least_share="0.02"))["Age"]
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
    result = analyze(table((2, 2), (0, 50)), Plan(small_may_lead=False))["Age"]
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


# The bounds of an analysis


def test_a_table_of_the_most_groups_is_answered_in_full() -> None:
    """With as many groups as a table can have, all of them small, every pair is compared by the exact test
    and every p-value adjusted.
    """
    counted = Table("age", [(f"g{number}", 20 + number, number % 4) for number in range(MOST_GROUPS)])
    result = analyze(counted)["Age"]
    assert result.comparisons == math.comb(MOST_GROUPS, 2) <= MOST_COMPARISONS
    compared = [one for one in result.groups if not one.is_reference]
    assert {one.test for one in compared} == {SignificanceTest.FISHER}
    assert all(one.adjusted_p_value is not None for one in compared)


def test_too_many_comparisons_are_refused() -> None:
    """Tables that take more comparisons together than are made are refused, with a way out that works."""
    counted = [Table("age", [(f"g{number}", 40, 10) for number in range(355)], title=title) for title in "ab"]
    with pytest.raises(InputError) as error:
        analyze(counted)
    assert problems(error) == [
        (
            "$.tables: at most 125,000 comparisons of two groups in all, not `125,670`; compare with the "
            "reference only (`family`), or analyze fewer groups at a time"
        )
    ]
    assert analyze(counted, Plan(family="with_reference"))["a"].comparisons == 354


def test_as_many_comparisons_as_are_allowed_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the bound an analysis is answered, one comparison beyond it is refused, and those that are not made
    do not count.
    """
    monkeypatch.setattr("aigovkit.disparate_impact.comparisons.MOST_COMPARISONS", 4)
    three, two, nobody = ((5, 40), (10, 40), (1, 40)), ((5, 40), (10, 40)), ((0, 40), (0, 40), (0, 40))
    allowed = [table(*three), table(*two, of="sex"), table(*nobody, of="race"), table((1, 2), of="color")]
    assert [result.comparisons for result in analyze(allowed).tables] == [3, 1, 0, 0]
    with pytest.raises(InputError, match="not `5`"):
        analyze([*allowed, table(*two, of="gender")])


@pytest.mark.parametrize(
    ("family", "way_out"),
    [
        (
            "every_pair",
            (
                "lower `exact_below`, compare with the reference only (`family`), or analyze fewer groups "
                "at a time"
            ),
        ),
        ("with_reference", "lower `exact_below`, or analyze fewer groups at a time"),
    ],
)
def test_exact_tests_are_made_up_to_a_size(
    monkeypatch: pytest.MonkeyPatch, family: str, way_out: str
) -> None:
    """Exact tests that add up as many outcomes as are allowed are made; with one outcome more the analysis is
    refused as a whole, and with the test that takes none it is answered.
    """
    tables_given = [table((1, 4), (3, 4)), table((10, 40), (20, 40), of="sex")]
    outcomes = sum(exact_test(*one.groups)[1] for one in tables_given)
    always = Plan(exact_below=MOST_PEOPLE, family=family)
    limit = "aigovkit.disparate_impact.comparisons.MOST_OUTCOMES"
    monkeypatch.setattr(limit, outcomes)
    assert analyze(tables_given, always)["Sex"]["A"].test is SignificanceTest.FISHER
    monkeypatch.setattr(limit, outcomes - 1)
    with pytest.raises(InputError) as error:
        analyze(tables_given, always)
    assert problems(error) == [
        f"$.tables: exact tests that add up at most {outcomes - 1} outcomes in all; {way_out}"
    ]
    assert analyze(tables_given, Plan(family=family))["Sex"]["A"].test is SignificanceTest.CHI_SQUARE


def test_tables_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """All tables of an analysis have so many groups at most, and those that never end are refused."""
    endless = (table((1, 2), title=f"t{number}") for number in itertools.count())
    with pytest.raises(InputError, match=f"at most {MOST_GROUPS_IN_ALL:,} groups in all"):
        analyze(endless)
    monkeypatch.setattr("aigovkit.disparate_impact.analysis.MOST_GROUPS_IN_ALL", 4)
    assert len(analyze([table((1, 2), (1, 2)), table((1, 2), (1, 2), of="sex")]).tables) == 2
    with pytest.raises(InputError, match="at most 4 groups in all"):
        analyze([table((1, 2), (1, 2)), table((1, 2), (1, 2), (1, 2), of="sex")])
