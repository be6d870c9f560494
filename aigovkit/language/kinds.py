"""The kinds of node: three closed unions, and what each kind must have.

A kind of node has, besides its class in `nodes` with typed fields:

- a meaning in `meaning`: `holds` for a condition, `bounds` for a time or a quantity,
  such that learning more never contradicts what was settled;
- a compiled form in `aigovkit.engine.compile`, equal to the meaning;
- plain English in `words`, as it holds and as it fails, in which no Python reaches a reader;
- its parts in `parts`, the nodes directly inside it;
- trial answers in `aigovkit.engine.trials` to the facts it reads, which bring out
  both answers to a test of it;
- reasons: in `aigovkit.engine.reasons` what an answer rests on, in
  `aigovkit.engine.unknowns` what an open one hangs on.

Each of these is one function with one `match` that ends in `assert_never`, or in
what holds of every other kind alike, so that a type checker lists every one that a
new kind still lacks. `tests/test_language_kinds.py` walks the unions below and tries
every kind in each; it fails for a kind without an example.
"""

from __future__ import annotations

from typing import TypeAlias, get_args

from aigovkit.language.nodes import (
    AllOf,
    Always,
    AnyOf,
    AsOf,
    AtMost,
    Attested,
    AttestedDays,
    AttestedOn,
    BooleanFact,
    ByReading,
    Constant,
    CountOf,
    Day,
    EachOf,
    Earliest,
    EndOfDay,
    EventFact,
    EventsFact,
    FirstAmong,
    Forward,
    Greatest,
    Has,
    HasOnly,
    HasProvision,
    InForce,
    IsIn,
    LastAmong,
    LastOf,
    Latest,
    Length,
    LiesIn,
    MeetsCadence,
    Named,
    Not,
    OpenDay,
    ParameterIs,
    Points,
    Product,
    QuantityByReading,
    QuantityFact,
    Rebutted,
    Shifted,
    SomeOf,
    StartOfDay,
    Sum,
    TimeByReading,
    TimeIf,
    TotalOf,
    Within,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter

Condition: TypeAlias = (
    BooleanFact
    | Always
    | Not
    | AllOf
    | AnyOf
    | IsIn
    | Has
    | HasOnly
    | Within
    | HasProvision
    | AtMost
    | SomeOf
    | EachOf
    | Named
    | Forward
    | ByReading
    | Rebutted
    | Attested
    | MeetsCadence
    | BooleanParameter
    | ParameterIs
    | InForce
    | LiesIn
)
"""What is true, false or unknown.

.. versionadded:: 0.1.0
"""

Time: TypeAlias = (
    EventFact
    | AsOf
    | Day
    | EventParameter
    | Shifted
    | StartOfDay
    | EndOfDay
    | OpenDay
    | AttestedOn
    | LastOf
    | FirstAmong
    | LastAmong
    | TimeIf
    | Earliest
    | Latest
    | TimeByReading
)
"""What lies somewhere on the time line, or never comes.

.. versionadded:: 0.1.0
"""

Quantity: TypeAlias = (
    QuantityFact
    | Constant
    | Length
    | CountParameter
    | Greatest
    | Sum
    | Product
    | Points
    | CountOf
    | TotalOf
    | QuantityByReading
)
"""What is a number.

.. versionadded:: 0.1.0
"""

Times: TypeAlias = EventsFact | AttestedDays
"""What is a list of times.

.. versionadded:: 0.1.0
"""

OfAttestation: TypeAlias = Attested | AttestedOn | AttestedDays
"""What is read from an attestation.

.. versionadded:: 0.1.0
"""

Value: TypeAlias = Time | Quantity
Node: TypeAlias = Condition | Time | Quantity
Reads: TypeAlias = ByReading | TimeByReading | QuantityByReading
"""The nodes that depend on a reading."""

Look: TypeAlias = SomeOf | EachOf | CountOf | TotalOf | FirstAmong | LastAmong
"""What looks into a list, its `collection`: inside, the facts of its records are meant.

.. versionadded:: 0.1.0
"""

CONDITIONS: tuple[type, ...] = get_args(Condition)
TIMES: tuple[type, ...] = get_args(Time)
QUANTITIES: tuple[type, ...] = get_args(Quantity)
