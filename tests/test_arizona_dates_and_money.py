"""The Arizona bill: what its days, hours and amounts come to."""

from __future__ import annotations

import datetime
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from aigovkit import find_policy, periods
from aigovkit.answers import DutyStatus, Exposure, Outcome, Status
from aigovkit.evaluation import Evaluation
from aigovkit.facts import TermSet
from aigovkit.models import Act, Agency, Attestation, Bar, Case, Contract, ProtectedClass, Vendor
from aigovkit.periods import Occurrence, Period, parse_moment
from aigovkit.policies import Policy

FOLDER = Path(__file__).parent / "scenarios" / "us-az" / "digital-bill-of-rights"
BILL = find_policy("us-az/digital-bill-of-rights")
SIGNED = date(2027, 5, 3)
LAW = BILL.given(signed_on=SIGNED, constitutional_date=date(2027, 9, 25))
ONE_DAY = datetime.timedelta(days=1)


def background(name: str, **answers: Any) -> Case:
    """The case of a background of the scenarios, with other answers; `__` stands for the dot in a path."""
    case = Case.from_dict(
        tomllib.loads((FOLDER / f"{name}.background.toml").read_text(encoding="utf-8"))["case"]
    )
    return answered(case, {path.replace("__", "."): value for path, value in answers.items()})


def answered(case: Case, answers: dict[str, Any]) -> Case:
    """The case with other answers, by their paths; `acts[].on` stands for a fact of every act."""
    for path, value in answers.items():
        if path.startswith("acts[]."):
            fact = path.removeprefix("acts[].")
            several = [attrs.evolve(act, **{fact: value}) for act in case.acts or ()]
            case = case.with_answer("acts", several)
        else:
            case = case.with_answer(path, value)
    return case


def at(text: str) -> Any:
    """A day or an instant from its text."""
    return parse_moment(text)


def judged(case: Case, as_of: Any, law: Policy = LAW, **readings: str) -> Evaluation:
    """What the bill, signed and read so, says of the case."""
    return law.read(**readings).evaluate(case, as_of=at(as_of) if isinstance(as_of, str) else as_of)


def owed(evaluation: Evaluation, provision: str) -> Any:
    """The one duty that a provision lays on someone in the case."""
    (duty,) = [duty for duty in evaluation.duties if duty.provision == provision]
    return duty


def cost(evaluation: Evaluation, provision: str) -> Exposure | None:
    """What a provision could cost in the case, None when nothing."""
    return next((exposure for exposure in evaluation.exposure if exposure.provision == provision), None)


# The report on an exception

REPORTS = [
    ("2028-09-04", "2028-10-04"),
    ("2028-01-31", "2028-03-01"),
    ("2029-01-31", "2029-03-02"),
    ("2028-02-29", "2028-03-30"),
    ("2027-12-02", "2028-01-01"),
]
each_report = pytest.mark.parametrize(("invoked", "due"), REPORTS)


def relied(invoked: str, **reported: Any) -> Case:
    """The tracker under a warrant, relying on the exception from a day."""
    return background("under-a-warrant", reliance__invoked=at(invoked), **reported)


@each_report
def test_the_report_is_due_thirty_days_after_the_exception_is_invoked(invoked, due):
    """Thirty days are counted from the day after, through short months and leap years, and no holiday
    moves the last.
    """
    answer = judged(relied(invoked), due)
    for provision in ("AZ-6210", "AZ-6210.deadline"):
        assert at(due) == owed(answer, provision).due
        assert DutyStatus.OPEN is owed(answer, provision).status
    assert DutyStatus.OVERDUE is owed(judged(relied(invoked), at(due) + ONE_DAY), "AZ-6210.deadline").status


@each_report
def test_a_report_on_the_thirtieth_day_is_in_time_and_the_next_day_is_not(invoked, due):
    """The whole of the thirtieth day is available; whichever of the two has the report later decides."""
    for day, status in ((at(due), DutyStatus.MET), (at(due) + ONE_DAY, DutyStatus.MET_LATE)):
        case = relied(
            invoked,
            reliance__reported_to_legislature=at(due),
            reliance__reported_to_attorney_general=day,
            reliance__report_public=True,
        )
        answer = judged(case, day)
        assert status is owed(answer, "AZ-6210.deadline").status
        assert Status.SATISFIED is answer.finding("AZ-6210").status


def test_with_the_day_unknown_the_report_is_owed_and_its_time_is_not_known():
    """An exception invoked on some day nobody knows leaves the duty and takes the deadline."""
    answer = judged(answered(relied("2028-09-04"), {"reliance.invoked": Occurrence.UNDATED}), "2028-09-10")
    assert owed(answer, "AZ-6210").due is None
    assert Status.OPEN is not answer.finding("AZ-6210.deadline").status
    assert "reliance.invoked" in owed(answer, "AZ-6210").note


def test_an_exception_claimed_in_vain_is_reported_all_the_same():
    """To invoke is enough: the warrant is on too little, and the report is due."""
    answer = judged(answered(relied("2028-09-04"), {"warrant.probable_cause": False}), "2028-09-10")
    assert Outcome.PROHIBITED is answer.outcome
    assert date(2028, 10, 4) == owed(answer, "AZ-6210").due


# Section 2

RULES_AMENDED = "attestations.AZ-S2"


def amended(day: date | None) -> Case:
    """A state agency that has done nothing with machines, and rules amended on a day."""
    attested = Attestation(met=False) if day is None else Attestation(met=True, on=day)
    return answered(
        background("contractor", contract__involves_automated_decisions=False), {RULES_AMENDED: attested}
    )


