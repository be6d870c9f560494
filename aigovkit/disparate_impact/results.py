"""Results: the figures of a group and of a table, each with its reason where there is none."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

import attrs

from aigovkit.disparate_impact.counts import SEPARATOR, Group, Table, parts_of
from aigovkit.disparate_impact.plans import SignificanceTest
from aigovkit.errors import UnknownNameError


@attrs.frozen
class ConfidenceInterval:
    """The values that fit the figures at a level of confidence. Both ends are included.

    Of a rate the ends are shares between 0 and 1, of a ratio of rates numbers
    from 0. `in` asks whether a value lies between them.

    >>> 0.5 in ConfidenceInterval(0.4, 0.6, Fraction(19, 20), "Wilson score")
    True

    .. versionadded:: 0.1.0
    """

    low: float
    high: float
    level: Fraction
    """The level of confidence, such as 19/20."""
    method: str
    """How it was worked out."""

    def __contains__(self, value: float | Fraction) -> bool:
        return self.low <= value <= self.high


@attrs.frozen
class Undefined:
    """A figure that is None, and why.

    >>> Undefined("rate", "the group has no applicants").reason
    'the group has no applicants'

    .. versionadded:: 0.1.0
    """

    figure: str
    reason: str


@attrs.frozen
class GroupResult:
    """The figures of one group. One that is undefined is None; `why_none` has the reason.

    Shares, rates and ratios are exact fractions; p-values are numbers from 0 to 1.

    >>> from aigovkit.disparate_impact import analyze
    >>> analysis = analyze(Table("age", [("Under 40", 40, 20), ("40 and over", 40, 12), ("Unheard", 0, 0)]))
    >>> older = analysis["Age"]["40 and over"]
    >>> older.rate, older.ratio, older.below_customary, round(older.p_value, 3)
    (Fraction(3, 10), Fraction(3, 5), True, 0.068)
    >>> analysis["Age"]["Unheard"].why_none("rate")
    'the group has no applicants'

    .. versionadded:: 0.1.0
    """

    group: Group
    """The counts."""
    small: bool
    """Whether the group is small by the rule in the plan."""
    is_reference: bool
    """Whether the others are compared with it."""
    share: Fraction | None
    """Its share of the table's applicants."""
    rate: Fraction | None
    """The selection rate: the share of its applicants that were selected."""
    rate_interval: ConfidenceInterval | None
    """The rates that fit its figures."""
    ratio: Fraction | None
    """The impact ratio: its rate divided by that of the reference."""
    ratio_interval: ConfidenceInterval | None
    """The ratios that fit its figures and those of the reference."""
    p_value: float | None
    """How often chance alone would part it from the reference at least so far, were the rates equal."""
    adjusted_p_value: float | None
    """The same, allowing for how many comparisons were made."""
    test: SignificanceTest | None
    """The test that the p-value is of."""
    below_customary: bool | None
    """Whether the ratio is below the customary figure of the plan: an indicator, never a verdict."""
    undefined: tuple[Undefined, ...] = ()
    """The figures that are None, each with its reason."""

    def why_none(self, figure: str) -> str:
        """Why a figure is None; an empty string where it is not.

        Raises `UnknownNameError` where no figure has that name.
        """
        return _reason(self.undefined, figure, GROUP_FIGURES)

    @property
    def name(self) -> str:
        """The name of the group, as it is printed."""
        return self.group.name


GROUP_FIGURES = tuple(
    field.name
    for field in attrs.fields(GroupResult)
    if field.name not in ("group", "small", "is_reference", "undefined")
)


@attrs.frozen
class TableResult:
    """The figures of one table, its groups in the order given.

    A group is found by its name or, where it is an intersection, by its parts;
    one that is not there raises `UnknownNameError`.

    >>> from aigovkit.disparate_impact import analyze
    >>> (result,) = analyze(Table("age", [("Under 40", 40, 20), ("40 and over", 40, 12)])).tables
    >>> result.reference, result["40 and over"].ratio, result.comparisons
    ('Under 40', Fraction(3, 5), 1)

    .. versionadded:: 0.1.0
    """

    table: Table
    """The counts."""
    groups: tuple[GroupResult, ...]
    """The figures of each group."""
    reference: str | None
    """The group with the highest rate; of several with the same, the one with the most applicants."""
    tied: tuple[str, ...]
    """Every group with that rate, where there are several."""
    reference_rule: str
    """How the reference was chosen."""
    overall_p_value: float | None
    """How often chance alone would scatter the rates at least so far, were they all equal."""
    overall_test: SignificanceTest | None
    """The test that the overall p-value is of."""
    comparisons: int
    """How many comparisons of this table the adjusted p-values allow for."""
    undefined: tuple[Undefined, ...] = ()
    """The reference and the overall p-value where they are None, each with its reason."""

    def __getitem__(self, name: str | tuple[str, ...]) -> GroupResult:
        wanted = SEPARATOR.join(parts_of(name))
        for result in self.groups:
            if result.name == wanted:
                return result
        raise UnknownNameError("group", wanted, [result.name for result in self.groups])

    def why_none(self, figure: str) -> str:
        """Why the reference or the overall p-value is None; an empty string where it is not.

        Raises `UnknownNameError` where no figure has that name.
        """
        return _reason(self.undefined, figure, ("reference", "overall_p_value"))

    @property
    def compares(self) -> bool:
        """Whether at least two groups have a ratio."""
        return sum(result.ratio is not None for result in self.groups) > 1


def _reason(undefined: tuple[Undefined, ...], figure: str, figures: Collection[str]) -> str:
    if figure not in figures:
        raise UnknownNameError("figure", figure, figures)
    return next((absent.reason for absent in undefined if absent.figure == figure), "")
