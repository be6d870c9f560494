"""The meaning of the condition language, node by node, and the algebra of its operators."""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import PATHS, PROVISIONS, TESTS, cases, conditions, operator_forms, times_of_judging

import aigovkit.models as models
from aigovkit import periods
from aigovkit.errors import ConditionError, FactValueError, InstantError, UnknownNameError
from aigovkit.facts import Count, Record, TermSet
from aigovkit.language import nodes
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition
from aigovkit.language.logic import (
    attested_interval,
    compared,
    conjunction,
    counted,
    disjunction,
    either,
    event_interval,
    greatest,
    last_interval,
    least,
    meets_cadence,
    negation,
    points,
    product,
    total,
)
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    Always,
    AnyOf,
    AsOf,
    AtMost,
    Attested,
    AttestedOn,
    ByReading,
    Constant,
    CountOf,
    Day,
    EachOf,
    Earliest,
    Greatest,
    Has,
    HasOnly,
    InForce,
    IsIn,
    LastOf,
    Latest,
    MeetsCadence,
    Named,
    Not,
    ParameterIs,
    Points,
    Product,
    Rebutted,
    Shifted,
    SomeOf,
    StartOfDay,
    Sum,
    TimeByReading,
    TimeIf,
    Within,
)
from aigovkit.language.parameters import (
    BooleanParameter,
    ChoiceParameter,
    CountParameter,
    EventParameter,
    Parameter,
)
from aigovkit.language.parts import distinct, facts_in, parts, walk
from aigovkit.models import (
    Agency,
    Attestation,
    Case,
    Data,
    DataElement,
    Incident,
    Output,
    Procurement,
    Retirement,
    Stage,
    System,
    Use,
    Vendor,
    Violation,
)
from aigovkit.periods import NEVER_AT, UNKNOWN, Cadence, Occurrence, Period
from aigovkit.situation import Situation

PACIFIC = periods.zone("America/Los_Angeles")
TODAY = datetime.date(2026, 3, 2)
BEFORE, AFTER = datetime.date(2026, 3, 1), datetime.date(2026, 3, 3)
NOW = periods.end_of(TODAY, PACIFIC)
THREE = (True, False, None)

QUESTION = Ambiguity(
    "open", "Is it so?", {"yes": "it is", "no": "it is not"}, default="yes", why="It is natural."
)
ADOPTED = BooleanParameter("adopted", "Is it adopted?")
LEVEL = ChoiceParameter("level", "Which level?", "low", choices=("low", "high"))
SIGNED = EventParameter("signed_on", "When?", Occurrence.NEVER)
MANY = CountParameter("many", "How many?", 2)


def situation(case: Case | None = None, **options: Any) -> Situation:
    """What a condition is judged on: a case, at the end of one day in California."""
    return Situation(Case() if case is None else case, NOW, PACIFIC, **options)


def day(moment: datetime.date) -> periods.Interval:
    """The instants of a day in California."""
    return periods.interval(moment, PACIFIC)


# Three values.


@pytest.mark.parametrize(("answer", "opposite"), [(True, False), (False, True), (None, None)])
def test_the_opposite_of_unknown_is_unknown(answer: Any, opposite: Any) -> None:
    """Negation turns true and false round and leaves unknown."""
    assert opposite is negation(answer)
    assert opposite is holds(~System.uses_ai, situation(Case(system=System(uses_ai=answer))))


@pytest.mark.parametrize(
    ("answers", "both", "either"),
    [
        ((), True, False),
        ((True,), True, True),
        ((False,), False, False),
        ((None,), None, None),
        ((True, True), True, True),
        ((True, False), False, True),
        ((False, True), False, True),
        ((False, False), False, False),
        ((True, None), None, True),
        ((None, True), None, True),
        ((False, None), False, None),
        ((None, False), False, None),
        ((None, None), None, None),
        ((None, True, True), None, True),
        ((None, False, True), False, True),
        ((True, None, False), False, True),
    ],
)
def test_joined_answers_follow_strong_kleene_logic(answers: Any, both: Any, either: Any) -> None:
    """One false settles a conjunction and one true a disjunction; else one unknown leaves them unknown."""
    assert both is conjunction(answers)
    assert either is disjunction(answers)


@pytest.mark.parametrize("left", THREE)
@pytest.mark.parametrize("right", THREE)
def test_and_and_or_hold_as_their_parts_do(left: Any, right: Any) -> None:
    """`&` and `|` mean conjunction and disjunction."""
    known = situation(Case(system=System(uses_ai=left, public_facing=right)))
    assert conjunction((left, right)) is holds(System.uses_ai & System.public_facing, known)
    assert disjunction((left, right)) is holds(System.uses_ai | System.public_facing, known)


@given(conditions(), conditions(), cases(PATHS, PROVISIONS), times_of_judging())
def test_de_morgan(one: Condition, other: Condition, case: Case, as_of: Any) -> None:
    """The opposite of a conjunction is the disjunction of the opposites, and the other way round; twice
    the opposite is the same.
    """
    at = Situation(case, periods.end_of(as_of, PACIFIC), PACIFIC)
    assert holds(~(one & other), at) is holds(~one | ~other, at)
    assert holds(~(one | other), at) is holds(~one & ~other, at)
    assert holds(Not(Not(one)), at) is holds(one, at)


@given(conditions(Incident, alone=True, proved=False), cases(PATHS, PROVISIONS), times_of_judging())
def test_some_and_each_are_opposites(inner: Condition, case: Case, as_of: Any) -> None:
    """Not some record meets a condition exactly when each meets its opposite."""
    at = Situation(case, periods.end_of(as_of, PACIFIC), PACIFIC)
    assert holds(~Case.incidents.some(inner), at) is holds(Case.incidents.each(~inner), at)


# Building.


def test_operators_flatten_and_keep_the_written_order() -> None:
    """Grouping does not matter to `&` and `|`, and their parts stay in written order."""
    a, b, c, d = System.uses_ai, Vendor.involved, Use.novel, System.public_facing
    assert AllOf((a, b, c, d)) == (a & b) & (c & d) == a & (b & c) & d
    assert AnyOf((a, b, c, d)) == (a | b) | (c | d) == a | (b | c) | d
    assert a & b != b & a
    assert AllOf((a, AnyOf((b, c)))) == a & (b | c)
    assert AnyOf((AllOf((a, b)), c)) == a & b | c
    assert AllOf((a, b, c)) == AllOf.of(a & b, c)
    assert AnyOf((a, b, c)) == AnyOf.of(a, b | c)


def test_the_opposite_of_an_opposite_is_the_condition() -> None:
    """`~` twice gives the very condition back."""
    assert System.uses_ai is ~~System.uses_ai
    assert Not(System.uses_ai) == ~System.uses_ai
    assert Not(System.uses_ai & Vendor.involved) == ~(System.uses_ai & Vendor.involved)


@pytest.mark.parametrize("condition", [*TESTS, System.uses_ai & Vendor.involved, ~System.uses_ai, ADOPTED])
def test_a_condition_has_no_truth_value(condition: Condition) -> None:
    """`and`, `or`, `not` and `if` on a condition raise, and point to the operators."""
    with pytest.raises(
        ConditionError,
        match="has no truth value of its own; join conditions with `&`, `|` and `~`, not `and`, `or` and "
        "`not`",
    ):
        bool(condition)


