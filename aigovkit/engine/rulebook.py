"""The rules of a policy, checked together, and what they read and depend on."""

from __future__ import annotations

import collections
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import attrs

from aigovkit import paths, periods
from aigovkit.answers import Status
from aigovkit.citations import POLICY_ID, Provision, Source
from aigovkit.engine.places import keep_to, kept_to
from aigovkit.engine.restatements import misstated, provision_of, restated_by
from aigovkit.engine.shared_acts import misparted, missharing
from aigovkit.engine.verdicts import statuses_of
from aigovkit.errors import UnknownNameError, did_you_mean, shown
from aigovkit.facts import Place
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import Condition, OfAttestation
from aigovkit.language.loose_ends import loose_ends
from aigovkit.language.nodes import (
    ALWAYS,
    AttestedDays,
    ByReading,
    Fact,
    Forward,
    QuantityByReading,
    Rebutted,
    TimeByReading,
)
from aigovkit.language.parameters import Parameter
from aigovkit.language.parts import distinct
from aigovkit.models import Agency, DataClass
from aigovkit.rules import AnyRule, Duty, Entry, ExceptionRule, Restatement, Rule
from aigovkit.rules.accepted import CONDITION
from aigovkit.rules.checks import Accepted, given, misfits, named, refuse
from aigovkit.rules.effects import prevails
from aigovkit.rules.kinds import loose_in

_READS = frozenset({ByReading, TimeByReading, QuantityByReading})


# What is no list is left as it is, to be refused with all else that does not fit.


