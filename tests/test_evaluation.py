"""The answer in all its parts, on the orders of an invented country: findings, reasons, duties, tiers,
retention, exposure, force.
"""

from __future__ import annotations

import datetime
import math
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given, settings
from strategies import examples, judged

from aigovkit import periods
from aigovkit.answers import (
    Counts,
    DutyDue,
    DutyStatus,
    ElementClass,
    Exposure,
    Outcome,
    RetentionConflict,
    RetentionFound,
    RetentionLimits,
    Status,
    TierFound,
    Upcoming,
)
from aigovkit.citations import Force, Kind, Source
from aigovkit.engine import reference
from aigovkit.engine.duties import moment
from aigovkit.engine.reasons import support
from aigovkit.engine.unknowns import open_facts
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.errors import ConditionError, UnknownNameError
from aigovkit.evaluation import Evaluation
from aigovkit.facts import TermSet
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.joining import all_of
from aigovkit.language.kinds import Condition, Time
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    AllOf,
    AtMost,
    Attested,
    AttestedOn,
    Constant,
    Day,
    Earliest,
    Greatest,
    InForce,
    LastOf,
    Latest,
    MeetsCadence,
    Named,
    Points,
    Rebutted,
    StartOfDay,
    TimeIf,
)
from aigovkit.language.parameters import BooleanParameter, ChoiceParameter, CountParameter, EventParameter
from aigovkit.language.words import proposition
from aigovkit.models import (
    Agency,
    Attestation,
    Case,
    Data,
    DataCategory,
    DataClass,
    DataElement,
    Incident,
    Output,
    Procurement,
    RetentionRule,
    Retirement,
    Safeguards,
    Scale,
    Stage,
    Step,
    System,
    Use,
    Vendor,
    Violation,
)
from aigovkit.periods import Cadence, Occurrence, Period
from aigovkit.policies import Policy, policy
from aigovkit.rules import (
    Commencement,
    Deadline,
    advice,
    classification,
    definition,
    exception,
    noted,
    obligation,
    penalty,
    prohibition,
    recurring,
    requirement,
    retention,
    review,
    scope,
    score,
)
from aigovkit.situation import Situation
from aigovkit.wording import period, word

ORDER = Source("Automated Decisions Order", issuer="Ruritania", edition="2024")
LA = "America/Los_Angeles"
PACIFIC = periods.zone(LA)
TODAY = datetime.date(2026, 3, 2)
BEFORE, AFTER = datetime.date(2026, 3, 1), datetime.date(2026, 3, 3)
NOW = periods.end_of(TODAY, PACIFIC)
NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=-8)))
HOURS = datetime.timedelta(hours=1)


def order(*entries: Any, id: str = "ruritania/order", **options: Any) -> Policy:
    """A policy of a few entries."""
    return policy(id, ORDER, **{"time_zone": LA, "entries": entries, **options})


def judge(made: Policy, case: Case | None = None, as_of: Any = TODAY) -> Evaluation:
    """What a policy says of a case."""
    return made.evaluate(Case() if case is None else case, as_of=as_of)


def situation(case: Case | None = None, **options: Any) -> Situation:
    """What a condition is judged on."""
    return Situation(Case() if case is None else case, NOW, PACIFIC, **options)


def forbids(when: Condition, **options: Any) -> Any:
    """A prohibition of the order."""
    return prohibition("P", ORDER.at("2"), "No automated decision on permits.", when=when, **options)


def owes(**options: Any) -> Any:
    """A duty of the order."""
    return obligation("O", ORDER.at("3(1)"), "Tell the person.", bearer="the agency", **options)


USES_AI = Case(system=System(uses_ai=True))


# Findings.


def test_a_finding_names_its_rule() -> None:
    """A finding gives the provision, the kind, the force and the citation of its rule."""
    finding = judge(order(forbids(System.uses_ai, force=Force.PRACTICE)), USES_AI).finding("P")
    assert ("P", Kind.PROHIBITION, Force.PRACTICE) == (finding.provision, finding.kind, finding.force)
    assert "Automated Decisions Order 2024, 2" == str(finding.citation)
    with pytest.raises(UnknownNameError, match="unknown rule of ruritania/order `Q`; it can be `P`"):
        judge(order(forbids(ALWAYS))).finding("Q")


@pytest.mark.parametrize(
    ("force", "plain", "promoted"),
    [
        (Force.BINDING, Status.VIOLATED, Status.VIOLATED),
        (Force.PROPOSED, Status.VIOLATED, Status.VIOLATED),
        (Force.PRACTICE, Status.DEVIATES, Status.VIOLATED),
        (Force.RECOMMENDED, Status.SHORTFALL, Status.VIOLATED),
        (Force.ASPIRATIONAL, Status.SHORTFALL, Status.VIOLATED),
        (Force.PRECEDENT, Status.SHORTFALL, Status.VIOLATED),
        (Force.DESCRIPTIVE, Status.SHORTFALL, Status.VIOLATED),
    ],
)
def test_force_decides_what_a_breach_is_called(force: Force, plain: Status, promoted: Status) -> None:
    """A breach violates what binds, departs from a practice, and falls short of the rest, unless the rule
    is promoted.
    """
    adopted = BooleanParameter("adopted", "Is it adopted?", False)
    started = Commencement("the Order", Day(datetime.date(2020, 1, 1)), ORDER.at("9"))
    made = order(forbids(ALWAYS, force=force, promoted_by=adopted, commencement=started))
    assert plain is judge(made).finding("P").status
    assert promoted is judge(made.given(adopted=True)).finding("P").status
    open_ = Status.VIOLATED if plain is Status.VIOLATED else Status.UNDETERMINED
    assert open_ is judge(made.given(adopted=None)).finding("P").status


PLAIN_BREACHES = {Force.PRACTICE: Status.DEVIATES, Force.RECOMMENDED: Status.SHORTFALL}


@pytest.mark.parametrize("force", PLAIN_BREACHES)
def test_an_unknown_promotion_leaves_the_name_of_a_breach_open(force: Force) -> None:
    """What a breach is called hangs on the facts of the promotion, which are asked for."""
    made = order(forbids(System.uses_ai, force=force, promoted_by=Use.novel))
    answer = judge(made, USES_AI)
    finding = answer.finding("P")
    assert (Status.UNDETERMINED, ("use.novel",)) == (finding.status, finding.unknown)
    assert [("use.novel", True)] == [(one.fact, one.proven) for one in answer.questions_about("P")]
    assert ("system.uses_ai", "use.novel") == judge(made).finding("P").unknown
    for novel, status in ((True, Status.VIOLATED), (False, PLAIN_BREACHES[force])):
        settled = judge(made, attrs.evolve(USES_AI, use=Use(novel=novel)))
        assert (status, ()) == (settled.finding("P").status, settled.finding("P").unknown)
        assert () == settled.questions_about("P")


@pytest.mark.parametrize(
    ("met", "passed", "status", "unknown"),
    [
        (True, True, Status.SATISFIED, ()),
        (False, False, Status.OPEN, ()),
        (False, True, Status.UNDETERMINED, ("use.novel",)),
        (False, None, Status.UNDETERMINED, ("vendor.involved", "use.novel")),
    ],
)
def test_only_what_may_be_a_breach_hangs_on_a_promotion(
    met: bool, passed: bool | None, status: Status, unknown: tuple[str, ...]
) -> None:
    """What is done, or still open, is called so whether its rule was promoted or not."""
    made = order(owes(gate=Vendor.involved, force=Force.RECOMMENDED, promoted_by=Use.novel))
    case = Case(vendor=Vendor(involved=passed), attestations={"O": Attestation(met=met)})
    finding = judge(made, case).finding("O")
    assert (status, unknown) == (finding.status, finding.unknown)


def test_the_name_of_a_breach_may_hang_on_a_reading() -> None:
    """A reading that decides whether a rule was promoted is told with the name of the breach under each."""
    asked = Ambiguity("adopted", "Is it?", {"yes": "So.", "no": "Not."}, default="no", why="It is plain.")
    promoted = asked.reads(yes=ALWAYS, no=NOT_EVER)
    made = order(forbids(ALWAYS, force=Force.RECOMMENDED, promoted_by=promoted))
    assert {"adopted": {"yes": Status.VIOLATED, "no": Status.SHORTFALL}} == judge(made).finding("P").readings


def test_every_status_of_a_finding() -> None:
    """Each way in which a rule can come out has its status."""
    starts = Commencement("the Order", Day(datetime.date(2030, 1, 1)), ORDER.at("9"))
    duty = owes(when=System.uses_ai, gate=Vendor.involved)
    lifted = forbids(ALWAYS)
    made = order(
        duty,
        lifted,
        exception("E", ORDER.at("2(2)"), "Not there.", to=lifted, when=ALWAYS),
        advice("A", ORDER.at("4"), "Ask.", when=ALWAYS),
        noted("N", ORDER.at("5"), "May.", kind=Kind.PERMISSION, when=ALWAYS),
        prohibition("F", ORDER.at("6"), "No.", when=ALWAYS, commencement=starts),
        prohibition("X", ORDER.at("7"), "No.", when=NOT_EVER),
    )
    fixed = {
        "P": Status.DISPLACED,
        "E": Status.NOTED,
        "A": Status.ADVISED,
        "N": Status.NOTED,
        "F": Status.NOT_IN_FORCE,
        "X": Status.NOT_APPLICABLE,
    }
    for uses_ai, done, passed, status in [
        (True, True, None, Status.SATISFIED),
        (None, True, None, Status.SATISFIED_IF_APPLICABLE),
        (True, False, False, Status.OPEN),
        (True, False, True, Status.VIOLATED),
        (True, None, None, Status.UNDETERMINED),
        (None, False, True, Status.UNDETERMINED),
        (True, False, None, Status.UNDETERMINED),
        (False, False, True, Status.NOT_APPLICABLE),
    ]:
        case = Case(
            system=System(uses_ai=uses_ai),
            vendor=Vendor(involved=passed),
            attestations={"O": Attestation(met=done)},
        )
        answer = judge(made, case)
        assert {"O": status, **fixed} == {finding.provision: finding.status for finding in answer.findings}


def test_three_statuses_do_not_bite() -> None:
    """A rule that does not apply, is not in force, or is displaced, does not bite; every other status
    says that it may.
    """
    assert {Status.NOT_APPLICABLE, Status.NOT_IN_FORCE, Status.DISPLACED} == {
        status for status in Status if status.is_silent
    }


# Reasons.


def reasons(made: Policy, case: Case, provision: str = "P") -> tuple[str, ...]:
    """The reasons of one finding."""
    return judge(made, case).finding(provision).because


def test_a_finding_says_why_in_the_order_of_the_text() -> None:
    """The reasons follow the condition as written; one part is enough where one part settles it."""
    made = order(forbids(System.uses_ai & Use.stage.is_(Stage.PILOT) & (Vendor.involved | Use.novel)))
    yes = Case(system=System(uses_ai=True), use=Use(stage="pilot", novel=True), vendor=Vendor(involved=False))
    assert ("system.uses_ai is yes", "use.stage is pilot", "use.novel is yes") == reasons(made, yes)
    no = Case(system=System(uses_ai=True), use=Use(stage="idea", novel=False), vendor=Vendor(involved=False))
    assert ("use.stage is idea",) == reasons(made, no)
    neither = Case(
        system=System(uses_ai=True), use=Use(stage="pilot", novel=False), vendor=Vendor(involved=False)
    )
    assert ("vendor.involved is no", "use.novel is no") == reasons(made, neither)
    assert () == reasons(made, USES_AI)


def test_a_finding_out_of_force_says_so() -> None:
    """Where the condition holds but the provision is not in force, the commencement is a reason."""
    starts = Commencement("the Order", Day(datetime.date(2030, 1, 1)), ORDER.at("9"))
    made = order(forbids(System.uses_ai, commencement=starts))
    assert ("system.uses_ai is yes", "the Order is not in force for this act") == reasons(made, USES_AI)
    assert ("system.uses_ai is no",) == reasons(made, Case(system=System(uses_ai=False)))
    begun = order(forbids(System.uses_ai, commencement=Commencement("the Order", Day(BEFORE), ORDER.at("9"))))
    assert ("system.uses_ai is yes",) == reasons(begun, USES_AI)


def test_a_displaced_finding_names_the_exception() -> None:
    """What displaces a rule is its reason and is named by itself, also while the rule's own condition is
    unknown.
    """
    rule = forbids(System.uses_ai)
    others = [
        exception(f"E{n}", ORDER.at(f"2({n})"), "Not there.", to=rule, when=when)
        for n, when in ((1, Use.novel), (2, Vendor.involved))
    ]
    made = order(rule, *others)
    finding = judge(
        made, Case(system=System(uses_ai=True), vendor=Vendor(involved=True), use=Use(novel=False))
    ).finding("P")
    assert (Status.DISPLACED, ("system.uses_ai is yes", "E2 displaces it"), "E2", ()) == (
        finding.status,
        finding.because,
        finding.displaced_by,
        finding.unknown,
    )
    unsure = judge(made, Case(vendor=Vendor(involved=True))).finding("P")
    assert (Status.DISPLACED, ("E2 displaces it",), "E2", ()) == (
        unsure.status,
        unsure.because,
        unsure.displaced_by,
        unsure.unknown,
    )
    stands = judge(
        made, Case(system=System(uses_ai=True), vendor=Vendor(involved=False), use=Use(novel=False))
    ).finding("P")
    assert (Status.VIOLATED, ("system.uses_ai is yes",), None) == (
        stands.status,
        stands.because,
        stands.displaced_by,
    )
    idle = judge(made, Case(system=System(uses_ai=False), vendor=Vendor(involved=True))).finding("P")
    assert (Status.NOT_APPLICABLE, ("system.uses_ai is no",), None) == (
        idle.status,
        idle.because,
        idle.displaced_by,
    )


def test_a_duty_says_whether_it_is_done_and_what_passed() -> None:
    """The reasons of a duty are its condition, whether it is done, and the gate that was passed without
    it.
    """
    made = order(owes(when=System.uses_ai, gate=Vendor.involved))
    for done, passed, expected in [
        (True, True, ("system.uses_ai is yes", "O is attested done")),
        (False, True, ("system.uses_ai is yes", "O is attested not done", "vendor.involved is yes")),
        (False, False, ("system.uses_ai is yes", "O is attested not done")),
        (None, True, ("system.uses_ai is yes",)),
    ]:
        case = Case(
            system=System(uses_ai=True),
            vendor=Vendor(involved=passed),
            attestations={"O": Attestation(met=done)},
        )
        assert expected == reasons(made, case, "O")
    began = attrs.evolve(USES_AI, use=Use(began=BEFORE), attestations={"O": Attestation(met=False)})
    assert (
        "use.began has happened (began 1 March 2026)"
        == reasons(order(owes(when=System.uses_ai, gate=Use.began.happened())), began, "O")[-1]
    )


