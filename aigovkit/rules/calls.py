"""Calls of builders: what they take, and the error that tells everything wrong with one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from aigovkit.calls import WORDS, wrong_names
from aigovkit.language.kinds import Times
from aigovkit.language.nodes import are_cells
from aigovkit.models.data import DataClass
from aigovkit.periods import Cadence
from aigovkit.rules.accepted import ACCEPTED, CONDITION, RECORDS
from aigovkit.rules.checks import QUANTITY, SAID, TEXT, TIME, Accepted, misfits, named, one_of, refuse
from aigovkit.rules.kinds import Rule, addressed
from aigovkit.rules.restatements import A_POLICY, RESTATES


def _listed(fits: Callable[[Any], Any]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list | tuple) and bool(fits(tuple(value)))


def _names_rules(value: Any) -> bool:
    several = value if isinstance(value, list | tuple) else [value]
    return bool(several) and all(isinstance(one, Rule | str) for one in several)


def _in_cents(accepted: Accepted) -> Accepted:
    return accepted._replace(
        fits=lambda value: type(value) is int or accepted.fits(value),
        words="a whole number of cents, or a quantity",
    )


OPTIONS = {
    **ACCEPTED,
    "left_open": ACCEPTED["left_open"]._replace(fits=_listed(ACCEPTED["left_open"].fits)),
    "to": ACCEPTED["to"]._replace(fits=_names_rules),
    "points": ACCEPTED["points"]._replace(
        fits=lambda value: are_cells(value) or ACCEPTED["points"].fits(value)
    ),
    "addressees": ACCEPTED["addressees"]._replace(
        fits=lambda value: isinstance(value, Mapping) and ACCEPTED["addressees"].fits(addressed(value))
    ),
    "bands": ACCEPTED["bands"]._replace(fits=_listed(ACCEPTED["bands"].fits)),
    "least": _in_cents(QUANTITY),
    "most": _in_cents(QUANTITY.or_none()),
    "means": CONDITION,
    "covers": CONDITION,
    "occurrences": Accepted(
        lambda value: isinstance(value, Times), WORDS["EventsFact | AttestedDays"]
    ).or_none(),
    "cadence": Accepted(lambda value: isinstance(value, Cadence), "a `Cadence`"),
    "since": TIME,
    "of": RECORDS,
    "falls_in": one_of(DataClass),
    "because": SAID._replace(words="the reason why no rule models it"),
    "pinpoint": TEXT,
    "restates": RESTATES._replace(fits=_names_rules),
    "policy": A_POLICY,
}
"""What the options of builders accept, by their names."""


def call_check(
    build: Any, options: Any, accepted: Mapping[str, Accepted] | None = None
) -> Callable[[tuple[Any, ...], Mapping[str, Any]], None]:
    """A function that refuses calls of a builder that do not fit.

    It is given what a call passes without names, and what it passes with them.

    `options` is the TypedDict of what the builder takes besides what it names. What builds
    no rule has `accepted` of its own, and what it makes checks its fields.
    """
    code = build.__code__
    ordered = list(code.co_varnames[: code.co_argcount])
    in_order = zip(ordered[::-1], (build.__defaults__ or ())[::-1], strict=False)
    defaults = {**dict(in_order), **(build.__kwdefaults__ or {})}
    names = [name for name in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount] if name != "self"]
    known = {*names, *(options.__optional_keys__ if options is not None else ())}
    required = {name for name in names if name not in defaults}
    # A rule checks its own fields; what is not passed on to one under its name is checked here.
    takes = OPTIONS if accepted is None else accepted
    own = {
        name: OPTIONS[name]
        for name in (names if accepted is None else ())
        if options is None or OPTIONS[name] is not ACCEPTED.get(name)
    }
    words = {name: f"it takes {takes[name].words}" for name in names if name in takes}

    def check(args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        passed = {**dict(zip(ordered, args, strict=False)), **kwargs}
        told_once = len(passed) == len(args) + len(kwargs)
        passed.pop("self", None)
        if told_once and required <= passed.keys() <= known and not misfits(_but(defaults, passed), own):
            return
        needed = [name for name in names if name in required]
        problems = [*wrong_names(build.__name__, ordered, [*known], needed, words, args, kwargs)]
        problems += misfits({k: v for k, v in _but(defaults, passed).items() if k in known}, takes)
        refuse(named(passed["id"]) if "id" in passed else f"`{build.__name__}`", problems)

    return check


def _but(defaults: Mapping[str, Any], passed: Mapping[str, Any]) -> dict[str, Any]:
    """What was passed and is not the default."""
    return {name: value for name, value in passed.items() if value is not defaults.get(name, OPTIONS)}
