"""This kit beside another checkout of it, such as an earlier commit, in one run.

    git worktree add ../earlier 76ab154
    python tests/benchmarks/against.py ../earlier

Each round asks both, in turn, in fresh interpreters, so that a slow moment of the
machine falls on both. Processor time counts, the least of the rounds; the ratios
are those of this checkout to the other. Every figure is taken on a fresh
evaluation, on the example cases and on cases of which nothing is known but the
agency's own place; the middle one and the longest are shown. The bill is judged
as signed, on a day on which all of it is in force.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import measure
from measure import Row, Section

HERE = Path(__file__).resolve().parents[2]
ROUNDS = 3

POLICIES = {
    "us-ca/san-jose/ai-policy": ({}, "2026-03-02", "us-ca/san-jose"),
    "us-az/digital-bill-of-rights": ({"signed_on": "2026-01-05"}, "2028-09-03", "us-az"),
}
TARGETS = {
    ("us-az/digital-bill-of-rights", "compile"): 0.6,
    ("us-az/digital-bill-of-rights", "first outcome"): 0.4,
    **{(policy, "evaluate"): 1.1 for policy in POLICIES},
    **{(policy, "findings"): 1.0 for policy in POLICIES},
    **{(policy, "summary"): 0.5 for policy in POLICIES},
    **{(policy, "JSON"): 0.5 for policy in POLICIES},
}

CHILD = """
import datetime, json, sys, time

start = time.process_time()
from aigovkit.models import Agency, Case
from aigovkit.policies import find_policy

parameters = {name: datetime.date.fromisoformat(day) for name, day in PARAMETERS.items()}
policy = find_policy(POLICY)
imported = time.process_time()
day = datetime.date.fromisoformat(DAY)
policy = policy.given(**parameters)
policy.evaluate(Case(), as_of=day).outcome
first = time.process_time()
if hasattr(Case, "load"):
    load = Case.load
else:
    from aigovkit.serialization import load_case as load
from aigovkit.engine.compile import compile_rulebook
import pathlib

cases = {path.stem: load(path) for path in sorted(pathlib.Path(EXAMPLES).glob("*.json"))}
cases["nothing known"] = Case()
cases["nothing known, own place"] = Case(agency=Agency(place=PLACE))

def least(work, times):
    found = []
    for _ in range(times):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)

def repeated(work, number):
    def run():
        for _ in range(number):
            work()
    return least(run, 5) / number

PARTS = {
    "evaluate": (lambda case: policy.evaluate(case, as_of=day), 100),
    "findings": (lambda case: policy.evaluate(case, as_of=day).findings, 50),
    "summary": (lambda case: policy.evaluate(case, as_of=day).summary(), 1),
    "JSON": (lambda case: policy.evaluate(case, as_of=day).to_json(), 1),
    "questions": (lambda case: policy.evaluate(case, as_of=day).questions, 1),
}
policy.evaluate(Case(), as_of=day).to_json()
taken = {
    "import": {"": imported - start},
    "first outcome": {"": first - imported},
    "import and first outcome": {"": first - start},
    "compile": {"": least(lambda: compile_rulebook(policy.rulebook), 3)},
}
for part, (work, number) in PARTS.items():
    slow = number == 1
    taken[part] = {
        name: least(lambda: work(case), 1) if slow else repeated(lambda: work(case), number)
        for name, case in cases.items()
    }
print(json.dumps(taken))
"""


def ask(checkout: Path, policy: str) -> dict[str, dict[str, float]]:
    """What a checkout takes for each part, by case, in seconds."""
    parameters, day, place = POLICIES[policy]
    named = {
        "POLICY": policy,
        "PARAMETERS": parameters,
        "DAY": day,
        "PLACE": place,
        "EXAMPLES": str(checkout / "examples" / "cases"),  # Each in the form that it reads.
    }
    program = "".join(f"{name} = {value!r}\n" for name, value in named.items()) + CHILD
    environment = {**os.environ, "PYTHONPATH": str(checkout), "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        # From its own folder, which comes before any other place where the kit is looked for.
        [sys.executable, "-c", program],
        cwd=checkout,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, dict[str, float]] = json.loads(done.stdout)
    return found


def rows(policy: str, other: Path) -> Iterator[Row]:
    """A row for the middle case and for the longest, part by part."""
    rounds = [(ask(other, policy), ask(HERE, policy)) for _ in range(ROUNDS)]
    for part in rounds[0][0]:
        then, now = (
            {case: min(one[side][part][case] for one in rounds) for case in rounds[0][0][part]}
            for side in (0, 1)
        )
        for label, choose in (("", statistics.median), (", the longest", max)):
            if label and len(then) == 1:
                continue
            before, after = choose(then.values()), choose(now.values())
            target = TARGETS.get((policy, part)) if not label else None
            held = measure.at_most(after / before, target) if target else ("", "")
            figure = f"{measure.nanoseconds(before * 1e9)} -> {measure.nanoseconds(after * 1e9)}"
            yield Row(part + label, figure, measure.times(after / before), *held)


def sections(other: Path) -> Iterator[Section]:
    """A section for each policy."""
    for policy in POLICIES:
        yield Section(policy, rows(policy, other), "× other")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "aigovkit").is_dir():
        sys.exit("usage: python tests/benchmarks/against.py CHECKOUT")
    measure.show(sections(Path(sys.argv[1]).resolve()))
