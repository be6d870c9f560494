"""Retention: learning more never contradicts what was said of conflicts, and random lengths stay in order."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

import pytest
from drawing import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from aigovkit.authoring import RetentionRule, Source, exception, policy, retention
from aigovkit.citations import Force
from aigovkit.errors import PolicyError
from aigovkit.language.nodes import ALWAYS
from aigovkit.models import Case, Incident, System, Use
from aigovkit.models.retention import longest, shortest
from aigovkit.periods import Month, Occurrence, Period
from aigovkit.provision_text import describe

ORDER = Source("Automated Decisions Order", issuer="Ruritania")
DAY = datetime.date(2026, 3, 2)
FACTS = (Use.novel, System.uses_ai, Use.tracks_individuals)
ANSWERS = (None, True, False)
MOMENTS = (None, datetime.date(2025, 3, 2), datetime.date(2024, 2, 29), Occurrence.NEVER)

conditions = st.recursive(
    st.sampled_from((ALWAYS, *FACTS)),
    lambda inner: st.one_of(
        inner.map(lambda one: ~one),
        st.tuples(inner, inner).map(lambda two: two[0] & two[1]),
        st.tuples(inner, inner).map(lambda two: two[0] | two[1]),
    ),
    max_leaves=4,
)
lengths = st.sampled_from(
    [*map(Period.parse, ("P1D", "PT24H", "P28D", "P30D", "P1M", "P1M31D", "P2M", "P1Y"))]
)
both = st.sampled_from(
    [{"floor": Period(days=1), "ceiling": end} for end in (Period(days=28), Period(years=1))]
)
ends = st.one_of(lengths.map(lambda one: {"floor": one}), lengths.map(lambda one: {"ceiling": one}), both)
kept = st.builds(
    lambda ends, trigger, series: RetentionRule(**ends, trigger=trigger, series=series),
    ends,
    st.sampled_from(("collection", "closure")),
    st.sampled_from(("", "footage")),
)


def conflicts(made: Any, answers: Any) -> dict[tuple[str, str], bool]:
    """The pairs that conflict, or may, and whether they do for certain."""
    novel, uses_ai, tracks = answers
    case = Case(use=Use(novel=novel, tracks_individuals=tracks), system=System(uses_ai=uses_ai))
    limits = made.evaluate(case, as_of=DAY).retention_limits
    return {one.provisions: one.certain for each in limits for one in each.conflicts}


@settings(max_examples=examples(60))
@given(
    st.lists(st.tuples(kept, conditions), min_size=2, max_size=3),
    conditions,
    st.tuples(*3 * [st.sampled_from(ANSWERS)]),
)
def test_learning_never_contradicts_a_conflict(rules: Any, lifted: Any, answers: Any) -> None:
    """What conflicts for certain does so in every completion of the case, and what conflicts in one of them
    was told before.
    """
    entries = [
        retention(f"K-{number}", ORDER.at(str(number)), "Keep it.", keeps=keeps, when=when)
        for number, (keeps, when) in enumerate(rules)
    ]
    lifts = exception("X", ORDER.at("X"), "Not this.", to="K-0", when=lifted)
    made = policy("rur/order", ORDER, time_zone="UTC", entries=[*entries, lifts])
    told = conflicts(made, answers)
    for complete in itertools.product(*([(True, False), (one,)][one is not None] for one in answers)):
        later = conflicts(made, complete)
        assert {pair for pair, certain in told.items() if certain} <= {
            pair for pair, certain in later.items() if certain
        }
        assert later.keys() <= told.keys()


@settings(max_examples=examples(60))
@given(st.lists(lengths, min_size=1, max_size=5))
def test_the_longest_and_the_shortest_are_among_those_told(several: Any) -> None:
    """Whatever the months, the longest period is one of the longest told, and so the shortest."""
    most = max(one.bounds()[1] for one in several)
    least = min(one.bounds()[0] for one in several)
    assert most == max(one.bounds()[1] for one in longest(several))
    assert least == min(one.bounds()[0] for one in shortest(several))


# The days, and what suspends a ceiling


DELETE = retention(
    "DELETE",
    ORDER.at("4"),
    "Keep footage 30 days and delete it within a year of the incident.",
    each=Case.incidents,
    keeps=RetentionRule(Period(days=30), Period(years=1), "the incident", "footage"),
    counted_from=Incident.discovered,
    hold=Incident.caused_harm,
)


def kept(*rules: Any, case: Any = None, **facts: Any) -> Any:
    """What some rules leave of a case, or of one incident in it."""
    made = policy("rur/order", ORDER, time_zone="UTC", entries=rules or (DELETE,))
    return made.evaluate(case or Case(incidents=[Incident(**facts)]), as_of=DAY)


@pytest.mark.parametrize(
    ("discovered", "days", "note"),
    [
        (datetime.date(2025, 3, 2), ("2025-04-01", "2026-03-02"), ""),
        (datetime.datetime(2024, 2, 29, 9, tzinfo=datetime.UTC), ("2024-03-30", "2025-02-28"), ""),
        (Month(2025, 3), (None, None), "unknown until incidents[].discovered is known"),
        (None, (None, None), "unknown until incidents[].discovered is known"),
        (Occurrence.UNDATED, (None, None), "unknown until incidents[].discovered is known"),
        (Occurrence.NEVER, (None, None), "the time it counts from has not come"),
    ],
)
def test_the_days_are_named_where_the_trigger_has_one(discovered: Any, days: Any, note: str) -> None:
    """Data is kept until a day and deleted by another, where the day of the trigger is known; else the
    answer says what would tell.
    """
    (row,) = kept(discovered=discovered, caused_harm=False).to_dict()["retention"]
    assert (days, note) == ((row["keep_until"], row["delete_by"]), row["note"])


@pytest.mark.parametrize(
    ("harm", "held", "delete_by", "said"),
    [
        (False, False, "2026-03-02", "keep until 1 April 2025 · delete by 2 March 2026"),
        (True, True, None, "keep until 1 April 2025 · a hold suspends the ceiling"),
        (None, None, "2026-03-02", "delete by 2 March 2026 · not known whether a hold suspends the ceiling"),
    ],
)
def test_a_hold_suspends_the_ceiling_and_says_so(harm: Any, held: Any, delete_by: Any, said: str) -> None:
    """While a hold holds nothing has to be deleted, and the floor stays."""
    answer = kept(discovered=datetime.date(2025, 3, 2), caused_harm=harm)
    (row,) = answer.to_dict()["retention"]
    assert (held, delete_by, "2025-04-01") == (row["held"], row["delete_by"], row["keep_until"])
    assert said in " ".join(str(answer).split())
    assert ([] if held else [Period(years=1)]) == list(answer.retention_limits[0].ceilings)


def test_each_record_has_its_own_days() -> None:
    """A rule on each record says of each until when what belongs to it is kept."""
    days = [datetime.date(2025, 3, 2), datetime.date(2025, 5, 2)]
    incidents = [Incident(discovered=one, caused_harm=one is days[0]) for one in days]
    first, second = kept(case=Case(incidents=incidents)).retention
    assert ("incidents[0]", True, None) == (first.about, first.held, first.delete_by)
    assert ("incidents[1]", False, datetime.date(2026, 5, 2)) == (second.about, second.held, second.delete_by)


SHORT = retention(
    "SHORT",
    ORDER.at("5"),
    "Delete it within a week.",
    keeps=RetentionRule(ceiling=Period(days=7), trigger="the incident", series="footage"),
)
HOLD = retention(
    "HOLD",
    ORDER.at("6"),
    "Delete nothing while a claim is pending.",
    keeps=RetentionRule(series="footage", hold=True),
    when=Use.novel,
)


@pytest.mark.parametrize(
    ("pending", "conflicts"),
    [
        (False, ["DELETE SHORT"]),
        (True, []),
        (None, ["DELETE SHORT it is not known whether a hold suspends the ceiling of DELETE or SHORT"]),
    ],
)
def test_a_hold_on_a_series_suspends_each_ceiling_of_it(pending: Any, conflicts: Any) -> None:
    """Where a hold applies, what floors and ceilings would conflict do not, in whatever policy it stands."""
    case = Case(use=Use(novel=pending), incidents=[Incident(caused_harm=False)] * 2)
    alone = kept(DELETE, SHORT, HOLD, case=case)
    apart = policy("rur/hold", ORDER, time_zone="UTC", entries=[HOLD])
    rest = policy("rur/order", ORDER, time_zone="UTC", entries=[DELETE, SHORT])
    for answer in (alone, (apart & rest).evaluate(case, as_of=DAY)):
        (limits,) = answer.retention_limits
        told = [" ".join((*one.provisions, one.why)).strip() for one in limits.conflicts]
        assert conflicts == told
        assert (pending is True) is (not limits.ceilings)


def test_a_hold_of_another_series_suspends_nothing() -> None:
    """A hold speaks of its own records, and one that is no command suspends none."""
    case = Case(use=Use(novel=True))
    other = retention("H", ORDER.at("7"), "Hold.", keeps=RetentionRule(series="letters", hold=True))
    advised = retention("H", ORDER.at("7"), "Hold.", keeps=HOLD.keeps, when=ALWAYS, force=Force.RECOMMENDED)
    for hold in (other, advised):
        found = {one.provision: one.held for one in kept(SHORT, hold, case=case).retention}
        assert {"SHORT": False, "H": False} == found


def test_months_against_days_stay_undecided_where_the_day_is_known() -> None:
    """Rules are held against each other for all that is kept under them, not for one record alone."""
    month = RetentionRule(Period(months=1), trigger="the incident")
    days = RetentionRule(ceiling=Period(days=30), trigger="the incident")
    rules = (
        retention("M", ORDER.at("1"), "Keep it a month.", keeps=month, counted_from=Use.ended),
        retention("D", ORDER.at("2"), "Keep it 30 days.", keeps=days, counted_from=Use.ended),
    )
    answer = kept(*rules, case=Case(use=Use(ended=datetime.date(2026, 2, 1))))
    (conflict,) = answer.retention_limits[0].conflicts
    assert (False, "months differ in length") == (conflict.certain, conflict.why)
    assert [datetime.date(2026, 3, 1), None] == [one.keep_until for one in answer.retention]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (
            {"keeps": RetentionRule(floor=Period(days=1)), "hold": Use.novel},
            "`hold` suspends a ceiling, and the rule sets none",
        ),
        ({"keeps": HOLD.keeps, "hold": Use.novel}, "a hold is one while the rule applies; give `when`"),
        ({"keeps": HOLD.keeps, "counted_from": Use.ended}, "a hold is one while the rule applies"),
        ({"keeps": HOLD.keeps, "each": Case.incidents}, "takes no `each`; ask with `.some(...)`"),
        ({"keeps": SHORT.keeps, "counted_from": Use.novel}, "`counted_from` takes a time"),
        ({"keeps": SHORT.keeps, "counted_from": Incident.discovered}, "`counted_from` reads"),
    ],
)
def test_what_a_rule_on_retention_cannot_be(options: Any, problem: str) -> None:
    """A hold suspends a ceiling that there is, and is one on the whole of a series."""
    with pytest.raises(PolicyError) as raised:
        retention("R", ORDER.at("1"), "Keep it.", **options)
    assert problem in str(raised.value)


def test_a_provision_shows_what_it_counts_from_and_what_suspends_it() -> None:
    """Without a case, a rule says its limits, when its trigger came, and its hold."""
    text = describe(DELETE)
    assert "Keeps: at least 30 days and at most 1 year from the incident, of footage" in text
    assert "Counted from: incidents[].discovered" in text
    assert "Held while:\n  incidents[].caused_harm" in text
    assert "Keeps: a hold, of footage" in describe(HOLD)


@settings(max_examples=examples(60))
@given(st.sampled_from(MOMENTS), st.sampled_from(ANSWERS), st.sampled_from(ANSWERS))
def test_learning_never_moves_a_day_that_is_settled(discovered: Any, harm: Any, pending: Any) -> None:
    """A day named stays where more is learnt, and a ceiling held or not held stays so."""

    def judged(when: Any, hurt: Any, claim: Any) -> list[Any]:
        incidents = [Incident(discovered=when, caused_harm=hurt)]
        found = kept(DELETE, HOLD, case=Case(use=Use(novel=claim), incidents=incidents)).retention
        return [one for one in found if one.provision == "DELETE"]

    (told,) = judged(discovered, harm, pending)
    whens = [discovered] if discovered is not None else MOMENTS
    hurts, claims = ([one] if one is not None else (True, False) for one in (harm, pending))
    for complete in itertools.product(whens, hurts, claims):
        (later,) = judged(*complete)
        assert told.keep_until in (None, later.keep_until)
        assert told.held in (None, later.held)
        assert told.delete_by is None or later.delete_by == told.delete_by or later.held


def test_what_is_described_sets_no_limit() -> None:
    """A period that a text only describes is told, limits nothing, and conflicts for certain with nothing."""
    told = RetentionRule(described=Period(days=90), series="mail")
    kept = RetentionRule(floor=Period(years=1), series="mail")
    gone = RetentionRule(ceiling=Period(days=30), series="mail")
    long = RetentionRule(ceiling=Period(years=1), series="mail")
    assert "90 days, as described" == str(told)
    assert [None, None, False, False] == [told.conflicts_with(one) for one in (kept, gone, long, told)]
    assert [None, None, False] == [one.conflicts_with(told) for one in (kept, gone, long)]
    entries = [
        retention("RUR-1", ORDER.at("1"), "Most is purged.", keeps=told, force=Force.PRACTICE),
        retention("RUR-2", ORDER.at("2"), "Keep it.", keeps=kept),
    ]
    result = policy("rur/mail", ORDER, time_zone="Europe/Berlin", entries=entries).evaluate(Case(), as_of=DAY)
    (limits,) = result.retention_limits
    assert (Period(years=1),) == limits.floors
    assert () == limits.ceilings
    (conflict,) = limits.conflicts
    assert (False, False, "what is described is no limit") == (
        conflict.certain,
        conflict.commanded,
        conflict.why,
    )
    assert ["P90D"] == result.to_dict()["retention"][0]["described"]
    assert "Keep mail: 90 days, as described" in str(result)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"described": "P90D"}, "takes a `Period`, or the shortest and the longest"),
        ({"described": [Period(days=1), Period(days=2), Period(days=3)]}, "or the shortest and the longest"),
        ({"described": [Period(days=2), Period(days=1)]}, "the shortest period before the longest"),
        ({"described": Period(days=1), "floor": Period(days=1)}, "sets no limit"),
        ({"described": Period(days=1), "hold": True}, "sets no limit"),
    ],
)
def test_a_description_of_retention_is_one_period_or_two(given: Any, problem: str) -> None:
    """What is described is one period or a span of two, and stands alone."""
    with pytest.raises(PolicyError) as error:
        RetentionRule(**given)
    assert problem in str(error.value)
