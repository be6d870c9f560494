"""Mutation testing of a policy: are its scenarios sharp enough to notice a wrong rule?

    python tests/mutation/rules.py us-ca/san-jose/ai-policy
    python tests/mutation/rules.py us-az/digital-bill-of-rights --sample 300

A sample is drawn evenly from all changed rules, the same each time.

Tools that mutate source code change what stands inside functions; a
jurisdiction module is data. Here the rules themselves are changed, one place at
a time: a condition is dropped, turned round or joined the other way, a word is
swapped, a time is shifted, an exception misses its aim. Each changed policy is
held against the scenarios of the policy. One that meets every expectation all
the same has survived, and is listed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

sys.path.insert(0, str(Path(__file__).parent.parent))

from test_scenarios import SCENES, Scene

from aigovkit.conditions import (
    ALWAYS,
    NOT_EVER,
    AllOf,
    Always,
    AnyOf,
    Compare,
    Condition,
    Constant,
    Defined,
    EachOf,
    Earliest,
    Fact,
    Greatest,
    Has,
    HasOnly,
    IsIn,
    Latest,
    Not,
    Product,
    Proved,
    Read,
    Shifted,
    SomeOf,
    Within,
)
from aigovkit.engine import reference
from aigovkit.engine.rulebook import Rulebook, effects
from aigovkit.evaluation import statuses_of
from aigovkit.policies import Policy, find_policy
from aigovkit.rules import Duty, Exemption, Kind, Rule

Mutant = tuple[str, Any]


def changed(node: Any, scope: Condition) -> Iterator[Mutant]:
    """Every way of changing one place in a condition or value, with what was done."""
    match node:
        case Always():
            return
        case AllOf(several) | AnyOf(several):
            other = AnyOf if isinstance(node, AllOf) else AllOf
            yield "joined the other way", other(several)
            for place, part in enumerate(several):
                rest = (*several[:place], *several[place + 1 :])
                yield f"without {short(part)}", rest[0] if len(rest) == 1 else type(node)(rest)
                for what, new in changed(part, scope):
                    yield what, type(node)((*several[:place], new, *several[place + 1 :]))
        case Not(inner):
            yield f"{short(inner)} turned round", inner
            for what, new in changed(inner, scope):
                yield what, Not(new)
        case Defined(name, inner, citation):
            yield f"{name} turned round", Not(node)
            # A cited term is changed where it is defined; the scope is changed by itself.
            if citation is None and node != scope:
                for what, new in changed(inner, scope):
                    yield what, Defined(name, new)
        case Read(ambiguity, options):
            for place, (name, part) in enumerate(options):
                for what, new in changed(part, scope):
                    yield f"{name}: {what}", Read(ambiguity, (*options[:place], (name, new), *options[place + 1 :]))
            names, parts = zip(*options, strict=True)
            if len(set(parts)) > 1:
                yield "readings exchanged", Read(ambiguity, tuple(zip(names, (*parts[1:], parts[0]), strict=True)))
        case Proved(inner):
            yield "nothing to prove", inner
            yield "proof turned round", Not(node)
        case IsIn(fact, terms):
            yield f"{short(node)} turned round", Not(node)
            for term in terms if len(terms) > 1 else ():
                yield f"{fact!r} without {term}", IsIn(fact, tuple(t for t in terms if t != term))
        case Has(fact, term):
            other_term = next(t for t in fact.vocabulary if t != term)
            yield f"{term} is {other_term}", Has(fact, other_term)
            yield f"{short(node)} turned round", Not(node)
        case SomeOf(collection, inner):
            yield "each instead of some", EachOf(collection, inner)
        case EachOf(collection, inner):
            yield "some instead of each", SomeOf(collection, inner)
        case Compare(left, right, strict=strict):
            yield f"{short(node)} turned round", Not(node)
            yield f"{short(node)} {'no longer' if strict else 'now'} strict", Compare(left, right, strict=not strict)
            for what, new in changed(left, scope):
                yield what, Compare(new, right, strict=strict)
            for what, new in changed(right, scope):
                yield what, Compare(left, new, strict=strict)
        case Shifted(start, period):
            step = {"seconds": period.seconds + 1} if period.is_elapsed else {"days": period.days + 1}
            yield f"{period.isoformat()} a little longer", Shifted(start, attrs.evolve(period, **step))
            for what, new in changed(start, scope):
                yield what, Shifted(new, period)
        case Earliest(several):
            yield "latest instead of earliest", Latest(several)
            for place in range(len(several)):
                yield "one time fewer", Earliest((*several[:place], *several[place + 1 :])) if len(several) > 2 else several[1 - place]
        case Latest(several):
            yield "earliest instead of latest", Earliest(several)
            for place in range(len(several)):
                yield "one time fewer", Latest((*several[:place], *several[place + 1 :])) if len(several) > 2 else several[1 - place]
        case Constant(number):
            yield f"{number} and one", Constant(number + 1)
        case Product(several) | Greatest(several):
            for place, part in enumerate(several):
                for what, new in changed(part, scope):
                    yield what, type(node)((*several[:place], new, *several[place + 1 :]))
        case Condition() if isinstance(node, Fact | HasOnly | Within):
            yield f"{short(node)} turned round", Not(node)
        case _:
            return


def short(node: Any) -> str:
    """A condition in a few words."""
    text = node.name if isinstance(node, Defined) else repr(node)
    return text if len(text) <= 60 else text[:57] + "…"


def mutants(policy: Policy, rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Every way of changing one place in a rule."""
    scope = policy.rulebook.scope
    fields = ["when", *(["provided"] if isinstance(rule, Exemption) else []), *(["done", "gate"] if isinstance(rule, Duty) else [])]
    for field in fields:
        for what, new in changed(getattr(rule, field), scope):
            yield f"{field}: {what}", attrs.evolve(rule, **{field: new})
    for field in ("least", "most"):
        for what, new in changed(getattr(rule, field, None), scope):
            yield f"{field}: {what}", attrs.evolve(rule, **{field: new})
    if isinstance(rule, Exemption):
        for target in rule.to:
            yield f"no longer displaces {target}", attrs.evolve(rule, to=tuple(t for t in rule.to if t != target))
    if isinstance(rule, Duty):
        if rule.due is not None and rule.due.time is not None:
            for what, new in changed(rule.due.time, scope):
                yield f"due: {what}", attrs.evolve(rule, due=attrs.evolve(rule.due, time=new))
        if rule.gate is not NOT_EVER:
            yield "never a breach", attrs.evolve(rule, gate=NOT_EVER)
        # Of a review it is never read.
        if rule.kind is Kind.REQUIREMENT and rule.gate is not NOT_EVER:
            yield "lawful use turned round", attrs.evolve(rule, lawful_use=not rule.lawful_use)
    if rule.commencement is not None:
        yield "always in force", attrs.evolve(rule, commencement=None)


