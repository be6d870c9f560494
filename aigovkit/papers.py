"""Papers: what has to be written, sworn or filed, drawn up from a case with every gap marked.

A paper lists the elements a text asks of it. Each is checked against the case:
it is present, known to be missing, not known, or not needed. Only what is known
to be there is ever written as present. The draft is Markdown for a person to
finish; it is no finding, and it adds nothing the case does not say.

What a case says is anybody's text. In a draft it can form no link, image,
heading, table, fence or HTML, and no character that is not printable: see
`escaped`.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import attrs

from aigovkit import conditions, periods
from aigovkit.citations import Citation
from aigovkit.conditions import (
    ALWAYS,
    AllOf,
    Attested,
    AttestedOn,
    Condition,
    Fact,
    Parameter,
    Rebutted,
    Situation,
    Time,
    bounds,
    conjunction,
    holds,
)
from aigovkit.engine.explain import open_facts, support, word
from aigovkit.engine.reference import applies
from aigovkit.engine.verdicts import Outcome
from aigovkit.errors import InstantError, PolicyError, UnknownNameError, shown
from aigovkit.evaluation import Evaluation, PaperState
from aigovkit.facts import Record, Records, Term, Terms, TermSet, Text, Vocabulary
from aigovkit.models.case import Case, fact
from aigovkit.periods import Interval, Moment, Occurrence
from aigovkit.plugins import Collection
from aigovkit.report import day, printable
from aigovkit.rules import as_condition

if TYPE_CHECKING:
    from aigovkit.policies import Policy

NOT_KNOWN = "NOT KNOWN"
MOST_LABELS = 3
"""How many of the elements that a question settles are named with it."""
FOOTER = "Draft from the facts given; not legal advice; an evaluation is not a finding."

# What papers are made of


@attrs.frozen
class Line:
    """One line of a paper, filled in from the case: a label and a fact, an attested duty, or a time reckoned
    from facts.

    For a list of records, `of` are the facts shown of each record.
    """

    label: str
    value: Any
    of: tuple[Any, ...] = ()

    def __attrs_post_init__(self) -> None:
        if isinstance(self.value, Records) is not bool(self.of):
            raise PolicyError(
                f"`{self.label}` shows a list of records exactly when `of` says which facts of each"
            )


def _lines(given: Iterable[Any]) -> tuple[Line, ...]:
    return tuple(line if isinstance(line, Line) else Line(_label(line), line) for line in given)


def _label(value: Any) -> str:
    if isinstance(value, Fact):
        spoken = value.path.replace("_", " ").replace(".", ", ")
        return spoken[:1].upper() + spoken[1:]
    if isinstance(value, Attested):
        return value.provision
    raise PolicyError(f"`{value!r}` needs a label: `Line(label, value)`")


@attrs.frozen(kw_only=True)
class Element:
    """One thing a text asks of a paper.

    It is present when the condition it `needs` holds and its content is there:
    the facts it `states` are known, or the duty `attested` is said to be done,
    or the `enclosure` of that name is given with the draft. An attestation
    settles the content either way. `when` says where it is asked for at all.

    `shows` are lines that help and need not be known; `write` are prompts for
    prose that no fact holds; `guidance` is what to know while it is not there.
    """

    label: str
    citation: Citation
    needs: Condition = attrs.field(default=ALWAYS, converter=as_condition)
    states: tuple[Line, ...] = attrs.field(default=(), converter=_lines)
    attested: str = ""
    enclosure: str = ""
    when: Condition = attrs.field(default=ALWAYS, converter=as_condition)
    shows: tuple[Line, ...] = attrs.field(default=(), converter=_lines)
    write: tuple[str, ...] = ()
    guidance: str = ""

    def __attrs_post_init__(self) -> None:
        if self.needs == ALWAYS and not (self.states or self.attested or self.enclosure):
            raise PolicyError(f"`{self.label}` asks for nothing, so it could never be missing")
        # A presumption counts what is unknown as settled; a paper must not.
        if any(isinstance(node, Rebutted) for node in conditions.walk(self.needs & self.when)):
            raise PolicyError(f"`{self.label}` rests on a presumption; a paper states what is known")


@attrs.frozen(kw_only=True)
class Section:
    """A part of a paper under its own heading."""

    heading: str
    elements: tuple[Element, ...]
    lines: tuple[Line, ...] = attrs.field(default=(), converter=_lines)
    guidance: str = ""


class State(StrEnum):
    """How an element of a paper came out."""

    PRESENT = "present"
    MISSING = "missing"
    """It is known to be lacking."""
    NOT_KNOWN = "not_known"
    NOT_NEEDED = "not_needed"


@attrs.frozen
class Checked:
    """An element of a paper and how it came out.

    `because` are the facts that show it is lacking; `unknown` the paths of
    those that would settle it. Both speak as explanations do, unescaped.
    """

    section: str
    element: Element
    state: State
    because: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


@attrs.frozen
class OpenQuestion:
    """A fact that would settle whether an element is there: its path, and what to ask."""

    fact: str
    prompt: str
    choices: tuple[str, ...] = ()
    asked: bool = False
    """Whether it was asked already, and nobody knew."""
    hour: bool = False
    """Whether the day is known, and it takes the hour to settle the matter."""
    elements: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Paper:
    """A paper that a text asks for, ready to be checked and drawn up from a case.

    `maker` is who has to make it. `called_for` is where the text asks for it;
    it is shown, and changes nothing else. `policy` is the id of the policy
    whose readings and parameters the conditions use, and `provision` that of
    the rule that asks for the paper: an evaluation lists it where that rule
    bites. `notice` stands above everything else, such as that the text is only
    a bill.
    """

    id: str
    title: str
    citation: Citation
    purpose: str
    maker: str
    time_zone: str
    sections: tuple[Section, ...]
    called_for: Condition = attrs.field(default=ALWAYS, converter=as_condition)
    about: tuple[Line, ...] = attrs.field(default=(), converter=_lines)
    notice: str = ""
    policy: str = ""
    provision: str = ""

    def __attrs_post_init__(self) -> None:
        headings = [section.heading for section in self.sections]
        if len(set(headings)) < len(headings):
            raise PolicyError(f"two sections of `{self.id}` share a heading")

    @property
    def elements(self) -> tuple[Element, ...]:
        """Every element, in the order of the sections."""
        return tuple(element for section in self.sections for element in section.elements)

    @property
    def enclosures(self) -> tuple[str, ...]:
        """The names of what can be enclosed in a draft."""
        return tuple(dict.fromkeys(element.enclosure for element in self.elements if element.enclosure))

    def check(
        self,
        case: Case,
        *,
        as_of: Moment,
        policy: Policy | None = None,
        enclosures: Mapping[str, str] | None = None,
    ) -> tuple[Checked, ...]:
        """How every element came out, in order, those that are present or not needed included."""
        situation, enclosed = self._situation(case, as_of, policy), self._enclosed(enclosures)
        return tuple(
            _checked(section, element, situation, enclosed)
            for section in self.sections
            for element in section.elements
        )

    def missing(
        self,
        case: Case,
        *,
        as_of: Moment,
        policy: Policy | None = None,
        enclosures: Mapping[str, str] | None = None,
    ) -> tuple[Checked, ...]:
        """The elements that are known to be lacking, and those that are not known to be there."""
        checked = self.check(case, as_of=as_of, policy=policy, enclosures=enclosures)
        return tuple(one for one in checked if one.state in (State.MISSING, State.NOT_KNOWN))

    def questions(
        self,
        case: Case,
        *,
        as_of: Moment,
        policy: Policy | None = None,
        enclosures: Mapping[str, str] | None = None,
    ) -> tuple[OpenQuestion, ...]:
        """The facts that would settle the elements not known, each once."""
        return _questions(self.check(case, as_of=as_of, policy=policy, enclosures=enclosures), case)

    def draft(
        self,
        case: Case,
        *,
        as_of: Moment,
        policy: Policy | None = None,
        enclosures: Mapping[str, str] | None = None,
    ) -> str:
        """The paper as Markdown, as far as the case goes, with every gap marked.

        `enclosures` are texts in Markdown by the names in `self.enclosures`,
        such as the record of an analysis. They are quoted whole; HTML, links
        and images in them are made harmless.
        """
        situation, enclosed = self._situation(case, as_of, policy), self._enclosed(enclosures)
        checked = self.check(case, as_of=as_of, policy=policy, enclosures=enclosures)
        questions = _questions(checked, case)
        lines = [*self._head(situation, as_of, policy, checked)]
        for section in self.sections:
            mine = [one for one in checked if one.section == section.heading]
            lines += ["", *_section(section, mine, situation, enclosed)]
        lines += ["", "## Open questions", ""]
        lines += [line for question in questions for line in _asked(question)] or [
            "None: every element is settled by the facts given."
        ]
        lines += ["", "---", "", f"_{FOOTER}_"]
        return "\n".join(line.rstrip() for line in lines) + "\n"

    def _situation(self, case: Case, as_of: Moment, policy: Policy | None) -> Situation:
        if type(case) is not Case:
            raise PolicyError(
                f"a paper is drawn up from a Case, not `{shown(case)}`; read JSON with `load_case`"
            )
        if not isinstance(as_of, datetime.date):
            raise InstantError(f"`as_of` is a date, or a datetime with a zone, not `{shown(as_of)}`")
        if policy is not None and policy.id != self.policy:
            raise PolicyError(f"`{self.id}` takes its readings from `{self.policy}`, not from `{policy.id}`")
        zone = periods.zone(self.time_zone)
        readings, parameters = (dict(policy.readings), dict(policy.parameters)) if policy else ({}, {})
        return Situation(case, periods.end_of(as_of, zone), zone, readings, parameters)

    def _enclosed(self, enclosures: Mapping[str, str] | None) -> Mapping[str, str]:
        for name in enclosures or ():
            if name not in self.enclosures:
                raise UnknownNameError(f"enclosure of {self.id}", name, self.enclosures)
        return {name: text for name, text in (enclosures or {}).items() if _says_something(text)}

    def _head(
        self, situation: Situation, as_of: Moment, policy: Policy | None, checked: tuple[Checked, ...]
    ) -> Iterator[str]:
        yield f"# {self.title}: draft"
        if self.notice:
            yield from ("", f"> **{self.notice}**")
        yield from ("", self.purpose, "")
        yield f"- Drawn up as of: {day(as_of)}"
        yield f"- Asked for by: {self.citation}"
        yield f"- Made by: {self.maker}"
        yield f"- Called for here: {_called_for(self.called_for, situation)}"
        for line in self.about:
            yield from _filled(line, situation, "")
        for setting in (*policy.readings, *policy.parameters) if policy else ():
            yield f"- With {setting[0].replace('_', ' ')}: {escaped(word(setting[1]))}"
        states = [one.state for one in checked]
        counted = ", ".join(f"{states.count(state)} {_plain(state)}" for state in State)
        yield from (
            "",
            (
                f"**Elements: {counted}.** A mark says what the case says; what is to be written in is for "
                "its "
                "maker."
            ),
        )


# Checking


def _checked(
    section: Section, element: Element, situation: Situation, enclosed: Mapping[str, str]
) -> Checked:
    wanted = holds(element.when, situation)
    if wanted is False:
        return Checked(
            section.heading,
            element,
            State.NOT_NEEDED,
            tuple(dict.fromkeys(support(element.when, situation, False))),
        )
    content, lacking, open_content = _content(element, situation, enclosed)
    there = conjunction((holds(element.needs, situation), content))
    if there is True:
        return Checked(section.heading, element, State.PRESENT)
    because = tuple(dict.fromkeys([*_failing(element.needs, situation), *lacking]))
    if there is False and wanted is True:
        return Checked(section.heading, element, State.MISSING, because)
    unknown = [*_open(element.when, situation)]
    if there is None:
        unknown += [*_open(element.needs, situation), *open_content]
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
        attested = holds(Attested(element.attested), situation)
        if attested is not None:
            return attested, [] if attested else [f"{element.attested} is attested not done"], []
        if not element.states:
            return None, [], [f"attestations.{element.attested}"]
    if element.states:
        unknown = [path for line in element.states for path in _unknown(line, situation)]
        return (None if unknown else True), [], unknown
    return False, ["nothing is enclosed"], []


def _failing(condition: Condition, situation: Situation) -> Iterator[str]:
    """The facts by which a condition fails: of several parts, every one that does, not only the first."""
    for part in condition.conditions if isinstance(condition, AllOf) else (condition,):
        if holds(part, situation) is False:
            yield from support(part, situation, False)


def _open(condition: Condition, situation: Situation) -> Iterator[str]:
    """The paths of the facts that keep a condition open. An hour is asked for only where nothing else
    would settle a part of it.
    """
    for part in condition.conditions if isinstance(condition, AllOf) else (condition,):
        paths = list(open_facts(part, situation))
        yield from [path for path in paths if not _lacks_hour(path, situation.case)] or paths


def _lacks_hour(path: str, case: Case) -> bool:
    """Whether the fact at a path is known to the day."""
    known: Any = case
    for step in re.findall(r"[^.\[\]]+", path):
        known = known[int(step)] if isinstance(known, tuple) else getattr(known, step, None)
    return isinstance(known, datetime.date) and not isinstance(known, datetime.datetime)


def _unknown(line: Line, situation: Situation) -> Iterator[str]:
    """The paths of what is not known of a line."""
    value = line.value
    if isinstance(value, Attested):
        if holds(value, situation) is None:
            yield f"attestations.{value.provision}"
    elif isinstance(value, Records):
        records = situation.value(value)
        if records is None:
            yield value.path
        for index, record in enumerate(records or ()):
            for inner in line.of:
                if not _settled(inner, getattr(record, inner.name)):
                    yield inner.path.replace("[]", f"[{index}]", 1)
    elif isinstance(value, Fact):
        if not _settled(value, situation.value(value)):
            yield value.path
    elif _spans_days(bounds(value, situation), situation):
        parts = list(conditions.walk(value))
        facts = [part.path for part in parts if isinstance(part, Fact)]
        open_parts = [
            part.path
            for part in parts
            if isinstance(part, Fact) and not _settled(part, situation.value(part))
        ]
        open_parts += [
            part.name for part in parts if isinstance(part, Parameter) and situation.parameter(part) is None
        ]
        open_parts += [f"attestations.{part.provision}" for part in parts if isinstance(part, AttestedOn)]
        yield from open_parts or facts  # Known to the day, where it takes an hour to say.


def _spans_days(interval: Interval, situation: Situation) -> bool:
    """Whether a time may lie on more than one day."""
    low, high = interval
    if math.isinf(low) or math.isinf(high):
        return low != high
    return periods.day_at(low, situation.zone) != periods.day_at(high, situation.zone)


def _settled(declared: Any, value: Any) -> bool:
    """Whether a value says all that its fact asks for."""
    if isinstance(value, str) and isinstance(declared, Text):
        return _says_something(value)
    if isinstance(value, TermSet):
        return value.no is None or set(declared.vocabulary) <= value.yes | value.no
    return value is not None and value is not Occurrence.UNDATED


def _says_something(text: object) -> bool:
    return isinstance(text, str) and any(character.isalnum() for character in text)


def _questions(checked: Iterable[Checked], case: Case) -> tuple[OpenQuestion, ...]:
    found: dict[str, OpenQuestion] = {}
    for one in checked:
        for path in one.unknown:
            question = found.setdefault(path, _question(path, one.element, case))
            found[path] = attrs.evolve(question, elements=(*question.elements, one.element.label))
    return tuple(found.values())


def _question(path: str, element: Element, case: Case) -> OpenQuestion:
    general = re.sub(r"\[\d+\]", "[]", path)
    asked = path in case.not_known or general in case.not_known
    if path.startswith("attestations."):
        return OpenQuestion(path, f"Is this done? {element.label}", asked=asked)
    for root in (element.when, element.needs, *(line.value for line in element.states)):
        for node in conditions.walk(root):
            if isinstance(node, Parameter) and node.name == path:
                return OpenQuestion(path, node.question)
    declared = fact(path)
    choices = tuple(str(term) for term in declared.vocabulary) if isinstance(declared, Term | Terms) else ()
    return OpenQuestion(path, declared.question, choices, asked, _lacks_hour(path, case))


# Drawing up


def _called_for(condition: Condition, situation: Situation) -> str:
    answer = holds(condition, situation)
    if condition == ALWAYS or answer is None:
        asked = ", ".join(f"`{path}`" for path in dict.fromkeys(_open(condition, situation)))
        return "always" if answer else f"not known; it depends on {asked}"
    because = ", and ".join(escaped(line) for line in dict.fromkeys(support(condition, situation, answer)))
    return f"{'yes' if answer else 'no, as the facts stand'}; {because}"


def _section(
    section: Section, checked: list[Checked], situation: Situation, enclosed: Mapping[str, str]
) -> Iterator[str]:
    yield f"## {section.heading}"
    yield ""
    if section.guidance:
        yield from (section.guidance, "")
    for line in section.lines:
        yield from _filled(line, situation, "")
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
        question = _question(path, element, situation.case)
        yield f"  - Ask: {_put(question)}"
    for line in element.states:
        yield from _filled(line, situation, "  ")
    for line in element.shows:
        if not _blank(line, situation):
            yield from _filled(line, situation, "  ")
    for prompt in element.write:
        yield f"  - To write in: {prompt}"
    if element.guidance and one.state is not State.PRESENT:
        yield f"  - Note: {element.guidance}"


def _put(question: OpenQuestion) -> str:
    asked = ", asked, not known" if question.asked else ""
    return f"{question.prompt} (`{question.fact}`{', to the hour' if question.hour else ''}{asked})"


def _asked(question: OpenQuestion) -> Iterator[str]:
    yield f"- {_put(question)}"
    if question.choices:
        yield f"  - Answers: {', '.join(choice.replace('_', ' ') for choice in question.choices)}"
    more = len(question.elements) - MOST_LABELS
    yield (
        f"  - Settles: {'; '.join(question.elements[:MOST_LABELS])}{f'; and {more} more' if more > 0 else ''}"
    )


def _filled(line: Line, situation: Situation, indent: str) -> Iterator[str]:
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
        return known is None or (isinstance(value, Text) and not _says_something(known))
    return _time(value, situation) == NOT_KNOWN


def _record(record: Record, of: tuple[Any, ...]) -> str:
    told = [f"{inner.name.replace('_', ' ')}: {_spoken(inner, getattr(record, inner.name))}" for inner in of]
    return "; ".join(told)


def _spoken(declared: Any, value: Any) -> str:
    """A value of a fact as Markdown, or that it is not known."""
    if value is None or (isinstance(declared, Text) and not _says_something(value)):
        return NOT_KNOWN
    if isinstance(value, TermSet):
        return _terms(value, _settled(declared, value))
    if isinstance(value, Vocabulary):
        return _plain(value)
    if isinstance(value, tuple):
        return ", ".join(day(item) for item in value) or "none"
    if isinstance(value, Occurrence):
        return "never" if value is Occurrence.NEVER else f"it happened; the day is {NOT_KNOWN}"
    if isinstance(value, datetime.date):
        return day(value)
    return escaped(word(value))


def _terms(terms: TermSet[Any], complete: bool) -> str:
    told = ", ".join(_plain(term) for term in sorted(terms.yes))
    if complete:
        return told or "none"
    denied = ", ".join(_plain(term) for term in sorted(terms.no or ()))
    return "; ".join(
        [*([told] if told else []), *([f"not {denied}"] if denied else []), f"the rest {NOT_KNOWN}"]
    )


def _plain(term: str) -> str:
    return str(term).replace("_", " ")


def _attestation(attestation: Any) -> str:
    if attestation is None or attestation.met is None:
        return NOT_KNOWN
    told = ["attested done" if attestation.met else "attested not done"]
    told += [f"on {day(attestation.on)}"] if attestation.on else []
    told += [f"by {escaped(attestation.by)}"] if _says_something(attestation.by) else []
    told += [f"evidence: {escaped(attestation.evidence)}"] if _says_something(attestation.evidence) else []
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


# Making anybody's text harmless

_ENTITIES = {character: f"&#{ord(character)};" for character in "`{}|"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
}
_ESCAPES = str.maketrans(_ENTITIES | {character: f"\\{character}" for character in "\\*_[]#~$^"})
# What readers turn into a link by itself: addresses of pages and of mail, names of hosts, mentions of people.
_LINK = re.compile(r"@|://|www\.|\w\.[^\W\d_]{2}", re.IGNORECASE)
# The characters that would mean something even inside code stay outside it.
_RUNS = re.compile(r"[^\s`{}|&<>\\]+|\s+|[`{}|&<>\\]")
_LIST_MARK = re.compile(r"(\d{1,9})([.)])")


def escaped(text: str) -> str:
    r"""One line of anybody's text that reads the same in Markdown and does nothing there.

    White space is folded, so that no text can start a line of its own. What a
    reader of Markdown would turn into a link by itself is set as code.

    >>> print(escaped("# *Run*\n<b>[now](x)</b>"))
    \# \*Run\* &lt;b&gt;\[now\](x)&lt;/b&gt;
    >>> print(escaped("write to mayor@city.example"))
    write to `mayor@city.example`
    """
    folded = printable(" ".join(text.split()))
    made = "".join(
        f"`{run}`" if _LINK.search(run) else run.translate(_ESCAPES) for run in _RUNS.findall(folded)
    )
    if made[:1] in ("-", "+", "=", ":"):
        return f"\\{made}"
    return _LIST_MARK.sub(r"\1\\\2", made, count=1) if _LIST_MARK.match(made) else made


def quoted(text: str) -> Iterator[str]:
    """The lines of a Markdown text as a quotation that ends where it ends: without HTML, links or images."""
    for line in text.splitlines():
        safe = printable(line.expandtabs(4)).replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;")
        safe = re.sub(r"(?<!\\)((?:\\\\)*)\[", r"\1\\[", safe)
        # A sign set apart as code joins no address that a reader would turn into a link.
        yield "> " + safe.replace("@", "`@`").replace("://", "\\://").replace("www.", "www\\.")


# Finding papers by their ids

ENTRY_POINTS = "aigovkit.papers"
"""The entry-point group under which other packages add papers: each names a Paper."""


def _built_in() -> Mapping[str, str]:
    from aigovkit.jurisdictions import PAPERS

    return PAPERS


_PAPERS = Collection(Paper, ENTRY_POINTS, _built_in)


def find_papers() -> tuple[dict[str, Paper], dict[str, str]]:
    """Every paper that can be loaded, by id, and what is wrong with those of other packages that cannot."""
    return _PAPERS.find_all()


def find_paper(id: str) -> Paper:
    """The paper of that id, or of the last part of one where only one has it; UnknownNameError when there
    is none.
    """
    ending = [paper for name, paper in find_papers()[0].items() if name.endswith(f"/{id}")]
    return ending[0] if len(ending) == 1 else _PAPERS.find(id)


def papers_for(evaluation: Evaluation) -> tuple[PaperState, ...]:
    """The papers that the policy of an evaluation calls for here, or may, and what is still missing in each.

    A policy of which nothing is in force, or that does not cover the case, calls for none.
    """
    policy, case = evaluation.policy, evaluation.case
    if evaluation.at_most is Outcome.NOT_APPLICABLE:
        return ()
    situation = policy.situation(evaluation)
    found = []
    for paper in find_papers()[0].values():
        if paper.policy != policy.id:
            continue
        asked_for = (
            applies(policy.rulebook, policy.rule(paper.provision), situation) if paper.provision else True
        )
        called_for = conjunction((asked_for, holds(paper.called_for, situation)))
        if called_for is False:
            continue
        checked = paper.check(case, as_of=evaluation.as_of, policy=policy)
        labels = {state: tuple(one.element.label for one in checked if one.state is state) for state in State}
        found.append(
            PaperState(
                paper.id,
                paper.title,
                paper.citation,
                called_for is True,
                len(labels[State.PRESENT]),
                labels[State.MISSING],
                labels[State.NOT_KNOWN],
            )
        )
    return tuple(found)
