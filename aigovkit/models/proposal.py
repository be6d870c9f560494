"""A proposal, as a privacy review looks at it: what it is, what it takes and keeps, and what was found of it.

Who brought it is not asked: no review gave that as a reason.

.. versionadded:: 0.1.0
"""

from __future__ import annotations

from aigovkit.facts import Boolean, KnownBy, Record, Term, Terms, Vocabulary
from aigovkit.models.use import Use


class ProposedTechnology(Vocabulary):
    """What sort of technology is proposed. Plate readers are among the tools for watching people."""

    SMART_LIGHT_POLE = "smart_light_pole", "A street light with cameras or sensors."
    WEARABLE = "wearable", "A band or the like that people wear.", "device that people wear"
    CAMERA = "camera"
    AI_CAMERA = "ai_camera", "It identifies or counts things by itself.", "camera with AI"
    XRAY_DEVICE = "xray_device", "", "X-ray device"
    CONTACT_RECORDS = "contact_records", "A store of names, addresses and contact details."
    COMPLIANCE_RECORDS = "compliance_records", "A store of what shows that rules are kept."
    CASE_MANAGEMENT = "case_management", "Records of services to single people.", "case management system"
    FINGERPRINT_SYSTEM = "fingerprint_system"
    EVIDENCE_SYSTEM = "evidence_system", "A store of evidence of other kinds."
    SHARED_DATABASE = "shared_database", "A store that others put data into and search, too."
    BOUGHT_DATA = "bought_data", "Data that is bought from whoever has it.", "data that is bought"
    OFFICE_EQUIPMENT = "office_equipment", "Scanners, copiers, fax machines, computers and the like."
    PUBLIC_COMPUTER = "public_computer", "", "computer for the public to use"
    REPORTING_SOFTWARE = "reporting_software", "It makes reports of data that is there."
    OTHER = "other"


class ProposalPurpose(Vocabulary):
    """What a proposal is for."""

    INSPECTIONS = "inspections", "Of property, by appointment or otherwise."
    LABOR_COMPLIANCE = "labor_compliance", "Local labour rules, such as a living wage, in city contracts."
    WORK_OUTCOMES = "work_outcomes", "How the work of contractors turns out, and how well."
    WORKFORCE_TRENDS = "workforce_trends", "Who works on city contracts, in numbers."
    TRAFFIC_SAFETY = "traffic_safety"
    TRAFFIC_MANAGEMENT = "traffic_management"
    YOUTH_SERVICES = "youth_services"
    BOMB_DETECTION = "bomb_detection"
    ENERGY_PURCHASE = "energy_purchase", "", "purchase of energy"
    MAJOR_CRIME = "major_crime", "Prosecuting crimes such as hit and run or car theft.", "major crimes"
    OTHER_INVESTIGATIONS = "other_investigations", "Of other crimes, or in support of the police."
    EVIDENCE_KEEPING = "evidence_keeping", "For investigations and criminal action.", "keeping evidence"
    OFFICE_WORK = "office_work"
    PUBLIC_COMPUTING = "public_computing", "Computers for people to use."
    REPORTING = "reporting", "Reports of data that is there."
    MONITORING_PEOPLE = "monitoring_people", "Following what people do, or where they are."
    OTHER = "other"


class PrivacyFinding(Vocabulary):
    """What a review can find against a proposal."""

    INSECURE_HANDLING = "insecure_handling", "It handles what it takes insecurely."
    QUESTIONABLE_SECURITY = "questionable_security", "Its security is in doubt, no more."
    POOR_SETUP = "poor_setup", "It is set up poorly.", "poor set-up"
    UNCLEAR_VALUE = "unclear_value", "What those whose data it is get for it is unclear."
    POSSIBLE_PROHIBITED_USE = (
        "possible_prohibited_use",
        "Whoever gets the data may put it to what the agency bars, as checks of immigration status.",
        "possible use for what the agency bars",
    )


class PrivacyRisk(Vocabulary):
    """How much a proposal risks of people's privacy."""

    NONE_ADDED = "none_added", "No more than there was.", "none that is new"
    INSIGNIFICANT = "insignificant"
    SIGNIFICANT = "significant"


class PiiCollection(Vocabulary):
    """How far taking personal information is part of a device or product."""

    NOT_IMPLIED = "not_implied", "Nothing of it, or it is merely possible."
    HEAVILY_IMPLIED = "heavily_implied", "It is plainly bought for that."
    AUTOMATIC = "automatic", "It does so by itself."


