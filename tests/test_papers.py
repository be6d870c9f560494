"""Papers: what is known is filled in, what is lacking is marked, what is unknown is asked, and no text of
a case does anything.
"""

from __future__ import annotations

import datetime
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import cases, examples

from aigovkit.citations import Kind, Source
from aigovkit.errors import InstantError, PolicyError, UnknownNameError
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
from aigovkit.language.nodes import ALWAYS, Attested, Fact, Rebutted
from aigovkit.language.parameters import EventParameter
from aigovkit.language.parts import walk
from aigovkit.models import (
    AccessRight,
    Agency,
    Attestation,
    Case,
    Certification,
    Contract,
    Data,
    DataElement,
    ImpactAssessment,
    InvestigativeMethod,
    Minimization,
    NecessityFinding,
    Procurement,
    ProtectedClass,
    Reliance,
    Surveillance,
    System,
    SystemDescription,
    Use,
    Vendor,
    Warrant,
    WarrantLimit,
    fact,
)
from aigovkit.papers import Checked, Element, Line, Paper, Section, State, escaped, find_paper, find_papers
from aigovkit.periods import Occurrence, Period
from aigovkit.policies import find_policy, policy
from aigovkit.rules import noted
from aigovkit.wording import printable

JUNE = datetime.date(2027, 6, 1)
AS_OF = datetime.date(2027, 9, 1)
ORDER = Source("Order", issuer="Ruritania")


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2027, month, number)


COMPLETE = Case(
    id="readers-7",
    title="Plate readers in one investigation",
    agency=Agency(name="Harbour City Police", place="us-az/harbour-city"),
    system=System(name="Gatepost", description="Reads plates at two bridges."),
    use=Use(purpose="Finding one car."),
    vendor=Vendor(name="Gatepost Inc.", involved=True),
    procurement=Procurement(signed=day(6, 9), acquired=day(6, 10)),
    surveillance=Surveillance(
        acts=["purchase", "install", "activate", "use"],
        functions=["recording", "identifying"],
        targets=["movements"],
        tools=["license_plate_reader"],
        installed=day(6, 12),
        activated=day(6, 14),
        reader_purposes=["investigation", "missing_person"],
        reader_identifies_vehicles=True,
        investigation_specific_and_active=True,
        missing_person_or_alert=True,
        public_building=False,
        face_matching=False,
        last_done=day(6, 20),
    ),
    minimization=Minimization(
        to_the_extent_feasible=True,
        has_search_parameters=True,
        immediate_deletion_feasible=False,
        discards_immediately=False,
        positive_match_possible=True,
        positive_match_only=True,
        matches_in_real_time=True,
        queries=1,
        query_authorized=True,
        nonmatching_retention=Period.parse("PT2H"),
        retention_shortest_possible=True,
        purge_automatic=True,
        purge_irreversible=True,
    ),
    warrant=Warrant(
        number="CW-2027-0110",
        issued=JUNE,
        probable_cause=True,
        court_competent=True,
        authorizes_surveillance=True,
        followed=True,
        specifies=list(WarrantLimit),
        kept_to=list(WarrantLimit),
    ),
    necessity_finding=NecessityFinding(
        made=day(6, 2),
        written=True,
        sworn=True,
        made_by="designee",
        states_no_other_means=True,
        objective_specific=True,
        objective_time_limited=True,
        methods_considered=True,
        methods_exhausted=list(InvestigativeMethod),
        methods_unavailable=[],
        filed_with_court=day(6, 3),
        filed_with_attorney_general=day(6, 4),
        open_to_public=True,
    ),
    certification=Certification(
        provided=day(6, 5),
        sworn=True,
        under_penalty_of_perjury=True,
        denies_commandeering=True,
        describes=list(SystemDescription),
        affidavit_denies=list(AccessRight),
        inoperability_warranty=True,
    ),
    reliance=Reliance(
        invoked=day(6, 10),
        reported_to_legislature=day(7, 1),
        reported_to_attorney_general=day(7, 10),
        report_public=True,
    ),
    data=Data(
        elements=[
            DataElement(
                name="Plates", category="license_plate", subjects=["drivers"], retention=Period.parse("PT2H")
            )
        ]
    ),
    contract=Contract(involves_automated_decisions=True, system_deployed=Occurrence.NEVER),
    impact_assessment=ImpactAssessment(
        analysis_done=day(7, 1),
        analysis_rigorous=True,
        classes_analyzed=list(ProtectedClass),
        detailed=True,
        open_to_public=True,
        provided=day(7, 5),
        certified=day(7, 6),
        certified_under_penalty=True,
        certified_after_inquiry=True,
    ),
    attestations={
        **{
            f"AZ-6211.B.2.{item}": Attestation(met=True, on=day(7, 5), by="A. Lund", evidence="folder 3")
            for item in "abcde"
        },
        "AZ-6210.content.justification": Attestation(met=True, on=day(7, 1)),
    },
)
BY_READING = "As in the report on an exception: "
"""How the labels begin of elements that only another reading than the default asks for."""


