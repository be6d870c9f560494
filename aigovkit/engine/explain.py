"""Why a rule came out as it did: the facts that settle it, and the unknown ones it hangs on."""

from __future__ import annotations

import datetime
import decimal
import functools
from collections.abc import Iterator
from typing import Any

from aigovkit import conditions
from aigovkit.conditions import (
    ALWAYS,
    AllOf,
    Always,
    AnyOf,
    AtMost,
    Attested,
    AttestedOn,
    ByReading,
    Condition,
    Constant,
    CountOf,
    Day,
    EachOf,
    Earliest,
    Fact,
    Has,
    HasOnly,
    InForce,
    IsIn,
    Latest,
    MeetsCadence,
    Named,
    Not,
    Parameter,
    ParameterIs,
    Rebutted,
    Shifted,
    Situation,
    SomeOf,
    StartOfDay,
    TimeByReading,
    TimeIf,
    Within,
    as_read,
    holds,
)
from aigovkit.engine.reference import applies, triggered, verdict_on
from aigovkit.engine.rulebook import Rulebook, effects
from aigovkit.engine.verdicts import SILENT
from aigovkit.evaluation import Explanation
from aigovkit.periods import Occurrence, Period
from aigovkit.rules import Duty, ExceptionRule, Rule


def explain(rulebook: Rulebook, rule: Rule, situation: Situation) -> Explanation:
    """Why the rule came out as it did, over all the records it speaks of."""
    because: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for at, prefix in _records(rulebook, rule, situation, unknown):
        for line in _because(rulebook, rule, at):
            because[prefix + line] = None
        for path in _unknown(rulebook, rule, at):
            unknown[_numbered(path, at, situation, rule)] = None
    exception = next(
        (e for e in rulebook.exceptions.get(rule.id, ()) if _somewhere(rulebook, e, rule, situation)), None
    )
    presumed = bool(rulebook.presuming) and any(
        _presumes(part, at)
        for at, _ in _records(rulebook, rule, situation, {})
        for part in _parts(rulebook, rule)
    )
    return Explanation(tuple(because), tuple(unknown), exception.id if exception else None, presumed)


def _records(
    rulebook: Rulebook, rule: Rule, situation: Situation, unknown: dict[str, None]
) -> Iterator[tuple[Situation, str]]:
    if rule.each is None:
        yield situation, ""
        return
    records = situation.value(rule.each)
    if records is None:
        # With nothing known of the list, only a condition that fails whatever is in it settles anything.
        blank = situation.at(rule.each.record_type())
        if verdict_on(rulebook, rule, blank) in SILENT:
            yield blank, ""
        else:
            unknown[rule.each.path] = None
        return
    for index, record in enumerate(records):
        label = getattr(record, "name", None) or f"{rule.each.name}[{index}]"
        yield situation.at(record), f"{label}: " if len(records) > 1 else ""


def _numbered(path: str, at: Situation, situation: Situation, rule: Rule) -> str:
    if "[]" not in path or rule.each is None:
        return path
    records = situation.value(rule.each) or ()
    index = next((number for number, record in enumerate(records) if record is at.item), None)
    return path if index is None else path.replace("[]", f"[{index}]", 1)


def _somewhere(rulebook: Rulebook, exception: ExceptionRule, rule: Rule, situation: Situation) -> bool:
    return any(
        applies(rulebook, exception, at) is True and holds(triggered(rule), at) is not False
        for at, _ in _records(rulebook, rule, situation, {})
    )


def _parts(rulebook: Rulebook, rule: Rule) -> tuple[Condition, ...]:
    own = (triggered(rule), rule.met, rule.breached) if isinstance(rule, Duty) else (triggered(rule),)
    return own + tuple(triggered(exception) for exception in rulebook.exceptions.get(rule.id, ()))


