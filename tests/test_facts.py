"""Facts and the records that hold them: what each kind takes, and what it says of what it refuses."""

from __future__ import annotations

import copy
import datetime
import decimal
import enum
import pickle
import subprocess
import sys
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import cases, term_sets, values

from aigovkit import facts, periods
from aigovkit.errors import AigovkitError, ConditionError, FactValueError, InstantError, UnknownFactError
from aigovkit.facts import (
    Boolean,
    Count,
    DeclaredFact,
    Record,
    Records,
    Term,
    TermSet,
    Text,
    Vocabulary,
    facts_of,
    sections_of,
)
from aigovkit.facts.kinds import FactInWords
from aigovkit.language.kinds import Condition, Quantity, Time
from aigovkit.language.meaning import bounds
from aigovkit.language.nodes import HasOnly, IsIn, Within
from aigovkit.models import (
    FACTS,
    Act,
    Agency,
    Attestation,
    Bar,
    Case,
    Change,
    Data,
    DataElement,
    DataSubject,
    Form,
    Incident,
    Output,
    Procurement,
    Regime,
    Review,
    Role,
    Stage,
    System,
    SystemChange,
    Use,
    UseException,
    Vendor,
    Violation,
    Waiver,
    fact,
)
from aigovkit.models.case import Attestations
from aigovkit.periods import NEVER_AT, Month, Occurrence, Period, Span, Year
from aigovkit.situation import Situation

DAY = datetime.date(2026, 3, 2)
INSTANT = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)
NAIVE = datetime.datetime(2026, 3, 2, 9)
PACIFIC = periods.zone("America/Los_Angeles")


def refusal(declared: DeclaredFact, value: Any) -> FactValueError:
    """The error that a fact raises for a value."""
    with pytest.raises(FactValueError) as caught:
        declared.admit(value)
    assert (declared.path, declared.accepts) == (caught.value.fact, caught.value.expected)
    assert isinstance(caught.value, AigovkitError)
    assert isinstance(caught.value, ValueError)
    return caught.value


# What each kind of fact takes.


@pytest.mark.parametrize("value", [True, False])
def test_a_boolean_takes_true_and_false(value: bool) -> None:
    """True and false are taken as they are."""
    assert value is System.uses_ai.admit(value)
    assert value is System(uses_ai=value).uses_ai


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("yes", "write `true`"),
        ("True", "write `true`"),
        (" Y ", "write `true`"),
        (1, "write `true`"),
        ("1", "write `true`"),
        ("true", "write `true`"),
        ("no", "write `false`"),
        ("FALSE", "write `false`"),
        ("n", "write `false`"),
        (0, "write `false`"),
        ("0", "write `false`"),
        ("maybe", "leave it out while it is unknown"),
        ("", "leave it out while it is unknown"),
        ("unknown", "leave it out while it is unknown"),
        (2, "leave it out while it is unknown"),
        ([], "leave it out while it is unknown"),
        ("true enough", "leave it out while it is unknown"),
    ],
)
def test_a_boolean_refuses_words_and_numbers(value: Any, suggestion: str) -> None:
    """Words and numbers are no truth values; the error says what to write instead."""
    error = refusal(System.uses_ai, value)
    assert suggestion == error.suggestion
    assert f"`system.uses_ai` takes true or false, not `{value!r}`; {suggestion}" == str(error)


def test_a_term_takes_a_word_of_its_vocabulary() -> None:
    """A word is taken as a member or by its text, and kept as the member."""
    assert Stage.PILOT is Use.stage.admit(Stage.PILOT)
    assert Stage.PILOT is Use.stage.admit("pilot")
    assert Stage.PILOT is Use(stage="pilot").stage
    assert Use(stage="pilot") == Use(stage=Stage.PILOT)


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("pilto", "did you mean `pilot`?"),
        ("nowhere near", ""),
        (1, ""),
        (True, ""),
        (["pilot"], "did you mean `pilot`?"),
    ],
)
def test_a_term_refuses_other_words(value: Any, suggestion: str) -> None:
    """A word outside the vocabulary is refused with the words there are, and the nearest of them."""
    error = refusal(Use.stage, value)
    assert suggestion == error.suggestion
    assert (
        "one of `idea`, `proposed`, `procurement`, `pilot`, `production`, `phase_out`, `retired`"
        == error.expected
    )


def test_a_word_of_another_vocabulary_is_not_the_same_word() -> None:
    """A member of another vocabulary is taken only if its text is a word here, and becomes a member here."""
    from aigovkit.models import Determiner

    taken = Incident.discovered_by.admit(Determiner.STAFF)
    assert Role.STAFF is taken
    refusal(Use.stage, Role.STAFF)


@pytest.mark.parametrize(
    "given_as",
    [
        ["decision"],
        ("decision",),
        {"decision"},
        frozenset({Output.DECISION}),
        TermSet(["decision"]),
        [Output.DECISION, "decision"],
    ],
)
def test_a_set_takes_a_list_of_words(given_as: Any) -> None:
    """A list, tuple, set or TermSet of words is a complete set of them."""
    taken = System.outputs.admit(given_as)
    assert TermSet([Output.DECISION]) == taken
    assert all(type(term) is Output for term in taken.yes)


