"""The JSON Schemas of a case, of an agency file and of an evaluation.

None has a reference in it, so that each can stand alone, and as a component of
an OpenAPI 3.1 document.
"""

from __future__ import annotations

import re
from typing import Any

import attrs

from aigovkit.citations import PROVISION_ID
from aigovkit.facts import DeclaredFact, Record, Records, codec_of, facts_of, sections_of
from aigovkit.facts.codecs import COMMENT, COMMENTS, Schema
from aigovkit.json.limits import AGENCY_FILE, CASE, EVALUATION
from aigovkit.json.rows import object_schema
from aigovkit.json.tables import JOINT, PART
from aigovkit.models import FACTS, AgencyFile, Attestation, Case, Provenance
from aigovkit.models.case import LISTS, MOST_PATHS
from aigovkit.paths import attestation_path

ONE_OF_LISTS = f"(?:\\[(?:{'|'.join(map(re.escape, LISTS))})\\[(?:0|[1-9][0-9]{{0,8}})\\]\\])?"
"""What stands after the id of a provision where one record is attested, if one is."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def case_schema() -> Schema:
    """The JSON Schema of a case, made from the facts the records declare and the codecs of their kinds.

    It takes what `Case.from_dict` takes, and refuses what that refuses, save what a
    schema has no words for: parts of a cent, half of a surrogate pair, a span whose
    last day comes before its first, more than so many records in all lists together,
    the number of a record there is not, in an attestation, among the facts nobody knew or
    those of which it is said where they were learnt, and bytes and depth. Each fact says besides
    whether the agency can change it (`x-changeable`) and who can usually answer
    (`x-known-by`). It is the same whichever policies are installed: an attestation
    may have any id that a provision can have.

    >>> case_schema()["properties"]["system"]["properties"]["uses_ai"]["title"]
    'Uses ai'

    .. versionadded:: 0.1.0
    """
    schema = _record(Case)
    schema["properties"] = {
        "schema": {"const": CASE},
        **schema["properties"],
        "attestations": _nullable(_attestations(PROVISION_ID + ONE_OF_LISTS)),
        "not_known": _nullable(_not_known()),
        "provenance": _nullable(_provenance()),
    }
    return {"$schema": DRAFT, "$id": CASE, "title": "Case", **schema}


def agency_file_schema() -> Schema:
    """The JSON Schema of an agency file. It takes what `AgencyFile.from_dict` takes, as that of a case does.

    .. versionadded:: 0.1.0
    """
    schema = _record(AgencyFile)
    schema["properties"] = {
        "schema": {"const": AGENCY_FILE},
        **schema["properties"],
        "attestations": _nullable(_attestations(PROVISION_ID)),
    }
    return {"$schema": DRAFT, "$id": AGENCY_FILE, **schema}


def evaluation_schema() -> Schema:
    """The JSON Schema of an evaluation, of one policy or of several. More keys may follow in later versions.

    .. versionadded:: 0.1.0
    """
    return {
        "$schema": DRAFT,
        "$id": EVALUATION,
        "title": "Evaluation",
        "anyOf": [
            object_schema(PART, title="Single evaluation"),
            object_schema(JOINT, title="Joint evaluation"),
        ],
    }


def _record(kind: type[Record]) -> Schema:
    """The schema of a record, null aside."""
    facts, sections = facts_of(kind), sections_of(kind)
    properties: dict[str, Schema] = {}
    for field in attrs.fields(kind):  # type: ignore[arg-type]
        if field.name in facts:
            properties[field.name] = _fact(facts[field.name])
        elif field.name in sections:
            properties[field.name] = _nullable(_record(sections[field.name]))
    return {
        "title": _words(kind.__name__),
        "type": "object",
        "description": (kind.__doc__ or "").partition("\n")[0],
        "additionalProperties": False,
        "patternProperties": COMMENTS,
        "properties": properties,
    }


def _fact(fact: DeclaredFact) -> Schema:
    asked = f"{fact.question} {fact.definition}".strip()
    if isinstance(fact, Records):
        several: Schema = {"type": "array", "items": _record(fact.record_type), "maxItems": fact.most}
        schema = {"anyOf": [several, _partly(fact, several)]}
    else:
        schema = codec_of(fact).schema(fact)
    about: Schema = {} if fact.left_out is None else {"default": str(fact.left_out)}
    about |= {} if fact.changeable is None else {"x-changeable": fact.changeable}
    about |= {} if fact.known_by is None else {"x-known-by": str(fact.known_by)}
    return {"title": _words(fact.name), "description": asked, **about, **_nullable(schema)}


def _partly(fact: Records[Any], several: Schema) -> Schema:
    """The schema of a list known in part."""
    return {
        "type": "object",
        "description": "A list known in part: the records that are known. There may be more.",
        "additionalProperties": False,
        "patternProperties": COMMENTS,
        "required": [fact.part],
        "properties": {fact.part: several},
    }


def _words(name: str) -> str:
    """A name in words: a short title, of which a tool can make the name of a type."""
    return re.sub("(?<=[a-z])(?=[A-Z])|_", " ", name).capitalize()


def _nullable(schema: Schema) -> Schema:
    """A schema that takes null besides: what is unknown."""
    if isinstance(schema.get("type"), str):
        return {**schema, "type": [schema["type"], "null"]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    return {"anyOf": [schema, {"type": "null"}]}


def _whole(pattern: str) -> Schema:
    """Text that a pattern fits from end to end. For some who validate, a line break may follow `$`."""
    return {"type": "string", "pattern": f"^{pattern}$", "not": {"pattern": "\n"}}


def _attestations(ids: str) -> Schema:
    attestation = _record(Attestation)
    done = {"properties": {"met": {"const": True}}, "required": ["met"]}
    attestation["allOf"] = [
        # A day stands beside `met` true only.
        {"anyOf": [{"properties": {"on": {"type": "null"}}}, done]},
        {"anyOf": [{"properties": {name: {"type": "null"}}} for name in ("on", "days")]},
        # What was done on some days is done, and on none not.
        {
            "anyOf": [
                {"properties": {"days": {"maxItems": 0}}},
                {"properties": {"met": {"enum": [True, None]}}},
            ]
        },
        {"anyOf": [{"properties": {"days": {"minItems": 1}}}, {"not": done}]},
    ]
    return {
        "title": "Attestations",
        "type": "object",
        "description": "What is attested, by the id of the provision.",
        "propertyNames": {"anyOf": [_whole(ids), {"pattern": f"^{COMMENT}"}]},
        "patternProperties": COMMENTS,
        "additionalProperties": {**attestation, "type": ["object", "null"]},
    }


def _days(**number: int) -> Schema:
    """That so many days are attested, or none is said."""
    return {"properties": {"days": number}}


def _paths() -> list[Schema]:
    """The paths of facts."""
    several = [path for path in FACTS if "[]" in path]
    lists = {path.partition("[]")[0] for path in several}
    numbered = [
        f"{re.escape(one)}\\[(?:0|[1-9][0-9]{{0,8}})\\][.]"
        f"(?:{'|'.join(path.rpartition('.')[2] for path in several if path.startswith(one))})"
        for one in sorted(lists)
    ]
    return [{"enum": [*FACTS]}, _whole(f"(?:{'|'.join(numbered)})")]


def _provenance() -> Schema:
    return {
        "title": "Provenance",
        "type": "object",
        "description": "Where facts were learnt, by their paths.",
        "propertyNames": {"anyOf": [*_paths(), {"pattern": f"^{COMMENT}"}]},
        "patternProperties": COMMENTS,
        "additionalProperties": {**_record(Provenance), "type": ["object", "null"]},
    }


def _not_known() -> Schema:
    return {
        "title": "Not known",
        "type": "array",
        "description": "The facts that were asked about and that nobody could answer, by their paths.",
        "maxItems": MOST_PATHS,
        "items": {
            "anyOf": [*_paths(), _whole(f"{re.escape(attestation_path(''))}{PROVISION_ID}{ONE_OF_LISTS}")]
        },
    }
