"""The dated duties of one case or of many as an iCalendar file, each an entry on the day it is due.

An entry is an event, not a task: the calendars most in use pass over tasks when
they read a file, and a duty that is not shown is forgotten. It takes up no time of
the day. The same case, policy, provision and record give the same UID, so that a
file made later moves and marks what an earlier one entered.

A duty of which no day or instant is known has no entry; the calendar says how many
there are. Names and descriptions in a case are anybody's text: they enter as one
line each, with a bound, and nothing in them that is not printable.

The library writes the file. Two things are done here: text is escaped as RFC 5545
has it, since the library makes a new line of a backslash before `N`; and time zones
are described from where their clocks change, since it has the change in spring an
hour late.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from aigovkit import __version__, periods
from aigovkit.answers import DutyDue, DutyStatus, restated
from aigovkit.citations import Force
from aigovkit.duty_text import is_owed, standing
from aigovkit.errors import InputError, MissingExtraError, Problem, shown
from aigovkit.evaluation import Evaluation
from aigovkit.joint import AnyEvaluation, JointEvaluation
from aigovkit.page import DISCLAIMER
from aigovkit.periods import TimeZone
from aigovkit.rules import Duty
from aigovkit.wording import day, printable

LONGEST = 300
"""So many characters of one text of a case enter an entry."""

_DONE = (DutyStatus.MET, DutyStatus.MET_LATE)
_MARKS = {
    DutyStatus.OVERDUE: "Overdue: ",
    DutyStatus.UNMET: "Unmet: ",
    DutyStatus.MET: "Done: ",
    DutyStatus.MET_LATE: "Done late: ",
    DutyStatus.OPEN: "",
}
_CALLED = (Force.BINDING, Force.PROPOSED)
"""Of these forces a summary says nothing."""

_TWICE = "takes an `id` on which `{}` has one answer"
_YEARS = range(2, 9999)
"""The years in which an instant is given on the clocks of a place; outside of them in UTC."""
_DAY = datetime.timedelta(days=1)
_SECOND = datetime.timedelta(seconds=1)


def duty_calendar(evaluations: Iterable[AnyEvaluation]) -> bytes:
    """The dated duties of evaluations as an iCalendar file, the earliest first. `to_ical` gives that of one.

    A day is an event of a whole day, an instant one on the clocks of the policy's
    time zone. A duty that recurs has its next time, and an entry for each window listed
    as missed. The same evaluations give the same bytes.

    Raises InputError for a case without an `id`, and for two different answers on
    one case by one policy: a calendar could not tell their duties apart. Raises
    MissingExtraError where the extra `calendar` is not installed.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions.san_jose import AI_POLICY
    >>> from aigovkit.models import Case
    >>> case = Case.load("examples/cases/emotion-kiosk.json")
    >>> made = duty_calendar([AI_POLICY.evaluate(case, as_of=date(2026, 3, 2))]).decode()
    >>> print("".join(line for line in made.splitlines(True) if line.startswith("DTSTART;"))[:46])
    DTSTART;TZID=America/Los_Angeles:20260302T0900

    .. versionadded:: 0.1.0
    """
    try:
        import icalendar
    except ImportError as error:
        raise MissingExtraError("icalendar", "calendar") from error

    answers = _by_policy(evaluations)
    entries = sorted(_entries(answers), key=lambda entry: (entry.order, entry.uid))
    made = icalendar.Calendar()
    made.add("PRODID", f"-//aigovkit//aigovkit {__version__}//EN")
    made.add("VERSION", "2.0")
    made.add("CALSCALE", "GREGORIAN")
    _add_text(made, "X-WR-CALNAME", "Duties")
    _add_text(made, "X-WR-CALDESC", _about(answers))
    for zone, years in _zones(entry for entry in entries if isinstance(entry.due, datetime.datetime)):
        made.add_component(_described(zone, years))
    for entry in entries:
        made.add_component(_event(entry))
    written: bytes = made.to_ical()
    return written


def count_left_out(evaluations: Iterable[AnyEvaluation]) -> int:
    """How many duties of evaluations are not done, or not known to be, and have no known day: no calendar
    has them.

    .. versionadded:: 0.1.0
    """
    parts = (part for evaluation in evaluations for part in evaluation.parts)
    return sum(duty.due is None and duty.status not in _DONE for part in parts for duty in part.duties)


def left_out(number: int) -> str:
    """That so many duties are in no calendar, in words; empty where it has all.

    >>> left_out(0), left_out(2)
    ('', '2 duties that are owed, or may be, have no known day and are not in it.')

    .. versionadded:: 0.1.0
    """
    duties = f"{number:,} duties that are" if number != 1 else "1 duty that is"
    have, are = ("have", "are") if number != 1 else ("has", "is")
    return f"{duties} owed, or may be, {have} no known day and {are} not in it." if number else ""


def count_entries(evaluations: Iterable[AnyEvaluation]) -> int:
    """How many entries a calendar of evaluations has.

    .. versionadded:: 0.1.0
    """
    return sum(1 for _ in _entries(_by_policy(evaluations)))


@attrs.frozen
class _Entry:
    """One duty on its day: what a calendar shows of it."""

    uid: str
    due: periods.Moment
    zone: TimeZone
    order: float
    stamp: datetime.datetime
    summary: str
    description: str
    tentative: bool


# Which duties


def _by_policy(evaluations: Iterable[AnyEvaluation]) -> dict[tuple[str, str], Evaluation]:
    """The answer of each policy on each case, by the id of the case and the name of the policy."""
    found: dict[tuple[str, str], Evaluation] = {}
    wrong: list[Problem] = []
    for number, answer in enumerate(evaluations):
        names = answer.policy.names if isinstance(answer, JointEvaluation) else (answer.policy.id,)
        where = f"$[{number}].case.id"
        if not answer.case.id:
            wrong.append(Problem(where, "", "is missing", "by it a later calendar finds its entries again"))
            continue
        for name, part in zip(names, answer.parts, strict=True):
            key = (answer.case.id, name)
            if found.setdefault(key, part) != part:
                wrong.append(Problem(where, shown(answer.case.id), _TWICE.format(name)))
    if wrong:
        raise InputError("the list of answers", wrong)
    return found


def _entries(answers: dict[tuple[str, str], Evaluation]) -> Iterator[_Entry]:
    for key, answer in answers.items():
        times: Counter[tuple[str, ...]] = Counter()
        for duty in _shown(answer):
            window = () if _runs(answer, duty) else _window(answer, duty)
            identity = (*key, duty.provision, duty.about, duty.addressee, *window)
            number = times[identity]
            times[identity] += 1
            # No two duties are called the same, unless a record is named as the kit names another.
            yield _entry(answer, duty, (*identity, *([f"{number}"] if number else [])))


def _shown(answer: Evaluation) -> list[DutyDue]:
    """The dated duties. A part that is told of towards each addressee is not told of again, nor is the next
    time of a duty that recurs where it is a window that was missed.
    """
    several = [duty for duty in answer.duties if duty.due is not None]
    told = {(one.provision, one.about, one.due, one.status) for one in several if one.addressee}
    missed = {(one.provision, one.about, one.due) for one in several if _window(answer, one)}
    return [
        one
        for one in several
        if (one.part_of, one.about, one.due, one.status) not in told
        and (_window(answer, one) or (one.provision, one.about, one.due) not in missed)
    ]


def _window(answer: Evaluation, duty: DutyDue) -> tuple[str, ...]:
    """Which window of a duty that recurs was missed: it stays where it is when the next time moves on."""
    rule = answer.policy.rule(duty.provision)
    assert duty.due is not None
    missed = isinstance(rule, Duty) and rule.recurs and duty.status is DutyStatus.OVERDUE
    return (duty.due.isoformat(),) if missed else ()


def _runs(answer: Evaluation, duty: DutyDue) -> bool:
    """Whether a window that was missed is also the next time, since nothing was done after it: then no later
    time is told of.
    """
    return bool(_window(answer, duty)) and not any(
        (one.provision, one.about, one.addressee) == (duty.provision, duty.about, duty.addressee)
        and (one.due is None or (duty.due is not None and _later(one, duty)))
        for one in answer.duties
        if one is not duty
    )


def _later(one: DutyDue, other: DutyDue) -> bool:
    """Whether one duty is due on a later day than another of the same provision."""
    assert one.due is not None
    assert other.due is not None
    return one.due > other.due


# What is said of one


def _entry(answer: Evaluation, duty: DutyDue, identity: tuple[str, ...]) -> _Entry:
    assert duty.due is not None
    zone = periods.zone(answer.policy.time_zone)
    owed = duty.status is not DutyStatus.UNKNOWN or is_owed(answer, duty)
    return _Entry(
        uid=_uid(identity),
        due=duty.due,
        zone=zone,
        order=periods.interval(duty.due, zone)[1],
        stamp=periods.local(answer.situation.now, periods.UTC).replace(microsecond=0),
        summary=_summary(answer, duty, owed=owed),
        description="\n".join(map(printable, _description(answer, duty, owed=owed))),
        tentative=not owed or answer.is_hypothetical,
    )


def _uid(identity: tuple[str, ...]) -> str:
    """A name without a word of the case in it, the same whenever the duty is the same."""
    return f"{hashlib.sha256(json.dumps(identity).encode()).hexdigest()[:32]}@aigovkit"


def _summary(answer: Evaluation, duty: DutyDue, *, owed: bool) -> str:
    mark = _MARKS.get(duty.status, "Check whether done: " if owed else "Check whether owed: ")
    supposed = "If all were in force: " if answer.is_hypothetical else ""
    whom = f" (to {duty.addressee})" if duty.addressee else ""
    force = duty.effective_force or duty.force
    called = "" if force in _CALLED else f" ({force})"
    return printable(f"{supposed}{mark}{duty.act}{whom}{called}")


def _description(answer: Evaluation, duty: DutyDue, *, owed: bool) -> Iterator[str]:
    rule = answer.policy.rule(duty.provision)
    strict = isinstance(rule, Duty) and rule.due is not None and rule.due.strict
    yield _capital(standing(answer, duty)) + (" · to be done before that time" if strict else "")
    if not owed:
        yield "Not known whether it is owed"
    yield f"Who: {duty.actor}"
    for called, said in (("To", duty.addressee), ("About", duty.about), ("Note", duty.note)):
        if said:
            yield f"{called}: {_bounded(said)}"
    yield f"Case: {_bounded(answer.case.title or answer.case.id or '')}"
    yield f"Policy: {answer.policy.title} ({answer.policy.id})"
    yield f"Provision: {duty.provision}, {duty.citation}"
    yield f"Force: {restated(duty.force, duty.effective_force) or duty.force}"
    if duty.standing:
        yield "A duty of the agency as such, not of this case"
    if duty.same_act_as:
        yield f"Done by the act of {duty.same_act_as}"
    if duty.part_of:
        yield f"Part of the duty of {duty.part_of}"
    if answer.is_hypothetical:
        yield "Judged as if everything were in force"
    yield f"As of {day(answer.as_of)}. {DISCLAIMER}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _bounded(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _about(answers: dict[tuple[str, str], Evaluation]) -> str:
    return " ".join(filter(None, (left_out(count_left_out(answers.values())), DISCLAIMER)))


# How it is written


@functools.cache
def _text_type() -> Any:
    import icalendar

    class Text(icalendar.vText):
        """A text as RFC 5545 escapes it."""

        def to_ical(self) -> bytes:
            text = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
            return text.replace("\n", "\\n").encode()

    return Text


def _add_text(to: Any, name: str, text: str) -> None:
    to.add(name, _text_type()(text))


def _event(entry: _Entry) -> Any:
    import icalendar

    event = icalendar.Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", entry.stamp)
    _add_due(event, entry)
    _add_text(event, "SUMMARY", entry.summary)
    _add_text(event, "DESCRIPTION", entry.description)
    event.add("STATUS", "TENTATIVE" if entry.tentative else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT")
    return event


def _add_due(event: Any, entry: _Entry) -> None:
    if not isinstance(entry.due, datetime.datetime):
        event.add("DTSTART", entry.due)
        return
    clock = _clock(entry)
    if clock is None:
        at = periods.interval(entry.due, entry.zone)[0]
        event.add("DTSTART", periods.local(at, periods.UTC).replace(microsecond=0))
    else:
        event.add("DTSTART", clock, parameters={"TZID": entry.zone.name})


def _clock(entry: _Entry) -> datetime.datetime | None:
    """What the clocks of the place show when it is due; None where that says too little.

    An hour that the clocks repeat is the first of the two in a calendar, so one in the
    second is given in UTC.
    """
    local = periods.local(periods.interval(entry.due, entry.zone)[0], entry.zone)
    if entry.zone.name == "UTC" or local.year not in _YEARS:
        return None
    if local.replace(fold=0).utcoffset() != local.utcoffset():
        return None
    return local.replace(tzinfo=None, fold=0, microsecond=0)


def _zones(timed: Iterable[_Entry]) -> list[tuple[TimeZone, list[int]]]:
    """The zones on whose clocks something is due, by name, and the years in which."""
    years: dict[str, set[int]] = {}
    for entry in timed:
        clock = _clock(entry)
        if clock is not None:
            years.setdefault(entry.zone.name, set()).add(clock.year)
    return [(periods.zone(name), sorted(years[name])) for name in sorted(years)]


def _described(zone: TimeZone, years: Iterable[int]) -> Any:
    """A time zone as a calendar needs it: its offset at the start of each of the years, and each change."""
    import icalendar

    starts: dict[tuple[datetime.timedelta, datetime.timedelta, str, bool], list[datetime.datetime]] = {}
    for year in years:
        for at, before, after in _changes(zone, year):
            summer = bool(after.dst())
            offsets = _offset(before), _offset(after)
            local = (at + offsets[0]).replace(tzinfo=None)  # On the clocks as they were until then.
            starts.setdefault((*offsets, after.tzname() or zone.name, summer), []).append(local)
    described = icalendar.Timezone()
    described.add("TZID", zone.name)
    for (before_it, after_it, name, summer), times in starts.items():
        part = icalendar.TimezoneDaylight() if summer else icalendar.TimezoneStandard()
        first, *others = sorted(times)
        part.add("DTSTART", first)
        part.add("TZOFFSETFROM", before_it)
        part.add("TZOFFSETTO", after_it)
        part.add("TZNAME", name)
        if others:
            part.add("RDATE", others)
        described.add_component(part)
    return described


def _offset(local: datetime.datetime) -> datetime.timedelta:
    offset = local.utcoffset()
    assert offset is not None
    return offset


def _changes(
    zone: TimeZone, year: int
) -> Iterator[tuple[datetime.datetime, datetime.datetime, datetime.datetime]]:
    """The start of a year, and each change of the clocks in it: when, and the clocks before and after."""
    at = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) - _DAY
    local = at.astimezone(zone.tzinfo)
    yield at, local, local
    while at.year <= year:
        end = at + _DAY
        if at.astimezone(zone.tzinfo).utcoffset() != end.astimezone(zone.tzinfo).utcoffset():
            low, high = at, end
            while high - low > _SECOND:
                middle = (low + (high - low) / 2).replace(microsecond=0)
                same = middle.astimezone(zone.tzinfo).utcoffset() == at.astimezone(zone.tzinfo).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            yield high, low.astimezone(zone.tzinfo), high.astimezone(zone.tzinfo)
        at = end
