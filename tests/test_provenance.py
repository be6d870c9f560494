"""Where facts were learnt: kept with a case, shown beside what an answer rests on, read by no rule."""

from __future__ import annotations

import json
import pickle
from typing import Any

import attrs
import jsonschema
import pytest
from drawing import Dice
from hypothesis import given
from hypothesis import strategies as st
from small_policies import small
from strategies import NOW, ORDER, random_judged

from aigovkit.errors import FactValueError, InputError, UnknownFactError
from aigovkit.html import to_html
from aigovkit.json import case_schema
from aigovkit.language.nodes import Attested
from aigovkit.models import Attestation, Case, Data, DataElement, Incident, Provenance, System, Use
from aigovkit.models.provenance import Provenances
from aigovkit.paths import value_at
from aigovkit.rules import definition, exception, prohibition, review

TOLD = Provenance(person="J. Ortiz", document="Contract 2026-014", place="page 4")
FOLLOWS = "use.tracks_individuals"
CASE = Case(
    use=Use(tracks_individuals=True),
    incidents=[Incident(caused_harm=True), Incident()],
    provenance={FOLLOWS: TOLD, "incidents[0].caused_harm": Provenance(document="Report 3")},
)
BAN = prohibition("R-1", ORDER.at("1"), "Nobody is followed.", when=Use.tracks_individuals)


# In and out


def test_a_case_keeps_where_its_facts_were_learnt() -> None:
    """It is read by the path of the fact, and comes back equal from JSON, from a copy and from a pickle."""
    assert TOLD == CASE.provenance[FOLLOWS]
    assert "J. Ortiz" == CASE.provenance[FOLLOWS].person
    for same in (
        Case.from_json(CASE.to_json()),
        Case.from_dict(CASE.to_dict()),
        pickle.loads(pickle.dumps(CASE)),
        attrs.evolve(CASE),
    ):
        assert CASE == same
        assert hash(CASE) == hash(same)
        assert CASE.digest == same.digest
    expected = {
        "incidents[0].caused_harm": {"document": "Report 3"},
        FOLLOWS: {"person": "J. Ortiz", "document": "Contract 2026-014", "place": "page 4"},
    }
    assert expected == json.loads(CASE.to_json())["provenance"]
    assert "provenance={'incidents[0].caused_harm': Provenance(document='Report 3')" in repr(CASE)


def test_what_says_nothing_is_the_same_as_nothing() -> None:
    """An empty provenance, empty texts, null and no key are one case with one digest."""
    bare = Case(use=CASE.use)
    for empty in (None, {}, {FOLLOWS: Provenance()}, {FOLLOWS: Provenance(person="", place="")}):
        assert bare == Case(use=CASE.use, provenance=empty)
        assert bare.digest == Case(use=CASE.use, provenance=empty).digest
    for data in (None, {}, {FOLLOWS: None}, {FOLLOWS: {"person": None}}, {"// why": 1}):
        assert bare == Case.from_dict({**bare.to_dict(), "provenance": data})
    assert "provenance" not in bare.to_dict()


def test_where_a_fact_was_learnt_is_part_of_the_digest() -> None:
    """The same facts from another source are another case, as what an answer shows of it is another."""
    other = attrs.evolve(CASE, provenance={FOLLOWS: attrs.evolve(TOLD, place="page 5")})
    assert CASE != other
    assert 3 == len({CASE.digest, other.digest, attrs.evolve(CASE, provenance={}).digest})


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("system.uses_aii", "did you mean `system.uses_ai`"),
        ("incidents[2].caused_harm", "`incidents` has 2 records"),
        ("incidents[0].harm", "unknown fact"),
        ("attestations.R-1", "an attestation says itself who says so"),
        ("provenance.person", "unknown fact"),
    ],
)
def test_a_path_that_leads_to_no_fact_is_refused(path: str, message: str) -> None:
    """A misspelt path, a record there is not and an attestation are refused, in Python and in JSON."""
    with pytest.raises((UnknownFactError, FactValueError), match=message):
        attrs.evolve(CASE, provenance={path: TOLD})
    with pytest.raises(InputError) as caught:
        Case.from_dict({**CASE.to_dict(), "provenance": {path: {"person": "J. Ortiz"}}})
    (problem,) = caught.value.problems
    assert problem.path.startswith("$.provenance")
    assert message in str(problem) or "takes the path of a fact" in str(problem)


@pytest.mark.parametrize("wrong", [5, ["x"], {FOLLOWS: "J. Ortiz"}, {5: TOLD}])
def test_what_is_no_provenance_is_refused(wrong: Any) -> None:
    """A provenance is built, and stands under a path."""
    with pytest.raises(FactValueError):
        Case(use=CASE.use, provenance=wrong)


