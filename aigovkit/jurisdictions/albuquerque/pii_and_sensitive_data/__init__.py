"""Albuquerque: Personally Identifiable Information (PII) and Sensitive Data.

City of Albuquerque, Department of Technology and Innovation (DTI), one of the four
standing IT policies appended to its AI Policy of 2025. The text has no date, so no
provision is gated by one.

`classes` sorts data into public and protected PII, sensitive data and strategic
information; `handling` is what follows for PII. Sections 4 and 5 state no duty of
handling: what is sensitive or strategic matters where other policies of the City
ask for it.

Not modelled: the introduction and the purpose, and the FERPA guidelines, which
stand elsewhere.

>>> from datetime import date
>>> from aigovkit.models import Actor, Agency, Case, Data, DataElement
>>> numbers = DataElement(name="numbers", category="social_security_number", kept_as=["workstation"])
>>> case = Case(
...     agency=Agency(place="us-nm/albuquerque"),
...     actor=Actor(role="staff", device="agency"),
...     data=Data(elements=[numbers]),
...     waivers=[],
... )
>>> result = PII_POLICY.evaluate(case, as_of=date(2026, 1, 20))
>>> [str(found.data_class) for found in result.classified[0].classes if found.certain]
['protected_pii', 'sensitive']
>>> str(result.finding("ABQ-PII-COLLECT-4").status)
'shortfall'
"""

from __future__ import annotations

from aigovkit.authoring import DataClass, Kind, policy
from aigovkit.jurisdictions.albuquerque.document import CITY, PII_POLICY_TEXT, TIME_ZONE
from aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data.classes import (
    PII,
    PROTECTED_PII,
    PROTECTED_ROWS,
    PUBLIC_PII,
    PUBLIC_ROWS,
    SENSITIVE,
    SENSITIVE_ROWS,
    STRATEGIC,
    STRATEGIC_ROWS,
)
from aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data.handling import (
    ABOUT_IT,
    ALTER_POLICY,
    ASK_SECURITY_GROUP,
    AUTHORIZED,
    CARE,
    COLLECT,
    COLLECT_LEAST,
    COMPLY,
    CONFIRM,
    CONFIRM_SAFEGUARDING,
    COULD_BE_DISCIPLINED,
    COULD_BE_REPORTED,
    DECIDE_NEED,
    DISPOSE_SECURELY,
    GIVE_DETAILS,
    HANDLED_AS_PROTECTED,
    IN_SCOPE,
    INCIDENT,
    KEEP_IT_OUT,
    KEEP_RECORDS,
    LIMITED_EXCEPTION,
    LOCK_FILES,
    MAIL_HELPDESK,
    NAME_SENDER,
    NAME_SUBJECT,
    NO_GUARANTEE,
    NO_OVERRIDE,
    NOT_ON_WORKSTATION,
    NOTIFY_CHANGE,
    RECORD_TRANSFER,
    REVIEW_INVENTORY,
    REVIEW_NEED,
    REVIEW_OTHER_SERVERS,
    SAID_AGAIN,
    SAY_WHERE,
    SHRED_CALL_NOTES,
    STORE_SECURELY,
    TAKE_CAUTION,
    TELL_SECURITY_GROUP,
    TELL_SUPERVISOR,
    TRANSPORT_SECURELY,
    UPDATE_INVENTORY,
    VERIFY_AND_SECURE,
)

__all__ = ["PII", "PII_POLICY", "PROTECTED_PII", "PUBLIC_PII", "SENSITIVE", "STRATEGIC"]

PII_POLICY = policy(
    "us-nm/albuquerque/pii-and-sensitive-data",
    PII_POLICY_TEXT,
    place=CITY,
    time_zone=TIME_ZONE,
    scope=IN_SCOPE,
    class_order=[DataClass.PUBLIC_PII, DataClass.PROTECTED_PII],
    notes=(
        "Public is no leave to publish: Public PII is PII, and what is said of PII holds for it.",
        "The examples of sensitive and of strategic data are no limit: what they do not name may be either.",
    ),
    entries=(
        ABOUT_IT.unmodelled(
            "ABQ-PII-INTRO",
            "introduction",
            because="It observes that employees come in contact with PII and should know their role.",
        ),
        ABOUT_IT.unmodelled(
            "ABQ-PII-PURPOSE-1",
            "1, first paragraph",
            because="A statement of purpose: guarding PII and sensitive data from disclosure and misuse.",
        ),
        VERIFY_AND_SECURE,
        IN_SCOPE,
        # 3 Policy: the two types of PII
        HANDLED_AS_PROTECTED,
        CARE,
        *PUBLIC_ROWS,
        *PROTECTED_ROWS,
        # Maintaining PII
        SAID_AGAIN,
        COLLECT_LEAST,
        TAKE_CAUTION,
        REVIEW_NEED,
        ALTER_POLICY,
        COLLECT.unmodelled(
            "ABQ-PII-COLLECT-1",
            "first sentence",
            kind=Kind.PRINCIPLE,
            because="It announces the responsibilities that the next sentences state.",
        ),
        SHRED_CALL_NOTES,
        LOCK_FILES,
        NOT_ON_WORKSTATION,
        STORE_SECURELY,
        DECIDE_NEED,
        ASK_SECURITY_GROUP,
        DISPOSE_SECURELY,
        CONFIRM,
        AUTHORIZED,
        CONFIRM_SAFEGUARDING,
        NO_GUARANTEE,
        TRANSPORT_SECURELY,
        INCIDENT,
        RECORD_TRANSFER,
        TELL_SUPERVISOR,
        TELL_SECURITY_GROUP,
        MAIL_HELPDESK,
        KEEP_IT_OUT,
        SAY_WHERE,
        NAME_SENDER,
        NAME_SUBJECT,
        GIVE_DETAILS,
        COMPLY,
        REVIEW_INVENTORY,
        NOTIFY_CHANGE,
        UPDATE_INVENTORY,
        REVIEW_OTHER_SERVERS,
        # 4 and 5
        *SENSITIVE_ROWS,
        *STRATEGIC_ROWS,
        NO_OVERRIDE,
        KEEP_RECORDS,
        # 6 to 8
        COULD_BE_REPORTED,
        COULD_BE_DISCIPLINED,
        LIMITED_EXCEPTION,
        PII,
        ABOUT_IT.unmodelled(
            "ABQ-PII-DEF-FERPA",
            "8, FERPA",
            kind=Kind.DEFINITION,
            because="It says what FERPA is; which data it protects is told with the element.",
        ),
    ),
)
