"""Restatements among the entries of a policy: what they come down to, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from aigovkit.answers import Finding, Restated
from aigovkit.citations import Force, Provision
from aigovkit.errors import did_you_mean
from aigovkit.rules import Entry, Restatement, Rule
from aigovkit.rules.checks import named
from aigovkit.rules.kinds import MOVING_FORCES


def restated_by(restatement: Restatement, listed: Mapping[str, Entry]) -> Iterator[str]:
    """The ids of what a restatement comes down to, each once: of one that restates another, what that does.

    Circles, and ids that nothing bears, lead nowhere.
    """
    seen = {restatement.id}
    waiting = list(restatement.restates[::-1])
    while waiting:
        target = waiting.pop()
        if target in seen:
            continue
        seen.add(target)
        entry = listed.get(target)
        if isinstance(entry, Restatement) and not entry.policy:
            waiting += entry.restates[::-1]
        elif entry is not None:
            yield target


def provision_of(entry: Entry, listed: Mapping[str, Entry]) -> Provision:
    """The row of the source that an entry stands for."""
    if isinstance(entry, Rule):
        return entry.provision
    if isinstance(entry, Provision):
        return entry
    if entry.policy and entry.kind is not None:
        force = entry.force or Force.BINDING
        note = f"it restates {', '.join(entry.restates)} of {entry.policy}"
        return Provision(
            entry.id, entry.citation, entry.kind, force, True, entry.note or note, entry.restates
        )
    finally_ = tuple(restated_by(entry, listed))
    rows = [provision_of(listed[target], listed) for target in finally_]
    note = f"it restates {', '.join(finally_)}"
    return Provision(
        id=entry.id,
        citation=entry.citation,
        kind=entry.kind or rows[0].kind,
        force=entry.force or rows[0].force,
        modelled=any(row.modelled for row in rows),
        note=entry.note or note,
        restates=finally_,
    )


def misstated(policy: str, listed: Mapping[str, Entry]) -> Iterator[str]:
    """What is wrong with the restatements of a policy: ids that nothing bears, circles, and what is no mere
    restatement, or leaves open of which kind and force it is.
    """
    told: set[frozenset[str]] = set()
    for entry in listed.values():
        if not isinstance(entry, Restatement):
            continue
        if entry.policy:
            if entry.policy == policy:
                yield f"restatement {named(entry.id)} names its own policy; leave out `policy`"
            continue
        astray = [target for target in entry.restates if target not in listed]
        for target in astray:
            hint = did_you_mean(target, listed) or "of a provision elsewhere name the `policy` too"
            points = f"restatement {named(entry.id)} points at `{target}`"
            yield f"{points}, which no provision of the policy bears; {hint}"
        circle = _circle(entry, listed)
        if circle and told.isdisjoint({frozenset(circle)}):
            told.add(frozenset(circle))
            yield "restatements restate each other in a circle: " + " -> ".join((*circle, circle[0]))
        if not astray and not circle:
            yield from _no_mere_restatement(entry, listed)


def _circle(entry: Restatement, listed: Mapping[str, Entry]) -> tuple[str, ...]:
    """The circle of restatements in which one stands; empty where it stands in none."""
    waiting: list[tuple[str, ...]] = [(entry.id,)]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        last = listed.get(path[-1])
        for target in last.restates if isinstance(last, Restatement) and not last.policy else ():
            if target == entry.id:
                return path
            if target not in seen:
                seen.add(target)
                waiting.append((*path, target))
    return ()


def _no_mere_restatement(entry: Restatement, listed: Mapping[str, Entry]) -> Iterator[str]:
    several = [listed[target] for target in restated_by(entry, listed)]
    rows = [provision_of(one, listed) for one in several]
    if not rows:
        return  # All it leads to is told where that stands.
    if entry.kind is None and len({row.kind for row in rows}) > 1:
        yield f"{named(entry.id)} restates provisions of several kinds; say of which `kind` it is"
    if entry.force is None and len({row.force for row in rows}) > 1:
        yield f"{named(entry.id)} restates provisions of several forces; say of which `force` it is"
    weaker = [row.id for row in rows if row.modelled and row.force not in MOVING_FORCES]
    if entry.force in MOVING_FORCES and weaker:
        yield (
            f"{named(entry.id)} is {entry.force} and restates `{weaker[0]}`, which does not bind; what binds "
            "where the other does not is no restatement: give it a rule of its own, or its `force`"
        )


def restatements(
    several: Sequence[Restatement], restated: Mapping[str, tuple[str, ...]], found: Sequence[Finding]
) -> tuple[Restated, ...]:
    """Where each restatement points, with what was found there."""
    statuses = {finding.provision: finding.status for finding in found} if several else {}
    return tuple(
        Restated(
            provision=one.id,
            citation=one.citation,
            statement=one.statement,
            policy=one.policy,
            restates=one.restates if one.policy else restated[one.id],
            statuses=() if one.policy else tuple(statuses.get(target) for target in restated[one.id]),
        )
        for one in several
    )
