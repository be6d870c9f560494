"""All benchmarks in one table.

    python tests/benchmarks/run.py

It measures the `aigovkit` that this Python imports: an installed one, or, with
`PYTHONPATH=.`, the one in the working directory. `pip install -e '.[bench]'`
brings the engines it is compared with; one that is absent is reported as not
installed. Names after the command choose some of the benchmarks:

    python tests/benchmarks/run.py slice imports

Times depend on the machine and say little by themselves; the ratios come from
one run, in which everything compared takes turns. The targets are those the
kit holds itself to. Nothing fails when one is missed: the table says so.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import platform
import sys

import measure

import aigovkit

BENCHMARKS = ("slice", "imports", "policies", "whole_kit", "concepts", "memory")


def versions() -> str:
    """What was measured, and with what."""
    found = [f"aigovkit {aigovkit.__version__}"]
    for name in ("attrs", "hashimori", "zen-engine", "cedarpy"):
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            found.append(f"{name} not installed")
    return ", ".join(found)


def main(names: list[str]) -> int:
    if unknown := [name for name in names if name not in BENCHMARKS]:
        print(
            f"no benchmark is called {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}", file=sys.stderr
        )
        return 2
    print(f"Python {platform.python_version()} on {platform.machine()}; {versions()}")
    for name in names or BENCHMARKS:
        measure.show(importlib.import_module(name).sections())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
