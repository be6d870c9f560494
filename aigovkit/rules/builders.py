"""The builders: one function for each kind of rule, in the words an author writes with.

Each takes the id of the provision, its citation and a statement in one sentence,
and then what its kind needs. Options that all share are those of `Rule`, those of
every duty those of `Duty`. A call that does not fit is refused with PolicyError,
which names the provision, every option that is wrong, and what it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ParamSpec, TypeVar, Unpack, cast

from aigovkit.calls import in_its_module
from aigovkit.citations import Citation, Force, Kind, Provision
from aigovkit.language.kinds import Quantity, Time, Times
from aigovkit.language.nodes import (
    ALWAYS,
    NOT_EVER,
    Attested,
    AttestedDays,
    AttestedOn,
    Constant,
    MeetsCadence,
    Points,
    RecordsFact,
)
from aigovkit.models.data import DataClass
from aigovkit.models.retention import RetentionRule
from aigovkit.models.scales import Scale
from aigovkit.periods import Cadence
from aigovkit.rules.calls import call_check
from aigovkit.rules.checks import Accepted
from aigovkit.rules.kinds import (
    Advice,
    Classification,
    Definition,
    Duty,
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
    addressed,
    done_towards,
)
from aigovkit.rules.options import (
    AdviceOptions,
    DutyOptions,
    ListlessOptions,
    RecurringOptions,
    RuleOptions,
)
from aigovkit.rules.restatements import Restatement
from aigovkit.rules.times import Deadline
from aigovkit.rules.totals import Band

P = ParamSpec("P")
R = TypeVar("R")


def builder(
    options: type | None = None, accepted: Mapping[str, Accepted] | None = None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Makes a function a builder, which refuses a call that does not fit.

    `options` are those it takes besides what it names, and `accepted` what the options of
    one that builds no rule take. Everything wrong with a call is told at once: what is
    missing, unknown, or of a wrong type.
    """

    def decorated(build: Callable[P, R]) -> Callable[P, R]:
        check = call_check(build, options, accepted)

        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            check(args, kwargs)
            return build(*args, **kwargs)

        return cast("Callable[P, R]", in_its_module(call, build))

    return decorated


@builder(RuleOptions)
def prohibition(
    id: str,
    citation: Citation,
    statement: str,
    *,
    when: Joinable,
    bearer: str = "",
    **options: Unpack[RuleOptions],
) -> Prohibition:
    """Something that must not be done.

    It applies when its condition holds and no exception displaces it; the
    outcome is then PROHIBITED. Without a `bearer` it binds everyone.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> ban = prohibition("RUR-4", order.at("4"), "Nobody is followed.", when=Use.tracks_individuals)
    >>> str(ban.citation), ban.when
    ('Automated Decisions Order, 4', Use.tracks_individuals)

    .. versionadded:: 0.1.0
    """
    return Prohibition(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.PROHIBITION,
        when=when,
        bearer=bearer,
        **options,
    )


@builder(RuleOptions)
def exception(
    id: str,
    citation: Citation,
    statement: str,
    *,
    to: Rule | str | Sequence[Rule | str],
    when: Joinable,
    provided: Joinable = ALWAYS,
    waiver: Joinable | None = None,
    **options: Unpack[RuleOptions],
) -> ExceptionRule:
    """What displaces other rules. It stands where the document puts it, and points at what it displaces.

    `to` names rules, or their ids where they come later in the text. What it is
    `provided` on are its conditions: when one fails, what it would displace revives.

    Where somebody grants the exception, `waiver` is what one that was granted has to meet, by the facts of
    `Waiver`: who granted it, what it covers. It displaces the rules it names, from its day on, and of these
    only such as stand in `to`.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Warrant
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> issued = Warrant.issued.happened()
    >>> lifted = exception("RUR-4-2", order.at("4(2)"), "Under a warrant.", to="RUR-4", when=issued)
    >>> lifted.to, lifted.provided
    (('RUR-4',), ALWAYS)

    .. versionadded:: 0.1.0
    """
    targets = [to] if isinstance(to, Rule | str) else to
    return ExceptionRule(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.EXCEPTION,
        to=[target.id if isinstance(target, Rule) else target for target in targets],
        when=when,
        provided=provided,
        waiver=waiver,
        **options,
    )


