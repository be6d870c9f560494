"""Cases as JSON: one text for one case, and a digest that no other case has."""

import datetime
import decimal
import hashlib
import json

import attrs
import pytest
from hypothesis import given
from strategies import cases

import aigovkit as ag
from aigovkit import periods
from aigovkit.facts import TermSet
from aigovkit.json import canonical_case, case_to_dict
from aigovkit.models import Agency, Attestation, Case, Data, Incident, Procurement, System, Use
from aigovkit.periods import Occurrence, Period

AS_OF = datetime.date(2026, 3, 2)
ATTESTED = ("SJ-AI-POLICY-2", "SJ-AI-POLICY-3", "RUR-1")


@given(cases(attested=ATTESTED))
def test_the_digest_depends_on_the_case_alone(case):
    """A case and its copy, read from other spacing and order, have one digest."""
    data = json.loads(case.to_json())
    shuffled = json.dumps(dict(reversed(data.items())), indent=7)
    assert case == ag.Case.from_json(shuffled)
    assert case.digest == ag.Case.from_json(shuffled).digest


@given(cases(attested=ATTESTED), cases(attested=ATTESTED))
def test_unequal_cases_have_different_digests(one, other):
    """Two cases share a digest exactly when they are equal."""
    assert (one == other) is (one.digest == other.digest)


WHOLE = Case(
    id="k",
    agency=Agency(place="us-ca"),
    system=System(uses_ai=True, outputs=["decision"]),
    use=Use(began=datetime.date(2026, 3, 2), stage="pilot"),
    procurement=Procurement(public_funds=decimal.Decimal("12.50")),
    data=Data(retention=Period(days=30), inventory_reviews=[AS_OF]),
    incidents=[Incident(caused_harm=True)],
    attestations={"SJ-AI-POLICY-2": Attestation(met=True, by="J. Ortiz")},
    not_known=["use.stage"],
)


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("id", "l"),
        ("id", None),
        ("agency.place", "us-ca/san-jose"),
        ("system.uses_ai", False),
        ("system.outputs", ["prediction"]),
        ("system.outputs", TermSet.partial(yes=["decision"])),
        ("system.outputs", TermSet.partial(yes=["decision"], no=["prediction"])),
        ("use.began", datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)),
        ("use.began", Occurrence.UNDATED),
        ("use.stage", "idea"),
        ("procurement.public_funds", decimal.Decimal("12.51")),
        ("data.retention", Period(months=1)),
        ("data.inventory_reviews", [AS_OF, AS_OF]),
        ("incidents", []),
        ("incidents", [Incident(caused_harm=True), Incident()]),
        ("incidents[0].caused_harm", False),
        ("attestations.SJ-AI-POLICY-2", False),
        ("attestations.SJ-AI-POLICY-2", Attestation(met=True, by="J. Ortiz", evidence="x")),
        ("attestations.SJ-AI-POLICY-3", True),
    ],
)
def test_every_part_of_a_case_counts_in_its_digest(path, other):
    """Whatever differs between two cases, their digests differ."""
    case = WHOLE if path.startswith("use.stage") else attrs.evolve(WHOLE, not_known=())
    assert case.digest != case.with_answer(path, other).digest
    assert WHOLE.digest != attrs.evolve(WHOLE, not_known=()).digest


def test_the_same_instant_in_two_zones_has_one_digest():
    """The canonical form writes instants in UTC, so that the zone of writing does not count."""
    here = ag.Case.from_json('{"use": {"began": "2026-03-01T09:00:00-08:00"}}')
    there = ag.Case.from_json('{"use": {"began": "2026-03-01T17:00:00Z"}}')
    assert here == there
    assert here.digest == there.digest
    assert b'"2026-03-01T17:00:00Z"' in canonical_case(here)
    assert '"2026-03-01T09:00:00-08:00"' in here.to_json()


def test_instants_at_the_ends_of_the_calendar_have_digests():
    """An instant that in UTC is in no year of the calendar still has one text for all its zones."""
    last = ag.Case.from_json('{"use": {"began": "9999-12-31T23:59:59-08:00"}}')
    assert b'"10000-01-01T07:59:59Z"' in canonical_case(last)
    assert last.digest == ag.Case.from_json('{"use": {"began": "9999-12-31T22:59:59-09:00"}}').digest
    first = ag.Case.from_json('{"use": {"began": "0001-01-01T00:00:00+08:00"}}')
    assert b'"0000-12-31T16:00:00Z"' in canonical_case(first)
    assert first == ag.Case.from_json(first.to_json())


