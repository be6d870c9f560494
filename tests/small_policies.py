"""Small policies to try the engine on."""

from __future__ import annotations

from typing import Any

import attrs
from strategies import (
    ORDER,
)

from aigovkit.engine import reference
from aigovkit.engine.settings import Compiled
from aigovkit.language.kinds import Condition
from aigovkit.models import (
    Case,
)
from aigovkit.policies import Policy, policy
from aigovkit.rules import (
    prohibition,
)

LA = "America/Los_Angeles"


def small(*entries: Any, id: str = "ruritania/small", time_zone: str = LA, **options: Any) -> Policy:
    """A policy of a few entries."""
    return policy(id, ORDER, time_zone=time_zone, entries=entries, **options)


def renamed(made: Policy, id: str) -> Policy:
    """The same policy, with its settings, under another id."""
    return attrs.evolve(made, rulebook=attrs.evolve(made.rulebook, id=id), compiled=Compiled())


def forbidding(*several: Condition, time_zone: str = LA, **options: Any) -> Policy:
    """A policy that forbids one thing, or each of several."""
    rules = [
        prohibition(f"P{number or ''}", ORDER.at("1"), "It is forbidden.", when=when, **options)
        for number, when in enumerate(several)
    ]
    return small(*rules, time_zone=time_zone)


def agrees(made: Policy, case: Case, as_of: Any, *, hypothetical: bool = False) -> None:
    """Assert that the compiled policy and the plain reference give the same outcome and the same verdicts."""
    answer = made.evaluate(case, as_of=as_of, hypothetical=hypothetical)
    situation = answer.situation
    assert reference.outcome(made.rulebook, situation) == (answer.at_least, answer.at_most)
    assert reference.verdicts(made.rulebook, situation) == answer.verdicts
