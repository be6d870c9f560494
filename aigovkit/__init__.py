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
    from aigovkit.citations import Citation, Force, Provision, Source
    from aigovkit.conditions import Ambiguity
    from aigovkit.errors import (
        AigovkitError,
        FactValueError,
        InputError,
        InstantError,
        PolicyError,
        Problem,
        UnknownFactError,
        UnknownNameError,
    )
    from aigovkit.evaluation import (
        DutyStatus,
        Evaluation,
        Finding,
        JointEvaluation,
        Outcome,
        Question,
        Status,
    )
    from aigovkit.models import Attestation, Case, DataClass, RetentionRule, RiskTier
    from aigovkit.periods import Cadence, Occurrence, Period
    from aigovkit.policies import Policy, PolicySet, find_policies, find_policy, policy
    from aigovkit.serialization import (
        case_digest,
        case_schema,
        dump_case,
        evaluation_schema,
        load_case,
        parse_case,
        read_case,
        replay,
    )

__version__ = "0.1.0"

# Everything loads on first use, so that importing the kit costs next to nothing.
_WHERE = {
    "models": "aigovkit.models",
    **dict.fromkeys(("Citation", "Force", "Provision", "Source"), "aigovkit.citations"),
    "Ambiguity": "aigovkit.conditions",
    **dict.fromkeys(
        (
            "AigovkitError",
            "FactValueError",
            "InputError",
            "InstantError",
            "PolicyError",
            "Problem",
            "UnknownFactError",
            "UnknownNameError",
        ),
        "aigovkit.errors",
    ),
    **dict.fromkeys(
        ("DutyStatus", "Evaluation", "Finding", "JointEvaluation", "Outcome", "Question", "Status"),
        "aigovkit.evaluation",
    ),
    **dict.fromkeys(("Attestation", "Case", "DataClass", "RetentionRule", "RiskTier"), "aigovkit.models"),
    **dict.fromkeys(("Cadence", "Occurrence", "Period"), "aigovkit.periods"),
    **dict.fromkeys(("Policy", "PolicySet", "find_policies", "find_policy", "policy"), "aigovkit.policies"),
    **dict.fromkeys(
        (
            "case_digest",
            "case_schema",
            "dump_case",
            "evaluation_schema",
            "load_case",
            "parse_case",
            "read_case",
            "replay",
        ),
        "aigovkit.serialization",
    ),
}

__all__ = [
    "AigovkitError",
    "Ambiguity",
    "Attestation",
    "Cadence",
    "Case",
    "Citation",
    "DataClass",
    "DutyStatus",
    "Evaluation",
    "FactValueError",
    "Finding",
    "Force",
    "InputError",
    "InstantError",
    "JointEvaluation",
    "Occurrence",
    "Outcome",
    "Period",
    "Policy",
    "PolicyError",
    "PolicySet",
    "Problem",
    "Provision",
    "Question",
    "RetentionRule",
    "RiskTier",
    "Source",
    "Status",
    "UnknownFactError",
    "UnknownNameError",
    "case_digest",
    "case_schema",
    "dump_case",
    "evaluation_schema",
    "find_policies",
    "find_policy",
    "load_case",
    "models",
    "parse_case",
    "policy",
    "read_case",
    "replay",
]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module `aigovkit` has no attribute `{name}`")
    import importlib

    module = importlib.import_module(_WHERE[name])
    found = module if name == "models" else getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
