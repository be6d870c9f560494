"""Albuquerque AI Policy: the definitions of key AI terms.

They stand among what the working group wrote; the policy proper defines nothing.
No verb in them commands. Only what some rule goes by is given a meaning here: what
AI is, and what discriminating is. The other terms are vocabulary, and each says why nothing turns on it.
"""

from __future__ import annotations

from aigovkit.authoring import Force, Kind, part
from aigovkit.jurisdictions.albuquerque.document import AI_POLICY_TEXT
from aigovkit.models import DifferenceGround, System, Use

WORDS = part(AI_POLICY_TEXT, "Definitions of Key AI Terms, ", kind=Kind.DEFINITION, force=Force.DESCRIPTIVE)

# Wide by its examples: live captions, maps and rule-based expert systems are listed.
# Whether a system is AI is a recorded determination of someone who has read them.
ARTIFICIAL_INTELLIGENCE = WORDS.definition(
    "ABQ-DEF-AI",
    "Artificial Intelligence",
    "AI is what lets computers do what usually takes a human mind: language, perceiving, reasoning, solving "
    "problems.",
    term="it is AI",
    means=System.uses_ai,
)

# The grounds are a closed list; sex and veteran status, say, are left to the next term. That a system
# contributes is enough, and effects count as treatment does. "Unjustified" is what a review, an audit or a
# court has found.
ALGORITHMIC_DISCRIMINATION = WORDS.definition(
    "ABQ-DEF-ALGO-DISCRIM",
    "Algorithmic Discrimination",
    "Automated systems discriminate where they help to disfavour people, without justification, on account "
    "of what they are, from race to housing status.",
    term="it was found to discriminate on a listed ground",
    means=Use.unfairness_found.happened()
    & Use.unfairness_grounds.has(
        DifferenceGround.RACE,
        DifferenceGround.SKIN_COLOR,
        DifferenceGround.ORIGIN,
        DifferenceGround.CULTURAL_GROUP,
        DifferenceGround.LANGUAGE,
        DifferenceGround.GENDER_IDENTITY,
        DifferenceGround.SEXUAL_ORIENTATION,
        DifferenceGround.ABILITY,
        DifferenceGround.AGE,
        DifferenceGround.BELIEF,
        DifferenceGround.ECONOMIC_STATUS,
        DifferenceGround.IMMIGRATION_STATUS,
        DifferenceGround.HOUSING_STATUS,
    ),
)

# Biased or unfair: a difference that nobody has found unjustified is none. Any ground, and AI alone.
DISCRIMINATION = WORDS.definition(
    "ABQ-DEF-DISCRIMINATION",
    "Discrimination",
    "AI discriminates where it treats people or groups unfairly, to their disadvantage or exclusion, or "
    "shows them wrongly.",
    term="it was found to discriminate",
    means=ARTIFICIAL_INTELLIGENCE & Use.unfairness_found.happened(),
)