def test_the_error_names_the_condition() -> None:
    """The message on a missing truth value shows the condition."""
    with pytest.raises(ConditionError, match="^`System.uses_ai` has no truth value"):
        System.uses_ai and Vendor.involved  # noqa: B018
    with pytest.raises(ConditionError):
        1 < Violation.count < 3  # type: ignore[operator]  # noqa: B015


def test_only_conditions_join() -> None:
    """Something that is no condition cannot be joined to one."""
    for other in (True, "yes", None, Use.stage, Constant(1)):
        with pytest.raises(TypeError):
            System.uses_ai & other  # type: ignore[operator]
        with pytest.raises(TypeError):
            System.uses_ai | other  # type: ignore[operator]


@given(operator_forms())
def test_a_condition_reads_back_from_its_repr(condition: Condition) -> None:
    """The repr of a condition is Python that builds an equal one."""
    names = {
        **vars(nodes),
        **vars(models),
        "datetime": datetime,
        "Occurrence": Occurrence,
        "Cadence": Cadence,
        "Period": Period,
    }
    assert condition == eval(repr(condition), names)
    assert hash(condition) == hash(eval(repr(condition), names))


def test_one_term_of_all_is_the_same_as_one_term() -> None:
    """A set that has all of one word has that word, so that the condition reads back from its repr."""
    assert System.outputs.has(Output.DECISION) == System.outputs.has_all(Output.DECISION)


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (System.uses_ai & ~Vendor.involved | Use.novel, "(System.uses_ai & ~Vendor.involved) | Use.novel"),
        (~(System.uses_ai | Use.novel) & Vendor.involved, "~(System.uses_ai | Use.novel) & Vendor.involved"),
        (ALWAYS & NOT_EVER, "ALWAYS & NOT_EVER"),
        (Use.stage.is_in(Stage.PILOT, Stage.IDEA), "Use.stage.is_in(Stage.PILOT, Stage.IDEA)"),
        (System.outputs.has(Output.DECISION), "System.outputs.has(Output.DECISION)"),
        (
            System.outputs.has_only(Output.DECISION, Output.PREDICTION),
            "System.outputs.has_only(Output.DECISION, Output.PREDICTION)",
        ),
        (System.outputs.is_empty(), "System.outputs.has_only()"),
        (Agency.place.within("us-ca"), "Agency.place.within('us-ca')"),
        (Use.began.happened(), "Use.began.happened()"),
        (Use.began.before(AS_OF), "Use.began.before(AS_OF)"),
        (Use.began.before(Use.ended), "Use.began.before(Use.ended)"),
        (Use.began.no_later_than(Use.ended), "Use.began.no_later_than(Use.ended)"),
        (AS_OF.no_later_than(Use.ended), "AS_OF.no_later_than(Use.ended)"),
        (Constant(1) <= Constant(2), "AtMost(Constant(number=1), Constant(number=2), strict=False)"),
        (Constant(1) < Constant(2), "AtMost(Constant(number=1), Constant(number=2), strict=True)"),
        (Case.incidents.some(Incident.caused_harm), "Case.incidents.some(Incident.caused_harm)"),
        (
            Data.elements.each(DataElement.identifies_person),
            "Data.elements.each(DataElement.identifies_person)",
        ),
        (LEVEL.is_("low"), f"ParameterIs({LEVEL!r}, 'low')"),
        (
            QUESTION.reads(yes=ALWAYS, no=NOT_EVER),
            f"ByReading({QUESTION!r}, (('yes', ALWAYS), ('no', NOT_EVER)))",
        ),
        (Attested("X"), "Attested(provision='X')"),
        (Use.began.plus("P1M"), "Shifted(start=Use.began, period=Period.parse('P1M'))"),
    ],
)
def test_reprs_are_written_in_operators(condition: Any, text: str) -> None:
    """The repr of a node is written as a rule would write it."""
    assert text == repr(condition)


def test_conditions_are_equal_by_structure_and_can_be_keys() -> None:
    """Equal conditions have equal hashes; different ones, and a value and its condition, differ."""
    one = System.uses_ai & Use.stage.is_(Stage.PILOT) & Case.incidents.some(Incident.caused_harm)
    other = System.uses_ai & Use.stage.is_(Stage.PILOT) & Case.incidents.some(Incident.caused_harm)
    assert one == other
    assert hash(one) == hash(other)
    assert {one: 1}[other] == 1
    assert AllOf((ALWAYS,)) != AnyOf((ALWAYS,))
    assert AtMost(Use.began, Use.ended) != AtMost(Use.began, Use.ended, strict=True)
    assert Attested("X") != AttestedOn("X")
    assert Always(True) == ALWAYS
    assert Always(False) == NOT_EVER
    read = QUESTION.reads(yes=ALWAYS, no=NOT_EVER)
    assert hash(read) == hash(QUESTION.reads(yes=ALWAYS, no=NOT_EVER))
    assert Named("a", ALWAYS, None) == Named("a", ALWAYS, "elsewhere")  # type: ignore[arg-type]
    assert Named("a", ALWAYS) != Named("b", ALWAYS)


# Numbers with an order.


class Sample(Record, path="sample"):
    """A record outside every case, for its count."""

    number: Count = Count("How many?")


def counting(number: int | None) -> Situation:
    """A situation in which a count is known, or is not."""
    return Situation(SimpleNamespace(sample=Sample(number=number)), NOW, PACIFIC)


@pytest.mark.parametrize(
    ("make", "answers"),
    [
        (lambda n: n <= 2, (True, True, False)),
        (lambda n: n < 2, (True, False, False)),
        (lambda n: n >= 2, (False, True, True)),
        (lambda n: n > 2, (False, False, True)),
        (lambda n: n.equals(2), (False, True, False)),
        (lambda n: n >= Constant(2), (False, True, True)),
        (lambda n: n + 1 <= 3, (True, True, False)),
        (lambda n: n * 2 > 4, (False, False, True)),
        (lambda n: n + n >= 4, (False, True, True)),
        (lambda n: n * n < 4, (True, False, False)),
        (lambda n: Constant(2) < n, (False, False, True)),
        (lambda n: Constant(2) <= n, (False, True, True)),
    ],
)
def test_numbers_compare_at_and_beside_a_threshold(make: Any, answers: Any) -> None:
    """Each comparison is right just below, at and just above its threshold, and unknown while the number
    is.
    """
    condition = make(Sample.number)
    assert answers == tuple(holds(condition, counting(number)) for number in (1, 2, 3))
    assert None is holds(condition, counting(None))


def test_a_count_is_never_negative() -> None:
    """Even an unknown count is at least zero."""
    assert (0, math.inf) == bounds(Sample.number, counting(None))
    assert True is holds(Sample.number >= 0, counting(None))
    assert False is holds(Sample.number < 0, counting(None))


def test_comparisons_build_nodes() -> None:
    """The operators of numbers put the smaller side left, and mark what is strict."""
    n = Sample.number
    assert AtMost(n, Constant(2)) == (n <= 2)
    assert AtMost(n, Constant(2), strict=True) == (n < 2)
    assert AtMost(Constant(2), n) == (n >= 2)
    assert AtMost(Constant(2), n, strict=True) == (n > 2)
    assert AllOf((n >= 2, n <= 2)) == n.equals(2)
    assert Sum((n, Constant(1))) == n + 1
    assert Product((n, MANY)) == n * MANY


