"""The compiled form of a rulebook: Python source, generated once per policy.

Each condition becomes two ordinary boolean expressions, its rails: see `rails`.
Facts are read once each. What cannot be written as an expression (comparisons of
times, looks into lists) is worked out beforehand by the very functions of
`aigovkit.language.logic` that define it. Equal nodes are one object here, and
what several conditions share is worked out once.

The source contains words of the rules only: names of fields the records
declare, and constants passed by reference. Nothing of a case ever enters it.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any, assert_never

import attrs

from aigovkit.answers import Outcome
from aigovkit.engine import rails as on
from aigovkit.engine.blocks import ALL, ARGUMENTS, QUICK, Writing
from aigovkit.engine.in_ranges import InRanges
from aigovkit.engine.rails import FALSE, TRUE, Rails
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.sharing import Same, Users
from aigovkit.engine.subjects import lists
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.language.kinds import Condition, Value
from aigovkit.language.nodes import (
    ALWAYS,
    AllOf,
    Always,
    AnyOf,
    AsOf,
    AtMost,
    Attested,
    AttestedOn,
    BooleanFact,
    ByReading,
    Constant,
    CountOf,
    Day,
    EachOf,
    Earliest,
    EndOfDay,
    EventFact,
    Fact,
    FirstAmong,
    Forward,
    Greatest,
    Has,
    HasOnly,
    HasProvision,
    InForce,
    IsIn,
    LastAmong,
    LastOf,
    Latest,
    Length,
    LiesIn,
    MeetsCadence,
    Named,
    Not,
    OpenDay,
    ParameterIs,
    Points,
    Product,
    QuantityByReading,
    QuantityFact,
    Rebutted,
    RecordsFact,
    Shifted,
    SomeOf,
    StartOfDay,
    Sum,
    TimeByReading,
    TimeIf,
    TotalOf,
    Within,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter
from aigovkit.rules import (
    Advice,
    AnyRule,
    Classification,
    Definition,
    Duty,
    ExceptionRule,
    Ground,
    Noted,
    Obligation,
    Penalty,
    Prohibition,
    Referral,
    Requirement,
    Retention,
    Review,
    Score,
)
from aigovkit.rules.effects import effects, prevails, triggered

LEVELS = 5
"""A range of outcomes is one number: the mildest times this, plus the strictest."""

LONG = 60
"""From so many characters on, an expression that several rules need is worked out once."""

LONG_IN_ONE = 200
"""From so many characters on, so is one that a single rule needs in several places."""


@attrs.frozen(slots=False, eq=False)
class Program:
    """The compiled rulebook: functions of the same arguments, each compiled when it is first used.

    The arguments are the case, the time of judging in microseconds, the time
    zone, the readings and parameters in the order of the rulebook, and whether
    everything is taken as in force. `outcome` gives the range of outcomes as
    one number: see LEVELS. `verdicts` gives the verdict on every rule. `by_record`
    gives the range of outcomes of each record: see `reference.ByRecord`. `of_records`
    gives the verdicts of each record of each list, on the rules that speak of it.
    """

    rulebook: Rulebook
    _same: Same = attrs.field(factory=Same, init=False, repr=False)

    @functools.cached_property
    def _outcome(self) -> tuple[Callable[..., int], frozenset[int]]:
        writer = _Outcome(self.rulebook, self._same)
        return self._compiled(writer), frozenset(writer.readings_read)

    @functools.cached_property
    def outcome(self) -> Callable[..., int]:
        """The function that gives the range of outcomes."""
        return self._outcome[0]

    @property
    def readings_read(self) -> frozenset[int]:
        """The ambiguities, by their positions in the rulebook, on whose readings an outcome can depend."""
        return self._outcome[1]

    @functools.cached_property
    def verdicts(self) -> Callable[..., tuple[int, ...]]:
        """The function that gives the verdicts."""
        return self._compiled(_Verdicts(self.rulebook, self._same))

    @functools.cached_property
    def by_record(self) -> Callable[..., Any]:
        """The function that gives the range of outcomes of each record."""
        return self._compiled(_ByRecord(self.rulebook, self._same))

    @functools.cached_property
    def of_records(self) -> Callable[..., Any]:
        """The function that gives the verdicts of each record."""
        return self._compiled(_OfRecords(self.rulebook, self._same))

    @property
    def source(self) -> str:
        """The text of all functions."""
        writers = (one(self.rulebook, self._same) for one in (_Outcome, _Verdicts, _ByRecord, _OfRecords))
        return "\n\n".join(writer.written() for writer in writers) + "\n"

    def _compiled(self, writer: _Writer) -> Callable[..., Any]:
        source, names = writer.written(), writer.names
        exec(compile(source, f"<{self.rulebook.id}>", "exec"), names)  # noqa: S102 - generated from the rules alone
        return names[writer.name]  # type: ignore[no-any-return]


def compile_rulebook(rulebook: Rulebook) -> Program:
    """Generate and compile all functions of a rulebook."""
    program = Program(rulebook)
    _ = program.outcome, program.verdicts, program.by_record, program.of_records
    return program


@attrs.frozen
class _Task:
    """What is written in one place: a rule, and what else has to hold for what it brings about there."""

    number: int
    rule: AnyRule
    trigger: Condition
    condition: Condition = ALWAYS
    level: Outcome = Outcome.NO_OBJECTION

    @property
    def users(self) -> int:
        """The task as a user of what is shared."""
        return 1 << self.number


def _by_list(tasks: Sequence[_Task]) -> dict[RecordsFact, list[_Task]]:
    """The tasks of rules that speak of records, by the list that these are in."""
    found: dict[RecordsFact, list[_Task]] = {}
    for task in tasks:
        if task.rule.each is not None:
            found.setdefault(task.rule.each, []).append(task)
    return found


class _Writer(Writing):
    """Writes one function of a rulebook: its rules, conditions and values."""

    name: str
    """The name of the function."""
    certain: str
    """Inside a loop over the records that rules speak of, an expression for "it is certain that there is this
    one".
    """

    def __init__(self, rulebook: Rulebook, same: Same) -> None:
        self.tasks: list[_Task] = list(self.to_write(rulebook))
        self.displacing: dict[str, int] = {}
        """The tasks that need to know whether an exception applies, by its id."""
        roots = [tuple(self._roots(rulebook, task)) for task in self.tasks]
        super().__init__(rulebook, same, Users(same, [*roots, (rulebook.scope,)]))
        self.here: Any = None if rulebook.here is None else same.of(rulebook.here)
        """What everything requires where the policy has a place: that the agency is there, or may be."""

    def _roots(self, rulebook: Rulebook, task: _Task) -> Iterator[Condition]:
        yield from (task.trigger, task.rule.in_force, task.condition)
        if isinstance(task.rule, Duty):
            yield from (task.rule.met, task.rule.breached)
        elif isinstance(task.rule, Referral | Ground):
            yield task.rule.met
        for rule in rulebook.with_exceptions(task.rule):
            if rule is not task.rule:
                yield from (triggered(rule), rule.in_force)
            yield from (prevails(one, rule) for one in rulebook.exceptions.get(rule.id, ()))
            if isinstance(rule, ExceptionRule):
                self.displacing[rule.id] = self.displacing.get(rule.id, 0) | task.users

    def to_write(self, rulebook: Rulebook) -> Iterator[_Task]:
        """What is to be written, in its order."""
        raise NotImplementedError

    def written(self) -> str:
        """The text of the function."""
        raise NotImplementedError

    def write(self, task: _Task) -> None:
        """Statements for one task, where its rule is possibly triggered or speaks of records."""
        raise NotImplementedError

    # Rules.

    def gated(self, tasks: Sequence[_Task], asked: frozenset[int] = frozenset()) -> None:
        """Statements for several tasks. What several in a row cannot do without is asked once for them."""
        start = 0
        while start < len(tasks):
            gate, end = self.gate(tasks, start, asked)
            several = tasks[start:end]
            if gate is not None:
                with self.possibly(gate, functools.reduce(operator.or_, (task.users for task in several))):
                    self.gated(several, asked | {id(gate)})
            else:
                with self.possibly(several[0].trigger, several[0].users):
                    self.write(several[0])
            start = end

    def over_lists(self, tasks: Sequence[_Task], asked: frozenset[int] = frozenset()) -> None:
        """Statements for the tasks of rules that speak of records: one loop for each list."""
        for collection, several in _by_list(tasks).items():
            users = functools.reduce(operator.or_, (task.users for task in several))
            needed = [self.same.needed(task.trigger) for task in several]
            with ExitStack() as gates:
                inside = asked
                for key, node in needed[0].items():
                    if (
                        key not in inside
                        and not self.same.records_of(node)
                        and all(key in one for one in needed)
                    ):
                        gates.enter_context(self.possibly(node, users))
                        inside |= {key}
                self.certain, _ = gates.enter_context(self.over(collection, users))
                self.gated(several, inside)

    def gate(self, tasks: Sequence[_Task], start: int, asked: frozenset[int]) -> tuple[Any, int]:
        """What most tasks from one on cannot do without, and where they end; None where it stands alone."""
        gate, end = None, start + 1
        for key, node in self.same.needed(tasks[start].trigger).items():
            last = start + 1
            if key not in asked and self.same.records_of(node) <= self.items.keys():
                while last < len(tasks) and key in self.same.needed(tasks[last].trigger):
                    last += 1
            if last > end:
                gate, end = node, last
        return gate, end

    def displaced(self, rule: AnyRule) -> Rails:
        """Whether an exception displaces the rule."""
        exceptions = self.rulebook.exceptions.get(rule.id, ())
        return on.some(*(on.every(self.applies(one), self.rails(prevails(one, rule))) for one in exceptions))

    def applies(self, rule: AnyRule) -> Rails:
        """Whether the rule bites."""
        if not isinstance(rule, ExceptionRule):
            return self.bites(rule, rule.when)
        kinds = () if rule.each is None else (rule.each.record_type,)
        key = ("applies", rule.id, *(self.items.get(kind) for kind in kinds))
        if (known := self.found(key)) is not None:
            return known  # type: ignore[no-any-return]
        with self.at_home(self.displacing[rule.id], kinds):
            rails = self.blocks[-1].known[key] = self.named(self.bites(rule, triggered(rule)))
        return rails

    def bites(self, rule: AnyRule, trigger: Condition) -> Rails:
        """Whether the rule's condition holds, it is in force, and nothing displaces it."""
        return on.every(self.rails(trigger), self.rails(rule.in_force), on.opposite(self.displaced(rule)))

    # Conditions.

    def rails(self, given: Condition) -> Rails:
        """The two expressions of a condition; statements they need are written first."""
        node = self.same.of(given)
        if (kept := self.found(id(node), node)) is not None:
            return kept  # type: ignore[no-any-return]
        with self.home_of(node):
            rails = self._rails(node)
            # What is needed several times is worked out once, if it is long enough for that to pay.
            long = LONG if self.is_shared(node) else LONG_IN_ONE
            if self.users.uses[id(node)] > 1 and len(rails[0]) + len(rails[1]) > long:
                rails = self.named(rails)
            self.blocks[-1].known[id(node)] = rails
        return rails

    def _rails(self, node: Condition) -> Rails:
        match node:
            case BooleanFact():
                return self.where(node, on.answered(self.value(node)), empty=False)
            case Always(answer):
                return TRUE if answer else FALSE
            case Not(inner):
                return on.opposite(self.rails(inner))
            case AllOf(several):
                return self.all_of(node, several)
            case AnyOf(several):
                if (shared := self.has_any(several)) is not None:
                    return shared
                return on.some(*(self.rails(c) for c in several))
            case IsIn(fact, terms):
                value = self.value(fact)
                tests = " or ".join(f"{value} is {self.constant(term)}" for term in terms) or "False"
                return self.where(fact, (tests, f"{value} is None or {tests}"), empty=fact.none in terms)
            case Has(fact, term):
                value, word = self.value(fact), self.constant(term)
                open_ = f"({value}.no is not None and {word} not in {value}.no)"
                has = (
                    f"{value} is not None and {word} in {value}.yes",
                    f"{value} is None or {word} in {value}.yes or {open_}",
                )
                return self.where(fact, has, empty=False)
            case HasOnly(fact, terms):
                value, words = self.value(fact), self.constant(frozenset(terms))
                has_only = (
                    f"{value} is not None and {value}.no is None and {value}.yes <= {words}",
                    f"{value} is None or {value}.yes <= {words}",
                )
                return self.where(fact, has_only, empty=True)
            case Within(fact, place):
                value, itself, below = self.value(fact), self.constant(place), self.constant(f"{place}/")
                known = f"{value} == {itself} or {value}.startswith({below})"
                there = self.answered(f"None if {value} is None else {known}")
                return self.where(fact, there, empty=False)
            case HasProvision(fact, provision):
                value, word = self.value(fact), self.constant(provision)
                has = (f"{value} is not None and {word} in {value}", f"{value} is None or {word} in {value}")
                return self.where(fact, has, empty=False)
            case AtMost(strict=strict):
                left, right = node.sides
                return self.answered(f"compared({self.bounds(left)}, {self.bounds(right)}, {strict})")
            case SomeOf(collection, inner):
                return self.over_list(collection, inner, at_first=True)
            case EachOf(collection, inner):
                return self.over_list(collection, inner, at_first=False)
            case Named() | Forward():
                return self.rails(node.condition)
            case ByReading():
                certain, possible = self.by_reading(node, self.rails)
                return certain, possible
            case Rebutted(inner):
                certain = self.rails(inner)[0]
                return certain, certain
            case Attested():
                return self.answered(f"{self.attested()}.get({self.key_of(node)})")
            case MeetsCadence(occurrences, cadence, since, until, anchor):
                anchored = None if anchor is None else self.bounds(anchor)
                times = f"{self.bounds(since)}, {self.bounds(until)}, {anchored}"
                done, how_often = self.listed(occurrences), self.constant(cadence)
                return self.answered(f"meets_cadence({done}, {how_often}, {times}, now, zone)")
            case BooleanParameter():
                return on.answered(self.parameter(node))
            case ParameterIs(parameter, choice):
                value, word = self.parameter(parameter), self.constant(choice)
                return f"{value} == {word}", f"{value} is None or {value} == {word}"
            case InForce(starts, act, ends):
                at = self.bounds(act)
                test = f"compared({self.bounds(starts)}, {at}, False)"
                if ends is not None:
                    test = f"conjunction(({test}, negation(compared({self.bounds(ends)}, {at}, False))))"
                return self.answered(f"True if hypothetical else {test}")
            case LiesIn(quantity):
                test = self.constant(InRanges.of(node, self.rulebook))
                at = f"{ARGUMENTS}, {self.looked_at(self.items)}, {self.looked_at(self.numbers_of(node))}"
                return self.answered(f"{test}({self.bounds(quantity)}, {at})")
            case _:
                assert_never(node)

    def all_of(self, node: AllOf, several: tuple[Condition, ...]) -> Rails:
        """The rails of "all of these"; those that are quickly told go first."""
        quick = [one for one in several if self.is_quick(one)]
        first = on.every(*(self.rails(one) for one in quick))
        if first[1] in ("True", "False"):
            return on.every(first, *(self.rails(one) for one in several if one not in quick))
        return self.where_needed(node, first, [one for one in several if one not in quick])

    def is_quick(self, given: Condition) -> bool:
        """Whether a condition is a few tests of facts, or known already."""
        node = self.same.of(given)
        return self.same.tests(node) <= QUICK or self.found(id(node), node) is not None

    def has_any(self, several: tuple[Condition, ...]) -> Rails | None:
        """One look into a set of terms where an alternative asks for several terms of the same set."""
        tests = [test for test in several if isinstance(test, Has)]
        if len(tests) < 2 or len(tests) < len(several) or len({test.fact for test in tests}) > 1:
            return None
        value, words = self.value(tests[0].fact), self.constant(frozenset(test.term for test in tests))
        open_ = f"({value}.no is not None and not {words} <= {value}.no)"
        any_of_them = (
            f"{value} is not None and not {value}.yes.isdisjoint({words})",
            f"{value} is None or not {value}.yes.isdisjoint({words}) or {open_}",
        )
        return self.where(tests[0].fact, any_of_them, empty=False)

    def where(self, fact: Fact, test: Rails, *, empty: bool) -> Rails:
        """The two expressions of a test of a fact; `empty` is its answer where the fact has no meaning."""
        asked = self.asked(fact)
        return on.some(on.opposite(asked), test) if empty else on.every(asked, test)

    def over_list(self, collection: Fact, inner: Condition, *, at_first: bool) -> Rails:
        """A quantifier: `at_first` is the answer that the first record of its kind settles."""
        answer = self.local()
        self.line(f"{answer} = {not at_first}")
        with self.look(collection, inner) as (is_there, loop):
            certain, possible = self.rails(inner)
            decisive, open_ = (certain, possible) if at_first else (on.negated(possible), on.negated(certain))
            settled = f"if ({decisive}) and {is_there}: {answer} = {at_first}"
            # A loop that hands something on goes to its end, and what has settled it stands.
            unless = f"{answer} is not {at_first} and ({open_})"
            self.line(lambda: settled if loop.hands_on else f"{settled}; break")
            self.line(lambda: f"if {unless if loop.hands_on else open_}: {answer} = None")
        return on.answered(answer)

    # Values.

    def among(self, collection: Fact, value: Value, inner: Condition) -> str:
        """A local variable for the values of the records that may meet a condition: see `meaning._among`."""
        found = self.local()
        self.line(f"{found} = []")
        with self.look(collection, inner) as (is_there, _):
            certain, possible = self.rails(inner)
            with self.block(f"if {possible}:"):
                counts = f"{certain if on.costs_nothing(certain) else f'({certain})'} if {is_there} else None"
                self.line(f"{found}.append(({counts}, {self.bounds(value)}))")
        return found

    def bounds(self, given: Value) -> str:
        """An expression for the interval of an ordered value."""
        node = self.same.of(given)
        key = ("bounds", id(node))
        if (kept := self.found(key, node)) is not None:
            return kept  # type: ignore[no-any-return]
        with self.home_of(node):
            text = self._bounds(node)
            if not on.costs_nothing(text):
                name = self.local()
                self.line(f"{name} = {text}")
                text = name
            self.blocks[-1].known[key] = text
        return text

    def interval_where(self, fact: Fact, interval: str, empty: str) -> str:
        """An expression for a fact that is an interval; what it reads as where it has no meaning."""
        if fact.where is None:
            return interval
        return f"either({on.value(self.asked(fact))}, {interval}, {empty})"

    def _bounds(self, node: Value) -> str:
        match node:
            case EventFact():
                return self.interval_where(node, f"event_interval({self.value(node)}, now, zone)", "NEVER")
            case QuantityFact():
                value = self.value(node)
                unknown, fact = self.constant(node.unknown), self.constant(node)
                known = f"({unknown} if {value} is None else {fact}.interval({value}))"
                return self.interval_where(node, known, self.constant((0, 0)))
            case AsOf():
                return "(now, now)"
            case Constant(number):
                return self.constant((number, number))
            case Length(period):
                return self.constant(period.bounds())
            case Day(day):
                return f"interval({self.constant(day)}, zone)"
            case EventParameter():
                return f"event_interval({self.parameter(node)}, now, zone)"
            case CountParameter():
                value = self.parameter(node)
                return f"({value}, {value}) if {value} is not None else (0, INFINITY)"
            case Shifted(start, period):
                return f"shift({self.bounds(start)}, {self.constant(period)}, zone)"
            case StartOfDay(time):
                return f"start_of_day({self.bounds(time)}, zone)"
            case EndOfDay(time):
                return f"end_of_day({self.bounds(time)}, zone)"
            case TimeByReading() | QuantityByReading():
                return self.by_reading(node, lambda option: (self.bounds(option),))[0]
            case OpenDay(time, closed):
                return f"open_day({self.bounds(time)}, {self.constant(closed)}, zone)"
            case AttestedOn(in_time=in_time):
                said = f"{self.attestations()}.get({self.key_of(node)})"
                return f"attested_interval({said}, now, zone{', True' if in_time else ''})"
            case LastOf(occurrences, otherwise, by):
                times = f"{self.bounds(otherwise)}, {self.bounds(by)}"
                return f"last_interval({self.listed(occurrences)}, {times}, now, zone)"
            case FirstAmong(collection, time, inner):
                return f"first_among({self.among(collection, time, inner)})"
            case LastAmong(collection, time, inner):
                return f"last_among({self.among(collection, time, inner)})"
            case TimeIf(condition, then, otherwise):
                return (
                    f"either({on.value(self.rails(condition))}, {self.bounds(then)}, "
                    f"{self.bounds(otherwise)})"
                )
            case Earliest(times):
                return f"least({self.tuple(self.bounds(v) for v in times)})"
            case Latest(times):
                return f"greatest({self.tuple(self.bounds(v) for v in times)})"
            case Greatest(quantities):
                return f"greatest({self.tuple(self.bounds(v) for v in quantities)})"
            case Sum(quantities):
                return f"total({self.tuple(self.bounds(v) for v in quantities)})"
            case Product(quantities):
                return f"product({self.tuple(self.bounds(v) for v in quantities)})"
            case Points(cells):
                row = (f"({on.value(self.rails(c))}, {number})" for c, number in cells)
                return f"points({self.tuple(row)})"
            case CountOf(collection, inner):
                answers, more = self.local(), self.local()
                self.line(f"{answers}, {more} = [], False")
                with self.look(collection, inner) as (is_there, _):
                    rails = self.rails(inner)
                    self.line(f"if {is_there}: {answers}.append({on.value(rails)})")
                    self.line(f"elif {rails[1]}: {more} = True")
                return f"counted({answers}, {more})"
            case TotalOf(collection, quantity, inner):
                return f"total_among({self.among(collection, quantity, inner)})"
            case _:
                assert_never(node)


