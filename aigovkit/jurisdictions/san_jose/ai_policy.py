"""San José: Artificial Intelligence (AI) Policy, 1.7.12.

City of San José, Information Technology Department; approved by the Chief
Information Officer, approved for posting by the City Manager. Both dates of the
approval block are a template placeholder printed over a date ("2026/28/2024"),
so the text gives no effective date, and no provision is gated by one.

Not modelled: the purpose statements and the standing roles, which hold at all
times and say nothing of a case; and what stands only in other documents (the AI
Handbook, the AI Incident Response Plan, the Requirements for AI Systems, the
Digital Privacy Policy), whose content is never guessed: that it was followed
can be attested.

Where the text is open and its readings lead to different answers, the readings
are at hand under the names below. Smaller choices are comments beside the words
that forced them. Nothing in the text makes a use permitted: its list of
prohibited uses is open.

A terminal at the permit counter that reads emotions off faces:

>>> from datetime import date
>>> terminal = Case(
...     agency=Agency(place="us-ca/san-jose"),
...     system=System(uses_ai=True, forms=["software"], outputs_automatic=True, outputs=["prediction"]),
...     use=Use(deployed_by_agency=True, infers_emotion=True, emotion_signals=["face"]),
... )
>>> result = AI_POLICY.evaluate(terminal, as_of=date(2026, 3, 2))
>>> str(result.outcome), str(result.finding("SJ-AI-PROHIBIT-2").citation)
('prohibited', 'San José AI Policy 1.7.12, Prohibited Uses, bullet 2')
"""

from __future__ import annotations

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
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
    Source,
    StartOfDay,
    all_of,
    any_of,
    earliest,
    part,
    policy,
)
from aigovkit.models import (
    Activity,
    Actor,
    Agency,
    BiometricFunction,
    Case,
    ClassificationBasis,
    DecisionEffect,
    Determiner,
    EmotionSignal,
    EmploymentDecision,
    EmploymentSubject,
    ExceptionCovers,
    Form,
    Incident,
    Output,
    Procurement,
    Retirement,
    Role,
    Safeguards,
    Stage,
    System,
    Timing,
    Use,
    UseException,
    Vendor,
    Violation,
)

POLICY = Source(
    "San José AI Policy",
    issuer="City of San José, Information Technology Department",
    edition="1.7.12",
    effective=None,
    effective_note="Both dates in the approval block are unreadable (2026/28/2024).",
)

IN_THE_CITY = Agency.place.within("us-ca/san-jose")
# A department acts, and finds things out, by its staff.
STAFF = (Role.STAFF, Role.AGENCY)
USERS = (*STAFF, Role.INTERN, Role.CONSULTANT, Role.CONTRACTOR, Role.PARTNER, Role.VOLUNTEER)
IN_USE = Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION, Stage.PHASE_OUT)
HAS_BEEN_USED = IN_USE | Use.stage.is_(Stage.RETIRED)

# Terms and Definitions stand last in the document; they are first here because
# the rules are built from them.

TERMS = part(POLICY, "Terms and Definitions, ")

# The elements of the definition are wide; whether a system is AI is a recorded
# determination, made by a person who has read them. Generated content counts as
# an output like those named: the definition of a system leaves its list open.
ARTIFICIAL_INTELLIGENCE = TERMS.definition(
    "SJ-AI-DEF-AI-1",
    "Artificial Intelligence, first sentence",
    "AI runs on a machine and can, for goals people set, predict, recommend or decide in ways that affect a "
    "real or virtual setting.",
    term="it is AI",
    means=System.uses_ai,
)

# The second sentence describes what AI systems do. It adds no element of its
# own; it is a reason to record a plain script or formula as no AI.
AI_AT_WORK = TERMS.definition(
    "SJ-AI-DEF-AI-2",
    "Artificial Intelligence, second sentence",
    "Such a system perceives settings through input, models what it perceives by automated analysis, and "
    "infers options from the model.",
    means=System.perceives_environment & System.abstracts_into_models & System.uses_model_inference,
)

# Being an algorithm brings nothing into scope by itself.
ALGORITHM = TERMS.definition(
    "SJ-AI-DEF-ALGORITHM",
    "Algorithm",
    "An algorithm is a series of logical steps from given inputs to given outputs.",
    means=System.forms.has(Form.ALGORITHM),
)

EFFECT_CLAUSE = Ambiguity(
    "system_outputs",
    "Does the clause on augmenting or replacing human decisions qualify every output, or decisions only?",
    {
        "decisions": "only decisions; any other automatic output suffices",
        "all": "all outputs",
    },
    default="decisions",
    why="The clause follows the word decisions, and the last antecedent is preferred in item 3 and the "
    "Finance paragraph too; "
    "the other reading would drop generators from the whole policy.",
    citation=TERMS.at("System, first sentence"),
)

AFFECTS_DECISIONS = System.effect_on_decisions.is_in(DecisionEffect.AUGMENTS, DecisionEffect.REPLACES)

SYSTEM = TERMS.definition(
    "SJ-AI-DEF-SYSTEM-1",
    "System, first sentence",
    "A system is software, a sensor or a process in which AI produces outputs automatically, such as "
    "decisions that aid or replace ours.",
    term="it is an AI system",
    means=ARTIFICIAL_INTELLIGENCE
    & System.forms.has(Form.SOFTWARE, Form.SENSOR, Form.PROCESS)
    & System.outputs_automatic
    & EFFECT_CLAUSE.reads(
        decisions=~System.outputs.has_only(Output.DECISION) | AFFECTS_DECISIONS,
        all=AFFECTS_DECISIONS,
    ),
)

SCALE_CLAUSE = Ambiguity(
    "scale_clause",
    "Do the words on large-scale processes and large data sets qualify all four things, or the data alone?",
    {
        "all": "all four",
        "data": "the data alone; software, hardware and algorithms that use AI are in at any scale",
    },
    default="all",
    why="Data automates and analyses nothing by itself, and software at any scale would leave the first "
    "sentence little to do. That the last antecedent is preferred elsewhere points the other way.",
    citation=TERMS.at("System, second sentence"),
)
AT_SCALE = System.automates_large_scale_process | System.analyzes_large_data_set

# "This extends to" continues a definition built on AI; without AI it would
# sweep in every database. What the AI generates is itself a system.
SYSTEM_AT_SCALE = TERMS.definition(
    "SJ-AI-DEF-SYSTEM-2",
    "System, second sentence",
    "It reaches software, hardware, algorithms and generated data used on large-scale processes or large "
    "data sets.",
    term="it is an AI system at scale",
    means=ARTIFICIAL_INTELLIGENCE
    & SCALE_CLAUSE.reads(
        all=System.forms.has(Form.SOFTWARE, Form.HARDWARE, Form.ALGORITHM, Form.GENERATED_DATA) & AT_SCALE,
        data=System.forms.has(Form.SOFTWARE, Form.HARDWARE, Form.ALGORITHM)
        | (System.forms.has(Form.GENERATED_DATA) & AT_SCALE),
    ),
)

AI_SYSTEM = SYSTEM | SYSTEM_AT_SCALE

# Scope

SCOPE = part(POLICY, "Scope, ")

ON_BEHALF = Ambiguity(
    "deployed",
    "Does a system count as deployed by the City when somebody else operates it for the City?",
    {
        "deployed_or_on_behalf": "yes",
        "deployed_only": "no",
    },
    default="deployed_or_on_behalf",
    why="Item 4, Sunset Procedures and Policy Enforcement all speak of systems run on the City's behalf.",
    citation=SCOPE.at("item 1"),
)

