"""Ways to give a condition the answer that is wanted, by choosing facts and parameters one by one."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from typing import Any, assert_never

from aigovkit import paths, periods
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.settings import Settings
from aigovkit.engine.stand_ins import StandIn, blank_records
from aigovkit.engine.trials import Trials
from aigovkit.engine.unknowns import open_facts
from aigovkit.facts import Records, TermSet
from aigovkit.language.kinds import Condition
from aigovkit.language.meaning import as_read, holds
from aigovkit.language.nodes import (
    AllOf,
    Always,
    AnyOf,
    AtMost,
    Attested,
    BooleanFact,
    ByReading,
    EachOf,
    Forward,
    Has,
    HasOnly,
    HasProvision,
    InForce,
    IsIn,
    LiesIn,
    MeetsCadence,
    Named,
    Not,
    ParameterIs,
    Rebutted,
    RecordsFact,
    SomeOf,
    Within,
)
from aigovkit.language.parameters import BooleanParameter, Parameter
from aigovkit.models.case import FACTS, Case
from aigovkit.periods import Moment
from aigovkit.situation import Situation

Choices = dict[str | Parameter, Any]
"""What is chosen: answers by the paths of facts and attestations, and values of parameters.

A list stands before the facts of its records.
"""


class Ways:
    """The search for choices under which conditions have the answers wanted, of everything left unknown.

    `steps` says how many choices and tests the search may still make.
    """

    def __init__(self, settings: Settings, as_of: Moment, steps: int) -> None:
        self.unset: Settings = settings
        self.rulebook: Rulebook = settings.rulebook
        self.as_of: Moment = as_of
        self.steps: int = steps
        nothing = Case()
        self.stand_in: StandIn = StandIn(nothing)
        self.loaded: Choices = {}
        self.situation: Situation = settings.situation(self.stand_in.case, as_of)
        at = settings.situation(nothing, as_of)
        self.trials: Trials = Trials(self.rulebook.nodes, at, any_settings=True)
        self.parameters: dict[str, Parameter] = {
            parameter.name: parameter for parameter in self.rulebook.parameters
        }

    def under(self, choices: Choices, at: tuple[RecordsFact, ...] = ()) -> Situation:
        """What conditions are judged on under some choices; with `at`, for the first record of some lists.

        It holds until other choices are asked for.
        """
        self._load(choices)
        self.situation.forget()
        found = self.situation
        for collection in at:
            found = found.at(collection, found.value(collection)[0])
        return found

    def _load(self, choices: Choices) -> None:
        """Put the choices into the stand-in, as far as they differ from those in it."""
        loaded = self.loaded
        for key in reversed(list(loaded)):
            if key not in choices or choices[key] is not loaded[key]:
                self._forget(key)
        changed = {key: value for key, value in choices.items() if key not in loaded}
        for key, value in changed.items():
            if isinstance(key, str):
                self.stand_in.put(key, value)
        loaded |= changed
        if any(isinstance(key, Parameter) for key in changed):
            self._set()

    def _forget(self, key: str | Parameter) -> None:
        if key in self.loaded:
            del self.loaded[key]
            if isinstance(key, Parameter):
                self._set()
            else:
                for below in [one for one in self.loaded if _is_below(one, key)]:
                    self._forget(below)
                self.stand_in.put(key, None)

    def _set(self) -> None:
        given = parameters_of(self.loaded)
        self.situation = self.unset.given(**given).situation(self.stand_in.case, self.as_of)

    # Solving.

    def ways(
        self, node: Condition, want: bool, so_far: Choices, at: tuple[RecordsFact, ...] = ()
    ) -> Iterator[Choices]:
        """Choices that extend those made so far, under which a condition has the answer wanted.

        With `at` it is judged for the first record of those lists.
        """
        self.steps -= 1
        if self.steps <= 0:
            return
        match node:
            case Always(answer):
                yield from [so_far] if answer is want else []
            case Not(inner):
                yield from self.ways(inner, not want, so_far, at)
            case Named() | Forward():
                yield from self.ways(node.condition, want, so_far, at)
            case Rebutted(inner):
                yield from self.ways(inner, want, so_far, at)
            case ByReading():
                yield from self.ways(as_read(node, self.situation), want, so_far, at)
            case AllOf(several) | AnyOf(several):
                if isinstance(node, AllOf) is want:
                    yield from self._all(several, want, so_far, at)
                else:
                    for part in several:
                        yield from self.ways(part, want, so_far, at)
            case SomeOf(collection, inner) | EachOf(collection, inner):
                enough = isinstance(node, SomeOf) is want
                yield from self._of_records(collection, inner, want, enough, so_far, at)
            case Has(fact, term):
                path = paths.numbered(fact.path, 0)
                if fact.where is None:
                    yield from self._of_terms(path, term, want, so_far)
                    return
                for choices in self.ways(fact.where, True, so_far, at):
                    yield from self._of_terms(path, term, want, choices)
                if not want:
                    yield from self.ways(fact.where, False, so_far, at)
            case BooleanFact() | IsIn() | HasOnly() | Within() | HasProvision() | Attested() | AtMost():
                yield from self._tried(node, want, so_far, at)
            case MeetsCadence():
                yield from self._tried(node, want, so_far, at)
            case BooleanParameter() | ParameterIs() | InForce() | LiesIn():
                yield from self._tried(node, want, so_far, at)
            case _:
                assert_never(node)

    def _all(
        self, several: tuple[Condition, ...], want: bool, so_far: Choices, at: tuple[RecordsFact, ...]
    ) -> Iterator[Choices]:
        if not several:
            yield so_far
            return
        first, *rest = several
        for choices in self.ways(first, want, so_far, at):
            yield from self._all(tuple(rest), want, choices, at)

    def _of_records(
        self,
        collection: RecordsFact,
        inner: Condition,
        want: bool,
        one_is_enough: bool,
        so_far: Choices,
        at: tuple[RecordsFact, ...],
    ) -> Iterator[Choices]:
        """One record is all that is tried; where every record has to be as wanted, none at first."""
        path = collection.path
        if not one_is_enough and not so_far.get(path):
            yield {**so_far, path: ()}
        start = {path: blank_records(collection.record_type, 1), **so_far}
        if start[path]:
            yield from self.ways(inner, want, start, (*at, collection))

    def _of_terms(self, path: str, term: Any, want: bool, so_far: Choices) -> Iterator[Choices]:
        """A set of words grows by one, so that the next test can add to it."""
        known = so_far.get(path, TermSet.partial())
        if known.has(term) is want:
            yield so_far
        elif known.has(term) is None:
            yes, no = set(known.yes), set(known.no or ())
            (yes if want else no).add(term)
            yield {**so_far, path: TermSet.partial(yes=yes, no=no)}

    def _tried(
        self, node: Condition, want: bool, so_far: Choices, at: tuple[RecordsFact, ...]
    ) -> Iterator[Choices]:
        """The trial answers to what keeps a test open, fact by fact, until it is settled."""
        situation = self.under(so_far, at)
        answer = holds(node, situation)
        if answer is not None:
            yield from [so_far] if answer is want else []
            return
        for open_fact in itertools.islice(open_facts(node, situation), 1):
            slot = (
                self.parameters[open_fact] if open_fact in self.parameters else paths.numbered(open_fact, 0)
            )
            known = situation.parameter(slot) if isinstance(slot, Parameter) else so_far.get(slot)
            for value in self.answers(slot, known):
                self.steps -= 1
                if self.steps <= 0:
                    return
                if value != known:
                    yield from self._tried(node, want, {**so_far, slot: value}, at)

    def answers(self, slot: str | Parameter, known: Any = None) -> list[Any]:
        """The trial answers to a fact, or the trial values of a parameter."""
        if isinstance(slot, Parameter):
            return self.trials.values_of(slot, known)
        return sorted(self.trials.answers(slot, known), key=self._distance)

    def _distance(self, value: Any) -> float:
        """How far a time lies from that of judging: what is near is in force, and leaves room before it."""
        at = getattr(value, "on", value)
        return abs(periods.instant(at) - self.situation.now) if isinstance(at, datetime.datetime) else 0


def parameters_of(choices: Choices) -> dict[str, Any]:
    """The parameters among some choices, by name."""
    return {key.name: value for key, value in choices.items() if isinstance(key, Parameter)}


def without_records_of(choices: Choices, path: str) -> Choices:
    """The choices but for the facts of the records of one list."""
    return {key: value for key, value in choices.items() if not _is_below(key, path)}


def case_of(choices: Choices) -> Case:
    """The case that some choices make."""
    case = Case()
    for path, value in choices.items():
        if isinstance(path, Parameter):
            continue
        declared = FACTS.get(path)
        if isinstance(declared, Records):
            value = [declared.record_type.blank() for _ in value]
        case = case.with_answer(path, value)
    return case


def _is_below(key: str | Parameter, path: str) -> bool:
    return isinstance(key, str) and paths.collection_of(key) == path
