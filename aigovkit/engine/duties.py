"""The duties that follow: who must do what, by when, and where that stands."""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from aigovkit import paths, periods
from aigovkit.answers import Attention, DutyDue, DutyStatus
from aigovkit.citations import Force
from aigovkit.engine.breaches import effective_force
from aigovkit.engine.record_verdicts import RecordVerdicts
from aigovkit.engine.reference import verdict_for
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.engine.unknowns import open_facts
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.language.kinds import OfAttestation, Time
from aigovkit.language.meaning import as_read, bounds, holds, listed
from aigovkit.language.nodes import AtMost, MeetsCadence, StartOfDay
from aigovkit.language.words import short_of_done
from aigovkit.models.attestations import Progress
from aigovkit.periods import Interval
from aigovkit.rules import Duty
from aigovkit.situation import Situation

NO_TIME = "no time is stated"
DAYS_NOT_KNOWN = "it is not known when it was done"
NOT_COME = "the time it counts from has not come"
UNTIL = "unknown until "
"""What the note of a duty begins with whose time hangs on facts that are not known."""

HOUR_NOT_KNOWN = "the hour is not known"
"""Said of a day due of which the hour matters, where that it is counted from is known to the day."""
MISSED = "a window that passed without it"
MOST_WINDOWS = 24
"""How many windows that passed are listed one by one; of more, the first half and the last, and how many
lie between.
"""

_BINDING = (Force.BINDING, Force.PROPOSED)
"""The force of what counts as a breach that is called one."""

_UNDATED = {Verdict.MET: DutyStatus.OPEN, Verdict.BREACHED: DutyStatus.OVERDUE}
"""Where a recurring duty stands of which no day can be named."""


def duties(
    rulebook: Rulebook, situation: Situation, verdicts: Sequence[int], judge: Callable[[], RecordVerdicts]
) -> tuple[DutyDue, ...]:
    """The duties owed, or possibly owed, one for each record they arise from. `judge` gives the verdicts for
    each record.
    """
    found: list[DutyDue] = []
    for rule, overall in zip(rulebook.rules, verdicts, strict=True):
        if not isinstance(rule, Duty) or overall in SILENT:
            continue
        of_each = [Verdict(overall)] if rule.each is None else judge().on(rule)
        for subject, verdict in zip(subjects(rule, situation), of_each, strict=True):
            if verdict in SILENT:
                continue
            if not rule.addressees:
                found += _duty(rule, subject, verdict)
            for addressee, _ in rule.addressees:
                owed = rule.towards(addressee)
                found += _duty(owed, subject, verdict_for(rulebook, owed, subject), addressee)
    return tuple(found)


def attention(due: Iterable[DutyDue], referred: int = 0) -> Attention:
    """How many duties of this case that bind, or may, are overdue or unmet; how many that bind were done
    late; and how many decisions are waited for. A part counts with its whole.
    """
    due = tuple(due)
    counted: dict[DutyStatus, set[tuple[str, str]]] = {DutyStatus.OVERDUE: set(), DutyStatus.UNMET: set()}
    perhaps: set[tuple[str, str]] = set()
    late = [duty for duty in due if duty.status in counted and not duty.standing]
    for duty in sorted(late, key=lambda duty: bool(duty.part_of)):  # Each whole before its parts.
        key = (duty.part_of or duty.provision, duty.about)
        if duty.effective_force is None:
            perhaps.add(key)
        elif duty.effective_force in _BINDING and not (
            duty.part_of and any(key in others for others in counted.values())
        ):
            counted[duty.status].add(key)
    done_late = {
        (duty.part_of or duty.provision, duty.about)
        for duty in due
        if duty.status is DutyStatus.MET_LATE and not duty.standing and duty.effective_force in _BINDING
    }
    return Attention(
        overdue=len(counted[DutyStatus.OVERDUE]),
        unmet=len(counted[DutyStatus.UNMET]),
        referred=referred,
        perhaps=len(perhaps),
        met_late=len(done_late.difference(*counted.values())),
    )


