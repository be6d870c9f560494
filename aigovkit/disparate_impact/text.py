"""Text: an analysis as a page of Markdown, with how it was done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from aigovkit.disparate_impact.counts import Table
from aigovkit.disparate_impact.plans import Correction, Plan, SignificanceTest
from aigovkit.disparate_impact.results import ConfidenceInterval, GroupResult, TableResult
from aigovkit.disparate_impact.rounding import decimal, percent, rounded
from aigovkit.models.vocabulary import ProtectedClass
from aigovkit.wording import printable

INDICATORS_ONLY = (
    "These figures are indicators, not findings. A low ratio or a small p-value does not show "
    "discrimination, and where both are absent it is not ruled out: people judge that, with all else they "
    "know. Every level, test and figure used is a choice made for this analysis and listed with it; none is "
    "applied as law."
)
"""What stands at the head of every analysis.

.. versionadded:: 0.1.0
"""
NOTHING = "–"


def page(
    tables: Iterable[TableResult],
    plan: Plan,
    *,
    statement: str,
    analyzed: Mapping[ProtectedClass, int],
    missing: Iterable[ProtectedClass],
) -> Iterator[str]:
    """The lines of the page: the statement, the classes, a section for each table, and the method."""
    yield "# Selection rates and impact ratios"
    yield ""
    yield statement
    yield ""
    sizes = ", ".join(f"{_words(name)} (n = {number:,})" for name, number in analyzed.items())
    yield f"- Classes analyzed: {sizes or 'none'}."
    yield f"- Classes not analyzed: {', '.join(map(_words, missing)) or 'none'}."
    for result in tables:
        yield ""
        yield from _section(result, plan)
    yield ""
    yield "## How it was done"
    yield ""
    yield from (f"- {line}" for line in _method(plan))


def _words(name: ProtectedClass) -> str:
    return name.replace("_", " ")


# A table


def _section(result: TableResult, plan: Plan) -> Iterator[str]:
    table = result.table
    yield f"## {_escaped(table.title)}"
    yield ""
    yield (
        f"- {table.applicants:,} applicants of known group, {table.selected:,} selected. "
        f"{_unknown_said(table)}"
    )
    yield f"- {_reference_said(result)}"
    yield f"- {_overall_said(result)}"
    level = f"{decimal(plan.confidence * 100)}% interval"
    yield ""
    yield (
        f"| Group | Applicants | Selected | Rate | {level} | Impact ratio | {level} | p | Adjusted p | "
        "Notes |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|---|"
    for one in result.groups:
        yield "| " + " | ".join(_cells(one, plan)) + " |"


def _unknown_said(table: Table) -> str:
    if table.unknown is None:
        return "Whether there are others, whose group is unknown, is not stated."
    return (
        f"Kept apart, their group unknown: {table.unknown.applicants:,}, of whom "
        f"{table.unknown.selected:,} selected."
    )


def _reference_said(result: TableResult) -> str:
    if result.reference is None:
        return f"No ratios: {result.why_none('reference')}."
    others = ", ".join(_escaped(name) for name in result.tied if name != result.reference)
    tied = f"; the same rate: {others}" if result.tied else ""
    return f"Reference: {_escaped(result.reference)} ({result.reference_rule}{tied})."


def _overall_said(result: TableResult) -> str:
    if result.overall_p_value is None:
        return f"All groups together: no p-value ({result.why_none('overall_p_value')})."
    chance = _chance(result.overall_p_value)
    return f"All groups together: p {chance if chance.startswith('<') else f'= {chance}'} (chi-square)."


def _cells(one: GroupResult, plan: Plan) -> Iterator[str]:
    yield _escaped(one.name)
    yield f"{one.group.applicants:,}"
    yield f"{one.group.selected:,}"
    yield NOTHING if one.rate is None else percent(one.rate, 1)
    yield _span(one.rate_interval, as_percent=True)
    yield NOTHING if one.ratio is None else rounded(one.ratio, 3)
    yield _span(one.ratio_interval)
    yield _chance(one.p_value)
    yield _chance(one.adjusted_p_value)
    yield "; ".join(_notes(one, plan))


def _span(interval: ConfidenceInterval | None, *, as_percent: bool = False) -> str:
    if interval is None:
        return NOTHING
    ends = [Fraction(interval.low), Fraction(interval.high)]
    return " to ".join(percent(end, 1) if as_percent else rounded(end, 3) for end in ends)


def _chance(value: float | None) -> str:
    if value is None:
        return NOTHING
    return "< 0.001" if value < 0.001 else rounded(Fraction(value), 3)


def _notes(one: GroupResult, plan: Plan) -> Iterator[str]:
    if one.is_reference:
        yield "reference"
    if one.small:
        yield f"small: {plan.small_rule}"
    if one.below_customary:
        yield f"below the {plan.customary_name}"
    if one.ratio is None:
        yield f"no ratio: {one.why_none('ratio')}"
    if one.test is SignificanceTest.FISHER:
        yield "exact test"


def _escaped(text: str) -> str:
    """Anybody's text, so that it neither controls a screen nor makes up Markdown of its own."""
    return re.sub(r"([\\`*_{}\[\]<>|~#!&$])", r"\\\1", printable(text))


# The method


def _method(plan: Plan) -> Iterator[str]:
    yield (
        "A rate is selected divided by applicants; an impact ratio is a group's rate divided by that of "
        "the reference."
    )
    yield (
        "The reference is the group that happened to come out highest. Ratios to it therefore lean low, the "
        "more so the smaller the groups, and a p-value that is not adjusted makes a difference look surer "
        "than it is."
    )
    yield (
        "Intervals: Wilson score for rates, Koopman score for ratios, each at "
        f"{decimal(plan.confidence * 100)}% by itself. A wide one means that the figures cannot tell."
    )
    yield (
        f"Tests: {SignificanceTest.CHI_SQUARE.definition[:-1]}; {SignificanceTest.FISHER.definition[:-1]} "
        f"where a count expected under equal rates is below {plan.exact_below}. Both take people to be "
        "independent of one another. The exact test is the stricter: with few people its p-value and the "
        "interval of the ratio can disagree."
    )
    yield f"Adjusted p-values: {plan.correction.definition}{_family_said(plan)}"
    yield f"Small groups: {plan.small_rule}" + (
        "." if plan.small_may_lead else "; none of them can be the reference."
    )
    yield _least_share_said(plan)
    if plan.customary_ratio is not None:
        yield (
            f"Marked: ratios below the {plan.customary_name} ({decimal(plan.customary_ratio)}), "
            "an indicator and no verdict."
        )


def _family_said(plan: Plan) -> str:
    if plan.correction is Correction.NONE:
        return ""
    together = "all tables as one; of each table" if plan.across_tables else "table by table"
    return f" Taken together: {together}, {plan.family.definition}"


def _least_share_said(plan: Plan) -> str:
    if plan.least_share is None:
        return "No group with applicants was left out for its size."
    share = decimal(plan.least_share * 100)
    return (
        f"Groups below {share}% of a table's applicants of known group have no ratio; the customary "
        "share is 2%."
    )
