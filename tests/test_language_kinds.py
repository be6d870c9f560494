"""Each kind of node has all that `aigovkit.language.kinds` says a kind must have: no more is taken on trust.

The tests walk the closed unions, so that a kind added to one of them fails here
until it has an example, a way to be made at random, and each of the rest.
"""

from __future__ import annotations

import datetime
import re
import typing
from typing import Any

import attrs
import pytest
from drawing import Dice, pick
from examples_of_kinds import EXAMPLES, in_a_condition, situations
from random_nodes import ADOPTED, LEVEL, MAKERS, SIGNED, THRESHOLD, Nodes
from random_values import case_of
from small_policies import forbidding

from aigovkit import periods
from aigovkit.engine.reasons import support
from aigovkit.engine.trials import Trials
from aigovkit.engine.unknowns import open_facts
from aigovkit.engine.verdicts import Verdict
from aigovkit.language import ambiguities, kinds, nodes, parameters
from aigovkit.language.kinds import CONDITIONS, QUANTITIES, TIMES, OfAttestation
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import (
    Always,
    AsOf,
    ConditionNode,
    Constant,
    Day,
    Fact,
    HasProvision,
    InForce,
    Length,
    QuantityNode,
    Rebutted,
    SomeOf,
    TimeNode,
)
from aigovkit.language.parameters import (
    BooleanParameter,
    CountParameter,
    EventParameter,
    Parameter,
    ParameterIs,
)
from aigovkit.language.parts import distinct, facts_in, parts
from aigovkit.language.words import proposition, value
from aigovkit.models import FACTS, Data
from aigovkit.paths import attestation_path, general
from aigovkit.situation import Situation

KINDS = (*CONDITIONS, *TIMES, *QUANTITIES)
PARAMETERS = (BooleanParameter, ParameterIs, EventParameter, CountParameter)
SETTINGS = {"attestations.R0", ADOPTED.name, LEVEL.name, SIGNED.name, THRESHOLD.name}
FIXED = (AsOf, Day, Constant, Length)
"""Kinds that read no fact and no parameter."""

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
every_condition = pytest.mark.parametrize("kind", CONDITIONS, ids=lambda kind: kind.__name__)
every_value = pytest.mark.parametrize("kind", (*TIMES, *QUANTITIES), ids=lambda kind: kind.__name__)


def named(at: Situation, several: Any) -> dict[str, Any]:
    """The settings of the situation that a policy has."""
    return {one.name: (at.readings | at.parameters)[one.name] for one in several}


def test_the_unions_hold_every_class_of_node() -> None:
    """Each class of node that is not a base of others is of one of the three unions, and of one only."""
    classes = {  # By name, since a class with slots is made twice.
        one.__name__
        for base in (ConditionNode, TimeNode, QuantityNode)
        for one in base.__subclasses__()
        if one.__module__.startswith("aigovkit.language")
    }
    assert classes == {kind.__name__ for kind in KINDS}
    assert len(KINDS) == len(classes)
    for union, base in ((CONDITIONS, ConditionNode), (TIMES, TimeNode), (QUANTITIES, QuantityNode)):
        assert all(issubclass(kind, base) for kind in union)


def test_every_kind_has_examples_and_can_be_made_at_random() -> None:
    """A kind without an example, or that no property test would ever draw, is found here."""
    assert set(KINDS) == set(EXAMPLES) == set(MAKERS)
    for kind in KINDS:
        assert EXAMPLES[kind]
        made = [*EXAMPLES[kind], MAKERS[kind](Nodes(Dice(1)), 2)]
        assert all(isinstance(one, kind) or (kind is HasProvision and has_one(one)) for one in made)


def has_one(example: Any) -> bool:
    """Whether a test of provisions stands in it: only records of a list have such a fact."""
    return isinstance(example, SomeOf) and isinstance(example.condition, HasProvision)


def test_what_a_kind_must_have_is_stated_once() -> None:
    """The docstring of the unions names the room of each thing that is tried below."""
    stated = set(re.findall(r"`([a-z.]+)`", kinds.__doc__ or ""))
    engine = {f"aigovkit.engine.{name}" for name in ("compile", "trials", "reasons", "unknowns")}
    assert {"nodes", "meaning", "words", "parts", *engine} <= stated


@every_kind
def test_the_fields_of_a_kind_are_typed(kind: type) -> None:
    """Each field of a node says what it takes, and nothing takes just anything."""
    if attrs.has(kind) and not issubclass(kind, Parameter):
        types = typing.get_type_hints(
            kind, {**vars(kinds), **vars(nodes), **vars(ambiguities), **vars(parameters)}
        )
        assert {field.name for field in attrs.fields(kind)} <= set(types)
        assert Any not in types.values()


# A meaning


@every_condition
def test_a_condition_comes_out_every_way_it_can(kind: type) -> None:
    """Among random situations a condition holds, fails and is open; what is fixed or presumed has its own
    answers.
    """
    for example in EXAMPLES[kind]:
        expected = {True, False, None}
        if kind is Always:
            expected = {example.answer}
        elif kind is Rebutted:
            expected = {True, False}
        assert expected == {holds(example, at) for at in situations(example, 300)}


@every_value
def test_a_value_has_bounds(kind: type) -> None:
    """Among random situations a value lies here and there, its lower end never above its upper one; what is
    fixed lies in one place.
    """
    for example in EXAMPLES[kind]:
        found = {bounds(example, at) for at in situations(example, 60) if at.zone.name.endswith("Phoenix")}
        assert all(low <= high for low, high in found)
        assert len(found) == 1 if kind in (Day, Constant, Length) else len(found) > 1


