"""Article 5: discrimination by machine in government contracting, 41-6211 to 41-6213.

It binds contractors that decide by machine in their work for an agency, and the
agencies that deal with them. A system that an agency builds and runs itself is
outside it. The ways of testing for disparate impact, the standard of rigor and
what justifies a difference are not stated: they are findings, never worked out
here from a ratio.
"""

from __future__ import annotations

from datetime import date

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    Ambiguity,
    Attested,
    Cadence,
    Condition,
    Day,
    Deadline,
    Duty,
    Entry,
    Force,
    Kind,
    LastOf,
    MeetsCadence,
    Named,
    Period,
    Rebutted,
    StartOfDay,
    Time,
    TimeIf,
    all_of,
    any_of,
    earliest,
    latest,
    part,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.act import (
    ACT,
    BEGAN,
    DAY,
    DONE,
    GENERAL_DATE,
    OUT_OF_ARTICLE_5,
    THE_REST,
    THE_SYSTEM,
    under_the_rest,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_1 import (
    ALGORITHMIC_DISCRIMINATION,
    AN_AGENCY,
    AUTOMATED_DECISION_SYSTEM,
    COVERED_CONTRACTOR,
    IMPACT_ASSESSMENT,
)
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.article_2 import OURS, USES
from aigovkit.models import (
    PROCURING,
    Act,
    ActBy,
    ActKind,
    ActOn,
    AntiDiscriminationLaw,
    Bar,
    BarGround,
    Case,
    Claim,
    Contract,
    ContractStage,
    DesignPurpose,
    Discrimination,
    FindingBody,
    GovernmentLevel,
    ImpactAssessment,
    ProtectedClass,
    Stage,
    Use,
    Vendor,
)

ARTICLE_5 = part(ACT, force=Force.PROPOSED, commencement=THE_REST, bearer="the covered contractor")
# What is done is judged act by act, each under the law of its own day.
BY_ACT = ARTICLE_5.but(each=Case.acts, act=DAY)

UNDER_THE_ARTICLE = all_of(COVERED_CONTRACTOR, AUTOMATED_DECISION_SYSTEM, ~OUT_OF_ARTICLE_5)

# To deploy a system is to use it for the first time, and to switch it on is to use it,
# as in article 2; to install it is not. A stretch of use that began
# before the article counts under it from its start, and none begins after its end.
CONTRACTORS = Act.by.is_(ActBy.CONTRACTOR) & THE_SYSTEM
IN_USE = CONTRACTORS & Act.kind.is_in(ActKind.DEPLOY, ActKind.ACTIVATE, ActKind.USE)
FIRST_DAY = earliest(BEGAN, Act.on)
BEGAN_HERE = TimeIf(GENERAL_DATE.happened(), latest(FIRST_DAY, GENERAL_DATE), FIRST_DAY)
# The agency's side of it: what it signs or takes over, uses and renews. To obtain a
# system or work done with one, in whatever way, is to procure it.
DEALT_IN = OURS & THE_SYSTEM & Act.object.is_in(ActOn.SYSTEM, ActOn.SERVICE, ActOn.DECISION_SYSTEM)
BUYS = DEALT_IN & Act.kind.is_in(*PROCURING)
PROCURES = BUYS | (DEALT_IN & Act.kind.is_(ActKind.OBTAIN))
RENEWS = DEALT_IN & Act.kind.is_(ActKind.RENEW)
SIGNED = Case.acts.first(Act.on, BUYS)
# Deploying it and switching it on are using it.
USED_BY_US = DEALT_IN & (USES | Act.kind.is_(ActKind.DEPLOY))

WHOSE_USE = Ambiguity(
    "whose_use",
    "Do the steps of 41-6211(B) come before the agency's own use too, of a system that the contractor "
    "supplies?",
    {
        "contractors": "no: they come before the contractor deploys or uses a system in its work",
        "under_the_contract": "yes: before anyone uses a system under the contract",
    },
    default="contractors",
    why="To perform the contract is the contractor's part, and to put a system in place for the agency is to "
    "deploy it.",
    citation=ACT.at("41-6211(B)"),
)
# The agency's use is not the contractor's, and breaks no ban of subsection A. Where the
# contractor deploys or uses the system itself, the steps come before that.
NEEDS_STEPS = IN_USE | WHOSE_USE.reads(
    contractors=NOT_EVER,
    under_the_contract=USED_BY_US
    & ~Case.acts.some(IN_USE)
    & Contract.stage.is_in(ContractStage.SIGNED, ContractStage.PERFORMING),
)
LAST_USED = Case.acts.last(DAY, NEEDS_STEPS & DONE)
DEPLOYED = Named("the system was deployed", Case.acts.some(NEEDS_STEPS & DONE))
# A system withdrawn from use stays one that was deployed.
STILL_IN_HAND = ~Use.stage.is_(Stage.RETIRED) & ~Contract.stage.is_(ContractStage.ENDED)
STILL_IN_USE = DEPLOYED & STILL_IN_HAND

# 41-6211 A. Contractual requirement

SECTION_6211 = ARTICLE_5.but(prefix="41-6211")

# The contract is read as carrying the term, whatever it says. Section 2 only has
# it written into standard forms; nothing waits for them.
EXISTING_CONTRACTS = Ambiguity(
    "existing_contracts",
    "Does the essential term enter contracts signed before the general effective date?",
    {
        "new_and_renewed": "no; contracts entered into or renewed from that day",
        "all_performance": "yes; every contract that is performed from that day",
    },
    default="new_and_renewed",
    why='A contract "entered into" is one made, and nothing says that the term is put into older ones.',
    citation=SECTION_6211.at("(A)"),
)


# A contract still to be signed will carry it; a renewal, or another contract for the
# system, puts it in from its day, not before. What is bought under an older contract
# is no new one.
ENTERED_INTO = ~SIGNED.happened() | THE_REST.governs(SIGNED)
SIGNS = DEALT_IN & Act.kind.is_(ActKind.CONTRACT)
RENEWED = Case.acts.first(Act.on, (RENEWS | SIGNS) & THE_REST.governs(Act.on))
TERM = SECTION_6211.noted(
    "AZ-6211.A.term",
    "(A), essential term",
    "Every contract, grant or agreement with a covered contractor has the ban as an essential term, printed "
    "in it or not.",
    kind=Kind.CONDITION,
    when=UNDER_THE_ARTICLE
    & EXISTING_CONTRACTS.reads(new_and_renewed=ENTERED_INTO | RENEWED.happened(), all_performance=ALWAYS),
)
TERM_BINDS = EXISTING_CONTRACTS.reads(
    new_and_renewed=ENTERED_INTO | RENEWED.no_later_than(DAY), all_performance=ALWAYS
)

# "Results in" looks at what comes of it: no intent is needed. The ban is the
# content of that term and of nothing else, and covers the work under the contract.
USE_6211 = BY_ACT.but(prefix="41-6211")
DISCRIMINATION_BARRED = USE_6211.prohibition(
    "AZ-6211.A.ban",
    "(A), content of the term",
    "In performing the contract no automated decision system may be used that results in algorithmic "
    "discrimination.",
    when=all_of(IN_USE, UNDER_THE_ARTICLE, TERM_BINDS, ALGORITHMIC_DISCRIMINATION),
)

# 41-6211 B. Due diligence and impact assessment: three steps before deployment
# or use, anew for each system; each use is judged by itself. A contract may be
# signed before they are done.

PREDEPLOYED = Ambiguity(
    "predeployed",
    "What of systems that were deployed before the general effective date?",
    {
        "complete_before_next_use": "the steps come before the first use from that day on",
        "grandfathered": "no step is owed for them",
    },
    default="complete_before_next_use",
    why='"Or use" looks at each use, and 41-6212(A) bars continued use without full compliance.',
    citation=SECTION_6211.at("(B)"),
)

FIRST_EVER = Case.acts.first(BEGAN, NEEDS_STEPS)
DEPLOYED_UNDER_THE_ARTICLE = THE_REST.governs(FIRST_EVER)
STEPS_OWED = UNDER_THE_ARTICLE & PREDEPLOYED.reads(
    complete_before_next_use=ALWAYS, grandfathered=DEPLOYED_UNDER_THE_ARTICLE
)

LATE_STEPS = Ambiguity(
    "late_steps",
    "What of steps that were taken only after the system was used?",
    {
        "heal": "they serve each use after them, and each dealing; the breach before them stays",
        "never_heal": "nothing: they come before the first use or never",
    },
    default="heal",
    why='"Or use" looks at each use, and "is in full compliance" in 41-6212(A) at how things stand when the '
    "agency acts.",
    citation=SECTION_6211.at("(B)"),
)
FIRST_USE = Case.acts.first(BEGAN_HERE, NEEDS_STEPS & THE_REST.governs(DAY))
BEFORE = LATE_STEPS.times(heal=BEGAN_HERE, never_heal=FIRST_USE)


def _before_use(done: Time) -> Condition:
    """Done strictly before the use; on the very day of it, with no hours given, the order is unknown."""
    return done.happened() & done.before(BEFORE)


TWELVE_CLASSES = (
    ProtectedClass.RACE,
    ProtectedClass.COLOR,
    ProtectedClass.ETHNICITY,
    ProtectedClass.NATIONAL_ORIGIN,
    ProtectedClass.SEX,
    ProtectedClass.GENDER,
    ProtectedClass.GENDER_IDENTITY,
    ProtectedClass.SEXUAL_ORIENTATION,
    ProtectedClass.RELIGION,
    ProtectedClass.AGE,
    ProtectedClass.VETERAN_STATUS,
    ProtectedClass.DISABILITY_STATUS,
)

# Every one of the twelve: eleven are none. That data on a class is hard to come
# by is no excuse that the text knows.
ANALYSIS = Named(
    "a rigorous analysis covered all twelve classes",
    ImpactAssessment.analysis_rigorous & ImpactAssessment.classes_analyzed.has_all(*TWELVE_CLASSES),
    ACT.at("41-6211(B)(1)"),
)
ANALYZED = Named(
    "a rigorous analysis covered all twelve classes before use",
    ANALYSIS & _before_use(ImpactAssessment.analysis_done),
    ACT.at("41-6211(B)(1)"),
)
# Both completed and handed over. The five contents are attested by themselves,
# below; they are part of what makes a report an impact assessment.
# It reports what the analysis found, so it cannot come first. On which day a content
# was attested says nothing of the day on which it was put in.
ASSESSMENT = all_of(
    IMPACT_ASSESSMENT,
    *(Attested(f"AZ-6211.B.2.{letter}") for letter in "abcde"),
    StartOfDay(ImpactAssessment.analysis_done).no_later_than(ImpactAssessment.provided),
)
ASSESSED = Named(
    "the public impact assessment reached the agency before use",
    ASSESSMENT & _before_use(ImpactAssessment.provided),
    ACT.at("41-6211(B)(2)"),
)
# To the best of its knowledge: unlike the vendor's certification of 41-6204(B)
# it is not absolute, and it need not be sworn. A true one excuses no discrimination.
CERTIFICATE = ImpactAssessment.certified_under_penalty & ImpactAssessment.certified_after_inquiry
CERTIFIED = Named(
    "the contractor certified under penalty of perjury before use",
    CERTIFICATE & _before_use(ImpactAssessment.certified),
    ACT.at("41-6211(B)(3)"),
)


OF_A_USE = NEEDS_STEPS & STEPS_OWED
BEFORE_DEPLOYMENT = Deadline(
    BEFORE,
    strict=True,
    note="strictly before deployment or use; of a use that went on when the article starts, before that",
)


def _step(id: str, pinpoint: str, statement: str, done: Condition) -> Duty:
    return USE_6211.requirement(
        id, pinpoint, statement, when=OF_A_USE, done=done, due=BEFORE_DEPLOYMENT, lawful_use=True
    )


THREE_STEPS = _step(
    "AZ-6211.B",
    "(B), opening words",
    "Take three steps before a decision system is deployed or used in performing the contract.",
    ANALYZED & ASSESSED & CERTIFIED,
)
ANALYZE = _step(
    "AZ-6211.B.1",
    "(B)(1)",
    "Analyse disparate impact with statistical rigor, over every one of the twelve protected classes.",
    ANALYZED,
)
ASSESS = _step(
    "AZ-6211.B.2",
    "(B)(2), opening words",
    "Complete a public impact assessment with its five contents, and hand it to the contracting agency.",
    ASSESSED,
)


def _content(letter: str, statement: str, note: str = "") -> Duty:
    return USE_6211.obligation(
        f"AZ-6211.B.2.{letter}",
        f"(B)(2)({letter})",
        statement,
        when=OF_A_USE,
        due=BEFORE_DEPLOYMENT,
        note=note,
    )


PURPOSE = _content(
    "a", "Say in the assessment, in plain language, what the system is for and how it is meant to be used."
)
INPUTS = _content(
    "b", "Set out the data that goes in, where it comes from, and what was done about bias in training data."
)
RESULTS = _content("c", "Report in the assessment what the analysis of disparate impact showed.")
MEASURES = _content(
    "d", "Set out the measures against algorithmic discrimination, plans for ongoing monitoring among them."
)
# No provision of the act grants these rights: they have to come from elsewhere,
# and where there are none, that is what is to be described.
RIGHTS = _content(
    "e",
    "Set out the rights people have to contest an adverse decision and to be heard by a human.",
    note="The act has these rights described; it grants none.",
)
CERTIFY = _step(
    "AZ-6211.B.3",
    "(B)(3)",
    "Certify under penalty of perjury, after reasonable inquiry, that to its best knowledge the system does "
    "not discriminate.",
    CERTIFIED,
)

# 41-6211 C. Annual recertification and auditing

RECERTIFICATION_YEAR = Ambiguity(
    "recertification_year",
    "From when does the year run, of a certificate that is older than the article?",
    {
        "from_certificate": "from the certificate; a year that was over when the article started is over on "
        "its first day",
        "from_start": "from the start of the article, so that no certificate runs out before July 2029",
    },
    default="from_certificate",
    why="What comes round every year is the certificate, which says nothing of the time after its year.",
    citation=SECTION_6211.at("(C)"),
)

# No year can have been missed before the article started: what closed by then is past.
NOT_COUNTED_BEFORE = RECERTIFICATION_YEAR.times(
    from_certificate=GENERAL_DATE.plus(Period(years=-1)), from_start=GENERAL_DATE
)
# A certificate was owed by the first use under the article. One that came late runs
# for its year all the same; while there is none, the years run from that use.
_A_YEAR_ON = FIRST_USE.plus(Period(years=1))
_CERTIFIED_OR_USED = TimeIf(
    ImpactAssessment.certified.no_later_than(_A_YEAR_ON),
    earliest(ImpactAssessment.certified, _A_YEAR_ON),
    FIRST_USE,
)
# Where none was owed, they run from the one that was given.
OWED_FROM = PREDEPLOYED.times(
    complete_before_next_use=_CERTIFIED_OR_USED,
    grandfathered=TimeIf(DEPLOYED_UNDER_THE_ARTICLE, _CERTIFIED_OR_USED, ImpactAssessment.certified),
)

RECERTIFICATION_ANCHOR = Ambiguity(
    "recertification_anchor",
    "By what are the years counted in which compliance is certified again?",
    {
        "last_certification": "by the latest certificate: the next is due within a year of it",
        "contract_anniversary": "by the contract: one is due in each of its years",
        "calendar_year": "by the calendar: one is due in each year",
    },
    default="last_certification",
    why="To recertify is to repeat the certificate of (B)(3), so that act is where the year begins.",
    citation=SECTION_6211.at("(C)"),
)


def _recertified(last: Time, until: Time) -> Condition:
    """Whether no year passed without recertification, from a certificate to a time."""
    again = ImpactAssessment.recertifications
    year = Period(years=1)
    return RECERTIFICATION_ANCHOR.reads(
        last_certification=MeetsCadence(again, Cadence(year), latest(last, NOT_COUNTED_BEFORE), until),
        contract_anniversary=MeetsCadence(
            again,
            Cadence(year, by_anniversary=True),
            latest(last, GENERAL_DATE),
            until,
            anchor=SIGNED,
        ),
        # The first certificate is enough for its own year.
        calendar_year=MeetsCadence(
            again, Cadence(year, by_calendar=True), latest(last.plus(year), GENERAL_DATE), until
        ),
    )


# Where nothing had to be certified, nothing has to be certified again.
CERTIFICATE_OWED = PREDEPLOYED.reads(
    complete_before_next_use=ALWAYS,
    grandfathered=DEPLOYED_UNDER_THE_ARTICLE | ImpactAssessment.certified.happened(),
)


def _out_of_date(by: Time) -> Condition:
    """Whether the latest certificate had run out by then. One that came too late still runs for its year."""
    first = TimeIf(
        ImpactAssessment.certified.no_later_than(by), earliest(ImpactAssessment.certified, by), FIRST_USE
    )
    owed = PREDEPLOYED.reads(
        complete_before_next_use=ALWAYS,
        grandfathered=DEPLOYED_UNDER_THE_ARTICLE | ImpactAssessment.certified.no_later_than(by),
    )
    return owed & ~_recertified(latest(LastOf(ImpactAssessment.recertifications, first, by), first), by)


# The end of the contract, or of the tool, wipes out no year missed before, nor does
# a certificate that came too late; and nothing comes due after it.
UNTIL_NOW = TimeIf(STILL_IN_HAND, AS_OF, LAST_USED)
RECERTIFIED = _recertified(OWED_FROM, UNTIL_NOW)
RECERTIFICATION_LAPSED = Named(
    "a year passed without recertification", DEPLOYED & CERTIFICATE_OWED & ~RECERTIFIED
)

# What is certified again is compliance with all of the section. A year that was
# missed stays a breach. Subsection C makes no condition of use of it; what an
# agency may not do meanwhile is in 41-6212(A).
RECERTIFY = SECTION_6211.obligation(
    "AZ-6211.C.recert",
    "(C), recertification",
    "Certify compliance anew every year.",
    when=UNDER_THE_ARTICLE & ((CERTIFICATE_OWED & STILL_IN_USE) | RECERTIFICATION_LAPSED),
    done=RECERTIFIED,
    act=earliest(UNTIL_NOW, AS_OF),
)

# "On request" goes with the audits, "annually" does not. Only the contracting
# agency and the attorney general may ask, and a request made before the article
# was in force asks for nothing under it. No period is stated: until it is refused,
# or a reasonable time has passed, an audit still to come is owed and not missed.
AUDIT_REQUESTED = ImpactAssessment.audit_requested.happened()
AUDIT_OWED = all_of(
    UNDER_THE_ARTICLE,
    AUDIT_REQUESTED,
    Case.acts.some(IN_USE & under_the_rest(DAY)) | ~Contract.stage.is_(ContractStage.ENDED),
)
# An auditor who is not independent leaves it to be done, whoever chose them.
DAY_OF_REQUEST = earliest(ImpactAssessment.audit_requested, AS_OF)
AUDITED = ImpactAssessment.audit_submitted & ImpactAssessment.auditor_independent
SUBMIT_TO_AUDIT = SECTION_6211.obligation(
    "AZ-6211.C.audit",
    "(C), audit",
    "Submit to an independent outside audit of the algorithms when the agency or the attorney general asks.",
    when=AUDIT_OWED,
    done=AUDITED,
    gate=ImpactAssessment.audit_refused,
    due=Deadline(note="on request; no period is stated"),
    act=DAY_OF_REQUEST,
)
AUDIT_REFUSED = Named(
    "an audit asked for was refused",
    AUDIT_OWED & under_the_rest(ImpactAssessment.audit_requested) & ~AUDITED & ImpactAssessment.audit_refused,
)

# "May be borne": no duty to pay, and nobody is named who decides.
AUDIT_COSTS = SECTION_6211.noted(
    "AZ-6211.C.cost",
    "(C), cost",
    "The contractor may be made to bear what such an audit costs.",
    kind=Kind.CONSEQUENCE,
    when=AUDIT_OWED,
    act=DAY_OF_REQUEST,
)

# 41-6211 D. Remedies for violation. One lapse is enough, on paper too, and none
# can be cured. Before deployment subsection B is not broken, and before use the
# ban of subsection A is not.

STEPS_MISSED = all_of(OF_A_USE, DONE, under_the_rest(DAY), ~(ANALYZED & ASSESSED & CERTIFIED))
# A bidder has no contract to break.
VIOLATED = Named(
    "the contractor violated the section",
    ~Contract.stage.is_in(ContractStage.SOLICITED, ContractStage.PROPOSED)
    & any_of(
        Case.acts.some(DISCRIMINATION_BARRED.when & DONE & under_the_rest(DAY)),
        Case.acts.some(STEPS_MISSED),
        UNDER_THE_ARTICLE & RECERTIFICATION_LAPSED,
        AUDIT_REFUSED,
    ),
)

REMEDIES = Ambiguity(
    "remedies_follow",
    'A breach is "subject to" four remedies: do they follow by themselves?',
    {
        "available": "no: they are open to the agency or a court",
        "automatic": "yes, by operation of law",
    },
    default="available",
    why="Subject to opens the way to them, where 41-6204(D) says shall. Continuing is another matter, for "
    "41-6212(A).",
    citation=SECTION_6211.at("(D), opening words"),
)
MATERIAL_BREACH = SECTION_6211.noted(
    "AZ-6211.D",
    "(D), opening words",
    "A violation of the section is a material breach of contract, open to four remedies.",
    kind=Kind.CONSEQUENCE,
    when=VIOLATED,
)
TERMINATION = SECTION_6211.noted(
    "AZ-6211.D.1",
    "(D)(1)",
    "The contract may be terminated at once.",
    kind=Kind.CONSEQUENCE,
    when=VIOLATED,
    note="Immediate: no notice and no time to cure is stated.",
)
# Profit, not revenue, and only from the work that was not in order.
DISGORGEMENT = SECTION_6211.penalty(
    "AZ-6211.D.2",
    "(D)(2)",
    "All profit from the work that was not in order is given up.",
    when=VIOLATED,
    least=REMEDIES.amounts(available=0, automatic=Contract.noncompliant_profits),
    most=Contract.noncompliant_profits,
    formula="all profits of the noncompliant work",
    payer="the covered contractor",
    payee="the agency (the text names nobody)",
)

INELIGIBILITY_START = Ambiguity(
    "ineligibility_start",
    "From which day do the three years run?",
    {
        "determination": "from that on which the violation is determined",
        "violation": "from that of the violation",
        "termination": "from that on which the contract ends",
    },
    default="determination",
    why="Nobody can apply the bar before, and a disqualification is read strictly.",
    citation=SECTION_6211.at("(D)(3)"),
)
# A bar is a fact about the contractor, whatever is at hand when it is looked at.
BROKE_A_CONTRACT = Bar.ground.is_(BarGround.ALGORITHMIC_DISCRIMINATION)
BARRED_FROM = INELIGIBILITY_START.times(
    determination=Bar.since, violation=Bar.violated, termination=Bar.contract_ended
)
FREE_FROM = BARRED_FROM.plus(Period(years=3))
# A bid that has a day is judged by it, though that is still to come.
DAY_OF_BID = TimeIf(Act.on.before(Day(date.max)), Act.on, AS_OF)
BAR_ENDS = Vendor.bars.last(FREE_FROM, BROKE_A_CONTRACT)

BARRED_BIDS = Ambiguity(
    "barred_bids",
    '"New state contracts": are those of cities, counties and districts barred too?',
    {
        "state_only": "no; contracts of the state",
        "state_and_local": "yes; of every Arizona government",
    },
    default="state_only",
    why="41-6204(D) names political subdivisions when it means them, and a disqualification is read "
    "strictly.",
    citation=SECTION_6211.at("(D)(3)"),
)
# The third anniversary is the first free day. An award within the time on a bid
# made earlier is barred as well: it is received then. What is bought is bought under a
# contract, and a bid of the contractor's is its own, whatever it is about.
INELIGIBILITY = SECTION_6211.obligation(
    "AZ-6211.D.3",
    "(D)(3)",
    "Stay out of new state contracts for three years: neither bid on nor receive one.",
    when=VIOLATED
    | all_of(
        AN_AGENCY,
        UNDER_THE_ARTICLE | Case.acts.some(Act.kind.is_(ActKind.BID)),
        Vendor.bars.some(BROKE_A_CONTRACT),
    ),
    done=StartOfDay(BAR_ENDS).no_later_than(AS_OF),
    due=Deadline(BAR_ENDS, by_reading=True, note="the first free day; from 29 February that is 28 February"),
)
NO_NEW_CONTRACT = USE_6211.prohibition(
    "AZ-6211.D.3.barred",
    "(D)(3), bid or award",
    "A contractor barred for a contract it broke may neither bid on nor receive a new state contract within "
    "the three years.",
    when=all_of(
        AN_AGENCY,
        THE_SYSTEM | Act.by.is_(ActBy.CONTRACTOR),
        Act.kind.is_in(ActKind.BID, *PROCURING),
        Vendor.bars.some(
            all_of(
                BROKE_A_CONTRACT,
                StartOfDay(BARRED_FROM).no_later_than(DAY_OF_BID),
                DAY_OF_BID.before(StartOfDay(FREE_FROM)),
            )
        ),
        Act.new_contract,
        BARRED_BIDS.reads(state_only=Act.contract_with.is_(GovernmentLevel.STATE), state_and_local=ALWAYS),
    ),
)
# The same loss can be claimed under 41-6215(A)(1) too; the text does not say
# that it is recovered once, and nothing is netted here.
_LOSSES = Claim.agency_damages + Claim.individual_damages
LIABILITY = SECTION_6211.penalty(
    "AZ-6211.D.4",
    "(D)(4)",
    "The contractor is liable for damages, attorney fees and costs of the agency or of those affected.",
    when=VIOLATED,
    least=REMEDIES.amounts(available=0, automatic=_LOSSES),
    most=_LOSSES,
    formula="damages, fees and costs of the agency and of the individuals affected",
    payer="the covered contractor",
    payee="the agency, or the individuals affected",
)

# 41-6212 Public agency duty to prevent discriminatory procurement

SECTION_6212 = BY_ACT.but(prefix="41-6212", bearer="the agency")
OF_THE_AGENCY = SECTION_6212.but(each=None, act=None)

CONTRACT_OBJECT = Ambiguity(
    "contract_object",
    "Is the agency held to contracts that buy an ADS, or to every contract whose performance involves one?",
    {
        "involving": "every contract whose performance involves one",
        "for_an_ads": "contracts that buy the system itself",
    },
    default="involving",
    why="The test is compliance with 41-6211, which covers every system used in performance.",
    citation=SECTION_6212.at("(A)"),
)

FULL_COMPLIANCE = Ambiguity(
    "full_compliance",
    "Is a contractor in full compliance with 41-6211 whose system discriminates under a contract that is too "
    "old to carry the term?",
    {
        "no_violation": "yes, while no deal brings the term in: it violates nothing of the section",
        "substance": "no: its system is what the section is against",
    },
    default="no_violation",
    why="Compliance is with the section, and subsection A speaks by a term of the contract.",
    citation=SECTION_6212.at("(A)"),
)
# The state of things on the day on which the agency acts: steps that are not owed
# yet are not missed, and a year that was missed does not count once the contractor
# has certified again. To procure or renew brings the term in, so that what the
# system does under it counts. An audit asked for by that day and refused counts
# whenever the refusal was: no fact has its day.
STEPS_TAKEN = all_of(
    ANALYSIS & ImpactAssessment.analysis_done.no_later_than(DAY),
    ASSESSMENT & ImpactAssessment.provided.no_later_than(DAY),
    CERTIFICATE & ImpactAssessment.certified.no_later_than(DAY),
)
NOT_IN_FULL_COMPLIANCE = any_of(
    ALGORITHMIC_DISCRIMINATION
    & FULL_COMPLIANCE.reads(no_violation=PROCURES | RENEWS | TERM_BINDS, substance=ALWAYS),
    # Steps that came before the first use came before every other.
    Case.acts.some(STEPS_MISSED)
    & FIRST_USE.no_later_than(DAY)
    & LATE_STEPS.reads(heal=~STEPS_TAKEN, never_heal=ALWAYS),
    # Once the contract has ended there is nobody to certify again.
    all_of(
        DEPLOYED,
        STILL_IN_HAND | (THE_REST.governs(LAST_USED) & DAY.no_later_than(LAST_USED)),
        _out_of_date(DAY),
    ),
    AUDIT_REFUSED & ImpactAssessment.audit_requested.no_later_than(DAY),
)
# The agency's own use counts for it, which may go on when the contractor's has
# ended.
NO_DEALING = SECTION_6212.prohibition(
    "AZ-6212.A",
    "(A)",
    "No agency may procure, keep using or renew an ADS from a covered contractor that is not in full "
    "compliance with 41-6211.",
    when=all_of(
        UNDER_THE_ARTICLE,
        PROCURES | RENEWS | USED_BY_US,
        CONTRACT_OBJECT.reads(involving=ALWAYS, for_an_ads=Contract.buys_the_system),
        NOT_IN_FULL_COMPLIANCE,
    ),
)

WHICH_AGENCIES = Ambiguity(
    "which_agencies",
    "Does every agency designate an officer, or only one with such contracts?",
    {
        "every_agency": "every state and local agency",
        "with_contracts": "agencies with a contract that involves such a system",
    },
    default="every_agency",
    why="No words limit it.",
    citation=SECTION_6212.at("(B)"),
)
COMPLIANCE_OFFICER = OF_THE_AGENCY.obligation(
    "AZ-6212.B",
    "(B)",
    "Designate a compliance officer for algorithmic systems, who reviews assessments and manages contractor "
    "compliance.",
    when=AN_AGENCY
    & WHICH_AGENCIES.reads(every_agency=ALWAYS, with_contracts=Contract.involves_automated_decisions),
    due=Deadline(note="from the start of article 5; no period is stated"),
)
# Recertifications are related certifications too. Trade secrets are not excepted.
PUBLISH = OF_THE_AGENCY.obligation(
    "AZ-6212.C",
    "(C)",
    "Put every impact assessment and certification on the agency's website, accessible and searchable.",
    when=AN_AGENCY
    & ~OUT_OF_ARTICLE_5
    & (ImpactAssessment.provided.happened() | ImpactAssessment.certified.happened()),
    due=Deadline(note="no period is stated"),
)

# 41-6213 Prohibition on circumvention. Once covered, a contractor is bound in all
# it does, not only in performing the contract, and the text does not ask whether it
# was covered already when it designed the system. Subsection A is built from the
# designs of B and the presumption of C, and so stands after them here.

SECTION_6213 = BY_ACT.but(prefix="41-6213")
OF_THE_DESIGN = SECTION_6213.but(each=None, act=None)

# "Federal or state anti-discrimination laws", five of them by name: others are
# in as well. Ordinances are not.
LAWS = OF_THE_DESIGN.definition(
    "AZ-6213.A.laws",
    "(A), laws named",
    "The laws are those of the nation and the state against discrimination; five are named as examples.",
    term="it gets round a law against discrimination",
    means=Discrimination.laws.has(
        AntiDiscriminationLaw.STATE_CIVIL_RIGHTS_ACT,
        AntiDiscriminationLaw.TITLE_VI,
        AntiDiscriminationLaw.TITLE_VII,
        AntiDiscriminationLaw.FAIR_HOUSING_ACT,
        AntiDiscriminationLaw.AMERICANS_WITH_DISABILITIES_ACT,
        AntiDiscriminationLaw.OTHER_FEDERAL,
        AntiDiscriminationLaw.OTHER_STATE,
    ),
)

# The tools named are examples of a pretext, and are not banned by their names.
SCREENING_OUT = OF_THE_DESIGN.definition(
    "AZ-6213.B.1",
    "(B)(1)",
    "Included: designs that screen people of protected classes out behind neutral factors, such as cultural "
    "fit in hiring.",
    term="it is designed to screen out protected classes under a pretext",
    means=Discrimination.design_purposes.has(DesignPurpose.SCREEN_OUT),
)
# In three fields only: housing, credit and advertising. Protected classes are not
# mentioned, so that ordinary market segments are literally inside.
STEERING = OF_THE_DESIGN.definition(
    "AZ-6213.B.2",
    "(B)(2)",
    "Included: designs that divide or steer groups to be treated differently in housing, credit or "
    "advertising.",
    term="it is designed to segment or steer populations",
    means=Discrimination.design_purposes.has(DesignPurpose.SEGMENT_OR_STEER),
)
BIASED_SCORING = OF_THE_DESIGN.definition(
    "AZ-6213.B.3",
    "(B)(3)",
    "Included: designs that score people's risk so that historical bias lives on; three fields are examples.",
    term="it is designed to score risk in ways that perpetuate bias",
    means=Discrimination.design_purposes.has(DesignPurpose.RISK_SCORE),
)
LISTED_DESIGN = OF_THE_DESIGN.definition(
    "AZ-6213.B",
    "(B), opening words",
    "Three kinds of design fall inside the ban.",
    term="it is one of the listed designs",
    means=SCREENING_OUT | STEERING | BIASED_SCORING,
)

LISTED_DESIGNS = Ambiguity(
    "listed_designs",
    "Do the listed designs violate by themselves, or only with the intent or knowledge of subsection A?",
    {
        "per_se_on_design_purpose": "by themselves: what a system is designed for is intent enough",
        "mental_state_required": "only with it: they are illustrations",
    },
    default="per_se_on_design_purpose",
    why="The prohibition is said to include systems designed to such ends.",
    citation=SECTION_6213.at("(B)"),
)

USE_AS_DEPLOYMENT = Ambiguity(
    "use_as_deployment",
    "Does a contractor deploy a system that it uses in its work, where no deployment of its own is listed?",
    {
        "apart": "no: others may have deployed it, and subsection A does not name use",
        "use_deploys": "yes: to put a system to work is to deploy it",
    },
    default="apart",
    why="41-6211(B) names deployment and use apart, and this section names design, configuration and "
    "deployment alone.",
    citation=SECTION_6213.at("(A)"),
)

# The acts barred are the contractor's own. A system it deployed goes on being
# deployed while it is used; one that was only designed or configured does not.
MAKES = CONTRACTORS & (
    Act.kind.is_in(ActKind.DESIGN, ActKind.CONFIGURE, ActKind.DEPLOY)
    | (
        Act.kind.is_(ActKind.USE)
        & (
            Case.acts.some(CONTRACTORS & Act.kind.is_(ActKind.DEPLOY))
            | USE_AS_DEPLOYMENT.reads(apart=NOT_EVER, use_deploys=ALWAYS)
        )
    )
)

MEANT_OR_KNOWN = Discrimination.intended | Discrimination.known_to_contractor

WHAT_IS_PRESUMED = Ambiguity(
    "what_is_presumed",
    "Does the presumption cover the state of mind too?",
    {
        "all_elements": "yes: every element of subsection A, until the contractor rebuts it",
        "impact_only": "no: the effect is presumed, intent or knowledge is still to be shown",
    },
    default="all_elements",
    why="What is presumed is a violation of the section.",
    citation=SECTION_6213.at("(C)"),
)

# Only a court or an administrative body raises it, not the contractor's own
# analysis or an audit, and against whoever did one of the acts. It presumes no
# violation of 41-6211.
PRESUMED = Named(
    "a court or administrative body found a disparate impact, and no rebuttal is known",
    all_of(
        MAKES,
        UNDER_THE_ARTICLE,
        Discrimination.found_by.is_in(FindingBody.COURT, FindingBody.ADMINISTRATIVE_BODY),
        Discrimination.found_classes.has(*TWELVE_CLASSES),
        ~Rebutted(Discrimination.finding_rebutted),
    ),
)
PRESUMPTION = SECTION_6213.noted(
    "AZ-6213.C",
    "(C)",
    "Where a court or administrative body found a disparate impact on a protected class, a violation is "
    "presumed until rebutted.",
    kind=Kind.CONDITION,
    when=PRESUMED,
)

# Two pairs, each of which needs one: intent or knowledge, and the primary use or
# one that is reasonably foreseeable.
NO_CIRCUMVENTION = SECTION_6213.prohibition(
    "AZ-6213.A",
    "(A)",
    "No covered contractor may design, configure or deploy an ADS meant or known to be used to get round "
    "laws against discrimination.",
    when=(
        MAKES
        & UNDER_THE_ARTICLE
        & (
            (MEANT_OR_KNOWN & (Discrimination.primary_use | Discrimination.foreseeable_use) & LAWS)
            | LISTED_DESIGNS.reads(per_se_on_design_purpose=LISTED_DESIGN, mental_state_required=NOT_EVER)
        )
    )
    | (PRESUMED & WHAT_IS_PRESUMED.reads(all_elements=ALWAYS, impact_only=MEANT_OR_KNOWN)),
)

CONCERNED = IN_USE | MAKES | PROCURES | RENEWS | USED_BY_US
ENGAGED = Named(
    "article 5 is engaged",
    UNDER_THE_ARTICLE
    & (
        (STILL_IN_HAND & THE_REST.governs(AS_OF))
        | Case.acts.some(CONCERNED & THE_REST.governs(DAY))
        | (AUDIT_OWED & THE_REST.governs(DAY_OF_REQUEST))
    ),
)

ENTRIES: tuple[Entry, ...] = (
    # 41-6211
    TERM,
    DISCRIMINATION_BARRED,
    THREE_STEPS,
    ANALYZE,
    ASSESS,
    PURPOSE,
    INPUTS,
    RESULTS,
    MEASURES,
    RIGHTS,
    CERTIFY,
    RECERTIFY,
    SUBMIT_TO_AUDIT,
    AUDIT_COSTS,
    MATERIAL_BREACH,
    TERMINATION,
    DISGORGEMENT,
    INELIGIBILITY,
    NO_NEW_CONTRACT,
    LIABILITY,
    # 41-6212
    NO_DEALING,
    COMPLIANCE_OFFICER,
    PUBLISH,
    # 41-6213
    NO_CIRCUMVENTION,
    LAWS,
    LISTED_DESIGN,
    SCREENING_OUT,
    STEERING,
    BIASED_SCORING,
    PRESUMPTION,
)
