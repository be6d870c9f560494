"""Cases from JSON: bounded, strict, everything wrong with it told at once.

Input is hostile until it has been read: its size and depth are bounded, nothing
in it is coerced or dropped, and everything wrong with it is reported, each with
its JSON path.
"""

from __future__ import annotations

import decimal
import functools
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
from aigovkit.errors import (
    FactValueError,
    InputError,
    InstantError,
    Problem,
    UnknownFactError,
    did_you_mean,
    shown,
)
from aigovkit.facts import (
    Count,
    DeclaredFact,
    Duration,
    Event,
    Events,
    Record,
    Records,
    Terms,
    TermSet,
    facts_of,
    sections_of,
)
from aigovkit.json.limits import CASE, COMMENT, DEEPEST, LARGEST, MOST_PROBLEMS
from aigovkit.jurisdictions import PREFIXES
from aigovkit.models import Attestation, Attestations, Case
from aigovkit.models import fact as fact_at
from aigovkit.periods import Occurrence, Period
from aigovkit.policies import find_policies, find_policy

# Reading


def load_case(source: str | os.PathLike[str] | IO[str] | IO[bytes]) -> Case:
    """Read a case from a file, by its path or opened. InputError lists everything wrong with it."""
    if isinstance(source, str | os.PathLike):
        with Path(source).open("rb") as file:
            return case_from_json(file.read(LARGEST + 1))
    return case_from_json(source.read(LARGEST + 1))


def case_from_json(text: str | bytes) -> Case:
    """Read a case from JSON text. InputError lists everything wrong with it.

    >>> case_from_json('{"system": {"uses_ai": true}}')
    Case(system=System(uses_ai=True))
    """
    return case_from_dict(_parse(text))


def case_from_dict(data: Any) -> Case:
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
    """The provisions of the policies whose prefixes those wanted bear; where that is not enough, those of
    every policy there is.
    """
    ids = [str(one) for one in wanted if not str(one).startswith(COMMENT)]
    policies = {policy for prefix, policy in PREFIXES.items() if any(one.startswith(prefix) for one in ids)}
    known = frozenset[str]().union(*map(_provisions_of, policies))
    if known.issuperset(ids):
        return known
    found, _ = find_policies()
    return frozenset(provision.id for policy in found.values() for provision in policy.provisions)


@functools.cache
def _provisions_of(policy: str) -> frozenset[str]:
    return frozenset(provision.id for provision in find_policy(policy).provisions)


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
