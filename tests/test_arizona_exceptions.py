"""The Arizona bill: each exception ends where one of its conditions does, and nothing of it binds before
the signature.
"""

from __future__ import annotations

import datetime
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import cases, pick, some, values
from test_arizona_dates_and_money import BILL, LAW, SIGNED, answered, at, background, judged

from aigovkit.answers import Outcome, Status
from aigovkit.evaluation import Evaluation
from aigovkit.facts import TermSet
from aigovkit.language.nodes import Attested, AttestedOn
from aigovkit.models import FACTS, AccessRight, Act, Case, InvestigativeMethod, SystemDescription
from aigovkit.periods import Occurrence, Period

WARRANT = background("under-a-warrant")
ALERT = background("plate-readers")
FUGITIVE = answered(
    ALERT,
    {
        "surveillance.reader_purposes": TermSet(["investigation"]),
        "surveillance.missing_person_or_alert": False,
        "warrant.issued": date(2028, 10, 30),
        "necessity_finding.filed_with_court": at("2028-11-03T02:10:00-07:00"),
    },
)
PERIMETER = background("perimeter-cameras")
DAY = {"AZ-6207.1": "2028-09-10", "AZ-6207.2": "2028-11-03", "AZ-6207.3": "2028-10-10"}

LIMITS = {"person", "place", "time"}
READER = "surveillance.reader_purposes"

CONDITIONS: list[tuple[str, Case, str, Any]] = [
    ("AZ-6207.1", WARRANT, "warrant.issued", Occurrence.NEVER),
    ("AZ-6207.1", WARRANT, "warrant.probable_cause", False),
    ("AZ-6207.1", WARRANT, "warrant.court_competent", False),
    ("AZ-6207.1", WARRANT, "warrant.authorizes_surveillance", False),
    ("AZ-6207.1", WARRANT, "acts[].under_warrant", False),
    *(("AZ-6207.1", WARRANT, "warrant.specifies", TermSet(LIMITS - {limit})) for limit in sorted(LIMITS)),
    *(("AZ-6207.1", WARRANT, "acts[].kept_to", TermSet(LIMITS - {limit})) for limit in sorted(LIMITS)),
    ("AZ-6207.2", ALERT, "surveillance.tools", TermSet()),
    ("AZ-6207.2", ALERT, "surveillance.reader_identifies_vehicles", False),
    ("AZ-6207.2", ALERT, READER, TermSet(["amber_alert", "other"])),
    ("AZ-6207.2", ALERT, READER, TermSet(["missing_person", "other"])),
    ("AZ-6207.2", ALERT, READER, TermSet(["other"])),
    ("AZ-6207.2", ALERT, READER, TermSet()),
    ("AZ-6207.2", ALERT, READER, TermSet(["amber_alert", "investigation"])),
    ("AZ-6207.2", FUGITIVE, "warrant.issued", Occurrence.NEVER),
    ("AZ-6207.2", FUGITIVE, "surveillance.investigation_specific_and_active", False),
    ("AZ-6207.2", FUGITIVE, READER, TermSet(["investigation", "other"])),
    ("AZ-6207.3", PERIMETER, "surveillance.public_building", False),
    ("AZ-6207.3", PERIMETER, "surveillance.perimeter_only", False),
    ("AZ-6207.3", PERIMETER, "surveillance.components", TermSet(["facial_recognition"])),
    ("AZ-6207.3", PERIMETER, "surveillance.components", TermSet(["biometric_analysis"])),
    ("AZ-6207.3", PERIMETER, "surveillance.components", TermSet(["predictive_analytics", "other"])),
    ("AZ-6207.3", PERIMETER, "surveillance.network_beyond_facility", True),
]


def named(case: tuple[Any, ...]) -> str:
    """The provision, the fact and the answer of a row, for the name of its test."""
    return " ".join(str(part) for part in case if not isinstance(part, Case))


def none_of(answer: Evaluation, exception: str) -> bool:
    """Whether an exception neither holds nor displaces anything."""
    displaced = {finding.displaced_by for finding in answer.findings if finding.status is Status.DISPLACED}
    return answer.finding(exception).status is not Status.NOTED and exception not in displaced


