"""Conditions for facts and for the records of lists, for as long as a test lasts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def gated(gates: dict[Any, Any]) -> Iterator[None]:
    """Facts that have a meaning only under some conditions, for a while."""
    before = {fact: fact.where for fact in gates}
    try:
        for fact, where in gates.items():
            fact.where = where
        yield
    finally:
        for fact, where in before.items():
            fact.where = where


@contextmanager
def going_on(present: dict[Any, Any]) -> Iterator[None]:
    """Lists that say which of their records are planned or go on, for a while."""
    before = {fact: fact.present for fact in present}
    try:
        for fact, condition in present.items():
            fact.present = condition
        yield
    finally:
        for fact, condition in before.items():
            fact.present = condition