ENTRIES = (
    WORDS.unmodelled(
        "ABQ-DEF-ACCOUNTABILITY",
        "Accountability",
        because="Vocabulary: acts can be traced to one entity, which answers for them; no rule asks for "
        "that as such.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-AI-ACCOUNTABILITY",
        "AI accountability",
        because="An idea beside the last term: that somebody is liable for bad outcomes; no rule names one.",
    ),
    ALGORITHMIC_DISCRIMINATION,
    ARTIFICIAL_INTELLIGENCE,
    WORDS.unmodelled(
        "ABQ-DEF-ANI",
        "Artificial Intelligence, Artificial Narrow Intelligence",
        because="A class by capability, for one task; no rule goes by these classes.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-AGI",
        "Artificial Intelligence, Artificial General Intelligence",
        because="A class by capability, called theoretical; no rule goes by it.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-ASI",
        "Artificial Intelligence, Artificial Superintelligence",
        because="A class by capability, called hypothetical; no rule goes by it.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-FUNCTION",
        "Artificial Intelligence, functionality",
        because="It opens a second division, by how AI processes and learns; no rule goes by it.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-REACTIVE",
        "Artificial Intelligence, Reactive Machines",
        because="A class by function; a recommender, the example here, can be narrow AI by capability as "
        "well.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-LIMITED-MEMORY",
        "Artificial Intelligence, Limited Memory AI",
        because="A class by function, chatbots and self-driving cars among it; no rule goes by it.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-TOM",
        "Artificial Intelligence, Theory of Mind AI",
        because="A class by function, of the future; no rule goes by it.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-SELF-AWARE",
        "Artificial Intelligence, Self-Aware AI",
        because="A class by function, called hypothetical; no rule goes by it.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-TECH",
        "Artificial Intelligence, technologies",
        because="It opens a list of techniques, which whoever determines that a system is AI has to read.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-ML",
        "Artificial Intelligence, Machine Learning",
        because="A technique of AI; live captions and transcripts of meetings are among its examples.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-DL",
        "Artificial Intelligence, Deep Learning",
        because="A technique of AI, with facial recognition as example.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-NLP",
        "Artificial Intelligence, Natural Language Processing",
        because="A technique of AI; captions and transcripts are examples here too.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-CV",
        "Artificial Intelligence, Computer Vision",
        because="A technique of AI, with facial recognition as example once more.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-ROBOTICS",
        "Artificial Intelligence, Robotics",
        because="A technique of AI, in machines that move and act.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-EXPERT",
        "Artificial Intelligence, Expert Systems",
        because="A technique of AI: what decides by written rules like an expert is in the definition.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-GAMING",
        "Artificial Intelligence, AI in Gaming",
        because="A technique of AI, in the figures of games.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-AUDITING",
        "Auditing",
        because="Vocabulary: what an audit looks for; the audit mechanisms of 1.5 are attested.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-BIAS",
        "Bias",
        because="Vocabulary: skewed results that go back to human bias; the rules ask what is done against "
        "it.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-BIAS-REDUCTION",
        "Bias Reduction",
        because="Vocabulary: finding and lessening bias, in data, algorithm or deployment.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-DATA-PRIVACY",
        "Data Privacy",
        because="Vocabulary, and cut off in print; the rules on personal data stand in the PII policy.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-DATA-SECURITY",
        "Data Security",
        because="Vocabulary: keeping the data of AI from access, change and breach.",
    ),
    DISCRIMINATION,
    WORDS.unmodelled(
        "ABQ-DEF-DOCUMENTATION",
        "Documentation",
        because="Vocabulary: detailed records of systems, models, data sets and processes.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-ETHICAL-USE",
        "Ethical Use",
        because="Vocabulary: the values by which AI is steered; the Code of Ethics says what they ask.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-GOVERNANCE",
        "Governance",
        because="Vocabulary: the processes and standards that keep AI safe.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-HALLUCINATION",
        "Hallucination",
        because="Vocabulary, of language models and vision tools; the Code asks for correct results of any "
        "AI.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-LLM",
        "Large Language Models",
        because="Vocabulary: a kind of AI that reads and writes text.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-MISINFORMATION",
        "Misinformation",
        because="Vocabulary: what is false by mistake; no rule uses the word.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-OVERSIGHT",
        "Oversight",
        because="Vocabulary, wider than the human in the loop of 4.1: people step in at various stages.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-PROCUREMENT",
        "Procurement",
        because="As printed it is AI that helps in buying; the integration procedures use the word for "
        "buying AI, and would lose their object by this definition.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-PUBLIC-TRUST",
        "Public Trust",
        because="Vocabulary: how far people rely on AI acting in their interest.",
    ),
    WORDS.unmodelled(
        "ABQ-DEF-TRANSPARENCY",
        "Transparency",
        because="Vocabulary: understanding how AI decides, why, and on which data; the Code asks for more.",
    ),
)
