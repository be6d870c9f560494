"""What happened: incidents, the retirement of a system, violations found."""

from __future__ import annotations

from aigovkit.facts import (
    Boolean,
    Count,
    Event,
    KnownBy,
    Money,
    Record,
    Records,
    Term,
    Terms,
    Text,
    Vocabulary,
)
from aigovkit.models.vocabulary import (
    Employer,
    ReportContent,
    ReportRecipient,
    Role,
    SecurityEvent,
    Violator,
)


class Incident(Record, path="incidents[]", changeable=False, known_by=KnownBy.AGENCY):
    """One adverse event in which the system's use is involved.

    .. versionadded:: 0.1.0
    """

    name: Text = Text("What is the incident called?")
    involves_ai: Boolean = Boolean("Does the incident involve the use of an AI system?")
    caused_harm: Boolean = Boolean(
        "Did an AI cause harm?",
        "Any adverse effect on a person, the agency or the environment.",
    )
    discovered: Event = Event("When did the person who found the incident become aware of it?")
    discovered_by: Term[Role] = Term(
        Role,
        "How does the person who found the incident stand to the agency?",
        "Whoever becomes aware of it finds it, also by being told. Where staff learned of it from "
        "somebody else, staff it is, from when the first of them did.",
    )
    told_supervisor: Event = Event(
        "When was the supervisor of the person who found the incident told?", changeable=True
    )
    told_privacy_officer: Event = Event("When was the privacy officer told?", changeable=True)
    told_employee_relations: Event = Event("When was the office of employee relations told?", changeable=True)
    response_plan_followed: Boolean = Boolean(
        "Is the incident response plan that applies being followed, or was it?",
        "No says that a step it asks for was left out.",
    )
    exposed_pii: Boolean = Boolean(
        "Was personal information disclosed, or got at, by somebody without authorization?",
        "Information by which somebody can be told or traced, alone or with other such information.",
    )
    finder_connected: Boolean = Boolean(
        "Does the person who found the incident use a device of the agency, or one that "
        "connects to the agency's network?",
        where=exposed_pii,
    )
    told_security: Event = Event("When was the security group told of the incident?", changeable=True)
    helpdesk_mailed: Event = Event(
        "When was the e-mail about the incident sent to the help desk?", where=exposed_pii, changeable=True
    )
    mail_says: Terms[ReportContent] = Terms(
        ReportContent,
        "What does the e-mail about the incident say?",
        where=helpdesk_mailed.happened(),
        changeable=True,
    )
    in_email: Boolean = Boolean("Is the information that got out in an e-mail?", where=exposed_pii)
    subject_exposes: Boolean = Boolean(
        "Does the subject of the e-mail in which the information got out have personal information in it?",
        where=in_email,
    )
    security_events: Terms[SecurityEvent] = Terms(
        SecurityEvent,
        "Is the incident a data breach, a cybersecurity threat, or both?",
        "An empty list says that it is neither.",
    )
    has_affected_parties: Boolean = Boolean("Are there people or bodies whom the incident affects?")
    instructed: Event = Event(
        "When did the security group give instructions on the incident?", where=exposed_pii
    )


class Determiner(Vocabulary):
    """Who found that a system no longer does good.

    .. versionadded:: 0.1.0
    """

    STAFF = "staff", "Staff of the department responsible for the system."
    OTHER_STAFF = "other_staff", "Staff of another department."
    PRIVACY_OFFICER = "privacy_officer"
    OTHER = "other"


class ExceptionCovers(Vocabulary):
    """What an exception that lets a use go on is given for.

    .. versionadded:: 0.1.0
    """

    THIS_FINDING = "this_finding", "Going on after the finding that the system no longer does good."
    WHATEVER_IS_FOUND = "whatever_is_found", "Going on whatever may be found later: it was given beforehand."
    OTHER = "other", "Something else: another system, another use, another rule."


class UseException(Record, path="retirement.exceptions[]", changeable=True, known_by=KnownBy.DOCUMENT):
    """One exception by which a use may go on that would have to stop.

    .. versionadded:: 0.1.0
    """

    granted: Event = Event("When did the chief information officer expressly allow continued use?")
    ends: Event = Event(
        "Until when does the exception allow use?", "`never` where it was given without an end."
    )
    covers: Term[ExceptionCovers] = Term(ExceptionCovers, "What is the exception given for?")


