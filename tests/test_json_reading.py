"""Cases from JSON: nothing is lost, nothing is coerced, and everything wrong is told at once."""

import datetime
import decimal
import io
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import aigovkit as ag
from aigovkit import json as kit_json
from aigovkit.facts import TermSet
from aigovkit.jurisdictions import san_jose
from aigovkit.models import (
    Attestation,
    Case,
    Data,
    DataElement,
    Incident,
    Procurement,
    Stage,
    System,
    Use,
    Violation,
)
from aigovkit.periods import Month, Occurrence, Period, Span, Year

AS_OF = datetime.date(2026, 3, 2)


def problems(text):
    """The problems reading a text raises, as path: rest."""
    with pytest.raises(ag.InputError) as caught:
        ag.Case.from_json(text)
    return {problem.path: str(problem) for problem in caught.value.problems}


@given(cases())
def test_a_case_survives_a_round_trip(case):
    """A case written as JSON and read again is equal to what it was, read by the kit or by `json.loads`."""
    assert case == ag.Case.from_json(case.to_json())
    assert case == ag.Case.from_dict(case.to_dict())
    assert case == ag.Case.from_dict(json.loads(case.to_json()))


def test_null_absent_and_none_agree():
    """A fact that is null, one that is left out and one that is None are the same unknown, in value,
    digest and answer.
    """
    absent = ag.Case.from_json("{}")
    null = ag.Case.from_json(
        '{"id": null, "system": null, "use": {"stage": null}, "incidents": null, "attestations": '
        '{"SJ-AI-POLICY-2": null, "SJ-AI-POLICY-3": {"met": null, "by": null}}, "not_known": null}'
    )
    none = Case(id=None, system=None, use=Use(stage=None), incidents=None, attestations=None, not_known=None)
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
        "incidents": [{"discovered": "2026-03-01T09:00:00-08:00", "told_supervisor": "undated"}],
        "attestations": {"SJ-AI-POLICY-2": {"met": true, "on": "2026-03-02", "by": "J. Ortiz"}}}"""
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
    assert Attestation(met=True, on=AS_OF, by="J. Ortiz") == case.attestations["SJ-AI-POLICY-2"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "not JSON"),
        ("nonsense", "not JSON"),
        ('{"id": "k"} {}', "not JSON"),
        ("[]", "object"),
        ("3", "object"),
        ('"x"', "object"),
        ("null", "object"),
        ("NaN", "object"),
        (b"\xff\xfe{}", "UTF-8"),
    ],
    ids=["empty", "no JSON", "more", "list", "number", "text", "null", "NaN", "bytes"],
)
def test_input_that_is_no_case_is_refused_at_once(text, word):
    """What is not a JSON object is refused with one clear problem."""
    found = problems(text)
    assert ["$"] == list(found)
    assert word in found["$"]


def test_cases_load_from_paths_and_open_files(tmp_path):
    """A case is loaded from a path as text or Path, and from a file opened either way, a byte order mark
    or none before it.
    """
    file = tmp_path / "case.json"
    file.write_text('{"id": "k"}', encoding="utf-8")
    expected = Case(id="k")
    assert expected == ag.Case.load(str(file)) == ag.Case.load(file)
    for source in (
        io.StringIO('{"id": "k"}'),
        io.StringIO('\ufeff{"id": "k"}'),
        io.BytesIO(b'\xef\xbb\xbf{"id": "k"}'),
    ):
        assert expected == ag.Case.load(source)
    assert expected == ag.Case.from_json(bytearray(b'{"id": "k"}'))


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
        "incidents": [{"discovered": "yesterday", "foo": 1}, 7, null], "agency": 3,
        "data": {"elements": {}, "retention": "30 days", "inventory_reviews": ["2026-03-02", 3, "soon"]},
        "procurement": {"public_funds": -1},
        "surveillance": {"tools": {"yes": ["x"], "no": 1}, "functions": {"yes": ["x"], "no": ["y", "z"]}},
        "attestations": {"SJ AI": {"met": "yes", "onn": 1, "on": "2026-13"},
        "SJ-AI-POLICY-2": 4, "SJ-AI-POLICY-3": {"met": false, "on": "2026-03-02"}},
        "not_known": ["system.uses_aii", 4, "attestations.SJ AI"]}"""
    )
    expected = {
        "$.idd": "did you mean `id`",
        "$.title": "given twice",
        "$.schema": "aigovkit/case/1",
        "$.system.uses_ai": "write `true`",
        "$.system.capabilties": "did you mean `capabilities`",
        "$.system.capabilities[0]": "did you mean `emotion_analysis`",
        "$.system.outputs": "put a single term in a list",
        "$.system.forms": "terms that `yes` does not have",
        "$.use.began": "no day of the calendar",
        "$.use.ended": "lacks a zone",
        "$.use.stage": "JSON has no such number",
        "$.use.biometric_covert": "write `true`",
        "$.use.tracks_individuals": "write `true`",
        "$.incidents[0].discovered": "no ISO 8601 date",
        "$.incidents[0].foo": "no such key",
        "$.incidents[1]": "an object",
        "$.incidents[2]": "an object",
        "$.agency": "an object",
        "$.data.elements": "a list of DataElement records",
        "$.data.retention": "ISO 8601 duration",
        "$.data.inventory_reviews[1]": "a list of days",
        "$.data.inventory_reviews[2]": "neither a day",
        "$.procurement.public_funds": "zero or more",
        "$.surveillance.tools": "a partial set is written",
        "$.surveillance.functions.yes[0]": "one of",
        "$.surveillance.functions.no[0]": "one of",
        "$.surveillance.functions.no[1]": "one of",
        "$.attestations['SJ AI']": "takes ids of provisions",
        "$.attestations['SJ AI'].met": "takes true, false, `partly`, `in_progress`",
        "$.attestations['SJ AI'].onn": "did you mean `on`",
        "$.attestations['SJ AI'].on": "no month of the calendar",
        "$.attestations.SJ-AI-POLICY-2": "an object",
        "$.attestations.SJ-AI-POLICY-3.on": "a day only beside `met` true",
        "$.not_known[0]": "did you mean `system.uses_ai`",
        "$.not_known[1]": "the path of a fact",
        "$.not_known[2]": "takes ids of provisions",
    }
    assert set(expected) == set(found)
    for path, words in expected.items():
        assert words in found[path], path


