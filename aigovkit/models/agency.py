"""Who acts: the agency whose case it is, and the person or firm doing something with the system."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, KnownBy, Place, Record, Term, Terms, Text
from aigovkit.models.vocabulary import Activity, AgencyFunction, DeviceOwner, Role


class Agency(Record, path="agency", changeable=False, known_by=KnownBy.AGENCY):
    """The public body that uses or wants to use the system.

    .. versionadded:: 0.1.0
    """

    name: Text = Text("What is the agency called?")
    place: Place = Place(
        "Which government is the agency part of?",
        "A path from the state down, such as `us-ca/san-jose` or `us-az/tucson`; a state agency is `us-az`.",
    )
    functions: Terms[AgencyFunction] = Terms(AgencyFunction, "What is the agency charged with?")
    other_servers: Boolean = Boolean(
        "Does the agency have servers that its technology department does not run?", changeable=True
    )


class Actor(Record, path="actor", changeable=False, known_by=KnownBy.AGENCY):
    """The person or firm whose conduct is looked at; where the agency itself acts, its role says so.

    .. versionadded:: 0.1.0
    """

    role: Term[Role] = Term(Role, "How does the acting person or firm stand to the agency?")
    activities: Terms[Activity] = Terms(
        Activity,
        "What does the actor do with the system, or what is the actor placed to do?",
        "Potential activity counts: someone placed to buy or run a system is in.",
        changeable=True,
    )
    serves_agency: Boolean = Boolean("Is what the actor does part of the agency's work, or of serving it?")
    acts_for_agency: Boolean = Boolean(
        "Does the actor operate the system on the agency's behalf?", changeable=True
    )
    access_granted: Event = Event(
        "When was the acting person first given access to AI tools?",
        "By the agency, for work. `never` where the person has no such access.",
    )
    trained: Event = Event(
        "When did the acting person complete the training on AI that the agency asks for?", changeable=True
    )
    agreement_signed: Event = Event(
        "When did the acting person sign the agency's agreement on the ethical use of AI?", changeable=True
    )
    unsure_of_impact: Boolean = Boolean("Is the acting person unsure what the use does to individuals?")
    device: Term[DeviceOwner] = Term(
        DeviceOwner, "Whose is the device that the acting person works with?", changeable=True
    )
    device_on_network: Boolean = Boolean(
        "Does the acting person's device connect to the agency's network?",
        changeable=True,
    )
