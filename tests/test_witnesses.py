"""Witnesses: for a rule a case in which it applies, and a neighbour in which it does not."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

import pytest
from hypothesis import assume, given, settings
from strategies import PLAIN, examples, plain_policies, read_by

from aigovkit.answers import Status
from aigovkit.citations import Source
from aigovkit.engine import witnesses
from aigovkit.engine.reference import applies
from aigovkit.engine.witnesses import Witness
from aigovkit.errors import UnknownNameError
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    NOT_EVER,
    Attested,
    AttestedOn,
    Day,
    Forward,
    InForce,
    LastOf,
    MeetsCadence,
    Named,
    Points,
    Rebutted,
)
from aigovkit.language.parameters import BooleanParameter, ChoiceParameter, CountParameter, EventParameter
from aigovkit.models import (
    Agency,
    Case,
    Data,
    DataElement,
    Incident,
    Output,
    Procurement,
    Retirement,
    Stage,
    System,
    Use,
    Vendor,
    Violation,
)
from aigovkit.periods import Cadence, Occurrence, Period
from aigovkit.policies import Policy, policy
from aigovkit.rules import Commencement, definition, exception, prohibition

ORDER = Source("Automated Decisions Order", issuer="Ruritania")
TODAY = datetime.date(2026, 3, 2)
ADOPTED = BooleanParameter("adopted", "Is it adopted?")
LEVEL = ChoiceParameter("level", "Which level?", choices=("low", "high"))
SIGNED = EventParameter("signed_on", "When?")
MANY = CountParameter("many", "How many?")
QUESTION = Ambiguity("open", "Is it so?", {"yes": "it is", "no": "it is not"}, default="yes", why="So.")
TERM = Forward("it is so")
TERM.means(System.uses_ai & Vendor.involved)


def order(*entries: Any) -> Policy:
    """A policy of a few entries."""
    return policy("ruritania/order", ORDER, time_zone="America/Los_Angeles", entries=entries)


def forbids(when: Condition, **options: Any) -> Any:
    """A prohibition of the order."""
    return prohibition("P", ORDER.at("2"), "No automated decision on permits.", when=when, **options)


def witness_of(made: Policy, provision: str = "P") -> Witness | None:
    """The witness of a rule, which is checked for what it claims."""
    found = made.witness(provision, as_of=TODAY)
    if found is not None:
        assert not silent(made, found.applies, found.parameters, provision)
        if found.does_not is not None:
            assert silent(made, found.does_not, found.neighbour_parameters, provision)
            assert 1 == differences(found)
    return found


def silent(made: Policy, case: Case, parameters: Any, provision: str) -> bool:
    """Whether a rule is certain not to bite; and it is certain, one way or the other."""
    status = made.given(**parameters).evaluate(case, as_of=TODAY).finding(provision).status
    assert status is not Status.UNDETERMINED
    return status.is_silent


def differences(found: Witness) -> int:
    """In how many facts and parameters the two differ; a list that is emptied is one."""
    assert found.does_not is not None
    one, other = (dict(case.known_facts()) for case in (found.applies, found.does_not))
    lists = {path.partition("[")[0] for path in set(one) ^ set(other) if "[" in path}
    facts = {path for path in set(one) | set(other) if one.get(path) != other.get(path)}
    facts = {path for path in facts if path.partition("[")[0] not in lists} | lists
    attested = dict(found.applies.attestations) != dict(found.does_not.attestations)
    return len(facts) + attested + (found.parameters != found.neighbour_parameters)


@pytest.mark.parametrize(
    "when",
    [
        System.uses_ai,
        ~System.uses_ai,
        Use.stage.is_in(Stage.PILOT, Stage.IDEA),
        ~Use.stage.is_in(Stage.PILOT, Stage.IDEA),
        System.outputs.has(Output.DECISION),
        System.outputs.has_all(Output.DECISION, Output.PREDICTION)
        & ~System.outputs.has(Output.GENERATED_CONTENT),
        System.outputs.is_empty(),
        ~System.outputs.is_empty(),
        System.outputs.has_only(Output.DECISION, Output.PREDICTION) & ~System.outputs.is_empty(),
        System.outputs.has(Output.DECISION) & System.outputs.has_only(Output.DECISION),
        Agency.place.within("us-ca") & ~Agency.place.within("us-ca/san-jose"),
        ~Agency.place.within("us-ca"),
        Use.began.happened(),
        ~Use.began.happened(),
        Use.began.before(Use.ended) & Use.ended.before(Retirement.started),
        Use.began.plus("P30D").before(Use.ended) & Use.ended.before(Use.began.plus("P40D")),
        Day(datetime.date(2020, 1, 1)).before(Use.began) & Use.began.before(Day(datetime.date(2020, 1, 3))),
        LastOf(Data.inventory_reviews, Day(datetime.date(2020, 1, 1))).before(Use.began),
        MeetsCadence(Data.inventory_reviews, Cadence(Period(months=1)), Day(datetime.date(2026, 1, 1))),
        ~MeetsCadence(Data.inventory_reviews, Cadence(Period(months=1)), Day(datetime.date(2026, 1, 1))),
        (Violation.count >= 3) & (Violation.count < 4),
        Procurement.public_funds > 500_000,
        Data.retention <= 30 * 86_400,
        Points(((System.uses_ai, 3), (Vendor.involved, 2), (ALWAYS, 0))) >= 2,
        Attested("X"),
        ~Attested("X"),
        AttestedOn("X").before(Use.began),
        Attested("X") & Use.began.before(AttestedOn("X")),
        Case.incidents.some(Incident.caused_harm),
        ~Case.incidents.some(Incident.caused_harm),
        Case.incidents.each(Incident.caused_harm) & Case.incidents.some(Incident.involves_ai),
        ~Case.incidents.each(Incident.caused_harm),
        Case.incidents.some(Incident.discovered.before(Incident.told_supervisor)),
        Data.elements.some(DataElement.identifies_person) & Case.incidents.some(Incident.caused_harm),
        Case.incidents.count(Incident.caused_harm) >= 1,
        Case.incidents.count(Incident.caused_harm) >= 2,
        Named("it is AI", System.uses_ai),
        TERM,
        QUESTION.reads(yes=System.uses_ai, no=NOT_EVER),
        QUESTION.times(yes=Use.began, no=Use.ended).happened(),
        Rebutted(System.uses_ai),
        ~Rebutted(System.uses_ai) & ~System.uses_ai,
        ADOPTED,
        ~ADOPTED & System.uses_ai,
        LEVEL.is_("high"),
        SIGNED.before(Use.began),
        MANY >= 3,
        Violation.count > MANY,
        InForce(SIGNED, Use.began),
        InForce(Day(datetime.date(2026, 1, 1)), AS_OF) & System.uses_ai,
        (System.uses_ai & NOT_EVER) | (Vendor.involved & Use.novel),
    ],
    ids=repr,
)
def test_every_kind_of_condition_has_a_witness(when: Condition) -> None:
    """A rule is found to apply in some case, and not in one that differs in one fact or parameter."""
    found = witness_of(order(forbids(when)))
    assert found is not None
    assert found.does_not is not None
    assert found.changed is not None


def test_what_changed_is_named() -> None:
    """A witness names the fact that differs, or the parameter."""
    first, second = (witness_of(order(forbids(when))) for when in (System.uses_ai, ADOPTED))
    assert first is not None
    assert second is not None
    assert ("system.uses_ai", {}, {}) == (first.changed, first.parameters, first.neighbour_parameters)
    assert ("adopted", {"adopted": True}, {"adopted": False}) == (
        second.changed,
        second.parameters,
        second.neighbour_parameters,
    )
    assert (Case(), Case()) == (second.applies, second.does_not)


@pytest.mark.parametrize(
    "when",
    [NOT_EVER, System.uses_ai & ~System.uses_ai, Use.began.before(Use.ended) & Use.ended.before(Use.began)],
    ids=repr,
)
def test_a_rule_that_cannot_apply_has_no_witness(when: Condition) -> None:
    """Where no case makes a rule apply none is found, and the search comes to an end."""
    assert None is witness_of(order(forbids(when)))


def test_a_rule_that_always_applies_has_no_neighbour() -> None:
    """Where nothing makes a rule not apply, the witness stands alone."""
    found = witness_of(order(forbids(ALWAYS)))
    assert Witness(Case(), None, None, {}, {}) == found


def test_a_witness_keeps_what_is_set() -> None:
    """A witness of a policy with settings is one under them; a day that is set may only get its hour."""
    starts = Commencement("the Order", SIGNED, ORDER.at("9"))
    made = order(forbids(System.uses_ai, commencement=starts))
    early = witness_of(made.given(signed_on=datetime.date(2025, 1, 1)))
    assert early is not None
    assert {} == early.parameters
    assert None is witness_of(made.given(signed_on=Occurrence.NEVER))
    assert None is witness_of(made.given(signed_on=datetime.date(2027, 1, 1)))
    read = order(forbids(QUESTION.reads(yes=System.uses_ai, no=Vendor.involved)))
    other = witness_of(read.read(open="no"))
    assert other is not None
    assert Case(vendor=Vendor(involved=True)) == other.applies


def test_a_rule_on_records_has_a_witness_with_one() -> None:
    """A rule on records applies to a record of a list; without the record, or with another, it does not."""
    found = witness_of(order(forbids(Incident.caused_harm & System.uses_ai, each=Case.incidents)))
    assert found is not None
    assert found.applies.incidents is not None
    assert 1 == len(found.applies.incidents)
    always = witness_of(order(forbids(ALWAYS, each=Case.incidents)))
    assert always is not None
    assert (1, ()) == (len(always.applies.incidents or ()), always.does_not and always.does_not.incidents)


def test_a_witness_is_not_displaced() -> None:
    """What displaces a rule does not hold in its witness; an exception to the exception is not needed for
    that.
    """
    rule = forbids(System.uses_ai)
    lifted = exception("E", ORDER.at("2(2)"), "Not there.", to=rule, when=Vendor.involved | Use.novel)
    found = witness_of(order(rule, lifted))
    assert found is not None
    assert (False, False) == (found.applies.vendor.involved, found.applies.use.novel)
    always = exception("E", ORDER.at("2(2)"), "Not there.", to=rule, when=ALWAYS)
    assert None is witness_of(order(rule, always))


def test_a_rule_without_an_id_has_no_witness() -> None:
    """A provision that no rule models is refused by name."""
    with pytest.raises(UnknownNameError):
        order(forbids(ALWAYS)).witness("Q", as_of=TODAY)


def test_the_search_for_a_witness_keeps_to_its_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much there is to try, the search stops at the steps it may make."""
    made_of: list[int] = []

    def counted(*given: Any) -> Any:
        made_of.append(1)
        return applies(*given)

    monkeypatch.setattr(witnesses, "applies", counted)
    times = (Use.began, Use.ended, Retirement.started, Retirement.halted, Retirement.finished)
    circle = [one.before(other) for one, other in itertools.pairwise((*times, times[0]))]
    made = order(forbids(circle[0] & circle[1] & circle[2] & circle[3] & circle[4]))
    assert None is made.witness("P", as_of=TODAY)
    assert [] == made_of
    monkeypatch.setattr(witnesses, "STEPS", 1)
    assert None is order(forbids(System.uses_ai & Vendor.involved)).witness("P", as_of=TODAY)


