"""Reasoning from decided cases in the plainest code: the judge of what the kit makes of a base.

A case is a mapping of all factors and dimensions, with nothing unknown; what is
unknown is tried in every way.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st
from strategies import ORDER

from aigovkit.language.nodes import ALWAYS, Constant
from aigovkit.models import Scale, Step
from aigovkit.precedents import (
    Dimension,
    Factor,
    Pattern,
    Precedent,
    PrecedentBase,
    Role,
    Side,
    Tag,
    Way,
    stated,
)

MOST = 4
"""One more than any value on a dimension that a base states."""

Case = dict[str, Any]


def speaks(base: PrecedentBase, side: Side, way: Way, threshold: int) -> bool:
    """Whether a side speaks that way on "at least the track of that number?"."""
    if side.way is not way:
        return False
    if not side.track:
        return True
    end = base.tracks.place(side.track)
    return threshold <= end if way is Way.STRICTER else threshold > end


def amounts(base: PrecedentBase, precedent: Precedent) -> Case:
    """All that a decided case has: what its text does not speak of is not there."""
    has: Case = {one.id: False for one in base.factors} | {one.id: one.least for one in base.dimensions}
    return has | {one.factor: True if one.value is None else one.value for one in precedent.factors}


def more(base: PrecedentBase, left: Case, right: Case, way: Way, threshold: int) -> list[str]:
    """What speaks that way of which the left case has more than the right one."""
    return [
        one.id
        for one in base.speaking
        if speaks(base, one.side, way, threshold) and left[one.id] > right[one.id]
    ]


def binds(base: PrecedentBase, precedent: Precedent, case: Case, way: Way, threshold: int) -> bool:
    """Whether a decided case binds another one that way at a threshold, a fortiori."""
    place, has = base.tracks.place(precedent.track), amounts(base, precedent)
    if (place >= threshold) is not (way is Way.STRICTER):
        return False
    nothing = {one.id: False for one in base.factors} | {one.id: one.least for one in base.dimensions}
    grounds = more(base, has, nothing, way, threshold)
    if not grounds or more(base, has, case, way, threshold):
        return False
    beyond = more(base, case, has, way.other, threshold)
    if way is Way.STRICTER:
        answering = {one.id: one.answers for one in base.factors}
        beyond = [
            one for one in beyond if (it := answering.get(one)) is None or any(each in grounds for each in it)
        ]
    return not beyond


def bound(base: PrecedentBase, case: Case) -> tuple[int, int]:
    """The track at least and the track at most, by their places."""
    top = len(base.tracks.steps)
    floors = [
        k for k in range(1, top) if any(binds(base, one, case, Way.STRICTER, k) for one in base.precedents)
    ]
    ceilings = [
        k - 1 for k in range(1, top) if any(binds(base, one, case, Way.MILDER, k) for one in base.precedents)
    ]
    return max(floors, default=0), min(ceilings, default=top - 1)


def matches(pattern: Pattern, case: Case) -> bool:
    """Whether a pattern matches."""
    return (
        all(case[one] for one in pattern.all_of)
        and sum(case[one] for one in pattern.some_of) >= pattern.at_least
        and not any(case[one] for one in pattern.none_of)
    )


def predicted(base: PrecedentBase, case: Case) -> int | None:
    """The place of the track predicted; None where it abstains."""
    low, high = bound(base, case)
    place = base.tracks.place
    grounds = [place(one.track) for one in base.patterns if one.role is Role.PREDICTS and matches(one, case)]
    grounds += [low] if low == high else []
    if not grounds:
        return None
    strictest = max(grounds)
    met = all(
        matches(one, case)
        for one in base.patterns
        if one.role is Role.REQUIRES and place(one.track) == strictest
    )
    return strictest if low <= strictest <= high and met else None


def completions(base: PrecedentBase, known: Case) -> Iterator[Case]:
    """Every case that may turn out."""
    ids = [one.id for one in base.speaking]
    dimensions = {one.id for one in base.dimensions}
    choices = [
        (known[one],)
        if known.get(one) is not None
        else range(MOST + 1)
        if one in dimensions
        else (False, True)
        for one in ids
    ]
    return (dict(zip(ids, values, strict=True)) for values in itertools.product(*choices))


def as_shown(base: PrecedentBase, known: Case) -> Case:
    """With what is unknown taken as not there."""
    nothing = {one.id: False for one in base.factors} | {one.id: one.least for one in base.dimensions}
    return nothing | {one: value for one, value in known.items() if value is not None}


# Bases at random

IDS = "abcdef"


@st.composite
def bases(draw: Any, *, most_factors: int = 6) -> PrecedentBase:
    """A base of a few factors, at most one dimension, decided cases and patterns."""
    steps = [Step(f"t{number}", f"Track {number}") for number in range(draw(st.integers(2, 4)))]
    names = [step.id for step in steps]

    def side() -> Side:
        way = draw(st.sampled_from(Way))
        ends = ["", *(names[1:] if way is Way.STRICTER else names[:-1])]
        return Side(way, draw(st.sampled_from(ends)))

    ids = IDS[: draw(st.integers(1, most_factors))]
    sides = {one: side() for one in ids}
    adverse = [one for one in ids if sides[one].way is Way.STRICTER]
    answers = st.none() | st.lists(st.sampled_from(adverse), unique=True) if adverse else st.none()
    factors = [
        Factor(one, f"it is {one}", sides[one], ALWAYS, weight=draw(st.integers(1, 3)), answers=None)
        if sides[one].way is Way.STRICTER
        else Factor(one, f"it is {one}", sides[one], ALWAYS, answers=draw(answers))
        for one in ids
    ]
    dimensions = [Dimension("size", "how large", side(), Constant(0))] if draw(st.booleans()) else []
    precedents = []
    for number in range(draw(st.integers(0, 5))):
        said = [stated(one, draw(st.sampled_from(Tag))) for one in ids if draw(st.booleans())]
        if dimensions and draw(st.booleans()):
            said.append(stated("size", Tag.REASON, value=draw(st.integers(0, MOST - 1))))
        track = draw(st.sampled_from(names))
        precedents.append(Precedent(f"P{number}", ORDER.at(str(number)), f"P{number}", track, factors=said))
    patterns = [draw(_patterns(number, ids, names)) for number in range(draw(st.integers(0, 4)))]
    return PrecedentBase(
        "base",
        "Register",
        ORDER,
        Scale("track", "Track", steps),
        factors=factors,
        dimensions=dimensions,
        precedents=precedents,
        patterns=patterns,
    )


@st.composite
def _patterns(draw: Any, number: int, ids: str, names: list[str]) -> Pattern:
    shuffled = draw(st.permutations(list(ids)))
    first = draw(st.integers(1, len(ids)))
    wanted, unwanted = shuffled[:first], shuffled[first : first + draw(st.integers(0, 2))]
    required = draw(st.integers(0, len(wanted)))
    some = wanted[required:]
    lists = {"all_of": wanted[:required], "some_of": some, "none_of": unwanted}
    if some:
        lists["at_least"] = draw(st.integers(1, len(some)))
    return Pattern(
        f"Q{number}",
        ORDER.at(str(number)),
        f"It goes by {number}.",
        draw(st.sampled_from(names)),
        role=draw(st.sampled_from(Role)),
        **lists,
    )


@st.composite
def known(draw: Any, base: PrecedentBase, *, unknown: bool = True) -> Case:
    """What is known of a case."""
    one = st.booleans() | (st.none() if unknown else st.nothing())
    size = st.integers(0, MOST) | (st.none() if unknown else st.nothing())
    case = {each.id: draw(one) for each in base.factors}
    return case | {each.id: draw(size) for each in base.dimensions}