@pytest.mark.parametrize("wrong", [True, 1.5, "2", None, System.uses_ai])
def test_only_whole_numbers_are_compared(wrong: Any) -> None:
    """A number is compared with, added to and multiplied by whole numbers and quantities alone."""
    for make in (
        lambda: Sample.number <= wrong,
        lambda: Sample.number > wrong,
        lambda: Sample.number + wrong,
        lambda: Sample.number * wrong,
    ):
        with pytest.raises(ConditionError, match="is not a whole number, a period or a quantity"):
            make()


# Comparing intervals.


@pytest.mark.parametrize(
    ("left", "right", "at_most", "less"),
    [
        ((1, 1), (1, 1), True, False),
        ((1, 1), (2, 2), True, True),
        ((2, 2), (1, 1), False, False),
        ((1, 2), (2, 3), True, None),
        ((1, 2), (3, 4), True, True),
        ((3, 4), (1, 2), False, False),
        ((2, 3), (1, 2), None, False),
        ((1, 3), (2, 4), None, None),
        ((1, 4), (2, 3), None, None),
        ((2, 3), (1, 4), None, None),
        ((5, 5), (-math.inf, 5), None, False),
        ((-math.inf, 5), (5, 5), True, None),
        (UNKNOWN, (1, 1), None, None),
        ((1, 1), UNKNOWN, None, None),
        (UNKNOWN, UNKNOWN, None, None),
        (NEVER_AT, (1, 1), False, False),
        (NEVER_AT, UNKNOWN, False, False),
        (NEVER_AT, NEVER_AT, False, False),
        ((1, 1), NEVER_AT, True, True),
        ((1, math.inf), NEVER_AT, None, None),
        (UNKNOWN, NEVER_AT, None, None),
        ((0, math.inf), (0, 0), None, False),
        ((0, 0), (0, math.inf), True, None),
    ],
)
def test_intervals_compare_wherever_in_them_the_values_lie(
    left: Any, right: Any, at_most: Any, less: Any
) -> None:
    """A comparison is settled only where every pair of values agrees; what never happened precedes
    nothing.
    """
    assert at_most is compared(left, right, strict=False)
    assert less is compared(left, right, strict=True)


@given(
    st.tuples(st.integers(-3, 3), st.integers(0, 3)),
    st.tuples(st.integers(-3, 3), st.integers(0, 3)),
    st.booleans(),
)
def test_a_comparison_is_what_all_pairs_of_values_agree_on(one: Any, other: Any, strict: bool) -> None:
    """The comparison of two intervals is the one answer of all pairs of values in them, or unknown."""
    left, right = (one[0], one[0] + one[1]), (other[0], other[0] + other[1])
    answers = {
        (a < b if strict else a <= b)
        for a in range(left[0], left[1] + 1)
        for b in range(right[0], right[1] + 1)
    }
    assert (answers.pop() if len(answers) == 1 else None) is compared(left, right, strict)


@pytest.mark.parametrize(
    ("intervals", "smallest", "largest", "sum_"),
    [
        ([(1, 2)], (1, 2), (1, 2), (1, 2)),
        ([(1, 5), (2, 3)], (1, 3), (2, 5), (3, 8)),
        ([(2, 3), (1, 5)], (1, 3), (2, 5), (3, 8)),
        ([UNKNOWN, (2, 2)], (-math.inf, 2), (2, math.inf), UNKNOWN),
        ([NEVER_AT, (2, 2)], (2, 2), NEVER_AT, NEVER_AT),
        ([(1, 1), (2, 2), (4, 8)], (1, 1), (4, 8), (7, 11)),
    ],
)
def test_the_least_greatest_and_sum_of_intervals(
    intervals: Any, smallest: Any, largest: Any, sum_: Any
) -> None:
    """Least, greatest and sum are taken of the lower ends and of the upper ends."""
    assert smallest == least(intervals)
    assert largest == greatest(intervals)
    assert sum_ == total(intervals)


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([], (1, 1)),
        ([(2, 3)], (2, 3)),
        ([(2, 3), (4, 5)], (8, 15)),
        ([(0, 3), (4, 5)], (0, 15)),
        ([(0, 0), (0, math.inf)], (0, 0)),
        ([(0, math.inf), (0, 0)], (0, 0)),
        ([(2, math.inf), (3, 3)], (6, math.inf)),
        ([(0, 0), (5, 5), (2, 2)], (0, 0)),
        ([(0, 0), UNKNOWN], (0, 0)),
        ([UNKNOWN, (0, 0)], (0, 0)),
        ([UNKNOWN, (2, 2)], UNKNOWN),
        ([(2, 2), (3, 3), (5, 5)], (30, 30)),
    ],
)
def test_nothing_times_anything_is_nothing(intervals: Any, expected: Any) -> None:
    """Factors multiply end by end, and zero wins over what has no bound."""
    assert expected == product(intervals)


@pytest.mark.parametrize(
    ("scale", "expected"),
    [
        ([], UNKNOWN),
        ([(True, 3)], (3, 3)),
        ([(False, 3)], UNKNOWN),
        ([(None, 3)], UNKNOWN),
        ([(False, 3), (True, 1)], (1, 1)),
        ([(True, 3), (True, 1)], (3, 3)),
        ([(None, 3), (True, 1)], (1, 3)),
        ([(None, 1), (True, 3)], (1, 3)),
        ([(None, 3), (None, 5), (True, 1), (True, 9)], (1, 5)),
        ([(None, 3), (False, 9), (True, 1)], (1, 3)),
        ([(None, 3), (None, 1)], UNKNOWN),
    ],
)
def test_the_first_step_that_holds_gives_the_points(scale: Any, expected: Any) -> None:
    """The points are those of the first step that holds, or of one before it that may; without one
    nothing is known.
    """
    assert expected == points(scale)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], (0, 0)),
        ([True], (1, 1)),
        ([False], (0, 0)),
        ([None], (0, 1)),
        ([True, None, False, None, True], (2, 4)),
    ],
)
def test_a_count_lies_between_what_holds_and_what_may(answers: Any, expected: Any) -> None:
    """At least those that hold are counted, at most those that do not fail."""
    assert expected == counted(iter(answers))


# Times.


def test_when_an_event_was() -> None:
    """An event is unknown, never, some time up to now, on a day, or at an instant."""
    instant = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    assert UNKNOWN == event_interval(None, NOW, PACIFIC)
    assert NEVER_AT == event_interval(Occurrence.NEVER, NOW, PACIFIC)
    assert (-math.inf, NOW) == event_interval(Occurrence.UNDATED, NOW, PACIFIC)
    assert day(BEFORE) == event_interval(BEFORE, NOW, PACIFIC)
    assert (periods.instant(instant),) * 2 == event_interval(instant, NOW, PACIFIC)


