"""The schemas of a case and of an evaluation, and the case to start from."""

import copy
import datetime
import json
import re

import pytest

import aigovkit as ag
from aigovkit.json import skeleton
from aigovkit.jurisdictions import san_jose
from aigovkit.models import FACTS, Case, System

jsonschema = pytest.importorskip("jsonschema")
SCHEMAS = {"case": ag.case_schema, "evaluation": ag.evaluation_schema}


def validator(schema):
    """What validates by a schema, formats included."""
    kind = jsonschema.Draft202012Validator
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def parts(schema):
    """Every schema in a schema, with the keywords it stands under."""
    waiting = [((), schema)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            yield path, value
        pairs = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        waiting += [((*path, key), inner) for key, inner in pairs]


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name):
    """Both are proper schemas of draft 2020-12, made anew each time, and the same each time."""
    schema = SCHEMAS[name]()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert f"aigovkit/{name}/1" == schema["$id"]
    again = SCHEMAS[name]()
    schema["title"] = "changed"
    schema.get("properties", {}).clear()
    assert "changed" != again["title"]
    assert again == SCHEMAS[name]()


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_refer_to_nothing(name):
    """A schema has no reference that could break where it is put into another document."""
    assert [] == [path for path, part in parts(SCHEMAS[name]()) if {"$ref", "$defs", "$anchor"} & part.keys()]


def test_schemas_work_as_components_of_an_openapi_document():
    """Under `components/schemas` a schema takes and refuses what it does alone."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {"schemas": {name: schema() for name, schema in SCHEMAS.items()}},
    }
    evaluation = san_jose.AI_POLICY.evaluate(Case(), as_of=datetime.date(2026, 3, 2)).to_dict()
    for name, value in (("case", Case(system=System(uses_ai=True)).to_dict()), ("evaluation", evaluation)):
        found = jsonschema.Draft202012Validator({**document, "$ref": f"#/components/schemas/{name}"})
        assert found.is_valid(value)
        assert not found.is_valid({**value, "schema": "other"})


@pytest.mark.parametrize("name", SCHEMAS)
def test_patterns_are_understood_everywhere(name):
    """No pattern looks ahead or behind, goes back, or names classes that differ between dialects."""
    patterns = [part["pattern"] for _, part in parts(SCHEMAS[name]()) if isinstance(part.get("pattern"), str)]
    assert patterns
    for pattern in patterns:
        re.compile(pattern)
        assert not re.search(r"\(\?[=!<P]|\\[dDwWsSbBAZ1-9]", pattern), pattern


def test_the_schema_asks_the_questions_of_the_facts():
    """Each property carries the question its fact is asked with, and its own name in words as a title."""
    schema = ag.case_schema()
    for path, fact in FACTS.items():
        place = schema
        for step in path.split("."):
            name, _, each = step.partition("[")
            place = place["properties"][name]
            place = place["anyOf"][0]["items"] if each and step != path.split(".")[-1] else place
        assert place["description"].startswith(fact.question)
        assert place["description"].endswith(fact.definition)
        assert fact.name.replace("_", " ").casefold() == place["title"].casefold()


def test_titles_are_short():
    """A title is a few words, of which a tool can make the name of a type."""
    for schema in (ag.case_schema(), ag.evaluation_schema()):
        titles = [part["title"] for _, part in parts(schema) if isinstance(part.get("title"), str)]
        assert titles
        assert [] == [title for title in titles if not re.fullmatch(r"[A-Z][a-z]*( [a-z]+){0,7}", title)]


def test_the_schema_of_a_case_refuses_what_reading_refuses():
    """A misspelt key, a wrong type or word, and what no provision is called are refused; comments are not."""
    case = validator(ag.case_schema())
    for wrong in (
        '{"idd": 1}',
        '{"schema": "aigovkit/case/9"}',
        '{"system": {"uses_ai": "yes"}}',
        '{"system": {"forms": {"yes": ["software"], "no": ["software"]}}}',
        '{"use": {"stage": "pilto"}}',
        '{"use": {"began": "soon"}}',
        '{"use": {"began": "2026-13-01"}}',
        '{"data": {"retention": "30 days"}}',
        '{"agency": {"place": "-"}}',
        '{"incidents": [null]}',
        '{"attestations": {"SJ AI": {"met": true}}}',
        '{"attestations": {"SJ-AI-POLICY-2": {"met": false, "on": "2026-03-02"}}}',
        '{"not_known": ["system.uses_aii"]}',
        '{"not_known": ["attestations.SJ AI"]}',
        "[]",
    ):
        assert not case.is_valid(json.loads(wrong)), wrong
        with pytest.raises(ag.InputError):
            Case.from_json(wrong)
    for right in (
        '{"use": {"began": "never", "stage": null}, "// note": 1}',
        '{"attestations": {"// n": 1, "SJ-AI-POLICY-2": {"// n": 1, "met": true, "on": "2026-03-02"}}}',
        '{"attestations": {"RUR-1": {"met": true}}}',
        '{"not_known": ["attestations.SJ-AI-POLICY-2", "attestations.RUR-1", "incidents[].caused_harm"]}',
    ):
        assert case.is_valid(json.loads(right)), right
        assert Case.from_json(right) is not None


# The case to start from.


@pytest.mark.parametrize("policies", [None, [san_jose.AI_POLICY]], ids=["all", "one policy"])
def test_a_skeleton_is_a_case_of_which_nothing_is_known(policies):
    """The commented skeleton is read as a case of which nothing is known, and the schema takes it."""
    made = skeleton(policies)
    assert Case() == Case.from_dict(made) == Case.from_json(json.dumps(made))
    assert [] == [error.message for error in validator(ag.case_schema()).iter_errors(made)]


def test_a_skeleton_asks_only_what_is_read():
    """With a policy, a skeleton asks for the facts and duties it reads, and says what each accepts."""
    whole, part = skeleton(), skeleton([san_jose.AI_POLICY])
    assert "biometric_covert" in part["use"]
    assert "SJ-AI-POLICY-2" in part["attestations"]
    assert "// SJ-AI-POLICY-2" in part["attestations"]
    blank = dict.fromkeys(("met", "on", "days", "by", "evidence"))
    assert blank == part["attestations"]["SJ-AI-POLICY-2"]
    assert part.keys() < whole.keys()
    assert {} == whole["attestations"]
    assert f"{System.uses_ai.question} (true or false)" == part["system"]["// uses_ai"]


def test_a_filled_in_skeleton_is_read():
    """What is filled in is read, and the comments around it are not."""
    made = copy.deepcopy(skeleton([san_jose.AI_POLICY]))
    made["system"]["uses_ai"] = True
    made["attestations"]["SJ-AI-POLICY-2"]["met"] = True
    case = Case.from_dict(made)
    assert (True, True) == (case.system.uses_ai, case.attestations["SJ-AI-POLICY-2"].met)