def test_the_parsed_form_is_read_as_strictly():
    """What is wrong with an object already parsed is told as of a text; keys that are no text are unknown."""
    with pytest.raises(ag.InputError) as caught:
        ag.Case.from_dict({1: 2, "system": {None: 1, "uses_ai": "yes"}, "attestations": {3: {}}})
    assert {"$[1]", "$.system.None", "$.system.uses_ai", "$.attestations[3]"} == {
        problem.path for problem in caught.value.problems
    }


# Numbers.


@pytest.mark.parametrize(
    ("given", "dollars"),
    [
        (1250.5, "1250.50"),
        (125000.0, "125000.00"),
        (0.07, "0.07"),
        (-0.0, "0.00"),
        (9999999999999.99, None),
        (3, "3.00"),
    ],
)
def test_amounts_are_read_as_json_is_parsed(given, dollars):
    """An amount that was parsed into a float is the amount that was written, cents included."""
    read = ag.Case.from_dict({"procurement": {"public_funds": given}}).procurement.public_funds
    assert (dollars or "9999999999999.99") == str(read)


@given(cents=st.integers(0, 10**15 - 1))
def test_every_amount_comes_back_from_a_float(cents):
    """Up to the bound of an amount, a float tells every cent from the next."""
    case = Case(procurement=Procurement(public_funds=decimal.Decimal(cents) / 100))
    assert case == ag.Case.from_dict(json.loads(case.to_json())) == ag.Case.from_json(case.to_json())


@pytest.mark.parametrize("given", [0.001, 1250.505, 1e13, 1e300, float("nan"), float("inf"), True, "12.50"])
def test_what_is_no_amount_is_refused(given):
    """Parts of a cent, amounts beyond the bound, no numbers and texts are refused."""
    with pytest.raises(ag.InputError, match=r"\$.procurement.public_funds: takes an amount in US dollars"):
        ag.Case.from_dict({"procurement": {"public_funds": given}})


