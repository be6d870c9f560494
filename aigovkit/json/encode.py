"""Cases as JSON."""

from __future__ import annotations

import functools
import hashlib
import json
from typing import Any

from aigovkit.errors import InputError, Problem
from aigovkit.facts import Codec, Partly, Record, Records, codec_of, facts_of
from aigovkit.json.limits import CASE, LARGEST
from aigovkit.json.problems import ROOT
from aigovkit.models import Case


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
    text = json.dumps(case_to_dict(case), indent=indent, ensure_ascii=False)
    if len(text.encode()) > LARGEST:
        raise InputError("the case", [Problem(ROOT, "", f"at most {LARGEST:,} bytes are written")])
    return text


def canonical_case(case: Case) -> bytes:
    """The one JSON text of a case: sorted keys, no spaces, instants in UTC, nothing unknown.

    Equal cases have the same, unequal ones never.

    .. versionadded:: 0.1.0
    """
    return json.dumps(
        _case(case, utc=True), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def case_digest(case: Case) -> str:
    """The SHA-256 of the canonical JSON of a case, in hexadecimal.

    .. versionadded:: 0.1.0
    """
    return hashlib.sha256(canonical_case(case)).hexdigest()


def _case(case: Case, *, utc: bool) -> dict[str, Any]:
    data: dict[str, Any] = {"schema": CASE, **_record(case, utc)}
    for name, section in case.sections():
        if inner := _record(section, utc):
            data[name] = inner
    if case.attestations:
        data["attestations"] = {
            provision: _record(attestation, utc) for provision, attestation in case.attestations.items()
        }
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
