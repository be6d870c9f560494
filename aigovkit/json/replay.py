"""Working out a recorded evaluation again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from aigovkit import periods
from aigovkit.errors import (
    InputError,
    Problem,
    shown,
)
from aigovkit.json.decode import _step
from aigovkit.json.limits import EVALUATION
from aigovkit.json.tables import _JOINT, _PART, Table, evaluation_to_dict
from aigovkit.models import Case
from aigovkit.periods import Occurrence
from aigovkit.policies import Policy, PolicySet, find_policy

# Replaying


@attrs.frozen
class Replay:
    """Whether a recorded evaluation comes out the same again, and the JSON paths of what differs."""

    same: bool
    differences: tuple[str, ...]


def replay(
    record: str | bytes | Mapping[str, Any], case: Case, policies: Mapping[str, Policy] | None = None
) -> Replay:
    """Work out a recorded evaluation again, with its policies, readings, parameters and time, and say what
    differs.

    `policies` gives the policies by id when they are not among those that can be found.
    """
    old: Any = _decoded(record) if isinstance(record, str | bytes) else record
    if not isinstance(old, Mapping) or old.get("schema") != EVALUATION:
        given = old.get("schema") if isinstance(old, Mapping) else old
        raise InputError(
            "the record",
            [Problem("$.schema", shown(given), f"`{EVALUATION}` is the form this version reads")],
        )
    missing = _missing(old, "$", _JOINT if old.get("parts") else _PART)
    for at, part in enumerate(old["parts"]) if not missing else ():
        missing += _missing(part, f"$.parts[{at}]", _PART)
    if missing:
        raise InputError("the record", missing)
    parts = [_recorded(part, policies or {}) for part in (old["parts"] or [old])]
    as_of = periods.parse_moment(old["as_of"])
    if old["parts"]:
        new = evaluation_to_dict(PolicySet.of(*parts).evaluate(case, as_of=as_of))
    else:
        new = evaluation_to_dict(parts[0].evaluate(case, as_of=as_of, hypothetical=old["is_hypothetical"]))
    differences = tuple(_differences(old, new, "$"))
    return Replay(not differences, differences)


def _decoded(record: str | bytes) -> Any:
    try:
        return json.loads(record)
    except (ValueError, RecursionError) as error:
        raise InputError("the record", [Problem("$", shown(record), f"JSON text ({error})")]) from None


def _missing(record: Any, path: str, table: Table) -> list[Problem]:
    """What a record lacks, or has in a form that no evaluation has."""
    if not isinstance(record, Mapping):
        return [Problem(path, shown(record), "an object: a recorded evaluation")]
    kinds = {
        "as_of": (str, "a day or an instant"),
        "parts": (list, "a list"),
        "policy": (str, "the id of a policy"),
        "readings": (Mapping, "an object"),
        "parameters": (Mapping, "an object"),
        "is_hypothetical": (bool, "true or false"),
    }
    return [
        Problem(f"{path}.{key}", shown(record[key]) if key in record else "", kind)
        for key, (type_, kind) in kinds.items()
        if key in table and not isinstance(record.get(key), type_)
    ]


def _recorded(part: Mapping[str, Any], policies: Mapping[str, Policy]) -> Policy:
    policy = policies.get(part["policy"]) or find_policy(part["policy"])
    kinds = {parameter.name: parameter for parameter in policy.rulebook.parameters}
    values = {name: parameter_value(kinds.get(name), value) for name, value in part["parameters"].items()}
    return policy.read(**part["readings"]).given(**values)


def parameter_value(parameter: Any, value: Any) -> Any:
    """The value of a parameter from its JSON form or from the words of a command line."""
    from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter

    if isinstance(parameter, EventParameter) and isinstance(value, str):
        return Occurrence.NEVER if value == "never" else periods.parse_moment(value)
    if isinstance(parameter, BooleanParameter) and value in ("true", "false"):
        return value == "true"
    if (
        isinstance(parameter, CountParameter)
        and isinstance(value, str)
        and value.isdecimal()
        and len(value) <= 15
    ):
        return int(value)
    return value


def _differences(old: Any, new: Any, path: str) -> Iterator[str]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in dict.fromkeys([*old, *new]):
            if (key in old) is not (key in new):
                yield _step(path, key)
            else:
                yield from _differences(old[key], new[key], _step(path, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _differences(one, other, f"{path}[{index}]")
    elif old != new:
        yield path
