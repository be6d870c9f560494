"""The agency file: what holds of an agency in all its cases."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from strategies import ATTESTATIONS

from aigovkit import AgencyFile, InputError, Outcome, agency_file_schema, replay
from aigovkit.authoring import Duty, Policy, Source, policy, prohibition, requirement
from aigovkit.cli import main
from aigovkit.json import agency_file_skeleton
from aigovkit.jurisdictions import san_jose
from aigovkit.models import Agency, AgencyFunction, Attestation, Case, Use

ORDER = Source("Order", issuer="Ruritania", effective=date(2024, 3, 1), link="https://law.example")
PLAN = requirement("R-1", ORDER.at("1"), "Adopt a plan.", bearer="the city", when=Agency.place.within("rur"))
MADE = policy("rur/order", ORDER, time_zone="Europe/Berlin", entries=[PLAN])
BANNED = policy(
    "rur/ban",
    ORDER,
    time_zone="Europe/Berlin",
    entries=[prohibition("B-1", ORDER.at("2"), "No.", when=Use.tracks_individuals)],
)
AS_OF = date(2026, 7, 1)
DONE = AgencyFile(
    id="city",
    agency=Agency(place="rur/strelsau"),
    attestations={"R-1": Attestation(met=True, by="the clerk")},
)


def outcome(case: Case, file: AgencyFile | None, made: Policy = MADE, as_of: date = AS_OF) -> Outcome:
    """What comes of a case with a file."""
    return made.evaluate(case, as_of=as_of, agency_file=file).outcome


def test_what_is_said_of_the_agency_holds_in_its_cases() -> None:
    """What the file says of the agency, and attests, every case judged with it knows."""
    assert Outcome.UNDETERMINED is outcome(Case(), None)
    assert Outcome.NO_OBJECTION is outcome(Case(), DONE)
    result = MADE.evaluate(Case(id="kiosk"), as_of=AS_OF, agency_file=DONE)
    assert (Case(id="kiosk"), DONE) == (result.case, result.agency_file)
    assert () == result.questions == result.unused_attestations
    assert 2 == result.counts.known
    assert None is MADE.evaluate(Case(), as_of=AS_OF).agency_file


def test_a_case_has_the_first_word() -> None:
    """What a case says itself goes before the file; what it leaves open the file says."""
    elsewhere = Case(agency=Agency(place="us-ca"))
    assert Outcome.NO_OBJECTION is outcome(elsewhere, DONE)
    assert ("us-ca", None) == (DONE.completed(elsewhere).agency.place, DONE.completed(elsewhere).agency.name)
    undone = Case(attestations={"R-1": Attestation(met=False)})
    assert Outcome.CONDITIONAL is outcome(undone, DONE)
    unsaid = Case(attestations={"R-1": Attestation(evidence="a folder")}, agency=Agency(name="Library"))
    assert Outcome.NO_OBJECTION is outcome(unsaid, DONE)
    assert Agency(name="Library", place="rur/strelsau") == DONE.completed(unsaid).agency


def test_what_a_file_attests_counts_from_its_day_on() -> None:
    """A file is judged as of a day as a case is."""
    later = attrs.evolve(DONE, attestations={"R-1": Attestation(met=True, on=date(2026, 8, 1))})
    assert Outcome.CONDITIONAL is outcome(Case(), later)
    assert Outcome.NO_OBJECTION is outcome(Case(), later, as_of=date(2026, 8, 1))


def test_many_cases_and_several_policies_take_a_file() -> None:
    """A file serves a whole batch, with an executor too, and all the policies of a set."""
    cases = [Case(id=str(number), use=Use(tracks_individuals=number == 1)) for number in range(3)]
    both = MADE & BANNED
    expected = [Outcome.NO_OBJECTION, Outcome.PROHIBITED, Outcome.NO_OBJECTION]
    with ThreadPoolExecutor(1) as executor:
        for how in (None, executor):
            found = list(both.evaluate_many(cases, as_of=AS_OF, executor=how, agency_file=DONE))
            assert expected == [one.outcome for one in found]
            assert {DONE} == {one.agency_file for one in found}
    alone = MADE.evaluate_many(cases, as_of=AS_OF, agency_file=DONE)
    assert [Outcome.NO_OBJECTION] * 3 == [one.outcome for one in alone]


def test_an_evaluation_keeps_its_file() -> None:
    """Copies are equal, and with another file it is another evaluation."""
    result = MADE.evaluate(Case(), as_of=AS_OF, agency_file=DONE)
    copy = pickle.loads(pickle.dumps(result))
    assert (result, DONE, Case()) == (copy, copy.agency_file, copy.case)
    assert result != MADE.evaluate(DONE.completed(Case()), as_of=AS_OF)


def test_a_record_tells_of_the_file_and_is_worked_out_again_with_it() -> None:
    """The record carries the digest of the file beside that of the case; without the file it is another."""
    for made in (MADE, MADE & BANNED):
        record = made.evaluate(Case(), as_of=AS_OF, agency_file=DONE).to_json()
        assert DONE.digest == json.loads(record)["agency_file_sha256"]
        assert Case().digest == json.loads(record)["case_sha256"]
        known = {"rur/order": MADE, "rur/ban": BANNED}
        assert replay(record, Case(), known, agency_file=DONE).same
        without = replay(record, Case(), known)
        assert not without.same
        assert "$.agency_file_sha256" in without.differences
    assert None is MADE.evaluate(Case(), as_of=AS_OF).to_dict()["agency_file_sha256"]


def test_an_agency_file_is_no_case() -> None:
    """What is given for a file and is none is refused, and so is a file for a case."""
    with pytest.raises(InputError, match="takes an `AgencyFile`"):
        MADE.evaluate(Case(), as_of=AS_OF, agency_file={"attestations": {}})  # type: ignore[arg-type]
    with pytest.raises(InputError, match="a policy evaluates a `Case`"):
        MADE.evaluate(DONE, as_of=AS_OF)  # type: ignore[arg-type]


def test_a_file_is_written_and_read_again(tmp_path: Path) -> None:
    """What is written is read to an equal file, which has the same digest; an unequal one has another."""
    path = tmp_path / "agency.json"
    path.write_text(DONE.to_json(), encoding="utf-8")
    for read in (
        AgencyFile.load(path),
        AgencyFile.from_json(DONE.to_json()),
        AgencyFile.from_dict(DONE.to_dict()),
    ):
        assert (DONE, DONE.digest) == (read, read.digest)
    assert "aigovkit/agency-file/1" == DONE.to_dict()["schema"]
    assert DONE.digest != AgencyFile().digest != Case().digest
    assert "AgencyFile(id='city', agency=Agency(place='rur/strelsau'), attestations=" in repr(DONE)
    assert "AgencyFile()" == repr(AgencyFile())


def test_everything_wrong_with_a_file_is_told_at_once() -> None:
    """A file is read as strictly as a case: unknown keys, wrong types, what is no id, another schema."""
    wrong = {
        "schema": "aigovkit/case/1",
        "use": {},
        "agency": {"place": "Ruritania", "nam": "x"},
        "attestations": {"R 1": {"met": True}, "R-2": {"met": "yes"}},
    }
    with pytest.raises(InputError) as refused:
        AgencyFile.from_dict(wrong)
    told = {problem.path for problem in refused.value.problems}
    assert {
        "$.schema",
        "$.use",
        "$.agency.place",
        "$.agency.nam",
        "$.attestations['R 1']",
        "$.attestations.R-2.met",
    } == told
    for text in ("[]", '{"id": 5}', '{"attestations": []}', "{" * 50, " " * 1_000_001):
        with pytest.raises(InputError):
            AgencyFile.from_json(text)


FILES = st.builds(
    AgencyFile,
    id=st.none() | st.just("city"),
    agency=st.builds(
        Agency,
        place=st.none() | st.sampled_from(["us-ca", "rur/strelsau"]),
        functions=st.none() | st.lists(st.sampled_from(list(AgencyFunction))),
    ),
    attestations=st.dictionaries(st.sampled_from(["R-1", "R-2"]), ATTESTATIONS),
)
VALID = Draft202012Validator(agency_file_schema())


@given(FILES)
def test_the_schema_takes_what_is_written(file: AgencyFile) -> None:
    """Every file is written as JSON that its schema takes and that is read back to an equal one."""
    assert VALID.is_valid(file.to_dict())
    assert file == AgencyFile.from_json(file.to_json())


@pytest.mark.parametrize(
    "data", [{"use": {}}, {"schema": "aigovkit/case/1"}, {"agency": {"place": "X"}}, {"not_known": []}, []]
)
def test_the_schema_refuses_what_is_not_read(data: Any) -> None:
    """What a case has and a file has not is refused by reader and schema alike."""
    assert not VALID.is_valid(data)
    with pytest.raises(InputError):
        AgencyFile.from_dict(data)


def test_the_command_line_takes_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--agency-file` says what holds of the agency, for an evaluation and for an explanation."""
    case, file = tmp_path / "case.json", tmp_path / "agency.json"
    case.write_text("{}", encoding="utf-8")
    known = AgencyFile(agency=Agency(place="us-az"))
    file.write_text(known.to_json(), encoding="utf-8")
    asked = [str(case), "--policy", san_jose.AI_POLICY.id, "--as-of", "2026-07-01"]
    assert 3 == main(["evaluate", *asked])
    assert 0 == main(["evaluate", *asked, "--agency-file", str(file), "--json"])
    assert known.digest in capsys.readouterr().out
    explained = ["explain", "SJ-AI-POLICY-2", "--case", *asked, "--agency-file", str(file)]
    assert 0 == main(explained)
    assert 2 == main(["evaluate", *asked, "--agency-file", str(tmp_path / "none.json")])
    assert "cannot read" in capsys.readouterr().err
    assert 0 == main(["schema", "agency-file"])
    assert "aigovkit/agency-file/1" == json.loads(capsys.readouterr().out)["$id"]


