"""Answers: the plain values that an evaluation is made of.

They know nothing of how they were worked out. A finding's reasons are worked out
when read, by whatever made the finding: see `Reasons`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from enum import IntEnum, StrEnum
from typing import Any, Protocol

import attrs

from aigovkit import outward
from aigovkit.citations import Citation, Force, Kind
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import ALWAYS
from aigovkit.models.attestations import Progress
from aigovkit.models.data import DataClass
from aigovkit.models.retention import RetentionRule
from aigovkit.models.scales import Scale, Step
from aigovkit.models.vocabulary import DataCategory
from aigovkit.periods import Moment, Period


class Outcome(IntEnum):
    """What a policy says of a case, from mildest to strictest. `max` joins outcomes.

    There is no "permitted": lists of prohibited uses are often open, and people
    decide. UNDETERMINED is not on the scale: it says that the facts known leave
    more than one outcome open.

    >>> max(Outcome.REVIEW, Outcome.CONDITIONAL).word
    'review'

    .. versionadded:: 0.1.0
    """

    NOT_APPLICABLE = 0
    NO_OBJECTION = 1
    CONDITIONAL = 2
    REVIEW = 3
    PROHIBITED = 4
    UNDETERMINED = 9

    @property
    def word(self) -> str:
        """The outcome as it stands in JSON."""
        return self.name.lower()

    def __str__(self) -> str:
        return self.word


class Status(StrEnum):
    """What a finding says of its provision. Force decides which of three words a breach is called by.

    >>> Status.VIOLATED.is_silent, Status.DISPLACED.is_silent
    (False, True)

    .. versionadded:: 0.1.0
    """

    SATISFIED = "satisfied"
    SATISFIED_IF_APPLICABLE = "satisfied_if_applicable"
    """Done; whether it was owed is unknown."""
    VIOLATED = "violated"
    SHORTFALL = "shortfall"
    """A recommendation is not followed."""
    DEVIATES = "deviates"
    """What the issuer describes as its practice is departed from."""
    OPEN = "open"
    """Owed, and not a breach so far; or undone, and owed by the agency as such, so no breach of this case."""
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"
    DISPLACED = "displaced"
    """An exception applies."""
    NOT_IN_FORCE = "not_in_force"
    """It would apply, and does not bind on the day of the act."""
    REFERRED = "referred"
    """The text leaves it to a person, who has not decided."""
    ADVISED = "advised"
    """Good sense that no text demands."""
    MATCHED = "matched"
    """The case is like one that was decided, and has what that was decided on."""
    DISTINGUISHED = "distinguished"
    """The case is like one that was decided, and lacks what that was decided on: no breach of anything."""
    NOTED = "noted"
    """It holds, and moves nothing: a permission, a right, a consequence, a defined term."""

    @property
    def is_silent(self) -> bool:
        """Whether it is one of the ways in which a rule does not bite."""
        return self in _SILENT


_SILENT = frozenset({Status.NOT_APPLICABLE, Status.NOT_IN_FORCE, Status.DISPLACED})


class DutyStatus(StrEnum):
    """Where a duty stands.

    .. versionadded:: 0.1.0
    """

    MET = "met"
    MET_LATE = "met_late"
    """Done, after its time."""
    OPEN = "open"
    """Owed, and not yet due, or owed with no stated time."""
    OVERDUE = "overdue"
    """Its time has passed, and it is not done."""
    UNMET = "unmet"
    """The step it had to come before was taken without it."""
    UNKNOWN = "unknown"
    """Whether it is owed, or done, is not known."""


@attrs.frozen
class Explanation:
    """Why a rule came out as it did.

    `because` are short reasons in words; `unknown` the paths of the unknown facts
    it hangs on; `displaced_by` the id of the exception that displaces it, or
    None, as where the rule is not in force; `presumed` says whether it rests on
    a presumption not rebutted so far.

    .. versionadded:: 0.1.0
    """

    because: tuple[str, ...]
    unknown: tuple[str, ...]
    displaced_by: str | None
    presumed: bool


@attrs.frozen
class RecordFinding:
    """What comes of a rule for one of the records it speaks of, as a finding says it of them all.

    `record` is the path of the record, such as `incidents[0]`; `label` its name,
    with the path where another has the same name, or the path alone.

    .. versionadded:: 0.1.0
    """

    record: str
    label: str
    status: Status
    because: tuple[str, ...]
    unknown: tuple[str, ...]
    displaced_by: str | None
    presumed: bool


@attrs.frozen
class RecordOutcome:
    """What a policy says of one record of a list: the rules on it, joined with those on the whole case.

    `record` and `label` are those of a `RecordFinding`, `at_least` and `at_most` the
    mildest and the strictest outcome that the known facts leave open.

    .. versionadded:: 0.1.0
    """

    record: str
    label: str
    at_least: Outcome
    at_most: Outcome

    @property
    def outcome(self) -> Outcome:
        """The outcome when the known facts settle it, else UNDETERMINED."""
        return self.at_least if self.at_least is self.at_most else Outcome.UNDETERMINED


@attrs.frozen
class Present:
    """What a policy says of what is planned or goes on: of the whole case, and of the records that are not
    past.

    `at_least` and `at_most` are the mildest and the strictest outcome that the known
    facts leave open.

    .. versionadded:: 0.1.0
    """

    at_least: Outcome
    at_most: Outcome

    @property
    def outcome(self) -> Outcome:
        """The outcome when the known facts settle it, else UNDETERMINED."""
        return self.at_least if self.at_least is self.at_most else Outcome.UNDETERMINED


class Norm(Protocol):
    """What a finding says of its rule. Every rule has it.

    .. versionadded:: 0.1.0
    """

    @property
    def id(self) -> str:
        """The id of its provision."""

    @property
    def citation(self) -> Citation:
        """Where it stands."""

    @property
    def statement(self) -> str:
        """What it says, in a sentence."""

    @property
    def kind(self) -> Kind:
        """What sort of norm it is."""

    @property
    def force(self) -> Force:
        """How far it binds."""

    @property
    def left_open(self) -> tuple[Ambiguity, ...]:
        """The ambiguities of its text on which nothing turns that is worked out here."""


class Reasons(Protocol):
    """What works out the reasons of a finding when they are read. An evaluation does.

    .. versionadded:: 0.1.0
    """

    def explanation(self, provision: str, /) -> Explanation:
        """Why the rule of a provision came out as it did."""

    def statuses_by_reading(self, provision: str, /) -> Mapping[str, Mapping[str, Status]]:
        """The ambiguities on which the finding depends: the status under each reading of each."""

    def reading_of(self, ambiguity: Ambiguity, /) -> str:
        """How an ambiguity is read."""

    def effective_force(self, provision: str, /) -> Force | None:
        """How far the rule of a provision binds here; None while that is unknown."""

    def findings_by_record(self, provision: str, /) -> tuple[RecordFinding, ...]:
        """What comes of the rule of a provision for each record it speaks of."""


class Finding(tuple[tuple[Norm, Status], Reasons]):
    """What comes of one rule in one case: its provision, and its status.

    Of a rule that speaks of each record of a list, the status is the gravest, and
    `records` has that of each.
    `presumed` marks a finding that rests on a presumption, which stands only
    until its rebuttal is known. `because` and `unknown` are worked out when
    read: short reasons, and the paths of the unknown facts the finding hangs on.
    Two findings are equal when they have the same rule and the same status.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions import san_jose
    >>> from aigovkit.models import Case, System
    >>> result = san_jose.AI_POLICY.evaluate(Case(system=System(uses_ai=False)), as_of=date(2026, 3, 2))
    >>> result.finding("SJ-AI-PROHIBIT-2")
    Finding('SJ-AI-PROHIBIT-2', not_applicable)

    .. versionadded:: 0.1.0
    """

    # A tuple of what does not vary (the rule and its status, put together once) and of what gives the
    # reasons: there is one for each rule of each answer, and tuples are made without a call of Python.
    __slots__ = ()

    @property
    def norm(self) -> Norm:
        """The rule."""
        return self[0][0]

    @property
    def status(self) -> Status:
        """What comes of it."""
        return self[0][1]

    def __eq__(self, other: object) -> bool:
        return self[0] == other[0] if isinstance(other, Finding) else NotImplemented

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((self.provision, self.status))

    def __repr__(self) -> str:
        return f"Finding({self.provision!r}, {self.status!s})"

    @property
    def provision(self) -> str:
        """The id of the provision."""
        return self[0][0].id

    @property
    def kind(self) -> Kind:
        """What sort of norm it is."""
        return self[0][0].kind

    @property
    def force(self) -> Force:
        """How far it binds, as printed."""
        return self[0][0].force

    @property
    def effective_force(self) -> Force | None:
        """How far it binds here: as printed, or binding where promoted; None while it is unknown which."""
        return self[1].effective_force(self.provision)

    @property
    def citation(self) -> Citation:
        """Where it stands."""
        return self[0][0].citation

    @property
    def statement(self) -> str:
        """What the rule says, in a sentence."""
        return self[0][0].statement

    @property
    def because(self) -> tuple[str, ...]:
        """The facts that settle the finding, in words."""
        return self[1].explanation(self.provision).because

    @property
    def unknown(self) -> tuple[str, ...]:
        """The unknown facts the finding hangs on, by their paths."""
        return self[1].explanation(self.provision).unknown

    @property
    def displaced_by(self) -> str | None:
        """The exception that displaces the rule, if one does."""
        return self[1].explanation(self.provision).displaced_by

    @property
    def presumed(self) -> bool:
        """Whether the finding rests on a presumption that is not rebutted so far."""
        return self[1].explanation(self.provision).presumed

    @property
    def records(self) -> tuple[RecordFinding, ...]:
        """What comes of the rule for each record that is known of those it speaks of; empty where it speaks
        of the whole case.
        """
        return self[1].findings_by_record(self.provision)

    @property
    def readings(self) -> Mapping[str, Mapping[str, Status]]:
        """The ambiguities on which this finding depends: the status under each reading of each."""
        return self[1].statuses_by_reading(self.provision)

    @property
    def left_open(self) -> Mapping[str, str]:
        """The ambiguities on which nothing turns that is worked out here, by name, and how each is read."""
        return {ambiguity.name: self[1].reading_of(ambiguity) for ambiguity in self[0][0].left_open}


@attrs.frozen
class DutyDue:
    """One duty owed: who must do what, by when, and where that stands.

    `actor` is the bearer of the rule and `act` its statement. `due` is a day or
    an instant in the time zone of the policy, or None; `note` then says why, or
    that no time is stated. `force` is the one printed, `effective_force` the one
    it has here, as of a finding. `by_reading` marks a time that the text implies and
    does not state. `about` names the record the duty arises from, where there
    are several: by its name, with its path where another has the same name.
    `addressee` is the one to whom it is owed, where it has a state for each.
    `progress` says how far it has come, where that is attested. A `standing` duty is
    one of the agency as such, and counts for nothing in this case. `same_act_as` is
    the provision whose act fulfils this duty too, `part_of` the provision of the
    duty of which this is a part, with which it counts; or they are empty.

    .. versionadded:: 0.1.0
    """

    provision: str
    actor: str
    act: str
    citation: Citation
    due: Moment | None
    status: DutyStatus
    force: Force
    effective_force: Force | None
    note: str = ""
    by_reading: bool = False
    about: str = ""
    addressee: str = ""
    progress: Progress | None = None
    standing: bool = False
    same_act_as: str = ""
    part_of: str = ""


@attrs.frozen
class PolicyDuty:
    """A duty owed, and the policy by which it is, as it is called in the answer (`policy.names`).

    `by` is the end of its time, in microseconds since 1970 in UTC: of a day due, the end of
    that day in `time_zone`, the zone of the policy. It is None where no time can be named.

    .. versionadded:: 0.1.0
    """

    policy: str
    duty: DutyDue
    time_zone: str
    by: int | None


@attrs.frozen
class ActOwed:
    """One act, and all the duties that it fulfils, of one policy or of several: none is lost in another.

    Duties are of one act where they are done by the same fact or attestation, of the same
    record and addressee, or where the author of a policy says so (`same_act_as`). What
    two texts say in like words is never taken for one act. Each keeps its citation,
    actor, time and force; what is not done comes first, and of that what is overdue or
    unmet, then what has to be done the earliest.

    .. versionadded:: 0.1.0
    """

    duties: tuple[PolicyDuty, ...]

    @property
    def first(self) -> PolicyDuty:
        """The duty that asks for the act the earliest."""
        return self.duties[0]

    @property
    def policies(self) -> tuple[str, ...]:
        """The policies that ask for the act, each once."""
        return tuple(dict.fromkeys(one.policy for one in self.duties))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the texts ask for it, each once."""
        return tuple(dict.fromkeys(one.duty.citation for one in self.duties))

    @property
    def actors(self) -> tuple[str, ...]:
        """Who has to act, by each of the duties; each once."""
        return tuple(dict.fromkeys(one.duty.actor for one in self.duties))


