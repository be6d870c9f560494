"""Answers as people see them in a terminal, and what they show at all."""

import calendar
import datetime
import re
from pathlib import Path

import pytest

import aigovkit as ag
from aigovkit.citations import Source
from aigovkit.jurisdictions import arizona, san_jose
from aigovkit.language.nodes import ALWAYS, Constant, Points
from aigovkit.models import (
    Actor,
    Agency,
    Attestation,
    Case,
    Data,
    DataElement,
    Incident,
    Scale,
    Step,
    System,
    Use,
    Violation,
)
from aigovkit.page import MOST_QUESTIONS, MOST_UNUSED, page_of, spoken
from aigovkit.policies import policy
from aigovkit.rules import prohibition, score
from aigovkit.text import NARROWEST, describe
from aigovkit.wording import day, money, plain, printable

AS_OF = datetime.date(2026, 3, 2)
UNUSED = "Attested, and used by no rule here"
HOSTILE = '<script>alert("x")</script>\x1b[2J\u202e'
SIGNED = arizona.DIGITAL_BILL_OF_RIGHTS.given(signed_on=datetime.date(2026, 1, 5))


def example(name):
    """One of the examples that stand beside the documentation."""
    return Case.load(Path(__file__).parent.parent / "examples" / "cases" / f"{name}.json")


def kiosk(**more):
    """A kiosk that reads moods from faces, in use by the city."""
    return Case(
        **{"title": "Kiosk", **more},
        agency=Agency(place="us-ca/san-jose"),
        actor=Actor(role="staff", activities=["using"]),
        system=System(
            uses_ai=True, forms=["software"], outputs_automatic=True, effect_on_decisions="augments"
        ),
        use=Use(stage="pilot", deployed_by_agency=True, infers_emotion=True, emotion_signals=["face"]),
        incidents=[
            Incident(
                name=HOSTILE,
                caused_harm=True,
                discovered_by="staff",
                discovered=datetime.date(2026, 2, 1),
                told_supervisor=ag.Occurrence.NEVER,
            )
        ],
    )


def judged(case, **readings):
    return san_jose.AI_POLICY.read(**readings).evaluate(case, as_of=AS_OF)


ANSWERS = {
    "nothing known": lambda: judged(Case()),
    "prohibited": lambda: judged(example("emotion-kiosk")),
    "open": lambda: SIGNED.evaluate(example("plate-readers-amber-alert"), as_of=datetime.date(2028, 9, 3)),
    "open and new": lambda: SIGNED.evaluate(example("vendor-flyer"), as_of=datetime.date(2028, 9, 3)),
    "not in force": lambda: arizona.DIGITAL_BILL_OF_RIGHTS.evaluate(example("park-cameras"), as_of=AS_OF),
    "together": lambda: (san_jose.AI_POLICY & SIGNED).evaluate(example("chatbot-harm"), as_of=AS_OF),
}


@pytest.fixture(scope="module", params=ANSWERS, ids=lambda name: name.replace(" ", "-"))
def answer(request):
    """Answers of every sort: open and settled, in force and not, alone and together."""
    return ANSWERS[request.param]()


def lines_of(page):
    """Everything a page says in its sections."""
    for section in (*page.sections, *(section for part in page.parts for section in part.sections)):
        for item in section.items:
            yield from (item.line, *item.below)


@pytest.mark.parametrize("width", [60, 88, 110])
def test_a_summary_never_exceeds_its_width(answer, width):
    """Lines keep to the width asked for, except those that are one word."""
    long = [line for line in answer.summary(width).splitlines() if len(line) > width]
    assert [] == [line for line in long if len(line.split()) > 1]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("x" * 150, ["x" * 60, "x" * 60, "x" * 30]),
        (f"Short {'x' * 100} end", ["Short", "x" * 60, f"{'x' * 40} end"]),
        (f"{'x' * 59} y  z{' ' * 70}", ["x" * 59, "y  z"]),
        (f"{'x' * 60} {'y' * 60}", ["x" * 60, "y" * 60]),
    ],
    ids=["one word", "a long word", "spaces", "to the margin"],
)
def test_a_long_title_is_broken_at_spaces_and_at_the_margin(title, lines):
    """Lines are as full as words allow; a word longer than a line is broken where it ends."""
    shown = judged(Case(title=title)).summary(60).split("\n")
    assert [*lines, "as of 2 March 2026"] == [line.strip() for line in shown[: len(lines) + 1]]


def test_no_width_is_too_small(answer):
    """Asked for lines of one character, a summary has lines of twenty."""
    assert {True} == {len(line) <= NARROWEST for line in answer.summary(1).split("\n")}


def test_printing_an_evaluation_prints_its_summary(answer):
    """str() of an evaluation is its summary."""
    assert answer.summary() == str(answer)


