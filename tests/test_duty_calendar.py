"""Calendars of dated duties: what has an entry, what it says, and that any calendar reads it so."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from drawing import SEEDS, Dice, examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from small_policies import small
from strategies import ORDER, random_judged

import aigovkit as ag
from aigovkit.answers import DutyDue, DutyStatus
from aigovkit.cli import main
from aigovkit.duty_calendar import LONGEST, count_entries, count_left_out, duty_calendar, left_out
from aigovkit.errors import InputError, MissingExtraError
from aigovkit.evaluation import Evaluation
from aigovkit.models import Attestation, Case, Incident, Use
from aigovkit.periods import Cadence, Occurrence, Period
from aigovkit.rules import Deadline, obligation, recurring
from aigovkit.wording import printable

icalendar = pytest.importorskip("icalendar")

ROOT = Path(__file__).parents[1]
ZONES = ("America/Denver", "America/Phoenix", "America/Los_Angeles")
OTHER_ZONES = ("Europe/Dublin", "Australia/Lord_Howe", "UTC")

REPORT = obligation(
    "REPORT",
    ORDER.at("6"),
    "Report the harm within 24 hours.",
    bearer="the agency",
    each=Case.incidents,
    when=Incident.caused_harm,
    done=Incident.told_supervisor,
    due=Deadline(Incident.discovered.plus("PT24H")),
)
FILE = obligation(
    "FILE",
    ORDER.at("7"),
    "File the statement within ten days of first use.",
    bearer="the clerk",
    due=Deadline(Use.began.plus("P10D")),
)
BEGAN = Use(began=date(2023, 5, 1))
REVIEW_YEARLY = recurring(
    "YEARLY",
    ORDER.at("8"),
    "Review the use every year.",
    bearer="the agency",
    cadence=Cadence(Period(years=1)),
    since=Use.began,
)


def judged(*rules: Any, as_of: Any = date(2026, 3, 20), zone: str = ZONES[0], **facts: Any) -> Evaluation:
    """What is said of a case called `kiosk`."""
    facts = {"id": "kiosk", "title": "Kiosk", **facts}
    return small(*(rules or (FILE,)), time_zone=zone).evaluate(Case(**facts), as_of=as_of)


def found_at(instant: datetime.datetime, **facts: Any) -> dict[str, Any]:
    """An incident found so that the report of it is due at an instant."""
    found = instant - datetime.timedelta(hours=24)
    return {"incidents": [Incident(**{"caused_harm": True, "discovered": found, **facts})]}


# A reader of calendars that shares nothing with the writer.


def lines_of(content: bytes) -> list[str]:
    """The lines of a calendar, each unfolded; every physical line ends as it should and is short enough."""
    assert content.endswith(b"\r\n")
    physical = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in physical)
    return b"\r\n".join(physical).replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def text_of(value: str) -> str:
    """A text as RFC 5545 unescapes it."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def components(content: bytes, name: str) -> list[dict[str, str]]:
    """The components of a name, each as its properties by their names with their parameters."""
    found: list[dict[str, str]] = []
    open_: list[str] = []
    for line in lines_of(content):
        key, _, value = line.partition(":")
        if key == "BEGIN":
            open_.append(value)
            if value == name:
                found.append({})
        elif key == "END":
            assert value == open_.pop()
        elif open_[-1] == name:
            assert key not in found[-1]
            found[-1][key] = value
    assert not open_
    return found


def clock(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, "%Y%m%dT%H%M%S")


def offset(text: str) -> datetime.timedelta:
    hours, minutes, seconds = int(text[1:3]), int(text[3:5]), int(text[5:7] or 0)
    return datetime.timedelta(hours=hours, minutes=minutes, seconds=seconds) * (-1 if text[0] == "-" else 1)


def instant_of(content: bytes, event: dict[str, str]) -> datetime.datetime:
    """The instant of an event, by the time zone that the file itself describes."""
    (key,) = [key for key in event if key.startswith("DTSTART")]
    if event[key].endswith("Z"):
        return clock(event[key][:-1]).replace(tzinfo=datetime.UTC)
    (zone,) = components(content, "VTIMEZONE")
    assert key == f"DTSTART;TZID={zone['TZID']}"
    local, onsets = clock(event[key]), []
    for part in (*components(content, "STANDARD"), *components(content, "DAYLIGHT")):
        starts = [part["DTSTART"], *filter(None, part.get("RDATE", "").split(","))]
        onsets += [(clock(start), offset(part["TZOFFSETTO"])) for start in starts]
    # The clocks a reader is told of last. The first of two instants is meant where an hour is repeated, and
    # that lies before the change, whose time is told on the clocks until then.
    _, there = max(onset for onset in onsets if onset[0] <= local)
    return (local - there).replace(tzinfo=datetime.UTC)


