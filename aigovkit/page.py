"""The one description of what an answer shows to a person; `text` and `html` render it.

A page has a part for each policy, a part has sections, a section has items: what
is said, where the text has it, and what is to be said of it below. Which findings
and duties are shown, and in which words, is settled here and nowhere else.

Names and descriptions in a case are anybody's text. Nothing that is not printable
enters a page: see `aigovkit.wording.printable`.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten
from typing import TYPE_CHECKING, Any

import attrs

from aigovkit.answers import (
    ClassFound,
    Classified,
    DutyDue,
    DutyStatus,
    Finding,
    Outcome,
    PolicyDuty,
    Question,
    RetentionConflict,
    RetentionFound,
    Status,
    restated,
)
from aigovkit.citations import Force, Kind
from aigovkit.duty_text import is_owed, is_undone, standing
from aigovkit.engine.subjects import lists, subjects
from aigovkit.engine.verdicts import Verdict
from aigovkit.errors import did_you_mean
from aigovkit.evaluation import Evaluation
from aigovkit.facts import KnownBy, TermSet
from aigovkit.joint import AnyEvaluation, JointEvaluation
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import AllOf, Named
from aigovkit.rules import AnyRule, Penalty, Rule
from aigovkit.rules.effects import effects
from aigovkit.score_picture import Picture, pictures
from aigovkit.wording import day, money, plain, printable, word

if TYPE_CHECKING:
    from aigovkit.precedents.comparison import Comparison

DISCLAIMER = "What the text says, not legal advice."

MOST_QUESTIONS = 8
"""How many questions are shown unfolded."""
MOST_RECORDS = 12
"""How many records are shown unfolded."""
MOST_UNUSED = 20
"""How many attestations that no rule uses are named."""
MOST_DEADLINES = 10
"""How many deadlines are shown unfolded where several policies stand together."""

REFERRED = ">"
_MARKS = {
    Status.VIOLATED: "x",
    Status.SHORTFALL: "-",
    Status.DEVIATES: "-",
    Status.UNDETERMINED: "?",
    Status.OPEN: "o",
    Status.DISPLACED: "/",
    Status.REFERRED: REFERRED,
}
URGENT = "!"
_DUTY_MARKS = {
    DutyStatus.OVERDUE: URGENT,
    DutyStatus.UNMET: URGENT,
    DutyStatus.MET_LATE: URGENT,
    DutyStatus.OPEN: "o",
    DutyStatus.UNKNOWN: "?",
}
_URGENCY = tuple(_DUTY_MARKS)
_ACT = 90
"""How much of a statement one line says."""


def _act(statement: str) -> str:
    """A statement, or what one line says of it."""
    return shorten(statement, _ACT, placeholder=" …")


def _printables(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(printable, texts))


def _printable_rows(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(_printables, rows))


@attrs.frozen
class Line:
    """One thing said: `name` is the fact, reading or provision it begins with, as a program knows it.

    .. versionadded:: 0.1.0
    """

    text: str = attrs.field(converter=printable)
    name: str = attrs.field(default="", converter=printable)

    def __str__(self) -> str:
        return self.name + self.text


@attrs.frozen
class Item:
    """One item of a section, with a mark that says at a glance what it is, and lines below it.

    `pinpoint` is where the text has it, or empty.

    .. versionadded:: 0.1.0
    """

    mark: str
    line: Line
    pinpoint: str = attrs.field(default="", converter=printable)
    below: tuple[Line, ...] = ()


@attrs.frozen
class Section:
    """Items under a heading. Where `first` is given, what comes after so many items can be folded away.

    .. versionadded:: 0.1.0
    """

    heading: str
    items: tuple[Item, ...]
    first: int | None = None


@attrs.frozen
class Part:
    """What one policy says: its name, its verdict, how it was set, its sections; and pictures of its scores,
    which say nothing that its sections do not.

    .. versionadded:: 0.1.0
    """

    title: str = attrs.field(converter=printable)
    outcome: Outcome
    verdict: str
    settings: tuple[str, ...] = attrs.field(converter=_printables)
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = attrs.field(converter=_printables)
    closing: str
    pictures: tuple[Picture, ...] = ()


@attrs.frozen
class Table:
    """Rows of cells under their heads.

    .. versionadded:: 0.1.0
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = attrs.field(converter=_printable_rows)