class PiiAmount(Vocabulary):
    """How much personal information there is."""

    NONE = "none"
    MINIMAL = "minimal"
    MORE = "more", "", "more than minimal"


class VideoKept(Vocabulary):
    """How much of the pictures that are taken is kept."""

    NOT_TAKEN = "not_taken", "No pictures are taken."
    NONE = "none", "Pictures are taken, and none is kept."
    INCIDENT_CLIPS = "incident_clips", "Small clips that verify a safety incident, and nothing else."
    MORE = "more", "Longer clips, clips for other ends, or all of it."


class Keeping(Vocabulary):
    """What holds of where and how data is kept."""

    CONFIDENTIAL = "confidential", "Nobody is told of it, unless the law requires it."
    SECURE_CLOUD = "secure_cloud", "", "secure cloud environment"
    APPROVED_ENVIRONMENT = (
        "approved_environment",
        "The agency's cybersecurity team has approved the place.",
        "environment that cybersecurity approved",
    )
    EXISTING_SPACE = (
        "existing_space",
        "A place that is approved already, with its own controls of who has which access.",
        "existing approved space",
    )


class SharedWith(Vocabulary):
    """Who outside the agency can get at data."""

    SERVICE_PARTNERS = "service_partners", "Partners that provide the service with the agency."
    WHOM_LAW_REQUIRES = "whom_law_requires", "Whoever the law says has to get it.", "whom the law requires"
    CALIFORNIA_POLICE = (
        "california_police",
        "Law enforcement of the state, or of a local government in it.",
        "law enforcement agencies of California",
    )
    FEDERAL_POLICE_IN_CALIFORNIA = (
        "federal_police_in_california",
        "An office of federal law enforcement that is in the state.",
        "federal law enforcement in California",
    )
    POLICE_ELSEWHERE = "police_elsewhere", "", "law enforcement agencies outside California"
    VENDOR_CUSTOMERS = "vendor_customers", "Others, no law enforcement, who use the vendor's system."
    PUBLIC = "public", "", "the public"
    OTHER = "other"


class ShownNeed(Vocabulary):
    """What a department has shown of its need for data."""

    CRITICAL_SERVICE = "critical_service", "A critical service cannot be given without the data."
    NECESSARY_PURPOSE = (
        "necessary_purpose",
        "The data serves a purpose that the department cannot do without.",
    )
    ONGOING_INVESTIGATIONS = "ongoing_investigations", "Criminal investigations go on needing the data."


class ConsentGiver(Vocabulary):
    """Who consents to data being taken."""

    PERSON = "person", "The very people whom the data is about.", "the people themselves"
    FIRM = "firm", "The firm that they work for, and that hands the data over."


class ImmediateThreat(Vocabulary):
    """What people pose an immediate threat to."""

    LIFE = "life"
    SERIOUS_INJURY = "serious_injury"
    SERIOUS_PROPERTY_DAMAGE = "serious_property_damage"


class Engagement(Vocabulary):
    """How the public was heard."""

    ONLINE_COMMENT = "online_comment"
    IN_PERSON_OUTREACH = "in_person_outreach", "", "outreach in person"


class CouncilStep(Vocabulary):
    """How far the governing body of the agency has gone with a proposal."""

    NONE = "none"
    SCHEDULED = "scheduled", "It is set to review the protocol."
    REVIEWED = "reviewed"
    APPROVED = "approved"


