"""The papers that a policy calls for in a case. What papers are made of is in `aigovkit.papers`."""

from __future__ import annotations

from typing import Any

from aigovkit.answers import Outcome, PaperState
from aigovkit.engine.rulebook import Rulebook
from aigovkit.plugins import load
from aigovkit.situation import Situation


def papers_of(rulebook: Rulebook) -> tuple[Any, ...]:
    """The papers of a policy, loaded when they are first asked for."""
    named = rulebook.papers
    return tuple(load(named) if isinstance(named, str) else named)


def papers_due(rulebook: Rulebook, situation: Situation, at_most: Outcome) -> tuple[PaperState, ...]:
    """The papers called for, or perhaps called for, and what is still missing in each.

    A policy of which nothing is in force, or that does not cover the case, calls for none.
    """
    if at_most is Outcome.NOT_APPLICABLE:
        return ()
    states = (paper.state(rulebook, situation) for paper in papers_of(rulebook))
    return tuple(state for state in states if state is not None)
