"""Parameters, and situations."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from one_day import (
    ADOPTED,
    LEVEL,
    MANY,
    NOW,
    SIGNED,
    TODAY,
    situation,
)

from aigovkit.errors import FactValueError, InstantError, UnknownNameError
from aigovkit.language.nodes import (
    ParameterIs,
)
from aigovkit.language.parameters import (
    BooleanParameter,
    CountParameter,
    Parameter,
)
from aigovkit.models import (
    Case,
    Incident,
    System,
)
from aigovkit.periods import Occurrence

# Parameters and situations.


@pytest.mark.parametrize(
    ("parameter", "good", "wrong", "accepted"),
    [
        (ADOPTED, (True, False, None), ("yes", 1, TODAY), "true or false"),
        (
            SIGNED,
            (TODAY, datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC), Occurrence.NEVER, None),
            (Occurrence.UNDATED, "2026-01-01", 1),
            "a day, an instant with its zone, or `never`",
        ),
        (MANY, (0, 5, None), (True, "5", 1.5), "a whole number"),
    ],
)
def test_parameters_admit_their_own_values(
    parameter: Parameter, good: Any, wrong: Any, accepted: str
) -> None:
    """A parameter takes values of its type, and None for unknown; anything else is refused with what it
    takes.
    """
    for value in good:
        assert value is parameter.admit(value)
    for value in wrong:
        with pytest.raises(FactValueError) as caught:
            parameter.admit(value)
        assert (parameter.name, value, accepted) == (
            caught.value.fact,
            caught.value.value,
            caught.value.expected,
        )


def test_a_naive_instant_is_no_value_of_a_parameter() -> None:
    """An instant without a zone is refused."""
    with pytest.raises(InstantError, match="lacks a zone"):
        SIGNED.admit(datetime.datetime(2026, 1, 1))


def test_a_choice_is_one_of_its_words() -> None:
    """A choice takes its words and None; another word is refused with a suggestion, also in a condition."""
    assert "high" == LEVEL.admit("high")
    assert None is LEVEL.admit(None)
    assert ParameterIs(LEVEL, "high") == LEVEL.is_("high")
    for refused in (LEVEL.admit, LEVEL.is_):
        with pytest.raises(UnknownNameError, match="unknown value of `level` `hihg`; did you mean `high`"):
            refused("hihg")


def test_what_a_parameter_is_called_matters_and_where_it_is_cited_does_not() -> None:
    """Parameters are equal by name, question and default; the citation is documentation."""
    assert BooleanParameter("a", "?") == BooleanParameter("a", "?", citation="x")  # type: ignore[arg-type]
    assert BooleanParameter("a", "?") != BooleanParameter("a", "?", default=True)
    assert BooleanParameter("a", "?") != CountParameter("a", "?")
    with pytest.raises(NotImplementedError):
        Parameter("a", "?").admit(1)


def test_a_situation_reads_facts_where_they_stand() -> None:
    """Facts are read of their section, of the case itself, or of the record looked at."""
    incident = Incident(caused_harm=True)
    at = situation(Case(id="kiosk", system=System(uses_ai=False), incidents=[incident]))
    assert "kiosk" == at.value(Case.id)
    assert False is at.value(System.uses_ai)
    assert None is at.value(System.public_facing)
    assert (incident,) == at.value(Case.incidents)
    assert True is at.at(Case.incidents, incident).value(Incident.caused_harm)
    assert None is at.attestation("X")
    assert NOW == at.at(Case.incidents, incident).now
