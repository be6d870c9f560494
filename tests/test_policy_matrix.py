"""What each policy says of each case, side by side, as text and for programs."""

from __future__ import annotations

import csv
import datetime
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from small_policies import forbidding, renamed, small
from strategies import ORDER

from aigovkit.authoring import ALWAYS, Day, Deadline, obligation
from aigovkit.cli import main
from aigovkit.errors import PolicyError
from aigovkit.models import Agency, Case, Use
from aigovkit.policies import PolicySet
from aigovkit.policy_matrix import as_csv, as_html, as_rows, as_text, matrix_of

TODAY = datetime.date(2026, 3, 2)
EXAMPLES = Path(__file__).parent.parent / "examples" / "cases"
LATE = obligation(
    "L",
    ORDER.at("1"),
    "Tell them.",
    bearer="b",
    when=ALWAYS,
    done=Use.higher_risk,
    due=Deadline(Day(datetime.date(2026, 2, 1))),
)
TOGETHER = PolicySet.of(
    renamed(small(LATE), "ruritania/late"),
    renamed(forbidding(Use.novel), "ruritania/ban"),
    small(*forbidding(Use.novel).entries, id="ruritania/elsewhere", place="us-ny/albany"),
)
CASES = [
    Case(id="a", title="=A", agency=Agency(place="us-az"), use=Use(novel=True, higher_risk=False)),
    Case(id="b", title="<b>B</b>\x1b", agency=Agency(place="us-ny/albany"), use=Use(higher_risk=True)),
]
MATRIX = matrix_of(TOGETHER.evaluate(case, as_of=TODAY) for case in CASES)


def run(capsys: Any, *arguments: str) -> tuple[int, str, str]:
    """The exit code, the output and the error output of a command."""
    code = main(["table", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_cell_says_what_one_policy_says_of_one_case() -> None:
    """The outcome or its range, what is late, and nothing where the policy is of another place."""
    assert ("ruritania/ban", "ruritania/elsewhere", "ruritania/late") == MATRIX.policies
    assert [["P", "", "N!"], ["N..P", "N..P", "N"]] == [
        [cell.letters for cell in row.cells] for row in MATRIX.rows
    ]
    assert ["P!", "N..P"] == [row.joint.letters for row in MATRIX.rows]


def test_each_cell_is_the_answer_of_the_policy_alone() -> None:
    """Nothing in a row depends on what stands beside it, and the first column is the strictest."""
    for case, row in zip(CASES, MATRIX.rows, strict=True):
        for policy, cell in zip(TOGETHER, row.cells, strict=True):
            alone = policy.evaluate(case, as_of=TODAY)
            assert (alone.at_least, alone.at_most) == (cell.at_least, cell.at_most)
            assert (alone.attention, alone.reaches) == (cell.attention, cell.reaches)
        assert max(cell.at_most for cell in row.cells) == row.joint.at_most


def test_the_matrix_as_text_fits_the_width_and_says_what_its_letters_mean() -> None:
    """One case has a line for each policy; many have one each, with a column for each policy."""
    for width in (60, 100):
        text = as_text(MATRIX, TODAY, width)
        assert all(len(line) <= width for line in text.splitlines())
    assert "P prohibited, R review" in text
    assert "  3  Random Order (ruritania/late)" in text
    assert "\x1b" not in text
    one = as_text(matrix_of([TOGETHER.evaluate(CASES[0], as_of=TODAY)]), TODAY)
    assert "PROHIBITED · 1 overdue" in one
    assert "of another place" in one


def test_the_matrix_for_programs_has_every_cell() -> None:
    """In JSON with the range and what is late; in CSV no title is a formula; in HTML none is markup."""
    first = as_rows(MATRIX)[0]
    assert ("prohibited", 1) == (first["outcome"], first["attention"]["overdue"])
    assert ["prohibited", "not_applicable", "no_objection"] == [one["outcome"] for one in first["policies"]]
    assert [True, False, True] == [one["reaches"] for one in first["policies"]]
    assert first == json.loads(json.dumps(first))
    rows = list(csv.reader(io.StringIO(as_csv(MATRIX))))
    assert ["id", "title", "all", *MATRIX.policies] == rows[0]
    assert ["a", "'=A", "PROHIBITED · 1 overdue", "PROHIBITED", "", "NO OBJECTION · 1 overdue"] == rows[1]
    shown = as_html(MATRIX)
    HTMLParser().feed(shown)
    assert "<td>&lt;b&gt;B&lt;/b&gt;\\x1b</td>" in shown


def test_answers_by_other_policies_are_no_matrix() -> None:
    """Each column is one policy, with one setting."""
    with pytest.raises(PolicyError, match="all by the same policies"):
        matrix_of(
            [TOGETHER.evaluate(Case(), as_of=TODAY), forbidding(Use.novel).evaluate(Case(), as_of=TODAY)]
        )
    with pytest.raises(PolicyError, match="one answer or more"):
        matrix_of([])


def test_the_table_command_prints_the_matrix(capsys: Any) -> None:
    """In each of its forms, and by one policy too."""
    arguments = (str(EXAMPLES), "--as-of", "2026-03-02", "--by-policy")
    code, out, err = run(capsys, *arguments, "--json")
    assert (1, "", len(list(EXAMPLES.glob("*.json")))) == (code, err, len(json.loads(out)))
    for form, told in (([], "P prohibited"), (["--csv"], "id,title,all"), (["--html"], "<table>")):
        assert told in run(capsys, *arguments, *form)[1]
    assert "  1  San" in run(capsys, *arguments, "--place", "us-ca/san-jose")[1]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--html"], "give that too"),
        (["--by-policy", "--about", "SJ-AI-PROHIBIT-2"], "leave one of them out"),
    ],
)
def test_options_that_do_not_go_together_are_told(capsys: Any, options: list[str], told: str) -> None:
    """What would be passed over is refused."""
    code, out, err = run(capsys, str(EXAMPLES), "--as-of", "2026-03-02", *options)
    assert (2, "") == (code, out)
    assert told in err
