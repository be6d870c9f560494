"""The data in a case, element by element, and the classes an element can fall in."""

from __future__ import annotations

from aigovkit.facts import (
    Boolean,
    Duration,
    Event,
    Events,
    KnownBy,
    Record,
    Records,
    Term,
    Terms,
    Text,
    Vocabulary,
)
from aigovkit.models.vocabulary import DataCategory, DataSubject, Regime


class DataClass(Vocabulary):
    """The classes into which policies sort data.

    .. versionadded:: 0.1.0
    """

    PUBLIC_PII = "public_pii", "Personal information that is open to the public anyway.", "public PII"
    PROTECTED_PII = (
        "protected_pii",
        "Personal information whose disclosure could harm someone.",
        "protected PII",
    )
    SENSITIVE = "sensitive"
    STRATEGIC = "strategic", "What could be turned against the agency itself."


class DataElement(Record, path="data.elements[]", changeable=False, known_by=KnownBy.AGENCY):
    """One kind of data in the case, such as the plate numbers or the callers' names.

    .. versionadded:: 0.1.0
    """

    name: Text = Text("What is the element called?")
    category: Term[DataCategory] = Term(DataCategory, "What does the element say?")
    contains: Terms[DataCategory] = Terms(
        DataCategory, "What else can be read from it, as from a photograph or a document?"
    )
    subjects: Terms[DataSubject] = Terms(DataSubject, "Whom is it about?")
    identifies_person: Boolean = Boolean(
        "Can it identify someone, alone or joined with other data?", changeable=True
    )
    publicly_available: Boolean = Boolean("Is it open to the public already?")
    harm_if_disclosed: Boolean = Boolean(
        "Has a review found that its disclosure could harm someone?", known_by=KnownBy.DOCUMENT
    )
    designated_sensitive: Boolean = Boolean("Has the agency designated it sensitive?", changeable=True)
    strategic_value: Boolean = Boolean(
        "Has a review found that it could be turned against the agency?", known_by=KnownBy.DOCUMENT
    )
    regimes: Terms[Regime] = Terms(Regime, "Which outside rules protect it?", known_by=KnownBy.DOCUMENT)
    sent_outside_agency: Boolean = Boolean("Is it sent to anyone outside the agency?", changeable=True)
    transfer_authorized: Boolean = Boolean(
        "Has someone with the authority to do so approved sending it?", changeable=True
    )
    retention: Duration = Duration("How long is it kept?", changeable=True)


class Data(Record, path="data", changeable=True, known_by=KnownBy.AGENCY):
    """The data as a whole.

    .. versionadded:: 0.1.0
    """

    elements: Records[DataElement] = Records(
        DataElement,
        "Which data elements does the use involve?",
        "A complete list of the kinds of data; an empty list says there is none.",
    )
    use_defined: Boolean = Boolean(
        "Are the permitted uses of the data written down and limited?", known_by=KnownBy.DOCUMENT
    )
    retention: Duration = Duration("How long is the data kept?")
    retention_starts: Event = Event("From when does the retention of the data run?", changeable=False)
    disposed: Event = Event("When was the data disposed of?")
    inventory_reviews: Events = Events("On which days was the inventory of the data reviewed?")
    legal_hold: Boolean = Boolean(
        "Does a law, a records schedule or a hold require keeping the data?",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
