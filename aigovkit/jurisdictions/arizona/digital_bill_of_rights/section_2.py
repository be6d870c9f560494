"""Section 2 of the bill: conforming amendments to the procurement code.

It is law of the session and stands outside chapter 62, so article 6, which
enforces the chapter, does not enforce it. The term of 41-6211(A) does not wait
for it.
"""

from __future__ import annotations

from aigovkit.citations import Force
from aigovkit.conditions import AS_OF, Ambiguity, AttestedOn, Condition, Latest, Moments
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import (
    ACT,
    CONSTITUTIONAL_DATE,
    FROM_AND_AFTER,
    GENERAL_DATE,
    SECOND_OF_JULY,
    THE_REST,
    generally_started,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_1 import AN_AGENCY
from aigovkit.rules import Deadline, Entry, obligation

WHICH_EFFECTIVE_DATE = Ambiguity(
    "general_effective_date",
    'Which day is "the general effective date of this act"?',
    {
        "section_3b": "the one in Section 3(B), whose heading is these words",
        "constitutional": "the 91st day after the session closes, as Arizona practice uses the words",
    },
    default="section_3b",
    why="The act uses the words as the heading of Section 3(B), and Section 2 itself is not in force before that day.",
    citation=ACT.at("Section 2"),
)

# 180 days are not six months: from 1 July they end on 28 December 2028.
PERIOD = "P180D"


def _counted_from(start: Moments) -> tuple[Condition, Condition]:
    last_day = start.plus(PERIOD)
    amended = AttestedOn("AZ-S2")
    return amended.happened() & amended.no_later_than(last_day), last_day.before(AS_OF)


DONE_FROM_FIRST, OVER_FROM_FIRST = _counted_from(GENERAL_DATE)
DONE_FROM_SECOND, OVER_FROM_SECOND = _counted_from(Latest((GENERAL_DATE, SECOND_OF_JULY)))
DONE_FROM_CONSTITUTIONAL, OVER_FROM_CONSTITUTIONAL = _counted_from(CONSTITUTIONAL_DATE)

# A director cannot amend a code that is statute: read as bringing the rules, the
# standard language and the vetting of vendors into line, which is in the
# director's power. The printed words taken as they are would delegate in vain.
AMEND_PROCUREMENT_RULES = obligation(
    "AZ-S2",
    ACT.at("Section 2"),
    "Bring the procurement rules, all standard contract language and vendor qualification into line with the chapter in 180 days.",
    bearer="the director of the Arizona department of administration",
    when=AN_AGENCY & generally_started(AS_OF),
    done=WHICH_EFFECTIVE_DATE.reads(
        section_3b=FROM_AND_AFTER.reads(inclusive=DONE_FROM_FIRST, exclusive=DONE_FROM_SECOND),
        constitutional=DONE_FROM_CONSTITUTIONAL,
    ),
    gate=WHICH_EFFECTIVE_DATE.reads(
        section_3b=FROM_AND_AFTER.reads(inclusive=OVER_FROM_FIRST, exclusive=OVER_FROM_SECOND),
        constitutional=OVER_FROM_CONSTITUTIONAL,
    ),
    due=Deadline(GENERAL_DATE.plus(PERIOD), note="180 days from 1 July 2028; other readings count from another day"),
    force=Force.PROPOSED,
    commencement=THE_REST,
)

ENTRIES: tuple[Entry, ...] = (AMEND_PROCUREMENT_RULES,)
