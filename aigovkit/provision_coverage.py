"""Every provision of every source, with its rule or with the reason why it has none: as pages and as JSON.

`docs/provisions` is made of it, by `aigovkit provisions --write docs/provisions`.
The same policies give the same bytes.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import attrs

from aigovkit.engine.settings import Settings
from aigovkit.rules import Restatement
from aigovkit.wording import day, plain, printable

INDEX, DATA = "README.md", "provisions.json"
"""The names of the files beside the page of each policy: the page that lists them, and all of it as JSON."""


class Treatment(StrEnum):
    """What a policy makes of a provision.

    .. versionadded:: 0.1.0
    """

    RULE = "rule"
    RESTATED = "restated"
    """It only repeats others, and points there."""
    NONE = "none"
    """No rule models it, and a reason is given."""


@attrs.frozen
class Covered:
    """One provision and what is made of it.

    `statement` is what its rule says, in a sentence; `restates` the ids of the
    provisions it repeats, and `of` their policy where that is another; `note` why it has no
    rule, or what to know of the one it has.

    .. versionadded:: 0.1.0
    """

    id: str
    pinpoint: str
    kind: str
    force: str
    treatment: Treatment
    statement: str
    restates: tuple[str, ...]
    of: str
    note: str


def coverage(policy: Settings) -> tuple[Covered, ...]:
    """Every provision of a policy with what is made of it, in the order of the document.

    >>> from aigovkit.jurisdictions.san_jose import AI_POLICY
    >>> rows = coverage(AI_POLICY)
    >>> len(rows), rows[0].id, str(rows[0].treatment)
    (91, 'SJ-AI-META-1', 'none')

    .. versionadded:: 0.1.0
    """
    return tuple(map(_covered, policy.entries, policy.provisions))


def _covered(entry: Any, provision: Any) -> Covered:
    again = isinstance(entry, Restatement)
    found = Treatment.RESTATED if again else Treatment.RULE if provision.modelled else Treatment.NONE
    return Covered(
        id=provision.id,
        pinpoint=provision.citation.pinpoint,
        kind=str(provision.kind),
        force=str(provision.force),
        treatment=found,
        statement=getattr(entry, "statement", ""),
        restates=provision.restates,
        of=getattr(entry, "policy", "") if again else "",
        note=getattr(entry, "note", "") if again else provision.note,
    )


def files(policies: Iterable[Settings]) -> dict[str, str]:
    """The files of a folder on the provisions of policies, by their names: a page for each policy, one that
    lists them, and all of it as JSON. Each ends with a new line.

    .. versionadded:: 0.1.0
    """
    several = sorted(policies, key=lambda policy: policy.id)
    rows = {policy.id: coverage(policy) for policy in several}
    made = {INDEX: _index(several, rows), DATA: _data(several, rows)}
    return made | {page_name(policy.id): _page(policy, rows[policy.id]) for policy in several}


def page_name(policy: str) -> str:
    """The name of the page of a policy.

    >>> page_name("rur/strelsau/cameras")
    'rur-strelsau-cameras.md'

    .. versionadded:: 0.1.0
    """
    return f"{policy.replace('/', '-')}.md"


def _counted(rows: Iterable[Covered]) -> dict[str, int]:
    counts = Counter(row.treatment for row in rows)
    return {"provisions": counts.total(), **{str(one): counts[one] for one in Treatment}}


# As JSON


def _data(policies: Iterable[Settings], rows: dict[str, tuple[Covered, ...]]) -> str:
    listed = [
        {
            "id": policy.id,
            "title": policy.source.title,
            "issuer": policy.source.issuer,
            "edition": policy.source.edition,
            "effective": policy.source.effective.isoformat() if policy.source.effective else None,
            "link": policy.source.link,
            "counts": _counted(rows[policy.id]),
            "provisions": [_row(row) for row in rows[policy.id]],
        }
        for policy in policies
    ]
    return json.dumps({"policies": listed}, indent=1, ensure_ascii=False) + "\n"


def _row(row: Covered) -> dict[str, Any]:
    return {
        "id": row.id,
        "citation": row.pinpoint,
        "kind": row.kind,
        "force": row.force,
        "treatment": str(row.treatment),
        "statement": row.statement or None,
        "restates": list(row.restates),
        "restates_policy": row.of or None,
        "note": row.note or None,
    }


# As pages

_MADE = "Made by `aigovkit provisions --write docs/provisions`; do not edit it."


def _index(policies: Iterable[Settings], rows: dict[str, tuple[Covered, ...]]) -> str:
    several = list(policies)
    lines = [
        "# Every provision",
        "",
        "What the kit makes of each provision of each source: a rule, a pointer to the provisions that it",
        f"only repeats, or the reason why no rule models it. [{DATA}]({DATA}) has all of it as JSON.",
        "",
        _MADE,
        "",
        "| policy | source | provisions | with a rule | only repeating others | without a rule |",
        "|---|---|---:|---:|---:|---:|",
    ]
    total: Counter[str] = Counter()
    for policy in several:
        counted = _counted(rows[policy.id])
        total.update(counted)
        name = f"[{policy.id}]({page_name(policy.id)})"
        lines.append(_line(name, _cell(_source(policy)), *map(str, counted.values())))
    if len(several) > 1:
        lines.append(_line("all", "", *(f"{total[name]:,}" for name in ("provisions", *Treatment))))
    return "\n".join(lines) + "\n"


def _page(policy: Settings, rows: tuple[Covered, ...]) -> str:
    counted = _counted(rows)
    counts = (
        f"{counted['provisions']} provisions",
        f"{counted['rule']} with a rule",
        f"{counted['restated']} only repeating others",
        f"{counted['none']} without a rule",
    )
    effective = policy.source.effective
    dated = f"Effective {day(effective)}." if effective else _cell(policy.source.effective_note)
    lines = [
        f"# {_cell(policy.source.name)}",
        "",
        f"{_cell(policy.source.issuer)}. {dated}".rstrip(),
        "",
        f"`{policy.id}` · {', '.join(counts)}",
        "",
        _MADE,
        "",
        "| provision | where | kind, force | what is made of it |",
        "|---|---|---|---|",
    ]
    for row in rows:
        norm = f"{plain(row.kind)}, {row.force}"
        lines.append(_line(f"`{row.id}`", _cell(row.pinpoint), norm, _made_of(row)))
    return "\n".join(lines) + "\n"


def _source(policy: Settings) -> str:
    return f"{policy.source.name}, {policy.source.issuer}"


def _made_of(row: Covered) -> str:
    match row.treatment:
        case Treatment.NONE:
            return f"**No rule**: {_cell(row.note)}"
        case Treatment.RESTATED:
            others = ", ".join(f"`{one}`" for one in row.restates) + (f" of `{row.of}`" if row.of else "")
            said = f"**Restates** {others}: {_cell(row.statement)}"
        case _:
            said = _cell(row.statement)
    return f"{said} *{_cell(row.note)}*" if row.note else said


def _cell(text: str) -> str:
    """A text in a cell of a table, on one line, with no mark that would be taken for the form of it."""
    return re.sub(r"([\\`*_\[\]<>|&])", r"\\\1", printable(text))


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
