"""Words: the closed lists that facts draw on, and sets of them that may be known in part."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Generic, Self, TypeVar

import attrs

from aigovkit.errors import FactValueError
from aigovkit.wording import plain


class Vocabulary(StrEnum):
    """Base of the closed lists of words that facts draw on; a word that is not plain carries its
    definition.

    Its `label` is how people read it: the word itself without underscores, unless the list gives another.

    >>> class Rules(Vocabulary):
    ...     STATE_LAW = "state_law"
    ...     HIPAA = "hipaa", "Of health care.", "HIPAA"
    >>> Rules.STATE_LAW.label, Rules.HIPAA.label
    ('state law', 'HIPAA')

    .. versionadded:: 0.1.0
    """

    definition: str
    label: str

    def __new__(cls, word: str, definition: str = "", label: str = "") -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.definition = definition
        member.label = label or plain(word)
        return member

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


V = TypeVar("V", bound=Vocabulary)


@attrs.frozen(init=False, repr=False)
class TermSet(Generic[V]):
    """A three-valued set: what is in it, what is not, and (when partial) what is unknown.

    `no` is None for a complete set, of which everything not in `yes` is false.

    >>> TermSet({"a"}).has("b"), TermSet.partial(yes={"a"}, no={"c"}).has("b")
    (False, None)

    .. versionadded:: 0.1.0
    """

    yes: frozenset[V]
    no: frozenset[V] | None

    def __init__(self, terms: Iterable[V] = (), *, no: Iterable[V] | None = None) -> None:
        yes = frozenset(terms)
        denied = None if no is None else frozenset(no)
        if denied is not None and yes & denied:
            raise FactValueError("no", sorted(yes & denied), "terms that `yes` does not have")
        self.__attrs_init__(yes, denied)

    @classmethod
    def partial(cls, *, yes: Iterable[V] = (), no: Iterable[V] = ()) -> TermSet[V]:
        """A set of which only these terms are known to be in or out."""
        return cls(yes, no=no)

    def has(self, term: str) -> bool | None:
        """Whether a term is in the set; None when that is unknown."""
        if term in self.yes:
            return True
        return False if self.no is None or term in self.no else None

    def has_only(self, terms: Collection[str]) -> bool | None:
        """Whether nothing else is in the set; None when that is unknown."""
        if any(term not in terms for term in self.yes):
            return False
        return True if self.no is None else None

    def __repr__(self) -> str:
        yes = ", ".join(repr(term) for term in sorted(self.yes))
        if self.no is None:
            return f"TermSet([{yes}])"
        return f"TermSet.partial(yes=[{yes}], no=[{', '.join(repr(term) for term in sorted(self.no))}])"
