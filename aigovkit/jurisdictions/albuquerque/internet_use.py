"""Albuquerque: IT Policy on Employee Internet Use.

City of Albuquerque, Department of Technology and Innovation; appended to the
City's AI Policy of 2025, without a date. It binds employees by "shall", "must"
and "may not"; what it puts in the passive binds all who use what the City
provides, but for the public, of whom it speaks apart.

Each provision says itself what it reaches: the City's access to the Internet,
its facilities, or neither. Whether the section on scope narrows all of them to
devices of the City is a reading. The policy has no clause on exceptions granted
by anybody, so that nothing granted lifts any of it.

What counts against a person is what somebody found; who acts is one employee.
Of a department, or of nobody in particular, nothing can be said here, and the
provisions stay open.

Not modelled: access by the public, the rationale, and references to rules that
stand elsewhere.

An employee posts an unsigned opinion on a public forum, for official business:

>>> from datetime import date
>>> from aigovkit.models import Agency, Case
>>> post = Case(
...     agency=Agency(place="us-nm/albuquerque"),
...     actor=Actor(role="staff", device="agency"),
...     conduct=Conduct(connections=["agency"], post_purposes=["official_business"], post_says=["opinion"]),
... )
>>> result = INTERNET_USE.evaluate(post, as_of=date(2026, 3, 2))
>>> [str(result.finding(f"ABQ-NET-PROV-{number}").status) for number in (11, 12, 13)]
['not_applicable', 'violated', 'violated']
"""

from __future__ import annotations

from aigovkit.authoring import ALWAYS, Ambiguity, Force, Kind, Named, part, policy
from aigovkit.jurisdictions.albuquerque.document import BY_STAFF, CITY, INTERNET_USE_TEXT, TIME_ZONE
from aigovkit.models import (
    Actor,
    Agency,
    AgencyFunction,
    Authority,
    ComputerAct,
    Conduct,
    Connection,
    Content,
    Data,
    DataElement,
    DataRecipient,
    DeviceOwner,
    Extent,
    Facility,
    PostContent,
    PublicAccess,
    Purpose,
    Role,
    Violation,
)

# Contractors, volunteers and the public are not employees.
CITY_DEVICE = Actor.device.is_(DeviceOwner.AGENCY)
ONLINE = ~Conduct.connections.is_empty()
CITY_ACCESS = Conduct.connections.has(Connection.AGENCY)

# 1 Scope

SCOPE = part(INTERNET_USE_TEXT, "1").scope(
    "ABQ-NET-SCOPE",
    "",
    "Employees go online from computers and mobile devices that the City owns, for its business.",
    term="an employee goes online from a City-owned device",
    covers=BY_STAFF & CITY_DEVICE & ONLINE,
)

REACH = Ambiguity(
    "internet_reach",
    "Does the section on scope narrow every provision to employees on City-owned devices, or does each say "
    "itself what it reaches?",
    {
        "own_words": "each says it: the City's access, its facilities, or neither",
        "city_devices": "all are narrowed to employees who go online from City-owned devices",
    },
    default="own_words",
    why="The section tells what employees do and what the access is meant for; it says of no provision that "
    "it stops there, and the provisions choose other words, one by one.",
    citation=INTERNET_USE_TEXT.at("1"),
)
ON_CITY_DEVICES = BY_STAFF & CITY_DEVICE & ONLINE
EMPLOYEE_ON_CITY_ACCESS = Named(
    "an employee uses the City's Internet access",
    REACH.reads(own_words=BY_STAFF & CITY_ACCESS, city_devices=ON_CITY_DEVICES & CITY_ACCESS),
)
CITY_FACILITIES = (
    CITY_DEVICE
    | CITY_ACCESS
    | Conduct.facilities.has(Facility.NETWORK, Facility.PRINTING, Facility.COMPUTING)
)
EMPLOYEE_ON_CITY_FACILITIES = Named(
    "an employee uses City facilities",
    REACH.reads(own_words=BY_STAFF & CITY_FACILITIES, city_devices=ON_CITY_DEVICES),
)
# A computer from which somebody goes online is among what the City has for the Internet.
EMPLOYEE_ON_INTERNET_FACILITIES = Named(
    "an employee uses the City's Internet facilities",
    REACH.reads(own_words=BY_STAFF & (CITY_ACCESS | (CITY_DEVICE & ONLINE)), city_devices=ON_CITY_DEVICES),
)
# Bullets 3, 5 and 6 and the second sentences of bullets 9 and 13 are in the passive,
# and do not say who it is that may not. Others than employees are reached as far as
# they use what the City provides. Of the public the policy speaks apart.
ANYBODY_ON_CITY_ACCESS = Named(
    "somebody other than the public uses the City's Internet access",
    REACH.reads(
        own_words=~Actor.role.is_(Role.PUBLIC) & CITY_ACCESS, city_devices=ON_CITY_DEVICES & CITY_ACCESS
    ),
)
ANYBODY_ON_CITY_FACILITIES = Named(
    "somebody other than the public uses City facilities",
    REACH.reads(own_words=~Actor.role.is_(Role.PUBLIC) & CITY_FACILITIES, city_devices=ON_CITY_DEVICES),
)
ANY_EMPLOYEE = Named("an employee acts", REACH.reads(own_words=BY_STAFF, city_devices=ON_CITY_DEVICES))
ANYBODY = Named(
    "an employee acts, or somebody other than the public by City facilities",
    REACH.reads(
        own_words=BY_STAFF | (~Actor.role.is_(Role.PUBLIC) & CITY_FACILITIES), city_devices=ON_CITY_DEVICES
    ),
)

