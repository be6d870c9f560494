"""San José: the fifteen decided cases of the Digital Privacy Precedent, to reason from.

What each entry says of a factor is tagged by its words: `NECESSARY` for "so long
as", "assuming" and "is required", `REASON` for what is given as one, `SAFEGUARD`
for what is promised, `DESCRIBED` for what is only told. What an entry does not
speak of is not there. Who brought a proposal is no factor.

A kind of personal information speaks for a further review against a brief one,
and is neutral on a refusal: SSNs, fingerprints and children's records were
passed. A reason to approve speaks against a refusal, and says nothing of
how brief a review may be. That something senses or follows people is no ground
of a refusal by itself; it keeps approvals of records from carrying over. Weights
count in the order of the nearest cases alone, and are the kit's.

Fifteen cases are few, chosen by whoever made the page, and two of them (the X-ray
kit, the bought prices) had a further review without any personal information,
which nothing in the text explains. So much is left open.
"""

from __future__ import annotations

from aigovkit.authoring import Period, any_of
from aigovkit.jurisdictions.san_jose.privacy_precedents.entries import (
    ALL_NEEDED,
    ANONYMOUS,
    APPROVED_PLACE,
    APPROVED_SOURCE,
    ASSESSED,
    AUTHORIZED,
    CAMERAS,
    CHILD_TRACKING,
    CHILDREN,
    CONFIDENTIAL,
    CONSENT,
    COUNCIL_STEP,
    CRITICAL,
    DEFINED_PERIOD,
    EXISTING_SPACE,
    FINGERPRINTS,
    HEARD_WELL,
    IN_RESIDENTS_SERVICE,
    INSECURE,
    INSECURE_SENSITIVE_VIDEO,
    LITTLE_PII,
    NAMED_EXAMPLES,
    NECESSARY_PURPOSE,
    NO_AUDIO,
    NO_NECESSITY,
    NO_PII_IMPLIED,
    NO_SIGNIFICANT_RISK,
    NOT_AUTOMATIC,
    NOT_MONITORED,
    OBJECTS_ONLY,
    OFF_POLICY,
    OFFICE_EQUIPMENT,
    ONGOING_NEED,
    ONLY_CLIPS,
    OTHERS_DELETED,
    PAGE,
    PII,
    PLATE_READER,
    POOR_SETUP,
    PROHIBITED_USE,
    PUBLIC_COMPUTER,
    PURPOSES,
    READS_OUT_OF_HAND,
    REPORTS_ON_DATA,
    SAME_PURPOSE,
    SECURE_CLOUD,
    SENSES,
    SHARED,
    SIGNS,
    SSN,
    TARGETED_MONITORING,
    TECHNOLOGY,
    TRACKED,
    TRAFFIC,
    TRAFFIC_CAMERAS,
    UNCLEAR_VALUE,
    USE_DEFINED,
    VIDEO,
    VOLUNTEERED,
    WITHOUT_APPROVAL,
)
from aigovkit.models import (
    Data,
    DataElement,
    DataSubject,
    PrivacyRisk,
    Proposal,
    ProposalPurpose,
    ProposedTechnology,
    Scale,
    SharedWith,
    Step,
)
from aigovkit.precedents import (
    AGAINST,
    FOR,
    Dimension,
    Factor,
    Pattern,
    Precedent,
    PrecedentBase,
    Role,
    Tag,
    back_to,
    shared_reasons,
    stated,
    towards,
)

BRIEF, FURTHER, REJECTED = "approved_brief_review", "approved_further_review", "rejected"
TRACKS = Scale(
    "track",
    "Track",
    [
        Step(BRIEF, "Approved with a brief review", "No significant privacy risk was seen."),
        Step(FURTHER, "Approved with further review", "A further review came first."),
        Step(REJECTED, "Not approved", "As it was proposed."),
    ],
)
N, R, S, D = Tag.NECESSARY, Tag.REASON, Tag.SAFEGUARD, Tag.DESCRIBED

# What speaks against. Each is something found, or a fact of what is proposed: that
# nothing is known of it is not it.

