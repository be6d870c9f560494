"""What a comparison of two answers shows, and the ways to a milder outcome; `text` and `html` render it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import Any

import attrs

from aigovkit import paths
from aigovkit.answers import Attention, Change, Firmness, Outcome, WaysTo
from aigovkit.changes import Difference, MovedFinding, MovedOutcome, MovedRow, Stand, Why
from aigovkit.facts import TermSet
from aigovkit.models import Attestation
from aigovkit.page import DISCLAIMER, Item, Line, Section, spoken
from aigovkit.wording import day, plain, printable, word

LONGEST_LIST = 12
"""How many rows of a section are shown unfolded."""
LONGEST = 120
"""How much of a text one line shows."""
MOST_UNKNOWN = 8
"""How many facts to find out are named of one finding."""
NOTHING = "Nothing changed."


@attrs.frozen
class Sheet:
    """A heading, sections, and what closes them.

    .. versionadded:: 0.1.0
    """

    title: str = attrs.field(converter=printable)
    sections: tuple[Section, ...]
    closing: str = DISCLAIMER


def difference_sheet(compared: Difference) -> Sheet:
    """What changed between two answers.

    .. versionadded:: 0.1.0
    """
    case = compared.after.case
    title = f"What changed: {case.title or case.id or 'Untitled case'}"
    policies = [
        *(Item("+", Line(f"{name} is judged by now")) for name in compared.policies_added),
        *(Item("-", Line(f"{name} is judged by no more")) for name in compared.policies_removed),
    ]
    sections = [
        ("Outcome", _outcome(compared.outcome)),
        ("Policies", policies),
        ("Changed", map(_input, compared.inputs)),
        ("Findings", map(_finding, compared.findings)),
    ]
    kinds = dict.fromkeys(row.kind for row in compared.rows)
    sections += [(plain(kind).capitalize(), map(_row, compared.of_kind(kind))) for kind in kinds]
    filled = [Section(heading, several) for heading, items in sections if (several := tuple(items))]
    if not compared:
        filled = [Section(NOTHING, ())]
    return Sheet(title, tuple(attrs.evolve(one, first=LONGEST_LIST) for one in filled))


def _outcome(moved: MovedOutcome) -> Iterator[Item]:
    if moved.moved:
        before = _verdict(moved.before, moved.present_before, moved.attention_before)
        after = _verdict(moved.after, moved.present_after, moved.attention_after)
        below = tuple(_why(moved.why)) if moved.before != moved.after else ()
        yield Item("!", Line(f"{before}, now {after}"), below=below)


def _verdict(outcome: tuple[Outcome, Outcome], present: tuple[Outcome, Outcome], attention: Attention) -> str:
    numbers = [
        f"{number} {how}"
        for number, how in (
            (attention.overdue, "overdue"),
            (attention.unmet, "unmet"),
            (attention.met_late, "done late"),
            (attention.referred, "referred"),
            (attention.perhaps, "late if it binds"),
        )
        if number
    ]
    at_present = [f"at present {spoken(*present)}"] if present != outcome else []
    return " · ".join((spoken(*outcome), *at_present, *numbers))


def _input(change: Change) -> Item:
    below = (Line(change.about),) if change.about else ()
    return Item(
        "-", Line(f": {said(change.before)}, now {said(change.after)}", _name(change.fact)), "", below
    )


def _name(fact: str) -> str:
    provision = paths.attested_provision(fact)
    return f"attested of {provision}" if provision is not None else fact


def _finding(moved: MovedFinding) -> Item:
    line = Line(f": {_stand(moved.before)}, now {_stand(moved.after)}", moved.provision)
    return Item("-", line, "", (Line(moved.statement), *_records(moved), *_why(moved.why)))


def _stand(stand: Stand | None) -> str:
    if stand is None:
        return "no rule"
    return plain(str(stand.status))


def _records(moved: MovedFinding) -> Iterator[Line]:
    one, other = (dict(side.records) if side else {} for side in (moved.before, moved.after))
    for record in dict.fromkeys([*one, *other]):
        was, now = one.get(record), other.get(record)
        if was != now:
            told = ("not there" if status is None else plain(str(status)) for status in (was, now))
            yield Line(f": {', now '.join(told)}", record)
    if moved.before and moved.after and moved.before.effective_force != moved.after.effective_force:
        forces = (moved.before.effective_force, moved.after.effective_force)
        yield Line(f"force: {', now '.join('not known' if one is None else str(one) for one in forces)}")


def _why(why: Why) -> Iterator[Line]:
    """Which changes did it, in words."""
    alone, undone = (_sets(several) for several in (why.alone, why.undone))
    if alone and alone == undone:
        yield Line(f"by {alone}")
        return
    if alone:
        yield Line(f"enough for it: {alone}")
    if undone:
        yield Line(f"undone, it is as before: {undone}")
    if not alone and not undone and not why.complete:
        yield Line("by several changes together")


def _sets(several: Iterable[tuple[str, ...]]) -> str:
    return "; or ".join(" with ".join(map(_name, one)) for one in several)


def _row(moved: MovedRow) -> Item:
    about = " · ".join(moved.key)
    if moved.before is None:
        return Item("+", Line(f": {_told(moved.kind, moved.after)}", about))
    if moved.after is None:
        return Item("/", Line(f": no more ({_told(moved.kind, moved.before)})", about))
    was, now = (_told(moved.kind, row) for row in (moved.before, moved.after))
    if was == now:
        return Item("-", Line(f": {now}, otherwise than before", about))
    return Item("-", Line(f": {was}, now {now}", about))


def _told(kind: str, row: Any) -> str:
    """One row of a list in a few words."""
    match kind:
        case "duties":
            due = "no day due" if row.due is None else f"due {day(row.due)}"
            return f"{plain(str(row.status))}, {due}"
        case "tiers":
            return str(row)
        case "data_classes":
            return plain(row.data_class) if row.certain else f"perhaps {plain(row.data_class)}"
        case "retention":
            until = [f"keep until {day(row.keep_until)}"] if row.keep_until else []
            by = [f"delete by {day(row.delete_by)}"] if row.delete_by else []
            return ", ".join([str(row.retention), *until, *by]) + ("" if row.certain else ", if it applies")
        case "exposure":
            return f"{row.formula}{'' if row.certain else ', if a violation is shown'}"
        case "papers":
            called = "called for" if row.called_for else "perhaps called for"
            return f"{called}, {row.present} there, {len(row.missing) + len(row.not_known)} not"
        case "upcoming":
            return "on a day not known" if row.starts is None else f"from {day(row.starts)}"
        case "referrals":
            return row.issue if row.certain else f"perhaps: {row.issue}"
        case "retention_limits":
            return f"{len(row.conflicts)} conflicts"
        case "contradictions":
            return f"given as {row.value}"
        case _:
            return str(row.prompt)


def said(value: Any) -> str:
    """A value of a change in words.

    >>> said(True), said(None), said(TermSet(["face"]))
    ('yes', 'unknown', 'face')

    .. versionadded:: 0.1.0
    """
    if isinstance(value, Attestation):
        if value.done is not True:
            return (
                "nothing"
                if value.met is None
                else "not done"
                if value.met is False
                else plain(str(value.met))
            )
        return "done" if value.on is None else f"done {_on(value.on)}"
    if isinstance(value, TermSet):
        listed = ", ".join(map(plain, sorted(value.yes))) or "none"
        return listed if value.no is None else f"{listed}; others not known"
    if isinstance(value, tuple) and value and not isinstance(value[0], str) and hasattr(value[0], "known"):
        return f"{len(value)} record{'s' * (len(value) != 1)}"
    return shorten(word(value), LONGEST, placeholder=" …")


def _on(value: Any) -> str:
    spelt = word(value)
    return spelt if spelt.startswith(("on ", "in ", "between ")) else f"on {spelt}"


# The ways to a milder outcome


def ways_sheet(found: WaysTo) -> Sheet:
    """The ways to an outcome, or what stands in the way.

    .. versionadded:: 0.1.0
    """
    aim = spoken(found.outcome, found.outcome)
    limit = f"of at most {found.at_most} change{'s' * (found.at_most != 1)}"
    if found.is_reached:
        return Sheet(f"{aim} is reached as it is", ())
    short = "" if found.complete else "; the search was cut short, and there may be others"
    if found.ways:
        title = f"Ways to {aim} {limit}{short}"
        sections = [_way(number, way) for number, way in enumerate(found.ways, 1)]
        return Sheet(title, tuple(sections))
    held = [one for one in found.in_the_way if one.firmness is Firmness.ALWAYS]
    if held:
        title = f"No way to {aim}, whatever the agency changes"
    else:
        title = f"No way to {aim} {limit}{short or ''}"
    items = tuple(map(_obstacle, found.in_the_way))
    return Sheet(title, (Section("In the way", items, LONGEST_LIST),) if items else ())


def _way(number: int, way: Any) -> Section:
    items = []
    for change in way.changes:
        pinpoint = change.citation.pinpoint if change.citation else ""
        line = Line(f": {said(change.after)} (now {said(change.before)})", _name(change.fact))
        items.append(Item("-", line, pinpoint, (Line(change.about),)))
    presumed = ", unless something unknown rebuts what is presumed" if way.presumed else ""
    return Section(f"{number}. then {spoken(way.at_least, way.at_most)}{presumed}", tuple(items))


_HOLDS = {
    Firmness.ALWAYS: "whatever the agency changes",
    Firmness.ALONE: "no so few changes lift it",
    Firmness.TOGETHER: "it can be lifted, not with so few changes along with the others",
    Firmness.PERHAPS: "it may be possible to lift it: the search was cut short",
}


def _obstacle(one: Any) -> Item:
    firm = ", while it is not known" if one.unknown and one.firmness is Firmness.ALWAYS else ""
    below = [Line(f": {plain(str(one.status))}; {_HOLDS[one.firmness]}{firm}", one.provision)]
    if one.unknown:
        more = len(one.unknown) - MOST_UNKNOWN
        below.append(
            Line(
                f"find out: {', '.join(one.unknown[:MOST_UNKNOWN])}"
                + (f" and {more} more" if more > 0 else "")
            )
        )
    return Item("x", Line(one.statement), one.citation.pinpoint, tuple(below))
