"""What AI, surveillance and privacy policies say about one system in one use.

>>> from datetime import date
>>> import aigovkit as ag
>>> from aigovkit.jurisdictions import san_jose
>>> case = ag.Case(system=ag.models.System(uses_ai=False))
>>> san_jose.AI_POLICY.evaluate(case, as_of=date(2026, 3, 2)).outcome
<Outcome.NOT_APPLICABLE: 0>

The kit reports what texts say; people judge. It is not legal advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aigovkit import models
    from aigovkit.answers import DutyStatus, Finding, Outcome, Question, Status
    from aigovkit.changes import Difference, compare
    from aigovkit.citations import Citation, Force, Kind, Provision, Source
    from aigovkit.errors import (
        AigovkitError,
        ConditionError,
        FactValueError,
        InputError,
        InstantError,
        MissingExtraError,
        PolicyError,
        Problem,
        UnknownFactError,
        UnknownNameError,
    )
    from aigovkit.evaluation import Evaluation
    from aigovkit.facts import Partly
    from aigovkit.joint import JointEvaluation
    from aigovkit.json import agency_file_schema, case_schema, evaluation_schema, replay
    from aigovkit.language.ambiguities import Ambiguity
    from aigovkit.models import AgencyFile, Attestation, Case, DataClass, Provenance, RetentionRule, RiskTier
    from aigovkit.periods import Cadence, Month, Occurrence, Period, Span, Year
    from aigovkit.policies import Policy, PolicySet, find_policies, find_policy, policy, reaching

__version__ = "0.1.0"

# Everything loads on first use, so that importing the kit costs next to nothing.
_ROOMS = {
    "aigovkit.answers": ("DutyStatus", "Finding", "Outcome", "Question", "Status"),
    "aigovkit.changes": ("Difference", "compare"),
    "aigovkit.citations": ("Citation", "Force", "Kind", "Provision", "Source"),
    "aigovkit.errors": (
        "AigovkitError",
        "ConditionError",
        "FactValueError",
        "InputError",
        "InstantError",
        "MissingExtraError",
        "PolicyError",
        "Problem",
        "UnknownFactError",
        "UnknownNameError",
    ),
    "aigovkit.evaluation": ("Evaluation",),
    "aigovkit.facts": ("Partly",),
    "aigovkit.joint": ("JointEvaluation",),
    "aigovkit.json": ("agency_file_schema", "case_schema", "evaluation_schema", "replay"),
    "aigovkit.language.ambiguities": ("Ambiguity",),
    "aigovkit.models": (
        "AgencyFile",
        "Attestation",
        "Case",
        "DataClass",
        "Provenance",
        "RetentionRule",
        "RiskTier",
    ),
    "aigovkit.periods": ("Cadence", "Month", "Occurrence", "Period", "Span", "Year"),
    "aigovkit.policies": ("Policy", "PolicySet", "find_policies", "find_policy", "policy", "reaching"),
}
_WHERE = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "AgencyFile",
    "AigovkitError",
    "Ambiguity",
    "Attestation",
    "Cadence",
    "Case",
    "Citation",
    "ConditionError",
    "DataClass",
    "Difference",
    "DutyStatus",
    "Evaluation",
    "FactValueError",
    "Finding",
    "Force",
    "InputError",
    "InstantError",
    "JointEvaluation",
    "Kind",
    "MissingExtraError",
    "Month",
    "Occurrence",
    "Outcome",
    "Partly",
    "Period",
    "Policy",
    "PolicyError",
    "PolicySet",
    "Problem",
    "Provenance",
    "Provision",
    "Question",
    "RetentionRule",
    "RiskTier",
    "Source",
    "Span",
    "Status",
    "UnknownFactError",
    "UnknownNameError",
    "Year",
    "agency_file_schema",
    "case_schema",
    "compare",
    "evaluation_schema",
    "find_policies",
    "find_policy",
    "models",
    "policy",
    "reaching",
    "replay",
]


def __getattr__(name: str) -> Any:
    import importlib

    if name == "models":
        found: Any = importlib.import_module("aigovkit.models")
    elif name in _WHERE:
        found = getattr(importlib.import_module(_WHERE[name]), name)
    else:
        raise AttributeError(f"module `aigovkit` has no attribute `{name}`")
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
