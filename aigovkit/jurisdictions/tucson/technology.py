"""Tucson: what the City says of its technology, its AI and its data.

City of Tucson, a page of questions and answers for the public. It bears no date,
and speaks once of early 2025. It describes what the City does, and points at law,
at Administrative Directives and at schedules that it does not print. What it
describes is a practice: who falls short of it deviates, and breaks no command.
Only where its words command (require, must, cannot, accountable for, governed by),
or point at law outside, is a row binding; the command itself stands elsewhere.

Not modelled: two lists that the page announces and does not print (the purposes
of the Advanced Technology Committee, and the technologies in use), what only says
what the City values, and what stands only in the instruments that it names.

The page defines none of its terms: advanced technology, Advanced AI, minimal and
higher risk, consequential, misuse, levels 2 and 3, acceptable work. Each is asked
for, as a recorded word of whoever answers for it, and never worked out from other
facts, nor from the words of another city. It states no time for any review or step.

A planner has an unapproved chatbot write a memo:

>>> from datetime import date
>>> from aigovkit.models import Agency, Attestation
>>> memo = Case(
...     agency=Agency(place="us-az/tucson"),
...     actor=Actor(role="staff"),
...     system=System(uses_ai=True, generates_content=True),
...     use=Use(stage="production"),
...     safeguards=Safeguards(use_disclosed=False),
...     attestations={"TUC-REVIEW-1": Attestation(met=False), "TUC-ATC-1": Attestation(met=False)},
... )
>>> result = TECHNOLOGY.evaluate(memo, as_of=date(2025, 6, 2))
>>> str(result.at_least), [str(result.finding(row).status) for row in ("TUC-REVIEW-1", "TUC-ATC-1")]
('review', ['violated', 'deviates'])
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    Attested,
    Force,
    Kind,
    Period,
    Rebutted,
    RetentionRule,
    Source,
    all_of,
    part,
    policy,
)
from aigovkit.models import (
    Actor,
    AddedRisk,
    ApprovedFor,
    Audience,
    BiometricFeature,
    BiometricFunction,
    Case,
    CommercialPromise,
    Data,
    DataElement,
    DataLevel,
    DataSeries,
    DecisionRole,
    Designation,
    Hosting,
    Incident,
    NamedProduct,
    Procurement,
    PublicAccess,
    Regime,
    Review,
    ReviewKind,
    Role,
    Safeguards,
    SecurityEvent,
    Stage,
    System,
    Use,
    WiderUseAuthorizer,
)

PAGE = Source(
    "Tucson Technology Page",
    issuer="City of Tucson",
    effective=None,
    effective_note="The page bears no date; one sentence speaks of early 2025.",
)

# A department acts by its employees.
CITY_USE = Use.deployed_by_agency | Use.operated_for_agency | Actor.role.is_in(Role.STAFF, Role.AGENCY)
# The page speaks of technology that is used. What was used without a step stays so when it is retired.
HAS_BEEN_USED = Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION, Stage.PHASE_OUT, Stage.RETIRED)
APPROVED = Use.committee_approval.is_in(ApprovedFor.TRIAL, ApprovedFor.PRODUCTION)
APPROVED_FOR_PRODUCTION = Use.committee_approval.is_(ApprovedFor.PRODUCTION)
AI_USE = System.uses_ai & CITY_USE

INTRODUCTION = part(PAGE, "introduction, ", bearer="the City")
QUESTIONS = part(PAGE, "General Technology Questions, ", force=Force.PRACTICE)
PRIVACY = part(PAGE, "Data Privacy, ", bearer="the City")

# Introduction

# The laws named are examples ("including"), and the national and industry rules stand in the same list.
# Whether a law was kept is found under that law: the row says what somebody found.
KEEP_THE_LAW = INTRODUCTION.obligation(
    "TUC-LAW-1",
    "paragraph 1, sentence 2",
    "Keep to all federal, state and local law that applies, and to what national and industry rules require.",
    when=CITY_USE,
    gate=HAS_BEEN_USED,
    note="What it asks stands in the law. Whether it was kept is attested.",
)

# They are kept where they apply, which is a matter of each set of rules and not of the topic of the data.
NAMED_RULES = part(
    PAGE, "introduction, paragraph 1, sentence 2; Data Privacy, paragraph 2, sentence 3", bearer="the City"
)
KEEP_HIPAA = NAMED_RULES.obligation(
    "TUC-LAW-HIPAA",
    "",
    "Keep to HIPAA for the data that it protects.",
    when=CITY_USE & Data.elements.some(DataElement.regimes.has(Regime.HIPAA)),
    gate=HAS_BEEN_USED,
)
# "PCI" is PCI-DSS, as it is named at first: rules of an industry, and no law.
KEEP_PCI = NAMED_RULES.obligation(
    "TUC-LAW-PCI",
    "",
    "Keep to PCI-DSS for the card data that it protects.",
    when=CITY_USE & Data.elements.some(DataElement.regimes.has(Regime.PCI_DSS)),
    gate=HAS_BEEN_USED,
)
KEEP_CJIS = NAMED_RULES.obligation(
    "TUC-LAW-CJIS",
    "",
    "Keep to CJIS for the criminal justice data that it protects.",
    when=CITY_USE & Data.elements.some(DataElement.regimes.has(Regime.CJIS)),
    gate=HAS_BEEN_USED,
)

# "These standards" are the laws and directives of the first paragraph, the only ones that are printed
# before; if they were the missing list's, nobody could tell.
MANAGE_DATA = INTRODUCTION.obligation(
    "TUC-DEPT-DATA",
    "paragraph 3",
    "Answer for managing and maintaining the department's data by the standards of the first paragraph.",
    bearer="every department of the City",
    when=CITY_USE,
    gate=ALWAYS,
)

# General Technology Questions, paragraph 2: the reviews

REVIEW = QUESTIONS.but(prefix="General Technology Questions, paragraph 2, ")

# Who reviews is not said, and no time is stated: what is used requires a review. Privacy and bias are no
# criteria. A review that leaves one of the six out is not the review that is required.
CRITERIA = REVIEW.but(force=Force.BINDING, bearer="whoever reviews the technology")
REVIEWED = CRITERIA.review(
    "TUC-REVIEW-1",
    "sentence 1",
    "Review the technology for value and need, costs, interoperability, sustainability and security.",
    when=CITY_USE,
    done=all_of(
        Attested("TUC-REVIEW-1"),
        Attested("TUC-REVIEW-VALUE"),
        Attested("TUC-REVIEW-NEED"),
        Attested("TUC-REVIEW-COST"),
        Attested("TUC-REVIEW-INTEROP"),
        Attested("TUC-REVIEW-SUSTAIN"),
        Attested("TUC-REVIEW-SECURITY"),
    ),
    gate=HAS_BEEN_USED,
    step="first use",
)
_REVIEW_MADE = CITY_USE & Attested("TUC-REVIEW-1")
REVIEW_VALUE = CRITERIA.obligation(
    "TUC-REVIEW-VALUE",
    "sentence 1 (intended value)",
    "Consider the intended value in the review.",
    when=_REVIEW_MADE,
    gate=HAS_BEEN_USED,
    part_of=REVIEWED,
)
REVIEW_NEED = CRITERIA.obligation(
    "TUC-REVIEW-NEED",
    "sentence 1 (operational need)",
    "Consider the operational need in the review.",
    when=_REVIEW_MADE,
    gate=HAS_BEEN_USED,
    part_of=REVIEWED,
)
REVIEW_COST = CRITERIA.obligation(
    "TUC-REVIEW-COST",
    "sentence 1 (costs)",
    "Consider the costs in the review.",
    when=_REVIEW_MADE,
    gate=HAS_BEEN_USED,
    part_of=REVIEWED,
)
REVIEW_INTEROPERABILITY = CRITERIA.obligation(
    "TUC-REVIEW-INTEROP",
    "sentence 1 (interoperability)",
    "Consider interoperability in the review.",
    when=_REVIEW_MADE,
    gate=HAS_BEEN_USED,
    part_of=REVIEWED,
)
REVIEW_SUSTAINABILITY = CRITERIA.obligation(
    "TUC-REVIEW-SUSTAIN",
    "sentence 1 (sustainability)",
    "Consider sustainability in the review.",
    when=_REVIEW_MADE,
    gate=HAS_BEEN_USED,
    part_of=REVIEWED,
)
REVIEW_SECURITY = CRITERIA.obligation(
    "TUC-REVIEW-SECURITY",
    "sentence 1 (security)",
    "Consider security in the review.",
    when=_REVIEW_MADE,
    gate=HAS_BEEN_USED,
    part_of=REVIEWED,
)

NAMELY = Ambiguity(
    "supplemental_review",
    "Which novel uses that add risk get the supplemental review, where generative AI and autonomous "
    "solutions are named as such uses?",
    {
        "examples": "all of them; the two named are taken to be novel and to add risk, unless it is shown "
        "that one is not",
        "identity": "generative AI and autonomous solutions, and nothing else",
        "conjunctive": "generative AI and autonomous solutions, where their use is novel and adds risk",
    },
    default="examples",
    why="The Committee's own paragraph reaches every novel use that may introduce risk, so that the two are "
    "the foremost cases; to name them as the class would be idle if each had to be shown to belong.",
    citation=REVIEW.at("sentence 2"),
)
GENERATIVE_OR_AUTONOMOUS = (System.uses_ai & System.generates_content) | System.acts_by_itself
NOVEL_AND_ADDS_RISK = Use.novel & Use.added_risk.is_(AddedRisk.ADDED)
SUPPLEMENTAL = CITY_USE & NAMELY.reads(
    examples=NOVEL_AND_ADDS_RISK
    | (GENERATIVE_OR_AUTONOMOUS & ~Rebutted(~Use.novel | Use.added_risk.is_(AddedRisk.NONE))),
    identity=GENERATIVE_OR_AUTONOMOUS,
    conjunctive=NOVEL_AND_ADDS_RISK & GENERATIVE_OR_AUTONOMOUS,
)

# "Also": besides the general review, which it does not stand for.
SUPPLEMENTAL_REVIEW = REVIEW.review(
    "TUC-ATC-SUPP-1",
    "sentence 2",
    "Have the Advanced Technology Committee review a novel use that adds risk, besides the general review.",
    bearer="the Advanced Technology Committee",
    when=SUPPLEMENTAL,
    gate=HAS_BEEN_USED,
    step="first use",
)
RISKS_MANAGED = REVIEW.obligation(
    "TUC-ATC-SUPP-RISK",
    "sentence 2 (risks)",
    "See to it by the supplemental review that risks are properly considered and managed.",
    bearer="the Advanced Technology Committee",
    when=SUPPLEMENTAL,
    gate=HAS_BEEN_USED & Attested("TUC-ATC-SUPP-1"),
)

AS_APPROPRIATE = Ambiguity(
    "as_appropriate",
    "What do the words on appropriateness soften: disclosure, training and controls, or controls alone?",
    {
        "all": "all three",
        "controls": "controls alone; disclosure and training are then always established",
    },
    default="all",
    why="They end a list of three things that are established alike, and fit each of them.",
    citation=REVIEW.at("sentence 2"),
)
ESTABLISHED = REVIEW.but(bearer="the Advanced Technology Committee")
ESTABLISH_DISCLOSURE = ESTABLISHED.obligation(
    "TUC-ATC-SUPP-DISCLOSURE",
    "sentence 2 (disclosure)",
    "Establish disclosure, as appropriate.",
    when=SUPPLEMENTAL,
    gate=AS_APPROPRIATE.reads(all=NOT_EVER, controls=HAS_BEEN_USED),
    note="As appropriate: whoever attests it judges that, for the page has no measure.",
)
ESTABLISH_TRAINING = ESTABLISHED.obligation(
    "TUC-ATC-SUPP-TRAINING",
    "sentence 2 (training)",
    "Establish training, as appropriate.",
    when=SUPPLEMENTAL,
    gate=AS_APPROPRIATE.reads(all=NOT_EVER, controls=HAS_BEEN_USED),
    note="As appropriate: whoever attests it judges that, for the page has no measure.",
)
ESTABLISH_CONTROLS = ESTABLISHED.obligation(
    "TUC-ATC-SUPP-CONTROLS",
    "sentence 2 (controls)",
    "Establish controls, as appropriate.",
    when=SUPPLEMENTAL,
    note="As appropriate: whoever attests it judges that, for the page has no measure.",
)

# Paragraph 3: what technology must do

PRINCIPLES = QUESTIONS.but(
    prefix="General Technology Questions, paragraph 3, ", force=Force.BINDING, bearer="the City"
)
SERVE = PRINCIPLES.requirement(
    "TUC-SERVE-1",
    "sentence 1",
    "The use of technology serves, in the end, what Tucson's residents and businesses need.",
    when=CITY_USE,
    gate=HAS_BEEN_USED,
)
FULFILL_NEED = PRINCIPLES.requirement(
    "TUC-MUST-1",
    "sentence 2, item 1",
    "The technology fulfills a need of the business or of a department.",
    when=CITY_USE,
    gate=HAS_BEEN_USED,
)
BE_SUSTAINABLE = PRINCIPLES.requirement(
    "TUC-MUST-2",
    "sentence 2, item 2",
    "The technology is sustainable.",
    when=CITY_USE,
    gate=HAS_BEEN_USED,
)
BE_COST_EFFECTIVE = PRINCIPLES.requirement(
    "TUC-MUST-3",
    "sentence 2, item 3",
    "The technology is cost-effective.",
    when=CITY_USE,
    gate=HAS_BEEN_USED,
)

THESE_PRINCIPLES = Ambiguity(
    "these_principles",
    "Which principles does commercial software have to meet for the City to buy it?",
    {
        "three_and_service": "the three numbered ones, and serving residents and businesses",
        "three": "the three numbered ones",
    },
    default="three_and_service",
    why="Both sentences before it say what technology must do.",
    citation=PRINCIPLES.at("sentence 3"),
)
# "Will" is what the City says it does: it commands nobody, unlike in a text that makes the failure to comply
# punishable. Software alone is spoken of, and nothing of what is done instead of buying it.
BUY_COMMERCIAL_SOFTWARE = PRINCIPLES.obligation(
    "TUC-COTS-1",
    "sentence 3",
    "Procure commercial software where it can meet these principles.",
    force=Force.PRACTICE,
    when=CITY_USE
    & Procurement.commercial_promise.has(CommercialPromise.MEET_NEED)
    & Procurement.commercial_promise.has(CommercialPromise.BE_SUSTAINABLE)
    & Procurement.commercial_promise.has(CommercialPromise.BE_COST_EFFECTIVE)
    & THESE_PRINCIPLES.reads(
        three_and_service=Procurement.commercial_promise.has(CommercialPromise.SERVE_PEOPLE), three=ALWAYS
    ),
    done=Procurement.commercial_software,
    gate=Procurement.signed.happened() | Procurement.acquired.happened() | HAS_BEEN_USED,
)

# Paragraph 4: the Committee evaluates

COMMITTEE = QUESTIONS.but(
    prefix="General Technology Questions, paragraph 4, ", bearer="the Advanced Technology Committee"
)

RISK_CLAUSE = Ambiguity(
    "risk_clause",
    "Do the words on introducing risk limit advanced technologies too, or novel uses alone?",
    {
        "novel_only": "novel uses of existing technology; advanced technologies are all evaluated",
        "all": "both",
    },
    default="novel_only",
    why="They follow novel uses, and all stands before advanced technologies.",
    citation=COMMITTEE.at("sentence 1"),
)
RISK_THRESHOLD = Ambiguity(
    "risk_threshold",
    "Is a novel use evaluated when it may introduce risk, or only when it adds some, as the second paragraph "
    "has it?",
    {"may": "when it may introduce some", "adds": "when it adds some"},
    default="may",
    why="The words of this sentence; the second paragraph speaks of another review.",
    citation=COMMITTEE.at("sentence 1"),
)
WHICH_AI = Ambiguity(
    "which_ai",
    "Which AI is among the advanced technologies that the Committee evaluates?",
    {"every": "every kind", "advanced": "what counts as advanced technology or as Advanced AI"},
    default="every",
    why="AI is said to be included, without more.",
    citation=COMMITTEE.at("sentence 1"),
)
BRINGS_RISK = RISK_THRESHOLD.reads(
    may=Use.added_risk.is_in(AddedRisk.POSSIBLE, AddedRisk.ADDED), adds=Use.added_risk.is_(AddedRisk.ADDED)
)
ADVANCED = System.counted_as.has(Designation.ADVANCED_TECHNOLOGY) | WHICH_AI.reads(
    every=System.uses_ai, advanced=System.counted_as.has(Designation.ADVANCED_AI)
)
FOR_THE_COMMITTEE = CITY_USE & (
    (ADVANCED & RISK_CLAUSE.reads(novel_only=ALWAYS, all=BRINGS_RISK))
    | (Use.novel & System.served_otherwise & BRINGS_RISK)
)
EVALUATED = COMMITTEE.review(
    "TUC-ATC-1",
    "sentence 1",
    "Evaluate advanced technology, AI included, and novel uses of existing technology that may introduce "
    "risk.",
    when=FOR_THE_COMMITTEE,
    gate=HAS_BEEN_USED,
    step="first use",
)
# An evaluation that leaves a topic out is one; what it left out is told by itself.
TOPICS = COMMITTEE.but(prefix="General Technology Questions, paragraph 4, sentence 2")
ASSESS_TOOLS = TOPICS.obligation(
    "TUC-ATC-2-TOOLS",
    " (tools)",
    "Assess the proposed tools.",
    when=FOR_THE_COMMITTEE,
    gate=Attested("TUC-ATC-1"),
)
ASSESS_USE_CASES = TOPICS.obligation(
    "TUC-ATC-2-USECASES",
    " (use cases)",
    "Assess the use cases.",
    when=FOR_THE_COMMITTEE,
    gate=Attested("TUC-ATC-1"),
)
ASSESS_MISUSE = TOPICS.obligation(
    "TUC-ATC-2-MISUSE",
    " (misuse)",
    "Assess how the tools could be misused.",
    when=FOR_THE_COMMITTEE,
    gate=Attested("TUC-ATC-1"),
)
# "Safeguards and plans" could be one topic, both for the sake of oversight; they are taken as two things.
ASSESS_SAFEGUARDS = TOPICS.obligation(
    "TUC-ATC-2-SAFEGUARDS",
    " (safeguards)",
    "Assess the safeguards.",
    when=FOR_THE_COMMITTEE,
    gate=Attested("TUC-ATC-1"),
)
ASSESS_OVERSIGHT = TOPICS.obligation(
    "TUC-ATC-2-OVERSIGHT",
    " (human oversight or correction)",
    "Assess the plans for human oversight, or for correction by people.",
    when=FOR_THE_COMMITTEE,
    gate=Attested("TUC-ATC-1"),
)

TYPICAL_ACCESS = Ambiguity(
    "typical_access",
    "Can a single use depart from what is typical of access to tools?",
    {
        "usual": "no: it may be one of those that are not typical, so that one asks why it departs",
        "rule": "yes: the steps are taken for every such use",
    },
    default="usual",
    why="The sentence says typically, and no single case shows what is typical.",
    citation=COMMITTEE.at("sentence 3"),
)
# "Any approved use": trials too. The Committee ranks the risk; there is no threshold. Who pre-approves is
# not said.
RESTRICTED_USE = CITY_USE & APPROVED & Use.more_than_minimal_risk
# A step that is left out in the end is left out at first use, and before that once people are pre-approved.
BEFORE_PRE_APPROVAL = TYPICAL_ACCESS.reads(usual=NOT_EVER, rule=HAS_BEEN_USED | Attested("TUC-ATC-4"))
ACCESS = COMMITTEE.but(bearer="the department; the page names nobody")
PRE_APPROVE = ACCESS.obligation(
    "TUC-ATC-4",
    "sentence 3",
    "Limit an approved use of more than minimal risk to people who are each approved beforehand.",
    when=RESTRICTED_USE,
    gate=TYPICAL_ACCESS.reads(usual=NOT_EVER, rule=HAS_BEEN_USED),
    note="Typically: a use that departs is no deviation by itself. Ask why it departs.",
)
SET_CONTROLS = ACCESS.obligation(
    "TUC-ATC-4-CONTROLS",
    "sentence 3 (controls)",
    "Set the department's controls before people are approved.",
    bearer="the department",
    when=RESTRICTED_USE,
    gate=BEFORE_PRE_APPROVAL,
    note="Typically: a use that departs is no deviation by itself. Ask why it departs.",
)
MAKE_AWARE = ACCESS.obligation(
    "TUC-ATC-4-AWARE",
    "sentence 3 (awareness)",
    "Ensure that each person knows the requirements before being approved.",
    when=RESTRICTED_USE,
    gate=BEFORE_PRE_APPROVAL,
    note="Typically: a use that departs is no deviation by itself. Ask why it departs.",
)

MISUSED = CITY_USE & Use.misuse_evidence
# Any evidence is enough, proof or not. No time is stated, and an open review holds nothing back.
REVIEW_MISUSE = COMMITTEE.obligation(
    "TUC-ATC-5",
    "sentence 4",
    "Review any evidence of misuse.",
    when=MISUSED,
)
MISUSE_REVIEWED = MISUSED & Attested("TUC-ATC-5")
RESTRICT_TOOLS = COMMITTEE.noted(
    "TUC-ATC-5-RESTRICT",
    "sentence 4 (restrictions)",
    "The review of misuse may lead to restrictions of tools.",
    kind=Kind.CONSEQUENCE,
    when=MISUSE_REVIEWED,
)
BAN_TOOLS = COMMITTEE.noted(
    "TUC-ATC-5-BAN",
    "sentence 4 (bans)",
    "The review of misuse may lead to a ban of tools.",
    kind=Kind.CONSEQUENCE,
    when=MISUSE_REVIEWED,
)
# Who disciplines is not said.
DISCIPLINE = COMMITTEE.noted(
    "TUC-ATC-5-DISCIPLINE",
    "sentence 4 (discipline)",
    "The review of misuse may lead to discipline, termination at the extreme.",
    kind=Kind.CONSEQUENCE,
    when=MISUSE_REVIEWED,
)

# Paragraph 5: people in front of the tools

PEOPLE_FIRST = QUESTIONS.but(prefix="General Technology Questions, paragraph 5, ")

ADVANCED_AI_CLAUSE = Ambiguity(
    "advanced_ai",
    "What is Advanced AI, which the page capitalizes and does not define?",
    {"designated": "what the City counts as such", "all_ai": "all AI"},
    default="designated",
    why="A term of its own stands for something less than AI, which the next sentence names plainly.",
    citation=PEOPLE_FIRST.at("sentence 1"),
)
TO_DATE = Ambiguity(
    "to_date",
    "What do the words on all tools approved so far say of a tool that is not approved for production?",
    {
        "history": "nothing that it could break: they tell the terms of the approvals up to now",
        "rule": "that it is bound as they are, once it is used",
    },
    default="history",
    why="To date tells what was, and it is the approved tools that require it.",
    citation=PEOPLE_FIRST.at("sentence 1"),
)
ADVANCED_AI_USE = CITY_USE & ADVANCED_AI_CLAUSE.reads(
    designated=System.counted_as.has(Designation.ADVANCED_AI), all_ai=System.uses_ai
)
# For a tool that is approved it is a term of the approval, which is where it commands: the page tells of the
# approvals to date. A proposal is held against every approval so far.
TERMS_OF_APPROVAL = PEOPLE_FIRST.but(bearer="staff who use the tool")
_BOUND = TO_DATE.reads(history=APPROVED_FOR_PRODUCTION, rule=ALWAYS)
AUGMENT_STAFF = TERMS_OF_APPROVAL.requirement(
    "TUC-AI-AUGMENT",
    "sentence 1 (augment)",
    "Use Advanced AI only to augment, inform or supplement staff.",
    when=ADVANCED_AI_USE,
    gate=HAS_BEEN_USED & _BOUND,
    holds_back=_BOUND,
    note="So with every approval up to now; a proposal that does otherwise would be the first.",
)
# To approve afterwards what the tool has begun is not to initiate it.
HUMAN_INITIATES = TERMS_OF_APPROVAL.requirement(
    "TUC-AI-INITIATE",
    "sentence 1 (initiator)",
    "Have a human initiate each action or response.",
    when=ADVANCED_AI_USE,
    gate=HAS_BEEN_USED & _BOUND,
    holds_back=_BOUND,
    note="So with every approval up to now; a proposal that does otherwise would be the first.",
)
HUMAN_OWNS = TERMS_OF_APPROVAL.requirement(
    "TUC-AI-OWNER",
    "sentence 1 (owner)",
    "Have a human as the final owner of the action or product.",
    when=ADVANCED_AI_USE,
    gate=HAS_BEEN_USED & _BOUND,
    holds_back=_BOUND,
    note="So with every approval up to now; a proposal that does otherwise would be the first.",
)

HIGHER_RISK_CLAUSE = Ambiguity(
    "higher_risk",
    "What is a higher risk, for which there is no threshold?",
    {
        "own_class": "a class of its own, as somebody has ranked the use",
        "more_than_minimal": "also more than minimal risk, of which the fourth paragraph speaks",
    },
    default="own_class",
    why="The words differ, and what is more than minimal gets another safeguard there.",
    citation=PEOPLE_FIRST.at("sentence 2"),
)
SIGNS_OR_APPROVES = Ambiguity(
    "approval_for_use",
    "Whose approval for use does higher-risk AI require beside the director's sign-off?",
    {
        "director": "the director's: one act that signs and approves",
        "committee": "the Committee's, beside the sign-off",
    },
    default="director",
    why="The department director stands before both nouns.",
    citation=PEOPLE_FIRST.at("sentence 2"),
)
IN_PUBLIC_DECISIONS = Ambiguity(
    "involved_in",
    "Which tools are involved in a consequential decision?",
    {"any_part": "those that have any part in it", "decide": "those that decide"},
    default="any_part",
    why="Whoever advises is involved.",
    citation=PEOPLE_FIRST.at("sentence 3"),
)
WHICH_TOOLS = Ambiguity(
    "public_tools",
    "Are the public-facing tools tools of AI, or any?",
    {"ai_only": "tools of AI", "any_tool": "any tool"},
    default="ai_only",
    why="The paragraph is about AI, and it is its use that would be disclosed; a plain form owes no opt-out.",
    citation=PEOPLE_FIRST.at("sentence 3"),
)
IF_CONSIDERED = Ambiguity(
    "if_considered",
    "What do the words on tools that would require something, if considered, ask of such a tool?",
    {
        "announced": "what they say, for as long as it is missing; but no step is named by which it has to "
        "be there, so that a single tool departs from nothing",
        "conditional_rule": "what they say, before it is used",
        "hypothesis": "nothing: no such tool was considered",
    },
    default="announced",
    why="They say what would be asked and stop short of a rule; to read nothing into them would leave the "
    "sentence without use as soon as there is such a tool.",
    citation=PEOPLE_FIRST.at("sentence 3"),
)

# Higher-risk uses were in part ranked elsewhere; two rankings stay two facts.
DIRECTOR_SIGNS = PEOPLE_FIRST.review(
    "TUC-AI-DIRECTOR",
    "sentence 2 (sign-off)",
    "Have the department director sign off and approve AI of higher risk.",
    force=Force.BINDING,
    bearer="the department director",
    when=AI_USE
    & HIGHER_RISK_CLAUSE.reads(
        own_class=Use.higher_risk, more_than_minimal=Use.higher_risk | Use.more_than_minimal_risk
    ),
    done=SIGNS_OR_APPROVES.reads(
        director=Attested("TUC-AI-DIRECTOR"), committee=Attested("TUC-AI-DIRECTOR") & APPROVED
    ),
    gate=HAS_BEEN_USED,
    step="first use",
)

# What is consequential is not defined: whoever answers for the use says so. A public tool without
# consequence and an internal one with it are outside.
PUBLIC_AND_CONSEQUENTIAL = PEOPLE_FIRST.definition(
    "TUC-PUBLIC-TRIGGER",
    "sentence 3",
    "Public-facing tools that are involved in consequential decisions would, if considered, require three "
    "things more.",
    kind=Kind.CONDITION,
    term="it is a public-facing tool in consequential decisions",
    means=CITY_USE
    & System.public_facing
    & WHICH_TOOLS.reads(ai_only=System.uses_ai, any_tool=ALWAYS)
    & IN_PUBLIC_DECISIONS.reads(
        any_part=Use.in_consequential_decisions,
        decide=Use.in_consequential_decisions & Use.decision_role.is_(DecisionRole.DECIDES),
    ),
)
OWED_IN_PUBLIC = PUBLIC_AND_CONSEQUENTIAL & IF_CONSIDERED.reads(
    announced=ALWAYS, conditional_rule=ALWAYS, hypothesis=NOT_EVER
)
_BY_FIRST_USE = IF_CONSIDERED.reads(announced=NOT_EVER, conditional_rule=HAS_BEEN_USED, hypothesis=NOT_EVER)
PUBLIC_TOOLS = PEOPLE_FIRST.but(bearer="the department; the page names nobody")
DISCLOSE_IN_PUBLIC = PUBLIC_TOOLS.requirement(
    "TUC-PUBLIC-DISCLOSE",
    "sentence 3 (disclosure)",
    "Disclose the use of the tool to those who deal with it.",
    when=OWED_IN_PUBLIC,
    done=Safeguards.disclosed_to.has(Audience.AFFECTED, Audience.PUBLIC),
    gate=_BY_FIRST_USE,
)
OFFER_OPT_OUT = PUBLIC_TOOLS.requirement(
    "TUC-PUBLIC-OPTOUT",
    "sentence 3 (opt-out)",
    "Provide for opting out.",
    when=OWED_IN_PUBLIC,
    done=Safeguards.opt_out_offered,
    gate=_BY_FIRST_USE,
)
ASSESS_HIGHER = PUBLIC_TOOLS.requirement(
    "TUC-PUBLIC-ASSESS",
    "sentence 3 (assessment)",
    "Assess the risk at a higher level.",
    when=OWED_IN_PUBLIC,
    gate=_BY_FIRST_USE,
)

WHICH_DISCLOSURE = Ambiguity(
    "user_disclosure",
    "Do users who are accountable for disclosure owe it for each use of an AI tool?",
    {
        "each_use": "yes",
        "where_required": "where it is owed anyway: the supplemental review established it, or the tool is "
        "public-facing and involved in consequential decisions",
    },
    default="each_use",
    why="Nobody answers for what need not be done, and the sentence names no exception; that disclosure is "
    "established as appropriate, in the second paragraph, points the other way.",
    citation=PEOPLE_FIRST.at("sentence 2"),
)
# To whom is not said.
DISCLOSE_USE = PEOPLE_FIRST.obligation(
    "TUC-AI-DISCLOSE",
    "sentence 2 (disclosure)",
    "Disclose that an AI tool is used.",
    force=Force.BINDING,
    bearer="users of AI tools",
    when=AI_USE
    & WHICH_DISCLOSURE.reads(
        each_use=ALWAYS, where_required=Attested("TUC-ATC-SUPP-DISCLOSURE") | PUBLIC_AND_CONSEQUENTIAL
    ),
    done=Safeguards.use_disclosed,
    gate=HAS_BEEN_USED,
)
# It says who answers, and asks for no act.
ANSWER_FOR_PRODUCT = PEOPLE_FIRST.noted(
    "TUC-AI-PRODUCT",
    "sentence 2 (product)",
    "Users of AI tools answer for the final product.",
    kind=Kind.CONSEQUENCE,
    force=Force.BINDING,
    when=AI_USE & HAS_BEEN_USED,
)

# Paragraph 6: bias, and pilots

BIAS = QUESTIONS.but(prefix="General Technology Questions, paragraph 6, ")
MEMBERS = BIAS.but(bearer="the Advanced Technology Committee", kind=Kind.ORGANIZATIONAL, standing=True)
EQUITY_MEMBERS = MEMBERS.obligation(
    "TUC-BIAS-EQUITY",
    "sentence 1 (Office of Equity)",
    "The Committee includes representatives from the Office of Equity.",
)
IT_MEMBERS = MEMBERS.obligation(
    "TUC-BIAS-IT",
    "sentence 1 (IT)",
    "The Committee includes IT representatives who are trained in the risks and the bias of AI.",
)
PROGRAM_MANAGER = MEMBERS.obligation(
    "TUC-BIAS-APM",
    "sentence 1 (AI Program Manager)",
    "The IT representatives include an AI Program Manager.",
)
# Who evaluates them is not said; the owners are those who are looked at, of a system that is proposed.
EVALUATE_OWNERS = BIAS.obligation(
    "TUC-BIAS-OWNER",
    "sentence 2",
    "Evaluate how well the owner of an AI system understands bias: its ways in, and what lessens it.",
    bearer="the Advanced Technology Committee, as it seems; the page names nobody",
    when=AI_USE,
    gate=HAS_BEEN_USED,
)

TYPICAL_PILOT = Ambiguity(
    "typical_pilot",
    "Can a single system depart from what is typical where concerns arise?",
    {
        "usual": "no: it may be one of those for which there is no pilot, so that its absence is a question",
        "rule": "yes: there is a pilot before such a system is approved for production",
    },
    default="usual",
    why="The sentence says typically, and no single case shows what is typical.",
    citation=BIAS.at("sentence 3"),
)
_PILOT = Review.kind.is_(ReviewKind.PILOT)
RUN_PILOT = BIAS.obligation(
    "TUC-PILOT-1",
    "sentence 3",
    "Where concerns arise about the outcome of AI, pilot it and compare its output with human work.",
    bearer="the department; the page names nobody",
    when=AI_USE & Use.outcome_concern,
    done=Case.reviews.some(_PILOT & Review.completed.happened() & Review.compared_with_people),
    gate=TYPICAL_PILOT.reads(usual=NOT_EVER, rule=APPROVED_FOR_PRODUCTION),
    note="Typically: a system without a pilot is no deviation by itself. Ask why there was none.",
)
# The measure is what holds for such work anyway; the last pilot counts. To pass approves nothing.
_FELL_SHORT = Case.reviews.last(Review.completed, _PILOT & ~Review.output_acceptable)
_CAME_UP = Case.reviews.last(Review.completed, _PILOT & Review.output_acceptable)
KEEP_OUT = BIAS.requirement(
    "TUC-PILOT-2",
    "sentence 4",
    "Approve no system for production whose output does not meet the criteria for acceptable work.",
    bearer="the Advanced Technology Committee",
    when=AI_USE & _FELL_SHORT.happened() & ~(_CAME_UP.happened() & _FELL_SHORT.before(_CAME_UP)),
    done=~APPROVED_FOR_PRODUCTION,
    gate=ALWAYS,
)

# Paragraph 7: faces and fingerprints

BIOMETRICS = QUESTIONS.but(
    prefix="General Technology Questions, paragraph 7, ", bearer="the department that uses the tool"
)
WORKS_ON_BODIES = ~Use.biometric_function.is_(BiometricFunction.NONE)
# A note on its date, and no ban: the sentence before it says that the City explores such a use. Whether there
# is a program now has to be asked.
NO_FACE_PROGRAM = BIOMETRICS.noted(
    "TUC-FR-NONE",
    "sentence 2",
    "As of early 2025 the City operated no facial recognition program.",
    kind=Kind.CONDITION,
    when=CITY_USE
    & Use.biometric_features.has(BiometricFeature.FACE)
    & Use.biometric_function.is_in(BiometricFunction.IDENTIFICATION, BiometricFunction.VERIFICATION),
    note="It bars nothing, and says nothing of today. Ask how things stand.",
)
# Booking is an example; which other contexts there are is not said.
LIMITED_CONTEXTS = BIOMETRICS.obligation(
    "TUC-BIO-1",
    "sentence 3 (contexts)",
    "Use biometric tools in limited, specific contexts.",
    when=CITY_USE & WORKS_ON_BODIES,
    gate=HAS_BEEN_USED,
)
TRAINED_PERSONNEL = BIOMETRICS.obligation(
    "TUC-BIO-2",
    "sentence 3 (personnel)",
    "Have trained personnel use biometric tools.",
    when=CITY_USE & WORKS_ON_BODIES,
    done=Safeguards.staff_trained,
    gate=HAS_BEEN_USED,
)
MORPHO = BIOMETRICS.but(bearer="the Tucson Police Department")
IS_MORPHO = CITY_USE & System.product.is_(NamedProduct.MORPHO)
# "Helps" and "primarily" shut nothing out: another setting is asked about.
MORPHO_AT_BOOKING = MORPHO.obligation(
    "TUC-MORPHO-1",
    "sentences 4 and 5",
    "Use Morpho to help confirm who somebody is when lawfully booked, mostly by fingerprints.",
    when=IS_MORPHO,
    note="It describes what the tool is for, and excludes nothing but surveillance.",
)
MORPHO_NOT_FOR_SURVEILLANCE = MORPHO.obligation(
    "TUC-MORPHO-2",
    "sentence 5 (surveillance)",
    "Keep Morpho out of surveillance.",
    when=IS_MORPHO,
    gate=HAS_BEEN_USED,
)

# Paragraph 8: surveillance

SURVEILLANCE = QUESTIONS.but(prefix="General Technology Questions, paragraph 8, ", bearer="the City")
SURVEILS = CITY_USE & System.counted_as.has(Designation.SURVEILLANCE_TECHNOLOGY)
# The page speaks of the City's tools: what a camera of somebody else collects for them is not governed by it.
SURVEILLANCE_DATA = CITY_USE & Data.from_surveillance
# What was collected keeps its safeguards in a tool that is itself no surveillance technology.
REACHES_SURVEILLANCE_DATA = SURVEILS | SURVEILLANCE_DATA
LAWFUL_SURVEILLANCE = SURVEILLANCE.obligation(
    "TUC-SURV-1",
    "sentence 2 (purposes)",
    "Limit surveillance to purposes that the law authorizes.",
    when=SURVEILS,
    done=Use.lawful_purpose,
    gate=HAS_BEEN_USED,
)
RESTRICT_ACCESS = SURVEILLANCE.obligation(
    "TUC-SURV-2",
    "sentence 2 (access)",
    "Restrict access to the footage or data that is collected.",
    when=REACHES_SURVEILLANCE_DATA,
    done=Hosting.access_restricted,
    gate=HAS_BEEN_USED,
)
# "Requiring" commands, unlike the two safeguards before it. All of it, and both: a sample is not all.
LOG_ACCESS = SURVEILLANCE.obligation(
    "TUC-SURV-3",
    "sentence 2 (logging)",
    "Log all access to, and all use of, what surveillance collects.",
    force=Force.BINDING,
    when=REACHES_SURVEILLANCE_DATA,
    gate=HAS_BEEN_USED,
)
# Whose schedules is not said here; the page names the State Library's elsewhere.
KEEP_BY_SCHEDULE = SURVEILLANCE.obligation(
    "TUC-SURV-4",
    "sentence 3 (retention)",
    "Keep data from surveillance tools by retention schedules.",
    force=Force.BINDING,
    when=SURVEILLANCE_DATA,
    gate=ALWAYS,
)
WHOSE_AUTHORIZATION = Ambiguity(
    "further_authorization",
    "Who can authorize using surveillance data beyond its original scope?",
    {
        "unspecified": "whoever has the authority; the page names nobody",
        "committee": "the Advanced Technology Committee alone",
    },
    default="unspecified",
    why="No authority is named, and the Committee is said to evaluate tools and uses, not to release data.",
    citation=SURVEILLANCE.at("sentence 3"),
)
WHICH_DATA = Ambiguity(
    "scoped_data",
    "Which data cannot be used beyond its original scope?",
    {"surveillance_only": "what surveillance tools collected", "all": "whatever data the City collected"},
    default="surveillance_only",
    why="The subject of the sentence is data collected through surveillance tools.",
    citation=SURVEILLANCE.at("sentence 3"),
)
NO_WIDER_USE = SURVEILLANCE.but(bearer="").prohibition(
    "TUC-SURV-5",
    "sentence 3 (scope)",
    "Surveillance data may not serve purposes outside its original scope without further authorization.",
    force=Force.BINDING,
    when=WHICH_DATA.reads(surveillance_only=SURVEILLANCE_DATA, all=CITY_USE)
    & Data.beyond_scope
    & WHOSE_AUTHORIZATION.reads(
        unspecified=Data.wider_use_authorized_by.is_(WiderUseAuthorizer.NOBODY),
        committee=~Data.wider_use_authorized_by.is_(WiderUseAuthorizer.TECHNOLOGY_COMMITTEE),
    ),
)

# Data Privacy, paragraph 1

DATA = PRIVACY.but(prefix="Data Privacy, paragraph 1, ", force=Force.PRACTICE)
# Data about the public is meant: what is published needs no secrecy.
PROTECT_DATA = DATA.obligation(
    "TUC-DATA-1",
    "sentence 1",
    "Secure and protect all sensitive data on the public, logically and physically.",
    when=CITY_USE & Data.elements.some(DataElement.designated_sensitive),
    gate=HAS_BEEN_USED,
)
# Priority goes to what outside rules govern; the kinds that are named are examples ("such as").
PRIORITY = DATA.but(each=Data.elements)
PRIORITY_FOR_PII = PRIORITY.noted(
    "TUC-DATA-PRIORITY-PII",
    "sentence 2 (PII)",
    "Personally identifiable information has priority in protection.",
    kind=Kind.CONDITION,
    when=CITY_USE & DataElement.identifies_person,
)
PRIORITY_FOR_PAYMENT = PRIORITY.noted(
    "TUC-DATA-PRIORITY-PAYMENT",
    "sentence 2 (payment data)",
    "Payment data has priority in protection.",
    kind=Kind.CONDITION,
    when=CITY_USE & DataElement.regimes.has(Regime.PCI_DSS),
)
PRIORITY_FOR_OTHERS = PRIORITY.noted(
    "TUC-DATA-PRIORITY-SIMILAR",
    "sentence 2 (similar data)",
    "Other data that outside rules govern, or that law keeps from disclosure, has priority in protection.",
    kind=Kind.CONDITION,
    when=CITY_USE
    & (
        DataElement.regimes.has(Regime.HIPAA, Regime.FERPA, Regime.FISMA, Regime.CJIS, Regime.OTHER)
        | DataElement.public_access.is_(PublicAccess.EXCLUDED)
    ),
)
PROGRAM = DATA.but(standing=True)
SECURITY_TEAM = PROGRAM.obligation(
    "TUC-DATA-TEAM",
    "sentence 3 (team)",
    "Employ a full-time team of cybersecurity staff.",
    kind=Kind.ORGANIZATIONAL,
)
SECURITY_AUDITS = PROGRAM.obligation(
    "TUC-DATA-AUDIT",
    "sentence 3 (audits)",
    "Have the City's security audited from outside.",
    kind=Kind.ORGANIZATIONAL,
)
SECURITY_TRAINING = PROGRAM.obligation(
    "TUC-DATA-TRAIN",
    "sentence 3 (training)",
    "Train staff about security risks.",
    kind=Kind.ORGANIZATIONAL,
)
SECURITY_DESIGN = PROGRAM.obligation(
    "TUC-DATA-DESIGN",
    "sentence 3 (design)",
    "Improve the design of processes and tools, so that few can reach sensitive information.",
    kind=Kind.ORGANIZATIONAL,
)
BEST_PRACTICES = PROGRAM.obligation(
    "TUC-DATA-ACCOUNTS",
    "sentence 4",
    "Follow best practices for accounts, permissions and other limits on access.",
)

# Paragraph 2

ACCESS_TO_DATA = PRIVACY.but(prefix="Data Privacy, paragraph 2, ", force=Force.PRACTICE)
DIRECTIVE = ACCESS_TO_DATA.but(force=Force.BINDING, bearer="the department")
DEPARTMENT_TRAINS = DIRECTIVE.obligation(
    "TUC-AD108-TRAIN",
    "sentence 1 (training)",
    "Answer for training that protects the department's data.",
    when=CITY_USE,
    gate=ALWAYS,
    note="By Administrative Directive 1.08-7, which is not part of the text.",
)
DEPARTMENT_PROCESSES = DIRECTIVE.obligation(
    "TUC-AD108-PROCESS",
    "sentence 1 (processes)",
    "Answer for processes that protect the department's data.",
    when=CITY_USE,
    gate=ALWAYS,
    note="By Administrative Directive 1.08-7, which is not part of the text.",
)
# What the levels are is not said, nor which is the higher one: the designation is asked for.
MINIMIZE_ACCESS = ACCESS_TO_DATA.obligation(
    "TUC-LEVEL-23",
    "sentence 2",
    "Keep access to sensitive data of level 2 or 3 to a minimum, by permissions and software controls.",
    bearer="the IT Department and the department",
    each=Data.elements,
    when=CITY_USE & DataElement.level.is_in(DataLevel.LEVEL_2, DataLevel.LEVEL_3),
    gate=HAS_BEEN_USED,
)
KEEP_DATA_STANDARDS = ACCESS_TO_DATA.obligation(
    "TUC-STANDARDS",
    "sentence 3",
    "Keep to all national and state rules on sensitive and restricted data.",
    force=Force.BINDING,
    when=CITY_USE,
    gate=HAS_BEEN_USED,
    note="What they ask stands in them. Whether they were kept is attested.",
)
# It is the controls that few may touch.
SAFEGUARD_CONTROLS = ACCESS_TO_DATA.but(standing=True)
LIMIT_BACKEND = SAFEGUARD_CONTROLS.obligation(
    "TUC-BACKEND",
    "sentence 4",
    "Leave the controls of back-end access to specific IT personnel and data management roles.",
)
MONITOR_ACCESS = SAFEGUARD_CONTROLS.obligation(
    "TUC-MONITOR",
    "sentence 5",
    "Have physical and cybersecurity systems watch for unauthorized access.",
    kind=Kind.ORGANIZATIONAL,
)

# Paragraph 3: how long data is kept. Law and schedules command, and the page prints no period of theirs.
# The two periods that it prints describe a series, and bind nobody: most, typically, average, approximately.

RETENTION = PRIVACY.but(prefix="Data Privacy, paragraph 3, ")
RETENTION_LAW = RETENTION.obligation(
    "TUC-RETENTION-LAW",
    "sentence 1 (law)",
    "Keep to federal, state and local law on retention.",
    when=CITY_USE,
    gate=ALWAYS,
)
RETENTION_SCHEDULES = RETENTION.obligation(
    "TUC-RETENTION-SCHED",
    "sentence 1 (schedules)",
    "Keep to the general and custom schedules that the Arizona State Library maintains.",
    when=CITY_USE,
    gate=ALWAYS,
)
DESCRIBED = RETENTION.but(force=Force.PRACTICE, each=Data.elements)
# What the ninety days count from is not said, nor which messages are not among the most. It is no time by
# which one has to go, nor one for which it has to stay. What qualifies as a record is outside.
AFTER_NINETY_DAYS = DESCRIBED.retention(
    "TUC-RETENTION-90D",
    "sentence 2",
    "Most transitory messages that are no records are purged after 90 days.",
    keeps=RetentionRule(described=Period(days=90), series="transitory communications that are no records"),
    when=CITY_USE & DataElement.series.is_(DataSeries.TRANSITORY_COMMUNICATION) & ~DataElement.is_record,
)
KEPT_LONGER = DESCRIBED.noted(
    "TUC-RETENTION-OPS",
    "sentence 3",
    "Operational data is typically kept longer: by the life of the software, cost, and law on destruction.",
    kind=Kind.CONDITION,
    when=CITY_USE & DataElement.series.is_(DataSeries.OPERATIONAL),
)
SEVEN_TO_TEN_YEARS = DESCRIBED.retention(
    "TUC-RETENTION-AVG",
    "sentence 4",
    "Its average retention typically extends to no more than approximately 7 to 10 years.",
    keeps=RetentionRule(described=[Period(years=7), Period(years=10)], series="operational data"),
    when=CITY_USE & DataElement.series.is_(DataSeries.OPERATIONAL),
    note="An average, typical and approximate: one case neither keeps to it nor exceeds it.",
)

# Paragraph 4: breaches and threats. No time is stated for any step; a law may state one.

RESPONSE = PRIVACY.but(prefix="Data Privacy, paragraph 4, ", force=Force.PRACTICE, each=Case.incidents)
SECURITY_INCIDENT = CITY_USE & Incident.security_events.has(
    SecurityEvent.DATA_BREACH, SecurityEvent.CYBERSECURITY_THREAT
)
# A step that the plan asks for and that was left out departs from it; the steps that the page names may come.
FOLLOW_PLAN = RESPONSE.obligation(
    "TUC-BREACH-PLAN",
    "sentence 1 (plan)",
    "Respond to a data breach or cybersecurity threat by the incident response plan.",
    when=SECURITY_INCIDENT,
    done=Incident.response_plan_followed,
    gate=ALWAYS,
)
IDENTIFY_THREAT = RESPONSE.obligation(
    "TUC-BREACH-IDENTIFY",
    "sentence 1 (identify)",
    "Identify the threat.",
    when=SECURITY_INCIDENT,
)
# A threat that was repelled leaves no breach to contain.
CONTAIN_BREACH = RESPONSE.obligation(
    "TUC-BREACH-CONTAIN",
    "sentence 1 (contain)",
    "Contain the breach.",
    when=CITY_USE & Incident.security_events.has(SecurityEvent.DATA_BREACH),
)
NOTIFY_AFFECTED = RESPONSE.obligation(
    "TUC-BREACH-NOTIFY",
    "sentence 1 (notify)",
    "Notify affected parties.",
    when=SECURITY_INCIDENT & Incident.has_affected_parties,
)
INVESTIGATE = RESPONSE.obligation(
    "TUC-BREACH-INVESTIGATE",
    "sentence 1 (investigate)",
    "Investigate thoroughly.",
    when=SECURITY_INCIDENT,
)
STRENGTHEN = RESPONSE.obligation(
    "TUC-BREACH-STRENGTHEN",
    "sentence 2 (strengthen)",
    "Strengthen security measures.",
    when=SECURITY_INCIDENT,
)
# It points at law outside, as the introduction does. As long as a time of the law runs, the law is kept.
COMPLY_WITH_LAW = RESPONSE.obligation(
    "TUC-BREACH-COMPLY",
    "sentence 2 (law)",
    "Keep to what the law requires after an incident.",
    force=Force.BINDING,
    when=SECURITY_INCIDENT,
    gate=ALWAYS,
    note="What it asks stands in the law. Whether it was kept is attested.",
)
WORK_WITH_AUTHORITIES = RESPONSE.obligation(
    "TUC-BREACH-AUTHORITIES",
    "sentence 2 (authorities)",
    "Work with the authorities concerned.",
    when=SECURITY_INCIDENT,
)

# What the page only says of itself, and asks nothing of a case

STANDING = part(PAGE, kind=Kind.ORGANIZATIONAL)
VALUES = part(PAGE, kind=Kind.PRINCIPLE, force=Force.ASPIRATIONAL)

TECHNOLOGY = policy(
    "us-az/tucson/technology",
    PAGE,
    place="us-az/tucson",
    time_zone="America/Phoenix",
    notes=(
        (
            "The page describes practice. Where its words command, the command stands in an instrument that "
            "it does not print."
        ),
        (
            "Two lists are missing from the page: the purposes of the Advanced Technology Committee, and the "
            "technologies in use. That something is on neither shows nothing."
        ),
        (
            "The gates, in an order that the page does not state: the general review; the Committee's "
            "evaluation; its supplemental review; the director's sign-off; what public-facing tools in "
            "consequential decisions would require; individual pre-approval."
        ),
    ),
    entries=(
        STANDING.unmodelled(
            "TUC-META-1",
            "whole page",
            force=Force.PRACTICE,
            because="The nature of the source: answers to the public, undated, with lists missing.",
        ),
        # Introduction
        VALUES.unmodelled(
            "TUC-INTRO-TRANSPARENCY",
            "introduction, paragraph 1, sentence 1 (transparency)",
            because="A commitment to openness about technology, without any test.",
        ),
        VALUES.unmodelled(
            "TUC-INTRO-PRIVACY",
            "introduction, paragraph 1, sentence 1 (privacy)",
            because="A commitment to the privacy of everyone in Tucson, without any test.",
        ),
        KEEP_THE_LAW,
        STANDING.unmodelled(
            "TUC-LAW-ARS18",
            "introduction, paragraph 1, sentence 2 (Title 18)",
            because="It names Arizona Revised Statutes, Title 18, which is not part of the text.",
        ),
        STANDING.unmodelled(
            "TUC-LAW-ARS39",
            "introduction, paragraph 1, sentence 2 (Title 39)",
            because="It names Arizona Revised Statutes, Title 39, which is not part of the text.",
        ),
        STANDING.unmodelled(
            "TUC-LAW-AD",
            "introduction, paragraph 1, sentence 2 (Administrative Directives)",
            because="It names the City's directives on technology, which are not part of the text.",
        ),
        KEEP_HIPAA,
        KEEP_PCI,
        KEEP_CJIS,
        STANDING.unmodelled(
            "TUC-ATC-MISSION",
            "introduction, paragraph 2",
            force=Force.PRACTICE,
            because="The list of the Committee's purposes is missing, and later sentences are not that list.",
        ),
        MANAGE_DATA,
        # General Technology Questions
        STANDING.unmodelled(
            "TUC-TECH-LIST",
            "General Technology Questions, paragraph 1",
            force=Force.PRACTICE,
            because="The list of technologies is missing; that one is not on it proves nothing.",
        ),
        REVIEWED,
        REVIEW_VALUE,
        REVIEW_NEED,
        REVIEW_COST,
        REVIEW_INTEROPERABILITY,
        REVIEW_SUSTAINABILITY,
        REVIEW_SECURITY,
        SUPPLEMENTAL_REVIEW,
        RISKS_MANAGED,
        ESTABLISH_DISCLOSURE,
        ESTABLISH_TRAINING,
        ESTABLISH_CONTROLS,
        SERVE,
        FULFILL_NEED,
        BE_SUSTAINABLE,
        BE_COST_EFFECTIVE,
        BUY_COMMERCIAL_SOFTWARE,
        EVALUATED,
        ASSESS_TOOLS,
        ASSESS_USE_CASES,
        ASSESS_MISUSE,
        ASSESS_SAFEGUARDS,
        ASSESS_OVERSIGHT,
        STANDING.unmodelled(
            "TUC-ATC-3",
            "General Technology Questions, paragraph 4, sentence 2 (guardrails)",
            force=Force.PRACTICE,
            because="The Committee's guardrails for AI, whose content the text does not give.",
        ),
        PRE_APPROVE,
        SET_CONTROLS,
        MAKE_AWARE,
        REVIEW_MISUSE,
        RESTRICT_TOOLS,
        BAN_TOOLS,
        DISCIPLINE,
        AUGMENT_STAFF,
        HUMAN_INITIATES,
        HUMAN_OWNS,
        DISCLOSE_USE,
        ANSWER_FOR_PRODUCT,
        DIRECTOR_SIGNS,
        PUBLIC_AND_CONSEQUENTIAL,
        DISCLOSE_IN_PUBLIC,
        OFFER_OPT_OUT,
        ASSESS_HIGHER,
        EQUITY_MEMBERS,
        IT_MEMBERS,
        PROGRAM_MANAGER,
        STANDING.unmodelled(
            "TUC-BIAS-TASK",
            "General Technology Questions, paragraph 6, sentence 1 (task)",
            force=Force.PRACTICE,
            because="What the members are there for: a standing task, as needed, without trigger or measure.",
        ),
        EVALUATE_OWNERS,
        RUN_PILOT,
        KEEP_OUT,
        STANDING.unmodelled(
            "TUC-FR-EXPLORE",
            "General Technology Questions, paragraph 7, sentence 1",
            force=Force.PRACTICE,
            because="It says that the City explores facial recognition, which approves and bars nothing.",
        ),
        NO_FACE_PROGRAM,
        LIMITED_CONTEXTS,
        TRAINED_PERSONNEL,
        MORPHO_AT_BOOKING,
        MORPHO_NOT_FOR_SURVEILLANCE,
        VALUES.unmodelled(
            "TUC-SURV-0",
            "General Technology Questions, paragraph 8, sentence 1",
            because="It says what weighs with the City when it uses surveillance technologies.",
        ),
        LAWFUL_SURVEILLANCE,
        RESTRICT_ACCESS,
        LOG_ACCESS,
        KEEP_BY_SCHEDULE,
        NO_WIDER_USE,
        # Data Privacy
        PROTECT_DATA,
        PRIORITY_FOR_PII,
        PRIORITY_FOR_PAYMENT,
        PRIORITY_FOR_OTHERS,
        SECURITY_TEAM,
        SECURITY_AUDITS,
        SECURITY_TRAINING,
        SECURITY_DESIGN,
        BEST_PRACTICES,
        DEPARTMENT_TRAINS,
        DEPARTMENT_PROCESSES,
        MINIMIZE_ACCESS,
        KEEP_DATA_STANDARDS,
        LIMIT_BACKEND,
        MONITOR_ACCESS,
        RETENTION_LAW,
        RETENTION_SCHEDULES,
        AFTER_NINETY_DAYS,
        KEPT_LONGER,
        SEVEN_TO_TEN_YEARS,
        FOLLOW_PLAN,
        IDENTIFY_THREAT,
        CONTAIN_BREACH,
        NOTIFY_AFFECTED,
        INVESTIGATE,
        STRENGTHEN,
        COMPLY_WITH_LAW,
        WORK_WITH_AUTHORITIES,
    ),
)
