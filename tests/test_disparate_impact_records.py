"""Records of people, one by one or many alike, are counted into tables, and nobody is lost."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
import strategies  # noqa: F401 - its settings are those of every property test
from disparate_impact_tables import problems
from hypothesis import assume, given
from hypothesis import strategies as st

from aigovkit.disparate_impact import MOST_GROUPS, MOST_TABLES, Group, ProtectedClass, tabulate
from aigovkit.errors import InputError

PEOPLE = [
    {"sex": "Female", "age": "40 and over", "selected": True},
    {"sex": "Female", "age": "under 40", "selected": False},
    {"sex": "Male", "age": "40 and over", "applicants": 10, "selected": 4},
    {"sex": "Male", "age": None, "selected": True},
    {"sex": " Unknown ", "age": "under 40", "applicants": 3, "selected": 1},
    {"age": float("nan"), "sex": "", "selected": False},
]


def test_records_are_counted_by_class_and_by_intersection() -> None:
    """People and counts of people add up in each table, and whoever lacks an attribute is kept apart in
    the tables that need it.
    """
    sex, age, both = tabulate(PEOPLE, by=("sex", "age", ("sex", "age")))
    assert [(group.name, group.applicants, group.selected) for group in sex.groups] == [
        ("Female", 2, 1),
        ("Male", 11, 5),
    ]
    assert sex.unknown == Group("unknown", 4, 1)
    assert [(group.name, group.applicants, group.selected) for group in age.groups] == [
        ("40 and over", 11, 5),
        ("under 40", 4, 1),
    ]
    assert age.unknown == Group("unknown", 2, 1)
    assert [group.name for group in both.groups] == [
        "Female / 40 and over",
        "Female / under 40",
        "Male / 40 and over",
    ]
    assert both.unknown == Group("unknown", 5, 2)
    assert [one.title for one in (sex, age, both)] == ["Sex", "Age", "Sex by age"]
    assert (both.classes, both.is_intersection) == ((ProtectedClass.SEX, ProtectedClass.AGE), True)


def test_nobody_is_lost_in_counting() -> None:
    """Each table accounts for every person, known or unknown."""
    for counted in tabulate(PEOPLE, by=("sex", "age", ("sex", "age"))):
        assert counted.unknown is not None
        assert counted.applicants + counted.unknown.applicants == 17
        assert counted.selected + counted.unknown.selected == 7


def test_columns_may_have_names_of_their_own() -> None:
    """Attributes, counts and words for the unknown can be called what a data set calls them."""
    records = [
        {"EEO": "White", "seen": 9, "ok": 3},
        {"EEO": "declined", "seen": 2, "ok": 1},
        {"EEO": "Asian", "ok": True},
    ]
    (counted,) = tabulate(
        records,
        "EEO",
        classes={"EEO": ("race", "ethnicity")},
        applicants="seen",
        selected="ok",
        unknown=["Declined"],
    )
    assert counted.classes == (ProtectedClass.RACE, ProtectedClass.ETHNICITY)
    assert (counted.groups, counted.unknown) == (
        (Group("White", 9, 3), Group("Asian", 1, 1)),
        Group("unknown", 2, 1),
    )


@pytest.mark.parametrize(
    ("records", "problem"),
    [
        ([], "$: at least one record"),
        ([5], "$[0]: a record with named values, not `5`"),
        ([{"sex": "F"}], "$[0].selected: true or false, not `None`"),
        (
            [{"sex": "F", "selected": 1}],
            "$[0].selected: true or false, not `1`; give `applicants` too where it is a count",
        ),
        ([{"sex": "F", "selected": "yes"}], "$[0].selected: true or false, not `'yes'`"),
        ([{"sex": "F", "selected": True, "applicants": 1}], "$[0].selected: a whole number, not `True`"),
        ([{"sex": "F", "selected": 2, "applicants": 1}], "$[0].selected: at most the 1 applicants, not `2`"),
        (
            [{"sex": 45, "selected": True}],
            "$[0].sex: the name of a group, not `45`; say it in a word, such as the name of a band of ages",
        ),
        ([{"sex": ["F"], "selected": True}], "$[0].sex: the name of a group, not `['F']`"),
        (
            [{"sexe": "F", "selected": True}],
            "$.by: an attribute that some record has, not `'sex'`; did you mean `sexe`?",
        ),
        ([{"sex": None, "selected": True}], "$.sex.groups: at least one group"),
        (
            [{"sex": "F", "selected": True}, {"sex": "f", "selected": True}],
            "$.sex.groups[1].name: each group once, not `'f'`; `'F'` is there already",
        ),
    ],
)
def test_hostile_records_are_refused(records: Any, problem: str) -> None:
    """A record that cannot be counted is refused with its place, and never counted as something else."""
    with pytest.raises(InputError) as error:
        tabulate(records, by="sex")
    assert problems(error) == [problem]


@pytest.mark.parametrize(
    "by", [[], [()], [5], None, ["sex", "sex"], [("sex", "sex")], ["height"], [""], [("sex", None)]]
)
def test_hostile_entries_are_refused(by: Any) -> None:
    """What names no attribute of a protected class is refused before anything is counted."""
    with pytest.raises(InputError, match="what to tabulate by has 1 problem\n"):
        tabulate(PEOPLE, by=by)


person = st.fixed_dictionaries(
    {
        "sex": st.sampled_from(["F", "M", None]),
        "age": st.sampled_from(["old", "young", ""]),
        "selected": st.booleans(),
    }
)


@given(st.lists(person, min_size=1))
def test_counting_people_and_counting_counts_agree(people: list[dict[str, Any]]) -> None:
    """The same people, one by one or summed up beforehand, give the same tables, and nobody is lost."""
    assume(any(person["sex"] and person["age"] for person in people))
    summed = [
        {"sex": sex, "age": age, "applicants": len(alike), "selected": sum(alike)}
        for (sex, age) in dict.fromkeys((person["sex"], person["age"]) for person in people)
        if (
            alike := [person["selected"] for person in people if (person["sex"], person["age"]) == (sex, age)]
        )
    ]
    by = ("sex", "age", ("sex", "age"))
    counted = tabulate(people, by)
    assert counted == tabulate(summed, by)
    for one in counted:
        assert one.unknown is not None
        assert one.applicants + one.unknown.applicants == len(people)


def test_what_has_no_end_is_not_read_to_its_end(monkeypatch):
    """Too many records, groups, tables and problems are refused once they are met, with what may be given."""

    def read_of(made, **options):
        """What is wrong with endless records, and how many of them were read."""
        read = itertools.count(1)
        with pytest.raises(InputError) as refused:
            tabulate((made(number) for number in read), **{"by": "sex", **options})
        return refused.value.problems, next(read) - 1

    problems, read = read_of(lambda number: {"sex": f"group {number}", "selected": True})
    assert ("$.sex", "at most 500 groups") == (problems[0].path, problems[0].expected)
    assert MOST_GROUPS + 2 == read
    problems, read = read_of(lambda number: number)
    assert 100 == len(problems)
    assert "not read from here" in problems[-1].expected
    assert 101 == read
    problems, _ = read_of(lambda number: {}, by=(f"class {number}" for number in itertools.count()))
    assert ("$.by", f"at most {MOST_TABLES} entries") == (problems[0].path, problems[0].expected)
    monkeypatch.setattr("aigovkit.disparate_impact.records.MOST_RECORDS", 3)
    problems, read = read_of(lambda number: {"sex": "Male", "selected": True})
    assert "at most 3 records" == problems[0].expected
    assert 4 == read