# A compiled form


@every_kind
def test_a_kind_means_the_same_compiled(kind: type) -> None:
    """The compiled form of each kind has the answer of its meaning, in every situation tried."""
    several = [in_a_condition(example) for example in EXAMPLES[kind]]
    expected = {True: Verdict.BREACHED, False: Verdict.NOT_APPLICABLE, None: Verdict.UNDETERMINED}
    made: dict[str, Any] = {}
    for at in situations(nodes.AllOf(tuple(several)), 120):
        policy = made.setdefault(at.zone.name, forbidding(*several, time_zone=at.zone.name))
        read = policy.read(**named(at, policy.rulebook.ambiguities))
        given = read.given(**named(at, policy.rulebook.parameters))
        verdicts = given.verdicts(at.case, periods.local(at.now, at.zone))
        assert [expected[holds(test, at)] for test in several] == list(verdicts)


# Plain English; that no Python is in it is tried in `test_language_words`


@every_condition
def test_a_condition_has_words_as_it_holds_and_as_it_fails(kind: type) -> None:
    """A condition reads as one clause where it holds and another where it fails, with a case and without."""
    for example in EXAMPLES[kind]:
        assert proposition(example) != proposition(example, answer=False)
        for at in situations(example, 40):
            holding, failing = (proposition(example, at, answer) for answer in (True, False))
            assert holding.strip()
            assert failing.strip()
            assert holding != failing


@every_value
def test_a_value_has_words(kind: type) -> None:
    """A time and a number read as words, with a case and without."""
    for example in EXAMPLES[kind]:
        assert value(example).strip()
        assert all(value(example, at).strip() for at in situations(example, 40))


# Parts


def _held(given: Any) -> list[Any]:
    """The nodes, facts and parameters in the fields of a node, whatever tuples they stand in."""
    if isinstance(given, tuple):
        return [one for part in given for one in _held(part)]
    sorts = (ConditionNode, TimeNode, QuantityNode, Fact, Parameter, nodes.AttestedDays)
    return [given] if isinstance(given, sorts) else []


@every_kind
def test_the_parts_of_a_kind_are_all_that_stands_in_its_fields(kind: type) -> None:
    """Nothing that a node holds is missed by a walk through it, in the order of its fields."""
    for example in EXAMPLES[kind]:
        if isinstance(example, nodes.Forward):
            assert (example.condition,) == parts(example)
        elif attrs.has(kind) and not isinstance(example, Fact | Parameter):
            fields = [getattr(example, field.name) for field in attrs.fields(type(example))]
            assert _held(tuple(fields)) == list(parts(example))
        else:
            assert () == parts(example)


# Trial answers


def _answers(trials: Trials, draw: Any, several: list[Any]) -> dict[str, Any]:
    return {fact.name: pick(draw, trials.answers(fact.path, None)) for fact in several}


def _tried(trials: Trials, draw: Any, node: Any) -> Any:
    """A case in which everything the node reads has one of its trial answers."""
    known: dict[str, Any] = {}
    for path in dict.fromkeys(fact.path for fact in facts_in(node)):
        if "[]" in path:
            continue
        answer = pick(draw, trials.answers(path, None))
        kind = getattr(FACTS[path], "record_type", None)
        if kind is not None:
            inside = [fact for fact in facts_in(node) if fact.record is kind]
            answer = [
                kind(**{fact.name: pick(draw, trials.answers(fact.path, None)) for fact in inside})
                for _ in answer
            ]
        known[path] = answer
    attested = {part.provision for part in distinct([node]) if isinstance(part, OfAttestation)}
    answers = {one: pick(draw, trials.answers(attestation_path(one), None)) for one in attested}
    return case_of(known, answers)


SET = {ADOPTED.name: True, LEVEL.name: "low", SIGNED.name: datetime.date(2026, 1, 31), THRESHOLD.name: 2}
"""Values of the parameters with which every test can hold and can fail."""


@every_kind
def test_trial_answers_bring_out_both_answers_to_every_test(kind: type) -> None:
    """What a kind reads has trial answers, and among them some with which a test of it holds, and some with
    which it fails.
    """
    for example in EXAMPLES[kind]:
        test, draw = in_a_condition(example), Dice(3)
        at = attrs.evolve(situations(test, 1)[0], case=case_of({}), readings={}, parameters=dict(SET))
        trials = Trials(tuple(distinct([test])), at)
        found = {holds(test, attrs.evolve(at, case=_tried(trials, draw, test))) for _ in range(300)}
        if kind in (*PARAMETERS, *FIXED, Always):
            assert len(found) == 1
        else:
            assert {True, False} <= found


# Reasons


@every_kind
def test_an_answer_has_reasons_and_an_open_one_something_to_ask(kind: type) -> None:
    """What is settled is so by something that can be told, save what is so by itself; what is open hangs on
    facts or parameters that are not fully known.
    """
    for example in EXAMPLES[kind]:
        test = in_a_condition(example)
        for at in situations(test, 60):
            answer = holds(test, at)
            if answer is None:
                # The hour of a fixed day, and the days of a month, are nothing that anybody could be asked.
                asked = list(open_facts(test, at))
                assert asked or kind in (AsOf, Day, Length) or Data.retention in facts_in(test)
                assert all(general(path) in FACTS or path in SETTINGS for path in asked)
            else:
                told = list(support(test, at, answer))
                assert all(line.strip() for line in told)
                assert told or isinstance(test, Always | InForce)
