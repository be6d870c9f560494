"""Sources, citations and provisions: what is cited, and where in it."""

from __future__ import annotations

import datetime
from enum import StrEnum

import attrs

from aigovkit.calls import authored
from aigovkit.errors import PolicyError, shown


class Force(StrEnum):
    """How far a provision binds. It decides what a breach of it is called, and whether it moves an outcome.

    Whatever its force, a rule can be promoted (`promoted_by`): where that condition
    holds, it moves the outcome as a binding rule does, and its breach is `violated`.

    >>> from aigovkit.authoring import Source, policy, prohibition
    >>> from aigovkit.models import Case, Use
    >>> import datetime
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> def judged(force):
    ...     how = {"when": Use.tracks_individuals, "force": force}
    ...     ban = prohibition("RUR-4", order.at("4"), "Nobody is followed.", **how)
    ...     made = policy("rur/order", order, time_zone="Europe/Berlin", entries=[ban])
    ...     answer = made.evaluate(Case(use=Use(tracks_individuals=True)), as_of=datetime.date(2026, 3, 2))
    ...     return str(answer.outcome), str(answer.finding("RUR-4").status)
    >>> for force in (Force.BINDING, Force.PRACTICE, Force.RECOMMENDED):
    ...     print(force, *judged(force))
    binding prohibited violated
    practice prohibited deviates
    recommended no_objection shortfall

    .. versionadded:: 0.1.0
    """

    BINDING = "binding"
    """Law, or an order that binds. A breach is `violated`, and moves the outcome."""
    PRACTICE = "practice"
    """What the issuer describes that it does. A breach is `deviates`, and moves the outcome."""
    RECOMMENDED = "recommended"
    """Asked for, and not demanded. A breach is `shortfall`, and leaves the outcome as it is."""
    ASPIRATIONAL = "aspirational"
    """What is hoped for. A breach is `shortfall`, and leaves the outcome as it is."""
    PRECEDENT = "precedent"
    """How a case was once decided. It is `matched` or `distinguished` (see `Kind.PRECEDENT`), which no norm
    is; a breach of another rule with this force is `shortfall`, and leaves the outcome as it is.
    """
    PROPOSED = "proposed"
    """Of a bill. Until its start it is `not_in_force`; from then on it is as binding as any."""
    DESCRIPTIVE = "descriptive"
    """What is so, and is asked of nobody. A breach is `shortfall`, and leaves the outcome as it is."""


class Kind(StrEnum):
    """What sort of norm a provision is.

    Prohibitions, reviews, referrals and requirements move the outcome; exceptions and
    definitions do so through other rules; everything else is reported.
    What a rule does is settled by the builder that makes it, and its kind is what
    it is called. Most builders have one kind; `obligation` and `definition` take
    some others besides, and `noted` has none of its own.

    >>> from aigovkit.authoring import Source, obligation
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> str(obligation("RUR-6", order.at("6"), "Keep a register.", bearer="the agency").kind)
    'obligation'

    .. versionadded:: 0.1.0
    """

    PROHIBITION = "prohibition"
    """Where it applies, the outcome is `PROHIBITED`."""
    EXCEPTION = "exception"
    """Where it applies, the rules it points at do not move the outcome."""
    OBLIGATION = "obligation"
    """To be done. Its breach is in the finding, and leaves the outcome as it is."""
    REVIEW = "review"
    """Somebody decides first. Until then the outcome is `REVIEW` at least."""
    REFERRAL = "referral"
    """What the text leaves to a person. Until it is decided the outcome is `REVIEW` at least."""
    REQUIREMENT = "requirement"
    """A condition of use. Until it is met the outcome is `CONDITIONAL` at least; with `lawful_use` it is
    `PROHIBITED` once the gate is passed, or the time over.
    """
    PERMISSION = "permission"
    """What may be done. It is noted, and permits nothing that another rule prohibits."""
    RIGHT = "right"
    """What somebody can ask for. It is noted."""
    DEFINITION = "definition"
    """What a word means. It is noted where it holds, and moves the outcome through the rules that use it."""
    CONDITION = "condition"
    """When something else applies, as a scope does. It is noted."""
    CONSEQUENCE = "consequence"
    """What may or does follow a violation. It is noted."""
    ADVICE = "advice"
    """Good sense that no text demands. It is advised, and never a duty."""
    PRINCIPLE = "principle"
    """What everything else is to be read by. It moves the outcome as little as an obligation does."""
    SCORE = "score"
    """Points and a tier, in `result.tiers`."""
    DATA_CLASS = "data_class"
    """The class of a data element, in `result.data_classes`."""
    RETENTION = "retention"
    """How long data is kept, in `result.retention`."""
    PENALTY = "penalty"
    """What a violation can cost, in `result.exposure`."""
    PRECEDENT = "precedent"
    """What a case was once decided on. A case matches it or is distinguished; the outcome stays as it is."""
    ORGANIZATIONAL = "organizational"
    """Who does what in the agency. It leaves the outcome as it is."""


def _says(name: str, of: str, text: object) -> None:
    if not isinstance(text, str) or not text.strip():
        raise PolicyError(f"`{name}` of {of} takes text that says something, not `{shown(text)}`")


@authored
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


@authored
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


POLICY_ID = "[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*"
"""What the id of a policy looks like, as a pattern that fits the whole of it."""


@attrs.frozen
class Provision:
    """One row of a source, whether or not a rule models it.

    `id` never changes and no other policy uses it; attestations are kept by it.
    `note` says why it is not modelled, or what to know about how it is. `restates`
    are the ids of the provisions that it only repeats.

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
    restates: tuple[str, ...] = ()
