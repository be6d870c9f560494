"""Albuquerque: Personally Identifiable Information (PII) and Sensitive Data."""

from aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data.classes import (
    PII,
    PROTECTED_PII,
    PUBLIC_PII,
    SENSITIVE,
    STRATEGIC,
)

__all__ = ["PII", "PROTECTED_PII", "PUBLIC_PII", "SENSITIVE", "STRATEGIC"]
