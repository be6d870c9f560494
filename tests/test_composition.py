"""Several governments on one case: who is reached, what is owed together, and the laws that joining keeps."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drawing import SEEDS, Dice, examples
from hypothesis import given, settings
from small_policies import forbidding, renamed, small
from strategies import ORDER, random_judged, random_policy

from aigovkit import jurisdictions
from aigovkit.answers import DutyStatus
from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    BooleanParameter,
    Cadence,
    Day,
    Deadline,
    Forward,
    Named,
    Period,
    Points,
    RetentionRule,
    Scale,
    Source,
    Step,
    obligation,
    policy,
    recurring,
    retention,
    score,
)
from aigovkit.citations import Force
from aigovkit.cli import main
from aigovkit.errors import InputError, UnknownNameError
from aigovkit.evaluation import Evaluation
from aigovkit.joint import JointEvaluation
from aigovkit.json import replay
from aigovkit.language.nodes import Attested
from aigovkit.models import (
    Agency,
    AgencyFile,
    Case,
    Data,
    Incident,
    Safeguards,
    System,
    Use,
)
from aigovkit.page import page_of
from aigovkit.policies import Policy, PolicySet, find_policies, find_policy, reaching

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 3, 2)
OTHER = Source("Another Order", issuer="Ruritania")
BILL = find_policy("us-az/digital-bill-of-rights").given(signed_on=date(2027, 5, 3))


def owed(id: str, source: Source = ORDER, **options: Any) -> Any:
    """A duty of the clerk that arises always."""
    options = {"bearer": "the clerk", "when": ALWAYS, **options}
    return obligation(id, source.at(id), options.pop("says", "Tell the person."), **options)


def first(*entries: Any, **options: Any) -> Policy:
    """One policy."""
    return small(*entries, id="ruritania/first", **options)


def second(*entries: Any, **options: Any) -> Policy:
    """Another policy."""
    return policy("ruritania/second", OTHER, time_zone="UTC", entries=entries, **options)


def acts(result: Any) -> list[list[str]]:
    """The provisions of each act."""
    return [[one.duty.provision for one in act.duties] for act in result.duties_by_act]


PLATES = str(ROOT / "examples" / "cases" / "plate-readers-amber-alert.json")

# Who is reached


@pytest.mark.parametrize(
    ("place", "ids"),
    [
        ("us-az/tucson", ["us-az/digital-bill-of-rights"]),
        ("us-az/tucson/ward-2", ["us-az/digital-bill-of-rights"]),
        ("us-az/phoenix", ["us-az/digital-bill-of-rights"]),
        ("us-az", ["us-az/digital-bill-of-rights"]),
        ("us-ca/san-jose", ["us-ca/san-jose/ai-policy"]),
    ],
)
def test_the_policies_of_a_place_and_of_what_it_lies_in_reach_it(place: str, ids: list[str]) -> None:
    """A city is reached by its own policies and by the state's, and a state by no city's."""
    found = reaching(place)
    assert set(ids) <= set(found.ids)
    assert all(place == one.place or place.startswith(f"{one.place}/") for one in found)
    assert found == reaching(Case(agency=Agency(place=place)))


def test_reaching_is_what_the_comparison_of_places_says() -> None:
    """Of all policies those are found whose own comparison says that they reach the place."""
    every, _ = find_policies()
    for place in {one.place for one in every.values()} | {"us-az/phoenix"}:
        case = Case(agency=Agency(place=place))
        reached = {name for name, one in every.items() if one.evaluate(case, as_of=TODAY).reaches}
        assert reached == set(reaching(place).ids)


def test_the_id_of_each_policy_of_the_kit_begins_with_its_place() -> None:
    """So the table of ids alone says which reach a place."""
    for name in jurisdictions.POLICIES:
        assert find_policy(name).place == name.rpartition("/")[0]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("us-ca/san-josse", "did you mean `us-ca/san-jose`"),
        ("us-cs/san-jose", "did you mean `us-ca/san-jose`"),
        ("us-ny/albany", "unknown place with a policy `us-ny/albany`; it can be"),
    ],
)
def test_a_place_that_no_policy_is_known_of_is_an_error(place: str, told: str) -> None:
    """A misspelt place is not one where nothing applies."""
    with pytest.raises(UnknownNameError, match=told):
        reaching(place)


def test_a_city_spelt_nearly_as_one_beside_it_is_not_left_to_the_state(monkeypatch: Any) -> None:
    """What the state says alone is no answer for a city whose name was misspelt."""
    known = {**jurisdictions.POLICIES, "us-az/tucson/technology": "nowhere:NOTHING"}
    monkeypatch.setattr(jurisdictions, "POLICIES", known)
    with pytest.raises(UnknownNameError, match="did you mean `us-az/tucson`"):
        reaching("us-az/tuscon")
    assert ("us-az/digital-bill-of-rights",) == reaching("us-az/phoenix").ids


@pytest.mark.parametrize("given", [None, 7, "Tucson, Arizona", "us-az/", Case()])
def test_what_is_no_place_is_told(given: Any) -> None:
    """A place is a path of words, and a case says it or does not."""
    with pytest.raises(InputError, match="takes a place such as"):
        reaching(given)


def test_the_policies_of_other_places_do_not_load() -> None:
    """To find those of a place, no module of another government is imported."""
    program = (
        "import sys; from aigovkit.policies import reaching; reaching('us-ca/san-jose');"
        "print([m for m in sys.modules if 'jurisdictions.' in m and 'san_jose' not in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "[]" == done.stdout.strip()


def test_policies_of_other_packages_are_found_by_their_place(tmp_path: Path) -> None:
    """One of the place and one of no place reach it, one of another does not, and one broken is told of."""
    (tmp_path / "ruritania.py").write_text(
        "from aigovkit.citations import Source\n"
        "from aigovkit.models import Use\n"
        "from aigovkit.policies import policy\n"
        "from aigovkit.rules import prohibition\n"
        "ORDER = Source('Order', issuer='Ruritania')\n"
        "BAN = prohibition('RUR-1', ORDER.at('1'), 'No.', when=Use.novel)\n"
        "def made(id, place): return policy(id, ORDER, time_zone='UTC', place=place, entries=[BAN])\n"
        "HERE, THERE, ANY = made('rur/a', 'rur/capital'), made('rur/b', 'rur/port'), made('rur/c', '')\n"
    )
    about = tmp_path / "ruritania-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: ruritania\nVersion: 1.0\n")
    entries = [f"{name} = ruritania:{name}" for name in ("HERE", "THERE", "ANY", "BROKEN")]
    (about / "entry_points.txt").write_text("\n".join(["[aigovkit.policies]", *entries]))
    program = (
        "import json, warnings; from aigovkit.policies import reaching\n"
        "with warnings.catch_warnings(record=True) as told:\n"
        "    warnings.simplefilter('always'); found = reaching('rur/capital')\n"
        "print(json.dumps([found.ids, [str(one.message) for one in told]]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(tmp_path)])},
        capture_output=True,
        text=True,
        check=True,
    )
    ids, told = json.loads(done.stdout)
    assert ["rur/a", "rur/c"] == ids
    assert 1 == len(told)
    assert "`BROKEN` of another package cannot be used" in told[0]


# What one act does for several


def test_duties_done_by_the_same_fact_are_of_one_act() -> None:
    """Each keeps its citation, actor and time; the earliest time stands first."""
    late, early = Deadline(Day(date(2026, 9, 1))), Deadline(Day(date(2026, 4, 1)))
    one = first(owed("A", done=Safeguards.use_disclosed, due=late))
    other = second(owed("B", OTHER, done=Safeguards.use_disclosed, due=early, bearer="the press office"))
    (act,) = (one & other).evaluate(Case(), as_of=TODAY).duties_by_act
    assert ["B", "A"] == [each.duty.provision for each in act.duties]
    assert date(2026, 4, 1) == act.first.duty.due
    assert ("the press office", "the clerk") == act.actors
    assert (OTHER.at("B"), ORDER.at("A")) == act.citations
    assert ("ruritania/second", "ruritania/first") == act.policies


def test_a_duty_may_be_attested_under_the_provision_of_another_policy() -> None:
    """An author who says that the attestation of another text's provision does it has said it is one act."""
    one, other = first(owed("A")), second(owed("B", OTHER, done=Attested("A")))
    assert [["A", "B"]] == acts((one & other).evaluate(Case(), as_of=TODAY))


