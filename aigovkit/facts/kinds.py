"""The kinds of facts: what each takes, and the conditions that can be built from it."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar, overload

from aigovkit import periods
from aigovkit.errors import ConditionError, FactValueError, InstantError, did_you_mean
from aigovkit.facts.terms import TermSet, V
from aigovkit.language.joining import DefinedTerm, as_condition
from aigovkit.language.kinds import Condition, Quantity
from aigovkit.language.nodes import (
    AllOf,
    AnyOf,
    BooleanFact,
    CountOf,
    EachOf,
    EventFact,
    EventsFact,
    Fact,
    Has,
    HasOnly,
    IsIn,
    PlaceFact,
    QuantityFact,
    RecordsFact,
    SomeOf,
    TermFact,
    TermsFact,
    Within,
)
from aigovkit.language.parts import facts_in
from aigovkit.periods import EventValue, Interval, Occurrence, Period

if TYPE_CHECKING:
    from aigovkit.facts.records import Record

R = TypeVar("R", bound="Record")


class DeclaredFact(Fact):
    """Base of the facts that records declare: a question, and what words in it mean."""

    __slots__ = ("definition", "question")

    accepts: ClassVar[str]
    question: str
    definition: str

    def __init__(self, question: str, definition: str = "") -> None:
        self.question = question
        self.definition = definition

    def admit(self, value: Any) -> Any:
        """The value in its one stored form; FactValueError when this fact cannot have it."""
        raise NotImplementedError

    def refuse(self, value: object, suggestion: str = "") -> FactValueError:
        """The error that says what the fact would have taken."""
        return FactValueError(self.path, value, self.accepts, suggestion)

    def __reduce__(self) -> tuple[Any, tuple[str, str]]:
        return _fact_of, (f"{self.record.__module__}:{self.record.__qualname__}", self.name)


def _fact_of(record: str, name: str) -> Any:
    import importlib

    module, _, qualified = record.partition(":")
    return getattr(getattr(importlib.import_module(module), qualified), name)


class Boolean(DeclaredFact, BooleanFact):
    """A fact that is true or false. It is a condition by itself."""

    __slots__ = ()

    accepts = "true or false"

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> bool | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | bool | None: ...
        def __set__(self, instance: Record, value: bool | None) -> None: ...

    def admit(self, value: Any) -> bool:
        if isinstance(value, bool):
            return value
        word = str(value).strip().lower()[:10]
        truth = {
            "yes": "true",
            "true": "true",
            "1": "true",
            "y": "true",
            "no": "false",
            "false": "false",
            "0": "false",
            "n": "false",
        }.get(word)
        raise self.refuse(value, f"write `{truth}`" if truth else "leave it out while it is unknown")


class Term(DeclaredFact, TermFact, Generic[V]):
    """A fact that is one word of a vocabulary."""

    __slots__ = ("vocabulary",)

    vocabulary: type[V]

    def __init__(self, vocabulary: type[V], question: str, definition: str = "") -> None:
        super().__init__(question, definition)
        self.vocabulary = vocabulary

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> V | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | V | None: ...
        def __set__(self, instance: Record, value: V | str | None) -> None: ...

    @property
    def accepts(self) -> str:  # type: ignore[override]
        return "one of " + ", ".join(f"`{term}`" for term in self.vocabulary)

    def admit(self, value: Any) -> V:
        return _term(self, self.vocabulary, value)

    def is_in(self, *terms: V) -> Condition:
        """Whether it is one of these words; ConditionError when none is named."""
        return IsIn(self, tuple(self.admit(term) for term in _some(self, "is_in", terms)))

    def is_(self, term: V) -> Condition:
        """Whether it is this word."""
        return self.is_in(term)


class Terms(DeclaredFact, TermsFact, Generic[V]):
    """A fact that is a set of words of a vocabulary, complete or partial."""

    __slots__ = ("vocabulary",)

    vocabulary: type[V]

    def __init__(self, vocabulary: type[V], question: str, definition: str = "") -> None:
        super().__init__(question, definition)
        self.vocabulary = vocabulary

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> TermSet[V] | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | TermSet[V] | None: ...
        def __set__(self, instance: Record, value: TermSet[V] | Collection[V | str] | None) -> None: ...

    @property
    def accepts(self) -> str:  # type: ignore[override]
        return "a list of terms among " + ", ".join(f"`{term}`" for term in self.vocabulary)

    def admit(self, value: Any) -> TermSet[V]:
        if isinstance(value, TermSet):
            yes = [_term(self, self.vocabulary, term) for term in value.yes]
            return TermSet(
                yes,
                no=None if value.no is None else [_term(self, self.vocabulary, term) for term in value.no],
            )
        if isinstance(value, set | frozenset | list | tuple):
            return TermSet(_term(self, self.vocabulary, term) for term in value)
        raise self.refuse(value, "put a single term in a list" if isinstance(value, str) else "")

    def has(self, *terms: V) -> Condition:
        """Whether at least one of these words is in the set; ConditionError when none is named."""
        each = [Has(self, _term(self, self.vocabulary, term)) for term in _some(self, "has", terms)]
        return each[0] if len(each) == 1 else AnyOf.of(*each)

    def has_all(self, *terms: V) -> Condition:
        """Whether every one of these words is in the set; ConditionError when none is named."""
        each = [Has(self, _term(self, self.vocabulary, term)) for term in _some(self, "has_all", terms)]
        return each[0] if len(each) == 1 else AllOf.of(*each)

    def has_only(self, *terms: V) -> Condition:
        """Whether nothing but these words is in the set; an empty set qualifies.

        ConditionError when none is named.
        """
        named = _some(self, "has_only", terms, "; that the set is empty is `is_empty()`")
        return HasOnly(self, tuple(_term(self, self.vocabulary, term) for term in named))

    def is_empty(self) -> Condition:
        """Whether the set is known to be empty."""
        return HasOnly(self, ())


class Event(DeclaredFact, EventFact):
    """A fact that is when something happened: a day, an instant, never, or at some time not known."""

    __slots__ = ()

    accepts = "a day such as `2026-03-02`, an instant with its zone, `never` or `undated`"

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> EventValue | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | EventValue | None: ...
        def __set__(self, instance: Record, value: EventValue | None) -> None: ...

    def admit(self, value: Any) -> EventValue:
        if isinstance(value, datetime.datetime):
            try:
                periods.instant(value)
            except InstantError as error:
                raise self.refuse(value, str(error)) from None
            return value
        if isinstance(value, datetime.date | Occurrence):
            return value
        raise self.refuse(value)


class Events(DeclaredFact, EventsFact):
    """A fact that is the complete list of the days or instants on which something happened."""

    __slots__ = ()

    accepts = "a list of days or instants with their zones"

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> tuple[datetime.date, ...] | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | tuple[datetime.date, ...] | None: ...
        def __set__(self, instance: Record, value: Collection[datetime.date] | None) -> None: ...

    def admit(self, value: Any) -> tuple[datetime.date, ...]:
        if not isinstance(value, list | tuple) or not all(isinstance(item, datetime.date) for item in value):
            raise self.refuse(value)
        for item in value:
            if isinstance(item, datetime.datetime) and item.utcoffset() is None:
                raise self.refuse(item, f"`{item.isoformat()}` lacks a zone")
        return tuple(sorted(value, key=lambda item: periods.interval(item, periods.UTC)))


class Count(DeclaredFact, QuantityFact):
    """A fact that is a whole number, zero or more."""

    __slots__ = ()

    accepts = "a whole number, zero or more"

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> int | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | int | None: ...
        def __set__(self, instance: Record, value: int | None) -> None: ...

    def admit(self, value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**15:
            return value
        raise self.refuse(value)

    def interval(self, value: int) -> Interval:
        return value, value


class Money(DeclaredFact, QuantityFact):
    """A fact that is an amount in US dollars. As a quantity it counts cents."""

    __slots__ = ()

    accepts = "an amount in US dollars, zero or more, with at most two decimals"
    unit = "cents"

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> decimal.Decimal | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | decimal.Decimal | None: ...
        def __set__(self, instance: Record, value: decimal.Decimal | int | None) -> None: ...

    def admit(self, value: Any) -> decimal.Decimal:
        if isinstance(value, int | decimal.Decimal) and not isinstance(value, bool):
            amount = decimal.Decimal(value)
            if (
                amount.is_finite()
                and 0 <= amount < 10**15
                and amount == amount.quantize(decimal.Decimal("0.01"))
            ):
                return abs(amount.quantize(decimal.Decimal("0.01")))
        raise self.refuse(value)

    def interval(self, value: decimal.Decimal) -> Interval:
        cents = int(value * 100)
        return cents, cents


class Duration(DeclaredFact, QuantityFact):
    """A fact that is a length of time. As a quantity it counts seconds."""

    __slots__ = ()

    accepts = "an ISO 8601 duration such as `P30D` or `PT24H`"
    unit = "seconds"

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> Period | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | Period | None: ...
        def __set__(self, instance: Record, value: Period | None) -> None: ...

    def admit(self, value: Any) -> Period:
        if isinstance(value, Period):
            return value
        raise self.refuse(value)

    def interval(self, value: Period) -> Interval:
        return value.bounds()


class Text(DeclaredFact):
    """A fact that is a name or a description. No rule decides anything by it."""

    __slots__ = ()

    accepts = "text of at most 10,000 characters"
    longest: ClassVar[int] = 10_000

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> str | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | str | None: ...
        def __set__(self, instance: Record, value: str | None) -> None: ...

    def admit(self, value: Any) -> str:
        if not isinstance(value, str) or len(value) > self.longest:
            raise self.refuse(value)
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise self.refuse(value, "half of a surrogate pair is no character")
        return value


class Place(Text, PlaceFact):
    """A fact that is the government someone belongs to, as a path: `us-ca/san-jose` is in `us-ca`."""

    __slots__ = ()

    accepts = "a place such as `us-ca/san-jose`: lower-case words and hyphens, parts divided by `/`"

    def admit(self, value: Any) -> str:
        if isinstance(value, str) and value.isascii() and len(value) <= 100:
            segments = value.split("/")
            if all(segment.replace("-", "").isalnum() and segment == segment.lower() for segment in segments):
                return value
        raise self.refuse(value)

    def within(self, place: str) -> Condition:
        """Whether it is that place or lies in it."""
        return Within(self, self.admit(place))


class Records(DeclaredFact, RecordsFact, Generic[R]):
    """A fact that is a list of records: complete when given, unknown when not."""

    __slots__ = ("record_type",)

    record_type: type[R]

    def __init__(self, record_type: type[R], question: str, definition: str = "") -> None:
        super().__init__(question, definition)
        self.record_type = record_type

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> tuple[R, ...] | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | tuple[R, ...] | None: ...
        def __set__(self, instance: Record, value: Collection[R] | None) -> None: ...

    @property
    def accepts(self) -> str:  # type: ignore[override]
        return f"a list of {self.record_type.__name__} records"

    def admit(self, value: Any) -> tuple[R, ...]:
        if isinstance(value, list | tuple) and all(isinstance(item, self.record_type) for item in value):
            return tuple(value)
        raise self.refuse(value)

    def some(self, condition: Condition | DefinedTerm) -> Condition:
        """Whether at least one of the records meets a condition on the record."""
        return SomeOf(self, self._about_items(condition))

    def each(self, condition: Condition | DefinedTerm) -> Condition:
        """Whether every one of the records meets a condition on the record."""
        return EachOf(self, self._about_items(condition))

    def count(self, condition: Condition | DefinedTerm) -> Quantity:
        """How many of the records meet a condition on the record."""
        return CountOf(self, self._about_items(condition))

    def _about_items(self, given: Condition | DefinedTerm) -> Condition:
        condition = as_condition(given)
        for fact in facts_in(condition):
            if fact.record.__path__.endswith("[]") and fact.record is not self.record_type:
                raise ConditionError(f"`{fact!r}` is not a fact of the records in `{self!r}`")
        return condition


def _some(fact: DeclaredFact, method: str, terms: tuple[V, ...], hint: str = "") -> tuple[V, ...]:
    if not terms:
        raise ConditionError(f"`{fact!r}.{method}()` names no word; name at least one{hint}")
    return terms


def _term(fact: DeclaredFact, vocabulary: type[V], value: Any) -> V:
    if type(value) is vocabulary:
        return value
    if isinstance(value, str):
        try:
            return vocabulary(value)
        except ValueError:
            pass
    raise FactValueError(
        fact.path,
        value,
        "one of " + ", ".join(f"`{term}`" for term in vocabulary),
        did_you_mean(value, list(vocabulary)),
    )
