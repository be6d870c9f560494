"""The classes of data elements, by each rule and summed up for each element."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import attrs

from aigovkit.answers import ClassFound, Classified, ElementClass, Explanation
from aigovkit.engine.breaches import effective_force
from aigovkit.engine.reasons import RuleReasons
from aigovkit.engine.record_verdicts import RecordVerdicts
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.engine.verdicts import Verdict
from aigovkit.models.data import DataClass
from aigovkit.rules import AnyRule, Classification
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
    """What one rule says of one element, which has a place among those the rule speaks of."""

    reasons: RuleReasons
    place: int
    answer: bool | None
    readings: tuple[str, ...]

    @property
    def rule(self) -> Classification:
        """The rule."""
        return self.reasons.rule  # type: ignore[return-value]

    def why(self) -> Explanation:
        """Why the rule says it."""
        return self.reasons.of_one(self.place)


def classified(
    rulebook: Rulebook,
    situation: Situation,
    judge: Callable[[Mapping[str, str]], RecordVerdicts],
    reason: Callable[[AnyRule], RuleReasons],
) -> tuple[Classified, ...]:
    """Every data element with its classes; none where the policy sorts no data. `judge` gives the verdicts
    for each record, with some ambiguities read in another way than set; `reason` the reasons of a rule.
    """
    grounds: dict[str, list[_Ground]] = {}
    judged, others = judge({}), _other_readings(rulebook, situation, judge)
    for rule in _classifying(rulebook):
        reasons = reason(rule)
        otherwise = [
            (one.name, _answers(rule, read)) for one in rulebook.open_to[rule.id] for read in others[one.name]
        ]
        for place, answer in enumerate(_answers(rule, judged)):
            subject = reasons.subjects[place]
            if subject.is_certain:
                several = grounds.setdefault(subject.label, [])
                turning = _each(name for name, read in otherwise if read[place] is not answer)
                if answer is not False or turning:
                    several.append(_Ground(reasons, place, answer, turning))
    return tuple(_summed_up(rulebook, label, several) for label, several in grounds.items())


def _other_readings(
    rulebook: Rulebook, situation: Situation, judge: Callable[[Mapping[str, str]], RecordVerdicts]
) -> dict[str, list[RecordVerdicts]]:
    """The verdicts under each reading that was not chosen, by the ambiguity."""
    open_to = {one.name: one for rule in _classifying(rulebook) for one in rulebook.open_to[rule.id]}
    return {
        name: [judge({name: reading}) for reading in one.readings if reading != situation.reading(one)]
        for name, one in open_to.items()
    }


def _summed_up(rulebook: Rulebook, element: str, grounds: Sequence[_Ground]) -> Classified:
    by_class: dict[DataClass, list[_Ground]] = {}
    for ground in grounds:
        by_class.setdefault(ground.rule.data_class, []).append(ground)
    several = [_class(*one) for one in by_class.items()]
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


def _class(data_class: DataClass, grounds: Sequence[_Ground]) -> tuple[ClassFound, bool]:
    """One class of an element, and whether another reading alone puts it there."""
    settling = [ground for ground in grounds if ground.answer]
    telling = settling or [ground for ground in grounds if ground.answer is None]
    read = [ground for ground in grounds if ground.answer is False] if not settling else []
    told = [ground.why() for ground in telling]
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
