"""Scales: the named steps an instrument has of its own, such as a priority, a track or a data level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, cast

import attrs

from aigovkit.calls import authored
from aigovkit.errors import PolicyError, UnknownNameError, shown
from aigovkit.models.risk import RiskTier

_ID = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*", re.ASCII)


def _named(id: object) -> str:
    return f"`{shown(id).strip(chr(39))}`"


@authored
@attrs.frozen
class Step:
    """One step of a scale: its id, its label, and what being on it means, in the instrument's terms.

    `risk` is the tier of risk it stands for, on a scale that ranks risk; a
    priority or a track ranks something else and has none.

    Raises PolicyError with everything that is wrong with the fields.

    .. versionadded:: 0.1.0
    """

    id: str
    label: str
    meaning: str = ""
    risk: RiskTier | None = None

    def __attrs_post_init__(self) -> None:
        texts = [name for name in ("id", "label", "meaning") if not isinstance(getattr(self, name), str)]
        problems = [f"`{name}` takes text, not `{shown(getattr(self, name))}`" for name in texts]
        if "id" not in texts and not _ID.fullmatch(self.id):
            problems.append(
                f"`id` takes lower-case words joined by `_`, such as `level_2`, not `{shown(self.id)}`"
            )
        if "label" not in texts and not self.label.strip():
            problems.append("`label` takes text that says something")
        risk: Any = self.risk
        if risk is not None and not isinstance(risk, RiskTier):
            problems.append(f"`risk` takes a `RiskTier`, such as `RiskTier.HIGH`, not `{shown(risk)}`")
        if problems:
            raise PolicyError.about(f"step {_named(self.id)}", problems)

    def __str__(self) -> str:
        return self.label


def _steps(value: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(value) if isinstance(value, list | tuple) else cast("Any", value)


@authored
@attrs.frozen
class Scale:
    """The steps of an instrument in their order, the lowest first, and what they are steps of.

    The `title` reads before a step: "Priority: High". What is high on one scale
    is nothing on another, so steps compare on their own scale only. On a scale of
    risk each step says for which `RiskTier` it stands, and these do not fall as
    the steps rise.

    Raises PolicyError with everything that is wrong with the fields.

    >>> PRIORITY = Scale("priority", "Priority", [Step("low", "Low"), Step("high", "High")])
    >>> PRIORITY.step("high").label, PRIORITY.ranks_risk
    ('High', False)
    >>> [step.id for step in PRIORITY.from_("low")]
    ['low', 'high']

    .. versionadded:: 0.1.0
    """

    id: str
    title: str
    steps: tuple[Step, ...] = attrs.field(converter=_steps)

    def __attrs_post_init__(self) -> None:
        if problems := self._problems():
            raise PolicyError.about(f"scale {_named(self.id)}", problems)

    def _problems(self) -> list[str]:
        problems = []
        if not isinstance(self.id, str) or not _ID.fullmatch(self.id):
            problems.append(f"`id` takes lower-case words joined by `_`, not `{shown(self.id)}`")
        if not isinstance(self.title, str) or not self.title.strip():
            problems.append(f"`title` takes text that says something, not `{shown(self.title)}`")
        several: Any = self.steps
        if not isinstance(several, tuple) or not all(isinstance(one, Step) for one in several):
            return [*problems, f"`steps` takes a list of `Step`, the lowest first, not `{shown(several)}`"]
        if len(several) < 2:
            problems.append("`steps` takes two or more; on one alone everything would stand")
        for name in ("id", "label"):
            seen = [getattr(step, name) for step in several]
            twice = dict.fromkeys(one for one in seen if seen.count(one) > 1)
            problems += [f"two steps have the {name} {_named(one)}" for one in twice]
        risks = [step.risk for step in several if step.risk is not None]
        if risks and len(risks) < len(several):
            without = ", ".join(f"`{step.id}`" for step in several if step.risk is None)
            problems.append(f"`risk` stands with all steps or with none; {without} has none")
        if risks != sorted(risks):
            problems.append("`risk` falls where the steps rise")
        return problems

    @property
    def ranks_risk(self) -> bool:
        """Whether its steps are tiers of risk, rather than of something else, such as priority."""
        return self.steps[0].risk is not None

    def step(self, id: str) -> Step:
        """The step of an id; UnknownNameError when the scale has none."""
        return self.steps[self.place(id)]

    def place(self, id: str) -> int:
        """Where a step stands, the lowest at 0; UnknownNameError when the scale has none of that id."""
        ids = [step.id for step in self.steps]
        if id not in ids:
            raise UnknownNameError(f"step of {self.id}", id, ids)
        return ids.index(id)

    def from_(self, id: str) -> Sequence[Step]:
        """A step and all above it."""
        return self.steps[self.place(id) :]

    def up_to(self, id: str) -> Sequence[Step]:
        """A step and all below it."""
        return self.steps[: self.place(id) + 1]
