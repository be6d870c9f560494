"""A case held against a base of precedents."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import attrs

from aigovkit import outward
from aigovkit.engine.unknowns import open_facts
from aigovkit.models.scales import Step
from aigovkit.precedents import reasoning
from aigovkit.precedents.answers import (
    Bound,
    Contradicting,
    Distinction,
    FactorFound,
    Ground,
    LeaveOneOut,
    LeftOut,
    Nearest,
    PatternFound,
    PrecedentQuestion,
    Prediction,
    Why,
)
from aigovkit.precedents.base import CaseBase
from aigovkit.precedents.records import Dimension, Factor, Precedent, Way
from aigovkit.precedents.table import Decided, Known, Matched, Table
from aigovkit.situation import Situation

Speaking = Factor | Dimension

SILENT = "The decided cases are silent: no pattern of theirs matches, and none binds."
CONTRADICTORY = "The decided cases contradict each other here."
RULED_OUT = "What speaks for {} is ruled out by what the decided cases bind to or required."


@attrs.frozen(slots=False, eq=False, repr=False)
class Comparison:
    """A case held against the decided cases of a base. Every answer is worked out when it is read.

    Made by `compare`, or by reading `precedents` of an evaluation. Nothing of it moves an
    outcome.

    .. versionadded:: 0.1.0
    """

    base: CaseBase
    known: Known
    situation: Situation | None = None

    def __repr__(self) -> str:
        return f"<Comparison with {self.base.id!r}>"

    def __str__(self) -> str:
        return outward.text().comparison(self)  # type: ignore[no-any-return]

    def to_dict(self) -> dict[str, Any]:
        """The answer in its JSON form."""
        return outward.json().comparison_to_dict(self)  # type: ignore[no-any-return]

    def to_json(self, *, indent: int | None = None) -> str:
        """The answer as JSON, the same bytes for the same case and base."""
        return outward.json().comparison_to_json(self, indent=indent)  # type: ignore[no-any-return]

    @property
    def _table(self) -> Table:
        return table_of(self.base)

    def _factors(self, mask: int) -> tuple[Speaking, ...]:
        return self._table.among(mask)

    @functools.cached_property
    def factors(self) -> tuple[FactorFound, ...]:
        """Every factor of the base, and whether it holds of the case."""
        return tuple(map(self._found, self.base.speaking))

    def _found(self, one: Speaking) -> FactorFound:
        table, mask = self._table, self._table.masks[one.id]
        unknown = mask & ~self.known.yes & ~self.known.no
        answer = True if self.known.yes & mask else None if unknown else False
        facts: dict[str, None] = {}
        if self.situation is not None:
            for bit in table.bits[one.id]:
                if unknown >> bit & 1:
                    facts.update(dict.fromkeys(open_facts(table.conditions[bit], self.situation)))
        return FactorFound(one, answer, tuple(facts))

    # The bound

    @functools.cached_property
    def bound(self) -> Bound:
        """What the decided cases bind the case to, a fortiori."""
        table, (yes, no) = self._table, (self.known.yes, self.known.no)
        shown, step = table.as_shown(self.known), self.base.tracks.steps
        floor, ceiling = reasoning.at_least(table, yes, no), reasoning.at_most(table, yes, no)
        return Bound(
            step[floor.place],
            step[ceiling.place],
            _cases(floor.by),
            _cases(ceiling.by),
            step[reasoning.floors(table, yes, no)[1]],
            step[reasoning.ceilings(table, yes, no)[0]],
            (
                step[reasoning.at_least(table, shown.yes, shown.no).place],
                step[reasoning.at_most(table, shown.yes, shown.no).place],
            ),
            floor.place <= ceiling.place,
        )

    # Patterns

    @functools.cached_property
    def patterns(self) -> tuple[PatternFound, ...]:
        """Every pattern of the base, and whether it matches."""
        return tuple(map(self._pattern, self._table.matched))

    @property
    def matched(self) -> tuple[PatternFound, ...]:
        """The patterns that match by what is shown."""
        return tuple(one for one in self.patterns if one.as_shown)

    def _pattern(self, one: Matched) -> PatternFound:
        yes, no = self.known.yes, self.known.no
        wanted, unwanted, shown = one.all_of | one.some_of, one.none_of, self._table.as_shown(self.known)
        return PatternFound(
            one.pattern,
            self.base.tracks.steps[one.place],
            one.state(yes, no),
            one.state(shown.yes, shown.no) is True,
            self._factors(wanted & yes),
            self._factors(wanted & no | unwanted & yes),
            self._factors((wanted | unwanted) & ~yes & ~no),
        )

    # The prediction

    @functools.cached_property
    def prediction(self) -> Prediction:
        """The track that the decided cases suggest, with its grounds, or that they suggest none."""
        table, steps = self._table, self.base.tracks.steps
        shown = table.as_shown(self.known)
        result = reasoning.results(table, shown.yes, shown.no).bit_length() - 1
        track = steps[result] if result < len(steps) else None
        grounds = [*self._bound_by_all(shown), *self._grounds(table.predicting, shown)]
        open_, exact = reasoning.still_open(table, self.known)
        left = self._left()
        leaning = tuple(self._leaning(grounds, left, shown)) if track is None else ()
        towards = {one.track for one in leaning}
        return Prediction(
            track,
            tuple(one for one in grounds if one.track is track),
            tuple(one for one in grounds if one.track is not track),
            (track,) if track is not None else left,
            tuple(step for place, step in enumerate(steps) if open_ >> place & 1),
            bool(open_ >> len(steps)),
            exact,
            towards.pop() if len(towards) == 1 else None,
            leaning,
            "" if track is not None else self._why_not(grounds),
        )

    def _grounds(self, several: Iterable[Matched], shown: Known) -> Iterator[Ground]:
        """The patterns that match, of the strictest track first."""
        for one in several:
            if one.state(shown.yes, shown.no):
                pattern, track = one.pattern, self.base.tracks.steps[one.place]
                cited = (pattern.citation,)
                drawn = pattern.precedents
                yield Ground(track, pattern.statement, cited, drawn, pattern.id, pattern.ours)

    def _bound_by_all(self, shown: Known) -> Iterator[Ground]:
        """The decided cases that bind a case to one track, where they do."""
        table = self._table
        floor = reasoning.at_least(table, shown.yes, shown.no)
        ceiling = reasoning.at_most(table, shown.yes, shown.no)
        if floor.place == ceiling.place:
            by = _cases((*floor.by, *ceiling.by))
            said = f"Bound by decided cases: {'; '.join(one.title for one in by)}"
            step = self.base.tracks.steps[floor.place]
            yield Ground(step, said, tuple(one.citation for one in by), tuple(one.id for one in by))

    def _left(self) -> tuple[Step, ...]:
        """The tracks that nothing known rules out."""
        table, (yes, no) = self._table, (self.known.yes, self.known.no)
        ends = reasoning.at_least(table, yes, no).place, reasoning.at_most(table, yes, no).place
        out = {one.place for one in table.required if one.state(yes, no) is False}
        among = range(min(ends), max(ends) + 1)
        return tuple(self.base.tracks.steps[place] for place in among if place not in out)

    def _leaning(self, grounds: list[Ground], left: tuple[Step, ...], shown: Known) -> Iterator[Ground]:
        """The grounds for leaning: what would predict if what its track takes were shown; else weaker
        patterns.
        """
        strictest = max(grounds, key=lambda one: self.base.tracks.place(one.track.id), default=None)
        if strictest is not None:
            yield from (one for one in grounds if one.track is strictest.track and one.track in left)
        else:
            yield from (one for one in self._grounds(self._table.leaning, shown) if one.track in left)

    def _why_not(self, grounds: list[Ground]) -> str:
        if not self.bound.consistent:
            return CONTRADICTORY
        if not grounds:
            return SILENT
        strictest = max(grounds, key=lambda one: self.base.tracks.place(one.track.id))
        return RULED_OUT.format(f"“{strictest.track.label}”")

    # What comes near

    @functools.cached_property
    def nearest(self) -> tuple[Nearest, ...]:
        """The decided cases that share a factor with the case, the nearest first; of equally near ones that
        which shares more, then that of which less is unknown, then by their ids.
        """
        several = [one for one in map(self._near, self._table.decided) if one is not None]
        return tuple(near for _, near in sorted(several, key=lambda one: one[0]))

    @property
    def nearest_otherwise(self) -> Nearest | None:
        """The nearest that was decided in another way than is predicted or, where nothing is, than the
        nearest was; None where there is none.
        """
        if not self.nearest:
            return None
        track = self.prediction.track or self.nearest[0].track
        return next((one for one in self.nearest if one.track is not track), None)

    def _near(self, one: Decided) -> tuple[tuple[Any, ...], Nearest] | None:
        """A decided case with its place among the others; None where it shares nothing."""
        yes, no, masks = self.known.yes, self.known.no, self._table.masks
        missing: list[Speaking] = []
        unknown: list[Speaking] = []
        here: list[Speaking] = []
        for factor in self._factors(one.has):
            mask = masks[factor.id] & one.has
            (missing if mask & no else unknown if mask & ~yes else here).append(factor)
        if not here:
            return None
        # Of a dimension both may have some, and one of them more.
        lacking, both = {each.id for each in missing}, {each.id for each in here}
        added = tuple(each for each in self._factors(yes & ~one.has) if each.id not in lacking)
        shared = _weight(here)
        total = shared + _weight(missing) + _weight(each for each in added if each.id not in both)
        score = Fraction(shared, total)
        near = Nearest(
            one.precedent,
            self.base.tracks.steps[one.place],
            score,
            tuple(here),
            tuple(missing),
            tuple(unknown),
            added,
            tuple(self._distinctions(one, missing, added)),
        )
        return (-score, -shared, _weight(unknown), one.precedent.id), near

    def _distinctions(
        self, one: Decided, missing: Iterable[Speaking], added: Iterable[Speaking]
    ) -> Iterator[Distinction]:
        """The factors that point away from what was decided, as far as their sides reach."""
        table, place, top = self._table, one.place, len(self._table.thresholds)
        tags = {said.factor: said.tag for said in one.precedent.factors}
        # An adverse factor speaks at every threshold up to its end, a favourable one at every one above it.
        stricter = table.adverse[place + 1] if place < top else 0
        weaker = table.favourable[top] if place < top else 0
        milder = table.favourable[place] if place else 0
        lighter = table.adverse[1] if place else 0
        for why, several, up, down in (
            (Why.LACKING, missing, weaker, lighter),
            (Why.ADDED, added, stricter, milder),
        ):
            for factor in several:
                mask = table.masks[factor.id]
                if mask & (up | down):
                    points = Way.STRICTER if mask & up else Way.MILDER
                    yield Distinction(factor, why, points, tags.get(factor.id))

    # What to ask

    @functools.cached_property
    def questions(self) -> tuple[PrecedentQuestion, ...]:
        """The unknown factors that could still change what is predicted: first those that do alone, then
        those that do with others, last those of which that is not shown.
        """
        if self.prediction.settled and self.prediction.exact:
            return ()
        ranked = []
        for place, found in enumerate(self.factors):
            if not self._is_open(found.id):
                continue
            matters = self._matters(found.id)
            if matters is not False:
                alone = self._if_shown(found.id)
                rank = 0 if alone is not self.prediction.track else 1 if matters else 2
                asked = PrecedentQuestion(found.factor, found.unknown, alone, matters is True)
                ranked.append((rank, place, asked))
        return tuple(asked for _, _, asked in sorted(ranked, key=lambda one: one[:2]))

    def _is_open(self, id: str) -> bool:
        return bool(self._table.masks[id] & ~self.known.yes & ~self.known.no)

    def _matters(self, id: str) -> bool | None:
        unknown = ~self.known.yes & ~self.known.no
        several = [
            reasoning.matters(self._table, self.known, bit)
            for bit in self._table.bits[id]
            if unknown >> bit & 1
        ]
        return True if True in several else None if None in several else False

    def _if_shown(self, id: str) -> Step | None:
        """The track predicted where one factor is shown besides; of a dimension as much of it as may be."""
        table = self._table
        here = table.settled(self.known.yes | table.masks[id] & ~self.known.no, self.known.no)
        shown = table.as_shown(here)
        result = reasoning.results(table, shown.yes, shown.no).bit_length() - 1
        return self.base.tracks.steps[result] if result < len(self.base.tracks.steps) else None


def _weight(several: Iterable[Speaking]) -> int:
    return sum(one.weight for one in several)


def _cases(several: Iterable[Decided]) -> tuple[Precedent, ...]:
    found = {one.precedent.id: one.precedent for one in several}
    return tuple(found[name] for name in sorted(found))


def table_of(base: CaseBase) -> Table:
    """The base as bits, made once.

    .. versionadded:: 0.1.0
    """
    kept = base.__dict__
    if "_table" not in kept:
        kept["_table"] = Table(base)
    return kept["_table"]  # type: ignore[no-any-return]


def compare(base: CaseBase, situation: Situation) -> Comparison:
    """A case held against a base, as its conditions are judged in a situation.

    `policy.situation(case, as_of)` makes one. Everything is worked out when it is read, but for the factors.

    .. versionadded:: 0.1.0
    """
    return Comparison(base, table_of(base).of_situation(situation), situation)


def compare_factors(base: CaseBase, known: Mapping[str, Any]) -> Comparison:
    """Factors held against a base, by their ids: True, False or None for a factor, a value or None for a
    dimension. What is left out is unknown.

    Raises UnknownNameError for a factor the base does not have, PolicyError for a value it cannot have.

    .. versionadded:: 0.1.0
    """
    return Comparison(base, table_of(base).of_factors(known))


def inconsistencies(base: CaseBase) -> tuple[Contradicting, ...]:
    """The pairs of decided cases that contradict each other; none where the base is consistent.

    .. versionadded:: 0.1.0
    """
    pairs = reasoning.conflicts(table_of(base))
    return tuple(Contradicting(strict.precedent, mild.precedent) for strict, mild in pairs)


def leave_one_out(base: CaseBase) -> LeaveOneOut:
    """Every decided case judged by the others, in the order of the base: the honest test of what a base can
    predict. What a text does not speak of counts as not there.

    .. versionadded:: 0.1.0
    """
    rows = (
        LeftOut(
            one,
            base.track_of(one),
            compare_factors(base.without(one.id), as_stated(base, one)),
        )
        for one in base.precedents
    )
    return LeaveOneOut(base.title, tuple(rows))


def as_stated(base: CaseBase, one: Precedent) -> dict[str, Any]:
    """The factors of a decided case in the form that `compare_factors` takes: what its text does not speak of
    is not there.

    .. versionadded:: 0.1.0
    """
    known: dict[str, Any] = {factor.id: False for factor in base.factors}
    known |= {dimension.id: dimension.least for dimension in base.dimensions}
    return known | {said.factor: True if said.value is None else said.value for said in one.factors}
