"""Conditions and values in plain English: no Python reaches a reader, wherever a node stands."""

from __future__ import annotations

import datetime
import decimal
import re
from collections.abc import Iterator
from typing import Any

import pytest
from drawing import SEEDS, Dice
from examples_of_kinds import EXAMPLES, FIXED, OPEN, situations
from hypothesis import given, settings
from one_day import AFTER, BEFORE, TODAY, situation
from random_nodes import term_of
from strategies import conditions, examples, random_judged

from aigovkit.engine.reasons import support
from aigovkit.facts import Term, Terms
from aigovkit.language.kinds import CONDITIONS, QUANTITIES, TIMES
from aigovkit.language.loose_ends import loose_facts
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import (
    ALWAYS,
    AS_OF,
    AllOf,
    AnyOf,
    AtMost,
    AttestedOn,
    Constant,
    CountOf,
    EachOf,
    Earliest,
    EndOfDay,
    Greatest,
    InForce,
    LastOf,
    Latest,
    Length,
    MeetsCadence,
    Named,
    Not,
    OpenDay,
    Points,
    Product,
    Rebutted,
    SomeOf,
    StartOfDay,
    Sum,
    TimeIf,
)
from aigovkit.language.parameters import CountParameter
from aigovkit.language.words import proposition, value
from aigovkit.models import (
    Case,
    Data,
    Incident,
    Procurement,
    Stage,
    System,
    Use,
    Vendor,
    Violation,
)
from aigovkit.models.case import FACTS
from aigovkit.periods import Cadence, ClosedDays, Month, Occurrence, Period, Span, Year
from aigovkit.provision_text import describe
from aigovkit.wording import period, word

PYTHON = re.compile(
    r"datetime\.|\b(None|True|False|inf|nan)\b|[<>{}]|\w=[^ ]*['\"(]|\W['\"]|\b[A-Za-z_]+\(|\(\)|,\)"
    r"|Occurrence|TermSet|_of_|\bobject at\b"
)
"""Marks of Python: what a repr, a call, a tuple or a name of a class would leave in a text."""

MANY = CountParameter("many", "How many?")

every_condition = pytest.mark.parametrize("kind", CONDITIONS, ids=lambda kind: kind.__name__)
every_time = pytest.mark.parametrize("kind", TIMES, ids=lambda kind: kind.__name__)
every_quantity = pytest.mark.parametrize("kind", QUANTITIES, ids=lambda kind: kind.__name__)


def is_plain(text: str) -> bool:
    """Whether nothing in a text looks like Python."""
    # Words of vocabularies and names of facts may have the same look.
    rest = re.sub(r"\b(private_out_of_state|under_penalty_of_perjury)\b", "", text)
    assert PYTHON.search(rest) is None, text
    return bool(text.strip())


def said_of(condition: Any) -> Iterator[str]:
    """All that is said of a condition: as it holds and fails, with a case and without, and why."""
    for answer in (True, False):
        yield proposition(condition, answer=answer)
    for at in situations(condition, 6):
        yield from (proposition(condition, at, answer) for answer in (True, False))
        known = holds(condition, at)
        if known is not None:
            yield from support(condition, at, known)


def around(condition: Any) -> Iterator[Any]:
    """A condition in every position in which another node can hold one."""
    other, later = Vendor.involved, Procurement.signed
    yield from (condition, Not(condition), AllOf((other, condition)), AnyOf((condition, other)))
    yield from (AllOf((other, Not(AllOf((condition, other))))), AnyOf((AllOf((condition, other)), other)))
    yield from (AllOf(()), AnyOf(()), AllOf((condition,)))
    yield from (Named("it is so", condition), term_of(condition), Rebutted(condition))
    yield OPEN.reads(yes=condition, no=other)
    yield AllOf((OPEN.reads(yes=other, no=AnyOf((condition, other))), other))
    yield TimeIf(condition, Use.began, later).before(Use.ended)
    yield Use.ended.no_later_than(TimeIf(Vendor.involved & condition, Use.began, later))
    yield Points(((condition, 2), (ALWAYS, 0))) >= 1
    yield Constant(1) >= Points(((other, 2), (condition, -1)))
    if not {fact.record for fact in loose_facts(condition)} - {Incident}:
        for look in (SomeOf, EachOf):
            yield look(Case.incidents, AllOf((condition, Incident.caused_harm)))
            yield AllOf((look(Case.incidents, condition), other))
        yield CountOf(Case.incidents, condition) >= 1