def elements(paper: Paper) -> list[Element]:
    return [element for element in paper.elements if not element.label.startswith(BY_READING)]


EVERY_PAPER = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id.rpartition("/")[2])
EVERY_ELEMENT = pytest.mark.parametrize(
    "paper, element",
    [(paper, element) for paper in PAPERS for element in elements(paper)],
    ids=lambda one: one.label[:40] if isinstance(one, Element) else one.id.rpartition("/")[2],
)


def states(paper: Paper, case: Case, **options: Any) -> dict[str, State]:
    return {one.element.label: one.state for one in paper.check(case, as_of=AS_OF, **options)}


def one_element(**of_element: Any) -> Paper:
    element = Element(label="The thing", citation=ORDER.at("1"), **of_element)
    sections = (Section(heading="Part", elements=(element,)),)
    return Paper(
        id="r/paper",
        title="Paper",
        citation=ORDER.at("1"),
        purpose="It serves.",
        maker="anyone",
        time_zone="UTC",
        sections=sections,
    )


def checked(paper: Paper, case: Case, as_of: Any = AS_OF, **options: Any) -> Checked:
    return paper.check(case, as_of=as_of, **options)[0]


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


def read_by(element: Element) -> set[str]:
    """The paths an element's own being there rests on."""
    nodes = [
        node for root in (element.needs, *(line.value for line in element.states)) for node in walk(root)
    ]
    read = {node.path for node in nodes if isinstance(node, Fact)}
    return read | ({f"attestations.{element.attested}"} if element.attested else set())


def without(case: Case, path: str) -> Case:
    return case.with_answer(path, Attestation() if path.startswith("attestations.") else None)


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
    wrongly = COMPLETE.with_answer("surveillance.tools", []).with_answer("warrant.followed", False)
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
        ("2027-02-01", None, "2028-05-01", "2028-07-20", State.NOT_KNOWN),
    ],
)
def test_the_contractors_papers_come_before_the_use(
    deployed: str, next_used: Any, last_used: str, papers: str, in_time: State, signed: Any
) -> None:
    """What was finished after the use is missing, whether or not the bill has been signed."""
    case = COMPLETE
    for path, answer in {
        "contract.system_deployed": deployed,
        "contract.system_next_used": next_used,
        "contract.system_last_used": last_used,
        "impact_assessment.analysis_done": papers,
        "impact_assessment.provided": papers,
        "impact_assessment.certified": papers,
    }.items():
        known = {"never": Occurrence.NEVER, None: None}
        case = case.with_answer(
            path, known[answer] if answer in known else datetime.date.fromisoformat(answer)
        )
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
    same_day = COMPLETE.with_answer("necessity_finding.made", day(6, 10))
    at_noon = same_day.with_answer("necessity_finding.made", datetime.datetime(2027, 6, 10, 12, tzinfo=zone))
    bought = at_noon.with_answer("procurement.acquired", datetime.datetime(2027, 6, 10, 11, tzinfo=zone))
    assert states(NECESSITY_FINDING, same_day)[label] == State.NOT_KNOWN
    assert states(NECESSITY_FINDING, bought)[label] == State.MISSING
    earlier = bought.with_answer("procurement.acquired", datetime.datetime(2027, 6, 10, 12, 1, tzinfo=zone))
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
        "surveillance.objects": ["system"],
        "surveillance.capable_functions": ["tracking"],
    }.items():
        case = case.with_answer(path, answer)
    case = case.with_answer("surveillance.capable_targets", ["movements"]).with_answer(
        "vendor.entity", "private_company"
    )
    called_for = {"necessity-finding": True, "thirty-day-report": True, "vendor-certification": True}
    assert called_for == listed(case)
    # Bought before the bill started, it needed no certificate, whatever there is of one.
    before = case.with_answer("procurement.acquired", datetime.date(2026, 6, 10))
    assert {name: called for name, called in called_for.items() if name != "vendor-certification"} == listed(
        before
    )
    assert False is listed(case.with_answer("procurement.acquired", None))["vendor-certification"]