@pytest.mark.parametrize(
    ("reading", "due"),
    [("inclusive", date(2028, 12, 28)), ("exclusive", date(2028, 12, 29))],
)
def test_the_procurement_rules_are_due_after_180_days(reading, due):
    """The days are counted from the general effective date, so from 2 July when "from and after" leaves
    the first out.
    """
    answer = judged(amended(None), due, from_and_after=reading)
    assert due == owed(answer, "AZ-S2").due
    assert Status.OPEN is answer.finding("AZ-S2").status
    assert (
        Status.VIOLATED
        is judged(amended(None), due + ONE_DAY, from_and_after=reading).finding("AZ-S2").status
    )
    assert (
        Status.SATISFIED
        is judged(amended(due), due + ONE_DAY, from_and_after=reading).finding("AZ-S2").status
    )
    assert (
        Status.VIOLATED
        is judged(amended(due + ONE_DAY), due + ONE_DAY, from_and_after=reading).finding("AZ-S2").status
    )


def test_by_the_constitutional_date_the_procurement_rules_wait_for_the_session_to_close():
    """Counted from the day the constitution names, the days cannot be reckoned before that day is known."""
    unknown = BILL.given(signed_on=SIGNED)
    assert (
        owed(
            judged(amended(None), "2028-08-01", unknown, general_effective_date="constitutional"), "AZ-S2"
        ).due
        is None
    )
    assert (
        Status.UNDETERMINED
        is judged(amended(None), "2029-01-10", unknown, general_effective_date="constitutional")
        .finding("AZ-S2")
        .status
    )
    assert (
        Status.VIOLATED
        is judged(amended(None), "2028-08-01", general_effective_date="constitutional")
        .finding("AZ-S2")
        .status
    )


def test_the_procurement_rules_are_owed_by_nobody_before_the_general_date():
    """On 30 June 2028 Section 2 is not in force."""
    answer = judged(amended(None), "2028-06-30")
    assert Status.NOT_IN_FORCE is answer.finding("AZ-S2").status
    assert not [duty for duty in answer.duties if duty.provision == "AZ-S2"]


# Three years without state contracts

ELEVEN = [word for word in ProtectedClass if word is not ProtectedClass.VETERAN_STATUS]


def lapsed(**answers: Any) -> Case:
    """The contractor whose analysis left out a class."""
    given = {
        "impact_assessment__classes_analyzed": TermSet(ELEVEN),
        "contract__noncompliant_profits": 250_000,
    }
    return background("contractor", **given, **answers)


def bidding(determined: Any, bid: Any) -> Case:
    """A bid for a new contract of the state by a contractor whose breach of another was determined."""
    case = lapsed()
    bars = [Bar(ground="algorithmic_discrimination", since=determined)]
    offer = Act(kind="bid", by="contractor", object="other", on=bid, contract_with="state", new_contract=True)
    return answered(case, {"acts": [*case.acts, offer], "vendor.bars": bars})


@pytest.mark.parametrize(
    ("determined", "bid", "barred"),
    [
        ("2028-07-15", "2028-07-15", True),
        ("2028-07-15", "2031-07-14", True),
        ("2028-07-15", "2031-07-15", False),
        ("2028-07-15", "2028-07-14", False),
        ("2032-02-29", "2034-06-01", True),
        ("2032-02-29", "2035-02-27", True),
        ("2032-02-29", "2035-02-28", False),
        ("2032-02-29", "2035-03-01", False),
    ],
)
def test_the_contractor_is_barred_until_the_third_anniversary(determined, bid, barred):
    """The third anniversary is the first free day; from 29 February it is 28 February."""
    case = bidding(at(determined), at(bid))
    status = judged(case, "2029-06-01").finding("AZ-6211.D.3.barred").status
    assert (Status.VIOLATED if barred else Status.NOT_APPLICABLE) is status


def test_the_end_of_the_bar_is_shown():
    """The first free day stands as the day of the duty to stay out, and the duty is over on it."""
    case = bidding(date(2029, 3, 1), date(2032, 3, 1))
    last, free = judged(case, "2032-02-29"), judged(case, "2032-03-01")
    assert (date(2032, 3, 1), Status.OPEN) == (
        owed(last, "AZ-6211.D.3").due,
        last.finding("AZ-6211.D.3").status,
    )
    assert Status.SATISFIED is free.finding("AZ-6211.D.3").status


def test_only_new_contracts_of_the_state_are_barred():
    """A running contract is no new one, and one of a city is barred under the wider reading alone."""
    barred = bidding(date(2029, 1, 1), date(2029, 3, 1))
    bid = len(barred.acts) - 1
    row = "AZ-6211.D.3.barred"
    assert Status.VIOLATED is judged(barred, "2029-06-01").finding(row).status
    old = answered(barred, {f"acts[{bid}].new_contract": False})
    assert Status.NOT_APPLICABLE is judged(old, "2029-06-01").finding(row).status
    local = answered(barred, {f"acts[{bid}].contract_with": "local"})
    assert Status.NOT_APPLICABLE is judged(local, "2029-06-01").finding(row).status
    assert Status.VIOLATED is judged(local, "2029-06-01", barred_bids="state_and_local").finding(row).status


# Who is asked what


