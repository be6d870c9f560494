"""What Albuquerque's working group recommends: whose duties these are, and what adoption makes of them."""

from __future__ import annotations

from datetime import date

from drawing import SEEDS, Dice
from hypothesis import given
from random_values import DAYS, Calendar, case
from strategies import attested_by, read_by

from aigovkit.answers import Status
from aigovkit.authoring import Entry, Force, Kind, Policy, policy, unmodelled
from aigovkit.jurisdictions.albuquerque import definitions, inventory, working_group
from aigovkit.jurisdictions.albuquerque.document import AI_POLICY_TEXT, CITY, TIME_ZONE
from aigovkit.language.nodes import NOT_EVER
from aigovkit.models import AgencyFile, Attestation, Attestations, Case
from aigovkit.rules import Duty, Restatement, Rule

ENTRIES: tuple[Entry, ...] = (*definitions.ENTRIES, *inventory.ENTRIES, *working_group.ENTRIES)
RULES = [entry for entry in working_group.ENTRIES if isinstance(entry, Rule)]


def plans() -> Policy:
    """The plans by themselves; what they say again of the policy proper points at stand-ins."""
    own = {entry.id for entry in ENTRIES}
    elsewhere = [
        id for entry in ENTRIES if isinstance(entry, Restatement) for id in entry.restates if id not in own
    ]
    stand_ins = [
        unmodelled(id, AI_POLICY_TEXT.at(id), kind=Kind.OBLIGATION, because="It stands in the policy proper.")
        for id in dict.fromkeys(elsewhere)
    ]
    entries = (*stand_ins, *ENTRIES)
    return policy(f"{CITY}/plans", AI_POLICY_TEXT, time_zone=TIME_ZONE, place=CITY, entries=entries)


PLANS = plans()
ADOPTED, UNSURE = PLANS.given(working_group_adopted=True), PLANS.given(working_group_adopted=None)

COMMANDS = {
    "commits": "CE-TRANS-1 CE-TRANS-2",
    "must": "CE-EQUITY-1 CE-PART-1 CE-RECIP-1 CE-ACCESS-1 CE-ACCESS-2 TRAIN-0",
    "will": "CE-RECIP-2 CE-MECH-1 CE-MECH-2 CE-MECH-3 CE-MECH-4 CE-MECH-5 ETB-0",
    "require": "INT-PROC-3 INT-PILOT-4 INT-TRAIN-1 INT-TRAIN-3",
    "mandate": "INT-PROC-4 INT-PROC-5",
    "ensure": "INT-ETHIC-6 ETB-3 ETB-7 ETB-7-TIME ENF-4 ENF-8",
}
"""The rows whose printed verb commands. INT-ETHIC-2 requires as well; it says again what 4.1 commands."""


def test_what_a_printed_verb_commands_binds_once_it_is_adopted() -> None:
    """Rows with a verb that commands are promoted by the adoption, and no others."""
    commanded = {f"ABQ-{row}" for rows in COMMANDS.values() for row in rows.split()}
    assert commanded == {rule.id for rule in RULES if rule.promoted_by != NOT_EVER}


def test_all_of_it_is_recommended() -> None:
    """Nothing of the plans binds by its own force."""
    assert {Force.RECOMMENDED} == {rule.force for rule in RULES}


def test_what_the_city_and_its_board_owe_as_such_stands_apart() -> None:
    """Of the board's duties those on one decision, purchase, use or complaint are of the case."""
    of_the_case = {rule.id for rule in RULES if isinstance(rule, Duty) and not rule.standing}
    assert {f"ABQ-{row}" for row in ("ETB-1", "ETB-6", "ETB-7", "ETB-7-TIME", "ENF-1", "ENF-8")} == {
        id for id in of_the_case if id.startswith(("ABQ-ETB-", "ABQ-ENF-", "ABQ-TRAIN-"))
    }
    assert not {id for id in of_the_case if id.startswith("ABQ-CE-MECH-")} - {"ABQ-CE-MECH-5"}


def test_the_board_is_known_from_the_agency_file() -> None:
    """What is attested once of the board decides the duties of a case towards it."""
    tool = Case.from_dict(
        {
            "agency": {"place": CITY},
            "system": {"uses_ai": True},
            "use": {"deployed_by_agency": True, "stage": "production", "began": "2025-09-01"},
            "procurement": {"is_purchase": False, "acquired": "never"},
            "attestations": {"ABQ-ETB-7": {"met": False}},
        }
    )
    for founded, status in (
        (Attestation(met=False), Status.NOT_APPLICABLE),
        (Attestation(met=True, on=date(2025, 8, 31)), Status.SHORTFALL),
        (Attestation(met=True, on=date(2025, 9, 2)), Status.OPEN),
        (Attestation(met=True), Status.UNDETERMINED),
    ):
        file = AgencyFile(attestations=Attestations({"ABQ-ETB-0": founded}))
        result = PLANS.evaluate(tool, as_of=date(2026, 3, 2), agency_file=file)
        assert status is result.finding("ABQ-ETB-7").status


@given(SEEDS)
def test_adoption_softens_nothing_and_names_a_breach(seed: int) -> None:
    """With the plans adopted no outcome is softer, and what was a shortfall in what they command is a
    violation; while that is not known it has no name. Nothing else changes, but that they are adopted.
    """
    draw = Dice(seed)
    among = Calendar(PLANS.rulebook.zone, DAYS)
    for _ in range(20):
        known = case(draw, read_by(PLANS), attested_by(PLANS), among).with_answer("agency.place", CITY)
        as_of = among.time_of_judging(draw)
        plain, adopted, unsure = (made.evaluate(known, as_of=as_of) for made in (PLANS, ADOPTED, UNSURE))
        assert plain.at_least <= adopted.at_least
        assert plain.at_most <= adopted.at_most
        assert (plain.at_least, adopted.at_most) == (unsure.at_least, unsure.at_most)
        for rule in PLANS.rules:
            was, now, open_ = (one.finding(rule.id).status for one in (plain, adopted, unsure))
            assert Status.VIOLATED is not was
            if rule.id in ("ABQ-CE-0", "ABQ-INT-0"):
                assert (Status.OPEN, Status.SATISFIED, Status.UNDETERMINED) == (was, now, open_)
            elif was is Status.SHORTFALL and rule.promoted_by != NOT_EVER:
                assert (Status.VIOLATED, Status.UNDETERMINED) == (now, open_)
            else:
                assert was is now is open_
