"""Mutation testing of a policy: are its scenarios sharp enough to notice a wrong rule?

    python tests/mutation/rules.py us-ca/san-jose/ai-policy
    python tests/mutation/rules.py us-az/digital-bill-of-rights --only AZ-6209 --jobs 2
    python tests/mutation/rules.py us-nm/albuquerque/ai-policy --module matrix --range 0:200

Tools that mutate source code change what stands inside functions; a
jurisdiction module is data. Here the rules themselves are changed, one place at
a time: a condition is dropped, turned round or joined the other way, a word is
swapped, a time is shifted, an exception misses its aim. A place is one object:
a term that several rules share stands in the module once, and is changed once,
for all of them. Each changed policy is held against the scenarios of the policy.
One that meets every expectation all the same has survived, and is listed, unless
it compiles to the same source: then nothing was changed.

A scenario is asked only where a rule that the change touches comes out otherwise,
or another date or sum. What no change touches is worked out once in each case. A
change that takes too long to judge is told as not settled, and counts for nothing.

Expectations of questions are left out: the search for them takes too long.
"""

from __future__ import annotations

import argparse
import ast
import copy
import functools
import importlib
import inspect
import multiprocessing
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import attrs

sys.path.insert(0, str(Path(__file__).parent.parent))

from test_scenarios import SCENES, Scene, reaches, said

from aigovkit.answers import Outcome
from aigovkit.engine import reference
from aigovkit.engine.compile import Program
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, lists, records, subjects
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.evaluation import Evaluation
from aigovkit.language import meaning
from aigovkit.language.kinds import Condition, Look, Quantity, Time
from aigovkit.language.meaning import bounds
from aigovkit.language.nodes import (
    NOT_EVER,
    AllOf,
    Always,
    AnyOf,
    AtMost,
    ByReading,
    Constant,
    CountOf,
    EachOf,
    Earliest,
    Fact,
    FirstAmong,
    Forward,
    Greatest,
    Has,
    HasProvision,
    IsIn,
    LastAmong,
    Latest,
    LiesIn,
    Named,
    Not,
    Points,
    Rebutted,
    Shifted,
    SomeOf,
    TimeByReading,
    TotalOf,
)
from aigovkit.language.parts import parts
from aigovkit.policies import Policy, find_policy
from aigovkit.rules import Classification, Duty, ExceptionRule, Requirement, Rule
from aigovkit.rules.effects import triggered
from aigovkit.situation import Situation

SLOW = {"data_classes", "classified", "readings", "contested", "hypothetical", "presumed", "deciding"}
"""Expectations that take long to look at, and are looked at last."""

LEFT_OUT = {"questions", "questions_about", "decisive", "unmodelled"}

FIELDS = (
    "when",
    "provided",
    "waiver",
    "done",
    "gate",
    "holds_back",
    "promoted_by",
    "act",
    "least",
    "most",
    "points",
)
"""The fields of rules that hold conditions and values; a deadline and a commencement hold one more each."""


# The changes