RUN_BY_OR_FOR_THE_CITY = IN_THE_CITY & (Use.deployed_by_agency | Use.operated_for_agency)

# "Deployed" is read over the whole life of a system, from purchase to
# retirement: the duties attach to purchasing and developing too.
CITY_SYSTEM = SCOPE.scope(
    "SJ-AI-SCOPE-1",
    "item 1",
    "Every system the City deploys is covered.",
    term="it is a system of the City",
    covers=all_of(
        IN_THE_CITY,
        AI_SYSTEM,
        ON_BEHALF.reads(
            deployed_or_on_behalf=Use.deployed_by_agency | Use.operated_for_agency,
            deployed_only=Use.deployed_by_agency,
        ),
    ),
)

SERVICE_CLAUSE = Ambiguity(
    "city_service",
    "Do the words on serving the City limit every activity of users, or only leveraging?",
    {
        "leveraging": "only leveraging, which they follow",
        "every": "every one, as in the Purpose section; a contractor's own business is then out",
    },
    default="every",
    why="The Purpose section puts the words after one list of the same activities; read of leveraging alone, "
    "they would leave an employee's own app at home to the City.",
    citation=SCOPE.at("item 2"),
)

# Operating is not in the list; whoever operates a system uses it.
FOUR_DUTIES_ACTIVITIES = (
    Activity.PURCHASING,
    Activity.CONFIGURING,
    Activity.DEVELOPING,
    Activity.USING,
    Activity.OPERATING,
    Activity.MAINTAINING,
)

# "May be purchasing": someone placed to do so is covered before doing it.
# Vendors and agents are not in this list, though Policy Enforcement names them.
CITY_USER = SCOPE.scope(
    "SJ-AI-SCOPE-2",
    "item 2",
    "Six kinds of people are covered who may buy, set up, build, use or maintain AI, or draw on it in "
    "serving the City.",
    term="a user of the City is involved",
    covers=all_of(
        IN_THE_CITY,
        Actor.role.is_in(*USERS),
        Actor.activities.has(*FOUR_DUTIES_ACTIVITIES, Activity.LEVERAGING_FOR_SERVICE),
        SERVICE_CLAUSE.reads(leveraging=ALWAYS, every=Actor.serves_agency),
    ),
)

USER = SCOPE.definition(
    "SJ-AI-DEF-USER",
    "item 2, parenthesis",
    "Those people are called users: the workforce, never members of the public.",
    means=CITY_USER,
)

WHO_IS_BOUND = Ambiguity(
    "enforcement",
    "Whom do the words on operating AI on the City's behalf qualify?",
    {
        "third_parties": "vendors and other third parties; the City's own people and contractors are bound "
        "as such",
        "all": "everyone listed",
    },
    default="third_parties",
    why="Employees are bound as employees; the phrase limits outsiders.",
    citation=POLICY.at("Policy Enforcement"),
)

# Policy Enforcement binds agents and third parties too.
THIRD_PARTIES = Actor.role.is_in(Role.VENDOR, Role.PARTNER, Role.OTHER_THIRD_PARTY)
OPERATES_FOR_THE_CITY = IN_THE_CITY & (
    (THIRD_PARTIES & Actor.acts_for_agency)
    | (Actor.role.is_(Role.AGENT) & WHO_IS_BOUND.reads(third_parties=ALWAYS, all=Actor.acts_for_agency))
)

# The two items of Scope are things covered, not conditions to be met together:
# a member of staff is bound although the tool is nobody's deployment.
COVERED = Named("the policy covers it", AI_SYSTEM & (CITY_SYSTEM | CITY_USER | OPERATES_FOR_THE_CITY))

# Purpose

PURPOSE = part(POLICY, "Purpose, ")

DUTY_TIMING = Ambiguity(
    "duty_timing",
    "By when are the duties done that carry no time: before first use, or while the activity lasts?",
    {
        "before_use": "before first use, since they arise with purchasing",
        "during": "at any time while the activity lasts",
    },
    default="before_use",
    why="The lead-in of the Policy section starts with purchasing. The text states no time, so no date is "
    "shown either way.",
    citation=POLICY.at("Policy, lead-in"),
)
BEFORE_FIRST_USE = Deadline(Use.began, strict=True, note="before first use")
LEFT_UNDONE = DUTY_TIMING.reads(before_use=HAS_BEEN_USED, during=Use.stage.is_(Stage.RETIRED))

# "Will be" is read as a duty: Violations makes failure to comply punishable.
FOLLOW_HANDBOOK = PURPOSE.obligation(
    "SJ-AI-HANDBOOK-1",
    "closing paragraph",
    "Follow the AI Handbook in buying, setting up, building, running and keeping up systems and the data in "
    "them.",
    bearer="users and City departments",
    when=COVERED,
    gate=LEFT_UNDONE,
)

# Guiding Principles. Values of the City, made a duty of users by Policy, item 1.

GUIDING_PRINCIPLES = part(
    POLICY, "Guiding Principles, ", kind=Kind.PRINCIPLE, force=Force.ASPIRATIONAL, bearer="users"
)

EFFECTIVENESS = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-1",
    "item 1 Effectiveness",
    "The system is reliable, reaches its goals, and is precise and dependable in the setting it is used in.",
    when=COVERED,
)
TRANSPARENT_USE = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-2A",
    "item 2 Transparency, first sentence",
    "The public is told, unasked, what the system is for and how it is used.",
    when=COVERED,
)
DOCUMENTED = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-2B",
    "item 2 Transparency, second sentence",
    "The system, its data sources, how it operates and the policies over it are documented and "
    "understandable.",
    when=COVERED,
)
EQUITABLE = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-3A",
    "item 3 Equity, first sentence",
    "The system supports fair outcomes for all, and does so deliberately.",
    when=COVERED,
)
BIAS_MANAGED = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-3B",
    "item 3 Equity, second sentence",
    "Bias is managed effectively, to lessen harm to anyone affected.",
    when=COVERED,
)
ROLES_ASSIGNED = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-4A",
    "item 4 Accountability, first limb",
    "Who answers for deploying and for maintaining the system is settled.",
    when=COVERED,
)
HUMAN_OVERSIGHT = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-4B",
    "item 4 Accountability, second limb",
    "People see to it that laws and regulations are kept.",
    when=COVERED,
)
HUMAN_CENTERED = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-5",
    "item 5 Human-Centered Design",
    "What the service does to the public is evaluated, starting from people.",
    when=COVERED,
)
PRIVACY = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-6",
    "item 6 Privacy",
    "Personal and sensitive data is kept from unauthorised access, disclosure and manipulation, as the "
    "Digital Privacy Policy asks.",
    when=COVERED,
)
SECURE = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-7A",
    "item 7 Security & Safety, first sentence",
    "Confidentiality, integrity and availability are maintained, as the security policy asks.",
    when=COVERED,
)
INFORMATION_INTEGRITY = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-7B",
    "item 7 Security & Safety, second sentence",
    "What comes into and goes out of the City stays trustworthy despite fake AI content.",
    when=COVERED,
)
SAFE = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-7C",
    "item 7 Security & Safety, third sentence",
    "Implementation is reliable and safe, with the least risk to people, society and the environment.",
    when=COVERED,
)
WORKFORCE_EMPOWERED = GUIDING_PRINCIPLES.obligation(
    "SJ-AI-PRIN-8",
    "item 8 Workforce Empowerment",
    "Staff are enabled to use AI by education, training and joint work that give them part and chances.",
    when=COVERED,
)

