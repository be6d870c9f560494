"""Policies of other packages, their papers, and what loads when something is asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from aigovkit.jurisdictions import POLICIES

ROOT = Path(__file__).parent.parent

POLICY = """
from aigovkit.citations import Source
from aigovkit.models import Use
from aigovkit.policies import policy
from aigovkit.rules import prohibition

ORDER = Source("Order", issuer="Ruritania")
POLICY = policy(
    "rur/order",
    ORDER,
    time_zone="Europe/Vienna",
    entries=[prohibition("RUR-1", ORDER.at("1"), "Nobody is tracked.", when=Use.tracks_individuals)],
    papers="ruritania_papers:PAPERS",
)
SAME_ID = policy("us-ca/san-jose/ai-policy", ORDER, time_zone="UTC", entries=POLICY.entries)
"""
PAPERS = """
from aigovkit.models import System
from aigovkit.papers import Element, Paper, Section
from ruritania import ORDER

NOTICE = Paper(
    id="rur/order/notice",
    title="Notice",
    citation=ORDER.at("2"),
    purpose="It tells the person.",
    maker="the agency",
    time_zone="Europe/Vienna",
    sections=(
        Section(
            heading="Content",
            elements=(Element(label="The system", citation=ORDER.at("2"), states=(System.name,)),),
        ),
    ),
    policy="rur/order",
    provision="RUR-1",
)
PAPERS = (NOTICE,)
"""
TRACKING = {"use": {"tracks_individuals": True}}


@pytest.fixture
def package(tmp_path):
    """Installs a package of Ruritania's beside the kit: its modules, and the policies it offers."""

    def install(papers: str = PAPERS, **offered: str) -> None:
        (tmp_path / "ruritania.py").write_text(POLICY, encoding="utf-8")
        (tmp_path / "ruritania_papers.py").write_text(papers, encoding="utf-8")
        about = tmp_path / "ruritania-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: ruritania\nVersion: 1.0\n")
        entries = [f"{name} = {where}" for name, where in (offered or {"order": "ruritania:POLICY"}).items()]
        (about / "entry_points.txt").write_text("\n".join(["[aigovkit.policies]", *entries]))

    return install


@pytest.fixture
def run(tmp_path):
    """Runs a program in a fresh interpreter and gives what it prints as JSON."""

    def given(program: str) -> Any:
        done = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(program)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(tmp_path)])},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert "" == done.stderr
        return json.loads(done.stdout)

    return given


def test_a_san_jose_case_loads_nothing_of_arizona(run):
    """Reading, judging, showing and writing a case of San José, its attestations and papers included, loads
    no other place, and looks for no other package.
    """
    loaded = run(f"""
        import datetime, json, sys
        import aigovkit as ag
        from aigovkit.papers.finding import find_paper
        case = ag.Case.load({str(ROOT / "examples" / "cases" / "emotion-kiosk.json")!r})
        case = ag.Case.from_json(case.with_answer("attestations.SJ-AI-POLICY-2", True).to_json())
        answer = ag.find_policy("us-ca/san-jose/ai-policy").evaluate(case, as_of=datetime.date(2026, 3, 2))
        assert answer.case.attestations["SJ-AI-POLICY-2"].met
        shown = [answer.summary(), answer._repr_html_(), answer.explain("SJ-AI-PROHIBIT-2"), answer.to_json()]
        assert all(shown) and answer.papers == ()
        print(json.dumps([name for name in sys.modules if "arizona" in name or name == "importlib.metadata"]))
    """)
    assert [] == loaded


def test_entry_points_are_looked_up_once(run):
    """However often policies and papers are looked for, the packages installed are gone through once."""
    looked_up = run("""
        import importlib.metadata, json
        import aigovkit as ag
        from aigovkit.papers import find_paper, find_papers
        real, groups = importlib.metadata.entry_points, []
        importlib.metadata.entry_points = lambda *, group: groups.append(group) or real(group=group)
        for _ in range(2):
            ag.find_policies(), find_papers(), find_paper("necessity-finding")
            for name in ("us-ca/san-jose/ai-policy", "none/such"):
                try:
                    ag.find_policy(name)
                except LookupError:
                    pass
        print(json.dumps(groups))
    """)
    assert ["aigovkit.policies"] == looked_up


def test_a_policy_of_another_package_is_found_without_loading_those_of_the_kit(package, run):
    """Another package's policy is found by its id and judges; nothing of the kit's own loads for it."""
    package()
    outcome, loaded = run(f"""
        import datetime, json, sys
        import aigovkit as ag
        answer = ag.find_policy("rur/order").evaluate(
            ag.Case.from_dict({TRACKING!r}), as_of=datetime.date(2026, 3, 2)
        )
        loaded = [name for name in sys.modules if name.startswith("aigovkit.jurisdictions.")]
        print(json.dumps([str(answer.outcome), loaded + [n for n in sys.modules if n == "ruritania_papers"]]))
    """)
    assert ("prohibited", []) == (outcome, loaded)


