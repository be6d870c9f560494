"""What the name of a column suggests of the data in it.

A name is no proof: what it suggests is put before a person, and decides nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from aigovkit.models.vocabulary import DataCategory

HINTS: Final[Mapping[DataCategory, tuple[str, ...]]] = {
    DataCategory.NAME: ("name", "full name", "customer name", "employee name", "applicant"),
    DataCategory.SINGLE_NAME: (
        "first name",
        "last name",
        "middle name",
        "given name",
        "surname",
        "fname",
        "lname",
    ),
    DataCategory.HOME_ADDRESS: (
        "home address",
        "residence",
        "residential address",
        "address",
        "street",
        "street address",
        "addr",
    ),
    DataCategory.OTHER_ADDRESS: (
        "work address",
        "mailing address",
        "business address",
        "office address",
        "address",
        "street",
        "street address",
        "addr",
    ),
    DataCategory.WORK_TELEPHONE: (
        "work phone",
        "work telephone",
        "office phone",
        "business phone",
        "extension",
        "phone",
        "telephone",
        "tel",
    ),
    DataCategory.HOME_TELEPHONE: ("home phone", "home telephone", "phone", "telephone", "tel"),
    DataCategory.MOBILE_TELEPHONE: (
        "mobile",
        "mobile phone",
        "cell",
        "cell phone",
        "phone",
        "telephone",
        "tel",
    ),
    DataCategory.WORK_EMAIL: (
        "work email",
        "business email",
        "office email",
        "email address",
        "email",
        "mail",
    ),
    DataCategory.PERSONAL_EMAIL: (
        "personal email",
        "private email",
        "home email",
        "email address",
        "email",
        "mail",
    ),
    DataCategory.EDUCATIONAL_CREDENTIALS: ("degree", "education", "school", "university", "diploma"),
    DataCategory.TRANSCRIPT: ("transcript", "grades", "gpa"),
    DataCategory.PHOTO_VIDEO: ("photo", "picture", "image", "video", "footage", "headshot", "avatar"),
    DataCategory.AUDIO: ("audio", "recording", "voicemail", "call recording"),
    DataCategory.DOCUMENT: ("document", "attachment", "file", "pdf", "resume", "scan"),
    DataCategory.FREE_TEXT: (
        "notes",
        "comment",
        "comments",
        "remarks",
        "description",
        "message",
        "prompt",
        "text",
    ),
    DataCategory.SOCIAL_SECURITY_NUMBER: ("ssn", "social security", "social security number", "soc sec"),
    DataCategory.PASSPORT_NUMBER: ("passport", "passport number"),
    DataCategory.ALIEN_REGISTRATION_NUMBER: (
        "alien number",
        "alien registration number",
        "a number",
        "uscis",
    ),
    DataCategory.OTHER_IDENTIFYING_NUMBER: (
        "driver license",
        "drivers license",
        "driver licence",
        "license number",
        "licence number",
        "dl number",
        "employee id",
        "employee number",
        "student id",
        "person id",
        "customer id",
        "tax id",
        "taxpayer id",
        "tin",
        "itin",
        "national id",
        "badge number",
    ),
    DataCategory.PIN: ("pin", "pin code", "passcode"),
    DataCategory.USER_NAME: ("username", "user name", "user id", "login", "login name", "userid"),
    DataCategory.PASSWORD: ("password", "passwd", "pwd", "password hash"),
    DataCategory.CREDENTIAL: ("credential", "credentials"),
    DataCategory.SYSTEM_ID: ("service account", "system id", "api key", "client id"),
    DataCategory.CARD_NUMBER: ("card number", "credit card", "credit card number", "cc number", "pan"),
    DataCategory.DEBIT_CARD_NUMBER: ("debit card", "debit card number", "card number"),
    DataCategory.CARD_EXPIRATION: (
        "card expiry",
        "card expiration",
        "expiry date",
        "expiration date",
        "exp date",
        "cc exp",
    ),
    DataCategory.CARD_VERIFICATION: ("cvv", "cvc", "cvv2", "card verification"),
    DataCategory.BANK_ACCOUNT_NUMBER: ("bank account", "bank account number", "account number", "iban"),
    DataCategory.OTHER_BANKING: ("routing number", "bank", "bank name", "bic", "swift"),
    DataCategory.CLEARANCE: ("clearance", "security clearance", "background check"),
    DataCategory.BIOMETRIC: (
        "fingerprint",
        "voiceprint",
        "faceprint",
        "face template",
        "face embedding",
        "iris",
        "retina",
        "biometric",
    ),
    DataCategory.DATE_OF_BIRTH: ("dob", "birth date", "date of birth", "birthday", "birthdate", "birth"),
    DataCategory.PLACE_OF_BIRTH: (
        "birth place",
        "place of birth",
        "birthplace",
        "birth city",
        "birth country",
    ),
    DataCategory.BIRTH: ("birth",),
    DataCategory.MAIDEN_NAME: ("maiden name", "mothers maiden name", "mother maiden name"),
    DataCategory.CRIMINAL_RECORD: (
        "criminal record",
        "criminal history",
        "arrest",
        "arrests",
        "conviction",
        "convictions",
    ),
    DataCategory.MEDICAL_RECORD: ("medical record", "mrn", "medical record number", "patient record"),
    DataCategory.FINANCIAL_RECORD: ("financial record", "income", "credit score", "credit report", "salary"),
    DataCategory.HEALTH: ("health", "diagnosis", "disability", "medication", "allergy", "allergies"),
    DataCategory.HR_RECORD: ("performance review", "salary", "hr record", "personnel", "disciplinary action"),
    DataCategory.CASE_RECORD: ("case number", "case notes", "case record"),
    DataCategory.DEMOGRAPHICS: ("race", "ethnicity", "gender", "sex", "age", "nationality", "religion"),
    DataCategory.LOCATION: ("location", "latitude", "longitude", "lat", "lon", "lng", "gps"),
    DataCategory.LICENSE_PLATE: ("license plate", "licence plate", "plate", "plate number"),
    DataCategory.NETWORK_DIAGRAM: ("network diagram", "topology"),
    DataCategory.INFRASTRUCTURE_LAYOUT: ("floor plan", "site plan", "infrastructure layout", "layout"),
    DataCategory.SERVER_NAME: ("server", "server name", "hostname", "host name", "host"),
    DataCategory.IP_ADDRESS: ("ip", "ip address", "ipv4", "ipv6", "ip addr"),
    DataCategory.SECURITY_DETAIL: ("firewall rule", "vulnerability", "access code", "alarm code"),
}
"""Names of columns that suggest a category, in plain words.

