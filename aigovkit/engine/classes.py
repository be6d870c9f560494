"""The classes of data elements, by each rule and summed up for each element."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from aigovkit.answers import ClassFound, Classified, ElementClass
from aigovkit.engine.breaches import effective_force
from aigovkit.engine.reasons import because_of_one, explain_one
from aigovkit.engine.record_verdicts import RecordVerdicts
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.engine.verdicts import Verdict
from aigovkit.models.data import DataClass
from aigovkit.rules import Classification
from aigovkit.situation import Situation


def data_classes(
    rulebook: Rulebook, situation: Situation, judged: RecordVerdicts
) -> tuple[ElementClass, ...]:
    """The class of each data element under each rule that gives it one."""
    found = []
    for rule in _classifying(rulebook):
        for subject, answer in zip(_elements(rule, situation), _answers(rule, judged), strict=False):
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


def _elements(rule: Classification, situation: Situation) -> list[Subject]:
    """The elements that are there; what may be there besides comes last of all, and is left out."""
    return [subject for subject in subjects(rule, situation) if subject.is_certain]


def _answers(rule: Classification, judged: RecordVerdicts) -> list[bool | None]:
    """Whether the rule applies to each element."""
    return [_APPLIES.get(verdict, False) for verdict in judged.on(rule)]


_APPLIES = {Verdict.NOTED: True, Verdict.UNDETERMINED: None}
"""Whether a rule that gives a class applies, by the verdict on it; by any other it does not."""


@attrs.frozen
class _Ground:
    """What one rule says of one element."""

    rule: Classification
    subject: Subject
    answer: bool | None
    readings: tuple[str, ...]


def classified(
    rulebook: Rulebook, situation: Situation, judge: Callable[[tuple[str, str] | None], RecordVerdicts]
) -> tuple[Classified, ...]:
    """Every data element with its classes; none where the policy sorts no data. `judge` gives the verdicts
    as everything is read, or with one ambiguity read in another way.
    """
    grounds: dict[str, list[_Ground]] = {}
    chosen, others = judge(None), _other_readings(rulebook, situation, judge)
    for rule in _classifying(rulebook):
        answers = _answers(rule, chosen)
        otherwise = [
            (one.name, _answers(rule, read)) for one in rulebook.open_to[rule.id] for read in others[one.name]
        ]
        for number, subject in enumerate(_elements(rule, situation)):
            answer = answers[number]
            several = grounds.setdefault(subject.label, [])
            readings = _each(name for name, read in otherwise if read[number] is not answer)
            if answer is not False or readings:
                several.append(_Ground(rule, subject, answer, readings))
    return tuple(_summed_up(rulebook, label, several) for label, several in grounds.items())


def _other_readings(
    rulebook: Rulebook, situation: Situation, judge: Callable[[tuple[str, str] | None], RecordVerdicts]
) -> dict[str, list[RecordVerdicts]]:
    """The verdicts under each reading that was not chosen, by the ambiguity."""
    open_to = {one.name: one for rule in _classifying(rulebook) for one in rulebook.open_to[rule.id]}
    return {
        name: [judge((name, reading)) for reading in one.readings if reading != situation.reading(one)]
        for name, one in open_to.items()
    }


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
    told = [] if settling else [explain_one(rulebook, ground.rule, ground.subject) for ground in telling]
    because = [because_of_one(rulebook, ground.rule, ground.subject) for ground in settling] or [
        one.because for one in told
    ]
    found = ClassFound(
        data_class=data_class,
        certain=bool(settling),
        provisions=_each(ground.rule.id for ground in telling or read),
        regimes=_each(ground.rule.regime for ground in telling or read if ground.rule.regime),
        because=_each(line for lines in because for line in lines),
        unknown=_each(path for one in told for path in one.unknown),
        readings=_each(name for ground in (*telling, *read) for name in ground.readings),
    )
    return found, not telling


def _strictest(rulebook: Rulebook, classes: Iterable[ClassFound]) -> DataClass | None:
    order = rulebook.class_order
    return max((one.data_class for one in classes), key=order.index, default=None)


def _each(several: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(several))
