"""Albuquerque: Cybersecurity Policy, effective and revised on 9 March 2022.

City of Albuquerque, Department of Technology and Innovation; appended to the
City's AI Policy of 2025. It binds the City by "shall" and "will".

What the City owes as such (to promote a secure environment, to develop and
publish standards, to try to keep to the resources listed) stands in the agency
file. What a connected system owes is of the case: the environment it is part of
is deployed and maintained to meet the guidelines that apply.

Not modelled: the purpose, the list of outside standards with which the City
only endeavours to comply, and who may change that list.

An assistant on a server of the City, of which nobody can say that it meets the
guidelines:

>>> from datetime import date
>>> from aigovkit.models import Agency, Attestation, Case, Use
>>> assistant = Case(
...     agency=Agency(place="us-nm/albuquerque"),
...     use=Use(stage="production"),
...     resource=Resource(connected=True, network_controls=["employees"]),
...     waivers=[],
...     attestations={"ABQ-CYB-2": Attestation(met=False)},
... )
>>> str(CYBERSECURITY.evaluate(assistant, as_of=date(2026, 3, 2)).finding("ABQ-CYB-2").status)
'violated'
"""

from __future__ import annotations

from datetime import date

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    Ambiguity,
    Commencement,
    Day,
    Force,
    InForce,
    Kind,
    StartOfDay,
    part,
    policy,
)
from aigovkit.jurisdictions.albuquerque.document import (
    CITY,
    CYBERSECURITY_TEXT,
    IN_USE,
    TIME_ZONE,
)
from aigovkit.models import NetworkControl, Resource, Violation, Waiver, WaiverCovers, WaiverGrantor

EFFECTIVE = StartOfDay(Day(date(2022, 3, 9)))
HEADING = part(CYBERSECURITY_TEXT, "heading")
STARTS = Commencement("the Cybersecurity Policy", EFFECTIVE, CYBERSECURITY_TEXT.at("heading"))

DATE = HEADING.noted(
    "ABQ-CYB-DATE",
    "",
    "It took effect, and was revised, on 9 March 2022.",
    kind=Kind.CONDITION,
    when=InForce(EFFECTIVE, AS_OF),
)
PURPOSE = part(CYBERSECURITY_TEXT, "1").unmodelled(
    "ABQ-CYB-PURPOSE",
    "",
    kind=Kind.PRINCIPLE,
    force=Force.DESCRIPTIVE,
    because="It says what the policy is for, and asks nothing of anybody.",
)

# 6 Definitions come first here: the scope is built from them.

CLOUD = Ambiguity(
    "cloud_contractor",
    "Is a cloud provider a contractor who has direct control of the security of a network?",
    {
        "contractor": "yes; whoever keeps it safe under a contract is one",
        "provider": "no; it controls its own network, for many customers",
    },
    default="contractor",
    why="The definition does without ownership, and speaks of contractors without more; of two open readings "
    "this one keeps such systems under the guidelines.",
    citation=CYBERSECURITY_TEXT.at("6.a"),
)

# A tunnel counts by its effect, not by its name.
INTERNAL_NETWORK = part(CYBERSECURITY_TEXT, "6").definition(
    "ABQ-CYB-DEF-NET",
    ".a",
    "A network is internal where employees or contractors directly control its security, or encapsulation "
    "does the same; who owns it is beside the point.",
    term="it is an internal network",
    means=Resource.network_controls.has(
        NetworkControl.EMPLOYEES, NetworkControl.CONTRACTORS, NetworkControl.SAME_EFFECT
    )
    | CLOUD.reads(contractor=Resource.network_controls.has(NetworkControl.CLOUD_PROVIDER), provider=NOT_EVER),
)

SCOPE = part(CYBERSECURITY_TEXT, "2").scope(
    "ABQ-CYB-SCOPE",
    "",
    "Whatever computes and is connected to the City's internal network is covered.",
    term="it is connected to the City's internal network",
    covers=Resource.connected & INTERNAL_NETWORK,
)

# 3 Policy. The City's own duties hold whatever the case.

THE_CITY = part(CYBERSECURITY_TEXT, "3, ", bearer="the City", standing=True, commencement=STARTS)
PROMOTE = THE_CITY.obligation("ABQ-CYB-1", "first sentence", "Promote a secure computing environment.")

# Of all the duties this alone speaks of what is connected; without it the
# exceptions of section 5, case by case, would have nothing to lift.
MEET_GUIDELINES = part(CYBERSECURITY_TEXT, "3, ", bearer="the City", commencement=STARTS).obligation(
    "ABQ-CYB-2",
    "second sentence",
    "Deploy and maintain it to meet the applicable guidelines on cybersecurity, federal, state, local and of "
    "the industry.",
    when=SCOPE,
    gate=IN_USE | Resource.in_service.happened(),
    step="it comes into service",
)

STANDARDS = THE_CITY.but(prefix="3, third sentence, ", kind=Kind.ORGANIZATIONAL)
TECHNOLOGY_STANDARD = STANDARDS.obligation(
    "ABQ-CYB-3-a", "first item", "Develop standards for cybersecurity technology."
)
AUTHENTICATION_STANDARD = STANDARDS.obligation(
    "ABQ-CYB-3-b", "second item", "Develop standards for electronic authentication."
)
ASSET_STANDARD = STANDARDS.obligation(
    "ABQ-CYB-3-c",
    "third item",
    "Develop standards for the security of all three kinds of asset: hardware, applications and data.",
)
EDUCATION_STANDARD = STANDARDS.obligation(
    "ABQ-CYB-3-d",
    "fourth item",
    "Develop standards for both the education of employees in cybersecurity and their testing.",
)
PUBLISH = THE_CITY.but(kind=Kind.ORGANIZATIONAL).obligation(
    "ABQ-CYB-4",
    "fourth sentence",
    "Publish the policy and its standards online, in terms that its broad user base can understand.",
    note="Whether a site that opens only inside the City's network is online, is for whoever attests it.",
)

