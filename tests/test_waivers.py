"""Exceptions that somebody grants: they lift the provisions they name, from their day on, and no others."""

from datetime import date

import attrs
import pytest

from aigovkit import Month, Occurrence, Partly
from aigovkit.authoring import (
    ALWAYS,
    NOT_EVER,
    Ambiguity,
    Cadence,
    Day,
    Deadline,
    Force,
    Named,
    Period,
    Source,
    exception,
    obligation,
    policy,
    prohibition,
    recurring,
)
from aigovkit.errors import FactValueError, InputError, PolicyError
from aigovkit.models import (
    Act,
    Attestation,
    Case,
    Incident,
    Safeguards,
    Use,
    Waiver,
    WaiverCovers,
    WaiverGrantor,
)

ORDER = Source("Waivers Order", issuer="Ruritania", edition="2026", effective=date(2024, 1, 1))
BY_THE_DIRECTOR = Waiver.granted_by.is_(WaiverGrantor.TECHNOLOGY_DIRECTOR)
NOTICE = obligation(
    "RUR-W-1",
    ORDER.at("1"),
    "Put up a notice before first use.",
    bearer="the office",
    gate=Use.began.happened(),
)
FOLLOW = prohibition("RUR-W-2", ORDER.at("2"), "Follow nobody.", when=Use.tracks_individuals)
SCORE = prohibition("RUR-W-3", ORDER.at("3"), "Score nobody.", when=Use.scores_social_standing)
REPORT = obligation(
    "RUR-W-4",
    ORDER.at("4"),
    "Report by June.",
    bearer="the office",
    due=Deadline(Day(date(2026, 6, 1))),
)
MONTHLY = recurring(
    "RUR-W-5",
    ORDER.at("5"),
    "Look at the list each month.",
    bearer="the office",
    cadence=Cadence(Period(months=1), by_calendar=True),
    since=Day(date(2026, 1, 10)),
)
ON_ACTS = prohibition(
    "RUR-W-6",
    ORDER.at("6"),
    "Buy nothing.",
    when=Act.on.happened(),
    each=Case.acts,
    act=Act.on,
)
GRANTED = exception(
    "RUR-W-9",
    ORDER.at("9"),
    "The director may grant exceptions.",
    to=[NOTICE, FOLLOW, REPORT, MONTHLY, ON_ACTS],
    when=ALWAYS,
    waiver=BY_THE_DIRECTOR & Waiver.covers.is_(WaiverCovers.THIS_CASE),
)
ALONE = attrs.evolve(GRANTED, to=("RUR-W-1",))
POLICY = policy(
    "rur/waivers-order",
    ORDER,
    time_zone="Europe/Berlin",
    entries=[NOTICE, FOLLOW, SCORE, REPORT, MONTHLY, ON_ACTS, GRANTED],
)
NOW = date(2026, 8, 15)
CASE = Case(
    use=Use(tracks_individuals=True, scores_social_standing=True, began=date(2026, 1, 7)),
    acts=[],
    attestations={"RUR-W-1": Attestation(met=False), "RUR-W-4": Attestation(met=False)},
)


def waiver(*provisions: str, granted: object = date(2026, 1, 5), **facts: object) -> Waiver:
    """An exception that the director granted for the case, without an end."""
    known = {"granted_by": "technology_director", "covers": "this_case", "ends": Occurrence.NEVER, **facts}
    return Waiver(provisions=provisions, granted=granted, **known)  # type: ignore[arg-type]


def status(provision: str, waivers: object, case: Case = CASE, as_of: date = NOW) -> str:
    """What is found on a provision, with these exceptions granted."""
    return str(POLICY.evaluate(case.with_answer("waivers", waivers), as_of=as_of).finding(provision).status)


def test_only_the_provisions_that_a_waiver_names_are_lifted() -> None:
    """One that is named is displaced; those beside it, and one the exception does not reach, stand."""
    given = [waiver("RUR-W-2", "RUR-W-3")]
    assert ("displaced", "violated", "violated") == tuple(
        status(f"RUR-W-{number}", given) for number in (2, 1, 3)
    )
    assert status("RUR-W-9", given) == "noted"
    assert status("RUR-W-9", [waiver("RUR-W-3")]) == "not_applicable"
    assert status("RUR-W-2", []) == status("RUR-W-2", [waiver("RUR-W-1")]) == "violated"


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"granted_by": "department_director"}, "violated"),
        ({"covers": "whatever_comes"}, "violated"),
        ({"granted": Occurrence.NEVER}, "violated"),
        ({"granted": date(2026, 8, 16)}, "violated"),
        ({"granted": Month(2026, 8)}, "undetermined"),
        ({"ends": date(2026, 8, 14)}, "violated"),
        ({"ends": date(2026, 8, 15)}, "displaced"),
        ({"granted_by": None}, "undetermined"),
        ({"provisions": None}, "undetermined"),
        ({"ends": None}, "undetermined"),
    ],
)
def test_what_a_waiver_has_to_meet(changed: dict[str, object], found: str) -> None:
    """Each condition failing alone leaves the rule as it is, and each unknown alone leaves it open."""
    known = {"provisions": ["RUR-W-2"], "granted": date(2026, 1, 5), "ends": Occurrence.NEVER}
    known |= {"granted_by": "technology_director", "covers": "this_case", **changed}
    case = CASE.with_answer("waivers", [Waiver(**known)])  # type: ignore[arg-type]
    result = POLICY.evaluate(case, as_of=NOW)
    assert str(result.finding("RUR-W-2").status) == found
    asked = [question.fact for question in result.questions_about("RUR-W-2")]
    assert asked == ([f"waivers[0].{next(iter(changed))}"] if found == "undetermined" else [])


