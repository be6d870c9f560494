"""What the system is and can do."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, KnownBy, Record, Term, Terms, Text
from aigovkit.models.vocabulary import (
    Capability,
    DecisionEffect,
    Designation,
    Form,
    NamedProduct,
    Novelty,
    Output,
    SystemDisclosure,
)


class System(Record, path="system", changeable=False, known_by=KnownBy.VENDOR):
    """The technical thing: software, a device, a process, a service.

    .. versionadded:: 0.1.0
    """

    name: Text = Text("What is the system called?", known_by=KnownBy.AGENCY)
    description: Text = Text("What does the system do, in a few lines?", known_by=KnownBy.AGENCY)
    uses_ai: Boolean = Boolean(
        "Does the system contain artificial intelligence, as the instrument at hand defines it?",
        "A recorded determination of someone who has read the definition. A fixed formula or script is not "
        "AI by itself.",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )
    emerging_technology: Boolean = Boolean(
        "Is the system an emerging technology in another way than by containing artificial intelligence?",
        "As the agency sees it: drones, sensors and the like.",
        known_by=KnownBy.AGENCY,
    )
    computational_process: Boolean = Boolean(
        "Is the system a computational process?",
        "Learning, statistics, analytics or any other data processing counts, artificial intelligence or "
        "not.",
    )
    outputs: Terms[Output] = Terms(Output, "What kinds of output does the system produce?", changeable=True)
    outputs_automatic: Boolean = Boolean(
        "Does the system generate its outputs automatically?",
        "Yes also where a person starts it, as by pressing a button: what comes out is still its own work.",
        changeable=True,
    )
    perceives_environment: Boolean = Boolean(
        "Does the system take in machine or human input to perceive an environment?"
    )
    abstracts_into_models: Boolean = Boolean(
        "Does the system turn what it perceives into models, by automated analysis?"
    )
    uses_model_inference: Boolean = Boolean(
        "Does the system use inference from a model to form options for information or action?"
    )
    forms: Terms[Form] = Terms(
        Form,
        "Which forms does the system take?",
        "Every one of them: a device that runs software is both hardware and software.",
    )
    effect_on_decisions: Term[DecisionEffect] = Term(
        DecisionEffect,
        "Do the outputs of the system leave, help or replace human decisions?",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )
    automates_large_scale_process: Boolean = Boolean(
        "Does the system automate a large-scale process?", changeable=True, known_by=KnownBy.AGENCY
    )
    analyzes_large_data_set: Boolean = Boolean("Does the system analyse a large data set?", changeable=True)
    capabilities: Terms[Capability] = Terms(
        Capability,
        "What can the product do, whether or not it is switched on?",
        "A capability that lies idle is not a use; it is read only where a text speaks of capabilities.",
        changeable=True,
    )
    generates_content: Boolean = Boolean(
        "Does the system generate text, images, audio, video or code?", changeable=True
    )
    public_facing: Boolean = Boolean(
        "Do members of the public deal with the system, or receive its output directly?",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )
    network_connected: Boolean = Boolean(
        "Is the system connected to any network outside the agency's own?",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )
    novelty: Term[Novelty] = Term(Novelty, "How new is the system to the agency?", known_by=KnownBy.AGENCY)
    approved: Event = Event(
        "When did the agency approve the system for use?",
        "An approval that covers what the system does in this use, functions that were added to it included. "
        "To be in an inventory of systems is none. `never` where there is none.",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )
    disclosed: Terms[SystemDisclosure] = Terms(
        SystemDisclosure, "What does the system, or its maker, disclose about it?", changeable=True
    )
    full_transparency_feasible: Boolean = Boolean("Is complete transparency about the system feasible?")
    integrated: Boolean = Boolean(
        "Is the system joined to the agency's own information technology?",
        "No of a tool that stands alone, such as a web page that is typed into.",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )
    counted_as: Terms[Designation] = Terms(
        Designation,
        "As which of these does the agency count the system?",
        "Words that texts use without saying what they mean; whoever answers for the system has to say. An "
        "empty list says as none of them.",
        known_by=KnownBy.AGENCY,
    )
    product: Term[NamedProduct] = Term(NamedProduct, "Is the system one of these products that texts name?")
    acts_by_itself: Boolean = Boolean(
        "Does the system act by itself, without a person who sets off each of its actions?", changeable=True
    )
    served_otherwise: Boolean = Boolean(
        "Did the agency use the technology for something else before?",
        "Yes of one that is there already and is now put to another use.",
        known_by=KnownBy.AGENCY,
    )