@given(plain_policies())
@settings(max_examples=examples(60))
def test_a_witness_is_found_where_there_is_one(made: Policy) -> None:
    """A rule over a few plain facts has a witness whenever some answer to all of them makes it apply and
    what displaces it fail.
    """
    for rule in made.rules:
        facts = read_by(made)
        assume(set(facts) <= {one.path for one in PLAIN})
        fires = False
        for answers in itertools.product((True, False), repeat=len(facts)):
            case = Case()
            for path, answer in zip(facts, answers, strict=True):
                case = case.with_answer(path, answer)
            status = made.evaluate(case, as_of=TODAY).finding(rule.id).status
            fires = fires or not status.is_silent
        found = made.witness(rule.id, as_of=TODAY)
        assert fires is (found is not None) or made.rulebook.exceptions
        if found is not None:
            assert not silent_or_open(made, found, rule.id)


def silent_or_open(made: Policy, found: Witness, provision: str) -> bool:
    """Whether a rule certainly does not bite in its witness."""
    return made.evaluate(found.applies, as_of=TODAY).finding(provision).status.is_silent


def test_definitions_have_witnesses_too() -> None:
    """A defined term holds in its witness, and fails beside it."""
    found = witness_of(
        order(definition("D", ORDER.at("1"), "AI is this.", means=System.uses_ai, term="it is AI")), "D"
    )
    assert found is not None
    assert Case(system=System(uses_ai=True)) == found.applies