def _duty(rule: Duty, subject: Subject, verdict: Verdict, addressee: str = "") -> Iterator[DutyDue]:
    kept = rule.recurrence(subject.situation)
    if kept is not None:
        for due, status, note in _recurring(kept, subject.situation, verdict):
            yield _owed(rule, subject, due, status, note)
        return
    due, note = _due(rule, subject.situation)
    status = _status(rule, subject.situation, verdict)
    if rule.step and note in (NO_TIME, NOT_COME) and status in (DutyStatus.OPEN, DutyStatus.UNKNOWN):
        note = f"needed before {rule.step}"
    yield _owed(rule, subject, due, status, note, addressee)


def so_far(rule: Duty, at: Situation) -> str:
    """What is attested of a duty that falls short of its being done; empty where nothing does, or where its
    fulfilment is not attested.

    .. versionadded:: 0.1.0
    """
    attested = _attested_by(rule, at)
    return short_of_done(attested, at) if attested is not None else ""


def _attested_by(rule: Duty, at: Situation) -> OfAttestation | None:
    """The attestation by which a duty is done; None where that is not attested."""
    done = as_read(rule.done, at)
    if isinstance(done, MeetsCadence):
        done = done.occurrences
    return done if isinstance(done, OfAttestation) else None


def _progress(rule: Duty, at: Situation) -> Progress | None:
    """How far a duty has come, where that is attested."""
    attested = _attested_by(rule, at)
    said = None if attested is None else at.attestation(attested.provision, attested.each)
    return said.met if said is not None and isinstance(said.met, Progress) else None


def _owed(
    rule: Duty,
    subject: Subject,
    due: periods.Moment | None,
    status: DutyStatus,
    note: str,
    addressee: str = "",
) -> DutyDue:
    if rule.each is not None and subject.index is not None:
        path = rule.each.path
        note = note.replace(f"{path}[].", f"{paths.of_record(path, subject.index)}.")
    return DutyDue(
        provision=rule.id,
        actor=rule.bearer,
        act=rule.statement,
        citation=rule.citation,
        due=due,
        status=status,
        force=rule.force,
        effective_force=effective_force(rule, subject.situation),
        note="; ".join(filter(None, (note, so_far(rule, subject.situation)))),
        by_reading=rule.due.by_reading if rule.due else False,
        about=subject.label,
        addressee=addressee,
        progress=_progress(rule, subject.situation),
        standing=rule.standing,
        same_act_as=rule.same_act_as,
        part_of=rule.part_of,
    )


def _status(rule: Duty, at: Situation, verdict: Verdict) -> DutyStatus:
    if verdict in (Verdict.MET, Verdict.MET_IF_APPLICABLE):
        return DutyStatus.MET
    if verdict is Verdict.OPEN:
        return DutyStatus.OPEN
    if verdict is Verdict.UNDETERMINED:
        return DutyStatus.UNKNOWN
    done = rule.done_on
    if rule.deadline is not None and done is not None and holds(done.happened(), at) is True:
        return DutyStatus.MET_LATE
    strict = rule.due is not None and rule.due.strict
    return DutyStatus.OVERDUE if not strict and holds(rule.overdue, at) is True else DutyStatus.UNMET


def _due(rule: Duty, at: Situation) -> tuple[periods.Moment | None, str]:
    """The day or instant by which a duty is to be done, and what is to be said of it."""
    if rule.due is None or rule.deadline is None:
        return None, (rule.due.note if rule.due else "") or NO_TIME
    due, note = named_time(rule.deadline, at)
    if due is not None:
        return due, "; ".join(filter(None, (rule.due.note, note)))
    return None, (rule.due.note or note) if note in (NO_TIME, NOT_COME) else note


def named_time(time: Time, at: Situation) -> tuple[periods.Moment | None, str]:
    """A time as a person writes it, and what of it is open; or None, and why no day can be named."""
    low, high = bounds(time, at)
    if low == math.inf:
        return None, NOT_COME
    found = moment(low, high, at.zone) if periods.in_calendar(low) and periods.in_calendar(high) else None
    if found is None:
        return None, _until_known([time], at)
    return found, HOUR_NOT_KNOWN if low != high and not isinstance(found, datetime.datetime) else ""