class _Outcome(_Writer):
    """Writes the function that gives the range of outcomes as one number."""

    name = "outcome"

    def to_write(self, rulebook: Rulebook) -> Iterator[_Task]:
        """Each effect of a rule, those of one rule together and the rule that can go furthest first: behind
        one gate stands what they share.
        """
        moving = [(rule, several) for rule in rulebook.rules if (several := effects(rule))]
        moving.sort(key=lambda one: max(level for level, _ in one[1]), reverse=True)
        found = [(rule, *effect) for rule, several in moving for effect in several]
        for number, (rule, level, condition) in enumerate(found):
            yield _Task(number, rule, triggered(rule), condition, level)

    def written(self) -> str:
        """The text of the function."""
        needed = [self.same.needed(task.trigger) for task in self.tasks]
        everywhere = self.same.needed(self.rulebook.scope).items()
        with ExitStack() as gates:
            asked = {key: node for key, node in everywhere if all(key in one for one in needed)}
            # The place stands first: to tell that the agency is elsewhere, nothing else is looked at.
            for node in sorted(asked.values(), key=lambda node: node is not self.here):
                gates.enter_context(self.possibly(node, ALL))
            self.levels(frozenset(asked))
        if asked:
            self.line(f"return {Outcome.NOT_APPLICABLE * LEVELS + Outcome.NOT_APPLICABLE}")
        return self.function(self.name)

    def levels(self, asked: frozenset[int]) -> None:
        """Statements that find the mildest and the strictest outcome, from the strictest down."""
        self.line("mildest = strictest = 0")
        of_records = [task for task in self.tasks if task.rule.each is not None]
        furthest: dict[str, Outcome] = {}
        for task in self.tasks:
            furthest[task.rule.id] = max(task.level, furthest.get(task.rule.id, task.level))
        for level in sorted(Outcome, reverse=True):
            tasks = [
                task for task in self.tasks if furthest[task.rule.id] is level and task.rule.each is None
            ]
            self.gated(tasks, asked)
            if level is Outcome.PROHIBITED:  # What the case settles alone needs no look at records.
                self.over_lists(of_records, asked)
            elif tasks:  # What is certain at one level is no milder at those below.
                self.line(f"if mildest >= {int(level)}: return mildest * {LEVELS} + strictest")
        covered = self.rails(self.rulebook.scope)
        unbarred, outside = int(Outcome.NO_OBJECTION), int(Outcome.NOT_APPLICABLE)
        self.line(f"if not strictest: strictest = {unbarred} if {covered[1]} else {outside}")
        self.line(f"if not mildest: mildest = {unbarred} if {covered[0]} else {outside}")
        self.line(f"return mildest * {LEVELS} + strictest")

    def write(self, task: _Task) -> None:
        """Statements that raise the outcome to a level where a rule brings it about."""
        certain, possible = on.every(self.applies(task.rule), self.rails(task.condition))
        if possible == "False":
            return
        if task.rule.each is not None:
            certain = f"({certain}) and {self.certain}"
        raises = self.raises(task, certain)
        if possible == "True":  # It was asked already.
            self.blocks[-1].lines += raises
        else:
            self.line(f"if {possible}:")
            self.blocks[-1].lines += [f" {line}" for line in raises]

    def raises(self, task: _Task, certain: str) -> list[str]:
        """Statements for where it is possible that a rule brings a level about, and may be certain."""
        level = int(task.level)
        if task.level is Outcome.PROHIBITED:  # There is none that is stricter.
            return [f"if {certain}: return {level * LEVELS + level}", f"strictest = {level}"]
        return _raised("mildest", "strictest", level, certain)


