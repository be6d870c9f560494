"""What each concept costs in an evaluation: a rulebook of a rule or two with it beside one without it.

Both rulebooks are as small as can be, so that a ratio is the most that the
concept can come to; each case is one in which the concept is put to use. A list
has three records. The outcome is taken, and the findings, each on a fresh
evaluation; both sides take turns.

Run alone with `python tests/benchmarks/concepts.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import measure
from measure import Row, Section, Statement

from aigovkit.authoring import (
    ALWAYS,
    Attested,
    BooleanParameter,
    Cadence,
    DataClass,
    Entry,
    Force,
    Kind,
    Period,
    Points,
    RetentionRule,
    Scale,
    Source,
    Step,
    classification,
    noted,
    policy,
    prohibition,
    recurring,
    referral,
    requirement,
    restatement,
    retention,
    review,
    score,
)
from aigovkit.facts import Partly
from aigovkit.models import (
    Act,
    Agency,
    AgencyFile,
    Attestation,
    Case,
    Data,
    DataElement,
    Incident,
    Safeguards,
    System,
    Use,
)

AS_OF = date(2026, 3, 2)
ORDER = Source("Order", issuer="Ruritania", effective=date(2024, 3, 1))
RECORDS = 3

CASE = Case(
    agency=Agency(place="rur/zenda"),
    system=System(public_facing=True),
    use=Use(
        began=date(2025, 3, 3),
        ended=date(2026, 1, 9),
        tracks_individuals=True,
        infers_emotion=True,
        emotion_signals=["face"],
    ),
    safeguards=Safeguards(staff_trained=True),
    incidents=[Incident(caused_harm=True, told_supervisor=date(2026, 1, 8))] * RECORDS,
    acts=[Act(kind="use", on=date(2026, 1, 7))] * RECORDS,
    data=Data(elements=[DataElement(identifies_person=True)] * RECORDS),
    attestations={"R-1": Attestation(met=True)},
)


@attrs.frozen
class Side:
    """What is evaluated on one side: some entries, on a case."""

    entries: tuple[Entry, ...]
    case: Case = CASE
    place: str = ""
    file: AgencyFile | None = None

    def statement(self, part: str) -> Statement:
        """The evaluation, and what is read of it."""
        made = policy("rur/order", ORDER, time_zone="UTC", place=self.place, entries=self.entries)
        names = {"evaluate": made.evaluate, "case": self.case, "day": AS_OF, "file": self.file}
        return Statement(f"evaluate(case, as_of=day, agency_file=file).{part}", names)


def _bans(when: Any, **options: Any) -> Entry:
    return prohibition("R-1", ORDER.at("1"), "It is forbidden.", when=when, **options)


def _asks(**options: Any) -> Entry:
    return requirement("R-1", ORDER.at("1"), "Do it.", bearer="the user", when=ALWAYS, **options)


def _notes(when: Any = ALWAYS) -> Entry:
    return noted("R-1", ORDER.at("1"), "So it is.", kind=Kind.PERMISSION, when=when)


def _days(*days: date) -> Case:
    return attrs.evolve(CASE, attestations={"R-1": Attestation(met=True, days=days)})


BAN = _bans(Use.tracks_individuals)
DATED = attrs.evolve(CASE, attestations={"R-1": Attestation(met=True, on=date(2026, 1, 8))})
UNDECIDED = attrs.evolve(CASE, attestations={"R-1": Attestation(met=False)})
IN_PART = attrs.evolve(CASE, incidents=Partly(CASE.incidents or ()))
FILE = AgencyFile(attestations={"R-1": Attestation(met=True)})
HARM = Case.incidents.each(Incident.caused_harm)
TOLD = {"when": Incident.caused_harm, "bearer": "the user", "each": Case.incidents}
TELL = ("R-1", ORDER.at("1"), "Tell of it.")
POINTS = Points([(System.public_facing, 2), (ALWAYS, 0)])
RANKS = Scale("rank", "Rank", [Step("low", "Low"), Step("high", "High")])
RANK = score("R-1", ORDER.at("1"), "Rank.", points=POINTS, scale=RANKS, bands=[(0, 1, "low"), (2, 2, "high")])
BOARD = {"issue": "Is it grave?", "bearer": "the board", "when": Use.tracks_individuals}

CONCEPTS: dict[str, tuple[Side, Side]] = {
    "a place": (Side((BAN,)), Side((BAN,), place="rur")),
    "a place, of a case of another": (
        Side((BAN,)),
        Side((BAN,), attrs.evolve(CASE, agency=Agency(place="str")), place="rur"),
    ),
    "where a fact applies": (Side((BAN,)), Side((_bans(Use.emotion_signals.has("face")),))),
    "record by record": (Side((BAN,)), Side((_bans(Incident.caused_harm, each=Case.incidents),))),
    "acts, one by one": (Side((BAN,)), Side((_bans(Act.kind.is_("use"), each=Case.acts, act=Act.on),))),
    "a list known in part": (Side((_bans(HARM),)), Side((_bans(HARM),), IN_PART)),
    "an attestation": (Side((_asks(done=Safeguards.staff_trained),)), Side((_asks(),))),
    "an attestation with its day": (Side((_asks(done=Safeguards.staff_trained),)), Side((_asks(),), DATED)),
    "a standing duty": (Side((_asks(),)), Side((_asks(standing=True),))),
    "an agency file": (Side((_asks(standing=True),)), Side((_asks(standing=True),), file=FILE)),
    "two addressees": (
        Side((requirement(*TELL, done=Incident.told_supervisor.happened(), **TOLD),)),
        Side(
            (
                requirement(
                    *TELL,
                    addressees={"one": Incident.told_supervisor, "other": Incident.told_privacy_officer},
                    **TOLD,
                ),
            )
        ),
    ),
    "a duty that recurs": (
        Side((_asks(),)),
        Side(
            (recurring(*TELL, bearer="the user", cadence=Cadence(Period(years=1)), since=Use.began),),
            _days(date(2025, 6, 1), date(2026, 1, 8)),
        ),
    ),
    "retention of a series of records": (
        Side((_notes(),)),
        Side(
            (
                retention(
                    *TELL,
                    keeps=RetentionRule(ceiling=Period(days=30), trigger="taking", series="pictures"),
                    counted_from=Use.ended,
                    hold=Use.novel,
                ),
            )
        ),
    ),
    "a score on a scale": (Side((_notes(),)), Side((RANK,))),
    "a step of it as a condition": (
        Side((RANK, prohibition("R-2", ORDER.at("2"), "No.", when=Use.tracks_individuals))),
        Side((RANK, prohibition("R-2", ORDER.at("2"), "No.", when=RANK.at_least("high")))),
    ),
    "a promotion not known": (
        Side((_bans(Use.tracks_individuals, force=Force.RECOMMENDED),)),
        Side(
            (
                _bans(
                    Use.tracks_individuals,
                    force=Force.RECOMMENDED,
                    promoted_by=BooleanParameter("adopted", "Is it adopted?", None),
                ),
            )
        ),
    ),
    "a referral": (
        Side((review(*TELL, bearer="the board", when=Use.tracks_individuals),), UNDECIDED),
        Side((referral(*TELL, done=Attested("R-1"), **BOARD),), UNDECIDED),
    ),
    "a restatement": (
        Side((BAN,)),
        Side((BAN, restatement("S-1", ORDER.at("Annex"), "Again.", restates="R-1"))),
    ),
    "classes of data elements": (
        Side((_notes(Use.tracks_individuals),)),
        Side(
            (
                classification(
                    *TELL,
                    of=Data.elements,
                    falls_in=DataClass.PROTECTED_PII,
                    when=DataElement.identifies_person,
                ),
            )
        ),
    ),
}


def rows(part: str) -> Iterator[Row]:
    """A row for each concept."""
    for concept, (without, with_it) in CONCEPTS.items():
        best = measure.best_times({"without": without.statement(part), "with": with_it.statement(part)})
        figures = " -> ".join(measure.nanoseconds(best[side]) for side in ("without", "with"))
        yield Row(concept, figures, measure.times(best["with"] / best["without"]))


def sections() -> Iterator[Section]:
    """The outcome, then the findings."""
    for part in ("outcome", "findings"):
        yield Section(f"evaluate(...).{part}", rows(part), "× without")


if __name__ == "__main__":
    measure.show(sections())