def test_papers_of_another_package_come_with_their_policy(package, run):
    """The papers a policy names are listed, found by their ids or the ends of them, checked and drafted."""
    package()
    shown = run(f"""
        import datetime, json
        import aigovkit as ag
        from aigovkit.papers import find_paper, find_papers
        as_of = datetime.date(2026, 3, 2)
        case = ag.Case.from_dict({TRACKING!r})
        (due,) = ag.find_policy("rur/order").evaluate(case, as_of=as_of).papers
        found, broken = find_papers()
        notice = find_paper("notice")
        assert found["rur/order/notice"] is notice is find_paper("rur/order/notice")
        print(json.dumps([due.paper, due.called_for, due.not_known, broken, notice.draft(case, as_of=as_of)]))
    """)
    paper, called_for, not_known, broken, drawn = shown
    assert ("rur/order/notice", True, ["The system"], {}) == (paper, called_for, not_known, broken)
    assert "- [ ] NOT KNOWN: The system (2)" in drawn


@pytest.mark.parametrize(
    "papers, wrong",
    [
        ("1 / 0", "the papers of `rur/order` cannot be loaded: ZeroDivisionError: division by zero"),
        (
            "NONE = ()",
            (
                "the papers of `rur/order` cannot be loaded: AttributeError: module 'ruritania_papers' has "
                "no attribute 'PAPERS'"
            ),
        ),
        (
            "PAPERS = 7",
            "the papers of `rur/order` cannot be loaded: TypeError: 'int' object is not iterable",
        ),
        ("PAPERS = (7,)", "the papers of `rur/order` list `7`, which is no paper"),
        (
            "from aigovkit.jurisdictions.arizona.digital_bill_of_rights.papers import PAPERS",
            (
                "`us-az/digital-bill-of-rights/necessity-finding` is listed by `rur/order`, and says it is "
                "of `us-az/digital-bill-of-rights`"
            ),
        ),
        (PAPERS + "PAPERS = (NOTICE, NOTICE)", "`rur/order` has two papers with the id `rur/order/notice`"),
    ],
    ids=["raises", "lacks the name", "no list", "no papers", "papers of another policy", "one id twice"],
)
def test_broken_papers_are_reported_and_hinder_nothing(package, run, papers, wrong):
    """Papers of another package that cannot be used are reported under their policy; its answers stand, and
    so do all other papers.
    """
    package(papers)
    outcome, found, broken = run(f"""
        import datetime, json
        import aigovkit as ag
        from aigovkit.papers import find_papers
        answer = ag.find_policy("rur/order").evaluate(
            ag.Case.from_dict({TRACKING!r}), as_of=datetime.date(2026, 3, 2)
        )
        found, broken = find_papers()
        print(json.dumps([str(answer.outcome), list(found), broken]))
    """)
    assert ("prohibited", {"rur/order": wrong}) == (outcome, broken)
    assert "us-az/digital-bill-of-rights/necessity-finding" in found
    assert [] == [id for id in found if id.startswith("rur/")]


def test_broken_policies_are_reported_and_hinder_nothing(package, run):
    """A policy of another package that cannot be loaded, is none, or takes an id of the kit, is reported by
    the name of its entry point.
    """
    package(
        good="ruritania:POLICY",
        gone="ruritania_gone:POLICY",
        odd="ruritania:ORDER",
        taken="ruritania:SAME_ID",
        twice="ruritania:POLICY",
    )
    found, broken = run("""
        import json
        import aigovkit as ag
        found, broken = ag.find_policies()
        print(json.dumps([list(found), broken]))
    """)
    assert [*POLICIES, "rur/order"] == found
    assert {
        "gone": "ModuleNotFoundError: No module named 'ruritania_gone'",
        "odd": "PolicyError: `ruritania:ORDER` is not a Policy",
        "taken": "PolicyError: its id `us-ca/san-jose/ai-policy` is taken",
        "twice": "PolicyError: its id `rur/order` is taken",
    } == broken


def test_attestations_of_other_packages_are_known(package, run):
    """A case may attest duties of a policy that another package brings."""
    package()
    case = run("""
        import aigovkit as ag
        print(ag.Case.from_dict({"attestations": {"RUR-1": {"met": True}}}).to_json())
    """)
    assert {"RUR-1": {"met": True}} == case["attestations"]
