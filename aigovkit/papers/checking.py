"""How each element of a paper comes out in a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from aigovkit import paths, periods
from aigovkit.engine.reasons import support
from aigovkit.engine.subjects import records
from aigovkit.engine.unknowns import lacks_hour, open_facts
from aigovkit.facts import Records, Term, Terms, TermSet, Text
from aigovkit.language.kinds import Condition
from aigovkit.language.logic import conjunction
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import AllOf, Attested, AttestedDays, AttestedOn, Fact
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import walk
from aigovkit.language.words import proposition
from aigovkit.models.case import Case, fact
from aigovkit.papers.elements import Checked, Element, Line, OpenQuestion, Section, State
from aigovkit.periods import Interval, Occurrence, Stretch
from aigovkit.situation import Situation


def checked(section: Section, element: Element, situation: Situation, enclosed: Mapping[str, str]) -> Checked:
    """How one element comes out. `enclosed` are the texts enclosed with the paper, by their names."""
    wanted = holds(element.when, situation)
    if wanted is False:
        reasons = support(element.when, situation, False)
        return Checked(section.heading, element, State.NOT_NEEDED, tuple(dict.fromkeys(reasons)))
    content, lacking, open_content = _content(element, situation, enclosed)
    there = conjunction((holds(element.needs, situation), content))
    if there is True:
        return Checked(section.heading, element, State.PRESENT)
    because = tuple(dict.fromkeys([*_failing(element.needs, situation), *lacking]))
    if there is False and wanted is True:
        return Checked(section.heading, element, State.MISSING, because)
    unknown = [*open_paths(element.when, situation)]
    if there is None:
        unknown += [*open_paths(element.needs, situation), *open_content]
    return Checked(section.heading, element, State.NOT_KNOWN, because, tuple(dict.fromkeys(unknown)))


def _content(
    element: Element, situation: Situation, enclosed: Mapping[str, str]
) -> tuple[bool | None, list[str], list[str]]:
    """Whether what an element has to say is there, what shows that it is not, and the facts that would
    settle it.
    """
    if not (element.states or element.attested or element.enclosure) or element.enclosure in enclosed:
        return True, [], []
    if element.attested:
        duty = Attested(element.attested)
        attested = holds(duty, situation)
        if attested is not None:
            return attested, [] if attested else [proposition(duty, situation, False)], []
        if not element.states:
            return None, [], [paths.attestation_path(element.attested)]
    if element.states:
        unknown = [path for line in element.states for path in _unknown(line, situation)]
        return (None if unknown else True), [], unknown
    return False, ["nothing is enclosed"], []


def _failing(condition: Condition, situation: Situation) -> Iterator[str]:
    """The facts by which a condition fails: of several parts, every one that does, not only the first."""
    for part in _conjuncts(condition):
        if holds(part, situation) is False:
            yield from support(part, situation, False)


def open_paths(condition: Condition, situation: Situation) -> Iterator[str]:
    """The paths of the facts that keep a condition open. An hour is asked for only where nothing else
    would settle a part of it.
    """
    for part in _conjuncts(condition):
        found = list(open_facts(part, situation))
        yield from [path for path in found if not _lacks_hour(path, situation.case)] or found


def _conjuncts(condition: Condition) -> tuple[Condition, ...]:
    return condition.conditions if isinstance(condition, AllOf) else (condition,)


def _lacks_hour(path: str, case: Case) -> bool:
    """Whether the fact at a path is known to the day."""
    return lacks_hour(paths.value_at(case, path))


def _unknown(line: Line, situation: Situation) -> Iterator[str]:
    """The paths of what is not known of a line."""
    value = line.value
    if isinstance(value, Attested):
        if holds(value, situation) is None:
            yield paths.attestation_path(value.provision)
    elif isinstance(value, Records):
        for subject in records(value, situation):
            if not subject.is_certain:
                yield value.path
                return
            for inner in line.of:
                if not is_settled(inner, subject.situation.value(inner)):
                    yield paths.numbered(inner.path, subject.index)
    elif isinstance(value, Fact):
        if not is_settled(value, situation.value(value)):
            yield value.path
    elif _spans_days(bounds(value, situation), situation):
        yield from _of_time(value, situation)


def _of_time(value: Any, situation: Situation) -> Iterator[str]:
    """The paths of what is not known of a time; where all is known to the day, of the facts whose hour is
    not.
    """
    nodes = list(walk(value))
    facts = [node for node in nodes if isinstance(node, Fact)]
    parameters = [node for node in nodes if isinstance(node, Parameter)]
    found = [one.path for one in facts if not is_settled(one, situation.value(one))]
    found += [one.name for one in parameters if situation.parameter(one) is None]
    found += [
        paths.attestation_path(node.provision)
        for node in nodes
        if isinstance(node, AttestedOn | AttestedDays)
    ]
    yield from found or [one.path for one in facts]


def _spans_days(interval: Interval, situation: Situation) -> bool:
    """Whether a time may lie on more than one day."""
    low, high = interval
    if not (periods.in_calendar(low) and periods.in_calendar(high)):
        return low != high
    return periods.day_at(low, situation.zone) != periods.day_at(high, situation.zone)


def is_settled(declared: Any, value: Any) -> bool:
    """Whether a value says all that its fact asks for."""
    if isinstance(value, str) and isinstance(declared, Text):
        return says_something(value)
    if isinstance(value, TermSet):
        return value.no is None or set(declared.vocabulary) <= value.yes | value.no
    return value is not None and value is not Occurrence.UNDATED and not isinstance(value, Stretch)


def says_something(text: object) -> bool:
    """Whether it is a text with at least one letter or digit.

    >>> says_something("folder 3"), says_something(" - "), says_something(None)
    (True, False, False)
    """
    return isinstance(text, str) and any(character.isalnum() for character in text)


def open_questions(checked: Iterable[Checked], case: Case) -> tuple[OpenQuestion, ...]:
    """What would settle the elements that are not known, each fact once, with the elements it settles."""
    found: dict[str, OpenQuestion] = {}
    for one in checked:
        for path in one.unknown:
            question = found[path] if path in found else open_question(path, one.element, case)
            found[path] = attrs.evolve(question, elements=(*question.elements, one.element.label))
    return tuple(found.values())


def open_question(path: str, element: Element, case: Case) -> OpenQuestion:
    """What to ask for the fact, the attestation or the parameter at a path, on which an element hangs."""
    asked = path in case.not_known or paths.general(path) in case.not_known
    if paths.attested_provision(path) is not None:
        return OpenQuestion(path, f"Is this done? {element.label}", asked=asked)
    if len(paths.steps(path)) == 1:
        for root in (element.when, element.needs, *(line.value for line in element.states)):
            for node in walk(root):
                if isinstance(node, Parameter) and node.name == path:
                    return OpenQuestion(path, node.question)
    declared = fact(path)
    words: Any = declared.vocabulary if isinstance(declared, Term | Terms) else ()
    return OpenQuestion(path, declared.question, tuple(words), asked, _lacks_hour(path, case))