def asked(**known: Any) -> set[str]:
    """The parts of a case that are asked about, where little more than its acts is known."""
    case = Case(agency=Agency(place="us-az"), vendor=Vendor(involved=True, bars=[]), **known)
    return {one.fact.split(".")[0].split("[")[0] for one in judged(case, "2029-06-01").questions}


def test_a_contractor_is_asked_nothing_about_cameras():
    """What decides and can watch nobody is none of the surveillance articles' business, and a watch kept by
    the agency alone, under a contract that decides nothing by machine, none of article 5's.
    """
    acts = [
        Act(kind="contract", object="decision_system", on=date(2028, 8, 1)),
        Act(kind="use", by="contractor", since=date(2028, 9, 1), on=date(2029, 6, 1)),
        Act(kind="use", object="decision_system", on=date(2029, 6, 1)),
    ]
    contractor = asked(acts=acts, contract=Contract(involves_automated_decisions=True))
    assert {"discrimination", "impact_assessment"} <= contractor
    assert not contractor & {"surveillance", "minimization", "hosting", "warrant", "necessity_finding"}
    watch = [Act(kind="use", object="system", since=date(2028, 9, 1), on=date(2029, 6, 1))]
    reader = asked(acts=watch, contract=Contract(involves_automated_decisions=False))
    assert {"surveillance", "warrant"} <= reader
    assert not reader & {"discrimination", "impact_assessment"}


# Certifying again every year

YEARLY = (date(2029, 8, 1), date(2030, 7, 15), date(2031, 7, 1))


@pytest.mark.parametrize(
    ("again", "due"),
    [
        ((), date(2029, 8, 15)),
        ((date(2029, 3, 1),), date(2030, 3, 1)),
        ((*YEARLY, date(2032, 2, 29)), date(2033, 2, 28)),
    ],
)
def test_the_contractor_certifies_again_within_a_year_of_the_last_time(again, due):
    """It is timely through the anniversary; one made early starts a year of its own; from 29 February the
    year ends on the 28th.
    """
    case = background("contractor", impact_assessment__recertifications=again)
    answer = judged(case, due)
    assert due == owed(answer, "AZ-6211.C.recert").due
    assert Status.SATISFIED is answer.finding("AZ-6211.C.recert").status
    assert Outcome.NO_OBJECTION is answer.outcome
    late = judged(answered(case, {"acts[3].on": due + ONE_DAY}), due + ONE_DAY)
    assert Status.VIOLATED is late.finding("AZ-6211.C.recert").status
    assert Status.NOTED is late.finding("AZ-6211.D").status
    assert Status.VIOLATED is late.finding("AZ-6212.A").status
    assert Outcome.PROHIBITED is late.outcome


def test_one_who_certifies_again_late_has_broken_the_section_and_complies_now():
    """No time to cure is stated, so the breach stays; what the agency may do turns on the compliance of
    today.
    """
    case = background("contractor", impact_assessment__recertifications=(date(2029, 8, 16),))
    answer = judged(case, "2029-09-01")
    assert Status.VIOLATED is answer.finding("AZ-6211.C.recert").status
    assert Status.NOTED is answer.finding("AZ-6211.D").status
    assert Status.NOT_APPLICABLE is answer.finding("AZ-6212.A").status


# Twenty-four hours


@pytest.mark.parametrize(
    ("captured", "last"),
    [
        ("2028-09-01T23:30:00-07:00", "2028-09-03T06:30:00Z"),
        # On the Navajo Nation the clocks go back that night: by them it is 11:00, not 12:00.
        ("2028-11-04T12:00:00-06:00", "2028-11-05T18:00:00Z"),
    ],
)
def test_a_record_is_purged_within_24_hours_that_pass(captured, last):
    """The hours are counted as they pass, to the second, whatever the clocks of the place do."""
    start, end = at(captured), at(last)
    assert periods.interval(end, periods.UTC) == periods.shift(
        periods.interval(start, periods.UTC), Period.parse("PT24H"), periods.UTC
    )
    for kept_until, status in (
        (end, Status.SATISFIED),
        (end + datetime.timedelta(seconds=1), Status.VIOLATED),
    ):
        kept = Period(seconds=int((kept_until - start).total_seconds()))
        case = background("perimeter-cameras", minimization__nonmatching_retention=kept)
        assert status is judged(case, "2028-11-10").finding("AZ-6209.B.3").status


def test_until_the_same_hour_of_the_next_day_can_be_too_long():
    """Noon to noon across the night on which the clocks go back is 25 hours."""
    kept = at("2028-11-05T12:00:00-07:00") - at("2028-11-04T12:00:00-06:00")
    case = background(
        "perimeter-cameras", minimization__nonmatching_retention=Period(seconds=int(kept.total_seconds()))
    )
    answer = judged(case, "2028-11-10")
    assert Status.VIOLATED is answer.finding("AZ-6209.C.ban").status
    assert Outcome.PROHIBITED is answer.outcome


def test_a_record_is_kept_as_briefly_as_possible_too():
    """Where data is held against a search, 24 hours are a ceiling and not an allowance."""
    answers = {
        "minimization__immediate_deletion_feasible": False,
        "minimization__nonmatching_retention": Period.parse("PT20H"),
        "minimization__retention_shortest_possible": False,
        "minimization__purge_automatic": True,
        "minimization__purge_irreversible": True,
    }
    assert (
        Status.VIOLATED
        is judged(background("under-a-warrant", **answers), "2028-09-10").finding("AZ-6209.B.3").status
    )


# Filing before the act


