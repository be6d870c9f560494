"""Albuquerque: Artificial Intelligence Policy (2025), the policy proper.

City of Albuquerque, Department of Technology and Innovation (DTI): purpose, scope,
the Code of Ethics, sections 1 to 6, and what follows them. The text gives no day of
adoption or effect, so no provision is gated by one; of a system that was in use
before, no breach is seen in what was not done before its first use, and none in
what was over before the year of the text.

What binds says shall, must, will or may only; what should be is recommended. What
the City, DTI or the Administration owes as such is attested once, in the agency
file. A duty about a use is owed before the first use, by reading, and open until then;
what states no time and no such point is open until it is done.

An employee puts a new summarizer to work that nobody approved:

>>> from datetime import date
>>> from aigovkit.models import Agency, Case, System, Use
>>> from aigovkit.periods import Occurrence
>>> summarizer = Case(
...     agency=Agency(place="us-nm/albuquerque"),
...     system=System(uses_ai=True, approved=Occurrence.NEVER, novelty="new"),
...     use=Use(deployed_by_agency=True, stage="production", began=date(2026, 1, 10)),
...     reviews=[],
... )
>>> result = AI_POLICY.evaluate(summarizer, as_of=date(2026, 3, 1))
>>> str(result.outcome), [str(result.finding(f"ABQ-4.{row}").status) for row in ("1-a", "2-a", "2-f")]
('prohibited', ['violated', 'violated', 'not_applicable'])
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    Attested,
    AttestedOn,
    Deadline,
    EndOfDay,
    Force,
    Kind,
    Named,
    Rebutted,
    StartOfDay,
    TimeIf,
    all_of,
    any_of,
    earliest,
    latest,
    part,
    policy,
)
from aigovkit.jurisdictions.albuquerque import definitions, inventory, matrix, working_group
from aigovkit.jurisdictions.albuquerque.document import (
    AI_POLICY_TEXT,
    CITY,
    CITY_USE,
    IN_THE_CITY,
    IN_USE,
    START_OF_ITS_YEAR,
    TIME_ZONE,
)
from aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data.classes import (
    PII,
    PROTECTED_PII,
    SENSITIVE,
    STRATEGIC,
    says,
)
from aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data.handling import (
    AUTHORIZED,
    SENT_UNCONFIRMED,
)
from aigovkit.models import (
    Actor,
    Audience,
    Case,
    Data,
    DataCategory,
    DataElement,
    DecisionEffect,
    HumanPart,
    Novelty,
    Procurement,
    Retirement,
    Review,
    ReviewKind,
    ReviewLead,
    ReviewResult,
    ReviewTopic,
    Role,
    Safeguards,
    Stage,
    System,
    SystemDisclosure,
    Use,
    Vendor,
    Violation,
    Violator,
)

RETIRED = Use.stage.is_(Stage.RETIRED)
# What was over before the year of the text broke nothing of it.
RETIRED_UNDER_IT = RETIRED & ~Use.ended.before(START_OF_ITS_YEAR)
HAS_BEEN_USED = IN_USE | RETIRED
FIRST_USE = "first use"

# Scope

SCOPE = part(AI_POLICY_TEXT, "Scope")

CLOSING_CLAUSE = Ambiguity(
    "closing_clause",
    "Do the words on operating on the City's behalf qualify departments and employees too?",
    {
        "outsiders": "no, only those outside; departments and employees are always in",
        "everyone": "yes; an employee's own business is out",
    },
    default="outsiders",
    why="Who is part of the City needs no words to be bound; they give vendors and volunteers their limit.",
    citation=SCOPE.at(""),
)
OTHERS = Ambiguity(
    "others_acting",
    "Is somebody else in who operates on the City's behalf, such as a partner agency or an agent?",
    {
        "acting": "yes: who does that under whatever deal is a contractor",
        "listed": "no: five are named, and the list is closed",
    },
    default="acting",
    why="What the five have in common is that they operate on the City's behalf; this reading protects.",
    citation=SCOPE.at(""),
)
WHAT_IS_AI = Ambiguity(
    "what_is_ai",
    "By which definition is something AI?",
    {
        "working_group": "by that of the working group, printed further back",
        "ordinary": "by ordinary language; the policy proper has no definition",
    },
    default="working_group",
    why="It stands under the same cover. Either way it is for a person to determine, and that is the fact.",
    citation=AI_POLICY_TEXT.at("Definitions of Key AI Terms, Artificial Intelligence"),
)

EMPLOYEE = Actor.role.is_(Role.STAFF)
DEPARTMENT = Actor.role.is_(Role.AGENCY)
OUTSIDERS = (Role.VENDOR, Role.CONTRACTOR, Role.CONSULTANT, Role.VOLUNTEER, Role.INTERN)
OTHER_OUTSIDERS = (Role.PARTNER, Role.AGENT, Role.OTHER_THIRD_PARTY)
FOR_THE_CITY = Actor.acts_for_agency | Actor.serves_agency

# Consultants are contractors; an intern who is not on the payroll serves as volunteers do.
IN_SCOPE = SCOPE.scope(
    "ABQ-SCOPE-1",
    "",
    "Every department and employee is bound, and every vendor, contractor or volunteer who operates for the "
    "City.",
    term="the policy binds who acts",
    covers=IN_THE_CITY
    & any_of(
        Use.deployed_by_agency,
        Use.operated_for_agency,
        DEPARTMENT,
        EMPLOYEE & CLOSING_CLAUSE.reads(outsiders=ALWAYS, everyone=FOR_THE_CITY),
        Actor.role.is_in(*OUTSIDERS) & FOR_THE_CITY,
        Actor.role.is_in(*OTHER_OUTSIDERS) & FOR_THE_CITY & OTHERS.reads(acting=ALWAYS, listed=NOT_EVER),
    ),
    left_open=[WHAT_IS_AI],
)
THE_PUBLIC = SCOPE.noted(
    "ABQ-SCOPE-2",
    "",
    "Who only receives or uses services of the City is not bound.",
    kind=Kind.CONDITION,
    force=Force.DESCRIPTIVE,
    when=IN_THE_CITY & Actor.role.is_(Role.PUBLIC),
)

# A product with another main function is in as far as its AI goes.
COVERED = Named("AI is used for the City, or is to be", IN_SCOPE & System.uses_ai)
UNDER_WAY = COVERED & ~RETIRED
OF_A_DEPARTMENT = Named(
    "a department uses AI, or wants to",
    COVERED & CITY_USE,
)
DEPARTMENT_USE = OF_A_DEPARTMENT & ~RETIRED

NEW_TOOL = Ambiguity(
    "new_tool",
    "Is a tool new that was in use before, when what it does was added since?",
    {"functions": "yes", "tools": "no, only a tool that is taken up"},
    default="functions",
    why="Risk to data, security and fairness is one of what a tool does, and not of its name.",
    citation=AI_POLICY_TEXT.at("section 4.2, first sentence"),
)
IS_NEW = Named(
    "it is a new tool",
    NEW_TOOL.reads(
        functions=System.novelty.is_in(Novelty.NEW, Novelty.NEW_FUNCTION),
        tools=System.novelty.is_(Novelty.NEW),
    ),
)

IN_USE_BEFORE = System.novelty.is_(Novelty.IN_USE_BEFORE)
# A function that is added to a tool comes after its acquisition: its own first point is its use.
TAKEN_UP_ANEW = System.novelty.is_(Novelty.NEW)
ACQUIRED = TAKEN_UP_ANEW & Procurement.acquired.happened()
ACQUISITION_OR_USE = TimeIf(TAKEN_UP_ANEW, earliest(Procurement.acquired, Use.began), Use.began)

# Code of Ethics

CODE = part(AI_POLICY_TEXT, "Code of Ethics, ", bearer="whoever uses AI for the City")

CODE_FORCE = Ambiguity(
    "code_force",
    "Does the Code bind by itself, or does it only guide how the policy is read?",
    {
        "binding": "it binds where it says must",
        "guidance": "it guides: it states principles, and the sections state the duties",
    },
    default="binding",
    why="It says must, stands in the policy, and violations of the policy are punished; its principles are "
    "said to guide the policy, which points the other way.",
    citation=CODE.at("introduction"),
)
BY_THE_CODE = COVERED & CODE_FORCE.reads(binding=ALWAYS, guidance=NOT_EVER)
UNDER_THE_CODE = BY_THE_CODE & ~RETIRED

AUDIENCE = Ambiguity(
    "audience",
    "To whom must AI use be communicated?",
    {
        "anyone": "to anyone concerned; the text names nobody",
        "outside": "to the people affected, or to the public",
    },
    default="anyone",
    why="A tool that touches only staff has nobody else to tell; section 2.4 speaks of public services.",
    citation=CODE.at("Transparency, first sentence"),
)
COMMUNICATE_USE = CODE.obligation(
    "ABQ-COE-TRANS-1",
    "Transparency, first sentence",
    "Communicate that AI is used.",
    when=UNDER_THE_CODE,
    done=AUDIENCE.reads(
        anyone=~Safeguards.disclosed_to.is_empty(),
        outside=Safeguards.disclosed_to.has(Audience.AFFECTED, Audience.PUBLIC),
    ),
    gate=IN_USE,
)

# The legal access is that of the maker to what trained it, and of the City to what it runs on.
DISCLOSE_SYSTEM = CODE.obligation(
    "ABQ-COE-TRANS-2",
    "Transparency, second sentence",
    "Have the system disclose its model type, its training source and the legal access to its data.",
    force=Force.RECOMMENDED,
    when=UNDER_WAY,
    done=System.disclosed.has_all(
        SystemDisclosure.MODEL_TYPE, SystemDisclosure.TRAINING_SOURCE, SystemDisclosure.LEGAL_ACCESS_TO_DATA
    ),
    gate=IN_USE,
)
# What could be disclosed and is not is a matter of the second sentence alone.
DOCUMENT_LIMITATIONS = CODE.obligation(
    "ABQ-COE-TRANS-3",
    "Transparency, third sentence",
    "Document the limitations where complete transparency is not feasible.",
    when=UNDER_THE_CODE & ~System.full_transparency_feasible,
    gate=IN_USE,
)
JUSTIFY_OUTPUTS = CODE.obligation(
    "ABQ-COE-TRANS-4",
    "Explainability",
    "Have the system be able to give accurate reasons for its outputs and recommendations.",
    force=Force.RECOMMENDED,
    when=UNDER_WAY,
    gate=IN_USE,
)

INTEGRATION = Ambiguity(
    "integration",
    "Must a tool that stands alone integrate with the City's information technology?",
    {"where_joined": "no: what is joined has to fit", "always": "yes: every system has to be joined to it"},
    default="where_joined",
    why="Input and output without seams are asked of what exchanges data; nothing says that all must.",
    citation=CODE.at("Interoperability"),
)
INTEGRATE = CODE.obligation(
    "ABQ-COE-TRANS-5",
    "Interoperability",
    "Integrate the system effectively with City information technology, data input and output included.",
    when=UNDER_THE_CODE & INTEGRATION.reads(where_joined=System.integrated, always=ALWAYS),
    gate=IN_USE,
)

USE_SAFELY = CODE.obligation(
    "ABQ-COE-SAFE-1",
    "Safety, first sentence",
    "Use AI safely, with as little potential for harm to life, property or the environment as can be.",
    when=UNDER_THE_CODE,
    gate=IN_USE,
)
SENSITIVE_IN_THE_CODE = Ambiguity(
    "sensitive_data",
    "What is sensitive data in the AI Policy, which does not define it?",
    {
        "broad": "what the PII policy calls sensitive, protected or strategic; personnel and health data too",
        "listed": "what section 4 of the PII policy lists as sensitive",
        "every_pii": "that, and all PII",
    },
    default="broad",
    why="The next sentence counts personnel, health and other PII as highly sensitive; with every name in, "
    "hardly any tool could be used.",
    citation=CODE.at("Security, second sentence"),
)
_PERSONNEL_OR_HEALTH = says(DataCategory.HR_RECORD, DataCategory.MEDICAL_RECORD, DataCategory.HEALTH)
_BROADLY_SENSITIVE = SENSITIVE | PROTECTED_PII | STRATEGIC | _PERSONNEL_OR_HEALTH
SENSITIVE_HERE = Named(
    "it is sensitive in the sense of the AI Policy",
    SENSITIVE_IN_THE_CODE.reads(
        broad=_BROADLY_SENSITIVE, listed=SENSITIVE.condition, every_pii=_BROADLY_SENSITIVE | PII
    ),
)
CITY_CONTROL = Ambiguity(
    "city_control",
    "Is data exported outside City control whose dissemination is authorized under the PII policy?",
    {"authorized": "no", "any": "yes; whatever is sent to somebody outside is"},
    default="authorized",
    why="The City's own policy lets data be disseminated under conditions, and section 1.1 has AI follow it.",
    citation=CODE.at("Security, second sentence"),
)
_EXPORTED = DataElement.sent_outside_agency & CITY_CONTROL.reads(authorized=~AUTHORIZED, any=ALWAYS)
# A stop ends the leaks that were found up to it, and none that is found afterwards.
_LEAKING = DataElement.leak_found.happened() & ~(
    DataElement.leak_stopped.happened()
    & StartOfDay(DataElement.leak_found).no_later_than(DataElement.leak_stopped)
)
# A prompt typed into somebody else's chatbot is data sent to them.
NO_LEAK_OR_EXPORT = CODE.but(each=Data.elements).prohibition(
    "ABQ-COE-SAFE-2",
    "Security, second sentence",
    "No AI system leaks sensitive data or exports it outside City control.",
    when=BY_THE_CODE & SENSITIVE_HERE & ((_EXPORTED & ~RETIRED) | _LEAKING),
)
# A leak that was stopped bars nothing any more, nor does an export that was confirmed since, or one by a
# system that is gone. They leave their mark, unless they were over before the text.
_LEAK_ENDED = DataElement.leak_stopped.happened() & ~DataElement.leak_stopped.before(START_OF_ITS_YEAR)
_EXPORTED_BEFORE = SENT_UNCONFIRMED & CITY_CONTROL.reads(authorized=AUTHORIZED.condition, any=NOT_EVER)
NO_LEAK_BEFORE = CODE.but(each=Data.elements).obligation(
    "ABQ-COE-SAFE-2-PAST",
    "Security, second sentence, what is past",
    "Keep sensitive data from leaking or being exported outside City control.",
    when=BY_THE_CODE & SENSITIVE_HERE & (_LEAK_ENDED | (_EXPORTED & RETIRED_UNDER_IT) | _EXPORTED_BEFORE),
    done=~(DataElement.leak_found.happened() | _EXPORTED | _EXPORTED_BEFORE),
    gate=ALWAYS,
)
OTHER_PII = Ambiguity(
    "other_pii",
    "Is all PII highly sensitive, beside data on personnel and health, or only Protected PII?",
    {"all": "all PII", "protected": "Protected PII"},
    default="all",
    why="The examples end with other PII, without a limit; what is asked are reasonable steps.",
    citation=CODE.at("Security, third sentence"),
)
BESIDE_PEOPLE = Ambiguity(
    "beside_people",
    "Is data highly sensitive that is not on people, such as a password or a diagram of the network?",
    {
        "open": "yes, what the PII policy calls sensitive or strategic; the examples are no limit",
        "people": "no; all the examples are data on people",
    },
    default="open",
    why="What are given are examples, the sentence goes with the one on all sensitive data, and reasonable "
    "steps are asked.",
    citation=CODE.at("Security, third sentence"),
)
PREVENT_INTERNAL_LEAKS = CODE.obligation(
    "ABQ-COE-SAFE-3",
    "Security, third sentence",
    "Take all reasonable steps to prevent internal leaks of highly sensitive information.",
    when=UNDER_THE_CODE
    & Data.elements.some(
        _PERSONNEL_OR_HEALTH
        | OTHER_PII.reads(all=PII, protected=PROTECTED_PII)
        | BESIDE_PEOPLE.reads(open=SENSITIVE | STRATEGIC, people=NOT_EVER)
    ),
    gate=IN_USE,
)
MEET_DATA_PROTECTION = CODE.obligation(
    "ABQ-COE-SAFE-4",
    "Security, fourth sentence",
    "Have the system comply with City data protection standards.",
    when=UNDER_THE_CODE,
    gate=IN_USE,
)

# One verb, to monitor, and two aims: that they are reached is for whoever attests it to weigh.
MONITOR_RESULTS = CODE.obligation(
    "ABQ-COE-SAFE-5",
    "Validity, fifth sentence, first limb",
    "Monitor the use so that its results are correct and not hallucinated.",
    when=UNDER_THE_CODE,
    gate=IN_USE,
)
MONITOR_FAILURES = CODE.obligation(
    "ABQ-COE-SAFE-6",
    "Validity, fifth sentence, second limb",
    "Monitor the use so that it does not fail unexpectedly, and at worst degrades gracefully.",
    when=UNDER_THE_CODE,
    gate=IN_USE,
)

# Two points, acquisition and use; a tool that is never acquired leaves the other. A pilot is a use. What was
# in use before has passed both; its use goes on under the condition that it is tested.
_TESTED = Case.reviews.first(Review.completed, Review.kind.is_(ReviewKind.TESTING))
TEST_FIRST = CODE.requirement(
    "ABQ-COE-SAFE-7",
    "Reliability, sixth sentence",
    "Test the tool before it is acquired and used.",
    bearer="the department, with DTI",
    when=UNDER_THE_CODE,
    done=_TESTED.happened(),
    gate=(IN_USE | ACQUIRED) & ~IN_USE_BEFORE,
    step="acquisition and use",
)
# A test afterwards is a test, and leaves its mark; so does a tool that is gone and was never tested.
TEST_IN_TIME = CODE.obligation(
    "ABQ-COE-SAFE-7-TIME",
    "Reliability, sixth sentence, time",
    "Test a new tool before it is acquired and before its first use.",
    bearer="the department, with DTI",
    when=BY_THE_CODE & IS_NEW & any_of(RETIRED, _TESTED.happened() & (HAS_BEEN_USED | ACQUIRED)),
    done=_TESTED,
    due=Deadline(ACQUISITION_OR_USE, strict=True),
)

# A difference is unfair that a review, an audit or a court found unjustified; to rid a system of all bias is
# said to be perhaps beyond reach, and not asked for.
_NOTHING_FOUND_OPEN = ~Use.unfairness_found.happened() | (
    Use.unfairness_remedied.happened()
    & StartOfDay(Use.unfairness_found).no_later_than(Use.unfairness_remedied)
)
BE_FAIR = CODE.obligation(
    "ABQ-COE-FAIR-1",
    "Fairness, first sentence",
    "Have the system be fair, and manage and mitigate its bias actively.",
    bearer="the department",
    when=UNDER_THE_CODE,
    done=all_of(Attested("ABQ-COE-FAIR-1"), _NOTHING_FOUND_OPEN),
    gate=IN_USE,
)
# Of what was approved before, the approval is no point; nothing else is stated, and the question stays open.
QUESTION_VENDORS = CODE.obligation(
    "ABQ-COE-FAIR-2",
    "Fairness, second sentence",
    "Question the vendor on how bias is mitigated.",
    bearer="the City, through whoever evaluates the tool",
    when=UNDER_THE_CODE & Vendor.involved,
    gate=(System.approved.happened() | IN_USE) & ~IN_USE_BEFORE,
    step="approval",
    due=Deadline(note="before approval, by reading: the sentence is on evaluating what is new"),
)
# Of any new service, software or platform, AI or not: to learn whether AI is in it is part of the step. It
# is over when the evaluation is, or when the thing is taken up without it. The evaluation by which something
# came that was in use before is of before.
ASSESS_WHEN_EVALUATING = CODE.obligation(
    "ABQ-COE-FAIR-3",
    "Risk Awareness, third sentence",
    "Identify and assess risks and impacts of AI when a new service, software or platform is evaluated.",
    bearer="the City, through whoever evaluates it",
    each=Case.reviews,
    when=IN_SCOPE
    & CODE_FORCE.reads(binding=ALWAYS, guidance=NOT_EVER)
    & Review.kind.is_(ReviewKind.EVALUATION)
    & (Review.began.happened() | Review.completed.happened())
    & ~(
        IN_USE_BEFORE
        & Use.began.happened()
        & (Review.began.before(Use.began) | Review.completed.before(Use.began))
    ),
    gate=any_of(
        Review.completed.happened(),
        Procurement.acquired.happened() & Review.began.before(Procurement.acquired),
        Use.began.happened() & Review.began.before(Use.began),
    ),
    step="the evaluation ends",
)

STAFF_AND_CONTRACTORS = OF_A_DEPARTMENT | Actor.role.is_in(Role.CONTRACTOR, Role.CONSULTANT)
CONSIDER_INDIVIDUALS = CODE.obligation(
    "ABQ-COE-HUM-2",
    "Human-Centered, second sentence",
    "Consider what the use does to individuals.",
    bearer="City staff and contractors",
    when=UNDER_THE_CODE & STAFF_AND_CONTRACTORS,
    gate=System.approved.happened() | IN_USE,
    step="approval",
    due=Deadline(note="before it is decided, by reading"),
)
RECONSIDER_WHEN_UNSURE = CODE.obligation(
    "ABQ-COE-HUM-3",
    "Human-Centered, third sentence",
    "Revise the approach or seek more input when unsure what the use does to individuals.",
    bearer="City staff and contractors",
    force=Force.RECOMMENDED,
    when=UNDER_WAY & STAFF_AND_CONTRACTORS & Actor.unsure_of_impact,
    gate=IN_USE,
)

# 1 Data Privacy

DATA_PRIVACY = part(AI_POLICY_TEXT, "section 1", bearer="whoever uses AI for the City")

FOLLOW_DATA_GOVERNANCE = DATA_PRIVACY.obligation(
    "ABQ-1.1",
    ".1",
    "Follow the City's existing data governance policies with every AI tool.",
    when=UNDER_WAY,
    gate=IN_USE,
)

# The text names nobody to whom; sections 6.2 and 6.7 give two channels, the inventory and the web site.
_COLLECTS = DEPARTMENT_USE & Data.elements.some(ALWAYS)
DISCLOSE_DATA = DATA_PRIVACY.obligation(
    "ABQ-1.2-a",
    ".2, first sentence",
    "Disclose what data is collected.",
    bearer="the department",
    when=_COLLECTS,
    gate=IN_USE,
)
DISCLOSE_DATA_USE = DATA_PRIVACY.obligation(
    "ABQ-1.2-b",
    ".2, first sentence",
    "Disclose how the data is used.",
    bearer="the department",
    when=_COLLECTS,
    gate=IN_USE,
)
DISCLOSE_DATA_PURPOSE = DATA_PRIVACY.obligation(
    "ABQ-1.2-c",
    ".2, first sentence",
    "Disclose for what purpose the data is used.",
    bearer="the department",
    when=_COLLECTS,
    gate=IN_USE,
)

# The text names nobody who decides; may makes it a decision, and no duty.
EXTRA_REVIEW = DATA_PRIVACY.referral(
    "ABQ-1.2-d",
    ".2, second sentence",
    "New or sensitive types of data may trigger more reviews, such as a privacy impact assessment.",
    issue="Does this data call for a privacy impact assessment or an internal review?",
    bearer="the department, with DTI; the text names nobody",
    force=Force.DESCRIPTIVE,
    when=UNDER_WAY & (Data.new_kinds | Data.elements.some(SENSITIVE_HERE)),
    done=Attested("ABQ-1.2-d"),
)

# The three that are named are the least, and not all of the standards.
_CYBERSECURITY = ("ABQ-1.3-a", "ABQ-1.3-b", "ABQ-1.3-c", "ABQ-1.3-d")
MEET_CYBERSECURITY = DATA_PRIVACY.obligation(
    "ABQ-1.3-a",
    ".3",
    "Have the system comply with DTI's cybersecurity standards.",
    when=UNDER_WAY,
    done=all_of(*(Attested(row) for row in _CYBERSECURITY)),
    gate=IN_USE,
)
AUTHENTICATE = DATA_PRIVACY.obligation(
    "ABQ-1.3-b",
    ".3, authentication",
    "Have the system comply with the standards for authentication.",
    when=UNDER_WAY,
    gate=IN_USE,
    part_of=MEET_CYBERSECURITY,
)
ENCRYPT = DATA_PRIVACY.obligation(
    "ABQ-1.3-c",
    ".3, encryption",
    "Have the system comply with the standards for encryption.",
    when=UNDER_WAY,
    gate=IN_USE,
    part_of=MEET_CYBERSECURITY,
)
PROTECT_ENDPOINTS = DATA_PRIVACY.obligation(
    "ABQ-1.3-d",
    ".3, endpoint protection",
    "Have the system comply with the standards for endpoint protection.",
    when=UNDER_WAY,
    gate=IN_USE,
    part_of=MEET_CYBERSECURITY,
)

ENHANCE = Ambiguity(
    "enhance",
    "Must every use of AI make security and privacy better?",
    {
        "contrast": "no: enhance, not bypass is one contrast, and a neutral use keeps it",
        "literal": "yes",
    },
    default="contrast",
    why="The two verbs are set against each other; a spelling aid cannot make anything more secure.",
    citation=DATA_PRIVACY.at(".4"),
)
# A bypass breaks the second limb; the first is not counted besides.
ENHANCE_SECURITY = DATA_PRIVACY.obligation(
    "ABQ-1.4-a",
    ".4, first limb",
    "Enhance City security protocols and privacy obligations by the use of AI.",
    when=UNDER_WAY & ~Use.bypasses_controls,
    done=ENHANCE.reads(contrast=ALWAYS, literal=Attested("ABQ-1.4-a")),
    gate=IN_USE,
)
NO_BYPASS = DATA_PRIVACY.prohibition(
    "ABQ-1.4-b",
    ".4, second limb",
    "No AI use bypasses City security protocols or privacy obligations.",
    when=UNDER_WAY & Use.bypasses_controls,
)

# The bypass by a use that is over bars nothing any more, and leaves its mark.
NO_BYPASS_BEFORE = DATA_PRIVACY.obligation(
    "ABQ-1.4-b-PAST",
    ".4, second limb, what is past",
    "Bypass no City security protocols or privacy obligations by the use of AI.",
    when=COVERED & RETIRED_UNDER_IT & Use.bypasses_controls,
    done=~Use.bypasses_controls,
    gate=ALWAYS,
)

ACCOUNTABILITY = DATA_PRIVACY.but(bearer="the City", standing=True)
TRAIN_FOR_ACCOUNTABILITY = ACCOUNTABILITY.obligation(
    "ABQ-1.5-a", ".5, training", "Embed the accountability of employees and vendors in training."
)
# A contract is one with a vendor, and so of the case.
CONTRACT_FOR_ACCOUNTABILITY = ACCOUNTABILITY.but(standing=False).obligation(
    "ABQ-1.5-b",
    ".5, contracts",
    "Embed the vendor's accountability in the contract.",
    when=UNDER_WAY & Vendor.involved,
)
AUDIT_FOR_ACCOUNTABILITY = ACCOUNTABILITY.obligation(
    "ABQ-1.5-c", ".5, audit mechanisms", "Embed the accountability of employees and vendors in audits."
)

# 2 Harm and Bias Mitigation

HARM_AND_BIAS = part(AI_POLICY_TEXT, "section 2", bearer="the department")
OF_THE_CITY = part(AI_POLICY_TEXT, "section ", kind=Kind.ORGANIZATIONAL, bearer="the City", standing=True)

MAINTAIN_CODE = OF_THE_CITY.obligation(
    "ABQ-2.1-a", "2.1, first sentence", "Maintain an AI Code of Ethics with fundamental principles."
)
# The sentence says what is in the Code; oversight of a use is section 4.1.
CODE_ON_OVERSIGHT = OF_THE_CITY.obligation(
    "ABQ-2.1-b",
    "2.1, first sentence, contents",
    "Have the Code include human oversight of, and accountability for, all work made with or helped by AI.",
)
ACKNOWLEDGE_BIAS = HARM_AND_BIAS.obligation(
    "ABQ-2.1-c",
    ".1, second sentence, first limb",
    "Acknowledge that AI tools may perpetuate bias from their training data.",
    when=DEPARTMENT_USE,
)
MITIGATE_BIAS = HARM_AND_BIAS.obligation(
    "ABQ-2.1-d",
    ".1, second sentence, second limb",
    "Mitigate actively the risk of reinforcing harmful stereotypes or discrimination.",
    when=DEPARTMENT_USE,
    done=Attested("ABQ-COE-FAIR-1"),
    gate=IN_USE,
    part_of=BE_FAIR,
)

IN_PILOT = Use.stage.is_(Stage.PILOT)
PILOT = part(AI_POLICY_TEXT, "section 2.2, second sentence, ", bearer="the department that runs the pilot")
_PILOTED = COVERED & (IN_PILOT | (Use.pilot_ended.happened() & ~IN_USE_BEFORE))
# What a pilot follows and includes it has from its first day; what it assesses, by its end. The pilot of what
# was in use before is of before.
FOLLOW_GUIDELINES = PILOT.obligation(
    "ABQ-2.2-b",
    "guidelines",
    "Follow ethical experimentation guidelines in the pilot.",
    when=_PILOTED,
    gate=ALWAYS,
)
DEFINE_USE_CASES = PILOT.obligation(
    "ABQ-2.2-c",
    "use cases",
    "Define clearly for which uses the pilot is intended.",
    when=_PILOTED,
    gate=ALWAYS,
)
ASSESS_OPERATIONS = PILOT.obligation(
    "ABQ-2.2-d",
    "operations",
    "Assess the impact of the pilot on the department's operations.",
    when=_PILOTED,
    gate=Use.pilot_ended.happened(),
    step="the pilot ends",
)
ASSESS_STAFF = PILOT.obligation(
    "ABQ-2.2-e",
    "staff",
    "Assess the impact of the pilot on staff.",
    when=_PILOTED,
    gate=Use.pilot_ended.happened(),
    step="the pilot ends",
)
ASSESS_COMMUNITY = PILOT.obligation(
    "ABQ-2.2-f",
    "community",
    "Assess the impact of the pilot on community members.",
    when=_PILOTED,
    gate=Use.pilot_ended.happened(),
    step="the pilot ends",
)
REVISION_PROCESS = PILOT.obligation(
    "ABQ-2.2-g",
    "revision",
    "Include in the pilot a process of revision that its findings inform.",
    when=_PILOTED,
    gate=ALWAYS,
)

# Intent, not a bar: the next sentence lets departments define how much automation is acceptable.
REPLACES_DECISIONS = HARM_AND_BIAS.noted(
    "ABQ-2.3-a",
    ".3, first sentence",
    "AI is intended to augment human decisions and not to replace them; here it replaces them.",
    kind=Kind.PRINCIPLE,
    force=Force.DESCRIPTIVE,
    when=UNDER_WAY & System.effect_on_decisions.is_(DecisionEffect.REPLACES),
)
DEFINE_AUTOMATION = HARM_AND_BIAS.obligation(
    "ABQ-2.3-b",
    ".3, second sentence, first limb",
    "Define acceptable levels of automation.",
    when=DEPARTMENT_USE,
    gate=IN_USE,
    step=FIRST_USE,
)
ESTABLISH_HUMAN_REVIEW = HARM_AND_BIAS.obligation(
    "ABQ-2.3-c",
    ".3, second sentence, second limb",
    "Establish procedures for required human review.",
    when=DEPARTMENT_USE,
    gate=IN_USE,
    step=FIRST_USE,
)

DUTY_OF_CARE = Ambiguity(
    "duty_of_care",
    "Does being responsible for work made with AI make each flaw of it a breach by the employee?",
    {
        "attribution": "no: it says whose the work is, so that nobody blames the tool",
        "care": "yes: flawed content, inaccuracy, bad taste or tone is a violation",
    },
    default="attribution",
    why="Responsible for is a word of attribution; no measure of the four qualities is given.",
    citation=HARM_AND_BIAS.at(".3, third sentence"),
)
# A department works by its employees.
_WORK_OF_EMPLOYEES = COVERED & (Use.deployed_by_agency | DEPARTMENT | EMPLOYEE)
RESPONSIBLE_FOR_WORK = HARM_AND_BIAS.noted(
    "ABQ-2.3-d",
    ".3, third sentence",
    "Work that AI helped to make is its City employee's responsibility, in content, accuracy, "
    "appropriateness and tone.",
    kind=Kind.CONSEQUENCE,
    when=_WORK_OF_EMPLOYEES & ~Use.defects_found.is_empty(),
)
WORK_WITH_CARE = HARM_AND_BIAS.obligation(
    "ABQ-2.3-d-CARE",
    ".3, third sentence, read as a duty of care",
    "See to it that work AI helped to make is right in content, accurate, appropriate, and apt in tone.",
    bearer="the City employee",
    when=_WORK_OF_EMPLOYEES & DUTY_OF_CARE.reads(attribution=NOT_EVER, care=ALWAYS),
    done=Use.defects_found.is_empty(),
    gate=HAS_BEEN_USED,
)
RESPONSIBLE_FOR_ACCURACY = HARM_AND_BIAS.restatement(
    "ABQ-2.3-e",
    ".3, third sentence, accuracy",
    "They are responsible for accuracy.",
    restates=RESPONSIBLE_FOR_WORK,
)
RESPONSIBLE_FOR_APPROPRIATENESS = HARM_AND_BIAS.restatement(
    "ABQ-2.3-f",
    ".3, third sentence, appropriateness",
    "They are responsible for what is appropriate.",
    restates=RESPONSIBLE_FOR_WORK,
)
RESPONSIBLE_FOR_TONE = HARM_AND_BIAS.restatement(
    "ABQ-2.3-g", ".3, third sentence, tone", "They are responsible for tone.", restates=RESPONSIBLE_FOR_WORK
)

ENFORCE_SAFEGUARDS = OF_THE_CITY.obligation(
    "ABQ-2.4-a", "2.4", "Enforce structural safeguards for the responsible use of AI."
)
DOCUMENT_WORKFLOW = HARM_AND_BIAS.obligation(
    "ABQ-2.4-b",
    ".4, documentation",
    "Document the AI workflow.",
    bearer="whoever uses AI for the City",
    when=UNDER_WAY,
    gate=IN_USE,
)
VENDOR_RUN = Ambiguity(
    "vendor_run",
    "Is a public-facing service provided by the City that somebody else runs for it?",
    {"city": "yes", "own": "no, only one that the City runs itself"},
    default="city",
    why="The policy binds vendors who operate on the City's behalf; to the public the service is the City's.",
    citation=HARM_AND_BIAS.at(".4, disclosure"),
)
# The public need not meet the system itself: comments summed up by AI are such a service.
DISCLOSE_IN_PUBLIC_SERVICE = HARM_AND_BIAS.obligation(
    "ABQ-2.4-c",
    ".4, disclosure",
    "Disclose that AI is integrated in a public-facing service of the City.",
    bearer="the department",
    when=UNDER_WAY
    & (Use.in_public_service | System.public_facing)
    & VENDOR_RUN.reads(city=ALWAYS, own=Use.deployed_by_agency),
    gate=IN_USE,
)

# 3 Public Records Management

PUBLIC_RECORDS = part(AI_POLICY_TEXT, "section 3", bearer="the department")

DOCUMENT_CRITERIA = PUBLIC_RECORDS.obligation(
    "ABQ-3.1-a",
    ".1, criteria",
    "Document the criteria for decisions when AI tools are used.",
    when=DEPARTMENT_USE,
    gate=IN_USE,
)
DOCUMENT_OVERSIGHT = PUBLIC_RECORDS.obligation(
    "ABQ-3.1-b",
    ".1, oversight",
    "Document the procedures for human oversight when AI tools are used.",
    when=DEPARTMENT_USE,
    gate=IN_USE,
)
# The schedule is not part of the text, so that no period is known here. What a tool is asked and puts out
# is a record where it documents business of the City.
KEEP_RECORDS = PUBLIC_RECORDS.obligation(
    "ABQ-3.2",
    ".2",
    "Maintain records sufficient to comply with the retention schedule that the City adopted.",
    when=OF_A_DEPARTMENT,
    gate=HAS_BEEN_USED,
)

# 4 Acquisition and Use of AI Technology

ACQUISITION = part(AI_POLICY_TEXT, "section 4", bearer="whoever uses AI for the City")

# Use is what counts: a free account is used as well. An entry in the inventory is no approval.
APPROVED_ONLY = ACQUISITION.prohibition(
    "ABQ-4.1-a",
    ".1, first sentence, first limb",
    "No AI system is used that the City has not approved.",
    when=COVERED & IN_USE & ~System.approved.happened(),
)
# A plan waits for the approval. What was used before it was approved stays so.
APPROVED_IN_TIME = ACQUISITION.requirement(
    "ABQ-4.1-a-TIME",
    ".1, first sentence, first limb, time",
    "Have the City approve a system before it is used.",
    when=COVERED & (IS_NEW | ~HAS_BEEN_USED) & ~(IN_USE & ~System.approved.happened()),
    done=System.approved,
    gate=HAS_BEEN_USED,
    step=FIRST_USE,
    due=Deadline(Use.began, by_reading=True),
    holds_back=~System.approved.happened() & ~RETIRED,
)
LIST_OF_TOOLS = OF_THE_CITY.obligation(
    "ABQ-4.1-b", "4.1, first sentence, second limb", "Maintain a list of authorized tools."
)
GRANT_ACCESS = ACQUISITION.requirement(
    "ABQ-4.1-c",
    ".1, second sentence",
    "Have DTI grant access, in coordination with the head of the department.",
    bearer="the department, with DTI",
    when=UNDER_WAY,
    gate=IN_USE,
    step=FIRST_USE,
)
ACCESS_IN_TIME = ACQUISITION.obligation(
    "ABQ-4.1-c-TIME",
    ".1, second sentence, time",
    "Have DTI grant access to a new system before it is used.",
    bearer="the department, with DTI",
    when=COVERED & IS_NEW & ((Attested("ABQ-4.1-c") & HAS_BEEN_USED) | RETIRED),
    done=AttestedOn("ABQ-4.1-c"),
    due=Deadline(Use.began, by_reading=True),
)

IN_THE_LOOP = Ambiguity(
    "in_the_loop",
    "When is a human in the loop?",
    {
        "before_effect": "when a person can step in before an output takes effect",
        "each_output": "only when a person approves each output",
        "watching": "also when people watch what it does on the whole",
    },
    default="before_effect",
    why="Watching is oversight, and in the loop adds to that word; that each output is approved is not said.",
    citation=ACQUISITION.at(".1, third sentence"),
)
# The first sentence bars use, this one requires: use is held back, and not barred.
HUMAN_IN_THE_LOOP = ACQUISITION.requirement(
    "ABQ-4.1-d",
    ".1, third sentence",
    "Include human-in-the-loop oversight in the use of AI.",
    when=UNDER_WAY,
    done=IN_THE_LOOP.reads(
        before_effect=Safeguards.human_part.is_in(HumanPart.APPROVES_EACH, HumanPart.CAN_INTERVENE),
        each_output=Safeguards.human_part.is_(HumanPart.APPROVES_EACH),
        watching=~Safeguards.human_part.is_(HumanPart.NONE),
    ),
    gate=IN_USE,
    step=FIRST_USE,
)

ASSESSED_BY = Ambiguity(
    "assessed_by",
    "Before what must a new tool have been assessed?",
    {"use": "before its first use", "acquisition": "before it is acquired"},
    default="use",
    why="The consequence of a failed assessment is that the tool may not be used. No time is stated.",
    citation=ACQUISITION.at(".2, first sentence"),
)
_BY_DTI = Review.led_by.is_(ReviewLead.TECHNOLOGY_DEPARTMENT)
_RISK_ASSESSMENT = Review.kind.is_(ReviewKind.RISK_ASSESSMENT) & _BY_DTI
_ASSESSED = Case.reviews.some(_RISK_ASSESSMENT & Review.completed.happened())
_COVERS_PRIVACY = Case.reviews.some(
    _RISK_ASSESSMENT & Review.completed.happened() & Review.covers.has(ReviewTopic.DATA_PRIVACY)
)
_COVERS_SECURITY = Case.reviews.some(
    _RISK_ASSESSMENT & Review.completed.happened() & Review.covers.has(ReviewTopic.CYBERSECURITY)
)
_COVERS_BIAS = Case.reviews.some(
    _RISK_ASSESSMENT & Review.completed.happened() & Review.covers.has(ReviewTopic.BIAS)
)

_ASSESSMENT_DUE = ASSESSED_BY.reads(use=IN_USE, acquisition=IN_USE | ACQUIRED)

# The clause says what the assessment is: one that leaves a part out is not yet it. What a vendor or a
# department does by itself is not led by DTI.
ASSESS_NEW_TOOL = ACQUISITION.review(
    "ABQ-4.2-a",
    ".2, first sentence",
    "DTI leads a risk assessment of every new AI tool.",
    bearer="DTI",
    when=UNDER_WAY & IS_NEW,
    done=all_of(_ASSESSED, _COVERS_PRIVACY, _COVERS_SECURITY, _COVERS_BIAS),
    gate=_ASSESSMENT_DUE,
    due=Deadline(note="before first use, by reading; no time is stated"),
)
# It is complete with the last of its parts. That a tool is gone does not mend that it was never assessed.
ASSESSED_IN_TIME = ACQUISITION.obligation(
    "ABQ-4.2-a-TIME",
    ".2, first sentence, time",
    "Complete the assessment of a new tool before it is used.",
    bearer="DTI, and the department that uses it",
    when=COVERED
    & IS_NEW
    & any_of(
        RETIRED,
        all_of(
            ASSESSED_BY.reads(use=HAS_BEEN_USED, acquisition=HAS_BEEN_USED | ACQUIRED),
            _COVERS_PRIVACY,
            _COVERS_SECURITY,
            _COVERS_BIAS,
        ),
    ),
    done=latest(
        *(
            Case.reviews.first(Review.completed, _RISK_ASSESSMENT & Review.covers.has(topic))
            for topic in (ReviewTopic.DATA_PRIVACY, ReviewTopic.CYBERSECURITY, ReviewTopic.BIAS)
        )
    ),
    due=Deadline(
        ASSESSED_BY.times(use=Use.began, acquisition=ACQUISITION_OR_USE),
        by_reading=True,
    ),
)
ASSESS_PRIVACY = ACQUISITION.obligation(
    "ABQ-4.2-b",
    ".2, first sentence, data privacy",
    "Evaluate risks to data privacy in the assessment.",
    bearer="DTI",
    when=UNDER_WAY & IS_NEW & _ASSESSED,
    done=_COVERS_PRIVACY,
    gate=_ASSESSMENT_DUE,
    part_of=ASSESS_NEW_TOOL,
)
ASSESS_SECURITY = ACQUISITION.obligation(
    "ABQ-4.2-c",
    ".2, first sentence, cybersecurity",
    "Evaluate risks to cybersecurity in the assessment.",
    bearer="DTI",
    when=UNDER_WAY & IS_NEW & _ASSESSED,
    done=_COVERS_SECURITY,
    gate=_ASSESSMENT_DUE,
    part_of=ASSESS_NEW_TOOL,
)
ASSESS_BIAS = ACQUISITION.obligation(
    "ABQ-4.2-d",
    ".2, first sentence, bias",
    "Evaluate risks of bias in the assessment.",
    bearer="DTI",
    when=UNDER_WAY & IS_NEW & _ASSESSED,
    done=_COVERS_BIAS,
    gate=_ASSESSMENT_DUE,
    part_of=ASSESS_NEW_TOOL,
)
DEFINE_STANDARDS = OF_THE_CITY.obligation(
    "ABQ-4.2-e",
    "4.2, second sentence",
    "Define the standards for data quality and bias by which tools are approved.",
    bearer="DTI, with input from departments and legal counsel",
)

THE_ASSESSMENT = Ambiguity(
    "the_assessment",
    "Does a tool fail the assessment that fails one of the regular ones of section 4.3?",
    {"any": "yes", "first": "no, only the one a new tool undergoes"},
    default="any",
    why="A tool that fails later is no better than one that fails at once; this reading protects.",
    citation=ACQUISITION.at(".2, third sentence"),
)
# DTI leads the first one, and coordinates the regular ones, which a department may lead.
_REGULAR = Review.kind.is_(ReviewKind.REGULAR_RISK_ASSESSMENT) & ~Review.led_by.is_(ReviewLead.VENDOR)
_FAILED = (
    Review.completed.happened()
    & Review.result.is_(ReviewResult.FAILED)
    & THE_ASSESSMENT.reads(any=_RISK_ASSESSMENT | _REGULAR, first=_RISK_ASSESSMENT)
)
# A tool that was halted, and not taken up again, is not used while it rests. What is in use rests where that
# is shown.
_RESTING = IN_USE & Rebutted(Retirement.halted.happened() & ~Retirement.resumed.happened())
FAILED_TOOL = ACQUISITION.but(each=Case.reviews)
NO_USE_OF_FAILED = FAILED_TOOL.prohibition(
    "ABQ-4.2-f",
    ".2, third sentence",
    "No tool is used that failed the assessment.",
    when=COVERED & IN_USE & ~_RESTING & _FAILED,
)
# What is only planned, or rests, breaks nothing, and waits until the tool is put right.
REMEDIATE_FIRST = FAILED_TOOL.requirement(
    "ABQ-4.2-f-PLAN",
    ".2, third sentence, before use",
    "Remediate a tool that failed before it is used.",
    when=COVERED & (~HAS_BEEN_USED | _RESTING) & _FAILED,
    done=Review.remediated.happened(),
    due=Deadline(note="before it is used"),
)
# Who finds that it was put right is not said.
REMEDIATED = FAILED_TOOL.exception(
    "ABQ-4.2-g",
    ".2, third sentence, unless",
    "A tool that failed may be used once remediated.",
    to=NO_USE_OF_FAILED,
    when=COVERED & _FAILED & Review.remediated.happened(),
)
# Between the failure and the remedy the tool was not begun, or rested, or was gone. What was put right on the
# day it failed needed no rest, and what was over before the text is none of its business.
RESTED_MEANWHILE = FAILED_TOOL.obligation(
    "ABQ-4.2-f-TIME",
    ".2, third sentence, time",
    "Let a tool that failed rest until it is remediated.",
    when=all_of(
        COVERED,
        _FAILED,
        HAS_BEEN_USED,
        Review.remediated.happened() | RETIRED_UNDER_IT | _RESTING,
        ~Review.remediated.before(START_OF_ITS_YEAR),
    ),
    done=any_of(
        Review.remediated.no_later_than(EndOfDay(Review.completed)),
        Review.remediated.no_later_than(Use.began),
        RETIRED & Use.ended.no_later_than(EndOfDay(Review.completed)),
        Retirement.halted.no_later_than(EndOfDay(Review.completed))
        & (~Retirement.resumed.happened() | Review.remediated.no_later_than(Retirement.resumed)),
    ),
    gate=ALWAYS,
)
# To structures that exist: the board that the working group recommends is not one of them.
ESCALATE = FAILED_TOOL.obligation(
    "ABQ-4.2-h",
    ".2, fourth sentence",
    "Route unresolved risks through the City's existing governance structures.",
    bearer="DTI",
    when=COVERED & (_BY_DTI | _REGULAR) & Review.unresolved_risks,
)

# No period is stated, and none is made up: that it is done regularly is attested.
REGULAR = ACQUISITION.but(bearer="DTI", force=Force.RECOMMENDED)
ASSESS_REGULARLY = REGULAR.obligation(
    "ABQ-4.3-a",
    ".3, first sentence",
    "Assess the risks of every AI tool regularly.",
    when=UNDER_WAY & IN_USE,
    due=Deadline(note="no period is stated"),
)
REGULAR_REVIEW = REGULAR.but(each=Case.reviews)
_REGULAR_DONE = COVERED & _REGULAR & Review.completed.happened()
ASSESS_ETHICS = REGULAR_REVIEW.obligation(
    "ABQ-4.3-b",
    ".3, first sentence, ethical impact",
    "Evaluate the ethical impact in the regular assessment.",
    when=_REGULAR_DONE,
    done=Review.covers.has(ReviewTopic.ETHICAL_IMPACT),
    gate=ALWAYS,
)
ASSESS_DATA_PROTECTION = REGULAR_REVIEW.obligation(
    "ABQ-4.3-c",
    ".3, first sentence, data protection",
    "Evaluate data protection in the regular assessment.",
    when=_REGULAR_DONE,
    done=Review.covers.has(ReviewTopic.DATA_PROTECTION),
    gate=ALWAYS,
)
ASSESS_CONSEQUENCES = REGULAR_REVIEW.obligation(
    "ABQ-4.3-d",
    ".3, first sentence, unintended consequences",
    "Evaluate potential unintended consequences in the regular assessment.",
    when=_REGULAR_DONE,
    done=Review.covers.has(ReviewTopic.UNINTENDED_CONSEQUENCES),
    gate=ALWAYS,
)
# Which profiles are higher is not defined: that somebody put the use in such a class decides.
REVIEW_MORE_OFTEN = ACQUISITION.obligation(
    "ABQ-4.3-e",
    ".3, second sentence",
    "Review a system of higher risk more often than others.",
    bearer="DTI",
    when=UNDER_WAY & Use.higher_risk,
    gate=IN_USE,
)
CRITERIA = ACQUISITION.obligation(
    "ABQ-4.3-f",
    ".3, third sentence",
    "Reference current industry standards and civil rights benchmarks in the success criteria for bias and "
    "risk.",
    bearer="DTI",
    when=UNDER_WAY & Safeguards.success_criteria_set,
    gate=ALWAYS,
)
LESSONS = OF_THE_CITY.obligation(
    "ABQ-4.3-g", "4.3, fourth sentence, first limb", "Let lessons learned inform updates of the policy."
)
SHARE_APPLICATIONS = OF_THE_CITY.obligation(
    "ABQ-4.3-h",
    "4.3, fourth sentence, second limb",
    "Identify, evaluate and share promising and ethical applications of AI.",
    bearer="DTI",
)

# 5 Education and Training

EDUCATION = part(AI_POLICY_TEXT, "section 5", bearer="the City employee")

# Every employee, AI user or not. No time is stated.
TRAIN_EMPLOYEES = EDUCATION.obligation(
    "ABQ-5.1-a",
    ".1, first sentence",
    "Be trained on the ethical and responsible use of AI.",
    when=IN_THE_CITY & EMPLOYEE,
    done=Actor.trained.happened(),
)
TRAINING_RULE = OF_THE_CITY.obligation(
    "ABQ-5.1-b",
    "5.1, second sentence",
    "Develop a rule by which new and existing employees get foundational training on AI and ethics.",
    bearer="the Administration",
    force=Force.RECOMMENDED,
)
STAFF = Ambiguity(
    "staff",
    "Are contractors and volunteers among the staff who must be trained and sign?",
    {"employees": "no, employees", "everyone": "yes: everyone who gets access for the City's work"},
    default="employees",
    why="The sentences before speak of employees; section 1.5 reaches vendors by contract and training.",
    citation=EDUCATION.at(".1, third sentence"),
)
_STAFF = COVERED & STAFF.reads(
    employees=EMPLOYEE,
    everyone=EMPLOYEE | (Actor.role.is_in(*OUTSIDERS, *OTHER_OUTSIDERS) & FOR_THE_CITY),
)
# Later training lets the person go on, and does not undo that access came first. Who had access before the
# year of the text gains none under it, and is trained like every employee, by the first sentence.
_HAD_ACCESS = Rebutted(Actor.access_granted.before(START_OF_ITS_YEAR))
TRAIN_BEFORE_ACCESS = EDUCATION.requirement(
    "ABQ-5.1-c",
    ".1, third sentence, training",
    "Complete training before gaining access to AI tools.",
    when=_STAFF & ~_HAD_ACCESS,
    done=Actor.trained,
    gate=Actor.access_granted.happened(),
    due=Deadline(Actor.access_granted, strict=True),
    holds_back=~Actor.trained.happened() & ~RETIRED,
    step="access",
)
SIGNED_WHEN = Ambiguity(
    "signed_when",
    "Must the agreement be signed before access as well?",
    {"separate": "no: before belongs to the training; no time is stated", "before": "yes"},
    default="separate",
    why="Before gaining access stands with the first verb. That it comes first is what the working group "
    "recommends.",
    citation=EDUCATION.at(".1, third sentence"),
)
SIGN_AGREEMENT = EDUCATION.obligation(
    "ABQ-5.1-d",
    ".1, third sentence, agreement",
    "Sign an agreement on the ethical use of AI.",
    when=_STAFF,
    done=SIGNED_WHEN.reads(
        separate=Actor.agreement_signed.happened(),
        before=Actor.agreement_signed.happened() & Actor.agreement_signed.before(Actor.access_granted),
    ),
    gate=SIGNED_WHEN.reads(separate=NOT_EVER, before=Actor.access_granted.happened()),
)
TRAINING_STRATEGY = OF_THE_CITY.obligation(
    "ABQ-5.2-a",
    "5.2, first sentence, strategy",
    "Consolidate all training in a unified Training & Literacy strategy.",
)
TRAINING_BOARD = OF_THE_CITY.obligation(
    "ABQ-5.2-b",
    "5.2, first sentence, board",
    "Have an independent board oversee the strategy, so that departments are trained alike.",
)
TRAINING_PARTNERS = OF_THE_CITY.obligation(
    "ABQ-5.2-c",
    "5.2, second sentence",
    "Develop online resources for staff with external partners.",
)
INFORM_STAFF = OF_THE_CITY.obligation(
    "ABQ-5.3", "5.3", "Inform staff regularly of emerging risks, new tools and best practices."
)
PUBLIC_SESSIONS = OF_THE_CITY.obligation(
    "ABQ-5.4", "5.4", "Offer the public sessions on AI literacy and responsible use with external partners."
)

# 6 Governance

GOVERNANCE = part(AI_POLICY_TEXT, "section 6", bearer="the department")
OF_DTI = OF_THE_CITY.but(bearer="DTI")

COORDINATE_INVENTORY = OF_DTI.obligation(
    "ABQ-6.2-a", "6.2", "Coordinate an inventory for departments to report their AI tools."
)
REPORTING = Ambiguity(
    "reporting",
    "Must departments report their tools, or must DTI only let them?",
    {"implied": "they must; no time is stated", "dti_only": "the duty is DTI's alone"},
    default="implied",
    why="The inventory is there for departments to report, and would be empty otherwise.",
    citation=GOVERNANCE.at(".2"),
)
REPORT_TOOLS = GOVERNANCE.obligation(
    "ABQ-6.2-b",
    ".2, departments",
    "Report the AI tool, in use, in development, in a pilot or planned.",
    when=DEPARTMENT_USE & ~Use.stage.is_(Stage.IDEA) & REPORTING.reads(implied=ALWAYS, dti_only=NOT_EVER),
    due=Deadline(note="no time is stated"),
)

# One process, and what it is there to find; one plan, and what it is there to set. What is left out is
# left out of the one.
_PROCESS = ("ABQ-6.3-a", "ABQ-6.3-b", "ABQ-6.3-c", "ABQ-6.3-d", "ABQ-6.3-e")
ASSESSMENT_PROCESS = OF_DTI.obligation(
    "ABQ-6.3-a",
    "6.3",
    "Lead a standardized assessment process with the departments.",
    done=all_of(*(Attested(row) for row in _PROCESS)),
)
FIND_USE_CASES = OF_DTI.obligation(
    "ABQ-6.3-b",
    "6.3, use cases",
    "Identify current and potential use cases of AI.",
    part_of=ASSESSMENT_PROCESS,
)
FIND_SKILLS = OF_DTI.obligation(
    "ABQ-6.3-c",
    "6.3, skills",
    "Determine needs for upskilling and reskilling.",
    part_of=ASSESSMENT_PROCESS,
)
WISH_LISTS = OF_DTI.obligation(
    "ABQ-6.3-d",
    "6.3, wish lists",
    "Develop an AI wish list for each department.",
    part_of=ASSESSMENT_PROCESS,
)
ANALYZE_COSTS = OF_DTI.obligation(
    "ABQ-6.3-e",
    "6.3, costs",
    "Analyze what implementation costs in staffing, training, maintenance and compliance.",
    part_of=ASSESSMENT_PROCESS,
)
_PLAN = ("ABQ-6.4-a", "ABQ-6.4-b", "ABQ-6.4-c", "ABQ-6.4-d")
INTEGRATION_PLAN = OF_DTI.obligation(
    "ABQ-6.4-a",
    "6.4",
    "Develop a citywide AI Integration Plan.",
    done=all_of(*(Attested(row) for row in _PLAN)),
)
PLAN_STANDARDS = OF_DTI.obligation(
    "ABQ-6.4-b",
    "6.4, standards",
    "Establish in the plan procurement standards and ethical guidelines for tools of third parties.",
    part_of=INTEGRATION_PLAN,
)
PLAN_REDUNDANCY = OF_DTI.obligation(
    "ABQ-6.4-c",
    "6.4, redundancy",
    "Prevent redundancy and fragmentation by the plan.",
    part_of=INTEGRATION_PLAN,
)
# No rule hangs on a category here.
PLAN_CATEGORIES = OF_DTI.obligation(
    "ABQ-6.4-d",
    "6.4, categories",
    "Define categories of AI in the plan, with governance in proportion.",
    part_of=INTEGRATION_PLAN,
)
COLLABORATION = OF_THE_CITY.obligation(
    "ABQ-6.5", "6.5", "Maintain formal structures in which departments work together on AI."
)
EXPLORE = OF_THE_CITY.obligation(
    "ABQ-6.6-a",
    "6.6",
    "Explore how AI can streamline workflows and enhance the delivery of services.",
    bearer="DTI and the departments",
)
# Information in general suffices; that there is some on each tool is what the working group recommends.
PUBLISH = OF_DTI.obligation(
    "ABQ-6.7-a", "6.7, publication", "Publish information about the City's AI use on cabq.gov."
)
FEEDBACK_FORM = OF_DTI.obligation(
    "ABQ-6.7-b", "6.7, feedback", "Maintain a public form for questions and suggestions."
)
PUBLIC_COMMENT = OF_THE_CITY.obligation(
    "ABQ-6.8-a",
    "6.8, first sentence",
    "Hear public comment on the policy before it is first adopted.",
)

# Non-compliance. An evaluation is not a finding of a violation: somebody has to have found one, and it has
# to be an employee's own, whoever acts in the case. Vendors answer by contract.

DISCIPLINE = part(AI_POLICY_TEXT, "Non-Compliance").noted(
    "ABQ-NONCOMPLIANCE",
    "",
    "An employee's violation may lead to disciplinary action under the rules for all City employees.",
    kind=Kind.CONSEQUENCE,
    force=Force.DESCRIPTIVE,
    when=IN_THE_CITY & Violation.found & Violation.by.is_(Violator.OFFICER_OR_EMPLOYEE),
)

REVIEW_POLICY = part(
    AI_POLICY_TEXT, "Responsibilities", kind=Kind.ORGANIZATIONAL, bearer="the City", standing=True
).obligation(
    "ABQ-RESP-1",
    "",
    "Review and update the policy periodically.",
    due=Deadline(note="no period is stated"),
)

# What is stated of the instrument, and asks nothing of a case

STATED = part(AI_POLICY_TEXT, kind=Kind.PRINCIPLE, force=Force.DESCRIPTIVE)

ENTRIES = (
    STATED.unmodelled(
        "ABQ-PURPOSE-1",
        "Purpose",
        because="It says why there is a policy; its must names no act and nobody to do it.",
    ),
    STATED.unmodelled("ABQ-VISION-1", "Purpose, Vision", because="A vision, by which the rest is read."),
    STATED.unmodelled("ABQ-MISSION-1", "Purpose, Mission", because="A mission, by which the rest is read."),
    IN_SCOPE,
    THE_PUBLIC,
    # Code of Ethics
    STATED.unmodelled(
        "ABQ-COE-0",
        "Code of Ethics, introduction",
        because="It introduces the Code; whether that binds by itself is a reading of the rows that follow.",
    ),
    STATED.unmodelled(
        "ABQ-COE-INNOV-1",
        "Code of Ethics, Innovation",
        force=Force.BINDING,
        because="An aspiration: how responsibly something is explored has no test.",
    ),
    COMMUNICATE_USE,
    DISCLOSE_SYSTEM,
    DOCUMENT_LIMITATIONS,
    JUSTIFY_OUTPUTS,
    INTEGRATE,
    USE_SAFELY,
    NO_LEAK_OR_EXPORT,
    NO_LEAK_BEFORE,
    PREVENT_INTERNAL_LEAKS,
    MEET_DATA_PROTECTION,
    MONITOR_RESULTS,
    MONITOR_FAILURES,
    TEST_FIRST,
    TEST_IN_TIME,
    BE_FAIR,
    QUESTION_VENDORS,
    ASSESS_WHEN_EVALUATING,
    STATED.unmodelled(
        "ABQ-COE-HUM-1",
        "Code of Ethics, Human-Centered, first sentence",
        kind=Kind.CONDITION,
        force=Force.RECOMMENDED,
        because="It ranks efficiency after the other principles: no gain makes up for one that is not met, "
        "and none is set against another here.",
    ),
    CONSIDER_INDIVIDUALS,
    RECONSIDER_WHEN_UNSURE,
    # 1 Data Privacy
    FOLLOW_DATA_GOVERNANCE,
    DISCLOSE_DATA,
    DISCLOSE_DATA_USE,
    DISCLOSE_DATA_PURPOSE,
    EXTRA_REVIEW,
    MEET_CYBERSECURITY,
    AUTHENTICATE,
    ENCRYPT,
    PROTECT_ENDPOINTS,
    ENHANCE_SECURITY,
    NO_BYPASS,
    NO_BYPASS_BEFORE,
    TRAIN_FOR_ACCOUNTABILITY,
    CONTRACT_FOR_ACCOUNTABILITY,
    AUDIT_FOR_ACCOUNTABILITY,
    # 2 Harm and Bias Mitigation
    MAINTAIN_CODE,
    CODE_ON_OVERSIGHT,
    ACKNOWLEDGE_BIAS,
    MITIGATE_BIAS,
    STATED.unmodelled(
        "ABQ-2.2-a", "section 2.2, first sentence", because="It says which model of innovation the City has."
    ),
    FOLLOW_GUIDELINES,
    DEFINE_USE_CASES,
    ASSESS_OPERATIONS,
    ASSESS_STAFF,
    ASSESS_COMMUNITY,
    REVISION_PROCESS,
    REPLACES_DECISIONS,
    DEFINE_AUTOMATION,
    ESTABLISH_HUMAN_REVIEW,
    RESPONSIBLE_FOR_WORK,
    WORK_WITH_CARE,
    RESPONSIBLE_FOR_ACCURACY,
    RESPONSIBLE_FOR_APPROPRIATENESS,
    RESPONSIBLE_FOR_TONE,
    ENFORCE_SAFEGUARDS,
    DOCUMENT_WORKFLOW,
    DISCLOSE_IN_PUBLIC_SERVICE,
    # 3 Public Records Management
    DOCUMENT_CRITERIA,
    DOCUMENT_OVERSIGHT,
    KEEP_RECORDS,
    # 4 Acquisition and Use of AI Technology
    APPROVED_ONLY,
    APPROVED_IN_TIME,
    LIST_OF_TOOLS,
    GRANT_ACCESS,
    ACCESS_IN_TIME,
    HUMAN_IN_THE_LOOP,
    ASSESS_NEW_TOOL,
    ASSESSED_IN_TIME,
    ASSESS_PRIVACY,
    ASSESS_SECURITY,
    ASSESS_BIAS,
    DEFINE_STANDARDS,
    NO_USE_OF_FAILED,
    REMEDIATE_FIRST,
    RESTED_MEANWHILE,
    REMEDIATED,
    ESCALATE,
    ASSESS_REGULARLY,
    ASSESS_ETHICS,
    ASSESS_DATA_PROTECTION,
    ASSESS_CONSEQUENCES,
    REVIEW_MORE_OFTEN,
    CRITERIA,
    LESSONS,
    SHARE_APPLICATIONS,
    # 5 Education and Training
    TRAIN_EMPLOYEES,
    TRAINING_RULE,
    TRAIN_BEFORE_ACCESS,
    SIGN_AGREEMENT,
    TRAINING_STRATEGY,
    TRAINING_BOARD,
    TRAINING_PARTNERS,
    INFORM_STAFF,
    PUBLIC_SESSIONS,
    # 6 Governance
    STATED.unmodelled(
        "ABQ-6.1",
        "section 6.1",
        kind=Kind.OBLIGATION,
        force=Force.BINDING,
        because="It points to all law there is. What other instruments say, policies of their own judge, "
        "which can be joined with this one.",
    ),
    COORDINATE_INVENTORY,
    REPORT_TOOLS,
    ASSESSMENT_PROCESS,
    FIND_USE_CASES,
    FIND_SKILLS,
    WISH_LISTS,
    ANALYZE_COSTS,
    INTEGRATION_PLAN,
    PLAN_STANDARDS,
    PLAN_REDUNDANCY,
    PLAN_CATEGORIES,
    COLLABORATION,
    EXPLORE,
    STATED.unmodelled(
        "ABQ-6.6-b",
        "section 6.6",
        force=Force.BINDING,
        because="It says what to bear in mind when exploring: human input, judgment and labor.",
    ),
    PUBLISH,
    FEEDBACK_FORM,
    PUBLIC_COMMENT,
    STATED.unmodelled(
        "ABQ-6.8-b",
        "section 6.8, first sentence, last limb",
        because="It says that the policy is no rule-making.",
    ),
    STATED.unmodelled(
        "ABQ-6.8-c",
        "section 6.8, second sentence",
        kind=Kind.CONDITION,
        because="Later revisions may come with public comment or without it, so that nothing is asked.",
    ),
    # What follows the sections
    DISCIPLINE,
    STATED.unmodelled(
        "ABQ-RELATED",
        "Related Policies and Standards",
        kind=Kind.CONDITION,
        because="It points to other policies; the links are empty, and the texts are appended.",
    ),
    REVIEW_POLICY,
    STATED.unmodelled(
        "ABQ-VISION-2",
        "AI Policy Mission Statement, Vision",
        because="The vision again, without the word sustainable.",
    ),
    STATED.unmodelled(
        "ABQ-MISSION-2", "AI Policy Mission Statement, Mission", because="The mission again, word for word."
    ),
)

AI_POLICY = policy(
    "us-nm/albuquerque/ai-policy",
    AI_POLICY_TEXT,
    place=CITY,
    time_zone=TIME_ZONE,
    scope=COVERED,
    notes=(
        "No day of adoption or effect is printed: whether the policy applied on any day is not verified.",
    ),
    entries=(
        *ENTRIES,
        *matrix.ENTRIES,
        *definitions.ENTRIES,
        *inventory.ENTRIES,
        *working_group.ENTRIES,
    ),
)