def _because(rulebook: Rulebook, rule: Rule, situation: Situation) -> Iterator[str]:
    condition = triggered(rule)
    answer = holds(condition, situation)
    if answer and isinstance(condition, InForce):
        yield statement(condition, situation)  # All the rule says is when it starts.
    elif answer and rule.commencement is not None and as_read(condition, situation) == ALWAYS:
        yield statement(rule.in_force, situation)  # Its start is all it depends on.
    elif answer is not None:
        yield from support(condition, situation, answer)
    if answer is False:
        return
    if holds(rule.in_force, situation) is False and rule.commencement is not None:
        yield f"{rule.commencement.name} is not in force for this act"
        return
    for exception in rulebook.exceptions.get(rule.id, ()):
        if applies(rulebook, exception, situation) is True:
            yield f"{exception.id} displaces it"
            return
    if isinstance(rule, Duty):
        met = holds(rule.met, situation)
        if met is not None:
            yield from support(rule.met, situation, met)
        if met is False and holds(rule.gate, situation) is True:
            yield from support(rule.gate, situation, True)


def open_effects(rulebook: Rulebook, rule: Rule, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts on which it hangs whether the rule moves the outcome."""
    unknown: dict[str, None] = {}
    for at, _ in _records(rulebook, rule, situation, unknown):
        for path in _unknown_trigger(rulebook, rule, at):
            unknown[_numbered(path, at, situation, rule)] = None
        if holds(triggered(rule), at) is not False:
            for _, condition in effects(rule):
                for path in open_facts(condition, at):
                    unknown[_numbered(path, at, situation, rule)] = None
    yield from unknown


def _unknown(rulebook: Rulebook, rule: Rule, situation: Situation) -> Iterator[str]:
    yield from _unknown_trigger(rulebook, rule, situation)
    if (
        isinstance(rule, Duty)
        and applies(rulebook, rule, situation) is not False
        and holds(rule.met, situation) is not True
    ):
        yield from open_facts(rule.met, situation)
        yield from open_facts(rule.breached, situation)


def _unknown_trigger(rulebook: Rulebook, rule: Rule, situation: Situation) -> Iterator[str]:
    condition = triggered(rule)
    answer = holds(condition, situation)
    if answer is False or holds(rule.in_force, situation) is False:
        yield from _rebuttals(condition, situation)
        return
    displacing = [
        one for one in rulebook.exceptions.get(rule.id, ()) if applies(rulebook, one, situation) is True
    ]
    if displacing:
        for exception in displacing:
            yield from _rebuttals(triggered(exception), situation)
        return
    yield from open_facts(condition, situation)
    yield from open_facts(rule.in_force, situation)
    for exception in rulebook.exceptions.get(rule.id, ()):
        if applies(rulebook, exception, situation) is None:
            yield from _unknown_trigger(rulebook, exception, situation)
        else:
            yield from _rebuttals(triggered(exception), situation)


def open_facts(condition: Any, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts that keep a condition open; nothing when it is settled."""
    match condition:
        case AtMost(left, right):
            if holds(condition, situation) is None:
                yield from _open_values(left, situation)
                yield from _open_values(right, situation)
        case MeetsCadence(occurrences, _, since, until, anchor):
            if holds(condition, situation) is None:
                if situation.value(occurrences) is None:
                    yield occurrences.path
                for value in (since, until, anchor):
                    yield from _open_values(value, situation)
        case InForce(starts, act, ends):
            if holds(condition, situation) is None:
                for value in (starts, act, ends):
                    yield from _open_values(value, situation)
        case Rebutted(inner):
            # Unknown, it counts as not proved; the fact is asked for all the same, since it would rebut.
            yield from open_facts(inner, situation)
        case ByReading():
            yield from open_facts(as_read(condition, situation), situation)
        case SomeOf(collection, inner) | EachOf(collection, inner):
            if holds(condition, situation) is None:
                yield from _open_records(collection, inner, situation)
            else:
                yield from _rebuttals(condition, situation)
        case Attested(provision):
            if holds(condition, situation) is None:
                yield f"attestations.{provision}"
        case Fact():
            if situation.value(condition) is None:
                yield condition.path
        case IsIn(fact) | Has(fact) | HasOnly(fact) | Within(fact):
            if holds(condition, situation) is None:
                yield fact.path
        case ParameterIs(parameter):
            if situation.parameter(parameter) is None:
                yield parameter.name
        case Parameter():
            if situation.parameter(condition) is None:
                yield condition.name
        case _:
            if holds(condition, situation) is None:
                for part in conditions.parts(condition):
                    yield from open_facts(part, situation)
            else:
                yield from _rebuttals(condition, situation)


def _rebuttals(condition: Any, situation: Situation) -> Iterator[str]:
    """The paths of the unknown facts that would prove what a settled condition takes as not proved."""
    if holds(unburdened(condition), situation) is not None:
        return  # It is settled whoever bears the burden.
    match condition:
        case Rebutted(inner):
            yield from open_facts(inner, situation)
        case Not(inner) | Named(condition=inner):
            yield from _rebuttals(inner, situation)
        case AllOf(several) | AnyOf(several):
            for part in several:
                yield from _rebuttals(part, situation)
        case ByReading():
            yield from _rebuttals(as_read(condition, situation), situation)
        case SomeOf(collection, inner) | EachOf(collection, inner):
            for index, record in enumerate(situation.value(collection) or ()):
                for path in _rebuttals(inner, situation.at(record)):
                    yield path.replace("[]", f"[{index}]", 1)


def _open_values(value: Any, situation: Situation) -> Iterator[str]:
    """The paths of the facts that leave open what a value is."""
    match value:
        case Fact():
            known = situation.value(value)
            if known is None or known is Occurrence.UNDATED or _lacks_hour(known):
                yield value.path
        case AttestedOn(provision):
            attestation = situation.attestation(provision)
            if (
                attestation is None
                or attestation.met is None
                or (attestation.met and (attestation.on is None or _lacks_hour(attestation.on)))
            ):
                yield f"attestations.{provision}"
        case Parameter():
            if situation.parameter(value) is None or _lacks_hour(situation.parameter(value)):
                yield value.name
        case TimeByReading():
            yield from _open_values(as_read(value, situation), situation)
        case TimeIf(condition, then, otherwise):
            answer = holds(condition, situation)
            yield from open_facts(condition, situation)
            yield from _open_values(then, situation) if answer is not False else ()
            yield from _open_values(otherwise, situation) if answer is not True else ()
        case CountOf(collection, inner):
            yield from _open_records(collection, inner, situation)
        case conditions.Points(scale):
            for condition, _ in scale:
                yield from open_facts(condition, situation)
                if holds(condition, situation) is True:
                    return
        case _:
            for part in conditions.parts(value):
                yield from _open_values(part, situation)


def _open_records(collection: Any, inner: Condition, situation: Situation) -> Iterator[str]:
    records = situation.value(collection)
    if records is None:
        yield collection.path
    for index, record in enumerate(records or ()):
        for path in open_facts(inner, situation.at(record)):
            yield path.replace("[]", f"[{index}]", 1)


def _lacks_hour(value: Any) -> bool:
    return isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)


