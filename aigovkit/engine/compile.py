"""The compiled form of a rulebook: Python source, generated once per policy.

Each condition becomes two ordinary boolean expressions, its rails: it is
certainly true, and it is possibly true. Kleene logic then costs two plain
expressions and no calls. Facts are read once each. What cannot be written as an
expression (comparisons of times, looks into lists) is worked out beforehand by
the very functions of `aigovkit.conditions` that define it.

The source contains words of the rules only: names of fields the records
declare, and constants passed by reference. Nothing of a case ever enters it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import attrs

from aigovkit import conditions, periods
from aigovkit.conditions import (
    AllOf,
    Always,
    AnyOf,
    AsOf,
    AtMost,
    Attested,
    AttestedOn,
    BooleanParameter,
    ByReading,
    Condition,
    Constant,
    CountOf,
    CountParameter,
    Day,
    EachOf,
    Earliest,
    EndOfDay,
    EventParameter,
    Fact,
    Greatest,
    Has,
    HasOnly,
    InForce,
    IsIn,
    LastOf,
    Latest,
    MeetsCadence,
    Named,
    Not,
    Parameter,
    ParameterIs,
    Points,
    Product,
    Rebutted,
    Shifted,
    SomeOf,
    StartOfDay,
    Sum,
    TimeByReading,
    TimeIf,
    Within,
)
from aigovkit.engine.rulebook import Rulebook, effects, rule_nodes
from aigovkit.engine.verdicts import SILENT, Outcome, Verdict
from aigovkit.errors import ConditionError
from aigovkit.facts import Boolean, Count, Event
from aigovkit.rules import Duty, ExceptionRule, Prohibition, Rule

Rails = tuple[str, str]
"""Two expressions: certainly true, possibly true."""

TRUE: Rails = ("True", "True")
FALSE: Rails = ("False", "False")
LEVELS = 5
"""A range of outcomes is one number: the mildest times this, plus the strictest."""

ARGUMENTS = "case, now, zone, readings, parameters, hypothetical"


@attrs.frozen
class Program:
    """The compiled rulebook: two functions of the same arguments.

    The arguments are the case, the time of judging in microseconds, the time
    zone, the readings and parameters in the order of the rulebook, and whether
    everything is taken as in force.
    """

    outcome: Callable[..., int]
    verdicts: Callable[..., tuple[int, ...]]
    source: str


def compile_rulebook(rulebook: Rulebook) -> Program:
    """Generate, compile and return the functions of a rulebook."""
    names: dict[str, Any] = {
        "INFINITY": math.inf,
        "SILENT": SILENT,
        "UNKNOWN": periods.UNKNOWN,
        "compared": conditions.compared,
        "conjunction": conditions.conjunction,
        "negation": conditions.negation,
        "event_interval": conditions.event_interval,
        "attested_interval": conditions.attested_interval,
        "last_interval": conditions.last_interval,
        "either": conditions.either,
        "meets_cadence": conditions.meets_cadence,
        "least": conditions.least,
        "greatest": conditions.greatest,
        "total": conditions.total,
        "product": conditions.product,
        "points": conditions.points,
        "counted": conditions.counted,
        "interval": periods.interval,
        "shift": periods.shift,
        "start_of_day": periods.start_of_day,
        "end_of_day": periods.end_of_day,
    }
    source = _Writer(rulebook, names).outcome() + "\n\n" + _Writer(rulebook, names).verdicts() + "\n"
    exec(compile(source, f"<{len(rulebook.rules)} rules>", "exec"), names)  # noqa: S102 - generated from the rules alone
    return Program(names["outcome"], names["verdicts"], source)


class _Writer:
    """Writes one function. What has been worked out in a block is not worked out again inside it."""

    def __init__(self, rulebook: Rulebook, names: dict[str, Any]) -> None:
        self.rulebook = rulebook
        self.names = names
        self.lines: list[str] = []
        self.depth = 1
        self.known: list[tuple[str, dict[Any, Any]]] = [("", {})]
        self.item = ""
        self.locals = 0
        self.readers = Counter(
            fact for nodes in _parts(rulebook) for fact in {node for node in nodes if isinstance(node, Fact)}
        )

    # The two functions.

    def outcome(self) -> str:
        """The function that gives the range of outcomes as one number."""
        ranked: dict[Outcome, list[Rails]] = {}
        for rule in self.rulebook.rules:
            for level, condition in effects(rule):
                ranked.setdefault(level, []).append(self.over_records(rule, condition))
        covered = self.rails(self.rulebook.scope)
        self.line("mildest = strictest = 0")
        # What is not even possible is not certain: where the case is clear, one rail is all that is worked
        # out.
        for level in sorted(ranked, reverse=True):
            certain, possible = _or(*ranked[level])
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
        return self.function("outcome")

    def verdicts(self) -> str:
        """The function that gives the verdict on every rule."""
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
                    self.line(
                        f"if {unknown} and {one} > {int(max(SILENT))}: {one} = {int(Verdict.UNDETERMINED)}"
                    )
                    self.line(f"if {one} > {result}: {result} = {one}")
            results.append(result)
        self.line(f"return ({', '.join(results)}{',' if len(results) == 1 else ''})")
        return self.function("verdicts")

    def verdict(self, rule: Rule, result: str) -> None:
        """Statements that set `result` to the verdict on a rule: see `reference.verdict_on`."""
        triggered = self.triggered(rule)
        force = self.rails(rule.in_force)
        displaced = self.displaced(rule)
        biting = _and(triggered, force, _not(displaced))
        undetermined = str(int(Verdict.UNDETERMINED))
        chain = [
            (_negated(triggered[1]), str(int(Verdict.NOT_APPLICABLE))),
            (_negated(force[1]), str(int(Verdict.NOT_IN_FORCE))),
            (displaced[0], str(int(Verdict.DISPLACED))),
        ]
        if isinstance(rule, Duty):
            met, breached = self.rails(rule.met), self.rails(rule.breached)
            chain += [
                (_negated(biting[0]), f"{int(Verdict.MET_IF_APPLICABLE)} if {met[0]} else {undetermined}"),
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

    def triggered(self, rule: Rule) -> Rails:
        rails = self.rails(rule.when)
        return _and(rails, self.rails(rule.provided)) if isinstance(rule, ExceptionRule) else rails

    def displaced(self, rule: Rule) -> Rails:
        return _or(*(self.applies(exception) for exception in self.rulebook.exceptions.get(rule.id, ())))

    def applies(self, rule: Rule) -> Rails:
        rails = _and(self.triggered(rule), self.rails(rule.in_force), _not(self.displaced(rule)))
        return (
            self.keep(("applies", rule.id, self.item), rails)
            if rule.id in self.rulebook.exceptions or isinstance(rule, ExceptionRule)
            else rails
        )

    def over_records(self, rule: Rule, condition: Condition) -> Rails:
        """Whether the rule applies and a condition holds, for at least one of the records it speaks of."""
        if rule.each is None:
            return _and(self.applies(rule), self.rails(condition))
        certain, possible = self.local(), self.local()
        self.line(f"{certain} = {possible} = False")
        with self.each(rule.each) as unknown:
            rails = _and(self.applies(rule), self.rails(condition))
            self.line(f"if {rails[1]}: {possible} = True")
            self.line(f"if ({rails[0]}) and not ({unknown}): {certain} = True")
        return certain, possible

    # Conditions.

    def rails(self, node: Condition) -> Rails:
        """The two expressions of a condition; statements they need are written first."""
        if isinstance(node, Always):
            return TRUE if node.answer else FALSE
        if (kept := self.found(node, node)) is not None:
            return kept  # type: ignore[no-any-return]
        rails = self._rails(node)
        self.known[-1][1][node] = rails
        return rails

    def _rails(self, node: Condition) -> Rails:
        match node:
            case Boolean():
                return _answer(self.read(node))
            case Not(inner):
                return _not(self.rails(inner))
            case AllOf(several):
                return _and(*(self.rails(c) for c in several))
            case AnyOf(several):
                if (shared := self.has_any(several)) is not None:
                    return shared
                return _or(*(self.rails(c) for c in several))
            case IsIn(fact, terms):
                value = self.read(fact)
                tests = " or ".join(f"{value} is {self.constant(term)}" for term in terms) or "False"
                return tests, f"{value} is None or {tests}"
            case Has(fact, term):
                value, word = self.read(fact), self.constant(term)
                return (
                    f"{value} is not None and {word} in {value}.yes",
                    (
                        f"{value} is None or {word} in {value}.yes or ({value}.no is not None and {word} not "
                        "in "
                        f"{value}.no)"
                    ),
                )
            case HasOnly(fact, terms):
                value, words = self.read(fact), self.constant(frozenset(terms))
                return (
                    f"{value} is not None and {value}.no is None and {value}.yes <= {words}",
                    f"{value} is None or {value}.yes <= {words}",
                )
            case Within(fact, place):
                value, path = self.read(fact), self.constant(f"{place}/")
                return self.answered(f'None if {value} is None else f"{{{value}}}/".startswith({path})')
            case AtMost(left, right, strict=strict):
                return self.answered(f"compared({self.bounds(left)}, {self.bounds(right)}, {strict})")
            case SomeOf(collection, inner):
                return self.over_list(collection, inner, at_first=True)
            case EachOf(collection, inner):
                return self.over_list(collection, inner, at_first=False)
            case Named(condition=inner):
                return self.keep(node, self.rails(inner), node)
            case ByReading(ambiguity, options):
                reading = f"readings[{self.rulebook.ambiguities.index(ambiguity)}]"
                *others, (_, last) = ((name, self.rails(condition)) for name, condition in options)
                certain, possible = last
                for name, rails in reversed(others):
                    chosen = f"{reading} == {self.constant(name)}"
                    certain = f"({rails[0]} if {chosen} else {certain})"
                    possible = f"({rails[1]} if {chosen} else {possible})"
                return certain, possible
            case Rebutted(inner):
                certain = self.rails(inner)[0]
                return certain, certain
            case Attested(provision):
                return self.answered(f"{self.attestations()}.answers.get({self.constant(provision)})")
            case MeetsCadence(occurrences, cadence, since, until, anchor):
                times = (
                    f"{self.bounds(since)}, {self.bounds(until)}, "
                    f"{None if anchor is None else self.bounds(anchor)}"
                )
                return self.answered(
                    f"meets_cadence({self.read(occurrences)}, {self.constant(cadence)}, {times}, now, zone)"
                )
            case BooleanParameter():
                return _answer(self.parameter(node))
            case ParameterIs(parameter, choice):
                value = self.parameter(parameter)
                return (
                    f"{value} == {self.constant(choice)}",
                    f"{value} is None or {value} == {self.constant(choice)}",
                )
            case InForce(starts, act, ends):
                at = self.bounds(act)
                test = f"compared({self.bounds(starts)}, {at}, False)"
                if ends is not None:
                    test = f"conjunction(({test}, negation(compared({self.bounds(ends)}, {at}, False))))"
                return self.answered(f"True if hypothetical else {test}")
            case _:
                raise ConditionError(f"`{node!r}` is not a condition this language has")

    def has_any(self, several: tuple[Condition, ...]) -> Rails | None:
        """One look into a set of terms where an alternative asks for several terms of the same set."""
        tests = [test for test in several if isinstance(test, Has)]
        if len(tests) < 2 or len(tests) < len(several) or len({test.fact for test in tests}) > 1:
            return None
        value, words = self.read(tests[0].fact), self.constant(frozenset(test.term for test in tests))
        return (
            f"{value} is not None and not {value}.yes.isdisjoint({words})",
            (
                f"{value} is None or not {value}.yes.isdisjoint({words}) or ({value}.no is not None and not "
                f"{words} <= {value}.no)"
            ),
        )

    def over_list(self, collection: Any, inner: Condition, *, at_first: bool) -> Rails:
        """A quantifier: `at_first` is the answer that the first record of its kind settles."""
        answer, items = self.local(), self.read(collection)
        self.line(f"{answer} = None if {items} is None else {not at_first}")
        with self.block(f"for {{item}} in {items} or ():"):
            certain, possible = self.rails(inner)
            decisive, open_ = (certain, possible) if at_first else (f"not ({possible})", f"not ({certain})")
            self.line(f"if {decisive}: {answer} = {at_first}; break")
            self.line(f"if {open_}: {answer} = None")
        return _answer(answer)

    # Values.

    def bounds(self, node: Any) -> str:
        """An expression for the interval of an ordered value."""
        if (kept := self.found(("bounds", node), node)) is not None:
            return kept  # type: ignore[no-any-return]
        text = self._bounds(node)
        if not text.isidentifier():
            name = self.local()
            self.line(f"{name} = {text}")
            text = name
        self.known[-1][1]["bounds", node] = text
        return text

    def _bounds(self, node: Any) -> str:
        match node:
            case Event():
                return f"event_interval({self.read(node)}, now, zone)"
            case Count():
                value = self.read(node)
                return f"({value}, {value}) if {value} is not None else {self.constant(node.unknown)}"
            case Fact():
                value = self.read(node)
                unknown, fact = self.constant(node.unknown), self.constant(node)
                return f"{unknown} if {value} is None else {fact}.interval({value}, None)"
            case AsOf():
                return "(now, now)"
            case Constant(number):
                return self.constant((number, number))
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
            case TimeByReading(ambiguity, options):
                reading = f"readings[{self.rulebook.ambiguities.index(ambiguity)}]"
                *others, (_, text) = ((name, self.bounds(time)) for name, time in options)
                for name, other in reversed(others):
                    text = f"({other} if {reading} == {self.constant(name)} else {text})"
                return text
            case EndOfDay(time):
                return f"end_of_day({self.bounds(time)}, zone)"
            case AttestedOn(provision):
                return f"attested_interval({self.attestations()}.get({self.constant(provision)}), now, zone)"
            case LastOf(occurrences, otherwise, by):
                return (
                    f"last_interval({self.read(occurrences)}, {self.bounds(otherwise)}, "
                    f"{self.bounds(by)}, now, zone)"
                )
            case TimeIf(condition, then, otherwise):
                return (
                    f"either({_value(self.rails(condition))}, {self.bounds(then)}, {self.bounds(otherwise)})"
                )
            case Earliest(several):
                return f"least(({', '.join(self.bounds(v) for v in several)},))"
            case Latest(several) | Greatest(several):
                return f"greatest(({', '.join(self.bounds(v) for v in several)},))"
            case Sum(several):
                return f"total(({', '.join(self.bounds(v) for v in several)},))"
            case Product(several):
                return f"product(({', '.join(self.bounds(v) for v in several)},))"
            case Points(scale):
                steps = ", ".join(f"({_value(self.rails(c))}, {number})" for c, number in scale)
                return f"points(({steps},))"
            case CountOf(collection, inner):
                items, answers = self.read(collection), self.local()
                self.line(f"{answers} = []")
                with self.block(f"for {{item}} in {items} or ():"):
                    self.line(f"{answers}.append({_value(self.rails(inner))})")
                return f"(0, INFINITY) if {items} is None else counted({answers})"
            case _:
                raise ConditionError(f"`{node!r}` is not a value this language has")

    # Reading.

    def read(self, fact: Any) -> str:
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
        return self.once("attestations", "case.attestations")

    def parameter(self, parameter: Parameter) -> str:
        return self.once(
            ("parameter", parameter.name), f"parameters[{self.rulebook.parameters.index(parameter)}]"
        )

    # Writing.

    def found(self, key: Any, node: Any = None) -> Any:
        """What was worked out before under a key, unless it was of another record than the one looked at
        now.
        """
        for item, known in reversed(self.known):
            if key in known and (item == self.item or node is None or not _of_record(node)):
                return known[key]
        return None

    def once(self, key: Any, expression: str, node: Any = None) -> str:
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
        return _answer(name)

    def keep(self, key: Any, rails: Rails, node: Any = None) -> Rails:
        """The rails as local variables, so that they are worked out once."""
        if (known := self.found(key, node)) is not None:
            return known  # type: ignore[no-any-return]
        kept = []
        for expression in rails:
            if expression in ("True", "False") or expression.isidentifier():
                kept.append(expression)
            else:
                kept.append(self.local())
                self.line(f"{kept[-1]} = {expression}")
        self.known[-1][1][key] = (kept[0], kept[1])
        return kept[0], kept[1]

    def constant(self, value: Any) -> str:
        """A name for a constant of the rules, passed to the generated code by reference."""
        for name, known in self.names.items():
            if name.startswith("K") and type(known) is type(value) and known == value:
                return name
        name = f"K{len(self.names)}"
        self.names[name] = value
        return name

    def local(self) -> str:
        self.locals += 1
        return f"x{self.locals}"

    def line(self, text: str) -> None:
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
        items = self.read(collection)
        unknown = f"{items} is None"
        with self.block(
            f"for {{item}} in (({self.constant(collection.record_type())},) if {unknown} else {items}):"
        ):
            yield unknown

    def function(self, name: str) -> str:
        return f"def {name}({ARGUMENTS}):\n" + "\n".join(self.lines)


def _parts(rulebook: Rulebook) -> Iterator[Iterator[Any]]:
    yield conditions.walk(rulebook.scope)
    yield from map(rule_nodes, rulebook.rules)


def _of_record(node: Any) -> bool:
    return any(fact.record.__path__.endswith("[]") for fact in conditions.facts_in(node))


def _answer(name: str) -> Rails:
    return f"{name} is True", f"{name} is not False"


def _value(rails: Rails) -> str:
    return f"(True if {rails[0]} else None if {rails[1]} else False)"


def _group(expression: str) -> str:
    return expression if expression.isidentifier() else f"({expression})"


def _not(rails: Rails) -> Rails:
    return _negated(rails[1]), _negated(rails[0])


def _negated(expression: str) -> str:
    if expression in ("True", "False"):
        return "False" if expression == "True" else "True"
    return f"not {_group(expression)}"


def _and(*several: Rails) -> Rails:
    return _joined(" and ", "True", "False", several)


def _or(*several: Rails) -> Rails:
    return _joined(" or ", "False", "True", several)


def _joined(word: str, neutral: str, final: str, several: tuple[Rails, ...]) -> Rails:
    rails = []
    for rail in (0, 1):
        tests = [pair[rail] for pair in several if pair[rail] != neutral]
        if final in tests:
            rails.append(final)
        elif len(tests) == 1:
            rails.append(tests[0])
        else:
            rails.append(word.join(_group(test) for test in tests) or neutral)
    return rails[0], rails[1]