@pytest.mark.parametrize("given", [2, 2.0, decimal.Decimal("2.0"), decimal.Decimal("2e0")])
def test_a_count_may_be_written_with_a_point(given):
    """A count is whole, however it is written or was parsed."""
    assert 2 == ag.Case.from_dict({"violation": {"count": given}}).violation.count
    assert int is type(ag.Case.from_dict({"violation": {"count": given}}).violation.count)
    assert Case(violation=Violation(count=2)) == ag.Case.from_json('{"violation": {"count": 2.0}}')


@pytest.mark.parametrize(
    "given",
    [
        2.5,
        -1,
        10**15,
        1e15,
        float("nan"),
        float("inf"),
        decimal.Decimal("NaN"),
        decimal.Decimal("sNaN"),
        decimal.Decimal("1e999999"),
        True,
    ],
)
def test_what_is_no_count_is_refused(given):
    """Fractions, negative and enormous numbers, and no numbers are refused, at once."""
    with pytest.raises(ag.InputError, match=r"\$.violation.count: takes a whole number"):
        ag.Case.from_dict({"violation": {"count": given}})


@pytest.mark.parametrize("value", ['"yes"', "1", "0", '"true"', "[]", "{}", "1.0", '"no"'])
def test_nothing_but_a_boolean_is_a_boolean(value):
    """No other type is taken for true or false."""
    assert ["$.system.uses_ai"] == list(problems(f'{{"system": {{"uses_ai": {value}}}}}'))


# Text, days and words.


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "\\ud800"}',
        '{"incidents": [{"name": "\\udfff"}]}',
        '{"attestations": {"SJ-AI-POLICY-2": {"met": true, "by": "\\ud83d"}}}',
        '{"attestations": {"SJ-AI-POLICY-2": {"met": true, "evidence": "a\\ud83d"}}}',
    ],
)
def test_half_a_surrogate_pair_is_refused(text):
    """Text that is no text is refused wherever it stands, before it can break a digest or a printout."""
    [said] = problems(text).values()
    assert "surrogate" in said


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ('"05/2018"', "`05/2018` is no ISO 8601 date: write `2018-05`"),
        ('"May 2018"', "write `2018-05`"),
        ("2018", "write the year `2018` in quotation marks"),
        ('"2018-06-10/2018-05-03"', "a span has its first day first: write `2018-05-03/2018-06-10`"),
        ('"2018-13"', "`2018-13` is no month of the calendar"),
        ('"2018-05-32"', "no day of the calendar"),
        ('"Never"', "write `never`"),
        ('"Undated "', "write `undated`"),
        ('"unknown"', "leave it out while it is unknown"),
        ('"2026-03-02T09:00:00.1234567Z"', "at most six are read: write `2026-03-02T09:00:00.123456Z`"),
        ("true", "or `undated`, not `True`"),
    ],
)
def test_dates_that_are_none_say_what_is_accepted(given_, words):
    """What is no date of an event is refused with what is accepted, and what was likely meant."""
    said = problems(f'{{"use": {{"began": {given_}}}}}')["$.use.began"]
    assert words in said
    assert "a month such as `2018-05`, a year such as `2018`, a span of days such as" in said


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018-05", Month(2018, 5)),
        ("2018", Year(2018)),
        ("2018-05-03/2018-06-10", Span(datetime.date(2018, 5, 3), datetime.date(2018, 6, 10))),
    ],
)
def test_an_event_may_be_known_to_the_month(text, value):
    """A month, a year and a span of days are read for an event and for what is attested, and written as they
    were.
    """
    data = {
        "schema": "aigovkit/case/1",
        "use": {"began": text},
        "attestations": {"SJ-AI-POLICY-2": {"met": True, "on": text}},
    }
    case = Case.from_dict(data)
    assert (value, value) == (case.use.began, case.attestations["SJ-AI-POLICY-2"].on)
    assert data == case.to_dict()
    assert case == Case.from_json(case.to_json())
    assert Case.from_dict({"use": {"began": text}}) == Case().with_answer("use.began", value)


def test_what_is_attested_has_no_day_where_it_is_not_known():
    """`undated` is told to be left out, since no day says the same; a list of days has no months."""
    text = '{"attestations": {"SJ-AI-POLICY-2": {"met": true, "on": "undated"}}}'
    assert "leave it out while it is unknown" in problems(text)["$.attestations.SJ-AI-POLICY-2.on"]
    text = '{"data": {"inventory_reviews": ["2018-05"]}}'
    assert "names no day" in problems(text)["$.data.inventory_reviews[0]"]


