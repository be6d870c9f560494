"""How a value leaves as text, HTML, JSON or a calendar: the only imports that point down the house.

`str`, a notebook's display and `to_json` are asked of a value itself, and each is
worked out in a room further down. What comes in, by `from_json` and its like,
takes the same way.
"""

from __future__ import annotations

from typing import Any


def text() -> Any:
    """The room that renders answers as text.

    .. versionadded:: 0.1.0
    """
    from aigovkit import text

    return text


def html() -> Any:
    """The room that renders answers as HTML.

    .. versionadded:: 0.1.0
    """
    from aigovkit import html

    return html


def json() -> Any:
    """The room that decodes and encodes JSON.

    .. versionadded:: 0.1.0
    """
    from aigovkit import json

    return json


def duty_calendar() -> Any:
    """The room that writes the dated duties of answers as a calendar.

    .. versionadded:: 0.1.0
    """
    from aigovkit import duty_calendar

    return duty_calendar