def changed(node: Any) -> Iterator[tuple[str, Any]]:
    """Every way of changing one condition or value itself, what is inside it left as it is, with what was
    done.
    """
    match node:
        case AllOf(several) | AnyOf(several):
            yield "joined the other way", (AnyOf if isinstance(node, AllOf) else AllOf)(several)
            for position, part in enumerate(several):
                rest = (*several[:position], *several[position + 1 :])
                if not isinstance(part, Always) and not said_again(part, rest, type(node)):
                    yield f"without {short(part)}", rest[0] if len(rest) == 1 else type(node)(rest)
                if not isinstance(part, Not):  # Turned round where it is.
                    yield (
                        f"{short(part)} turned round",
                        type(node)((*several[:position], Not(part), *several[position + 1 :])),
                    )
        case Not(inner):
            yield f"{short(inner)} no longer turned round", inner
        case ByReading(ambiguity, options):
            names, conditions = zip(*options, strict=True)
            if len(set(conditions)) > 1:
                yield (
                    f"readings of {ambiguity.name} exchanged",
                    ByReading(ambiguity, tuple(zip(names, (*conditions[1:], conditions[0]), strict=True))),
                )
            for position, (name, part) in enumerate(options):
                if not isinstance(part, Always | Not):
                    yield (
                        f"{short(part)} turned round where {name}",
                        ByReading(
                            ambiguity, (*options[:position], (name, Not(part)), *options[position + 1 :])
                        ),
                    )
        case TimeByReading(ambiguity, options):
            names, times = zip(*options, strict=True)
            if len(set(times)) > 1:
                yield (
                    f"readings of {ambiguity.name} exchanged",
                    TimeByReading(ambiguity, tuple(zip(names, (*times[1:], times[0]), strict=True))),
                )
        case Rebutted(inner):
            yield "nothing to prove", inner
        case IsIn(fact, terms):
            for term in terms if len(terms) > 1 else ():
                yield f"{fact!r} without {term}", IsIn(fact, tuple(t for t in terms if t != term))
        case Has(fact, term):
            yield f"{term} is another", Has(fact, next(t for t in fact.vocabulary if t != term))
        case HasProvision(fact, provision):
            yield f"{provision} is another", HasProvision(fact, f"{provision}-OTHER")
        case SomeOf(collection, inner):
            yield "each instead of some", EachOf(collection, inner)
            yield f"{short(inner)} turned round", SomeOf(collection, Not(inner))
        case EachOf(collection, inner):
            yield "some instead of each", SomeOf(collection, inner)
            yield f"{short(inner)} turned round", EachOf(collection, Not(inner))
        case CountOf(collection, inner):
            yield f"{short(inner)} turned round", CountOf(collection, Not(inner))
        case TotalOf(collection, quantity, inner):
            yield f"{short(inner)} turned round", TotalOf(collection, quantity, Not(inner))
        case FirstAmong(collection, at, inner):
            yield "the last instead of the first", LastAmong(collection, at, inner)
            yield f"{short(inner)} turned round", FirstAmong(collection, at, Not(inner))
        case LastAmong(collection, at, inner):
            yield "the first instead of the last", FirstAmong(collection, at, inner)
            yield f"{short(inner)} turned round", LastAmong(collection, at, Not(inner))
        case AtMost(left, right, strict=strict):
            yield (
                f"{short(node)} {'no longer' if strict else 'now'} strict",
                AtMost(left, right, strict=not strict),
            )
        case Shifted(start, period):
            step = {"seconds": period.seconds + 1} if period.is_elapsed else {"days": period.days + 1}
            yield f"{period.isoformat()} a little longer", Shifted(start, attrs.evolve(period, **step))
        case Earliest(several) | Latest(several):
            yield (
                f"{short(node)} the other end",
                (Latest if isinstance(node, Earliest) else Earliest)(several),
            )
            for position, part in enumerate(several):
                rest = (*several[:position], *several[position + 1 :])
                yield f"without {short(part)}", rest[0] if len(rest) == 1 else type(node)(rest)
        case Greatest(several):
            for position, part in enumerate(several):
                rest = (*several[:position], *several[position + 1 :])
                yield f"without {short(part)}", rest[0] if len(rest) == 1 else Greatest(rest)
        case Constant(number):
            yield f"{number} and one", Constant(number + 1)
        case LiesIn(quantity, ranges):
            for position, (least, most) in enumerate(ranges):
                if most is not None:
                    wider = (*ranges[:position], (least, most + 1), *ranges[position + 1 :])
                    yield f"up to {most} and one", LiesIn(quantity, wider)
        case Points(cells):
            for position, (condition, number) in enumerate(cells):
                yield (
                    f"{number} points and one",
                    Points((*cells[:position], (condition, number + 1), *cells[position + 1 :])),
                )


def said_again(part: Any, others: tuple[Any, ...], kind: type[Any]) -> bool:
    """Whether one of the others says the same within it: what is left out then is still asked."""
    waiting = list(others)
    while waiting:
        other = waiting.pop()
        if other is part or (other == part and not isinstance(part, Named | Forward)):
            return True
        if isinstance(other, Named | Forward):
            waiting.append(other.condition)
        elif isinstance(other, kind):
            waiting.extend(within(other))
    return False


def short(node: Any) -> str:
    """A condition in a few words."""
    text = node.name if isinstance(node, Named | Forward) else repr(node)
    return text if len(text) <= 60 else text[:57] + "…"


