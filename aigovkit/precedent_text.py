"""A comparison with decided cases in words: what is predicted and why, what comes near, what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from aigovkit.precedents.answers import Bound, Ground, LeftOut, Nearest, Standing, Why
from aigovkit.precedents.comparison import Comparison
from aigovkit.precedents.records import Dimension, Tag

MOST_NEAREST = 4
"""How many decided cases are told of."""
MOST_QUESTIONS = 8
"""How many questions are asked at once."""


class Told(NamedTuple):
    """One thing said, with its mark, where the text has it, and what is said below it."""

    mark: str
    text: str
    pinpoint: str = ""
    below: tuple[str, ...] = ()


def heading(comparison: Comparison) -> str:
    """What stands above a comparison.

    .. versionadded:: 0.1.0
    """
    return f"Decided cases ({comparison.base.title}): a prediction, no decision"


def told(comparison: Comparison) -> Iterator[Told]:
    """All that is told of a comparison.

    .. versionadded:: 0.1.0
    """
    prediction = comparison.prediction
    yield Told("=", _verdict(comparison), below=tuple(_around(comparison)))
    for mark, several in (("+", (*prediction.grounds, *prediction.leaning)), ("-", prediction.contrary)):
        for one in several:
            if mark == "+" or one not in prediction.leaning:
                yield _ground(mark, one)
    yield Told("", _bound(comparison.bound))
    nearest, otherwise = comparison.nearest, comparison.nearest_otherwise
    yield from (_near(case, "") for case in nearest[:MOST_NEAREST])
    if otherwise is not None and otherwise not in nearest[:MOST_NEAREST]:
        yield _near(otherwise, "the nearest decided otherwise; ")
    if not nearest:
        yield Told("", "No decided case shares anything with what is known here.")
    asked = comparison.questions
    for question in asked[:MOST_QUESTIONS]:
        perhaps = "" if question.proven else " (may no longer matter)"
        facts = (", ".join(question.facts),) if question.facts else ()
        yield Told("?", f"Whether {question.factor.label}{perhaps}", below=facts)
    if len(asked) > MOST_QUESTIONS:
        yield Told("", f"and {len(asked) - MOST_QUESTIONS} more that could change it")


def _labels(several: Iterable[object], none: str = "none") -> str:
    return ", ".join(getattr(one, "label", str(one)) for one in several) or none


def _verdict(comparison: Comparison) -> str:
    prediction = comparison.prediction
    if prediction.track is not None:
        return f"Predicted by what is shown: {prediction.track.label}"
    leans = f"; it leans to {prediction.leans.label}" if prediction.leans else ""
    return f"No track is predicted{leans}"


def _around(comparison: Comparison) -> Iterator[str]:
    prediction = comparison.prediction
    if prediction.why_not:
        yield prediction.why_not
        yield f"not ruled out: {_labels(prediction.tracks_left)}"
    if not prediction.settled:
        others = [one.label for one in prediction.tracks_open if one is not prediction.track]
        if prediction.may_abstain and prediction.track is not None:
            others.append("no prediction")
        if others:
            yield f"once more is known it could be: {', '.join(others)}"
    yield prediction.note


def _ground(mark: str, one: Ground) -> Told:
    where = "; ".join(dict.fromkeys(cited.pinpoint for cited in one.citations))
    said = f"For {one.track.label}: {one.statement}" if mark == "-" else one.statement
    return Told(mark, said, where, (one.ours,) if one.ours else ())


def _bound(bound: Bound) -> str:
    if not bound.consistent:
        both = (*bound.floor_by, *bound.ceiling_by)
        return f"The decided cases contradict each other here: {'; '.join(one.title for one in both)}"
    limits = []
    if bound.floor_by:
        limits.append(f"at least {bound.at_least.label} by {'; '.join(one.title for one in bound.floor_by)}")
    if bound.ceiling_by:
        limits.append(f"at most {bound.at_most.label} by {'; '.join(one.title for one in bound.ceiling_by)}")
    if limits:
        return f"Bound: {', and '.join(limits)}"
    if bound.forces is None:
        return "Nothing is forced so far; what is unknown could bring a decided case to bind."
    return "Nothing is forced: no decided case binds this one."


_HOW = {
    (False, Why.LACKING): "without",
    (False, Why.ADDED): "with",
    (True, Why.LACKING): "less of",
    (True, Why.ADDED): "more of",
}


def _near(one: Nearest, before: str) -> Told:
    shared = f"{round(100 * one.score)} %"
    told_apart = [
        f"{_HOW[isinstance(apart.factor, Dimension), apart.why]} “{apart.factor.label}”"
        f"{', which it required' if apart.tag is Tag.NECESSARY and apart.why is Why.LACKING else ''}"
        f" ({apart.points})"
        for apart in one.distinctions
    ]
    below = [f"both: {_labels(one.shared)}"]
    below += [f"not known here: {_labels(one.unknown)}"] if one.unknown else []
    below += [f"told apart: {'; '.join(told_apart)}"] if told_apart else []
    title = f"Near ({before}{shared}): {one.precedent.title}, decided {one.track.label}"
    return Told("~", title, one.precedent.citation.pinpoint, tuple(below))


_SAID = {Standing.SAME: "as decided", Standing.OTHER: "NOT as decided", Standing.ABSTAINS: "no prediction"}


def left_out_line(one: LeftOut) -> str:
    """One row of the report in which each decided case is left out.

    .. versionadded:: 0.1.0
    """
    prediction = one.prediction
    said = f"{one.precedent.title}: decided {one.decided.label}; {_SAID[one.standing]}"
    if prediction.track is not None:
        return f"{said}: {prediction.track.label}"
    leans = f", leans to {prediction.leans.label}" if prediction.leans else ""
    return f"{said}{leans}; not ruled out: {_labels(prediction.tracks_left)}"
