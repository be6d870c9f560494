"""What input is bounded by."""

from __future__ import annotations

CASE = "aigovkit/case/1"
EVALUATION = "aigovkit/evaluation/1"

LARGEST = 1_000_000
"""The most bytes a case may have."""
DEEPEST = 12
"""The most levels of nesting a case may have."""
MOST_PROBLEMS = 200
"""The most problems that are listed one by one."""

COMMENT = "//"
"""A key that starts with this is a comment: read past, and said so in the schema."""
