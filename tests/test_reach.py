"""Reach: what a policy says of an agency of another place, and of one whose place is not known."""

from __future__ import annotations

import datetime

import pytest
from small_policies import forbidding, small
from strategies import NOW, ORDER

from aigovkit.answers import Outcome, Status
from aigovkit.engine.verdicts import Verdict
from aigovkit.errors import PolicyError
from aigovkit.jurisdictions.arizona import DIGITAL_BILL_OF_RIGHTS
from aigovkit.jurisdictions.san_jose import AI_POLICY
from aigovkit.language.nodes import ALWAYS
from aigovkit.models import Agency, Case, Incident, System, Use
from aigovkit.policies import Policy
from aigovkit.rules import obligation, prohibition, scope

HERE = Agency.place.within("us-az/tucson")
BAN = prohibition("R-1", ORDER.at("1"), "Nobody is tracked.", when=Use.tracks_individuals)
DUTY = obligation(
    "R-2",
    ORDER.at("2"),
    "Tell the supervisor.",
    bearer="staff",
    when=Incident.involves_ai,
    each=Case.incidents,
)
MADE = small(BAN, DUTY, place="us-az/tucson")
TRACKING = Use(tracks_individuals=True)


def case(place: str | None) -> Case:
    """A use that breaks both rules, by an agency of a place."""
    return Case(agency=Agency(place=place), use=TRACKING, incidents=[Incident(involves_ai=True)])


def test_an_agency_of_another_place_is_told_nothing() -> None:
    """Elsewhere nothing applies, nothing is owed, nothing is asked, whatever the rules say of places."""
    result = MADE.evaluate(case("us-ca/san-jose"), as_of=NOW)
    assert Outcome.NOT_APPLICABLE is result.outcome
    assert {Status.NOT_APPLICABLE} == {finding.status for finding in result.findings}
    assert () == result.duties == result.questions == result.papers == result.exposure


@pytest.mark.parametrize("place", ["us-az/tucson", "us-az/tucson/ward-2"])
def test_an_agency_of_the_place_is_judged(place: str) -> None:
    """The place itself and what lies in it are reached."""
    result = MADE.evaluate(case(place), as_of=NOW)
    assert Outcome.PROHIBITED is result.outcome
    assert 1 == len(result.duties)


def test_where_the_place_is_not_known_it_is_asked() -> None:
    """Neither nothing nor a breach is said of an agency of some place."""
    result = MADE.evaluate(case(None), as_of=NOW)
    assert (Outcome.NOT_APPLICABLE, Outcome.PROHIBITED) == (result.at_least, result.at_most)
    assert ["agency.place"] == [question.fact for question in result.questions]


@pytest.mark.parametrize("policy", [AI_POLICY, DIGITAL_BILL_OF_RIGHTS], ids=lambda policy: policy.id)
def test_where_the_place_is_not_known_it_is_asked_alone(policy: Policy) -> None:
    """Of an agency of some place nothing else is asked, about the outcome or a finding, until it is known
    where it is, or that nobody knows.
    """
    signed = policy.given(signed_on=datetime.date(2024, 5, 3)) if policy is DIGITAL_BILL_OF_RIGHTS else policy
    result = signed.evaluate(Case(), as_of=NOW)
    (asked,) = result.questions
    assert ("agency.place", True) == (asked.fact, asked.proven)
    open_ = next(one.provision for one in result.findings if one.status is Status.UNDETERMINED)
    assert ["agency.place"] == [one.fact for one in result.questions_about(open_)]
    small_case = MADE.evaluate(Case(not_known=["agency.place"]), as_of=NOW)
    assert {"agency.place", "use.tracks_individuals"} == {one.fact for one in small_case.questions}


@pytest.mark.parametrize("policy", [AI_POLICY, DIGITAL_BILL_OF_RIGHTS], ids=lambda policy: policy.id)
def test_nothing_is_looked_at_before_the_place(policy: Policy) -> None:
    """To tell that an agency is elsewhere costs one comparison: both functions begin with it."""

    class Elsewhere:
        agency = Agency(place="us-ny/albany")

    assert (0, 0) == policy.outcome(Elsewhere(), NOW)
    assert {Verdict.NOT_APPLICABLE} == set(policy.verdicts(Elsewhere(), NOW))


def test_a_rule_that_names_the_place_itself_is_left_as_it_is() -> None:
    """What has the place among its conditions, be it in a defined term, does not get it twice."""
    covered = scope(
        "R-0", ORDER.at("0"), "An agency of Tucson.", term="it is ours", covers=HERE & System.uses_ai
    )
    bound = prohibition("R-3", ORDER.at("3"), "No.", when=covered & Use.novel)
    either = prohibition("R-4", ORDER.at("4"), "No.", when=(HERE & Use.novel) | (HERE & Use.higher_risk))
    loose = prohibition("R-5", ORDER.at("5"), "No.", when=HERE | Use.novel)
    made = small(covered, bound, either, loose, place="us-az/tucson", scope=covered)
    assert (covered, bound, either) == made.rules[:3]
    assert HERE & (HERE | Use.novel) == made.rules[3].when
    assert ALWAYS is small(BAN).rulebook.scope
    assert HERE & ALWAYS == MADE.rulebook.scope


def test_what_is_no_place_is_refused() -> None:
    """A place is a path of words."""
    with pytest.raises(PolicyError, match="`place` takes a place such as"):
        small(BAN, place="Tucson, Arizona")


@pytest.mark.parametrize("policy", [AI_POLICY, DIGITAL_BILL_OF_RIGHTS], ids=lambda policy: policy.id)
def test_each_policy_is_silent_of_another_place(policy: Policy) -> None:
    """In force or not, a policy says nothing of an agency of another state."""
    result = policy.evaluate(case("us-ny/albany"), as_of=NOW, hypothetical=True)
    assert Outcome.NOT_APPLICABLE is result.outcome
    assert {Status.NOT_APPLICABLE} == {finding.status for finding in result.findings}
    assert policy.place
    assert "" == forbidding(Use.novel).place
