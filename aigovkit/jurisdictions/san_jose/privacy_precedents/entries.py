"""The rows of the Digital Privacy Precedent, in the order of the page, and what is drawn from them."""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    Force,
    Kind,
    Named,
    Period,
    Source,
    all_of,
    any_of,
    part,
)
from aigovkit.models import (
    Act,
    ActKind,
    Agency,
    Case,
    ConsentGiver,
    CouncilStep,
    Data,
    DataCategory,
    DataElement,
    DataSubject,
    Engagement,
    Hosting,
    Keeping,
    Novelty,
    PiiAmount,
    PiiCollection,
    PrivacyFinding,
    PrivacyRisk,
    Proposal,
    ProposalPurpose,
    ProposedTechnology,
    Review,
    ReviewKind,
    Safeguards,
    ServedAim,
    SharedWith,
    ShownNeed,
    Stage,
    Stakes,
    Surveillance,
    SurveillanceTool,
    System,
    Use,
    VideoKept,
)

PAGE = Source(
    "San José Digital Privacy Precedent",
    issuer="City of San José",
    effective=None,
    effective_note="The page carries no date, and the one it names, Sept 13th, no year.",
)

IN_USE = Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION, Stage.PHASE_OUT)
HAS_BEEN_USED = IN_USE | Use.stage.is_(Stage.RETIRED)

# Definitions and abbreviations stand second in the document; they are first here
# because the rest is built from them.

DEFINITIONS = part(PAGE, "Definitions and abbreviations, ", force=Force.PRECEDENT)

CITY = DEFINITIONS.scope(
    "SJ-PREC-DEF-CITY",
    "item 4",
    "City means the City of San José.",
    term="it is a case of the City",
    covers=Agency.place.within("us-ca/san-jose"),
)

PII_LIMBS = Ambiguity(
    "pii_limbs",
    "Is information personally identifiable that only identifies someone, or only says something personal?",
    {
        "both_limbs": "no; it has to do both, but what the page names as examples is in",
        "either_limb": "yes; one of the two suffices",
    },
    default="both_limbs",
    why="The two are joined by and; a bare name, which is named as an example, is in by that.",
    citation=DEFINITIONS.at("item 1"),
)
EXAMPLES = (
    DataCategory.NAME,
    DataCategory.HOME_ADDRESS,
    DataCategory.WORK_TELEPHONE,
    DataCategory.HOME_TELEPHONE,
    DataCategory.MOBILE_TELEPHONE,
)
# A record that says it has it, like what says nothing else.
NAMED_EXAMPLES = DataElement.category.is_in(*EXAMPLES) | (
    DataElement.contains.has(*EXAMPLES) & ~DataElement.subjects.has_only(DataSubject.NO_ONE)
)
# The examples are not the whole: pictures of people and plate reads are none of
# them, and drive the refusals. So all that is left out here is what says nothing
# of a person.
OF_A_PERSON = ~DataElement.category.is_in(
    DataCategory.SYSTEM_ID,
    DataCategory.NETWORK_DIAGRAM,
    DataCategory.INFRASTRUCTURE_LAYOUT,
    DataCategory.SERVER_NAME,
    DataCategory.SECURITY_DETAIL,
    DataCategory.OTHER,
) | (
    DataElement.category.is_(DataCategory.OTHER)
    & ~DataElement.subjects.has_only(DataSubject.NO_ONE, DataSubject.ORGANISATIONS)
)
PII = DEFINITIONS.definition(
    "SJ-PREC-DEF-PII",
    "item 1",
    "Personally identifiable information (PII) can tell who somebody is and something personal: "
    "names, home addresses, telephone numbers.",
    term="it involves personally identifiable information",
    kind=Kind.DATA_CLASS,
    means=Data.elements.some(
        NAMED_EXAMPLES
        | PII_LIMBS.reads(
            both_limbs=DataElement.identifies_person & OF_A_PERSON,
            either_limb=DataElement.identifies_person | OF_A_PERSON,
        )
    ),
)
SSN = DEFINITIONS.definition(
    "SJ-PREC-DEF-SSN",
    "item 2",
    "SSN stands for Social Security Number.",
    term="it involves Social Security numbers",
    means=Data.elements.some(
        DataElement.category.is_(DataCategory.SOCIAL_SECURITY_NUMBER)
        | DataElement.contains.has(DataCategory.SOCIAL_SECURITY_NUMBER)
    ),
)

TECHNOLOGY, PURPOSES, FINDINGS = Proposal.technologies, Proposal.purposes, Proposal.findings
PLATE_READER = Named("it reads licence plates", Surveillance.tools.has(SurveillanceTool.LICENSE_PLATE_READER))

# Identification of things counts: the page's own camera counts cars. It is this
# page's word, wider and narrower than that of the AI Policy, and decides nothing
# of the scope of that.
AI = DEFINITIONS.definition(
    "SJ-PREC-DEF-AI",
    "item 3",
    "Artificial intelligence (AI) is, on this page, a computer's automated identification, as by a camera "
    "that counts cars.",
    term="a computer identifies by itself",
    means=TECHNOLOGY.has(ProposedTechnology.AI_CAMERA) | PLATE_READER,
)

# Introduction

INTRODUCTION = part(PAGE, "introduction, ", force=Force.PRECEDENT)

NEW_TO_WHOM = Ambiguity(
    "new_to_whom",
    "Must a technology be new to the department that wants it, or to the City?",
    {"department": "to the department", "city": "to the City"},
    default="department",
    why="The sentence starts from the department; scanners and laptops, hardly new to the City, were "
    "reviewed.",
    citation=INTRODUCTION.at("paragraph 1"),
)
RENEWALS = Ambiguity(
    "renewals",
    "Must what the City goes on with be reviewed too?",
    {"reviewed": "yes, as the airport's renewal was", "new_only": "no; only what is new"},
    default="reviewed",
    why="The page lists a renewal among what was reviewed.",
    citation=INTRODUCTION.at("paragraph 1"),
)
WHICH_OFFICER = Ambiguity(
    "which_officer",
    "Is the Digital Privacy Officer the Chief Digital Privacy Officer of the AI Policy?",
    {"same": "the same office", "another": "another office"},
    default="same",
    why="Both stand for the City's Digital Privacy Policy; each document keeps its own name.",
    citation=INTRODUCTION.at("paragraph 1"),
)

NEW_TECHNOLOGY = Named(
    "a department takes up what is new",
    NEW_TO_WHOM.reads(
        department=Proposal.new_to_department,
        city=System.novelty.is_in(Novelty.NEW, Novelty.NEW_FUNCTION),
    ),
)
# A precedent that matches tells what may be expected; it never stands for the
# review. No time is stated: the wish to adopt comes before use. What goes on has
# been used before, so that use tells nothing of whether its review is late.
REVIEW_FIRST = INTRODUCTION.review(
    "SJ-PREC-REVIEW-REQUIRED",
    "paragraph 1",
    "The Digital Privacy Officer reviews whether a technology that a department wants to adopt follows the "
    "Digital Privacy Policy.",
    bearer="the Digital Privacy Officer",
    force=Force.BINDING,
    when=NEW_TECHNOLOGY | RENEWALS.reads(reviewed=Proposal.renews, new_only=NOT_EVER),
    gate=HAS_BEEN_USED & NEW_TECHNOLOGY,
    step="adoption",
    left_open=[WHICH_OFFICER],
    note="All technology, AI or not; the AI Review of the AI Policy is another.",
)

