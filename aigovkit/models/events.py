"""What happened: incidents, the retirement of a system, violations found."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, Record, Term, Text, Vocabulary
from aigovkit.models.vocabulary import Role


class Incident(Record, place="incidents[]"):
    """One adverse event in which the system's use is involved."""

    name: Text = Text("What is the incident called?")
    involves_ai: Boolean = Boolean("Does the incident involve the use of an AI system?")
    caused_harm: Boolean = Boolean(
        "Did an AI cause harm?",
        "Any adverse effect on a person, the agency or the environment.",
    )
    discovered: Event = Event("When did the person who found it become aware of the harm?")
    discovered_by: Term[Role] = Term(Role, "How does the person who found it stand to the agency?")
    told_supervisor: Event = Event("When was that person's supervisor told?")
    told_privacy_officer: Event = Event("When was the privacy officer told?")
    told_employee_relations: Event = Event("When was the office of employee relations told?")
    response_plan_followed: Boolean = Boolean("Was the incident response plan that applies followed?")


class Determiner(Vocabulary):
    """Who found that a system no longer does good."""

    STAFF = "staff", "Staff of the department responsible for the system."
    OTHER_STAFF = "other_staff", "Staff of another department."
    PRIVACY_OFFICER = "privacy_officer"
    OTHER = "other"


class Retirement(Record, place="retirement"):
    """The winding down of a system that no longer serves."""

    benefit_ceased: Boolean = Boolean(
        "Has someone found that the system no longer gives the agency a positive outcome?",
        "A recorded finding. Poor performance that nobody has found is not one.",
    )
    determined_by: Term[Determiner] = Term(Determiner, "Who found that?")
    determined: Event = Event("When was that found?")
    halted: Event = Event("When was use halted?")
    exception_granted: Event = Event("When did the chief information officer expressly allow continued use?")
    disruption_significant: Boolean = Boolean("Would stopping at once significantly disrupt services?")
    phase_out_approved: Event = Event("When did the chief information officer approve a gradual phase-out?")
    started: Event = Event("When did the winding down begin?")
    finished: Event = Event("When was the system finally switched off?")


class Violation(Record, place="violation"):
    """A violation that someone has found; an evaluation is not one."""

    found: Boolean = Boolean("Has someone with the authority to do so found a violation of the policy?")
    by_third_party: Boolean = Boolean("Was it by a third party operating an AI system on the agency's behalf?")
    breaks_law: Boolean = Boolean("Does it also break local, state, federal or international law?")