PRINCIPLES = (
    EFFECTIVENESS,
    TRANSPARENT_USE,
    DOCUMENTED,
    EQUITABLE,
    BIAS_MANAGED,
    ROLES_ASSIGNED,
    HUMAN_OVERSIGHT,
    HUMAN_CENTERED,
    PRIVACY,
    SECURE,
    INFORMATION_INTEGRITY,
    SAFE,
    WORKFORCE_EMPOWERED,
)

# Responsibilities

RESPONSIBILITIES = part(POLICY, "Responsibilities, ", bearer="the Chief Information Officer")

DESIGNATE_SECURITY_OFFICER = RESPONSIBILITIES.obligation(
    "SJ-AI-ROLE-CIO-2",
    "bullet 1, second sentence",
    "Designate the City Information Security Officer (CISO).",
    when=IN_THE_CITY,
    standing=True,
)
DESIGNATE_PRIVACY_OFFICER = RESPONSIBILITIES.obligation(
    "SJ-AI-ROLE-CIO-3",
    "bullet 1, second sentence",
    "Designate the City Digital Privacy Officer (CDPO).",
    when=IN_THE_CITY,
    standing=True,
)
ENSURE_SECURITY_AND_PRIVACY = RESPONSIBILITIES.obligation(
    "SJ-AI-ROLE-ENSURE",
    "bullet 1, second sentence",
    "See actively to the security, resilience, privacy and policy conformity of the systems in use.",
    bearer="the CISO and the CDPO",
    when=CITY_SYSTEM & IN_USE,
)

# Policy

DUTIES = part(POLICY, "Policy, ", bearer="users")

LEVERAGING = Ambiguity(
    "leveraging",
    "Do the four duties attach to somebody who only leverages a system to serve the City?",
    {
        "apart": "no: the lead-in names the other activities, and leaves this one out",
        "included": "yes: whoever leverages a system uses it",
    },
    default="apart",
    why="The scope and the Purpose section list leveraging beside using, so that it is something else.",
    citation=POLICY.at("Policy, lead-in"),
)

# A system of the City is bought, set up or used by some user, whoever's conduct
# the case looks at. For anyone else's tool it takes a user who does one of these
# things, or is placed to: the activities are those of the scope.
DUTIES_ATTACH = DUTIES.scope(
    "SJ-AI-POLICY-0",
    "lead-in",
    "Four duties attach when a user buys, sets up, builds, uses or maintains an AI system; any one of these "
    "is enough.",
    term="the duties of users attach",
    covers=AI_SYSTEM
    & (
        CITY_SYSTEM
        | (
            CITY_USER
            & LEVERAGING.reads(
                apart=Actor.activities.has(*FOUR_DUTIES_ACTIVITIES),
                included=Actor.activities.has(*FOUR_DUTIES_ACTIVITIES, Activity.LEVERAGING_FOR_SERVICE),
            )
        )
    ),
)

PRINCIPLES_UPHELD = Ambiguity(
    "principles_upheld",
    "Is item 1 met by a recorded conclusion, or only when each principle is attested?",
    {
        "recorded": "a recorded conclusion that all eight are upheld",
        "each_principle": "every principle by itself",
    },
    default="recorded",
    why="The principles are open-textured and no test is given; a conclusion has to be drawn by a person.",
    citation=DUTIES.at("item 1"),
)

UPHOLD_PRINCIPLES = DUTIES.obligation(
    "SJ-AI-POLICY-1",
    "item 1",
    "Uphold all eight Guiding Principles.",
    when=DUTIES_ATTACH,
    # A conclusion stands until one principle is known not to be upheld.
    done=PRINCIPLES_UPHELD.reads(
        recorded=Attested("SJ-AI-POLICY-1")
        & ~Rebutted(any_of(*(~Attested(principle.id) for principle in PRINCIPLES))),
        each_principle=all_of(*(Attested(principle.id) for principle in PRINCIPLES)),
    ),
    # Unlike the other duties of this section it is never done once and for all.
    gate=HAS_BEEN_USED,
)

# The text knows one review and no tiers; its depth is a matter of the Handbook.
AI_REVIEW = DUTIES.review(
    "SJ-AI-POLICY-2",
    "item 2, first sentence",
    "Conduct an AI Review of the potential risk of the system.",
    bearer="users, with the CDPO or a designee coordinating",
    when=DUTIES_ATTACH,
    gate=LEFT_UNDONE,
)

# A review afterwards is a review, and leaves its mark.
REVIEW_IN_TIME = DUTIES.obligation(
    "SJ-AI-POLICY-2-TIME",
    "item 2, first sentence, time",
    "Conduct the AI Review before use begins.",
    when=DUTIES_ATTACH
    & Attested("SJ-AI-POLICY-2")
    & DUTY_TIMING.reads(before_use=HAS_BEEN_USED, during=NOT_EVER),
    done=AttestedOn("SJ-AI-POLICY-2"),
    due=BEFORE_FIRST_USE,
)

# Review comes before use, so that coordinating it is owed before use as well.
REVIEW_COORDINATED = DUTIES.obligation(
    "SJ-AI-POLICY-2-COORD",
    "item 2, second sentence",
    "Have the CDPO or a designee coordinate the review.",
    bearer="the CDPO or a designee",
    when=DUTIES_ATTACH,
    gate=Attested("SJ-AI-POLICY-2"),
)

OBTAIN_DOCUMENTATION = DUTIES.obligation(
    "SJ-AI-POLICY-3",
    "item 3, first sentence",
    "Obtain technical documentation about the system, a home-made one included.",
    when=DUTIES_ATTACH,
    gate=LEFT_UNDONE,
)

BUYING_AI = IN_THE_CITY & Vendor.involved & Procurement.is_purchase & AI_SYSTEM
DOCUMENTATION_REQUESTED = Procurement.documentation_requested.happened()

DISCLOSURE_ON_REQUEST = Ambiguity(
    "vendor_disclosure",
    "Does the request of the CDPO govern the vendor's disclosure of AI too, or only the documentation?",
    {
        "unconditional": "only the documentation",
        "on_cdpo_request": "both",
    },
    default="unconditional",
    why="The words follow the documentation, and Finance has to ask about AI in solicitations anyway.",
    citation=DUTIES.at("item 3, second sentence"),
)

REQUIRE_DISCLOSURE = DUTIES.obligation(
    "SJ-AI-POLICY-3-DISCLOSE",
    "item 3, second sentence, first limb",
    "Require the vendor to disclose its use of AI.",
    bearer="Finance, or the department overseeing the purchase",
    when=BUYING_AI
    & DISCLOSURE_ON_REQUEST.reads(unconditional=ALWAYS, on_cdpo_request=DOCUMENTATION_REQUESTED),
    gate=LEFT_UNDONE,
    due=Deadline(note="no time is stated"),
)

FACT_SHEET_ON_REQUEST = Ambiguity(
    "vendor_documentation",
    "Is vendor documentation owed when the CDPO asks, or in every procurement?",
    {
        "on_cdpo_request": "when the CDPO asks: item 3 is the operative duty",
        "standing": "always: the definition of the AI Fact Sheet expects it",
    },
    default="on_cdpo_request",
    why="The definition states an expectation of vendors, item 3 a duty of the City. Asking always is good "
    "sense.",
    citation=DUTIES.at("item 3, second sentence"),
)

