"""What a form posts: answers as they stand in JSON, and that nobody knows."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from drawing import SEEDS, Dice
from hypothesis import given
from random_values import case as random_case

from aigovkit.errors import FactValueError, InputError, UnknownFactError
from aigovkit.models import FACTS, Attestation, Case, Incident, System, Use


@given(SEEDS)
def test_a_case_is_the_answers_posted_one_by_one(seed: int) -> None:
    """Every fact of a case can be posted as its JSON has it; what is put together so is the case."""
    case = random_case(Dice(seed), (), ("X-1", "X-2"))
    told = json.loads(case.to_json())
    posted = Case()
    for path, declared in FACTS.items():
        if "[]" in path or path.startswith("attestation"):
            continue
        value: Any = told
        for step in path.split("."):
            value = (value or {}).get(step)
        assert declared.path == path
        posted = posted.answer(path, value)
    for provision, attested in told.get("attestations", {}).items():
        posted = posted.answer(f"attestations.{provision}", attested)
    assert case.digest == posted.digest


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("system.uses_ai", "yes", r"\$.system.uses_ai: takes true or false, not `'yes'`; write `true`"),
        ("use.began", "03/05/2018", r"\$.use.began"),
        ("use.emotion_signals", ["fac", "voic"], r"(?s)signals\[0\].*'fac'.*signals\[1\].*'voic'"),
        ("incidents[0].caused_harm", 1, r"\$.incidents\[0\].caused_harm"),
        ("attestations.X-1", {"met": "done"}, r"\$.attestations.X-1.met"),
        ("incidents", [{"caused": True}], "no such key"),
    ],
    ids=str,
)
def test_what_a_fact_does_not_take_is_refused_with_its_path(path: str, value: Any, told: str) -> None:
    """All that is wrong with an answer is told at once, and where."""
    with pytest.raises(InputError, match=told):
        Case(incidents=[Incident()]).answer(path, value)


def test_values_of_json_become_values_of_facts() -> None:
    """A day is written as text, an amount as a number, and an attestation as an object or a word."""
    case = Case().answer("use.began", "2026-03-02").answer("procurement.public_funds", 1250.5)
    assert datetime.date(2026, 3, 2) == case.use.began
    assert "1250.50" == str(case.procurement.public_funds)
    assert Attestation(met=True) == case.answer("attestations.X-1", True).attestations["X-1"]
    attested = case.answer("attestations.X-1", {"met": True, "on": "2026-03-02"}).attestations["X-1"]
    assert datetime.date(2026, 3, 2) == attested.on
    assert Case() == Case().answer("use.began", "2026-03-02").answer("use.began", None)


def test_that_nobody_knows_is_kept_until_somebody_does() -> None:
    """It drops what was known, once, and an answer takes it back."""
    case = Case(use=Use(novel=True), system=System(uses_ai=True)).with_not_known("use.novel")
    assert (None, True, ("use.novel",)) == (case.use.novel, case.system.uses_ai, case.not_known)
    assert case == case.with_not_known("use.novel")
    assert () == case.answer("use.novel", False).not_known
    duty = Case(attestations={"X-1": Attestation(met=True)}).with_not_known("attestations.X-1")
    assert (("attestations.X-1",), 0) == (duty.not_known, len(duty.attestations))
    assert ("incidents[].caused_harm",) == Case().with_not_known("incidents[].caused_harm").not_known


def test_a_path_of_no_fact_is_refused_with_a_suggestion() -> None:
    """A misspelt fact, and one of a record that is not there, are told of."""
    for act in (lambda path: Case().answer(path, True), lambda path: Case().with_not_known(path)):
        with pytest.raises(UnknownFactError, match=r"use\.novel"):
            act("use.novl")
        with pytest.raises(FactValueError, match="has 0 records"):
            act("incidents[0].caused_harm")
