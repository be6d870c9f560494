"""Sources, citations and provisions: what is cited, and where in it."""

from __future__ import annotations

import datetime
from enum import StrEnum

import attrs

from aigovkit.errors import PolicyError, shown


class Force(StrEnum):
    """How far a provision binds. It decides what a breach of it is called, and whether it moves an outcome.

    >>> Force("practice") is Force.PRACTICE
    True

    .. versionadded:: 0.1.0
    """

    BINDING = "binding"
    """A breach is `violated`, and moves the outcome."""
    PRACTICE = "practice"
    """What the issuer describes that it does. A breach is `deviates`, and moves the outcome."""
    RECOMMENDED = "recommended"
    """Asked for, and not demanded. A breach is `shortfall`, as it is for the three below that bind nobody."""
    ASPIRATIONAL = "aspirational"
    PRECEDENT = "precedent"
    """How a case was once decided."""
    PROPOSED = "proposed"
    """Of a bill: it binds nobody until its start, and is then as binding as any."""
    DESCRIPTIVE = "descriptive"


class Kind(StrEnum):
    """What sort of norm a provision is.

    >>> Kind("requirement") is Kind.REQUIREMENT
    True

    .. versionadded:: 0.1.0
    """

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


def _says(name: str, of: str, text: object) -> None:
    if not isinstance(text, str) or not text.strip():
        raise PolicyError(f"`{name}` of {of} takes text that says something, not `{shown(text)}`")


@attrs.frozen
class Source:
    """An instrument: an act, a policy, a list of precedents, a published practice.

    `edition` is the version or year that was read, and `link` where. `effective`
    is the day it took effect, or None where the text does not let one be read;
    then `effective_note` says why. Raises PolicyError for a field of a wrong type.

    >>> order = Source("Automated Decisions Order", issuer="Ruritania", edition="2024")
    >>> str(order.at("3(1)"))
    'Automated Decisions Order 2024, 3(1)'

    .. versionadded:: 0.1.0
    """

    title: str
    issuer: str = attrs.field(kw_only=True)
    edition: str = attrs.field(default="", kw_only=True)
    effective: datetime.date | None = attrs.field(default=None, kw_only=True)
    effective_note: str = attrs.field(default="", kw_only=True)
    link: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        _says("title", "a source", self.title)
        _says("issuer", "a source", self.issuer)
        for name in ("edition", "effective_note", "link"):
            if not isinstance(text := getattr(self, name), str):
                raise PolicyError(f"`{name}` of a source takes text, not `{shown(text)}`")
        day = self.effective
        if day is not None and (not isinstance(day, datetime.date) or isinstance(day, datetime.datetime)):
            raise PolicyError(
                f"`effective` of a source takes a day, such as `date(2026, 3, 2)`, not `{shown(day)}`"
            )

    @property
    def name(self) -> str:
        """The title with its edition."""
        return f"{self.title} {self.edition}".strip()

    def at(self, pinpoint: str) -> Citation:
        """A citation of one place in this source, written as the document writes it."""
        return Citation(self, pinpoint)


@attrs.frozen
class Citation:
    """A pinpoint in a source. Made by `Source.at`. Raises PolicyError when it says nowhere.

    >>> Source("Automated Decisions Order", issuer="Ruritania").at("3(1)").pinpoint
    '3(1)'

    .. versionadded:: 0.1.0
    """

    source: Source
    pinpoint: str

    def __attrs_post_init__(self) -> None:
        _says("pinpoint", "a citation", self.pinpoint)

    def __str__(self) -> str:
        return f"{self.source.name}, {self.pinpoint}"


PROVISION_ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
"""What the id of a provision looks like, as a pattern that fits the whole of it."""


@attrs.frozen
class Provision:
    """One row of a source, whether or not a rule models it.

    `id` never changes and no other policy uses it; attestations are kept by it.
    `note` says why it is not modelled, or what to know about how it is.

    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> Provision("RUR-7", order.at("7"), Kind.PENALTY, Force.BINDING, False, "It binds courts.").modelled
    False

    .. versionadded:: 0.1.0
    """

    id: str
    citation: Citation
    kind: Kind
    force: Force
    modelled: bool
    note: str = ""
