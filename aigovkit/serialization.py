"""JSON in and out: cases, evaluations, and the schemas of both.

Input is hostile until it has been read: its size and depth are bounded, nothing
in it is coerced or dropped, and everything wrong with it is reported at once,
each with its JSON path. This module is the only user of cattrs.
"""

from __future__ import annotations

import datetime
import decimal
import functools
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, override

from aigovkit import periods
from aigovkit.citations import Force
from aigovkit.errors import (
    AigovkitError,
    FactValueError,
    InputError,
    InstantError,
    Problem,
    UnknownFactError,
    did_you_mean,
    shown,
)
from aigovkit.evaluation import (
    AnyEvaluation,
    DutyStatus,
    Evaluation,
    Finding,
    JointEvaluation,
    Outcome,
    Status,
)
from aigovkit.facts import (
    Boolean,
    Count,
    DeclaredFact,
    Duration,
    Event,
    Events,
    Money,
    Place,
    Record,
    Records,
    Term,
    Terms,
    TermSet,
    Text,
    facts_of,
    sections_of,
)
from aigovkit.jurisdictions import POLICIES
from aigovkit.models import Attestation, Attestations, Case, DataClass
from aigovkit.models import fact as fact_at
from aigovkit.periods import Occurrence, Period
from aigovkit.policies import Policy, PolicySet, find_policies, find_policy
from aigovkit.rules import Kind

CASE = "aigovkit/case/1"
EVALUATION = "aigovkit/evaluation/1"

LARGEST = 1_000_000
"""The most bytes a case may have."""
DEEPEST = 12
"""The most levels of nesting a case may have."""
MOST_PROBLEMS = 200
"""The most problems that are listed one by one."""

COMMENT = "//"
"""A key that starts with this is a comment: read past, and said so in the schema."""

# Reading


def load_case(source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> Case:
    """Read a case from a file, by its path or opened. InputError lists everything wrong with it."""
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            return parse_case(file.read(LARGEST + 1))
    return parse_case(source.read(LARGEST + 1))


def parse_case(text: str | bytes) -> Case:
    """Read a case from JSON text. InputError lists everything wrong with it.

    >>> parse_case('{"system": {"uses_ai": true}}')
    Case(system=System(uses_ai=True))
    """
    return read_case(_parse(text))


def read_case(data: Any) -> Case:
    """Read a case from its JSON form, already parsed. InputError lists everything wrong with it."""
    problems = list(_lexical(data, "$"))
    case: Case | None = None
    if isinstance(data, Mapping):
        given = {key: value for key, value in data.items() if key != "schema"}
        if data.get("schema", CASE) != CASE:
            problems.append(
                Problem("$.schema", shown(data["schema"]), f"`{CASE}` is the form this version reads")
            )
        try:
            case = _converter().structure(given, Case)
        except Exception as error:  # noqa: BLE001 - whatever went wrong is told with its path; nothing is lost.
            problems += _problems(error, "$", Case)
    else:
        problems.append(Problem("$", shown(data), "a case is an object", "start from `aigovkit new-case`"))
    if problems or case is None:
        raise InputError("the case", _bounded(problems))
    return case


def _bounded(problems: list[Problem]) -> list[Problem]:
    if len(problems) <= MOST_PROBLEMS:
        return problems
    return [
        *problems[:MOST_PROBLEMS],
        Problem("$", "", f"{len(problems) - MOST_PROBLEMS} further problems are not listed"),
    ]


class _Object(dict[str, Any]):
    """A JSON object that remembers the keys it was given twice."""

    repeated: tuple[str, ...] = ()


class _NotANumber:
    """A word such as NaN, which is no JSON number."""

    def __init__(self, word: str) -> None:
        self.word = word

    def __repr__(self) -> str:
        return self.word


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    found = _Object()
    repeated = []
    for key, value in pairs:
        if key in found:
            repeated.append(key)
        found[key] = value
    found.repeated = tuple(repeated)
    return found


def _integer(digits: str) -> Any:
    return int(digits) if len(digits) <= 18 else _NotANumber(digits[:20] + "…")


def _parse(text: str | bytes) -> Any:
    if len(text) > LARGEST:
        raise InputError("the input", [Problem("$", "", f"a case has at most {LARGEST:,} bytes")])
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise InputError(
                "the input", [Problem("$", "", f"JSON is UTF-8 text; byte {error.start} is not")]
            ) from None
    if _depth(text) > DEEPEST:
        raise InputError("the input", [Problem("$", "", f"a case is nested at most {DEEPEST} deep")])
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_NotANumber,
            parse_float=_decimal,
            parse_int=_integer,
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InputError(
            "the input", [Problem("$", "", f"this is not JSON: {error.msg} at {where}")]
        ) from None


def _decimal(text: str) -> Any:
    return decimal.Decimal(text) if len(text) <= 40 else _NotANumber(text[:20] + "…")


_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]', re.DOTALL)