# Enclosures

ANALYSIS = "# Analysis\n\n| Group | Rate |\n|---|---|\n| A | 0.8 |"


def test_an_enclosed_analysis_fills_its_section() -> None:
    """The text of the analysis stands in the draft as a quotation, and its topic is present without an
    attestation.
    """
    case = without(COMPLETE, "attestations.AZ-6211.B.2.c")
    assert [one.element.label for one in IMPACT_ASSESSMENT.missing(case, as_of=AS_OF)] == [
        "What the analysis of disparate impact found"
    ]
    enclosures = {"analysis": ANALYSIS}
    assert IMPACT_ASSESSMENT.missing(case, as_of=AS_OF, enclosures=enclosures) == ()
    drawn = IMPACT_ASSESSMENT.draft(case, as_of=AS_OF, enclosures=enclosures)
    assert (
        "Enclosed (analysis):\n\n> # Analysis\n>\n> | Group | Rate |\n> |---|---|\n> | A | 0.8 |\n" in drawn
    )


def test_an_enclosure_cannot_swallow_what_follows() -> None:
    """An open fence or comment in an enclosed text ends with it: everything after it still stands."""
    enclosed = IMPACT_ASSESSMENT.draft(
        Case(), as_of=AS_OF, enclosures={"analysis": "```\nopen\x1b[2J\n<!-- {{ x }} [a](http://b.example)"}
    )
    before, _, after = enclosed.partition(
        "> ```\n> open\\x1b\\[2J\n> &lt;!-- &#123;&#123; x }} \\[a](http\\://b.example)\n\n"
    )
    assert before
    assert after.startswith("## 2. The analysis of disparate impact\n")


def test_a_blank_enclosure_is_none() -> None:
    """A text without a letter or a digit encloses nothing."""
    assert states(IMPACT_ASSESSMENT, Case(), enclosures={"analysis": " \n-"}) == states(
        IMPACT_ASSESSMENT, Case()
    )


def test_an_unknown_enclosure_is_an_error() -> None:
    """A name that the paper has no place for is refused, with the names it has."""
    with pytest.raises(UnknownNameError, match="did you mean `analysis`"):
        IMPACT_ASSESSMENT.draft(Case(), as_of=AS_OF, enclosures={"analysys": ANALYSIS})


# Hostile text

HOSTILE = [
    "[click](http://evil.example)",
    "![x](http://evil.example/p.png)",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<!-- open comment",
    "http://evil.example and www.evil.example and me@evil.example and evil.example",
    "<http://evil.example>",
    "\n# Heading\n\n- [x] Sworn\n",
    "x\r\n\r\n```\nfence",
    "`code` ``more`` ```",
    "` a@b.example ` c@d.example\\`e@f.example",
    "a | b | c\n|---|---|---|",
    "**bold** __bold__ *it* _it_ ~~gone~~ $x$ ^up^",
    "1. item",
    "- [x] Sworn (41-6208(A))",
    "+ item",
    "===",
    "[ref]: http://evil.example",
    "[ref][ref]",
    "&lt;b&gt; &amp; &#60;b&#62;",
    "\\[x\\](http://evil.example) \\\\",
    "\x1b[2J\x00\x07\u202etxt.exe\u2066\u200b\ufeff",
    "a\u2028b\u2029c\x85d\x0be\x1cf",
    "{{ site.secret }} {% include x %}",
    "ends with a backslash \\",
    "\t    indented",
    "@everyone #1 :smile:",
]