# What has an entry


def expected(answer: Evaluation) -> list[DutyDue]:
    """The dated duties, but for a part that is told of towards each addressee, and for the next time of what
    recurs on the day of a window missed.
    """
    found: list[DutyDue] = []
    for one in answer.duties:
        alike = [other for other in answer.duties if (other.due, other.about) == (one.due, one.about)]
        whole = any(
            other.addressee and (other.provision, other.status) == (one.part_of, one.status)
            for other in alike
        )
        missed = any(
            (other.provision, other.addressee, other.status, one.status)
            == (one.provision, one.addressee, DutyStatus.OVERDUE, DutyStatus.OPEN)
            for other in alike
        )
        if one.due is not None and not whole and not missed:
            found.append(one)
    return found


def test_every_dated_duty_of_every_example_has_one_entry_and_no_other_has():
    """The cases of examples, by every policy: as many entries as dated duties, each read back as it was."""
    policies = ag.PolicySet.of(*ag.find_policies()[0].values())
    answers = [
        policies.evaluate(Case.load(file), as_of=date(2026, 3, 2))
        for file in sorted((ROOT / "examples" / "cases").glob("*.json"))
    ]
    content = duty_calendar(answers)
    events = components(content, "VEVENT")
    duties = [duty for answer in answers for part in answer.parts for duty in expected(part)]
    assert len(duties) == len(events) == count_entries(answers) == len({event["UID"] for event in events}) > 5
    read = icalendar.Calendar.from_ical(content)
    assert [str(one["SUMMARY"]) for one in read.walk("VEVENT")] == [text_of(one["SUMMARY"]) for one in events]
    for duty in duties:
        (event,) = [
            one
            for one in events
            if duty.act in text_of(one["SUMMARY"])
            and f"Provision: {duty.provision}, {duty.citation}" in text_of(one["DESCRIPTION"])
            and (not duty.addressee or f"(to {duty.addressee})" in one["SUMMARY"])
            and (not duty.about or f"About: {duty.about}" in text_of(one["DESCRIPTION"]).split("\n"))
        ]
        assert ("Overdue: " in event["SUMMARY"]) == (duty.status is DutyStatus.OVERDUE)


@settings(max_examples=examples(100))
@given(SEEDS)
def test_a_calendar_has_the_dated_duties_of_any_answer(seed: int):
    """Of a random policy and case: one entry for each duty with a day or instant, none for any other, and
    the calendar says how many it lacks.
    """
    policy, case, as_of = random_judged(Dice(seed))
    answer = policy.evaluate(attrs.evolve(case, id="c"), as_of=as_of)
    content = answer.to_ical()
    events = components(content, "VEVENT")
    assert len(expected(answer)) == len(events) == len({event["UID"] for event in events})
    undone = sum(
        one.due is None and one.status not in (DutyStatus.MET, DutyStatus.MET_LATE) for one in answer.duties
    )
    (calendar,) = components(content, "VCALENDAR")
    assert text_of(calendar["X-WR-CALDESC"]).startswith(left_out(undone))
    assert undone == count_left_out([answer])


def test_a_duty_without_a_day_has_no_entry_and_is_counted():
    """Where it is not known when the use began, no day is made up; the calendar says that one is left out."""
    content = judged(as_of=date(2026, 3, 20)).to_ical()
    assert [] == components(content, "VEVENT")
    (calendar,) = components(content, "VCALENDAR")
    assert "1 duty that is owed, or may be, has no known day and is not in it." in text_of(
        calendar["X-WR-CALDESC"]
    )


# What an entry says


def test_a_day_is_a_whole_day():
    """A duty due on a day is an event of that day, and takes up no time of it."""
    (event,) = components(judged(use=Use(began=date(2026, 3, 15))).to_ical(), "VEVENT")
    assert "20260325" == event["DTSTART;VALUE=DATE"]
    assert "TRANSPARENT" == event["TRANSP"]
    assert "File the statement within ten days of first use." in event["SUMMARY"]


