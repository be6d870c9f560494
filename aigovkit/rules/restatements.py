"""Restatements: provisions that only repeat others, and point there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import attrs

from aigovkit.citations import POLICY_ID, Citation, Force, Kind
from aigovkit.rules.accepted import ACCEPTED
from aigovkit.rules.checks import Accepted, given, misfits, named, refuse

A_POLICY = Accepted(
    lambda value: isinstance(value, str) and (not value or re.fullmatch(POLICY_ID, value, re.ASCII)),
    "the id of another policy, such as `ruritania/order`",
)
RESTATES = ACCEPTED["to"]._replace(words="the rules it repeats, or their ids")

_ACCEPTED = {
    **{name: ACCEPTED[name] for name in ("id", "citation", "statement", "note")},
    "restates": RESTATES,
    "policy": A_POLICY,
    "kind": ACCEPTED["kind"].or_none(),
    "force": ACCEPTED["force"].or_none(),
}


def _ids(value: Sequence[str]) -> Any:
    return tuple(value) if isinstance(value, list) else value


@attrs.frozen(kw_only=True)
class Restatement:
    """A provision that says again what others say, and asks nothing besides. See `restatement`.

    `restates` are their ids; `policy` is the one they stand in, where that is another.
    `kind` and `force` are None where they are those of what it restates.

    Raises PolicyError with everything that is wrong with the fields.

    .. versionadded:: 0.1.0
    """

    id: str
    citation: Citation
    statement: str
    restates: tuple[str, ...] = attrs.field(converter=_ids)
    policy: str = ""
    kind: Kind | None = None
    force: Force | None = None
    note: str = ""

    def __attrs_post_init__(self) -> None:
        problems = misfits(given(self), _ACCEPTED)
        if not problems and self.policy and self.kind is None:
            problems = [f"what it restates stands in `{self.policy}`; say here of which `kind` it is"]
        refuse(named(self.id), problems)
