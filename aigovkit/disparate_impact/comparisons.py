"""Comparisons: which groups of a table are compared, with which, and the p-values of all of them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

import attrs

from aigovkit.disparate_impact.counts import Group, Table, refuse
from aigovkit.disparate_impact.plans import Correction, Family, Plan
from aigovkit.disparate_impact.rounding import decimal
from aigovkit.disparate_impact.statistics import Comparison, adjust, compare, probability
from aigovkit.errors import Problem

MOST_COMPARISONS = 125_000
"""How many comparisons of two groups an analysis can make, in all tables together. That is as many as one
table of the most groups takes, each pair compared.

.. versionadded:: 0.1.0
"""
MOST_OUTCOMES = 10_000_000
"""How many outcomes the exact tests of an analysis can add up, all together. A test takes about ten where few
people are expected, and thousands where `exact_below` is so high that it serves for groups of a million.

.. versionadded:: 0.1.0
"""
_FEWER_GROUPS = "or analyze fewer groups at a time"
_FEWER_PAIRS = f"compare with the reference only (`family`), {_FEWER_GROUPS}"

Pair = frozenset[int]
"""Two groups, by their places in a table."""


@attrs.frozen
class Standing:
    """A table's groups by their place in it: those to be compared, and the reference."""

    table: Table
    compared: tuple[int, ...]
    left_out: Mapping[int, str]
    """The others, each with the reason."""
    reference: int | None
    tied: tuple[int, ...]
    rule: str
    """How the reference is chosen."""
    reason: str
    """Why there is no reference; empty where there is one."""


def is_small(group: Group, plan: Plan) -> bool:
    """Whether a group is small by the rule in the plan."""
    return group.applicants < plan.small_below


def standing(table: Table, plan: Plan) -> Standing:
    """Which groups of a table are compared, and with which."""
    left_out = dict(_left_out(table, plan))
    compared = tuple(index for index in range(len(table.groups)) if index not in left_out)
    rule = "the group with the highest rate" + (
        "" if plan.small_may_lead else f", groups of {plan.small_rule} passed over"
    )
    reason, leaders = _leaders(table, compared, plan)
    if reason:
        return Standing(table, compared, left_out, None, (), rule, reason)
    reference = min(leaders, key=lambda index: (-table.groups[index].applicants, table.groups[index].name))
    return Standing(table, compared, left_out, reference, leaders if len(leaders) > 1 else (), rule, reason)


def _left_out(table: Table, plan: Plan) -> Iterator[tuple[int, str]]:
    """The groups that are not compared, each with the reason."""
    total = table.applicants
    for index, group in enumerate(table.groups):
        if not group.applicants:
            yield index, "the group has no applicants"
        elif plan.least_share is not None and Fraction(group.applicants, total) < plan.least_share:
            share = decimal(plan.least_share * 100)
            yield index, f"left out as fewer than {share}% of the {total:,} applicants of known group"


def _leaders(table: Table, compared: tuple[int, ...], plan: Plan) -> tuple[str, tuple[int, ...]]:
    """The groups with the highest rate, or why none can be the reference."""
    eligible = [index for index in compared if plan.small_may_lead or not is_small(table.groups[index], plan)]
    if not eligible:
        why = "all are small" if compared else "none has enough applicants"
        return f"no group can be the reference: {why}", ()
    rates = {
        index: Fraction(table.groups[index].selected, table.groups[index].applicants) for index in eligible
    }
    top = max(rates.values())
    if not top:
        everyone = len(eligible) == len(table.groups)
        return "nobody was selected in any group" + ("" if everyone else " that can be the reference"), ()
    return "", tuple(index for index, rate in rates.items() if rate == top)


def compare_all(standings: Sequence[Standing], plan: Plan) -> list[dict[Pair, Comparison]]:
    """The comparisons of each table.

    Raises `InputError` where there would be more than `MOST_COMPARISONS`, or
    where their exact tests would add up more than `MOST_OUTCOMES`.
    """
    number = sum(_number_of_pairs(one, plan) for one in standings)
    if number > MOST_COMPARISONS:
        expected = f"at most {MOST_COMPARISONS:,} comparisons of two groups in all"
        refuse("the analysis", [Problem("$.tables", f"{number:,}", expected, _FEWER_PAIRS)])
    found: list[dict[Pair, Comparison]] = []
    outcomes = 0
    for one in standings:
        found.append({})
        for first, second in _pairs(one, plan):
            comparison = compare(one.table.groups[first], one.table.groups[second], plan)
            found[-1][frozenset((first, second))] = comparison
            outcomes += comparison.outcomes
            if outcomes > MOST_OUTCOMES:
                expected = f"exact tests that add up at most {MOST_OUTCOMES:,} outcomes in all"
                fewer = _FEWER_PAIRS if plan.family is Family.EVERY_PAIR else _FEWER_GROUPS
                hint = f"lower `exact_below`, {fewer}"
                refuse("the analysis", [Problem("$.tables", "", expected, hint)])
    return found


def _number_of_pairs(one: Standing, plan: Plan) -> int:
    if one.reference is None:
        return 0
    groups = len(one.compared)
    return math.comb(groups, 2) if plan.family is Family.EVERY_PAIR else groups - 1


def _pairs(one: Standing, plan: Plan) -> Iterable[tuple[int, int]]:
    if one.reference is None:
        return ()
    if plan.family is Family.EVERY_PAIR:
        return itertools.combinations(one.compared, 2)
    return ((index, one.reference) for index in one.compared if index != one.reference)


def adjust_all(found: Sequence[Mapping[Pair, Comparison]], plan: Plan) -> list[dict[Pair, float]]:
    """The adjusted p-values of each table; none of them where no adjustment was asked for."""
    if plan.correction is Correction.NONE:
        return [{} for _ in found]
    keys = [(number, pair) for number, of_table in enumerate(found) for pair in of_table]
    families = (
        [keys]
        if plan.across_tables
        else [[(number, pair) for pair in of_table] for number, of_table in enumerate(found)]
    )
    answer: list[dict[Pair, float]] = [{} for _ in found]
    for family in families:
        values = adjust([found[number][pair].p_value for number, pair in family], plan.correction)
        for (number, pair), value in zip(family, values, strict=True):
            answer[number][pair] = probability(value)
    return answer