def _entries(value: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(value) if isinstance(value, Iterable) else value


def _order(value: Iterable[DataClass]) -> tuple[DataClass, ...]:
    return tuple(value) if isinstance(value, list) else cast("Any", value)


def _notes(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else cast("Any", value)


# Not slotted: what is worked out when read is kept in the instance itself.
@attrs.frozen(slots=False, kw_only=True)
class Rulebook:
    """Everything one source says: its provisions in the order of the document, its scope, its zone.

    `time_zone` is the zone of the place, in which its days begin and end. The
    scope says what the policy covers at all. Where a `place` is given, such as
    `us-ca/san-jose`, nothing in the policy reaches an agency of another place, and
    the scope and every rule have that among their conditions. `class_order` are the classes
    of data from the mildest to the strictest, as far as the text ranks them. `papers`
    names, as `module:name`, the papers that the text asks for, or holds them; they are loaded when read. So
    are `precedents`, the bases of decided cases that the text is.

    Raises PolicyError when the entries do not fit together.

    .. versionadded:: 0.1.0
    """

    id: str
    source: Source
    entries: tuple[Entry, ...] = attrs.field(
        converter=_entries, repr=lambda entries: f"<{len(entries)} entries>"
    )
    scope: Condition = ALWAYS
    place: str = ""
    time_zone: str
    notes: tuple[str, ...] = attrs.field(default=(), converter=_notes)
    class_order: tuple[DataClass, ...] = attrs.field(default=(), converter=_order, repr=False)
    papers: Any = attrs.field(default=(), eq=False)
    precedents: Any = attrs.field(default=(), eq=False, repr=False)
    listed: Mapping[str, Entry] = attrs.field(init=False, eq=False, repr=False)
    rules: tuple[AnyRule, ...] = attrs.field(init=False, eq=False, repr=False)
    exceptions: Mapping[str, tuple[ExceptionRule, ...]] = attrs.field(init=False, eq=False, repr=False)
    ambiguities: tuple[Ambiguity, ...] = attrs.field(init=False, eq=False, repr=False)
    parameters: tuple[Parameter, ...] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        put = object.__setattr__
        refuse(named(self.id), misfits(given(self), ACCEPTED))
        if self.here is not None:
            put(self, "scope", keep_to(self.here, self.scope))
            put(self, "entries", tuple(kept_to(self.here, self.entries)))
        put(self, "listed", {entry.id: entry for entry in self.entries})
        # Of no other kind could a rule be built.
        rules = cast("tuple[AnyRule, ...]", tuple(one for one in self.entries if isinstance(one, Rule)))
        put(self, "rules", rules)
        put(self, "exceptions", _displacing(rules))
        seen: dict[Any, None] = {}
        for node in self.nodes:
            if type(node) in _READS:
                seen[node.ambiguity] = None
            elif isinstance(node, Parameter):
                seen[node] = None
        seen.update(dict.fromkeys(ambiguity for rule in self.rules for ambiguity in rule.left_open))
        put(self, "ambiguities", tuple(item for item in seen if isinstance(item, Ambiguity)))
        put(self, "parameters", tuple(item for item in seen if isinstance(item, Parameter)))
        refuse(named(self.id), self._problems())

    @functools.cached_property
    def here(self) -> Condition | None:
        """That the agency is of the place of the policy; None where it has none."""
        return Agency.place.within(self.place) if self.place else None

    def _problems(self) -> Iterator[str]:
        """What is wrong with the entries as they stand together."""
        yield from _repeated(self.entries)
        yield from _astray(self.rules, self.restatements)
        yield from misstated(self.id, self.listed)
        yield from missharing(self.listed)
        yield from misparted(self.listed)
        yield from self._of_other_records()
        yield from self._of_other_sources()
        yield from self._attested_nowhere()
        yield from self._circles()
        for end in loose_ends(self.scope):
            wrong = "was never given a meaning" if isinstance(end, Forward) else "is a fact of listed records"
            yield f"`scope` uses `{end!r}`, which {wrong}"
        terms = [node.name for node in self.nodes if isinstance(node, Forward)]
        for name in _twice(terms):
            users = [rule.id for rule in self.rules if _speaks_of(rule, name)]
            yield f"two different terms are called `{name}`; it is used in {', '.join(map(named, users))}"
        for rule in (
            self.rules if terms else ()
        ):  # What has a meaning by now had none when its rule was built.
            yield from (f"{named(rule.id)}: {problem}" for problem in loose_in(rule, finished=True))
        for kind, items in (("ambiguities", self.ambiguities), ("parameters", self.parameters)):
            for name in _twice(item.name for item in items):
                yield f"two different {kind} of the policy share a name: `{name}`"

    def _of_other_records(self) -> Iterator[str]:
        """The exceptions for each record of a list to rules that do not speak of those records."""
        for target, exceptions in self.exceptions.items():
            rule = self.listed.get(target)
            for one in exceptions:
                if isinstance(rule, Rule) and one.each is not None and one.each is not rule.each:
                    spoken_of = "the whole case" if rule.each is None else f"each of `{rule.each.path}`"
                    yield (
                        f"exception `{one.id}` speaks of each of `{one.each.path}` and displaces `{target}`, "
                        f"which speaks of {spoken_of}; give the exception no `each`, and ask of the records "
                        "with `.some(...)`"
                    )

    def _of_other_sources(self) -> Iterator[str]:
        """The provisions that are cited from elsewhere."""
        for entry in self.entries:
            source = entry.citation.source
            if source is not self.source and source != self.source:
                yield (
                    f"{named(entry.id)} is cited from `{source.name}`, not from the policy's own source, "
                    f"`{self.source.name}`"
                )

    def _attested_nowhere(self) -> Iterator[str]:
        """The attestations of provisions that there are not, with ids that begin as those of the policy."""
        begin = _beginning(self.listed)
        roots = [("`scope`", [self.scope]), *((named(rule.id), rule_roots(rule)) for rule in self.rules)]
        for user, conditions in roots if begin and self._attested - self.listed.keys() else ():
            for node in distinct(root for root in conditions if root is not None):
                if not isinstance(node, OfAttestation):
                    continue
                if node.provision.startswith(begin) and node.provision not in self.listed:
                    hint = did_you_mean(node.provision, self.listed)
                    yield (
                        f"{user} hangs on the attestation of `{node.provision}`, which no provision of the "
                        "policy bears" + (f"; {hint}" if hint else "")
                    )

    @functools.cached_property
    def _attested(self) -> frozenset[str]:
        """The ids of the provisions on whose attestations something hangs."""
        return frozenset(node.provision for node in self.nodes if isinstance(node, OfAttestation))

    def _circles(self) -> Iterator[str]:
        """The circles in which exceptions displace each other, each once."""
        told: set[frozenset[str]] = set()
        waiting: list[tuple[str, ...]] = [(rule.id,) for rule in self.rules[::-1]]
        while waiting:
            *above, last = waiting.pop()
            if last not in above:
                waiting += [(*above, last, one.id) for one in self.exceptions.get(last, ())][::-1]
            elif told.isdisjoint({frozenset(circle := above[above.index(last) :])}):
                told.add(frozenset(circle))
                yield "exceptions displace each other in a circle: " + " -> ".join((*circle, last))

    @functools.cached_property
    def zone(self) -> periods.TimeZone:
        """The time zone of the place."""
        return periods.zone(self.time_zone)

    @functools.cached_property
    def version(self) -> str:
        """The edition of the source, and a digest of the rules that encode it, so that a changed rule changes
        the version.
        """
        import hashlib  # Takes long to load, and most of those who use a policy never ask for its version.

        meant = [repr((node.name, node.condition)) for node in self.nodes if isinstance(node, Forward)]
        text = "\n".join(
            [self.id, self.source.name, self.time_zone, repr(self.scope), *map(repr, self.entries), *meant]
        )
        text += "".join(f"\n{one}" for one in self.class_order)
        edition = self.source.edition or "unnumbered"
        return f"{edition}+{hashlib.sha256(text.encode()).hexdigest()[:12]}"

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision of the source, modelled or with the reason why not."""
        return tuple(provision_of(entry, self.listed) for entry in self.entries)

    @property
    def restatements(self) -> tuple[Restatement, ...]:
        """What only repeats other provisions, in the order of the document."""
        return tuple(entry for entry in self.entries if isinstance(entry, Restatement))

    @functools.cached_property
    def restated(self) -> Mapping[str, tuple[str, ...]]:
        """What each restatement of provisions of this policy comes down to: their ids, by its own."""
        return {one.id: tuple(restated_by(one, self.listed)) for one in self.restatements if not one.policy}

    @functools.cached_property
    def restating(self) -> Mapping[str, tuple[str, ...]]:
        """Where the text says each provision again, by its id."""
        found: dict[str, tuple[str, ...]] = {}
        for again, provisions in self.restated.items():
            for provision in provisions:
                found[provision] = (*found.get(provision, ()), self.listed[again].citation.pinpoint)
        return found

    def pinpoints(self, provision: str) -> str:
        """Where the text has a provision, and where it says it again."""
        return "; also ".join((self.listed[provision].citation.pinpoint, *self.restating.get(provision, ())))

    def rule(self, provision: str) -> AnyRule:
        """The rule of a provision; UnknownNameError when none models it."""
        return self.rules[self.index(provision)]

    def index(self, provision: str) -> int:
        """The position of a provision's rule among the rules, of one that only repeats another that of the
        other; UnknownNameError when none models it.
        """
        if provision not in self._positions:
            if provision in self.restated:  # Of several, it is for the caller to choose.
                several = ", ".join(self.restated[provision])
                raise UnknownNameError(f"rule of {self.id} (it restates {several})", provision)
            raise UnknownNameError(f"rule of {self.id}", provision, self._positions)
        return self._positions[provision]

    @functools.cached_property
    def _positions(self) -> Mapping[str, int]:
        found = {rule.id: position for position, rule in enumerate(self.rules)}
        for again, provisions in self.restated.items():
            if len(provisions) == 1 and provisions[0] in found:
                found[again] = found[provisions[0]]
        return found

    @functools.cached_property
    def facts_used(self) -> Mapping[str, tuple[str, ...]]:
        """The paths of the facts and attestations that each rule reads, by its id."""
        return {
            rule.id: tuple(dict.fromkeys(path for node in rule_nodes(rule) for path in paths_used(node)))
            for rule in self.rules
        }

    @functools.cached_property
    def read_of_records(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the facts that each rule, and what displaces it, reads of the records it speaks of, by
        its id.
        """
        found: dict[str, tuple[str, ...]] = {}
        for rule in self.rules:
            record = "" if rule.each is None else f"{rule.each.path}[]."
            used = {path for one in self.with_exceptions(rule) for path in self.facts_used[one.id]}
            own = sorted(path for path in used if record and path.startswith(record))
            found[rule.id] = tuple(path.removeprefix(record) for path in own)
        return found

    @functools.cached_property
    def attestations_read(self) -> tuple[str, ...]:
        """The provisions whose attestations the rules read, each once."""
        attested = (paths.attested_provision(path) for used in self.facts_used.values() for path in used)
        return tuple(dict.fromkeys(one for one in attested if one is not None and "[" not in one))

    @functools.cached_property
    def attested_in_days(self) -> frozenset[str]:
        """The provisions of which the rules ask for all the days on which they were done."""
        return frozenset(node.provision for node in self.nodes if isinstance(node, AttestedDays))

    @functools.cached_property
    def covering(self) -> frozenset[str]:
        """The paths of the facts that decide whether the policy covers a case."""
        return frozenset(path for node in distinct([self.scope]) for path in paths_used(node))

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
                if type(node) in _READS
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
                for path in paths_used(part)
            )
            for rule in self.rules
            if rule.id in self.presuming
        }

    @functools.cached_property
    def nodes(self) -> tuple[Any, ...]:
        """Every condition and value of the policy, and everything inside them, each once."""
        roots = [self.scope, *(root for rule in self.rules for root in rule_roots(rule) if root is not None)]
        return tuple(distinct([*roots, *self._waived()]))

    def _waived(self) -> Iterator[Condition]:
        """What tells of each rule that a waiver lifts it."""
        for rule in self.rules:
            for exception in self.exceptions.get(rule.id, ()):
                if exception.waiver is not None:
                    yield prevails(exception, rule)

    @functools.cached_property
    def tested(self) -> tuple[Any, ...]:
        """The same, with what duties compare with their times."""
        duties = (rule for rule in self.rules if isinstance(rule, Duty))
        return tuple(distinct([*self.nodes, *(test for one in duties for test in (one.met, one.breached))]))

    @functools.cached_property
    def statuses(self) -> tuple[tuple[Status | None, ...], ...]:
        """What each verdict on each rule is called; None where that depends on a promotion."""
        return tuple(statuses_of(rule) for rule in self.rules)

    @functools.cached_property
    def pairs(self) -> tuple[tuple[tuple[AnyRule, Status | None], ...], ...]:
        """Each rule with what each verdict on it is called, so that findings need not put them together."""
        return tuple(
            tuple((rule, status) for status in names)
            for rule, names in zip(self.rules, self.statuses, strict=True)
        )

    @functools.cached_property
    def may_be_promoted(self) -> bool:
        """Whether what a breach is called depends on a promotion for some rule."""
        return any(None in names for names in self.statuses)