def test_wording_makes_no_two_duties_one_act() -> None:
    """The same words, the same bearer and the same time are of two acts while nothing says otherwise."""
    one, other = first(owed("A")), second(owed("B", OTHER))
    assert [["A"], ["B"]] == acts((one & other).evaluate(Case(), as_of=TODAY))


def test_what_only_one_policy_can_answer_is_no_common_act() -> None:
    """Parameters of two policies, and terms known by their name alone, may mean two things."""
    adopted = BooleanParameter("adopted", "Was it adopted?")
    terms = [Forward("it is done"), Forward("it is done")]
    terms[0].means(Use.novel)
    terms[1].means(System.uses_ai)
    for a, b in ((adopted, adopted), terms, [term | Safeguards.use_disclosed for term in terms]):
        both = first(owed("A", done=a)) & second(owed("B", OTHER, done=b))
        assert [["A"], ["B"]] == acts(both.evaluate(Case(), as_of=TODAY))
    never = first(owed("A", done=NOT_EVER)) & second(owed("B", OTHER, done=NOT_EVER))
    assert [["A"], ["B"]] == acts(never.evaluate(Case(), as_of=TODAY))


def test_names_around_a_fact_do_not_tell_it_from_itself() -> None:
    """A fact and a term that is nothing else are one act, and so are an event and its having happened."""
    named = Named("it was told", Safeguards.use_disclosed)
    both = first(owed("A", done=Safeguards.use_disclosed)) & second(owed("B", OTHER, done=named))
    assert [["A", "B"]] == acts(both.evaluate(Case(), as_of=TODAY))
    both = first(owed("A", done=Use.began)) & second(owed("B", OTHER, done=Use.began.happened()))
    assert [["A", "B"]] == acts(both.evaluate(Case(), as_of=TODAY))


