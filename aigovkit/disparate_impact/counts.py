"""Counts: the groups of a table, how many people each has and how many of them were selected."""

from __future__ import annotations

import itertools
import numbers
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import cast

import attrs

from aigovkit.errors import InputError, Problem, did_you_mean, shown
from aigovkit.models.vocabulary import ProtectedClass

MOST_GROUPS = 500
"""How many groups a table can have.

.. versionadded:: 0.1.0
"""
MOST_PEOPLE = 100_000_000
"""How many people a group can have.

.. versionadded:: 0.1.0
"""
MOST_RECORDS = 1_000_000
"""How many records are counted into tables; one record can hold many people alike.

.. versionadded:: 0.1.0
"""
MOST_TABLES = 100
"""How many tables are counted at once.

.. versionadded:: 0.1.0
"""
LONGEST_NAME = 200
"""How many characters a title can have, or one part of a name.

.. versionadded:: 0.1.0
"""
MOST_PROBLEMS = 100
SEPARATOR = " / "


def parts_of(name: object) -> tuple[str, ...]:
    """The words of a name, as they are given; none of them is looked at yet."""
    return tuple(name) if isinstance(name, tuple | list) else (cast("str", name),)


def whole(given: object) -> int:
    """A whole number as a plain one, so that those of numpy are taken too; anything else as it is, to be
    refused.
    """
    if isinstance(given, bool) or not isinstance(given, numbers.Integral):
        return cast("int", given)
    return int(given)


def plain(name: str) -> str:
    """A name without the differences that a reader would not notice."""
    return " ".join(name.split()).casefold()


@attrs.frozen
class Group:
    """One group: how many were considered, and how many of them received the favourable outcome.

    Where the outcome is a burden, such as being flagged, count those who were
    spared it. `name` is a text, or for an intersection a tuple of texts, one for
    each part, of 1 to `LONGEST_NAME` characters; it is kept as a tuple in
    `parts`. `applicants` and `selected` are numbers of people, whole numbers from
    0 to `MOST_PEOPLE`, those of numpy too.

    Raises `InputError`, with everything wrong at once, where a name or a number
    is not such a one, or more people are selected than applied.

    >>> Group("Female", 1181, 555).rate
    Fraction(555, 1181)
    >>> Group(("White", "Female"), 385, 197).name
    'White / Female'

    .. versionadded:: 0.1.0
    """

    parts: tuple[str, ...] = attrs.field(alias="name", converter=parts_of)
    """The words of the name: one, or for an intersection one for each part."""
    applicants: int = attrs.field(converter=whole)
    """How many were considered."""
    selected: int = attrs.field(converter=whole)
    """How many of them received the favourable outcome."""

    def __attrs_post_init__(self) -> None:
        problems = [] if self.parts else [Problem("$.name", "()", "at least one word")]
        problems += [
            Problem("$.name", shown(part), f"a name of 1 to {LONGEST_NAME} characters")
            for part in self.parts
            if not isinstance(part, str) or not part.strip() or len(part) > LONGEST_NAME
        ]
        problems += count_problems("$", self.applicants, self.selected)
        refuse("the group", problems)

    @property
    def name(self) -> str:
        """The name as it is printed."""
        return SEPARATOR.join(self.parts)

    @property
    def rate(self) -> Fraction | None:
        """The share of applicants that were selected, exactly; None without applicants."""
        return Fraction(self.selected, self.applicants) if self.applicants else None


@attrs.frozen(init=False)
class Table:
    """The groups of one protected class, or of the intersections of several, and what came out for each.

    `classes` names the class, or the classes where one grouping speaks to
    several, as one of race and ethnicity does. `groups` is a list of 1 to
    `MOST_GROUPS` groups, each a `Group` or its name, applicants and selected.
    Everyone counted belongs to one group only, and no two names differ by case
    and spaces alone. All names have as many parts, and no more than the table
    has classes. `unknown` holds those whose group is not known, as a `Group` or
    as their number and how many of them were selected; they enter no rate. Left
    out, nobody has said whether there are any. `title` heads the table, with at
    most `LONGEST_NAME` characters; left out, it is made from the classes.

    Raises `InputError`, with everything wrong at once, where any of it is
    otherwise.

    >>> Table("sex", [("Male", 5, 3), ("Female", 6, 3)], unknown=(2, 1)).applicants
    11
    >>> Table("sex", [("Male", 5, 7), ("male", True, 0)])
    Traceback (most recent call last):
    aigovkit.errors.InputError: the table has 2 problems
      $.groups[0].selected: at most the 5 applicants, not `7`
      $.groups[1].applicants: a whole number, not `True`

    .. versionadded:: 0.1.0
    """

    classes: tuple[ProtectedClass, ...]
    """The protected classes that the grouping speaks to."""
    groups: tuple[Group, ...]
    """The groups, in the order given."""
    unknown: Group | None
    """Those whose group is not known; None where nobody has said whether there are any."""
    title: str
    """What heads the table."""

    def __init__(
        self,
        classes: str | Collection[str],
        groups: Iterable[Group | tuple[str | tuple[str, ...], int, int]],
        *,
        unknown: Group | tuple[int, int] | None = None,
        title: str = "",
    ) -> None:
        problems: list[Problem] = []
        known = classes_of(classes, "$.classes", problems)
        taken = {
            index: group
            for index, row in enumerate(_rows(groups, problems))
            if (group := _group(row, f"$.groups[{index}]", problems))
        }
        problems += _names_problems(taken, len(known))
        apart = _unknown(unknown, problems)
        if not isinstance(title, str) or len(title) > LONGEST_NAME:
            problems.append(Problem("$.title", shown(title), f"a text of at most {LONGEST_NAME} characters"))
        refuse("the table", problems)
        self.__attrs_init__(
            known, tuple(taken.values()), apart, title.strip() or _title(known, next(iter(taken.values())))
        )

    @property
    def applicants(self) -> int:
        """How many people are in a known group."""
        return sum(group.applicants for group in self.groups)

    @property
    def selected(self) -> int:
        """How many of those were selected."""
        return sum(group.selected for group in self.groups)

    @property
    def is_intersection(self) -> bool:
        """Whether the groups are intersections."""
        return len(self.groups[0].parts) > 1


