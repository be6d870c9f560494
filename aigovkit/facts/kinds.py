"""The kinds of facts: what each takes, and the conditions that can be built from it."""

from __future__ import annotations

import datetime
import decimal
import functools
import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypedDict, TypeVar, Unpack, overload

from aigovkit import periods
from aigovkit.citations import PROVISION_ID
from aigovkit.errors import ConditionError, FactValueError, InstantError
from aigovkit.facts.terms import TermSet, V, Vocabulary
from aigovkit.language.joining import DefinedTerm, as_condition
from aigovkit.language.kinds import Condition, Quantity, Reads, Time
from aigovkit.language.lists import Partly
from aigovkit.language.nodes import (
    ALWAYS,
    AllOf,
    AnyOf,
    Attested,
    AttestedDays,
    AttestedOn,
    BooleanFact,
    CountOf,
    EachOf,
    EventFact,
    EventsFact,
    Fact,
    FirstAmong,
    Has,
    HasOnly,
    HasProvision,
    IsIn,
    LastAmong,
    PlaceFact,
    ProvisionsFact,
    QuantityFact,
    RecordsFact,
    SomeOf,
    TermFact,
    TermsFact,
    TotalOf,
    Within,
    time_of,
)
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import distinct
from aigovkit.periods import Dated, EventValue, Interval, Moment, Occurrence, Period, Stretch

if TYPE_CHECKING:
    from aigovkit.facts.records import Record

R = TypeVar("R", bound="Record")

MOST_WRONG = 200
"""The most items of a list that are told to be wrong."""

CENTS = decimal.Context(prec=40)
"""Amounts are reckoned in a context of their own, whatever the program around has chosen."""


class KnownBy(Vocabulary):
    """Who can usually say what a fact is, or what does.

    .. versionadded:: 0.1.0
    """

    AGENCY = "agency", "The people of the agency that uses the system."
    VENDOR = "vendor", "Whoever made, supplies or runs the system."
    DOCUMENT = "document", "A paper: a contract, a warrant, a certificate, a recorded finding."


class AboutFact(TypedDict, total=False):
    """What a fact may say of itself, beside what it asks; a section may say the last two for all its facts.

    .. versionadded:: 0.1.0
    """

    where: Condition | DefinedTerm | None
    changeable: bool | None
    known_by: KnownBy | None


class DeclaredFact(Fact):
    """Base of the facts that records declare: a question, and what words in it mean.

    `where` is the condition under which it has a meaning. `changeable` says whether
    the agency can make it otherwise from now on, by what it does, buys, sets up or
    stops: what has happened, what somebody else decides and what a review found it
    cannot. `known_by` says who can usually answer. Both are None where neither the
    fact nor its section says so.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("changeable", "definition", "known_by", "question")

    accepts: ClassVar[str]
    kind: ClassVar[str]
    """The kind of answer, in one word: what a form shows a field for."""
    left_out: Any = None
    """What leaving it out of a record says; None where that says nothing, so that it is unknown."""
    question: str
    definition: str

    def __init__(self, question: str, definition: str = "", **about: Unpack[AboutFact]) -> None:
        self.question = question
        self.definition = definition
        where = about.pop("where", None)
        self.where: Condition | None = None if where is None else as_condition(where)
        self.changeable: bool | None = about.pop("changeable", None)
        self.known_by: KnownBy | None = about.pop("known_by", None)
        if about:
            raise ConditionError(f"a fact says nothing of `{next(iter(about))}`; it says {', '.join(_ABOUT)}")

    def admit(self, value: Any) -> Any:
        """The value in its one stored form; FactValueError when this fact cannot have it."""
        raise NotImplementedError

    def refuse(self, value: object, suggestion: str = "") -> FactValueError:
        """The error that says what the fact would have taken."""
        return FactValueError(self.path, value, self.accepts, suggestion)

    def __reduce__(self) -> tuple[Any, tuple[str, str]]:
        return _fact_of, (f"{self.record.__module__}:{self.record.__qualname__}", self.name)


_ABOUT = [f"`{name}`" for name in AboutFact.__annotations__]


def _fact_of(record: str, name: str) -> Any:
    import importlib

    module, _, qualified = record.partition(":")
    return getattr(getattr(importlib.import_module(module), qualified), name)


class Boolean(DeclaredFact, BooleanFact):
    """A fact that is true or false. It is a condition by itself.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "boolean"
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
        truth = _truth(value)
        raise self.refuse(value, f"write `{truth}`" if truth else "leave it out while it is unknown")


