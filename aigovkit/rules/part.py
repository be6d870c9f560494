"""A part of a text: what all its rules share is said once, above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Unpack, cast

import attrs

from aigovkit.citations import Citation, Force, Kind, Provision, Source
from aigovkit.errors import PolicyError, shown
from aigovkit.language.kinds import Condition, Quantity, Time
from aigovkit.language.nodes import ALWAYS, EventsFact, RecordsFact
from aigovkit.models.data import DataClass
from aigovkit.models.retention import RetentionRule
from aigovkit.models.risk import RiskTier
from aigovkit.periods import Cadence
from aigovkit.rules import builders
from aigovkit.rules.builders import DutyOptions, RuleOptions
from aigovkit.rules.kinds import (
    Advice,
    Classification,
    Commencement,
    Definition,
    ExceptionRule,
    Joinable,
    Noted,
    Obligation,
    Penalty,
    Prohibition,
    Recurring,
    Requirement,
    Retention,
    Review,
    Rule,
    Scope,
    Score,
)


@attrs.frozen
class Part:
    """A section of a text, with what its rules share. Made by `part`.

    Its methods are the builders, with the pinpoint instead of a citation.

    .. versionadded:: 0.1.0
    """

    source: Source
    prefix: str
    force: Force | None
    commencement: Commencement | None
    bearer: str
    kind: Kind | None
    each: RecordsFact | None
    act: Time | None

    def but(self, **changed: Any) -> Part:
        """The same part with some of what it states changed: `PART.but(bearer="the vendor")`."""
        known = [field.name for field in attrs.fields(Part)]
        for name in changed:
            if name not in known:
                raise PolicyError(
                    f"a part states no `{name}`; it states {', '.join(f'`{one}`' for one in known)}"
                )
        return attrs.evolve(self, **changed)

    def at(self, pinpoint: str) -> Citation:
        """The citation of a pinpoint in this part."""
        return self.source.at(f"{self.prefix}{pinpoint}")

    def _rule(self, options: RuleOptions) -> RuleOptions:
        shared = {
            "force": self.force,
            "commencement": self.commencement,
            "each": self.each,
            "act": self.act,
        }
        return cast("RuleOptions", {**{k: v for k, v in shared.items() if v is not None}, **options})

    def _duty(self, options: DutyOptions) -> DutyOptions:
        return cast("DutyOptions", self._rule(options))

    def _of_kind(self, id: str, kind: Kind | None) -> Kind:
        found = kind or self.kind
        if found is None:
            raise PolicyError(f"`{id}`: say of which kind it is, as `kind`, in the rule or in its part")
        return found

    def prohibition(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        when: Joinable,
        bearer: str = "",
        **options: Unpack[RuleOptions],
    ) -> Prohibition:
        """See `prohibition`."""
        bearer = bearer or self.bearer
        return builders.prohibition(
            id, self.at(pinpoint), statement, when=when, bearer=bearer, **self._rule(options)
        )

    def exception(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        to: Rule | str | Sequence[Rule | str],
        when: Joinable,
        provided: Joinable = ALWAYS,
        **options: Unpack[RuleOptions],
    ) -> ExceptionRule:
        """See `exception`."""
        shared = self._rule(options)
        return builders.exception(
            id, self.at(pinpoint), statement, to=to, when=when, provided=provided, **shared
        )

    def obligation(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        bearer: str = "",
        when: Joinable = ALWAYS,
        kind: Kind | None = None,
        **options: Unpack[DutyOptions],
    ) -> Obligation:
        """See `obligation`."""
        kind = kind or self.kind or Kind.OBLIGATION
        shared = self._duty(options)
        bearer = bearer or self.bearer
        return builders.obligation(
            id, self.at(pinpoint), statement, bearer=bearer, when=when, kind=kind, **shared
        )

    def review(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        bearer: str = "",
        when: Joinable,
        **options: Unpack[DutyOptions],
    ) -> Review:
        """See `review`."""
        bearer = bearer or self.bearer
        return builders.review(
            id, self.at(pinpoint), statement, bearer=bearer, when=when, **self._duty(options)
        )

    def requirement(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        bearer: str = "",
        when: Joinable,
        **options: Unpack[DutyOptions],
    ) -> Requirement:
        """See `requirement`."""
        bearer = bearer or self.bearer
        return builders.requirement(
            id, self.at(pinpoint), statement, bearer=bearer, when=when, **self._duty(options)
        )

    def recurring(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        bearer: str = "",
        occurrences: EventsFact,
        cadence: Cadence,
        since: Time,
        when: Joinable = ALWAYS,
        **options: Unpack[DutyOptions],
    ) -> Recurring:
        """See `recurring`."""
        return builders.recurring(
            id,
            self.at(pinpoint),
            statement,
            bearer=bearer or self.bearer,
            occurrences=occurrences,
            cadence=cadence,
            since=since,
            when=when,
            **self._duty(options),
        )

    def definition(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        means: Joinable,
        term: str = "",
        kind: Kind = Kind.DEFINITION,
        **options: Unpack[RuleOptions],
    ) -> Definition:
        """See `definition`."""
        shared = self._rule(options)
        return builders.definition(
            id, self.at(pinpoint), statement, means=means, term=term, kind=kind, **shared
        )

    def scope(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        covers: Joinable,
        term: str = "",
        **options: Unpack[RuleOptions],
    ) -> Scope:
        """See `scope`."""
        return builders.scope(
            id, self.at(pinpoint), statement, covers=covers, term=term, **self._rule(options)
        )

    def noted(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        when: Joinable,
        kind: Kind | None = None,
        **options: Unpack[RuleOptions],
    ) -> Noted:
        """See `noted`."""
        kind = self._of_kind(id, kind)
        return builders.noted(id, self.at(pinpoint), statement, kind=kind, when=when, **self._rule(options))

    def advice(
        self, id: str, pinpoint: str, statement: str, *, when: Joinable, **options: Unpack[RuleOptions]
    ) -> Advice:
        """See `advice`. Its force is that of advice, not that of the part."""
        shared: RuleOptions = {"force": Force.DESCRIPTIVE, **options}
        return builders.advice(id, self.at(pinpoint), statement, when=when, **self._rule(shared))

    def score(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        points: Quantity | Sequence[tuple[Condition, int]],
        bands: Sequence[tuple[int, int, RiskTier]] = (),
        when: Joinable = ALWAYS,
        **options: Unpack[RuleOptions],
    ) -> Score:
        """See `score`."""
        shared = self._rule(options)
        return builders.score(
            id, self.at(pinpoint), statement, points=points, bands=bands, when=when, **shared
        )

    def classification(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        of: RecordsFact,
        falls_in: DataClass,
        when: Joinable,
        **options: Unpack[RuleOptions],
    ) -> Classification:
        """See `classification`."""
        shared = attrs.evolve(self, each=None)._rule(options)
        return builders.classification(
            id, self.at(pinpoint), statement, of=of, falls_in=falls_in, when=when, **shared
        )

    def retention(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        keeps: RetentionRule,
        when: Joinable = ALWAYS,
        **options: Unpack[RuleOptions],
    ) -> Retention:
        """See `retention`."""
        return builders.retention(
            id, self.at(pinpoint), statement, keeps=keeps, when=when, **self._rule(options)
        )

    def penalty(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        when: Joinable,
        least: Quantity | int,
        most: Quantity | int | None,
        formula: str,
        payer: str = "",
        payee: str = "",
        **options: Unpack[RuleOptions],
    ) -> Penalty:
        """See `penalty`."""
        return builders.penalty(
            id,
            self.at(pinpoint),
            statement,
            when=when,
            least=least,
            most=most,
            formula=formula,
            payer=payer,
            payee=payee,
            **self._rule(options),
        )

    def unmodelled(
        self, id: str, pinpoint: str, *, because: str, kind: Kind | None = None, force: Force | None = None
    ) -> Provision:
        """See `unmodelled`."""
        kind = self._of_kind(id, kind)
        force = force or self.force or Force.BINDING
        return builders.unmodelled(id, self.at(pinpoint), kind=kind, force=force, because=because)


def part(
    source: Source,
    prefix: str = "",
    *,
    force: Force | None = None,
    commencement: Commencement | None = None,
    bearer: str = "",
    kind: Kind | None = None,
    each: RecordsFact | None = None,
    act: Time | None = None,
) -> Part:
    """A section of a text, with what its rules share: force, start, bearer, kind, list of records, act.

    `prefix` stands before every pinpoint. A rule says only what is its own, and
    may say otherwise than its part.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> ORDER = Source("Automated Decisions Order", issuer="Ruritania")
    >>> NOTICE = part(ORDER, "section 3, ", force=Force.RECOMMENDED, bearer="the agency")
    >>> rule = NOTICE.obligation("RUR-3.1", "first sentence", "Tell the person.", when=Use.decision_fully_automated)
    >>> str(rule.citation), rule.bearer, str(rule.force)
    ('Automated Decisions Order, section 3, first sentence', 'the agency', 'recommended')

    Raises PolicyError when a field is of a wrong type.

    .. versionadded:: 0.1.0
    """
    if not isinstance(source, Source):
        raise PolicyError(f"a part belongs to a `Source`, not to `{shown(source)}`")
    return Part(source, prefix, force, commencement, bearer, kind, each, act)