_ZONE = re.compile(r"UTC|[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_+-]+)+", re.ASCII)

_POLICY_ID = re.compile(POLICY_ID, re.ASCII)

_LISTED = (Rule, Restatement, Provision)

ACCEPTED = {
    "id": Accepted(
        lambda value: isinstance(value, str) and _POLICY_ID.fullmatch(value),
        "lower-case words with hyphens, parts divided by `/`, such as `ruritania/order`",
    ),
    "source": Accepted(lambda value: isinstance(value, Source), "a `Source`"),
    "entries": Accepted(
        lambda value: isinstance(value, tuple) and value and all(isinstance(one, _LISTED) for one in value),
        "a list of rules and provisions, at least one",
        lambda value: _not_listed(value),
    ),
    "scope": CONDITION,
    "place": Accepted(
        lambda value: isinstance(value, str) and (not value or re.fullmatch(Place.pattern, value)),
        "a place such as `us-ca/san-jose`",
    ),
    "class_order": Accepted(
        lambda value: (
            isinstance(value, tuple)
            and all(isinstance(one, DataClass) for one in value)
            and len(set(value)) == len(value)
        ),
        "classes of data from the mildest to the strictest, such as `[DataClass.PUBLIC_PII, "
        "DataClass.SENSITIVE]`, each once",
    ),
    "time_zone": Accepted(
        # Whether there is such a zone is seen once the first case needs it: to look takes long.
        lambda value: isinstance(value, str) and _ZONE.fullmatch(value),
        "an IANA name such as `America/Denver`",
    ),
    "notes": Accepted(
        lambda value: isinstance(value, tuple) and all(isinstance(note, str) for note in value),
        "a list of texts",
    ),
}