# The AI Fact Sheet is one form among others ("e.g."). The CDPO asks; unlike in
# item 2 and the Finance paragraph, no designee is mentioned. What is asked for when
# use has begun has no time.
REQUIRE_DOCUMENTATION = DUTIES.obligation(
    "SJ-AI-POLICY-3-DOCS",
    "item 3, second sentence, second limb",
    "Require technical documentation from the vendor, such as an AI Fact Sheet.",
    bearer="Finance, or the department overseeing the purchase",
    when=BUYING_AI & FACT_SHEET_ON_REQUEST.reads(on_cdpo_request=DOCUMENTATION_REQUESTED, standing=ALWAYS),
    gate=LEFT_UNDONE
    & FACT_SHEET_ON_REQUEST.reads(
        on_cdpo_request=Procurement.documentation_requested.before(Use.began), standing=ALWAYS
    ),
    due=Deadline(note="on the request; no period is stated"),
)

# "Incident" is not defined; any adverse event is meant, harm or no harm.
FOLLOW_RESPONSE_PLAN = DUTIES.obligation(
    "SJ-AI-POLICY-4",
    "item 4, first sentence",
    "Follow the AI Incident Response Plan, as the security policy asks.",
    each=Case.incidents,
    when=DUTIES_ATTACH & Incident.involves_ai,
    done=Incident.response_plan_followed,
    gate=~Incident.response_plan_followed,
    due=Deadline(note="the times are in the Plan"),
)

SOLICITATION_ON_REQUEST = Ambiguity(
    "solicitation_disclosure",
    "Does the request of the CDPO govern the question on AI in solicitations too?",
    {
        "unconditional": "no; it governs compliance with the Requirements only",
        "on_request": "yes, both",
    },
    default="unconditional",
    why="The words follow the second limb, compliance with the Requirements for AI Systems.",
    citation=DUTIES.at("closing paragraph"),
)
REQUIREMENTS_REQUESTED = Procurement.requirements_requested.happened()

WHICH_SOLICITATIONS = Ambiguity(
    "solicitations",
    "Does the question on AI belong in every solicitation, or only in those for AI?",
    {
        "all": "every one",
        "ai_only": "those for an AI system",
    },
    default="all",
    why="The City cannot know beforehand which offers involve AI; the question is how it learns.",
    citation=DUTIES.at("closing paragraph"),
)

ASK_IN_SOLICITATION = DUTIES.obligation(
    "SJ-AI-FINANCE-SOLICIT",
    "closing paragraph, first limb",
    "Ask vendors in the solicitation to disclose the use of AI.",
    bearer="the Finance Department",
    when=IN_THE_CITY
    & Procurement.is_solicitation
    & WHICH_SOLICITATIONS.reads(all=ALWAYS, ai_only=AI_SYSTEM)
    & SOLICITATION_ON_REQUEST.reads(unconditional=ALWAYS, on_request=REQUIREMENTS_REQUESTED),
    gate=Procurement.is_solicitation,
    due=Deadline(note="in the solicitation itself"),
)

WHO_COMPLIES = Ambiguity(
    "who_complies",
    "Who is to comply with the Requirements for AI Systems on request: the vendors, or Finance itself?",
    {
        "vendors": "the vendors, whom Finance asks to",
        "finance": "Finance, which is required to ask and to comply",
    },
    default="vendors",
    why="To comply stands beside to disclose, which is what vendors are asked.",
    citation=DUTIES.at("closing paragraph"),
)

# The Requirements are defined nowhere in the text.
REQUIRE_COMPLIANCE = DUTIES.obligation(
    "SJ-AI-FINANCE-REQS",
    "closing paragraph, second limb",
    "See to it, by asking the vendor to, that the Requirements for AI Systems are complied with.",
    bearer="the Finance Department",
    when=IN_THE_CITY & REQUIREMENTS_REQUESTED & WHO_COMPLIES.reads(vendors=Vendor.involved, finance=ALWAYS),
    due=Deadline(note="on the request; no period is stated"),
)

# Prohibited Uses. Each item is enough alone. The ban is on uses: a capability
# that lies idle is not one. No consent, pilot, emergency or law-enforcement
# exception is written, and the CIO's exception belongs to sunset alone.

PROHIBITED_USES = part(POLICY, "Prohibited Uses, ")

COVERT_AND_LIVE = Ambiguity(
    "biometric_identification",
    "Must biometric identification be both live and covert?",
    {
        "conjunctive": "both; a short delay still counts as live",
        "conjunctive_strict": "both, and only without any delay",
        "disjunctive": "either is enough",
    },
    default="conjunctive",
    why="One noun with two adjectives joined by and. Without near real time, a trivial buffer would evade "
    "the rule.",
    citation=PROHIBITED_USES.at("bullet 1"),
)
LIVE = Use.biometric_timing.is_in(Timing.REAL_TIME, Timing.NEAR_REAL_TIME)

# Identification is one among many; verifying a claimed identity is not.
NO_COVERT_LIVE_IDENTIFICATION = PROHIBITED_USES.prohibition(
    "SJ-AI-PROHIBIT-1",
    "bullet 1",
    "No covert biometric identification in real time.",
    when=COVERED
    & Use.biometric_function.is_(BiometricFunction.IDENTIFICATION)
    & COVERT_AND_LIVE.reads(
        conjunctive=LIVE & Use.biometric_covert,
        conjunctive_strict=Use.biometric_timing.is_(Timing.REAL_TIME) & Use.biometric_covert,
        disjunctive=LIVE | Use.biometric_covert,
    ),
)

EMOTION_MODALITY = Ambiguity(
    "emotion_analysis",
    "Does the clause on computer vision define emotion analysis, or add to it?",
    {
        "appositive": "it defines: faces and bodies seen by computer vision",
        "any_modality": "it adds: emotion analysis from any signal",
    },
    default="appositive",
    why="The words after or say which signals are meant. Voice and text are within the plain name, so the "
    "other reading is always shown.",
    citation=PROHIBITED_USES.at("bullet 2"),
)

NO_EMOTION_ANALYSIS = PROHIBITED_USES.prohibition(
    "SJ-AI-PROHIBIT-2",
    "bullet 2",
    "No emotion analysis, or sorting of faces and body movements into emotions by computer vision.",
    when=COVERED
    & Use.infers_emotion
    & EMOTION_MODALITY.reads(
        appositive=Use.emotion_signals.has(EmotionSignal.FACE, EmotionSignal.BODY),
        any_modality=ALWAYS,
    ),
)

NOMINAL_HUMAN = Ambiguity(
    "automated_decisions",
    "Is a decision fully automated when a person takes part only in name?",
    {
        "literal": "no; some human act comes in between",
        "functional": "yes; what counts is that nobody meaningfully oversees it",
    },
    default="functional",
    why="Either way some words add little. Meaningful looks at what a person does and not at whether one is "
    "there, as the sole factor of the next bullet does; and this reading protects.",
    citation=PROHIBITED_USES.at("bullet 3"),
)
AFFECTS_RIGHTS_OR_SAFETY = Use.affects_rights_substantially | Use.affects_safety_substantially

NO_UNSUPERVISED_DECISIONS = PROHIBITED_USES.prohibition(
    "SJ-AI-PROHIBIT-3",
    "bullet 3",
    "No fully automated decision with substantial impact on someone's rights or safety that nobody "
    "meaningfully oversees.",
    when=COVERED
    & NOMINAL_HUMAN.reads(
        literal=Use.decision_fully_automated & AFFECTS_RIGHTS_OR_SAFETY,
        functional=AFFECTS_RIGHTS_OR_SAFETY,
    )
    & ~Safeguards.meaningful_oversight,
)

