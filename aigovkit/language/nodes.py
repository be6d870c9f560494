"""The nodes a condition is made of.

A condition is a value: frozen, hashable, compared by structure. There are three
sorts of nodes, each a closed union: a `Condition` is true, false or unknown; a
`Time` and a `Quantity` have an order and mean the interval they may lie in. A
fact is a node too; its kinds are declared in `facts`, and what the language
has to know of them is here. What every kind of node must have is listed in the
package's docstring.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, cast

import attrs

from aigovkit import paths
from aigovkit.calls import authored
from aigovkit.citations import Citation
from aigovkit.errors import ConditionError, shown
from aigovkit.language.reaches import Ranges, in_order
from aigovkit.periods import Cadence, ClosedDays, Interval, Period

if TYPE_CHECKING:
    from aigovkit.language.ambiguities import Ambiguity
    from aigovkit.language.joining import DefinedTerm
    from aigovkit.language.kinds import Condition, Quantity, Time
    from aigovkit.language.parameters import ChoiceParameter

# How nodes are joined


class ConditionNode:
    """What all conditions share: `&`, `|` and `~` build new ones.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    def __and__(self, other: Condition) -> AllOf:
        return (
            AllOf.of(cast("Condition", self), other) if isinstance(other, ConditionNode) else NotImplemented
        )

    def __or__(self, other: Condition) -> AnyOf:
        return (
            AnyOf.of(cast("Condition", self), other) if isinstance(other, ConditionNode) else NotImplemented
        )

    def __invert__(self) -> Condition:
        return Not(cast("Condition", self))

    def __bool__(self) -> NoReturn:
        raise ConditionError(
            f"`{self!r}` has no truth value of its own; join conditions with `&`, `|` and `~`, not `and`, "
            "`or` and `not`"
        )


class QuantityNode:
    """What all quantities share: comparing gives a condition, adding and multiplying a quantity.

    A quantity is a number: a count, an amount in cents, a length in seconds. It
    compares with whole numbers and, as a length, with a `Period`.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    def __le__(self, other: Quantity | int | Period) -> Condition:
        return AtMost(cast("Quantity", self), quantity_of(other))

    def __lt__(self, other: Quantity | int | Period) -> Condition:
        return AtMost(cast("Quantity", self), quantity_of(other), strict=True)

    def __ge__(self, other: Quantity | int | Period) -> Condition:
        return AtMost(quantity_of(other), cast("Quantity", self))

    def __gt__(self, other: Quantity | int | Period) -> Condition:
        return AtMost(quantity_of(other), cast("Quantity", self), strict=True)

    def __add__(self, other: Quantity | int) -> Quantity:
        several = (cast("Quantity", self), quantity_of(other))
        return Sum(
            tuple(part for one in several for part in (one.quantities if isinstance(one, Sum) else (one,)))
        )

    def __mul__(self, other: Quantity | int) -> Quantity:
        return Product((cast("Quantity", self), quantity_of(other)))

    def equals(self, number: int) -> Condition:
        """Whether it is exactly that number."""
        return (self >= number) & (self <= number)


class TimeNode:
    """What all times share: how they are compared, and shifted.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    def no_later_than(self, other: Time) -> Condition:
        """Whether it happened, and not after the other. The same day without its hour leaves that open."""
        return AtMost(cast("Time", self), time_of(other))

    def before(self, other: Time) -> Condition:
        """Whether it happened strictly before the other."""
        return AtMost(cast("Time", self), time_of(other), strict=True)

    def happened(self) -> Condition:
        """Whether it has happened by the time of judging."""
        return AtMost(cast("Time", self), AS_OF)

    def plus(self, period: Period | str) -> Time:
        """The time a period after it: a calendar period ends with its last day, elapsed time exactly."""
        length = Period.parse(period) if isinstance(period, str) else period
        if not isinstance(length, Period):
            raise ConditionError(f"`{shown(period)}` is not a period; write `Period(days=30)` or `P30D`")
        return Shifted(cast("Time", self), length)


# What the fields of nodes take


