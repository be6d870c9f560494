"""Handling PII: whom the policy binds, collecting, storing, sending, what got out, and the inventory.

The duties on data are each element's own, and attested for each. Most of them
have no time: they stay open until they are done. What has to hold all along is
broken as soon as somebody says that it does not hold.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    Ambiguity,
    Attested,
    Cadence,
    Condition,
    Deadline,
    EndOfDay,
    EventParameter,
    Force,
    Kind,
    Named,
    Period,
    Rebutted,
    StartOfDay,
    Time,
    part,
)
from aigovkit.jurisdictions.albuquerque.document import BY_STAFF, PII_POLICY_TEXT
from aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data.classes import (
    OF_PROTECTED_KIND,
    PII,
    PROTECTED_PII,
    PUBLIC_PII,
    TEXT,
)
from aigovkit.models import (
    Actor,
    Agency,
    Case,
    Data,
    DataElement,
    DataNeed,
    DataRecipient,
    DeviceOwner,
    Incident,
    PublicAccess,
    ReportContent,
    Role,
    StoragePlace,
    StorageQuality,
    SystemChange,
    Violation,
    Waiver,
    WaiverCovers,
    WaiverGrantor,
)

HOLDERS = "those in scope who handle it"
ABOUT_IT = part(PII_POLICY_TEXT, kind=Kind.PRINCIPLE, force=Force.DESCRIPTIVE)
MAINTAINING = part(PII_POLICY_TEXT, "3, Maintaining PII, ", each=Data.elements, bearer=HOLDERS)
COLLECT_NEED = part(
    PII_POLICY_TEXT,
    "3, Verifying the need to collect PII, ",
    each=Data.elements,
    bearer=HOLDERS,
    force=Force.RECOMMENDED,
)
COLLECT = part(PII_POLICY_TEXT, "3, Collection Policies, ", each=Data.elements, bearer=HOLDERS)
STORE = part(PII_POLICY_TEXT, "3, Verifying the need to store PII, ", each=Data.elements, bearer=HOLDERS)
SHARE = part(
    PII_POLICY_TEXT,
    "3, Authorized Dissemination of PII, ",
    each=Data.elements,
    bearer="the outside entity that needs the data",
)
INCIDENTS = part(
    PII_POLICY_TEXT,
    "3, Unauthorized Dissemination of PII, ",
    each=Case.incidents,
    bearer="whoever in scope becomes aware of it",
)
OVERSIGHT = part(PII_POLICY_TEXT, "3, DTI PII Oversight, ", bearer="the DTI Security Group")


def _denied(provision: str) -> Condition:
    """Whether somebody says of an element that a duty is not kept."""
    return ~Attested(provision, Data.elements)


# 2 Scope. Persons are bound, by what they work with. That an AI policy makes tools follow the City's data
# policies binds nobody else to this one.

WHOSE_DEVICES_CONNECT = Ambiguity(
    "devices_that_connect",
    "Have the City's own devices to connect to its network as well, or the personal ones alone?",
    {"personal": "the personal ones alone", "both": "both"},
    default="personal",
    why="The words follow the personally owned devices; and of two readings of conduct this one protects.",
    citation=TEXT.at("2"),
)
A_VENDORS_DEVICE = Ambiguity(
    "vendors_devices",
    "Is the device of a firm that works for the City a personally owned one?",
    {"own": "yes, the firm's own", "neither": "no; the policy is silent on it"},
    default="own",
    why="Entities are named among those bound, and have no other devices of their own.",
    citation=TEXT.at("2"),
)
WORKS_FOR_THE_CITY = (
    BY_STAFF
    | Actor.acts_for_agency
    | Actor.role.is_in(Role.INTERN, Role.VOLUNTEER, Role.AGENT, Role.CONTRACTOR, Role.CONSULTANT)
)
IN_SCOPE = TEXT.but(each=None).scope(
    "ABQ-PII-SCOPE",
    "2",
    "Whoever works for the City is bound with its devices, and with their own that connect to its network.",
    term="the acting person is in scope",
    covers=WORKS_FOR_THE_CITY
    & (
        (
            Actor.device.is_(DeviceOwner.AGENCY)
            & WHOSE_DEVICES_CONNECT.reads(personal=ALWAYS, both=Actor.device_on_network)
        )
        | (Actor.device.is_(DeviceOwner.PERSON) & Actor.device_on_network)
        | (
            Actor.device.is_(DeviceOwner.VENDOR)
            & A_VENDORS_DEVICE.reads(own=Actor.device_on_network, neither=NOT_EVER)
        )
    ),
)

# 3 Identifying PII. Citizens and employees are named; whoever else a person is, the PII is PII (applicants,
# foreigners with a registration number are on the lists).

NEITHER_TYPE = Ambiguity(
    "neither_type",
    "What becomes of PII that is neither public nor listed and has not been found harmful?",
    {"protected": "it is handled as protected", "none": "no duty on Protected PII reaches it"},
    default="protected",
    why="There are two types, and the type dictates what is done; what is not public is of the other.",
    citation=TEXT.at("3, Identifying PII"),
)
HANDLED_AS_PROTECTED = TEXT.definition(
    "ABQ-PII-ID-0",
    "3, Identifying PII",
    "PII is of two types, and its type dictates what is done; what is not public is handled as protected.",
    term="it is handled as Protected PII",
    means=PII & (OF_PROTECTED_KIND | NEITHER_TYPE.reads(protected=~PUBLIC_PII, none=NOT_EVER)),
)
CARE = TEXT.advice(
    "ABQ-PII-ID-0-CARE",
    "3, Identifying PII",
    "Handle as protected PII of which the type is not known, such as photos that nobody has looked through.",
    when=IN_SCOPE & PII & ~Rebutted(PROTECTED_PII | PUBLIC_PII),
)

MY_PII = IN_SCOPE & PII
MY_PROTECTED_PII = IN_SCOPE & HANDLED_AS_PROTECTED

# 1 and 3, Maintaining PII: "it is important" observes, and the sections that follow command.

VERIFY_AND_SECURE = TEXT.but(force=Force.DESCRIPTIVE).obligation(
    "ABQ-PII-PURPOSE-2",
    "1, second paragraph",
    "Verify that Protected PII has to be on the City's systems, and that it is secured.",
    bearer=HOLDERS,
    when=MY_PROTECTED_PII,
    gate=_denied("ABQ-PII-PURPOSE-2"),
)
SAID_AGAIN = MAINTAINING.restatement(
    "ABQ-PII-MAINT-1",
    "first paragraph",
    "Again: verify the need for Protected PII, and secure it.",
    restates=VERIFY_AND_SECURE,
    kind=Kind.PRINCIPLE,
    force=Force.DESCRIPTIVE,
    note="Its first sentence observes that staff may come in contact with either type.",
)

# Verifying the need to collect PII. No period is printed; the monthly inventory is another group's meeting.

THE_INFORMATION = Ambiguity(
    "the_information",
    "Is the need for all PII to be reviewed, or for the Protected PII just named?",
    {"all": "for all", "protected": "for Protected PII"},
    default="all",
    why="The heading is the need to collect PII.",
    citation=COLLECT_NEED.at("third sentence"),
)
WHAT_IS_REVIEWED = IN_SCOPE & THE_INFORMATION.reads(
    all=PII.condition, protected=HANDLED_AS_PROTECTED.condition
)
COLLECT_LEAST = COLLECT_NEED.obligation(
    "ABQ-PII-COLLECT-NEED-1",
    "first sentence",
    "Collect no more PII than standard business policies need.",
    when=MY_PII,
    gate=_denied("ABQ-PII-COLLECT-NEED-1"),
)
TAKE_CAUTION = COLLECT_NEED.obligation(
    "ABQ-PII-COLLECT-NEED-2",
    "second sentence",
    "Take caution in collecting Protected PII.",
    when=MY_PROTECTED_PII,
    gate=_denied("ABQ-PII-COLLECT-NEED-2"),
)
REVIEW_NEED = COLLECT_NEED.obligation(
    "ABQ-PII-COLLECT-NEED-3",
    "third sentence, first half",
    "Review periodically whether it has to be collected.",
    when=WHAT_IS_REVIEWED,
    due=Deadline(note="periodically; no period is stated"),
)
ALTER_POLICY = COLLECT_NEED.obligation(
    "ABQ-PII-COLLECT-NEED-4",
    "third sentence, second half",
    "Alter the policy that asks for what was deemed unnecessary.",
    when=WHAT_IS_REVIEWED & DataElement.need.is_(DataNeed.UNNECESSARY),
)

# Collection Policies. Notes are shredded once they are done with; no time is stated, and what law wants kept
# is kept (see section 5). What was disposed of otherwise cannot be shredded any more.

CALL_NOTES = Ambiguity(
    "call_notes",
    "Do typed notes of a telephone conversation have to be shredded as well?",
    {"paper": "no; shredding is for paper", "any": "yes, whatever they are written on"},
    default="paper",
    why="Files are no more shredded than paper is encrypted; the last sentence deals with them.",
    citation=COLLECT.at("second sentence"),
)
ON_PAPER = DataElement.kept_as.has(StoragePlace.HANDWRITTEN_CALL_NOTES, StoragePlace.PAPER_FILES)
ELECTRONIC = DataElement.kept_as.has(
    StoragePlace.TYPED_CALL_NOTES,
    StoragePlace.WORKSTATION,
    StoragePlace.MOBILE_DEVICE,
    StoragePlace.AGENCY_SERVER,
    StoragePlace.CLOUD,
)
SHRED_CALL_NOTES = COLLECT.obligation(
    "ABQ-PII-COLLECT-2",
    "second sentence",
    "Shred what was written down of a telephone conversation.",
    when=MY_PII
    & CALL_NOTES.reads(
        paper=DataElement.kept_as.has(StoragePlace.HANDWRITTEN_CALL_NOTES),
        any=DataElement.kept_as.has(StoragePlace.HANDWRITTEN_CALL_NOTES, StoragePlace.TYPED_CALL_NOTES),
    ),
    gate=DataElement.disposed.happened(),
    step="disposing of it",
    due=Deadline(note="no time is stated"),
)
LOCK_FILES = COLLECT.obligation(
    "ABQ-PII-COLLECT-3",
    "third sentence",
    "Lock files on paper in a cabinet or room while nobody views or changes them.",
    force=Force.RECOMMENDED,
    when=MY_PII & ON_PAPER,
    gate=_denied("ABQ-PII-COLLECT-3"),
)
# The fourth sentence has two halves, each with its own verb: should not, and needs to.
NOT_ON_WORKSTATION = COLLECT.prohibition(
    "ABQ-PII-COLLECT-4",
    "fourth sentence, first half",
    "Store no PII on the local workstation.",
    force=Force.RECOMMENDED,
    when=MY_PII & DataElement.kept_as.has(StoragePlace.WORKSTATION),
)
# That it can be encrypted is asked, not that it is; approval of the place by anybody is not.
STORE_SECURELY = COLLECT.requirement(
    "ABQ-PII-COLLECT-5",
    "fourth sentence, second half",
    "Keep PII in a secure place where it can be encrypted and backed up.",
    when=MY_PII & ELECTRONIC,
    done=DataElement.storage.has_all(
        StorageQuality.SECURE, StorageQuality.CAN_BE_ENCRYPTED, StorageQuality.CAN_BE_BACKED_UP
    ),
    gate=ALWAYS,
)

# Verifying the need to store PII. A decision of before it was found decides nothing of what was found.

FOUND = MY_PII & DataElement.found_on_network.happened()
DECIDE_NEED = STORE.obligation(
    "ABQ-PII-STORE-1",
    "first sentence",
    "Determine of PII found on the network whether business needs it or it can be disposed of.",
    when=FOUND,
    done=DataElement.need.is_in(DataNeed.NEEDED, DataNeed.UNNECESSARY)
    & DataElement.need_decided.happened()
    & StartOfDay(DataElement.found_on_network).no_later_than(DataElement.need_decided),
)
# "Please contact" asks, and does not command.
ASK_SECURITY_GROUP = STORE.obligation(
    "ABQ-PII-STORE-2",
    "second sentence",
    "Contact the DTI Security Group on how to secure, or dispose of, what has to be retained.",
    force=Force.RECOMMENDED,
    when=FOUND & DataElement.need.is_(DataNeed.NEEDED),
)
# Disposal is an option; how it is done is judged once it is.
DISPOSE_SECURELY = STORE.obligation(
    "ABQ-PII-STORE-3",
    "first sentence, end",
    "Dispose securely of what is not needed, if it is disposed of.",
    force=Force.RECOMMENDED,
    when=FOUND & DataElement.need.is_(DataNeed.UNNECESSARY) & DataElement.disposed.happened(),
    gate=DataElement.disposed.happened(),
)

# Authorized Dissemination of PII

OUTSIDE_ENTITY = Ambiguity(
    "outside_entity",
    "Is a vendor who works for the City an outside entity?",
    {"left": "yes, once data leaves the City's systems", "outsider": "no; it works on the City's behalf"},
    default="left",
    why="The paragraph is about data once it leaves the City of Albuquerque.",
    citation=SHARE.at("first sentence"),
)
CONFIRMATION = Ambiguity(
    "confirmation",
    "Is data sent without authority where the outside entity has not confirmed, or is its confirmation an "
    "expectation of that entity alone?",
    {
        "condition": "it is sent without authority",
        "expectation": "the City's approval suffices",
    },
    default="condition",
    why="The paragraph says what authorized dissemination is; of two readings this one protects.",
    citation=SHARE.at("first sentence"),
)
SENT_OUT = DataElement.sent_outside_agency & OUTSIDE_ENTITY.reads(
    left=ALWAYS, outsider=DataElement.recipient.is_(DataRecipient.OTHER)
)
RELEASED_BY_LAW = DataElement.public_access.is_in(
    PublicAccess.RELEASE_REQUIRED, PublicAccess.OPEN_TO_INSPECTION
)

# What is sent without any approval is no authorized dissemination; what is said of incidents holds for it.
TO_BE_CONFIRMED = (
    MY_PROTECTED_PII & SENT_OUT & (DataElement.transfer_authorized | ~DataElement.sent.happened())
)


# One confirmation of two things, and one omission where it is missing.
CONFIRM = SHARE.requirement(
    "ABQ-PII-SHARE-1",
    "first sentence",
    "Confirm that you understand how sensitive the Protected PII is, and the need to safeguard it properly.",
    when=TO_BE_CONFIRMED,
    done=DataElement.recipient_confirmed,
    due=Deadline(DataElement.sent, by_reading=True, note="before it is sent"),
    holds_back=CONFIRMATION.reads(condition=ALWAYS, expectation=NOT_EVER),
)
CONFIRM_SAFEGUARDING = SHARE.restatement(
    "ABQ-PII-SHARE-2",
    "first sentence, safeguarding",
    "The second thing that is confirmed: the need to safeguard it properly.",
    restates=CONFIRM,
    kind=Kind.REQUIREMENT,
)
# What the Director excepted from the confirmation (section 7) is not without authority for want of it.
BY_THE_DIRECTOR = Waiver.granted_by.is_(WaiverGrantor.TECHNOLOGY_DIRECTOR) & ~Waiver.covers.is_in(
    WaiverCovers.OTHER, WaiverCovers.WHATEVER_COMES
)


def _excepted(when: Time) -> Condition:
    """Whether an exception from the confirmation held at a time."""
    return Case.waivers.some(
        Waiver.provisions.has(CONFIRM.id)
        & BY_THE_DIRECTOR
        & Waiver.granted.no_later_than(when)
        & ~EndOfDay(Waiver.ends).before(when)
    )


# What was sent while the exception lasted was sent with authority, also when it has run out since.
HAS_CONFIRMED = CONFIRMATION.reads(
    condition=DataElement.recipient_confirmed.happened()
    | _excepted(AS_OF)
    | (DataElement.sent.happened() & _excepted(DataElement.sent)),
    expectation=ALWAYS,
)
AUTHORIZED = SHARE.definition(
    "ABQ-PII-SHARE-5",
    "first sentence and heading",
    "Dissemination is authorized that the City approved and, of Protected PII, the outside entity confirmed.",
    term="its dissemination is authorized",
    means=RELEASED_BY_LAW
    | (DataElement.transfer_authorized & (~HANDLED_AS_PROTECTED | ~SENT_OUT | HAS_CONFIRMED)),
)
# A later confirmation lets the data be there, and leaves what was sent before it as it was.
SENT_UNCONFIRMED = Named(
    "it was sent before the outside entity confirmed",
    HANDLED_AS_PROTECTED
    & SENT_OUT
    & ~RELEASED_BY_LAW
    & CONFIRMATION.reads(
        condition=DataElement.sent.happened()
        & DataElement.sent.before(StartOfDay(DataElement.recipient_confirmed))
        & ~_excepted(DataElement.sent),
        expectation=NOT_EVER,
    ),
)
NO_GUARANTEE = SHARE.noted(
    "ABQ-PII-SHARE-3",
    "second sentence",
    "Once it has left the City, the DTI Security Group cannot guarantee its security.",
    kind=Kind.CONSEQUENCE,
    force=Force.DESCRIPTIVE,
    when=MY_PII & SENT_OUT,
)
# Encryption and other secured transport are the ideal; secure means are what should be.
TRANSPORT_SECURELY = SHARE.obligation(
    "ABQ-PII-SHARE-4",
    "third sentence",
    "Transport the data by secure means.",
    bearer=HOLDERS,
    force=Force.RECOMMENDED,
    when=MY_PROTECTED_PII & SENT_OUT,
    gate=DataElement.sent.happened(),
    step="sending it",
)

# Unauthorized Dissemination of PII. All PII, public too, and access is enough. Whoever becomes aware of it
# reports it, if they are in scope themselves: who acts in the case may be somebody else. A report of before
# the discovery reports something else. No time is stated, so the steps stay open until they are done. Whose
# supervisor a firm has to tell, the text does not say.

INCIDENT = INCIDENTS.definition(
    "ABQ-PII-INCIDENT-0",
    "opening words",
    "PII was disclosed, or somebody got at it, without authority, and somebody in scope knows of it.",
    term="it is an unauthorized disclosure of PII",
    means=Incident.exposed_pii
    & Incident.discovered.happened()
    & Incident.finder_connected
    & ~Incident.discovered_by.is_in(Role.PUBLIC, Role.OTHER_THIRD_PARTY),
)


def _since_found(time: Time) -> Condition:
    """Whether something was done, and not before the incident was found."""
    return time.happened() & StartOfDay(Incident.discovered).no_later_than(time)


NO_TIME = Deadline(note="no time is stated")
TELL_SUPERVISOR = INCIDENTS.obligation(
    "ABQ-PII-INCIDENT-1a",
    "bullet 1, supervisor",
    "Report the incident to your direct supervisor.",
    when=INCIDENT,
    done=_since_found(Incident.told_supervisor),
    due=NO_TIME,
)
TELL_SECURITY_GROUP = INCIDENTS.obligation(
    "ABQ-PII-INCIDENT-1b",
    "bullet 1, DTI Security Group",
    "Report the incident to the DTI Security Group.",
    when=INCIDENT,
    done=_since_found(Incident.told_security),
    due=NO_TIME,
)
MAIL_HELPDESK = INCIDENTS.obligation(
    "ABQ-PII-INCIDENT-2",
    "bullet 2",
    "Send an e-mail to the help desk at the printed address.",
    when=INCIDENT,
    done=_since_found(Incident.helpdesk_mailed),
    due=NO_TIME,
)
MAILED = INCIDENT & Incident.helpdesk_mailed.happened()
KEEP_IT_OUT = INCIDENTS.obligation(
    "ABQ-PII-INCIDENT-3",
    "bullet 2, first dash",
    "Forward none of the compromised information in that e-mail.",
    when=MAILED,
    done=~Incident.mail_says.has(ReportContent.COMPROMISED_INFORMATION)
    & ~(Incident.subject_exposes & Incident.mail_says.has(ReportContent.SUBJECT)),
    gate=Incident.helpdesk_mailed.happened(),
    note="The subject of the e-mail that holds the information is such information where PII is in it.",
)
SAY_WHERE = INCIDENTS.obligation(
    "ABQ-PII-INCIDENT-4",
    "bullet 2, second dash",
    "Include the location of the information.",
    when=MAILED,
    done=Incident.mail_says.has(ReportContent.LOCATION_OF_INFORMATION),
    gate=Incident.helpdesk_mailed.happened(),
)
# Where the information is, and not how it got out. "Unless" excuses from the subject alone.
NAME_SENDER = INCIDENTS.obligation(
    "ABQ-PII-INCIDENT-5",
    "bullet 2, third dash, sender",
    "Include the sender, where the information is in an e-mail.",
    when=MAILED & Incident.in_email,
    done=Incident.mail_says.has(ReportContent.SENDER),
    gate=Incident.helpdesk_mailed.happened(),
)
NAME_SUBJECT = INCIDENTS.obligation(
    "ABQ-PII-INCIDENT-6",
    "bullet 2, third dash, subject",
    "Include the subject, unless the PII is in it.",
    when=MAILED & Incident.in_email & ~Incident.subject_exposes,
    done=Incident.mail_says.has(ReportContent.SUBJECT),
    gate=Incident.helpdesk_mailed.happened(),
)
GIVE_DETAILS = INCIDENTS.obligation(
    "ABQ-PII-INCIDENT-7",
    "bullet 2, fourth dash",
    "Include other relevant details, such as location and a telephone number.",
    when=MAILED,
    done=Incident.mail_says.has(ReportContent.OTHER_DETAILS),
    gate=Incident.helpdesk_mailed.happened(),
)
COMPLY = INCIDENTS.obligation(
    "ABQ-PII-INCIDENT-8",
    "bullet 3",
    "Comply with the instructions of the DTI Security Group.",
    when=INCIDENT & Incident.instructed.happened(),
    gate=~Attested("ABQ-PII-INCIDENT-8", Case.incidents),
)
# What somebody sent out without authority is such an incident, though nobody has written one down.
RECORD_TRANSFER = INCIDENTS.but(each=Data.elements).obligation(
    "ABQ-PII-INCIDENT-0-TRANSFER",
    "opening words",
    "Report as an incident that PII was sent out without authority.",
    bearer="whoever in scope sent it, or becomes aware of it",
    when=MY_PII & SENT_OUT & DataElement.sent.happened() & (~AUTHORIZED | SENT_UNCONFIRMED),
    done=Case.incidents.some(Incident.exposed_pii),
    due=NO_TIME,
)

# DTI PII Oversight. "Will" and "shall". The months are those of the calendar, as of meetings; the text has no
# date from which to count them. The meetings are with those it names, or they are others.

APPLIES_SINCE = EventParameter(
    "pii_policy_applies_since", "Since when does the City hold itself to its policy on PII?", default=None
)
MONTHLY = Cadence(Period(months=1), by_calendar=True)
STANDING = OVERSIGHT.but(standing=True)
REVIEW_INVENTORY = STANDING.recurring(
    "ABQ-PII-OVERSIGHT-1",
    "bullet 1",
    "Meet monthly with the Infrastructure Manager to review the PII inventory.",
    cadence=MONTHLY,
    since=APPLIES_SINCE,
)
CHANGES = OVERSIGHT.but(each=Data.system_changes)
NOTIFY_CHANGE = CHANGES.obligation(
    "ABQ-PII-OVERSIGHT-2",
    "bullet 2",
    "Notify the DTI Security Group of a change in PII systems.",
    bearer="the Infrastructure Manager",
    when=SystemChange.made.happened(),
    done=SystemChange.notified,
    due=NO_TIME,
)
# What was entered between a change and its notice needs no second entry.
UPDATE_INVENTORY = CHANGES.obligation(
    "ABQ-PII-OVERSIGHT-3",
    "bullet 3",
    "Bring the inventory up to date after the notice.",
    when=SystemChange.notified.happened(),
    done=SystemChange.inventory_updated.happened()
    & (
        StartOfDay(SystemChange.notified).no_later_than(SystemChange.inventory_updated)
        | StartOfDay(SystemChange.made).no_later_than(SystemChange.inventory_updated)
    ),
    due=NO_TIME,
)
# The sentence breaks off ("to ensure PII inventory"): that the inventory is complete.
REVIEW_OTHER_SERVERS = STANDING.recurring(
    "ABQ-PII-OVERSIGHT-4",
    "bullet 4",
    "Review servers that DTI does not run monthly with ISGG and Department Liaisons for the PII inventory.",
    when=Agency.other_servers,
    cadence=MONTHLY,
    since=APPLIES_SINCE,
)

# 5, last bullet: printed under strategic information, and about the whole policy. The class stays as it is.

NO_OVERRIDE = TEXT.exception(
    "ABQ-PII-NOOVERRIDE",
    "5, last bullet",
    "No part of the policy overrides statutes and regulations on public information.",
    to=(CONFIRM, TRANSPORT_SECURELY, RECORD_TRANSFER),
    when=RELEASED_BY_LAW,
)
KEEP_RECORDS = TEXT.exception(
    "ABQ-PII-NOOVERRIDE-KEPT",
    "5, last bullet, records",
    "What a law on records wants kept is not shredded while it does.",
    to=SHRED_CALL_NOTES,
    when=DataElement.must_be_kept,
)

# 6 Enforcement: "could be", so nothing is owed.

ENFORCEMENT = part(PII_POLICY_TEXT, "6, ", kind=Kind.CONSEQUENCE, force=Force.DESCRIPTIVE)
COULD_BE_REPORTED = ENFORCEMENT.noted(
    "ABQ-PII-ENF-1",
    "second sentence, first half",
    "A violation could be reported to the appropriate supervisor.",
    when=IN_SCOPE & Violation.found,
)
COULD_BE_DISCIPLINED = ENFORCEMENT.noted(
    "ABQ-PII-ENF-2",
    "second sentence, second half",
    "A violation could lead to discipline, up to termination.",
    when=IN_SCOPE & Violation.found,
)

# 7 Exceptions. A waiver lifts the rows it names and no others; who is bound, what words mean and which law
# prevails is not waived. "Limited" leaves no room for one that covers whatever comes.

LIMITED_EXCEPTION = TEXT.but(each=None).exception(
    "ABQ-PII-EXC",
    "7",
    "Limited exceptions have to be approved by the Director of DTI.",
    to=(
        VERIFY_AND_SECURE,
        COLLECT_LEAST,
        TAKE_CAUTION,
        REVIEW_NEED,
        ALTER_POLICY,
        SHRED_CALL_NOTES,
        LOCK_FILES,
        NOT_ON_WORKSTATION,
        STORE_SECURELY,
        DECIDE_NEED,
        ASK_SECURITY_GROUP,
        DISPOSE_SECURELY,
        CONFIRM,
        TRANSPORT_SECURELY,
        RECORD_TRANSFER,
        TELL_SUPERVISOR,
        TELL_SECURITY_GROUP,
        MAIL_HELPDESK,
        KEEP_IT_OUT,
        SAY_WHERE,
        NAME_SENDER,
        NAME_SUBJECT,
        GIVE_DETAILS,
        COMPLY,
        REVIEW_INVENTORY,
        NOTIFY_CHANGE,
        UPDATE_INVENTORY,
        REVIEW_OTHER_SERVERS,
    ),
    when=ALWAYS,
    waiver=BY_THE_DIRECTOR,
)