@attrs.frozen
class Page:
    """A whole answer. Of several policies together, `together` says how many they are, `joint` is the
    verdict, and `sections` what they say together; `parts` are those that reach the case, or may, and
    `table` has a row for each of them. `overview` is what comes before them: what is to be done, by
    act and by time.

    .. versionadded:: 0.1.0
    """

    title: str = attrs.field(converter=printable)
    as_of: str
    parts: tuple[Part, ...]
    outcome: Outcome
    joint: str = ""
    sections: tuple[Section, ...] = ()
    together: str = ""
    table: Table | None = None
    overview: tuple[Section, ...] = ()


def page_of(evaluation: AnyEvaluation) -> Page:
    """What an answer shows.

    >>> from aigovkit.jurisdictions.san_jose import AI_POLICY
    >>> from aigovkit.models import Case, System
    >>> case = Case(system=System(uses_ai=False))
    >>> page_of(AI_POLICY.evaluate(case, as_of=datetime.date(2026, 3, 2))).parts[0].verdict
    'NOT APPLICABLE'

    .. versionadded:: 0.1.0
    """
    title = evaluation.case.title or evaluation.case.id or "Untitled case"
    zones = {part.situation.zone for part in evaluation.parts}
    # Where several places have clocks of their own, the time of judging stands as it was given.
    as_of = f"as of {day(evaluation.as_of, zones.pop() if len(zones) == 1 else None)}"
    if not isinstance(evaluation, JointEvaluation):
        return Page(title, as_of, (_part(evaluation, alone=True),), evaluation.outcome)
    parts = tuple(_part(part, alone=False) for part in evaluation.reaching)
    together = (
        _contradictions(evaluation),
        _section("Of another place, so nothing applies", _elsewhere(evaluation)),
        _section("Would it be different if", _different(evaluation)),
        asking(evaluation.questions),
        *_conflicts(evaluation),
        _unused(evaluation),
    )
    number = f"{len(evaluation.parts)} policies together"
    return Page(
        title,
        as_of,
        parts,
        evaluation.outcome,
        _verdict(evaluation),
        _filled(together),
        number,
        _table(evaluation),
        _filled(_overview(evaluation)),
    )


def _part(evaluation: Evaluation, *, alone: bool) -> Part:
    """What one policy says. Beside others it leaves to the page what is said once for them all: what the case
    says against itself, what they ask, where they conflict, and what none of them uses.
    """
    policy = evaluation.policy
    sections = (
        *([_contradictions(evaluation)] if alone else ()),
        _section("Why", _why(evaluation)),
        _section("One by one", _one_by_one(evaluation), MOST_RECORDS),
        _section("What follows", _consequences(evaluation)),
        _section("For a person to decide", _referrals(evaluation)),
        _section("To do", _to_do(evaluation)),
        _section("What the agency owes", _agency_owes(evaluation)),
        _section("Papers", _papers(evaluation)),
        _section("Of note", _of_note(evaluation)),
        *([_section("Would it be different if", _different(evaluation))] if alone else ()),
        *([asking(evaluation.questions)] if alone else ()),
        _section("The law is open on", _contested(evaluation)),
        *map(decided_cases, evaluation.precedents),
        _section("Later", _later(evaluation)),
        _section("If it were in force", _hypothetical(evaluation)),
        *([*_conflicts(evaluation), _unused(evaluation)] if alone else ()),
    )
    counts = evaluation.counts
    closing = (
        f"{DISCLAIMER} Facts: {counts.known} known, {counts.asked_not_known} asked and not known, "
        f"{counts.not_asked} not asked."
    )
    settings = [f"{name} read as {reading}" for name, reading in policy.readings]
    settings += [f"{name}: {word(value, policy.rulebook.zone)}" for name, value in policy.parameters]
    return Part(
        policy.title,
        evaluation.outcome,
        _verdict(evaluation),
        settings,
        _filled(sections),
        policy.notes,
        closing,
        tuple(pictures(evaluation)),
    )


def _verdict(evaluation: AnyEvaluation) -> str:
    """The outcome, and what it must not hide: that it rests on what is past, binding duties that were not
    done in time, be they done by now or not, and decisions left to a person.
    """
    whole, present = ((one.at_least, one.at_most) for one in (evaluation, evaluation.present))
    mended = [f"at present {spoken(*present)}"] if present != whole else []
    return " · ".join((spoken(*whole), *mended, *_late(evaluation)))


def _late(evaluation: AnyEvaluation) -> list[str]:
    """What binds and was not done in time, and what is left to a person."""
    attention = evaluation.attention
    late = [
        f"{number} {'duty' if number == 1 else 'duties'} {how}"
        for number, how in (
            (attention.overdue, "overdue"),
            (attention.unmet, "unmet"),
            (attention.met_late, "done late"),
        )
        if number
    ]
    if attention.referred:
        late.append(f"{attention.referred} {'decision' if attention.referred == 1 else 'decisions'} referred")
    if attention.perhaps:
        one = attention.perhaps == 1
        late.append(f"{attention.perhaps} {'duty late, if it binds' if one else 'duties late, if they bind'}")
    return late


