"""Calls of what policies are written with: what is missing or misnamed is told, all of it at once."""

import datetime
import pickle

import pytest

from aigovkit import authoring, papers
from aigovkit.authoring import Cadence, Commencement, Day, Points, Scale, Source, all_of, part, policy
from aigovkit.calls import authored
from aigovkit.errors import AigovkitError, PolicyError

MADE_BY_OTHERS = {
    "Condition",
    "as_condition",
    "DataClass",
    "Definition",
    "Duty",
    "Entry",
    "ExceptionRule",
    "Force",
    "Kind",
    "Occurrence",
    "Part",
    "Policy",
    "Provision",
    "Quantity",
    "Restatement",
    "RiskTier",
    "Rule",
    "Time",
}
"""What hardly an author calls: the builders do it, or it is a list of words or a name of types."""

CALLED = sorted(name for name in authoring.__all__ if callable(getattr(authoring, name)))


@pytest.mark.parametrize("name", [name for name in CALLED if name not in MADE_BY_OTHERS])
def test_a_misnamed_argument_is_an_error_of_the_kit(name):
    """Whatever policies are written with says of an argument that it has none of that name."""
    with pytest.raises(PolicyError, match=f"`{name}` has no option `nonsens`"):
        getattr(authoring, name)(nonsens=1)


@pytest.mark.parametrize("name", ["Element", "Line", "Paper", "Section"])
def test_so_it_is_for_papers(name):
    """What papers are made of says so too."""
    with pytest.raises(PolicyError, match=f"`{name}` has no option `nonsens`"):
        getattr(papers, name)(nonsens=1)


def told(call, *args, **kwargs):
    """The lines of what is wrong with a call."""
    with pytest.raises(PolicyError) as refused:
        call(*args, **kwargs)
    return str(refused.value).splitlines()


def test_a_policy_says_what_it_lacks_and_what_is_wrong_besides():
    """`policy` tells what is misnamed, missing and of a wrong type at once."""
    id_wanted = "lower-case words with hyphens, parts divided by `/`, such as `ruritania/order`"
    assert told(policy, "Rur", Source("Order", issuer="R"), entires=[], time_zones="Europe/Berlin") == [
        "`Rur` has 5 problems:",
        "  `policy` has no option `entires`; did you mean `entries` or `notes`?",
        "  `policy` has no option `time_zones`; did you mean `time_zone`?",
        "  `time_zone` is missing; it takes an IANA name such as `America/Denver`",
        "  `entries` is missing; it takes a list of rules and provisions, at least one",
        f"  `id` takes {id_wanted}, not `'Rur'`",
    ]


def test_what_a_policy_takes_from_any_iterable_is_no_problem_of_its_call():
    """Entries may come from a generator, which no look at the call uses up."""
    order = Source("Order", issuer="R")
    entries = (
        part(order).unmodelled(f"RUR-{n}", f"{n}", kind=authoring.Kind.RIGHT, because="No.") for n in "12"
    )
    assert len(policy("rur/order", order, time_zone="UTC", entries=entries).entries) == 2
    assert told(policy, "rur/order", order, entries=(one for one in ())) == [
        "`rur/order`: `time_zone` is missing; it takes an IANA name such as `America/Denver`"
    ]


def test_a_part_says_what_it_lacks_and_what_is_wrong_besides():
    """`part` tells what is misnamed, missing and of a wrong type at once."""
    assert told(part, prefix=3, bearers="x") == [
        "`part` has 3 problems:",
        "  `part` has no option `bearers`; did you mean `bearer`?",
        "  `source` is missing; it takes a `Source`",
        "  `prefix` takes text, not `3`",
    ]


@pytest.mark.parametrize(
    ("call", "lines"),
    [
        (
            lambda: Source("Order", isuer="R"),
            ["did you mean `issuer`?", "`issuer` is missing"],
        ),
        (lambda: Commencement("the Order", Day(datetime.date(2026, 1, 1))), ["`citation` is missing"]),
        (lambda: Cadence(), ["`every` is missing; it takes a `Period`, such as `Period(months=1)`"]),
        (lambda: Points(), ["`cells` is missing; it takes a list of pairs of a condition and its points"]),
        (lambda: Scale("a", "A"), ["`steps` is missing; it takes a list of steps"]),
        (
            lambda: Source("Order", "R"),
            ["only `title` can come without a name"],
        ),
        (lambda: all_of(conditions=[]), ["`all_of` has no option `conditions`"]),
    ],
)
def test_each_says_what_it_wants(call, lines):
    """Of what is missing it is said what it takes, and of what is misnamed what was meant."""
    text = "\n".join(told(call))
    for line in lines:
        assert line in text


def test_what_goes_wrong_further_in_is_left_as_it_is():
    """An error inside a call that fits is no error of the call."""

    @authored
    def broken(number):
        return number + ""

    with pytest.raises(TypeError) as raised:
        broken(1)
    assert not isinstance(raised.value, AigovkitError)


def test_what_is_wrapped_is_still_itself():
    """Functions that look at their calls are pickled and found under their names."""
    assert pickle.loads(pickle.dumps(all_of)) is all_of
    assert (policy.__name__, policy.__module__) == ("policy", "aigovkit.policies")
