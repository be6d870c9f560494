"""The words that facts draw on: closed lists, each word defined where it is not plain.

.. versionadded:: 0.1.0
"""

from __future__ import annotations

from aigovkit.facts import Vocabulary


class AgencyFunction(Vocabulary):
    """What a public body is charged with."""

    LAW_ENFORCEMENT = "law_enforcement", "Preventing, detecting or investigating crime."
    COURTS = "courts"
    EDUCATION = "education"
    HEALTH = "health"
    LIBRARY = "library"
    TRANSPORT = "transport"
    UTILITIES = "utilities"
    GENERAL_ADMINISTRATION = "general_administration"
    OTHER = "other"


class Role(Vocabulary):
    """How a person or firm stands to the agency."""

    STAFF = "staff", "An employee of the agency, permanent or temporary."
    INTERN = "intern"
    CONSULTANT = "consultant"
    CONTRACTOR = "contractor"
    PARTNER = "partner"
    VOLUNTEER = "volunteer"
    VENDOR = "vendor", "A seller who does not act for the agency merely by selling."
    AGENT = "agent"
    OTHER_THIRD_PARTY = "other_third_party"
    PUBLIC = "public"
    AGENCY = "agency", "A department of it: nobody's own conduct is looked at.", "the agency itself"


class Activity(Vocabulary):
    """What someone does with a system, or is placed to do."""

    PURCHASING = "purchasing"
    CONFIGURING = "configuring"
    DEVELOPING = "developing"
    USING = "using"
    MAINTAINING = "maintaining"
    OPERATING = "operating"
    LEVERAGING_FOR_SERVICE = "leveraging_for_service", "Drawing on a system in serving the agency."


class DeviceOwner(Vocabulary):
    """Whose a device is."""

    AGENCY = "agency"
    PERSON = "person", "The person's own."
    VENDOR = "vendor", "That of a vendor or contractor."
    OTHER = "other"


class Form(Vocabulary):
    """The forms a technical thing takes."""

    SOFTWARE = "software"
    HARDWARE = "hardware"
    SENSOR = "sensor"
    PROCESS = "process"
    ALGORITHM = "algorithm"
    GENERATED_DATA = "generated_data", "Data that an AI system has produced."


class Output(Vocabulary):
    """The kinds of output a system produces."""

    PREDICTION = "prediction"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    GENERATED_CONTENT = "generated_content"
    CLASSIFICATION = "classification"
    TRANSCRIPTION = "transcription"
    MEASUREMENT = "measurement"


class DecisionEffect(Vocabulary):
    """What the output does to human decisions."""

    NONE = "none"
    AUGMENTS = "augments"
    REPLACES = "replaces"


class Capability(Vocabulary):
    """What a product can do, whether or not it is switched on."""

    BIOMETRIC_IDENTIFICATION = "biometric_identification"
    BIOMETRIC_VERIFICATION = "biometric_verification"
    EMOTION_ANALYSIS = "emotion_analysis"
    AUTOMATED_DECISION = "automated_decision"
    INDIVIDUAL_TRACKING = "individual_tracking"
    INDIVIDUAL_SCORING = "individual_scoring"
    PERSONALISED_PERSUASION = "personalised_persuasion"
    PLATE_READING = "plate_reading"
    OBJECT_DETECTION = "object_detection"
    TEXT_GENERATION = "text_generation"
    AUDIO_CAPTURE = "audio_capture"
    LOCATION_TRACKING = "location_tracking"
    SOCIAL_MEDIA_MONITORING = "social_media_monitoring"
    CRIME_PREDICTION = "crime_prediction"


class Stage(Vocabulary):
    """Where a use stands in its life."""

    IDEA = "idea"
    PROPOSED = "proposed"
    PROCUREMENT = "procurement"
    PILOT = "pilot"
    PRODUCTION = "production"
    PHASE_OUT = "phase_out"
    RETIRED = "retired"


class Affected(Vocabulary):
    """Whom a use touches."""

    RESIDENTS = "residents", "People outside the agency, residents and visitors alike."
    STAFF = "staff", "People who work for the agency, in their work."