@attrs.frozen
class Deadlines:
    """The duties that are not known to be done, by their times.

    `dated` are those whose time can be named, the earliest first wherever the places
    have their clocks: also those of which it is not known whether they are owed, or
    done. `undated` are those for which no time is stated, or whose time counts from
    something that has not come. `unknown` are those whose time hangs on what is not known.

    .. versionadded:: 0.1.0
    """

    dated: tuple[PolicyDuty, ...]
    undated: tuple[PolicyDuty, ...]
    unknown: tuple[PolicyDuty, ...]


def restated(printed: Force, effective: Force | None) -> str:
    """What a promotion makes of a printed force, in words; empty where it makes nothing of it.

    >>> restated(Force.RECOMMENDED, Force.BINDING), restated(Force.RECOMMENDED, None)
    ('recommended, promoted to binding', 'recommended, binding if it is promoted')

    .. versionadded:: 0.1.0
    """
    if effective is printed:
        return ""
    return f"{printed}, {'binding if it is promoted' if effective is None else 'promoted to binding'}"


@attrs.frozen
class TierFound:
    """What a score comes to, and where that stands on the scale of its instrument.

    `at_least` and `at_most` are points, both included; None where there is no
    end to them. `steps` are exactly those still possible, the lowest first, each
    fact that is not known having any value it may have. It is `certain` when the
    score is called for and one step is left; of a score without a scale, one total.
    `effective_force` is that of the text which scores, None while it is unknown.

    .. versionadded:: 0.1.0
    """

    provision: str
    citation: Citation
    at_least: int | None
    at_most: int | None
    scale: Scale | None = None
    steps: tuple[Step, ...] = ()
    certain: bool = True
    effective_force: Force | None = Force.BINDING

    def __str__(self) -> str:
        total = f"score {self._total}"
        if self.scale is None:
            return total.capitalize()
        perhaps = ", if it is called for" if len(self.steps) == 1 and not self.certain else ""
        return f"{self.scale.title}: {' or '.join(step.label for step in self.steps)}, {total}{perhaps}"

    @property
    def _total(self) -> str:
        least, most = self.at_least, self.at_most
        if least is None:
            return "not known" if most is None else f"at most {most}"
        if most is None:
            return f"at least {least}"
        return str(least) if least == most else f"{least} to {most}"