def _depth(text: str) -> int:
    """How deep the brackets nest, without building anything from them."""
    depth = deepest = 0
    for token in _TOKENS.finditer(text):
        match token[0]:
            case "[" | "{":
                depth += 1
                deepest = max(deepest, depth)
                if deepest > DEEPEST:
                    return deepest
            case "]" | "}":
                depth -= 1
    return deepest


def _lexical(data: Any, path: str) -> Iterator[Problem]:
    """What is wrong with the JSON itself, wherever it stands."""
    if isinstance(data, Mapping):
        for key in getattr(data, "repeated", ()):
            yield Problem(_step(path, key), "", "the key is given twice; keep one of them")
        for key, value in data.items():
            yield from _lexical(value, _step(path, key))
    elif isinstance(data, list | tuple):
        for index, value in enumerate(data):
            yield from _lexical(value, f"{path}[{index}]")


def _step(path: str, key: object) -> str:
    name = str(key)
    return f"{path}.{name}" if re.fullmatch(r"[\w-]{1,80}", name, re.ASCII) else f"{path}[{shown(name)}]"


def _read_fact(fact: DeclaredFact, value: Any, _: Any = None) -> Any:
    """The value of a fact from its JSON form."""
    if value is None:
        return None
    if isinstance(value, _NotANumber):
        raise fact.refuse(value, "JSON has no such number")
    match fact:
        case Event():
            return _read_event(fact, value)
        case Events():
            return fact.admit(
                [_read_event(fact, item) for item in value] if isinstance(value, list | tuple) else value
            )
        case Duration():
            try:
                return Period.parse(value)
            except InstantError:
                raise fact.refuse(value) from None
        case Terms():
            return fact.admit(_read_terms(fact, value))
        case Count() if isinstance(value, decimal.Decimal) and value == int(value):
            return fact.admit(int(value))
        case _:
            return fact.admit(value)


def _read_event(fact: DeclaredFact, value: Any) -> Any:
    if isinstance(fact, Event) and value in ("never", "undated"):
        return Occurrence(value)
    if not isinstance(value, str):
        raise fact.refuse(value)
    try:
        return periods.parse_moment(value)
    except InstantError as error:
        raise fact.refuse(value, str(error)) from None


def _read_terms(fact: Terms[Any], value: Any) -> Any:
    if isinstance(value, Mapping):
        unknown = [key for key in value if key not in ("yes", "no")]
        if unknown or not all(isinstance(value.get(key, []), list | tuple) for key in ("yes", "no")):
            raise fact.refuse(dict(value), 'a partial set is written `{"yes": [...], "no": [...]}`')
        return TermSet.partial(yes=value.get("yes", ()), no=value.get("no", ()))
    return value


def _attestation(data: Any) -> Attestation:
    if data is None:
        return Attestation()
    if not isinstance(data, Mapping):
        raise FactValueError("attestation", data, 'an object such as `{"met": true, "on": "2026-03-02"}`')
    given = {
        key: value for key, value in data.items() if value is not None and not str(key).startswith(COMMENT)
    }
    keys = ("met", "on", "by", "evidence")
    problems = [
        Problem(_step("", key), "", "no such key", did_you_mean(key, keys))
        for key in given
        if key not in keys
    ]
    if "on" in given:
        try:
            given["on"] = periods.parse_moment(given["on"])
        except InstantError as error:
            problems.append(
                Problem(".on", shown(given.pop("on")), "takes a day or an instant with its zone", str(error))
            )
    known = {key: value for key, value in given.items() if key in keys}
    while True:  # Each value that is refused is told and set aside, until the rest makes an attestation.
        try:
            made = Attestation(**known)
            break
        except FactValueError as error:
            key = error.fact.partition(".")[2]
            problems.append(
                Problem(f".{key}", shown(error.value), f"takes {error.expected}", error.suggestion)
            )
            del known[key]
    if problems:
        raise InputError("the attestation", problems)
    return made


def _read_attestations(data: Any, _: Any = None) -> Attestations:
    if data is None:
        return Attestations()
    if not isinstance(data, Mapping):
        raise FactValueError("attestations", data, "an object that maps ids of provisions to attestations")
    known = _known_provisions(data)
    found: dict[str, Attestation] = {}
    problems: list[Problem] = []
    for provision, value in data.items():
        if str(provision).startswith(COMMENT):
            continue
        path = _step("", provision)
        if provision not in known:
            problems.append(
                Problem(path, "", "no policy has a provision of that id", did_you_mean(provision, known))
            )
        try:
            found[provision] = _attestation(value)
        except InputError as error:
            problems += [attrs.evolve(problem, path=path + problem.path) for problem in error.problems]
        except FactValueError as error:
            problems.append(Problem(path, shown(error.value), f"takes {error.expected}", error.suggestion))
    if problems:
        raise InputError("the attestations", problems)
    return Attestations(found)