def _truth(value: Any) -> str:
    """What someone means who wrote `yes` or 0 for a truth; empty where that is not plain."""
    # A number beside 0 and 1 may have more digits than are worth writing out.
    word = value if isinstance(value, str) else str(value) if value in (0, 1) else ""
    return _TRUTHS.get(word[:10].strip().lower(), "")


_TRUTHS = {
    **dict.fromkeys(("yes", "y", "true", "1"), "true"),
    **dict.fromkeys(("no", "n", "false", "0"), "false"),
}


class FactInWords(DeclaredFact, Generic[V]):
    """Base of the facts whose values are made of the words of a vocabulary.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("vocabulary",)

    vocabulary: type[V]

    def __init__(
        self, vocabulary: type[V], question: str, definition: str = "", **about: Unpack[AboutFact]
    ) -> None:
        super().__init__(question, definition, **about)
        self.vocabulary = vocabulary


class Term(FactInWords[V], TermFact):
    """A fact that is one word of a vocabulary.

    With `left_out` it may be left out of a record in a list, and then is that word: a
    rule of how records are written, such as that an act is the agency's own unless it
    says whose it is. That it is unknown is said by None, and by its path in the
    `not_known` of a case.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("left_out",)

    kind = "term"

    left_out: V | None

    def __init__(
        self,
        vocabulary: type[V],
        question: str,
        definition: str = "",
        *,
        left_out: V | None = None,
        **about: Unpack[AboutFact],
    ) -> None:
        super().__init__(vocabulary, question, definition, **about)
        self.left_out = left_out

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> V | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | V | None: ...
        def __set__(self, instance: Record, value: V | str | None) -> None: ...

    @property
    def accepts(self) -> str:  # type: ignore[override]
        return _one_of(self.vocabulary)

    def admit(self, value: Any) -> V:
        return _term(self, value)

    @property
    def none(self) -> V | None:
        """The word `none` of the vocabulary, if it has it: what the fact reads as where it has no meaning."""
        return self.vocabulary._value2member_map_.get("none")  # type: ignore[return-value]

    @property
    def words(self) -> tuple[V, ...]:
        return tuple(self.vocabulary)

    def is_in(self, *terms: V) -> Condition:
        """Whether it is one of these words; ConditionError when none is named."""
        return IsIn(self, tuple(self.admit(term) for term in _some(self, "is_in", terms)))

    def is_(self, term: V) -> Condition:
        """Whether it is this word."""
        return self.is_in(term)


class Fulfilment(FactInWords[V]):
    """A fact that says whether something is done: true, false, or a word for how far it has come.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "fulfilment"

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> V | bool | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | V | bool | None: ...
        def __set__(self, instance: Record, value: V | str | bool | None) -> None: ...

    @property
    def accepts(self) -> str:  # type: ignore[override]
        return _one_of(self.vocabulary).replace("one of", "true, false,", 1)

    def admit(self, value: Any) -> V | bool:
        if isinstance(value, bool):
            return value
        try:
            return _term(self, value)
        except FactValueError:
            truth = _truth(value)
            raise FactValueError(
                self.path, value, self.accepts, f"write `{truth}`" if truth else "", choices=self.vocabulary
            ) from None


class Terms(FactInWords[V], TermsFact):
    """A fact that is a set of words of a vocabulary, complete or partial.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "terms"

    most: ClassVar[int] = 1_000
    """The most terms that a list of them may have."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> TermSet[V] | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | TermSet[V] | None: ...
        def __set__(self, instance: Record, value: TermSet[V] | Collection[V | str] | None) -> None: ...

    @property
    def accepts(self) -> str:  # type: ignore[override]
        return _one_of(self.vocabulary).replace("one of", "a list of terms among", 1)

    def admit(self, value: Any) -> TermSet[V]:
        if isinstance(value, TermSet):
            return TermSet(self._words(value.yes), no=None if value.no is None else self._words(value.no))
        if isinstance(value, set | frozenset | list | tuple):
            return TermSet(self._words(value))
        raise self.refuse(value, "put a single term in a list" if isinstance(value, str) else "")

    @property
    def words(self) -> tuple[V, ...]:
        return tuple(self.vocabulary)

    def whole(self, words: Collection[str]) -> TermSet[V]:
        return self.admit(words)

    def _words(self, terms: Collection[Any]) -> list[V]:
        if len(terms) > self.most:
            raise self.refuse(terms, f"a list has at most {self.most:,} terms")
        return admit_each(self, terms, _term)

    def has(self, *terms: V) -> Condition:
        """Whether at least one of these words is in the set; ConditionError when none is named."""
        each = [Has(self, _term(self, term)) for term in _some(self, "has", terms)]
        return each[0] if len(each) == 1 else AnyOf.of(*each)

    def has_all(self, *terms: V) -> Condition:
        """Whether every one of these words is in the set; ConditionError when none is named."""
        each = [Has(self, _term(self, term)) for term in _some(self, "has_all", terms)]
        return each[0] if len(each) == 1 else AllOf.of(*each)

    def has_only(self, *terms: V) -> Condition:
        """Whether nothing but these words is in the set; an empty set qualifies.

        ConditionError when none is named.
        """
        named = _some(self, "has_only", terms, "; that the set is empty is `is_empty()`")
        return HasOnly(self, tuple(_term(self, term) for term in named))

    def is_empty(self) -> Condition:
        """Whether the set is known to be empty."""
        return HasOnly(self, ())


_DATED = (
    "a day such as `2026-03-02`, an instant with its zone, a month such as `2018-05`, a year such as `2018`"
)
_SPAN = "a span of days such as `2018-05-03/2018-06-10`"


class Event(DeclaredFact, EventFact):
    """A fact that is when something happened: a day, an instant, a month, a year, a span of days, never, or
    at some time not known.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "event"
    accepts = f"{_DATED}, {_SPAN}, `never` or `undated`"

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> EventValue | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | EventValue | None: ...
        def __set__(self, instance: Record, value: EventValue | None) -> None: ...

    def admit(self, value: Any) -> EventValue:
        return value if isinstance(value, Occurrence) else _dated(self, value)


