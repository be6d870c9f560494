"""The command line, as a person and as a program use it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from aigovkit.cli import main

POLICY = "us-ca/san-jose/ai-policy"


@pytest.fixture
def case(tmp_path):
    """Writes a case to a file and gives its path."""

    def write(**facts):
        file = tmp_path / "case.json"
        file.write_text(json.dumps(facts), encoding="utf-8")
        return str(file)

    return write


SYSTEM = {
    "agency": {"place": "us-ca/san-jose"},
    "system": {
        "uses_ai": True,
        "forms": ["software"],
        "outputs_automatic": True,
        "effect_on_decisions": "augments",
    },
}
EMOTION = {
    **SYSTEM,
    "use": {
        "stage": "pilot",
        "deployed_by_agency": True,
        "infers_emotion": True,
        "emotion_signals": ["face"],
    },
}
CLEAN_USE = {
    "stage": "proposed",
    "deployed_by_agency": True,
    "biometric_function": "none",
    "infers_emotion": False,
    "decision_fully_automated": False,
    "affects_rights_substantially": False,
    "affects_safety_substantially": False,
    "sole_factor_in_employment": False,
    "scores_social_standing": False,
    "tracks_individuals": False,
    "manipulates_behavior": False,
    "sensitive_information": False,
}
CLEAN = {**SYSTEM, "use": CLEAN_USE, "retirement": {"benefit_ceased": False}}
DONE = {"SJ-AI-POLICY-2": {"met": True}, "SJ-AI-RECORDS-1": {"met": True}}


@pytest.fixture(autouse=True)
def _terminal_of_100_columns(monkeypatch):
    """Text is laid out for a terminal; this one is always as wide."""
    monkeypatch.setenv("COLUMNS", "100")


def run(capsys, *arguments):
    """The exit code, the output and the error output of a command."""
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def evaluate(capsys, file, *more):
    return run(capsys, "evaluate", file, "--policy", POLICY, "--as-of", "2026-03-02", *more)


@pytest.mark.parametrize(
    ("facts", "code", "word"),
    [
        (EMOTION, 1, "PROHIBITED"),
        ({**CLEAN, "attestations": DONE}, 0, "NO OBJECTION"),
        ({"system": {"uses_ai": False}}, 0, "NOT APPLICABLE"),
        ({**CLEAN, "attestations": {**DONE, "SJ-AI-POLICY-2": {"met": False}}}, 3, "REVIEW"),
        ({**CLEAN, "attestations": {**DONE, "SJ-AI-RECORDS-1": {"met": False}}}, 3, "CONDITIONAL"),
        ({}, 3, "UNDETERMINED"),
    ],
    ids=["prohibited", "no objection", "not applicable", "review", "conditional", "undetermined"],
)
def test_the_exit_code_tells_the_outcome(capsys, case, facts, code, word):
    """0 is no objection or not applicable, 1 prohibited, 3 anything in between or open."""
    found, out, err = evaluate(capsys, case(**facts))
    assert (code, "") == (found, err)
    assert word in out


def test_what_settles_one_provision_can_be_asked_for(case, capsys):
    """`--about` prints the questions on one provision, as text or as JSON, and says where there are none."""
    unknown = case(**{**EMOTION, "use": {**EMOTION["use"], "emotion_signals": None}})
    code, out, _ = evaluate(capsys, unknown, "--about", "SJ-AI-PROHIBIT-2")
    assert 3 == code
    assert "use.emotion_signals" in out
    _, out, _ = evaluate(capsys, unknown, "--about", "SJ-AI-PROHIBIT-2", "--json")
    assert "use.emotion_signals" in [question["fact"] for question in json.loads(out)]
    _, out, _ = evaluate(capsys, case(**EMOTION), "--about", "SJ-AI-PROHIBIT-2")
    assert "No fact still unknown can change it.\n" == out
    code, _, err = evaluate(capsys, unknown, "--about", "SJ-AI-PROHIBIT-22")
    assert 2 == code
    assert "unknown provision with a rule `SJ-AI-PROHIBIT-22`; did you mean" in err


def test_the_answer_reads_top_down(capsys, case):
    """The text gives the verdict first, then why with its citation, what to do, and the counts of facts."""
    _, out, _ = evaluate(capsys, case(**EMOTION, title="Kiosk"))
    lines = out.splitlines()
    assert lines[0].startswith("Kiosk")
    assert lines[0].endswith("as of 2 March 2026")
    assert "San José AI Policy 1.7.12" in lines[1]
    assert out.index("Why") < out.index("No emotion analysis") < out.index("To do") < out.index("Facts:")
    assert "Prohibited Uses, bullet 2" in out
    assert (
        "because the policy covers it, and use.infers_emotion is yes, and use.emotion_signals has face" in out
    )
    assert "not legal advice" in out


def test_what_would_make_it_milder_is_shown(capsys, case):
    """A known fact that alone decides the outcome is shown with what would follow from another answer."""
    _, out, _ = evaluate(capsys, case(**EMOTION))
    assert "use.infers_emotion were no" in out


def test_questions_are_asked_when_the_outcome_is_open(capsys, case):
    """An undetermined answer asks the questions that can still change it."""
    _, out, _ = evaluate(
        capsys, case(**{**CLEAN, "use": {**CLEAN_USE, "manipulates_behavior": None}, "attestations": DONE})
    )
    assert "Ask\n  ?  Is the system made to steer" in out
    assert out.count("  ?  ") - out.count("?  Owed") == 1


def test_json_is_the_evaluation(capsys, case):
    """--json prints the whole evaluation as JSON, whatever its outcome."""
    code, out, _ = evaluate(capsys, case(**EMOTION), "--json")
    assert (1, "prohibited", POLICY) == (code, json.loads(out)["outcome"], json.loads(out)["policy"])


def test_a_case_is_read_from_standard_input(tmp_path):
    """A dash reads the case from standard input, and the module runs as a program."""
    done = subprocess.run(
        [sys.executable, "-m", "aigovkit", "evaluate", "-", "--policy", POLICY, "--as-of", "2026-03-02"],
        input=json.dumps(EMOTION),
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
    )
    assert 1 == done.returncode
    assert "PROHIBITED" in done.stdout


def test_readings_are_chosen_on_the_command_line(capsys, case):
    """--read chooses a reading, which is shown and changes the answer."""
    voice = {
        **CLEAN,
        "use": {**CLEAN_USE, "infers_emotion": True, "emotion_signals": ["voice"]},
        "attestations": DONE,
    }
    code, out, _ = evaluate(capsys, case(**voice))
    assert 0 == code
    assert "emotion_analysis=any_modality" in out
    code, out, _ = evaluate(capsys, case(**voice), "--read", "emotion_analysis=any_modality")
    assert 1 == code
    assert "with emotion_analysis read as any_modality" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--policy", "us-ca/san-jose/ai-polcy"], "did you mean `us-ca/san-jose/ai-policy`"),
        (["--read", "emotion=any"], "unknown ambiguity `emotion`; did you mean `emotion_analysis`"),
        (["--read", "emotion_analysis=any"], "it can be `appositive`, `any_modality`"),
        (["--read", "emotion_analysis"], "AMBIGUITY=READING"),
        (["--set", "signed=2026-01-01"], "unknown parameter `signed`"),
        (["--read", "Emotion_Analysis=any_modality"], "did you mean `emotion_analysis`"),
        (["--policy", "US-CA/San-Jose/AI-Policy"], "did you mean `us-ca/san-jose/ai-policy`"),
        (["--as-of", "2026-02-30"], "no day of the calendar"),
        (["--as-of", "2026-03-02T09:00"], "lacks a zone"),
    ],
)
def test_wrong_options_are_told_with_a_suggestion(capsys, case, arguments, words):
    """An unknown policy, question, reading or parameter, or an impossible time, exits 2 and says what
    would do.
    """
    code, out, err = run(capsys, "evaluate", case(), "--policy", POLICY, "--as-of", "2026-03-02", *arguments)
    assert (2, "") == (code, out)
    assert words in err


def test_the_time_has_to_be_said(capsys, case):
    """Without --as-of nothing is judged; the clock is looked at only for `today`."""
    code, _, err = run(capsys, "evaluate", case(), "--policy", POLICY)
    assert 2 == code
    assert "--as-of" in err
    assert 3 == run(capsys, "evaluate", case(), "--policy", POLICY, "--as-of", "today")[0]


def test_bad_cases_exit_2_with_every_problem(capsys, case, tmp_path):
    """A case with faults, one that is no JSON and one that is not there exit 2 and are told on the error
    output.
    """
    code, out, err = evaluate(capsys, case(idd=1, system={"uses_ai": "yes"}))
    assert (2, "") == (code, out)
    assert "$.idd" in err
    assert "$.system.uses_ai" in err
    code, _, err = evaluate(capsys, str(tmp_path / "missing.json"))
    assert 2 == code
    assert "cannot read" in err
    (tmp_path / "no.json").write_text("{", encoding="utf-8")
    assert 2 == evaluate(capsys, str(tmp_path / "no.json"))[0]


def test_hostile_names_reach_the_terminal_escaped(capsys, case):
    """Control characters and bidirectional overrides in a case are printed as escapes."""
    hostile = "\x1b[2J\u202eevil\r\n"
    _, out, _ = evaluate(
        capsys,
        case(
            **EMOTION,
            title=hostile,
            incidents=[
                {
                    "name": hostile,
                    "caused_harm": True,
                    "discovered_by": "staff",
                    "discovered": "2026-03-01T09:00:00-08:00",
                    "told_supervisor": "never",
                }
            ],
        ),
    )
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\r" not in out
    assert "\\x1b[2J\\u202eevil" in out


def test_policies_are_listed_with_their_settings(capsys):
    """`policies` lists ids, titles, readings with their defaults marked, as text and as JSON."""
    code, out, _ = run(capsys, "policies")
    assert 0 == code
    assert POLICY in out
    assert "--read emotion_analysis=appositive* | any_modality" in out
    rows = json.loads(run(capsys, "policies", "--json")[1])
    assert 91 == next(row["provisions"] for row in rows if row["id"] == POLICY)


def test_provisions_are_listed_with_the_reason_for_those_not_modelled(capsys):
    """`provisions` lists every provision of one policy or of all, as text and as JSON."""
    rows = json.loads(run(capsys, "provisions", "--policy", POLICY, "--json")[1])
    assert 91 == len(rows)
    keys = {"id", "policy", "kind", "force", "citation", "statement", "modelled", "note", "restates"}
    assert keys == set(rows[0])
    assert all(row["modelled"] or row["note"] for row in rows)
    everything = json.loads(run(capsys, "provisions", "--json")[1])
    assert len(everything) >= 88
    assert "SJ-AI-PROHIBIT-2" in run(capsys, "provisions", "--policy", POLICY)[1]


def test_a_provision_is_explained_without_a_case_and_with_one(capsys, case):
    """`explain` gives the rule with its readings, the reason for one not modelled, and with a case how
    each part came out.
    """
    code, out, _ = run(capsys, "explain", "SJ-AI-PROHIBIT-2")
    assert 0 == code
    assert "Applies when:" in out
    assert "appositive (default)" in out
    _, out, _ = run(capsys, "explain", "SJ-AI-META-1")
    assert "No rule models it" in out
    _, out, _ = run(capsys, "explain", "SJ-AI-PROHIBIT-2", "--case", case(**EMOTION), "--as-of", "2026-03-02")
    assert "SJ-AI-PROHIBIT-2  prohibition, binding: violated" in out
    assert "[yes] use.infers_emotion is yes" in out
    for misspelt in ("SJ-AI-PROHIBT-2", "sj-ai-prohibit-2"):
        code, _, err = run(capsys, "explain", misspelt)
        assert 2 == code
        assert "did you mean `SJ-AI-PROHIBIT-2`" in err


def test_schemas_are_printed(capsys):
    """`schema` prints the schema of a case, or of an evaluation."""
    assert "aigovkit/case/1" == json.loads(run(capsys, "schema")[1])["$id"]
    assert "aigovkit/evaluation/1" == json.loads(run(capsys, "schema", "evaluation")[1])["$id"]


def test_a_new_case_can_be_judged_as_it_is(capsys, tmp_path):
    """The skeleton that `new-case` prints is a case, with the questions as comments."""
    code, out, _ = run(capsys, "new-case", "--policy", POLICY)
    assert 0 == code
    assert '"// uses_ai": "Does the system contain artificial intelligence' in out
    file = tmp_path / "new.json"
    file.write_text(out, encoding="utf-8")
    assert 3 == evaluate(capsys, str(file))[0]


def test_several_policies_are_judged_together(capsys, case):
    """Without --policy all policies are judged, the strictest outcome decides, and every part is shown."""
    code, out, _ = run(capsys, "evaluate", case(**EMOTION), "--as-of", "2026-03-02")
    assert 1 == code
    assert "San José AI Policy 1.7.12" in out


def test_wrong_usage_exits_2():
    """A command that does not exist is usage, not an answer."""
    with pytest.raises(SystemExit) as caught:
        main(["judge"])
    assert 2 == caught.value.code


def test_papers_are_listed_and_drafted(capsys, case):
    """`papers` lists what can be drafted; `paper` drafts one from a case, with exit code 3 while an
    element is missing.
    """
    code, out, _ = run(capsys, "papers")
    assert 0 == code
    assert "us-az/digital-bill-of-rights/necessity-finding" in out
    listed = json.loads(run(capsys, "papers", "--json")[1])
    assert {"id", "title", "citation", "policy"} == set(listed[0])
    assert "us-az/digital-bill-of-rights" == listed[0]["policy"]
    code, out, _ = run(
        capsys,
        "paper",
        "necessity-finding",
        case(necessity_finding={"written": False}),
        "--as-of",
        "2028-09-03",
    )
    assert 3 == code
    assert "MISSING: In writing" in out
    assert "NOT KNOWN" in out
    code, _, err = run(capsys, "paper", "necesity-finding", case(), "--as-of", "2028-09-03")
    assert 2 == code
    assert "unknown paper `necesity-finding`; did you mean `necessity-finding`" in err


def test_a_text_can_be_enclosed_in_a_paper(capsys, case, tmp_path):
    """--enclose puts a file where the paper has a place for it; what it has no place for is an error."""
    (tmp_path / "analysis.md").write_text("Rates by group: see annex.", encoding="utf-8")
    arguments = ["paper", "impact-assessment", case(), "--as-of", "2028-09-03"]
    _, out, _ = run(capsys, *arguments, "--enclose", f"analysis={tmp_path / 'analysis.md'}")
    assert "> Rates by group" in out
    assert 2 == run(capsys, *arguments, "--enclose", f"annex={tmp_path / 'analysis.md'}")[0]
    (tmp_path / "large.md").write_bytes(b"x" * 1_000_001)
    assert 2 == run(capsys, *arguments, "--enclose", f"analysis={tmp_path / 'large.md'}")[0]


def test_a_bill_is_law_only_once_it_is_signed(capsys, case):
    """A bill says nothing binding until --set says when it was signed, and then shows what is still to
    come.
    """
    acts = case(agency={"place": "us-az/phoenix"}, acts=[{"kind": "use", "on": "never"}])
    arguments = ["evaluate", acts, "--policy", "us-az/digital-bill-of-rights", "--as-of", "2027-06-01"]
    code, out, _ = run(capsys, *arguments)
    assert 0 == code
    assert "NOT APPLICABLE" in out
    assert "A proposal nobody has enacted" in out
    assert "If it were in force" in out
    code, out, _ = run(capsys, *arguments, "--set", "signed_on=2027-05-03")
    assert 3 == code
    assert "with signed_on: 3 May 2027" in out
    assert "on 1 July 2028" in out
    assert 2 == run(capsys, *arguments, "--set", "signed_on=soon")[0]


FULL = Path("/dev/full")


def program(*arguments, **options):
    """The command line as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "aigovkit", *arguments], stderr=subprocess.PIPE, check=False, **options
    )


