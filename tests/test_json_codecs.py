"""One codec for each kind of fact: what it writes it reads, its schema takes both, and nothing else."""

import copy
import datetime
import decimal
import functools
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import aigovkit as ag
from aigovkit import facts, periods
from aigovkit.errors import FactValueError
from aigovkit.facts import DeclaredFact, TermSet, codec_of
from aigovkit.facts.codecs import CODECS
from aigovkit.json.parse import parse
from aigovkit.models import FACTS, Attestation, Case
from aigovkit.periods import DATED_PATTERN, PERIOD_PATTERN, Month, Occurrence, Period, Span, Year

jsonschema = pytest.importorskip("jsonschema")

OF_EACH_KIND = {
    type(fact): fact
    for fact in [*FACTS.values(), Attestation.on, Attestation.met]
    if not isinstance(fact, facts.Records)
}
"""One fact of each kind that has a codec."""
KINDS = list(OF_EACH_KIND)


@functools.cache
def validator(fact):
    """What validates JSON by the schema of a fact. A format is held to as well."""
    return jsonschema.Draft202012Validator(
        codec_of(fact).schema(fact), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def is_read(fact, data):
    """Whether the codec of a fact reads something."""
    try:
        codec_of(fact).decode(fact, data)
    except FactValueError as error:
        return not str(error)
    return True


# Values, at the edges of what each kind takes too.

DAYS = st.dates()
SOLAR = datetime.timezone(datetime.timedelta(hours=-7, minutes=-52, seconds=-58))
CLOCKS = (
    datetime.UTC,
    SOLAR,
    periods.zone("America/Los_Angeles").tzinfo,
    *(datetime.timezone(datetime.timedelta(hours=hours)) for hours in (-23, -8, 14, 23)),
)
INSTANTS = st.builds(
    lambda at, zone, fold: at.replace(tzinfo=zone, fold=fold),
    st.datetimes(min_value=datetime.datetime(1, 1, 3), max_value=datetime.datetime(9999, 12, 29)),
    st.sampled_from(CLOCKS),
    st.integers(0, 1),
) | st.builds(
    lambda at, zone: at.replace(tzinfo=zone),
    st.datetimes(),
    st.sampled_from([c for c in CLOCKS if c is not SOLAR][2:]),
)
SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), DAYS, DAYS)
MONTHS = st.builds(Month, st.integers(1, 9999), st.integers(1, 12))
DATED = DAYS | INSTANTS | MONTHS | st.builds(Year, st.integers(1, 9999)) | SPANS
LENGTHS = st.builds(
    Period,
    st.integers(0, 9999),
    st.integers(0, 9999),
    st.integers(0, 169_992),
    st.integers(0, 3_661 * 999_999_999),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def values(fact):
    """Values of a fact, as they may be given in Python."""
    match fact:
        case facts.Boolean():
            return st.booleans()
        case facts.Fulfilment():
            return st.booleans() | st.sampled_from([*fact.vocabulary, *map(str, fact.vocabulary)])
        case facts.Term():
            return st.sampled_from(list(fact.vocabulary)) | st.sampled_from(
                [str(word) for word in fact.vocabulary]
            )
        case facts.Terms():
            words = st.sets(st.sampled_from(list(fact.vocabulary)))
            partial = st.builds(lambda yes, no: TermSet.partial(yes=yes, no=no - yes), words, words)
            return words | words.map(list) | partial
        case facts.Date():
            return DATED
        case facts.Event():
            return DATED | st.sampled_from(Occurrence)
        case facts.Events():
            return st.lists(DAYS | INSTANTS, max_size=5)
        case facts.Count():
            return st.integers(0, fact.bound - 1)
        case facts.Money():
            amounts = st.decimals(0, fact.bound - decimal.Decimal("0.01"), places=2)
            return amounts | st.integers(0, fact.bound - 1)
        case facts.Duration():
            return LENGTHS
        case facts.Provisions():
            ids = st.text("aZ09._-", min_size=1, max_size=5).map("R".__add__)
            return st.lists(ids, max_size=5) | st.sets(ids, max_size=5)
        case facts.Place():
            words = st.lists(st.sampled_from(["us", "ca", "7", "a0"]), min_size=1, max_size=3).map("-".join)
            return st.lists(words, min_size=1, max_size=3).map("/".join)
        case facts.Text():
            return TEXTS | st.sampled_from(["x" * fact.longest])
    raise AssertionError(f"no values for {fact!r}")


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_what_is_written_is_read_and_taken_by_the_schema(kind, data):
    """Every value is written as JSON that the schema takes and that is read back as an equal value, also
    when it is parsed into floats, and when instants are written in UTC.
    """
    fact = OF_EACH_KIND[kind]
    value = fact.admit(data.draw(values(fact)))
    codec = codec_of(fact)
    for utc in (False, True):
        written = codec.encode(value, utc=utc)
        if utc and re.search('"(0000|10000)-', json.dumps(written)):
            continue  # In UTC an instant of the first or the last day can be in no year of the calendar.
        text = json.dumps(written)
        assert validator(fact).is_valid(written)
        assert value == codec.decode(fact, written)
        assert value == codec.decode(fact, json.loads(text))
        assert value == codec.decode(fact, parse(text, "the value", 1_000_000, exact=True))


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_equal_values_are_written_alike_in_utc(kind, data):
    """Of two values, those that are equal have one text in UTC, and those that are not have two."""
    fact = OF_EACH_KIND[kind]
    codec = codec_of(fact)
    one, other = (fact.admit(data.draw(values(fact))) for _ in range(2))
    if isinstance(one, datetime.datetime):
        other = data.draw(st.sampled_from([other, *(moved(one, hours) for hours in (-8, 0, 3))]))
    written = [json.dumps(codec.encode(value, utc=True)) for value in (one, other)]
    assert (one == other) is (written[0] == written[1])


def moved(instant, hours):
    """The same instant on other clocks, where they can show it."""
    try:
        return instant.astimezone(datetime.timezone(datetime.timedelta(hours=hours)))
    except OverflowError:
        return instant


# JSON that is nearly, or not at all, what a kind takes.

NEARLY = (
    *(
        "",
        "P",
        "PT",
        "P30D\n",
        "30 days",
        "P1DT",
        "P1.5D",
        "-P1D",
        "P10000Y",
        "PT9999999999H",
        "P1M1Y",
        "P1W1D",
    ),
    *("2026-03-02", "2026-03-02\n", "2026-13-01", "2026-02-29", "2024-02-29", "1900-02-29", "2000-02-29"),
    *("0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2026-3-2", "2026-04-31", "2026-00-10"),
    *(
        "2026-03-02T99:00:00Z",
        "T99:00:00Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T23:59:60Z",
        "2026-03-02T09:00Z",
    ),
    *("2026-03-02T09:00:00", "2026-03-02T09:00:00.1234567Z", "2026-03-02T09:00:00.123456+14:00"),
    *(
        "2026-03-02T09:00:00+24:00",
        "2026-03-02T09:00:00-08:00:30",
        "2026-03-02 09:00:00Z",
        "2026-03-02T09:00:00z",
    ),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "\u0662026-03-02", "2018", "2018-05"),
    *("2018-13", "2018-00", "0000", "0000-05", "0001", "9999-12", "2018-5", "05/2018", "201805", "2018\n"),
    *("2018-05-03/2018-06-10", "2018-05-03/2018-05-03", "2018-05-03/2018-06-10\n", "2018-05/2018-06"),
    *("2018-05-03/2018-06-31", "2018-05-03/06-10", "2018-05-03/", "/2018-05-03", "2018-05-03/P1M"),
    *("2018-05-03T09:00Z/2018-06-10", "2018-05-03--2018-06-10", "-2018", "2018-", "2018-05-", "20185"),
    *(
        "never",
        "undated",
        "Never",
        "never\n",
        "-",
        "a-",
        "a--b",
        "a/",
        "/a",
        "a/b",
        "A",
        "us-ca",
        "us ca",
        "a" * 101,
    ),
    *(
        True,
        False,
        0,
        1,
        -1,
        3,
        3.0,
        3.5,
        -0.0,
        0.1,
        1e15,
        10**15,
        10**15 - 1,
        1e13,
        10**13,
        10**13 - 1,
        1e300,
    ),
    *(
        10**400,
        1250.5,
        None,
        [],
        {},
        [[]],
        {"yes": []},
        {"yes": None},
        {"maybe": []},
        {"// a": 1},
        {"yes": "x"},
    ),
)


