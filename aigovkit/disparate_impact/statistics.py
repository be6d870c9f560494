"""Statistics: the test of two rates, the test of many, intervals, and p-values adjusted together.

What scipy has a function for is left to it, save the tests of two groups. A table
of 500 groups has 124,750 pairs of them, and scipy takes from a third of a
millisecond to a second for each.
"""

from __future__ import annotations

import importlib
import math
import statistics
from collections.abc import Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from aigovkit.disparate_impact.counts import Group
from aigovkit.disparate_impact.plans import Correction, Plan, SignificanceTest
from aigovkit.disparate_impact.results import ConfidenceInterval
from aigovkit.errors import MissingExtraError


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingExtraError(name.partition(".")[0], "statistics") from error


def probability(value: Any) -> float:
    """A p-value that rounding or adjusting may have put outside 0 to 1, as one within."""
    return min(1.0, max(0.0, float(value)))


# Two rates


class Comparison(NamedTuple):
    """The p-value of two rates, the test it is of, and how many outcomes were added up for it."""

    p_value: float
    test: SignificanceTest
    outcomes: int


def compare(one: Group, other: Group, plan: Plan) -> Comparison:
    """Two rates compared by the test that suits their numbers. The order of the two is immaterial."""
    in_order = (one.applicants, one.selected) <= (other.applicants, other.selected)
    first, second = (one, other) if in_order else (other, one)
    people = one.applicants + other.applicants
    chosen = one.selected + other.selected
    # The least count expected under equal rates is this product divided by the people.
    if first.applicants * min(chosen, people - chosen) >= plan.exact_below * people:
        p_value = math.erfc(abs(score(1, first, second)) / math.sqrt(2))
        return Comparison(p_value, SignificanceTest.CHI_SQUARE, 0)
    p_value, outcomes = exact_test(first, second)
    return Comparison(p_value, SignificanceTest.FISHER, outcomes)


_NO_DIFFERENCE = 1e-20
"""An outcome less likely than those added up by this factor ends the sum: no digit would change."""
_AS_LIKELY = 1 + 1e-9
"""Two outcomes count as equally likely up to this factor, since rounding can part them."""


def exact_test(first: Group, second: Group) -> tuple[float, int]:
    """The p-value of Fisher's exact test, two-sided, and how many outcomes were added up for it.

    An outcome is a number of people selected from the first group, given how many
    are selected from both. The p-value is the probability, were the rates equal,
    of all outcomes at most as likely as the one that came out. Likelihoods are
    taken relative to that of the likeliest outcome, each from its neighbour's.
    """
    size, people = first.applicants, first.applicants + second.applicants
    chosen, came_out = first.selected + second.selected, first.selected
    if came_out < _likeliest(size, chosen, people):
        # Those not selected are counted instead, which puts what came out at the likeliest or above it.
        chosen, came_out = people - chosen, size - came_out
    start, spare = _likeliest(size, chosen, people), second.applicants - chosen

    likelihood, likelier, others, outcome = 1.0, 0.0, 0.0, start
    while outcome < came_out and likelihood:
        likelier += likelihood
        likelihood *= (chosen - outcome) * (size - outcome) / ((outcome + 1) * (spare + outcome + 1))
        outcome += 1
    limit = likelihood * _AS_LIKELY
    while likelihood > others * _NO_DIFFERENCE:
        others += likelihood
        likelihood *= (chosen - outcome) * (size - outcome) / ((outcome + 1) * (spare + outcome + 1))
        outcome += 1
    highest = outcome

    likelihood, outcome = 1.0, start
    while likelihood > others * _NO_DIFFERENCE:
        likelihood *= outcome * (spare + outcome) / ((chosen - outcome + 1) * (size - outcome + 1))
        outcome -= 1
        if likelihood <= limit:
            others += likelihood
        else:
            likelier += likelihood
    return others / (likelier + others), highest - outcome


def _likeliest(size: int, chosen: int, people: int) -> int:
    """How many of the chosen most likely come from a group of a size."""
    return (size + 1) * (chosen + 1) // (people + 2)