def test_a_summary_says_all_that_the_page_holds(answer):
    """Every line of the page stands in the text; only questions after the first ones are counted instead."""
    text = " ".join(answer.summary(100_000).split())
    page = page_of(answer)
    folded = {
        str(line)
        for section in (*page.sections, *(section for part in page.parts for section in part.sections))
        if section.first is not None
        for item in section.items[section.first :]
        for line in (item.line, *item.below)
    }
    told = [str(line) for line in lines_of(page) if str(line) not in folded]
    assert [] == [line for line in told if " ".join(line.split()) not in text]
    asked = next((len(s.items) for p in (page, *page.parts) for s in p.sections if s.heading == "Ask"), 0)
    assert (f"and {asked - MOST_QUESTIONS} more" in text) is (asked > MOST_QUESTIONS)


PYTHON = re.compile(r"\b[A-Z]\w+\(\w+=|\bdatetime\.|\bobject at 0x|frozenset\(|\(\d+, \d+, \d+\)|<\w+\.\w+: ")


def test_no_python_reaches_a_reader(answer):
    """Neither a summary nor an explanation shows how Python writes a value."""
    assert [] == PYTHON.findall(answer.summary())
    for part in answer.parts:
        for rule in part.policy.rules:
            assert [] == PYTHON.findall(part.explain(rule.id) + describe(rule))


def test_a_case_without_a_name_is_shown_as_such():
    """An untitled case has a heading all the same."""
    assert judged(Case()).summary().startswith("Untitled case")


def test_a_joint_evaluation_shows_every_part():
    """Several policies are shown one after the other, with the readings that differ."""
    other = san_jose.AI_POLICY.read(automated_decisions="literal")
    joint = (san_jose.AI_POLICY & other).evaluate(kiosk(), as_of=AS_OF).summary()
    assert 2 == joint.count("\nSan José AI Policy 1.7.12   ")
    assert "with automated_decisions read as literal" in joint


def test_a_joint_evaluation_asks_once():
    """What several policies ask stands after all of them, and in none of them."""
    page = page_of((san_jose.AI_POLICY & SIGNED).evaluate(example("park-cameras"), as_of=AS_OF))
    assert ["Of another place, so nothing applies", "Would it be different if", "Ask"] == [
        section.heading for section in page.sections
    ]
    assert [] == [part.title for part in page.parts if any(s.heading == "Ask" for s in part.sections)]


def test_what_a_case_says_is_printable_wherever_it_is_shown():
    """No control character of a case enters a page, whatever renders it."""
    case = kiosk(title=HOSTILE, id=HOSTILE).with_answer("data", Data(elements=[DataElement(name=HOSTILE)]))
    page = page_of(judged(case))
    assert page.title.isprintable()
    assert [] == [line for line in lines_of(page) if not str(line).isprintable()]
    assert any("\\x1b[2J" in str(line) for line in lines_of(page))


def test_owed_duties_of_unknown_state_are_counted_together():
    """Duties that are certainly owed, of which nothing else is known, are one item; those that may not be
    owed are in none.
    """
    (to_do,) = (s for s in page_of(judged(kiosk())).parts[0].sections if s.heading == "To do")
    (owed,) = (item for item in to_do.items if str(item.line).startswith("Owed"))
    assert "SJ-AI-PRIN-1" in [line.name for line in owed.below]
    assert "Owed" not in judged(Case()).summary()


ORDER = Source("Order", issuer="Ruritania")


def order_says(rule, case):
    """What the summary says of a case under an order of one rule."""
    return policy("rur/order", ORDER, time_zone="UTC", entries=[rule]).evaluate(case, as_of=AS_OF).summary()


def test_a_ban_on_a_record_is_shown_once_something_of_it_is_known():
    """A prohibition over a list that is open is shown where one of the records meets a part of it."""
    ban = prohibition(
        "R-1",
        ORDER.at("1"),
        "No harm.",
        when=Incident.caused_harm & Incident.involves_ai,
        each=Case.incidents,
    )
    assert "?  No harm." in order_says(ban, Case(incidents=[Incident(), Incident(caused_harm=True)]))
    assert "?  No harm." not in order_says(ban, Case(incidents=[Incident(), Incident()]))


@pytest.mark.parametrize(
    ("known", "told"),
    [({}, "0 to 6"), ({"uses_ai": True}, "5 to 6"), ({"uses_ai": True, "outputs_automatic": True}, "6")],
)
def test_a_score_shows_its_range(known, told):
    """A score that is not settled is shown from its least to its most."""
    points = Points(((System.uses_ai, 5), (ALWAYS, 0))) + Points(((System.outputs_automatic, 1), (ALWAYS, 0)))
    rule = score("R-2", ORDER.at("2"), "Risk.", points=points)
    assert f"  i  Score {told} " in order_says(rule, Case(system=System(**known)))


def test_a_score_without_bounds_says_which_it_has():
    """A count that nothing bounds is not shown as a number."""
    rule = score("R-3", ORDER.at("3"), "Size.", points=Violation.count)
    assert "  i  Score at least 0 " in order_says(rule, Case())