def spoken(least: Outcome, most: Outcome) -> str:
    """The range from the mildest to the strictest outcome in words.

    >>> spoken(Outcome.REVIEW, Outcome.REVIEW)
    'REVIEW'
    >>> spoken(Outcome.NO_OBJECTION, Outcome.REVIEW)
    'UNDETERMINED, from NO OBJECTION to REVIEW'

    .. versionadded:: 0.1.0
    """
    low, high = (plain(outcome.word).upper() for outcome in (least, most))
    return low if least is most else f"UNDETERMINED, from {low} to {high}"


def _section(heading: str, items: Iterable[Item], first: int | None = None) -> Section:
    return Section(heading, tuple(items), first)


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.items)


def _contradictions(evaluation: AnyEvaluation) -> Section:
    """The facts that are given where they have no meaning, and what they stand against."""
    items = (
        Item(
            URGENT,
            Line(f" is given as {one.value}", one.fact),
            below=(Line(f"yet {', and '.join(one.against)}; one of them is wrong"),),
        )
        for one in evaluation.contradictions
    )
    return _section("The case contradicts itself", items)


# Why


def _why(evaluation: Evaluation) -> Iterator[Item]:
    """The findings that carry the outcome, the gravest first."""
    moving = list(_moving(evaluation))
    for _, finding in sorted(moving, key=lambda pair: -pair[0]):
        below = _reason(evaluation, finding)
        if _is_breach_by_some_name(evaluation, finding):
            what = "open until known what the breach is called"
            below = (*_because(finding), Line(f"{what}: {', '.join(finding.unknown)}"))
        if finding.effective_force is not None and finding.effective_force is not finding.force:
            below = (*below, Line(restated(finding.force, finding.effective_force)))
        if finding.presumed:
            below = (*below, Line("presumed: it stands until rebutted"))
        below = (*below, *learnt(evaluation, finding.provision))
        where = evaluation.policy.rulebook.pinpoints(finding.provision)
        yield Item(_MARKS[finding.status], Line(finding.statement), where, below)


def learnt(evaluation: Evaluation, provision: str) -> Iterator[Line]:
    """Where the facts were learnt on which a finding rests, as far as the case says so.

    .. versionadded:: 0.1.0
    """
    for path in evaluation.rests_on(provision) if evaluation.case.provenance else ():
        source = evaluation.case.provenance.of(path)
        if source is not None:
            paper = ", ".join(filter(None, (source.document, source.place)))
            yield Line(f": learnt from {'; '.join(filter(None, (source.person, paper)))}", path)


def _reason(evaluation: Evaluation, finding: Finding) -> tuple[Line, ...]:
    if finding.status is Status.DISPLACED and finding.displaced_by is not None:
        by = evaluation.policy.rule(finding.displaced_by)
        return (Line(f"displaced by {by.id}: {_act(by.statement)}"),)
    if finding.status is Status.UNDETERMINED:
        return (Line(f"open until known: {', '.join(finding.unknown)}"),)
    return _because(finding)


def _because(finding: Finding) -> tuple[Line, ...]:
    said = _reasons(finding)
    return (Line(f"because {', and '.join(said)}"),) if said else ()


def _reasons(finding: Finding) -> list[str]:
    """The reasons in words; a record of which several in a row speak is named once."""
    labels = sorted({one.label for one in finding.records if one.label}, key=len, reverse=True)
    said: list[str] = []
    before = ""
    for reason in finding.because:
        label = next((one for one in labels if reason.startswith(f"{one}: ")), "")
        said.append(reason.removeprefix(f"{label}: ") if label and label == before else reason)
        before = label
    return said


def _is_breach_by_some_name(evaluation: Evaluation, finding: Finding) -> bool:
    """Whether a rule is certainly in breach, and only what that is called is open."""
    verdict = evaluation.verdicts[evaluation.policy.rulebook.index(finding.provision)]
    return verdict == Verdict.BREACHED and finding.status is Status.UNDETERMINED