def _takes(fits: Callable[[Any], object], words: str) -> Callable[[Any, Any, Any], None]:
    """The check of a field that takes what fits."""

    def check(node: Any, field: Any, value: Any) -> None:
        if not fits(value):
            is_defined = isinstance(getattr(value, "condition", None), ConditionNode)
            raise ConditionError(
                f"`{field.name}` of `{type(node).__name__}` takes {words}, not `{shown(value)}`"
                + ("; write its `condition`" if is_defined else "")
            )

    return check


def _is(sort: Any) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, sort)


def _are(sort: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, tuple) and all(isinstance(one, sort) for one in value)


def _is_day(value: Any) -> bool:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def are_cells(value: Any) -> bool:
    """Whether it is a list of pairs, each of a condition and its points.

    .. versionadded:: 0.1.0
    """
    return (
        isinstance(value, list | tuple)
        and bool(value)
        and all(
            isinstance(cell, list | tuple)
            and len(cell) == 2
            and isinstance(cell[0], ConditionNode)
            and type(cell[1]) is int
            for cell in value
        )
    )


_A_TIME = "a time, such as the fact of an event or `Day(date(2026, 3, 2))`"
_A_QUANTITY = "a quantity, such as `Constant(5)` or the fact of a count"

_condition = _takes(_is(ConditionNode), "a condition")
_time = _takes(_is(TimeNode), _A_TIME)
_time_or_none = _takes(_is((TimeNode, type(None))), _A_TIME)
_times = _takes(_are(TimeNode), f"times, each {_A_TIME}")
_quantity = _takes(_is(QuantityNode), _A_QUANTITY)
_quantities = _takes(_are(QuantityNode), f"quantities, each {_A_QUANTITY}")
_cells = _takes(are_cells, "pairs of a condition and its points")
_number = _takes(lambda value: type(value) is int, "a whole number")
_closed = _takes(_is(ClosedDays), "`ClosedDays`")
_day = _takes(_is_day, "a day, such as `date(2026, 3, 2)`")
_period = _takes(_is(Period), "a `Period`, such as `Period(days=30)`")
_cadence = _takes(_is(Cadence), "a `Cadence`")
_text = _takes(_is(str), "text")


# A list is taken for the tuple of its items; what is none is left as it is, to be refused.


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


# What is given for a condition. What is none is left as it is, for the rule to refuse: it has an id to name.


def meant(value: Condition | DefinedTerm) -> Condition:
    """The condition that a defined term stands for; anything else as it is.

    .. versionadded:: 0.1.0
    """
    given: Any = value
    if isinstance(given, ConditionNode | TimeNode | QuantityNode):
        return cast("Condition", given)
    return cast("Condition", getattr(given, "condition", given))


def _meant_cells(cells: Sequence[tuple[Condition | DefinedTerm, int]]) -> tuple[tuple[Condition, int], ...]:
    several: Any = cells
    if isinstance(several, list | tuple):
        several = tuple(
            (meant(cell[0]), *cell[1:]) if isinstance(cell, list | tuple) and cell else cell
            for cell in several
        )
    return cast("tuple[tuple[Condition, int], ...]", several)


# Facts, as far as the language knows them


class Fact:
    """A reference to one fact of a case: `record` is the class that declares it, `name` its field there.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("__weakref__", "name", "record", "where")

    record: Any
    name: str
    where: Condition | None
    """The condition under which the fact has a meaning; None where it always has one.

    Where the condition fails the fact reads as its empty value: false, no word, never, zero, the empty list.
    """

    @property
    def path(self) -> str:
        """The dotted path of the fact in a case, such as `system.uses_ai`."""
        path = self.record.__path__
        return f"{path}.{self.name}" if path else self.name

    def __repr__(self) -> str:
        return f"{self.record.__name__}.{self.name}"


class BooleanFact(Fact, ConditionNode):
    """A fact that is a condition by itself.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


class TermFact(Fact):
    """A fact that is one word of a vocabulary.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    @property
    def none(self) -> str | None:
        """The word that says there is nothing, where the vocabulary has one."""
        raise NotImplementedError

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the vocabulary."""
        raise NotImplementedError


