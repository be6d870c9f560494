"""Article 3, Prohibition on proxy surveillance: 41-6206."""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    Ambiguity,
    Entry,
    Force,
    Forward,
    Kind,
    all_of,
    earliest,
    part,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import ACT, ARTICLES_2_TO_4
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_1 import AN_AGENCY, COVERED_SYSTEM
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_2 import operative
from aigovkit.models import Compulsion, Request, RequestedHelp, RequestForm

# 41-6206. Prohibition on requesting surveillance by private entities. The asking
# is the act, and an approach that is only planned is judged as if made today.

SECTION_6206 = part(
    ACT,
    "41-6206",
    kind=Kind.CONDITION,
    force=Force.PROPOSED,
    commencement=ARTICLES_2_TO_4,
    bearer="the agency, its officers and employees",
)
REQUEST = earliest(Request.made, AS_OF)

# Article 4 says what this means, where it prints the exceptions.
REQUEST_EXCUSED = Forward("an exception covers the request", ACT.at("41-6207"))

# What the case knows is this system; of another it has to be said whether it is one.
COVERED = (Request.about_this_system & COVERED_SYSTEM) | (
    ~Request.about_this_system & Request.about_covered_system
)

USE_FOR_THE_AGENCY = SECTION_6206.definition(
    "AZ-6206.1",
    "(1)",
    "First aim: that the private entity use a covered surveillance system for the agency.",
    term="the use of a covered surveillance system is asked for",
    means=Request.asks.has(RequestedHelp.USE_ON_BEHALF) & COVERED,
)
# To ask a shop for last night's footage is the everyday case.
DATA_FOR_THE_AGENCY = SECTION_6206.definition(
    "AZ-6206.2",
    "(2)",
    "Second aim: that it hand over data such a system collected, or that comes from one.",
    term="data from a covered surveillance system is asked for",
    means=Request.asks.has(RequestedHelp.SHARE_DATA) & COVERED,
)

COMPELLED = Ambiguity(
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
# A registry of cameras or a rebate on them is an incentive. Governments may be
# asked, and what nobody asked for is no matter of this article: receiving it is
# one of 41-6202.
REQUESTED = all_of(
    AN_AGENCY,
    Request.forms.has(*RequestForm),
    Request.to_private_entity,
    USE_FOR_THE_AGENCY | DATA_FOR_THE_AGENCY,
    COMPELLED.reads(
        subpoena_is_request=ALWAYS, compulsion_is_not_request=Request.compulsion.is_(Compulsion.NONE)
    ),
    operative(REQUEST),
)

# 41-6207 lifts this ban as it lifts 41-6202, but by the day of the asking and for
# what was asked; so its part in it stands in the condition.
BAN_ON_REQUEST = SECTION_6206.prohibition(
    "AZ-6206",
    ", opening words",
    "Neither an agency nor its people may ask, encourage or reward a private entity to watch for it or to "
    "share what watching yields.",
    act=REQUEST,
    when=REQUESTED & ~REQUEST_EXCUSED,
)

ENTRIES: tuple[Entry, ...] = (BAN_ON_REQUEST, USE_FOR_THE_AGENCY, DATA_FOR_THE_AGENCY)
