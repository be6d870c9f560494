"""What importing the kit costs, beside attrs, on which it stands.

Each import runs in a fresh interpreter that reports the processor time of the
import statement alone, without the start of the interpreter. They take turns.
The bytecode of all of them is cached beforehand, in a directory of its own.

The kit loads its parts on first use. So the import by itself says little; the
rows below it say what the first use of each part adds up to.

Run alone with `python tests/benchmarks/imports.py`.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator

import measure
from measure import Row, Section

ROUNDS = 30
LIMIT = 1.2

ATTRS, KIT = "import attrs", "import aigovkit"
STATEMENTS = {
    ATTRS: ATTRS,
    KIT: KIT,
    "... and its Case": "import aigovkit; aigovkit.Case",
    "... and what policies are written with": "import aigovkit; aigovkit.Case, aigovkit.policy, "
    "aigovkit.Evaluation",
    "... and one evaluation by a built-in policy": "import aigovkit, datetime; "
    "aigovkit.find_policy('us-ca/san-jose/ai-policy').evaluate(aigovkit.Case(), as_of=datetime.date(2026, 3, "
    "2))",
    "... and reading a case from JSON": 'import aigovkit; aigovkit.Case.from_json(\'{"schema": '
    '"aigovkit/case/1"}\')',
}
HEAVY = ("cattrs", "dateutil", "aigovkit.jurisdictions")
"""What the import by itself must not load."""

CHILD = """
import json, sys, time
start = time.process_time()
{statement}
taken = time.process_time() - start
print(json.dumps({{"taken": taken, "loaded": [name for name in {heavy!r} if name in sys.modules]}}))
"""


def run(statement: str, cache: str) -> tuple[float, list[str]]:
    """The processor time of a statement in a fresh interpreter, in nanoseconds, and the heavy modules it
    loaded.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = cache
    program = CHILD.format(statement=statement, heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    answer = json.loads(done.stdout)
    return answer["taken"] * 1e9, answer["loaded"]


def rows() -> Iterator[Row]:
    taken: dict[str, list[float]] = {label: [] for label in STATEMENTS}
    loaded: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as cache:
        for turn in range(ROUNDS + 1):
            for label, statement in STATEMENTS.items():
                time, loaded[label] = run(statement, cache)
                if turn:  # The first turn fills the cache.
                    taken[label].append(time)
    least = {label: min(times) for label, times in taken.items()}
    for label, times in taken.items():
        ratio = least[label] / least[ATTRS]
        held = measure.at_most(ratio, LIMIT) if label == KIT else ("", "")
        figure = (
            f"{measure.nanoseconds(least[label])}, median {measure.nanoseconds(statistics.median(times))}"
        )
        yield Row(label, figure, measure.times(ratio), *held)
    for name in HEAVY:
        found = name in loaded[KIT]
        yield Row(f"{KIT} loads {name}", "yes" if found else "no", "", "no", "misses" if found else "meets")


def sections() -> Iterator[Section]:
    yield Section(
        f"Import, processor time in {ROUNDS} fresh interpreters each, the least first", rows(), "× attrs"
    )


if __name__ == "__main__":
    measure.show(sections())
