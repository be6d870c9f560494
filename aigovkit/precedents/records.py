"""Decided cases as records: what spoke for and against, what came out, and what the text says of why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any, cast

import attrs

from aigovkit.calls import authored
from aigovkit.citations import PROVISION_ID, Citation
from aigovkit.errors import PolicyError, shown
from aigovkit.language.joining import as_condition
from aigovkit.language.kinds import Condition, Quantity
from aigovkit.language.nodes import QuantityNode
from aigovkit.periods import Period
from aigovkit.rules.checks import named

Measure = int | Period
"""A value on a dimension: a whole number, or a length of time."""


class Way(StrEnum):
    """Which way something points on the scale of tracks.

    .. versionadded:: 0.1.0
    """

    STRICTER = "stricter"
    MILDER = "milder"

    @property
    def other(self) -> Way:
        """The opposite way."""
        return Way.MILDER if self is Way.STRICTER else Way.STRICTER


@attrs.frozen
class Side:
    """For what a factor speaks. `AGAINST` speaks for the strictest track, `FOR` for the mildest.

    `towards` speaks for a track in the middle against all that is milder, and is
    neutral on what is stricter: that a record holds fingerprints may speak
    for a full review and say nothing of a refusal. `back_to` is its mirror: good
    controls may speak for a full review against a refusal, and say nothing of a brief one.

    .. versionadded:: 0.1.0
    """

    way: Way
    track: str = ""
    """The track at which its word ends; empty where it speaks all the way."""

    def __str__(self) -> str:
        if not self.track:
            return "against" if self.way is Way.STRICTER else "for"
        return f"{'towards' if self.way is Way.STRICTER else 'back to'} {self.track}"


AGAINST = Side(Way.STRICTER)
"""It speaks for the strictest track."""
FOR = Side(Way.MILDER)
"""It speaks for the mildest track."""


def towards(track: str) -> Side:
    """It speaks for a track against all that is milder, and is neutral on what is stricter.

    >>> str(towards("full_review"))
    'towards full_review'

    .. versionadded:: 0.1.0
    """
    return Side(Way.STRICTER, track)


def back_to(track: str) -> Side:
    """It speaks for a track against all that is stricter, and is neutral on what is milder.

    >>> str(back_to("full_review"))
    'back to full_review'

    .. versionadded:: 0.1.0
    """
    return Side(Way.MILDER, track)


class Tag(StrEnum):
    """How the text of a decided case speaks of a factor.

    .. versionadded:: 0.1.0
    """

    NECESSARY = "necessary"
    """Required by the words: "so long as", "assuming"."""
    REASON = "reason"
    """Given as a reason for the decision."""
    SAFEGUARD = "safeguard"
    """Promised as a safeguard."""
    DESCRIBED = "described"
    """Only described."""


STATED = (Tag.NECESSARY, Tag.REASON)
"""What a text gives as a ground of its decision."""


def listed(value: Any) -> Any:
    """A list as a tuple; what is no list as it is, to be refused with all else that does not fit."""
    several = isinstance(value, Iterable) and not isinstance(value, str | bytes)
    return tuple(value) if several else value


def _ids(value: Any) -> Any:
    value = listed(value)
    return tuple(map(id_of, value)) if isinstance(value, tuple) else value


def id_of(one: Any) -> Any:
    """The id of a record, or the id itself.

    .. versionadded:: 0.1.0
    """
    return one.id if isinstance(one, Factor | Dimension) else one


def _identified(id: object) -> Iterator[str]:
    import re

    if not isinstance(id, str) or not re.fullmatch(PROVISION_ID, id):
        yield f"`id` takes letters, digits, `.`, `_` and `-`, such as `no_consent`, not `{shown(id)}`"


def _texts(one: Any, *names: str) -> Iterator[str]:
    for name in names:
        text = getattr(one, name)
        if not isinstance(text, str) or not text.strip():
            yield f"`{name}` takes text that says something, not `{shown(text)}`"


def wrong_items(one: Any, name: str, kind: type | tuple[type, ...], words: str) -> Iterator[str]:
    """What is wrong with a field that takes a list of one kind."""
    several = getattr(one, name)
    if not isinstance(several, tuple) or not all(isinstance(each, kind) for each in several):
        yield f"`{name}` takes a list of {words}, not `{shown(several)}`"


def refuse(what: str, one: Any, problems: list[str]) -> None:
    """Raises PolicyError with all the problems of a record, if there are any."""
    if problems:
        raise PolicyError.about(f"{what} {named(one.id)}", problems)


@authored
@attrs.frozen
class Factor:
    """Something that may hold of a case and speaks for or against: a named condition over the facts.

    `label` is a clause that says that it holds, without a full stop: "consent is
    explicit". `side` is `AGAINST`, `FOR`, `towards(track)` or `back_to(track)`; `when`
    a condition, or a defined term. `weight` counts in the ranking of similar cases and
    nowhere else. `answers` are the adverse factors that a favourable one
    answers: it then keeps no refusal from binding that rests on others; by default it answers all.

    Word an adverse factor as a finding ("a review found it insecure"), so that
    silence is not one. Who brought a proposal is no factor. Raises PolicyError for fields that do not fit.

    >>> from aigovkit.models import Use
    >>> follows = Factor("follows_people", "people are followed", AGAINST, Use.tracks_individuals)
    >>> str(follows), str(follows.side)
    ('people are followed', 'against')

    .. versionadded:: 0.1.0
    """

    id: str
    label: str
    side: Side
    when: Condition = attrs.field(converter=as_condition)
    weight: int = attrs.field(default=1, kw_only=True)
    answers: tuple[str, ...] | None = attrs.field(
        default=None, converter=attrs.converters.optional(_ids), kw_only=True
    )
    definition: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        given: Any = self  # Whatever was given, of whatever type.
        problems = [*_identified(self.id), *_texts(self, "label")]
        if not isinstance(given.side, Side):
            problems.append(f"`side` takes `AGAINST`, `FOR` or `towards(track)`, not `{shown(self.side)}`")
        elif self.answers is not None:
            if self.side.way is Way.STRICTER:
                problems.append("`answers` is of a factor in favour, and this one is adverse")
            problems += wrong_items(self, "answers", str, "factors or their ids")
        if type(self.weight) is not int or self.weight < 1:
            problems.append(f"`weight` takes a whole number from 1, not `{shown(self.weight)}`")
        refuse("factor", self, problems)

    def __str__(self) -> str:
        return self.label


@authored
@attrs.frozen
class Dimension:
    """A quantity that speaks the more for or against, the more there is of it: how long data is kept, of how
    many people.

    `side` says for what more of it speaks, `value` is the quantity, such as the fact of a number or of a
    length of time. A decided case that does not speak of it counts as having the `least`.
    `unit` stands behind a number where it is shown.

    >>> from aigovkit.models import Data
    >>> Dimension("kept", "how long the data is kept", AGAINST, Data.retention).least
    0

    .. versionadded:: 0.1.0
    """

    id: str
    label: str
    side: Side
    value: Quantity
    least: Measure = attrs.field(default=0, kw_only=True)
    unit: str = attrs.field(default="", kw_only=True)
    weight: int = attrs.field(default=1, kw_only=True)

    def __attrs_post_init__(self) -> None:
        given: Any = self  # Whatever was given, of whatever type.
        problems = [*_identified(self.id), *_texts(self, "label")]
        if not isinstance(given.side, Side):
            problems.append(f"`side` takes `AGAINST`, `FOR` or `towards(track)`, not `{shown(self.side)}`")
        if not isinstance(given.value, QuantityNode):
            problems.append(f"`value` takes a quantity, such as the fact of one, not `{shown(self.value)}`")
        if not is_measure(self.least):
            problems.append(f"`least` takes a whole number or a `Period`, not `{shown(self.least)}`")
        if type(self.weight) is not int or self.weight < 1:
            problems.append(f"`weight` takes a whole number from 1, not `{shown(self.weight)}`")
        refuse("dimension", self, problems)

    def __str__(self) -> str:
        return self.label


def is_measure(value: object) -> bool:
    """Whether something is a value on a dimension.

    .. versionadded:: 0.1.0
    """
    return (isinstance(value, int) and not isinstance(value, bool)) or isinstance(value, Period)


@attrs.frozen
class Stated:
    """A factor or a dimension that a decided case speaks of, how, and where. Made by `stated`.

    `factor` is its id. `value` is that on a dimension, None for a factor. Without a
    citation of its own it stands where the decided case does.

    .. versionadded:: 0.1.0
    """

    factor: str = attrs.field(converter=id_of)
    tag: Tag
    value: Measure | None = None
    citation: Citation | None = None
    note: str = ""


@authored
def stated(
    factor: Factor | Dimension | str,
    tag: Tag,
    citation: Citation | None = None,
    *,
    value: Measure | None = None,
    note: str = "",
) -> Stated:
    """What a decided case says of a factor; with a `value`, of a dimension.

    Raises PolicyError for what does not fit.

    >>> stated("follows_people", Tag.REASON).tag
    <Tag.REASON: 'reason'>

    .. versionadded:: 0.1.0
    """
    problems = []
    said: dict[str, Any] = {"tag": tag, "citation": citation, "value": value}  # Of whatever type.
    if not isinstance(id_of(factor), str):
        problems.append(f"`factor` takes a factor, a dimension or its id, not `{shown(factor)}`")
    if not isinstance(said["tag"], Tag):
        problems.append(f"`tag` takes a `Tag`, such as `Tag.REASON`, not `{shown(tag)}`")
    if citation is not None and not isinstance(said["citation"], Citation):
        problems.append(f"`citation` takes a citation: `SOURCE.at(pinpoint)`, not `{shown(citation)}`")
    if value is not None and not is_measure(value):
        problems.append(f"`value` takes a whole number or a `Period`, not `{shown(value)}`")
    if isinstance(factor, Dimension) and value is None:
        problems.append("a dimension takes a `value`")
    if isinstance(factor, Factor) and value is not None:
        problems.append("a factor has no `value`; a `Dimension` has")
    if problems:
        raise PolicyError.about(f"what is stated of {named(id_of(factor))}", problems)
    return Stated(cast("str", factor), tag, value, citation, note)


@authored
@attrs.frozen
class Precedent:
    """A decided case: what came out, and each factor that its text speaks of.

    `track` is the id of a step of the base's scale. `factors` are what the text
    states, each made by `stated`; what it does not speak of counts as not there.
    `day` is the day of the decision, None where the text gives none. `summary` is one sentence in your own
    words. Raises PolicyError for fields that do not fit.

    >>> from aigovkit.citations import Source
    >>> register = Source("Register of decisions", issuer="Ruritania")
    >>> bands = Precedent(
    ...     "RUR-C-1", register.at("1"), "Wrist bands at school", "refused",
    ...     factors=[stated("follows_people", Tag.REASON)],
    ... )
    >>> [one.factor for one in bands.reasons]
    ['follows_people']

    .. versionadded:: 0.1.0
    """

    id: str
    citation: Citation
    title: str
    track: str
    factors: tuple[Stated, ...] = attrs.field(converter=listed, kw_only=True)
    day: datetime.date | None = attrs.field(default=None, kw_only=True)
    summary: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        given: Any = self  # Whatever was given, of whatever type.
        problems = [*_identified(self.id), *_texts(self, "title", "track")]
        if not isinstance(given.citation, Citation):
            problems.append(
                f"`citation` takes a citation: `SOURCE.at(pinpoint)`, not `{shown(self.citation)}`"
            )
        wrong = list(wrong_items(self, "factors", Stated, "what `stated(...)` gives"))
        if not wrong:
            seen = [one.factor for one in self.factors]
            twice = dict.fromkeys(one for one in seen if seen.count(one) > 1)
            wrong = [f"`{one}` is stated twice" for one in twice]
        day = given.day
        if day is not None and (not isinstance(day, datetime.date) or isinstance(day, datetime.datetime)):
            wrong.append(f"`day` takes a day, such as `date(2026, 3, 2)`, not `{shown(day)}`")
        refuse("precedent", self, [*problems, *wrong])

    @property
    def reasons(self) -> tuple[Stated, ...]:
        """What its text gives as a ground: what it required, and its reasons."""
        return tuple(one for one in self.factors if one.tag in STATED)

    def citation_of(self, one: Stated) -> Citation:
        """Where a factor is stated."""
        return one.citation or self.citation

    def __str__(self) -> str:
        return self.title


class Role(StrEnum):
    """What a pattern is good for.

    .. versionadded:: 0.1.0
    """

    PREDICTS = "predicts"
    """Where it matches, its track is predicted."""
    LEANS = "leans"
    """Where it matches and nothing predicts, the answer abstains and leans to its track."""
    REQUIRES = "requires"
    """Its track takes it: where it is not met, the track is left out. It predicts nothing."""


@authored
@attrs.frozen
class Pattern:
    """What the text itself states of a track: the conditions that made it refuse, or what it required.

    It matches where every factor of `all_of` is shown, so many (`at_least`) of
    `some_of`, and none of `none_of`. `role` is what it is good for. `precedents` are the ids of the decided
    cases that it is drawn from: without any of them it is gone; empty for what a text
    announces for all cases. `ours` says what about it is the kit's choice and not the text's.

    Raises PolicyError for fields that do not fit.

    >>> from aigovkit.citations import Source
    >>> register = Source("Register of decisions", issuer="Ruritania")
    >>> Pattern(
    ...     "RUR-P-1", register.at("2"), "Following people is refused.", "refused",
    ...     all_of=["follows_people"], precedents=["RUR-C-1"],
    ... ).factors
    ('follows_people',)

    .. versionadded:: 0.1.0
    """

    id: str
    citation: Citation
    statement: str
    track: str
    all_of: tuple[str, ...] = attrs.field(default=(), converter=_ids, kw_only=True)
    some_of: tuple[str, ...] = attrs.field(default=(), converter=_ids, kw_only=True)
    at_least: int = attrs.field(kw_only=True)
    none_of: tuple[str, ...] = attrs.field(default=(), converter=_ids, kw_only=True)
    role: Role = attrs.field(default=Role.PREDICTS, kw_only=True)
    precedents: tuple[str, ...] = attrs.field(default=(), converter=listed, kw_only=True)
    ours: str = attrs.field(default="", kw_only=True)

    @at_least.default
    def _one(self) -> int:
        return 1 if self.some_of else 0

    def __attrs_post_init__(self) -> None:
        given: Any = self  # Whatever was given, of whatever type.
        problems = [*_identified(self.id), *_texts(self, "statement", "track")]
        if not isinstance(given.citation, Citation):
            problems.append(
                f"`citation` takes a citation: `SOURCE.at(pinpoint)`, not `{shown(self.citation)}`"
            )
        lists = ("all_of", "some_of", "none_of")
        wrong = [one for name in lists for one in wrong_items(self, name, str, "factors or their ids")]
        if not wrong and not any(getattr(self, name) for name in lists):
            wrong.append("it names no factor in `all_of`, `some_of` or `none_of`; it would always match")
        if not wrong and len(set(self.factors)) < len(self.factors):
            wrong.append("a factor stands in it twice")
        if not wrong and not 0 < self.at_least <= len(self.some_of) and (self.some_of or self.at_least):
            wrong.append(
                f"`at_least` takes a number from 1 to the {len(self.some_of)} of `some_of`, "
                f"not `{shown(self.at_least)}`"
            )
        if not isinstance(given.role, Role):
            wrong.append(f"`role` takes a `Role`, such as `Role.PREDICTS`, not `{shown(self.role)}`")
        wrong += wrong_items(self, "precedents", str, "ids of precedents")
        if self.role is not Role.REQUIRES and not wrong and not (self.all_of or self.some_of):
            wrong.append("it goes by what is not there alone; name what is there in `all_of` or `some_of`")
        refuse("pattern", self, [*problems, *wrong])

    @property
    def factors(self) -> tuple[str, ...]:
        """The ids of all factors that it speaks of."""
        return (*self.all_of, *self.some_of, *self.none_of)

    def __str__(self) -> str:
        return self.statement


def shared_reasons(
    precedent: Precedent, statement: str, *, at_least: int = 2, none_of: Iterable[Any] = (), ours: str = ""
) -> Pattern:
    """The pattern that a decided case makes: all that it required, and so many of its reasons.

    How many are enough is a choice; `ours` says so. Its id is that of the
    precedent and `-REASONS`.

    >>> from aigovkit.citations import Source
    >>> register = Source("Register of decisions", issuer="Ruritania")
    >>> case = Precedent(
    ...     "RUR-C-2", register.at("2"), "Inspections", "full_review",
    ...     factors=[stated("consent", Tag.REASON), stated("kept_secret", Tag.REASON)],
    ... )
    >>> made = shared_reasons(case, "Two of the reasons of the inspections.")
    >>> made.id, made.some_of, made.at_least
    ('RUR-C-2-REASONS', ('consent', 'kept_secret'), 2)

    .. versionadded:: 0.1.0
    """
    required = [one.factor for one in precedent.factors if one.tag is Tag.NECESSARY and one.value is None]
    reasons = [one.factor for one in precedent.factors if one.tag is Tag.REASON and one.value is None]
    enough = max(0, min(at_least - len(required), len(reasons)))
    return Pattern(
        f"{precedent.id}-REASONS",
        precedent.citation,
        statement,
        precedent.track,
        all_of=required,
        some_of=reasons if enough else (),
        at_least=enough,
        none_of=tuple(none_of),
        precedents=(precedent.id,),
        ours=ours or f"That {at_least} of its reasons are enough is a choice of the kit.",
    )