@pytest.mark.parametrize(
    ("filed", "status"),
    [
        ("2028-09-04T05:59:59-07:00", Status.SATISFIED),
        ("2028-09-04T06:00:00-07:00", Status.VIOLATED),
        ("2028-09-04T06:59:59-06:00", Status.SATISFIED),
        ("2028-09-04T12:59:59Z", Status.SATISFIED),
        ("2028-09-04T13:00:01Z", Status.VIOLATED),
        ("2028-09-04", Status.UNDETERMINED),
        ("2028-09-03", Status.SATISFIED),
        ("2028-09-05", Status.VIOLATED),
    ],
)
def test_the_finding_is_filed_strictly_before_the_act(filed, status):
    """Instants are compared whatever zone they are told in; the same instant is too late; the same day
    without hours is open.
    """
    case = background("under-a-warrant", necessity_finding__filed_with_court=at(filed))
    assert status is judged(case, "2028-09-10").finding("AZ-6208.C.prior").status


@pytest.mark.parametrize("act", ["install", "purchase"])
def test_the_earliest_act_decides(act):
    """A tracker installed or bought before the filing is too early, though it was switched on after it."""
    bought = Act(kind="purchase", object="system", on=at("2028-09-04T05:00:00-07:00"), under_warrant=True)
    case = background("under-a-warrant")
    several = [bought, *(case.acts or ())]
    case = answered(case, {"acts": several})
    assert Status.SATISFIED is judged(case, "2028-09-10").finding("AZ-6208.C.prior").status
    early = at("2028-09-01T15:00:00-07:00")
    case = answered(
        case, {"acts": [attrs.evolve(one, on=early) if one.kind == act else one for one in several]}
    )
    found = judged(case, "2028-09-10").finding("AZ-6208.C.prior")
    assert {Status.VIOLATED} == {one.status for one in found.records}
    # Each act by itself: those that came after the filing are in order.
    apart = judged(case, "2028-09-10", unlawful_purchase="stays_apart").finding("AZ-6208.C.prior")
    assert {act: Status.VIOLATED} == {
        str(one.kind): each.status
        for one, each in zip(case.acts or (), apart.records, strict=True)
        if each.status is not Status.SATISFIED
    }


def test_each_reliance_needs_a_filing_of_its_own():
    """A reader that has run since before the signature is activated anew by an alert, from the instant at
    which it is relied on.
    """
    answers = {
        "acts": [
            Act(
                kind="use",
                object="system",
                since=at("2028-11-03T02:40:00-07:00"),
                on=at("2028-11-03T05:00:00-07:00"),
            )
        ],
        "reliance.invoked": at("2028-11-03T02:40:00-07:00"),
    }
    case = answered(background("plate-readers"), answers)
    assert Status.SATISFIED is judged(case, "2028-11-03").finding("AZ-6208.C.prior").status
    late = answered(case, {"necessity_finding.filed_with_attorney_general": at("2028-11-03T02:41:00-07:00")})
    assert Status.VIOLATED is judged(late, "2028-11-03").finding("AZ-6208.C.prior").status
    assert (
        Status.NOT_APPLICABLE
        is judged(late, "2028-11-03", each_activation="first_only").finding("AZ-6208.C.prior").status
    )


# The three steps before deployment

STEPS = [
    ("AZ-6211.B.1", "impact_assessment.analysis_done"),
    ("AZ-6211.B.2", "impact_assessment.provided"),
    ("AZ-6211.B.3", "impact_assessment.certified"),
]
each_step = pytest.mark.parametrize(("step", "fact"), STEPS)


@each_step
@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2028-08-31", Status.SATISFIED),
        ("2028-09-01", Status.UNDETERMINED),
        ("2028-09-02", Status.VIOLATED),
    ],
)
def test_each_step_is_taken_strictly_before_deployment(step, fact, day, status):
    """The day before is in time; on the day itself the order is open until the hours are known; the day
    after is too late.
    """
    answer = judged(answered(background("contractor"), {fact: at(day)}), "2028-10-01")
    assert status is answer.finding(step).status


@each_step
@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2028-06-30", Status.SATISFIED),
        ("2028-07-02", Status.SATISFIED),
        ("2028-07-03", Status.UNDETERMINED),
        ("2028-07-04", Status.VIOLATED),
    ],
)
def test_of_a_system_already_running_each_step_is_taken_before_its_next_use(step, fact, day, status):
    """A system deployed in March 2028 and used again on 3 July needs all three before that day."""
    running = {"acts[1].on": date(2028, 3, 1), "acts[2].since": date(2028, 7, 3)}
    answers = {path: date(2028, 6, 1) for _, path in STEPS} | running | {fact: at(day)}
    assert status is judged(answered(background("contractor"), answers), "2028-10-01").finding(step).status


@each_step
def test_before_deployment_a_step_not_taken_is_a_condition(step, fact):
    """Until the system is used nothing is broken, and the case is conditional."""
    planned = {"acts": [Act(kind="deploy", by="contractor", on=Occurrence.NEVER)], fact: Occurrence.NEVER}
    answer = judged(answered(background("contractor"), planned), "2028-10-01")
    assert Status.OPEN is answer.finding(step).status
    assert Status.NOT_APPLICABLE is answer.finding("AZ-6211.D").status
    assert Outcome.CONDITIONAL is answer.outcome


# The staggered start: one case on every day that matters. Faces are to be matched,
# and a contractor's system disfavours people by age; both are still planned.

