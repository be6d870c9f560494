"""Risk tiers."""

from __future__ import annotations

from enum import IntEnum


class RiskTier(IntEnum):
    """How high a policy ranks the risk of a use."""

    MINIMAL = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    UNACCEPTABLE = 4
