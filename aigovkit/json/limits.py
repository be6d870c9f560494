"""What input is bounded by. What is over a bound is refused, and said so with its path.

What a value may be is a bound of its fact: a count, an amount, a list of days, of
terms or of records, and a text say so where they are declared, in
`aigovkit.facts`.
"""

from __future__ import annotations

CASE = "aigovkit/case/1"
AGENCY_FILE = "aigovkit/agency-file/1"
EVALUATION = "aigovkit/evaluation/1"
DIFFERENCE = "aigovkit/difference/1"
WAYS = "aigovkit/ways/1"

LARGEST = 1_000_000
"""The most bytes that a case may have, or an agency file, read or written."""
LARGEST_RECORD = 50_000_000
"""The most bytes that a recorded evaluation may have."""
MOST_PARTS = 1_000
"""The most parts that a recorded evaluation may have."""
DEEPEST = 12
"""The most levels of nesting that a case, or a recorded evaluation, may have."""
MOST_CONTAINERS = 50_000
"""The most objects and lists that a case may have, comments included."""
MOST_CONTAINERS_OF_A_RECORD = 2_000_000
"""The most objects and lists that a recorded evaluation may have."""
LONGEST_NUMBER = 40
"""The most characters that a number may have."""
MOST_PROBLEMS = 100
"""The most problems that are listed. Reading stops there."""