@pytest.mark.parametrize(
    ("done", "as_of", "summary", "status"),
    [
        (Attestation(met=False), date(2026, 3, 26), "Overdue: File", "CONFIRMED"),
        (Attestation(met=False), date(2026, 3, 25), "File", "CONFIRMED"),
        (Attestation(met=True, on=date(2026, 3, 20)), date(2026, 3, 26), "Done: File", "CONFIRMED"),
        (Attestation(met=True, on=date(2026, 3, 26)), date(2026, 3, 26), "Done late: File", "CONFIRMED"),
        (None, date(2026, 3, 26), "Check whether done: File", "CONFIRMED"),
    ],
)
def test_the_summary_says_where_a_duty_stands(done: Any, as_of: Any, summary: str, status: str):
    """What is overdue, done, done late or not known to be done is marked; what is open has no mark."""
    attested = {"attestations": {"FILE": done}} if done else {}
    (event,) = components(
        judged(as_of=as_of, use=Use(began=date(2026, 3, 15)), **attested).to_ical(), "VEVENT"
    )
    assert event["SUMMARY"].startswith(summary)
    assert status == event["STATUS"]


def test_a_duty_not_known_to_be_owed_is_tentative():
    """Where it is not known whether a duty arises, the entry says so, and is a tentative one."""
    rule = attrs.evolve(FILE, when=Use.tracks_individuals)
    (event,) = components(judged(rule, use=Use(began=date(2026, 3, 15))).to_ical(), "VEVENT")
    assert event["SUMMARY"].startswith("Check whether owed: File")
    assert "Not known whether it is owed" in text_of(event["DESCRIPTION"]).split("\n")
    assert "TENTATIVE" == event["STATUS"]


def test_what_does_not_bind_is_called_by_its_force():
    """A recommendation stands in a calendar as one."""
    rule = attrs.evolve(FILE, force=ag.Force.RECOMMENDED)
    (event,) = components(judged(rule, use=Use(began=date(2026, 3, 15))).to_ical(), "VEVENT")
    assert event["SUMMARY"].endswith("(recommended)")


def test_the_description_says_all_that_has_to_be_known():
    """Where it stands, who, about what, the case, the policy, the citation, the force, and as of when."""
    when = datetime.datetime(2026, 3, 19, 9, tzinfo=ZoneInfo(ZONES[0]))
    answer = judged(REPORT, **found_at(when, name="Visitor turned away", told_supervisor=Occurrence.NEVER))
    (event,) = components(answer.to_ical(), "VEVENT")
    assert [
        "Due 19 March 2026 at 09:00 MDT · overdue",
        "Who: the agency",
        "About: Visitor turned away",
        "Case: Kiosk",
        "Policy: Random Order (ruritania/small)",
        "Provision: REPORT, Random Order, 6",
        "Force: binding",
        "As of 20 March 2026. What the text says, not legal advice.",
    ] == text_of(event["DESCRIPTION"]).split("\n")


def test_a_duty_that_recurs_has_its_next_time_and_each_window_missed():
    """No rule of recurrence is written: the next day, and each window that passed without it, marked. The
    entry of the next time is marked when that has passed, and moves on when it was done.
    """

    def rows(as_of: date, *done: date) -> list[tuple[str, str, str]]:
        attested = {"YEARLY": Attestation(met=True, days=list(done))}
        content = judged(REVIEW_YEARLY, as_of=as_of, use=BEGAN, attestations=attested).to_ical()
        assert b"RRULE" not in content
        events = components(content, "VEVENT")
        return [
            (one["DTSTART;VALUE=DATE"], one["SUMMARY"].partition("Review")[0], one["UID"]) for one in events
        ]

    first = date(2025, 4, 2)
    before, after = rows(date(2026, 3, 20), first), rows(date(2026, 4, 20), first)
    later = rows(date(2026, 5, 20), first, date(2026, 5, 1))
    (*_, missed), (*_, next_time) = before
    assert [("20240501", "Overdue: ", missed), ("20260402", "", next_time)] == before
    assert [("20240501", "Overdue: ", missed), ("20260402", "Overdue: ", next_time)] == after
    assert [("20240501", "Overdue: ", missed), ("20270501", "", next_time)] == [later[0], later[2]]
    assert ("20260402", "Overdue: ") == later[1][:2]


