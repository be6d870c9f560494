"""The rules of a policy, checked together, and what they read and depend on."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from aigovkit import paths, periods
from aigovkit.answers import Outcome, Status
from aigovkit.citations import Provision, Source
from aigovkit.engine.verdicts import statuses_of
from aigovkit.errors import PolicyError, UnknownNameError, did_you_mean, shown
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import (
    ALWAYS,
    Attested,
    AttestedOn,
    ByReading,
    ConditionNode,
    Fact,
    Forward,
    QuantityByReading,
    Rebutted,
    TimeByReading,
)
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import distinct, parts
from aigovkit.rules import Duty, Entry, ExceptionRule, Prohibition, Requirement, Review, Rule


# Not slotted: what is worked out when read is kept in the instance itself.
@attrs.frozen(slots=False, kw_only=True)
class Rulebook:
    """Everything one source says: its provisions in the order of the document, its scope, its zone.

    `time_zone` is the zone of the place, in which its days begin and end. The
    scope says what the policy covers at all. `papers` names, as `module:name`,
    the papers that the text asks for, or holds them; they are loaded when read.

    Raises PolicyError when the entries do not fit together.

    .. versionadded:: 0.1.0
    """

    id: str
    source: Source
    entries: tuple[Entry, ...] = attrs.field(repr=lambda entries: f"<{len(entries)} entries>")
    scope: Condition = ALWAYS
    time_zone: str
    notes: tuple[str, ...] = ()
    papers: Any = attrs.field(default=(), eq=False)
    listed: Mapping[str, Entry] = attrs.field(init=False, eq=False, repr=False)
    rules: tuple[Rule, ...] = attrs.field(init=False, eq=False, repr=False)
    exceptions: Mapping[str, tuple[ExceptionRule, ...]] = attrs.field(init=False, eq=False, repr=False)
    ambiguities: tuple[Ambiguity, ...] = attrs.field(init=False, eq=False, repr=False)
    parameters: tuple[Parameter, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        put = object.__setattr__
        put(self, "listed", _by_id(self.entries))
        if not isinstance(self.scope, ConditionNode):
            raise PolicyError(f"`{self.id}`: `scope` takes a condition, not `{shown(self.scope)}`")
        put(self, "rules", tuple(entry for entry in self.entries if isinstance(entry, Rule)))
        put(self, "exceptions", _displacing(self.rules))
        for rule in self.rules:
            self._refuse_circle(rule, ())
        self._refuse_forward_terms()
        seen: dict[Any, None] = {}
        for node in self.nodes:
            if isinstance(node, ByReading | TimeByReading | QuantityByReading):
                seen[node.ambiguity] = None
            elif isinstance(node, Parameter):
                seen[node] = None
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

    def _refuse_forward_terms(self) -> None:
        """A term used before its meaning was given has to be given one in the end, and each name only one."""
        known: dict[str, Forward] = {}
        for rule in self.rules:
            for name, root in rule.roots():
                for node in _until_forward(root):
                    if isinstance(node, Forward) and not node.has_meaning:
                        raise PolicyError(
                            f"`{rule.id}`: `{name}` uses `{node!r}`, which was never given a meaning"
                        )
        for node in self.nodes:
            if isinstance(node, Forward) and known.setdefault(node.name, node) is not node:
                raise PolicyError(f"two different terms of the policy are called `{node!r}`")

    @functools.cached_property
    def zone(self) -> periods.TimeZone:
        """The time zone of the place."""
        return periods.zone(self.time_zone)

    @functools.cached_property
    def version(self) -> str:
        """The edition of the source, and a digest of the rules that encode it: a changed rule changes the
        version.
        """
        meant = [repr((node.name, node.condition)) for node in self.nodes if isinstance(node, Forward)]
        text = "\n".join(
            [self.id, self.source.name, self.time_zone, repr(self.scope), *map(repr, self.entries), *meant]
        )
        edition = self.source.edition or "unnumbered"
        return f"{edition}+{hashlib.sha256(text.encode()).hexdigest()[:12]}"

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision of the source, modelled or with the reason why not."""
        return tuple(entry.provision if isinstance(entry, Rule) else entry for entry in self.entries)

    def rule(self, provision: str) -> Rule:
        """The rule of a provision; UnknownNameError when none models it."""
        return self.rules[self.index(provision)]

    def index(self, provision: str) -> int:
        """The position of a provision's rule among the rules; UnknownNameError when none models it."""
        if provision not in self._positions:
            raise UnknownNameError(f"rule of {self.id}", provision, self._positions)
        return self._positions[provision]

    @functools.cached_property
    def _positions(self) -> Mapping[str, int]:
        return {rule.id: position for position, rule in enumerate(self.rules)}

    @functools.cached_property
    def facts_read(self) -> Mapping[str, tuple[str, ...]]:
        """The paths of the facts and attestations that each rule reads, by its id."""
        return {
            rule.id: tuple(dict.fromkeys(path for node in rule_nodes(rule) for path in paths_read(node)))
            for rule in self.rules
        }

    @functools.cached_property
    def covering(self) -> frozenset[str]:
        """The paths of the facts that decide whether the policy covers a case."""
        return frozenset(path for node in distinct([self.scope]) for path in paths_read(node))

    @functools.cached_property
    def open_to(self) -> Mapping[str, tuple[Ambiguity, ...]]:
        """The ambiguities on which the finding on each rule may depend, those of what displaces it
        included, by its id.
        """
        found: dict[str, tuple[Ambiguity, ...]] = {}
        for rule in self.rules:
            own = {
                node.ambiguity
                for one in self.with_exceptions(rule)
                for node in rule_nodes(one)
                if isinstance(node, ByReading | TimeByReading | QuantityByReading)
            }
            found[rule.id] = tuple(ambiguity for ambiguity in self.ambiguities if ambiguity in own)
        return found

    def with_exceptions(self, rule: Rule) -> Iterator[Rule]:
        """A rule, what displaces it, and what displaces that."""
        yield rule
        for exception in self.exceptions.get(rule.id, ()):
            yield from self.with_exceptions(exception)

    @functools.cached_property
    def presuming(self) -> frozenset[str]:
        """The rules that rest on a presumption, by themselves or by what displaces them."""
        presume = {
            rule.id for rule in self.rules if any(isinstance(node, Rebutted) for node in rule_nodes(rule))
        }
        return frozenset(
            rule.id for rule in self.rules if any(one.id in presume for one in self.with_exceptions(rule))
        )

    @functools.cached_property
    def rebuttals(self) -> Mapping[str, frozenset[str]]:
        """The paths of the facts that would rebut what each presuming rule rests on, by its id."""
        return {
            rule.id: frozenset(
                path
                for one in self.with_exceptions(rule)
                for node in rule_nodes(one)
                if isinstance(node, Rebutted)
                for part in distinct([node])
                for path in paths_read(part)
            )
            for rule in self.rules
            if rule.id in self.presuming
        }

    @functools.cached_property
    def nodes(self) -> tuple[Any, ...]:
        """Every condition and value of the policy, and everything inside them, each once."""
        roots = [self.scope, *(root for rule in self.rules for root in rule_roots(rule) if root is not None)]
        return tuple(distinct(roots))

    @functools.cached_property
    def statuses(self) -> tuple[tuple[Status | None, ...], ...]:
        """What each verdict on each rule is called; None where that depends on a promotion."""
        return tuple(statuses_of(rule) for rule in self.rules)

    @functools.cached_property
    def pairs(self) -> tuple[tuple[tuple[Rule, Status | None], ...], ...]:
        """Each rule with what each verdict on it is called, so that findings need not put them together."""
        return tuple(
            tuple((rule, status) for status in names)
            for rule, names in zip(self.rules, self.statuses, strict=True)
        )

    @functools.cached_property
    def may_be_promoted(self) -> bool:
        """Whether what a breach is called depends on a promotion for some rule."""
        return any(None in names for names in self.statuses)