NOT_ALIGNED = Factor(
    "not_aligned",
    "it was found not to align with the privacy policy",
    AGAINST,
    OFF_POLICY.condition,
    weight=3,
)
INSECURE_HANDLING = Factor(
    "insecure_handling", "its handling of what it takes was found insecure", AGAINST, INSECURE, weight=3
)
# What one refusal was of, as its row has it: the same however it is taken, anew or not.
INSECURE_VIDEO = Factor(
    "insecure_video",
    "its handling of sensitive video was found insecure",
    AGAINST,
    INSECURE_SENSITIVE_VIDEO.condition,
)
SET_UP_POORLY = Factor("poor_setup", "its set-up was found poor", AGAINST, POOR_SETUP, weight=2)
VALUE_UNCLEAR = Factor(
    "unclear_value", "what people get for their data was found unclear", AGAINST, UNCLEAR_VALUE, weight=3
)
CHILDREN_TRACKED = Factor("children_tracked", "children are tracked", AGAINST, CHILD_TRACKING)
PEOPLE_FOLLOWED = Factor(
    "people_followed",
    "people who were picked out are followed on and on",
    AGAINST,
    TARGETED_MONITORING,
    weight=3,
)
POSE_NO_THREAT = Factor(
    "no_threat",
    "those who are followed pose no immediate threat",
    AGAINST,
    TRACKED & NO_NECESSITY,
    weight=2,
)
POLICE_ACCESS = Factor(
    "police_access",
    "other police can get at the data without the City's approval",
    AGAINST,
    WITHOUT_APPROVAL,
    weight=3,
)
USE_AGAINST_RULES = Factor(
    "prohibited_use",
    "whoever gets the data may put it to a prohibited use",
    AGAINST,
    PROHIBITED_USE & ~SHARED.is_empty(),
    weight=3,
)
READS_SHARED = Factor(
    "reads_shared",
    "plate reads get out of the City's hands",
    AGAINST,
    READS_OUT_OF_HAND.condition,
)
ADVERSE = (
    NOT_ALIGNED,
    INSECURE_HANDLING,
    INSECURE_VIDEO,
    SET_UP_POORLY,
    VALUE_UNCLEAR,
    CHILDREN_TRACKED,
    PEOPLE_FOLLOWED,
    POSE_NO_THREAT,
    POLICE_ACCESS,
    USE_AGAINST_RULES,
    READS_SHARED,
)

# What is taken anew. Reports on data that is there take nothing.

TAKEN = ~REPORTS_ON_DATA
AT_STAKE = towards(FURTHER)
CONTACT_DATA = Factor(
    "contact_data",
    "names, addresses or telephone numbers are taken",
    AT_STAKE,
    TAKEN & Data.elements.some(NAMED_EXAMPLES),
)
# Pictures of objects alone, such as bombs or pipes, are none of people.
VIDEO_OF_PEOPLE = Factor(
    "video",
    "video or pictures of people or their cars are taken",
    AT_STAKE,
    TAKEN & Data.elements.some(VIDEO & ~DataElement.subjects.has_only(DataSubject.NO_ONE)),
    weight=2,
)
CHILDRENS_DATA = Factor("children", "children's data is taken", AT_STAKE, TAKEN & CHILDREN, weight=3)
SSNS = Factor("ssn", "Social Security numbers are taken", AT_STAKE, TAKEN & SSN, weight=3)
# A plate reader that is renewed goes on reading.
PLATES = Factor("plates", "licence plates are read", AT_STAKE, PLATE_READER, weight=3)
PRINTS_TAKEN = Factor(
    "fingerprints",
    "fingerprints or other biometric data are taken",
    AT_STAKE,
    TAKEN & FINGERPRINTS,
    weight=3,
)
RISK_FOUND = Factor(
    "significant_risk",
    "a review found a significant privacy risk",
    AT_STAKE,
    Proposal.risk.is_(PrivacyRisk.SIGNIFICANT),
    weight=2,
)
RISKS = (CONTACT_DATA, VIDEO_OF_PEOPLE, CHILDRENS_DATA, SSNS, PLATES, PRINTS_TAKEN, RISK_FOUND)

# What sets a case apart from approvals that had none of it, and was no ground of a refusal:
# it refuses nothing, and no approval of records carries over to it.

SENSING = Factor(
    "sensing",
    "it senses or follows people or vehicles",
    AGAINST,
    any_of(
        PLATE_READER,
        TRACKED,
        PURPOSES.has(ProposalPurpose.MONITORING_PEOPLE),
        TECHNOLOGY.has(ProposedTechnology.WEARABLE),
        CAMERAS & Data.elements.some(VIDEO & ~DataElement.subjects.has_only(DataSubject.NO_ONE)),
    ),
)
CONDITION_FAILS = Factor(
    "condition_fails",
    "what the approval of the like required or promised is not there",
    AGAINST,
    any_of(
        TRAFFIC_CAMERAS & ~PLATE_READER & ~(ONLY_CLIPS & NO_AUDIO & OTHERS_DELETED),
        PLATE_READER & ~(SIGNS.met & NOT_AUTOMATIC & ~PURPOSES.has(ProposalPurpose.MONITORING_PEOPLE)),
        REPORTS_ON_DATA & ~SAME_PURPOSE,
    ),
)
WIDELY_SHARED = Factor(
    "widely_shared",
    "others than partners in the service, or whom the law requires, get at the data",
    AGAINST,
    ~SHARED.has_only(SharedWith.SERVICE_PARTNERS, SharedWith.WHOM_LAW_REQUIRES),
)
STORED_ELSEWHERE = Factor(
    "stored_elsewhere",
    "what office equipment copies goes to no space that is approved already",
    AT_STAKE,
    OFFICE_EQUIPMENT & ~EXISTING_SPACE,
)

