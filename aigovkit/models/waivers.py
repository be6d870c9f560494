"""Waivers: exceptions that somebody granted, each with the provisions that it lifts."""

from __future__ import annotations

from aigovkit.facts import Event, KnownBy, Provisions, Record, Term, Text, Vocabulary


class WaiverGrantor(Vocabulary):
    """Who granted an exception.

    .. versionadded:: 0.1.0
    """

    TECHNOLOGY_DIRECTOR = "technology_director", "The director of the agency's department of technology."
    DEPARTMENT_DIRECTOR = "department_director", "The director of another department."
    DELEGATE = "delegate", "Somebody who acted for the director of technology."
    BODY = "body", "A board, a committee or a council."
    OTHER = "other"


class WaiverCovers(Vocabulary):
    """What an exception was granted for.

    .. versionadded:: 0.1.0
    """

    THIS_CASE = "this_case", "What this case is about, looked at by itself."
    WHATEVER_COMES = "whatever_comes", "A kind of case in general, whatever may come up."
    OTHER = "other", "Something else: another system, another use, another person."


class Waiver(Record, path="waivers[]", changeable=False, known_by=KnownBy.DOCUMENT):
    """One exception that somebody granted. It lifts the provisions it names, from its day on.

    .. versionadded:: 0.1.0
    """

    name: Text = Text("What is the exception called?")
    provisions: Provisions = Provisions(
        "Which provisions does the exception lift?",
        "Their ids, all of them. One granted from a whole policy names each of its provisions. A provision "
        "that speaks of each of several, such as the data elements, is lifted for all of them: it is left "
        "out where the exception is for some.",
    )
    granted: Event = Event("When was the exception granted?", "`never` while it is only asked for.")
    granted_by: Term[WaiverGrantor] = Term(WaiverGrantor, "Who granted the exception?")
    covers: Term[WaiverCovers] = Term(WaiverCovers, "What was the exception granted for?")
    ends: Event = Event(
        "Until when does the exception last?", "Its last day; `never` where it was granted without an end."
    )