def _moving(evaluation: Evaluation) -> Iterator[tuple[int, Finding]]:
    """The findings that move the outcome, those that hold it open, and those displaced, each with the
    strictest outcome its rule can bring about.
    """
    open_outcome = evaluation.outcome is Outcome.UNDETERMINED
    for rule, finding in zip(evaluation.policy.rules, evaluation.findings, strict=True):
        levels = _levels(rule)
        # What moves no outcome, such as a recommendation, is told after all that does.
        gravity = max(levels, default=0) if holds(rule.moves, evaluation.situation) is not False else 0
        match finding.status:
            case Status.VIOLATED | Status.DEVIATES | Status.SHORTFALL | Status.OPEN | Status.REFERRED:
                if levels:
                    yield gravity, finding
            case Status.DISPLACED:
                yield gravity, finding
            case Status.UNDETERMINED if levels and _is_breach_by_some_name(evaluation, finding):
                yield gravity, finding
            case Status.UNDETERMINED if open_outcome and gravity and _has_begun(rule, evaluation):
                yield gravity, finding


def _levels(rule: AnyRule) -> list[Outcome]:
    return [level for level, _ in effects(rule)]


def _has_begun(rule: Rule, evaluation: Evaluation) -> bool:
    """Whether something of the rule's own is known to hold, so that it is more than a question
    nobody has come near.
    """
    tests = rule.when.conditions if isinstance(rule.when, AllOf) else (rule.when,)
    return any(
        holds(test, subject.situation) is True
        for subject in subjects(rule, evaluation.situation)
        for test in tests
        if not isinstance(test, Named)
    )


def _one_by_one(evaluation: Evaluation) -> Iterator[Item]:
    """What is said of each record of a list, where it is not the same of all."""
    for collection in lists(evaluation.policy.rules):
        several = evaluation.by_record(collection)
        if len({(one.at_least, one.at_most) for one in several}) > 1:
            for one in several:
                yield Item("", Line(f": {spoken(one.at_least, one.at_most)}", one.label))


# For a person, and to do


def _referrals(evaluation: Evaluation) -> Iterator[Item]:
    """What is left to a person, certainly or, where somebody has come near it, perhaps."""
    for one in evaluation.referrals:
        if one.certain or _has_begun(evaluation.policy.rule(one.provision), evaluation):
            perhaps = "" if one.certain else "if it comes to that"
            told = Line(" · ".join(part for part in (one.bearer, one.about, perhaps) if part))
            mark = REFERRED if one.certain else "?"
            where = evaluation.policy.rulebook.pinpoints(one.provision)
            yield Item(mark, Line(one.issue), where, (told,))


def _whom(duty: DutyDue) -> str:
    """To whom a duty is owed, where it has a state for each."""
    return f"to {duty.addressee}" if duty.addressee else ""


def _to_do(evaluation: Evaluation) -> Iterator[Item]:
    """The duties of this case not known to be done that have a time, or whose state is known, the most urgent
    first; then those owed of which it is not known whether they are done.
    """
    return _duties(evaluation, [one for one in evaluation.duties if not one.standing])


def _agency_owes(evaluation: Evaluation) -> Iterator[Item]:
    """The standing duties of the agency, in the same way, and what is known to be done of them."""
    standing_duties = [one for one in evaluation.duties if one.standing]
    yield from _duties(evaluation, standing_duties)
    met = {one.provision: one.act for one in standing_duties if one.status is DutyStatus.MET}
    if met:
        done = (Line(f": {_act(act)}", one) for one, act in met.items())
        yield Item("+", Line("Done:"), below=tuple(done))


def _duties(evaluation: Evaluation, duties: Iterable[DutyDue]) -> Iterator[Item]:
    shown: list[DutyDue] = []
    owed: dict[str, list[str]] = {}
    acts: dict[str, str] = {}
    several = list(duties)
    # What is said of a duty towards each addressee is not said again of the row of that part.
    told = {(one.provision, one.about, one.due, one.status) for one in several if one.addressee}
    for duty in several:
        if (duty.part_of, duty.about, duty.due, duty.status) in told:
            continue
        acts[duty.provision] = _act(duty.act)
        if duty.status is DutyStatus.UNKNOWN and duty.due is None and not is_undone(evaluation, duty):
            if is_owed(evaluation, duty):
                shared = f"the act of {duty.same_act_as}" if duty.same_act_as else ""
                which = " ".join(filter(None, (duty.about, _whom(duty), shared)))
                owed.setdefault(duty.provision, []).extend([which] if which else [])
        elif duty.status is not DutyStatus.MET:
            shown.append(duty)
    pinpoints = evaluation.policy.rulebook.pinpoints
    for first, *others in _acts(sorted(shown, key=lambda duty: _URGENCY.index(duty.status))):
        also = (
            Line(f"the same act by {pinpoints(one.provision)}: {_stands(evaluation, one)}") for one in others
        )
        below = (Line(_stands(evaluation, first)), *also)
        yield Item(_DUTY_MARKS[first.status], Line(first.act), pinpoints(first.provision), below)
    if owed:
        named = (
            Line(f" ({', '.join(about)}): {acts[one]}" if about else f": {acts[one]}", one)
            for one, about in owed.items()
        )
        yield Item("?", Line("Owed, and not known whether done:"), below=tuple(named))


