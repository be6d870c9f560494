"""Acts as records: what leaving a fact out says, what goes on, and the law of an act's own day."""

from __future__ import annotations

import copy
import datetime
import pickle
from typing import Any

import pytest
from one_day import TODAY, situation
from small_policies import small
from strategies import ORDER

import aigovkit as ag
from aigovkit.answers import Outcome, Status
from aigovkit.errors import ConditionError, InputError
from aigovkit.facts import Partly, Record, Term
from aigovkit.json import skeleton
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import AS_OF, Day, Earliest
from aigovkit.models import Act, ActBy, ActKind, ActOn, ActSubject, Case, NecessityFinding, Use
from aigovkit.models.acts import Vocabulary
from aigovkit.periods import Occurrence
from aigovkit.rules import Commencement, exception, prohibition, requirement

NEVER = Occurrence.NEVER


def holds_of(act: Act, condition: Any) -> bool | None:
    """Whether a condition holds of an act."""
    return holds(Case.acts.some(condition), situation(Case(acts=[act])))


# What leaving a fact out says


def test_an_act_is_the_agency_s_and_about_the_system_unless_it_says_otherwise() -> None:
    """Two facts of an act are said by leaving them out; every other is then unknown."""
    act = Act(kind="use")
    assert (ActBy.AGENCY, ActSubject.THE_SYSTEM) == (act.by, act.subject)
    assert Act(kind="use", by="agency", subject="the_system") == act != Act(kind="use", by="contractor")
    assert True is holds_of(act, Act.by.is_(ActBy.AGENCY))
    assert None is holds_of(act, Act.object.is_(ActOn.SYSTEM))


def test_what_leaving_out_would_say_can_be_unknown_all_the_same() -> None:
    """None says that it is unknown, and so does its path among the facts that nobody knew."""
    for case in (
        Case(acts=[Act(kind="use", by=None)]),
        Case(acts=[Act(kind="use")], not_known=["acts[0].by"]),
        Case.from_dict({"acts": [{"kind": "use", "by": None}]}),
        Case.from_dict({"acts": [{"kind": "use"}], "not_known": ["acts[0].by"]}),
    ):
        assert case.acts is not None
        assert None is case.acts[0].by
        assert None is holds(Case.acts.some(Act.by.is_(ActBy.AGENCY)), situation(case))
        answered = case.with_answer("acts[0].by", "agency")
        assert ((Act(kind="use"),), ()) == (answered.acts, answered.not_known)
    others = Case(acts=[Act(), Act()], not_known=["acts[1].by", "acts[1].on", "acts[].subject"])
    assert (Act(), Act(by=None)) == others.acts
    assert ActBy.CONTRACTOR is Case(acts=[Act(by="contractor")], not_known=["acts[0].by"]).acts[0].by  # type: ignore[index]


def test_a_blank_act_says_nothing() -> None:
    """Of an act that may be there nothing is known, whatever leaving a fact out would say."""
    assert {None} == {getattr(Act.blank(), name) for name in ("kind", "by", "subject", "on")}
    assert [] == list(Act.blank().known())
    assert None is holds(Case.acts.some(Act.by.is_(ActBy.CONTRACTOR)), situation(Case()))
    assert None is holds(Case.acts.each(Act.by.is_(ActBy.AGENCY)), situation(Case()))


@pytest.mark.parametrize(
    "act", [Act(), Act(by=None), Act(by="contractor", subject=None), Act.blank(), Act(kind="bid")]
)
def test_an_act_comes_back_as_it_was(act: Act) -> None:
    """Written and read, shown and built, copied and pickled, an act says what it said."""
    case = Case(acts=[act])
    assert case == Case.from_json(case.to_json()) == Case.from_dict(case.to_dict())
    assert case.digest == Case.from_json(case.to_json()).digest
    names = {"Act": Act, "ActBy": ActBy, "ActSubject": ActSubject, "ActKind": ActKind}
    assert act == eval(repr(act), names)
    assert act == copy.deepcopy(act) == pickle.loads(pickle.dumps(act))
    assert 2 == len({case.digest, Case(acts=[Act(by="contractor", name="another")]).digest})


def test_an_act_is_shown_by_what_it_says_beyond_the_notation() -> None:
    """What is so unless it says otherwise is not shown; what is unknown against that is."""
    assert "Act()" == repr(Act())
    assert "Act(by=None)" == repr(Act(by=None))
    assert "Act(by=ActBy.CONTRACTOR)" == repr(Act(by="contractor"))


def test_schema_and_skeleton_say_what_leaving_out_says() -> None:
    """The schema has it as the default, and a case to start from as the word to change."""
    act = ag.case_schema()["properties"]["acts"]["anyOf"][0]["items"]["properties"]
    assert ("agency", "the_system") == (act["by"]["default"], act["subject"]["default"])
    assert "default" not in act["kind"]
    (sample,) = skeleton()["// acts, each"]
    assert ("agency", None) == (sample["by"], sample["kind"])
    assert sample["// by"].endswith("; left out, it is `agency`)")


def test_a_word_that_is_none_is_refused_and_not_taken_for_what_silence_says() -> None:
    """A misspelt word is an error at its place."""
    with pytest.raises(InputError, match="agenci"):
        Case.from_dict({"acts": [{"by": "agenci"}]})