PLANNED = answered(
    background("contractor"),
    {
        "acts": [
            Act(kind="contract", object="decision_system", on=Occurrence.NEVER),
            Act(kind="deploy", by="contractor", on=Occurrence.NEVER),
        ],
        "contract.stage": "proposed",
        "discrimination.effects": TermSet(["disfavoring_impact"]),
        "discrimination.unjustified": True,
        "discrimination.bases": TermSet(["age"]),
    },
)
FACES = answered(
    PLANNED,
    {
        "acts": [*PLANNED.acts, Act(kind="use", object="system", on=Occurrence.NEVER)],
        "surveillance.face_matching": True,
        "surveillance.tools": TermSet(["security_camera"]),
        "surveillance.perimeter_only": False,
        "warrant.issued": Occurrence.NEVER,
    },
)


@pytest.mark.parametrize(
    ("day", "reading", "use", "dealing", "outcome"),
    [
        ("2027-05-02", "inclusive", Status.NOT_IN_FORCE, Status.NOT_IN_FORCE, Outcome.NOT_APPLICABLE),
        ("2027-05-03", "inclusive", Status.VIOLATED, Status.NOT_IN_FORCE, Outcome.PROHIBITED),
        ("2028-06-30", "inclusive", Status.VIOLATED, Status.NOT_IN_FORCE, Outcome.PROHIBITED),
        ("2028-07-01", "inclusive", Status.VIOLATED, Status.VIOLATED, Outcome.PROHIBITED),
        ("2028-07-01", "exclusive", Status.VIOLATED, Status.NOT_IN_FORCE, Outcome.PROHIBITED),
        ("2028-07-02", "exclusive", Status.VIOLATED, Status.VIOLATED, Outcome.PROHIBITED),
    ],
)
def test_one_case_on_every_day_that_matters(day, reading, use, dealing, outcome):
    """Before the signature nothing binds; from its day the bans do; the rest from 1 July 2028, or from
    the second.
    """
    answer = judged(FACES, day, from_and_after=reading)
    assert (use, dealing, outcome) == (
        answer.finding("AZ-6202.A").status,
        answer.finding("AZ-6212.A").status,
        answer.outcome,
    )


@pytest.mark.parametrize(
    ("day", "reading", "outcome"),
    [
        ("2027-05-02", "inclusive", Outcome.NOT_APPLICABLE),
        ("2027-05-03", "inclusive", Outcome.NOT_APPLICABLE),
        ("2028-06-30", "inclusive", Outcome.NOT_APPLICABLE),
        ("2028-07-01", "inclusive", Outcome.PROHIBITED),
        ("2028-07-01", "exclusive", Outcome.NOT_APPLICABLE),
        ("2028-07-02", "exclusive", Outcome.PROHIBITED),
    ],
)
def test_contracting_starts_in_july_2028(day, reading, outcome):
    """A contractor's case has no answer but the supposed one until the rest of the act starts."""
    answer = judged(PLANNED, day, from_and_after=reading)
    assert outcome is answer.outcome
    supposed = answer.hypothetical
    assert (supposed.outcome if supposed else answer.outcome) is Outcome.PROHIBITED


def test_in_the_hours_before_the_signature_nothing_binds():
    """Signed at ten in the morning, the bans bind what is judged at ten and nothing before."""
    law = LAW.given(signed_on=at("2027-05-03T10:00:00-07:00"))
    assert Outcome.NOT_APPLICABLE is judged(FACES, "2027-05-03T09:59:59-07:00", law).outcome
    assert Outcome.PROHIBITED is judged(FACES, "2027-05-03T10:00:00-07:00", law).outcome


def test_on_the_day_of_signature_without_hours_an_act_of_that_day_is_open():
    """Whether it came before the governor signed is unknown; the act looks back on nothing."""
    case = answered(FACES, {"acts[].on": SIGNED})
    answer = judged(case, "2027-06-01")
    assert (Outcome.NOT_APPLICABLE, Outcome.PROHIBITED) == (answer.at_least, answer.at_most)
    assert (
        Outcome.NOT_APPLICABLE
        is judged(answered(case, {"acts[].on": SIGNED - ONE_DAY}), "2027-06-01").outcome
    )
    assert Outcome.PROHIBITED is judged(answered(case, {"acts[].on": SIGNED + ONE_DAY}), "2027-06-01").outcome


def test_without_an_emergency_clause_the_constitution_may_hold_the_start_back():
    """Under the other reading the bans wait for the day the constitution names."""
    for day, outcome in (
        (date(2027, 9, 24), Outcome.NOT_APPLICABLE),
        (date(2027, 9, 25), Outcome.PROHIBITED),
    ):
        assert outcome is judged(FACES, day, signature_start="constitutional_floor").outcome
    unknown = judged(
        FACES, "2027-09-25", BILL.given(signed_on=SIGNED), signature_start="constitutional_floor"
    )
    assert (Outcome.NOT_APPLICABLE, Outcome.PROHIBITED) == (unknown.at_least, unknown.at_most)


def starts(answer: Evaluation) -> dict[str, date | None]:
    """When what is to come starts, by provision."""
    return {one.provision: one.starts for one in answer.upcoming}


