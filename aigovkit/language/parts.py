"""What stands inside a condition or value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from aigovkit.language.kinds import Node
from aigovkit.language.nodes import (
    AllOf,
    Always,
    AnyOf,
    AsOf,
    AtMost,
    Attested,
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
    Fact,
    Forward,
    Greatest,
    Has,
    HasOnly,
    InForce,
    IsIn,
    LastOf,
    Latest,
    Length,
    MeetsCadence,
    Named,
    Not,
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
    Within,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter, Parameter

Part = Node | Fact | Parameter
"""What may stand in a node: another node, a fact that is looked into, a parameter that is compared."""


def parts(node: Part) -> tuple[Part, ...]:
    """What stands directly inside a node, in its written order.

    >>> from aigovkit.models import System
    >>> parts(System.uses_ai & ~System.outputs_automatic)
    (System.uses_ai, ~System.outputs_automatic)

    .. versionadded:: 0.1.0
    """
    match node:
        case BooleanFact() | EventFact() | QuantityFact() | Always() | AsOf() | Constant() | Length() | Day():
            return ()
        case Attested() | AttestedOn() | BooleanParameter() | EventParameter() | CountParameter():
            return ()
        case Not(inner) | Rebutted(inner):
            return (inner,)
        case Named() | Forward():
            return (node.condition,)
        case AllOf(conditions) | AnyOf(conditions):
            return conditions
        case IsIn() | Has() | HasOnly() | Within():
            return (node.fact,)
        case AtMost(left, right):
            return left, right
        case SomeOf(collection, inner) | EachOf(collection, inner) | CountOf(collection, inner):
            return collection, inner
        case ByReading() | TimeByReading() | QuantityByReading():
            return tuple(option for _, option in node.options)
        case MeetsCadence(occurrences, _, since, until, anchor):
            return (occurrences, since, until) if anchor is None else (occurrences, since, until, anchor)
        case LastOf(occurrences, otherwise, by):
            return occurrences, otherwise, by
        case TimeIf(condition, then, otherwise):
            return condition, then, otherwise
        case ParameterIs(parameter):
            return (parameter,)
        case InForce(starts, act, ends):
            return (starts, act) if ends is None else (starts, act, ends)
        case Shifted(start):
            return (start,)
        case StartOfDay(time) | EndOfDay(time):
            return (time,)
        case Earliest(times) | Latest(times):
            return times
        case Greatest(quantities) | Sum(quantities) | Product(quantities):
            return quantities
        case Points(scale):
            return tuple(condition for condition, _ in scale)
        case Fact() | Parameter():  # Looked into or compared by the node around it, and no node of its own.
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
            waiting += parts(node)[::-1]


def facts_in(node: Part) -> tuple[Fact, ...]:
    """The facts a node reads, each once, in written order.

    >>> from aigovkit.models import System
    >>> facts_in(System.uses_ai & ~System.outputs_automatic)
    (System.uses_ai, System.outputs_automatic)

    .. versionadded:: 0.1.0
    """
    return tuple(part for part in distinct([node]) if isinstance(part, Fact))


def loose_facts(node: Part) -> tuple[Fact, ...]:
    """The facts of listed records that a node reads without saying of which record, each once.

    >>> from aigovkit.models import Case, Incident
    >>> loose_facts(Incident.caused_harm)
    (Incident.caused_harm,)
    >>> loose_facts(Case.incidents.some(Incident.caused_harm))
    ()

    .. versionadded:: 0.1.0
    """
    return tuple(_loose(node, {}))


def _loose(node: Part, seen: dict[int, dict[Fact, None]]) -> dict[Fact, None]:
    """Those of one node, in their order; what several nodes share is looked into once."""
    if id(node) in seen:
        return seen[id(node)]
    found: dict[Fact, None] = {}
    if isinstance(node, Fact):
        if node.record.__path__.endswith("[]"):
            found[node] = None
    elif not (isinstance(node, Forward) and not node.has_meaning):
        for part in parts(node):
            found.update(_loose(part, seen))
        if isinstance(node, SomeOf | EachOf | CountOf):
            named = node.collection.record_type
            found = {fact: None for fact in found if fact.record is not named}
    seen[id(node)] = found
    return found
