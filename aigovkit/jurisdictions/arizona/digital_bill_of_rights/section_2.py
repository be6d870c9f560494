"""Section 2 of the bill: conforming amendments to the procurement code.

It is law of the session and stands outside chapter 62, so article 6, which
enforces the chapter, does not enforce it. The term of 41-6211(A) does not wait
for it.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    AttestedOn,
    Deadline,
    Entry,
    Force,
    obligation,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import (
    ACT,
    CONSTITUTIONAL_DATE,
    GENERAL_DATE,
    THE_REST,
    last_day,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_1 import AN_AGENCY

WHICH_EFFECTIVE_DATE = Ambiguity(
    "general_effective_date",
    'Which day is "the general effective date of this act"?',
    {
        "section_3b": "the one in Section 3(B), whose heading is these words",
        "constitutional": "the 91st day after the session closes, as Arizona practice uses the words",
    },
    default="section_3b",
    why="The act uses the words as the heading of Section 3(B), and Section 2 itself is not in force before "
    "that day.",
    citation=ACT.at("Section 2"),
)

# 180 days are not six months: from 1 July they end on 28 December 2028.
COUNTED_FROM = WHICH_EFFECTIVE_DATE.times(section_3b=GENERAL_DATE, constitutional=CONSTITUTIONAL_DATE)

DIRECTOR_AMENDS = Ambiguity(
    "director_amends",
    "What has a director to do who is told to amend a code that is statute?",
    {
        "rules_and_templates": "bring the rules, the standard language and the vetting of vendors into line",
        "literal": "nothing: only the legislature can amend it, and the words delegate in vain",
    },
    default="rules_and_templates",
    why="It gives the section the effect that is in the director's power.",
    citation=ACT.at("Section 2"),
)

# It is owed whatever the case; a case of another state is none of its business.
AMEND_PROCUREMENT_RULES = obligation(
    "AZ-S2",
    ACT.at("Section 2"),
    "Bring the procurement rules, all standard contract language and vendor qualification into line with the "
    "chapter in 180 days.",
    bearer="the director of the Arizona department of administration",
    when=AN_AGENCY & DIRECTOR_AMENDS.reads(rules_and_templates=ALWAYS, literal=NOT_EVER),
    done=AttestedOn("AZ-S2"),
    due=Deadline(last_day(COUNTED_FROM.plus("P180D"))),
    force=Force.PROPOSED,
    commencement=THE_REST,
)

ENTRIES: tuple[Entry, ...] = (AMEND_PROCUREMENT_RULES,)