def test_acts_that_a_policy_says_are_one_stay_so_beside_another() -> None:
    """What shares an act in one policy, and shares a fact with another, is of one act with both."""
    shown = owed("A", done=Safeguards.use_disclosed)
    again = owed("B", same_act_as=shown)
    third = owed("C", OTHER, done=Safeguards.use_disclosed)
    assert [["A", "B", "C"]] == acts((first(shown, again) & second(third)).evaluate(Case(), as_of=TODAY))
    assert [["A", "B"]] == acts(first(shown, again).evaluate(Case(), as_of=TODAY))


def test_what_is_done_for_one_record_is_not_done_for_another() -> None:
    """Duties of each incident are of one act only where they speak of the same incident."""
    of_each = {"each": Case.incidents, "done": Incident.discovered}
    one, other = first(owed("A", **of_each)), second(owed("B", OTHER, **of_each))
    result = (one & other).evaluate(Case(incidents=[Incident(), Incident()]), as_of=TODAY)
    assert [["A", "B"], ["A", "B"]] == acts(result)
    assert ["incidents[0]", "incidents[1]"] == [act.first.duty.about for act in result.duties_by_act]


def test_a_window_that_passed_is_made_good_by_no_act() -> None:
    """Of a duty that recurs, what was missed stands alone, and the next time is one act for all."""
    since = {"since": Day(date(2026, 1, 1)), "occurrences": Data.inventory_reviews, "bearer": "the clerk"}
    monthly = recurring("A", ORDER.at("A"), "Review it.", cadence=Cadence(Period(days=30)), **since)
    yearly = recurring("B", OTHER.at("B"), "Review it.", cadence=Cadence(Period(years=1)), **since)
    case = Case(data=Data(inventory_reviews=[date(2026, 2, 20)]))
    result = (first(monthly) & second(yearly)).evaluate(case, as_of=TODAY)
    assert [["A"], ["A", "B"]] == acts(result)
    assert [DutyStatus.OVERDUE, DutyStatus.OPEN] == [act.first.duty.status for act in result.duties_by_act]


