"""The JSON Schemas of a case and of an evaluation."""

from __future__ import annotations

from typing import Any

import attrs

from aigovkit.facts import (
    Boolean,
    Count,
    DeclaredFact,
    Duration,
    Event,
    Events,
    Money,
    Place,
    Records,
    Term,
    Terms,
    Text,
    facts_of,
    sections_of,
)
from aigovkit.json.limits import CASE, COMMENT, EVALUATION
from aigovkit.json.tables import _JOINT, _PART, _STRING, _object_schema
from aigovkit.models import Case

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
