"""Article 6: enforcement and remedies, 41-6214 to 41-6217.

The article enforces the chapter, articles 1 to 5 of it included; Section 2 of
the bill is session law and not part of the chapter. What a violation can cost
is given as bounds with their formula, never as one figure. Nothing here is a
finding of a violation, and what is paid waits for one by someone with the authority
to make it; to investigate and to sue come before it, and do not. What the outside
acts named here add, and what procedure they ask for, stands in those acts and has to
be looked up there.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    Constant,
    Entry,
    Force,
    Greatest,
    Kind,
    Named,
    Rebutted,
    all_of,
    any_of,
    part,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import (
    ACT,
    DAY,
    DONE,
    OUT_OF_ARTICLE_5,
    OUT_OF_THE_CHAPTER,
    THE_REST,
    governed,
    under_the_rest,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_1 import (
    AN_AGENCY,
    COVERED_CONTRACTOR,
    SIGNIFICANT_IMPACT,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_5 import COMPLIANCE_OFFICER
from aigovkit.models import (
    Case,
    Claim,
    Contract,
    DecisionRole,
    Employer,
    EverydayTool,
    Reliance,
    ReportRecipient,
    SoleUse,
    Use,
    Violation,
    Violator,
    Whistleblowing,
)

ARTICLE_6 = part(ACT, force=Force.PROPOSED, commencement=THE_REST)

# 41-6214 Enforcement by the attorney general

SECTION_6214 = ARTICLE_6.but(prefix="41-6214, ", kind=Kind.CONSEQUENCE)

# "Any entity, government, private or contractor": officers and employees, whom
# 41-6206 addresses in person, are not plainly entities, though the definition of
# a private entity takes in any individual. Whoever answers, somebody does, and as much.
PERSONAL_LIABILITY = Ambiguity(
    "personal_liability",
    "Do officers and employees answer in person for their violations, or does the agency?",
    {
        "agency_answers": "the agency answers",
        "personal": "officers and employees answer themselves",
    },
    default="agency_answers",
    why="Penalties for a person need clear words, and the words speak of entities.",
    citation=SECTION_6214.at("second sentence"),
)

# Section 3 has no look-back. A violation that goes on, such as a system kept in
# use, is reached once it runs past the start.
EARLIER_VIOLATIONS = Ambiguity(
    "earlier_violations",
    "Do the remedies, which start with the general effective date, reach violations of articles 2 to 4 "
    "before it?",
    {
        "prospective": "no; only what occurs or goes on from that day",
        "remedial": "yes; remedies may look back",
    },
    default="prospective",
    why="Nothing in the act says that it looks back, and penalties are read narrowly.",
    citation=ACT.at("41-6214"),
)

IN_ITS_TIME = EARLIER_VIOLATIONS.reads(prospective=under_the_rest(Violation.last_occurred), remedial=ALWAYS)
# Without an act, a deal or a reliance nobody has violated anything, but for an
# agency that has no compliance officer, which takes no act at all.
CAN_BE_VIOLATED = Named(
    "there is something that can violate the chapter",
    AN_AGENCY
    & any_of(
        Case.acts.some(DONE & governed(DAY)),
        Contract.involves_automated_decisions,
        Contract.waives_surveillance_ban,
        Reliance.invoked.happened(),
        COMPLIANCE_OFFICER.when & ~COMPLIANCE_OFFICER.met,
    ),
)
ENFORCEABLE = Named(
    "a violation was found that article 6 reaches",
    all_of(CAN_BE_VIOLATED, Violation.found, IN_ITS_TIME),
)

DEEMED = Ambiguity(
    "deemed_violation",
    "Is every violation one of the two acts, or only one that has what they ask for themselves, such as a "
    "sale or a job?",
    {
        "deemed": "every one",
        "within_scope": "only one that has what the act itself asks for",
    },
    default="deemed",
    why="To deem covers what would not qualify otherwise. It changes no bound below.",
    citation=SECTION_6214.at("second sentence"),
)

CONSUMER_FRAUD = SECTION_6214.noted(
    "AZ-6214.acfa",
    "second sentence, consumer fraud",
    "The violation is treated as an unfair or deceptive practice under the Arizona Consumer Fraud Act.",
    when=ENFORCEABLE & DEEMED.reads(deemed=ALWAYS, within_scope=Violation.within_consumer_fraud_act),
    note="The remedies and amounts stand in that act, outside this one.",
)
CIVIL_RIGHTS = SECTION_6214.noted(
    "AZ-6214.acra",
    "second sentence, civil rights",
    "The same violation counts as one of the Arizona Civil Rights Act as well.",
    when=ENFORCEABLE & DEEMED.reads(deemed=ALWAYS, within_scope=Violation.within_civil_rights_act),
    note="The remedies and amounts stand in that act, outside this one.",
)
REACH = SECTION_6214.scope(
    "AZ-6214.scope",
    "second sentence, persons",
    "It makes no difference whether a government, a private entity or a contractor committed the violation.",
    term="a violation was found that article 6 reaches",
    covers=ENFORCEABLE,
    left_open=(PERSONAL_LIABILITY,),
)
CIVIL_ACTION = SECTION_6214.noted(
    "AZ-6214.action",
    "third sentence, powers",
    "The attorney general may investigate, issue subpoenas and sue for every remedy of those two acts.",
    kind=Kind.PERMISSION,
    when=CAN_BE_VIOLATED,
    note="A power, not a duty, and it waits for nobody's finding; what those acts give stands in them.",
)

PAYER = "whoever committed the violation; for an officer or employee, the agency unless they answer in person"

UNIT = Ambiguity(
    "violation_unit",
    '"Per violation": of what is a violation one?',
    {
        "fact": "of what whoever decides says it is",
        "per_person": "of each person affected",
        "per_act": "of each act",
    },
    default="fact",
    why="Nothing in the text chooses.",
    citation=SECTION_6214.at("third sentence"),
)

# One violation at least was found.
VIOLATIONS = Greatest(
    (UNIT.amounts(fact=Violation.count, per_person=Violation.people, per_act=Violation.acts), Constant(1))
)

CIVIL_PENALTY = SECTION_6214.penalty(
    "AZ-6214.penalty",
    "third sentence, civil penalty",
    "Civil penalties come on top, up to $50,000 for each violation.",
    when=ENFORCEABLE,
    least=0,
    most=VIOLATIONS * 50_000_00,
    formula="up to $50,000 for each violation; what a violation is one of is for whoever decides",
    payer=PAYER,
    payee="the state (the text names nobody)",
)

# 41-6215 Private right of action

SECTION_6215 = ARTICLE_6.but(prefix="41-6215")

# Existing law on claims against public bodies is not mentioned; whether it
# stands in the way is a question outside the act.
PUBLIC_PUNITIVE = Ambiguity(
    "public_punitive",
    "Are punitive damages available against public bodies and their people, in spite of existing immunity?",
    {
        "act_text": "yes; the section names government violators",
        "existing_immunity": "no; existing immunity stands",
    },
    default="act_text",
    why="The section speaks of violations by government in so many words.",
    citation=SECTION_6215.at("(A)(2)"),
)

# Companies and associations have no claim. "Aggrieved" is a question of standing;
# whether there was a violation is what the action is there to find.
SUIT = Named("a violation was found that aggrieved the claimant", ENFORCEABLE & Claim.by_aggrieved_person)
PRIVATE_ACTION = SECTION_6215.noted(
    "AZ-6215.A",
    "(A), opening words",
    "An individual, or a class of them, whom a violation aggrieves may sue whoever committed it.",
    kind=Kind.RIGHT,
    when=all_of(CAN_BE_VIOLATED, Claim.by_aggrieved_person, IN_ITS_TIME),
)

GREATER_DAMAGES = Ambiguity(
    "greater_damages",
    "Are actual and statutory damages held against each other in total, or violation by violation?",
    {
        "aggregate": "in total: all actual damages, or $10,000 times the violations",
        "per_violation": "for each violation by itself, and added up",
    },
    default="aggregate",
    why="Two measures of recovery are compared; only the second is reckoned by the violation.",
    citation=SECTION_6215.at("(A)(1)"),
)


# The greater of the two, never their sum. Reckoned by the violation it is no
# less than either total.
STATUTORY = VIOLATIONS * 10_000_00
DAMAGES = GREATER_DAMAGES.amounts(
    aggregate=Greatest((Claim.actual_damages, STATUTORY)),
    per_violation=Greatest((Claim.damages_by_violation, Claim.actual_damages, STATUTORY)),
)
ACTUAL_OR_STATUTORY = SECTION_6215.penalty(
    "AZ-6215.A.1",
    "(A)(1)",
    "Actual damages, or $10,000 for each violation if that is more.",
    when=SUIT,
    least=DAMAGES,
    most=DAMAGES,
    formula="the greater of actual damages and $10,000 for each violation",
    payer=PAYER,
    payee="the individual or the class",
)
PUNITIVE = SECTION_6215.penalty(
    "AZ-6215.A.2",
    "(A)(2)",
    "Punitive damages, where the violation is willful or reckless.",
    when=SUIT
    & (Violation.willful | Violation.reckless)
    & PUBLIC_PUNITIVE.reads(
        act_text=ALWAYS,
        existing_immunity=~Violation.by.is_in(Violator.AGENCY, Violator.OFFICER_OR_EMPLOYEE),
    ),
    least=0,
    most=None,
    formula="no measure and no ceiling is stated",
    payer=PAYER,
    payee="the individual or the class",
)
# The examples speak of an ADS alone; "including" leaves injunctions against
# surveillance systems open.
INJUNCTION = SECTION_6215.noted(
    "AZ-6215.A.3",
    "(A)(3)",
    "Injunctions and declarations: to stop, to redesign the system, or to give what was wrongly denied.",
    kind=Kind.CONSEQUENCE,
    when=SUIT,
)
FEES = SECTION_6215.penalty(
    "AZ-6215.A.4",
    "(A)(4)",
    "Reasonable fees of attorneys and expert witnesses, and costs.",
    when=SUIT,
    least=0,
    most=None,
    formula="what is reasonable; nothing is given to a defendant who prevails",
    payer=PAYER,
    payee="the individual or the class",
)

# It helps nobody to prevail: it comes after. No amount is presumed; what is
# shown counts among the actual damages.
DISTRESS_PRESUMED = SECTION_6215.noted(
    "AZ-6215.B",
    "(B)",
    "Damages for emotional distress are presumed, until rebutted, for a claimant who prevails on algorithmic "
    "discrimination.",
    kind=Kind.RIGHT,
    when=SUIT & Claim.prevailed & Violation.discriminates & ~Rebutted(Claim.distress_rebutted),
)

# 41-6216 Whistleblower protections

PROTECTED_FROM = Ambiguity(
    "protected_reports",
    "Must the report be made under the section, or is it enough that the retaliation happens under it?",
    {
        "report": "the report",
        "retaliation": "the retaliation, whenever the report was made",
    },
    default="report",
    why="The section entitles whoever reports, and nothing says that it looks back to earlier reports.",
    citation=ACT.at("41-6216"),
)

PROTECTIONS = Ambiguity(
    "whistleblower_protections",
    "The employment act deals with dismissal: do the protections named here reach every retaliation?",
    {
        "expanded": "yes",
        "as_is": "no: there is what that act gives, and the items named",
    },
    default="expanded",
    why="Including names what whoever reports is to have.",
    citation=ACT.at("41-6216"),
)

# Suspicion in good faith suffices. Three recipients are named, and two employers.
WHISTLEBLOWER = ARTICLE_6.noted(
    "AZ-6216",
    "41-6216",
    "An employee of an agency or a covered contractor who in good faith reports a suspected violation to the "
    "attorney general, the employer or the media is protected.",
    kind=Kind.RIGHT,
    when=(
        (AN_AGENCY & Whistleblowing.employer.is_(Employer.AGENCY))
        | (COVERED_CONTRACTOR & Whistleblowing.employer.is_(Employer.CONTRACTOR))
    )
    & Whistleblowing.good_faith
    & Whistleblowing.suspected_violation
    & Whistleblowing.reported_to.has(
        ReportRecipient.ATTORNEY_GENERAL, ReportRecipient.EMPLOYER, ReportRecipient.MEDIA
    )
    & PROTECTED_FROM.reads(
        report=Whistleblowing.reported.happened() & under_the_rest(Whistleblowing.reported),
        retaliation=under_the_rest(Whistleblowing.retaliated),
    ),
    left_open=(PROTECTIONS,),
    note="The protections are those of the Arizona Employment Protection Act, outside this one.",
)

# 41-6217 Exclusions. They turn on what the tool is used for; the second and the
# third need no automated decision system.

SECTION_6217 = ARTICLE_6.but(prefix="41-6217")

ROUTINE_MEANING = Ambiguity(
    "routine_tasks_role",
    "Tasks that feed no significant decision are no automated decision systems in the first place: why are "
    "they excluded?",
    {
        "confirmatory": "to leave no doubt",
        "narrows_definition": "because the term was thought wider than 41-6201(3) makes it",
    },
    default="confirmatory",
    why="Under the linked meaning of significant impact the item never changes a result.",
    citation=SECTION_6217.at("(1)"),
)

# A tool shown to decide with a significant impact is no such tool, whatever it is
# called.
ROUTINE_TASKS = SECTION_6217.scope(
    "AZ-6217.1",
    "(1)",
    "Excluded: ADS for routine office, clerical or operating tasks alone that feed no decision with a "
    "significant impact.",
    term="it does routine tasks alone",
    covers=Use.sole_use.is_in(SoleUse.ADMINISTRATIVE, SoleUse.CLERICAL, SoleUse.OPERATIONAL)
    & ~Use.informs_significant_decision
    & ~(Use.decision_role.is_in(DecisionRole.DECIDES, DecisionRole.FACILITATES) & SIGNIFICANT_IMPACT),
    left_open=(ROUTINE_MEANING,),
)
GENERAL_SEARCH = SECTION_6217.scope(
    "AZ-6217.2",
    "(2)",
    "Excluded: search and recommendation engines for general information, if not built into a process of "
    "significant decisions.",
    term="it is a search or recommendation engine for general information",
    covers=Use.tool.is_in(EverydayTool.SEARCH_ENGINE, EverydayTool.RECOMMENDATION_ENGINE)
    & Use.general_retrieval
    & ~Use.in_significant_process,
)
# One use beyond the transaction loses it.
FRAUD_DETECTION = SECTION_6217.scope(
    "AZ-6217.3",
    "(3)",
    "Excluded: detectors of technical fraud that judge nobody beyond the fraudulent transaction itself.",
    term="it detects technical fraud and judges nobody beyond the transaction",
    covers=Use.tool.is_(EverydayTool.FRAUD_DETECTION) & ~Use.judges_beyond_transaction,
)
EXCLUDED_TOOL = any_of(ROUTINE_TASKS, GENERAL_SEARCH, FRAUD_DETECTION)

EXCLUDED_FROM = Ambiguity(
    "excluded_from",
    "From what are these tools excluded: article 6, where the words stand, article 5, or the whole chapter?",
    {
        "literal": "article 6: the duties stay, public and private enforcement falls away",
        "article_5": "article 5: its duties do not apply, and article 6 is as for anyone",
        "chapter": "the whole chapter",
    },
    default="literal",
    why="The words are clear where they stand, and are no evident slip: so read they keep every duty, "
    "and the definitions release most of these tools already.",
    citation=SECTION_6217.at(", opening words"),
)
OUT_OF_THE_CHAPTER.means(EXCLUDED_FROM.reads(literal=NOT_EVER, article_5=NOT_EVER, chapter=EXCLUDED_TOOL))
OUT_OF_ARTICLE_5.means(EXCLUDED_FROM.reads(literal=NOT_EVER, article_5=EXCLUDED_TOOL, chapter=EXCLUDED_TOOL))
OUT_OF_ARTICLE_6 = EXCLUDED_FROM.reads(literal=EXCLUDED_TOOL, article_5=NOT_EVER, chapter=EXCLUDED_TOOL)

EXCLUSIONS = SECTION_6217.exception(
    "AZ-6217",
    ", opening words",
    "The article does not apply to three kinds of tools.",
    to=(
        CONSUMER_FRAUD,
        CIVIL_RIGHTS,
        REACH,
        CIVIL_ACTION,
        CIVIL_PENALTY,
        PRIVATE_ACTION,
        ACTUAL_OR_STATUTORY,
        PUNITIVE,
        INJUNCTION,
        FEES,
        DISTRESS_PRESUMED,
        WHISTLEBLOWER,
    ),
    when=OUT_OF_ARTICLE_6,
)

ENTRIES: tuple[Entry, ...] = (
    # 41-6214
    SECTION_6214.unmodelled(
        "AZ-6214.enforce",
        "first sentence",
        kind=Kind.ORGANIZATIONAL,
        because="It says whose task enforcement is: the attorney general's, for the whole chapter.",
    ),
    CONSUMER_FRAUD,
    CIVIL_RIGHTS,
    REACH,
    CIVIL_ACTION,
    CIVIL_PENALTY,
    # 41-6215
    PRIVATE_ACTION,
    ACTUAL_OR_STATUTORY,
    PUNITIVE,
    INJUNCTION,
    FEES,
    DISTRESS_PRESUMED,
    # 41-6216
    WHISTLEBLOWER,
    # 41-6217
    EXCLUSIONS,
    ROUTINE_TASKS,
    GENERAL_SEARCH,
    FRAUD_DETECTION,
)
