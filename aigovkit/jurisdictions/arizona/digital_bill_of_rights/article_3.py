"""Article 3, Prohibition on proxy surveillance: 41-6206. Article 4 prints the exceptions to it."""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    Ambiguity,
    Entry,
    all_of,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import DAY
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_2 import (
    ARTICLE_2,
    ASKS,
    COVERED,
    ON_A_SYSTEM,
    OURS,
    WITH_A_PRIVATE_ENTITY,
    operative,
)
from aigovkit.models import Act, ActOn, Compulsion

SECTION_6206 = ARTICLE_2.but(prefix="41-6206", bearer="the agency, its officers and employees")

USE_FOR_THE_AGENCY = SECTION_6206.definition(
    "AZ-6206.1",
    "(1)",
    "First aim: that the private entity use a covered surveillance system for the agency.",
    term="the use of a covered surveillance system is asked for",
    means=ASKS & ON_A_SYSTEM & COVERED,
)
DATA_FOR_THE_AGENCY = SECTION_6206.definition(
    "AZ-6206.2",
    "(2)",
    "Second aim: that it hand over data such a system collected, or that comes from one.",
    term="data from a covered surveillance system is asked for",
    means=ASKS & Act.object.is_(ActOn.DERIVED_INFORMATION) & COVERED,
)

COMPELLED_REQUEST = Ambiguity(
    "compelled_request",
    "Is a subpoena or other compulsory process to a private holder of data a request?",
    {
        "subpoena_is_request": "yes: only a warrant within 41-6207(1) lifts the ban",
        "compulsion_is_not_request": "no: the article is about cooperation of free will",
    },
    default="subpoena_is_request",
    why="41-6202(A)(2) forbids obtaining the information either way, so little changes and one rule is kept.",
    citation=SECTION_6206.at(""),
)

# Nothing need be handed over, and officers and employees are bound in person.
# What nobody asked for is no matter of this article: receiving it is one of 41-6202.
BAN_ON_REQUEST = SECTION_6206.prohibition(
    "AZ-6206",
    ", opening words",
    "Neither an agency nor its people may ask, encourage or reward a private entity to watch for it or to "
    "share what watching yields.",
    when=all_of(
        OURS,
        USE_FOR_THE_AGENCY | DATA_FOR_THE_AGENCY,
        WITH_A_PRIVATE_ENTITY,
        COMPELLED_REQUEST.reads(
            subpoena_is_request=ALWAYS, compulsion_is_not_request=Act.compulsion.is_(Compulsion.NONE)
        ),
        operative(DAY),
    ),
)

ENTRIES: tuple[Entry, ...] = (BAN_ON_REQUEST, USE_FOR_THE_AGENCY, DATA_FOR_THE_AGENCY)
