"""Article 1, General provisions: 41-6201, the definitions.

The terms are built from facts here, in the order of the paragraphs, and used by
every other article. A term that is used in an earlier paragraph than its own is named
first. Two of the cross-references name the wrong place; both are read as mended, and
the printed words are at hand as a reading.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    Attested,
    Condition,
    Definition,
    Entry,
    Force,
    Forward,
    Kind,
    Time,
    all_of,
    any_of,
    part,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import ACT, THE_REST
from aigovkit.models import (
    AccessEffect,
    Act,
    Agency,
    AgencyFunction,
    BiometricOperation,
    Case,
    Contract,
    ContractStage,
    CrimePrediction,
    DecisionDomain,
    DecisionRole,
    Discrimination,
    DiscriminatoryEffect,
    EntityKind,
    ImpactAssessment,
    Instrument,
    ProtectedClass,
    SocialMediaAim,
    SocialMediaOperation,
    Surveillance,
    SurveillanceAim,
    SurveillanceFunction,
    SurveillanceTool,
    System,
    Use,
    Vendor,
)

# An agency of the state or of any of its subdivisions. The chapter does not say
# whether courts, the legislature, universities or districts are agencies.
AN_AGENCY = Agency.place.within("us-az")

# 41-6201. Definitions

SECTION_6201 = part(ACT, "41-6201", force=Force.PROPOSED, commencement=THE_REST)

INTERIM = Ambiguity(
    "interim_definitions",
    "What do the terms of articles 2 to 4 mean between the signature and July 2028, while article 1 waits?",
    {
        "borrow": "what article 1 says, as the best evidence of what was meant",
        "inert": "nothing: articles 2 to 4 cannot be applied before their definitions start",
    },
    default="borrow",
    why="One act holds the bans and their terms; a ban meant to bite at once cannot have been meant to be "
    "empty. Hold what follows for "
    "those months with low confidence.",
    citation=SECTION_6201.at(", opening words"),
)


def terms_at_hand(done: Time) -> Condition:
    """Whether the terms of articles 2 to 4 have a meaning for something done at that time."""
    return INTERIM.reads(borrow=ALWAYS, inert=THE_REST.governs(done))


OPENING = SECTION_6201.unmodelled(
    "AZ-6201",
    ", opening words",
    kind=Kind.DEFINITION,
    because="The terms hold for the whole chapter unless the context asks otherwise, which is a judgement "
    "about each use of a term.",
)

# Used before the paragraph that says what they mean.
IS_DECISION_SYSTEM = Forward("it is an automated decision system", SECTION_6201.at("(3)"))
IS_COVERED = Forward("it is a covered surveillance system", SECTION_6201.at("(5)"))
RECOGNIZES_FACES = Forward("it is facial recognition technology", SECTION_6201.at("(8)"))
PREDICTS_CRIME = Forward("it is a predictive policing system", SECTION_6201.at("(10)"))
IS_PRIVATE = Forward("the other side is a private entity", SECTION_6201.at("(11)"))
IS_REMOTE_BIOMETRIC = Forward(
    "it is a real-time remote biometric surveillance system", SECTION_6201.at("(12)")
)
MONITORS_SOCIAL_MEDIA = Forward("it is social media monitoring", SECTION_6201.at("(13)"))
IS_SURVEILLANCE = Forward("it is used for surveillance", SECTION_6201.at("(14)"))
IS_SIGNIFICANT = Forward("the impact is significant", SECTION_6201.at("(15)"))

# 1. Algorithmic discrimination. Contributing is enough, and no intent is needed.
# "Unjustified" has no stated standard: it is a finding, never worked out from a ratio.

PROTECTED_CLASSES = SECTION_6201.definition(
    "AZ-6201.1.classes",
    "(1), list of characteristics",
    "Twelve characteristics, real or assumed, are protected; veteran status is one of them.",
    term="it turns on a protected characteristic",
    means=Discrimination.bases.has(*ProtectedClass),
)

UNJUSTIFIED = Ambiguity(
    "unjustified_impacts",
    'Does "unjustified" go with impacts as well as with differential treatment?',
    {
        "both": "with both: impacts that are justified are no discrimination",
        "treatment_only": "with treatment only: any impact that disfavours people for a characteristic is "
        "enough",
    },
    default="both",
    why="An adjective before two nouns joined by or goes with both in ordinary reading, and otherwise every "
    "difference in results counts.",
    citation=SECTION_6201.at("(1)"),
)

ALGORITHMIC_DISCRIMINATION = SECTION_6201.definition(
    "AZ-6201.1",
    "(1)",
    "Algorithmic discrimination is there when such a system contributes to unjustified treatment or effects "
    "that disfavour people for one.",
    term="there is algorithmic discrimination",
    means=all_of(
        IS_DECISION_SYSTEM,
        UNJUSTIFIED.reads(
            both=Discrimination.effects.has(*DiscriminatoryEffect) & Discrimination.unjustified,
            treatment_only=(
                Discrimination.effects.has(DiscriminatoryEffect.DIFFERENTIAL_TREATMENT)
                & Discrimination.unjustified
            )
            | Discrimination.effects.has(DiscriminatoryEffect.DISFAVORING_IMPACT),
        ),
        PROTECTED_CLASSES,
    ),
)

# 2. Algorithmic impact assessment

ASSESSMENT_REFERENCE = Ambiguity(
    "assessment_reference",
    "Where do the contents of an algorithmic impact assessment stand, when paragraph 2 points at 41-6210, a "
    "report on surveillance?",
    {
        "corrected": "in 41-6211(B)(2), the only list of an assessment's contents",
        "literal": "in 41-6210: warrant number and all",
        "both": "in both, as far as each can be met",
    },
    default="corrected",
    why="41-6210 speaks of neither assessments nor decision systems: the number is a slip, left over from a "
    "renumbering.",
    citation=SECTION_6201.at("(2)"),
)

_ASSESSMENT_CONTENTS = all_of(*(Attested(f"AZ-6211.B.2.{letter}") for letter in "abcde"))
_REPORT_CONTENTS = all_of(
    *(
        Attested(f"AZ-6210.content.{topic}")
        for topic in ("nature", "justification", "warrant_number", "minimization", "certification", "data")
    )
)

IMPACT_ASSESSMENT = SECTION_6201.definition(
    "AZ-6201.2",
    "(2)",
    "An algorithmic impact assessment is a detailed public report with the contents that the chapter lists.",
    term="it is an algorithmic impact assessment",
    means=all_of(
        ImpactAssessment.detailed,
        ImpactAssessment.open_to_public,
        ASSESSMENT_REFERENCE.reads(
            corrected=_ASSESSMENT_CONTENTS,
            literal=_REPORT_CONTENTS,
            both=_ASSESSMENT_CONTENTS & _REPORT_CONTENTS,
        ),
    ),
)

# 3. Automated decision system

SIGNIFICANTLY = Ambiguity(
    "significantly_impacts",
    'Does "significantly impacts" in paragraph 3 mean what paragraph 15 calls a significant impact?',
    {
        "linked": "yes: denial or substantial alteration in one of the eight fields",
        "ordinary": "no: what is significant in ordinary language, which is wider",
    },
    default="linked",
    why="It is the same word as verb and noun, 41-6217 uses the noun of the same systems, and a defined term "
    "needs a place to work.",
    citation=SECTION_6201.at("(3)"),
)

# Helping people decide is enough, and no learning is needed. Scoring, ranking and
# the other examples illustrate; they do not replace the test of significance.
AUTOMATED_DECISION_SYSTEM = SECTION_6201.definition(
    "AZ-6201.3",
    "(3), first sentence",
    "An automated decision system is a computational process, learned or not, that takes or helps take "
    "decisions of significant impact.",
    term="it is an automated decision system",
    means=all_of(
        System.computational_process,
        Use.decision_role.is_in(DecisionRole.DECIDES, DecisionRole.FACILITATES),
        # The wider meaning holds all of the narrower one.
        SIGNIFICANTLY.reads(linked=IS_SIGNIFICANT, ordinary=IS_SIGNIFICANT | Use.ordinary_significance),
    ),
)
IS_DECISION_SYSTEM.means(AUTOMATED_DECISION_SYSTEM)

COMPONENTS = SECTION_6201.definition(
    "AZ-6201.3.components",
    "(3), second sentence",
    "Its data, its model and any user interface that goes with it are part of the system.",
    term="its data, model and interface are part of it",
    means=AUTOMATED_DECISION_SYSTEM,
)

# 4. Commandeered system. "Could" is enough: nobody need have reached anything.

LEGALLY_COMPELLED = Ambiguity(
    "legally_compelled",
    "Is a system commandeered because ordinary process, such as a subpoena, could reach its data?",
    {
        "specific_hook": "no: a particular legal route is needed, as a statute, contract, licence or foreign "
        "jurisdiction gives",
        "literal": "yes: any possibility of compulsion is enough, so that hardly any system passes",
    },
    default="specific_hook",
    why="41-6204(B) and (C) and article 4 suppose that some systems can pass; otherwise they have nothing to "
    "do.",
    citation=SECTION_6201.at("(4)"),
)

NOT_SUBJECT = Ambiguity(
    "not_subject_to_chapter",
    "Is a private host or vendor in Arizona, who has some duties under the chapter but not its prohibitions, "
    "outside it?",
    {
        "agency_only": "yes: only agencies of Arizona bear both its prohibitions and its requirements",
        "any_duty": "no: whoever has a duty under the chapter is inside",
    },
    default="agency_only",
    why="The words are prohibitions and requirements, and 41-6204(B)(2) wants no third party at all to have "
    "rights.",
    citation=SECTION_6201.at("(4)"),
)

COMMANDEERED_SYSTEM = SECTION_6201.definition(
    "AZ-6201.4",
    "(4)",
    "A commandeered system is a covered one whose data, functions or control someone outside the chapter "
    "could compel, reach or obtain.",
    term="it is shown to be a commandeered system",
    means=IS_COVERED
    & (
        Surveillance.outside_legal_hook
        | LEGALLY_COMPELLED.reads(specific_hook=NOT_EVER, literal=Surveillance.outside_ordinary_process)
        | Surveillance.outside_technical_access
        # "Otherwise obtained" is limited to a route that exists; every vendor may one day be sold.
        | Surveillance.outside_other_route
    ),
)

# 5. Covered surveillance system

SURVEILLANCE_REFERENCE = Ambiguity(
    "surveillance_reference",
    'Paragraph 5 takes surveillance "as defined in paragraph 10", which defines predictive policing: which '
    "paragraph is meant?",
    {
        "corrected_14": "paragraph 14, which defines surveillance",
        "literal_10": "paragraph 10: the general words reach predictive policing only, the named kinds stay "
        "covered",
    },
    default="corrected_14",
    why="Paragraph 10 defines no surveillance, and the kinds named after it would have nothing to "
    "illustrate.",
    citation=SECTION_6201.at("(5)"),
)

CAPABLE = Ambiguity(
    "capable_of_surveillance",
    "Is a general-purpose product covered because it could watch someone?",
    {
        "literal": "yes: being capable is enough",
        "purposeful": "no: such a product is covered only when it is so used",
    },
    default="literal",
    why='The text sets "capable of" and "used for" apart by an or.',
    citation=SECTION_6201.at("(5)"),
)

# Switching a function off leaves it capable.
GENERAL_LIMB = SECTION_6201.definition(
    "AZ-6201.5.general",
    "(5), general words",
    "What can conduct surveillance, or is used for it, is covered.",
    term="it can conduct surveillance, or is used for it",
    note="Where only the capability of a general-purpose product brings it in, the definition may reach "
    "further than was meant.",
    means=SURVEILLANCE_REFERENCE.reads(
        corrected_14=(
            Surveillance.capable_functions.has(*SurveillanceFunction)
            & Surveillance.capable_targets.has(*SurveillanceAim)
            & CAPABLE.reads(literal=ALWAYS, purposeful=~Surveillance.general_purpose)
        )
        | IS_SURVEILLANCE,
        literal_10=PREDICTS_CRIME,
    ),
)

# Monitoring of social media is what paragraph 13 says it is, whatever a tool is
# called. Location tracking is not defined. A plate reader is not among the named kinds.
NAMED_KINDS = SECTION_6201.definition(
    "AZ-6201.5.named",
    "(5), named kinds",
    "Five kinds are covered by name: face recognition, predictive policing, remote biometrics, social media "
    "monitoring, location tracking.",
    term="it is one of the kinds named",
    means=RECOGNIZES_FACES
    | PREDICTS_CRIME
    | IS_REMOTE_BIOMETRIC
    | MONITORS_SOCIAL_MEDIA
    | Surveillance.tools.has(SurveillanceTool.LOCATION_TRACKING),
)

# "System, technology or service": a case that answers these questions at all is
# about one of them. A person's unaided senses are none.
COVERED_SYSTEM = SECTION_6201.definition(
    "AZ-6201.5",
    "(5)",
    "A covered surveillance system is any system, technology or service under the general words or among the "
    "five kinds named.",
    term="it is a covered surveillance system",
    means=GENERAL_LIMB | NAMED_KINDS,
)
IS_COVERED.means(COVERED_SYSTEM)

# 6. Covered government contractor

FIRST_CONTRACT = Ambiguity(
    "first_contract",
    "Is a bidder covered who has not yet entered into a contract?",
    {
        "prospective_included": "yes, when performance will involve such a system",
        "literal": "no, not before the contract is signed",
    },
    default="prospective_included",
    why="Otherwise the word procure in 41-6212(A) does nothing for a new supplier.",
    citation=SECTION_6201.at("(6)"),
)

SUBCONTRACTOR = Ambiguity(
    "subcontractor",
    "Is a subcontractor covered, who has no contract with the agency?",
    {
        "literal": "no: the agency's own contractor answers for every system used in performance",
        "flow_down": "yes: whoever uses the system in performing that contract",
    },
    default="literal",
    why="The definition looks to the contract with the agency.",
    citation=SECTION_6201.at("(6)"),
)

# The goods or services may be anything. A contract that has ended still covers
# what was done in performing it.
COVERED_CONTRACTOR = SECTION_6201.definition(
    "AZ-6201.6",
    "(6)",
    "A covered contractor is a private entity whose work for an Arizona agency uses a decision system that "
    "affects residents.",
    term="there is a covered government contractor",
    means=all_of(
        AN_AGENCY,
        IS_PRIVATE,
        Contract.instrument.is_in(Instrument.CONTRACT, Instrument.GRANT, Instrument.COOPERATIVE_AGREEMENT),
        Contract.involves_automated_decisions,
        Contract.affects_residents,
        Contract.stage.is_in(ContractStage.SIGNED, ContractStage.PERFORMING, ContractStage.ENDED)
        | FIRST_CONTRACT.reads(
            prospective_included=Contract.stage.is_in(ContractStage.SOLICITED, ContractStage.PROPOSED),
            literal=NOT_EVER,
        ),
        SUBCONTRACTOR.reads(literal=Contract.with_the_agency, flow_down=ALWAYS),
    ),
)

# 7. Data broker

DATA_BROKER = SECTION_6201.definition(
    "AZ-6201.7",
    "(7)",
    "A data broker is a business that knowingly gathers personal information of people it has no direct "
    "relationship with, and that third parties get from it by sale or licence.",
    term="the other side is a data broker",
    each=Case.acts,
    means=Act.data_broker,
)

# 8. Facial recognition. Assisting is enough.

FACIAL_RECOGNITION = SECTION_6201.definition(
    "AZ-6201.8",
    "(8)",
    "Facial recognition is an automated process, or partly one, that helps identify or verify a person from "
    "the face.",
    term="it is facial recognition technology",
    means=Surveillance.face_matching,
)
RECOGNIZES_FACES.means(FACIAL_RECOGNITION)

# 9. Law enforcement agency. 41-6202 only names it. What 41-6207(2) asks is a law
# enforcement investigation, whoever leads it.
LAW_ENFORCEMENT_AGENCY = SECTION_6201.definition(
    "AZ-6201.9",
    "(9)",
    "A law enforcement agency is an agency of the state or a subdivision charged with preventing, detecting "
    "or investigating crime.",
    term="it is a law enforcement agency",
    means=AN_AGENCY & Agency.functions.has(AgencyFunction.LAW_ENFORCEMENT),
)

# 10. Predictive policing. It must be an automated decision system first, which a
# pure forecast of places may not be.

PLACE_FORECASTS = Ambiguity(
    "place_forecasts",
    "Is a forecast of places predictive policing when it decides nothing of significant impact about anyone?",
    {
        "named": "yes, when a computational process takes or helps take decisions",
        "literal": "no: it has to be an automated decision system in full",
    },
    default="named",
    why="Paragraph 10 names where crimes may occur, and a forecast of places decides about no individual; "
    "the words would be empty.",
    citation=SECTION_6201.at("(10)"),
)

PREDICTIVE_POLICING = SECTION_6201.definition(
    "AZ-6201.10",
    "(10)",
    "Predictive policing is a decision system that tries to tell from the past where crimes may occur, who "
    "is likely to take part, or who once did.",
    term="it is a predictive policing system",
    means=all_of(
        AUTOMATED_DECISION_SYSTEM
        | PLACE_FORECASTS.reads(
            named=all_of(
                System.computational_process,
                Use.decision_role.is_in(DecisionRole.DECIDES, DecisionRole.FACILITATES),
                Surveillance.crime_predictions.has(CrimePrediction.FUTURE_PLACES),
            ),
            literal=NOT_EVER,
        ),
        Surveillance.uses_historical_data,
        Surveillance.crime_predictions.has(*CrimePrediction),
    ),
)
PREDICTS_CRIME.means(PREDICTIVE_POLICING)

# 11. Private entity

GOVERNMENT_ENTITY = Ambiguity(
    "government_entity",
    "Are the federal, tribal, foreign and other states' governments government entities?",
    {
        "any_government": "yes: no government is a private entity",
        "arizona_only": "no: only those of Arizona are",
    },
    default="any_government",
    why="That is the ordinary meaning, and 41-6202(B) reaches what any government supplies anyway.",
    citation=SECTION_6201.at("(11)"),
)

PRIVATE = (EntityKind.PRIVATE_COMPANY, EntityKind.INDIVIDUAL, EntityKind.ASSOCIATION)
OTHER_GOVERNMENTS = (
    EntityKind.FEDERAL_GOVERNMENT,
    EntityKind.OTHER_STATE_GOVERNMENT,
    EntityKind.TRIBAL_GOVERNMENT,
    EntityKind.FOREIGN_GOVERNMENT,
)
PRIVATE_ENTITY = SECTION_6201.definition(
    "AZ-6201.11",
    "(11)",
    "A private entity is any person or group, whatever its form, that is no government entity.",
    term="the other side is a private entity",
    means=Vendor.entity.is_in(*PRIVATE)
    | GOVERNMENT_ENTITY.reads(any_government=NOT_EVER, arizona_only=Vendor.entity.is_in(*OTHER_GOVERNMENTS)),
)
IS_PRIVATE.means(PRIVATE_ENTITY)

# 12. Real-time remote biometric surveillance. Whatever its name says, nothing in
# it asks for real time.

WITHOUT_KNOWLEDGE_OR_CONSENT = Ambiguity(
    "knowledge_or_consent",
    '"Without their immediate knowledge or consent": are both missing, or is one missing enough?',
    {
        "neither": "both are missing",
        "either_missing": "one missing is enough",
    },
    default="neither",
    why="Without A or B negates both in ordinary speech, and paragraph 14, which does not ask about "
    "knowledge, catches the rest anyway.",
    citation=SECTION_6201.at("(12)"),
)

REMOTE_BIOMETRIC = SECTION_6201.definition(
    "AZ-6201.12",
    "(12)",
    "Remote biometric surveillance can persistently take or analyse biometric data of people far off who "
    "neither know nor consent.",
    term="it is a real-time remote biometric surveillance system",
    means=all_of(
        Surveillance.biometric_operations.has(*BiometricOperation),
        Surveillance.biometric_at_distance,
        Surveillance.biometric_persistent,
        WITHOUT_KNOWLEDGE_OR_CONSENT.reads(
            neither=~Surveillance.subjects_know & ~Surveillance.subjects_consent,
            either_missing=~Surveillance.subjects_know | ~Surveillance.subjects_consent,
        ),
    ),
)
IS_REMOTE_BIOMETRIC.means(REMOTE_BIOMETRIC)

# 13. Social media monitoring

THREE_OPERATIONS = Ambiguity(
    "social_media_operations",
    "Tracking, collecting and analysis: does monitoring take all three?",
    {
        "all_three": "all three",
        "any": "any one of them",
    },
    default="all_three",
    why="The words are joined by and; a tool that does one of them still falls under paragraph 14.",
    citation=SECTION_6201.at("(13)"),
)

SOCIAL_MEDIA_MONITORING = SECTION_6201.definition(
    "AZ-6201.13",
    "(13)",
    "Social media monitoring is systematic, automated tracking, collecting and analysing of platform data to "
    "learn about people.",
    term="it is social media monitoring",
    means=all_of(
        Surveillance.social_media_systematic,
        Surveillance.social_media_automated,
        THREE_OPERATIONS.reads(
            all_three=Surveillance.social_media_operations.has_all(*SocialMediaOperation),
            any=Surveillance.social_media_operations.has(*SocialMediaOperation),
        ),
        Surveillance.social_media_aims.has(*SocialMediaAim),
    ),
)
MONITORS_SOCIAL_MEDIA.means(SOCIAL_MEDIA_MONITORING)

# 14. Surveillance. Knowing of it changes nothing, and analysing what is held
# already is enough.

SURVEILLANCE = SECTION_6201.definition(
    "AZ-6201.14",
    "(14)",
    "Surveillance is watching, following, identifying, listening to, recording or analysing what people "
    "do, say, where, with whom, or their biometric identifiers.",
    term="it is used for surveillance",
    means=Surveillance.functions.has(*SurveillanceFunction) & Surveillance.targets.has(*SurveillanceAim),
)
IS_SURVEILLANCE.means(SURVEILLANCE)

# 15. Significant impact

# The definition calls the decision itself the impact; 41-6217 speaks of decisions
# that have one. Both are taken alike. Better terms are as much altered as worse.


def _field(letter: str, domain: DecisionDomain, statement: str, note: str = "") -> Definition:
    return SECTION_6201.definition(
        f"AZ-6201.15.{letter}",
        f"(15)({letter})",
        statement,
        means=Use.decision_domains.has(domain),
        term=f"it touches field ({letter})",
        note=note,
    )


EMPLOYMENT = _field("a", DecisionDomain.EMPLOYMENT, "Field (a): work, pay and the evaluation of workers.")
EDUCATION = _field("b", DecisionDomain.EDUCATION, "Field (b): education.")
HOUSING = _field("c", DecisionDomain.HOUSING, "Field (c): housing or lodging.")
CREDIT = _field("d", DecisionDomain.CREDIT_INSURANCE, "Field (d): credit, loans and insurance.")
HEALTHCARE = _field("e", DecisionDomain.HEALTHCARE, "Field (e): health care.")
SERVICES = _field(
    "f",
    DecisionDomain.GOVERNMENT_SERVICES,
    "Field (f): public services and benefits that are essential.",
    note="What is essential is not defined; leave a doubtful service unknown.",
)
JUSTICE = _field("g", DecisionDomain.CRIMINAL_JUSTICE, "Field (g): criminal justice.")
LEGAL_RIGHTS = _field(
    "h",
    DecisionDomain.LEGAL_RIGHTS,
    "Field (h): rights or privileges in law.",
)
FIELDS = (EMPLOYMENT, EDUCATION, HOUSING, CREDIT, HEALTHCARE, SERVICES, JUSTICE, LEGAL_RIGHTS)

SIGNIFICANT_IMPACT = SECTION_6201.definition(
    "AZ-6201.15",
    "(15), opening words",
    "A decision or action has a significant impact when it denies someone access in one of eight fields, or "
    "changes access or terms in substance.",
    term="the impact is significant",
    means=Use.decision_effects.has(AccessEffect.DENIAL, AccessEffect.SUBSTANTIAL_ALTERATION)
    & any_of(*FIELDS),
)
IS_SIGNIFICANT.means(SIGNIFICANT_IMPACT)

ENTRIES: tuple[Entry, ...] = (
    OPENING,
    ALGORITHMIC_DISCRIMINATION,
    PROTECTED_CLASSES,
    IMPACT_ASSESSMENT,
    AUTOMATED_DECISION_SYSTEM,
    COMPONENTS,
    COMMANDEERED_SYSTEM,
    COVERED_SYSTEM,
    GENERAL_LIMB,
    NAMED_KINDS,
    COVERED_CONTRACTOR,
    DATA_BROKER,
    FACIAL_RECOGNITION,
    LAW_ENFORCEMENT_AGENCY,
    PREDICTIVE_POLICING,
    PRIVATE_ENTITY,
    REMOTE_BIOMETRIC,
    SOCIAL_MEDIA_MONITORING,
    SURVEILLANCE,
    SIGNIFICANT_IMPACT,
    *FIELDS,
)
