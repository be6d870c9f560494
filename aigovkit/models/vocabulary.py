"""The words that facts draw on: closed lists, each word defined where it is not plain."""

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


class Activity(Vocabulary):
    """What someone does with a system, or is placed to do."""

    PURCHASING = "purchasing"
    CONFIGURING = "configuring"
    DEVELOPING = "developing"
    USING = "using"
    MAINTAINING = "maintaining"
    OPERATING = "operating"
    LEVERAGING_FOR_SERVICE = "leveraging_for_service", "Drawing on a system in serving the agency."


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


class BiometricFunction(Vocabulary):
    """What is done with biometric features."""

    NONE = "none"
    IDENTIFICATION = "identification", "One person is sought among many."
    VERIFICATION = "verification", "One person is held against one record."
    CATEGORISATION = "categorisation", "People are sorted by traits."


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
    CREDIT_INSURANCE = "credit_insurance"
    HEALTHCARE = "healthcare"
    GOVERNMENT_SERVICES = "government_services"
    CRIMINAL_JUSTICE = "criminal_justice"
    LEGAL_RIGHTS = "legal_rights"


class DataCategory(Vocabulary):
    """What a data element says."""

    NAME = "name"
    HOME_ADDRESS = "home_address"
    CONTACT = "contact"
    SOCIAL_SECURITY_NUMBER = "social_security_number"
    GOVERNMENT_IDENTIFIER = "government_identifier", "A passport, licence, registration or similar number."
    FINANCIAL_ACCOUNT = "financial_account"
    CREDENTIAL = "credential", "A user name with its password, or a PIN."
    BIRTH = "birth"
    HEALTH = "health"
    BIOMETRIC = "biometric"
    PHOTO_VIDEO = "photo_video"
    AUDIO = "audio"
    LOCATION = "location"
    LICENSE_PLATE = "license_plate"
    EMPLOYMENT = "employment"
    EDUCATION = "education"
    DEMOGRAPHICS = "demographics"
    CASE_RECORD = "case_record"
    DOCUMENT = "document"
    SECURITY_DETAIL = "security_detail", "What would help to attack systems or facilities."
    OTHER = "other"


class DataSubject(Vocabulary):
    """Whom data is about."""

    GENERAL_PUBLIC = "general_public"
    RESIDENTS = "residents"
    CHILDREN = "children"
    UNHOUSED_PEOPLE = "unhoused_people"
    DRIVERS = "drivers"
    SUSPECTS = "suspects"
    EMPLOYEES = "employees"
    CONTRACTOR_WORKERS = "contractor_workers"
    ORGANISATIONS = "organisations"
    NO_ONE = "no_one"


class Regime(Vocabulary):
    """Outside rules that protect a kind of data."""

    HIPAA = "hipaa"
    FERPA = "ferpa"
    PCI_DSS = "pci_dss"
    FISMA = "fisma"
    CJIS = "cjis"
    OTHER = "other"


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
