"""Cases by the ordinance, found as a stranger finds it: by its id, once the package is installed."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import aigovkit as ag

CASES = Path(__file__).parents[1] / "cases"
SQUARE = ag.Case.load(CASES / "square-cameras.json")
VIENNA = ZoneInfo("Europe/Vienna")


def judged(case: ag.Case = SQUARE, as_of: date = date(2026, 3, 2)) -> ag.Evaluation:
    """What the ordinance says of a case."""
    return ag.find_policy("rur/strelsau/camera-ordinance").evaluate(case, as_of=as_of)


def test_following_people_is_barred() -> None:
    """Section 2(1)."""
    assert ag.Outcome.PROHIBITED is judged().outcome


def test_a_warrant_of_a_competent_court_lifts_the_ban() -> None:
    """Section 2(2); while it is not known whether the court was competent, nothing is settled."""
    under_warrant = SQUARE.with_answer("warrant.issued", date(2026, 2, 1))
    assert ag.Outcome.UNDETERMINED is judged(under_warrant).outcome
    competent = under_warrant.with_answer("warrant.court_competent", True)
    assert ag.Status.DISPLACED is judged(competent).finding("STR-2-1").status
    other = under_warrant.with_answer("warrant.court_competent", False)
    assert ag.Outcome.PROHIBITED is judged(other).outcome


def test_use_before_the_assessment_is_a_breach() -> None:
    """Section 3(1)."""
    assert ag.Status.SATISFIED is judged().finding("STR-3-1").status
    for assessed in (date(2026, 3, 1), ag.Occurrence.NEVER):
        late = SQUARE.with_answer("safeguards.impact_assessment", assessed)
        assert ag.Status.VIOLATED is judged(late).finding("STR-3-1").status
    same_day = SQUARE.with_answer("safeguards.impact_assessment", date(2026, 2, 10))
    assert ag.Status.UNDETERMINED is judged(same_day).finding("STR-3-1").status


def test_the_register_has_thirty_days() -> None:
    """Section 3(2): from 10 February 2026 until 12 March."""
    undone = SQUARE.with_answer("attestations.STR-3-2", False)
    for as_of, status in ((date(2026, 3, 12), "open"), (date(2026, 3, 13), "overdue")):
        (duty,) = [one for one in judged(undone, as_of).duties if one.provision == "STR-3-2"]
        assert (date(2026, 3, 12), status) == (duty.due, duty.status)


def test_harm_is_reported_within_72_hours() -> None:
    """Section 3(3), by the hour, across the night on which the clocks change."""
    found = datetime(2026, 3, 27, 9, tzinfo=VIENNA)
    harmed = SQUARE.with_answer("incidents", [ag.models.Incident(caused_harm=True, discovered=found)])
    (duty,) = [one for one in judged(harmed, date(2026, 4, 2)).duties if one.provision == "STR-3-3"]
    assert datetime(2026, 3, 30, 10, tzinfo=VIENNA) == duty.due


def test_it_reaches_no_other_place_and_no_earlier_year() -> None:
    """Of an office elsewhere, or a day before 2025, nothing is said."""
    elsewhere = SQUARE.with_answer("agency.place", "rur/zenda")
    assert ag.Outcome.NOT_APPLICABLE is judged(elsewhere).outcome
    assert ag.Status.NOT_IN_FORCE is judged(as_of=date(2024, 12, 31)).finding("STR-2-1").status


def test_every_provision_is_accounted_for() -> None:
    """Each has a rule, or says why it has none."""
    provisions = ag.find_policy("rur/strelsau/camera-ordinance").provisions
    assert [one.id for one in provisions if not one.modelled] == ["STR-4"]
    assert all(one.note for one in provisions if not one.modelled)