@attrs.frozen
class ScaleTiers:
    """What a case comes to on one scale of one policy.

    A step says something on its own scale only. Scales of different policies stand
    side by side, also where they are called the same, and none is put in terms of
    another. Of scores without a scale, `scale` is None.

    .. versionadded:: 0.1.0
    """

    policy: str
    scale: Scale | None
    tiers: tuple[TierFound, ...]


@attrs.frozen
class ElementClass:
    """A class that a data element falls in, or may fall in when `certain` is false.

    `element` is the name of the element in the case, with its path where another
    has the same name, or its path alone. `regime` is the law by which it does, where that
    is one outside the text. `effective_force` is that of the text which classifies, None
    while it is unknown.

    .. versionadded:: 0.1.0
    """

    provision: str
    citation: Citation
    element: str
    data_class: DataClass
    certain: bool
    regime: str = ""
    effective_force: Force | None = Force.BINDING


@attrs.frozen
class ClassFound:
    """One class of one data element, by all the provisions that put it there or, where not `certain`, may.

    Of a class that is certain `provisions`, `regimes`, and the reasons in `because` are those that make
    it so. `unknown` are the paths of the facts on which it hangs while it is not, and `readings` the
    ambiguities under another reading of which a provision would say otherwise.

    .. versionadded:: 0.1.0
    """

    data_class: DataClass
    certain: bool
    provisions: tuple[str, ...]
    regimes: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


