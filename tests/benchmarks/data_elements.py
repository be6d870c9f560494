"""How the work grows with the data elements of a case: ten, a hundred and a thousand.

Run from the root of the project: `python tests/benchmarks/data_elements.py`. It
prints the processor time of each step, and what one element costs beside one of a
hundred; about 1 is linear. Nothing is asserted.
"""

from __future__ import annotations

import datetime
import functools
import gc
import time
from collections.abc import Callable

from aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data import PII_POLICY
from aigovkit.models import Actor, Agency, Case, Data, DataCategory, DataElement

DAY = datetime.date(2026, 1, 20)
SIZES = (10, 100, 1_000)
RUNS = 2


def case_of(number: int) -> Case:
    """A case with that many elements of all kinds, most of it known."""
    kinds = list(DataCategory)
    elements = [
        DataElement(
            name=f"column {index}",
            category=kinds[index % len(kinds)],
            subjects=["employees" if index % 3 else "residents"],
            identifies_person=True,
            regimes=[],
            designated_sensitive=False,
            kept_as=["agency_server"],
        )
        for index in range(number)
    ]
    return Case(
        agency=Agency(place="us-nm/albuquerque"),
        actor=Actor(role="staff", device="agency"),
        data=Data(elements=elements, system_changes=[]),
        incidents=[],
        waivers=[],
    )


def least(work: Callable[[], object]) -> float:
    """The least processor time of some runs, in seconds."""
    times = []
    for _ in range(RUNS):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


STEPS: dict[str, Callable[[Case], object]] = {
    "outcome": lambda case: PII_POLICY.evaluate(case, as_of=DAY).outcome,
    "findings": lambda case: PII_POLICY.evaluate(case, as_of=DAY).findings,
    "classes": lambda case: PII_POLICY.evaluate(case, as_of=DAY).classified,
    "records": lambda case: [one.records for one in PII_POLICY.evaluate(case, as_of=DAY).findings],
    "duties": lambda case: PII_POLICY.evaluate(case, as_of=DAY).duties,
    "questions": lambda case: PII_POLICY.evaluate(case, as_of=DAY).questions,
    "JSON": lambda case: PII_POLICY.evaluate(case, as_of=DAY).to_json(),
}


def main() -> None:
    """Print the times and what they grow by."""
    start = time.process_time()
    PII_POLICY.evaluate(case_of(1), as_of=DAY)
    print(f"compile: {time.process_time() - start:.2f} s")
    PII_POLICY.evaluate(case_of(1), as_of=DAY).to_json()  # What is compiled when it is first asked for.
    cases = {size: case_of(size) for size in SIZES}
    for name, work in STEPS.items():
        taken = {size: least(functools.partial(work, case)) for size, case in cases.items()}
        for_one = {size: seconds / size for size, seconds in taken.items()}
        told = (
            f"{size:,}: {taken[size] * 1000:.0f} ms (x{for_one[size] / for_one[100]:.2f})" for size in SIZES
        )
        print(f"{name}: {', '.join(told)}", flush=True)


if __name__ == "__main__":
    main()