FINALITY = Ambiguity(
    "finality",
    "Is what was rejected rejected for good?",
    {"as_proposed": "as proposed; a changed proposal may come back", "final": "for good"},
    default="as_proposed",
    why="The reasons are of the single proposal, and plate readers passed with another way of sharing.",
    citation=INTRODUCTION.at("paragraph 2, second sentence"),
)
# "Some technologies ... because": what was done with some, and no rule for all.
OFF_POLICY = INTRODUCTION.definition(
    "SJ-PREC-TRACK-REJECT",
    "paragraph 2, second sentence",
    "Some technology was rejected because it does not align with the Digital Privacy Policy.",
    term="it was found not to align with the Digital Privacy Policy",
    means=~Proposal.aligned,
    left_open=[FINALITY],
)
NO_SIGNIFICANT_RISK = INTRODUCTION.definition(
    "SJ-PREC-TRACK-BRIEF",
    "paragraph 2, third sentence",
    "Some technology passed with a brief review because it presents no significant privacy risk.",
    term="it was found to present no significant privacy risk",
    means=Proposal.risk.is_in(PrivacyRisk.NONE_ADDED, PrivacyRisk.INSIGNIFICANT),
)
IN_RESIDENTS_SERVICE = Stakes.serves.has(ServedAim.PUBLIC_SERVICE)
# "Other technologies": what is neither of the two. Alignment is what the review
# is to ensure, and not what it takes to get one.
SUPPORTS_AND_ADHERES = INTRODUCTION.ground(
    "SJ-PREC-TRACK-FURTHER",
    "paragraph 2, fourth sentence",
    "Other technology was approved after a further review that it supports residents and adheres to the "
    "Digital Privacy Policy.",
    when=Proposal.risk.is_(PrivacyRisk.SIGNIFICANT),
    matches=IN_RESIDENTS_SERVICE & Proposal.aligned,
)

# What several entries speak of

CAMERAS = TECHNOLOGY.has(
    ProposedTechnology.CAMERA, ProposedTechnology.AI_CAMERA, ProposedTechnology.SMART_LIGHT_POLE
)
VIDEO = DataElement.category.is_(DataCategory.PHOTO_VIDEO) | DataElement.contains.has(
    DataCategory.PHOTO_VIDEO
)
SENSITIVE_VIDEO = Data.elements.some(VIDEO & DataElement.designated_sensitive)
TRACKED = Use.tracks_individuals
CONFIDENTIAL = Proposal.keeping.has(Keeping.CONFIDENTIAL)
ALL_NEEDED = Safeguards.data_minimized
USE_DEFINED = Data.use_defined
ONLY_BY_LAW = Proposal.shared_with.has_only(SharedWith.WHOM_LAW_REQUIRES)

# Not approved

POLES = part(PAGE, "Not approved, entry 1", force=Force.PRECEDENT)

SECURITY_FOUND = Ambiguity(
    "security_found",
    "Does a security protocol that is in doubt count, or only handling that was found insecure?",
    {"found": "only what was found", "doubt": "doubt suffices, as the heading has it"},
    default="found",
    why="The body says what the review found; the heading sums it up.",
    citation=POLES.at("heading and body"),
)
INSECURE = SECURITY_FOUND.reads(
    found=FINDINGS.has(PrivacyFinding.INSECURE_HANDLING),
    doubt=FINDINGS.has(PrivacyFinding.INSECURE_HANDLING, PrivacyFinding.QUESTIONABLE_SECURITY),
)
SETUP = Ambiguity(
    "setup",
    "Were the poles rejected for their insecure handling alone, or for their poor set-up as well?",
    {"insecurity": "insecure handling, which led to it", "both": "both together"},
    default="insecurity",
    why="The body tells of the insecure handling alone, and goes on with consequently.",
    citation=POLES.at("heading and body"),
)
CURABLE = Ambiguity(
    "curable",
    "Can what was insecure be mended?",
    {"curable": "yes; the protocol as proposed was meant", "fatal": "no"},
    default="curable",
    why="The reason is one about how the pilot was set up.",
    citation=POLES.at("body"),
)
POOR_SETUP = FINDINGS.has(PrivacyFinding.POOR_SETUP)

# Cameras and poles as such were no reason, nor was a small pilot an excuse. The
# heading has the City install what the body has a vendor offer.
LIGHTPOLES = POLES.ground(
    "SJ-PREC-LIGHTPOLES",
    "",
    "Smart light poles with cameras were not approved: a poor set-up, and insecure handling of "
    "sensitive video.",
    when=CAMERAS & Data.elements.some(VIDEO),
    matches=INSECURE & SENSITIVE_VIDEO & SETUP.reads(insecurity=ALWAYS, both=POOR_SETUP),
)
INSECURE_VIDEO = POLES.ground(
    "SJ-PREC-LIGHTPOLES-SECURITY",
    "body",
    "The system was found insecure in handling sensitive video, and rejected for it.",
    when=SENSITIVE_VIDEO,
    matches=INSECURE,
    left_open=[CURABLE],
)

BANDS = part(PAGE, "Not approved, entry 2", force=Force.PRECEDENT)

CHILDREN = BANDS.definition(
    "SJ-PREC-CHILDBANDS-SENSITIVITY",
    "heading and body",
    "Children's information is highly sensitive.",
    term="it involves information of children",
    kind=Kind.DATA_CLASS,
    means=Data.elements.some(DataElement.subjects.has(DataSubject.CHILDREN)),
)
UNCLEAR_VALUE = FINDINGS.has(PrivacyFinding.UNCLEAR_VALUE)
CHILD_TRACKING = Named("children are followed", CHILDREN & TRACKED)

CHILD_REASONS = Ambiguity(
    "child_reasons",
    "Does the sensitivity of children's data suffice by itself, or was unclear value needed too?",
    {"both": "both were given", "sensitivity": "sensitivity suffices, as in the heading"},
    default="both",
    why="The body joins the two by and; youth services with children's data passed.",
    citation=BANDS.at("heading and body"),
)
VALUE_TO_WHOM = Ambiguity(
    "value_to_whom",
    "Whose value has to be clear?",
    {"those_affected": "that of the school, the students and their families", "city": "the City's too"},
    default="those_affected",
    why="Those three are named; the City would have been paid.",
    citation=BANDS.at("body"),
)
# Payment is told, and not given as a reason; whether parents' consent would have
# changed anything is not said.
CHILDBANDS = BANDS.ground(
    "SJ-PREC-CHILDBANDS",
    "",
    "Bands that track children at school were not approved: highly sensitive data, and unclear value "
    "to those who give it.",
    when=CHILD_TRACKING,
    matches=CHILD_REASONS.reads(both=UNCLEAR_VALUE, sensitivity=ALWAYS),
)
VALUE_IN_EXCHANGE = BANDS.ground(
    "SJ-PREC-CHILDBANDS-VALUE",
    "body",
    "What the school, the students and their families get for the data was unclear.",
    when=CHILD_TRACKING,
    matches=UNCLEAR_VALUE,
    left_open=[VALUE_TO_WHOM],
)

WATCHED = part(PAGE, "Not approved, entry 3", force=Force.PRECEDENT)

