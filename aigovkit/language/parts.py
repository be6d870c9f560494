"""What stands inside a condition or value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from aigovkit.language.kinds import Node, Times
from aigovkit.language.nodes import (
    AllOf,
    Always,
    AnyOf,
    AsOf,
    AtMost,
    Attested,
    AttestedDays,
    AttestedOn,
    ByReading,
    Constant,
    CountOf,
    Day,
    EachOf,
    Earliest,
    EndOfDay,
    Fact,
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
from aigovkit.language.parameters import Parameter

Part = Node | Fact | Parameter | Times
"""What may stand in a node: another node, a fact that is looked into, a parameter that is compared, a list of
times.
"""


def parts(node: Part) -> tuple[Part, ...]:
    """What stands directly inside a node, in its written order.

    >>> from aigovkit.models import System
    >>> parts(System.uses_ai & ~System.outputs_automatic)
    (System.uses_ai, ~System.outputs_automatic)

    .. versionadded:: 0.1.0
    """
    # Every rule is walked when it is built, so the cases stand in the order of how many of
    # them rules hold, and take no fields apart, which takes three times as long.
    match node:
        case Has():
            return (node.fact,)
        case AllOf() | AnyOf():
            return node.conditions
        case Not():
            return (node.inner,)
        case AtMost():
            return node.left, node.right
        case ByReading():
            return tuple([option for _, option in node.options])
        case Named():
            return (node.condition,)
        case Fact():
            return () if node.where is None else (node.where,)
        case InForce():
            return (node.starts, node.act) if node.ends is None else (node.starts, node.act, node.ends)
        case Attested():
            return ()
        case IsIn() | HasOnly() | Within() | HasProvision():
            return (node.fact,)
        case Latest() | Earliest():
            return node.times
        case MeetsCadence():
            held = (node.occurrences, node.since, node.until)
            return held if node.anchor is None else (*held, node.anchor)
        case TimeIf():
            return node.condition, node.then, node.otherwise
        case StartOfDay() | EndOfDay() | OpenDay():
            return (node.time,)
        case Shifted():
            return (node.start,)
        case TimeByReading() | QuantityByReading():
            return tuple([option for _, option in node.options])
        case Product() | Sum() | Greatest():
            return node.quantities
        case Points():
            return tuple([condition for condition, _ in node.cells])
        case LastOf():
            return node.occurrences, node.otherwise, node.by
        case FirstAmong() | LastAmong():
            return node.collection, node.time, node.condition
        case TotalOf():
            return node.collection, node.quantity, node.condition
        case Rebutted():
            return (node.inner,)
        case LiesIn():
            return (node.quantity,)
        case SomeOf() | EachOf() | CountOf():
            return node.collection, node.condition
        case Forward():  # Of a term that was given no meaning yet nothing is known.
            return (node.condition,) if node.has_meaning else ()
        case ParameterIs():
            return (node.parameter,)
        case AttestedOn() | AttestedDays() | Always() | AsOf() | Constant() | Length() | Day() | Parameter():
            return ()
        case _:
            assert_never(node)


def walk(node: Part) -> Iterator[Any]:
    """A node and everything inside it, in written order; what stands in it twice comes twice.

    .. versionadded:: 0.1.0
    """
    yield node
    for part in parts(node):
        yield from walk(part)


def distinct(nodes: Iterable[Part]) -> Iterator[Any]:
    """Everything inside several nodes, each object once, in written order.

    .. versionadded:: 0.1.0
    """
    seen: set[int] = set()
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            if inside := parts(node):
                waiting += inside[::-1]


def facts_in(node: Part) -> tuple[Fact, ...]:
    """The facts a node reads, each once, in written order.

    >>> from aigovkit.models import System
    >>> facts_in(System.uses_ai & ~System.outputs_automatic)
    (System.uses_ai, System.outputs_automatic)

    .. versionadded:: 0.1.0
    """
    return tuple(part for part in distinct([node]) if isinstance(part, Fact))