class TermsFact(Fact):
    """A fact that is a set of words of a vocabulary.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the vocabulary."""
        raise NotImplementedError

    def whole(self, words: Collection[str]) -> Any:
        """The value of the fact where it has these words and no other."""
        raise NotImplementedError


class PlaceFact(Fact):
    """A fact that is a government.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


class ProvisionsFact(Fact):
    """A fact that is a set of provisions, by their ids.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


class EventFact(Fact, TimeNode):
    """A fact that is when something happened.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


class EventsFact(Fact):
    """A fact that is the list of the days on which something happened.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()


class QuantityFact(Fact, QuantityNode):
    """A fact that is a number, none of them negative.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    unknown: ClassVar[Interval] = (0, float("inf"))
    unit: ClassVar[str] = ""
    """What a number counts: `cents`, `seconds`, or just so many."""

    def interval(self, value: Any) -> Interval:
        """What a known value amounts to as an interval."""
        raise NotImplementedError


class RecordsFact(Fact):
    """A fact that is a list of records.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    record_type: Any
    present: Condition | None
    """Which of the records are planned or go on, by their own facts; all are where it is None."""


_records_or_none = _takes(_is((RecordsFact, type(None))), "a fact that is a list of records")


class AttestationNode:
    """What all nodes share that read an attestation.

    With `each` it is that of the record of that list which is looked at; where none is attested
    for the record, and where none is looked at, that of the whole.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    provision: str
    each: RecordsFact | None

    @property
    def path(self) -> str:
        """The path of the attestation of the whole in a case."""
        return paths.attestation_path(self.provision)

    @property
    def path_of_record(self) -> str:
        """The general path of the attestation of a record; that of the whole where there is no list."""
        if self.each is None:
            return self.path
        return paths.attestation_path(paths.attested_for(self.provision, self.each.path, None))

    def __repr__(self) -> str:
        each = "" if self.each is None else f", each={self.each!r}"
        return f"{type(self).__name__}(provision={self.provision!r}{each})"


@authored
@attrs.frozen(repr=False)
class AttestedDays(AttestationNode):
    """All the days on which the duty of a provision was done, as attested: a list of times, like a fact that
    is one. It is unknown while no list is attested, and empty where the duty is attested not done.

    >>> LastOf(AttestedDays("RUR-2-4"), otherwise=AS_OF).occurrences.path
    'attestations.RUR-2-4'

    .. versionadded:: 0.1.0
    """

    provision: str = attrs.field(validator=_text)
    each: RecordsFact | None = attrs.field(default=None, validator=_records_or_none)

    where: ClassVar[None] = None


_events = _takes(_is((EventsFact, AttestedDays)), "a fact that is a list of days, or `AttestedDays(...)`")
_records = _takes(_is(RecordsFact), "a fact that is a list of records")


# Conditions


@attrs.frozen
class Always(ConditionNode):
    """A condition with a fixed answer.

    .. versionadded:: 0.1.0
    """

    answer: bool

    def __repr__(self) -> str:
        return "ALWAYS" if self.answer else "NOT_EVER"


ALWAYS = Always(True)
"""The condition that holds whatever is known: a rule without `when` applies always.

.. versionadded:: 0.1.0
"""
NOT_EVER = Always(False)
"""The condition that never holds: a duty without `gate` has no step to come before.

