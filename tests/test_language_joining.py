"""How conditions and numbers are joined, compared, written and refused."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from one_day import (
    ADOPTED,
    LEVEL,
    MANY,
    NOW,
    PACIFIC,
    QUESTION,
)
from strategies import TESTS, conditions, operator_forms

import aigovkit.models as models
from aigovkit import periods
from aigovkit.citations import Source
from aigovkit.errors import ConditionError
from aigovkit.facts import Count, Record
from aigovkit.language import ambiguities, kinds, nodes, parameters
from aigovkit.language.joining import all_of, any_of, as_condition
from aigovkit.language.kinds import Condition
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    Always,
    AnyOf,
    AtMost,
    Attested,
    AttestedOn,
    Constant,
    Earliest,
    Greatest,
    Latest,
    Named,
    Not,
    Points,
    Product,
    Rebutted,
    Sum,
    TimeIf,
)
from aigovkit.models import (
    Agency,
    Case,
    Data,
    DataElement,
    Incident,
    Output,
    Stage,
    System,
    Use,
    Vendor,
    Violation,
)
from aigovkit.rules import definition
from aigovkit.situation import Situation

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


@given(operator_forms() | conditions())
def test_a_condition_reads_back_from_its_repr(condition: Condition) -> None:
    """The repr of a condition is Python that builds an equal one, whatever stands in it."""
    names: dict[str, Any] = {}
    for module in (nodes, ambiguities, parameters, kinds, periods, models):
        names.update(vars(module))
    assert condition == eval(repr(condition), names)
    assert hash(condition) == hash(eval(repr(condition), names))


@pytest.mark.parametrize(
    "condition",
    [
        AllOf(()),
        AnyOf(()),
        AllOf((System.uses_ai,)),
        AnyOf((System.uses_ai,)),
        AllOf((AllOf((System.uses_ai, ALWAYS)), Vendor.involved)),
        AnyOf((AnyOf((System.uses_ai, ALWAYS)), Vendor.involved)),
        Not(Not(System.uses_ai)),
        Not(AllOf((System.uses_ai,))),
    ],
)
def test_what_the_operators_would_write_otherwise_reads_back_too(condition: Condition) -> None:
    """What `&`, `|` and `~` would have flattened is written by the names of its classes."""
    assert condition == eval(repr(condition), {**vars(nodes), **vars(models)})


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
        (System.outputs.is_empty(), "System.outputs.is_empty()"),
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


def test_only_values_of_one_sort_are_compared() -> None:
    """A time is compared with times and a number with numbers; what has no order is not compared at all."""
    for left, right, sort in [
        (Use.began, Constant(1), "time"),
        (Use.began, Use.stage, "time"),
        (Constant(1), AS_OF, "quantity"),
        (Constant(1), 1, "quantity"),
        (System.uses_ai, Constant(1), "quantity"),
    ]:
        with pytest.raises(ConditionError, match=f"is compared with a {sort}, and is none"):
            AtMost(left, right)


@pytest.mark.parametrize("kind", [Earliest, Latest, Greatest])
def test_the_first_the_last_and_the_largest_are_of_something(kind: Any) -> None:
    """The first, the last or the largest of none is refused where it is written."""
    with pytest.raises(ConditionError, match="name at least one"):
        kind(())


def test_nothing_added_up_is_nothing_and_nothing_multiplied_is_one() -> None:
    """A sum of no numbers is zero, a product of none one."""
    assert (0, 0) == bounds(Sum(()), counting(None))
    assert (1, 1) == bounds(Product(()), counting(None))


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


NEW = definition(
    "R-2", Source("Order", issuer="Ruritania").at("2"), "A use is new.", means=Use.novel, term="it is new"
)


def test_whatever_takes_a_condition_takes_a_defined_term() -> None:
    """A defined term may stand wherever a condition is taken, and means the condition under its name."""
    term, began = NEW.condition, Use.began
    assert Named("n", term) == Named("n", NEW)
    assert Rebutted(term) == Rebutted(NEW)
    assert TimeIf(term, began, AS_OF) == TimeIf(NEW, began, AS_OF)
    assert Points(((term, 1), (ALWAYS, 0))) == Points([(NEW, 1), (ALWAYS, 0)])
    assert term & System.uses_ai == NEW & System.uses_ai == all_of(NEW, System.uses_ai)
    assert System.uses_ai | term == System.uses_ai | NEW == any_of(System.uses_ai, NEW)
    assert term == as_condition(NEW) == as_condition(term)


@pytest.mark.parametrize("wrong", [Use.stage, Use.began, None, True, "x", TimeIf(NEW, Use.began, AS_OF)])
def test_what_is_no_condition_is_refused_where_one_is_taken(wrong: Any) -> None:
    """What stands for no condition is refused where conditions are joined by name."""
    for make in (as_condition, all_of, any_of):
        with pytest.raises(ConditionError, match="is not a condition; write one with the facts of a record"):
            make(wrong)