def moment(low: float, high: float, zone: periods.TimeZone) -> periods.Moment | None:
    """A time as a person writes it: an instant, a day, or None when it spans several days."""
    first, last = periods.day_at(low, zone), periods.day_at(high, zone)
    if first != last:
        return None
    whole: Interval = periods.interval(first, zone)
    if (low, high) == whole or (low == high == whole[1]):
        return first
    return periods.local(high, zone) if low == high else None


def _recurring(
    kept: MeetsCadence, at: Situation, verdict: Verdict
) -> Iterator[tuple[periods.Moment | None, DutyStatus, str]]:
    """Each window that passed without an occurrence, and the next time.

    Where the days hang on a start that may lie on several, none is named: the
    next thing learnt could move them.
    """
    since, occurrences = bounds(kept.since, at), listed(kept.occurrences, at)
    anchor = since if kept.anchor is None else bounds(kept.anchor, at)
    end, last_end = (min(time, at.now) for time in bounds(kept.until, at))
    undated = occurrences is None or any(math.isinf(time) for time in (*since, *anchor, end))
    if (
        undated
        or verdict is Verdict.UNDETERMINED
        or periods.day_at(end, at.zone) != periods.day_at(last_end, at.zone)
    ):
        has_begun = math.isfinite(since[0]) and since[1] <= at.now
        note = DAYS_NOT_KNOWN if occurrences is None and has_begun else NO_TIME
        yield None, _UNDATED.get(verdict, DutyStatus.UNKNOWN), note
        return
    counted_from = {periods.day_at(time, at.zone) for time in anchor}
    done = [periods.day_at(periods.interval(day, at.zone)[0], at.zone) for day in occurrences]
    several = set()
    for start, first in itertools.product(since, counted_from):
        times = (start, max(end, start))
        several.add(tuple(_windows(kept, *times, first, done, at)))
    if len(several) == 1 and (len(counted_from) == 1 or not kept.cadence.by_anniversary):
        yield from several.pop()
    else:
        yield None, _UNDATED.get(verdict, DutyStatus.UNKNOWN), _until_known(_days_of(kept), at)


def _windows(
    kept: MeetsCadence,
    start: float,
    end: float,
    counted_from: datetime.date,
    done: Sequence[datetime.date],
    at: Situation,
) -> Iterator[tuple[periods.Moment | None, DutyStatus, str]]:
    """The windows from one day on: those that passed without an occurrence, and the one that runs."""
    first, today = periods.day_at(start, at.zone), periods.day_at(end, at.zone)
    missed = kept.cadence.missed(first, done, today, counted_from, most=MOST_WINDOWS)
    for day in missed.first:
        yield day, DutyStatus.OVERDUE, MISSED
    if between := missed.number - len(missed.first) - len(missed.last):
        listed_apart = f"{between:,} of the {missed.number:,} windows that passed without it"
        yield None, DutyStatus.OVERDUE, f"{listed_apart}, between those listed"
    for day in missed.last:
        yield day, DutyStatus.OVERDUE, MISSED
    following = kept.cadence.next_due(first, done, today, counted_from)
    # Counted from the last time, a window that passed is the next one still, until it is made up for.
    if min(bounds(kept.until, at)[1], at.now) == at.now and not (following and following < today):
        yield following, DutyStatus.OPEN, "the next time"


def _days_of(kept: MeetsCadence) -> Iterator[Time]:
    """The days from which the windows are counted; their hours do not matter."""
    for time in (kept.since, kept.anchor):
        if time is not None:
            yield StartOfDay(time)


def _until_known(times: Iterable[Time], at: Situation) -> str:
    """What has to be known before a time can be named."""
    several = [AtMost(time, time, strict=True) for time in times]
    open_paths = dict.fromkeys(path for test in several for path in open_facts(test, at))
    return f"{UNTIL}{' and '.join(open_paths)} is known" if open_paths else NO_TIME