WHOSE_EMPLOYMENT = Ambiguity(
    "employment_subjects",
    "Whose personnel decisions are meant: employees and applicants, or anyone's?",
    {
        "workforce_of_city": "employees and those who apply to become one",
        "anyone": "anyone's, contractors and volunteers included",
    },
    default="workforce_of_city",
    why="The word is employees; applicants are in, since hiring would otherwise be empty.",
    citation=PROHIBITED_USES.at("bullet 4"),
)

FOUR_DECISIONS = (
    EmploymentDecision.HIRING,
    EmploymentDecision.PROMOTION,
    EmploymentDecision.DISCIPLINE,
    EmploymentDecision.EVALUATION,
)
WHAT_IS_EVALUATION = Ambiguity(
    "employment",
    "Does evaluation reach what a score of employees alone settles without being named, such as a layoff?",
    {
        "named": "no: the four decisions that are named",
        "on_evaluation": "yes: whatever is settled by evaluating employees",
    },
    default="named",
    why="The text says termination where it means it, under Violations.",
    citation=PROHIBITED_USES.at("bullet 4"),
)

# Four decisions are named. A dismissal for cause is discipline; other ways of
# ending employment are outside the four words.
NO_SOLE_FACTOR_IN_EMPLOYMENT = PROHIBITED_USES.prohibition(
    "SJ-AI-PROHIBIT-4",
    "bullet 4",
    "AI may not be the only thing that settles hiring, promotion, discipline or evaluation of employees.",
    when=COVERED
    & Use.sole_factor_in_employment
    & WHAT_IS_EVALUATION.reads(
        named=Use.employment_decisions.has(*FOUR_DECISIONS),
        on_evaluation=Use.employment_decisions.has(*EmploymentDecision),
    )
    & WHOSE_EMPLOYMENT.reads(
        workforce_of_city=Use.employment_subjects.has(
            EmploymentSubject.EMPLOYEE, EmploymentSubject.APPLICANT
        ),
        anyone=ALWAYS,
    ),
)

SCORING_CLAUSE = Ambiguity(
    "social_scoring",
    "Does tracking and classifying people suffice, or must it amount to a general standing score?",
    {
        "explained": "either limb: a general standing score, or tracking and classifying on a listed ground, "
        "conduct alone included",
        "named_only": "both together: the explanation is limited by its name, so there has to be a general "
        "standing score",
    },
    default="explained",
    why="The literal words cover tracking plus classifying. Fraud analytics and triage can then be caught, "
    "so both are shown.",
    citation=PROHIBITED_USES.at("bullet 5"),
)
TRACKS_AND_CLASSIFIES = Use.tracks_individuals & Use.classifies_individuals

NO_SOCIAL_SCORING = PROHIBITED_USES.prohibition(
    "SJ-AI-PROHIBIT-5",
    "bullet 5",
    "No social scoring, or tracking and classifying of people by conduct, socioeconomic status or personal "
    "traits.",
    when=COVERED
    & SCORING_CLAUSE.reads(
        explained=Use.scores_social_standing
        | (
            TRACKS_AND_CLASSIFIES
            & Use.classification_bases.has(
                ClassificationBasis.BEHAVIOR,
                ClassificationBasis.SOCIOECONOMIC_STATUS,
                ClassificationBasis.PERSONAL_CHARACTERISTICS,
            )
        ),
        named_only=Use.scores_social_standing & TRACKS_AND_CLASSIFIES,
    ),
)

# Neither intent nor harm is written. The vulnerability of a group is no element.
NO_MANIPULATION = PROHIBITED_USES.prohibition(
    "SJ-AI-PROHIBIT-6",
    "bullet 6",
    "No cognitive behavioral manipulation of people.",
    when=COVERED & Use.manipulates_behavior,
)

LISTED_USES = (
    NO_COVERT_LIVE_IDENTIFICATION,
    NO_EMOTION_ANALYSIS,
    NO_UNSUPERVISED_DECISIONS,
    NO_SOLE_FACTOR_IN_EMPLOYMENT,
    NO_SOCIAL_SCORING,
    NO_MANIPULATION,
)

LISTED_USE = PROHIBITED_USES.noted(
    "SJ-AI-PROHIBIT-0",
    "lead-in",
    "Some uses are prohibited for the sensitivity of the information and the severe potential risk; those "
    "listed are examples.",
    kind=Kind.CONDITION,
    when=any_of(*(use.when for use in LISTED_USES)),
)

# Both grounds, since and joins them. The text names nobody who decides and provides
# for no decision; the CDPO coordinates the reviews of risk.
REFER_UNLISTED_USE = PROHIBITED_USES.referral(
    "SJ-AI-PROHIBIT-RESIDUAL",
    "lead-in",
    "A use outside the list may be prohibited on the same two grounds, since the list is open.",
    issue="Is this use prohibited like those listed, for the sensitivity of its information and its severe "
    "potential risk?",
    bearer="the CDPO; the text names nobody",
    when=COVERED & Use.sensitive_information & Use.severe_risk,
)

# The 24-hour report. It speaks of an AI without limit, so the scope of the
# policy does not gate it, and the heading it stands under does not either.

WHO_REPORTS = Ambiguity(
    "harm_report",
    "Who owes the report of harm: staff, or every user?",
    {
        "staff_only": "staff",
        "all_users": "all six kinds of users",
    },
    default="staff_only",
    why="The scope lists staff apart from the other five kinds, and the duty names staff alone.",
    citation=PROHIBITED_USES.at("last paragraph"),
)
FOUND_BY_STAFF = Incident.discovered_by.is_in(*STAFF)
HARM_TO_REPORT = (
    IN_THE_CITY
    & Incident.caused_harm
    & WHO_REPORTS.reads(
        staff_only=FOUND_BY_STAFF,
        all_users=Incident.discovered_by.is_in(*USERS),
    )
)
# Elapsed hours from awareness of the harm, weekends and clock changes included.
WITHIN_24_HOURS = Deadline(Incident.discovered.plus("PT24H"))

REPORTS = part(
    POLICY, "Prohibited Uses, last paragraph", bearer="whoever became aware of it", each=Case.incidents
)
REPORT_HARM = REPORTS.obligation(
    "SJ-AI-INCIDENT-24H",
    "",
    "Report the harm to the supervisor, the CDPO and the Office of Employee Relations within 24 hours of "
    "discovery.",
    when=HARM_TO_REPORT,
    addressees={
        "the supervisor": Incident.told_supervisor,
        "the CDPO": Incident.told_privacy_officer,
        "the Office of Employee Relations": Incident.told_employee_relations,
    },
    due=WITHIN_24_HOURS,
)
REPORT_TO_SUPERVISOR = REPORTS.obligation(
    "SJ-AI-INCIDENT-24H-SUPERVISOR",
    " (the supervisor)",
    "Report the harm to the supervisor within 24 hours of discovery.",
    when=HARM_TO_REPORT,
    done=Incident.told_supervisor,
    due=WITHIN_24_HOURS,
    part_of=REPORT_HARM,
)
REPORT_TO_PRIVACY_OFFICER = REPORTS.obligation(
    "SJ-AI-INCIDENT-24H-CDPO",
    " (the CDPO)",
    "Report the harm to the CDPO within 24 hours of discovery.",
    when=HARM_TO_REPORT,
    done=Incident.told_privacy_officer,
    due=WITHIN_24_HOURS,
    part_of=REPORT_HARM,
)
REPORT_TO_EMPLOYEE_RELATIONS = REPORTS.obligation(
    "SJ-AI-INCIDENT-24H-OER",
    " (the Office of Employee Relations)",
    "Report the harm to the Office of Employee Relations within 24 hours of discovery.",
    when=HARM_TO_REPORT,
    done=Incident.told_employee_relations,
    due=WITHIN_24_HOURS,
    part_of=REPORT_HARM,
)