def hostile(text: str) -> Case:
    """A case that says the text wherever a case can say something."""
    words = f"A {text} B"
    case = attrs.evolve(
        COMPLETE,
        attestations={
            name: Attestation(met=True, by=text + "1", evidence=words) for name in COMPLETE.attestations
        },
        data=Data(elements=[DataElement(name=text + "1", category="other", retention=Period.parse("P1D"))]),
    )
    for path in (
        "id",
        "title",
        "agency.name",
        "system.name",
        "system.description",
        "use.purpose",
        "vendor.name",
        "warrant.number",
    ):
        case = case.with_answer(path, text + "1" if path == "title" else words)
    return case


PLAIN = hostile("plain")


@EVERY_PAPER
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_case_adds_a_line(paper: Paper, text: str) -> None:
    """A draft has the same lines whatever a case says in them, and nothing in it is unprintable."""
    drawn, plain = paper.draft(hostile(text), as_of=AS_OF), paper.draft(PLAIN, as_of=AS_OF)
    assert len(drawn.splitlines()) == len(plain.splitlines())
    assert all(line.isprintable() for line in drawn.split("\n"))
    starts = [re.match(r"(\s*(?:[#>-]+|\[.\]|[A-Z: ]{8,})?)", line) for line in drawn.splitlines()]
    plain_starts = [re.match(r"(\s*(?:[#>-]+|\[.\]|[A-Z: ]{8,})?)", line) for line in plain.splitlines()]
    assert [start and start[0] for start in plain_starts] == [start and start[0] for start in starts]


@EVERY_PAPER
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_case_means_anything(paper: Paper, text: str) -> None:
    """Read as Markdown with HTML, tables and automatic links, a draft has the structure of one that says
    plain words.
    """
    markdown_it = pytest.importorskip("markdown_it")
    reader = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

    def structure(case: Case) -> list[tuple[str, int, str]]:
        tokens = reader.parse(paper.draft(case, as_of=AS_OF))
        for token in tokens:
            for inner in token.children or ():
                if "case" not in token.content:
                    assert inner.type in (
                        "text",
                        "code_inline",
                        "strong_open",
                        "strong_close",
                        "em_open",
                        "em_close",
                        "softbreak",
                    ), inner
        return [(token.type, token.level, token.tag) for token in tokens]

    assert structure(PLAIN) == structure(hostile(text))


@settings(max_examples=examples(150), deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1 \n\t\\`*_[](){}<>#!|~&:/.@-+=$^\x1b\u202e\u2028é"), max_size=40))
def test_escaped_text_reads_as_itself(text: str) -> None:
    """Read as Markdown, escaped text is plain words and code that together say what was said, white space
    folded.
    """
    markdown_it = pytest.importorskip("markdown_it")
    reader = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(f"- Label: {escaped(text)}\n- next\n")
    lines = [token for token in tokens if token.type == "inline"]
    assert len(lines) == 2
    assert {child.type for child in lines[0].children} <= {"text", "code_inline"}
    read = "".join(child.content for child in lines[0].children).removeprefix("Label:").strip()
    assert printable(" ".join(text.split())) == read


@settings(max_examples=examples(100), deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1 \n\t\\`*_[](){}<>#!|~&:/.@-+=$^\x1b"), min_size=1, max_size=30))
def test_escaped_text_is_one_paragraph_anywhere(text: str) -> None:
    """Even at the start of a line escaped text forms nothing but a paragraph."""
    markdown_it = pytest.importorskip("markdown_it")
    tokens = (
        markdown_it.MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .parse(escaped(text))
    )
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])


