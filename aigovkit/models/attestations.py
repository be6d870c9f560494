"""Attestations: someone's word that the duty of a provision is done, or is not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from aigovkit import paths
from aigovkit.citations import PROVISION_ID
from aigovkit.errors import FactValueError
from aigovkit.facts import Date, Events, Fulfilment, KnownBy, Record, Text, Vocabulary


class Progress(Vocabulary):
    """How far a duty has come that is not done.

    .. versionadded:: 0.1.0
    """

    PARTLY = "partly", "Some of what the provision asks is done, and some is not."
    IN_PROGRESS = "in_progress", "It has begun, and nothing of it is done so far."


class Attestation(Record, path="attestation", changeable=True, known_by=KnownBy.AGENCY):
    """Someone's word that the duty of a provision is done, or is not.

    `met=True` says it was done as the provision asks, its order of steps
    included. `on` is the day, the instant, or a month, a year or a span of days;
    without it the day is not known. An attestation counts from its day on: what is
    attested for a day after the time of judging is not done yet.

    `days` are all the days on which it was done, where that was more than once: the
    list is complete, and stands instead of `on`. It says by itself that the duty is
    done, the empty list that it never was.

    >>> from datetime import date
    >>> Attestation(days=[date(2026, 4, 2), date(2026, 3, 3)])
    Attestation(met=True, days=(datetime.date(2026, 3, 3), datetime.date(2026, 4, 2)))

    `met` may also say how far it has come: what is done `partly`, or is `in_progress`,
    is not done.

    >>> Attestation(met="partly").done
    False

    FactValueError where these do not go together.

    >>> Attestation(met=True, by="J. Ortiz", evidence="review 2026-014").met
    True

    .. versionadded:: 0.1.0
    """

    met: Fulfilment[Progress] = Fulfilment(Progress, "Is it done, as the provision asks?")
    on: Date = Date("On which day was it done?")
    days: Events = Events("On which days was it done, each of them?")
    by: Text = Text("Who says so?")
    evidence: Text = Text("Where can that be looked up?")

    def __attrs_post_init__(self) -> None:
        Record.__attrs_post_init__(self)
        for name in ("by", "evidence"):
            if getattr(self, name) == "":  # An empty field of a form says nothing.
                object.__setattr__(self, name, None)
        if self.on is not None and self.days is not None:
            raise FactValueError(
                Attestation.days.path, self.days, "all its days, or one `on` which it was done"
            )
        if self.days is not None and self.met is None:
            object.__setattr__(self, "met", bool(self.days))
        if self.days is not None and self.met is not bool(self.days):
            accepted = "no day beside `met` false" if self.days else "at least one day beside `met` true"
            raise FactValueError(Attestation.days.path, self.days, accepted)
        if self.on is not None and self.met is not True:
            raise FactValueError(Attestation.on.path, self.on, "a day only beside `met` true")

    @property
    def done(self) -> bool | None:
        """Whether it is done on its day; None where nothing is said of that."""
        return None if self.met is None else self.met is True

    @property
    def is_dated(self) -> bool:
        """Whether a day is attested, or several: what is done counts from then on."""
        return self.on is not None or bool(self.days)


class Attestations(Mapping[str, Attestation]):
    """What is attested, by the id of the provision: a frozen, hashable mapping.

    Of a duty that is owed for each record of a list, what is attested of one record
    stands under `RUR-6[incidents[0]]`. What is attested for the whole holds for every
    record of which nothing is.

    Any id that a provision can have is kept: which provisions there are is for the
    policies to say that judge the case, and what none of their rules asks for is told
    with the answer (`result.unused_attestations`).

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_by_provision", "answers", "dated", "records")

    answers: dict[str, bool | None]
    """Whether each attested duty is done, where that hangs on no day; read by the compiled policies."""
    dated: dict[str, Attestation]
    """The attestations that count from a day on."""
    records: dict[tuple[str, str], dict[int, str]]
    """What attestations of single records are kept under: by the provision and the list, and the number of
    the record.
    """

    def __init__(self, attestations: Mapping[str, Attestation] | None = None) -> None:
        if attestations is not None and not isinstance(attestations, Mapping):
            raise FactValueError("attestations", attestations, "attestations by the ids of their provisions")
        for provision, attestation in (attestations or {}).items():
            check_provision(provision)
            if not isinstance(attestation, Attestation):
                raise FactValueError(f"attestations.{provision}", attestation, "an Attestation")
        # An attestation that says nothing is the same as none.
        self._by_provision = {
            provision: attestation
            for provision, attestation in sorted((attestations or {}).items())
            if attestation != _BLANK
        }
        self.answers, self.dated, self.records = {}, {}, {}
        for provision, attestation in self._by_provision.items():
            if attestation.is_dated:
                self.dated[provision] = attestation
            else:
                self.answers[provision] = attestation.done
            record = paths.record_attested(provision)
            if record is not None and attestation.done is not None:
                self.records.setdefault(record[:2], {})[record[2]] = provision

    def __getitem__(self, provision: str) -> Attestation:
        return self._by_provision[provision]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_provision)

    def __len__(self) -> int:
        return len(self._by_provision)

    def __hash__(self) -> int:
        return hash(tuple(self._by_provision.items()))

    def __eq__(self, other: object) -> bool:
        return (
            self._by_provision == other._by_provision if isinstance(other, Attestations) else NotImplemented
        )

    def __reduce__(self) -> tuple[type[Attestations], tuple[dict[str, Attestation]]]:
        return Attestations, (self._by_provision,)

    def __repr__(self) -> str:
        return f"Attestations({self._by_provision!r})"


_BLANK = Attestation()


ONE_RECORD = r"(?:\[[a-z][a-z_.]*\[(?:0|[1-9][0-9]{0,8})\]\])?"
"""What stands after the id of a provision where one record is attested, if one is."""


def check_provision(provision: object) -> None:
    """Refuse what cannot be the id of a provision, with a record or without. No policy is asked whether it
    has one of that id.

    Raises FactValueError.

    .. versionadded:: 0.1.0
    """
    if not isinstance(provision, str) or not re.fullmatch(PROVISION_ID + ONE_RECORD, provision):
        accepted = "ids of provisions: letters, digits, dots, hyphens and underscores, at most 100"
        raise FactValueError("attestations", provision, f"{accepted}; for a record `RUR-6[incidents[0]]`")
