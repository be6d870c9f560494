"""Risk tiers."""

from __future__ import annotations

from enum import IntEnum


class RiskTier(IntEnum):
    """How high a policy ranks the risk of a use, from lowest to highest. Tiers compare as numbers do.

    >>> max(RiskTier.LOW, RiskTier.HIGH).name
    'HIGH'

    .. versionadded:: 0.1.0
    """

    MINIMAL = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    UNACCEPTABLE = 4
