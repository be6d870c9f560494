"""Provisions that only repeat others: accounted for, told as one, and never counted twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_policies import small
from strategies import NOW, ORDER

from aigovkit.answers import Attention, Outcome, Status
from aigovkit.citations import Force, Kind
from aigovkit.cli import main
from aigovkit.errors import PolicyError, UnknownNameError
from aigovkit.html import to_html
from aigovkit.json import replay
from aigovkit.language.nodes import ALWAYS
from aigovkit.models import Attestation, Case, Use
from aigovkit.rules import (
    Restatement,
    advice,
    exception,
    obligation,
    part,
    penalty,
    prohibition,
    restatement,
    unmodelled,
)
from aigovkit.text import describe

BAN = prohibition("R-1", ORDER.at("1"), "Nobody is followed.", when=Use.tracks_individuals)
TELL = obligation(
    "R-2", ORDER.at("2"), "Tell the registrar.", bearer="the agency", when=ALWAYS, gate=Use.began.happened()
)
FINE = penalty("R-3", ORDER.at("3"), "Fine.", when=Use.tracks_individuals, least=5, most=9, formula="5 to 9")


def again(restates: Any, id: str = "S-1", **options: Any) -> Restatement:
    """A provision of the annex that says something again."""
    return restatement(id, ORDER.at(f"Annex, {id}"), "Said again.", restates=restates, **options)


CASE = Case(use=Use(tracks_individuals=True, began=NOW), attestations={"R-2": Attestation(met=False)})


def test_a_restatement_brings_nothing_of_its_own() -> None:
    """Findings, duties, exposure, counts and outcome are those of the policy without it."""
    bare = small(BAN, TELL, FINE).evaluate(CASE, as_of=NOW)
    told = small(BAN, TELL, FINE, again(BAN), again(TELL, "S-2"), again(FINE, "S-3")).evaluate(
        CASE, as_of=NOW
    )
    assert bare.findings == told.findings
    assert bare.duties == told.duties
    assert bare.exposure == told.exposure
    assert Attention(0, 1) == bare.attention == told.attention
    assert bare.counts == told.counts
    assert Outcome.PROHIBITED is told.outcome


def test_the_finding_on_a_restatement_is_that_on_what_it_restates() -> None:
    """Its id gives the finding, the explanation and the questions of the other, through other repetitions."""
    made = small(BAN, again(BAN), again("S-1", "S-2"))
    result = made.evaluate(CASE, as_of=NOW)
    for id in ("S-1", "S-2"):
        assert result.finding("R-1") == result.finding(id)
        assert "R-1" == result.finding(id).provision
        assert result.explain("R-1") == result.explain(id)
        assert result.questions_about("R-1") == result.questions_about(id)
        assert result.statuses_by_reading("R-1") == result.statuses_by_reading(id)
        assert result.effective_force("R-1") is result.effective_force(id)
        assert result.rests_on("R-1") == result.rests_on(id)
    assert "restated in Annex, S-1\nrestated in Annex, S-2" in result.explain("S-1")
    assert [("R-1",), ("R-1",)] == [one.restates for one in result.restatements]
    assert [(Status.VIOLATED,), (Status.VIOLATED,)] == [one.statuses for one in result.restatements]


def test_of_several_that_it_restates_each_is_pointed_at() -> None:
    """What repeats several provisions has no one finding; the error names those it has."""
    gap = unmodelled("U-1", ORDER.at("9"), kind=Kind.PRINCIPLE, because="It asks nothing of a case.")
    made = small(BAN, TELL, gap, again(["R-1", "R-2", "U-1"], kind=Kind.PRINCIPLE))
    result = made.evaluate(CASE, as_of=NOW)
    (told,) = result.restatements
    assert (("R-1", "R-2", "U-1"), (Status.VIOLATED, Status.VIOLATED, None)) == (told.restates, told.statuses)
    with pytest.raises(UnknownNameError, match=r"\(it restates R-1, R-2, U-1\) `S-1`"):
        result.finding("S-1")


def test_the_page_shows_a_norm_and_its_repetition_as_one() -> None:
    """Why and what to do name both places beside the one line."""
    made = small(BAN, TELL, again(BAN), again(TELL, "S-2"))
    result = made.evaluate(CASE, as_of=NOW)
    text = str(result)
    assert 1 == text.count("Nobody is followed.")
    assert 1 == text.count("Tell the registrar.")
    assert "1; also Annex, S-1" in text
    assert "2; also Annex, S-2" in to_html(result)
    assert "Said again." not in text


def test_a_restatement_is_a_row_of_the_policy() -> None:
    """It is modelled where what it restates is, of the same kind and force unless printed with others."""
    gap = unmodelled("U-1", ORDER.at("9"), kind=Kind.PRINCIPLE, because="It asks nothing of a case.")
    made = small(
        BAN,
        gap,
        again(BAN),
        again(gap.id, "S-2"),
        again(BAN, "S-3", kind=Kind.PRINCIPLE, force=Force.RECOMMENDED),
    )
    rows = {row.id: row for row in made.provisions}
    assert (Kind.PROHIBITION, Force.BINDING, True, ("R-1",)) == (
        rows["S-1"].kind,
        rows["S-1"].force,
        rows["S-1"].modelled,
        rows["S-1"].restates,
    )
    assert "it restates R-1" == rows["S-1"].note
    assert (Kind.PRINCIPLE, False, "it restates U-1") == (
        rows["S-2"].kind,
        rows["S-2"].modelled,
        rows["S-2"].note,
    )
    assert (Kind.PRINCIPLE, Force.RECOMMENDED) == (rows["S-3"].kind, rows["S-3"].force)


def test_a_part_states_kind_and_force_of_its_restatements() -> None:
    """In a part a restatement has its prefix, force and kind."""
    annex = part(ORDER, "Annex, ", kind=Kind.PRINCIPLE, force=Force.DESCRIPTIVE)
    assert annex.restatement("S-1", "1", "Again.", restates=BAN) == restatement(
        "S-1", ORDER.at("Annex, 1"), "Again.", restates="R-1", kind=Kind.PRINCIPLE, force=Force.DESCRIPTIVE
    )


def test_a_restatement_of_another_policy_only_points() -> None:
    """What stands in another policy is named with it, installed or not, and not looked for."""
    made = small(BAN, again("X-9", policy="zenda/order", kind=Kind.PRINCIPLE), again("S-1", "S-2"))
    result = made.evaluate(CASE, as_of=NOW)
    first, second = result.restatements
    assert ("zenda/order", ("X-9",), ()) == (first.policy, first.restates, first.statuses)
    assert ("", ("S-1",), (None,)) == (second.policy, second.restates, second.statuses)
    row = next(row for row in made.provisions if row.id == "S-1")
    assert (True, "it restates X-9 of zenda/order") == (row.modelled, row.note)
    with pytest.raises(UnknownNameError):
        result.finding("S-1")


def test_json_says_where_a_restatement_points() -> None:
    """The record lists restatements apart from findings, and comes out the same when worked out again."""
    made = small(BAN, again(BAN), again("X-9", "S-2", policy="zenda/order", kind=Kind.PRINCIPLE))
    result = made.evaluate(CASE, as_of=NOW)
    written = json.loads(result.to_json())
    assert ["R-1"] == [row["provision"] for row in written["findings"]]
    assert [
        ("S-1", None, ["R-1"], ["violated"]),
        ("S-2", "zenda/order", ["X-9"], []),
    ] == [
        (row["provision"], row["policy"], row["restates"], row["statuses"]) for row in written["restatements"]
    ]
    assert () == replay(result.to_json(), CASE, policies={made.id: made}).differences


def test_what_is_attested_of_a_repetition_is_told_to_be_attested_of_the_other() -> None:
    """An attestation under the id of a restatement decides nothing, and the answer says which does."""
    case = Case(attestations={"S-1": Attestation(met=True)})
    result = small(TELL, again(TELL)).evaluate(case, as_of=NOW)
    assert ("S-1",) == result.unused_attestations
    assert "it restates R-2; attest that" in str(result)


def test_the_command_explains_a_restatement(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a case it says what is restated; with one it explains each of the findings on that."""
    made = small(BAN, TELL, again(["R-1", "R-2"], kind=Kind.PRINCIPLE))
    monkeypatch.setattr("aigovkit.cli.find_policy", lambda _: made)
    assert 0 == main(["explain", "S-1", "--policy", made.id])
    assert "Restates: R-1, R-2" in capsys.readouterr().out
    file = tmp_path / "case.json"
    file.write_text(CASE.to_json(), encoding="utf-8")
    assert 0 == main(["explain", "S-1", "--policy", made.id, "--case", str(file), "--as-of", "2026-03-02"])
    told = capsys.readouterr().out
    assert "R-1  prohibition" in told
    assert "R-2  obligation" in told
    assert "Restates: X-9 of zenda/order" in describe(again("X-9", policy="zenda/order", kind=Kind.RIGHT))


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ((BAN, again("R-11")), "`S-1` points at `R-11`, which no provision .* did you mean `R-1`"),
        ((BAN, again("ELSEWHERE")), "of a provision elsewhere name the `policy` too"),
        ((BAN, again("S-1")), "restate each other in a circle: S-1 -> S-1"),
        ((BAN, again("S-2"), again("S-1", "S-2")), "in a circle: S-1 -> S-2 -> S-1"),
        ((BAN, again("R-1", policy="ruritania/small", kind=Kind.RIGHT)), "leave out `policy`"),
        ((BAN, TELL, again(["R-1", "R-2"])), "several kinds; say of which `kind`"),
        (
            (advice("A-1", ORDER.at("4"), "Ask.", when=ALWAYS), again("A-1", force=Force.BINDING)),
            "`S-1` is binding and restates `A-1`, which does not bind",
        ),
        (
            (BAN, again(BAN), exception("E-1", ORDER.at("5"), "Not there.", to="S-1", when=ALWAYS)),
            "exception `E-1` points at `S-1`.*it restates `R-1`, so point there",
        ),
    ],
)
def test_a_restatement_that_points_nowhere_is_refused(entries: Any, message: str) -> None:
    """Missing ids, circles, a policy that is its own, and what is no mere restatement are told."""
    with pytest.raises(PolicyError, match=message):
        small(*entries)


def test_two_circles_are_each_told_once() -> None:
    """A circle is told once, however many stand in it, and what only leads into it is not in it."""
    with pytest.raises(PolicyError) as caught:
        small(BAN, again("S-2"), again("S-3", "S-2"), again("S-2", "S-3"))
    assert 1 == str(caught.value).count("circle")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"restates": []}, "`restates` takes the rules it repeats, or their ids"),
        ({"restates": "X", "policy": "Zenda"}, "`policy` takes the id of another policy"),
        ({"restates": "X", "policy": "zenda/order"}, "say here of which `kind` it is"),
        ({"restates": "X", "of": "Y"}, "`restatement` has no option `of`"),
    ],
)
def test_what_a_restatement_takes_is_told(options: Any, message: str) -> None:
    """A call that does not fit is refused with what is accepted."""
    with pytest.raises(PolicyError, match=message):
        restatement("S-1", ORDER.at("1"), "Again.", **options)