# Sunset Procedures. "Positive outcome" is not defined: the rule starts with a
# determination by staff or the CDPO, of a system in operation. One that never
# delivered is covered too: the purpose is to retire what does not meet the
# City's needs.

SUNSET = part(POLICY, "Sunset Procedures, ", bearer="the City")

WHO_DETERMINES = Ambiguity(
    "sunset_finding",
    "Whose finding starts sunset: that of the staff responsible for the system, or of any staff?",
    {
        "responsible_staff": "staff of the responsible department, and the CDPO",
        "any_staff": "any member of staff, and the CDPO",
    },
    default="responsible_staff",
    why="The staff, with the article; a single objector elsewhere should prompt the CDPO rather than halt a "
    "service.",
    citation=SUNSET.at("first sentence"),
)

SUNSET_TRIGGER = SUNSET.scope(
    "SJ-AI-SUNSET-TRIGGER",
    "first sentence",
    "Sunset starts when staff or the CDPO find that a system run by or for the City no longer gives it a "
    "positive outcome.",
    term="the finding that starts sunset was made",
    covers=all_of(
        AI_SYSTEM,
        RUN_BY_OR_FOR_THE_CITY,
        HAS_BEEN_USED,
        Retirement.benefit_ceased,
        WHO_DETERMINES.reads(
            responsible_staff=Retirement.determined_by.is_in(Determiner.STAFF, Determiner.PRIVACY_OFFICER),
            any_staff=Retirement.determined_by.is_in(
                Determiner.STAFF, Determiner.OTHER_STAFF, Determiner.PRIVACY_OFFICER
            ),
        ),
    ),
)

STANDING_EXCEPTION = Ambiguity(
    "standing_exception",
    "Can an exception lift the halt that was given before the finding?",
    {
        "for_the_finding": "no: one given after it, for use to go on in spite of it",
        "given_before": "also one given before it for use to go on whatever is found",
    },
    default="for_the_finding",
    why="What is excepted is the halt that the finding brings, and an exception has to be express.",
    citation=SUNSET.at("first sentence, unless"),
)

# "Express" is read as stated in so many words; writing is good sense, not text.
# One with an end lasts to the end of that day.
GIVEN_FOR_THIS = STANDING_EXCEPTION.reads(
    for_the_finding=UseException.covers.is_(ExceptionCovers.THIS_FINDING)
    & ~UseException.granted.before(StartOfDay(Retirement.determined)),
    given_before=UseException.covers.is_in(ExceptionCovers.THIS_FINDING, ExceptionCovers.WHATEVER_IS_FOUND),
)
EXCEPTED = Retirement.exceptions.some(
    UseException.granted.happened() & GIVEN_FOR_THIS & ~EndOfDay(UseException.ends).before(AS_OF)
)

# Use that is simply halted has no winding down: sunset begins with the halt.
SUNSET_BEGINS = earliest(Retirement.started, Retirement.halted)
SUNSET_ENDS = earliest(Retirement.finished, Retirement.halted)
# An exception lets use go on; what is wound down all the same is wound down by the rules.
SUNSET_OWED = SUNSET_TRIGGER & (~EXCEPTED | SUNSET_BEGINS.happened())

# What is halted and taken up again is in use.
RESUMED = Retirement.resumed.happened() & ~Retirement.resumed.before(Retirement.halted)
AT_REST = (Retirement.halted.happened() & ~RESUMED) | Use.stage.is_(Stage.RETIRED)
# An approval by itself stops nothing.
WOUND_DOWN_AS_APPROVED = all_of(
    Retirement.disruption_significant,
    Retirement.phase_out_approved.happened(),
    Retirement.started.happened(),
)

HALT_TIMING = Ambiguity(
    "halt_timing",
    "When does continued use after the finding become a breach?",
    {
        "outstanding": "not by itself: no period is stated, and a decision of the CIO may be pending",
        "at_once": "from the day of the finding, unless the CIO has decided otherwise by then",
    },
    default="outstanding",
    why="The duty sounds immediate but states no period; a person should judge the delay.",
    citation=SUNSET.at("first sentence"),
)

HALT_USE = SUNSET.requirement(
    "SJ-AI-SUNSET-1",
    "first sentence",
    "Halt the use of a system that no longer gives the City a positive outcome.",
    when=SUNSET_TRIGGER,
    done=AT_REST | WOUND_DOWN_AS_APPROVED,
    gate=HALT_TIMING.reads(outstanding=NOT_EVER, at_once=ALWAYS),
    lawful_use=True,
    due=Deadline(note="no period is stated"),
)
# A halt, or a decision of the CIO, that comes late ends the breach and leaves its mark.
STOPPED_OR_DECIDED = earliest(
    Retirement.halted,
    Retirement.phase_out_approved,
    Retirement.exceptions.first(UseException.granted, GIVEN_FOR_THIS),
)
HALT_IN_TIME = SUNSET.obligation(
    "SJ-AI-SUNSET-1-TIME",
    "first sentence, time",
    "Halt the use, or have the CIO decide otherwise, in time after the finding.",
    when=SUNSET_TRIGGER & STOPPED_OR_DECIDED.happened(),
    done=HALT_TIMING.reads(
        outstanding=ALWAYS, at_once=STOPPED_OR_DECIDED.no_later_than(EndOfDay(Retirement.determined))
    ),
    gate=ALWAYS,
    due=Deadline(note="no period is stated"),
)

# It answers the sunset rule alone: it lifts no prohibition, review or report.
CIO_EXCEPTION = SUNSET.exception(
    "SJ-AI-SUNSET-2",
    "first sentence, unless",
    "Use may go on where the CIO expressly says so.",
    to=HALT_USE,
    when=SUNSET_TRIGGER & EXCEPTED,
)

APPROVAL_TIMING = Ambiguity(
    "phase_out_approval",
    "Before what must the CIO approve a gradual phase-out?",
    {
        "before_wind_down_starts": "before the winding down begins",
        "before_final_switch_off": "before the system is finally switched off",
    },
    default="before_wind_down_starts",
    why="The approach is approved before sunsetting; an approach is what the winding down follows.",
    citation=SUNSET.at("second sentence"),
)
_APPROVED_FIRST = Retirement.phase_out_approved.before(SUNSET_BEGINS)
_APPROVED_BEFORE_THE_END = Retirement.phase_out_approved.before(SUNSET_ENDS)

APPROVE_PHASE_OUT = SUNSET.obligation(
    "SJ-AI-SUNSET-3",
    "second sentence",
    "Where stopping at once would significantly disrupt services, have the CIO approve a gradual phase-out "
    "first.",
    bearer="the City; the CIO approves",
    when=SUNSET_OWED & Retirement.disruption_significant,
    done=APPROVAL_TIMING.reads(
        before_wind_down_starts=_APPROVED_FIRST, before_final_switch_off=_APPROVED_BEFORE_THE_END
    ),
    gate=APPROVAL_TIMING.reads(
        before_wind_down_starts=SUNSET_BEGINS.happened(), before_final_switch_off=SUNSET_ENDS.happened()
    ),
    due=Deadline(note="before sunsetting"),
)

