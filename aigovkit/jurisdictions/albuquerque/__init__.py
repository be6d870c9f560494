"""Albuquerque, New Mexico."""

from aigovkit.jurisdictions.albuquerque.ai_policy import AI_POLICY
from aigovkit.jurisdictions.albuquerque.cybersecurity import CYBERSECURITY
from aigovkit.jurisdictions.albuquerque.internet_use import INTERNET_USE
from aigovkit.jurisdictions.albuquerque.pii_and_sensitive_data import PII_POLICY
from aigovkit.jurisdictions.albuquerque.technology_protection import TECHNOLOGY_PROTECTION

__all__ = ["AI_POLICY", "CYBERSECURITY", "INTERNET_USE", "PII_POLICY", "TECHNOLOGY_PROTECTION"]