@pytest.mark.parametrize("policies", [None, [san_jose.AI_POLICY]], ids=["all", "one policy"])
def test_a_skeleton_is_a_file_of_which_nothing_is_known(policies: list[Policy] | None) -> None:
    """The commented skeleton is read as an agency file that says nothing, and the schema takes it."""
    made = agency_file_skeleton(policies)
    assert AgencyFile() == AgencyFile.from_dict(made) == AgencyFile.from_json(json.dumps(made))
    assert VALID.is_valid(made)


def test_a_skeleton_asks_what_the_agency_owes() -> None:
    """With a policy, a skeleton has the duties that are the agency's own, and none of a case."""
    made = agency_file_skeleton([san_jose.AI_POLICY])
    standing = [rule.id for rule in san_jose.AI_POLICY.rules if isinstance(rule, Duty) and rule.standing]
    assert standing == [name for name in made["attestations"] if not name.startswith("//")]
    assert "SJ-AI-ROLE-CIO-2" in standing
    made["attestations"]["SJ-AI-ROLE-CIO-2"]["met"] = True
    assert AgencyFile.from_dict(made).attestations["SJ-AI-ROLE-CIO-2"].done


def test_the_command_line_starts_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `new-agency-file` prints is taken by `--agency-file`; what is no file is told to start there."""
    case, file = tmp_path / "case.json", tmp_path / "agency.json"
    case.write_text("{}", encoding="utf-8")
    judged = ["evaluate", str(case), "--policy", san_jose.AI_POLICY.id, "--as-of", "2026-07-01"]
    assert 0 == main(["new-agency-file", "--policy", san_jose.AI_POLICY.id])
    file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert 3 == main([*judged, "--agency-file", str(file)])
    file.write_text("[]", encoding="utf-8")
    assert 2 == main([*judged, "--agency-file", str(file)])
    assert "start from `aigovkit new-agency-file`" in capsys.readouterr().err
