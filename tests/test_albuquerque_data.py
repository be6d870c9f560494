"""Albuquerque's classes of data: the whole table of the text, photos, several at once, names of columns."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigovkit.answers import Classified
from aigovkit.errors import InputError
from aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data import PII_POLICY
from aigovkit.models import Actor, Agency, Case, Data, DataCategory, DataClass, DataElement
from aigovkit.models.data import HOLDS_OTHERS

DAY = date(2026, 1, 20)
PUBLIC, PROTECTED, SENSITIVE, STRATEGIC = DataClass
CITY = Agency(place="us-nm/albuquerque")

OF_A_RESIDENT: dict[str, Any] = {
    "subjects": ["residents"],
    "identifies_person": True,
    "publicly_available": False,
    "regimes": [],
    "considered_strategic": False,
}
OF_AN_EMPLOYEE = {**OF_A_RESIDENT, "subjects": ["employees"]}
OF_THE_CITY = {**OF_A_RESIDENT, "subjects": ["no_one"], "identifies_person": False}


def classified(**facts: Any) -> Classified:
    return PII_POLICY.classify(DataElement(**facts), as_of=DAY)


def classes(found: Classified) -> tuple[bool | None, ...]:
    """Of each class whether the element falls in it; None where that is open."""
    certain = {one.data_class: one.certain or None for one in found.classes}
    return tuple(certain.get(one, False) for one in DataClass)


# What the text says of each item: public, protected, sensitive, strategic. Sensitive is open (None) wherever
# the examples do not name an item, since they are no limit and nothing is known of a designation.

CITIZEN, STAFF, NOBODY = OF_A_RESIDENT, OF_AN_EMPLOYEE, OF_THE_CITY
TABLE: list[tuple[str, dict[str, Any], dict[str, Any], tuple[bool | None, ...]]] = [
    ("name", CITIZEN, {}, (True, False, None, False)),
    ("single_name", CITIZEN, {}, (False, None, None, False)),
    ("single_name", {**CITIZEN, "identifies_person": False}, {}, (False, False, None, False)),
    ("home_address", CITIZEN, {}, (True, False, None, False)),
    ("home_address", STAFF, {}, (True, False, True, False)),
    ("home_address", CITIZEN, {"harm_if_disclosed": True}, (False, True, None, False)),
    ("home_address", {**CITIZEN, "subjects": ["contractor_workers"]}, {}, (True, False, None, False)),
    ("other_address", STAFF, {}, (True, False, None, False)),
    ("work_telephone", STAFF, {}, (True, False, None, False)),
    ("work_email", STAFF, {}, (True, False, None, False)),
    ("home_telephone", CITIZEN, {}, (True, False, None, False)),
    ("home_telephone", STAFF, {}, (True, False, True, False)),
    ("mobile_telephone", CITIZEN, {}, (True, False, None, False)),
    ("mobile_telephone", STAFF, {}, (True, False, True, False)),
    ("educational_credentials", CITIZEN, {}, (True, False, None, False)),
    ("educational_credentials", CITIZEN, {"regimes": ["ferpa"]}, (True, False, True, False)),
    ("personal_email", CITIZEN, {}, (True, False, None, False)),
    ("photo_video", CITIZEN, {"contains": []}, (True, False, None, False)),
    ("photo_video", CITIZEN, {"contains": ["name"]}, (True, False, None, False)),
    ("photo_video", CITIZEN, {"contains": ["social_security_number"]}, (False, True, True, False)),
    ("photo_video", CITIZEN, {"contains": ["biometric"]}, (False, True, None, False)),
    ("photo_video", NOBODY, {"contains": ["network_diagram"]}, (False, False, None, True)),
    ("photo_video", CITIZEN, {}, (None, None, None, None)),
    ("audio", CITIZEN, {"contains": []}, (True, False, None, False)),
    ("audio", CITIZEN, {"contains": ["social_security_number"]}, (False, True, True, False)),
    ("document", CITIZEN, {"contains": ["name", "social_security_number"]}, (False, True, True, False)),
    ("document", CITIZEN, {"contains": ["name", "work_email"]}, (True, False, None, False)),
    ("social_security_number", {}, {}, (False, True, True, False)),
    ("credential", CITIZEN, {}, (False, True, True, False)),
    ("password", CITIZEN, {"joined_with": []}, (False, None, True, False)),
    ("password", CITIZEN, {"joined_with": [], "harm_if_disclosed": True}, (False, True, True, False)),
    ("password", CITIZEN, {"joined_with": ["user_name"]}, (False, True, True, False)),
    ("user_name", CITIZEN, {"joined_with": []}, (False, None, True, False)),
    ("user_name", {**CITIZEN, "identifies_person": False}, {"joined_with": []}, (False, False, True, False)),
    ("user_name", CITIZEN, {"joined_with": ["password"]}, (False, True, True, False)),
    ("user_name", CITIZEN, {}, (False, None, True, False)),
    ("system_id", NOBODY, {}, (False, False, True, False)),
    ("passport_number", CITIZEN, {}, (False, True, True, False)),
    ("alien_registration_number", CITIZEN, {}, (False, True, True, False)),
    ("other_identifying_number", CITIZEN, {}, (False, None, True, False)),
    ("pin", CITIZEN, {}, (False, None, None, False)),
    ("card_number", CITIZEN, {}, (False, True, True, False)),
    ("card_number", NOBODY, {}, (False, False, True, False)),
    ("debit_card_number", CITIZEN, {}, (False, True, None, False)),
    ("card_expiration", CITIZEN, {}, (False, None, True, False)),
    ("card_verification", CITIZEN, {}, (False, None, True, False)),
    ("bank_account_number", CITIZEN, {}, (False, True, True, False)),
    ("bank_account_number", {**CITIZEN, "subjects": ["sole_traders"]}, {}, (False, True, True, False)),
    ("bank_account_number", NOBODY, {}, (False, False, True, False)),
    ("bank_account_number", {**NOBODY, "subjects": ["organisations"]}, {}, (False, False, True, False)),
    ("other_banking", CITIZEN, {}, (False, True, None, False)),
    ("clearance", STAFF, {}, (False, True, None, False)),
    ("biometric", {}, {"regimes": [], "publicly_available": False}, (False, True, None, False)),
    ("birth", CITIZEN, {}, (False, True, None, False)),
    ("date_of_birth", CITIZEN, {"joined_with": []}, (False, None, None, False)),
    ("date_of_birth", CITIZEN, {"joined_with": [], "harm_if_disclosed": True}, (False, True, None, False)),
    ("date_of_birth", CITIZEN, {"joined_with": [], "harm_if_disclosed": False}, (False, False, None, False)),
    ("date_of_birth", CITIZEN, {"joined_with": ["place_of_birth"]}, (False, True, None, False)),
    ("place_of_birth", CITIZEN, {"joined_with": []}, (False, None, None, False)),
    ("place_of_birth", CITIZEN, {"joined_with": ["date_of_birth"]}, (False, True, None, False)),
    ("maiden_name", {}, {"regimes": [], "publicly_available": False}, (False, True, None, False)),
    (
        "criminal_record",
        {**CITIZEN, "publicly_available": True},
        {"contains": []},
        (False, True, None, False),
    ),
    ("medical_record", CITIZEN, {"contains": []}, (False, True, None, False)),
    ("medical_record", CITIZEN, {"contains": [], "regimes": ["hipaa"]}, (False, True, True, False)),
    ("financial_record", CITIZEN, {"contains": []}, (False, True, None, False)),
    ("health", CITIZEN, {}, (False, None, None, False)),
    ("transcript", CITIZEN, {"contains": []}, (False, True, True, False)),
    ("hr_record", STAFF, {"contains": []}, (False, None, None, False)),
    ("location", {**CITIZEN, "publicly_available": True}, {}, (None, None, None, False)),
    (
        "location",
        {**CITIZEN, "publicly_available": True},
        {"harm_if_disclosed": False},
        (True, False, None, False),
    ),
    ("other", NOBODY, {"contains": [], "regimes": ["fisma"]}, (False, False, True, False)),
    ("other", NOBODY, {"contains": [], "regimes": ["pci_dss"]}, (False, False, True, False)),
    ("biometric", CITIZEN, {"designated_sensitive": True}, (False, True, True, False)),
    ("clearance", STAFF, {"designated_sensitive": False}, (False, True, False, False)),
    ("network_diagram", NOBODY, {"contains": []}, (False, False, None, True)),
    ("infrastructure_layout", NOBODY, {"contains": []}, (False, False, None, True)),
    ("server_name", NOBODY, {}, (False, False, None, True)),
    ("ip_address", NOBODY, {}, (False, False, None, True)),
    ("ip_address", CITIZEN, {}, (False, None, None, False)),
    ("security_detail", NOBODY, {"contains": []}, (False, False, None, False)),
    (
        "security_detail",
        NOBODY,
        {"contains": [], "considered_strategic": True, "strategic_value": True},
        (False, False, None, True),
    ),
    (
        "security_detail",
        NOBODY,
        {"contains": [], "considered_strategic": True, "strategic_value": False},
        (False, False, None, False),
    ),
]


@pytest.mark.parametrize(
    ("category", "known", "more", "expected"),
    TABLE,
    ids=[f"{number}-{category}" for number, (category, *_) in enumerate(TABLE)],
)
def test_the_table_of_classes(
    category: str, known: dict[str, Any], more: dict[str, Any], expected: tuple[bool | None, ...]
) -> None:
    """Each item of the lists, and what they leave out, falls in the classes that the words give it."""
    assert expected == classes(classified(category=category, **{**known, **more}))


def test_the_table_has_every_category() -> None:
    """No category is left out, but for those that no list of the text is near."""
    unlisted = {"free_text", "case_record", "demographics", "license_plate"}
    assert {str(one) for one in DataCategory} - {category for category, *_ in TABLE} == unlisted


BY_READING = [
    ("home_address", {"harm_if_disclosed": True}, PROTECTED, "listed_as_public"),
    ("mobile_telephone", {}, PUBLIC, "near_kinds"),
    ("audio", {"contains": []}, PUBLIC, "near_kinds"),
    ("passport_number", {}, SENSITIVE, "identification_numbers"),
    ("other_identifying_number", {}, SENSITIVE, "identification_numbers"),
    ("date_of_birth", {"joined_with": []}, PROTECTED, "pairs"),
    ("password", {"joined_with": []}, PROTECTED, "pairs"),
    ("health", {}, PROTECTED, "medical_records"),
    ("photo_video", {"contains": ["name"]}, PUBLIC, "any_of_the_above"),
]


@pytest.mark.parametrize(("category", "more", "data_class", "ambiguity"), BY_READING)
def test_a_class_that_hangs_on_a_reading_says_so(
    category: str, more: dict[str, Any], data_class: DataClass, ambiguity: str
) -> None:
    """Where the text is open, the class names the ambiguity."""
    found = classified(category=category, **{**CITIZEN, **more})
    (one,) = (one for one in (*found.classes, *found.otherwise) if one.data_class is data_class)
    assert ambiguity in one.readings


def test_an_element_has_every_class_with_why_and_by_which_law() -> None:
    """An employee's home address is public and sensitive at once; a transcript comes with FERPA."""
    address = classified(category="home_address", **STAFF)
    assert [("public_pii", ("ABQ-PII-PUBLIC-2",)), ("sensitive", ("ABQ-SENS-3",))] == [
        (str(one.data_class), one.provisions) for one in address.classes
    ]
    transcript = classified(category="transcript", contains=[], **CITIZEN)
    assert {"ferpa"} == {regime for one in transcript.classes for regime in one.regimes}
    record = classified(category="criminal_record", **{**CITIZEN, "regimes": ["cjis"]})
    assert ("cjis",) == next(one.regimes for one in record.classes if one.data_class is PROTECTED)
    medical = classified(category="medical_record", **{**CITIZEN, "regimes": ["hipaa"]})
    assert ("hipaa",) == next(one.regimes for one in medical.classes if one.data_class is SENSITIVE)


