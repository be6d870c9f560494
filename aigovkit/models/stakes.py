"""What is at stake in a use: what it serves, whom it could harm and how, and who can keep out of it."""

from __future__ import annotations

from aigovkit.facts import Boolean, KnownBy, Record, Term, Terms
from aigovkit.models.vocabulary import (
    DataReadiness,
    HarmedInterest,
    Mildness,
    OptOut,
    PublicImpact,
    Reversibility,
    ServedAim,
    Severity,
)


class Stakes(Record, path="stakes", changeable=False, known_by=KnownBy.AGENCY):
    """What whoever assesses a use goes by, to say whether it is taken up and how closely it is looked at.

    .. versionadded:: 0.1.0
    """

    serves: Terms[ServedAim] = Terms(
        ServedAim, "Which of these does the use support?", "An empty list says that it supports neither."
    )
    data_readiness: Terms[DataReadiness] = Terms(
        DataReadiness,
        "What holds of the data that the use needs?",
        "Representative is what stands for those whom the output affects. An empty list says that neither "
        "holds.",
        changeable=True,
    )
    complies: Boolean = Boolean(
        "Has whoever screened the use found that it keeps to the policies and standards it is under?",
        "Left out while nobody has looked.",
        known_by=KnownBy.DOCUMENT,
    )
    human_can_stay: Boolean = Boolean(
        "Can a person stay in the loop when the system is used?",
        "Whether it is possible; that a person does is another question.",
        changeable=True,
    )
    interests: Terms[HarmedInterest] = Terms(
        HarmedInterest,
        "Which interests of people could harm from the use touch?",
        "An empty list says that somebody has looked, and found none of them.",
    )
    reversibility: Term[Reversibility] = Term(
        Reversibility, "How far can what the system's output does to people be undone?"
    )
    mildness: Terms[Mildness] = Terms(
        Mildness,
        "Which of these has whoever assessed the use found to hold of it?",
        "An empty list says that none of them does.",
    )
    severity: Term[Severity] = Term(
        Severity,
        "How severe did whoever scored the use find the potential harm to be?",
        "Counts where what is known of the harm fits several descriptions, or none.",
        known_by=KnownBy.DOCUMENT,
    )
    opt_out: Term[OptOut] = Term(
        OptOut,
        "Can the people affected keep out of the system's handling, and still get the service?",
        "Staff who have to use it, or are judged by it, are affected too. Left out while nobody has looked.",
        changeable=True,
    )
    public_impact: Term[PublicImpact] = Term(
        PublicImpact,
        "What does the use do for the public?",
        "Where it does several of these things, the one that reaches furthest.",
    )