class DifferenceGround(Vocabulary):
    """On account of what people are treated differently."""

    RACE = "race"
    SKIN_COLOR = "skin_color"
    ORIGIN = "origin", "", "national or ethnic origin"
    CULTURAL_GROUP = "cultural_group"
    LANGUAGE = "language"
    GENDER_IDENTITY = "gender_identity", "", "gender identity or expression"
    SEXUAL_ORIENTATION = "sexual_orientation"
    ABILITY = "ability", "", "mental or physical ability"
    AGE = "age"
    BELIEF = "belief", "", "religious or political opinion or activity"
    ECONOMIC_STATUS = "economic_status"
    IMMIGRATION_STATUS = "immigration_status"
    HOUSING_STATUS = "housing_status"
    OTHER = "other"


class Weight(Vocabulary):
    """What has been found to weigh heavily, as a text puts it that names no threshold."""

    MAJOR_PURCHASE = "major_purchase"
    MAJOR_USE = "major_use"
    MAJOR_DECISION = "major_decision", "", "major technology decision"
    SIGNIFICANT_DECISION = "significant_decision", "", "significant technology decision"


class ServedAim(Vocabulary):
    """What a use is good for."""

    PUBLIC_SERVICE = "public_service", "It supports a service to the public."
    OPERATIONS = "operations", "It makes the agency's own work better.", "better operations"


class DataReadiness(Vocabulary):
    """What holds of the data that a use needs."""

    ACCESSIBLE = "accessible", "The agency can get at it."
    REPRESENTATIVE = "representative", "It stands for those whom the output affects."


class HarmedInterest(Vocabulary):
    """An interest of people that a system could harm."""

    HEALTH = "health"
    CIVIL_RIGHTS = "civil_rights"
    LEGAL_STATUS = "legal_status"
    ECONOMIC_ACCESS = "economic_access", "Work, housing, credit, benefits."
    PUBLIC_SAFETY = "public_safety"
    WELL_BEING = "well_being", "Somebody's well-being, short of health.", "individual well-being"
    SERVICE_ACCESS = "service_access", "", "access to a service"


class Reversibility(Vocabulary):
    """How far something can be undone."""

    EASY = "easy", "", "easily"
    MODERATE = "moderate", "", "to a moderate degree"
    IRREVERSIBLE = "irreversible", "It cannot be undone, or lasts long.", "not at all, or it lasts long"


class Mildness(Vocabulary):
    """What an assessment finds where little is at stake."""

    LOW_IMPACT = "low_impact", "The impact is low."
    MINIMAL_RISK = "minimal_risk", "The risk of harm is minimal.", "minimal risk of harm"
    ADVISORY_OUTPUTS = "advisory_outputs", "People are free to disregard the output.", "advisory output"


class Severity(Vocabulary):
    """How severe a potential harm is."""

    SLIGHT = "slight"
    MODERATE = "moderate"
    SEVERE = "severe"


class OptOut(Vocabulary):
    """How far people can keep out of a system's handling."""

    FULL = "full", "Everyone can, and gets the service all the same; or no individual is affected at all."
    LIMITED = "limited", "Some can, or in part, or not without losing the service."
    UNCLEAR = "unclear", "Somebody looked, and it is not clear.", "found unclear"
    NONE = "none", "Nobody can.", "not at all"


class PublicImpact(Vocabulary):
    """What a use does for the public."""

    BROAD_BENEFIT = "broad_benefit", "", "broad public benefit"
    IMPROVES_OPERATIONS = "improves_operations"
    MINIMAL = "minimal"


class BiometricFunction(Vocabulary):
    """What is done with biometric features."""

    NONE = "none"
    IDENTIFICATION = "identification", "One person is sought among many."
    VERIFICATION = "verification", "One person is held against one record."
    CATEGORISATION = "categorisation", "People are sorted by traits."