# 2 Policy Definitions

DEFINITIONS = part(INTERNET_USE_TEXT, "2, Policy Definitions, ")
SCOPE_AGAIN = DEFINITIONS.restatement(
    "ABQ-NET-DEF-1",
    "first paragraph",
    "Employees go online from City-owned devices, for business.",
    restates=SCOPE,
    kind=Kind.PRINCIPLE,
    force=Force.DESCRIPTIVE,
)
PUBLIC_ACCESS = DEFINITIONS.unmodelled(
    "ABQ-NET-DEF-2",
    "second paragraph, first and second sentence",
    kind=Kind.PRINCIPLE,
    force=Force.DESCRIPTIVE,
    because="It tells that the public may go online at City locations, as a service.",
)
LIBRARY_PATRONS = DEFINITIONS.noted(
    "ABQ-NET-DEF-3",
    "second paragraph, third sentence",
    "Access by library patrons falls under the Library Computer Use Policy.",
    kind=Kind.CONDITION,
    force=Force.DESCRIPTIVE,
    when=Actor.role.is_(Role.PUBLIC) & Agency.functions.has(AgencyFunction.LIBRARY) & CITY_ACCESS,
)
# Each of those rules finds its own breach; another one here would only count it twice.
OTHER_RULES_APPLY = DEFINITIONS.noted(
    "ABQ-NET-DEF-4",
    "third paragraph",
    "Laws and City policies apply to what employees do online on City-owned devices.",
    kind=Kind.CONDITION,
    when=SCOPE,
)

# 2 Policy Provisions, numbered here bullet by bullet

PROVISIONS = part(INTERNET_USE_TEXT, "2, Policy Provisions, bullet ", bearer="the employee")
IN_THE_PASSIVE = PROVISIONS.but(bearer="whoever uses what the City provides")

DE_MINIMIS = Ambiguity(
    "de_minimis_reach",
    "Does occasional de minimis personal use excuse what a later bullet bars by name, such as a game?",
    {
        "no": "no; it excuses personal use in the bullet it stands in",
        "yes": "yes; a trifle of personal business or play is personal use too",
    },
    default="no",
    why="The words stand inside the sentence on purposes, and the bullet on games and personal business "
    "has no exception.",
    citation=PROVISIONS.at("1"),
)
WORK = (Purpose.OFFICIAL_BUSINESS, Purpose.MISSION)
TRIFLING = Conduct.personal_use.has_all(Extent.OCCASIONAL, Extent.DE_MINIMIS)
TRIFLES_ALONE = Conduct.purposes.has_only(*WORK, Purpose.PERSONAL, Purpose.PERSONAL_BUSINESS, Purpose.GAMES)

