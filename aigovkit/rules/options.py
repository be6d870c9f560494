"""The options that builders have in common; `Rule` and `Duty` say what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from aigovkit.citations import Force
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Time
from aigovkit.language.nodes import RecordsFact
from aigovkit.rules.kinds import Duty, Joinable
from aigovkit.rules.times import Commencement, Deadline


class PlainOptions(TypedDict, total=False):
    """Options of every rule, whatever its force and whatever it speaks of."""

    commencement: Commencement | None
    act: Time
    left_open: Sequence[Ambiguity]
    note: str


class AdviceOptions(PlainOptions, total=False):
    """Options of advice, which has no force of its own."""

    each: RecordsFact | None


class ListlessOptions(PlainOptions, total=False):
    """Options of a rule that speaks of the whole case, or names the list it speaks of in a way of its own."""

    force: Force
    promoted_by: Joinable


class RuleOptions(ListlessOptions, total=False):
    """Options of every rule; see `Rule`."""

    each: RecordsFact | None


class RecurringOptions(RuleOptions, total=False):
    """Options of every duty but what it takes to be done; see `Duty`."""

    due: Deadline | None
    gate: Joinable
    step: str
    holds_back: Joinable
    standing: bool


class DutyOptions(RecurringOptions, total=False):
    """Options of every duty; see `Duty`. Without `done` its fulfilment is attested."""

    done: Joinable | Time
    addressees: Mapping[str, Joinable | Time]
    same_act_as: Duty | str
    part_of: Duty | str