class Novelty(Vocabulary):
    """How new a system is to the agency that uses it."""

    NEW = "new", "Taken up since the instrument at hand, or about to be."
    NEW_FUNCTION = "new_function", "In use before; what it does in this use was added since."
    IN_USE_BEFORE = "in_use_before", "In use before, for the same."


class Designation(Vocabulary):
    """What an agency counts a system as, in words that its texts use and leave undefined."""

    ADVANCED_TECHNOLOGY = "advanced_technology"
    ADVANCED_AI = "advanced_ai", "", "advanced AI"
    SURVEILLANCE_TECHNOLOGY = "surveillance_technology"


class NamedProduct(Vocabulary):
    """Products that texts name."""

    MORPHO = "morpho", "A platform that tells people by their bodies, mostly by fingerprints.", "Morpho"
    OTHER = "other", "None of these."


class BiometricFeature(Vocabulary):
    """What of a body is worked on."""

    FACE = "face"
    FINGERPRINT = "fingerprint"
    VOICE = "voice"
    OTHER = "other", "Another one, such as the iris or the gait."


class AddedRisk(Vocabulary):
    """What has been found of the risk that a use brings."""

    NONE = "none", "It brings none that was not there before."
    POSSIBLE = "possible", "It may bring some; nobody has found that it does."
    ADDED = "added", "It adds some."


class ApprovedFor(Vocabulary):
    """How far a use has been approved."""

    NOTHING = "nothing", "There is no approval so far, or it was refused."
    TRIAL = "trial", "A trial or a pilot."
    PRODUCTION = "production", "Production, whether or not trials were approved before."


class CommercialPromise(Vocabulary):
    """What software that can be bought could do."""

    SERVE_PEOPLE = "serve_people", "It could serve those for whom the agency works."
    MEET_NEED = "meet_need", "It could meet the need of the business, or of the department."
    BE_SUSTAINABLE = "be_sustainable"
    BE_COST_EFFECTIVE = "be_cost_effective"


class DataSeries(Vocabulary):
    """With what other data an element is kept."""

    TRANSITORY_COMMUNICATION = (
        "transitory_communication",
        "A message of passing use, such as an e-mail or a text.",
    )
    OPERATIONAL = "operational", "What is captured in providing a service of the agency."
    OTHER = "other"


class DataLevel(Vocabulary):
    """The level that an agency has given to data, under rules of its own."""

    LEVEL_2 = "level_2", "", "level 2"
    LEVEL_3 = "level_3", "", "level 3"
    OTHER = "other", "Another level, or none."


class WiderUseAuthorizer(Vocabulary):
    """Who allowed data to be used beyond what it was collected for."""

    NOBODY = "nobody", "Nobody has, since it was collected."
    TECHNOLOGY_COMMITTEE = "technology_committee", "The committee that evaluates the agency's technology."
    OTHER = "other"


class SecurityEvent(Vocabulary):
    """What an incident is to the security of data and systems."""

    DATA_BREACH = "data_breach", "Somebody got at data, or it got out."
    CYBERSECURITY_THREAT = "cybersecurity_threat", "An attack or the danger of one, also where it failed."


class SystemDisclosure(Vocabulary):
    """What is disclosed about a system."""

    MODEL_TYPE = "model_type"
    TRAINING_SOURCE = "training_source", "Where the data it was trained on comes from."
    LEGAL_ACCESS_TO_DATA = "legal_access_to_data", "By what right the data is had and used."


class Audience(Vocabulary):
    """Who is told something."""

    AFFECTED = "affected", "Those who deal with the system, or whom its output affects.", "those affected"
    PUBLIC = "public", "", "the public at large"
    INTERNAL = "internal", "", "people inside the agency"


class HumanPart(Vocabulary):
    """What people do about the outputs of a system."""

    APPROVES_EACH = "approves_each", "A person approves each output before it takes effect."
    CAN_INTERVENE = "can_intervene", "A person can step in before an output takes effect."
    MONITORS = "monitors", "People watch what it does on the whole, and learn of an output afterwards."
    NONE = "none"