def _raised(mildest: str, strictest: str, level: int, certain: str) -> list[str]:
    return [
        f"if {mildest} < {level} and ({certain}): {mildest} = {level}",
        f"if {strictest} < {level}: {strictest} = {level}",
    ]


class _ByRecord(_Outcome):
    """Writes the function that gives the range of outcomes of each record, apart from the others."""

    name = "by_record"

    def written(self) -> str:
        """The text of the function."""
        self.line("mildest = strictest = 0")
        self.gated([task for task in self.tasks if task.rule.each is None])
        certain, possible = self.rails(self.rulebook.scope)
        unbarred = int(Outcome.NO_OBJECTION)
        self.line(f"if mildest < {unbarred} and ({certain}): mildest = {unbarred}")
        self.line(f"if strictest < {unbarred} and ({possible}): strictest = {unbarred}")
        speaking = _by_list(self.tasks)
        found = [self.of_list(one, speaking.get(one, [])) for one in lists(self.rulebook.rules)]
        self.line(f"return (mildest, strictest), ({''.join(f'{one}, ' for one in found)})")
        return self.function(self.name)

    def of_list(self, collection: RecordsFact, tasks: Sequence[_Task]) -> str:
        """A local variable for the ranges of the records of a list."""
        found = self.local()
        self.line(f"{found} = []")
        with self.over(collection) as (self.certain, _):
            self.line("low = high = 0")
            self.gated(tasks)
            present = collection.present
            is_present = "True" if present is None else on.value(self.rails(present))
            self.line(f"{found}.append((low, high, {self.certain}, {is_present}))")
        return found

    def raises(self, task: _Task, certain: str) -> list[str]:
        """Statements for where it is possible that a rule brings a level about, and may be certain."""
        names = ("mildest", "strictest") if task.rule.each is None else ("low", "high")
        return _raised(*names, int(task.level), certain)


