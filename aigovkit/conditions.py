"""The condition language and its meaning.

A condition is a value: frozen, hashable, compared by structure. Its meaning is
`holds`, below, in the plainest code there is: true, false or unknown, by strong
Kleene logic. A value with an order (a time, a number, an amount) means the
interval it may lie in, `bounds`. The compiled form of a policy is tested
against these two functions, never the other way round.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NoReturn

import attrs

from aigovkit import periods
from aigovkit.citations import Citation
from aigovkit.errors import ConditionError, FactValueError, UnknownNameError
from aigovkit.periods import NEVER_AT, UNKNOWN, Cadence, Interval, Occurrence, Period


class Condition:
    """Base of every condition: `&`, `|` and `~` build new ones."""

    __slots__ = ()

    def __and__(self, other: Condition) -> Condition:
        return AllOf.of(self, other) if isinstance(other, Condition) else NotImplemented

    def __or__(self, other: Condition) -> Condition:
        return AnyOf.of(self, other) if isinstance(other, Condition) else NotImplemented

    def __invert__(self) -> Condition:
        return Not(self)

    def __bool__(self) -> NoReturn:
        raise ConditionError(
            f"`{self!r}` has no truth value of its own; join conditions with `&`, `|` and `~`, not `and`, "
            "`or` and `not`"
        )


class Quantity:
    """Base of every value with an order that is a number: a count, an amount in cents, a length in
    seconds.
    """

    __slots__ = ()

    def __le__(self, other: Quantity | int) -> Condition:
        return AtMost(self, _quantity(other))

    def __lt__(self, other: Quantity | int) -> Condition:
        return AtMost(self, _quantity(other), strict=True)

    def __ge__(self, other: Quantity | int) -> Condition:
        return AtMost(_quantity(other), self)

    def __gt__(self, other: Quantity | int) -> Condition:
        return AtMost(_quantity(other), self, strict=True)

    def __add__(self, other: Quantity | int) -> Quantity:
        return Sum((self, _quantity(other)))

    def __mul__(self, other: Quantity | int) -> Quantity:
        return Product((self, _quantity(other)))

    def equals(self, number: int) -> Condition:
        """Whether it is exactly that number."""
        return (self >= number) & (self <= number)


class Time:
    """Base of every value with an order that is a time."""

    __slots__ = ()

    def no_later_than(self, other: Time) -> Condition:
        """Whether it happened, and not after the other. The same day without a time of day leaves that
        open.
        """
        return AtMost(self, other)

    def before(self, other: Time) -> Condition:
        """Whether it happened strictly before the other."""
        return AtMost(self, other, strict=True)

    def happened(self) -> Condition:
        """Whether it has happened by the time of judging."""
        return AtMost(self, AS_OF)

    def plus(self, period: Period | str) -> Time:
        """The time a period after it: a calendar period ends with its last day, elapsed time to the
        second.
        """
        return Shifted(self, Period.parse(period) if isinstance(period, str) else period)


Value = Quantity | Time


class Fact:
    """A reference to one fact of a case: `record` is the class that declares it, `name` its field there."""

    __slots__ = ("__weakref__", "name", "record")

    record: Any
    name: str
    unknown: ClassVar[Interval] = UNKNOWN

    @property
    def path(self) -> str:
        """The dotted path of the fact in a case, such as `system.uses_ai`."""
        path = self.record.__path__
        return f"{path}.{self.name}" if path else self.name

    def __repr__(self) -> str:
        return f"{self.record.__name__}.{self.name}"

    def interval(self, value: Any, situation: Situation) -> Interval:  # noqa: ARG002 - for the kinds that have one
        """What a known value of this fact amounts to as an interval."""
        raise ConditionError(f"`{self.path}` has no order")


@attrs.frozen
class AsOf(Time):
    """The time of judging."""

    def __repr__(self) -> str:
        return "AS_OF"


AS_OF = AsOf()


@attrs.frozen
class Always(Condition):
    """A condition with a fixed answer."""

    answer: bool

    def __repr__(self) -> str:
        return "ALWAYS" if self.answer else "NOT_EVER"


ALWAYS = Always(True)
NOT_EVER = Always(False)


@attrs.frozen(cache_hash=True)
class Not(Condition):
    """The opposite of a condition; unknown stays unknown."""

    inner: Condition

    def __invert__(self) -> Condition:
        return self.inner

    def __repr__(self) -> str:
        return f"~{_grouped(self.inner)}"


@attrs.frozen(cache_hash=True)
class AllOf(Condition):
    """Every one of several conditions."""

    conditions: tuple[Condition, ...]

    @classmethod
    def of(cls, *conditions: Condition) -> AllOf:
        """Join conditions, keeping their written order and flattening what is joined already."""
        return cls(
            tuple(part for c in conditions for part in (c.conditions if isinstance(c, AllOf) else (c,)))
        )

    def __repr__(self) -> str:
        return " & ".join(_grouped(c) for c in self.conditions)


@attrs.frozen(cache_hash=True)
class AnyOf(Condition):
    """At least one of several conditions."""

    conditions: tuple[Condition, ...]

    @classmethod
    def of(cls, *conditions: Condition) -> AnyOf:
        """Join conditions, keeping their written order and flattening what is joined already."""
        return cls(
            tuple(part for c in conditions for part in (c.conditions if isinstance(c, AnyOf) else (c,)))
        )

    def __repr__(self) -> str:
        return " | ".join(_grouped(c) for c in self.conditions)


@attrs.frozen
class IsIn(Condition):
    """A single term is one of those listed."""

    fact: Any
    terms: tuple[str, ...]

    def __repr__(self) -> str:
        return f"{self.fact!r}.is_in({', '.join(map(repr, self.terms))})"


@attrs.frozen
class Has(Condition):
    """A set of terms contains one."""

    fact: Any
    term: str

    def __repr__(self) -> str:
        return f"{self.fact!r}.has({self.term!r})"


@attrs.frozen
class HasOnly(Condition):
    """A set of terms contains nothing but those listed; the empty set qualifies."""

    fact: Any
    terms: tuple[str, ...]

    def __repr__(self) -> str:
        return f"{self.fact!r}.has_only({', '.join(map(repr, self.terms))})"


@attrs.frozen
class Within(Condition):
    """A place is another or lies in it: `us-ca/san-jose` lies within `us-ca`."""

    fact: Any
    place: str

    def __repr__(self) -> str:
        return f"{self.fact!r}.within({self.place!r})"


@attrs.frozen(cache_hash=True)
class AtMost(Condition):
    """One ordered value is at most another; `strict`, less than it.

    Something that never happened is no earlier than anything.
    """

    left: Any
    right: Any
    strict: bool = attrs.field(default=False, kw_only=True)

    def __repr__(self) -> str:
        if isinstance(self.left, Time):
            if isinstance(self.right, AsOf) and not self.strict:
                return f"{self.left!r}.happened()"
            return f"{self.left!r}.{'before' if self.strict else 'no_later_than'}({self.right!r})"
        return f"AtMost({self.left!r}, {self.right!r}, strict={self.strict})"


@attrs.frozen
class SomeOf(Condition):
    """At least one record of a list meets a condition."""

    collection: Any
    condition: Condition

    def __repr__(self) -> str:
        return f"{self.collection!r}.some({self.condition!r})"


@attrs.frozen
class EachOf(Condition):
    """Every record of a list meets a condition; the empty list qualifies."""

    collection: Any
    condition: Condition

    def __repr__(self) -> str:
        return f"{self.collection!r}.each({self.condition!r})"


@attrs.frozen(cache_hash=True)
class Named(Condition):
    """A condition under the name a text or a rule gives it, so that explanations can use the name."""

    name: str
    condition: Condition
    citation: Citation | None = attrs.field(default=None, repr=False, eq=False)


@attrs.frozen
class Ambiguity:
    """A place where the text is open: the question, the readings of it, and the default with its reason."""

    name: str
    issue: str
    readings: Mapping[str, str] = attrs.field(hash=False)
    default: str
    why: str
    citation: Citation | None = attrs.field(default=None, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        self.check(self.default)

    def check(self, reading: str) -> str:
        """The reading itself when this question has it; UnknownNameError otherwise."""
        if reading not in self.readings:
            raise UnknownNameError(f"reading of `{self.name}`", reading, self.readings)
        return reading

    def reads(self, **conditions: Condition) -> Condition:
        """The condition under each reading; every reading has to be given one."""
        return ByReading(self, self._options(conditions))

    def times(self, **times: Time) -> Time:
        """The time under each reading; every reading has to be given one."""
        return TimeByReading(self, self._options(times))

    def _options(self, conditions: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
        if set(conditions) != set(self.readings):
            raise ConditionError(
                f"`{self.name}` has the readings {', '.join(self.readings)}; conditions are "
                f"{', '.join(conditions)}"
            )
        return tuple((name, conditions[name]) for name in self.readings)


@attrs.frozen
class TimeByReading(Time):
    """A time that depends on how an ambiguity is read."""

    ambiguity: Ambiguity
    options: tuple[tuple[str, Any], ...]


@attrs.frozen(cache_hash=True)
class ByReading(Condition):
    """A condition that depends on how an ambiguity is read."""

    ambiguity: Ambiguity
    options: tuple[tuple[str, Condition], ...]

    def __repr__(self) -> str:
        return f"ByReading({self.ambiguity!r}, {self.options!r})"


@attrs.frozen
class Rebutted(Condition):
    """A condition that someone bears the burden of proving: while it is unknown it counts as not proved."""

    inner: Condition


@attrs.frozen
class Attested(Condition):
    """Someone has attested that the duty of a provision is done."""

    provision: str


@attrs.frozen
class MeetsCadence(Condition):
    """A recurring act has been done as often as a cadence asks, since a time and up to another, and no later
    than the time of judging.

    The windows of a cadence by anniversary end on the anniversaries of `anchor`.
    """

    occurrences: Any
    cadence: Cadence
    since: Any
    until: Any = AS_OF
    anchor: Any = None


@attrs.frozen
class ParameterIs(Condition):
    """A parameter of the policy has a certain value."""

    parameter: Any
    choice: str

    def __repr__(self) -> str:
        return f"ParameterIs({self.parameter!r}, {self.choice!r})"


@attrs.frozen(cache_hash=True)
class InForce(Condition):
    """A provision that starts (and may end) at a time governs an act done at another.

    It counts as holding when an evaluation supposes that everything is in force.
    """

    starts: Any
    act: Any
    ends: Any = None


@attrs.frozen(order=False)
class Constant(Quantity):
    """A number: a count, an amount in cents, a length in seconds."""

    number: int


@attrs.frozen
class Day(Time):
    """A fixed day of the calendar."""

    day: datetime.date


@attrs.frozen
class Shifted(Time):
    """A time a period after another."""

    start: Any
    period: Period


@attrs.frozen
class StartOfDay(Time):
    """The first instant of the day of another time: a text in force from a day binds the whole of it."""

    time: Any


@attrs.frozen
class EndOfDay(Time):
    """The last instant of the day of another time: a deadline on a day leaves the whole of it."""

    time: Any


@attrs.frozen
class AttestedOn(Time):
    """When the duty of a provision was done, as attested."""

    provision: str


@attrs.frozen
class LastOf(Time):
    """The last of the days on which something happened, up to a time and to that of judging; when there
    is none, another time.
    """

    occurrences: Any
    otherwise: Any
    by: Any = AS_OF


@attrs.frozen
class TimeIf(Time):
    """One time where a condition holds, another where it does not."""

    condition: Condition
    then: Any
    otherwise: Any


@attrs.frozen
class Earliest(Time):
    """The first of several times."""

    times: tuple[Any, ...]


@attrs.frozen
class Latest(Time):
    """The last of several times."""

    times: tuple[Any, ...]


@attrs.frozen(order=False)
class Greatest(Quantity):
    """The largest of several numbers: "whichever is greater"."""

    quantities: tuple[Any, ...]


@attrs.frozen(order=False)
class Sum(Quantity):
    """Several numbers added up."""

    quantities: tuple[Any, ...]


@attrs.frozen(order=False)
class Product(Quantity):
    """Several numbers, none of them negative, multiplied."""

    quantities: tuple[Any, ...]


@attrs.frozen(order=False)
class Points(Quantity):
    """The points of the first of several conditions that holds. When none does, nothing is known of them."""

    scale: tuple[tuple[Condition, int], ...]


@attrs.frozen(order=False)
class CountOf(Quantity):
    """How many records of a list meet a condition."""

    collection: Any
    condition: Condition


@attrs.frozen(order=False)
class Parameter:
    """A value that belongs to a policy, not to a case: when a bill was signed, which part was adopted.

    `default` is the value while none is given; `question` says what is asked.
    """

    name: str
    question: str
    default: Any = None
    citation: Citation | None = attrs.field(default=None, repr=False, eq=False)

    accepts: ClassVar[str] = ""

    def admit(self, value: Any) -> Any:
        """The value itself when this parameter can have it; FactValueError otherwise."""
        raise NotImplementedError


@attrs.frozen
class BooleanParameter(Parameter, Condition):
    """A parameter that is true or false."""

    accepts = "true or false"

    def admit(self, value: Any) -> bool | None:
        if value is None or isinstance(value, bool):
            return value
        raise FactValueError(self.name, value, self.accepts)


@attrs.frozen
class EventParameter(Parameter, Time):
    """A parameter that is a day or an instant, or `never`."""

    accepts = "a day, an instant with its zone, or `never`"

    def admit(self, value: Any) -> Any:
        if isinstance(value, datetime.datetime):
            periods.instant(value)
            return value
        if value is None or isinstance(value, datetime.date) or value is Occurrence.NEVER:
            return value
        raise FactValueError(self.name, value, self.accepts)


@attrs.frozen
class ChoiceParameter(Parameter):
    """A parameter that is one of a few words."""

    choices: tuple[str, ...] = attrs.field(default=(), kw_only=True)

    accepts = "one of its words"

    def admit(self, value: Any) -> str | None:
        if value is None or value in self.choices:
            return str(value) if value is not None else None
        raise UnknownNameError(f"value of `{self.name}`", value, self.choices)

    def is_(self, choice: str) -> Condition:
        """Whether the parameter has that value."""
        return ParameterIs(self, str(self.admit(choice)))


@attrs.frozen(order=False)
class CountParameter(Parameter, Quantity):
    """A parameter that is a whole number: a threshold of a text, or an amount in cents."""

    accepts = "a whole number"

    def admit(self, value: Any) -> int | None:
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise FactValueError(self.name, value, self.accepts)


@attrs.frozen
class Situation:
    """All that a condition is judged on: the case, the time, and the settings of the policy."""

    case: Any
    now: float
    zone: periods.TimeZone
    readings: Mapping[str, str] = attrs.field(factory=dict)
    parameters: Mapping[str, Any] = attrs.field(factory=dict)
    hypothetical: bool = False
    """Whether everything is taken as in force."""
    item: Any = None
    """The record looked at, inside a list of them."""
    settled: dict[Condition, bool | None] = attrs.field(factory=dict, eq=False, repr=False)
    """The answers to defined terms, each worked out once."""

    def value(self, fact: Any) -> Any:
        """The value of a fact, None when it is unknown."""
        path: str = fact.record.__path__
        record = self.item if path.endswith("[]") else getattr(self.case, path) if path else self.case
        return getattr(record, fact.name)

    def attestation(self, provision: str) -> Any:
        """What is attested of a provision, None when nothing is."""
        return self.case.attestations.get(provision)

    def parameter(self, parameter: Parameter) -> Any:
        """The value of a parameter, None when it is unknown."""
        return self.parameters.get(parameter.name, parameter.default)

    def at(self, item: Any) -> Situation:
        """The same, looking at one record of a list."""
        return attrs.evolve(self, item=item, settled={})


def holds(condition: Condition, situation: Situation) -> bool | None:
    """Whether the condition holds; None if the known facts do not settle it."""
    match condition:
        case Fact():
            return situation.value(condition)  # type: ignore[no-any-return]
        case Always(answer):
            return answer
        case Not(inner):
            return negation(holds(inner, situation))
        case AllOf(conditions):
            return conjunction(holds(c, situation) for c in conditions)
        case AnyOf(conditions):
            return disjunction(holds(c, situation) for c in conditions)
        case IsIn(fact, terms):
            term = situation.value(fact)
            return None if term is None else term in terms
        case Has(fact, term):
            known = situation.value(fact)
            return None if known is None else known.has(term)
        case HasOnly(fact, terms):
            known = situation.value(fact)
            return None if known is None else known.has_only(terms)
        case Within(fact, place):
            at = situation.value(fact)
            return None if at is None else f"{at}/".startswith(f"{place}/")
        case AtMost(left, right, strict=strict):
            return compared(bounds(left, situation), bounds(right, situation), strict)
        case SomeOf(collection, inner):
            items = situation.value(collection)
            return None if items is None else disjunction(holds(inner, situation.at(i)) for i in items)
        case EachOf(collection, inner):
            items = situation.value(collection)
            return None if items is None else conjunction(holds(inner, situation.at(i)) for i in items)
        case Named(condition=inner):
            if condition not in situation.settled:
                situation.settled[condition] = holds(inner, situation)
            return situation.settled[condition]
        case ByReading():
            return holds(as_read(condition, situation), situation)
        case Rebutted(inner):
            return holds(inner, situation) is True
        case Attested(provision):
            attestation = situation.attestation(provision)
            return None if attestation is None else attestation.met
        case MeetsCadence(occurrences, cadence, since, until, anchor):
            start, end = bounds(since, situation), bounds(until, situation)
            anchored = None if anchor is None else bounds(anchor, situation)
            return meets_cadence(
                situation.value(occurrences), cadence, start, end, anchored, situation.now, situation.zone
            )
        case BooleanParameter():
            return situation.parameter(condition)  # type: ignore[no-any-return]
        case ParameterIs(parameter, choice):
            value = situation.parameter(parameter)
            return None if value is None else value == choice
        case InForce(starts, act, ends):
            if situation.hypothetical:
                return True
            at = bounds(act, situation)
            started = compared(bounds(starts, situation), at, strict=False)
            return (
                started
                if ends is None
                else conjunction((started, negation(compared(bounds(ends, situation), at, strict=False))))
            )
        case _:
            raise ConditionError(f"`{condition!r}` is not a condition this language has")


def bounds(value: Value, situation: Situation) -> Interval:
    """The least and the greatest an ordered value may be."""
    match value:
        case Fact():
            known = situation.value(value)
            return value.unknown if known is None else value.interval(known, situation)
        case AsOf():
            return situation.now, situation.now
        case Constant(number):
            return number, number
        case Day(day):
            return periods.interval(day, situation.zone)
        case EventParameter():
            return event_interval(situation.parameter(value), situation.now, situation.zone)
        case CountParameter():
            number = situation.parameter(value)
            return (0, math.inf) if number is None else (number, number)
        case Shifted(start, period):
            return periods.shift(bounds(start, situation), period, situation.zone)
        case StartOfDay(time):
            return periods.start_of_day(bounds(time, situation), situation.zone)
        case EndOfDay(time):
            return periods.end_of_day(bounds(time, situation), situation.zone)
        case TimeByReading():
            return bounds(as_read(value, situation), situation)
        case AttestedOn(provision):
            return attested_interval(situation.attestation(provision), situation.now, situation.zone)
        case LastOf(occurrences, otherwise, by):
            known = situation.value(occurrences)
            return last_interval(
                known, bounds(otherwise, situation), bounds(by, situation), situation.now, situation.zone
            )
        case TimeIf(condition, then, otherwise):
            return either(holds(condition, situation), bounds(then, situation), bounds(otherwise, situation))
        case Earliest(times):
            return least(bounds(t, situation) for t in times)
        case Latest(times):
            return greatest(bounds(t, situation) for t in times)
        case Greatest(quantities):
            return greatest(bounds(q, situation) for q in quantities)
        case Sum(quantities):
            return total(bounds(q, situation) for q in quantities)
        case Product(quantities):
            return product(bounds(q, situation) for q in quantities)
        case Points(scale):
            return points((holds(c, situation), number) for c, number in scale)
        case CountOf(collection, condition):
            items = situation.value(collection)
            return (
                (0, math.inf) if items is None else counted(holds(condition, situation.at(i)) for i in items)
            )
        case _:
            raise ConditionError(f"`{value!r}` is not a value this language has")


def as_read(node: Any, situation: Situation) -> Any:
    """What the readings chosen make of a condition or time that depends on one; anything else as it is."""
    while isinstance(node, ByReading | TimeByReading):
        node = dict(node.options)[situation.readings.get(node.ambiguity.name, node.ambiguity.default)]
    return node


# The connectives and comparisons of three-valued logic. The compiled form calls
# the same ones wherever it does not write them out.


def negation(answer: bool | None) -> bool | None:
    """The opposite; unknown stays unknown."""
    return None if answer is None else not answer


def conjunction(answers: Iterable[bool | None]) -> bool | None:
    """False if any is false, else unknown if any is unknown, else true."""
    result: bool | None = True
    for answer in answers:
        if answer is False:
            return False
        if answer is None:
            result = None
    return result


def disjunction(answers: Iterable[bool | None]) -> bool | None:
    """True if any is true, else unknown if any is unknown, else false."""
    result: bool | None = False
    for answer in answers:
        if answer is True:
            return True
        if answer is None:
            result = None
    return result


def compared(left: Interval, right: Interval, strict: bool) -> bool | None:
    """Whether the left value is at most the right one (less than it, if strict), wherever in their
    intervals they lie.
    """
    if left[0] == math.inf:
        return False
    if left[1] < right[0] or (left[1] == right[0] and not strict and left[1] < math.inf):
        return True
    if left[0] > right[1] or (left[0] == right[1] and strict):
        return False
    return None


def event_interval(value: Any, now: float, zone: periods.TimeZone) -> Interval:
    """When an event was: unknown, never, at some time up to now, on a day, or at an instant."""
    if value is None:
        return UNKNOWN
    if value is Occurrence.NEVER:
        return NEVER_AT
    if value is Occurrence.UNDATED:
        return -math.inf, now
    return periods.interval(value, zone)


def last_interval(
    occurrences: Any, otherwise: Interval, by: Interval, now: float, zone: periods.TimeZone
) -> Interval:
    """When the last of several occurrences was that lie no later than a time, and than now; another time
    when there is none.
    """
    if occurrences is None:  # It came no later than that, or there was none.
        return -math.inf, max(min(by[1], now), otherwise[1])
    past = [at for at in (periods.interval(o, zone) for o in occurrences) if at[0] <= now]
    certain = max((at for at in past if at[0] <= by[0]), default=otherwise)
    possible = [certain, *(at for at in past if by[0] < at[0] <= by[1])]
    return min(low for low, _ in possible), max(high for _, high in possible)


def either(answer: bool | None, then: Interval, otherwise: Interval) -> Interval:
    """The time that an answer decides between; either of them while it is unknown."""
    if answer is None:
        return min(then[0], otherwise[0]), max(then[1], otherwise[1])
    return then if answer else otherwise


def attested_interval(attestation: Any, now: float, zone: periods.TimeZone) -> Interval:
    """When something attested was done."""
    if attestation is None or attestation.met is None:
        return UNKNOWN
    if attestation.met is False:
        return NEVER_AT
    return event_interval(Occurrence.UNDATED if attestation.on is None else attestation.on, now, zone)


def meets_cadence(
    occurrences: Any,
    cadence: Cadence,
    since: Interval,
    until: Interval,
    anchor: Interval | None,
    now: float,
    zone: periods.TimeZone,
) -> bool | None:
    """Whether no window of a cadence has passed without an occurrence."""
    first_end, last_end = (min(end, now) for end in until)
    if since[0] > last_end:
        return True  # Not begun by then, so nothing can have been missed.
    if math.isinf(since[0]) or since[1] > now:
        return None
    counted_from = None
    if (
        anchor is not None
    ):  # What holds of the first and the last day it may be need not hold of those between.
        days = {None if math.isinf(at) else periods.day_at(at, zone) for at in anchor}
        if len(days) > 1 or None in days:
            return None
        counted_from = days.pop()
    starts = {periods.day_at(at, zone) for at in since}
    ends = {None if math.isinf(end) else periods.day_at(end, zone) for end in (first_end, last_end)}
    done = [periods.day_at(periods.interval(o, zone)[0], zone) for o in occurrences or ()]
    answers: set[bool | None] = set()
    for start, end in itertools.product(starts, ends):
        if end is None or not cadence.deadlines(start, done, end, counted_from):
            answers.add(True)
        else:  # Settled only while no window at all has passed, when nothing is known of the occurrences.
            answers.add(None if occurrences is None else False)
    return answers.pop() if len(answers) == 1 else None


def least(intervals: Iterable[Interval]) -> Interval:
    """The smallest of several values."""
    lows, highs = zip(*intervals, strict=True)
    return min(lows), min(highs)


def greatest(intervals: Iterable[Interval]) -> Interval:
    """The largest of several values."""
    lows, highs = zip(*intervals, strict=True)
    return max(lows), max(highs)


def total(intervals: Iterable[Interval]) -> Interval:
    """Several values added up."""
    lows, highs = zip(*intervals, strict=True)
    return sum(lows), sum(highs)


def product(intervals: Iterable[Interval]) -> Interval:
    """Several values, none of them negative, multiplied. Nothing times anything is nothing."""
    low: float = 1
    high: float = 1
    for least_factor, greatest_factor in intervals:
        low = 0 if 0 in (low, least_factor) else low * least_factor
        high = 0 if 0 in (high, greatest_factor) else high * greatest_factor
    return low, high


def points(scale: Iterable[tuple[bool | None, int]]) -> Interval:
    """The points of the first condition that holds."""
    possible: list[int] = []
    for answer, number in scale:
        if answer is not False:
            possible.append(number)
        if answer is True:
            return min(possible), max(possible)
    return UNKNOWN


def counted(answers: Iterable[bool | None]) -> Interval:
    """How many answers are true: at least those that are, at most those that are not false."""
    seen = list(answers)
    return seen.count(True), len(seen) - seen.count(False)


def _quantity(value: Quantity | int) -> Quantity:
    if isinstance(value, Quantity):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Constant(value)
    raise ConditionError(f"`{value!r}` is not a whole number or a quantity")


def _grouped(condition: Condition) -> str:
    return f"({condition!r})" if isinstance(condition, AllOf | AnyOf) else repr(condition)


Node = Condition | Quantity | Time


def parts(node: Any) -> tuple[Any, ...]:
    """The conditions and values directly inside one, in their written order."""
    match node:
        case Not(inner) | Rebutted(inner) | Named(condition=inner):
            return (inner,)
        case AllOf(conditions) | AnyOf(conditions):
            return conditions
        case IsIn(fact) | Has(fact) | HasOnly(fact) | Within(fact):
            return (fact,)
        case AtMost(left, right):
            return left, right
        case SomeOf(collection, inner) | EachOf(collection, inner) | CountOf(collection, inner):
            return collection, inner
        case ByReading(_, options) | TimeByReading(_, options):
            return tuple(condition for _, condition in options)
        case MeetsCadence(occurrences, _, since, until, anchor):
            return (occurrences, since, until) if anchor is None else (occurrences, since, until, anchor)
        case LastOf(occurrences, otherwise, by):
            return occurrences, otherwise, by
        case TimeIf(condition, then, otherwise):
            return condition, then, otherwise
        case ParameterIs(parameter):
            return (parameter,)
        case InForce(starts, act, ends):
            return (starts, act) if ends is None else (starts, act, ends)
        case Shifted(start):
            return (start,)
        case StartOfDay(time) | EndOfDay(time):
            return (time,)
        case Earliest(several) | Latest(several) | Greatest(several) | Sum(several) | Product(several):
            return several
        case Points(scale):
            return tuple(condition for condition, _ in scale)
        case _:
            return ()


def walk(node: Any) -> Iterator[Any]:
    """A condition or value and everything inside it, in written order."""
    yield node
    for part in parts(node):
        yield from walk(part)


def distinct(nodes: Iterable[Any]) -> Iterator[Any]:
    """Everything inside several conditions and values, each object once, in written order."""
    seen: set[int] = set()
    waiting = list(nodes)[::-1]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += parts(node)[::-1]


def facts_in(node: Any) -> tuple[Any, ...]:
    """The facts a condition or value reads, each once, in written order."""
    return tuple(part for part in distinct([node]) if isinstance(part, Fact))
