"""Decided cases under one scale of tracks, with the factors they speak of: the data of a base."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self, TypeVar

import attrs

from aigovkit.calls import authored
from aigovkit.citations import Source
from aigovkit.errors import UnknownNameError, did_you_mean, shown
from aigovkit.models.scales import Scale, Step
from aigovkit.precedents.records import (
    Dimension,
    Factor,
    Pattern,
    Precedent,
    Way,
    listed,
    refuse,
    wrong_items,
)
from aigovkit.rules.checks import named

T = TypeVar("T")


# Not slotted: what is worked out when read is kept in the instance itself.
@authored
@attrs.frozen(slots=False)
class CaseBase:
    """The data of a base of precedents, checked: what `PrecedentBase` reasons from.

    `tracks` is a `Scale` whose first step is the mildest track. `patterns` are what the text
    itself states of tracks. `policy` is the id of the policy it belongs to, and its own id is that and one
    part more; a base that stands alone has none. `notes` say what to know when relying on it.

    Raises PolicyError with everything that does not fit together.

    .. versionadded:: 0.1.0
    """

    id: str
    title: str
    source: Source
    tracks: Scale
    factors: tuple[Factor, ...] = attrs.field(converter=listed, kw_only=True, repr=False)
    precedents: tuple[Precedent, ...] = attrs.field(converter=listed, kw_only=True, repr=False)
    patterns: tuple[Pattern, ...] = attrs.field(default=(), converter=listed, kw_only=True, repr=False)
    dimensions: tuple[Dimension, ...] = attrs.field(default=(), converter=listed, kw_only=True, repr=False)
    policy: str = attrs.field(default="", kw_only=True)
    notes: tuple[str, ...] = attrs.field(default=(), converter=listed, kw_only=True)

    def __attrs_post_init__(self) -> None:
        refuse("base of precedents", self, list(self._problems()))

    def _problems(self) -> Iterator[str]:
        given: Any = self  # Whatever was given, of whatever type.
        if not isinstance(given.tracks, Scale):
            yield f"`tracks` takes a `Scale`, the mildest track first, not `{shown(self.tracks)}`"
            return
        if not isinstance(given.source, Source):
            yield f"`source` takes a `Source`, not `{shown(self.source)}`"
        if self.policy and self.id.rpartition("/")[0] != self.policy:
            yield f"it is of `{self.policy}`; its id is that and one part more"
        kinds: dict[str, tuple[Any, str]] = {
            "factors": (Factor, "factors"),
            "dimensions": (Dimension, "dimensions"),
            "precedents": (Precedent, "precedents"),
            "patterns": (Pattern, "patterns"),
            "notes": (str, "texts"),
        }
        wrong = [one for name, (kind, words) in kinds.items() for one in wrong_items(self, name, kind, words)]
        if wrong:
            yield from wrong
            return
        yield from self._misnamed()

    def _misnamed(self) -> Iterator[str]:
        known = [one.id for one in self.speaking]
        cases = [one.id for one in self.precedents]
        patterns = [one.id for one in self.patterns]
        for sort, ids in (("factors or dimensions", known), ("precedents", cases), ("patterns", patterns)):
            yield from (f"two {sort} have the id `{one}`" for one in dict.fromkeys(ids) if ids.count(one) > 1)
        steps = [step.id for step in self.tracks.steps]
        ends = {Way.STRICTER: steps[0], Way.MILDER: steps[-1]}
        for one in self.speaking:
            if one.side.track and one.side.track not in steps:
                yield _unknown(f"`{one.id}` speaks for the track", one.side.track, steps)
            elif one.side.track == ends[one.side.way]:
                yield f"`{one.id}` speaks for `{one.side.track}` against nothing; it has no weight"
        factors = {one.id: one for one in self.factors}
        for one in self.factors:
            for answered in one.answers or ():
                if answered not in factors:
                    yield _unknown(f"`{one.id}` answers", answered, factors)
        dimensions = {one.id for one in self.dimensions}
        for case in self.precedents:
            if case.track not in steps:
                yield _unknown(f"`{case.id}` has the track", case.track, steps)
            for said in case.factors:
                if said.factor not in known:
                    yield _unknown(f"`{case.id}` states", said.factor, known)
                elif (said.factor in dimensions) != (said.value is not None):
                    how = "without" if said.value is None else "with"
                    yield f"`{case.id}` states `{said.factor}` {how} a value"
        for pattern in self.patterns:
            if pattern.track not in steps:
                yield _unknown(f"`{pattern.id}` has the track", pattern.track, steps)
            spoken_of = (one for one in pattern.factors if one not in factors)
            yield from (_unknown(f"`{pattern.id}` speaks of", one, factors) for one in spoken_of)
            drawn = (one for one in pattern.precedents if one not in cases)
            yield from (_unknown(f"`{pattern.id}` is drawn from", one, cases) for one in drawn)

    @property
    def speaking(self) -> tuple[Factor | Dimension, ...]:
        """All that speaks for or against: its factors, then its dimensions."""
        return self.factors + self.dimensions

    def precedent(self, id: str) -> Precedent:
        """The decided case of an id; UnknownNameError when there is none."""
        return _one("precedent", id, self._precedents)

    def factor(self, id: str) -> Factor | Dimension:
        """The factor or the dimension of an id; UnknownNameError when there is none."""
        return _one("factor", id, self.all_factors)

    def pattern(self, id: str) -> Pattern:
        """The pattern of an id; UnknownNameError when there is none."""
        return _one("pattern", id, {one.id: one for one in self.patterns})

    @functools.cached_property
    def _precedents(self) -> Mapping[str, Precedent]:
        return {one.id: one for one in self.precedents}

    @functools.cached_property
    def all_factors(self) -> Mapping[str, Factor | Dimension]:
        """Its factors, then its dimensions, by their ids."""
        return {one.id: one for one in self.speaking}

    def track_of(self, precedent: Precedent) -> Step:
        """What was decided, as a step of the scale."""
        return self.tracks.step(precedent.track)

    def without(self, *ids: str) -> Self:
        """The same base without some decided cases, and without the patterns drawn from these alone.

        Raises UnknownNameError for an id that no precedent has.
        """
        gone = {self.precedent(one).id for one in ids}
        patterns = []
        for pattern in self.patterns:
            left = tuple(one for one in pattern.precedents if one not in gone)
            if left or not pattern.precedents:
                patterns.append(attrs.evolve(pattern, precedents=left))
        kept = [one for one in self.precedents if one.id not in gone]
        return attrs.evolve(self, precedents=kept, patterns=patterns)


def _one(kind: str, id: str, among: Mapping[str, T]) -> T:
    if id not in among:
        raise UnknownNameError(kind, id, among)
    return among[id]


def _unknown(before: str, given: str, known: Iterable[str]) -> str:
    hint = did_you_mean(given, known)
    return f"{before} {named(given)}, which the base does not have" + (f"; {hint}" if hint else "")
