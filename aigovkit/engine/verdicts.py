"""Verdicts: what comes of a rule, as a number with an order, and what it is called."""

from __future__ import annotations

from enum import IntEnum

from aigovkit.answers import Status
from aigovkit.citations import Force, Kind
from aigovkit.language.nodes import NOT_EVER
from aigovkit.rules import Duty, Ground, Referral, Rule


class Verdict(IntEnum):
    """What comes of one rule, before its force gives a breach its name.

    The numbers are an order: of a rule that speaks of several records, the
    highest verdict is the one that is reported.
    """

    NOT_APPLICABLE = 0
    NOT_IN_FORCE = 1
    DISPLACED = 2
    NOTED = 3
    MET_IF_APPLICABLE = 4
    MET = 5
    OPEN = 6
    UNDETERMINED = 7
    BREACHED = 8
    REFERRED = 9
    DISTINGUISHED = 10  # Of the whole case only: what a case was decided on speaks of no records.


# The first three are the ways in which a rule does not bite; which of them is
# named may change as facts are learned, but never between them and the rest.
SILENT = frozenset({Verdict.NOT_APPLICABLE, Verdict.NOT_IN_FORCE, Verdict.DISPLACED})

BREACHES = {
    Force.BINDING: Status.VIOLATED,
    Force.PROPOSED: Status.VIOLATED,
    Force.PRACTICE: Status.DEVIATES,
    Force.RECOMMENDED: Status.SHORTFALL,
    Force.ASPIRATIONAL: Status.SHORTFALL,
    Force.PRECEDENT: Status.SHORTFALL,
    Force.DESCRIPTIVE: Status.SHORTFALL,
}
"""What a breach is called under each force."""


def statuses_of(rule: Rule) -> tuple[Status | None, ...]:
    """The status of each verdict on a rule, in the order of the verdicts; None where it depends on a
    promotion.
    """
    breach = BREACHES[rule.force] if rule.promoted_by == NOT_EVER or isinstance(rule, Referral) else None
    if isinstance(rule, Duty) and rule.standing:
        breach = Status.OPEN  # What the agency owes as such is no breach of this case.
    return (
        Status.NOT_APPLICABLE,
        Status.NOT_IN_FORCE,
        Status.DISPLACED,
        _noted(rule),
        Status.SATISFIED_IF_APPLICABLE,
        Status.SATISFIED,
        Status.OPEN,
        Status.UNDETERMINED,
        breach,
        Status.REFERRED,
        Status.DISTINGUISHED,
    )


def _noted(rule: Rule) -> Status:
    """What it is called that something holds which moves nothing."""
    if isinstance(rule, Ground):
        return Status.MATCHED
    return Status.ADVISED if rule.kind is Kind.ADVICE else Status.NOTED
