"""Cases and agency files from JSON: bounded, strict, everything wrong with it told at once.

Input is hostile until it has been read: its size and depth are bounded, nothing
in it is coerced or dropped, and everything wrong with it is reported, each with
its JSON path. What a value may be is said by the codec of its fact; here only
the records are walked.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, cast

import attrs

from aigovkit import paths
from aigovkit.errors import FactValueError, UnknownFactError, did_you_mean
from aigovkit.facts import DeclaredFact, Partly, Record, Records, codec_of, facts_of, sections_of
from aigovkit.facts.codecs import COMMENT
from aigovkit.json.limits import AGENCY_FILE, CASE, LARGEST, MOST_CONTAINERS
from aigovkit.json.parse import NotANumber, over_bounds, parse
from aigovkit.json.problems import ROOT, EnoughError, Problems, inside
from aigovkit.models import AgencyFile, Attestation, Attestations, Case, Provenance
from aigovkit.models import fact as fact_at
from aigovkit.models.attestations import check_provision
from aigovkit.models.case import MOST_PATHS, OF_ATTESTATIONS, check_path

Decode = Callable[[Any, str, Problems], Any]
"""Decodes what stands at a path, and notes what is wrong with it."""


def load_case(source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> Case:
    """Read a case from a file, by its path or opened. InputError lists everything wrong with it.

    No more than `LARGEST` bytes and one are read of it.

    .. versionadded:: 0.1.0
    """
    return case_from_json(_content(source))


def _content(source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> str | bytes:
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            return file.read(LARGEST + 1)
    return source.read(LARGEST + 1)


def case_from_json(text: str | bytes) -> Case:
    """Read a case from JSON text of at most `LARGEST` bytes. InputError lists everything wrong with it.

    >>> case_from_json('{"system": {"uses_ai": true}}')
    Case(system=System(uses_ai=True))

    .. versionadded:: 0.1.0
    """
    return case_from_dict(parse(text, "the input", LARGEST, exact=True))


def case_from_dict(data: Any) -> Case:
    """Read a case from its JSON form, already parsed. InputError lists everything wrong with it.

    Numbers may be floats, as `json.loads` makes them: 1250.5 is an amount, 3.0 a count.

    >>> case_from_dict({"procurement": {"public_funds": 1250.5}}).procurement
    Procurement(public_funds=Decimal('1250.50'))

    .. versionadded:: 0.1.0
    """
    return cast("Case", _whole(_case, data, "the case"))


def answer_from_json(case: Case, path: str, value: Any) -> Any:
    """The value of one fact of a case from its JSON form, as a form posts it; None where that is null.

    Of an attestation it is an object, or true or false for whether it is done. Raises InputError for what the
    fact does not take, UnknownFactError or FactValueError for a path of no fact of the case.

    >>> answer_from_json(Case(), "procurement.public_funds", 1250.5)
    Decimal('1250.50')

    .. versionadded:: 0.1.0
    """
    check_path(case, path, "the case")
    if value is None:
        return None
    problems = Problems(f"the answer to `{path}`")
    provision, decoded = paths.attested_provision(path), None
    with contextlib.suppress(EnoughError):
        if provision is None:
            decode: Callable[[Any, Any, str, Problems], Any] = _fact
            if isinstance(fact := fact_at(path), Records):
                decode = _records
            decoded = decode(fact, value, f"{ROOT}.{path}", problems)
        else:
            given = {"met": value} if isinstance(value, bool) else value
            decoded = _record(Attestation, given, f"{ROOT}.{path}", problems)
    if problems.found:
        raise problems.error()
    return decoded


def _whole(decode: Callable[[Any, Problems], Any], data: Any, what: str) -> Any:
    """What is decoded of the whole of an input; InputError lists everything wrong with it."""
    problems = Problems(what)
    try:
        found = decode(data, problems)
    except EnoughError:
        found = None
    # Reading goes no deeper than what is read does, so that only comments can still be over a bound.
    over = None if problems.found else over_bounds(data, MOST_CONTAINERS)
    if over is not None:
        problems.add(*over)
    if found is None or problems.found:
        raise problems.error()
    return found


def load_agency_file(source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> AgencyFile:
    """Read an agency file from a file, by its path or opened. InputError lists everything wrong with it.

    .. versionadded:: 0.1.0
    """
    return agency_file_from_json(_content(source))


def agency_file_from_json(text: str | bytes) -> AgencyFile:
    """Read an agency file from JSON text of at most `LARGEST` bytes. InputError lists everything wrong with
    it.

    .. versionadded:: 0.1.0
    """
    return agency_file_from_dict(parse(text, "the input", LARGEST, exact=True))


def agency_file_from_dict(data: Any) -> AgencyFile:
    """Read an agency file from its JSON form, already parsed. InputError lists everything wrong with it.

    .. versionadded:: 0.1.0
    """
    return cast("AgencyFile", _whole(_agency_file, data, "the agency file"))


def _agency_file(data: Any, problems: Problems) -> AgencyFile | None:
    start = "start from `aigovkit new-agency-file`"
    values = _top(AgencyFile, AGENCY_FILE, {}, data, problems, "an agency file is an object", start)
    return None if values is None else cast("AgencyFile", _built(AgencyFile, values, ROOT, problems))


def _case(data: Any, problems: Problems) -> Case | None:
    values = _top(
        Case,
        CASE,
        {"not_known": _not_known, "provenance": _provenance},
        data,
        problems,
        "a case is an object",
        "start from `aigovkit new-case`",
    )
    if values is None:
        return None
    asked = values.pop("not_known", [])
    learnt = values.pop("provenance", {})
    if problems.found:  # What is attested of a record is looked at once the records are read.
        attested = values.get("attestations") or {}
        values["attestations"] = {one: said for one, said in attested.items() if "[" not in one}
    case: Case | None = _built(Case, values, ROOT, problems)
    if case is None or not (asked or learnt):
        return case
    # Whether there is the record that a path names is known once the rest is read, if it was read.
    whole = case if not problems.found else None
    for index, path in asked:
        _check_path(whole, path, inside(f"{ROOT}.not_known", index), problems)
    for path in learnt:
        at = inside(f"{ROOT}.provenance", path)
        if paths.attested_provision(path) is not None:
            problems.add(at, "takes paths of facts", OF_ATTESTATIONS)
        else:
            _check_path(whole, path, at, problems, "provenance")
    if problems.found:
        return None
    paths_asked = [path for _, path in asked]
    return cast("Case", attrs.evolve(cast("Any", case), not_known=paths_asked, provenance=learnt))


def _top(
    kind: type[Record],
    schema: str,
    more: Mapping[str, Decode],
    data: Any,
    problems: Problems,
    *accepted: str,
) -> dict[str, Any] | None:
    """What the object says that is the whole of an input, by key; None where it is none."""
    if not isinstance(data, Mapping):
        problems.add_value(ROOT, data, *accepted)
        return None
    if "schema" in data and data["schema"] != schema:
        problems.add_value(f"{ROOT}.schema", data["schema"], f"`{schema}` is the form this version reads")
    decoders: dict[str, Decode] = {
        **_decoders(kind),
        "schema": _nothing,
        "attestations": _attestations,
        **more,
    }
    values = dict(_values(data, ROOT, decoders, problems))
    values.pop("schema", None)
    return values


def _record(kind: Any, data: Any, path: str, problems: Problems) -> Any:
    """A record of a kind; None where it cannot be built."""
    if not isinstance(data, Mapping):
        problems.add_value(path, data, "takes an object")
        return None
    values = dict(_values(data, path, _decoders(kind), problems))
    for name, fact in facts_of(kind).items():
        if fact.left_out is not None and name in data:
            values.setdefault(name, None)  # Null says that it is unknown, and leaving it out does not.
    return _built(kind, values, path, problems)


def _values(
    data: Mapping[Any, Any], path: str, decoders: Mapping[str, Decode], problems: Problems
) -> Iterator[tuple[str, Any]]:
    """What is known of an object, by key. A comment is read past; null says that something is unknown."""
    for key in getattr(data, "repeated", ()):
        problems.add(inside(path, key), "the key is given twice; keep one of them")
    for key, value in data.items():
        decode = decoders.get(key) if isinstance(key, str) else None
        if decode is None:
            if not str(key).startswith(COMMENT):
                problems.unknown_key(path, key, decoders)
        elif isinstance(value, NotANumber):
            problems.add_value(inside(path, key), value, "JSON has no such number")
        elif value is not None:
            yield key, decode(value, inside(path, key), problems)


def _built(kind: Any, values: dict[str, Any], path: str, problems: Problems) -> Any:
    """A record of what was read. What was refused is None in it, as if it were unknown."""
    try:
        return kind(**values)
    except FactValueError as error:  # What the facts of a record say together.
        name = error.fact.rpartition(".")[2]
        problems.refuse(inside(path, name) if name in values else path, error)
        return None


@functools.cache
def _decoders(kind: type[Record]) -> dict[str, Decode]:
    """What decodes each fact and each section of a kind of record."""
    found: dict[str, Decode] = {
        name: functools.partial(_records, fact)
        if isinstance(fact, Records)
        else functools.partial(_fact, fact)
        for name, fact in facts_of(kind).items()
    }
    return {**found, **{name: functools.partial(_record, inner) for name, inner in sections_of(kind).items()}}


def _nothing(value: Any, path: str, problems: Problems) -> None:
    """Reads what says nothing of a case."""


def _fact(fact: DeclaredFact, value: Any, path: str, problems: Problems) -> Any:
    try:
        return codec_of(fact).decode(fact, value)
    except FactValueError as error:
        problems.refuse(path, error)
        return None


def _records(fact: Records[Any], value: Any, path: str, problems: Problems) -> Any:
    if isinstance(value, Mapping) and (given := _part(fact, value)) is not None:
        for key in getattr(value, "repeated", ()):
            problems.add(inside(path, key), "the key is given twice; keep one of them")
        found = _records(fact, given, inside(path, fact.part), problems)
        return None if found is None else Partly(found)
    if not isinstance(value, list | tuple):
        problems.refuse(path, fact.refuse(value))
    elif len(value) > fact.most:
        problems.add(path, f"a list has at most {fact.most:,} records, not {len(value):,}")
    else:
        found = [
            _record(fact.record_type, item, inside(path, index), problems) for index, item in enumerate(value)
        ]
        return found if all(record is not None for record in found) else None
    return None


def _part(fact: Records[Any], value: Mapping[Any, Any]) -> Any:
    """The records given of a list known in part; None where it is not written as one."""
    given = {key: inner for key, inner in value.items() if not str(key).startswith(COMMENT)}
    some = given.get(fact.part)
    return some if len(given) == 1 and isinstance(some, list | tuple) else None


def _attestations(data: Any, path: str, problems: Problems) -> Attestations | None:
    if not isinstance(data, Mapping):
        problems.add_value(path, data, "takes an object that maps ids of provisions to attestations")
        return None
    found: dict[str, Attestation] = {}
    for key in getattr(data, "repeated", ()):
        problems.add(inside(path, key), "the key is given twice; keep one of them")
    for provision, value in data.items():
        if str(provision).startswith(COMMENT):
            continue
        at = inside(path, provision)
        is_id = _is_id(provision, at, problems)
        attestation = None if value is None else _record(Attestation, value, at, problems)
        if is_id and attestation is not None:
            found[provision] = attestation
    return Attestations(found)


def _is_id(provision: Any, path: str, problems: Problems) -> bool:
    """Whether a provision can have it as its id; what cannot be one is noted."""
    try:
        check_provision(provision)
    except FactValueError as error:
        problems.add(path, f"takes {error.expected}")  # The path shows which.
        return False
    return True


def _not_known(value: Any, path: str, problems: Problems) -> list[tuple[int, str]]:
    """The paths in a list, each with its index."""
    if not isinstance(value, list | tuple):
        problems.add_value(path, value, "takes a list of paths of facts")
    elif len(value) > MOST_PATHS:
        problems.add(path, f"a list has at most {MOST_PATHS:,} paths, not {len(value):,}")
    else:
        for index, item in enumerate(value):
            if not isinstance(item, str):
                problems.add_value(inside(path, index), item, "takes the path of a fact")
        return [(index, item) for index, item in enumerate(value) if isinstance(item, str)]
    return []


def _provenance(data: Any, path: str, problems: Problems) -> dict[str, Provenance]:
    """Where facts were learnt, by their paths, which are looked at once the rest is read."""
    if not isinstance(data, Mapping):
        problems.add_value(path, data, "takes an object that maps paths of facts to where they were learnt")
        return {}
    for key in getattr(data, "repeated", ()):
        problems.add(inside(path, key), "the key is given twice; keep one of them")
    found: dict[str, Provenance] = {}
    for key, value in data.items():
        if not str(key).startswith(COMMENT):
            learnt = _record(Provenance, {} if value is None else value, inside(path, key), problems)
            found[str(key)] = learnt or Provenance()
    return found


def _check_path(case: Case | None, asked: str, path: str, problems: Problems, of: str = "not_known") -> None:
    """Note what leads to no fact: of the case, or of any case where this one could not be read."""
    provision = paths.attested_provision(asked)
    try:
        if case is not None:
            check_path(case, asked, of)
        elif provision is not None:
            check_provision(provision)
        else:
            fact_at(asked)
    except UnknownFactError as error:
        problems.add_value(path, asked, "takes the path of a fact", did_you_mean(asked, error.choices))
    except FactValueError as error:
        problems.refuse(path, error)
