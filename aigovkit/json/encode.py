"""Cases as JSON."""

from __future__ import annotations

import datetime
import decimal
import hashlib
import json
from typing import Any

from aigovkit.errors import (
    AigovkitError,
    shown,
)
from aigovkit.facts import (
    Record,
    TermSet,
)
from aigovkit.json.limits import CASE
from aigovkit.models import Case
from aigovkit.periods import Occurrence, Period

# Writing


def case_to_dict(case: Case, *, canonical: bool = False) -> dict[str, Any]:
    """The JSON form of a case. What is unknown is left out. In the canonical form instants are in UTC."""
    data: dict[str, Any] = {"schema": CASE}
    data.update(_record_data(case, canonical))
    for name, section in case.sections():
        if inner := _record_data(section, canonical):
            data[name] = inner
    if case.attestations:
        data["attestations"] = {
            provision: {
                key: _moment(value, canonical) if key == "on" else value
                for key, value in (("met", a.met), ("on", a.on), ("by", a.by), ("evidence", a.evidence))
                if value not in (None, "")
            }
            for provision, a in case.attestations.items()
        }
    if case.not_known:
        data["not_known"] = list(case.not_known)
    return data


def _record_data(record: Record, canonical: bool) -> dict[str, Any]:
    return {name: _value_data(value, canonical) for name, value in record.known()}


def _value_data(value: Any, canonical: bool) -> Any:
    match value:
        case TermSet():
            yes = sorted(str(term) for term in value.yes)
            return yes if value.no is None else {"yes": yes, "no": sorted(str(term) for term in value.no)}
        case bool() | int():
            return value
        case str():
            return str(value)
        case decimal.Decimal():
            return int(value) if value == int(value) else float(value)
        case Occurrence():
            return value.value
        case datetime.date():
            return _moment(value, canonical)
        case Period():
            return value.isoformat()
        case tuple():
            return [
                _record_data(item, canonical) if isinstance(item, Record) else _value_data(item, canonical)
                for item in value
            ]
        case _:
            raise AigovkitError(f"`{shown(value)}` has no JSON form")


def _moment(value: Any, canonical: bool) -> Any:
    if isinstance(value, datetime.datetime):
        return (
            value.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
            if canonical
            else value.isoformat()
        )
    return value.isoformat() if isinstance(value, datetime.date) else value


def case_to_json(case: Case, *, indent: int | None = 2) -> str:
    """A case as JSON text that `parse_case` reads back to an equal case."""
    return json.dumps(case_to_dict(case), indent=indent, ensure_ascii=False)


def canonical_case(case: Case) -> bytes:
    """The one JSON text of a case: sorted keys, no spaces, instants in UTC, nothing unknown."""
    return json.dumps(
        case_to_dict(case, canonical=True), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def case_digest(case: Case) -> str:
    """The SHA-256 of the canonical JSON of a case, in hexadecimal."""
    return hashlib.sha256(canonical_case(case)).hexdigest()
