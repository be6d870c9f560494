"""Papers: what is known is filled in, what is lacking is marked, and what is unknown is asked."""

from __future__ import annotations

import datetime
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
from drawn_papers import (
    AS_OF,
    COMPLETE,
    EVERY_PAPER,
    JUNE,
    ORDER,
    checked,
    day,
    one_element,
    states,
    without,
)

from aigovkit.citations import Kind
from aigovkit.errors import InstantError, PolicyError, UnknownNameError
from aigovkit.facts import TermSet
from aigovkit.jurisdictions.arizona.digital_bill_of_rights.papers import (
    IMPACT_ASSESSMENT,
    NECESSITY_FINDING,
    PAPERS,
    POLICY,
    VENDOR_CERTIFICATION,
)
from aigovkit.language.nodes import Attested, Rebutted
from aigovkit.language.parameters import EventParameter
from aigovkit.models import (
    Agency,
    Attestation,
    Case,
    Data,
    DataElement,
    ImpactAssessment,
    Reliance,
    System,
    Use,
    Vendor,
    Warrant,
    WarrantLimit,
    fact,
)
from aigovkit.papers import Element, Line, Paper, State, find_paper, find_papers
from aigovkit.periods import Month, Occurrence, Year
from aigovkit.policies import find_policy, policy
from aigovkit.rules import noted

# Enclosures

ANALYSIS = "# Analysis\n\n| Group | Rate |\n|---|---|\n| A | 0.8 |"


def test_an_enclosed_analysis_fills_its_section() -> None:
    """The text of the analysis stands in the draft as a quotation, and its topic is present without an
    attestation.
    """
    case = without(COMPLETE, "attestations.AZ-6211.B.2.c")
    assert [one.element.label for one in IMPACT_ASSESSMENT.missing(case, as_of=AS_OF)] == [
        "What the analysis of disparate impact found"
    ]
    enclosures = {"analysis": ANALYSIS}
    assert IMPACT_ASSESSMENT.missing(case, as_of=AS_OF, enclosures=enclosures) == ()
    drawn = IMPACT_ASSESSMENT.draft(case, as_of=AS_OF, enclosures=enclosures)
    assert (
        "Enclosed (analysis):\n\n> # Analysis\n>\n> | Group | Rate |\n> |---|---|\n> | A | 0.8 |\n" in drawn
    )


def test_an_enclosure_cannot_swallow_what_follows() -> None:
    """An open fence or comment in an enclosed text ends with it: everything after it still stands."""
    enclosed = IMPACT_ASSESSMENT.draft(
        Case(), as_of=AS_OF, enclosures={"analysis": "```\nopen\x1b[2J\n<!-- {{ x }} [a](http://b.example)"}
    )
    before, _, after = enclosed.partition(
        "> ```\n> open\\x1b\\[2J\n> &lt;!-- &#123;&#123; x }} \\[a](http\\://b.example)\n\n"
    )
    assert before
    assert after.startswith("## 2. The analysis of disparate impact\n")


def test_a_blank_enclosure_is_none() -> None:
    """A text without a letter or a digit encloses nothing."""
    assert states(IMPACT_ASSESSMENT, Case(), enclosures={"analysis": " \n-"}) == states(
        IMPACT_ASSESSMENT, Case()
    )


def test_an_unknown_enclosure_is_an_error() -> None:
    """A name that the paper has no place for is refused, with the names it has."""
    with pytest.raises(UnknownNameError, match="did you mean `analysis`"):
        IMPACT_ASSESSMENT.draft(Case(), as_of=AS_OF, enclosures={"analysys": ANALYSIS})


# Determinism, time and wrong use


@EVERY_PAPER
def test_a_draft_is_the_same_every_time(paper: Paper) -> None:
    """The same case at the same time gives the same bytes, and so does a copy of it."""
    once = paper.draft(COMPLETE, as_of=AS_OF)
    assert once == paper.draft(COMPLETE, as_of=AS_OF)
    assert once == paper.draft(pickle.loads(pickle.dumps(COMPLETE)), as_of=AS_OF)


