"""What the first line does not hide, what is owed record by record, and which findings say why."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from small_policies import small
from strategies import NOW, ORDER

from aigovkit.answers import Attention, DutyStatus, Outcome, Status
from aigovkit.citations import Force
from aigovkit.cli import main
from aigovkit.engine.duties import MOST_WINDOWS
from aigovkit.language.nodes import ALWAYS, Day
from aigovkit.models import Agency, Attestation, Case, Data, Incident, Stage, Use
from aigovkit.models.retention import RetentionRule
from aigovkit.page import page_of
from aigovkit.periods import Cadence, Occurrence, Period
from aigovkit.rules import Deadline, obligation, prohibition, recurring, retention, review

BEGAN = datetime.date(2026, 1, 5)
LATE = Case(use=Use(began=BEGAN), attestations={"R-1": Attestation(met=False)})


def report(**options: Any) -> Any:
    """A duty that was due three days after the use began."""
    given = {"when": ALWAYS, "due": Deadline(Use.began.plus("P3D")), **options}
    return obligation("R-1", ORDER.at("1"), "Tell the registrar.", bearer="the agency", **given)


def told(**options: Any) -> Any:
    """A duty that was due three days after each incident was found."""
    given = {
        "when": Incident.involves_ai,
        "each": Case.incidents,
        "done": Incident.told_supervisor,
        **options,
    }
    return obligation("R-2", ORDER.at("2"), "Tell the supervisor.", bearer="the agency", **given)


def incidents(*names: str, **facts: Any) -> Case:
    """A case with incidents in January."""
    known = {"involves_ai": True, "discovered": BEGAN, **facts}
    return Case(incidents=[Incident(name=name, **known) for name in names])


# The first line


@pytest.mark.parametrize(
    ("case", "rule", "expected", "words"),
    [
        (LATE, report(), (1, 0), "NO OBJECTION · 1 duty overdue"),
        (Case(use=Use(began=BEGAN)), report(), (0, 0), "NO OBJECTION"),
        (LATE, report(force=Force.RECOMMENDED), (0, 0), "NO OBJECTION"),
        (LATE, report(force=Force.PRACTICE), (0, 0), "NO OBJECTION"),
        (
            incidents("one", "two", told_supervisor=Occurrence.NEVER),
            told(due=Deadline(Incident.discovered.plus("P3D"))),
            (2, 0),
            "NO OBJECTION · 2 duties overdue",
        ),
    ],
    ids=["late", "not known", "recommended", "practice", "two records"],
)
def test_the_first_line_tells_what_is_overdue(case: Case, rule: Any, expected: Any, words: str) -> None:
    """Binding duties that are late stand beside the outcome, once for the case or for each record."""
    result = small(rule).evaluate(case, as_of=NOW)
    assert Attention(*expected) == result.attention
    assert words == page_of(result).parts[0].verdict
    assert words in str(result).splitlines()[1]
    counted = {"overdue": expected[0], "unmet": expected[1], "met_late": 0, "referred": 0, "perhaps": 0}
    assert counted == json.loads(result.to_json())["attention"]


TOLD_LATE = {"told_supervisor": BEGAN + datetime.timedelta(days=9)}
IN_THREE_DAYS = Deadline(Incident.discovered.plus("P3D"))


def test_the_first_line_tells_what_was_done_late() -> None:
    """What was done after its time is a breach, and nothing of it is left to do: it is told apart from what
    is overdue, once for each record, and calls for nothing by itself.
    """
    made = small(told(due=IN_THREE_DAYS))
    for names, words in ((["one"], "1 duty done late"), (["one", "two"], "2 duties done late")):
        result = made.evaluate(incidents(*names, **TOLD_LATE), as_of=NOW)
        assert Attention(0, 0, met_late=len(names)) == result.attention
        assert Status.VIOLATED is result.finding("R-2").status
        assert f"NO OBJECTION · {words}" == page_of(result).parts[0].verdict
        assert words in result._repr_html_()
        assert len(names) == json.loads(result.to_json())["attention"]["met_late"]
        assert not result.attention
    for force in (Force.RECOMMENDED, Force.PRACTICE):
        late = small(told(due=IN_THREE_DAYS, force=force)).evaluate(incidents("one", **TOLD_LATE), as_of=NOW)
        assert (Attention(0, 0), DutyStatus.MET_LATE) == (late.attention, late.duties[0].status)


def test_what_is_overdue_is_not_told_as_done_late() -> None:
    """A duty that was done late towards one and not at all towards another is overdue, and counts as that; so
    does a part of a duty with its whole.
    """
    both = {
        "addressees": {"the chief": Incident.told_supervisor, "the board": Incident.told_employee_relations}
    }
    whole = obligation(
        "R-3",
        ORDER.at("3"),
        "Tell both.",
        bearer="the agency",
        when=ALWAYS,
        each=Case.incidents,
        due=IN_THREE_DAYS,
        **both,
    )
    part = told(due=IN_THREE_DAYS, part_of="R-3")
    case = incidents("one", **TOLD_LATE, told_employee_relations=Occurrence.NEVER)
    result = small(whole, part).evaluate(case, as_of=NOW)
    assert ["met_late", "overdue", "met_late"] == [duty.status for duty in result.duties]
    assert "NO OBJECTION · 1 duty overdue" == page_of(result).parts[0].verdict
    at_last = case.with_answer("incidents[0].told_employee_relations", TOLD_LATE["told_supervisor"])
    assert Attention(0, 0, met_late=1) == small(whole, part).evaluate(at_last, as_of=NOW).attention


def test_what_was_done_late_stands_in_the_line_of_several_policies_and_leaves_the_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The joint line tells it too, and a command ends as it would if it had been in time."""
    one = small(told(due=IN_THREE_DAYS), id="ruritania/one")
    two = small(report(when=~ALWAYS), id="ruritania/two")
    both = (one & two).evaluate(incidents("one", **TOLD_LATE), as_of=NOW)
    assert (Attention(0, 0, met_late=1), 1) == (
        both.attention,
        json.loads(both.to_json())["attention"]["met_late"],
    )
    assert "NO OBJECTION · 1 duty done late" == page_of(both).joint
    case = Case.load(Path(__file__).parent.parent / "examples" / "cases" / "chatbot-harm.json")
    told_at = case.incidents[0].discovered + datetime.timedelta(hours=30)
    case = case.with_answer("incidents[0].told_employee_relations", told_at)
    case = case.with_answer("incidents[1].response_plan_followed", True)
    file = tmp_path / "case.json"
    file.write_text(case.to_json(), encoding="utf-8")
    code = main(["evaluate", str(file), "--policy", "us-ca/san-jose/ai-policy", "--as-of", "2026-03-12"])
    assert "NO OBJECTION · 1 duty done late" in capsys.readouterr().out
    assert 0 == code


