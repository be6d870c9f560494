"""Why a rule came out as it did: the facts that settle it, in words, and the unknown ones it hangs on."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

import attrs

from aigovkit import paths
from aigovkit.answers import Explanation
from aigovkit.engine.alike import alike
from aigovkit.engine.reference import verdict_for
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.engine.unknowns import Standing, unknown_facts, with_and_without_burden
from aigovkit.engine.verdicts import Verdict
from aigovkit.language.kinds import Condition, Quantity
from aigovkit.language.meaning import as_read, asked, holds, members
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
    Fact,
    Forward,
    Greatest,
    Has,
    HasOnly,
    HasProvision,
    InForce,
    IsIn,
    LiesIn,
    MeetsCadence,
    Named,
    Not,
    ParameterIs,
    Points,
    Product,
    Rebutted,
    SomeOf,
    Sum,
    Within,
)
from aigovkit.language.parameters import BooleanParameter
from aigovkit.language.parts import facts_in
from aigovkit.language.words import proposition
from aigovkit.rules import AnyRule, Duty, Ground, Referral
from aigovkit.rules.effects import prevails, triggered
from aigovkit.situation import Situation

_SETTLED = frozenset(Verdict) - {Verdict.UNDETERMINED, Verdict.MET_IF_APPLICABLE}


@attrs.frozen
class _Told:
    """What is to be said of one thing a rule speaks of: why, on what it hangs, and what displaces it."""

    because: tuple[str, ...]
    unknown: tuple[str, ...]
    displacing: tuple[str, ...]


class RuleReasons:
    """Why one rule came out as it did: for all it speaks of, and for each of these by its place. What is said
    of things that the rule cannot tell apart is worked out once.
    """

    def __init__(self, rulebook: Rulebook, rule: AnyRule, situation: Situation) -> None:
        self.rulebook: Rulebook = rulebook
        self.rule: AnyRule = rule
        self.subjects: Sequence[Subject] = tuple(subjects(rule, situation))
        self.first: Sequence[int] = alike(rulebook, rule, situation)
        """For each of them, the place of the first like it."""
        self.collection: str = "" if rule.each is None else rule.each.path
        self._told: dict[int, _Told] = {}

    @functools.cached_property
    def verdicts(self) -> dict[int, Verdict]:
        """What comes of the first of each that are alike, by its place."""
        rulebook, rule, several = self.rulebook, self.rule, self.subjects
        return {at: verdict_for(rulebook, rule, several[at]) for at in dict.fromkeys(self.first)}

    @functools.cached_property
    def _burdens(self) -> dict[int, tuple[Verdict, Verdict]]:
        rulebook, rule, several = self.rulebook, self.rule, self.subjects
        return {at: with_and_without_burden(rulebook, rule, several[at]) for at in dict.fromkeys(self.first)}

    @property
    def _is_presumed(self) -> bool:
        """Whether the finding rests on a presumption: it would be another if nobody bore a burden."""
        several = self._burdens.values()
        return bool(several) and max(one for one, _ in several) != max(bare for _, bare in several)

    def of_all(self) -> Explanation:
        """Why the rule came out as it did. Of several records, those say it of which the finding is true."""
        because: dict[str, None] = {}
        unknown: dict[str, None] = {}
        displacing: set[str] = set()
        rulebook, rule, several = self.rulebook, self.rule, len(self.subjects) > 1
        presumed = self._is_presumed
        telling, hangs = set(self.first), True
        if several:
            found = max(self.verdicts.values())
            telling = {at for at, one in self.verdicts.items() if one == found}
            # What one record settles without a presumption hangs on no rebuttal for another.
            hangs = presumed or found not in _SETTLED or rule.id not in rulebook.presuming
        for subject, at in zip(self.subjects, self.first, strict=True):
            if at in telling:
                told = self._of_kind(at)
                displacing.update(told.displacing)
                unknown.update(dict.fromkeys(self._numbered(subject, told.unknown) if hangs else ()))
                lines = self._of(subject, told.because)
                because.update(dict.fromkeys(self._named(subject, lines) if several else lines))
        exceptions = (exception.id for exception in rulebook.exceptions.get(rule.id, ()))
        displaced_by = next((name for name in exceptions if name in displacing), None)
        return Explanation(tuple(because), tuple(unknown), displaced_by, presumed)

    def of_one(self, place: int) -> Explanation:
        """Why it did for one thing it speaks of."""
        at, subject = self.first[place], self.subjects[place]
        told = self._of_kind(at)
        burdened, bare = self._burdens[at]
        return Explanation(
            tuple(self._of(subject, told.because)),
            tuple(self._numbered(subject, told.unknown)),
            told.displacing[0] if told.displacing else None,
            burdened != bare,
        )

    def _of_kind(self, first: int) -> _Told:
        """What is to be said of the first of those that are alike, but for which it is."""
        if first not in self._told:
            subject = self.subjects[first].unnumbered()
            standing = Standing(self.rulebook, self.rule, subject.situation)
            # Of records that may be there, only what fails whatever they are settles anything.
            settles = subject.is_certain or standing.is_silent
            displacing = standing.displacing if settles and not standing.is_idle else ()
            self._told[first] = _Told(
                tuple(dict.fromkeys(_because(standing))) if settles else (),
                tuple(dict.fromkeys(unknown_facts(standing, subject))),
                tuple(exception.id for exception in displacing),
            )
        return self._told[first]

    def _of(self, subject: Subject, lines: Sequence[str]) -> Sequence[str]:
        """Lines about one record, which the paths of its facts name by its number."""
        if not self.collection or subject.index is None:
            return lines
        general, own = f"{self.collection}[].", f"{self.collection}[{subject.index}]."
        return [line.replace(general, own) for line in lines]

    def _numbered(self, subject: Subject, unknown: Sequence[str]) -> Sequence[str]:
        """The paths of unknown facts, those of the record by its number."""
        if not self.collection or subject.index is None:
            return unknown
        return [paths.numbered_in(self.collection, path, subject.index) for path in unknown]

    def _named(self, subject: Subject, lines: Iterable[str]) -> Iterator[str]:
        """Lines that say of which record they are."""
        path = "" if subject.index is None else paths.of_record(self.collection, subject.index)
        for line in lines:
            named = path == subject.label and f"{path}." in line
            yield line if named else f"{subject.label}: {line}"


def _because(standing: Standing) -> Iterator[str]:
    rule, condition, situation = standing.rule, standing.condition, standing.situation
    answer = standing.answer
    if answer and isinstance(condition, InForce):
        yield proposition(condition, situation)  # All the rule says is when it starts.
    elif answer and rule.commencement is not None and as_read(condition, situation) == ALWAYS:
        yield proposition(rule.in_force, situation)  # Its start is all it depends on.
    elif answer is not None:
        yield from support(condition, situation, answer)
    if answer is False:
        return
    if standing.in_force is False and rule.commencement is not None:
        yield f"{rule.commencement.name} is not in force for this act"
        return
    if standing.displacing:
        yield f"{standing.displacing[0].id} displaces it"
        return
    if isinstance(rule, Duty) and standing.met is not None:
        yield from support(rule.met, situation, standing.met)
        if standing.met is False and holds(rule.gate, situation) is True:
            yield from support(rule.gate, situation, True)
    if isinstance(rule, Referral | Ground) and standing.met is not None:
        yield from support(rule.met, situation, standing.met)


def rests_on(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> tuple[str, ...]:
    """The paths of the known facts on which the finding on a rule rests, those that defined terms stand on
    included. Of several records, those of which the finding is true.
    """
    found: dict[str, None] = {}
    several = [subject for subject in subjects(rule, situation) if subject.is_certain]
    verdicts = [verdict_for(rulebook, rule, subject) for subject in several]
    for subject, verdict in zip(several, verdicts, strict=True):
        if verdict == max(verdicts):
            standing = Standing(rulebook, rule, subject.situation)
            for condition, answer in _settling(standing):
                for path in _bases(condition, subject.situation, answer):
                    found[paths.numbered(path, subject.index)] = None
    return tuple(found)


def _settling(standing: Standing) -> Iterator[tuple[Condition, bool]]:
    """The conditions that make a rule stand as it does, each with its answer."""
    rule, situation = standing.rule, standing.situation
    if standing.answer is not None:
        yield standing.condition, standing.answer
    if standing.answer is False:
        return
    if standing.in_force is False:
        yield rule.in_force, False
    elif standing.displacing:
        yield triggered(standing.displacing[0]), True
        yield prevails(standing.displacing[0], rule), True
    elif isinstance(rule, Duty | Referral | Ground) and standing.met is not None:
        yield rule.met, standing.met
        if isinstance(rule, Duty) and standing.met is False and holds(rule.breached, situation) is True:
            yield rule.breached, True


def _bases(condition: Condition, situation: Situation, answer: bool) -> Iterator[str]:
    """The paths of the known facts that give a condition the answer it has."""
    match condition:
        case Not(inner):
            yield from _bases(inner, situation, not answer)
        case AllOf(several) | AnyOf(several):
            one_settles = isinstance(condition, AnyOf) is answer
            settling = [part for part in several if holds(part, situation) is answer]
            for part in settling[:1] if one_settles else several:
                yield from _bases(part, situation, answer)
        case Named() | Forward():
            yield from _bases(condition.condition, situation, answer)
        case ByReading():
            yield from _bases(as_read(condition, situation), situation, answer)
        case Rebutted(inner):
            yield from _bases(inner, situation, answer) if holds(inner, situation) is not None else ()
        case SomeOf(collection, inner) | EachOf(collection, inner):
            yield from _known(collection, situation)
            one_settles = isinstance(condition, SomeOf) is answer
            certain = [one.at for one in members(collection, situation) if one.is_certain]
            for index, at in enumerate(certain):
                if not one_settles or holds(inner, at) is answer:
                    for path in _bases(inner, at, answer):
                        yield paths.numbered_in(collection.path, path, index)
                    if one_settles:
                        return
        case _:
            for fact in facts_in(condition):
                yield from _known(fact, situation)


def _known(fact: Fact, situation: Situation) -> Iterator[str]:
    """The path of a fact, where it is known; of one that has no meaning, what says so."""
    if paths.is_of_record(fact.path) and fact.record.__path__ not in situation.items:
        return  # Of the records that a time or a number looks through.
    if fact.where is not None and asked(fact, situation) is False:
        yield from _bases(fact.where, situation, False)
    elif situation.value(fact) is not None:
        yield fact.path


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
                yield proposition(condition, situation, answer)
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
                yield f"not proved that {proposition(inner, situation)}"
            else:
                yield from support(inner, situation, answer)
        case SomeOf(collection, inner) | EachOf(collection, inner):
            looked_at = members(collection, situation)
            if isinstance(condition, SomeOf) is answer:
                found = next(one for one in looked_at if one.is_certain and holds(inner, one.at) is answer)
                yield from support(inner, found.at, answer)
            elif asked(collection, situation) is False:
                yield from _unasked(collection, situation)
            elif not looked_at:
                yield f"{collection.path} is empty"
            else:
                for one in looked_at:
                    yield from support(inner, one.at, answer)
        case BooleanFact() if asked(condition, situation) is False:
            yield from _unasked(condition, situation)
        case IsIn() | Has() | HasOnly() | Within() | HasProvision() if (
            asked(condition.fact, situation) is False
        ):
            yield from _unasked(condition.fact, situation)
        case LiesIn(quantity):
            yield from _counting(quantity, situation)
            # Of one row of points, what counts says it all.
            if not isinstance(as_read(quantity, situation), Points):
                yield proposition(condition, situation, answer)
        case BooleanFact() | IsIn() | Has() | HasOnly() | Within() | HasProvision() | AtMost():
            yield proposition(condition, situation, answer)
        case Attested() | MeetsCadence() | BooleanParameter() | ParameterIs():
            yield proposition(condition, situation, answer)
        case _:
            assert_never(condition)


def _counting(quantity: Quantity, situation: Situation) -> Iterator[str]:
    """The facts, in words, by which points count, and others before them do not."""
    match as_read(quantity, situation):
        case Points(cells):
            for condition, _ in cells:
                answer = holds(condition, situation)
                if answer is not None:
                    yield from support(condition, situation, answer)
                if answer is not False:
                    return
        case Sum(several) | Product(several) | Greatest(several):
            for one in several:
                yield from _counting(one, situation)


def _unasked(fact: Fact, situation: Situation) -> Iterator[str]:
    """Why a fact has no meaning here, and so reads as empty."""
    if fact.where is not None:
        yield from support(fact.where, situation, False)
