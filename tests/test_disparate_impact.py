"""An analysis of selection rates and impact ratios is that of the published example, holds together whatever
the counts, and loads no more than it needs.
"""

from __future__ import annotations

import ast
import math
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
import strategies  # noqa: F401 - its settings are those of every property test
from disparate_impact_tables import PUBLISHED, published, table, tables
from hypothesis import given
from hypothesis import strategies as st

from aigovkit import disparate_impact
from aigovkit.disparate_impact import (
    MOST_PEOPLE,
    Analysis,
    Correction,
    Family,
    Group,
    MissingExtraError,
    Plan,
    ProtectedClass,
    Table,
    analyze,
    percent,
    rounded,
)
from aigovkit.errors import AigovkitError, InputError, UnknownNameError
from aigovkit.models import FACTS

pytest.importorskip("scipy.stats")

ROWS = [(table, name) for table, rows in PUBLISHED.items() for name in rows]


@pytest.fixture(scope="module")
def worked_example() -> Analysis:
    return analyze(published(title) for title in PUBLISHED)


def digits(text: str) -> int:
    return len(text.rstrip("%").partition(".")[2])


# The published example


@pytest.mark.parametrize(("title", "name"), ROWS)
def test_the_published_example_is_reproduced(worked_example: Analysis, title: str, name: str) -> None:
    """Each of the 23 published rates and ratios comes out to every digit printed."""
    _, _, rate, ratio = PUBLISHED[title][name]
    result = worked_example[title][name]
    assert result.rate is not None
    assert result.ratio is not None
    assert (percent(result.rate, digits(rate)), rounded(result.ratio, digits(ratio))) == (rate, ratio)


def test_the_published_example_has_23_rows() -> None:
    """No row of the published example is left out above."""
    assert [len(rows) for rows in PUBLISHED.values()] == [2, 7, 14]


@pytest.mark.parametrize(
    ("title", "reference"),
    [("sex", "Male"), ("race and ethnicity", "White"), ("intersections", "White / Male")],
)
def test_the_reference_is_the_most_selected_group(
    worked_example: Analysis, title: str, reference: str
) -> None:
    """In each published table the ratio of 1 belongs to the group with the highest rate."""
    result = worked_example[title]
    assert reference == result.reference
    assert [one.name for one in result.groups if one.is_reference] == [reference]
    assert result[reference].ratio == 1


def test_classes_of_the_published_example(worked_example: Analysis) -> None:
    """One grouping can speak to two classes, and the nine others are named as missing."""
    assert worked_example.classes == (ProtectedClass.RACE, ProtectedClass.ETHNICITY, ProtectedClass.SEX)
    assert worked_example.n == {
        ProtectedClass.RACE: 2584,
        ProtectedClass.ETHNICITY: 2584,
        ProtectedClass.SEX: 2571,
    }
    assert len(worked_example.missing_classes) == 9
    assert set(worked_example.classes) | set(worked_example.missing_classes) == set(ProtectedClass)


def test_the_published_example_is_one_where_chance_suffices(worked_example: Analysis) -> None:
    """Alone, the lowest published ratio that is not of a small group looks sure; with all pairs taken
    into account it does not.
    """
    lowest = worked_example["intersections"]["Black or African American / Male"]
    assert lowest.p_value is not None
    assert lowest.adjusted_p_value is not None
    assert lowest.p_value < 0.05 < lowest.adjusted_p_value
    assert worked_example["intersections"].comparisons == 14 * 13 // 2


# What is found in an answer


def test_figures_that_are_defined_have_no_reason() -> None:
    """A figure that is not None has an empty reason, and a figure nobody knows is refused with a
    suggestion.
    """
    result = analyze(table((5, 40), (10, 40)))["Age"]
    assert result["A"].why_none("ratio") == result.why_none("overall_p_value") == ""
    with pytest.raises(UnknownNameError, match="did you mean `ratio`"):
        result["A"].why_none("ratoi")