@pytest.mark.skipif(not FULL.exists(), reason="only where there is a device that is always full")
@pytest.mark.parametrize("command", [["schema"], ["policies"], ["explain", "SJ-AI-PROHIBIT-2"]])
def test_what_cannot_be_written_is_told(command):
    """Output that finds no room exits 2 and says what could not be written, once."""
    with FULL.open("wb") as full:
        done = program(*command, stdout=full)
    assert (2, b"aigovkit: cannot write to standard output: No space left on device\n") == (
        done.returncode,
        done.stderr,
    )


def test_what_cannot_be_read_is_told(tmp_path):
    """A case that cannot be read from standard input exits 2 and says from where."""
    with (tmp_path / "written").open("wb") as written:
        done = program("evaluate", "-", "--as-of", "2026-03-02", "--policy", POLICY, stdin=written)
    assert 2 == done.returncode
    assert done.stderr.startswith(b"aigovkit: cannot read standard input: ")


def test_a_reader_that_has_read_enough_is_no_fault(case):
    """When the reader of the output goes away nothing is said."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as gone:
        assert b"" == program("schema", stdout=gone).stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8"])
def test_any_terminal_can_show_an_answer(case, encoding):
    """What the encoding of a terminal lacks is escaped, in text as text and in JSON as JSON."""
    title = "Résumé 東京 \U0001f600"
    arguments = [
        "evaluate",
        case(**EMOTION, title=title, id=title),
        "--policy",
        POLICY,
        "--as-of",
        "2026-03-02",
    ]
    options = {"stdout": subprocess.PIPE, "env": {**os.environ, "PYTHONIOENCODING": encoding}}
    text, as_json = program(*arguments, **options), program(*arguments, "--json", **options)
    assert ((1, b""), (1, b"")) == ((text.returncode, text.stderr), (as_json.returncode, as_json.stderr))
    shown = title.encode(encoding, "backslashreplace").decode(encoding)
    assert shown in text.stdout.decode(encoding)
    assert title == json.loads(as_json.stdout.decode(encoding))["case"]
