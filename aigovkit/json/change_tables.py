"""How what changed between two answers is written, and the ways to a milder outcome, with their schemas."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from aigovkit import paths
from aigovkit.answers import Change, Firmness, Status, WaysTo
from aigovkit.changes import LISTS, OF_ALL, Difference, MovedOutcome, MovedRow, Stand, Why
from aigovkit.citations import Force
from aigovkit.facts.codecs import Schema
from aigovkit.json import tables
from aigovkit.json.encode import value_to_json
from aigovkit.json.limits import DIFFERENCE, WAYS
from aigovkit.json.rows import Table, object_schema
from aigovkit.models.case import FACTS

_STRING: Schema = {"type": "string"}
_BOOLEAN: Schema = {"type": "boolean"}
_OPTIONAL_STRING: Schema = {"type": ["string", "null"]}
_STRINGS: Schema = {"type": "array", "items": _STRING}
_SETS: Schema = {"type": "array", "items": _STRINGS}
_STATUS = tables.enum(Status)


def _value(change: Change, value: Any) -> Any:
    path = change.fact
    if paths.attested_provision(path) is not None or paths.general(path) in FACTS:
        return value_to_json(path, value)
    return tables.parameter(value)


_CHANGE: Table = {
    "fact": (lambda c: c.fact, _STRING),
    "before": (lambda c: _value(c, c.before), {}),
    "after": (lambda c: _value(c, c.after), {}),
    "about": (lambda c: c.about, _STRING),
    "citation": (lambda c: None if c.citation is None else str(c.citation), _OPTIONAL_STRING),
}
_WAY: Table = {
    "changes": (lambda w: tables.rows(w.changes, _CHANGE), tables.list_of(_CHANGE)),
    "at_least": (lambda w: w.at_least.word, tables.OUTCOMES),
    "at_most": (lambda w: w.at_most.word, tables.OUTCOMES),
    "presumed": (lambda w: w.presumed, _BOOLEAN),
}
_OBSTACLE: Table = {
    "policy": (lambda o: o.policy, _STRING),
    "provision": (lambda o: o.provision, _STRING),
    "citation": (lambda o: str(o.citation), _STRING),
    "statement": (lambda o: o.statement, _STRING),
    "status": (lambda o: str(o.status), _STATUS),
    "firmness": (lambda o: str(o.firmness), tables.enum(Firmness)),
    "unknown": (lambda o: list(o.unknown), _STRINGS),
}
WAYS_TO: Table = {
    "schema": (lambda _: WAYS, {"const": WAYS}),
    "outcome": (lambda w: w.outcome.word, tables.OUTCOMES),
    "at_most": (lambda w: w.at_most, {"type": "integer", "minimum": 1}),
    "is_reached": (lambda w: w.is_reached, _BOOLEAN),
    "complete": (lambda w: w.complete, _BOOLEAN),
    "ways": (lambda w: tables.rows(w.ways, _WAY), tables.list_of(_WAY)),
    "in_the_way": (lambda w: tables.rows(w.in_the_way, _OBSTACLE), tables.list_of(_OBSTACLE)),
}

_WHY: Table = {
    "alone": (lambda w: [list(one) for one in w.alone], _SETS),
    "undone": (lambda w: [list(one) for one in w.undone], _SETS),
    "complete": (lambda w: w.complete, _BOOLEAN),
}


def _why(why: Why) -> dict[str, Any]:
    return tables.row(why, _WHY)


def _stand(stand: Stand | None) -> dict[str, Any] | None:
    return None if stand is None else tables.row(stand, _STAND)


_STAND: Table = {
    "status": (lambda s: str(s.status), _STATUS),
    "effective_force": (
        lambda s: None if s.effective_force is None else str(s.effective_force),
        {"enum": [*(str(force) for force in Force), None]},
    ),
    "records": (
        lambda s: {record: str(status) for record, status in s.records},
        {"type": "object", "additionalProperties": _STATUS},
    ),
}
_STAND_OR_NULL: Schema = {**object_schema(_STAND), "type": ["object", "null"]}
_FINDING: Table = {
    "policy": (lambda f: f.policy, _STRING),
    "provision": (lambda f: f.provision, _STRING),
    "statement": (lambda f: f.statement, _STRING),
    "before": (lambda f: _stand(f.before), _STAND_OR_NULL),
    "after": (lambda f: _stand(f.after), _STAND_OR_NULL),
    "why": (lambda f: _why(f.why), object_schema(_WHY)),
}


def _side(which: str) -> Callable[[MovedOutcome], dict[str, Any]]:
    """What writes the outcome of one side."""

    def write(moved: MovedOutcome) -> dict[str, Any]:
        low, high = getattr(moved, which)
        present = getattr(moved, f"present_{which}")
        return {
            "at_least": low.word,
            "at_most": high.word,
            "present": [one.word for one in present],
            "attention": tables.row(getattr(moved, f"attention_{which}"), tables.ATTENTION),
        }

    return write


_SIDE: Schema = {
    "type": "object",
    "required": ["at_least", "at_most", "present", "attention"],
    "additionalProperties": True,
    "properties": {
        "at_least": tables.OUTCOMES,
        "at_most": tables.OUTCOMES,
        "present": {"type": "array", "items": tables.OUTCOMES, "minItems": 2, "maxItems": 2},
        "attention": object_schema(tables.ATTENTION),
    },
}
_OUTCOME: Table = {
    "moved": (lambda o: o.moved, _BOOLEAN),
    "before": (_side("before"), _SIDE),
    "after": (_side("after"), _SIDE),
    "why": (lambda o: _why(o.why), object_schema(_WHY)),
}


def _row(moved: MovedRow) -> dict[str, Any]:
    table = tables.ROWS[moved.kind]
    return {
        "policy": moved.policy,
        "about": list(moved.key),
        "before": None if moved.before is None else tables.row(moved.before, table),
        "after": None if moved.after is None else tables.row(moved.after, table),
    }


def _rows_of(kind: str) -> tuple[Callable[[Difference], Any], Schema]:
    side: Schema = {**object_schema(tables.ROWS[kind]), "type": ["object", "null"]}
    schema: Schema = {
        "type": "object",
        "required": ["policy", "about", "before", "after"],
        "additionalProperties": True,
        "properties": {"policy": _STRING, "about": _STRINGS, "before": side, "after": side},
    }
    return lambda c: [_row(one) for one in c.of_kind(kind)], {"type": "array", "items": schema}


_DIFFERENCE: Table = {
    "schema": (lambda _: DIFFERENCE, {"const": DIFFERENCE}),
    "policies_added": (lambda c: list(c.policies_added), _STRINGS),
    "policies_removed": (lambda c: list(c.policies_removed), _STRINGS),
    "inputs": (lambda c: tables.rows(c.inputs, _CHANGE), tables.list_of(_CHANGE)),
    "outcome": (lambda c: tables.row(c.outcome, _OUTCOME), object_schema(_OUTCOME)),
    "findings": (lambda c: tables.rows(c.findings, _FINDING), tables.list_of(_FINDING)),
    **{kind: _rows_of(kind) for kind in (*LISTS, *OF_ALL)},
}


def difference_to_dict(compared: Difference) -> dict[str, Any]:
    """The JSON form of what changed between two answers.

    .. versionadded:: 0.1.0
    """
    return tables.row(compared, _DIFFERENCE)


def difference_to_json(compared: Difference, *, indent: int | None = None) -> str:
    """What changed between two answers as JSON text.

    .. versionadded:: 0.1.0
    """
    return _text(difference_to_dict(compared), indent)


def ways_to_dict(found: WaysTo) -> dict[str, Any]:
    """The JSON form of the ways to an outcome.

    .. versionadded:: 0.1.0
    """
    return tables.row(found, WAYS_TO)


def ways_to_json(found: WaysTo, *, indent: int | None = None) -> str:
    """The ways to an outcome as JSON text.

    .. versionadded:: 0.1.0
    """
    return _text(ways_to_dict(found), indent)


def _text(data: dict[str, Any], indent: int | None) -> str:
    separators = (",", ":") if indent is None else None
    return json.dumps(data, indent=indent, separators=separators, ensure_ascii=False)


DRAFT = "https://json-schema.org/draft/2020-12/schema"


def difference_schema() -> Schema:
    """The JSON Schema of what changed between two answers. More keys may follow in later versions.

    .. versionadded:: 0.1.0
    """
    return {"$schema": DRAFT, "$id": DIFFERENCE, **object_schema(_DIFFERENCE, title="Difference")}


def ways_schema() -> Schema:
    """The JSON Schema of the ways to an outcome. More keys may follow in later versions.

    .. versionadded:: 0.1.0
    """
    return {"$schema": DRAFT, "$id": WAYS, **object_schema(WAYS_TO, title="Ways")}