def test_tables_and_groups_are_found_by_name(worked_example: Analysis) -> None:
    """A table is found by its title and a group by its name or its parts; a wrong one is refused with a
    suggestion.
    """
    found = worked_example["intersections"]
    assert found["Asian / Male"] is found["Asian", "Male"]
    with pytest.raises(UnknownNameError, match="did you mean `Male`"):
        worked_example["sex"]["Mael"]
    with pytest.raises(UnknownNameError, match="did you mean `sex`"):
        worked_example["sexx"]


def test_people_of_unknown_group_change_no_figure() -> None:
    """The same groups have the same figures with and without others whose group is unknown."""
    with_them, without = (
        analyze(table((5, 40), (10, 40), unknown=unknown))["Age"] for unknown in ((900, 1), None)
    )
    assert with_them.groups == without.groups


def test_the_record_says_what_was_looked_at_and_not_what_was_found() -> None:
    """The record names the classes and how many people, those of unknown group included, and carries no
    ratio.
    """
    record = analyze([table((5, 40), (10, 40), unknown=(7, 2)), table((1, 9), (1, 8), of="sex")]).record()
    assert record.classes == (ProtectedClass.SEX, ProtectedClass.AGE)
    assert (record.n, record.n_by_class) == (87, ((ProtectedClass.SEX, 17), (ProtectedClass.AGE, 80)))
    assert [field.name for field in attrs.fields(type(record))] == ["classes", "n", "n_by_class"]


def test_the_classes_of_the_record_are_those_of_the_case() -> None:
    """The fact of which classes an analysis covered takes the classes of a record as they are."""
    record = analyze(table((5, 40), (10, 40))).record()
    assert FACTS["impact_assessment.classes_analyzed"].admit(record.classes).yes == {ProtectedClass.AGE}


def test_a_class_with_several_tables_counts_the_largest() -> None:
    """Where a class has tables of different sizes, in either order, its number of people is that of the
    largest.
    """
    coarse, fine = (
        table((5, 40), (10, 40), title="two bands"),
        table((5, 20), (10, 20), (1, 10), title="three bands"),
    )
    for pair in ((coarse, fine), (fine, coarse)):
        assert analyze(pair).n == {ProtectedClass.AGE: 80}


@pytest.mark.parametrize(
    "counts",
    [
        table((5, 40)),
        table((0, 40), (0, 40)),
        Table(("sex", "age"), [(("F", "old"), 40, 10), (("M", "old"), 40, 20)]),
    ],
)
def test_what_does_not_analyze_a_class(counts: Table) -> None:
    """A table with nothing to compare, or of intersections only, does not make its class an analyzed one."""
    analysis = analyze(counts)
    assert (analysis.classes, analysis.record().classes) == ((), ())
    assert len(analysis.missing_classes) == 12


def test_results_can_be_sent_elsewhere(worked_example: Analysis) -> None:
    """An analysis pickles, hashes and equals its copy."""
    copy = pickle.loads(pickle.dumps(worked_example))
    assert copy == worked_example
    assert hash(copy) == hash(worked_example)
    assert copy.to_markdown() == worked_example.to_markdown()


def test_results_cannot_be_changed(worked_example: Analysis) -> None:
    """No part of the input or the answer can be assigned to."""
    sex = worked_example["sex"]
    for part in (worked_example, worked_example.plan, sex, sex.table, sex["Male"], sex["Male"].group):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            part.plan = None  # type: ignore[union-attr, misc]


# Input


@pytest.mark.parametrize("given_tables", [[], None, 5, "table", [None], [table((1, 2)), table((1, 3))]])
def test_hostile_tables_are_refused(given_tables: Any) -> None:
    """What is not a list of tables with titles of their own is refused."""
    with pytest.raises(InputError):
        analyze(given_tables)


def test_a_plan_must_be_one() -> None:
    """A dictionary is not taken for a plan."""
    with pytest.raises(InputError, match=r"\$\.plan: a Plan"):
        analyze(table((1, 2)), {"confidence": 0.9})  # type: ignore[arg-type]


