"""The three situations of 41-6207, as conditions.

They stand in article 4, and article 2 speaks of them before it: what has to hold
is here, and what each lifts is in the module of article 4.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    Ambiguity,
    Condition,
    Definition,
    Kind,
    Named,
    Time,
    TimeIf,
    all_of,
    earliest,
    latest,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import (
    ACT,
    BANS,
    FIRST_START,
    wherever_done,
)
from aigovkit.models import (
    ActObject,
    AgencyAct,
    AnalyticComponent,
    BiometricOperation,
    CrimePrediction,
    PlateReaderPurpose,
    Procurement,
    Reliance,
    Request,
    Surveillance,
    SurveillanceTool,
    Warrant,
    WarrantLimit,
)

# Force is tested on the day of the act. Keeping, using and reaching into
# something go on, so their last day counts; a planned act is judged as if done
# on the day of judging. So is a request.
LAST_ACT = earliest(Surveillance.last_done, AS_OF)
REQUEST = earliest(Request.made, AS_OF)

SYSTEM_OR_SERVICE = Surveillance.objects.has(ActObject.SYSTEM, ActObject.SERVICE)
CONTRACTS = Surveillance.acts.has(AgencyAct.CONTRACT)
# To obtain a system or a service, in whatever way, is to procure it.
ACQUIRES_OUTRIGHT = Surveillance.acts.has(AgencyAct.PURCHASE, AgencyAct.PROCURE_OTHERWISE) | (
    Surveillance.acts.has(AgencyAct.OBTAIN) & SYSTEM_OR_SERVICE
)
ACQUIRES = CONTRACTS | ACQUIRES_OUTRIGHT
INSTALLS = Surveillance.acts.has(AgencyAct.INSTALL)
SWITCHES_ON = Surveillance.acts.has(AgencyAct.ACTIVATE)

NOTWITHSTANDING = Ambiguity(
    "notwithstanding",
    'Does "notwithstanding any other law" set the exceptions of 41-6207 aside too?',
    {
        "exceptions_operate": "no: they are part of the same act; other acts, on records or evidence, give "
        "way",
        "absolute": "yes: nothing outside 41-6202 limits it",
    },
    default="exceptions_operate",
    why="41-6207 names articles 2 and 3 as what it lifts.",
    citation=ACT.at("41-6202(A), opening words"),
)
EXCEPTIONS_OPERATE = NOTWITHSTANDING.reads(exceptions_operate=ALWAYS, absolute=NOT_EVER)


def _proviso(id: str, pinpoint: str, statement: str, *, means: Condition, term: str) -> Definition:
    return BANS.definition(
        id,
        f"41-6207({pinpoint}",
        statement,
        means=means,
        term=term,
        kind=Kind.CONDITION,
    )


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
REPORT_COUNTED_FROM = REPORT_CLOCK.times(
    first_reliance=Reliance.invoked, first_use=Reliance.first_used, end_of_use=Reliance.ended
)
# While the bill is unsigned, what it would say is counted from the reliance alone.
REPORT_DUE = TimeIf(
    FIRST_START.happened(), latest(REPORT_COUNTED_FROM, FIRST_START), REPORT_COUNTED_FROM
).plus("P30D")

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
REPORTED = REPORT_EFFECT.reads(separate_duty=ALWAYS, condition=~_REPORT_LATE)

# 41-6207(1). A subpoena, or an order on less than probable cause, is no such
# warrant; no emergency replaces one; any competent court will do, federal or state.
# What is done before a warrant is issued is not done under it.

WARRANT_LIMITS = Ambiguity(
    "warrant_specificity",
    "Must the warrant name a person, a place and a time, all three?",
    {
        "conjunctive": "yes, and all three are kept to; a warrant for a place and an hour fails",
        "as_authorized": "no: what the warrant fixes is kept to",
    },
    default="conjunctive",
    why="And joins three nouns under one specific; searches that sweep up everyone are the evident target.",
    citation=ACT.at("41-6207(1), proviso"),
)


def _kept_to(limit: WarrantLimit) -> Condition:
    return ~Warrant.specifies.has(limit) | Warrant.kept_to.has(limit)


# An overrun is outside for the time it lasts: judge each act, not the operation.
WITHIN_THE_WARRANT = _proviso(
    "AZ-6207.1.limit",
    "1), proviso",
    "The surveillance stays with the particular person, place and time that the warrant allows.",
    term="it keeps to the warrant",
    means=WARRANT_LIMITS.reads(
        conjunctive=Warrant.specifies.has_all(*WarrantLimit) & Warrant.kept_to.has_all(*WarrantLimit),
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
    citation=ACT.at("41-6207(1)"),
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
    citation=ACT.at("41-6207(1)"),
)


def _by_then(does: Condition, done: Time) -> Condition:
    """Whether the warrant was there when something was done."""
    return wherever_done(does, done, Warrant.issued.no_later_than(done))


# Each act that has a day of its own has to come under it: a later warrant cures no
# earlier purchase, installation or activation.
ISSUED_FIRST = all_of(
    Warrant.issued.no_later_than(LAST_ACT),
    _by_then(CONTRACTS, Procurement.signed),
    _by_then(ACQUIRES, Procurement.acquired),
    _by_then(INSTALLS, Surveillance.installed),
    _by_then(SWITCHES_ON, Surveillance.activated),
)
ON_PROBABLE_CAUSE = all_of(Warrant.probable_cause, Warrant.court_competent, Warrant.followed)
PURSUANT_TO_A_WARRANT = ISSUED_FIRST & ON_PROBABLE_CAUSE
WARRANT_PROVISOS = all_of(
    WITHIN_THE_WARRANT,
    SEIZURE.reads(covers_seizure=ALWAYS, original_surveillance=~Surveillance.seizes_existing_data),
    KEPT_RESULTS.reads(fruits_follow=ALWAYS, expires=~Surveillance.information_kept_after_warrant),
    REPORTED,
)
WARRANT_SITUATION = Named(
    "it is surveillance under a warrant", PURSUANT_TO_A_WARRANT & WARRANT_PROVISOS, ACT.at("41-6207(1)")
)

# 41-6207(2). For that sole purpose: one other use of the reader or its data, such
# as parking, tolls or statistics, loses it for all. Patrols that scan whatever
# passes have no purpose on the list, and a product that follows telephones or
# names faces as well is not used for that alone.

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
    citation=ACT.at("41-6207(2)"),
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
    citation=ACT.at("41-6207(2), closing clause"),
)

# Probable cause and a competent court are not asked for here.
_THE_WARRANT = WHICH_WARRANT.reads(any_warrant=ALWAYS, surveillance_warrant=Warrant.authorizes_surveillance)


def _where_needed(issued: Condition) -> Condition:
    """Whether the warrant that the closing words ask for, if they do, had been issued in time."""
    issued = issued & _THE_WARRANT
    return WARRANT_CLAUSE.reads(
        last_antecedent=~Surveillance.reader_purposes.has(INVESTIGATION) | issued, series_qualifier=issued
    )


READER_WARRANT = _proviso(
    "AZ-6207.2.warrant",
    "2), closing clause",
    "A warrant has been issued, where the closing words ask for one.",
    term="a warrant has been issued where one is needed",
    # Before it was issued, no use is one where it has been.
    means=_where_needed(
        ISSUED_FIRST & _by_then(Surveillance.acts.has(AgencyAct.USE, AgencyAct.ACCESS), Reliance.first_used)
    ),
)

PLATE_READER_FOR_A_LISTED_PURPOSE = all_of(
    Surveillance.tools.has(SurveillanceTool.LICENSE_PLATE_READER),
    Surveillance.tools.has_only(SurveillanceTool.LICENSE_PLATE_READER, SurveillanceTool.SECURITY_CAMERA),
    ~Surveillance.face_matching,
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

# 41-6207(3). Lobbies, corridors and views beyond the boundary are no perimeter;
# one use for something else, such as discipline, ends the exclusiveness.

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
    citation=ACT.at("41-6207(3), first proviso"),
)
_BARRED_ANALYTICS = (
    AnalyticComponent.FACIAL_RECOGNITION,
    AnalyticComponent.BIOMETRIC_ANALYSIS,
    AnalyticComponent.PREDICTIVE_ANALYTICS,
)

NO_ANALYTICS = _proviso(
    "AZ-6207.3.analytics",
    "3), first proviso",
    "The system holds no face recognition, biometric analysis or predictive analytics; detecting motion or "
    "things is none of these.",
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
    citation=ACT.at("41-6207(3), second proviso"),
)

# No feasibility softens this, unlike the air gap of 41-6204(C).
NO_NETWORK = _proviso(
    "AZ-6207.3.network",
    "3), second proviso",
    "The system is tied to no network outside.",
    term="it is on no external network",
    means=EXTERNAL_NETWORK.reads(
        beyond_facility=~Surveillance.network_beyond_facility,
        outside_agency=~Surveillance.network_beyond_facility | ~Surveillance.network_beyond_agency,
    ),
)

PERIMETER_OF_A_PUBLIC_BUILDING = Surveillance.public_building & Surveillance.perimeter_only
PERIMETER_PROVISOS = all_of(NO_ANALYTICS, NO_NETWORK, REPORTED)
PERIMETER_SITUATION = Named(
    "it only secures the perimeter of a public building",
    PERIMETER_OF_A_PUBLIC_BUILDING & PERIMETER_PROVISOS,
    ACT.at("41-6207(3)"),
)

EXCEPTED = Named(
    "an exception holds", WARRANT_SITUATION | READER_SITUATION | PERIMETER_SITUATION, ACT.at("41-6207")
)

# For article 3. A warrant excuses no request made before it, and what is excepted
# here none that is about another system: a plate reader no request for what other
# cameras see.
_BEFORE_THE_REQUEST = Warrant.issued.no_later_than(REQUEST)
REQUEST_EXCUSED = Named(
    "an exception covers the request",
    Request.about_this_system
    & (
        (ON_PROBABLE_CAUSE & WARRANT_PROVISOS & _BEFORE_THE_REQUEST)
        | all_of(
            PLATE_READER_FOR_A_LISTED_PURPOSE,
            LIVE_INVESTIGATION,
            REPORTED,
            _where_needed(_BEFORE_THE_REQUEST),
        )
        | PERIMETER_SITUATION
    ),
    ACT.at("41-6207"),
)