def _acts(duties: Iterable[DutyDue]) -> Iterable[list[DutyDue]]:
    """Duties by the acts that fulfil them, each act where its first duty stands."""
    several = list(duties)
    shared = {one.same_act_as for one in several if one.same_act_as}
    acts: dict[tuple[object, ...], list[DutyDue]] = {}
    for number, duty in enumerate(several):
        act = duty.same_act_as or duty.provision
        acts.setdefault((act, duty.about) if act in shared else (number,), []).append(duty)
    return acts.values()


def _stands(evaluation: Evaluation, duty: DutyDue) -> str:
    force = restated(duty.force, duty.effective_force)
    said = (duty.actor, duty.about, _whom(duty), standing(evaluation, duty), force)
    return " · ".join(filter(None, said))


# Papers, and what is of note


def _papers(evaluation: Evaluation) -> Iterator[Item]:
    for paper in evaluation.papers:
        if paper.called_for:
            lacking = (("missing", paper.missing), ("not known", paper.not_known))
            below = [Line(f"{how}: {'; '.join(labels)}") for how, labels in lacking if labels]
            mark = "o" if below else "+"
            below.append(Line(f"draft it: aigovkit paper {paper.paper}"))
            yield Item(mark, Line(paper.title), paper.citation.pinpoint, tuple(below))


def _consequences(evaluation: Evaluation) -> Iterator[Item]:
    """What the text attaches to what was done, such as that a contract is void, or somebody barred."""
    rulebook = evaluation.policy.rulebook
    for rule, finding in zip(rulebook.rules, evaluation.findings, strict=True):
        if finding.kind is not Kind.CONSEQUENCE or isinstance(rule, Penalty):
            continue
        if finding.status is Status.NOTED:
            below = (*_because(finding), *([Line(rule.note)] if rule.note else []))
            yield Item("i", Line(finding.statement), rulebook.pinpoints(finding.provision), below)


def _of_note(evaluation: Evaluation) -> Iterator[Item]:
    for finding in evaluation.findings:
        if finding.status is Status.ADVISED or (
            finding.status is Status.NOTED and finding.kind in (Kind.RIGHT, Kind.PERMISSION, Kind.EXCEPTION)
        ):
            where = evaluation.policy.rulebook.pinpoints(finding.provision)
            yield Item("i", Line(finding.statement), where)
    for tier in evaluation.tiers:
        below = [Line(step.meaning) for step in tier.steps if tier.certain and step.meaning]
        if tier.effective_force is None:
            below.append(Line("not known whether the text binds"))
        elif tier.effective_force is not Force.BINDING:
            below.append(Line(f"the text is {tier.effective_force}"))
        yield Item("i", Line(str(tier)), tier.citation.pinpoint, tuple(below))
    yield from map(_classes, evaluation.classified)
    yield from map(_kept, evaluation.retention)
    yield from _costs(evaluation)


def _costs(evaluation: Evaluation) -> Iterator[Item]:
    """What a violation could cost: its name and place, the bounds, how they are reckoned, who pays whom."""
    ambiguities, rulebook = _ambiguities(evaluation), evaluation.policy.rulebook
    for cost in evaluation.exposure:
        bounds = _bounds(cost.at_least, cost.at_most)
        condition = "" if cost.certain else ", if a violation is shown"
        payer, payee = f"paid by {cost.payer}" if cost.payer else "", f"to {cost.payee}" if cost.payee else ""
        below = [Line(" · ".join(filter(None, (f"{bounds}{condition}", cost.formula, payer, payee))))]
        for one in evaluation.sums_by_reading:
            read = _bounds(one.at_least, one.at_most)
            if one.provision == cost.provision and read != bounds:
                meaning = ambiguities[one.ambiguity].readings[one.reading]
                below.append(Line(f" ({meaning}): {read}", f"{one.ambiguity}={one.reading}"))
        statement = evaluation.policy.rule(cost.provision).statement
        yield Item("$", Line(statement), rulebook.pinpoints(cost.provision), tuple(below))


def _bounds(least: int, most: int | None) -> str:
    return f"at least {money(least)}, {'no ceiling' if most is None else f'up to {money(most)}'}"


def _ambiguities(evaluation: Evaluation) -> dict[str, Ambiguity]:
    return {one.name: one for one in evaluation.policy.rulebook.ambiguities}