# What speaks against a refusal. Each has to be shown. What it answers are the defects
# that it speaks to: signs do not answer that somebody is followed. That is ours.

IN_FAVOR = back_to(FURTHER)
THREAT_SHOWN = Factor(
    "threat_shown",
    "those who are followed pose an immediate threat",
    IN_FAVOR,
    TRACKED & ~NO_NECESSITY,
    answers=[PEOPLE_FOLLOWED, POSE_NO_THREAT],
)
DATA_NEEDED = Factor(
    "data_needed",
    "the data is needed for the service",
    IN_FAVOR,
    ALL_NEEDED | CRITICAL,
    answers=[VALUE_UNCLEAR],
)
DEFINED_USE = Factor(
    "use_defined",
    "the use of the data is defined, limited or under agreed conditions",
    IN_FAVOR,
    USE_DEFINED | Proposal.usage_conditions,
    answers=[USE_AGAINST_RULES],
)
SERVES_RESIDENTS = Factor(
    "serves_residents",
    "it serves residents or their services",
    IN_FAVOR,
    IN_RESIDENTS_SERVICE,
    answers=[VALUE_UNCLEAR],
)
KEPT_CONFIDENTIAL = Factor(
    "confidential",
    "the data is kept confidential",
    IN_FAVOR,
    CONFIDENTIAL,
    answers=[POLICE_ACCESS, USE_AGAINST_RULES],
)
LIMITED_SHARING = Factor(
    "limited_sharing",
    "the data stays inside, or goes to partners in the service or where the law requires",
    IN_FAVOR,
    SHARED.has_only(SharedWith.SERVICE_PARTNERS, SharedWith.WHOM_LAW_REQUIRES),
    answers=[POLICE_ACCESS, USE_AGAINST_RULES],
)
SECURE_PLACE = Factor(
    "secure_place",
    "the data is kept in a secure or approved place",
    IN_FAVOR,
    SECURE_CLOUD | APPROVED_PLACE,
    answers=[INSECURE_HANDLING],
)
ACCESS_RESTRICTED = Factor(
    "access_restricted",
    "only authorized people get at the data",
    IN_FAVOR,
    AUTHORIZED,
    answers=[INSECURE_HANDLING],
)
LOCAL_RULE = Factor(
    "local_rule",
    "a local rule is complied with",
    IN_FAVOR,
    Proposal.legal_requirement,
    answers=[VALUE_UNCLEAR],
)
CONSENT_GIVEN = Factor(
    "consent",
    "consent is explicit and informed",
    IN_FAVOR,
    CONSENT,
    weight=2,
    answers=[VALUE_UNCLEAR, PEOPLE_FOLLOWED],
)
PERIOD_DEFINED = Factor(
    "period_defined",
    "the time of keeping is defined, and five years at most",
    IN_FAVOR,
    DEFINED_PERIOD,
    answers=[],
)
CLIPS_ONLY = Factor(
    "only_clips", "only small clips of incidents are kept, if any", IN_FAVOR, ONLY_CLIPS, weight=2, answers=[]
)
NO_SOUND = Factor(
    "no_audio", "pictures are taken without sound", IN_FAVOR, Data.elements.some(VIDEO) & NO_AUDIO, answers=[]
)
IMAGES_DELETED = Factor(
    "images_deleted", "all other images are deleted", IN_FAVOR, OTHERS_DELETED, weight=2, answers=[]
)
ANONYMOUS_METRICS = Factor(
    "anonymous",
    "what is kept for long is anonymous",
    IN_FAVOR,
    ANONYMOUS,
    weight=2,
    answers=[PEOPLE_FOLLOWED],
)
FOR_TRAFFIC = Factor("traffic", "it serves traffic", IN_FAVOR, TRAFFIC, answers=[])
AIMED_AT_OBJECTS = Factor(
    "objects_only",
    "it is aimed at objects, and not where much PII is",
    IN_FAVOR,
    OBJECTS_ONLY,
    weight=3,
    answers=[PEOPLE_FOLLOWED],
)
NO_PII = Factor("no_pii", "there is no personally identifiable information", IN_FAVOR, ~PII)
NECESSARY = Factor(
    "necessary_purpose", "it serves a necessary purpose", IN_FAVOR, NECESSARY_PURPOSE, answers=[VALUE_UNCLEAR]
)
VENDORS_OWN = Factor(
    "vendor_data",
    "a vendor made the data apart from any work with the City",
    IN_FAVOR,
    Proposal.vendor_data,
    weight=3,
    answers=[],
)
IMPACT_ASSESSED = Factor(
    "impact_assessed", "a Privacy Impact Assessment is done", IN_FAVOR, ASSESSED, weight=2, answers=[]
)
PUBLIC_FAVORS = Factor(
    "public_favors",
    "the public, online and in person, is for it on the whole",
    IN_FAVOR,
    HEARD_WELL,
    weight=2,
    answers=[],
)
COUNCIL_APPROVES = Factor("council", "the Council approves", IN_FAVOR, COUNCIL_STEP, weight=2, answers=[])
SIGNS_POSTED = Factor("signs", "signs give notice on the spot", IN_FAVOR, SIGNS.met, answers=[])
NOBODY_MONITORED = Factor(
    "nobody_monitored",
    "what senses monitors no individual",
    IN_FAVOR,
    SENSES & NOT_MONITORED,
    answers=[PEOPLE_FOLLOWED],
)
HUMANS_ENFORCE = Factor(
    "humans_enforce", "nothing is enforced without a human", IN_FAVOR, SENSES & NOT_AUTOMATIC, answers=[]
)
NEED_GOES_ON = Factor(
    "ongoing_need",
    "criminal investigations go on needing it",
    IN_FAVOR,
    ONGOING_NEED,
    weight=2,
    answers=[VALUE_UNCLEAR],
)