class WorkQuality(Vocabulary):
    """In what respect a piece of work can be good or wanting."""

    CONTENT = "content"
    ACCURACY = "accuracy"
    APPROPRIATENESS = "appropriateness"
    TONE = "tone"


class Timing(Vocabulary):
    """When matching happens, counted from the capture."""

    NONE = "none"
    REAL_TIME = "real_time"
    NEAR_REAL_TIME = "near_real_time", "After a short delay, as of a buffer."
    POST_EVENT = "post_event"


class EmotionSignal(Vocabulary):
    """The signals from which an emotion or sentiment is inferred."""

    FACE = "face", "Images of the face."
    BODY = "body", "Images of body movement or posture."
    VOICE = "voice"
    TEXT = "text"
    PHYSIOLOGICAL = "physiological"
    OTHER = "other"


class EmploymentDecision(Vocabulary):
    """Personnel decisions that an output can feed."""

    HIRING = "hiring"
    PROMOTION = "promotion"
    DISCIPLINE = "discipline", "Dismissal for cause included."
    EVALUATION = "evaluation"
    TERMINATION = "termination", "Ending employment for other reasons, as in a layoff."
    COMPENSATION = "compensation"
    ASSIGNMENT = "assignment"
    OTHER = "other"


class EmploymentSubject(Vocabulary):
    """Whose personnel decision it is."""

    EMPLOYEE = "employee", "Of the agency."
    APPLICANT = "applicant", "For a position with the agency."
    CONTRACTOR = "contractor"
    VOLUNTEER = "volunteer"
    INTERN = "intern"


class ClassificationBasis(Vocabulary):
    """The grounds on which something is sorted."""

    BEHAVIOR = "behavior"
    SOCIOECONOMIC_STATUS = "socioeconomic_status"
    PERSONAL_CHARACTERISTICS = "personal_characteristics"
    TRANSACTION = "transaction"
    OBJECT_ATTRIBUTE = "object_attribute"


class DecisionDomain(Vocabulary):
    """The part of life a decision about someone touches."""

    EMPLOYMENT = "employment"
    EDUCATION = "education"
    HOUSING = "housing"
    CREDIT_INSURANCE = "credit_insurance", "", "credit or insurance"
    HEALTHCARE = "healthcare"
    GOVERNMENT_SERVICES = "government_services"
    CRIMINAL_JUSTICE = "criminal_justice"
    LEGAL_RIGHTS = "legal_rights"