def _kept(kept: RetentionFound) -> Item:
    """How long data is kept, and until which days."""
    rule, series = kept.retention, kept.retention.series
    may = "" if kept.certain else ", if it applies"
    if rule.hold:
        held = Line(f"Hold on {series or 'what is kept'}: nothing is deleted for its age{may}")
        return Item("i", held, kept.citation.pinpoint)
    said = f"Keep {f'{series}: ' if series else ''}{rule}{may}"
    days = [f"keep until {day(kept.keep_until)}"] if kept.keep_until else []
    days += [f"delete by {day(kept.delete_by)}"] if kept.delete_by else []
    if rule.ceiling and kept.held is not False:
        known = "a" if kept.held else "not known whether a"
        days.append(f"{known} hold suspends the ceiling")
    binds = "" if kept.commanded else _COMMANDED[kept.commanded]
    told = " · ".join(filter(None, (kept.about, *days, kept.note, binds)))
    return Item("i", Line(said), kept.citation.pinpoint, (Line(told),) if told else ())


_COMMANDED = {
    True: "commanded",
    False: "the text does not command it",
    None: "not known whether the text binds",
}


def _held(kept: RetentionFound) -> Line:
    """One of several rules on retention: where it stands, and whether its text commands."""
    may = "" if kept.certain else ", if it applies"
    suspended = {
        True: "a hold suspends the ceiling",
        False: "",
        None: "not known whether a hold suspends the ceiling",
    }[kept.held]
    said = (f"{kept.retention}{may}", kept.about, suspended, _COMMANDED[kept.commanded], str(kept.citation))
    return Line(f": {' · '.join(filter(None, said))}", kept.provision)


def _classes(element: Classified) -> Item:
    """A data element with its classes, and below each of them why."""
    several = (f"{'' if one.certain else 'perhaps '}{plain(one.data_class)}" for one in element.classes)
    strictest = ""
    if element.strictest is not None and len(element.classes) > 1:
        strictest = f"; the strictest is {plain(element.strictest)}"
    below = (
        Line(f"{plain(one.data_class)} {'; '.join(filter(None, _why_of_class(one)))}")
        for one in element.classes
    )
    read = (
        Line(f"by another reading {plain(one.data_class)} {'; '.join(filter(None, _why_of_class(one)))}")
        for one in element.otherwise
    )
    said = f"{element.element}: {', '.join(several) or 'in no class'}{strictest}"
    return Item("i", Line(said), below=(*below, *read))


def _why_of_class(one: ClassFound) -> Iterator[str]:
    yield f"by {', '.join((*one.provisions, *map(plain, one.regimes)))}"
    yield f"because {', and '.join(one.because)}" if one.because else ""
    yield f"open until known: {', '.join(one.unknown)}" if one.unknown else ""
    yield f"depends on {', '.join(one.readings)}" if one.readings else ""


# What could change the answer


def _elsewhere(evaluation: JointEvaluation) -> Iterator[Item]:
    """The policies that do not reach the agency of the case."""
    for part in evaluation.parts:
        if part.reaches is False:
            yield Item("", Line(f"{part.policy.title}, for agencies of {part.policy.place}"))


def _different(evaluation: AnyEvaluation) -> Iterator[Item]:
    for other in evaluation.alternatives:
        then = spoken(other.at_least, other.at_most)
        yield Item("-", Line(f" were {_answer(other.answer)}: {then}", other.fact))


def _answer(value: Any) -> str:
    """An answer to a fact in words; of a set of words, those that are in it."""
    if isinstance(value, TermSet):
        return ", ".join(map(plain, sorted(value.yes))) or "empty"
    return word(value)


def asking(questions: Iterable[Question], first: int | None = MOST_QUESTIONS) -> Section:
    """Questions as a section, of which so many are shown unfolded.

    .. versionadded:: 0.1.0
    """
    return _section("Ask", map(_question, questions), first)


def _question(question: Question) -> Item:
    said = " (asked, not known)" if question.asked else "" if question.proven else " (may no longer matter)"
    choices = f": {', '.join(one.label for one in question.choices)}" if question.choices else ""
    who = _WHO.get(question.known_by, "")
    return Item("?", Line(question.prompt + said), below=(Line(choices + who, question.fact),))


_WHO: dict[str, str] = {KnownBy.VENDOR: " · ask the vendor", KnownBy.DOCUMENT: " · see the papers"}
"""Whom to ask, where it is not the agency itself."""


