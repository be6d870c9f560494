"""The whole kit on one case: every policy of the index together, and those that reach its place.

The example cases, those of the inventory, and cases of which nothing is known but the place,
beside the six prohibitions in plain Python (see `slice`): how many times as
long it takes to judge by all policies at once, as far as the outcome. What a
policy of another place adds is held against what it costs on a case of its own.

Run alone with `python tests/benchmarks/whole_kit.py`.
"""

from __future__ import annotations

import datetime
import statistics
from collections.abc import Iterator

import measure
from measure import Row, Section, Statement
from policies import EXAMPLES, examples
from slice import CLEAR, as_case, judged_by_hand

from aigovkit.models import Case
from aigovkit.policies import Policy, PolicySet, find_policies, reaching

INVENTORY = EXAMPLES.parent / "albuquerque-inventory"
AS_OF = datetime.date(2028, 8, 1)
MOST = 800
"""How many times as long as the six prohibitions by hand the whole kit may take."""
MOST_ELSEWHERE = 0.05
"""What of the time on a case of its own a policy may take on a case of another place."""
SIGNED = {"signed_on": datetime.date(2027, 5, 3)}


def everything() -> PolicySet:
    """All policies, those that wait for a day in force."""
    found, _ = find_policies()
    return PolicySet.of(*map(in_force, found.values()))


def in_force(policy: Policy) -> Policy:
    """A policy, with the day it was signed on where it has one."""
    names = {one.name for one in policy.rulebook.parameters}
    return policy.given(**{name: value for name, value in SIGNED.items() if name in names})


def cases(places: list[str]) -> dict[str, list[Case]]:
    """The example cases, those of the inventory, and of each place a case of which nothing else is known."""
    inventory = [Case.load(path) for path in sorted(INVENTORY.glob("*.json")) if path.stem != "agency-file"]
    arizona = [case for case in examples().values() if (case.agency.place or "").startswith("us-az")]
    others = [case for case in examples().values() if case not in arizona]
    several = {"examples of San José": others, "examples of Arizona": arizona, "the inventory": inventory}
    blank = {f"nothing known but {place}": [Case().with_answer("agency.place", place)] for place in places}
    return several | blank


def rows() -> Iterator[Row]:
    together = everything()
    places = sorted({one.place for one in together if one.place})
    yield Row(f"{len(together)} policies", f"{len(together.rules)} rules")
    by_hand = Statement("judge(given)", {"judge": judged_by_hand, "given": as_case(CLEAR)})
    names = {"evaluate": together.evaluate, "day": AS_OF}
    several = cases(places)
    statements = {
        f"{name}/{number}": Statement("evaluate(case, as_of=day).outcome", {**names, "case": case})
        for name, listed in several.items()
        for number, case in enumerate(listed)
    }
    best = measure.best_times({"by hand": by_hand, **statements}, rounds=60)
    floor = best["by hand"]
    yield Row("plain Python, the six prohibitions", measure.nanoseconds(floor), measure.times(1))
    for name, listed in several.items():
        taken = sorted(best[f"{name}/{number}"] for number in range(len(listed)))
        for which, time in {"middle": statistics.median(taken), "longest": taken[-1]}.items():
            if len(taken) > 1 or which == "longest":
                label = f"{name}, the {which} of {len(taken)}" if len(taken) > 1 else name
                held = measure.at_most(time / floor, MOST)
                yield Row(label, measure.nanoseconds(time), measure.times(time / floor), *held)


def elsewhere() -> Iterator[Row]:
    """What each policy takes on a case of another place, beside one of its own of which nothing is known."""
    for policy in everything():
        own = Case().with_answer("agency.place", policy.place)
        other = Case().with_answer("agency.place", "us-ny/albany")
        names = {"evaluate": policy.evaluate, "day": AS_OF}
        best = measure.best_times(
            {
                name: Statement("evaluate(case, as_of=day).outcome", {**names, "case": case})
                for name, case in (("own", own), ("other", other))
            },
            rounds=40,
        )
        ratio = best["other"] / best["own"]
        yield Row(
            policy.id,
            f"{measure.nanoseconds(best['own'])} → {measure.nanoseconds(best['other'])}",
            measure.times(ratio),
            *measure.at_most(ratio, MOST_ELSEWHERE),
        )


def place_by_place() -> Iterator[Row]:
    """All policies on a case of a place, beside those alone that reach it."""
    together = everything()
    for place in sorted({one.place for one in together if one.place}):
        case = Case().with_answer("agency.place", place)
        here = PolicySet.of(*map(in_force, reaching(place)))
        best = measure.best_times(
            {
                name: Statement(
                    "evaluate(case, as_of=day).outcome",
                    {"evaluate": made.evaluate, "day": AS_OF, "case": case},
                )
                for name, made in (("here", here), ("all", together))
            },
            rounds=40,
        )
        several = f"{len(here)} of {len(together)} policies"
        times = f"{measure.nanoseconds(best['here'])} → {measure.nanoseconds(best['all'])}"
        yield Row(f"{place}, {several}", times, measure.times(best["all"] / best["here"]))


def sections() -> Iterator[Section]:
    yield Section("The whole kit on one case, as far as the outcome", rows(), "× plain")
    yield Section(
        "A policy on a case of its own → of another place, nothing else known", elsewhere(), "× own"
    )
    yield Section("By the policies that reach a place → by all", place_by_place(), "× alone")


if __name__ == "__main__":
    measure.show(sections())