def test_what_is_judged_as_if_in_force_says_so():
    """A hypothetical answer makes a calendar whose entries are tentative and say what they suppose."""
    answer = small(FILE).evaluate(
        Case(id="k", use=Use(began=date(2026, 3, 15))), as_of=date(2026, 3, 20), hypothetical=True
    )
    (event,) = components(answer.to_ical(), "VEVENT")
    assert event["SUMMARY"].startswith("If all were in force: ")
    assert "TENTATIVE" == event["STATUS"]


# Instants and time zones


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    "clock_shows",
    [
        datetime.datetime(2026, 1, 15, 9),
        datetime.datetime(2026, 3, 8, 1, 59, 59),
        datetime.datetime(2026, 3, 8, 3),
        datetime.datetime(2026, 7, 1, 17, 30),
        datetime.datetime(2026, 11, 1, 1, 30),
        datetime.datetime(2026, 11, 1, 1, 30, fold=1),
        datetime.datetime(2026, 11, 1, 2),
        datetime.datetime(2038, 7, 1, 12),
    ],
)
def test_an_instant_is_the_same_one_to_every_reader(zone: str, clock_shows: datetime.datetime):
    """On both sides of each change of the clocks, the time zone in the file gives the instant back, and so
    does the library by the zone of that name; the second of a repeated hour is in UTC.
    """
    due = clock_shows.replace(tzinfo=ZoneInfo(zone))
    content = judged(REPORT, zone=zone, **found_at(due.astimezone(datetime.UTC))).to_ical()
    (event,) = components(content, "VEVENT")
    assert due.astimezone(datetime.UTC) == instant_of(content, event)
    (read,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert due.astimezone(datetime.UTC) == read["DTSTART"].dt.astimezone(datetime.UTC)
    repeated = clock_shows.fold and zone != "America/Phoenix"
    assert ("DTSTART" if repeated else f"DTSTART;TZID={zone}") in event


@settings(max_examples=examples(200))
@example("America/Denver", datetime.datetime(2026, 3, 8, 9))
@example("Australia/Lord_Howe", datetime.datetime(2026, 4, 4, 15, 15))
@given(
    st.sampled_from((*ZONES, *OTHER_ZONES)),
    st.datetimes(datetime.datetime(2, 1, 1), datetime.datetime(9998, 1, 1)),
)
def test_every_instant_comes_back(zone: str, moment: datetime.datetime):
    """Whatever the instant, to the second below it: by the zone in the file."""
    # The last microsecond of a day is how a whole day is written.
    due = moment.replace(tzinfo=datetime.UTC, microsecond=min(moment.microsecond, 999_998))
    content = judged(REPORT, zone=zone, **found_at(due)).to_ical()
    (event,) = components(content, "VEVENT")
    assert due.replace(microsecond=0) == instant_of(content, event)


@pytest.mark.parametrize("zone", (*ZONES, *OTHER_ZONES[:2]))
def test_the_clocks_change_in_the_file_when_they_do(zone: str):
    """Each part of a zone begins at the second of a change, told on the clocks until then; but for the first,
    which says how the year begins. A zone without a change has that alone.
    """
    due = datetime.datetime(2026, 7, 1, 12, tzinfo=datetime.UTC)
    content = judged(REPORT, zone=zone, **found_at(due)).to_ical()
    second, changes = datetime.timedelta(seconds=1), 0
    for name in ("STANDARD", "DAYLIGHT"):
        for one in components(content, name):
            before, after = offset(one["TZOFFSETFROM"]), offset(one["TZOFFSETTO"])
            at = (clock(one["DTSTART"]) - before).replace(tzinfo=datetime.UTC)
            place = ZoneInfo(zone)
            assert before == (at - second).astimezone(place).utcoffset()
            assert after == at.astimezone(place).utcoffset()
            assert one["TZNAME"] == at.astimezone(place).tzname()
            changes += before != after
    assert (0 if zone == "America/Phoenix" else 2) == changes


def test_a_zone_is_described_for_each_year_in_which_something_is_due():
    """Two duties years apart on the clocks of one place need one description, which serves both."""
    first, second = (datetime.datetime(year, 7, 1, 16, tzinfo=datetime.UTC) for year in (2026, 2041))
    both = [Incident(caused_harm=True, discovered=one, name=f"{one.year}") for one in (first, second)]
    content = judged(REPORT, incidents=both).to_ical()
    day = datetime.timedelta(days=1)
    assert [first + day, second + day] == [instant_of(content, e) for e in components(content, "VEVENT")]


# Names by which a calendar knows entries again


def uids(*answers: Any) -> list[str]:
    return [event["UID"] for event in components(duty_calendar(answers), "VEVENT")]


def test_an_entry_is_known_again_whatever_moves():
    """Another day of judging, title, day due or status leave the UID as it is; it has no word of the case."""
    began = Use(began=date(2026, 3, 15))
    (first,) = uids(judged(use=began))
    changed = [
        judged(use=began, as_of=date(2026, 5, 1)),
        judged(use=began, title="Another"),
        judged(use=Use(began=date(2026, 3, 16))),
        judged(use=began, attestations={"FILE": Attestation(met=True)}),
    ]
    assert [[first]] * 4 == [uids(one) for one in changed]
    assert re.fullmatch(r"[0-9a-f]{32}@aigovkit", first)


def test_no_two_duties_share_an_entry():
    """Another case, policy, provision, record or addressee is another UID, a record named as the kit names
    those not known too.
    """
    began = Use(began=date(2026, 3, 15))
    when = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
    told = obligation(
        "TELL",
        ORDER.at("6"),
        "Tell.",
        bearer="the agency",
        each=Case.incidents,
        when=Incident.caused_harm,
        addressees={"a": Incident.told_supervisor, "b": Incident.told_privacy_officer},
        due=Deadline(Incident.discovered.plus("PT24H")),
    )
    incidents = [
        Incident(caused_harm=True, discovered=when, name=name) for name in ("x", "y", "any other", "x")
    ]
    several = [
        judged(FILE, attrs.evolve(FILE, id="FILE-2"), use=began),
        judged(use=began, id="other"),
        small(FILE, id="ruritania/other").evaluate(Case(id="kiosk", use=began), as_of=date(2026, 3, 20)),
        judged(told, id="told", incidents=incidents),
    ]
    found = uids(*several)
    assert 2 + 1 + 1 + 8 == len(found) == len(set(found))


def test_a_case_needs_an_id():
    """Without one no later file could find its entries; every such case is named."""
    answers = [judged(), judged(id=None), judged(id="")]
    with pytest.raises(InputError) as raised:
        duty_calendar(answers)
    assert ["$[1].case.id", "$[2].case.id"] == [problem.path for problem in raised.value.problems]


def test_two_cases_of_one_id_are_refused():
    """They would be one to a calendar, and a duty of one of them lost; the same answer twice is one."""
    answer = judged(use=Use(began=date(2026, 3, 15)))
    assert duty_calendar([answer]) == duty_calendar([answer, answer])
    with pytest.raises(InputError, match="`ruritania/small` has one answer"):
        duty_calendar([answer, judged(use=Use(began=date(2026, 3, 16)))])


def test_several_policies_make_one_calendar():
    """A joint answer gives what its parts give, each entry under the same UID; one policy under two settings
    is told apart.
    """
    began = Use(began=date(2026, 3, 15))
    one, other = small(FILE, id="rur/one"), small(FILE, id="rur/other")
    case, as_of = Case(id="kiosk", use=began), date(2026, 3, 20)
    parts = [policy.evaluate(case, as_of=as_of) for policy in (one, other)]
    assert (one & other).evaluate(case, as_of=as_of).to_ical() == duty_calendar(parts)
    policy = ag.find_policy("us-ca/san-jose/ai-policy")
    both = policy & policy.read(biometric_identification="disjunctive")
    kiosk = Case.load(ROOT / "examples" / "cases" / "emotion-kiosk.json")
    found = uids(both.evaluate(kiosk, as_of=date(2026, 3, 2)))
    assert len(found) == len(set(found)) == 2 * len(uids(policy.evaluate(kiosk, as_of=date(2026, 3, 2))))


def test_the_same_answers_give_the_same_bytes():
    """Nothing is read from a clock: the stamp is the time of judging, here the end of a day in Denver."""
    answers = [judged(use=Use(began=date(2026, 3, 15))), judged(id="b", use=Use(began=date(2026, 3, 1)))]
    assert duty_calendar(answers) == duty_calendar(reversed(answers))
    stamps = [event["DTSTAMP"] for event in components(duty_calendar(answers), "VEVENT")]
    assert ["20260321T055959Z"] * 2 == stamps


# Anybody's text

PIECES = (
    *("\r\n", "\n", "\\N", "\\n", "\\", ",", ";", ":", '"', "^n", "BEGIN:VEVENT", "END:VCALENDAR", "\x00"),
    *(" ", "\t", "\u2028", "\x85", "\x7f", "é", "𝔘", "RRULE:FREQ=SECONDLY", "a" * 70),
)
CHARACTERS = st.characters(codec="utf-8")
HOSTILE = st.text(CHARACTERS, max_size=LONGEST + 100) | st.lists(st.sampled_from(PIECES), max_size=12).map(
    "".join
)


@settings(max_examples=examples(300))
@example("a\\Nb\\nc", "x\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT")
@given(HOSTILE, HOSTILE)
def test_text_comes_back_and_brings_no_line(title: str, name: str):
    """Whatever a case is called, and its records: each is one line of the description, read back by the
    library and by a plain reader as it was written, and nothing else changes.
    """
    when = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
    content = judged(REPORT, title=title, **found_at(when, name=name)).to_ical()
    (event,) = components(content, "VEVENT")
    (read,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    described = text_of(event["DESCRIPTION"])
    assert described == str(read["DESCRIPTION"])
    assert set(event) == {key if key != "DTSTART" else f"DTSTART;TZID={ZONES[0]}" for key in read}
    said = dict(line.split(": ", 1) for line in described.split("\n") if ": " in line)
    for given_text, key in ((title or "kiosk", "Case"), (name or "incidents[0]", "About")):
        cut = given_text if len(given_text) <= LONGEST else given_text[: LONGEST - 1] + "…"
        assert printable(cut) == said[key]


# The library, and the command


def test_a_missing_library_is_told_with_the_extra_to_install(monkeypatch: Any):
    """Without the library the error names the extra, and no place to get it from."""
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtraError) as raised:
        judged().to_ical()
    told = "the library `icalendar` is not installed; install the extra `aigovkit-rules[calendar]`"
    assert told == str(raised.value)


def test_the_library_loads_when_a_calendar_is_asked_for():
    """Judging a case and showing the answer loads nothing of it."""
    program = (
        "import datetime, sys, aigovkit\n"
        "policy = aigovkit.find_policy('us-ca/san-jose/ai-policy')\n"
        "result = policy.evaluate(aigovkit.Case(id='k'), as_of=datetime.date(2026, 3, 2))\n"
        "_ = str(result), result.to_json()\n"
        "print([name for name in sys.modules if 'calendar' in name and name != 'calendar'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert "[]\n" == done.stdout


KIOSK = str(ROOT / "examples" / "cases" / "emotion-kiosk.json")
BY_SAN_JOSE = ("--policy", "us-ca/san-jose/ai-policy", "--as-of", "2026-03-02")


def test_the_command_writes_what_the_library_gives(tmp_path: Any, capfdbinary: Any):
    """To a file or to standard output, the same bytes; how many entries it has is told, and what it lacks."""
    policy = ag.find_policy("us-ca/san-jose/ai-policy")
    expected = policy.evaluate(Case.load(KIOSK), as_of=date(2026, 3, 2)).to_ical()
    file = tmp_path / "duties.ics"
    assert 0 == main(["calendar", KIOSK, *BY_SAN_JOSE, "-o", str(file)])
    out, err = capfdbinary.readouterr()
    assert b"" == out
    assert b"aigovkit: 3 entries. 29 duties that are owed" in err
    assert expected == file.read_bytes()
    assert 0 == main(["calendar", KIOSK, *BY_SAN_JOSE])
    assert expected == capfdbinary.readouterr().out


def test_the_command_takes_many_cases_and_says_what_is_wrong(tmp_path: Any, capsys: Any):
    """A folder of cases makes one calendar; a case without an id and a place that cannot be written are
    errors.
    """
    out = str(tmp_path / "all.ics")
    assert 0 == main(["calendar", str(ROOT / "examples" / "cases"), *BY_SAN_JOSE, "--output", out])
    cases = {
        re.search(r"Case: ([^\n]*)", text_of(e["DESCRIPTION"]))[1]
        for e in components(Path(out).read_bytes(), "VEVENT")
    }
    assert len(cases) > 1
    nameless = tmp_path / "nameless.json"
    nameless.write_text(json.dumps({"title": "Kiosk"}), encoding="utf-8")
    capsys.readouterr()
    assert 2 == main(["calendar", str(nameless), *BY_SAN_JOSE])
    assert "$[0].case.id: is missing" in capsys.readouterr().err
    assert 2 == main(["calendar", KIOSK, *BY_SAN_JOSE, "-o", str(tmp_path)])
    assert "aigovkit: cannot write" in capsys.readouterr().err