def _contested(evaluation: Evaluation) -> Iterator[Item]:
    ambiguities = _ambiguities(evaluation)
    for name, outcomes in evaluation.contested.items():
        meanings = ambiguities[name].readings
        below = tuple(
            Line(f" ({meanings[reading]}): {spoken(least, most)}", f"{name}={reading}")
            for reading, (least, most) in outcomes.items()
        )
        yield Item("~", Line(ambiguities[name].issue), below=below)
    yield from _days_by_reading(evaluation)


def _days_by_reading(evaluation: Evaluation) -> Iterator[Item]:
    """The days of duties under each reading, where the text is open on them; those of one day together."""
    ambiguities, zone = _ambiguities(evaluation), evaluation.policy.rulebook.zone
    several: dict[str, dict[tuple[str, str], list[str]]] = {}
    for one in evaluation.days_by_reading:
        due = "no day can be named" if one.due is None else f"due {day(one.due, zone)}"
        duty = f"{one.provision} ({one.about})" if one.about else one.provision
        several.setdefault(one.ambiguity, {}).setdefault((one.reading, due), []).append(duty)
    for name, days in several.items():
        below = tuple(
            Line(f" ({ambiguities[name].readings[reading]}): {due}: {', '.join(owed)}", f"{name}={reading}")
            for (reading, due), owed in days.items()
        )
        yield Item("~", Line(ambiguities[name].issue), below=below)


def decided_cases(comparison: Comparison) -> Section:
    """A comparison with decided cases as a section.

    .. versionadded:: 0.1.0
    """
    from aigovkit.precedent_text import heading, told

    items = (
        Item(one.mark, Line(one.text), one.pinpoint, tuple(map(Line, one.below))) for one in told(comparison)
    )
    return _section(heading(comparison), items)


def _later(evaluation: Evaluation) -> Iterator[Item]:
    """What starts to bind later, day by day; the provisions of a day are named together."""
    days: dict[datetime.date | None, list[str]] = {}
    for up in evaluation.upcoming:
        days.setdefault(up.starts, []).append(up.provision)
    for starts, provisions in days.items():
        when = "a day not known" if starts is None else day(starts)
        yield Item("", Line(f"on {when}: {', '.join(provisions)}"))


def _hypothetical(evaluation: Evaluation) -> Iterator[Item]:
    hypothetical = evaluation.hypothetical
    if hypothetical is not None and (hypothetical.at_least, hypothetical.at_most) != (
        evaluation.at_least,
        evaluation.at_most,
    ):
        yield Item("", Line(_verdict(hypothetical)))
        yield from _why(hypothetical)


def _conflicts(evaluation: AnyEvaluation) -> Iterator[Section]:
    for certain, title in ((True, "cannot"), (False, "may be unable to")):
        found = [one for limits in evaluation.retention_limits for one in limits.conflicts]
        items = (_conflict(one) for one in found if bool(one.certain and one.commanded) is certain)
        yield _section(f"Retention {title} satisfy both of", items)


def _conflict(conflict: RetentionConflict) -> Item:
    gives_way = {
        True: "",
        False: "not both are commanded",
        None: "it is not known whether both are commanded",
    }[conflict.commanded]
    why = "; ".join(one for one in (gives_way, conflict.why) if one)
    said = " and ".join(conflict.provisions) + (f": {why}" if why else "")
    return Item("", Line(said), below=tuple(map(_held, conflict.between)))


def _unused(evaluation: AnyEvaluation) -> Section:
    """What is attested in vain: under a misspelt id, for another text, or where no attestation decides."""
    unused, attested = evaluation.unused_attestations, evaluation.case.attestations
    items = [
        Item("-", Line("" if one in attested else " (asked, not known)", one), below=_meant(one, evaluation))
        for one in unused[:MOST_UNUSED]
    ]
    if len(unused) > MOST_UNUSED:
        items.append(Item("", Line(f"and {len(unused) - MOST_UNUSED:,} more")))
    return _section("Attested, and used by no rule here", items)


def _meant(provision: str, evaluation: AnyEvaluation) -> tuple[Line, ...]:
    rulebooks = [part.policy.rulebook for part in evaluation.parts]
    for rulebook in rulebooks:
        if provision in rulebook.restated:
            return (Line(f"it restates {' and '.join(rulebook.restated[provision])}; attest that"),)
    if any(provision == listed.id for rulebook in rulebooks for listed in rulebook.provisions):
        return (Line("no attestation decides it"),)
    close = did_you_mean(provision, [one for rulebook in rulebooks for one in rulebook.attestations_read])
    return (Line(close),) if close else ()


# Several policies together

_HEADS = ("Policy", "Place", "Outcome", "Force", "Duties")


