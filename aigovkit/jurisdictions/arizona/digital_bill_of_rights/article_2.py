"""Article 2, Prohibitions on certain surveillance technologies: 41-6202 to 41-6205.

Each act is judged by itself, under the law of its own day: a purchase, an
installation, a stretch of use, what is kept. The exceptions stand in article 4, and
are tied to these bans there; what it takes to be within one is given there too.
What 41-6204(B) and (C) ask of a system within an exception is here, where it stands.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    Ambiguity,
    Condition,
    Deadline,
    Duty,
    Entry,
    Force,
    Forward,
    Kind,
    Named,
    Rebutted,
    Time,
    TimeIf,
    all_of,
    part,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import (
    ACT,
    ARTICLES_2_TO_4,
    BEGAN,
    DAY,
    DONE,
    OUT_OF_THE_CHAPTER,
    THE_SYSTEM,
    day_of_last,
    governed,
    predates,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_1 import (
    AN_AGENCY,
    COMMANDEERED_SYSTEM,
    COVERED_SYSTEM,
    DATA_BROKER,
    GOVERNMENT_ENTITY,
    NOT_SUBJECT,
    OTHER_GOVERNMENTS,
    PRIVATE,
    terms_at_hand,
)
from aigovkit.models import (
    AccessRight,
    Act,
    ActBy,
    ActKind,
    ActOn,
    ActSubject,
    Bar,
    BarGround,
    Case,
    Certification,
    Contract,
    Hosting,
    Operator,
    Procurement,
    RemoteControl,
    RetainedAccess,
    Surveillance,
    SystemDescription,
    Vendor,
)

THE_AGENCY = "the state or local government agency"


def operative(done: Time) -> Condition:
    """What the readings of 41-6201, 41-6217 and Section 3 ask before articles 2 to 4 can reach something
    done at that time.
    """
    return terms_at_hand(done) & ~OUT_OF_THE_CHAPTER


OURS = AN_AGENCY & Act.by.is_(ActBy.AGENCY)
ARTICLE_2 = part(
    ACT, force=Force.PROPOSED, commencement=ARTICLES_2_TO_4, each=Case.acts, act=DAY, bearer=THE_AGENCY
)

# Of another system the case knows no more than whether it is covered: what an
# exception or a safeguard says of it is a case of its own.
COVERED = (THE_SYSTEM & COVERED_SYSTEM) | Act.subject.is_(ActSubject.ANOTHER_COVERED)
# A service is a covered one unless it is known to use nothing that can watch people, as
# looking after a system is.
ON_A_SYSTEM = Act.object.is_(ActOn.SYSTEM) | (
    Act.object.is_(ActOn.SERVICE) & ~Rebutted(~Act.service_uses_system)
)

# To obtain a system or a service, in whatever way, is to procure it; to extend a
# contract is to contract again.
_PROCURING = (ActKind.CONTRACT, ActKind.PURCHASE, ActKind.PROCURE_OTHERWISE)
PROCURES = Act.kind.is_in(*_PROCURING, ActKind.RENEW) | (
    Act.kind.is_(ActKind.OBTAIN) & Act.object.is_in(ActOn.SYSTEM, ActOn.SERVICE)
)
INSTALLS = Act.kind.is_(ActKind.INSTALL)
SWITCHES_ON = Act.kind.is_(ActKind.ACTIVATE)
ASKS = Act.kind.is_in(ActKind.REQUEST, ActKind.ENCOURAGE, ActKind.INCENTIVIZE)

WITH_A_PRIVATE_ENTITY = Named(
    "the other side of the act is a private entity",
    Act.with_whom.is_in(*PRIVATE)
    | GOVERNMENT_ENTITY.reads(any_government=NOT_EVER, arizona_only=Act.with_whom.is_in(*OTHER_GOVERNMENTS)),
)

# Article 4 prints the exceptions, and says there what this means.
EXCEPTED = Forward("an exception covers the act", ACT.at("41-6207"))

ACCESS_AS_USE = Ambiguity(
    "access_as_use",
    "Is reaching live into a system that somebody else runs a use of it, where the text speaks of use alone?",
    {
        "apart": "no: to access and to use are different acts",
        "live_access_is_use": "yes: who works with a system through access to it uses it",
    },
    default="apart",
    why="41-6202 names access beside use, and 41-6204 and 41-6209 name use without it.",
    citation=ACT.at("41-6204(A), first sentence"),
)
IN_USE = Act.kind.is_(ActKind.USE) | ACCESS_AS_USE.reads(
    apart=NOT_EVER, live_access_is_use=Act.kind.is_(ActKind.ACCESS)
)
# Switching it on is using it.
USES = IN_USE | SWITCHES_ON

# 41-6202. Prohibition on government use of certain surveillance

SECTION_6202 = ARTICLE_2.but(prefix="41-6202", kind=Kind.CONDITION)

NOTWITHSTANDING = Ambiguity(
    "notwithstanding",
    'Does "notwithstanding any other law" set the exceptions of 41-6207 aside too?',
    {
        "exceptions_operate": "no: they are part of the same act; other acts, on records or evidence, give "
        "way",
        "absolute": "yes: nothing outside 41-6202 limits it",
    },
    default="exceptions_operate",
    why="41-6207 names articles 2 and 3 as what it lifts.",
    citation=SECTION_6202.at("(A), opening words"),
)
EXCEPTIONS_OPERATE = NOTWITHSTANDING.reads(exceptions_operate=ALWAYS, absolute=NOT_EVER)

SYSTEM_HELD = SECTION_6202.definition(
    "AZ-6202.A.1",
    "(A)(1)",
    "The ban reaches the covered surveillance system itself, a service included.",
    term="it is done to a covered surveillance system",
    means=all_of(~ASKS, ON_A_SYSTEM, COVERED),
)

DERIVED_INFORMATION = Ambiguity(
    "derived_information",
    'Does "any information derived from such a system" reach what identifies nobody?',
    {
        "unlimited": "yes: every copy, summary or tip that can be traced to the system",
        "identifiable": "no: only what is about identifiable people or groups",
    },
    default="unlimited",
    why="No word limits it by time, source, hands it went through or persons.",
    citation=SECTION_6202.at("(A)(2)"),
)

# Where the information comes from is often unknown, and then the answer is.
INFORMATION = all_of(
    ~ASKS,
    Act.object.is_(ActOn.DERIVED_INFORMATION),
    COVERED,
    DERIVED_INFORMATION.reads(unlimited=ALWAYS, identifiable=Act.information_identifies),
)

INFORMATION_HELD = SECTION_6202.definition(
    "AZ-6202.A.2",
    "(A)(2)",
    "The ban reaches whatever information comes from such a system.",
    term="it is done to information from a covered surveillance system",
    means=INFORMATION,
)

TRANSITION = Ambiguity(
    "transition",
    "May what is held on the day of signature be kept until it is lawfully disposed of, or while a case "
    "needs it as evidence?",
    {
        "no_grace": "no: keeping it is banned from the first day",
        "orderly_disposal": "yes, for a reasonable time",
    },
    default="no_grace",
    why="Retain stands beside obtain, and the clause overrides other law. The conflict with duties to "
    "preserve evidence is not resolved "
    "here.",
    citation=SECTION_6202.at("(A), opening words"),
)

# Buying is obtaining; installing and activating are using or keeping. A contract
# is none of these until something is acquired under it, which is an act of its own.
OBTAINS_OR_HOLDS = Act.kind.is_in(
    ActKind.OBTAIN,
    ActKind.PURCHASE,
    ActKind.PROCURE_OTHERWISE,
    ActKind.INSTALL,
    ActKind.ACTIVATE,
    ActKind.ACCESS,
    ActKind.USE,
) | (Act.kind.is_(ActKind.RETAIN) & TRANSITION.reads(no_grace=ALWAYS, orderly_disposal=~Act.orderly_disposal))
BAN_ON_USE = SECTION_6202.prohibition(
    "AZ-6202.A",
    "(A), opening words",
    "No agency may obtain, keep, reach into or use a covered surveillance system or what comes from it, "
    "whatever other law says.",
    when=all_of(OURS, OBTAINS_OR_HOLDS, SYSTEM_HELD | INFORMATION_HELD, operative(DAY)),
)

# It widens and never narrows: who supplied the thing is no defence.
ANY_PROVIDER = SECTION_6202.noted(
    "AZ-6202.B",
    "(B)",
    "The ban holds whoever supplies the technology or the information, another government or a joint "
    "arrangement included.",
    when=BAN_ON_USE.when & ~(EXCEPTED & EXCEPTIONS_OPERATE),
)

# 41-6203. Prohibition on procurement from private entities

SECTION_6203 = ARTICLE_2.but(prefix="41-6203", kind=Kind.CONDITION)

SYSTEM_PROCURED = SECTION_6203.definition(
    "AZ-6203.A.1",
    "(A)(1)",
    "First, the covered surveillance system, a service included.",
    term="a covered surveillance system is procured",
    means=all_of(PROCURES, ON_A_SYSTEM, COVERED),
)
SERVICE_PROCURED = SECTION_6203.definition(
    "AZ-6203.A.2",
    "(A)(2)",
    "Second, a service in which such a system is used, even if the agency never sees the system.",
    term="a service that uses a covered surveillance system is procured",
    means=all_of(PROCURES, Act.object.is_(ActOn.SERVICE), Act.service_uses_system, COVERED),
)
INFORMATION_PROCURED = SECTION_6203.definition(
    "AZ-6203.A.3",
    "(A)(3)",
    "Third, information that comes from such a system.",
    term="information from a covered surveillance system is procured",
    means=PROCURES & INFORMATION,
)

# A trial, a gift or a loan is procured otherwise. From a government it is none of
# this section's business; 41-6202 is. To sign is one act and to acquire another.
BAN_ON_PROCUREMENT = SECTION_6203.prohibition(
    "AZ-6203.A",
    "(A), opening words",
    "No agency may contract for these, or acquire them otherwise, from a private entity or a data broker.",
    when=all_of(
        OURS,
        PROCURES,
        WITH_A_PRIVATE_ENTITY | DATA_BROKER,
        SYSTEM_PROCURED | SERVICE_PROCURED | INFORMATION_PROCURED,
        operative(DAY),
    ),
)

# 41-6204. Prohibition on commandeerable systems

SECTION_6204 = ARTICLE_2.but(prefix="41-6204", kind=Kind.CONDITION)
# What a system is, it is in every act.
OF_THE_SYSTEM = SECTION_6204.but(each=None, act=None)

OUTSIDE_HOST = OF_THE_SYSTEM.definition(
    "AZ-6204.A.1",
    "(A)(1)",
    "It is presumed so when its data lies on, or can be reached on, machines of someone outside the chapter.",
    term="its data is within reach of machines of someone outside the chapter",
    means=Hosting.operators.has(
        Operator.PRIVATE_OUT_OF_STATE,
        Operator.OTHER_STATE_GOVERNMENT,
        Operator.FEDERAL_GOVERNMENT,
        Operator.TRIBAL_GOVERNMENT,
        Operator.FOREIGN_ENTITY,
    )
    | NOT_SUBJECT.reads(agency_only=Hosting.operators.has(Operator.PRIVATE_IN_STATE), any_duty=NOT_EVER),
)

# An access that nobody uses is kept all the same.
VENDOR_ACCESS = OF_THE_SYSTEM.definition(
    "AZ-6204.A.2",
    "(A)(2)",
    "It is presumed so when its vendor, maker or service provider keeps any ability, back door or right to "
    "reach its data, controls or feeds.",
    term="its vendor keeps access",
    means=Vendor.retained_access.has(*RetainedAccess),
)

SISTER_AGENCY = Ambiguity(
    "sister_agency",
    "Does the third presumption arise when only other agencies of Arizona, bound by the chapter, could act "
    "on the system from afar?",
    {
        "literal": "yes; that it is only they can rebut it",
        "harmonized": "no",
    },
    default="literal",
    why="The text says anyone other than the specific agency; paragraph 4 of 41-6201 then decides on "
    "rebuttal.",
    citation=SECTION_6204.at("(A)(3)"),
)

REMOTE_CONTROL = OF_THE_SYSTEM.definition(
    "AZ-6204.A.3",
    "(A)(3)",
    "It is presumed so when its architecture could let anyone but the one agency run, update or reach it "
    "from afar.",
    term="others could act on it from afar",
    means=Hosting.remote_control_by_others.has(*RemoteControl)
    & SISTER_AGENCY.reads(literal=ALWAYS, harmonized=~Surveillance.remote_others_are_state_agencies),
)

PRESUMED_COMMANDEERED = OF_THE_SYSTEM.definition(
    "AZ-6204.A.presumption",
    "(A), second sentence",
    "Any one of three features is enough to presume a system commandeered; that none is there proves "
    "nothing.",
    term="a presumption of commandeering arises",
    means=OUTSIDE_HOST | VENDOR_ACCESS | REMOTE_CONTROL,
)

COMMANDEERING_PRESUMPTION = Ambiguity(
    "commandeering_presumption",
    "Can the presumption be rebutted, when the text does not say so?",
    {
        "rebuttable_burden": "yes; while no rebuttal is shown it stands",
        "rebuttable_kleene": "yes; while nothing is known of a rebuttal the answer is open",
        "conclusive": "no",
    },
    default="rebuttable_burden",
    why="A bare presumption can be rebutted, and its point is to move the burden. 41-6213(C) and 41-6215(B) "
    "say rebuttable, and this "
    "section does not: that speaks for the strictest reading.",
    citation=SECTION_6204.at("(A), second sentence"),
)

SURVIVES = Ambiguity(
    "commandeered_exception",
    "41-6207 lifts the prohibitions of article 2, and this is one: is a system within an exception still "
    "barred when commandeered?",
    {
        "protective": "yes: this ban survives the exceptions",
        "literal": "no: an exception lifts it too, and (B) and (C) remain",
    },
    default="protective",
    why="(A)(3) speaks of the agency authorized under the exceptions, and (B) and (C) apply to no other "
    "system; lifted, the ban would "
    "have nothing to do, as any other system is barred by 41-6202.",
    citation=SECTION_6204.at("(A)"),
)

# Evidence that closes every route to others is the rebuttal, once it is on file
# and found to be one; to say that the routes are closed is not.
COMMANDEERED = Named(
    "it is, or is presumed to be, commandeered",
    COMMANDEERED_SYSTEM
    | (
        PRESUMED_COMMANDEERED
        & COMMANDEERING_PRESUMPTION.reads(
            rebuttable_burden=~Rebutted(Surveillance.presumption_rebutted),
            rebuttable_kleene=~Surveillance.presumption_rebutted,
            conclusive=ALWAYS,
        )
    ),
    ACT.at("41-6204(A)"),
)


# Keeping a commandeered system is not in this list. In its design or its operation:
# a harmless design run on somebody else's machines is caught.
BAN_ON_COMMANDEERED = SECTION_6204.prohibition(
    "AZ-6204.A",
    "(A), first sentence",
    "No agency may procure, install or use a covered surveillance system that is commandeered, by design or "
    "in operation.",
    when=all_of(
        OURS,
        PROCURES | INSTALLS | USES,
        ON_A_SYSTEM,
        THE_SYSTEM,
        COVERED_SYSTEM,
        COMMANDEERED,
        SURVIVES.reads(protective=ALWAYS, literal=~EXCEPTED),
        operative(DAY),
    ),
)


# (B) and (C) speak of systems "permitted under article 4", which is circular,
# since that depends on them as well: only the exceptions of 41-6207 are tested.
EXCEPTED_SYSTEM = Named(
    "a covered surveillance system comes within an exception",
    all_of(OURS, ~ASKS, ON_A_SYSTEM, COVERED, EXCEPTED, operative(DAY)),
)

# A system built in house has no vendor, and what is delivered under a contract of
# before the start was not proposed to the agency under this act. What is signed for
# or extended after it is.
AN_OLDER_CONTRACT = Case.acts.some(
    all_of(OURS, Act.kind.is_(ActKind.CONTRACT), ON_A_SYSTEM, THE_SYSTEM, predates(DAY))
)
SIGNED_SINCE = Act.kind.is_in(ActKind.CONTRACT, ActKind.RENEW) & ~predates(DAY)
_SUPPLY = all_of(EXCEPTED_SYSTEM, PROCURES, SIGNED_SINCE | ~AN_OLDER_CONTRACT)
# A vendor's system that is installed or used was supplied at some time, though the list of
# acts may not say so. What is bought beside it, or only planned, is not that supply.
_LISTED = all_of(OURS, THE_SYSTEM, PROCURES, ON_A_SYSTEM)
_HANDLED = EXCEPTED_SYSTEM & (INSTALLS | USES)
SUPPLIED_ELSEWHERE = all_of(
    ~Case.acts.some(_LISTED & DONE),
    Case.acts.some(_HANDLED & DONE) | (Case.acts.some(_HANDLED) & ~Case.acts.some(_LISTED)),
    governed(Procurement.acquired),
)
SUPPLIED = Vendor.involved & (Case.acts.some(_SUPPLY) | SUPPLIED_ELSEWHERE)
# One certification serves one supply, whether that is signed for first or handed over.
FIRST_SUPPLY = TimeIf(
    SUPPLIED_ELSEWHERE, Procurement.acquired, Case.acts.first(BEGAN, _SUPPLY & governed(DAY))
)
SECTION_6204_B = SECTION_6204.but(
    prefix="41-6204(B)", kind=None, bearer="the vendor", each=None, act=day_of_last(_SUPPLY)
)
BEFORE_SUPPLY = Deadline(note="when the vendor proposes to supply, so before the system is acquired")

CERTIFICATION_EFFECT = Ambiguity(
    "certification_effect",
    "The duty to certify lies on the vendor: may an agency go ahead without the certification?",
    {
        "condition": "no: without it there is no lawful procurement or use of a supplied system",
        "duty_on_vendor": "yes: the vendor alone is in breach",
    },
    default="condition",
    why="41-6210 has the agency report the certification, which supposes there is one, and nobody can buy "
    "what may not be offered.",
    citation=SECTION_6204.at("(B)"),
)

# The enclosures are parts of it, so they come with it or not at all.
CERTIFICATION_IN_TIME = Named(
    "the certification was handed over before the supply",
    Certification.provided.happened() & Certification.provided.before(FIRST_SUPPLY),
    SECTION_6204_B.at(""),
)

TECHNICAL_DESCRIPTION = SECTION_6204_B.obligation(
    "AZ-6204.B.1",
    "(1)",
    "Enclose a complete technical account: how data flows, who has access, on which networks the system "
    "depends.",
    when=SUPPLIED,
    done=CERTIFICATION_IN_TIME & Certification.describes.has_all(*SystemDescription),
    due=BEFORE_SUPPLY,
    gate=FIRST_SUPPLY.happened(),
)
AFFIDAVIT = SECTION_6204_B.obligation(
    "AZ-6204.B.2",
    "(2)",
    "Enclose an affidavit that nobody else, federal agencies included, has or will have a right by contract, "
    "law or technology to it.",
    when=SUPPLIED,
    done=CERTIFICATION_IN_TIME & Certification.affidavit_denies.has_all(*AccessRight),
    due=BEFORE_SUPPLY,
    gate=FIRST_SUPPLY.happened(),
)
WARRANTY = Ambiguity(
    "warranty_scope",
    "Has the warranty to cover an attempt that rests on an order of a court of Arizona?",
    {
        "literal": "yes: any attempt, by anyone but the using agency",
        "lawful_order_carve_out": "no: whoever acts on such an order is not unauthorized",
    },
    default="literal",
    why="No order of a court is set apart, which clashes with duties to preserve evidence and records.",
    citation=SECTION_6204.at("(B)(3)"),
)

# An attempt is enough; it need not succeed.
WARRANTED = Certification.inoperability_warranty | WARRANTY.reads(
    literal=NOT_EVER, lawful_order_carve_out=Certification.warranty_but_for_court_orders
)
INOPERABILITY_WARRANTY = SECTION_6204_B.obligation(
    "AZ-6204.B.3",
    "(3)",
    "Enclose a binding warranty that the system is disabled for good upon any attempt of an unauthorised "
    "body to compel access.",
    when=SUPPLIED,
    done=CERTIFICATION_IN_TIME & WARRANTED,
    due=BEFORE_SUPPLY,
    gate=FIRST_SUPPLY.happened(),
)

# Two things have to be sworn: that the system is not commandeered, and that it
# cannot become so. Whether that is true is another question.
VENDOR_CERTIFICATION = SECTION_6204_B.requirement(
    "AZ-6204.B",
    ", opening words",
    "Certify on oath, before supplying the system, that it is not and cannot become commandeered, with three "
    "enclosures.",
    when=SUPPLIED,
    done=all_of(
        CERTIFICATION_IN_TIME,
        Certification.sworn,
        Certification.under_penalty_of_perjury,
        Certification.denies_commandeering,
        TECHNICAL_DESCRIPTION.met,
        AFFIDAVIT.met,
        INOPERABILITY_WARRANTY.met,
    ),
    due=BEFORE_SUPPLY,
    gate=FIRST_SUPPLY.happened(),
    holds_back=CERTIFICATION_EFFECT.reads(condition=ALWAYS, duty_on_vendor=NOT_EVER),
    lawful_use=True,
    note="Its enclosures are listed by themselves as well.",
)

SAFEGUARDS_EFFECT = Ambiguity(
    "safeguards_effect",
    "Is going ahead without the technical safeguards of (C) prohibited?",
    {
        "condition": "yes: they are conditions of using a system within an exception",
        "separate_requirement": "no: they are owed by themselves, and the use stands",
    },
    default="condition",
    why="Systems within an exception must have them. But (C) does not speak of a mandatory condition, as "
    "41-6209(C) does, and (D) does "
    "not punish it.",
    citation=SECTION_6204.at("(C)"),
)


SECTION_6204_C = SECTION_6204.but(prefix="41-6204(C), ", each=None, act=day_of_last(EXCEPTED_SYSTEM))


def _safeguard(id: str, pinpoint: str, statement: str, *, done: Condition) -> Duty:
    return SECTION_6204_C.requirement(
        id,
        pinpoint,
        statement,
        when=Case.acts.some(EXCEPTED_SYSTEM),
        done=done,
        gate=Case.acts.some(all_of(EXCEPTED_SYSTEM, DONE, governed(DAY), INSTALLS | USES)),
        holds_back=SAFEGUARDS_EFFECT.reads(condition=ALWAYS, separate_requirement=NOT_EVER),
        lawful_use=True,
    )


# A system that is only bought can still be made so. What is feasible softens the
# air gap only.
AIR_GAP = _safeguard(
    "AZ-6204.C.airgap",
    "first sentence, first part",
    "Cut the system off from networks outside, as far as that can be done.",
    done=Hosting.air_gapped,
)
ENCRYPTION = _safeguard(
    "AZ-6204.C.encryption",
    "first sentence, second part",
    "Encrypt it end to end, with keys in the sole control of the agency that uses it.",
    done=Hosting.end_to_end_encrypted & Hosting.keys_held_only_by_agency,
)

REMOTE_QUERIES = Ambiguity(
    "remote_queries",
    "Is loading an authorised query from afar, such as a plate to look for, a remote command or update?",
    {
        "literal": "yes: queries too are loaded on site",
        "queries_are_not_commands": "no: it is use",
    },
    default="literal",
    why="Technically incapable is absolute; only the air gap is softened by what is feasible.",
    citation=SECTION_6204.at("(C), second sentence"),
)

NO_REMOTE_COMMANDS = _safeguard(
    "AZ-6204.C.remote",
    "second sentence",
    "Have it technically unable to take commands or updates unless authorised staff act on site.",
    done=~Surveillance.remote_commands_possible
    | REMOTE_QUERIES.reads(
        literal=NOT_EVER, queries_are_not_commands=Surveillance.remote_inputs_are_queries_only
    ),
)

VIOLATION_PUNISHED = Ambiguity(
    "procurement_penalty",
    "Do the consequences of (D) follow a violation of the section that is no procurement?",
    {
        "procurement_only": "no: only the acquisition of a commandeered system",
        "any_violation": "yes: any use or installation of one as well",
    },
    default="procurement_only",
    why="The text names procurement, and penal words are read strictly. A gift or a loan is procured too.",
    citation=SECTION_6204.at("(D)"),
)

# Only once it is done: a plan can still be dropped. A signed contract is enough,
# with nothing delivered: it is what is void and has to be ended. Void and to be
# terminated are both said, and both are reported.
PUNISHED = all_of(
    BAN_ON_COMMANDEERED.when,
    DONE,
    VIOLATION_PUNISHED.reads(procurement_only=PROCURES, any_violation=ALWAYS),
)

SECTION_6204_D = SECTION_6204.but(prefix="41-6204(D), ", kind=None)
# The contract, the vendor and the money are the same, however many acts there were.
OF_THE_DEAL = SECTION_6204_D.but(each=None, act=day_of_last(PUNISHED))

VOID = SECTION_6204_D.noted(
    "AZ-6204.D.void",
    "first sentence",
    "The procurement of a commandeered system against this section is void.",
    kind=Kind.CONSEQUENCE,
    when=PUNISHED,
)
TERMINATE = OF_THE_DEAL.obligation(
    "AZ-6204.D.terminate",
    "second sentence, first part",
    "End the contract at once.",
    bearer="the contracting agency",
    when=Case.acts.some(PUNISHED),
    due=Deadline(note="at once: the text gives no time to cure"),
    gate=ALWAYS,
)
BAR = OF_THE_DEAL.noted(
    "AZ-6204.D.bar",
    "second sentence, second part",
    "The vendor is barred for good from all procurement of the state and its subdivisions.",
    kind=Kind.CONSEQUENCE,
    when=Case.acts.some(PUNISHED),
    note="Permanent: no day ends it, and no state of mind is asked for.",
)

# What stands against a vendor stands whatever is bought of it.
NO_DEALING_WITH_THE_BARRED = SECTION_6204_D.prohibition(
    "AZ-6204.D.barred",
    "second sentence, second part, later procurement",
    "Nothing may be procured from a vendor that was barred for supplying a commandeered system.",
    when=all_of(
        OURS,
        PROCURES,
        THE_SYSTEM,
        Vendor.bars.some(Bar.ground.is_(BarGround.COMMANDEERED_SYSTEM) & Bar.since.no_later_than(DAY)),
    ),
)

TREBLE = Ambiguity(
    "treble_damages",
    "Treble damages for any public funds expended: is the money itself within the multiple?",
    {
        "three_times_funds": "within it: three times the money in all",
        "funds_plus_treble": "on top: the money back, and three times as much",
    },
    default="three_times_funds",
    why="Damages are treble when they are three times as much in all; nothing speaks of the money "
    "beside them.",
    citation=SECTION_6204.at("(D), third sentence"),
)
_TREBLED = Procurement.public_funds * TREBLE.amounts(three_times_funds=3, funds_plus_treble=4)

# "Shall pursue": the attorney general has no choice, and a court still has to award
# it. The base is what was spent, not the price agreed.
TREBLE_DAMAGES = OF_THE_DEAL.penalty(
    "AZ-6204.D.treble",
    "third sentence",
    "The attorney general has to seek three times the public money spent.",
    when=Case.acts.some(PUNISHED),
    least=0,
    most=_TREBLED,
    formula="three times the public funds spent; four times if the funds themselves come on top",
    payer="the vendor, of whom the sentence before speaks; this one names nobody",
    payee="the public",
)

# 41-6205. No waiver by agreement

WAIVER = Ambiguity(
    "waiver_exception",
    "The clause against waivers stands in article 2, which 41-6207 lifts: does it hold where an exception "
    "does?",
    {
        "protective": "yes: 41-6204(B) and (C) are not waived in such a deal either",
        "literal": "no: there a waiver is not caught",
    },
    default="protective",
    why="It is a rule on agreements, not a ban on a technology; else 41-6204(B) and (C), which bind only "
    "within an exception, could be waived.",
    citation=ACT.at("41-6205"),
)

WAIVER_EFFECT = Ambiguity(
    "waiver_effect",
    "Is an agency that may not waive the article barred from it, or only without the power to?",
    {
        "barred": "barred: to agree to such a clause is itself a breach",
        "powerless": "without the power: the clause has no effect, and nobody is in breach by it",
    },
    default="barred",
    why="41-6204(D) says void where that is meant, and every other may not of the article bars conduct.",
    citation=ACT.at("41-6205"),
)

# "This article" is article 2: nothing like it protects articles 3 to 5. An
# arrangement goes on while it stands, so one made earlier is reached too. Either
# way the rest is judged as if the clause were not there; the text does not say what
# becomes of the contract.
NO_WAIVER = ARTICLE_2.but(each=None, act=None).prohibition(
    "AZ-6205",
    "41-6205",
    "No agency may waive article 2 by a contract, terms of service, an agreement or another arrangement.",
    when=all_of(
        AN_AGENCY,
        Contract.waives_surveillance_ban,
        WAIVER.reads(protective=ALWAYS, literal=~Case.acts.some(OURS & EXCEPTED)),
        WAIVER_EFFECT.reads(barred=ALWAYS, powerless=NOT_EVER),
        operative(AS_OF),
    ),
    note="The clause is left out of account in judging the rest.",
)

ENTRIES: tuple[Entry, ...] = (
    # 41-6202
    BAN_ON_USE,
    SYSTEM_HELD,
    INFORMATION_HELD,
    ANY_PROVIDER,
    # 41-6203
    BAN_ON_PROCUREMENT,
    SYSTEM_PROCURED,
    SERVICE_PROCURED,
    INFORMATION_PROCURED,
    # 41-6204
    BAN_ON_COMMANDEERED,
    PRESUMED_COMMANDEERED,
    OUTSIDE_HOST,
    VENDOR_ACCESS,
    REMOTE_CONTROL,
    VENDOR_CERTIFICATION,
    TECHNICAL_DESCRIPTION,
    AFFIDAVIT,
    INOPERABILITY_WARRANTY,
    AIR_GAP,
    ENCRYPTION,
    NO_REMOTE_COMMANDS,
    VOID,
    TERMINATE,
    BAR,
    NO_DEALING_WITH_THE_BARRED,
    TREBLE_DAMAGES,
    # 41-6205
    NO_WAIVER,
)
