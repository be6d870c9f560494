"""The classes of data elements, by each rule and summed up for each element."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from aigovkit.answers import ClassFound, Classified, ElementClass
from aigovkit.engine.breaches import effective_force
from aigovkit.engine.reasons import explain_one
from aigovkit.engine.reference import applies
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.models.data import DataClass
from aigovkit.rules import Classification
from aigovkit.situation import Situation


def data_classes(rulebook: Rulebook, situation: Situation) -> tuple[ElementClass, ...]:
    """The class of each data element under each rule that gives it one."""
    found = []
    for rule in _classifying(rulebook):
        for subject, answer in _answers(rulebook, rule, situation):
            if answer is not False:
                element = ElementClass(
                    provision=rule.id,
                    citation=rule.citation,
                    element=subject.label,
                    data_class=rule.data_class,
                    certain=answer is True,
                    regime=rule.regime,
                    effective_force=effective_force(rule, situation),
                )
                found.append(element)
    return tuple(found)


def _classifying(rulebook: Rulebook) -> Iterator[Classification]:
    yield from (rule for rule in rulebook.rules if isinstance(rule, Classification))


def _answers(
    rulebook: Rulebook, rule: Classification, situation: Situation
) -> list[tuple[Subject, bool | None]]:
    """Whether the rule applies to each element that is there."""
    return [
        (subject, applies(rulebook, rule, subject.situation))
        for subject in subjects(rule, situation)
        if subject.is_certain
    ]


@attrs.frozen
class _Ground:
    """What one rule says of one element."""

    rule: Classification
    subject: Subject
    answer: bool | None
    readings: tuple[str, ...]


def classified(rulebook: Rulebook, situation: Situation) -> tuple[Classified, ...]:
    """Every data element with its classes; none where the policy sorts no data."""
    grounds: dict[str, list[_Ground]] = {}
    for rule in _classifying(rulebook):
        otherwise = _by_reading(rulebook, rule, situation)
        for number, (subject, answer) in enumerate(_answers(rulebook, rule, situation)):
            several = grounds.setdefault(subject.label, [])
            readings = _each(name for name, answers in otherwise if answers[number] is not answer)
            if answer is not False or readings:
                several.append(_Ground(rule, subject, answer, readings))
    return tuple(_summed_up(rulebook, label, several) for label, several in grounds.items())


def _by_reading(
    rulebook: Rulebook, rule: Classification, situation: Situation
) -> list[tuple[str, list[bool | None]]]:
    """What the rule says of each element under each reading that was not chosen, by the ambiguity."""
    return [
        (ambiguity.name, [answer for _, answer in _answers(rulebook, rule, otherwise)])
        for ambiguity in rulebook.open_to[rule.id]
        for reading in ambiguity.readings
        if reading != situation.reading(ambiguity)
        for readings in ({**situation.readings, ambiguity.name: reading},)
        for otherwise in (attrs.evolve(situation, readings=readings),)
    ]


def _summed_up(rulebook: Rulebook, element: str, grounds: Sequence[_Ground]) -> Classified:
    by_class: dict[DataClass, list[_Ground]] = {}
    for ground in grounds:
        by_class.setdefault(ground.rule.data_class, []).append(ground)
    several = [_class(rulebook, *one) for one in by_class.items()]
    classes = tuple(one for one, read in several if not read)
    otherwise = tuple(one for one, read in several if read)
    ranked = [one for one in classes if one.data_class in rulebook.class_order]
    return Classified(
        element,
        classes,
        _strictest(rulebook, (one for one in ranked if one.certain)),
        _strictest(rulebook, ranked),
        otherwise,
    )


def _class(rulebook: Rulebook, data_class: DataClass, grounds: Sequence[_Ground]) -> tuple[ClassFound, bool]:
    """One class of an element, and whether another reading alone puts it there."""
    settling = [ground for ground in grounds if ground.answer]
    telling = settling or [ground for ground in grounds if ground.answer is None]
    read = [ground for ground in grounds if ground.answer is False] if not settling else []
    told = [explain_one(rulebook, ground.rule, ground.subject) for ground in telling]
    found = ClassFound(
        data_class=data_class,
        certain=bool(settling),
        provisions=_each(ground.rule.id for ground in telling or read),
        regimes=_each(ground.rule.regime for ground in telling or read if ground.rule.regime),
        because=_each(line for one in told for line in one.because),
        unknown=() if settling else _each(path for one in told for path in one.unknown),
        readings=_each(name for ground in (*telling, *read) for name in ground.readings),
    )
    return found, not telling


def _strictest(rulebook: Rulebook, classes: Iterable[ClassFound]) -> DataClass | None:
    order = rulebook.class_order
    return max((one.data_class for one in classes), key=order.index, default=None)


def _each(several: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(several))