def around_a_time(time: Any) -> Iterator[Any]:
    """A time in every position in which another node can hold one."""
    every = Cadence(Period(months=1)), Cadence(Period(months=2), by_anniversary=True)
    for strict in (True, False):
        yield from (AtMost(time, Use.ended, strict=strict), AtMost(Use.ended, time, strict=strict))
        yield AtMost(time, AS_OF, strict=strict)
    for made in (
        time.plus("P1M"),
        time.plus("PT36H"),
        StartOfDay(time),
        EndOfDay(time),
        OpenDay(time, ClosedDays("the Act")),
        LastOf(Data.inventory_reviews, time),
        LastOf(Data.inventory_reviews, Use.began, by=time),
        TimeIf(System.uses_ai, time, Use.ended),
        TimeIf(System.uses_ai, Use.ended, time),
        Earliest((time, Use.ended, Latest((time, AS_OF)))),
        Latest((Earliest((Use.ended, time)), FIXED)),
        OPEN.times(yes=time, no=Use.ended),
    ):
        yield made.before(Use.began)
        yield Use.began.no_later_than(made)
    yield from (InForce(time, Use.began), InForce(Use.began, time), InForce(Use.began, AS_OF, time))
    for cadence in every:
        yield MeetsCadence(Data.inventory_reviews, cadence, time, Use.ended, Use.began)
        yield MeetsCadence(Data.inventory_reviews, cadence, Use.began, time)
        yield MeetsCadence(Data.inventory_reviews, cadence, Use.began, AS_OF, time)


def around_a_quantity(number: Any) -> Iterator[Any]:
    """A number in every position in which another node can hold one."""
    for made in (
        number,
        Greatest((number, Constant(2))),
        Sum((number, Constant(2), Greatest((Violation.count, number)))),
        Product((Constant(2), number)),
        OPEN.amounts(yes=number, no=Procurement.public_funds),
        Sum(()),
        Product(()),
    ):
        yield from (made >= 2, made < Procurement.public_funds, made <= Period(days=30), Constant(-1) > made)


@every_condition
def test_no_python_reaches_a_reader_of_a_condition(kind: type) -> None:
    """Every kind of condition reads as words in every position."""
    for example in EXAMPLES[kind]:
        assert all(is_plain(text) for whole in around(example) for text in said_of(whole))


@every_time
def test_no_python_reaches_a_reader_of_a_time(kind: type) -> None:
    """Every kind of time reads as words in every position."""
    for example in EXAMPLES[kind]:
        assert is_plain(value(example))
        assert all(is_plain(text) for whole in around_a_time(example) for text in said_of(whole))


@every_quantity
def test_no_python_reaches_a_reader_of_a_number(kind: type) -> None:
    """Every kind of number reads as words in every position."""
    for example in EXAMPLES[kind]:
        assert is_plain(value(example))
        assert all(is_plain(text) for whole in around_a_quantity(example) for text in said_of(whole))


@given(conditions(depth=3))
@settings(max_examples=examples(40))
def test_no_python_reaches_a_reader_of_whatever_is_put_together(condition: Any) -> None:
    """However deep nodes stand in each other, they read as words."""
    assert all(is_plain(text) for text in said_of(condition))


@given(SEEDS)
@settings(max_examples=examples(40))
def test_no_python_reaches_a_reader_of_an_answer(seed: int) -> None:
    """Rules, findings with their reasons, the notes of duties and explanations in full are words, whatever
    the policy and the case.
    """
    made, case, as_of = random_judged(Dice(seed), most=3)
    answer = made.evaluate(case, as_of=as_of)
    for rule in made.rules:
        assert all(is_plain(line or "-") for line in describe(rule).splitlines())
        assert all(is_plain(line or "-") for line in answer.explain(rule.id).splitlines())
    for finding in answer.findings:
        assert all(is_plain(line) for line in (*finding.because, *finding.unknown))
    for duty in answer.duties:
        assert is_plain(duty.note or "-")
        assert is_plain(word(duty.due))


# How it reads