def test_a_set_takes_a_partial_set() -> None:
    """A partial set stays partial, its words in and out made members."""
    taken = System.outputs.admit(TermSet.partial(yes=["decision"], no=["prediction"]))
    assert TermSet.partial(yes=[Output.DECISION], no=[Output.PREDICTION]) == taken
    assert {Output} == {type(term) for term in taken.yes | taken.no}


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("decision", "put a single term in a list"),
        (1, ""),
        ({"decision": True}, ""),
        (iter(["decision"]), ""),
    ],
)
def test_a_set_refuses_what_is_no_list(value: Any, suggestion: str) -> None:
    """A single word and other values are refused, with what a list may hold."""
    error = refusal(System.outputs, value)
    assert suggestion == error.suggestion
    assert error.expected.startswith("a list of terms among `prediction`, `recommendation`, `decision`,")


@pytest.mark.parametrize(
    "value",
    [{"decison"}, TermSet(["decison"]), TermSet.partial(no=["decison"]), TermSet.partial(yes=["decison"])],
)
def test_a_set_refuses_a_misspelt_word(value: Any) -> None:
    """A misspelt word in a set is refused by itself, with the nearest word."""
    with pytest.raises(FactValueError) as caught:
        System.outputs.admit(value)
    assert ("system.outputs", "decison", "did you mean `decision`?") == (
        caught.value.fact,
        caught.value.value,
        caught.value.suggestion,
    )
    assert caught.value.expected.startswith("one of `prediction`,")


def test_a_list_refuses_all_its_misspelt_words_at_once() -> None:
    """Each wrong item of a list is told with its place, and what is accepted once."""
    with pytest.raises(FactValueError) as caught:
        System(outputs=["decison", "decision", "x", 3])  # type: ignore[list-item]
    assert ["[0]", "[2]", "[3]"] == [place for place, _ in caught.value.items]
    assert "did you mean `decision`?" == caught.value.items[0][1].suggestion
    assert str(caught.value).startswith("`system.outputs` takes a list of terms among `prediction`,")
    assert str(caught.value).endswith(
        "; [0]: not `'decison'`; did you mean `decision`?; [2]: not `'x'`; [3]: not `3`"
    )
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))


def test_a_long_list_of_wrong_items_is_told_in_part() -> None:
    """Of many wrong items some are written out, and the others counted."""
    with pytest.raises(FactValueError, match="; 90 more$"):
        System(outputs=["x"] * 100)  # type: ignore[list-item]


STRETCHES = [Month(2018, 5), Year(2018), Span(datetime.date(2018, 5, 3), datetime.date(2018, 6, 10))]


@pytest.mark.parametrize("value", [DAY, INSTANT, *STRETCHES, Occurrence.NEVER, Occurrence.UNDATED])
def test_an_event_takes_days_instants_and_words(value: Any) -> None:
    """A day, an instant with its zone, a month, a year, a span of days, `never` and `undated` are taken as
    they are.
    """
    assert value is Use.began.admit(value)


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("2026-03-02", "build it: `datetime.date(2026, 3, 2)`"),
        ("2018-05", "build it: `Month(year=2018, month=5)`"),
        ("never", "build it: `Occurrence.NEVER`"),
        ("soon", ""),
        (20260302, ""),
        (True, ""),
        (datetime.time(9), ""),
        ((2018, 5), ""),
    ],
)
def test_an_event_refuses_texts_and_numbers(value: Any, suggestion: str) -> None:
    """A date written as text is no date here, and how to build it is told."""
    error = refusal(Use.began, value)
    assert (
        "a day such as `2026-03-02`, an instant with its zone, a month such as `2018-05`, a year such as "
        "`2018`, a span of days such as `2018-05-03/2018-06-10`, `never` or `undated`" == error.expected
    )
    assert suggestion == error.suggestion


def test_an_event_refuses_an_instant_without_a_zone() -> None:
    """An instant without a zone is refused, and the error says what is lacking."""
    assert (
        "`2026-03-02T09:00:00` lacks a zone; give an aware datetime" == refusal(Use.began, NAIVE).suggestion
    )


def test_an_instant_forgets_the_rules_of_its_zone() -> None:
    """The two instants of a repeated hour are two values, each equal to what it is read back as."""
    first = datetime.datetime(2026, 11, 1, 1, 30, tzinfo=PACIFIC.tzinfo, fold=0)
    taken = [Use.began.admit(first.replace(fold=fold)) for fold in (0, 1)]
    assert taken[0] != taken[1]
    assert [datetime.timedelta(hours=-7), datetime.timedelta(hours=-8)] == [one.utcoffset() for one in taken]
    assert Use(began=first) != Use(began=first.replace(fold=1))


@pytest.mark.parametrize("value", [DAY, INSTANT, *STRETCHES])
def test_a_date_takes_days_and_instants(value: Any) -> None:
    """What did happen has a day, an instant, a month, a year or a span; words for events without one are
    refused.
    """
    assert value is Attestation.on.admit(value)
    for wrong in (Occurrence.NEVER, Occurrence.UNDATED, "2026-03-02", True):
        assert (
            "a day such as `2026-03-02`, an instant with its zone, a month such as `2018-05`, a year such as "
            "`2018` or a span of days such as `2018-05-03/2018-06-10`"
            == refusal(Attestation.on, wrong).expected
        )
    assert "lacks a zone" in refusal(Attestation.on, NAIVE).suggestion


@pytest.mark.parametrize("value", STRETCHES)
def test_a_list_of_days_takes_no_months(value: Any) -> None:
    """The occurrences that are counted are days and instants."""
    with pytest.raises(FactValueError, match="a list of days or instants"):
        Data.inventory_reviews.admit([DAY, value])


