"""Starts and deadlines: from when rules bind, and by when duties are to be done."""

from __future__ import annotations

import attrs

from aigovkit.citations import Citation
from aigovkit.language.kinds import Time
from aigovkit.language.nodes import Day, EndOfDay, InForce, StartOfDay
from aigovkit.rules.checks import BOOLEAN, CITATION, SAID, TEXT, TIME, given, misfits, named, refuse


@attrs.frozen
class Commencement:
    """When provisions start to bind, and perhaps end. They govern acts done in between.

    What starts on a `Day` governs the whole of it, and so does what ends on one; what ends as a day
    begins ends with its `StartOfDay`.

    Raises PolicyError when a field is of a wrong type.

    >>> from datetime import date
    >>> from aigovkit.citations import Source
    >>> from aigovkit.language.nodes import Day
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> Commencement("part 2", Day(date(2024, 3, 1)), order.at("9")).starts
    Day(day=datetime.date(2024, 3, 1))

    .. versionadded:: 0.1.0
    """

    name: str
    starts: Time
    citation: Citation
    ends: Time | None = None
    _known: dict[int, InForce] = attrs.field(factory=dict, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        refuse(f"commencement {named(self.name)}", misfits(given(self), _OF_COMMENCEMENTS))

    def governs(self, act: Time) -> InForce:
        """Whether the provisions govern something done at a time; of one time always the same condition."""
        found = self._known.get(id(act))
        if found is None or found.act is not act:  # Out of a pickle, ids stand for something else.
            starts = StartOfDay(self.starts) if isinstance(self.starts, Day) else self.starts
            ends = EndOfDay(self.ends) if isinstance(self.ends, Day) else self.ends
            found = self._known[id(act)] = InForce(starts, act, ends)
        return found


@attrs.frozen
class Deadline:
    """The last moment at which something is done in time.

    With `strict` it has to come strictly before `time`, as an approval before
    the act it approves. `by_reading` marks a time the text does not state but
    implies; `note` says in words what a date cannot. Raises PolicyError when a
    field is of a wrong type.

    >>> from aigovkit.models import Incident
    >>> Deadline(Incident.discovered.plus("PT24H")).time
    Shifted(start=Incident.discovered, period=Period.parse('PT24H'))

    .. versionadded:: 0.1.0
    """

    time: Time | None = None
    strict: bool = attrs.field(default=False, kw_only=True)
    by_reading: bool = attrs.field(default=False, kw_only=True)
    note: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse("the deadline", misfits(given(self), _OF_DEADLINES))


_OF_COMMENCEMENTS = {"name": SAID, "starts": TIME, "citation": CITATION, "ends": TIME.or_none()}
_OF_DEADLINES = {"time": TIME.or_none(), "strict": BOOLEAN, "by_reading": BOOLEAN, "note": TEXT}
