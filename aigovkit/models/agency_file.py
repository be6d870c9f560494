"""The agency file: what holds of an agency in all its cases."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import IO, Any, cast

import attrs

from aigovkit import outward, paths
from aigovkit.errors import FactValueError
from aigovkit.facts import Record, Text
from aigovkit.models.agency import Agency
from aigovkit.models.attestations import Attestation, Attestations
from aigovkit.models.case import Case


def _attestations(value: Mapping[str, Attestation] | None) -> Attestations:
    return value if isinstance(value, Attestations) else Attestations(value)


class AgencyFile(Record, path="agency_file"):
    """What holds of an agency in all its cases: what it is, and what is attested once for all of them.

    An officer was designated, a board founded, a plan adopted: such is attested here,
    and every case that is judged with the file knows it. A case's own word goes
    before it.

    >>> file = AgencyFile(agency=Agency(place="us-ca"), attestations={"RUR-1": Attestation(met=True)})
    >>> file.completed(Case(id="kiosk")).agency, file.completed(Case()).attestations["RUR-1"].done
    (Agency(place='us-ca'), True)

    .. versionadded:: 0.1.0
    """

    id: Text = Text("What is the agency file called in your records?")
    agency: Agency = Agency()
    attestations: Attestations = attrs.field(factory=Attestations, converter=_attestations)

    def __attrs_post_init__(self) -> None:
        Record.__attrs_post_init__(self)
        for name in self.attestations:
            if paths.record_attested(name) is not None:
                raise FactValueError("attestations", name, "provisions as such; a record belongs to a case")

    def __repr__(self) -> str:
        parts = [f"{name}={value!r}" for name, value in self.known()]
        parts += [f"agency={self.agency!r}"] if self.agency != Agency() else []
        parts += [f"attestations={self.attestations!r}"] if self.attestations else []
        return f"AgencyFile({', '.join(parts)})"

    def completed(self, case: Case) -> Case:
        """The case with what the file says where the case itself says nothing."""
        attested = {**self.attestations, **case.attestations}
        for provision in self.attestations.keys() & case.attestations.keys():
            attested[provision] = _own_word(case.attestations[provision], self.attestations[provision])
        given: Any = case  # mypy takes no record for the attrs class it is.
        return cast("Case", attrs.evolve(given, agency=self._agency(case.agency), attestations=attested))

    def _agency(self, own: Any) -> Any:
        """What a case says of the agency, with what the file says besides."""
        known = {name: value for name, value in self.agency.known() if getattr(own, name) is None}
        return attrs.evolve(own, **known) if known else own

    # In and out.

    @classmethod
    def load(cls, source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> AgencyFile:
        """Read an agency file from a JSON file, by its path or opened. InputError lists everything wrong with
        it.
        """
        return outward.json().load_agency_file(source)  # type: ignore[no-any-return]

    @classmethod
    def from_json(cls, text: str | bytes) -> AgencyFile:
        """Read an agency file from JSON text. InputError lists everything wrong with it.

        >>> AgencyFile.from_json('{"attestations": {"RUR-1": {"met": true}}}').attestations["RUR-1"].done
        True
        """
        return outward.json().agency_file_from_json(text)  # type: ignore[no-any-return]

    @classmethod
    def from_dict(cls, data: Any) -> AgencyFile:
        """Read an agency file from its JSON form, already parsed. InputError lists everything wrong with
        it.
        """
        return outward.json().agency_file_from_dict(data)  # type: ignore[no-any-return]

    def to_json(self, *, indent: int | None = 2) -> str:
        """The agency file as JSON text that `from_json` reads back to an equal one."""
        return outward.json().agency_file_to_json(self, indent=indent)  # type: ignore[no-any-return]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of the agency file. What is unknown is left out. `from_dict` takes what it gives."""
        return outward.json().agency_file_to_dict(self)  # type: ignore[no-any-return]

    @property
    def digest(self) -> str:
        """The SHA-256 of the canonical JSON of the agency file, in hexadecimal."""
        return outward.json().agency_file_digest(self)  # type: ignore[no-any-return]


def _own_word(own: Attestation, known: Attestation) -> Attestation:
    """What a case attests; where it does not say whether a duty is done, what the file says."""
    return known if own.met is None else own
