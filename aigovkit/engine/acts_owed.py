"""What is owed by several policies, put together: by the act that fulfils it, and by its time.

Two duties are of one act where a fact or an attestation does both, or where the
author of a policy says so. Their wording is never looked at.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

import attrs

from aigovkit import periods
from aigovkit.answers import ActOwed, Deadlines, DutyDue, DutyStatus, PolicyDuty
from aigovkit.citations import Force
from aigovkit.engine.duties import DAYS_NOT_KNOWN, UNTIL
from aigovkit.engine.rulebook import Rulebook
from aigovkit.language.kinds import Condition, Reads, Time
from aigovkit.language.nodes import (
    Always,
    AsOf,
    AtMost,
    Attested,
    AttestedDays,
    AttestedOn,
    Day,
    EventsFact,
    Forward,
    MeetsCadence,
    Named,
    ParameterIs,
    TimeNode,
)
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import walk
from aigovkit.rules import Duty

_POLICYS_OWN = (Parameter, ParameterIs, Forward, *Reads.__args__)
"""What another policy, or the same under other settings, may answer otherwise of the same case: also a term
of which only the name is compared.
"""

_URGENCY = {
    DutyStatus.OVERDUE: 0,
    DutyStatus.UNMET: 0,
    DutyStatus.OPEN: 1,
    DutyStatus.UNKNOWN: 1,
    DutyStatus.MET_LATE: 2,
    DutyStatus.MET: 2,
}
_DONE = (DutyStatus.MET, DutyStatus.MET_LATE)
_FORCES = {Force.BINDING: 0, Force.PROPOSED: 0, None: 1, Force.PRACTICE: 2}
"""The order in which duties of one time stand, by their force; every other force comes after these."""


@attrs.frozen
class Owing:
    """What one policy owes: its name in the answer, its rules, and its duties as they are due."""

    name: str
    rulebook: Rulebook
    duties: Sequence[DutyDue]

    def listed(self) -> Iterator[PolicyDuty]:
        """Its duties, each with the policy."""
        zone = self.rulebook.zone
        for duty in self.duties:
            by = None if duty.due is None else periods.end_of(duty.due, zone)
            yield PolicyDuty(self.name, duty, self.rulebook.time_zone, by)


# By act


def duties_by_act(owing: Iterable[Owing]) -> tuple[ActOwed, ...]:
    """Every duty of every policy in exactly one act, the most urgent act first."""
    groups: dict[Hashable, list[PolicyDuty]] = {}
    # Two keys of one duty say that their acts are one: each key leads to the first of its act.
    leads: dict[Hashable, Hashable] = {}

    def first(key: Hashable) -> Hashable:
        while (further := leads.get(key, key)) != key:
            key = further
        return key

    listed: list[tuple[PolicyDuty, Hashable]] = []
    for one in owing:
        for number, (owed, keys) in enumerate(zip(one.listed(), _keys(one), strict=True)):
            several = keys or [("alone", one.name, number)]
            for key in several[1:]:
                leads[first(key)] = first(several[0])
            listed.append((owed, several[0]))
    for owed, key in listed:
        groups.setdefault(first(key), []).append(owed)
    acts = (ActOwed(tuple(sorted(several, key=_order))) for several in groups.values())
    return tuple(sorted(acts, key=lambda act: _order(act.first)))


def _keys(owing: Owing) -> Iterator[list[Hashable]]:
    """What the act of each duty is known by: equal keys are of one act. None for what stands alone."""
    times: Counter[Hashable] = Counter()
    for duty in owing.duties:
        rule = owing.rulebook.rule(duty.provision)
        if not isinstance(rule, Duty) or (rule.recurs and duty.status is DutyStatus.OVERDUE):
            yield []  # A window that passed is made good by no later act.
            continue
        listed = duty.provision, duty.addressee, duty.about
        times[listed] += 1
        # Which record it is, and how often a rule has spoken of one so called: no two of its rows are one.
        record = (rule.each and rule.each.path, duty.about, times[listed])
        keys: list[Hashable] = []
        done = rule.towards(duty.addressee).done
        if (act := _act(done)) is not None:
            keys.append((owing.name if _is_policys_own(done) else "", record, act))
        if duty.same_act_as or not duty.addressee:
            keys.append((owing.name, record, "provision", duty.same_act_as or duty.provision))
        yield keys


def _act(done: Condition | Time | AttestedDays | EventsFact) -> Hashable | None:
    """What is done, whichever way it is asked whether or when; None where nothing is."""
    match done:
        case Always() | Day():
            return None
        case Named():
            return _act(done.condition)
        case Attested() | AttestedOn() | AttestedDays():
            return "attested", done.provision, done.each and done.each.path
        case MeetsCadence():
            return _act(done.occurrences)
        case AtMost(TimeNode() as time, AsOf(), strict=False):
            return _act(time)
        case _:
            return done


def _is_policys_own(done: Condition | Time) -> bool:
    """Whether the same words may be answered otherwise by another policy."""
    return any(isinstance(node, _POLICYS_OWN) for node in walk(done))


def _order(owed: PolicyDuty) -> tuple[float, ...]:
    """What is late, then what is still to be done, then what is done; the earliest first."""
    force = _FORCES.get(owed.duty.effective_force, 3)
    return _URGENCY[owed.duty.status], math.inf if owed.by is None else owed.by, force


# By time


def deadlines(owing: Iterable[Owing]) -> Deadlines:
    """The duties of every policy that are not known to be done, by their times."""
    dated, undated, unknown = [], [], []
    for one in owing:
        for owed in one.listed():
            if owed.duty.status in _DONE:
                continue
            if owed.by is not None:
                dated.append(owed)
            elif _hangs(one.rulebook, owed.duty):
                unknown.append(owed)
            else:
                undated.append(owed)
    return Deadlines(
        tuple(sorted(dated, key=lambda owed: (owed.by or 0, *_order(owed)))),
        tuple(sorted(undated, key=_order)),
        tuple(sorted(unknown, key=_order)),
    )


def _hangs(rulebook: Rulebook, duty: DutyDue) -> bool:
    """Whether the time of a duty that has no day hangs on what is not known."""
    rule = rulebook.rule(duty.provision)
    if isinstance(rule, Duty) and rule.recurs:
        return duty.status is not DutyStatus.OVERDUE
    return duty.note.startswith((UNTIL, DAYS_NOT_KNOWN))
