"""Albuquerque: the prioritization matrix that the working group recommends.

Four screening questions, three scores of one to three points, a total, and a row
of review requirements for each band of totals. The rows are not nested: each
says by itself what it asks for. All of it is recommended until the City adopts it.

The table gives the most points, and so the most review, to what is harmless and
can be avoided, and the fewest to severe harm that nobody can keep out of; the
introduction aims oversight at higher risk. The table is applied as printed. Beside
it stands the total with severity and opting out turned round, and where severe
harm or no way out gets less than the full review, that is left to a person.

"High" is a priority, and no level of risk.

A face search that nobody can keep out of:

>>> from datetime import date
>>> from aigovkit.authoring import policy
>>> from aigovkit.models import Case
>>> matrix = policy("us-nm/albuquerque/matrix", AI_POLICY_TEXT, time_zone="America/Denver", entries=ENTRIES)
>>> search = Case(
...     system=System(uses_ai=True),
...     use=Use(deployed_by_agency=True, stage="production"),
...     stakes=Stakes(
...         serves=["operations"],
...         data_readiness=["accessible", "representative"],
...         complies=True,
...         human_can_stay=True,
...         interests=["civil_rights", "legal_status"],
...         reversibility="irreversible",
...         mildness=[],
...         opt_out="none",
...         public_impact="improves_operations",
...     ),
... )
>>> result = matrix.evaluate(search, as_of=date(2026, 3, 2))
>>> for tier in result.tiers:
...     print(tier)
Need for review: High, score 8
Severity of potential harm: Severe, score 1
Opting out: Not at all, score 1
Public impact: Improves operations, score 2
Priority: Low, score 4
>>> [referred.issue for referred in result.referrals]
['How closely is this use to be looked at, when the printed table gives it less than a full review?']
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    Ambiguity,
    Attested,
    AttestedDays,
    Cadence,
    Entry,
    Force,
    Kind,
    LiesIn,
    Named,
    Period,
    Points,
    Rebutted,
    Scale,
    Step,
    TimeIf,
    all_of,
    any_of,
    latest,
    part,
)
from aigovkit.jurisdictions.albuquerque.document import (
    AI_POLICY_TEXT,
    CITY_USE,
    END_OF_ITS_YEAR,
    IN_USE,
    USED_BEFORE,
    WORKING_GROUP_ADOPTED,
)
from aigovkit.models import (
    DataReadiness,
    HarmedInterest,
    Mildness,
    OptOut,
    PublicImpact,
    Reversibility,
    ServedAim,
    Severity,
    Stage,
    Stakes,
    System,
    Use,
)

MATRIX = part(AI_POLICY_TEXT, "Prioritization Matrix, ", force=Force.RECOMMENDED)
INTRODUCTION = part(AI_POLICY_TEXT, "Prioritization Matrix, introduction, ", force=Force.RECOMMENDED)
SCREENING = part(AI_POLICY_TEXT, "Prioritization Matrix, Screening Criteria, ", force=Force.RECOMMENDED)
HOW_TO = part(
    AI_POLICY_TEXT,
    "Prioritization Matrix, How to Use the Matrix, ",
    force=Force.RECOMMENDED,
    bearer="whoever evaluates the use for the City",
)
# The heading of the column calls them requirements, and prints no time and no
# bearer: each is open until it is done.
REVIEWS = part(
    AI_POLICY_TEXT,
    "Prioritization Matrix, table, Review Requirements, ",
    force=Force.RECOMMENDED,
    bearer="the City, in reviewing the use",
    promoted_by=WORKING_GROUP_ADOPTED,
)
HIGH_ROW = part(AI_POLICY_TEXT, "Prioritization Matrix, table, High row, ", force=Force.RECOMMENDED)
MEDIUM_ROW = part(AI_POLICY_TEXT, "Prioritization Matrix, table, Medium row, ", force=Force.RECOMMENDED)
LOW_ROW = part(AI_POLICY_TEXT, "Prioritization Matrix, table, Low row, ", force=Force.RECOMMENDED)

# Uses that go on are rated too: the second paragraph speaks of tools that need
# monitoring. What is over needs none, and what others do with AI is not the City's.
RATED = Named(
    "the City uses AI, or wants to",
    System.uses_ai & CITY_USE & ~Use.stage.is_(Stage.RETIRED),
)

# Screening stands after the introduction; it is first here because the scores are
# called for only behind it.

SERVES = SCREENING.definition(
    "ABQ-MATRIX-SCREEN-1",
    "Purpose",
    "The use supports a public service, or an improvement of operations; either will do.",
    term="its purpose is fit",
    means=Stakes.serves.has(ServedAim.PUBLIC_SERVICE, ServedAim.OPERATIONS),
)
DATA_AT_HAND = SCREENING.definition(
    "ABQ-MATRIX-SCREEN-2",
    "Data Availability",
    "The data it requires can be had, and is representative.",
    term="its data is fit",
    means=Stakes.data_readiness.has(DataReadiness.ACCESSIBLE)
    & Stakes.data_readiness.has(DataReadiness.REPRESENTATIVE),
)
# Whether the use complies is recorded by whoever screens it. It is no sum of the
# findings here: plans the City owes are no fault of one use.
COMPLIES = SCREENING.definition(
    "ABQ-MATRIX-SCREEN-3",
    "Compliance",
    "The use keeps to policy and standards.",
    term="it complies",
    means=Stakes.complies,
)
# That one can stay is asked; that one does is a duty of the policy proper.
HUMAN_CAN_STAY = SCREENING.definition(
    "ABQ-MATRIX-SCREEN-4",
    "Human Oversight",
    "A human is able to remain in the loop.",
    term="a human can stay in the loop",
    means=Stakes.human_can_stay,
)
SCREENED = SCREENING.definition(
    "ABQ-MATRIX-SCREEN-GATE",
    "last line",
    "Only a use with four answers of yes proceeds to the matrix.",
    term="the use passes the screening",
    kind=Kind.CONDITION,
    means=all_of(RATED, SERVES, DATA_AT_HAND, COMPLIES, HUMAN_CAN_STAY),
)
# The introduction calls the criteria mandatory.
SCREEN_FIRST = SCREENING.requirement(
    "ABQ-MATRIX-SCREEN-0",
    "first sentence",
    "A use is appropriate for AI when it passes all four screening questions.",
    bearer="whoever takes up the use for the City",
    when=RATED,
    done=SCREENED,
    gate=IN_USE,
    step="first use",
    promoted_by=WORKING_GROUP_ADOPTED,
)

# The cells of the table. The points run against harm: three are for the harmless.

HARMLESS = HIGH_ROW.definition(
    "ABQ-MATRIX-SEVERITY-3",
    "Severity of Potential Harm",
    "Three points: a low impact, minimal risk of harm, and outputs that only advise or are easy to reverse.",
    term="the description of slight harm fits",
    means=all_of(
        Stakes.mildness.has(Mildness.LOW_IMPACT),
        Stakes.mildness.has(Mildness.MINIMAL_RISK),
        Stakes.mildness.has(Mildness.ADVISORY_OUTPUTS) | Stakes.reversibility.is_(Reversibility.EASY),
    ),
)
# All interests there are words for, but those two, are the five of the Low row.
GRAVE_INTEREST = Named(
    "a grave interest is touched",
    ~Stakes.interests.has_only(HarmedInterest.WELL_BEING, HarmedInterest.SERVICE_ACCESS),
)
# Harm to health is harm to well-being: where a grave interest is touched, the
# lesser ones say nothing of their own.
HARMFUL = MEDIUM_ROW.definition(
    "ABQ-MATRIX-SEVERITY-2",
    "Severity of Potential Harm",
    "Two points: somebody's well-being, or getting at a service, is affected, and reversing it is moderately "
    "hard.",
    term="some of the description of moderate harm fits",
    means=(~GRAVE_INTEREST & ~Stakes.interests.is_empty()) | Stakes.reversibility.is_(Reversibility.MODERATE),
)
GRAVE = LOW_ROW.definition(
    "ABQ-MATRIX-SEVERITY-1",
    "Severity of Potential Harm",
    "One point: a grave interest is touched (health, civil rights, legal status, access to the economy, the "
    "public's safety), or what follows lasts or stays.",
    term="some of the description of severe harm fits",
    means=GRAVE_INTEREST | Stakes.reversibility.is_(Reversibility.IRREVERSIBLE),
)
# What fits one description alone has its points. Where several fit, or none,
# nothing is guessed: every score between them is possible, and the assessor's own
# finding decides. The best grade wants every comfort; of the others some words do.
SCORES_ONE = Named(
    "the harm scores as severe",
    all_of(GRAVE, ~HARMFUL, ~HARMLESS)
    | (Stakes.severity.is_(Severity.SEVERE) & (GRAVE | (~HARMFUL & ~HARMLESS))),
)
SCORES_TWO = Named(
    "the harm scores as moderate",
    (HARMFUL & (~HARMLESS | ~Stakes.severity.is_(Severity.SLIGHT)))
    | (Stakes.severity.is_(Severity.MODERATE) & (GRAVE | ~HARMLESS)),
)

# Keeping out means getting the service all the same. "Unclear" is what somebody
# finds who has looked; while nobody has, any score is possible.
FREE = HIGH_ROW.definition(
    "ABQ-MATRIX-OPTOUT-3",
    "Opt-Out Available?",
    "Three points: people can opt out in full.",
    term="people can opt out in full",
    means=Stakes.opt_out.is_(OptOut.FULL),
)
HALF_FREE = MEDIUM_ROW.definition(
    "ABQ-MATRIX-OPTOUT-2",
    "Opt-Out Available?",
    "Two points: opting out is limited, or it is unclear whether one can.",
    term="opting out is limited or unclear",
    means=Stakes.opt_out.is_in(OptOut.LIMITED, OptOut.UNCLEAR),
)
BOUND = LOW_ROW.definition(
    "ABQ-MATRIX-OPTOUT-1",
    "Opt-Out Available?",
    "One point: nobody can opt out.",
    term="nobody can opt out",
    means=Stakes.opt_out.is_(OptOut.NONE),
)

BENEFITS_ALL = HIGH_ROW.definition(
    "ABQ-MATRIX-IMPACT-3",
    "Public Impact",
    "Three points: the public benefits broadly.",
    term="the public benefits broadly",
    means=Stakes.public_impact.is_(PublicImpact.BROAD_BENEFIT),
)
BENEFITS_WORK = MEDIUM_ROW.definition(
    "ABQ-MATRIX-IMPACT-2",
    "Public Impact",
    "Two points: operations get better.",
    term="operations get better",
    means=Stakes.public_impact.is_(PublicImpact.IMPROVES_OPERATIONS),
)
# The cell is the one word "Minimal": taken of the impact, as its column.
BENEFITS_LITTLE = LOW_ROW.definition(
    "ABQ-MATRIX-IMPACT-1",
    "Public Impact",
    "One point: the impact is minimal.",
    term="the public impact is minimal",
    means=Stakes.public_impact.is_(PublicImpact.MINIMAL),
)

# The three dimensions

SEVERITY_POINTS = Points([(SCORES_ONE, 1), (SCORES_TWO, 2), (ALWAYS, 3)])
OPT_OUT_POINTS = Points([(BOUND, 1), (HALF_FREE, 2), (ALWAYS, 3)])
IMPACT_POINTS = Points([(BENEFITS_LITTLE, 1), (BENEFITS_WORK, 2), (ALWAYS, 3)])

ONE_TO_THREE = [(1, 1, "one"), (2, 2, "two"), (3, 3, "three")]
DIMENSIONS = part(AI_POLICY_TEXT, "Prioritization Matrix, list of dimensions, ", force=Force.RECOMMENDED)

SEVERITY = DIMENSIONS.score(
    "ABQ-MATRIX-SEVERITY",
    "item 1",
    "The first dimension is how severe the harm could be.",
    points=SEVERITY_POINTS,
    scale=Scale(
        "severity",
        "Severity of potential harm",
        [Step("one", "Severe"), Step("two", "Moderate"), Step("three", "Slight")],
    ),
    bands=ONE_TO_THREE,
    when=SCREENED,
)
OPT_OUT = DIMENSIONS.score(
    "ABQ-MATRIX-OPTOUT",
    "item 2",
    "The second dimension is whether individuals can opt out.",
    points=OPT_OUT_POINTS,
    scale=Scale(
        "opt_out",
        "Opting out",
        [Step("one", "Not at all"), Step("two", "Limited or unclear"), Step("three", "In full")],
    ),
    bands=ONE_TO_THREE,
    when=SCREENED,
)
# The cells measure a benefit: broad harm has none. Of several, the highest counts.
IMPACT = DIMENSIONS.score(
    "ABQ-MATRIX-IMPACT",
    "item 3",
    "The third dimension is the impact on the public.",
    points=IMPACT_POINTS,
    scale=Scale(
        "public_impact",
        "Public impact",
        [Step("one", "Minimal"), Step("two", "Improves operations"), Step("three", "Broad public benefit")],
    ),
    bands=ONE_TO_THREE,
    when=SCREENED,
)

# Total and bands. The scale ranks priority, so its steps stand for no risk.

PRIORITY_POINTS = SEVERITY_POINTS + OPT_OUT_POINTS + IMPACT_POINTS
BANDS = [(3, 4, "low"), (5, 6, "medium"), (7, 9, "high")]

PRIORITY = HOW_TO.score(
    "ABQ-MATRIX-HOW-2",
    "step 2",
    "The three scores are added up, and the total gives the priority.",
    points=PRIORITY_POINTS,
    scale=Scale("priority", "Priority", [Step("low", "Low"), Step("medium", "Medium"), Step("high", "High")]),
    bands=BANDS,
    when=SCREENED,
    promoted_by=WORKING_GROUP_ADOPTED,
)

RANGE = HOW_TO.definition(
    "ABQ-MATRIX-RANGE",
    "score range",
    "Totals run from three points to nine.",
    means=LiesIn(PRIORITY_POINTS, [(3, 9)]),
)
HIGH = HOW_TO.definition(
    "ABQ-MATRIX-BAND-HIGH",
    "High Priority; the table's heading ties the review column to it",
    "Seven to nine points are a high priority.",
    term="the use has high priority",
    means=PRIORITY.is_on("high"),
)
MEDIUM = HOW_TO.definition(
    "ABQ-MATRIX-BAND-MEDIUM",
    "Medium Priority; the table's heading ties the review column to it",
    "Five and six points are a medium priority.",
    term="the use has medium priority",
    means=PRIORITY.is_on("medium"),
)
LOW = HOW_TO.definition(
    "ABQ-MATRIX-BAND-LOW",
    "Low Priority; the table's heading ties the review column to it",
    "Three and four points are a low priority.",
    term="the use has low priority",
    means=PRIORITY.is_on("low"),
)

# Middle scores are the same either way round, so the example settles the
# direction of public impact alone. Its two points for harm are the score: where that is one, it is not two.
EXAMPLE = MATRIX.definition(
    "ABQ-MATRIX-EXAMPLE",
    "example use case",
    "A service bot, the text's own example, has two points for harm, two for opting out and three for "
    "impact: seven in all.",
    means=all_of(
        SCREENED,
        Named("the harm has two points", LiesIn(SEVERITY_POINTS, [(2, 2)])),
        HALF_FREE,
        BENEFITS_ALL,
    ),
)

# The introduction, and the aim that the table runs against. Public impact is not
# turned round: the aim names higher impact beside higher risk, and the printed
# example gives three points to a bot of broad benefit.

ADOPT = INTRODUCTION.obligation(
    "ABQ-MATRIX-INTRO-1",
    "first sentence",
    "Adopt a systematic framework for evaluating and ranking uses of AI by what they do and risk.",
    bearer="the City",
    standing=True,
    done=WORKING_GROUP_ADOPTED,
)
THREE_DIMENSIONS = INTRODUCTION.restatement(
    "ABQ-MATRIX-INTRO-2",
    "second sentence",
    "Uses are rated on three dimensions: harm, opting out, impact.",
    restates=[SEVERITY, OPT_OUT, IMPACT],
)

TURNED_SEVERITY = Points([(SCORES_ONE, 3), (SCORES_TWO, 2), (ALWAYS, 1)])
TURNED_OPT_OUT = Points([(BOUND, 3), (HALF_FREE, 2), (ALWAYS, 1)])

NEED_FOR_REVIEW = INTRODUCTION.score(
    "ABQ-MATRIX-INTRO-3",
    "last sentence",
    "Resources and oversight go to what is riskier or has more impact, and approval is lighter for low risk: "
    "as points, with harm and opting out turned round.",
    points=TURNED_SEVERITY + TURNED_OPT_OUT + IMPACT_POINTS,
    scale=Scale(
        "need_for_review",
        "Need for review",
        [Step("low", "Low"), Step("medium", "Medium"), Step("high", "High")],
    ),
    bands=BANDS,
    when=SCREENED,
)

# Each of these hangs on one number, so that no state known in part is lost. The
# bands part just where severity and opting out do not add up to four.
STEEPER = LiesIn(SEVERITY_POINTS + OPT_OUT_POINTS, [(2, 3)])
FLATTER = LiesIn(SEVERITY_POINTS + OPT_OUT_POINTS, [(5, 6)])

# The printed total, and a hundred for each of severe harm and no way out.
OVER_ONE = Points([(SCORES_ONE, 101), (SCORES_TWO, 2), (ALWAYS, 3)])
BOUND_OVER_ONE = Points([(BOUND, 101), (HALF_FREE, 2), (ALWAYS, 3)])
SEVERE_AND_BELOW_HIGH = LiesIn(OVER_ONE + OPT_OUT_POINTS + IMPACT_POINTS, [(101, 106)])
GRAVE_AND_BELOW_HIGH = LiesIn(OVER_ONE + BOUND_OVER_ONE + IMPACT_POINTS, [(101, 106), (201, 206)])

PRIORITY_IS_NO_RISK = INTRODUCTION.advice(
    "ABQ-MATRIX-INTRO-4",
    "second paragraph, second sentence",
    "The matrix tells which tools want more review, and also which uses come first: here the printed "
    "priority is above the need for review.",
    when=SCREENED & Named("the priority is above the need for review", FLATTER),
)

# Table

SCORE_EACH = HOW_TO.obligation(
    "ABQ-MATRIX-HOW-1",
    "step 1",
    "Give each use a score on every dimension.",
    when=SCREENED,
)

# A list of items for each band. A full review is a review, and engaging the whole
# public engages those most concerned: each fulfils the lesser row too.

FULL_REVIEW = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-HIGH-FULL-REVIEW", "High, item 1", "Do a Full AI Review.", when=HIGH
)
HIGH_AIA = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-HIGH-AIA", "High, item 2", "Fill in the AIA Form.", when=HIGH
)
HIGH_FACTSHEET = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-HIGH-FACTSHEET", "High, item 3", "Draw up an AI FactSheet.", when=HIGH
)
DATA_USAGE = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-HIGH-DUP", "High, item 4", "Draw up a Data Usage Protocol.", when=HIGH
)
PUBLIC_ENGAGEMENT = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-HIGH-PUBLIC-ENG", "High, item 5", "Engage the public.", when=HIGH
)
# "Annual" is read as within a year of the beginning of use, then of the last time. Of what was in use before
# the text, no year that ended before it is missed: the first begins when the year of the text is over.
YEARLY = Cadence(Period(years=1))
MONITORED_FROM = TimeIf(USED_BEFORE, latest(Use.began, END_OF_ITS_YEAR), Use.began)
HIGH_MONITORING = REVIEWS.recurring(
    "ABQ-MATRIX-REVIEW-HIGH-MONITOR",
    "High, item 6",
    "Monitor the use every year, counted from its beginning.",
    when=HIGH & Use.began.happened(),
    cadence=YEARLY,
    since=MONITORED_FROM,
)
REVIEW_AGAIN = REVIEWS.advice(
    "ABQ-MATRIX-REVIEW-HIGH-AS-NEEDED", "High, item 7", "Review the use again as needed.", when=HIGH
)

MEDIUM_REVIEW = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-MEDIUM-REVIEW",
    "Medium, item 1",
    "Do an AI Review.",
    when=MEDIUM,
    done=any_of(Attested("ABQ-MATRIX-REVIEW-MEDIUM-REVIEW"), Attested("ABQ-MATRIX-REVIEW-HIGH-FULL-REVIEW")),
)
MEDIUM_AIA = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-MEDIUM-AIA",
    "Medium, item 2",
    "Fill in the AIA Form.",
    when=MEDIUM,
    same_act_as=HIGH_AIA,
)
MEDIUM_FACTSHEET = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-MEDIUM-FACTSHEET",
    "Medium, item 3",
    "Draw up an AI FactSheet.",
    when=MEDIUM,
    same_act_as=HIGH_FACTSHEET,
)
TARGETED_ENGAGEMENT = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-MEDIUM-TARGETED-ENG",
    "Medium, item 4",
    "Engage those whom the use concerns most.",
    when=MEDIUM,
    done=any_of(
        Attested("ABQ-MATRIX-REVIEW-MEDIUM-TARGETED-ENG"), Attested("ABQ-MATRIX-REVIEW-HIGH-PUBLIC-ENG")
    ),
)
# The High row does not print it, and by whom is not said.
INTERNAL_APPROVAL = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-MEDIUM-APPROVAL", "Medium, item 5", "Get approval inside the City.", when=MEDIUM
)
MEDIUM_MONITORING = REVIEWS.recurring(
    "ABQ-MATRIX-REVIEW-MEDIUM-MONITOR",
    "Medium, item 6",
    "Monitor the use every year, counted from its beginning.",
    when=MEDIUM & Use.began.happened(),
    occurrences=AttestedDays("ABQ-MATRIX-REVIEW-HIGH-MONITOR"),
    cadence=YEARLY,
    since=MONITORED_FROM,
)

LOW_DOCUMENTATION = REVIEWS.obligation(
    "ABQ-MATRIX-REVIEW-LOW-DOC", "Low, item 1", "Document the use inside the City.", when=LOW
)
MONITORING_IS_OPTIONAL = REVIEWS.noted(
    "ABQ-MATRIX-REVIEW-LOW-OPT-MONITOR",
    "Low, item 2",
    "For a low priority the matrix leaves monitoring optional; what other provisions ask for stands.",
    kind=Kind.CONDITION,
    when=LOW,
)

# Table against aim. No row of the table is raised by it. Severe harm of high
# priority, and no way out of one, get the full review by both scales: nothing
# is left to decide. Everything else with severe harm or no way out goes to a person,
# also where both scales give the same lighter row.

TENSION = MATRIX.referral(
    "ABQ-MATRIX-TENSION",
    "introduction, first paragraph, against the table",
    "The table gives severe harm, and uses nobody can opt out of, the fewest points and so the lighter "
    "reviews, while the introduction aims oversight at higher risk.",
    issue="How closely is this use to be looked at, when the printed table gives it less than a full review?",
    bearer="the City",
    when=SCREENED
    & Named(
        "the harm is severe, or nobody can opt out, and the priority is below high", GRAVE_AND_BELOW_HIGH
    ),
    done=Rebutted(Attested("ABQ-MATRIX-TENSION")),
    promoted_by=WORKING_GROUP_ADOPTED,
)

MATRIX_READING = Ambiguity(
    "matrix_reading",
    "Which way do the points for harm and opting out run, when it comes to how much review a use gets?",
    {
        "published": "as printed; beyond the printed row, the aim speaks of higher risk alone",
        "protective": "the other way round, as the aim of the introduction has it",
    },
    default="published",
    why="The columns, the bands and the example are printed one way, and nothing in the text raises a band; "
    "turning two columns round would be writing a new table.",
    citation=MATRIX.at("table"),
)
MORE_REVIEW = MATRIX.advice(
    "ABQ-MATRIX-FLOOR",
    "introduction, last sentence",
    "Look at the use more closely than its printed row asks: the stated aim sends oversight to higher risk.",
    when=SCREENED
    & MATRIX_READING.reads(
        published=Named("the harm is severe, and the priority is below high", SEVERE_AND_BELOW_HIGH),
        protective=Named("the need for review is above the priority", STEEPER),
    ),
)

ENTRIES: tuple[Entry, ...] = (
    ADOPT,
    THREE_DIMENSIONS,
    NEED_FOR_REVIEW,
    PRIORITY_IS_NO_RISK,
    SEVERITY,
    OPT_OUT,
    IMPACT,
    SCREEN_FIRST,
    SERVES,
    DATA_AT_HAND,
    COMPLIES,
    HUMAN_CAN_STAY,
    SCREENED,
    SCORE_EACH,
    PRIORITY,
    RANGE,
    HIGH,
    MEDIUM,
    LOW,
    EXAMPLE,
    HARMLESS,
    FREE,
    BENEFITS_ALL,
    FULL_REVIEW,
    HIGH_AIA,
    HIGH_FACTSHEET,
    DATA_USAGE,
    PUBLIC_ENGAGEMENT,
    HIGH_MONITORING,
    REVIEW_AGAIN,
    HARMFUL,
    HALF_FREE,
    BENEFITS_WORK,
    MEDIUM_REVIEW,
    MEDIUM_AIA,
    MEDIUM_FACTSHEET,
    TARGETED_ENGAGEMENT,
    INTERNAL_APPROVAL,
    MEDIUM_MONITORING,
    GRAVE,
    BOUND,
    BENEFITS_LITTLE,
    LOW_DOCUMENTATION,
    MONITORING_IS_OPTIONAL,
    TENSION,
    MORE_REVIEW,
)
"""The matrix in the order of the text, for the policy that it is a part of."""
