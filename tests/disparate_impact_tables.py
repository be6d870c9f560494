"""Tables that the tests of disparate impact share: the published example, and any others."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st

from aigovkit.disparate_impact import Table
from aigovkit.errors import InputError

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


def published(title: str) -> Table:
    rows = [
        (tuple(name.split(" / ")), applicants, selected)
        for name, (applicants, selected, _, _) in PUBLISHED[title].items()
    ]
    return Table(CLASSES[title], rows, title=title)


def table(*counts: tuple[int, int], of: str = "age", **more: Any) -> Table:
    """A table of groups called A, B, C and so on, each given as (selected, applicants)."""
    return Table(
        of,
        [(chr(65 + index), applicants, selected) for index, (selected, applicants) in enumerate(counts)],
        **more,
    )


def problems(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [str(problem) for problem in error.value.problems]


counts = st.integers(0, 400).flatmap(
    lambda applicants: st.tuples(st.integers(0, applicants), st.just(applicants))
)
tables = st.lists(counts, min_size=1, max_size=5).map(lambda given_counts: table(*given_counts))