class DataCategory(Vocabulary):
    """What a data element says."""

    NAME = "name", "A first name together with a last name.", "first and last name"
    SINGLE_NAME = "single_name", "", "first or last name by itself"
    HOME_ADDRESS = "home_address"
    OTHER_ADDRESS = "other_address", "A postal address that is no home address, such as that of work."
    WORK_TELEPHONE = "work_telephone", "", "work telephone number"
    HOME_TELEPHONE = "home_telephone", "", "home telephone number"
    MOBILE_TELEPHONE = "mobile_telephone", "", "number of a mobile telephone of one's own"
    WORK_EMAIL = "work_email", "", "work e-mail address"
    PERSONAL_EMAIL = "personal_email", "", "personal e-mail address"
    EDUCATIONAL_CREDENTIALS = (
        "educational_credentials",
        "In general: degrees held and schools attended, without marks.",
        "general educational credentials",
    )
    TRANSCRIPT = "transcript", "What a school records of courses and marks.", "educational transcript"
    PHOTO_VIDEO = "photo_video", "", "photo or video"
    AUDIO = "audio", "Sound without pictures, such as a recorded call."
    DOCUMENT = "document"
    FREE_TEXT = "free_text", "What people write in their own words, such as a message or a prompt."
    SOCIAL_SECURITY_NUMBER = "social_security_number", "", "Social Security number"
    PASSPORT_NUMBER = "passport_number"
    ALIEN_REGISTRATION_NUMBER = "alien_registration_number"
    OTHER_IDENTIFYING_NUMBER = (
        "other_identifying_number",
        "A number that stands for a person, such as that of a licence, an employee, a student or a taxpayer.",
    )
    PIN = "pin", "A secret number that shows who somebody is.", "secret PIN"
    USER_NAME = "user_name", "A name under which a person logs in, without the password."
    PASSWORD = "password", "A password without its user name."
    CREDENTIAL = "credential", "", "user name with its password"
    SYSTEM_ID = "system_id", "A login that belongs to no person, such as that of a service.", "system ID"
    CARD_NUMBER = "card_number", "", "credit card number"
    DEBIT_CARD_NUMBER = "debit_card_number"
    CARD_EXPIRATION = "card_expiration", "", "expiration date of a card"
    CARD_VERIFICATION = "card_verification", "", "verification value of a card (CVV)"
    BANK_ACCOUNT_NUMBER = "bank_account_number"
    OTHER_BANKING = "other_banking", "", "other banking information"
    CLEARANCE = "clearance", "That somebody is cleared for secrets or has passed a background check."
    BIOMETRIC = (
        "biometric",
        "What tells bodies apart: a fingerprint, a voiceprint, or faces that are matched or kept for it.",
    )
    DATE_OF_BIRTH = "date_of_birth"
    PLACE_OF_BIRTH = "place_of_birth"
    BIRTH = "birth", "", "date of birth with place of birth"
    MAIDEN_NAME = "maiden_name", "", "mother's maiden name"
    CRIMINAL_RECORD = "criminal_record"
    MEDICAL_RECORD = "medical_record"
    FINANCIAL_RECORD = "financial_record"
    HEALTH = "health", "What is known of somebody's health outside a medical record.", "fact of health"
    HR_RECORD = "hr_record", "What an employer records of those who work for it.", "personnel record"
    CASE_RECORD = "case_record"
    DEMOGRAPHICS = "demographics"
    LOCATION = "location"
    LICENSE_PLATE = "license_plate"
    NETWORK_DIAGRAM = "network_diagram", "", "diagram of a telecom or computer network"
    INFRASTRUCTURE_LAYOUT = "infrastructure_layout"
    SERVER_NAME = "server_name"
    IP_ADDRESS = "ip_address", "", "IP address"
    SECURITY_DETAIL = "security_detail", "What else would help to attack systems or facilities."
    OTHER = "other"


class DataSubject(Vocabulary):
    """Whom data is about."""

    PEOPLE = "people", "Natural persons, whoever else they are.", "natural persons"
    GENERAL_PUBLIC = "general_public"
    RESIDENTS = "residents"
    CHILDREN = "children"
    UNHOUSED_PEOPLE = "unhoused_people"
    DRIVERS = "drivers"
    SUSPECTS = "suspects"
    EMPLOYEES = "employees"
    CONTRACTOR_WORKERS = "contractor_workers"
    SOLE_TRADERS = "sole_traders"
    ORGANISATIONS = "organisations"
    NO_ONE = "no_one"


class Regime(Vocabulary):
    """Outside rules that protect a kind of data."""

    HIPAA = "hipaa", "", "HIPAA"
    FERPA = "ferpa", "", "FERPA"
    PCI_DSS = "pci_dss", "", "PCI DSS"
    FISMA = "fisma", "", "FISMA"
    CJIS = "cjis", "", "CJIS"
    OTHER = "other"


class StoragePlace(Vocabulary):
    """Where data is kept, and as what."""

    HANDWRITTEN_CALL_NOTES = "handwritten_call_notes", "Notes on paper of a telephone conversation."
    TYPED_CALL_NOTES = "typed_call_notes", "Notes of a telephone conversation that were typed."
    PAPER_FILES = "paper_files", "", "other files on paper"
    WORKSTATION = "workstation", "A computer that people work at, a laptop among them."
    MOBILE_DEVICE = "mobile_device", "A telephone, a tablet or a medium that can be carried away."
    AGENCY_SERVER = "agency_server"
    CLOUD = "cloud", "Servers of somebody else."