.. versionadded:: 0.1.0
"""

_SAME = {
    "no": "number",
    "num": "number",
    "nbr": "number",
    "nr": "number",
    "acct": "account",
    "emp": "employee",
}


def suggest_categories(column: str) -> tuple[DataCategory, ...]:
    """The categories of data that the name of a column suggests, in the order of the vocabulary.

    The longest words that fit decide: what suggests less beside them is left out. Where a
    name suggests several as well, all of them are given; often none is.

    >>> [str(one) for one in suggest_categories("WorkEmail")], [str(one) for one in suggest_categories("SSN")]
    (['work_email'], ['social_security_number'])
    >>> [str(one) for one in suggest_categories("e-mail")], suggest_categories("x17")
    (['work_email', 'personal_email'], ())

    .. versionadded:: 0.1.0
    """
    words = _words(column)
    fitting = {
        category: max((len(hint.split()) for hint in hints if _stands_in(hint.split(), words)), default=0)
        for category, hints in HINTS.items()
    }
    most = max(fitting.values())
    return tuple(category for category in DataCategory if most and fitting.get(category) == most)


def _words(column: str) -> list[str]:
    """The words of a name, in whatever way they are joined."""
    plain = unicodedata.normalize("NFKD", column).encode("ascii", "ignore").decode().replace("'", "")
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", plain)
    several = " ".join(re.findall(r"[a-z]+[0-9]*|[0-9]+", apart.lower()))
    return [_SAME.get(word, word) for word in several.replace("e mail", "email").split()]


def _stands_in(phrase: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the words of a phrase follow one another, or are written as one (`dateofbirth`)."""
    return "".join(phrase) in words or any(
        list(phrase) == list(words[start : start + len(phrase)])
        for start in range(len(words) - len(phrase) + 1)
    )