SCALES = [Scale("level", "Level", [Step("low", "Low"), Step("high", "High")]) for _ in range(2)]


def scored(id: str, scale: Scale, low: int, source: Source = ORDER) -> Any:
    """A score of one or of five."""
    return score(
        id,
        source.at(id),
        "Points.",
        points=Points([(System.uses_ai, 5), (~System.uses_ai, 1)]),
        scale=scale,
        bands=[(1, low, "low"), (low + 1, 9, "high")],
    )


def test_scales_of_the_same_name_are_not_one_scale() -> None:
    """What is high by one policy is low by another, and both stand side by side."""
    one, other = first(scored("A", SCALES[0], 2)), second(scored("B", SCALES[1], 7, OTHER))
    result = (one & other).evaluate(Case(system=System(uses_ai=True)), as_of=TODAY)
    told = [(each.policy, [step.id for step in each.tiers[0].steps]) for each in result.tiers_by_scale]
    assert [("ruritania/first", ["high"]), ("ruritania/second", ["low"])] == told
    assert "Tiers, each on the scale of its own policy" in str(result)


# Deadlines

ZONES = ("America/Denver", "America/Phoenix", "America/Los_Angeles")


def test_the_earliest_deadline_stands_first_wherever_the_clocks_are() -> None:
    """A day ends in Denver in summer an hour before it does in Phoenix, and in winter with it; in Los Angeles
    it ends in summer with Phoenix, and in winter an hour later.
    """
    for day in (date(2026, 12, 1), date(2026, 7, 1)):
        several = [
            renamed(small(owed(zone[-3:], due=Deadline(Day(day))), time_zone=zone), f"ruritania/{number}")
            for number, zone in enumerate(ZONES[::-1])
        ]
        dated = PolicySet.of(*several).evaluate(Case(), as_of=TODAY).deadlines.dated
        assert sorted(one.by or 0 for one in dated) == [one.by for one in dated]
        hours = [round(((one.by or 0) - (dated[0].by or 0)) / 3.6e9) for one in dated]
        assert ([0, 0, 1] if day.month == 12 else [0, 1, 1]) == hours


def test_what_has_a_day_comes_first_also_where_it_is_not_known_whether_done() -> None:
    """Nothing due tomorrow hides among what is not known; what has no day comes after, what hangs apart."""
    one = first(
        owed("NO-DAY"),
        owed("HANGS", due=Deadline(Use.began.plus("P30D"))),
        owed("DATED", due=Deadline(Day(date(2026, 3, 3)))),
        owed("DONE", done=System.uses_ai, due=Deadline(Day(date(2026, 3, 3)))),
    )
    case = Case(system=System(uses_ai=True))
    found = (one & second(owed("OTHER", OTHER))).evaluate(case, as_of=TODAY).deadlines
    assert [["DATED"], ["NO-DAY", "OTHER"], ["HANGS"]] == [
        [each.duty.provision for each in several] for several in (found.dated, found.undated, found.unknown)
    ]
    assert DutyStatus.UNKNOWN is found.dated[0].duty.status


# Retention


def kept(id: str, source: Source = ORDER, force: Force = Force.BINDING, **limits: Any) -> Any:
    """A rule on footage."""
    rule = RetentionRule(**limits, trigger="collection", series="footage")
    return retention(id, source.at(id), "Keep it.", keeps=rule, when=ALWAYS, force=force)


