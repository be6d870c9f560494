"""Writing a function block by block: local variables, constants, and what is worked out where."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from types import MappingProxyType
from typing import Any, TypeAlias

from aigovkit import periods
from aigovkit.engine import rails as on
from aigovkit.engine.loops import Block, Line, Looking, Loop
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
from aigovkit.language.kinds import CONDITIONS, Look, OfAttestation, Times
from aigovkit.language.lists import numbered, opened
from aigovkit.language.nodes import AttestedDays, Fact
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import distinct

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
    "opened": opened,
    "numbered": numbered,
    "first_among": logic.first_among,
    "last_among": logic.last_among,
    "total_among": logic.total_among,
    "listed": logic.listed,
    "NOTHING": MappingProxyType({}),
    "NEVER": periods.NEVER_AT,
    "interval": periods.interval,
    "shift": periods.shift,
    "start_of_day": periods.start_of_day,
    "end_of_day": periods.end_of_day,
    "open_day": periods.open_day,
}
"""What the generated source calls."""

QUICK = 8
"""Up to so many tests of facts are made before it is asked whether more is needed."""

ALL = -1
"""All users, whoever they are."""

Expressions: TypeAlias = tuple[str, ...]
"""The expressions of a node: the two of a condition, or the one of a value."""


def _number_of(item: str) -> str:
    """The local variable that holds the number of a record."""
    return f"{item}n"


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
        self.blanks: dict[Any, str] = {}
        self.counted: set[str] = set()
        """The records that are looked at whose numbers are asked for."""
        self.positions: dict[str, int] = {one.name: at for at, one in enumerate(rulebook.ambiguities)}
        """The positions of the ambiguities, by their names."""
        self.readings_read: set[int] = set()
        """The ambiguities whose readings the function reads, by their positions."""

    # Reading.

    def value(self, fact: Fact) -> str:
        """The local variable that holds a fact."""
        path: str = fact.record.__path__
        if path.endswith("[]"):
            if (item := self.items.get(fact.record)) is None:
                raise ConditionError(
                    f"`{fact!r}` is a fact of listed records; it needs `some`, `each` or `count` around it"
                )
            key = ("fact", fact)
            if (kept := self.found(key, fact)) is not None:
                return kept  # type: ignore[no-any-return]
            with self.home_of(fact):
                return self._put(key, f"{item}.{fact.name}")
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
            return self._attested_days(fact)
        items = self.value(fact)
        if fact.where is None:
            return items
        key = ("listed", id(self.same.of(fact)))
        if (kept := self.found(key, fact)) is not None:
            return kept  # type: ignore[no-any-return]
        asked = on.value(self.asked(fact))
        with self.home_of(fact):
            return self._put(key, f"listed({items}, {asked})")

    def members(self, collection: Any) -> tuple[str, str]:
        """A local variable for the records of a list, and the name of the one that stands for those that may
        be there besides.
        """
        key = ("members", id(self.same.of(collection)))
        if (kept := self.found(key, collection)) is not None:
            return kept  # type: ignore[no-any-return]
        items = self.listed(collection)
        with self.home_of(collection):
            blank = self._blank(collection.record_type)
            complete = f"{items} if {items}.__class__ is tuple else opened({items}, {blank})"
            found = self.blocks[-1].known[key] = self._put(key, complete), blank
        return found

    def _blank(self, kind: Any) -> str:
        """The name of a record of which nothing is known, told from those of any case by its identity."""
        if kind not in self.blanks:
            self.blanks[kind] = f"B{len(self.blanks)}"
            self.names[self.blanks[kind]] = kind.blank()
        return self.blanks[kind]

    def attestations(self) -> str:
        """The local variable that holds what is attested."""
        return self.once(ATTESTATIONS, "case.attestations")

    def attested(self) -> str:
        """The local variable that holds whether each attested duty is done by the time of judging."""
        return self.once(ATTESTED, "attested_answers(case.attestations, now, zone)")

    def key_of(self, node: OfAttestation) -> str:
        """An expression for what the attestation is kept under that a node reads."""
        provision = self.constant(node.provision)
        item = None if node.each is None else self.items.get(node.each.record_type)
        if node.each is None or item is None:
            return provision
        kept = (node.provision, node.each.path)
        of_records = f"case.attestations.records.get({self.constant(kept)}, NOTHING)"
        self.counted.add(item)
        return f"{self.once(('records', kept), of_records)}.get({_number_of(item)}, {provision})"

    def numbers_of(self, node: Any) -> Mapping[type, str]:
        """The local variables for the numbers of the records whose own attestations a node reads."""
        kinds = {
            one.each.record_type
            for one in distinct([node])
            if isinstance(one, OfAttestation) and one.each is not None
        }
        found = {kind: item for kind, item in self.items.items() if kind in kinds}
        self.counted.update(found.values())
        return {kind: _number_of(item) for kind, item in found.items()}

    @staticmethod
    def looked_at(variables: Mapping[Any, str]) -> str:
        """A mapping of variables, by where the records are that they are for."""
        return f"{{{', '.join(f'{kind.__path__!r}: {name}' for kind, name in variables.items())}}}"

    def _attested_days(self, days: AttestedDays) -> str:
        key = ("listed", id(self.same.of(days)))
        if (kept := self.found(key, days)) is not None:
            return kept  # type: ignore[no-any-return]
        with self.home_of(days):
            return self._put(key, f"attested_days({self.attestations()}.get({self.key_of(days)}))")

    def parameter(self, parameter: Parameter) -> str:
        """The local variable that holds the value of a parameter."""
        position = self.rulebook.parameters.index(parameter)
        return self.once(parameter_key(parameter.name), f"parameters[{position}]")

    def reading(self, ambiguity: Ambiguity) -> str:
        """The local variable that holds how an ambiguity is read."""
        position = self.positions[ambiguity.name]
        self.readings_read.add(position)
        return self.once(reading_key(ambiguity.name), f"readings[{position}]")

    # Writing.

    @property
    def items(self) -> Mapping[type, str]:
        """The record of each kind that is looked at."""
        return self.blocks[-1].items

    def is_shared(self, node: Any) -> bool:
        """Whether several users need a node."""
        return self.users.of(id(node)).bit_count() > 1

    def found(self, key: Any, node: Any = None) -> Any:
        """What was worked out before under a key, unless it was of other records than those looked at now."""
        kinds: Collection[type] | None = None
        for block in reversed(self.blocks):
            if key in block.known:
                if kinds is None:
                    kinds = self._kinds_of(node)
                if self._looks_at_the_same(block, kinds):
                    return block.known[key]
        if not self.items:
            return None
        kinds = self._kinds_of(node) if kinds is None else kinds
        return self._handed_on(key, kinds) if kinds else None

    def _kinds_of(self, node: Any) -> Collection[type]:
        return self.same.records_of(node) if node is not None else ()

    def _handed_on(self, key: Any, kinds: Collection[type]) -> Any:
        """What an earlier loop over the same list has worked out of each record, and hands on to this one."""
        if not isinstance(key, int) and key[0] != "bounds":
            return None
        for at in range(len(self.blocks) - 1, 0, -1):
            loop = self.blocks[at].loop
            if loop is not None and loop.kind in kinds and self.items[loop.kind] == loop.item:
                taken = loop.takes(key, kinds, self.blocks[:at], self.local)
                if taken is not None:
                    loop.body.known[key] = taken
                return taken
        return None

    def home_of(self, node: Any) -> AbstractContextManager[None]:
        """Write where a node belongs: where the records are looked at of which it reads facts, and no other
        is.
        """
        one = self.same.of(node)
        return self.at_home(self.users.of(id(one)), self.same.records_of(one), id(one))

    @contextmanager
    def at_home(self, users: int, kinds: Collection[type] = (), key: Any = None) -> Iterator[None]:
        """Write in the innermost block that is written for all of some users, and looks at no record beside
        those of some kinds. Where no such block is for all of them, each writes for itself. A block for one
        node alone is for what is needed nowhere else.
        """
        all_blocks = self.blocks
        right = all_blocks
        if all_blocks[-1].items:  # A block looks at no more records than those inside it.
            right = [block for block in all_blocks if self._looks_at_the_same(block, kinds)]
            fewest = min(len(block.items) for block in right)
            right = [block for block in right if len(block.items) == fewest]
        home = next(
            (
                block
                for block in reversed(right)
                if not users & ~block.users and (block.gate is None or self.users.only_in(key, block.gate))
            ),
            right[0],
        )
        self.blocks = all_blocks[: all_blocks.index(home) + 1]
        try:
            yield
        finally:
            self.blocks = all_blocks

    def _looks_at_the_same(self, block: Block, kinds: Collection[type]) -> bool:
        if not kinds:
            return True
        own = self.items
        return all(block.items.get(kind) == own.get(kind) for kind in kinds)

    def once(self, key: Any, expression: str) -> str:
        """A local variable for an expression that is worked out once for all that need it."""
        if (kept := self.found(key)) is not None:
            return kept  # type: ignore[no-any-return]
        with self.at_home(self.users.of(key), key=key):
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

    def line(self, text: Line) -> None:
        """One statement of the block."""
        self.blocks[-1].lines.append(text)

    @contextmanager
    def block(self, head: str, users: int = 0) -> Iterator[None]:
        """An indented block below its head, for some users; for those of the block around it when none is
        named. What it shares with others is written ahead of it.
        """
        around = self.blocks[-1]
        with self._inside(Block(users or around.users, self.items, head, around.gate)):
            yield

    @contextmanager
    def _inside(self, inner: Block) -> Iterator[None]:
        self.blocks.append(inner)
        yield
        self.blocks.pop()
        if inner.lines:
            self.blocks[-1].lines.append(inner)
            if inner.loop is not None:
                self.blocks[-1].loops.append(inner.loop)

    @contextmanager
    def possibly(self, condition: Any, users: int) -> Iterator[None]:
        """A block for where a condition possibly holds, which is therefore not asked again in it."""
        certain, possible = self.rails(condition)
        if possible == "True":
            yield
            return
        with self.block(f"if {possible}:", users):
            self.blocks[-1].known[id(self.same.of(condition))] = certain, "True"
            yield

    def where_needed(self, node: Any, first: Rails, others: Iterable[Any]) -> Rails:
        """The rails of a condition that needs several: what some of them take is done only where the first
        possibly hold, as far as nothing else needs it.
        """
        around = self.blocks[-1]
        inner = Block(around.users, around.items, f"if {first[1]}:", id(node))
        self.blocks = [*self.blocks, inner]
        rest = on.every(*[self.rails(one) for one in others])
        self.blocks = self.blocks[:-1]
        if not inner.is_work:
            around.merge(inner)
            return on.every(first, rest)
        certain, possible = self.local(), self.local()
        self.line(f"{certain} = {possible} = False")
        known = on.every((first[0], "True"), rest)
        inner.lines += [f"{possible} = {rest[1]}", f"{certain} = {possible} and ({known[0]})"]
        around.lines.append(inner)
        return certain, possible

    def by_reading(self, node: Any, write: Callable[[Any], Expressions]) -> Expressions:
        """What a node stands for as its ambiguity is read, by what writes the expressions of an option. What
        an option alone takes is done only where it is the one that counts.
        """
        around = self.blocks[-1]
        tests = [self._is_read(node, name) for name, _ in node.options[:-1]]
        heads = [f"{'elif' if at else 'if'} {test}:" for at, test in enumerate(tests)]
        written = []
        for head, (_, option) in zip([*heads, "else:"], node.options, strict=True):
            inner = Block(around.users, around.items, head, id(node))
            self.blocks = [*self.blocks, inner]
            written.append((inner, write(option)))
            self.blocks = self.blocks[:-1]
        if tests and any(inner.is_work for inner, _ in written):
            names = [self.local() for _ in written[0][1]]
            for inner, found in written:
                inner.lines.append(f"{', '.join(names)} = {', '.join(found)}")
                around.lines.append(inner)
            return (*names,)
        for inner, _ in written:
            around.merge(inner)
        (_, last), *others = reversed(written)
        for test, (_, found) in zip(reversed(tests), others, strict=True):
            last = (*[on.chosen(test, *pair) for pair in zip(found, last, strict=True)],)
        return last

    def _is_read(self, node: Any, name: str) -> str:
        return f"{self.reading(node.ambiguity)} == {self.constant(name)}"

    def rails(self, given: Any) -> Rails:
        """The two expressions of a condition; statements they need are written first."""
        raise NotImplementedError

    @contextmanager
    def over(self, collection: Any, users: int = 0) -> Iterator[Looking]:
        """A block that looks at each record of a list; yields an expression for "it is certain that there is
        this one", and the loop.
        """
        items, blank = self.members(collection)
        item = self.local()
        loop = Loop(items, collection.record_type, item)

        def head() -> str:
            if item in self.counted:
                return loop.head(f"numbered({items}, {blank})", f"({_number_of(item)}, {item})")
            return loop.head(items, item)

        looked_at = {**self.items, collection.record_type: item}
        around = self.blocks[-1]
        loop.body = Block(users or around.users, looked_at, head, around.gate, loop)
        with self._inside(loop.body):
            yield f"{item} is not {blank}", loop

    def look(self, collection: Any, condition: Any) -> AbstractContextManager[Looking]:
        """A block that looks at each record of a list for a condition. What is long in this, and is needed
        where the block is not, is worked out for each record ahead of it.
        """
        for one in self._needed_beside(collection.record_type, self.same.of(condition), set()):
            with self.at_home(self.users.of(id(one)), self.items, id(one)):
                if self.found(id(one)) is None:
                    with self.over(collection):
                        self.rails(one)
        return self.over(collection)

    def _needed_beside(self, kind: type, node: Any, seen: set[int]) -> Iterator[Any]:
        """The conditions on a record, inside a condition, that users need for whom this block is not."""
        if id(node) in seen or kind not in self.same.records_of(node) or self.same.tests(node) <= QUICK:
            return
        seen.add(id(node))
        beside = self.users.of(id(node)) & ~self.blocks[-1].users
        if beside and self.users.uses[id(node)] > 1 and isinstance(node, CONDITIONS):
            yield node
            return
        for part in self.same.inside[id(node)]:
            if not isinstance(part, Look):
                yield from self._needed_beside(kind, part, seen)

    def function(self, name: str) -> str:
        """The function, of all that was written."""
        lines = [f"def {name}({ARGUMENTS}):"]
        self.blocks[0].write(lines, " ")
        return "\n".join(lines)
