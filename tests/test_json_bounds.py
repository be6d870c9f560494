"""The bounds of what is read: everything over one is refused with its path, and without working at it."""

import decimal
import difflib
import json

import pytest

import aigovkit as ag
from aigovkit.errors import FactValueError
from aigovkit.facts import Count, Events, Money, Records, Terms, Text
from aigovkit.json import limits
from aigovkit.models import Case, Data, DataElement, Incident
from aigovkit.models.case import MOST_PATHS


def refusal(source):
    """The problems of reading a text or an object, by path."""
    read = Case.from_json if isinstance(source, str | bytes) else Case.from_dict
    with pytest.raises(ag.InputError) as caught:
        read(source)
    return {problem.path: str(problem) for problem in caught.value.problems}


def only(source):
    """The one problem of reading something, as its path and words."""
    [pair] = refusal(source).items()
    return pair


# Bytes and depth.


@pytest.mark.parametrize("text", [" " * 1_000_001, "é" * 500_001, b" " * 1_000_001])
def test_a_text_over_the_bytes_is_refused(text):
    """A case has at most a million bytes, however many characters those are."""
    path, words = only(text)
    assert "$" == path
    assert "1,000,000 bytes" in words


def test_a_file_is_not_read_beyond_its_bound(tmp_path):
    """A file of a hundred megabytes is refused after the first."""
    file = tmp_path / "large.json"
    with file.open("wb") as out:
        out.truncate(100_000_000)
    with pytest.raises(ag.InputError, match="1,000,000 bytes"):
        ag.Case.load(file)


def test_a_case_that_would_not_be_read_is_not_written():
    """What has more bytes than are read is refused where it is written, not where it is read back."""
    case = Case(incidents=[Incident(name="x" * Text.longest) for _ in range(100)])
    with pytest.raises(ag.InputError, match="1,000,000 bytes"):
        case.to_json()
    assert 64 == len(case.digest)


IN_A_COMMENT = "$['// a']" + "[0]" * 11


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("[" * 900_000, {"$"}),
        ('{"a":' * 190_000, {"$"}),
        # How deep an interpreter parses is its own matter: it may stop, or find all brackets closed.
        ('{"// a": ' + "[" * 5000 + "]" * 5000 + "}", {"$", IN_A_COMMENT}),
        ('{"// a": ' + "[" * 500 + "]" * 500 + "}", {IN_A_COMMENT}),
    ],
    ids=["a list", "an object", "a comment", "a comment that is parsed"],
)
def test_a_text_nested_too_deep_is_refused(text, paths):
    """Brackets without end are refused, as a list, as an object, and in a comment."""
    path, words = only(text)
    assert path in paths
    assert "nested at most 12 deep" in words


def test_a_comment_nested_too_deep_is_refused_with_its_path():
    """Twelve levels are read, brackets in a text not counted; one more is refused where it begins."""
    fits = '{"// a": ' + "[" * 11 + "]" * 11 + ', "title": "' + "[" * 50 + '"}'
    assert "[" * 50 == Case.from_json(fits).title
    path, words = only('{"system": {"// a": [1, {"b": ' + "[" * 9 + "]" * 9 + "}]}}")
    assert "$.system['// a'][1].b[0][0][0][0][0][0][0][0]" == path
    assert "nested at most 12 deep" in words


def test_an_object_nested_too_deep_is_refused_with_its_path():
    """An object already parsed is bounded too, be it five thousand levels deep or without an end."""
    deep = inner = {}
    for _ in range(5000):
        inner["system"] = inner = {}
    assert "$.system.system" == only(deep)[0]
    endless = []
    endless.append(endless)
    assert "$['// a']" + "[0]" * 11 == only({"// a": endless})[0]
    assert "$.title" == only({"title": endless})[0]