.. versionadded:: 0.1.0
"""


@attrs.frozen(cache_hash=True)
class Not(ConditionNode):
    """The opposite of a condition; unknown stays unknown.

    .. versionadded:: 0.1.0
    """

    inner: Condition

    def __invert__(self) -> Condition:
        return self.inner

    def __repr__(self) -> str:
        return f"Not({self.inner!r})" if isinstance(self.inner, Not) else f"~{_grouped(self.inner)}"


@attrs.frozen(cache_hash=True)
class AllOf(ConditionNode):
    """Every one of several conditions.

    .. versionadded:: 0.1.0
    """

    conditions: tuple[Condition, ...]

    @classmethod
    def of(cls, *conditions: Condition) -> AllOf:
        """Join conditions, keeping their written order and flattening what is joined already."""
        return cls(
            tuple(part for c in conditions for part in (c.conditions if isinstance(c, AllOf) else (c,)))
        )

    def __repr__(self) -> str:
        return _joined(self, self.conditions, " & ")


@attrs.frozen(cache_hash=True)
class AnyOf(ConditionNode):
    """At least one of several conditions.

    .. versionadded:: 0.1.0
    """

    conditions: tuple[Condition, ...]

    @classmethod
    def of(cls, *conditions: Condition) -> AnyOf:
        """Join conditions, keeping their written order and flattening what is joined already."""
        return cls(
            tuple(part for c in conditions for part in (c.conditions if isinstance(c, AnyOf) else (c,)))
        )

    def __repr__(self) -> str:
        return _joined(self, self.conditions, " | ")


@attrs.frozen
class IsIn(ConditionNode):
    """A single term is one of those listed.

    .. versionadded:: 0.1.0
    """

    fact: TermFact
    terms: tuple[str, ...]

    def __repr__(self) -> str:
        return f"{self.fact!r}.is_in({', '.join(map(repr, self.terms))})"


@attrs.frozen
class Has(ConditionNode):
    """A set of terms contains one.

    .. versionadded:: 0.1.0
    """

    fact: TermsFact
    term: str

    def __repr__(self) -> str:
        return f"{self.fact!r}.has({self.term!r})"


@attrs.frozen
class HasOnly(ConditionNode):
    """A set of terms contains nothing but those listed; the empty set qualifies.

    .. versionadded:: 0.1.0
    """

    fact: TermsFact
    terms: tuple[str, ...]

    def __repr__(self) -> str:
        named = ", ".join(map(repr, self.terms))
        return f"{self.fact!r}.has_only({named})" if named else f"{self.fact!r}.is_empty()"


@attrs.frozen
class Within(ConditionNode):
    """A place is another or lies in it: `us-ca/san-jose` lies within `us-ca`.

    .. versionadded:: 0.1.0
    """

    fact: PlaceFact
    place: str

    def __repr__(self) -> str:
        return f"{self.fact!r}.within({self.place!r})"


@attrs.frozen
class HasProvision(ConditionNode):
    """A set of provisions contains one.

    .. versionadded:: 0.1.0
    """

    fact: ProvisionsFact
    provision: str

    def __repr__(self) -> str:
        return f"{self.fact!r}.has({self.provision!r})"


@attrs.frozen(cache_hash=True)
class AtMost(ConditionNode):
    """One value with an order is at most another; `strict`, less than it.

    Something that never happened is no earlier than anything. Two times are
    compared, or two quantities; ConditionError for one of each.

    .. versionadded:: 0.1.0
    """

    left: Time | Quantity
    right: Time | Quantity
    strict: bool = attrs.field(default=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        sort = TimeNode if isinstance(self.left, TimeNode) else QuantityNode
        for side in (self.left, self.right):
            if not isinstance(side, sort):
                word = "time" if sort is TimeNode else "quantity"
                raise ConditionError(f"`{shown(side)}` is compared with a {word}, and is none")

    @property
    def sides(self) -> tuple[Time | Quantity, Time | Quantity]:
        """What is compared. Before a `Day` is before its first instant, and by it no later than its last:
        nothing could settle an hour of it.
        """
        left, right = self.left, self.right
        if isinstance(left, Day):
            left = EndOfDay(left) if self.strict else StartOfDay(left)
        if isinstance(right, Day):
            right = StartOfDay(right) if self.strict else EndOfDay(right)
        return left, right

    def __repr__(self) -> str:
        if isinstance(self.left, TimeNode):
            if isinstance(self.right, AsOf) and not self.strict:
                return f"{self.left!r}.happened()"
            return f"{self.left!r}.{'before' if self.strict else 'no_later_than'}({self.right!r})"
        return f"AtMost({self.left!r}, {self.right!r}, strict={self.strict})"


def _are_ranges(value: Any) -> bool:
    return (
        isinstance(value, list | tuple)
        and bool(value)
        and all(
            isinstance(one, list | tuple)
            and len(one) == 2
            and all(end is None or type(end) is int for end in one)
            and (None in one or one[0] <= one[1])
            for one in value
        )
    )


def _ranges_in_order(value: Any) -> Ranges:
    return in_order(tuple(one) for one in value) if _are_ranges(value) else value


@authored
@attrs.frozen(cache_hash=True)
class LiesIn(ConditionNode):
    """A number lies in one of several ranges, both ends included; None is no end.

    While facts are unknown, each number is looked at that they may bring about
    together, so that this settles more than two comparisons would: see
    `meaning.reached`.

    >>> LiesIn(Points([(Attested("RUR-1"), 1), (ALWAYS, 4)]), [(1, 2), (3, None)]).ranges
    ((1, None),)

    .. versionadded:: 0.1.0
    """

    quantity: Quantity = attrs.field(validator=_takes(_is(QuantityNode), _A_QUANTITY))
    ranges: Ranges = attrs.field(
        converter=_ranges_in_order,
        validator=_takes(_are_ranges, "pairs of a lowest and a highest whole number"),
    )

    @property
    def whole(self) -> Condition | None:
        """The condition that is judged as a whole, where it is one: see `as_a_whole`."""
        if isinstance(self.quantity, Points) and self.ranges == ((1, 1),):
            match self.quantity.cells:
                case ((condition, 1), (Always(answer=True), 0)):
                    return condition
        return None


@attrs.frozen
class SomeOf(ConditionNode):
    """At least one record of a list meets a condition.

    .. versionadded:: 0.1.0
    """

    collection: RecordsFact
    condition: Condition

    def __repr__(self) -> str:
        return f"{self.collection!r}.some({self.condition!r})"


@attrs.frozen
class EachOf(ConditionNode):
    """Every record of a list meets a condition; the empty list qualifies.

    .. versionadded:: 0.1.0
    """

    collection: RecordsFact
    condition: Condition

    def __repr__(self) -> str:
        return f"{self.collection!r}.each({self.condition!r})"


@authored
@attrs.frozen(cache_hash=True)
class Named(ConditionNode):
    """A condition under the name a text or a rule gives it, so that explanations can use the name.

    .. versionadded:: 0.1.0
    """

    name: str = attrs.field(validator=_text)
    condition: Condition = attrs.field(converter=meant, validator=_condition)
    citation: Citation | None = attrs.field(default=None, repr=False, eq=False)


@authored
class Forward(ConditionNode):
    """A condition under a name, used before its meaning is given with `means`.

    So a module can keep the order of its text: an article may speak of an
    exception that a later article prints. Two are equal when they bear the same
    name; a policy refuses two of one name, and one that was given no meaning.

    >>> EXCEPTED = Forward("an exception covers the act")
    >>> barred = ~EXCEPTED
    >>> EXCEPTED.means(ALWAYS)

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_condition", "citation", "name")

    name: str
    citation: Citation | None
    """Where the text says what it means."""

    def __init__(self, name: str, citation: Citation | None = None) -> None:
        self.name, self.citation = name, citation
        self._condition: Condition | None = None

    def means(self, meaning: Condition | DefinedTerm) -> None:
        """Give the meaning, a condition or a defined term, once.

        ConditionError when it has one already, or when it would speak of itself.
        """
        condition = meant(meaning)
        if self._condition is not None:
            raise ConditionError(f"`{self!r}` has a meaning already: `{self._condition!r}`")
        if not isinstance(condition, ConditionNode):
            raise ConditionError(f"`{self!r}` takes a condition, not `{shown(condition)}`")
        waiting: list[Any] = [condition]
        seen: set[int] = set()
        while waiting:
            node = waiting.pop()
            if node is self:
                raise ConditionError(f"`{self!r}` cannot speak of itself")
            if id(node) in seen:
                continue
            seen.add(id(node))
            if attrs.has(type(node)):
                waiting += _inside(node)
            elif isinstance(node, Forward) and node._condition is not None:
                waiting.append(node._condition)
        self._condition = condition

    @property
    def has_meaning(self) -> bool:
        """Whether it was given one."""
        return self._condition is not None

    @property
    def condition(self) -> Condition:
        """The meaning; ConditionError while it has none."""
        if self._condition is None:
            raise ConditionError(f"`{self!r}` is used and was never given a meaning")
        return self._condition

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Forward) and self.name == other.name

    def __hash__(self) -> int:
        return hash((Forward, self.name))

    def __repr__(self) -> str:
        return f"Forward({self.name!r})"


