"""A part of a text: what all its rules share is said once, above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, TypeVar, Unpack, cast

import attrs

from aigovkit.citations import Citation, Force, Kind, Provision, Source
from aigovkit.errors import did_you_mean
from aigovkit.language.kinds import Quantity, Time, Times
from aigovkit.language.nodes import ALWAYS, NOT_EVER, RecordsFact
from aigovkit.models.data import DataClass
from aigovkit.models.retention import RetentionRule
from aigovkit.models.scales import Scale
from aigovkit.periods import Cadence
from aigovkit.rules import builders
from aigovkit.rules.builders import builder
from aigovkit.rules.calls import OPTIONS
from aigovkit.rules.checks import TEXT, Accepted, given, misfits, named, refuse
from aigovkit.rules.kinds import (
    KINDS,
    Advice,
    Classification,
    Definition,
    ExceptionRule,
    Ground,
    Joinable,
    Noted,
    Obligation,
    Penalty,
    Prohibition,
    Recurring,
    Referral,
    Requirement,
    Retention,
    Review,
    Rule,
    Scope,
    Score,
)
from aigovkit.rules.options import (
    AdviceOptions,
    DutyOptions,
    ListlessOptions,
    PlainOptions,
    RecurringOptions,
    RuleOptions,
)
from aigovkit.rules.restatements import Restatement
from aigovkit.rules.times import Commencement
from aigovkit.rules.totals import Band

Options = TypeVar(
    "Options", PlainOptions, AdviceOptions, ListlessOptions, RuleOptions, RecurringOptions, DutyOptions
)

OfDuty = TypeVar("OfDuty", RecurringOptions, DutyOptions)

_STATED = {
    "source": Accepted(lambda value: isinstance(value, Source), "a `Source`"),
    "prefix": TEXT,
    "force": OPTIONS["force"].or_none(),
    "commencement": OPTIONS["commencement"],
    "bearer": TEXT,
    "kind": OPTIONS["kind"].or_none(),
    "each": OPTIONS["each"],
    "act": OPTIONS["act"].or_none(),
    "standing": OPTIONS["standing"],
    "promoted_by": OPTIONS["promoted_by"].or_none(),
}


class Stated(TypedDict, total=False):
    """What a part can state."""

    source: Source
    prefix: str
    force: Force | None
    commencement: Commencement | None
    bearer: str
    kind: Kind | None
    each: RecordsFact | None
    act: Time | None
    standing: bool
    promoted_by: Joinable | None


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
    standing: bool = False
    promoted_by: Joinable | None = None

    def __attrs_post_init__(self) -> None:
        refuse(f"the part {named(self.prefix)}" if self.prefix else "the part", misfits(given(self), _STATED))

    def but(self, **changed: Unpack[Stated]) -> Part:
        """The same part with some of what it states changed: `PART.but(bearer="the vendor")`.

        Raises PolicyError when a field is of a wrong type, or none that a part states.
        """
        unknown = [
            f"it states no `{name}`; " + (did_you_mean(name, _STATED) or f"it states {', '.join(_STATED)}")
            for name in changed
            if name not in _STATED
        ]
        refuse(f"the part {named(self.prefix)}" if self.prefix else "the part", unknown)
        return attrs.evolve(self, **changed)

    def at(self, pinpoint: str) -> Citation:
        """The citation of a pinpoint in this part; PolicyError when it says nowhere."""
        run_together = self.prefix[-1:].isalnum() and str(pinpoint)[:1].isalnum()
        where = f"{self.prefix}{', ' if run_together else ''}{pinpoint}"
        refuse("a citation", [] if where.strip() else ["say where in the source: the pinpoint is empty"])
        return self.source.at(where)

    def _joined(self, options: Options, *, but: str = "") -> Options:
        """The options of a rule, with what the part states where the rule says nothing."""
        stated = {
            "force": self.force,
            "commencement": self.commencement,
            "each": self.each,
            "act": self.act,
            "promoted_by": self.promoted_by,
        }
        left_out = (but, "promoted_by") if but == "force" else (but,)  # What has no force has none to gain.
        shared = {name: value for name, value in stated.items() if value is not None and name not in left_out}
        return cast("Options", {**shared, **options})

    def _of_duty(self, options: OfDuty) -> OfDuty:
        """The options of a duty, with what the part states where the rule says nothing."""
        return cast("OfDuty", {**({"standing": True} if self.standing else {}), **self._joined(options)})

    def _shared(self, of: type[Rule]) -> Kind | None:
        """The kind of the part, where a rule of a class can be of it."""
        return self.kind if self.kind in KINDS[of] else None

    @builder(RuleOptions)
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
        return builders.prohibition(
            id, self.at(pinpoint), statement, when=when, bearer=bearer or self.bearer, **self._joined(options)
        )

    @builder(RuleOptions)
    def exception(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        to: Rule | str | Sequence[Rule | str],
        when: Joinable,
        provided: Joinable = ALWAYS,
        waiver: Joinable | None = None,
        **options: Unpack[RuleOptions],
    ) -> ExceptionRule:
        """See `exception`."""
        return builders.exception(
            id,
            self.at(pinpoint),
            statement,
            to=to,
            when=when,
            provided=provided,
            waiver=waiver,
            **self._joined(options),
        )

    @builder(DutyOptions)
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
        return builders.obligation(
            id,
            self.at(pinpoint),
            statement,
            bearer=bearer or self.bearer,
            when=when,
            kind=kind or self._shared(Obligation) or Kind.OBLIGATION,
            **self._of_duty(options),
        )

    @builder(DutyOptions)
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
        return builders.review(
            id,
            self.at(pinpoint),
            statement,
            bearer=bearer or self.bearer,
            when=when,
            **self._of_duty(options),
        )

    @builder(DutyOptions)
    def requirement(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        bearer: str = "",
        when: Joinable,
        lawful_use: bool = False,
        **options: Unpack[DutyOptions],
    ) -> Requirement:
        """See `requirement`."""
        return builders.requirement(
            id,
            self.at(pinpoint),
            statement,
            bearer=bearer or self.bearer,
            when=when,
            lawful_use=lawful_use,
            **self._of_duty(options),
        )

    @builder(RecurringOptions)
    def recurring(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        bearer: str = "",
        cadence: Cadence,
        since: Time,
        occurrences: Times | None = None,
        when: Joinable = ALWAYS,
        **options: Unpack[RecurringOptions],
    ) -> Recurring:
        """See `recurring`."""
        return builders.recurring(
            id,
            self.at(pinpoint),
            statement,
            bearer=bearer or self.bearer,
            cadence=cadence,
            since=since,
            occurrences=occurrences,
            when=when,
            **self._of_duty(options),
        )

    @builder(RuleOptions)
    def referral(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        issue: str,
        bearer: str = "",
        when: Joinable,
        done: Joinable = NOT_EVER,
        **options: Unpack[RuleOptions],
    ) -> Referral:
        """See `referral`."""
        return builders.referral(
            id,
            self.at(pinpoint),
            statement,
            issue=issue,
            bearer=bearer or self.bearer,
            when=when,
            done=done,
            **self._joined(options),
        )

    @builder(RuleOptions)
    def definition(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        means: Joinable,
        term: str = "",
        kind: Kind | None = None,
        **options: Unpack[RuleOptions],
    ) -> Definition:
        """See `definition`."""
        return builders.definition(
            id,
            self.at(pinpoint),
            statement,
            means=means,
            term=term,
            kind=kind or self._shared(Definition) or Kind.DEFINITION,
            **self._joined(options),
        )

    @builder(RuleOptions)
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
            id, self.at(pinpoint), statement, covers=covers, term=term, **self._joined(options)
        )

    @builder(RuleOptions)
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
        return builders.noted(
            id,
            self.at(pinpoint),
            statement,
            kind=_stated(id, kind or self._shared(Noted)),
            when=when,
            **self._joined(options),
        )

    @builder(ListlessOptions)
    def ground(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        when: Joinable,
        matches: Joinable,
        **options: Unpack[ListlessOptions],
    ) -> Ground:
        """See `ground`. Its force is that of a precedent, whatever the part has."""
        options.setdefault("force", Force.PRECEDENT)
        return builders.ground(
            id, self.at(pinpoint), statement, when=when, matches=matches, **self._joined(options, but="each")
        )

    @builder(AdviceOptions)
    def advice(
        self, id: str, pinpoint: str, statement: str, *, when: Joinable, **options: Unpack[AdviceOptions]
    ) -> Advice:
        """See `advice`. It has no force, whatever the part has."""
        return builders.advice(
            id, self.at(pinpoint), statement, when=when, **self._joined(options, but="force")
        )

    @builder(ListlessOptions)
    def score(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        points: Quantity | Sequence[tuple[Joinable, int]],
        scale: Scale | None = None,
        bands: Sequence[Band] = (),
        when: Joinable = ALWAYS,
        **options: Unpack[ListlessOptions],
    ) -> Score:
        """See `score`."""
        return builders.score(
            id,
            self.at(pinpoint),
            statement,
            points=points,
            scale=scale,
            bands=bands,
            when=when,
            **self._joined(options, but="each"),
        )

    @builder(ListlessOptions)
    def classification(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        of: RecordsFact,
        falls_in: DataClass,
        when: Joinable,
        regime: str = "",
        **options: Unpack[ListlessOptions],
    ) -> Classification:
        """See `classification`."""
        return builders.classification(
            id,
            self.at(pinpoint),
            statement,
            of=of,
            falls_in=falls_in,
            when=when,
            regime=regime,
            **self._joined(options, but="each"),
        )

    @builder(RuleOptions)
    def retention(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        keeps: RetentionRule,
        counted_from: Time | None = None,
        hold: Joinable = NOT_EVER,
        when: Joinable = ALWAYS,
        **options: Unpack[RuleOptions],
    ) -> Retention:
        """See `retention`."""
        return builders.retention(
            id,
            self.at(pinpoint),
            statement,
            keeps=keeps,
            counted_from=counted_from,
            hold=hold,
            when=when,
            **self._joined(options),
        )

    @builder(RuleOptions)
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
            **self._joined(options),
        )

    @builder()
    def restatement(
        self,
        id: str,
        pinpoint: str,
        statement: str,
        *,
        restates: Rule | str | Sequence[Rule | str],
        policy: str = "",
        kind: Kind | None = None,
        force: Force | None = None,
        note: str = "",
    ) -> Restatement:
        """See `restatement`."""
        return builders.restatement(
            id,
            self.at(pinpoint),
            statement,
            restates=restates,
            policy=policy,
            kind=kind or self.kind,
            force=force or self.force,
            note=note,
        )

    @builder()
    def unmodelled(
        self, id: str, pinpoint: str, *, because: str, kind: Kind | None = None, force: Force | None = None
    ) -> Provision:
        """See `unmodelled`."""
        return builders.unmodelled(
            id,
            self.at(pinpoint),
            kind=_stated(id, kind or self.kind),
            force=force or self.force or Force.BINDING,
            because=because,
        )


def _stated(id: str, kind: Kind | None) -> Kind:
    """The kind that an entry or its part states."""
    refuse(named(id), [] if kind else ["say of which `kind` it is, here or in its part"])
    return cast("Kind", kind)


@builder(accepted=_STATED)
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
    standing: bool = False,
    promoted_by: Joinable | None = None,
) -> Part:
    """A section of a text, with what its rules share: force, start, bearer, kind, list of records, act,
    whether its duties are `standing` ones of the agency, and what promotes them.

    `prefix` stands before every pinpoint, as it is written: "3" and "(1)" are 3(1). Where
    two words or numbers would run together, a comma comes between. A rule says only what is its own, and
    may say otherwise than its part. It takes the part's kind where it can be of it.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> ORDER = Source("Automated Decisions Order", issuer="Ruritania")
    >>> NOTICE = part(ORDER, "section 3", force=Force.RECOMMENDED, bearer="the agency")
    >>> TELL = NOTICE.obligation("RUR-3", "first sentence", "Tell people.", when=Use.tracks_individuals)
    >>> str(TELL.citation), TELL.bearer, str(TELL.force)
    ('Automated Decisions Order, section 3, first sentence', 'the agency', 'recommended')

    Raises PolicyError when a field is of a wrong type.

    .. versionadded:: 0.1.0
    """
    return Part(source, prefix, force, commencement, bearer, kind, each, act, standing, promoted_by)