@attrs.frozen
class Classified:
    """A data element, with all the classes it falls in or may fall in, in the order of the document.

    Where the policy gives its classes an order, `at_least` and `at_most` are the
    strictest it certainly falls in and the strictest it may; None where there is none.

    `otherwise` are the classes in which it does not fall, and under another reading would
    or might; their `readings` are the ambiguities.

    .. versionadded:: 0.1.0
    """

    element: str
    classes: tuple[ClassFound, ...]
    at_least: DataClass | None = None
    at_most: DataClass | None = None
    otherwise: tuple[ClassFound, ...] = ()

    @property
    def strictest(self) -> DataClass | None:
        """The strictest class, where that is settled; None else, and where the element has none."""
        return self.at_least if self.at_least is self.at_most else None

    @classmethod
    def of_several(cls, several: Sequence[Classified]) -> Classified:
        """One element by several policies: the classes by each. Ranks of different policies are not compared,
        so there is a strictest class only where a single one of them ranks what it found.
        """
        ranking = [one for one in several if one.at_most is not None]
        least, most = (ranking[0].at_least, ranking[0].at_most) if len(ranking) == 1 else (None, None)
        return cls(
            several[0].element,
            tuple(found for one in several for found in one.classes),
            least,
            most,
            tuple(found for one in several for found in one.otherwise),
        )


