"""A case to start from."""

from __future__ import annotations

from typing import Any

import attrs

from aigovkit.facts import Records, Text, facts_of, sections_of
from aigovkit.facts.codecs import COMMENT
from aigovkit.json.limits import CASE
from aigovkit.models import Attestation, Case
from aigovkit.paths import attestation_path
from aigovkit.policies import Policy


def skeleton(policies: list[Policy] | None = None) -> dict[str, Any]:
    """A case in which everything is unknown, with each question as a comment above its fact.

    With policies, only what they read is in it.

    .. versionadded:: 0.1.0
    """
    read = (
        None
        if policies is None
        else {path for policy in policies for paths in policy.rulebook.facts_used.values() for path in paths}
    )
    how = (
        "Fill in what is known; null, or leaving a line out, says unknown. Lines like this one are comments."
    )
    data: dict[str, Any] = {"schema": CASE, f"{COMMENT} how": how}
    data.update(_skeleton(Case, read))
    duties = [
        rule
        for policy in policies or ()
        for rule in policy.rules
        if attestation_path(rule.id) in (read or ())
    ]
    data["attestations"] = {}
    for rule in duties:
        data["attestations"][f"{COMMENT} {rule.id}"] = rule.statement
        data["attestations"][rule.id] = dict.fromkeys(facts_of(Attestation))
    return data


def _skeleton(cls: Any, read: set[str] | None) -> dict[str, Any]:
    data: dict[str, Any] = {}
    facts, sections = facts_of(cls), sections_of(cls)
    for name in [field.name for field in attrs.fields(cls)]:
        if name in sections and (inner := _skeleton(sections[name], read)):
            data[name] = inner
        elif name in facts:
            fact = facts[name]
            inner_read = read is None or any(path.startswith(f"{fact.path}[]") for path in read)
            if (
                read is not None
                and fact.path not in read
                and not isinstance(fact, Text)
                and not (isinstance(fact, Records) and inner_read)
            ):
                continue
            silence = f"; left out, it is `{fact.left_out}`" if fact.left_out is not None else ""
            data[f"{COMMENT} {name}"] = f"{fact.question} ({fact.accepts}{silence})"
            data[name] = None if fact.left_out is None else str(fact.left_out)
            if isinstance(fact, Records):
                data[f"{COMMENT} {name}, each"] = [_skeleton(fact.record_type, read)]
    return data