def _presumes(condition: Condition, situation: Situation) -> bool:
    """Whether the answer rests on what is not proved: without the burden of proof it would be unknown."""
    return holds(condition, situation) is not None and holds(unburdened(condition), situation) is None


@functools.lru_cache(maxsize=4096)
def unburdened(condition: Condition) -> Condition:
    """The same condition with nobody bearing a burden of proof."""
    match condition:
        case Rebutted(inner):
            return unburdened(inner)
        case Not(inner):
            return Not(unburdened(inner))
        case AllOf(several):
            return AllOf(tuple(unburdened(part) for part in several))
        case AnyOf(several):
            return AnyOf(tuple(unburdened(part) for part in several))
        case Named(name, inner, citation):
            return Named(name, unburdened(inner), citation)
        case ByReading(ambiguity, options):
            return ByReading(ambiguity, tuple((name, unburdened(option)) for name, option in options))
        case SomeOf(collection, inner):
            return SomeOf(collection, unburdened(inner))
        case EachOf(collection, inner):
            return EachOf(collection, unburdened(inner))
        case _:
            return condition


def support(condition: Any, situation: Situation, answer: bool) -> Iterator[str]:
    """The facts, in words, that give a condition the answer it has."""
    match condition:
        case Always():
            return
        case Not(inner):
            yield from support(inner, situation, not answer)
        case AllOf(several) | AnyOf(several):
            settling = isinstance(condition, AnyOf) is answer
            if settling:  # One part is enough: the first that settles it.
                yield from support(
                    next(c for c in several if holds(c, situation) is answer), situation, answer
                )
            else:
                for part in several:
                    yield from support(part, situation, answer)
        case InForce() if answer:
            return  # That a provision is in force is no reason of its own.
        case Named(name, inner):
            # A defined term that holds is a reason by its name; one that fails is traced to the facts.
            if answer:
                yield name
            else:
                yield from support(inner, situation, answer)
        case ByReading():
            yield from support(as_read(condition, situation), situation, answer)
        case Rebutted(inner):
            if holds(inner, situation) is None:
                yield f"not proved that {statement(inner, situation)}"
            else:
                yield from support(inner, situation, answer)
        case SomeOf(collection, inner) | EachOf(collection, inner):
            records = situation.value(collection) or ()
            if isinstance(condition, SomeOf) is answer:
                record = next(r for r in records if holds(inner, situation.at(r)) is answer)
                yield from support(inner, situation.at(record), answer)
            elif not records:
                yield f"{collection.path} is empty"
            else:
                for record in records:
                    yield from support(inner, situation.at(record), answer)
        case _:
            yield statement(condition, situation, answer)