# What speaks for a brief review.

GENERAL_DEVICE = Factor(
    "general_device",
    "it is a device for general use",
    FOR,
    OFFICE_EQUIPMENT | PUBLIC_COMPUTER,
    weight=3,
    answers=[],
)
# Of office equipment, that it is not for taking PII; of computers for the public,
# that users alone enter it. One does not stand in for the other.
COLLECTS_NOTHING = Factor(
    "collects_nothing",
    "nothing is collected by itself, or by the City",
    FOR,
    any_of(
        NO_PII_IMPLIED & ~PUBLIC_COMPUTER,
        VOLUNTEERED & ~OFFICE_EQUIPMENT,
        NO_PII_IMPLIED & VOLUNTEERED,
    ),
    answers=[VALUE_UNCLEAR, PEOPLE_FOLLOWED],
)
PII_LITTLE = Factor(
    "little_pii",
    "little or no PII is to be expected",
    FOR,
    (NO_PII_IMPLIED & ~PUBLIC_COMPUTER) | LITTLE_PII,
)
VOLUNTEERED_ONLY = Factor(
    "volunteered_only",
    "only what users willingly give is taken",
    FOR,
    Proposal.volunteered_only,
    weight=2,
    answers=[VALUE_UNCLEAR, PEOPLE_FOLLOWED],
)
IN_EXISTING_SPACE = Factor(
    "existing_space",
    "it stores in a space that is approved already",
    FOR,
    EXISTING_SPACE,
    answers=[INSECURE_HANDLING],
)
EXISTING_DATA = Factor(
    "existing_data", "reports are made of data that is there", FOR, REPORTS_ON_DATA, weight=3, answers=[]
)
PURPOSE_KEPT = Factor(
    "same_purpose",
    "the data keeps to its original purpose",
    FOR,
    SAME_PURPOSE,
    weight=2,
    answers=[],
)
SOURCE_APPROVED = Factor(
    "approved_source", "the data comes of approved business", FOR, APPROVED_SOURCE, weight=2, answers=[]
)
NO_NEW_RISK = Factor(
    "no_new_risk",
    "no significant or new privacy risk was found",
    FOR,
    NO_SIGNIFICANT_RISK.condition,
    weight=2,
)

# Of most entries nothing is said of how long data is kept; of none, of how many
# people there is data.
KEPT_FOR = Dimension("kept_for", "how long the data is kept", AGAINST, Data.retention, least=Period(days=0))

FACTORS = (
    *ADVERSE,
    *RISKS,
    SENSING,
    CONDITION_FAILS,
    WIDELY_SHARED,
    STORED_ELSEWHERE,
    THREAT_SHOWN,
    DATA_NEEDED,
    DEFINED_USE,
    SERVES_RESIDENTS,
    KEPT_CONFIDENTIAL,
    LIMITED_SHARING,
    SECURE_PLACE,
    ACCESS_RESTRICTED,
    LOCAL_RULE,
    CONSENT_GIVEN,
    PERIOD_DEFINED,
    CLIPS_ONLY,
    NO_SOUND,
    IMAGES_DELETED,
    ANONYMOUS_METRICS,
    FOR_TRAFFIC,
    AIMED_AT_OBJECTS,
    NO_PII,
    NECESSARY,
    VENDORS_OWN,
    IMPACT_ASSESSED,
    PUBLIC_FAVORS,
    COUNCIL_APPROVES,
    SIGNS_POSTED,
    NOBODY_MONITORED,
    HUMANS_ENFORCE,
    NEED_GOES_ON,
    GENERAL_DEVICE,
    COLLECTS_NOTHING,
    PII_LITTLE,
    VOLUNTEERED_ONLY,
    IN_EXISTING_SPACE,
    EXISTING_DATA,
    PURPOSE_KEPT,
    SOURCE_APPROVED,
    NO_NEW_RISK,
)