@attrs.frozen
class Suggestion:
    """What the name of a column suggests of the data in it: categories, and the classes of each.

    It is a suggestion for a person to look at, and decides nothing: no evaluation reads
    it. `classified` has an entry for each category, judged as if nothing else were known;
    both are empty where the name suggests nothing.

    .. versionadded:: 0.1.0
    """

    column: str
    categories: tuple[DataCategory, ...]
    classified: tuple[Classified, ...]

    @property
    def classes(self) -> tuple[DataClass, ...]:
        """Every class that any of the categories has, or may have, each once."""
        return tuple(dict.fromkeys(one.data_class for each in self.classified for one in each.classes))

    def __str__(self) -> str:
        kinds = " or ".join(category.label for category in self.categories) or "nothing known"
        certain = [{one.data_class for one in each.classes if one.certain} for each in self.classified]
        told = [
            one.label if all(one in each for each in certain) else f"perhaps {one.label}"
            for one in self.classes
        ]
        return f"{self.column}: suggests {kinds}" + (f" ({', '.join(told)})" if told else "")


@attrs.frozen
class RetentionFound:
    """A rule on how long data is kept, that applies or, when `certain` is false, may.

    It is `commanded` where it binds; else the text only describes, or recommends. That
    is None while it is not known whether the rule was promoted. `open` is what still
    has to hold for it to apply. `about` names the record it speaks of, as in a duty.

    `keep_until` is the last day, or instant, on which the data has to be kept, and
    `delete_by` the last one on which it may be: None where there is no such limit, or
    where the rule does not say what tells when its trigger came, or that time cannot
    be named; `note` then says why. The ceiling is `held`, and there is no
    `delete_by`, while a hold suspends it; None while it is not known whether one does.

    .. versionadded:: 0.1.0
    """

    provision: str
    citation: Citation
    retention: RetentionRule
    certain: bool = True
    commanded: bool | None = True
    open: Condition = attrs.field(default=ALWAYS, eq=False, repr=False)
    keep_until: Moment | None = None
    delete_by: Moment | None = None
    held: bool | None = False
    note: str = ""
    about: str = ""