def test_more_objects_and_lists_than_are_read_are_refused():
    """Comments may hold much, but not without bound, also where the same list stands in them many times."""
    many = "[" + "[]," * limits.MOST_CONTAINERS + "1]"
    assert ("$", "$: at most 50,000 objects and lists are read") == only(f'{{"// a": {many}}}')
    bomb = ["x"]
    for _ in range(9):
        bomb = [bomb] * 1000
    assert ("$", "$: at most 50,000 objects and lists are read") == only({"// a": bomb})


# Numbers and text.


@pytest.mark.parametrize(
    "number",
    [
        *(
            "NaN",
            "Infinity",
            "-Infinity",
            "1e400",
            "1e1000000",
            "1e9999999999999999999",
            "-1e9999999999999999999",
        ),
        *("1e-9999999999999999999", "9" * 5000, "-" + "9" * 900_000, "0." + "1" * 50, "1e50", "0e9999999999"),
    ],
    ids=lambda number: number[:24],
)
@pytest.mark.parametrize("fact", ["violation.count", "procurement.public_funds"])
def test_numbers_that_are_none_are_refused(number, fact):
    """What is no number, and what has more digits than any fact accepts, is refused where it stands."""
    section, _, name = fact.partition(".")
    path, words = only(f'{{"{section}": {{"{name}": {number}}}}}')
    assert f"$.{fact}" == path
    assert "JSON has no such number" in words
    assert len(words) < 120


def test_large_numbers_already_parsed_are_refused():
    """An exponent is not written out to find that a number is too large."""
    for number in (decimal.Decimal("1e999999"), decimal.Decimal("-1e999999"), 10**5000, 1e300):
        assert "$.violation.count" == only({"violation": {"count": number}})[0]
        assert "$.procurement.public_funds" == only({"procurement": {"public_funds": number}})[0]


def test_long_texts_and_keys_are_refused_in_short():
    """A text or a key of nearly a million characters is refused, and its beginning shown."""
    for source, path in (
        ({"title": "x" * 990_000}, "$.title"),
        ({"agency": {"place": "a-" * 490_000}}, "$.agency.place"),
        ({"data": {"retention": "P" + "1" * 990_000}}, "$.data.retention"),
        ({"use": {"began": "2026-03-02T09:00:00." + "1" * 990_000 + "Z"}}, "$.use.began"),
        ({"system": {"uses_ai": "x" * 990_000}}, "$.system.uses_ai"),
        ({"use": {"stage": "x" * 990_000}}, "$.use.stage"),
    ):
        assert path == only(source)[0]
        assert len(only(source)[1]) < 400
    for source in ({"x" * 990_000: 1}, {"attestations": {"SJ-AI-" + "x" * 990_000: None}}):
        assert len(only(json.dumps(source))[1]) < 200


# Lists.


@pytest.mark.parametrize(
    ("source", "path", "words"),
    [
        ({"incidents": [{}] * 1001}, "$.incidents", "at most 1,000 records, not 1,001"),
        ({"incidents": [1] * 400_000}, "$.incidents", "at most 1,000 records, not 400,000"),
        ({"data": {"elements": [{}] * 1001}}, "$.data.elements", "at most 1,000 records, not 1,001"),
        ({"system": {"outputs": ["decision"] * 1001}}, "$.system.outputs", "at most 1,000 terms"),
        ({"system": {"outputs": {"no": ["decision"] * 1001}}}, "$.system.outputs.no", "at most 1,000 terms"),
        (
            {"data": {"inventory_reviews": ["2026-03-02"] * 10_001}},
            "$.data.inventory_reviews",
            "at most 10,000",
        ),
        ({"not_known": ["use.stage"] * 10_001}, "$.not_known", "at most 10,000 paths, not 10,001"),
    ],
    ids=["incidents", "numbers", "elements", "terms", "partial", "days", "paths"],
)
def test_a_list_over_its_bound_is_refused_as_one(source, path, words):
    """A list with too many items is one problem, whatever its items are."""
    assert path == only(source)[0]
    assert words in only(source)[1]