class Retirement(Record, path="retirement", changeable=True, known_by=KnownBy.AGENCY):
    """The winding down of a system that no longer serves.

    .. versionadded:: 0.1.0
    """

    benefit_ceased: Boolean = Boolean(
        "Has someone found that the system no longer gives the agency a positive outcome?",
        "A recorded finding. Poor performance that nobody has found is not one.",
        changeable=False,
    )
    determined_by: Term[Determiner] = Term(
        Determiner,
        "Who found that the system no longer gives the agency a positive outcome?",
        changeable=False,
    )
    determined: Event = Event(
        "When was it found that the system no longer gives the agency a positive outcome?", changeable=False
    )
    halted: Event = Event("When was use last halted?")
    resumed: Event = Event(
        "When was use last taken up again after it had been halted?",
        "`never` where it rests since.",
        where=halted.happened(),
    )
    exceptions: Records[UseException] = Records(
        UseException,
        "Which exceptions did the chief information officer give for continued use?",
        "An empty list says there is none.",
        known_by=KnownBy.DOCUMENT,
    )
    disruption_significant: Boolean = Boolean(
        "Would stopping at once significantly disrupt services?", changeable=False
    )
    phase_out_approved: Event = Event(
        "When did the chief information officer approve a gradual phase-out?", known_by=KnownBy.DOCUMENT
    )
    started: Event = Event("When did the winding down begin?")
    finished: Event = Event("When was the system finally switched off?")


class Violation(Record, path="violation", changeable=False, known_by=KnownBy.DOCUMENT):
    """A violation that someone has found; an evaluation is not one.

    .. versionadded:: 0.1.0
    """

    found: Boolean = Boolean("Has someone with the authority to do so found a violation of the policy?")
    alleged: Boolean = Boolean(
        "Has anyone complained, or alleged, that the policy was violated?", known_by=KnownBy.AGENCY
    )
    by_third_party: Boolean = Boolean(
        "Was the violation by a third party operating an AI system on the agency's behalf?", where=found
    )
    breaks_law: Boolean = Boolean(
        "Does the violation also break local, state, federal or international law?", where=found
    )
    last_occurred: Event = Event("On which day did the violation last occur, or go on?")
    count: Count = Count("How many violations are there, as whoever decides counts them?")
    people: Count = Count("How many people does the violation affect?")
    acts: Count = Count("In how many acts was the violation committed?")
    within_consumer_fraud_act: Boolean = Boolean(
        "Does the violation have all that the consumer fraud act itself asks for?", where=found
    )
    within_civil_rights_act: Boolean = Boolean(
        "Does the violation have all that the civil rights act itself asks for?", where=found
    )
    by: Term[Violator] = Term(Violator, "Whose violation is it?", where=found)
    willful: Boolean = Boolean("Was the violation willful?", where=found)
    reckless: Boolean = Boolean("Was the violation reckless?", where=found)
    discriminates: Boolean = Boolean("Does the violation involve algorithmic discrimination?", where=found)


class Claim(Record, path="claim", changeable=False, known_by=KnownBy.DOCUMENT):
    """A claim in court that rests on a violation, and the damage done.

    .. versionadded:: 0.1.0
    """

    by_aggrieved_person: Boolean = Boolean(
        "Is there a claim of an individual, or of a class of them, whom what is said to be a violation "
        "aggrieves?",
        "Whether anyone has found a violation yet does not matter.",
    )
    prevailed: Boolean = Boolean("Has the claimant prevailed?", where=Violation.found)
    distress_rebutted: Boolean = Boolean("Has the other side rebutted emotional distress?")
    actual_damages: Money = Money("What are the actual damages, all violations together?")
    damages_by_violation: Money = Money(
        "What is the sum, over the violations, of the greater of each one's actual and statutory damages?",
    )
    agency_damages: Money = Money("What damages, fees and costs did the agency incur?")
    individual_damages: Money = Money("What damages, fees and costs did the individuals incur?")


class Whistleblowing(Record, path="whistleblowing", changeable=False, known_by=KnownBy.AGENCY):
    """A report of a suspected violation by someone who works there, and what followed.

    .. versionadded:: 0.1.0
    """

    reported_to: Terms[ReportRecipient] = Terms(
        ReportRecipient, "Whom did the report reach?", "An empty list says that nobody reported anything."
    )
    employer: Term[Employer] = Term(Employer, "For whom does the person work?", where=~reported_to.is_empty())
    good_faith: Boolean = Boolean("Was the report made in good faith?", where=~reported_to.is_empty())
    suspected_violation: Boolean = Boolean(
        "Was the report about a suspected violation of these rules?", where=~reported_to.is_empty()
    )
    reported: Event = Event("When was the report made?", where=~reported_to.is_empty())
    retaliated: Event = Event("When was the person retaliated against?", "`never` when it has not happened.")