def test_events_are_kept_in_order() -> None:
    """A list of days and instants is kept as a tuple, in the order of time."""
    days = [datetime.date(2026, 3, 3), DAY, INSTANT, datetime.date(2025, 1, 1)]
    assert (
        datetime.date(2025, 1, 1),
        DAY,
        INSTANT,
        datetime.date(2026, 3, 3),
    ) == Data.inventory_reviews.admit(days)
    assert () == Data.inventory_reviews.admit([])
    assert (DAY,) == Data(inventory_reviews=(DAY,)).inventory_reviews


@pytest.mark.parametrize(
    "value", [DAY, ["2026-03-02"], [DAY, Occurrence.NEVER], {DAY}, "2026-03-02", [DAY, None]]
)
def test_events_refuse_what_is_no_list_of_days(value: Any) -> None:
    """A single day, texts, and words for events without a date are refused."""
    assert "a list of days or instants with their zones" == refusal(Data.inventory_reviews, value).expected


def test_events_refuse_an_instant_without_a_zone() -> None:
    """One instant without a zone makes the list refused, and the error says which, and what is lacking."""
    [(place, error)] = refusal(Data.inventory_reviews, [DAY, NAIVE]).items
    assert "[1]" == place
    assert "`2026-03-02T09:00:00` lacks a zone" in error.suggestion


@pytest.mark.parametrize("value", [0, 1, 10**15 - 1])
def test_a_count_takes_whole_numbers(value: int) -> None:
    """Whole numbers from zero on are taken, within reason."""
    assert value is Violation.count.admit(value)


def test_a_count_is_kept_as_a_plain_number() -> None:
    """A number of a class of its own becomes a plain one."""

    class Number(enum.IntEnum):
        """A number with a name."""

        TWO = 2

    assert int is type(Violation.count.admit(Number.TWO))
    assert 2 == Violation(count=Number.TWO).count


@pytest.mark.parametrize("value", [-1, 10**15, 1.0, "1", True, Decimal(1)])
def test_a_count_refuses_other_numbers(value: Any) -> None:
    """Negative, enormous, broken and written numbers are refused."""
    assert "a whole number, zero or more" == refusal(Violation.count, value).expected


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (0, "0.00"),
        (12, "12.00"),
        (Decimal("12.3"), "12.30"),
        (Decimal("1E3"), "1000.00"),
        (10**13 - 1, "9999999999999.00"),
        (Decimal("9999999999999.99"), "9999999999999.99"),
        (Decimal("-0"), "0.00"),
    ],
)
def test_money_is_kept_to_the_cent(value: Any, kept: str) -> None:
    """An amount is kept with two decimals, in the one form it has."""
    assert kept == str(Procurement.public_funds.admit(value))


@pytest.mark.parametrize(
    "value",
    [
        -1,
        10**13,
        Decimal("1E+999999"),
        Decimal("9999999999999.999"),
        1.5,
        "12",
        True,
        Decimal("0.001"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("-0.01"),
        Decimal("1e-30"),
    ],
)
def test_money_refuses_other_amounts(value: Any) -> None:
    """Negative and enormous amounts, parts of a cent, floats and texts are refused."""
    assert (
        "an amount in US dollars, zero or more, with at most two decimals"
        == refusal(Procurement.public_funds, value).expected
    )


def test_amounts_do_not_hang_on_the_context_of_the_program() -> None:
    """A program that reckons in few digits, or forbids rounding, gets the same amounts."""
    at = (999_999_999_999_999, 999_999_999_999_999)
    with decimal.localcontext(prec=3, traps=[decimal.Inexact, decimal.Rounded]):
        amount = Procurement.public_funds.admit(Decimal("9999999999999.99"))
        assert at == Procurement.public_funds.interval(amount)
        refusal(Procurement.public_funds, Decimal("0.001"))


def test_a_length_of_time_is_a_period() -> None:
    """A period is taken as it is; a text or a number is not one."""
    thirty = Period(days=30)
    assert thirty is Data.retention.admit(thirty)
    for value in ("P30D", 30, datetime.timedelta(days=30), Period(days=-1), Period(years=10_000)):
        assert "an ISO 8601 duration such as `P30D` or `PT24H`" == refusal(Data.retention, value).expected


def test_a_text_has_a_greatest_length() -> None:
    """Text is taken up to ten thousand characters; other values and longer texts are refused."""
    for value in ("", "a name", "x" * 10_000):
        assert value is System.name.admit(value)
    for wrong in ("x" * 10_001, 5, None, b"name"):
        assert "text of at most 10,000 characters" == refusal(System.name, wrong).expected


def test_half_a_character_is_no_text() -> None:
    """Half of a surrogate pair cannot be written anywhere, and is refused."""
    for wrong in ("a\ud800", "\udfffb"):
        assert "half of a surrogate pair is no character" == refusal(System.name, wrong).suggestion
    assert "\ud7ff\ue000\U0001f600" == System.name.admit("\ud7ff\ue000\U0001f600")
    for field in ("by", "evidence"):
        with pytest.raises(FactValueError, match="half of a surrogate pair is no character"):
            Attestation(met=True, **{field: "a\ud83d"})


def test_a_text_is_kept_as_plain_text() -> None:
    """A word of a vocabulary, given as a text, becomes the text."""
    assert str is type(System.name.admit(Stage.PILOT))
    assert "pilot" == System(name=Stage.PILOT).name


@pytest.mark.parametrize("value", ["us-ca", "us-ca/san-jose", "us-az/tucson/ward-6", "x" * 100])
def test_a_place_is_a_path_of_words(value: str) -> None:
    """A place is made of lower-case words and hyphens, its parts divided by slashes."""
    assert value is Agency.place.admit(value)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "US-CA",
        "us-ca/",
        "/us-ca",
        "us ca",
        "us-ca//x",
        "us_ca",
        "-",
        "us-",
        "us--ca",
        "us-ca/-x",
        "us-ca\n",
        "us-ca/san-josé",
        "x" * 101,
        5,
        ["us-ca"],
    ],
)
def test_a_place_refuses_other_paths(value: Any) -> None:
    """Capitals, blanks, empty parts and other signs are refused."""
    assert (
        "a place such as `us-ca/san-jose`: lower-case words and hyphens, parts divided by `/`"
        == refusal(Agency.place, value).expected
    )