def test_an_unknown_list_of_waivers_is_one_question() -> None:
    """Nobody has said which exceptions there are: what may be lifted is open, and that is asked once."""
    result = POLICY.evaluate(CASE, as_of=NOW)
    assert status("RUR-W-2", None) == status("RUR-W-1", None) == "undetermined"
    assert [question.fact for question in result.questions] == []  # What nothing lifts is prohibited.
    plain = POLICY.evaluate(CASE.with_answer("use.scores_social_standing", False), as_of=NOW)
    assert [question.fact for question in plain.questions] == ["waivers"]
    # One granted on the very day of first use leaves open which of the two came first.
    assert [question.fact for question in plain.questions_about("RUR-W-1")] == ["waivers", "use.began"]
    assert status("RUR-W-2", Partly([waiver("RUR-W-1")])) == "undetermined"
    assert status("RUR-W-2", Partly([waiver("RUR-W-2")])) == "displaced"


def test_a_later_waiver_heals_no_earlier_breach() -> None:
    """What was due, or was done, before the exception stays a breach; what comes after it is lifted."""
    in_time, late = waiver("RUR-W-4", granted=date(2026, 5, 31)), waiver("RUR-W-4", granted=date(2026, 6, 2))
    assert ("displaced", "violated") == (status("RUR-W-4", [in_time]), status("RUR-W-4", [late]))
    assert status("RUR-W-4", [late], as_of=date(2026, 5, 1)) == "open"
    over = waiver("RUR-W-4", granted=date(2026, 5, 1), ends=date(2026, 5, 20))
    assert ("displaced", "open", "violated") == tuple(
        status("RUR-W-4", [over], as_of=day) for day in (date(2026, 5, 20), date(2026, 5, 21), NOW)
    )
    case = CASE.with_answer("acts", [Act(on=date(2026, 3, day)) for day in (1, 3)])
    found = POLICY.evaluate(
        case.with_answer("waivers", [waiver("RUR-W-6", granted=date(2026, 3, 2))]), as_of=NOW
    )
    assert ["violated", "displaced"] == [str(one.status) for one in found.finding("RUR-W-6").records]
    ended = waiver("RUR-W-6", granted=date(2026, 1, 2), ends=date(2026, 3, 2))
    found = POLICY.evaluate(case.with_answer("waivers", [ended]), as_of=NOW)
    assert ["displaced", "violated"] == [str(one.status) for one in found.finding("RUR-W-6").records]


def test_a_waiver_after_the_step_heals_nothing() -> None:
    """What had to come before a step is lifted by what was granted before it was taken."""
    for granted, found in (
        (date(2026, 1, 6), "displaced"),
        (date(2026, 1, 7), "undetermined"),
        (date(2026, 1, 8), "violated"),
        (Month(2026, 1), "undetermined"),
    ):
        assert status("RUR-W-1", [waiver("RUR-W-1", granted=granted)]) == found
    late = waiver("RUR-W-1", granted=date(2026, 1, 8))
    assert status("RUR-W-1", [late], CASE.with_answer("use.began", Occurrence.NEVER)) == "displaced"
    assert status("RUR-W-1", [late], CASE.with_answer("use.began", None)) == "undetermined"
    for ends in (date(2026, 1, 6), date(2026, 8, 14)):
        assert status("RUR-W-1", [waiver("RUR-W-1", ends=ends)]) == "violated"


def test_the_step_is_looked_for_inside_the_gate() -> None:
    """Under a name, in each reading, and of several steps the first or, where all are needed, the last."""
    began, granted = Use.began.happened(), Safeguards.impact_assessment.happened()
    open_text = Ambiguity(
        "step",
        "Which step?",
        {"use": "use", "none": "none"},
        default="use",
        why="It is the only one named.",
        citation=ORDER.at("1"),
    )
    for gate, found in (
        (Named("it is used", began), "violated"),
        (began | granted, "violated"),
        (began & granted, "displaced"),
        (open_text.reads(use=began, none=NOT_EVER), "violated"),
        (Use.tracks_individuals, "displaced"),
        (Use.tracks_individuals & began, "displaced"),
    ):
        duty = attrs.evolve(NOTICE, gate=gate)
        made = policy("rur/waivers-order", ORDER, time_zone="Europe/Berlin", entries=[duty, ALONE])
        case = CASE.with_answer("safeguards.impact_assessment", date(2026, 3, 1))
        case = case.with_answer("waivers", [waiver("RUR-W-1", granted=date(2026, 2, 1))])
        assert str(made.evaluate(case, as_of=NOW).finding("RUR-W-1").status) == found, gate