@builder(DutyOptions)
def obligation(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    when: Joinable = ALWAYS,
    kind: Kind = Kind.OBLIGATION,
    **options: Unpack[DutyOptions],
) -> Obligation:
    """Something to be done. Without `done` its fulfilment is attested. Undone, it does not move the outcome.

    Owed to several, it takes `addressees` instead: to each name what tells that it was done. Where another
    duty's act fulfils it too, `same_act_as` is that duty, or its id where it comes later; where another
    duty contains it, so is `part_of`.

    >>> from aigovkit.citations import Source
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> obligation("RUR-6", order.at("6"), "Keep a register.", bearer="the agency").done
    Attested(provision='RUR-6')

    .. versionadded:: 0.1.0
    """
    return Obligation(
        id=id,
        citation=citation,
        statement=statement,
        kind=kind,
        bearer=bearer,
        when=when,
        **_attested(id, options),
    )


@builder(DutyOptions)
def review(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    when: Joinable,
    **options: Unpack[DutyOptions],
) -> Review:
    """A named body must decide first. Until it has, the outcome is REVIEW. Without `done` that is attested.

    `bearer` is the body. The `gate` is the step before which it has to decide: once
    that is passed without it, the finding is a breach, and the outcome is still REVIEW.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> who = {"bearer": "the board", "gate": Use.began.happened()}
    >>> ASK = review("RUR-5", order.at("5"), "Ask the board.", when=Use.tracks_individuals, **who)
    >>> ASK.done, ASK.gate
    (Attested(provision='RUR-5'), Use.began.happened())

    .. versionadded:: 0.1.0
    """
    return Review(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.REVIEW,
        bearer=bearer,
        when=when,
        **_attested(id, options),
    )


@builder(DutyOptions)
def requirement(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    when: Joinable,
    lawful_use: bool = False,
    **options: Unpack[DutyOptions],
) -> Requirement:
    """A condition of use. Until it is met, the outcome is CONDITIONAL. Without `done` that is attested.

    With `lawful_use`, going ahead without it (its `gate` passed, or its time over)
    is prohibited.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Safeguards, Use
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> first = {"done": Safeguards.impact_assessment, "gate": Use.began.happened(), "lawful_use": True}
    >>> ASSESS = requirement("RUR-4", order.at("4"), "Assess.", bearer="the agency", when=ALWAYS, **first)
    >>> ASSESS.met
    Safeguards.impact_assessment.happened()

    .. versionadded:: 0.1.0
    """
    return Requirement(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.REQUIREMENT,
        bearer=bearer,
        when=when,
        lawful_use=lawful_use,
        **_attested(id, options),
    )


@builder(RecurringOptions)
def recurring(
    id: str,
    citation: Citation,
    statement: str,
    *,
    bearer: str,
    cadence: Cadence,
    since: Time,
    occurrences: Times | None = None,
    when: Joinable = ALWAYS,
    **options: Unpack[RecurringOptions],
) -> Recurring:
    """Something to be done again and again, as often as a cadence asks since a time.

    A window missed stays a breach, however promptly the next one is kept. Without
    `occurrences` the days are attested, all of them, under the id of the duty.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Data, Use
    >>> from aigovkit.periods import Period
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> yearly = {"cadence": Cadence(Period(years=1)), "since": Use.began}
    >>> kept = {"occurrences": Data.inventory_reviews, "bearer": "the agency", **yearly}
    >>> recurring("RUR-7", order.at("7"), "Review the inventory every year.", **kept).recurs
    True
    >>> recurring("RUR-8", order.at("8"), "Train the staff.", bearer="the agency", **yearly).done.occurrences
    AttestedDays(provision='RUR-8')

    .. versionadded:: 0.1.0
    """
    return Recurring(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.OBLIGATION,
        bearer=bearer,
        when=when,
        done=MeetsCadence(AttestedDays(id) if occurrences is None else occurrences, cadence, since),
        **options,
    )


