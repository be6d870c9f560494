"""Drawing a paper up, as far as the case goes, with every gap marked."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator, Mapping
from typing import Any

from aigovkit import periods
from aigovkit.engine.reasons import support
from aigovkit.facts import Record, Records, TermSet, Text, Vocabulary
from aigovkit.language.kinds import Condition, Time
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import ALWAYS, Attested, Fact
from aigovkit.language.words import word
from aigovkit.wording import day
from aigovkit.papers.checking import is_settled, open_paths, open_question, says_something
from aigovkit.papers.elements import Checked, Line, OpenQuestion, Section, State
from aigovkit.papers.harmless import escaped, quoted
from aigovkit.periods import Occurrence
from aigovkit.situation import Situation

NOT_KNOWN = "NOT KNOWN"
MOST_LABELS = 3
"""How many of the elements that a question settles are named with it."""
FOOTER = "Draft from the facts given; not legal advice; an evaluation is not a finding."


def called_for_in_words(condition: Condition, situation: Situation) -> str:
    answer = holds(condition, situation)
    if condition == ALWAYS or answer is None:
        asked = ", ".join(f"`{path}`" for path in dict.fromkeys(open_paths(condition, situation)))
        return "always" if answer else f"not known; it depends on {asked}"
    because = ", and ".join(escaped(line) for line in dict.fromkeys(support(condition, situation, answer)))
    return f"{'yes' if answer else 'no, as the facts stand'}; {because}"


def section_lines(
    section: Section, checked: list[Checked], situation: Situation, enclosed: Mapping[str, str]
) -> Iterator[str]:
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
    yield f"- {_put(question)}"
    if question.choices:
        yield f"  - Answers: {', '.join(choice.replace('_', ' ') for choice in question.choices)}"
    more = len(question.elements) - MOST_LABELS
    yield (
        f"  - Settles: {'; '.join(question.elements[:MOST_LABELS])}{f'; and {more} more' if more > 0 else ''}"
    )


def filled(line: Line, situation: Situation, indent: str) -> Iterator[str]:
    """A line with what is known of it."""
    value = line.value
    if isinstance(value, Records):
        records = situation.value(value)
        if not records:
            yield f"{indent}- {line.label}: {NOT_KNOWN if records is None else 'none'}"
            return
        yield f"{indent}- {line.label}:"
        for index, record in enumerate(records):
            yield f"{indent}  - {index + 1}: {_record(record, line.of)}"
    elif isinstance(value, Attested):
        yield f"{indent}- {line.label}: {_attestation(situation.attestation(value.provision))}"
    elif isinstance(value, Fact):
        yield f"{indent}- {line.label}: {_spoken(value, situation.value(value))}"
    else:
        yield f"{indent}- {line.label}: {_time(value, situation)}"


def _blank(line: Line, situation: Situation) -> bool:
    """Whether nothing at all is known of a line."""
    value = line.value
    if isinstance(value, Attested):
        return holds(value, situation) is None
    if isinstance(value, Fact):
        known = situation.value(value)
        return known is None or (isinstance(value, Text) and not says_something(known))
    return _time(value, situation) == NOT_KNOWN


def _record(record: Record, of: tuple[Any, ...]) -> str:
    told = [f"{inner.name.replace('_', ' ')}: {_spoken(inner, getattr(record, inner.name))}" for inner in of]
    return "; ".join(told)


def _spoken(declared: Any, value: Any) -> str:
    """A value of a fact as Markdown, or that it is not known."""
    if value is None or (isinstance(declared, Text) and not says_something(value)):
        return NOT_KNOWN
    if isinstance(value, TermSet):
        return _terms(value, is_settled(declared, value))
    if isinstance(value, Vocabulary):
        return plain(value)
    if isinstance(value, tuple):
        return ", ".join(day(item) for item in value) or "none"
    if isinstance(value, Occurrence):
        return "never" if value is Occurrence.NEVER else f"it happened; the day is {NOT_KNOWN}"
    if isinstance(value, datetime.date):
        return day(value)
    return escaped(word(value))


def _terms(terms: TermSet[Any], complete: bool) -> str:
    told = ", ".join(plain(term) for term in sorted(terms.yes))
    if complete:
        return told or "none"
    denied = ", ".join(plain(term) for term in sorted(terms.no or ()))
    return "; ".join(
        [*([told] if told else []), *([f"not {denied}"] if denied else []), f"the rest {NOT_KNOWN}"]
    )


def plain(term: str) -> str:
    return str(term).replace("_", " ")


def _attestation(attestation: Any) -> str:
    if attestation is None or attestation.met is None:
        return NOT_KNOWN
    told = ["attested done" if attestation.met else "attested not done"]
    told += [f"on {day(attestation.on)}"] if attestation.on else []
    told += [f"by {escaped(attestation.by)}"] if says_something(attestation.by) else []
    told += [f"evidence: {escaped(attestation.evidence)}"] if says_something(attestation.evidence) else []
    return ", ".join(told)


def _time(value: Time, situation: Situation) -> str:
    low, high = bounds(value, situation)
    if low == math.inf:
        return "never"
    if math.isinf(low) or math.isinf(high):
        return NOT_KNOWN
    first, last = (periods.day_at(at, situation.zone) for at in (low, high))
    if first != last:
        return f"between {day(first)} and {day(last)}"
    # The end of a day is how a deadline counted in days is kept.
    return (
        day(first)
        if low != high or low == periods.end_of(first, situation.zone)
        else day(periods.local(low, situation.zone))
    )
