"""Contractors that decide by machine: the contract, the analyses, the certificates, what was found."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, Events, KnownBy, Money, Record, Term, Terms
from aigovkit.models.vendor import Vendor
from aigovkit.models.vocabulary import (
    AntiDiscriminationLaw,
    ContractStage,
    DesignPurpose,
    DiscriminatoryEffect,
    FindingBody,
    Instrument,
    ProtectedClass,
)


class Contract(Record, path="contract", changeable=False, known_by=KnownBy.DOCUMENT):
    """The deal under which a private entity uses an automated decision system for an agency.

    .. versionadded:: 0.1.0
    """

    involves_automated_decisions: Boolean = Boolean(
        "Does performing the contract involve the use of an automated decision system?",
        changeable=True,
        where=Vendor.involved,
    )
    instrument: Term[Instrument] = Term(
        Instrument, "What form does the deal with the agency take?", where=involves_automated_decisions
    )
    stage: Term[ContractStage] = Term(
        ContractStage, "Where does the deal stand?", where=involves_automated_decisions
    )
    with_the_agency: Boolean = Boolean(
        "Is the private entity itself the agency's contracting party, rather than a subcontractor?",
        where=involves_automated_decisions,
    )
    affects_residents: Boolean = Boolean(
        "Does the automated decision system affect residents of the state?",
        where=involves_automated_decisions,
    )
    buys_the_system: Boolean = Boolean(
        "Is the automated decision system itself what the contract buys?", where=involves_automated_decisions
    )
    waives_surveillance_ban: Boolean = Boolean(
        "Does any contract, terms of service or other arrangement purport to waive the ban on surveillance?",
        changeable=True,
    )
    noncompliant_profits: Money = Money(
        "What profit came from the work that was not in order?",
        known_by=KnownBy.VENDOR,
        where=involves_automated_decisions,
    )


class ImpactAssessment(Record, path="impact_assessment", changeable=False, known_by=KnownBy.DOCUMENT):
    """The analysis of disparate impact, the assessment that reports it, and the contractor's certificate.

    .. versionadded:: 0.1.0
    """

    analysis_done: Event = Event(
        "When was the analysis of disparate impact finished?", "`never` when there is none."
    )
    analysis_rigorous: Boolean = Boolean(
        "Is the analysis statistically rigorous?", "A judgement of someone competent; no text fixes a test."
    )
    classes_analyzed: Terms[ProtectedClass] = Terms(
        ProtectedClass, "Which protected classes does the impact analysis cover?"
    )
    detailed: Boolean = Boolean("Is the assessment detailed?")
    open_to_public: Boolean = Boolean("Is the assessment public?", changeable=True)
    provided: Event = Event(
        "When did the assessment reach the contracting agency?", "`never` when it has not."
    )
    certified: Event = Event(
        "When did the contractor certify that the system does not discriminate?", "`never` when it has not."
    )
    certified_under_penalty: Boolean = Boolean(
        "Was it certified under penalty of perjury that the system does not discriminate?"
    )
    certified_after_inquiry: Boolean = Boolean(
        "Was it certified to the best of the contractor's knowledge, after reasonable inquiry, that the "
        "system does not discriminate?"
    )
    recertifications: Events = Events(
        "On which days did the contractor certify again?", known_by=KnownBy.VENDOR
    )
    audit_requested: Event = Event(
        "When did the agency or the attorney general ask for an audit?",
        "`never` when nobody asked.",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )
    audit_submitted: Boolean = Boolean("Did the contractor submit to the audit?", known_by=KnownBy.VENDOR)
    audit_refused: Boolean = Boolean(
        "Is the audit refused, or has the contractor let a reasonable time pass without it?",
        known_by=KnownBy.VENDOR,
    )
    auditor_independent: Boolean = Boolean("Is the auditor an independent third party?")


class Discrimination(
    Record,
    path="discrimination",
    where=Contract.involves_automated_decisions,
    changeable=False,
    known_by=KnownBy.VENDOR,
):
    """What the system does to people of protected classes, and what it was designed to do.

    .. versionadded:: 0.1.0
    """

    effects: Terms[DiscriminatoryEffect] = Terms(
        DiscriminatoryEffect, "To which of these does the system contribute?"
    )
    unjustified: Boolean = Boolean("Is the treatment or impact that the system contributes to unjustified?")
    bases: Terms[ProtectedClass] = Terms(
        ProtectedClass, "On which actual or perceived characteristics does the treatment or impact turn?"
    )
    intended: Boolean = Boolean(
        "Did the contractor intend that use of the system will get round anti-discrimination law?"
    )
    known_to_contractor: Boolean = Boolean(
        "Did the contractor know that use of the system will get round anti-discrimination law?"
    )
    primary_use: Boolean = Boolean(
        "Will the primary use of the system be to get round anti-discrimination law?"
    )
    foreseeable_use: Boolean = Boolean(
        "Will a reasonably foreseeable use of the system be to get round anti-discrimination law?"
    )
    laws: Terms[AntiDiscriminationLaw] = Terms(AntiDiscriminationLaw, "Which anti-discrimination laws?")
    design_purposes: Terms[DesignPurpose] = Terms(DesignPurpose, "What was the system designed to do?")
    found_by: Term[FindingBody] = Term(
        FindingBody,
        "Who has found that the system resulted in a disparate impact?",
        known_by=KnownBy.DOCUMENT,
    )
    found_classes: Terms[ProtectedClass] = Terms(
        ProtectedClass, "On which protected classes, as found?", known_by=KnownBy.DOCUMENT
    )
    finding_rebutted: Boolean = Boolean(
        "Has the contractor rebutted the presumption that rests on the finding of a disparate impact?",
        known_by=KnownBy.DOCUMENT,
    )
