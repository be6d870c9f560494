"""Working out a recorded evaluation again: what is the same, what differs, and what is no record."""

import datetime
import json

import pytest

import aigovkit as ag
from aigovkit import json as kit_json
from aigovkit import periods
from aigovkit.citations import Source
from aigovkit.json import limits
from aigovkit.jurisdictions import arizona, san_jose
from aigovkit.language.nodes import Day
from aigovkit.models import Agency, Case, System
from aigovkit.policies import policy
from aigovkit.rules import Commencement, prohibition

AS_OF = datetime.date(2026, 3, 2)
ORDER = Source("Order", issuer="Ruritania")
CASE = Case(id="k", agency=Agency(place="us-ca/san-jose"), system=System(uses_ai=True))
SAME = kit_json.Replay(True, ())


def refusal(record):
    """The problems of a record, by path."""
    with pytest.raises(ag.InputError) as caught:
        ag.replay(record, CASE)
    return {problem.path: str(problem) for problem in caught.value.problems}


def recorded(by=san_jose.AI_POLICY, case=CASE, as_of=AS_OF, **more):
    """The record of an evaluation, parsed."""
    return json.loads(by.evaluate(case, as_of=as_of, **more).to_json())


def test_replay_of_the_same_agrees_and_of_another_case_says_where_not():
    """A recorded evaluation comes out the same for its case, and for a changed case the differing paths
    are named.
    """
    record = san_jose.AI_POLICY.read(emotion_analysis="any_modality").evaluate(CASE, as_of=AS_OF).to_json()
    assert SAME == ag.replay(record, CASE) == ag.replay(record.encode(), CASE)
    assert SAME == ag.replay(json.loads(record), CASE)
    other = ag.replay(record, CASE.with_answer("system.uses_ai", False))
    assert not other.same
    assert "$.case_sha256" in other.differences
    assert "$.outcome" in other.differences or "$.at_most" in other.differences


@pytest.mark.parametrize(
    "as_of",
    [
        datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC),
        datetime.datetime(2026, 3, 2, 9, tzinfo=periods.zone("America/Los_Angeles").tzinfo),
        datetime.datetime(1880, 3, 2, 9, tzinfo=periods.zone("America/Los_Angeles").tzinfo),
        datetime.date(9999, 12, 31),
        datetime.date(1, 1, 1),
    ],
    ids=str,
)
def test_replay_takes_the_recorded_time(as_of):
    """What was judged at an instant, or at an end of the calendar, is judged there again."""
    assert SAME == ag.replay(recorded(as_of=as_of), CASE)


def test_replay_takes_the_recorded_settings():
    """Readings and parameters are those of the record; another reading in it shows as a difference."""
    signed = arizona.DIGITAL_BILL_OF_RIGHTS.given(signed_on=datetime.date(2026, 1, 5))
    ours = Case(agency=Agency(place="us-az"), system=System(uses_ai=True))
    record = recorded(signed, ours)
    assert {"signed_on": "2026-01-05"} == record["parameters"]
    assert SAME == ag.replay(record, ours)
    assert not ag.replay({**record, "parameters": {}}, ours).same
    kiosk = Case.load("examples/cases/emotion-kiosk.json")
    read = recorded(san_jose.AI_POLICY.read(emotion_analysis="any_modality"), kiosk)
    assert SAME == ag.replay(read, kiosk)
    assert not ag.replay({**read, "case_sha256": "0" * 64}, kiosk).same


LATER = Commencement("the Order", Day(datetime.date(2030, 1, 1)), ORDER.at("9"))
BAN = prohibition("RUR-1", ORDER.at("1"), "Nobody may use AI.", when=System.uses_ai, commencement=LATER)
NOT_YET = policy("rur/order", ORDER, time_zone="Europe/Vienna", entries=[BAN])