NECESSITY = Ambiguity(
    "necessity",
    "Could something else than the three threats have made the monitoring necessary?",
    {"threats": "no; the body says what would have", "wider": "yes; any need that is shown"},
    default="threats",
    why="The body spells out what the heading calls necessity.",
    citation=WATCHED.at("heading and body"),
)
WHOSE_THREAT = Ambiguity(
    "whose_threat",
    "Is the threat one that the people watched pose, or that there is?",
    {"people_watched": "one that they pose", "situation": "one that there is"},
    default="people_watched",
    why="It is the monitored individuals who did not pose one.",
    citation=WATCHED.at("body"),
)
GENERAL_TEST = Ambiguity(
    "general_test",
    "Do the three threats make a rule for all monitoring of targeted individuals?",
    {"analogy": "no; a reason in one case", "rule": "yes"},
    default="analogy",
    why="It is said as the ground of one refusal.",
    citation=WATCHED.at("body"),
)
# Any one of the three would have taken this ground away, and approved nothing.
# One person who is picked out suffices; a group of itself poses no threat.
NO_NECESSITY = Proposal.threats.is_empty() & NECESSITY.reads(threats=ALWAYS, wider=Proposal.needs.is_empty())
TARGETED_MONITORING = Named(
    "people who were picked out are monitored on and on", TRACKED & Proposal.ongoing & Proposal.targets_people
)
HOMELESS = WATCHED.ground(
    "SJ-PREC-HOMELESS",
    "",
    "Cameras to identify and track homeless individuals were not approved: highly invasive monitoring"
    " without necessity.",
    when=Proposal.identifies_people & TRACKED,
    matches=TARGETED_MONITORING & NO_NECESSITY,
)
NO_IMMEDIATE_THREAT = WATCHED.ground(
    "SJ-PREC-HOMELESS-NECESSITY",
    "body",
    "Those monitored posed no immediate threat to life, of serious injury or of serious property damage.",
    when=TARGETED_MONITORING,
    matches=NO_NECESSITY,
    left_open=[WHOSE_THREAT, GENERAL_TEST],
)

SHARING = part(PAGE, "Not approved, entry 4", force=Force.PRECEDENT)

CALIFORNIA, FEDERAL_HERE, ELSEWHERE = (
    SharedWith.CALIFORNIA_POLICE,
    SharedWith.FEDERAL_POLICE_IN_CALIFORNIA,
    SharedWith.POLICE_ELSEWHERE,
)
SHARED = Proposal.shared_with
POLICE_CAN_REACH = Named(
    "other law enforcement can reach the data", SHARED.has(CALIFORNIA, FEDERAL_HERE, ELSEWHERE)
)
WITHOUT_APPROVAL = Named(
    "other law enforcement can reach the data without the City's approval",
    POLICE_CAN_REACH & ~Proposal.agreed_by_agency,
)
PROHIBITED_USE = FINDINGS.has(PrivacyFinding.POSSIBLE_PROHIBITED_USE)

SHARED_READS = Ambiguity(
    "shared_reads",
    "Does a possible prohibited use suffice, or access without the City's approval, or does it take both?",
    {"either": "one of the two suffices", "both": "it takes both"},
    default="either",
    why="The heading gives the possible use alone; the body joins the two by and.",
    citation=SHARING.at("heading and body"),
)
# Plate readers as such passed (approved with further review, entry 7). That the
# data may be misused was enough; nobody showed that it was.
ALPR_SHARING = SHARING.ground(
    "SJ-PREC-ALPR-SHARING",
    "",
    "Sharing plate reads in a vendor's database was not approved: police without the City's approval, and "
    "possible prohibited uses.",
    when=PLATE_READER & ~SHARED.is_empty(),
    matches=SHARED_READS.reads(
        either=WITHOUT_APPROVAL | PROHIBITED_USE, both=WITHOUT_APPROVAL & PROHIBITED_USE
    ),
)

OUT_OF_STATE = Ambiguity(
    "out_of_state",
    "May plate reads go to law enforcement that is not within California?",
    {
        "not_allowed": "no; only agencies within the State are spoken of",
        "silent": "the sentence does not say",
    },
    default="not_allowed",
    why="Only confines the power; checks of immigration status, the example given, are not the State's.",
    citation=SHARING.at("last sentence"),
)
WITHIN_THE_STATE = Ambiguity(
    "within_the_state",
    "Is a federal office in California a law enforcement agency within the State?",
    {"state_and_local": "no; the State's own and local agencies are meant", "located": "yes, where it is"},
    default="state_and_local",
    why="The example given, immigration status, is a federal concern; the words themselves leave it open.",
    citation=SHARING.at("last sentence"),
)
OTHER_RECIPIENTS = Ambiguity(
    "other_recipients",
    "Does the sentence say anything of recipients that are no law enforcement?",
    {"not_covered": "no", "barred": "yes; the City may agree to share with law enforcement alone"},
    default="not_covered",
    why="It speaks of other law enforcement agencies.",
    citation=SHARING.at("last sentence"),
)
WHO_AGREES = Ambiguity(
    "who_agrees",
    "Who agrees for the City?",
    {"unstated": "the text does not say", "council": "the City Council"},
    default="unstated",
    why="Nobody is named.",
    citation=SHARING.at("last sentence"),
)
IN_THE_STATE = WITHIN_THE_STATE.reads(
    state_and_local=SHARED.has(CALIFORNIA), located=SHARED.has(CALIFORNIA, FEDERAL_HERE)
)
NOT_IN_THE_STATE = WITHIN_THE_STATE.reads(
    state_and_local=SHARED.has(FEDERAL_HERE, ELSEWHERE), located=SHARED.has(ELSEWHERE)
)
NO_POLICE = SHARED.has(
    SharedWith.SERVICE_PARTNERS, SharedWith.VENDOR_CUSTOMERS, SharedWith.PUBLIC, SharedWith.OTHER
)

# "Only the City may agree ... on an agency-by-agency basis": a condition of
# sharing at all. What is merely proposed has broken nothing; the point is use.
CITY_AGREES = SHARING.requirement(
    "SJ-PREC-ALPR-SHARING-CONTROL",
    "last sentence",
    "Plate reads go to another law enforcement agency only within California, and only if the City itself "
    "agrees, agency by agency.",
    bearer="the City",
    force=Force.BINDING,
    when=PLATE_READER
    & any_of(
        IN_THE_STATE,
        OUT_OF_STATE.reads(not_allowed=NOT_IN_THE_STATE, silent=NOT_EVER),
        OTHER_RECIPIENTS.reads(not_covered=NOT_EVER, barred=NO_POLICE),
    ),
    done=all_of(
        Proposal.agreed_by_agency,
        OUT_OF_STATE.reads(not_allowed=~NOT_IN_THE_STATE, silent=ALWAYS),
        OTHER_RECIPIENTS.reads(not_covered=ALWAYS, barred=~NO_POLICE),
    ),
    gate=IN_USE,
    step="use",
    lawful_use=True,
    left_open=[WHO_AGREES],
)
# Uses that the City bars for its data, which is not the list of Prohibited Uses in
# the AI Policy.
SECONDARY_USE = SHARING.ground(
    "SJ-PREC-ALPR-SHARING-SECONDARY",
    "heading and body",
    "Whoever gets the reads may use them for prohibited activities, such as inquiring into "
    "immigration status.",
    when=PLATE_READER & ~SHARED.is_empty(),
    matches=PROHIBITED_USE,
)

# Approved with further review

FIRE_ENTRY = part(PAGE, "Approved with further review, entry 1", force=Force.PRECEDENT)
INSPECTIONS = PURPOSES.has(ProposalPurpose.INSPECTIONS)