# The entries, in the order of the page.

LIGHTPOLES = Precedent(
    "SJ-PREC-LIGHTPOLES",
    PAGE.at("Not approved, entry 1"),
    "Smart light poles",
    REJECTED,
    factors=[
        stated(INSECURE_HANDLING, R, note="Questionable in the heading, found so in the body."),
        stated(SET_UP_POORLY, R, PAGE.at("Not approved, entry 1, heading")),
        stated(INSECURE_VIDEO, R),
        stated(VIDEO_OF_PEOPLE, D),
        stated(SENSING, D),
    ],
    summary="A pilot of ten poles with cameras and sensors was set up poorly and handled video insecurely.",
)
CHILDBANDS = Precedent(
    "SJ-PREC-CHILDBANDS",
    PAGE.at("Not approved, entry 2"),
    "Bands that track schoolchildren",
    REJECTED,
    factors=[
        stated(CHILDRENS_DATA, R),
        stated(CHILDREN_TRACKED, R),
        stated(SENSING, D),
        stated(PEOPLE_FOLLOWED, R, note="The children at school are followed in health, place and more."),
        stated(VALUE_UNCLEAR, R, PAGE.at("Not approved, entry 2, body")),
    ],
    summary="Sensitive data of children would have been taken for a value to them that was unclear.",
)
HOMELESS = Precedent(
    "SJ-PREC-HOMELESS",
    PAGE.at("Not approved, entry 3"),
    "Cameras that track homeless individuals",
    REJECTED,
    factors=[
        stated(PEOPLE_FOLLOWED, R),
        stated(POSE_NO_THREAT, R),
        stated(VIDEO_OF_PEOPLE, D),
        stated(SENSING, D),
    ],
    summary="Targeted individuals would have been monitored on and on who posed no immediate threat.",
)
ALPR_SHARING = Precedent(
    "SJ-PREC-ALPR-SHARING",
    PAGE.at("Not approved, entry 4"),
    "Plate reads in a vendor's shared database",
    REJECTED,
    factors=[
        stated(POLICE_ACCESS, R, PAGE.at("Not approved, entry 4, body")),
        stated(USE_AGAINST_RULES, R),
        stated(READS_SHARED, R),
        stated(WIDELY_SHARED, D),
        stated(PLATES, D),
        stated(VIDEO_OF_PEOPLE, D),
        stated(SENSING, D),
    ],
    summary="Other police could have reached the reads without approval, for uses that the City bars.",
)
FIRE = Precedent(
    "SJ-PREC-FIRE",
    PAGE.at("Approved with further review, entry 1"),
    "Contact data for fire inspections",
    FURTHER,
    factors=[
        stated(DATA_NEEDED, R),
        stated(DEFINED_USE, R, PAGE.at("Approved with further review, entry 1, heading")),
        stated(SERVES_RESIDENTS, R),
        stated(KEPT_CONFIDENTIAL, R),
        stated(LIMITED_SHARING, D),
        stated(CONTACT_DATA, D),
    ],
    summary="All of it was needed, its use defined, in the communities' interest, and confidential.",
)
OEA = Precedent(
    "SJ-PREC-OEA",
    PAGE.at("Approved with further review, entry 2"),
    "Employment data of contractors",
    FURTHER,
    factors=[
        stated(DEFINED_USE, R, PAGE.at("Approved with further review, entry 2, heading")),
        stated(SERVES_RESIDENTS, R),
        stated(LOCAL_RULE, R),
        stated(CONSENT_GIVEN, R),
        stated(KEPT_CONFIDENTIAL, R),
        stated(PERIOD_DEFINED, R),
        stated(KEPT_FOR, R, value=Period(years=5)),
        stated(SSNS, D),
        stated(CONTACT_DATA, D),
    ],
    summary="It improves services and keeps local rules, by consent, confidentially, for five years.",
)
DOT = Precedent(
    "SJ-PREC-DOT",
    PAGE.at("Approved with further review, entry 3"),
    "AI cameras for traffic metrics",
    FURTHER,
    factors=[
        stated(CLIPS_ONLY, N),
        stated(NO_SOUND, N),
        stated(IMAGES_DELETED, N),
        stated(ANONYMOUS_METRICS, R, PAGE.at("Approved with further review, entry 3, heading")),
        stated(DEFINED_USE, D, note="A Data Usage Protocol is pointed to."),
        stated(FOR_TRAFFIC, D),
        stated(VIDEO_OF_PEOPLE, D),
        stated(SENSING, D),
    ],
    summary="Little video is kept, no sound, no other images, and what lasts is anonymous.",
)
YOUTH = Precedent(
    "SJ-PREC-YOUTH",
    PAGE.at("Approved with further review, entry 4"),
    "Case management for youth services",
    FURTHER,
    factors=[
        stated(DEFINED_USE, R, note="Conditions of use were agreed."),
        stated(DATA_NEEDED, R),
        stated(SECURE_PLACE, S),
        stated(LIMITED_SHARING, S),
        stated(CHILDRENS_DATA, D),
    ],
    summary="Critical services need the data, and acceptable conditions of use were agreed.",
)
XRAY = Precedent(
    "SJ-PREC-XRAY",
    PAGE.at("Approved with further review, entry 5"),
    "X-ray kit of the bomb squad",
    FURTHER,
    factors=[stated(AIMED_AT_OBJECTS, R)],
    summary="It is directed at objects, and not where much personal information would come in.",
)
ENERGY = Precedent(
    "SJ-PREC-ENERGY",
    PAGE.at("Approved with further review, entry 6"),
    "Bought data on energy prices",
    FURTHER,
    factors=[stated(NO_PII, R), stated(NECESSARY, R), stated(VENDORS_OWN, R)],
    summary="The vendor's own data has no personal information and serves a necessary purpose.",
)
ALPR = Precedent(
    "SJ-PREC-ALPR",
    PAGE.at("Approved with further review, entry 7"),
    "Plate readers at intersections",
    FURTHER,
    factors=[
        stated(IMPACT_ASSESSED, R),
        stated(PUBLIC_FAVORS, R),
        stated(COUNCIL_APPROVES, R, note="In the heading; in the body it is still to come."),
        stated(SIGNS_POSTED, N),
        stated(NOBODY_MONITORED, S),
        stated(HUMANS_ENFORCE, S),
        stated(FOR_TRAFFIC, D),
        stated(PLATES, D),
        stated(VIDEO_OF_PEOPLE, D),
        stated(SENSING, D),
    ],
    summary="An assessment, a public that was for it, and the Council stood behind it.",
)
FINGERPRINT = Precedent(
    "SJ-PREC-FINGERPRINT",
    PAGE.at("Approved with further review, entry 8"),
    "Fingerprint and evidence system",
    FURTHER,
    factors=[
        stated(DEFINED_USE, R),
        stated(KEPT_CONFIDENTIAL, R),
        stated(NEED_GOES_ON, R),
        stated(ACCESS_RESTRICTED, S),
        stated(SECURE_PLACE, S),
        stated(LIMITED_SHARING, S),
        stated(PRINTS_TAKEN, D),
    ],
    summary="Its usage is limited, its security confidential, and investigations go on needing it.",
)
SCANNER = Precedent(
    "SJ-PREC-SCANNER",
    PAGE.at("Approved with a brief review, entry 1"),
    "Scanner for the office",
    BRIEF,
    factors=[
        stated(COLLECTS_NOTHING, R),
        stated(PII_LITTLE, R, note="None is heavily implied."),
        stated(IN_EXISTING_SPACE, S),
        stated(GENERAL_DEVICE, D),
    ],
    summary="By itself it takes no personal information, nor is it plainly meant to.",
)
LAPTOPS = Precedent(
    "SJ-PREC-LAPTOPS",
    PAGE.at("Approved with a brief review, entry 2"),
    "Laptops for the public",
    BRIEF,
    factors=[
        stated(COLLECTS_NOTHING, R),
        stated(PII_LITTLE, R),
        stated(VOLUNTEERED_ONLY, R),
        stated(GENERAL_DEVICE, D),
    ],
    summary="Nothing is actively collected, and little personal information is handled.",
)
AIRPORT = Precedent(
    "SJ-PREC-AIRPORT",
    PAGE.at("Approved with a brief review, entry 3"),
    "Reports on data that is there",
    BRIEF,
    factors=[
        stated(PURPOSE_KEPT, N),
        stated(SOURCE_APPROVED, R),
        stated(NO_NEW_RISK, R),
        stated(EXISTING_DATA, D),
    ],
    summary="Reports on data of approved business add no risk while its purpose is kept.",
)
ENTRIES = (
    LIGHTPOLES,
    CHILDBANDS,
    HOMELESS,
    ALPR_SHARING,
    FIRE,
    OEA,
    DOT,
    YOUTH,
    XRAY,
    ENERGY,
    ALPR,
    FINGERPRINT,
    SCANNER,
    LAPTOPS,
    AIRPORT,
)
REFUSED = [one.id for one in (LIGHTPOLES, CHILDBANDS, HOMELESS, ALPR_SHARING)]
BRIEFLY = [one.id for one in (SCANNER, LAPTOPS, AIRPORT)]

