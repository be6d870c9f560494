"""Paths of facts: `system.uses_ai`, `incidents[0].caused_harm`, `attestations.SJ-AI-POLICY-2`.

A path names one fact of a case. The general path of a fact of listed records has
`[]` in it; a numbered one names the record. What is cut and put together of paths
is here, once.
"""

from __future__ import annotations

import re
from typing import Any

_NUMBERS = re.compile(r"\[\d{1,9}\]")
_ATTESTATIONS = "attestations."
_OF_ONE_RECORD = re.compile(r"([^][]*)\[([^][]*)\[(0|[1-9][0-9]{0,8})\]\]")


def attestation_path(provision: str) -> str:
    """The path of what is attested of a provision.

    >>> attestation_path("SJ-AI-POLICY-2")
    'attestations.SJ-AI-POLICY-2'

    .. versionadded:: 0.1.0
    """
    return _ATTESTATIONS + provision


def attested_for(provision: str, collection: str, index: int | None) -> str:
    """What an attestation of one record of a list is kept under; without an index, of any of them.

    >>> attested_for("RUR-6", "incidents", 2), attested_for("RUR-6", "incidents", None)
    ('RUR-6[incidents[2]]', 'RUR-6[incidents[]]')

    .. versionadded:: 0.1.0
    """
    return f"{provision}[{collection}[{'' if index is None else index}]]"


def record_attested(key: str) -> tuple[str, str, int] | None:
    """The provision, the list and the number of the record of which an attestation speaks; None for one that
    speaks of the whole.

    >>> record_attested("RUR-6[incidents[2]]"), record_attested("RUR-6")
    (('RUR-6', 'incidents', 2), None)

    .. versionadded:: 0.1.0
    """
    found = _OF_ONE_RECORD.fullmatch(key)
    return None if found is None else (found[1], found[2], int(found[3]))


def attested_provision(path: str) -> str | None:
    """The provision whose attestation a path names, with the record where it speaks of one; None when it
    names a fact.

    >>> attested_provision("attestations.SJ-AI-POLICY-2"), attested_provision("system.uses_ai")
    ('SJ-AI-POLICY-2', None)

    .. versionadded:: 0.1.0
    """
    return path.removeprefix(_ATTESTATIONS) if path.startswith(_ATTESTATIONS) else None


def general(path: str) -> str:
    """The path without the numbers of records.

    >>> general("incidents[2].caused_harm")
    'incidents[].caused_harm'

    .. versionadded:: 0.1.0
    """
    return _NUMBERS.sub("[]", path) if "[" in path else path


def numbered(path: str, index: int | None) -> str:
    """The path of one record's fact, from the general path; the same path where there is no record to name.

    >>> numbered("incidents[].caused_harm", 2)
    'incidents[2].caused_harm'

    .. versionadded:: 0.1.0
    """
    return path if index is None else path.replace("[]", f"[{index}]", 1)


def numbered_in(collection: str, path: str, index: int | None) -> str:
    """The path with the number of a record, if it is a general one of that list; else the path as it is.

    >>> numbered_in("incidents", "incidents[].caused_harm", 2)
    'incidents[2].caused_harm'
    >>> numbered_in("incidents", "data.elements[].name", 2)
    'data.elements[].name'

    .. versionadded:: 0.1.0
    """
    of_it = path.startswith(f"{collection}[]") or f"[{collection}[]]" in path
    return numbered(path, index) if of_it else path


def is_of_record(path: str) -> bool:
    """Whether it is the path of a fact of listed records.

    .. versionadded:: 0.1.0
    """
    return "[" in path


def of_record(collection: str, index: int, name: str = "") -> str:
    """The path of one record of a list, or of one of its facts.

    >>> of_record("incidents", 2), of_record("incidents", 2, "caused_harm")
    ('incidents[2]', 'incidents[2].caused_harm')
    """
    return f"{collection}[{index}].{name}" if name else f"{collection}[{index}]"


def collection_of(path: str) -> str | None:
    """The path of the list to whose records a fact belongs; None for a fact that belongs to none.

    >>> collection_of("incidents[2].caused_harm"), collection_of("incidents")
    ('incidents', None)
    """
    if not is_of_record(path):
        return None
    within = path.partition("[")[2] if path.startswith(_ATTESTATIONS) else path
    return within.partition("[")[0]


def topic(path: str) -> str:
    """What the fact at a path is about: the name of its section, or of its list, in plain words.

    >>> topic("necessity_finding.made"), topic("incidents[2].caused_harm")
    ('necessity finding', 'incidents')

    .. versionadded:: 0.1.0
    """
    return path.partition(".")[0].partition("[")[0].replace("_", " ")


def steps(path: str) -> list[str | int]:
    """The steps of a path: names, and the numbers of records.

    >>> steps("incidents[2].caused_harm")
    ['incidents', 2, 'caused_harm']

    .. versionadded:: 0.1.0
    """
    provision = attested_provision(path)
    if provision is not None:
        return [_ATTESTATIONS.rstrip("."), provision]
    found: list[str | int] = []
    for step in path.replace("[", ".[").split("."):
        is_number = len(step) > 2 and step[0] == "[" and step[-1] == "]" and step[1:-1].isdecimal()
        found.append(int(step[1:-1]) if is_number else step)
    return found


def value_at(root: Any, path: str) -> Any:
    """The value at a path below something shaped like a case; None where there is none.

    >>> from aigovkit.models import Case, System
    >>> value_at(Case(system=System(uses_ai=True)), "system.uses_ai")
    True

    .. versionadded:: 0.1.0
    """
    found: Any = root
    for step in steps(path):
        if isinstance(step, int):
            found = found[step] if isinstance(found, tuple) and step < len(found) else None
        elif path.startswith(_ATTESTATIONS) and step != "attestations":
            found = found.get(step)
        else:
            found = getattr(found, step, None)
    return found