def statement(condition: Any, situation: Situation | None = None, answer: bool = True) -> str:
    """One test in words, as it holds or (for a false answer) fails to."""
    match condition:
        case Fact():
            return f"{condition.path} is {'yes' if answer else 'no'}"
        case Always(fixed):
            return "always" if fixed is answer else "never"
        case IsIn(fact, terms):
            if situation is not None and situation.value(fact) is not None:
                return f"{fact.path} is {situation.value(fact)}"
            return f"{fact.path} is {'' if answer else 'not '}{_listed(terms)}"
        case Has(fact, term):
            return f"{fact.path} {'has' if answer else 'lacks'} {term}"
        case HasOnly(fact, ()):
            return f"{fact.path} is {'' if answer else 'not '}empty"
        case HasOnly(fact, terms):
            return f"{fact.path} has {'only' if answer else 'more than'} {_listed(terms, ' and ')}"
        case Within(fact, place):
            return f"{fact.path} {'lies' if answer else 'does not lie'} in {place}"
        case AtMost(left, right, strict=strict):
            words = _comparison(left, right, strict, answer)
            first, known = _value(left, situation), _known_times(condition, situation)
            if words == "happened":
                return f"{first} {'has' if answer else 'has not'} happened{known}"
            return f"{first} {words} {_value(right, situation)}{known}"
        case Attested(provision):
            return f"{provision} is attested {'done' if answer else 'not done'}"
        case MeetsCadence(occurrences, cadence):
            return (
                f"{occurrences.path} {'keeps' if answer else 'does not keep'} a gap of at most "
                f"{period(cadence.every)}"
            )
        case ParameterIs(parameter, choice):
            return f"{parameter.name} is {'' if answer else 'not '}{choice}"
        case Parameter():
            return f"{condition.name} is {'yes' if answer else 'no'}"
        case InForce():
            return "it is in force" if answer else "it is not in force"
        case Not(inner):
            return statement(inner, situation, not answer)
        case AllOf(several) | AnyOf(several):
            word = " and " if isinstance(condition, AllOf) is answer else " or "
            return word.join(_enclosed(part, situation, answer, condition) for part in several)
        case Named(name, inner):
            return f"{name} ({statement(inner, situation, answer)})"
        case ByReading(ambiguity, options):
            reading = (
                situation.readings.get(ambiguity.name, ambiguity.default) if situation else ambiguity.default
            )
            return statement(dict(options)[reading], situation, answer)
        case Rebutted(inner):
            return f"{'' if answer else 'not '}proved: {statement(inner, situation)}"
        case SomeOf(collection, inner):
            return f"{'some' if answer else 'none'} of {collection.path}: {statement(inner)}"
        case EachOf(collection, inner):
            return f"{'each' if answer else 'not each'} of {collection.path}: {statement(inner)}"
        case _:
            return repr(condition)


