"""What follows from the findings: duties with their times, tiers, data classes, retention, exposure."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from aigovkit import periods
from aigovkit.conditions import AtMost, MeetsCadence, Situation, Time, bounds, holds
from aigovkit.engine.explain import open_facts
from aigovkit.engine.reference import applies, verdict_on
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.evaluation import (
    DutyDue,
    DutyStatus,
    ElementClass,
    Exposure,
    Finding,
    RetentionFound,
    Status,
    TierFound,
    Upcoming,
    does_not_bite,
)
from aigovkit.models.risk import RiskTier
from aigovkit.periods import Interval
from aigovkit.rules import Classification, Duty, Penalty, Retention, Rule, Scoring

NO_TIME = "no time is stated"


def duties(rulebook: Rulebook, situation: Situation, findings: Sequence[Finding]) -> tuple[DutyDue, ...]:
    """The duties owed, or possibly owed, one for each record they arise from."""
    found: list[DutyDue] = []
    for finding in findings:
        rule = finding.rule
        if not isinstance(rule, Duty) or does_not_bite(finding.status):
            continue
        unknown = rule.each is not None and situation.value(rule.each) is None
        for at, about in _subjects(rule, situation):
            verdict = Verdict.UNDETERMINED if unknown else verdict_on(rulebook, rule, at)
            if verdict not in SILENT:
                found += _duty(rule, at, about, verdict)
    return tuple(found)


def _subjects(rule: Rule, situation: Situation) -> Iterator[tuple[Situation, str]]:
    if rule.each is None:
        yield situation, ""
        return
    records = situation.value(rule.each)
    if records is None:
        yield situation.at(rule.each.record_type()), ""
        return
    for index, record in enumerate(records):
        yield situation.at(record), getattr(record, "name", None) or f"{rule.each.name}[{index}]"


def _duty(rule: Duty, at: Situation, about: str, verdict: Verdict) -> Iterator[DutyDue]:
    def owed(due: periods.Moment | None, status: DutyStatus, note: str) -> DutyDue:
        by_reading = rule.due.by_reading if rule.due else False
        return DutyDue(
            rule.id,
            rule.bearer,
            rule.statement,
            rule.citation,
            due,
            status,
            rule.force,
            note,
            by_reading,
            about,
        )

    kept = rule.recurrence(at)
    if kept is not None:
        yield from _recurring(kept, at, owed, verdict)
        return
    due, note = _due(rule, at)
    yield owed(due, _status(rule, at, verdict), note)


def _status(rule: Duty, at: Situation, verdict: Verdict) -> DutyStatus:
    if verdict in (Verdict.MET, Verdict.MET_IF_APPLICABLE):
        return DutyStatus.MET
    if verdict is Verdict.OPEN:
        return DutyStatus.OPEN
    if verdict is Verdict.UNDETERMINED:
        return DutyStatus.UNKNOWN
    if rule.deadline is not None and isinstance(rule.done, Time) and holds(rule.done.happened(), at) is True:
        return DutyStatus.MET_LATE
    strict = rule.due is not None and rule.due.strict
    return DutyStatus.OVERDUE if not strict and holds(rule.overdue, at) is True else DutyStatus.UNMET


def _due(rule: Duty, at: Situation) -> tuple[periods.Moment | None, str]:
    if rule.due is None or rule.deadline is None:
        return None, (rule.due.note if rule.due else "") or NO_TIME
    low, high = bounds(rule.deadline, at)
    if low == math.inf:
        return None, rule.due.note or "the time it counts from has not come"
    due = moment(low, high, at.zone) if periods.in_calendar(low) and periods.in_calendar(high) else None
    if due is not None:
        return due, rule.due.note
    open_paths = dict.fromkeys(open_facts(AtMost(rule.deadline, rule.deadline, strict=True), at))
    return (
        None,
        f"unknown until {' and '.join(open_paths)} is known" if open_paths else rule.due.note or NO_TIME,
    )


def moment(low: float, high: float, zone: periods.TimeZone) -> periods.Moment | None:
    """A time as a person writes it: an instant, a day, or None when it spans several days."""
    first, last = periods.day_at(low, zone), periods.day_at(high, zone)
    if first != last:
        return None
    whole: Interval = periods.interval(first, zone)
    return (
        first
        if (low, high) == whole or (low == high == whole[1])
        else periods.local(high, zone)
        if low == high
        else None
    )


_UNDATED = {Verdict.MET: DutyStatus.OPEN, Verdict.BREACHED: DutyStatus.OVERDUE}
"""Where a recurring duty stands of which no day can be named."""


def _recurring(
    kept: MeetsCadence,
    at: Situation,
    owed: Callable[[periods.Moment | None, DutyStatus, str], DutyDue],
    verdict: Verdict,
) -> Iterator[DutyDue]:
    since, occurrences = bounds(kept.since, at), at.value(kept.occurrences)
    anchor = since if kept.anchor is None else bounds(kept.anchor, at)
    end, last_end = (min(time, at.now) for time in bounds(kept.until, at))
    undated = occurrences is None or any(math.isinf(time) for time in (*since, *anchor, end))
    if (
        undated
        or verdict is Verdict.UNDETERMINED
        or periods.day_at(end, at.zone) != periods.day_at(last_end, at.zone)
    ):
        yield owed(None, _UNDATED.get(verdict, DutyStatus.UNKNOWN), NO_TIME)
        return
    first, counted_from, today = (
        periods.day_at(time, at.zone) for time in (since[0], anchor[0], max(end, since[0]))
    )
    done = [periods.day_at(periods.interval(day, at.zone)[0], at.zone) for day in occurrences]
    for missed in kept.cadence.deadlines(first, done, today, counted_from):
        yield owed(missed, DutyStatus.OVERDUE, "a window that passed without it")
    if last_end == at.now:
        yield owed(kept.cadence.next_due(first, done, today, counted_from), DutyStatus.OPEN, "the next time")


def tiers(situation: Situation, findings: Sequence[Finding]) -> tuple[TierFound, ...]:
    """The scores, and the tiers their totals may fall in."""
    found = []
    for finding in findings:
        rule = finding.rule
        if isinstance(rule, Scoring) and not does_not_bite(finding.status):
            low, high = bounds(rule.score, situation)
            reach: tuple[RiskTier, ...] = tuple(
                tier for least, most, tier in rule.bands if low <= most and least <= high
            )
            found.append(TierFound(rule.id, rule.citation, _whole(low), _whole(high), reach))
    return tuple(found)


def _whole(number: float) -> int | None:
    return None if math.isinf(number) else int(number)


def data_classes(rulebook: Rulebook, situation: Situation) -> tuple[ElementClass, ...]:
    """The class of each data element under each rule that gives it one."""
    found = []
    for rule in rulebook.rules:
        if isinstance(rule, Classification):
            for index, element in enumerate(situation.value(rule.each) or ()):
                answer = applies(rulebook, rule, situation.at(element))
                if answer is not False:
                    label = element.name or f"{rule.each.path}[{index}]"
                    found.append(ElementClass(rule.id, rule.citation, label, rule.data_class, answer is True))
    return tuple(found)


def retention(findings: Sequence[Finding]) -> tuple[RetentionFound, ...]:
    """The rules on retention that apply, or may."""
    return tuple(
        RetentionFound(
            finding.rule.id,
            finding.rule.citation,
            finding.rule.retention,
            finding.status is not Status.UNDETERMINED,
        )
        for finding in findings
        if isinstance(finding.rule, Retention) and not does_not_bite(finding.status)
    )


def exposure(situation: Situation, findings: Sequence[Finding]) -> tuple[Exposure, ...]:
    """What violations could cost: bounds only, never one invented figure."""
    found = []
    for finding in findings:
        rule = finding.rule
        if isinstance(rule, Penalty) and not does_not_bite(finding.status):
            least = max(0, bounds(rule.least, situation)[0])
            most = math.inf if rule.most is None else bounds(rule.most, situation)[1]
            certain = finding.status is not Status.UNDETERMINED
            found.append(
                Exposure(
                    rule.id,
                    rule.citation,
                    int(least) if certain else 0,
                    _whole(most),
                    rule.formula,
                    rule.payer,
                    rule.payee,
                    certain,
                )
            )
    return tuple(found)


def upcoming(situation: Situation, findings: Sequence[Finding]) -> tuple[Upcoming, ...]:
    """The provisions that are not in force and start later, with the day where it is known."""
    found = []
    for finding in findings:
        rule = finding.rule
        if finding.status is Status.NOT_IN_FORCE and rule.commencement is not None:
            low, high = bounds(rule.commencement.starts, situation)
            if low > situation.now:
                starts = None if math.isinf(low) or math.isinf(high) else periods.day_at(low, situation.zone)
                found.append(Upcoming(rule.id, rule.citation, starts, rule.statement))
    return tuple(found)