def changed_rule(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Every way of changing a rule other than inside its conditions."""
    for field in ("when", "provided", "done"):
        root = getattr(rule, field, None)
        if isinstance(root, Condition) and not isinstance(root, Always | AllOf | AnyOf | Not):
            yield f"{field} turned round", with_(rule, **{field: Not(root)})
    if isinstance(rule, ExceptionRule):
        for target in rule.to:
            yield f"no longer displaces {target}", with_(rule, to=tuple(t for t in rule.to if t != target))
    if isinstance(rule, Duty) and rule.gate != NOT_EVER:
        yield "never a breach", with_(rule, gate=NOT_EVER)
        if isinstance(rule, Requirement):
            yield "lawful use turned round", with_(rule, lawful_use=not rule.lawful_use)
    if rule.commencement is not None:
        yield "always in force", with_(rule, commencement=None)


def with_(rule: Rule, **fields: Any) -> Rule:
    """The rule with other fields, which no author could write: an exception to nothing, a bill in force."""
    changed = copy.copy(rule)
    for name, value in fields.items():
        object.__setattr__(changed, name, value)
    return changed


@attrs.frozen
class Change:
    """One changed place: what was done, the rules it touches, and the changed policy's rules."""

    what: str
    touched: frozenset[int]
    rules: tuple[Rule, ...]
    scope: Condition
    node: Any = None
    """The condition or value that was changed, when one was, and what it is now."""
    now: Any = None
    place: int = 0
    """Which object was changed."""
    judged: tuple[Any, ...] = ()
    """Of which lists' records it is judged, None for the whole case."""
    made: frozenset[int] = frozenset()
    """The objects that were made for it."""


def within(node: Any) -> tuple[Any, ...]:
    """What stands in a node that the policy wrote. The condition of a fact stands with the fact."""
    return () if isinstance(node, Fact) else parts(node)


class Places:
    """Every place of a policy that can be changed."""

    def __init__(self, policy: Policy) -> None:
        self.rules, self.scope = policy.rules, policy.rulebook.scope
        self.inside: dict[int, frozenset[int]] = {}
        self.nodes: dict[int, Any] = {}
        self.used: dict[int, list[int]] = {}
        self.judged: dict[int, set[Any]] = {}
        """Of which lists' records a place is judged, None for the whole case."""
        self.looked_at: set[int] = set()
        """Places inside a look into a list, which are judged of whatever is looked at."""
        for position, rule in enumerate(self.rules):
            for root in _roots(rule):
                for node in self._within(root):
                    self.used.setdefault(node, []).append(position)
                self._judge(root, rule.each, looked=root is getattr(rule, "waiver", None))
        self._within(self.scope)
        self._judge(self.scope, None)

    def _within(self, node: Any) -> frozenset[int]:
        if id(node) not in self.inside:
            self.nodes[id(node)] = node
            self.inside[id(node)] = frozenset(
                {id(node)}.union(*(self._within(part) for part in within(node)))
            )
        return self.inside[id(node)]

    def _judge(self, node: Any, each: Any, *, looked: bool = False) -> None:
        if looked:
            self.looked_at |= self._within(node)
        elif each not in (known := self.judged.setdefault(id(node), set())):
            known.add(each)
            for part in within(node):
                self._judge(part, each, looked=isinstance(node, Look))

    def changes(self) -> Iterator[Change]:
        """Every changed policy, in the order of the document."""
        for key, node in self.nodes.items():
            first = self.rules[self.used[key][0]].id if key in self.used else "scope"
            for what, new in changed(node):
                yield self._replaced(f"{first}: {what}", key, new)
        for position, rule in enumerate(self.rules):
            for what, changed_one in changed_rule(rule):
                rules = (*self.rules[:position], changed_one, *self.rules[position + 1 :])
                yield Change(f"{rule.id}: {what}", frozenset({position}), rules, self.scope)

    def _replaced(self, what: str, key: int, new: Any) -> Change:
        done: dict[int, Any] = {key: new}
        touched = frozenset(self.used.get(key, ()))
        rules = tuple(
            self._rule(rule, done) if position in touched else rule
            for position, rule in enumerate(self.rules)
        )
        return Change(
            what,
            touched,
            rules,
            self._rebuilt(self.scope, key, done),
            None if key in self.looked_at else self.nodes[key],
            new,
            key,
            tuple(self.judged.get(key, ())),
            frozenset(id(node) for node in done.values()),
        )

    def _rule(self, rule: Rule, done: dict[int, Any]) -> Rule:
        key = next(iter(done))
        fields: dict[str, Any] = {
            name: self._rebuilt(getattr(rule, name), key, done) for name in FIELDS if hasattr(rule, name)
        }
        if isinstance(rule, Duty) and rule.due is not None:
            fields["due"] = attrs.evolve(rule.due, time=self._rebuilt(rule.due.time, key, done))
        if rule.commencement is not None:
            fields["commencement"] = attrs.evolve(
                rule.commencement, starts=self._rebuilt(rule.commencement.starts, key, done)
            )
        return with_(rule, **fields)

    def _rebuilt(self, node: Any, key: int, done: dict[int, Any]) -> Any:
        """The same condition or value with the changed place in it."""
        if id(node) in done:
            return done[id(node)]
        if key not in self.inside.get(id(node), ()):
            return node
        if isinstance(node, Forward):  # By now it has a meaning, and is a name for it.
            done[id(node)] = Named(node.name, self._rebuilt(node.condition, key, done), node.citation)
            return done[id(node)]
        fields = {
            attribute.name.lstrip("_"): self._within_value(getattr(node, attribute.name), key, done)
            for attribute in attrs.fields(type(node))
        }
        done[id(node)] = attrs.evolve(node, **fields)
        return done[id(node)]

    def _within_value(self, value: Any, key: int, done: dict[int, Any]) -> Any:
        if isinstance(value, tuple):
            return tuple(self._within_value(one, key, done) for one in value)
        return self._rebuilt(value, key, done) if isinstance(value, Condition | Quantity | Time) else value


def _roots(rule: Rule) -> Iterator[Any]:
    for name in FIELDS:
        if getattr(rule, name, None) is not None:
            yield getattr(rule, name)
    if isinstance(rule, Duty) and rule.due is not None and rule.due.time is not None:
        yield rule.due.time
    if rule.commencement is not None:
        yield rule.commencement.starts


# What no change touches is worked out once in each situation

_PLAINLY = meaning.holds
_WRITTEN: dict[int, Any] = {}
"""The nodes of the policy as it is, by identity: what they say does not change."""

_MADE: dict[int, None] = {}
_SAID: dict[tuple[int, int], bool | None] = {}
"""The nodes of one change and what they say, while it is looked at in situations that are kept."""


def holds(condition: Condition, situation: Situation) -> bool | None:
    """Whether a condition holds. Two that have the same name may be different here."""
    key = id(condition)
    if key in _MADE:
        both = key, id(situation)
        if both not in _SAID:
            _SAID[both] = _anew(condition, situation)
        return _SAID[both]
    if key not in _WRITTEN:
        return _anew(condition, situation)
    known = situation.settled
    if key not in known:
        known[key] = _anew(condition, situation)
    return known[key]


def _anew(condition: Condition, situation: Situation) -> bool | None:
    if isinstance(condition, Named | Forward):
        return holds(condition.condition, situation)
    return _PLAINLY(condition, situation)


def remember(places: Places) -> None:
    """Remember what the nodes of a policy say."""
    _WRITTEN.clear()
    _WRITTEN.update({key: node for key, node in places.nodes.items() if not isinstance(node, Fact)})
    for module in (meaning, reference):
        module.holds = holds  # type: ignore[attr-defined]


# What the changed policy says. What a change does not touch is as it was, and is not judged again.


@attrs.define(eq=False)
class Before:
    """A case at one time under one set of readings, judged by the policy as it is."""

    rulebook: Rulebook
    situation: Situation
    verdicts: tuple[int, ...]
    _levels: dict[int, tuple[Outcome, Outcome]] = attrs.field(factory=dict)
    _shown: dict[tuple[int, ...], Any] = attrs.field(factory=dict)

    def shown(self, position: int, which: tuple[int, int], one: Subject) -> Any:
        """All that an expectation may see of one rule on one of the things it speaks of."""
        if (position, *which) not in self._shown:
            self._shown[position, *which] = shown(self.rulebook, self.rulebook.rules[position], one)
        return self._shown[position, *which]

    def level(self, position: int) -> tuple[Outcome, Outcome]:
        """How far one rule moves the outcome."""
        if position not in self._levels:
            self._levels[position] = reference.reached(
                self.rulebook, self.rulebook.rules[position], self.situation
            )
        return self._levels[position]


class Befores:
    """The policy as it is, with every case it has judged."""

    def __init__(self, policy: Policy) -> None:
        self.policy, self.program = policy, policy._program
        self.known: dict[Any, Before] = {}

    @functools.cached_property
    def source(self) -> str:
        """The policy as it is, compiled."""
        return Program(self.policy.rulebook).source

    def at(
        self,
        case: Any,
        now: int,
        zone: Any,
        readings: tuple[str, ...],
        parameters: tuple[Any, ...],
        hypothetical: bool,
    ) -> Before:
        """The case as judged by the policy as it is."""
        key = id(case), now, readings, parameters, hypothetical
        if key not in self.known:
            rulebook = self.policy.rulebook
            chosen = {
                ambiguity.name: reading
                for ambiguity, reading in zip(rulebook.ambiguities, readings, strict=True)
            }
            values = {
                parameter.name: value
                for parameter, value in zip(rulebook.parameters, parameters, strict=True)
            }
            situation = Situation(case, now, zone, chosen, values, hypothetical)
            self.known[key] = Before(
                rulebook,
                situation,
                self.program.verdicts(case, now, zone, readings, parameters, hypothetical),
            )
        return self.known[key]


class After:
    """A changed policy, in place of the compiled one: plainly judged, and only where the change may show."""

    def __init__(self, befores: Befores, change: Change) -> None:
        self.befores, self.change = befores, change
        self.rulebook = _rulebook(befores.policy.rulebook, change)
        self.readings_read = frozenset(range(len(self.rulebook.ambiguities)))
        touched = set(change.touched)
        places = {rule.id: position for position, rule in enumerate(change.rules)}
        waiting = list(touched)
        while waiting:
            position = waiting.pop()
            for rule in (change.rules[position], befores.policy.rules[position]):
                for target in rule.to if isinstance(rule, ExceptionRule) else ():
                    if places[target] not in touched:
                        touched.add(places[target])
                        waiting.append(places[target])
        self.touched = sorted(touched)

    def shows(self, before: Before, where: frozenset[Any] | None) -> bool:
        """Whether a rule comes out otherwise than it did, looking where the changed place does."""
        for position in self.touched:
            rule = self.rulebook.rules[position]
            for doubting, at in enumerate((before.situation, before.situation.unburdened())):
                for index, one in enumerate(subjects(rule, at)):
                    if (where is None or (rule.each, doubting, index) in where) and shown(
                        self.rulebook, rule, one
                    ) != before.shown(position, (doubting, index), one):
                        return True
        return holds(self.rulebook.scope, before.situation) != holds(before.rulebook.scope, before.situation)

    def verdicts(self, *parameters: Any) -> tuple[int, ...]:
        """The verdict on every rule."""
        before = self.befores.at(*parameters)
        verdicts, situation = list(before.verdicts), before.situation
        for position in self.touched:
            verdicts[position] = reference.verdict(self.rulebook, self.rulebook.rules[position], situation)
        return tuple(verdicts)

    def outcome(self, *parameters: Any) -> int:
        """The range of outcomes as one number."""
        before = self.befores.at(*parameters)
        situation = before.situation
        covered = holds(self.rulebook.scope, situation)
        mildest = Outcome.NO_OBJECTION if covered else Outcome.NOT_APPLICABLE
        strictest = Outcome.NOT_APPLICABLE if covered is False else Outcome.NO_OBJECTION
        touched = set(self.touched)
        for position, rule in enumerate(self.rulebook.rules):
            least, most = (
                reference.reached(self.rulebook, rule, situation)
                if position in touched
                else before.level(position)
            )
            mildest, strictest = max(mildest, least), max(strictest, most)
        return mildest * 5 + strictest

    def by_record(self, *parameters: Any) -> reference.ByRecord:
        """The range of outcomes of each record."""
        return reference.by_record(self.rulebook, self.befores.at(*parameters).situation)

    def of_records(self, *parameters: Any) -> tuple[list[tuple[int, ...]], ...]:
        """The verdicts on the rules that speak of records, for each record."""
        before, touched = self.befores.at(*parameters), set(self.touched)
        was = self.befores.program.of_records(*parameters)
        found: list[list[tuple[int, ...]]] = []
        for number, collection in enumerate(lists(self.rulebook.rules)):
            speaking = [at for at, rule in enumerate(self.rulebook.rules) if rule.each == collection]
            found.append(
                [
                    tuple(
                        reference.verdict_for(self.rulebook, self.rulebook.rules[at], one)
                        if at in touched
                        else as_it_was
                        for at, as_it_was in zip(speaking, row, strict=True)
                    )
                    for one, row in zip(records(collection, before.situation), was[number], strict=True)
                ]
            )
        return tuple(found)


def shown(rulebook: Rulebook, rule: Rule, one: Subject) -> Any:
    """All that an expectation may see of a rule on one thing: verdict, outcomes, what displaces it, dates and
    sums.
    """
    at = one.situation
    return (
        reference.verdict_for(rulebook, rule, one),
        reference.reached_for(rulebook, rule, one),
        holds(triggered(rule), at),
        (holds(rule.met, at), holds(rule.breached, at)) if isinstance(rule, Duty) else None,
        [
            reference.displaces(rulebook, exception, rule, at)
            for exception in rulebook.exceptions.get(rule.id, ())
        ],
        [bounds(root, at) for root in _roots(rule) if isinstance(root, Quantity | Time)],
    )


def _rulebook(rulebook: Rulebook, change: Change) -> Rulebook:
    """The changed rulebook, put together without looking for its ambiguities and circles again."""
    entries = {rule.id: rule for rule in change.rules}
    new = object.__new__(Rulebook)
    put = functools.partial(object.__setattr__, new)
    for name in (
        "id",
        "source",
        "place",
        "time_zone",
        "notes",
        "papers",
        "class_order",
        "ambiguities",
        "parameters",
    ):
        put(name, getattr(rulebook, name))
    put("entries", tuple(entries.get(entry.id, entry) for entry in rulebook.entries))
    put("scope", change.scope)
    put("listed", {**rulebook.listed, **entries})
    put("rules", change.rules)
    exceptions: dict[str, tuple[ExceptionRule, ...]] = {}
    for rule in change.rules:
        for target in rule.to if isinstance(rule, ExceptionRule) else ():
            exceptions[target] = (*exceptions.get(target, ()), rule)
    put("exceptions", exceptions)
    return new


# Whether the scenarios notice


@attrs.frozen(eq=False)
class Watched:
    """A scene with what is expected of it, and every situation its expectations look at."""

    scene: Scene
    expect: Mapping[str, Any]
    before: tuple[Before, ...]
    named: frozenset[str]
    """The provisions that it names."""


def watched(scene: Scene) -> Watched:
    """A scene made ready to be asked often."""
    evaluation = scene.evaluation
    expect = {key: value for key, value in scene.expect.items() if key not in LEFT_OUT}
    named = {name for questions in expect.get("readings", {}).values() for name in questions} | set(
        expect.get("contested", {})
    )
    situations = [evaluation.situation] + [
        _read(evaluation, one.name, reading).situation
        for one in evaluation.policy.rulebook.ambiguities
        if one.name in named
        for reading in one.readings
    ]
    if "hypothetical" in expect:
        situations.append(attrs.evolve(situations[0], hypothetical=True))
    rulebook = evaluation.policy.rulebook
    return Watched(
        scene,
        expect,
        tuple(Before(rulebook, situation, ()) for situation in situations),
        frozenset(rule.id for rule in rulebook.rules if f"'{rule.id}'" in str(expect)),
    )


def turned(watch: Watched, after: After) -> bool:
    """Whether a finding is another, or a class is given or taken, that the scene expects: seen without an
    evaluation.
    """
    before, findings = watch.before[0], watch.expect.get("findings", {})
    classes = watch.expect.get("data_classes", {})
    for position in after.touched:
        was, rule = before.rulebook.rules[position], after.rulebook.rules[position]
        if rule.id in findings:
            old = reference.verdict(before.rulebook, was, before.situation)
            new = reference.verdict(after.rulebook, rule, before.situation)
            if old is not new and {old, new} != {Verdict.UNDETERMINED, Verdict.MET_IF_APPLICABLE}:
                return True
        if classes and isinstance(rule, Classification):
            for one in subjects(rule, before.situation):
                if one.label in classes and _is_silent(before.rulebook, was, one) != _is_silent(
                    after.rulebook, rule, one
                ):
                    return True
    return False


def _is_silent(rulebook: Rulebook, rule: Rule, subject: Subject) -> bool:
    return reference.verdict_for(rulebook, rule, subject) in SILENT


def _turns(change: Change, before: Before) -> frozenset[Any] | None:
    """Of what the changed place says something else: which records of which list; None for the whole case."""
    if change.node is None:
        return None
    turned: set[Any] = set()
    for doubting, whole in enumerate((before.situation, before.situation.unburdened())):
        for each in change.judged:
            several = [whole] if each is None else [one.at for one in meaning.members(each, whole)]
            for index, at in enumerate(several):
                if _value(change.node, at) != _value(change.now, at):
                    if each is None:
                        return None
                    turned.add((each, doubting, index))
    return frozenset(turned)


def _value(node: Any, situation: Situation) -> Any:
    return holds(node, situation) if isinstance(node, Condition) else bounds(node, situation)


def notices(watch: Watched, befores: Befores, change: Change, after: Callable[[], After]) -> bool:
    """Whether the scene comes out otherwise under the changed policy."""
    _MADE.update(dict.fromkeys(change.made))
    try:
        for before in watch.before:
            where = _turns(change, before)
            if (where is None or where) and after().shows(before, where):
                break
        else:
            return False
    finally:
        _MADE.clear()
        _SAID.clear()
    if turned(watch, after()):
        return True
    before = watch.scene.evaluation
    compiled = type(before.policy._compiled)()
    compiled.program = after()  # type: ignore[assignment]
    policy = attrs.evolve(before.policy, rulebook=after().rulebook, compiled=compiled)
    evaluation = policy.evaluate(before.case, as_of=before.as_of)
    return differs(evaluation, watch.expect, {change.rules[position].id for position in after().touched})


def differs(evaluation: Evaluation, expect: Mapping[str, Any], touched: set[str]) -> bool:
    """Whether an evaluation is not what is expected, looking only where a change of the rules touched can
    show.
    """
    for key, value in sorted(expect.items(), key=lambda one: one[0] in SLOW):
        wanted: dict[str, Any] = {}
        if key == "readings":
            if any(
                _finding_differs(evaluation, provision, value[provision])
                for provision in touched & set(value)
            ):
                return True
        elif key == "contested":
            if any(_outcome_differs(evaluation, name, outcomes) for name, outcomes in value.items()):
                return True
        elif key == "hypothetical":
            if (
                value == "none"
                or evaluation.hypothetical is None
                or differs(evaluation.hypothetical, value, touched)
            ):
                return said(evaluation, {key: value}) != {key: value}
        elif key == "presumed":
            if any((provision in value) != evaluation.finding(provision).presumed for provision in touched):
                return True
        elif key == "deciding":
            rules = [evaluation.policy.rule(provision) for provision in touched]
            if any(
                (rule.citation.pinpoint in value) != reaches(evaluation, rule, evaluation.at_most)
                for rule in rules
            ):
                return True
        elif isinstance(value, dict) and key not in ("data_classes", "classified", "attention", "by_record"):
            wanted[key] = {provision: one for provision, one in value.items() if provision in touched}
        else:
            wanted[key] = value
        if any(wanted.values()) and said(evaluation, wanted) != wanted:
            return True
    return False


def _finding_differs(
    evaluation: Evaluation, provision: str, questions: Mapping[str, Mapping[str, str]]
) -> bool:
    return any(
        _read(evaluation, name, reading).finding(provision).status != status
        for name, statuses in questions.items()
        for reading, status in statuses.items()
    )


def _outcome_differs(evaluation: Evaluation, name: str, outcomes: Mapping[str, Any]) -> bool:
    for reading, expected in outcomes.items():
        read = _read(evaluation, name, reading)
        if [read.at_least.word, read.at_most.word] != (
            expected if isinstance(expected, list) else [expected, expected]
        ):
            return True
    return False


def _read(evaluation: Evaluation, name: str, reading: str) -> Evaluation:
    return evaluation.policy.read(**{name: reading}).evaluate(
        evaluation.case, as_of=evaluation.as_of, hypothetical=evaluation.is_hypothetical
    )


@attrs.frozen
class Trial:
    """What comes of one change: whether it survives, changes nothing, or took too long."""

    survives: bool = False
    idle: bool = False
    unsettled: bool = False


def tried(change: Change, befores: Befores, scenes: list[Watched]) -> Trial:
    """What comes of a change. The scenes that name a rule it touches are asked first."""
    made: list[After] = []

    def after() -> After:
        if not made:
            made.append(After(befores, change))
        return made[0]

    ids = {change.rules[position].id for position in change.touched}
    if any(
        notices(watch, befores, change, after)
        for watch in sorted(scenes, key=lambda watch: not ids & watch.named)
    ):
        return Trial()
    idle = Program(after().rulebook).source == befores.source
    return Trial(survives=not idle, idle=idle)


class _TooLongError(Exception):
    pass


def _too_long(number: int, frame: FrameType | None) -> None:
    raise _TooLongError


_SHARED: tuple[list[Change], Befores, list[Watched], int]


def _tried(number: int) -> tuple[int, Trial]:
    changes, befores, scenes, seconds = _SHARED
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(seconds)
    try:
        return number, tried(changes[number], befores, scenes)
    except _TooLongError:
        return number, Trial(unsettled=True)
    finally:
        signal.alarm(0)


def rules_of(module: ModuleType, policy: Policy) -> set[str]:
    """The rules that a module writes, by id: what it has under a name of its own."""
    imported = {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    found: set[str] = set()
    waiting = [value for name, value in vars(module).items() if name not in imported]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Rule):
            found.add(value.id)
        elif isinstance(value, tuple | list):
            waiting.extend(value)
    return found & {rule.id for rule in policy.rules}


@attrs.frozen
class Choice:
    """Which changes are tried, and how long."""

    only: str = ""
    module: str = ""
    beside: tuple[str, ...] = ()
    again: frozenset[str] = frozenset()
    first: int = 0
    last: int | None = None
    sample: int | None = None
    seconds: int = 60
    minutes: float | None = None

    def changes(self, policy: Policy, places: Places) -> list[Change]:
        """The changes that are tried."""
        mine = None
        if self.module:
            home = f"aigovkit.jurisdictions.{_package(policy)}.{self.module}"
            mine = rules_of(importlib.import_module(home), policy)
        elsewhere = {key for name in self.beside for key in Places(find_policy(name)).nodes}
        changes = [
            change
            for change in places.changes()
            if change.what.startswith(self.only)
            and (mine is None or change.what.split(": ", 1)[0] in mine)
            and (not self.again or change.what in self.again)
            and change.place not in elsewhere
        ][self.first : self.last]
        if self.sample is not None and self.sample < len(changes):
            changes = random.Random(0).sample(changes, self.sample)
        return changes


def _package(policy: Policy) -> str:
    return policy.id.split("/")[1].replace("-", "_")


def test(policy: Policy, choice: Choice, jobs: int) -> dict[int, Trial]:
    """Try the changes, print those that survive as they come, and how far it is."""
    global _SHARED  # Handed to the workers by forking.
    places = Places(policy)
    remember(places)
    changes = choice.changes(policy, places)
    scenes = [watched(scene) for scene in SCENES if scene.policy_id == policy.id]
    _SHARED = changes, Befores(policy), scenes, choice.seconds
    trials: dict[int, Trial] = {}
    started = told = time.perf_counter()
    pool = multiprocessing.get_context("fork").Pool(jobs) if jobs > 1 else None
    coming = pool.imap_unordered(_tried, range(len(changes))) if pool else map(_tried, range(len(changes)))
    for number, trial in coming:
        trials[number] = trial
        if trial.survives or trial.unsettled:
            print(f"{'survived' if trial.survives else 'unsettled'}  {changes[number].what}", flush=True)
        now = time.perf_counter()
        if now - told > 15:
            told = now
            print(
                f"{len(trials)} of {len(changes)} tried, {now - started:.0f} s", file=sys.stderr, flush=True
            )
        if choice.minutes is not None and now - started > choice.minutes * 60:
            print(f"stopped after {len(trials)} of {len(changes)}", flush=True)
            break
    if pool:
        pool.terminate()
    return trials


def _range(text: str) -> tuple[int, int | None]:
    first, _, last = text.partition(":")
    return int(first or 0), int(last) if last else None


def main() -> None:
    """Test the policies named on the command line."""
    parser = argparse.ArgumentParser(description="Mutation testing of policies.")
    parser.add_argument("policies", nargs="+", metavar="POLICY_ID")
    parser.add_argument(
        "--only", default="", metavar="ID", help="change only what stands first in a rule whose id begins so"
    )
    parser.add_argument(
        "--module", default="", metavar="NAME", help="change only what stands first in a rule of this module"
    )
    parser.add_argument(
        "--beside",
        action="append",
        default=[],
        metavar="POLICY_ID",
        help="leave out the places that stand in this policy too",
    )
    parser.add_argument(
        "--range",
        type=_range,
        default=(0, None),
        metavar="FROM:TO",
        help="of these, try FROM up to before TO",
    )
    parser.add_argument(
        "--again", type=Path, metavar="FILE", help="try only what survived in the run that printed this file"
    )
    parser.add_argument("--sample", type=int, metavar="N", help="try N changed rules, drawn evenly")
    parser.add_argument("--seconds", type=int, default=60, metavar="N", help="give one change no more (60)")
    parser.add_argument("--minutes", type=float, metavar="N", help="stop after N minutes")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="work in N processes")
    options = parser.parse_args()
    printed = options.again.read_text(encoding="utf-8").splitlines() if options.again else []
    choice = Choice(
        options.only,
        options.module,
        tuple(options.beside),
        frozenset(line.removeprefix("survived  ") for line in printed if line.startswith("survived  ")),
        first=options.range[0],
        last=options.range[1],
        sample=options.sample,
        seconds=options.seconds,
        minutes=options.minutes,
    )
    for name in options.policies:
        started = time.perf_counter()
        trials = test(find_policy(name), choice, options.jobs).values()
        count = sum(not trial.idle and not trial.unsettled for trial in trials)
        killed = count - sum(trial.survives for trial in trials)
        print(
            f"{name}: {killed} of {count} changed rules noticed ({killed / max(count, 1):.1%}), "
            f"{sum(trial.idle for trial in trials)} the same, "
            f"{sum(trial.unsettled for trial in trials)} not settled, {time.perf_counter() - started:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
