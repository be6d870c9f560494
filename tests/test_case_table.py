"""Several cases in one table, from the command line and from a program."""

from __future__ import annotations

import csv
import datetime
import io
import json
from pathlib import Path
from typing import Any

import pytest
from small_policies import small
from strategies import ORDER

from aigovkit.authoring import Points, Scale, Step
from aigovkit.case_table import as_csv, as_rows, as_text, line_of
from aigovkit.cli import main
from aigovkit.models import Case, System, Use, Vendor
from aigovkit.rules import obligation, referral, score

TODAY = datetime.date(2026, 3, 2)
POLICY = "us-ca/san-jose/ai-policy"
EXAMPLES = Path(__file__).parent.parent / "examples" / "cases"
ALWAYS_TWO = Points([(System.uses_ai, 1), (~System.uses_ai, 2)])
TRACK = score(
    "T",
    ORDER.at("7"),
    "Points.",
    points=ALWAYS_TWO + Points([(Vendor.involved, 1), (~Vendor.involved, 2)]),
    scale=Scale("track", "Track", [Step("brief", "Brief"), Step("full", "Full")]),
    bands=[(2, 2, "brief"), (3, 4, "full")],
)
RULES = small(
    TRACK,
    obligation("D", ORDER.at("8"), "Do it.", bearer="b", when=System.uses_ai),
    obligation("P", ORDER.at("9"), "Plan it.", bearer="b", standing=True),
    referral("R", ORDER.at("10"), "A person.", issue="May it be?", bearer="b", when=Use.novel),
)


def line(case: Case, *about: str) -> Any:
    """The line of a case by a few rules."""
    return line_of(RULES.evaluate(case, as_of=TODAY), about)


def run(capsys: Any, *arguments: str) -> tuple[int, str, str]:
    """The exit code, the output and the error output of a command."""
    code = main(["table", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_line_says_where_a_case_stands_and_what_is_open() -> None:
    """The outcome, the steps of its scores, the duties of the case that are not done, and what a person
    decides; what the agency owes as such is no duty of a case.
    """
    case = Case(id="kiosk", system=System(uses_ai=True), use=Use(novel=True))
    told = line(case.with_answer("attestations.D", False))
    assert ("kiosk", "review") == (told.title, told.outcome)
    assert ["Track: Brief or Full, score 2 to 3"] == [str(tier) for tier in told.tiers]
    assert ({"open": 1}, (("D", "open"),)) == (told.duties, told.provisions)
    assert (1, 0) == (told.referred, told.perhaps)
    unknown = line(Case())
    assert ({"not known": 1}, 0, 1) == (unknown.duties, unknown.referred, unknown.perhaps)


def test_questions_are_about_the_outcome_or_what_is_named() -> None:
    """Without a name, what can change the outcome is asked; with one, what can change that."""
    assert ["use.novel"] == [one.fact for one in line(Case()).questions]
    assert {"system.uses_ai", "vendor.involved"} == {one.fact for one in line(Case(), "T").questions}


def test_the_text_keeps_to_its_width() -> None:
    """No line is longer than the width, and every title and outcome is there."""
    told = as_text([line(Case(title="A rather long title of a case")), line(Case())], TODAY, 80)
    assert max(map(len, told.splitlines())) <= 80
    assert "Brief/Full" in told
    assert told.endswith("2 cases, as of 2 March 2026. What the text says, not legal advice.")


def test_csv_and_json_say_the_same() -> None:
    """A row for each case in both; what a spreadsheet would reckon with is quoted."""
    lines = [line(Case(id="=1+1", title="=SUM(A1)", system=System(uses_ai=True)), "T"), line(Case(id="b"))]
    (first, second), (row, _) = as_rows(lines), list(csv.DictReader(io.StringIO(as_csv(lines))))
    assert ("=SUM(A1)", "'=SUM(A1)", "'=1+1") == (first["title"], row["title"], row["id"])
    assert first["outcome"] == row["outcome"]
    assert ["brief", "full"] == first["tiers"][0]["steps"]
    assert "vendor.involved" == row["questions"] == first["questions"][0]["fact"]
    assert "1" == row["duties not known"]
    assert "b" == second["id"]


def test_a_folder_is_judged_in_one_go(capsys: Any) -> None:
    """All cases of a folder, in the order of their files, each as it is judged alone; the code is the
    gravest.
    """
    code, told, _ = run(capsys, str(EXAMPLES), "--policy", POLICY, "--as-of", "2026-03-02", "--json")
    rows = json.loads(told)
    assert 1 == code
    assert [Case.load(file).id for file in sorted(EXAMPLES.glob("*.json"))] == [row["id"] for row in rows]
    park = str(EXAMPLES / "park-cameras.json")
    main(["evaluate", park, "--policy", POLICY, "--as-of", "2026-03-02", "--json"])
    alone = json.loads(capsys.readouterr().out)
    row = next(row for row in rows if row["id"] == "park-cameras")
    assert (alone["outcome"], alone["at_least"]) == (row["outcome"], row["at_least"])
    assert [one["fact"] for one in alone["questions"]] == [one["fact"] for one in row["questions"]]


@pytest.mark.parametrize(("name", "code"), [("road-hazards", 0), ("park-cameras", 3), ("emotion-kiosk", 1)])
def test_the_code_is_that_of_the_case(capsys: Any, name: str, code: int) -> None:
    """A table of one case ends as its judging does, in every form."""
    arguments = (str(EXAMPLES / f"{name}.json"), "--policy", POLICY, "--as-of", "2026-03-02")
    assert [code] * 2 == [run(capsys, *arguments, *form)[0] for form in ((), ("--csv",))]


def test_an_agency_file_may_lie_beside_its_cases(capsys: Any, tmp_path: Path) -> None:
    """A folder is read without the agency file that is given with it, and its cases are judged with that."""
    (tmp_path / "a.json").write_text('{"id": "a", "system": {"uses_ai": true}}')
    (tmp_path / "agency.json").write_text('{"id": "zenda", "agency": {"place": "us-tx"}}')
    beside = ("--agency-file", str(tmp_path / "agency.json"))
    _, told, _ = run(capsys, str(tmp_path), *beside, "--policy", POLICY, "--as-of", "2026-03-02", "--json")
    assert [("a", "not_applicable")] == [(row["id"], row["outcome"]) for row in json.loads(told)]


def test_all_that_is_wrong_is_told_at_once(capsys: Any, tmp_path: Path) -> None:
    """Each file that cannot be read is named; an empty folder and an unknown provision are errors."""
    as_of = ("--policy", POLICY, "--as-of", "2026-03-02")
    code, _, told = run(capsys, str(tmp_path), *as_of)
    assert (2, True) == (code, "holds no file that ends in .json" in told)
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text('{"system": {"uses_ia": true}}')
    code, _, told = run(capsys, str(tmp_path), str(tmp_path / "c.json"), *as_of)
    assert 2 == code
    assert all(f"{name}.json" in told for name in "abc")
    code, _, told = run(capsys, str(EXAMPLES), *as_of, "--about", "SJ-AI-PROHIBIT-99")
    assert (2, True) == (code, "unknown provision with a rule" in told)
