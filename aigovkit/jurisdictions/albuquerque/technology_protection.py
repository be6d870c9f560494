"""Albuquerque: IT Policy on Information Technology Protection.

City of Albuquerque, Department of Technology and Innovation (DTI); appended to
the City's AI Policy of 2025, without a date. It binds by "must", "shall" and "is
the responsibility of".

What DTI owes for all the City's devices is attested once, in the agency file,
with the days of each round: patches are reviewed every month and put in at
least every quarter. A round at which nothing waited is one too. Each change of
the case has a presentation of its own to the Change Advisory Board; the text
states no time for it. The policy has no clause on exceptions granted by anybody.

Not modelled: the three words it defines, the sentence that calls updates
critical, and the rationale.

Updates of a server were last reviewed on 20 March and put in on 15 January:

>>> from datetime import date
>>> from aigovkit.models import Agency, AgencyFile, Attestation, Case
>>> server = Case(
...     agency=Agency(place="us-nm/albuquerque"),
...     resource=Resource(
...         agency_asset=True,
...         kinds=["application_server"],
...         in_service=date(2025, 1, 2),
...         provided_otherwise=[],
...     ),
... )
>>> rounds = {
...     "ABQ-PROT-PATCH-2": [date(2025, month, 20) for month in (1, 2, 3)],
...     "ABQ-PROT-PATCH-3": [date(2025, 1, 15)],
... }
>>> city = AgencyFile(attestations={id: Attestation(days=days) for id, days in rounds.items()})
>>> result = TECHNOLOGY_PROTECTION.evaluate(server, as_of=date(2025, 4, 20), agency_file=city)
>>> [(duty.provision, str(duty.due)) for duty in result.duties if str(duty.status) == "overdue"]
[('ABQ-PROT-PATCH-3', '2025-04-15')]
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    AttestedDays,
    Cadence,
    Force,
    Kind,
    MeetsCadence,
    Named,
    Period,
    part,
    policy,
)
from aigovkit.jurisdictions.albuquerque.document import (
    BY_STAFF,
    CITY,
    IN_USE,
    TECHNOLOGY_PROTECTION_TEXT,
    TIME_ZONE,
)
from aigovkit.models import (
    Change,
    ChangeKind,
    Data,
    DataElement,
    Holder,
    Resource,
    ResourceKind,
    StoragePlace,
)

SCOPE = part(TECHNOLOGY_PROTECTION_TEXT, "1").scope(
    "ABQ-PROT-SCOPE",
    "",
    "All information technology assets of the City are covered.",
    term="it is an information technology asset of the City",
    covers=Resource.agency_asset,
)

# 2 Policy Definitions

WORDS = part(TECHNOLOGY_PROTECTION_TEXT, "2, Policy Definitions, ")
SAYS_WHAT_A_WORD_MEANS = "It says what a word means that the first provision uses."
CONFIDENTIALITY = WORDS.unmodelled(
    "ABQ-PROT-DEF-C", "Confidentiality", kind=Kind.DEFINITION, because=SAYS_WHAT_A_WORD_MEANS
)
INTEGRITY = WORDS.unmodelled(
    "ABQ-PROT-DEF-I", "Integrity", kind=Kind.DEFINITION, because=SAYS_WHAT_A_WORD_MEANS
)
AVAILABILITY = WORDS.unmodelled(
    "ABQ-PROT-DEF-A", "Availability", kind=Kind.DEFINITION, because=SAYS_WHAT_A_WORD_MEANS
)

# 2 Policy Provisions

PROVISIONS = part(TECHNOLOGY_PROTECTION_TEXT, "2, Policy Provisions, ")
PROTECT_ALL = PROVISIONS.obligation(
    "ABQ-PROT-1",
    "first paragraph",
    "Protect the confidentiality, integrity and availability of data, and technology from disruption.",
    bearer="the City",
    kind=Kind.PRINCIPLE,
    standing=True,
)

MEDIA = Ambiguity(
    "information_media",
    "Is information protected that is on no technology, such as paper?",
    {
        "any": "yes, whatever the medium",
        "assets": "no; the scope is information technology assets",
    },
    default="any",
    why="The sentence says that the medium, a manual system and the way of distribution do not matter, which "
    "would say nothing if only technology were meant.",
    citation=PROVISIONS.at("second paragraph, first sentence"),
)
ON_TECHNOLOGY = DataElement.kept_as.has(
    StoragePlace.TYPED_CALL_NOTES,
    StoragePlace.WORKSTATION,
    StoragePlace.MOBILE_DEVICE,
    StoragePlace.AGENCY_SERVER,
    StoragePlace.CLOUD,
)
KEPT = ~DataElement.kept_as.is_empty()
# The sentence names what stores information and what processes it: a use that runs does.
# How far is a judgement by three measures at once, which the data classes of the City do not replace.
PROTECT_BY_VALUE = PROVISIONS.but(each=Data.elements).obligation(
    "ABQ-PROT-2",
    "second paragraph, first sentence",
    "Protect information by its sensitivity, criticality and value, whatever medium or system holds it.",
    bearer="whoever holds it",
    when=MEDIA.reads(any=ALWAYS, assets=ON_TECHNOLOGY | (IN_USE & ~KEPT)),
    gate=KEPT | IN_USE,
    step="it is kept or processed",
)
UPDATES_ARE_CRITICAL = PROVISIONS.unmodelled(
    "ABQ-PROT-3",
    "second paragraph, second sentence",
    kind=Kind.PRINCIPLE,
    force=Force.DESCRIPTIVE,
    because="It calls patches and updates critical, also on mobile devices; the duties are in the bullet.",
)
# The four events are what to guard against: that one happened is no breach by itself.
PROTECT_AS_EMPLOYEE = PROVISIONS.obligation(
    "ABQ-PROT-4",
    "third paragraph",
    "Protect information from unauthorized access, modification, disclosure and destruction, by accident or "
    "on purpose.",
    bearer="each employee",
    when=BY_STAFF,
    gate=IN_USE | Data.elements.some(KEPT),
    step="information is handled",
)

# "Except as otherwise provided by City policy": which of the bullets another
# policy displaces is said one by one.

OTHERWISE = Resource.provided_otherwise
LEAD_IN = PROVISIONS.noted(
    "ABQ-PROT-5",
    "lead-in to the bullets",
    "The bullets hold except as City policy provides otherwise.",
    kind=Kind.CONDITION,
    when=OTHERWISE.has("ABQ-PROT-6")
    | OTHERWISE.has("ABQ-PROT-7")
    | OTHERWISE.has("ABQ-PROT-PATCH-1")
    | OTHERWISE.has("ABQ-PROT-PATCH-2")
    | OTHERWISE.has("ABQ-PROT-PATCH-3")
    | OTHERWISE.has("ABQ-PROT-PATCH-4"),
)
# An asset may be both; what is neither, such as a cloud service, the text gives to nobody.
CENTRAL_ASSETS = PROVISIONS.noted(
    "ABQ-PROT-6",
    "bullet 1",
    "The Chief Information Officer, the Information Security Office or a designee answers for what is "
    "managed centrally or City-wide.",
    kind=Kind.ORGANIZATIONAL,
    when=Resource.holders.has(Holder.CENTRAL) & ~OTHERWISE.has("ABQ-PROT-6"),
)
DEPARTMENT_ASSETS = PROVISIONS.noted(
    "ABQ-PROT-7",
    "bullet 2",
    "The Department Director answers for what a department physically controls.",
    kind=Kind.ORGANIZATIONAL,
    when=Resource.holders.has(Holder.DEPARTMENT) & ~OTHERWISE.has("ABQ-PROT-7"),
)

# One list for the whole bullet. Mobile devices stand in the paragraph above and
# not here, and "network related devices" has no edge: what is not listed is in
# where the City counts it in, and open until somebody says so.

PATCHED = Named(
    "it is among the devices that DTI keeps up to date",
    SCOPE
    & (
        Resource.kinds.has(
            ResourceKind.PERSONAL_COMPUTER,
            ResourceKind.APPLICATION_SERVER,
            ResourceKind.PRINTER,
            ResourceKind.NETWORK_DEVICE,
        )
        | Resource.counted_as_network_device
    ),
)
PATCHES = part(
    TECHNOLOGY_PROTECTION_TEXT, "2, Policy Provisions, bullets 3 and 4, ", bearer="DTI", standing=True
)
KEEP_UP_TO_DATE = PATCHES.obligation(
    "ABQ-PROT-PATCH-1",
    "first sentence",
    "Maintain and manage operating system patches and security updates on computers, application servers, "
    "printing and network related devices.",
    when=PATCHED & ~OTHERWISE.has("ABQ-PROT-PATCH-1"),
)

MONTHLY = Ambiguity(
    "monthly_basis",
    "Is a monthly review one in every calendar month, or one within a month of the last?",
    {
        "calendar": "one in every calendar month",
        "rolling": "no longer than a month after the last",
    },
    default="calendar",
    why="A basis is how often; where the text means the longest gap, it says no longer than.",
    citation=PATCHES.at("second sentence"),
)
QUARTERLY = Ambiguity(
    "quarterly_limit",
    "Is no longer than quarterly a gap of three months at most, or one round in every calendar quarter?",
    {
        "rolling": "three months from the last round at most",
        "calendar": "a round in every calendar quarter",
    },
    default="rolling",
    why="No longer than fixes the longest gap; by the calendar nearly half a year could pass between rounds.",
    citation=PATCHES.at("third sentence"),
)
REVIEWED = AttestedDays("ABQ-PROT-PATCH-2")
PUT_IN = AttestedDays("ABQ-PROT-PATCH-3")
ONE_MONTH, ONE_QUARTER = Period(months=1), Period(months=3)
# Both run from the day on which the device came into service: nothing is late on that day.
REVIEW_PATCHES = PATCHES.obligation(
    "ABQ-PROT-PATCH-2",
    "second sentence",
    "Review operating system patches and security updates every month.",
    when=PATCHED & ~OTHERWISE.has("ABQ-PROT-PATCH-2"),
    done=MONTHLY.reads(
        calendar=MeetsCadence(REVIEWED, Cadence(ONE_MONTH, by_calendar=True), Resource.in_service),
        rolling=MeetsCadence(REVIEWED, Cadence(ONE_MONTH), Resource.in_service),
    ),
)
# "As needed" may be sooner; no day can be told for that.
PUT_PATCHES_IN = PATCHES.obligation(
    "ABQ-PROT-PATCH-3",
    "third sentence",
    "Put patches and updates in as needed, but no longer than quarterly.",
    when=PATCHED & ~OTHERWISE.has("ABQ-PROT-PATCH-3"),
    done=QUARTERLY.reads(
        rolling=MeetsCadence(PUT_IN, Cadence(ONE_QUARTER), Resource.in_service),
        calendar=MeetsCadence(PUT_IN, Cadence(ONE_QUARTER, by_calendar=True), Resource.in_service),
    ),
)

ALL_CHANGES = Ambiguity(
    "all_changes",
    "Are all changes those by patches and updates, or every change of the devices?",
    {
        "patches": "those by patches and security updates",
        "every": "every change of these devices",
    },
    default="patches",
    why="The sentence closes the bullet on patches and security updates, and speaks of changes right after "
    "putting them in.",
    citation=PATCHES.at("fourth sentence"),
)
BOARD_FIRST = Ambiguity(
    "board_first",
    "Does the board see a change before it is made?",
    {
        "no_time": "at any time; none is stated",
        "before": "before; a review of what is done already could change nothing",
    },
    default="no_time",
    why="The text states no time, and none is made up where missing it would be a breach.",
    citation=PATCHES.at("fourth sentence"),
)
PRESENT_CHANGES = PATCHES.but(standing=False, each=Resource.changes).obligation(
    "ABQ-PROT-PATCH-4",
    "fourth sentence",
    "Present each change to the Change Advisory Board for review.",
    when=PATCHED
    & ~OTHERWISE.has("ABQ-PROT-PATCH-4")
    & ALL_CHANGES.reads(patches=Change.kind.is_(ChangeKind.PATCH), every=ALWAYS),
    done=BOARD_FIRST.reads(
        no_time=Change.presented.happened(),
        before=Change.presented.happened() & Change.presented.before(Change.made),
    ),
    gate=BOARD_FIRST.reads(no_time=NOT_EVER, before=Change.made.happened()),
    step="the change is made",
)

# Each of those rules finds its own breach, with its own force; another one here
# would count it twice, and turn what they recommend into a command.
OTHER_RULES = PROVISIONS.noted(
    "ABQ-PROT-8",
    "bullet 5",
    "In all cases protection complies with all the City's IT policies, standards, procedures and guidelines.",
    kind=Kind.CONDITION,
    when=SCOPE,
)

RATIONALE = part(TECHNOLOGY_PROTECTION_TEXT, "3").unmodelled(
    "ABQ-PROT-RATIONALE",
    "",
    kind=Kind.PRINCIPLE,
    force=Force.DESCRIPTIVE,
    because="It says what the policy is for, and asks nothing of anybody.",
)

ENTRIES = (
    SCOPE,
    CONFIDENTIALITY,
    INTEGRITY,
    AVAILABILITY,
    PROTECT_ALL,
    PROTECT_BY_VALUE,
    UPDATES_ARE_CRITICAL,
    PROTECT_AS_EMPLOYEE,
    LEAD_IN,
    CENTRAL_ASSETS,
    DEPARTMENT_ASSETS,
    KEEP_UP_TO_DATE,
    REVIEW_PATCHES,
    PUT_PATCHES_IN,
    PRESENT_CHANGES,
    OTHER_RULES,
    RATIONALE,
)

# Beside assets it reaches what information there is, and employees who handle it: no
# duty of theirs stands under an answer that the policy does not apply.
TECHNOLOGY_PROTECTION = policy(
    "us-nm/albuquerque/technology-protection",
    TECHNOLOGY_PROTECTION_TEXT,
    time_zone=TIME_ZONE,
    place=CITY,
    scope=Resource.agency_asset | Data.elements.some(KEPT | IN_USE) | (BY_STAFF & IN_USE),
    entries=ENTRIES,
)