def test_when_something_attested_was_done() -> None:
    """What is attested done was done on its day, or at some time; what is attested not done never was;
    else it is unknown.
    """
    assert UNKNOWN == attested_interval(None, NOW, PACIFIC)
    assert UNKNOWN == attested_interval(Attestation(by="J. Ortiz"), NOW, PACIFIC)
    assert NEVER_AT == attested_interval(Attestation(met=False), NOW, PACIFIC)
    assert (-math.inf, NOW) == attested_interval(Attestation(met=True), NOW, PACIFIC)
    assert day(BEFORE) == attested_interval(Attestation(met=True, on=BEFORE), NOW, PACIFIC)


@pytest.mark.parametrize(
    ("began", "answer"),
    [
        (None, None),
        (Occurrence.NEVER, False),
        (Occurrence.UNDATED, True),
        (BEFORE, True),
        (TODAY, True),
        (AFTER, False),
    ],
)
def test_what_has_happened_by_the_time_of_judging(began: Any, answer: Any) -> None:
    """An event has happened when it is no later than the time of judging; the day of judging counts whole."""
    assert answer is holds(Use.began.happened(), situation(Case(use=Use(began=began))))


@pytest.mark.parametrize(
    ("began", "ended", "no_later", "before"),
    [
        (BEFORE, TODAY, True, True),
        (TODAY, TODAY, None, None),
        (TODAY, BEFORE, False, False),
        (BEFORE, Occurrence.NEVER, True, True),
        (Occurrence.NEVER, TODAY, False, False),
        (Occurrence.NEVER, Occurrence.NEVER, False, False),
        (None, TODAY, None, None),
        (Occurrence.UNDATED, AFTER, True, True),
        (Occurrence.UNDATED, TODAY, None, None),
        (BEFORE, None, None, None),
    ],
)
def test_one_event_before_another(began: Any, ended: Any, no_later: Any, before: Any) -> None:
    """Two days are ordered; the same day, without times of day, leaves the order open."""
    at = situation(Case(use=Use(began=began, ended=ended)))
    assert no_later is holds(Use.began.no_later_than(Use.ended), at)
    assert before is holds(Use.began.before(Use.ended), at)


def test_the_same_instant_is_no_later_but_not_before() -> None:
    """Of two equal instants neither comes before the other."""
    noon = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
    at = situation(Case(use=Use(began=noon, ended=noon)))
    assert True is holds(Use.began.no_later_than(Use.ended), at)
    assert False is holds(Use.began.before(Use.ended), at)


def test_moments_build_nodes() -> None:
    """Times are compared and shifted by named methods, and a period may be written in words of ISO 8601."""
    assert AtMost(Use.began, Use.ended) == Use.began.no_later_than(Use.ended)
    assert AtMost(Use.began, Use.ended, strict=True) == Use.began.before(Use.ended)
    assert AtMost(Use.began, AS_OF) == Use.began.happened()
    assert Shifted(Use.began, Period(days=30)) == Use.began.plus("P30D") == Use.began.plus(Period(days=30))
    with pytest.raises(InstantError):
        Use.began.plus("30 days")


# Recurring acts.

THIRTY = Cadence(Period(days=30))
OF_OLD = (-math.inf, NOW)


@pytest.mark.parametrize(
    ("occurrences", "since", "answer"),
    [
        (None, day(AFTER), True),
        ((), day(AFTER), True),
        (None, NEVER_AT, True),
        (None, day(BEFORE), True),
        (None, day(datetime.date(2026, 1, 31)), True),
        (None, day(datetime.date(2026, 1, 30)), None),
        (None, (day(datetime.date(2026, 1, 30))[0], day(datetime.date(2026, 1, 31))[1]), None),
        ((BEFORE,), UNKNOWN, None),
        ((BEFORE,), OF_OLD, None),
        ((), (day(TODAY)[0], NOW + 1), None),
        ((), (NOW + 1, NOW + 2), True),
        ((), (NOW, NOW), True),
        ((), (NOW, NOW + 1), None),
        ((), day(datetime.date(2026, 1, 31)), True),
        ((), day(datetime.date(2026, 1, 30)), False),
        ((datetime.date(2026, 1, 31),), day(datetime.date(2026, 1, 1)), True),
        ((datetime.date(2026, 2, 1),), day(datetime.date(2026, 1, 1)), False),
        ((datetime.date(2026, 1, 20), datetime.date(2026, 2, 10)), day(datetime.date(2026, 1, 1)), True),
        ((datetime.datetime(2026, 2, 1, 7, 59, tzinfo=datetime.UTC),), day(datetime.date(2026, 1, 1)), True),
        ((datetime.datetime(2026, 2, 1, 8, 0, tzinfo=datetime.UTC),), day(datetime.date(2026, 1, 1)), False),
        ((), (day(datetime.date(2026, 1, 30))[0], day(datetime.date(2026, 1, 31))[1]), None),
        ((), (day(datetime.date(2026, 1, 31))[0], day(datetime.date(2026, 2, 2))[1]), True),
        ((), (day(datetime.date(2026, 1, 20))[0], day(datetime.date(2026, 1, 30))[1]), False),
    ],
)
def test_a_recurring_act_is_kept_up_when_no_window_passed_without_it(
    occurrences: Any, since: Any, answer: Any
) -> None:
    """Every gap since the start is within the cadence, on the calendar of the place; an open start leaves
    that open where it matters.
    """
    assert answer is meets_cadence(occurrences, THIRTY, since, (NOW, NOW), None, NOW, PACIFIC)


@pytest.mark.parametrize(
    ("occurrences", "until", "answer"),
    [
        # From 1 January a window of thirty days closes on the 31st.
        ((), day(datetime.date(2026, 1, 31)), True),
        ((), day(datetime.date(2026, 2, 1)), False),
        ((), (day(datetime.date(2026, 1, 31))[0], NOW), None),
        ((), UNKNOWN, None),
        ((), NEVER_AT, False),
        ((), day(datetime.date(2025, 12, 31)), True),
        (None, day(datetime.date(2026, 1, 31)), True),
        (None, day(datetime.date(2026, 2, 1)), None),
        ((datetime.date(2026, 2, 1),), day(datetime.date(2026, 2, 1)), False),
        ((datetime.date(2026, 1, 31),), day(datetime.date(2026, 3, 1)), True),
        # What comes after the end cures nothing, and is not needed either.
        ((datetime.date(2026, 2, 2),), day(datetime.date(2026, 2, 1)), False),
        ((datetime.date(2026, 2, 2),), day(datetime.date(2026, 1, 31)), True),
    ],
)
def test_a_recurring_act_is_counted_up_to_its_end(occurrences: Any, until: Any, answer: Any) -> None:
    """Windows that close after the end do not count; an open end leaves that open where it matters, and
    none is the time of judging.
    """
    since = day(datetime.date(2026, 1, 1))
    assert answer is meets_cadence(occurrences, THIRTY, since, until, None, NOW, PACIFIC)


