"""Answers as people see them: in a terminal and in a notebook."""

import datetime
import re

import aigovkit as ag
from aigovkit.jurisdictions import san_jose
from aigovkit.models import Actor, Agency, Case, DataElement, Incident, System, Use
from aigovkit.page import money, printable

AS_OF = datetime.date(2026, 3, 2)
HOSTILE = '<script>alert("x")</script>\x1b[2J\u202e'


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


def test_a_summary_never_exceeds_its_width():
    """Lines keep to the width asked for, except words that are longer."""
    for width in (60, 88, 110):
        text = san_jose.AI_POLICY.evaluate(kiosk(), as_of=AS_OF).summary(width)
        assert [] == [line for line in text.splitlines() if len(line) > width]


def test_printing_an_evaluation_prints_its_summary():
    """str() of an evaluation is its summary."""
    answer = san_jose.AI_POLICY.evaluate(kiosk(), as_of=AS_OF)
    assert answer.summary() == str(answer)


def test_a_case_without_a_name_is_shown_as_such():
    """An untitled case has a heading all the same."""
    assert san_jose.AI_POLICY.evaluate(Case(), as_of=AS_OF).summary().startswith("Untitled case")


def test_the_notebook_display_escapes_everything_from_the_case():
    """No markup and no control character of a case reaches the HTML."""
    page = san_jose.AI_POLICY.evaluate(kiosk(title=HOSTILE, id=HOSTILE), as_of=AS_OF)._repr_html_()
    assert "<script" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;" in page


def test_the_notebook_display_says_what_the_text_says():
    """The HTML has the verdict, the reasons with citations, the duties, the open law and the disclaimer."""
    answer = san_jose.AI_POLICY.evaluate(kiosk(), as_of=AS_OF)
    page = re.sub(r"<style>.*?</style>|<[^>]+>", " ", answer._repr_html_())
    for words in (
        "PROHIBITED",
        "as of 2 March 2026",
        "No emotion analysis",
        "Prohibited Uses, bullet 2",
        "Report the harm",
        "not legal advice",
        "Facts:",
    ):
        assert words in page


def test_a_joint_evaluation_shows_every_part():
    """Several policies are shown one after the other, in text and in a notebook."""
    other = san_jose.AI_POLICY.read(automated_decisions="functional")
    joint = (san_jose.AI_POLICY & other).evaluate(kiosk(), as_of=AS_OF)
    assert 2 == joint.summary().count("San José AI Policy 1.7.12")
    assert "with automated_decisions read as functional" in joint.summary()
    assert 2 == joint._repr_html_().count("San José AI Policy 1.7.12")


def test_printable_leaves_ordinary_text_alone():
    """Accents and other scripts are printable; controls and overrides are escaped."""
    assert "Résumé 東京" == printable("Résumé 東京")
    assert "a\\nb\\x00" == printable("a\nb\x00")


def test_money_is_shown_in_dollars():
    """Whole dollars have no decimals, cents have two."""
    assert ("$50,000", "$0.10") == (money(50_000_00), money(10))


def test_data_elements_show_escaped():
    """The name of a data element is shown escaped wherever it is shown."""
    case = Case(data=ag.models.Data(elements=[DataElement(name=HOSTILE)]))
    assert "\x1b" not in san_jose.AI_POLICY.evaluate(case, as_of=AS_OF).summary()
