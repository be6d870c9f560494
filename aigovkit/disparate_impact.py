"""Disparate impact: how selection rates differ between groups of people, and how sure that is.

Count, for each group, those who were considered and those who received the
favourable outcome. The rest is arithmetic that is kept exact, and statistics
that say how far chance alone could have brought the figures about.

>>> table = Table("sex", [("Male", 1390, 667), ("Female", 1181, 555)])
>>> analysis = analyze([table])
>>> female = analysis.tables[0]["Female"]
>>> percent(female.rate), rounded(female.ratio, 3), round(female.p_value, 2)
('47%', '0.979', 0.62)
>>> analysis.classes
(ProtectedClass.SEX,)

The figures are indicators. Nothing here finds that anyone was discriminated
against, and no level, test or ratio is applied as law: the proposed Arizona act
(41-6211(B)(1)) asks for an analysis of the twelve classes it names and leaves the
method open. Each choice made is in the settings, and is printed with the result.

`analyze` needs the extra `aigovkit-rules[statistics]`; counting does not.
"""

from __future__ import annotations

import importlib
import itertools
import math
import numbers
import re
import statistics
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NoReturn, cast

import attrs

from aigovkit.errors import AigovkitError, InputError, Problem, UnknownNameError, did_you_mean, shown
from aigovkit.facts import Vocabulary
from aigovkit.models.vocabulary import ProtectedClass

MOST_GROUPS = 500
MOST_PEOPLE = 100_000_000
LONGEST_NAME = 200
MOST_PROBLEMS = 100
SEPARATOR = " / "

FOUR_FIFTHS = Fraction(4, 5)
"""The customary figure of federal guidance on hiring: an indicator by custom, not a test that the act
sets.
"""

INDICATORS_ONLY = (
    "These figures are indicators, not findings. A low ratio or a small p-value does not show "
    "discrimination, and where both are absent "
    "it is not ruled out: people judge that, with all else they know. Every level, test and figure used is a "
    "choice made for this "
    "analysis and listed with it; none is applied as law."
)


class MissingExtraError(AigovkitError, ImportError):
    """A library is missing that comes with an optional extra of the kit."""

    library: str
    extra: str

    def __init__(self, library: str, extra: str) -> None:
        self.library, self.extra = library, extra
        super().__init__(
            f"the library `{library}` is not installed; install the extra `aigovkit-rules[{extra}]`"
        )

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.library, self.extra)


class SignificanceTest(Vocabulary):
    """The tests of whether chance alone could part rates so far."""

    FISHER = "fisher", "Fisher's exact test, two-sided."
    CHI_SQUARE = "chi_square", "Pearson's chi-square test, without continuity correction."


class Correction(Vocabulary):
    """How p-values are adjusted when many are looked at together."""

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
    """Which comparisons of a table are adjusted together."""

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


# What is counted


def _parts(name: object) -> tuple[str, ...]:
    return tuple(name) if isinstance(name, tuple | list) else (cast("str", name),)


def _count(given: object) -> int:
    """A whole number as a plain one, so that those of numpy are taken too; anything else as it is, to be
    refused.
    """
    if isinstance(given, bool) or not isinstance(given, numbers.Integral):
        return cast("int", given)
    return int(given)


def _count_problems(path: str, applicants: object, selected: object) -> Iterator[Problem]:
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


@attrs.frozen
class Group:
    """One group: how many were considered, and how many of them received the favourable outcome.

    Where the outcome is a burden, such as being flagged, count those who were
    spared it. The name of an intersection is a tuple, one word for each part.

    >>> Group("Female", 1181, 555).rate
    Fraction(555, 1181)
    >>> Group(("White", "Female"), 385, 197).name
    'White / Female'
    """

    parts: tuple[str, ...] = attrs.field(alias="name", converter=_parts)
    applicants: int = attrs.field(converter=_count)
    selected: int = attrs.field(converter=_count)

    def __attrs_post_init__(self) -> None:
        problems = [] if self.parts else [Problem("$.name", "()", "at least one word")]
        problems += [
            Problem("$.name", shown(part), f"a name of 1 to {LONGEST_NAME} characters")
            for part in self.parts
            if not isinstance(part, str) or not part.strip() or len(part) > LONGEST_NAME
        ]
        problems += _count_problems("$", self.applicants, self.selected)
        _raise("the group", problems)

    @property
    def name(self) -> str:
        """The name as it is printed."""
        return SEPARATOR.join(self.parts)

    @property
    def rate(self) -> Fraction | None:
        """The share of applicants that were selected; None without applicants."""
        return Fraction(self.selected, self.applicants) if self.applicants else None


def _raise(what: str, problems: Sequence[Problem]) -> None:
    """Report problems, if there are any: all of them up to a sensible number."""
    if not problems:
        return
    shown_now = list(problems[:MOST_PROBLEMS])
    if len(problems) > MOST_PROBLEMS:
        shown_now.append(Problem("$", "", f"and {len(problems) - MOST_PROBLEMS:,} more"))
    raise InputError(what, shown_now)