@pytest.mark.parametrize(
    "text, expected",
    [
        ("# One\n\n## Two", "\\# One \\#\\# Two"),
        ("[a](b)", "\\[a\\](b)"),
        ("<b> & `x`", "&lt;b&gt; &amp; &#96;x&#96;"),
        ("a|b", "a&#124;b"),
        ("see http://evil.example/x now", "see `http://evil.example/x` now"),
        ("- item", "\\- item"),
        ("12) item", "12\\) item"),
        ("\x1b[2J", "\\\\x1b\\[2J"),
        ("Gatepost Inc., 2nd ed. (west)", "Gatepost Inc., 2nd ed. (west)"),
    ],
)
def test_escaping_is_what_it_was(text: str, expected: str) -> None:
    """What is escaped, and how, is fixed."""
    assert expected == escaped(text)


# Determinism, time and wrong use


@EVERY_PAPER
def test_a_draft_is_the_same_every_time(paper: Paper) -> None:
    """The same case at the same time gives the same bytes, and so does a copy of it."""
    once = paper.draft(COMPLETE, as_of=AS_OF)
    assert once == paper.draft(COMPLETE, as_of=AS_OF)
    assert once == paper.draft(pickle.loads(pickle.dumps(COMPLETE)), as_of=AS_OF)