def test_records_are_kept_as_a_tuple() -> None:
    """A list or tuple of records of the kind is taken; anything else is refused."""
    one = Incident(caused_harm=True)
    assert (one,) == Case.incidents.admit([one])
    assert () == Case(incidents=[]).incidents
    for wrong in (one, [one, None], [DataElement()], "none", {1: one}):
        told = 'a list of Incident records, or `{"some": [...]}` of those known'
        assert told == refusal(Case.incidents, wrong).expected


@pytest.mark.parametrize("declared", FACTS.values(), ids=FACTS)
def test_every_fact_refuses_what_cannot_be_a_value(declared: DeclaredFact) -> None:
    """No fact takes a bare object, and every one asks a question."""
    refusal(declared, object())
    assert "?" in declared.question
    assert declared.definition == "" or declared.definition.endswith(".")


@given(st.data())
def test_every_fact_takes_its_values_once(data: st.DataObject) -> None:
    """An admitted value, admitted again, stays the same."""
    declared = data.draw(st.sampled_from(list(FACTS.values())))
    taken = declared.admit(data.draw(values(declared)))
    assert taken == declared.admit(taken)


# Conditions on facts.


def test_tests_of_facts_take_words_and_refuse_misspelt_ones() -> None:
    """A rule may write a word as text; a misspelt one fails when the rule is written, with a suggestion."""
    assert IsIn(Use.stage, (Stage.PILOT, Stage.IDEA)) == Use.stage.is_in("pilot", "idea")  # type: ignore[arg-type]
    assert HasOnly(System.outputs, (Output.DECISION,)) == System.outputs.has_only("decision")  # type: ignore[arg-type]
    for make in (
        lambda: Use.stage.is_("pilto"),
        lambda: Use.stage.is_in(Stage.IDEA, "pilto"),
        lambda: System.outputs.has("decison"),
        lambda: System.outputs.has_all("decison", "prediction"),
        lambda: System.outputs.has_only("decison"),
    ):
        with pytest.raises(FactValueError, match="did you mean"):
            make()
    assert Within(Agency.place, "us-ca") == Agency.place.within("us-ca")


def test_a_place_no_agency_can_have_is_refused_in_a_condition() -> None:
    """A test for a place that no case can name would never hold, and is refused."""
    with pytest.raises(FactValueError, match="US CA"):
        Agency.place.within("US CA")


def test_kinds_of_facts_are_conditions_times_and_numbers() -> None:
    """Booleans are conditions, events are times, counts, amounts and lengths are numbers; the rest is
    none of them.
    """
    for one, kind in (
        (System.uses_ai, Condition),
        (Use.began, Time),
        (Violation.count, Quantity),
        (Procurement.public_funds, Quantity),
        (Data.retention, Quantity),
    ):
        assert isinstance(one, kind)
    assert not isinstance(Use.stage, Condition | Time | Quantity)


def test_known_values_as_intervals() -> None:
    """An amount counts cents, a length seconds, an event microseconds."""
    assert (1999, 1999) == Procurement.public_funds.interval(Decimal("19.99"))
    assert (28 * 86_400, 31 * 86_400) == Data.retention.interval(Period(months=1))
    assert (7, 7) == Violation.count.interval(7)
    at = periods.end_of(DAY, PACIFIC)
    for began, interval in ((DAY, periods.interval(DAY, PACIFIC)), (Occurrence.NEVER, NEVER_AT)):
        assert interval == bounds(Use.began, Situation(Case(use=Use(began=began)), at, PACIFIC))


# Sets of terms.


def test_a_complete_set_answers_every_question() -> None:
    """Of a complete set each term is in or out."""
    known = TermSet([Output.DECISION])
    assert (True, False) == (known.has(Output.DECISION), known.has(Output.PREDICTION))
    assert (True, False) == (
        known.has_only([Output.DECISION, Output.PREDICTION]),
        known.has_only([Output.PREDICTION]),
    )
    assert TermSet().has_only([]) is True


def test_a_partial_set_leaves_the_rest_unknown() -> None:
    """Of a partial set what is neither in nor out is unknown, and so is whether there is more."""
    known = TermSet.partial(yes=[Output.DECISION], no=[Output.PREDICTION])
    assert (True, False, None) == (
        known.has(Output.DECISION),
        known.has(Output.PREDICTION),
        known.has(Output.CLASSIFICATION),
    )
    assert (None, False) == (known.has_only([Output.DECISION]), known.has_only([Output.PREDICTION]))
    assert None is TermSet.partial().has(Output.DECISION)
    assert None is TermSet.partial().has_only([])


