"""Scores as pictures: what is marked, what is heard, and what no text of anybody's can do to them."""

from __future__ import annotations

import datetime
import re
from xml.etree import ElementTree

import pytest
from small_policies import small
from strategies import ORDER
from test_scales import FIRST, PRIORITY, SECOND, THIRD, row

from aigovkit.authoring import ALWAYS, Constant, Points, Scale, Step
from aigovkit.html import to_html
from aigovkit.models import Case, System, Use, Vendor, Violation
from aigovkit.rules import Score, score
from aigovkit.score_picture import Picture, drawn, pictures

TODAY = datetime.date(2026, 3, 2)
BANDS = [(3, 4, "low"), (5, 6, "medium"), (7, 9, "high")]
HARM = row(FIRST, 1, 2, 3)
HOSTILE = "<script>alert('x')</script>\x1b[2J & \"so\" on"


def scored(points: object, bands: object = BANDS, scale: Scale = PRIORITY, id: str = "S") -> Score:
    """A score of a scale."""
    return score(id, ORDER.at("7"), "Points.", points=points, scale=scale, bands=bands)  # type: ignore[arg-type]


WHOLE = scored(HARM + row(SECOND, 1, 2, 3) + row(THIRD, 1, 2, 3))
NAMED = score(
    "HARM",
    ORDER.at("8"),
    "Harm.",
    points=HARM,
    scale=Scale("harm", "Harm", [Step("some", HOSTILE), Step("none", "None at all")]),
    bands=[(1, 2, "some"), (3, 3, "none")],
)


def picture(case: Case, *rules: Score) -> Picture:
    """The one picture of a case."""
    (found,) = pictures(small(*rules).evaluate(case, as_of=TODAY))
    return found


def test_of_what_is_known_one_total_is_marked() -> None:
    """Each row marks its cell, the scale its band and its total."""
    known = Case(system=System(uses_ai=True), vendor=Vendor(involved=False), use=Use(novel=True))
    made = picture(known.with_answer("use.deployed_by_agency", True), WHOLE)
    assert [(1,), (2,), (1,)] == [tuple(c.points for c in row.cells if c.possible) for row in made.rows]
    assert (4,) == made.totals
    assert [("Low", 3, 4, True), ("Medium", 5, 6, False), ("High", 7, 9, False)] == [
        (band.label, band.least, band.most, band.possible) for band in made.bands
    ]


def test_of_what_is_not_known_all_that_is_possible_is_marked() -> None:
    """Every cell, band and total that is left, and no other."""
    made = picture(Case(system=System(uses_ai=False), use=Use(novel=False, deployed_by_agency=True)), WHOLE)
    assert [(2, 3), (1, 3), (1,)] == [tuple(c.points for c in row.cells if c.possible) for row in made.rows]
    assert (4, 5, 6, 7) == made.totals
    assert all(band.possible for band in made.bands)
    assert 4 == drawn(made).count("<path")


def test_a_row_is_called_as_the_score_that_is_by_its_conditions() -> None:
    """A score of the same conditions lends its row a name and its cells their labels, also where the points
    are turned round; a row without one has a number, and its cells their conditions.
    """
    turned = scored(row(FIRST, 3, 2, 1) + row(SECOND, 1, 2, 3) + row(THIRD, 1, 2, 3), id="T")
    made = picture(Case(), turned, NAMED)
    assert ["Harm", "Row 2", "Row 3"] == [row.title for row in made.rows]
    assert "None at all" == made.rows[0].cells[0].label
    assert ["vendor.involved is yes", "use.novel is yes", "otherwise"] == [
        c.label for c in made.rows[1].cells
    ]


@pytest.mark.parametrize(
    "rule",
    [
        scored(HARM, [(1, 1, "low"), (2, 3, "high")]),
        scored(HARM + Constant(3), [(None, None, "low")]),
        scored(HARM + row(SECOND, 1, 2, 90), [(None, None, "low")]),
        scored(HARM + Violation.count, [(None, None, "low")]),
        scored(HARM + Points([(Use.novel, n) for n in range(6)] + [(ALWAYS, 7)]), [(None, None, "low")]),
        score("S", ORDER.at("7"), "Points.", points=HARM + row(SECOND, 1, 2, 3)),
    ],
    ids=["one row", "no row", "too many totals", "no end", "too many cells", "no scale"],
)
def test_what_cannot_be_drawn_is_left_out(rule: Score) -> None:
    """A picture has two rows or more, a scale, and as many cells and totals as can be seen."""
    assert () == tuple(pictures(small(rule).evaluate(Case(), as_of=TODAY)))


def test_the_picture_is_sound_escaped_and_heard() -> None:
    """The markup can be read, holds no script and nothing of a label as markup, and says in words what it
    shows.
    """
    made = picture(Case(), WHOLE, NAMED)
    root = ElementTree.fromstring(drawn(made))
    assert "img" == root.get("role")
    told = root.get("aria-label") or ""
    assert root[0].text == told
    assert told.startswith("Priority: Low or Medium or High, score 3 to 9. Harm: <script>")
    assert {"svg", "title", "g", "rect", "text", "path"} == {one.tag.partition("}")[2] for one in root.iter()}
    assert "<script" not in drawn(made)
    assert "\x1b" not in drawn(made)


def test_nothing_is_drawn_outside_the_picture() -> None:
    """Boxes and words stand inside; a long label is shortened, and there in full for who asks."""
    made = picture(Case(), WHOLE, NAMED)
    root = ElementTree.fromstring(drawn(made))
    width, height = (float(root.get(name, "")) for name in ("width", "height"))
    for one in root.iter():
        if one.tag.endswith("rect"):
            left, top, wide, high = (float(one.get(name, "")) for name in ("x", "y", "width", "height"))
            assert 1 <= left <= left + wide <= width - 1
            assert 0 <= top <= top + high <= height
        elif one.tag.endswith("text"):
            assert 0 <= float(one.get("y", "")) <= height
            assert len(one.text or "") < 80


def test_a_page_holds_the_pictures_of_its_scores() -> None:
    """A notebook shows them; a policy without a score has none."""
    told = to_html(small(WHOLE).evaluate(Case(), as_of=TODAY))
    assert 1 == told.count("<svg")
    assert not re.search(r"<script|on[a-z]+=|href", told)
    assert "<svg" not in to_html(small(NAMED).evaluate(Case(), as_of=TODAY))