def test_a_purge_practice_and_a_schedule_of_another_text_are_told_and_not_settled() -> None:
    """Both citations stand there, with which of the two commands; neither limit is dropped for the other."""
    schedule = first(kept("SCHEDULE", floor=Period(years=7)))
    purge = second(kept("PURGE", OTHER, Force.PRACTICE, ceiling=Period(days=90)))
    result = (schedule & purge).evaluate(Case(), as_of=TODAY)
    (limits,) = result.retention_limits
    (conflict,) = limits.conflicts
    assert (True, False) == (conflict.certain, conflict.commanded)
    assert (ORDER.at("SCHEDULE"), OTHER.at("PURGE")) == conflict.citations
    assert [True, False] == [one.commanded for one in conflict.between]
    assert ((Period(years=7),), (Period(days=90),)) == (limits.floors, limits.ceilings)
    assert [True, False] == [one.commanded for one in limits.rules]
    page = " ".join(str(result).split())
    assert "at least 7 years from collection · commanded · Random Order, SCHEDULE" in page
    assert "90 days from collection · the text does not command it · Another Order, PURGE" in page
    told = result.to_dict()["retention_limits"][0]["conflicts"][0]
    assert ["Random Order, SCHEDULE", "Another Order, PURGE"] == told["citations"]
    assert [True, False] == told["each_commanded"]


def test_a_hold_of_one_text_suspends_the_ceiling_of_another() -> None:
    """Held together, the ceiling is no limit and conflicts with nothing; a practice of holding suspends no
    command.
    """
    ceiling = first(kept("PURGE", ceiling=Period(days=30)))
    for force, held in ((Force.BINDING, True), (Force.PRACTICE, False)):
        rule = RetentionRule(series="footage", hold=True)
        hold = retention("HOLD", OTHER.at("1"), "Hold.", keeps=rule, when=ALWAYS, force=force)
        floor = kept("FLOOR", OTHER, floor=Period(days=180))
        (limits,) = (ceiling & second(hold, floor)).evaluate(Case(), as_of=TODAY).retention_limits
        assert held is (() == limits.ceilings)
        assert held is (() == limits.conflicts)


def test_while_it_is_not_known_whether_a_text_applies_its_conflict_is_open() -> None:
    """What may conflict is told with the reason why it may not."""
    one = first(kept("PURGE", ceiling=Period(days=30)))
    rule = RetentionRule(floor=Period(days=180), trigger="collection", series="footage")
    other = second(retention("FLOOR", OTHER.at("1"), "Keep.", keeps=rule, when=Use.novel))
    (limits,) = (one & other).evaluate(Case(), as_of=TODAY).retention_limits
    (conflict,) = limits.conflicts
    assert (False, "it is not known whether FLOOR applies") == (conflict.certain, conflict.why)
    assert () == (one & other).evaluate(Case(use=Use(novel=False)), as_of=TODAY).retention_limits[0].conflicts


# The laws of joining


def is_the_part_alone(part: Evaluation, alone: Evaluation) -> bool:
    """Whether a part says in a joint answer what its policy says alone."""
    names = ("findings", "duties", "tiers", "retention", "referrals", "exposure", "present", "attention")
    return part == alone and all(getattr(part, name) == getattr(alone, name) for name in names)


def keeps_the_laws(joint: JointEvaluation, alone: list[Evaluation]) -> None:
    """Assert what holds of every joint answer."""
    assert max(one.at_least for one in alone) == joint.at_least
    assert max(one.at_most for one in alone) == joint.at_most
    by_policy = {one.policy.id: one for one in alone}
    assert all(is_the_part_alone(part, by_policy[part.policy.id]) for part in joint.parts)
    named = list(zip(joint.policy.names, joint.parts, strict=True))
    listed = Counter((name, id(duty)) for name, part in named for duty in part.duties)
    assert listed == Counter((one.policy, id(one.duty)) for act in joint.duties_by_act for one in act.duties)
    done = (DutyStatus.MET, DutyStatus.MET_LATE)
    undone = Counter(
        (name, id(duty)) for name, part in named for duty in part.duties if duty.status not in done
    )
    by_time = joint.deadlines
    several = (*by_time.dated, *by_time.undated, *by_time.unknown)
    assert undone == Counter((one.policy, id(one.duty)) for one in several)
    assert [one.by for one in by_time.dated] == sorted(one.by or 0 for one in by_time.dated)
    scored = Counter((name, id(tier)) for name, part in named for tier in part.tiers)
    assert scored == Counter((one.policy, id(tier)) for one in joint.tiers_by_scale for tier in one.tiers)
    assert all(one.scale == tier.scale for one in joint.tiers_by_scale for tier in one.tiers)
    of_series = {limits.series for limits in joint.retention_limits}
    assert Counter(one.provision for one in joint.retention if one.retention.series in of_series) == Counter(
        one.provision for limits in joint.retention_limits for one in limits.rules
    )


