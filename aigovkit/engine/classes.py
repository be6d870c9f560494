"""The classes of data elements."""

from __future__ import annotations

from aigovkit.answers import ElementClass
from aigovkit.engine.breaches import effective_force
from aigovkit.engine.reference import applies
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import subjects
from aigovkit.rules import Classification
from aigovkit.situation import Situation


def data_classes(rulebook: Rulebook, situation: Situation) -> tuple[ElementClass, ...]:
    """The class of each data element under each rule that gives it one."""
    found = []
    for rule in rulebook.rules:
        if isinstance(rule, Classification):
            for subject in subjects(rule, situation):
                if not subject.is_certain:
                    continue
                answer = applies(rulebook, rule, subject.situation)
                if answer is not False:
                    element = ElementClass(
                        provision=rule.id,
                        citation=rule.citation,
                        element=subject.label,
                        data_class=rule.data_class,
                        certain=answer is True,
                        effective_force=effective_force(rule, situation),
                    )
                    found.append(element)
    return tuple(found)