def test_replay_keeps_what_was_supposed_in_force():
    """What was judged as if in force comes out the same so, and differs when the record says otherwise."""
    supposed, as_it_is = recorded(NOT_YET, hypothetical=True), recorded(NOT_YET)
    assert ("prohibited", True) == (supposed["outcome"], supposed["is_hypothetical"])
    assert ("no_objection", False) == (as_it_is["outcome"], as_it_is["is_hypothetical"])
    for record in (supposed, as_it_is):
        assert SAME == ag.replay(record, CASE, {"rur/order": NOT_YET})
        changed = {**record, "is_hypothetical": not record["is_hypothetical"]}
        differences = ag.replay(changed, CASE, {"rur/order": NOT_YET}).differences
        assert "$.outcome" in differences
        assert "$.is_hypothetical" not in differences


def test_replay_of_several_policies_and_instants():
    """A joint evaluation judged at an instant is replayed too, each part by its own settings."""
    both = san_jose.AI_POLICY & san_jose.AI_POLICY.read(automated_decisions="literal")
    at = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
    record = json.loads(both.evaluate(Case(), as_of=at).to_json(indent=1))
    assert 2 == len(record["parts"])
    assert SAME == ag.replay(record, Case())
    record["parts"][1]["outcome"] = (
        "prohibited" if record["parts"][1]["outcome"] != "prohibited" else "review"
    )
    assert ("$.parts[1].outcome",) == ag.replay(record, Case()).differences


def test_replay_finds_the_policies_it_is_given():
    """A policy that only the program has is taken from it."""
    record = {**recorded(), "policy": "rur/order"}
    assert ["$.policy"] == list(refusal(record))
    with_it = ag.replay(record, CASE, {"rur/order": san_jose.AI_POLICY})
    assert ("$.policy",) == with_it.differences


def test_differences_are_those_of_json():
    """A key more or less, another length and another type differ; the order of keys does not."""
    record = recorded()
    assert SAME == ag.replay(dict(reversed(record.items())), CASE)
    assert ("$.note",) == ag.replay({**record, "note": 1}, CASE).differences
    assert ("$.notes",) == ag.replay(
        {key: value for key, value in record.items() if key != "notes"}, CASE
    ).differences
    assert ("$.findings",) == ag.replay({**record, "findings": record["findings"][1:]}, CASE).differences
    assert ("$.contested",) == ag.replay({**record, "contested": int(record["contested"])}, CASE).differences


# What is no record.


@pytest.mark.parametrize("record", ["{}", "[]", "null", "3", '"x"', b"{}", '{"schema": "aigovkit/case/1"}'])
def test_replay_refuses_what_is_no_record(record):
    """Something that is not an evaluation is refused with what was expected."""
    found = refusal(record)
    assert ["$.schema"] == list(found)
    assert "aigovkit/evaluation/1" in found["$.schema"]


@pytest.mark.parametrize("record", ["", "{", b"\xff", "[" * 100_000, "nonsense"])
def test_replay_refuses_what_is_no_json(record):
    """A text that is no JSON, or has no end of brackets, is refused as such."""
    assert ["$"] == list(refusal(record))