def test_findings_on_records_say_which_record() -> None:
    """Where a rule speaks of several records, each reason says of which, and they are those of the records
    of which the finding is true.
    """
    made = order(forbids(Incident.caused_harm & System.uses_ai, each=Case.incidents))
    several = Case(
        system=System(uses_ai=True),
        incidents=[Incident(name="the fall", caused_harm=True), Incident(caused_harm=False), Incident()],
    )
    finding = judge(made, several).finding("P")
    assert (
        "the fall: incidents[0].caused_harm is yes",
        "the fall: system.uses_ai is yes",
    ) == finding.because
    assert () == finding.unknown
    two = judge(made, attrs.evolve(several, incidents=several.incidents[1:])).finding("P")
    assert ((), ("incidents[1].caused_harm",)) == (two.because, two.unknown)
    alone = judge(
        made, Case(system=System(uses_ai=True), incidents=[Incident(name="the fall", caused_harm=True)])
    ).finding("P")
    assert ("incidents[0].caused_harm is yes", "system.uses_ai is yes") == alone.because


def test_the_reasons_of_a_finding_are_those_of_the_records_it_is_true_of() -> None:
    """A breach by one record is not explained by others that keep the rule, nor called displaced by what
    displaces it for them.
    """
    duty = owes(each=Case.incidents, when=Incident.caused_harm, done=Incident.involves_ai, gate=ALWAYS)
    lifted = exception(
        "E", ORDER.at("3"), "No.", to=duty, each=Case.incidents, when=Incident.response_plan_followed
    )
    several = Case(
        incidents=[
            Incident(name="a", caused_harm=True, involves_ai=False, response_plan_followed=False),
            Incident(name="b", caused_harm=True, involves_ai=True, response_plan_followed=False),
            Incident(name="c", caused_harm=True, involves_ai=False, response_plan_followed=True),
        ]
    )
    finding = judge(order(duty, lifted), several).finding("O")
    assert (Status.VIOLATED, None) == (finding.status, finding.displaced_by)
    assert ("a: incidents[0].caused_harm is yes", "a: incidents[0].involves_ai is no") == finding.because
    kept = judge(order(duty, lifted), attrs.evolve(several, incidents=several.incidents[1:])).finding("O")
    assert (Status.SATISFIED, None) == (kept.status, kept.displaced_by)
    assert ("b: incidents[0].caused_harm is yes", "b: incidents[0].involves_ai is yes") == kept.because


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["id", "card"], ["id", "card"]),
        (["id", "id", "card"], ["id (data.elements[0])", "id (data.elements[1])", "card"]),
        (["id", None], ["id", "data.elements[1]"]),
        ([None, "data.elements[0]"], ["data.elements[0]", "data.elements[0] (data.elements[1])"]),
        (
            ["id", "id", "id (data.elements[0])"],
            [
                "id (data.elements[0])",
                "id (data.elements[1])",
                "id (data.elements[0]) (data.elements[2])",
            ],
        ),
    ],
)
def test_two_records_of_one_name_can_be_told_apart(names: list[str | None], told: list[str]) -> None:
    """Where a name is not that of one record alone, its path stands beside it wherever it is told."""
    made = order(
        owes(each=Data.elements),
        classification(
            "C",
            ORDER.at("4"),
            "It is sensitive.",
            of=Data.elements,
            falls_in=DataClass.SENSITIVE,
            when=ALWAYS,
        ),
    )
    case = Case(
        data=Data(elements=[DataElement(name=name) for name in names]),
        attestations={"O": Attestation(met=True)},
    )
    answer = judge(made, case)
    assert told == [duty.about for duty in answer.duties]
    assert told == [one.element for one in answer.data_classes]
    assert told == [reason.rpartition(": ")[0] for reason in answer.finding("O").because]


def test_a_finding_that_one_record_settles_is_not_presumed_for_another() -> None:
    """Where one record breaches a rule without any presumption, the finding stands, whatever is rebutted."""
    rule = forbids(~Rebutted(Incident.involves_ai) & Incident.caused_harm, each=Case.incidents)
    shown, presumed = Incident(caused_harm=True, involves_ai=False), Incident(caused_harm=True)
    for several, unknown in (((shown, presumed), ()), ((presumed,), ("incidents[0].involves_ai",))):
        finding = judge(order(rule), Case(incidents=several)).finding("P")
        assert (Status.VIOLATED, bool(unknown), unknown) == (
            finding.status,
            finding.presumed,
            finding.unknown,
        )


def test_a_finding_on_an_unknown_list_hangs_on_the_list() -> None:
    """While a list is unknown a finding on its records hangs on the list, unless it fails or is silenced
    whatever is in it.
    """
    starts = Commencement("the Order", Day(datetime.date(2030, 1, 1)), ORDER.at("9"))
    rule = forbids(Incident.caused_harm & System.uses_ai, each=Case.incidents)
    open_ = judge(order(rule), USES_AI).finding("P")
    assert (Status.UNDETERMINED, ("incidents",), ()) == (open_.status, open_.unknown, open_.because)
    no_ai = judge(order(rule), Case(system=System(uses_ai=False))).finding("P")
    assert (Status.NOT_APPLICABLE, (), ("system.uses_ai is no",)) == (
        no_ai.status,
        no_ai.unknown,
        no_ai.because,
    )
    lifted = judge(
        order(rule, exception("E", ORDER.at("2"), "Not there.", to=rule, when=System.uses_ai)), USES_AI
    ).finding("P")
    assert (Status.DISPLACED, (), "E") == (lifted.status, lifted.unknown, lifted.displaced_by)
    later = judge(order(attrs.evolve(rule, commencement=starts)), USES_AI).finding("P")
    assert (Status.NOT_IN_FORCE, ()) == (later.status, later.unknown)


def test_a_finding_hangs_on_what_is_unknown_in_its_order() -> None:
    """The unknown facts of a finding are those of its condition, its force, its exceptions, and of what
    is owed.
    """
    starts = Commencement("the Order", Day(TODAY), ORDER.at("9"))
    duty = owes(
        when=System.uses_ai & Use.novel,
        done=Retirement.halted,
        due=Deadline(Use.began.plus("P1D")),
        commencement=starts,
        act=Use.ended,
        gate=Safeguards.staff_trained,
    )
    lifted = exception(
        "E", ORDER.at("3(2)"), "Not there.", to=duty, when=Vendor.involved, provided=Use.lawful_purpose
    )
    relifted = exception("F", ORDER.at("3(3)"), "Yes there.", to=lifted, when=System.public_facing)
    made = order(duty, lifted, relifted)
    assert (
        "system.uses_ai",
        "use.novel",
        "use.ended",
        "vendor.involved",
        "use.lawful_purpose",
        "system.public_facing",
        "retirement.halted",
        "use.began",
        "safeguards.staff_trained",
    ) == judge(made).finding("O").unknown
    known = Case(system=System(uses_ai=True, public_facing=True), use=Use(novel=True, ended=TODAY))
    assert ("retirement.halted", "use.began", "safeguards.staff_trained") == judge(made, known).finding(
        "O"
    ).unknown
    done = attrs.evolve(
        known, retirement=Retirement(halted=BEFORE), use=Use(novel=True, ended=AFTER, began=TODAY)
    )
    assert () == judge(made, done).finding("O").unknown
    assert () == judge(made, Case(system=System(uses_ai=False))).finding("O").unknown
    assert () == judge(made, Case(use=Use(ended=BEFORE))).finding("O").unknown


def test_what_starts_on_a_day_governs_the_whole_of_it() -> None:
    """At every instant of the day on which a provision starts, and for what is done on that day, it is in
    force; on the day before it is not.
    """
    starts = Commencement("the Order", Day(TODAY), ORDER.at("9"))
    begun = order(forbids(System.uses_ai, commencement=starts))
    for hour in (0, 12, 23):
        as_of = datetime.datetime(2026, 3, 2, hour, tzinfo=ZoneInfo(begun.rulebook.time_zone))
        found = begun.evaluate(USES_AI, as_of=as_of).finding("P")
        assert (Status.VIOLATED, ()) == (found.status, found.unknown)
    acts = order(forbids(System.uses_ai, commencement=starts, act=Use.began))
    for day, status in ((TODAY, Status.VIOLATED), (BEFORE, Status.NOT_IN_FORCE)):
        case = Case(system=System(uses_ai=True), use=Use(began=day))
        assert status is judge(acts, case).finding("P").status


def test_a_finding_that_rests_on_a_presumption_says_so() -> None:
    """A finding is presumed while what it rests on is unknown, in a rule or in a list, and hangs on what
    would rebut it.
    """
    trained = Rebutted(Safeguards.staff_trained)
    for made, case, fact in [
        (order(forbids(System.uses_ai & ~trained)), USES_AI, "safeguards.staff_trained"),
        (
            order(review("P", ORDER.at("2"), "Ask.", bearer="b", when=System.uses_ai, done=trained)),
            USES_AI,
            "safeguards.staff_trained",
        ),
        (
            order(
                forbids(
                    Case.incidents.some(Incident.caused_harm & ~Rebutted(Incident.response_plan_followed))
                )
            ),
            Case(incidents=[Incident(caused_harm=False), Incident(caused_harm=True)]),
            "incidents[1].response_plan_followed",
        ),
        (
            order(
                forbids(
                    ~Case.incidents.each(
                        Named(
                            "it was mended", ~Incident.caused_harm | Rebutted(Incident.response_plan_followed)
                        )
                    )
                )
            ),
            Case(incidents=[Incident(caused_harm=False), Incident(caused_harm=True)]),
            "incidents[1].response_plan_followed",
        ),
        (
            order(forbids(System.uses_ai & (Use.novel | ~trained))),
            USES_AI.with_answer("use.novel", False),
            "safeguards.staff_trained",
        ),
    ]:
        finding = judge(made, case).finding("P")
        assert (True, (fact,)) == (finding.presumed, finding.unknown)
        for answer in (True, False):
            settled = judge(made, case.with_answer(fact, answer)).finding("P")
            assert (False, ()) == (settled.presumed, settled.unknown)
    assert ("system.uses_ai is yes", "not proved that safeguards.staff_trained is yes") == reasons(
        order(forbids(System.uses_ai & ~trained)), USES_AI
    )


def test_a_prohibition_that_stands_because_its_exception_is_not_proved_is_presumed() -> None:
    """A rule whose exception someone has to prove stands presumed until the proof is known."""
    rule = forbids(System.uses_ai)
    made = order(
        rule, exception("E", ORDER.at("2(2)"), "Not there.", to=rule, when=Rebutted(Safeguards.staff_trained))
    )
    finding = judge(made, USES_AI).finding("P")
    assert (Status.VIOLATED, True, ("safeguards.staff_trained",)) == (
        finding.status,
        finding.presumed,
        finding.unknown,
    )
    settled = judge(made, USES_AI.with_answer("safeguards.staff_trained", False)).finding("P")
    assert (Status.VIOLATED, False, ()) == (settled.status, settled.presumed, settled.unknown)


def test_what_settles_a_finding_otherwise_is_not_presumed() -> None:
    """A finding that comes out the same whatever would be proved rests on no presumption."""
    made = order(forbids(System.uses_ai & ~Rebutted(Safeguards.staff_trained)))
    finding = judge(made, Case(system=System(uses_ai=False))).finding("P")
    assert (Status.NOT_APPLICABLE, False, ()) == (finding.status, finding.presumed, finding.unknown)


def test_a_presumption_in_a_reading_not_chosen_is_none() -> None:
    """Only the reading chosen can rest on a presumption."""
    question = Ambiguity("open", "Is it?", {"a": "A", "b": "B"}, default="a", why="So.")
    made = order(forbids(System.uses_ai & question.reads(a=ALWAYS, b=~Rebutted(Use.novel))))
    assert False is judge(made, USES_AI).finding("P").presumed
    assert () == judge(made, USES_AI).finding("P").unknown
    assert True is judge(made.read(open="b"), USES_AI).finding("P").presumed


def test_a_finding_presumed_by_what_displaces_it_says_so() -> None:
    """A presumption counts wherever it stands: in what is done, in an exception, in an exception to it."""
    trained = Rebutted(Safeguards.staff_trained)
    rule, duty = forbids(System.uses_ai), owes(when=System.uses_ai, done=~trained)
    lifted = exception("E", ORDER.at("2(2)"), "Not there.", to=rule, when=System.uses_ai)
    again = exception("F", ORDER.at("2(3)"), "There.", to=lifted, when=trained)
    for made, provision, status in [
        (order(duty), "O", Status.SATISFIED),
        (order(rule, exception("E", ORDER.at("2"), "No.", to=rule, when=~trained)), "P", Status.DISPLACED),
        (order(rule, lifted, again), "P", Status.DISPLACED),
        (order(rule, lifted, again), "E", Status.NOTED),
    ]:
        finding = judge(made, USES_AI).finding(provision)
        assert (status, True, ("safeguards.staff_trained",)) == (
            finding.status,
            finding.presumed,
            finding.unknown,
        )
        for answer in (True, False):
            settled = judge(made, USES_AI.with_answer("safeguards.staff_trained", answer)).finding(provision)
            assert (False, ()) == (settled.presumed, settled.unknown)


def test_a_finding_that_is_silent_anyway_is_not_presumed() -> None:
    """What does not apply, is not in force or is displaced whatever would be shown hangs on nothing."""
    trained = Rebutted(Safeguards.staff_trained)
    starts = Commencement("the Order", Day(datetime.date(2030, 1, 1)), ORDER.at("9"))
    rule = forbids(System.uses_ai & trained)
    lifted = exception("E", ORDER.at("2(2)"), "Not there.", to=rule, when=System.uses_ai)
    also = exception("F", ORDER.at("2(3)"), "Not there.", to=rule, when=~trained)
    no_ai = Case(system=System(uses_ai=False))
    for made, case, status in [
        (order(rule), no_ai, Status.NOT_APPLICABLE),
        (order(attrs.evolve(rule, commencement=starts)), USES_AI, Status.NOT_APPLICABLE),
        (order(forbids(System.uses_ai | ~trained, commencement=starts)), USES_AI, Status.NOT_IN_FORCE),
        (order(forbids(System.uses_ai), lifted, also), USES_AI, Status.DISPLACED),
    ]:
        finding = judge(made, case).finding("P")
        assert (status, False, ()) == (finding.status, finding.presumed, finding.unknown)


def test_a_presumption_about_an_unknown_list_hangs_on_the_list() -> None:
    """Where a presumption silences a rule on records of which nothing is known, the fact that would rebut it
    is named; of a fact of the records, the list.
    """
    for shown, fact in (
        (Safeguards.staff_trained, "safeguards.staff_trained"),
        (Incident.response_plan_followed, "incidents"),
    ):
        made = order(forbids(System.uses_ai & Rebutted(shown), each=Case.incidents))
        finding = judge(made, USES_AI).finding("P")
        assert (Status.NOT_APPLICABLE, True, (fact,)) == (finding.status, finding.presumed, finding.unknown)


def test_a_presumption_that_would_change_nothing_is_none() -> None:
    """An open finding is not presumed; it names what would rebut a presumption beside what keeps it open."""
    made = order(forbids(Use.novel & (System.uses_ai & ~Rebutted(Safeguards.staff_trained))))
    finding = judge(made, USES_AI).finding("P")
    assert (Status.UNDETERMINED, False, ("use.novel", "safeguards.staff_trained")) == (
        finding.status,
        finding.presumed,
        finding.unknown,
    )