# "Minimize the impact and recovery" is read as limiting impact and easing recovery.
CONSIDER_ALL_MEASURES = SUNSET.obligation(
    "SJ-AI-SUNSET-4",
    "third sentence",
    "Consider every measure that limits the impact and helps recovery, the three that are named among them.",
    when=SUNSET_OWED,
    done=all_of(
        Attested("SJ-AI-SUNSET-4"),
        Attested("SJ-AI-SUNSET-4A"),
        Attested("SJ-AI-SUNSET-4B"),
        Attested("SJ-AI-SUNSET-4C"),
    ),
    gate=SUNSET_BEGINS.happened(),
)
CONSIDER_DATA = SUNSET.obligation(
    "SJ-AI-SUNSET-4A",
    "bullet 1",
    "Consider who owns the data and who can reach it afterwards.",
    when=SUNSET_OWED,
    gate=SUNSET_BEGINS.happened(),
    part_of=CONSIDER_ALL_MEASURES,
)
CONSIDER_PORTABILITY = SUNSET.obligation(
    "SJ-AI-SUNSET-4B",
    "bullet 2",
    "Consider whether the model, the algorithm or the data can be moved.",
    when=SUNSET_OWED,
    gate=SUNSET_BEGINS.happened(),
    part_of=CONSIDER_ALL_MEASURES,
)
CONSIDER_IMPACT = SUNSET.obligation(
    "SJ-AI-SUNSET-4C",
    "bullet 3",
    "Consider the impact on services, users and residents.",
    when=SUNSET_OWED,
    gate=SUNSET_BEGINS.happened(),
    part_of=CONSIDER_ALL_MEASURES,
)

# Public Records

PUBLIC_RECORDS = part(POLICY, "Public Records, ", bearer="the City")

CONSIDER_RECORDS_LAW = PUBLIC_RECORDS.requirement(
    "SJ-AI-RECORDS-1",
    "first limb",
    "Consider public records laws before implementing the system.",
    when=AI_SYSTEM & RUN_BY_OR_FOR_THE_CITY,
    gate=HAS_BEEN_USED,
    step="first use",
    due=Deadline(note="before implementation"),
)
# A look afterwards is a look, and leaves its mark.
RECORDS_LAW_IN_TIME = PUBLIC_RECORDS.obligation(
    "SJ-AI-RECORDS-1-TIME",
    "first limb, time",
    "Consider them before the system is implemented, so before use begins.",
    when=AI_SYSTEM & RUN_BY_OR_FOR_THE_CITY & Attested("SJ-AI-RECORDS-1") & HAS_BEEN_USED,
    done=AttestedOn("SJ-AI-RECORDS-1"),
    due=BEFORE_FIRST_USE,
)
KEEP_OPEN_GOVERNMENT = PUBLIC_RECORDS.obligation(
    "SJ-AI-RECORDS-2",
    "second limb",
    "Comply with the City's Open Government and Ethics Provisions.",
    when=AI_SYSTEM & RUN_BY_OR_FOR_THE_CITY,
    gate=~Attested("SJ-AI-RECORDS-2"),
)
KEEP_PUBLIC_RECORDS_ACT = PUBLIC_RECORDS.obligation(
    "SJ-AI-RECORDS-3",
    "second limb",
    "Comply with the California Public Records Act.",
    when=AI_SYSTEM & RUN_BY_OR_FOR_THE_CITY,
    gate=~Attested("SJ-AI-RECORDS-3"),
)

# Policy Enforcement. Partners are third parties here, though scope makes them users.

ENFORCEMENT = part(POLICY, "Policy Enforcement")

OWN_PEOPLE = Actor.role.is_in(
    *STAFF, Role.AGENT, Role.INTERN, Role.VOLUNTEER, Role.CONTRACTOR, Role.CONSULTANT
)

BOUND_PERSON = ENFORCEMENT.definition(
    "SJ-AI-ENFORCE-1",
    "",
    "Everyone who works for the City, and every third party that runs AI for it, has to abide by the policy.",
    kind=Kind.CONSEQUENCE,
    term="the actor is bound by the policy",
    means=IN_THE_CITY
    & WHO_IS_BOUND.reads(
        third_parties=OWN_PEOPLE | (THIRD_PARTIES & Actor.acts_for_agency),
        all=(OWN_PEOPLE | THIRD_PARTIES) & Actor.acts_for_agency,
    ),
)
ABIDE_BY_HANDBOOK = ENFORCEMENT.obligation(
    "SJ-AI-ENFORCE-2",
    "",
    "Abide by the AI Handbook.",
    bearer="everyone bound by the policy",
    when=BOUND_PERSON & AI_SYSTEM,
    done=Attested("SJ-AI-HANDBOOK-1"),
    gate=LEFT_UNDONE,
)

# Violations of the AI Policy. All of it is discretionary ("may"), and an
# evaluation is not a finding of a violation: someone has to have found one.

VIOLATIONS = part(POLICY, "Violations of the AI Policy, ", kind=Kind.CONSEQUENCE)

WHO_IS_DISCIPLINED = Ambiguity(
    "discipline",
    "Who can be disciplined: those the City can discipline as its own, or everyone bound?",
    {
        "own_people": "staff, interns, volunteers and agents",
        "everyone": "everyone; the sentence names no role",
    },
    default="own_people",
    why="Discipline up to termination fits people in the City's service; the next sentence deals with third "
    "parties.",
    citation=VIOLATIONS.at("first sentence"),
)
DISCIPLINE = VIOLATIONS.noted(
    "SJ-AI-VIOLATE-1",
    "first sentence",
    "A violation of any section may lead to discipline, termination at the extreme.",
    when=IN_THE_CITY
    & Violation.found
    & WHO_IS_DISCIPLINED.reads(
        own_people=Actor.role.is_in(Role.STAFF, Role.INTERN, Role.VOLUNTEER, Role.AGENT), everyone=ALWAYS
    ),
)
HANDBOOK_VIOLATION = VIOLATIONS.noted(
    "SJ-AI-VIOLATE-1-HANDBOOK",
    "first sentence",
    "Not complying with the AI Handbook is a violation too.",
    when=IN_THE_CITY & Violation.found & ~Attested("SJ-AI-HANDBOOK-1"),
)
CONTRACT_REMEDIES = VIOLATIONS.noted(
    "SJ-AI-VIOLATE-2",
    "second sentence",
    "A third party that violates the policy while running AI for the City may face breach of contract, "
    "damages, or both.",
    when=IN_THE_CITY & Violation.found & Violation.by_third_party,
)
REFERRAL = VIOLATIONS.noted(
    "SJ-AI-VIOLATE-3",
    "third sentence",
    "A violation that also breaks the law may be referred to the authorities.",
    when=IN_THE_CITY & Violation.found & Violation.breaks_law,
)

# Terms and Definitions: the one expectation among them

FACT_SHEET_EXPECTED = TERMS.obligation(
    "SJ-AI-DEF-FACTSHEET-2",
    "AI Fact Sheet, second sentence",
    "Fill in the AI Fact Sheet.",
    bearer="vendors",
    when=BUYING_AI,
    force=Force.ASPIRATIONAL,
    gate=Procurement.signed.happened(),
    due=Deadline(note="during procurement"),
    note="An expectation of vendors; nothing is breached by leaving it.",
)

# What is stated of the instrument and its standing roles, and asks nothing of a case

STANDING = part(POLICY, kind=Kind.ORGANIZATIONAL)
OBJECTIVES = part(POLICY, "Purpose, key objectives, bullet ", kind=Kind.PRINCIPLE, force=Force.ASPIRATIONAL)

