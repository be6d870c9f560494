"""The classes of data: public and protected PII, sensitive and strategic.

Whatever is of a kind, holds data of it: a photo shows it, a document says it
(`says`). So a photo has the class of what it shows, and while nobody has looked,
its class is open. The four classes overlap, but for the two types of PII.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    Condition,
    DataClass,
    Named,
    Rebutted,
    Rule,
    any_of,
    part,
)
from aigovkit.jurisdictions.albuquerque.document import PII_POLICY_TEXT
from aigovkit.models import Data, DataCategory, DataElement, DataSubject, Regime

TEXT = part(PII_POLICY_TEXT, each=Data.elements)
PUBLIC = part(PII_POLICY_TEXT, "3, Public PII", each=Data.elements)
PROTECTED = part(PII_POLICY_TEXT, "3, Protected PII", each=Data.elements)
SENSITIVE_DATA = part(PII_POLICY_TEXT, "4, Sensitive Data", each=Data.elements)
STRATEGIC_DATA = part(PII_POLICY_TEXT, "5, Strategic and Tactical Information", each=Data.elements)


def says(*kinds: DataCategory) -> Condition:
    """Whether an element is of one of these kinds, or holds data of one."""
    return DataElement.category.is_in(*kinds) | DataElement.contains.has(*kinds)


def _with(kind: DataCategory, other: DataCategory) -> Condition:
    """Whether data of a kind is there, and data of the other about the same person."""
    return says(kind) & (says(other) | DataElement.joined_with.has(other))


def _together(kind: DataCategory, other: DataCategory) -> Condition:
    """Whether two kinds of data about the same person are there together."""
    return _with(kind, other) | _with(other, kind)


# 8 Definitions: PII is of a person. Companies and the City are none, sole traders and those who work for a
# company are. Some kinds say by themselves that somebody is meant.

PERSONS = (
    DataSubject.PEOPLE,
    DataSubject.GENERAL_PUBLIC,
    DataSubject.RESIDENTS,
    DataSubject.CHILDREN,
    DataSubject.UNHOUSED_PEOPLE,
    DataSubject.DRIVERS,
    DataSubject.SUSPECTS,
    DataSubject.EMPLOYEES,
    DataSubject.CONTRACTOR_WORKERS,
    DataSubject.SOLE_TRADERS,
)
OF_A_PERSON = Named(
    "it is of a person",
    DataElement.subjects.has(*PERSONS)
    | says(
        DataCategory.SOCIAL_SECURITY_NUMBER,
        DataCategory.PASSPORT_NUMBER,
        DataCategory.ALIEN_REGISTRATION_NUMBER,
        DataCategory.BIOMETRIC,
        DataCategory.DATE_OF_BIRTH,
        DataCategory.PLACE_OF_BIRTH,
        DataCategory.BIRTH,
        DataCategory.MAIDEN_NAME,
        DataCategory.TRANSCRIPT,
    ),
    TEXT.at("8, Personally Identifiable Information"),
)

# The kinds on the public list that are no photos. An address is any postal address.

_PUBLIC_KINDS = (
    DataCategory.NAME,
    DataCategory.HOME_ADDRESS,
    DataCategory.OTHER_ADDRESS,
    DataCategory.WORK_TELEPHONE,
    DataCategory.WORK_EMAIL,
    DataCategory.HOME_TELEPHONE,
    DataCategory.EDUCATIONAL_CREDENTIALS,
    DataCategory.PERSONAL_EMAIL,
)
# Readings of both lists

NEAR_KINDS = Ambiguity(
    "near_kinds",
    "Does a kind that no list names fall with the listed one that it has taken the place of: the mobile "
    "telephone with the home telephone, sound alone with video?",
    {"like": "yes", "named": "no; the lists mean what they name"},
    default="like",
    why="The lists open with such as and examples; and an employee's own number would otherwise be sensitive "
    "on a wire and not on a mobile telephone.",
    citation=PUBLIC.at(", list"),
)
PAIRS = Ambiguity(
    "pairs",
    "Do the items that join two kinds by and (user name and password, date and place of birth) name the two "
    "together, or each of them?",
    {"together": "the two of one person together", "each": "each by itself"},
    default="together",
    why="Where the text means either it says so: Computer system IDs and/or passwords. A single one is "
    "protected where its disclosure could do substantial harm.",
    citation=PROTECTED.at(", items 2 and 9"),
)
MEDICAL = Ambiguity(
    "medical_records",
    "Is any fact of somebody's health a medical record?",
    {"record": "no; records alone are listed", "fact": "yes"},
    default="record",
    why="The item says records; a fact outside one is protected where its disclosure could do harm.",
    citation=PROTECTED.at(", item 11"),
)
IDENTIFICATION_NUMBERS = Ambiguity(
    "identification_numbers",
    "Are personal identification numbers those that stand for a person, or secret numbers (PINs)?",
    {"identity": "those that stand for a person", "secret": "secret ones", "both": "both"},
    default="identity",
    why="They may be used other than the Social Security number, which stands for a person.",
    citation=SENSITIVE_DATA.at(", item 2"),
)
SYSTEM_IDS = Ambiguity(
    "system_ids",
    "Are computer system IDs the names under which one logs in, or also the names of machines?",
    {"logins": "those for logging in", "machines": "both"},
    default="logins",
    why="They stand with passwords; server names are listed as strategic.",
    citation=SENSITIVE_DATA.at(", item 11"),
)

ANY_OF_THE_ABOVE = Ambiguity(
    "any_of_the_above",
    "Does a photo turn protected by what the protected list names, or also by what the public one names?",
    {"protected": "by the protected list alone", "both": "by either list"},
    default="protected",
    why="A name tag would otherwise turn every photo, and leave the photos of the public list empty.",
    citation=PROTECTED.at(", item 13"),
)

MOBILE = NEAR_KINDS.reads(like=says(DataCategory.MOBILE_TELEPHONE), named=NOT_EVER)
SOUND = NEAR_KINDS.reads(like=DataElement.category.is_(DataCategory.AUDIO), named=NOT_EVER)
RECORDING = DataElement.category.is_(DataCategory.PHOTO_VIDEO) | SOUND

# Protected PII, item by item. A photo of a face is no biometric datum by itself, or the public list would
# have no photo left; where faces are matched, or kept for matching, biometrics are in it. Debit cards are
# banking information. That a court file is open does not take a criminal record off the list.

SSN = says(DataCategory.SOCIAL_SECURITY_NUMBER)
LOGIN = says(DataCategory.CREDENTIAL) | PAIRS.reads(
    together=_together(DataCategory.USER_NAME, DataCategory.PASSWORD),
    each=says(DataCategory.USER_NAME, DataCategory.PASSWORD),
)
PASSPORT = says(DataCategory.PASSPORT_NUMBER)
ALIEN_NUMBER = says(DataCategory.ALIEN_REGISTRATION_NUMBER)
CARD_NUMBER = says(DataCategory.CARD_NUMBER)
CLEARANCE = says(DataCategory.CLEARANCE)
BANKING = says(DataCategory.BANK_ACCOUNT_NUMBER, DataCategory.OTHER_BANKING, DataCategory.DEBIT_CARD_NUMBER)
BIOMETRICS = says(DataCategory.BIOMETRIC)
BIRTH = says(DataCategory.BIRTH) | PAIRS.reads(
    together=_together(DataCategory.DATE_OF_BIRTH, DataCategory.PLACE_OF_BIRTH),
    each=says(DataCategory.DATE_OF_BIRTH, DataCategory.PLACE_OF_BIRTH),
)
MAIDEN_NAME = says(DataCategory.MAIDEN_NAME)
CRIMINAL_RECORD = says(DataCategory.CRIMINAL_RECORD)
MEDICAL_RECORD = says(DataCategory.MEDICAL_RECORD) | MEDICAL.reads(
    record=NOT_EVER, fact=says(DataCategory.HEALTH)
)
FINANCIAL_RECORD = says(DataCategory.FINANCIAL_RECORD)
TRANSCRIPT = says(DataCategory.TRANSCRIPT)
_ABOVE = any_of(
    SSN,
    LOGIN,
    PASSPORT,
    ALIEN_NUMBER,
    CARD_NUMBER,
    CLEARANCE,
    BANKING,
    BIOMETRICS,
    BIRTH,
    MAIDEN_NAME,
    CRIMINAL_RECORD,
    MEDICAL_RECORD,
    FINANCIAL_RECORD,
    TRANSCRIPT,
)
INCLUDES_LISTED = ANY_OF_THE_ABOVE.reads(
    protected=_ABOVE, both=_ABOVE | DataElement.contains.has(*_PUBLIC_KINDS)
)
ON_THE_PROTECTED_LIST = Named(
    "it is of a kind on the list of Protected PII",
    _ABOVE | (RECORDING & INCLUDES_LISTED),
    PROTECTED.at(", list"),
)

# Public PII: what the list names and what holds nothing else. The address of the list is any postal address.

ON_THE_PUBLIC_LIST = Named(
    "it is of a kind on the list of Public PII",
    any_of(
        DataElement.category.is_in(*_PUBLIC_KINDS),
        NEAR_KINDS.reads(like=DataElement.category.is_(DataCategory.MOBILE_TELEPHONE), named=NOT_EVER),
        (RECORDING | DataElement.category.is_in(DataCategory.DOCUMENT, DataCategory.FREE_TEXT))
        & NEAR_KINDS.reads(
            like=DataElement.contains.has_only(
                *_PUBLIC_KINDS, DataCategory.MOBILE_TELEPHONE, DataCategory.PHOTO_VIDEO, DataCategory.AUDIO
            ),
            named=DataElement.contains.has_only(*_PUBLIC_KINDS, DataCategory.PHOTO_VIDEO),
        )
        & (RECORDING | ~DataElement.contains.is_empty()),
    ),
    PUBLIC.at(", list"),
)

# What makes PII protected

UNTRACED = Ambiguity(
    "untraced",
    "Is data of a listed kind PII although it can be traced to nobody?",
    {"listed": "yes; the lists say what is PII", "traced": "no; the definition goes before the lists"},
    default="listed",
    why="The lists are what the policy gives for identifying PII, and name the kinds without a test.",
    citation=TEXT.at("8, Personally Identifiable Information"),
)
HARM_AND_LIST = Ambiguity(
    "harm_and_list",
    "Is information protected that could do substantial harm, that the list names, or only what does both?",
    {
        "either": "either suffices",
        "listed": "only what the list names; it is complete",
        "both": "only what the list names and could do such harm",
    },
    default="either",
    why="Protected is any information that could do such harm, and it includes what is listed.",
    citation=PROTECTED.at(", first and second sentences"),
)
LISTED_AS_PUBLIC = Ambiguity(
    "listed_as_public",
    "Is a kind on the public list protected where its disclosure could do substantial harm, such as the "
    "address of a shelter's resident?",
    {"harm": "yes", "list": "no; the list settles it"},
    default="harm",
    why="Listed information can be considered public, while any information that could do such harm is "
    "protected.",
    citation=PUBLIC.at(", first sentence"),
)

# Of listed kinds the text presumes that they are public ("can be considered"), unless harm is shown.
# "Substantial" is taken with all four nouns, since any inconvenience would make every element protected.
HARMFUL = Named(
    "its disclosure could do substantial harm",
    (ON_THE_PUBLIC_LIST & LISTED_AS_PUBLIC.reads(harm=Rebutted(DataElement.harm_if_disclosed), list=NOT_EVER))
    | (~ON_THE_PUBLIC_LIST & DataElement.harm_if_disclosed),
    PROTECTED.at(", first sentence"),
)

# The definition of PII names date and place of birth among what is linked to a person.
PII = TEXT.definition(
    "ABQ-PII-DEF-PII",
    "8, Personally Identifiable Information",
    "PII is information that can tell or trace who somebody is, alone or with what is linked or linkable.",
    term="it is PII",
    means=OF_A_PERSON
    & UNTRACED.reads(
        listed=any_of(
            DataElement.identifies_person,
            ON_THE_PUBLIC_LIST,
            RECORDING,
            ON_THE_PROTECTED_LIST,
            says(DataCategory.DATE_OF_BIRTH, DataCategory.PLACE_OF_BIRTH),
        ),
        traced=DataElement.identifies_person,
    ),
)

OF_PROTECTED_KIND = HARM_AND_LIST.reads(
    either=ON_THE_PROTECTED_LIST | HARMFUL,
    listed=ON_THE_PROTECTED_LIST,
    both=ON_THE_PROTECTED_LIST & DataElement.harm_if_disclosed,
)
PROTECTED_PII = PROTECTED.definition(
    "ABQ-PII-PROTECTED-0",
    ", first and second sentences",
    "Protected PII could do a person substantial harm, embarrassment, inconvenience or unfairness, and "
    "includes the listed kinds.",
    term="it is Protected PII",
    means=PII & OF_PROTECTED_KIND,
)

AVAILABILITY = Ambiguity(
    "availability",
    "Has data of a kind on the public list to be open to the public in fact?",
    {"list": "no; its kind suffices", "available": "yes; the class is what public sources hold"},
    default="list",
    why="It can be considered public; and personal e-mail addresses are listed, though rarely published.",
    citation=PUBLIC.at(", second sentence"),
)
PUBLIC_PII = PUBLIC.definition(
    "ABQ-PII-PUBLIC-0",
    ", first and second sentences",
    "Public PII is what public sources hold; the listed kinds can be considered public.",
    term="it is Public PII",
    means=PII
    & ~PROTECTED_PII
    & (
        (ON_THE_PUBLIC_LIST & AVAILABILITY.reads(list=ALWAYS, available=DataElement.publicly_available))
        | DataElement.publicly_available
    ),
)

# Sensitive data. Its examples say personal identification information, and name what is no person's as well:
# the City's bank accounts, systems under FISMA. They count as they are named.

EMPLOYEES = DataElement.subjects.has(DataSubject.EMPLOYEES)
NUMBERS_OF_PEOPLE = says(
    DataCategory.PASSPORT_NUMBER,
    DataCategory.ALIEN_REGISTRATION_NUMBER,
    DataCategory.OTHER_IDENTIFYING_NUMBER,
)
OTHER_NUMBER = IDENTIFICATION_NUMBERS.reads(
    identity=NUMBERS_OF_PEOPLE,
    secret=says(DataCategory.PIN),
    both=NUMBERS_OF_PEOPLE | says(DataCategory.PIN),
)
EMPLOYEE_ADDRESS = EMPLOYEES & says(DataCategory.HOME_ADDRESS)
EMPLOYEE_TELEPHONE = EMPLOYEES & (says(DataCategory.HOME_TELEPHONE) | MOBILE)
UNDER_HIPAA = DataElement.regimes.has(Regime.HIPAA)
UNDER_FERPA = DataElement.regimes.has(Regime.FERPA) | TRANSCRIPT
UNDER_PCI_DSS = DataElement.regimes.has(Regime.PCI_DSS)
UNDER_FISMA = DataElement.regimes.has(Regime.FISMA)
CARD_EXPIRATION = says(DataCategory.CARD_EXPIRATION)
CARD_VERIFICATION = says(DataCategory.CARD_VERIFICATION)
BANK_ACCOUNT = says(DataCategory.BANK_ACCOUNT_NUMBER)
SYSTEM_ID = says(DataCategory.SYSTEM_ID, DataCategory.USER_NAME, DataCategory.CREDENTIAL) | SYSTEM_IDS.reads(
    logins=NOT_EVER, machines=says(DataCategory.SERVER_NAME)
)
PASSWORD = says(DataCategory.PASSWORD, DataCategory.CREDENTIAL)

WHO_DESIGNATES = Ambiguity(
    "who_designates",
    "Who says what else is sensitive, since the examples are no limit?",
    {
        "agency": "the City, by a designation on record",
        "anyone": "whoever handles it, by the likeness to the list",
    },
    default="agency",
    why="The text names nobody; a designation is what can be looked up.",
    citation=SENSITIVE_DATA.at(", first sentence"),
)
SENSITIVE = SENSITIVE_DATA.definition(
    "ABQ-SENS-0",
    ", first sentence",
    "Sensitive data is what the examples name, and what else is designated: they are no limit.",
    term="it is sensitive data",
    means=any_of(
        SSN,
        OTHER_NUMBER,
        EMPLOYEE_ADDRESS,
        EMPLOYEE_TELEPHONE,
        UNDER_HIPAA,
        UNDER_FERPA,
        UNDER_PCI_DSS,
        UNDER_FISMA,
        CARD_NUMBER,
        CARD_EXPIRATION,
        CARD_VERIFICATION,
        BANK_ACCOUNT,
        SYSTEM_ID,
        PASSWORD,
        DataElement.designated_sensitive,
    ),
    left_open=[WHO_DESIGNATES],
)

# Strategic information. The examples illustrate what passes both tests, and are not tested again. "Tactical"
# stands in the heading alone.

IP_ADDRESSES = Ambiguity(
    "ip_addresses",
    "Are all IP addresses strategic, or those of the City's own systems?",
    {"own": "those of the City's systems; a person's address is none", "all": "all"},
    default="own",
    why="Strategic is what is so to the City; the address of a visitor opens none of its systems.",
    citation=STRATEGIC_DATA.at(", item 3"),
)
NETWORK_DIAGRAM = says(DataCategory.NETWORK_DIAGRAM)
INFRASTRUCTURE_LAYOUT = says(DataCategory.INFRASTRUCTURE_LAYOUT)
SERVER_NAME = says(DataCategory.SERVER_NAME)
IP_ADDRESS = says(DataCategory.IP_ADDRESS) & IP_ADDRESSES.reads(
    own=~DataElement.subjects.has(*PERSONS), all=ALWAYS
)
STRATEGIC_BY_TEST = DataElement.considered_strategic & DataElement.strategic_value
STRATEGIC = STRATEGIC_DATA.definition(
    "ABQ-STRAT-0",
    ", first and second sentences",
    "Strategic data is what the City holds to be strategic and would, if compromised, open a way to break "
    "security; the examples are no limit.",
    term="it is strategic information",
    means=any_of(NETWORK_DIAGRAM, INFRASTRUCTURE_LAYOUT, SERVER_NAME, IP_ADDRESS, STRATEGIC_BY_TEST),
)

# The rows of the text, each with the class it gives and the law it names.


def _public(number: int, item: str, statement: str, when: Condition) -> Rule:
    return PUBLIC.classification(
        f"ABQ-PII-PUBLIC-{number}",
        f", item {number}: {item}",
        statement,
        of=Data.elements,
        falls_in=DataClass.PUBLIC_PII,
        when=when & PUBLIC_PII,
    )


def _protected(number: str, item: str, statement: str, when: Condition, regime: str = "") -> Rule:
    return PROTECTED.classification(
        f"ABQ-PII-PROTECTED-{number}",
        f", {item}",
        statement,
        of=Data.elements,
        falls_in=DataClass.PROTECTED_PII,
        when=when & PROTECTED_PII,
        regime=regime,
    )


def _sensitive(number: str, item: str, statement: str, when: Condition, regime: str = "") -> Rule:
    return SENSITIVE_DATA.classification(
        f"ABQ-SENS-{number}",
        f", {item}",
        statement,
        of=Data.elements,
        falls_in=DataClass.SENSITIVE,
        when=when,
        regime=regime,
    )


def _strategic(number: str, item: str, statement: str, when: Condition) -> Rule:
    return STRATEGIC_DATA.classification(
        f"ABQ-STRAT-{number}",
        f", {item}",
        statement,
        of=Data.elements,
        falls_in=DataClass.STRATEGIC,
        when=when,
    )


PUBLIC_ROWS = (
    PUBLIC_PII,
    PUBLIC.classification(
        "ABQ-PII-PUBLIC-0-OPEN",
        ", second sentence",
        "What is open to the public and on neither list is Public PII, unless its disclosure could do harm.",
        of=Data.elements,
        falls_in=DataClass.PUBLIC_PII,
        when=DataElement.publicly_available & PII & ~PROTECTED_PII & ~ON_THE_PUBLIC_LIST,
    ),
    _public(1, "First and Last Name", "A full name is Public PII.", says(DataCategory.NAME)),
    _public(
        2,
        "Address",
        "A postal address is Public PII, at home or elsewhere.",
        says(DataCategory.HOME_ADDRESS, DataCategory.OTHER_ADDRESS),
    ),
    _public(
        3,
        "Work Telephone Number",
        "A work telephone number is Public PII.",
        says(DataCategory.WORK_TELEPHONE),
    ),
    _public(4, "Work Email Address", "A work e-mail address is Public PII.", says(DataCategory.WORK_EMAIL)),
    _public(
        5,
        "Home Telephone Number",
        "A home telephone number is Public PII.",
        says(DataCategory.HOME_TELEPHONE) | MOBILE,
    ),
    _public(
        6,
        "General Educational Credentials",
        "General educational credentials are Public PII; transcripts are not.",
        says(DataCategory.EDUCATIONAL_CREDENTIALS),
    ),
    _public(
        7,
        "Personal Email Address(es)",
        "A personal e-mail address is Public PII.",
        says(DataCategory.PERSONAL_EMAIL),
    ),
    _public(8, "Photos and Videos", "A photo or video of somebody is Public PII by itself.", RECORDING),
)

# FERPA comes with the note to the transcripts, whoever handed one in. The text ties CJIS to no item: its
# Cybersecurity Policy names it for law enforcement, and it is told where it is known to protect a record.
PROTECTED_ROWS = (
    PROTECTED_PII,
    PROTECTED.classification(
        "ABQ-PII-PROTECTED-0-HARM",
        ", first sentence",
        "Any PII is protected whose disclosure could do a person substantial harm.",
        of=Data.elements,
        falls_in=DataClass.PROTECTED_PII,
        when=PII & HARM_AND_LIST.reads(either=HARMFUL, listed=NOT_EVER, both=NOT_EVER),
    ),
    _protected("1", "item 1: Social Security Number", "A Social Security number is Protected PII.", SSN),
    _protected(
        "2", "item 2: Username and Password", "A user name with its password is Protected PII.", LOGIN
    ),
    _protected("3", "item 3: Passport Number", "A passport number is Protected PII.", PASSPORT),
    _protected(
        "4",
        "item 4: Alien Registration Number",
        "An alien registration number is Protected PII.",
        ALIEN_NUMBER,
    ),
    _protected(
        "5",
        "item 5: Credit Card Number",
        "The number of a person's credit card is Protected PII.",
        CARD_NUMBER,
    ),
    _protected("6", "item 6: Clearances", "Clearances are Protected PII.", CLEARANCE),
    _protected(
        "7", "item 7: Banking Information", "A person's banking information is Protected PII.", BANKING
    ),
    _protected("8", "item 8: Biometrics", "Biometrics are Protected PII.", BIOMETRICS),
    _protected("9", "item 9: Date and Place of Birth", "Date and place of birth are Protected PII.", BIRTH),
    _protected(
        "10", "item 10: Mother's Maiden Name", "A mother's maiden name is Protected PII.", MAIDEN_NAME
    ),
    _protected("11a", "item 11: Criminal Records", "A criminal record is Protected PII.", CRIMINAL_RECORD),
    _protected(
        "11a-CJIS",
        "item 11: Criminal Records under CJIS",
        "A criminal record that CJIS protects is Protected PII all the same.",
        CRIMINAL_RECORD & DataElement.regimes.has(Regime.CJIS),
        regime=Regime.CJIS,
    ),
    _protected("11b", "item 11: Medical Records", "A medical record is Protected PII.", MEDICAL_RECORD),
    _protected(
        "11c", "item 11: Financial Records", "A person's financial record is Protected PII.", FINANCIAL_RECORD
    ),
    _protected(
        "12", "item 12: Educational Transcripts", "An educational transcript is Protected PII.", TRANSCRIPT
    ),
    _protected(
        "13",
        "item 13: Photos and Videos including any of the above",
        "A photo or video that shows or holds a listed kind is Protected PII.",
        RECORDING & INCLUDES_LISTED,
    ),
    PROTECTED.classification(
        "ABQ-PII-PROTECTED-FERPA",
        ", note to Educational Transcripts",
        "Transcripts fall under the FERPA guidelines.",
        of=Data.elements,
        falls_in=DataClass.PROTECTED_PII,
        when=PROTECTED_PII & TRANSCRIPT,
        regime=Regime.FERPA,
    ),
)

SENSITIVE_ROWS = (
    SENSITIVE,
    _sensitive(
        "0-DESIGNATED",
        "first sentence",
        "What is designated sensitive is so.",
        DataElement.designated_sensitive,
    ),
    _sensitive("1", "item 1", "Social Security numbers are sensitive.", SSN),
    _sensitive("2", "item 2", "Other personal identification numbers are sensitive.", OTHER_NUMBER),
    _sensitive("3", "item 3", "An employee's home address is sensitive.", EMPLOYEE_ADDRESS),
    _sensitive("4", "item 4", "An employee's home telephone number is sensitive.", EMPLOYEE_TELEPHONE),
    _sensitive("5", "item 5", "What HIPAA protects is sensitive.", UNDER_HIPAA, Regime.HIPAA),
    _sensitive("6", "item 6", "What FERPA protects is sensitive.", UNDER_FERPA, Regime.FERPA),
    _sensitive("7", "item 7", "What PCI DSS protects is sensitive.", UNDER_PCI_DSS, Regime.PCI_DSS),
    _sensitive("8", "item 8", "What FISMA protects is sensitive.", UNDER_FISMA, Regime.FISMA),
    _sensitive("9a", "item 9, account numbers", "Credit card account numbers are sensitive.", CARD_NUMBER),
    _sensitive("9b", "item 9, expiration dates", "Expiration dates of cards are sensitive.", CARD_EXPIRATION),
    _sensitive("9c", "item 9, CVV", "Verification values of cards are sensitive.", CARD_VERIFICATION),
    _sensitive(
        "10", "item 10", "Bank account numbers are sensitive, whoever holds the account.", BANK_ACCOUNT
    ),
    _sensitive("11a", "item 11, IDs", "Computer system IDs are sensitive.", SYSTEM_ID),
    _sensitive("11b", "item 11, passwords", "Passwords of computer systems are sensitive.", PASSWORD),
)

STRATEGIC_ROWS = (
    STRATEGIC,
    _strategic(
        "0-TESTS",
        "first sentence",
        "What the City holds to be strategic and would open a way to break security is so.",
        STRATEGIC_BY_TEST,
    ),
    _strategic("1", "item 1", "Telecom and network diagrams are strategic.", NETWORK_DIAGRAM),
    _strategic("2", "item 2", "Infrastructure layouts are strategic.", INFRASTRUCTURE_LAYOUT),
    _strategic("3a", "item 3, server names", "Server names are strategic.", SERVER_NAME),
    _strategic("3b", "item 3, IP addresses", "IP addresses are strategic.", IP_ADDRESS),
)
