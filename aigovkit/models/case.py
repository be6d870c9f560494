"""The case: one agency's proposed or running use of a system, and all that is known of it."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any, cast

import attrs

from aigovkit import outward, paths, periods
from aigovkit.errors import FactValueError, UnknownFactError
from aigovkit.facts import DeclaredFact, Record, Records, Text, facts_of, sections_of
from aigovkit.models.agency import Actor, Agency
from aigovkit.models.authority import Certification, NecessityFinding, Reliance, Warrant
from aigovkit.models.contracting import Contract, Discrimination, ImpactAssessment
from aigovkit.models.data import Data
from aigovkit.models.events import Claim, Incident, Retirement, Violation, Whistleblowing
from aigovkit.models.safeguards import Safeguards
from aigovkit.models.surveillance import Minimization, Request, Surveillance
from aigovkit.models.system import System
from aigovkit.models.use import Use
from aigovkit.models.vendor import Hosting, Procurement, Vendor


@attrs.frozen
class Attestation:
    """Someone's word that the duty of a provision is done, or is not.

    `met=True` says it was done as the provision asks, its order of steps
    included. `on` is the day or instant; without it the day is not known.

    >>> Attestation(met=True, by="J. Ortiz", evidence="review 2026-014").met
    True
    """

    met: bool | None = None
    on: datetime.date | datetime.datetime | None = None
    by: str = ""
    evidence: str = ""

    def __attrs_post_init__(self) -> None:
        if self.met is not None and not isinstance(self.met, bool):
            raise FactValueError("attestation.met", self.met, "true or false")
        if isinstance(self.on, datetime.datetime):
            periods.instant(self.on)
        elif self.on is not None and not isinstance(self.on, datetime.date):
            raise FactValueError("attestation.on", self.on, "a day or an instant with its zone")
        if self.on is not None and self.met is not True:
            raise FactValueError("attestation.on", self.on, "a day only beside `met` true")
        for name in ("by", "evidence"):
            if not isinstance(getattr(self, name), str) or len(getattr(self, name)) > Text.longest:
                raise FactValueError(f"attestation.{name}", getattr(self, name), Text.accepts)


class Attestations(Mapping[str, Attestation]):
    """What is attested, by the id of the provision: a frozen, hashable mapping."""

    __slots__ = ("_by_provision", "answers")

    answers: dict[str, bool | None]
    """Whether each attested duty is done; read by the compiled policies."""

    def __init__(self, attestations: Mapping[str, Attestation] | None = None) -> None:
        known = dict(sorted((attestations or {}).items()))
        for provision, attestation in known.items():
            if not isinstance(attestation, Attestation):
                raise FactValueError(f"attestations.{provision}", attestation, "an Attestation")
        # An attestation that says nothing is the same as none.
        self._by_provision = {
            provision: attestation for provision, attestation in known.items() if attestation != Attestation()
        }
        self.answers = {provision: attestation.met for provision, attestation in self._by_provision.items()}

    def __getitem__(self, provision: str) -> Attestation:
        return self._by_provision[provision]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_provision)

    def __len__(self) -> int:
        return len(self._by_provision)

    def __hash__(self) -> int:
        return hash(tuple(self._by_provision.items()))

    def __eq__(self, other: object) -> bool:
        return (
            self._by_provision == other._by_provision if isinstance(other, Attestations) else NotImplemented
        )

    def __reduce__(self) -> tuple[type[Attestations], tuple[dict[str, Attestation]]]:
        return Attestations, (self._by_provision,)

    def __repr__(self) -> str:
        return f"Attestations({self._by_provision!r})"


def _attestations(value: Mapping[str, Attestation] | None) -> Attestations:
    return value if isinstance(value, Attestations) else Attestations(value)


# Not `tuple` itself: attrs looks at the signature of a converter, and of one built in
# that takes longer than all else in making the class.
def _paths(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value)


class Case(Record, path=""):
    """One proposed or running use of a system by a public agency.

    Every part is optional; what is left out is unknown, and is never guessed.

    >>> from aigovkit.models import System
    >>> Case(id="kiosk", system=System(uses_ai=True))
    Case(id='kiosk', system=System(uses_ai=True))
    """

    id: Text = Text("What is the case called in your records?")
    title: Text = Text("What is the case, in a line?")
    agency: Agency = Agency()
    actor: Actor = Actor()
    system: System = System()
    use: Use = Use()
    data: Data = Data()
    vendor: Vendor = Vendor()
    procurement: Procurement = Procurement()
    hosting: Hosting = Hosting()
    safeguards: Safeguards = Safeguards()
    surveillance: Surveillance = Surveillance()
    minimization: Minimization = Minimization()
    request: Request = Request()
    warrant: Warrant = Warrant()
    necessity_finding: NecessityFinding = NecessityFinding()
    certification: Certification = Certification()
    reliance: Reliance = Reliance()
    contract: Contract = Contract()
    impact_assessment: ImpactAssessment = ImpactAssessment()
    discrimination: Discrimination = Discrimination()
    retirement: Retirement = Retirement()
    violation: Violation = Violation()
    claim: Claim = Claim()
    whistleblowing: Whistleblowing = Whistleblowing()
    incidents: Records[Incident] = Records(
        Incident,
        "Which incidents have involved the system?",
        "An incident is any adverse event in which the system's use is involved. An empty list says there "
        "was none.",
    )
    attestations: Attestations = attrs.field(factory=Attestations, converter=_attestations)
    not_known: tuple[str, ...] = attrs.field(default=(), converter=_paths)
    """The facts that were asked about and that nobody could answer, by their paths."""

    def __attrs_post_init__(self) -> None:
        Record.__attrs_post_init__(self)
        for path in self.not_known:
            fact(path)
        object.__setattr__(self, "not_known", tuple(sorted(set(self.not_known))))

    def __repr__(self) -> str:
        parts = [f"{name}={value!r}" for name, value in self.known()]
        parts += [f"{name}={section!r}" for name, section in self.sections() if section != type(section)()]
        parts += [f"attestations={self.attestations!r}"] if self.attestations else []
        parts += [f"not_known={self.not_known!r}"] if self.not_known else []
        return f"Case({', '.join(parts)})"

    # In and out.

    @classmethod
    def load(cls, source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> Case:
        """Read a case from a JSON file, by its path or opened. InputError lists everything wrong with it."""
        return outward.json().load_case(source)  # type: ignore[no-any-return]

    @classmethod
    def from_json(cls, text: str | bytes) -> Case:
        """Read a case from JSON text. InputError lists everything wrong with it.

        >>> Case.from_json('{"system": {"uses_ai": true}}')
        Case(system=System(uses_ai=True))
        """
        return outward.json().case_from_json(text)  # type: ignore[no-any-return]

    @classmethod
    def from_dict(cls, data: Any) -> Case:
        """Read a case from its JSON form, already parsed. InputError lists everything wrong with it."""
        return outward.json().case_from_dict(data)  # type: ignore[no-any-return]

    def to_json(self, *, indent: int | None = 2) -> str:
        """The case as JSON text that `from_json` reads back to an equal case."""
        return outward.json().case_to_json(self, indent=indent)  # type: ignore[no-any-return]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of the case. What is unknown is left out. `from_dict` takes what it gives."""
        return outward.json().case_to_dict(self)  # type: ignore[no-any-return]

    @property
    def digest(self) -> str:
        """The SHA-256 of the canonical JSON of the case, in hexadecimal."""
        return outward.json().case_digest(self)  # type: ignore[no-any-return]

    def sections(self) -> Iterator[tuple[str, Record]]:
        """The records that make up the case, by name, in their order."""
        for name in sections_of(Case):
            yield name, getattr(self, name)

    def known_facts(self) -> Iterator[tuple[str, Any]]:
        """The path and value of every known fact, those in lists of records included."""
        for name, value in self.known():
            yield from _spread(name, value)
        for section_name, section in self.sections():
            for name, value in section.known():
                yield from _spread(f"{section_name}.{name}", value)

    def with_answer(self, path: str, value: Any) -> Case:
        """The same case with one fact answered; `path` as in a question.

        >>> Case().with_answer("system.uses_ai", True)
        Case(system=System(uses_ai=True))
        >>> Case(incidents=[Incident()]).with_answer("incidents[0].caused_harm", False)
        Case(incidents=(Incident(caused_harm=False),))
        """
        provision = paths.attested_provision(path)
        if provision is not None:
            attested = value if isinstance(value, Attestation) else Attestation(met=value)
            changed = attrs.evolve(cast("Any", self), attestations={**self.attestations, provision: attested})
        else:
            changed = _replaced(self, paths.steps(path), value, path)
        # What is answered is no longer among what nobody knew.
        if path in self.not_known:
            changed = attrs.evolve(changed, not_known=[one for one in self.not_known if one != path])
        return cast("Case", changed)


