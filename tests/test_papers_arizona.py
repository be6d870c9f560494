"""The papers of the Digital Bill of Rights: what each element needs, and what the papers turn on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from drawn_papers import (
    AS_OF,
    BY_READING,
    COMPLETE,
    EVERY_ELEMENT,
    EVERY_PAPER,
    ORDER,
    day,
    elements,
    read_by,
    states,
    without,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import cases, examples

from aigovkit.citations import Kind
from aigovkit.facts import Boolean, Event, Term, Terms, TermSet
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_4 import EXHAUST
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.papers import (
    IMPACT_ASSESSMENT,
    NECESSITY_FINDING,
    PAPERS,
    POLICY,
    THIRTY_DAY_REPORT,
    VENDOR_CERTIFICATION,
)
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import ALWAYS, Fact
from aigovkit.language.parts import walk
from aigovkit.models import (
    Act,
    Case,
    DataElement,
    InvestigativeMethod,
    ProtectedClass,
    Warrant,
    fact,
)
from aigovkit.papers import Element, Paper, State
from aigovkit.periods import Occurrence
from aigovkit.policies import find_policy, policy
from aigovkit.rules import noted

# Complete papers, and what each element does when it is gone


@EVERY_PAPER
def test_a_complete_paper_misses_nothing(paper: Paper) -> None:
    """A case that has everything a paper asks for leaves nothing to mark and nothing to ask."""
    assert paper.missing(COMPLETE, as_of=AS_OF) == ()
    assert paper.questions(COMPLETE, as_of=AS_OF) == ()
    drawn = paper.draft(COMPLETE, as_of=AS_OF)
    assert "MISSING" not in drawn
    assert "NOT KNOWN" not in drawn
    assert "None: every element is settled by the facts given." in drawn


@EVERY_PAPER
def test_every_element_of_the_complete_case_is_needed(paper: Paper) -> None:
    """The complete case calls for every element of the default readings, so that none is present for want
    of being asked.
    """
    found = states(paper, COMPLETE)
    assert {found[element.label] for element in elements(paper)} == {State.PRESENT}
    assert {state for label, state in found.items() if label.startswith(BY_READING)} <= {State.NOT_NEEDED}


# What an element states can be unknown, not lacking.
LACKABLE = pytest.mark.parametrize(
    "paper, element",
    [
        (paper, element)
        for paper in PAPERS
        for element in elements(paper)
        if element.needs != ALWAYS or element.attested
    ],
    ids=lambda one: one.label[:40] if isinstance(one, Element) else one.id.rpartition("/")[2],
)


@EVERY_ELEMENT
def test_an_element_made_unknown_is_asked_for(paper: Paper, element: Element) -> None:
    """Taking away what is known of one element alone marks it not known, with the question that settles
    it, and leaves the unconcerned.
    """
    made_unknown = False
    for path in read_by(element):
        case = without(COMPLETE, path)
        for one in paper.missing(case, as_of=AS_OF):
            assert one.state is State.NOT_KNOWN
            assert path in one.unknown
            assert path in read_by(one.element) or path in {
                node.path for node in walk(one.element.when) if isinstance(node, Fact)
            }
            made_unknown |= one.element == element
        if made_unknown:
            asked = {question.fact: question for question in paper.questions(case, as_of=AS_OF)}
            drawn = paper.draft(case, as_of=AS_OF)
            assert (
                f"- [ ] NOT KNOWN: {element.label} ({element.citation.pinpoint})\n  - Ask: "
                f"{asked[path].prompt} (`{path}`)" in drawn
            )
            assert f"- [x] {element.label} (" not in drawn
            break
    assert made_unknown


def adverse(case: Case, element: Element) -> Iterator[Case]:
    """The case with one answer turned against the element."""
    if element.attested:
        yield case.with_answer(f"attestations.{element.attested}", False)
    for node in walk(element.needs):
        if not isinstance(node, Fact):
            continue
        match node, fact(node.path):
            case _, Boolean():
                yield case.with_answer(node.path, False)
            case _, Event():
                yield case.with_answer(node.path, Occurrence.NEVER)
            case _, Term() as declared:
                for term in declared.vocabulary:
                    yield case.with_answer(node.path, term)
            case _, Terms() as declared:
                section, _, name = node.path.partition(".")
                known = getattr(getattr(case, section), name).yes
                for term in sorted(known):
                    yield case.with_answer(node.path, TermSet(known - {term}))


@LACKABLE
def test_an_element_taken_away_is_marked(paper: Paper, element: Element) -> None:
    """One answer against an element marks it missing, with the reason; what does not rest on that fact
    stays present.
    """
    for case in adverse(COMPLETE, element):
        one = next(one for one in paper.check(case, as_of=AS_OF) if one.element == element)
        if one.state is State.MISSING:
            break
    else:
        pytest.fail("no single answer takes it away")
    assert one.because
    changed = {
        path
        for path in read_by(element)
        if path not in dict(case.known_facts())
        or dict(case.known_facts())[path] != dict(COMPLETE.known_facts())[path]
    }
    for other in paper.missing(case, as_of=AS_OF):
        assert other.element == element or changed & read_by(other.element)
    drawn = paper.draft(case, as_of=AS_OF)
    assert f"- [ ] MISSING: {element.label} ({element.citation.pinpoint})\n  - Because " in drawn


@pytest.mark.parametrize("protected", list(ProtectedClass))
def test_eleven_of_twelve_classes_are_not_enough(protected: ProtectedClass) -> None:
    """Each protected class has its own line, and one that was not analysed is missing alone."""
    case = COMPLETE.with_answer(
        "impact_assessment.classes_analyzed", [one for one in ProtectedClass if one != protected]
    )
    label = f"Analysed: {protected.replace('_', ' ')}"
    assert [label] == [one.element.label for one in IMPACT_ASSESSMENT.missing(case, as_of=AS_OF)]


def test_the_lists_of_the_certification_are_complete() -> None:
    """The checklist asks for three technical topics and six rights of access, each by itself."""
    citations = [element.citation.pinpoint for element in VENDOR_CERTIFICATION.elements]
    assert citations.count("41-6204(B)(1)") == 3
    assert citations.count("41-6204(B)(2)") == 6
    assert citations.count("41-6204(B)(3)") == 1


@EVERY_PAPER
def test_nothing_known_means_nothing_present(paper: Paper) -> None:
    """Of an empty case no element is present or missing: everything that may be needed is a question."""
    found = states(paper, Case())
    assert {found[element.label] for element in elements(paper)} == {State.NOT_KNOWN}
    drawn = paper.draft(Case(), as_of=AS_OF)
    assert "[x]" not in drawn
    assert all(
        fact(question.fact).question in drawn
        for question in paper.questions(Case(), as_of=AS_OF)
        if "attest" not in question.fact
    )


@EVERY_PAPER
@settings(max_examples=examples(15), deadline=None)
@given(data=st.data())
def test_unknown_is_never_present(paper: Paper, data: st.DataObject) -> None:
    """Whatever is known, an element is present only where what it needs certainly holds, and every open
    one has its question.
    """
    paths = sorted(
        {path for element in paper.elements for path in read_by(element) if not path.startswith("attest")}
    )
    case = data.draw(cases(paths))
    situation = paper.situation(case, as_of=AS_OF)
    asked = {question.fact for question in paper.questions(case, as_of=AS_OF)}
    for one in paper.check(case, as_of=AS_OF):
        if one.state is State.PRESENT:
            assert holds(one.element.needs, situation) is True
        elif one.state is State.NOT_KNOWN:
            assert one.unknown
            assert set(one.unknown) <= asked
        elif one.state is State.MISSING:
            assert one.because


# What the papers of the act turn on


def test_an_exception_invoked_wrongly_is_reported_too() -> None:
    """The justification has to be in the report, as someone attests; whether it is a good one is not
    asked there.
    """
    label = "The exception relied on, and the facts that bring the use within it"
    wrongly = COMPLETE.with_answer("surveillance.tools", []).with_answer("warrant.court_competent", False)
    assert states(THIRTY_DAY_REPORT, wrongly)[label] == State.PRESENT
    assert (
        states(THIRTY_DAY_REPORT, wrongly.with_answer("attestations.AZ-6210.content.justification", False))[
            label
        ]
        == State.MISSING
    )


def test_a_report_on_a_reliance_older_than_the_bill_is_counted_from_its_start() -> None:
    """Under the bill as signed the thirty days begin with its start; while it is unsigned they are
    counted from the reliance.
    """
    label = "Filed with the attorney general in time"
    case = COMPLETE.with_answer("reliance.invoked", datetime.date(2027, 1, 1))
    case = case.with_answer("reliance.reported_to_attorney_general", datetime.date(2027, 5, 20))
    signed = find_policy(POLICY).given(signed_on=datetime.date(2027, 5, 3))
    assert states(THIRTY_DAY_REPORT, case)[label] == State.MISSING
    assert states(THIRTY_DAY_REPORT, case, policy=signed)[label] == State.PRESENT
    assert "- Due by the end of: 2 June 2027\n" in THIRTY_DAY_REPORT.draft(case, as_of=AS_OF, policy=signed)


@pytest.mark.parametrize("signed", [None, datetime.date(2027, 5, 3)])
@pytest.mark.parametrize(
    "deployed, next_used, last_used, papers, in_time",
    [
        # Under the article: before the first use, with or without a signature.
        ("2028-09-01", "2028-09-01", "2028-12-01", "2028-08-31", State.PRESENT),
        ("2028-09-01", "2028-09-01", "2028-12-01", "2028-10-01", State.MISSING),
        # Of a system that ran before: before the start, or before it was used again.
        ("2027-02-01", "2028-07-03", "2028-12-01", "2028-06-30", State.PRESENT),
        ("2027-02-01", "2028-08-15", "2028-12-01", "2028-07-20", State.PRESENT),
        ("2027-02-01", "2028-07-03", "2028-12-01", "2028-07-20", State.MISSING),
        ("2027-02-01", "never", "2028-05-01", "2028-07-20", State.PRESENT),
        ("2027-02-01", None, "2028-12-01", "2028-07-20", State.NOT_KNOWN),
    ],
)
def test_the_contractors_papers_come_before_the_use(
    deployed: str, next_used: Any, last_used: str, papers: str, in_time: State, signed: Any
) -> None:
    """What was finished after the use is missing, whether or not the bill has been signed."""
    first, last, of_papers = (datetime.date.fromisoformat(one) for one in (deployed, last_used, papers))
    acts = [Act(kind="deploy", by="contractor", on=first)]
    if next_used == "never":
        acts.append(Act(kind="use", by="contractor", since=first, on=last))
    else:
        since = next_used and datetime.date.fromisoformat(next_used)
        acts.append(Act(kind="use", by="contractor", since=since, on=last))
    case = COMPLETE.with_answer("acts", acts)
    for path in ("analysis_done", "provided", "certified"):
        case = case.with_answer(f"impact_assessment.{path}", of_papers)
    act = None if signed is None else find_policy(POLICY).given(signed_on=signed)
    found = {
        one.element.label: one.state
        for one in IMPACT_ASSESSMENT.check(case, as_of=datetime.date(2029, 6, 1), policy=act)
    }
    assert {state for label, state in found.items() if "before the system is deployed" in label} == {in_time}


@pytest.mark.parametrize("reading", ["literal", "both"])
def test_the_printed_reference_adds_the_topics_of_the_other_report(reading: str) -> None:
    """Where the printed cross-reference is followed, the assessment needs the six contents of the report
    on an exception as well.
    """
    printed = find_policy(POLICY).read(assessment_reference=reading)
    found = states(IMPACT_ASSESSMENT, COMPLETE, policy=printed)
    added = [state for label, state in found.items() if label.startswith(BY_READING)]
    assert [State.NOT_KNOWN, State.PRESENT, *[State.NOT_KNOWN] * 4] == added


@pytest.mark.parametrize(
    "invoked, due",
    [
        (day(6, 10), "10 July 2027"),
        (datetime.date(2028, 1, 31), "1 March 2028"),
        (datetime.date(2027, 1, 31), "2 March 2027"),
    ],
)
def test_the_report_is_due_thirty_days_after_the_exception_was_invoked(
    invoked: datetime.date, due: str
) -> None:
    """Thirty calendar days, not a month."""
    case = COMPLETE.with_answer("reliance.invoked", invoked)
    assert f"- Due by the end of: {due}\n" in THIRTY_DAY_REPORT.draft(case, as_of=datetime.date(2028, 6, 1))


@pytest.mark.parametrize("invoked", [None, Occurrence.UNDATED])
def test_no_due_day_is_made_up(invoked: Any) -> None:
    """Without the day on which the exception was invoked no day is due, and whether the report is in time
    is not known.
    """
    case = COMPLETE.with_answer("reliance.invoked", invoked)
    assert "- Due by the end of: NOT KNOWN\n" in THIRTY_DAY_REPORT.draft(case, as_of=AS_OF)
    assert states(THIRTY_DAY_REPORT, case)["Filed with the attorney general in time"] == State.NOT_KNOWN


def test_a_report_on_the_thirtieth_day_is_in_time() -> None:
    """The thirtieth day is in time and the next is not; either way the report is filed."""
    label = "Filed with the attorney general"
    for filed, in_time in ((day(7, 10), State.PRESENT), (day(7, 11), State.MISSING)):
        found = states(
            THIRTY_DAY_REPORT, COMPLETE.with_answer("reliance.reported_to_attorney_general", filed)
        )
        assert (State.PRESENT, in_time) == (found[label], found[f"{label} in time"])


def test_a_filing_still_to_come_is_not_made() -> None:
    """A day after the time of judging has not come: nothing dated then is present."""
    case = COMPLETE.with_answer("necessity_finding.made", datetime.date(2027, 9, 2))
    assert states(NECESSITY_FINDING, case)["Made"] == State.MISSING


def test_a_warrant_number_is_asked_for_only_with_a_warrant() -> None:
    """Without a warrant its number is not needed, and the draft says why."""
    case = COMPLETE.with_answer("warrant.issued", Occurrence.NEVER).with_answer("warrant.number", None)
    assert states(THIRTY_DAY_REPORT, case)["The number of the warrant"] == State.NOT_NEEDED
    drawn = THIRTY_DAY_REPORT.draft(case, as_of=AS_OF)
    assert (
        "- Not needed here: The number of the warrant (41-6210)\n  - Because `warrant.issued` has not "
        "happened" in drawn
    )


def test_a_perimeter_camera_has_no_office_to_file_with() -> None:
    """With no warrant and nobody sought, no filing is needed; the finding itself still is."""
    surveillance = attrs.evolve(COMPLETE.surveillance, reader_purposes=[], missing_person_or_alert=False)
    case = attrs.evolve(COMPLETE, surveillance=surveillance, warrant=Warrant(issued=Occurrence.NEVER))
    found = states(NECESSITY_FINDING, case)
    assert list(found.values()).count(State.NOT_NEEDED) == 4
    assert found["Sworn"] == State.PRESENT


def test_the_finding_on_the_day_of_the_purchase_needs_the_hour() -> None:
    """Two days that are the same leave the order open; hours settle it."""
    label = "Made before the system is acquired, installed or activated"
    zone = datetime.timezone(datetime.timedelta(hours=-7))
    same_day = COMPLETE.with_answer("acts", COMPLETE.acts[1:]).with_answer(  # type: ignore[index]
        "necessity_finding.made", day(6, 10)
    )
    at_noon = same_day.with_answer("necessity_finding.made", datetime.datetime(2027, 6, 10, 12, tzinfo=zone))
    bought = at_noon.with_answer("acts[0].on", datetime.datetime(2027, 6, 10, 11, tzinfo=zone))
    assert states(NECESSITY_FINDING, same_day)[label] == State.NOT_KNOWN
    assert states(NECESSITY_FINDING, bought)[label] == State.MISSING
    earlier = bought.with_answer("acts[0].on", datetime.datetime(2027, 6, 10, 12, 1, tzinfo=zone))
    assert states(NECESSITY_FINDING, earlier)[label] == State.PRESENT


def test_a_method_recorded_as_unavailable_serves_under_the_default_reading_only() -> None:
    """The readings of the policy decide: read literally, each method has to have been tried."""
    rule = noted(
        "R",
        ORDER.at("1"),
        "A rule.",
        kind=Kind.CONDITION,
        when=EXHAUST.reads(available_means=ALWAYS, literal=ALWAYS),
    )
    act = policy(POLICY, ORDER, time_zone="America/Phoenix", entries=[rule])
    case = COMPLETE.with_answer("necessity_finding.methods_exhausted", list(InvestigativeMethod)[:3])
    case = case.with_answer("necessity_finding.methods_unavailable", ["interviews_and_forensics"])
    label = "Interviewing witnesses, and collecting forensic evidence: considered and exhausted"
    literal = act.read(exhaust_methods="literal")
    assert states(NECESSITY_FINDING, case, policy=act)[label] == State.PRESENT
    assert states(NECESSITY_FINDING, case, policy=literal)[label] == State.MISSING
    assert "- With exhaust methods: literal\n" in NECESSITY_FINDING.draft(case, as_of=AS_OF, policy=literal)


def test_data_is_listed_element_by_element() -> None:
    """The report lists every kind of data; one whose period is not known keeps the list open and is asked
    about by its place.
    """
    case = COMPLETE.with_answer(
        "data.elements", [*COMPLETE.data.elements, DataElement(name="Faces", category="biometric")]
    )
    drawn = THIRTY_DAY_REPORT.draft(case, as_of=AS_OF)
    assert "    - 1: name: Plates; category: license plate; retention: 2 hours\n" in drawn
    assert "    - 2: name: Faces; category: biometric; retention: NOT KNOWN\n" in drawn
    assert [question.fact for question in THIRTY_DAY_REPORT.questions(case, as_of=AS_OF)] == [
        "data.elements[1].retention"
    ]


def test_no_data_at_all_is_an_answer() -> None:
    """A list known to be empty is complete."""
    case = COMPLETE.with_answer("data.elements", [])
    assert THIRTY_DAY_REPORT.missing(case, as_of=AS_OF) == ()
    assert "  - Data: none\n" in THIRTY_DAY_REPORT.draft(case, as_of=AS_OF)


@EVERY_PAPER
def test_nobody_forgets_that_it_is_a_bill(paper: Paper) -> None:
    """Every draft opens with the notice that the text is a bill, and ends with what it is not."""
    drawn = paper.draft(COMPLETE, as_of=AS_OF)
    assert drawn.splitlines()[2].startswith("> **This paper follows a bill.")
    assert drawn.endswith("_Draft from the facts given; not legal advice; an evaluation is not a finding._\n")


def test_an_attestation_shows_who_said_so() -> None:
    """Where an element rests on someone's word, the draft says whose, when and on what evidence."""
    drawn = IMPACT_ASSESSMENT.draft(COMPLETE, as_of=AS_OF)
    assert "  - Attestation: attested done, on 5 July 2027, by A. Lund, evidence: folder 3\n" in drawn