def test_a_waiver_still_to_come_lifts_nothing_that_is_planned() -> None:
    """Not even beside another that was granted; one that runs out before the act does not reach it."""
    plan = prohibition("RUR-W-1", ORDER.at("1"), "Buy nothing.", when=ALWAYS, each=Case.acts, act=Act.on)
    made = policy("rur/waivers-order", ORDER, time_zone="Europe/Berlin", entries=[plan, FOLLOW, ALONE])
    case = CASE.with_answer("acts", [Act(on=date(2026, 10, 1))])
    for given, found in (
        ([waiver("RUR-W-1"), waiver("RUR-W-2")], "displaced"),
        ([waiver("RUR-W-1", granted=date(2026, 9, 1)), waiver("RUR-W-2")], "violated"),
        ([waiver("RUR-W-1", ends=date(2026, 9, 1)), waiver("RUR-W-2")], "violated"),
    ):
        result = made.evaluate(case.with_answer("waivers", given), as_of=NOW)
        assert [str(one.status) for one in result.finding("RUR-W-1").records] == [found]


def test_what_comes_again_has_to_be_kept_up_until_the_waiver() -> None:
    """A window that passed before the exception stays a breach; later ones are lifted."""
    for kept, found in (
        ([date(2026, 1, 20)], "violated"),
        ([date(2026, 1, 20), date(2026, 2, 1)], "displaced"),
    ):
        case = CASE.with_answer("attestations.RUR-W-5", kept)
        assert status("RUR-W-5", [waiver("RUR-W-5", granted=date(2026, 3, 20))], case) == found
        assert status("RUR-W-5", [], case) == "violated"


def test_a_recommendation_grants_no_exception_from_a_command() -> None:
    """The force of the exception counts as it does for every other."""
    weak = exception(
        "RUR-W-9", ORDER.at("9"), "Perhaps.", to=FOLLOW, when=ALWAYS, waiver=ALWAYS, force=Force.RECOMMENDED
    )
    made = policy("rur/waivers-order", ORDER, time_zone="Europe/Berlin", entries=[FOLLOW, weak])
    case = CASE.with_answer("waivers", [waiver("RUR-W-2")])
    assert str(made.evaluate(case, as_of=NOW).outcome) == "prohibited"


def test_a_displaced_rule_says_on_which_waiver_that_rests() -> None:
    """The facts of the exception that was granted are among what the finding rests on."""
    result = POLICY.evaluate(CASE.with_answer("waivers", [waiver("RUR-W-2")]), as_of=NOW)
    assert result.finding("RUR-W-2").displaced_by == "RUR-W-9"
    assert {"waivers[0].provisions", "waivers[0].granted"} <= set(result.rests_on("RUR-W-2"))


def test_a_waiver_goes_by_its_own_facts() -> None:
    """Facts of another list in `waiver` are refused; so is what is no condition."""
    for wrong, told in (
        (Incident.caused_harm, "a fact of the records in `incidents`"),
        (1, "`waiver` takes"),
    ):
        with pytest.raises(PolicyError, match=told):
            exception("RUR-W-9", ORDER.at("9"), "No.", to=FOLLOW, when=ALWAYS, waiver=wrong)  # type: ignore[arg-type]


# The fact


def test_a_set_of_provisions_in_json() -> None:
    """It is a list of ids, each once and in order; anything else is refused, in JSON and in Python."""
    case = Case.from_dict({"waivers": [{"provisions": ["RUR-2", "RUR-1", "RUR-2"], "granted": "2026-01-05"}]})
    assert case.waivers == (Waiver(provisions=["RUR-1", "RUR-2"], granted=date(2026, 1, 5)),)
    assert case.to_dict()["waivers"] == [{"provisions": ["RUR-1", "RUR-2"], "granted": "2026-01-05"}]
    assert Case.from_json(case.to_json()) == case
    for wrong in ("RUR-1", ["RUR 1"], [1], {"yes": ["RUR-1"]}, [""]):
        with pytest.raises(FactValueError):
            Waiver(provisions=wrong)  # type: ignore[arg-type]
        with pytest.raises(InputError):
            Case.from_dict({"waivers": [{"provisions": wrong}]})
    with pytest.raises(FactValueError, match="single one in a list"):
        Waiver(provisions="RUR-1")  # type: ignore[arg-type]
    with pytest.raises(FactValueError, match="ids of provisions"):
        Waiver.provisions.has("RUR 1")
    assert "RUR-3-1" in str(Waiver.provisions.accepts)