@pytest.mark.parametrize(
    ("changed", "path", "words"),
    [
        ({"as_of": None}, "$.as_of", "a day or an instant"),
        ({"as_of": 3}, "$.as_of", "a day or an instant"),
        ({"as_of": "2026-02-30"}, "$.as_of", "no day of the calendar"),
        ({"as_of": "2026-03-02T09:00:00"}, "$.as_of", "lacks a zone"),
        ({"parts": {}}, "$.parts", "a list"),
        ({"parts": [{}] * 1001}, "$.parts", "at most 1,000 parts"),
        ({"parts": [3]}, "$.parts[0]", "an object"),
        ({"policy": None}, "$.policy", "text"),
        ({"policy": "us-ca/san-jose/ai-polic"}, "$.policy", "did you mean `us-ca/san-jose/ai-policy`"),
        ({"policy": "\ud800" * 9}, "$.policy", "the id of a policy"),
        ({"is_hypothetical": 1}, "$.is_hypothetical", "true or false"),
        ({"is_hypothetical": None}, "$.is_hypothetical", "true or false"),
        ({"readings": []}, "$.readings", "an object"),
        ({"readings": {"self": "x"}}, "$.readings.self", "no such key"),
        ({"readings": {"harm_reports": "x"}}, "$.readings.harm_reports", "did you mean"),
        ({"readings": {"emotion_analysis": []}}, "$.readings.emotion_analysis", "takes one of"),
        ({"readings": {"emotion_analysis": {"a": 1}}}, "$.readings.emotion_analysis", "takes one of"),
        ({"readings": {"emotion_analysis": "any_modalit"}}, "$.readings.emotion_analysis", "did you mean"),
        ({"readings": {"a b": 1}}, "$.readings['a b']", "no such key"),
        ({"readings": {"x" * 100_000: 1}}, None, "no such key"),
        ({"parameters": "x"}, "$.parameters", "an object"),
        ({"parameters": {"self": "x"}}, "$.parameters.self", "no such key"),
        ({"parameters": {"__class__": "x"}}, "$.parameters.__class__", "no such key"),
    ],
)
def test_what_a_record_cannot_say_is_told_with_its_path(changed, path, words):
    """A wrong type, a hostile name and an unknown reading in a record are problems with their paths."""
    [(found, said)] = refusal({**recorded(), **changed}).items()
    assert path in (found, None)
    assert words in said
    assert len(said) < 400


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-02-30", "no day of the calendar"),
        ("undated", "neither a day"),
        (3, "takes a day"),
        ([], "takes a day"),
        ({}, "takes a day"),
        (True, "takes a day"),
    ],
)
def test_values_that_a_parameter_cannot_have_are_told(value, words):
    """A parameter in a record takes what it takes on a policy."""
    record = {**recorded(arizona.DIGITAL_BILL_OF_RIGHTS), "parameters": {"signed_on": value}}
    assert words in refusal(record)["$.parameters.signed_on"]


def test_everything_wrong_with_a_record_is_told_at_once():
    """What a record lacks and what is wrong in it are told together, each with its path."""
    record = {
        **recorded(),
        "as_of": "soon",
        "readings": {"self": 1, "emotion_analysis": 2},
        "parameters": {"signed": 1},
    }
    del record["is_hypothetical"]
    assert {"$.as_of", "$.is_hypothetical"} == set(refusal(record))
    record["is_hypothetical"] = False
    assert {"$.as_of", "$.readings.self", "$.readings.emotion_analysis", "$.parameters.signed"} == set(
        refusal(record)
    )
    joint = json.loads(
        (san_jose.AI_POLICY & arizona.DIGITAL_BILL_OF_RIGHTS).evaluate(CASE, as_of=AS_OF).to_json()
    )
    joint["parts"][0]["policy"] = "x"
    del joint["parts"][1]["readings"]
    assert {"$.parts[0].policy", "$.parts[1].readings"} == set(refusal(joint))


def test_a_record_nested_too_deep_is_refused():
    """Five thousand levels end in a problem with a path, wherever they are."""
    deep = inner = {}
    for _ in range(5000):
        inner["system"] = inner = {}
    for place in ("findings", "readings", "case", "anything"):
        [(path, words)] = refusal({**recorded(), place: deep}).items()
        assert path.startswith(f"$.{place}.system.system")
        assert "nested at most 12 deep" in words


def test_a_record_is_bounded_in_bytes(monkeypatch):
    """A recorded evaluation has a bound of its own."""
    monkeypatch.setattr("aigovkit.json.replaying.LARGEST_RECORD", 1000)
    assert "at most 1,000 bytes" in refusal(json.dumps(recorded()))["$"]
    assert limits.LARGEST < limits.LARGEST_RECORD
