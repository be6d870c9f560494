"""What papers are made of: lines, elements and sections, and how an element came out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import attrs

from aigovkit import paths
from aigovkit.calls import authored
from aigovkit.citations import Citation
from aigovkit.errors import PolicyError, shown
from aigovkit.facts import Records
from aigovkit.language.joining import as_condition
from aigovkit.language.kinds import Condition, Time
from aigovkit.language.nodes import ALWAYS, Attested, Fact, Rebutted, TimeNode
from aigovkit.language.parts import walk
from aigovkit.wording import plain


@authored
@attrs.frozen
class Line:
    """One line of a paper, filled in from the case: a label and a fact, an attested duty, or a time reckoned
    from facts.

    For a list of records, `of` are the facts shown of each record. Raises
    PolicyError for a value that cannot be shown, and when `of` is given for
    anything but a list, or lacks for a list.

    >>> from aigovkit.models import Data, DataElement
    >>> Line("Data", Data.elements, (DataElement.name, DataElement.category)).label
    'Data'

    .. versionadded:: 0.1.0
    """

    label: str
    value: Fact | Attested | Time
    of: tuple[Fact, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.value, Fact | Attested | TimeNode):
            raise PolicyError(
                f"`{self.label}` shows a fact, an attested duty or a time, not `{shown(self.value)}`"
            )
        if isinstance(self.value, Records) is not bool(self.of):
            raise PolicyError(
                f"`{self.label}` shows a list of records exactly when `of` says which facts of each"
            )


def as_lines(given: Iterable[Any]) -> tuple[Line, ...]:
    """Lines as given, and facts and attested duties as lines under their own names.

    Raises PolicyError for anything else, which has no name.
    """
    return tuple(line if isinstance(line, Line) else Line(_label(line), line) for line in given)


def _label(value: Any) -> str:
    if isinstance(value, Fact):
        spoken = plain(", ".join(map(str, paths.steps(value.path))))
        return spoken[:1].upper() + spoken[1:]
    if isinstance(value, Attested):
        return value.provision
    raise PolicyError(f"`{shown(value)}` needs a label: `Line(label, value)`")


@authored
@attrs.frozen(kw_only=True)
class Element:
    """One thing a text asks of a paper.

    It is present when the condition it `needs` holds and its content is there:
    the facts it `states` are known, or the duty `attested` is said to be done,
    or the `enclosure` of that name is given with the draft. An attestation
    settles the content either way. `when` says where it is asked for at all.

    `shows` are lines that help and need not be known; `write` are prompts for
    prose that no fact holds; `guidance` is what to know while it is not there.

    Raises PolicyError for an element that could never be missing, or that rests
    on a presumption.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import NecessityFinding
    >>> order = Source("Order", issuer="Ruritania")
    >>> Element(label="Sworn", citation=order.at("3"), needs=NecessityFinding.sworn).label
    'Sworn'

    .. versionadded:: 0.1.0
    """

    label: str
    citation: Citation
    needs: Condition = attrs.field(default=ALWAYS, converter=as_condition)
    states: tuple[Line, ...] = attrs.field(default=(), converter=as_lines)
    attested: str = ""
    enclosure: str = ""
    when: Condition = attrs.field(default=ALWAYS, converter=as_condition)
    shows: tuple[Line, ...] = attrs.field(default=(), converter=as_lines)
    write: tuple[str, ...] = ()
    guidance: str = ""

    def __attrs_post_init__(self) -> None:
        if self.needs == ALWAYS and not (self.states or self.attested or self.enclosure):
            raise PolicyError(f"`{self.label}` asks for nothing, so it could never be missing")
        # A presumption counts what is unknown as settled; a paper must not.
        if any(isinstance(node, Rebutted) for node in walk(self.needs & self.when)):
            raise PolicyError(f"`{self.label}` rests on a presumption; a paper states what is known")


@authored
@attrs.frozen(kw_only=True)
class Section:
    """A part of a paper under its own heading: its elements, and `lines` that stand above them.

    .. versionadded:: 0.1.0
    """

    heading: str
    elements: tuple[Element, ...]
    lines: tuple[Line, ...] = attrs.field(default=(), converter=as_lines)
    guidance: str = ""


class State(StrEnum):
    """How an element of a paper came out.

    .. versionadded:: 0.1.0
    """

    PRESENT = "present"
    MISSING = "missing"
    """It is known to be lacking."""
    NOT_KNOWN = "not_known"
    NOT_NEEDED = "not_needed"


@attrs.frozen
class Checked:
    """An element of a paper and how it came out; `section` is the heading it stands under.

    `because` are the facts that show it is lacking; `unknown` the paths of
    those that would settle it. Both speak as explanations do, unescaped.

    .. versionadded:: 0.1.0
    """

    section: str
    element: Element
    state: State
    because: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@attrs.frozen
class OpenQuestion:
    """A fact that would settle whether elements are there: its path, what to ask, and the labels of those
    elements.

    .. versionadded:: 0.1.0
    """

    fact: str
    prompt: str
    choices: tuple[str, ...] = ()
    asked: bool = False
    """Whether it was asked already, and nobody knew."""
    hour: bool = False
    """Whether the day is known, and it takes the hour to settle the matter."""
    elements: tuple[str, ...] = ()