@attrs.frozen(cache_hash=True)
class ByReading(ConditionNode):
    """A condition that depends on how an ambiguity is read.

    .. versionadded:: 0.1.0
    """

    ambiguity: Ambiguity
    options: tuple[tuple[str, Condition], ...]

    def __repr__(self) -> str:
        return f"ByReading({self.ambiguity!r}, {self.options!r})"


@authored
@attrs.frozen
class Rebutted(ConditionNode):
    """A condition that would rebut a presumption: while it is unknown it counts as not shown.

    .. versionadded:: 0.1.0
    """

    inner: Condition = attrs.field(converter=meant, validator=_condition)


@authored
@attrs.frozen(repr=False)
class Attested(AttestationNode, ConditionNode):
    """Someone has attested that the duty of a provision is done.

    .. versionadded:: 0.1.0
    """

    provision: str = attrs.field(validator=_text)
    each: RecordsFact | None = attrs.field(default=None, validator=_records_or_none)


@authored
@attrs.frozen
class MeetsCadence(ConditionNode):
    """A recurring act has been done as often as a cadence asks, since a time and up to another, and no
    later than the time of judging.

    The windows of a cadence by anniversary end on the anniversaries of `anchor`.

    .. versionadded:: 0.1.0
    """

    occurrences: EventsFact | AttestedDays = attrs.field(validator=_events)
    cadence: Cadence = attrs.field(validator=_cadence)
    since: Time = attrs.field(validator=_time)
    until: Time = attrs.field(factory=lambda: AsOf(), validator=_time)
    anchor: Time | None = attrs.field(default=None, validator=_time_or_none)


