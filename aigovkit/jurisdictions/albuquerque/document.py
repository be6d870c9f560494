"""What the parts of Albuquerque's document share: the sources, the place, and what may yet be adopted.

City of Albuquerque, Artificial Intelligence Policy, 2025: five instruments under
one cover. The AI policy proper comes with what a working group recommends (a
prioritization matrix, definitions, plans and a board), and four standing IT
policies are appended.
"""

from __future__ import annotations

from datetime import date

from aigovkit.authoring import BooleanParameter, Day, Source, StartOfDay
from aigovkit.models import Actor, Agency, Novelty, Role, Stage, System, Use

CITY = "us-nm/albuquerque"
TIME_ZONE = "America/Denver"

AI_POLICY_TEXT = Source(
    "Albuquerque AI Policy",
    issuer="City of Albuquerque, Department of Technology and Innovation",
    edition="2025",
    effective=None,
    effective_note="The text gives the year 2025 and no day, and speaks of comment before adoption.",
)
PII_POLICY_TEXT = Source(
    "Albuquerque PII and Sensitive Data Policy",
    issuer="City of Albuquerque, Department of Technology and Innovation",
    edition="as appended to the AI Policy, 2025",
    effective=None,
    effective_note="The text gives no date.",
)
CYBERSECURITY_TEXT = Source(
    "Albuquerque Cybersecurity Policy",
    issuer="City of Albuquerque, Department of Technology and Innovation",
    edition="as appended to the AI Policy, 2025",
    effective=date(2022, 3, 9),
)
INTERNET_USE_TEXT = Source(
    "Albuquerque Employee Internet Use Policy",
    issuer="City of Albuquerque, Department of Technology and Innovation",
    edition="as appended to the AI Policy, 2025",
    effective=None,
    effective_note="The text gives no date.",
)
TECHNOLOGY_PROTECTION_TEXT = Source(
    "Albuquerque Information Technology Protection Policy",
    issuer="City of Albuquerque, Department of Technology and Innovation",
    edition="as appended to the AI Policy, 2025",
    effective=None,
    effective_note="The text gives no date.",
)

IN_THE_CITY = Agency.place.within(CITY)
# A department acts by its employees.
BY_STAFF = Actor.role.is_in(Role.STAFF, Role.AGENCY)
CITY_USE = Use.deployed_by_agency | Use.operated_for_agency | BY_STAFF
IN_USE = Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION, Stage.PHASE_OUT)
USED_BEFORE = System.novelty.is_(Novelty.IN_USE_BEFORE)
# The text gives the year alone. What comes before that year comes before the text, and what comes after it
# after the text.
START_OF_ITS_YEAR = StartOfDay(Day(date(2025, 1, 1)))
END_OF_ITS_YEAR = Day(date(2025, 12, 31))

# The matrix and the plans are what the working group recommends; whoever knows
# that the City has adopted them says so, and their commands then bind.
WORKING_GROUP_ADOPTED = BooleanParameter(
    "working_group_adopted",
    "Has the City adopted what the working group recommends?",
    default=False,
)