@functools.cache
def near(fact):
    """JSON that is what a fact takes, or differs a little from it."""
    written = values(fact).map(fact.admit).map(codec_of(fact).encode)
    if isinstance(fact, facts.Terms):
        words = st.sampled_from([*map(str, fact.vocabulary), "", "x", 1, None, "// a"])
        lists = st.lists(words, max_size=3)
        keys = st.sampled_from(["yes", "no", "// a", "x"])
        # One draw for each of a thousand words would take longer than all other kinds together.
        too_many = words.map(lambda word: [word] * 1001)
        written |= lists | st.dictionaries(keys, lists, max_size=3) | too_many
    if isinstance(fact, facts.Events):
        written |= st.lists(st.sampled_from(NEARLY), max_size=3)
    if isinstance(fact, facts.Duration):
        written |= st.from_regex(PERIOD_PATTERN)
    return (
        written
        | written.flatmap(spoilt)
        | st.sampled_from(NEARLY)
        | st.floats(allow_nan=False, allow_infinity=False)
    )


def spoilt(written):
    """A text with one character more, less or other; a number a little off; anything else as it is."""
    if isinstance(written, str) and written:
        characters = st.sampled_from([*"0123456789-+:.TZPYMWDHSa/ \n", "", "é"])
        return st.builds(
            lambda at, new, cut: written[:at] + new + written[at + cut :],
            st.integers(0, len(written)),
            characters,
            st.integers(0, 1),
        )
    if isinstance(written, int | float) and not isinstance(written, bool):
        return st.sampled_from([written + 0.001, -written, written * 10.0**3, written + 0.5])
    return st.just(written)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