RANK = {False: 0, None: 1, True: 2}


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([DataCategory.PHOTO_VIDEO, DataCategory.AUDIO]),
    st.sets(st.sampled_from([one for one in DataCategory if one not in HOLDS_OTHERS]), max_size=3),
    st.sets(st.sampled_from([one for one in DataCategory if one not in HOLDS_OTHERS]), max_size=2),
    st.sampled_from([["residents"], ["employees"], ["no_one"]]),
    st.sampled_from([True, False, None]),
)
def test_what_a_photo_is_found_to_show_never_lowers_its_class(
    category: DataCategory,
    shown: set[DataCategory],
    more: set[DataCategory],
    subjects: list[str],
    harm: bool | None,
) -> None:
    """The more is seen in a photo, the stricter it is classed, but that it is no longer public."""
    facts = {**CITIZEN, "subjects": subjects, "harm_if_disclosed": harm, "category": category}
    less = classes(classified(contains=sorted(shown), **facts))
    found = classes(classified(contains=sorted(shown | more), **facts))
    assert all(RANK[one] <= RANK[other] for one, other in zip(less[1:], found[1:], strict=True))
    assert found[0] is not True or found[1] is False


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(list(DataCategory)),
    st.sets(st.sampled_from(list(DataCategory)), max_size=3),
    st.sampled_from([["residents"], ["employees"], ["no_one"], None]),
    st.sampled_from([True, False, None]),
)
def test_nobody_is_told_that_protected_data_is_public(
    category: DataCategory, contains: set[DataCategory], subjects: list[str] | None, harm: bool | None
) -> None:
    """No element is both types of PII, and of what is public it is settled that it is not protected."""
    facts: dict[str, Any] = {"contains": sorted(contains)} if category in HOLDS_OTHERS else {}
    found = classes(classified(category=category, subjects=subjects, harm_if_disclosed=harm, **facts))
    assert found[0] is not True or found[1] is False