class StorageQuality(Vocabulary):
    """What holds of the places where data is kept."""

    SECURE = "secure"
    CAN_BE_ENCRYPTED = "can_be_encrypted", "Data can be encrypted there, whether or not it is."
    CAN_BE_BACKED_UP = "can_be_backed_up"


class DataNeed(Vocabulary):
    """What somebody has decided about the need for data."""

    NEEDED = "needed", "An existing business practice needs it."
    UNNECESSARY = "unnecessary"
    UNDECIDED = "undecided"


class DataRecipient(Vocabulary):
    """Who gets data that leaves the agency."""

    WORKS_FOR_AGENCY = "works_for_agency", "Only a vendor or another who works for the agency with it."
    OTHER = "other"


class PublicAccess(Vocabulary):
    """What a law on public information says of data."""

    RELEASE_REQUIRED = "release_required", "The law requires releasing it to whoever gets it."
    OPEN_TO_INSPECTION = "open_to_inspection", "It was found to be open to public inspection."
    EXCLUDED = "excluded", "The law excludes it from public inspection."
    NONE = "none", "None of these, or nobody has looked."


class ReportContent(Vocabulary):
    """What a message that reports an incident says."""

    COMPROMISED_INFORMATION = "compromised_information", "Some of the information that got out."
    LOCATION_OF_INFORMATION = "location_of_information", "Where the information is."
    SENDER = "sender", "Who sent the e-mail that the information is in."
    SUBJECT = "subject", "The subject of the e-mail that the information is in."
    OTHER_DETAILS = "other_details", "What else matters, such as place and a number to call back."


class EntityKind(Vocabulary):
    """The legal nature of a counterparty."""

    PRIVATE_COMPANY = "private_company"
    INDIVIDUAL = "individual"
    ASSOCIATION = "association"
    STATE_OR_LOCAL_GOVERNMENT = "state_or_local_government", "Of the agency's own state."
    OTHER_STATE_GOVERNMENT = "other_state_government"
    FEDERAL_GOVERNMENT = "federal_government"
    TRIBAL_GOVERNMENT = "tribal_government"
    FOREIGN_GOVERNMENT = "foreign_government"


class Operator(Vocabulary):
    """Who owns or controls the machines on which data is stored, processed or reachable."""

    USING_AGENCY = "using_agency"
    OTHER_AGENCY_IN_STATE = "other_agency_in_state"
    PRIVATE_IN_STATE = "private_in_state"
    PRIVATE_OUT_OF_STATE = "private_out_of_state"
    OTHER_STATE_GOVERNMENT = "other_state_government"
    FEDERAL_GOVERNMENT = "federal_government"
    TRIBAL_GOVERNMENT = "tribal_government"
    FOREIGN_ENTITY = "foreign_entity"


class RetainedAccess(Vocabulary):
    """What a vendor keeps for itself over a system it has supplied."""

    TECHNICAL_CAPABILITY = "technical_capability"
    BACKDOOR = "backdoor"
    LEGAL_RIGHT = "legal_right"
    CONTRACTUAL_RIGHT = "contractual_right"


class RemoteControl(Vocabulary):
    """What someone outside the agency could do to a system from afar."""

    OPERATE = "operate"
    UPDATE = "update"
    ACCESS = "access"


class SurveillanceFunction(Vocabulary):
    """What surveillance does."""

    MONITORING = "monitoring"
    TRACKING = "tracking"
    OBSERVING = "observing"
    IDENTIFYING = "identifying"
    LISTENING = "listening"
    RECORDING = "recording"
    ANALYZING = "analyzing"


class SurveillanceAim(Vocabulary):
    """What about a person or group surveillance reaches."""

    ACTIVITIES = "activities"
    COMMUNICATIONS = "communications"
    MOVEMENTS = "movements"
    ASSOCIATIONS = "associations"
    BIOMETRIC_IDENTIFIERS = "biometric_identifiers"


class SurveillanceTool(Vocabulary):
    """Kinds of tool that texts name."""

    LICENSE_PLATE_READER = "license_plate_reader"
    LOCATION_TRACKING = "location_tracking"
    SOCIAL_MEDIA_MONITORING = "social_media_monitoring"
    SECURITY_CAMERA = "security_camera"


