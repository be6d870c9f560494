"""Groups and tables are counts of people, and nothing else is taken for them."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from disparate_impact_tables import problems, table

from aigovkit.disparate_impact import MOST_GROUPS, MOST_PEOPLE, Group, ProtectedClass, Table
from aigovkit.errors import InputError


def test_the_twelve_classes() -> None:
    """The protected classes are the twelve that 41-6201, paragraph 1 names."""
    assert sorted(ProtectedClass) == [
        "age",
        "color",
        "disability_status",
        "ethnicity",
        "gender",
        "gender_identity",
        "national_origin",
        "race",
        "religion",
        "sex",
        "sexual_orientation",
        "veteran_status",
    ]


def test_everything_wrong_with_a_table_is_reported_at_once() -> None:
    """One error lists each problem, with the place of each."""
    with pytest.raises(InputError) as error:
        Table(
            ("sex", "sexx", "sex"),
            [
                ("A", -1, 0),
                ("B", 5, 6),
                ("B", 5, 1),
                ("C", 1.0, True),
                ("", 1, 1),
                (7, 1, 1),
                ("D", 1),
                ("Unknown", 2, 1),
                (("E", "F", "G"), 1, 1),
            ],
            unknown=(1, 2),
            title=5,  # type: ignore[arg-type]
        )
    assert problems(error) == [
        "$.classes: a protected class, not `'sexx'`; did you mean `sex`?",
        "$.classes: each protected class once, not `'sex'`",
        f"$.groups[0].applicants: a number from 0 to {MOST_PEOPLE:,}, not `-1`",
        "$.groups[1].selected: at most the 5 applicants, not `6`",
        "$.groups[3].applicants: a whole number, not `1.0`",
        "$.groups[3].selected: a whole number, not `True`",
        "$.groups[4].name: a name of 1 to 200 characters, not `''`",
        "$.groups[5].name: a name of 1 to 200 characters, not `7`",
        "$.groups[6]: a Group, or its name, applicants and selected, not `('D', 1)`",
        (
            "$.groups[7].name: the name of a group, not `'Unknown'`; give those whose group is not known as "
            "`unknown`"
        ),
        "$.groups[8].name: 1 part, as the groups before it have, not `('E', 'F', 'G')`",
        "$.groups[8].name: at most 1 part, since the table has no more classes, not `('E', 'F', 'G')`",
        "$.unknown.selected: at most the 1 applicants, not `2`",
        "$.title: a text of at most 200 characters, not `5`",
    ]


@pytest.mark.parametrize("other", ["Male", "male", " MALE "])
def test_one_group_cannot_come_twice(other: str) -> None:
    """A group whose name differs only in case or outer space is the same group."""
    with pytest.raises(InputError, match="each group once"):
        Table("sex", [("Male", 5, 3), (other, 6, 3)])


@pytest.mark.parametrize(
    "groups",
    [
        [],
        None,
        5,
        "Male",
        b"Male",
        {"Male": (5, 3)},
        [None],
        [("A",)],
        [("A", "5", "3")],
        [("A", None, None)],
        [("A", float("nan"), 1)],
        [("A", 10**400, 1)],
        [("A", MOST_PEOPLE + 1, 1)],
        [("a" * 201, 5, 3)],
        [("  ", 5, 3)],
        [((), 5, 3)],
        [(("a", None), 5, 3)],
    ],
)
def test_hostile_groups_are_refused(groups: Any) -> None:
    """What is not a list of named whole numbers is refused with an error of the kit."""
    with pytest.raises(InputError):
        Table("age", groups)


def test_an_endless_list_of_groups_is_refused() -> None:
    """Groups without end are refused after as many as a table can have."""
    with pytest.raises(InputError, match=f"at most {MOST_GROUPS} groups"):
        Table("age", ((f"g{number}", 1, 1) for number in itertools.count()))


def test_a_flood_of_problems_is_cut_short() -> None:
    """Beyond a hundred problems an error gives the number of the others."""
    with pytest.raises(InputError) as error:
        Table("age", [(f"g{number}", -1, 0) for number in range(250)])
    assert (len(error.value.problems), problems(error)[-1]) == (101, "$: and 150 more")


@pytest.mark.parametrize(
    "classes", [(), "", "race/ethnicity", None, 5, ["sex", None], {"sex": 1}, ("sex", ("age",))]
)
def test_hostile_classes_are_refused(classes: Any) -> None:
    """What names no protected class is refused."""
    with pytest.raises(InputError):
        Table(classes, [("A", 1, 1)])


@pytest.mark.parametrize("unknown", [5, "ab", (1,), (1, 2, 3), (1, 2), (-1, 0), (True, False), (1.0, 0)])
def test_hostile_numbers_of_unknown_group_are_refused(unknown: Any) -> None:
    """Those of unknown group are two whole numbers or nothing."""
    with pytest.raises(InputError, match=r"\$\.unknown"):
        Table("age", [("A", 1, 1)], unknown=unknown)


def test_a_group_alone_reports_its_problems() -> None:
    """A group by itself refuses what a table would, all at once."""
    with pytest.raises(InputError) as error:
        Group(("A", ""), True, None)  # type: ignore[arg-type]
    assert [problem.path for problem in error.value.problems] == ["$.name", "$.applicants", "$.selected"]


def test_whole_numbers_of_numpy_are_taken() -> None:
    """Counts from a data frame are whole numbers too, and become plain ones."""
    numpy = pytest.importorskip("numpy")
    group = Group("A", numpy.int64(5), numpy.int32(3))
    assert (type(group.applicants), type(group.selected), group) == (int, int, Group("A", 5, 3))


def test_those_of_unknown_group_may_be_given_as_a_group() -> None:
    """A group of any name given as unknown is kept as the unknown ones."""
    assert Table("age", [("A", 1, 1)], unknown=Group("declined", 4, 2)) == Table(
        "age", [("A", 1, 1)], unknown=(4, 2)
    )


def test_titles() -> None:
    """A table without a title is called as its classes are."""
    assert table((1, 2), of="veteran_status").title == "Veteran status"
    assert Table(("race", "ethnicity"), [("A", 1, 1)]).title == "Race, ethnicity"
    assert Table(("sex", "age"), [(("A", "B"), 1, 1)]).title == "Sex, age: intersections"
    assert {
        Table({"sex", "age"}, [("A", 1, 1)]).title,
        Table(frozenset({"age", "sex"}), [("A", 1, 1)]).title,
    } == {"Age, sex"}