def _under(path: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems of a part, with their paths in the whole."""
    for problem in problems:
        yield attrs.evolve(problem, path=path + problem.path.removeprefix("$"))


def _plain(name: str) -> str:
    """A name without the differences that a reader would not notice."""
    return " ".join(name.split()).casefold()


def _group(row: object, path: str, problems: list[Problem]) -> Group | None:
    if isinstance(row, Group):
        return row
    if not isinstance(row, tuple | list) or len(row) != 3:
        problems.append(Problem(path, shown(row), "a Group, or its name, applicants and selected"))
        return None
    try:
        return Group(*row)
    except InputError as error:
        problems += _under(path, error.problems)
        return None


def _classes(given: object, path: str, problems: list[Problem]) -> tuple[ProtectedClass, ...]:
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


@attrs.frozen(init=False)
class Table:
    """The groups of one protected class, or of the intersections of several, and what came out for each.

    `classes` names the class, or the classes where one grouping speaks to
    several, as one of race and ethnicity does. Everyone counted belongs to one
    group only. `unknown` holds those whose group is not known, as their number
    and how many of them were selected; they enter no rate. Left out, nobody has
    said whether there are any.

    >>> Table("sex", [("Male", 5, 3), ("Female", 6, 3)], unknown=(2, 1)).applicants
    11
    >>> Table("sex", [("Male", 5, 7), ("male", True, 0)])
    Traceback (most recent call last):
    aigovkit.errors.InputError: the table has 2 problems
      $.groups[0].selected: at most the 5 applicants, not `7`
      $.groups[1].applicants: a whole number, not `True`
    """

    classes: tuple[ProtectedClass, ...]
    groups: tuple[Group, ...]
    unknown: Group | None
    title: str

    def __init__(
        self,
        classes: str | Collection[str],
        groups: Iterable[Group | tuple[str | tuple[str, ...], int, int]],
        *,
        unknown: Group | tuple[int, int] | None = None,
        title: str = "",
    ) -> None:
        problems: list[Problem] = []
        known = _classes(classes, "$.classes", problems)
        rows: list[object] = []
        if isinstance(groups, Iterable) and not isinstance(groups, str | bytes | Mapping):
            rows = list(itertools.islice(groups, MOST_GROUPS + 1))
            if not rows:
                problems.append(Problem("$.groups", "", "at least one group"))
        else:
            problems.append(Problem("$.groups", shown(groups), "a list of groups"))
        if len(rows) > MOST_GROUPS:
            problems.append(Problem("$.groups", "", f"at most {MOST_GROUPS} groups"))
            rows = []
        taken = {
            index: group
            for index, row in enumerate(rows)
            if (group := _group(row, f"$.groups[{index}]", problems))
        }
        problems += _names_problems(taken, len(known))
        apart = _unknown(unknown, problems)
        if not isinstance(title, str) or len(title) > LONGEST_NAME:
            problems.append(Problem("$.title", shown(title), f"a text of at most {LONGEST_NAME} characters"))
        _raise("the table", problems)
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


def _names_problems(groups: Mapping[int, Group], classes: int) -> Iterator[Problem]:
    first: dict[str, Group] = {}
    breadth = 0
    for index, group in groups.items():
        path = f"$.groups[{index}].name"
        plain = _plain(group.name)
        if plain in first:
            hint = "" if group.name == first[plain].name else f"`{shown(first[plain].name)}` is there already"
            yield Problem(path, shown(group.name), "each group once", hint)
        first.setdefault(plain, group)
        if plain == "unknown":
            yield Problem(
                path,
                shown(group.name),
                "the name of a group",
                "give those whose group is not known as `unknown`",
            )
        if breadth and len(group.parts) != breadth:
            yield Problem(
                path,
                shown(group.parts),
                f"{breadth} part{'s' if breadth > 1 else ''}, as the groups before it have",
            )
        breadth = breadth or len(group.parts)
        if classes and len(group.parts) > classes:
            expected = (
                f"at most {classes} part{'s' if classes > 1 else ''}, since the table has no more classes"
            )
            yield Problem(path, shown(group.parts), expected)


def tabulate(
    records: Iterable[Mapping[str, Any]],
    by: str | Iterable[str | tuple[str, ...]],
    *,
    classes: Mapping[str, str | Collection[str]] | None = None,
    applicants: str = "applicants",
    selected: str = "selected",
    unknown: Collection[str] = ("", "unknown"),
) -> tuple[Table, ...]:
    """Count records into tables: one for each entry of `by`, an intersection where the entry is a tuple.

    A record is one person, with `selected` true or false, or a number of people
    alike, with `applicants` and `selected` as counts. Its other keys are
    attributes, each called as its protected class, unless `classes` says which
    one it speaks to. An attribute that is absent, None, NaN or one of the words
    in `unknown` is not known, and its people are reported apart.

    >>> records = [
    ...     {"sex": "Male", "origin": "Hispanic or Latino", "applicants": 205, "selected": 90},
    ...     {"sex": "Female", "origin": "White", "applicants": 385, "selected": 197},
    ...     {"sex": "Female", "origin": None, "selected": True},
    ... ]
    >>> origin = {"origin": ("race", "ethnicity")}
    >>> sex, both = tabulate(records, by=("sex", ("origin", "sex")), classes=origin)
    >>> sex.groups[1], both.groups[0].name, both.unknown.applicants
    (Group(parts=('Female',), applicants=386, selected=198), 'Hispanic or Latino / Male', 1)
    """
    problems: list[Problem] = []
    entries = _entries(by, problems)
    columns = list(dict.fromkeys(itertools.chain.from_iterable(entries)))
    spoken_to = {
        column: _classes(
            (classes or {}).get(column, column),
            f"$.classes.{column}" if column in (classes or {}) else "$.by",
            problems,
        )
        for column in columns
    }
    _raise("what to tabulate by", problems)

    absent_words = {_plain(word) for word in ([unknown] if isinstance(unknown, str) else unknown)}
    tallies: list[dict[tuple[str, ...] | None, list[int]]] = [{} for _ in entries]
    seen: dict[str, None] = {}
    number = 0
    for number, record in enumerate(cast("Iterable[object]", records), start=1):
        path = f"$[{number - 1}]"
        if not isinstance(record, Mapping):
            problems.append(Problem(path, shown(record), "a record with named values"))
            continue
        seen.update(dict.fromkeys(key for key in record if isinstance(key, str)))
        counts = _outcome(record, path, applicants, selected, problems)
        values = {
            column: _value(record.get(column), f"{path}.{column}", absent_words, problems)
            for column in columns
        }
        for entry, tally in zip(entries, tallies, strict=True):
            named = tuple(value for column in entry if (value := values[column]) is not None)
            cell = tally.setdefault(named if len(named) == len(entry) else None, [0, 0])
            cell[0] += counts[0]
            cell[1] += counts[1]

    if not number:
        problems.append(Problem("$", "", "at least one record"))
    elif seen:
        problems += [
            Problem("$.by", shown(column), "an attribute that some record has", did_you_mean(column, seen))
            for column in columns
            if column not in seen
        ]
    _raise("the records", problems)

    tables = []
    for entry, tally in zip(entries, tallies, strict=True):
        apart = tally.get(None, [0, 0])
        covered = tuple(dict.fromkeys(itertools.chain.from_iterable(spoken_to[column] for column in entry)))
        rows = [Group(parts, cell[0], cell[1]) for parts, cell in tally.items() if parts is not None]
        try:
            tables.append(Table(covered, rows, unknown=(apart[0], apart[1]), title=_entry_title(entry)))
        except InputError as error:
            problems += _under(f"$.{SEPARATOR.join(entry)}", error.problems)
    _raise("the records", problems)
    return tuple(tables)


def _entry_title(entry: tuple[str, ...]) -> str:
    words = " by ".join(column.replace("_", " ") for column in entry)
    return (words[:1].upper() + words[1:])[:LONGEST_NAME]


def _entries(by: object, problems: list[Problem]) -> list[tuple[str, ...]]:
    given = [by] if isinstance(by, str) else list(by) if isinstance(by, Iterable) else [by]
    entries: list[tuple[str, ...]] = []
    for index, entry in enumerate(given):
        parts = _parts(entry)
        if (
            not parts
            or not all(isinstance(part, str) and part for part in parts)
            or len(set(parts)) < len(parts)
        ):
            problems.append(
                Problem(
                    f"$.by[{index}]", shown(entry), "the name of an attribute, or a tuple of different ones"
                )
            )
        elif parts in entries:
            problems.append(Problem(f"$.by[{index}]", shown(entry), "each entry once"))
        else:
            entries.append(parts)
    if not given:
        problems.append(Problem("$.by", "", "at least one attribute"))
    return entries


def _outcome(
    record: Mapping[str, Any], path: str, applicants: str, selected: str, problems: list[Problem]
) -> tuple[int, int]:
    outcome = record.get(selected)
    if applicants not in record:
        if isinstance(outcome, bool):
            return 1, int(outcome)
        hint = f"give `{applicants}` too where it is a count" if isinstance(outcome, int) else ""
        problems.append(Problem(f"{path}.{selected}", shown(outcome), "true or false", hint))
        return 0, 0
    counts = _count(record[applicants]), _count(outcome)
    wrong = list(_count_problems("", *counts))
    names = {".applicants": applicants, ".selected": selected}
    problems += [attrs.evolve(problem, path=f"{path}.{names[problem.path]}") for problem in wrong]
    return (0, 0) if wrong else counts


def _value(given: object, path: str, absent_words: Collection[str], problems: list[Problem]) -> str | None:
    if given is None or (isinstance(given, float) and math.isnan(given)):
        return None
    if not isinstance(given, str):
        hint = (
            "say it in a word, such as the name of a band of ages" if isinstance(given, int | float) else ""
        )
        problems.append(Problem(path, shown(given), "the name of a group", hint))
        return None
    return None if _plain(given) in absent_words else given.strip()


# How it is analyzed

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
class Settings:
    """The choices an analysis is made with. None of them comes from a law; a fraction may be written `0.95`,
    `"0.95"` or `"19/20"`.

    >>> Settings(confidence=0.99, small_below=20).confidence
    Fraction(99, 100)
    """

    confidence: Fraction = attrs.field(default=Fraction(19, 20), converter=_fraction)
    """The level of each interval, taken by itself."""
    correction: Correction = attrs.field(default=Correction.HOLM, converter=_correction)
    family: Family = attrs.field(default=Family.EVERY_PAIR, converter=_family)
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
        problems = []

        def check(name: str, accepted: bool, expected: str) -> None:
            if not accepted:
                problems.append(Problem(f"$.{name}", shown(getattr(self, name)), expected))

        def between(value: object, low: Fraction | int, high: Fraction | int) -> bool:
            return isinstance(value, Fraction) and low < value < high

        check(
            "confidence",
            between(self.confidence, Fraction(1, 2), 1) and self.confidence <= Fraction(999999, 1000000),
            "a level between 0.5 and 0.999999",
        )
        check(
            "correction",
            isinstance(self.correction, Correction),
            "one of " + ", ".join(f"`{word}`" for word in Correction),
        )
        check(
            "family", isinstance(self.family, Family), "one of " + ", ".join(f"`{word}`" for word in Family)
        )
        check("across_tables", isinstance(self.across_tables, bool), "true or false")
        check("small_may_lead", isinstance(self.small_may_lead, bool), "true or false")
        check(
            "exact_below",
            type(self.exact_below) is int and 1 <= self.exact_below <= MOST_PEOPLE,
            "a whole number of at least 1",
        )
        check(
            "small_below",
            type(self.small_below) is int and 0 <= self.small_below <= MOST_PEOPLE,
            "a whole number of at least 0",
        )
        check(
            "least_share",
            self.least_share is None or between(self.least_share, 0, 1),
            "a share between 0 and 1, or none",
        )
        check(
            "customary_ratio",
            self.customary_ratio is None or between(self.customary_ratio, 0, 2),
            "a ratio between 0 and 2, or none",
        )
        _raise("the settings", problems)

    @property
    def small_rule(self) -> str:
        """What the flag `small` means."""
        return f"fewer than {self.small_below:,} applicants" if self.small_below else "no group is flagged"

    @property
    def customary_name(self) -> str:
        """What the customary figure is called wherever it is shown."""
        if self.customary_ratio is None:
            return ""
        if self.customary_ratio == FOUR_FIFTHS:
            return "customary four-fifths figure"
        return f"figure of {_decimal(self.customary_ratio)} chosen for this analysis"


# What comes out


@attrs.frozen
class ConfidenceInterval:
    """The values that fit the figures at a level of confidence. Both ends are included."""

    low: float
    high: float
    level: Fraction
    method: str

    def __contains__(self, value: float | Fraction) -> bool:
        return self.low <= value <= self.high


@attrs.frozen
class Undefined:
    """A figure that is None, and why."""

    figure: str
    reason: str


def _reason(undefined: tuple[Undefined, ...], figure: str, figures: Collection[str]) -> str:
    if figure not in figures:
        raise UnknownNameError("figure", figure, figures)
    return next((absent.reason for absent in undefined if absent.figure == figure), "")


@attrs.frozen
class GroupResult:
    """The figures of one group. One that is undefined is None; `why_none` has the reason."""

    group: Group
    small: bool
    """Whether the group is small by the rule in the settings."""
    is_reference: bool
    share: Fraction | None
    """Its share of the table's applicants."""
    rate: Fraction | None
    rate_interval: ConfidenceInterval | None
    ratio: Fraction | None
    """The impact ratio: its rate divided by that of the reference."""
    ratio_interval: ConfidenceInterval | None
    p_value: float | None
    """How often chance alone would part it from the reference at least so far, were the rates equal."""
    adjusted_p_value: float | None
    test: SignificanceTest | None
    below_customary: bool | None
    """Whether the ratio is below the customary figure of the settings: an indicator, never a verdict."""
    undefined: tuple[Undefined, ...] = ()

    def why_none(self, figure: str) -> str:
        """Why a figure is None; an empty string where it is not."""
        return _reason(self.undefined, figure, _GROUP_FIGURES)

    @property
    def name(self) -> str:
        """The name of the group."""
        return self.group.name


@attrs.frozen
class TableResult:
    """The figures of one table, its groups in the order given."""

    table: Table
    groups: tuple[GroupResult, ...]
    reference: str | None
    """The group with the highest rate; of several with the same, the one with the most applicants."""
    tied: tuple[str, ...]
    """Every group with that rate, where there are several."""
    reference_rule: str
    overall_p_value: float | None
    """How often chance alone would scatter the rates at least so far, were they all equal."""
    overall_test: SignificanceTest | None
    comparisons: int
    """How many comparisons of this table the adjusted p-values allow for."""
    undefined: tuple[Undefined, ...] = ()

    def __getitem__(self, name: str | tuple[str, ...]) -> GroupResult:
        wanted = SEPARATOR.join(_parts(name))
        for result in self.groups:
            if result.name == wanted:
                return result
        raise UnknownNameError("group", wanted, [result.name for result in self.groups])

    def why_none(self, figure: str) -> str:
        """Why a figure is None; an empty string where it is not."""
        return _reason(self.undefined, figure, ("reference", "overall_p_value"))

    @property
    def compares(self) -> bool:
        """Whether at least two groups have a ratio."""
        return sum(result.ratio is not None for result in self.groups) > 1


@attrs.frozen
class AnalysisRecord:
    """That an analysis was done: what of it goes into a case. What the figures show is not part of it."""

    classes: tuple[ProtectedClass, ...]
    n: int
    """How many people it looked at, those of unknown group included; of several tables, the largest
    number.
    """
    n_by_class: tuple[tuple[ProtectedClass, int], ...]


@attrs.frozen
class Analysis:
    """Every table analyzed, the settings used, and which classes it does and does not cover."""

    tables: tuple[TableResult, ...]
    settings: Settings
    statement: str = INDICATORS_ONLY

    def __getitem__(self, title: str) -> TableResult:
        for result in self.tables:
            if result.table.title == title:
                return result
        raise UnknownNameError("table", title, [result.table.title for result in self.tables])

    @property
    def n(self) -> dict[ProtectedClass, int]:
        """How many people of known group each class was analyzed on.

        A class counts as analyzed when a table of its own, not one of
        intersections, compares at least two groups.
        """
        numbers_of: dict[ProtectedClass, int] = {}
        for result in self.tables:
            if result.compares and not result.table.is_intersection:
                for name in result.table.classes:
                    numbers_of[name] = max(numbers_of.get(name, 0), result.table.applicants)
        return {name: numbers_of[name] for name in ProtectedClass if name in numbers_of}

    @property
    def classes(self) -> tuple[ProtectedClass, ...]:
        """The protected classes that were analyzed."""
        return tuple(self.n)

    @property
    def missing_classes(self) -> tuple[ProtectedClass, ...]:
        """Those of the twelve that were not."""
        return tuple(name for name in ProtectedClass if name not in self.n)

    def record(self) -> AnalysisRecord:
        """The fact that the analysis was done, for which classes and on how many people."""
        counted = (
            one.table.applicants + (one.table.unknown.applicants if one.table.unknown else 0)
            for one in self.tables
        )
        return AnalysisRecord(self.classes, max(counted, default=0), tuple(self.n.items()))

    def to_markdown(self) -> str:
        """The whole analysis as a page of Markdown."""
        return "\n".join(_page(self))


_GROUP_FIGURES = tuple(
    field.name
    for field in attrs.fields(GroupResult)
    if field.name not in ("group", "small", "is_reference", "undefined")
)


# The arithmetic


def analyze(tables: Table | Iterable[Table], settings: Settings | None = None) -> Analysis:
    """Compare the groups of each table with the one of the highest rate.

    >>> table = Table("age", [("Under 40", 40, 20), ("40 and over", 8, 2)])
    >>> older = analyze(table)["Age"]["40 and over"]
    >>> older.ratio, older.small, older.test
    (Fraction(1, 2), True, SignificanceTest.FISHER)
    """
    chosen = settings if settings is not None else Settings()
    given = (
        [tables] if isinstance(tables, Table) else list(tables) if isinstance(tables, Iterable) else [tables]
    )
    _check_tables(given, chosen)
    standings = [_standing(table, chosen) for table in given]
    pairs = [_pairs(standing, chosen) for standing in standings]
    adjusted = _adjusted(pairs, chosen)
    return Analysis(
        tuple(
            _table_result(standing, chosen, compared, fair)
            for standing, compared, fair in zip(standings, pairs, adjusted, strict=True)
        ),
        chosen,
    )


def _check_tables(tables: Sequence[object], settings: object) -> None:
    problems = [] if tables else [Problem("$.tables", "", "at least one table")]
    titles: set[str] = set()
    for index, table in enumerate(tables):
        if not isinstance(table, Table):
            problems.append(Problem(f"$.tables[{index}]", shown(table), "a Table"))
        elif _plain(table.title) in titles:
            problems.append(Problem(f"$.tables[{index}].title", shown(table.title), "a title of its own"))
        else:
            titles.add(_plain(table.title))
    if not isinstance(settings, Settings):
        problems.append(Problem("$.settings", shown(settings), "Settings"))
    _raise("the analysis", problems)


@attrs.frozen
class _Standing:
    """A table's groups by their place in it: those to be compared, and the reference."""

    table: Table
    compared: tuple[int, ...]
    left_out: Mapping[int, str]
    reference: int | None
    tied: tuple[int, ...]
    rule: str
    reason: str


def _is_small(group: Group, settings: Settings) -> bool:
    return group.applicants < settings.small_below


def _standing(table: Table, settings: Settings) -> _Standing:
    total = table.applicants
    left_out: dict[int, str] = {}
    for index, group in enumerate(table.groups):
        if not group.applicants:
            left_out[index] = "the group has no applicants"
        elif settings.least_share is not None and Fraction(group.applicants, total) < settings.least_share:
            left_out[index] = (
                f"left out as fewer than {_decimal(settings.least_share * 100)}% of the {total:,} applicants "
                "of known group"
            )
    compared = tuple(index for index in range(len(table.groups)) if index not in left_out)
    leaders = [
        index for index in compared if settings.small_may_lead or not _is_small(table.groups[index], settings)
    ]
    rule = "the group with the highest rate" + (
        "" if settings.small_may_lead else f", groups of {settings.small_rule} passed over"
    )

    def standing(reason: str, reference: int | None = None, tied: tuple[int, ...] = ()) -> _Standing:
        return _Standing(table, compared, left_out, reference, tied, rule, reason)

    if not leaders:
        return standing(
            "no group can be the reference: "
            + ("all are small" if compared else "none has enough applicants")
        )
    top = max(Fraction(table.groups[index].selected, table.groups[index].applicants) for index in leaders)
    if not top:
        everyone = len(leaders) == len(table.groups)
        return standing(
            "nobody was selected in any group" + ("" if everyone else " that can be the reference")
        )
    tied = tuple(index for index in leaders if table.groups[index].rate == top)
    reference = min(tied, key=lambda index: (-table.groups[index].applicants, table.groups[index].name))
    return standing("", reference, tied if len(tied) > 1 else ())


_Pairs = Mapping[frozenset[int], tuple[float, SignificanceTest]]
"""The p-value of each comparison made in a table, and the test it comes from."""


def _pairs(standing: _Standing, settings: Settings) -> _Pairs:
    if standing.reference is None:
        return {}
    groups = standing.table.groups
    return {
        frozenset((first, second)): _compare(groups[first], groups[second], settings)
        for first, second in itertools.combinations(standing.compared, 2)
        if settings.family is Family.EVERY_PAIR or standing.reference in (first, second)
    }


def _adjusted(pairs: Sequence[_Pairs], settings: Settings) -> list[Mapping[frozenset[int], float]]:
    if settings.correction is Correction.NONE:
        return [{} for _ in pairs]
    keys = [(number, pair) for number, compared in enumerate(pairs) for pair in compared]
    families = (
        [keys]
        if settings.across_tables
        else [[key for key in keys if key[0] == number] for number in range(len(pairs))]
    )
    adjusted: list[dict[frozenset[int], float]] = [{} for _ in pairs]
    for family in families:
        values = _adjust([pairs[number][pair][0] for number, pair in family], settings.correction)
        for (number, pair), value in zip(family, values, strict=True):
            adjusted[number][pair] = _probability(value)
    return [*adjusted]


def _table_result(
    standing: _Standing, settings: Settings, pairs: _Pairs, adjusted: Mapping[frozenset[int], float]
) -> TableResult:
    table = standing.table
    overall, why = _overall(standing, settings)
    undefined = [Undefined("overall_p_value", why)] if why else []
    if standing.reason:
        undefined.append(Undefined("reference", standing.reason))
    return TableResult(
        table=table,
        groups=tuple(
            _group_result(standing, index, settings, pairs, adjusted) for index in range(len(table.groups))
        ),
        reference=None if standing.reference is None else table.groups[standing.reference].name,
        tied=tuple(table.groups[index].name for index in standing.tied),
        reference_rule=standing.rule,
        overall_p_value=overall,
        overall_test=None if overall is None else SignificanceTest.CHI_SQUARE,
        comparisons=len(pairs),
        undefined=tuple(undefined),
    )


def _group_result(
    standing: _Standing,
    index: int,
    settings: Settings,
    pairs: _Pairs,
    adjusted: Mapping[frozenset[int], float],
) -> GroupResult:
    group = standing.table.groups[index]
    undefined: dict[str, str] = {}
    figures: dict[str, Any] = dict.fromkeys(_GROUP_FIGURES)

    def none(reason: str, *names: str) -> None:
        undefined.update(dict.fromkeys(names, reason))

    total = standing.table.applicants
    if total:
        figures["share"] = Fraction(group.applicants, total)
    else:
        none("the table has no applicants", "share")

    if group.applicants:
        figures["rate"], figures["rate_interval"] = group.rate, _rate_interval(group, settings)
    else:
        none("the group has no applicants", "rate", "rate_interval")

    against_reference = ("ratio_interval", "p_value", "adjusted_p_value", "test")
    is_reference = index == standing.reference
    if index in standing.left_out:
        none(standing.left_out[index], "ratio", *against_reference)
    elif standing.reference is None:
        none(standing.reason, "ratio", *against_reference)
    else:
        reference = standing.table.groups[standing.reference]
        figures["ratio"] = Fraction(
            group.selected * reference.applicants, group.applicants * reference.selected
        )
        if is_reference:
            none("the group is the reference", *against_reference)
        else:
            pair = frozenset((index, standing.reference))
            figures["ratio_interval"] = _ratio_interval(group, reference, settings)
            figures["p_value"], figures["test"] = pairs[pair]
            figures["adjusted_p_value"] = adjusted.get(pair)
            if pair not in adjusted:
                none("no adjustment was asked for", "adjusted_p_value")

    if settings.customary_ratio is None:
        none("no customary figure was asked for", "below_customary")
    elif figures["ratio"] is None:
        none(undefined["ratio"], "below_customary")
    else:
        figures["below_customary"] = figures["ratio"] < settings.customary_ratio
    return GroupResult(
        group=group,
        small=_is_small(group, settings),
        is_reference=is_reference,
        undefined=tuple(Undefined(name, reason) for name, reason in undefined.items()),
        **figures,
    )


# The statistics


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingExtraError(name.partition(".")[0], "statistics") from error


def _probability(value: Any) -> float:
    return min(1.0, max(0.0, float(value)))


def _cells(groups: Iterable[Group]) -> list[list[int]]:
    return [[group.selected, group.applicants - group.selected] for group in groups]


def _adjust(values: Sequence[float], correction: Correction) -> Sequence[float]:
    """P-values adjusted together, each at the place of its own."""
    if correction is Correction.BONFERRONI:
        return [value * len(values) for value in values]
    if correction is Correction.HOLM:
        adjusted = [0.0] * len(values)
        highest = 0.0
        for before, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
            highest = adjusted[place] = max(highest, values[place] * (len(values) - before))
        return adjusted
    found: Sequence[float] = (
        _library("scipy.stats").false_discovery_control(values, method=correction.removeprefix("fdr_"))
        if values
        else ()
    )
    return found


def _compare(one: Group, other: Group, settings: Settings) -> tuple[float, SignificanceTest]:
    """The p-value of two rates, and the test that suits their numbers. The order of the two is immaterial."""
    pair = sorted((one, other), key=lambda group: (group.applicants, group.selected))
    people = one.applicants + other.applicants
    chosen = one.selected + other.selected
    least_expected = Fraction(pair[0].applicants * min(chosen, people - chosen), people)
    if least_expected >= settings.exact_below:
        # The function in scipy takes a hundred times as long for this one figure, and a table can have many
        # pairs.
        return math.erfc(abs(_score(1, *pair)) / math.sqrt(2)), SignificanceTest.CHI_SQUARE
    return _probability(_library("scipy.stats").fisher_exact(_cells(pair)).pvalue), SignificanceTest.FISHER


def _overall(standing: _Standing, settings: Settings) -> tuple[float | None, str]:
    """The p-value of all rates together, or why there is none. What counts as too few is Cochran's rule."""
    groups = [standing.table.groups[index] for index in standing.compared]
    if len(groups) < 2:
        return None, "fewer than two groups can be compared"
    people = sum(group.applicants for group in groups)
    chosen = sum(group.selected for group in groups)
    if chosen in (0, people):
        return None, "nobody was selected" if chosen == 0 else "everyone was selected"
    expected = [
        Fraction(group.applicants * count, people) for group in groups for count in (chosen, people - chosen)
    ]
    ample = sum(count >= settings.exact_below for count in expected)
    if min(expected) < 1 or 5 * ample < 4 * len(expected):
        return None, "too few people are expected in some cells for the chi-square test"
    return _probability(_library("scipy.stats").chi2_contingency(_cells(groups), correction=False).pvalue), ""


def _rate_interval(group: Group, settings: Settings) -> ConfidenceInterval:
    rate = group.selected / group.applicants
    # Tested against its own rate, since only the interval is wanted: that saves the work of a p-value.
    tested = _library("scipy.stats").binomtest(group.selected, group.applicants, rate)
    found = tested.proportion_ci(confidence_level=float(settings.confidence), method="wilson")
    # At rates of 0 and 1 rounding can put an end a hair inside the rate.
    low, high = min(float(found.low), rate), max(float(found.high), rate)
    return ConfidenceInterval(max(0.0, low), min(1.0, high), settings.confidence, "Wilson score")


def _score(ratio: float, group: Group, reference: Group) -> float:
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


def _ratio_interval(group: Group, reference: Group, settings: Settings) -> ConfidenceInterval:
    """The ratios that a score test would not reject.

    Sought, not by the known closed form, which breaks down where a rate is 0 or 1.
    The reference has someone selected, which keeps both ends finite.
    """
    limit = statistics.NormalDist().inv_cdf(1 - float(1 - settings.confidence) / 2)
    brentq = _library("scipy.optimize").brentq
    estimate = (group.selected * reference.applicants) / (group.applicants * reference.selected)

    def end(sign: int) -> float:
        def excess(ratio: float) -> float:
            return (
                max(-1e9, min(1e9, _score(ratio, group, reference))) + sign * limit
                if ratio != estimate
                else sign * limit
            )

        inner = estimate
        outer = estimate or 1 / (4 * group.applicants)
        while excess(outer) * sign >= 0:
            inner, outer = outer, outer * 2.0**sign
        return float(brentq(excess, *sorted((inner, outer)), xtol=1e-18, rtol=1e-13, maxiter=500))

    low = end(-1) if group.selected else 0.0
    return ConfidenceInterval(min(low, estimate), max(end(1), estimate), settings.confidence, "Koopman score")


# What is printed


def rounded(value: Fraction | int, digits: int) -> str:
    """A number to so many decimals, halves away from zero, worked out exactly.

    >>> rounded(Fraction(1, 8), 2), rounded(Fraction(412, 797), 2)
    ('0.13', '0.52')
    """
    if isinstance(value, bool) or not isinstance(value, Fraction | int):
        _refuse("value", value, "an exact fraction")
    if type(digits) is not int or not 0 <= digits <= 30:
        _refuse("digits", digits, "a whole number from 0 to 30")
    scaled = abs(value) * 10**digits
    whole = math.floor(scaled + Fraction(1, 2))
    left, right = divmod(whole, 10**digits)
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{left}" + (f".{right:0{digits}}" if digits else "")


def percent(value: Fraction | int, digits: int = 0) -> str:
    """A share as a percentage, rounded as `rounded` does.

    >>> percent(Fraction(90, 205), 1)
    '43.9%'
    """
    if isinstance(value, bool) or not isinstance(value, Fraction | int):
        _refuse("value", value, "an exact fraction")
    return rounded(value * 100, digits) + "%"


def _refuse(name: str, value: object, expected: str) -> NoReturn:
    raise InputError("the number to print", [Problem(f"$.{name}", shown(value), expected)])


def _decimal(value: Fraction) -> str:
    """A fraction as a short decimal where it is one, and as a fraction otherwise."""
    text = rounded(value, 6)
    return text.rstrip("0").rstrip(".") if Fraction(text) == value else str(value)


def _chance(value: float | None) -> str:
    if value is None:
        return "–"
    return "< 0.001" if value < 0.001 else rounded(Fraction(value), 3)


def _escaped(text: str) -> str:
    """Anybody's text, so that it neither controls a screen nor makes up Markdown of its own."""
    from aigovkit.report import printable

    return re.sub(r"([\\`*_{}\[\]<>|~#!&$])", r"\\\1", printable(text))


def _listed(classes: Iterable[ProtectedClass]) -> str:
    return ", ".join(name.replace("_", " ") for name in classes) or "none"


def _page(analysis: Analysis) -> Iterator[str]:
    yield "# Selection rates and impact ratios"
    yield ""
    yield analysis.statement
    yield ""
    sizes = ", ".join(f"{name.replace('_', ' ')} (n = {number:,})" for name, number in analysis.n.items())
    yield f"- Classes analyzed: {sizes or 'none'}."
    yield f"- Classes not analyzed: {_listed(analysis.missing_classes)}."
    for result in analysis.tables:
        yield ""
        yield from _table_section(result, analysis.settings)
    yield ""
    yield "## How it was done"
    yield ""
    yield from (f"- {line}" for line in _method(analysis.settings))


def _table_section(result: TableResult, settings: Settings) -> Iterator[str]:
    table = result.table
    yield f"## {_escaped(table.title)}"
    yield ""
    yield (
        f"- {table.applicants:,} applicants of known group, {table.selected:,} selected. "
        f"{_unknown_said(table)}"
    )
    if result.reference is None:
        yield f"- No ratios: {result.why_none('reference')}."
    else:
        tied = (
            "; the same rate: "
            + ", ".join(_escaped(name) for name in result.tied if name != result.reference)
            if result.tied
            else ""
        )
        yield f"- Reference: {_escaped(result.reference)} ({result.reference_rule}{tied})."
    if result.overall_p_value is None:
        yield f"- All groups together: no p-value ({result.why_none('overall_p_value')})."
    else:
        yield f"- All groups together: p {_equals(result.overall_p_value)} (chi-square)."
    level = f"{_decimal(settings.confidence * 100)}% interval"
    yield ""
    yield (
        f"| Group | Applicants | Selected | Rate | {level} | Impact ratio | {level} | p | Adjusted p | "
        "Notes |"
    )
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|---|"
    for one in result.groups:
        cells = [
            _escaped(one.name), f"{one.group.applicants:,}", f"{one.group.selected:,}",
            "–" if one.rate is None else percent(one.rate, 1), _span(one.rate_interval, as_percent=True),
            "–" if one.ratio is None else rounded(one.ratio, 3), _span(one.ratio_interval),
            _chance(one.p_value), _chance(one.adjusted_p_value), "; ".join(_notes(one, settings)),
        ]  # fmt: skip
        yield "| " + " | ".join(cells) + " |"


def _equals(value: float) -> str:
    text = _chance(value)
    return text if text.startswith("<") else f"= {text}"


def _unknown_said(table: Table) -> str:
    if table.unknown is None:
        return "Whether there are others, whose group is unknown, is not stated."
    return (
        f"Kept apart, their group unknown: {table.unknown.applicants:,}, of whom "
        f"{table.unknown.selected:,} selected."
    )


def _span(interval: ConfidenceInterval | None, *, as_percent: bool = False) -> str:
    if interval is None:
        return "–"
    ends = [Fraction(interval.low), Fraction(interval.high)]
    return " to ".join(percent(end, 1) if as_percent else rounded(end, 3) for end in ends)


def _notes(one: GroupResult, settings: Settings) -> Iterator[str]:
    if one.is_reference:
        yield "reference"
    if one.small:
        yield f"small: {settings.small_rule}"
    if one.below_customary:
        yield f"below the {settings.customary_name}"
    if one.ratio is None:
        yield f"no ratio: {one.why_none('ratio')}"
    if one.test is SignificanceTest.FISHER:
        yield "exact test"


def _method(settings: Settings) -> Iterator[str]:
    yield (
        "A rate is selected divided by applicants; an impact ratio is a group's rate divided by that of "
        "the reference."
    )
    yield (
        "The reference is the group that happened to come out highest. Ratios to it therefore lean low, the "
        "more so the smaller the "
        "groups, and a p-value that is not adjusted makes a difference look surer than it is."
    )
    yield (
        "Intervals: Wilson score for rates, Koopman score for ratios, each at "
        f"{_decimal(settings.confidence * 100)}% by itself. "
        "A wide one means that the figures cannot tell."
    )
    yield (
        f"Tests: {SignificanceTest.CHI_SQUARE.definition[:-1]}; {SignificanceTest.FISHER.definition[:-1]} "
        "where a count expected under "
        f"equal rates is below {settings.exact_below}. Both take people to be independent of one another. "
        "The exact test is the stricter: with few people its p-value and the interval of the ratio can "
        "disagree."
    )
    together = "all tables as one; of each table" if settings.across_tables else "table by table"
    family = (
        ""
        if settings.correction is Correction.NONE
        else f" Taken together: {together}, {settings.family.definition}"
    )
    yield f"Adjusted p-values: {settings.correction.definition}{family}"
    yield f"Small groups: {settings.small_rule}" + (
        "." if settings.small_may_lead else "; none of them can be the reference."
    )
    if settings.least_share is None:
        yield "No group with applicants was left out for its size."
    else:
        share = _decimal(settings.least_share * 100)
        yield (
            f"Groups below {share}% of a table's applicants of known group have no ratio; the customary "
            "share is 2%."
        )
    if settings.customary_ratio is not None:
        yield (
            f"Marked: ratios below the {settings.customary_name} ({_decimal(settings.customary_ratio)}), "
            "an indicator and no verdict."
        )


__all__ = [
    "FOUR_FIFTHS",
    "INDICATORS_ONLY",
    "Analysis",
    "AnalysisRecord",
    "ConfidenceInterval",
    "Correction",
    "Family",
    "Group",
    "GroupResult",
    "MissingExtraError",
    "ProtectedClass",
    "Settings",
    "SignificanceTest",
    "Table",
    "TableResult",
    "Undefined",
    "analyze",
    "percent",
    "rounded",
    "tabulate",
]
