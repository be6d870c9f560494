"""Acts: what an agency, or a contractor for it, does or plans, each with its kind, its object and its days.

.. versionadded:: 0.1.0
"""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, KnownBy, Record, Records, Term, Terms, Text, Vocabulary
from aigovkit.language.nodes import AS_OF, StartOfDay
from aigovkit.models.vocabulary import Compulsion, EntityKind, GovernmentLevel, WarrantLimit


class ActKind(Vocabulary):
    """What is done."""

    OBTAIN = "obtain", "Coming to have it, in whatever way."
    RETAIN = "retain", "Keeping it."
    ACCESS = "access", "Reaching into it."
    USE = "use"
    CONTRACT = "contract", "Signing a contract for it."
    PURCHASE = "purchase"
    PROCURE_OTHERWISE = (
        "procure_otherwise",
        "Coming by it through a lease, subscription, trial, gift, loan or sharing in a task force.",
    )
    INSTALL = "install"
    ACTIVATE = "activate"
    REQUEST = "request", "Asking somebody for it, or to do something with it."
    ENCOURAGE = "encourage", "Encouraging somebody to do something with it."
    INCENTIVIZE = "incentivize", "Offering somebody something for doing something with it."
    DESIGN = "design"
    CONFIGURE = "configure"
    DEPLOY = "deploy", "Putting it to use for the first time."
    RENEW = "renew", "Extending a contract for it."
    BID = "bid", "Offering it, or work on it, in answer to a call."


PROCURING = (ActKind.CONTRACT, ActKind.PURCHASE, ActKind.PROCURE_OTHERWISE)
"""The acts by which something is procured.

.. versionadded:: 0.1.0
"""

ASKING = (ActKind.REQUEST, ActKind.ENCOURAGE, ActKind.INCENTIVIZE)
"""The acts by which somebody else is brought to do something.

.. versionadded:: 0.1.0
"""


class ActBy(Vocabulary):
    """Whose act it is."""

    AGENCY = "agency"
    CONTRACTOR = "contractor", "Whoever supplies or runs the system for the agency."


class ActOn(Vocabulary):
    """What an act is done to; of a request, what is asked for."""

    SYSTEM = "system"
    SERVICE = "service", "Work done with a system by somebody else; of a request, such work for the agency."
    DERIVED_INFORMATION = (
        "derived_information",
        "Whatever a system collects, or comes from it.",
    )
    DECISION_SYSTEM = (
        "decision_system",
        "A system that takes or helps take decisions and can watch nobody; work done with it, or a contract.",
    )
    OTHER = "other"


class ActSubject(Vocabulary):
    """Which system an act is about."""

    THE_SYSTEM = "the_system", "The system of this case."
    ANOTHER_COVERED = "another_covered", "Another system that the instrument at hand covers."
    ANOTHER = "another", "Another system that the instrument at hand does not cover, or none."


class Act(Record, path="acts[]", changeable=True, known_by=KnownBy.AGENCY):
    """One act, done or planned, or one stretch of what goes on under the same circumstances.

    A use that goes on across a change of circumstances, such as a warrant or a new
    law, is two acts, one before and one after it.

    >>> from datetime import date
    >>> Act(kind="use", since=date(2026, 1, 5), on=date(2026, 3, 2)).by
    ActBy.AGENCY

    .. versionadded:: 0.1.0
    """

    name: Text = Text("What is the act called?")
    kind: Term[ActKind] = Term(ActKind, "What is done?")
    by: Term[ActBy] = Term(
        ActBy,
        "Whose act is it?",
        "Left out, it is the agency's own.",
        left_out=ActBy.AGENCY,
        changeable=False,
    )
    object: Term[ActOn] = Term(ActOn, "What is the act done to, or what is asked for?")
    subject: Term[ActSubject] = Term(
        ActSubject,
        "Which system is the act about?",
        "Left out, it is the system of this case.",
        left_out=ActSubject.THE_SYSTEM,
    )
    on: Event = Event(
        "On which day is the act done?",
        "Of what goes on for a while (use, access, keeping), the last day; while it still goes on, a day no "
        "earlier than that of judging. Never, where it is only planned.",
        changeable=False,
    )
    since: Event = Event(
        "On which day did the act begin?",
        "Of what goes on for a while under the same circumstances, the first day.",
        changeable=False,
    )
    _COMES_BY = kind.is_in(*PROCURING, ActKind.OBTAIN, ActKind.RENEW)
    _ASKS = kind.is_in(*ASKING)
    _INFORMATION = object.is_(ActOn.DERIVED_INFORMATION)
    with_whom: Term[EntityKind] = Term(
        EntityKind,
        "Who is on the other side of the act?",
        changeable=False,
        where=_COMES_BY | _ASKS,
    )
    data_broker: Boolean = Boolean(
        "Is a data broker on the other side of the act?",
        "A business that knowingly gathers personal information of people it has no direct relationship "
        "with, and that third parties get from it by sale or licence.",
        changeable=False,
        where=_COMES_BY,
    )
    _WINS = kind.is_in(ActKind.BID, *PROCURING)
    contract_with: Term[GovernmentLevel] = Term(
        GovernmentLevel,
        "Of which level of government is the contract that is bid for or received?",
        changeable=False,
        where=_WINS,
    )
    new_contract: Boolean = Boolean(
        "Is the contract that is bid for or received a new one?", changeable=False, where=_WINS
    )
    service_uses_system: Boolean = Boolean(
        "Does the service that the act is about include the use of a system that can watch people?",
        known_by=KnownBy.VENDOR,
        where=object.is_(ActOn.SERVICE),
    )
    information_identifies: Boolean = Boolean(
        "Is the information that the act is about one about identifiable people or groups?",
        where=_INFORMATION,
    )
    existing_data: Boolean = Boolean(
        "Is the information that the act is about data that someone else's system had gathered already?",
        changeable=False,
        where=_INFORMATION,
    )
    orderly_disposal: Boolean = Boolean(
        "Is what the act is about only still kept, since before the rules began, for the time that lawful "
        "disposal or a pending case takes?",
        changeable=False,
        where=kind.is_(ActKind.RETAIN),
    )
    under_warrant: Boolean = Boolean("Is the act carried out under a warrant, from its beginning on?")
    kept_to: Terms[WarrantLimit] = Terms(
        WarrantLimit, "Which of the limits of the warrant does the act keep to?", where=under_warrant
    )
    outlasts_warrant: Boolean = Boolean(
        "Is what was found under a warrant kept after the time that the warrant allows?",
        where=kind.is_(ActKind.RETAIN) & under_warrant,
    )
    compulsion: Term[Compulsion] = Term(
        Compulsion,
        "Which compulsory process stands behind the request?",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
        where=_ASKS,
    )


ACTS: Records[Act] = Records(
    Act,
    "Which acts are there: done, going on, or planned?",
    "Each with its own days, so that each is judged by the law of its own day. An empty list says that "
    "there is none.",
    present=StartOfDay(AS_OF).no_later_than(Act.on),
)
"""The acts of a case.

.. versionadded:: 0.1.0
"""