@builder(RuleOptions)
def referral(
    id: str,
    citation: Citation,
    statement: str,
    *,
    issue: str,
    bearer: str,
    when: Joinable,
    done: Joinable = NOT_EVER,
    **options: Unpack[RuleOptions],
) -> Referral:
    """What a text leaves to a person: two clauses in tension, a list left open whose stated grounds hold.

    Where it applies the finding is `referred`, which is neither advice nor a
    breach, and the outcome REVIEW at least. `issue` is what has to be decided, and
    `bearer` who decides. Where the text provides for a decision, `done` says that
    it was taken, and settles the finding; without it the referral stands.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> asked = {"issue": "Is this use to be barred like those listed?", "bearer": "the registrar"}
    >>> asked |= {"when": Use.severe_risk, "done": Attested("RUR-4-9")}
    >>> OTHERS = referral("RUR-4-9", order.at("4(9)"), "Uses as grave may be barred too.", **asked)
    >>> OTHERS.issue, OTHERS.done
    ('Is this use to be barred like those listed?', Attested(provision='RUR-4-9'))

    .. versionadded:: 0.1.0
    """
    return Referral(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.REFERRAL,
        issue=issue,
        bearer=bearer,
        when=when,
        done=done,
        **options,
    )


@builder(RuleOptions)
def definition(
    id: str,
    citation: Citation,
    statement: str,
    *,
    means: Joinable,
    term: str = "",
    kind: Kind = Kind.DEFINITION,
    **options: Unpack[RuleOptions],
) -> Definition:
    """A defined term. It joins with conditions by `&`, `|` and `~`; `term` says in a clause that it holds.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import System, Use
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> AUTOMATED = definition("RUR-2", order.at("2"), "Nobody decides.", means=Use.decision_fully_automated)
    >>> AUTOMATED & System.public_facing
    Named(name='RUR-2 holds', condition=Use.decision_fully_automated) & System.public_facing

    .. versionadded:: 0.1.0
    """
    return Definition(
        id=id,
        citation=citation,
        statement=statement,
        kind=kind,
        when=means,
        term=term or f"{id} holds",
        **options,
    )


@builder(RuleOptions)
def scope(
    id: str,
    citation: Citation,
    statement: str,
    *,
    covers: Joinable,
    term: str = "",
    **options: Unpack[RuleOptions],
) -> Scope:
    """What a policy, or a part of it, covers. It joins with conditions as a definition does.

    It is noted where it holds, and gates nothing by itself: give it to `policy` as
    the `scope`, or join it with the condition of each rule it is to gate.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Agency, Use
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> HERE = scope("RUR-1", order.at("1"), "It binds the city.", covers=Agency.place.within("rur/strelsau"))
    >>> HERE & Use.tracks_individuals
    Named(name='RUR-1 holds', condition=Agency.place.within('rur/strelsau')) & Use.tracks_individuals

    .. versionadded:: 0.1.0
    """
    return Scope(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.CONDITION,
        when=covers,
        term=term or f"{id} holds",
        **options,
    )


@builder(RuleOptions)
def noted(
    id: str, citation: Citation, statement: str, *, kind: Kind, when: Joinable, **options: Unpack[RuleOptions]
) -> Noted:
    """A permission, a right, a consequence or a condition that is reported when it holds, and moves nothing.

    It permits nothing that another rule prohibits: what lifts a ban is an `exception`.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> followed = {"kind": Kind.RIGHT, "when": Use.tracks_individuals}
    >>> str(noted("RUR-8", order.at("8"), "Whoever is followed may ask why.", **followed).kind)
    'right'

    .. versionadded:: 0.1.0
    """
    return Noted(id=id, citation=citation, statement=statement, kind=kind, when=when, **options)


@builder(ListlessOptions)
def ground(
    id: str,
    citation: Citation,
    statement: str,
    *,
    when: Joinable,
    matches: Joinable,
    **options: Unpack[ListlessOptions],
) -> Ground:
    """What a case was once decided on: a reason that was given, or all of them.

    Reasons for one decision are no norm for the next. In a case that is like the one
    decided (`when`) the finding is `matched` or `distinguished`, and never a breach;
    it moves nothing.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Safeguards, Use
    >>> rulings = Source("Rulings of the Registrar", issuer="Ruritania")
    >>> made = {"when": Use.tracks_individuals, "matches": Safeguards.purpose_published}
    >>> TRAM = ground("RUR-R-2", rulings.at("2"), "Passed, since the aim was public.", **made)
    >>> str(TRAM.kind), str(TRAM.force)
    ('precedent', 'precedent')

    .. versionadded:: 0.1.0
    """
    options.setdefault("force", Force.PRECEDENT)
    return Ground(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.PRECEDENT,
        when=when,
        matches=matches,
        **options,
    )


