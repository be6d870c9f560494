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
import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, assert_never

import attrs

from aigovkit import periods
from aigovkit.answers import Outcome
from aigovkit.engine import rails as on
from aigovkit.engine.rails import FALSE, TRUE, Rails
from aigovkit.engine.rulebook import Rulebook, effects, rule_nodes, triggered
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.errors import ConditionError
from aigovkit.language import logic
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition, Value
from aigovkit.language.nodes import (
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
    Forward,
    Greatest,
    Has,
    HasOnly,
    InForce,
    IsIn,
    LastOf,
    Latest,
    Length,
    MeetsCadence,
    Named,
    Not,
    ParameterIs,
    Points,
    Product,
    QuantityByReading,
    QuantityFact,
    Rebutted,
    Shifted,
    SomeOf,
    StartOfDay,
    Sum,
    TimeByReading,
    TimeIf,
    Within,
)
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter, Parameter
from aigovkit.language.parts import distinct, parts
from aigovkit.rules import Duty, ExceptionRule, Prohibition, Rule

LEVELS = 5
"""A range of outcomes is one number: the mildest times this, plus the strictest."""

ARGUMENTS = "case, now, zone, readings, parameters, hypothetical"

LONG = 60
"""From so many characters on, an expression that stands in several conditions is worked out once."""

LOGIC: Mapping[str, Any] = {
    "INFINITY": math.inf,
    "SILENT": SILENT,
    "UNKNOWN": periods.UNKNOWN,
    "compared": logic.compared,
    "conjunction": logic.conjunction,
    "negation": logic.negation,
    "event_interval": logic.event_interval,
    "attested_interval": logic.attested_interval,
    "last_interval": logic.last_interval,
    "either": logic.either,
    "meets_cadence": logic.meets_cadence,
    "least": logic.least,
    "greatest": logic.greatest,
    "total": logic.total,
    "product": logic.product,
    "points": logic.points,
    "counted": logic.counted,
    "interval": periods.interval,
    "shift": periods.shift,
    "start_of_day": periods.start_of_day,
    "end_of_day": periods.end_of_day,
}
"""What the generated source calls."""


@attrs.frozen(slots=False, eq=False)
class Program:
    """The compiled rulebook: two functions of the same arguments, each compiled when it is first used.

    The arguments are the case, the time of judging in microseconds, the time
    zone, the readings and parameters in the order of the rulebook, and whether
    everything is taken as in force. `outcome` gives the range of outcomes as
    one number: see LEVELS. `verdicts` gives the verdict on every rule.
    """

    rulebook: Rulebook

    @functools.cached_property
    def outcome(self) -> Callable[..., int]:
        """The function that gives the range of outcomes."""
        return self._compiled(_Writer(self.rulebook).outcome)

    @functools.cached_property
    def verdicts(self) -> Callable[..., tuple[int, ...]]:
        """The function that gives the verdicts."""
        return self._compiled(_Writer(self.rulebook).verdicts)

    @property
    def source(self) -> str:
        """The text of both functions."""
        return _Writer(self.rulebook).outcome()[0] + "\n\n" + _Writer(self.rulebook).verdicts()[0] + "\n"

    def _compiled(self, write: Callable[[], tuple[str, dict[str, Any]]]) -> Callable[..., Any]:
        source, names = write()
        exec(compile(source, f"<{self.rulebook.id}>", "exec"), names)  # noqa: S102 - generated from the rules alone
        return names[write.__name__]  # type: ignore[no-any-return]


def compile_rulebook(rulebook: Rulebook) -> Program:
    """Generate and compile both functions of a rulebook."""
    program = Program(rulebook)
    _ = program.outcome, program.verdicts
    return program


