"""The answer that decided cases give to a new one: plain values, each worked out when it is read."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import Any

import attrs

from aigovkit import outward
from aigovkit.citations import Citation, Force
from aigovkit.models.scales import Step
from aigovkit.precedents.records import Dimension, Factor, Pattern, Precedent, Side, Tag, Way

REMAINS = "A prediction from decided cases, and no decision: whoever has to decide still does."
"""What stands with every prediction."""


@attrs.frozen
class FactorFound:
    """A factor, and whether it holds of the case: None while that is unknown.

    A dimension holds where the case is known to have more than the least of it. `unknown` are the paths
    of the facts it hangs on.

    .. versionadded:: 0.1.0
    """

    factor: Factor | Dimension
    holds: bool | None
    unknown: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the factor."""
        return self.factor.id

    @property
    def label(self) -> str:
        """The clause that says that it holds."""
        return self.factor.label

    @property
    def side(self) -> Side:
        """For what it speaks."""
        return self.factor.side


@attrs.frozen
class Bound:
    """What decided cases bind a case to, whatever is learnt of it: a track at least, and one at most.

    `floor_by` and `ceiling_by` are the decided cases that bind; where one is empty nothing is forced on
    that side. `floor_open` is the strictest floor that what is unknown could still bring,
    `ceiling_open` the mildest ceiling. `as_shown` are both with what is unknown taken as not shown, and
    not found: it stands until more is. Where the floor lies above the ceiling the base contradicts itself
    here, and `consistent` is False.

    .. versionadded:: 0.1.0
    """

    at_least: Step
    at_most: Step
    floor_by: tuple[Precedent, ...]
    ceiling_by: tuple[Precedent, ...]
    floor_open: Step
    ceiling_open: Step
    as_shown: tuple[Step, Step]
    consistent: bool = True

    @property
    def forces(self) -> bool | None:
        """Whether anything is forced; None while that hangs on what is unknown."""
        if self.floor_by or self.ceiling_by:
            return True
        settled = self.floor_open is self.at_least and self.ceiling_open is self.at_most
        return False if settled else None


class Why(StrEnum):
    """How a factor tells two cases apart.

    .. versionadded:: 0.1.0
    """

    LACKING = "lacking"
    """The decided case has it, and this one does not."""
    ADDED = "added"
    """This case has it, and the decided one does not."""


@attrs.frozen
class Distinction:
    """A factor that tells a case apart from a decided one, and which way it points.

    `tag` is how the decided case speaks of it; None for what that does not have.

    .. versionadded:: 0.1.0
    """

    factor: Factor | Dimension
    why: Why
    points: Way
    tag: Tag | None = None


@attrs.frozen
class Nearest:
    """A decided case that shares factors with the new one, with how near it is and how to distinguish it.

    `score` is the weight of what both share over that of all that either is known
    to have; what is unknown here is left out of it.
    `distinctions` are the factors that tell them apart and point away from what
    was decided.

    .. versionadded:: 0.1.0
    """

    precedent: Precedent
    track: Step
    score: Fraction
    shared: tuple[Factor | Dimension, ...]
    missing: tuple[Factor | Dimension, ...]
    unknown: tuple[Factor | Dimension, ...]
    added: tuple[Factor | Dimension, ...]
    distinctions: tuple[Distinction, ...]


@attrs.frozen
class PatternFound:
    """A pattern and whether it matches, on all that is known: None while that is open.

    `shown` are its factors that are there; `missing` those that are known not to be, or are there and should
    not be; `unknown` those that are not known.

    .. versionadded:: 0.1.0
    """

    pattern: Pattern
    track: Step
    matches: bool | None
    as_shown: bool
    shown: tuple[Factor | Dimension, ...]
    missing: tuple[Factor | Dimension, ...]
    unknown: tuple[Factor | Dimension, ...]