def test_anniversaries_are_those_of_the_anchor() -> None:
    """A cadence by anniversary ends its windows on the anniversaries of one day, known to the day or not
    at all.
    """
    yearly = Cadence(Period(years=1), by_anniversary=True)
    since, anchor = day(datetime.date(2025, 6, 1)), day(datetime.date(2020, 1, 10))
    assert False is meets_cadence((), yearly, since, (NOW, NOW), anchor, NOW, PACIFIC)
    assert True is meets_cadence((), yearly, since, (NOW, NOW), day(datetime.date(2020, 5, 10)), NOW, PACIFIC)
    assert None is meets_cadence((), yearly, since, (NOW, NOW), UNKNOWN, NOW, PACIFIC)
    assert None is meets_cadence((), yearly, since, (NOW, NOW), NEVER_AT, NOW, PACIFIC)
    assert None is meets_cadence(
        (), yearly, since, (NOW, NOW), (anchor[0], day(datetime.date(2020, 5, 10))[1]), NOW, PACIFIC
    )
    # The first and the last of these days leave nothing missed, and one between them does.
    spread = day(datetime.date(2020, 3, 10))[0], day(datetime.date(2021, 3, 10))[1]
    assert {True} == {
        meets_cadence((), yearly, since, (NOW, NOW), (end, end), NOW, PACIFIC) for end in spread
    }
    assert None is meets_cadence((), yearly, since, (NOW, NOW), spread, NOW, PACIFIC)
    node = MeetsCadence(Data.inventory_reviews, yearly, Use.began, anchor=Use.ended)
    known = Use(began=datetime.date(2025, 6, 1), ended=datetime.date(2020, 1, 10))
    assert False is holds(node, situation(Case(use=known, data=Data(inventory_reviews=[]))))
    assert (Data.inventory_reviews, Use.began, AS_OF, Use.ended) == parts(node)


@pytest.mark.parametrize(
    ("occurrences", "expected"),
    [
        (None, UNKNOWN),
        ((), NEVER_AT),
        ((BEFORE,), day(BEFORE)),
        ((BEFORE, TODAY), day(TODAY)),
        ((TODAY, BEFORE), day(TODAY)),
        ((BEFORE, AFTER), day(BEFORE)),
        ((AFTER,), NEVER_AT),
    ],
)
def test_the_last_occurrence_so_far(occurrences: Any, expected: Any) -> None:
    """The last of several occurrences is the last up to the time of judging; without one, another time
    stands for it.
    """
    assert expected == last_interval(occurrences, NEVER_AT, (NOW, NOW), NOW, PACIFIC)
    node = LastOf(Data.inventory_reviews, Use.began)
    assert expected == bounds(
        node, situation(Case(data=Data(inventory_reviews=occurrences), use=Use(began=Occurrence.NEVER)))
    )


def test_the_last_occurrence_may_have_begun_by_now() -> None:
    """An occurrence on the day of judging counts from its first instant on, also where an hour of that
    day is the time of judging.
    """
    first = day(TODAY)[0]
    assert day(TODAY) == last_interval((TODAY,), NEVER_AT, (first, first), first, PACIFIC)
    assert NEVER_AT == last_interval((TODAY,), NEVER_AT, (first - 1, first - 1), first - 1, PACIFIC)


def test_the_last_occurrence_by_a_time() -> None:
    """What came after the time asked about is left out; where that time is not known to the day, several
    may have been the last.
    """
    both = (BEFORE, TODAY)
    assert day(BEFORE) == last_interval(both, NEVER_AT, day(BEFORE), NOW, PACIFIC)
    assert (day(BEFORE)[0], day(TODAY)[1]) == last_interval(
        both, NEVER_AT, (day(BEFORE)[0], NOW), NOW, PACIFIC
    )
    assert (day(BEFORE)[0], math.inf) == last_interval(
        both, NEVER_AT, (-math.inf, day(BEFORE)[1]), NOW, PACIFIC
    )
    # None at all is one of them, and so is each in between.
    assert (day(BEFORE)[0], math.inf) == last_interval(both, NEVER_AT, (-math.inf, NOW), NOW, PACIFIC)
    # Of occurrences not known, the last came no later than that time, or there was none.
    assert (-math.inf, day(BEFORE)[1]) == last_interval(
        None, day(datetime.date(2026, 1, 1)), day(BEFORE), NOW, PACIFIC
    )
    assert (-math.inf, NOW) == last_interval(None, day(datetime.date(2026, 1, 1)), day(AFTER), NOW, PACIFIC)
    assert UNKNOWN == last_interval(None, NEVER_AT, day(BEFORE), NOW, PACIFIC)
    # A time that has not come leaves it at the time of judging.
    assert day(BEFORE) == last_interval((BEFORE, AFTER), NEVER_AT, day(AFTER), NOW, PACIFIC)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(True, day(BEFORE)), (False, day(TODAY)), (None, (day(BEFORE)[0], day(TODAY)[1]))],
)
def test_a_time_that_depends_on_a_condition(answer: Any, expected: Any) -> None:
    """It is the one where the condition holds, the other where it does not, and may be either while that
    is unknown.
    """
    node = TimeIf(System.uses_ai, Day(BEFORE), Day(TODAY))
    assert expected == either(answer, day(BEFORE), day(TODAY))
    assert expected == either(None if answer is None else not answer, day(TODAY), day(BEFORE))
    assert expected == bounds(node, situation(Case(system=System(uses_ai=answer))))
    assert (System.uses_ai, Day(BEFORE), Day(TODAY)) == parts(node)


def test_a_node_of_a_recurring_act_reads_its_facts() -> None:
    """The occurrences come from a fact, and the start from a time."""
    condition = MeetsCadence(Data.inventory_reviews, THIRTY, Use.began)
    began = Use(began=datetime.date(2026, 1, 1))
    assert None is holds(condition, situation(Case(use=began)))
    assert True is holds(condition, situation(Case(use=Use(began=BEFORE))))
    assert False is holds(condition, situation(Case(use=began, data=Data(inventory_reviews=[]))))
    assert True is holds(
        condition, situation(Case(use=began, data=Data(inventory_reviews=[datetime.date(2026, 1, 31)])))
    )
    assert None is holds(condition, situation(Case(data=Data(inventory_reviews=[]))))
    assert True is holds(condition, situation(Case(use=Use(began=Occurrence.NEVER))))


# Every condition.


@pytest.mark.parametrize(
    ("stage", "answer"), [(None, None), (Stage.PILOT, True), (Stage.PRODUCTION, True), (Stage.IDEA, False)]
)
def test_a_term_is_among_others(stage: Any, answer: Any) -> None:
    """A single term is one of those listed, is not, or is unknown."""
    at = situation(Case(use=Use(stage=stage)))
    assert answer is holds(Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION), at)
    assert IsIn(Use.stage, (Stage.PILOT,)) == Use.stage.is_(Stage.PILOT)
    assert (None if stage is None else stage is Stage.PILOT) is holds(Use.stage.is_(Stage.PILOT), at)


@pytest.mark.parametrize(
    ("outputs", "has", "only", "empty"),
    [
        (None, None, None, None),
        (TermSet(), False, True, True),
        (TermSet([Output.DECISION]), True, True, False),
        (TermSet([Output.PREDICTION]), False, False, False),
        (TermSet([Output.DECISION, Output.PREDICTION]), True, False, False),
        (TermSet.partial(), None, None, None),
        (TermSet.partial(yes=[Output.DECISION]), True, None, False),
        (TermSet.partial(no=[Output.DECISION]), False, None, None),
        (TermSet.partial(yes=[Output.PREDICTION]), None, False, False),
    ],
)
def test_what_a_set_of_terms_contains(outputs: Any, has: Any, only: Any, empty: Any) -> None:
    """Of a partial set what is neither in nor out is unknown; of a complete one what is not in is out."""
    at = situation(Case(system=System(outputs=outputs)))
    assert has is holds(System.outputs.has(Output.DECISION), at)
    assert only is holds(System.outputs.has_only(Output.DECISION), at)
    assert empty is holds(System.outputs.is_empty(), at)
    assert negation(empty) is holds(~System.outputs.is_empty(), at)