def _table(joint: JointEvaluation) -> Table:
    """A row for each policy that reaches the case, or may: what it says, by what force, and what is late."""
    rows = []
    for name, part in zip(joint.policy.names, joint.parts, strict=True):
        if part.reaches is not False:
            said = spoken(part.at_least, part.at_most), ", ".join(_forces(part)), ", ".join(_late(part))
            rows.append((_called(name, part), part.policy.place or "any", *said))
    return Table(_HEADS, tuple(rows))


def _called(name: str, part: Evaluation) -> str:
    """The title of a policy, and its settings where it stands under several."""
    setting = name.removeprefix(part.policy.id)
    return part.policy.title + setting


def _forces(part: Evaluation) -> list[str]:
    """The force of what brings the outcome about; where nothing does, the strongest printed in the policy."""
    moving = [(gravity, one) for gravity, one in _moving(part) if one.status is not Status.DISPLACED]
    most = max((gravity for gravity, _ in moving), default=0)
    found = [one.effective_force for gravity, one in moving if gravity == most]
    # A bill moves an outcome only once it is law.
    found = [Force.BINDING if one is Force.PROPOSED else one for one in found]
    if not found:
        printed = {rule.force for rule in part.policy.rules}
        found = [next(one for one in Force if one in printed)] if printed else []
    return list(dict.fromkeys("not known" if one is None else str(one) for one in found))


def _overview(joint: JointEvaluation) -> Iterator[Section]:
    """What is to be done by all policies together, which act does for several of them, and what they say of
    the same things, each in its own terms.
    """
    named = dict(zip(joint.policy.names, joint.parts, strict=True))
    yield _section("By when, the earliest first", _by_when(joint, named), MOST_DEADLINES)
    yield _section("One act for several policies", _shared(joint, named))
    yield _section("Tiers, each on the scale of its own policy", _side_by_side(joint, named))
    yield _section("Kept together", _kept_together(joint))


def _by_when(joint: JointEvaluation, named: Mapping[str, Evaluation]) -> Iterator[Item]:
    """The duties with a day. Windows of one duty that passed are told by the first of them, and what is said
    of a duty towards each addressee is not said again of the row of that part.
    """
    dated = joint.deadlines.dated
    whole = {(one.policy, one.duty.provision, one.duty.about, one.by) for one in dated if one.duty.addressee}
    told: dict[tuple[object, ...], list[PolicyDuty]] = {}
    for number, one in enumerate(dated):
        duty = one.duty
        if (one.policy, duty.part_of, duty.about, one.by) not in whole:
            again = duty.addressee if duty.status is DutyStatus.OVERDUE else number
            told.setdefault((one.policy, duty.provision, duty.about, again), []).append(one)
    for first, *others in told.values():
        duty, part = first.duty, named[first.policy]
        more = f" · and {len(others)} later, overdue too" if others else ""
        below = Line(f"{_called(first.policy, part)} · {_stands(part, duty)}{more}")
        where = part.policy.rulebook.pinpoints(duty.provision)
        when = day(duty.due) if duty.due is not None else ""
        yield Item(_DUTY_MARKS[duty.status], Line(f"{when}: {_act(duty.act)}"), where, (below,))


def _shared(joint: JointEvaluation, named: Mapping[str, Evaluation]) -> Iterator[Item]:
    """The acts that several policies ask for, with what each says of it."""
    for act in joint.duties_by_act:
        if len({named[name].policy.id for name in act.policies}) > 1:
            below = (
                Line(f"{part.policy.title}, {pinpoint}: {_stands(part, one.duty)}")
                for one in act.duties
                for part in (named[one.policy],)
                for pinpoint in (part.policy.rulebook.pinpoints(one.duty.provision),)
            )
            mark = _DUTY_MARKS.get(act.first.duty.status, "+")
            yield Item(mark, Line(act.first.duty.act), below=tuple(below))


def _side_by_side(joint: JointEvaluation, named: Mapping[str, Evaluation]) -> Iterator[Item]:
    """What each policy comes to on a scale of its own, where several have one."""
    scaled = [one for one in joint.tiers_by_scale if one.scale is not None]
    if len({named[one.policy].policy.id for one in scaled}) > 1:
        for one in scaled:
            title = named[one.policy].policy.title
            yield Item("i", Line(title), below=tuple(Line(str(tier)) for tier in one.tiers))


def _kept_together(joint: JointEvaluation) -> Iterator[Item]:
    """What the rules of several policies say of how long one record series is kept."""
    for limits in joint.retention_limits:
        if len({one.citation.source for one in limits.rules}) > 1:
            series = limits.series or "What no text names a series of"
            yield Item("i", Line(series), below=tuple(map(_held, limits.rules)))
