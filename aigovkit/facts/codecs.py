"""Codecs: how the values of each kind of fact stand in JSON, one codec for each kind.

A codec says it three times over, and in one place: what JSON is read as, what is
written, and the schema of both. The reader, the writer and the schema of a case
only walk the records. What a schema accepts is read, and what is read a schema
accepts, save what JSON Schema has no words for: the cents of an amount, half of a
surrogate pair, and a span whose last day comes before its first.
"""

from __future__ import annotations

import datetime
import decimal
import math
from collections.abc import Callable, Mapping
from typing import Any

from aigovkit import periods
from aigovkit.citations import PROVISION_ID
from aigovkit.errors import FactValueError, InstantError
from aigovkit.facts.kinds import (
    Boolean,
    Count,
    Date,
    DeclaredFact,
    Duration,
    Event,
    Events,
    Fulfilment,
    Money,
    Place,
    Provisions,
    Term,
    Terms,
    Text,
    admit_each,
)
from aigovkit.facts.terms import TermSet
from aigovkit.periods import DATED_PATTERN, MOMENT_PATTERN, PERIOD_PATTERN, Occurrence, Period

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

COMMENT = "//"
"""A key that starts with this is a comment: read past in every object, and allowed by every schema."""

COMMENTS: Schema = {f"^{COMMENT}": {"description": "A comment."}}
"""The keys that are comments, as a schema has them."""


class Codec:
    """How the values of one kind of fact stand in JSON. This one is for those that JSON has itself.

    .. versionadded:: 0.1.0
    """

    def decode(self, fact: Any, data: Any) -> Any:
        """The value of a fact from JSON; FactValueError for what it does not accept."""
        return fact.admit(data)

    def encode(self, value: Any, *, utc: bool = False) -> Any:
        """A value as JSON. With `utc` instants are in UTC, so that equal ones are written alike."""
        return value

    def schema(self, fact: Any) -> Schema:
        """What is accepted for a fact, null aside."""
        raise NotImplementedError


class _Booleans(Codec):
    def schema(self, fact: Boolean) -> Schema:
        return {"type": "boolean"}


class _OneTerm(Codec):
    def encode(self, value: Any, *, utc: bool = False) -> str:
        return str(value)

    def schema(self, fact: Term[Any]) -> Schema:
        return _words(fact.vocabulary)


class _Fulfilments(Codec):
    def encode(self, value: Any, *, utc: bool = False) -> bool | str:
        return value if isinstance(value, bool) else str(value)

    def schema(self, fact: Fulfilment[Any]) -> Schema:
        return {"anyOf": [{"type": "boolean"}, _words(fact.vocabulary)]}


class _TermSets(Codec):
    def decode(self, fact: Terms[Any], data: Any) -> TermSet[Any]:
        if not isinstance(data, Mapping):
            return fact.admit(data)
        given = {key: terms for key, terms in data.items() if not str(key).startswith(COMMENT)}
        if not given.keys() <= {"yes", "no"} or not all(
            isinstance(each, list | tuple) for each in given.values()
        ):
            raise fact.refuse(data, 'a partial set is written `{"yes": [...], "no": [...]}`')
        found: dict[str, Any] = {}
        wrong: list[tuple[str, FactValueError]] = []
        for key, terms in given.items():
            try:
                found[key] = fact.admit(terms).yes
            except FactValueError as error:
                wrong += [(f".{key}{index}", inner) for index, inner in error.items] or [(f".{key}", error)]
        if wrong:
            raise FactValueError(fact.path, data, fact.accepts, items=wrong)
        return TermSet.partial(**found)

    def encode(self, value: TermSet[Any], *, utc: bool = False) -> Any:
        yes = sorted(str(term) for term in value.yes)
        return yes if value.no is None else {"yes": yes, "no": sorted(str(term) for term in value.no)}

    def schema(self, fact: Terms[Any]) -> Schema:
        words = [str(word) for word in fact.vocabulary]
        each = {"type": "array", "items": {"enum": words}, "maxItems": fact.most}
        partial = {
            "type": "object",
            "description": "A set known in part: what is in it, and what is not.",
            "additionalProperties": False,
            "patternProperties": COMMENTS,
            "properties": {"yes": each, "no": each},
            "not": {
                "required": ["yes", "no"],
                "anyOf": [
                    {"properties": {key: {"contains": {"const": word}} for key in ("yes", "no")}}
                    for word in words
                ],
            },
        }
        return {"anyOf": [{**each, "items": _words(fact.vocabulary)}, partial]}


class _Dates(Codec):
    def decode(self, fact: DeclaredFact, data: Any) -> Any:
        return fact.admit(_read(fact, data, periods.parse_dated))

    def encode(self, value: periods.Dated, *, utc: bool = False) -> str:
        return _written(value, utc) if isinstance(value, datetime.date) else value.isoformat()

    def schema(self, fact: DeclaredFact) -> Schema:
        return _text(DATED_PATTERN)


class _OneEvent(_Dates):
    def decode(self, fact: DeclaredFact, data: Any) -> Any:
        if isinstance(data, str) and data in _OCCURRENCES:
            return _OCCURRENCES[data]
        return super().decode(fact, data)

    def encode(self, value: periods.EventValue, *, utc: bool = False) -> str:
        return value.value if isinstance(value, Occurrence) else super().encode(value, utc=utc)

    def schema(self, fact: DeclaredFact) -> Schema:
        return {"anyOf": [super().schema(fact), {"enum": list(_OCCURRENCES)}]}


_OCCURRENCES: dict[str, Occurrence] = {occurrence.value: occurrence for occurrence in Occurrence}