def _enclosed(part: Any, situation: Situation | None, answer: bool, outer: Condition) -> str:
    text = statement(part, situation, answer)
    return f"({text})" if isinstance(part, AllOf | AnyOf) and type(part) is not type(outer) else text


def _listed(terms: tuple[str, ...], word: str = " or ") -> str:
    return word.join(str(term) for term in terms)


def _comparison(left: Any, right: Any, strict: bool, answer: bool) -> str:
    if isinstance(left, conditions.Time):
        if isinstance(right, conditions.AsOf):
            return "happened"
        positive, negative = ("before", "not before") if strict else ("no later than", "not by")
        return f"was {positive if answer else negative}"
    return {
        (False, True): "is at most",
        (True, True): "is less than",
        (False, False): "is more than",
        (True, False): "is at least",
    }[strict, answer]


def _value(value: Any, situation: Situation | None = None) -> str:
    match value:
        case Fact():
            return value.path
        case Constant(number):
            return f"{number:,}"
        case Day(day):
            return day.isoformat()
        case Shifted(start, length):
            return f"{period(length)} after {_value(start, situation)}"
        case StartOfDay(time):
            return _value(time, situation)
        case TimeByReading(ambiguity, options):
            return _value(
                as_read(value, situation) if situation else dict(options)[ambiguity.default], situation
            )
        case TimeIf(condition, then, otherwise):
            answer = holds(condition, situation) if situation else None
            both = (
                f"{_value(then, situation)} where {statement(condition, situation)}, else "
                f"{_value(otherwise, situation)}"
            )
            return both if answer is None else _value(then if answer else otherwise, situation)
        case AttestedOn(provision):
            return f"the doing of {provision}"
        case conditions.AsOf():
            return "the time of judging"
        case Parameter():
            return value.name
        case Latest(times):
            return f"the last of {_listed(tuple(_value(time, situation) for time in times), ', ')}"
        case conditions.LastOf(occurrences, otherwise):
            return f"the last of {_value(occurrences, situation)}, or else {_value(otherwise, situation)}"
        case Earliest(times):
            return f"the first of {_listed(tuple(_value(time, situation) for time in times), ', ')}"
        case CountOf(collection, inner):
            return f"the number of {collection.path} where {statement(inner)}"
        case _:
            return repr(value)


def _known_times(condition: AtMost, situation: Situation | None) -> str:
    if situation is None:
        return ""
    facts = [part for side in (condition.left, condition.right) for part in _own_facts(side, situation)]
    known = [
        f"{fact.name} {word(situation.value(fact))}" for fact in facts if situation.value(fact) is not None
    ]
    return f" ({', '.join(known)})" if known else ""


def _own_facts(value: Any, situation: Situation) -> Iterator[Any]:
    """The facts a value is made of, those it only counts or scores by left out."""
    if isinstance(value, Fact):
        yield value
    elif isinstance(value, TimeByReading):
        yield from _own_facts(as_read(value, situation), situation)
    elif isinstance(value, TimeIf):
        answer = holds(value.condition, situation)
        yield from _own_facts(value.then, situation) if answer is not False else ()
        yield from _own_facts(value.otherwise, situation) if answer is not True else ()
    elif not isinstance(value, CountOf | conditions.Points):
        for part in conditions.parts(value):
            yield from _own_facts(part, situation)


def word(value: Any) -> str:
    """A known value in words."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Occurrence():
            return value.value
        case datetime.date():
            return value.isoformat()
        case Period():
            return period(value)
        case decimal.Decimal():
            return f"${value:,}"
        case _:
            return str(value)


def period(length: Period) -> str:
    """A period in words: 30 days, 24 hours."""
    hours, rest = divmod(length.seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    named = (
        (length.years, "year"),
        (length.months, "month"),
        (length.days, "day"),
        (hours, "hour"),
        (minutes, "minute"),
        (seconds, "second"),
    )
    return (
        " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in named if number)
        or "no time"
    )
