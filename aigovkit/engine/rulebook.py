"""The rules of a policy, put in the order in which they have to be worked out."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from aigovkit.conditions import (
    ALWAYS,
    Ambiguity,
    Attested,
    AttestedOn,
    ByReading,
    Condition,
    Fact,
    Parameter,
    Rebutted,
    TimeByReading,
    distinct,
)
from aigovkit.engine.verdicts import Outcome
from aigovkit.errors import PolicyError, did_you_mean
from aigovkit.rules import Duty, Entry, ExceptionRule, Kind, Penalty, Prohibition, Rule, Scoring, by_id


# Not slotted: what is worked out when read is kept in the instance itself.
@attrs.frozen(slots=False)
class Rulebook:
    """The entries of one policy, checked, with its scope; what is evaluated and compiled."""

    entries: tuple[Entry, ...]
    scope: Condition = ALWAYS
    listed: Mapping[str, Entry] = attrs.field(init=False, eq=False, repr=False)
    rules: tuple[Rule, ...] = attrs.field(init=False, eq=False, repr=False)
    exceptions: Mapping[str, tuple[ExceptionRule, ...]] = attrs.field(init=False, eq=False, repr=False)
    ambiguities: tuple[Ambiguity, ...] = attrs.field(init=False, eq=False, repr=False)
    parameters: tuple[Parameter, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        put = object.__setattr__
        put(self, "listed", by_id(self.entries))
        put(self, "rules", tuple(entry for entry in self.entries if isinstance(entry, Rule)))
        displacing: dict[str, list[ExceptionRule]] = {}
        names = {rule.id for rule in self.rules}
        for rule in self.rules:
            for target in rule.to if isinstance(rule, ExceptionRule) else ():
                if target not in names:
                    raise PolicyError(
                        f"exception `{rule.id}` points at `{target}`, which no rule of the policy bears; "
                        f"{did_you_mean(target, names)}"
                    )
                displacing.setdefault(target, []).append(rule)  # type: ignore[arg-type]
        put(self, "exceptions", {target: tuple(rules) for target, rules in displacing.items()})
        for rule in self.rules:
            self._refuse_circle(rule, ())
        seen: dict[Any, None] = {}
        for part in self.nodes():
            if isinstance(part, ByReading | TimeByReading):
                seen[part.ambiguity] = None
            elif isinstance(part, Parameter):
                seen[part] = None
        seen.update(dict.fromkeys(ambiguity for rule in self.rules for ambiguity in rule.left_open))
        put(self, "ambiguities", tuple(item for item in seen if isinstance(item, Ambiguity)))
        put(self, "parameters", tuple(item for item in seen if isinstance(item, Parameter)))
        for kind, items in (("question", self.ambiguities), ("parameter", self.parameters)):
            if len({item.name for item in items}) < len(items):
                raise PolicyError(f"two different {kind}s of the policy share a name")

    def _refuse_circle(self, rule: Rule, above: tuple[str, ...]) -> None:
        if rule.id in above:
            raise PolicyError("exceptions displace each other in a circle: " + " -> ".join((*above, rule.id)))
        for one in self.exceptions.get(rule.id, ()):
            self._refuse_circle(one, (*above, rule.id))

    @functools.cached_property
    def reads(self) -> Mapping[str, tuple[str, ...]]:
        """The paths of the facts and attestations that each rule reads, by its id."""
        return {
            rule.id: tuple(dict.fromkeys(path for node in rule_nodes(rule) for path in paths(node)))
            for rule in self.rules
        }

    @functools.cached_property
    def open_to(self) -> Mapping[str, tuple[Ambiguity, ...]]:
        """The ambiguities on which the finding on each rule may depend, those of what displaces it
        included, by its id.
        """
        found: dict[str, tuple[Ambiguity, ...]] = {}
        for rule in self.rules:
            own = {
                node.ambiguity
                for one in self._displacing(rule)
                for node in rule_nodes(one)
                if isinstance(node, ByReading | TimeByReading)
            }
            found[rule.id] = tuple(ambiguity for ambiguity in self.ambiguities if ambiguity in own)
        return found

    def _displacing(self, rule: Rule) -> Iterator[Rule]:
        """A rule, what displaces it, and what displaces that."""
        yield rule
        for exception in self.exceptions.get(rule.id, ()):
            yield from self._displacing(exception)

    @functools.cached_property
    def presuming(self) -> frozenset[str]:
        """The rules that leave something to be proved."""
        return frozenset(
            rule.id for rule in self.rules if any(isinstance(node, Rebutted) for node in rule_nodes(rule))
        )

    @functools.cached_property
    def _nodes(self) -> tuple[Any, ...]:
        return tuple(distinct([self.scope, *(root for rule in self.rules for root in rule_roots(rule))]))

    @functools.cached_property
    def statuses(self) -> tuple[tuple[Any, ...], ...]:
        """What each verdict on each rule is called; see `evaluation.statuses_of`."""
        from aigovkit.evaluation import statuses_of

        return tuple(statuses_of(rule) for rule in self.rules)

    def nodes(self) -> tuple[Any, ...]:
        """Every condition and value of the policy, and everything inside them, each once."""
        return self._nodes


def rule_roots(rule: Rule) -> Iterator[Any]:
    """The conditions and values a rule is made of."""
    yield from (rule.each, rule.when, rule.in_force, rule.promoted_by)
    if isinstance(rule, ExceptionRule):
        yield rule.provided
    if isinstance(rule, Duty):
        yield from (rule.done, rule.due.time if rule.due else None, rule.gate, rule.holds_back)
    if isinstance(rule, Scoring):
        yield rule.score
    if isinstance(rule, Penalty):
        yield from (rule.least, rule.most)


def rule_nodes(rule: Rule) -> Iterator[Any]:
    """Every condition and value of one rule, and everything inside them, each once."""
    return distinct(root for root in rule_roots(rule) if root is not None)


def paths(node: Any) -> Iterator[str]:
    """The path of the fact or attestation that a node reads, if it reads one itself."""
    if isinstance(node, Fact):
        yield node.path
    elif isinstance(node, Attested | AttestedOn):
        yield f"attestations.{node.provision}"


def effects(rule: Rule) -> tuple[tuple[Outcome, Condition], ...]:
    """What the rule does to the outcome where it applies: a level, and what else has to hold for it."""
    if isinstance(rule, Prohibition):
        return ((Outcome.PROHIBITED, rule.moves),)
    if isinstance(rule, Duty):
        missing = rule.moves & rule.holds_back & ~rule.met
        if rule.kind is Kind.REVIEW:
            return ((Outcome.REVIEW, missing),)
        if rule.kind is Kind.REQUIREMENT:
            unlawful = ((Outcome.PROHIBITED, missing & rule.breached),) if rule.lawful_use else ()
            return (*unlawful, (Outcome.CONDITIONAL, missing))
    return ()
