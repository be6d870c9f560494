"""Stand-ins for cases: something shaped like a case, of which every fact can be answered anew.

A search tries thousands of answers. A case is checked and frozen, and is made anew
with each; a stand-in takes them in place.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from aigovkit import paths
from aigovkit.facts import Record, facts_of
from aigovkit.models.case import LISTS, Attestation, Attestations, Case


class StandIn:
    """A stand-in for a case. `case` is what is judged; answers are put in by their paths."""

    def __init__(self, case: Case) -> None:
        self.case: Any = _opened(case)
        for name, section in case.sections():
            setattr(self.case, name, _opened(section))
        self.case.attestations = _Attestations(case.attestations)
        self._places: dict[str, tuple[Any, str]] = {}
        self._known: dict[str, tuple[Any, ...]] = {
            path: listed for path in LISTS if (listed := self.value(path))
        }
        """The records that each list has for certain, which are the same whatever is answered."""

    def value(self, path: str) -> Any:
        """What is answered at a path; None where nothing is."""
        return paths.value_at(self.case, path)

    def put(self, path: str, value: Any) -> None:
        """Answer one fact, or one attestation. None makes it unknown. Of a list that has records only what
        comes after these is taken.
        """
        provision = paths.attested_provision(path)
        if provision is not None:
            self.case.attestations.put(provision, value)
            return
        record, name = self._places.get(path) or self._place(path)
        if value and path in self._known:
            known = self._known[path]
            value = type(value)((*known, *value[len(known) :]))
        setattr(record, name, value)

    def _place(self, path: str) -> tuple[Any, str]:
        *way, name = paths.steps(path)
        node = self.case
        for step in way:
            node = node[step] if isinstance(step, int) else getattr(node, step)
        # A list may be answered anew, and its records are others then.
        if not paths.is_of_record(path):
            self._places[path] = node, str(name)
        return node, str(name)


def blank_records(record: type[Record], number: int) -> tuple[Any, ...]:
    """So many stand-ins for records of which nothing is known."""
    blank = dict.fromkeys(facts_of(record))
    return tuple(SimpleNamespace(**blank) for _ in range(number))


class _Attestations(dict[str, Any]):
    """What is attested, as the compiled policy reads it, open to other answers."""

    def __init__(self, attestations: Attestations) -> None:
        super().__init__(attestations)
        self.answers = dict(attestations.answers)
        self.dated = dict(attestations.dated)
        self.records = {of: dict(named) for of, named in attestations.records.items()}

    def put(self, provision: str, attestation: Attestation | None) -> None:
        for known in (self, self.answers, self.dated):
            known.pop(provision, None)
        record = paths.record_attested(provision) if "[" in provision else None
        if record is not None:
            named = self.records.setdefault(record[:2], {})
            named.pop(record[2], None)
            if attestation is not None and attestation.done is not None:
                named[record[2]] = provision
        if attestation is not None:
            self[provision] = attestation
            if attestation.is_dated:
                self.dated[provision] = attestation
            else:
                self.answers[provision] = attestation.done


def _opened(record: Record) -> SimpleNamespace:
    names = facts_of(type(record))
    return SimpleNamespace(**{name: _opened_value(getattr(record, name)) for name in names})


def _opened_value(value: Any) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return type(value)(_opened(record) for record in value)
    return value
