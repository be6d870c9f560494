"""A base in the form that is reasoned with: sets of factors as the bits of whole numbers.

A factor is one bit. A dimension is a chain of bits, two for each value that a
decided case has on it: that it is at least so much, and that it is more. So more
of it is more factors, and all that follows knows of factors alone.

A threshold lies between two tracks next to each other: threshold 1 asks "at least the second track?".
At each, an adverse factor speaks for the stricter side and a favourable one for the milder,
as far as its side goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from aigovkit.errors import PolicyError, UnknownNameError, shown
from aigovkit.language.kinds import Condition
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import AtMost, quantity_of
from aigovkit.precedents.base import CaseBase
from aigovkit.precedents.records import (
    Dimension,
    Factor,
    Measure,
    Pattern,
    Precedent,
    Role,
    Side,
    Way,
    is_measure,
)
from aigovkit.rules.checks import named
from aigovkit.situation import Situation

_NOTHING: Any = None
_NOWHERE = Situation(_NOTHING, 0, _NOTHING)
"""Where values are compared that hang on no case."""


@attrs.frozen
class Known:
    """What is known of the factors of a case: the bits of those that hold, and of those that do not.

    .. versionadded:: 0.1.0
    """

    yes: int
    no: int


@attrs.frozen
class Decided:
    """A decided case as bits: its factors, where it stands on the scale, and for each threshold what binds.

    `grounds` are the factors on its own side of each threshold, `beyond` those of the other side that it
    does not have and that would tell a new case apart; none where it binds nothing there.
    """

    precedent: Precedent
    has: int
    place: int
    stricter: tuple[tuple[int, int] | None, ...]
    milder: tuple[tuple[int, int] | None, ...]


@attrs.frozen
class Matched:
    """A pattern as bits."""

    pattern: Pattern
    place: int
    all_of: int
    some_of: int
    at_least: int
    none_of: int

    def state(self, yes: int, no: int) -> bool | None:
        """Whether it matches, with what is known."""
        if self.all_of & no or self.none_of & yes:
            return False
        enough = self.at_least
        if enough and (self.some_of & ~no).bit_count() < enough:
            return False
        if self.all_of & ~yes or self.none_of & ~no:
            return None
        return True if not enough or (self.some_of & yes).bit_count() >= enough else None


class Table:
    """A base as bits. Made once for each base, when it is first reasoned with.

    .. versionadded:: 0.1.0
    """

    def __init__(self, base: CaseBase) -> None:
        self.base: CaseBase = base
        self.bits: dict[str, tuple[int, ...]] = {}
        self.conditions: list[Condition] = []
        self.chains: list[tuple[int, ...]] = []
        """The bits of each dimension, from the least: one that holds brings all before it."""
        self.cuts: dict[str, list[tuple[Measure, bool]]] = {}
        """The values of each dimension that matter, and whether it is asked for more than that."""
        for one in base.speaking:
            if isinstance(one, Factor):
                self._add(one.id, [one.when])
            else:
                self.cuts[one.id] = list(_cuts(one, base.precedents))
                self.chains.append(self._add(one.id, [_cut(one.value, *cut) for cut in self.cuts[one.id]]))
        self.masks: dict[str, int] = {
            name: sum(1 << bit for bit in several) for name, several in self.bits.items()
        }
        self.all: int = (1 << len(self.conditions)) - 1
        self.chained: list[tuple[tuple[int, ...], int]] = [
            (chain, sum(1 << bit for bit in chain)) for chain in self.chains
        ]
        self.owners: list[Factor | Dimension] = [one for one in base.speaking for _ in self.bits[one.id]]
        """Of which factor each bit is."""
        self.thresholds: range = range(1, len(base.tracks.steps))
        self.adverse: dict[int, int] = {k: self._speaking(Way.STRICTER, k) for k in self.thresholds}
        self.favourable: dict[int, int] = {k: self._speaking(Way.MILDER, k) for k in self.thresholds}
        self.decided: list[Decided] = [self._decided(one) for one in base.precedents]
        self.floors: list[tuple[int, int, int]] = sorted(
            ((k, *limb) for one in self.decided for k, limb in enumerate(one.stricter) if limb), reverse=True
        )
        """What binds to a threshold at least, the strictest first: its grounds, and what would tell apart."""
        self.ceilings: list[tuple[int, int, int]] = sorted(
            (k, *limb) for one in self.decided for k, limb in enumerate(one.milder) if limb
        )
        """What binds to less than a threshold, the mildest first."""
        made = [self._matched(one) for one in base.patterns]
        self.required: list[Matched] = [one for one in made if one.pattern.role is Role.REQUIRES]
        self.leaning: list[Matched] = [one for one in made if one.pattern.role is Role.LEANS]
        self.predicting: list[Matched] = sorted(
            (one for one in made if one.pattern.role is Role.PREDICTS), key=lambda one: -one.place
        )
        """Those that predict, of the strictest track first."""
        self.by_track: list[tuple[int, list[Matched], list[Matched]]] = [
            (
                place,
                [one for one in self.predicting if one.place == place],
                [one for one in self.required if one.place == place],
            )
            for place in reversed(range(len(base.tracks.steps)))
        ]
        """Each track, the strictest first, with what predicts it and what it takes."""
        self.matched: list[Matched] = made

    def among(self, mask: int) -> tuple[Factor | Dimension, ...]:
        """The factors of which some bit is among these, in the order of the base."""
        found: dict[str, Factor | Dimension] = {}
        while mask:
            last = mask & -mask
            owner = self.owners[last.bit_length() - 1]
            found[owner.id] = owner
            mask ^= last
        return tuple(found.values())

    def _add(self, id: str, conditions: Iterable[Condition]) -> tuple[int, ...]:
        first = len(self.conditions)
        self.conditions += conditions
        self.bits[id] = tuple(range(first, len(self.conditions)))
        return self.bits[id]

    def mask(self, ids: Iterable[str]) -> int:
        """The bits of several factors."""
        return sum(1 << bit for one in ids for bit in self.bits[one])

    def _speaking(self, way: Way, threshold: int) -> int:
        return self.mask(one.id for one in self.base.speaking if self.speaks(one.side, way, threshold))

    def speaks(self, side: Side, way: Way, threshold: int) -> bool:
        """Whether a side speaks that way at a threshold."""
        if side.way is not way:
            return False
        if not side.track:
            return True
        end = self.base.tracks.place(side.track)
        return threshold <= end if way is Way.STRICTER else threshold > end

    def _decided(self, one: Precedent) -> Decided:
        has = 0
        for said in one.factors:
            if said.value is None:
                has |= self.mask([said.factor])
            else:
                has |= self.reached(said.factor, said.value)
        place = self.base.tracks.place(one.track)
        stricter: list[tuple[int, int] | None] = [None]
        milder: list[tuple[int, int] | None] = [None]
        for k in self.thresholds:
            adverse, favourable = has & self.adverse[k], has & self.favourable[k]
            answering = self.favourable[k] & self._answering(adverse)
            stricter.append((adverse, answering & ~has) if place >= k and adverse else None)
            milder.append((favourable, self.adverse[k] & ~has) if place < k and favourable else None)
        return Decided(one, has, place, tuple(stricter), tuple(milder))

    def _answering(self, adverse: int) -> int:
        """What may answer some of these adverse factors."""
        found = 0
        for one in self.base.factors:
            if one.answers is None or self.mask(one.answers) & adverse:
                found |= self.mask([one.id])
        return found | self.mask(one.id for one in self.base.dimensions)

    def _matched(self, one: Pattern) -> Matched:
        masks = (self.mask(one.all_of), self.mask(one.some_of))
        return Matched(one, self.base.tracks.place(one.track), *masks, one.at_least, self.mask(one.none_of))

    # What is known

    def reached(self, dimension: str, value: Measure) -> int:
        """The bits of a dimension that a value reaches."""
        number, found = quantity_of(value), 0
        for bit, cut in zip(self.bits[dimension], self.cuts[dimension], strict=True):
            if holds(_cut(number, *cut), _NOWHERE):
                found |= 1 << bit
        return found

    def of_situation(self, situation: Situation) -> Known:
        """What is known of the factors in a situation."""
        yes = no = 0
        for bit, condition in enumerate(self.conditions):
            answer = holds(condition, situation)
            if answer:
                yes |= 1 << bit
            elif answer is False:
                no |= 1 << bit
        return self.settled(yes, no)

    def of_factors(self, known: Mapping[str, Any]) -> Known:
        """What is known of the factors when it is given by their ids; what is left out is unknown."""
        yes = no = 0
        for name, value in known.items():
            if name not in self.bits:
                raise UnknownNameError("factor", name, self.bits)
            mask = self.mask([name])
            dimension = name in self.cuts
            if value is not None and not (is_measure(value) if dimension else isinstance(value, bool)):
                wanted = "a whole number, a `Period` or None" if dimension else "True, False or None"
                raise PolicyError(f"{named(name)} takes {wanted}, not `{shown(value)}`")
            if value is None:
                continue
            here = self.reached(name, value) if dimension else mask if value else 0
            yes, no = yes | here, no | (mask & ~here)
        return Known(yes, no)

    def settled(self, yes: int, no: int) -> Known:
        """With what follows along each dimension: more than much is more than little."""
        for chain, mask in self.chained:
            if yes & mask:
                last = max(bit for bit in chain if yes >> bit & 1)
                yes |= mask & ((2 << last) - 1)
            if no & mask:
                first = min(bit for bit in chain if no >> bit & 1)
                no |= mask & ~((1 << first) - 1)
        return Known(yes, no)

    def as_shown(self, known: Known) -> Known:
        """The same, with what is unknown taken as not shown, and not found."""
        return Known(known.yes, self.all & ~known.yes)


def _cuts(one: Dimension, precedents: Iterable[Precedent]) -> Iterator[tuple[Measure, bool]]:
    """The values of a dimension that tell cases apart, in their order."""
    values = [said.value for case in precedents for said in case.factors if said.factor == one.id]
    ordered: list[Any] = []
    for value in (one.least, *values):
        after = 0
        for other in ordered:
            more = holds(AtMost(quantity_of(other), quantity_of(value), strict=True), _NOWHERE)
            less = holds(AtMost(quantity_of(value), quantity_of(other), strict=True), _NOWHERE)
            if more is None or less is None:
                raise PolicyError(
                    f"`{shown(other)}` and `{shown(value)}` on `{one.id}` cannot be told apart; "
                    f"state both in one unit"
                )
            if not more and not less:
                break
            after += more
        else:
            ordered.insert(after, value)
    if ordered[0] is not one.least:
        raise PolicyError(f"`{shown(ordered[0])}` on `{one.id}` is less than its `least`")
    for value in ordered:
        if value is not one.least:
            yield value, False
        yield value, True


def _cut(value: Any, than: Measure, more: bool) -> Condition:
    """That a quantity is at least so much, or more."""
    return AtMost(quantity_of(than), value, strict=more)
