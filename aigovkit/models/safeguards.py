"""Safeguards that several policies ask for. One that a single text asks for is attested instead."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, KnownBy, Record, Term, Terms
from aigovkit.models.vocabulary import Audience, HumanPart


class Safeguards(Record, path="safeguards", changeable=True, known_by=KnownBy.AGENCY):
    """What protects the people concerned.

    .. versionadded:: 0.1.0
    """

    meaningful_oversight: Boolean = Boolean(
        "Do people oversee the decisions with the authority, information and time to change them?",
        "Assessed, not presumed: a person who only signs is no oversight, nor is an appeal once the harm is "
        "done.",
    )
    use_disclosed: Boolean = Boolean("Are people told, at the time, that AI is used?")
    purpose_published: Boolean = Boolean(
        "Has the agency told the public what the system is for and how it is used?"
    )
    opt_out_offered: Boolean = Boolean("Can people choose not to be dealt with by the system?")
    appeal_offered: Boolean = Boolean("Can people contest a decision before a human?")
    impact_assessment: Event = Event("When was an impact assessment completed?")
    staff_trained: Boolean = Boolean("Have those who use the system been trained?")
    data_minimized: Boolean = Boolean("Is no more data collected than the purpose needs?")
    technical_documentation: Boolean = Boolean(
        "Do the users of the system hold technical documentation of it?"
    )
    disclosed_to: Terms[Audience] = Terms(Audience, "Who is told that AI is used?")
    human_part: Term[HumanPart] = Term(
        HumanPart, "What do people do about the outputs of the system, before or after they take effect?"
    )
    success_criteria_set: Boolean = Boolean(
        "Have criteria been set for how well bias and risk have to be mitigated?"
    )