def _by_id(entries: tuple[Entry, ...]) -> Mapping[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if not isinstance(entry, Rule | Provision):
            raise PolicyError(f"a policy lists rules and provisions, not `{shown(entry)}`")
        if entry.id in found:
            raise PolicyError(f"`{entry.id}` stands twice in the policy")
        found[entry.id] = entry
    return found


def _displacing(rules: tuple[Rule, ...]) -> Mapping[str, tuple[ExceptionRule, ...]]:
    """The exceptions to each rule, by the id of the rule."""
    names = {rule.id for rule in rules}
    found: dict[str, tuple[ExceptionRule, ...]] = {}
    for rule in rules:
        for target in rule.to if isinstance(rule, ExceptionRule) else ():
            if target not in names:
                hint = did_you_mean(target, names)
                raise PolicyError(
                    f"exception `{rule.id}` points at `{target}`, which no rule of the policy bears; {hint}"
                )
            assert isinstance(rule, ExceptionRule)
            found[target] = (*found.get(target, ()), rule)
    return found


def _until_forward(root: Any) -> Iterator[Any]:
    """A node and everything inside it, up to terms that have no meaning yet."""
    waiting, seen = [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if not (isinstance(node, Forward) and not node.has_meaning):
            waiting += parts(node)


def rule_roots(rule: Rule) -> Iterator[Any]:
    """The list a rule speaks of, and the conditions and values it is made of."""
    yield from (rule.each, rule.when, rule.in_force, rule.promoted_by)
    yield from (
        root for name, root in rule.roots() if name not in ("when", "act", "commencement", "promoted_by")
    )


def rule_nodes(rule: Rule) -> Iterator[Any]:
    """Every condition and value of one rule, and everything inside them, each once."""
    return distinct(root for root in rule_roots(rule) if root is not None)


def paths_read(node: Any) -> Iterator[str]:
    """The path of the fact or attestation that a node reads, if it reads one itself."""
    if isinstance(node, Fact):
        yield node.path
    elif isinstance(node, Attested | AttestedOn):
        yield paths.attestation_path(node.provision)


def triggered(rule: Rule) -> Condition:
    """The condition of the rule; of an exception, with all it depends on."""
    return rule.when & rule.provided if isinstance(rule, ExceptionRule) else rule.when


def effects(rule: Rule) -> tuple[tuple[Outcome, Condition], ...]:
    """What the rule does to the outcome where it applies: a level, and what else has to hold for it."""
    if isinstance(rule, Prohibition):
        return ((Outcome.PROHIBITED, rule.moves),)
    if isinstance(rule, Duty):
        missing = rule.moves & rule.holds_back & ~rule.met
        if isinstance(rule, Review):
            return ((Outcome.REVIEW, missing),)
        if isinstance(rule, Requirement):
            unlawful = ((Outcome.PROHIBITED, missing & rule.breached),) if rule.lawful_use else ()
            return (*unlawful, (Outcome.CONDITIONAL, missing))
    return ()