# That the data is used internally is told; that it is confidential is a reason.
FIRE = FIRE_ENTRY.ground(
    "SJ-PREC-FIRE",
    "",
    "Contact data for fire inspections was approved: all of it necessary, its use defined, in the "
    "communities' interest, confidential.",
    when=INSPECTIONS & PII,
    matches=ALL_NEEDED & USE_DEFINED & IN_RESIDENTS_SERVICE & CONFIDENTIAL,
)
FIRE_NECESSITY = FIRE_ENTRY.ground(
    "SJ-PREC-FIRE-NECESSITY",
    "heading and body",
    "Each item was needed: the address to assign the inspection, name and contact to reach the owner.",
    when=INSPECTIONS & PII,
    matches=ALL_NEEDED,
)
FIRE_INTEREST = FIRE_ENTRY.ground(
    "SJ-PREC-FIRE-INTEREST",
    "body, last sentence",
    "The information is used in the interests of the communities inspected.",
    when=INSPECTIONS,
    matches=IN_RESIDENTS_SERVICE,
)
FIRE_CONFIDENTIAL = FIRE_ENTRY.ground(
    "SJ-PREC-FIRE-CONFIDENTIAL",
    "body, last two sentences",
    "It is used internally and kept confidential unless the law requires otherwise.",
    when=INSPECTIONS,
    matches=CONFIDENTIAL & ONLY_BY_LAW,
)

OEA_ENTRY = part(PAGE, "Approved with further review, entry 2", force=Force.PRECEDENT)
LABOR = PURPOSES.has(ProposalPurpose.LABOR_COMPLIANCE)

WHOSE_CONSENT = Ambiguity(
    "whose_consent",
    "Who has to consent: the people whom the data is about, or is the firm's consent enough?",
    {"people": "the people themselves", "anyone": "whoever hands the data over"},
    default="people",
    why="Informed consent is the word for that of the people concerned; the entry does not say whose it was.",
    citation=OEA_ENTRY.at("heading and body"),
)
FIVE_YEARS = Ambiguity(
    "five_years",
    "Is a shorter time than five years like the defined period of five?",
    {
        "shorter_too": "yes; what counts is that keeping ends, at the latest then",
        "fixed": "no; five years it is",
    },
    default="shorter_too",
    why="It is given as what protects those concerned, and a shorter time protects them no less.",
    citation=OEA_ENTRY.at("body, last sentence"),
)
FIVE_YEARS_FROM = Ambiguity(
    "five_years_from",
    "From when do the five years run?",
    {
        "unstated": "the text does not say",
        "receipt": "from receipt",
        "contract_end": "from the contract's end",
    },
    default="unstated",
    why="No trigger is named.",
    citation=OEA_ENTRY.at("body, last sentence"),
)
CONSENT = WHOSE_CONSENT.reads(
    people=Proposal.consent.has(ConsentGiver.PERSON), anyone=~Proposal.consent.is_empty()
)
DEFINED_PERIOD = FIVE_YEARS.reads(
    shorter_too=Data.retention <= Period(years=5),
    fixed=(Data.retention <= Period(years=5)) & (Data.retention >= Period(years=5)),
)
LOCAL_RULES = Proposal.legal_requirement & IN_RESIDENTS_SERVICE

OEA = OEA_ENTRY.ground(
    "SJ-PREC-OEA",
    "",
    "Contractors' employment data with SSNs was approved: for services and local rules, by consent, "
    "confidential, for five years.",
    when=LABOR,
    matches=LOCAL_RULES & CONSENT & CONFIDENTIAL & DEFINED_PERIOD,
)
OEA_PURPOSE = OEA_ENTRY.ground(
    "SJ-PREC-OEA-PURPOSE",
    "body, last sentence",
    "The data improves City services and complies with local requirements.",
    when=LABOR,
    matches=LOCAL_RULES,
)
OEA_USES = OEA_ENTRY.ground(
    "SJ-PREC-OEA-USES",
    "body, first sentence",
    "It is used to enforce local labor requirements, track the work of contractors and analyse "
    "demographic trends.",
    when=LABOR,
    matches=PURPOSES.has_only(
        ProposalPurpose.LABOR_COMPLIANCE, ProposalPurpose.WORK_OUTCOMES, ProposalPurpose.WORKFORCE_TRENDS
    ),
)
# The heading says informed, the body explicit; the fact asks for both.
OEA_CONSENT = OEA_ENTRY.ground(
    "SJ-PREC-OEA-CONSENT",
    "heading and body",
    "The data is acquired with consent that is informed and explicit.",
    when=LABOR,
    matches=CONSENT,
)
OEA_CONFIDENTIAL = OEA_ENTRY.ground(
    "SJ-PREC-OEA-CONFIDENTIAL",
    "heading and body",
    "PII is stored confidentially.",
    when=LABOR,
    matches=CONFIDENTIAL,
)
# A term of this one project, and a period for no other data.
OEA_RETENTION = OEA_ENTRY.ground(
    "SJ-PREC-OEA-RETENTION-5Y",
    "body, last sentence",
    "PII is stored for a defined retention period of five years.",
    when=LABOR,
    matches=DEFINED_PERIOD,
    left_open=[FIVE_YEARS_FROM],
)

DOT_ENTRY = part(PAGE, "Approved with further review, entry 3", force=Force.PRECEDENT)
TRAFFIC = PURPOSES.has(ProposalPurpose.TRAFFIC_SAFETY, ProposalPurpose.TRAFFIC_MANAGEMENT)
TRAFFIC_CAMERAS = Named(
    "cameras with AI serve traffic", TRAFFIC & TECHNOLOGY.has(ProposedTechnology.AI_CAMERA)
)
# How long a small clip is, or is kept, is not said.
ONLY_CLIPS = Proposal.video_kept.is_in(VideoKept.NONE, VideoKept.INCIDENT_CLIPS)
NO_AUDIO = ~Data.elements.some(
    DataElement.category.is_(DataCategory.AUDIO) | DataElement.contains.has(DataCategory.AUDIO)
)
ANONYMOUS = Proposal.metrics_anonymous
OTHERS_DELETED = Proposal.other_images_deleted

# The three of "so long as" condition this approval, and no other: where one fails
# it no longer carries the use.
DOT = DOT_ENTRY.ground(
    "SJ-PREC-DOT",
    "",
    "AI cameras for traffic metrics were approved so long as only small clips are kept, no audio, and"
    " no other images; what lasts is anonymous.",
    when=TRAFFIC_CAMERAS,
    matches=ONLY_CLIPS & NO_AUDIO & OTHERS_DELETED & ANONYMOUS,
)
DOT_CLIPS = DOT_ENTRY.ground(
    "SJ-PREC-DOT-CLIPS",
    "body, so long as",
    "So long as only small clips of video are kept, to verify a safety incident.",
    when=TRAFFIC_CAMERAS,
    matches=ONLY_CLIPS,
)
DOT_NO_AUDIO = DOT_ENTRY.ground(
    "SJ-PREC-DOT-NO-AUDIO",
    "body, so long as",
    "So long as no audio is collected.",
    when=TRAFFIC_CAMERAS,
    matches=NO_AUDIO,
)
DOT_DELETE = DOT_ENTRY.ground(
    "SJ-PREC-DOT-DELETE",
    "body, so long as",
    "So long as all other data with images in it is deleted; by when is not said.",
    when=TRAFFIC_CAMERAS,
    matches=OTHERS_DELETED,
)
DOT_ANON = DOT_ENTRY.ground(
    "SJ-PREC-DOT-ANON",
    "heading",
    "Metrics that are kept for long are anonymous.",
    when=TRAFFIC_CAMERAS,
    matches=ANONYMOUS,
)
DOT_PROTOCOL = DOT_ENTRY.ground(
    "SJ-PREC-DOT-DUP",
    "body, last sentence",
    "A Data Usage Protocol gives the full data practices.",
    when=TRAFFIC_CAMERAS,
    matches=Proposal.usage_conditions,
    note="A pointer: told, and no reason for the approval.",
)