def _known_provisions(wanted: Iterable[str]) -> frozenset[str]:
    """The provisions of the kit's own policies, and of those of other packages where that is not enough
    for those wanted.
    """
    built_in = _built_in_provisions() if wanted else frozenset[str]()
    if built_in.issuperset(one for one in wanted if not str(one).startswith(COMMENT)):
        return built_in
    found, _ = find_policies()
    return frozenset(provision.id for policy in found.values() for provision in policy.provisions)


@functools.cache
def _built_in_provisions() -> frozenset[str]:
    return frozenset(provision.id for name in POLICIES for provision in find_policy(name).provisions)


_made: list[cattrs.Converter] = []


def _converter() -> cattrs.Converter:
    """The one converter: it forbids unknown keys and keeps the path of every error."""
    if not _made:
        converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
        converter.register_structure_hook_factory(
            lambda cls: isinstance(cls, type) and issubclass(cls, Record), _record_hook(converter)
        )
        _made.append(converter)
    return _made[0]


def _record_hook(converter: cattrs.Converter) -> Callable[[Any], Callable[[Any, Any], Any]]:
    def factory(cls: Any) -> Callable[[Any, Any], Any]:
        overrides: dict[str, Any] = {}
        for name, fact in facts_of(cls).items():
            read_value = (
                functools.partial(_items, converter, fact)
                if isinstance(fact, Records)
                else functools.partial(_read_fact, fact)
            )
            overrides[name] = override(struct_hook=read_value)
        for name, section in sections_of(cls).items():
            overrides[name] = override(struct_hook=functools.partial(_section, converter, section))
        if cls is Case:
            overrides["attestations"] = override(struct_hook=_read_attestations)
            overrides["not_known"] = override(struct_hook=_read_not_known)
        structure = make_dict_structure_fn(cls, converter, **overrides)

        def read(data: Any, kind: Any) -> Any:
            if data is None:
                return cls()
            if not isinstance(data, Mapping):
                raise FactValueError(cls.__path__, data, "an object")
            return structure(
                {key: value for key, value in data.items() if not str(key).startswith(COMMENT)}, kind
            )

        return read

    return factory


def _section(converter: cattrs.Converter, section: Any, value: Any, _: Any) -> Any:
    return converter.structure(value, section)


def _items(converter: cattrs.Converter, fact: Records[Any], value: Any, _: Any) -> Any:
    if value is None:
        return None
    if not isinstance(value, list | tuple):
        raise fact.refuse(value)
    items: Any = list[fact.record_type]  # type: ignore[name-defined]
    return converter.structure(list(value), items)