class Proposal(Record, path="proposal", changeable=True, known_by=KnownBy.AGENCY):
    """What a department wants to take up, or goes on with, as a privacy review looks at it.

    .. versionadded:: 0.1.0
    """

    technologies: Terms[ProposedTechnology] = Terms(
        ProposedTechnology, "Which sorts of technology does the proposal take up?", changeable=False
    )
    purposes: Terms[ProposalPurpose] = Terms(
        ProposalPurpose, "For what is the proposed technology, or its data, used? List every purpose."
    )
    new_to_department: Boolean = Boolean(
        "Is the technology new to the department that wants it?", changeable=False
    )
    renews: Boolean = Boolean(
        "Does the proposal go on with software or data that the agency has already?", changeable=False
    )
    aligned: Boolean = Boolean(
        "Has the privacy officer found that the proposal fits the agency's privacy policy?",
        "No where the officer found that it does not; left out while nobody has looked.",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    risk: Term[PrivacyRisk] = Term(
        PrivacyRisk,
        "How far has a review found the proposal to put people's privacy at risk?",
        "Left out while nobody has looked.",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    findings: Terms[PrivacyFinding] = Terms(
        PrivacyFinding,
        "Which of these has a review found of the proposal?",
        "Recorded findings. An empty list says that somebody has looked, and found none of them.",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )

    identifies_people: Boolean = Boolean("Does the proposed technology make out who single people are?")
    ongoing: Boolean = Boolean(
        "Does the following of particular people go on, rather than happen once?",
        where=Use.tracks_individuals,
    )
    targets_people: Boolean = Boolean(
        "Are the people who are followed picked out beforehand, one or several?",
        "As by a list, or as belonging to a group.",
        where=Use.tracks_individuals,
    )
    threats: Terms[ImmediateThreat] = Terms(
        ImmediateThreat,
        "To what do the very people who are followed pose an immediate threat?",
        "An empty list says that they pose none of these.",
        changeable=False,
        where=Use.tracks_individuals,
    )
    objects_only: Boolean = Boolean(
        "Is the device pointed at objects only, and not at people or places that would yield much personal "
        "information?"
    )

    pii_collection: Term[PiiCollection] = Term(
        PiiCollection,
        "How far is taking personal information part of the proposed device or product?",
        known_by=KnownBy.VENDOR,
    )
    pii_amount: Term[PiiAmount] = Term(
        PiiAmount, "How much personal information does the proposal store, process or otherwise use?"
    )
    agency_collects: Boolean = Boolean(
        "Does the agency, or somebody for it, actively collect data by the proposed technology?",
        "As by logs of who used it and how.",
    )
    volunteered_only: Boolean = Boolean(
        "Does the proposed technology take no personal information but what its users actively and "
        "willingly give?"
    )
    vendor_data: Boolean = Boolean(
        "Did the vendor make or gather the data by itself, apart from any work with or for the agency?",
        changeable=False,
        known_by=KnownBy.VENDOR,
    )
    same_purpose: Boolean = Boolean(
        "Is the data used for the purpose that was stated when it was collected?", where=renews
    )
    from_approved_business: Boolean = Boolean(
        "Was the data collected or made in business of the agency that had been approved?",
        changeable=False,
        where=renews,
    )
    new_collection: Boolean = Boolean(
        "Does the proposal go on taking data, beyond what the agency has already?", where=renews
    )

    video_kept: Term[VideoKept] = Term(VideoKept, "How much of the pictures that are taken is kept?")
    other_images_deleted: Boolean = Boolean(
        "Is all other data that contains images deleted?", where=~video_kept.is_(VideoKept.NOT_TAKEN)
    )
    metrics_anonymous: Boolean = Boolean("Is what is kept for long, such as counts, anonymous?")
    keeping: Terms[Keeping] = Terms(
        Keeping,
        "Which of these hold of where and how the data is kept?",
        "An empty list says that somebody has looked, and none of them does.",
    )
    shared_with: Terms[SharedWith] = Terms(
        SharedWith,
        "Who outside the agency can get at the data?",
        "Of what is only proposed, who could. Not the vendor that keeps it for the agency alone. An empty "
        "list says that nobody can.",
    )
    agreed_by_agency: Boolean = Boolean(
        "Has the agency itself agreed to each outside body that can get at the data, one by one?",
        "One agreement for all bodies of a kind is not one by one, and a vendor cannot agree for the agency.",
        where=~shared_with.is_empty(),
    )

    needs: Terms[ShownNeed] = Terms(
        ShownNeed, "Which of these has the department shown of its need for the data?"
    )
    legal_requirement: Boolean = Boolean("Is the data used to comply with, or to enforce, a local rule?")
    consent: Terms[ConsentGiver] = Terms(
        ConsentGiver,
        "Who gives explicit and informed consent to the data being taken?",
        "An empty list says that nobody does.",
    )
    usage_conditions: Boolean = Boolean(
        "Do conditions of use that the privacy officer agreed to govern the data, as in a Data Usage "
        "Protocol?",
        known_by=KnownBy.DOCUMENT,
    )
    engagement: Terms[Engagement] = Terms(
        Engagement, "How was the public heard on the proposal?", "An empty list says that it was not."
    )
    response_favourable: Boolean = Boolean(
        "Was the response of the public to the proposal positive on the whole?",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
        where=~engagement.is_empty(),
    )
    council: Term[CouncilStep] = Term(
        CouncilStep,
        "How far has the city council gone with the proposal?",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
