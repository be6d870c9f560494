"""Analysis: tables with the figures of each group, and what of it goes into a case."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, cast

import attrs

from aigovkit.disparate_impact import text
from aigovkit.disparate_impact.comparisons import Pair, Standing, adjust_all, compare_all, is_small, standing
from aigovkit.disparate_impact.counts import Group, Table, plain, refuse
from aigovkit.disparate_impact.plans import Plan, SignificanceTest
from aigovkit.disparate_impact.results import GroupResult, TableResult, Undefined
from aigovkit.disparate_impact.statistics import Comparison, overall, rate_interval, ratio_interval
from aigovkit.errors import Problem, UnknownNameError, shown
from aigovkit.models.vocabulary import ProtectedClass

MOST_GROUPS_IN_ALL = 5_000
"""How many groups the tables of one analysis can have, all together.

.. versionadded:: 0.1.0
"""


@attrs.frozen
class AnalysisRecord:
    """That an analysis was done: what of it goes into a case. What the figures show is not part of it.

    >>> analyze(Table("age", [("Under 40", 40, 20), ("40 and over", 8, 2)], unknown=(3, 1))).record()
    AnalysisRecord(classes=(ProtectedClass.AGE,), n=51, n_by_class=((ProtectedClass.AGE, 48),))

    .. versionadded:: 0.1.0
    """

    classes: tuple[ProtectedClass, ...]
    """The protected classes that were analyzed."""
    n: int
    """How many people it looked at, those of unknown group included; of several tables, the largest
    number.
    """
    n_by_class: tuple[tuple[ProtectedClass, int], ...]
    """How many people of known group each of the classes was analyzed on."""


@attrs.frozen
class Analysis:
    """Every table analyzed, the plan used, and which classes it does and does not cover.

    A table is found by its title; one that is not there raises
    `UnknownNameError`.

    >>> analysis = analyze(Table("age", [("Under 40", 40, 20), ("40 and over", 8, 2)]))
    >>> analysis["Age"].reference, analysis.classes, len(analysis.missing_classes)
    ('Under 40', (ProtectedClass.AGE,), 11)
    >>> analysis.to_markdown().splitlines()[0]
    '# Selection rates and impact ratios'

    .. versionadded:: 0.1.0
    """

    tables: tuple[TableResult, ...]
    """The figures of each table, in the order given."""
    plan: Plan
    """The choices they were made with."""
    statement: str = text.INDICATORS_ONLY
    """What the figures are, and are not."""

    def __getitem__(self, title: str) -> TableResult:
        for result in self.tables:
            if result.table.title == title:
                return result
        raise UnknownNameError("table", title, [result.table.title for result in self.tables])

    @property
    def n(self) -> dict[ProtectedClass, int]:
        """How many people of known group each class was analyzed on.

        A class counts as analyzed when a table of its own, not one of
        intersections, compares at least two groups.
        """
        numbers_of: dict[ProtectedClass, int] = {}
        for result in self.tables:
            if result.compares and not result.table.is_intersection:
                for name in result.table.classes:
                    numbers_of[name] = max(numbers_of.get(name, 0), result.table.applicants)
        return {name: numbers_of[name] for name in ProtectedClass if name in numbers_of}

    @property
    def classes(self) -> tuple[ProtectedClass, ...]:
        """The protected classes that were analyzed."""
        return tuple(self.n)

    @property
    def missing_classes(self) -> tuple[ProtectedClass, ...]:
        """Those of the twelve that were not."""
        analyzed = self.n
        return tuple(name for name in ProtectedClass if name not in analyzed)

    def record(self) -> AnalysisRecord:
        """The fact that the analysis was done, for which classes and on how many people."""
        counted = (
            one.table.applicants + (one.table.unknown.applicants if one.table.unknown else 0)
            for one in self.tables
        )
        return AnalysisRecord(self.classes, max(counted, default=0), tuple(self.n.items()))

    def to_markdown(self) -> str:
        """The whole analysis as a page of Markdown."""
        lines = text.page(
            self.tables,
            self.plan,
            statement=self.statement,
            analyzed=self.n,
            missing=self.missing_classes,
        )
        return "\n".join(lines)


def analyze(tables: Table | Iterable[Table], plan: Plan | None = None) -> Analysis:
    """Compare the groups of each table with the one of the highest rate.

    `tables` is one `Table` or a list of them, each with a title of its own, and
    `plan` the choices made, or the usual ones. The answer has the tables, and
    in each the groups, in the order given.

    An analysis takes a few seconds at most, since it is bounded: all tables
    together have at most `MOST_GROUPS_IN_ALL` groups and call for at most
    `MOST_COMPARISONS` comparisons, whose exact tests add up at most
    `MOST_OUTCOMES` outcomes. Beyond that nothing is left out in silence: it is
    refused as a whole, since figures that allow for some comparisons only would
    look surer than they are.

    Raises `InputError` for what is no table or no plan, and beyond those
    bounds, and `MissingExtraError` where scipy is not installed.

    >>> table = Table("age", [("Under 40", 40, 20), ("40 and over", 8, 2)])
    >>> older = analyze(table)["Age"]["40 and over"]
    >>> older.ratio, older.small, older.test
    (Fraction(1, 2), True, SignificanceTest.FISHER)

    .. versionadded:: 0.1.0
    """
    chosen = plan if plan is not None else Plan()
    given = _tables(tables, chosen)
    standings = [standing(table, chosen) for table in given]
    pairs = compare_all(standings, chosen)
    return Analysis(
        tuple(
            _table_result(one, chosen, of_table, fair)
            for one, of_table, fair in zip(standings, pairs, adjust_all(pairs, chosen), strict=True)
        ),
        chosen,
    )


def _tables(tables: object, plan: object) -> list[Table]:
    """The tables given, checked together with the plan."""
    given: list[object] = [tables]
    if not isinstance(tables, Table) and isinstance(tables, Iterable):
        given = list(itertools.islice(tables, MOST_GROUPS_IN_ALL + 1))
    problems = [] if given else [Problem("$.tables", "", "at least one table")]
    titles: set[str] = set()
    groups = 0
    for index, table in enumerate(given):
        if not isinstance(table, Table):
            problems.append(Problem(f"$.tables[{index}]", shown(table), "a Table"))
            continue
        groups += len(table.groups)
        if plain(table.title) in titles:
            problems.append(Problem(f"$.tables[{index}].title", shown(table.title), "a title of its own"))
        titles.add(plain(table.title))
    if groups > MOST_GROUPS_IN_ALL:
        problems.append(Problem("$.tables", "", f"at most {MOST_GROUPS_IN_ALL:,} groups in all"))
    if not isinstance(plan, Plan):
        problems.append(Problem("$.plan", shown(plan), "a Plan"))
    refuse("the analysis", problems)
    return cast("list[Table]", given)


def _table_result(
    one: Standing,
    plan: Plan,
    pairs: Mapping[Pair, Comparison],
    fair: Mapping[Pair, float],
) -> TableResult:
    table = one.table
    p_value, why = overall([table.groups[index] for index in one.compared], plan)
    undefined = [Undefined("overall_p_value", why)] if why else []
    if one.reason:
        undefined.append(Undefined("reference", one.reason))
    return TableResult(
        table=table,
        groups=tuple(_group_result(one, index, plan, pairs, fair) for index in range(len(table.groups))),
        reference=None if one.reference is None else table.groups[one.reference].name,
        tied=tuple(table.groups[index].name for index in one.tied),
        reference_rule=one.rule,
        overall_p_value=p_value,
        overall_test=None if p_value is None else SignificanceTest.CHI_SQUARE,
        comparisons=len(pairs),
        undefined=tuple(undefined),
    )


# The figures of a group

_Figures = dict[str, tuple[Any, str]]
"""Figures by name: the value, or None and the reason."""
_THE_REFERENCE = "the group is the reference"


def _group_result(
    one: Standing,
    index: int,
    plan: Plan,
    pairs: Mapping[Pair, Comparison],
    fair: Mapping[Pair, float],
) -> GroupResult:
    group = one.table.groups[index]
    figures = (
        _share(group, one.table)
        | _rate(group, plan)
        | _ratio(one, index, plan)
        | _p_values(one, index, pairs, fair)
    )
    figures |= _customary(*figures["ratio"], plan)
    return GroupResult(
        group=group,
        small=is_small(group, plan),
        is_reference=index == one.reference,
        undefined=tuple(Undefined(name, reason) for name, (_, reason) in figures.items() if reason),
        **{name: value for name, (value, _) in figures.items()},
    )


def _none(reason: str, *names: str) -> _Figures:
    return dict.fromkeys(names, (None, reason))


def _share(group: Group, table: Table) -> _Figures:
    if not table.applicants:
        return _none("the table has no applicants", "share")
    return {"share": (Fraction(group.applicants, table.applicants), "")}


def _rate(group: Group, plan: Plan) -> _Figures:
    if not group.applicants:
        return _none("the group has no applicants", "rate", "rate_interval")
    return {"rate": (group.rate, ""), "rate_interval": (rate_interval(group, plan), "")}


def _ratio(one: Standing, index: int, plan: Plan) -> _Figures:
    if one.reference is None or index in one.left_out:
        return _none(one.left_out.get(index, one.reason), "ratio", "ratio_interval")
    group, reference = one.table.groups[index], one.table.groups[one.reference]
    ratio = Fraction(group.selected * reference.applicants, group.applicants * reference.selected)
    if index == one.reference:
        return {"ratio": (ratio, ""), **_none(_THE_REFERENCE, "ratio_interval")}
    return {"ratio": (ratio, ""), "ratio_interval": (ratio_interval(group, reference, plan), "")}


def _p_values(
    one: Standing, index: int, pairs: Mapping[Pair, Comparison], fair: Mapping[Pair, float]
) -> _Figures:
    figures = ("p_value", "adjusted_p_value", "test")
    if one.reference is None or index in one.left_out:
        return _none(one.left_out.get(index, one.reason), *figures)
    if index == one.reference:
        return _none(_THE_REFERENCE, *figures)
    pair = frozenset((index, one.reference))
    why = "" if pair in fair else "no adjustment was asked for"
    return {
        "p_value": (pairs[pair].p_value, ""),
        "adjusted_p_value": (fair.get(pair), why),
        "test": (pairs[pair].test, ""),
    }


def _customary(ratio: Fraction | None, why: str, plan: Plan) -> _Figures:
    if plan.customary_ratio is None:
        return _none("no customary figure was asked for", "below_customary")
    if ratio is None:
        return _none(why, "below_customary")
    return {"below_customary": (ratio < plan.customary_ratio, "")}
