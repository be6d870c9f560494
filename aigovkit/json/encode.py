"""Cases and agency files as JSON."""

from __future__ import annotations

import functools
import hashlib
import json
from enum import StrEnum
from typing import Any

from aigovkit import paths
from aigovkit.errors import InputError, Problem
from aigovkit.facts import Codec, Partly, Record, Records, codec_of, facts_of
from aigovkit.json.limits import AGENCY_FILE, CASE, LARGEST
from aigovkit.json.problems import ROOT
from aigovkit.models import AgencyFile, Attestations, Case, fact


def case_to_dict(case: Case) -> dict[str, Any]:
    """The JSON form of a case. What is unknown is left out. `case_from_dict` takes what it gives.

    >>> case_to_dict(Case(id="kiosk"))
    {'schema': 'aigovkit/case/1', 'id': 'kiosk'}

    .. versionadded:: 0.1.0
    """
    return _case(case, utc=False)


def case_to_json(case: Case, *, indent: int | None = 2) -> str:
    """A case as JSON text that `case_from_json` reads back to an equal case.

    Raises InputError for a case of more than `LARGEST` bytes, which it would not read.

    .. versionadded:: 0.1.0
    """
    return _text(case_to_dict(case), "the case", indent)


def value_to_json(path: str, value: Any) -> Any:
    """The JSON form of a value of the fact at a path, or of what is attested; None of what is unknown.

    .. versionadded:: 0.1.0
    """
    if value is None or (isinstance(value, str) and not isinstance(value, StrEnum)):
        return value
    if paths.attested_provision(path) is not None:
        return _record(value, utc=False)
    declared = fact(path)
    return (
        _records(value, utc=False)
        if isinstance(declared, Records)
        else codec_of(declared).encode(value, utc=False)
    )


def canonical_case(case: Case) -> bytes:
    """The one JSON text of a case: sorted keys, no spaces, instants in UTC, nothing unknown.

    Equal cases have the same, unequal ones never.

    .. versionadded:: 0.1.0
    """
    return _canonical(_case(case, utc=True))


def case_digest(case: Case) -> str:
    """The SHA-256 of the canonical JSON of a case, in hexadecimal.

    .. versionadded:: 0.1.0
    """
    return hashlib.sha256(canonical_case(case)).hexdigest()


def agency_file_to_dict(file: AgencyFile) -> dict[str, Any]:
    """The JSON form of an agency file. What is unknown is left out. `agency_file_from_dict` takes what it
    gives.

    .. versionadded:: 0.1.0
    """
    return _agency_file(file, utc=False)


def agency_file_to_json(file: AgencyFile, *, indent: int | None = 2) -> str:
    """An agency file as JSON text that `agency_file_from_json` reads back to an equal one.

    Raises InputError for one of more than `LARGEST` bytes, which it would not read.

    .. versionadded:: 0.1.0
    """
    return _text(agency_file_to_dict(file), "the agency file", indent)


def agency_file_digest(file: AgencyFile) -> str:
    """The SHA-256 of the canonical JSON of an agency file, in hexadecimal.

    .. versionadded:: 0.1.0
    """
    return hashlib.sha256(_canonical(_agency_file(file, utc=True))).hexdigest()


def _text(data: dict[str, Any], what: str, indent: int | None) -> str:
    text = json.dumps(data, indent=indent, ensure_ascii=False)
    if len(text.encode()) > LARGEST:
        raise InputError(what, [Problem(ROOT, "", f"at most {LARGEST:,} bytes are written")])
    return text


def _canonical(data: dict[str, Any]) -> bytes:
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _agency_file(file: AgencyFile, *, utc: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"schema": AGENCY_FILE, **_record(file, utc)}
    if agency := _record(file.agency, utc):
        data["agency"] = agency
    return data | _attested(file.attestations, utc)


def _attested(attestations: Attestations, utc: bool) -> dict[str, Any]:
    each = {provision: _record(attestation, utc) for provision, attestation in attestations.items()}
    return {"attestations": each} if each else {}


def _case(case: Case, *, utc: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"schema": CASE, **_record(case, utc)}
    for name, section in case.sections():
        if inner := _record(section, utc):
            data[name] = inner
    data |= _attested(case.attestations, utc)
    if case.not_known:
        data["not_known"] = list(case.not_known)
    if case.provenance:
        data["provenance"] = {path: _record(learnt, utc) for path, learnt in case.provenance.items()}
    return data


def _record(record: Record, utc: bool) -> dict[str, Any]:
    codecs = _codecs(type(record))
    return {
        name: _records(value, utc) if (codec := codecs[name]) is None else codec.encode(value, utc=utc)
        for name, value in record.known()
    } | {name: None for name in _spoken_for(type(record)) if getattr(record, name) is None}


@functools.cache
def _spoken_for(kind: type[Record]) -> tuple[str, ...]:
    """The facts of a kind of record that are something where they are left out, so that null is written."""
    return tuple(name for name, fact in facts_of(kind).items() if fact.left_out is not None)


def _records(value: tuple[Record, ...], utc: bool) -> Any:
    several = [_record(inner, utc) for inner in value]
    return {Records.part: several} if isinstance(value, Partly) else several


@functools.cache
def _codecs(kind: type[Record]) -> dict[str, Codec | None]:
    """The codec of each fact of a kind of record; none for a list of records."""
    return {
        name: None if isinstance(fact, Records) else codec_of(fact) for name, fact in facts_of(kind).items()
    }
