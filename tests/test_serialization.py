"""JSON in and out: nothing is lost, nothing is coerced, and everything wrong is told at once."""

import datetime
import decimal
import functools
import io
import json
import pickle

import pytest
from hypothesis import given
from strategies import cases

import aigovkit as ag
from aigovkit import json as kit_json
from aigovkit.facts import TermSet
from aigovkit.json import limits
from aigovkit.jurisdictions import san_jose
from aigovkit.models import Attestation, Case, Data, DataElement, Incident, Procurement, Stage, System, Use
from aigovkit.periods import Occurrence, Period

AS_OF = datetime.date(2026, 3, 2)


def problems(text):
    """The problems reading a text raises, as path: rest."""
    with pytest.raises(ag.InputError) as caught:
        ag.Case.from_json(text)
    return {problem.path: str(problem) for problem in caught.value.problems}


@given(cases())
def test_a_case_survives_a_round_trip(case):
    """A case written as JSON and read again is equal to what it was."""
    assert case == ag.Case.from_json(case.to_json())


@given(cases())
def test_the_digest_depends_on_the_case_alone(case):
    """A case and its copy, read from other spacing and order, have one digest."""
    data = json.loads(case.to_json())
    shuffled = json.dumps(dict(reversed(data.items())), indent=7)
    assert case.digest == ag.Case.from_json(shuffled).digest


@functools.cache
def case_validator():
    """A validator of the schema of a case; the schema itself is checked elsewhere, once."""
    jsonschema = pytest.importorskip("jsonschema")
    return jsonschema.Draft202012Validator(ag.case_schema())


@given(cases())
def test_a_written_case_fits_the_schema(case):
    """What the kit writes is what its schema describes."""
    case_validator().validate(json.loads(case.to_json()))


def test_null_absent_and_none_agree():
    """A fact that is null, one that is left out and one that is None are the same unknown, in value,
    digest and answer.
    """
    absent = ag.Case.from_json("{}")
    null = ag.Case.from_json(
        '{"id": null, "system": null, "use": {"stage": null}, "incidents": null, "attestations": '
        '{"SJ-AI-POLICY-2": null}}'
    )
    none = Case(id=None, system=None, use=Use(stage=None), incidents=None, attestations=None)
    assert absent == null == none == Case()
    assert 1 == len({case.digest for case in (absent, null, none)})
    assert 1 == len(
        {san_jose.AI_POLICY.evaluate(case, as_of=AS_OF).to_json() for case in (absent, null, none)}
    )


def test_every_kind_of_fact_is_read():
    """Each kind of fact is read into its own type, and instants keep their zone."""
    case = ag.Case.from_json(
        """{"title": "t", "agency": {"place": "us-ca/san-jose"},
        "system": {"uses_ai": true, "capabilities": {"yes": ["plate_reading"], "no": []}},
        "use": {"stage": "pilot", "began": "2026-01-02"},
        "procurement": {"public_funds": 12.5, "signed": "never"},
        "data": {"retention": "P30D", "inventory_reviews": ["2026-02-01", "2026-01-01"],
        "elements": [{"name": "plates"}]},
        "incidents": [{"discovered": "2026-03-01T09:00:00-08:00", "told_supervisor": "undated"}]}"""
    )
    assert TermSet.partial(yes=["plate_reading"]) == case.system.capabilities
    assert Stage.PILOT is case.use.stage
    assert datetime.date(2026, 1, 2) == case.use.began
    assert decimal.Decimal("12.50") == case.procurement.public_funds
    assert Occurrence.NEVER is case.procurement.signed
    assert Period(days=30) == case.data.retention
    assert (datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)) == case.data.inventory_reviews
    assert (DataElement(name="plates"),) == case.data.elements
    assert Occurrence.UNDATED is case.incidents[0].told_supervisor
    assert datetime.timedelta(hours=-8) == case.incidents[0].discovered.utcoffset()


