"""The technology a system stands on: what it is, who holds it, and the network it is joined to."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, KnownBy, Provisions, Record, Records, Term, Terms, Text, Vocabulary


class ResourceKind(Vocabulary):
    """What a piece of technology is.

    .. versionadded:: 0.1.0
    """

    PERSONAL_COMPUTER = "personal_computer"
    APPLICATION_SERVER = "application_server"
    OTHER_SERVER = "other_server", "A server on which no application runs, such as one for files or mail."
    PRINTER = "printer"
    NETWORK_DEVICE = "network_device", "A switch, a router, a firewall and the like."
    MOBILE_DEVICE = "mobile_device"
    CLOUD_SERVICE = "cloud_service"
    OTHER = "other"


class Holder(Vocabulary):
    """Who has a piece of technology.

    .. versionadded:: 0.1.0
    """

    CENTRAL = "central", "It is managed centrally, or serves the whole agency."
    DEPARTMENT = "department", "A department has physical control of it."


class NetworkControl(Vocabulary):
    """What keeps a network safe, or who.

    .. versionadded:: 0.1.0
    """

    EMPLOYEES = "employees", "Employees of the agency control its security directly."
    CONTRACTORS = "contractors", "Contractors who work for the agency control its security directly."
    CLOUD_PROVIDER = "cloud_provider", "A provider controls it for many customers, under a contract."
    SAME_EFFECT = (
        "same_effect",
        "Encryption that encloses all traffic, such as a tunnel, or the like, as safe as direct control.",
    )


class ChangeKind(Vocabulary):
    """What is changed.

    .. versionadded:: 0.1.0
    """

    PATCH = "patch", "A patch or a security update of an operating system."
    OTHER = "other"


class Change(Record, path="resource.changes[]", changeable=False, known_by=KnownBy.AGENCY):
    """One change in an agency's technology, made or planned.

    .. versionadded:: 0.1.0
    """

    name: Text = Text("What is the change called?")
    kind: Term[ChangeKind] = Term(ChangeKind, "What does the change in the technology change?")
    made: Event = Event("When was the change made?", "`never` while it is only planned.")
    presented: Event = Event(
        "When was the change presented to the board that reviews changes?", changeable=True
    )


class Resource(Record, path="resource", changeable=False, known_by=KnownBy.AGENCY):
    """The technology that the case is about, or that its system runs on.

    .. versionadded:: 0.1.0
    """

    agency_asset: Boolean = Boolean("Is the technology an information technology asset of the agency?")
    kinds: Terms[ResourceKind] = Terms(ResourceKind, "What does the technology consist of?")
    counted_as_network_device: Boolean = Boolean(
        "Does the agency count the technology among the network related devices that its technology "
        "department keeps up to date?",
        where=kinds.has(
            ResourceKind.OTHER_SERVER,
            ResourceKind.MOBILE_DEVICE,
            ResourceKind.CLOUD_SERVICE,
            ResourceKind.OTHER,
        ),
    )
    holders: Terms[Holder] = Terms(Holder, "Who has the technology?", where=agency_asset)
    in_service: Event = Event("When did the technology come into service?")
    provided_otherwise: Provisions = Provisions(
        "For which provisions does another policy of the agency provide otherwise?",
        "Their ids; an empty list says that none does.",
        known_by=KnownBy.DOCUMENT,
    )
    connected: Boolean = Boolean(
        "Is the technology connected to a network that the agency uses, or is it to be?", changeable=True
    )
    network_controls: Terms[NetworkControl] = Terms(
        NetworkControl,
        "What, or who, keeps the network safe that the technology is connected to?",
        where=connected,
    )
    changes: Records[Change] = Records(
        Change,
        "Which changes of the technology are there: made, or planned?",
        "Each with its own presentation. An empty list says that there is none.",
    )
