"""How many questions lead from nothing known to a settled outcome, told with the facts of the scenarios.

Run from the root of the project: `python tests/benchmarks/interviews.py [POLICY ...]`. Of
some scenarios whose outcome is settled the place is known; then the first question is
answered as the case does, or "not known", until the outcome is settled. Facts of records
are asked one by one. Nothing is asserted.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from test_scenarios import SCENES, Scene

from aigovkit import paths
from aigovkit.answers import Outcome
from aigovkit.models import Agency, Case
from aigovkit.models.case import LISTS

MOST = 300
"""So many questions, and an interview is given up."""

SAMPLE = 8
"""About so many scenarios of each policy are taken, evenly over all."""


def answer(case: Case, path: str) -> Any:
    """What a case says of a path; None where it says nothing. Of a list, records with nothing known."""
    if path.startswith("attestations."):
        return case.attestations.get(path.removeprefix("attestations."))
    value = paths.value_at(case, path)
    return [type(one)() for one in value] if value and path in LISTS else value


def interview(scene: Scene) -> Iterator[str]:
    """The paths that are asked."""
    full = scene.evaluation
    known = Case(agency=Agency(place=full.case.agency.place))
    for _ in range(MOST):
        result = full.policy.evaluate(known, as_of=full.as_of)
        asked = () if result.outcome is not Outcome.UNDETERMINED else result.questions
        question = next((one for one in asked if not one.asked and not one.parameter), None)
        if question is None:
            return
        yield question.fact
        said = answer(full.case, question.fact)
        known = (
            known.with_not_known(question.fact) if said is None else known.with_answer(question.fact, said)
        )


def main() -> None:
    """Print the figures, policy by policy."""
    wanted = sys.argv[1:]
    policies = dict.fromkeys(scene.policy_id for scene in SCENES)
    for policy in policies:
        if wanted and policy not in wanted:
            continue
        files = {
            scene.name.partition(":")[0]: scene for scene in reversed(SCENES) if scene.policy_id == policy
        }
        settled = [one for one in files.values() if one.evaluation.outcome is not Outcome.UNDETERMINED]
        settled = settled[:: max(1, len(settled) // SAMPLE)]
        start = time.perf_counter()
        counts = sorted(len([*interview(scene)]) for scene in settled)
        seconds = time.perf_counter() - start
        if counts:
            middle = statistics.median(counts)
            each = seconds / max(1, sum(counts))
            print(
                f"{policy}: {len(counts)} scenarios, {counts[0]} to {counts[-1]} questions, "
                f"{middle:g} in the middle; {each * 1000:.0f} ms for each"
            )


if __name__ == "__main__":
    main()