def three(draw: Any) -> tuple[list[Policy], Case, Any]:
    """Three policies of every kind of rule, a case of which one of them reads what is known, and a time."""
    made, case, as_of = random_judged(draw)
    others = [random_policy(draw) for _ in range(2)]
    return [renamed(one, f"ruritania/{number}") for number, one in enumerate((made, *others))], case, as_of


@given(SEEDS)
@settings(max_examples=examples(40))
def test_joining_keeps_the_laws(seed: int) -> None:
    """In whatever order and however often policies are put together, the answer is the same: the
    strictest of them, with each part as it is alone, and every duty, tier and limit in one place.
    """
    draw = Dice(seed)
    (a, b, c), case, as_of = three(draw)
    joint = (a & b & c).evaluate(case, as_of=as_of)
    keeps_the_laws(joint, [one.evaluate(case, as_of=as_of) for one in (a, b, c)])
    for again in (c & (b & a), (a & c) & (b & a), PolicySet.of(b, a, c, b, a)):
        other = again.evaluate(case, as_of=as_of)
        assert joint == other
        assert joint.duties_by_act == other.duties_by_act
        assert joint.deadlines == other.deadlines


@given(SEEDS)
@settings(max_examples=examples(5))
def test_the_order_of_joining_leaves_no_trace_in_the_record(seed: int) -> None:
    """The JSON of two policies joined either way is the same to the byte."""
    (a, b, _), case, as_of = three(Dice(seed))
    one, other = ((pair).evaluate(case, as_of=as_of).to_json() for pair in (a & b, b & a & b))
    assert one == other


@given(SEEDS)
@settings(max_examples=examples(40))
def test_acts_of_a_part_are_those_it_has_alone(seed: int) -> None:
    """Beside others a policy's duties are of one act where they are alone, and may come together by what a
    third has in common with them: never do they part.
    """
    draw = Dice(seed)
    (a, b, _), case, as_of = three(draw)
    joint = (a & b).evaluate(case, as_of=as_of)
    for name, part in zip(joint.policy.names, joint.parts, strict=True):
        together = [{id(one.duty) for one in act.duties if one.policy == name} for act in joint.duties_by_act]
        for act in part.duties_by_act:
            alone = {id(one.duty) for one in act.duties}
            assert any(alone <= several for several in together)


@given(SEEDS)
@settings(max_examples=examples(30))
def test_a_policy_of_another_place_changes_nothing(seed: int) -> None:
    """What is said, owed and asked is the same with it and without it."""
    draw = Dice(seed)
    (a, b, c), case, as_of = three(draw)
    case = case.with_answer("agency.place", "us-ca/san-jose")
    elsewhere = small(*c.rulebook.entries, id="ruritania/elsewhere", place="us-ny/albany")
    without, with_it = ((a & b).evaluate(case, as_of=as_of), (a & b & elsewhere).evaluate(case, as_of=as_of))
    assert (without.at_least, without.at_most) == (with_it.at_least, with_it.at_most)
    for name in ("duties", "duties_by_act", "deadlines", "tiers_by_scale", "retention_limits", "attention"):
        assert getattr(without, name) == getattr(with_it, name), name
    asked = [{one.fact for one in each.questions} for each in (without, with_it)]
    assert asked[0] == asked[1]


# Every policy on every example


def judged_examples() -> list[tuple[Case, AgencyFile | None]]:
    """The example cases, those of the inventory with their agency file."""
    folder = ROOT / "examples" / "albuquerque-inventory"
    file = AgencyFile.load(folder / "agency-file.json")
    alone: list[tuple[Case, AgencyFile | None]] = [
        (Case.load(path), None) for path in sorted((ROOT / "examples" / "cases").glob("*.json"))
    ]
    inventory = (path for path in sorted(folder.glob("*.json")) if path.stem != "agency-file")
    return alone + [(Case.load(path), file) for path in inventory]