@given(judged(most=3))
@settings(max_examples=examples(200))
def test_what_is_silent_hangs_on_nothing_unless_presumed(drawn: Any) -> None:
    """A finding that does not bite hangs on unknown facts only if it is presumed; none is presumed but by a
    rule that presumes something, and each is another, or open, if nobody bears a burden.
    """
    made, case, as_of = drawn
    answer = made.evaluate(case, as_of=as_of)
    bare = answer.situation.unburdened()
    for rule, finding, verdict in zip(made.rules, answer.findings, answer.verdicts, strict=True):
        if finding.status.is_silent and finding.unknown:
            assert finding.presumed, rule.id
        if finding.presumed:
            assert rule.id in made.rulebook.presuming
        elif rule.each is None:
            assert _word(verdict) == _word(reference.verdict(made.rulebook, rule, bare))


def _word(verdict: int) -> int:
    return Verdict.NOT_APPLICABLE if verdict in SILENT else verdict


def test_a_finding_that_is_not_in_force_names_no_exception() -> None:
    """What does not bind yet displaces nothing and is not displaced; taken as in force, it is."""
    starts = Commencement("the Order", Day(datetime.date(2030, 1, 1)), ORDER.at("9"))
    rule = forbids(System.uses_ai, commencement=starts)
    made = order(rule, exception("E", ORDER.at("2(2)"), "Not there.", to=rule, when=ALWAYS))
    finding = judge(made, USES_AI).finding("P")
    assert (Status.NOT_IN_FORCE, None) == (finding.status, finding.displaced_by)
    supposed = made.evaluate(USES_AI, as_of=TODAY, hypothetical=True).finding("P")
    assert (Status.DISPLACED, "E") == (supposed.status, supposed.displaced_by)
    aside = judge(made, Case(system=System(uses_ai=False))).finding("P")
    assert (False, None) == (aside.status is Status.DISPLACED, aside.displaced_by)


