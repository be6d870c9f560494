"""What a case says twice and differently: a fact that is given where it has no meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aigovkit import paths
from aigovkit.answers import Contradiction
from aigovkit.engine.reasons import support
from aigovkit.engine.subjects import records
from aigovkit.facts import Count, DeclaredFact, Duration, Money, Partly, Records, Term, Terms
from aigovkit.language.meaning import asked
from aigovkit.models.case import FACTS
from aigovkit.periods import Occurrence
from aigovkit.situation import Situation
from aigovkit.wording import plain, word


def contradictions(situation: Situation) -> tuple[Contradiction, ...]:
    """The facts of a case that are given although the condition under which they have a meaning fails."""
    found: list[Contradiction] = []
    for fact in FACTS.values():
        if fact.where is None:
            continue
        for path, at in _places(fact, situation):
            value = at.value(fact)
            if not _is_empty(fact, value) and asked(fact, at) is False:
                against = tuple(dict.fromkeys(support(fact.where, at, False)))
                found.append(Contradiction(path, _said(fact, value, situation), against))
    return tuple(found)


def _places(fact: DeclaredFact, situation: Situation) -> Iterator[tuple[str, Situation]]:
    """Where a fact stands in a case: once, or in each record of its list."""
    collection = paths.collection_of(fact.path)
    if collection is None:
        yield fact.path, situation
        return
    for subject in records(FACTS[collection], situation):  # type: ignore[arg-type]
        if subject.is_certain:
            yield paths.numbered(fact.path, subject.index), subject.situation


def _is_empty(fact: DeclaredFact, value: Any) -> bool:
    """Whether a fact says nothing, or no more than it says where it has no meaning."""
    match fact:
        case Terms():
            return value is None or not value.yes
        case Term():
            return value is None or value is fact.none or value is fact.left_out
        case Count() | Money() | Duration():
            return value is None or fact.interval(value) == (0, 0)
        case _:
            return value in (None, False, Occurrence.NEVER, (), "")


def _said(fact: DeclaredFact, value: Any, situation: Situation) -> str:
    match fact:
        case Records():
            least = "at least " if isinstance(value, Partly) else ""
            return f"{least}{len(value)} record{'s' * (len(value) != 1)}"
        case Terms():
            return ", ".join(map(plain, sorted(value.yes)))
        case _:
            return word(value, situation.zone)
