"""Evaluations as JSON: the tables of what is written hold together with the schema of it."""

import datetime
import json

import attrs
import pytest

import aigovkit as ag
from aigovkit import authoring
from aigovkit import json as kit_json
from aigovkit.authoring import RetentionRule, Source, retention
from aigovkit.jurisdictions import arizona, san_jose
from aigovkit.models import Agency, Attestation, Case, Incident, System
from aigovkit.periods import Period

AS_OF = datetime.date(2028, 9, 3)
SIGNED = arizona.DIGITAL_BILL_OF_RIGHTS.given(signed_on=datetime.date(2026, 1, 5))
ORDER = Source("Records Order", issuer="Ruritania")
MONTH = RetentionRule(floor=Period(months=1), ceiling=Period(days=30), series="footage")
KEPT = authoring.policy(
    "ruritania/records",
    ORDER,
    time_zone="UTC",
    entries=[retention(f"R-{n}", ORDER.at(str(n)), "Keep it a month.", keeps=MONTH) for n in range(2)],
)


@pytest.fixture(scope="module")
def evaluations():
    """Answers that between them have something in every part."""
    kiosk = Case.load("examples/cases/emotion-kiosk.json")
    plates = Case.load("examples/cases/plate-readers-amber-alert.json")
    harmed = Case(
        agency=Agency(place="us-ca/san-jose"),
        system=System(uses_ai=True),
        incidents=[Incident(caused_harm=True, discovered=datetime.date(2028, 9, 1))],
        attestations={"SJ-AI-POLICY-2": Attestation(met=True)},
    )
    unplaced = attrs.evolve(kiosk, agency=Agency())
    unsigned = arizona.DIGITAL_BILL_OF_RIGHTS.evaluate(Case(agency=Agency(place="us-az")), as_of=AS_OF)
    return [
        san_jose.AI_POLICY.evaluate(kiosk, as_of=AS_OF),
        san_jose.AI_POLICY.evaluate(harmed, as_of=AS_OF),
        SIGNED.evaluate(plates, as_of=AS_OF),
        SIGNED.evaluate(unplaced, as_of=AS_OF),
        unsigned,
        (san_jose.AI_POLICY & SIGNED & KEPT).evaluate(kiosk, as_of=AS_OF),
    ]


@pytest.fixture(scope="module")
def written(evaluations):
    """The JSON of each of them."""
    return [json.loads(evaluation.to_json()) for evaluation in evaluations]


def test_every_key_that_is_written_is_in_the_schema_and_the_reverse(written):
    """Each object in an answer has exactly the keys that the schema names for it, in their order."""
    seen = set()

    def walk(value, schema, path):
        if isinstance(value, dict) and "properties" in schema:
            assert list(schema["properties"]) == list(value), path
            assert schema["required"] == list(value), path
            for key, inner in value.items():
                seen.add((*path, key))
                walk(inner, schema["properties"][key], (*path, key))
        elif isinstance(value, list) and value:
            for inner in value:
                walk(inner, schema["items"], path)

    part, joint = ag.evaluation_schema()["anyOf"]
    for value in written:
        walk(value, joint if value["parts"] else part, ())
    rows = {path[:1] for path in seen if len(path) == 2}
    assert {
        ("findings",),
        ("duties",),
        ("exposure",),
        ("papers",),
        ("upcoming",),
        ("questions",),
        ("counts",),
        ("hypothetical",),
        ("retention_limits",),
        ("parts",),
    } <= rows


def test_the_schema_takes_what_is_written_and_no_other_type(written):
    """An answer is valid by the schema, and is not once any of its values has another type."""
    jsonschema = pytest.importorskip("jsonschema")
    whole = ag.evaluation_schema()
    part, joint = whole["anyOf"]
    validator = jsonschema.Draft202012Validator(whole)
    for value in written:
        validator.validate(value)
    for schema in (part, joint):
        for key, inner in schema["properties"].items():
            assert not jsonschema.Draft202012Validator(inner).is_valid(object()), key


def test_a_finding_says_how_it_is_read():
    """A finding that hangs on a reading names it as the policy reads it, chosen or by default."""
    cameras = Case.load("examples/cases/park-cameras.json").with_answer("use.biometric_covert", False)
    as_of = datetime.date(2026, 3, 2)
    for made in (san_jose.AI_POLICY, san_jose.AI_POLICY.read(biometric_identification="disjunctive")):
        evaluation = made.evaluate(cameras, as_of=as_of)
        rows = {row["provision"]: row["reading"] for row in json.loads(evaluation.to_json())["findings"]}
        said = {finding.provision: finding.readings for finding in evaluation.findings}
        assert rows == {
            provision: ", ".join(f"{name}={made.reading_of(name)}" for name in readings) or None
            for provision, readings in said.items()
        }
        assert any(rows.values())


def test_one_key_is_worked_out_alone(evaluations):
    """A part of the JSON is the same alone as in the whole."""
    for evaluation in evaluations:
        whole = evaluation.to_dict()
        assert whole == {key: kit_json.evaluation_part(evaluation, key) for key in whole}


def test_the_evaluation_keeps_its_promised_keys_in_order():
    """The stable keys of an evaluation stand in it, in their order."""
    data = json.loads(san_jose.AI_POLICY.evaluate(Case(), as_of=AS_OF).to_json())
    promised = [
        "schema",
        "policy",
        "policy_version",
        "as_of",
        "outcome",
        "at_least",
        "at_most",
        "contested",
        "findings",
        "duties",
        "tiers",
        "retention",
        "exposure",
        "upcoming",
        "questions",
        "parts",
    ]
    assert promised == [key for key in data if key in promised]
    assert "aigovkit/evaluation/1" == data["schema"]
    keys = [
        "provision",
        "kind",
        "force",
        "effective_force",
        "status",
        "citation",
        "because",
        "unknown",
        "displaced_by",
        "presumed",
        "reading",
    ]
    assert [*keys, "left_open", "records"] == list(data["findings"][0])
