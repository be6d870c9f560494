"""Which questions still matter, which known facts stand in the way, and how much is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from aigovkit import paths
from aigovkit.answers import Alternative, Counts, Outcome, Question, Status
from aigovkit.engine import reference
from aigovkit.engine.breaches import breach
from aigovkit.engine.in_ranges import Totals
from aigovkit.engine.prompts import parameter_question, question_of
from aigovkit.engine.rulebook import Rulebook, rule_nodes
from aigovkit.engine.search import (
    Part,
    Relevance,
    Search,
    Standing,
    differ,
    judgements_allowed,
    trials_of,
    twins,
)
from aigovkit.engine.settings import Settings
from aigovkit.engine.stand_ins import StandIn
from aigovkit.engine.tiers import steps_left
from aigovkit.engine.unknowns import open_effects, open_facts, open_finding, open_points
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.facts import Boolean, DeclaredFact, Records, Term, Terms
from aigovkit.language.logic import negation
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import LiesIn
from aigovkit.language.reaches import ends
from aigovkit.models.agency import Agency
from aigovkit.models.case import FACTS, Case, fact
from aigovkit.periods import Moment
from aigovkit.rules import AnyRule, Duty, Score
from aigovkit.rules.effects import effects
from aigovkit.situation import Situation

PLACE = Agency.place.path
"""Where the agency is, by its path."""

_NOISE: Mapping[int, int] = {
    Verdict.REFERRED: 2,
    Verdict.BREACHED: 2,
    Verdict.OPEN: 2,
    Verdict.UNDETERMINED: 1,
}
"""How far a verdict is from leaving the outcome alone."""

_CALLED = {
    Status.UNDETERMINED: (Verdict.BREACHED, Verdict.BREACHED + 1),
    Status.VIOLATED: (Verdict.BREACHED + 1, Verdict.BREACHED + 1),
}
"""What a breach may come to where it is not simply what the force of its rule calls it."""


BITES: Mapping[int, bool | None] = {
    Verdict.REFERRED: True,
    Verdict.BREACHED: True,
    Verdict.OPEN: True,
    Verdict.UNDETERMINED: None,
}
"""Whether a rule bites, by the verdict on it; by all the others it does not."""


def questions(
    several: Sequence[Settings], case: Case, as_of: Moment, *, hypothetical: bool
) -> tuple[Question, ...]:
    """The facts that can still change the outcome of one policy, or of several together, those shown to
    first, of these the most decisive.
    """

    def judge(tried: Any) -> tuple[int, int]:
        return joint_outcome(open_, tried, as_of, hypothetical=hypothetical, floor=floor)

    def noise(tried: Any) -> int:
        return sum(_NOISE.get(verdict, 0) for verdict in verdicts(tried))

    def standing(tried: Any) -> list[bool | None]:
        return [BITES.get(verdict, False) for verdict in verdicts(tried)]

    def of_the_policy(settings: Settings) -> Iterator[Question]:
        def judge_under(tried: Any, under: Settings) -> tuple[int, int]:
            supposed = [under if one is settings else one for one in open_]
            return joint_outcome(supposed, tried, as_of, hypothetical=hypothetical, floor=floor)

        return _of_the_policy(search, settings, case, asked, judge_under)

    def verdicts(tried: Any) -> Iterator[int]:
        for settings, positions in moving:
            found = settings.verdicts(tried, as_of, hypothetical=hypothetical)
            yield from (found[position] for position in positions)

    open_, floor = _still_open(several, case, as_of, hypothetical=hypothetical)
    if not open_:
        return ()
    certain, most = judge(case)
    settled = certain == most
    situations = [settings.situation(case, as_of, hypothetical=hypothetical) for settings in open_]
    parts = [
        Part(one.rulebook, situation, _in_play(one.rulebook, certain, settled=settled))
        for one, situation in zip(open_, situations, strict=True)
    ]
    candidates: dict[str, None] = {}
    for part in parts:
        if not settled and (len(several) == 1 or certain < Outcome.NO_OBJECTION):
            candidates.update(dict.fromkeys(open_facts(part.rulebook.scope, part.situation)))
        for rule in part.rules:
            candidates.update(dict.fromkeys(open_effects(part.rulebook, rule, part.situation)))
    rebutting = set().union(*(_rebutting(part.rulebook, part.rules) for part in parts))
    asked = [path for path in candidates if not settled or paths.general(path) in rebutting]
    if not asked:
        return ()
    rulebooks = distinct_rulebooks(several)
    search = Search(parts, judge, candidates)
    if where := _where_first(search, rulebooks, case, asked):
        return where
    moving = [
        (settings, [part.rulebook.index(rule.id) for rule in part.rules])
        for settings, part in zip(open_, parts, strict=True)
    ]
    found = _questions(search, rulebooks, case, asked, rebutting, noise, standing)
    told = (*found, *(one for settings in open_ for one in of_the_policy(settings)))
    return told if told or settled else _settling(search, rulebooks, case, asked, rebutting)


def _in_play(rulebook: Rulebook, certain: int, *, settled: bool) -> list[AnyRule]:
    """The rules that can still turn the outcome, beside what is certain."""
    if settled:  # Only what is presumed can still turn, once it is rebutted.
        return [one for one in rulebook.rules if one.id in rulebook.presuming and reaches(one, certain)]
    # A rule that cannot go beyond what is certain already cannot matter.
    return [one for one in rulebook.rules if reaches(one, certain + 1)]


def distinct_rulebooks(several: Iterable[Settings]) -> list[Rulebook]:
    """The rulebooks of policies, one that stands under several settings once."""
    return list({id(one.rulebook): one.rulebook for one in several}.values())


def _still_open(
    several: Sequence[Settings], case: Case, as_of: Moment, *, hypothetical: bool
) -> tuple[list[Settings], int]:
    """The policies that can still go beyond what the others leave certain whatever is learnt, and the
    mildest outcome that is certain because of those others.
    """
    if len(several) == 1:
        return list(several), Outcome.NOT_APPLICABLE
    # A presumption may be rebutted: without it, the range is what nothing that is learnt can leave.
    ranges: list[tuple[int, int]] = []
    for settings in several:
        if settings.rulebook.presuming:
            situation = settings.situation(case, as_of, hypothetical=hypothetical)
            ranges.append(reference.outcome(settings.rulebook, situation.unburdened()))
        else:
            ranges.append(settings.outcome(case, as_of, hypothetical=hypothetical))
    firm = max(least for least, _ in ranges)
    open_ = [one for one, (_, most) in zip(several, ranges, strict=True) if most > firm]
    return open_, firm


def joint_outcome(
    several: Iterable[Settings],
    case: Any,
    as_of: Moment,
    *,
    hypothetical: bool,
    floor: int = Outcome.NOT_APPLICABLE,
) -> tuple[int, int]:
    """The mildest and the strictest outcome of something shaped like a case by several policies together, no
    milder than what is certain besides.
    """
    least = most = floor
    for settings in several:
        low, high = settings.outcome(case, as_of, hypothetical=hypothetical)
        least, most = max(least, low), max(most, high)
    return least, most


def questions_about(
    settings: Settings, case: Case, as_of: Moment, provision: str, *, hypothetical: bool
) -> tuple[Question, ...]:
    """The facts that can still change the finding on one provision, the most decisive first; of a score also
    those that can change on which step the case stands.
    """
    rulebook = settings.rulebook
    rule = rulebook.rules[rulebook.index(provision)]
    situation = settings.situation(case, as_of, hypothetical=hypothetical)
    judge = _judge_of(settings, rule, as_of, hypothetical=hypothetical)
    least, most = judge(case)
    candidates = dict.fromkeys(open_finding(rulebook, rule, situation))
    nodes = rulebook.tested
    if isinstance(rule, Score):
        candidates |= dict.fromkeys(open_points(rule.points, situation))
        nodes = (*nodes, *(LiesIn(rule.points, [band[:2]]) for band in rule.bands))
    rebutting = _rebutting(rulebook, [rule])
    asked = [path for path in candidates if least != most or paths.general(path) in rebutting]
    if not asked:
        return ()
    search = Search([Part(rulebook, situation, [rule])], judge, candidates, nodes)
    if where := _where_first(search, [rulebook], case, asked):
        return where
    found = _questions(search, [rulebook], case, asked, rebutting)
    told = (*found, *_of_the_policy(search, settings, case, asked, judge))
    return told if told or least == most else _settling(search, [rulebook], case, asked, rebutting)


def _judge_of(
    settings: Settings, rule: AnyRule, as_of: Moment, *, hypothetical: bool
) -> Callable[..., tuple[int, int]]:
    """What judges a case, or a stand-in for one, by the finding on one rule."""
    rulebook = settings.rulebook
    position = rulebook.index(rule.id)
    totals = Totals(rule.points) if isinstance(rule, Score) else None

    def judge(tried: Any, under: Settings = settings) -> tuple[int, int]:
        verdict = under.verdicts(tried, as_of, hypothetical=hypothetical)[position]
        if isinstance(rule, Score) and totals is not None:
            at = under.situation(tried, as_of, hypothetical=hypothetical)
            return _standing(rule, verdict, totals, at)
        if rulebook.statuses[position][verdict] is None:  # A promotion decides what the breach is called.
            at = under.situation(tried, as_of, hypothetical=hypothetical)
            return _CALLED.get(breach(rule, at), (verdict, verdict))
        return _finding_range(verdict)

    return judge


def _judge_alone(
    settings: Settings, rule: AnyRule, as_of: Moment, *, hypothetical: bool
) -> Callable[..., tuple[int, int]]:
    """The same of a rule by its plain meaning: the compiled form works out every rule, over all records."""
    rulebook = settings.rulebook
    position = rulebook.index(rule.id)

    def judge(tried: Any) -> tuple[int, int]:
        at = settings.situation(tried, as_of, hypothetical=hypothetical)
        found = reference.verdict(rulebook, rule, at)
        if rulebook.statuses[position][found] is None:
            return _CALLED.get(breach(rule, at), (found, found))
        return _finding_range(found)

    return judge


def _standing(rule: Score, verdict: int, totals: Totals, situation: Situation) -> tuple[int, int]:
    """From where to where a case may stand by a score: by the places of its steps or, without a scale, by its
    totals; below them all where the score is not called for.
    """
    if verdict in SILENT:
        return NOWHERE, NOWHERE
    total = totals(situation)
    if rule.scale is None:
        low, high = (int(max(-MOST, min(MOST, end))) for end in ends(total))
    else:
        places = [rule.scale.place(step.id) for step in steps_left(rule, total)]
        low, high = places[0], places[-1]
    return (NOWHERE if verdict == Verdict.UNDETERMINED else low), high


MOST = 10**18
"""No total is told from one that is more than this."""
NOWHERE = -MOST - 1
"""Below every step, and every total."""


def agency_questions(
    settings: Settings, case: Case, as_of: Moment, verdicts: Sequence[int], *, hypothetical: bool
) -> tuple[Question, ...]:
    """What is attested, or said of the agency, that can still change the finding on a standing duty of it.

    One search serves all of these duties: of each it tries what that one hangs on.
    """
    rulebook = settings.rulebook
    duties = [
        rule
        for rule, verdict in zip(rulebook.rules, verdicts, strict=True)
        if isinstance(rule, Duty) and rule.standing and verdict == Verdict.UNDETERMINED
    ]
    if not duties:
        return ()
    situation = settings.situation(case, as_of, hypothetical=hypothetical)
    hanging = {rule.id: [*dict.fromkeys(open_finding(rulebook, rule, situation))] for rule in duties}
    judges = {rule.id: _judge_alone(settings, rule, as_of, hypothetical=hypothetical) for rule in duties}
    candidates = dict.fromkeys(path for several in hanging.values() for path in several)
    search = Search([Part(rulebook, situation, duties)], judges[duties[0].id], candidates)
    found: dict[str, Question] = {}
    for rule in duties:
        search.judge = judges[rule.id]
        asked = [path for path in hanging[rule.id] if _is_of_the_agency(path)]
        several = _where_first(search, [rulebook], case, asked) or _questions(
            search, [rulebook], case, asked, _rebutting(rulebook, [rule])
        )
        for one in several:
            found.setdefault(one.fact, one)
    return tuple(found.values())


def _is_of_the_agency(path: str) -> bool:
    """Whether a fact may stand in an agency file."""
    return paths.attested_provision(path) is not None or path.startswith("agency.")


def _where_first(
    search: Search, rulebooks: Sequence[Rulebook], case: Case, candidates: list[str]
) -> tuple[Question, ...]:
    """The question where the agency is, alone while it is not known whether a policy reaches it at all;
    nothing where that is known, cannot matter, or was asked in vain.
    """
    if PLACE in case.not_known or PLACE not in candidates or not any(one.place for one in rulebooks):
        return ()
    return _questions(search, rulebooks, case, [PLACE], set())


def _questions(
    search: Search,
    rulebooks: Sequence[Rulebook],
    case: Case,
    candidates: list[str],
    rebutting: set[str],
    noise: Callable[[Any], int] | None = None,
    standing: Callable[[Any], Standing] | None = None,
) -> tuple[Question, ...]:
    """The questions that a search finds to matter, then those that it cannot rule out."""
    asked = [path for path in candidates if path in search.first]
    decided = search.decide(asked, noise, standing)
    # What was not shown to matter may matter all the same: only what no answer can make matter is left out.
    kept = [path for path in asked if decided[path][0] is not Relevance.NONE]
    order = {path: position for position, path in enumerate(asked)}
    kept.sort(key=lambda path: (decided[path][0] is not Relevance.PROVEN, -decided[path][1], order[path]))
    return tuple(
        question_of(
            rulebooks,
            case,
            path,
            proven=decided[path][0] is Relevance.PROVEN,
            rebuts=paths.general(path) in rebutting,
        )
        for path in kept
    )


def _settling(
    search: Search, rulebooks: Sequence[Rulebook], case: Case, candidates: list[str], rebutting: set[str]
) -> tuple[Question, ...]:
    """The questions about what leaves a judgement open of which every answer comes to the same: where nothing
    else is asked, an answer is still what settles it.
    """
    return tuple(
        question_of(rulebooks, case, path, proven=False, rebuts=paths.general(path) in rebutting)
        for path in dict.fromkeys(candidates)
        if path in search.first
    )


def _of_the_policy(
    search: Search,
    settings: Settings,
    case: Case,
    asked: Iterable[str],
    judge: Callable[[Any, Settings], tuple[int, int]],
) -> Iterator[Question]:
    """The parameters that are not known and among what is asked: whoever uses the policy can say them."""
    rulebook, named, given = settings.rulebook, set(asked), dict(settings.parameters)
    for parameter in rulebook.parameters:
        if parameter.name in named and given.get(parameter.name, parameter.default) is None:
            judged = [
                judge(case, settings.given(**{parameter.name: value}))
                for value in search.trials.values_of(parameter, None)
            ]
            provisions = tuple(rule.id for rule in rulebook.rules if parameter in rule_nodes(rule))
            yield parameter_question(parameter, provisions, proven=differ(judged))


def _rebutting(rulebook: Rulebook, rules: Iterable[AnyRule]) -> set[str]:
    """The paths of the facts that would rebut what some of the rules presume."""
    return {path for rule in rules for path in rulebook.rebuttals.get(rule.id, ())}


def reaches(rule: AnyRule, outcome: int) -> bool:
    """Whether a rule can bring about an outcome, or a stricter one."""
    return any(level >= outcome for level, _ in effects(rule))


def _finding_range(verdict: int) -> tuple[int, int]:
    if verdict == Verdict.UNDETERMINED:
        return (0, 99)
    if verdict == Verdict.MET_IF_APPLICABLE:
        return (0, 5)
    return (0, 0) if verdict in SILENT else (verdict, verdict)


def alternatives(
    several: Sequence[Settings], case: Case, as_of: Moment, *, hypothetical: bool
) -> tuple[Alternative, ...]:
    """The known facts of which another answer alone would make the outcome milder: the mildest answer to
    each.

    What the agency cannot change is left out, and so is what decides whether the policy covers the case at
    all: neither is a way out. As many answers are tried as for questions.
    """
    rulebooks = distinct_rulebooks(several)

    def judge(tried: Any) -> tuple[int, int]:
        return joint_outcome(several, tried, as_of, hypothetical=hypothetical)

    at_least, at_most = judge(case)
    if at_most <= Outcome.NO_OBJECTION:
        return ()
    read = {
        path
        for rulebook in rulebooks
        for rule in rulebook.rules
        if reaches(rule, Outcome.CONDITIONAL)
        for path in rulebook.facts_used[rule.id]
    }
    read = read.difference(*(rulebook.covering for rulebook in rulebooks))
    situations = [one.situation(case, as_of, hypothetical=hypothetical) for one in several]
    situation = situations[0]
    known = [
        path
        for path, _ in case.known_facts()
        if paths.general(path) in read and is_way_out(fact(path)) and is_past(path, situation) is not True
    ]
    stand_in = StandIn(case)
    parts = [Part(one.rulebook, at, one.rules) for one, at in zip(several, situations, strict=True)]
    trials = trials_of(parts)
    left = judgements_allowed([one.rulebook for one in several], case)
    found: dict[str, Alternative] = {}
    for alike in twins(case, known):
        first = alike[0]
        original = stand_in.value(first)
        # As if nothing were known of the fact: any answer but the one it has.
        answers = [value for value in trials.answers(first, None) if value != original]
        left -= len(answers)
        if left < 0:
            break
        tried = []
        for value in answers:
            stand_in.put(first, value)
            low, high = judge(stand_in.case)
            tried.append(((high, low), value))
        stand_in.put(first, original)
        (high, low), value = min(tried, key=lambda one: one[0])
        if (high, low) < (at_most, at_least):
            found |= {path: Alternative(path, value, Outcome(low), Outcome(high)) for path in alike}
    return tuple(found[path] for path in known if path in found)


def is_way_out(declared: DeclaredFact) -> bool:
    """Whether a fact is one that the agency can change, and of which other answers can be tried."""
    return declared.changeable is True and isinstance(declared, Boolean | Term | Terms)


def is_past(path: str, situation: Situation) -> bool | None:
    """Whether a fact is one of a record that is past, as its list has it: what was done stays done. None
    where that is not known.
    """
    collection = FACTS.get(paths.collection_of(path) or "")
    if not isinstance(collection, Records) or collection.present is None:
        return False
    record = paths.value_at(situation.case, path.rpartition(".")[0])
    return negation(holds(collection.present, situation.at(collection, record)))


def counts(rulebooks: Iterable[Rulebook], case: Case) -> Counts:
    """How much of what policies read is known, was asked in vain, or was not asked."""
    used = set[str]().union(*(several for one in rulebooks for several in one.facts_used.values()))
    # What is attested of single records counts with what is of the whole.
    read = [path for path in used if "[" not in path or paths.attested_provision(path) is None]
    known = {paths.general(path) for path, _ in case.known_facts()}
    attested = case.attestations.items()
    known |= {
        paths.attestation_path(provision.partition("[")[0])
        for provision, one in attested
        if one.met is not None
    }
    typed = [path for path in read if not paths.is_of_record(path) and not paths.attested_provision(path)]
    known |= {path for path in typed if paths.value_at(case, path) is not None}
    unknown = [path for path in read if path not in known]
    in_vain = {paths.general(one) for one in case.not_known}
    asked = sum(1 for path in unknown if path in in_vain)
    return Counts(len(read) - len(unknown), asked, len(unknown) - asked)


def unused_attestations(rulebook: Rulebook, case: Case) -> tuple[str, ...]:
    """The provisions of which a case attests something, or says that nobody knows, and no rule uses it.

    .. versionadded:: 0.1.0
    """
    in_vain = [paths.attested_provision(path) for path in case.not_known]
    spoken_of = dict.fromkeys([*case.attestations, *(one for one in in_vain if one is not None)])
    used = {path for several in rulebook.facts_used.values() for path in several} if spoken_of else ()
    return tuple(one for one in spoken_of if paths.general(paths.attestation_path(one)) not in used)
