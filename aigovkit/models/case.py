"""The case: one agency's proposed or running use of a system, and all that is known of it."""

from __future__ import annotations

import datetime
import operator
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any, cast

import attrs

from aigovkit import outward, paths
from aigovkit.errors import FactValueError, UnknownFactError, did_you_mean
from aigovkit.facts import DeclaredFact, KnownBy, Record, Records, Text, facts_of, sections_of
from aigovkit.models.acts import ACTS, Act
from aigovkit.models.agency import Actor, Agency
from aigovkit.models.attestations import Attestation, Attestations, check_provision
from aigovkit.models.authority import Certification, NecessityFinding, Reliance, Warrant
from aigovkit.models.conduct import Conduct
from aigovkit.models.contracting import Contract, Discrimination, ImpactAssessment
from aigovkit.models.data import Data
from aigovkit.models.events import Claim, Incident, Retirement, Violation, Whistleblowing
from aigovkit.models.proposal import Proposal
from aigovkit.models.provenance import Provenance, Provenances
from aigovkit.models.resource import Resource
from aigovkit.models.reviews import Review
from aigovkit.models.safeguards import Safeguards
from aigovkit.models.stakes import Stakes
from aigovkit.models.surveillance import Minimization, Surveillance
from aigovkit.models.system import System
from aigovkit.models.use import Use
from aigovkit.models.vendor import Hosting, Procurement, Vendor
from aigovkit.models.waivers import Waiver
from aigovkit.periods import Stretch


def _attestations(value: Mapping[str, Attestation] | None) -> Attestations:
    return value if isinstance(value, Attestations) else Attestations(value)


def _provenances(value: Mapping[str, Provenance] | None) -> Provenances:
    return value if isinstance(value, Provenances) else Provenances(value)


def _attestation(value: Any) -> Attestation:
    """The attestation that an answer stands for: that it is done or not, or when it was done, or on which
    days.
    """
    if isinstance(value, Attestation):
        return value
    if isinstance(value, datetime.date | Stretch):
        return Attestation(met=True, on=value)
    return Attestation(days=value) if isinstance(value, list | tuple) else Attestation(met=value)


def _paths(value: Iterable[str] | None) -> tuple[str, ...]:
    several = () if value is None else value
    if not isinstance(several, list | tuple | set | frozenset) or not all(
        isinstance(path, str) for path in several
    ):
        raise FactValueError("not_known", value, "a list of paths of facts")
    if len(several) > MOST_PATHS:
        raise FactValueError("not_known", value, f"at most {MOST_PATHS:,} paths of facts")
    return tuple(sorted(set(several)))


MOST_PATHS = 10_000
"""The most facts that can be listed as asked about in vain."""


