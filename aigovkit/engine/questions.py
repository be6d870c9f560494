"""Which questions still matter, which known facts stand in the way, and how much is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aigovkit import paths
from aigovkit.answers import Alternative, Counts, Outcome, Question
from aigovkit.engine.reasons import explain
from aigovkit.engine.rulebook import Rulebook, effects, paths_read, rule_nodes
from aigovkit.engine.search import FEW, SHARE, Judge, Relevance, Search
from aigovkit.engine.settings import Settings
from aigovkit.engine.unknowns import open_effects, open_facts
from aigovkit.engine.verdicts import SILENT, Verdict
from aigovkit.facts import Boolean, Term, Terms
from aigovkit.language.nodes import Rebutted
from aigovkit.language.parts import distinct
from aigovkit.models.case import Case, fact
from aigovkit.periods import Moment
from aigovkit.rules import Rule
from aigovkit.situation import Situation

_NOISE: Mapping[int, int] = {Verdict.BREACHED: 2, Verdict.OPEN: 2, Verdict.UNDETERMINED: 1}
"""How far a verdict is from leaving the outcome alone."""


def questions(settings: Settings, case: Case, as_of: Moment, *, hypothetical: bool) -> tuple[Question, ...]:
    """The facts that can still change the outcome, the most decisive first."""
    rulebook = settings.rulebook
    situation = settings.situation(case, as_of, hypothetical=hypothetical)

    def judge(tried: Any) -> tuple[int, int]:
        return settings.outcome(tried, as_of, hypothetical=hypothetical)

    certain, most = judge(case)
    settled = certain == most
    # A rule that cannot go beyond what is certain already cannot matter, unless what is certain is presumed.
    rules = [rule for rule in rulebook.rules if _reaches(rulebook, rule, Outcome(certain), settled=settled)]
    presumptions = _presumptions(rulebook, rules)
    if settled and not presumptions:
        return ()
    candidates = dict.fromkeys(open_facts(rulebook.scope, situation))
    for rule in rules:
        candidates.update(dict.fromkeys(open_effects(rulebook, rule, situation)))
    search = Search(rulebook, situation, judge, rules, candidates)
    moving = [rulebook.index(rule.id) for rule in rules]

    def noise(tried: Any) -> int:
        verdicts = settings.verdicts(tried, as_of, hypothetical=hypothetical)
        return sum(_NOISE.get(verdicts[position], 0) for position in moving)

    search.rebutting = presumptions
    search.quieten(noise)
    return _asked(search, rulebook, case, settled=settled)


def questions_about(
    settings: Settings, case: Case, as_of: Moment, provision: str, *, hypothetical: bool
) -> tuple[Question, ...]:
    """The facts that can still change the finding on one provision, the most decisive first."""
    rulebook = settings.rulebook
    position = rulebook.index(provision)
    rule = rulebook.rules[position]
    situation = settings.situation(case, as_of, hypothetical=hypothetical)

    def judge(tried: Any) -> tuple[int, int]:
        return _finding_range(settings.verdicts(tried, as_of, hypothetical=hypothetical)[position])

    least, most = judge(case)
    settled = least == most
    presumptions = _presumptions(rulebook, [rule])
    if settled and not presumptions:
        return ()
    search = Search(rulebook, situation, judge, [rule], explain(rulebook, rule, situation).unknown)
    search.rebutting = presumptions
    return _asked(search, rulebook, case, settled=settled)


def _asked(search: Search, rulebook: Rulebook, case: Case, *, settled: bool) -> tuple[Question, ...]:
    """The questions that a search finds to matter, or cannot rule out."""
    asked = [path for path in search.slots if not settled or paths.general(path) in search.rebutting]
    decided: dict[str, tuple[Relevance, int]] = {}
    # Most facts are decided by a few judgements; what is left of the budget then goes to the others.
    for share in (FEW, SHARE):
        for path in asked:
            if decided.get(path, (Relevance.OPEN, 0))[0] is Relevance.OPEN:
                decided[path] = search.relevance(path, share)
    order = {path: position for position, path in enumerate(asked)}
    kept = [path for path in asked if decided[path][0] in (Relevance.PROVEN, Relevance.OPEN)]
    # Something must be left to ask where the answer is open.
    kept = kept or [path for path in asked if decided[path][0] is Relevance.NOT_FOUND]
    kept.sort(key=lambda path: (-decided[path][1], order[path]))
    return tuple(
        _question(
            rulebook,
            case,
            path,
            proven=decided[path][0] is Relevance.PROVEN,
            rebuts=settled or paths.general(path) in search.rebutting,
        )
        for path in kept
    )


def _presumptions(rulebook: Rulebook, rules: list[Rule]) -> set[str]:
    """The paths of the facts that would rebut what some of the rules presume."""
    return {
        path
        for rule in rules
        for one in rulebook.with_exceptions(rule)
        for node in rule_nodes(one)
        if isinstance(node, Rebutted)
        for part in distinct([node.inner])
        for path in paths_read(part)
    }


def _reaches(rulebook: Rulebook, rule: Rule, certain: Outcome, *, settled: bool) -> bool:
    """Whether a rule can go beyond what is certain, or rests on a presumption where that is settled."""
    levels = [level for level, _ in effects(rule)]
    if any(level > certain for level in levels):
        return True
    presumes = any(one.id in rulebook.presuming for one in rulebook.with_exceptions(rule))
    return settled and certain in levels and presumes


def _finding_range(verdict: int) -> tuple[int, int]:
    if verdict == Verdict.UNDETERMINED:
        return (0, 99)
    if verdict == Verdict.MET_IF_APPLICABLE:
        return (0, 5)
    return (0, 0) if verdict in SILENT else (verdict, verdict)


def _question(rulebook: Rulebook, case: Case, path: str, *, proven: bool, rebuts: bool) -> Question:
    general = paths.general(path)
    asked = path in case.not_known or general in case.not_known
    provisions = tuple(name for name, read in rulebook.facts_read.items() if general in read)
    provision = paths.attested_provision(path)
    if provision is not None:
        rule = next((rule for rule in rulebook.rules if rule.id == provision), None)
        prompt = (
            f"Is this done? {rule.statement}" if rule is not None else f"Is the duty of {provision} done?"
        )
        return Question(path, prompt, provisions, proven=proven, rebuts=rebuts, asked=asked)
    declared = fact(general)
    choices = tuple(str(word) for word in declared.vocabulary) if isinstance(declared, Term | Terms) else ()
    return Question(path, declared.question, provisions, declared.definition, choices, proven, rebuts, asked)


def alternatives(
    settings: Settings, case: Case, as_of: Moment, *, hypothetical: bool
) -> tuple[Alternative, ...]:
    """The known facts of which another answer alone would make the outcome milder: the mildest answer to
    each.

    What decides whether the policy covers the case at all is left out: it is no way out.
    """
    rulebook = settings.rulebook

    def judge(tried: Any) -> tuple[int, int]:
        return settings.outcome(tried, as_of, hypothetical=hypothetical)

    at_least, at_most = judge(case)
    if at_most <= Outcome.NO_OBJECTION:
        return ()
    rules = [
        rule for rule in rulebook.rules if any(level > Outcome.NO_OBJECTION for level, _ in effects(rule))
    ]
    covering = {path for node in distinct([rulebook.scope]) for path in paths_read(node)}
    read = {path for rule in rules for path in rulebook.facts_read[rule.id]} - covering
    known = [path for path, _ in case.known_facts() if isinstance(fact(path), Boolean | Term | Terms)]
    situation: Situation = settings.situation(case, as_of, hypothetical=hypothetical)
    search = Search(
        rulebook, situation, judge, rules, [path for path in known if paths.general(path) in read]
    )
    found = []
    for path in search.slots:
        high, low, value = _mildest(search, path, judge)
        if (high, low) < (at_most, at_least):
            found.append(Alternative(path, value, Outcome(low), Outcome(high)))
    return tuple(found)


def _mildest(search: Search, path: str, judge: Judge) -> tuple[int, int, Any]:
    """The most and the least that the mildest other answer to a fact comes to, and that answer."""
    original, search.original[path] = search.original[path], None
    tried = []
    for order, value in enumerate(search.answers_to(path)):
        if value != original:
            search.put(path, value)
            low, high = judge(search.case)
            tried.append((high, low, order, value))
    search.put(path, original)
    search.original[path] = original
    high, low, _, value = min(tried, key=lambda one: one[:3])
    return high, low, value


def counts(rulebook: Rulebook, case: Case) -> Counts:
    """How much of what the policy reads is known, was asked in vain, or was not asked."""
    read = dict.fromkeys(path for read in rulebook.facts_read.values() for path in read)
    known = {paths.general(path) for path, _ in case.known_facts()}
    attested = case.attestations.answers.items()
    known |= {paths.attestation_path(provision) for provision, met in attested if met is not None}
    typed = [path for path in read if not paths.is_of_record(path) and not paths.attested_provision(path)]
    known |= {path for path in typed if paths.value_at(case, path) is not None}
    unknown = [path for path in read if path not in known]
    in_vain = {paths.general(one) for one in case.not_known}
    asked = sum(1 for path in unknown if path in in_vain)
    return Counts(len(read) - len(unknown), asked, len(unknown) - asked)