def test_only_records_of_lists_say_something_by_leaving_out() -> None:
    """A fact of a section is unknown until it is given."""

    class Words(Vocabulary):
        """Words."""

        ONE = "one"

    with pytest.raises(ConditionError, match="`word` of Section has `left_out`"):

        class Section(Record, path="somewhere"):
            """A section."""

            word: Term[Words] = Term(Words, "Which?", left_out=Words.ONE)


# What goes on, and the law of an act's own day

STARTS = datetime.date(2026, 1, 10)
BEFORE, AFTER = STARTS - datetime.timedelta(days=1), STARTS + datetime.timedelta(days=1)
LAW = Commencement("the Order", Day(STARTS), ORDER.at("9"))
FOUND = STARTS + datetime.timedelta(days=20)
DAY = Earliest((Act.on, AS_OF))
OF_ACTS: Any = {"each": Case.acts, "commencement": LAW, "act": DAY}
OURS = Act.by.is_(ActBy.AGENCY) & Act.subject.is_(ActSubject.THE_SYSTEM)
BAN = prohibition("B", ORDER.at("1"), "Buy none.", when=OURS & Act.kind.is_(ActKind.PURCHASE), **OF_ACTS)
SMALL_BUY = exception(
    "E",
    ORDER.at("2"),
    "A purchase from another government is free.",
    to=BAN,
    when=Act.with_whom.is_in(*[one for one in Act.with_whom.vocabulary if one.endswith("_government")]),
    each=Case.acts,
)
FINDING = requirement(
    "F",
    ORDER.at("3"),
    "Make a finding before it is used.",
    bearer="the agency",
    when=OURS & Act.kind.is_(ActKind.USE),
    done=NecessityFinding.made.before(Act.since),
    gate=Act.since.happened(),
    lawful_use=True,
    **OF_ACTS,
)
MADE = small(BAN, SMALL_BUY, FINDING)


def judged(*acts: Act, **facts: Any) -> Any:
    """The answer on some acts."""
    case = Case(acts=acts, necessity_finding=NecessityFinding(made=FOUND), **facts)
    return MADE.evaluate(case, as_of=TODAY)


def test_each_act_is_judged_by_the_law_of_its_own_day() -> None:
    """A purchase before the start is free, one after it is not, and neither decides of the other."""
    early = Act(name="early", kind="purchase", on=BEFORE, with_whom="private_company")
    late = Act(name="late", kind="purchase", on=AFTER, with_whom="private_company")
    free = Act(name="free", kind="purchase", on=AFTER, with_whom="federal_government")
    planned = Act(name="planned", kind="purchase", on=NEVER, with_whom="private_company")
    found = judged(early, late, free, planned).finding("B")
    assert [
        ("early", Status.NOT_IN_FORCE),
        ("late", Status.VIOLATED),
        ("free", Status.DISPLACED),
        ("planned", Status.VIOLATED),
    ] == [(one.label, one.status) for one in found.records]
    another = Act(kind="purchase", on=AFTER, subject="another", with_whom="private_company")
    assert Status.NOT_APPLICABLE is judged(another).finding("B").status


def test_what_was_mended_does_not_bar_what_goes_on() -> None:
    """A first use without its finding stays on record; the later one, that has it, is free at present."""
    unready = Act(name="spring", kind="use", since=AFTER, on=AFTER)
    ready = Act(name="summer", kind="use", since=TODAY, on=TODAY)
    found = judged(unready, ready)
    assert Outcome.PROHIBITED is found.outcome
    assert Outcome.NO_OBJECTION is found.present.outcome
    assert [("spring", Outcome.PROHIBITED), ("summer", Outcome.NO_OBJECTION)] == [
        (one.label, one.outcome) for one in found.by_record(Case.acts)
    ]
    assert "PROHIBITED · at present NO OBJECTION" in str(found)


@pytest.mark.parametrize(
    ("on", "present"),
    [
        (NEVER, True),
        (TODAY, True),
        (TODAY + datetime.timedelta(days=90), True),
        (TODAY - datetime.timedelta(days=1), False),
        (Occurrence.UNDATED, None),
        (None, None),
    ],
)
def test_which_acts_go_on(on: Any, present: bool | None) -> None:
    """What is planned and what ends today or later goes on; what ended is past."""
    assert Case.acts.present is not None
    assert present is holds_of(Act(on=on), Case.acts.present)


def test_acts_that_may_be_there_open_the_present() -> None:
    """While there may be more acts, nothing is settled of what goes on unless a known act settles it."""
    past = Act(kind="purchase", on=AFTER, with_whom="private_company")
    found = MADE.evaluate(Case(acts=Partly([past])), as_of=TODAY)
    assert Outcome.PROHIBITED is found.outcome
    assert (Outcome.NO_OBJECTION, Outcome.PROHIBITED) == (found.present.at_least, found.present.at_most)


def test_nothing_is_settled_of_a_case_whose_acts_are_unknown() -> None:
    """Where the acts are unknown they are asked, first."""
    found = MADE.evaluate(Case(use=Use(began=AFTER)), as_of=TODAY)
    assert Outcome.UNDETERMINED is found.outcome
    assert "acts" == found.questions[0].fact


def test_an_act_is_asked_about_by_what_is_not_known_of_it() -> None:
    """The day that is missing of one act is asked of that act alone."""
    undated = Act(kind="purchase", with_whom="private_company")
    asked = [question.fact for question in judged(Act(kind="bid", on=AFTER), undated).questions]
    assert ["acts[1].on"] == asked
    unsaid = judged(Act(kind="purchase", on=AFTER, with_whom="private_company", by=None))
    assert ["acts[0].by"] == [question.fact for question in unsaid.questions]