def test_the_words_of_the_law_are_the_same_alone_and_among_others() -> None:
    """`classify` says of one element what an evaluation says of it among others."""
    elements = [
        DataElement(name=f"{number}", category=category, **{**known, **more})
        for number, (category, known, more, _) in enumerate(TABLE)
    ]
    case = Case(agency=CITY, data=Data(elements=elements))
    together = PII_POLICY.evaluate(case, as_of=DAY).classified
    assert [classes(one) for one in together] == [expected for *_, expected in TABLE]
    assert [[one.data_class for one in each.classes] for each in together] == [
        [one.data_class for one in PII_POLICY.classify(element, as_of=DAY).classes] for element in elements
    ]


def test_what_nobody_has_looked_at_is_handled_as_protected() -> None:
    """Photos of which the contents are not known: their type is open, and care is advised."""
    photos = DataElement(name="photos", category="photo_video", **CITIZEN)
    case = Case(agency=CITY, actor=Actor(role="staff", device="agency"), data=Data(elements=[photos]))
    result = PII_POLICY.evaluate(case, as_of=DAY)
    assert "advised" == str(result.finding("ABQ-PII-ID-0-CARE").status)
    looked_at = case.with_answer("data.elements[0].contains", [])
    assert "not_applicable" == str(
        PII_POLICY.evaluate(looked_at, as_of=DAY).finding("ABQ-PII-ID-0-CARE").status
    )