def test_several_terms_mean_any_or_all_of_them() -> None:
    """`has` asks for one of several terms, `has_all` for each."""
    a, b = Output.DECISION, Output.PREDICTION
    assert AnyOf((Has(System.outputs, a), Has(System.outputs, b))) == System.outputs.has(a, b)
    assert AllOf((Has(System.outputs, a), Has(System.outputs, b))) == System.outputs.has_all(a, b)
    at = situation(Case(system=System(outputs=[a])))
    assert True is holds(System.outputs.has(a, b), at)
    assert False is holds(System.outputs.has_all(a, b), at)


@pytest.mark.parametrize(
    ("place", "answer"),
    [
        (None, None),
        ("us-ca", True),
        ("us-ca/san-jose", True),
        ("us-cal", False),
        ("us", False),
        ("us-az/tucson", False),
    ],
)
def test_a_place_lies_within_another(place: Any, answer: Any) -> None:
    """A place lies within itself and within what its path begins with, part by part."""
    assert answer is holds(Agency.place.within("us-ca"), situation(Case(agency=Agency(place=place))))


def test_a_record_of_a_list_meets_a_condition() -> None:
    """`some` wants one record, `each` wants all; an empty list has none; an unknown list is unknown."""
    harm = Incident(caused_harm=True), Incident(caused_harm=False), Incident()
    for incidents, some, each in [
        (None, None, None),
        ([], False, True),
        ([harm[0]], True, True),
        ([harm[1]], False, False),
        ([harm[2]], None, None),
        ([harm[1], harm[0]], True, False),
        ([harm[2], harm[0]], True, None),
        ([harm[2], harm[1]], None, False),
        ([harm[1], harm[2], harm[0]], True, False),
    ]:
        at = situation(Case(incidents=incidents))
        assert some is holds(Case.incidents.some(Incident.caused_harm), at)
        assert each is holds(Case.incidents.each(Incident.caused_harm), at)


def test_how_many_records_meet_a_condition() -> None:
    """A count over a list lies between what holds and what may; over an unknown list it has no bound."""
    number = Case.incidents.count(Incident.caused_harm)
    assert CountOf(Case.incidents, Incident.caused_harm) == number
    assert (0, math.inf) == bounds(number, situation())
    assert (1, 2) == bounds(
        number,
        situation(Case(incidents=[Incident(caused_harm=True), Incident(), Incident(caused_harm=False)])),
    )


def test_inside_a_list_facts_are_read_of_each_record_and_the_case() -> None:
    """Inside a list its records' facts are those of the record looked at; the case's own stay at hand."""
    both = Case.incidents.some(Incident.caused_harm & System.uses_ai)
    incidents = [Incident(caused_harm=True)]
    assert True is holds(both, situation(Case(incidents=incidents, system=System(uses_ai=True))))
    assert False is holds(both, situation(Case(incidents=incidents, system=System(uses_ai=False))))
    nested = Case.incidents.some(Incident.caused_harm & Case.incidents.some(~Incident.caused_harm))
    assert True is holds(nested, situation(Case(incidents=[*incidents, Incident(caused_harm=False)])))
    assert False is holds(nested, situation(Case(incidents=incidents)))


def test_a_condition_on_other_records_is_refused_in_a_list() -> None:
    """A condition inside a list cannot read facts of the records of another."""
    for look in (Case.incidents.some, Case.incidents.each, Case.incidents.count):
        with pytest.raises(
            ConditionError,
            match="`DataElement.identifies_person` is not a fact of the records in `Case.incidents`",
        ):
            look(DataElement.identifies_person)


def test_a_defined_term_means_its_condition() -> None:
    """A name changes nothing about what a condition means."""
    for answer in THREE:
        assert answer is holds(
            Named("it is AI", System.uses_ai), situation(Case(system=System(uses_ai=answer)))
        )


def test_a_defined_term_is_settled_for_each_record_by_itself() -> None:
    """A defined term inside a list is worked out for each record, and outside it for the case."""
    harmful = Named("it did harm", Incident.caused_harm)
    at = situation(Case(incidents=[Incident(caused_harm=True), Incident(caused_harm=False)]))
    assert True is holds(Case.incidents.some(harmful) & Case.incidents.some(~harmful), at)
    assert False is holds(Case.incidents.each(harmful), at)
    ai = Named("it is AI", System.uses_ai)
    case = Case(system=System(uses_ai=None), incidents=[Incident()])
    assert None is holds(ai & Case.incidents.some(ai), situation(case))
    assert None is holds(ai, situation(case))


def test_an_ambiguity_is_read_by_default_or_as_chosen() -> None:
    """A condition that depends on a reading takes the default, or the one chosen."""
    read = QUESTION.reads(no=Vendor.involved, yes=System.uses_ai)
    assert ByReading(QUESTION, (("yes", System.uses_ai), ("no", Vendor.involved))) == read
    case = Case(system=System(uses_ai=True), vendor=Vendor(involved=False))
    assert True is holds(read, situation(case))
    assert False is holds(read, situation(case, readings={"open": "no"}))
    assert True is holds(read, situation(case, readings={"other": "no"}))


def test_a_time_may_hang_on_a_reading() -> None:
    """A time that depends on a reading is that of the default, or of the reading chosen."""
    time = QUESTION.times(no=Use.ended, yes=Use.began)
    assert TimeByReading(QUESTION, (("yes", Use.began), ("no", Use.ended))) == time
    case = Case(use=Use(began=BEFORE, ended=AFTER))
    assert day(BEFORE) == bounds(time, situation(case))
    assert day(AFTER) == bounds(time, situation(case, readings={"open": "no"}))
    assert day(BEFORE) == bounds(time, situation(case, readings={"other": "no"}))
    assert False is holds(time.happened(), situation(case, readings={"open": "no"}))


def test_every_reading_is_given_a_condition() -> None:
    """Missing, surplus and unknown readings are refused."""
    with pytest.raises(ConditionError, match="^`open` has the readings yes, no; given are yes$"):
        QUESTION.reads(yes=ALWAYS)
    with pytest.raises(ConditionError, match="given are yes, no, maybe"):
        QUESTION.reads(yes=ALWAYS, no=ALWAYS, maybe=ALWAYS)
    with pytest.raises(ConditionError, match="given are no"):
        QUESTION.times(no=AS_OF)
    with pytest.raises(UnknownNameError, match="unknown reading of `open` `yess`; did you mean `yes`"):
        Ambiguity("open", "Is it so?", {"yes": "it is", "no": "it is not"}, default="yess", why="?")
    assert "no" == QUESTION.check("no")


def test_what_has_to_be_proved_counts_as_not_proved_while_unknown() -> None:
    """A condition to be proved holds only where it certainly holds, and never is unknown."""
    for answer, expected in ((True, True), (False, False), (None, False)):
        assert expected is holds(Rebutted(System.uses_ai), situation(Case(system=System(uses_ai=answer))))


