"""What a base of decided cases comes to is what the plainest code makes of it, whatever is unknown."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from plain_precedents import (
    amounts,
    as_shown,
    bases,
    bound,
    completions,
    known,
    predicted,
)

from aigovkit.precedents import PrecedentBase, Way
from aigovkit.precedents.answers import Standing

data = st.data()


def places(base: PrecedentBase, *steps: Any) -> tuple[int, ...]:
    return tuple(base.tracks.place(one.id) for one in steps)


@given(bases(), data)
def test_a_bound_is_what_decided_cases_force_a_fortiori(base, draw):
    """Of a case of which all is known, the floor and the ceiling are those of the plain definition."""
    case = draw.draw(known(base, unknown=False))
    found = base.compare_factors(case).bound
    assert bound(base, case) == places(base, found.at_least, found.at_most)
    assert (found.at_least.id <= found.at_most.id) is found.consistent


@given(bases(), data)
def test_a_bound_is_forced_where_every_way_of_learning_more_forces_it(base, draw):
    """The floor is the mildest floor over all that may turn out, the ceiling the strictest ceiling; what is
    still open reaches as far as the strictest floor and the mildest ceiling, and no further.
    """
    case = draw.draw(known(base))
    found = base.compare_factors(case).bound
    every = [bound(base, one) for one in completions(base, case)]
    floors, ceilings = [low for low, _ in every], [high for _, high in every]
    assert (min(floors), max(floors)) == places(base, found.at_least, found.floor_open)
    assert (min(ceilings), max(ceilings)) == places(base, found.ceiling_open, found.at_most)
    assert bound(base, as_shown(base, case)) == places(base, *found.as_shown)


@given(bases(), data)
def test_a_forced_bound_says_who_forces_it(base, draw):
    """A floor above the mildest track, or a ceiling below the strictest, names the decided cases that bind,
    each on that side of it; and where none is named nothing is forced.
    """
    found = base.compare_factors(draw.draw(known(base))).bound
    low, high = places(base, found.at_least, found.at_most)
    assert bool(found.floor_by) is (low > 0)
    assert bool(found.ceiling_by) is (high < len(base.tracks.steps) - 1)
    assert all(base.tracks.place(one.track) >= low for one in found.floor_by)
    assert all(base.tracks.place(one.track) <= high for one in found.ceiling_by)
    if found.forces is False:
        assert found.at_least is found.floor_open
        assert found.at_most is found.ceiling_open


@given(bases(), data)
def test_a_prediction_goes_by_what_is_shown(base, draw):
    """The track is the one that the plain code predicts with what is unknown taken as not there."""
    case = draw.draw(known(base))
    prediction = base.compare_factors(case).prediction
    expected = predicted(base, as_shown(base, case))
    assert expected == (None if prediction.track is None else places(base, prediction.track)[0])
    assert (prediction.track is None) is bool(prediction.why_not)


@given(bases(), data)
def test_the_tracks_still_open_are_exactly_those_that_may_turn_out(base, draw):
    """Over every way of learning what is unknown: which tracks are predicted, and whether none ever is."""
    case = draw.draw(known(base))
    prediction = base.compare_factors(case).prediction
    every = {predicted(base, one) for one in completions(base, case)}
    found: set[int | None] = {*places(base, *prediction.tracks_open)}
    found |= {None} if prediction.may_abstain else set()
    assert prediction.exact
    assert every == found
    assert prediction.settled is (len(every) == 1)


@settings(max_examples=60)
@given(bases(most_factors=5), data)
def test_what_is_asked_is_exactly_what_may_change_the_prediction(base, draw):
    """A factor is asked for where two cases that differ in it alone are predicted differently."""
    case = draw.draw(known(base))
    asked = base.compare_factors(case).questions
    assert all(one.proven for one in asked)
    expected = set()
    unknown = [one for one, value in case.items() if value is None]
    outcomes = {tuple(one.values()): predicted(base, one) for one in completions(base, case)}
    for name in unknown:
        at = [one.id for one in base.speaking].index(name)
        seen: dict[tuple[Any, ...], set[int | None]] = {}
        for values, result in outcomes.items():
            seen.setdefault(values[:at] + values[at + 1 :], set()).add(result)
        if any(len(results) > 1 for results in seen.values()):
            expected.add(name)
    assert expected == {one.factor.id for one in asked}


@given(bases(), data)
def test_learning_never_contradicts_what_was_forced(base, draw):
    """With more known the floor does not fall, the ceiling does not rise, and no track becomes open."""
    after = draw.draw(known(base))
    before = {name: draw.draw(st.sampled_from((value, None))) for name, value in after.items()}
    less, more = base.compare_factors(before), base.compare_factors(after)
    assert places(base, less.bound.at_least) <= places(base, more.bound.at_least)
    assert places(base, less.bound.at_most) >= places(base, more.bound.at_most)
    assert set(more.prediction.tracks_open) <= set(less.prediction.tracks_open)
    assert less.prediction.may_abstain or not more.prediction.may_abstain
    if less.prediction.settled:
        assert less.prediction.track is more.prediction.track


@given(bases(), data)
def test_what_speaks_against_never_makes_a_bound_milder(base, draw):
    """More of anything adverse leaves floor and ceiling where they are or raises them; the mirror for what
    is in favour.
    """
    case = draw.draw(known(base, unknown=False))
    one = draw.draw(st.sampled_from(base.speaking))
    assume(case[one.id] is not True)
    other = case | {one.id: True if case[one.id] is False else case[one.id] + 1}
    before, after = (base.compare_factors(each).bound for each in (case, other))
    low, high = places(base, before.at_least, before.at_most)
    if one.side.way is Way.STRICTER:
        assert (low, high) <= places(base, after.at_least, after.at_most)
        assert high <= places(base, after.at_most)[0]
    else:
        assert low >= places(base, after.at_least)[0]
        assert high >= places(base, after.at_most)[0]


@given(bases(), data)
def test_nothing_is_predicted_without_a_ground(base, draw):
    """A predicted track has a pattern that matches or decided cases that bind; what is left over when the
    others are ruled out is never predicted for that.
    """
    found = base.compare_factors(draw.draw(known(base)))
    prediction = found.prediction
    assert (prediction.track is not None) is bool(prediction.grounds)
    assert all(one.citations for one in (*prediction.grounds, *prediction.contrary))
    if prediction.leans is not None:
        assert prediction.track is None
        assert prediction.leans in prediction.tracks_left


@given(bases(), data)
def test_the_order_of_what_a_base_lists_does_not_matter(base, draw):
    """Shuffled precedents, factors and patterns give the same bounds, predictions and neighbours."""
    case = draw.draw(known(base))
    shuffled = attrs.evolve(
        base,
        factors=draw.draw(st.permutations(base.factors)),
        precedents=draw.draw(st.permutations(base.precedents)),
        patterns=draw.draw(st.permutations(base.patterns)),
    )
    one, other = base.compare_factors(case), shuffled.compare_factors(case)
    assert one.bound == other.bound
    assert [near.precedent.id for near in one.nearest] == [near.precedent.id for near in other.nearest]
    assert [near.score for near in one.nearest] == [near.score for near in other.nearest]
    for name in ("track", "tracks_left", "tracks_open", "may_abstain", "exact", "leans", "why_not"):
        assert getattr(one.prediction, name) == getattr(other.prediction, name)
    for name in ("grounds", "contrary", "leaning"):
        assert set(getattr(one.prediction, name)) == set(getattr(other.prediction, name))
    assert {each.factor.id for each in one.questions} == {each.factor.id for each in other.questions}


@given(bases(), data)
def test_what_comes_near_shares_something(base, draw):
    """No decided case is named that shares nothing with what is known; the nearest come first, and what tells
    them apart differs between the two and does not point to what was decided.
    """
    case = draw.draw(known(base))
    found = base.compare_factors(case)
    scores = [one.score for one in found.nearest]
    assert sorted(scores, reverse=True) == scores
    assert all(0 < one.score <= 1 and one.shared for one in found.nearest)
    for one in found.nearest:
        apart = {each.factor.id for each in one.distinctions}
        assert apart <= {each.id for each in (*one.missing, *one.added)}
        here = base.tracks.place(one.track.id)
        for each in one.distinctions:
            assert 0 < here if each.points is Way.MILDER else here < len(base.tracks.steps) - 1
    otherwise = found.nearest_otherwise
    if otherwise is not None:
        assert otherwise.track is not (found.prediction.track or found.nearest[0].track)


@given(bases())
def test_a_base_that_would_bind_a_case_both_ways_is_told_to_be_inconsistent(base):
    """Where the plain code finds a case whose floor lies above its ceiling, two decided cases contradict
    each other.
    """
    crossed = any(low > high for low, high in (bound(base, one) for one in completions(base, {})))
    assert not crossed or base.inconsistencies
    for one in base.inconsistencies:
        assert base.tracks.place(one.stricter.track) > base.tracks.place(one.milder.track)


@given(bases())
def test_a_base_is_consistent_where_it_bears_its_own_decisions(base):
    """No two decided cases contradict each other exactly where what was decided of each lies within what all
    of them, itself included, bind it to.
    """
    borne = True
    for one in base.precedents:
        low, high = bound(base, amounts(base, one))
        borne = borne and low <= places(base, base.track_of(one))[0] <= high
    assert borne is not bool(base.inconsistencies)


@given(bases())
def test_a_decided_case_left_out_is_judged_by_the_others_alone(base):
    """Each row is what the base without that case, and without what is drawn from it alone, predicts."""
    report = base.leave_one_out()
    assert [one.id for one in base.precedents] == [row.precedent.id for row in report]
    for row in report:
        rest = base.without(row.precedent.id)
        expected = predicted(rest, base.as_stated(row.precedent.id))
        found = row.prediction.track
        assert expected == (None if found is None else places(base, found)[0])
        standing = Standing.ABSTAINS if found is None else Standing.SAME if found is row.decided else "other"
        assert standing == row.standing
    assert len(report) == sum(report.count(one) for one in Standing)