@pytest.mark.parametrize(
    ("law", "day", "bans", "rest"),
    [
        (BILL, "2030-01-01", None, None),
        (LAW, "2027-05-02", SIGNED, date(2028, 7, 1)),
        (LAW, "2027-05-03", "in force", date(2028, 7, 1)),
        (LAW, "2028-06-30", "in force", date(2028, 7, 1)),
        (LAW.read(from_and_after="exclusive"), "2028-07-01", "in force", date(2028, 7, 2)),
        (LAW, "2028-07-01", "in force", "in force"),
        (LAW.given(signed_on=date(2028, 8, 15)), "2028-08-01", date(2028, 8, 15), date(2028, 8, 15)),
    ],
)
def test_what_is_to_come_is_listed_with_its_day(law, day, bans, rest):
    """An unsigned bill has no day; a signed one names the days; signed after July 2028, all of it starts
    with the signature.
    """
    found = starts(judged(FACES, day, law))
    assert (bans, rest) == (found.get("AZ-6202.A", "in force"), found.get("AZ-6212.A", "in force"))


def test_a_bill_signed_late_reaches_no_violation_of_july():
    """Signed on 15 August 2028, it has no remedy for 20 July."""
    law = LAW.given(signed_on=date(2028, 8, 15))
    case = background("downtown-faces", violation__last_occurred=date(2028, 7, 20))
    case = answered(case, {"acts[].on": date(2028, 9, 1)})
    assert cost(judged(case, "2028-09-15", law), "AZ-6214.penalty") is None
    assert cost(judged(case, "2028-09-15"), "AZ-6214.penalty")


# The time window of a warrant, "immediately", "permanently", and duties without a day


@pytest.mark.parametrize("limit", ["person", "place", "time"])
def test_what_goes_beyond_the_warrant_is_outside_the_exception(limit):
    """Surveillance that overruns any one of the three limits of its warrant has no exception."""
    kept = TermSet({"person", "place", "time"} - {limit})
    answer = judged(answered(background("under-a-warrant"), {"acts[].kept_to": kept}), "2028-09-10")
    assert Status.NOT_APPLICABLE is answer.finding("AZ-6207.1").status
    assert Outcome.PROHIBITED is answer.outcome


CLOUD = answered(
    background("plate-readers"),
    {
        "acts": [
            Act(
                kind="purchase",
                object="system",
                on=at("2028-11-03T02:30:00-07:00"),
                with_whom="private_company",
                data_broker=False,
            ),
            *(background("plate-readers").acts or ()),
        ],
        "surveillance.presumption_rebutted": False,
        "hosting.operators": TermSet(["private_out_of_state"]),
        "vendor.retained_access": TermSet(["contractual_right"]),
        "procurement.public_funds": 120_000,
    },
)


def test_immediately_is_at_once_and_no_day_to_come():
    """The contract for a commandeered system is to be ended at once: no day is named, and until it is
    done it is undone.
    """
    case = answered(CLOUD, {"attestations.AZ-6204.D.terminate": Attestation(met=False)})
    duty = owed(judged(case, "2028-11-03"), "AZ-6204.D.terminate")
    assert (None, DutyStatus.UNMET) == (duty.due, duty.status)
    assert "at once" in duty.note


def test_the_vendor_is_barred_without_end():
    """No day ends the bar, which is noted seventy years on; what is permanent is no day far away."""
    assert Status.NOTED is judged(CLOUD, "2099-01-01").finding("AZ-6204.D.bar").status
    assert BILL.rule("AZ-6204.D.bar").commencement.ends is None
    assert not [duty for duty in judged(CLOUD, "2028-11-03").duties if duty.provision == "AZ-6204.D.bar"]


@pytest.mark.parametrize("provision", ["AZ-6212.B", "AZ-6212.C"])
def test_where_the_text_names_no_period_none_is_invented(provision):
    """The officer and the publication are owed from the start, with no day by which."""
    case = answered(background("contractor"), {f"attestations.{provision}": Attestation(met=False)})
    duty = owed(judged(case, "2028-09-15"), provision)
    assert (None, DutyStatus.OPEN) == (duty.due, duty.status)
    assert not [duty for duty in judged(case, "2028-06-30").duties if duty.provision == provision]


# Violations before article 6


def violated(**answers: Any) -> Case:
    """Faces matched downtown, a violation found, and someone aggrieved."""
    given = {
        "violation__last_occurred": date(2028, 9, 15),
        "claim__by_aggrieved_person": True,
        **answers,
    }
    return answered(background("downtown-faces", **given), {"acts[].on": date(2028, 9, 15)})


@pytest.mark.parametrize(
    ("last", "reading", "reached"),
    [
        ("2028-06-30", "prospective", False),
        ("2028-07-01", "prospective", True),
        ("2028-06-30", "remedial", True),
    ],
)
def test_remedies_reach_violations_from_the_start_of_article_6(last, reading, reached):
    """A violation that ended before has none, unless remedies are taken to look back; one that goes on is
    reached.
    """
    answer = judged(violated(violation__last_occurred=at(last)), "2028-10-01", earlier_violations=reading)
    assert reached is (cost(answer, "AZ-6214.penalty") is not None)
    assert reached is (cost(answer, "AZ-6215.A.1") is not None)


def test_remedies_for_the_first_of_july_depend_on_whether_it_is_in():
    """A violation on 1 July 2028 is reached if "from and after" includes it, and not otherwise."""
    case = violated(violation__last_occurred=date(2028, 7, 1))
    assert cost(judged(case, "2028-10-01"), "AZ-6214.penalty")
    assert cost(judged(case, "2028-10-01", from_and_after="exclusive"), "AZ-6214.penalty") is None


# Money. Amounts are in cents.


