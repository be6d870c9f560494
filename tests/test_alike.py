"""Records that a rule cannot tell apart: what is said of each is what would be said of it alone."""

import datetime
from typing import Any

import pytest
from drawing import SEEDS, Dice
from hypothesis import given, settings
from one_day import TODAY
from small_policies import small
from strategies import ORDER, examples, random_judged, random_judged_incidents

from aigovkit import Partly
from aigovkit.engine import reasons, unknowns
from aigovkit.engine.alike import alike
from aigovkit.engine.subjects import subjects
from aigovkit.jurisdictions.albuquerque import PII_POLICY
from aigovkit.models import Attestation, Case, Data, DataElement, Incident, System
from aigovkit.rules import exception, obligation, prohibition

BAN = prohibition("P", ORDER.at("1"), "No harm.", each=Case.incidents, when=Incident.caused_harm)
LIFTED = exception(
    "E", ORDER.at("2"), "AI is excused.", to=BAN, each=Case.incidents, when=Incident.involves_ai
)
TELL = obligation("D", ORDER.at("3"), "Tell.", bearer="staff", each=Case.incidents, when=Incident.caused_harm)


def first(case: Case, *rules: Any) -> list[int]:
    """Which incidents the first of some rules cannot tell apart."""
    made = small(*rules)
    return [*alike(made.rulebook, rules[0], made.evaluate(case, as_of=TODAY).situation)]


def incidents(*known: dict[str, Any], **facts: Any) -> Case:
    """A case with these incidents."""
    return Case(incidents=[Incident(**one) for one in known], **facts)


def test_only_what_a_rule_reads_tells_records_apart() -> None:
    """A name does not, nor a fact of which another rule asks; what is read by an exception does."""
    case = incidents(
        {"name": "gate", "caused_harm": True},
        {"name": "lift", "caused_harm": True, "involves_ai": True},
        {"caused_harm": False, "involves_ai": True},
        {"name": "gate", "caused_harm": True, "involves_ai": None},
    )
    assert [0, 0, 2, 0] == first(case, BAN)
    assert [0, 1, 2, 0] == first(case, BAN, LIFTED)
    assert [0] == first(case, prohibition("P", ORDER.at("1"), "No AI.", when=System.uses_ai))


def test_one_that_may_be_there_and_one_with_an_attestation_are_like_no_other() -> None:
    """Nothing is known of the first; of the other something is known that is no fact of it."""
    case = Case(incidents=Partly([Incident(), Incident()]))
    assert [0, 0, 2] == first(case, BAN)
    harm = {"caused_harm": True}
    told = incidents(harm, harm, harm, attestations={"D[incidents[1]]": Attestation(met=True)})
    assert [0, 1, 0] == first(told, TELL)
    found = small(TELL).evaluate(told, as_of=TODAY).finding("D").records
    assert ["undetermined", "satisfied", "undetermined"] == [str(one.status) for one in found]
    assert [("attestations.D[incidents[0]]",), (), ("attestations.D[incidents[2]]",)] == [
        one.unknown for one in found
    ]


def test_equal_times_of_two_zones_are_told_apart() -> None:
    """They are written in two ways."""
    at = datetime.datetime(2026, 1, 2, 12, tzinfo=datetime.UTC)
    elsewhere = at.astimezone(datetime.timezone(datetime.timedelta(hours=2)))
    ban = prohibition("P", ORDER.at("1"), "No.", each=Case.incidents, when=Incident.discovered.happened())
    assert [0, 1, 0] == first(incidents(*({"discovered": one} for one in (at, elsewhere, at))), ban)


def same_as_alone(monkeypatch: pytest.MonkeyPatch, judged: tuple[Any, Case, Any]) -> None:
    """Assert that an answer is the same where no record is taken for another."""
    made, case, as_of = judged
    told = made.evaluate(case, as_of=as_of)
    shared = told.to_dict(), [told.finding(rule.id).records for rule in made.rules]
    with monkeypatch.context() as patched:
        for module in (reasons, unknowns):
            patched.setattr(module, "alike", lambda _, rule, at: range(len([*subjects(rule, at)])))
        told = made.evaluate(case, as_of=as_of)
        assert (told.to_dict(), [told.finding(rule.id).records for rule in made.rules]) == shared


@given(seed=SEEDS)
@settings(max_examples=examples(40))
def test_what_is_said_of_a_record_is_what_would_be_said_of_it_alone(seed: int) -> None:
    """Of random policies and cases, and of the incidents twice over."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        same_as_alone(monkeypatch, random_judged(Dice(seed)))
        made, case, as_of = random_judged_incidents(Dice(seed))
        twice = case.with_answer("incidents", [*(case.incidents or ()), *(case.incidents or ())])
        same_as_alone(monkeypatch, (made, case, as_of))
        same_as_alone(monkeypatch, (made, twice, as_of))


def test_data_elements_have_the_classes_they_would_have_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elements of four kinds, some of them alike and some with less known."""
    kinds: list[dict[str, Any]] = [
        {"category": "home_address", "subjects": ["residents"]},
        {"category": "home_address"},
        {"category": "medical_record", "regimes": ["hipaa"]},
        {"name": "x"},
    ]
    elements = [DataElement(**kinds[number % 4]) for number in range(9)]
    judged = PII_POLICY, Case(data=Data(elements=elements)), TODAY
    same_as_alone(monkeypatch, judged)