def notices(scene: Scene, policy: Policy, rulebook: Rulebook, rule: Rule, *, moved: bool) -> bool:
    """Whether the expectations of a scenario fail for the changed rule, or for what it does to other rules and the outcome."""
    evaluation = scene.evaluation
    situation = evaluation.policy.situation(evaluation)
    expected = scene.expect.get("findings", {})
    affected = {rule.id, *(rule.to if isinstance(rule, Exemption) else ())} & set(expected)
    for one in rulebook.rules:
        if one.id in affected:
            verdict = reference.verdict(rulebook, one, situation)
            if str(statuses_of(one)[verdict] or evaluation._breach(one)) != expected[one.id]:
                return True
    for row in scene.expect.get("readings", {}).get(rule.id, {}).items() if isinstance(scene.expect.get("readings"), dict) else ():
        name, statuses = row
        for reading, status in statuses.items() if isinstance(statuses, dict) else ():
            read = attrs.evolve(situation, readings={**situation.readings, name: reading}, settled={})
            verdict = reference.verdict(rulebook, rule, read)
            if str(statuses_of(rule)[verdict] or evaluation._breach(rule)) != status:
                return True
    wanted = [key for key in ("duties", "exposure") if rule.id in scene.expect.get(key, {})]
    if moved or wanted:
        other = attrs.evolve(evaluation.policy, rulebook=rulebook, compiled=type(policy._compiled)())
        if moved and reference.outcome(rulebook, situation) != (evaluation.at_least, evaluation.at_most):
            return True
        if wanted:
            from test_scenarios import said

            changed_answer = other.evaluate(evaluation.case, as_of=evaluation.as_of)
            keys = {key: {rule.id: scene.expect[key][rule.id]} for key in wanted}
            return said(changed_answer, keys) != keys
    return False


def different(policy: Policy) -> Iterator[tuple[int, str, Rule]]:
    """Every changed rule, each once: its place, what was done, and the rule."""
    for position, rule in enumerate(policy.rules):
        seen: set[Any] = set()
        for what, new in mutants(policy, rule):
            if repr(new) not in seen and new != rule:
                seen.add(repr(new))
                yield position, what, new


def test(policy: Policy, sample: int | None) -> tuple[int, list[str]]:
    """How many mutants there are, and those that survive."""
    scenes = [scene for scene in SCENES if scene.policy_id == policy.id]
    chosen = list(different(policy))
    if sample is not None and sample < len(chosen):
        chosen = random.Random(0).sample(chosen, sample)
    count, survivors = len(chosen), []
    for position, what, new in chosen:
        moves = bool(effects(new)) or isinstance(new, Exemption)
        entries = tuple(new if entry.id == new.id else entry for entry in policy.entries)
        rulebook = Rulebook(entries, policy.rulebook.scope)
        quiet = any(notices(scene, policy, rulebook, rulebook.rules[position], moved=False) for scene in scenes)
        if not quiet and not (moves and any(notices(scene, policy, rulebook, rulebook.rules[position], moved=True) for scene in scenes)):
            survivors.append(f"{new.id}: {what}")
    for what, scope in changed(policy.rulebook.scope, ALWAYS):
        count += 1
        rulebook = Rulebook(policy.entries, scope)
        if not any(
            reference.outcome(rulebook, scene.evaluation.policy.situation(scene.evaluation))
            != (scene.evaluation.at_least, scene.evaluation.at_most)
            for scene in scenes
        ):
            survivors.append(f"scope: {what}")
    return count, survivors


def main() -> None:
    """Test the policies named on the command line."""
    parser = argparse.ArgumentParser(description="Mutation testing of policies.")
    parser.add_argument("policies", nargs="+", metavar="POLICY_ID")
    parser.add_argument("--sample", type=int, metavar="N", help="try N changed rules, drawn evenly")
    options = parser.parse_args()
    for name in options.policies:
        started = time.perf_counter()
        count, survivors = test(find_policy(name), options.sample)
        for survivor in survivors:
            print(f"survived  {survivor}")
        killed = count - len(survivors)
        print(
            f"{name}: {killed} of {count} changed rules noticed ({killed / count:.1%}), {time.perf_counter() - started:.0f} s", flush=True
        )


if __name__ == "__main__":
    main()