def test_the_same_instant_in_two_zones_has_one_digest():
    """The canonical form writes instants in UTC, so that the zone of writing does not count."""
    here = ag.Case.from_json('{"use": {"began": "2026-03-01T09:00:00-08:00"}}')
    there = ag.Case.from_json('{"use": {"began": "2026-03-01T17:00:00Z"}}')
    assert ag.here.digest == ag.there.digest
    assert b'"2026-03-01T17:00:00Z"' in kit_json.canonical_case(here)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "not JSON"),
        ("nonsense", "not JSON"),
        ("[]", "object"),
        ("3", "object"),
        ('"x"', "object"),
        ("null", "object"),
        (b"\xff\xfe{}", "UTF-8"),
        ("[" * 10_000, "nested"),
        ('{"a":' * 10_000, "nested"),
        ('{"title": "' + "[" * 50 + '"}', None),
        (" " * 1_000_001, "1,000,000 bytes"),
    ],
    ids=[
        "empty",
        "no JSON",
        "list",
        "number",
        "text",
        "null",
        "bytes",
        "deep list",
        "deep object",
        "brackets in text",
        "too large",
    ],
)
def test_input_that_is_no_case_is_refused_at_once(text, word):
    """What is not a JSON object, or is too large or too deep, is refused with one clear problem."""
    if word is None:
        assert "[" * 50 == ag.Case.from_json(text).title
        return
    found = problems(text)
    assert ["$"] == list(found)
    assert word in found["$"]


def test_a_file_is_not_read_beyond_its_bound(tmp_path):
    """A file of a hundred megabytes is refused after the first."""
    file = tmp_path / "large.json"
    with file.open("wb") as out:
        out.truncate(100_000_000)
    with pytest.raises(ag.InputError, match="1,000,000 bytes"):
        ag.Case.load(file)


def test_cases_load_from_paths_and_open_files(tmp_path):
    """A case is loaded from a path as text or Path, and from a file opened either way."""
    file = tmp_path / "case.json"
    file.write_text('{"id": "k"}', encoding="utf-8")
    expected = Case(id="k")
    assert expected == ag.Case.load(str(file)) == ag.Case.load(file)
    assert (
        expected
        == ag.Case.load(io.StringIO('{"id": "k"}'))
        == ag.Case.load(io.BytesIO(b'\xef\xbb\xbf{"id": "k"}'))
    )


def test_all_problems_are_reported_together_each_with_its_path():
    """One input with many faults is told about all of them, by JSON path, with what would be accepted and
    a suggestion.
    """
    found = problems(
        """{"idd": 1, "title": 5, "title": "x", "schema": "aigovkit/case/9",
        "system": {"uses_ai": "yes", "capabilties": [], "capabilities": ["emotion"], "outputs": "decision",
        "forms": {"yes": ["software"], "no": ["software"]}},
        "use": {"began": "2026-02-30", "ended": "2026-03-01T10:00", "stage": NaN, "biometric_covert": 1,
        "tracks_individuals": "true"},
        "incidents": [{"discovered": "yesterday", "foo": 1}, 7], "agency": 3,
        "data": {"elements": {}, "retention": "30 days"},
        "procurement": {"public_funds": -1},
        "attestations": {"SJ-AI-POLICY-22": {"met": "yes", "onn": 1, "on": "2026"},
        "SJ-AI-POLICY-2": 4},
        "not_known": ["system.uses_aii"]}"""
    )
    expected = {
        "$.idd": "did you mean `id`",
        "$.title": "given twice",
        "$.schema": "aigovkit/case/1",
        "$.system.uses_ai": "write `true`",
        "$.system.capabilties": "did you mean `capabilities`",
        "$.system.capabilities": "did you mean `emotion_analysis`",
        "$.system.outputs": "put a single term in a list",
        "$.system.forms": "terms that `yes` does not have",
        "$.use.began": "no day of the calendar",
        "$.use.ended": "lacks a zone",
        "$.use.stage": "JSON has no such number",
        "$.use.biometric_covert": "write `true`",
        "$.use.tracks_individuals": "write `true`",
        "$.incidents[0].discovered": "neither a day",
        "$.incidents[0].foo": "no such key",
        "$.incidents[1]": "an object",
        "$.agency": "an object",
        "$.data.elements": "a list of DataElement records",
        "$.data.retention": "ISO 8601 duration",
        "$.procurement.public_funds": "zero or more",
        "$.attestations.SJ-AI-POLICY-22": "did you mean `SJ-AI-POLICY-2`",
        "$.attestations.SJ-AI-POLICY-22.met": "true or false",
        "$.attestations.SJ-AI-POLICY-22.onn": "did you mean `on`",
        "$.attestations.SJ-AI-POLICY-22.on": "a day or an instant",
        "$.attestations.SJ-AI-POLICY-2": "an object such as",
        "$.not_known[0]": "did you mean `system.uses_ai`",
    }
    assert set(expected) == set(found)
    for path, words in expected.items():
        assert words in found[path], path


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e400", "9" * 5000, "0." + "1" * 50])
def test_numbers_that_are_none_are_refused(number):
    """NaN, infinities and absurdly long numbers are problems where they stand."""
    assert ["$.procurement.public_funds"] == list(
        problems(f'{{"procurement": {{"public_funds": {number}}}}}')
    )


