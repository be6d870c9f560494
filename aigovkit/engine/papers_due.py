"""The papers that a policy calls for in a case. What papers are made of is in `aigovkit.papers`."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from aigovkit.answers import Outcome, PaperState
from aigovkit.engine.rulebook import Rulebook
from aigovkit.errors import PolicyError, shown
from aigovkit.plugins import load
from aigovkit.situation import Situation


@runtime_checkable
class PolicyPaper(Protocol):
    """What a policy has to know of a paper that its text asks for.

    .. versionadded:: 0.1.0
    """

    @property
    def id(self) -> str:
        """The id of the paper."""

    @property
    def policy(self) -> str:
        """The id of the policy it belongs to."""

    def state(self, rulebook: Rulebook, situation: Situation, /) -> PaperState | None:
        """What is still missing in it; None where it is not called for."""


def papers_of(rulebook: Rulebook) -> tuple[PolicyPaper, ...]:
    """The papers of a policy, loaded when they are first asked for.

    Raises PolicyError when they cannot be loaded, or are no papers of this policy.

    .. versionadded:: 0.1.0
    """
    try:
        listed = load(rulebook.papers) if isinstance(rulebook.papers, str) else rulebook.papers
        papers = tuple(listed)
    except Exception as error:
        raise PolicyError(
            f"the papers of `{rulebook.id}` cannot be loaded: {type(error).__name__}: {error}"
        ) from error
    for paper in papers:
        if not isinstance(paper, PolicyPaper):
            raise PolicyError(f"the papers of `{rulebook.id}` list `{shown(paper)}`, which is no paper")
        if paper.policy != rulebook.id:
            raise PolicyError(
                f"`{paper.id}` is listed by `{rulebook.id}`, and says it is of `{paper.policy}`"
            )
    return papers


def papers_due(rulebook: Rulebook, situation: Situation, at_most: Outcome) -> tuple[PaperState, ...]:
    """The papers called for, or perhaps called for, and what is still missing in each.

    A policy of which nothing is in force, or that does not cover the case, calls for none.

    .. versionadded:: 0.1.0
    """
    if at_most is Outcome.NOT_APPLICABLE:
        return ()
    states = (paper.state(rulebook, situation) for paper in papers_of(rulebook))
    return tuple(state for state in states if state is not None)
