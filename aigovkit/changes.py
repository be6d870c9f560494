"""What changed between two answers, and why.

What the answers were made by is compared (facts, attestations, the time, parameters,
readings, versions), and what came out. Why a finding moved is worked out by undoing
what differs, and by doing it alone: see `Why`.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

import attrs

from aigovkit import outward, paths
from aigovkit.answers import Attention, Change, Outcome, Status
from aigovkit.citations import Force
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.settings import Settings
from aigovkit.errors import FactValueError, PolicyError
from aigovkit.evaluation import Evaluation
from aigovkit.facts import Record, facts_of
from aigovkit.joint import AnyEvaluation, JointEvaluation
from aigovkit.models.case import FACTS, Case
from aigovkit.rules import Rule

CAUSES = 2
"""The most changes that a cause is looked for among; what takes more together is said to."""

TOGETHER = 12
"""Among so many changes that may have moved something two at once are tried; among more each by itself."""

EACH = 100
"""Among more changes than so many no cause is looked for."""

LISTS = (
    "duties",
    "referrals",
    "tiers",
    "data_classes",
    "retention",
    "exposure",
    "papers",
    "upcoming",
)
"""The lists of a part of an answer that are compared row by row, beside its findings."""

OF_ALL = ("retention_limits", "contradictions", "questions")
"""The lists of a whole answer that are compared in the same way."""


@attrs.frozen
class Why:
    """Which of the changes moved something.

    `undone` are the smallest sets of changes that, undone by themselves, bring it back as it was;
    `alone` the smallest that by themselves would have moved it in the same way. Of two that each would have
    done, `alone` has each and `undone` both together; of two that were both needed it is the other way
    round. They are those of at most `CAUSES` changes, of one alone where more than `TOGETHER` may have
    moved it; where `complete` is false there may be larger ones. The names are those of `Difference.inputs`.

    .. versionadded:: 0.1.0
    """

    undone: tuple[tuple[str, ...], ...] = ()
    alone: tuple[tuple[str, ...], ...] = ()
    complete: bool = True

    @property
    def mirrored(self) -> Why:
        """The same the other way round: to undo one way is to do the other."""
        return attrs.evolve(self, undone=self.alone, alone=self.undone)


@attrs.frozen
class Stand:
    """How a finding stands: its status, its effective force, and the status for each record it speaks of.

    .. versionadded:: 0.1.0
    """

    status: Status
    effective_force: Force | None
    records: tuple[tuple[str, Status], ...] = ()


@attrs.frozen
class MovedFinding:
    """A finding that came out otherwise. None on a side where no rule has the provision.

    .. versionadded:: 0.1.0
    """

    policy: str
    provision: str
    statement: str
    before: Stand | None
    after: Stand | None
    why: Why = Why()

    @property
    def mirrored(self) -> MovedFinding:
        """The same the other way round."""
        return attrs.evolve(self, before=self.after, after=self.before, why=self.why.mirrored)


@attrs.frozen
class MovedRow:
    """A row of some list of an answer that is there on one side only, or another on each: a duty with its
    day, a tier, a class, a paper and so on.

    `kind` is the name of the list in an evaluation, `key` what the row is about: the provision first, for
    a question its fact.

    .. versionadded:: 0.1.0
    """

    kind: str
    policy: str
    key: tuple[str, ...]
    before: Any
    after: Any

    @property
    def mirrored(self) -> MovedRow:
        """The same the other way round."""
        return attrs.evolve(self, before=self.after, after=self.before)


@attrs.frozen
class MovedOutcome:
    """The outcome on both sides: the mildest and the strictest that the facts leave, those at present, and
    what the first line draws attention to.

    .. versionadded:: 0.1.0
    """

    before: tuple[Outcome, Outcome]
    after: tuple[Outcome, Outcome]
    present_before: tuple[Outcome, Outcome]
    present_after: tuple[Outcome, Outcome]
    attention_before: Attention
    attention_after: Attention
    why: Why = Why()

    @property
    def moved(self) -> bool:
        """Whether anything of it moved."""
        return (self.before, self.present_before, self.attention_before) != (
            self.after,
            self.present_after,
            self.attention_after,
        )

    @property
    def mirrored(self) -> MovedOutcome:
        """The same the other way round."""
        return MovedOutcome(
            self.after,
            self.before,
            self.present_after,
            self.present_before,
            self.attention_after,
            self.attention_before,
            self.why.mirrored,
        )


def compare(before: AnyEvaluation, after: AnyEvaluation) -> Difference:
    """What changed from one answer to another, and why.

    The answers are of the same policy, in whichever versions and settings, or of several together:
    then each policy is compared with itself, and those of one side only are named. Raises PolicyError
    where they have no policy in common.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions.san_jose import AI_POLICY
    >>> case = Case.load("examples/cases/emotion-kiosk.json")
    >>> before = AI_POLICY.evaluate(case, as_of=date(2026, 3, 2))
    >>> mended = case.with_answer("use.infers_emotion", False)
    >>> changed = compare(before, AI_POLICY.evaluate(mended, as_of=date(2026, 3, 2)))
    >>> [change.fact for change in changed.facts]
    ['use.infers_emotion']
    >>> [str(least) for least, _ in (changed.outcome.before, changed.outcome.after)]
    ['prohibited', 'review']
    >>> changed.finding("SJ-AI-PROHIBIT-2").why.undone
    (('use.infers_emotion',),)

    .. versionadded:: 0.1.0
    """
    for side in (before, after):
        if not isinstance(side, Evaluation | JointEvaluation):
            raise FactValueError("compare", side, "two answers, as `evaluate` gives them")
    one, other = _parts(before), _parts(after)
    if not one.keys() & other.keys():
        mine, theirs = (", ".join(f"`{name}`" for name in parts) for parts in (one, other))
        raise PolicyError(
            f"the answers have no policy in common: {mine} and {theirs}; judge both by the same policies"
        )
    return Difference(before, after)


def _parts(answer: AnyEvaluation) -> dict[str, Evaluation]:
    """The parts of an answer by the ids of their policies, with the settings where there are several."""
    ids = [part.policy.id for part in answer.parts]
    return {
        part.policy.id if ids.count(part.policy.id) == 1 else part.policy.setting: part
        for part in answer.parts
    }


# Not slotted: what is worked out when read is kept in the instance itself.
@attrs.frozen(slots=False, repr=False, eq=False)
class Difference:
    """What differs between two answers: what they were made by, what came out, and why. `compare` makes one.

    It is falsy where nothing differs. Everything is worked out when it is first read.

    .. versionadded:: 0.1.0
    """

    before: AnyEvaluation
    after: AnyEvaluation

    @property
    def mirrored(self) -> Difference:
        """The difference the other way round."""
        return Difference(self.after, self.before)

    def __repr__(self) -> str:
        return f"<Difference of {self.before!r} with {self.after!r}>"

    def __bool__(self) -> bool:
        return bool(
            self.inputs
            or self.policies_added
            or self.policies_removed
            or self.outcome.moved
            or self.findings
            or self.rows
        )

    # What the answers were made by

    @functools.cached_property
    def _sides(self) -> tuple[dict[str, Evaluation], dict[str, Evaluation]]:
        return _parts(self.before), _parts(self.after)

    @functools.cached_property
    def _shared(self) -> tuple[str, ...]:
        one, other = self._sides
        return tuple(sorted(one.keys() & other.keys()))

    @property
    def policies_added(self) -> tuple[str, ...]:
        """The policies that the second answer has and the first has not."""
        one, other = self._sides
        return tuple(sorted(other.keys() - one.keys()))

    @property
    def policies_removed(self) -> tuple[str, ...]:
        """The policies that the first answer has and the second has not."""
        one, other = self._sides
        return tuple(sorted(one.keys() - other.keys()))

    @functools.cached_property
    def _cases(self) -> tuple[Case, Case]:
        """The cases as they were judged: with what the agency file says."""
        return self.before.parts[0].situation.case, self.after.parts[0].situation.case

    @functools.cached_property
    def facts(self) -> tuple[Change, ...]:
        """The facts that differ, by their paths. A list that has another number of records is one change."""
        one, other = self._cases
        found = [*_edited("", one, other)]
        for name, section in one.sections():
            found += _edited(f"{name}.", section, getattr(other, name))
        return tuple(found)

    @functools.cached_property
    def attestations(self) -> tuple[Change, ...]:
        """What is attested otherwise, by `attestations.` and the provision."""
        one, other = (case.attestations for case in self._cases)
        statements = {
            rule.id: rule
            for side in (self.after, self.before)
            for part in side.parts
            for rule in part.policy.rules
        }
        found = []
        for key in sorted({*one, *other}):
            if one.get(key) != other.get(key):
                rule = statements.get(key.partition("[")[0])
                about, citation = (rule.statement, rule.citation) if rule else ("", None)
                path = paths.attestation_path(key)
                found.append(Change(path, one.get(key), other.get(key), about, citation))
        return tuple(found)

    @functools.cached_property
    def as_of(self) -> Change | None:
        """The times of judging, where they differ."""
        one, other = self.before.as_of, self.after.as_of
        same = one.isoformat() == other.isoformat()
        return None if same else Change("as_of", one, other, "the time of judging")

    @functools.cached_property
    def hypothetical(self) -> Change | None:
        """Whether everything was taken as in force, where that differs."""
        one, other = self.before.is_hypothetical, self.after.is_hypothetical
        return (
            None if one == other else Change("hypothetical", one, other, "whether all is taken as in force")
        )

    @functools.cached_property
    def versions(self) -> tuple[Change, ...]:
        """The policies of which the versions differ, by their ids."""
        one, other = self._sides
        return tuple(
            Change(name, one[name].policy.version, other[name].policy.version, other[name].policy.title)
            for name in self._shared
            if one[name].policy.rulebook is not other[name].policy.rulebook
            and one[name].policy.version != other[name].policy.version
        )

    @functools.cached_property
    def parameters(self) -> tuple[Change, ...]:
        """The parameters that differ, as `policy: parameter`."""
        return tuple(self._set(lambda settings: dict(settings.parameters), _parameters))

    @functools.cached_property
    def readings(self) -> tuple[Change, ...]:
        """The ambiguities that are read otherwise, as `policy: ambiguity`."""
        return tuple(self._set(lambda settings: dict(settings.readings), _ambiguities))

    def _set(
        self,
        given: Callable[[Settings], dict[str, Any]],
        known: Callable[[Rulebook], Mapping[str, tuple[Any, str]]],
    ) -> Iterator[Change]:
        one, other = self._sides
        for name in self._shared:
            was, now = one[name].policy, other[name].policy
            set_before, set_after = given(was), given(now)
            in_one, in_other = known(was.rulebook), known(now.rulebook)
            for key in sorted(in_one.keys() & in_other.keys()):
                value = set_before.get(key, in_one[key][0])
                then = set_after.get(key, in_other[key][0])
                # A default that a new version changes is the version's, unless something was chosen.
                chosen = key in set_before or key in set_after
                if value != then and chosen:
                    yield Change(f"{name}: {key}", value, then, in_other[key][1])

    @functools.cached_property
    def inputs(self) -> tuple[Change, ...]:
        """All that the answers were made by and that differs: facts, attestations, the time, versions,
        parameters and readings.
        """
        single = tuple(one for one in (self.as_of, self.hypothetical) if one is not None)
        settings = sorted((*self.parameters, *self.readings), key=lambda one: one.fact)
        return (*self.facts, *self.attestations, *single, *self.versions, *settings)

    # What came out

    @functools.cached_property
    def outcome(self) -> MovedOutcome:
        """The outcome on both sides, and why it moved."""
        one, other = self.before, self.after
        ranges = _range(one), _range(other)
        moved = MovedOutcome(
            *ranges, _range(one.present), _range(other.present), one.attention, other.attention
        )
        if ranges[0] == ranges[1] or self.policies_added or self.policies_removed:
            return moved
        names = tuple(one.fact for one in self.inputs)
        why = self._trials.why(names, lambda trial: _joint_range(trial, self._shared), ranges)
        return attrs.evolve(moved, why=why)

    @functools.cached_property
    def findings(self) -> tuple[MovedFinding, ...]:
        """The findings that moved, policy by policy, in the order of the document, with why each did."""
        one, other = self._sides
        found: list[MovedFinding] = []
        for name in self._shared:
            was, now = one[name], other[name]
            rules = {rule.id: rule for part in (was, now) for rule in part.policy.rules}
            for provision in sorted(rules, key=lambda one: (_place(one, was.policy, now.policy), one)):
                stands = _stand(was, provision), _stand(now, provision)
                if stands[0] != stands[1]:
                    why = self._why(name, provision, stands)
                    statement = rules[provision].statement
                    found.append(MovedFinding(name, provision, statement, *stands, why))
        return tuple(found)

    def finding(self, provision: str) -> MovedFinding | None:
        """The finding on a provision, None where it did not move."""
        return next((one for one in self.findings if one.provision == provision), None)

    @functools.cached_property
    def rows(self) -> tuple[MovedRow, ...]:
        """The duties, tiers, classes, papers and so on that moved, and the questions."""
        one, other = self._sides
        found: list[MovedRow] = []
        for kind in LISTS:
            for name in self._shared:
                found += _moved(kind, name, getattr(one[name], kind), getattr(other[name], kind))
        for kind in OF_ALL:
            found += _moved(kind, "", getattr(self.before, kind), getattr(self.after, kind))
        return tuple(found)

    def of_kind(self, kind: str) -> tuple[MovedRow, ...]:
        """The rows that moved of one list of an evaluation, such as `duties`."""
        return tuple(one for one in self.rows if one.kind == kind)

    @property
    def duties(self) -> tuple[MovedRow, ...]:
        """The duties that moved: one that came or went, or is due on another day, or stands otherwise."""
        return self.of_kind("duties")

    @property
    def questions(self) -> tuple[MovedRow, ...]:
        """The questions that are asked on one side only, or otherwise."""
        return self.of_kind("questions")

    # Why

    @functools.cached_property
    def _trials(self) -> _Trials:
        return _Trials(self, [one.fact for one in self.inputs])

    def _why(self, policy: str, provision: str, stands: tuple[Stand | None, Stand | None]) -> Why:
        def judge(trial: Mapping[str, Evaluation]) -> Any:
            return _stand(trial[policy], provision)

        one, other = self._sides
        sides = (one[policy].policy, other[policy].policy)
        names = tuple(one.fact for one in self.inputs if _can_move(one.fact, policy, provision, sides))
        return self._trials.why(names, judge, stands)

    # Out

    def summary(self, width: int = 88) -> str:
        """What changed as text for a person, in lines of at most `width` characters. `str` gives it too."""
        return outward.text().difference(self, width)  # type: ignore[no-any-return]

    def to_dict(self) -> dict[str, Any]:
        """What changed in its JSON form."""
        return outward.json().difference_to_dict(self)  # type: ignore[no-any-return]

    def to_json(self, *, indent: int | None = None) -> str:
        """What changed as JSON, the same bytes for the same two answers."""
        return outward.json().difference_to_json(self, indent=indent)  # type: ignore[no-any-return]

    def __str__(self) -> str:
        return self.summary()

    def _repr_html_(self) -> str:
        return outward.html().difference(self)  # type: ignore[no-any-return]


class _Trials:
    """The answers between the two: with some of the changes made, and the others not."""

    def __init__(self, difference: Difference, names: Sequence[str]) -> None:
        self.difference, self.names = difference, tuple(names)
        self.known: dict[frozenset[str], _Between] = {}

    def why(self, names: Sequence[str], judge: Callable[[Any], Any], ends: tuple[Any, Any]) -> Why:
        """The smallest sets of some changes that, undone, bring back what was before, and that by themselves
        bring about what is after.
        """
        every = frozenset(self.names)
        most = CAUSES if len(names) <= TOGETHER else 1 if len(names) <= EACH else 0
        found: tuple[list[tuple[str, ...]], list[tuple[str, ...]]] = ([], [])
        for size in range(1, min(most, len(names)) + 1):
            for some in itertools.combinations(names, size):
                for causes, made, wanted in (
                    (found[0], every - set(some), ends[0]),
                    (found[1], frozenset(some), ends[1]),
                ):
                    smaller = any(set(one) <= set(some) for one in causes)
                    if not smaller and judge(self.made(made)) == wanted:
                        causes.append(some)
        return Why(tuple(found[0]), tuple(found[1]), len(names) <= most)

    def made(self, names: frozenset[str]) -> _Between:
        """The answer by each policy with the changes of these names made, and the others not."""
        if names not in self.known:
            self.known[names] = _Between(self.difference, names)
        return self.known[names]


class _Between(dict[str, Evaluation]):
    """The answers by the policies between the two that are compared, each worked out when it is looked at."""

    def __init__(self, compared: Difference, names: frozenset[str]) -> None:
        super().__init__()
        self.compared, self.names = compared, names
        self.case: Case = _mixed(compared, names)

    def __missing__(self, policy: str) -> Evaluation:
        compared = self.compared
        as_of = (compared.after if "as_of" in self.names else compared.before).as_of
        hypothetical = (compared.after if "hypothetical" in self.names else compared.before).is_hypothetical
        settings = _settings(compared, policy, self.names)
        self[policy] = Evaluation.of(settings, self.case, as_of, hypothetical=hypothetical)
        return self[policy]


def _mixed(compared: Difference, names: frozenset[str]) -> Case:
    """The first case with some of the changes to it made."""
    one, other = compared._cases
    edited = _mixed_facts("", one, other, names)
    for name, section in one.sections():
        if inner := _mixed_facts(f"{name}.", section, getattr(other, name), names):
            edited[name] = _evolved(section, inner)
    case = _evolved(_evolved(one, {"attestations": {}, "not_known": (), "provenance": {}}), edited)
    attested = dict(one.attestations)
    for change in compared.attestations:
        if change.fact in names:
            key = str(paths.attested_provision(change.fact))
            attested.pop(key, None)
            if change.after is not None:
                attested[key] = change.after
    kept = {key: said for key, said in attested.items() if _has_record(case, key)}
    return cast("Case", _evolved(case, {"attestations": kept}) if kept else case)


def _mixed_facts(above: str, one: Record, other: Record, names: frozenset[str]) -> dict[str, Any]:
    """The facts of a record that are otherwise once some changes are made."""
    found: dict[str, Any] = {}
    for name in facts_of(type(one)):
        was, now = getattr(one, name), getattr(other, name)
        if was == now:
            continue
        if _are_paired(was, now):
            pairs = enumerate(zip(was, now, strict=True))
            found[name] = type(was)(
                _evolved(mine, _mixed_facts(f"{above}{name}[{index}].", mine, theirs, names))
                for index, (mine, theirs) in pairs
            )
        elif above + name in names:
            found[name] = now
    return found


def _evolved(record: Any, facts: dict[str, Any]) -> Any:
    return attrs.evolve(record, **facts) if facts else record


def _are_paired(was: Any, now: Any) -> bool:
    """Whether two lists have as many records, and are known alike, so that their records are compared."""
    lists = isinstance(was, tuple) and isinstance(now, tuple) and type(was) is type(now)
    return lists and len(was) == len(now) > 0 and isinstance(was[0], Record)


def _has_record(case: Case, key: str) -> bool:
    """Whether a case has the record of which something is attested, where it is of one."""
    record = paths.record_attested(key)
    return record is None or record[2] < len(paths.value_at(case, record[1]) or ())


def _settings(compared: Difference, name: str, names: frozenset[str]) -> Settings:
    """The settings of a policy with some of the changes to them made."""
    before, after = (side[name].policy for side in compared._sides)
    whole = after if name in names else before
    # What one version alone knows goes with the version.
    parameters, readings = dict(whole.parameters), dict(whole.readings)
    for chosen, changes, was, known in (
        (parameters, compared.parameters, dict(before.parameters), _parameters),
        (readings, compared.readings, dict(before.readings), _ambiguities),
    ):
        shared = known(before.rulebook).keys() & known(after.rulebook).keys()
        for key in shared & {*chosen, *was}:
            chosen.pop(key, None)
            if key in was:
                chosen[key] = was[key]
        for change in changes:
            policy, _, key = change.fact.rpartition(": ")
            if policy == name:
                chosen[key] = change.after if change.fact in names else change.before
    return attrs.evolve(whole, readings=(), parameters=()).given(**parameters).read(**readings)


def _parameters(rulebook: Rulebook) -> dict[str, tuple[Any, str]]:
    return {one.name: (one.default, one.question) for one in rulebook.parameters}


def _ambiguities(rulebook: Rulebook) -> dict[str, tuple[Any, str]]:
    return {one.name: (one.default, one.issue) for one in rulebook.ambiguities}


def _edited(above: str, one: Record, other: Record) -> Iterator[Change]:
    """The facts of a record that differ, those of the records in it included."""
    for name, declared in facts_of(type(one)).items():
        was, now = getattr(one, name), getattr(other, name)
        if was == now:
            continue
        if _are_paired(was, now):
            for index, (mine, theirs) in enumerate(zip(was, now, strict=True)):
                yield from _edited(f"{above}{name}[{index}].", mine, theirs)
        else:
            yield Change(above + name, was, now, declared.question)


def _range(answer: Any) -> tuple[Outcome, Outcome]:
    return answer.at_least, answer.at_most


def _joint_range(trial: Mapping[str, Evaluation], names: Iterable[str]) -> tuple[Outcome, Outcome]:
    several = [trial[name] for name in names]
    return max(one.at_least for one in several), max(one.at_most for one in several)


def _stand(evaluation: Evaluation, provision: str) -> Stand | None:
    """How the finding on a provision stands; None where no rule has it."""
    rulebook = evaluation.policy.rulebook
    rule = rulebook.listed.get(provision)
    if not isinstance(rule, Rule):
        return None
    finding = evaluation.finding(provision)
    records: tuple[tuple[str, Status], ...] = ()
    if rule.each is not None:
        records = tuple((one.record, one.status) for one in finding.records)
    return Stand(finding.status, finding.effective_force, records)


def _place(provision: str, *sides: Settings) -> int:
    """Where a provision stands, in the version in which it comes first."""
    places = [side.rulebook.listed for side in sides if provision in side.rulebook.listed]
    return min(list(listed).index(provision) for listed in places)


def _can_move(change: str, policy: str, provision: str, sides: Iterable[Settings]) -> bool:
    """Whether a change may move the finding on a provision: a fact only if the rule reads it."""
    if ": " in change:
        return change.startswith(f"{policy}: ")
    if change in ("as_of", "hypothetical"):
        return True
    if paths.attested_provision(change) is None and paths.general(change) not in FACTS:
        return change == policy  # The version of a policy.
    general = paths.general(change)
    for settings in sides:
        rulebook = settings.rulebook
        rule = rulebook.listed.get(provision)
        several = rulebook.with_exceptions(rule) if isinstance(rule, Rule) else ()
        for path in (path for one in several for path in rulebook.facts_used[one.id]):
            if path == general or path.startswith(f"{general}[]"):
                return True
    return False


def _moved(kind: str, policy: str, before: Iterable[Any], after: Iterable[Any]) -> Iterator[MovedRow]:
    """The rows of a list that differ, those of one key paired in their order."""
    rows: dict[tuple[str, ...], tuple[list[Any], list[Any]]] = {}
    for side, several in enumerate((before, after)):
        for row in several:
            rows.setdefault(_key(kind, row), ([], []))[side].append(row)
    for key in sorted(rows):
        was, now = rows[key]
        said = [[_told(row) for row in side] for side in (was, now)]
        gone = [row for row, told in zip(was, said[0], strict=True) if told not in said[1]]
        come = [row for row, told in zip(now, said[1], strict=True) if told not in said[0]]
        for one, other in itertools.zip_longest(gone, come):
            yield MovedRow(kind, policy, key, one, other)


def _told(row: Any) -> tuple[Any, ...]:
    """What a row says, but for its citation: another edition of a source moves nothing by itself."""
    fields = attrs.fields(type(row))
    return tuple(getattr(row, field.name) for field in fields if field.eq and field.name != "citation")


def _key(kind: str, row: Any) -> tuple[str, ...]:
    match kind:
        case "questions" | "contradictions":
            return (row.fact,)
        case "retention_limits":
            return (row.series,)
        case "papers":
            return (row.paper,)
        case "data_classes":
            return (row.provision, row.element, str(row.data_class))
        case _:
            about = getattr(row, "about", ""), getattr(row, "addressee", "")
            return (row.provision, *(one for one in about if one))