def bounds(case: Case, provision: str, as_of: str = "2028-10-01", **readings: str) -> tuple[int, int | None]:
    """The least and the most that a provision could cost in the case."""
    found = cost(judged(case, as_of, **readings), provision)
    assert found is not None
    assert found.certain
    return found.at_least, found.at_most


@pytest.mark.parametrize(("count", "most"), [(1, 50_000_00), (2, 100_000_00), (None, None)])
def test_civil_penalties_are_a_ceiling(count, most):
    """Up to 50,000 dollars for each violation, at least nothing; with the count unknown no ceiling is
    known.
    """
    assert (0, most) == bounds(answered(violated(), {"violation.count": count}), "AZ-6214.penalty")


@pytest.mark.parametrize(
    ("actual", "count", "least", "most"),
    [
        (17_000, 2, 20_000_00, 20_000_00),
        (25_000, 2, 25_000_00, 25_000_00),
        (0, 3, 30_000_00, 30_000_00),
        (20_000, 2, 20_000_00, 20_000_00),
        (None, 2, 20_000_00, None),
        (25_000, None, 25_000_00, None),
        (4_000, None, 10_000_00, None),
        (None, None, 10_000_00, None),
        (Decimal("20000.01"), 2, 20_000_01, 20_000_01),
    ],
)
def test_damages_are_the_greater_of_the_two_and_never_their_sum(actual, count, least, most):
    """Actual damages or 10,000 dollars for each violation; what is unknown leaves the other as a floor."""
    case = answered(violated(), {"claim.actual_damages": actual, "violation.count": count})
    assert (least, most) == bounds(case, "AZ-6215.A.1")


def test_damages_compared_violation_by_violation():
    """Losses of 15,000 and 2,000 dollars make 25,000 when each is held against 10,000, and 20,000 when
    they are added first.
    """
    case = answered(
        violated(),
        {"claim.actual_damages": 17_000, "violation.count": 2, "claim.damages_by_violation": 25_000},
    )
    assert (20_000_00, 20_000_00) == bounds(case, "AZ-6215.A.1")
    assert (25_000_00, 25_000_00) == bounds(case, "AZ-6215.A.1", greater_damages="per_violation")
    unknown = answered(case, {"claim.damages_by_violation": None})
    assert (20_000_00, None) == bounds(unknown, "AZ-6215.A.1", greater_damages="per_violation")


def test_punitive_damages_have_no_measure():
    """Where it was willful or reckless they come on top, with no ceiling; where that is unknown they are
    possible.
    """
    for word in ("willful", "reckless"):
        case = answered(
            violated(), {"violation.willful": False, "violation.reckless": False, f"violation.{word}": True}
        )
        assert (0, None) == bounds(case, "AZ-6215.A.2")
    possible = cost(judged(violated(), "2028-10-01"), "AZ-6215.A.2")
    assert (0, None, False) == (possible.at_least, possible.at_most, possible.certain)
    neither = answered(violated(), {"violation.willful": False, "violation.reckless": False})
    assert cost(judged(neither, "2028-10-01"), "AZ-6215.A.2") is None
    reckless = answered(neither, {"violation.reckless": True})
    assert cost(judged(reckless, "2028-10-01", public_punitive="existing_immunity"), "AZ-6215.A.2") is None


def test_fees_are_what_is_reasonable():
    """Fees and costs have neither a floor nor a ceiling in the text."""
    assert (0, None) == bounds(violated(), "AZ-6215.A.4")


@pytest.mark.parametrize(
    ("funds", "default", "fourfold"),
    [(120_000, 360_000_00, 480_000_00), (0, 0, 0), (None, None, None)],
)
def test_treble_damages_are_three_times_in_all(funds, default, fourfold):
    """At most three times what was spent, or four times when the money itself comes on top; of an unknown
    amount, an unknown multiple. To be sued for it is not to owe it yet.
    """
    case = answered(CLOUD, {"procurement.public_funds": funds})
    for reading, amount in (
        ("three_times_funds", default),
        ("funds_plus_treble", fourfold),
    ):
        assert (0, amount) == bounds(case, "AZ-6204.D.treble", "2028-11-03", treble_damages=reading)


def test_treble_damages_are_for_what_was_bought_under_the_act():
    """Nothing is owed for a plan, nor for what was bought before the signature; from that day on it is,
    article 6 or no.
    """
    purchase, *others = CLOUD.acts or ()

    def bought(day: Any) -> Case:
        return answered(CLOUD, {"acts": [attrs.evolve(purchase, on=day), *others]})

    plan = answered(CLOUD, {"acts[].on": Occurrence.NEVER, "acts[].since": Occurrence.NEVER})
    before = bought(SIGNED - ONE_DAY)
    interim = bought(date(2027, 6, 1))
    assert cost(judged(plan, "2028-11-03"), "AZ-6204.D.treble") is None
    assert cost(judged(before, "2028-11-03"), "AZ-6204.D.treble") is None
    assert (0, 360_000_00) == bounds(interim, "AZ-6204.D.treble", "2027-07-01")


AUTOMATIC = {"remedies_follow": "automatic"}


@pytest.mark.parametrize(("profits", "cents"), [(250_000, 250_000_00), (None, None)])
def test_all_profit_of_the_noncompliant_work_can_be_asked_for(profits, cents):
    """The profits that are known, no multiple of them, and no figure while they are unknown; a remedy that
    has to be sought sets no floor.
    """
    case = answered(lapsed(), {"contract.noncompliant_profits": profits})
    assert (0, cents) == bounds(case, "AZ-6211.D.2", "2029-06-01")
    assert (cents or 0, cents) == bounds(case, "AZ-6211.D.2", "2029-06-01", **AUTOMATIC)