@pytest.mark.parametrize(
    ("exception", "case"),
    [("AZ-6207.1", WARRANT), ("AZ-6207.2", ALERT), ("AZ-6207.2", FUGITIVE), ("AZ-6207.3", PERIMETER)],
    ids=["warrant", "alert", "fugitive", "perimeter"],
)
def test_each_exception_holds_when_all_its_conditions_do(exception, case):
    """Within an exception, with every paper and setting in place, the ban on use gives way."""
    answer = judged(case, DAY[exception])
    assert Status.NOTED is answer.finding(exception).status
    assert exception == answer.finding("AZ-6202.A").displaced_by
    assert Outcome.NO_OBJECTION is answer.outcome


@pytest.mark.parametrize(("exception", "case", "path", "answer"), CONDITIONS, ids=map(named, CONDITIONS))
def test_one_condition_that_fails_revives_the_ban(exception, case, path, answer):
    """With one condition of the exception known to fail, the exception does not apply and the use is
    prohibited.
    """
    found = judged(answered(case, {path: answer}), DAY[exception])
    assert Status.NOT_APPLICABLE is found.finding(exception).status
    assert Status.VIOLATED is found.finding("AZ-6202.A").status
    assert none_of(found, exception)
    assert Outcome.PROHIBITED is found.outcome