def test_windows_missed_one_after_the_other_are_one_duty() -> None:
    """What recurs is overdue once, however often it was missed."""
    monthly = recurring(
        "R-6",
        ORDER.at("6"),
        "Look it through.",
        bearer="the agency",
        when=ALWAYS,
        occurrences=Data.inventory_reviews,
        cadence=Cadence(Period(months=1), by_calendar=True),
        since=Use.began,
    )
    case = Case(use=Use(began=datetime.date(2025, 9, 1)), data=Data(inventory_reviews=[]))
    result = small(monthly).evaluate(case, as_of=NOW)
    assert 2 < [duty.status for duty in result.duties].count(DutyStatus.OVERDUE)
    assert Attention(1, 0) == result.attention


def test_what_is_overdue_of_several_policies_stands_in_the_line_of_them_all() -> None:
    """The joint line counts the duties of every member, one that two of them have once."""
    other = attrs.evolve(report(), id="R-7")
    one, two = small(report(), id="ruritania/one"), small(report(), other, id="ruritania/two")
    case = attrs.evolve(LATE, attestations={**LATE.attestations, "R-7": Attestation(met=False)})
    both = (one & two).evaluate(case, as_of=NOW)
    assert Attention(2, 0) == both.attention
    assert "NO OBJECTION · 2 duties overdue" == page_of(both).joint
    assert not Attention(0, 0)


