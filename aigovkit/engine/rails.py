"""Rails: a condition as two Python expressions, and how they are joined.

One expression says that the condition is certainly true, the other that it is
possibly true. Kleene logic then costs two ordinary expressions and no calls.
"""

from __future__ import annotations

from typing import TypeAlias

Rails: TypeAlias = tuple[str, str]
"""Two expressions: certainly true, possibly true."""

TRUE: Rails = ("True", "True")
FALSE: Rails = ("False", "False")


def answered(name: str) -> Rails:
    """The rails of a variable that is true, false or None."""
    return f"{name} is True", f"{name} is not False"


def value(rails: Rails) -> str:
    """An expression that is true, false or None."""
    return f"(True if {rails[0]} else None if {rails[1]} else False)"


def negated(expression: str) -> str:
    """The opposite of one expression."""
    if expression in ("True", "False"):
        return "False" if expression == "True" else "True"
    return f"not {_group(expression)}"


def opposite(rails: Rails) -> Rails:
    """The rails of the opposite condition: certainly false becomes certainly true."""
    return negated(rails[1]), negated(rails[0])


def every(*several: Rails) -> Rails:
    """The rails of "all of these"."""
    return _joined(" and ", "True", "False", several)


def some(*several: Rails) -> Rails:
    """The rails of "at least one of these"."""
    return _joined(" or ", "False", "True", several)


def chosen(test: str, then: str, otherwise: str) -> str:
    """One expression where a test holds, else another."""
    return then if then == otherwise else f"({then} if {test} else {otherwise})"


def costs_nothing(expression: str) -> bool:
    """Whether an expression costs nothing to write again: a variable, or an answer."""
    return expression.isidentifier()


def _group(expression: str) -> str:
    return expression if costs_nothing(expression) else f"({expression})"


def _joined(word: str, neutral: str, final: str, several: tuple[Rails, ...]) -> Rails:
    rails = []
    for rail in (0, 1):
        tests = list(dict.fromkeys(pair[rail] for pair in several if pair[rail] != neutral))
        if final in tests:
            rails.append(final)
        elif len(tests) == 1:
            rails.append(tests[0])
        else:
            rails.append(word.join(_group(test) for test in tests) or neutral)
    return rails[0], rails[1]