@pytest.mark.parametrize(
    ("condition", "holding", "failing"),
    [
        (
            System.uses_ai & ~(Vendor.involved & Use.novel),
            "system.uses_ai is yes and (vendor.involved is no or use.novel is no)",
            "system.uses_ai is no or (vendor.involved is yes and use.novel is yes)",
        ),
        (
            System.uses_ai & ~(Vendor.involved | Use.novel),
            "system.uses_ai is yes and vendor.involved is no and use.novel is no",
            "system.uses_ai is no or vendor.involved is yes or use.novel is yes",
        ),
        (
            OPEN.reads(yes=Vendor.involved | Use.novel, no=ALWAYS) & System.uses_ai,
            "(vendor.involved is yes or use.novel is yes) and system.uses_ai is yes",
            "(vendor.involved is no and use.novel is no) or system.uses_ai is no",
        ),
        (
            Case.incidents.some(Incident.caused_harm) & System.uses_ai,
            "(some of incidents: incidents[].caused_harm is yes) and system.uses_ai is yes",
            "(none of incidents: incidents[].caused_harm is yes) or system.uses_ai is no",
        ),
        (AllOf(()), "always", "never"),
        (AnyOf(()), "never", "always"),
        (
            Named("it is AI", System.uses_ai),
            "it is AI (system.uses_ai is yes)",
            "it is not so that it is AI (system.uses_ai is no)",
        ),
        (
            AtMost(Use.began, AS_OF, strict=True),
            "use.began was before the time of judging",
            "use.began was not before the time of judging",
        ),
        (
            LastOf(Data.inventory_reviews, Use.ended, by=Use.began).before(FIXED),
            "the last of data.inventory_reviews by use.began, or else use.ended was before 8 March 2026",
            "the last of data.inventory_reviews by use.began, or else use.ended was not before 8 March 2026",
        ),
        (
            MeetsCadence(Data.inventory_reviews, Cadence(Period(months=1), by_calendar=True), Use.began),
            "data.inventory_reviews has one in each calendar month",
            "data.inventory_reviews has none in some calendar month",
        ),
        (
            MeetsCadence(Data.inventory_reviews, Cadence(Period(months=3), by_calendar=True), Use.began),
            "data.inventory_reviews has one in each 3 calendar months",
            "data.inventory_reviews has none in some 3 calendar months",
        ),
        (
            MeetsCadence(
                Data.inventory_reviews,
                Cadence(Period(years=1), by_anniversary=True),
                Use.began,
                anchor=Procurement.signed,
            ),
            "data.inventory_reviews has one in each year counted from procurement.signed",
            "data.inventory_reviews has none in some year counted from procurement.signed",
        ),
        (
            Procurement.public_funds + 250 > 1_000_000,
            "the sum of procurement.public_funds, $2.50 is more than $10,000",
            "the sum of procurement.public_funds, $2.50 is at most $10,000",
        ),
        (Violation.count >= 7, "violation.count is at least 7", "violation.count is less than 7"),
        (MANY >= 7, "many is at least 7", "many is less than 7"),
        (MANY <= Violation.count, "violation.count is at least many", "violation.count is less than many"),
        (Violation.count >= MANY, "violation.count is at least many", "violation.count is less than many"),
        (
            Sum((Points(((Use.novel, 5), (ALWAYS, 1))), Constant(2))) >= 7,
            "the sum of the points (5 where use.novel is yes; else 1), 2 is at least 7",
            "the sum of the points (5 where use.novel is yes; else 1), 2 is less than 7",
        ),
        (
            FIXED.no_later_than(Use.began),
            "use.began was not before 8 March 2026",
            "use.began was before 8 March 2026",
        ),
        (
            FIXED.before(Use.began),
            "use.began did not come by 8 March 2026",
            "use.began was no later than 8 March 2026",
        ),
        (
            AS_OF.before(AttestedOn("R-1")),
            "the doing of R-1 has not happened",
            "the doing of R-1 has happened",
        ),
        (
            Use.ended.no_later_than(Use.began),
            "use.ended was no later than use.began",
            "use.ended did not come by use.began",
        ),
        (
            Data.retention <= 2 * 86_400,
            "data.retention is at most 2 days",
            "data.retention is more than 2 days",
        ),
        (
            Data.retention <= 90_000,
            "data.retention is at most 25 hours",
            "data.retention is more than 25 hours",
        ),
        (Violation.count <= 1_000, "violation.count is at most 1,000", "violation.count is more than 1,000"),
        (
            Data.retention <= Length(Period(days=1)),
            "data.retention is at most 1 day",
            "data.retention is more than 1 day",
        ),
        (
            Latest((Earliest((Use.began, AS_OF)), Use.ended)).before(FIXED),
            "the last of (the first of use.began, the time of judging), use.ended was before 8 March 2026",
            (
                "the last of (the first of use.began, the time of judging), use.ended was not before "
                "8 March 2026"
            ),
        ),
    ],
)
def test_what_a_condition_says(condition: Any, holding: str, failing: str) -> None:
    """A clause ends where it seems to, counts in the right units, and fails in words of its own."""
    assert holding == proposition(condition)
    assert failing == proposition(condition, answer=False)


