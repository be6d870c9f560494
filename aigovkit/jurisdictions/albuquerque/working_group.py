"""Albuquerque AI Policy: the plans of the working group, and what is printed again beside them.

The community engagement plan, the integration procedures, the Emerging Technologies
Board, the training plan, the second print of the Code of Ethics, the protocols on
privacy and security, and the enforcement measures.

All of it is recommended, whatever its verbs: each plan opens with "the working
group recommends", or "articulated". Of each section a comment lists the verbs that
command. What stands under one of them binds once the City has adopted the working
group's text (`WORKING_GROUP_ADOPTED`); what a plan only names, or puts as a bare
task ("Identify", "Conduct"), stays a recommendation.

What the City owes as such stands in its agency file. No plan prints a period
but those of the monthly meetings and the annual series; what has none is open
until it is done.
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    Attested,
    AttestedDays,
    AttestedOn,
    Cadence,
    Condition,
    Deadline,
    Force,
    Kind,
    MeetsCadence,
    Named,
    Period,
    Time,
    TimeIf,
    all_of,
    earliest,
    latest,
    part,
)
from aigovkit.jurisdictions.albuquerque.definitions import ARTIFICIAL_INTELLIGENCE
from aigovkit.jurisdictions.albuquerque.document import (
    AI_POLICY_TEXT,
    CITY_USE,
    END_OF_ITS_YEAR,
    IN_USE,
    START_OF_ITS_YEAR,
    USED_BEFORE,
    WORKING_GROUP_ADOPTED,
)
from aigovkit.models import (
    Activity,
    Actor,
    Affected,
    Case,
    Novelty,
    Procurement,
    Review,
    ReviewKind,
    ReviewTopic,
    Role,
    Stage,
    System,
    Use,
    Violation,
    Weight,
)

STAFF = Actor.role.is_(Role.STAFF)
# The plans are for what the City does with technology, or has done for it.
CITY_AI = Named("the City uses AI, or wants to", ARTIFICIAL_INTELLIGENCE & CITY_USE)
UNDER_WAY = CITY_AI & ~Use.stage.is_(Stage.RETIRED)

FULLY_IN_USE = Use.stage.is_in(Stage.PRODUCTION, Stage.PHASE_OUT)
HAS_BEEN_USED = IN_USE | Use.stage.is_(Stage.RETIRED)


def takes_up(step: Time) -> Condition:
    """The City takes AI up, and comes to a step of it after the text was written, or may still.

    What was in use before breaches nothing by what was not done before its first use, but a pilot of then
    has its full use ahead. What was given up before a step never comes to it.
    """
    return Named(
        "AI is taken up by the City",
        all_of(
            CITY_AI,
            ~USED_BEFORE | END_OF_ITS_YEAR.before(step),
            ~Use.stage.is_(Stage.RETIRED) | step.happened(),
        ),
    )


# The decision to take a system into use; where it is in full use, that has been taken.
ADOPTED = earliest(Use.decided, Use.implemented)
BOUGHT = Procurement.is_purchase | Procurement.acquired.happened()
# What was bought before the text can be bought again: the purchase of then is not looked at.
BOUGHT_UNDER_IT = Procurement.acquired.happened() & (
    ~USED_BEFORE | END_OF_ITS_YEAR.before(Procurement.acquired)
)
BUYS = Procurement.is_purchase | BOUGHT_UNDER_IT

# Community Engagement Plan. Verbs that command: commits (TRANS-1, and TRANS-2, which says what that
# includes), must (EQUITY-1, PART-1, RECIP-1, ACCESS-1, ACCESS-2), will (RECIP-2 and the mechanisms). None
# in the introduction and in PART-2. "Commits" is a command the City gives itself.

ENGAGEMENT = part(AI_POLICY_TEXT, "Community Engagement Plan, ", force=Force.RECOMMENDED, bearer="the City")
ENGAGEMENT_COMMANDS = ENGAGEMENT.but(promoted_by=WORKING_GROUP_ADOPTED)
ENGAGEMENT_OF_THE_CITY = ENGAGEMENT_COMMANDS.but(standing=True)

# A tool of the staff that touches no resident has no community to ask. The principles speak of engagement;
# those on single tools, policies and decisions are owed where residents are affected.
TOUCHES_RESIDENTS = Named(
    "it is AI of the City that affects residents", UNDER_WAY & Use.affects.has(Affected.RESIDENTS)
)

# The recommendation to adopt the plan is done by adopting it. The paragraph is printed twice in part; the
# dialogue it names has no principle of its own.
ADOPT_ENGAGEMENT = ENGAGEMENT.but(standing=True).obligation(
    "ABQ-CE-0",
    "introduction",
    "Adopt the engagement plan: tell people unasked, consult them before deciding, and keep up a dialogue "
    "in which underrepresented communities are heard.",
    done=WORKING_GROUP_ADOPTED,
)
# "The decisions" are those on the tool and those made with it: the words stand for both.
SHARE_HOW_AI_IS_USED = ENGAGEMENT_COMMANDS.obligation(
    "ABQ-CE-TRANS-1",
    "Transparency, first sentence",
    "Tell residents unasked how the tool is used, which data it works on, and why decisions on it and with "
    "it come out as they do.",
    when=TOUCHES_RESIDENTS,
)
PUBLISH_MATERIALS = ENGAGEMENT_OF_THE_CITY.obligation(
    "ABQ-CE-TRANS-2",
    "Transparency, second sentence",
    "Publish the policy documents and the training materials.",
)
INCLUDE_UNDERREPRESENTED = ENGAGEMENT_COMMANDS.obligation(
    "ABQ-CE-EQUITY-1",
    "Equity",
    "Put first, in the tool, the policy on it and engagement, processes that bring in how underrepresented "
    "communities see it.",
    when=TOUCHES_RESIDENTS,
)

INPUT_SOUGHT = Ambiguity(
    "community_input_sought",
    "Is input sought before the decision when asking has begun by then, or when the input is in?",
    {
        "received": "when it is in; a consultation still open on the day of the decision comes too late",
        "begun": "when asking has begun",
    },
    default="received",
    why="The introduction asks for consultation before decisions, and Reciprocity for a report on how input "
    "shaped projects: what comes in afterwards shapes none.",
    citation=ENGAGEMENT.at("Participation, first sentence"),
)
COMMUNITY_INPUT = Review.kind.is_(ReviewKind.COMMUNITY_INPUT)
# Strictly before: of input and decision on one day it is open which came first. The decision is the one to
# take the tool into use, on which the others hang; where it is in full use, that has been taken.
SEEK_INPUT_EARLY = ENGAGEMENT_COMMANDS.obligation(
    "ABQ-CE-PART-1",
    "Participation, first sentence",
    "Ask the community early, before it is decided and not afterwards.",
    bearer="the City and the department",
    when=takes_up(ADOPTED) & Use.affects.has(Affected.RESIDENTS),
    done=INPUT_SOUGHT.times(
        received=Case.reviews.first(Review.completed, COMMUNITY_INPUT),
        begun=Case.reviews.first(Review.began, COMMUNITY_INPUT),
    ),
    gate=FULLY_IN_USE,
    due=Deadline(ADOPTED, strict=True),
    step="the decision",
)
HEAR_RESIDENTS = ENGAGEMENT.obligation(
    "ABQ-CE-PART-2",
    "Participation, second sentence",
    "Have the input of residents, of those most directly touched by the tool above all.",
    bearer="the City and the department",
    when=TOUCHES_RESIDENTS,
)
ENGAGE_BOTH_WAYS = ENGAGEMENT_OF_THE_CITY.obligation(
    "ABQ-CE-RECIP-1", "Reciprocity, first sentence", "Let engagement go both ways."
)
REPORT_BACK = ENGAGEMENT_COMMANDS.obligation(
    "ABQ-CE-RECIP-2",
    "Reciprocity, second sentence",
    "Report back what the input of the community changed, and what was done about concerns.",
    when=CITY_AI & Case.reviews.some(COMMUNITY_INPUT & Review.completed.happened()),
)
ENGAGE_ACCESSIBLY = ENGAGEMENT_OF_THE_CITY.obligation(
    "ABQ-CE-ACCESS-1",
    "Accessibility, first sentence",
    "Meet standards of accessibility in engagement: of language, of culture, physical and digital.",
)
INFORM_PLAINLY = ENGAGEMENT_OF_THE_CITY.obligation(
    "ABQ-CE-ACCESS-2",
    "Accessibility, second sentence",
    "Inform in plain language, in several languages and in various formats.",
)

# The board is called Emerging Technology Board here and Emerging Technologies Board elsewhere; it is one.
# Its meetings are owed once there is one.
BOARD = Named("the board is established", Attested("ABQ-ETB-0"))
FOUNDED = AttestedOn("ABQ-ETB-0")
MEETINGS = ENGAGEMENT_OF_THE_CITY.but(bearer="the Emerging Technologies Board")

CADENCES = Ambiguity(
    "cadence",
    "Is what comes monthly or annually counted by the calendar, or from the last time?",
    {
        "calendar": "once in each calendar month, or year",
        "rolling": "no more than a month, or a year, after the last time",
    },
    default="calendar",
    why="A monthly meeting is one in each month; counted from the last time, meetings of 5 January and 25 "
    "February would leave a month out.",
    citation=ENGAGEMENT.at("Community Engagement Mechanisms, bullet 1"),
)
MEET_MONTHLY = MEETINGS.obligation(
    "ABQ-CE-MECH-1",
    "Community Engagement Mechanisms, bullet 1, first sentence",
    "Meet in public every month.",
    when=BOARD,
    done=CADENCES.reads(
        calendar=MeetsCadence(
            AttestedDays("ABQ-CE-MECH-1"), Cadence(Period(months=1), by_calendar=True), FOUNDED
        ),
        rolling=MeetsCadence(AttestedDays("ABQ-CE-MECH-1"), Cadence(Period(months=1)), FOUNDED),
    ),
)
HEAR_COMMENT = MEETINGS.obligation(
    "ABQ-CE-MECH-2",
    "Community Engagement Mechanisms, bullet 1, first sentence",
    "Leave time for public comment at the meetings.",
    when=BOARD,
)
PUBLISH_MINUTES = MEETINGS.obligation(
    "ABQ-CE-MECH-3",
    "Community Engagement Mechanisms, bullet 1, second sentence",
    "Put agendas and minutes of the meetings online.",
    when=BOARD,
)
HOST_WEBPAGE = ENGAGEMENT_OF_THE_CITY.obligation(
    "ABQ-CE-MECH-4",
    "Community Engagement Mechanisms, bullet 2",
    "Keep a page on cabq.gov with the board's papers, notices of meetings, policies, news, training for the "
    "community, and ways to take part.",
)
# Of each tool in use: 6.7 of the policy proper speaks of AI use in general, and is met without it.
STAND_IN_OVERVIEW = ENGAGEMENT_COMMANDS.obligation(
    "ABQ-CE-MECH-5",
    "Community Engagement Mechanisms, bullet 3",
    "Have the tool in the public overview of AI tools that departments use.",
    when=CITY_AI & IN_USE,
    gate=IN_USE,
)

# Integration of AI into the Operations of City Government. Verbs that command: require (ETHIC-2, PROC-3,
# PILOT-4, TRAIN-1, TRAIN-3), ensure (ETHIC-6), mandate (PROC-4, PROC-5). The other tasks are bare. That the
# introduction calls the board's oversight mandatory commands nothing by itself.

INTEGRATION = part(
    AI_POLICY_TEXT,
    "Integration of AI into the Operations of City Government, ",
    force=Force.RECOMMENDED,
    bearer="the department",
)
INTEGRATION_COMMANDS = INTEGRATION.but(promoted_by=WORKING_GROUP_ADOPTED)
INTEGRATION_OF_THE_CITY = INTEGRATION.but(bearer="the City", standing=True)

# Full use, beyond pilots, is what "implementation" is where pilots come before it, and "full deployment".
# While there is no use, full use never began, and neither did the first: nothing is late yet.
FIRST_USE = TimeIf(HAS_BEEN_USED, Use.began, Use.implemented)
DEPLOYMENT = Ambiguity(
    "deployment",
    "Is a system deployed with its first use on real work, pilots included, or only with full use?",
    {"first_use": "with the first use on real work", "full_use": "with use beyond pilots"},
    default="first_use",
    why="The bullet on technical and security testing says full deployment, and would not have to if "
    "deployment by itself left pilots out.",
    citation=INTEGRATION.at("Ethical Use and Bias Mitigation, bullet 3"),
)
DEPLOYED = DEPLOYMENT.reads(first_use=IN_USE, full_use=FULLY_IN_USE)
DEPLOYED_ON = DEPLOYMENT.times(first_use=FIRST_USE, full_use=Use.implemented)
DEPLOYS = takes_up(DEPLOYED_ON) & DEPLOYMENT.reads(first_use=~USED_BEFORE | ~HAS_BEEN_USED, full_use=ALWAYS)

# The rights of residents and democratic accountability are what the framework is to serve.
ADOPT_INTEGRATION = INTEGRATION_OF_THE_CITY.obligation(
    "ABQ-INT-0",
    "introduction",
    "Adopt the framework for evaluating, buying and deploying AI, with the board's oversight, human review, "
    "less bias and disclosure, so that residents' rights are kept.",
    done=WORKING_GROUP_ADOPTED,
)

IDENTIFY_ROLES = INTEGRATION.obligation(
    "ABQ-INT-WORK-1",
    "Workforce Readiness, bullet 1",
    "Find out which roles and functions the system may touch.",
    when=UNDER_WAY,
)
ASSESS_SKILLS = INTEGRATION_OF_THE_CITY.obligation(
    "ABQ-INT-WORK-2",
    "Workforce Readiness, bullet 2",
    "Assess readiness, and find the gaps in skills in all departments.",
)
RESKILL = INTEGRATION.obligation(
    "ABQ-INT-WORK-3",
    "Workforce Readiness, bullet 3",
    "Draw up plans to train the staff whom the change touches, and carry them out.",
    bearer="the City and the department",
    when=UNDER_WAY & Use.affects.has(Affected.STAFF),
)
SUPPORT_STAFF = INTEGRATION_OF_THE_CITY.obligation(
    "ABQ-INT-WORK-4",
    "Workforce Readiness, bullet 4",
    "Provide tools for training and support for the difficulties that integrating AI brings.",
)

# More than the introduction of the Code, which asks nothing: that the Code is applied is attested.
APPLY_CODE = INTEGRATION.obligation(
    "ABQ-INT-ETHIC-1",
    "Ethical Use and Bias Mitigation, bullet 1",
    "Apply the Code of Ethics to all that has to do with the system.",
    when=UNDER_WAY,
)
REQUIRE_HUMAN = INTEGRATION.restatement(
    "ABQ-INT-ETHIC-2",
    "Ethical Use and Bias Mitigation, bullet 2",
    "Again: have human-in-the-loop oversight of AI.",
    restates="ABQ-4.1-d",
    kind=Kind.OBLIGATION,
)

ASSESSMENTS = Ambiguity(
    "deployment_assessments",
    "Are the risk assessments of 4.2 and 4.3 those of before and after deployment?",
    {
        "counts": "yes; they are risk assessments, from before the tool is used and from when it is",
        "own": "no; the procedures ask for some of their own",
    },
    default="counts",
    why="The bullet asks for risk assessments before and after deployment, and not by whom; a second one of "
    "the same risks is nowhere called for.",
    citation=INTEGRATION.at("Ethical Use and Bias Mitigation, bullet 3"),
)
BEFORE_DEPLOYMENT = Review.kind.is_(ReviewKind.PRE_DEPLOYMENT_ASSESSMENT) | ASSESSMENTS.reads(
    counts=Review.kind.is_(ReviewKind.RISK_ASSESSMENT), own=NOT_EVER
)
AFTER_DEPLOYMENT = Review.kind.is_(ReviewKind.POST_DEPLOYMENT_ASSESSMENT) | ASSESSMENTS.reads(
    counts=Review.kind.is_(ReviewKind.REGULAR_RISK_ASSESSMENT), own=NOT_EVER
)
ASSESS_BEFORE = INTEGRATION.obligation(
    "ABQ-INT-ETHIC-3",
    "Ethical Use and Bias Mitigation, bullet 3",
    "Assess risk before deployment.",
    when=DEPLOYS,
    done=Case.reviews.first(Review.completed, BEFORE_DEPLOYMENT),
    gate=DEPLOYED,
    due=Deadline(DEPLOYED_ON, strict=True),
    step="deployment",
)
# No period is printed: one still to come is open, not late.
ASSESS_AFTER = INTEGRATION.obligation(
    "ABQ-INT-ETHIC-4",
    "Ethical Use and Bias Mitigation, bullet 3",
    "Assess risk again after deployment.",
    when=UNDER_WAY & DEPLOYED,
    done=Case.reviews.some(
        AFTER_DEPLOYMENT & DEPLOYED_ON.before(Review.completed) & Review.completed.happened()
    ),
)
# One from before the text has nothing to answer for.
MADE = Review.completed.happened() & (~USED_BEFORE | END_OF_ITS_YEAR.before(Review.completed))
ASSESSED_BEFORE = Case.reviews.some(BEFORE_DEPLOYMENT & MADE)
ASSESSED_AFTER = Case.reviews.some(AFTER_DEPLOYMENT & MADE)
WITH_PROTOCOLS = Review.completed.happened() & Review.covers.has(ReviewTopic.BIAS_MITIGATION)
# Of each assessment once it was made.
ASSESS_WITH_PROTOCOLS = INTEGRATION.obligation(
    "ABQ-INT-ETHIC-5",
    "Ethical Use and Bias Mitigation, bullet 3",
    "Have protocols against bias in the assessment before deployment, and in the one after it.",
    when=CITY_AI & (ASSESSED_BEFORE | ASSESSED_AFTER),
    done=all_of(
        ~ASSESSED_BEFORE | Case.reviews.some(BEFORE_DEPLOYMENT & WITH_PROTOCOLS),
        ~ASSESSED_AFTER | Case.reviews.some(AFTER_DEPLOYMENT & WITH_PROTOCOLS),
    ),
    gate=ASSESSED_BEFORE | ASSESSED_AFTER,
)
# Two looks, at the law and at regulation; one review that is both is listed as both.
REVIEW_LAW = INTEGRATION_COMMANDS.requirement(
    "ABQ-INT-ETHIC-6",
    "Ethical Use and Bias Mitigation, bullet 4",
    "Let the system go through legal and through regulatory review before it is deployed.",
    when=DEPLOYS,
    done=latest(
        Case.reviews.first(Review.completed, Review.kind.is_(ReviewKind.LEGAL_REVIEW)),
        Case.reviews.first(Review.completed, Review.kind.is_(ReviewKind.REGULATORY_REVIEW)),
    ),
    gate=DEPLOYED,
    due=Deadline(DEPLOYED_ON, strict=True),
    step="deployment",
)

CONSIDER_AI_IN_BUYING = INTEGRATION_OF_THE_CITY.obligation(
    "ABQ-INT-PROC-1",
    "Procurement, bullet 1",
    "Make AI, architecture and design included, a part of the procurement processes.",
)
# Where the purchase needs no data system, that is attested with the assessment.
READY_TO_BUY = INTEGRATION.obligation(
    "ABQ-INT-PROC-2",
    "Procurement, bullet 2",
    "Before buying, assess readiness and build the data systems that are necessary.",
    when=CITY_AI & BUYS,
    done=Attested("ABQ-INT-PROC-2")
    & (~BOUGHT_UNDER_IT | AttestedOn("ABQ-INT-PROC-2").before(Procurement.acquired)),
    gate=BOUGHT_UNDER_IT,
    step="the purchase",
)

# All AI tools, bought or made, whatever look at them it is that covers this. No time is printed.
EVALUATE_TOOLS = INTEGRATION_COMMANDS.requirement(
    "ABQ-INT-PROC-3",
    "Procurement, bullet 3",
    "Have every AI tool evaluated for safety, fairness and alignment.",
    bearer="the City and the department",
    when=UNDER_WAY,
    done=latest(
        Case.reviews.first(Review.completed, Review.covers.has(ReviewTopic.SAFETY)),
        Case.reviews.first(Review.completed, Review.covers.has(ReviewTopic.FAIRNESS)),
        Case.reviews.first(Review.completed, Review.covers.has(ReviewTopic.ALIGNMENT)),
    ),
)

HEADING = Ambiguity(
    "procurement_heading",
    "Are pilots and community impact assessments mandated of purchases alone, since the heading says "
    "Procurement?",
    {
        "every": "no; of every system that is implemented",
        "purchases": "yes; what the City makes for itself is left out",
    },
    default="every",
    why="The other bullets under the heading say acquisition or procurement themselves where they mean it; "
    "this one says implementation, and the one before it all AI tools.",
    citation=INTEGRATION.at("Procurement, bullet 4"),
)
IMPLEMENTS = takes_up(Use.implemented) & HEADING.reads(every=ALWAYS, purchases=BOUGHT)
# A pilot is a review that was made, and also what the fact on its end tells of.
PILOTED = earliest(
    Case.reviews.first(Review.completed, Review.kind.is_(ReviewKind.PILOT)),
    Use.pilot_ended,
)
PILOT_FIRST = INTEGRATION_COMMANDS.requirement(
    "ABQ-INT-PROC-4",
    "Procurement, bullet 4, pilot programs",
    "Run a pilot program before the system is implemented.",
    when=IMPLEMENTS,
    done=PILOTED,
    gate=FULLY_IN_USE,
    due=Deadline(Use.implemented, strict=True),
    step="implementation",
)
ASSESS_COMMUNITY_IMPACT = INTEGRATION_COMMANDS.requirement(
    "ABQ-INT-PROC-5",
    "Procurement, bullet 4, community impact",
    "Assess the impact on the community before the system is implemented.",
    when=IMPLEMENTS,
    done=Case.reviews.first(Review.completed, Review.kind.is_(ReviewKind.COMMUNITY_IMPACT_ASSESSMENT)),
    gate=FULLY_IN_USE,
    due=Deadline(Use.implemented, strict=True),
    step="implementation",
)
USE_STANDARD_PROCESS = INTEGRATION.obligation(
    "ABQ-INT-PROC-6",
    "Procurement, bullet 5",
    "Take the purchase of AI through the standardized process of review and approval.",
    bearer="the City and the department",
    when=CITY_AI & BUYS,
    gate=BOUGHT_UNDER_IT,
    step="the purchase",
)

# Adopting a product is deciding to take it up, at the latest putting it to full use; a pilot is a way to
# evaluate it.
EVALUATE_FIRST = INTEGRATION.obligation(
    "ABQ-INT-PILOT-1",
    "Product Review and Pilot Programs, bullet 1",
    "Evaluate the product before it is adopted, for performance, for bias and for its public impact.",
    when=takes_up(ADOPTED),
    done=latest(
        Case.reviews.first(Review.completed, Review.covers.has(ReviewTopic.PERFORMANCE)),
        Case.reviews.first(Review.completed, Review.covers.has(ReviewTopic.BIAS)),
        Case.reviews.first(Review.completed, Review.covers.has(ReviewTopic.PUBLIC_IMPACT)),
    ),
    gate=FULLY_IN_USE,
    due=Deadline(ADOPTED, strict=True),
    step="adoption",
)
# How the pilot is run; that there is one before implementation is Procurement, bullet 4.
PILOT_CONTROLLED = INTEGRATION.obligation(
    "ABQ-INT-PILOT-2",
    "Product Review and Pilot Programs, bullet 2",
    "Pilot a new system in a controlled environment, with metrics of success that are defined.",
    when=UNDER_WAY & System.novelty.is_(Novelty.NEW),
)
TEST_FIRST = INTEGRATION.obligation(
    "ABQ-INT-PILOT-3",
    "Product Review and Pilot Programs, bullet 3",
    "Test the technology and its security before full deployment.",
    when=takes_up(Use.implemented),
    done=latest(
        Case.reviews.first(Review.completed, Review.kind.is_(ReviewKind.TECHNICAL_TESTING)),
        Case.reviews.first(Review.completed, Review.kind.is_(ReviewKind.SECURITY_TESTING)),
    ),
    gate=FULLY_IN_USE,
    due=Deadline(Use.implemented, strict=True),
    step="full deployment",
)

# What was bought before there was a board is no purchase for it. A use that goes on can still be brought to
# it, whenever it began, and is late only where it began since.
BOUGHT_SINCE = Procurement.acquired.happened() & ~Procurement.acquired.before(FOUNDED)
PURCHASE = Procurement.is_purchase | BOUGHT_SINCE
USED_SINCE = FOUNDED.before(Use.began)
MAJOR_PURCHASE = PURCHASE & Use.weight.has(Weight.MAJOR_PURCHASE)
MAJOR_USE = IN_USE & Use.weight.has(Weight.MAJOR_USE)

# How large "major" is stands nowhere: it is a recorded determination, here and below.
OVERSEE_MAJOR_PURCHASE = INTEGRATION_COMMANDS.review(
    "ABQ-INT-PILOT-4",
    "Product Review and Pilot Programs, bullet 4",
    "Let the board oversee a major purchase that has AI in it.",
    bearer="the Emerging Technologies Board",
    when=BOARD & CITY_AI & MAJOR_PURCHASE,
    gate=BOUGHT_SINCE,
    step="the purchase",
)

KEEP_RECORDS = INTEGRATION_OF_THE_CITY.obligation(
    "ABQ-INT-TRANS-1",
    "Transparency, bullet 1",
    "Keep clear records, as the state's Inspection of Public Records Act asks.",
)
# "Accessible" goes beyond 6.7.
INFORM_ACCESSIBLY = INTEGRATION_OF_THE_CITY.obligation(
    "ABQ-INT-TRANS-2",
    "Transparency, bullet 2",
    "Have information for the public on cabq.gov that is accessible, and a way to respond.",
)

TRAIN_USERS_AND_BUYERS = INTEGRATION_COMMANDS.obligation(
    "ABQ-INT-TRAIN-1",
    "Training and Education, bullet 1",
    "Complete onboarding and the training for one's role, as someone who uses or buys AI.",
    bearer="the employee",
    when=ARTIFICIAL_INTELLIGENCE & STAFF & Actor.activities.has(Activity.USING, Activity.PURCHASING),
)
PARTNER_FOR_LEARNING = INTEGRATION_OF_THE_CITY.obligation(
    "ABQ-INT-TRAIN-2",
    "Training and Education, bullet 2",
    "Offer learning in person and online together with partner organizations.",
)
# Of staff, and before access: 5.1 leaves open by when the agreement is signed. Access of before the year of
# the text was granted under no rule; access to what was in use before is judged where it was granted since.
SIGN_FIRST = INTEGRATION_COMMANDS.obligation(
    "ABQ-INT-TRAIN-3",
    "Training and Education, bullet 3",
    "Have the employee sign the agreement on ethical use before access is granted.",
    bearer="the City",
    when=all_of(
        ARTIFICIAL_INTELLIGENCE,
        STAFF,
        Actor.activities.has(Activity.USING) | Actor.access_granted.happened(),
        ~USED_BEFORE | END_OF_ITS_YEAR.before(Actor.access_granted),
        ~Actor.access_granted.before(START_OF_ITS_YEAR),
    ),
    done=Actor.agreement_signed,
    due=Deadline(Actor.access_granted, strict=True),
    step="access",
)
UPDATE_MATERIALS = INTEGRATION_OF_THE_CITY.obligation(
    "ABQ-INT-TRAIN-4",
    "Training and Education, bullet 4",
    "Keep training materials up to date with new tools, risks and uses.",
)

DESIGN_FOR_ALL = INTEGRATION.obligation(
    "ABQ-INT-INCL-1",
    "Inclusive and Equitable Design, bullet 1",
    "Design the service so that all can use it and gain from it.",
    when=UNDER_WAY,
)
CONSIDER_INCLUSION = INTEGRATION.obligation(
    "ABQ-INT-INCL-2",
    "Inclusive and Equitable Design, bullet 2",
    "Consider language access, cultural relevance and digital inclusion.",
    when=UNDER_WAY,
)
UPHOLD_FAIRNESS = INTEGRATION.obligation(
    "ABQ-INT-INCL-3",
    "Inclusive and Equitable Design, bullet 3",
    "Keep to standards of fairness, and against bias, for as long as the system lives.",
    when=UNDER_WAY,
)

# Emerging Technologies Board. Verbs that command: will (ETB-0), ensure (ETB-3, ETB-7). The other
# responsibilities are bare tasks of a board that is still to be established, and not owed before.

THE_BOARD = part(
    AI_POLICY_TEXT,
    "Integration of AI into the Operations of City Government, Emerging Technologies Board, ",
    force=Force.RECOMMENDED,
    bearer="the Emerging Technologies Board",
)
BOARD_AS_SUCH = THE_BOARD.but(standing=True)
EMERGING = Named(
    "the City uses AI or another emerging technology, or wants to",
    (ARTIFICIAL_INTELLIGENCE | System.emerging_technology) & CITY_USE,
)

ESTABLISH_BOARD = THE_BOARD.obligation(
    "ABQ-ETB-0",
    "first paragraph",
    "Establish an Emerging Technologies Board that governs: it assesses risks and impacts, and keeps things "
    "transparent and accountable to the community.",
    bearer="the City",
    standing=True,
    promoted_by=WORKING_GROUP_ADOPTED,
)
REVIEW_DECISIONS = THE_BOARD.obligation(
    "ABQ-ETB-1",
    "Responsibilities, bullet 1",
    "Guide and review the decision, as a significant one on emerging technology.",
    when=BOARD & EMERGING & Use.weight.has(Weight.SIGNIFICANT_DECISION),
)
FOSTER_COLLABORATION = BOARD_AS_SUCH.obligation(
    "ABQ-ETB-2",
    "Responsibilities, bullet 2",
    "Have departments work together on what technology does.",
    when=BOARD,
)
PROTECT_RIGHTS = BOARD_AS_SUCH.obligation(
    "ABQ-ETB-3",
    "Responsibilities, bullet 3",
    "See to it that public rights, privacy rights and fair outcomes are protected.",
    when=BOARD,
    promoted_by=WORKING_GROUP_ADOPTED,
)
ENGAGE_STAKEHOLDERS = BOARD_AS_SUCH.obligation(
    "ABQ-ETB-4",
    "Responsibilities, bullet 4",
    "Engage stakeholders of the community regularly, for their input and their concerns.",
    when=BOARD,
)
TEND_POLICIES = BOARD_AS_SUCH.obligation(
    "ABQ-ETB-5",
    "Responsibilities, bullet 5",
    "Review, update and enforce the policies on AI and emerging technologies.",
    when=BOARD,
)
HEAR_COMPLAINTS = THE_BOARD.obligation(
    "ABQ-ETB-6",
    "Responsibilities, bullet 6",
    "Hear the complaint that a policy on AI or emerging technology was violated.",
    when=BOARD & EMERGING & Violation.alleged,
)

SIZE_UNNAMED = Ambiguity(
    "presented_to_the_board",
    "Does every purchase and every use go before the board, or only major ones?",
    {
        "every": "every one, as this list prints it",
        "major": "major ones, as the list of suggested responsibilities prints it",
    },
    default="every",
    why="This list names no size, and the product review bullet on the board says major where it means it; "
    "the later list is headed as a suggestion.",
    citation=THE_BOARD.at("Responsibilities, bullet 7"),
)
PRESENTED_BY = Ambiguity(
    "presented_by",
    "Is a purchase or a use late before the board that was made or begun without being presented?",
    {
        "before": "yes; it has to be presented before that",
        "whenever": "no; no time is printed, and it can still be presented",
    },
    default="before",
    why="The first responsibility is to guide and review decisions, and a decision that has been carried out "
    "is past guiding; this reading protects.",
    citation=THE_BOARD.at("Responsibilities, bullet 7"),
)
HAS_TO_BE_PRESENTED = PRESENTED_BY.reads(before=ALWAYS, whenever=NOT_EVER)
PURCHASE_FOR_BOARD = SIZE_UNNAMED.reads(every=PURCHASE, major=MAJOR_PURCHASE)
USE_FOR_BOARD = SIZE_UNNAMED.reads(every=IN_USE, major=MAJOR_USE)
PRESENT_TO_BOARD = THE_BOARD.obligation(
    "ABQ-ETB-7",
    "Responsibilities, bullet 7",
    "Have purchases and uses of AI or emerging technology presented to the board.",
    when=BOARD & EMERGING & (PURCHASE_FOR_BOARD | USE_FOR_BOARD),
    gate=HAS_TO_BE_PRESENTED & ((PURCHASE_FOR_BOARD & BOUGHT_SINCE) | (USE_FOR_BOARD & USED_SINCE)),
    step="the purchase or the use",
    promoted_by=WORKING_GROUP_ADOPTED,
)

# What is presented afterwards is presented, and leaves its mark. Both lists have one, as they share the act.
PURCHASE_TO_PRESENT = PURCHASE_FOR_BOARD & BOUGHT_SINCE
USE_TO_PRESENT = USE_FOR_BOARD & USED_SINCE
PRESENTED_IN_TIME = THE_BOARD.obligation(
    "ABQ-ETB-7-TIME",
    "Responsibilities, bullet 7, time",
    "Have them presented to the board before the purchase, and before the use.",
    when=all_of(
        BOARD,
        EMERGING,
        HAS_TO_BE_PRESENTED,
        Attested("ABQ-ETB-7"),
        PURCHASE_TO_PRESENT | USE_TO_PRESENT,
    ),
    done=AttestedOn("ABQ-ETB-7"),
    due=Deadline(
        TimeIf(
            PURCHASE_TO_PRESENT,
            TimeIf(USE_TO_PRESENT, earliest(Procurement.acquired, Use.began), Procurement.acquired),
            Use.began,
        ),
        by_reading=True,
        strict=True,
    ),
    promoted_by=WORKING_GROUP_ADOPTED,
)

# Training Plan. Verbs that command: must (TRAIN-0). The phases are bare tasks and topics.

TRAINING = part(AI_POLICY_TEXT, "Training Plan, ", force=Force.RECOMMENDED, bearer="the City", standing=True)
TRAINING_GOALS = TRAINING.but(kind=Kind.PRINCIPLE)

LEVEL_SETTING = TRAINING.obligation(
    "ABQ-TRAIN-0",
    "first paragraph",
    "Bring present and future employees to one foundation, in tiers for newcomers, staff and leaders.",
    promoted_by=WORKING_GROUP_ADOPTED,
)
FORMALIZE_PARTNERSHIPS = TRAINING.obligation(
    "ABQ-TRAIN-P1-PARTNER-1",
    "Phase One, Partnership Development, bullet 1",
    "Put partnerships into memoranda or agreements.",
)
ALIGN_CONTENT = TRAINING.obligation(
    "ABQ-TRAIN-P1-PARTNER-2",
    "Phase One, Partnership Development, bullet 2",
    "Make or find teaching on AI that goes with the City's policy.",
)
SURVEY = TRAINING.obligation(
    "ABQ-TRAIN-P1-SURVEY",
    "Phase One, Survey",
    "Assess skills, needs and opportunities, for the curriculum and to find use cases.",
)
LITERACY = TRAINING.obligation(
    "ABQ-TRAIN-101",
    "Phase Two, AI 101: Literacy",
    "Teach a common baseline: what AI is and is not, its chances and challenges, the policy, and examples.",
)
PRACTICE = TRAINING.obligation(
    "ABQ-TRAIN-202",
    "Phase Two, AI 202: Practical Applications",
    "Teach practice: prompts and queries, citing and weighing sources, risk and bias, and demonstrations.",
)
DEPARTMENT_MEETINGS = TRAINING.obligation(
    "ABQ-TRAIN-DEPT-1",
    "Phase Two, Department-Specific Training, bullet 1",
    "Go through the results of the survey with each department, and find its needs.",
    bearer="the departments",
)
TAILORED_TRAINING = TRAINING.obligation(
    "ABQ-TRAIN-DEPT-2",
    "Phase Two, Department-Specific Training, bullet 2",
    "Tailor training to workflows, responsibilities and wish lists.",
    bearer="the departments",
)
GUIDANCE_IN_TRAINING = TRAINING.obligation(
    "ABQ-TRAIN-DEPT-3",
    "Phase Two, Department-Specific Training, bullet 3",
    "Have guidance on compliance, transparency and risk in the training of departments.",
    bearer="the departments",
)
WORKSHOPS = TRAINING.obligation(
    "ABQ-TRAIN-P3-1",
    "Phase 3, Continuous Learning, bullet 1",
    "Hold regular workshops on new tools, trends and ethics.",
)
SHOWCASE = TRAINING.obligation(
    "ABQ-TRAIN-P3-2",
    "Phase 3, Continuous Learning, bullet 2",
    "Let departments take turns in showing what worked and what they learned.",
    bearer="the departments",
)
# A year runs from the first series held: before that it is open, as no start is printed.
SPEAKER_SERIES = TRAINING.obligation(
    "ABQ-TRAIN-P3-3",
    "Phase 3, Continuous Learning, bullet 3",
    "Hold a public series of speakers every year, with local researchers, technologists and ethicists.",
    done=Attested("ABQ-TRAIN-P3-3")
    & CADENCES.reads(
        calendar=MeetsCadence(
            AttestedDays("ABQ-TRAIN-P3-3"),
            Cadence(Period(years=1), by_calendar=True),
            AttestedOn("ABQ-TRAIN-P3-3"),
        ),
        rolling=MeetsCadence(
            AttestedDays("ABQ-TRAIN-P3-3"), Cadence(Period(years=1)), AttestedOn("ABQ-TRAIN-P3-3")
        ),
    ),
)
REVIEW_SESSIONS = TRAINING.obligation(
    "ABQ-TRAIN-P3-4",
    "Phase 3, Transparency, bullet 1",
    "Go over the policy with staff and community regularly, whether it still fits.",
)
# Any channel, and all emerging technology: more than the form that 6.7 asks for.
PUBLIC_FEEDBACK = TRAINING.obligation(
    "ABQ-TRAIN-P3-5",
    "Phase 3, Transparency, bullet 2",
    "Let the public respond to the AI applications in use, and to how the City uses emerging technologies.",
)
TIERED_TRAINING = TRAINING.obligation(
    "ABQ-TRAIN-GOAL-3",
    "Goals and Outcomes, bullet 3",
    "Train in tiers, with onboarding, continuing education and sessions for leaders, in several formats.",
)

# Code of Ethics, the second print, outside the policy proper: it says again what the first print asks. Two
# words less are noted; the first print, which is the policy, governs.

CODE_AGAIN = part(
    AI_POLICY_TEXT, "Code of Ethics (second print), ", kind=Kind.PRINCIPLE, force=Force.DESCRIPTIVE
)

# Privacy & Security Protocols. They command nothing.

PROTOCOLS = part(
    AI_POLICY_TEXT, "Privacy & Security Protocols, ", kind=Kind.ORGANIZATIONAL, force=Force.DESCRIPTIVE
)

# Enforcement Measures. Verbs that command: ensure (ENF-4, ENF-8). "Would" (ENF-1) describes.

ENFORCEMENT = part(
    AI_POLICY_TEXT,
    "Enforcement Measures for Responsible AI Use, ",
    force=Force.RECOMMENDED,
    bearer="the Emerging Technologies Board",
)

# Regulator, and bridge between the City and the community, is what the board is to be.
ESTABLISH_BOARD_TOO = ENFORCEMENT.obligation(
    "ABQ-ENF-0",
    "first paragraph, first sentence",
    "Establish the board, to regulate emerging technologies in all departments and to link them with the "
    "community.",
    bearer="the City",
    standing=True,
    same_act_as=ESTABLISH_BOARD,
)
# Printed twice. "Major" decisions here are "significant" ones in the lists.
INVESTIGATE = ENFORCEMENT.obligation(
    "ABQ-ENF-1",
    "first paragraph, second sentence",
    "Review a major technology decision, enforce the policy, and investigate the violation that is alleged.",
    when=BOARD & EMERGING & (Violation.alleged | Use.weight.has(Weight.MAJOR_DECISION)),
)
PROTECT_COMMONS = ENFORCEMENT.obligation(
    "ABQ-ENF-4",
    "Suggested Responsibilities, bullet 3",
    "See to it that the public commons, privacy rights and fair outcomes are protected.",
    when=BOARD,
    standing=True,
    promoted_by=WORKING_GROUP_ADOPTED,
)

MAJOR = Ambiguity(
    "major_uses",
    "Does the word major go with purchases alone, or with uses too?",
    {
        "both": "with both; a use that is not major is left out",
        "purchases": "with purchases; every use is presented",
    },
    default="both",
    why="One adjective stands before two nouns, and the paragraph above the list speaks of major decisions; "
    "every use is presented under the other list already.",
    citation=ENFORCEMENT.at("Suggested Responsibilities, bullet 7"),
)
USE_IF_MAJOR = MAJOR.reads(both=MAJOR_USE, purchases=IN_USE)
PRESENT_MAJOR = ENFORCEMENT.obligation(
    "ABQ-ENF-8",
    "Suggested Responsibilities, bullet 7",
    "Have major purchases and uses of AI or emerging technology presented to the board.",
    when=BOARD & EMERGING & (MAJOR_PURCHASE | USE_IF_MAJOR),
    gate=HAS_TO_BE_PRESENTED & ((MAJOR_PURCHASE & BOUGHT_SINCE) | (USE_IF_MAJOR & USED_SINCE)),
    step="the purchase or the use",
    same_act_as=PRESENT_TO_BOARD,
    promoted_by=WORKING_GROUP_ADOPTED,
)

ENTRIES = (
    # Community Engagement Plan
    ADOPT_ENGAGEMENT,
    SHARE_HOW_AI_IS_USED,
    PUBLISH_MATERIALS,
    INCLUDE_UNDERREPRESENTED,
    SEEK_INPUT_EARLY,
    HEAR_RESIDENTS,
    ENGAGE_BOTH_WAYS,
    REPORT_BACK,
    ENGAGE_ACCESSIBLY,
    INFORM_PLAINLY,
    MEET_MONTHLY,
    HEAR_COMMENT,
    PUBLISH_MINUTES,
    HOST_WEBPAGE,
    STAND_IN_OVERVIEW,
    # Integration of AI into the Operations of City Government
    ADOPT_INTEGRATION,
    IDENTIFY_ROLES,
    ASSESS_SKILLS,
    RESKILL,
    SUPPORT_STAFF,
    APPLY_CODE,
    REQUIRE_HUMAN,
    ASSESS_BEFORE,
    ASSESS_AFTER,
    ASSESS_WITH_PROTOCOLS,
    REVIEW_LAW,
    CONSIDER_AI_IN_BUYING,
    READY_TO_BUY,
    EVALUATE_TOOLS,
    PILOT_FIRST,
    ASSESS_COMMUNITY_IMPACT,
    USE_STANDARD_PROCESS,
    EVALUATE_FIRST,
    PILOT_CONTROLLED,
    TEST_FIRST,
    OVERSEE_MAJOR_PURCHASE,
    KEEP_RECORDS,
    INFORM_ACCESSIBLY,
    TRAIN_USERS_AND_BUYERS,
    PARTNER_FOR_LEARNING,
    SIGN_FIRST,
    UPDATE_MATERIALS,
    DESIGN_FOR_ALL,
    CONSIDER_INCLUSION,
    UPHOLD_FAIRNESS,
    # Emerging Technologies Board
    ESTABLISH_BOARD,
    REVIEW_DECISIONS,
    FOSTER_COLLABORATION,
    PROTECT_RIGHTS,
    ENGAGE_STAKEHOLDERS,
    TEND_POLICIES,
    HEAR_COMPLAINTS,
    PRESENT_TO_BOARD,
    PRESENTED_IN_TIME,
    # Training Plan
    LEVEL_SETTING,
    TRAINING_GOALS.unmodelled(
        "ABQ-TRAIN-00",
        "second paragraph",
        because="It says why people want to be heard, and that talks and workshops could serve that; the "
        "phases and 5.4 ask for them.",
    ),
    FORMALIZE_PARTNERSHIPS,
    ALIGN_CONTENT,
    SURVEY,
    LITERACY,
    PRACTICE,
    DEPARTMENT_MEETINGS,
    TAILORED_TRAINING,
    GUIDANCE_IN_TRAINING,
    WORKSHOPS,
    SHOWCASE,
    SPEAKER_SERIES,
    REVIEW_SESSIONS,
    PUBLIC_FEEDBACK,
    TRAINING_GOALS.unmodelled(
        "ABQ-TRAIN-GOAL-1",
        "Goals and Outcomes, bullet 1",
        because="A goal of the plan: training content from partnerships, realised by Phase One.",
    ),
    TRAINING_GOALS.unmodelled(
        "ABQ-TRAIN-GOAL-2",
        "Goals and Outcomes, bullet 2",
        because="A goal of the plan: one foundation for all staff, realised by AI 101.",
    ),
    TIERED_TRAINING,
    TRAINING_GOALS.unmodelled(
        "ABQ-TRAIN-GOAL-4",
        "Goals and Outcomes, bullet 4",
        because="A goal of the plan: forums with the public, realised by the series of speakers and by "
        "feedback.",
    ),
    # Code of Ethics, the second print
    CODE_AGAIN.restatement(
        "ABQ-COE2-0",
        "introduction",
        "Again: the Code sets the principles that guide the policy.",
        restates="ABQ-COE-0",
    ),
    CODE_AGAIN.restatement(
        "ABQ-COE2-INNOV",
        "Innovation",
        "Again: the City explores AI responsibly.",
        restates="ABQ-COE-INNOV-1",
    ),
    CODE_AGAIN.restatement(
        "ABQ-COE2-TRANS",
        "Transparency, Explainability, and Interoperability",
        "Again: communicate the use of AI, disclose, justify and integrate.",
        restates=[
            "ABQ-COE-TRANS-1",
            "ABQ-COE-TRANS-2",
            "ABQ-COE-TRANS-3",
            "ABQ-COE-TRANS-4",
            "ABQ-COE-TRANS-5",
        ],
    ),
    CODE_AGAIN.restatement(
        "ABQ-COE2-SAFE",
        "Safety, Security, and Validity",
        "Again: use AI safely, leak nothing, monitor and test.",
        restates=[
            "ABQ-COE-SAFE-1",
            "ABQ-COE-SAFE-2",
            "ABQ-COE-SAFE-3",
            "ABQ-COE-SAFE-4",
            "ABQ-COE-SAFE-5",
            "ABQ-COE-SAFE-6",
            "ABQ-COE-SAFE-7",
        ],
        note="Here AI is monitored, and in the policy AI use; the policy's word governs.",
    ),
    CODE_AGAIN.restatement(
        "ABQ-COE2-FAIR",
        "Fairness, Bias, and Risk Awareness",
        "Again: be fair, work against bias, ask vendors, and assess risks.",
        restates=["ABQ-COE-FAIR-1", "ABQ-COE-FAIR-2", "ABQ-COE-FAIR-3"],
    ),
    CODE_AGAIN.restatement(
        "ABQ-COE2-HUM",
        "Ethical Use and Human-Centered",
        "Again: consider what AI does to individuals.",
        restates=["ABQ-COE-HUM-1", "ABQ-COE-HUM-2", "ABQ-COE-HUM-3"],
        note="Here the impact is that of AI, and in the policy that of AI use; the policy's word governs.",
    ),
    # Privacy & Security Protocols
    PROTOCOLS.unmodelled(
        "ABQ-PSP-1",
        "first paragraph",
        because="It refers to the City's existing policies, which AI leaves as they are; each keeps its own "
        "scope.",
    ),
    PROTOCOLS.unmodelled(
        "ABQ-PSP-2",
        "note and links",
        because="It says that the links can be followed on the City's own network alone.",
    ),
    # Enforcement Measures
    ESTABLISH_BOARD_TOO,
    INVESTIGATE,
    ENFORCEMENT.restatement(
        "ABQ-ENF-2",
        "Suggested Responsibilities, bullet 1",
        "Again: guide and review significant decisions.",
        restates=REVIEW_DECISIONS,
    ),
    ENFORCEMENT.restatement(
        "ABQ-ENF-3",
        "Suggested Responsibilities, bullet 2",
        "Again: have departments work together.",
        restates=FOSTER_COLLABORATION,
    ),
    PROTECT_COMMONS,
    ENFORCEMENT.restatement(
        "ABQ-ENF-5",
        "Suggested Responsibilities, bullet 4",
        "Again: engage stakeholders of the community.",
        restates=ENGAGE_STAKEHOLDERS,
    ),
    ENFORCEMENT.restatement(
        "ABQ-ENF-6",
        "Suggested Responsibilities, bullet 5",
        "Again: review, update and enforce policies.",
        restates=TEND_POLICIES,
    ),
    ENFORCEMENT.restatement(
        "ABQ-ENF-7",
        "Suggested Responsibilities, bullet 6",
        "Again: hear complaints.",
        restates=HEAR_COMPLAINTS,
    ),
    PRESENT_MAJOR,
)