@attrs.frozen
class ParameterIs(ConditionNode):
    """A parameter of the policy has a certain value.

    .. versionadded:: 0.1.0
    """

    parameter: ChoiceParameter
    choice: str

    def __repr__(self) -> str:
        return f"ParameterIs({self.parameter!r}, {self.choice!r})"


@authored
@attrs.frozen(cache_hash=True)
class InForce(ConditionNode):
    """A provision that starts (and may end) at a time governs an act done at another.

    It counts as holding in a hypothetical evaluation, in which everything is in force.

    .. versionadded:: 0.1.0
    """

    starts: Time = attrs.field(validator=_time)
    act: Time = attrs.field(validator=_time)
    ends: Time | None = attrs.field(default=None, validator=_time_or_none)


# Times


@attrs.frozen
class AsOf(TimeNode):
    """The time of judging.

    .. versionadded:: 0.1.0
    """

    def __repr__(self) -> str:
        return "AS_OF"


AS_OF = AsOf()
"""The time of judging, as a time: a rule without `act` governs what is done then.

.. versionadded:: 0.1.0
"""


@authored
@attrs.frozen
class Day(TimeNode):
    """A fixed day of the calendar.

    .. versionadded:: 0.1.0
    """

    day: datetime.date = attrs.field(validator=_day)


@attrs.frozen
class Shifted(TimeNode):
    """A time a period after another.

    .. versionadded:: 0.1.0
    """

    start: Time = attrs.field(validator=_time)
    period: Period = attrs.field(validator=_period)


@authored
@attrs.frozen
class StartOfDay(TimeNode):
    """The first instant of the day of another time: a text in force from a day binds the whole of it.

    .. versionadded:: 0.1.0
    """

    time: Time = attrs.field(validator=_time)


@authored
@attrs.frozen
class EndOfDay(TimeNode):
    """The last instant of the day of another time: a deadline on a day leaves the whole of it.

    .. versionadded:: 0.1.0
    """

    time: Time = attrs.field(validator=_time)