# 4 Enforcement. "Shall be reported" is a duty, although the text names nobody who
# has it, and no time, so that it is never late. What is found here is a violation
# where the policy applies, never a standard that the City lacks.

ENFORCEMENT = part(CYBERSECURITY_TEXT, "4, ", commencement=STARTS)
REPORTED = ENFORCEMENT.obligation(
    "ABQ-CYB-ENF-1",
    "first clause",
    "Report a violation that was found to the appropriate supervisor.",
    bearer="somebody whom the text does not name",
    when=SCOPE & Violation.found,
    note="The text does not say who reports it, or by when.",
)
DISCIPLINE = ENFORCEMENT.but(kind=Kind.CONSEQUENCE).noted(
    "ABQ-CYB-ENF-2",
    "second clause",
    "It may bring discipline, up to termination.",
    when=SCOPE & Violation.found,
    force=Force.DESCRIPTIVE,
)

# 7 Resources

RESOURCES = part(CYBERSECURITY_TEXT, "7, ")
CHANGING_THE_LIST = RESOURCES.unmodelled(
    "ABQ-CYB-RES-1",
    "first sentence",
    kind=Kind.PERMISSION,
    because="It lets the Technical Review Committee change the list that follows.",
)
FOLLOW_RESOURCES = THE_CITY.but(prefix="7, ", kind=Kind.ORGANIZATIONAL).obligation(
    "ABQ-CYB-RES-2", "second sentence", "Develop the standards in accordance with the resources listed."
)
# To endeavour is what is owed: falling short of a resource is no breach of this sentence.
TRY_TO_COMPLY = THE_CITY.but(prefix="7, ").obligation(
    "ABQ-CYB-RES-3", "third sentence", "Endeavour to maintain compliance with the resources listed."
)
ON_THE_LIST = "It is an item of the list of resources; where it is law it binds by itself."
PCI_DSS = RESOURCES.unmodelled("ABQ-CYB-RES-4-a", "a", kind=Kind.DEFINITION, because=ON_THE_LIST)
HIPAA = RESOURCES.unmodelled("ABQ-CYB-RES-4-b", "b", kind=Kind.DEFINITION, because=ON_THE_LIST)
CJIS = RESOURCES.unmodelled("ABQ-CYB-RES-4-c", "c", kind=Kind.DEFINITION, because=ON_THE_LIST)
NIST = RESOURCES.unmodelled("ABQ-CYB-RES-4-d", "d", kind=Kind.DEFINITION, because=ON_THE_LIST)
ISO = RESOURCES.unmodelled("ABQ-CYB-RES-4-e", "e", kind=Kind.DEFINITION, because=ON_THE_LIST)
ISACA = RESOURCES.unmodelled("ABQ-CYB-RES-4-f", "f", kind=Kind.DEFINITION, because=ON_THE_LIST)
COBIT = RESOURCES.unmodelled("ABQ-CYB-RES-4-g", "g", kind=Kind.DEFINITION, because=ON_THE_LIST)

# 5 Exceptions. The Director alone grants them, and case by case: one for
# whatever may come up lifts nothing. They reach what the policy asks, and not
# its scope, its definition or what follows from a violation.

EARLIER_GRANT = Ambiguity(
    "earlier_grant",
    "Does an exception lift anything that was granted before the policy took effect?",
    {
        "no": "no; the policy gives the power to grant it",
        "yes": "yes; it was granted for what the policy would ask",
    },
    default="no",
    why="The section lets the Director grant exceptions to the policy, and was no more in force than the "
    "rest of it; of two open readings this one keeps the guidelines.",
    citation=CYBERSECURITY_TEXT.at("5"),
)
EXCEPTIONS = part(CYBERSECURITY_TEXT, "5", commencement=STARTS).exception(
    "ABQ-CYB-EXC",
    "",
    "The Director of the Department of Technology and Innovation may grant limited exceptions, case by case.",
    to=(
        PROMOTE,
        MEET_GUIDELINES,
        TECHNOLOGY_STANDARD,
        AUTHENTICATION_STANDARD,
        ASSET_STANDARD,
        EDUCATION_STANDARD,
        PUBLISH,
        FOLLOW_RESOURCES,
        TRY_TO_COMPLY,
    ),
    when=ALWAYS,
    waiver=Waiver.granted_by.is_(WaiverGrantor.TECHNOLOGY_DIRECTOR)
    & Waiver.covers.is_(WaiverCovers.THIS_CASE)
    & EARLIER_GRANT.reads(no=~Waiver.granted.before(EFFECTIVE), yes=ALWAYS),
)

ENTRIES = (
    DATE,
    PURPOSE,
    SCOPE,
    PROMOTE,
    MEET_GUIDELINES,
    TECHNOLOGY_STANDARD,
    AUTHENTICATION_STANDARD,
    ASSET_STANDARD,
    EDUCATION_STANDARD,
    PUBLISH,
    REPORTED,
    DISCIPLINE,
    EXCEPTIONS,
    INTERNAL_NETWORK,
    CHANGING_THE_LIST,
    FOLLOW_RESOURCES,
    TRY_TO_COMPLY,
    PCI_DSS,
    HIPAA,
    CJIS,
    NIST,
    ISO,
    ISACA,
    COBIT,
)

CYBERSECURITY = policy(
    "us-nm/albuquerque/cybersecurity",
    CYBERSECURITY_TEXT,
    time_zone=TIME_ZONE,
    place=CITY,
    scope=SCOPE,
    entries=ENTRIES,
)