def test_what_is_attested() -> None:
    """A duty is attested done, attested not done, or not attested."""
    for attestation, answer in [
        (None, None),
        (Attestation(met=True), True),
        (Attestation(met=False), False),
        (Attestation(by="J. Ortiz"), None),
        (Attestation(met=True, on=AFTER), True),
    ]:
        given = {} if attestation is None else {"X": attestation}
        assert answer is holds(Attested("X"), situation(Case(attestations=given)))
        assert None is holds(Attested("Y"), situation(Case(attestations=given)))


def test_parameters_hold_as_given_or_by_default() -> None:
    """A parameter has its given value, else its default; without either it is unknown."""
    assert None is holds(ADOPTED, situation())
    assert True is holds(ADOPTED, situation(parameters={"adopted": True}))
    assert False is holds(ADOPTED, situation(parameters={"adopted": False}))
    assert True is holds(LEVEL.is_("low"), situation())
    assert False is holds(LEVEL.is_("high"), situation())
    assert True is holds(LEVEL.is_("high"), situation(parameters={"level": "high"}))
    assert None is holds(LEVEL.is_("high"), situation(parameters={"level": None}))
    assert (2, 2) == bounds(MANY, situation())
    assert (5, 5) == bounds(MANY, situation(parameters={"many": 5}))
    assert (0, 0) == bounds(MANY, situation(parameters={"many": 0}))
    assert (0, math.inf) == bounds(MANY, situation(parameters={"many": None}))
    assert NEVER_AT == bounds(SIGNED, situation())
    assert UNKNOWN == bounds(SIGNED, situation(parameters={"signed_on": None}))
    assert day(BEFORE) == bounds(SIGNED, situation(parameters={"signed_on": BEFORE}))


@pytest.mark.parametrize(
    ("starts", "ends", "act", "answer"),
    [
        (BEFORE, None, TODAY, True),
        (TODAY, None, TODAY, None),
        (AFTER, None, TODAY, False),
        (BEFORE, TODAY, BEFORE, None),
        (datetime.date(2026, 1, 1), TODAY, BEFORE, True),
        (datetime.date(2026, 1, 1), BEFORE, TODAY, False),
        (AFTER, None, None, None),
        (None, None, TODAY, None),
        (Occurrence.NEVER, None, TODAY, False),
        (BEFORE, Occurrence.NEVER, TODAY, True),
        (BEFORE, None, Occurrence.UNDATED, None),
        (AFTER, None, Occurrence.UNDATED, False),
        (BEFORE, None, AFTER, True),
        (AFTER, AFTER, BEFORE, False),
        (None, BEFORE, TODAY, False),
    ],
)
def test_a_provision_governs_acts_between_its_start_and_its_end(
    starts: Any, ends: Any, act: Any, answer: Any
) -> None:
    """A provision is in force for an act done no earlier than its start and before its end."""
    case = Case(use=Use(began=starts, ended=ends), retirement=Retirement(started=act))
    node = InForce(Use.began, Retirement.started, None if ends is None else Use.ended)
    assert answer is holds(node, situation(case))
    assert True is holds(node, situation(case, hypothetical=True))


def test_a_provision_binds_the_whole_of_its_first_day() -> None:
    """In force from a day, a provision binds that day as a whole, from its first instant in the place."""
    node = InForce(StartOfDay(Day(TODAY)), AS_OF)
    first = int(day(TODAY)[0])
    for at, answer in ((first - 1, False), (first, True), (first + 1, True)):
        assert answer is holds(node, Situation(Case(), at, PACIFIC))


def test_always_and_not_ever() -> None:
    """A fixed answer is the same in every case."""
    assert True is holds(ALWAYS, situation())
    assert False is holds(NOT_EVER, situation())


def test_what_is_no_condition_or_no_value_is_refused() -> None:
    """`holds`, `bounds` and `parts` refuse what the language does not have."""
    for ask, wrong in ((holds, AS_OF), (bounds, ALWAYS), (bounds, System.uses_ai)):
        with pytest.raises(AssertionError, match="unreachable"):
            ask(wrong, situation())
    with pytest.raises(AssertionError, match="unreachable"):
        parts(None)


# Every value.


def test_the_bounds_of_every_value() -> None:
    """Each value with an order lies in the interval its parts give it."""
    case = Case(
        use=Use(began=BEFORE, ended=TODAY),
        procurement=Procurement(public_funds=Decimal("12.34")),
        data=Data(retention=Period(days=1, seconds=1)),
        attestations={"X": Attestation(met=True, on=BEFORE)},
    )
    at = situation(case)
    start_today, end_today = day(TODAY)
    shifted = day(datetime.date(2026, 4, 1))
    expected: list[tuple[Any, Any]] = [
        (AS_OF, (NOW, NOW)),
        (AsOf(), (NOW, NOW)),
        (Constant(7), (7, 7)),
        (Day(TODAY), day(TODAY)),
        (Use.began, day(BEFORE)),
        (Retirement.started, UNKNOWN),
        (Procurement.public_funds, (1234, 1234)),
        (Data.retention, (86_401, 86_401)),
        (Use.began.plus("P1M"), (shifted[1], shifted[1])),
        (Use.began.plus("PT1H"), (day(BEFORE)[0] + 3_600_000_000, day(BEFORE)[1] + 3_600_000_000)),
        (Retirement.started.plus("P1M"), UNKNOWN),
        (StartOfDay(Use.ended), (start_today, start_today)),
        (StartOfDay(AS_OF), (start_today, start_today)),
        (StartOfDay(Retirement.started), UNKNOWN),
        (AttestedOn("X"), day(BEFORE)),
        (AttestedOn("Y"), UNKNOWN),
        (Earliest((Use.began, Use.ended)), day(BEFORE)),
        (Latest((Use.began, Use.ended)), (start_today, end_today)),
        (Latest((Use.began, Retirement.started)), (day(BEFORE)[0], math.inf)),
        (Earliest((Use.began, Retirement.started)), (-math.inf, day(BEFORE)[1])),
        (Greatest((Constant(1), MANY, Constant(0))), (2, 2)),
        (Sum((Constant(1), MANY)), (3, 3)),
        (Product((Constant(3), MANY)), (6, 6)),
        (Points(((Use.began.happened(), 4), (ALWAYS, 1))), (4, 4)),
        (Points(((Retirement.started.happened(), 4), (ALWAYS, 1))), (1, 4)),
    ]
    for value, interval in expected:
        assert (value, interval) == (value, bounds(value, at))


def test_unknown_amounts_and_lengths_are_at_least_nothing() -> None:
    """An unknown amount or length has no upper bound, and none below zero."""
    for value in (Procurement.public_funds, Data.retention):
        assert (0, math.inf) == bounds(value, situation())


def test_a_length_in_months_has_bounds() -> None:
    """A month may be as short as 28 and as long as 31 days, so that 30 days settle nothing."""
    at = situation(Case(data=Data(retention=Period(months=1))))
    day_in_seconds = 86_400
    for days, answer in ((27, False), (28, None), (30, None), (31, True)):
        assert answer is holds(Data.retention <= days * day_in_seconds, at)


