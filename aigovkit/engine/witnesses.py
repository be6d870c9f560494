"""Witnesses: for each rule a case in which it applies, and a neighbour, one fact away, in which it does not.

A rule without a witness can never fire; one without a neighbour can never be
avoided. Either is a fault of the rule, or of the text it models.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from typing import Any

import attrs

from aigovkit import periods
from aigovkit.engine.reference import applies
from aigovkit.engine.rulebook import triggered
from aigovkit.engine.settings import Settings, end_of
from aigovkit.facts import Boolean, Count, Duration, Event, Events, Money, Place, Term, Terms, TermSet
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import (
    AllOf,
    Always,
    AnyOf,
    AtMost,
    Attested,
    AttestedOn,
    ByReading,
    Constant,
    Day,
    EachOf,
    Fact,
    Forward,
    Has,
    HasOnly,
    InForce,
    IsIn,
    MeetsCadence,
    Named,
    Not,
    ParameterIs,
    Rebutted,
    SomeOf,
    Within,
)
from aigovkit.language.parameters import (
    BooleanParameter,
    ChoiceParameter,
    CountParameter,
    EventParameter,
    Parameter,
)
from aigovkit.language.parts import walk
from aigovkit.models.case import FACTS, Attestation, Case
from aigovkit.periods import Moment, Occurrence, Period
from aigovkit.rules import Rule
from aigovkit.situation import Situation

STEPS = 20_000
"""How many steps the search for one witness may take."""

Choices = dict[str, Any]
"""Answers by the paths of facts; `attestations.` and `parameters.` begin the paths of attestations and
parameters.
"""


@attrs.frozen
class Witness:
    """A case in which a rule applies, the neighbour in which it does not, the fact that differs, and the
    parameters of both.
    """

    applies: Case
    does_not: Case | None
    changed: str | None
    parameters: dict[str, Any]
    neighbour_parameters: dict[str, Any]


def find_witness(policy: Settings, provision: str, as_of: Moment) -> Witness | None:
    """A witness of one rule under the settings of a policy, or None when none was found."""
    search = _Search(policy, policy.rule(provision), as_of)
    for choices in search.ways_to_apply():
        if search.applies(choices) is True:
            case, parameters = search.build(choices)
            for path, changed in search.neighbours(choices):
                if search.applies(changed) is False:
                    other, other_parameters = search.build(changed)
                    return Witness(case, other, path, parameters, other_parameters)
            return Witness(case, None, None, parameters, parameters)
    return None


class _Search:
    def __init__(self, policy: Settings, rule: Rule, as_of: Moment) -> None:
        self.policy, self.rule = policy, rule
        self.zone = policy.rulebook.zone
        self.now = end_of(as_of, self.zone)
        today = periods.day_at(self.now, self.zone)
        self.days = [today - datetime.timedelta(days=n) for n in (400, 35, 10, 2, 1, 0)] + [
            today + datetime.timedelta(days=n) for n in (1, 40, 800)
        ]
        named = {node.day for node in policy.rulebook.nodes if isinstance(node, Day)}
        self.days += sorted({day + datetime.timedelta(days=n) for day in named for n in (-1, 0, 1)})
        constants = {node.number for node in policy.rulebook.nodes if isinstance(node, Constant)}
        self.numbers = sorted({0, 1, *(number + n for number in constants for n in (-1, 0, 1))})
        self.steps = STEPS

    # Trying.

    def build(self, choices: Choices) -> tuple[Case, dict[str, Any]]:
        """The case and the parameters of some choices."""
        case = Case()
        for path in choices:
            if "[0]" in path:
                list_path = path.partition("[0]")[0]
                case = case.with_answer(list_path, [FACTS[list_path].record_type()])  # type: ignore[attr-defined]
        parameters: dict[str, Any] = {}
        for path, value in choices.items():
            if path.startswith("parameters."):
                parameters[path.removeprefix("parameters.")] = value
            else:
                case = case.with_answer(path, value)
        return case, parameters

    def situation(self, choices: Choices) -> Situation:
        case, parameters = self.build(choices)
        readings = dict(self.policy.readings)
        situation = Situation(
            case, self.now, self.zone, readings, {**dict(self.policy.parameters), **parameters}
        )
        if self.rule.each is not None:
            records = situation.value(self.rule.each)
            return situation.at(records[0] if records else self.rule.each.record_type())
        return situation

    def applies(self, choices: Choices) -> bool | None:
        situation = self.situation(choices)
        if self.rule.each is not None and not situation.value(self.rule.each):
            return False if situation.value(self.rule.each) == () else None
        return applies(self.policy.rulebook, self.rule, situation)

    def ways_to_apply(self) -> Iterator[Choices]:
        """Choices under which the rule may apply."""
        wanted = [triggered(self.rule), self.rule.in_force]
        wanted += [
            ~triggered(exception) for exception in self.policy.rulebook.exceptions.get(self.rule.id, ())
        ]
        start: Choices = {}
        if self.rule.each is not None:
            start = {self.rule.each.path: [self.rule.each.record_type()]}
        yield from self.ways(AllOf(tuple(wanted)), True, start)

    def neighbours(self, choices: Choices) -> Iterator[tuple[str, Choices]]:
        """The same choices with one of them changed."""
        for path, value in choices.items():
            for other in self.others(path, value):
                changed = {**choices, path: other}
                yield (
                    path,
                    {p: v for p, v in changed.items() if other != () or not p.startswith(f"{path}[0]")},
                )

    def others(self, path: str, value: Any) -> list[Any]:
        if isinstance(value, Attestation):
            return [Attestation(met=not value.met)]
        if isinstance(value, bool):
            return [not value]
        if path.startswith("parameters."):
            return [v for v in self.of_parameter(path.removeprefix("parameters.")) if v != value]
        declared = FACTS.get(path.replace("[0]", "[]"))
        if isinstance(declared, Term):
            return [term for term in declared.vocabulary if term != value]
        if isinstance(declared, Terms):
            return [TermSet(), *(TermSet([term]) for term in declared.vocabulary)]
        if isinstance(value, list | tuple):
            return [()]
        return [v for v in self.candidates(declared) if v != value]

    # Solving.

    def ways(self, node: Any, want: bool, so_far: Choices) -> Iterator[Choices]:
        """Choices that extend those chosen so far, under which the condition has the answer wanted."""
        self.steps -= 1
        if self.steps <= 0:
            return
        match node:
            case Always(answer):
                yield from [so_far] if answer is want else []
            case Not(inner):
                yield from self.ways(inner, not want, so_far)
            case Named() | Forward():
                yield from self.ways(node.condition, want, so_far)
            case Rebutted(inner):
                yield from self.ways(inner, want, so_far)
            case ByReading(ambiguity, options):
                reading = dict(self.policy.readings).get(ambiguity.name, ambiguity.default)
                yield from self.ways(dict(options)[reading], want, so_far)
            case AllOf(several) | AnyOf(several):
                if isinstance(node, AllOf) is want:
                    yield from self.all_ways(several, want, so_far)
                else:
                    for part in several:
                        yield from self.ways(part, want, so_far)
            case Boolean():
                yield from self.choose(self.path(node), want, so_far)
            case Attested(provision):
                yield from self.choose(f"attestations.{provision}", Attestation(met=want), so_far)
            case IsIn(fact, terms):
                for term in list[Any](fact.vocabulary):
                    if (term in terms) is want:
                        yield from self.choose(self.path(fact), term, so_far)
            case Has(fact, term):
                yield from self.choose_terms(fact, want, term, so_far)
            case HasOnly(fact, terms):
                known = so_far.get(self.path(fact), TermSet.partial())
                for extra in [[], *([t] for t in fact.vocabulary)]:
                    full: Any = TermSet([*known.yes, *extra])
                    if (
                        full.has_only(terms) is want
                        and not (known.no and full.yes & known.no)
                        and (known.no is not None or known == full)
                    ):
                        yield {**so_far, self.path(fact): full}
            case Within(fact, place):
                yield from self.choose(self.path(fact), place if want else "elsewhere", so_far)
            case SomeOf(collection, inner) | EachOf(collection, inner):
                path = self.path(collection)
                if isinstance(node, SomeOf) is want:
                    start = so_far if path in so_far else {**so_far, path: [collection.record_type()]}
                    yield from self.ways(inner, want, start) if start[path] else []
                else:
                    yield from self.choose(path, (), so_far)
            case BooleanParameter(name):
                yield from self.choose(f"parameters.{name}", want, so_far)
            case ParameterIs(parameter, choice):
                for value in parameter.choices:
                    if (value == choice) is want:
                        yield from self.choose(f"parameters.{parameter.name}", value, so_far)
            case AtMost() | MeetsCadence() | InForce():
                yield from self.tried(node, want, so_far)

    def all_ways(self, several: tuple[Any, ...], want: bool, so_far: Choices) -> Iterator[Choices]:
        if not several:
            yield so_far
            return
        first, *rest = several
        for choices in self.ways(first, want, so_far):
            yield from self.all_ways(tuple(rest), want, choices)

    def choose(self, path: str, value: Any, so_far: Choices) -> Iterator[Choices]:
        if path not in so_far:
            yield {**so_far, path: value}
        elif so_far[path] == value:
            yield so_far

    def choose_terms(self, fact: Any, want: bool, term: Any, so_far: Choices) -> Iterator[Choices]:
        path = self.path(fact)
        known = so_far.get(path, TermSet.partial())
        if known.has(term) is want:
            yield so_far
        elif known.has(term) is None:
            yes, no = set(known.yes), set(known.no or ())
            (yes if want else no).add(term)
            yield {**so_far, path: TermSet.partial(yes=yes, no=no)}

    def tried(self, node: Any, want: bool, so_far: Choices) -> Iterator[Choices]:
        """Every way of giving the open values inside a comparison one of the candidates."""
        slots: dict[str, list[Any]] = {}
        for part in walk(node):
            if isinstance(part, Fact) and not isinstance(part, Boolean) and self.path(part) not in so_far:
                slots[self.path(part)] = self.candidates(part)
            elif isinstance(part, Boolean) and self.path(part) not in so_far:
                slots[self.path(part)] = [True, False]
            elif isinstance(part, AttestedOn) and f"attestations.{part.provision}" not in so_far:
                slots[f"attestations.{part.provision}"] = [
                    Attestation(met=False),
                    *(Attestation(met=True, on=day) for day in self.days),
                ]
            elif isinstance(part, Parameter) and f"parameters.{part.name}" not in so_far:
                slots[f"parameters.{part.name}"] = self.of_parameter(part.name)
        for values in itertools.product(*slots.values()):
            self.steps -= 1
            if self.steps <= 0:
                return
            choices = {**so_far, **dict(zip(slots, values, strict=True))}
            if holds(node, self.situation(choices)) is want:
                yield choices

    def candidates(self, fact: Any) -> list[Any]:
        match fact:
            case Event():
                return [Occurrence.NEVER, *self.days]
            case Events():
                spread = tuple(self.days[0] + datetime.timedelta(days=n) for n in range(0, 401, 20))
                return [(), spread, *((day,) for day in self.days)]
            case Count():
                return list(self.numbers)
            case Money():
                return [number // 100 for number in self.numbers]
            case Duration():
                return [Period(seconds=number) for number in self.numbers if number >= 0]
            case Term():
                vocabulary: Any = fact.vocabulary
                return list(vocabulary)
            case Terms():
                return [TermSet(), *(TermSet([term]) for term in fact.vocabulary)]
            case Place():
                return ["elsewhere"]
            case _:
                return []

    def of_parameter(self, name: str) -> list[Any]:
        parameter = next(p for p in self.policy.rulebook.parameters if p.name == name)
        match parameter:
            case EventParameter():
                return [self.days[0] - datetime.timedelta(days=400), *self.days, Occurrence.NEVER]
            case BooleanParameter():
                return [True, False]
            case ChoiceParameter():
                return list(parameter.choices)
            case CountParameter():
                return list(self.numbers)
            case _:
                return []

    def path(self, fact: Any) -> str:
        return str(fact.path).replace("[]", "[0]", 1)
