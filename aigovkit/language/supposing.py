"""Supposing answers to facts that are not known, in every way there is.

That is possible of facts with few values: those that are true or false, and those
made of words, of which the words that nothing tells apart count as one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from aigovkit.language.nodes import BooleanFact, Fact, Has, HasOnly, IsIn, Rebutted, TermFact, TermsFact
from aigovkit.language.parts import Part, distinct
from aigovkit.situation import Situation

Answers: TypeAlias = Mapping[Fact, tuple[Any, ...]]
"""Facts that are not known, with all the values that tests of them tell apart."""

TOGETHER = 512
"""In so many ways at most are unknown facts answered together."""


def answers_open(nodes: Iterable[Part], situation: Situation) -> Answers:
    """The facts that some nodes read and that are not known, with the values they may have.

    What would rebut a presumption is left out: it stands while that is not known.
    So are the facts of records, of which the record has to be named.

    .. versionadded:: 0.1.0
    """
    tested: dict[Fact, list[frozenset[str]]] = {}
    rebutting: set[Fact] = set()
    for node in distinct(nodes):
        match node:
            case BooleanFact():
                tested.setdefault(node, [])
            case IsIn() | HasOnly():
                tested.setdefault(node.fact, []).append(frozenset(node.terms))
            case Has():
                tested.setdefault(node.fact, []).append(frozenset({node.term}))
            case Rebutted():
                rebutting.update(one for one in distinct([node]) if isinstance(one, Fact))
    found: dict[Fact, tuple[Any, ...]] = {}
    for fact, words in tested.items():
        if fact not in rebutting and not fact.record.__path__.endswith("[]"):
            values = _values(fact, words, situation.value(fact))
            if values:
                found[fact] = values
    return found


def _values(fact: Fact, tested: list[frozenset[str]], known: Any) -> tuple[Any, ...]:
    """The values a fact may have, by what is known of it; none where all is known, or where there are too
    many.
    """
    match fact:
        case BooleanFact() if known is None:
            return True, False
        case TermFact() if known is None:
            return _telling(fact.words, tested)
        case TermsFact() if known is None or known.no is not None:
            open_ = [word for word in fact.words if known is None or known.has(word) is None]
            free, given = _telling(open_, tested), () if known is None else known.yes
            if 2 ** len(free) > TOGETHER:
                return ()
            sizes = range(len(free) + 1)
            several = (some for size in sizes for some in itertools.combinations(free, size))
            return tuple(fact.whole([*given, *some]) for some in several)
    return ()


def _telling(words: Iterable[str], tested: list[frozenset[str]]) -> tuple[str, ...]:
    """One word for all that no test tells apart."""
    groups: dict[tuple[bool, ...], str] = {}
    for word in words:
        groups.setdefault(tuple(word in terms for terms in tested), word)
    return tuple(groups.values())


def supposing(answers: Answers, situation: Situation) -> Iterator[Situation]:
    """The situation with each way to answer some facts, one after the other; each holds until the next is
    asked for.

    .. versionadded:: 0.1.0
    """
    if not answers:
        yield situation
        return
    case = _Supposed(situation.case)
    places = [(case.section(fact.record.__path__), fact.name) for fact in answers]
    at = attrs.evolve(situation, case=case)
    for values in itertools.product(*answers.values()):
        for (section, name), value in zip(places, values, strict=True):
            setattr(section, name, value)
        at.forget()
        yield at


class _Supposed:
    """A case, or a section of one, of which some facts are answered as supposed."""

    def __init__(self, case: Any) -> None:
        self._case = case

    def __getattr__(self, name: str) -> Any:
        return getattr(self._case, name)

    def section(self, path: str) -> _Supposed:
        """The section at a path, open to other answers; the case itself where the path is empty."""
        if path and path not in vars(self):
            setattr(self, path, _Supposed(getattr(self._case, path)))
        return getattr(self, path) if path else self
