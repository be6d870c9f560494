"""Which questions still matter: the unknown facts of which some answer can change the outcome.

A fact is asked about only if two answers to it, the other unknown facts being
answered in some one way, lead to different outcomes. The search tries answers
on a stand-in for the case that the compiled policy reads like a case. It stops
at a stated number of evaluations; a fact it has not decided by then stays a
question, marked as not proven.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from types import SimpleNamespace
from typing import Any

import attrs

from aigovkit import conditions, periods
from aigovkit.conditions import (
    AtMost,
    AttestedOn,
    CountOf,
    CountParameter,
    Has,
    HasOnly,
    InForce,
    IsIn,
    MeetsCadence,
    Rebutted,
    Situation,
    Within,
)
from aigovkit.engine.explain import explain, open_effects, open_facts
from aigovkit.engine.rulebook import Rulebook, effects, paths, rule_nodes
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.evaluation import Alternative, Counts, Evaluation, JointEvaluation, Outcome, Question
from aigovkit.facts import (
    Boolean,
    Count,
    Duration,
    Event,
    Events,
    Money,
    Records,
    Term,
    Terms,
    TermSet,
    facts_of,
)
from aigovkit.models.case import FACTS, Attestation, Case, fact
from aigovkit.periods import Occurrence
from aigovkit.rules import Rule

BUDGET = 8_000
"""How many evaluations the search for the questions of one answer may make."""

SHARE = 400
"""How many of them one fact may use."""

FEW = 40
"""How many of them each fact may use before any may use more."""

SEVERAL = 5
"""Of up to so many words every combination is tried; of more, each word alone, none and all."""

MANY = 36
"""How many instants stand for all the times at which something can have happened."""


def questions(evaluation: Evaluation, provision: str | None = None) -> tuple[Question, ...]:
    """The facts that can still change the outcome (or the finding on one provision), the most decisive
    first.
    """
    policy, rulebook = evaluation.policy, evaluation.policy.rulebook
    situation = policy.situation(evaluation)
    candidates: dict[str, None] = {}
    if provision is None:
        settled = evaluation.at_least is evaluation.at_most
        # A rule that cannot go beyond what is certain already cannot matter, unless what is certain is
        # presumed.
        rules = [
            rule
            for rule in policy.rules
            if _reaches(
                rule,
                evaluation.at_least,
                settled=settled,
                presumes=any(one.id in rulebook.presuming for one in _with_exceptions(rulebook, [rule])),
            )
        ]
        candidates.update(dict.fromkeys(open_facts(rulebook.scope, situation)))

        def judge(case: Any) -> tuple[int, int]:
            return policy.outcome_of(case, evaluation)

    else:
        position = policy.index(provision)
        rules = [policy.rules[position]]

        def judge(case: Any) -> tuple[int, int]:
            return _finding_range(policy.verdicts_of(case, evaluation, [position])[0])

        first = judge(evaluation.case)
        settled = first[0] == first[1]
    presumptions = [
        part
        for rule in _with_exceptions(rulebook, rules)
        for node in rule_nodes(rule)
        if isinstance(node, Rebutted)
        for part in conditions.walk(node.inner)
    ]
    if settled and not presumptions:
        return ()
    for rule in rules:
        if provision is None:
            candidates.update(dict.fromkeys(open_effects(rulebook, rule, situation)))
        else:
            candidates.update(dict.fromkeys(explain(rulebook, rule, situation).unknown))
    rebutting = {path for part in presumptions for path in paths(part)}
    search = _Search(evaluation, judge, rules, candidates)
    search.rebutting = rebutting
    if provision is None:
        moving = [policy.index(rule.id) for rule in rules]
        search.quieten(
            lambda case: sum(
                _NOISE.get(verdict, 0) for verdict in policy.verdicts_of(case, evaluation, moving)
            )
        )
    asked = [path for path in search.slots if not settled or _general(path) in rebutting]
    decided: dict[str, tuple[_Relevance, int]] = {}
    # Most facts are decided by a few evaluations; what is left of the budget then goes to the others.
    for share in (FEW, SHARE):
        for path in asked:
            if decided.get(path, (_Relevance.OPEN, 0))[0] is _Relevance.OPEN:
                decided[path] = search.relevance(path, share)
    order = {path: position for position, path in enumerate(asked)}
    kept = [path for path in asked if decided[path][0] in (_Relevance.PROVEN, _Relevance.OPEN)]
    # Something must be left to ask where the answer is open.
    kept = kept or [path for path in asked if decided[path][0] is _Relevance.NOT_FOUND]
    kept.sort(key=lambda path: (-decided[path][1], order[path]))
    return tuple(
        _question(
            evaluation, path, decided[path][0] is _Relevance.PROVEN, settled or _general(path) in rebutting
        )
        for path in kept
    )


def alternatives(evaluation: Evaluation) -> tuple[Alternative, ...]:
    """The known facts of which another answer alone would make the outcome milder: the mildest answer to
    each.

    What decides whether the policy covers the case at all is left out: it is no way out.
    """
    policy, rulebook = evaluation.policy, evaluation.policy.rulebook
    if evaluation.at_most <= Outcome.NO_OBJECTION:
        return ()
    rules = [rule for rule in policy.rules if any(level > Outcome.NO_OBJECTION for level, _ in effects(rule))]

    def judge(case: Any) -> tuple[int, int]:
        return policy.outcome_of(case, evaluation)

    covering = {path for node in conditions.walk(rulebook.scope) for path in paths(node)}
    known = [
        path for path, _ in evaluation.case.known_facts() if isinstance(fact(path), Boolean | Term | Terms)
    ]
    read = {path for rule in rules for path in rulebook.reads[rule.id]}
    search = _Search(evaluation, judge, rules, [path for path in known if _general(path) in read - covering])
    found = []
    for path in search.slots:
        original, search.original[path] = search.original[path], None
        tried = []
        for order, value in enumerate(search.answers(path)):
            if value != original:
                search.put(path, value)
                low, high = judge(search.case)
                tried.append((high, low, order, value))
        search.put(path, original)
        search.original[path] = original
        high, low, _, value = min(tried, key=lambda one: one[:3])
        if (high, low) < (evaluation.at_most, evaluation.at_least):
            found.append(Alternative(path, value, Outcome(low), Outcome(high)))
    return tuple(found)


def joint_questions(joint: JointEvaluation) -> tuple[Question, ...]:
    """The facts that can still change a joint outcome: those of the parts that can still exceed what is
    certain.
    """
    certain = joint.at_least
    found: dict[str, Question] = {}
    for part in joint.parts:
        if part.at_most <= certain and not part.policy.rulebook.presuming:
            continue
        for question in part.questions:
            known = found.get(question.fact)
            found[question.fact] = (
                question
                if known is None
                else attrs.evolve(known, provisions=known.provisions + question.provisions)
            )
    return tuple(found.values())


def counts(evaluation: Evaluation) -> Counts:
    """How much of what the policy reads is known, was asked in vain, or was not asked."""
    case = evaluation.case
    read = dict.fromkeys(
        path for paths_read in evaluation.policy.rulebook.reads.values() for path in paths_read
    )
    known = {_general(path) for path, _ in case.known_facts()} | {
        f"attestations.{p}" for p, met in case.attestations.answers.items() if met is not None
    }
    known |= {name for name in ("incidents", "data.elements") if _of(case, name) is not None}
    unknown = [path for path in read if path not in known]
    asked = sum(1 for path in unknown if path in {_general(one) for one in case.not_known})
    return Counts(len(read) - len(unknown), asked, len(unknown) - asked)


def _of(case: Case, path: str) -> Any:
    node: Any = case
    for step in path.split("."):
        node = getattr(node, step)
    return node


def _general(path: str) -> str:
    return re.sub(r"\[\d+\]", "[]", path)


HOUR = 3_600_000_000
DAY = 24 * HOUR
FIRST = periods.instant(datetime.datetime(2, 1, 1, tzinfo=datetime.UTC))
LAST = periods.instant(datetime.datetime(9998, 1, 1, tzinfo=datetime.UTC))

LONGEST = 400

_NOISE: dict[int, int] = {Verdict.BREACHED: 2, Verdict.OPEN: 2, Verdict.UNDETERMINED: 1}
"""How far a verdict is from leaving the outcome alone."""


def _finding_range(verdict: int) -> tuple[int, int]:
    if verdict == Verdict.UNDETERMINED:
        return (0, 99)
    if verdict == Verdict.MET_IF_APPLICABLE:
        return (0, 5)
    return (0, 0) if verdict in SILENT else (verdict, verdict)


def _reaches(rule: Rule, certain: Outcome, *, settled: bool, presumes: bool) -> bool:
    levels = [level for level, _ in effects(rule)]
    if any(level > certain for level in levels):
        return True
    return settled and certain in levels and presumes


def _with_exceptions(rulebook: Rulebook, rules: list[Rule]) -> Iterator[Rule]:
    for rule in rules:
        yield rule
        yield from _with_exceptions(rulebook, list[Rule](rulebook.exceptions.get(rule.id, ())))


def _question(evaluation: Evaluation, path: str, proven: bool, rebuts: bool) -> Question:
    policy, general = evaluation.policy, _general(path)
    asked = path in evaluation.case.not_known or general in evaluation.case.not_known
    provisions = tuple(rule for rule, read in policy.rulebook.reads.items() if general in read)
    if general.startswith("attestations."):
        provision = general.removeprefix("attestations.")
        rule = next((rule for rule in policy.rules if rule.id == provision), None)
        prompt = f"Is this done? {rule.statement}" if rule else f"Is the duty of {provision} done?"
        return Question(path, prompt, provisions, proven=proven, rebuts=rebuts, asked=asked)
    declared = fact(general)
    choices = tuple(str(word) for word in declared.vocabulary) if isinstance(declared, Term | Terms) else ()
    return Question(path, declared.question, provisions, declared.definition, choices, proven, rebuts, asked)


class _Relevance(Enum):
    """Whether a fact can change the outcome."""

    PROVEN = "proven"
    """Two answers to it were found that lead to different outcomes."""
    NONE = "none"
    """No answer changes anything."""
    NOT_FOUND = "not_found"
    """None of the answers tried changes anything, though they are not all the answers there are."""
    OPEN = "open"
    """Not decided within the budget."""


class _Search:
    """A stand-in for the case, on which answers to the unknown facts are tried.

    A slot is the path of one unknown fact, such as `incidents[0].caused_harm`.
    """

    def __init__(
        self,
        evaluation: Evaluation,
        judge: Callable[[Any], tuple[int, int]],
        rules: Sequence[Rule],
        candidates: Iterable[str],
    ) -> None:
        policy = evaluation.policy
        nodes = policy.rulebook.nodes()
        self.judge = judge
        self.budget = self.left = BUDGET
        self.zone, self.now = policy.situation(evaluation).zone, policy.situation(evaluation).now
        self.moments, self.spaced = _moments(nodes, policy.situation(evaluation))
        self.numbers = _numbers(nodes, policy.situation(evaluation))
        self.settings_open = any(
            policy.situation(evaluation).parameter(one) is None for one in policy.rulebook.parameters
        )
        # As many records as a rule counts, so that a list can be long enough to matter.
        counted = any(isinstance(node, CountOf) for node in nodes)
        self.most = min(3, max(self.numbers)) if counted else 1
        self.dated = {node.provision for node in nodes if isinstance(node, AttestedOn)}
        self.paces: dict[str, list[tuple[datetime.date, ...]]] = {}
        for node in nodes:
            if isinstance(node, MeetsCadence):
                self.paces.setdefault(node.occurrences.path, []).append(
                    _pace(node, policy.situation(evaluation))
                )
        self.tests: dict[str, list[Any]] = {}
        for node in nodes:
            if isinstance(node, IsIn | Has | HasOnly | Within):
                self.tests.setdefault(node.fact.path, []).append(node)
        self.together: dict[str, set[str]] = {}
        for rule in rules:
            read = {
                path
                for one in _with_exceptions(policy.rulebook, [rule])
                for path in policy.rulebook.reads[one.id]
            }
            for path in read:
                self.together.setdefault(path, set()).update(read)
        # An event known to have happened on some day not known can still be given its day.
        self.slots = [
            path for path in candidates if path.startswith("attestations.") or _general(path) in FACTS
        ]
        self.case = _stand_in(evaluation.case)
        self.original = {path: self._get(path) for path in self.slots}
        covering = {path for node in conditions.walk(policy.rulebook.scope) for path in paths(node)}
        self.covering = {path for path in self.slots if _general(path) in covering}
        self.quiet: dict[str, Any] = {}
        self.rebutting: set[str] = set()
        """The facts that would rebut a presumption."""

    # The stand-in.

    def _owner(self, path: str) -> tuple[Any, str]:
        node: Any = self.case
        *steps, name = path.replace("[", ".[").split(".")
        for step in steps:
            node = node[int(step[1:-1])] if step.startswith("[") else getattr(node, step)
        return node, name

    def _get(self, path: str) -> Any:
        if path.startswith("attestations."):
            return self.case.attestations.get(path.removeprefix("attestations."))
        owner, name = self._owner(path)
        return getattr(owner, name)

    def put(self, path: str, value: Any) -> None:
        if path.startswith("attestations."):
            self.case.attestations.put(path.removeprefix("attestations."), value)
        else:
            owner, name = self._owner(path)
            setattr(owner, name, value)

    def _restore(self, path: str) -> None:
        self.put(path, self.original.get(path))

    # Answers.

    def answers(self, path: str) -> list[Any]:
        """Values that between them make every test of the rules come out every way it can."""
        if path.startswith("attestations."):
            if path.removeprefix("attestations.") not in self.dated:
                return [Attestation(met=True), Attestation(met=False)]
            dated = [Attestation(met=True, on=at) for at in self._within(self.original.get(path))]
            return dated if self.original.get(path) is not None else [Attestation(met=False), *dated]
        declared = FACTS[_general(path)]
        tests = self.tests.get(declared.path, [])
        known = self.original.get(path)
        match declared:
            case Boolean():
                return [True, False]
            case Term():
                tested = [term for test in tests for term in test.terms]
                others = [term for term in declared.vocabulary if term not in tested]
                return list(dict.fromkeys([*tested, *others[:1]]))
            case Terms():
                free = self._telling(path)
                fixed = [] if known is None else list(known.yes)
                sizes = range(len(free) + 1) if len(free) <= SEVERAL else (0, 1, len(free))
                chosen = [some for size in sizes for some in itertools.combinations(free, size)]
                return list(dict.fromkeys(TermSet([*fixed, *more]) for more in chosen))
            case Event():
                return [*self._within(known)] if known is not None else [Occurrence.NEVER, *self.moments]
            case Events():
                # Nothing at all; as seldom as a cadence allows; and now and every earlier time at once, so
                # that nothing is missed.
                return [
                    (),
                    *self.paces.get(declared.path, ()),
                    (
                        *(m for m in self.moments if periods.instant(m) < self.now),
                        periods.local(self.now, periods.UTC),
                    ),
                ]
            case Count() | Money() | Duration():
                return [_as_value(declared, number) for number in self.numbers]
            case Records():
                blank = dict.fromkeys(facts_of(declared.record_type))
                return [tuple(SimpleNamespace(**blank) for _ in range(size)) for size in range(self.most + 1)]
            case _:
                return [*dict.fromkeys(test.place for test in tests if isinstance(test, Within)), "elsewhere"]

    def _within(self, known: Any) -> list[datetime.datetime]:
        """The instants that refine what is known of a time: any of its day, or any up to now when no day
        is known.
        """
        known = getattr(known, "on", known)
        if isinstance(known, datetime.date):
            low, high = periods.interval(known, self.zone)
        else:
            low, high = float("-inf"), float("inf") if known is None else self.now
        inside = [m for m in self.moments if low <= periods.instant(m) <= high]
        return inside or [periods.local(high, periods.UTC)]

    # Search.

    def relevance(self, path: str, share: int) -> tuple[_Relevance, int]:
        """Whether some answer can change the judgement, and how many answers settle it at once."""
        if self.budget <= 0:
            return _Relevance.OPEN, 0
        answers = self.answers(path)
        self.left = min(share, self.budget)
        judged = self._judge_each(path, answers)
        settling = sum(low == high for low, high in judged)
        if _differ(judged):
            return _Relevance.PROVEN, settling
        others = [slot for slot in self.slots if slot != path]
        near = [slot for slot in others if _general(slot) in self.together.get(_general(path), ())]
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
                    return _Relevance.PROVEN, settling
            # Not one of the answers tried mattered. Unless they stood for all the answers there are, that
            # proves nothing.
            return (
                _Relevance.NONE if all(self._complete(slot) for slot in self.slots) else _Relevance.NOT_FOUND
            ), settling
        except _OutOfBudgetError:
            return _Relevance.OPEN, settling
        finally:
            for slot in self.slots:
                self._restore(slot)

    def quieten(self, noise: Callable[[Any], int]) -> None:
        """Find answers under which as few rules as possible move the outcome, within what the policy covers.

        `noise` counts the rules that may move the outcome of a case.
        """
        for slot in sorted(self.slots, key=lambda slot: slot not in self.covering):
            tried: list[tuple[tuple[int, ...], int, Any]] = []
            for order, value in enumerate(self.answers(slot)):
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

    def _complete(self, path: str) -> bool:
        """Whether the answers tried stand for all the answers there are: every test of the rules comes
        out every way it can.
        """
        if path.startswith("attestations."):
            return self.spaced or path.removeprefix("attestations.") not in self.dated
        declared = FACTS[_general(path)]
        if isinstance(declared, Terms):
            return len(self._telling(path)) <= SEVERAL
        return self.spaced or not isinstance(declared, Event | Events)

    def _telling(self, path: str) -> list[Any]:
        """Of the words of a list not settled yet, one for each group that the tests of the rules cannot
        tell apart.
        """
        declared: Any = FACTS[_general(path)]
        known = self.original.get(path)
        tested = [
            {test.term} if isinstance(test, Has) else set(test.terms)
            for test in self.tests.get(declared.path, ())
        ]
        groups: dict[tuple[bool, ...], Any] = {}
        for term in declared.vocabulary:
            if known is None or known.has(term) is None:
                groups.setdefault(tuple(term in terms for terms in tested), term)
        return list(groups.values())

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
            general = _general(path)
            ajar = self.settings_open or general in self.rebutting or isinstance(FACTS.get(general), Records)
            return ajar and len(set(judged)) > 1
        other, *rest = others
        tried = []
        for order, value in enumerate(self.answers(other)):
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


def _differ(judged: list[tuple[int, int]]) -> bool:
    """Whether two answers settle the judgement in different ways, or leave ranges that have nothing in
    common.
    """
    return max(low for low, _ in judged) > min(high for _, high in judged)


class _OutOfBudgetError(Exception):
    """The search has made all the evaluations it may."""


class _AttestationStandIn(dict[str, Any]):
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


def _stand_in(case: Case) -> Any:
    top = SimpleNamespace(**{name: getattr(case, name) for name in facts_of(Case)})
    for name, section in case.sections():
        setattr(
            top, name, SimpleNamespace(**{fact: getattr(section, fact) for fact in facts_of(type(section))})
        )
    for owner in [top, *(getattr(top, name) for name, _ in case.sections())]:
        for name, value in list(vars(owner).items()):
            if isinstance(value, tuple) and value and hasattr(value[0], "known"):
                setattr(
                    owner,
                    name,
                    tuple(SimpleNamespace(**{f: getattr(r, f) for f in facts_of(type(r))}) for r in value),
                )
    top.attestations = _AttestationStandIn(case.attestations)
    return top


def _moments(nodes: Sequence[Any], situation: Situation) -> tuple[list[datetime.datetime], bool]:
    """Instants before, between and after every time the rules and the case name, and whether they are all of
    those.

    Any order of events can be tried with them, also of events that a period separates.
    """
    ruled: set[float] = {situation.now}
    longest = 400 * DAY
    for node in nodes:
        named: tuple[Any, ...] = ()
        if isinstance(node, AtMost) and isinstance(node.left, conditions.Time):
            named = (node.left, node.right)
        elif isinstance(node, InForce):
            named = (node.starts, node.act)
        elif isinstance(node, conditions.Shifted):
            later = periods.shift((situation.now, situation.now), node.period, situation.zone)[1]
            if abs(later) < LAST:
                longest += abs(int(later - situation.now))
                ruled |= {later, 2 * situation.now - later}
        for value in named:
            try:
                ruled.update(conditions.bounds(value, situation))
            except (AttributeError, TypeError):
                continue  # A value inside a list has no bounds outside it.
    told: set[float] = set()
    for _, value in situation.case.known_facts():
        if isinstance(value, datetime.date):
            told.update(periods.interval(value, situation.zone))
    finite = sorted(at for at in ruled if abs(at) < LAST)
    around = {at + step for at in finite for step in (-HOUR, 0, HOUR)} | {
        finite[0] - longest,
        finite[-1] + longest,
    }
    told = {at + step for at in told for step in (-HOUR, 0, HOUR)} - around
    several = sorted(at for at in around | told if FIRST < at < LAST)
    spaced = len(several) <= MANY
    if not spaced:
        # What the rules name decides most; of the days of the case, some that are spread over all of them.
        room = max(0, MANY - len(around))
        spread = sorted(told)
        several = sorted({*sorted(around)[:MANY], *(spread[at * len(spread) // room] for at in range(room))})
        several = [at for at in several if FIRST < at < LAST]
    return [periods.local(at, periods.UTC) for at in several], spaced


def _pace(kept: MeetsCadence, situation: Situation) -> tuple[datetime.date, ...]:
    """Days just often enough for a cadence, from its start to the time of judging; a long row is cut
    short.
    """
    if any("[]" in read.path for read in conditions.facts_in(kept)):
        return ()  # Each record has times of its own.
    (low, high), until = conditions.bounds(kept.since, situation), conditions.bounds(kept.until, situation)
    anchored = low if kept.anchor is None else conditions.bounds(kept.anchor, situation)[0]
    if not (periods.in_calendar(low) and periods.in_calendar(anchored) and high <= situation.now):
        return ()
    end = max(low, min(until[1], situation.now))
    start, anchor, today = (periods.day_at(at, situation.zone) for at in (low, anchored, end))
    days: list[datetime.date] = []
    while len(days) < LONGEST and (missed := kept.cadence.deadlines(start, days, today, anchor)):
        days += missed
    return tuple(days)


def _numbers(nodes: Sequence[Any], situation: Situation) -> list[int]:
    """Numbers at and beside every number that the rules, their settings and the case name."""
    named = {0, 1}
    for node in nodes:
        if isinstance(node, conditions.Constant):
            named.add(node.number)
        elif isinstance(node, CountParameter):
            named.update(int(at) for at in conditions.bounds(node, situation) if abs(at) < LAST)
    for path, _ in situation.case.known_facts():
        declared = FACTS.get(path)
        if isinstance(declared, Count | Money | Duration):
            named.update(int(at) for at in conditions.bounds(declared, situation) if abs(at) < LAST)
    return sorted({number + step for number in named for step in (-1, 0, 1) if number + step >= 0})


def _as_value(declared: Any, number: int) -> Any:
    """A number as a value of a fact: as it is, as cents of an amount, or as seconds."""
    import decimal

    if isinstance(declared, Money):
        return decimal.Decimal(number) / 100
    return periods.Period(seconds=number) if isinstance(declared, Duration) else number