@authored
@attrs.frozen
class OpenDay(TimeNode):
    """The last instant of the first day, from that of another time on, that is not closed: what
    is to be done by a day that is closed may be done on the next that is not.

    .. versionadded:: 0.1.0
    """

    time: Time = attrs.field(validator=_time)
    closed: ClosedDays = attrs.field(validator=_closed)


@authored
@attrs.frozen(repr=False)
class AttestedOn(AttestationNode, TimeNode):
    """When the duty of a provision was done, as attested.

    Where no day is attested it was some time up to that of judging; with `in_time` it was
    in time for whatever it is held against, which is what whoever attests it says.

    .. versionadded:: 0.1.0
    """

    provision: str = attrs.field(validator=_text)
    each: RecordsFact | None = attrs.field(default=None, validator=_records_or_none)
    in_time: bool = attrs.field(default=False, kw_only=True)

    def __repr__(self) -> str:
        each = "" if self.each is None else f", each={self.each!r}"
        in_time = ", in_time=True" if self.in_time else ""
        return f"AttestedOn(provision={self.provision!r}{each}{in_time})"


@authored
@attrs.frozen
class LastOf(TimeNode):
    """The last of the days on which something happened, up to a time and to that of judging; when there
    is none, another time.

    .. versionadded:: 0.1.0
    """

    occurrences: EventsFact | AttestedDays = attrs.field(validator=_events)
    otherwise: Time = attrs.field(validator=_time)
    by: Time = attrs.field(default=AS_OF, validator=_time)


@attrs.frozen
class FirstAmong(TimeNode):
    """The first of a time of each record of a list that meets a condition; never where none meets it.

    .. versionadded:: 0.1.0
    """

    collection: RecordsFact = attrs.field(validator=_records)
    time: Time = attrs.field(validator=_time)
    condition: Condition = attrs.field(converter=meant, validator=_condition)


@attrs.frozen
class LastAmong(TimeNode):
    """The last of a time of each record of a list that meets a condition; never where none meets it.

    .. versionadded:: 0.1.0
    """

    collection: RecordsFact = attrs.field(validator=_records)
    time: Time = attrs.field(validator=_time)
    condition: Condition = attrs.field(converter=meant, validator=_condition)


@authored
@attrs.frozen
class TimeIf(TimeNode):
    """One time where a condition holds, another where it does not.

    .. versionadded:: 0.1.0
    """

    condition: Condition = attrs.field(converter=meant, validator=_condition)
    then: Time = attrs.field(validator=_time)
    otherwise: Time = attrs.field(validator=_time)


@attrs.frozen
class Earliest(TimeNode):
    """The first of several times.

    .. versionadded:: 0.1.0
    """

    times: tuple[Time, ...] = attrs.field(converter=_tuple, validator=_times)

    def __attrs_post_init__(self) -> None:
        _at_least_one(self.times, "time")


@attrs.frozen
class Latest(TimeNode):
    """The last of several times.

    .. versionadded:: 0.1.0
    """

    times: tuple[Time, ...] = attrs.field(converter=_tuple, validator=_times)

    def __attrs_post_init__(self) -> None:
        _at_least_one(self.times, "time")


@attrs.frozen
class TimeByReading(TimeNode):
    """A time that depends on how an ambiguity is read.

    .. versionadded:: 0.1.0
    """

    ambiguity: Ambiguity
    options: tuple[tuple[str, Time], ...]


# Quantities


@authored
@attrs.frozen(order=False)
class Constant(QuantityNode):
    """A number: a count, an amount in cents, a length in seconds.

    .. versionadded:: 0.1.0
    """

    number: int = attrs.field(validator=_number)


@attrs.frozen(order=False)
class Length(QuantityNode):
    """A fixed length of time. Months and years differ in length, so it may have a range of seconds.

    .. versionadded:: 0.1.0
    """

    period: Period = attrs.field(validator=_period)


