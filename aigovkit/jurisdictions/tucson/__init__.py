"""Tucson, Arizona."""

from aigovkit.jurisdictions.tucson.technology import TECHNOLOGY

__all__ = ["TECHNOLOGY"]