@attrs.frozen
class RetentionConflict:
    """Two provisions of which nothing satisfies both or, where not `certain`, perhaps nothing.

    `why` says what leaves it open. Only where both are `commanded` can no practice
    satisfy the law; else what is described, or recommended, can give way. It is None
    while that is not known. `between` are the two rules as they were found: the citation
    of each, and whether its text commands or describes. Which of them yields is for
    people to settle.

    .. versionadded:: 0.1.0
    """

    provisions: tuple[str, str]
    certain: bool = True
    commanded: bool | None = True
    why: str = ""
    between: tuple[RetentionFound, ...] = attrs.field(default=(), eq=False, repr=False)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where each of the two stands."""
        return tuple(one.citation for one in self.between)


@attrs.frozen
class RetentionLimits:
    """What the rules leave that apply, or may, to one record series: the longest floor, the shortest ceiling,
    and the pairs that conflict, or may.

    There are several floors or ceilings where the lengths of months leave open which
    is the longest or the shortest. A ceiling that a hold suspends is none of them. `rules`
    are all that were held together, each with its citation and with whether its text
    commands or describes: a floor or a ceiling may be that of a description.

    .. versionadded:: 0.1.0
    """

    series: str
    floors: tuple[Period, ...]
    ceilings: tuple[Period, ...]
    conflicts: tuple[RetentionConflict, ...]
    rules: tuple[RetentionFound, ...] = attrs.field(default=(), eq=False, repr=False)


@attrs.frozen
class Exposure:
    """What a violation could cost, in cents of US dollars, and how it is reckoned.

    `at_most` is None where there is no ceiling, or none is known; `certain` is
    false while it is unknown whether the penalty applies, or whether the text that
    sets it binds, and `at_least` then 0.

    .. versionadded:: 0.1.0
    """

    provision: str
    citation: Citation
    at_least: int
    at_most: int | None
    formula: str
    payer: str
    payee: str
    certain: bool


@attrs.frozen
class SumRead:
    """What a violation could cost under one reading, of a text that is open on the sum.

    .. versionadded:: 0.1.0
    """

    provision: str
    ambiguity: str
    reading: str
    at_least: int
    at_most: int | None


@attrs.frozen
class DayRead:
    """By when a duty is to be done under one reading, of a text that is open on the day; `due` is None where
    no day can be named. `about` names the record the duty arises from.

    .. versionadded:: 0.1.0
    """

    provision: str
    about: str
    ambiguity: str
    reading: str
    due: Moment | None


@attrs.frozen
class Referred:
    """Something that a text leaves to a person, who has to decide or, where not `certain`, may have to.

    `issue` is what has to be decided, and `bearer` who decides. `moves` says
    whether the outcome waits for it; None while that is not known. `about`
    names the record it arises from, as in a duty that is due.

    .. versionadded:: 0.1.0
    """

    provision: str
    citation: Citation
    issue: str
    bearer: str
    certain: bool
    moves: bool | None = True
    about: str = ""


@attrs.frozen
class Restated:
    """A provision that only repeats others, and what was found of those.

    `restates` are their ids, of the provisions of `policy` where that is another;
    `statuses` are those of their findings in the same order, None where no rule
    models one, and empty where they stand in another policy.

    .. versionadded:: 0.1.0
    """

    provision: str
    citation: Citation
    statement: str
    restates: tuple[str, ...]
    statuses: tuple[Status | None, ...]
    policy: str = ""


@attrs.frozen
class Upcoming:
    """A provision that starts to bind later, and the day it starts: None where it is not known yet.

    .. versionadded:: 0.1.0
    """

    provision: str
    citation: Citation
    starts: datetime.date | None
    statement: str


@attrs.frozen
class Contradiction:
    """A fact that is given although it has no meaning in the case: `against` says why it has none.

    It is read as if it were not there, and one of the two is wrong.

    .. versionadded:: 0.1.0
    """

    fact: str
    value: str
    against: tuple[str, ...]


@attrs.frozen
class PaperState:
    """A paper that the policy calls for, or may call for, and what is still missing in it.

    `called_for` is false where it is not known whether it is called for.
    `present` counts the elements that are there; `missing` and `not_known` name
    those that are not, or not known to be.

    .. versionadded:: 0.1.0
    """

    paper: str
    title: str
    citation: Citation
    called_for: bool
    present: int
    missing: tuple[str, ...]
    not_known: tuple[str, ...]


@attrs.frozen
class Choice:
    """A word that answers a question: `value` as programs know it, `label` as people read it.

    .. versionadded:: 0.1.0
    """

    value: str
    label: str


@attrs.frozen
class Question:
    """A fact that can still change the outcome, or the finding asked about.

    `fact` is its path, which `Case.with_answer` takes; `prompt` what to ask a
    person, with `definition` beside it and the words that answer it in `choices`,
    each with a label for people.
    `provisions` are the ids of the rules that read it. `proven` is true when
    answers were found that change the outcome; where none was, and there may be
    some all the same, it is false, and the question comes later. `rebuts` marks a fact that
    would rebut a presumption the outcome rests on. `asked` says whether it was
    asked already, and nobody knew. `known_by` says who or what can usually answer:
    `agency`, `vendor` or `document`; empty where that is not known. `parameter` marks what is
    no fact of the case but a parameter of the policy, by its name: it is answered with `policy.given`.
    `topic` names what it is about in plain words, `duties` for what is attested and `policy` for a
    parameter. `kind` is the kind of answer in one word: `boolean`, `term` (one of the choices), `terms` (any
    of them), `event` (a day or an instant, or `never`), `date`, `dates`, `count`, `money`, `duration`,
    `text`, `place`, `records`, `fulfilment`, or `attestation`. `form` is the id of the form of facts that
    belong together, or `page` that of the page of gates, on which it is asked; both are empty for what is
    attested and for a parameter.

    .. versionadded:: 0.1.0
    """

    fact: str
    prompt: str
    provisions: tuple[str, ...]
    definition: str = ""
    choices: tuple[Choice, ...] = ()
    proven: bool = True
    rebuts: bool = False
    asked: bool = False
    known_by: str = ""
    parameter: bool = False
    topic: str = ""
    kind: str = ""
    form: str = ""
    page: str = ""


@attrs.frozen
class Alternative:
    """Another answer to a known fact, of those that the agency can change, that alone would make the outcome
    milder.

    `fact` is the path of the fact, `answer` a value that it takes; `at_least` and
    `at_most` are the range of outcomes then.

    .. versionadded:: 0.1.0
    """

    fact: str
    answer: Any
    at_least: Outcome
    at_most: Outcome


@attrs.frozen
class Change:
    """One thing that differs between two answers, or would have to: what it was, and what it then is.

    `fact` is the path of a fact or of what is attested or, between two answers, the name of a
    parameter or an ambiguity with its policy before it, the id of a policy, or `as_of`. None is what
    is not known, or not there. `about` says what it is: the question that a fact answers, or what a
    duty asks; `citation` is where that duty stands.

    .. versionadded:: 0.1.0
    """

    fact: str
    before: Any
    after: Any
    about: str = ""
    citation: Citation | None = None

    @property
    def mirrored(self) -> Change:
        """The same the other way round."""
        return attrs.evolve(self, before=self.after, after=self.before)


@attrs.frozen
class Way:
    """Changes that bring a case to an outcome together, and of which none can be left out.

    `at_least` and `at_most` are the range of outcomes then, whatever is still unknown. A way is
    `presumed` where something unknown would rebut what it rests on.

    .. versionadded:: 0.1.0
    """

    changes: tuple[Change, ...]
    at_least: Outcome
    at_most: Outcome
    presumed: bool = False

    @property
    def facts(self) -> frozenset[str]:
        """The paths of what is changed."""
        return frozenset(change.fact for change in self.changes)


class Firmness(StrEnum):
    """How firmly a finding holds the outcome.

    .. versionadded:: 0.1.0
    """

    ALWAYS = "always"
    """Whatever the agency changes, and however much of it."""
    ALONE = "alone"
    """No changes up to the number asked for lift it, even by itself."""
    TOGETHER = "together"
    """By itself it can be lifted; not, with so few changes, along with all else that holds the outcome."""
    PERHAPS = "perhaps"
    """The search was cut short before that was known."""


@attrs.frozen
class Obstacle:
    """A finding that stands in the way of a milder outcome.

    `unknown` are the paths of the facts to find out: they leave the finding open, and may turn out
    so that it does not hold the outcome after all. `policy` is the id of the policy that has the rule.

    .. versionadded:: 0.1.0
    """

    policy: str
    provision: str
    citation: Citation
    statement: str
    status: Status
    firmness: Firmness
    unknown: tuple[str, ...] = ()


@attrs.frozen
class WaysTo:
    """The ways to an outcome, or a milder one: what `path_to` of an answer gives.

    `ways` are the smallest sets of changes, each without one that could be left out, the shortest
    first: all there are of at most `at_most` changes where `complete`, else those found before the
    search was cut short. One without changes says that the outcome is reached as it is. Where there is
    none, `in_the_way` are the findings that hold the outcome.

    .. versionadded:: 0.1.0
    """

    outcome: Outcome
    at_most: int
    ways: tuple[Way, ...]
    in_the_way: tuple[Obstacle, ...] = ()
    complete: bool = True

    @property
    def is_reached(self) -> bool:
        """Whether the outcome is reached with nothing changed."""
        return any(not way.changes for way in self.ways)

    def __bool__(self) -> bool:
        return bool(self.ways)

    def summary(self, width: int = 88) -> str:
        """The ways as text for a person, in lines of at most `width` characters. `str` gives it too."""
        return outward.text().ways(self, width)  # type: ignore[no-any-return]

    def to_dict(self) -> dict[str, Any]:
        """The ways in their JSON form."""
        return outward.json().ways_to_dict(self)  # type: ignore[no-any-return]

    def to_json(self, *, indent: int | None = None) -> str:
        """The ways as JSON."""
        return outward.json().ways_to_json(self, indent=indent)  # type: ignore[no-any-return]

    def __str__(self) -> str:
        return self.summary()

    def _repr_html_(self) -> str:
        return outward.html().ways(self)  # type: ignore[no-any-return]


@attrs.frozen
class Attention:
    """How many binding duties were not done in time, or not before the step they had to come before; and how
    many decisions the outcome waits for that a text leaves to a person (`referred`). What was done late
    (`met_late`) is told with them, and by itself calls for nothing: an answer with nothing else is falsy.

    A duty that recurs, or that is owed for a record, counts once for the case or the record, however many
    windows were missed. So do a duty and its parts (`part_of`), and what is referred. `perhaps` counts the
    duties, overdue or unmet, of which it is not known whether they bind: see `promoted_by`.

    .. versionadded:: 0.1.0
    """

    overdue: int
    unmet: int
    referred: int = 0
    perhaps: int = 0
    met_late: int = 0

    def __bool__(self) -> bool:
        return bool(self.overdue or self.unmet or self.referred or self.perhaps)


@attrs.frozen
class Counts:
    """How many of the facts and attestations that the policy uses are known, asked and not known, not asked.

    .. versionadded:: 0.1.0
    """

    known: int
    asked_not_known: int
    not_asked: int
