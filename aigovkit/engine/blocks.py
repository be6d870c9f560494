"""Writing a function block by block: local variables, constants, and what is worked out where."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import attrs

from aigovkit import periods
from aigovkit.engine import rails as on
from aigovkit.engine.rails import Rails
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.sharing import (
    ATTESTATIONS,
    ATTESTED,
    Same,
    Users,
    parameter_key,
    reading_key,
    section_key,
)
from aigovkit.engine.verdicts import SILENT
from aigovkit.errors import ConditionError
from aigovkit.language import logic
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Times
from aigovkit.language.nodes import AttestedDays, Fact
from aigovkit.language.parameters import Parameter

ARGUMENTS = "case, now, zone, readings, parameters, hypothetical"

LOGIC: Mapping[str, Any] = {
    "INFINITY": math.inf,
    "SILENT": SILENT,
    "UNKNOWN": periods.UNKNOWN,
    "compared": logic.compared,
    "conjunction": logic.conjunction,
    "negation": logic.negation,
    "event_interval": logic.event_interval,
    "attested_answers": logic.attested_answers,
    "attested_days": logic.attested_days,
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
    "first_among": logic.first_among,
    "last_among": logic.last_among,
    "listed": logic.listed,
    "NEVER": periods.NEVER_AT,
    "interval": periods.interval,
    "shift": periods.shift,
    "start_of_day": periods.start_of_day,
    "end_of_day": periods.end_of_day,
}
"""What the generated source calls."""

ALL = -1
"""All users, whoever they are."""


@attrs.define(eq=False)
class Block:
    """An indented block: which users it is written for, its lines, what is worked out in it, and the record
    it looks at.
    """

    users: int
    item: str = ""
    lines: list[str] = attrs.field(factory=list)
    known: dict[Any, Any] = attrs.field(factory=dict)


class Writing:
    """What writing one function needs: blocks, local variables, constants, and what its users share.

    What several users need is worked out once, in the innermost block that is
    written for all of them; what one alone needs, only where it comes to that. What
    has been worked out in a block is not worked out again inside it.
    """

    def __init__(self, rulebook: Rulebook, same: Same, users: Users) -> None:
        self.rulebook = rulebook
        self.same = same
        self.users = users
        self.names: dict[str, Any] = dict(LOGIC)
        self.constants: dict[Any, str] = {}
        self.blocks: list[Block] = [Block(ALL)]
        self.locals: int = 0
        self.readings_read: set[int] = set()
        """The ambiguities whose readings the function reads, by their positions."""

    # Reading.

    def value(self, fact: Fact) -> str:
        """The local variable that holds a fact."""
        path: str = fact.record.__path__
        if path.endswith("[]"):
            if not self.item:
                raise ConditionError(
                    f"`{fact!r}` is a fact of listed records; it needs `some`, `each` or `count` around it"
                )
            key = ("fact", fact)
            return self.found(key, fact) or self._put(key, f"{self.item}.{fact.name}")
        section = self.once(section_key(path), f"case.{path}") if path else "case"
        text, one = f"{section}.{fact.name}", self.same.of(fact)
        # What one user alone reads is read only where it comes to that.
        return self.once(id(one), text) if self.is_shared(one) else text

    def asked(self, fact: Fact) -> Rails:
        """Whether a fact has a meaning."""
        return on.TRUE if fact.where is None else self.rails(fact.where)

    def listed(self, fact: Fact | Times) -> str:
        """An expression for what is in a list; a local variable where the list is not always asked for."""
        if isinstance(fact, AttestedDays):
            provision = self.constant(fact.provision)
            return self.once(id(self.same.of(fact)), f"attested_days({self.attestations()}.get({provision}))")
        items = self.value(fact)
        if fact.where is None:
            return items
        key = ("listed", id(self.same.of(fact)))
        if (kept := self.found(key, fact)) is not None:
            return kept  # type: ignore[no-any-return]
        asked = on.value(self.asked(fact))
        with self.home_of(self.same.of(fact)):
            return self._put(key, f"listed({items}, {asked})")

    def attestations(self) -> str:
        """The local variable that holds what is attested."""
        return self.once(ATTESTATIONS, "case.attestations")

    def attested(self) -> str:
        """The local variable that holds whether each attested duty is done by the time of judging."""
        return self.once(ATTESTED, "attested_answers(case.attestations, now, zone)")

    def parameter(self, parameter: Parameter) -> str:
        """The local variable that holds the value of a parameter."""
        position = self.rulebook.parameters.index(parameter)
        return self.once(parameter_key(parameter.name), f"parameters[{position}]")

    def reading(self, ambiguity: Ambiguity) -> str:
        """The local variable that holds how an ambiguity is read."""
        position = self.rulebook.ambiguities.index(ambiguity)
        self.readings_read.add(position)
        return self.once(reading_key(ambiguity.name), f"readings[{position}]")

    # Writing.

    @property
    def item(self) -> str:
        """The record looked at; empty outside lists."""
        return self.blocks[-1].item

    def is_shared(self, node: Any) -> bool:
        """Whether several users need a node."""
        return self.users.of(id(node)).bit_count() > 1

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
            with self.at_home(self.users.of(id(node))):
                yield

    @contextmanager
    def at_home(self, users: int) -> Iterator[None]:
        """Write in the innermost block that is written for all of some users, ahead of the records."""
        all_blocks = self.blocks
        depth = next(
            number
            for number in range(len(all_blocks), 0, -1)
            if not all_blocks[number - 1].item and not users & ~all_blocks[number - 1].users
        )
        self.blocks = all_blocks[:depth]
        try:
            yield
        finally:
            self.blocks = all_blocks

    def once(self, key: Any, expression: str) -> str:
        """A local variable for an expression that is worked out once for all that need it."""
        if (kept := self.found(key)) is not None:
            return kept  # type: ignore[no-any-return]
        with self.at_home(self.users.of(key)):
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
        certain, possible = rails
        if not on.costs_nothing(possible):
            name = self.local()
            self.line(f"{name} = {possible}")
            possible = name
        if not on.costs_nothing(certain):
            name = self.local()
            # What is not even possible need not be looked at further.
            self.line(f"{name} = {certain if possible == 'True' else f'{possible} and ({certain})'}")
            certain = name
        return certain, possible

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
    def block(self, head: str, users: int = 0, item: str = "") -> Iterator[None]:
        """An indented block below its head, for some users; for those of the block around it when none is
        named. What it shares with others is written ahead of it.
        """
        inner = Block(users or self.blocks[-1].users, item)
        self.blocks.append(inner)
        yield
        self.blocks.pop()
        if inner.lines:
            self.line(head)
            self.blocks[-1].lines += [f" {line}" for line in inner.lines]

    @contextmanager
    def possibly(self, condition: Any, users: int) -> Iterator[None]:
        """A block for where a condition possibly holds, which is therefore not asked again in it."""
        certain, possible = self.rails(condition)
        if possible == "True":
            yield
            return
        with self.block(f"if {possible}:", users, self.item):
            self.blocks[-1].known[id(self.same.of(condition))] = certain, "True"
            yield

    def rails(self, given: Any) -> Rails:
        """The two expressions of a condition; statements they need are written first."""
        raise NotImplementedError

    @contextmanager
    def over(self, items: str) -> Iterator[None]:
        """A block that looks at each record of a list."""
        item = self.local()
        with self.block(f"for {item} in {items}:", item=item):
            yield

    @contextmanager
    def each(self, collection: Any) -> Iterator[str]:
        """A block for each record a rule speaks of; yields an expression for "the list is unknown"."""
        items = self.listed(collection)
        unknown = f"{items} is None"
        blank = self.constant(collection.record_type())
        with self.over(f"(({blank},) if {unknown} else {items})"):
            yield unknown

    def function(self, name: str) -> str:
        """The function, of all that was written."""
        return f"def {name}({ARGUMENTS}):\n" + "\n".join(f" {line}" for line in self.blocks[0].lines)
