"""What the fields of rules accept, each by its name: one table that rules and their builders go by."""

from __future__ import annotations

import re
from typing import Any

from aigovkit.calls import WORDS
from aigovkit.citations import PROVISION_ID, Force, Kind
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.kinds import CONDITIONS, TIMES
from aigovkit.language.nodes import RecordsFact, meant
from aigovkit.models.data import DataClass
from aigovkit.models.retention import RetentionRule
from aigovkit.models.scales import Scale, Step
from aigovkit.rules.checks import (
    BOOLEAN,
    CITATION,
    QUANTITY,
    SAID,
    TEXT,
    TIME,
    Accepted,
    one_of,
    to_a_condition,
)
from aigovkit.rules.times import Commencement, Deadline


def _are(sort: type) -> Any:
    return lambda values: isinstance(values, tuple) and all(isinstance(value, sort) for value in values)


def are_addressees(pairs: Any) -> bool:
    """Whether they are pairs of a name and what tells that it was done."""
    return isinstance(pairs, tuple) and all(
        isinstance(pair, tuple)
        and len(pair) == 2
        and isinstance(pair[0], str)
        and bool(pair[0].strip())
        and isinstance(pair[1], (*CONDITIONS, *TIMES))
        for pair in pairs
    )


def _are_bands(bands: Any) -> bool:
    return isinstance(bands, tuple) and all(
        isinstance(band, tuple)
        and len(band) == 3
        and all(end is None or type(end) is int for end in band[:2])
        and (None in band[:2] or band[0] <= band[1])
        and isinstance(band[2], str)
        for band in bands
    )


def _joins(value: Any) -> bool:
    """Whether it is a condition, or a defined term, which stands for one."""
    return isinstance(meant(value), CONDITIONS)


CONDITION = Accepted(
    _joins,
    WORDS["Condition | DefinedTerm"],
    to_a_condition,
)
COMMENCEMENT = Accepted(
    lambda value: isinstance(value, Commencement),
    "a `Commencement`",
    lambda value: "write `Commencement(name, starts, citation)`" if isinstance(value, TIMES) else "",
)
DEADLINE = Accepted(
    lambda value: isinstance(value, Deadline),
    "a `Deadline`",
    lambda value: "write `Deadline(...)` around it" if isinstance(value, TIMES) else "",
)
RECORDS = Accepted(lambda value: isinstance(value, RecordsFact), "a fact that is a list of records")

ACCEPTED: dict[str, Accepted] = {
    "id": Accepted(
        lambda value: isinstance(value, str) and re.fullmatch(PROVISION_ID, value),
        "letters, digits, dots, hyphens and underscores, at most 100, such as `RUR-3.1`",
    ),
    "citation": CITATION,
    "statement": SAID,
    "kind": one_of(Kind),
    "force": one_of(Force),
    "when": CONDITION,
    "each": RECORDS.or_none(),
    "commencement": COMMENCEMENT.or_none(),
    "act": TIME,
    "promoted_by": CONDITION,
    "left_open": Accepted(
        _are(Ambiguity),
        "a list of ambiguities",
        lambda value: "put it in a list" if isinstance(value, Ambiguity) else "",
    ),
    "note": TEXT,
    "bearer": SAID,
    "to": Accepted(
        lambda value: _are(str)(value) and value,
        "the rules it displaces, or their ids",
    ),
    "provided": CONDITION,
    "waiver": CONDITION.or_none(),
    "done": Accepted(
        lambda value: _joins(value) or isinstance(value, TIMES),
        "a condition (it is done) or a time (when)",
        to_a_condition,
    ),
    "due": DEADLINE.or_none(),
    "gate": CONDITION,
    "addressees": Accepted(
        are_addressees,
        "for each addressee by name a condition (it is done) or a time (when)",
    ),
    "step": TEXT,
    "same_act_as": TEXT._replace(words="the duty whose act it is too, or its id"),
    "part_of": TEXT._replace(words="the duty that it is a part of, or its id"),
    "holds_back": CONDITION,
    "lawful_use": BOOLEAN,
    "standing": BOOLEAN,
    "matches": CONDITION,
    "issue": SAID,
    "term": SAID,
    "points": Accepted(QUANTITY.fits, "a quantity, or a list of pairs of a condition and its points"),
    "scale": Accepted(
        lambda value: isinstance(value, Scale),
        "a `Scale`",
        lambda value: "write `Scale(id, title, steps)`" if isinstance(value, list | tuple | Step) else "",
    ).or_none(),
    "bands": Accepted(
        _are_bands,
        "a list of bands: lowest total, highest total, the id of the step",
        lambda value: "write the `id` of the step" if "Step(" in repr(value) else "",
    ),
    "data_class": one_of(DataClass),
    "regime": TEXT,
    "keeps": Accepted(lambda value: isinstance(value, RetentionRule), "a `RetentionRule`"),
    "counted_from": TIME.or_none(),
    "hold": CONDITION,
    "least": QUANTITY,
    "most": QUANTITY.or_none(),
    "formula": SAID,
    "payer": TEXT,
    "payee": TEXT,
}
"""What the fields of rules accept, by their names."""