FOR_WORK = PROVISIONS.prohibition(
    "ABQ-NET-PROV-1",
    "1, but for the exception",
    "Use the City's Internet access for nothing but official business or in support of its mission.",
    when=EMPLOYEE_ON_CITY_ACCESS & ~Conduct.purposes.has_only(*WORK),
)
# Both have to hold: use that is small and constant is not excused, nor is one rare long evening.
PERSONAL_TRIFLES = PROVISIONS.exception(
    "ABQ-NET-PROV-2",
    "1, the exception",
    "Occasional de minimis personal use is excepted.",
    to=FOR_WORK,
    when=EMPLOYEE_ON_CITY_ACCESS
    & DE_MINIMIS.reads(no=Conduct.purposes.has_only(*WORK, Purpose.PERSONAL), yes=TRIFLES_ALONE),
    provided=TRIFLING,
)
# Who posts takes part in what goes on online; a post without a name does not say who that is.
IDENTIFY_YOURSELF = PROVISIONS.obligation(
    "ABQ-NET-PROV-3",
    "2",
    "Say who you are honestly, accurately and completely in correspondence and other activity online.",
    when=EMPLOYEE_ON_CITY_ACCESS,
    done=Conduct.misidentified.is_empty()
    & (Conduct.post_purposes.is_empty() | Conduct.post_says.has(PostContent.AUTHOR_NAME)),
    gate=ALWAYS,
)
KEEP_THE_LAW = IN_THE_PASSIVE.prohibition(
    "ABQ-NET-PROV-4",
    "3",
    "Nobody knowingly breaks a law in a material way by City Internet facilities or computing resources.",
    when=ANYBODY_ON_CITY_FACILITIES & Conduct.acts.has(ComputerAct.BROKE_LAW),
)
NO_PRIVACY = PROVISIONS.noted(
    "ABQ-NET-PROV-5",
    "4, first sentence",
    "Employees neither own their City Internet usage nor expect personal privacy in it.",
    kind=Kind.CONDITION,
    force=Force.DESCRIPTIVE,
    when=EMPLOYEE_ON_CITY_ACCESS,
)
# It reserves what the City may do; what other policies ask of a system that
# watches staff is left as it is.
INSPECTION = PROVISIONS.noted(
    "ABQ-NET-PROV-6",
    "4, second sentence",
    "Usage can be monitored, and the City reserves the right to inspect traffic, and files on its resources.",
    kind=Kind.PERMISSION,
    force=Force.DESCRIPTIVE,
    when=BY_STAFF & CITY_FACILITIES,
)
RESTRICTION = PROVISIONS.noted(
    "ABQ-NET-PROV-7",
    "4, third sentence",
    "The City reserves the right to limit an employee's Internet usage without notice.",
    kind=Kind.PERMISSION,
    force=Force.DESCRIPTIVE,
    when=EMPLOYEE_ON_CITY_ACCESS,
)
# The text has no exception for those whose work it is to look at such content.
NO_OFFENCE = IN_THE_PASSIVE.prohibition(
    "ABQ-NET-PROV-8",
    "5, first and second sentence",
    "Nobody opens, shows, keeps, records, passes on or changes offensive content by City network, printing "
    "or computing resources.",
    when=ANYBODY_ON_CITY_FACILITIES & Conduct.content.has(Content.OFFENSIVE),
)
NO_DEFAMATION = IN_THE_PASSIVE.prohibition(
    "ABQ-NET-PROV-9",
    "5, third sentence",
    "Content that may be taken as libel, defamation or slander is barred.",
    when=ANYBODY_ON_CITY_FACILITIES & Conduct.content.has(Content.DEFAMATORY),
)
BARRED_ALWAYS = Conduct.purposes.has(
    Purpose.GAMBLING,
    Purpose.RUNNING_A_BUSINESS,
    Purpose.POLITICAL_CAMPAIGN,
    Purpose.PERSONAL_GAIN,
    Purpose.BARRED_ACTIVITY,
)
NO_PRIVATE_ENDS = IN_THE_PASSIVE.prohibition(
    "ABQ-NET-PROV-10",
    "6",
    "No personal business, games, gambling, running a business, campaign, personal gain or barred activity "
    "by the City's Internet access.",
    when=ANYBODY_ON_CITY_ACCESS
    & (
        BARRED_ALWAYS
        | (
            Conduct.purposes.has(Purpose.PERSONAL_BUSINESS, Purpose.GAMES)
            & DE_MINIMIS.reads(no=ALWAYS, yes=~TRIFLING)
        )
    ),
)
POSTS_FOR_WORK = PROVISIONS.prohibition(
    "ABQ-NET-PROV-11",
    "7, first sentence",
    "Post messages by the City's Internet access only for official business or in support of its mission.",
    when=EMPLOYEE_ON_CITY_ACCESS & ~Conduct.post_purposes.has_only(*WORK),
)
# "The message" is whatever was posted, also what should not have been.
POSTED = EMPLOYEE_ON_CITY_ACCESS & ~Conduct.post_purposes.is_empty()
SIGN_POSTS = PROVISIONS.obligation(
    "ABQ-NET-PROV-12",
    "7, second sentence",
    "Name the author of a message clearly as a City employee, with an official address or other contact.",
    when=POSTED,
    done=Conduct.post_says.has_all(
        PostContent.AUTHOR_NAME, PostContent.AGENCY_EMPLOYEE, PostContent.AGENCY_CONTACT
    ),
    gate=ALWAYS,
)
DISCLAIM_OPINIONS = PROVISIONS.obligation(
    "ABQ-NET-PROV-13",
    "7, third sentence",
    "Add to an opinion that it is the author's and not necessarily the City's.",
    when=POSTED & Conduct.post_says.has(PostContent.OPINION),
    done=Conduct.post_says.has(PostContent.DISCLAIMER),
    gate=ALWAYS,
)
NO_SUPPORT_OWED = PROVISIONS.unmodelled(
    "ABQ-NET-PROV-14",
    "8",
    kind=Kind.CONDITION,
    because="It only says that the City need not support use that is no official business.",
)
NO_PIRACY = PROVISIONS.prohibition(
    "ABQ-NET-PROV-15",
    "9, first sentence",
    "Do not knowingly download or distribute pirated software or data by City facilities.",
    when=EMPLOYEE_ON_CITY_FACILITIES & Conduct.acts.has(ComputerAct.PIRATED),
)
# Nothing is said of knowing it.
KEEP_LICENCES = IN_THE_PASSIVE.prohibition(
    "ABQ-NET-PROV-16",
    "9, second sentence",
    "Use what was downloaded only as its licence or copyright has it.",
    when=ANYBODY_ON_CITY_FACILITIES & Conduct.acts.has(ComputerAct.BROKE_LICENSE),
)
# What provides for one of these acts does not provide for the others.
NO_WATCHING = PROVISIONS.prohibition(
    "ABQ-NET-PROV-17",
    "10",
    "Do not watch the use others make of City computing or network resources, nor probe or test for weak "
    "points, unless City policies or law provide for it.",
    when=EMPLOYEE_ON_CITY_FACILITIES
    & (
        (
            Conduct.acts.has(ComputerAct.MONITORED_OTHERS)
            & ~Conduct.monitoring_authority.has(Authority.AGENCY_POLICY, Authority.LAW)
        )
        | (
            Conduct.acts.has(ComputerAct.PROBED)
            & ~Conduct.probing_authority.has(Authority.AGENCY_POLICY, Authority.LAW)
        )
    ),
)
# "Deliberately" and "knowingly" stand with the first two acts; getting round protection has no such word.
NO_SABOTAGE = PROVISIONS.prohibition(
    "ABQ-NET-PROV-18",
    "11",
    "Do not spread malicious code, disable or overload a system, or get round what protects another user, "
    "by the City's Internet facilities.",
    when=EMPLOYEE_ON_INTERNET_FACILITIES
    & Conduct.acts.has(ComputerAct.SPREAD_MALWARE, ComputerAct.DISABLED, ComputerAct.CIRCUMVENTED),
)
# City policies alone can provide otherwise: law is not named, as it is in bullet 10.
NO_BYPASSING = PROVISIONS.prohibition(
    "ABQ-NET-PROV-19",
    "12",
    "Do not install, remove or modify anything in order to bypass the City's security measures, unless City "
    "policies provide for it.",
    when=ANY_EMPLOYEE
    & Conduct.acts.has(ComputerAct.CHANGED_TO_BYPASS)
    & ~Conduct.change_authority.has(Authority.AGENCY_POLICY),
)
ASSUME_NOTHING = PROVISIONS.prohibition(
    "ABQ-NET-PROV-20a",
    "13, first and second sentence up to the comma",
    "Do not assume that data is automatically open to inspection under the state's public records act.",
    when=ANY_EMPLOYEE & Conduct.acts.has(ComputerAct.ASSUMED_OPEN),
)

