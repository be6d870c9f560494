"""Arizona, Digital Bill of Rights: the papers it asks for.

The necessity finding (41-6208), the report on a use of an exception (41-6210),
the vendor's certification (41-6204(B)) and the contractor's impact assessment
(41-6211(B)). What each has to contain is listed element by element, as the bill
has it; whether the bill asks for the paper at all is for the policy to say.

The bill is a proposal: see the notice above every draft.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Attested,
    Condition,
    Named,
    StartOfDay,
    Time,
    TimeIf,
    all_of,
    latest,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import (
    ACT,
    BEGAN,
    DAY,
    GENERAL_DATE,
    NAMED_DAY,
    SIGNED_ON,
    THE_SYSTEM,
    predates,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_1 import ASSESSMENT_REFERENCE
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_2 import (
    INSTALLS,
    PROCURES,
    SWITCHES_ON,
    WARRANTED,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_4 import (
    DUAL_VENUE,
    EXHAUST,
    FINDING_PUBLIC,
    FOR_SOMEONE_MISSING,
    LEASE_OR_GIFT,
    LISTED,
    PERIMETER_ALONE,
    PERIMETER_VENUE,
    RELIED_ON_ANEW,
    REPORT_DUE,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_5 import FIRST_DAY, FIRST_EVER, IN_USE
from aigovkit.models import (
    AccessRight,
    Act,
    ActKind,
    ActOn,
    Agency,
    Case,
    Certification,
    Contract,
    Data,
    DataElement,
    FindingMaker,
    Hosting,
    ImpactAssessment,
    InvestigativeMethod,
    Minimization,
    NecessityFinding,
    PlateReaderPurpose,
    ProtectedClass,
    Reliance,
    Safeguards,
    Surveillance,
    System,
    SystemDescription,
    Use,
    Vendor,
    Warrant,
)
from aigovkit.papers import Element, Line, Paper, Section

POLICY = "us-az/digital-bill-of-rights"
NOTICE = (
    "This paper follows a bill. Nobody owes it unless the bill has become law and the part that asks "
    "for it is in force."
)
PHOENIX = "America/Phoenix"

ABOUT = (
    Line("Case", Case.title),
    Line("Reference", Case.id),
    Line("Agency", Agency.name),
    Line("Government", Agency.place),
    Line("System", System.name),
    Line("Vendor", Vendor.name),
)


# 41-6208 Necessity finding

# The conditions are those of the rules, without what they ask beyond the paper:
# that the bill is in force, and that the system is one it covers.

UNDER_WARRANT = Named(
    "there is a warrant for it",
    Warrant.issued.happened()
    & (
        Case.acts.some(Act.under_warrant)
        | Warrant.authorizes_surveillance
        | Surveillance.reader_purposes.has(PlateReaderPurpose.INVESTIGATION)
    ),
)
GOES_TO_COURT = UNDER_WARRANT & DUAL_VENUE.reads(
    attorney_general=~FOR_SOMEONE_MISSING
    | Surveillance.reader_purposes.has(PlateReaderPurpose.INVESTIGATION),
    either=ALWAYS,
    both=ALWAYS,
)
GOES_TO_ATTORNEY_GENERAL = FOR_SOMEONE_MISSING | PERIMETER_VENUE.reads(
    no_filing=NOT_EVER, file_with_ag=Case.acts.some(PERIMETER_ALONE), impossible=NOT_EVER
)

# A paper states what is known: a service counts, whatever it turns out to be.
_ON_A_SYSTEM = Act.object.is_in(ActOn.SYSTEM, ActOn.SERVICE)

# The acts that need a finding, but for whether the agency is one.
_NEEDING = all_of(
    THE_SYSTEM, _ON_A_SYSTEM, PROCURES | INSTALLS | SWITCHES_ON | RELIED_ON_ANEW, ~predates(DAY)
)


def _in_time(time: Time, kinds: Condition = ALWAYS) -> Condition:
    """Whether something happened strictly before those of the acts that are done."""
    return time.happened() & time.before(Case.acts.first(BEGAN, _NEEDING & kinds))


def _filed_in_time(time: Time) -> Condition:
    return StartOfDay(NecessityFinding.made).no_later_than(time) & LEASE_OR_GIFT.reads(
        any_acquisition=_in_time(time),
        listed_only=_in_time(time, LISTED),
    )


def _day_of(label: str, kinds: Condition) -> Line:
    return Line(label, Case.acts.first(BEGAN, THE_SYSTEM & kinds))


_ACTS = (
    _day_of("Contract signed", Act.kind.is_(ActKind.CONTRACT)),
    _day_of("Acquired", PROCURES & ~Act.kind.is_(ActKind.CONTRACT)),
    _day_of("Installed", INSTALLS),
    _day_of("Activated", SWITCHES_ON),
)

_TO_COURT, _TO_ATTORNEY_GENERAL = (
    NecessityFinding.filed_with_court,
    NecessityFinding.filed_with_attorney_general,
)

_METHODS = {
    InvestigativeMethod.OUTREACH_AND_RECORDS_REQUESTS: (
        "(1)",
        "Requests for public information, and outreach to the community",
    ),
    InvestigativeMethod.PUBLIC_DISSEMINATION: (
        "(2)",
        "Publishing pictures and details of an endangered person, or of a fugitive under an active warrant",
    ),
    InvestigativeMethod.PHYSICAL_SURVEILLANCE: ("(3)", "Watching in person, by officers"),
    InvestigativeMethod.INTERVIEWS_AND_FORENSICS: (
        "(4)",
        "Interviewing witnesses, and collecting forensic evidence",
    ),
}


def _method(method: InvestigativeMethod, item: str, label: str) -> Element:
    tried = NecessityFinding.methods_exhausted.has(method)
    return Element(
        label=f"{label}: considered and exhausted",
        citation=ACT.at(f"41-6208(B){item}"),
        needs=EXHAUST.reads(
            available_means=tried | NecessityFinding.methods_unavailable.has(method), literal=tried
        ),
        write=(
            (
                "what was tried, when, by whom, and why it did not serve; or why it could not be tried in "
                "the "
                "time"
            ),
        ),
        guidance="Weighing a method is not enough, and none of the four may be left out. One that fits "
        "nobody is recorded as unavailable.",
    )


NECESSITY_FINDING = Paper(
    id=f"{POLICY}/necessity-finding",
    title="Necessity finding",
    citation=ACT.at("41-6208"),
    purpose="The sworn finding that comes before a surveillance system is acquired, installed or activated, "
    "exception or not.",
    maker="the head of the agency, or a designee",
    time_zone=PHOENIX,
    policy=POLICY,
    provision="AZ-6208.A",
    notice=NOTICE,
    about=ABOUT,
    called_for=Case.acts.some(_NEEDING),
    sections=(
        Section(
            heading="1. The finding",
            lines=(Line("What the system is used for", Use.purpose), Line("Tools", Surveillance.tools)),
            elements=(
                Element(
                    label="Made",
                    citation=ACT.at("41-6208(A)"),
                    needs=NecessityFinding.made.happened(),
                    shows=(Line("Made on", NecessityFinding.made),),
                ),
                Element(label="In writing", citation=ACT.at("41-6208(A)"), needs=NecessityFinding.written),
                Element(
                    label="Sworn",
                    citation=ACT.at("41-6208(A)"),
                    needs=NecessityFinding.sworn,
                    write=("the oath and signature",),
                ),
                Element(
                    label="Made by the head of the agency, or by a designee",
                    citation=ACT.at("41-6208(A)"),
                    needs=NecessityFinding.made_by.is_in(FindingMaker.AGENCY_HEAD, FindingMaker.DESIGNEE),
                    shows=(Line("Made by", NecessityFinding.made_by),),
                    write=("name and office, and for a designee the designation",),
                    guidance="Counsel, or an officer nobody designated, cannot make it.",
                ),
                Element(
                    label="Finds that no other reasonable and historically effective means is available",
                    citation=ACT.at("41-6208(A)"),
                    needs=NecessityFinding.states_no_other_means,
                    write=("the finding, and what it rests on",),
                ),
                Element(
                    label="The objective is specific",
                    citation=ACT.at("41-6208(A)"),
                    needs=NecessityFinding.objective_specific,
                    write=("the objective, in a sentence",),
                ),
                Element(
                    label="The objective is limited in time",
                    citation=ACT.at("41-6208(A)"),
                    needs=NecessityFinding.objective_time_limited,
                    write=("the day on which it ends",),
                ),
            ),
        ),
        Section(
            heading="2. Traditional methods",
            guidance="The list of methods is open: others that could have served belong here too.",
            elements=(
                Element(
                    label="Traditional methods were considered specifically, and exhausted, listed or not",
                    citation=ACT.at("41-6208(B)"),
                    needs=NecessityFinding.methods_considered,
                ),
                *(_method(method, item, label) for method, (item, label) in _METHODS.items()),
            ),
        ),
        Section(
            heading="3. Filing",
            guidance="Where the finding goes depends on the ground. With neither a warrant nor a person "
            "sought, as for a perimeter "
            "camera, the text names no office.",
            lines=_ACTS,
            elements=(
                Element(
                    label="Made before the system is acquired, installed or activated",
                    citation=ACT.at("41-6208(A)"),
                    needs=_in_time(NecessityFinding.made),
                    guidance="The earliest act counts, and a later finding does not cure it. On the same day "
                    "the hour has to be known.",
                ),
                Element(
                    label="Filed with the court that issued the warrant",
                    citation=ACT.at("41-6208(C)"),
                    when=GOES_TO_COURT,
                    needs=DUAL_VENUE.reads(
                        attorney_general=_TO_COURT.happened(),
                        both=_TO_COURT.happened(),
                        either=_TO_COURT.happened()
                        | (GOES_TO_ATTORNEY_GENERAL & _TO_ATTORNEY_GENERAL.happened()),
                    ),
                    shows=(Line("Filed on", _TO_COURT), Line("Warrant number", Warrant.number)),
                    guidance="The court that issued it, wherever that sits.",
                ),
                Element(
                    label="Filed with that court before the system is acquired, installed or activated",
                    citation=ACT.at("41-6208(C)"),
                    when=GOES_TO_COURT,
                    needs=DUAL_VENUE.reads(
                        attorney_general=_filed_in_time(_TO_COURT),
                        both=_filed_in_time(_TO_COURT),
                        either=_filed_in_time(_TO_COURT)
                        | (GOES_TO_ATTORNEY_GENERAL & _filed_in_time(_TO_ATTORNEY_GENERAL)),
                    ),
                ),
                Element(
                    label="Filed with the attorney general",
                    citation=ACT.at("41-6208(C)"),
                    when=GOES_TO_ATTORNEY_GENERAL,
                    needs=DUAL_VENUE.reads(
                        attorney_general=_TO_ATTORNEY_GENERAL.happened(),
                        both=_TO_ATTORNEY_GENERAL.happened(),
                        either=_TO_ATTORNEY_GENERAL.happened() | (UNDER_WARRANT & _TO_COURT.happened()),
                    ),
                    shows=(Line("Filed on", _TO_ATTORNEY_GENERAL),),
                ),
                Element(
                    label="Filed with the attorney general before the system is acquired, installed or "
                    "activated",
                    citation=ACT.at("41-6208(C)"),
                    when=GOES_TO_ATTORNEY_GENERAL,
                    needs=DUAL_VENUE.reads(
                        attorney_general=_filed_in_time(_TO_ATTORNEY_GENERAL),
                        both=_filed_in_time(_TO_ATTORNEY_GENERAL),
                        either=_filed_in_time(_TO_ATTORNEY_GENERAL)
                        | (UNDER_WARRANT & _filed_in_time(_TO_COURT)),
                    ),
                ),
                Element(
                    label="Open to the public as a record",
                    citation=ACT.at("41-6208(C)"),
                    needs=FINDING_PUBLIC.met,
                    guidance="The text has no words on sealing, even for a warrant not yet carried out; ask "
                    "the court.",
                ),
            ),
        ),
    ),
)


# 41-6210 Report on the use of an exception

THIRTY_DAY_REPORT = Paper(
    id=f"{POLICY}/thirty-day-report",
    title="Report on the use of an exception",
    citation=ACT.at("41-6210"),
    purpose="The public report, to the legislature and the attorney general, of an agency that has invoked "
    "an exception of 41-6207.",
    maker="the agency that invokes the exception",
    time_zone=PHOENIX,
    policy=POLICY,
    provision="AZ-6210",
    notice=NOTICE,
    about=(*ABOUT, Line("Exception invoked on", Reliance.invoked), Line("Due by the end of", REPORT_DUE)),
    called_for=Reliance.invoked.happened(),
    sections=(
        Section(
            heading="1. Nature of the surveillance",
            elements=(
                Element(
                    label="What is done, to whom, with what and for what",
                    citation=ACT.at("41-6210"),
                    states=(
                        Line("Purpose", Use.purpose),
                        Line("What is done to a person or group", Surveillance.functions),
                        Line("What about them is reached", Surveillance.targets),
                    ),
                    shows=(
                        Line("System", System.description),
                        Line("Tools", Surveillance.tools),
                        Line("Acts", Case.acts, (Act.name, Act.kind, Act.object, Act.on)),
                    ),
                ),
            ),
        ),
        Section(
            heading="2. Legal justification",
            elements=(
                Element(
                    label="The exception relied on, and the facts that bring the use within it",
                    citation=ACT.at("41-6210"),
                    attested="AZ-6210.content.justification",
                    shows=(
                        Line("Warrant issued", Warrant.issued),
                        Line("On probable cause", Warrant.probable_cause),
                        Line("Warrant fixes", Warrant.specifies),
                        Line("Limits kept to", Case.acts, (Act.name, Act.kept_to)),
                        Line("Purposes of the plate reader", Surveillance.reader_purposes),
                        Line("Nothing but the perimeter of the building", Surveillance.perimeter_only),
                    ),
                    write=("the exception of 41-6207, by its number, and why it applies",),
                    guidance="A report is owed for an exception that was invoked wrongly too; then say which "
                    "was invoked.",
                ),
                Element(
                    label="The number of the warrant",
                    citation=ACT.at("41-6210"),
                    when=Warrant.issued.happened(),
                    states=(Line("Warrant number", Warrant.number),),
                ),
            ),
        ),
        Section(
            heading="3. Data minimization configuration",
            guidance="Describe what is set up, whether or not it is enough: whether it is, is a matter of "
            "41-6209.",
            elements=(
                Element(
                    label="The configuration as a whole",
                    citation=ACT.at("41-6210; 41-6209(A)"),
                    states=(
                        Line(
                            "Takes and keeps nothing irrelevant, as far as feasible",
                            Minimization.to_the_extent_feasible,
                        ),
                        Line("Has search parameters", Minimization.has_search_parameters),
                    ),
                ),
                Element(
                    label="What becomes at once of data that does not match",
                    citation=ACT.at("41-6210; 41-6209(B)(1)"),
                    when=Minimization.has_search_parameters,
                    states=(
                        Line("Discarding at once is feasible", Minimization.immediate_deletion_feasible),
                        Line("Discarded, deleted or blocked at once", Minimization.discards_immediately),
                    ),
                ),
                Element(
                    label="Work on positive matches only",
                    citation=ACT.at("41-6210; 41-6209(B)(2)"),
                    when=Minimization.has_search_parameters,
                    states=(
                        Line("Technically possible", Minimization.positive_match_possible),
                        Line("Keeps nothing of those who do not match", Minimization.positive_match_only),
                        Line("Checks in real time", Minimization.matches_in_real_time),
                        Line("Queries checked at once", Minimization.queries),
                        Line("Every query authorised", Minimization.query_authorized),
                    ),
                ),
                Element(
                    label="How long data that does not match survives, and its purge",
                    citation=ACT.at("41-6210; 41-6209(B)(3)"),
                    when=~Minimization.immediate_deletion_feasible | ~Minimization.has_search_parameters,
                    states=(
                        Line("Survives at most", Minimization.nonmatching_retention),
                        Line("The shortest possible", Minimization.retention_shortest_possible),
                        Line("Purged automatically", Minimization.purge_automatic),
                        Line("Purged beyond recovery", Minimization.purge_irreversible),
                    ),
                ),
            ),
        ),
        Section(
            heading="4. The vendor's certification",
            guidance="A system made in the agency's own house has no vendor; say so in the report.",
            elements=(
                Element(
                    label="The certification under 41-6204(B), attached",
                    citation=ACT.at("41-6210; 41-6204(B)"),
                    when=Vendor.involved,
                    needs=Certification.provided.happened(),
                    shows=(
                        Line("Handed over on", Certification.provided),
                        Line("Sworn", Certification.sworn),
                        Line("Under penalty of perjury", Certification.under_penalty_of_perjury),
                        Line(
                            "Denies that the system is or can become commandeered",
                            Certification.denies_commandeering,
                        ),
                    ),
                    guidance="What it has to contain is in the vendor certification checklist.",
                ),
            ),
        ),
        Section(
            heading="5. Data collected and retained",
            elements=(
                Element(
                    label="Every kind of data, and how long each is kept",
                    citation=ACT.at("41-6210"),
                    states=(
                        Line(
                            "Data",
                            Data.elements,
                            (DataElement.name, DataElement.category, DataElement.retention),
                        ),
                    ),
                    shows=(
                        Line("The data as a whole is kept", Data.retention),
                        Line("Disposed of", Data.disposed),
                    ),
                    write=("what was collected so far, in numbers",),
                ),
            ),
        ),
        Section(
            heading="6. Filing",
            lines=(Line("Exception invoked on", Reliance.invoked), Line("Due by the end of", REPORT_DUE)),
            guidance="Thirty calendar days, not counting the first, which by default is that of the first "
            "act that relies on the "
            "exception. For one invoked before the bill starts and relied on still, they count from that "
            "start.",
            elements=(
                Element(
                    label="Filed with the legislature",
                    citation=ACT.at("41-6210"),
                    needs=Reliance.reported_to_legislature.happened(),
                    shows=(Line("Filed on", Reliance.reported_to_legislature),),
                ),
                Element(
                    label="Filed with the legislature in time",
                    citation=ACT.at("41-6210"),
                    needs=Reliance.reported_to_legislature.happened()
                    & Reliance.reported_to_legislature.no_later_than(REPORT_DUE),
                ),
                Element(
                    label="Filed with the attorney general",
                    citation=ACT.at("41-6210"),
                    needs=Reliance.reported_to_attorney_general.happened(),
                    shows=(Line("Filed on", Reliance.reported_to_attorney_general),),
                ),
                Element(
                    label="Filed with the attorney general in time",
                    citation=ACT.at("41-6210"),
                    needs=Reliance.reported_to_attorney_general.happened()
                    & Reliance.reported_to_attorney_general.no_later_than(REPORT_DUE),
                ),
                Element(label="Public", citation=ACT.at("41-6210"), needs=Reliance.report_public),
            ),
        ),
    ),
)


# 41-6204(B) Vendor certification

_TOPICS = {
    SystemDescription.DATA_FLOWS: "Every flow of data",
    SystemDescription.ACCESS_CONTROLS: "Every control of access",
    SystemDescription.NETWORK_DEPENDENCIES: "Every dependency on a network",
}
_RIGHTS = {
    AccessRight.CURRENT_CONTRACTUAL: "No third party has a right by contract now",
    AccessRight.CURRENT_LEGAL: "No third party has a right in law now",
    AccessRight.CURRENT_TECHNICAL: "No third party has technical access now",
    AccessRight.FUTURE_CONTRACTUAL: "None will have a right by contract",
    AccessRight.FUTURE_LEGAL: "None will have a right in law",
    AccessRight.FUTURE_TECHNICAL: "None will have technical access",
}

VENDOR_CERTIFICATION = Paper(
    id=f"{POLICY}/vendor-certification",
    title="Vendor certification checklist",
    citation=ACT.at("41-6204(B)"),
    purpose="What the vendor of an excepted surveillance system has to certify when it proposes to supply "
    "it, element by element.",
    maker="the vendor",
    time_zone=PHOENIX,
    policy=POLICY,
    provision="AZ-6204.B",
    notice=NOTICE,
    about=ABOUT,
    called_for=Vendor.involved,
    sections=(
        Section(
            heading="1. The certification",
            elements=(
                Element(
                    label="Handed over",
                    citation=ACT.at("41-6204(B)"),
                    needs=Certification.provided.happened(),
                    shows=(Line("Handed over on", Certification.provided),),
                ),
                Element(
                    label="Handed over before the system is acquired, or contracted for",
                    citation=ACT.at("41-6204(B)"),
                    needs=Certification.provided.happened()
                    & Certification.provided.before(
                        Case.acts.first(BEGAN, all_of(THE_SYSTEM, _ON_A_SYSTEM, PROCURES, ~predates(DAY)))
                    ),
                    shows=_ACTS[:2],
                    guidance="It is owed by a vendor that proposes to supply, so it comes before the supply.",
                ),
                Element(label="Sworn", citation=ACT.at("41-6204(B)"), needs=Certification.sworn),
                Element(
                    label="Under penalty of perjury",
                    citation=ACT.at("41-6204(B)"),
                    needs=Certification.under_penalty_of_perjury,
                ),
                Element(
                    label="Says both that the system is not commandeered and that it cannot become so",
                    citation=ACT.at("41-6204(B)"),
                    needs=Certification.denies_commandeering,
                    shows=(
                        Line("Access the vendor keeps", Vendor.retained_access),
                        Line("Who runs the machines", Hosting.operators),
                        Line("What others could do from afar", Hosting.remote_control_by_others),
                    ),
                    guidance="Two assertions, of the present and of the future; hold them against the facts "
                    "beside this element.",
                ),
            ),
        ),
        Section(
            heading="2. Technical description",
            elements=tuple(
                Element(
                    label=f"{label}, described completely",
                    citation=ACT.at("41-6204(B)(1)"),
                    needs=Certification.describes.has(topic),
                )
                for topic, label in _TOPICS.items()
            ),
        ),
        Section(
            heading="3. Legal affidavit",
            guidance="Federal agencies are third parties.",
            elements=tuple(
                Element(
                    label=label,
                    citation=ACT.at("41-6204(B)(2)"),
                    needs=Certification.affidavit_denies.has(right),
                )
                for right, label in _RIGHTS.items()
            ),
        ),
        Section(
            heading="4. Warranty",
            elements=(
                Element(
                    label="Binding warranty that an attempt to compel access makes the system inoperable for "
                    "good",
                    citation=ACT.at("41-6204(B)(3)"),
                    needs=WARRANTED,
                    guidance="The attempt is enough; it need not succeed. The text makes no exception for a "
                    "lawful order.",
                ),
            ),
        ),
    ),
)


# 41-6211(B) Algorithmic impact assessment


START = TimeIf(SIGNED_ON.happened(), GENERAL_DATE, NAMED_DAY)


FIRST_USE = Case.acts.first(latest(FIRST_DAY, START), IN_USE & ~Act.on.before(START))


def _before_use(time: Time) -> Condition:
    """Whether something happened strictly before the system is used; for one that ran before article 5
    starts, before its next use.

    While the bill is unsigned, the article is taken to start on the day it names.
    """
    return time.happened() & time.before(FIRST_USE)


def _topic(
    item: str, label: str, *, shows: tuple[Line, ...] = (), write: str, enclosure: str = ""
) -> Element:
    return Element(
        label=label,
        citation=ACT.at(f"41-6211(B)(2)({item})"),
        attested=f"AZ-6211.B.2.{item}",
        enclosure=enclosure,
        shows=(*shows, Line("Attestation", Attested(f"AZ-6211.B.2.{item}"))),
        write=(write,),
    )


# The printed words of 41-6201(2) point at the contents of the thirty-day report.
_REPORT_TOPICS = tuple(
    Element(
        label=f"As in the report on an exception: {label}",
        citation=ACT.at("41-6201(2); 41-6210"),
        when=ASSESSMENT_REFERENCE.reads(corrected=NOT_EVER, literal=ALWAYS, both=ALWAYS),
        attested=f"AZ-6210.content.{topic}",
    )
    for topic, label in {
        "nature": "the nature of the surveillance",
        "justification": "the legal justification",
        "warrant_number": "the number of the warrant",
        "minimization": "the configuration for data minimization",
        "certification": "the vendor's certification",
        "data": "the data collected and retained",
    }.items()
)

IMPACT_ASSESSMENT = Paper(
    id=f"{POLICY}/impact-assessment",
    title="Algorithmic impact assessment",
    citation=ACT.at("41-6211(B)"),
    purpose="What a contractor completes before an automated decision system is deployed or used for an "
    "agency: an analysis of disparate "
    "impact, a public assessment of five topics handed to the agency, and a certificate.",
    maker="the contractor",
    time_zone=PHOENIX,
    policy=POLICY,
    provision="AZ-6211.B.2",
    notice=NOTICE,
    about=(*ABOUT, Line("First deployed or used under the contract", FIRST_EVER)),
    called_for=Contract.involves_automated_decisions,
    sections=(
        Section(
            heading="1. The assessment",
            elements=(
                _topic(
                    "a",
                    "Purpose and intended uses, in plain language",
                    shows=(
                        Line("System", System.description),
                        Line("Purpose", Use.purpose),
                        Line("Touches", Use.decision_domains),
                    ),
                    write="the purpose, and every use intended, in words anyone can follow",
                ),
                _topic(
                    "b",
                    "The data that goes in, where it comes from, and what was done to find and lessen bias "
                    "in training data",
                    shows=(
                        Line(
                            "Data",
                            Data.elements,
                            (DataElement.name, DataElement.category, DataElement.subjects),
                        ),
                    ),
                    write="the sources of each kind of data, and the steps taken against bias",
                ),
                _topic(
                    "c",
                    "What the analysis of disparate impact found",
                    write="the results, for every class; they can be enclosed",
                    enclosure="analysis",
                ),
                _topic(
                    "d",
                    "What is done against the risk of discrimination, with plans to keep watching for it",
                    write="the measures, and who looks at what, how often",
                ),
                _topic(
                    "e",
                    "What rights people have to contest an adverse decision and to have a human look at it",
                    shows=(Line("A decision can be contested before a human", Safeguards.appeal_offered),),
                    write="the rights, how to use them, and where they come from, since the bill grants "
                    "none; or that there are none",
                ),
                *_REPORT_TOPICS,
                Element(label="Detailed", citation=ACT.at("41-6201(2)"), needs=ImpactAssessment.detailed),
                Element(
                    label="Public", citation=ACT.at("41-6211(B)(2)"), needs=ImpactAssessment.open_to_public
                ),
                Element(
                    label="Handed to the contracting agency",
                    citation=ACT.at("41-6211(B)(2)"),
                    needs=ImpactAssessment.provided.happened(),
                    shows=(Line("Handed over on", ImpactAssessment.provided),),
                ),
                Element(
                    label="Handed over before the system is deployed or used",
                    citation=ACT.at("41-6211(B)"),
                    needs=_before_use(ImpactAssessment.provided),
                ),
            ),
        ),
        Section(
            heading="2. The analysis of disparate impact",
            guidance="Every class of 41-6201(1) has to be analysed. That data on a class is missing is no "
            "excuse the text allows.",
            elements=(
                Element(
                    label="Done",
                    citation=ACT.at("41-6211(B)(1)"),
                    needs=ImpactAssessment.analysis_done.happened(),
                    shows=(Line("Finished on", ImpactAssessment.analysis_done),),
                ),
                Element(
                    label="Done before the system is deployed or used",
                    citation=ACT.at("41-6211(B)"),
                    needs=_before_use(ImpactAssessment.analysis_done),
                ),
                Element(
                    label="Statistically rigorous",
                    citation=ACT.at("41-6211(B)(1)"),
                    needs=ImpactAssessment.analysis_rigorous,
                    guidance="A judgement of someone competent: the text fixes no test.",
                ),
                *(
                    Element(
                        label=f"Analysed: {protected.replace('_', ' ')}",
                        citation=ACT.at("41-6211(B)(1); 41-6201(1)"),
                        needs=ImpactAssessment.classes_analyzed.has(protected),
                    )
                    for protected in ProtectedClass
                ),
            ),
        ),
        Section(
            heading="3. The certificate",
            guidance="It says that, as far as the contractor knows, the system does not result in "
            "algorithmic discrimination. A truthful "
            "certificate excuses no discrimination.",
            elements=(
                Element(
                    label="Certified",
                    citation=ACT.at("41-6211(B)(3)"),
                    needs=ImpactAssessment.certified.happened(),
                    shows=(Line("Certified on", ImpactAssessment.certified),),
                    write=("the certificate, with name and signature",),
                ),
                Element(
                    label="Certified before the system is deployed or used",
                    citation=ACT.at("41-6211(B)"),
                    needs=_before_use(ImpactAssessment.certified),
                ),
                Element(
                    label="Under penalty of perjury",
                    citation=ACT.at("41-6211(B)(3)"),
                    needs=ImpactAssessment.certified_under_penalty,
                ),
                Element(
                    label="After reasonable inquiry, to the best of the contractor's knowledge",
                    citation=ACT.at("41-6211(B)(3)"),
                    needs=ImpactAssessment.certified_after_inquiry,
                ),
            ),
        ),
    ),
)

PAPERS = (NECESSITY_FINDING, THIRTY_DAY_REPORT, VENDOR_CERTIFICATION, IMPACT_ASSESSMENT)
"""The papers, in the order of the bill's own demands on an agency's case."""

PAPERS = (NECESSITY_FINDING, THIRTY_DAY_REPORT, VENDOR_CERTIFICATION, IMPACT_ASSESSMENT)
"""The papers of the bill, in its order."""
