"""Drawing a paper up, as far as the case goes, with every gap marked."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping
from typing import Any

from aigovkit import periods
from aigovkit.engine.duties import moment
from aigovkit.engine.reasons import support
from aigovkit.engine.subjects import records
from aigovkit.facts import Records, TermSet, Text, Vocabulary
from aigovkit.language.kinds import Condition, Time
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import ALWAYS, Attested, Fact
from aigovkit.language.words import PROGRESS
from aigovkit.models.attestations import Progress
from aigovkit.papers.checking import is_settled, open_paths, open_question, says_something
from aigovkit.papers.elements import Checked, Line, OpenQuestion, Section, State
from aigovkit.papers.harmless import escaped, quoted
from aigovkit.periods import Occurrence, Stretch
from aigovkit.situation import Situation
from aigovkit.wording import day, plain, word

NOT_KNOWN = "NOT KNOWN"
"""What stands where something has to be found out. A reader can search a draft for it."""

MOST_LABELS = 3
"""How many of the elements that a question settles are named with it."""


def called_for_in_words(condition: Condition, situation: Situation) -> str:
    """Whether a paper is called for, and why; or on which facts that depends."""
    answer = holds(condition, situation)
    if condition == ALWAYS or answer is None:
        asked = ", ".join(f"`{path}`" for path in dict.fromkeys(open_paths(condition, situation)))
        return "always" if answer else f"not known; it depends on {asked}"
    because = ", and ".join(escaped(line) for line in dict.fromkeys(support(condition, situation, answer)))
    return f"{'yes' if answer else 'no, as the facts stand'}; {because}"


def section_lines(
    section: Section, checked: list[Checked], situation: Situation, enclosed: Mapping[str, str]
) -> Iterator[str]:
    """A section of a draft: its heading and lines, each of its elements, and what is enclosed."""
    yield f"## {section.heading}"
    yield ""
    if section.guidance:
        yield from (section.guidance, "")
    for line in section.lines:
        yield from filled(line, situation, "")
    if section.lines:
        yield ""
    for one in checked:
        yield from _element(one, situation)
    for element in section.elements:
        if element.enclosure in enclosed:
            yield from ("", f"Enclosed ({element.enclosure}):", "", *quoted(enclosed[element.enclosure]))


_MARKS = {
    State.PRESENT: "- [x] ",
    State.MISSING: "- [ ] MISSING: ",
    State.NOT_KNOWN: f"- [ ] {NOT_KNOWN}: ",
    State.NOT_NEEDED: "- Not needed here: ",
}


def _element(one: Checked, situation: Situation) -> Iterator[str]:
    element = one.element
    yield f"{_MARKS[one.state]}{element.label} ({element.citation.pinpoint})"
    if one.because:
        yield f"  - Because {', and '.join(escaped(line) for line in one.because)}"
    if one.state is State.NOT_NEEDED:
        return
    for path in one.unknown:
        question = open_question(path, element, situation.case)
        yield f"  - Ask: {_put(question)}"
    for line in element.states:
        yield from filled(line, situation, "  ")
    for line in element.shows:
        if not _blank(line, situation):
            yield from filled(line, situation, "  ")
    for prompt in element.write:
        yield f"  - To write in: {prompt}"
    if element.guidance and one.state is not State.PRESENT:
        yield f"  - Note: {element.guidance}"


def _put(question: OpenQuestion) -> str:
    asked = ", asked, not known" if question.asked else ""
    return f"{question.prompt} (`{question.fact}`{', to the hour' if question.hour else ''}{asked})"


def asked_lines(question: OpenQuestion) -> Iterator[str]:
    """A question of a draft, with the answers it can have and the elements it settles."""
    yield f"- {_put(question)}"
    if question.choices:
        yield f"  - Answers: {', '.join(map(plain, question.choices))}"
    more = len(question.elements) - MOST_LABELS
    settled = "; ".join(question.elements[:MOST_LABELS]) + (f"; and {more} more" if more > 0 else "")
    yield f"  - Settles: {settled}"


def filled(line: Line, situation: Situation, indent: str) -> Iterator[str]:
    """A line with what is known of it; of a list of records one line for each."""
    value, start = line.value, f"{indent}- {line.label}:"
    if isinstance(value, Records):
        if listed := situation.value(value):
            yield start
            for number, subject in enumerate(records(value, situation), 1):
                told = _record(subject.situation, line.of) if subject.is_certain else NOT_KNOWN
                yield f"{indent}  - {number if subject.is_certain else 'perhaps more'}: {told}"
        else:
            yield f"{start} {NOT_KNOWN if listed is None else 'none'}"
    elif isinstance(value, Attested):
        yield f"{start} {_attestation(value, situation)}"
    elif isinstance(value, Fact):
        yield f"{start} {_spoken(value, situation.value(value))}"
    else:
        yield f"{start} {_time(value, situation)}"


def _blank(line: Line, situation: Situation) -> bool:
    """Whether nothing at all is known of a line."""
    value = line.value
    if isinstance(value, Attested):
        return holds(value, situation) is None
    if isinstance(value, Fact):
        known = situation.value(value)
        return known is None or (isinstance(value, Text) and not says_something(known))
    return _time(value, situation) == NOT_KNOWN


def _record(at: Situation, of: tuple[Fact, ...]) -> str:
    return "; ".join(f"{plain(inner.name)}: {_spoken(inner, at.value(inner))}" for inner in of)


def _spoken(declared: Fact, value: Any) -> str:
    """A value of a fact as Markdown, or that it is not known."""
    if value is None or (isinstance(declared, Text) and not says_something(value)):
        return NOT_KNOWN
    if value is Occurrence.UNDATED:
        return f"it happened; the day is {NOT_KNOWN}"
    if isinstance(value, Stretch):
        return f"{word(value)}; the day is {NOT_KNOWN}"
    if isinstance(value, TermSet):
        return _terms(value, is_settled(declared, value))
    if isinstance(value, Vocabulary):
        return plain(value)
    if isinstance(value, tuple):
        return ", ".join(day(item) for item in value) or "none"
    return day(value) if isinstance(value, datetime.date) else escaped(word(value))


def _terms(terms: TermSet[Any], complete: bool) -> str:
    told = ", ".join(map(plain, sorted(terms.yes)))
    if complete:
        return told or "none"
    denied = ", ".join(map(plain, sorted(terms.no or ())))
    known = [*([told] if told else []), *([f"not {denied}"] if denied else [])]
    return "; ".join([*known, f"the rest {NOT_KNOWN}"])


def _attestation(duty: Attested, situation: Situation) -> str:
    attestation, done = situation.attestation(duty.provision), holds(duty, situation)
    if attestation is None or (done is None and not attestation.done):
        return NOT_KNOWN
    on = attestation.on
    told = ["attested for a later day" if attestation.is_dated and done is False else _DONE[done]]
    if isinstance(attestation.met, Progress):
        told = [PROGRESS[attestation.met]]
    told += [f"on {' and '.join(map(day, attestation.days))}"] if attestation.days else []
    told += [word(on) if isinstance(on, Stretch) else f"on {day(on)}"] if on is not None else []
    told += [f"by {escaped(attestation.by)}"] if says_something(attestation.by) else []
    told += [f"evidence: {escaped(attestation.evidence)}"] if says_something(attestation.evidence) else []
    return ", ".join(told)


_DONE = {
    True: "attested done",
    False: "attested not done",
    None: f"attested done; whether before the time of judging is {NOT_KNOWN}",
}


def _time(value: Time, situation: Situation) -> str:
    low, high = bounds(value, situation)
    if low == math.inf:
        return "never"
    if not (periods.in_calendar(low) and periods.in_calendar(high)):
        return NOT_KNOWN
    settled = moment(low, high, situation.zone)
    if settled is not None:
        return day(settled)
    first, last = (periods.day_at(at, situation.zone) for at in (low, high))
    return day(first) if first == last else f"between {day(first)} and {day(last)}"
