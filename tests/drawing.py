"""How random things are drawn: by Hypothesis, or thousands a second by dice.

What is put together from many draws is written as plain functions of `draw`,
which are far quicker than strategies made anew at each step, and which dice can
throw as well. All of them choose by `pick`.
"""

from __future__ import annotations

import functools
import os
import random
from collections.abc import Sequence
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st


def examples(number: int) -> int:
    """So many examples of a property, or the share of them, in percent, that AIGOVKIT_EXAMPLES asks for."""
    return max(1, number * int(os.environ.get("AIGOVKIT_EXAMPLES", "100")) // 100)


# One profile for everyone. In continuous integration the examples are the same
# every time, so that a red build is red again when it is looked into; what was
# tried once with all of them may be tried again with fewer.
settings.register_profile(
    "aigovkit",
    max_examples=examples(60),
    deadline=None,
    derandomize="CI" in os.environ,
    phases=[
        Phase.explicit,
        Phase.reuse,
        Phase.generate,
        Phase.shrink,
    ],  # An explanation of these examples takes minutes.
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
settings.load_profile("aigovkit")

SEEDS = st.integers(0, 2**32 - 1)
"""Where dice start. A property thrown by dice draws one, and throws some hundreds of times from there."""


class Dice:
    """Draws as Hypothesis does, without remembering: hundreds of times as quick, and nothing is shrunk."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def __call__(self, strategy: Any) -> Any:
        """A draw from what `pick` asks for."""
        return self.random.randrange(_SIZES[strategy])


_SIZES: dict[Any, int] = {}


@functools.cache
def _below(number: int) -> st.SearchStrategy[int]:
    strategy = st.integers(0, number - 1)
    _SIZES[strategy] = number
    return strategy


def pick(draw: Any, options: Sequence[Any]) -> Any:
    """One of several, the first of them the simplest."""
    return options[draw(_below(len(options)))]


def some(draw: Any, options: Sequence[Any], least: int, most: int) -> list[Any]:
    """A few different ones of several, in their order."""
    wanted = {draw(_below(len(options))) for _ in range(pick(draw, range(max(least, 1), most + 1)))}
    return [option for position, option in enumerate(options) if position in wanted]


def flip(draw: Any) -> bool:
    """True or false."""
    return bool(draw(_below(2)))


def now_and_then(draw: Any, in_how_many: int) -> bool:
    """True once in so many times."""
    return bool(draw(_below(in_how_many)) == in_how_many - 1)
