"""Blocks of the generated source, and the loops among them: what one loop hands on to those after it.

Several loops over one list ask for the same of each record. What is long to work
out is worked out by the first, which keeps it for every record; the later ones
go through what was kept beside the records.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, TypeAlias

import attrs

Line: TypeAlias = "str | Callable[[], str] | Block"
"""A statement, one whose text depends on what is written after it, or a block."""

NAMED = re.compile(r"(x\d+)( is True| is not False)?")
"""What can be handed on: a local variable, or a test of one."""

READ = re.compile(r"x\d+ = [\w.]+")
"""A statement that reads something."""

CALL = re.compile(r"\w\(")
"""What tells a statement that calls something."""

FEW = 2
"""So many short statements are as quick as a test of whether they are needed."""


@attrs.define(eq=False)
class Block:
    """An indented block below its head: which users it is written for, the record of each kind that it looks
    at, the node for which alone it is, its lines, what is worked out in it, and the loops that it has.
    """

    users: int
    items: Mapping[type, str] = attrs.field(factory=dict)
    head: str | Callable[[], str] = ""
    gate: int | None = None
    loop: Loop | None = None
    lines: list[Line] = attrs.field(factory=list)
    known: dict[Any, Any] = attrs.field(factory=dict)
    loops: list[Loop] = attrs.field(factory=list)

    @property
    def is_work(self) -> bool:
        """Whether the lines are worth a test of whether they are needed."""
        lines = [line for line in self.lines if not isinstance(line, str) or not READ.fullmatch(line)]
        return len(lines) > FEW or any(not isinstance(line, str) or CALL.search(line) for line in lines)

    def merge(self, inner: Block) -> None:
        """Take in what was written for a block inside this one that is not to be one."""
        self.lines += inner.lines
        self.known.update(inner.known)
        self.loops += inner.loops

    def write(self, text: list[str], indent: str) -> None:
        """Write the lines, those of blocks in it below their heads, with what a loop needs around them."""
        for line in self.lines:
            if isinstance(line, str):
                text.append(indent + line)
            elif isinstance(line, Block):
                before, after = ((), ()) if line.loop is None else line.loop.handing()
                head = line.head if isinstance(line.head, str) else line.head()
                text += [indent + one for one in (*before, head)]
                line.write(text, indent + " ")
                text += [f"{indent} {one}" for one in after]
            else:
                text.append(indent + line())


@attrs.define(eq=False)
class Loop:
    """A loop over the records of a list: the variable for these, their kind, and the one for each of them."""

    items: str
    kind: type
    item: str
    body: Block = attrs.field(init=False)
    handed: dict[str, dict[str, str]] = attrs.field(factory=dict)
    """What it hands on: for each later loop that takes something, by the name of the list that is kept for
    it, the variables and what they are called there.
    """
    _taken: dict[int, tuple[str, dict[str, str]]] = attrs.field(factory=dict)
    """What it takes from each earlier loop: the name of the list, and the variables."""

    @property
    def hands_on(self) -> bool:
        """Whether a later loop needs what it works out, so that it must look at every record."""
        return bool(self.handed)

    def head(self, records: str, one: str) -> str:
        """The head, for an expression for the records and the variables for each."""
        if not self._taken:
            return f"for {one} in {records}:"
        lists = [name for name, _ in self._taken.values()]
        beside = [f"({''.join(f'{name}, ' for name in names.values())})" for _, names in self._taken.values()]
        return f"for {', '.join([one, *beside])} in zip({', '.join([records, *lists])}):"

    def handing(self) -> tuple[Iterable[str], Iterable[str]]:
        """The statements ahead of the loop and at the end of it that keep what it hands on."""
        before = [f"{name} = []" for name in self.handed]
        after = [
            f"{name}.append(({''.join(f'{one}, ' for one in names)}))" for name, names in self.handed.items()
        ]
        return before, after

    def takes(
        self, key: Any, kinds: Collection[type], outer: Iterable[Block], local: Callable[[], str]
    ) -> Any:
        """What a loop before this one has worked out under a key; None where nothing is worth handing on."""
        for block in outer:
            for earlier in block.loops:
                known = earlier.body.known.get(key)
                if known is not None and earlier.items == self.items and self._agrees(earlier, kinds):
                    return self._take(earlier, known, local)
        return None

    def _agrees(self, earlier: Loop, kinds: Collection[type]) -> bool:
        own, others = self.body.items, earlier.body.items
        return all(own.get(kind) == others.get(kind) for kind in kinds if kind is not self.kind)

    def _take(self, earlier: Loop, known: Any, local: Callable[[], str]) -> Any:
        texts = (known,) if isinstance(known, str) else known
        found = [NAMED.fullmatch(text) for text in texts]
        if any(one is None and text not in ("True", "False") for one, text in zip(found, texts, strict=True)):
            return None
        if not {one[1] for one in found if one} - earlier.read:
            return None  # What is only read is read again.
        name, names = self._taken.get(id(earlier)) or (local(), {})
        self._taken[id(earlier)] = name, names
        earlier.handed[name] = names
        for one in found:
            if one and one[1] not in names:
                names[one[1]] = local()
        taken = tuple(
            names[one[1]] + (one[2] or "") if one else text for one, text in zip(found, texts, strict=True)
        )
        return taken[0] if isinstance(known, str) else taken

    @property
    def read(self) -> set[str]:
        """The variables that hold facts of the record as they are read."""
        return {name for key, name in self.body.known.items() if isinstance(key, tuple) and key[0] == "fact"}


Looking: TypeAlias = tuple[str, Loop]
"""An expression for "it is certain that there is this record", and the loop that looks at it."""