# The package


@pytest.mark.parametrize("missing", ["scipy.stats", "scipy.optimize"])
def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """Without the library the error says which extra brings it, and is an ImportError of the kit."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(
        MissingExtraError, match=r"`scipy` is not installed; install the extra `aigovkit-rules\[statistics\]`"
    ) as error:
        analyze(table((5, 40), (10, 40), (1, 3)))
    assert isinstance(error.value, AigovkitError)
    assert isinstance(error.value, ImportError)
    assert (error.value.library, error.value.extra) == ("scipy", "statistics")
    assert str(pickle.loads(pickle.dumps(error.value))) == str(error.value)


def test_importing_and_counting_load_no_library() -> None:
    """Neither the module nor counting loads anything of the extra."""
    script = (
        "import sys; from aigovkit.disparate_impact import tabulate; tabulate([{'sex': 'F', 'selected': "
        "True}], 'sex');"
        "print(sorted({'numpy', 'pandas', 'scipy', 'statsmodels'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )


def test_public_names() -> None:
    """Each name the package offers is there; each class and function says what it is, gives an example that
    runs, and ends with the version it came with.
    """
    for name in set(disparate_impact.__all__) - {"ProtectedClass"}:
        offered = getattr(disparate_impact, name)
        if callable(offered):
            assert ">>> " in offered.__doc__, name
            assert offered.__doc__.rstrip().endswith(".. versionadded:: 0.1.0"), name


IN_ORDER = (
    "counts",
    "records",
    "rounding",
    "plans",
    "results",
    "statistics",
    "comparisons",
    "text",
    "analysis",
)
FOLDER = Path(disparate_impact.__file__).parent


def test_modules_import_one_way() -> None:
    """Each module of the package imports from those before it only, and where it starts, not later."""
    assert {*IN_ORDER, "__init__"} == {path.stem for path in FOLDER.glob("*.py")}
    for place, module in enumerate(IN_ORDER):
        tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
        imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert all(node in tree.body for node in imports), module
        for node in imports:
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith(disparate_impact.__name__):
                _, _, sibling = str(node.module).partition(f"{disparate_impact.__name__}.")
                siblings = {sibling} if sibling else {alias.name for alias in node.names}
                assert siblings <= set(IN_ORDER[:place]), module


# Whatever the counts

choices = st.builds(
    Plan,
    correction=st.sampled_from(Correction),
    family=st.sampled_from(Family),
    exact_below=st.integers(1, 20),
    small_below=st.integers(0, 60),
    small_may_lead=st.booleans(),
    least_share=st.sampled_from([None, "0.02", "0.2"]),
)

FIGURES = (
    "share",
    "rate",
    "rate_interval",
    "ratio",
    "ratio_interval",
    "p_value",
    "adjusted_p_value",
    "test",
    "below_customary",
)


def floats(value: Any) -> Iterator[float]:
    """Every binary number in a result, however deep."""
    if isinstance(value, float):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from floats(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from floats(getattr(value, field.name))


@pytest.mark.parametrize(
    "counts",
    [
        ((1, MOST_PEOPLE), (MOST_PEOPLE, MOST_PEOPLE)),
        ((MOST_PEOPLE, MOST_PEOPLE), (MOST_PEOPLE, MOST_PEOPLE)),
        ((MOST_PEOPLE - 1, MOST_PEOPLE), (7, 7), (0, MOST_PEOPLE)),
        ((10, MOST_PEOPLE), (11, MOST_PEOPLE)),
    ],
)
def test_the_largest_counts_are_borne(counts: tuple[tuple[int, int], ...]) -> None:
    """At the largest counts accepted every figure is finite, and each interval contains its figure."""
    analysis = analyze(table(*counts))
    assert all(math.isfinite(value) for value in floats(analysis))
    for one in analysis["Age"].groups:
        assert one.ratio_interval is None or (
            one.ratio is not None and float(one.ratio) in one.ratio_interval
        )


@given(tables)
def test_ratios_are_between_0_and_1_and_the_highest_is_1(counted: Table) -> None:
    """By default no ratio exceeds 1, and where there are ratios at least one is 1."""
    ratios = [one.ratio for one in analyze(counted)["Age"].groups if one.ratio is not None]
    assert all(0 <= ratio <= 1 for ratio in ratios)
    assert bool(ratios) == any(group.selected for group in counted.groups)
    assert not ratios or max(ratios) == 1


@given(tables, choices)
def test_every_figure_is_a_number_or_none_with_a_reason(counted: Table, chosen: Plan) -> None:
    """No figure is NaN or infinite; a figure is None exactly when a reason is given; probabilities and
    rates are between 0 and 1.
    """
    analysis = analyze(counted, chosen)
    result = analysis["Age"]
    assert all(math.isfinite(value) for value in floats(analysis))
    assert (result.overall_p_value is None) == bool(result.why_none("overall_p_value"))
    assert (result.reference is None) == bool(result.why_none("reference"))
    for one in result.groups:
        for figure in FIGURES:
            assert (getattr(one, figure) is None) == bool(one.why_none(figure)), figure
        assert one.rate_interval is None or 0 <= one.rate_interval.low <= one.rate_interval.high <= 1
        assert one.p_value is None or 0 <= one.p_value <= 1
        assert one.adjusted_p_value is None or one.p_value is None or one.p_value <= one.adjusted_p_value <= 1
    assert analysis.to_markdown()


@given(tables)
def test_intervals_hold_their_figures(counted: Table) -> None:
    """Each interval contains the figure it is for."""
    for one in analyze(counted)["Age"].groups:
        for figure, interval in ((one.rate, one.rate_interval), (one.ratio, one.ratio_interval)):
            assert interval is None or (figure is not None and float(figure) in interval)


@given(tables.flatmap(lambda counted: st.tuples(st.just(counted), st.permutations(counted.groups))), choices)
def test_the_order_of_groups_changes_nothing_but_the_order(
    pair: tuple[Table, list[Group]], chosen: Plan
) -> None:
    """Groups in another order have the same figures, in that order, the same reference and the same tie."""
    counted, shuffled = pair
    ours, theirs = (analyze(one, chosen)["Age"] for one in (counted, attrs.evolve(counted, groups=shuffled)))
    assert [one.name for one in theirs.groups] == [group.name for group in shuffled]
    for one in ours.groups:
        other = theirs[one.name]
        assert attrs.evolve(one, adjusted_p_value=None) == attrs.evolve(other, adjusted_p_value=None)
        assert one.adjusted_p_value == pytest.approx(other.adjusted_p_value)
    assert ours.reference == theirs.reference
    assert set(ours.tied) == set(theirs.tied)
    assert ours.overall_p_value == pytest.approx(theirs.overall_p_value)


@given(tables, st.integers(2, 50))
def test_more_people_at_the_same_rates_narrow_the_intervals(counted: Table, factor: int) -> None:
    """With every count multiplied, rates and ratios stay and intervals lie strictly inside the former
    ones.
    """
    grown = [
        Group(group.name, group.applicants * factor, group.selected * factor) for group in counted.groups
    ]
    scaled = attrs.evolve(counted, groups=grown)
    few, many = (analyze(one)["Age"] for one in (counted, scaled))
    assert few.reference == many.reference
    for one, other in zip(few.groups, many.groups, strict=True):
        assert (one.rate, one.ratio, one.share) == (other.rate, other.ratio, other.share)
        for outer, inner in (
            (one.rate_interval, other.rate_interval),
            (one.ratio_interval, other.ratio_interval),
        ):
            assert (outer is None) == (inner is None)
            if outer is not None and inner is not None:
                assert outer.low <= inner.low <= inner.high <= outer.high
                assert inner.high - inner.low < outer.high - outer.low
