"""Tables of keys: what writes each, and what its schema is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aigovkit.facts.codecs import Schema

Table = dict[str, tuple[Callable[[Any], Any], Schema]]


def object_schema(table: Table, **more: Any) -> Schema:
    """The schema of a part. More keys may follow in later versions."""
    return {
        **more,
        "type": "object",
        "required": list(table),
        "additionalProperties": True,
        "properties": {key: schema for key, (_, schema) in table.items()},
    }


def list_of(table: Table) -> Schema:
    """The schema of a list of parts."""
    return {"type": "array", "items": object_schema(table)}


def row(item: Any, table: Table) -> dict[str, Any]:
    """One thing as its table writes it."""
    return {key: write(item) for key, (write, _) in table.items()}


def rows(items: Any, table: Table) -> list[dict[str, Any]]:
    """Several, each as its table writes it."""
    return [row(item, table) for item in items]