def test_comments_are_read_past():
    """Keys that start with // are comments, in every object."""
    text = """{"// a": [1, {"b": 2}], "system": {"// uses_ai": "x", "uses_ai": true,
        "outputs": {"// why": 1, "yes": ["decision"]}},
        "attestations": {"// n": 1, "SJ-AI-POLICY-2": {"// n": 1, "met": true}},
        "incidents": [{"//": {}}]}"""
    expected = Case(
        system=System(uses_ai=True, outputs=TermSet.partial(yes=["decision"])),
        attestations={"SJ-AI-POLICY-2": Attestation(met=True)},
        incidents=[Incident()],
    )
    assert expected == ag.Case.from_json(text)


def test_messages_show_hostile_text_escaped():
    """A given value with control characters is shown without them, and cut short."""
    found = problems('{"use": {"stage": "\\u001b[2J\\u202e' + "x" * 500 + '"}}')
    assert "\x1b" not in found["$.use.stage"]
    assert "\u202e" not in found["$.use.stage"]
    assert len(found["$.use.stage"]) < 400


def test_input_errors_pickle():
    """An error raised in a worker process arrives with its problems."""
    with pytest.raises(ag.InputError) as caught:
        ag.Case.from_json('{"idd": 1}')
    again = pickle.loads(pickle.dumps(caught.value))
    assert caught.value.problems == again.problems
    assert str(caught.value) == str(again)


# What nobody knew.


def test_what_was_asked_in_vain_is_read_by_path():
    """A fact, a fact of one record or of all, and an attestation can be among what nobody knew."""
    case = ag.Case.from_json(
        '{"incidents": [{}], "not_known": ["attestations.SJ-AI-POLICY-2", "incidents[0].caused_harm", '
        '"incidents[].involves_ai", "use.stage", "incidents"]}'
    )
    assert (
        "attestations.SJ-AI-POLICY-2",
        "incidents",
        "incidents[0].caused_harm",
        "incidents[].involves_ai",
        "use.stage",
    ) == case.not_known
    assert case == ag.Case.from_json(case.to_json())


@pytest.mark.parametrize(
    "path",
    [
        "incidents[1].caused_harm",
        "incidents[7].caused_harm",
        "data.elements[0].name",
        "incidents[00].caused_harm",
    ],
)
def test_a_record_that_is_not_there_cannot_be_among_it(path):
    """The number of a record has to be that of one in its list."""
    assert ["$.not_known[0]"] == list(problems(f'{{"incidents": [{{}}], "not_known": ["{path}"]}}'))


def test_a_list_that_is_refused_is_not_also_short():
    """Where the records are wrong themselves, nothing is said of their numbers."""
    found = problems(
        '{"incidents": [{"foo": 1}], "not_known": ["incidents[0].caused_harm", "incidents[0].foo"]}'
    )
    assert ["$.incidents[0].foo", "$.not_known[1]"] == list(found)


# Attestations.


def test_one_case_is_read_whatever_is_installed():
    """An attestation is read under any id that a provision can have, whether or not a policy has it here."""
    read = ag.Case.from_dict({"attestations": {"RUR-1": {"met": True}}, "not_known": ["attestations.RUR-2"]})
    assert {"RUR-1": Attestation(met=True)} == dict(read.attestations)
    assert ("attestations.RUR-2",) == read.not_known


@pytest.mark.parametrize("provision", ["", "a b", "x" * 101, "SJ-AI-POLICY-2\n", "é"])
def test_what_is_no_id_of_a_provision_is_refused(provision):
    """Reading refuses an id that no provision can have, as a case that is built does."""
    for source in (
        {"attestations": {provision: {"met": True}}},
        {"attestations": {provision: None}},
        {"not_known": [f"attestations.{provision}"]},
    ):
        with pytest.raises(ag.InputError, match="takes ids of provisions"):
            ag.Case.from_dict(source)


def test_records_in_lists_round_trip():
    """Data elements and incidents keep their order and their facts."""
    case = Case(
        data=Data(elements=[DataElement(name="a"), DataElement(name="b")]),
        incidents=[Incident(caused_harm=True), Incident()],
    )
    assert case == ag.Case.from_json(kit_json.case_to_json(case, indent=None))