def _replaced(node: Any, steps: Sequence[str | int], value: Any, path: str) -> Any:
    step, *rest = steps
    if isinstance(step, int):
        if not isinstance(node, tuple) or step >= len(node):
            raise UnknownFactError(path)
        items = list(node)
        items[step] = _replaced(items[step], rest, value, path) if rest else value
        return tuple(items)
    names = {**facts_of(type(node)), **sections_of(type(node))} if isinstance(node, Record) else {}
    if step not in names:
        raise UnknownFactError(path, FACTS)
    return attrs.evolve(node, **{step: _replaced(getattr(node, step), rest, value, path) if rest else value})


def _spread(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        for index, record in enumerate(value):
            for name, inner in record.known():
                yield from _spread(f"{path}[{index}].{name}", inner)
    else:
        yield path, value


def _all_facts(record: type[Record]) -> Iterator[DeclaredFact]:
    for declared in facts_of(record).values():
        yield declared
        if isinstance(declared, Records):
            yield from _all_facts(declared.record_type)
    for section in sections_of(record).values():
        yield from _all_facts(section)


FACTS: Mapping[str, DeclaredFact] = {declared.path: declared for declared in _all_facts(Case)}
"""Every typed fact there is, by its path. Facts of listed records have `[]` in theirs."""


def fact(path: str) -> DeclaredFact:
    """The fact at a path; an index such as `[0]` may stand in its brackets.

    >>> fact("incidents[2].caused_harm")
    Incident.caused_harm
    """
    general = paths.general(path)
    if general not in FACTS:
        raise UnknownFactError(path, FACTS)
    return FACTS[general]


__all__ = ["FACTS", "Attestation", "Attestations", "Case", "fact"]