def test_a_command_whose_answer_has_overdue_duties_does_not_end_as_if_all_were_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code of no objection is that of a review where a binding duty is overdue."""
    case = Case.load(Path(__file__).parent.parent / "examples" / "cases" / "chatbot-harm.json")
    file = tmp_path / "case.json"
    file.write_text(case.to_json(), encoding="utf-8")
    code = main(["evaluate", str(file), "--policy", "us-ca/san-jose/ai-policy", "--as-of", "2026-03-12"])
    assert "NO OBJECTION · 1 duty overdue · 1 duty unmet" in capsys.readouterr().out
    assert 3 == code


# What recurs


@pytest.mark.parametrize(
    ("cadence", "number", "first", "last"),
    [
        (Cadence(Period(months=1), by_calendar=True), 24_302, "0001-01-31", "2026-02-28"),
        (Cadence(Period(days=1), by_anniversary=True), 739_675, "0001-01-02", "2026-03-01"),
    ],
)
def test_of_very_many_windows_the_first_and_the_last_are_listed(
    cadence: Cadence, number: int, first: str, last: str
) -> None:
    """All windows that passed are counted, and those between the first and the last are told as a number."""
    kept = {"occurrences": Data.inventory_reviews, "cadence": cadence, "since": Day(datetime.date(1, 1, 1))}
    made = small(recurring("R-1", ORDER.at("1"), "Review it.", bearer="the agency", **kept))
    result = made.evaluate(Case(data=Data(inventory_reviews=[])), as_of=datetime.date(2026, 3, 2))
    missed = [duty for duty in result.duties if duty.status is DutyStatus.OVERDUE]
    assert MOST_WINDOWS + 1 == len(missed)
    assert (first, last) == (str(missed[0].due), str(missed[-1].due))
    (between,) = (duty for duty in missed if duty.due is None)
    assert MOST_WINDOWS // 2 == missed.index(between)
    left_out = f"{number - MOST_WINDOWS:,} of the {number:,} windows that passed without it"
    assert between.note.startswith(left_out)
    assert left_out in str(result)


# Record by record


def test_what_is_owed_for_a_record_is_told_by_its_name() -> None:
    """A duty that certainly arises for some of the records is told, with those."""
    case = Case(
        incidents=[
            Incident(name="one", involves_ai=True),
            Incident(name="two", involves_ai=False),
            Incident(name="three"),
            Incident(name="four", involves_ai=True),
        ]
    )
    result = small(told()).evaluate(case, as_of=NOW)
    assert "Owed, and not known whether done:\n     R-2 (one, four): Tell the supervisor." in str(result)
    assert "Owed" not in str(small(told()).evaluate(Case(), as_of=NOW))


def test_a_breach_is_explained_by_the_records_that_are_in_breach() -> None:
    """Records that keep the rule, that it does not reach, and that are open are no reasons of a breach."""
    ban = prohibition(
        "R-3",
        ORDER.at("3"),
        "No harm.",
        when=Incident.involves_ai & Incident.caused_harm,
        each=Case.incidents,
    )
    case = Case(
        incidents=[
            Incident(name="one", involves_ai=True, caused_harm=True),
            Incident(name="two", involves_ai=True, caused_harm=False),
            Incident(name="three", involves_ai=True),
        ]
    )
    (finding,) = small(ban).evaluate(case, as_of=NOW).findings
    assert Status.VIOLATED is finding.status
    assert (
        "one: incidents[0].involves_ai is yes",
        "one: incidents[0].caused_harm is yes",
    ) == finding.because
    assert () == finding.unknown


# Clocks


WEST = datetime.timezone(datetime.timedelta(hours=-7))


def shown(made: Any, case: Case, as_of: Any = NOW) -> str:
    """What is shown of an answer, in one line."""
    return " ".join(str(made.evaluate(case, as_of=as_of)).split())


def test_all_instants_on_a_page_are_told_by_the_clocks_of_the_place() -> None:
    """What was given by another clock, or by a nameless one, stands beside the time due in the same zone."""
    found = datetime.datetime(2026, 7, 1, 16, tzinfo=datetime.UTC)
    case = Case(
        use=Use(began=datetime.datetime(2026, 6, 30, 12, 0, 30, tzinfo=WEST)),
        incidents=[Incident(involves_ai=True, discovered=found, told_supervisor=Occurrence.NEVER)],
    )
    rule = told(due=Deadline(Incident.discovered.plus("PT24H")))
    made = small(rule, prohibition("R-7", ORDER.at("7"), "No.", when=Use.began.happened()))
    as_of = datetime.datetime(2026, 7, 3, 9, tzinfo=WEST)
    text = shown(made, case, as_of)
    assert "as of 3 July 2026 at 09:00 PDT" in text
    assert "due 2 July 2026 at 09:00 PDT · overdue" in text
    assert "because use.began has happened (began 30 June 2026 at 12:00:30 PDT)" in text
    assert "UTC" not in text


def test_the_time_of_judging_stands_as_given_where_places_have_clocks_of_their_own() -> None:
    """Policies of one zone share its clocks; of several zones none is preferred."""
    as_of = datetime.datetime(2026, 7, 3, 9, tzinfo=WEST)
    here, too = small(told(), id="ruritania/here"), small(told(), id="ruritania/too")
    abroad = small(told(), id="ruritania/abroad", time_zone="America/New_York")
    assert "as of 3 July 2026 at 09:00 PDT" in shown(here & too, Case(), as_of)
    assert "as of 3 July 2026 at 09:00 UTC-07:00" in shown(here & abroad, Case(), as_of)


def test_a_clock_without_a_name_is_told_by_its_distance_from_utc() -> None:
    """Where a zone has no letters of its own, its offset is told as one."""
    made = small(told(), time_zone="America/Sao_Paulo")
    noon = datetime.datetime(2026, 7, 3, 12, tzinfo=datetime.UTC)
    assert "as of 3 July 2026 at 09:00 UTC-03" in shown(made, Case(), noon)


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (
            datetime.date(2026, 1, 6),
            "done on 6 January 2026 (the hour is not known), and not known whether in time",
        ),
        (
            datetime.datetime(2026, 1, 6, 17, tzinfo=datetime.UTC),
            "done on 6 January 2026 at 09:00 PST, and not known whether in time",
        ),
        (Occurrence.UNDATED, "done, and not known whether in time"),
        (None, "not known whether done"),
    ],
)
def test_a_day_due_of_which_the_hour_hangs_on_another_says_so(done: Any, words: str) -> None:
    """Where only days are known of what is counted in hours, the hour of which is not known is said."""
    made = small(told(due=Deadline(Incident.discovered.plus("PT24H"))))
    case = incidents("theft", told_supervisor=done)
    (duty,) = made.evaluate(case, as_of=NOW).duties
    assert (datetime.date(2026, 1, 6), DutyStatus.UNKNOWN) == (duty.due, duty.status)
    assert "the hour is not known" == duty.note
    assert f"theft · due 6 January 2026 (the hour is not known) · {words}" in shown(made, case)


def test_a_day_due_that_leaves_the_whole_of_it_has_no_hour_to_tell() -> None:
    """A time counted in days ends with its last day."""
    made = small(told(due=Deadline(Incident.discovered.plus("P1D"))))
    assert [""] == [duty.note for duty in made.evaluate(incidents("theft"), as_of=NOW).duties]
    assert "due 6 January 2026 · not known whether done" in shown(made, incidents("theft"))


# Why


WARNED = prohibition(
    "R-4", ORDER.at("4"), "Better not track.", when=Use.tracks_individuals, force=Force.RECOMMENDED
)
LOOKED_AT = review("R-5", ORDER.at("5"), "Ask the board.", bearer="the board", when=Use.tracks_individuals)


def test_why_begins_with_what_carries_the_outcome() -> None:
    """A shortfall, which moves nothing, is told after the review that does."""
    case = Case(use=Use(tracks_individuals=True), attestations={"R-5": Attestation(met=False)})
    result = small(WARNED, LOOKED_AT).evaluate(case, as_of=NOW)
    assert Outcome.REVIEW is result.outcome
    (why,) = (section for section in page_of(result).parts[0].sections if section.heading == "Why")
    assert ["Ask the board.", "Better not track."] == [item.line.text for item in why.items]


def test_an_open_review_is_why_the_outcome_is_open() -> None:
    """What holds the outcome open is told, be it no prohibition."""
    case = Case(use=Use(tracks_individuals=True, stage=Stage.PRODUCTION), agency=Agency(name="Board"))
    result = small(LOOKED_AT).evaluate(case, as_of=NOW)
    assert Outcome.UNDETERMINED is result.outcome
    assert [DutyStatus.UNKNOWN] == [duty.status for duty in result.duties]
    (why,) = (section for section in page_of(result).parts[0].sections if section.heading == "Why")
    assert ["Ask the board."] == [item.line.text for item in why.items]


def test_a_record_is_named_once_before_its_reasons() -> None:
    """Of the reasons in a row about one record, the first names it."""
    when = Incident.caused_harm & Incident.involves_ai
    rule = prohibition("R-9", ORDER.at("9"), "No.", each=Case.incidents, when=when)
    both = [Incident(name=name, caused_harm=True, involves_ai=True) for name in ("gate", "lift")]
    told = str(small(rule).evaluate(Case(incidents=both), as_of=NOW))
    assert (told.count("gate: "), told.count("lift: ")) == (1, 1)


@pytest.mark.parametrize(("force", "said"), [(Force.BINDING, False), (Force.PRACTICE, True)])
def test_the_page_says_of_a_limit_on_retention_whether_the_text_commands_it(force: Force, said: bool) -> None:
    """A limit that a text only describes does not read as one that is commanded."""
    keeps = RetentionRule(ceiling=Period(years=10), trigger="creation")
    rule = retention("R-9", ORDER.at("9"), "It is kept ten years.", keeps=keeps, when=ALWAYS, force=force)
    told = str(small(rule).evaluate(Case(), as_of=NOW))
    assert said is ("the text does not command it" in told)


def test_a_note_on_a_record_names_the_fact_by_its_number() -> None:
    """What a time waits for is a fact of that record, which can be answered as the note writes it."""
    made = small(told(due=Deadline(Incident.discovered.plus("P3D"))))
    case = Case(incidents=[Incident(involves_ai=True), Incident(involves_ai=True)])
    notes = [duty.note for duty in made.evaluate(case, as_of=NOW).duties]
    assert [f"unknown until incidents[{number}].discovered is known" for number in (0, 1)] == notes
