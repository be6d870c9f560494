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
from aigovkit.models.vocabulary import (
    DataCategory,
    DataLevel,
    DataNeed,
    DataRecipient,
    DataSeries,
    DataSubject,
    PublicAccess,
    Regime,
    StoragePlace,
    StorageQuality,
    WiderUseAuthorizer,
)

HOLDS_OTHERS = (
    DataCategory.PHOTO_VIDEO,
    DataCategory.AUDIO,
    DataCategory.DOCUMENT,
    DataCategory.FREE_TEXT,
    DataCategory.TRANSCRIPT,
    DataCategory.CRIMINAL_RECORD,
    DataCategory.MEDICAL_RECORD,
    DataCategory.FINANCIAL_RECORD,
    DataCategory.HR_RECORD,
    DataCategory.CASE_RECORD,
    DataCategory.NETWORK_DIAGRAM,
    DataCategory.INFRASTRUCTURE_LAYOUT,
    DataCategory.SECURITY_DETAIL,
    DataCategory.OTHER,
)
"""The categories in which data of other categories can be found.

.. versionadded:: 0.1.0
"""

ONE_OF_TWO = (
    DataCategory.USER_NAME,
    DataCategory.PASSWORD,
    DataCategory.DATE_OF_BIRTH,
    DataCategory.PLACE_OF_BIRTH,
)
"""The categories that say more beside another: a user name and a password, the day and the place of a birth.

.. versionadded:: 0.1.0
"""

OF_ONE_PERSON = (
    DataCategory.NAME,
    DataCategory.SINGLE_NAME,
    DataCategory.HOME_ADDRESS,
    DataCategory.OTHER_ADDRESS,
    DataCategory.WORK_TELEPHONE,
    DataCategory.HOME_TELEPHONE,
    DataCategory.MOBILE_TELEPHONE,
    DataCategory.WORK_EMAIL,
    DataCategory.PERSONAL_EMAIL,
    DataCategory.EDUCATIONAL_CREDENTIALS,
    DataCategory.TRANSCRIPT,
    DataCategory.SOCIAL_SECURITY_NUMBER,
    DataCategory.PASSPORT_NUMBER,
    DataCategory.ALIEN_REGISTRATION_NUMBER,
    DataCategory.OTHER_IDENTIFYING_NUMBER,
    DataCategory.BIOMETRIC,
    DataCategory.DATE_OF_BIRTH,
    DataCategory.PLACE_OF_BIRTH,
    DataCategory.BIRTH,
    DataCategory.MAIDEN_NAME,
    DataCategory.CRIMINAL_RECORD,
    DataCategory.MEDICAL_RECORD,
    DataCategory.HEALTH,
    DataCategory.DEMOGRAPHICS,
)
"""The categories that say something of a person and nothing of an agency's own systems and plans.

.. versionadded:: 0.1.0
"""


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
        DataCategory,
        "What other data can be read from the element, or heard in it?",
        "A photo shows and a document says it. Faces that are matched, or kept for matching, are biometric.",
        where=category.is_in(*HOLDS_OTHERS),
    )
    joined_with: Terms[DataCategory] = Terms(
        DataCategory,
        "With which other data on the same person is the element kept or sent?",
        where=category.is_in(*ONE_OF_TWO) | contains.has(*ONE_OF_TWO),
    )
    subjects: Terms[DataSubject] = Terms(DataSubject, "Whom is the element about?")
    identifies_person: Boolean = Boolean(
        "Can the element identify someone, alone or joined with other data?", changeable=True
    )
    publicly_available: Boolean = Boolean("Is the element open to the public already?")
    harm_if_disclosed: Boolean = Boolean(
        "Has a review found that disclosing the element could harm someone?",
        "Substantially; embarrassment, inconvenience and unfairness are harm too.",
        known_by=KnownBy.DOCUMENT,
    )
    designated_sensitive: Boolean = Boolean(
        "Has the agency designated the element sensitive?", changeable=True
    )
    considered_strategic: Boolean = Boolean(
        "Does the agency consider the element strategic to itself?", where=~category.is_in(*OF_ONE_PERSON)
    )
    strategic_value: Boolean = Boolean(
        "Has a review found that the element could be turned against the agency?", known_by=KnownBy.DOCUMENT
    )
    regimes: Terms[Regime] = Terms(
        Regime, "Which outside rules protect the element?", known_by=KnownBy.DOCUMENT
    )
    sent_outside_agency: Boolean = Boolean(
        "Is the element sent to anyone outside the agency?", changeable=True
    )
    transfer_authorized: Boolean = Boolean(
        "Has someone with the authority to do so approved sending the element outside?", changeable=True
    )
    sent: Event = Event("When was the element first sent outside the agency?", where=sent_outside_agency)
    recipient: Term[DataRecipient] = Term(
        DataRecipient, "Who gets the element outside the agency?", where=sent_outside_agency, changeable=True
    )
    recipient_confirmed: Event = Event(
        "When did the recipient of the element confirm to understand how sensitive it is, and the need to "
        "safeguard it?",
        "Both of these; `never` while one of them is missing.",
        where=sent_outside_agency,
        changeable=True,
        known_by=KnownBy.DOCUMENT,
    )
    leak_found: Event = Event(
        "When did someone last find that the element got out of the agency's control, unmeant?",
        "`never` where nobody has found that.",
        known_by=KnownBy.DOCUMENT,
    )
    leak_stopped: Event = Event(
        "When was the leak of the element stopped?", where=leak_found.happened(), changeable=True
    )
    public_access: Term[PublicAccess] = Term(
        PublicAccess, "What does the law on public information say of the element?", known_by=KnownBy.DOCUMENT
    )
    kept_as: Terms[StoragePlace] = Terms(
        StoragePlace, "Where is the element kept, and as what?", changeable=True
    )
    storage: Terms[StorageQuality] = Terms(
        StorageQuality,
        "What holds of every place where the element is kept in electronic form?",
        where=kept_as.has(
            StoragePlace.TYPED_CALL_NOTES,
            StoragePlace.WORKSTATION,
            StoragePlace.MOBILE_DEVICE,
            StoragePlace.AGENCY_SERVER,
            StoragePlace.CLOUD,
        ),
        changeable=True,
    )
    found_on_network: Event = Event(
        "When was the element last found on the agency's network?",
        "`never` where nobody has come upon it there.",
    )
    need: Term[DataNeed] = Term(
        DataNeed,
        "What was decided last about the need for the element?",
        changeable=True,
        known_by=KnownBy.DOCUMENT,
    )
    need_decided: Event = Event(
        "When was the need for the element last decided on?",
        where=~need.is_(DataNeed.UNDECIDED),
        changeable=True,
    )
    must_be_kept: Boolean = Boolean(
        "Does a law or a records schedule require keeping the element?", known_by=KnownBy.DOCUMENT
    )
    disposed: Event = Event("When was the element disposed of?", changeable=True)
    retention: Duration = Duration("How long is the element kept?", changeable=True)
    series: Term[DataSeries] = Term(DataSeries, "To which of these series does the element belong?")
    is_record: Boolean = Boolean(
        "Does the element qualify as a record, under the law and the schedules on records?",
        "What it says counts, and not the medium: an e-mail can be one.",
        known_by=KnownBy.DOCUMENT,
    )
    level: Term[DataLevel] = Term(
        DataLevel,
        "Which level has whoever owns the element given it, under the agency's rules on data?",
        "Left out while nobody has given it one.",
        known_by=KnownBy.DOCUMENT,
    )


