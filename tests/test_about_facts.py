"""What facts say of themselves: whether the agency can change them, and who can usually answer."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from small_policies import small
from strategies import NOW, ORDER

from aigovkit.errors import ConditionError
from aigovkit.facts import Boolean, Event, KnownBy, Record, facts_of
from aigovkit.json import case_schema
from aigovkit.models import (
    FACTS,
    Act,
    ActKind,
    Agency,
    Attestation,
    Case,
    Contract,
    Incident,
    Provenance,
    System,
    Use,
    Vendor,
    Warrant,
)
from aigovkit.rules import obligation, prohibition, requirement, review

CASES = Path(__file__).parent.parent / "examples" / "cases"
EVERY = [*FACTS.values(), *facts_of(Attestation).values(), *facts_of(Provenance).values()]


@pytest.mark.parametrize("fact", EVERY, ids=lambda fact: fact.path)
def test_every_fact_says_whether_it_can_be_changed_and_who_knows_it(fact: Any) -> None:
    """Each fact of a case says both, by itself or by its section."""
    assert fact.changeable in (True, False)
    assert isinstance(fact.known_by, KnownBy)


def test_a_fact_says_otherwise_than_its_section() -> None:
    """A section says it for its facts; what a fact says of itself goes before."""

    class Lamp(Record, path="lamp", changeable=True, known_by=KnownBy.VENDOR):
        """A lamp."""

        lit: Boolean = Boolean("Is it lit?")
        made: Event = Event("When was it made?", changeable=False, known_by=KnownBy.DOCUMENT)

    class Wick(Record, path="wick"):
        """A wick, of which nothing is said."""

        short: Boolean = Boolean("Is it short?")

    assert (True, KnownBy.VENDOR) == (Lamp.lit.changeable, Lamp.lit.known_by)
    assert (False, KnownBy.DOCUMENT) == (Lamp.made.changeable, Lamp.made.known_by)
    assert (None, None) == (Wick.short.changeable, Wick.short.known_by)
    with pytest.raises(ConditionError, match="a fact says nothing of `chngeable`; it says `where`, `change"):
        Boolean("Is it lit?", chngeable=True)  # type: ignore[call-arg]


def test_what_has_happened_or_others_decide_cannot_be_changed() -> None:
    """A few facts, so that the words are seen to be meant: deeds of the agency can be changed."""
    for fixed in (
        Use.began,
        Incident.caused_harm,
        Warrant.issued,
        Vendor.entity,
        Agency.place,
        Contract.instrument,
    ):
        assert fixed.changeable is False
    for open_ in (Use.infers_emotion, System.capabilities, Incident.told_supervisor, Act.under_warrant):
        assert open_.changeable is True
    assert KnownBy.DOCUMENT is Warrant.issued.known_by
    assert KnownBy.VENDOR is System.capabilities.known_by


def test_only_what_the_agency_can_change_is_proposed() -> None:
    """Of two facts either of which would make the outcome milder, the one that cannot be changed is no way
    out.
    """
    grave = prohibition("R-1", ORDER.at("1"), "No.", when=Use.severe_risk & Use.tracks_individuals)
    result = small(grave).evaluate(Case(use=Use(severe_risk=True, tracks_individuals=True)), as_of=NOW)
    assert ["use.tracks_individuals"] == [one.fact for one in result.alternatives]
    assert "use.severe_risk were" not in str(result)


def test_what_was_done_stays_done() -> None:
    """Of an act that goes on another answer is proposed; of one that is past none is."""
    ban = prohibition("R-1", ORDER.at("1"), "No.", when=Act.kind.is_(ActKind.USE), each=Case.acts)
    past, present = Act(kind="use", on=date(2026, 1, 5)), Act(kind="use", on=date(2026, 12, 1))
    assert () == small(ban).evaluate(Case(acts=[past]), as_of=NOW).alternatives
    (proposed,) = small(ban).evaluate(Case(acts=[present]), as_of=NOW).alternatives
    assert "acts[0].kind" == proposed.fact


def test_every_alternative_to_an_example_can_be_done() -> None:
    """Whatever is proposed for the examples of the kit is a fact that the agency can change."""
    from aigovkit.jurisdictions import san_jose
    from aigovkit.models.case import fact

    proposed = [
        one.fact
        for file in sorted(CASES.glob("*.json"))
        for one in san_jose.AI_POLICY.evaluate(Case.load(file), as_of=NOW).alternatives
    ]
    assert proposed
    assert all(fact(path).changeable for path in proposed)


def test_a_question_says_who_knows() -> None:
    """A question of a fact names who can usually answer, on the page where that is not the agency; a duty is
    attested by the agency.
    """
    told = obligation("R-2", ORDER.at("2"), "Tell.", bearer="the agency", when=Use.tracks_individuals)
    rules = (
        prohibition("R-1", ORDER.at("1"), "No.", when=System.generates_content & Warrant.probable_cause),
        review("R-3", ORDER.at("3"), "Ask.", bearer="the board", when=System.public_facing),
        requirement("R-4", ORDER.at("4"), "Do.", bearer="the agency", when=told.when),
    )
    result = small(*rules).evaluate(Case(use=Use(tracks_individuals=True)), as_of=NOW)
    assert {
        "system.generates_content": "vendor",
        "warrant.probable_cause": "document",
        "system.public_facing": "agency",
        "attestations.R-3": "agency",
        "attestations.R-4": "agency",
    } == {question.fact: question.known_by for question in result.questions}
    text = str(result)
    assert "system.generates_content · ask the vendor" in text
    assert "warrant.probable_cause · see the papers" in text
    written = json.loads(result.to_json())["questions"]
    assert {"agency", "document", "vendor"} == {row["known_by"] for row in written}


def test_the_schema_carries_both() -> None:
    """A form that is made from the schema can show who knows, and what can be changed."""
    schema = case_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    capabilities = schema["properties"]["system"]["properties"]["capabilities"]
    assert (True, "vendor") == (capabilities["x-changeable"], capabilities["x-known-by"])
    incident = schema["properties"]["incidents"]["anyOf"][0]["items"]["properties"]["caused_harm"]
    assert (False, "agency") == (incident["x-changeable"], incident["x-known-by"])


@pytest.mark.parametrize("path", FACTS)
def test_a_question_names_what_it_asks_about(path: str) -> None:
    """A question is read alone: it speaks of nothing as "it" that it has not named."""
    impersonal = "technically|decided|certified|found|determined"
    unnamed = rf"^(?!Whose)(?:\w+ ){{1,3}}(?:it|its|they|their)\b(?! (?:{impersonal}))"
    assert not re.search(unnamed, FACTS[path].question)
