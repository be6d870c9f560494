"""How a comparison with decided cases is written, and its schema, key by key."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from aigovkit.citations import Force
from aigovkit.facts.codecs import Schema
from aigovkit.json.rows import Table, list_of, object_schema, row, rows
from aigovkit.precedents.answers import Standing, Why
from aigovkit.precedents.records import Measure, Role, Stated, Tag, Way

if TYPE_CHECKING:
    from aigovkit.precedents.answers import LeaveOneOut
    from aigovkit.precedents.comparison import Comparison

_STRING: Schema = {"type": "string"}
_STRINGS: Schema = {"type": "array", "items": _STRING}
_BOOLEAN: Schema = {"type": "boolean"}
_OPTIONAL_BOOLEAN: Schema = {"type": ["boolean", "null"]}
_OPTIONAL_STRING: Schema = {"type": ["string", "null"]}


def _enum(words: Any) -> Schema:
    return {"enum": [str(word) for word in words]}


def _ids(several: Iterable[Any]) -> list[str]:
    return [one.id for one in several]


def _measure(value: Measure | None) -> int | str | None:
    return value if value is None or isinstance(value, int) else value.isoformat()


_TRACK: Table = {
    "track": (lambda s: s.id, _STRING),
    "label": (lambda s: s.label, _STRING),
    "meaning": (lambda s: s.meaning, _STRING),
}
_BOUND: Table = {
    "at_least": (lambda b: b.at_least.id, _STRING),
    "at_most": (lambda b: b.at_most.id, _STRING),
    "floor_by": (lambda b: _ids(b.floor_by), _STRINGS),
    "ceiling_by": (lambda b: _ids(b.ceiling_by), _STRINGS),
    "forces": (lambda b: b.forces, _OPTIONAL_BOOLEAN),
    "floor_open": (lambda b: b.floor_open.id, _STRING),
    "ceiling_open": (lambda b: b.ceiling_open.id, _STRING),
    "as_shown": (lambda b: _ids(b.as_shown), {**_STRINGS, "minItems": 2, "maxItems": 2}),
    "consistent": (lambda b: b.consistent, _BOOLEAN),
}
_GROUND: Table = {
    "track": (lambda g: g.track.id, _STRING),
    "statement": (lambda g: g.statement, _STRING),
    "citations": (lambda g: [str(one) for one in g.citations], _STRINGS),
    "precedents": (lambda g: list(g.precedents), _STRINGS),
    "pattern": (lambda g: g.pattern or None, _OPTIONAL_STRING),
    "ours": (lambda g: g.ours, _STRING),
}
_PREDICTION: Table = {
    "is_decision": (lambda _: False, {"const": False}),
    "force": (lambda p: str(p.force), {"const": str(Force.PRECEDENT)}),
    "note": (lambda p: p.note, _STRING),
    "track": (lambda p: p.track and p.track.id, _OPTIONAL_STRING),
    "settled": (lambda p: p.settled, _BOOLEAN),
    "grounds": (lambda p: rows(p.grounds, _GROUND), list_of(_GROUND)),
    "contrary": (lambda p: rows(p.contrary, _GROUND), list_of(_GROUND)),
    "tracks_left": (lambda p: _ids(p.tracks_left), _STRINGS),
    "tracks_open": (lambda p: _ids(p.tracks_open), _STRINGS),
    "may_abstain": (lambda p: p.may_abstain, _BOOLEAN),
    "exact": (lambda p: p.exact, _BOOLEAN),
    "leans": (lambda p: p.leans and p.leans.id, _OPTIONAL_STRING),
    "leaning": (lambda p: rows(p.leaning, _GROUND), list_of(_GROUND)),
    "why_not": (lambda p: p.why_not, _STRING),
}
_PATTERN: Table = {
    "pattern": (lambda f: f.pattern.id, _STRING),
    "track": (lambda f: f.track.id, _STRING),
    "role": (lambda f: str(f.pattern.role), _enum(Role)),
    "statement": (lambda f: f.pattern.statement, _STRING),
    "citation": (lambda f: str(f.pattern.citation), _STRING),
    "precedents": (lambda f: list(f.pattern.precedents), _STRINGS),
    "ours": (lambda f: f.pattern.ours, _STRING),
    "matches": (lambda f: f.matches, _OPTIONAL_BOOLEAN),
    "as_shown": (lambda f: f.as_shown, _BOOLEAN),
    "shown": (lambda f: _ids(f.shown), _STRINGS),
    "missing": (lambda f: _ids(f.missing), _STRINGS),
    "unknown": (lambda f: _ids(f.unknown), _STRINGS),
}
_DISTINCTION: Table = {
    "factor": (lambda d: d.factor.id, _STRING),
    "why": (lambda d: str(d.why), _enum(Why)),
    "points": (lambda d: str(d.points), _enum(Way)),
    "tag": (lambda d: None if d.tag is None else str(d.tag), {"enum": [*_enum(Tag)["enum"], None]}),
}


def _stated(one: Stated) -> dict[str, Any]:
    return {"factor": one.factor, "tag": str(one.tag), "value": _measure(one.value)}


_STATED: Schema = {
    "type": "object",
    "required": ["factor", "tag", "value"],
    "properties": {
        "factor": _STRING,
        "tag": _enum(Tag),
        "value": {"type": ["integer", "string", "null"]},
    },
}
_NEAREST: Table = {
    "precedent": (lambda n: n.precedent.id, _STRING),
    "title": (lambda n: n.precedent.title, _STRING),
    "citation": (lambda n: str(n.precedent.citation), _STRING),
    "track": (lambda n: n.track.id, _STRING),
    "score": (lambda n: float(n.score), {"type": "number"}),
    "states": (lambda n: [_stated(one) for one in n.precedent.factors], {"type": "array", "items": _STATED}),
    "shared": (lambda n: _ids(n.shared), _STRINGS),
    "missing": (lambda n: _ids(n.missing), _STRINGS),
    "unknown": (lambda n: _ids(n.unknown), _STRINGS),
    "added": (lambda n: _ids(n.added), _STRINGS),
    "distinctions": (lambda n: rows(n.distinctions, _DISTINCTION), list_of(_DISTINCTION)),
}
_FACTOR: Table = {
    "factor": (lambda f: f.id, _STRING),
    "label": (lambda f: f.label, _STRING),
    "side": (lambda f: str(f.side), _STRING),
    "holds": (lambda f: f.holds, _OPTIONAL_BOOLEAN),
    "unknown": (lambda f: list(f.unknown), _STRINGS),
}
_QUESTION: Table = {
    "factor": (lambda q: q.factor.id, _STRING),
    "label": (lambda q: q.factor.label, _STRING),
    "facts": (lambda q: list(q.facts), _STRINGS),
    "if_shown": (lambda q: q.if_shown and q.if_shown.id, _OPTIONAL_STRING),
    "proven": (lambda q: q.proven, _BOOLEAN),
}


def _otherwise(comparison: Comparison) -> str | None:
    nearest = comparison.nearest_otherwise
    return None if nearest is None else nearest.precedent.id


COMPARISON: Table = {
    "base": (lambda c: c.base.id, _STRING),
    "title": (lambda c: c.base.title, _STRING),
    "tracks": (lambda c: rows(c.base.tracks.steps, _TRACK), list_of(_TRACK)),
    "prediction": (lambda c: row(c.prediction, _PREDICTION), object_schema(_PREDICTION)),
    "bound": (lambda c: row(c.bound, _BOUND), object_schema(_BOUND)),
    "patterns": (lambda c: rows(c.patterns, _PATTERN), list_of(_PATTERN)),
    "nearest": (lambda c: rows(c.nearest, _NEAREST), list_of(_NEAREST)),
    "nearest_otherwise": (_otherwise, _OPTIONAL_STRING),
    "factors": (lambda c: rows(c.factors, _FACTOR), list_of(_FACTOR)),
    "questions": (lambda c: rows(c.questions, _QUESTION), list_of(_QUESTION)),
    "notes": (lambda c: list(c.base.notes), _STRINGS),
}
"""A comparison with decided cases. Tracks, factors and precedents stand in it by their ids."""

LEFT_OUT: Table = {
    "precedent": (lambda r: r.precedent.id, _STRING),
    "decided": (lambda r: r.decided.id, _STRING),
    "standing": (lambda r: str(r.standing), _enum(Standing)),
    "bound": (lambda r: row(r.bound, _BOUND), object_schema(_BOUND)),
    "prediction": (lambda r: row(r.prediction, _PREDICTION), object_schema(_PREDICTION)),
}


def comparison_to_dict(comparison: Comparison) -> dict[str, Any]:
    """The JSON form of a comparison: everything it says, which is then worked out.

    .. versionadded:: 0.1.0
    """
    return row(comparison, COMPARISON)


def comparison_to_json(comparison: Comparison, *, indent: int | None = None) -> str:
    """A comparison as JSON text, the same bytes for the same case and base.

    .. versionadded:: 0.1.0
    """
    separators = (",", ":") if indent is None else None
    return json.dumps(
        comparison_to_dict(comparison), indent=indent, separators=separators, ensure_ascii=False
    )


def left_out_to_dict(report: LeaveOneOut) -> dict[str, Any]:
    """The JSON form of the report in which each decided case is judged by the others.

    .. versionadded:: 0.1.0
    """
    counts = {str(one): report.count(one) for one in Standing}
    return {"title": report.title, "counts": counts, "rows": rows(report, LEFT_OUT)}
