"""A case, and an agency file, to start from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from aigovkit.facts import Records, Text, facts_of, sections_of
from aigovkit.facts.codecs import COMMENT
from aigovkit.json.limits import AGENCY_FILE, CASE
from aigovkit.models import AgencyFile, Attestation, Case
from aigovkit.paths import attestation_path
from aigovkit.policies import Policy
from aigovkit.rules import Duty, Rule

HOW = "Fill in what is known; null, or leaving a line out, says unknown. Lines like this one are comments."


def skeleton(policies: list[Policy] | None = None) -> dict[str, Any]:
    """A case in which everything is unknown, with each question as a comment above its fact.

    With policies, only what they read is in it.

    .. versionadded:: 0.1.0
    """
    read = _read(policies)
    data: dict[str, Any] = {"schema": CASE, f"{COMMENT} how": HOW, **_skeleton(Case, read)}
    return {**data, "attestations": _attested(_duties(policies))}


def agency_file_skeleton(policies: list[Policy] | None = None) -> dict[str, Any]:
    """An agency file in which everything is unknown, with each question as a comment above its fact.

    With policies, what they read of the agency is in it, and the duties that are the agency's own.

    .. versionadded:: 0.1.0
    """
    read = _read(policies)
    data: dict[str, Any] = {"schema": AGENCY_FILE, f"{COMMENT} how": HOW, **_skeleton(AgencyFile, read)}
    standing = [rule for rule in _duties(policies) if isinstance(rule, Duty) and rule.standing]
    return {**data, "attestations": _attested(standing)}


def _read(policies: list[Policy] | None) -> set[str] | None:
    """The paths of what policies read; None, for everything, without them."""
    if policies is None:
        return None
    return {path for policy in policies for paths in policy.rulebook.facts_used.values() for path in paths}


def _duties(policies: list[Policy] | None) -> list[Rule]:
    """The rules of which it is asked whether they are done, by an attestation of their own."""
    read = _read(policies) or ()
    return [rule for policy in policies or () for rule in policy.rules if attestation_path(rule.id) in read]


def _attested(rules: Sequence[Rule]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for rule in rules:
        found[f"{COMMENT} {rule.id}"] = rule.statement
        found[rule.id] = dict.fromkeys(facts_of(Attestation))
    return found


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
