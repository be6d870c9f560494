"""Working out a recorded evaluation again."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import cattrs

from aigovkit import periods
from aigovkit.errors import FactValueError, InstantError, UnknownNameError, did_you_mean
from aigovkit.json.limits import EVALUATION, LARGEST_RECORD, MOST_CONTAINERS_OF_A_RECORD, MOST_PARTS
from aigovkit.json.parse import over_bounds, parse
from aigovkit.json.problems import ROOT, EnoughError, Problems, inside
from aigovkit.json.tables import evaluation_to_dict
from aigovkit.language.parameters import BooleanParameter, CountParameter, EventParameter
from aigovkit.models import AgencyFile, Case
from aigovkit.periods import Moment, Occurrence
from aigovkit.policies import Policy, PolicySet, find_policy


@attrs.frozen
class Replay:
    """Whether a recorded evaluation comes out the same again, and the JSON paths of what differs.

    .. versionadded:: 0.1.0
    """

    same: bool
    differences: tuple[str, ...]


def replay(
    record: str | bytes | Mapping[str, Any],
    case: Case,
    policies: Mapping[str, Policy] | None = None,
    *,
    agency_file: AgencyFile | None = None,
) -> Replay:
    """Work out a recorded evaluation again, with its policies, readings, parameters and time, and say what
    differs.

    `policies` gives the policies by id when they are not among those that can be
    found, `agency_file` the agency file that the case was judged with. Raises
    InputError for what is no record of an evaluation, and where there is no such
    policy, reading or parameter as it names, with the path of each.

    .. versionadded:: 0.1.0
    """
    old = (
        parse(record, "the record", LARGEST_RECORD, exact=False)
        if isinstance(record, str | bytes)
        else record
    )
    problems = Problems("the record")
    try:
        made_by = _made_by(old, policies or {}, problems)
    except EnoughError:
        made_by = None
    if made_by is None or problems.found:
        raise problems.error()
    as_of, parts, is_joint = made_by
    if is_joint:
        together = PolicySet.of(*(policy for policy, _ in parts))
        hypothetical = all(taken_as_in_force for _, taken_as_in_force in parts)
        joint = together.evaluate(case, as_of=as_of, hypothetical=hypothetical, agency_file=agency_file)
        new = evaluation_to_dict(joint)
    else:
        [(policy, hypothetical)] = parts
        answer = policy.evaluate(case, as_of=as_of, hypothetical=hypothetical, agency_file=agency_file)
        new = evaluation_to_dict(answer)
    differences = tuple(_differences(old, new, ROOT))
    return Replay(not differences, differences)


# What of a record says how it was made. All else in it is what came out.


@attrs.frozen
class _Whole:
    as_of: Moment
    parts: list[Any]


@attrs.frozen
class _Part:
    policy: str
    readings: Mapping[str, Any]
    parameters: Mapping[str, Any]
    is_hypothetical: bool


_ACCEPTED: dict[Any, tuple[Any, str]] = {
    str: (str, "text"),
    bool: (bool, "true or false"),
    list[Any]: (list, "a list"),
    Mapping[str, Any]: (Mapping, "an object"),
    Moment: (str, "a day or an instant"),
}
"""What is accepted in a record for each type: the type it has there, and what is said of it."""


@functools.cache
def _converter() -> cattrs.Converter:
    """The one converter. It takes nothing for what it is not, and keeps the path of every error."""
    converter = cattrs.Converter(detailed_validation=True)
    for kind in _ACCEPTED:
        if isinstance(kind, type):
            converter.register_structure_hook(kind, _structure)
    converter.register_structure_hook_func(lambda kind: kind in _ACCEPTED, _structure)
    return converter


def _structure(value: Any, kind: Any) -> Any:
    accepted, words = _ACCEPTED[kind]
    if not isinstance(value, accepted):
        raise FactValueError("record", value, words)
    try:
        return periods.parse_moment(value) if kind == Moment else value
    except InstantError as error:
        raise FactValueError("record", value, words, str(error)) from None


def _structured(data: Any, kind: Any, path: str, problems: Problems) -> Any:
    """What a record says, as an instance of a kind; None where it does not say all of it."""
    if not isinstance(data, Mapping):
        problems.add_value(path, data, "takes an object: a recorded evaluation")
        return None
    try:
        return _converter().structure(data, kind)
    except cattrs.ClassValidationError as errors:
        for error, note in errors.group_exceptions()[0]:
            at = inside(path, note.name)
            if isinstance(error, FactValueError):
                problems.refuse(at, error)
            else:
                problems.add(at, f"is missing; it takes {_ACCEPTED[note.type][1]}")
        return None


def _made_by(
    old: Any, policies: Mapping[str, Policy], problems: Problems
) -> tuple[Moment, list[tuple[Policy, bool]], bool] | None:
    """What an evaluation was made by: its time, its policies, each with whether it is taken as in force, and
    whether they were joined. None where that cannot be read.
    """
    over = over_bounds(old, MOST_CONTAINERS_OF_A_RECORD)
    if over is not None:
        problems.add(*over)
        return None
    if not isinstance(old, Mapping) or old.get("schema") != EVALUATION:
        given = old.get("schema") if isinstance(old, Mapping) else old
        problems.add_value(f"{ROOT}.schema", given, f"`{EVALUATION}` is the form this version reads")
        return None
    whole: _Whole | None = _structured(old, _Whole, ROOT, problems)
    several = whole.parts if whole else []
    if len(several) > MOST_PARTS:
        problems.add(f"{ROOT}.parts", f"a list has at most {MOST_PARTS:,} parts, not {len(several):,}")
        return None
    placed = {inside(f"{ROOT}.parts", index): part for index, part in enumerate(several)} or {ROOT: old}
    parts = []
    for path, data in placed.items():
        part: _Part | None = _structured(data, _Part, path, problems)
        policy = part and _policy(part, policies, path, problems)
        if part and policy:
            parts.append((policy, part.is_hypothetical))
    return None if whole is None or problems.found else (whole.as_of, parts, bool(several))


def _policy(part: _Part, policies: Mapping[str, Policy], path: str, problems: Problems) -> Policy | None:
    """The policy of a part, with its readings and parameters; None where there is none such."""
    try:
        policy = policies.get(part.policy) or find_policy(part.policy)
    except UnknownNameError as error:
        hint = did_you_mean(part.policy, error.choices)
        problems.add_value(f"{path}.policy", part.policy, "takes the id of a policy", hint)
        return None
    ambiguities = {ambiguity.name: ambiguity for ambiguity in policy.rulebook.ambiguities}
    for name, reading in part.readings.items():
        at = inside(f"{path}.readings", name)
        if name not in ambiguities:
            problems.unknown_key(f"{path}.readings", name, ambiguities)
        elif not isinstance(reading, str) or reading not in ambiguities[name].readings:
            choices = ambiguities[name].readings
            accepted = "takes one of " + ", ".join(f"`{choice}`" for choice in choices)
            problems.add_value(at, reading, accepted, did_you_mean(reading, choices))
        else:
            policy = policy.read(**{name: reading})
    parameters = {parameter.name: parameter for parameter in policy.rulebook.parameters}
    for name, value in part.parameters.items():
        at = inside(f"{path}.parameters", name)
        if name not in parameters:
            problems.unknown_key(f"{path}.parameters", name, parameters)
            continue
        try:
            policy = policy.given(**{name: parameter_value(parameters[name], value)})
        except FactValueError as error:
            problems.refuse(at, error)
        except (InstantError, UnknownNameError) as error:
            problems.add_value(at, value, str(error))
    return policy


def parameter_value(parameter: Any, value: Any) -> Any:
    """The value of a parameter from its JSON form or from the words of a command line.

    What is no value of the parameter stays as it is, for the parameter to refuse.
    Raises InstantError for a day or an instant that is none.

    .. versionadded:: 0.1.0
    """
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
                yield inside(path, key)
            else:
                yield from _differences(old[key], new[key], inside(path, key))
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _differences(one, other, inside(path, index))
    elif old != new or isinstance(old, bool) is not isinstance(new, bool):
        yield path