class Case(Record, path="", changeable=False, known_by=KnownBy.AGENCY):
    """One proposed or running use of a system by a public agency.

    Every part is optional; what is left out is unknown, and is never guessed.

    >>> from aigovkit.models import System
    >>> Case(id="kiosk", system=System(uses_ai=True))
    Case(id='kiosk', system=System(uses_ai=True))

    .. versionadded:: 0.1.0
    """

    id: Text = Text("What is the case called in your records?")
    title: Text = Text("What is the case, in a line?")
    agency: Agency = Agency()
    actor: Actor = Actor()
    system: System = System()
    use: Use = Use()
    stakes: Stakes = Stakes()
    proposal: Proposal = Proposal()
    data: Data = Data()
    vendor: Vendor = Vendor()
    procurement: Procurement = Procurement()
    hosting: Hosting = Hosting()
    safeguards: Safeguards = Safeguards()
    surveillance: Surveillance = Surveillance()
    minimization: Minimization = Minimization()
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
    conduct: Conduct = Conduct()
    resource: Resource = Resource()
    incidents: Records[Incident] = Records(
        Incident,
        "Which incidents have involved the system?",
        "An incident is any adverse event in which the system's use is involved. An empty list says there "
        "was none.",
    )
    acts: Records[Act] = ACTS
    waivers: Records[Waiver] = Records(
        Waiver,
        "Which exceptions from rules were granted?",
        "One record for each that was granted, with the provisions it lifts. An empty list says that there "
        "is none.",
        known_by=KnownBy.DOCUMENT,
    )
    reviews: Records[Review] = Records(
        Review,
        "Which reviews of the system are there: done, going on, or planned?",
        "Assessments, tests, evaluations, pilots, each with its own days. An empty list says that there is "
        "none.",
        changeable=True,
        known_by=KnownBy.DOCUMENT,
    )
    attestations: Attestations = attrs.field(factory=Attestations, converter=_attestations)
    not_known: tuple[str, ...] = attrs.field(default=(), converter=_paths)
    """The facts that were asked about and that nobody could answer, by their paths."""
    provenance: Provenances = attrs.field(default=Provenances(), converter=_provenances)
    """Where facts were learnt, by their paths. No rule decides anything by it."""

    def __attrs_post_init__(self) -> None:
        Record.__attrs_post_init__(self)
        records = sum(len(records_at(self) or ()) for records_at in LISTS.values())
        if records > Records.most:
            *several, last = (f"`{path}`" for path in LISTS)
            where = f"{', '.join(several)} and {last}"
            raise FactValueError(
                "case", f"{records:,} records", f"at most {Records.most:,} in {where} together"
            )
        for name in self.attestations:
            if "[" in name:
                _check_record(self, "attestations", name)
        for path in self.not_known:
            check_path(self, path)
            self._unsay(path)
        for path in self.provenance:
            check_source(self, path)

    def _unsay(self, path: str) -> None:
        """Make a fact unknown that nobody could answer, where leaving it out would say something."""
        declared = FACTS.get(paths.general(path))
        if declared is None or declared.left_out is None or path == declared.path:
            return
        if paths.value_at(self, path) is declared.left_out:
            name, *rest = paths.steps(path)
            object.__setattr__(self, str(name), _replaced(getattr(self, str(name)), rest, None, path))

    def __repr__(self) -> str:
        parts = [f"{name}={value!r}" for name, value in self.known()]
        parts += [f"{name}={section!r}" for name, section in self.sections() if section != type(section)()]
        parts += [f"attestations={self.attestations!r}"] if self.attestations else []
        parts += [f"not_known={self.not_known!r}"] if self.not_known else []
        parts += [f"provenance={self.provenance!r}"] if self.provenance else []
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

    def with_answer(self, path: str, value: Any, *, provenance: Provenance | None = None) -> Case:
        """The same case with one fact answered; `path` as in a question.

        >>> Case().with_answer("system.uses_ai", True)
        Case(system=System(uses_ai=True))
        >>> Case(incidents=[Incident()]).with_answer("incidents[0].caused_harm", False)
        Case(incidents=(Incident(caused_harm=False),))

        Of an attestation the value is an Attestation, whether it is done, or when it was, once or
        on the days of a list. `provenance` says where the answer was learnt; what was said of the
        last one is dropped with it.
        """
        known: Any = self
        if self.provenance:
            known = attrs.evolve(known, provenance=self.provenance.without(path))
        if self.not_known:
            # What is answered is no longer among what nobody knew; a list given anew has other records.
            others = path in LISTS
            kept = [one for one in self.not_known if one != path and not (others and _is_within(one, path))]
            known = attrs.evolve(known, not_known=kept)
        provision = paths.attested_provision(path)
        if path in LISTS and self.attestations:
            # So has what is attested of single ones.
            kept_of = {one: said for one, said in self.attestations.items() if f"[{path}[" not in one}
            known = attrs.evolve(known, attestations=kept_of)
        if provision is None:
            answered = _replaced(known, paths.steps(path), value, path)
            if provenance is None:
                return cast("Case", answered)
            return cast("Case", attrs.evolve(answered, provenance={**known.provenance, path: provenance}))
        if provenance is not None:
            check_source(self, path)  # Raises: an attestation says itself where it can be looked up.
        attested = _attestation(value)
        return cast("Case", attrs.evolve(known, attestations={**self.attestations, provision: attested}))

    def answer(self, path: str, value: Any) -> Case:
        """The same case with what a form posts at the path of a fact: a value as it stands in JSON.

        `null` says that the fact is unknown, as if it had not been asked; that it was asked and
        nobody knows is `with_not_known`. Of an attestation the value is an object, or true or
        false for whether it is done. Raises InputError for a value that the fact does not take,
        UnknownFactError for a path of no fact.

        >>> Case().answer("use.began", "2026-03-02").answer("use.emotion_signals", ["face"]).to_dict()["use"]
        {'began': '2026-03-02', 'emotion_signals': ['face']}
        """
        return self.with_answer(path, outward.json().answer_from_json(self, path, value))

    def with_not_known(self, path: str) -> Case:
        """The same case with a fact that was asked about and that nobody knows, listed in `not_known`.

        What was known of it is dropped. An answer given later takes it off the list again. Raises
        UnknownFactError or FactValueError for a path of no fact of the case.

        >>> Case().with_not_known("use.began").not_known
        ('use.began',)
        """
        check_path(self, path)
        # A fact of every record of a list, such as `incidents[].caused_harm`, has no value of its own.
        known: Any = self if "[]" in path else self.with_answer(path, None)
        return cast("Case", attrs.evolve(known, not_known=[*known.not_known, path]))