def test_whether_the_paper_is_called_for_is_shown() -> None:
    """The draft says whether the text asks for the paper here: yes, no, or what it depends on."""
    said = {
        involved: re.findall(
            "Called for here: (.*)",
            VENDOR_CERTIFICATION.draft(COMPLETE.with_answer("vendor.involved", involved), as_of=AS_OF),
        )[0]
        for involved in (True, False, None)
    }
    assert said == {
        True: "yes; `vendor.involved` is yes",
        False: "no, as the facts stand; `vendor.involved` is no",
        None: "not known; it depends on `vendor.involved`",
    }


def test_an_evaluation_lists_the_papers_whose_rule_bites() -> None:
    """A paper is called for where the rule that asks for it applies; where that is unknown it may be, and
    otherwise it is not listed.
    """
    signed = find_policy(POLICY).given(signed_on=day(5, 3))

    def listed(case: Case) -> dict[str, bool]:
        return {
            paper.paper.rpartition("/")[2]: paper.called_for
            for paper in signed.evaluate(case, as_of=AS_OF).papers
        }

    case = COMPLETE
    for path, answer in {
        "surveillance.capable_functions": ["tracking"],
        "surveillance.capable_targets": ["movements"],
        "vendor.entity": "private_company",
    }.items():
        case = case.with_answer(path, answer)
    called_for = {"necessity-finding": True, "thirty-day-report": True, "vendor-certification": True}
    assert called_for == listed(case)
    # Bought before the bill started, it needed no certificate, whatever there is of one.
    early = datetime.date(2026, 6, 10)
    before = case.with_answer("acts[0].on", early).with_answer("acts[1].on", early)
    assert {name: called for name, called in called_for.items() if name != "vendor-certification"} == listed(
        before
    )
    unknown = case.with_answer("acts[0].on", None).with_answer("acts[1].on", None)
    assert False is listed(unknown)["vendor-certification"]