YOUTH_ENTRY = part(PAGE, "Approved with further review, entry 4", force=Force.PRECEDENT)
YOUTH_SERVICES = Named("it serves young people", PURPOSES.has(ProposalPurpose.YOUTH_SERVICES) & CHILDREN)
CRITICAL = Proposal.needs.has(ShownNeed.CRITICAL_SERVICE)
SECURE_CLOUD = Proposal.keeping.has(Keeping.SECURE_CLOUD)
PARTNERS_ONLY = SHARED.has_only(SharedWith.SERVICE_PARTNERS)

# Agreed conditions of use come out of a review, so that no new proposal has them;
# they have a row of their own. The listed safeguards are some "among other
# protocols".
YOUTH = YOUTH_ENTRY.ground(
    "SJ-PREC-YOUTH",
    "",
    "A system for youth services was approved: needed for critical services, in a secure cloud, "
    "shared with partners alone.",
    when=YOUTH_SERVICES,
    matches=CRITICAL & SECURE_CLOUD & PARTNERS_ONLY,
)
YOUTH_NECESSITY = YOUTH_ENTRY.ground(
    "SJ-PREC-YOUTH-NECESSITY",
    "body, third sentence",
    "The data is necessary to provide critical youth services.",
    when=YOUTH_SERVICES,
    matches=CRITICAL,
)
YOUTH_CLOUD = YOUTH_ENTRY.ground(
    "SJ-PREC-YOUTH-CLOUD",
    "body, third sentence",
    "The data is stored in a secure cloud environment.",
    when=YOUTH_SERVICES,
    matches=SECURE_CLOUD,
)
YOUTH_PARTNERS = YOUTH_ENTRY.ground(
    "SJ-PREC-YOUTH-SHARING",
    "body, third sentence",
    "The data is shared with partner service providers only.",
    when=YOUTH_SERVICES,
    matches=PARTNERS_ONLY,
)
YOUTH_CONDITIONS = YOUTH_ENTRY.ground(
    "SJ-PREC-YOUTH-DUP",
    "body, last sentence",
    "The department and the Digital Privacy Officer crafted acceptable conditions of use.",
    when=YOUTH_SERVICES,
    matches=Proposal.usage_conditions,
)

XRAY_ENTRY = part(PAGE, "Approved with further review, entry 5", force=Force.PRECEDENT)
XRAY_DEVICE = TECHNOLOGY.has(ProposedTechnology.XRAY_DEVICE)
OBJECTS_ONLY = Proposal.objects_only

# Not "no PII": the entry tolerates what is no significant amount.
XRAY = XRAY_ENTRY.ground(
    "SJ-PREC-XRAY",
    "",
    "An X-ray kit for bomb detection was approved, since it is directed at objects and not where much"
    " PII would come in.",
    when=XRAY_DEVICE & PURPOSES.has(ProposalPurpose.BOMB_DETECTION),
    matches=OBJECTS_ONLY,
)
XRAY_DIRECTION = XRAY_ENTRY.ground(
    "SJ-PREC-XRAY-DIRECTION",
    "body, last sentence",
    "The device is directed at physical objects, and not at people or places that yield much PII.",
    when=XRAY_DEVICE,
    matches=OBJECTS_ONLY,
)

ENERGY_ENTRY = part(PAGE, "Approved with further review, entry 6", force=Force.PRECEDENT)
BOUGHT_DATA = TECHNOLOGY.has(ProposedTechnology.BOUGHT_DATA)
ENERGY_DATA = BOUGHT_DATA & PURPOSES.has(ProposalPurpose.ENERGY_PURCHASE)
NECESSARY_PURPOSE = Proposal.needs.has(ShownNeed.NECESSARY_PURPOSE)

# Further review although there is no PII: that nothing personal is there does not
# by itself make a review brief.
ENERGY = ENERGY_ENTRY.ground(
    "SJ-PREC-ENERGY",
    "",
    "Bought energy prices were approved: no PII, a necessary purpose, and the vendor's own data.",
    when=BOUGHT_DATA,
    matches=~PII & NECESSARY_PURPOSE & Proposal.vendor_data,
)
ENERGY_NO_PII = ENERGY_ENTRY.ground(
    "SJ-PREC-ENERGY-NOPII",
    "heading and body",
    "The data that is bought includes no PII.",
    when=ENERGY_DATA,
    matches=~PII,
)
# What follows for data that is made for the City is not said.
VENDORS_DATA = ENERGY_ENTRY.definition(
    "SJ-PREC-ENERGY-OWNERSHIP",
    "body, last sentence",
    "Data that a vendor makes apart from any work with the City is considered the vendor's.",
    term="the data is the vendor's own",
    means=BOUGHT_DATA & Proposal.vendor_data,
)

ALPR_ENTRY = part(PAGE, "Approved with further review, entry 7", force=Force.PRECEDENT)

COUNCIL = Ambiguity(
    "council",
    "Had the Council approved, or is it enough that it was to review the final protocol?",
    {
        "approved": "approved, as the heading says",
        "reviewed": "reviewed, if not approved",
        "scheduled": "set to review, as the body says",
    },
    default="approved",
    why="The heading gives the approval as a reason; that it is to come is no reason yet.",
    citation=ALPR_ENTRY.at("heading and body"),
)
COUNCIL_STEP = COUNCIL.reads(
    approved=Proposal.council.is_(CouncilStep.APPROVED),
    reviewed=Proposal.council.is_in(CouncilStep.REVIEWED, CouncilStep.APPROVED),
    scheduled=Proposal.council.is_in(CouncilStep.SCHEDULED, CouncilStep.REVIEWED, CouncilStep.APPROVED),
)
WHICH_CRIMES = Ambiguity(
    "which_crimes",
    "Are plate reads used for investigations of any kind, or to prosecute major crimes only?",
    {"major": "major crimes only", "any": "any; the purpose is to support investigations"},
    default="major",
    why="The use of the data is told in the sentence on major crimes; the other one tells the aim.",
    citation=ALPR_ENTRY.at("body, first two sentences"),
)
ASSESSED = Case.reviews.some(
    Review.kind.is_(ReviewKind.PRIVACY_IMPACT_ASSESSMENT) & Review.completed.happened()
)
# Numbers of those who were heard are a record, and no threshold.
HEARD_WELL = (
    Proposal.engagement.has_all(Engagement.ONLINE_COMMENT, Engagement.IN_PERSON_OUTREACH)
    & Proposal.response_favourable
)
NOT_MONITORED = ~TRACKED
NOT_AUTOMATIC = ~Use.decision_fully_automated

