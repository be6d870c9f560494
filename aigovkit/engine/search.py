"""The search for facts that can change a judgement, by trial on a stand-in for the case.

A fact matters if two answers to it, the other unknown facts being answered in
some one way, are judged differently. The search stops at a stated amount of
work; what it has not decided by then is left open.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import Any

import attrs

from aigovkit import paths
from aigovkit.answers import Outcome
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.stand_ins import StandIn
from aigovkit.engine.trials import JointTrials, Trials
from aigovkit.facts import Records, Text
from aigovkit.models.case import FACTS, Case
from aigovkit.rules import AnyRule
from aigovkit.situation import Situation

BUDGET = 520_000
"""How many rules the search for the questions of one answer may judge. One that looks into a list counts as
often as the list has records.
"""

SHARE = 400
"""How often the case may be judged for one fact."""

FEW = 40
"""How often it may be for each fact before it may be more often for any."""

SWEEPS = 2
"""How often other answers to the facts of one rule that bites are tried in turn."""

SOME = 4
"""How many answers to one fact are tried in one turn."""

TWINS = 3
"""Of so many records of which the same is known each is tried by itself."""

Judge = Callable[[Any], tuple[int, int]]
"""Gives the least and the most that a case, or a stand-in for one, may come to."""

Standing = Sequence[bool | None]
"""Whether each of the rules that may move the outcome does."""


class Relevance(Enum):
    """Whether a fact can change the outcome."""

    PROVEN = "proven"
    """Two answers to it were found that lead to different outcomes."""
    NONE = "none"
    """No answer changes anything."""
    NOT_FOUND = "not_found"
    """None of the answers tried changes anything, though they are not all the answers there are."""
    OPEN = "open"
    """Not decided within the budget."""


Decided = tuple[Relevance, int]
"""Whether a fact can change the outcome, and how many answers to it settle the outcome at once."""


@attrs.frozen
class Part:
    """What a search looks at of one rulebook: the situation, and the rules that can matter."""

    rulebook: Rulebook
    situation: Situation
    rules: Sequence[AnyRule]

    @property
    def read(self) -> frozenset[str]:
        """The facts that the rulebook reads, by their paths."""
        rulebook = self.rulebook
        return rulebook.covering.union(*rulebook.facts_used.values())


class Search:
    """The trial of answers to the unknown facts of a case.

    A slot is the path of one unknown fact, such as `incidents[0].caused_harm`.
    Two stand-ins take the answers: `open` leaves everything else unknown, `calm`
    answers it so that as few rules as can be move the outcome. The trial answers make
    the tests among some nodes come out every way they can, by default those of the
    rulebook.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        judge: Judge,
        candidates: Iterable[str],
        nodes: Sequence[Any] | None = None,
    ) -> None:
        case: Case = parts[0].situation.case
        self.judge: Judge = judge
        self.trials: Trials | JointTrials = trials_of(parts, nodes)
        self.settings_open: bool = any(
            part.situation.parameter(one) is None for part in parts for one in part.rulebook.parameters
        )
        self.reading: list[set[str]] = [
            {path for one in part.rulebook.with_exceptions(rule) for path in part.rulebook.facts_used[one.id]}
            for part in parts
            for rule in part.rules
        ]
        """The facts that each rule reads, and what displaces it."""
        self.open: StandIn = StandIn(case)
        self.calm: StandIn = StandIn(case)
        # An event known to have happened on some day not known can still be given its day.
        self.candidates: list[str] = [
            path for path in candidates if paths.attested_provision(path) or paths.general(path) in FACTS
        ]
        self.twins: list[list[str]] = twins(case, self.candidates)
        self.first: dict[str, str] = {twin: several[0] for several in self.twins for twin in several}
        self.slots: list[str] = [path for several in self.twins for path in several[:TWINS]]
        self.original: dict[str, Any] = {path: self.open.value(path) for path in self.candidates}
        self.general: dict[str, str] = {path: paths.general(path) for path in self.candidates}
        covering = frozenset().union(*(part.rulebook.covering for part in parts))
        self.covering: set[str] = {path for path in self.slots if self.general[path] in covering}
        self.quiet: dict[str, Any] = {}
        self.answers_all: bool = False
        """Whether the answers tried at once leave nothing unknown."""
        self.budget: int = judgements_allowed([part.rulebook for part in parts], case)
        """How often the case may still be judged, for all facts."""
        self.reserve: int = self.budget // 8
        """How often it is to be judged for one fact after the other, once many were looked at together."""
        self.left: int = self.budget
        """How often it may still be judged for the fact looked at."""

    def answers_to(self, path: str) -> list[Any]:
        """The trial answers to one fact."""
        return self.trials.answers(path, self.original.get(path))

    def decide(
        self,
        asked: Sequence[str],
        noise: Callable[[Any], int] | None = None,
        standing: Callable[[Any], Standing] | None = None,
    ) -> dict[str, Decided]:
        """Whether each of some candidates can change the judgement.

        What is found of a fact of one record holds for every record of which the same is known. `noise`
        counts the rules that may move the outcome of a case, `standing` says whether each of them does.
        """
        firsts = dict.fromkeys(self.first[path] for path in asked)
        looked: dict[str, list[tuple[int, int]]] = {}
        for path in firsts:
            if self.budget > 0:
                self.left = self.budget
                looked[path] = self._judge_each(self.open, path, self.answers_to(path))
        settling = {path: sum(low == high for low, high in judged) for path, judged in looked.items()}
        found = {path: Relevance.PROVEN for path, judged in looked.items() if differ(judged)}
        if noise is not None and len(found) < len(firsts):
            self.quieten(noise)
        # Where the budget is soon used up on one fact after the other, many are looked at together.
        if standing is not None and FEW * (len(firsts) - len(found)) > self.budget:
            waiting = {path for path in firsts if path not in found}
            found |= dict.fromkeys(self._prove(waiting, standing), Relevance.PROVEN)
        # Most facts are decided by a few judgements; what is left of the budget then goes to the others.
        for share in (FEW, SHARE):
            for path in firsts:
                if found.get(path, Relevance.OPEN) is Relevance.OPEN and self.budget > 0:
                    found[path] = self.relevance(path, share)
        return {
            path: (found.get(first, Relevance.OPEN), settling.get(first, 0))
            for path in asked
            for first in (self.first[path],)
        }

    def _prove(self, waiting: set[str], standing: Callable[[Any], Standing]) -> Iterator[str]:
        """The facts that are seen to matter beside each other: rule by rule, where that rule alone bites, and
        where what it is about goes on and no rule bites.
        """
        seen: set[str] = set()
        for at, read in enumerate(self.reading):
            slots = [slot for slot in self.slots if self.general[slot] in read]
            fresh = [slot for slot in slots if slot in waiting and self.general[slot] not in seen]
            # A rule is passed over that reads much the same as one before.
            if 2 * len(fresh) <= len(slots):
                continue
            if self.budget <= self.reserve:
                break
            seen |= read
            others = [slot for slot in self.slots if self.general[slot] not in read]
            if self._answer([*slots, *others], functools.partial(self._bites_alone, at, standing)):
                decisive = [*self._turning(slots, waiting, standing)]
                yield from decisive
                rest = [slot for slot in slots if slot not in decisive]
                if self._answer([*rest, *others], lambda: not any(standing(self.calm.case))):
                    yield from self._turning(self.slots, waiting, standing)
            for slot in self.slots:
                self.calm.put(slot, self.quiet.get(slot, self.original[slot]))

    def _bites_alone(self, at: int, standing: Callable[[Any], Standing]) -> bool:
        """Whether one rule may still bite, and no other is certain to."""
        found = standing(self.calm.case)
        return found[at] is not False and not any((*found[:at], *found[at + 1 :]))

    def _answer(self, slots: list[str], wanted: Callable[[], bool]) -> bool:
        """Answer facts one by one so that what is wanted stays possible."""
        for slot in slots:
            self.calm.put(slot, self.original[slot])
        for slot in slots:
            for value in self.answers_to(slot):
                if self.budget <= 0:
                    return False
                self.calm.put(slot, value)
                self.budget -= 1
                if wanted():
                    break
            else:
                return False
        return True

    def _turning(
        self, slots: list[str], waiting: set[str], standing: Callable[[Any], Standing]
    ) -> Iterator[str]:
        """The facts of which another answer is judged differently. One that is judged alike stays, so that
        others decide in the next turn.
        """
        base, found = self.judge(self.calm.case), standing(self.calm.case)
        self.budget -= 2
        for sweep in range(SWEEPS if base[0] == base[1] else 0):
            for slot in [slot for slot in slots if slot in waiting]:
                answers, kept = self.answers_to(slot), self.calm.value(slot)
                every = -(-len(answers) // SOME)
                for value in answers[sweep % every :: every]:
                    if self.budget <= 1:
                        break
                    self.calm.put(slot, value)
                    self.budget -= 1
                    judged = self.judge(self.calm.case)
                    if differ([base, judged]):
                        waiting.discard(slot)
                        yield slot
                        break
                    self.budget -= judged == base
                    if value != kept and judged == base and standing(self.calm.case) == found:
                        kept = value
                        break
                self.calm.put(slot, kept)

    def relevance(self, path: str, share: int) -> Relevance:
        """Whether some answer can change the judgement, others being answered in some one way."""
        self.left = min(share, self.budget)
        answers = self.answers_to(path)
        try:
            for free in self._ever_more(path):
                for slot in free:
                    self.calm.put(slot, self.original[slot])
                self.answers_all = self._answers_all(path, free)
                if self._can_differ(path, answers, self._judge_each(self.calm, path, answers), free):
                    return Relevance.PROVEN
            return self._nothing_found()
        except _OutOfBudgetError:
            return Relevance.OPEN
        finally:
            for slot in self.slots:
                self.calm.put(slot, self.quiet.get(slot, self.original[slot]))

    def quieten(self, noise: Callable[[Any], int]) -> None:
        """Find answers under which as few rules as possible move the outcome, within what the policy covers.

        `noise` counts the rules that may move the outcome of a case. A quarter of the budget is left.
        """
        left = self.budget // 4
        is_calm = False
        for several in sorted(self.twins, key=lambda twins: twins[0] not in self.covering):
            # The others of a row of twins are answered as the first is, and then by themselves.
            for tried in (several, *([twin] for twin in several[1:TWINS])):
                # Where no rule is left that may move the outcome, no answer can make one do so.
                answer, left_over = (
                    (self.answers_to(tried[0])[0], 0) if is_calm else self._quietest(tried[0], noise)
                )
                for twin in tried:
                    self.quiet[twin] = answer
                    self.calm.put(twin, answer)
                if self.budget <= left:
                    return
            is_calm = left_over == 0

    def _quietest(self, slot: str, noise: Callable[[Any], int]) -> tuple[Any, int | None]:
        """An answer, and how many rules may move the outcome then, where these are counted."""
        tried: list[tuple[tuple[int, ...], Any]] = []
        for value in self.answers_to(slot):
            self.calm.put(slot, value)
            self.budget -= 1
            if slot in self.covering:
                low, high = self.judge(self.calm.case)
                tried.append(((low > Outcome.NO_OBJECTION, -low, -high), value))
            else:
                tried.append(((noise(self.calm.case),), value))
        score, answer = min(tried, key=lambda one: one[0])
        return answer, None if slot in self.covering else score[0]

    def _ever_more(self, path: str) -> Iterator[list[str]]:
        """The facts left open beside one of which the answers are tried, everything else being answered
        quietly: none, so that little has to be tried; then ever more, what rules read beside it first.
        """
        together = set().union(*(read for read in self.reading if self.general[path] in read))
        others = [slot for slot in self.slots if slot != path]
        near = [slot for slot in others if self.general[slot] in together]
        nearest = [slot for slot in near if (slot in self.covering) is (path in self.covering)]
        yield []
        seen = 0
        for free in (nearest, near, others):
            if len(free) > seen:
                yield free
            seen = len(free)

    def _nothing_found(self) -> Relevance:
        """What it means that no answer mattered: it proves nothing unless all there are were tried."""
        if len(self.slots) < len(self.candidates) or self.settings_open:
            return Relevance.OPEN
        complete = all(self.trials.are_complete(slot, self.original[slot]) for slot in self.slots)
        return Relevance.NONE if complete else Relevance.NOT_FOUND

    def _can_differ(
        self, path: str, answers: list[Any], judged: list[tuple[int, int]], others: list[str]
    ) -> bool:
        """Whether, for some way of answering the others, two answers are judged differently."""
        if differ(judged):
            return True
        if all(low == high for low, high in judged):
            return False
        if not others:
            # All is answered: what is open still stays so, or hangs on a setting of the policy, or on records
            # not looked into.
            ajar = self.settings_open or isinstance(FACTS.get(paths.general(path)), Records)
            return (ajar or self.answers_all) and len(set(judged)) > 1
        other, *rest = others
        tried = []
        for order, value in enumerate(self.answers_to(other)):
            self.calm.put(other, value)
            here = self._judge_each(self.calm, path, answers)
            if differ(here):
                return True
            # The most promising first: answers that tell apart, then those that leave the rest mild.
            tried.append((-len(set(here)), sum(high for _, high in here), order, value, here))
        for *_, value, here in sorted(tried, key=lambda one: one[:3]):
            self.calm.put(other, value)
            if self._can_differ(path, answers, here, [*self._appeared(other, value), *rest]):
                return True
        self.calm.put(other, self.original.get(other))
        return False

    def _answers_all(self, path: str, free: list[str]) -> bool:
        """Whether nothing is left unknown once one fact and some free ones are answered."""
        if len(self.slots) < len(self.candidates):
            return False
        given = {slot for slot, answer in self.quiet.items() if not any(self._appeared(slot, answer))}
        return given.issuperset(set(self.slots) - {path, *free})

    def _appeared(self, collection: str, value: Any) -> Iterator[str]:
        """The facts of the records of a trial answer that the list had not before."""
        known = self.original.get(collection)
        before = len(known) if isinstance(known, tuple) else 0
        for at, record in enumerate(value if isinstance(value, tuple) else ()):
            for name in getattr(record, "__dict__", ()) if at >= before else ():
                yield paths.of_record(collection, at, name)

    def _judge_each(self, stand_in: StandIn, path: str, answers: list[Any]) -> list[tuple[int, int]]:
        if self.left <= 0:
            raise _OutOfBudgetError
        self.left -= len(answers)
        self.budget -= len(answers)
        judged = []
        for value in answers:
            stand_in.put(path, value)
            judged.append(self.judge(stand_in.case))
        stand_in.put(path, self.original.get(path))
        return judged


def _appeared(collection: str, value: Any) -> Iterator[str]:
    """The facts of the records of a trial answer."""
    for at, record in enumerate(value if isinstance(value, tuple) else ()):
        for name in getattr(record, "__dict__", ()):
            yield paths.of_record(collection, at, name)


def trials_of(parts: Sequence[Part], nodes: Sequence[Any] | None = None) -> Trials | JointTrials:
    """The trial answers to what the rulebooks read; `nodes` stand for those of a single one."""
    # How a rulebook is read makes no difference to what is tried.
    tried = {(id(one.rulebook), *sorted(one.situation.parameters.items())): one for one in parts}
    first, *others = tried.values()
    if not others:
        return Trials(first.rulebook.tested if nodes is None else nodes, first.situation)
    several = [(one.read, Trials(one.rulebook.tested, one.situation)) for one in (first, *others)]
    return JointTrials(several)


def twins(case: Case, candidates: Sequence[str]) -> list[list[str]]:
    """The candidates, those together of which the same is to be found: one fact of records of which the same
    is known.
    """
    known: dict[str, list[Any]] = {}
    found: dict[Any, list[str]] = {}
    for path in candidates:
        collection = paths.collection_of(path)
        if collection is None or paths.attested_provision(path) is not None:
            found[path] = [path]
            continue
        if collection not in known:
            records = paths.value_at(case, collection)
            known[collection] = [
                (*_all_known(record), *_all_attested(case, collection, at))
                for at, record in enumerate(records)
            ]
        index = next(step for step in paths.steps(path) if isinstance(step, int))
        found.setdefault((paths.general(path), known[collection][index]), []).append(path)
    return list(found.values())


def _all_attested(case: Case, collection: str, at: int) -> Iterator[tuple[str, Any]]:
    """What is attested of one record of a list."""
    for (provision, of), named in case.attestations.records.items():
        if of == collection and at in named:
            yield provision, case.attestations[named[at]]


def _all_known(record: Any) -> tuple[Any, ...]:
    """What is known of a record. A name decides nothing."""
    return tuple(
        (name, value) for name, value in record.known() if not isinstance(type(record).__facts__[name], Text)
    )


def judgements_allowed(rulebooks: Sequence[Rulebook], case: Case) -> int:
    """How often a case may be judged by all of several rulebooks within the budget."""
    rules = sum(len(rulebook.rules) for rulebook in rulebooks)
    for collection in (path for path, fact in FACTS.items() if isinstance(fact, Records)):
        records = paths.value_at(case, collection) or ()
        if len(records) > 1:
            reading = [
                read
                for rulebook in rulebooks
                for read in rulebook.facts_used.values()
                if any(paths.collection_of(path) == collection for path in read)
            ]
            rules += len(reading) * (len(records) - 1)
    return max(1, BUDGET // max(1, rules))


def differ(judged: list[tuple[int, int]]) -> bool:
    """Whether two answers settle the judgement in different ways, or leave ranges that have nothing in
    common.
    """
    return max(low for low, _ in judged) > min(high for _, high in judged)


class _OutOfBudgetError(Exception):
    """The search has made all the evaluations it may."""