def test_a_partial_set_differs_from_a_complete_one() -> None:
    """Knowing only what is in is less than knowing all of it."""
    assert TermSet([Output.DECISION]) != TermSet.partial(yes=[Output.DECISION])
    assert TermSet(["a", "b"]) == TermSet(["b", "a", "a"])
    assert hash(TermSet(["a", "b"])) == hash(TermSet(["b", "a"]))


def test_no_term_is_in_and_out() -> None:
    """A term that is in a set cannot be out of it too."""
    with pytest.raises(FactValueError) as caught:
        TermSet.partial(yes=[Output.DECISION, Output.PREDICTION], no=[Output.DECISION])
    assert ("no", [Output.DECISION], "terms that `yes` does not have") == (
        caught.value.fact,
        caught.value.value,
        caught.value.expected,
    )


def test_sets_are_written_in_the_order_of_their_words() -> None:
    """The repr of a set lists its terms in one order, and says whether the set is partial."""
    assert "TermSet(['a', 'b'])" == repr(TermSet(["b", "a"]))
    assert "TermSet.partial(yes=['b'], no=['a', 'c'])" == repr(TermSet.partial(yes=["b"], no=["c", "a"]))
    assert "TermSet([Output.DECISION])" == repr(TermSet([Output.DECISION]))


@given(term_sets(Form))
def test_sets_read_back_from_their_repr(known: TermSet[Form]) -> None:
    """The repr of a set builds an equal one."""
    assert known == eval(repr(known), {"TermSet": TermSet, "Form": Form})


def test_words_carry_labels_for_people() -> None:
    """The label of a word is the word without underscores unless its vocabulary gives another, and no two
    words that a fact takes read the same.
    """
    assert ("general public", "HIPAA") == (DataSubject.GENERAL_PUBLIC.label, Regime.HIPAA.label)
    for declared in FACTS.values():
        if isinstance(declared, FactInWords):
            labels = [word.label for word in declared.vocabulary]
            assert len(set(labels)) == len(labels)
            assert not [label for label in labels if "_" in label or not label.strip()]


def test_words_carry_their_definitions() -> None:
    """A word is its text, with a definition where it is not plain."""
    assert "generated_data" == Form.GENERATED_DATA == str(Form.GENERATED_DATA)
    assert "Data that an AI system has produced." == Form.GENERATED_DATA.definition
    assert "" == Form.SOFTWARE.definition
    assert "Form.SOFTWARE" == repr(Form.SOFTWARE)
    assert Form.SOFTWARE is pickle.loads(pickle.dumps(Form.SOFTWARE))


# Records.


def test_on_the_class_a_field_is_the_fact_and_on_an_instance_its_value() -> None:
    """A class answers with its facts, an instance with its values."""
    assert isinstance(System.uses_ai, Boolean)
    assert ("uses_ai", System, "system.uses_ai") == (
        System.uses_ai.name,
        System.uses_ai.record,
        System.uses_ai.path,
    )
    assert "System.uses_ai" == repr(System.uses_ai)
    assert True is System(uses_ai=True).uses_ai
    assert None is System().uses_ai
    assert ("id", "incidents[].caused_harm", "data.elements[].name") == (
        Case.id.path,
        Incident.caused_harm.path,
        DataElement.name.path,
    )


def test_a_misspelt_fact_is_refused_with_a_suggestion() -> None:
    """A name that no fact of a class bears raises at once, as the error for names and as an
    AttributeError.
    """
    with pytest.raises(UnknownFactError) as caught:
        System.uses_aii  # noqa: B018
    assert "unknown fact of System `uses_aii`; did you mean `uses_ai`?" == str(caught.value)
    assert ("uses_aii", "fact of System") == (caught.value.name, caught.value.kind)
    assert isinstance(caught.value, AttributeError)
    assert isinstance(caught.value, LookupError)
    assert isinstance(caught.value, AigovkitError)
    with pytest.raises(AttributeError):
        System._nothing  # noqa: B018
    with pytest.raises(TypeError, match="uses_aii"):
        System(uses_aii=True)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        System().uses_aii  # type: ignore[attr-defined]  # noqa: B018


def test_facts_are_found_by_path() -> None:
    """A path finds its fact, an index in brackets or not; a misspelt one is refused with the nearest."""
    assert System.uses_ai is fact("system.uses_ai")
    assert Incident.caused_harm is fact("incidents[].caused_harm")
    assert Incident.caused_harm is fact("incidents[12].caused_harm")
    assert Case.incidents is fact("incidents")
    with pytest.raises(
        UnknownFactError, match=r"unknown fact `system.uses_aii`; did you mean `system.uses_ai`"
    ):
        fact("system.uses_aii")


def test_every_fact_is_listed_once_by_its_path() -> None:
    """The list of facts holds every fact of the case, its sections and its lists, under its own path."""
    assert all(path == declared.path for path, declared in FACTS.items())
    assert {
        "id",
        "incidents",
        "incidents[].discovered",
        "system.uses_ai",
        "data.elements",
        "data.elements[].category",
    } <= set(FACTS)
    counted = len(facts_of(Case)) + sum(
        len(facts_of(one))
        for one in (Incident, DataElement, SystemChange, Act, Bar, Review, UseException, Waiver, Change)
    )
    assert counted + sum(len(facts_of(section)) for section in sections_of(Case).values()) == len(FACTS)


