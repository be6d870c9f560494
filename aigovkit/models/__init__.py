"""What is judged: the case and the records it is made of."""

from aigovkit.models.agency import Actor, Agency
from aigovkit.models.authority import Authority
from aigovkit.models.case import FACTS, Attestation, Attestations, Case, fact
from aigovkit.models.data import Data, DataClass, DataElement
from aigovkit.models.events import Determiner, Incident, Retirement, Violation
from aigovkit.models.retention import RetentionRule
from aigovkit.models.risk import RiskTier
from aigovkit.models.safeguards import Safeguards
from aigovkit.models.system import System
from aigovkit.models.use import Use
from aigovkit.models.vendor import Hosting, Procurement, Vendor
from aigovkit.models.vocabulary import (
    Activity,
    AgencyFunction,
    BiometricFunction,
    Capability,
    ClassificationBasis,
    DataCategory,
    DataSubject,
    DecisionDomain,
    DecisionEffect,
    EmotionSignal,
    EmploymentDecision,
    EmploymentSubject,
    EntityKind,
    Form,
    Operator,
    Output,
    Regime,
    RemoteControl,
    RetainedAccess,
    Role,
    Stage,
    Timing,
)

__all__ = [
    "FACTS", "Activity", "Actor", "Agency", "AgencyFunction", "Attestation", "Attestations", "Authority",
    "BiometricFunction", "Capability", "Case", "ClassificationBasis", "Data", "DataCategory", "DataClass", "DataElement",
    "DataSubject", "DecisionDomain", "DecisionEffect", "Determiner", "EmotionSignal", "EmploymentDecision",
    "EmploymentSubject", "EntityKind", "Form", "Hosting", "Incident", "Operator", "Output", "Procurement", "Regime",
    "RemoteControl", "RetainedAccess", "RetentionRule", "Retirement", "RiskTier", "Role", "Safeguards", "Stage", "System",
    "Timing", "Use", "Vendor", "Violation", "fact",
]  # fmt: skip