class _Verdicts(_Writer):
    """Writes the function that gives the verdict on every rule."""

    name = "verdicts"

    def to_write(self, rulebook: Rulebook) -> Iterator[_Task]:
        """The rules, in the order of the document."""
        for number, rule in enumerate(rulebook.rules):
            yield _Task(number, rule, triggered(rule))

    def written(self) -> str:
        """The text of the function."""
        if self.here is None:
            self.results(frozenset())
        else:
            with self.possibly(self.here, ALL):
                self.results(frozenset({id(self.here)}))
            self.line(f"return {self.constant((Verdict.NOT_APPLICABLE,) * len(self.tasks))}")
        return self.function(self.name)

    def results(self, asked: frozenset[int]) -> None:
        """Statements that find the verdict on each rule and return them all."""
        results = [f"r{task.number}" for task in self.tasks]
        for result in results:
            self.line(f"{result} = {int(Verdict.NOT_APPLICABLE)}")
        self.gated([task for task in self.tasks if task.rule.each is None], asked)
        self.over_lists([task for task in self.tasks if task.rule.each is not None], asked)
        self.line(f"return ({', '.join(results)}{',' if len(results) == 1 else ''})")

    def write(self, task: _Task) -> None:
        """Statements that set the result of a rule."""
        rule, result = task.rule, f"r{task.number}"
        if rule.each is None:
            self.verdict(task, result)
            return
        one = self.local()
        self.verdict(task, one)
        undetermined = int(Verdict.UNDETERMINED)
        self.line(f"if {one} > {int(max(SILENT))} and not {self.certain}: {one} = {undetermined}")
        self.line(f"if {one} > {result}: {result} = {one}")

    def verdict(self, task: _Task, result: str) -> None:
        """Statements that set `result` to the verdict on a rule: see `reference.verdict_on`."""
        rule = task.rule
        trigger, force = self.rails(task.trigger), self.rails(rule.in_force)
        displaced = self.displaced(rule)
        biting = on.every(trigger, force, on.opposite(displaced))
        undetermined = str(int(Verdict.UNDETERMINED))
        chain = [
            (on.negated(trigger[1]), str(int(Verdict.NOT_APPLICABLE))),
            (on.negated(force[1]), str(int(Verdict.NOT_IN_FORCE))),
            (displaced[0], str(int(Verdict.DISPLACED))),
        ]
        match rule:
            case Obligation() | Review() | Requirement():
                met, breached = self.rails(rule.met), self.rails(rule.breached)
                chain += [
                    (
                        on.negated(biting[0]),
                        f"{int(Verdict.MET_IF_APPLICABLE)} if {met[0]} else {undetermined}",
                    ),
                    (met[0], str(int(Verdict.MET))),
                    (met[1], undetermined),
                    (breached[0], str(int(Verdict.BREACHED))),
                    (breached[1], undetermined),
                    ("True", str(int(Verdict.OPEN))),
                ]
            case Referral():
                decided = self.rails(rule.met)
                if_met = f"{int(Verdict.MET_IF_APPLICABLE)} if {decided[0]} else {undetermined}"
                chain += [
                    (on.negated(biting[0]), if_met),
                    (decided[0], str(int(Verdict.MET))),
                    (decided[1], undetermined),
                    ("True", str(int(Verdict.REFERRED))),
                ]
            case Ground():
                matched = self.rails(rule.matches)
                chain += [
                    (on.negated(biting[0]), undetermined),
                    (matched[0], str(int(Verdict.NOTED))),
                    (matched[1], undetermined),
                    ("True", str(int(Verdict.DISTINGUISHED))),
                ]
            case Prohibition():
                chain += [(biting[0], str(int(Verdict.BREACHED))), ("True", undetermined)]
            case ExceptionRule() | Definition() | Noted() | Advice():
                chain += [(biting[0], str(int(Verdict.NOTED))), ("True", undetermined)]
            case Score() | Classification() | Retention() | Penalty():
                chain += [(biting[0], str(int(Verdict.NOTED))), ("True", undetermined)]
            case _:
                assert_never(rule)
        keyword = "if"
        for test, value in chain:
            if test == "False":
                continue
            if test == "True":
                self.line(f"{result} = {value}" if keyword == "if" else f"else: {result} = {value}")
                break
            self.line(f"{keyword} {test}: {result} = {value}")
            keyword = "elif"