def test_none_is_the_same_as_absent() -> None:
    """A fact given as None, and a section given as None, are unknown, as if left out."""
    assert System() == System(uses_ai=None, outputs=None)
    assert Case() == Case(system=None, incidents=None, attestations=None, id=None)  # type: ignore[arg-type]
    assert hash(Case()) == hash(Case(system=None))  # type: ignore[arg-type]
    assert Case() == Case(system=System())
    assert None is Case().incidents
    assert Case(incidents=[]) != Case()


def test_records_are_frozen() -> None:
    """No fact of a record can be set, deleted or added afterwards."""
    one = System(uses_ai=True)
    for change in (
        lambda: setattr(one, "uses_ai", False),
        lambda: delattr(one, "uses_ai"),
        lambda: setattr(one, "other", 1),
    ):
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            change()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Case().system = one  # type: ignore[misc]
    assert System(uses_ai=True) == one
    with pytest.raises(TypeError):
        System(True)  # type: ignore[misc]


def test_records_check_what_they_are_given() -> None:
    """A record refuses wrong values when it is made and when it is changed."""
    with pytest.raises(
        FactValueError, match="`system.uses_ai` takes true or false, not `'yes'`; write `true`"
    ):
        System(uses_ai="yes")  # type: ignore[arg-type]
    with pytest.raises(FactValueError, match="`incidents` takes a list of Incident records"):
        Case(incidents=Incident())  # type: ignore[arg-type]
    with pytest.raises(FactValueError, match="`use.stage` takes one of"):
        attrs.evolve(Use(), stage="pilto")


@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("system", {"uses_ai": True}),
        ("system", Use(stage="pilot")),
        ("system", System),
        ("system", 1),
        ("agency", "San Jose"),
        ("use", ()),
        ("data", Case()),
        ("vendor", False),
    ],
)
def test_a_section_takes_its_own_records_only(section: str, value: Any) -> None:
    """What is no record of a section is refused where the case is built, or answered."""
    kind = sections_of(Case)[section].__name__
    for build in (lambda: Case(**{section: value}), lambda: Case().with_answer(section, value)):
        with pytest.raises(
            FactValueError, match=f"`{section}` takes a {kind} record, not .*; build it as `{kind}"
        ) as caught:
            build()
        assert value is caught.value.value


def test_a_section_takes_more_special_records() -> None:
    """A record of a kind derived from that of a section is one of that kind."""

    class OwnSystem(System, path="system"):
        """A system with more to it."""

    own = OwnSystem(uses_ai=True)
    assert own is Case(system=own).system


def test_records_show_what_is_known() -> None:
    """The repr of a record names the facts that are known, in the order of their declaration."""
    assert "System()" == repr(System())
    assert "System(uses_ai=True, outputs=TermSet([Output.DECISION]))" == repr(
        System(outputs=["decision"], uses_ai=True)
    )
    assert [("name", "x"), ("uses_ai", False)] == list(System(uses_ai=False, name="x").known())
    case = Case(
        id="kiosk",
        system=System(uses_ai=True),
        attestations={"X": Attestation(met=True)},
        not_known=["use.stage"],
    )
    assert (
        "Case(id='kiosk', system=System(uses_ai=True), "
        "attestations=Attestations({'X': Attestation(met=True)}), "
        "not_known=('use.stage',))" == repr(case)
    )


def test_a_record_may_be_declared_by_anyone() -> None:
    """A new kind of record has facts of its own, in the order of their declaration."""

    class Colour(Vocabulary):
        """Colours."""

        RED = "red"

    class Kite(Record, path="kite"):
        """A kite."""

        colour: Term[Colour] = Term(Colour, "Which colour is it?")
        tails: Count = Count("How many tails has it?", "Ribbons count.")

    assert {"colour": Kite.colour, "tails": Kite.tails} == facts_of(Kite)
    assert ["colour", "tails"] == list(facts_of(Kite))
    assert ("kite.tails", "How many tails has it?", "Ribbons count.") == (
        Kite.tails.path,
        Kite.tails.question,
        Kite.tails.definition,
    )
    assert {} == sections_of(Kite)
    assert Kite(colour="red", tails=2) == Kite(colour=Colour.RED, tails=2)


def test_a_fact_cannot_take_the_name_of_a_method() -> None:
    """A fact called like a method of records would hide it, and is refused."""
    with pytest.raises(ConditionError, match="a fact of Kite cannot be called `known`"):
        type(Record)("Kite", (Record,), {"known": Text("Is it known?")}, path="kite")


def test_a_declared_fact_says_what_it_takes() -> None:
    """The base of declared facts takes nothing itself."""
    with pytest.raises(NotImplementedError):
        DeclaredFact("?").admit(1)


# Copies and pickles.


@pytest.mark.parametrize(
    "declared", [System.uses_ai, Use.stage, Case.id, Case.incidents, Incident.discovered, Data.retention]
)
def test_facts_stay_themselves(declared: DeclaredFact) -> None:
    """A fact, pickled or copied, is the very same fact."""
    assert declared is pickle.loads(pickle.dumps(declared))
    assert declared is copy.deepcopy(declared)


@given(cases())
def test_cases_are_pickled_and_copied_whole(case: Case) -> None:
    """A case, pickled or copied, is equal and has the same hash."""
    for other in (pickle.loads(pickle.dumps(case)), copy.deepcopy(case), copy.copy(case)):
        assert case == other
        assert hash(case) == hash(other)
        assert repr(case) == repr(other)