def test_the_digest_is_of_the_canonical_form():
    """The digest is the SHA-256 of the canonical bytes, and of no other form of the case."""
    assert hashlib.sha256(canonical_case(WHOLE)).hexdigest() == WHOLE.digest
    written = {
        WHOLE.to_json(),
        WHOLE.to_json(indent=None),
        json.dumps(WHOLE.to_dict(), separators=(",", ":")),
    }
    assert WHOLE.digest not in {hashlib.sha256(text.encode()).hexdigest() for text in written}


def test_the_canonical_form_is_one_text():
    """Keys are in alphabetical order on every level, nothing is between them, and text stands as it is."""
    case = attrs.evolve(WHOLE, title="San José")

    def keys(value):
        if isinstance(value, dict):
            yield list(value)
            for inner in value.values():
                yield from keys(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from keys(inner)

    text = canonical_case(case)
    several = list(keys(json.loads(text)))
    assert [sorted(one) for one in several] == several
    assert [sorted(one) for one in keys(case.to_dict())] != list(keys(case.to_dict()))
    assert "San José".encode() in text
    assert b": " not in text
    assert b", " not in text


def test_amounts_are_written_in_dollars():
    """Whole dollars are written as integers, cents as decimals."""
    whole = Case(procurement=Procurement(public_funds=1200))
    cents = Case(procurement=Procurement(public_funds=decimal.Decimal("0.10")))
    assert 1200 == json.loads(whole.to_json())["procurement"]["public_funds"]
    assert '"public_funds": 1200\n' in whole.to_json()
    assert 0.1 == json.loads(cents.to_json())["procurement"]["public_funds"]


def test_attestations_are_written_without_their_blanks():
    """What an attestation does not say is left out of the JSON, and an attestation that says nothing is
    none.
    """
    case = Case(
        attestations={"SJ-AI-POLICY-2": Attestation(met=True, on=AS_OF), "SJ-AI-POLICY-3": Attestation()}
    )
    assert {"SJ-AI-POLICY-2": {"met": True, "on": "2026-03-02"}} == json.loads(case.to_json())["attestations"]


@pytest.mark.parametrize(
    "began",
    [
        datetime.datetime(1880, 7, 1, 12, tzinfo=periods.zone("America/Los_Angeles").tzinfo),
        datetime.datetime(1, 1, 2, tzinfo=periods.zone("Europe/Vienna").tzinfo),
        datetime.datetime(2026, 3, 2, tzinfo=datetime.timezone(datetime.timedelta(hours=1, seconds=1))),
        datetime.datetime(2026, 11, 1, 1, 30, tzinfo=periods.zone("America/Los_Angeles").tzinfo, fold=0),
        datetime.datetime(2026, 11, 1, 1, 30, tzinfo=periods.zone("America/Los_Angeles").tzinfo, fold=1),
        datetime.datetime(2026, 3, 2, 9, 0, 0, 1, tzinfo=datetime.UTC),
        datetime.date(1, 1, 1),
        datetime.date(9999, 12, 31),
        datetime.date(1899, 12, 31),
    ],
    ids=str,
)
def test_days_and_instants_of_every_age_come_back_equal(began):
    """Instants with seconds in their offset, those of a repeated hour, and years before 1900 come back."""
    case = Case(use=Use(began=began), data=Data(inventory_reviews=[began]))
    assert case == ag.Case.from_json(case.to_json()) == ag.Case.from_dict(case.to_dict())
    assert case.digest == ag.Case.from_json(case.to_json()).digest
    if isinstance(began, datetime.datetime):
        assert periods.instant(began) == periods.instant(case.use.began)


def test_what_is_unknown_is_left_out():
    """An empty case is its form alone; known sections stand in the order of a case."""
    assert {"schema": "aigovkit/case/1"} == Case().to_dict() == case_to_dict(Case())
    assert ["schema", "id", "incidents", "agency", "system", "use", "data", "procurement"] == list(
        WHOLE.to_dict()
    )[:8]
    assert ["attestations", "not_known"] == list(WHOLE.to_dict())[8:]
