"""Provenance: where the facts of a case were learnt. No rule decides anything by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aigovkit import paths
from aigovkit.errors import FactValueError
from aigovkit.facts import KnownBy, Record, Text


class Provenance(Record, path="provenance", changeable=True, known_by=KnownBy.AGENCY):
    """Where one fact was learnt: from whom, from which document, and where in it.

    >>> Provenance(document="Contract 2026-014", place="page 4")
    Provenance(document='Contract 2026-014', place='page 4')

    .. versionadded:: 0.1.0
    """

    person: Text = Text("Who said so?")
    document: Text = Text("In which document does it stand?")
    place: Text = Text("Where in the document?")

    def __attrs_post_init__(self) -> None:
        Record.__attrs_post_init__(self)
        for name, value in self.known():
            if value == "":  # An empty field of a form says nothing.
                object.__setattr__(self, name, None)


class Provenances(Mapping[str, Provenance]):
    """Where facts were learnt, by their paths: a frozen, hashable mapping.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_by_path",)

    def __init__(self, provenances: Mapping[str, Provenance] | None = None) -> None:
        if provenances is not None and not isinstance(provenances, Mapping):
            raise FactValueError("provenance", provenances, "provenances by the paths of their facts")
        for path, provenance in (provenances or {}).items():
            if not isinstance(path, str):
                raise FactValueError("provenance", path, "the paths of facts")
            if not isinstance(provenance, Provenance):
                raise FactValueError(f"provenance.{path}", provenance, "a Provenance")
        # One that says nothing is the same as none.
        self._by_path = {
            path: provenance
            for path, provenance in sorted((provenances or {}).items())
            if provenance != _BLANK
        }

    def of(self, path: str) -> Provenance | None:
        """Where a fact was learnt; of a fact of a record, what is said of that record or of them all."""
        return self._by_path.get(path) or self._by_path.get(paths.general(path))

    def without(self, path: str) -> dict[str, Provenance]:
        """What is left where a fact is answered anew: of a list, nothing that its records had."""
        return {
            one: provenance
            for one, provenance in self._by_path.items()
            if one != path and not one.startswith(f"{path}[")
        }

    def __getitem__(self, path: str) -> Provenance:
        return self._by_path[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_path)

    def __len__(self) -> int:
        return len(self._by_path)

    def __hash__(self) -> int:
        return hash(tuple(self._by_path.items()))

    def __eq__(self, other: object) -> bool:
        return self._by_path == other._by_path if isinstance(other, Provenances) else NotImplemented

    def __reduce__(self) -> tuple[type[Provenances], tuple[dict[str, Provenance]]]:
        return Provenances, (self._by_path,)

    def __repr__(self) -> str:
        return repr(self._by_path)


_BLANK = Provenance()
