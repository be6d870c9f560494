"""San José, California."""

from aigovkit.jurisdictions.san_jose.ai_policy import AI_POLICY

__all__ = ["AI_POLICY"]
