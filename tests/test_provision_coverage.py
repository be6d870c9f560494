"""Every provision of every source: the pages and the JSON made of the policies, and that none is stale."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from small_policies import small
from strategies import ORDER

import aigovkit as ag
from aigovkit.citations import Kind
from aigovkit.cli import main
from aigovkit.jurisdictions import POLICIES
from aigovkit.models import Use
from aigovkit.provision_coverage import DATA, INDEX, Treatment, coverage, files, page_name
from aigovkit.rules import Rule, prohibition, restatement, unmodelled

FOLDER = Path(__file__).parents[1] / "docs" / "provisions"
OWN = [ag.find_policy(id) for id in POLICIES]
MAKE = "make it anew: python -m aigovkit provisions --write docs/provisions"


def test_the_pages_and_the_json_are_those_of_the_policies():
    """Whoever changes a provision makes `docs/provisions` anew, without the page of a policy that is gone."""
    made = files(OWN)
    written = {file.name: file.read_bytes().decode("utf-8") for file in FOLDER.iterdir()}
    stale = [name for name in made if written.get(name) != made[name]]
    assert [] == stale, MAKE
    assert sorted(made) == sorted(written), "remove what is no longer made"


def test_every_provision_has_a_rule_or_says_why_not():
    """Each is there once, in the order of its document: with a rule and its statement, or pointing at others
    that have one, or with a reason.
    """
    for policy in OWN:
        rows = coverage(policy)
        assert [entry.id for entry in policy.entries] == [row.id for row in rows]
        assert len({row.id for row in rows}) == len(rows)
        for row, entry in zip(rows, policy.entries, strict=True):
            assert (row.treatment is Treatment.RULE) == isinstance(entry, Rule)
            match row.treatment:
                case Treatment.NONE:
                    assert row.note
                case Treatment.RULE:
                    assert row.statement
                    assert policy.rule(row.id).statement == row.statement
                case _:
                    there = ag.find_policy(row.of) if row.of else policy
                    assert row.restates
                    treated = {one.id: one.treatment for one in coverage(there)}
                    assert Treatment.RESTATED not in [treated[one] for one in row.restates]


def test_the_json_has_every_provision_and_counts_them():
    """The counts of a policy are those of its provisions, of which each has its kind, force and citation."""
    listed = json.loads((FOLDER / DATA).read_text(encoding="utf-8"))["policies"]
    assert sorted(POLICIES) == [one["id"] for one in listed]
    for one in listed:
        rows = one["provisions"]
        assert len(ag.find_policy(one["id"]).provisions) == len(rows) == one["counts"]["provisions"]
        for treatment in Treatment:
            assert one["counts"][treatment] == sum(row["treatment"] == treatment for row in rows)
        assert all(row["kind"] and row["force"] and row["citation"] for row in rows)


def rows_of(page: str) -> list[list[str]]:
    """The cells of the one table of a page, as they read."""
    rows: list[list[str]] = []
    for token in MarkdownIt("commonmark").enable("table").parse(page):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


@pytest.mark.parametrize("id", POLICIES)
def test_a_page_says_what_the_json_says(id: str):
    """As it is shown, each row of a page is that of the JSON, and the index has its link and its numbers."""
    listed = json.loads((FOLDER / DATA).read_text(encoding="utf-8"))["policies"]
    (one,) = [one for one in listed if one["id"] == id]
    _, *rows = rows_of((FOLDER / page_name(id)).read_text(encoding="utf-8"))
    assert len(one["provisions"]) == len(rows)
    for row, (name, where, norm, made) in zip(one["provisions"], rows, strict=True):
        assert (row["id"], row["citation"]) == (name, where)
        assert norm.endswith(f", {row['force']}")
        assert (row["statement"] or row["note"]) in made
        assert (row["note"] or "") in made
        assert all(other in made for other in row["restates"])
        assert ("No rule: " in made) == (row["treatment"] == "none")
    index = (FOLDER / INDEX).read_text(encoding="utf-8")
    assert f"| [{id}]({page_name(id)}) |" in index
    assert re.search(rf"{re.escape(page_name(id))}.*\| {len(rows)} \|", index)


def test_text_of_a_provision_cannot_break_the_page():
    """Marks of the form of a page, and what is not printable, stand in a cell as they are read."""
    hostile = "a | b\n| c `d` *e* _f_ <script> [g](h) &amp; \\ \x1b"
    made = small(
        prohibition("P-1", ORDER.at(hostile), hostile, when=Use.tracks_individuals),
        restatement("P-2", ORDER.at("2"), "Again.", restates=["P-1"]),
        unmodelled("P-3", ORDER.at("3"), kind=Kind.PENALTY, because=hostile),
    )
    _, first, second, third = rows_of(files([made])[page_name(made.id)])
    shown = "a | b\\n| c `d` *e* _f_ <script> [g](h) &amp; \\ \\x1b"
    assert ["P-1", shown, "prohibition, binding", shown] == first
    assert ["P-2", "2", "Restates P-1: Again."] == [second[0], second[1], second[3]]
    assert f"No rule: {shown}" == third[3]


def test_the_command_writes_the_files(tmp_path: Any, capsys: Any):
    """Of the kit's own policies, or of one; a folder that cannot be written to is an error."""
    assert 0 == main(["provisions", "--write", str(tmp_path / "new" / "all")])
    assert files(OWN) == {
        file.name: file.read_bytes().decode("utf-8") for file in (tmp_path / "new" / "all").iterdir()
    }
    assert 0 == main(["provisions", "--policy", "us-ca/san-jose/ai-policy", "--write", str(tmp_path / "one")])
    assert sorted([INDEX, DATA, "us-ca-san-jose-ai-policy.md"]) == sorted(
        file.name for file in (tmp_path / "one").iterdir()
    )
    (tmp_path / "file").write_text("")
    assert 2 == main(["provisions", "--write", str(tmp_path / "file")])
    assert "cannot write to" in capsys.readouterr().err