def _not_listed(entries: Any) -> str:
    """Which of the entries is neither a rule nor a provision."""
    several = entries if isinstance(entries, tuple) else ()
    odd = next((one for one in several if not isinstance(one, _LISTED)), None)
    if isinstance(odd, list | tuple):
        return f"write `*` before `{shown(odd)}`"
    return f"`{shown(odd)}` is neither" if several else ""


def _twice(names: Iterable[str]) -> list[str]:
    """The names that come more than once."""
    return [name for name, times in collections.Counter(names).items() if times > 1]


def _beginning(ids: Iterable[str]) -> str:
    """What all the ids of a policy begin with, up to a hyphen or a dot; empty where they have nothing in
    common.
    """
    ordered = sorted(ids)
    letters = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(ordered[0], ordered[-1], strict=False))
    common = "".join(letter for letter, _ in letters)
    return common[: max(common.rfind("-"), common.rfind(".")) + 1]


def _repeated(entries: tuple[Entry, ...]) -> Iterator[str]:
    for provision in _twice(entry.id for entry in entries):
        yield f"`{provision}` stands twice in the policy"


def _astray(rules: tuple[AnyRule, ...], again: tuple[Restatement, ...]) -> Iterator[str]:
    """The exceptions that point at no rule of the policy."""
    names = {rule.id for rule in rules}
    restated = {one.id: " and ".join(f"`{target}`" for target in one.restates) for one in again}
    for rule in rules:
        for target in rule.to if isinstance(rule, ExceptionRule) else ():
            if target not in names:
                hint = did_you_mean(target, names)
                if target in restated:
                    hint = f"it restates {restated[target]}, so point there"
                yield f"exception `{rule.id}` points at `{target}`, which no rule of the policy bears" + (
                    f"; {hint}" if hint else ""
                )


