"""The paper: what a text wants written, sworn or filed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from aigovkit import periods
from aigovkit.answers import PaperState
from aigovkit.calls import authored
from aigovkit.citations import Citation
from aigovkit.engine.reference import applies
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.settings import Settings, end_of
from aigovkit.engine.subjects import subjects
from aigovkit.errors import PolicyError, UnknownNameError, shown
from aigovkit.language.joining import as_condition
from aigovkit.language.kinds import Condition
from aigovkit.language.logic import conjunction, disjunction
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import ALWAYS
from aigovkit.models.case import Case
from aigovkit.papers.checking import checked, open_questions, says_something
from aigovkit.papers.drafting import asked_lines, called_for_in_words, filled, section_lines
from aigovkit.papers.elements import Checked, Element, Line, OpenQuestion, Section, State, as_lines
from aigovkit.papers.harmless import escaped
from aigovkit.periods import Moment
from aigovkit.rules import AnyRule
from aigovkit.situation import Situation
from aigovkit.wording import day, plain, word

FOOTER = "Draft from the facts given; not legal advice; an evaluation is not a finding."
"""What stands below every draft."""


@authored
@attrs.frozen(kw_only=True)
class Paper:
    """A paper that a text asks for, ready to be checked and drawn up from a case.

    `policy` is the id of the policy it belongs to, whose readings and parameters
    its conditions use; its own id is that and one part more. `provision` is the
    rule that asks for the paper: an evaluation lists it where that rule bites.
    `maker` is who has to make it. `called_for` is where the text asks for it; it
    is shown, and changes nothing else. `time_zone` is the IANA name of the zone
    of the place. `notice` stands above everything else, such as that the text is
    only a bill. Raises PolicyError when the parts do not fit.

    Wherever a paper is checked, `as_of` is a day, which stands for its end, or an
    instant with a zone; `policy` gives readings and parameters other than the
    defaults; `enclosures` are texts in Markdown by the names in `self.enclosures`,
    such as the record of an analysis. PolicyError is raised for what is no Case
    and for another policy, InstantError for what is no time, UnknownNameError for
    an enclosure that the paper has no place for.

    >>> import datetime
    >>> from aigovkit.papers import find_paper
    >>> finding = find_paper("necessity-finding")
    >>> finding.check(Case(), as_of=datetime.date(2028, 9, 3))[0].state
    <State.NOT_KNOWN: 'not_known'>

    .. versionadded:: 0.1.0
    """

    id: str
    title: str
    citation: Citation
    purpose: str
    maker: str
    time_zone: str
    sections: tuple[Section, ...]
    called_for: Condition = attrs.field(default=ALWAYS, converter=as_condition)
    about: tuple[Line, ...] = attrs.field(default=(), converter=as_lines)
    notice: str = ""
    policy: str = ""
    provision: str = ""

    def __attrs_post_init__(self) -> None:
        headings = [section.heading for section in self.sections]
        if len(set(headings)) < len(headings):
            raise PolicyError(f"two sections of `{self.id}` share a heading")
        if self.policy and self.id.rpartition("/")[0] != self.policy:
            raise PolicyError(f"`{self.id}` is of `{self.policy}`; its id is that and one part more")

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
        policy: Settings | None = None,
        enclosures: Mapping[str, str] | None = None,
    ) -> tuple[Checked, ...]:
        """How every element came out, in order, those that are present or not needed included."""
        return self._checked(self.situation(case, as_of=as_of, policy=policy), self._enclosed(enclosures))

    def missing(
        self,
        case: Case,
        *,
        as_of: Moment,
        policy: Settings | None = None,
        enclosures: Mapping[str, str] | None = None,
    ) -> tuple[Checked, ...]:
        """The elements that are known to be lacking, and those that are not known to be there."""
        found = self.check(case, as_of=as_of, policy=policy, enclosures=enclosures)
        return tuple(one for one in found if one.state in (State.MISSING, State.NOT_KNOWN))

    def questions(
        self,
        case: Case,
        *,
        as_of: Moment,
        policy: Settings | None = None,
        enclosures: Mapping[str, str] | None = None,
    ) -> tuple[OpenQuestion, ...]:
        """The facts that would settle the elements not known, each once."""
        return open_questions(self.check(case, as_of=as_of, policy=policy, enclosures=enclosures), case)

    def draft(
        self,
        case: Case,
        *,
        as_of: Moment,
        policy: Settings | None = None,
        enclosures: Mapping[str, str] | None = None,
    ) -> str:
        """The paper as Markdown, as far as the case goes, with every gap marked.

        What is enclosed is quoted whole; HTML, links and images in it are made harmless.
        """
        situation = self.situation(case, as_of=as_of, policy=policy)
        enclosed = self._enclosed(enclosures)
        found = self._checked(situation, enclosed)
        lines = [*self._head(situation, as_of, policy, found)]
        for section in self.sections:
            own = [one for one in found if one.section == section.heading]
            lines += ["", *section_lines(section, own, situation, enclosed)]
        lines += ["", "## Open questions", ""]
        asked = [line for question in open_questions(found, case) for line in asked_lines(question)]
        lines += asked or ["None: every element is settled by the facts given."]
        lines += ["", "---", "", f"_{FOOTER}_"]
        return "\n".join(line.rstrip() for line in lines) + "\n"

    def situation(self, case: Case, *, as_of: Moment, policy: Settings | None = None) -> Situation:
        """All that the conditions of the paper are judged on."""
        if type(case) is not Case:
            raise PolicyError(
                f"a paper is drawn up from a Case, not `{shown(case)}`; read JSON with `Case.load`"
            )
        if policy is not None and policy.id != self.policy:
            raise PolicyError(f"`{self.id}` takes its readings from `{self.policy}`, not from `{policy.id}`")
        zone = periods.zone(self.time_zone)
        readings, parameters = (dict(policy.readings), dict(policy.parameters)) if policy else ({}, {})
        return Situation(case, end_of(as_of, zone), zone, readings, parameters)

    def state(self, rulebook: Rulebook, situation: Situation) -> PaperState | None:
        """What is missing in the paper where it is called for, or may be; None where it is not."""
        asked_for = _bites(rulebook, rulebook.rule(self.provision), situation) if self.provision else True
        called_for = conjunction((asked_for, holds(self.called_for, situation)))
        if called_for is False:
            return None
        labels: dict[State, list[str]] = {state: [] for state in State}
        for one in self._checked(situation, {}):
            labels[one.state].append(one.element.label)
        return PaperState(
            paper=self.id,
            title=self.title,
            citation=self.citation,
            called_for=called_for is True,
            present=len(labels[State.PRESENT]),
            missing=tuple(labels[State.MISSING]),
            not_known=tuple(labels[State.NOT_KNOWN]),
        )

    def _checked(self, situation: Situation, enclosed: Mapping[str, str]) -> tuple[Checked, ...]:
        return tuple(
            checked(section, element, situation, enclosed)
            for section in self.sections
            for element in section.elements
        )

    def _enclosed(self, enclosures: Mapping[str, str] | None) -> Mapping[str, str]:
        """The enclosures that say something."""
        for name in enclosures or ():
            if name not in self.enclosures:
                raise UnknownNameError(f"enclosure of {self.id}", name, self.enclosures)
        return {name: text for name, text in (enclosures or {}).items() if says_something(text)}

    def _head(
        self, situation: Situation, as_of: Moment, policy: Settings | None, found: tuple[Checked, ...]
    ) -> Iterator[str]:
        yield f"# {self.title}: draft"
        if self.notice:
            yield from ("", f"> **{self.notice}**")
        yield from ("", self.purpose, "")
        yield f"- Drawn up as of: {day(as_of)}"
        yield f"- Asked for by: {self.citation}"
        yield f"- Made by: {self.maker}"
        yield f"- Called for here: {called_for_in_words(self.called_for, situation)}"
        for line in self.about:
            yield from filled(line, situation, "")
        for name, value in (*policy.readings, *policy.parameters) if policy else ():
            yield f"- With {plain(name)}: {escaped(word(value))}"
        states = [one.state for one in found]
        counted = ", ".join(f"{states.count(state)} {plain(state)}" for state in State)
        marks = "A mark says what the case says; what is to be written in is for its maker."
        yield from ("", f"**Elements: {counted}.** {marks}")


def _bites(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> bool | None:
    """Whether a rule bites in the case, or of some record that it speaks of."""
    return disjunction(
        conjunction((True if one.is_certain else None, applies(rulebook, rule, one.situation)))
        for one in subjects(rule, situation)
    )
