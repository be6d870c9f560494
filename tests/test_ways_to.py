"""The ways to a milder outcome are exactly the smallest sets of changes: judged by trying every one."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drawing import SEEDS, Dice, examples, flip, now_and_then, pick, some
from hypothesis import given, settings
from small_policies import forbidding, renamed, small
from strategies import ORDER, random_judged

from aigovkit import paths
from aigovkit.answers import Firmness, Outcome, WaysTo
from aigovkit.engine import search
from aigovkit.engine.milder import AIMS, FIXED
from aigovkit.errors import FactValueError
from aigovkit.facts import Boolean, Event, Term, Terms, TermSet
from aigovkit.language.nodes import ALWAYS, Attested, Day, Rebutted
from aigovkit.models import (
    FACTS,
    Act,
    ActKind,
    Agency,
    Attestation,
    Audience,
    Case,
    DecisionRole,
    Review,
    Safeguards,
    System,
    Use,
    Vendor,
)
from aigovkit.periods import Occurrence
from aigovkit.policies import Policy, PolicySet, find_policies
from aigovkit.rules import Deadline, Duty, exception, obligation, prohibition, referral, requirement, review
from aigovkit.rules.effects import effects

NOW = datetime.date(2026, 3, 2)
ORDER_DUE = Deadline(Day(datetime.date(2026, 1, 31)))
CASES = Path(__file__).parent.parent / "examples" / "cases"
MOST = 1_000
"""Of policies with more changes to try not all are tried, and none is."""


# Every set of changes, by hand


def answers(case: Case, path: str) -> list[Any]:
    """Every other answer to a fact that an agency can give: all there are of small vocabularies."""
    declared, known = FACTS[paths.general(path)], paths.value_at(case, path)
    match declared:
        case Boolean():
            found: list[Any] = [True, False]
        case Term():
            found = list(declared.vocabulary)
        case Terms():
            if 3 ** len(declared.vocabulary) > MOST:
                return [None] * (MOST + 1)
            ways = [
                (True, False, None) if known is None or known.has(word) is None else (True, False)
                for word in declared.vocabulary
            ]
            found = []
            for each in itertools.product(*ways):
                named = dict(zip(declared.vocabulary, each, strict=True))
                yes = [word for word, has in named.items() if has]
                no = [word for word, has in named.items() if has is False]
                found.append(TermSet(yes) if None not in each else TermSet.partial(yes=yes, no=no))
        case Event():
            found = [NOW] if known is Occurrence.NEVER else []
        case _:
            found = []
    return [one for one in found if one != known]


def changeable(several: list[Policy], case: Case) -> dict[str, list[Any]]:
    """What an agency can change of what the policies read, with every other answer."""
    read = {path for one in several for used in one.rulebook.facts_used.values() for path in used}
    covering = {path for one in several for path in one.rulebook.covering}
    duties = {rule.id for one in several for rule in one.rules if isinstance(rule, Duty)}
    found: dict[str, list[Any]] = {}
    for general in sorted(read - covering - FIXED):
        provision = paths.attested_provision(general)
        if provision is not None:
            said = case.attestations.get(provision)
            if provision in duties and (said is None or said.done is not True):
                found[general] = [Attestation(met=True, on=NOW)]
        elif FACTS[general].changeable and not general.startswith(("agency.", "reviews", "request.")):
            collection = paths.collection_of(general)
            records = (paths.value_at(case, collection) or ()) if collection else [None]
            for index, record in enumerate(records):
                if collection == "acts" and not goes_on(record):
                    continue
                path = general if record is None else paths.numbered(general, index)
                if tried := answers(case, path):
                    found[path] = tried
    return found


def goes_on(act: Any) -> bool:
    """Whether an act is known to be planned, or to go on."""
    return act.on is Occurrence.NEVER or (isinstance(act.on, datetime.date) and act.on >= NOW)


def reached(judge: Any, case: Case, aim: Outcome) -> bool:
    return bool(judge.evaluate(case, as_of=NOW).at_most <= aim)


def by_hand(
    judge: Any, case: Case, aim: Outcome, at_most: int, tried: dict[str, list[Any]]
) -> set[frozenset[str]]:
    """The smallest sets of facts of which some other answers bring the outcome about."""
    found: set[frozenset[str]] = set()
    for size in range(at_most + 1):
        for facts in map(frozenset, itertools.combinations(tried, size)):
            if any(one <= facts for one in found):
                continue
            for values in itertools.product(*(tried[path] for path in sorted(facts))):
                changed = case
                for path, value in zip(sorted(facts), values, strict=True):
                    changed = changed.with_answer(path, value)
                if reached(judge, changed, aim):
                    found.add(facts)
                    break
    return found


def work(tried: dict[str, list[Any]], at_most: int) -> int:
    """How many changed cases there are to try."""
    sizes = [len(several) for several in tried.values()]
    total = 0
    for size in range(at_most + 1):
        for some_of in itertools.combinations(sizes, size):
            product = 1
            for number in some_of:
                product *= number
            total += product
            if total > MOST:
                return total
    return total


def agrees(judge: Policy | PolicySet, case: Case, aim: Outcome, at_most: int = 3) -> WaysTo:
    """Assert that the ways are those found by hand, that each does what it says, and that an obstacle that
    is said to hold whatever is changed does.
    """
    several = list(judge.policies) if isinstance(judge, PolicySet) else [judge]
    tried = changeable(several, case)
    if work(tried, at_most) > MOST:
        return WaysTo(aim, at_most, ())
    told = judge.evaluate(case, as_of=NOW).path_to(aim, at_most=at_most)
    assert told.complete
    assert by_hand(judge, case, aim, at_most, tried) == {way.facts for way in told.ways}
    assert len(told.ways) == len({way.facts for way in told.ways})
    for way in told.ways:
        changed = case
        for change in way.changes:
            assert change.before == paths.value_at(case, change.fact) != change.after
            changed = changed.with_answer(change.fact, change.after)
        answer = judge.evaluate(changed, as_of=NOW)
        assert (answer.at_least, answer.at_most) == (way.at_least, way.at_most)
    assert bool(told.in_the_way) is not bool(told.ways)
    if any(one.firmness is Firmness.ALWAYS for one in told.in_the_way) and work(tried, len(tried)) <= MOST:
        assert set() == by_hand(judge, case, aim, len(tried), tried)
    return told


# Random policies

POOL = (
    Use.tracks_individuals,
    Use.infers_emotion,
    Safeguards.staff_trained,
    Vendor.involved,
    Use.novel,
    System.uses_ai,
    Attested("D"),
    Attested("R"),
    Use.decision_role.is_(DecisionRole.DECIDES),
    Use.decision_role.is_in(DecisionRole.DECIDES, DecisionRole.NONE),
    Safeguards.disclosed_to.has(Audience.PUBLIC),
    Safeguards.disclosed_to.has(Audience.AFFECTED),
    Safeguards.disclosed_to.has_only(Audience.PUBLIC),
    Safeguards.impact_assessment.happened(),
    Case.acts.some(Act.kind.is_(ActKind.USE)),
)
OF_ACTS = (Act.kind.is_(ActKind.USE), Act.kind.is_in(ActKind.USE, ActKind.ACCESS), Vendor.involved)


def condition(draw: Any, pool: Any, depth: int = 2, *, proved: bool = True) -> Any:
    """A condition on a few facts, so that rules meet."""
    if depth == 0 or now_and_then(draw, 3):
        found = pick(draw, pool)
        found = ~found if now_and_then(draw, 3) else found
        return Rebutted(found) if proved and now_and_then(draw, 8) else found
    left, right = (condition(draw, pool, depth - 1, proved=proved) for _ in range(2))
    return left & right if flip(draw) else left | right


def random_rules(draw: Any, pool: Any) -> Iterator[Any]:
    """A few rules of the kinds that move the outcome, a duty that does not, and an exception."""
    yield obligation("D", ORDER.at("1"), "Do.", bearer="b", done=Attested("D"))
    yield review("R", ORDER.at("2"), "Ask.", bearer="b", when=condition(draw, pool))
    for number in range(pick(draw, (1, 2, 3))):
        yield prohibition(f"P{number}", ORDER.at("3"), "No.", when=condition(draw, pool))
    gate = {"gate": condition(draw, pool), "lawful_use": True} if flip(draw) else {}
    done = {"done": condition(draw, pool)} if flip(draw) else {}
    yield requirement("C", ORDER.at("4"), "Have.", bearer="b", when=condition(draw, pool), **gate, **done)
    if flip(draw):
        yield prohibition(
            "A", ORDER.at("5"), "No such act.", when=condition(draw, OF_ACTS, 1), each=Case.acts
        )
    if flip(draw):
        yield referral("F", ORDER.at("6"), "Say.", issue="Is it?", bearer="b", when=condition(draw, pool))
    if flip(draw):
        yield exception("E", ORDER.at("7"), "But.", to=["P0"], when=condition(draw, pool))


def random_case(draw: Any) -> Case:
    """A case of which most is known."""

    def maybe(*values: Any) -> Any:
        return pick(draw, [*values, *values, None])

    audiences = [TermSet(some(draw, list(Audience), 0, 3)), TermSet.partial(yes=[Audience.PUBLIC])]
    acts = [
        Act(
            kind=maybe(ActKind.USE, ActKind.ACCESS),
            on=maybe(NOW, Occurrence.NEVER, datetime.date(2026, 1, 5)),
        )
        for _ in range(pick(draw, (0, 0, 1, 2)))
    ]
    return Case(
        system=System(uses_ai=maybe(True, False)),
        use=Use(
            tracks_individuals=maybe(True, False),
            infers_emotion=maybe(True, False),
            novel=maybe(True, False),
            decision_role=maybe(*DecisionRole),
        ),
        vendor=Vendor(involved=maybe(True, False)),
        safeguards=Safeguards(
            staff_trained=maybe(True, False),
            disclosed_to=maybe(*audiences),
            impact_assessment=maybe(Occurrence.NEVER, datetime.date(2026, 1, 5)),
        ),
        acts=maybe(acts),
        attestations={
            name: Attestation(met=met)
            for name in "DR"
            if (met := pick(draw, (True, False, False, "partly", None))) is not None
        },
    )


@settings(max_examples=examples(20))
@given(SEEDS)
def test_the_ways_are_all_the_smallest_sets_of_changes(seed: int) -> None:
    """What is told is what trying every set of changes finds, for one policy and for two together."""
    draw = Dice(seed)
    for _ in range(3):
        pool = some(draw, POOL, 3, 6)
        one = small(*random_rules(draw, pool))
        other = renamed(small(*random_rules(draw, pool)), "ruritania/other")
        judge = one & other if now_and_then(draw, 3) else one
        agrees(judge, random_case(draw), pick(draw, AIMS), pick(draw, (1, 2, 3)))


@settings(max_examples=examples(20))
@given(SEEDS)
def test_the_ways_are_all_of_them_whatever_the_rules_test(seed: int) -> None:
    """So it is for rules made of every kind of node there is."""
    draw = Dice(seed)
    for _ in range(5):
        made, case, _ = random_judged(draw)
        of_records = any(path.startswith(("waivers", "incidents")) for path in milder_reads(made))
        # By hand no hour is told from another.
        to_the_hour = any(isinstance(act.on, datetime.datetime) for act in case.acts or ())
        if not of_records and not to_the_hour:
            agrees(made, case, pick(draw, AIMS), 2)


def milder_reads(made: Policy) -> set[str]:
    return {
        path
        for rule in made.rules
        if effects(rule)
        for path in made.rulebook.facts_used[rule.id]
        if "[]." in path and FACTS.get(path) is not None and FACTS[path].changeable
    }


# What a way is


def emotion(**facts: Any) -> Case:
    return Case(use=Use(infers_emotion=True, tracks_individuals=True, **facts))


def test_every_smallest_set_is_told_and_nothing_can_be_left_out() -> None:
    """Of a ban that two facts bring about together either is a way; of two bans both have to go."""
    one = forbidding(Use.infers_emotion & Use.tracks_individuals)
    assert [("use.infers_emotion", True, False), ("use.tracks_individuals", True, False)] == [
        (change.fact, change.before, change.after)
        for way in one.evaluate(emotion(), as_of=NOW).path_to("review").ways
        for change in way.changes
    ]
    two = forbidding(Use.infers_emotion, Use.tracks_individuals)
    (way,) = two.evaluate(emotion(), as_of=NOW).path_to(Outcome.NO_OBJECTION).ways
    assert {"use.infers_emotion", "use.tracks_individuals"} == way.facts
    assert (Outcome.NO_OBJECTION, Outcome.NO_OBJECTION) == (way.at_least, way.at_most)


def test_an_outcome_that_is_reached_takes_nothing() -> None:
    """Where the outcome is as mild as asked, the one way has no changes."""
    answer = forbidding(Use.infers_emotion).evaluate(Case(use=Use(infers_emotion=False)), as_of=NOW)
    found = answer.path_to("no_objection")
    assert found.is_reached
    assert found.complete
    assert "NO OBJECTION is reached as it is" in str(found)


def test_nothing_is_called_what_it_is_not_and_nobody_moves() -> None:
    """No way leads by what the system is, whose it is or where, nor out of what the policy covers."""
    for ban in (System.uses_ai, Use.deployed_by_agency, Agency.place.within("us-ca"), Use.novel):
        case = Case(
            system=System(uses_ai=True),
            use=Use(deployed_by_agency=True, novel=True),
            agency=Agency(place="us-ca/san-jose"),
        )
        found = forbidding(ban).evaluate(case, as_of=NOW).path_to("no_objection")
        assert [Firmness.ALWAYS] == [one.firmness for one in found.in_the_way]
    rule = prohibition("P", ORDER.at("1"), "No.", when=Use.tracks_individuals)
    covered = small(rule, scope=Use.tracks_individuals)
    assert not covered.evaluate(emotion(), as_of=NOW).path_to("review")


def test_what_is_unknown_is_not_counted_on() -> None:
    """A way holds however an unknown fact turns out; where none does, that fact is named to be found out."""
    made = forbidding(Use.infers_emotion & Use.novel, Use.tracks_individuals & Use.severe_risk)
    found = made.evaluate(emotion(), as_of=NOW).path_to("review")
    assert [{"use.infers_emotion", "use.tracks_individuals"}] == [way.facts for way in found.ways]
    (held,) = forbidding(Use.novel).evaluate(Case(), as_of=NOW).path_to("review").in_the_way
    assert (Firmness.ALWAYS, ("use.novel",)) == (held.firmness, held.unknown)


def test_a_deed_can_be_done_now_and_none_is_undone() -> None:
    """What never happened can be done on the day of judging; what happened, or may have, stays."""
    required = requirement(
        "C", ORDER.at("4"), "Have.", bearer="b", when=ALWAYS, done=Safeguards.impact_assessment.happened()
    )
    for known, ways in ((Occurrence.NEVER, [NOW]), (None, [])):
        case = Case(safeguards=Safeguards(impact_assessment=known))
        found = small(required).evaluate(case, as_of=NOW).path_to("no_objection")
        assert ways == [change.after for way in found.ways for change in way.changes]
    case = Case(safeguards=Safeguards(impact_assessment=datetime.date(2026, 1, 5)))
    ban = forbidding(Safeguards.impact_assessment.happened()).evaluate(case, as_of=NOW)
    assert [Firmness.ALWAYS] == [one.firmness for one in ban.path_to("review").in_the_way]


def test_a_past_act_stays_and_one_that_goes_on_can_be_another() -> None:
    """Of an act that is over nothing is changed, nor of one that may be."""
    ban = small(prohibition("P", ORDER.at("1"), "No.", when=Act.kind.is_(ActKind.USE), each=Case.acts))
    for on, ways in ((datetime.date(2026, 1, 5), 0), (None, 0), (datetime.date(2026, 12, 1), 1)):
        case = Case(acts=[Act(kind=ActKind.USE, on=on)])
        assert ways == len(ban.evaluate(case, as_of=NOW).path_to("review").ways)


def test_a_review_of_the_past_stays_and_its_flaw_can_be_mended() -> None:
    """What a completed review looked into stays; that it was put right can come to be."""
    missing = requirement(
        "C",
        ORDER.at("4"),
        "Mend.",
        bearer="b",
        when=ALWAYS,
        done=Case.reviews.each(Review.remediated.happened()),
    )
    done = Review(completed=datetime.date(2026, 1, 5), result="failed", remediated=Occurrence.NEVER)
    found = small(missing).evaluate(Case(reviews=[done]), as_of=NOW).path_to("no_objection")
    assert ["reviews[0].remediated"] == [change.fact for way in found.ways for change in way.changes]
    ban = forbidding(Case.reviews.some(Review.kind.is_("pilot")))
    for completed, ways in ((datetime.date(2026, 1, 5), 0), (None, 0), (Occurrence.NEVER, 1)):
        case = Case(reviews=[Review(kind="pilot", completed=completed)])
        assert ways == len(ban.evaluate(case, as_of=NOW).path_to("review").ways)


def test_a_duty_past_its_time_stays_late() -> None:
    """What is attested is attested for the day of judging: what had to be done before stays a breach."""
    late = requirement(
        "C",
        ORDER.at("4"),
        "Have.",
        bearer="b",
        when=ALWAYS,
        due=ORDER_DUE,
        lawful_use=True,
        done=Attested("C"),
    )
    found = small(late).evaluate(Case(attestations={"C": Attestation(met=False)}), as_of=NOW)
    told = found.path_to("review")
    assert not told
    assert ["C"] == [one.provision for one in told.in_the_way]


def test_a_decision_left_to_a_person_is_no_deed_of_the_agency() -> None:
    """What a text refers to a person stands in the way, and is not attested away."""
    left = referral("F", ORDER.at("6"), "Say.", issue="Is it?", bearer="b", when=ALWAYS, done=Attested("F"))
    found = small(left).evaluate(Case(attestations={"F": Attestation(met=False)}), as_of=NOW)
    assert [("F", Firmness.ALWAYS)] == [
        (one.provision, one.firmness) for one in found.path_to("no_objection").in_the_way
    ]


def test_a_word_is_taken_out_of_a_set_and_the_others_stay() -> None:
    """As little as can be of a set of words is changed."""
    ban = forbidding(Safeguards.disclosed_to.has(Audience.PUBLIC))
    case = Case(safeguards=Safeguards(disclosed_to=[Audience.PUBLIC, Audience.INTERNAL]))
    (way,) = ban.evaluate(case, as_of=NOW).path_to("review").ways
    assert [TermSet([Audience.INTERNAL])] == [change.after for change in way.changes]


def test_how_firmly_a_finding_holds_is_told() -> None:
    """A finding that so few changes do not lift, and findings that they do not lift together."""
    bans = [Use.infers_emotion, Use.tracks_individuals]
    (alone,) = (
        forbidding(bans[0] | bans[1]).evaluate(emotion(), as_of=NOW).path_to("review", at_most=1).in_the_way
    )
    assert Firmness.ALONE is alone.firmness
    together = forbidding(*bans).evaluate(emotion(), as_of=NOW).path_to("review", at_most=1).in_the_way
    assert [("P", Firmness.TOGETHER), ("P1", Firmness.TOGETHER)] == [
        (one.provision, one.firmness) for one in together
    ]


def test_a_search_cut_short_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the work allowed is used up, what was found is told, and that there may be more."""
    monkeypatch.setattr(search, "BUDGET", 0)
    bans = [Use.infers_emotion | Use.tracks_individuals | Use.scores_social_standing]
    case = emotion(scores_social_standing=True)
    found = forbidding(*bans).evaluate(case, as_of=NOW).path_to("review")
    assert not found.complete
    assert [Firmness.PERHAPS] == [one.firmness for one in found.in_the_way]
    assert "cut short" in str(found)