def _displacing(rules: tuple[AnyRule, ...]) -> Mapping[str, tuple[ExceptionRule, ...]]:
    """The exceptions to each rule, by the id of the rule."""
    found: dict[str, tuple[ExceptionRule, ...]] = {}
    for rule in rules:
        if isinstance(rule, ExceptionRule):
            for target in rule.to:
                found[target] = (*found.get(target, ()), rule)
    return found


def _speaks_of(rule: Rule, term: str) -> bool:
    return any(isinstance(node, Forward) and node.name == term for node in rule_nodes(rule))


def rule_roots(rule: Rule) -> Iterator[Any]:
    """The list a rule speaks of, and the conditions and values it is made of."""
    yield from (rule.each, rule.when, rule.in_force, rule.promoted_by)
    yield from (
        root for name, root in rule.roots() if name not in ("when", "act", "commencement", "promoted_by")
    )


def rule_nodes(rule: Rule) -> Iterator[Any]:
    """Every condition and value of one rule, and everything inside them, each once."""
    return distinct(root for root in rule_roots(rule) if root is not None)


def paths_used(node: Any) -> Iterator[str]:
    """The path of the fact or attestation that a node reads, if it reads one itself."""
    if isinstance(node, Fact):
        yield node.path
    elif isinstance(node, OfAttestation):
        yield from dict.fromkeys((node.path, node.path_of_record))