@attrs.frozen
class Ground:
    """Something that a prediction rests on, or that speaks for another track: a pattern, or decided
    cases that bind.

    `ours` says what about it is the kit's choice and not the text's.

    .. versionadded:: 0.1.0
    """

    track: Step
    statement: str
    citations: tuple[Citation, ...]
    precedents: tuple[str, ...]
    pattern: str = ""
    ours: str = ""


@attrs.frozen
class Prediction:
    """The track that decided cases suggest, with its grounds: a prediction, and no decision.

    It goes by what is shown: a factor in favour has to be shown, an adverse one
    found. `track` is None where it abstains; `why_not` then says why, `tracks_left` are
    the tracks that nothing rules out, and `leans` the one it leans to, if any. It never predicts
    a track because no other is left.

    `tracks_open` are all tracks that would be predicted by some way of learning what is
    unknown, and `may_abstain` whether one predicts none; both are exact unless `exact` is False, when
    some may be among them that are not. `contrary` are grounds for other tracks.

    .. versionadded:: 0.1.0
    """

    track: Step | None
    grounds: tuple[Ground, ...]
    contrary: tuple[Ground, ...]
    tracks_left: tuple[Step, ...]
    tracks_open: tuple[Step, ...]
    may_abstain: bool
    exact: bool
    leans: Step | None
    leaning: tuple[Ground, ...]
    why_not: str
    force: Force = Force.PRECEDENT
    note: str = REMAINS

    @property
    def settled(self) -> bool:
        """Whether nothing that is unknown could change it."""
        return (len(self.tracks_open) + self.may_abstain) == 1


@attrs.frozen
class PrecedentQuestion:
    """An unknown factor that could still change what is predicted.

    `facts` are the paths of the unknown facts it hangs on. `if_shown` is the track predicted
    once it alone is shown, None where none would be. `proven` is False where it was too much to look
    through whether it matters.

    .. versionadded:: 0.1.0
    """

    factor: Factor | Dimension
    facts: tuple[str, ...]
    if_shown: Step | None
    proven: bool


@attrs.frozen
class Contradicting:
    """Two decided cases that contradict each other: the first was decided more strictly, and the second is at
    least as adverse; so one binds the other to what was not decided of it.

    .. versionadded:: 0.1.0
    """

    stricter: Precedent
    milder: Precedent


class Standing(StrEnum):
    """What the others say of a decided case that is left out.

    .. versionadded:: 0.1.0
    """

    SAME = "same"
    OTHER = "other"
    ABSTAINS = "abstains"


@attrs.frozen
class LeftOut:
    """A decided case judged by the others: what was decided, and what they predict.

    .. versionadded:: 0.1.0
    """

    precedent: Precedent
    decided: Step
    comparison: Any = attrs.field(repr=False)

    @property
    def prediction(self) -> Prediction:
        """What the others predict."""
        return self.comparison.prediction  # type: ignore[no-any-return]

    @property
    def bound(self) -> Bound:
        """What the others bind it to."""
        return self.comparison.bound  # type: ignore[no-any-return]

    @property
    def standing(self) -> Standing:
        """Whether that is what was decided."""
        track = self.prediction.track
        if track is None:
            return Standing.ABSTAINS
        return Standing.SAME if track is self.decided else Standing.OTHER


@attrs.frozen
class LeaveOneOut:
    """Every decided case of a base judged by the others: the honest test of what a base can predict.

    .. versionadded:: 0.1.0
    """

    title: str
    rows: tuple[LeftOut, ...]

    def __iter__(self) -> Iterator[LeftOut]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def count(self, standing: Standing) -> int:
        """How many stand so."""
        return sum(one.standing is standing for one in self.rows)

    def __str__(self) -> str:
        return outward.text().left_out(self)  # type: ignore[no-any-return]

    def to_dict(self) -> dict[str, Any]:
        """The report in its JSON form."""
        return outward.json().left_out_to_dict(self)  # type: ignore[no-any-return]