EXAMPLES = judged_examples()


@pytest.mark.parametrize(("case", "file"), EXAMPLES, ids=[case.id for case, _ in EXAMPLES])
def test_every_pair_and_all_of_the_policies_keep_the_laws(case: Case, file: AgencyFile | None) -> None:
    """On each example, any two policies and all together say what they say alone, and the strictest."""
    every, _ = find_policies()
    policies = [one if name != BILL.id else BILL for name, one in every.items()]
    as_of = date(2028, 8, 1)
    alone = {one.id: one.evaluate(case, as_of=as_of, agency_file=file) for one in policies}
    for pair in (*itertools.combinations(policies, 2), policies):
        joint = PolicySet.of(*pair).evaluate(case, as_of=as_of, agency_file=file)
        assert [alone[part.policy.id] for part in joint.parts] == list(joint.parts)
        # What the parts have worked out already is not worked out again for each pair.
        kept = JointEvaluation(tuple(alone[part.policy.id] for part in joint.parts))
        assert joint == kept
        keeps_the_laws(kept, list(kept.parts))
    reached = [one for one in alone.values() if one.reaches is not False]
    assert len(page_of(joint).parts) == len(reached)
    if len(reached) == 1:
        assert joint.duties == reached[0].duties


# What is shown


def test_the_parts_of_a_joint_answer_can_be_told_apart() -> None:
    """A row of a table for each policy that reaches the case, and each with its title over what it says."""
    one = first(owed("A", due=Deadline(Day(date(2026, 2, 1))), done=Use.novel), place="us-az/tucson")
    other = renamed(forbidding(Use.novel), "ruritania/ban")
    case = Case(agency=Agency(place="us-az/tucson"), use=Use(novel=False))
    result = (one & other).evaluate(case, as_of=TODAY)
    page = page_of(result)
    assert page.table is not None
    assert [
        ("Random Order", "any", "NO OBJECTION", "binding", ""),
        ("Random Order", "us-az/tucson", "NO OBJECTION", "binding", "1 duty overdue"),
    ] == list(page.table.rows)
    assert "NO OBJECTION · 1 duty overdue" == page.joint
    assert "By when, the earliest first" == page.overview[0].heading
    shown = result._repr_html_()
    assert "<td>us-az/tucson</td>" in shown
    for width in (20, 60, 100):
        assert all(len(line) <= width for line in result.summary(width).splitlines())


def test_a_bill_that_is_law_by_now_is_shown_as_binding() -> None:
    """In the table of parts its force is the one it has; before it is signed, the one it is printed with."""
    case = Case.load(PLATES)
    other = renamed(forbidding(Use.novel), "ruritania/ban")
    for bill, force in ((BILL, "binding"), (find_policy(BILL.id), "proposed")):
        table = page_of((other & bill).evaluate(case, as_of=date(2028, 8, 1))).table
        assert table is not None
        assert [force] == [row[3] for row in table.rows if row[1] == "us-az"]


def test_the_json_of_a_joint_answer_has_what_is_owed_together() -> None:
    """Each duty by its policy and provision, with where it stands; the record replays to the same."""
    one = first(owed("A", done=Safeguards.use_disclosed, due=Deadline(Day(date(2026, 9, 1)))))
    other = second(owed("B", OTHER, done=Safeguards.use_disclosed))
    result = (one & other).evaluate(Case(), as_of=TODAY)
    told = result.to_dict()
    (act,) = told["duties_by_act"]
    assert ("2026-09-01", "unknown") == (act["due"], act["status"])
    assert [("ruritania/first", "A"), ("ruritania/second", "B")] == [
        (each["policy"], each["provision"]) for each in act["duties"]
    ]
    assert ["A"] == [each["provision"] for each in told["deadlines"]["dated"]]
    policies = {each.id: each for each in (one, other)}
    assert replay(result.to_json(), Case(), policies).same


# The command line


