"""San José, California."""

from aigovkit.jurisdictions.san_jose.ai_policy import AI_POLICY
from aigovkit.jurisdictions.san_jose.privacy_precedents import PRIVACY_PRECEDENTS

__all__ = ["AI_POLICY", "PRIVACY_PRECEDENTS"]