@pytest.mark.parametrize("value", ['"yes"', "1", "0", '"true"', "[]", "{}", "1.0", '"no"'])
def test_nothing_but_a_boolean_is_a_boolean(value):
    """No other type is taken for true or false."""
    assert ["$.system.uses_ai"] == list(problems(f'{{"system": {{"uses_ai": {value}}}}}'))


def test_an_integral_decimal_is_a_count_and_a_fraction_is_not():
    """A count may be written 2.0; 2.5 is refused."""
    assert 2 == ag.Case.from_json('{"violation": {"count": 2.0}}').violation.count
    assert ["$.violation.count"] == list(problems('{"violation": {"count": 2.5}}'))


def test_half_a_surrogate_pair_is_refused():
    """Text that is no text is refused before it can break a printout."""
    assert "surrogate" in problems('{"title": "\\ud800"}')["$.title"]


def test_comments_are_read_past():
    """Keys that start with // are comments, at any depth."""
    text = (
        '{"// a": [1, {"b": 2}], "system": {"// uses_ai": "x", "uses_ai": true}, "attestations": {"// n": 1}}'
    )
    assert Case(system=System(uses_ai=True)) == ag.Case.from_json(text)


def test_messages_show_hostile_text_escaped():
    """A given value with control characters is shown without them, and cut short."""
    found = problems('{"use": {"stage": "\\u001b[2J\\u202e' + "x" * 500 + '"}}')
    assert "\x1b" not in found["$.use.stage"]
    assert "\u202e" not in found["$.use.stage"]
    assert len(found["$.use.stage"]) < 400


def test_many_problems_are_counted_not_listed():
    """Past a bound, further problems are counted."""
    text = json.dumps({"incidents": [{"foo": 1} for _ in range(500)]})
    with pytest.raises(ag.InputError) as caught:
        ag.Case.from_json(text)
    assert limits.MOST_PROBLEMS + 1 == len(caught.value.problems)
    assert "300 further" in str(caught.value)


def test_input_errors_pickle():
    """An error raised in a worker process arrives with its problems."""
    with pytest.raises(ag.InputError) as caught:
        ag.Case.from_json('{"idd": 1}')
    again = pickle.loads(pickle.dumps(caught.value))
    assert caught.value.problems == again.problems
    assert str(caught.value) == str(again)


def test_schemas_are_valid_and_reject_what_reading_rejects():
    """Both schemas are proper draft 2020-12 schemas, and the one of a case refuses a misspelt key and a
    wrong type.
    """
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator
    validator.check_schema(ag.case_schema())
    validator.check_schema(ag.evaluation_schema())
    case = validator(ag.case_schema())
    for wrong in (
        '{"idd": 1}',
        '{"system": {"uses_ai": "yes"}}',
        '{"use": {"stage": "pilto"}}',
        '{"use": {"began": "soon"}}',
        "[]",
    ):
        assert not case.is_valid(json.loads(wrong)), wrong
    assert case.is_valid(json.loads('{"use": {"began": "never", "stage": null}, "// note": 1}'))


