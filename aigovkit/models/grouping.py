"""How facts are put before a person: forms of facts that belong together, and pages of gates.

Which facts share a form is said in `forms`, beside the facts; here is what a form
and a page are, and what has to hold of them all together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import attrs

from aigovkit import paths
from aigovkit.errors import ConditionError, shown
from aigovkit.facts import Boolean, DeclaredFact, Term, Terms, TermSet
from aigovkit.language.meaning import holds
from aigovkit.language.parts import facts_in
from aigovkit.models.case import FACTS, Case
from aigovkit.periods import zone
from aigovkit.situation import Situation

MOST_IN_A_FORM = 5
"""The most facts that a person is asked for at once."""

MOST_ON_A_PAGE = 6
"""The most gates that a person is asked about at once."""

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


@attrs.frozen(init=False)
class FactForm:
    """Facts that belong together, at most five, which a person is asked for at once.

    `id` is a word or several with hyphens, `title` what stands above the form. Of the
    facts of a listed record all are of one list, and the form is filled in once for
    each record.

    .. versionadded:: 0.1.0
    """

    id: str
    title: str
    facts: tuple[DeclaredFact, ...]

    def __init__(self, id: str, title: str, *facts: DeclaredFact) -> None:
        self.__attrs_init__(id, title, facts)


@attrs.frozen(init=False)
class GatePage:
    """Gates that a person is asked about at once, with "none of these" among the answers.

    They are a handful of facts that are true or false, or one fact made of words;
    "none of these" says that all are false, or that no word is right, and what has a
    meaning only otherwise is set aside.

    .. versionadded:: 0.1.0
    """

    id: str
    title: str
    facts: tuple[DeclaredFact, ...]

    def __init__(self, id: str, title: str, *facts: DeclaredFact) -> None:
        self.__attrs_init__(id, title, facts)


Step = FactForm | GatePage
"""What a person meets at once."""


def none_of_these(gate: DeclaredFact) -> Any:
    """What a gate is where "none of these" is said of its page: false, no words, or the word `none`.

    It is None for a fact that has no such value, which can stand on no page.

    >>> from aigovkit.models import System, Use
    >>> none_of_these(Use.infers_emotion), none_of_these(System.outputs)
    (False, TermSet([]))
    >>> none_of_these(Use.biometric_function)
    BiometricFunction.NONE

    .. versionadded:: 0.1.0
    """
    match gate:
        case Boolean():
            return False
        case Terms():
            return TermSet[Any]()
        case Term():
            return gate.none
        case _:
            return None


def set_aside(gate: DeclaredFact) -> tuple[DeclaredFact, ...]:
    """The facts that have no meaning where "none of these" is said of a gate, whatever else is known.

    >>> from aigovkit.models import Use
    >>> set_aside(Use.classifies_individuals)
    (Use.classification_bases,)

    .. versionadded:: 0.1.0
    """
    none = none_of_these(gate)
    if none is None or paths.is_of_record(gate.path):
        return ()
    situation = Situation(Case().with_answer(gate.path, none), 0, zone("UTC"))
    return tuple(
        fact
        for fact in FACTS.values()
        if fact.where is not None and gate in facts_in(fact.where) and holds(fact.where, situation) is False
    )


def checked(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Forms and pages in the order in which a person goes through them, if they fit together.

    ConditionError lists all that does not: an id that is none or stands twice, a fact
    in two of them, too many facts, a page of what sets nothing aside, a fact ahead of
    one that decides whether it has a meaning.

    .. versionadded:: 0.1.0
    """
    problems = [*_wrong_together(steps)]
    for step in steps:
        problems += (f"`{step.id}` {problem}" for problem in _wrong(step))
    if problems:
        raise ConditionError("; ".join(problems))
    return tuple(steps)


def _wrong(step: Step) -> Iterator[str]:
    """What is wrong with a form or a page by itself."""
    if not _ID.fullmatch(step.id):
        yield "is no id: it takes lower-case words with hyphens"
    if not step.title.strip():
        yield "has no title"
    strangers = [one for one in step.facts if not isinstance(one, DeclaredFact)]
    if strangers:
        yield f"takes facts, not {', '.join(f'`{shown(one)}`' for one in strangers)}"
        return
    most = MOST_IN_A_FORM if isinstance(step, FactForm) else MOST_ON_A_PAGE
    if not 1 <= len(step.facts) <= most:
        yield f"takes one to {most} facts, not {len(step.facts)}"
    if len({paths.collection_of(one.path) for one in step.facts}) > 1:
        yield "takes the facts of one list, or of none"
    if isinstance(step, GatePage):
        yield from _wrong_page(step)


def _wrong_page(page: GatePage) -> Iterator[str]:
    if len(page.facts) > 1 and not all(isinstance(one, Boolean) for one in page.facts):
        yield "takes facts that are true or false, or one fact made of words"
    for gate in page.facts:
        if none_of_these(gate) is None:
            yield f"cannot ask for `{gate.path}`: it has no answer for none of these"
        elif not set_aside(gate):
            yield f"cannot ask for `{gate.path}`: it sets nothing aside"


def _wrong_together(steps: Sequence[Step]) -> Iterator[str]:
    """What is wrong with forms and pages beside each other."""
    known: dict[str, Step] = {}
    placed: dict[DeclaredFact, str] = {}
    for step in steps:
        if step.id in known:
            yield f"`{step.id}` stands twice"
        known[step.id] = step
        for fact in _declared(step.facts):
            if fact in placed:
                yield f"`{fact.path}` stands in `{placed[fact]}` and in `{step.id}`"
            placed.setdefault(fact, step.id)
    yield from _out_of_order(steps, list(placed))


def _out_of_order(steps: Sequence[Step], order: Sequence[DeclaredFact]) -> Iterator[str]:
    """The facts that are asked for ahead of what decides whether they have a meaning."""
    place = {fact: number for number, fact in enumerate(order)}
    for step in steps:
        for fact in _declared(step.facts):
            for gate in () if fact.where is None else facts_in(fact.where):
                if not isinstance(gate, DeclaredFact) or gate not in place:
                    yield f"`{fact.path}` is in `{step.id}`, and `{gate.path}`, on which it hangs, nowhere"
                elif place[gate] > place[fact]:
                    yield f"`{fact.path}` stands ahead of `{gate.path}`, on which it hangs"
                elif isinstance(step, GatePage) and gate in step.facts:
                    yield f"`{fact.path}` stands on one page with `{gate.path}`, on which it hangs"


def _declared(facts: Iterable[object]) -> list[DeclaredFact]:
    return [one for one in facts if isinstance(one, DeclaredFact)]
