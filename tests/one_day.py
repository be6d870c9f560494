"""One day in California, and what conditions are judged on at its end."""

from __future__ import annotations

import datetime
from typing import Any

from aigovkit import periods
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.parameters import (
    BooleanParameter,
    ChoiceParameter,
    CountParameter,
    EventParameter,
)
from aigovkit.models import (
    Case,
)
from aigovkit.periods import Occurrence
from aigovkit.situation import Situation

PACIFIC = periods.zone("America/Los_Angeles")
TODAY = datetime.date(2026, 3, 2)
BEFORE, AFTER = datetime.date(2026, 3, 1), datetime.date(2026, 3, 3)
NOW = periods.end_of(TODAY, PACIFIC)
THREE = (True, False, None)

QUESTION = Ambiguity(
    "open", "Is it so?", {"yes": "it is", "no": "it is not"}, default="yes", why="It is natural."
)
ADOPTED = BooleanParameter("adopted", "Is it adopted?")
LEVEL = ChoiceParameter("level", "Which level?", "low", choices=("low", "high"))
SIGNED = EventParameter("signed_on", "When?", Occurrence.NEVER)
MANY = CountParameter("many", "How many?", 2)


def situation(case: Case | None = None, **options: Any) -> Situation:
    """What a condition is judged on: a case, at the end of one day in California."""
    return Situation(Case() if case is None else case, NOW, PACIFIC, **options)


def day(moment: datetime.date) -> periods.Interval:
    """The instants of a day in California."""
    return periods.interval(moment, PACIFIC)