class SystemChange(Record, path="data.system_changes[]", changeable=False, known_by=KnownBy.AGENCY):
    """One change in a system that holds personal information.

    .. versionadded:: 0.1.0
    """

    name: Text = Text("What is the change called?")
    made: Event = Event("When was the change made?")
    notified: Event = Event("When was the security group told of the change?", changeable=True)
    inventory_updated: Event = Event(
        "When was the inventory of personal information brought up to date with the change?", changeable=True
    )


class Data(Record, path="data", changeable=True, known_by=KnownBy.AGENCY):
    """The data as a whole.

    .. versionadded:: 0.1.0
    """

    elements: Records[DataElement] = Records(
        DataElement,
        "Which data elements does the use involve?",
        "A complete list of the kinds of data; an empty list says there is none.",
    )
    system_changes: Records[SystemChange] = Records(
        SystemChange,
        "Which changes were there in systems that hold personal information?",
        "A new system that holds some is one. An empty list says that there was none.",
        changeable=False,
    )
    new_kinds: Boolean = Boolean("Does the use bring in kinds of data that are new to the agency?")
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
    from_surveillance: Boolean = Boolean(
        "Was the data collected through surveillance tools?", changeable=False
    )
    beyond_scope: Boolean = Boolean(
        "Is the data used, or is it to be, for purposes outside the scope for which it was collected?"
    )
    wider_use_authorized_by: Term[WiderUseAuthorizer] = Term(
        WiderUseAuthorizer,
        "Who has authorized using the data beyond the scope for which it was collected?",
        "An authorization of its own; the one under which the data was collected does not count.",
        where=beyond_scope,
        known_by=KnownBy.DOCUMENT,
    )