def _read_not_known(value: Any, _: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise FactValueError("not_known", value, "a list of paths of facts")
    problems = []
    for index, path in enumerate(value):
        try:
            fact_at(path)
        except UnknownFactError as error:
            problems.append(
                Problem(
                    f"[{index}]", shown(path), "takes the path of a fact", did_you_mean(path, error.choices)
                )
            )
    if problems:
        raise InputError("the list", problems)
    return tuple(value)


def _problems(error: BaseException, path: str, cls: Any) -> Iterator[Problem]:
    """Everything a failed reading says, with paths. `cls` is the record read at the path, for suggestions."""
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            step = next(iter(getattr(inner, "__notes__", ())), None)
            if isinstance(step, cattrs.AttributeValidationNote):
                yield from _problems(inner, _step(path, step.name), _record_at(cls, step.name))
            elif isinstance(step, cattrs.IterableValidationNote):
                yield from _problems(inner, f"{path}[{step.index}]", cls)
            else:
                yield from _problems(inner, path, cls)
        return
    match error:
        case cattrs.ForbiddenExtraKeysError():
            choices = [field.name for field in attrs.fields(cls)] if cls is not None else []
            for key in sorted(error.extra_fields, key=str):
                yield Problem(_step(path, key), "", "no such key", did_you_mean(key, choices))
        case InputError():
            for problem in error.problems:
                yield attrs.evolve(problem, path=path + problem.path)
        case FactValueError():
            yield Problem(path, shown(error.value), f"takes {error.expected}", error.suggestion)
        case _:
            yield Problem(path, "", str(error) or type(error).__name__)


def _record_at(cls: Any, name: str) -> Any:
    if not (isinstance(cls, type) and issubclass(cls, Record)):
        return None
    fact = facts_of(cls).get(name)
    return fact.record_type if isinstance(fact, Records) else sections_of(cls).get(name)


# Writing


def case_data(case: Case, *, canonical: bool = False) -> dict[str, Any]:
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


def dump_case(case: Case, *, indent: int | None = 2) -> str:
    """A case as JSON text that `parse_case` reads back to an equal case."""
    return json.dumps(case_data(case), indent=indent, ensure_ascii=False)


def canonical_case(case: Case) -> bytes:
    """The one JSON text of a case: sorted keys, no spaces, instants in UTC, nothing unknown."""
    return json.dumps(
        case_data(case, canonical=True), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    ).encode()


def case_digest(case: Case) -> str:
    """The SHA-256 of the canonical JSON of a case, in hexadecimal."""
    return hashlib.sha256(canonical_case(case)).hexdigest()


# Each table below says, key by key, how a part of an evaluation is written and
# what its schema is, so that the two cannot drift apart.

Schema = dict[str, Any]
Table = dict[str, tuple[Callable[[Any], Any], Schema]]

_STRING: Schema = {"type": "string"}
_BOOLEAN: Schema = {"type": "boolean"}
_STRINGS: Schema = {"type": "array", "items": _STRING}
_OPTIONAL_STRING: Schema = {"type": ["string", "null"]}
_OPTIONAL_NUMBER: Schema = {"type": ["number", "null"]}
_OUTCOMES: Schema = {"enum": [outcome.word for outcome in Outcome]}


def _enum(words: Any) -> Schema:
    return {"enum": [str(word) for word in words]}


def _iso(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def _dollars(cents: int | None) -> int | float | None:
    return None if cents is None else cents // 100 if cents % 100 == 0 else cents / 100


_FINDING: Table = {
    "provision": (lambda f: f.provision, _STRING),
    "kind": (lambda f: str(f.kind), _enum(Kind)),
    "force": (lambda f: str(f.force), _enum(Force)),
    "status": (lambda f: str(f.status), _enum(Status)),
    "citation": (lambda f: str(f.citation), _STRING),
    "because": (lambda f: list(f.because), _STRINGS),
    "unknown": (lambda f: list(f.unknown), _STRINGS),
    "displaced_by": (lambda f: f.displaced_by, _OPTIONAL_STRING),
    "presumed": (lambda f: f.presumed, _BOOLEAN),
    "reading": (lambda f: _reading(f), _OPTIONAL_STRING),
    "left_open": (lambda f: dict(f.left_open), {"type": "object", "additionalProperties": _STRING}),
}
_DUTY: Table = {
    "provision": (lambda d: d.provision, _STRING),
    "actor": (lambda d: d.actor, _STRING),
    "act": (lambda d: d.act, _STRING),
    "citation": (lambda d: str(d.citation), _STRING),
    "due": (lambda d: _iso(d.due), _OPTIONAL_STRING),
    "status": (lambda d: str(d.status), _enum(DutyStatus)),
    "force": (lambda d: str(d.force), _enum(Force)),
    "note": (lambda d: d.note, _STRING),
    "by_reading": (lambda d: d.by_reading, _BOOLEAN),
    "about": (lambda d: d.about, _STRING),
}
_TIER: Table = {
    "provision": (lambda t: t.provision, _STRING),
    "citation": (lambda t: str(t.citation), _STRING),
    "at_least": (lambda t: t.at_least, _OPTIONAL_NUMBER),
    "at_most": (lambda t: t.at_most, _OPTIONAL_NUMBER),
    "tiers": (lambda t: [tier.name.lower() for tier in t.tiers], _STRINGS),
}
_ELEMENT: Table = {
    "provision": (lambda c: c.provision, _STRING),
    "citation": (lambda c: str(c.citation), _STRING),
    "element": (lambda c: c.element, _STRING),
    "data_class": (lambda c: str(c.data_class), _enum(DataClass)),
    "certain": (lambda c: c.certain, _BOOLEAN),
}
_RETENTION: Table = {
    "provision": (lambda r: r.provision, _STRING),
    "citation": (lambda r: str(r.citation), _STRING),
    "floor": (lambda r: r.retention.floor and r.retention.floor.isoformat(), _OPTIONAL_STRING),
    "ceiling": (lambda r: r.retention.ceiling and r.retention.ceiling.isoformat(), _OPTIONAL_STRING),
    "trigger": (lambda r: r.retention.trigger, _STRING),
    "certain": (lambda r: r.certain, _BOOLEAN),
}
_LIMITS: Table = {
    "floor": (lambda limits: limits.floor and limits.floor.isoformat(), _OPTIONAL_STRING),
    "ceiling": (lambda limits: limits.ceiling and limits.ceiling.isoformat(), _OPTIONAL_STRING),
    "conflicts": (
        lambda limits: [list(pair) for pair in limits.conflicts],
        {"type": "array", "items": _STRINGS},
    ),
}
_EXPOSURE: Table = {
    "provision": (lambda e: e.provision, _STRING),
    "citation": (lambda e: str(e.citation), _STRING),
    "currency": (lambda e: "USD", {"const": "USD"}),
    "at_least": (lambda e: _dollars(e.at_least), {"type": "number"}),
    "at_most": (lambda e: _dollars(e.at_most), _OPTIONAL_NUMBER),
    "formula": (lambda e: e.formula, _STRING),
    "payer": (lambda e: e.payer, _STRING),
    "payee": (lambda e: e.payee, _STRING),
    "certain": (lambda e: e.certain, _BOOLEAN),
}
_UPCOMING: Table = {
    "provision": (lambda u: u.provision, _STRING),
    "citation": (lambda u: str(u.citation), _STRING),
    "starts": (lambda u: _iso(u.starts), _OPTIONAL_STRING),
    "statement": (lambda u: u.statement, _STRING),
}
_QUESTION: Table = {
    "fact": (lambda q: q.fact, _STRING),
    "prompt": (lambda q: q.prompt, _STRING),
    "provisions": (lambda q: list(q.provisions), _STRINGS),
    "definition": (lambda q: q.definition, _STRING),
    "choices": (lambda q: list(q.choices), _STRINGS),
    "proven": (lambda q: q.proven, _BOOLEAN),
    "rebuts": (lambda q: q.rebuts, _BOOLEAN),
    "asked": (lambda q: q.asked, _BOOLEAN),
}
_PAPER: Table = {
    "paper": (lambda p: p.paper, _STRING),
    "title": (lambda p: p.title, _STRING),
    "citation": (lambda p: str(p.citation), _STRING),
    "called_for": (lambda p: p.called_for, _BOOLEAN),
    "present": (lambda p: p.present, {"type": "integer"}),
    "missing": (lambda p: list(p.missing), _STRINGS),
    "not_known": (lambda p: list(p.not_known), _STRINGS),
}
_RANGE: Table = {
    "outcome": (lambda e: e.outcome.word, _OUTCOMES),
    "at_least": (lambda e: e.at_least.word, _OUTCOMES),
    "at_most": (lambda e: e.at_most.word, _OUTCOMES),
}
_COUNTS: Table = {
    "known": (lambda c: c.known, {"type": "integer"}),
    "asked_not_known": (lambda c: c.asked_not_known, {"type": "integer"}),
    "not_asked": (lambda c: c.not_asked, {"type": "integer"}),
}
_READINGS: Schema = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": _OUTCOMES, "minItems": 2, "maxItems": 2},
    },
}