def _replaced(node: Any, steps: Sequence[str | int], value: Any, path: str) -> Any:
    step, *rest = steps
    if isinstance(step, int):
        if not isinstance(node, tuple) or step >= len(node):
            raise UnknownFactError(path)
        items = list(node)
        items[step] = _replaced(items[step], rest, value, path) if rest else value
        return type(node)(items)
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
"""Every typed fact there is, by its path. Facts of listed records have `[]` in theirs.

.. versionadded:: 0.1.0
"""


def fact(path: str) -> DeclaredFact:
    """The fact at a path; an index such as `[0]` may stand in its brackets.

    >>> fact("incidents[2].caused_harm")
    Incident.caused_harm

    .. versionadded:: 0.1.0
    """
    general = paths.general(path)
    if general not in FACTS:
        raise UnknownFactError(path, FACTS)
    return FACTS[general]


LISTS = {path: operator.attrgetter(path) for path, declared in FACTS.items() if isinstance(declared, Records)}
"""What gets each list of records out of a case, by its path.

.. versionadded:: 0.1.0
"""


def check_path(case: Case, path: str, of: str = "not_known") -> None:
    """Refuse a path that leads to no fact of a case: to none there is, or of no record there is. `of` is
    the part of the case that names it.

    Raises UnknownFactError or FactValueError, with a suggestion.

    .. versionadded:: 0.1.0
    """
    provision = paths.attested_provision(path)
    if provision is not None:
        check_provision(provision)
        _check_record(case, of, provision)
    elif path not in FACTS:
        fact(path)
        of_record = re.fullmatch(r"([^[]*)\[(0|[1-9][0-9]{0,8})\][.][^[]*", path)
        if of_record is None:
            raise UnknownFactError(path, FACTS)
        _check_number(case, of, path, of_record[1], int(of_record[2]))


def _check_record(case: Case, where: str, key: str) -> None:
    """Refuse an attestation of a record that there is not."""
    record = paths.record_attested(key)
    if record is not None:
        _, collection, index = record
        if collection not in LISTS:
            accepted = f"one record of a list: {', '.join(LISTS)}"
            raise FactValueError(where, key, accepted, did_you_mean(collection, LISTS))
        _check_number(case, where, key, collection, index)


def _check_number(case: Case, where: str, given: str, collection: str, index: int) -> None:
    records = len(LISTS[collection](case) or ())
    if index >= records:
        what = "attestations of records there are" if where == "attestations" else "paths of facts"
        raise FactValueError(
            where, given, f"{what}; `{collection}` has {records} record{'s' * (records != 1)}"
        )


def _is_within(path: str, collection: str) -> bool:
    """Whether a path leads to a fact of a record of a list, or to what is attested of one."""
    return path.startswith(f"{collection}[") or f"[{collection}[" in path


def check_source(case: Case, path: str) -> None:
    """Refuse a path of which a case cannot say where it was learnt: what leads to no fact of it, and what is
    attested, which says so itself.

    Raises UnknownFactError or FactValueError, with a suggestion.

    .. versionadded:: 0.1.0
    """
    if paths.attested_provision(path) is not None:
        raise FactValueError("provenance", path, "paths of facts", OF_ATTESTATIONS)
    check_path(case, path, "provenance")


OF_ATTESTATIONS = "an attestation says itself who says so (`by`) and where to look (`evidence`)"
"""Said where somebody would give an attestation a provenance."""

__all__ = ["FACTS", "LISTS", "Attestation", "Attestations", "Case", "check_path", "check_source", "fact"]
