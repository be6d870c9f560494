"""Papers for the tests of papers: a case that has all that the papers of the act ask for, and a paper of one
element.
"""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from aigovkit.citations import Source
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.papers import (
    PAPERS,
)
from aigovkit.language.nodes import Fact
from aigovkit.language.parts import walk
from aigovkit.models import (
    AccessRight,
    Act,
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
    ProtectedClass,
    Reliance,
    Surveillance,
    System,
    SystemDescription,
    Use,
    Vendor,
    Warrant,
    WarrantLimit,
)
from aigovkit.papers import Checked, Element, Paper, Section, State
from aigovkit.periods import Period

JUNE = datetime.date(2027, 6, 1)
AS_OF = datetime.date(2027, 9, 1)
ORDER = Source("Order", issuer="Ruritania")


def day(month: int, number: int) -> datetime.date:
    return datetime.date(2027, month, number)


def done(kind: str, on: datetime.date) -> Act:
    """An act done to the system on a day, under the warrant, with a private company where it takes one."""
    other = {"with_whom": "private_company", "data_broker": False} if kind in ("contract", "purchase") else {}
    return Act(
        name=f"the {kind}",
        kind=kind,
        object="system",
        on=on,
        under_warrant=True,
        kept_to=list(WarrantLimit),
        **other,
    )


COMPLETE = Case(
    id="readers-7",
    title="Plate readers in one investigation",
    agency=Agency(name="Harbour City Police", place="us-az/harbour-city"),
    system=System(name="Gatepost", description="Reads plates at two bridges."),
    use=Use(purpose="Finding one car."),
    vendor=Vendor(name="Gatepost Inc.", involved=True),
    acts=[
        done("contract", day(6, 9)),
        done("purchase", day(6, 10)),
        done("install", day(6, 12)),
        done("activate", day(6, 14)),
        Act(
            name="the watch on the bridges",
            kind="use",
            object="system",
            since=day(6, 14),
            on=day(6, 20),
            under_warrant=True,
            kept_to=list(WarrantLimit),
        ),
    ],
    surveillance=Surveillance(
        functions=["recording", "identifying"],
        targets=["movements"],
        tools=["license_plate_reader"],
        reader_purposes=["investigation", "missing_person"],
        reader_identifies_vehicles=True,
        investigation_specific_and_active=True,
        missing_person_or_alert=True,
        public_building=False,
        face_matching=False,
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
        specifies=list(WarrantLimit),
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
    contract=Contract(involves_automated_decisions=True),
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


def read_by(element: Element) -> set[str]:
    """The paths an element's own being there rests on; the path of a list stands for those of its records."""
    nodes = [
        node for root in (element.needs, *(line.value for line in element.states)) for node in walk(root)
    ]
    # What is read of each record of a list is taken away with the list.
    read = {node.path.partition("[]")[0] for node in nodes if isinstance(node, Fact)}
    return read | ({f"attestations.{element.attested}"} if element.attested else set())


def without(case: Case, path: str) -> Case:
    return case.with_answer(path, Attestation() if path.startswith("attestations.") else None)
