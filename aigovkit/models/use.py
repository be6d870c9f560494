"""What the system is used for, and what that does to people."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, KnownBy, Record, Term, Terms, Text
from aigovkit.models.vocabulary import (
    AccessEffect,
    AddedRisk,
    Affected,
    ApprovedFor,
    BiometricFeature,
    BiometricFunction,
    ClassificationBasis,
    DecisionDomain,
    DecisionRole,
    DifferenceGround,
    EmotionSignal,
    EmploymentDecision,
    EmploymentSubject,
    EverydayTool,
    SoleUse,
    Stage,
    Timing,
    Weight,
    WorkQuality,
)


class Use(Record, path="use", changeable=True, known_by=KnownBy.AGENCY):
    """One use of the system. A system used for two things is two cases.

    .. versionadded:: 0.1.0
    """

    purpose: Text = Text("What is the system used for?")
    stage: Term[Stage] = Term(
        Stage,
        "Where does the use stand?",
        "Pilots, production and phase-out are use on real work; earlier stages are plans.",
        changeable=False,
    )
    deployed_by_agency: Boolean = Boolean(
        "Does the agency deploy the system, or is it proposed that the agency deploy it?"
    )
    operated_for_agency: Boolean = Boolean(
        "Does someone else operate the system on the agency's behalf, or is that proposed?"
    )
    began: Event = Event(
        "When did real use begin?",
        "The first use on real work, pilots included. `never` while it is only planned.",
        changeable=False,
    )
    ended: Event = Event("When did use end?")
    decided: Event = Event(
        "When was it decided to take the system into use?",
        "`never` while that is open. Deciding on a pilot is not yet it.",
        changeable=False,
    )
    implemented: Event = Event(
        "When did full use begin, beyond pilots?",
        where=stage.is_in(Stage.PRODUCTION, Stage.PHASE_OUT, Stage.RETIRED),
        changeable=False,
    )
    affects: Terms[Affected] = Terms(
        Affected, "Whom does the use of the system affect?", "An empty list says that it affects nobody."
    )
    weight: Terms[Weight] = Terms(
        Weight,
        "Which of these has whoever answers for the system found the case to be?",
        "A recorded finding; an empty list says that somebody has looked, and found none of them.",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    pilot_ended: Event = Event(
        "When did the pilot of the system end?",
        "`never` where there was none.",
        where=stage.is_in(Stage.PRODUCTION, Stage.PHASE_OUT, Stage.RETIRED),
        changeable=False,
    )
    in_public_service: Boolean = Boolean(
        "Is the system part of a service that the agency provides to the public?",
        "Also where the public never meets the system itself, as where it sums up what they write.",
    )

    biometric_function: Term[BiometricFunction] = Term(
        BiometricFunction, "What is done with faces, voices, gaits or other biometric features?"
    )
    biometric_features: Terms[BiometricFeature] = Terms(
        BiometricFeature,
        "Which biometric features are worked on?",
        where=~biometric_function.is_(BiometricFunction.NONE),
    )
    biometric_timing: Term[Timing] = Term(
        Timing,
        "When does biometric matching happen, counted from the capture?",
        where=~biometric_function.is_(BiometricFunction.NONE),
    )
    biometric_covert: Boolean = Boolean(
        "Are people who are identified by their bodies left unaware of it?",
        "True when they are not told and could not reasonably know; a notice buried on a web page does not "
        "tell them.",
        where=~biometric_function.is_(BiometricFunction.NONE),
    )
    infers_emotion: Boolean = Boolean("Does any output label a person's emotion, mood or sentiment?")
    emotion_signals: Terms[EmotionSignal] = Terms(
        EmotionSignal,
        "From which signals is an emotion or sentiment inferred?",
        "An empty list says from none. Detecting drowsiness or a gesture is not inferring an emotion unless "
        "it is mapped to one.",
        where=infers_emotion,
        known_by=KnownBy.VENDOR,
    )

    decision_fully_automated: Boolean = Boolean(
        "Does a decision about someone take effect with no human act in between?"
    )
    affects_rights_substantially: Boolean = Boolean(
        "Does the decision substantially affect someone's rights?",
        "Legal rights and interests of similar weight, such as a permit or a benefit.",
        changeable=False,
    )
    affects_safety_substantially: Boolean = Boolean(
        "Does the decision substantially affect someone's safety?", changeable=False
    )
    decision_role: Term[DecisionRole] = Term(DecisionRole, "What part does the system play in decisions?")
    ordinary_significance: Boolean = Boolean(
        "Is the impact of the system on individuals significant, in ordinary language?", changeable=False
    )
    decision_effects: Terms[AccessEffect] = Terms(
        AccessEffect, "What does the decision or action do to someone's access to something, or to its terms?"
    )
    decision_domains: Terms[DecisionDomain] = Terms(
        DecisionDomain, "Which parts of someone's life does the decision or action touch?"
    )
    employment_decisions: Terms[EmploymentDecision] = Terms(
        EmploymentDecision, "Which personnel decisions does the output feed?"
    )
    employment_subjects: Terms[EmploymentSubject] = Terms(
        EmploymentSubject, "Whom do the personnel decisions concern?", where=~employment_decisions.is_empty()
    )
    sole_factor_in_employment: Boolean = Boolean(
        "Does AI output alone settle the personnel decision?",
        "True also when a person signs the result without weighing anything else, and for those screened out "
        "before anyone looks.",
        where=~employment_decisions.is_empty(),
    )

    scores_social_standing: Boolean = Boolean(
        "Does the system give people a general standing or trust score?"
    )
    tracks_individuals: Boolean = Boolean("Does the system follow particular people over time or place?")
    classifies_individuals: Boolean = Boolean("Does the system sort particular people into classes?")
    classification_bases: Terms[ClassificationBasis] = Terms(
        ClassificationBasis, "On which grounds are people sorted into classes?", where=classifies_individuals
    )
    manipulates_behavior: Boolean = Boolean(
        "Is the system made to steer how people think or behave by getting round their deliberation, or has "
        "anyone found that it does?",
        "An ordinary tool that informs, recommends or reminds people openly is not, and does not.",
    )

    sensitive_information: Boolean = Boolean("Is information of a sensitive nature processed?")
    severe_risk: Boolean = Boolean(
        "Has a review, or anyone who assessed it, found that the potential risk is severe?",
        "No where nobody has found that.",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    lawful_purpose: Boolean = Boolean(
        "Is the purpose one that the law authorizes, as somebody found who looked into it?",
        "No where they found that it is not one. Left out while nobody has looked.",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    sole_use: Term[SoleUse] = Term(
        SoleUse, "Is the system used for one of these kinds of task and nothing else?"
    )
    informs_significant_decision: Boolean = Boolean(
        "Does the system make or inform a decision with a significant impact on someone?"
    )
    tool: Term[EverydayTool] = Term(
        EverydayTool, "Is the system one of these everyday tools?", changeable=False
    )
    general_retrieval: Boolean = Boolean("Is the system used for general information retrieval?")
    in_significant_process: Boolean = Boolean(
        "Is the system specifically built into a process that decides with a significant impact?"
    )
    judges_beyond_transaction: Boolean = Boolean(
        "Is the system used to judge someone's character, creditworthiness or risk beyond the one "
        "fraudulent transaction?"
    )
    novel: Boolean = Boolean("Is this kind of use new to the agency?", changeable=False)
    higher_risk: Boolean = Boolean(
        "Has a review put the use in a class of higher risk?", changeable=False, known_by=KnownBy.DOCUMENT
    )
    bypasses_controls: Boolean = Boolean(
        "Has someone found that the use gets round the agency's security protocols or privacy obligations?",
        known_by=KnownBy.DOCUMENT,
    )
    unfairness_found: Event = Event(
        "When did a review, an audit or a court last find that the system treats people differently without "
        "justification?",
        "`never` where nobody has found that.",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    unfairness_grounds: Terms[DifferenceGround] = Terms(
        DifferenceGround,
        "On account of what are people treated differently, as was found?",
        where=unfairness_found.happened(),
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    unfairness_remedied: Event = Event(
        "When was the unjustified difference that was found put right?",
        where=unfairness_found.happened(),
        known_by=KnownBy.DOCUMENT,
    )
    defects_found: Terms[WorkQuality] = Terms(
        WorkQuality,
        "In which respects has someone found work that was made with the system wanting?",
        "An empty list says that nobody has found that.",
        changeable=False,
    )
    added_risk: Term[AddedRisk] = Term(
        AddedRisk,
        "What has whoever assessed the use found of the risk that it brings?",
        "Left out while nobody has looked.",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    more_than_minimal_risk: Boolean = Boolean(
        "Has whoever ranks the risk of technology found that the use brings more than minimal risk?",
        "A recorded ranking. Left out while there is none.",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    committee_approval: Term[ApprovedFor] = Term(
        ApprovedFor,
        "For what has the committee that evaluates the agency's technology approved the use?",
        known_by=KnownBy.DOCUMENT,
    )
    in_consequential_decisions: Boolean = Boolean(
        "Does the system have a part in decisions that the agency counts as consequential?",
        "Whoever answers for the use says what that is, where a text does not.",
        changeable=False,
    )
    outcome_concern: Boolean = Boolean(
        "Has somebody raised a concern about what comes out of the system?", changeable=False
    )
    misuse_evidence: Boolean = Boolean(
        "Is there any evidence that somebody misused the system?",
        "Any at all, proof or not.",
        changeable=False,
    )