def test_what_cannot_matter_is_not_asked() -> None:
    """Whose card it is decides whether its number is PII; that it is public would change nothing."""
    card = DataElement(name="cards", category="card_number")
    case = Case(
        agency=CITY, actor=Actor(role="staff", device="agency"), data=Data(elements=[card]), waivers=[]
    )
    asked = {one.fact for one in PII_POLICY.evaluate(case, as_of=DAY).questions}
    assert "data.elements[0].subjects" in asked
    assert "data.elements[0].publicly_available" not in asked


def test_what_has_no_meaning_beside_the_rest_is_no_input() -> None:
    """A name in which a number is said to be would pass for public, and nobody would see the number."""
    torn = DataElement(category="name", contains=["social_security_number"], subjects=["residents"])
    with pytest.raises(InputError, match=r"data\.elements\[0\]\.contains.*category is first and last name"):
        PII_POLICY.classify(torn, as_of=DAY)


# Names of columns


@pytest.mark.parametrize(
    ("column", "categories"),
    [
        ("firstname", ["single_name"]),
        ("FULLNAME", ["name"]),
        ("dateofbirth", ["date_of_birth"]),
        ("socialsecuritynumber", ["social_security_number"]),
        ("email_address", ["work_email", "personal_email"]),
        ("emailaddress", ["work_email", "personal_email"]),
        ("Emp ID", ["other_identifying_number"]),
        ("résumé", ["document"]),
        ("Mother’s Maiden Name", ["maiden_name"]),
        ("", []),
    ],
)
def test_columns_are_named_in_many_ways(column: str, categories: list[str]) -> None:
    """Words run together, shortened, or with accents."""
    (suggestion,) = PII_POLICY.suggest_classes([column], as_of=DAY)
    assert categories == [str(one) for one in suggestion.categories]


def test_names_of_columns_suggest_classes_and_decide_nothing() -> None:
    """A suggestion says that it is one, and what it suggests changes no evaluation."""
    ssn, mail, nothing = PII_POLICY.suggest_classes(["ssn", "work_email", "x17"], as_of=DAY)
    assert ([DataCategory.SOCIAL_SECURITY_NUMBER], (PROTECTED, SENSITIVE)) == ([*ssn.categories], ssn.classes)
    assert "ssn: suggests Social Security number (protected PII, sensitive)" == str(ssn)
    assert ([DataCategory.WORK_EMAIL], (PUBLIC, SENSITIVE)) == ([*mail.categories], mail.classes)
    assert (False, False) == tuple(one.certain for one in mail.classified[0].classes)
    assert ((), (), ()) == (nothing.categories, nothing.classified, nothing.classes)
    named = DataElement(name="ssn")
    assert (None, None, None) == classes(PII_POLICY.classify(named, as_of=DAY))[:3]
    for wrong in ("ssn", b"ssn", None, 5):
        with pytest.raises(InputError, match="a list of the names of columns"):
            PII_POLICY.suggest_classes(wrong, as_of=DAY)  # type: ignore[arg-type]
    with pytest.raises(InputError, match=r"\$\[1\]: the name of a column, not `None`"):
        PII_POLICY.suggest_classes(["ssn", None], as_of=DAY)  # type: ignore[list-item]
    with pytest.raises(InputError, match="sorts a `DataElement`"):
        PII_POLICY.classify("ssn", as_of=DAY)  # type: ignore[arg-type]
