"""Writing a function block by block: local variables, constants, and what is worked out where."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import attrs

from aigovkit import periods
from aigovkit.engine import rails as on
from aigovkit.engine.rails import Rails
from aigovkit.engine.rulebook import Rulebook, rule_roots
from aigovkit.engine.verdicts import SILENT
from aigovkit.errors import ConditionError
from aigovkit.language import logic
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.nodes import Fact
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import distinct, parts
from aigovkit.rules import Rule

ARGUMENTS = "case, now, zone, readings, parameters, hypothetical"

LOGIC: Mapping[str, Any] = {
    "INFINITY": math.inf,
    "SILENT": SILENT,
    "UNKNOWN": periods.UNKNOWN,
    "compared": logic.compared,
    "conjunction": logic.conjunction,
    "negation": logic.negation,
    "event_interval": logic.event_interval,
    "attested_interval": logic.attested_interval,
    "last_interval": logic.last_interval,
    "either": logic.either,
    "meets_cadence": logic.meets_cadence,
    "least": logic.least,
    "greatest": logic.greatest,
    "total": logic.total,
    "product": logic.product,
    "points": logic.points,
    "counted": logic.counted,
    "interval": periods.interval,
    "shift": periods.shift,
    "start_of_day": periods.start_of_day,
    "end_of_day": periods.end_of_day,
}
"""What the generated source calls."""


@attrs.define(eq=False)
class Block:
    """An indented block: its lines, what is worked out in it, and the record it looks at."""

    item: str = ""
    lines: list[str] = attrs.field(factory=list)
    known: dict[Any, Any] = attrs.field(factory=dict)


class Writing:
    """What writing one function needs: blocks, local variables, constants, and what the rules share.

    What several rules share is worked out once, ahead of them; what one rule alone
    needs, only where it comes to that. What has been worked out in a block is not
    worked out again inside it.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.names: dict[str, Any] = dict(LOGIC)
        self.constants: dict[Any, str] = {}
        self.blocks: list[Block] = [Block()]
        self.locals: int = 0
        self.same: Same = Same()
        self.uses: Counter[int] = Counter()
        """How often each node stands in others."""
        self.rules: Counter[int] = Counter()
        """In how many rules each node stands."""
        self.readings_read: set[int] = set()
        """The ambiguities whose readings the function reads, by their positions."""
        self._count()

    def _count(self) -> None:
        counted: set[int] = set()
        everywhere = self._nodes_of(self.rulebook.scope)
        for nodes in [everywhere, *(self._nodes_in(rule) for rule in self.rulebook.rules)]:
            for key, node in nodes.items():
                self.rules[key] += 1
                if key not in counted:
                    counted.add(key)
                    self.uses.update(id(self.same.of(part)) for part in parts(node))

    def _nodes_in(self, rule: Rule) -> dict[int, Any]:
        found: dict[int, Any] = {}
        for root in rule_roots(rule):
            if root is not None:
                found.update(self._nodes_of(root))
        return found

    def _nodes_of(self, root: Any) -> dict[int, Any]:
        return {id(node): node for node in map(self.same.of, distinct([root]))}

    # Reading.

    def value(self, fact: Fact) -> str:
        """The local variable that holds a fact."""
        path: str = fact.record.__path__
        if path.endswith("[]"):
            if not self.item:
                raise ConditionError(
                    f"`{fact!r}` is a fact of listed records; it needs `some`, `each` or `count` around it"
                )
            return self.once(("fact", fact), f"{self.item}.{fact.name}", fact)
        section = self.once(("section", path), f"case.{path}") if path else "case"
        text = f"{section}.{fact.name}"
        # What one rule alone reads is read only where it comes to that.
        return text if self.rules[id(self.same.of(fact))] < 2 else self.once(("fact", fact), text)

    def attestations(self) -> str:
        """The local variable that holds what is attested."""
        return self.once("attestations", "case.attestations")

    def parameter(self, parameter: Parameter) -> str:
        """The local variable that holds the value of a parameter."""
        position = self.rulebook.parameters.index(parameter)
        return self.once(("parameter", parameter.name), f"parameters[{position}]")

    def reading(self, ambiguity: Ambiguity) -> str:
        """The local variable that holds how an ambiguity is read."""
        position = self.rulebook.ambiguities.index(ambiguity)
        self.readings_read.add(position)
        return self.once(("reading", ambiguity.name), f"readings[{position}]")

    # Writing.

    @property
    def item(self) -> str:
        """The record looked at; empty outside lists."""
        return self.blocks[-1].item

    def found(self, key: Any, node: Any = None) -> Any:
        """What was worked out before under a key, unless it was of another record than the one looked at
        now.
        """
        for block in reversed(self.blocks):
            if key in block.known and (
                block.item == self.item or node is None or not self.same.is_of_record(node)
            ):
                return block.known[key]
        return None

    @contextmanager
    def home_of(self, node: Any) -> Iterator[None]:
        """Write where a node belongs: what it looks at of a record, in the block of that record."""
        if self.same.is_of_record(node):
            yield
        else:
            with self.at_home(shared=self.rules[id(node)] > 1):
                yield

    @contextmanager
    def at_home(self, *, shared: bool) -> Iterator[None]:
        """Write ahead of everything what several rules share, and ahead of the records what one rule
        needs.
        """
        depth = 1
        if not shared:
            depth = next(n for n in range(len(self.blocks), 0, -1) if not self.blocks[n - 1].item)
        all_blocks = self.blocks
        self.blocks = all_blocks[:depth]
        try:
            yield
        finally:
            self.blocks = all_blocks

    def once(self, key: Any, expression: str, node: Any = None) -> str:
        """A local variable for an expression that is worked out once."""
        if (kept := self.found(key, node)) is not None:
            return kept  # type: ignore[no-any-return]
        if node is None:
            with self.at_home(shared=True):
                return self._put(key, expression)
        return self._put(key, expression)

    def _put(self, key: Any, expression: str) -> str:
        name = self.local()
        self.line(f"{name} = {expression}")
        self.blocks[-1].known[key] = name
        return name

    def answered(self, expression: str) -> Rails:
        """The rails of an expression whose value is true, false or unknown."""
        name = self.local()
        self.line(f"{name} = {expression}")
        return on.answered(name)

    def named(self, rails: Rails) -> Rails:
        """Local variables for two expressions."""
        kept = []
        for expression in rails:
            if expression in ("True", "False") or on.is_simple(expression):
                kept.append(expression)
            else:
                kept.append(self.local())
                self.line(f"{kept[-1]} = {expression}")
        return kept[0], kept[1]

    def constant(self, value: Any) -> str:
        """A name for a constant of the rules, passed to the generated code by reference."""
        key = (type(value), value)
        if key not in self.constants:
            self.constants[key] = f"K{len(self.constants)}"
            self.names[self.constants[key]] = value
        return self.constants[key]

    @staticmethod
    def tuple(expressions: Iterator[str]) -> str:
        """A tuple of expressions."""
        return f"({', '.join(expressions)},)"

    def local(self) -> str:
        """A new local variable."""
        self.locals += 1
        return f"x{self.locals}"

    def line(self, text: str) -> None:
        """One statement of the block."""
        self.blocks[-1].lines.append(text)

    @contextmanager
    def block(self, head: str, item: str = "") -> Iterator[None]:
        """An indented block below its head. What it shares with others is written ahead of it."""
        inner = Block(item)
        self.blocks.append(inner)
        yield
        self.blocks.pop()
        if inner.lines:
            self.line(head)
            self.blocks[-1].lines += [f" {line}" for line in inner.lines]

    @contextmanager
    def over(self, items: str) -> Iterator[None]:
        """A block that looks at each record of a list."""
        item = self.local()
        with self.block(f"for {item} in {items}:", item):
            yield

    @contextmanager
    def each(self, collection: Any) -> Iterator[str]:
        """A block for each record a rule speaks of; yields an expression for "the list is unknown"."""
        items = self.value(collection)
        unknown = f"{items} is None"
        blank = self.constant(collection.record_type())
        with self.over(f"(({blank},) if {unknown} else {items})"):
            yield unknown

    def function(self, name: str) -> str:
        """The function, of all that was written."""
        return f"def {name}({ARGUMENTS}):\n" + "\n".join(f" {line}" for line in self.blocks[0].lines)


class Same:
    """Makes equal nodes one object, so that they can be told apart by identity."""

    def __init__(self) -> None:
        self.first: dict[Any, Any] = {}
        self.known: dict[int, Any] = {}
        self.kept: list[Any] = []
        self.of_record: dict[int, bool] = {}

    def of(self, node: Any) -> Any:
        """The one object that stands for all nodes equal to this one."""
        if id(node) not in self.known:
            self.kept.append(node)  # As long as it is kept, its identity is its own.
            self.known[id(node)] = self.first.setdefault((type(node), node), node)
        return self.known[id(node)]

    def is_of_record(self, given: Any) -> bool:
        """Whether a node looks at a fact of listed records."""
        node = self.of(given)
        if id(node) not in self.of_record:
            listed = isinstance(node, Fact) and node.record.__path__.endswith("[]")
            self.of_record[id(node)] = listed or any(self.is_of_record(part) for part in parts(node))
        return self.of_record[id(node)]