# The final protocol was still to come, and is no reason of this approval.
ALPR = ALPR_ENTRY.ground(
    "SJ-PREC-ALPR",
    "",
    "Plate readers at intersections were approved given an impact assessment, a generally positive "
    "response of the public, and the Council.",
    when=PLATE_READER
    & PURPOSES.has(
        ProposalPurpose.TRAFFIC_SAFETY, ProposalPurpose.MAJOR_CRIME, ProposalPurpose.OTHER_INVESTIGATIONS
    ),
    matches=ASSESSED & HEARD_WELL & COUNCIL_STEP,
)
ALPR_PURPOSE = ALPR_ENTRY.ground(
    "SJ-PREC-ALPR-PURPOSE",
    "body, first two sentences",
    "What is recorded serves to prosecute major crimes and to make intersections safer.",
    when=PLATE_READER,
    matches=WHICH_CRIMES.reads(
        major=PURPOSES.has_only(ProposalPurpose.TRAFFIC_SAFETY, ProposalPurpose.MAJOR_CRIME),
        any=PURPOSES.has_only(
            ProposalPurpose.TRAFFIC_SAFETY, ProposalPurpose.MAJOR_CRIME, ProposalPurpose.OTHER_INVESTIGATIONS
        ),
    ),
)
ALPR_NO_MONITORING = ALPR_ENTRY.ground(
    "SJ-PREC-ALPR-NO-MONITOR",
    "body, third sentence",
    "The data is not used to monitor individuals.",
    when=PLATE_READER,
    matches=NOT_MONITORED,
)
ALPR_HUMANS = ALPR_ENTRY.ground(
    "SJ-PREC-ALPR-NO-AUTO-ENFORCE",
    "body, third sentence",
    "Crimes are not automatically enforced without human oversight.",
    when=PLATE_READER,
    matches=NOT_AUTOMATIC,
)
# "Is required ... where ALPR cameras are installed": of these a command.
SIGNS = ALPR_ENTRY.obligation(
    "SJ-PREC-ALPR-SIGNAGE",
    "body, fourth sentence",
    "Signs give notice in the area where plate readers are installed.",
    bearer="the department that operates the readers",
    force=Force.BINDING,
    when=PLATE_READER,
    gate=Case.acts.some(Act.kind.is_(ActKind.INSTALL) & Act.on.happened()) | IN_USE,
    step="installation",
)
ALPR_ASSESSMENT = ALPR_ENTRY.ground(
    "SJ-PREC-ALPR-PIA",
    "heading and body, second paragraph",
    "A Privacy Impact Assessment defined the use of the data and the protocol.",
    when=PLATE_READER,
    matches=ASSESSED,
)
ALPR_ENGAGEMENT = ALPR_ENTRY.ground(
    "SJ-PREC-ALPR-ENGAGEMENT",
    "heading and body, second paragraph",
    "The response of the public, online and in person, was generally positive.",
    when=PLATE_READER,
    matches=HEARD_WELL,
)
ALPR_COUNCIL = ALPR_ENTRY.ground(
    "SJ-PREC-ALPR-COUNCIL",
    "heading and body, last sentence",
    "The Council approves, or reviews the final protocol.",
    when=PLATE_READER,
    matches=COUNCIL_STEP,
)
ALPR_PROTOCOL = ALPR_ENTRY.ground(
    "SJ-PREC-ALPR-DUP",
    "body, last sentence",
    "A final Data Usage Protocol was to come.",
    when=PLATE_READER,
    matches=Proposal.usage_conditions,
    note="Told, and no reason for the approval.",
)

PRINTS_ENTRY = part(PAGE, "Approved with further review, entry 8", force=Force.PRECEDENT)
# A store of photos without fingerprints is near this entry, and not like it.
PRINTS = Named("it is a system for fingerprints", TECHNOLOGY.has(ProposedTechnology.FINGERPRINT_SYSTEM))
AUTHORIZED = Hosting.access_restricted
APPROVED_PLACE = Proposal.keeping.has(Keeping.APPROVED_ENVIRONMENT)
ONGOING_NEED = Proposal.needs.has(ShownNeed.ONGOING_INVESTIGATIONS)

PROTOCOL_CONTENT = Ambiguity(
    "protocol_content",
    "Is the conditional usage protocol of the heading more than the limits that the body tells?",
    {"more": "a protocol of its own", "body": "the limits in the body are all of it"},
    default="more",
    why="The heading names it beside the security measures.",
    citation=PRINTS_ENTRY.at("heading"),
)
# It stores evidence; matching is not described, nor is consent, an assessment or
# the Council.
FINGERPRINT = PRINTS_ENTRY.ground(
    "SJ-PREC-FINGERPRINT",
    "",
    "A fingerprint system was approved given limited usage, confidential security and the ongoing need of "
    "investigations.",
    when=PRINTS,
    matches=USE_DEFINED & AUTHORIZED & APPROVED_PLACE & ONGOING_NEED,
)
PRINTS_ACCESS = PRINTS_ENTRY.ground(
    "SJ-PREC-FINGERPRINT-ACCESS",
    "body, second sentence",
    "Only authorized individuals access the data.",
    when=PRINTS,
    matches=AUTHORIZED,
)
PRINTS_PLACE = PRINTS_ENTRY.ground(
    "SJ-PREC-FINGERPRINT-ENV",
    "body, second sentence",
    "The City's cybersecurity team has approved where the data is stored.",
    when=PRINTS,
    matches=APPROVED_PLACE,
)
PRINTS_RELEASE = PRINTS_ENTRY.ground(
    "SJ-PREC-FINGERPRINT-DISCLOSURE",
    "body, second paragraph",
    "The data is made available only as the law requires.",
    when=PRINTS,
    matches=ONLY_BY_LAW,
)
PRINTS_PURPOSE = PRINTS_ENTRY.ground(
    "SJ-PREC-FINGERPRINT-PURPOSE",
    "body, second paragraph",
    "It serves to keep evidence for ongoing investigations and criminal action.",
    when=PRINTS,
    matches=PURPOSES.has_only(
        ProposalPurpose.EVIDENCE_KEEPING, ProposalPurpose.MAJOR_CRIME, ProposalPurpose.OTHER_INVESTIGATIONS
    ),
)
PRINTS_PROTOCOL = PRINTS_ENTRY.ground(
    "SJ-PREC-FINGERPRINT-PROTOCOL",
    "heading",
    "A usage protocol sets conditions.",
    when=PRINTS,
    matches=PROTOCOL_CONTENT.reads(
        more=Proposal.usage_conditions, body=AUTHORIZED & APPROVED_PLACE & ONLY_BY_LAW
    ),
)

# Approved with a brief review

SCANNER_ENTRY = part(PAGE, "Approved with a brief review, entry 1", force=Force.PRECEDENT)
OFFICE_EQUIPMENT = TECHNOLOGY.has(ProposedTechnology.OFFICE_EQUIPMENT)
NO_PII_IMPLIED = Proposal.pii_collection.is_(PiiCollection.NOT_IMPLIED)
EXISTING_SPACE = Proposal.keeping.has(Keeping.EXISTING_SPACE)

# "On its own": a scanner that is bought to take in medical files is another case.
SCANNER = SCANNER_ENTRY.ground(
    "SJ-PREC-SCANNER",
    "",
    "A scanner for the office passed with a brief review: it is not for taking PII, and copies go "
    "where storage is approved.",
    when=OFFICE_EQUIPMENT,
    matches=NO_PII_IMPLIED & EXISTING_SPACE,
)
SCANNER_COLLECTS_NOTHING = SCANNER_ENTRY.ground(
    "SJ-PREC-SCANNER-NOCOLLECT",
    "heading and body, first sentence",
    "The device neither takes PII by itself nor is it heavily implied that it will be used to.",
    when=OFFICE_EQUIPMENT,
    matches=NO_PII_IMPLIED,
)
SCANNER_STORAGE = SCANNER_ENTRY.ground(
    "SJ-PREC-SCANNER-STORAGE",
    "body, last sentence",
    "Copies are stored in an existing approved space with role-based access controls of its own.",
    when=OFFICE_EQUIPMENT,
    matches=EXISTING_SPACE,
)

LAPTOPS_ENTRY = part(PAGE, "Approved with a brief review, entry 2", force=Force.PRECEDENT)
PUBLIC_COMPUTER = TECHNOLOGY.has(ProposedTechnology.PUBLIC_COMPUTER)
LITTLE_PII = Proposal.pii_amount.is_in(PiiAmount.NONE, PiiAmount.MINIMAL)
VOLUNTEERED = Proposal.volunteered_only & ~Proposal.agency_collects