def test_lists_up_to_their_bounds_are_read():
    """As many records, days and paths as are accepted are read."""
    case = Case.from_dict(
        {
            "incidents": [{}] * Records.most,
            "data": {"inventory_reviews": ["2026-03-02"] * Events.most},
            "system": {"outputs": ["decision"] * Terms.most},
            "not_known": ["use.stage"] * MOST_PATHS,
        }
    )
    assert (1000, 10_000) == (len(case.incidents), len(case.data.inventory_reviews))
    assert case == Case.from_json(case.to_json())


def test_records_are_bounded_in_all_lists_together():
    """A thousand records in one list leave no room for one in another, read or built."""
    path, words = only({"incidents": [{}] * 1000, "data": {"elements": [{}]}})
    assert "$" == path
    lists = (
        "`incidents`, `acts`, `waivers`, `reviews`, `data.elements`, `data.system_changes` and "
        "`retirement.exceptions`"
    )
    assert f"at most 1,000 in {lists} together, not `'1,001 records'`" in words
    with pytest.raises(FactValueError, match="1,001 records"):
        Case(incidents=[Incident()] * 1000, data=Data(elements=[DataElement()]))


def test_what_is_built_has_the_same_bounds():
    """Records built in Python have the bounds of read ones."""
    for build, words in (
        (lambda: Case(incidents=[Incident()] * 1001), "at most 1,000 records"),
        (lambda: Data(inventory_reviews=[ag.models.Case] * 10_001), "at most 10,000"),
        (lambda: ag.models.System(outputs=["decision"] * 1001), "at most 1,000 terms"),
        (lambda: Case(not_known=["use.stage"] * 10_001), "at most 10,000 paths"),
        (lambda: ag.models.Violation(count=Count.bound), "a whole number"),
        (lambda: ag.models.Procurement(public_funds=Money.bound), "an amount"),
    ):
        with pytest.raises(FactValueError, match=words):
            build()


# Problems.

SPELT = {"caused_harm": "maybe", "discovered_by": "stafff", "discovered": "2026-02-30"}


@pytest.mark.parametrize(
    "source",
    [
        {"not_known": [f"system.use{number:04d}" for number in range(9_999)]},
        {"attestations": {f"RUR {number:05d}": {} for number in range(30_000)}},
        {"attestations": {f"RUR-{number:05d}": {"mett": True} for number in range(30_000)}},
        {"incidents": [SPELT] * 999},
        {"data": {"inventory_reviews": ["2026-02-30"] * 9_999}},
        {f"systeme{number}": 1 for number in range(30_000)},
        {"system": {"outputs": [f"decision{number}" for number in range(999)], "forms": ["softwar"] * 999}},
    ],
    ids=["paths", "provisions", "attestations", "records", "days", "keys", "terms"],
)
def test_reading_stops_after_so_many_problems(source, monkeypatch):
    """No more problems are looked for than are listed, and suggestions are made for those only."""
    made = []
    close = difflib.get_close_matches
    monkeypatch.setattr(difflib, "get_close_matches", lambda *given: made.append(given) or close(*given))
    found = refusal(source)
    assert limits.MOST_PROBLEMS in (len(found), len(found) - 1)
    assert len(made) <= limits.MOST_PROBLEMS + 1
    assert max((len(given[1]) for given in made), default=0) <= 12


def test_further_problems_are_said_to_be_there():
    """Where problems are left out the last one says so; where they are not, nothing does."""
    for number, more in ((100, False), (101, True), (500, True)):
        words = refusal({"incidents": [{"foo": 1}] * number}).get("$", "")
        assert more is ("100 problems are listed; there are more" in words)


def test_keys_given_twice_are_told_once_each():
    """Of a key that is given a hundred thousand times, one problem is told."""
    text = "{" + ",".join(['"id": ""'] * 100_000) + "}"
    assert ("$.id", "$.id: the key is given twice; keep one of them") == only(text)
    several = "{" + ",".join(f'"k{number // 2}": 0' for number in range(50_000)) + "}"
    assert "$.k0" in refusal(several)