class Date(DeclaredFact):
    """A fact that is when something was that did happen: a day, an instant, a month, a year or a span.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "date"
    accepts = f"{_DATED} or {_SPAN}"

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> Dated | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | Dated | None: ...
        def __set__(self, instance: Record, value: Dated | None) -> None: ...

    def admit(self, value: Any) -> Dated:
        return _dated(self, value)


class Events(DeclaredFact, EventsFact):
    """A fact that is the complete list of the days or instants on which something happened.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "dates"
    accepts = "a list of days or instants with their zones"
    most: ClassVar[int] = 10_000
    """The most days and instants that a list of them may have."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> tuple[datetime.date, ...] | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | tuple[datetime.date, ...] | None: ...
        def __set__(self, instance: Record, value: Collection[datetime.date] | None) -> None: ...

    def admit(self, value: Any) -> tuple[datetime.date, ...]:
        if not isinstance(value, list | tuple):
            raise self.refuse(value)
        if len(value) > self.most:
            raise self.refuse(value, f"a list has at most {self.most:,} of them")
        return tuple(
            sorted(admit_each(self, value, _moment), key=lambda at: periods.interval(at, periods.UTC))
        )


class Count(DeclaredFact, QuantityFact):
    """A fact that is a whole number, zero or more.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "count"
    accepts = "a whole number, zero or more"
    bound: ClassVar[int] = 10**15
    """Every count is less."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> int | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | int | None: ...
        def __set__(self, instance: Record, value: int | None) -> None: ...

    def admit(self, value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < self.bound:
            return int(value)
        raise self.refuse(value)

    def interval(self, value: int) -> Interval:
        return value, value


class Money(DeclaredFact, QuantityFact):
    """A fact that is an amount in US dollars. As a quantity it counts cents.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "money"
    accepts = "an amount in US dollars, zero or more, with at most two decimals"
    unit = "cents"
    bound: ClassVar[int] = 10**13
    """Every amount is less. Up to here a binary number of 64 bits tells every cent from the next, as JSON is
    often read into.
    """

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
            if amount.is_finite() and 0 <= amount < self.bound:
                kept = amount.quantize(decimal.Decimal("0.01"), context=CENTS)
                if kept == amount:
                    return kept.copy_abs()
        raise self.refuse(value)

    def interval(self, value: decimal.Decimal) -> Interval:
        cents = int(value.scaleb(2, CENTS))
        return cents, cents