LAPTOPS = LAPTOPS_ENTRY.ground(
    "SJ-PREC-LAPTOPS",
    "",
    "Laptops for the public passed with a brief review: no data is actively collected, little or no PII is "
    "handled.",
    when=PUBLIC_COMPUTER,
    matches=VOLUNTEERED & LITTLE_PII,
)
LAPTOPS_VOLUNTEERED = LAPTOPS_ENTRY.ground(
    "SJ-PREC-LAPTOPS-VOLUNTEERED",
    "heading and body, last sentence",
    "Only what users actively and willingly provide is collected, and nothing by or for the City.",
    when=PUBLIC_COMPUTER,
    matches=VOLUNTEERED,
)

AIRPORT_ENTRY = part(PAGE, "Approved with a brief review, entry 3", force=Force.PRECEDENT)
# What goes on taking data, as a plate reader does, is more than reports of data
# that is there.
REPORTS_ON_DATA = Named(
    "software for reports on existing data is renewed",
    TECHNOLOGY.has(ProposedTechnology.REPORTING_SOFTWARE) & Proposal.renews & ~Proposal.new_collection,
)
SAME_PURPOSE = Proposal.same_purpose
APPROVED_SOURCE = Proposal.from_approved_business
# That reports add no risk is a reason; a significant one that a review found says otherwise.
NO_RISK_FOUND = ~Proposal.risk.is_(PrivacyRisk.SIGNIFICANT)

# "Assuming" conditions this approval, and no other.
AIRPORT = AIRPORT_ENTRY.ground(
    "SJ-PREC-AIRPORT",
    "",
    "Software for reports was renewed with a brief review: no new risk in data of approved business, "
    "assuming the original purpose.",
    when=REPORTS_ON_DATA,
    matches=SAME_PURPOSE & APPROVED_SOURCE & NO_RISK_FOUND,
)
AIRPORT_PURPOSE = AIRPORT_ENTRY.ground(
    "SJ-PREC-AIRPORT-PURPOSE",
    "heading and body, assuming",
    "Assuming that the data is used for the purpose outlined when it was collected.",
    when=REPORTS_ON_DATA,
    matches=SAME_PURPOSE,
)
AIRPORT_SOURCE = AIRPORT_ENTRY.ground(
    "SJ-PREC-AIRPORT-SOURCE",
    "body",
    "The data was collected, processed or generated in the approved course of City business.",
    when=REPORTS_ON_DATA,
    matches=APPROVED_SOURCE,
)

# What the reasons come to. None of this is in the text: each row is drawn from the
# entries it names, which were decided by themselves. Nothing of it binds.

DRAWN = part(PAGE, "drawn from ", kind=Kind.PRINCIPLE, force=Force.PRECEDENT)
FURTHER = "approved with further review, "
SENSES = Named(
    "it senses people or vehicles",
    PLATE_READER | CAMERAS,
)
FINGERPRINTS = Data.elements.some(
    DataElement.category.is_(DataCategory.BIOMETRIC) | DataElement.contains.has(DataCategory.BIOMETRIC)
)

PRINCIPLES = (
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-01",
        "not approved, entry 1",
        "Insecure handling of sensitive video counted against a proposal.",
        when=INSECURE & SENSITIVE_VIDEO,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-02",
        FURTHER + "entries 4 and 8, and with a brief review, entry 1",
        "Storage in a secure or approved place, with access that is restricted, counted in favour.",
        when=EXISTING_SPACE | ((SECURE_CLOUD | APPROVED_PLACE) & AUTHORIZED),
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-03",
        "not approved, entry 2, and " + FURTHER + "entry 4",
        "Children's data took a further review, and was passed once and refused once.",
        when=CHILDREN,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-04",
        "not approved, entry 2",
        "Unclear value to those whose data was taken counted against a proposal.",
        when=UNCLEAR_VALUE,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-05",
        "not approved, entry 3",
        "Ongoing monitoring of people who were picked out, and pose no immediate threat, counted against a "
        "proposal.",
        when=TARGETED_MONITORING & NO_NECESSITY,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-06",
        FURTHER + "entry 7",
        "That nobody is monitored was promised of technology that senses.",
        when=SENSES & NOT_MONITORED,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-07",
        "not approved, entry 4",
        "Police access without the City's approval of each agency counted against a proposal.",
        when=WITHOUT_APPROVAL,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-08",
        FURTHER + "entries 1, 4 and 8",
        "Data stayed inside, went to partners in the service, or where the law requires.",
        when=SHARED.has_only(SharedWith.SERVICE_PARTNERS, SharedWith.WHOM_LAW_REQUIRES),
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-09",
        "not approved, entry 4",
        "That recipients might use data for what the City bars counted against a proposal.",
        when=PROHIBITED_USE,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-10",
        FURTHER + "entries 1 and 4",
        "That the data is needed for the service counted in favour.",
        when=ALL_NEEDED | CRITICAL,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-11",
        FURTHER + "entries 1, 2, 4 and 8",
        "Use that is defined, limited or under agreed conditions counted in favour.",
        when=USE_DEFINED | Proposal.usage_conditions,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-12",
        FURTHER + "entries 1, 2 and 8",
        "Confidential keeping counted in favour.",
        when=CONFIDENTIAL,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-13",
        FURTHER + "entry 2",
        "Consent counted in favour once; of most approvals nothing is said of it.",
        when=CONSENT,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-14",
        FURTHER + "entry 2",
        "A defined time of keeping counted in favour.",
        when=DEFINED_PERIOD,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-15",
        FURTHER + "entry 3",
        "Cameras passed that keep little, hear nothing, and leave anonymous counts.",
        when=ONLY_CLIPS & NO_AUDIO & OTHERS_DELETED & ANONYMOUS,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-16",
        FURTHER + "entry 3",
        "That a computer identifies by itself counted neither way.",
        when=AI,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-17",
        FURTHER + "entry 5",
        "A device that is pointed at objects only counted in favour.",
        when=OBJECTS_ONLY,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-18",
        FURTHER + "entry 6",
        "Bought data without PII, made apart from the City, counted in favour.",
        when=VENDORS_DATA & ~PII,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-19",
        FURTHER + "entry 7",
        "Sensing across an area passed with an impact assessment, a public that was for it, and the Council.",
        when=ASSESSED & HEARD_WELL & COUNCIL_STEP,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-20",
        FURTHER + "entry 7",
        "That nothing is enforced without a human was promised of technology that senses.",
        when=SENSES & NOT_AUTOMATIC,
    ),
    DRAWN.restatement(
        "SJ-PREC-PRINCIPLE-21", FURTHER + "entry 7", "Signs where plate readers stand.", restates=[SIGNS]
    ),
    DRAWN.restatement(
        "SJ-PREC-PRINCIPLE-22",
        "approved with a brief review, entry 1",
        "Office equipment that is not for taking PII passed briefly.",
        restates=[SCANNER_COLLECTS_NOTHING],
    ),
    DRAWN.restatement(
        "SJ-PREC-PRINCIPLE-23",
        "approved with a brief review, entry 2",
        "What people alone decide to enter passed briefly.",
        restates=[LAPTOPS_VOLUNTEERED],
    ),
    DRAWN.restatement(
        "SJ-PREC-PRINCIPLE-24",
        "approved with a brief review, entry 3",
        "Work on data that is there, for its original purpose, passed briefly.",
        restates=[AIRPORT],
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-25",
        FURTHER + "entry 2",
        "Compliance with a local rule counted in favour.",
        when=Proposal.legal_requirement,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-26",
        FURTHER + "entries 1, 2, 4 and 8",
        "Personal information, such as SSNs, fingerprints and children's records, took a further "
        "review, and barred nothing by itself.",
        when=PII | SSN | FINGERPRINTS | CHILDREN,
    ),
    DRAWN.noted(
        "SJ-PREC-PRINCIPLE-27",
        "introduction, and " + FURTHER + "entries 1 and 2",
        "Service to residents counted in favour, and is an aim of a further review.",
        when=IN_RESIDENTS_SERVICE,
    ),
)

