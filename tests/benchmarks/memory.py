"""Whether memory stays level while a stream of cases is judged.

A generator draws 100,000 cases, with facts known and unknown, from a fixed
seed; `evaluate_many` judges them one by one in a process of its own, and
nothing is kept but a count of the outcomes. Once only the outcome is read, once
the findings as well, which refer back to their evaluation.

Run alone with `python tests/benchmarks/memory.py`.
"""

from __future__ import annotations

import datetime
import functools
import multiprocessing
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import measure
from measure import Row, Section

from aigovkit import facts
from aigovkit.facts import DeclaredFact, Record, Vocabulary
from aigovkit.models import Attestation, Attestations, Case, Incident
from aigovkit.periods import Occurrence, Period
from aigovkit.policies import find_policy

POLICY = "us-ca/san-jose/ai-policy"
AS_OF = datetime.date(2026, 3, 2)
MARKS = (10_000, 50_000, 100_000)
SEED = 20260302
KNOWN = 0.7
"""How likely it is that a fact is known."""
RECORDS = 1000
"""How many records are drawn of each kind; the cases combine them."""


def _day(draw: random.Random) -> datetime.date:
    return datetime.date(2024, 1, 1) + datetime.timedelta(days=draw.randrange(1000))


def _instant(draw: random.Random) -> datetime.datetime:
    start = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    return start + datetime.timedelta(seconds=draw.randrange(1000 * 86_400))


def _terms(draw: random.Random, vocabulary: type[Vocabulary]) -> list[Vocabulary]:
    return [term for term in vocabulary if draw.random() < 0.3]


def drawing(fact: DeclaredFact) -> Callable[[random.Random], Any]:
    """How a value of a fact is drawn."""
    match fact:
        case facts.Boolean():
            return lambda draw: draw.random() < 0.5
        case facts.Term(vocabulary=vocabulary):
            words = [*vocabulary]
            return lambda draw: draw.choice(words)
        case facts.Terms(vocabulary=vocabulary):
            return lambda draw: _terms(draw, vocabulary)
        case facts.Event():
            return lambda draw: draw.choice(
                [_day(draw), _instant(draw), Occurrence.NEVER, Occurrence.UNDATED]
            )
        case facts.Events():
            return lambda draw: [_day(draw) for _ in range(draw.randrange(4))]
        case facts.Money():
            return lambda draw: Decimal(draw.randrange(10**8)) / 100
        case facts.Count():
            return lambda draw: draw.randrange(1000)
        case facts.Duration():
            return lambda draw: Period(days=draw.randrange(1000))
        case facts.Provisions():
            return lambda draw: [f"RUR-{draw.randrange(9)}" for _ in range(draw.randrange(3))]
        case facts.Place():
            return lambda draw: draw.choice(
                ["us-ca/san-jose", "us-ca/san-jose", "us-ca/san-jose", "us-az/tucson"]
            )
        case facts.Records(record_type=record):
            return lambda draw: [_record(record, draw) for _ in range(draw.randrange(3))]
        case _:
            return lambda draw: f"text {draw.randrange(10**6)}"


def _record(record: type[Record], draw: random.Random) -> Any:
    """A record of which some facts are known."""
    return record(**{name: value(draw) for name, value in _drawings(record) if draw.random() < KNOWN})


@functools.cache
def _drawings(record: type[Record]) -> list[tuple[str, Callable[[random.Random], Any]]]:
    return [(name, drawing(fact)) for name, fact in facts.facts_of(record).items()]


def cases(number: int, provisions: Sequence[str]) -> Iterator[Case]:
    """Cases from the fixed seed, each put together when it is asked for, from records drawn beforehand."""
    draw = random.Random(SEED)
    drawn = {
        name: [_record(section, draw) for _ in range(RECORDS)]
        for name, section in facts.sections_of(Case).items()
    }
    incidents = [[_record(Incident, draw) for _ in range(draw.randrange(3))] for _ in range(RECORDS)]
    for _ in range(number):
        yield Case(
            **{name: draw.choice(records) for name, records in drawn.items()},
            incidents=draw.choice(incidents),
            attestations=Attestations(
                {provision: Attestation(met=draw.random() < 0.5) for provision in draw.sample(provisions, 6)}
            ),
        )


def resident() -> int:
    """The memory the process holds, in bytes; where the system does not say, the most it has held."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def stream(reading: bool) -> tuple[list[int], float, dict[str, int]]:
    """Judge the cases: the memory held at each mark, the seconds taken, and how often each outcome came."""
    policy = find_policy(POLICY)
    outcomes: Counter[str] = Counter()
    held: list[int] = []
    start = time.perf_counter()
    source = cases(MARKS[-1], [rule.id for rule in policy.rules])
    for number, evaluation in enumerate(policy.evaluate_many(source, as_of=AS_OF), 1):
        outcomes[evaluation.outcome.word] += 1
        if reading and not evaluation.findings:
            raise AssertionError("an evaluation without findings")
        if number in MARKS:
            held.append(resident())
    return held, time.perf_counter() - start, dict(outcomes)


def rows(reading: bool) -> Iterator[Row]:
    try:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            held, seconds, outcomes = pool.submit(stream, reading).result()
    except ImportError:
        yield Row("memory held", "not measured: this system does not say")
        return
    for number, size in zip(MARKS, held, strict=True):
        yield Row(f"after {number:,} cases", f"{size / 2**20:,.1f} MiB")
    yield Row(f"growth from {MARKS[0]:,} to {MARKS[-1]:,}", f"{(held[-1] - held[0]) / 2**20:+,.1f} MiB")
    yield Row("time, the making of the cases included", f"{seconds:,.1f} s")
    for word, count in sorted(outcomes.items()):
        yield Row(f"outcome {word.replace('_', ' ')}", f"{count:,}")


def sections() -> Iterator[Section]:
    for reading, what in ((False, "outcomes read"), (True, "outcomes and findings read")):
        yield Section(f"Memory over {MARKS[-1]:,} cases through {POLICY}, {what}", rows(reading))


if __name__ == "__main__":
    measure.show(sections())