class Duration(DeclaredFact, QuantityFact):
    """A fact that is a length of time. As a quantity it counts seconds.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "duration"
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
        if isinstance(value, Period) and value.is_duration:
            return value
        raise self.refuse(value)

    def interval(self, value: Period) -> Interval:
        return value.bounds()


class Text(DeclaredFact):
    """A fact that is a name or a description. No rule decides anything by it.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "text"
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
        if re.search("[\ud800-\udfff]", value):
            raise self.refuse(value, "half of a surrogate pair is no character")
        return value if type(value) is str else str(value)


class Place(Text, PlaceFact):
    """A fact that is the government someone belongs to, as a path: `us-ca/san-jose` is in `us-ca`.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "place"
    accepts = "a place such as `us-ca/san-jose`: lower-case words and hyphens, parts divided by `/`"
    longest: ClassVar[int] = 100
    pattern: ClassVar[str] = "^[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*$"

    def admit(self, value: Any) -> str:
        if isinstance(value, str) and len(value) <= self.longest and re.fullmatch(self.pattern, value):
            return value if type(value) is str else str(value)
        raise self.refuse(value)

    def within(self, place: str) -> Condition:
        """Whether it is that place or lies in it."""
        return Within(self, self.admit(place))


class Provisions(DeclaredFact, ProvisionsFact):
    """A fact that is the complete set of some provisions, by their ids.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()

    kind = "provisions"
    accepts = "a list of ids of provisions, such as `RUR-3-1`"
    most: ClassVar[int] = 1_000
    """The most provisions that a list of them may have."""

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> tuple[str, ...] | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | tuple[str, ...] | None: ...
        def __set__(self, instance: Record, value: Collection[str] | None) -> None: ...

    def admit(self, value: Any) -> tuple[str, ...]:
        """The ids, each once, in the order of the alphabet."""
        if not isinstance(value, set | frozenset | list | tuple):
            raise self.refuse(value, "put a single one in a list" if isinstance(value, str) else "")
        if len(value) > self.most:
            raise self.refuse(value, f"a list has at most {self.most:,} of them")
        return tuple(sorted(set(admit_each(self, value, _provision))))

    def has(self, provision: str) -> Condition:
        """Whether a provision is in the set."""
        return HasProvision(self, _provision(self, provision))