def test_reasons_grow_with_the_records_and_no_faster(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many records are looked at twice as often, for reasons as for duties."""
    made = order(
        forbids(Incident.caused_harm & System.uses_ai, each=Case.incidents),
        owes(
            when=Case.incidents.some(Incident.caused_harm), each=Case.incidents, done=Incident.told_supervisor
        ),
    )
    looks: list[int] = []
    original = Situation.at

    def at(self: Situation, *record: Any) -> Situation:
        looks.append(1)
        return original(self, *record)

    monkeypatch.setattr(Situation, "at", at)
    made_of = []
    for number in (20, 40):
        case = Case(system=System(uses_ai=True), incidents=[Incident(caused_harm=False)] * number)
        answer = judge(made, case)
        looks.clear()
        assert number == len(answer.finding("P").because)
        made_of.append(len(looks))
    assert made_of[1] <= 2 * made_of[0]


# Conditions in words.

QUESTION = Ambiguity(
    "open", "Is it so?", {"yes": "it is", "no": "it is not"}, default="yes", why="It is natural."
)
ADOPTED = BooleanParameter("adopted", "Is it adopted?")
LEVEL = ChoiceParameter("level", "Which level?", choices=("low", "high"))
SIGNED = EventParameter("signed_on", "When?")
MANY = CountParameter("many", "How many?")
MONTHLY = Cadence(Period(months=1))
REVIEWED = MeetsCadence(Data.inventory_reviews, MONTHLY, Use.began)
BY_READING = QUESTION.times(yes=Retirement.started, no=Use.began)
OTHERWISE = attrs.evolve(QUESTION, name="otherwise")
KNOWN = Case(
    agency=Agency(place="us-ca/san-jose"),
    system=System(uses_ai=True, outputs=["decision"]),
    procurement=Procurement(public_funds=Decimal("1234.5")),
    use=Use(stage="pilot", began=BEFORE, ended=Occurrence.NEVER, novel=False),
    data=Data(retention=Period(days=30), inventory_reviews=[]),
    incidents=[Incident(caused_harm=True), Incident(caused_harm=False)],
)


@pytest.mark.parametrize(
    ("condition", "holds", "fails"),
    [
        (System.uses_ai, "system.uses_ai is yes", "system.uses_ai is no"),
        (ALWAYS, "always", "never"),
        (NOT_EVER, "never", "always"),
        (~System.uses_ai, "system.uses_ai is no", "system.uses_ai is yes"),
        (
            Use.stage.is_in(Stage.PILOT, Stage.IDEA),
            "use.stage is pilot or idea",
            ("use.stage is not pilot or idea"),
        ),
        (System.outputs.has(Output.DECISION), "system.outputs has decision", "system.outputs lacks decision"),
        (System.outputs.is_empty(), "system.outputs is empty", "system.outputs is not empty"),
        (
            System.outputs.has_only(Output.DECISION, Output.PREDICTION),
            ("system.outputs has only decision and prediction"),
            "system.outputs has more than decision and prediction",
        ),
        (Agency.place.within("us-ca"), "agency.place lies in us-ca", "agency.place does not lie in us-ca"),
        (Use.began.happened(), "use.began has happened", "use.began has not happened"),
        (Use.began.before(Use.ended), "use.began was before use.ended", "use.began was not before use.ended"),
        (
            Use.began.no_later_than(Use.ended),
            ("use.began was no later than use.ended"),
            "use.began did not come by use.ended",
        ),
        (
            AS_OF.before(Day(TODAY)),
            "the time of judging was before 2 March 2026",
            ("the time of judging was not before 2 March 2026"),
        ),
        (
            Use.began.before(Use.ended.plus("P1M")),
            "use.began was before 1 month after use.ended",
            "use.began was not before 1 month after use.ended",
        ),
        (
            Use.began.before(StartOfDay(Use.ended)),
            "use.began was before use.ended",
            ("use.began was not before use.ended"),
        ),
        (
            AttestedOn("X").before(SIGNED),
            "the doing of X was before signed_on",
            ("the doing of X was not before signed_on"),
        ),
        (
            Latest((Use.began, Use.ended)).before(Earliest((Use.began, AS_OF))),
            "the last of use.began, use.ended was before the first of use.began, the time of judging",
            "the last of use.began, use.ended was not before the first of use.began, the time of judging",
        ),
        (
            Procurement.public_funds <= 100_000,
            "procurement.public_funds is at most $1,000",
            "procurement.public_funds is more than $1,000",
        ),
        (
            Procurement.public_funds < 100_000,
            "procurement.public_funds is less than $1,000",
            "procurement.public_funds is at least $1,000",
        ),
        (MANY <= Constant(1), "many is at most 1", "many is more than 1"),
        (
            Case.incidents.count(Incident.caused_harm) < 2,
            ("the number of incidents where incidents[].caused_harm is yes is less than 2"),
            "the number of incidents where incidents[].caused_harm is yes is at least 2",
        ),
        (
            LastOf(Data.inventory_reviews, Use.began).before(Day(TODAY)),
            "the last of data.inventory_reviews, or else use.began was before 2 March 2026",
            "the last of data.inventory_reviews, or else use.began was not before 2 March 2026",
        ),
        (
            QUESTION.times(yes=Use.began, no=Use.ended).before(Day(TODAY)),
            "use.began was before 2 March 2026",
            "use.began was not before 2 March 2026",
        ),
        (Attested("X"), "X is attested done", "X is attested not done"),
        (
            REVIEWED,
            "data.inventory_reviews keeps a gap of at most 1 month",
            "data.inventory_reviews does not keep a gap of at most 1 month",
        ),
        (LEVEL.is_("high"), "level is high", "level is not high"),
        (ADOPTED, "adopted is yes", "adopted is no"),
        (InForce(SIGNED, AS_OF), "it is in force", "it is not in force"),
        (
            System.uses_ai & Use.novel,
            ("system.uses_ai is yes and use.novel is yes"),
            "system.uses_ai is no or use.novel is no",
        ),
        (
            System.uses_ai | Use.novel,
            ("system.uses_ai is yes or use.novel is yes"),
            "system.uses_ai is no and use.novel is no",
        ),
        (
            System.uses_ai & (Use.novel | Vendor.involved),
            ("system.uses_ai is yes and (use.novel is yes or vendor.involved is yes)"),
            "system.uses_ai is no or (use.novel is no and vendor.involved is no)",
        ),
        (
            AllOf((System.uses_ai, AllOf((Use.novel, Vendor.involved)))),
            "system.uses_ai is yes and use.novel is yes and vendor.involved is yes",
            "system.uses_ai is no or use.novel is no or vendor.involved is no",
        ),
        (
            Named("it is AI", System.uses_ai),
            ("it is AI (system.uses_ai is yes)"),
            "it is not so that it is AI (system.uses_ai is no)",
        ),
        (QUESTION.reads(yes=System.uses_ai, no=Use.novel), "system.uses_ai is yes", "system.uses_ai is no"),
        (Rebutted(System.uses_ai), "proved: system.uses_ai is yes", "not proved: system.uses_ai is yes"),
        (
            Case.incidents.some(Incident.caused_harm),
            "some of incidents: incidents[].caused_harm is yes",
            "none of incidents: incidents[].caused_harm is yes",
        ),
        (
            Case.incidents.each(Incident.caused_harm),
            "each of incidents: incidents[].caused_harm is yes",
            "not each of incidents: incidents[].caused_harm is yes",
        ),
    ],
)
def test_conditions_in_words(condition: Condition, holds: str, fails: str) -> None:
    """Each condition reads as a clause, as it holds and as it fails."""
    assert holds == proposition(condition)
    assert fails == proposition(condition, None, False)


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Use.stage.is_in(Stage.IDEA, Stage.PILOT), "use.stage is pilot"),
        (Use.began.before(Use.ended), "use.began was before use.ended (began 1 March 2026, ended never)"),
        (Use.began.happened(), "use.began has happened (began 1 March 2026)"),
        (
            Use.began.plus("PT24H").before(Retirement.halted),
            "24 hours after use.began was before retirement.halted (began 1 March 2026)",
        ),
        (
            Procurement.public_funds <= 100_000,
            "procurement.public_funds is at most $1,000 (public_funds $1,234.50)",
        ),
        (Data.retention <= 100, "data.retention is at most 1 minute 40 seconds (retention 30 days)"),
        (
            Case.incidents.count(Incident.caused_harm) <= 2,
            "the number of incidents where incidents[].caused_harm is yes is at most 2",
        ),
        (QUESTION.reads(yes=System.uses_ai, no=Use.novel), "use.novel is yes"),
        (
            QUESTION.times(yes=Retirement.started, no=Use.began).before(Day(TODAY)),
            "use.began was before 2 March 2026 (began 1 March 2026)",
        ),
        (Rebutted(Use.stage.is_(Stage.IDEA)), "proved: use.stage is idea"),
        (
            ~Use.stage.is_(Stage.IDEA) & Named("it is old", Use.stage.is_(Stage.IDEA)),
            "use.stage is pilot and it is old (use.stage is idea)",
        ),
        (
            System.uses_ai & (Use.novel | Use.stage.is_(Stage.IDEA)),
            "system.uses_ai is yes and (use.novel is yes or use.stage is idea)",
        ),
        (QUESTION.reads(yes=Use.novel, no=Use.stage.is_(Stage.IDEA)), "use.stage is idea"),
        (OTHERWISE.reads(yes=Use.novel, no=Use.stage.is_(Stage.IDEA)), "use.novel is yes"),
        (Day(TODAY).before(BY_READING), "use.began did not come by 2 March 2026 (began 1 March 2026)"),
        (
            BY_READING.plus("P1D").before(Day(TODAY)),
            "1 day after use.began was before 2 March 2026 (began 1 March 2026)",
        ),
        (StartOfDay(BY_READING).before(Day(TODAY)), "use.began was before 2 March 2026 (began 1 March 2026)"),
        (
            Latest((BY_READING, AS_OF)).happened(),
            "the last of use.began, the time of judging has happened (began 1 March 2026)",
        ),
        (
            Earliest((BY_READING, AS_OF)).happened(),
            "the first of use.began, the time of judging has happened (began 1 March 2026)",
        ),
        (
            LastOf(Data.inventory_reviews, BY_READING).happened(),
            (
                "the last of data.inventory_reviews, or else use.began has happened (inventory_reviews none, "
                "began "
                "1 March 2026)"
            ),
        ),
        (OTHERWISE.times(yes=Use.ended, no=Use.began).happened(), "use.ended has happened (ended never)"),
    ],
)
def test_conditions_in_words_give_what_is_known(condition: Condition, text: str) -> None:
    """In a case the words give the terms, days and amounts that are known, and follow the reading chosen."""
    assert text == proposition(condition, situation(KNOWN, readings={"open": "no"}))


def test_a_term_that_is_unknown_is_given_by_its_test() -> None:
    """Where the term is not known, the words tested stand for it."""
    assert "use.stage is idea" == proposition(Use.stage.is_(Stage.IDEA), situation())
    assert "use.began has happened" == proposition(Use.began.happened(), situation())
    assert "proved: use.stage is idea" == proposition(Rebutted(Use.stage.is_(Stage.IDEA)), situation())


@pytest.mark.parametrize(
    ("condition", "answer", "expected"),
    [
        (ALWAYS, True, []),
        (NOT_EVER, False, []),
        (System.uses_ai, True, ["system.uses_ai is yes"]),
        (~Use.novel, True, ["use.novel is no"]),
        (System.uses_ai & ~Use.novel, True, ["system.uses_ai is yes", "use.novel is no"]),
        (System.uses_ai & Use.novel, False, ["use.novel is no"]),
        (Use.novel | System.uses_ai | Use.stage.is_(Stage.PILOT), True, ["system.uses_ai is yes"]),
        (Use.novel | ~System.uses_ai, False, ["use.novel is no", "system.uses_ai is yes"]),
        (~(Use.novel | ~System.uses_ai), True, ["use.novel is no", "system.uses_ai is yes"]),
        (Vendor.involved | System.uses_ai, True, ["system.uses_ai is yes"]),
        (Vendor.involved & Use.novel, False, ["use.novel is no"]),
        (Named("it is AI", System.uses_ai), True, ["it is AI"]),
        (Named("it is new", Use.novel & System.uses_ai), False, ["use.novel is no"]),
        (QUESTION.reads(yes=System.uses_ai, no=Use.novel), True, ["system.uses_ai is yes"]),
        (Rebutted(System.uses_ai), True, ["system.uses_ai is yes"]),
        (Rebutted(Use.novel), False, ["use.novel is no"]),
        (Rebutted(Vendor.involved), False, ["not proved that vendor.involved is yes"]),
        (~Rebutted(Vendor.involved), True, ["not proved that vendor.involved is yes"]),
        (Rebutted(Use.stage.is_(Stage.IDEA) & Vendor.involved), False, ["use.stage is pilot"]),
        (
            Rebutted(Use.stage.is_(Stage.PILOT) & Vendor.involved),
            False,
            ["not proved that use.stage is pilot and vendor.involved is yes"],
        ),
        (QUESTION.reads(yes=Use.stage.is_(Stage.PILOT), no=Use.novel), True, ["use.stage is pilot"]),
        (Case.incidents.some(~Incident.caused_harm), True, ["incidents[].caused_harm is no"]),
        (
            Case.incidents.some(Incident.caused_harm & Use.novel),
            False,
            ["use.novel is no", "incidents[].caused_harm is no"],
        ),
        (Case.incidents.each(Incident.caused_harm), False, ["incidents[].caused_harm is no"]),
        (Case.incidents.each(System.uses_ai), True, ["system.uses_ai is yes", "system.uses_ai is yes"]),
        (Data.elements.each(DataElement.identifies_person), True, ["data.elements is empty"]),
        (Data.elements.some(DataElement.identifies_person), False, ["data.elements is empty"]),
        (Use.began.happened(), True, ["use.began has happened (began 1 March 2026)"]),
        (Use.stage.is_(Stage.IDEA), False, ["use.stage is pilot"]),
        (System.outputs.has(Output.PREDICTION), False, ["system.outputs lacks prediction"]),
        (
            Case.incidents.count(Incident.caused_harm) >= 1,
            True,
            ["the number of incidents where incidents[].caused_harm is yes is at least 1"],
        ),
        (REVIEWED, True, ["data.inventory_reviews keeps a gap of at most 1 month"]),
        (InForce(Day(BEFORE), Day(TODAY)), True, []),
        (InForce(Day(TODAY), Day(BEFORE)), False, ["it is not in force"]),
    ],
)
def test_the_facts_that_settle_a_condition(condition: Condition, answer: bool, expected: list[str]) -> None:
    """The reasons for an answer are the facts that settle it, and no others; a defined term that holds is
    a reason by its name.
    """
    case = attrs.evolve(KNOWN, data=Data(elements=[], retention=Period(days=30), inventory_reviews=[]))
    assert expected == list(support(condition, situation(case), answer))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ALWAYS, []),
        (System.uses_ai, []),
        (Vendor.involved, ["vendor.involved"]),
        (~Vendor.involved, ["vendor.involved"]),
        (System.uses_ai & Vendor.involved, ["vendor.involved"]),
        (Use.novel & Vendor.involved, []),
        (System.uses_ai | Vendor.involved, []),
        (Use.novel | Vendor.involved | Use.severe_risk, ["vendor.involved", "use.severe_risk"]),
        (Named("x", Vendor.involved), ["vendor.involved"]),
        (Use.stage.is_(Stage.IDEA), []),
        (System.effect_on_decisions.is_in("augments"), ["system.effect_on_decisions"]),  # type: ignore[arg-type]
        (System.forms.is_empty(), ["system.forms"]),
        (System.forms.has("software"), ["system.forms"]),  # type: ignore[arg-type]
        (System.capabilities.has("text_generation"), ["system.capabilities"]),  # type: ignore[arg-type]
        (System.capabilities.has("audio_capture"), []),  # type: ignore[arg-type]
        (System.outputs.has(Output.DECISION), []),
        (Agency.place.within("us-ca"), []),
        (Use.began.happened(), []),
        (Retirement.started.happened(), ["retirement.started"]),
        (Retirement.halted.happened(), []),
        (Use.began.before(Retirement.started), ["use.began", "retirement.started"]),
        (Retirement.halted.before(Use.began), ["retirement.halted", "use.began"]),
        (Use.began.plus("PT1H").before(Day(BEFORE)), []),
        (Use.began.plus("PT1H").before(Day(TODAY)), ["use.began"]),
        (Use.began.plus("P1D").before(Day(TODAY)), []),
        (AttestedOn("X").before(Use.began), ["attestations.X", "use.began"]),
        (AttestedOn("DONE").before(Day(AFTER)), []),
        (AttestedOn("DONE").before(Day(TODAY)), ["attestations.DONE"]),
        (AttestedOn("DATED").before(Day(BEFORE)), []),
        (AttestedOn("DATED").plus("PT1H").before(Day(TODAY)), ["attestations.DATED"]),
        (AttestedOn("TIMED").before(Retirement.started), ["retirement.started"]),
        (AttestedOn("SAID").before(Day(BEFORE)), ["attestations.SAID"]),
        (Retirement.started.before(AttestedOn("UNDONE")), ["retirement.started"]),
        (SIGNED.before(Use.began), ["signed_on", "use.began"]),
        (Procurement.public_funds <= 100, []),
        (Data.retention <= 100, []),
        (Procurement.public_funds <= MANY, ["many"]),
        (Attested("X"), ["attestations.X"]),
        (Attested("DONE"), []),
        (ADOPTED, ["adopted"]),
        (LEVEL.is_("high"), ["level"]),
        (InForce(SIGNED, Retirement.started, Use.ended), ["signed_on", "retirement.started"]),
        (InForce(Day(BEFORE), AS_OF), []),
        (REVIEWED, []),
        (MeetsCadence(Data.inventory_reviews, MONTHLY, Retirement.started), ["retirement.started"]),
        (QUESTION.reads(yes=Vendor.involved, no=Use.severe_risk), ["use.severe_risk"]),
        (QUESTION.times(yes=Use.began, no=Retirement.started).before(Day(TODAY)), ["retirement.started"]),
        (Case.incidents.some(Incident.involves_ai), ["incidents[0].involves_ai", "incidents[1].involves_ai"]),
        (Case.incidents.some(Incident.caused_harm), []),
        (Case.incidents.each(Incident.caused_harm | Incident.involves_ai), ["incidents[1].involves_ai"]),
        (Data.elements.some(DataElement.identifies_person), ["data.elements"]),
        (Case.incidents.count(Incident.caused_harm) >= 1, []),
        (
            Case.incidents.count(Incident.involves_ai) >= 2,
            ["incidents[0].involves_ai", "incidents[1].involves_ai"],
        ),
        (Data.elements.count(DataElement.identifies_person) >= 2, ["data.elements"]),
        (Points(((Vendor.involved, 3), (System.uses_ai, 1), (Use.severe_risk, 0))) >= 2, ["vendor.involved"]),
        (
            Points(((Vendor.involved, 3), (Use.novel, 2), (Use.severe_risk, 5), (System.uses_ai, 1))) >= 2,
            ["vendor.involved", "use.severe_risk"],
        ),
    ],
)
def test_the_unknown_facts_that_keep_a_condition_open(condition: Any, expected: list[str]) -> None:
    """A condition hangs on the unknown facts that can still settle it; a settled one on nothing."""
    case = attrs.evolve(
        KNOWN,
        system=System(
            uses_ai=True, outputs=["decision"], capabilities=TermSet.partial(yes=["audio_capture"])
        ),
        retirement=Retirement(halted=Occurrence.UNDATED),
        attestations={
            "DONE": Attestation(met=True),
            "DATED": Attestation(met=True, on=BEFORE),
            "TIMED": Attestation(met=True, on=NOON),
            "UNDONE": Attestation(met=False),
            "SAID": Attestation(by="x"),
        },
    )
    assert expected == list(dict.fromkeys(open_facts(condition, situation(case, readings={"open": "no"}))))


def test_an_unknown_list_of_days_keeps_a_recurring_act_open() -> None:
    """Where neither the days nor the start are known, a recurring act hangs on both."""
    assert ["data.inventory_reviews", "use.began"] == list(open_facts(REVIEWED, situation()))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "yes"),
        (False, "no"),
        (Occurrence.NEVER, "never"),
        (Occurrence.UNDATED, "on a day not known"),
        (TODAY, "2 March 2026"),
        (datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC), "2 March 2026 at 09:00 UTC"),
        (Period(days=30), "30 days"),
        (Decimal("1234567.80"), "$1,234,567.80"),
        (Stage.PILOT, "pilot"),
        (5, "5"),
        ("text", "text"),
    ],
)
def test_values_in_words(value: Any, text: str) -> None:
    """A known value reads as a person would write it."""
    assert text == word(value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("P30D", "30 days"),
        ("P1D", "1 day"),
        ("PT24H", "24 hours"),
        ("PT1H", "1 hour"),
        ("P1Y2M3D", "1 year 2 months 3 days"),
        ("P2Y1M", "2 years 1 month"),
        ("PT61M", "1 hour 1 minute"),
        ("PT2M3S", "2 minutes 3 seconds"),
        ("PT1S", "1 second"),
        ("PT3661S", "1 hour 1 minute 1 second"),
        ("PT0S", "no time"),
    ],
)
def test_periods_in_words(text: str, words: str) -> None:
    """A period reads as its parts, each with its unit in the right number."""
    assert words == period(Period.parse(text))


# Duties.


def test_a_duty_says_who_does_what_where_and_how_far_it_binds() -> None:
    """A duty owed gives its actor, its act, its citation, its force, and that no time is stated where
    none is.
    """
    made = order(owes(when=System.uses_ai, force=Force.PRACTICE))
    expected = DutyDue(
        "O",
        "the agency",
        "Tell the person.",
        ORDER.at("3(1)"),
        None,
        DutyStatus.OPEN,
        Force.PRACTICE,
        Force.PRACTICE,
        "no time is stated",
    )
    undone = attrs.evolve(USES_AI, attestations={"O": Attestation(met=False)})
    assert (expected,) == judge(made, undone).duties
    assert (attrs.evolve(expected, status=DutyStatus.UNKNOWN),) == judge(made, USES_AI).duties


def status_of(made: Policy, case: Case, as_of: Any = TODAY) -> DutyStatus:
    """The status of the one duty."""
    (duty,) = judge(made, case, as_of).duties
    return duty.status


@pytest.mark.parametrize(
    ("done", "passed", "status"),
    [
        (True, True, DutyStatus.MET),
        (True, None, DutyStatus.MET),
        (False, False, DutyStatus.OPEN),
        (False, True, DutyStatus.UNMET),
        (False, None, DutyStatus.UNKNOWN),
        (None, True, DutyStatus.UNKNOWN),
        (None, False, DutyStatus.UNKNOWN),
    ],
)
def test_where_a_duty_without_a_time_stands(done: Any, passed: Any, status: DutyStatus) -> None:
    """A duty is met when it is attested, unmet once its gate is passed without it, and open until then."""
    made = order(owes(when=System.uses_ai, gate=Vendor.involved))
    case = Case(
        system=System(uses_ai=True), vendor=Vendor(involved=passed), attestations={"O": Attestation(met=done)}
    )
    assert status is status_of(made, case)


def test_duties_that_do_not_bite_are_not_listed() -> None:
    """A duty that does not apply, is displaced or is not in force is no duty; one that may apply is."""
    duty = owes(when=System.uses_ai)
    starts = Commencement("the Order", Day(datetime.date(2030, 1, 1)), ORDER.at("9"))
    assert () == judge(order(duty), Case(system=System(uses_ai=False))).duties
    assert (
        ()
        == judge(
            order(duty, exception("E", ORDER.at("3(2)"), "Not there.", to=duty, when=ALWAYS)), USES_AI
        ).duties
    )
    assert () == judge(order(attrs.evolve(duty, commencement=starts)), USES_AI).duties
    assert DutyStatus.UNKNOWN is status_of(order(duty), Case())
    assert DutyStatus.MET is status_of(order(duty), Case(attestations={"O": Attestation(met=True)}))
    assert () == judge(order(forbids(System.uses_ai)), USES_AI).duties


@pytest.mark.parametrize(
    ("told", "as_of", "status"),
    [
        (NOON + 24 * HOURS, TODAY, DutyStatus.MET),
        (NOON, TODAY, DutyStatus.MET),
        (NOON + 24 * HOURS + datetime.timedelta(seconds=1), TODAY, DutyStatus.MET_LATE),
        (AFTER, datetime.date(2026, 3, 4), DutyStatus.MET_LATE),
        (TODAY, TODAY, DutyStatus.UNKNOWN),
        (BEFORE, TODAY, DutyStatus.MET),
        (Occurrence.NEVER, NOON + 24 * HOURS, DutyStatus.OPEN),
        (Occurrence.NEVER, NOON + 24 * HOURS + datetime.timedelta(microseconds=1), DutyStatus.OVERDUE),
        (Occurrence.NEVER, BEFORE, DutyStatus.OPEN),
        (Occurrence.NEVER, TODAY, DutyStatus.OVERDUE),
        (AFTER, TODAY, DutyStatus.OVERDUE),
        (None, TODAY, DutyStatus.UNKNOWN),
        (Occurrence.UNDATED, TODAY, DutyStatus.UNKNOWN),
        (Occurrence.UNDATED, NOON + HOURS, DutyStatus.MET),
    ],
)
def test_where_a_duty_with_hours_stands(told: Any, as_of: Any, status: DutyStatus) -> None:
    """A duty within 24 hours is met to the second, late after, open until the hours are over, and overdue
    from then.
    """
    made = order(owes(when=System.uses_ai, done=Retirement.halted, due=Deadline(Use.began.plus("PT24H"))))
    case = Case(system=System(uses_ai=True), use=Use(began=NOON), retirement=Retirement(halted=told))
    assert status is status_of(made, case, as_of)


@pytest.mark.parametrize(
    ("done", "as_of", "status"),
    [
        (datetime.date(2026, 4, 1), datetime.date(2026, 4, 5), DutyStatus.MET),
        (datetime.date(2026, 4, 2), datetime.date(2026, 4, 5), DutyStatus.MET_LATE),
        (Occurrence.NEVER, datetime.date(2026, 4, 1), DutyStatus.OPEN),
        (Occurrence.NEVER, datetime.date(2026, 4, 2), DutyStatus.OVERDUE),
    ],
)
def test_where_a_duty_with_days_stands(done: Any, as_of: Any, status: DutyStatus) -> None:
    """A duty within thirty days is open on the last of them, done in time on it, and overdue the day
    after.
    """
    made = order(owes(when=System.uses_ai, done=Retirement.halted, due=Deadline(Use.began.plus("P30D"))))
    case = Case(system=System(uses_ai=True), use=Use(began=TODAY), retirement=Retirement(halted=done))
    assert status is status_of(made, case, as_of)
    (duty,) = judge(made, case, as_of).duties
    assert (datetime.date(2026, 4, 1), "") == (duty.due, duty.note)


@pytest.mark.parametrize(
    ("approved", "began", "as_of", "status"),
    [
        (BEFORE, TODAY, TODAY, DutyStatus.MET),
        (TODAY, TODAY, TODAY, DutyStatus.UNKNOWN),
        (TODAY, BEFORE, TODAY, DutyStatus.MET_LATE),
        (Occurrence.NEVER, BEFORE, TODAY, DutyStatus.UNMET),
        (Occurrence.NEVER, AFTER, TODAY, DutyStatus.OPEN),
        (Occurrence.NEVER, Occurrence.NEVER, TODAY, DutyStatus.OPEN),
        (NOON, NOON, TODAY, DutyStatus.MET_LATE),
        (Occurrence.NEVER, NOON, NOON, DutyStatus.UNMET),
        (Occurrence.NEVER, NOON, NOON - HOURS, DutyStatus.OPEN),
    ],
)
def test_where_a_duty_before_an_act_stands(approved: Any, began: Any, as_of: Any, status: DutyStatus) -> None:
    """What has to come strictly before an act is unmet from the moment of the act, and late when it comes
    then or after.
    """
    made = order(owes(when=System.uses_ai, done=Retirement.halted, due=Deadline(Use.began, strict=True)))
    case = Case(system=System(uses_ai=True), use=Use(began=began), retirement=Retirement(halted=approved))
    assert status is status_of(made, case, as_of)


def test_a_gate_passed_before_the_time_is_over_leaves_a_duty_unmet_and_not_overdue() -> None:
    """A duty whose step was taken without it is unmet; it is overdue only once its stated time is over
    too.
    """
    made = order(
        owes(
            when=System.uses_ai,
            done=Retirement.halted,
            due=Deadline(Day(TODAY).plus("P1D")),
            gate=Vendor.involved,
        )
    )
    case = Case(
        system=System(uses_ai=True),
        vendor=Vendor(involved=True),
        retirement=Retirement(halted=Occurrence.NEVER),
    )
    assert DutyStatus.UNMET is status_of(made, case, TODAY)
    assert DutyStatus.OVERDUE is status_of(made, case, datetime.date(2026, 3, 4))
    calm = attrs.evolve(case, vendor=Vendor(involved=False))
    assert DutyStatus.OPEN is status_of(made, calm, AFTER)
    assert DutyStatus.OVERDUE is status_of(made, calm, datetime.date(2026, 3, 4))


@pytest.mark.parametrize(
    ("done", "as_of", "status"),
    [
        (BEFORE, AFTER, DutyStatus.MET),
        (TODAY, AFTER, DutyStatus.MET),
        (AFTER, AFTER, DutyStatus.MET_LATE),
        (Occurrence.NEVER, TODAY, DutyStatus.OPEN),
        (Occurrence.NEVER, AFTER, DutyStatus.OVERDUE),
        (
            Occurrence.NEVER,
            datetime.datetime(2026, 3, 2, 23, tzinfo=datetime.timezone(-8 * HOURS)),
            DutyStatus.OPEN,
        ),
    ],
)
def test_a_duty_due_on_a_fixed_day_has_the_whole_of_it(done: Any, as_of: Any, status: DutyStatus) -> None:
    """A duty that a text sets a calendar day is in time on that day, open until it is over, and overdue
    the day after.
    """
    made = order(owes(when=System.uses_ai, done=Retirement.halted, due=Deadline(Day(TODAY))))
    case = Case(system=System(uses_ai=True), retirement=Retirement(halted=done))
    assert status is status_of(made, case, as_of)
    assert [TODAY] == [duty.due for duty in judge(made, case, as_of).duties]


def test_a_time_beside_an_attested_duty_is_shown() -> None:
    """A duty that is attested without a day shows the time the text states."""
    (duty,) = judge(
        order(owes(when=System.uses_ai, due=Deadline(Day(AFTER)))),
        attrs.evolve(USES_AI, attestations={"O": Attestation(met=False)}),
    ).duties
    assert (AFTER, DutyStatus.OPEN) == (duty.due, duty.status)


def test_an_attested_duty_is_overdue_once_its_time_is_over() -> None:
    """A duty that is attested not done is overdue once the time the text states is over."""
    made = order(owes(when=System.uses_ai, due=Deadline(Day(BEFORE))))
    assert DutyStatus.OVERDUE is status_of(
        made, attrs.evolve(USES_AI, attestations={"O": Attestation(met=False)})
    )


@pytest.mark.parametrize(
    ("deadline", "began", "due", "note"),
    [
        (None, None, None, "no time is stated"),
        (Deadline(), None, None, "no time is stated"),
        (Deadline(note="in the solicitation"), None, None, "in the solicitation"),
        (Deadline(Day(AFTER)), None, AFTER, ""),
        (Deadline(Day(AFTER), note="by then"), None, AFTER, "by then"),
        (Deadline(Use.began.plus("P1D")), Occurrence.NEVER, None, "the time it counts from has not come"),
        (Deadline(Use.began.plus("P1D"), note="a day after"), Occurrence.NEVER, None, "a day after"),
        (Deadline(Use.began.plus("P1D")), None, None, "unknown until use.began is known"),
        (Deadline(Use.began.plus("P1D")), Occurrence.UNDATED, None, "unknown until use.began is known"),
        (
            Deadline(Latest((Use.began, Retirement.started))),
            None,
            None,
            "unknown until use.began and retirement.started is known",
        ),
        (Deadline(AttestedOn("X").plus("P1D")), None, None, "unknown until attestations.X is known"),
        (Deadline(Use.began.plus("P1M")), datetime.date(2026, 1, 31), datetime.date(2026, 2, 28), ""),
        (Deadline(Use.began.plus("PT24H")), TODAY, AFTER, "the hour is not known"),
        (Deadline(Use.began.plus("PT24H"), note="soon"), TODAY, AFTER, "soon; the hour is not known"),
        (
            Deadline(StartOfDay(Day(AFTER))),
            None,
            datetime.datetime(2026, 3, 3, tzinfo=datetime.timezone(-8 * HOURS)),
            "",
        ),
    ],
)
def test_when_a_duty_is_due(deadline: Any, began: Any, due: Any, note: str) -> None:
    """A duty is due on a day or at an instant; where it is not, a note says why."""
    made = order(owes(when=ALWAYS, done=Retirement.halted, due=deadline))
    (duty,) = judge(made, Case(use=Use(began=began))).duties
    assert (due, note) == (duty.due, duty.note)
    assert type(due) is type(duty.due)


def test_an_instant_is_due_on_the_clocks_of_the_place() -> None:
    """Elapsed hours end at an instant, given on the clocks of the place, changes of the clocks included."""
    made = order(owes(when=ALWAYS, done=Retirement.halted, due=Deadline(Use.began.plus("PT24H"))))
    began = datetime.datetime(2026, 3, 7, 22, tzinfo=datetime.UTC)
    (duty,) = judge(made, Case(use=Use(began=began))).duties
    assert "2026-03-08T15:00:00-07:00" == duty.due.isoformat()  # type: ignore[union-attr]
    (elsewhere,) = judge(order(*made.rules, time_zone="America/Phoenix"), Case(use=Use(began=began))).duties
    assert "2026-03-08T15:00:00-07:00" == elsewhere.due.isoformat()  # type: ignore[union-attr]
    (winter,) = judge(made, Case(use=Use(began=began.replace(day=1)))).duties
    assert "2026-03-02T14:00:00-08:00" == winter.due.isoformat()  # type: ignore[union-attr]


@pytest.mark.parametrize("began", [datetime.date(2026, 3, 7), datetime.date(2026, 10, 31)])
def test_hours_from_a_day_when_the_clocks_change_are_due_at_no_one_time(began: datetime.date) -> None:
    """Where a day without an hour leaves the due time on two days or on part of one, the note says that
    the hour is needed.
    """
    made = order(owes(when=ALWAYS, done=Retirement.halted, due=Deadline(Use.began.plus("PT24H"))))
    (duty,) = judge(made, Case(use=Use(began=began + datetime.timedelta(days=began.month == 3)))).duties
    assert None is duty.due
    assert "use.began" in duty.note


def test_a_due_time_that_the_text_implies_is_marked() -> None:
    """A time that is only implied is marked as a reading."""
    made = order(owes(when=ALWAYS, due=Deadline(Day(AFTER), by_reading=True)))
    assert [True] == [duty.by_reading for duty in judge(made).duties]
    assert [False] == [
        duty.by_reading for duty in judge(order(owes(when=ALWAYS, due=Deadline(Day(AFTER))))).duties
    ]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("2026-03-02T00:00:00-08:00", "2026-03-02T23:59:59.999999-08:00", TODAY),
        ("2026-03-02T23:59:59.999999-08:00", "2026-03-02T23:59:59.999999-08:00", TODAY),
        (
            "2026-03-02T12:00:00-08:00",
            "2026-03-02T12:00:00-08:00",
            datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.timezone(-8 * HOURS)),
        ),
        (
            "2026-03-02T00:00:00-08:00",
            "2026-03-02T00:00:00-08:00",
            datetime.datetime(2026, 3, 2, tzinfo=datetime.timezone(-8 * HOURS)),
        ),
        ("2026-03-02T12:00:00-08:00", "2026-03-02T13:00:00-08:00", None),
        ("2026-03-02T00:00:00-08:00", "2026-03-02T13:00:00-08:00", None),
        ("2026-03-02T12:00:00-08:00", "2026-03-02T23:59:59.999999-08:00", None),
        ("2026-03-02T12:00:00-08:00", "2026-03-03T12:00:00-08:00", None),
    ],
)
def test_a_time_as_a_person_writes_it(low: str, high: str, expected: Any) -> None:
    """A whole day, or its last instant, is that day; one instant is itself; anything wider has no one
    name.
    """
    ends = [periods.instant(datetime.datetime.fromisoformat(text)) for text in (low, high)]
    found = moment(*ends, PACIFIC)
    assert expected == found
    assert type(expected) is type(found)


def test_duties_arise_from_each_record() -> None:
    """A duty on records is owed for each record it bites on, and says from which it arises."""
    made = order(
        owes(
            when=Incident.caused_harm,
            each=Case.incidents,
            done=Incident.told_supervisor,
            due=Deadline(Incident.discovered.plus("PT24H")),
        )
    )
    case = Case(
        incidents=[
            Incident(name="the fall", caused_harm=True, discovered=NOON, told_supervisor=NOON),
            Incident(caused_harm=False, discovered=NOON),
            Incident(caused_harm=True, discovered=NOON - 48 * HOURS, told_supervisor=Occurrence.NEVER),
            Incident(discovered=Occurrence.NEVER),
        ]
    )
    assert [
        ("the fall", DutyStatus.MET, "2026-03-02T12:00:00-08:00"),
        ("incidents[2]", DutyStatus.OVERDUE, "2026-02-28T12:00:00-08:00"),
        ("incidents[3]", DutyStatus.UNKNOWN, None),
    ] == [(duty.about, duty.status, duty.due and duty.due.isoformat()) for duty in judge(made, case).duties]
    assert () == judge(made, Case(incidents=[])).duties


@pytest.mark.parametrize("met", [True, False, None])
def test_duties_on_an_unknown_list_are_unknown(met: bool | None) -> None:
    """While a list is unknown nothing is certainly owed for its records, whatever is attested."""
    made = order(owes(when=System.uses_ai, each=Case.incidents))
    answer = judge(made, attrs.evolve(USES_AI, attestations={"O": Attestation(met=met)}))
    assert Status.UNDETERMINED is answer.finding("O").status
    assert [("", DutyStatus.UNKNOWN)] == [(duty.about, duty.status) for duty in answer.duties]


def test_the_time_of_a_duty_on_an_unknown_list_is_unknown() -> None:
    """While a list is unknown a duty that counts from a fact of its records is due when that fact is
    known.
    """
    made = order(
        owes(
            when=System.uses_ai,
            each=Case.incidents,
            done=Incident.told_supervisor,
            due=Deadline(Incident.discovered.plus("PT24H")),
        )
    )
    (duty,) = judge(made, USES_AI).duties
    assert (None, DutyStatus.UNKNOWN, "unknown until incidents[].discovered is known") == (
        duty.due,
        duty.status,
        duty.note,
    )


INVENTORY = recurring(
    "R",
    ORDER.at("5"),
    "Review the inventory.",
    bearer="the agency",
    occurrences=Data.inventory_reviews,
    cadence=MONTHLY,
    since=Use.began,
    when=System.uses_ai,
)


def listed(case: Case, as_of: Any = TODAY, rule: Any = INVENTORY) -> list[tuple[Any, DutyStatus, str]]:
    """The due days, statuses and notes of a recurring duty."""
    return [(duty.due, duty.status, duty.note) for duty in judge(order(rule), case, as_of).duties]


def test_a_recurring_duty_lists_what_was_missed_and_what_comes_next() -> None:
    """Each window missed stays overdue, and the next time is open, however promptly the last was kept."""
    began = Use(began=datetime.date(2025, 12, 15))
    kept = Case(
        system=System(uses_ai=True),
        use=began,
        data=Data(inventory_reviews=[datetime.date(2026, 1, 20), datetime.date(2026, 2, 10)]),
    )
    assert [
        (datetime.date(2026, 1, 15), DutyStatus.OVERDUE, "a window that passed without it"),
        (datetime.date(2026, 3, 10), DutyStatus.OPEN, "the next time"),
    ] == listed(kept)
    assert Status.VIOLATED is judge(order(INVENTORY), kept).finding("R").status
    prompt = attrs.evolve(
        kept, data=Data(inventory_reviews=[datetime.date(2026, 1, 15), datetime.date(2026, 2, 10)])
    )
    assert [(datetime.date(2026, 3, 10), DutyStatus.OPEN, "the next time")] == listed(prompt)
    assert Status.SATISFIED is judge(order(INVENTORY), prompt).finding("R").status


def test_a_recurring_duty_of_which_little_is_known() -> None:
    """Without its days, its start or its condition a recurring duty is unknown; one that has not begun is
    open.
    """
    began = Use(began=datetime.date(2025, 12, 15))
    unknown = [(None, DutyStatus.UNKNOWN, "no time is stated")]
    days_unknown = [(None, DutyStatus.UNKNOWN, "it is not known when it was done")]
    assert days_unknown == listed(Case(system=System(uses_ai=True), use=began))
    assert unknown == listed(Case(system=System(uses_ai=True), data=Data(inventory_reviews=[])))
    assert unknown == listed(
        Case(system=System(uses_ai=True), use=Use(began=Occurrence.UNDATED), data=Data(inventory_reviews=[]))
    )
    assert unknown == listed(Case(use=began, data=Data(inventory_reviews=[])))
    assert [(None, DutyStatus.OPEN, "no time is stated")] == listed(
        Case(system=System(uses_ai=True), use=Use(began=Occurrence.NEVER))
    )
    later = Case(
        system=System(uses_ai=True), use=Use(began=datetime.date(2026, 5, 1)), data=Data(inventory_reviews=[])
    )
    assert [(datetime.date(2026, 6, 1), DutyStatus.OPEN, "the next time")] == listed(later)
    assert [(None, DutyStatus.OPEN, "no time is stated")] == listed(attrs.evolve(later, data=Data()))
    assert () == judge(order(INVENTORY), Case(system=System(uses_ai=False))).duties
    by_month = attrs.evolve(
        INVENTORY,
        done=MeetsCadence(Data.inventory_reviews, Cadence(Period(months=1), by_calendar=True), Use.began),
    )
    assert [(datetime.date(2026, 5, 31), DutyStatus.OPEN, "the next time")] == listed(later, rule=by_month)


def test_a_recurring_duty_names_no_day_while_its_start_may_lie_on_several() -> None:
    """Where the start may lie on two days, or at any later time, nothing is dated: what is learnt could move
    it.
    """
    began = Case(
        system=System(uses_ai=True),
        use=Use(began=datetime.date(2026, 2, 20)),
        data=Data(inventory_reviews=[]),
    )
    late = attrs.evolve(INVENTORY, done=MeetsCadence(Data.inventory_reviews, MONTHLY, Use.began.plus("PT1H")))
    unknown = (None, DutyStatus.OPEN, "unknown until use.began is known")
    assert [unknown] == listed(began, rule=late)
    hour = datetime.datetime(2026, 2, 20, 23, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-8)))
    known = began.with_answer("use.began", hour)
    assert [(datetime.date(2026, 3, 21), DutyStatus.OPEN, "the next time")] == listed(known, rule=late)
    open_ended = attrs.evolve(
        INVENTORY,
        done=MeetsCadence(
            Data.inventory_reviews, MONTHLY, Latest((Day(datetime.date(2027, 1, 1)), Retirement.started))
        ),
    )
    assert [(None, DutyStatus.OPEN, "no time is stated")] == listed(began, rule=open_ended)


def test_a_recurring_duty_with_an_end_is_listed_up_to_it() -> None:
    """After its end nothing more comes due; while the end is not known to the day no date is named, and
    the duty stays in the list.
    """
    began = Case(
        system=System(uses_ai=True),
        use=Use(began=datetime.date(2025, 11, 15)),
        data=Data(inventory_reviews=[]),
    )
    ended = attrs.evolve(
        INVENTORY, done=MeetsCadence(Data.inventory_reviews, MONTHLY, Use.began, until=Use.ended)
    )
    december, soon = datetime.date(2025, 12, 15), datetime.date(2025, 12, 1)
    over = began.with_answer("use.ended", datetime.date(2025, 12, 20))
    assert [(december, DutyStatus.OVERDUE, "a window that passed without it")] == listed(over, rule=ended)
    assert [] == listed(began.with_answer("use.ended", soon), rule=ended)
    assert [(None, DutyStatus.UNKNOWN, "no time is stated")] == listed(began, rule=ended)
    running = listed(began.with_answer("use.ended", Occurrence.NEVER), rule=ended)
    assert running == listed(began)
    assert "a window that passed without it" == running[-1][2]
    # One of two days after the window closed: missed in either, and no last day to name.
    either = TimeIf(System.uses_ai, Day(datetime.date(2025, 12, 20)), Day(datetime.date(2026, 1, 10)))
    two = attrs.evolve(
        INVENTORY, when=ALWAYS, done=MeetsCadence(Data.inventory_reviews, MONTHLY, Use.began, until=either)
    )
    assert [(None, DutyStatus.OVERDUE, "no time is stated")] == listed(
        began.with_answer("system.uses_ai", None), rule=two
    )


def test_the_days_of_a_recurring_duty_are_those_of_the_place() -> None:
    """An instant counts on the day it has on the clocks of the place."""
    late = datetime.datetime(2026, 2, 16, 7, 30, tzinfo=datetime.UTC)  # Still the 15th in California.
    case = Case(
        system=System(uses_ai=True),
        use=Use(began=datetime.date(2026, 1, 15)),
        data=Data(inventory_reviews=[late]),
    )
    assert [(datetime.date(2026, 3, 15), DutyStatus.OPEN, "the next time")] == listed(case)


def test_what_a_duty_is_met_by_and_when_it_is_breached() -> None:
    """What meets and what breaches a duty follow from its fulfilment, its time and its gate."""
    options: Any = {"when": ALWAYS}
    due, strict = Deadline(Use.began), Deadline(Use.began, strict=True)
    halted, gate = Retirement.halted, Vendor.involved
    in_time = AtMost(halted, Use.began) & halted.happened()
    early = AtMost(halted, Use.began, strict=True) & halted.happened()
    attested_in_time = Attested("O") & AtMost(AttestedOn("O", in_time=True), Use.began)
    passed, passed_strictly = AtMost(Use.began, AS_OF, strict=True), AtMost(Use.began, AS_OF)
    for duty, met, breached in [
        (owes(**options), Attested("O"), NOT_EVER),
        (owes(gate=gate, **options), Attested("O"), gate),
        (owes(due=due, **options), attested_in_time, passed),
        (owes(done=gate, **options), gate, NOT_EVER),
        (owes(done=halted, **options), halted.happened(), NOT_EVER),
        (owes(done=halted, gate=gate, **options), halted.happened(), gate),
        (owes(done=halted, due=Deadline(note="soon"), **options), halted.happened(), NOT_EVER),
        (owes(done=halted, due=due, **options), in_time, passed),
        (owes(done=halted, due=strict, **options), early, passed_strictly),
        (owes(done=halted, due=due, gate=gate, **options), in_time, gate | passed),
        (INVENTORY, INVENTORY.done, ALWAYS),
    ]:
        assert (met, breached) == (duty.met, duty.breached)
    assert INVENTORY.done is INVENTORY.recurrence(situation())
    assert None is owes(**options).recurrence(situation())
    monthly, yearly = INVENTORY.done, attrs.evolve(INVENTORY.done, cadence=Cadence(Period(years=1)))
    by_reading = owes(done=QUESTION.reads(yes=monthly, no=yearly), **options)
    assert ALWAYS == by_reading.breached
    assert [monthly, yearly] == [
        by_reading.recurrence(situation(readings={"open": reading})) for reading in ("yes", "no")
    ]
    assert None is owes(done=QUESTION.reads(yes=monthly, no=gate), **options).recurrence(situation())


# Tiers, classes, retention, exposure.

RANKS = Scale("rank", "Rank", [Step("low", "Low"), Step("medium", "Medium"), Step("high", "High")])
BANDS = ((None, 2, "low"), (3, 5, "medium"), (6, None, "high"))


def tiers_of(points: Any, case: Case, **options: Any) -> list[tuple[Any, Any, tuple[str, ...]]]:
    """The totals of one score, and the ids of the steps they may stand on."""
    made = order(score("S", ORDER.at("7"), "Rank.", points=points, scale=RANKS, bands=BANDS, **options))
    found = judge(made, case).tiers
    return [(one.at_least, one.at_most, tuple(step.id for step in one.steps)) for one in found]


def test_a_score_stands_on_a_step() -> None:
    """A total stands on the step whose band holds it, both ends included; while facts are unknown it may
    stand on several.
    """
    row = [(System.uses_ai, 5), (Vendor.involved, 3), (ALWAYS, 2)]
    low, medium, high = (step.id for step in RANKS.steps)
    for ai, vendor, expected in [
        (True, None, (5, 5, (medium,))),
        (False, True, (3, 3, (medium,))),
        (False, False, (2, 2, (low,))),
        (None, False, (2, 5, (low, medium))),
        (None, None, (2, 5, (low, medium))),
        (False, None, (2, 3, (low, medium))),
    ]:
        assert [expected] == tiers_of(row, Case(system=System(uses_ai=ai), vendor=Vendor(involved=vendor)))
    assert [(6, 6, (high,))] == tiers_of(Constant(6), Case())
    assert [(100, 100, (high,))] == tiers_of(
        Data.elements.count(ALWAYS) * 50, Case(data=Data(elements=[DataElement()] * 2))
    )
    assert [(5, 5, (medium,))] == tiers_of([(System.uses_ai, 5)], Case())
    assert [(0, None, (low, medium, high))] == tiers_of(Procurement.public_funds, Case())
    assert [(2, 2, (low,))] == tiers_of(
        row, Case(system=System(uses_ai=False), vendor=Vendor(involved=False)), when=~System.uses_ai
    )
    assert [] == tiers_of(row, USES_AI, when=~System.uses_ai)


def test_a_tier_says_where_it_stands() -> None:
    """A score found gives its provision, its citation and its scale, and whether it is certain."""
    options = {"scale": RANKS, "bands": BANDS}
    made = order(forbids(ALWAYS), score("S", ORDER.at("7"), "Rank.", points=Constant(1), **options))
    assert (TierFound("S", ORDER.at("7"), 1, 1, RANKS, RANKS.steps[:1]),) == judge(made).tiers
    perhaps = order(score("S", ORDER.at("7"), "Rank.", points=Constant(1), when=Use.novel, **options))
    assert [False] == [one.certain for one in judge(perhaps).tiers]
    plain = order(score("S", ORDER.at("7"), "Rank.", points=Violation.count))
    assert [(0, None, False)] == [(one.at_least, one.at_most, one.certain) for one in judge(plain).tiers]
    assert [(3, 3, True)] == [
        (one.at_least, one.at_most, one.certain)
        for one in judge(plain, Case(violation=Violation(found=True, count=3))).tiers
    ]


PLATES = DataElement.category.is_(DataCategory.LICENSE_PLATE)


def test_data_elements_fall_in_classes() -> None:
    """Each element falls, or may fall, in the class of each rule that applies to it, under its name or
    its place.
    """
    made = order(
        classification(
            "C", ORDER.at("8(1)"), "Plates.", of=Data.elements, falls_in=DataClass.SENSITIVE, when=PLATES
        ),
        classification(
            "D",
            ORDER.at("8(2)"),
            "Harm.",
            of=Data.elements,
            falls_in=DataClass.STRATEGIC,
            when=DataElement.strategic_value,
        ),
    )
    case = Case(
        data=Data(
            elements=[
                DataElement(name="plates", category="license_plate", strategic_value=False),
                DataElement(strategic_value=True),
            ]
        )
    )
    first, second = ORDER.at("8(1)"), ORDER.at("8(2)")
    assert (
        ElementClass("C", first, "plates", DataClass.SENSITIVE, True),
        ElementClass("C", first, "data.elements[1]", DataClass.SENSITIVE, False),
        ElementClass("D", second, "data.elements[1]", DataClass.STRATEGIC, True),
    ) == judge(made, case).data_classes
    assert () == judge(made, Case()).data_classes
    assert () == judge(made, Case(data=Data(elements=[]))).data_classes


def test_an_exception_lifts_a_class() -> None:
    """An element does not fall in a class whose rule an exception displaces."""
    rule = classification(
        "C", ORDER.at("8(1)"), "All.", of=Data.elements, falls_in=DataClass.SENSITIVE, when=ALWAYS
    )
    made = order(rule, exception("E", ORDER.at("8(2)"), "Not there.", to=rule, when=System.uses_ai))
    case = Case(data=Data(elements=[DataElement(name="x")]))
    assert [False] == [found.certain for found in judge(made, case).data_classes]
    assert () == judge(made, attrs.evolve(case, system=System(uses_ai=True))).data_classes
    assert [True] == [
        found.certain for found in judge(made, attrs.evolve(case, system=System(uses_ai=False))).data_classes
    ]


def keeps(
    id: str,
    floor: str | None = None,
    ceiling: str | None = None,
    trigger: str = "collection",
    when: Any = ALWAYS,
    series: str = "",
    **options: Any,
) -> Any:
    """A rule on retention."""
    read = [None if text is None else Period.parse(text) for text in (floor, ceiling)]
    kept = RetentionRule(*read, trigger, series)
    return retention(id, ORDER.at(id), "Keep it.", keeps=kept, when=when, **options)


DIFFER = "months differ in length"
"""Why months against days are undecided."""


def test_retention_rules_that_apply_or_may() -> None:
    """The rules on retention that apply are listed, those that only may are marked, those that do not are
    left out.
    """
    made = order(keeps("K", "P30D"), keeps("L", None, "P1Y", when=System.uses_ai))
    one = RetentionFound("K", ORDER.at("K"), RetentionRule(Period(days=30), None, "collection"), True)
    other = RetentionFound("L", ORDER.at("L"), RetentionRule(None, Period(years=1), "collection"), True)
    assert (one, other) == judge(made, USES_AI).retention
    assert (one, attrs.evolve(other, certain=False)) == judge(made).retention
    assert (one,) == judge(made, Case(system=System(uses_ai=False))).retention


@pytest.mark.parametrize(
    ("rules", "floors", "ceilings", "conflicts"),
    [
        (
            [keeps("K", "P30D"), keeps("L", "P60D"), keeps("M", None, "P1Y"), keeps("N", None, "P2Y")],
            ["P60D"],
            ["P1Y"],
            [],
        ),
        ([keeps("K", "P180D"), keeps("L", None, "P30D")], ["P180D"], ["P30D"], ["K L"]),
        ([keeps("L", None, "P30D"), keeps("K", "P180D")], ["P180D"], ["P30D"], ["L K"]),
        (
            [keeps("K", "P180D"), keeps("L", None, "P30D", "closure")],
            ["P180D"],
            ["P30D"],
            ["K L they count from different events"],
        ),
        ([keeps("K", "P180D"), keeps("L", "P30D", None, "closure")], ["P180D"], [], []),
        ([keeps("K", "P30D"), keeps("L", None, "P30D")], ["P30D"], ["P30D"], []),
        ([keeps("K", "P1D"), keeps("L", "PT24H")], ["P1D"], [], []),
        ([keeps("K", "P30D"), keeps("L", None, "P1M")], ["P30D"], ["P1M"], [f"K L {DIFFER}"]),
        ([keeps("K", "P1M"), keeps("L", None, "P30D")], ["P1M"], ["P30D"], [f"K L {DIFFER}"]),
        ([keeps("K", "P1Y"), keeps("L", None, "P365D")], ["P1Y"], ["P365D"], [f"K L {DIFFER}"]),
        ([keeps("K", "P1M"), keeps("L", "P29D"), keeps("M", "P28D")], ["P1M", "P29D"], [], []),
        ([keeps("K", None, "P1M"), keeps("L", None, "P30D")], [], ["P1M", "P30D"], []),
        ([keeps("K", "P32D"), keeps("L", None, "P1M")], ["P32D"], ["P1M"], ["K L"]),
        (
            [keeps("K", "P1D", "P2D"), keeps("L", "P3D", "P4D"), keeps("M", "P5D")],
            ["P5D"],
            ["P2D"],
            ["K L", "K M", "L M"],
        ),
    ],
)
def test_retention_rules_intersect(rules: Any, floors: Any, ceilings: Any, conflicts: Any) -> None:
    """Together the rules leave the longest floor and the shortest ceiling, and report each pair that
    leaves nothing, or perhaps nothing and why.
    """
    (limits,) = judge(order(forbids(ALWAYS), *rules)).retention_limits
    assert floors == [one.isoformat() for one in limits.floors]
    assert ceilings == [one.isoformat() for one in limits.ceilings]
    assert conflicts == told(limits.conflicts)
    assert [not one.why for one in limits.conflicts] == [one.certain for one in limits.conflicts]


def told(conflicts: Any) -> list[str]:
    """Each conflict as one text: the provisions, and why it is undecided."""
    return [" ".join((*one.provisions, one.why)).strip() for one in conflicts]


WIDE = Ambiguity("width", "How wide?", {"wide": "all", "narrow": "some"}, default="wide", why="So.")

FINDS = Use.novel & System.uses_ai

LIFTED = (
    keeps("K", "P1Y"),
    exception("X", ORDER.at("X"), "Not what is new.", to="K", when=Use.novel),
    keeps("L", None, "P30D", when=Use.novel),
)


@pytest.mark.parametrize(
    ("rules", "conflicts"),
    [
        ([keeps("K", "P1Y", when=Use.novel), keeps("L", None, "P30D", when=~Use.novel)], []),
        ([keeps("K", "P1Y", when=FINDS), keeps("L", None, "P30D", when=~Use.novel | ~System.uses_ai)], []),
        ([keeps("K", "P1Y", when=FINDS), keeps("L", None, "P30D", when=NOT_EVER | ~FINDS)], []),
        (
            [
                keeps("K", "P1Y", when=Named("it is new", Use.novel)),
                keeps("L", None, "P30D", when=WIDE.reads(wide=~Use.novel, narrow=ALWAYS)),
            ],
            [],
        ),
        (LIFTED, []),
        (
            [keeps("K", "P1Y", when=Use.novel), keeps("L", None, "P30D", when=System.uses_ai)],
            ["K L it is not known whether K and L apply"],
        ),
        (
            [keeps("K", "P1Y", when=Use.novel), keeps("L", None, "P30D")],
            ["K L it is not known whether K applies"],
        ),
        (
            [keeps("K", "P1M", when=Use.novel), keeps("L", None, "P30D")],
            [f"K L {DIFFER}; it is not known whether K applies"],
        ),
    ],
)
def test_retention_rules_that_exclude_each_other_never_conflict(rules: Any, conflicts: Any) -> None:
    """Of rules that may apply a conflict is undecided, and is not told where not both can apply."""
    (limits,) = judge(order(*rules)).retention_limits
    assert conflicts == told(limits.conflicts)


def test_retention_rules_of_several_series_are_kept_apart() -> None:
    """Rules are held against each other only where they speak of the same record series."""
    rules = keeps("K", "P1Y", series="footage"), keeps("L", None, "P30D"), keeps("M", None, "P7D")
    footage, others = judge(order(*rules)).retention_limits
    assert RetentionLimits("footage", (Period(years=1),), (), ()) == footage
    assert RetentionLimits("", (), (Period(days=7),), ()) == others
    assert () == judge(order(forbids(ALWAYS))).retention_limits


@pytest.mark.parametrize(
    ("force", "commanded"),
    [(Force.BINDING, True), (Force.PRACTICE, False), (Force.DESCRIPTIVE, False), (Force.RECOMMENDED, False)],
)
def test_what_is_only_described_can_give_way(force: Force, commanded: bool) -> None:
    """A conflict is commanded where both rules bind; else the page says that one can give way."""
    answer = judge(order(keeps("K", "P1Y", force=force), keeps("L", None, "P30D")))
    assert RetentionConflict(("K", "L"), True, commanded) == answer.retention_limits[0].conflicts[0]
    cannot, may = "Retention cannot satisfy both of", "Retention may be unable to satisfy both of"
    assert commanded is (cannot in str(answer))
    assert commanded is (may not in str(answer))
    assert commanded is ("K and L: not both are commanded" not in str(answer))


@pytest.mark.parametrize(("adopted", "commanded"), [(True, True), (False, False), (None, None)])
def test_whether_a_conflict_is_commanded_is_open_with_a_promotion(
    adopted: bool | None, commanded: bool | None
) -> None:
    """While nobody knows whether a recommendation was adopted, it is neither said to bind nor to give way."""
    recommended = keeps("K", "P1Y", force=Force.RECOMMENDED, promoted_by=ADOPTED)
    answer = judge(order(recommended, keeps("L", None, "P30D")).given(adopted=adopted))
    assert RetentionConflict(("K", "L"), True, commanded) == answer.retention_limits[0].conflicts[0]
    assert (commanded is True) is ("Retention cannot satisfy both of" in str(answer))
    assert (commanded is None) is ("K and L: it is not known whether both are commanded" in str(answer))
    assert [commanded, True] == [found["commanded"] for found in answer.to_dict()["retention"]]


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        (RetentionRule(Period(days=30)), RetentionRule(None, Period(days=29)), True),
        (RetentionRule(None, Period(days=29)), RetentionRule(Period(days=30)), True),
        (RetentionRule(Period(days=30)), RetentionRule(None, Period(days=30)), False),
        (RetentionRule(Period(months=1)), RetentionRule(None, Period(months=1)), False),
        (RetentionRule(Period(months=1)), RetentionRule(None, Period(days=30)), None),
        (RetentionRule(Period(months=1)), RetentionRule(None, Period(days=31)), False),
        (RetentionRule(Period(months=1)), RetentionRule(None, Period(days=27)), True),
        (RetentionRule(Period(days=30)), RetentionRule(Period(days=60)), False),
        (RetentionRule(None, Period(days=30)), RetentionRule(None, Period(days=60)), False),
        (RetentionRule(Period(days=30), None, "a"), RetentionRule(None, Period(days=1), "b"), None),
        (RetentionRule(Period(days=30), None, "a"), RetentionRule(Period(days=1), None, "b"), False),
        (RetentionRule(Period(days=30), series="a"), RetentionRule(None, Period(days=1)), False),
        (RetentionRule(Period(days=1), Period(days=2)), RetentionRule(Period(days=3), Period(days=4)), True),
    ],
)
def test_two_retention_rules_conflict_when_nothing_satisfies_both(
    one: RetentionRule, other: RetentionRule, answer: Any
) -> None:
    """A floor above the other's ceiling is a conflict; months of unlike lengths and unlike triggers leave
    it open.
    """
    assert answer is one.conflicts_with(other)
    assert answer is other.conflicts_with(one)


def test_exposure_has_bounds() -> None:
    """A penalty is reckoned between its bounds; where it only may apply it may be nothing; without a
    ceiling there is none.
    """
    fine = penalty(
        "F",
        ORDER.at("10"),
        "A fine.",
        when=System.uses_ai,
        least=Constant(10_000),
        most=Procurement.public_funds * 2,
        formula="100 dollars to double the price",
        payer="the vendor",
        payee="the treasury",
    )
    damages = penalty(
        "G",
        ORDER.at("11"),
        "Damages.",
        when=System.uses_ai,
        least=Procurement.public_funds,
        most=None,
        formula="the price at least",
    )
    made = order(fine, damages)
    case = Case(system=System(uses_ai=True), procurement=Procurement(public_funds=500))
    assert (
        Exposure(
            "F",
            ORDER.at("10"),
            10_000,
            100_000,
            "100 dollars to double the price",
            "the vendor",
            "the treasury",
            True,
        ),
        Exposure("G", ORDER.at("11"), 50_000, None, "the price at least", "", "", True),
    ) == judge(made, case).exposure
    unsure = judge(made, Case(procurement=Procurement(public_funds=500))).exposure
    assert [(0, 100_000, False), (0, None, False)] == [
        (one.at_least, one.at_most, one.certain) for one in unsure
    ]
    unknown = judge(made, USES_AI).exposure
    assert [(10_000, None, True), (0, None, True)] == [
        (one.at_least, one.at_most, one.certain) for one in unknown
    ]
    assert () == judge(made, Case(system=System(uses_ai=False))).exposure


def test_exposure_is_at_least_what_is_certain() -> None:
    """A penalty that is the greater of two amounts is at least the one that is known."""
    fine = penalty(
        "F",
        ORDER.at("10"),
        "A fine.",
        when=ALWAYS,
        least=Greatest((Constant(100), Procurement.public_funds)),
        most=None,
        formula="the greater",
    )
    assert [(100, None)] == [(one.at_least, one.at_most) for one in judge(order(fine)).exposure]


def test_exposure_by_points_of_which_nothing_is_known_is_at_least_nothing() -> None:
    """A penalty reckoned by a scale of which no step holds has no bounds, and is at least nothing."""
    fine = penalty(
        "F",
        ORDER.at("10"),
        "A fine.",
        when=ALWAYS,
        least=Points(((System.uses_ai, 5),)),
        most=None,
        formula="by the scale",
    )
    assert [(0, None)] == [(one.at_least, one.at_most) for one in judge(order(fine)).exposure]


# A bill: in force only once it is signed.

BILL = Source("Digital Rights Bill", issuer="Ruritania", edition="H.B. 7")
SIGNED_ON = EventParameter("signed_on", "When was the bill signed?", Occurrence.NEVER)
ACT = Commencement("the bill", SIGNED_ON, BILL.at("9"))
LATER = Commencement("section 5 of the bill", StartOfDay(Day(datetime.date(2028, 7, 1))), BILL.at("9(2)"))
NO_SCORING = prohibition(
    "B-1", BILL.at("1"), "No scoring.", when=System.uses_ai, force=Force.PROPOSED, commencement=ACT
)
NO_TRACKING = prohibition(
    "B-5", BILL.at("5"), "No tracking.", when=Use.tracks_individuals, force=Force.PROPOSED, commencement=LATER
)
TELL = obligation(
    "B-2",
    BILL.at("2"),
    "Tell people.",
    bearer="the agency",
    when=System.uses_ai,
    force=Force.PROPOSED,
    commencement=ACT,
)
RIGHTS = policy(
    "ruritania/bill",
    BILL,
    time_zone=LA,
    entries=(NO_SCORING, TELL),
    scope=System.uses_ai & NO_SCORING.in_force,
)
SIGNING = datetime.date(2027, 5, 3)


def test_a_bill_that_nobody_signed_says_nothing_yet() -> None:
    """Before it is signed a bill does not apply, owes nothing, and every provision is reported as not in
    force.
    """
    for made, as_of in (
        (RIGHTS, TODAY),
        (RIGHTS, datetime.date(2099, 1, 1)),
        (RIGHTS.given(signed_on=SIGNING), SIGNING - datetime.timedelta(days=1)),
    ):
        answer = judge(made, USES_AI, as_of)
        assert Outcome.NOT_APPLICABLE is answer.outcome
        assert [Status.NOT_IN_FORCE, Status.NOT_IN_FORCE] == [finding.status for finding in answer.findings]
        assert () == answer.duties
        assert ("system.uses_ai is yes", "the bill is not in force for this act") == answer.finding(
            "B-1"
        ).because


def test_the_hypothetical_shows_what_a_bill_would_say() -> None:
    """What a bill would say if it were in force is shown apart, at the same time and of the same case."""
    hypothetical = judge(RIGHTS, USES_AI).hypothetical
    assert hypothetical is not None
    assert (Outcome.PROHIBITED, True, TODAY, USES_AI) == (
        hypothetical.outcome,
        hypothetical.is_hypothetical,
        hypothetical.as_of,
        hypothetical.case,
    )
    assert [Status.VIOLATED, Status.UNDETERMINED] == [finding.status for finding in hypothetical.findings]
    assert ["B-2"] == [duty.provision for duty in hypothetical.duties]
    assert None is hypothetical.hypothetical
    assert None is judge(RIGHTS.given(signed_on=SIGNING), USES_AI, SIGNING).hypothetical
    assert None is judge(RIGHTS, Case(system=System(uses_ai=False))).hypothetical


def test_a_bill_binds_from_the_day_it_is_signed() -> None:
    """On the day of signing, judged as a day, and ever after, the bill binds, and a breach of it is a
    violation.
    """
    for as_of in (SIGNING, SIGNING + datetime.timedelta(days=1), datetime.date(2030, 1, 1)):
        answer = judge(RIGHTS.given(signed_on=SIGNING), USES_AI, as_of)
        assert (Outcome.PROHIBITED, Status.VIOLATED) == (answer.outcome, answer.finding("B-1").status)
        assert ["B-2"] == [duty.provision for duty in answer.duties]


def test_at_an_hour_of_the_day_of_signing_a_bill_may_bind() -> None:
    """Whether a bill signed at no stated hour binds at an hour of that day is unknown; with the hour of
    signing it is settled.
    """
    pacific = datetime.timezone(-7 * HOURS)
    noon = datetime.datetime(2027, 5, 3, 12, tzinfo=pacific)
    unsure = judge(RIGHTS.given(signed_on=SIGNING), USES_AI, noon)
    assert (Outcome.NOT_APPLICABLE, Outcome.PROHIBITED, Status.UNDETERMINED) == (
        unsure.at_least,
        unsure.at_most,
        unsure.finding("B-1").status,
    )
    assert ("signed_on",) == unsure.finding("B-1").unknown
    for signed, outcome in (
        (noon - HOURS, Outcome.PROHIBITED),
        (noon, Outcome.PROHIBITED),
        (noon + HOURS, Outcome.NOT_APPLICABLE),
    ):
        assert outcome is judge(RIGHTS.given(signed_on=signed), USES_AI, noon).outcome
    first = datetime.datetime(2027, 5, 3, 0, tzinfo=pacific)
    assert (
        Outcome.NOT_APPLICABLE
        is judge(RIGHTS.given(signed_on=SIGNING), USES_AI, first - datetime.timedelta(microseconds=1)).outcome
    )


def test_a_bill_of_which_nobody_knows_whether_it_is_signed() -> None:
    """A signing that is unknown leaves open whether the bill applies."""
    answer = judge(RIGHTS.given(signed_on=None), USES_AI)
    assert (Outcome.NOT_APPLICABLE, Outcome.PROHIBITED) == (answer.at_least, answer.at_most)
    assert ("signed_on",) == answer.finding("B-1").unknown


@pytest.mark.parametrize(
    ("as_of", "status", "starts"),
    [
        (datetime.date(2028, 6, 30), Status.NOT_IN_FORCE, datetime.date(2028, 7, 1)),
        (datetime.date(2028, 7, 1), Status.VIOLATED, None),
        (
            datetime.datetime(2028, 6, 30, 23, 59, 59, tzinfo=datetime.timezone(-7 * HOURS)),
            Status.NOT_IN_FORCE,
            datetime.date(2028, 7, 1),
        ),
        (datetime.datetime(2028, 7, 1, 0, 0, 0, tzinfo=datetime.timezone(-7 * HOURS)), Status.VIOLATED, None),
    ],
)
def test_what_starts_later_is_upcoming_until_the_day(as_of: Any, status: Status, starts: Any) -> None:
    """A provision with a fixed start is upcoming up to the day before, and binds from the first instant
    of the day.
    """
    made = policy("ruritania/bill", BILL, time_zone=LA, entries=(NO_TRACKING,))
    answer = judge(made, Case(use=Use(tracks_individuals=True)), as_of)
    assert status is answer.finding("B-5").status
    expected = () if starts is None else (Upcoming("B-5", BILL.at("5"), starts, "No tracking."),)
    assert expected == answer.upcoming


def test_upcoming_without_a_day() -> None:
    """What waits for a signing is upcoming without a day; what started before the act, or does not apply,
    is not upcoming.
    """
    assert [("B-1", None), ("B-2", None)] == [
        (one.provision, one.starts) for one in judge(RIGHTS, USES_AI).upcoming
    ]
    assert [SIGNING, SIGNING] == [
        one.starts for one in judge(RIGHTS.given(signed_on=SIGNING), USES_AI).upcoming
    ]
    assert () == judge(RIGHTS, Case(system=System(uses_ai=False))).upcoming
    earlier = prohibition(
        "B-1",
        ORDER.at("1"),
        "No.",
        when=ALWAYS,
        commencement=Commencement("the bill", Day(BEFORE), BILL.at("9")),
        act=Use.began,
    )
    answer = judge(order(earlier), Case(use=Use(began=datetime.date(2020, 1, 1))))
    assert (Status.NOT_IN_FORCE, ()) == (answer.finding("B-1").status, answer.upcoming)
    starts = attrs.evolve(earlier, commencement=Commencement("the bill", Retirement.started, BILL.at("9")))
    doubtful = judge(
        order(starts),
        Case(
            use=Use(began=datetime.date(2020, 1, 1)), retirement=Retirement(started=datetime.date(2027, 1, 1))
        ),
    )
    assert [datetime.date(2027, 1, 1)] == [one.starts for one in doubtful.upcoming]
    first = datetime.datetime(2026, 3, 2, tzinfo=datetime.timezone(-8 * HOURS))
    begun = attrs.evolve(earlier, commencement=Commencement("the bill", StartOfDay(Day(TODAY)), BILL.at("9")))
    for as_of, expected in ((first - datetime.timedelta(microseconds=1), [TODAY]), (first, [])):
        assert expected == [
            one.starts
            for one in judge(order(begun), Case(use=Use(began=datetime.date(2020, 1, 1))), as_of).upcoming
        ]
    both = attrs.evolve(
        earlier,
        commencement=Commencement(
            "the bill", Latest((Day(SIGNING), EventParameter("signed_on", "When?"))), BILL.at("9")
        ),
    )
    assert [None] == [
        one.starts for one in judge(order(both), Case(use=Use(began=datetime.date(2020, 1, 1)))).upcoming
    ]


def test_force_is_tested_on_the_day_of_the_act() -> None:
    """A provision governs the acts done while it is in force, whenever they are judged."""
    window = Commencement(
        "the Order", Day(datetime.date(2026, 1, 1)), ORDER.at("9"), Day(datetime.date(2026, 2, 1))
    )
    made = order(forbids(ALWAYS, commencement=window, act=Use.began))
    for began, status in [
        (datetime.date(2025, 12, 31), Status.NOT_IN_FORCE),
        (datetime.date(2026, 1, 2), Status.VIOLATED),
        (datetime.date(2026, 1, 31), Status.VIOLATED),
        (datetime.date(2026, 2, 2), Status.NOT_IN_FORCE),
        (None, Status.UNDETERMINED),
        (Occurrence.UNDATED, Status.UNDETERMINED),
    ]:
        assert (
            status is judge(made, Case(use=Use(began=began)), datetime.date(2030, 1, 1)).finding("P").status
        )


# Readings.


def test_an_outcome_that_hangs_on_a_reading_is_contested() -> None:
    """An ambiguity on which the outcome depends is reported with the range of outcomes under each of its
    readings.
    """
    made = order(forbids(WIDE.reads(wide=System.uses_ai, narrow=System.uses_ai & Vendor.involved)))
    prohibited, none = (Outcome.PROHIBITED, Outcome.PROHIBITED), (Outcome.NO_OBJECTION, Outcome.NO_OBJECTION)
    case = Case(system=System(uses_ai=True), vendor=Vendor(involved=False))
    for policy_ in (made, made.read(width="narrow")):
        assert {"width": {"wide": prohibited, "narrow": none}} == judge(policy_, case).contested
    assert {} == judge(made, Case(system=System(uses_ai=False))).contested
    assert {"width": {"wide": prohibited, "narrow": (Outcome.NO_OBJECTION, Outcome.PROHIBITED)}} == judge(
        made, USES_AI
    ).contested


def test_each_reading_is_tried_with_the_others_as_set() -> None:
    """An ambiguity is tried by itself: the others stay as they are set."""
    other = Ambiguity("depth", "How deep?", {"deep": "deep", "flat": "flat"}, default="flat", why="So.")
    made = order(forbids(WIDE.reads(wide=ALWAYS, narrow=NOT_EVER) & other.reads(deep=ALWAYS, flat=NOT_EVER)))
    assert {"depth"} == set(judge(made).contested)
    assert {"width", "depth"} == set(judge(made.read(depth="deep")).contested)
    assert {"width"} == set(judge(made.read(depth="deep", width="narrow")).contested)


def test_a_finding_says_on_which_readings_it_hangs() -> None:
    """A finding gives its status under each reading of each ambiguity it hangs on, and nothing of the
    others.
    """
    made = order(forbids(WIDE.reads(wide=System.uses_ai, narrow=NOT_EVER)), owes(when=ALWAYS))
    answer = judge(made, USES_AI)
    assert {"width": {"wide": Status.VIOLATED, "narrow": Status.NOT_APPLICABLE}} == answer.finding(
        "P"
    ).readings
    assert {} == answer.finding("O").readings
    assert {"width": {"wide": Status.VIOLATED, "narrow": Status.NOT_APPLICABLE}} == judge(
        made.read(width="narrow"), USES_AI
    ).finding("P").readings
    bill = policy(
        "ruritania/b",
        BILL,
        time_zone=LA,
        entries=(attrs.evolve(NO_SCORING, when=WIDE.reads(wide=System.uses_ai, narrow=NOT_EVER)),),
    )
    supposed = judge(bill, USES_AI).hypothetical
    assert supposed is not None
    assert {"width": {"wide": Status.VIOLATED, "narrow": Status.NOT_APPLICABLE}} == supposed.finding(
        "B-1"
    ).readings


# Settings.


def test_one_instant_written_in_two_zones_is_one_setting() -> None:
    """A parameter that is an instant is the same setting whatever zone it is written in."""
    noon = datetime.datetime(2027, 5, 3, 12, tzinfo=datetime.UTC)
    elsewhere = noon.astimezone(datetime.timezone(-7 * HOURS))
    one, other = RIGHTS.given(signed_on=noon), RIGHTS.given(signed_on=elsewhere)
    assert one == other
    assert (hash(one), one.setting, str(dict(one.parameters)["signed_on"])) == (
        hash(other),
        other.setting,
        str(dict(other.parameters)["signed_on"]),
    )
    assert one & one == one & other == other & one
    assert 1 == len((one & other).policies)
    assert hash(one & one) == hash(one & other)
    answers = [judge(made, USES_AI, datetime.date(2028, 1, 1)) for made in (one, other)]
    assert answers[0] == answers[1]
    assert answers[0].to_json() == answers[1].to_json()
    assert "2027-05-03T12:00:00" in answers[1].to_json()


@pytest.mark.parametrize("value", [datetime.date(2027, 5, 3), Occurrence.NEVER, None])
def test_a_day_is_kept_as_it_is(value: Any) -> None:
    """A day, `never` and a value not known are stored as they are given; the default is no setting."""
    assert value == dict(RIGHTS.given(signed_on=value).parameters).get("signed_on", Occurrence.NEVER)
    assert RIGHTS == RIGHTS.given(signed_on=Occurrence.NEVER)


# Several policies at once.


def joint(case: Case, *made: Policy, as_of: Any = TODAY) -> Any:
    """What several policies say of a case."""
    first, *rest = made
    together: Any = first & rest[0]
    for one in rest[1:]:
        together = together & one
    return together.evaluate(case, as_of=as_of)


def test_the_strictest_of_several_policies_decides_and_each_stays_visible() -> None:
    """Several policies give the strictest of their outcomes, all their findings and all their duties."""
    one = order(forbids(System.uses_ai), owes(when=ALWAYS))
    other = order(review("R", ORDER.at("4"), "Ask.", bearer="the board", when=ALWAYS), id="ruritania/other")
    answer = joint(USES_AI, other, one)
    assert (Outcome.PROHIBITED, Outcome.PROHIBITED, Outcome.PROHIBITED) == (
        answer.outcome,
        answer.at_least,
        answer.at_most,
    )
    assert ["ruritania/order", "ruritania/other"] == [part.policy.id for part in answer.parts]
    assert ["P", "O", "R"] == [finding.provision for finding in answer.findings]
    assert ["O", "R"] == [duty.provision for duty in answer.duties]
    assert (USES_AI, TODAY) == (answer.case, answer.as_of)
    unsure = joint(Case(), other, one)
    assert (Outcome.NO_OBJECTION, Outcome.PROHIBITED, Outcome.UNDETERMINED) == (
        unsure.at_least,
        unsure.at_most,
        unsure.outcome,
    )


def test_retention_of_several_policies_intersects() -> None:
    """The retention rules of all parts are taken together, and a conflict between two of them is reported."""
    one, other = (
        order(keeps("K", "P180D")),
        order(keeps("L", None, "P30D"), id="ruritania/other"),
    )
    assert (
        RetentionLimits("", (Period(days=180),), (Period(days=30),), (RetentionConflict(("K", "L")),)),
    ) == joint(Case(), one, other).retention_limits


def test_a_reading_contests_a_joint_outcome_only_where_the_others_do_not_settle_it() -> None:
    """An ambiguity of one part is contested where the joint outcome depends on it."""
    one = order(forbids(WIDE.reads(wide=System.uses_ai, narrow=NOT_EVER)))
    strict = order(forbids(System.uses_ai), id="ruritania/strict")
    mild = order(
        review("R", ORDER.at("4"), "Ask.", bearer="b", when=ALWAYS, done=Use.novel), id="ruritania/mild"
    )
    assert {} == joint(USES_AI, one, strict).contested
    case = attrs.evolve(USES_AI, use=Use(novel=False))
    expected = {"wide": (Outcome.PROHIBITED, Outcome.PROHIBITED), "narrow": (Outcome.REVIEW, Outcome.REVIEW)}
    assert {"ruritania/order: width": expected} == joint(case, one, mild).contested
    unsure = joint(USES_AI, one, mild).contested
    assert (Outcome.NO_OBJECTION, Outcome.REVIEW) == unsure["ruritania/order: width"]["narrow"]
    alone = (one & one).evaluate(USES_AI, as_of=TODAY)
    assert {
        "ruritania/order: width": {"wide": (Outcome.PROHIBITED,) * 2, "narrow": (Outcome.NO_OBJECTION,) * 2}
    } == alone.contested


def test_one_policy_under_two_settings_is_contested_under_each() -> None:
    """Where one policy stands under two settings, what is contested is named by the settings."""
    depth = Ambiguity("depth", "How deep?", {"deep": "deep", "flat": "flat"}, default="flat", why="So.")
    made = order(
        forbids(WIDE.reads(wide=System.uses_ai, narrow=NOT_EVER)),
        owes(when=depth.reads(deep=ALWAYS, flat=NOT_EVER)),
    ).read(width="narrow")
    together = (made & made.read(depth="deep")).evaluate(USES_AI, as_of=TODAY)
    either = {"wide": (Outcome.PROHIBITED,) * 2, "narrow": (Outcome.NO_OBJECTION,) * 2}
    assert {
        "ruritania/order width=narrow: width": either,
        "ruritania/order depth=deep width=narrow: width": either,
    } == together.contested


# What an answer says of itself.


def test_how_much_is_known() -> None:
    """The facts that a policy reads are counted as known, asked in vain, or not asked."""
    made = order(
        forbids(System.uses_ai & Vendor.involved & Case.incidents.some(Incident.caused_harm)),
        owes(when=Use.novel),
    )
    assert Counts(0, 0, 6) == judge(made).counts
    case = Case(
        system=System(uses_ai=True, public_facing=True),
        not_known=["vendor.involved", "use.stage"],
        attestations={"O": Attestation(met=False)},
    )
    assert Counts(2, 1, 3) == judge(made, case).counts
    listed_ = attrs.evolve(
        case,
        incidents=[Incident(caused_harm=True)],
        not_known=["incidents[0].caused_harm"],
        attestations={"O": Attestation(by="x")},
    )
    assert Counts(3, 0, 3) == judge(made, listed_).counts
    assert Counts(1, 1, 4) == judge(made, Case(incidents=[], not_known=["incidents[].caused_harm"])).counts


def test_what_is_attested_in_vain_is_told() -> None:
    """An answer names what the case attests, or says that nobody knows, and no rule uses: of misspelt
    provisions, of those of other texts, and of those that no attestation decides; of several policies, what
    none of them uses.
    """
    made = order(forbids(System.uses_ai), owes(done=Attested("O") & AttestedOn("X").happened()))
    done = Attestation(met=True)
    case = Case(
        attestations={"O": done, "X": done, "0": done, "P": done, "RUR-1": done, "BLANK": Attestation()},
        not_known=["attestations.Y", "attestations.P", "use.stage"],
    )
    assert ("0", "P", "RUR-1", "Y") == judge(made, case).unused_attestations
    kept = obligation("RUR-1", ORDER.at("1"), "Keep a register.", bearer="the agency")
    other = order(kept, id="ruritania/other")
    assert ("0", "O", "P", "X", "Y") == judge(other, case).unused_attestations
    together = (made & other).evaluate(case, as_of=TODAY)
    assert ("0", "P", "Y") == together.unused_attestations
    assert () == judge(made).unused_attestations


def test_an_answer_keeps_what_it_was_asked() -> None:
    """An evaluation keeps its policy, case and time, the notes of the policy, and itself as its only part."""
    made = policy(
        "ruritania/order", ORDER, time_zone=LA, entries=(forbids(ALWAYS),), notes=("It was never printed.",)
    )
    answer = judge(made, USES_AI)
    assert (made, USES_AI, TODAY, ("It was never printed.",), (answer,)) == (
        answer.policy,
        answer.case,
        answer.as_of,
        answer.notes,
        answer.parts,
    )
    assert "<Evaluation of None by ruritania/order as of 2026-03-02: prohibited>" == repr(answer)
    assert "Automated Decisions Order 2024" == made.title


def test_outcomes_have_an_order_and_words() -> None:
    """Outcomes go from mildest to strictest, with words for each; there is none in favour."""
    words = ["not_applicable", "no_objection", "conditional", "review", "prohibited", "undetermined"]
    assert words == [outcome.word for outcome in Outcome] == [str(outcome) for outcome in Outcome]
    assert sorted(Outcome) == list(Outcome)


# Definitions.


def test_definitions_join_as_conditions() -> None:
    """A defined term joins with conditions and other terms by the operators, on either side."""
    term = definition("D", ORDER.at("1(1)"), "AI is this.", means=System.uses_ai, term="it is AI")
    covered = scope("S", ORDER.at("1(2)"), "It covers AI.", covers=term)
    ai, named = Named("it is AI", System.uses_ai), Named("S holds", Named("it is AI", System.uses_ai))
    assert ai == term.condition
    assert named == covered.condition
    assert (Kind.DEFINITION, Kind.CONDITION) == (term.kind, covered.kind)
    assert ai & Vendor.involved == term & Vendor.involved
    assert Vendor.involved & ai == Vendor.involved & term
    assert ai | Vendor.involved == term | Vendor.involved
    assert Vendor.involved | ai == Vendor.involved | term
    assert ai & named == term & covered
    assert ai | named == term | covered
    assert ~ai == ~term
    assert all_of(ai, named, Vendor.involved) == all_of(term, covered, Vendor.involved)
    with pytest.raises(ConditionError, match="has no truth value"):
        bool(term)


def test_definitions_stand_wherever_a_condition_may() -> None:
    """A defined term may be what a rule depends on, what an exception is provided on, what is done, and
    what a policy covers.
    """
    term = definition("D", ORDER.at("1(1)"), "AI is this.", means=System.uses_ai, term="it is AI")
    ai = term.condition
    duty = obligation(
        "O", ORDER.at("2"), "Do.", bearer="b", when=term, done=term, gate=term, promoted_by=term
    )
    assert (ai, ai, ai, ai) == (duty.when, duty.done, duty.gate, duty.promoted_by)
    lifted = exception("E", ORDER.at("3"), "Not there.", to=duty, when=term, provided=term)
    assert (ai, ai, ("O",)) == (lifted.when, lifted.provided, lifted.to)
    assert ai == advice("A", ORDER.at("4"), "Ask.", when=term).when
    assert ai == order(term, scope=term).rulebook.scope
    assert ("it is AI",) == judge(
        order(term, forbids(term & Vendor.involved)), attrs.evolve(USES_AI, vendor=Vendor(involved=True))
    ).finding("P").because[:1]


def test_options_left_out_have_their_defaults() -> None:
    """A rule left plain binds, speaks of the case as a whole, is always in force, and moves the outcome
    by its force.
    """
    rule = forbids(System.uses_ai)
    assert (Force.BINDING, None, None, AS_OF, NOT_EVER, "", "") == (
        rule.force,
        rule.each,
        rule.commencement,
        rule.act,
        rule.promoted_by,
        rule.note,
        rule.bearer,
    )
    assert ALWAYS == rule.in_force
    assert ALWAYS == rule.moves
    assert NOT_EVER == attrs.evolve(rule, force=Force.RECOMMENDED).moves
    started = forbids(System.uses_ai, commencement=ACT, act=Use.began)
    assert InForce(SIGNED_ON, Use.began, None) == started.in_force
    must = requirement("Q", ORDER.at("2"), "Do.", bearer="b", when=System.uses_ai)
    assert (Kind.REQUIREMENT, Attested("Q"), NOT_EVER, None, False) == (
        must.kind,
        must.done,
        must.gate,
        must.due,
        must.lawful_use,
    )
    assert Kind.REVIEW is review("V", ORDER.at("2"), "Ask.", bearer="b", when=ALWAYS).kind
    assert ("prohibition", True, "") == (rule.provision.kind, rule.provision.modelled, rule.provision.note)
    assert isinstance(Use.began, Time)
    assert math.inf == periods.NEVER_AT[0]
