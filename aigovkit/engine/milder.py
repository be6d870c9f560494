"""The ways to a milder outcome: the smallest sets of changes that an agency can make, up to a size.

Where a rule stands in the way, whatever brings the outcome about changes something that
this rule reads. So only such facts are added to a set of changes that does not do yet,
and no set is missed. Which answers to the facts of a set do is found fact by fact, and
words of a set of terms group by group, as the rules tell them apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs

from aigovkit import paths
from aigovkit.answers import Change, Firmness, Obstacle, Outcome, Way, WaysTo
from aigovkit.engine import search
from aigovkit.engine.breaches import breach
from aigovkit.engine.questions import BITES, is_past, is_way_out, joint_outcome, reaches
from aigovkit.engine.reference import outcome as plain_outcome
from aigovkit.engine.reference import reached_for
from aigovkit.engine.rulebook import rule_nodes
from aigovkit.engine.search import Part, judgements_allowed, trials_of
from aigovkit.engine.settings import Settings
from aigovkit.engine.stand_ins import StandIn
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.engine.unknowns import open_effects
from aigovkit.engine.verdicts import Verdict
from aigovkit.errors import FactValueError
from aigovkit.facts import Event, Terms, TermSet
from aigovkit.language.nodes import Has, HasOnly
from aigovkit.models import Act, Actor, Attestation, Incident, Review, System, Use
from aigovkit.models.case import FACTS, LISTS, Case
from aigovkit.periods import Moment, Occurrence
from aigovkit.rules import AnyRule, Duty
from aigovkit.situation import Situation

AIMS = (Outcome.NO_OBJECTION, Outcome.CONDITIONAL, Outcome.REVIEW)
"""The outcomes that can be asked for. Out of the reach of a policy there is no way: see `FIXED`."""

FIXED: frozenset[str] = frozenset(
    fact.path
    for fact in (
        # What the system is: to call it something else changes nothing.
        System.uses_ai,
        System.outputs,
        System.outputs_automatic,
        System.automates_large_scale_process,
        System.analyzes_large_data_set,
        System.generates_content,
        # Whose system it is, and who acts.
        Use.deployed_by_agency,
        Use.operated_for_agency,
        Actor.acts_for_agency,
        Act.subject,
        # What was written in a letter that is sent.
        Incident.mail_says,
    )
)
"""The facts that are never changed, though the agency can have them otherwise."""

DONE = {Review.__path__: Review.completed.name, Use.__path__: "ended"}
"""By which event the facts of a record are past."""

LEAST = 3
"""How often a case is judged at least, however large it is."""

IN_PLAIN_CODE = 150
"""As much of `search.BUDGET` as the judgement of one rule for one record takes in the plainest code."""

Atom = tuple[str, int]
"""What is decided at once: a fact, or one group of the words of a set of terms."""


@attrs.frozen
class _Blocker:
    """A rule that may go beyond the outcome wanted, for one thing it speaks of."""

    part: int
    rule: AnyRule
    index: int | None
    is_certain: bool


def ways_to(
    several: Sequence[Settings],
    case: Case,
    as_of: Moment,
    wanted: Outcome | str,
    at_most: int,
    *,
    hypothetical: bool,
) -> WaysTo:
    """The smallest sets of changes under which one policy, or several together, come to an outcome or to a
    milder one; where there is none of at most so many changes, the findings that hold the outcome.
    """
    aim = _aim(wanted)
    if isinstance(at_most, bool) or not isinstance(at_most, int) or at_most < 1:
        raise FactValueError("at_most", at_most, "the most changes that a way may have, at least 1")
    sought = _Search(several, case, as_of, aim, hypothetical=hypothetical)
    return WaysTo(aim, at_most, *sought.answer(at_most))


def _aim(wanted: Outcome | str) -> Outcome:
    for aim in AIMS:
        if wanted is aim or wanted == aim.word:
            return aim
    words = [aim.word for aim in AIMS]
    raise FactValueError("outcome", wanted, f"an outcome to aim at: {', '.join(words)}", choices=words)


class _Slot:
    """One fact that can be changed, with its atoms and what each may be."""

    def __init__(
        self, path: str, original: Any, answers: Sequence[Any], groups: Sequence[Sequence[Any]]
    ) -> None:
        self.path, self.original, self.groups = path, original, groups
        if groups:
            known = [_has_some(original, group) for group in groups]
            # What is known of a group comes first, so that as little as can be is changed.
            self.values: list[list[Any]] = [[True, False] if has is None else [has, not has] for has in known]
        else:
            self.values = [[answer for answer in answers if answer != original]]

    @property
    def atoms(self) -> list[Atom]:
        return [(self.path, number) for number in range(len(self.values))]

    def answer(self, decided: Mapping[Atom, Any], *, finished: bool) -> Any:
        """The answer to the fact as far as it is decided; what is not is unknown or, once finished, as it
        was.
        """
        if not self.groups:
            return decided.get((self.path, 0), self.original if finished else None)
        yes: set[Any] = set()
        no: set[Any] = set()
        open_ = False
        for number, group in enumerate(self.groups):
            now = decided.get((self.path, number))
            if now is None and finished and self.original is not None:
                for word in group:
                    has = self.original.has(word)
                    open_ = open_ or has is None
                    (yes if has else no if has is False else set()).add(word)
            elif now is None:
                open_ = True
            elif now:
                kept = [word for word in group if self.original is not None and self.original.has(word)]
                yes.update(kept or group[:1])
                no.update(set(group) - set(kept or group[:1]))
            else:
                no.update(group)
        return TermSet.partial(yes=yes, no=no) if open_ else TermSet(yes)


def _has_some(known: TermSet[Any] | None, group: Sequence[Any]) -> bool | None:
    """Whether a set of words has one of a group."""
    if known is None:
        return None
    has = [known.has(word) for word in group]
    return True if True in has else None if None in has else False


class _Search:
    """The search for the ways to one outcome."""

    def __init__(
        self, several: Sequence[Settings], case: Case, as_of: Moment, aim: Outcome, *, hypothetical: bool
    ) -> None:
        self.several, self.as_of, self.aim, self.hypothetical = several, as_of, aim, hypothetical
        self.case = case
        self.stand_in = StandIn(case)
        self.situations: list[Situation] = [
            one.situation(self.stand_in.case, as_of, hypothetical=hypothetical) for one in several
        ]
        self.rules: list[list[tuple[int, AnyRule]]] = [
            [(at, rule) for at, rule in enumerate(one.rulebook.rules) if reaches(rule, aim + 1)]
            for one in several
        ]
        self.each: int = search.BUDGET // judgements_allowed([one.rulebook for one in several], case)
        """How many rules are judged each time that the case is."""
        self.left: int = max(search.BUDGET, LEAST * self.each)
        """How many rules may still be judged."""
        self.times: int = 0
        """How often the case was judged."""
        self.slots: dict[str, _Slot] = {slot.path: slot for slot in self._slots()}
        self.generally: dict[str, list[_Slot]] = {}
        for slot in self.slots.values():
            self.generally.setdefault(paths.general(slot.path), []).append(slot)
        self.read: dict[tuple[int, str], list[str]] = {}
        self.tests: dict[tuple[int, str], frozenset[Atom]] = {}
        for at, one in enumerate(several):
            for _, rule in self.rules[at]:
                self._prepare(at, one, rule)
        self.only: AnyRule | None = None
        """The one rule that is looked at, where it is one."""

    # What can be changed

    def _slots(self) -> Iterator[_Slot]:
        """The facts that the agency can change, and the duties that it can do, of those on which a rule hangs
        that stands between the case and the outcome.
        """
        read: dict[str, None] = {}
        for at, one in enumerate(self.several):
            for _, rule in self.rules[at]:
                for inner in one.rulebook.with_exceptions(rule):
                    read.update(dict.fromkeys(one.rulebook.facts_used[inner.id]))
        fixed = FIXED.union(*(one.rulebook.covering for one in self.several))
        known = [one.situation(self.case, self.as_of, hypothetical=self.hypothetical) for one in self.several]
        trials = trials_of(
            [Part(one.rulebook, as_is, one.rules) for one, as_is in zip(self.several, known, strict=True)]
        )
        for general in read:
            if paths.attested_provision(general) is not None:
                yield from self._duties(general)
            elif general not in fixed and not general.startswith("agency.place"):
                for path in self._numbered(general):
                    yield from self._fact(path, known[0], trials)

    def _numbered(self, general: str) -> Iterator[str]:
        """The paths of a fact, of each record that is known where it is one of records."""
        collection = paths.collection_of(general)
        if collection is None:
            yield general
            return
        for index in range(len(LISTS[collection](self.case) or ())):
            yield paths.numbered(general, index)

    def _fact(self, path: str, plain: Situation, trials: Any) -> Iterator[_Slot]:
        declared = FACTS[paths.general(path)]
        known = paths.value_at(self.case, path)
        if isinstance(declared, Event):
            # What is not known to have happened may have; what is known not to have can be done now.
            possible = declared.changeable is True and known is Occurrence.NEVER
            answers: list[Any] = [self.as_of] if possible else []
        else:
            possible = is_way_out(declared)
            answers = trials.answers(path, None) if possible and not isinstance(declared, Terms) else []
        if possible and (isinstance(declared, Event) or not self._is_past(path, plain)):
            groups = self._groups(declared) if isinstance(declared, Terms) else ()
            yield _Slot(path, known, answers, groups)

    def _is_past(self, path: str, plain: Situation) -> bool:
        """Whether a fact is of what is past, or may be."""
        collection = FACTS.get(paths.collection_of(path) or "")
        if getattr(collection, "present", None) is not None and is_past(path, plain) is not False:
            return True
        above, _, name = path.rpartition(".")
        event = DONE.get(paths.general(above))
        if event is None or name == event:
            return False
        happened = paths.value_at(self.case, f"{above}.{event}")
        # Of use it is said when it ended; while that is not known it goes on.
        return happened is not Occurrence.NEVER and (happened is not None or above != Use.__path__)

    def _groups(self, declared: Terms[Any]) -> list[list[Any]]:
        """The words of a set, those together that no rule tells apart."""
        tested = [
            {node.term} if isinstance(node, Has) else set(node.terms)
            for one in self.several
            for node in one.rulebook.tested
            if isinstance(node, Has | HasOnly) and node.fact.path == declared.path
        ]
        groups: dict[tuple[bool, ...], list[Any]] = {}
        for word in declared.vocabulary:
            groups.setdefault(tuple(word in terms for terms in tested), []).append(word)
        return list(groups.values())

    def _duties(self, general: str) -> Iterator[_Slot]:
        """What is not attested of a duty, of the whole and of the records of which that is said."""
        provision = str(paths.attested_provision(general)).partition("[")[0]
        if general != paths.attestation_path(provision) or self._duty(provision) is None:
            return
        of_records = [key for key in self.case.attestations if key.startswith(f"{provision}[")]
        for key in (provision, *of_records):
            said = self.case.attestations.get(key)
            if said is None or said.done is not True:
                done = Attestation(met=True, on=self.as_of)
                yield _Slot(paths.attestation_path(key), said, [done], ())

    def _duty(self, provision: str) -> Duty | None:
        """The duty of a provision, in whichever policy it stands."""
        for one in self.several:
            entry = one.rulebook.listed.get(provision)
            if isinstance(entry, Duty):
                return entry
        return None

    def _prepare(self, at: int, one: Settings, rule: AnyRule) -> None:
        """Note which of the facts that can be changed a rule reads, and which groups of words it tests."""
        inner = list(one.rulebook.with_exceptions(rule))
        used = {path for each in inner for path in one.rulebook.facts_used[each.id]}
        read = {path: slots for path, slots in self.generally.items() if path in used}
        self.read[at, rule.id] = [slot.path for slots in read.values() for slot in slots]
        tests: dict[str, list[Has | HasOnly]] = {}
        for node in (node for each in inner for node in rule_nodes(each)):
            if isinstance(node, Has | HasOnly):
                tests.setdefault(node.fact.path, []).append(node)
        atoms: set[Atom] = set()
        for path, slots in read.items():
            words = {node.term for node in tests.get(path, ()) if isinstance(node, Has)}
            # What asks whether nothing else is in a set reads all of it.
            whole = any(isinstance(node, HasOnly) for node in tests.get(path, ()))
            for slot in slots:
                atoms.update(
                    atom
                    for atom, number in zip(slot.atoms, range(len(slot.values)), strict=True)
                    if whole or not slot.groups or not words.isdisjoint(slot.groups[number])
                )
        self.tests[at, rule.id] = frozenset(atoms)

    # Judging

    def _put(self, facts: Iterable[str], decided: Mapping[Atom, Any], *, finished: bool) -> None:
        for path in facts:
            self.stand_in.put(path, self.slots[path].answer(decided, finished=finished))

    def _restore(self, facts: Iterable[str]) -> None:
        for path in facts:
            self.stand_in.put(path, self.slots[path].original)

    def _blockers(self, undecided: Collection[Atom] = ()) -> list[_Blocker]:
        """The rules that may go beyond the outcome wanted, as the facts stand now. What rests on a
        presumption is open as long as it reads what is not decided.
        """
        if self.left <= 0 and self.times >= LEAST:
            raise _CutShortError
        self.left -= self.each
        self.times += 1
        found: list[_Blocker] = []
        for at, one in enumerate(self.several):
            self.situations[at].forget()
            verdicts = one.verdicts(self.stand_in.case, self.as_of, self.hypothetical)
            for position, rule in self.rules[at]:
                if self.only is not None and rule is not self.only:
                    continue
                presumes = rule.id in one.rulebook.presuming
                if presumes and undecided and not self.tests[at, rule.id].isdisjoint(undecided):
                    found.append(_Blocker(at, rule, None, False))
                elif BITES.get(verdicts[position], False) is not False:
                    found += self._subjects(at, one, rule)
        return found

    def _subjects(self, at: int, one: Settings, rule: AnyRule) -> Iterator[_Blocker]:
        for subject in subjects(rule, self.situations[at]):
            self.left -= IN_PLAIN_CODE
            certain, possible = reached_for(one.rulebook, rule, subject)
            if possible > self.aim:
                index = _number(rule, subject)
                yield _Blocker(at, rule, index, certain > self.aim)

    def _conflict(self, blocker: _Blocker, facts: Collection[str]) -> list[str]:
        """The facts of which one has to be changed besides, if the rule is to let the outcome pass."""
        read = self.read[blocker.part, blocker.rule.id]
        if blocker.rule.each is not None and blocker.index is not None:
            of_list = f"{blocker.rule.each.path}["
            own = f"{blocker.rule.each.path}[{blocker.index}]"
            read = [path for path in read if blocker.index < 0 or _concerns(path, of_list, own)]
        return [path for path in read if path not in facts]

    def solve(self, facts: frozenset[str]) -> tuple[dict[Atom, Any] | None, set[str]]:
        """Answers to some facts under which the outcome is reached; where there are none, facts of which one
        has to be changed besides.
        """
        undecided = [atom for path in facts for atom in self.slots[path].atoms]
        try:
            return self._decide(facts, {}, undecided)
        finally:
            self._restore(facts)

    def _decide(
        self, facts: frozenset[str], decided: dict[Atom, Any], undecided: list[Atom]
    ) -> tuple[dict[Atom, Any] | None, set[str]]:
        self._put(facts, decided, finished=not undecided)
        blockers = self._blockers(undecided)
        if not blockers:
            return decided, set()
        waiting = frozenset(undecided)
        final = [
            one
            for one in blockers
            if self.tests[one.part, one.rule.id].isdisjoint(waiting)
            or (one.is_certain and one.rule.id not in self.several[one.part].rulebook.presuming)
        ]
        if final:
            conflicts = [self._conflict(one, facts) for one in final]
            fewest = min(conflicts, key=len)
            return None, set(fewest)
        read = min(
            (self.tests[one.part, one.rule.id] & waiting for one in blockers), key=lambda atoms: len(atoms)
        )
        atom = next(one for one in undecided if one in read)
        rest = [one for one in undecided if one != atom]
        besides: set[str] = set()
        for value in self.slots[atom[0]].values[atom[1]]:
            found, conflict = self._decide(facts, {**decided, atom: value}, rest)
            if found is not None:
                return found, set()
            besides |= conflict
        return None, besides

    # Searching

    def smallest(self, at_most: int) -> Iterator[tuple[frozenset[str], dict[Atom, Any]]]:
        """The smallest sets of facts, the shortest first, with answers under which the outcome is reached."""
        found: list[frozenset[str]] = []
        level: dict[frozenset[str], None] = {frozenset(): None}
        for size in range(at_most + 1):
            following: dict[frozenset[str], None] = {}
            for facts in level:
                if any(one <= facts for one in found):
                    continue
                answers, besides = self.solve(facts)
                if answers is not None:
                    found.append(facts)
                    yield facts, answers
                elif size < at_most:
                    following.update((facts | {path}, None) for path in self.slots if path in besides)
            level = following

    def answer(self, at_most: int) -> tuple[tuple[Way, ...], tuple[Obstacle, ...], bool]:
        """The ways, what stands in the way where there is none, and whether the search was complete."""
        root = self._blockers()
        firm = self._firm(root) if root else []
        if firm:
            return (), tuple(self._obstacle(one, Firmness.ALWAYS) for one in _each_once(firm)), True
        ways: list[Way] = []
        complete = True
        try:
            for facts, answers in self.smallest(at_most):
                ways.append(self._way(facts, answers))
        except _CutShortError:
            complete = False
        if ways:
            return tuple(ways), (), complete
        return (), tuple(self._in_the_way(root, at_most, complete=complete)), complete

    def _firm(self, root: list[_Blocker]) -> list[_Blocker]:
        """The rules that hold the outcome whatever is changed."""
        firm = [one for one in root if not self._conflict(one, ())]
        everything = frozenset(self.slots)
        self._put(everything, {}, finished=False)
        undecided = [atom for slot in self.slots.values() for atom in slot.atoms]
        presuming = [one.rulebook.presuming for one in self.several]
        firm += [
            one
            for one in self._blockers(undecided)
            if one.is_certain and one.rule.id not in presuming[one.part]
        ]
        self._restore(everything)
        return firm

    def _in_the_way(self, root: list[_Blocker], at_most: int, *, complete: bool) -> Iterator[Obstacle]:
        """The findings that no way lifts by itself; where each can be lifted, all that would have to be."""
        holding: list[Obstacle] = []
        several = _each_once(root)
        for one in several:
            self.only = one.rule
            try:
                if next(self.smallest(at_most), None) is None:
                    holding.append(self._obstacle(one, Firmness.ALONE))
            except _CutShortError:
                complete = False
                break
            finally:
                self.only = None
        if holding:
            yield from holding
        else:
            hold = Firmness.TOGETHER if complete else Firmness.PERHAPS
            yield from (self._obstacle(one, hold) for one in several)

    # What is said

    def _way(self, facts: frozenset[str], answers: dict[Atom, Any]) -> Way:
        self._put(facts, answers, finished=True)
        try:
            low, high = joint_outcome(
                self.several, self.stand_in.case, self.as_of, hypothetical=self.hypothetical
            )
            changes = [
                self._change(path, paths.value_at(self.stand_in.case, path))
                for path in self.slots
                if path in facts
            ]
            return Way(tuple(changes), Outcome(low), Outcome(high), self._is_presumed())
        finally:
            self._restore(facts)

    def _is_presumed(self) -> bool:
        """Whether something unknown would rebut what the outcome rests on, as the facts stand now."""
        for one, situation in zip(self.several, self.situations, strict=True):
            situation.forget()
            if one.rulebook.presuming and plain_outcome(one.rulebook, situation.unburdened())[1] > self.aim:
                return True
        return False

    def _change(self, path: str, after: Any) -> Change:
        before = self.slots[path].original
        provision = paths.attested_provision(path)
        if provision is None:
            return Change(path, before, after, FACTS[paths.general(path)].question)
        duty = self._duty(provision.partition("[")[0])
        assert duty is not None
        return Change(path, before, after, duty.statement, duty.citation)

    def _obstacle(self, blocker: _Blocker, firmness: Firmness) -> Obstacle:
        settings, rule = self.several[blocker.part], blocker.rule
        situation = settings.situation(self.case, self.as_of, hypothetical=self.hypothetical)
        verdict = settings.verdicts(self.case, self.as_of, self.hypothetical)[
            settings.rulebook.index(rule.id)
        ]
        status = settings.rulebook.statuses[settings.rulebook.index(rule.id)][verdict]
        unknown = (
            dict.fromkeys(open_effects(settings.rulebook, rule, situation))
            if verdict == Verdict.UNDETERMINED
            else ()
        )
        return Obstacle(
            settings.id,
            rule.id,
            rule.citation,
            rule.statement,
            status or breach(rule, situation),
            firmness,
            tuple(unknown),
        )


def _number(rule: AnyRule, subject: Subject) -> int | None:
    """The number of the record that a rule speaks of; -1 of the one that may be there besides."""
    return None if rule.each is None else -1 if subject.index is None else subject.index


def _concerns(path: str, of_list: str, own: str) -> bool:
    """Whether a path is none of the records of a list, or of one of them."""
    return of_list not in path or own in path


def _each_once(blockers: Iterable[_Blocker]) -> list[_Blocker]:
    """Of several blockers of one rule the first."""
    return list({(one.part, one.rule.id): one for one in reversed(list(blockers))}.values())[::-1]


class _CutShortError(Exception):
    """As many rules were judged as may be."""
