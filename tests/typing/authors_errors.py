"""Seven errors an author may make, each in a rule of its own, with what mypy calls it.

The functions are checked and never called: a rule that is wrong cannot be built.
"""

from __future__ import annotations

from datetime import date

from aigovkit.authoring import Day, Deadline, Source, obligation, part, prohibition
from aigovkit.models import Form, Use

ORDER = Source("Automated Decisions Order", issuer="Ruritania")
SECTION_3 = part(ORDER, "3")
FOLLOWED = Use.tracks_individuals


def no_condition() -> None:
    prohibition("RUR-1", ORDER.at("1"), "No.", when="yes")  # error: arg-type


def no_condition_as_gate() -> None:
    obligation("RUR-2", ORDER.at("2"), "Do.", bearer="the agency", gate="yes")  # error: arg-type


def no_time() -> None:
    obligation("RUR-3", ORDER.at("3"), "Do.", bearer="staff", due=Deadline("tomorrow"))  # error: arg-type


def no_list_of_records() -> None:
    prohibition("RUR-4", ORDER.at("4"), "No.", when=FOLLOWED, each="incidents")  # error: arg-type


def an_option_misspelt() -> None:
    SECTION_3.prohibition("RUR-5", "(1)", "No.", when=FOLLOWED, commencment=None)  # error: call-arg


def no_bearer() -> None:
    obligation("RUR-6", ORDER.at("6"), "Do.", done=Day(date(2026, 3, 2)))  # error: call-arg


def a_word_of_another_vocabulary() -> None:
    prohibition("RUR-7", ORDER.at("7"), "No.", when=Use.stage.is_(Form.SOFTWARE))  # error: arg-type