SIZE = Scale("size", "Size", [Step("small", "Small"), Step("large", "Large", "It needs a plan of its own.")])


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({}, "  i  Size: Small or Large, score 0 to 5 "),
        ({"uses_ai": False}, "  i  Size: Small, score 0 "),
        ({"uses_ai": True}, "  i  Size: Large, score 5 "),
    ],
)
def test_a_step_is_shown_with_the_name_of_its_scale(known, told):
    """The steps still possible stand under the title of their scale; a certain one says what it means."""
    row, bands = [(System.uses_ai, 5), (ALWAYS, 0)], [(0, 2, "small"), (3, 5, "large")]
    rule = score("R-4", ORDER.at("4"), "Size.", points=row, scale=SIZE, bands=bands)
    shown = order_says(rule, Case(system=System(**known)))
    assert told in shown
    assert ("It needs a plan of its own." in shown) is (known == {"uses_ai": True})
    perhaps = score(
        "R-5", ORDER.at("5"), "Size.", points=Constant(5), scale=SIZE, bands=bands, when=Use.novel
    )
    assert "  i  Size: Large, score 5, if it is called for " in order_says(perhaps, Case())


def test_what_is_attested_in_vain_is_shown_with_what_may_be_meant():
    """Under a heading of its own stands what is attested and used by no rule, with what may be meant; of
    many the first are named, and of several policies what none of them uses stands once.
    """
    done = Attestation(met=True)
    case = Case(
        attestations={"SJ-AI-POLICY-22": done, "SJ-AI-POLICY-2": done, "SJ-AI-PROHIBIT-2": done, "RUR": done},
        not_known=["attestations.SJ-AI-RECORD-1"],
    )
    bill = arizona.DIGITAL_BILL_OF_RIGHTS
    both = (san_jose.AI_POLICY & bill).evaluate(case, as_of=AS_OF)
    for page in (page_of(san_jose.AI_POLICY.evaluate(case, as_of=AS_OF)), page_of(both)):
        sections = [*page.sections, *(section for part in page.parts for section in part.sections)]
        [unused] = [section for section in sections if section.heading == UNUSED]
        assert ["RUR", "SJ-AI-POLICY-22", "SJ-AI-PROHIBIT-2", "SJ-AI-RECORD-1 (asked, not known)"] == [
            str(item.line) for item in unused.items
        ]
        assert [
            (),
            ("did you mean `SJ-AI-POLICY-2` or `SJ-AI-POLICY-3` or `SJ-AI-POLICY-1`?",),
            ("no attestation decides it",),
        ] == [tuple(map(str, item.below)) for item in unused.items[:3]]
        assert "SJ-AI-RECORDS-1" in str(unused.items[3].below[0])
    many = Case(attestations={f"RUR-{number}": done for number in range(1_022)})
    [part] = page_of(bill.evaluate(many, as_of=AS_OF)).parts
    assert "and 1,002 more" == str(part.sections[-1].items[MOST_UNUSED].line)
    assert UNUSED not in str(bill.evaluate(Case(), as_of=AS_OF))


def test_a_rule_is_described_with_what_it_speaks_of_before_its_condition():
    """The list that a rule looks through stands above the condition each of its records is held against."""
    rule = san_jose.AI_POLICY.rule("SJ-AI-INCIDENT-24H")
    lines = describe(rule).splitlines()
    assert lines.index("Applies when:") == lines.index("For each of: incidents") + 1


def test_an_unmodelled_provision_is_described_with_the_reason():
    """A provision that no rule models says why."""
    (entry,) = (entry for entry in san_jose.AI_POLICY.entries if entry.id == "SJ-AI-META-1")
    assert f"No rule models it: {entry.note}" == describe(entry).splitlines()[-1]


def test_ordinary_text_is_left_alone():
    """Accents and other scripts are printable; controls and overrides are escaped."""
    assert "Résumé 東京" == printable("Résumé 東京")
    assert "a\\nb\\x00" == printable("a\nb\x00")


@pytest.mark.parametrize(
    ("cents", "words"), [(50_000_00, "$50,000"), (10, "$0.10"), (10**20 + 1, "$1,000,000,000,000,000,000.01")]
)
def test_money_is_shown_in_dollars(cents, words):
    """Whole dollars have no decimals, cents have two, and no amount is rounded."""
    assert words == money(cents)


def test_days_are_written_in_english():
    """A day is written with the English name of its month, whatever language the program is set to."""
    written = [day(datetime.date(2026, month, 5)) for month in range(1, 13)]
    assert [f"5 {name} 2026" for name in calendar.month_name[1:]] == written


def test_instants_show_their_clock():
    """An instant is shown with its hour and the name of its zone."""
    zone = datetime.timezone(datetime.timedelta(hours=-8), "PST")
    assert "3 March 2026 at 09:05 PST" == day(datetime.datetime(2026, 3, 3, 9, 5, tzinfo=zone))


def test_outcomes_are_words():
    """One outcome is its name, a range says that it is open and what it lies between."""
    assert "NOT APPLICABLE" == spoken(ag.Outcome.NOT_APPLICABLE, ag.Outcome.NOT_APPLICABLE)
    assert "UNDETERMINED, from NO OBJECTION to PROHIBITED" == spoken(
        ag.Outcome.NO_OBJECTION, ag.Outcome.PROHIBITED
    )
    assert "not known" == plain("not_known")