@pytest.mark.parametrize(
    "error",
    [
        FactValueError("a.b", 1, "text", "x"),
        FactValueError("a.b", "abc", "text", choices=["abd"]),
        FactValueError("a.b", [1], "texts", items=[("[0]", FactValueError("a.b", 1, "text"))]),
        UnknownFactError("abc", ["abd"]),
        InstantError("no"),
    ],
)
def test_errors_are_pickled_whole(error: Exception) -> None:
    """An error that travels from another process keeps its words and its parts."""
    again = pickle.loads(pickle.dumps(error))
    assert type(error) is type(again)
    assert str(error) == str(again)
    assert isinstance(again, AigovkitError)


# The case.


def test_attestations_say_who_did_what_when() -> None:
    """An attestation says whether a duty is done, on which day, by whom, on what evidence; a day stands
    beside `met` true alone.
    """
    full = Attestation(met=True, on=DAY, by="J. Ortiz", evidence="review 2026-014")
    assert (True, DAY, "J. Ortiz", "review 2026-014") == (full.met, full.on, full.by, full.evidence)
    assert INSTANT == Attestation(met=True, on=INSTANT).on
    assert Attestation() == Attestation(by="", evidence="")
    assert None is Attestation(by="").by
    for wrong, where in [
        ({"met": "yes"}, "attestation.met"),
        ({"met": 1}, "attestation.met"),
        ({"met": True, "on": "2026-03-02"}, "attestation.on"),
        ({"met": False, "on": DAY}, "attestation.on"),
        ({"on": DAY}, "attestation.on"),
        ({"met": True, "on": Occurrence.UNDATED}, "attestation.on"),
        ({"by": 5}, "attestation.by"),
        ({"by": "x" * 10_001}, "attestation.by"),
        ({"evidence": 5}, "attestation.evidence"),
    ]:
        with pytest.raises(FactValueError) as caught:
            Attestation(**wrong)
        assert (wrong, where) == (wrong, caught.value.fact)
    with pytest.raises(FactValueError, match="lacks a zone"):
        Attestation(met=True, on=NAIVE)


def test_attestations_are_a_frozen_mapping() -> None:
    """The attestations of a case are a mapping in the order of the ids, equal and hashed by what they
    hold.
    """
    done, undone = Attestation(met=True), Attestation(met=False)
    one = Attestations({"B": undone, "A": done, "C": Attestation()})
    assert ["A", "B"] == list(one)
    assert 2 == len(one)
    assert (done, undone, None) == (one["A"], one["B"], one.get("C"))
    assert {"A": True, "B": False} == one.answers
    assert one == Attestations({"A": done, "B": undone})
    assert hash(one) == hash(Attestations({"A": done, "B": undone}))
    assert one != Attestations()
    assert one != {"A": done, "B": undone}
    assert one == pickle.loads(pickle.dumps(one))
    assert one is Case(attestations=one).attestations
    with pytest.raises(FactValueError, match="`attestations.A` takes an Attestation, not `True`"):
        Attestations({"A": True})  # type: ignore[dict-item]
    for wrong in (3, "A", [done], {done}):
        with pytest.raises(FactValueError, match="`attestations` takes attestations by the ids"):
            Case(attestations=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "provision", ["", " ", "a b", "// A", "A\n", "é", "x" * 101, "\ud800", 3, None, ("A",)]
)
def test_what_is_no_id_of_a_provision_is_refused(provision: Any) -> None:
    """An id that no provision can have is refused where something is attested of it."""
    with pytest.raises(FactValueError, match="ids of provisions: letters, digits, dots, hyphens"):
        Attestations({provision: Attestation(met=True)})
    with pytest.raises(FactValueError, match="ids of provisions"):
        Case(attestations={provision: Attestation()})


def test_what_no_provision_can_be_called_is_not_asked_about_in_vain() -> None:
    """A path that names what no provision can have as its id is refused among what nobody knew."""
    with pytest.raises(FactValueError, match="ids of provisions"):
        Case(not_known=["attestations.a b"])


def test_an_attestation_of_any_provision_is_kept() -> None:
    """An id that a provision can have is kept, be it of a policy that nobody installed, or misspelt."""
    known = {"RUR-1": Attestation(met=False), "SJ-AI-POLICY-22": Attestation(met=True)}
    case = Case(attestations=known, not_known=["attestations.RUR-2"])
    assert known == dict(case.attestations)
    assert case == Case.from_json(case.to_json()) == Case.from_dict(case.to_dict())


WHAT_LOADS = """
import sys
from aigovkit.models import Attestation, Case
loaded = {name for name in sys.modules if name.startswith("aigovkit.")}
case = Case(attestations={"RUR-1": Attestation(met=True), "SJ-AI-POLICY-2": Attestation(met=True)})
case.with_answer("attestations.AZ-S2", True)
print(*sorted({name for name in sys.modules if name.startswith("aigovkit.")} - loaded))
assert case == Case.from_json(case.to_json())
print(*sorted(name for name in sys.modules if name.startswith("aigovkit.jurisdictions.")))
"""


def test_an_attestation_loads_no_policy() -> None:
    """To attest something loads no module, and to write and read it loads no policy."""
    done = subprocess.run([sys.executable, "-c", WHAT_LOADS], capture_output=True, text=True, check=True)
    assert "\n\n" == done.stdout