def _provision(fact: DeclaredFact, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(PROVISION_ID, value):
        raise fact.refuse(value, "")
    return value if type(value) is str else str(value)


class Records(DeclaredFact, RecordsFact, Generic[R]):
    """A fact that is a list of records: complete, known in part (`Partly`), or unknown.

    `present` says which of the records are planned or still go on, by their own facts;
    the others are past. Without it none is.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("present", "record_type")

    kind = "records"

    record_type: type[R]

    def __init__(
        self,
        record_type: type[R],
        question: str,
        definition: str = "",
        *,
        present: Condition | DefinedTerm | None = None,
        **about: Unpack[AboutFact],
    ) -> None:
        super().__init__(question, definition, **about)
        self.record_type = record_type
        self.present: Condition | None = None if present is None else as_condition(present)
        if self.present is not None and not is_told_by(self.record_type, self.present):
            raise ConditionError(
                f"`present` asks of `{record_type.__name__}` records what they say of themselves"
            )

    if TYPE_CHECKING:

        @overload
        def __get__(self, instance: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, instance: Record, owner: Any) -> tuple[R, ...] | None: ...
        def __get__(self, instance: Record | None, owner: Any) -> Self | tuple[R, ...] | None: ...
        def __set__(self, instance: Record, value: Collection[R] | None) -> None: ...

    part: ClassVar[str] = "some"
    """The key under which a list known in part stands in JSON."""

    most: ClassVar[int] = 1_000
    """The most records that a list may have, and that all lists of a case may have together."""

    @property
    def accepts(self) -> str:  # type: ignore[override]
        return f'a list of {self.record_type.__name__} records, or `{{"{self.part}": [...]}}` of those known'

    def admit(self, value: Any) -> tuple[R, ...]:
        """The records as a tuple, which is a `Partly` while there may be more. Of a list of which nothing is
        known there is one form only: unknown, which is None.
        """
        if not isinstance(value, list | tuple):
            raise self.refuse(value, "build it: `Partly([...])`" if isinstance(value, dict) else "")
        if len(value) > self.most:
            raise self.refuse(value, f"a list has at most {self.most:,} records")
        if not all(isinstance(item, self.record_type) for item in value):
            raise self.refuse(value)
        if isinstance(value, Partly):
            return value or None  # type: ignore[return-value]
        return tuple(value)

    def some(self, condition: Condition | DefinedTerm) -> Condition:
        """Whether at least one of the records meets a condition on the record."""
        return SomeOf(self, as_condition(condition))

    def each(self, condition: Condition | DefinedTerm) -> Condition:
        """Whether every one of the records meets a condition on the record."""
        return EachOf(self, as_condition(condition))

    def count(self, condition: Condition | DefinedTerm) -> Quantity:
        """How many of the records meet a condition on the record."""
        return CountOf(self, as_condition(condition))

    def total(self, quantity: Quantity, condition: Condition | DefinedTerm = ALWAYS) -> Quantity:
        """A quantity of each of the records that meet a condition on the record, added up.

        >>> from aigovkit.models import Data, DataElement
        >>> tender = Data.elements.total(DataElement.retention, DataElement.identifies_person)
        >>> type(tender).__name__, tender.quantity
        ('TotalOf', DataElement.retention)
        """
        return TotalOf(self, quantity, as_condition(condition))

    def first(self, time: Time, condition: Condition | DefinedTerm = ALWAYS) -> Time:
        """The first of a time of each record that meets a condition on the record; never where none does.

        >>> from aigovkit.models import Case, Incident
        >>> harm_known = Case.incidents.first(Incident.discovered, Incident.caused_harm)
        >>> type(harm_known).__name__, harm_known.collection
        ('FirstAmong', Case.incidents)
        """
        return FirstAmong(self, time_of(time), as_condition(condition))

    def last(self, time: Time, condition: Condition | DefinedTerm = ALWAYS) -> Time:
        """The last of a time of each record that meets a condition on the record; never where none does."""
        return LastAmong(self, time_of(time), as_condition(condition))


def is_told_by(record: type[Record], condition: Condition) -> bool:
    """Whether a condition goes by nothing but the facts of one record, and the time of judging.

    .. versionadded:: 0.1.0
    """
    return all(
        part.record is record
        if isinstance(part, Fact)
        else not isinstance(part, Parameter | Reads | Attested | AttestedOn | AttestedDays)
        for part in distinct([condition])
    )


def _some(fact: DeclaredFact, method: str, terms: tuple[V, ...], hint: str = "") -> tuple[V, ...]:
    if not terms:
        raise ConditionError(f"`{fact!r}.{method}()` names no word; name at least one{hint}")
    return terms


def admit_each(fact: DeclaredFact, items: Collection[Any], admit: Callable[[Any, Any], Any]) -> list[Any]:
    """What `admit` makes of a fact and each item of a list; one FactValueError for all that it refuses."""
    found: list[Any] = []
    wrong: list[tuple[str, FactValueError]] = []
    for index, item in enumerate(items):
        try:
            found.append(admit(fact, item))
        except FactValueError as error:
            wrong.append((f"[{index}]", error))
            if len(wrong) == MOST_WRONG:
                break
    if len(wrong) == 1 and not isinstance(items, list | tuple):
        raise wrong[0][1]  # The items of a set have no order.
    if wrong:
        raise FactValueError(fact.path, items, fact.accepts, items=wrong)
    return found


def _term(fact: FactInWords[V], value: Any) -> V:
    vocabulary = fact.vocabulary
    if type(value) is vocabulary:
        return value
    # The words are looked up where the vocabulary keeps them: calling it is slow to say that there is none.
    known: Any = vocabulary._value2member_map_.get(value) if isinstance(value, str) else None
    if known is None:
        raise FactValueError(fact.path, value, _one_of(vocabulary), choices=vocabulary)
    return known  # type: ignore[no-any-return]


@functools.cache
def _one_of(vocabulary: type[Vocabulary]) -> str:
    return "one of " + ", ".join(f"`{term}`" for term in vocabulary)


def _dated(fact: DeclaredFact, value: Any) -> Dated:
    return value if isinstance(value, Stretch) else _moment(fact, value)


def _moment(fact: DeclaredFact, value: Any) -> Moment:
    if not isinstance(value, datetime.date):
        raise fact.refuse(value, _built(value))
    try:
        return periods.plain(value)
    except InstantError as error:
        raise fact.refuse(value, str(error)) from None


def _built(value: Any) -> str:
    """How the value is built that a text stands for in JSON."""
    if not isinstance(value, str):
        return ""
    try:
        known: Any = _OCCURRENCES.get(value) or periods.parse_dated(value)
    except InstantError:
        return ""
    return f"build it: `{known!r}`"


_OCCURRENCES = {occurrence.value: occurrence for occurrence in Occurrence}