TWO_REASONS = (
    "That two of what it gives as reasons are enough, and no adverse finding, is a choice of the kit."
)
# Entries of records: what is sensed passed for other reasons (entries 3 and 7), each of
# them kept what it had from the public, and without PII nothing was weighed.
OF_RECORDS = (*ADVERSE, SENSING, WIDELY_SHARED, NO_PII)
LEANING = "A weak ground, which the kit draws from what the entries have in common."


PATTERNS = (
    # What made the officer refuse
    Pattern(
        "SJ-PREC-PREDICT-R1",
        PAGE.at("Not approved, entry 1"),
        "Sensitive video whose handling was found insecure was refused.",
        REJECTED,
        all_of=[INSECURE_VIDEO],
        precedents=[LIGHTPOLES.id],
    ),
    Pattern(
        "SJ-PREC-PREDICT-R2",
        PAGE.at("Not approved, entry 2"),
        "Tracking children for a value to them that was found unclear was refused.",
        REJECTED,
        all_of=[CHILDREN_TRACKED, VALUE_UNCLEAR],
        precedents=[CHILDBANDS.id],
    ),
    Pattern(
        "SJ-PREC-PREDICT-R3",
        PAGE.at("Not approved, entry 3"),
        "Monitoring targeted people on and on, who are not shown to pose an immediate threat, was refused.",
        REJECTED,
        all_of=[PEOPLE_FOLLOWED],
        none_of=[THREAT_SHOWN, CONSENT_GIVEN],
        precedents=[HOMELESS.id],
        ours="That a threat has to be shown, and is not presumed, is a choice of the kit; so is that consent "
        "sets a case apart.",
    ),
    Pattern(
        "SJ-PREC-PREDICT-R4",
        PAGE.at("Not approved, entry 4"),
        "Plate reads that get out of the City's hands were refused.",
        REJECTED,
        all_of=[READS_SHARED],
        precedents=[ALPR_SHARING.id],
        ours="That one of the two suffices follows the heading.",
    ),
    # What the officer approved, and why. That residents are served is what every further
    # review is to ensure; it tells no entry apart, and is not counted.
    Pattern(
        "SJ-PREC-FIRE-REASONS",
        PAGE.at("Approved with further review, entry 1"),
        "Two of the reasons of this entry are there: Contact data for fire inspections.",
        FURTHER,
        some_of=[DATA_NEEDED, DEFINED_USE, KEPT_CONFIDENTIAL],
        at_least=2,
        none_of=OF_RECORDS,
        precedents=[FIRE.id],
        ours=TWO_REASONS,
    ),
    Pattern(
        "SJ-PREC-OEA-REASONS",
        PAGE.at("Approved with further review, entry 2"),
        "Two of the reasons of this entry are there: Employment data of contractors.",
        FURTHER,
        some_of=[DEFINED_USE, LOCAL_RULE, CONSENT_GIVEN, KEPT_CONFIDENTIAL, PERIOD_DEFINED],
        at_least=2,
        none_of=OF_RECORDS,
        precedents=[OEA.id],
        ours=TWO_REASONS,
    ),
    *(
        shared_reasons(
            one,
            f"Two of the reasons of this entry are there: {one.title}.",
            none_of=without,
            ours=TWO_REASONS,
        )
        for one, without in ((DOT, ADVERSE), (YOUTH, OF_RECORDS), (FINGERPRINT, OF_RECORDS))
    ),
    Pattern(
        "SJ-PREC-ALPR-REASONS",
        PAGE.at("Approved with further review, entry 7"),
        "Two of the reasons of this entry are there, its signs and promises: Plate readers at intersections.",
        FURTHER,
        all_of=[SIGNS_POSTED, NOBODY_MONITORED, HUMANS_ENFORCE],
        some_of=[IMPACT_ASSESSED, PUBLIC_FAVORS, COUNCIL_APPROVES],
        at_least=2,
        none_of=[*ADVERSE, CONDITION_FAILS],
        precedents=[ALPR.id],
        ours=TWO_REASONS,
    ),
    Pattern(
        "SJ-PREC-ENERGY-REASONS",
        PAGE.at("Approved with further review, entry 6"),
        "A vendor's own data without personal information had a further review, and passed.",
        FURTHER,
        all_of=[VENDORS_OWN, NO_PII],
        none_of=ADVERSE,
        precedents=[ENERGY.id],
        ours=TWO_REASONS,
    ),
    Pattern(
        "SJ-PREC-PREDICT-B1",
        PAGE.at("Approved with a brief review, entries 1 and 2"),
        "Devices for general use that collect nothing, with little or no PII to be expected, passed briefly.",
        BRIEF,
        all_of=[GENERAL_DEVICE, COLLECTS_NOTHING, PII_LITTLE],
        none_of=[*ADVERSE, STORED_ELSEWHERE],
        precedents=[SCANNER.id, LAPTOPS.id],
        ours="That the two entries are of one pattern is a choice of the kit; the first names computers.",
    ),
    Pattern(
        "SJ-PREC-PREDICT-B3",
        PAGE.at("Approved with a brief review, entry 3"),
        "Reports on data of approved business, for its original purpose, passed briefly.",
        BRIEF,
        all_of=[EXISTING_DATA, PURPOSE_KEPT, SOURCE_APPROVED],
        none_of=ADVERSE,
        precedents=[AIRPORT.id],
    ),
    # What the introduction announces
    Pattern(
        "SJ-PREC-TRACK-REJECT",
        PAGE.at("introduction, paragraph 2, second sentence"),
        "Technology is rejected because it does not align with the Digital Privacy Policy.",
        REJECTED,
        all_of=[NOT_ALIGNED],
    ),
    Pattern(
        "SJ-PREC-TRACK-BRIEF",
        PAGE.at("introduction, paragraph 2, third sentence"),
        "Technology without significant privacy risk passes with a brief review.",
        BRIEF,
        all_of=[NO_NEW_RISK],
        none_of=[*ADVERSE, CONDITION_FAILS],
        role=Role.LEANS,
        ours="It predicts nothing: two entries without personal information had a further review.",
    ),
    # By contrast and by likeness
    Pattern(
        "SJ-PREC-INSECURE",
        PAGE.at("Not approved, entry 1"),
        "The video that was handled insecurely was of people; so is this, sensitive or not.",
        REJECTED,
        all_of=[INSECURE_HANDLING, VIDEO_OF_PEOPLE],
        role=Role.LEANS,
        precedents=[LIGHTPOLES.id],
        ours=LEANING,
    ),
    Pattern(
        "SJ-PREC-CONSENTED",
        PAGE.at("Not approved, entry 3"),
        "Targeted people are monitored on and on, by their consent, of which the entry says nothing.",
        REJECTED,
        all_of=[PEOPLE_FOLLOWED, CONSENT_GIVEN],
        none_of=[THREAT_SHOWN],
        role=Role.LEANS,
        precedents=[HOMELESS.id],
        ours=LEANING,
    ),
    Pattern(
        "SJ-PREC-CONTRAST",
        PAGE.at("Approved with further review, entries 3 and 7"),
        "Cameras passed since they monitor nobody, or leave anonymous counts; this monitors.",
        REJECTED,
        all_of=[PEOPLE_FOLLOWED, VIDEO_OF_PEOPLE],
        none_of=[THREAT_SHOWN, ANONYMOUS_METRICS],
        role=Role.LEANS,
        precedents=[DOT.id, ALPR.id],
        ours=LEANING,
    ),
    Pattern(
        "SJ-PREC-TRAFFIC",
        PAGE.at("Approved with further review, entries 3 and 7"),
        "Cameras for traffic passed that monitor nobody, or leave anonymous counts.",
        FURTHER,
        all_of=[FOR_TRAFFIC],
        some_of=[NOBODY_MONITORED, ANONYMOUS_METRICS],
        none_of=[*ADVERSE, CONDITION_FAILS],
        role=Role.LEANS,
        precedents=[DOT.id, ALPR.id],
        ours=LEANING,
    ),
    # What all entries of a track have, or lack
    Pattern(
        "SJ-PREC-DEFECT",
        PAGE.at("Not approved, all entries"),
        "Each refusal names a defect.",
        REJECTED,
        some_of=ADVERSE,
        role=Role.REQUIRES,
        precedents=REFUSED,
    ),
    Pattern(
        "SJ-PREC-NOTHING-NEW",
        PAGE.at("Approved with a brief review, all entries"),
        "No brief review was of personal information newly taken, of a significant risk, or of a defect.",
        BRIEF,
        none_of=[*ADVERSE, *RISKS],
        role=Role.REQUIRES,
        precedents=BRIEFLY,
    ),
)

DECIDED_CASES = PrecedentBase(
    "us-ca/san-jose/privacy-precedents/decided-cases",
    "San José Digital Privacy Precedent",
    PAGE,
    TRACKS,
    policy="us-ca/san-jose/privacy-precedents",
    factors=FACTORS,
    dimensions=[KEPT_FOR],
    precedents=ENTRIES,
    patterns=PATTERNS,
    notes=[
        "The list is not exhaustive, and chosen by whoever made it: four refusals of fifteen are no rate.",
        "Whatever is predicted, the Digital Privacy Officer still reviews.",
    ],
)
