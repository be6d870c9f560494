"""Papers that carry authority: warrants, sworn findings, certifications, reports."""

from __future__ import annotations

from aigovkit.facts import Boolean, Event, KnownBy, Record, Term, Terms, Text
from aigovkit.models.vocabulary import (
    AccessRight,
    FindingMaker,
    InvestigativeMethod,
    SystemDescription,
    WarrantLimit,
)


class Warrant(Record, path="warrant", changeable=False, known_by=KnownBy.DOCUMENT):
    """The warrant relied on.

    .. versionadded:: 0.1.0
    """

    number: Text = Text("What is the number of the warrant?")
    issued: Event = Event("When was a warrant issued in the matter?", "`never` when there is none.")
    probable_cause: Boolean = Boolean("Does the warrant rest on probable cause?")
    court_competent: Boolean = Boolean("Was the warrant issued by a court with jurisdiction?")
    authorizes_surveillance: Boolean = Boolean(
        "Does the warrant authorise the surveillance itself?", "A bare arrest warrant does not."
    )
    specifies: Terms[WarrantLimit] = Terms(WarrantLimit, "What does the warrant fix specifically?")


class NecessityFinding(Record, path="necessity_finding", changeable=True, known_by=KnownBy.DOCUMENT):
    """A written finding that no other means would do.

    .. versionadded:: 0.1.0
    """

    made: Event = Event("When was the finding made?", "`never` when there is none.")
    written: Boolean = Boolean("Is the finding of necessity in writing?")
    sworn: Boolean = Boolean("Is the finding of necessity sworn?")
    made_by: Term[FindingMaker] = Term(FindingMaker, "Who made the finding of necessity?")
    states_no_other_means: Boolean = Boolean(
        "Does the finding of necessity say that no other reasonable and historically effective means is "
        "available?"
    )
    objective_specific: Boolean = Boolean("Is the objective of the finding of necessity specific?")
    objective_time_limited: Boolean = Boolean("Is the objective of the finding of necessity limited in time?")
    methods_considered: Boolean = Boolean(
        "Does the finding of necessity show that traditional methods were considered specifically, and "
        "exhausted, listed or not?"
    )
    methods_exhausted: Terms[InvestigativeMethod] = Terms(
        InvestigativeMethod, "Which of these methods were tried without success?"
    )
    methods_unavailable: Terms[InvestigativeMethod] = Terms(
        InvestigativeMethod,
        "Which of these methods does the finding of necessity record, with reasons, as unavailable in "
        "the time there is?",
        changeable=False,
    )
    filed_with_court: Event = Event(
        "When was the finding of necessity filed with the court that issued the warrant?"
    )
    filed_with_attorney_general: Event = Event(
        "When was the finding of necessity filed with the attorney general?"
    )
    open_to_public: Boolean = Boolean("Is the finding of necessity open to the public as a record?")
    sealed_by_court: Boolean = Boolean(
        "Has the court that issued the warrant sealed the finding of necessity?", changeable=False
    )


class Certification(Record, path="certification", changeable=False, known_by=KnownBy.DOCUMENT):
    """What the vendor certifies of the system it supplies.

    .. versionadded:: 0.1.0
    """

    provided: Event = Event("When was the certification handed over?", "`never` when there is none.")
    sworn: Boolean = Boolean("Is the vendor's certification sworn?")
    under_penalty_of_perjury: Boolean = Boolean(
        "Is the vendor's certification given under penalty of perjury?"
    )
    denies_commandeering: Boolean = Boolean(
        "Does the vendor's certification say both that the system is not commandeered, and that it "
        "cannot become so?"
    )
    describes: Terms[SystemDescription] = Terms(
        SystemDescription, "What does the vendor's certification describe completely?"
    )
    affidavit_denies: Terms[AccessRight] = Terms(
        AccessRight,
        "Which rights of third parties, federal agencies included, does the affidavit in the vendor's "
        "certification deny?",
    )
    inoperability_warranty: Boolean = Boolean(
        "Is there a binding warranty that the system becomes inoperable for good on an attempt to compel "
        "access?"
    )
    warranty_but_for_court_orders: Boolean = Boolean(
        "Is there such a warranty for every attempt that rests on no order of a court of this state?"
    )


class Reliance(Record, path="reliance", changeable=True, known_by=KnownBy.AGENCY):
    """The agency's reliance on an exception, and its report of it.

    .. versionadded:: 0.1.0
    """

    invoked: Event = Event(
        "When did the agency first act in reliance on the exception?",
        "`never` when it relies on none.",
        changeable=False,
    )
    ended: Event = Event(
        "When did the surveillance that rests on the exception end?", "`never` while it goes on."
    )
    reported_to_legislature: Event = Event("When was the report filed with the legislature?")
    reported_to_attorney_general: Event = Event("When was the report filed with the attorney general?")
    report_public: Boolean = Boolean("Is the report public?")