# Names and rows as they are given


def classes_of(given: object, path: str, problems: list[Problem]) -> tuple[ProtectedClass, ...]:
    """The protected classes named; what names none is added to the problems."""
    words: list[object] = [given]
    if isinstance(given, tuple | list):
        words = list(given)
    elif isinstance(given, set | frozenset):
        words = sorted(given, key=shown)
    found: dict[ProtectedClass, None] = {}
    for word in words:
        if not isinstance(word, str) or word not in list(ProtectedClass):
            hint = did_you_mean(word, ProtectedClass) if isinstance(word, str) else ""
            hint = hint or "it can be " + ", ".join(f"`{known}`" for known in ProtectedClass)
            problems.append(Problem(path, shown(word), "a protected class", hint))
        elif ProtectedClass(word) in found:
            problems.append(Problem(path, shown(str(word)), "each protected class once"))
        else:
            found[ProtectedClass(word)] = None
    if not words:
        problems.append(Problem(path, "", "at least one protected class"))
    return tuple(found)


def _rows(groups: object, problems: list[Problem]) -> list[object]:
    if not isinstance(groups, Iterable) or isinstance(groups, str | bytes | Mapping):
        problems.append(Problem("$.groups", shown(groups), "a list of groups"))
        return []
    rows = list(itertools.islice(groups, MOST_GROUPS + 1))
    if not rows:
        problems.append(Problem("$.groups", "", "at least one group"))
    if len(rows) > MOST_GROUPS:
        problems.append(Problem("$.groups", "", f"at most {MOST_GROUPS} groups"))
        return []
    return rows


def _group(row: object, path: str, problems: list[Problem]) -> Group | None:
    if isinstance(row, Group):
        return row
    if not isinstance(row, tuple | list) or len(row) != 3:
        problems.append(Problem(path, shown(row), "a Group, or its name, applicants and selected"))
        return None
    try:
        return Group(*row)
    except InputError as error:
        problems += under(path, error.problems)
        return None


def _unknown(given: object, problems: list[Problem]) -> Group | None:
    if given is None:
        return None
    if isinstance(given, Group):
        return Group("unknown", given.applicants, given.selected)
    if isinstance(given, tuple | list) and len(given) == 2:
        return _group(("unknown", *given), "$.unknown", problems)
    problems.append(
        Problem(
            "$.unknown", shown(given), "the number of people whose group is unknown, and of those selected"
        )
    )
    return None


def _title(classes: tuple[ProtectedClass, ...], first: Group) -> str:
    words = ", ".join(name.replace("_", " ") for name in classes)
    return words[:1].upper() + words[1:] + (": intersections" if len(first.parts) > 1 else "")


# Problems


def refuse(what: str, problems: Sequence[Problem]) -> None:
    """Report problems, if there are any: all of them up to a sensible number."""
    if not problems:
        return
    shown_now = list(problems[:MOST_PROBLEMS])
    if len(problems) > MOST_PROBLEMS:
        shown_now.append(Problem("$", "", f"and {len(problems) - MOST_PROBLEMS:,} more"))
    raise InputError(what, shown_now)


def under(path: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems of a part, with their paths in the whole."""
    for problem in problems:
        yield attrs.evolve(problem, path=path + problem.path.removeprefix("$"))


def count_problems(path: str, applicants: object, selected: object) -> Iterator[Problem]:
    """What is wrong with the numbers of one group."""
    numbers_given = []
    for name, value in (("applicants", applicants), ("selected", selected)):
        if type(value) is not int:
            yield Problem(f"{path}.{name}", shown(value), "a whole number")
        elif not 0 <= value <= MOST_PEOPLE:
            yield Problem(f"{path}.{name}", shown(value), f"a number from 0 to {MOST_PEOPLE:,}")
        else:
            numbers_given.append(value)
    if len(numbers_given) == 2 and numbers_given[1] > numbers_given[0]:
        yield Problem(f"{path}.selected", shown(selected), f"at most the {applicants:,} applicants")


def _names_problems(groups: Mapping[int, Group], classes: int) -> Iterator[Problem]:
    first: dict[str, Group] = {}
    breadth = 0
    for index, group in groups.items():
        path = f"$.groups[{index}].name"
        name = plain(group.name)
        if name in first:
            hint = "" if group.name == first[name].name else f"`{shown(first[name].name)}` is there already"
            yield Problem(path, shown(group.name), "each group once", hint)
        first.setdefault(name, group)
        if name == "unknown":
            hint = "give those whose group is not known as `unknown`"
            yield Problem(path, shown(group.name), "the name of a group", hint)
        if breadth and len(group.parts) != breadth:
            expected = f"{_parts_said(breadth)}, as the groups before it have"
            yield Problem(path, shown(group.parts), expected)
        breadth = breadth or len(group.parts)
        if classes and len(group.parts) > classes:
            expected = f"at most {_parts_said(classes)}, since the table has no more classes"
            yield Problem(path, shown(group.parts), expected)


def _parts_said(number: int) -> str:
    return f"{number} part{'s' if number > 1 else ''}"