class _OfRecords(_Verdicts):
    """Writes the function that gives the verdicts of each record of each list, in the order of `lists`: a
    row for each record, and in it the rules that speak of the list, in their order.
    """

    name = "of_records"

    def to_write(self, rulebook: Rulebook) -> Iterator[_Task]:
        """The rules that speak of records."""
        several = (rule for rule in rulebook.rules if rule.each is not None)
        for number, rule in enumerate(several):
            yield _Task(number, rule, triggered(rule))

    def written(self) -> str:
        """The text of the function."""
        speaking = _by_list(self.tasks)
        rows = []
        for collection in lists(self.rulebook.rules):
            tasks = speaking[collection]
            results = [f"r{task.number}" for task in tasks]
            rows.append(self.local())
            self.line(f"{rows[-1]} = []")
            with self.over(collection) as (self.certain, _):
                self.line(f"{' = '.join(results)} = {int(Verdict.NOT_APPLICABLE)}")
                self.gated(tasks)
                self.line(f"{rows[-1]}.append(({''.join(f'{one}, ' for one in results)}))")
        self.line(f"return ({''.join(f'{one}, ' for one in rows)})")
        return self.function(self.name)

    def write(self, task: _Task) -> None:
        """Statements that set the result of a rule for one record."""
        result = f"r{task.number}"
        self.verdict(task, result)
        undetermined = int(Verdict.UNDETERMINED)
        self.line(f"if {result} > {int(max(SILENT))} and not {self.certain}: {result} = {undetermined}")