class _EventLists(Codec):
    def decode(self, fact: Events, data: Any) -> Any:
        if not isinstance(data, list | tuple) or len(data) > fact.most:
            return fact.admit(data)
        return fact.admit(admit_each(fact, data, _moment))

    def encode(self, value: tuple[periods.Moment, ...], *, utc: bool = False) -> list[str]:
        return [_written(item, utc) for item in value]

    def schema(self, fact: Events) -> Schema:
        return {"type": "array", "items": _text(MOMENT_PATTERN), "maxItems": fact.most}


class _Counts(Codec):
    def decode(self, fact: Count, data: Any) -> int:
        whole = _number(fact, data)
        if isinstance(whole, decimal.Decimal) and whole.is_finite() and whole.adjusted() < _DIGITS:
            # What has more digits than any count is not written out.
            whole = int(whole) if whole == int(whole) else whole
        return fact.admit(whole)

    def schema(self, fact: Count) -> Schema:
        return {"type": "integer", "minimum": 0, "exclusiveMaximum": fact.bound}


class _Amounts(Codec):
    def decode(self, fact: Money, data: Any) -> decimal.Decimal:
        return fact.admit(_number(fact, data))

    def encode(self, value: decimal.Decimal, *, utc: bool = False) -> int | float:
        return int(value) if value == int(value) else float(value)

    def schema(self, fact: Money) -> Schema:
        # No `multipleOf`: validators that divide binary numbers find that 0.07 is no multiple of 0.01.
        return {"type": "number", "minimum": 0, "exclusiveMaximum": fact.bound}


class _Durations(Codec):
    def decode(self, fact: Duration, data: Any) -> Period:
        try:
            return Period.parse(data)
        except InstantError:
            raise fact.refuse(data) from None

    def encode(self, value: Period, *, utc: bool = False) -> str:
        return value.isoformat()

    def schema(self, fact: Duration) -> Schema:
        return _text(PERIOD_PATTERN)


class _Texts(Codec):
    def schema(self, fact: Text) -> Schema:
        return {"type": "string", "maxLength": fact.longest}


class _ProvisionLists(Codec):
    def encode(self, value: tuple[str, ...], *, utc: bool = False) -> list[str]:
        return [*value]

    def schema(self, fact: Provisions) -> Schema:
        return {"type": "array", "items": _text(f"^{PROVISION_ID}$"), "maxItems": fact.most}


class _Places(Codec):
    def schema(self, fact: Place) -> Schema:
        return _text(fact.pattern, maxLength=fact.longest)


CODECS: Mapping[type[DeclaredFact], Codec] = {
    Boolean: _Booleans(),
    Fulfilment: _Fulfilments(),
    Term: _OneTerm(),
    Terms: _TermSets(),
    Date: _Dates(),
    Event: _OneEvent(),
    Events: _EventLists(),
    Count: _Counts(),
    Money: _Amounts(),
    Duration: _Durations(),
    Text: _Texts(),
    Place: _Places(),
    Provisions: _ProvisionLists(),
}
"""The codec of each kind of fact. A list of records has none: it is walked, as the records in a case are."""


def codec_of(fact: DeclaredFact) -> Codec:
    """The codec of the kind of a fact.

    >>> from aigovkit.models import Data
    >>> codec_of(Data.retention).decode(Data.retention, "P30D")
    Period.parse('P30D')

    .. versionadded:: 0.1.0
    """
    return CODECS[type(fact)]


_DIGITS = 40
"""No number that a fact accepts has so many digits before the point."""


def _number(fact: DeclaredFact, data: Any) -> Any:
    """A number of JSON as one that is exact.

    What reads JSON into binary numbers makes 1250.5 of the text 1250.5, and of
    125000.0 no whole number. The shortest text of such a number is the text it was
    read from, as long as that had no more digits than a binary number tells
    apart; no fact accepts one that has more.
    """
    if isinstance(data, float):
        if not math.isfinite(data):
            raise fact.refuse(data, "JSON has no such number")
        return decimal.Decimal(repr(data))
    return data


def _moment(fact: DeclaredFact, data: Any) -> Any:
    return _read(fact, data, periods.parse_moment)


def _read(fact: DeclaredFact, data: Any, parse: Callable[[str], Any]) -> Any:
    """What is made of the text of a date; FactValueError, with what was meant, for any other."""
    word = data[:20].strip().casefold() if isinstance(data, str) else ""
    if word in _OCCURRENCES and isinstance(fact, Event):
        raise fact.refuse(data, f"write `{word}`")
    if word in _NOT_KNOWN:
        raise fact.refuse(data, "leave it out while it is unknown")
    try:
        return parse(data)
    except InstantError as error:
        told = isinstance(data, str) or type(data) is int
        raise fact.refuse(data, str(error) if told else "") from None


_NOT_KNOWN = ("undated", "unknown", "not known", "n/a", "?")


def _written(moment: periods.Moment, utc: bool) -> str:
    return periods.in_utc(moment) if utc else moment.isoformat()


def _text(pattern: str, **more: Any) -> Schema:
    # In Python `$` also matches before the end of the last line. No `format` says the same as a pattern: that
    # of instants wants seconds, that of durations has no weeks beside days.
    return {"type": "string", "pattern": pattern, "not": {"type": "string", "pattern": "\n"}, **more}


def _words(vocabulary: Any) -> Schema:
    words = [
        {
            "const": str(word),
            "x-label": word.label,
            **({"description": word.definition} if word.definition else {}),
        }
        for word in vocabulary
    ]
    return {"description": (vocabulary.__doc__ or "").partition("\n")[0], "oneOf": words}
