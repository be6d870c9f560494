"""No text of a case does anything in a draft."""

from __future__ import annotations

import re

import attrs
import pytest
from drawn_papers import (
    AS_OF,
    COMPLETE,
    EVERY_PAPER,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import examples

from aigovkit.models import (
    Attestation,
    Case,
    Data,
    DataElement,
)
from aigovkit.papers import Paper, escaped
from aigovkit.periods import Period
from aigovkit.wording import printable

# Hostile text

HOSTILE = [
    "[click](http://evil.example)",
    "![x](http://evil.example/p.png)",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<!-- open comment",
    "http://evil.example and www.evil.example and me@evil.example and evil.example",
    "<http://evil.example>",
    "\n# Heading\n\n- [x] Sworn\n",
    "x\r\n\r\n```\nfence",
    "`code` ``more`` ```",
    "` a@b.example ` c@d.example\\`e@f.example",
    "a | b | c\n|---|---|---|",
    "**bold** __bold__ *it* _it_ ~~gone~~ $x$ ^up^",
    "1. item",
    "- [x] Sworn (41-6208(A))",
    "+ item",
    "===",
    "[ref]: http://evil.example",
    "[ref][ref]",
    "&lt;b&gt; &amp; &#60;b&#62;",
    "\\[x\\](http://evil.example) \\\\",
    "\x1b[2J\x00\x07\u202etxt.exe\u2066\u200b\ufeff",
    "a\u2028b\u2029c\x85d\x0be\x1cf",
    "{{ site.secret }} {% include x %}",
    "ends with a backslash \\",
    "\t    indented",
    "@everyone #1 :smile:",
]


def hostile(text: str) -> Case:
    """A case that says the text wherever a case can say something."""
    words = f"A {text} B"
    case = attrs.evolve(
        COMPLETE,
        attestations={
            name: Attestation(met=True, by=text + "1", evidence=words) for name in COMPLETE.attestations
        },
        data=Data(elements=[DataElement(name=text + "1", category="other", retention=Period.parse("P1D"))]),
    )
    for path in (
        "id",
        "title",
        "agency.name",
        "system.name",
        "system.description",
        "use.purpose",
        "vendor.name",
        "warrant.number",
    ):
        case = case.with_answer(path, text + "1" if path == "title" else words)
    return case


PLAIN = hostile("plain")


@EVERY_PAPER
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_case_adds_a_line(paper: Paper, text: str) -> None:
    """A draft has the same lines whatever a case says in them, and nothing in it is unprintable."""
    drawn, plain = paper.draft(hostile(text), as_of=AS_OF), paper.draft(PLAIN, as_of=AS_OF)
    assert len(drawn.splitlines()) == len(plain.splitlines())
    assert all(line.isprintable() for line in drawn.split("\n"))
    starts = [re.match(r"(\s*(?:[#>-]+|\[.\]|[A-Z: ]{8,})?)", line) for line in drawn.splitlines()]
    plain_starts = [re.match(r"(\s*(?:[#>-]+|\[.\]|[A-Z: ]{8,})?)", line) for line in plain.splitlines()]
    assert [start and start[0] for start in plain_starts] == [start and start[0] for start in starts]


@EVERY_PAPER
@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_case_means_anything(paper: Paper, text: str) -> None:
    """Read as Markdown with HTML, tables and automatic links, a draft has the structure of one that says
    plain words.
    """
    markdown_it = pytest.importorskip("markdown_it")
    reader = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

    def structure(case: Case) -> list[tuple[str, int, str]]:
        tokens = reader.parse(paper.draft(case, as_of=AS_OF))
        for token in tokens:
            for inner in token.children or ():
                if "case" not in token.content:
                    assert inner.type in (
                        "text",
                        "code_inline",
                        "strong_open",
                        "strong_close",
                        "em_open",
                        "em_close",
                        "softbreak",
                    ), inner
        return [(token.type, token.level, token.tag) for token in tokens]

    assert structure(PLAIN) == structure(hostile(text))


@settings(max_examples=examples(150), deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1 \n\t\\`*_[](){}<>#!|~&:/.@-+=$^\x1b\u202e\u2028é"), max_size=40))
def test_escaped_text_reads_as_itself(text: str) -> None:
    """Read as Markdown, escaped text is plain words and code that together say what was said, white space
    folded.
    """
    markdown_it = pytest.importorskip("markdown_it")
    reader = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = reader.parse(f"- Label: {escaped(text)}\n- next\n")
    lines = [token for token in tokens if token.type == "inline"]
    assert len(lines) == 2
    assert {child.type for child in lines[0].children} <= {"text", "code_inline"}
    read = "".join(child.content for child in lines[0].children).removeprefix("Label:").strip()
    assert printable(" ".join(text.split())) == read


@settings(max_examples=examples(100), deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1 \n\t\\`*_[](){}<>#!|~&:/.@-+=$^\x1b"), min_size=1, max_size=30))
def test_escaped_text_is_one_paragraph_anywhere(text: str) -> None:
    """Even at the start of a line escaped text forms nothing but a paragraph."""
    markdown_it = pytest.importorskip("markdown_it")
    tokens = (
        markdown_it.MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .parse(escaped(text))
    )
    assert [token.type for token in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])


@pytest.mark.parametrize(
    "text, expected",
    [
        ("# One\n\n## Two", "\\# One \\#\\# Two"),
        ("[a](b)", "\\[a\\](b)"),
        ("<b> & `x`", "&lt;b&gt; &amp; &#96;x&#96;"),
        ("a|b", "a&#124;b"),
        ("see http://evil.example/x now", "see `http://evil.example/x` now"),
        ("- item", "\\- item"),
        ("12) item", "12\\) item"),
        ("\x1b[2J", "\\\\x1b\\[2J"),
        ("Gatepost Inc., 2nd ed. (west)", "Gatepost Inc., 2nd ed. (west)"),
    ],
)
def test_escaping_is_what_it_was(text: str, expected: str) -> None:
    """What is escaped, and how, is fixed."""
    assert expected == escaped(text)