SUCH_DATA = Ambiguity(
    "such_data",
    "Which data may not go to outsiders without approval?",
    {
        "not_shown_open": "any that is not shown to be open to inspection",
        "excluded": "only what the act excludes from it",
    },
    default="not_shown_open",
    why="The bullet speaks of any data or databases, and bars assuming that they are open; what nobody has "
    "looked at would otherwise go out on that very assumption.",
    citation=PROVISIONS.at("13"),
)
OWN_VENDOR = Ambiguity(
    "own_vendor",
    "Is a vendor that works for the City with the data an entity other than the City?",
    {
        "outside": "yes; it is not the City",
        "inside": "no; it acts for the City",
    },
    default="outside",
    why="The words are entities that are not the City; of two open readings this one asks for more approval.",
    citation=PROVISIONS.at("13"),
)

# The bullet is cut in two by the end of a page. It names nobody who approves.
# What the law requires to be released needs no approval.
NO_RELEASE = PROVISIONS.but(each=Data.elements, bearer="whoever sends it").prohibition(
    "ABQ-NET-PROV-20b",
    "13, second sentence from the comma",
    "Do not send such data to entities other than the City without appropriate approvals.",
    when=ANYBODY
    & DataElement.sent_outside_agency
    & OWN_VENDOR.reads(outside=ALWAYS, inside=~DataElement.recipient.is_(DataRecipient.WORKS_FOR_AGENCY))
    & SUCH_DATA.reads(
        not_shown_open=~DataElement.public_access.is_in(
            PublicAccess.OPEN_TO_INSPECTION, PublicAccess.RELEASE_REQUIRED
        ),
        excluded=DataElement.public_access.is_(PublicAccess.EXCLUDED),
    )
    & ~DataElement.transfer_authorized,
)
CONSEQUENCES = PROVISIONS.noted(
    "ABQ-NET-PROV-21",
    "14",
    "An infraction that was found is a misuse of City assets, violates the Code of Conduct, and may bring "
    "discipline.",
    kind=Kind.CONSEQUENCE,
    force=Force.DESCRIPTIVE,
    when=BY_STAFF & Violation.found,
)

