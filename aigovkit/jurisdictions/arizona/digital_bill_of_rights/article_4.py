"""Article 4, Exceptions and limitations: 41-6207 to 41-6210.

An exception is needed and is never enough: the necessity finding, the setting of
the system, and the safeguards and certification of 41-6204 come on top. Failing
one of them is not cured by the exception, which lifts articles 2 and 3 only.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    Ambiguity,
    Condition,
    Deadline,
    Duty,
    Entry,
    Forward,
    Kind,
    Named,
    Part,
    Period,
    StartOfDay,
    Time,
    TimeIf,
    all_of,
    any_of,
    earliest,
    latest,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import (
    ACT,
    BEGAN,
    DAY,
    DONE,
    FIRST_START,
    THE_SYSTEM,
    day_of_last,
    governed,
    last_day,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_1 import (
    AN_AGENCY,
    COVERED_SYSTEM,
    FACIAL_RECOGNITION,
    PREDICTIVE_POLICING,
    REMOTE_BIOMETRIC,
    SOCIAL_MEDIA_MONITORING,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_2 import (
    ARTICLE_2,
    ASKS,
    BAN_ON_PROCUREMENT,
    BAN_ON_USE,
    EXCEPTED,
    EXCEPTED_SYSTEM,
    EXCEPTIONS_OPERATE,
    IN_USE,
    INSTALLS,
    NO_DEALING_WITH_THE_BARRED,
    ON_A_SYSTEM,
    OURS,
    PROCURES,
    SWITCHES_ON,
    THE_AGENCY,
    USES,
    operative,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_3 import BAN_ON_REQUEST
from aigovkit.models import (
    Act,
    ActKind,
    ActOn,
    AnalyticComponent,
    BiometricOperation,
    Case,
    CrimePrediction,
    FindingMaker,
    InvestigativeMethod,
    Minimization,
    NecessityFinding,
    PlateReaderPurpose,
    Reliance,
    Surveillance,
    SurveillanceTool,
    Vendor,
    Warrant,
    WarrantLimit,
)

ARTICLE_4 = ARTICLE_2

# 41-6207. Exceptions. An exception starts with the bans it lifts, so it is in
# force whenever one of them is.

SECTION_6207 = ARTICLE_4.but(prefix="41-6207", kind=Kind.CONDITION)
# What an act is done under has to be there when it begins; of a planned one, today,
# and of one that went on before the start, from there on.
_SINCE_THE_START = TimeIf(FIRST_START.happened(), latest(BEGAN, FIRST_START), BEGAN)
BY_THEN = earliest(_SINCE_THE_START, AS_OF)

# Whether a report that is late withdraws the exception is said at 41-6210.
REPORTED = Forward("no missing report withdraws the exception", ACT.at("41-6210"))

# 41-6207(1). A warrant that does not authorise the surveillance, or rests on less than
# probable cause, is no such warrant, nor is anything that is no warrant. What is done
# before one is issued is not done under it.

WARRANT_LIMITS = Ambiguity(
    "warrant_specificity",
    "Must the warrant name a person, a place and a time, all three?",
    {
        "conjunctive": "yes, and all three are kept to; a warrant for a place and an hour fails",
        "as_authorized": "no: what the warrant fixes is kept to",
    },
    default="conjunctive",
    why="And joins three nouns under one specific; searches that sweep up everyone are the evident target.",
    citation=SECTION_6207.at("(1), proviso"),
)


def _kept_to(limit: WarrantLimit) -> Condition:
    return ~Warrant.specifies.has(limit) | Act.kept_to.has(limit)


# An overrun is an act of its own, outside for the time it lasts.
WITHIN_THE_WARRANT = SECTION_6207.definition(
    "AZ-6207.1.limit",
    "(1), proviso",
    "The surveillance stays with the particular person, place and time that the warrant allows.",
    term="it keeps to the warrant",
    means=WARRANT_LIMITS.reads(
        conjunctive=Warrant.specifies.has_all(*WarrantLimit) & Act.kept_to.has_all(*WarrantLimit),
        as_authorized=all_of(*(_kept_to(limit) for limit in WarrantLimit)),
    ),
)

SEIZURE = Ambiguity(
    "seizure_of_existing_data",
    "Is taking, under a warrant, what somebody's cameras had recorded already surveillance conducted under "
    "the warrant?",
    {
        "covers_seizure": "yes: obtaining and analysing the record is itself surveillance",
        "original_surveillance": "no: the recording had no warrant",
    },
    default="covers_seizure",
    why="41-6201(14) counts analysing, and no other way to evidence would be left.",
    citation=SECTION_6207.at("(1)"),
)

KEPT_RESULTS = Ambiguity(
    "retention_after_warrant",
    "May what the surveillance found be kept after the time of the warrant?",
    {
        "fruits_follow": "yes, for the matter it was allowed for",
        "expires": "no: the exception is limited to that time",
    },
    default="fruits_follow",
    why="41-6209 purges only what does not match, and 41-6210 asks what was retained.",
    citation=SECTION_6207.at("(1)"),
)


# What is conducted pursuant to a warrant is what the warrant authorises, and no later
# warrant cures an act that was begun without one.
ISSUED_FIRST = Warrant.issued.no_later_than(BY_THEN)
PURSUANT_TO_A_WARRANT = all_of(
    THE_SYSTEM,
    Act.under_warrant,
    ISSUED_FIRST,
    Warrant.probable_cause,
    Warrant.court_competent,
    Warrant.authorizes_surveillance,
)
WARRANT_PROVISOS = all_of(
    WITHIN_THE_WARRANT,
    SEIZURE.reads(covers_seizure=ALWAYS, original_surveillance=~Act.existing_data),
    KEPT_RESULTS.reads(fruits_follow=ALWAYS, expires=~Act.outlasts_warrant),
    REPORTED,
)
WARRANT_SITUATION = Named(
    "it is surveillance under a warrant", PURSUANT_TO_A_WARRANT & WARRANT_PROVISOS, ACT.at("41-6207(1)")
)

WARRANT_EXCEPTION = SECTION_6207.exception(
    "AZ-6207.1",
    "(1)",
    "Surveillance under a warrant on probable cause from a competent court is excepted, within the limits of "
    "the warrant.",
    to=(BAN_ON_USE, BAN_ON_REQUEST),
    when=OURS & PURSUANT_TO_A_WARRANT,
    provided=WARRANT_PROVISOS & (EXCEPTIONS_OPERATE | ASKS),
)

# 41-6207(2). For that sole purpose: one other use of the reader or its data loses it
# for all, and a product that does more than read plates is not used for that alone.

MISSING = PlateReaderPurpose.MISSING_PERSON
ALERT = PlateReaderPurpose.AMBER_ALERT
INVESTIGATION = PlateReaderPurpose.INVESTIGATION

WHICH_WARRANT = Ambiguity(
    "which_warrant",
    "Which warrant does an investigation by plate reader need?",
    {
        "any_warrant": "any issued in it, for an arrest too; its court receives the finding",
        "surveillance_warrant": "one that authorises the plate reading",
    },
    default="any_warrant",
    why="One that authorised the surveillance would bring exception (1) in already. 41-6208(C), which speaks "
    "of such a warrant, points "
    "the other way.",
    citation=SECTION_6207.at("(2)"),
)

WARRANT_CLAUSE = Ambiguity(
    "plate_reader_warrant",
    "Does the closing clause on a warrant qualify the investigation only, or missing persons and alerts too?",
    {
        "last_antecedent": "only the investigation needs a warrant",
        "series_qualifier": "all three need one",
    },
    default="last_antecedent",
    why="41-6208(C) sends findings on alerts and missing persons to the attorney general instead of a court, "
    "and 41-6210 asks for the "
    "warrant number if applicable: both suppose uses without a warrant.",
    citation=SECTION_6207.at("(2), closing clause"),
)

# Probable cause and a competent court are not asked for here.
_THE_WARRANT = WHICH_WARRANT.reads(any_warrant=ALWAYS, surveillance_warrant=Warrant.authorizes_surveillance)


def _where_needed(issued: Condition) -> Condition:
    """Whether the warrant that the closing words ask for, if they do, had been issued in time."""
    issued = issued & _THE_WARRANT
    return WARRANT_CLAUSE.reads(
        last_antecedent=~Surveillance.reader_purposes.has(INVESTIGATION) | issued, series_qualifier=issued
    )


READER_WARRANT = SECTION_6207.definition(
    "AZ-6207.2.warrant",
    "(2), closing clause",
    "A warrant has been issued, where the closing words ask for one.",
    term="a warrant has been issued where one is needed",
    # Before it was issued, no use is one where it has been.
    means=_where_needed(ISSUED_FIRST),
)

READS_OF_OTHERS = Ambiguity(
    "reads_of_others",
    "Is it the use of plate readers to take, ask for or buy what somebody else's readers have recorded?",
    {
        "readers_used": "no: the item is about the use of readers, and what they record in it",
        "reads_too": "yes: who searches such records uses the readers",
    },
    default="readers_used",
    why="It names the use of readers, and 41-6208 asks for a finding before a system is acquired, not before "
    "records are.",
    citation=SECTION_6207.at("(2)"),
)

PLATE_READER_FOR_A_LISTED_PURPOSE = all_of(
    THE_SYSTEM,
    READS_OF_OTHERS.reads(readers_used=~Act.existing_data, reads_too=ALWAYS),
    Surveillance.tools.has(SurveillanceTool.LICENSE_PLATE_READER),
    Surveillance.tools.has_only(SurveillanceTool.LICENSE_PLATE_READER, SurveillanceTool.SECURITY_CAMERA),
    # Location tracking, the fifth of the kinds that are covered by name, is a tool.
    ~(FACIAL_RECOGNITION | PREDICTIVE_POLICING | REMOTE_BIOMETRIC | SOCIAL_MEDIA_MONITORING),
    Surveillance.reader_identifies_vehicles,
    Surveillance.reader_purposes.has(MISSING, ALERT, INVESTIGATION),
    Surveillance.reader_purposes.has_only(MISSING, ALERT, INVESTIGATION),
)
LIVE_INVESTIGATION = (
    ~Surveillance.reader_purposes.has(INVESTIGATION) | Surveillance.investigation_specific_and_active
)
READER_PROVISOS = all_of(LIVE_INVESTIGATION, READER_WARRANT, REPORTED)
READER_SITUATION = Named(
    "it is a plate reader for a listed purpose",
    PLATE_READER_FOR_A_LISTED_PURPOSE & READER_PROVISOS,
    ACT.at("41-6207(2)"),
)

PLATE_READER_EXCEPTION = SECTION_6207.exception(
    "AZ-6207.2",
    "(2)",
    "Plate readers are excepted that do nothing but find vehicles tied to a missing person, an AMBER alert "
    "or a live investigation.",
    to=(BAN_ON_USE, BAN_ON_REQUEST),
    when=OURS & PLATE_READER_FOR_A_LISTED_PURPOSE,
    provided=READER_PROVISOS & (EXCEPTIONS_OPERATE | ASKS),
)

# 41-6207(3). One use for something else ends the exclusiveness.

INCORPORATED = Ambiguity(
    "incorporated_analytics",
    "Does a camera incorporate an analytic function that is built in but switched off?",
    {
        "present_counts": "yes: being there is enough",
        "active_only": "no: only what is switched on counts",
    },
    default="present_counts",
    why="To incorporate is a matter of make-up, not of operation, and 41-6201(5) looks to what a system can "
    "do as well.",
    citation=SECTION_6207.at("(3), first proviso"),
)
_BARRED_ANALYTICS = (
    AnalyticComponent.FACIAL_RECOGNITION,
    AnalyticComponent.BIOMETRIC_ANALYSIS,
    AnalyticComponent.PREDICTIVE_ANALYTICS,
)

NO_ANALYTICS = SECTION_6207.definition(
    "AZ-6207.3.analytics",
    "(3), first proviso",
    "The system holds no face recognition, biometric analysis or predictive analytics.",
    term="it has none of the barred analytics",
    means=~Surveillance.face_matching
    & INCORPORATED.reads(
        present_counts=~Surveillance.components.has(*_BARRED_ANALYTICS)
        & ~Surveillance.biometric_operations.has(*BiometricOperation)
        & ~Surveillance.crime_predictions.has(*CrimePrediction),
        active_only=~Surveillance.components_enabled.has(*_BARRED_ANALYTICS),
    ),
)

EXTERNAL_NETWORK = Ambiguity(
    "external_network",
    "Is a network of the agency itself, beyond the facility, an external one?",
    {
        "beyond_facility": "yes: anything beyond the facility's own closed network is",
        "outside_agency": "no: only what the agency does not control is",
    },
    default="beyond_facility",
    why="Any, and the air gap of 41-6204(C).",
    citation=SECTION_6207.at("(3), second proviso"),
)

# No feasibility softens this, unlike the air gap of 41-6204(C).
NO_NETWORK = SECTION_6207.definition(
    "AZ-6207.3.network",
    "(3), second proviso",
    "The system is tied to no network outside.",
    term="it is on no external network",
    means=EXTERNAL_NETWORK.reads(
        beyond_facility=~Surveillance.network_beyond_facility,
        outside_agency=~Surveillance.network_beyond_facility | ~Surveillance.network_beyond_agency,
    ),
)

PERIMETER_OF_A_PUBLIC_BUILDING = all_of(THE_SYSTEM, Surveillance.public_building, Surveillance.perimeter_only)
PERIMETER_PROVISOS = all_of(NO_ANALYTICS, NO_NETWORK, REPORTED)
PERIMETER_SITUATION = Named(
    "it only secures the perimeter of a public building",
    PERIMETER_OF_A_PUBLIC_BUILDING & PERIMETER_PROVISOS,
    ACT.at("41-6207(3)"),
)

PERIMETER_EXCEPTION = SECTION_6207.exception(
    "AZ-6207.3",
    "(3)",
    "Cameras and systems, for security or else, are excepted that only document and secure the perimeter of "
    "a public building or facility.",
    to=(BAN_ON_USE, BAN_ON_REQUEST),
    when=OURS & PERIMETER_OF_A_PUBLIC_BUILDING,
    provided=PERIMETER_PROVISOS & (EXCEPTIONS_OPERATE | ASKS),
)

# What the opening words say is built from the three items, and so stands after them.

EXCEPTED.means(WARRANT_SITUATION | READER_SITUATION | PERIMETER_SITUATION)

EXCEPTED_PROCUREMENT = Ambiguity(
    "exception_for_procurement",
    "Exceptions (1) and (2) speak of surveillance conducted and of use: do they lift the ban on buying from "
    "private entities?",
    {
        "reaches_procurement": "yes; whether the excepted use needs all that is bought is for people to "
        "judge",
        "use_only": "no: only surveillance and use are lifted",
    },
    default="reaches_procurement",
    why="41-6208(A) regulates the purchase of systems within 41-6207, and 41-6204(B) their vendors; both "
    "would be pointless.",
    citation=SECTION_6207.at(""),
)

# Whether the exceptions reach procurement is a question of these words, so they
# lift 41-6203 from here. The three items lift 41-6202 and 41-6206.
EXCEPTIONS = SECTION_6207.exception(
    "AZ-6207",
    ", opening words",
    "Articles 2 and 3 give way in three situations, and the ban on procurement with them.",
    to=BAN_ON_PROCUREMENT,
    when=OURS & EXCEPTED_PROCUREMENT.reads(reaches_procurement=EXCEPTED, use_only=PERIMETER_SITUATION),
)

# 41-6208. Necessity requirement for permitted use

SECTION_6208 = ARTICLE_4.but(prefix="41-6208")


def _condition_of_use(
    id: str,
    pinpoint: str,
    statement: str,
    *,
    bearer: str = THE_AGENCY,
    when: Condition,
    done: Condition,
    gate: Condition = DONE,
    of: Part = SECTION_6208,
) -> Duty:
    return of.requirement(
        id,
        pinpoint,
        statement,
        bearer=bearer,
        when=when,
        done=done,
        due=Deadline(note="before the system is first installed, bought, activated or otherwise acquired"),
        gate=gate,
        lawful_use=True,
    )


FRESH_RELIANCE = Ambiguity(
    "each_activation",
    "Does a system that is running already need a finding for each new reliance on an exception?",
    {
        "each_invocation": "yes: every fresh reliance activates it anew",
        "first_only": "no: one finding before the first activation is enough",
    },
    default="each_invocation",
    why="The finding is about one specific objective, limited in time; it cannot serve the next.",
    citation=ACT.at("41-6208(A)"),
)

PERIMETER_OBJECTIVE = Ambiguity(
    "perimeter_objective",
    "Does a perimeter camera, which has no objective limited in time, need a finding?",
    {
        "applies": "yes, with a day on which it ends, renewed as needed",
        "not_suited": "no: necessity does not fit exception (3)",
    },
    default="applies",
    why="The words take in any covered system within 41-6207 and leave no room.",
    citation=ACT.at("41-6208(A)"),
)

# A use that begins under these articles relies on an exception anew; one that went
# on before is cut in two at their start.
RELIED_ON_ANEW = all_of(
    IN_USE,
    EXCEPTED,
    FRESH_RELIANCE.reads(each_invocation=governed(earliest(BEGAN, AS_OF)), first_only=NOT_EVER),
)

# "Even if otherwise permitted": what no exception covers needs it too. Taking data
# that somebody else's system holds installs and acquires no system.
FINDING_NEEDED = Named(
    "a necessity finding is needed",
    all_of(
        OURS,
        THE_SYSTEM,
        ON_A_SYSTEM,
        COVERED_SYSTEM,
        PROCURES | INSTALLS | SWITCHES_ON | RELIED_ON_ANEW,
        PERIMETER_OBJECTIVE.reads(
            applies=ALWAYS, not_suited=~PERIMETER_SITUATION | WARRANT_SITUATION | READER_SITUATION
        ),
        operative(DAY),
    ),
    ACT.at("41-6208(A)"),
)

UNLAWFUL_PURCHASE = Ambiguity(
    "unlawful_purchase",
    "Does a purchase or installation made too early taint the activation that follows it in the same case?",
    {
        "taints": "yes: the paper has to come before the first of the acts",
        "stays_apart": "no: it has to come before each act by itself",
    },
    default="taints",
    why="(C) wants the filing before any of the three. The other reading keeps each act to itself.",
    citation=ACT.at("41-6208(C)"),
)
_UNDER_THE_ARTICLE = governed(DAY) & FINDING_NEEDED
FIRST_OF_ALL = Case.acts.first(BEGAN, _UNDER_THE_ARTICLE)

# What makes a finding one, and where it goes, is owed once for all acts.
ONE_FINDING = Case.acts.some(FINDING_NEEDED)
BEGUN = Case.acts.some(_UNDER_THE_ARTICLE & DONE)
OF_THE_FINDING = SECTION_6208.but(each=None, act=day_of_last(FINDING_NEEDED))

NECESSITY_FINDING = _condition_of_use(
    "AZ-6208.A",
    "(A)",
    "Swear in writing, before the act, that no other reasonable and historically effective means will do for "
    "a specific, time-limited objective.",
    bearer="the agency head or a designee",
    when=FINDING_NEEDED,
    done=all_of(
        NecessityFinding.made.happened(),
        UNLAWFUL_PURCHASE.reads(
            taints=NecessityFinding.made.before(FIRST_OF_ALL), stays_apart=NecessityFinding.made.before(BEGAN)
        ),
        NecessityFinding.written,
        NecessityFinding.sworn,
        NecessityFinding.made_by.is_in(FindingMaker.AGENCY_HEAD, FindingMaker.DESIGNEE),
        NecessityFinding.states_no_other_means,
        NecessityFinding.objective_specific,
        NecessityFinding.objective_time_limited,
    ),
)

EXHAUST = Ambiguity(
    "exhaust_methods",
    "There is no clause for emergencies: must a method be exhausted that is not available in the time there "
    "is?",
    {
        "available_means": "no: it is tried, or recorded with reasons as unavailable",
        "literal": "yes: each is actually exhausted",
    },
    default="available_means",
    why="(A) asks whether other means are available; to exhaust the unavailable is impossible, and would "
    "close the way for alerts.",
    citation=ACT.at("41-6208(B)"),
)

# Considered is not exhausted, and both are asked for. The list is open: four
# entries do not close it.
METHODS_CONSIDERED = _condition_of_use(
    "AZ-6208.B",
    "(B), opening words",
    "Consider specifically, and exhaust, the traditional methods that do without such systems, listed below "
    "or not.",
    when=ONE_FINDING,
    gate=BEGUN,
    of=OF_THE_FINDING,
    done=NecessityFinding.methods_considered,
)


def _method(item: int, method: InvestigativeMethod, statement: str) -> Duty:
    return _condition_of_use(
        f"AZ-6208.B.{item}",
        f"(B)({item})",
        statement,
        when=ONE_FINDING,
        gate=BEGUN,
        of=OF_THE_FINDING,
        done=NecessityFinding.methods_exhausted.has(method)
        | EXHAUST.reads(available_means=NecessityFinding.methods_unavailable.has(method), literal=NOT_EVER),
    )


METHODS = (
    _method(
        1,
        InvestigativeMethod.OUTREACH_AND_RECORDS_REQUESTS,
        "Exhaust requests for public information and outreach to the community.",
    ),
    # With nobody endangered and no fugitive it is recorded as unavailable, not skipped.
    _method(
        2,
        InvestigativeMethod.PUBLIC_DISSEMINATION,
        "Exhaust the help of the public: make known pictures, descriptions and details of somebody "
        "endangered, or of a fugitive with an active warrant, to enlist its vigilance and tips.",
    ),
    # Called non-surveillance all the same: the unaided senses of officers are no covered system.
    _method(3, InvestigativeMethod.PHYSICAL_SURVEILLANCE, "Exhaust watching in person by officers."),
    _method(
        4,
        InvestigativeMethod.INTERVIEWS_AND_FORENSICS,
        "Exhaust interviews of witnesses and the gathering of forensic evidence.",
    ),
)

# (C) names the court for a warrant, and the attorney general for alerts and
# missing persons, whatever the tool. An investigation by plate reader under some
# other warrant files with the court that issued that one.

FOR_SOMEONE_MISSING = Named(
    "it is done for an AMBER alert or a missing person",
    Surveillance.missing_person_or_alert
    | (
        Surveillance.tools.has(SurveillanceTool.LICENSE_PLATE_READER)
        & Surveillance.reader_purposes.has(MISSING, ALERT)
    ),
)
INVESTIGATED_BY_READER = READER_SITUATION & Surveillance.reader_purposes.has(INVESTIGATION)
COURT_IS_VENUE = PURSUANT_TO_A_WARRANT | INVESTIGATED_BY_READER
# Of what is within an exception, only cameras round a building are left.
PERIMETER_ALONE = all_of(PERIMETER_SITUATION, ~WARRANT_SITUATION, ~READER_SITUATION)

DUAL_VENUE = Ambiguity(
    "dual_venue",
    "A warrant exists in the matter of an alert or a missing person: where is the finding filed?",
    {
        "attorney_general": "with the attorney general: the case decides, and this is the one named second",
        "either": "with either of the two",
        "both": "with the court and with the attorney general",
    },
    default="attorney_general",
    why="With the court, or in the case of these with the attorney general: the second place is put for the "
    "first where its case is given.",
    citation=ACT.at("41-6208(C)"),
)

PERIMETER_VENUE = Ambiguity(
    "perimeter_venue",
    "Where is the finding for a perimeter camera filed, for which the text names no place?",
    {
        "no_filing": "nowhere: the finding is needed, and there is nothing to file",
        "file_with_ag": "with the attorney general, who receives every other finding without a warrant",
        "impossible": "it cannot be, so that installing one is never lawful",
    },
    default="no_filing",
    why="(C) names two venues and two kinds of case; a case left out is not to be supplied where prohibition "
    "follows.",
    citation=ACT.at("41-6208(C)"),
)

ATTORNEY_GENERAL_IS_VENUE = FOR_SOMEONE_MISSING | PERIMETER_VENUE.reads(
    no_filing=NOT_EVER, file_with_ag=PERIMETER_ALONE, impossible=NOT_EVER
)
WITHOUT_VENUE = PERIMETER_VENUE.reads(no_filing=NOT_EVER, file_with_ag=NOT_EVER, impossible=PERIMETER_ALONE)

# Readers that serve an investigation too are two matters, each with its own place.
GOES_TO_COURT = COURT_IS_VENUE & DUAL_VENUE.reads(
    attorney_general=~FOR_SOMEONE_MISSING | INVESTIGATED_BY_READER, either=ALWAYS, both=ALWAYS
)
FOR_A_COURT = Case.acts.some(FINDING_NEEDED & GOES_TO_COURT)
FOR_THE_ATTORNEY_GENERAL = Case.acts.some(FINDING_NEEDED & ATTORNEY_GENERAL_IS_VENUE)
FILED_WITH_COURT = NecessityFinding.filed_with_court
FILED_WITH_ATTORNEY_GENERAL = NecessityFinding.filed_with_attorney_general

FILE_WITH_COURT = _condition_of_use(
    "AZ-6208.C.court",
    "(C), first sentence, court",
    "File the finding with the court that issued the warrant.",
    when=FOR_A_COURT,
    gate=BEGUN,
    of=OF_THE_FINDING,
    done=FILED_WITH_COURT.happened()
    | DUAL_VENUE.reads(
        attorney_general=NOT_EVER,
        either=FOR_THE_ATTORNEY_GENERAL & FILED_WITH_ATTORNEY_GENERAL.happened(),
        both=NOT_EVER,
    ),
)
FILE_WITH_ATTORNEY_GENERAL = _condition_of_use(
    "AZ-6208.C.ag",
    "(C), first sentence, attorney general",
    "File the finding with the attorney general, for an AMBER alert or a missing person.",
    when=FOR_THE_ATTORNEY_GENERAL,
    gate=BEGUN,
    of=OF_THE_FINDING,
    done=FILED_WITH_ATTORNEY_GENERAL.happened()
    | DUAL_VENUE.reads(
        attorney_general=NOT_EVER, either=FOR_A_COURT & FILED_WITH_COURT.happened(), both=NOT_EVER
    ),
)

LEASE_OR_GIFT = Ambiguity(
    "filing_before_other_acquisition",
    "(A) bars acquiring in any way, (C) has the filing before installation, purchase or activation: does a "
    "lease or a gift wait for it?",
    {
        "any_acquisition": "yes: the filing comes before any acquisition",
        "listed_only": "no: before the acts listed in (C)",
    },
    default="any_acquisition",
    why="What is leased or given is activated before it is used, so the time comes anyway.",
    citation=ACT.at("41-6208(C)"),
)


LISTED = Act.kind.is_in(ActKind.PURCHASE, ActKind.INSTALL, ActKind.ACTIVATE) | RELIED_ON_ANEW
FIRST_LISTED = Case.acts.first(BEGAN, _UNDER_THE_ARTICLE & LISTED)


def _filed_in_time(filed: Time) -> Condition:
    in_time = UNLAWFUL_PURCHASE.reads(
        taints=LEASE_OR_GIFT.reads(
            any_acquisition=filed.before(FIRST_OF_ALL), listed_only=filed.before(FIRST_LISTED)
        ),
        stays_apart=filed.before(BEGAN) | LEASE_OR_GIFT.reads(any_acquisition=NOT_EVER, listed_only=~LISTED),
    )
    # What is filed is the finding, so it was made by then.
    return filed.happened() & StartOfDay(NecessityFinding.made).no_later_than(filed) & in_time


COURT_IN_TIME = _filed_in_time(FILED_WITH_COURT)
ATTORNEY_GENERAL_IN_TIME = _filed_in_time(FILED_WITH_ATTORNEY_GENERAL)
WITH_EACH_IN_TIME = all_of(
    ~GOES_TO_COURT | COURT_IN_TIME, ~ATTORNEY_GENERAL_IS_VENUE | ATTORNEY_GENERAL_IN_TIME
)

# The same instant is too late, and on the same day the hours decide. A later
# filing cures nothing that was done.
FILED_BEFORE = _condition_of_use(
    "AZ-6208.C.prior",
    "(C), first sentence, time",
    "File before anything is installed, bought or activated; a later filing does not cure.",
    when=FINDING_NEEDED & (COURT_IS_VENUE | ATTORNEY_GENERAL_IS_VENUE | WITHOUT_VENUE),
    done=~WITHOUT_VENUE
    & DUAL_VENUE.reads(
        attorney_general=WITH_EACH_IN_TIME,
        either=(COURT_IS_VENUE & COURT_IN_TIME) | (ATTORNEY_GENERAL_IS_VENUE & ATTORNEY_GENERAL_IN_TIME),
        both=WITH_EACH_IN_TIME,
    ),
    gate=DONE | WITHOUT_VENUE,
)

SECRECY = Ambiguity(
    "finding_secrecy",
    "Is the finding open at once, although it is filed before surveillance that is to stay covert?",
    {
        "public_on_filing": "yes, on filing",
        "sealable": "no: the court may seal it with the warrant",
    },
    default="public_on_filing",
    why="There are no words on sealing; the clash is there all the same.",
    citation=ACT.at("41-6208(C), second sentence"),
)

# It is no condition of the use.
FINDING_PUBLIC = OF_THE_FINDING.obligation(
    "AZ-6208.C.public",
    "(C), second sentence",
    "Keep the finding open to the public as a record.",
    bearer="the agency and those it files with",
    when=ONE_FINDING & NecessityFinding.made.happened(),
    done=NecessityFinding.open_to_public
    | SECRECY.reads(public_on_filing=NOT_EVER, sealable=NecessityFinding.sealed_by_court),
    gate=ALWAYS,
)

# 41-6209. Technical configuration for data minimization. It reaches every system
# within an exception, perimeter cameras too; where data is only taken from
# somebody else's system, the agency has none to configure. What its own system
# recorded was recorded by using it, so keeping that alone is no way round.

SECTION_6209 = ARTICLE_4.but(prefix="41-6209")

OWN_RECORDINGS = all_of(
    Act.kind.is_(ActKind.RETAIN), Act.object.is_(ActOn.DERIVED_INFORMATION), ~Act.existing_data
)
USED = DONE & (USES | OWN_RECORDINGS)
CONFIGURABLE = Named(
    "a covered surveillance system of the agency comes within an exception",
    all_of(OURS, EXCEPTED, COVERED_SYSTEM, (ON_A_SYSTEM & ~ASKS) | OWN_RECORDINGS, operative(DAY)),
)

OF_A_CONFIGURABLE = Case.acts.some(CONFIGURABLE)
OF_THE_SETTING = SECTION_6209.but(each=None, act=day_of_last(CONFIGURABLE))
IN_OPERATION = Case.acts.some(CONFIGURABLE & USED & governed(DAY))

# A warrant, a missing person, an alert and an investigation all give something to
# search for; only round a building may there be nothing. A system that is not told
# what to look for has no match, and cannot comply.
HAS_TO_SEARCH = Named(
    "there is a search, or has to be one",
    Minimization.has_search_parameters
    | Case.acts.some(CONFIGURABLE & (WARRANT_SITUATION | READER_SITUATION)),
)


def _configuration(id: str, pinpoint: str, statement: str, *, when: Condition, done: Condition) -> Duty:
    return OF_THE_SETTING.requirement(
        id,
        pinpoint,
        statement,
        when=when,
        done=done,
        gate=Case.acts.some(CONFIGURABLE & USED & governed(DAY)),
    )


AVOID_IRRELEVANT_DATA = _configuration(
    "AZ-6209.A",
    "(A)",
    "Configure the system, as far as technology allows, not to take or keep data irrelevant to the search at "
    "hand.",
    when=OF_A_CONFIGURABLE,
    done=Minimization.to_the_extent_feasible,
)

IMMEDIATE = Ambiguity(
    "immediate_deletion",
    "Must data that does not match be discarded at once even where that is not feasible?",
    {
        "one_or_three": "no: item (3) then takes the place of item (1)",
        "absolute_one": "yes: item (1) holds always, and item (3) adds to it",
    },
    default="one_or_three",
    why="Item (3) begins with the case in which item (1) cannot be met.",
    citation=ACT.at("41-6209(B)"),
)

# Programmed to do so by itself: a button for people to press is not enough.
DISCARD_AT_ONCE = _configuration(
    "AZ-6209.B.1",
    "(B)(1)",
    "Have what does not match the search discarded, deleted or never recorded, automatically and at once.",
    when=all_of(
        OF_A_CONFIGURABLE,
        HAS_TO_SEARCH,
        IMMEDIATE.reads(one_or_three=Minimization.immediate_deletion_feasible, absolute_one=ALWAYS),
    ),
    done=Minimization.has_search_parameters & Minimization.discards_immediately,
)

ONE_QUERY = Ambiguity(
    "single_query",
    "Is a list of many plates the single, authorized query of item (2)?",
    {
        "single": "no: one query at a time",
        "authorized_list": "yes, when each entry is authorised",
    },
    default="single",
    why="Single has to mean something; a list can be run as separate queries, each on an exception of its "
    "own.",
    citation=ACT.at("41-6209(B)(2)"),
)

# What is technically possible counts, not what is paid for. Searching stored
# reads later is not real time.
POSITIVE_MATCHES_ONLY = _configuration(
    "AZ-6209.B.2",
    "(B)(2)",
    "Where technology allows, check live data against one authorised query, and keep nothing of anyone else.",
    when=all_of(OF_A_CONFIGURABLE, HAS_TO_SEARCH, Minimization.positive_match_possible),
    done=all_of(
        Minimization.has_search_parameters,
        Minimization.positive_match_only,
        Minimization.matches_in_real_time,
        Minimization.query_authorized,
        ONE_QUERY.reads(single=Minimization.queries.equals(1), authorized_list=ALWAYS),
    ),
)

PERIMETER_FOOTAGE = Ambiguity(
    "perimeter_footage",
    "A perimeter camera runs no search: what of item (3) is all that it records bound to?",
    {
        "cap_applies": "to the cap of twenty-four hours, and to the shortest time where it cannot go at once",
        "shortest_time": "to the cap, and to the shortest time even where it could go at once",
        "cap_alone": "to the cap alone",
        "no_query": "to nothing of it: the three items suppose a query, and only (A) applies",
    },
    default="cap_applies",
    why="(C) makes configuration a condition for any system within 41-6207, and (A) speaks of other legal "
    "exceptions. Item (3) asks for the shortest time where deletion at once is not feasible; to ask for it "
    "where that is would leave exception (3) nothing to document with.",
    citation=ACT.at("41-6209(B)"),
)

PURGE_CLOCK = Ambiguity(
    "purge_clock",
    "From when do the twenty-four hours run?",
    {
        "per_record": "from the capture of each record",
        "end_of_operation": "from the end of the day's operation",
    },
    default="per_record",
    why="It is a cap on the shortest possible time, and keeping starts when there is a record.",
    citation=ACT.at("41-6209(B)(3)"),
)

ONE_DAY = Period.parse("PT24H")

AS_BRIEFLY_AS_POSSIBLE = HAS_TO_SEARCH | PERIMETER_FOOTAGE.reads(
    cap_applies=~Minimization.immediate_deletion_feasible,
    shortest_time=ALWAYS,
    cap_alone=NOT_EVER,
    no_query=NOT_EVER,
)

# Hours that pass, backups included. A technology that cannot do it is no excuse:
# what takes longer may not be used, and twenty hours are too long where two were
# possible.
PURGE_WITHIN_A_DAY = _configuration(
    "AZ-6209.B.3",
    "(B)(3)",
    "Where that cannot be done at once, keep what does not match as briefly as possible, 24 hours at most, "
    "then purge it beyond recovery.",
    when=OF_A_CONFIGURABLE
    & (
        (HAS_TO_SEARCH & ~Minimization.immediate_deletion_feasible)
        | PERIMETER_FOOTAGE.reads(
            cap_applies=~HAS_TO_SEARCH,
            shortest_time=~HAS_TO_SEARCH,
            cap_alone=~HAS_TO_SEARCH,
            no_query=NOT_EVER,
        )
    ),
    done=all_of(
        (Minimization.nonmatching_retention <= ONE_DAY)
        | PURGE_CLOCK.reads(
            per_record=NOT_EVER, end_of_operation=Minimization.retention_after_operation <= ONE_DAY
        ),
        ~AS_BRIEFLY_AS_POSSIBLE | Minimization.retention_shortest_possible,
        Minimization.purge_automatic,
        Minimization.purge_irreversible,
    ),
)


def _complies(duty: Duty) -> Condition:
    return ~duty.when | duty.met


_ALL_IN_PLACE = all_of(
    _complies(DISCARD_AT_ONCE), _complies(POSITIVE_MATCHES_ONLY), _complies(PURGE_WITHIN_A_DAY)
)
_CONFIGURED = all_of(AVOID_IRRELEVANT_DATA.met, _ALL_IN_PLACE)

CONFIGURATIONS = OF_THE_SETTING.scope(
    "AZ-6209.B",
    "(B), opening words",
    "Three configurations are required, and the list is open: to have them does not prove that (A) is met.",
    term="the required configurations are in place",
    covers=OF_A_CONFIGURABLE & _ALL_IN_PLACE,
)

CONFIGURED = OF_THE_SETTING.scope(
    "AZ-6209.C.condition",
    "(C), first sentence",
    "To be configured so is a mandatory condition for the lawful use of any system within an exception.",
    term="the system is configured as required",
    covers=OF_A_CONFIGURABLE & _CONFIGURED,
)

# It stands in article 4, out of reach of the exceptions, which lift articles 2
# and 3. Before the use begins, the configuration can still be put right.
BAN_ON_MISCONFIGURED = SECTION_6209.prohibition(
    "AZ-6209.C.ban",
    "(C), second sentence",
    "To use a system that is not configured so is prohibited, whatever exception holds.",
    when=all_of(USED, CONFIGURABLE, ~_CONFIGURED),
)

# 41-6210. Reporting requirements. To invoke an exception is enough, though the
# claim fail. Thirty days are no month. A reliance goes on while what rests on it does,
# so one that began before the start and ran into it is reported too.

# The report of 41-6210 is due once an exception is invoked, and for one that was
# relied on before these articles started and still is, once they have.

REPORT_FILED = latest(Reliance.reported_to_legislature, Reliance.reported_to_attorney_general)

REPORT_CLOCK = Ambiguity(
    "report_clock",
    '"Within thirty days" of what?',
    {
        "first_reliance": "of the first act in reliance on the exception",
        "first_use": "of the first use in operation",
        "end_of_use": "of the end of the surveillance",
    },
    default="first_reliance",
    why="The sentence is about the agency that invokes an exception, and the earliest day is the safest.",
    citation=ACT.at("41-6210"),
)
FIRST_USE = Case.acts.first(BEGAN, OURS & THE_SYSTEM & Act.kind.is_in(ActKind.USE, ActKind.ACCESS))
REPORT_COUNTED_FROM = REPORT_CLOCK.times(
    first_reliance=Reliance.invoked, first_use=FIRST_USE, end_of_use=Reliance.ended
)
# While the bill is unsigned, what it would say is counted from the reliance alone.
REPORT_DUE = last_day(
    TimeIf(FIRST_START.happened(), latest(REPORT_COUNTED_FROM, FIRST_START), REPORT_COUNTED_FROM).plus("P30D")
)

REPORT_EFFECT = Ambiguity(
    "report_effect",
    "Does an exception fall when its report is late or missing?",
    {
        "separate_duty": "no: the report is owed by itself, and what was done stays within the exception",
        "condition": "yes: the failure withdraws the exception",
    },
    default="separate_duty",
    why="41-6209(C) says mandatory condition where one is meant.",
    citation=ACT.at("41-6210"),
)

# On the thirtieth day itself the report is still in time.
_REPORT_LATE = REPORT_DUE.before(AS_OF) & ~REPORT_FILED.no_later_than(REPORT_DUE)
REPORTED.means(REPORT_EFFECT.reads(separate_duty=ALWAYS, condition=~_REPORT_LATE))

RELIANCE = earliest(latest(Reliance.invoked, Case.acts.last(DAY, OURS & THE_SYSTEM)), AS_OF)
INVOKED = all_of(AN_AGENCY, Reliance.invoked.happened(), operative(RELIANCE))
DUE = Deadline(REPORT_DUE)


SECTION_6210 = ARTICLE_4.but(
    prefix="41-6210, ", bearer="the agency that invokes an exception", each=None, act=RELIANCE
)

REPORT = SECTION_6210.obligation(
    "AZ-6210",
    "duty",
    "Report publicly on the exception, to the legislature and to the attorney general.",
    when=INVOKED,
    done=all_of(
        Reliance.reported_to_legislature.happened(),
        Reliance.reported_to_attorney_general.happened(),
        Reliance.report_public,
    ),
    due=DUE,
)
REPORT_IN_TIME = SECTION_6210.obligation(
    "AZ-6210.deadline",
    "time",
    "File the report with both within thirty days.",
    when=INVOKED,
    done=REPORT_FILED,
    due=DUE,
)


def _topic(topic: str, pinpoint: str, statement: str, *, when: Condition = INVOKED) -> Duty:
    return SECTION_6210.obligation(
        f"AZ-6210.content.{topic}", f"content: {pinpoint}", statement, when=when, due=DUE
    )


REPORT_CONTENTS = (
    _topic("nature", "nature", "Say in the report what the surveillance is."),
    _topic("justification", "justification", "Say in the report on which legal ground it rests."),
    _topic(
        "warrant_number",
        "warrant number",
        "Give the number of the warrant, if any.",
        when=INVOKED & Warrant.issued.happened(),
    ),
    _topic(
        "minimization", "minimization", "Describe in the report how the system is set up to minimise data."
    ),
    # A system built in house has no vendor, and no certification to report.
    _topic(
        "certification",
        "certification",
        "Set out the vendor's certification.",
        when=INVOKED & Vendor.involved,
    ),
    # Collection may go on past the thirtieth day; the text asks for no supplement.
    _topic("data", "data", "Say in the report which data was gathered and which was kept."),
)


# Articles 2 to 4 are engaged by every act that one of their bans reaches, lifted or
# not, by what is done to a system that an exception lets in, and by what needs a
# finding.
ENGAGED = Case.acts.some(
    governed(DAY)
    & any_of(
        BAN_ON_USE.when,
        BAN_ON_PROCUREMENT.when,
        BAN_ON_REQUEST.when,
        NO_DEALING_WITH_THE_BARRED.when,
        EXCEPTED_SYSTEM,
        FINDING_NEEDED,
    )
)

ENTRIES: tuple[Entry, ...] = (
    # 41-6207
    EXCEPTIONS,
    WARRANT_EXCEPTION,
    WITHIN_THE_WARRANT,
    PLATE_READER_EXCEPTION,
    READER_WARRANT,
    PERIMETER_EXCEPTION,
    NO_ANALYTICS,
    NO_NETWORK,
    # 41-6208
    NECESSITY_FINDING,
    METHODS_CONSIDERED,
    *METHODS,
    FILE_WITH_COURT,
    FILE_WITH_ATTORNEY_GENERAL,
    FILED_BEFORE,
    FINDING_PUBLIC,
    # 41-6209
    AVOID_IRRELEVANT_DATA,
    CONFIGURATIONS,
    DISCARD_AT_ONCE,
    POSITIVE_MATCHES_ONLY,
    PURGE_WITHIN_A_DAY,
    CONFIGURED,
    BAN_ON_MISCONFIGURED,
    # 41-6210
    REPORT,
    REPORT_IN_TIME,
    *REPORT_CONTENTS,
)