def run(capsys: Any, *arguments: str) -> tuple[int, str, str]:
    """The exit code, the output and the error output of a command."""
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_place_chooses_the_policies_that_reach_it(capsys: Any) -> None:
    """With a setting of one of them by its name; a case of another place is told of."""
    arguments = ("evaluate", PLATES, "--place", "us-az/phoenix", "--as-of", "2028-08-01", "--json")
    setting = "us-az/digital-bill-of-rights:signed_on=2027-05-03"
    code, out, err = run(capsys, *arguments, "--set", setting)
    assert ("us-az/digital-bill-of-rights", {"signed_on": "2027-05-03"}) == (
        json.loads(out)["policy"],
        json.loads(out)["parameters"],
    )
    assert (3, "") == (code, err)
    _, _, err = run(capsys, "evaluate", PLATES, "--place", "us-ca/san-jose", "--as-of", "2028-08-01")
    assert "is of `us-az/phoenix`, not of `us-ca/san-jose`" in err


def test_a_case_that_names_no_place_is_of_the_place_asked_about(capsys: Any, tmp_path: Path) -> None:
    """So the place is not asked for again."""
    file = tmp_path / "case.json"
    file.write_text('{"schema": "aigovkit/case/1", "id": "k"}', encoding="utf-8")
    arguments = ("evaluate", str(file), "--as-of", "2026-03-02", "--json")
    _, out, err = run(capsys, *arguments, "--place", "us-ca/san-jose")
    assert "agency.place" not in {one["fact"] for one in json.loads(out)["questions"]}
    assert "" == err
    _, out, _ = run(capsys, *arguments, "--policy", "us-ca/san-jose/ai-policy")
    assert "agency.place" in {one["fact"] for one in json.loads(out)["questions"]}


PAIR = ("--policy", "us-nm/albuquerque/ai-policy", "--policy", "us-nm/albuquerque/pii-and-sensitive-data")


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (["--set", "us-az/digital-bil:signed_on=2027-05-03"], "did you mean `us-az/digital-bill-of-rights`"),
        (["--set", "us-az/digital-bill-of-rights:signd=x"], "did you mean `signed_on`"),
        (["--read", "us-az/digital-bill-of-rights:pears=x"], "unknown ambiguity of us-az/digital-bill-of"),
        (["--place", "us-az/x y"], "takes a place such as"),
        (["--place", "us-ax"], "did you mean `us-az`"),
    ],
)
def test_every_misspelt_name_is_told_with_a_suggestion(capsys: Any, settings: list[str], told: str) -> None:
    """The policy, the parameter, the ambiguity and the place."""
    code, out, err = run(
        capsys, "evaluate", PLATES, "--place", "us-az/phoenix", "--as-of", "2028-08-01", *settings
    )
    assert (2, "") == (code, out)
    assert told in err


def test_a_reading_is_of_one_policy_where_that_is_named(capsys: Any) -> None:
    """By its name alone an ambiguity is read so in each policy that has the same."""
    arguments = ("evaluate", PLATES, *PAIR, "--as-of", "2026-03-02", "--json", "--read")
    for read, parts in (("pairs=each", 2), ("us-nm/albuquerque/ai-policy:pairs=each", 1)):
        _, out, _ = run(capsys, *arguments, read)
        assert parts == sum(part["readings"].get("pairs") == "each" for part in json.loads(out)["parts"])


def test_a_setting_that_means_two_things_is_asked_for_by_policy() -> None:
    """Where policies have parameters of one name that are not the same, none is set in silence."""
    from aigovkit.cli import _given
    from aigovkit.errors import AigovkitError

    several = [
        renamed(small(owed("A", done=BooleanParameter("adopted", question))), f"ruritania/{number}")
        for number, question in enumerate(("Is it adopted?", "Was it adopted?"))
    ]
    with pytest.raises(AigovkitError, match="say which: `ruritania/0:adopted` or `ruritania/1:adopted`"):
        _given(several, "adopted", "true")
    one, other = _given(several, "ruritania/1:adopted", "true")
    assert ((), 1) == (one.parameters, len(other.parameters))