AI_POLICY = policy(
    "us-ca/san-jose/ai-policy",
    POLICY,
    place="us-ca/san-jose",
    time_zone="America/Los_Angeles",
    scope=COVERED,
    notes=(
        (
            "The effective date is unknown: the approval block prints 2026/28/2024. Whether the policy "
            "applied on any day is not verified."
        ),
        "The list of prohibited uses is open: that none is engaged permits nothing.",
    ),
    entries=(
        STANDING.unmodelled(
            "SJ-AI-META-1",
            "page header",
            because="It names the instrument and its number, 1.7.12.",
        ),
        # Purpose
        PURPOSE.unmodelled(
            "SJ-AI-PURPOSE-0",
            "opening sentence",
            kind=Kind.PRINCIPLE,
            force=Force.ASPIRATIONAL,
            because="A statement of purpose: use with safeguards; it neither bans nor permits.",
        ),
        OBJECTIVES.unmodelled(
            "SJ-AI-PURPOSE-1",
            "1",
            because="An objective of the instrument: clear guidance for everyone concerned.",
        ),
        OBJECTIVES.unmodelled(
            "SJ-AI-PURPOSE-2",
            "2",
            because="An objective of the instrument: keeping to the principles, realised by Policy, item 1.",
        ),
        OBJECTIVES.unmodelled(
            "SJ-AI-PURPOSE-3", "3", because="An objective of the instrument: who has which role."
        ),
        OBJECTIVES.unmodelled(
            "SJ-AI-PURPOSE-4",
            "4",
            because="An objective of the instrument: processes for risk, which the AI Handbook holds.",
        ),
        OBJECTIVES.unmodelled(
            "SJ-AI-PURPOSE-5",
            "5",
            because="An objective of the instrument: fitting AI to data, security and privacy rules that are "
            "not part of the text.",
        ),
        OBJECTIVES.unmodelled(
            "SJ-AI-PURPOSE-6",
            "6",
            because="An objective of the instrument: stating prohibited uses, realised by Prohibited Uses.",
        ),
        OBJECTIVES.unmodelled(
            "SJ-AI-PURPOSE-7",
            "7",
            because="An objective of the instrument: retiring systems safely, realised by Sunset Procedures.",
        ),
        OBJECTIVES.unmodelled(
            "SJ-AI-PURPOSE-8",
            "8",
            because="An objective of the instrument: how AI may serve legitimate ends within law and policy; "
            "the operative words stand elsewhere.",
        ),
        FOLLOW_HANDBOOK,
        STANDING.unmodelled(
            "SJ-AI-HANDBOOK-2",
            "Purpose, closing paragraph",
            because="A standing role: the CIO manages the AI Handbook.",
        ),
        # Scope
        CITY_SYSTEM,
        CITY_USER,
        USER,
        # Guiding Principles
        GUIDING_PRINCIPLES.unmodelled(
            "SJ-AI-PRIN-0",
            "lead-in",
            kind=Kind.PRINCIPLE,
            force=Force.ASPIRATIONAL,
            because="A lead-in; what is owed comes from Policy, item 1.",
        ),
        *PRINCIPLES,
        # Responsibilities
        STANDING.unmodelled(
            "SJ-AI-ROLE-0",
            "Responsibilities, lead-in",
            because="A lead-in: the named roles share enforcement.",
        ),
        STANDING.unmodelled(
            "SJ-AI-ROLE-CIO-1",
            "Responsibilities, bullet 1, first sentence",
            because="A standing role: the CIO directs and coordinates technology.",
        ),
        DESIGNATE_SECURITY_OFFICER,
        DESIGNATE_PRIVACY_OFFICER,
        ENSURE_SECURITY_AND_PRIVACY,
        STANDING.unmodelled(
            "SJ-AI-ROLE-UPDATE",
            "Responsibilities, bullet 2",
            kind=Kind.OBLIGATION,
            because="A continuing duty of the CISO and CDPO to recommend updates, with no trigger, period or "
            "measure.",
        ),
        # Policy
        DUTIES_ATTACH,
        UPHOLD_PRINCIPLES,
        AI_REVIEW,
        REVIEW_IN_TIME,
        REVIEW_COORDINATED,
        OBTAIN_DOCUMENTATION,
        REQUIRE_DISCLOSURE,
        REQUIRE_DOCUMENTATION,
        FOLLOW_RESPONSE_PLAN,
        STANDING.unmodelled(
            "SJ-AI-POLICY-4-CISO",
            "Policy, item 4, second sentence",
            because="A standing role: the CISO oversees the security of AI run by or for the City.",
        ),
        ASK_IN_SOLICITATION,
        REQUIRE_COMPLIANCE,
        # Prohibited Uses
        LISTED_USE,
        *LISTED_USES,
        REFER_UNLISTED_USE,
        REPORT_HARM,
        REPORT_TO_SUPERVISOR,
        REPORT_TO_PRIVACY_OFFICER,
        REPORT_TO_EMPLOYEE_RELATIONS,
        # Sunset Procedures
        SUNSET_TRIGGER,
        HALT_USE,
        HALT_IN_TIME,
        CIO_EXCEPTION,
        APPROVE_PHASE_OUT,
        CONSIDER_ALL_MEASURES,
        CONSIDER_DATA,
        CONSIDER_PORTABILITY,
        CONSIDER_IMPACT,
        # Public Records
        CONSIDER_RECORDS_LAW,
        RECORDS_LAW_IN_TIME,
        KEEP_OPEN_GOVERNMENT,
        KEEP_PUBLIC_RECORDS_ACT,
        STANDING.unmodelled(
            "SJ-AI-RECORDS-4",
            "Public Records, last sentence",
            because="A pointer to Administration Policy Manual 6.1.4, which is not part of the text.",
        ),
        # Policy Enforcement
        BOUND_PERSON,
        ABIDE_BY_HANDBOOK,
        # Violations of the AI Policy
        DISCIPLINE,
        HANDBOOK_VIOLATION,
        CONTRACT_REMEDIES,
        REFERRAL,
        # Terms and Definitions
        ARTIFICIAL_INTELLIGENCE,
        AI_AT_WORK,
        ALGORITHM,
        SYSTEM,
        SYSTEM_AT_SCALE,
        STANDING.unmodelled(
            "SJ-AI-DEF-FACTSHEET-1",
            "Terms and Definitions, AI Fact Sheet, first sentence",
            kind=Kind.DEFINITION,
            because="It names a form that is not part of the text.",
        ),
        FACT_SHEET_EXPECTED,
        TERMS.unmodelled(
            "SJ-AI-DEF-FACTSHEET-3",
            "AI Fact Sheet, third sentence",
            kind=Kind.PRINCIPLE,
            force=Force.ASPIRATIONAL,
            because="It says why the Fact Sheet matters.",
        ),
        STANDING.unmodelled(
            "SJ-AI-DEF-FACTSHEET-4",
            "Terms and Definitions, AI Fact Sheet, fourth sentence",
            because="A standing role: the IT Department keeps the template.",
        ),
        # Approval block
        STANDING.unmodelled(
            "SJ-AI-APPROVAL-1",
            "approval block",
            because="The CIO's signature; with the garbled date it does not say of which day.",
        ),
        STANDING.unmodelled(
            "SJ-AI-APPROVAL-2",
            "approval block",
            because="The City Manager's approval for posting, an act of its own.",
        ),
        STANDING.unmodelled(
            "SJ-AI-APPROVAL-DATE",
            "approval block, both dates",
            kind=Kind.CONDITION,
            because="Neither date can be read, so the effective date stays unknown and every evaluation says "
            "so.",
        ),
    ),
)