def _rows(items: Any, table: Table) -> list[dict[str, Any]]:
    return [_row(item, table) for item in items]


def _row(item: Any, table: Table) -> dict[str, Any]:
    return {key: write(item) for key, (write, _) in table.items()}


def _object_schema(table: Table) -> Schema:
    return {
        "type": "object",
        "required": list(table),
        "additionalProperties": True,
        "properties": {key: schema for key, (_, schema) in table.items()},
    }


def _list_of(table: Table) -> Schema:
    return {"type": "array", "items": _object_schema(table)}


def _reading(finding: Finding) -> str | None:
    """The readings on which a finding depends, as `question=reading`."""
    chosen = dict(finding._evaluation.policy.readings)
    defaults = {a.name: a.default for a in finding._evaluation.policy.rulebook.ambiguities}
    return ", ".join(f"{name}={chosen.get(name, defaults[name])}" for name in finding.readings) or None


def _contested(evaluation: AnyEvaluation) -> dict[str, Any]:
    return {
        name: {reading: [low.word, high.word] for reading, (low, high) in outcomes.items()}
        for name, outcomes in evaluation.contested.items()
    }


_PART: Table = {
    "schema": (lambda e: EVALUATION, {"const": EVALUATION}),
    "policy": (lambda e: e.policy.id, _STRING),
    "policy_version": (lambda e: e.policy.version, _STRING),
    "kit_version": (lambda e: _kit_version(), _STRING),
    "case": (lambda e: e.case.id, _OPTIONAL_STRING),
    "case_sha256": (lambda e: case_digest(e.case), {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
    "as_of": (lambda e: _iso(e.as_of), _STRING),
    "readings": (lambda e: dict(e.policy.readings), {"type": "object", "additionalProperties": _STRING}),
    "parameters": (
        lambda e: {name: _parameter(value) for name, value in e.policy.parameters},
        {"type": "object"},
    ),
    **_RANGE,
    "contested": (lambda e: bool(e.contested), _BOOLEAN),
    "contested_readings": (_contested, _READINGS),
    "findings": (lambda e: _rows(e.findings, _FINDING), _list_of(_FINDING)),
    "duties": (lambda e: _rows(e.duties, _DUTY), _list_of(_DUTY)),
    "tiers": (lambda e: _rows(e.tiers, _TIER), _list_of(_TIER)),
    "data_classes": (lambda e: _rows(e.data_classes, _ELEMENT), _list_of(_ELEMENT)),
    "retention": (lambda e: _rows(e.retention, _RETENTION), _list_of(_RETENTION)),
    "exposure": (lambda e: _rows(e.exposure, _EXPOSURE), _list_of(_EXPOSURE)),
    "papers": (lambda e: _rows(e.papers, _PAPER), _list_of(_PAPER)),
    "upcoming": (lambda e: _rows(e.upcoming, _UPCOMING), _list_of(_UPCOMING)),
    "is_hypothetical": (
        lambda e: e.is_hypothetical,
        {"type": "boolean", "description": "whether the policy is taken as in force"},
    ),
    "hypothetical": (
        lambda e: None if e.hypothetical is None else _hypothetical(e.hypothetical),
        {"type": ["object", "null"], "properties": {key: schema for key, (_, schema) in _RANGE.items()}},
    ),
    "questions": (lambda e: _rows(e.questions, _QUESTION), _list_of(_QUESTION)),
    "counts": (lambda e: _row(e.counts, _COUNTS), _object_schema(_COUNTS)),
    "notes": (lambda e: list(e.notes), _STRINGS),
    "parts": (lambda e: [], {"type": "array"}),
}
_JOINT: Table = {
    "schema": _PART["schema"],
    "policy": (lambda e: e.policies.id, _STRING),
    "policy_version": (lambda e: " & ".join(part.policy.version for part in e.parts), _STRING),
    "kit_version": _PART["kit_version"],
    "case": _PART["case"],
    "case_sha256": _PART["case_sha256"],
    "as_of": _PART["as_of"],
    **_RANGE,
    "contested": _PART["contested"],
    "contested_readings": _PART["contested_readings"],
    "retention_limits": (lambda e: _row(e.retention_limits, _LIMITS), _object_schema(_LIMITS)),
    "questions": _PART["questions"],
    "parts": (
        lambda e: [_row(part, _PART) for part in e.parts],
        {"type": "array", "items": {"$ref": "#/$defs/part"}},
    ),
}


def _hypothetical(evaluation: Evaluation) -> dict[str, Any]:
    return {**_row(evaluation, _RANGE), "findings": _rows(evaluation.findings, _FINDING)}


def _parameter(value: Any) -> Any:
    return value.value if isinstance(value, Occurrence) else _moment(value, canonical=False)


def _kit_version() -> str:
    from aigovkit import __version__

    return __version__


def evaluation_data(evaluation: AnyEvaluation) -> dict[str, Any]:
    """The JSON form of an evaluation."""
    return _row(evaluation, _JOINT if isinstance(evaluation, JointEvaluation) else _PART)


def evaluation_part(evaluation: AnyEvaluation, key: str) -> Any:
    """One key of the JSON form of an evaluation; the others are not worked out."""
    table = _JOINT if isinstance(evaluation, JointEvaluation) else _PART
    return table[key][0](evaluation)


def dump_evaluation(evaluation: AnyEvaluation, *, indent: int | None = None) -> str:
    """An evaluation as JSON text, the same bytes for the same case, policy, settings and time."""
    separators = (",", ":") if indent is None else None
    return json.dumps(evaluation_data(evaluation), indent=indent, separators=separators, ensure_ascii=False)


# Replaying


@attrs.frozen
class Replay:
    """Whether a recorded evaluation comes out the same again, and the JSON paths of what differs."""

    same: bool
    differences: tuple[str, ...]


def replay(
    record: str | bytes | Mapping[str, Any], case: Case, policies: Mapping[str, Policy] | None = None
) -> Replay:
    """Work out a recorded evaluation again, with its policies, readings, parameters and time, and say what
    differs.

    `policies` gives the policies by id when they are not among those that can be found.
    """
    old: Any = _decoded(record) if isinstance(record, str | bytes) else record
    if not isinstance(old, Mapping) or old.get("schema") != EVALUATION:
        given = old.get("schema") if isinstance(old, Mapping) else old
        raise InputError(
            "the record",
            [Problem("$.schema", shown(given), f"`{EVALUATION}` is the form this version reads")],
        )
    missing = _missing(old, "$", _JOINT if old.get("parts") else _PART)
    for at, part in enumerate(old["parts"]) if not missing else ():
        missing += _missing(part, f"$.parts[{at}]", _PART)
    if missing:
        raise InputError("the record", missing)
    parts = [_recorded(part, policies or {}) for part in (old["parts"] or [old])]
    as_of = periods.parse_moment(old["as_of"])
    if old["parts"]:
        new = evaluation_data(PolicySet.of(*parts).evaluate(case, as_of=as_of))
    else:
        new = evaluation_data(parts[0].evaluate(case, as_of=as_of, hypothetical=old["is_hypothetical"]))
    differences = tuple(_differences(old, new, "$"))
    return Replay(not differences, differences)


def _decoded(record: str | bytes) -> Any:
    try:
        return json.loads(record)
    except (ValueError, RecursionError) as error:
        raise InputError("the record", [Problem("$", shown(record), f"JSON text ({error})")]) from None


def _missing(record: Any, path: str, table: Table) -> list[Problem]:
    """What a record lacks, or has in a form that no evaluation has."""
    if not isinstance(record, Mapping):
        return [Problem(path, shown(record), "an object: a recorded evaluation")]
    kinds = {
        "as_of": (str, "a day or an instant"),
        "parts": (list, "a list"),
        "policy": (str, "the id of a policy"),
        "readings": (Mapping, "an object"),
        "parameters": (Mapping, "an object"),
        "is_hypothetical": (bool, "true or false"),
    }
    return [
        Problem(f"{path}.{key}", shown(record[key]) if key in record else "", kind)
        for key, (type_, kind) in kinds.items()
        if key in table and not isinstance(record.get(key), type_)
    ]


def _recorded(part: Mapping[str, Any], policies: Mapping[str, Policy]) -> Policy:
    policy = policies.get(part["policy"]) or find_policy(part["policy"])
    kinds = {parameter.name: parameter for parameter in policy.rulebook.parameters}
    values = {name: parameter_value(kinds.get(name), value) for name, value in part["parameters"].items()}
    return policy.read(**part["readings"]).given(**values)


def parameter_value(parameter: Any, value: Any) -> Any:
    """The value of a parameter from its JSON form or from the words of a command line."""
    from aigovkit.conditions import BooleanParameter, CountParameter, EventParameter

    if isinstance(parameter, EventParameter) and isinstance(value, str):
        return Occurrence.NEVER if value == "never" else periods.parse_moment(value)
    if isinstance(parameter, BooleanParameter) and value in ("true", "false"):
        return value == "true"
    if (
        isinstance(parameter, CountParameter)
        and isinstance(value, str)
        and value.isdecimal()
        and len(value) <= 15
    ):
        return int(value)
    return value


def _differences(old: Any, new: Any, path: str) -> Iterator[str]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys([*old, *new]):
            if (key in old) is not (key in new):
                yield _step(path, key)
            else:
                yield from _differences(old[key], new[key], _step(path, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _differences(one, other, f"{path}[{index}]")
    elif old != new:
        yield path


# Schemas

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def case_schema() -> dict[str, Any]:
    """The JSON Schema of a case, made from the facts the records declare."""
    definitions: dict[str, Any] = {}
    schema = _record_schema(Case, definitions)
    schema["properties"] = {"schema": {"const": CASE}, **schema["properties"]}
    schema["properties"]["attestations"] = {
        "type": ["object", "null"],
        "description": "What is attested, by the id of the provision.",
        "additionalProperties": {"$ref": "#/$defs/Attestation"},
    }
    schema["properties"]["not_known"] = {
        "type": ["array", "null"],
        "description": "The facts that were asked about and that nobody could answer, by their paths.",
        "items": _STRING,
    }
    definitions["Attestation"] = {
        "type": ["object", "null"],
        "description": "Someone's word that the duty of a provision is done, or is not.",
        "additionalProperties": False,
        "patternProperties": {f"^{COMMENT}": {}},
        "properties": {
            "met": {"type": ["boolean", "null"]},
            "on": {"anyOf": [*_moment_schemas(), {"type": "null"}]},
            "by": {"type": ["string", "null"], "maxLength": Text.longest},
            "evidence": {"type": ["string", "null"], "maxLength": Text.longest},
        },
    }
    return {"$schema": DRAFT, "$id": CASE, "title": "Case", **schema, "$defs": definitions}


def _record_schema(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    order = [field.name for field in attrs.fields(cls)]
    facts, sections = facts_of(cls), sections_of(cls)
    for name in order:
        if name in facts:
            properties[name] = _fact_schema(facts[name], definitions)
        elif name in sections:
            inner = sections[name]
            definitions[inner.__name__] = _record_schema(inner, definitions)
            properties[name] = {"anyOf": [{"$ref": f"#/$defs/{inner.__name__}"}, {"type": "null"}]}
    return {
        "type": "object",
        "description": (cls.__doc__ or "").partition("\n")[0],
        "additionalProperties": False,
        "patternProperties": {f"^{COMMENT}": {"description": "A comment."}},
        "properties": properties,
    }


def _moment_schemas() -> list[dict[str, Any]]:
    return [
        {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"},
        {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$"},
    ]


def _fact_schema(fact: DeclaredFact, definitions: dict[str, Any]) -> dict[str, Any]:
    described = {"title": fact.question, **({"description": fact.definition} if fact.definition else {})}
    match fact:
        case Boolean():
            return {**described, "type": ["boolean", "null"]}
        case Term():
            return {
                **described,
                "anyOf": [_vocabulary_schema(fact.vocabulary, definitions), {"type": "null"}],
            }
        case Terms():
            terms = {"type": "array", "items": _vocabulary_schema(fact.vocabulary, definitions)}
            partial = {
                "type": "object",
                "additionalProperties": False,
                "properties": {"yes": terms, "no": terms},
            }
            return {**described, "anyOf": [terms, partial, {"type": "null"}]}
        case Event():
            return {**described, "anyOf": [*_moment_schemas(), {"enum": ["never", "undated", None]}]}
        case Events():
            return {**described, "type": ["array", "null"], "items": {"anyOf": _moment_schemas()}}
        case Count():
            return {**described, "type": ["integer", "null"], "minimum": 0, "exclusiveMaximum": 10**15}
        case Money():
            return {**described, "type": ["number", "null"], "minimum": 0, "exclusiveMaximum": 10**15}
        case Duration():
            return {**described, "type": ["string", "null"], "format": "duration"}
        case Records():
            inner = fact.record_type
            definitions[inner.__name__] = _record_schema(inner, definitions)
            return {**described, "type": ["array", "null"], "items": {"$ref": f"#/$defs/{inner.__name__}"}}
        case Place():
            return {
                **described,
                "type": ["string", "null"],
                "pattern": "^[a-z0-9-]+(/[a-z0-9-]+)*$",
                "maxLength": 100,
            }
        case _:
            return {**described, "type": ["string", "null"], "maxLength": Text.longest}


def _vocabulary_schema(vocabulary: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    definitions[vocabulary.__name__] = {
        "description": (vocabulary.__doc__ or "").partition("\n")[0],
        "oneOf": [
            {"const": str(word), **({"description": word.definition} if word.definition else {})}
            for word in vocabulary
        ],
    }
    return {"$ref": f"#/$defs/{vocabulary.__name__}"}


def evaluation_schema() -> dict[str, Any]:
    """The JSON Schema of an evaluation, of one policy or of several. More keys may follow in later
    versions.
    """
    return {
        "$schema": DRAFT,
        "$id": EVALUATION,
        "title": "Evaluation",
        "anyOf": [{"$ref": "#/$defs/part"}, {"$ref": "#/$defs/joint"}],
        "$defs": {"part": _object_schema(_PART), "joint": _object_schema(_JOINT)},
    }


# A case to start from


def skeleton(policies: list[Policy] | None = None) -> dict[str, Any]:
    """A case in which everything is unknown, with each question as a comment above its fact.

    With policies, only what they read is in it.
    """
    read = (
        None
        if policies is None
        else {path for policy in policies for paths in policy.rulebook.reads.values() for path in paths}
    )
    how = (
        "Fill in what is known; null, or leaving a line out, says unknown. Lines like this one are comments."
    )
    data: dict[str, Any] = {"schema": CASE, f"{COMMENT} how": how}
    data.update(_skeleton(Case, read))
    duties = [
        rule
        for policy in policies or ()
        for rule in policy.rules
        if f"attestations.{rule.id}" in (read or ())
    ]
    data["attestations"] = {}
    for rule in duties:
        data["attestations"][f"{COMMENT} {rule.id}"] = rule.statement
        data["attestations"][rule.id] = {"met": None, "on": None, "by": None, "evidence": None}
    return data


def _skeleton(cls: Any, read: set[str] | None) -> dict[str, Any]:
    data: dict[str, Any] = {}
    facts, sections = facts_of(cls), sections_of(cls)
    for name in [field.name for field in attrs.fields(cls)]:
        if name in sections and (inner := _skeleton(sections[name], read)):
            data[name] = inner
        elif name in facts:
            fact = facts[name]
            inner_read = read is None or any(path.startswith(f"{fact.path}[]") for path in read)
            if (
                read is not None
                and fact.path not in read
                and not isinstance(fact, Text)
                and not (isinstance(fact, Records) and inner_read)
            ):
                continue
            data[f"{COMMENT} {name}"] = f"{fact.question} ({fact.accepts})"
            data[name] = None
            if isinstance(fact, Records):
                data[f"{COMMENT} {name}, each"] = [_skeleton(fact.record_type, read)]
    return data
