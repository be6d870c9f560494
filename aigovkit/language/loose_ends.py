"""What conditions and values leave open: whose fact is meant, and what a term means.

A fact of a listed record says nothing until a list is looked into, or a rule
speaks of each of its records; a term may be used before it is given its meaning.
"""

from __future__ import annotations

import functools
import weakref
from typing import Any

from aigovkit.errors import ConditionError, shown
from aigovkit.language.kinds import Look
from aigovkit.language.nodes import (
    AttestedDays,
    ConditionNode,
    Fact,
    Forward,
    QuantityNode,
    TimeNode,
)
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import parts

LooseEnd = Fact | Forward

# The rules of a policy share most of what they are made of, so what leaves nothing open is
# looked into once. It is known by its identity, for as long as that lives which was looked
# into and holds all of it.
_tied: set[int] = set()
_holders: dict[int, weakref.ref[Any]] = {}


def loose_ends(node: Any) -> tuple[LooseEnd, ...]:
    """The facts of listed records that a node reads without saying of which record, and the terms in it
    that have no meaning yet, each once and in written order.

    >>> from aigovkit.models import Case, Incident
    >>> loose_ends(Incident.caused_harm & Forward("it is grave"))
    (Incident.caused_harm, Forward('it is grave'))
    >>> loose_ends(Case.incidents.some(Incident.caused_harm))
    ()

    Raises ConditionError where something stands in a node that is none.

    .. versionadded:: 0.1.0
    """
    if id(node) in _tied or _is_tied(node):
        return ()
    tied: set[int] = set()
    found = _found(node, {}, tied)
    _remember(node, tied)
    return tuple(found)


def loose_facts(node: Any) -> tuple[Fact, ...]:
    """The facts of listed records that a node reads without saying of which record, each once.

    >>> from aigovkit.models import Incident
    >>> loose_facts(Incident.caused_harm)
    (Incident.caused_harm,)

    .. versionadded:: 0.1.0
    """
    return tuple(end for end in loose_ends(node) if isinstance(end, Fact))


def _is_tied(node: Any) -> bool:
    """Whether nothing in a node could be loose, wherever it stands. If so, that is remembered."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or id(one) in _tied:
            continue
        if not isinstance(one, _NODES) or _could_be_loose(one):
            return False
        seen.add(id(one))
        waiting += parts(one)
    _remember(node, seen)
    return True


def _remember(holder: Any, held: set[int]) -> None:
    if held and not isinstance(holder, Forward):
        _tied.update(held)
        _holders[id(held)] = weakref.ref(holder, functools.partial(_forget, held))


def _forget(held: set[int], _: object) -> None:
    _tied.difference_update(held)
    del _holders[id(held)]


def _could_be_loose(node: Any) -> bool:
    if isinstance(node, Fact):
        return bool(node.record.__path__.endswith("[]"))
    return isinstance(node, Forward) and not node.has_meaning


def _found(node: Any, known: dict[int, dict[LooseEnd, None]], tied: set[int]) -> dict[LooseEnd, None]:
    """What is loose in a node. What is not, inside it, is added to `tied`."""
    if id(node) in known:
        return known[id(node)]
    if id(node) in _tied:
        return {}
    if not isinstance(node, _NODES):
        raise ConditionError(
            f"`{shown(node)}` is no condition, time or quantity"
            + ("; write its `condition`" if hasattr(node, "condition") else "")
        )
    found = {node: None} if _could_be_loose(node) else {}
    for part in parts(node):
        found.update(_found(part, known, tied))
    if isinstance(node, Look):
        named = node.collection.record_type
        found = {end: None for end in found if isinstance(end, Forward) or end.record is not named}
    known[id(node)] = found
    if not found:
        tied.add(id(node))
    return found


_NODES: Any = (ConditionNode, TimeNode, QuantityNode, Fact, Parameter, AttestedDays)