@builder(AdviceOptions)
def advice(
    id: str, citation: Citation, statement: str, *, when: Joinable, **options: Unpack[AdviceOptions]
) -> Advice:
    """Good sense that no text demands: reported as advised, never called a duty.

    It has no force and takes none; `citation` is the place that it goes with.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> WISE = advice("RUR-3-ADVICE", order.at("3"), "Tell people in writing.", when=Use.tracks_individuals)
    >>> str(WISE.kind), str(WISE.force)
    ('advice', 'descriptive')

    .. versionadded:: 0.1.0
    """
    return Advice(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.ADVICE,
        force=Force.DESCRIPTIVE,
        when=when,
        **options,
    )


@builder(ListlessOptions)
def score(
    id: str,
    citation: Citation,
    statement: str,
    *,
    points: Quantity | Sequence[tuple[Joinable, int]],
    scale: Scale | None = None,
    bands: Sequence[Band] = (),
    when: Joinable = ALWAYS,
    **options: Unpack[ListlessOptions],
) -> Score:
    """Points, and the step of the instrument's own scale that their total falls on.

    `points` are a quantity, or cells, pairs of a condition and its points, of which the
    first that holds counts; the last condition is ALWAYS, or any of the points may
    count where none holds. Rows of points add up and multiply:
    `Points([...]) + Points([...])`. A band has its lowest and highest total, both
    included, and the id of a step of the `scale`; the bands hold every total that can
    be reached, once, and None stands for no end. What hangs on a step asks the score
    itself: `at_least`, `at_most`, `is_on`. Where `when` fails the score is not called
    for, and nothing is asked for it.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Step, System
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> track = Scale("track", "Track", [Step("brief", "Brief"), Step("full", "Full")])
    >>> row, bands = [(System.public_facing, 2), (ALWAYS, 0)], [(0, 1, "brief"), (2, 2, "full")]
    >>> scored = score("RUR-8", order.at("8"), "Who meets it?", points=row, scale=track, bands=bands)
    >>> scored.at_least("full").name
    'Track is at least Full'

    .. versionadded:: 0.1.0
    """
    return Score(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.SCORE,
        points=Points(points) if isinstance(points, Sequence) else points,
        scale=scale,
        bands=bands,
        when=when,
        **options,
    )


@builder(ListlessOptions)
def classification(
    id: str,
    citation: Citation,
    statement: str,
    *,
    of: RecordsFact,
    falls_in: DataClass,
    when: Joinable,
    regime: str = "",
    **options: Unpack[ListlessOptions],
) -> Classification:
    """The class that each data element falls in when the condition holds of it. `of` is the list of elements.

    Where the text takes the class from a law outside it, `regime` names that law: a
    word of `Regime`, or in words. `result.classified` sums up the classes of each element.
    No condition asks for a class: what rules go by is a `definition` beside it.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Data, DataElement
    >>> order = Source("Register Order", issuer="Ruritania")
    >>> named = {"of": Data.elements, "when": DataElement.identifies_person}
    >>> CLASS = classification("RUR-2", order.at("2"), "Names.", falls_in=DataClass.PROTECTED_PII, **named)
    >>> CLASS.each, str(CLASS.data_class)
    (Data.elements, 'protected_pii')

    .. versionadded:: 0.1.0
    """
    return Classification(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.DATA_CLASS,
        each=of,
        data_class=falls_in,
        when=when,
        regime=regime,
        **options,
    )