@pytest.mark.parametrize(
    ("exception", "case", "path"),
    list({(exception, case, path): (exception, case, path) for exception, case, path, _ in CONDITIONS}),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_condition_that_is_unknown_leaves_the_answer_open(exception, case, path):
    """With one condition unknown the exception is undetermined, and so is whether the use is prohibited."""
    found = judged(answered(case, {path: None}), DAY[exception])
    assert Status.UNDETERMINED is found.finding(exception).status
    assert (Outcome.NO_OBJECTION, Outcome.PROHIBITED) == (found.at_least, found.at_most)


# What has to be in place within an exception: one thing missing prohibits the use,
# and makes a plan conditional.

ALL_METHODS = {str(method) for method in InvestigativeMethod}
NEVER = Occurrence.NEVER
NOT_DISCARDED = {
    "minimization.immediate_deletion_feasible": False,
    "minimization.positive_match_possible": False,
    "minimization.nonmatching_retention": Period.parse("PT24H"),
    "minimization.retention_shortest_possible": True,
    "minimization.purge_automatic": True,
    "minimization.purge_irreversible": True,
}
HELD = answered(WARRANT, NOT_DISCARDED)
IN_PLACE: list[tuple[str, Case, str, Any]] = [
    ("AZ-6208.A", WARRANT, "necessity_finding.made", NEVER),
    ("AZ-6208.A", WARRANT, "necessity_finding.written", False),
    ("AZ-6208.A", WARRANT, "necessity_finding.sworn", False),
    ("AZ-6208.A", WARRANT, "necessity_finding.made_by", "other"),
    ("AZ-6208.A", WARRANT, "necessity_finding.states_no_other_means", False),
    ("AZ-6208.A", WARRANT, "necessity_finding.objective_specific", False),
    ("AZ-6208.A", WARRANT, "necessity_finding.objective_time_limited", False),
    ("AZ-6208.B", WARRANT, "necessity_finding.methods_considered", False),
    *(
        (
            f"AZ-6208.B.{item}",
            WARRANT,
            "necessity_finding.methods_exhausted",
            TermSet(ALL_METHODS - {str(method)}),
        )
        for item, method in enumerate(InvestigativeMethod, 1)
    ),
    ("AZ-6208.C.court", WARRANT, "necessity_finding.filed_with_court", NEVER),
    ("AZ-6208.C.ag", ALERT, "necessity_finding.filed_with_attorney_general", NEVER),
    ("AZ-6204.C.airgap", WARRANT, "hosting.air_gapped", False),
    ("AZ-6204.C.encryption", WARRANT, "hosting.end_to_end_encrypted", False),
    ("AZ-6204.C.encryption", WARRANT, "hosting.keys_held_only_by_agency", False),
    ("AZ-6204.C.remote", WARRANT, "surveillance.remote_commands_possible", True),
    ("AZ-6209.A", WARRANT, "minimization.to_the_extent_feasible", False),
    ("AZ-6209.B.1", WARRANT, "minimization.discards_immediately", False),
    ("AZ-6209.B.2", WARRANT, "minimization.positive_match_only", False),
    ("AZ-6209.B.2", WARRANT, "minimization.matches_in_real_time", False),
    ("AZ-6209.B.2", WARRANT, "minimization.query_authorized", False),
    ("AZ-6209.B.2", WARRANT, "minimization.queries", 2),
    ("AZ-6209.B.3", HELD, "minimization.nonmatching_retention", Period(seconds=24 * 60 * 60 + 1)),
    ("AZ-6209.B.3", HELD, "minimization.retention_shortest_possible", False),
    ("AZ-6209.B.3", HELD, "minimization.purge_automatic", False),
    ("AZ-6209.B.3", HELD, "minimization.purge_irreversible", False),
    ("AZ-6209.B.3", PERIMETER, "minimization.nonmatching_retention", Period(seconds=24 * 60 * 60 + 1)),
]
each_in_place = pytest.mark.parametrize(
    ("provision", "case", "path", "answer"), IN_PLACE, ids=map(named, IN_PLACE)
)
PLANNED = {
    "acts[].on": NEVER,
    "acts[].since": NEVER,
    "reliance.invoked": NEVER,
}


@each_in_place
def test_going_ahead_with_one_thing_missing_is_prohibited(provision, case, path, answer):
    """The exception holds and lifts the ban on use; what it needs besides is missing, and that prohibits."""
    found = judged(answered(case, {path: answer}), "2028-11-03")
    assert Status.DISPLACED is found.finding("AZ-6202.A").status
    assert Status.VIOLATED is found.finding(provision).status
    assert Outcome.PROHIBITED is found.outcome


@each_in_place
def test_a_plan_with_one_thing_missing_is_conditional(provision, case, path, answer):
    """What is missing can still be put in place before the act."""
    found = judged(answered(case, {**PLANNED, path: answer}), "2028-11-03")
    assert Status.OPEN is found.finding(provision).status
    assert Outcome.CONDITIONAL is found.outcome


@each_in_place
def test_with_one_thing_unknown_going_ahead_is_open(provision, case, path, answer):
    """Unknown settings and papers are never taken for granted."""
    found = judged(answered(case, {path: None}), "2028-11-03")
    assert (Outcome.NO_OBJECTION, Outcome.PROHIBITED) == (found.at_least, found.at_most)


# The vendor's certification, element by element

SUPPLIED = answered(
    WARRANT,
    {
        "acts": [
            Act(
                kind="purchase",
                object="system",
                on=at("2028-09-04T05:00:00-07:00"),
                with_whom="private_company",
                data_broker=False,
                under_warrant=True,
                kept_to=sorted(LIMITS),
            ),
            *(one for one in WARRANT.acts or () if one.kind != "install"),
        ],
        "vendor.involved": True,
        "vendor.entity": "private_company",
        "certification.provided": date(2028, 9, 2),
        "certification.sworn": True,
        "certification.under_penalty_of_perjury": True,
        "certification.denies_commandeering": True,
        "certification.describes": TermSet(list(SystemDescription)),
        "certification.affidavit_denies": TermSet(list(AccessRight)),
        "certification.inoperability_warranty": True,
    },
)
ELEMENTS: list[tuple[str | None, str, Any]] = [
    (None, "certification.provided", NEVER),
    (None, "certification.sworn", False),
    (None, "certification.under_penalty_of_perjury", False),
    (None, "certification.denies_commandeering", False),
    *(
        ("AZ-6204.B.1", "certification.describes", TermSet(set(SystemDescription) - {part}))
        for part in SystemDescription
    ),
    *(
        ("AZ-6204.B.2", "certification.affidavit_denies", TermSet(set(AccessRight) - {right}))
        for right in AccessRight
    ),
    ("AZ-6204.B.3", "certification.inoperability_warranty", False),
]
each_element = pytest.mark.parametrize(("enclosure", "path", "answer"), ELEMENTS, ids=map(named, ELEMENTS))


def test_with_every_element_the_certification_is_in_order():
    """A complete certification, handed over before the purchase, and nothing stands against the use."""
    found = judged(SUPPLIED, "2028-09-10")
    for provision in ("AZ-6204.B", "AZ-6204.B.1", "AZ-6204.B.2", "AZ-6204.B.3"):
        assert Status.SATISFIED is found.finding(provision).status
    assert Outcome.NO_OBJECTION is found.outcome


@each_element
def test_a_certification_that_lacks_one_element_is_none(enclosure, path, answer):
    """With one element missing the purchase and the use are prohibited, and the enclosure that lacks it
    is named; where there is no certification at all, every enclosure.
    """
    found = judged(answered(SUPPLIED, {path: answer}), "2028-09-10")
    assert Status.VIOLATED is found.finding("AZ-6204.B").status
    assert Outcome.PROHIBITED is found.outcome
    lacking = {
        f"AZ-6204.B.{item}"
        for item in (1, 2, 3)
        if found.finding(f"AZ-6204.B.{item}").status is Status.VIOLATED
    }
    expected = {enclosure} if enclosure else set()
    if answer is NEVER:
        expected = {"AZ-6204.B.1", "AZ-6204.B.2", "AZ-6204.B.3"}
    assert expected == lacking


@each_element
def test_a_plan_whose_certification_lacks_one_element_is_conditional(enclosure, path, answer):
    """Before the purchase the vendor can still complete it."""
    found = judged(answered(SUPPLIED, {**PLANNED, path: answer}), "2028-09-03")
    assert Status.OPEN is found.finding("AZ-6204.B").status
    assert Outcome.CONDITIONAL is found.outcome


@each_element
def test_a_certification_with_one_element_unknown_is_open(enclosure, path, answer):
    """What nobody knows of a certification leaves the answer open."""
    found = judged(answered(SUPPLIED, {path: None}), "2028-09-10")
    assert Status.UNDETERMINED is found.finding("AZ-6204.B").status
    assert (Outcome.NO_OBJECTION, Outcome.PROHIBITED) == (found.at_least, found.at_most)


@pytest.mark.parametrize(
    ("provided", "status"),
    [
        ("2028-09-04T04:59:59-07:00", Status.SATISFIED),
        ("2028-09-04T05:00:00-07:00", Status.VIOLATED),
        ("2028-09-04", Status.UNDETERMINED),
        ("2028-09-05", Status.VIOLATED),
    ],
)
def test_the_certification_comes_before_the_purchase(provided, status):
    """The vendor owes it on proposing to supply: one that follows the purchase is too late."""
    found = judged(answered(SUPPLIED, {"certification.provided": at(provided)}), "2028-09-10")
    assert status is found.finding("AZ-6204.B").status


# Any case at all. Random answers are laid over the cases above, so that much of
# what they need is there.

BACKGROUNDS = (
    WARRANT,
    ALERT,
    FUGITIVE,
    PERIMETER,
    SUPPLIED,
    background("downtown-faces"),
    background("contractor"),
)
READ = sorted(
    {
        path
        for paths in BILL.rulebook.facts_used.values()
        for path in paths
        if path in FACTS and "[]" not in path
    }
)
ATTESTED = sorted({node.provision for node in BILL.rulebook.nodes if isinstance(node, Attested | AttestedOn)})
DAYS = tuple(
    date(2027, 1, 1) + datetime.timedelta(days=days)
    for days in (0, 121, 122, 123, 300, 545, 546, 547, 548, 617, 671, 900)
)


@st.composite
def disturbed(draw: Any) -> Case:
    """One of the cases above with some answers changed, and others forgotten."""
    case = pick(draw, BACKGROUNDS)
    for path in some(draw, READ, 1, 12):
        known = pick(draw, (True, True, True, False))
        case = case.with_answer(path, draw(values(FACTS[path])) if known else None)
    return case


FAILING = {
    exception: [
        (path, answer) for of, _, path, answer in CONDITIONS if of == exception and path != "warrant.issued"
    ]
    for exception in ("AZ-6207.1", "AZ-6207.2", "AZ-6207.3")
}
# What fails an investigation does not fail an alert: these hold whatever the reader is for.
FAILING["AZ-6207.2"] = [
    ("surveillance.tools", TermSet()),
    ("surveillance.reader_identifies_vehicles", False),
    (READER, TermSet(["amber_alert", "other"])),
    (READER, TermSet.partial(yes=["other"])),
    (READER, TermSet()),
]
FAILING["AZ-6207.1"].append(("warrant.issued", NEVER))
BANS = ("AZ-6202.A", "AZ-6203.A", "AZ-6206")


@pytest.mark.parametrize("exception", FAILING)
@given(case=disturbed(), failing=st.integers(0, 9), day=st.sampled_from(DAYS))
def test_no_exception_applies_while_one_of_its_conditions_is_known_to_fail(exception, case, failing, day):
    """Whatever else is known, the exception does not hold and displaces nothing."""
    path, answer = FAILING[exception][failing % len(FAILING[exception])]
    assert none_of(judged(answered(case, {path: answer}), day), exception)


@given(case=disturbed(), failing=st.tuples(*(st.integers(0, 9) for _ in FAILING)), day=st.sampled_from(DAYS))
def test_no_ban_is_displaced_while_every_exception_has_a_condition_that_fails(case, failing, day):
    """With a condition of each of the three known to fail, none of the bans they lift gives way."""
    for rows, number in zip(FAILING.values(), failing, strict=True):
        path, answer = rows[number % len(rows)]
        case = answered(case, {path: answer})
    answer = judged(case, day)
    assert Status.NOTED is not answer.finding("AZ-6207").status
    for ban in BANS:
        assert Status.DISPLACED is not answer.finding(ban).status
        assert answer.finding(ban).displaced_by is None


def settles_nothing(answer: Evaluation) -> None:
    """Nothing is violated, owed, exposed or even open."""
    assert Outcome.NOT_APPLICABLE is answer.outcome
    assert not {finding.status for finding in answer.findings} - {
        Status.NOT_APPLICABLE,
        Status.NOT_IN_FORCE,
        Status.DISPLACED,
    }
    assert () == answer.duties
    assert () == answer.exposure


anybody = st.one_of(disturbed(), cases(READ, ATTESTED))


@given(case=anybody, day=st.sampled_from(DAYS))
@example(case=Case(), day=date(2030, 1, 1))
def test_unsigned_the_bill_asks_nothing_of_anyone(case, day):
    """While it is a proposal nothing is violated, owed or exposed, on any day and in any case."""
    settles_nothing(BILL.evaluate(case, as_of=day))


@given(case=anybody, before=st.integers(1, 200))
def test_before_the_signature_nothing_is_violated_owed_or_exposed(case, before):
    """On every day before the governor signs, whatever the case, acts dated later than the day of judging
    included.
    """
    settles_nothing(LAW.evaluate(case, as_of=SIGNED - datetime.timedelta(days=before)))


@given(case=anybody, day=st.sampled_from([day for day in DAYS if SIGNED <= day < date(2028, 7, 1)]))
def test_before_july_2028_nothing_follows_from_articles_5_and_6(case, day):
    """Between the signature and the general effective date no contractor owes anything, and no remedy of
    article 6 exists.
    """
    answer = LAW.evaluate(case, as_of=day)
    late = ("AZ-6211", "AZ-6212", "AZ-6213", "AZ-6214", "AZ-6215", "AZ-6216", "AZ-S2")
    assert not [duty.provision for duty in answer.duties if duty.provision.startswith(late)]
    assert not [one.provision for one in answer.exposure if one.provision.startswith(late)]
    for finding in answer.findings:
        if finding.provision.startswith(late):
            assert finding.status in (Status.NOT_APPLICABLE, Status.NOT_IN_FORCE, Status.DISPLACED)