class _Writer:
    """Writes one function. What has been worked out in a block is not worked out again inside it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.names: dict[str, Any] = dict(LOGIC)
        self.constants: dict[Any, str] = {}
        self.lines: list[str] = []
        self.depth = 1
        self.known: list[tuple[str, dict[Any, Any]]] = [("", {})]
        self.item = ""
        self.locals = 0
        self.same = _Same()
        nodes = [self.same.of(node) for node in rulebook.nodes]
        self.uses = Counter(
            id(self.same.of(part)) for node in {id(n): n for n in nodes}.values() for part in parts(node)
        )
        self.readers = Counter(
            fact
            for rule in rulebook.rules
            for fact in {node for node in rule_nodes(rule) if isinstance(node, Fact)}
        )
        self.readers.update(node for node in distinct([rulebook.scope]) if isinstance(node, Fact))

    # The two functions.

    def outcome(self) -> tuple[str, dict[str, Any]]:
        """The function that gives the range of outcomes as one number, and the names it uses."""
        ranked: dict[Outcome, list[Rails]] = {}
        for rule in self.rulebook.rules:
            for level, condition in effects(rule):
                ranked.setdefault(level, []).append(self.over_records(rule, condition))
        covered = self.rails(self.rulebook.scope)
        self.line("mildest = strictest = 0")
        # What is not even possible is not certain: where the case is clear, one rail is all that is worked out.
        for level in sorted(ranked, reverse=True):
            certain, possible = on.some(*ranked[level])
            if possible == "False":
                continue
            self.line(f"if {possible}:")
            if level is Outcome.PROHIBITED:
                self.line(f"    if {certain}: return {level * LEVELS + level}")
                self.line(f"    strictest = {int(level)}")
            else:
                self.line(f"    if not mildest and ({certain}): mildest = {int(level)}")
                self.line(f"    if not strictest: strictest = {int(level)}")
        unbarred, outside = int(Outcome.NO_OBJECTION), int(Outcome.NOT_APPLICABLE)
        self.line(f"if not strictest: strictest = {unbarred} if {covered[1]} else {outside}")
        self.line(f"if not mildest: mildest = {unbarred} if {covered[0]} else {outside}")
        self.line(f"return mildest * {LEVELS} + strictest")
        return self.function("outcome"), self.names

    def verdicts(self) -> tuple[str, dict[str, Any]]:
        """The function that gives the verdict on every rule, and the names it uses."""
        results: list[str] = []
        for rule in self.rulebook.rules:
            result = self.local()
            if rule.each is None:
                self.verdict(rule, result)
            else:
                one = self.local()
                self.line(f"{result} = {int(Verdict.NOT_APPLICABLE)}")
                with self.each(rule.each) as unknown:
                    self.verdict(rule, one)
                    undetermined = int(Verdict.UNDETERMINED)
                    self.line(f"if {unknown} and {one} > {int(max(SILENT))}: {one} = {undetermined}")
                    self.line(f"if {one} > {result}: {result} = {one}")
            results.append(result)
        self.line(f"return ({', '.join(results)}{',' if len(results) == 1 else ''})")
        return self.function("verdicts"), self.names

    def verdict(self, rule: Rule, result: str) -> None:
        """Statements that set `result` to the verdict on a rule: see `reference.verdict_on`."""
        trigger = self.rails(triggered(rule))
        force = self.rails(rule.in_force)
        displaced = self.displaced(rule)
        biting = on.every(trigger, force, on.opposite(displaced))
        undetermined = str(int(Verdict.UNDETERMINED))
        chain = [
            (on.negated(trigger[1]), str(int(Verdict.NOT_APPLICABLE))),
            (on.negated(force[1]), str(int(Verdict.NOT_IN_FORCE))),
            (displaced[0], str(int(Verdict.DISPLACED))),
        ]
        if isinstance(rule, Duty):
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
        else:
            bites = Verdict.BREACHED if isinstance(rule, Prohibition) else Verdict.NOTED
            chain += [(biting[0], str(int(bites))), ("True", undetermined)]
        keyword = "if"
        for test, value in chain:
            if test == "False":
                continue
            if test == "True":
                self.line(f"{result} = {value}" if keyword == "if" else f"else: {result} = {value}")
                break
            self.line(f"{keyword} {test}: {result} = {value}")
            keyword = "elif"

    # Rules.

    def displaced(self, rule: Rule) -> Rails:
        """Whether an exception displaces the rule."""
        return on.some(*(self.applies(exception) for exception in self.rulebook.exceptions.get(rule.id, ())))

    def applies(self, rule: Rule) -> Rails:
        """Whether the rule bites."""
        rails = on.every(
            self.rails(triggered(rule)), self.rails(rule.in_force), on.opposite(self.displaced(rule))
        )
        shared = rule.id in self.rulebook.exceptions or isinstance(rule, ExceptionRule)
        return self.keep(("applies", rule.id, self.item), rails) if shared else rails

    def over_records(self, rule: Rule, condition: Condition) -> Rails:
        """Whether the rule applies and a condition holds, for at least one of the records it speaks of."""
        if rule.each is None:
            return on.every(self.applies(rule), self.rails(condition))
        certain, possible = self.local(), self.local()
        self.line(f"{certain} = {possible} = False")
        with self.each(rule.each) as unknown:
            rails = on.every(self.applies(rule), self.rails(condition))
            self.line(f"if {rails[1]}: {possible} = True")
            self.line(f"if ({rails[0]}) and not ({unknown}): {certain} = True")
        return certain, possible

    # Conditions.

    def rails(self, given: Condition) -> Rails:
        """The two expressions of a condition; statements they need are written first."""
        node = self.same.of(given)
        if (kept := self.found(id(node), node)) is not None:
            return kept  # type: ignore[no-any-return]
        rails = self._rails(node)
        # What stands in several conditions is worked out once, if it is long enough for that to pay.
        if isinstance(node, Named | Forward) or (
            self.uses[id(node)] > 1 and len(rails[0]) + len(rails[1]) > LONG
        ):
            rails = self.named(rails)
        self.known[-1][1][id(node)] = rails
        return rails

    def _rails(self, node: Condition) -> Rails:
        match node:
            case BooleanFact():
                return on.answered(self.value(node))
            case Always(answer):
                return TRUE if answer else FALSE
            case Not(inner):
                return on.opposite(self.rails(inner))
            case AllOf(several):
                return on.every(*(self.rails(c) for c in several))
            case AnyOf(several):
                if (shared := self.has_any(several)) is not None:
                    return shared
                return on.some(*(self.rails(c) for c in several))
            case IsIn(fact, terms):
                value = self.value(fact)
                tests = " or ".join(f"{value} is {self.constant(term)}" for term in terms) or "False"
                return tests, f"{value} is None or {tests}"
            case Has(fact, term):
                value, word = self.value(fact), self.constant(term)
                open_ = f"({value}.no is not None and {word} not in {value}.no)"
                return (
                    f"{value} is not None and {word} in {value}.yes",
                    f"{value} is None or {word} in {value}.yes or {open_}",
                )
            case HasOnly(fact, terms):
                value, words = self.value(fact), self.constant(frozenset(terms))
                return (
                    f"{value} is not None and {value}.no is None and {value}.yes <= {words}",
                    f"{value} is None or {value}.yes <= {words}",
                )
            case Within(fact, place):
                value, path = self.value(fact), self.constant(f"{place}/")
                return self.answered(f'None if {value} is None else f"{{{value}}}/".startswith({path})')
            case AtMost(left, right, strict=strict):
                return self.answered(f"compared({self.bounds(left)}, {self.bounds(right)}, {strict})")
            case SomeOf(collection, inner):
                return self.over_list(self.value(collection), inner, at_first=True)
            case EachOf(collection, inner):
                return self.over_list(self.value(collection), inner, at_first=False)
            case Named() | Forward():
                return self.rails(node.condition)
            case ByReading(ambiguity, options):
                *others, (_, last) = ((name, self.rails(condition)) for name, condition in options)
                for name, rails in reversed(others):
                    last = on.chosen(f"{self.reading(ambiguity)} == {self.constant(name)}", rails, last)
                return last
            case Rebutted(inner):
                certain = self.rails(inner)[0]
                return certain, certain
            case Attested(provision):
                return self.answered(f"{self.attestations()}.answers.get({self.constant(provision)})")
            case MeetsCadence(occurrences, cadence, since, until, anchor):
                anchored = None if anchor is None else self.bounds(anchor)
                times = f"{self.bounds(since)}, {self.bounds(until)}, {anchored}"
                done, how_often = self.value(occurrences), self.constant(cadence)
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
            case _:
                assert_never(node)

    def has_any(self, several: tuple[Condition, ...]) -> Rails | None:
        """One look into a set of terms where an alternative asks for several terms of the same set."""
        tests = [test for test in several if isinstance(test, Has)]
        if len(tests) < 2 or len(tests) < len(several) or len({test.fact for test in tests}) > 1:
            return None
        value, words = self.value(tests[0].fact), self.constant(frozenset(test.term for test in tests))
        open_ = f"({value}.no is not None and not {words} <= {value}.no)"
        return (
            f"{value} is not None and not {value}.yes.isdisjoint({words})",
            f"{value} is None or not {value}.yes.isdisjoint({words}) or {open_}",
        )

    def over_list(self, items: str, inner: Condition, *, at_first: bool) -> Rails:
        """A quantifier: `at_first` is the answer that the first record of its kind settles."""
        answer = self.local()
        self.line(f"{answer} = None if {items} is None else {not at_first}")
        with self.block(f"for {{item}} in {items} or ():"):
            certain, possible = self.rails(inner)
            decisive, open_ = (certain, possible) if at_first else (on.negated(possible), on.negated(certain))
            self.line(f"if {decisive}: {answer} = {at_first}; break")
            self.line(f"if {open_}: {answer} = None")
        return on.answered(answer)

    # Values.

    def bounds(self, given: Value) -> str:
        """An expression for the interval of an ordered value."""
        node = self.same.of(given)
        key = ("bounds", id(node))
        if (kept := self.found(key, node)) is not None:
            return kept  # type: ignore[no-any-return]
        text = self._bounds(node)
        if not on.is_simple(text):
            name = self.local()
            self.line(f"{name} = {text}")
            text = name
        self.known[-1][1][key] = text
        return text

    def _bounds(self, node: Value) -> str:
        match node:
            case EventFact():
                return f"event_interval({self.value(node)}, now, zone)"
            case QuantityFact():
                value = self.value(node)
                unknown, fact = self.constant(node.unknown), self.constant(node)
                return f"{unknown} if {value} is None else {fact}.interval({value})"
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
            case TimeByReading(ambiguity, options) | QuantityByReading(ambiguity, options):
                *others, (_, text) = ((name, self.bounds(option)) for name, option in options)
                for name, other in reversed(others):
                    text = f"({other} if {self.reading(ambiguity)} == {self.constant(name)} else {text})"
                return text
            case AttestedOn(provision):
                return f"attested_interval({self.attestations()}.get({self.constant(provision)}), now, zone)"
            case LastOf(occurrences, otherwise, by):
                times = f"{self.bounds(otherwise)}, {self.bounds(by)}"
                return f"last_interval({self.value(occurrences)}, {times}, now, zone)"
            case TimeIf(condition, then, otherwise):
                return f"either({on.value(self.rails(condition))}, {self.bounds(then)}, {self.bounds(otherwise)})"
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
            case Points(scale):
                steps = (f"({on.value(self.rails(c))}, {number})" for c, number in scale)
                return f"points({self.tuple(steps)})"
            case CountOf(collection, inner):
                items, answers = self.value(collection), self.local()
                self.line(f"{answers} = []")
                with self.block(f"for {{item}} in {items} or ():"):
                    self.line(f"{answers}.append({on.value(self.rails(inner))})")
                return f"(0, INFINITY) if {items} is None else counted({answers})"
            case _:
                assert_never(node)

    # Reading.

    def value(self, fact: Fact) -> str:
        """The local variable that holds a fact."""
        path: str = fact.record.__path__
        if path.endswith("[]"):
            if not self.item:
                raise ConditionError(
                    f"`{fact!r}` is a fact of listed records; it needs `some`, `each` or `count` around it"
                )
            return self.once(("fact", fact), f"{self.item}.{fact.name}", fact)
        section = self.once(("section", path), f"case.{path}") if path else "case"
        text = f"{section}.{fact.name}"
        # What one rule alone reads is read only where it comes to that.
        return text if self.readers[fact] == 1 else self.once(("fact", fact), text)

    def attestations(self) -> str:
        """The local variable that holds what is attested."""
        return self.once("attestations", "case.attestations")

    def parameter(self, parameter: Parameter) -> str:
        """The local variable that holds the value of a parameter."""
        position = self.rulebook.parameters.index(parameter)
        return self.once(("parameter", parameter.name), f"parameters[{position}]")

    def reading(self, ambiguity: Ambiguity) -> str:
        """The local variable that holds how an ambiguity is read."""
        position = self.rulebook.ambiguities.index(ambiguity)
        return self.once(("reading", ambiguity.name), f"readings[{position}]")

    # Writing.

    def found(self, key: Any, node: Any = None) -> Any:
        """What was worked out before under a key, unless it was of another record than the one looked at now."""
        for item, known in reversed(self.known):
            if key in known and (item == self.item or node is None or not self.same.is_of_record(node)):
                return known[key]
        return None

    def once(self, key: Any, expression: str, node: Any = None) -> str:
        """A local variable for an expression that is worked out once."""
        if (kept := self.found(key, node)) is not None:
            return kept  # type: ignore[no-any-return]
        name = self.local()
        self.line(f"{name} = {expression}")
        self.known[-1][1][key] = name
        return name

    def answered(self, expression: str) -> Rails:
        """The rails of an expression whose value is true, false or unknown."""
        name = self.local()
        self.line(f"{name} = {expression}")
        return on.answered(name)

    def keep(self, key: Any, rails: Rails) -> Rails:
        """The rails as local variables, so that they are worked out once."""
        if (known := self.found(key)) is not None:
            return known  # type: ignore[no-any-return]
        kept = self.named(rails)
        self.known[-1][1][key] = kept
        return kept

    def named(self, rails: Rails) -> Rails:
        """Local variables for two expressions."""
        kept = []
        for expression in rails:
            if expression in ("True", "False") or on.is_simple(expression):
                kept.append(expression)
            else:
                kept.append(self.local())
                self.line(f"{kept[-1]} = {expression}")
        return kept[0], kept[1]

    def constant(self, value: Any) -> str:
        """A name for a constant of the rules, passed to the generated code by reference."""
        key = (type(value), value)
        if key not in self.constants:
            self.constants[key] = f"K{len(self.constants)}"
            self.names[self.constants[key]] = value
        return self.constants[key]

    @staticmethod
    def tuple(expressions: Iterator[str]) -> str:
        """A tuple of expressions."""
        return f"({', '.join(expressions)},)"

    def local(self) -> str:
        """A new local variable."""
        self.locals += 1
        return f"x{self.locals}"

    def line(self, text: str) -> None:
        """One statement, at the depth of the block."""
        self.lines.append("    " * self.depth + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """An indented block that looks at one record of a list, named in the head as `{item}`."""
        outer, self.item = self.item, self.local()
        self.line(head.format(item=self.item))
        self.depth += 1
        self.known.append((self.item, {}))
        yield
        self.known.pop()
        self.depth -= 1
        self.item = outer

    @contextmanager
    def each(self, collection: Any) -> Iterator[str]:
        """A block for each record a rule speaks of; yields an expression for "the list is unknown"."""
        items = self.value(collection)
        unknown = f"{items} is None"
        blank = self.constant(collection.record_type())
        with self.block(f"for {{item}} in (({blank},) if {unknown} else {items}):"):
            yield unknown

    def function(self, name: str) -> str:
        """The function, of all that was written."""
        return f"def {name}({ARGUMENTS}):\n" + "\n".join(self.lines)


class _Same:
    """Makes equal nodes one object, so that they can be told apart by identity."""

    def __init__(self) -> None:
        self.first: dict[Any, Any] = {}
        self.known: dict[int, Any] = {}
        self.kept: list[Any] = []
        self.of_record: dict[int, bool] = {}

    def of(self, node: Any) -> Any:
        """The one object that stands for all nodes equal to this one."""
        if id(node) not in self.known:
            self.kept.append(node)  # As long as it is kept, its identity is its own.
            self.known[id(node)] = self.first.setdefault((type(node), node), node)
        return self.known[id(node)]

    def is_of_record(self, given: Any) -> bool:
        """Whether a node looks at a fact of listed records."""
        node = self.of(given)
        if id(node) not in self.of_record:
            listed = isinstance(node, Fact) and node.record.__path__.endswith("[]")
            self.of_record[id(node)] = listed or any(self.is_of_record(part) for part in parts(node))
        return self.of_record[id(node)]