def test_what_is_known_is_told_only_where_it_agrees() -> None:
    """The word a fact has stands for those tested where it answers as is said; a claim not shown is told as
    it was tested.
    """
    known = situation(Case(use=Use(stage="pilot")))
    test = Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION)
    assert "use.stage is pilot" == proposition(test, known)
    assert "use.stage is not pilot or production" == proposition(test, known, False)
    idea = Rebutted(Use.stage.is_(Stage.IDEA))
    assert "not proved: use.stage is idea" == proposition(idea, known, False)


def test_known_days_of_a_list_are_told_in_words() -> None:
    """The days on which something happened are listed; none is said to be none."""
    last = LastOf(Data.inventory_reviews, AS_OF).before(Use.began)
    text = "the last of data.inventory_reviews, or else the time of judging was before use.began"
    for reviews, told in (([BEFORE, TODAY], "1 March 2026 and 2 March 2026"), ([], "none")):
        case = Case(data=Data(inventory_reviews=reviews), use=Use(began=AFTER))
        assert f"{text} (inventory_reviews {told}, began 3 March 2026)" == proposition(last, situation(case))


def test_a_month_is_told_in_words() -> None:
    """What is known to the month or not at all to the day is told as a person would say it."""
    before = Use.began.before(Use.ended)
    case = Case(use=Use(began=Month(2018, 5), ended=Occurrence.UNDATED))
    told = "use.began was before use.ended (began in May 2018, ended on a day not known)"
    assert told == proposition(before, situation(case))


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (None, "unknown"),
        (True, "yes"),
        (False, "no"),
        (Occurrence.NEVER, "never"),
        (Occurrence.UNDATED, "on a day not known"),
        (Month(2018, 5), "in May 2018"),
        (Year(2018), "in 2018"),
        (Span(datetime.date(2018, 5, 3), datetime.date(2018, 6, 10)), "between 3 May and 10 June 2018"),
        (Span(datetime.date(2018, 5, 3), datetime.date(2018, 5, 10)), "between 3 and 10 May 2018"),
        (Span(datetime.date(2018, 5, 3), datetime.date(2019, 5, 3)), "between 3 May 2018 and 3 May 2019"),
        (Span(datetime.date(2018, 5, 3), datetime.date(2018, 6, 3)), "between 3 May and 3 June 2018"),
        (Span(datetime.date(2018, 5, 3), datetime.date(2018, 5, 3)), "on 3 May 2018"),
        (TODAY, "2 March 2026"),
        (datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC), "2 March 2026 at 09:00 UTC"),
        (Period(months=1), "1 month"),
        (decimal.Decimal("1234.5"), "$1,234.50"),
        ((), "none"),
        ((BEFORE, TODAY), "1 March 2026 and 2 March 2026"),
        (Stage.PILOT, "pilot"),
        (7, "7"),
    ],
)
def test_known_values_in_words(known: Any, text: str) -> None:
    """What is known of a fact or a parameter reads as a word."""
    assert text == word(known)


@pytest.mark.parametrize(
    ("length", "text"),
    [
        ("P1Y2M3D", "1 year 2 months 3 days"),
        ("PT1H1M1S", "1 hour 1 minute 1 second"),
        ("PT48H", "48 hours"),
        ("P0D", "no time"),
    ],
)
def test_periods_in_words(length: str, text: str) -> None:
    """A period is told by its parts, in the plural where there are several."""
    assert text == period(Period.parse(length))


def test_every_word_of_a_vocabulary_is_shown_by_its_label() -> None:
    """Whatever a condition asks of a fact in words, a reader sees labels, and no code of a program."""
    seen = 0
    for fact in FACTS.values():
        for term in fact.vocabulary if isinstance(fact, Term | Terms) else ():
            asked = fact.is_(term) if isinstance(fact, Term) else fact.has(term)
            several = fact.is_in(term) if isinstance(fact, Term) else fact.has_only(term)
            for condition in (asked, several):
                for answer in (True, False):
                    assert proposition(condition, answer=answer).endswith(f" {term.label}")
            seen += term.label != str(term)
    assert seen > 100
    known = situation(Case(use=Use(stage="phase_out")))
    assert "use.stage is phase out" == proposition(Use.stage.is_(Stage.PHASE_OUT), known)
