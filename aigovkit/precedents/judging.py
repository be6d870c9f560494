"""A base of precedents ready to reason from, and how a policy comes to its own."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import attrs

from aigovkit.answers import Outcome
from aigovkit.calls import authored
from aigovkit.engine.rulebook import Rulebook
from aigovkit.errors import PolicyError, shown
from aigovkit.plugins import load
from aigovkit.precedents import comparison
from aigovkit.precedents.answers import Contradicting, LeaveOneOut
from aigovkit.precedents.base import CaseBase
from aigovkit.precedents.comparison import Comparison
from aigovkit.situation import Situation


@authored
@attrs.frozen(slots=False)
class PrecedentBase(CaseBase):
    """Decided cases to reason from, with what was decided on an ordered scale of tracks.

    `tracks` is a `Scale` whose first step is the mildest track. `patterns` are what the text
    itself states of tracks. `policy` is the id of the policy it belongs to, and its own id is that and one
    part more; a base that stands alone has none. `notes` say what to know when relying on it.

    Raises PolicyError with everything that does not fit together.

    >>> from aigovkit.authoring import Scale, Source, Step
    >>> from aigovkit.models import Use
    >>> from aigovkit.precedents import AGAINST, Factor, Precedent, Tag, stated
    >>> register = Source("Register of decisions", issuer="Ruritania")
    >>> tracks = Scale("track", "Track", [Step("approved", "Approved"), Step("refused", "Refused")])
    >>> followed = Factor("followed", "people are followed", AGAINST, Use.tracks_individuals)
    >>> bands = Precedent(
    ...     "RUR-C-1", register.at("1"), "Wrist bands", "refused", factors=[stated(followed, Tag.REASON)]
    ... )
    >>> base = PrecedentBase("register", "Register", register, tracks, factors=[followed], precedents=[bands])
    >>> base.compare_factors({"followed": True}).bound.at_least.label
    'Refused'

    .. versionadded:: 0.1.0
    """

    def compare(self, situation: Situation) -> Comparison:
        """A case held against the decided cases: `policy.situation(case, as_of)` makes its situation."""
        return comparison.compare(self, situation)

    def compare_factors(self, known: Mapping[str, Any]) -> Comparison:
        """Factors held against the decided cases, by their ids: True, False or None (unknown) for a factor,
        a number or a `Period` or None for a dimension. What is left out is unknown.

        Raises UnknownNameError for a factor the base does not have, PolicyError for a value it cannot have.
        """
        return comparison.compare_factors(self, known)

    def as_stated(self, precedent: str) -> dict[str, Any]:
        """The factors of a decided case as `compare_factors` takes them: what its text does not speak of is
        not there. UnknownNameError for an id that no precedent has.
        """
        return comparison.as_stated(self, self.precedent(precedent))

    @functools.cached_property
    def inconsistencies(self) -> tuple[Contradicting, ...]:
        """The pairs of decided cases that contradict each other: none where the base is consistent."""
        return comparison.inconsistencies(self)

    def leave_one_out(self) -> LeaveOneOut:
        """Every decided case judged by the others, in their order: what the base can predict."""
        return comparison.leave_one_out(self)


def bases_of(rulebook: Rulebook) -> tuple[PrecedentBase, ...]:
    """The bases of precedents of a policy, loaded when they are first asked for.

    Raises PolicyError when they cannot be loaded, or are no bases of this policy.

    .. versionadded:: 0.1.0
    """
    listed = rulebook.precedents
    try:
        found = load(listed) if isinstance(listed, str) else listed
        bases = (found,) if isinstance(found, PrecedentBase) else tuple(found)
    except Exception as error:
        raise PolicyError(
            f"the precedents of `{rulebook.id}` cannot be loaded: {type(error).__name__}: {error}"
        ) from error
    for base in bases:
        if not isinstance(base, PrecedentBase):
            what = f"`{shown(base)}`, which is no PrecedentBase"
            raise PolicyError(f"the precedents of `{rulebook.id}` list {what}")
        if base.policy != rulebook.id:
            raise PolicyError(f"`{base.id}` is listed by `{rulebook.id}`, and says it is of `{base.policy}`")
    return bases


def comparisons(rulebook: Rulebook, situation: Situation, at_most: Outcome) -> tuple[Comparison, ...]:
    """A case held against each base of a policy: none where nothing of the policy is in force or covers it.

    .. versionadded:: 0.1.0
    """
    if at_most is Outcome.NOT_APPLICABLE:
        return ()
    return tuple(base.compare(situation) for base in bases_of(rulebook))
