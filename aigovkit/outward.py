"""How a value leaves as text, HTML or JSON: the only three imports that point down the house.

`str`, a notebook's display and `to_json` are asked of a value itself, and each is
worked out in a room further down. The ways in, `from_json` and its like, are the
same way as the ways out.
"""

from __future__ import annotations

from typing import Any


def text() -> Any:
    """The room that renders text."""
    from aigovkit import text

    return text


def html() -> Any:
    """The room that renders HTML."""
    from aigovkit import html

    return html


def json() -> Any:
    """The room that reads and writes JSON."""
    from aigovkit import json

    return json