def test_a_draft_does_not_depend_on_the_process() -> None:
    """Another seed of hashing, in another process, gives the same bytes."""
    program = (
        "import datetime, hashlib, test_papers as t\n"
        "text = ''.join(p.draft(c, as_of=t.AS_OF) for p in t.PAPERS for c in (t.COMPLETE, t.Case()))\n"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    here = Path(__file__).parent
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join([str(here), str(here.parent)]),
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_time_of_judging_is_kept() -> None:
    """The draft says as of when it was drawn up: a day, or an instant with its zone."""
    instant = datetime.datetime(2027, 9, 1, 9, 30, tzinfo=datetime.UTC)
    assert "- Drawn up as of: 1 September 2027\n" in NECESSITY_FINDING.draft(COMPLETE, as_of=AS_OF)
    assert "- Drawn up as of: 1 September 2027 at 09:30 UTC\n" in NECESSITY_FINDING.draft(
        COMPLETE, as_of=instant
    )


@pytest.mark.parametrize("as_of", [datetime.datetime(2027, 9, 1), "2027-09-01", None])
def test_a_time_that_is_none_is_refused(as_of: Any) -> None:
    """An instant without a zone, a text or nothing is no time to draw a paper up."""
    with pytest.raises(InstantError):
        NECESSITY_FINDING.draft(COMPLETE, as_of=as_of)


def test_only_a_case_makes_a_paper() -> None:
    """Something else than a case is refused."""
    with pytest.raises(PolicyError, match="drawn up from a Case"):
        NECESSITY_FINDING.draft({"id": "x"}, as_of=AS_OF)  # type: ignore[arg-type]


def test_readings_of_another_policy_are_refused() -> None:
    """A paper takes its readings from its own policy only."""
    other = policy("r/other", ORDER, time_zone="UTC", entries=[])
    with pytest.raises(PolicyError, match="takes its readings from"):
        NECESSITY_FINDING.draft(COMPLETE, as_of=AS_OF, policy=other)


# What papers are made of


def test_an_element_that_asks_for_nothing_is_refused() -> None:
    """An element that could never be missing is a mistake of its author."""
    with pytest.raises(PolicyError, match="never be missing"):
        Element(label="Nothing", citation=ORDER.at("1"))


def test_an_element_cannot_rest_on_a_presumption() -> None:
    """A presumption counts the unknown as settled, so no element may hold one."""
    with pytest.raises(PolicyError, match="presumption"):
        Element(label="Presumed", citation=ORDER.at("1"), needs=~Rebutted(System.uses_ai))


@pytest.mark.parametrize("value", [7, "system.name", System.uses_ai & Use.decision_fully_automated, None])
def test_a_line_shows_a_fact_a_duty_or_a_time(value: Any) -> None:
    """Nothing else can stand in a line, and its author is told so when it is built."""
    with pytest.raises(PolicyError, match="shows a fact, an attested duty or a time, not `"):
        Line("Label", value)


def test_a_list_of_records_says_what_is_shown_of_each() -> None:
    """A line of records names their facts, and no other line does."""
    with pytest.raises(PolicyError):
        Line("Data", Data.elements)
    with pytest.raises(PolicyError):
        Line("Name", System.name, (DataElement.name,))


def test_a_time_needs_a_label() -> None:
    """A reckoned time has no name of its own."""
    with pytest.raises(PolicyError, match="label"):
        Element(label="Due", citation=ORDER.at("1"), states=(Reliance.invoked.plus("P1D"),))
    assert (
        Element(label="AI", citation=ORDER.at("1"), states=(System.uses_ai,)).states[0].label
        == "System, uses ai"
    )


def test_two_sections_need_two_headings() -> None:
    """Sections are told apart by their headings."""
    paper = one_element(needs=System.uses_ai)
    with pytest.raises(PolicyError, match="share a heading"):
        attrs.evolve(paper, sections=paper.sections * 2)


@pytest.mark.parametrize(
    "needed, there, expected",
    [
        (True, True, State.PRESENT),
        (True, False, State.MISSING),
        (True, None, State.NOT_KNOWN),
        (False, True, State.NOT_NEEDED),
        (False, False, State.NOT_NEEDED),
        (False, None, State.NOT_NEEDED),
        (None, True, State.PRESENT),
        (None, False, State.NOT_KNOWN),
        (None, None, State.NOT_KNOWN),
    ],
)
def test_what_may_not_be_needed_is_not_missing(
    needed: bool | None, there: bool | None, expected: State
) -> None:
    """An element is missing only where it is certainly needed and certainly lacking; each fact that is
    open is asked for.
    """
    case = Case(system=System(uses_ai=there), vendor=Vendor(involved=needed))
    found = checked(one_element(needs=System.uses_ai, when=Vendor.involved), case)
    assert expected == found.state
    if found.state is State.NOT_KNOWN:
        assert found.unknown == tuple(
            path for path, known in (("vendor.involved", needed), ("system.uses_ai", there)) if known is None
        )


@pytest.mark.parametrize(
    "path, value, known",
    [
        ("system.name", "Gatepost", True),
        ("system.name", "", False),
        ("system.name", " \u200b-", False),
        ("system.name", None, False),
        ("use.began", JUNE, True),
        ("use.began", Occurrence.NEVER, True),
        ("use.began", Occurrence.UNDATED, False),
        ("warrant.specifies", ["person"], True),
        ("warrant.specifies", [], True),
        ("system.uses_ai", False, True),
        ("warrant.specifies", TermSet.partial(yes=[WarrantLimit.PERSON]), False),
        (
            "warrant.specifies",
            TermSet.partial(yes=[WarrantLimit.PERSON], no=[WarrantLimit.PLACE, WarrantLimit.TIME]),
            True,
        ),
    ],
)
def test_what_is_stated_has_to_be_known_in_full(path: str, value: Any, known: bool) -> None:
    """A blank text, a day not known and a list known in part are not known; a plain no is."""
    found = checked(one_element(states=(fact(path),)), Case().with_answer(path, value))
    assert (State.PRESENT if known else State.NOT_KNOWN) == found.state
    assert (() if known else (path,)) == found.unknown


def test_what_is_known_in_part_is_shown_in_part() -> None:
    """A list known in part says what is in it, what is not, and that the rest is not known."""
    case = Case(warrant=Warrant(specifies=TermSet.partial(yes=[WarrantLimit.PERSON], no=[WarrantLimit.TIME])))
    assert "  - Fixes: person; not time; the rest NOT KNOWN\n" in one_element(
        states=(Line("Fixes", Warrant.specifies),)
    ).draft(case, as_of=AS_OF)


def test_a_time_reckoned_from_a_parameter_is_not_made_up() -> None:
    """A stated time that rests on a parameter nobody gave is not known, and the parameter is asked for."""
    signed = EventParameter("signed_on", "When was it signed?")
    paper = one_element(states=(Line("Starts", signed.plus("P90D")),))
    assert checked(paper, Case()).unknown == ("signed_on",)
    assert "  - Ask: When was it signed? (`signed_on`)\n  - Starts: NOT KNOWN\n" in paper.draft(
        Case(), as_of=AS_OF
    )


def test_a_time_that_takes_an_hour_to_say_shows_its_range() -> None:
    """Thirty-six hours after a day whose hour is not known lie on one of two days."""
    paper = one_element(states=(Line("Purged by", Use.began.plus("PT36H")),))
    found = checked(paper, Case(use=Use(began=JUNE)))
    assert (found.state, found.unknown) == (State.NOT_KNOWN, ("use.began",))
    assert "  - Purged by: between 2 June 2027 and 3 June 2027\n" in paper.draft(
        Case(use=Use(began=JUNE)), as_of=AS_OF
    )
    instant = Case(use=Use(began=datetime.datetime(2027, 6, 1, 8, tzinfo=datetime.UTC)))
    assert "  - Purged by: 2 June 2027 at 20:00 UTC\n" in paper.draft(instant, as_of=AS_OF)


@pytest.mark.parametrize(
    "met, expected", [(True, State.PRESENT), (False, State.MISSING), (None, State.NOT_KNOWN)]
)
def test_an_attestation_settles_the_content(met: bool | None, expected: State) -> None:
    """Someone's word settles an element either way; evidence without a word does not."""
    case = Case(attestations={"R-1": Attestation(met=met, evidence="a folder")})
    found = checked(one_element(attested="R-1"), case)
    assert (expected, ("attestations.R-1",) if met is None else ()) == (found.state, found.unknown)
    assert expected == checked(one_element(needs=Attested("R-1")), case).state


def test_an_attested_duty_can_be_stated() -> None:
    """A stated attestation is known once it says yes or no, and the draft tells which."""
    paper = one_element(states=(Attested("R-1"),))
    assert checked(paper, Case()).unknown == ("attestations.R-1",)
    assert "  - Ask: Is this done? The thing (`attestations.R-1`)\n  - R-1: NOT KNOWN\n" in paper.draft(
        Case(), as_of=AS_OF
    )
    denied = Case(attestations={"R-1": Attestation(met=False)})
    assert checked(paper, denied).state is State.PRESENT
    assert "  - R-1: attested not done\n" in paper.draft(denied, as_of=AS_OF)


@pytest.mark.parametrize(
    "value, told", [(Occurrence.NEVER, "never"), (Occurrence.UNDATED, "it happened; the day is NOT KNOWN")]
)
def test_an_event_without_a_day_says_so(value: Occurrence, told: str) -> None:
    """What never happened says never, and so does what is reckoned from it; what happened on an unknown
    day says that.
    """
    paper = one_element(
        needs=System.uses_ai, shows=(Line("Began", Use.began), Line("Review", Use.began.plus("P1Y")))
    )
    drawn = paper.draft(Case(use=Use(began=value)), as_of=AS_OF)
    assert f"  - Began: {told}\n" in drawn
    assert ("  - Review: never\n" in drawn) is (value is Occurrence.NEVER)


def test_a_list_of_days_is_told() -> None:
    """Several days are told in their order, and an empty list says none."""
    paper = one_element(states=(Line("Again", ImpactAssessment.recertifications),))
    for days, told in (([day(7, 2), day(7, 1)], "1 July 2027, 2 July 2027"), ([], "none")):
        case = Case(impact_assessment=ImpactAssessment(recertifications=days))
        assert f"  - Again: {told}\n" in paper.draft(case, as_of=AS_OF)


def test_an_element_may_be_nothing_but_an_enclosure() -> None:
    """What has to be enclosed is missing until it is."""
    paper = one_element(enclosure="map")
    assert (checked(paper, Case()).state, checked(paper, Case()).because) == (
        State.MISSING,
        ("nothing is enclosed",),
    )
    assert checked(paper, Case(), enclosures={"map": "A map."}).state == State.PRESENT


def test_a_question_asked_in_vain_says_so() -> None:
    """A fact that nobody could answer is marked as asked."""
    case = Case(not_known=["system.uses_ai"])
    paper = one_element(needs=System.uses_ai)
    assert [question.asked for question in paper.questions(case, as_of=AS_OF)] == [True]
    assert "(`system.uses_ai`, asked, not known)" in paper.draft(case, as_of=AS_OF)


# Finding papers


def test_papers_are_found_by_their_ids() -> None:
    """A paper is found by its id, or by the last part of it where that is enough."""
    assert find_paper(NECESSITY_FINDING.id) is NECESSITY_FINDING
    assert find_paper("vendor-certification") is VENDOR_CERTIFICATION
    assert {paper.id: paper for paper in PAPERS} == {
        name: paper for name, paper in find_papers()[0].items() if name.startswith(POLICY)
    }


@pytest.mark.parametrize(
    "asked, meant",
    [
        ("necesity-finding", "necessity-finding"),
        ("Necessity-Finding", "necessity-finding"),
        (f"{POLICY}/necesity-finding", f"{POLICY}/necessity-finding"),
        (f"{POLICY}x/necessity-finding", f"{POLICY}/necessity-finding"),
    ],
)
def test_an_unknown_paper_is_an_error(asked: str, meant: str) -> None:
    """An id that no paper has is refused, with a suggestion that can be used in its place."""
    with pytest.raises(UnknownNameError, match=f"unknown paper `{asked}`; did you mean `{meant}`"):
        find_paper(asked)
    assert find_paper(meant) is NECESSITY_FINDING


def test_the_ids_of_papers_begin_with_their_policy() -> None:
    """Every paper says whose readings it takes and which rule asks for it, and its id begins with the
    policy.
    """
    assert all(paper.id.startswith(f"{paper.policy}/") for paper in PAPERS)
    assert all(find_policy(paper.policy).rule(paper.provision) for paper in PAPERS)
    assert len(PAPERS) == len({paper.id for paper in PAPERS})
    with pytest.raises(PolicyError, match="its id is that and one part more"):
        attrs.evolve(NECESSITY_FINDING, id="us-az/necessity-finding")


def test_a_paper_stands_in_the_time_zone_of_its_policy() -> None:
    """The days of a paper begin and end where those of its policy do."""
    assert [find_policy(paper.policy).time_zone for paper in PAPERS] == [paper.time_zone for paper in PAPERS]


def test_papers_may_be_given_to_a_policy_as_they_are() -> None:
    """A policy can hold its papers instead of naming their place; they are checked when they are read."""
    rule = noted("R-1", ORDER.at("1"), "A rule.", kind=Kind.CONDITION, when=System.uses_ai)
    own = attrs.evolve(one_element(needs=Use.decision_fully_automated), id="r/order/paper", policy="r/order")
    case = Case(system=System(uses_ai=True))

    def due(*listed: Any) -> list[str]:
        order = policy("r/order", ORDER, time_zone="UTC", entries=[rule], scope=System.uses_ai, papers=listed)
        return [one.paper for one in order.evaluate(case, as_of=AS_OF).papers]

    assert ["r/order/paper"] == due(own)
    assert [] == due(attrs.evolve(own, called_for=~System.uses_ai))
    with pytest.raises(PolicyError, match="list `'paper'`, which is no paper"):
        due("paper")
    with pytest.raises(PolicyError, match="is listed by `r/order`, and says it is of"):
        due(NECESSITY_FINDING)


def test_a_policy_that_does_not_cover_a_case_asks_for_no_paper() -> None:
    """Of a bill that nobody signed, and outside what a policy covers, no paper is due."""
    assert () == find_policy(POLICY).evaluate(COMPLETE, as_of=AS_OF).papers
    signed = find_policy(POLICY).given(signed_on=day(5, 3))
    assert () == signed.evaluate(Case(agency=Agency(place="us-ca/san-jose")), as_of=AS_OF).papers


@pytest.mark.parametrize("began", [datetime.date(9999, 12, 30), datetime.date(9999, 12, 31)])
def test_no_day_beyond_the_calendar_is_written(began: datetime.date) -> None:
    """A time that may lie after the last day of the calendar is not written as one of its days."""
    paper = one_element(states=(Line("Review", Use.began.plus("PT1H")),))
    assert "  - Review: NOT KNOWN\n" in paper.draft(Case(use=Use(began=began)), as_of=AS_OF)