# 3 Rationale, and the references that follow it

RATIONALE = part(INTERNET_USE_TEXT, "3").unmodelled(
    "ABQ-NET-RATIONALE",
    "",
    kind=Kind.PRINCIPLE,
    force=Force.DESCRIPTIVE,
    because="It says what the policy is for, and asks nothing of anybody.",
)
REFERENCES = part(INTERNET_USE_TEXT, "3, references").unmodelled(
    "ABQ-NET-REF",
    "",
    kind=Kind.CONDITION,
    force=Force.DESCRIPTIVE,
    because="It points to administrative instructions and personnel rules, which stand elsewhere.",
)

ENTRIES = (
    SCOPE,
    SCOPE_AGAIN,
    PUBLIC_ACCESS,
    LIBRARY_PATRONS,
    OTHER_RULES_APPLY,
    FOR_WORK,
    PERSONAL_TRIFLES,
    IDENTIFY_YOURSELF,
    KEEP_THE_LAW,
    NO_PRIVACY,
    INSPECTION,
    RESTRICTION,
    NO_OFFENCE,
    NO_DEFAMATION,
    NO_PRIVATE_ENDS,
    POSTS_FOR_WORK,
    SIGN_POSTS,
    DISCLAIM_OPINIONS,
    NO_SUPPORT_OWED,
    NO_PIRACY,
    KEEP_LICENCES,
    NO_WATCHING,
    NO_SABOTAGE,
    NO_BYPASSING,
    ASSUME_NOTHING,
    NO_RELEASE,
    CONSEQUENCES,
    RATIONALE,
    REFERENCES,
)

INTERNET_USE = policy(
    "us-nm/albuquerque/internet-use",
    INTERNET_USE_TEXT,
    time_zone=TIME_ZONE,
    place=CITY,
    scope=ANYBODY_ON_CITY_FACILITIES | ANY_EMPLOYEE,
    entries=ENTRIES,
)
