"""The invented city: what each thing that rules are made of brings to an answer, all in one policy."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
from invented_city import CAMERA, ORDINANCE
from small_policies import agrees

from aigovkit.answers import DutyStatus, Outcome, Status
from aigovkit.evaluation import Evaluation
from aigovkit.models import AgencyFile, Attestation, Case

JUNE = date(2026, 6, 1)


def judged(as_of: date = JUNE, agency_file: AgencyFile | None = None, **changed: Any) -> Evaluation:
    """The camera with some sections changed, as judged by the Ordinance."""
    data = copy.deepcopy(CAMERA)
    for section, facts in changed.items():
        known = data.get(section, {})
        data[section] = {**known, **facts} if isinstance(facts, dict) and isinstance(known, dict) else facts
    case = Case.from_dict(data)
    agrees(ORDINANCE, case, as_of)
    return ORDINANCE.evaluate(case, as_of=as_of, agency_file=agency_file)


def test_each_act_is_judged_by_the_law_of_its_own_day() -> None:
    """Bought before the start, installed against the ban, used under a warrant: three answers."""
    records = judged().finding("LIN-3-1").records
    assert [Status.NOT_IN_FORCE, Status.VIOLATED, Status.DISPLACED] == [one.status for one in records]
    assert Outcome.PROHIBITED == judged().outcome


def test_what_is_past_does_not_bar_what_is_planned() -> None:
    """With the consent in hand, a use that is planned under the warrant meets no objection at present."""
    consent = {"LIN-3-3": {"met": True, "on": "2026-01-15"}}
    plan = {"name": "next year", "kind": "use", "on": "never"}
    result = judged(attestations=consent, acts=[*CAMERA["acts"], plan])
    assert (Outcome.PROHIBITED, Outcome.NO_OBJECTION) == (result.outcome, result.present.outcome)
    assert "PROHIBITED · at present NO OBJECTION" in str(result)


def test_a_list_of_acts_known_in_part_settles_what_it_can() -> None:
    """An act that breaks the ban prohibits, whatever else was done; without one the list is asked about."""
    assert Outcome.PROHIBITED == judged(acts={"some": CAMERA["acts"]}).outcome
    result = judged(acts={"some": CAMERA["acts"][:1]})
    assert Outcome.UNDETERMINED == result.outcome
    assert "acts" in [question.fact for question in result.questions]


def test_the_fine_is_for_each_act_against_the_ban() -> None:
    """Of the three acts one broke it."""
    assert [500_00] == [one.at_most for one in judged().exposure]


@pytest.mark.parametrize(
    ("consent", "status", "outcome"),
    [
        ({"met": True, "on": "2026-01-15"}, DutyStatus.MET, Outcome.NO_OBJECTION),
        ({"met": True, "on": "2026-05-01"}, DutyStatus.MET_LATE, Outcome.PROHIBITED),
        ({"met": True, "on": "2026-08-01"}, DutyStatus.UNMET, Outcome.PROHIBITED),
        ({"met": "in_progress"}, DutyStatus.UNMET, Outcome.PROHIBITED),
    ],
)
def test_consent_counts_from_its_day_on(consent: Any, status: DutyStatus, outcome: Outcome) -> None:
    """The consent comes before the first act, comes late, is announced, or is under way."""
    acts = [act for act in CAMERA["acts"] if act["name"] != "the installation"]
    result = judged(acts=acts, attestations={"LIN-3-3": consent})
    assert (status, outcome) == (
        next(duty.status for duty in result.duties if duty.provision == "LIN-3-3"),
        result.outcome,
    )


@pytest.mark.parametrize(
    ("granted", "status"),
    [("2026-04-19", Status.DISPLACED), ("2026-04-21", Status.VIOLATED), ("never", Status.VIOLATED)],
)
def test_the_mayor_excepts_a_case_from_the_consent(granted: str, status: Status) -> None:
    """What was granted before the first act lifts it, and nothing else; a later grant heals nothing."""
    acts = [act for act in CAMERA["acts"] if act["name"] == "the installation"]
    waiver = {"provisions": ["LIN-3-1", "LIN-3-3"], "granted": granted, "ends": "never"}
    given = [{**waiver, "granted_by": "other", "covers": "this_case"}]
    result = judged(acts=acts, attestations={"LIN-3-3": {"met": False}}, waivers=given)
    assert status == result.finding("LIN-3-3").status
    assert Status.VIOLATED == result.finding("LIN-3-1").status


def test_one_act_fulfils_two_duties() -> None:
    """The notice that is up is in the register too."""
    result = judged(attestations={"LIN-4-1": {"met": True}})
    assert [Status.SATISFIED] * 2 == [result.finding(one).status for one in ("LIN-4-1", "LIN-4-3")]


def test_the_supervisor_and_the_clerk_are_told_apart() -> None:
    """One was told in time, the other a day late."""
    harm = {"caused_harm": True, "discovered": "2026-05-20T10:00:00+02:00"}
    told = {
        "told_supervisor": "2026-05-20T12:00:00+02:00",
        "told_privacy_officer": "2026-05-22T12:00:00+02:00",
    }
    duties = [duty for duty in judged(incidents=[{**harm, **told}]).duties if duty.provision == "LIN-4-2"]
    assert [("the supervisor", "met"), ("the clerk", "met_late")] == [
        (duty.addressee, str(duty.status)) for duty in duties
    ]


def test_what_the_city_owes_is_no_breach_of_the_office() -> None:
    """A register never gone through weighs on no case; the agency file says where it stands."""
    file = AgencyFile(attestations={"LIN-4-4": Attestation(met=False), "LIN-4-5": Attestation(met=True)})
    result = judged(date(2028, 6, 1), file)
    standing = [(duty.provision, str(duty.status)) for duty in result.duties if duty.standing]
    assert [("LIN-4-4", "overdue"), ("LIN-4-5", "met")] == standing
    assert 0 == result.attention.overdue


def test_retention_names_its_days_and_what_stays_undecided() -> None:
    """Pictures are kept for 30 days; whether a month allows that depends on the month."""
    result = judged(use={"ended": "2026-05-30"}, claim={"actual_damages": 0})
    limits = result.retention_limits[0]
    assert [False] == [one.certain for one in limits.conflicts]
    assert "2026-06-29" in str(result.to_dict()["retention"])


def test_the_rank_is_exactly_what_is_still_possible() -> None:
    """Meeting the public counts two: with the risk unknown the rank is either, with none it is second."""
    assert [["first"], ["first", "second"], ["second"]] == [
        sorted(step.id for step in judged(use={"severe_risk": risk}).tiers[0].steps)
        for risk in (True, None, False)
    ]


@pytest.mark.parametrize(
    ("decided", "status", "outcome"),
    [
        (None, Status.UNDETERMINED, Outcome.UNDETERMINED),
        (False, Status.REFERRED, Outcome.REVIEW),
        (True, Status.SATISFIED, Outcome.NO_OBJECTION),
    ],
)
def test_the_registrar_decides_on_what_is_as_grave(decided: Any, status: Status, outcome: Outcome) -> None:
    """A grave tool that follows nobody is for the Registrar; until it is known who decided, it may be."""
    attested = {} if decided is None else {"LIN-7": {"met": decided}}
    grave = {"use": {"tracks_individuals": False, "severe_risk": True}, "system": {"public_facing": False}}
    result = judged(**grave, acts=[], attestations=attested)
    assert (status, outcome) == (result.finding("LIN-7").status, result.outcome)


def test_what_is_said_again_counts_once() -> None:
    """The repetition points at the ban, and brings nothing of its own."""
    result = judged()
    assert result.finding("LIN-3-1") == result.finding("LIN-8")
    assert ["LIN-8"] == [one.provision for one in result.restatements]


@pytest.mark.parametrize(("adopted", "status"), [(False, Status.SHORTFALL), (True, Status.VIOLATED)])
def test_the_annex_binds_once_it_is_adopted(adopted: bool, status: Status) -> None:
    """Untrained people are a shortfall of a draft, and a breach of what was adopted."""
    case = Case.from_dict({**CAMERA, "safeguards": {"staff_trained": False}})
    result = ORDINANCE.given(annex_adopted=adopted).evaluate(case, as_of=JUNE)
    assert status == result.finding("LIN-A").status


def test_an_office_elsewhere_is_not_reached() -> None:
    """In another city nothing of it applies, and nothing is asked."""
    result = judged(agency={"place": "rur/zenda"})
    assert (Outcome.NOT_APPLICABLE, ()) == (result.outcome, result.questions)


def test_the_whole_answer_goes_into_json_and_back() -> None:
    """The case is read as it was written, and the answer is told the same twice."""
    case = Case.from_dict(CAMERA)
    assert case == Case.from_json(case.to_json())
    assert judged().to_json() == judged().to_json()


def test_a_reader_is_told_what_displaces_a_rule_and_not_its_id_alone() -> None:
    """The page and the explanation of a rule give the exception with its statement."""
    lifted = Case.from_dict({**CAMERA, "acts": CAMERA["acts"][2:]})
    result = ORDINANCE.evaluate(lifted, as_of=date(2026, 6, 1))
    told = "LIN-3-2: A warrant of before the act lifts the ban, and with it the fine."
    assert f"displaced by {told}" in result.summary(width=110)
    assert f"Displaced by {told}" in result.explain("LIN-3-1")
