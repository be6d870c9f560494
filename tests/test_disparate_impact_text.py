"""The page says what was done, what the figures are, and no more."""

from __future__ import annotations

import pytest
from disparate_impact_tables import PUBLISHED, published, table

from aigovkit.disparate_impact import INDICATORS_ONLY, Analysis, Plan, Table, analyze

pytest.importorskip("scipy.stats")


@pytest.fixture(scope="module")
def worked_example() -> Analysis:
    return analyze(published(title) for title in PUBLISHED)


def test_the_page_says_what_it_is(worked_example: Analysis) -> None:
    """The page opens with the statement that these are indicators, names what is missing, and lists every
    choice.
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


def test_the_page_follows_the_plan() -> None:
    """What the page says of how it was done changes with each choice."""
    chosen = Plan(
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
    across = analyze(table((5, 40), (10, 40)), Plan(across_tables=True)).to_markdown()
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
