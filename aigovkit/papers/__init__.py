"""Papers: what has to be written, sworn or filed, drawn up from a case with every gap marked.

A paper lists the elements a text asks of it. Each is checked against the case:
it is present, known to be missing, not known, or not needed. Only what is known
to be there is ever written as present. The draft is Markdown for a person to
finish; it is no finding, and it adds nothing the case does not say.

What a case says is anybody's text. In a draft it can form no link, image,
heading, table, fence or HTML, and no character that is not printable: see
`escaped`.
"""

from aigovkit.papers.elements import Checked, Element, Line, OpenQuestion, Section, State
from aigovkit.papers.finding import find_paper, find_papers
from aigovkit.papers.harmless import escaped, quoted
from aigovkit.papers.paper import Paper

__all__ = [
    "Checked",
    "Element",
    "Line",
    "OpenQuestion",
    "Paper",
    "Section",
    "State",
    "escaped",
    "find_paper",
    "find_papers",
    "quoted",
]
