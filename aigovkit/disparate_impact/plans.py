"""Plans: the choices an analysis is made with, none of which comes from a law."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import cast

import attrs

from aigovkit.disparate_impact.counts import MOST_PEOPLE, refuse
from aigovkit.disparate_impact.rounding import decimal
from aigovkit.errors import Problem, shown
from aigovkit.facts import Vocabulary

FOUR_FIFTHS = Fraction(4, 5)
"""The customary figure of federal guidance on hiring: an indicator by custom, not a test that a law sets.

.. versionadded:: 0.1.0
"""


class SignificanceTest(Vocabulary):
    """The tests of whether chance alone could part rates so far.

    >>> SignificanceTest.FISHER.definition
    "Fisher's exact test, two-sided."

    .. versionadded:: 0.1.0
    """

    FISHER = "fisher", "Fisher's exact test, two-sided."
    CHI_SQUARE = "chi_square", "Pearson's chi-square test, without continuity correction."


class Correction(Vocabulary):
    """How p-values are adjusted when many are looked at together.

    >>> Correction("holm").definition
    'Holm, which bounds the chance of any false alarm.'

    .. versionadded:: 0.1.0
    """

    HOLM = "holm", "Holm, which bounds the chance of any false alarm."
    BONFERRONI = "bonferroni", "Bonferroni, which does as Holm and is never sharper."
    FDR_BY = (
        "fdr_by",
        (
            "Benjamini and Yekutieli, which bounds the share of false alarms among the alarms, whatever the "
            "dependence."
        ),
    )
    FDR_BH = "fdr_bh", "Benjamini and Hochberg, which does so where the tests are not negatively dependent."
    NONE = "none", "none."


class Family(Vocabulary):
    """Which comparisons of a table are adjusted together.

    >>> [str(family) for family in Family]
    ['every_pair', 'with_reference']

    .. versionadded:: 0.1.0
    """

    EVERY_PAIR = (
        "every_pair",
        (
            "every pair of its groups, since the figures choose the reference and any pair might have been "
            "looked at."
        ),
    )
    WITH_REFERENCE = (
        "with_reference",
        "only the pairs with the reference. Lenient, since it is chosen after the figures are seen.",
    )


HIGHEST_CONFIDENCE = Fraction(999_999, 1_000_000)

_SHARE = re.compile(r"\d{1,9}(\.\d{1,9})?|\d{1,9}/0*[1-9]\d{0,8}")


def _fraction(given: Fraction | float | str | None) -> Fraction:
    """An exact fraction: 0.8 is four fifths, not the nearest binary number. What is none is left as it
    is, to be refused.
    """
    if isinstance(given, float) and math.isfinite(given):
        return Fraction(repr(float(given)))
    if isinstance(given, str) and _SHARE.fullmatch(given):
        return Fraction(given)
    return cast("Fraction", given)


def _correction(given: str) -> Correction:
    return Correction(given) if given in list(Correction) else cast("Correction", given)


def _family(given: str) -> Family:
    return Family(given) if given in list(Family) else cast("Family", given)


@attrs.frozen(kw_only=True)
class Plan:
    """The choices an analysis is made with. None of them comes from a law; a fraction may be written `0.95`,
    `"0.95"` or `"19/20"`.

    Raises `InputError`, with everything wrong at once, where one of them makes no
    sense: a level of confidence above 0.5 and at most 0.999999, a share between 0
    and 1, a customary figure between 0 and 2, and whole numbers of people.

    >>> Plan(confidence=0.99, small_below=20).confidence
    Fraction(99, 100)

    .. versionadded:: 0.1.0
    """

    confidence: Fraction = attrs.field(default=Fraction(19, 20), converter=_fraction)
    """The level of each interval, taken by itself."""
    correction: Correction = attrs.field(default=Correction.HOLM, converter=_correction)
    """How the p-values of many comparisons are adjusted."""
    family: Family = attrs.field(default=Family.EVERY_PAIR, converter=_family)
    """Which comparisons are adjusted together."""
    across_tables: bool = False
    """Whether the comparisons of all tables are adjusted together, instead of table by table."""
    exact_below: int = 5
    """Where a count expected under equal rates is lower, two groups are compared by the exact test."""
    small_below: int = 30
    """A group of fewer applicants is flagged as small; 0 flags none."""
    small_may_lead: bool = True
    """Whether a small group can be the reference. If not, ratios above 1 can occur."""
    least_share: Fraction | None = attrs.field(default=None, converter=_fraction)
    """A group with a lower share of a table's applicants has no ratio; by custom `"0.02"`. None leaves no
    group out.
    """
    customary_ratio: Fraction | None = attrs.field(default=FOUR_FIFTHS, converter=_fraction)
    """The figure below which a ratio is marked, as a customary indicator; None marks nothing."""

    def __attrs_post_init__(self) -> None:
        problems = [
            Problem(f"$.{name}", shown(getattr(self, name)), expected)
            for name, accepted, expected in self._checks()
            if not accepted
        ]
        refuse("the plan", problems)

    def _checks(self) -> Iterator[tuple[str, bool, str]]:
        """Each choice by name, whether it is accepted, and what would be."""
        accepted = _between(self.confidence, Fraction(1, 2), 1) and self.confidence <= HIGHEST_CONFIDENCE
        yield "confidence", accepted, "a level between 0.5 and 0.999999"
        for name, words in (("correction", Correction), ("family", Family)):
            expected = "one of " + ", ".join(f"`{word}`" for word in words)
            yield name, isinstance(getattr(self, name), words), expected
        for name in ("across_tables", "small_may_lead"):
            yield name, isinstance(getattr(self, name), bool), "true or false"
        for name, least in (("exact_below", 1), ("small_below", 0)):
            value = getattr(self, name)
            accepted = type(value) is int and least <= value <= MOST_PEOPLE
            yield name, accepted, f"a whole number of at least {least}"
        accepted = self.least_share is None or _between(self.least_share, 0, 1)
        yield "least_share", accepted, "a share between 0 and 1, or none"
        accepted = self.customary_ratio is None or _between(self.customary_ratio, 0, 2)
        yield "customary_ratio", accepted, "a ratio between 0 and 2, or none"

    @property
    def small_rule(self) -> str:
        """What the flag `small` means."""
        return f"fewer than {self.small_below:,} applicants" if self.small_below else "no group is flagged"

    @property
    def customary_name(self) -> str:
        """What the customary figure is called wherever it is shown; nothing where there is none."""
        if self.customary_ratio is None:
            return ""
        if self.customary_ratio == FOUR_FIFTHS:
            return "customary four-fifths figure"
        return f"figure of {decimal(self.customary_ratio)} chosen for this analysis"


def _between(value: object, low: Fraction | int, high: Fraction | int) -> bool:
    return isinstance(value, Fraction) and low < value < high