def test_everything_wrong_is_told_at_once_with_its_path() -> None:
    """Unknown keys, wrong types and unknown paths of provenances are told beside all else."""
    data = {
        "system": {"uses_ai": "yes"},
        "provenance": {"system.uses_aii": {}, FOLLOWS: {"persn": "x", "place": 5}, "use.stage": "x"},
    }
    with pytest.raises(InputError) as caught:
        Case.from_dict(data)
    assert {
        "$.system.uses_ai",
        "$.provenance['system.uses_aii']",
        f"$.provenance['{FOLLOWS}'].persn",
        f"$.provenance['{FOLLOWS}'].place",
        "$.provenance['use.stage']",
    } == {problem.path for problem in caught.value.problems}


def test_the_schema_is_as_strict_as_the_reader() -> None:
    """What is read the schema accepts, and what it refuses is refused, records that are not there aside."""
    schema = jsonschema.Draft202012Validator(case_schema())
    assert schema.is_valid(CASE.to_dict())
    for good in (None, {}, {"// c": 1}, {FOLLOWS: None}, {"incidents[].caused_harm": {"person": "x"}}):
        Case.from_dict({"provenance": good})
        assert schema.is_valid({"provenance": good}), good
    long = "x" * 10_001
    for bad in (
        [],
        {"system.uses_aii": {}},
        {"attestations.R-1": {}},
        {FOLLOWS: {"persn": "x"}},
        {FOLLOWS: {"person": long}},
        {FOLLOWS: []},
        {"incidents[01].caused_harm": {}},
    ):
        with pytest.raises(InputError):
            Case.from_dict({"provenance": bad, "incidents": [{}, {}]})
        assert not schema.is_valid({"provenance": bad, "incidents": [{}, {}]}), bad


# Answered anew


def test_a_fact_that_is_answered_anew_loses_where_it_was_learnt() -> None:
    """The source of the old answer is dropped, or replaced by that of the new one; others stay."""
    assert ["incidents[0].caused_harm"] == [*CASE.with_answer(FOLLOWS, False).provenance]
    assert ["incidents[0].caused_harm"] == [*CASE.with_answer(FOLLOWS, None).provenance]
    later = CASE.with_answer(FOLLOWS, False, provenance=Provenance(person="A. Lee"))
    assert "A. Lee" == later.provenance[FOLLOWS].person
    assert "Report 3" == later.provenance["incidents[0].caused_harm"].document
    assert CASE.provenance == CASE.with_answer("system.uses_ai", True).provenance


def test_a_list_answered_anew_has_other_records() -> None:
    """Where a list is given anew, what was said of the facts of its records goes with them."""
    assert [FOLLOWS] == [*CASE.with_answer("incidents", []).provenance]
    one = CASE.with_answer("incidents[1].caused_harm", False, provenance=TOLD)
    assert ["incidents[0].caused_harm", "incidents[1].caused_harm", FOLLOWS] == [*one.provenance]


def test_an_attestation_has_a_source_of_its_own() -> None:
    """A provenance beside an attested answer is refused, with where it says so."""
    with pytest.raises(FactValueError, match="an attestation says itself who says so"):
        CASE.with_answer("attestations.R-1", True, provenance=TOLD)
    assert CASE.provenance == CASE.with_answer("attestations.R-1", True).provenance


# Answers


SEEDS = st.integers(0, 2**32)


@given(SEEDS)
def test_no_rule_goes_by_where_a_fact_was_learnt(seed: int) -> None:
    """Whatever the policy and the case, every part of the answer but the digest is the same without it."""
    made, case, as_of = random_judged(Dice(seed), most=3)
    learnt = {path: TOLD for path, _ in case.known_facts()}
    one, other = (
        made.evaluate(each, as_of=as_of).to_dict() for each in (case, attrs.evolve(case, provenance=learnt))
    )
    assert {"case_sha256"} >= {key for key in one if one[key] != other[key]}


@given(SEEDS)
def test_what_a_finding_rests_on_is_known(seed: int) -> None:
    """Every path that a finding rests on is that of a fact which the case gives."""
    made, case, as_of = random_judged(Dice(seed), most=3)
    result = made.evaluate(case, as_of=as_of)
    for rule in made.rules:
        for path in result.rests_on(rule.id):
            assert value_at(case, path) is not None


TERM = definition("D-1", ORDER.at("2"), "It is so.", means=System.uses_ai, term="it is so")


