"""Records that a rule cannot tell apart: what comes of one comes of all of them, and is worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, subjects
from aigovkit.facts import facts_of
from aigovkit.language.nodes import RecordsFact
from aigovkit.rules import AnyRule
from aigovkit.situation import Situation


def alike(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> Sequence[int]:
    """For each thing a rule speaks of, as `subjects` gives them, the place of the first like it: of which the
    same is known, as far as the rule and what displaces it read it. The rule looks at both in one situation,
    so that it says the same of both, but for which record it is.
    """
    if rule.each is None:
        return (0,)
    key = rule.each, rulebook.read_of_records[rule.id]
    if key not in situation.looked_at:
        first: dict[Any, int] = {}
        kinds = (_kind(*key, subject) for subject in subjects(rule, situation))
        situation.looked_at[key] = [first.setdefault(kind, at) for at, kind in enumerate(kinds)]
    return situation.looked_at[key]  # type: ignore[no-any-return]


def _kind(collection: RecordsFact, names: Sequence[str], subject: Subject) -> Any:
    """What is known of a record, of the facts with these names. One that may be there, and one of which
    something is attested, are like no other.
    """
    attested = subject.situation.case.attestations.records.items()
    single = any(of == collection.path and subject.index in named for (_, of), named in attested)
    if single or not subject.is_certain:
        return subject.index
    known = subject.situation.looked_at
    if "known" not in known:
        # As it is written: of equal values, such as an instant in two zones, not the same may be said.
        record = subject.situation.items[collection.record_type.__path__]
        known["known"] = {name: repr(getattr(record, name)) for name in facts_of(collection.record_type)}
    return tuple([known["known"][name] for name in names])
