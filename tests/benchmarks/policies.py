"""What a whole policy costs: each built-in one on each of the example cases.

Every figure is taken on a fresh evaluation, since an evaluation keeps what it
has worked out. The middle one and the longest of the cases are shown.

Run alone with `python tests/benchmarks/policies.py`.
"""

from __future__ import annotations

import datetime
import statistics
from collections.abc import Iterator
from pathlib import Path

import measure
from measure import Row, Section, Statement

from aigovkit.engine.compile import compile_rulebook
from aigovkit.models import Case
from aigovkit.policies import Policy, find_policies

AS_OF = datetime.date(2026, 3, 2)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"
PARTS = {
    "evaluate": "evaluate(case, as_of=day)",
    "and its findings": "evaluate(case, as_of=day).findings",
    "and its questions": "evaluate(case, as_of=day).questions",
    "and its JSON": "evaluate(case, as_of=day).to_json()",
}


def examples() -> dict[str, Case]:
    """The example cases by name; without any, one case of which nothing is known."""
    return {path.stem: Case.load(path) for path in sorted(EXAMPLES.glob("*.json"))} or {
        "nothing known": Case()
    }


def rows(policy: Policy, cases: dict[str, Case]) -> Iterator[Row]:
    compiling = Statement(
        "compile_rulebook(rulebook)", {"compile_rulebook": compile_rulebook, "rulebook": policy.rulebook}
    )
    yield Row(
        f"compile its {len(policy.rules)} rules, once",
        measure.nanoseconds(measure.best_times({"": compiling}, rounds=3)[""]),
    )
    first = 0.0
    for part, text in PARTS.items():
        statements = {
            name: Statement(text, {"evaluate": policy.evaluate, "case": case, "day": AS_OF})
            for name, case in cases.items()
        }
        best = list(measure.best_times(statements, rounds=8).values())
        middle = statistics.median(best)
        first = first or middle
        yield Row(
            part,
            f"{measure.nanoseconds(middle)}, most {measure.nanoseconds(max(best))}",
            measure.times(middle / first),
        )


def sections() -> Iterator[Section]:
    cases = examples()
    found, _ = find_policies()
    judged = f"{len(cases)} cases" if len(cases) > 1 else next(iter(cases))
    for name, policy in found.items():
        yield Section(
            f"{name} on {judged}: the middle time, and the longest", rows(policy, cases), "× evaluate"
        )


if __name__ == "__main__":
    measure.show(sections())
