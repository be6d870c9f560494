"""Where a duty stands, in words: when it is due, whether it is done, and what of that is not known."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from aigovkit import periods
from aigovkit.answers import DutyDue, DutyStatus
from aigovkit.engine.duties import HOUR_NOT_KNOWN, moment, so_far
from aigovkit.engine.reference import applies
from aigovkit.engine.subjects import subjects
from aigovkit.evaluation import Evaluation
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import ALWAYS
from aigovkit.rules import AnyRule, Duty
from aigovkit.situation import Situation
from aigovkit.wording import day


def is_owed(evaluation: Evaluation, duty: DutyDue) -> bool:
    """Whether it is certain that a duty arises.

    .. versionadded:: 0.1.0
    """
    rulebook = evaluation.policy.rulebook
    rule = rulebook.rule(duty.provision)
    return any(applies(rulebook, rule, where) is True for where in _arising(evaluation, duty))


def is_undone(evaluation: Evaluation, duty: DutyDue) -> bool:
    """Whether it is certain that a duty is not done, or not done in time.

    .. versionadded:: 0.1.0
    """
    rule = evaluation.policy.rule(duty.provision)
    if not isinstance(rule, Duty):
        return False
    return any(holds(rule.towards(duty.addressee).met, at) is False for at in _arising(evaluation, duty))


def _arising(evaluation: Evaluation, duty: DutyDue) -> Iterator[Situation]:
    """The situation in which a duty arises: that of the case, or of a record that is there."""
    for subject in subjects(evaluation.policy.rule(duty.provision), evaluation.situation):
        if subject.is_certain and subject.label == duty.about:
            yield subject.situation


_STANDING = {
    DutyStatus.OVERDUE: "overdue",
    DutyStatus.UNMET: "the step it had to come before was taken",
    DutyStatus.MET_LATE: "done late",
    DutyStatus.OPEN: "open",
    DutyStatus.UNKNOWN: "not known whether done",
    DutyStatus.MET: "done",
}
_OPEN_HOUR = f" ({HOUR_NOT_KNOWN})"


def standing(evaluation: Evaluation, duty: DutyDue) -> str:
    """When a duty is due and where it stands, in words.

    .. versionadded:: 0.1.0
    """
    due, told = duty.note, ""
    if duty.due is not None:
        told = _so_far(evaluation, duty)
        due = f"due {day(duty.due)}" + (_OPEN_HOUR if HOUR_NOT_KNOWN in duty.note else "")
    marked = " (by reading, not printed)" if duty.by_reading else ""
    stands = _STANDING[duty.status]
    if duty.status is DutyStatus.UNMET:
        stands = _unmet(evaluation.policy.rule(duty.provision))
    if duty.status is DutyStatus.UNKNOWN:
        if done := _done(evaluation, duty):
            stands = f"{done}, and not known whether in time"
        elif is_undone(evaluation, duty):
            stands = "not done, and not known whether its time has come"
    return " · ".join(filter(None, (f"{due}{marked}" if due else "", stands, told)))


def _so_far(evaluation: Evaluation, duty: DutyDue) -> str:
    """What is attested of a duty that falls short of its being done."""
    rule = evaluation.policy.rule(duty.provision)
    told = (so_far(rule, where) for where in _arising(evaluation, duty)) if isinstance(rule, Duty) else ()
    return next(filter(None, told), "")


def _unmet(rule: AnyRule) -> str:
    """What has happened without the duty being done."""
    if not isinstance(rule, Duty) or (rule.due is not None and rule.due.strict and not rule.step):
        return _STANDING[DutyStatus.UNMET]
    if rule.step:
        return f"not done before {rule.step}"
    # No step comes into it where the duty is broken as soon as it is known to be undone.
    return "not done" if rule.gate in (ALWAYS, ~rule.met) else _STANDING[DutyStatus.UNMET]


def _done(evaluation: Evaluation, duty: DutyDue) -> str:
    """That a duty was done, and when as far as that is known; empty where it is not known to be done."""
    rule = evaluation.policy.rule(duty.provision)
    time = rule.towards(duty.addressee).done_on if isinstance(rule, Duty) else None
    for where in _arising(evaluation, duty):
        if time is not None and holds(time.happened(), where) is True:
            low, high = bounds(time, where)
            when = moment(low, high, where.zone) if periods.in_calendar(low) else None
            open_hour = low != high and not isinstance(when, datetime.datetime)
            return "done" if when is None else f"done on {day(when)}{_OPEN_HOUR if open_hour else ''}"
    return ""
