"""Witnesses: for each rule a case in which it applies, and a neighbour, one fact away, in which it does not.

A rule without a witness can never fire; one without a neighbour can never be
avoided. Either is a fault of the rule, or of the text it models.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from aigovkit.engine.reference import applies
from aigovkit.engine.rulebook import rule_nodes, triggered
from aigovkit.engine.settings import Settings
from aigovkit.engine.stand_ins import blank_records
from aigovkit.engine.ways import Choices, Ways, case_of, parameters_of, without_records_of
from aigovkit.language.nodes import AllOf
from aigovkit.language.parameters import Parameter
from aigovkit.models.case import Attestation, Case
from aigovkit.periods import Moment
from aigovkit.rules import Rule

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
    for choices in _ways_to_apply(ways, rule):
        if _applies(ways, rule, choices) is not True:
            continue
        case, parameters = case_of(choices), parameters_of(choices)
        for changed, other in _neighbours(ways, rule, choices):
            if _applies(ways, rule, other) is False:
                return Witness(case, case_of(other), changed, parameters, parameters_of(other))
        return Witness(case, None, None, parameters, parameters)
    return None


def _ways_to_apply(ways: Ways, rule: Rule) -> Iterator[Choices]:
    """Choices under which the rule may apply."""
    exceptions = ways.rulebook.exceptions.get(rule.id, ())
    wanted = (triggered(rule), rule.in_force, *(~triggered(exception) for exception in exceptions))
    start: Choices = {}
    if rule.each is not None:
        start = {rule.each.path: blank_records(rule.each.record_type, 1)}
    return ways.ways(AllOf(wanted), True, start, rule.each)


def _applies(ways: Ways, rule: Rule, choices: Choices) -> bool | None:
    """Whether the rule applies: of a rule on records, to the first of them."""
    if rule.each is not None and not choices.get(rule.each.path):
        return False if choices.get(rule.each.path) == () else None
    return applies(ways.rulebook, rule, ways.under(choices, rule.each))


def _neighbours(ways: Ways, rule: Rule, choices: Choices) -> Iterator[tuple[str, Choices]]:
    """The same choices with one of them changed, or a parameter that the rule reads, and what that is."""
    situation = ways.under(choices)
    slots: Choices = dict(choices)
    for node in rule_nodes(rule):
        if isinstance(node, Parameter):
            slots[node] = situation.parameter(node)
    for slot, value in slots.items():
        name = slot if isinstance(slot, str) else slot.name
        for other in _other_answers(ways, slot, value):
            # Without its records a list has none of their facts.
            kept = choices if other else without_records_of(choices, name)
            yield name, {**kept, slot: other}


def _other_answers(ways: Ways, slot: Any, value: Any) -> list[Any]:
    if isinstance(value, Attestation):
        return [Attestation(met=not value.met)]
    return [other for other in ways.answers(slot) if other != value]