# Taking conditions apart.


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (~System.uses_ai, (System.uses_ai,)),
        (Rebutted(System.uses_ai), (System.uses_ai,)),
        (Named("x", System.uses_ai), (System.uses_ai,)),
        (System.uses_ai & Vendor.involved, (System.uses_ai, Vendor.involved)),
        (System.uses_ai | Vendor.involved, (System.uses_ai, Vendor.involved)),
        (IsIn(Use.stage, (Stage.IDEA,)), (Use.stage,)),
        (Has(System.outputs, Output.DECISION), (System.outputs,)),
        (HasOnly(System.outputs, ()), (System.outputs,)),
        (Within(Agency.place, "us-ca"), (Agency.place,)),
        (AtMost(Use.began, AS_OF), (Use.began, AS_OF)),
        (SomeOf(Case.incidents, Incident.caused_harm), (Case.incidents, Incident.caused_harm)),
        (EachOf(Case.incidents, Incident.caused_harm), (Case.incidents, Incident.caused_harm)),
        (CountOf(Case.incidents, Incident.caused_harm), (Case.incidents, Incident.caused_harm)),
        (QUESTION.reads(yes=System.uses_ai, no=ALWAYS), (System.uses_ai, ALWAYS)),
        (QUESTION.times(yes=Use.began, no=AS_OF), (Use.began, AS_OF)),
        (LastOf(Data.inventory_reviews, Use.began), (Data.inventory_reviews, Use.began, AS_OF)),
        (MeetsCadence(Data.inventory_reviews, THIRTY, Use.began), (Data.inventory_reviews, Use.began, AS_OF)),
        (LEVEL.is_("low"), (LEVEL,)),
        (InForce(SIGNED, AS_OF), (SIGNED, AS_OF)),
        (InForce(SIGNED, AS_OF, Use.ended), (SIGNED, AS_OF, Use.ended)),
        (Use.began.plus("P1D"), (Use.began,)),
        (StartOfDay(Use.began), (Use.began,)),
        (Earliest((Use.began, AS_OF)), (Use.began, AS_OF)),
        (Latest((Use.began, AS_OF)), (Use.began, AS_OF)),
        (Greatest((MANY, Constant(1))), (MANY, Constant(1))),
        (Sum((MANY, Constant(1))), (MANY, Constant(1))),
        (Product((MANY, Constant(1))), (MANY, Constant(1))),
        (Points(((System.uses_ai, 1), (ALWAYS, 2))), (System.uses_ai, ALWAYS)),
        (ALWAYS, ()),
        (Attested("X"), ()),
        (AttestedOn("X"), ()),
        (System.uses_ai, ()),
        (Constant(1), ()),
        (Day(TODAY), ()),
        (ADOPTED, ()),
    ],
)
def test_the_parts_of_every_node(node: Any, expected: Any) -> None:
    """Each node has the conditions and values directly inside it as its parts, in written order."""
    assert expected == parts(node)


def test_walking_visits_everything_in_written_order() -> None:
    """A walk gives the node, then what is inside it, depth first."""
    condition = Named("x", System.uses_ai & ~Case.incidents.some(Incident.discovered.before(Use.began)))
    assert [
        condition,
        condition.condition,
        System.uses_ai,
        ~Case.incidents.some(Incident.discovered.before(Use.began)),
        Case.incidents.some(Incident.discovered.before(Use.began)),
        Case.incidents,
        Incident.discovered.before(Use.began),
        Incident.discovered,
        Use.began,
    ] == list(walk(condition))


def test_everything_inside_is_met_once() -> None:
    """What stands twice in several conditions is met once, where it first stands."""
    first = System.uses_ai & Vendor.involved
    second = first | ~System.uses_ai
    assert [first, System.uses_ai, Vendor.involved, second, second.conditions[1]] == list(
        distinct([first, second])
    )
    assert [first, System.uses_ai, Vendor.involved] == list(distinct(iter([first, first])))
    assert [] == list(distinct([]))


def test_the_facts_of_a_condition_are_listed_once() -> None:
    """The facts a condition reads are listed once each, in the order in which they are first read."""
    condition = (
        (Use.began.happened() | System.uses_ai)
        & Vendor.involved
        & System.uses_ai
        & (Procurement.public_funds > Constant(1))
    )
    assert (Use.began, System.uses_ai, Vendor.involved, Procurement.public_funds) == facts_in(condition)


# Parameters and situations.


@pytest.mark.parametrize(
    ("parameter", "good", "wrong", "accepted"),
    [
        (ADOPTED, (True, False, None), ("yes", 1, TODAY), "true or false"),
        (
            SIGNED,
            (TODAY, datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), Occurrence.NEVER, None),
            (Occurrence.UNDATED, "2026-01-01", 1),
            "a day, an instant with its zone, or `never`",
        ),
        (MANY, (0, 5, None), (True, "5", 1.5), "a whole number"),
    ],
)
def test_parameters_admit_their_own_values(
    parameter: Parameter, good: Any, wrong: Any, accepted: str
) -> None:
    """A parameter takes values of its type, and None for unknown; anything else is refused with what it
    takes.
    """
    for value in good:
        assert value is parameter.admit(value)
    for value in wrong:
        with pytest.raises(FactValueError) as caught:
            parameter.admit(value)
        assert (parameter.name, value, accepted) == (
            caught.value.fact,
            caught.value.value,
            caught.value.expected,
        )


def test_a_naive_instant_is_no_value_of_a_parameter() -> None:
    """An instant without a zone is refused."""
    with pytest.raises(InstantError, match="lacks a zone"):
        SIGNED.admit(datetime.datetime(2026, 1, 1))


def test_a_choice_is_one_of_its_words() -> None:
    """A choice takes its words and None; another word is refused with a suggestion, also in a condition."""
    assert "high" == LEVEL.admit("high")
    assert None is LEVEL.admit(None)
    assert ParameterIs(LEVEL, "high") == LEVEL.is_("high")
    for refused in (LEVEL.admit, LEVEL.is_):
        with pytest.raises(UnknownNameError, match="unknown value of `level` `hihg`; did you mean `high`"):
            refused("hihg")


def test_what_a_parameter_is_called_matters_and_where_it_is_cited_does_not() -> None:
    """Parameters are equal by name, question and default; the citation is documentation."""
    assert BooleanParameter("a", "?") == BooleanParameter("a", "?", citation="x")  # type: ignore[arg-type]
    assert BooleanParameter("a", "?") != BooleanParameter("a", "?", default=True)
    assert BooleanParameter("a", "?") != CountParameter("a", "?")
    with pytest.raises(NotImplementedError):
        Parameter("a", "?").admit(1)


def test_a_situation_reads_facts_where_they_stand() -> None:
    """Facts are read of their section, of the case itself, or of the record looked at."""
    incident = Incident(caused_harm=True)
    at = situation(Case(id="kiosk", system=System(uses_ai=False), incidents=[incident]))
    assert "kiosk" == at.value(Case.id)
    assert False is at.value(System.uses_ai)
    assert None is at.value(System.public_facing)
    assert (incident,) == at.value(Case.incidents)
    assert True is at.at(incident).value(Incident.caused_harm)
    assert None is at.attestation("X")
    assert NOW == at.at(incident).now