@builder(RuleOptions)
def retention(
    id: str,
    citation: Citation,
    statement: str,
    *,
    keeps: RetentionRule,
    counted_from: Time | None = None,
    hold: Joinable = NOT_EVER,
    when: Joinable = ALWAYS,
    **options: Unpack[RuleOptions],
) -> Retention:
    """How long data is kept: a floor, a ceiling, or both; or a hold on what is kept together.

    It is reported, and leaves the outcome as it is. Rules are held against each
    other where they speak of the same `series` (`result.retention_limits`).
    `counted_from` tells when the trigger came, so that the answer can name the days.
    While `hold` holds, the ceiling does not run; what suspends every ceiling of a
    series is a rule of its own, of `RetentionRule(series=..., hold=True)`.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> from aigovkit.periods import Period
    >>> order = Source("Register Order", issuer="Ruritania")
    >>> month = RetentionRule(ceiling=Period(days=30), trigger="collection")
    >>> PURGE = retention("RUR-9", order.at("9"), "Delete it.", keeps=month, counted_from=Use.ended)
    >>> PURGE.keeps.ceiling, PURGE.counted_from
    (Period.parse('P30D'), Use.ended)

    .. versionadded:: 0.1.0
    """
    return Retention(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.RETENTION,
        keeps=keeps,
        counted_from=counted_from,
        hold=hold,
        when=when,
        **options,
    )


@builder(RuleOptions)
def penalty(
    id: str,
    citation: Citation,
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
    """What a violation can cost: bounds in cents, and the formula in words.

    `most=None` says that the text sets no ceiling. With `each` it is due for each
    record of which the condition holds, and adds up over them.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Violation
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> bounds = {"least": 0, "most": Violation.count * 500_00, "formula": "up to $500 for each"}
    >>> penalty("RUR-9", order.at("9"), "A fine.", when=Violation.found, **bounds).least
    Constant(number=0)

    .. versionadded:: 0.1.0
    """
    return Penalty(
        id=id,
        citation=citation,
        statement=statement,
        kind=Kind.PENALTY,
        when=when,
        least=_amount(least),
        most=None if most is None else _amount(most),
        formula=formula,
        payer=payer,
        payee=payee,
        **options,
    )


@builder()
def restatement(
    id: str,
    citation: Citation,
    statement: str,
    *,
    restates: Rule | str | Sequence[Rule | str],
    policy: str = "",
    kind: Kind | None = None,
    force: Force | None = None,
    note: str = "",
) -> Restatement:
    """A provision that only repeats others. It points there, and brings no finding or duty of its own.

    `restates` names their rules or ids; where they stand in another `policy`, that is
    named too. Kind and force are those of what it restates, unless it is printed with others.

    >>> from aigovkit.citations import Source
    >>> from aigovkit.models import Use
    >>> order = Source("Automated Decisions Order", issuer="Ruritania")
    >>> ban = prohibition("RUR-4", order.at("4"), "Nobody is followed.", when=Use.tracks_individuals)
    >>> restatement("RUR-A-2", order.at("Annex, 2"), "Again: nobody is followed.", restates=ban).restates
    ('RUR-4',)

    .. versionadded:: 0.1.0
    """
    several = [restates] if isinstance(restates, Rule | str) else restates
    return Restatement(
        id=id,
        citation=citation,
        statement=statement,
        restates=[one.id if isinstance(one, Rule) else one for one in several],
        policy=policy,
        kind=kind,
        force=force,
        note=note,
    )


@builder()
def unmodelled(
    id: str, citation: Citation, *, kind: Kind, force: Force = Force.BINDING, because: str
) -> Provision:
    """A provision that no rule models, with the reason.

    .. versionadded:: 0.1.0
    """
    return Provision(id, citation, kind, force, False, because)


def _attested(id: str, options: DutyOptions) -> DutyOptions:
    """The options of a duty; without `done` its fulfilment is attested, told for each addressee, or that of
    the duty whose act it shares.
    """
    shared = options.get("same_act_as")
    if "done" in options:
        return options
    each = options.get("each")
    if shared and isinstance(shared, Duty | str):
        act = shared.done if isinstance(shared, Duty) else Attested(shared, each)
        due = options.get("due")
        # That it was done as the first provision asks says nothing of the time of another.
        if isinstance(due, Deadline) and due.time is not None and isinstance(act, Attested):
            act = AttestedOn(act.provision, act.each)
        return {"done": act, **options}
    addressees = options.get("addressees")
    attested = Attested(id, each)
    return {"done": done_towards(addressed(addressees)) if addressees else attested, **options}


def _amount(given: Quantity | int) -> Quantity:
    return Constant(given) if isinstance(given, int) else given
