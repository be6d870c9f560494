"""Reasoning from decided cases: what they settle, which come nearest, what their text says of why.

A base of precedents is data: decided cases on an ordered scale of tracks, the factors they speak of, and the
patterns their text states. `PrecedentBase` holds it. A policy names its bases, and an
evaluation by it compares the case with them when `precedents` is read:

>>> from aigovkit.authoring import Source
>>> from aigovkit.models import Scale, Step, Use
>>> register = Source("Register of decisions", issuer="Ruritania")
>>> TRACKS = Scale("track", "Track", [Step("approved", "Approved"), Step("refused", "Refused")])
>>> FOLLOWS = Factor("follows", "people are followed", AGAINST, Use.tracks_individuals)
>>> BANDS = Precedent(
...     "RUR-C-1", register.at("1"), "Wrist bands", "refused", factors=[stated(FOLLOWS, Tag.REASON)]
... )
>>> PrecedentBase("rur-register", "Register", register, TRACKS, factors=[FOLLOWS], precedents=[BANDS]).id
'rur-register'
"""

from aigovkit.precedents.judging import PrecedentBase, bases_of
from aigovkit.precedents.records import (
    AGAINST,
    FOR,
    Dimension,
    Factor,
    Measure,
    Pattern,
    Precedent,
    Role,
    Side,
    Stated,
    Tag,
    Way,
    back_to,
    shared_reasons,
    stated,
    towards,
)

__all__ = [
    "AGAINST",
    "FOR",
    "Dimension",
    "Factor",
    "Measure",
    "Pattern",
    "Precedent",
    "PrecedentBase",
    "Role",
    "Side",
    "Stated",
    "Tag",
    "Way",
    "back_to",
    "bases_of",
    "shared_reasons",
    "stated",
    "towards",
]