OF_METHOD = "It says how to reason from the entries; the base of decided cases does."
HOW_TO_REASON = (
    DRAWN.unmodelled("SJ-PREC-PRINCIPLE-28", "all entries on cameras and plate readers", because=OF_METHOD),
    DRAWN.unmodelled("SJ-PREC-PRINCIPLE-29", FURTHER + "entries 5 and 6", because=OF_METHOD),
    DRAWN.unmodelled("SJ-PREC-PRINCIPLE-30", "not approved, entry 1", because=OF_METHOD),
    DRAWN.unmodelled(
        "SJ-PREC-PRINCIPLE-31",
        "all entries not approved",
        because="Who brought a proposal is nowhere given as a reason, so nothing asks for it.",
    ),
    DRAWN.unmodelled(
        "SJ-PREC-PRINCIPLE-32",
        FURTHER + "entry 3, and with a brief review, entry 3",
        because="Only the two entries that say so long as and assuming condition an approval, each its own; "
        "their rows say so.",
    ),
)

# Patterns: what made the officer refuse, or review briefly. A case that shows one
# is like an entry in all that was given as a reason.

PATTERNS = part(PAGE, "drawn from ", kind=Kind.CONDITION, force=Force.PRECEDENT)

INSECURE_SENSITIVE_VIDEO = PATTERNS.definition(
    "SJ-PREC-PREDICT-R1",
    "not approved, entry 1",
    "Sensitive video is handled insecurely.",
    term="sensitive video is handled insecurely",
    means=INSECURE & SENSITIVE_VIDEO,
)
CHILDREN_TRACKED = PATTERNS.definition(
    "SJ-PREC-PREDICT-R2",
    "not approved, entry 2",
    "Children are tracked, and what they get for it is unclear.",
    term="children are tracked for no clear value",
    means=CHILD_TRACKING & UNCLEAR_VALUE,
)
PEOPLE_TARGETED = PATTERNS.definition(
    "SJ-PREC-PREDICT-R3",
    "not approved, entry 3",
    "People are picked out and followed on and on, and pose no immediate threat.",
    term="targeted people are monitored without necessity",
    means=TARGETED_MONITORING & NO_NECESSITY,
)
READS_OUT_OF_HAND = PATTERNS.definition(
    "SJ-PREC-PREDICT-R4",
    "not approved, entry 4",
    "Plate reads can be reached by police without the City's approval, or put to prohibited uses.",
    term="plate reads get out of the City's hands",
    means=PLATE_READER
    & ~SHARED.is_empty()
    & SHARED_READS.reads(either=WITHOUT_APPROVAL | PROHIBITED_USE, both=WITHOUT_APPROVAL & PROHIBITED_USE),
)
NOT_FOR_PII = PATTERNS.definition(
    "SJ-PREC-PREDICT-B1",
    "approved with a brief review, entry 1",
    "Office equipment that is not for taking PII stores in an approved space.",
    term="it is office equipment that is not for taking personal information",
    means=OFFICE_EQUIPMENT & NO_PII_IMPLIED & EXISTING_SPACE,
)
USERS_ENTER = PATTERNS.definition(
    "SJ-PREC-PREDICT-B2",
    "approved with a brief review, entry 2",
    "On computers for the public only users enter data.",
    term="on computers for the public only users enter data",
    means=PUBLIC_COMPUTER & VOLUNTEERED & LITTLE_PII,
)
SAME_DATA = PATTERNS.definition(
    "SJ-PREC-PREDICT-B3",
    "approved with a brief review, entry 3",
    "Reports on data of approved business go on, for its original purpose, with no new risk.",
    term="reports go on with the same data for the same purpose",
    means=REPORTS_ON_DATA & SAME_PURPOSE & APPROVED_SOURCE & NO_RISK_FOUND,
)
BY_THE_BASE = (
    "A prediction, with its grounds, is for the base of decided cases, and comes from no elimination."
)
PREDICTIONS = (
    PATTERNS.unmodelled("SJ-PREC-PREDICT-REJECTED", "the entries not approved", because=BY_THE_BASE),
    PATTERNS.unmodelled("SJ-PREC-PREDICT-BRIEF", "the entries with a brief review", because=BY_THE_BASE),
    PATTERNS.unmodelled("SJ-PREC-PREDICT-FURTHER", "the entries with further review", because=BY_THE_BASE),
)

ENTRIES = (
    # Introduction
    REVIEW_FIRST,
    INTRODUCTION.unmodelled(
        "SJ-PREC-LIST-NONEXHAUSTIVE",
        "paragraph 2, first sentence",
        kind=Kind.DEFINITION,
        because="It says that the list is not exhaustive, which the notes of the policy repeat.",
    ),
    OFF_POLICY,
    NO_SIGNIFICANT_RISK,
    SUPPORTS_AND_ADHERES,
    # Definitions and abbreviations
    PII,
    SSN,
    AI,
    CITY,
    # Not approved
    LIGHTPOLES,
    INSECURE_VIDEO,
    CHILDBANDS,
    CHILDREN,
    VALUE_IN_EXCHANGE,
    HOMELESS,
    NO_IMMEDIATE_THREAT,
    ALPR_SHARING,
    CITY_AGREES,
    SECONDARY_USE,
    # Approved with further review
    FIRE,
    FIRE_NECESSITY,
    FIRE_INTEREST,
    FIRE_CONFIDENTIAL,
    OEA,
    OEA_PURPOSE,
    OEA_USES,
    OEA_CONSENT,
    OEA_CONFIDENTIAL,
    OEA_RETENTION,
    DOT,
    DOT_CLIPS,
    DOT_NO_AUDIO,
    DOT_DELETE,
    DOT_ANON,
    DOT_PROTOCOL,
    YOUTH,
    YOUTH_NECESSITY,
    YOUTH_CLOUD,
    YOUTH_PARTNERS,
    YOUTH_CONDITIONS,
    XRAY,
    XRAY_DIRECTION,
    ENERGY,
    ENERGY_NO_PII,
    VENDORS_DATA,
    ALPR,
    ALPR_PURPOSE,
    ALPR_NO_MONITORING,
    ALPR_HUMANS,
    SIGNS,
    ALPR_ASSESSMENT,
    ALPR_ENGAGEMENT,
    ALPR_COUNCIL,
    ALPR_PROTOCOL,
    FINGERPRINT,
    PRINTS_ACCESS,
    PRINTS_PLACE,
    PRINTS_RELEASE,
    PRINTS_PURPOSE,
    PRINTS_PROTOCOL,
    # Approved with a brief review
    SCANNER,
    SCANNER_COLLECTS_NOTHING,
    SCANNER_STORAGE,
    LAPTOPS,
    LAPTOPS_VOLUNTEERED,
    AIRPORT,
    AIRPORT_PURPOSE,
    AIRPORT_SOURCE,
    # Drawn from the entries
    *PRINCIPLES,
    *HOW_TO_REASON,
    INSECURE_SENSITIVE_VIDEO,
    CHILDREN_TRACKED,
    PEOPLE_TARGETED,
    READS_OUT_OF_HAND,
    NOT_FOR_PII,
    USERS_ENTER,
    SAME_DATA,
    *PREDICTIONS,
)
