"""Strelsau, Ruritania: Camera Ordinance 2025, a text that does not exist.

City Council; in force 1 January 2025: https://strelsau.example/cameras

    1 People are followed where a system tells over time where they are.
    2 (1) The City follows nobody. (2) A warrant of a competent court lifts that.
    3 (1) An impact assessment is complete before first use. (2) Within thirty days of first use the system
      is in the City's register. (3) Harm is reported to the Council within 72 hours of being found.
    4 Whoever acts against section 2 pays a fine, which the court sets.

Not modelled: section 4, which binds the court.

>>> from datetime import date
>>> from aigovkit import Case
>>> case = Case.from_dict({"agency": {"place": "rur/strelsau"}, "use": {"tracks_individuals": True}})
>>> print(CAMERA_ORDINANCE.evaluate(case, as_of=date(2026, 3, 2)).outcome)
undetermined
"""

from datetime import date

from aigovkit.authoring import Commencement, Day, Deadline, Kind, Source, StartOfDay, part, policy
from aigovkit.models import Case, Incident, Safeguards, Stage, Use, Warrant

ORDINANCE = Source(
    "Camera Ordinance",
    issuer="Strelsau, City Council",
    edition="2025",
    effective=date(2025, 1, 1),
    link="https://strelsau.example/cameras",
)
IN_FORCE = Commencement("the Ordinance", StartOfDay(Day(date(2025, 1, 1))), ORDINANCE.at("heading"))
IN_USE = Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION, Stage.PHASE_OUT)

# 1 Words

FOLLOWS = part(ORDINANCE, "1").definition(
    "STR-1",
    "",
    "People are followed where a system tells over time where they are.",
    term="it follows people",
    means=Use.tracks_individuals,
)

# 2 Following

FOLLOWING = part(ORDINANCE, "2", commencement=IN_FORCE)
NO_FOLLOWING = FOLLOWING.prohibition("STR-2-1", "(1)", "The City follows nobody.", when=FOLLOWS)
UNDER_WARRANT = FOLLOWING.exception(
    "STR-2-2",
    "(2)",
    "A warrant of a competent court lifts the ban.",
    to=NO_FOLLOWING,
    when=Warrant.issued.happened(),
    provided=Warrant.court_competent,
)

# 3 Duties. The register is a thing of this text alone, so an entry in it is attested under `STR-3-2`.

DUTIES = part(ORDINANCE, "3", commencement=IN_FORCE, bearer="the office that uses it")
ASSESS_FIRST = DUTIES.requirement(
    "STR-3-1",
    "(1)",
    "Complete an impact assessment before first use.",
    when=FOLLOWS,
    done=Safeguards.impact_assessment,
    due=Deadline(Use.began, strict=True),
    gate=IN_USE,
    step="first use",
)
REGISTER = DUTIES.obligation(
    "STR-3-2",
    "(2)",
    "Enter the system in the register within thirty days of first use.",
    when=FOLLOWS & IN_USE,
    due=Deadline(Use.began.plus("P30D")),
)
REPORT_HARM = DUTIES.obligation(
    "STR-3-3",
    "(3)",
    "Report harm to the Council within 72 hours of finding it.",
    each=Case.incidents,
    when=FOLLOWS & Incident.caused_harm,
    due=Deadline(Incident.discovered.plus("PT72H")),
)

# 4 Fines

FINES = part(ORDINANCE, "4")
FINE = FINES.unmodelled("STR-4", "", kind=Kind.PENALTY, because="It binds the court, not the City.")

CAMERA_ORDINANCE = policy(
    "rur/strelsau/camera-ordinance",
    ORDINANCE,
    place="rur/strelsau",
    time_zone="Europe/Vienna",
    entries=[FOLLOWS, NO_FOLLOWING, UNDER_WARRANT, ASSESS_FIRST, REGISTER, REPORT_HARM, FINE],
)
