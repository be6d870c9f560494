"""Facts: what can be asked about a case, each declared once.

A record is a frozen class whose fields are facts. The declaration holds the
question a person is asked, the definition, and the vocabulary; the JSON form,
the schema, the reference pages and the questions all come from it. On an
instance a field is its value (None while unknown); on the class it is the fact
itself, which conditions are built from:

>>> from aigovkit.models import System
>>> System(uses_ai=True).uses_ai
True
>>> System.uses_ai & System.outputs_automatic
System.uses_ai & System.outputs_automatic
"""

from aigovkit.facts.codecs import Codec, codec_of
from aigovkit.facts.kinds import (
    Boolean,
    Count,
    Date,
    DeclaredFact,
    Duration,
    Event,
    Events,
    Fulfilment,
    KnownBy,
    Money,
    Place,
    Provisions,
    Records,
    Term,
    Terms,
    Text,
)
from aigovkit.facts.records import Record, facts_of, sections_of
from aigovkit.facts.terms import TermSet, Vocabulary
from aigovkit.language.lists import Partly
from aigovkit.language.nodes import Fact

__all__ = [
    "Boolean",
    "Codec",
    "Count",
    "Date",
    "DeclaredFact",
    "Duration",
    "Event",
    "Events",
    "Fact",
    "Fulfilment",
    "KnownBy",
    "Money",
    "Partly",
    "Place",
    "Provisions",
    "Record",
    "Records",
    "Term",
    "TermSet",
    "Terms",
    "Text",
    "Vocabulary",
    "codec_of",
    "facts_of",
    "sections_of",
]