class CrimePrediction(Vocabulary):
    """What about crime a system tries to predict or infer."""

    FUTURE_PLACES = "future_places"
    LIKELY_PARTICIPANTS = "likely_participants"
    PAST_PERPETRATORS = "past_perpetrators"


class BiometricOperation(Vocabulary):
    """What technology does with biometric data."""

    CAPTURE = "capture"
    IDENTIFY = "identify"
    ANALYZE = "analyze"


class SocialMediaOperation(Vocabulary):
    """What is done with data from social media platforms."""

    TRACKING = "tracking"
    COLLECTING = "collecting"
    ANALYSIS = "analysis"


class SocialMediaAim(Vocabulary):
    """What data from social media platforms is worked through for."""

    IDENTIFY_INDIVIDUALS = "identify_individuals"
    INFER_ASSOCIATIONS = "infer_associations"
    ANALYZE_SENTIMENT = "analyze_sentiment"
    PREDICT_BEHAVIOR = "predict_behavior"
    ASSESS_RISK = "assess_risk"


class AnalyticComponent(Vocabulary):
    """Analytics built into a product."""

    FACIAL_RECOGNITION = "facial_recognition"
    BIOMETRIC_ANALYSIS = "biometric_analysis"
    PREDICTIVE_ANALYTICS = "predictive_analytics"
    OTHER = "other"


class PlateReaderPurpose(Vocabulary):
    """What a plate reader is used for."""

    MISSING_PERSON = "missing_person"
    AMBER_ALERT = "amber_alert", "", "AMBER alert"
    INVESTIGATION = "investigation", "By law enforcement."
    OTHER = "other"


class Compulsion(Vocabulary):
    """Compulsory process."""

    NONE = "none"
    SUBPOENA = "subpoena"
    WARRANT = "warrant"
    OTHER_COURT_ORDER = "other_court_order"


class WarrantLimit(Vocabulary):
    """What a warrant fixes."""

    PERSON = "person"
    PLACE = "place"
    TIME = "time"


class FindingMaker(Vocabulary):
    """Who makes a finding for an agency."""

    AGENCY_HEAD = "agency_head"
    DESIGNEE = "designee"
    OTHER = "other"


class InvestigativeMethod(Vocabulary):
    """Traditional methods of investigation."""

    OUTREACH_AND_RECORDS_REQUESTS = (
        "outreach_and_records_requests",
        "Requests for public information, and outreach to the community.",
    )
    PUBLIC_DISSEMINATION = (
        "public_dissemination",
        (
            "Making known pictures, descriptions and details of somebody endangered, or of a fugitive for "
            "whom there is an active warrant, so that the public watches out and gives tips."
        ),
    )
    PHYSICAL_SURVEILLANCE = "physical_surveillance"
    INTERVIEWS_AND_FORENSICS = "interviews_and_forensics"


class SystemDescription(Vocabulary):
    """What a technical description covers."""

    DATA_FLOWS = "data_flows"
    ACCESS_CONTROLS = "access_controls"
    NETWORK_DEPENDENCIES = "network_dependencies"


class AccessRight(Vocabulary):
    """Rights of third parties to reach a system."""

    CURRENT_CONTRACTUAL = "current_contractual"
    CURRENT_LEGAL = "current_legal"
    CURRENT_TECHNICAL = "current_technical"
    FUTURE_CONTRACTUAL = "future_contractual"
    FUTURE_LEGAL = "future_legal"
    FUTURE_TECHNICAL = "future_technical"


class ProtectedClass(Vocabulary):
    """Characteristics, actual or perceived, on which people may not be disfavoured."""

    RACE = "race"
    COLOR = "color"
    ETHNICITY = "ethnicity"
    NATIONAL_ORIGIN = "national_origin"
    SEX = "sex"
    GENDER = "gender"
    GENDER_IDENTITY = "gender_identity"
    SEXUAL_ORIENTATION = "sexual_orientation"
    RELIGION = "religion"
    AGE = "age"
    VETERAN_STATUS = "veteran_status"
    DISABILITY_STATUS = "disability_status"


