"""A case against the same case knowing more: what was settled stays so, what had bounds stays in them.

Run as a program it looks for contradictions until the time is up:

    python tests/learning.py --seconds 600 --seed 7
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from typing import Any

import attrs
from drawing import Dice, now_and_then, pick
from random_nodes import ADOPTED, AMBIGUITIES, LEVEL, LISTS, PROVISIONS, SIGNED, THRESHOLD, Nodes
from random_values import (
    Calendar,
    attestation,
    calendar,
    case_of,
    less,
    less_of_a_time,
    value,
    with_records_attested,
)

from aigovkit import periods
from aigovkit.language.loose_ends import loose_facts
from aigovkit.language.meaning import bounds, holds
from aigovkit.language.nodes import ConditionNode, QuantityNode, Rebutted, TimeNode
from aigovkit.language.parts import distinct, facts_in
from aigovkit.models import FACTS
from aigovkit.periods import Occurrence
from aigovkit.situation import Situation


@attrs.frozen
class Pair:
    """A node, a situation of which less is known, and the same one of which more is."""

    node: Any
    less: Situation
    more: Situation


def parameters(draw: Any, among: Calendar) -> dict[str, Any]:
    """Values of the parameters of the random nodes, some of them unknown."""
    signed = pick(draw, (among.moment(draw), among.moment(draw), Occurrence.NEVER, None))
    return {
        ADOPTED.name: pick(draw, (True, False, None)),
        LEVEL.name: pick(draw, (*LEVEL.choices, None)),
        SIGNED.name: signed,
        THRESHOLD.name: pick(draw, (0, 1, 5, None)),
    }


def fewer_parameters(draw: Any, known: dict[str, Any], now: int, zone: periods.TimeZone) -> dict[str, Any]:
    """The parameters as they may have been known before."""
    found = {name: None if now_and_then(draw, 3) else given for name, given in known.items()}
    before = less_of_a_time(draw, found[SIGNED.name], now, zone)
    unsaid = before is Occurrence.UNDATED or isinstance(before, periods.Stretch)
    return {**found, SIGNED.name: None if unsaid else before}


def situation(draw: Any, node: Any, among: Calendar) -> Situation:
    """A situation in which most of what a node reads is known."""
    read = dict.fromkeys(fact.path for fact in facts_in(node) if "[]" not in fact.path)
    known = {path: value(draw, FACTS[path], among) for path in read if not now_and_then(draw, 6)}
    attested = {one: attestation(draw, among) for one in PROVISIONS if not now_and_then(draw, 4)}
    now = periods.end_of(among.time_of_judging(draw), among.zone)
    readings = {one.name: pick(draw, list(one.readings)) for one in AMBIGUITIES}
    keys = [(one, several.path) for one in PROVISIONS for several in LISTS]
    case = with_records_attested(draw, case_of(known, attested), keys, among)
    return Situation(case, now, among.zone, readings, parameters(draw, among))


def knowing_less(draw: Any, at: Situation) -> Situation:
    """The situation before some of it was learnt."""
    settings = fewer_parameters(draw, dict(at.parameters), int(at.now), at.zone)
    return attrs.evolve(at, case=less(draw, at.case, int(at.now), at.zone), parameters=settings)


def pair(draw: Any, depth: int) -> Pair:
    """A random node of any sort, and two situations."""
    among = calendar(draw)
    nodes = Nodes(draw, among=among)
    node = pick(draw, (nodes.condition, nodes.condition, nodes.time, nodes.quantity))(depth)
    more = situation(draw, node, among)
    return Pair(node, knowing_less(draw, more), more)


def rests_on_presumption(condition: Any, situation: Any) -> bool:
    """Whether the answer rests on what is not shown: with nobody bearing a burden of proof it is unknown."""
    return holds(condition, situation) is not None and holds(condition, situation.unburdened()) is None


def contradictions(drawn: Pair) -> Iterator[tuple[Any, Any, Any]]:
    """The nodes of a pair that say one thing and, knowing more, another."""
    for node in distinct([drawn.node]):
        if loose_facts(node):
            continue  # Looked at of one record after another by the list around it.
        if isinstance(node, ConditionNode):
            before = holds(node, drawn.less)
            after = holds(node, drawn.more)
            if before is not None and after is not before and not rests_on_presumption(node, drawn.less):
                yield node, before, after
        elif isinstance(node, TimeNode | QuantityNode) and not presumes(node):
            low, high = bounds(node, drawn.less)
            least, most = bounds(node, drawn.more)
            if not low <= least <= most <= high:
                yield node, (low, high), (least, most)


def presumes(node: Any) -> bool:
    """Whether something inside counts as not shown while unknown, and may give way to what is learnt."""
    return any(isinstance(part, Rebutted) for part in distinct([node]))


def told(drawn: Pair, node: Any, before: Any, after: Any) -> str:
    """A contradiction, in as few words as show it."""
    at, then = drawn.more, drawn.less
    return (
        f"{node!r}\n  {before} -> {after}\n  judged at {periods.local(at.now, at.zone)} in {at.zone!r}, "
        f"read {at.readings}\n  first {then.case!r} {then.parameters}\n  then {at.case!r} {at.parameters}"
    )


def main() -> int:
    """Look for contradictions; the shortest of those found are printed."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--depth", type=int, default=2)
    asked = options.parse_args()
    draw, tried, nodes, found = Dice(asked.seed), 0, 0, []
    end = time.monotonic() + asked.seconds
    while time.monotonic() < end:
        drawn = pair(draw, pick(draw, range(1, asked.depth + 1)))
        tried, nodes = tried + 1, nodes + sum(1 for _ in distinct([drawn.node]))
        found += [told(drawn, *one) for one in contradictions(drawn)]
    print(f"{tried:,} pairs of {nodes:,} nodes: {len(found)} contradictions")
    print(*sorted(found, key=len)[:3], sep="\n\n")
    return bool(found)


if __name__ == "__main__":
    raise SystemExit(main())
