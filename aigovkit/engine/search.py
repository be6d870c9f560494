"""The search for facts that can change a judgement, by trial on a stand-in for the case.

A fact matters if two answers to it, the other unknown facts being answered in
some one way, are judged differently. The search stops at a stated number of
judgements; what it has not decided by then is left open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from types import SimpleNamespace
from typing import Any

from aigovkit import paths
from aigovkit.answers import Outcome
from aigovkit.engine.rulebook import Rulebook, paths_read
from aigovkit.engine.trials import Trials
from aigovkit.facts import Records, facts_of
from aigovkit.language.parts import distinct
from aigovkit.models.case import FACTS, Attestation, Case
from aigovkit.rules import Rule
from aigovkit.situation import Situation

BUDGET = 8_000
"""How many judgements the search for the questions of one answer may make."""

SHARE = 400
"""How many of them one fact may use."""

FEW = 40
"""How many of them each fact may use before any may use more."""

Judge = Callable[[Any], tuple[int, int]]
"""Gives the least and the most that a case, or a stand-in for one, may come to."""


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


class Search:
    """A stand-in for the case, on which answers to the unknown facts are tried.

    A slot is the path of one unknown fact, such as `incidents[0].caused_harm`.
    """

    def __init__(
        self,
        rulebook: Rulebook,
        situation: Situation,
        judge: Judge,
        rules: Sequence[Rule],
        candidates: Iterable[str],
    ) -> None:
        self.judge = judge
        self.budget = self.left = BUDGET
        self.trials = Trials(rulebook.nodes, situation)
        self.settings_open = any(situation.parameter(one) is None for one in rulebook.parameters)
        self.together = _read_together(rulebook, rules)
        # An event known to have happened on some day not known can still be given its day.
        self.slots = [
            path for path in candidates if paths.attested_provision(path) or paths.general(path) in FACTS
        ]
        self.case = stand_in(situation.case)
        self.original = {path: paths.value_at(self.case, path) for path in self.slots}
        covering = {path for node in distinct([rulebook.scope]) for path in paths_read(node)}
        self.covering = {path for path in self.slots if paths.general(path) in covering}
        self.quiet: dict[str, Any] = {}
        self.rebutting: set[str] = set()
        """The facts that would rebut a presumption."""

    def put(self, path: str, value: Any) -> None:
        """Answer one fact of the stand-in."""
        provision = paths.attested_provision(path)
        if provision is not None:
            self.case.attestations.put(provision, value)
            return
        *way, name = paths.steps(path)
        node: Any = self.case
        for step in way:
            node = node[step] if isinstance(step, int) else getattr(node, step)
        setattr(node, str(name), value)

    def _restore(self, path: str) -> None:
        self.put(path, self.original.get(path))

    def answers_to(self, path: str) -> list[Any]:
        """The trial answers to one fact."""
        return self.trials.answers(path, self.original.get(path))

    def relevance(self, path: str, share: int) -> tuple[Relevance, int]:
        """Whether some answer can change the judgement, and how many answers settle it at once."""
        if self.budget <= 0:
            return Relevance.OPEN, 0
        answers = self.answers_to(path)
        self.left = min(share, self.budget)
        judged = self._judge_each(path, answers)
        settling = sum(low == high for low, high in judged)
        if _differ(judged):
            return Relevance.PROVEN, settling
        others = [slot for slot in self.slots if slot != path]
        near = [slot for slot in others if paths.general(slot) in self.together.get(paths.general(path), ())]
        nearest = [slot for slot in near if (slot in self.covering) is (path in self.covering)]
        try:
            # First with everything else answered as quietly as can be, so that little has to be tried; then
            # with ever less.
            for free in ([], nearest, near, others):
                for slot in others:
                    self.put(
                        slot,
                        self.original[slot] if slot in free else self.quiet.get(slot, self.original[slot]),
                    )
                if self._can_differ(path, answers, self._judge_each(path, answers), free):
                    return Relevance.PROVEN, settling
            # Not one of the answers tried mattered. Unless they stood for all the answers there are, that
            # proves nothing.
            return (
                Relevance.NONE
                if all(self.trials.are_complete(slot, self.original.get(slot)) for slot in self.slots)
                else Relevance.NOT_FOUND
            ), settling
        except _OutOfBudgetError:
            return Relevance.OPEN, settling
        finally:
            for slot in self.slots:
                self._restore(slot)

    def quieten(self, noise: Callable[[Any], int]) -> None:
        """Find answers under which as few rules as possible move the outcome, within what the policy covers.

        `noise` counts the rules that may move the outcome of a case.
        """
        for slot in sorted(self.slots, key=lambda slot: slot not in self.covering):
            tried: list[tuple[tuple[int, ...], int, Any]] = []
            for order, value in enumerate(self.answers_to(slot)):
                self.put(slot, value)
                low, high = self.judge(self.case)
                mild = (
                    (low > Outcome.NO_OBJECTION, -low, -high)
                    if slot in self.covering
                    else (high, noise(self.case))
                )
                tried.append((mild, order, value))
                self.budget -= 1
            *_, self.quiet[slot] = min(tried, key=lambda one: one[:2])
            self.put(slot, self.quiet[slot])
        for slot in self.slots:
            self._restore(slot)

    def _can_differ(
        self, path: str, answers: list[Any], judged: list[tuple[int, int]], others: list[str]
    ) -> bool:
        """Whether, for some way of answering the others, two answers are judged differently."""
        if _differ(judged):
            return True
        if all(low == high for low, high in judged):
            return False
        if not others:
            # All is answered: what is open still hangs on a setting of the policy, on records not looked
            # into, or on facts
            # that matter only once a presumption is rebutted.
            general = paths.general(path)
            ajar = self.settings_open or general in self.rebutting or isinstance(FACTS.get(general), Records)
            return ajar and len(set(judged)) > 1
        other, *rest = others
        tried = []
        for order, value in enumerate(self.answers_to(other)):
            self.put(other, value)
            here = self._judge_each(path, answers)
            if _differ(here):
                return True
            # The most promising first: answers that tell apart, then those that leave the rest mild.
            tried.append((-len(set(here)), sum(high for _, high in here), order, value, here))
        for *_, value, here in sorted(tried, key=lambda one: one[:3]):
            self.put(other, value)
            records = value if isinstance(value, tuple) else ()
            appeared = [
                f"{other}[{at}].{name}"
                for at, record in enumerate(records)
                for name in getattr(record, "__dict__", ())
            ]
            if self._can_differ(path, answers, here, appeared + rest):
                return True
        self._restore(other)
        return False

    def _judge_each(self, path: str, answers: list[Any]) -> list[tuple[int, int]]:
        if self.left <= 0:
            raise _OutOfBudgetError
        self.left -= len(answers)
        self.budget -= len(answers)
        judged = []
        for value in answers:
            self.put(path, value)
            judged.append(self.judge(self.case))
        self._restore(path)
        return judged


def _read_together(rulebook: Rulebook, rules: Sequence[Rule]) -> Mapping[str, set[str]]:
    """By the path of each fact, the facts that some rule reads beside it."""
    found: dict[str, set[str]] = {}
    for rule in rules:
        read = {path for one in rulebook.with_exceptions(rule) for path in rulebook.facts_read[one.id]}
        for path in read:
            found.setdefault(path, set()).update(read)
    return found


def _differ(judged: list[tuple[int, int]]) -> bool:
    """Whether two answers settle the judgement in different ways, or leave ranges that have nothing in
    common.
    """
    return max(low for low, _ in judged) > min(high for _, high in judged)


class _OutOfBudgetError(Exception):
    """The search has made all the evaluations it may."""


class _Attestations(dict[str, Any]):
    """What is attested, as the compiled policy reads it, open to trial answers."""

    def __init__(self, attestations: Any) -> None:
        super().__init__(attestations)
        self.answers = dict(attestations.answers)

    def put(self, provision: str, attestation: Attestation | None) -> None:
        if attestation is None:
            self.pop(provision, None)
            self.answers.pop(provision, None)
        else:
            self[provision] = attestation
            self.answers[provision] = attestation.met


def stand_in(case: Case) -> Any:
    """Something shaped like a case, of which every fact can be answered anew."""
    top = SimpleNamespace(**{name: _open(getattr(case, name)) for name in facts_of(Case)})
    for name, section in case.sections():
        setattr(top, name, _open_record(section))
    top.attestations = _Attestations(case.attestations)
    return top


def _open_record(record: Any) -> SimpleNamespace:
    return SimpleNamespace(**{name: _open(getattr(record, name)) for name in facts_of(type(record))})


def _open(value: Any) -> Any:
    if isinstance(value, tuple) and value and hasattr(value[0], "known"):
        return tuple(_open_record(record) for record in value)
    return value
