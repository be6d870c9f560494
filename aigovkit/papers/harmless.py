"""Making anybody's text harmless in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aigovkit.wording import printable

_ENTITIES = {character: f"&#{ord(character)};" for character in "`{}|"} | {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
}
_ESCAPES = str.maketrans(_ENTITIES | {character: f"\\{character}" for character in "\\*_[]#~$^"})
# What readers turn into a link by itself: addresses of pages and of mail, names of hosts, mentions of people.
_LINK = re.compile(r"@|://|www\.|\w\.[^\W\d_]{2}", re.IGNORECASE)
# The characters that would mean something even inside code stay outside it.
_RUNS = re.compile(r"[^\s`{}|&<>\\]+|\s+|[`{}|&<>\\]")
_LIST_MARK = re.compile(r"(\d{1,9})([.)])")


def escaped(text: str) -> str:
    r"""One line of anybody's text that reads the same in Markdown and does nothing there.

    White space is folded, so that no text can start a line of its own. What a
    reader of Markdown would turn into a link by itself is set as code.

    >>> print(escaped("# *Run*\n<b>[now](x)</b>"))
    \# \*Run\* &lt;b&gt;\[now\](x)&lt;/b&gt;
    >>> print(escaped("write to mayor@city.example"))
    write to `mayor@city.example`

    .. versionadded:: 0.1.0
    """
    folded = printable(" ".join(text.split()))
    made = "".join(
        f"`{run}`" if _LINK.search(run) else run.translate(_ESCAPES) for run in _RUNS.findall(folded)
    )
    if made[:1] in ("-", "+", "=", ":"):
        return f"\\{made}"
    return _LIST_MARK.sub(r"\1\\\2", made, count=1) if _LIST_MARK.match(made) else made


def quoted(text: str) -> Iterator[str]:
    r"""The lines of a Markdown text as a quotation that ends where it ends: without HTML, links or images.

    >>> print(*quoted("# Rates\n<b>A</b>: 0.8"), sep="\n")
    > # Rates
    > &lt;b>A&lt;/b>: 0.8

    .. versionadded:: 0.1.0
    """
    for line in text.splitlines():
        safe = printable(line.expandtabs(4)).replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;")
        safe = re.sub(r"(?<!\\)((?:\\\\)*)\[", r"\1\\[", safe)
        # A sign set apart as code joins no address that a reader would turn into a link.
        yield "> " + safe.replace("@", "`@`").replace("://", "\\://").replace("www.", "www\\.")