class DecisionRole(Vocabulary):
    """The part a system plays in decisions."""

    NONE = "none"
    FACILITATES = "facilitates"
    DECIDES = "decides"


class AccessEffect(Vocabulary):
    """What a decision does to access to something, or to its terms."""

    DENIAL = "denial"
    SUBSTANTIAL_ALTERATION = "substantial_alteration"
    OTHER = "other"


class SoleUse(Vocabulary):
    """Kinds of task that decide nothing about anyone by themselves."""

    ADMINISTRATIVE = "administrative"
    CLERICAL = "clerical"
    OPERATIONAL = "operational"
    OTHER = "other"


class EverydayTool(Vocabulary):
    """Everyday tools that texts set apart."""

    SEARCH_ENGINE = "search_engine"
    RECOMMENDATION_ENGINE = "recommendation_engine"
    FRAUD_DETECTION = "fraud_detection", "Of technical fraud, such as in card transactions."
    OTHER = "other"


class Instrument(Vocabulary):
    """The form of a deal with an agency."""

    CONTRACT = "contract"
    GRANT = "grant"
    COOPERATIVE_AGREEMENT = "cooperative_agreement"
    NONE = "none"


class ContractStage(Vocabulary):
    """Where a deal stands."""

    SOLICITED = "solicited"
    PROPOSED = "proposed"
    SIGNED = "signed"
    PERFORMING = "performing"
    ENDED = "ended"


class DiscriminatoryEffect(Vocabulary):
    """What a system does to people of a protected class."""

    DIFFERENTIAL_TREATMENT = "differential_treatment"
    DISFAVORING_IMPACT = "disfavoring_impact"


class AntiDiscriminationLaw(Vocabulary):
    """Laws against discrimination."""

    STATE_CIVIL_RIGHTS_ACT = "state_civil_rights_act", "", "the state's civil rights act"
    TITLE_VI = "title_vi", "", "Title VI of the Civil Rights Act"
    TITLE_VII = "title_vii", "", "Title VII of the Civil Rights Act"
    FAIR_HOUSING_ACT = "fair_housing_act", "", "Fair Housing Act"
    AMERICANS_WITH_DISABILITIES_ACT = "americans_with_disabilities_act", "", "Americans with Disabilities Act"
    OTHER_FEDERAL = "other_federal", "", "another federal law"
    OTHER_STATE = "other_state", "", "another law of the state"


class DesignPurpose(Vocabulary):
    """What a system is designed to do to people."""

    SCREEN_OUT = "screen_out", "Protected classes, under a pretext of neutral factors."
    SEGMENT_OR_STEER = (
        "segment_or_steer",
        "Groups, for different treatment in housing, credit or advertising.",
    )
    RISK_SCORE = "risk_score", "In ways that perpetuate historical biases."
    OTHER = "other"


class FindingBody(Vocabulary):
    """Who makes a finding about a system."""

    COURT = "court"
    ADMINISTRATIVE_BODY = "administrative_body"
    OTHER = "other"
    NO_ONE = "no_one"


class GovernmentLevel(Vocabulary):
    """A level of government."""

    STATE = "state"
    LOCAL = "local"


class Violator(Vocabulary):
    """Whose violation it is."""

    AGENCY = "agency"
    OFFICER_OR_EMPLOYEE = "officer_or_employee"
    PRIVATE_ENTITY = "private_entity"
    CONTRACTOR = "contractor"


class Employer(Vocabulary):
    """For whom someone works."""

    AGENCY = "agency"
    CONTRACTOR = "contractor", "A contractor whose work for an agency involves automated decisions."
    OTHER = "other"


class ReportRecipient(Vocabulary):
    """Whom a report of a violation reaches."""

    ATTORNEY_GENERAL = "attorney_general"
    EMPLOYER = "employer"
    MEDIA = "media"
    OTHER = "other"
