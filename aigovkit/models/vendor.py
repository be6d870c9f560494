"""Who supplies the system, how it is bought, and where it runs."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, KnownBy, Money, Record, Records, Term, Terms, Text, Vocabulary
from aigovkit.models.vocabulary import CommercialPromise, EntityKind, Operator, RemoteControl, RetainedAccess


class BarGround(Vocabulary):
    """For what somebody is barred from being dealt with.

    .. versionadded:: 0.1.0
    """

    COMMANDEERED_SYSTEM = "commandeered_system", "Having supplied a system that others can commandeer."
    ALGORITHMIC_DISCRIMINATION = (
        "algorithmic_discrimination",
        "A contract broken by, or by not guarding against, discrimination by machine.",
    )


class Bar(Record, path="vendor.bars[]", changeable=False, known_by=KnownBy.DOCUMENT):
    """One standing bar: for what, and since when.

    .. versionadded:: 0.1.0
    """

    ground: Term[BarGround] = Term(BarGround, "For what is the vendor barred?")
    since: Event = Event(
        "Since which day is the vendor barred?",
        "Of a contract broken, the day on which that was determined.",
    )
    _BREACH = ground.is_(BarGround.ALGORITHMIC_DISCRIMINATION)
    violated: Event = Event(
        "When did the violation for which the vendor is barred last occur, or go on?", where=_BREACH
    )
    contract_ended: Event = Event(
        "When did the contract end that the vendor broke?", "`never` while it runs.", where=_BREACH
    )


class Vendor(Record, path="vendor", changeable=False, known_by=KnownBy.VENDOR):
    """The supplier or operator.

    .. versionadded:: 0.1.0
    """

    name: Text = Text("Who is the vendor?", known_by=KnownBy.AGENCY)
    involved: Boolean = Boolean(
        "Does a vendor supply or operate the system?", changeable=True, known_by=KnownBy.AGENCY
    )
    entity: Term[EntityKind] = Term(EntityKind, "What is the vendor, in law?")
    retained_access: Terms[RetainedAccess] = Terms(
        RetainedAccess,
        "What access does the vendor, maker or a service provider keep to the system, its data or its feeds?",
        changeable=True,
    )
    bars: Records[Bar] = Records(
        Bar,
        "From which dealings with public agencies is the vendor barred?",
        "One record for each bar that was imposed, lapsed or not. An empty list says that there is none.",
        known_by=KnownBy.DOCUMENT,
    )


class Procurement(Record, path="procurement", changeable=False, known_by=KnownBy.DOCUMENT):
    """The purchase and the contract.

    .. versionadded:: 0.1.0
    """

    is_purchase: Boolean = Boolean("Is the system being purchased?", changeable=True, known_by=KnownBy.AGENCY)
    is_solicitation: Boolean = Boolean(
        "Is a procurement solicitation issued?", changeable=True, known_by=KnownBy.AGENCY
    )
    solicited: Event = Event("When was the solicitation issued?")
    signed: Event = Event("When was the contract signed?")
    acquired: Event = Event(
        "When was the system acquired?", "By purchase, lease, subscription, gift or loan."
    )
    commercial_promise: Terms[CommercialPromise] = Terms(
        CommercialPromise,
        "Which of these could software do that can be bought on the market, as somebody has found?",
        "One and the same software. An empty list says that there is none that could do any of them.",
    )
    commercial_software: Boolean = Boolean(
        "Is commercial software bought for the purpose, or is it to be?",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )
    public_funds: Money = Money("How much public money has been spent on the system?")
    documentation_requested: Event = Event(
        "When did the privacy officer ask for the vendor's technical documentation?",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )
    requirements_requested: Event = Event(
        "When did the privacy officer or a designee ask that the vendor meet the Requirements for AI "
        "Systems?",
        changeable=True,
        known_by=KnownBy.AGENCY,
    )


class Hosting(Record, path="hosting", changeable=True, known_by=KnownBy.VENDOR):
    """Where the system runs, and who can reach it.

    .. versionadded:: 0.1.0
    """

    operators: Terms[Operator] = Terms(
        Operator,
        "Who owns, runs or controls the servers, networks or other infrastructure on which the "
        "system's data is stored, processed or reachable?",
    )
    remote_control_by_others: Terms[RemoteControl] = Terms(
        RemoteControl, "What could someone other than the using agency do to the system from afar?"
    )
    access_restricted: Boolean = Boolean(
        "Can only authorised people reach the data?", known_by=KnownBy.AGENCY
    )
    access_logged: Boolean = Boolean("Is every access logged?", known_by=KnownBy.AGENCY)
    air_gapped: Boolean = Boolean("Is the system cut off from outside networks as far as feasible?")
    end_to_end_encrypted: Boolean = Boolean("Is the system encrypted end to end?")
    keys_held_only_by_agency: Boolean = Boolean(
        "Does the using agency alone control the keys?", known_by=KnownBy.AGENCY
    )