def test_what_the_schema_takes_is_read_and_the_reverse(kind, data):
    """A schema takes what is read and nothing else, parts of a cent and spans turned about apart: no schema
    can count them.
    """
    fact = OF_EACH_KIND[kind]
    given_ = data.draw(near(fact))
    if is_part_of_a_cent(fact, given_) or is_turned_about(fact, given_):
        assert validator(fact).is_valid(given_)
        assert not is_read(fact, given_)
        return
    assert validator(fact).is_valid(given_) is is_read(fact, given_), given_


def is_turned_about(fact, given_):
    """Whether it is a span of days whose last comes before its first."""
    dated = isinstance(fact, facts.Date | facts.Event) and isinstance(given_, str)
    return (
        dated
        and re.fullmatch(DATED_PATTERN, given_) is not None
        and given_[10:11] == "/"
        and given_[:10] > given_[11:]
    )


def is_part_of_a_cent(fact, given_):
    """Whether it is an amount within the bounds, save for its decimals."""
    if not isinstance(fact, facts.Money) or isinstance(given_, bool) or not isinstance(given_, int | float):
        return False
    return 0 <= given_ < fact.bound and decimal.Decimal(repr(given_)) % decimal.Decimal("0.01") != 0


@pytest.mark.parametrize("kind", KINDS)
def test_near_misses_are_taken_by_both_or_by_neither(kind):
    """Each near miss is read by exactly the kinds whose schemas take it."""
    fact = OF_EACH_KIND[kind]
    assert [one for one in NEARLY if validator(fact).is_valid(one)] == [
        one for one in NEARLY if is_read(fact, one)
    ]


def test_half_a_character_is_refused_where_no_schema_can_say_so():
    """Half of a surrogate pair is refused in every text."""
    text = OF_EACH_KIND[facts.Text]
    assert validator(text).is_valid("a\ud83d")
    assert not is_read(text, "a\ud83d")
    assert not is_read(OF_EACH_KIND[facts.Place], "a\ud83d")


def test_every_kind_of_fact_has_a_codec():
    """There is a codec for each kind of fact, and none for a list of records, which is walked."""

    def kinds(of):
        for kind in of.__subclasses__():
            yield kind
            yield from kinds(kind)

    declared = {
        kind
        for kind in kinds(DeclaredFact)
        # What takes no value is no kind of fact, but what some of them have in common.
        if kind.__module__ == "aigovkit.facts.kinds" and kind.admit is not DeclaredFact.admit
    }
    assert declared - {facts.Records} == set(CODECS) == set(KINDS)


# Whole cases.

ATTESTED = ("SJ-AI-POLICY-2", "SJ-AI-POLICY-3")


@functools.cache
def case_validator():
    """What validates JSON by the schema of a case."""
    return jsonschema.Draft202012Validator(ag.case_schema())


JUNK = st.one_of(
    st.none(),
    st.sampled_from(NEARLY),
    st.sampled_from(
        [
            {"met": True, "on": "2026-03-02"},
            {"met": False, "on": "2026-03-02"},
            {"on": "2026-03-02"},
            {"uses_ai": True},
            {"uses_aii": True},
            {"// note": [{}]},
            ["use.stage"],
            ["use.stages"],
            ["incidents[].caused_harm", "attestations.SJ-AI-POLICY-2"],
            ["attestations.SJ-AI-POLICY-22"],
            ["attestations.SJ AI"],
            ["attestations.SJ-AI-POLICY-2\n"],
            {"RUR-1": {"met": True}, "RUR 1": {"met": True}},
            ["use.stage\n"],
            [{}],
            [None],
            ["pilot"],
            "pilot",
        ]
    ),
)
KEYS = st.sampled_from(
    [
        "schema",
        "system",
        "use",
        "agency",
        "incidents",
        "attestations",
        "not_known",
        "// a",
        "x",
        "id",
        "title",
    ]
)


@given(st.data())
def test_the_schema_of_a_case_takes_what_is_read(data):
    """A case with something put in somewhere is taken by the schema exactly when it is read."""
    whole = data.draw(cases(attested=ATTESTED)).to_dict()
    for _ in range(data.draw(st.integers(0, 2))):
        place = whole
        while data.draw(st.booleans()):
            inner = [
                value
                for value in (place.values() if isinstance(place, dict) else place)
                if value and isinstance(value, dict | list)
            ]
            if not inner:
                break
            place = data.draw(st.sampled_from(inner))
        if isinstance(place, dict):
            place[data.draw(KEYS | st.sampled_from([*place, "x"]))] = copy.deepcopy(data.draw(JUNK))
        elif place:
            place[data.draw(st.integers(0, len(place) - 1))] = copy.deepcopy(data.draw(JUNK))
    try:
        Case.from_dict(whole)
        read = True
    except ag.InputError:
        read = False
    assert read is case_validator().is_valid(whole), whole
