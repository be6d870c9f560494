"""The classes of a data element, summed up: why, by which law, certain or not, and the strictest."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small_policies import small
from strategies import NOW, ORDER

from aigovkit.answers import ClassFound, Classified
from aigovkit.errors import PolicyError
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.models import Case, Data, DataClass, DataElement
from aigovkit.models.vocabulary import DataCategory, Regime
from aigovkit.rules import Classification, Rule, classification, definition, exception, prohibition
from aigovkit.wording import plain

PUBLIC, PROTECTED, SENSITIVE, STRATEGIC = DataClass
IDENTIFIES = DataElement.identifies_person


def sorts(id: str, falls_in: DataClass, when: Any, **options: Any) -> Classification:
    """A rule that puts elements in a class."""
    return classification(
        id, ORDER.at(id), "It falls there.", of=Data.elements, falls_in=falls_in, when=when, **options
    )


HEALTH = sorts("C-1", SENSITIVE, DataElement.category.is_(DataCategory.HEALTH), regime=Regime.HIPAA)
LISTED = sorts("C-2", SENSITIVE, DataElement.designated_sensitive)
HARMFUL = sorts("C-3", PROTECTED, IDENTIFIES & DataElement.harm_if_disclosed)
OPEN = sorts("C-4", PUBLIC, IDENTIFIES & DataElement.publicly_available)
TURNED = sorts("C-5", STRATEGIC, DataElement.strategic_value)
RANKED = (PUBLIC, PROTECTED, SENSITIVE)


def classed(*rules: Rule, ranked: Any = RANKED, **facts: Any) -> Classified:
    """The one element of a case, with its classes."""
    case = Case(data=Data(elements=[DataElement(name="ward", **facts)]))
    (found,) = small(*rules, class_order=ranked).evaluate(case, as_of=NOW).classified
    return found


def test_an_element_has_each_of_its_classes_once_with_reason_and_regime() -> None:
    """Rules that put an element in the same class are summed up; an open class says what it hangs on."""
    found = classed(
        HEALTH,
        LISTED,
        HARMFUL,
        TURNED,
        category="health",
        designated_sensitive=True,
        identifies_person=True,
        strategic_value=False,
    )
    assert (
        ClassFound(
            SENSITIVE,
            True,
            ("C-1", "C-2"),
            ("hipaa",),
            ("data.elements[0].category is fact of health", "data.elements[0].designated_sensitive is yes"),
        ),
        ClassFound(PROTECTED, False, ("C-3",), unknown=("data.elements[0].harm_if_disclosed",)),
    ) == found.classes
    assert (SENSITIVE, SENSITIVE, SENSITIVE) == (found.at_least, found.at_most, found.strictest)


def test_what_makes_a_class_certain_is_told_without_what_only_might() -> None:
    """Of a class that one rule settles, the rules that may bring it too are no reasons."""
    found = classed(HEALTH, LISTED, category="health")
    assert [("C-1",)] == [one.provisions for one in found.classes]
    assert ("C-1", "C-2") == classed(HEALTH, LISTED).classes[0].provisions


def test_the_strictest_class_has_a_range_while_facts_are_unknown() -> None:
    """What is certain is the least, what may be is the most, and only where both agree there is one."""
    known = {"identifies_person": True, "publicly_available": True}
    found = classed(OPEN, HARMFUL, **known)
    assert (PUBLIC, PROTECTED, None) == (found.at_least, found.at_most, found.strictest)
    harmless = classed(OPEN, HARMFUL, **known, harm_if_disclosed=False)
    assert PUBLIC is harmless.strictest
    nothing = classed(HARMFUL, identifies_person=False)
    assert ((), None, None) == (nothing.classes, nothing.at_least, nothing.at_most)


def test_what_the_text_does_not_rank_is_neither_stricter_nor_milder() -> None:
    """A class outside the order is told beside the strictest; without an order nothing is the strictest."""
    facts = {"category": "health", "strategic_value": True}
    found = classed(HEALTH, TURNED, **facts)
    assert [SENSITIVE, STRATEGIC] == [one.data_class for one in found.classes]
    assert SENSITIVE is found.strictest
    assert classed(HEALTH, TURNED, ranked=(), **facts).strictest is None


def test_every_element_of_the_case_is_accounted_for() -> None:
    """Elements that fall in no class are listed with none; a policy that sorts no data lists nothing."""
    case = Case(data=Data(elements=[DataElement(name="a", category="health"), DataElement(category="name")]))
    result = small(HEALTH).evaluate(case, as_of=NOW)
    assert [("a", 1), ("data.elements[1]", 0)] == [
        (one.element, len(one.classes)) for one in result.classified
    ]
    assert "data.elements[1]: in no class" in str(result)
    ban = prohibition("R-1", ORDER.at("1"), "No.", when=Data.elements.some(IDENTIFIES))
    assert () == small(ban).evaluate(case, as_of=NOW).classified
    assert () == small(HEALTH).evaluate(Case(), as_of=NOW).classified


def test_an_exception_and_a_definition_are_seen_through() -> None:
    """A class that an exception lifts is none, and a defined term is the reason by its name."""
    term = definition(
        "D-1", ORDER.at("1"), "It is so.", means=IDENTIFIES, term="it names someone", each=Data.elements
    )
    rule = sorts("C-6", PROTECTED, term)
    lifted = exception(
        "E-1", ORDER.at("2"), "Not there.", to=rule, when=DataElement.publicly_available, each=Data.elements
    )
    facts = {"identifies_person": True, "publicly_available": False}
    assert ("it names someone",) == classed(term, rule, lifted, **facts).classes[0].because
    assert () == classed(term, rule, lifted, identifies_person=True, publicly_available=True).classes


PAIRS = Ambiguity(
    "pairs",
    "Is one of the two enough?",
    {"one": "yes", "both": "no"},
    default="one",
    why="The text says or.",
    citation=ORDER.at("3"),
)


def test_a_class_by_reading_names_the_ambiguity() -> None:
    """Where another reading would say otherwise of the element, the class names the ambiguity."""
    both = IDENTIFIES & DataElement.harm_if_disclosed
    rule = sorts("C-7", PROTECTED, PAIRS.reads(one=IDENTIFIES | DataElement.harm_if_disclosed, both=both))
    known = {"identifies_person": True, "harm_if_disclosed": False}
    assert ("pairs",) == classed(rule, **known).classes[0].readings
    agreed = {"identifies_person": True, "harm_if_disclosed": True}
    assert () == classed(rule, **agreed).classes[0].readings


def test_a_class_that_another_reading_alone_gives_is_told_apart() -> None:
    """An element is not in it, and the answer says under which ambiguity it would be, or might."""
    both = IDENTIFIES & DataElement.harm_if_disclosed
    rule = sorts("C-7", PROTECTED, PAIRS.reads(one=both, both=IDENTIFIES))
    found = classed(rule, identifies_person=True, harm_if_disclosed=False)
    assert ((), None, None) == (found.classes, found.at_least, found.at_most)
    assert (ClassFound(PROTECTED, False, ("C-7",), readings=("pairs",)),) == found.otherwise
    assert () == classed(rule, identifies_person=False).otherwise
    open_too = sorts("C-8", PROTECTED, DataElement.designated_sensitive)
    perhaps = classed(rule, open_too, identifies_person=True, harm_if_disclosed=False)
    assert (("C-8",), ("pairs",)) == (perhaps.classes[0].provisions, perhaps.classes[0].readings)
    assert () == perhaps.otherwise
    case = Case(data=Data(elements=[DataElement(name="a", identifies_person=True, harm_if_disclosed=False)]))
    result = small(rule).evaluate(case, as_of=NOW)
    assert "by another reading protected PII by C-7; depends on pairs" in str(result)
    assert ["C-7"] == json.loads(result.to_json())["classified"][0]["otherwise"][0]["provisions"]


def test_page_and_json_sum_up_the_classes() -> None:
    """A person reads classes, reason and law in a few lines; a program has each key."""
    elements = [DataElement(name="ward", category="health", identifies_person=True, harm_if_disclosed=False)]
    result = small(HEALTH, HARMFUL, LISTED, class_order=RANKED).evaluate(
        Case(data=Data(elements=elements)), as_of=NOW
    )
    text = str(result)
    assert "i  ward: sensitive" in text
    assert "sensitive by C-1, HIPAA; because data.elements[0].category is fact of health" in text
    (row,) = json.loads(result.to_json())["classified"]
    assert {
        "element": "ward",
        "at_least": "sensitive",
        "at_most": "sensitive",
        "classes": [
            {
                "data_class": "sensitive",
                "certain": True,
                "provisions": ["C-1"],
                "regimes": ["hipaa"],
                "because": ["data.elements[0].category is fact of health"],
                "unknown": [],
                "readings": [],
            }
        ],
        "otherwise": [],
    } == row
    assert ["hipaa", ""] == [one.regime for one in result.data_classes]


def test_a_regime_is_shown_by_its_label_however_it_was_written() -> None:
    """Written as its code a law of the vocabulary is that word; another law stays as it is written."""
    written = [
        sorts("C-1", SENSITIVE, IDENTIFIES, regime=regime)
        for regime in (Regime.HIPAA, "hipaa", "the federal rules")
    ]
    assert ["HIPAA", "HIPAA", "the federal rules"] == [plain(rule.regime) for rule in written]


@pytest.mark.parametrize("order", [["sensitive"], [SENSITIVE, SENSITIVE], 5, "public_pii"])
def test_an_order_of_classes_names_each_once(order: Any) -> None:
    """What is no class, or comes twice, is refused, and the error says what an order looks like."""
    with pytest.raises(PolicyError, match="`class_order` takes classes of data from the mildest"):
        small(HEALTH, class_order=order)


def test_an_order_is_part_of_the_policy() -> None:
    """Another order is another version of the policy; none leaves the version as it is."""
    versions = {small(HEALTH, class_order=one).version for one in ((), RANKED, RANKED[::-1])}
    assert 3 == len(versions)
    assert small(HEALTH).version == small(HEALTH, class_order=()).version


def test_of_several_classes_the_strictest_is_told() -> None:
    """Beside more than one class stands which of them is the strictest."""
    elements = [DataElement(name="ward", category="health", identifies_person=True, publicly_available=True)]
    case = Case(data=Data(elements=elements))
    text = str(small(HEALTH, OPEN, class_order=RANKED).evaluate(case, as_of=NOW))
    assert "i  ward: sensitive, public PII; the strictest is sensitive" in text
