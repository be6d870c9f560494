"""Plans are made of choices that make sense, and the customary figure is called what it is."""

from __future__ import annotations

from typing import Any

import pytest
from disparate_impact_tables import table

from aigovkit.disparate_impact import FOUR_FIFTHS, Plan, analyze
from aigovkit.errors import InputError

pytest.importorskip("scipy.stats")


@pytest.mark.parametrize(
    ("choices", "path"),
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
def test_hostile_choices_are_refused(choices: dict[str, Any], path: str) -> None:
    """A choice that makes no sense is refused under its name."""
    with pytest.raises(InputError) as error:
        Plan(**choices)
    assert [problem.path for problem in error.value.problems] == [f"$.{path}"]


# The customary figure


@pytest.mark.parametrize(("selected", "below"), [(39, True), (40, False), (41, False)])
def test_the_customary_figure_is_compared_with_exactly(selected: int, below: bool) -> None:
    """A ratio of exactly four fifths is not below it, however the figure was written."""
    for figure in (FOUR_FIFTHS, 0.8, "0.8", "4/5"):
        assert (
            analyze(table((selected, 100), (50, 100)), Plan(customary_ratio=figure))["Age"][
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
        in analyze(counts, Plan(customary_ratio="0.9")).to_markdown()
    )
    without = analyze(counts, Plan(customary_ratio=None))
    assert without["Age"]["A"].why_none("below_customary") == "no customary figure was asked for"
    assert without.plan.customary_name == ""
    assert not any(word in without.to_markdown() for word in ("customary", "four-fifths", "below the"))
