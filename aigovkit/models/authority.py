"""Legal authority: warrants, sworn findings, certifications."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, Record, Text


class Authority(Record, place="authority"):
    """The papers on which an act rests."""

    warrant_number: Text = Text("What is the number of the warrant?")
    warrant_issued: Event = Event("When did a court issue a warrant?", "A warrant on probable cause, by a court with jurisdiction.")
    warrant_limits_followed: Boolean = Boolean("Does the use keep to the person, place and time that the warrant names?")
    necessity_finding_made: Event = Event("When was the written, sworn finding made that no other means would do?")
    necessity_finding_filed: Event = Event("When was that finding filed?")
    certification_provided: Event = Event("When did the vendor hand over its sworn certification?")
