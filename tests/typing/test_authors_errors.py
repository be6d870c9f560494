"""What mypy says of rules that are wrong."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import authors_errors
import pytest

from aigovkit.errors import AigovkitError

FILE = Path(__file__).with_name("authors_errors.py")
PLANTED = {
    (number, marked.group(1))
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines(), 1)
    if (marked := re.search(r"# error: ([a-z-]+)$", line))
}
WRONG = [
    value for value in vars(authors_errors).values() if getattr(value, "__module__", "") == "authors_errors"
]


def test_mypy_finds_each_planted_error_and_no_other() -> None:
    """Checked strictly, exactly the lines that are marked are errors, and of the kind that is marked."""
    pytest.importorskip("mypy")
    # What mypy keeps between its runs makes the second one quick; the first takes some seconds.
    command = [sys.executable, "-m", "mypy", "--strict", "--no-pretty", str(FILE)]
    told = subprocess.run(command, cwd=FILE.parents[2], capture_output=True, text=True, check=False).stdout
    found = re.findall(r"authors_errors\.py:(\d+): error: .*\[([a-z-]+)\]$", told, re.MULTILINE)
    assert 7 == len(PLANTED)
    assert PLANTED == {(int(number), code) for number, code in found}


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.__name__)
def test_what_mypy_finds_is_refused_when_it_is_built(wrong) -> None:
    """Whoever has no type checker meets each of these errors where the rule is built."""
    with pytest.raises(AigovkitError):
        wrong()