@authored
@attrs.frozen(order=False)
class Greatest(QuantityNode):
    """The largest of several numbers: "whichever is greater".

    .. versionadded:: 0.1.0
    """

    quantities: tuple[Quantity, ...] = attrs.field(converter=_tuple, validator=_quantities)

    def __attrs_post_init__(self) -> None:
        _at_least_one(self.quantities, "quantity")


@authored
@attrs.frozen(order=False)
class Sum(QuantityNode):
    """Several numbers added up; none at all are nothing.

    .. versionadded:: 0.1.0
    """

    quantities: tuple[Quantity, ...] = attrs.field(converter=_tuple, validator=_quantities)


@authored
@attrs.frozen(order=False)
class Product(QuantityNode):
    """Several numbers multiplied. Nothing times anything is nothing; none at all are one.

    .. versionadded:: 0.1.0
    """

    quantities: tuple[Quantity, ...] = attrs.field(converter=_tuple, validator=_quantities)


@authored
@attrs.frozen(order=False)
class Points(QuantityNode):
    """The points of the first of several conditions that holds. When none does, nothing is known of them.

    So the last cell is `(ALWAYS, ...)`: what is scored where no condition above it holds.

    >>> Points([(Attested("RUR-1"), 0), (ALWAYS, 2)])
    Points(cells=((Attested(provision='RUR-1'), 0), (ALWAYS, 2)))

    .. versionadded:: 0.1.0
    """

    cells: tuple[tuple[Condition, int], ...] = attrs.field(converter=_meant_cells, validator=_cells)


@attrs.frozen(order=False)
class CountOf(QuantityNode):
    """How many records of a list meet a condition.

    .. versionadded:: 0.1.0
    """

    collection: RecordsFact = attrs.field(validator=_records)
    condition: Condition = attrs.field(validator=_condition)


@attrs.frozen(order=False)
class TotalOf(QuantityNode):
    """A quantity of each record of a list that meets a condition, added up; nothing where none meets it.

    .. versionadded:: 0.1.0
    """

    collection: RecordsFact = attrs.field(validator=_records)
    quantity: Quantity = attrs.field(validator=_quantity)
    condition: Condition = attrs.field(converter=meant, validator=_condition)


@attrs.frozen(order=False)
class QuantityByReading(QuantityNode):
    """A number that depends on how an ambiguity is read.

    .. versionadded:: 0.1.0
    """

    ambiguity: Ambiguity
    options: tuple[tuple[str, Quantity], ...]


# Checks of what is joined


def time_of(value: Any) -> Time:
    """The time itself; ConditionError for anything else.

    .. versionadded:: 0.1.0
    """
    if isinstance(value, TimeNode):
        return cast("Time", value)
    raise ConditionError(f"`{shown(value)}` is not a time; write a fixed day as `Day(date(2026, 3, 2))`")


def quantity_of(value: Any) -> Quantity:
    """The quantity itself, or the one that a whole number or a period stands for; else ConditionError.

    .. versionadded:: 0.1.0
    """
    if isinstance(value, QuantityNode):
        return cast("Quantity", value)
    if isinstance(value, Period):
        return Length(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Constant(value)
    raise ConditionError(f"`{shown(value)}` is not a whole number, a period or a quantity")


def _at_least_one(several: tuple[Any, ...], sort: str) -> None:
    if not several:
        raise ConditionError(f"name at least one {sort}")


def _grouped(condition: Condition) -> str:
    return f"({condition!r})" if isinstance(condition, AllOf | AnyOf) else repr(condition)


def _joined(node: Condition, several: tuple[Condition, ...], operator: str) -> str:
    """Joined by the operator, or by the name of the class what the operator would not join so."""
    if len(several) < 2 or any(type(part) is type(node) for part in several):
        return f"{type(node).__name__}({several!r})"
    return operator.join(_grouped(part) for part in several)


def _inside(node: Any) -> list[Any]:
    """Whatever stands in the fields of a node, nested tuples opened."""
    found: list[Any] = []
    waiting = [getattr(node, field.name) for field in attrs.fields(type(node))]
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting += value
        elif isinstance(value, ConditionNode | TimeNode | QuantityNode):
            found.append(value)
    return found