def test_what_was_asked_in_vain_is_kept_by_path() -> None:
    """The facts nobody could answer are kept once each, in order; a misspelt path is refused."""
    assert ("incidents[0].caused_harm", "use.stage") == Case(
        incidents=[Incident()], not_known=["use.stage", "incidents[0].caused_harm", "use.stage"]
    ).not_known
    with pytest.raises(UnknownFactError, match="did you mean `use.stage`"):
        Case(not_known=["use.stag"])
    for wrong in ("use.stage", 3, [3], {"use.stage": True}):
        with pytest.raises(FactValueError, match="`not_known` takes a list of paths of facts"):
            Case(not_known=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "path", ["incidents[1].caused_harm", "incidents[7].caused_harm", "data.elements[0].name"]
)
def test_nobody_is_asked_about_a_record_that_is_not_there(path: str) -> None:
    """The number of a record among what nobody knew has to be that of one in its list."""
    with pytest.raises(FactValueError, match="paths of facts; `.*` has [01] records?, not"):
        Case(incidents=[Incident()], not_known=[path])
    for odd in (
        "incidents[00].caused_harm",
        "incidents[\u0660].caused_harm",
        "incidents[0].foo",
        "incidents[0]",
    ):
        with pytest.raises(UnknownFactError):
            Case(incidents=[Incident()], not_known=[odd])


def test_what_is_answered_is_no_longer_unknown_to_all() -> None:
    """An answer takes its path from what nobody knew; a new list takes those of its records."""
    paths = ["incidents[0].caused_harm", "incidents[].involves_ai", "use.stage", "attestations.RUR-1"]
    case = Case(incidents=[Incident()], not_known=paths)
    assert tuple(sorted(paths)) == case.not_known
    assert sorted(paths[:2] + paths[3:]) == list(case.with_answer("use.stage", "pilot").not_known)
    assert sorted(paths[:3]) == list(case.with_answer("attestations.RUR-1", True).not_known)
    assert sorted(paths[1:]) == list(case.with_answer("incidents[0].caused_harm", True).not_known)
    assert sorted(paths[2:]) == list(case.with_answer("incidents", []).not_known)


def test_known_facts_are_listed_by_path() -> None:
    """The known facts of a case are listed with their paths, those of listed records with their index."""
    case = Case(
        id="x",
        system=System(uses_ai=False),
        data=Data(elements=[DataElement(name="plate"), DataElement()]),
        incidents=[Incident(caused_harm=True)],
        use=Use(stage="idea"),
    )
    assert [
        ("id", "x"),
        ("incidents[0].caused_harm", True),
        ("system.uses_ai", False),
        ("use.stage", Stage.IDEA),
        ("data.elements[0].name", "plate"),
    ] == list(case.known_facts())
    assert [("incidents", ())] == list(Case(incidents=[]).known_facts())


def test_one_fact_is_answered_by_path() -> None:
    """A case with one fact answered is the same case otherwise, wherever the fact stands."""
    case = Case(id="x", incidents=[Incident(), Incident(involves_ai=True)])
    assert Case(id="x", incidents=case.incidents, system=System(uses_ai=True)) == case.with_answer(
        "system.uses_ai", True
    )
    assert (Incident(), Incident(involves_ai=True, caused_harm=False)) == case.with_answer(
        "incidents[1].caused_harm", False
    ).incidents
    assert (Incident(caused_harm=True), Incident(involves_ai=True)) == case.with_answer(
        "incidents[0]", Incident(caused_harm=True)
    ).incidents
    assert () == case.with_answer("incidents", []).incidents
    assert "y" == case.with_answer("id", "y").id
    assert Attestation(met=False) == case.with_answer("attestations.SJ-1.2", False).attestations["SJ-1.2"]
    done = Attestation(met=True, on=DAY)
    assert {"A": Attestation(met=False), "B": done} == dict(
        case.with_answer("attestations.A", False).with_answer("attestations.B", done).attestations
    )
    assert Case(id="x", incidents=[Incident(), Incident(involves_ai=True)]) == case


@pytest.mark.parametrize(
    "path",
    [
        "system.uses_aii",
        "sistem.uses_ai",
        "incidents[2].caused_harm",
        "incidents[x].caused_harm",
        "incidents[-1].caused_harm",
        "system.uses_ai.more",
        "",
        "known",
        "incidents[0].caused",
    ],
)
def test_answers_to_unknown_facts_are_refused(path: str) -> None:
    """A path that leads to no fact of the case is refused."""
    with pytest.raises(UnknownFactError, match="unknown fact"):
        Case(incidents=[Incident(), Incident()]).with_answer(path, True)


def test_answers_of_the_wrong_type_are_refused() -> None:
    """An answer is checked as if it had been given at first."""
    with pytest.raises(FactValueError, match="`vendor.involved` takes true or false"):
        Case().with_answer("vendor.involved", "yes")
    assert Vendor(involved=True) == Case().with_answer("vendor.involved", True).vendor


def test_sections_are_listed_in_their_order() -> None:
    """The sections of a case come in the order of their declaration, each under its name."""
    names = [name for name, _ in Case().sections()]
    assert ["agency", "actor", "system", "use", "stakes"] == names[:5]
    assert names == list(sections_of(Case))
    assert all(section == sections_of(Case)[name]() for name, section in Case().sections())
    assert all(
        isinstance(declared, DeclaredFact)
        for section in sections_of(Case).values()
        for declared in facts_of(section).values()
    )
    assert Records is type(Case.incidents)
    assert facts.facts_of is facts_of
