"""Witnesses: for each rule a case in which it applies, and a neighbour, one fact away, in which it does not.

A rule without a witness can never fire; one without a neighbour can never be
avoided. Either is a fault of the rule, or of the text it models.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import attrs

from aigovkit.engine.reference import applies
from aigovkit.engine.rulebook import rule_nodes
from aigovkit.engine.settings import Settings
from aigovkit.engine.stand_ins import blank_records
from aigovkit.engine.ways import Choices, Ways, case_of, parameters_of, without_records_of
from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import AllOf, RecordsFact
from aigovkit.language.parameters import Parameter
from aigovkit.models.case import Attestation, Case
from aigovkit.periods import Moment
from aigovkit.rules import AnyRule
from aigovkit.rules.effects import prevails, triggered

STEPS = 20_000
"""How many choices and tests the search for one witness may make."""


@attrs.frozen
class Witness:
    """A case in which a rule applies, the neighbour in which it does not, what differs, and the parameters
    of both. `changed` is the path of a fact or the name of a parameter.
    """

    applies: Case
    does_not: Case | None
    changed: str | None
    parameters: dict[str, Any]
    neighbour_parameters: dict[str, Any]


def find_witness(policy: Settings, provision: str, as_of: Moment) -> Witness | None:
    """A witness of one rule under the settings of a policy, or None when none was found."""
    rule = policy.rule(provision)
    ways = Ways(policy, as_of, STEPS)
    exceptions = ways.rulebook.exceptions.get(rule.id, ())
    displaced = [~triggered(one) | ~prevails(one, rule) for one in exceptions]
    wanted = AllOf((triggered(rule), rule.in_force, *displaced))
    start: Choices = {}
    if rule.each is not None:
        start = {rule.each.path: blank_records(rule.each.record_type, 1)}
    for choices in ways.ways(wanted, True, start, _speaking_of(rule)):
        if _applies(ways, rule, choices) is True:
            neighbours = _neighbours(ways, rule, choices)
            for changed, one, other in itertools.chain(neighbours, _settled(ways, rule, wanted, choices)):
                if _applies(ways, rule, other) is False and _applies(ways, rule, one) is True:
                    parameters = parameters_of(one), parameters_of(other)
                    return Witness(case_of(one), case_of(other), changed, *parameters)
            return Witness(case_of(choices), None, None, parameters_of(choices), parameters_of(choices))
    return None


def _applies(ways: Ways, rule: AnyRule, choices: Choices) -> bool | None:
    """Whether the rule applies: of a rule on records, to the first of them."""
    if rule.each is not None and not choices.get(rule.each.path):
        return False if choices.get(rule.each.path) == () else None
    return applies(ways.rulebook, rule, ways.under(choices, _speaking_of(rule)))


def _speaking_of(rule: AnyRule) -> tuple[RecordsFact, ...]:
    """The lists of which a rule speaks one record at a time."""
    return () if rule.each is None else (rule.each,)


def _neighbours(ways: Ways, rule: AnyRule, choices: Choices) -> Iterator[tuple[str, Choices, Choices]]:
    """What can be changed of some choices, or of the parameters that the rule reads; with the choices before
    and after.
    """
    situation = ways.under(choices)
    slots: Choices = dict(choices)
    for node in rule_nodes(rule):
        if isinstance(node, Parameter):
            slots[node] = situation.parameter(node)
    for slot, value in slots.items():
        name = slot if isinstance(slot, str) else slot.name
        for other in _other_answers(ways, slot, value):
            yield name, choices, _with(choices, slot, other)


def _settled(
    ways: Ways, rule: AnyRule, wanted: Condition, choices: Choices
) -> Iterator[tuple[str, Choices, Choices]]:
    """The same, where the change leaves open whether the rule applies, with more chosen that settles it."""
    for slot, value in choices.items():
        for other in _other_answers(ways, slot, value):
            for settled in ways.ways(wanted, False, _with(choices, slot, other), _speaking_of(rule)):
                yield str(slot), _with(settled, slot, value), settled


def _with(choices: Choices, slot: str | Parameter, value: Any) -> Choices:
    """Some choices with one changed. The records of a list that is changed are others."""
    kept = without_records_of(choices, slot) if isinstance(slot, str) else choices
    return {**kept, slot: value}


def _other_answers(ways: Ways, slot: Any, value: Any) -> list[Any]:
    if isinstance(value, Attestation):
        return [Attestation(met=not value.done)]
    return [other for other in ways.answers(slot) if other != value]