@pytest.mark.parametrize(
    ("when", "facts", "expected"),
    [
        (Use.tracks_individuals | Use.severe_risk, (True, False), [FOLLOWS]),
        (Use.tracks_individuals & Use.severe_risk, (True, True), [FOLLOWS, "use.severe_risk"]),
        (Use.tracks_individuals & Use.severe_risk, (True, False), ["use.severe_risk"]),
        (Use.tracks_individuals & Use.severe_risk, (True, None), []),
        (~Use.tracks_individuals, (False, None), [FOLLOWS]),
        (TERM & ~Use.tracks_individuals, (False, None), ["system.uses_ai", FOLLOWS]),
    ],
)
def test_a_finding_rests_on_what_settles_it(when: Any, facts: Any, expected: list[str]) -> None:
    """Of alternatives the first that holds is enough; what defined terms stand on is looked into."""
    follows, grave = facts
    case = Case(system=System(uses_ai=True), use=Use(tracks_individuals=follows, severe_risk=grave))
    made = small(TERM, prohibition("R-1", ORDER.at("1"), "No.", when=when))
    assert expected == [*made.evaluate(case, as_of=NOW).rests_on("R-1")]


def test_a_finding_on_records_rests_on_those_it_is_true_of() -> None:
    """The facts of the record in breach are named by its number, in a rule on records and inside a list."""
    each = prohibition("R-1", ORDER.at("1"), "No.", when=Incident.caused_harm, each=Case.incidents)
    some = prohibition("R-2", ORDER.at("2"), "No.", when=Data.elements.some(DataElement.identifies_person))
    case = Case(
        incidents=[Incident(caused_harm=False), Incident(caused_harm=True)],
        data=Data(elements=[DataElement(identifies_person=False), DataElement(identifies_person=True)]),
    )
    result = small(each, some).evaluate(case, as_of=NOW)
    assert ("incidents[1].caused_harm",) == result.rests_on("R-1")
    assert ("data.elements", "data.elements[1].identifies_person") == result.rests_on("R-2")


def test_a_displaced_rule_rests_on_what_displaces_it_too() -> None:
    """So does a duty on what shows that it is done, or not in time."""
    lifted = exception("E-1", ORDER.at("2"), "Not there.", to="R-1", when=System.public_facing)
    ask = review(
        "R-3", ORDER.at("3"), "Ask.", bearer="b", when=Use.tracks_individuals, done=Use.lawful_purpose
    )
    case = Case(system=System(public_facing=True), use=Use(tracks_individuals=True, lawful_purpose=True))
    result = small(BAN, lifted, ask).evaluate(case, as_of=NOW)
    assert (FOLLOWS, "system.public_facing") == result.rests_on("R-1")
    assert (FOLLOWS, "use.lawful_purpose") == result.rests_on("R-3")


def test_an_answer_shows_where_what_it_rests_on_was_learnt() -> None:
    """Page, text and explanation name person, document and place beside the fact, where they are given."""
    result = small(BAN).evaluate(CASE, as_of=NOW)
    line = f"{FOLLOWS}: learnt from J. Ortiz; Contract 2026-014, page 4"
    assert line in str(result)
    assert "learnt from J. Ortiz; Contract 2026-014, page 4" in to_html(result)
    assert line in result.explain("R-1")
    assert "Report 3" not in str(result)
    assert "learnt" not in str(small(BAN).evaluate(attrs.evolve(CASE, provenance={}), as_of=NOW))


def test_what_is_said_of_all_records_is_shown_of_each() -> None:
    """A path with empty brackets speaks of that fact of every record."""
    case = Case(
        incidents=[Incident(caused_harm=True)], provenance={"incidents[].caused_harm": Provenance(person="X")}
    )
    rule = prohibition("R-1", ORDER.at("1"), "No.", when=Incident.caused_harm, each=Case.incidents)
    assert "incidents[0].caused_harm: learnt from X" in str(small(rule).evaluate(case, as_of=NOW))
    assert case.provenance.of("incidents[0].caused_harm") == Provenance(person="X")
    assert Provenances().of("system.uses_ai") is None


def test_hostile_text_is_made_harmless() -> None:
    """Whatever somebody writes as a source, nothing unprintable and no markup reaches a reader."""
    nasty = Provenance(person="\x1b[31m<script>", document="a\u202eb")
    result = small(BAN).evaluate(attrs.evolve(CASE, provenance={FOLLOWS: nasty}), as_of=NOW)
    assert "\x1b" not in str(result)
    assert "\u202e" not in str(result)
    assert "<script>" not in to_html(result)


def test_an_attested_duty_needs_no_provenance() -> None:
    """What a duty that is attested rests on are the facts beside the attestation."""
    ask = review("R-3", ORDER.at("3"), "Ask.", bearer="b", when=Use.tracks_individuals, done=Attested("R-3"))
    case = attrs.evolve(CASE, attestations={"R-3": Attestation(met=False)})
    assert (FOLLOWS,) == small(ask).evaluate(case, as_of=NOW).rests_on("R-3")