def score(ratio: float, group: Group, reference: Group) -> float:
    """How many standard errors the figures lie above a supposed ratio of the rates.

    The standard error is that of the likeliest rates which stand in that ratio
    (Koopman 1984). At a ratio of 1 its square is Pearson's chi-square.
    """
    selected = group.selected + reference.selected
    spared, others = group.applicants - group.selected, reference.applicants - reference.selected
    # The likeliest rates solve a quadratic. Worked out from the failures too, it stays precise at rates near
    # 0 and 1.
    slope = (1 - ratio) * selected + others - ratio * spared
    root = math.hypot(slope, 2 * math.sqrt(ratio * spared * others))
    small = 4 * ratio * spared * others / (root + abs(slope)) if root else 0.0
    large = root + abs(slope)
    less, more = (small, large) if slope > 0 else (large, small)
    whole = (1 + ratio) * selected + ratio * spared + others + root
    rate, remainder = 2 * ratio * selected / whole, (more + 2 * ratio * spared) / whole
    reference_rate, reference_remainder = 2 * selected / whole, (less + 2 * others) / whole
    variance = (
        rate * remainder / group.applicants
        + ratio * ratio * reference_rate * reference_remainder / reference.applicants
    )
    distance = group.selected / group.applicants - ratio * reference.selected / reference.applicants
    if distance == 0:
        return 0.0
    return distance / math.sqrt(variance) if variance > 0 else math.copysign(math.inf, distance)


# Many rates


def overall(groups: Sequence[Group], plan: Plan) -> tuple[float | None, str]:
    """The p-value of all rates together, or why there is none. What counts as too few is Cochran's rule."""
    if len(groups) < 2:
        return None, "fewer than two groups can be compared"
    people = sum(group.applicants for group in groups)
    chosen = sum(group.selected for group in groups)
    if chosen in (0, people):
        return None, "nobody was selected" if chosen == 0 else "everyone was selected"
    expected = [
        Fraction(group.applicants * count, people) for group in groups for count in (chosen, people - chosen)
    ]
    ample = sum(count >= plan.exact_below for count in expected)
    if min(expected) < 1 or 5 * ample < 4 * len(expected):
        return None, "too few people are expected in some cells for the chi-square test"
    cells = [[group.selected, group.applicants - group.selected] for group in groups]
    return probability(_library("scipy.stats").chi2_contingency(cells, correction=False).pvalue), ""


def adjust(values: Sequence[float], correction: Correction) -> Sequence[float]:
    """P-values adjusted together, each at the place of its own."""
    if correction is Correction.BONFERRONI:
        return [value * len(values) for value in values]
    if correction is Correction.HOLM:
        adjusted = [0.0] * len(values)
        highest = 0.0
        for before, index in enumerate(sorted(range(len(values)), key=values.__getitem__)):
            highest = adjusted[index] = max(highest, values[index] * (len(values) - before))
        return adjusted
    found: Sequence[float] = (
        _library("scipy.stats").false_discovery_control(values, method=correction.removeprefix("fdr_"))
        if values
        else ()
    )
    return found


# Intervals


def rate_interval(group: Group, plan: Plan) -> ConfidenceInterval:
    """The rates that fit the figures of a group with applicants."""
    rate = group.selected / group.applicants
    # Only the interval is wanted, for which it does not matter that the p-value is of a rate of 0: of any
    # other, scipy could search long for it.
    tested = _library("scipy.stats").binomtest(group.selected, group.applicants, 0)
    found = tested.proportion_ci(confidence_level=float(plan.confidence), method="wilson")
    # At rates of 0 and 1 rounding can put an end a hair inside the rate.
    low, high = min(float(found.low), rate), max(float(found.high), rate)
    return ConfidenceInterval(max(0.0, low), min(1.0, high), plan.confidence, "Wilson score")


def ratio_interval(group: Group, reference: Group, plan: Plan) -> ConfidenceInterval:
    """The ratios that a score test would not reject.

    Sought, not by the known closed form, which breaks down where a rate is 0 or 1.
    The reference has someone selected, which keeps both ends finite.
    """
    limit = statistics.NormalDist().inv_cdf(1 - float(1 - plan.confidence) / 2)
    brentq = _library("scipy.optimize").brentq
    estimate = (group.selected * reference.applicants) / (group.applicants * reference.selected)

    def end(sign: int) -> float:
        def excess(ratio: float) -> float:
            return (
                max(-1e9, min(1e9, score(ratio, group, reference))) + sign * limit
                if ratio != estimate
                else sign * limit
            )

        inner = estimate
        outer = estimate or 1 / (4 * group.applicants)
        while excess(outer) * sign >= 0:
            inner, outer = outer, outer * 2.0**sign
        return float(brentq(excess, *sorted((inner, outer)), xtol=1e-18, rtol=1e-13, maxiter=500))

    low = end(-1) if group.selected else 0.0
    return ConfidenceInterval(min(low, estimate), max(end(1), estimate), plan.confidence, "Koopman score")
