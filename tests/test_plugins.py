"""Policies of other packages, their papers, and what loads when something is asked for."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
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
        registered(tmp_path, "ruritania", offered or {"order": "ruritania:POLICY"})

    return install


def registered(folder: Path, name: str, offered: dict[str, str], *more: str) -> None:
    """Puts into a folder what an installer writes of a package that offers policies."""
    about = folder / f"{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    entries = [f"{entry} = {where}" for entry, where in offered.items()]
    (about / "entry_points.txt").write_text("\n".join(["[aigovkit.policies]", *entries, *more]))


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
        "taken": "PolicyError: its id `us-ca/san-jose/ai-policy` is taken by the kit",
        "twice": "PolicyError: its id `rur/order` is taken by `good`",
    } == broken


def test_attestations_of_other_packages_are_known(package, run):
    """A case may attest duties of a policy that another package brings."""
    package()
    case = run("""
        import aigovkit as ag
        print(ag.Case.from_dict({"attestations": {"RUR-1": {"met": True}}}).to_json())
    """)
    assert {"RUR-1": {"met": True}} == case["attestations"]


BROKEN = {
    "raises": "1 / 0",
    "ends": "import sys\nsys.exit('no licence')",
    "unreadable": "POLICY = (",
    "lacks": "import ruritania_nowhere",
    "nameless": "",
    "number": "POLICY = 7",
    "type": "from aigovkit.policies import Policy as POLICY",
    "mute": "class Mute(Exception):\n    def __str__(self):\n        raise self\nraise Mute",
    "refused": "from aigovkit.policies import policy\nPOLICY = policy('x', 7, time_zone='UTC', entries=[])",
}
"""Modules of a package that each fail in a way of their own."""
TOLD = {
    "raises": "ZeroDivisionError: division by zero",
    "ends": "SystemExit: no licence",
    "unreadable": "SyntaxError: '(' was never closed",
    "lacks": "ModuleNotFoundError: No module named 'ruritania_nowhere'",
    "nameless": "AttributeError: module 'ruritania_nameless' has no attribute 'POLICY'",
    "number": "PolicyError: `ruritania_number:POLICY` is not a Policy",
    "type": "PolicyError: `ruritania_type:POLICY` is not a Policy",
    "mute": "Mute",
    "refused": "PolicyError: `x`",
}
"""How the report on each begins."""


def test_however_a_package_fails_it_is_reported_and_skipped(package, run, tmp_path):
    """Packages that raise, end the program, cannot be read, lack a module or a name, or offer what is no
    policy: each is told of by the name of its entry point, here and on the command line. All else goes on.
    """
    for name, module in BROKEN.items():
        (tmp_path / f"ruritania_{name}.py").write_text(module, encoding="utf-8")
    package()
    registered(tmp_path, "abroad", {name: f"ruritania_{name}:POLICY" for name in BROKEN})
    found, broken, listed, judged, told, unknown = run(f"""
        import contextlib, io, json
        import aigovkit as ag
        from aigovkit.cli import main
        found, broken = ag.find_policies()
        said = []
        case = {str(ROOT / "examples" / "cases" / "overtime-spreadsheet.json")!r}
        evaluate, unknown = ["evaluate", case, "--as-of", "2026-03-02"], ["provisions", "--policy", "x"]
        for command in (["policies"], evaluate, unknown):
            out, err = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = main(command)
            said.append((code, out.getvalue(), err.getvalue()))
        listed, judged, unknown = said
        assert judged[0] in (0, 3), judged
        print(json.dumps([list(found), broken, listed[:2], judged[1], [listed[2], judged[2]], unknown]))
    """)
    assert [*POLICIES, "rur/order"] == found
    assert list(TOLD) == list(broken)
    assert {name: broken[name][: len(told)] for name, told in TOLD.items()} == TOLD
    code, output = listed
    assert 0 == code
    assert "rur/order\n  Order, Ruritania" in output
    assert "Order " in judged
    for said in told:
        for name, what in broken.items():
            assert f"aigovkit: `{name}` of another package cannot be used: {what}" in said
    code, _, said = unknown
    assert 2 == code
    assert "unknown policy `x`" in said
    assert "`refused` of another package cannot be used" in said


def test_two_packages_of_one_id_are_not_mixed_up(run, tmp_path):
    """The one found first stands, the other is reported with the name of the one that has its id; of two
    broken entries of one name both are told of.
    """
    (tmp_path / "ruritania.py").write_text(POLICY, encoding="utf-8")
    (tmp_path / "zenda.py").write_text(POLICY, encoding="utf-8")
    registered(tmp_path, "ruritania", {"first": "ruritania:POLICY", "odd": "ruritania:ORDER"})
    registered(tmp_path, "zenda", {"second": "zenda:POLICY", "odd": "zenda:ORDER"})
    found, broken = run("""
        import json
        import aigovkit as ag
        found, broken = ag.find_policies()
        print(json.dumps([list(found), broken]))
    """)
    assert 1 == found.count("rur/order")
    taken = [what for what in broken.values() if "is taken" in what]
    assert taken in (
        ["PolicyError: its id `rur/order` is taken by `first`"],
        ["PolicyError: its id `rur/order` is taken by `second`"],
    )
    assert 2 == sum("ORDER` is not a Policy" in what for what in broken.values())


def test_a_package_whose_list_cannot_be_read_stops_no_other(package, run, tmp_path):
    """A list of entry points that is no list is reported under the name of its package."""
    package()
    registered(tmp_path, "zenda", {}, "this is no entry")
    found, broken = run("""
        import json
        import aigovkit as ag
        found, broken = ag.find_policies()
        print(json.dumps([list(found), broken]))
    """)
    assert "rur/order" in found
    assert ["zenda"] == list(broken)


# The package of the examples

EXAMPLE = ROOT / "examples" / "ruritania-policy"
ABOUT = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
STRELSAU = "rur/strelsau/camera-ordinance"


@pytest.fixture
def installed(tmp_path):
    """The example as an installer leaves it: its modules, and its entry points from its `pyproject.toml`."""
    shutil.copytree(EXAMPLE / "src" / "ruritania", tmp_path / "ruritania")
    (group,) = ABOUT["entry-points"].items()
    assert "aigovkit.policies" == group[0]
    registered(tmp_path, ABOUT["name"], group[1])


@pytest.mark.usefixtures("installed")
def test_the_example_package_is_found_listed_and_judges(run):
    """Its policy is found by its id, listed on the command line, and judges its case alone and with one of
    the kit's, as each says by itself.
    """
    alone, parts, outcome, listed, code = run(f"""
        import contextlib, datetime, io, json
        import aigovkit as ag
        from aigovkit.cli import main
        as_of = datetime.date(2026, 3, 2)
        case = ag.Case.load({str(EXAMPLE / "cases" / "square-cameras.json")!r})
        own, other = ag.find_policy({STRELSAU!r}), ag.find_policy("us-ca/san-jose/ai-policy")
        alone = [policy.evaluate(case, as_of=as_of) for policy in (own, other)]
        both = (own & other).evaluate(case, as_of=as_of)
        assert list(both.parts) == alone
        with contextlib.redirect_stdout(io.StringIO()) as listed:
            code = main(["policies"])
        parts = [(part.policy.id, str(part.outcome)) for part in both.parts]
        print(json.dumps([str(alone[0].outcome), parts, str(both.outcome), listed.getvalue(), code]))
    """)
    assert ("prohibited", "prohibited", 0) == (alone, outcome, code)
    assert [[STRELSAU, "prohibited"], ["us-ca/san-jose/ai-policy", "not_applicable"]] == parts
    assert f"{STRELSAU}\n  Camera Ordinance 2025, Strelsau, City Council; 7 provisions, 6 modelled" in listed


@pytest.mark.usefixtures("installed")
def test_the_example_package_passes_its_own_tests(tmp_path):
    """What a stranger copies works as it stands."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", "tests", "src"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(tmp_path)]), "PYTEST_ADDOPTS": ""},
        cwd=shutil.copytree(EXAMPLE, tmp_path / "copy"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    assert "8 passed" in done.stdout


def test_the_page_of_the_example_names_what_is_there():
    """Each file that its page lists exists, and the entry point on it is that of the package."""
    page = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    files = re.findall(r"^\| `([^`]*)` \|", page, re.MULTILINE)
    assert files
    assert [] == [name for name in files if not (EXAMPLE / name).is_file()]
    ((name, where),) = ABOUT["entry-points"]["aigovkit.policies"].items()
    assert f'{name} = "{where}"' in page
