"""What the rules of a rulebook share: equal nodes as one object, and what uses each of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from aigovkit.language.kinds import Condition, Look, Node, OfAttestation
from aigovkit.language.nodes import (
    AllOf,
    Always,
    AnyOf,
    Attested,
    AttestedDays,
    AttestedOn,
    BooleanFact,
    ByReading,
    Fact,
    Forward,
    Has,
    HasOnly,
    HasProvision,
    IsIn,
    Named,
    Not,
    ParameterIs,
    QuantityByReading,
    TimeByReading,
)
from aigovkit.language.parameters import BooleanParameter, Parameter
from aigovkit.language.parts import Part, parts

TESTS = (BooleanFact, BooleanParameter, Has, HasOnly, HasProvision, IsIn, ParameterIs)
"""The conditions that are a quick test of what is read."""


class Same:
    """Makes equal nodes one object, so that they can be told apart by identity."""

    def __init__(self) -> None:
        self.inside: dict[int, tuple[Any, ...]] = {}
        """What stands directly in each node."""
        self.ordered: list[Any] = []
        """Each node once, after all that stands in it."""
        self._loose: dict[int, frozenset[type]] = {}
        self._needed: dict[int, dict[int, Any]] = {}
        self._tests: dict[int, float] = {}
        self._first: dict[Any, Any] = {}
        self._known: dict[int, Any] = {}
        self._kept: list[Any] = []

    def of(self, node: Part) -> Any:
        """The one object that stands for all nodes equal to this one."""
        one = self._known.get(id(node))
        if one is not None:
            return one
        self._kept.append(node)  # As long as it is kept, its identity is its own.
        one = self._known[id(node)] = self._first.setdefault((type(node), node), node)
        if one is node:
            inside = self.inside[id(one)] = tuple([self.of(part) for part in parts(one)])
            self._loose[id(one)] = self._records_of(one, inside)
            self.ordered.append(one)
        return one

    def _records_of(self, node: Part, inside: tuple[Any, ...]) -> frozenset[type]:
        """The kinds of listed records that a node looks at without saying itself at which of them."""
        found = frozenset[type]().union(*(self._loose[id(part)] for part in inside))
        if isinstance(node, Fact) and node.record.__path__.endswith("[]"):
            return found | {node.record}
        if isinstance(node, OfAttestation) and node.each is not None:
            return found | {node.each.record_type}
        return found - {node.collection.record_type} if isinstance(node, Look) else found

    def records_of(self, node: Part) -> frozenset[type]:
        """The kinds of listed records that a node looks at, of which only what is around it says which."""
        found = self._loose.get(id(node))
        return self._loose[id(self.of(node))] if found is None else found

    def tests(self, given: Part) -> float:
        """Of how many tests a condition consists that are quickly made; endlessly many where there is more to
        it.
        """
        node = self.of(given)
        known = self._tests.get(id(node))
        if known is None:
            known = sum(self.tests(part) for part in self.inside[id(node)])
            if isinstance(node, TESTS):
                known += 1
            elif not isinstance(node, Fact | AllOf | AnyOf | Not | Named | Forward | Always | ByReading):
                known = math.inf
            self._tests[id(node)] = known
        return known

    def needed(self, condition: Condition) -> Mapping[int, Any]:
        """The conditions without which a condition cannot hold, itself among them, by their identities."""
        node = self.of(condition)
        known = self._needed.get(id(node))
        if known is None:
            known = {}
            match node:
                case AllOf() | Named() | Forward():
                    for part in self.inside[id(node)]:
                        known.update(self.needed(part))
                case AnyOf() | ByReading():
                    first, *others = [self.needed(part) for part in self.inside[id(node)]] or [{}]
                    known.update((key, one) for key, one in first.items() if all(key in o for o in others))
            known[id(node)] = node
            self._needed[id(node)] = known
        return known


class Users:
    """Which of several users need each node, and what is read for it.

    A user is whatever is written in one place, such as a rule; users are numbered,
    and several of them are one number, with the bit of each.
    """

    def __init__(self, same: Same, users: Sequence[Iterable[Node]]) -> None:
        self._of: dict[Any, int] = {}
        self.uses: Counter[int] = Counter()
        """In how many other nodes each node stands, by its identity."""
        self._over: dict[Any, tuple[Any, int]] = {None: (None, 0)}
        """The innermost node in which each stands wherever it stands, by its identity, and how many are
        around it; None for what no node is around everywhere.
        """
        for number, roots in enumerate(users):
            for root in roots:
                self._add(id(same.of(root)), 1 << number, None)
        for node in reversed(same.ordered):
            needing = self._of.get(id(node))
            if needing is None:
                continue
            for part in same.inside[id(node)]:
                self._add(id(part), needing, id(node))
                self.uses[id(part)] += 1
            for key in _read_for(node):
                self._add(key, needing, id(node))

    def of(self, key: Any) -> int:
        """The users that need a node, by its identity, or what is read under a key; 0 where none is known."""
        return self._of.get(key, 0)

    def only_in(self, key: Any, around: int) -> bool:
        """Whether a node, or what is read under a key, is needed in one node alone, or for nothing known."""
        if key not in self._over:
            return True
        if around not in self._over:  # Asked for by what only says where a fact has a meaning.
            return False
        while self._over[key][1] > self._over[around][1]:
            key = self._over[key][0]
        return bool(key == around)

    def _add(self, key: Any, needing: int, around: Any) -> None:
        self._of[key] = self._of.get(key, 0) | needing
        if key in self._over:
            around = self._meeting(self._over[key][0], around)
        self._over[key] = around, self._over[around][1] + 1

    def _meeting(self, one: Any, other: Any) -> Any:
        """The innermost node in which both stand wherever they stand."""
        while one != other:
            if self._over[one][1] < self._over[other][1]:
                other = self._over[other][0]
            else:
                one = self._over[one][0]
        return one


def section_key(path: str) -> tuple[str, str]:
    """The key of a section of the case."""
    return "section", path


def reading_key(name: str) -> tuple[str, str]:
    """The key of how an ambiguity is read."""
    return "reading", name


def parameter_key(name: str) -> tuple[str, str]:
    """The key of the value of a parameter."""
    return "parameter", name


ATTESTATIONS = ("attestations", "")
"""The key of what is attested."""

ATTESTED = ("attested", "")
"""The key of what is done by the time of judging, as attested."""


def _read_for(node: Any) -> Iterable[tuple[str, str]]:
    """The keys of what is read for a node itself."""
    if isinstance(node, Fact):
        path = node.record.__path__
        return () if path.endswith("[]") else (section_key(path),)
    if isinstance(node, ByReading | TimeByReading | QuantityByReading):
        return (reading_key(node.ambiguity.name),)
    if isinstance(node, Parameter):
        return (parameter_key(node.name),)
    if isinstance(node, Attested):
        return (ATTESTED,)
    return (ATTESTATIONS,) if isinstance(node, AttestedOn | AttestedDays) else ()
