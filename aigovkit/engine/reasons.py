"""Why a rule came out as it did: the facts that settle it, in words, and the unknown ones it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from aigovkit.answers import Explanation
from aigovkit.engine.reference import applies, verdict_on
from aigovkit.engine.rulebook import Rulebook, triggered
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.engine.unknowns import rests_on_presumption, unknown_facts
from aigovkit.engine.verdicts import SILENT
from aigovkit.language.kinds import Condition
from aigovkit.language.meaning import as_read, holds
from aigovkit.language.nodes import (
    ALWAYS,
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
    InForce,
    IsIn,
    MeetsCadence,
    Named,
    Not,
    ParameterIs,
    Rebutted,
    SomeOf,
    Within,
)
from aigovkit.language.parameters import BooleanParameter
from aigovkit.language.words import statement
from aigovkit.rules import Duty, ExceptionRule, Rule
from aigovkit.situation import Situation


def explain(rulebook: Rulebook, rule: Rule, situation: Situation) -> Explanation:
    """Why the rule came out as it did, over all it speaks of."""
    listed = [subject for subject in subjects(rule, situation) if _settles(rulebook, rule, subject)]
    several = len(listed) > 1
    because: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for subject in subjects(rule, situation):
        unknown.update(dict.fromkeys(unknown_facts(rulebook, rule, subject)))
    for subject in listed:
        for line in _because(rulebook, rule, subject.situation):
            because[f"{subject.label}: {line}" if several else line] = None
    exception = next(
        (e for e in rulebook.exceptions.get(rule.id, ()) if _displaces(rulebook, e, rule, listed)), None
    )
    presumed = bool(rulebook.presuming) and any(
        rests_on_presumption(part, subject.situation) for subject in listed for part in _parts(rulebook, rule)
    )
    return Explanation(tuple(because), tuple(unknown), exception.id if exception else None, presumed)


def _settles(rulebook: Rulebook, rule: Rule, subject: Subject) -> bool:
    """Whether a subject settles anything: of a list of which nothing is known, only what fails whatever
    is in it.
    """
    return subject.is_certain or verdict_on(rulebook, rule, subject.situation) in SILENT


def _displaces(rulebook: Rulebook, exception: ExceptionRule, rule: Rule, listed: list[Subject]) -> bool:
    return any(
        applies(rulebook, exception, subject.situation) is True
        and holds(triggered(rule), subject.situation) is not False
        for subject in listed
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


def support(condition: Condition, situation: Situation, answer: bool) -> Iterator[str]:
    """The facts, in words, that give a condition the answer it has."""
    match condition:
        case Always():
            return
        case Not(inner):
            yield from support(inner, situation, not answer)
        case AllOf(several) | AnyOf(several):
            settling = isinstance(condition, AnyOf) is answer
            if settling:  # One part is enough: the first that settles it.
                first = next(c for c in several if holds(c, situation) is answer)
                yield from support(first, situation, answer)
            else:
                for part in several:
                    yield from support(part, situation, answer)
        case InForce():
            if not answer:  # That a provision is in force is no reason of its own.
                yield statement(condition, situation, answer)
        case Named() | Forward():
            # A named term that holds is a reason by its name; one that fails is traced to the facts.
            if answer:
                yield condition.name
            else:
                yield from support(condition.condition, situation, answer)
        case ByReading():
            yield from support(as_read(condition, situation), situation, answer)
        case Rebutted(inner):
            if holds(inner, situation) is None:
                yield f"not proved that {statement(inner, situation)}"
            else:
                yield from support(inner, situation, answer)
        case SomeOf(collection, inner) | EachOf(collection, inner):
            listed = situation.value(collection) or ()
            if isinstance(condition, SomeOf) is answer:
                record = next(r for r in listed if holds(inner, situation.at(r)) is answer)
                yield from support(inner, situation.at(record), answer)
            elif not listed:
                yield f"{collection.path} is empty"
            else:
                for record in listed:
                    yield from support(inner, situation.at(record), answer)
        case BooleanFact() | IsIn() | Has() | HasOnly() | Within() | AtMost() | Attested() | MeetsCadence():
            yield statement(condition, situation, answer)
        case BooleanParameter() | ParameterIs():
            yield statement(condition, situation, answer)
        case _:
            assert_never(condition)
