"""Who supplies the system, how it is bought, and where it runs."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, Money, Record, Term, Terms, Text
from aigovkit.models.vocabulary import EntityKind, Operator, RemoteControl, RetainedAccess


class Vendor(Record, path="vendor"):
    """The supplier or operator.

    .. versionadded:: 0.1.0
    """

    name: Text = Text("Who is the vendor?")
    involved: Boolean = Boolean("Does a vendor supply or operate the system?")
    entity: Term[EntityKind] = Term(EntityKind, "What is the vendor, in law?")
    data_broker: Boolean = Boolean(
        "Is the vendor a data broker?",
        "A business that knowingly collects, then sells or licenses, personal information of people it has "
        "no direct relationship with.",
    )
    retained_access: Terms[RetainedAccess] = Terms(
        RetainedAccess,
        "What access does the vendor, maker or a service provider keep to the system, its data or its feeds?",
    )


class Procurement(Record, path="procurement"):
    """The purchase and the contract.

    .. versionadded:: 0.1.0
    """

    is_purchase: Boolean = Boolean("Is the system being purchased?")
    is_solicitation: Boolean = Boolean("Is a procurement solicitation issued?")
    solicited: Event = Event("When was the solicitation issued?")
    signed: Event = Event("When was the contract signed?")
    acquired: Event = Event(
        "When was the system acquired?", "By purchase, lease, subscription, gift or loan."
    )
    public_funds: Money = Money("How much public money has been spent on it?")
    documentation_requested: Event = Event(
        "When did the privacy officer ask for the vendor's technical documentation?"
    )
    requirements_requested: Event = Event(
        "When did the privacy officer or a designee ask that the vendor meet the Requirements for AI Systems?"
    )


class Hosting(Record, path="hosting"):
    """Where the system runs, and who can reach it.

    .. versionadded:: 0.1.0
    """

    operators: Terms[Operator] = Terms(
        Operator,
        "Who owns, runs or controls the servers, networks or other infrastructure on which its data is "
        "stored, processed or reachable?",
    )
    remote_control_by_others: Terms[RemoteControl] = Terms(
        RemoteControl, "What could someone other than the using agency do to it from afar?"
    )
    access_restricted: Boolean = Boolean("Can only authorised people reach the data?")
    access_logged: Boolean = Boolean("Is every access logged?")
    air_gapped: Boolean = Boolean("Is it cut off from outside networks as far as feasible?")
    end_to_end_encrypted: Boolean = Boolean("Is it encrypted end to end?")
    keys_held_only_by_agency: Boolean = Boolean("Does the using agency alone control the keys?")
