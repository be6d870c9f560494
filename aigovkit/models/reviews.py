"""Reviews: the dated steps of looking at a system, such as an assessment, a test or an evaluation.

.. versionadded:: 0.1.0
"""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, KnownBy, Record, Term, Terms, Text, Vocabulary


class ReviewKind(Vocabulary):
    """What sort of look at a system it is."""

    RISK_ASSESSMENT = "risk_assessment", "Of a new tool, or of a new function of one."
    REGULAR_RISK_ASSESSMENT = (
        "regular_risk_assessment",
        "One of those that come again during use.",
    )
    TESTING = "testing", "Of the tool as such, before it is acquired or used."
    TECHNICAL_TESTING = "technical_testing"
    SECURITY_TESTING = "security_testing"
    EVALUATION = "evaluation", "Of a new service, software or platform, whether or not it is taken up."
    SAFETY_EVALUATION = "safety_evaluation", "For safety, fairness and fit."
    PRE_DEPLOYMENT_ASSESSMENT = "pre_deployment_assessment", "Of risk, before deployment."
    POST_DEPLOYMENT_ASSESSMENT = "post_deployment_assessment", "Of risk, after deployment."
    LEGAL_REVIEW = "legal_review"
    REGULATORY_REVIEW = "regulatory_review"
    COMMUNITY_IMPACT_ASSESSMENT = "community_impact_assessment"
    READINESS_ASSESSMENT = "readiness_assessment"
    PRIVACY_IMPACT_ASSESSMENT = "privacy_impact_assessment"
    PILOT = "pilot", "A trial on a small scale."
    COMMUNITY_INPUT = "community_input", "Hearing those concerned."
    MONITORING = "monitoring", "A look at how a system in use is doing."
    OTHER = "other"


class ReviewTopic(Vocabulary):
    """What a review looks into."""

    DATA_PRIVACY = "data_privacy"
    DATA_PROTECTION = "data_protection"
    CYBERSECURITY = "cybersecurity"
    BIAS = "bias"
    BIAS_MITIGATION = "bias_mitigation", "Protocols by which bias is to be lessened."
    ETHICAL_IMPACT = "ethical_impact"
    UNINTENDED_CONSEQUENCES = "unintended_consequences"
    SAFETY = "safety"
    FAIRNESS = "fairness"
    ALIGNMENT = "alignment"
    PERFORMANCE = "performance"
    PUBLIC_IMPACT = "public_impact"
    OTHER = "other"


class ReviewLead(Vocabulary):
    """Who leads a review."""

    TECHNOLOGY_DEPARTMENT = "technology_department", "The agency's department for information technology."
    USING_DEPARTMENT = "using_department", "The department that uses the system, or wants to."
    VENDOR = "vendor"
    OTHER = "other"


class ReviewResult(Vocabulary):
    """What came out of a review."""

    PASSED = "passed"
    FAILED = "failed"
    NO_VERDICT = "no_verdict", "It is nothing that can be passed or failed."


class Review(Record, path="reviews[]", changeable=True, known_by=KnownBy.DOCUMENT):
    """One dated step of looking at a system: an assessment, a test, an evaluation, a pilot.

    >>> from datetime import date
    >>> Review(kind="risk_assessment", completed=date(2026, 1, 20), result="passed").kind
    ReviewKind.RISK_ASSESSMENT

    .. versionadded:: 0.1.0
    """

    name: Text = Text("What is the review called?")
    kind: Term[ReviewKind] = Term(ReviewKind, "What kind of review is it?")
    led_by: Term[ReviewLead] = Term(ReviewLead, "Who leads the review?")
    began: Event = Event("When did the review begin?", "`never` while it is only planned.", changeable=False)
    completed: Event = Event(
        "When was the review completed?", "`never` while it goes on, or is only planned."
    )
    covers: Terms[ReviewTopic] = Terms(ReviewTopic, "What does the review look into?")
    result: Term[ReviewResult] = Term(ReviewResult, "What came out of the review?", changeable=False)
    remediated: Event = Event(
        "When was what made the system fail the review put right?",
        "`never` where it has not been. That somebody says so is not enough; a later review of the same kind "
        "that was passed shows it.",
        where=result.is_(ReviewResult.FAILED),
    )
    unresolved_risks: Boolean = Boolean(
        "Has the review found risks that are still unresolved?", changeable=False
    )
    compared_with_people: Boolean = Boolean(
        "Was what came out of the system in the pilot held against work that people did?",
        where=kind.is_(ReviewKind.PILOT),
    )
    output_acceptable: Boolean = Boolean(
        "Did what came out of the system in the pilot meet the criteria that the agency has for acceptable "
        "work?",
        "The criteria that work of the same kind is held to anyway.",
        where=kind.is_(ReviewKind.PILOT),
        changeable=False,
    )