@pytest.mark.parametrize(
    ("agency", "individuals", "least", "most"),
    [
        (40_000, 5_000, 45_000_00, 45_000_00),
        (40_000, None, 40_000_00, None),
        (None, 5_000, 5_000_00, None),
        (None, None, 0, None),
    ],
)
def test_the_contractor_is_liable_for_both_kinds_of_damage(agency, individuals, least, most):
    """The damages of the agency and of the individuals are added up; where remedies follow by themselves,
    the part that is known is a floor.
    """
    case = answered(lapsed(), {"claim.agency_damages": agency, "claim.individual_damages": individuals})
    assert (0, most) == bounds(case, "AZ-6211.D.4", "2029-06-01")
    assert (least, most) == bounds(case, "AZ-6211.D.4", "2029-06-01", **AUTOMATIC)


def test_presumed_distress_is_no_amount():
    """A claimant who prevails on discrimination is presumed distressed until that is rebutted; no figure
    comes with it.
    """
    case = answered(violated(), {"claim.prevailed": True, "violation.discriminates": True})
    answer = judged(case, "2028-10-01")
    assert Status.NOTED is answer.finding("AZ-6215.B").status
    assert cost(answer, "AZ-6215.B") is None
    rebutted = judged(answered(case, {"claim.distress_rebutted": True}), "2028-10-01")
    assert Status.NOT_APPLICABLE is rebutted.finding("AZ-6215.B").status


def test_the_cost_of_an_audit_and_back_pay_are_named_without_a_figure():
    """Who bears an audit is left open, and back pay stands in another act."""
    audited = {
        "impact_assessment.audit_requested": date(2029, 1, 10),
        "impact_assessment.audit_submitted": True,
        "impact_assessment.auditor_independent": True,
        "whistleblowing.employer": "contractor",
        "whistleblowing.good_faith": True,
        "whistleblowing.suspected_violation": True,
        "whistleblowing.reported_to": TermSet(["attorney_general"]),
        "whistleblowing.reported": date(2029, 2, 1),
    }
    answer = judged(answered(background("contractor"), audited), "2029-06-01")
    for provision in ("AZ-6211.C.cost", "AZ-6216"):
        assert Status.NOTED is answer.finding(provision).status
        assert cost(answer, provision) is None


def test_nothing_is_exposed_where_no_violation_was_found():
    """What the kit finds is no finding of a violation: without one there is no exposure under article 6."""
    answer = judged(violated(violation__found=False), "2028-10-01")
    assert Outcome.PROHIBITED is answer.outcome
    assert not [one.provision for one in answer.exposure if one.provision.startswith(("AZ-6214", "AZ-6215"))]


# Readings that move a sum or a day, and no outcome


def test_a_reading_that_moves_money_alone_is_shown_with_its_sum():
    """Three times the funds, or four; the greater of two totals, or the sum of the greater ones."""
    sums = [
        (one.reading, one.at_least, one.at_most)
        for one in judged(CLOUD, "2028-11-03").sums_by_reading
        if one.ambiguity == "treble_damages"
    ]
    assert [("three_times_funds", 0, 360_000_00), ("funds_plus_treble", 0, 480_000_00)] == sums
    two = {"violation__count": 3, "claim__actual_damages": 42_000, "claim__damages_by_violation": 55_000}
    suit = judged(violated(**two), "2028-10-01")
    assert [("aggregate", 42_000_00), ("per_violation", 55_000_00)] == [
        (one.reading, one.at_most) for one in suit.sums_by_reading if one.ambiguity == "greater_damages"
    ]
    assert "greater_damages=per_violation" in str(suit)
    assert "$55,000" in str(suit)


def test_a_reading_that_moves_a_day_alone_is_shown_with_its_day():
    """The thirty days run from the reliance, from the first use, or from the end of the surveillance."""
    case = relied("2028-09-04", reliance__ended=at("2028-09-10"))
    answer = judged(case, "2028-09-20")
    days = {
        (one.reading, one.due)
        for one in answer.days_by_reading
        if (one.provision, one.ambiguity) == ("AZ-6210", "report_clock")
    }
    assert {("first_reliance", at("2028-10-04")), ("end_of_use", at("2028-10-10"))} < days
    assert "report_clock" not in answer.contested
    assert "report_clock=end_of_use (of the end of the surveillance): due 10 October 2028" in " ".join(
        str(answer).split()
    )


def test_readings_that_come_to_the_same_are_not_shown():
    """With nothing spent, three times and four times are nothing alike."""
    case = answered(CLOUD, {"procurement.public_funds": 0})
    assert not [one for one in judged(case, "2028-11-03").sums_by_reading if "treble" in one.ambiguity]


def test_what_a_person_comes_for_is_in_the_text():
    """Void, to be terminated, barred for good; and each sum with its name, its place and who pays."""
    told = " ".join(str(judged(CLOUD, "2028-11-03")).split())
    for words in (
        "The procurement of a commandeered system against this section is void. 41-6204(D), first sentence",
        "AZ-6204.D.terminate: End the contract at once.",
        "The vendor is barred for good from all procurement of the state and its subdivisions.",
        "The attorney general has to seek three times the public money spent. 41-6204(D), third sentence",
        "paid by the vendor, of whom the sentence before speaks",
        "Punitive damages, where the violation is willful or reckless. 41-6215(A)(2)",
    ):
        assert words in told
