"""Sources, citations and provisions: what is cited, and where in it."""

from __future__ import annotations

import datetime
from enum import StrEnum

import attrs


class Force(StrEnum):
    """How far a provision binds. It decides what a breach of it is called."""

    BINDING = "binding"
    PRACTICE = "practice"
    RECOMMENDED = "recommended"
    ASPIRATIONAL = "aspirational"
    PRECEDENT = "precedent"
    PROPOSED = "proposed"
    DESCRIPTIVE = "descriptive"


class Kind(StrEnum):
    """What sort of norm a provision is."""

    PROHIBITION = "prohibition"
    EXCEPTION = "exception"
    OBLIGATION = "obligation"
    REVIEW = "review"
    REQUIREMENT = "requirement"
    """A condition of use."""
    PERMISSION = "permission"
    RIGHT = "right"
    DEFINITION = "definition"
    CONDITION = "condition"
    """When something else applies, as a scope does."""
    CONSEQUENCE = "consequence"
    """What may or does follow a violation."""
    ADVICE = "advice"
    """Good sense that no text demands."""
    PRINCIPLE = "principle"
    SCORE = "score"
    DATA_CLASS = "data_class"
    RETENTION = "retention"
    PENALTY = "penalty"
    ORGANIZATIONAL = "organizational"


@attrs.frozen
class Source:
    """An instrument: an act, a policy, a list of precedents, a published practice.

    `effective` is the day it took effect, or None where the text does not let
    one be read; then `effective_note` says why.

    >>> order = Source("Automated Decisions Order", issuer="Ruritania", edition="2024")
    >>> str(order.at("3(1)"))
    'Automated Decisions Order 2024, 3(1)'
    """

    title: str
    issuer: str = attrs.field(kw_only=True)
    edition: str = attrs.field(default="", kw_only=True)
    effective: datetime.date | None = attrs.field(default=None, kw_only=True)
    effective_note: str = attrs.field(default="", kw_only=True)
    link: str = attrs.field(default="", kw_only=True)

    @property
    def name(self) -> str:
        """The title with its edition."""
        return f"{self.title} {self.edition}".strip()

    def at(self, pinpoint: str) -> Citation:
        """A citation of one place in this source, written as the document writes it."""
        return Citation(self, pinpoint)


@attrs.frozen
class Citation:
    """A pinpoint in a source."""

    source: Source
    pinpoint: str

    def __str__(self) -> str:
        return f"{self.source.name}, {self.pinpoint}"


PROVISION_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
"""What the id of a provision looks like, as a pattern that fits the whole of it."""


@attrs.frozen
class Provision:
    """One row of a source, whether or not a rule models it.

    `note` says why it is not modelled, or what to know about how it is.
    """

    id: str
    citation: Citation
    kind: Kind
    force: Force
    modelled: bool
    note: str = ""