@pytest.mark.parametrize("wanted", ["prohibited", "not_applicable", "undetermined", "no objection", 3, None])
def test_what_is_no_aim_is_refused(wanted: Any) -> None:
    """Only three outcomes can be aimed at, by themselves or by their words, and by at least one change."""
    answer = forbidding(Use.infers_emotion).evaluate(emotion(), as_of=NOW)
    with pytest.raises(FactValueError, match="no_objection, conditional, review"):
        answer.path_to(wanted)
    for number in (0, -1, True, 1.5):
        with pytest.raises(FactValueError, match="at_most"):
            answer.path_to("review", at_most=number)  # type: ignore[arg-type]


@pytest.mark.parametrize("file", sorted(CASES.glob("*.json")), ids=lambda file: file.stem)
def test_the_ways_of_the_examples_do_what_they_say(file: Path) -> None:
    """Each way told for an example of the kit brings the outcome about, by all policies that reach it."""
    found, _ = find_policies()
    case = Case.load(file)
    judge = PolicySet.of(*found.values())
    for aim in AIMS:
        told = judge.evaluate(case, as_of=NOW).path_to(aim)
        assert told.complete
        for way in told.ways:
            changed = case
            for change in way.changes:
                changed = changed.with_answer(change.fact, change.after)
            assert judge.evaluate(changed, as_of=NOW).at_most <= aim
