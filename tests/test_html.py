"""Answers as people see them in a notebook."""

import datetime
import html
import re

import pytest
from test_text import ANSWERS, AS_OF, HOSTILE, judged, kiosk, lines_of

from aigovkit.jurisdictions import san_jose
from aigovkit.models import Agency, Case
from aigovkit.page import MOST_QUESTIONS, page_of


def words_of(markup):
    """What is left of HTML when it is read."""
    return " ".join(html.unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", markup, flags=re.DOTALL)).split())


@pytest.fixture(scope="module", params=ANSWERS, ids=lambda name: name.replace(" ", "-"))
def answer(request):
    """Answers of every sort: open and settled, in force and not, alone and together."""
    return ANSWERS[request.param]()


def test_the_notebook_display_says_all_that_the_page_holds(answer):
    """Every line of the page stands in the HTML, with the titles, verdicts, citations, notes and counts."""
    page = page_of(answer)
    shown = words_of(answer._repr_html_())
    told = [str(line) for line in lines_of(page)]
    told += [page.title, page.as_of, page.joint]
    for part in page.parts:
        told += [part.title, part.verdict, part.closing, *part.settings, *part.notes]
        told += [section.heading for section in part.sections]
        told += [item.pinpoint for section in part.sections for item in section.items]
    assert [] == [line for line in told if " ".join(line.split()) not in shown]


def test_the_notebook_display_nests(answer):
    """Every element that is opened is closed again, in its order."""
    opened = []
    for closing, name in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", answer._repr_html_()):
        if name == "br":
            continue
        if closing:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert [] == opened


def test_the_notebook_display_escapes_everything_from_the_case():
    """No markup and no control character of a case reaches the HTML."""
    shown = judged(kiosk(title=HOSTILE, id=HOSTILE))._repr_html_()
    assert "<script" not in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "&lt;script&gt;" in shown


def test_questions_after_the_first_are_folded_away():
    """All questions are there; those after the first ones open on a click, without a script."""
    answer = san_jose.AI_POLICY.evaluate(
        Case(agency=Agency(place="us-ca/san-jose")), as_of=datetime.date(2026, 3, 2)
    )
    shown = answer._repr_html_()
    assert len(answer.questions) > MOST_QUESTIONS
    assert f"<details><summary>and {len(answer.questions) - MOST_QUESTIONS} more</summary>" in shown
    assert [] == [q.fact for q in answer.questions if f"<code>{q.fact}</code>" not in shown]


def test_a_joint_evaluation_shows_every_part():
    """Several policies are shown one after the other, each with its verdict."""
    other = san_jose.AI_POLICY.read(biometric_identification="disjunctive")
    joint = (san_jose.AI_POLICY & other).evaluate(kiosk(), as_of=AS_OF)
    assert 2 == joint._repr_html_().count("<p><b>San José AI Policy 1.7.12</b>")
    assert 3 == joint._repr_html_().count("class='verdict'")
