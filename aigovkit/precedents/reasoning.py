"""What a base of precedents comes to for what is known of a case: bounds, tracks still open, what matters.

The bound is the result model of precedential constraint: a case at least as adverse as
one that was refused is at least refused, and the mirror. Since an adverse factor can only make it stricter
and a favourable one only milder, what is certain whatever is learnt is found at two ends: with every unknown
at its mildest, and with every unknown at its strictest.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from aigovkit.precedents.table import Decided, Known, Table

NODES = 4096
"""How many parts of what is unknown are looked at for the tracks still open."""
NODES_OF_ONE = 24
"""How many for whether one factor matters."""


@attrs.frozen
class Forced:
    """A track that decided cases bind to, and which they are."""

    place: int
    by: tuple[Decided, ...]


def at_least(table: Table, yes: int, no: int) -> Forced:
    """The strictest track to which a case is bound as a floor; `no` are the factors that are not there."""
    for k in reversed(table.thresholds):
        if by := tuple(one for one in table.decided if _binds(one.stricter[k], yes, no)):
            return Forced(k, by)
    return Forced(0, ())


def at_most(table: Table, yes: int, no: int) -> Forced:
    """The mildest track to which a case is bound as a ceiling."""
    for k in table.thresholds:
        if by := tuple(one for one in table.decided if _binds(one.milder[k], yes, no)):
            return Forced(k - 1, by)
    return Forced(len(table.thresholds), ())


def _binds(limb: tuple[int, int] | None, yes: int, no: int) -> bool:
    """Whether a decided case binds: all its grounds are there, and nothing beyond it."""
    return limb is not None and not limb[0] & ~yes and not limb[1] & ~no


def floors(table: Table, yes: int, no: int) -> tuple[int, int]:
    """The floor that is certain, and the strictest that what is unknown may bring."""
    high = 0
    for k, grounds, beyond in table.floors:
        if not grounds & no and not beyond & yes:
            high = max(high, k)
            if not grounds & ~yes and not beyond & ~no:
                return k, high
    return 0, high


def ceilings(table: Table, yes: int, no: int) -> tuple[int, int]:
    """The mildest ceiling that what is unknown may bring, and the one that is certain."""
    low = top = len(table.thresholds)
    for k, grounds, beyond in table.ceilings:
        if not grounds & no and not beyond & yes:
            low = min(low, k - 1)
            if not grounds & ~yes and not beyond & ~no:
                return low, k - 1
    return low, top


def conflicts(table: Table) -> Iterator[tuple[Decided, Decided]]:
    """The pairs of decided cases of which one binds the other to what was not decided of it; the first was
    decided more strictly.
    """
    for strict in table.decided:
        for mild in table.decided:
            between = range(mild.place + 1, strict.place + 1)
            if any(
                _binds(strict.stricter[k], mild.has, table.all & ~mild.has)
                or _binds(mild.milder[k], strict.has, table.all & ~strict.has)
                for k in between
            ):
                yield strict, mild


# Predicting. A result is the place of a track, or one more than the last: no prediction.


def results(table: Table, yes: int, no: int) -> int:
    """The results that what is unknown may leave, as bits; of what is wholly known, the one."""
    silent = 1 << len(table.thresholds) + 1
    floor, ceiling = floors(table, yes, no), ceilings(table, yes, no)
    found = 0
    matched: dict[int, bool | None] = {}
    for one in table.predicting:
        if matched.get(one.place) is not True and (state := one.state(yes, no)) is not False:
            matched[one.place] = state
    for place in range(len(table.thresholds), -1, -1):
        state = matched.get(place, False)
        if state is not True and floor[0] <= place <= floor[1] and ceiling[0] <= place <= ceiling[1]:
            state = True if floor[0] == floor[1] == ceiling[0] == ceiling[1] else None
        if state is False:
            continue
        met = [one.state(yes, no) for one in table.required if one.place == place]
        if floor[0] <= place <= ceiling[1] and False not in met:
            found |= 1 << place
        if not floor[1] <= place <= ceiling[0] or not all(met):
            found |= silent
        if state:
            return found
    return found | silent


def support(table: Table, yes: int, no: int) -> Iterator[int]:
    """The unknown factors that still decide something, those of patterns first."""
    unknown = table.all & ~yes & ~no
    for one in (*table.predicting, *table.required):
        if one.state(yes, no) is None:
            yield from _bits((one.all_of | one.some_of | one.none_of) & unknown)
    for _, grounds, beyond in (*table.floors, *table.ceilings):
        if not grounds & no and not beyond & yes:
            yield from _bits((grounds | beyond) & unknown)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        last = mask & -mask
        yield last.bit_length() - 1
        mask ^= last


def still_open(table: Table, known: Known, budget: int = NODES) -> tuple[int, bool]:
    """Every result that some way of learning what is unknown comes to, and whether that is exact: where there
    was too much to look through, some may be among them that none comes to.
    """
    most = results(table, known.yes, known.no)
    found, waiting = 0, [known]
    while waiting:
        at = waiting.pop()
        left = results(table, at.yes, at.no)
        if not left & ~found:
            continue
        if left & (left - 1) == 0:
            found |= left
            if not most & ~found:
                break
            continue
        budget -= 1
        if budget < 0:
            return most, False
        bit = next(support(table, at.yes, at.no))
        waiting.append(table.settled(at.yes, at.no | 1 << bit))
        waiting.append(table.settled(at.yes | 1 << bit, at.no))
    return found, True


def matters(table: Table, known: Known, bit: int, budget: int = NODES_OF_ONE) -> bool | None:
    """Whether learning one unknown factor may change the result; None where there was too much to look
    through. Along a dimension it is a little more against a little less.
    """
    around = _around(table, known, bit)
    waiting = [around, *_telling(table, around, bit)]  # Where it is likely to tell is looked at first.
    while waiting:
        at = waiting.pop()
        more, less = Known(at.yes | 1 << bit, at.no), Known(at.yes, at.no | 1 << bit)
        left = [results(table, one.yes, one.no) for one in (more, less)]
        if not any(one & (one - 1) for one in left):
            if left[0] != left[1]:
                return True
            continue
        budget -= 1
        if budget < 0:
            return None
        other = next(one for pair in (more, less) for one in support(table, pair.yes, pair.no))
        waiting.append(table.settled(at.yes, at.no | 1 << other))
        waiting.append(table.settled(at.yes | 1 << other, at.no))
    return False


def _telling(table: Table, around: Known, bit: int) -> Iterator[Known]:
    """Ways of learning all else in which one factor is likely to tell: just as much is there as a pattern
    that speaks of it takes, or as a decided case takes to bind; and last, what is shown.
    """
    here = 1 << bit
    needs = []
    for one in (*table.predicting, *table.required):
        if (one.all_of | one.some_of | one.none_of) & here:
            some, lacking = 0, one.at_least - (one.some_of & (around.yes | here)).bit_count()
            for other in _bits(one.some_of & ~around.yes & ~around.no & ~here):
                if lacking <= 0:
                    break
                some, lacking = some | 1 << other, lacking - 1
            needs.append(one.all_of | some)
    needs += [g for _, g, beyond in (*table.floors, *table.ceilings) if (g | beyond) & here]
    for need in (*needs, 0):
        yes = around.yes | need & ~around.no & ~here
        yield Known(yes, table.all & ~yes & ~here)


def _around(table: Table, known: Known, bit: int) -> Known:
    """With all else along the dimension settled, if it is of one."""
    yes, no = known.yes, known.no
    for chain, mask in table.chained:
        if bit in chain:
            yes |= mask & ((1 << bit) - 1)
            no |= mask & ~((2 << bit) - 1)
    return Known(yes, no)