def test_the_schema_asks_the_questions_of_the_facts():
    """Each property of the schema carries the question its fact is asked with."""
    schema = ag.case_schema()
    assert System.uses_ai.question == schema["$defs"]["System"]["properties"]["uses_ai"]["title"]
    properties = {path for record in schema["$defs"].values() for path in record.get("properties", {})}
    assert {path.rpartition(".")[2] for path in ag.models.FACTS} <= properties | set(schema["properties"])


def test_replay_of_the_same_agrees_and_of_another_case_says_where_not():
    """A recorded evaluation comes out the same for its case, and for a changed case the differing paths
    are named.
    """
    case = Case(id="k", agency=ag.models.Agency(place="us-ca/san-jose"), system=System(uses_ai=True))
    policy = san_jose.AI_POLICY.read(emotion_analysis="any_modality")
    record = policy.evaluate(case, as_of=AS_OF).to_json()
    assert kit_json.Replay(True, ()) == ag.replay(record, case)
    assert ag.replay(json.loads(record), case).same
    other = ag.replay(record, case.with_answer("system.uses_ai", False))
    assert not other.same
    assert "$.case_sha256" in other.differences
    assert "$.outcome" in other.differences or "$.at_most" in other.differences


def test_replay_of_several_policies_and_instants():
    """A joint evaluation judged at an instant is replayed too."""
    both = san_jose.AI_POLICY & san_jose.AI_POLICY.read(automated_decisions="functional")
    at = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
    record = both.evaluate(Case(), as_of=at).to_json(indent=1)
    assert 2 == len(json.loads(record)["parts"])
    assert ag.replay(record, Case()).same


def test_replay_refuses_what_is_no_record():
    """Something that is not an evaluation is refused with what was expected."""
    with pytest.raises(ag.InputError, match="aigovkit/evaluation/1"):
        ag.replay("{}", Case())
    with pytest.raises(ag.InputError, match="aigovkit/evaluation/1"):
        ag.replay("[]", Case())


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
        "status",
        "citation",
        "because",
        "unknown",
        "displaced_by",
        "presumed",
        "reading",
    ]
    assert [*keys, "left_open"] == list(data["findings"][0])


def test_a_skeleton_reads_back_as_a_case_of_which_nothing_is_known():
    """The commented skeleton is a valid case in which everything is unknown, and asks only what a policy
    reads.
    """
    whole = kit_json.skeleton()
    assert Case() == ag.Case.from_json(json.dumps(whole))
    part = kit_json.skeleton([san_jose.AI_POLICY])
    assert Case() == ag.Case.from_json(json.dumps(part))
    assert "biometric_covert" in part["use"]
    assert "SJ-AI-POLICY-2" in part["attestations"]
    assert len(json.dumps(part)) < len(json.dumps(whole)) or "surveillance" not in part


def test_amounts_are_written_in_dollars():
    """Whole dollars are written as integers, cents as decimals."""
    whole = Case(procurement=Procurement(public_funds=1200))
    cents = Case(procurement=Procurement(public_funds=decimal.Decimal("0.10")))
    assert 1200 == json.loads(ag.whole.to_json())["procurement"]["public_funds"]
    assert 0.1 == json.loads(ag.cents.to_json())["procurement"]["public_funds"]
    assert cents == ag.Case.from_json(ag.cents.to_json())


def test_attestations_are_written_without_their_blanks():
    """What an attestation does not say is left out of the JSON, and an attestation that says nothing is
    none.
    """
    case = Case(
        attestations={"SJ-AI-POLICY-2": Attestation(met=True, on=AS_OF), "SJ-AI-POLICY-3": Attestation()}
    )
    assert {"SJ-AI-POLICY-2": {"met": True, "on": "2026-03-02"}} == json.loads(case.to_json())["attestations"]


def test_records_in_lists_round_trip():
    """Data elements and incidents keep their order and their facts."""
    case = Case(
        data=Data(elements=[DataElement(name="a"), DataElement(name="b")]),
        incidents=[Incident(caused_harm=True), Incident()],
    )
    assert case == ag.Case.from_json(kit_json.case_to_json(case, indent=None))
