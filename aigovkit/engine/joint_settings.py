"""Several rulebooks as they are read, together: all that a joint evaluation is made by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self, TypeVar

import attrs

from aigovkit.answers import Outcome
from aigovkit.citations import Provision, Source
from aigovkit.engine.record_verdicts import RecordVerdicts
from aigovkit.engine.reference import ByRecord
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.settings import Settings
from aigovkit.errors import PolicyError, UnknownNameError
from aigovkit.periods import Moment
from aigovkit.rules import AnyRule, Entry
from aigovkit.situation import Situation

T = TypeVar("T")


@attrs.frozen(slots=False)
class JointSettings:
    """Several policies with their settings: what a `PolicySet` is, apart from judging.

    It has every member of a single policy. Texts are joined with ` & `; rules,
    entries, provisions and notes are those of all, in the order of the policies,
    each once; all else is by policy: a mapping by `names`.

    .. versionadded:: 0.1.0
    """

    policies: tuple[Settings, ...]

    @classmethod
    def together(cls, members: Iterable[Settings]) -> Self:
        """These policies, each with its settings once, in one order.

        Raises PolicyError when two different policies share an id.
        """
        different: dict[str, Settings] = {}
        rulebooks: dict[str, Rulebook] = {}
        for one in members:
            first = rulebooks.setdefault(one.id, one.rulebook)
            if first is not one.rulebook and first != one.rulebook:
                raise PolicyError(f"two different policies share the id `{one.id}`")
            different.setdefault(one.setting, one)
        return cls(tuple(different[setting] for setting in sorted(different)))

    def __len__(self) -> int:
        return len(self.policies)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each policy, each once."""
        return tuple(dict.fromkeys(one.id for one in self.policies))

    @property
    def names(self) -> tuple[str, ...]:
        """The name of each policy here: its id, with its settings where the policy stands under several."""
        ids = [one.id for one in self.policies]
        return tuple(one.id if ids.count(one.id) == 1 else one.setting for one in self.policies)

    def by_policy(self, of: Iterable[T]) -> dict[str, T]:
        """What there is for each policy, by the names of the policies."""
        return dict(zip(self.names, of, strict=True))

    @property
    def id(self) -> str:
        """The ids of the policies, joined."""
        return " & ".join(one.id for one in self.policies)

    @property
    def title(self) -> str:
        """The names of the sources, joined."""
        return " & ".join(one.title for one in self.policies)

    @property
    def version(self) -> str:
        """The versions of the policies, joined."""
        return " & ".join(one.version for one in self.policies)

    @property
    def setting(self) -> str:
        """The policies and their settings in one line, the same for equal ones."""
        return " & ".join(one.setting for one in self.policies)

    @property
    def rulebook(self) -> Mapping[str, Rulebook]:
        """The rulebook of each policy."""
        return self.by_policy(one.rulebook for one in self.policies)

    @property
    def readings(self) -> Mapping[str, Mapping[str, str]]:
        """The readings chosen in each policy that differ from its defaults."""
        return self.by_policy(dict(one.readings) for one in self.policies)

    @property
    def parameters(self) -> Mapping[str, Mapping[str, Any]]:
        """The parameters given in each policy that differ from its defaults."""
        return self.by_policy(dict(one.parameters) for one in self.policies)

    @property
    def source(self) -> Mapping[str, Source]:
        """The instrument of each policy."""
        return self.by_policy(one.source for one in self.policies)

    @property
    def time_zone(self) -> Mapping[str, str]:
        """The IANA name of the time zone of each policy."""
        return self.by_policy(one.time_zone for one in self.policies)

    @property
    def place(self) -> Mapping[str, str]:
        """The place whose agencies each policy reaches; empty for any."""
        return self.by_policy(one.place for one in self.policies)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to know of the policies when relying on an answer."""
        return tuple(dict.fromkeys(note for one in self.policies for note in one.notes))

    @property
    def rules(self) -> tuple[AnyRule, ...]:
        """The rules of all policies."""
        return tuple(rule for one in self._different() for rule in one.rules)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything the policies list, unmodelled provisions included."""
        return tuple(entry for one in self._different() for entry in one.entries)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Every provision of the sources, modelled or with the reason why not."""
        return tuple(provision for one in self._different() for provision in one.provisions)

    def _different(self) -> Iterator[Rulebook]:
        """The rulebooks, each once."""
        yield from {one.id: one.rulebook for one in self.policies}.values()

    def policy_of(self, provision: str) -> str:
        """The name of the one policy that lists a provision.

        UnknownNameError when none does, PolicyError where several policies do: ask each.
        """
        listing = [
            name
            for name, one in zip(self.names, self.policies, strict=True)
            if provision in one.rulebook.listed
        ]
        if not listing:
            raise UnknownNameError("provision", provision, [entry.id for entry in self.entries])
        if len(listing) > 1:
            several = " and ".join(f"`{name}`" for name in listing)
            raise PolicyError(f"`{provision}` is a provision of {several}; ask the one that is meant")
        return listing[0]

    def rule(self, provision: str) -> AnyRule:
        """The rule of a provision; UnknownNameError when none models it, PolicyError where several policies
        have one that is not the same.
        """
        found = [rule for rule in self.rules if rule.id == provision]
        if len(found) == 1:
            return found[0]
        name = self.policy_of(provision)
        return self.rulebook[name].rule(provision)

    # Settings.

    def read(self, **readings: str) -> Self:
        """The same policies, with ambiguities read in certain ways in each that has them.

        Policies that are the same then are joined. Raises UnknownNameError for an ambiguity no policy has, or
        a reading it does not.
        """
        known = [{one.name for one in settings.rulebook.ambiguities} for settings in self.policies]
        self._check("ambiguity", readings, known)
        return self.together(
            settings.read(**{name: reading for name, reading in readings.items() if name in names})
            for settings, names in zip(self.policies, known, strict=True)
        )

    def given(self, **parameters: Any) -> Self:
        """The same policies, with parameters set in each that has them.

        Policies that are the same then are joined. Raises UnknownNameError for a parameter no policy has,
        FactValueError for a value it cannot have.
        """
        known = [{one.name for one in settings.rulebook.parameters} for settings in self.policies]
        self._check("parameter", parameters, known)
        return self.together(
            settings.given(**{name: value for name, value in parameters.items() if name in names})
            for settings, names in zip(self.policies, known, strict=True)
        )

    def _check(self, what: str, names: Iterable[str], known: list[set[str]]) -> None:
        every = sorted(set().union(*known))
        for name in names:
            if name not in every:
                raise UnknownNameError(f"{what} of {self.id}", name, every)

    def reading_of(self, name: str) -> Mapping[str, str]:
        """How an ambiguity is read in each policy that has it."""
        return {
            named: one.reading_of(name)
            for named, one in zip(self.names, self.policies, strict=True)
            if any(ambiguity.name == name for ambiguity in one.rulebook.ambiguities)
        }

    # Judging.

    def ready(self) -> Mapping[str, tuple[Any, ...]]:
        """What every evaluation by each policy needs."""
        return self.by_policy(one.ready() for one in self.policies)

    def situation(self, case: Any, as_of: Moment, *, hypothetical: bool = False) -> Mapping[str, Situation]:
        """All that the conditions of each policy are judged on, for a case at a time."""
        return self.by_policy(one.situation(case, as_of, hypothetical=hypothetical) for one in self.policies)

    def outcome(self, case: Any, as_of: Moment, *, hypothetical: bool = False) -> tuple[Outcome, Outcome]:
        """The mildest and the strictest outcome by all policies together."""
        ranges = [one.outcome(case, as_of, hypothetical=hypothetical) for one in self.policies]
        return max(least for least, _ in ranges), max(most for _, most in ranges)

    def verdicts(self, case: Any, as_of: Moment, hypothetical: bool = False) -> Mapping[str, tuple[int, ...]]:
        """The verdict on every rule of each policy."""
        return self.by_policy(one.verdicts(case, as_of, hypothetical) for one in self.policies)

    def by_record(self, case: Any, as_of: Moment, hypothetical: bool = False) -> Mapping[str, ByRecord]:
        """What comes of each record by the rules of each policy."""
        return self.by_policy(one.by_record(case, as_of, hypothetical) for one in self.policies)

    def of_records(
        self, case: Any, as_of: Moment, hypothetical: bool = False, read: Mapping[str, str] | None = None
    ) -> Mapping[str, RecordVerdicts]:
        """The verdicts on the rules of each policy that speak of records, for each record; with some
        ambiguities read in another way than set, in each policy that has them.
        """
        return self.by_policy(one.of_records(case, as_of, hypothetical, read) for one in self.policies)

    def outcomes_by_reading(
        self, case: Any, as_of: Moment, *, hypothetical: bool = False
    ) -> Mapping[str, Mapping[str, tuple[Outcome, Outcome]]]:
        """The ambiguities on which the joint outcome depends, as `policy: ambiguity`: the joint range under
        each reading of each.
        """
        ranges = [one.outcome(case, as_of, hypothetical=hypothetical) for one in self.policies]
        found: dict[str, Mapping[str, tuple[Outcome, Outcome]]] = {}
        for at, (name, one) in enumerate(zip(self.names, self.policies, strict=True)):
            others = [*ranges[:at], *ranges[at + 1 :]]
            least = max((low for low, _ in others), default=Outcome.NOT_APPLICABLE)
            most = max((high for _, high in others), default=Outcome.NOT_APPLICABLE)
            alone = one.outcomes_by_reading(case, as_of, hypothetical=hypothetical)
            for ambiguity, outcomes in alone.items():
                joint = {
                    reading: (max(low, least), max(high, most)) for reading, (low, high) in outcomes.items()
                }
                if len(set(joint.values())) > 1:
                    found[f"{name}: {ambiguity}"] = joint
        return found
