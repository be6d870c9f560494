"""What comes of one rule in one case, and of all of them together."""

from __future__ import annotations

from enum import IntEnum


class Outcome(IntEnum):
    """What a policy says of a case, from mildest to strictest. `max` joins outcomes.

    There is no "permitted": lists of prohibited uses are often open, and people
    decide. UNDETERMINED is not on the scale: it says that the facts known leave
    more than one outcome open.
    """

    NOT_APPLICABLE = 0
    NO_OBJECTION = 1
    CONDITIONAL = 2
    REVIEW = 3
    PROHIBITED = 4
    UNDETERMINED = 9

    @property
    def word(self) -> str:
        """The outcome as it stands in JSON."""
        return self.name.lower()

    def __str__(self) -> str:
        return self.word


class Verdict(IntEnum):
    """What comes of one rule, before its force gives a breach its name."""

    NOT_APPLICABLE = 0
    NOT_IN_FORCE = 1
    DISPLACED = 2
    NOTED = 3
    MET_IF_APPLICABLE = 4
    MET = 5
    OPEN = 6
    UNDETERMINED = 7
    BREACHED = 8


# The numbers are an order: of a rule that speaks of several records, the
# highest verdict is the one that is reported. The first three are the ways in
# which a rule does not bite; which of them is named may change as facts are
# learned, but never between them and the rest.
SILENT = frozenset({Verdict.NOT_APPLICABLE, Verdict.NOT_IN_FORCE, Verdict.DISPLACED})