def test_a_draft_does_not_depend_on_the_process() -> None:
    """Another seed of hashing, in another process, gives the same bytes."""
    program = (
        "import datetime, hashlib, drawn_papers as t\n"
        "text = ''.join(p.draft(c, as_of=t.AS_OF) for p in t.PAPERS for c in (t.COMPLETE, t.Case()))\n"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    here = Path(__file__).parent
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join([str(here), str(here.parent)]),
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_the_time_of_judging_is_kept() -> None:
    """The draft says as of when it was drawn up: a day, or an instant with its zone."""
    instant = datetime.datetime(2027, 9, 1, 9, 30, tzinfo=datetime.UTC)
    assert "- Drawn up as of: 1 September 2027\n" in NECESSITY_FINDING.draft(COMPLETE, as_of=AS_OF)
    assert "- Drawn up as of: 1 September 2027 at 09:30 UTC\n" in NECESSITY_FINDING.draft(
        COMPLETE, as_of=instant
    )


@pytest.mark.parametrize("as_of", [datetime.datetime(2027, 9, 1), "2027-09-01", None])
def test_a_time_that_is_none_is_refused(as_of: Any) -> None:
    """An instant without a zone, a text or nothing is no time to draw a paper up."""
    with pytest.raises(InstantError):
        NECESSITY_FINDING.draft(COMPLETE, as_of=as_of)


def test_only_a_case_makes_a_paper() -> None:
    """Something else than a case is refused."""
    with pytest.raises(PolicyError, match="drawn up from a Case"):
        NECESSITY_FINDING.draft({"id": "x"}, as_of=AS_OF)  # type: ignore[arg-type]


def test_readings_of_another_policy_are_refused() -> None:
    """A paper takes its readings from its own policy only."""
    rule = noted("R-1", ORDER.at("1"), "A rule.", kind=Kind.CONDITION, when=System.uses_ai)
    other = policy("r/other", ORDER, time_zone="UTC", entries=[rule])
    with pytest.raises(PolicyError, match="takes its readings from"):
        NECESSITY_FINDING.draft(COMPLETE, as_of=AS_OF, policy=other)


# What papers are made of


def test_an_element_that_asks_for_nothing_is_refused() -> None:
    """An element that could never be missing is a mistake of its author."""
    with pytest.raises(PolicyError, match="never be missing"):
        Element(label="Nothing", citation=ORDER.at("1"))


def test_an_element_cannot_rest_on_a_presumption() -> None:
    """A presumption counts the unknown as settled, so no element may hold one."""
    with pytest.raises(PolicyError, match="presumption"):
        Element(label="Presumed", citation=ORDER.at("1"), needs=~Rebutted(System.uses_ai))


@pytest.mark.parametrize("value", [7, "system.name", System.uses_ai & Use.decision_fully_automated, None])
def test_a_line_shows_a_fact_a_duty_or_a_time(value: Any) -> None:
    """Nothing else can stand in a line, and its author is told so when it is built."""
    with pytest.raises(PolicyError, match="shows a fact, an attested duty or a time, not `"):
        Line("Label", value)


def test_a_list_of_records_says_what_is_shown_of_each() -> None:
    """A line of records names their facts, and no other line does."""
    with pytest.raises(PolicyError):
        Line("Data", Data.elements)
    with pytest.raises(PolicyError):
        Line("Name", System.name, (DataElement.name,))


def test_a_time_needs_a_label() -> None:
    """A reckoned time has no name of its own."""
    with pytest.raises(PolicyError, match="label"):
        Element(label="Due", citation=ORDER.at("1"), states=(Reliance.invoked.plus("P1D"),))
    assert (
        Element(label="AI", citation=ORDER.at("1"), states=(System.uses_ai,)).states[0].label
        == "System, uses ai"
    )


def test_two_sections_need_two_headings() -> None:
    """Sections are told apart by their headings."""
    paper = one_element(needs=System.uses_ai)
    with pytest.raises(PolicyError, match="share a heading"):
        attrs.evolve(paper, sections=paper.sections * 2)


@pytest.mark.parametrize(
    "needed, there, expected",
    [
        (True, True, State.PRESENT),
        (True, False, State.MISSING),
        (True, None, State.NOT_KNOWN),
        (False, True, State.NOT_NEEDED),
        (False, False, State.NOT_NEEDED),
        (False, None, State.NOT_NEEDED),
        (None, True, State.PRESENT),
        (None, False, State.NOT_KNOWN),
        (None, None, State.NOT_KNOWN),
    ],
)
def test_what_may_not_be_needed_is_not_missing(
    needed: bool | None, there: bool | None, expected: State
) -> None:
    """An element is missing only where it is certainly needed and certainly lacking; each fact that is
    open is asked for.
    """
    case = Case(system=System(uses_ai=there), vendor=Vendor(involved=needed))
    found = checked(one_element(needs=System.uses_ai, when=Vendor.involved), case)
    assert expected == found.state
    if found.state is State.NOT_KNOWN:
        assert found.unknown == tuple(
            path for path, known in (("vendor.involved", needed), ("system.uses_ai", there)) if known is None
        )


@pytest.mark.parametrize(
    "path, value, known",
    [
        ("system.name", "Gatepost", True),
        ("system.name", "", False),
        ("system.name", " \u200b-", False),
        ("system.name", None, False),
        ("use.began", JUNE, True),
        ("use.began", Occurrence.NEVER, True),
        ("use.began", Occurrence.UNDATED, False),
        ("use.began", Month(2026, 5), False),
        ("warrant.specifies", ["person"], True),
        ("warrant.specifies", [], True),
        ("system.uses_ai", False, True),
        ("warrant.specifies", TermSet.partial(yes=[WarrantLimit.PERSON]), False),
        (
            "warrant.specifies",
            TermSet.partial(yes=[WarrantLimit.PERSON], no=[WarrantLimit.PLACE, WarrantLimit.TIME]),
            True,
        ),
    ],
)
def test_what_is_stated_has_to_be_known_in_full(path: str, value: Any, known: bool) -> None:
    """A blank text, a day not known and a list known in part are not known; a plain no is."""
    found = checked(one_element(states=(fact(path),)), Case().with_answer(path, value))
    assert (State.PRESENT if known else State.NOT_KNOWN) == found.state
    assert (() if known else (path,)) == found.unknown


def test_what_is_known_in_part_is_shown_in_part() -> None:
    """A list known in part says what is in it, what is not, and that the rest is not known."""
    case = Case(warrant=Warrant(specifies=TermSet.partial(yes=[WarrantLimit.PERSON], no=[WarrantLimit.TIME])))
    assert "  - Fixes: person; not time; the rest NOT KNOWN\n" in one_element(
        states=(Line("Fixes", Warrant.specifies),)
    ).draft(case, as_of=AS_OF)


def test_a_time_reckoned_from_a_parameter_is_not_made_up() -> None:
    """A stated time that rests on a parameter nobody gave is not known, and the parameter is asked for."""
    signed = EventParameter("signed_on", "When was it signed?")
    paper = one_element(states=(Line("Starts", signed.plus("P90D")),))
    assert checked(paper, Case()).unknown == ("signed_on",)
    assert "  - Ask: When was it signed? (`signed_on`)\n  - Starts: NOT KNOWN\n" in paper.draft(
        Case(), as_of=AS_OF
    )


def test_a_time_that_takes_an_hour_to_say_shows_its_range() -> None:
    """Thirty-six hours after a day whose hour is not known lie on one of two days."""
    paper = one_element(states=(Line("Purged by", Use.began.plus("PT36H")),))
    found = checked(paper, Case(use=Use(began=JUNE)))
    assert (found.state, found.unknown) == (State.NOT_KNOWN, ("use.began",))
    assert "  - Purged by: between 2 June 2027 and 3 June 2027\n" in paper.draft(
        Case(use=Use(began=JUNE)), as_of=AS_OF
    )
    instant = Case(use=Use(began=datetime.datetime(2027, 6, 1, 8, tzinfo=datetime.UTC)))
    assert "  - Purged by: 2 June 2027 at 20:00 UTC\n" in paper.draft(instant, as_of=AS_OF)


@pytest.mark.parametrize(
    "met, expected", [(True, State.PRESENT), (False, State.MISSING), (None, State.NOT_KNOWN)]
)
def test_an_attestation_settles_the_content(met: bool | None, expected: State) -> None:
    """Someone's word settles an element either way; evidence without a word does not."""
    case = Case(attestations={"R-1": Attestation(met=met, evidence="a folder")})
    found = checked(one_element(attested="R-1"), case)
    assert (expected, ("attestations.R-1",) if met is None else ()) == (found.state, found.unknown)
    assert expected == checked(one_element(needs=Attested("R-1")), case).state


def test_an_attested_duty_can_be_stated() -> None:
    """A stated attestation is known once it says yes or no, and the draft tells which."""
    paper = one_element(states=(Attested("R-1"),))
    assert checked(paper, Case()).unknown == ("attestations.R-1",)
    assert "  - Ask: Is this done? The thing (`attestations.R-1`)\n  - R-1: NOT KNOWN\n" in paper.draft(
        Case(), as_of=AS_OF
    )
    denied = Case(attestations={"R-1": Attestation(met=False)})
    assert checked(paper, denied).state is State.PRESENT
    assert "  - R-1: attested not done\n" in paper.draft(denied, as_of=AS_OF)
    for on, told in ((JUNE, "on 1 June 2027"), (Month(2026, 5), "in May 2026")):
        done = Case(attestations={"R-1": Attestation(met=True, on=on)})
        assert f"  - R-1: attested done, {told}\n" in paper.draft(done, as_of=AS_OF)


@pytest.mark.parametrize(
    "value, told, review",
    [
        (Occurrence.NEVER, "never", "never"),
        (Occurrence.UNDATED, "it happened; the day is NOT KNOWN", None),
        (Month(2026, 5), "in May 2026; the day is NOT KNOWN", "between 1 May 2027 and 31 May 2027"),
        (Year(2025), "in 2025; the day is NOT KNOWN", "between 1 January 2026 and 31 December 2026"),
    ],
)
def test_an_event_without_a_day_says_so(value: Any, told: str, review: str | None) -> None:
    """What never happened says never, and so does what is reckoned from it; what happened on an unknown
    day, or on one of a month, says that.
    """
    paper = one_element(
        needs=System.uses_ai, shows=(Line("Began", Use.began), Line("Review", Use.began.plus("P1Y")))
    )
    drawn = paper.draft(Case(use=Use(began=value)), as_of=AS_OF)
    assert f"  - Began: {told}\n" in drawn
    assert f"  - Review: {review}\n" in drawn or (review is None and "  - Review:" not in drawn)


def test_a_list_of_days_is_told() -> None:
    """Several days are told in their order, and an empty list says none."""
    paper = one_element(states=(Line("Again", ImpactAssessment.recertifications),))
    for days, told in (([day(7, 2), day(7, 1)], "1 July 2027, 2 July 2027"), ([], "none")):
        case = Case(impact_assessment=ImpactAssessment(recertifications=days))
        assert f"  - Again: {told}\n" in paper.draft(case, as_of=AS_OF)


def test_an_element_may_be_nothing_but_an_enclosure() -> None:
    """What has to be enclosed is missing until it is."""
    paper = one_element(enclosure="map")
    assert (checked(paper, Case()).state, checked(paper, Case()).because) == (
        State.MISSING,
        ("nothing is enclosed",),
    )
    assert checked(paper, Case(), enclosures={"map": "A map."}).state == State.PRESENT


def test_a_question_asked_in_vain_says_so() -> None:
    """A fact that nobody could answer is marked as asked."""
    case = Case(not_known=["system.uses_ai"])
    paper = one_element(needs=System.uses_ai)
    assert [question.asked for question in paper.questions(case, as_of=AS_OF)] == [True]
    assert "(`system.uses_ai`, asked, not known)" in paper.draft(case, as_of=AS_OF)


# Finding papers


def test_papers_are_found_by_their_ids() -> None:
    """A paper is found by its id, or by the last part of it where that is enough."""
    assert find_paper(NECESSITY_FINDING.id) is NECESSITY_FINDING
    assert find_paper("vendor-certification") is VENDOR_CERTIFICATION
    assert {paper.id: paper for paper in PAPERS} == {
        name: paper for name, paper in find_papers()[0].items() if name.startswith(POLICY)
    }


@pytest.mark.parametrize(
    "asked, meant",
    [
        ("necesity-finding", "necessity-finding"),
        ("Necessity-Finding", "necessity-finding"),
        (f"{POLICY}/necesity-finding", f"{POLICY}/necessity-finding"),
        (f"{POLICY}x/necessity-finding", f"{POLICY}/necessity-finding"),
    ],
)
def test_an_unknown_paper_is_an_error(asked: str, meant: str) -> None:
    """An id that no paper has is refused, with a suggestion that can be used in its place."""
    with pytest.raises(UnknownNameError, match=f"unknown paper `{asked}`; did you mean `{meant}`"):
        find_paper(asked)
    assert find_paper(meant) is NECESSITY_FINDING


def test_the_ids_of_papers_begin_with_their_policy() -> None:
    """Every paper says whose readings it takes and which rule asks for it, and its id begins with the
    policy.
    """
    assert all(paper.id.startswith(f"{paper.policy}/") for paper in PAPERS)
    assert all(find_policy(paper.policy).rule(paper.provision) for paper in PAPERS)
    assert len(PAPERS) == len({paper.id for paper in PAPERS})
    with pytest.raises(PolicyError, match="its id is that and one part more"):
        attrs.evolve(NECESSITY_FINDING, id="us-az/necessity-finding")


def test_a_paper_stands_in_the_time_zone_of_its_policy() -> None:
    """The days of a paper begin and end where those of its policy do."""
    assert [find_policy(paper.policy).time_zone for paper in PAPERS] == [paper.time_zone for paper in PAPERS]


def test_papers_may_be_given_to_a_policy_as_they_are() -> None:
    """A policy can hold its papers instead of naming their place; they are checked when they are read."""
    rule = noted("R-1", ORDER.at("1"), "A rule.", kind=Kind.CONDITION, when=System.uses_ai)
    own = attrs.evolve(one_element(needs=Use.decision_fully_automated), id="r/order/paper", policy="r/order")
    case = Case(system=System(uses_ai=True))

    def due(*listed: Any) -> list[str]:
        order = policy("r/order", ORDER, time_zone="UTC", entries=[rule], scope=System.uses_ai, papers=listed)
        return [one.paper for one in order.evaluate(case, as_of=AS_OF).papers]

    assert ["r/order/paper"] == due(own)
    assert [] == due(attrs.evolve(own, called_for=~System.uses_ai))
    with pytest.raises(PolicyError, match="list `'paper'`, which is no paper"):
        due("paper")
    with pytest.raises(PolicyError, match="is listed by `r/order`, and says it is of"):
        due(NECESSITY_FINDING)


def test_a_policy_that_does_not_cover_a_case_asks_for_no_paper() -> None:
    """Of a bill that nobody signed, and outside what a policy covers, no paper is due."""
    assert () == find_policy(POLICY).evaluate(COMPLETE, as_of=AS_OF).papers
    signed = find_policy(POLICY).given(signed_on=day(5, 3))
    assert () == signed.evaluate(Case(agency=Agency(place="us-ca/san-jose")), as_of=AS_OF).papers


@pytest.mark.parametrize("began", [datetime.date(9999, 12, 30), datetime.date(9999, 12, 31)])
def test_no_day_beyond_the_calendar_is_written(began: datetime.date) -> None:
    """A time that may lie after the last day of the calendar is not written as one of its days."""
    paper = one_element(states=(Line("Review", Use.began.plus("PT1H")),))
    assert "  - Review: NOT KNOWN\n" in paper.draft(Case(use=Use(began=began)), as_of=AS_OF)
