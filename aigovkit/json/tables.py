"""How each part of an evaluation is written, and its schema, key by key.

A table says, for each key of a part in its order, what writes it and what its
schema is, so that the two cannot drift apart.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from aigovkit import periods
from aigovkit.answers import DutyStatus, Finding, Outcome, Question, Status
from aigovkit.citations import Force, Kind
from aigovkit.engine.subjects import lists
from aigovkit.evaluation import Evaluation
from aigovkit.facts.codecs import Schema
from aigovkit.joint import AnyEvaluation, JointEvaluation
from aigovkit.json.encode import agency_file_digest, case_digest
from aigovkit.json.limits import EVALUATION
from aigovkit.json.precedent_tables import COMPARISON
from aigovkit.json.rows import Table, object_schema
from aigovkit.json.rows import list_of as _list_of
from aigovkit.json.rows import row as _row
from aigovkit.json.rows import rows as _rows
from aigovkit.models import DataClass, Progress, RiskTier
from aigovkit.periods import Occurrence

_STRING: Schema = {"type": "string"}
_BOOLEAN: Schema = {"type": "boolean"}
_OPTIONAL_BOOLEAN: Schema = {"type": ["boolean", "null"]}
_STRINGS: Schema = {"type": "array", "items": _STRING}
_OPTIONAL_STRING: Schema = {"type": ["string", "null"]}
_OPTIONAL_NUMBER: Schema = {"type": ["number", "null"]}
_OPEN: Schema = {"type": "object", "additionalProperties": _STRING}
_OUTCOMES: Schema = {"enum": [outcome.word for outcome in Outcome]}


def _enum(words: Any) -> Schema:
    return {"enum": [str(word) for word in words]}


_FORCE_OR_NULL: Schema = {"enum": [*_enum(Force)["enum"], None]}


def _or_null(word: Force | DataClass | Progress | None) -> str | None:
    return None if word is None else str(word)


def _iso(value: periods.Moment | None) -> str | None:
    # In the form in which it is read again: the offset of an old zone may have seconds.
    return None if value is None else periods.plain(value).isoformat()


def _dollars(cents: int | None) -> int | float | None:
    return None if cents is None else cents // 100 if cents % 100 == 0 else cents / 100


@attrs.frozen
class _Found:
    """A finding of an evaluation: how it is read is said by the evaluation."""

    finding: Finding
    evaluation: Evaluation

    def reading(self) -> str | None:
        """The readings on which the finding depends, as `ambiguity=reading`."""
        named = (f"{name}={self.evaluation.policy.reading_of(name)}" for name in self.finding.readings)
        return ", ".join(named) or None


_RECORD_FINDING: Table = {
    "record": (lambda f: f.record, _STRING),
    "label": (lambda f: f.label, _STRING),
    "status": (lambda f: str(f.status), _enum(Status)),
    "because": (lambda f: list(f.because), _STRINGS),
    "unknown": (lambda f: list(f.unknown), _STRINGS),
    "displaced_by": (lambda f: f.displaced_by, _OPTIONAL_STRING),
    "presumed": (lambda f: f.presumed, _BOOLEAN),
}
_FINDING: Table = {
    "provision": (lambda f: f.finding.provision, _STRING),
    "kind": (lambda f: str(f.finding.kind), _enum(Kind)),
    "force": (lambda f: str(f.finding.force), _enum(Force)),
    "effective_force": (lambda f: _or_null(f.finding.effective_force), _FORCE_OR_NULL),
    "status": (lambda f: str(f.finding.status), _enum(Status)),
    "citation": (lambda f: str(f.finding.citation), _STRING),
    "because": (lambda f: list(f.finding.because), _STRINGS),
    "unknown": (lambda f: list(f.finding.unknown), _STRINGS),
    "displaced_by": (lambda f: f.finding.displaced_by, _OPTIONAL_STRING),
    "presumed": (lambda f: f.finding.presumed, _BOOLEAN),
    "reading": (_Found.reading, _OPTIONAL_STRING),
    "left_open": (lambda f: dict(f.finding.left_open), _OPEN),
    "records": (lambda f: _rows(f.finding.records, _RECORD_FINDING), _list_of(_RECORD_FINDING)),
}
_DUTY: Table = {
    "provision": (lambda d: d.provision, _STRING),
    "actor": (lambda d: d.actor, _STRING),
    "act": (lambda d: d.act, _STRING),
    "citation": (lambda d: str(d.citation), _STRING),
    "due": (lambda d: _iso(d.due), _OPTIONAL_STRING),
    "status": (lambda d: str(d.status), _enum(DutyStatus)),
    "force": (lambda d: str(d.force), _enum(Force)),
    "effective_force": (lambda d: _or_null(d.effective_force), _FORCE_OR_NULL),
    "note": (lambda d: d.note, _STRING),
    "by_reading": (lambda d: d.by_reading, _BOOLEAN),
    "about": (lambda d: d.about, _STRING),
    "addressee": (lambda d: d.addressee, _STRING),
    "standing": (lambda d: d.standing, _BOOLEAN),
    "progress": (lambda d: _or_null(d.progress), {"enum": [*_enum(Progress)["enum"], None]}),
    "same_act_as": (lambda d: d.same_act_as or None, _OPTIONAL_STRING),
    "part_of": (lambda d: d.part_of or None, _OPTIONAL_STRING),
}
_ELEMENT: Table = {
    "provision": (lambda c: c.provision, _STRING),
    "citation": (lambda c: str(c.citation), _STRING),
    "element": (lambda c: c.element, _STRING),
    "data_class": (lambda c: str(c.data_class), _enum(DataClass)),
    "certain": (lambda c: c.certain, _BOOLEAN),
    "regime": (lambda c: c.regime, _STRING),
    "effective_force": (lambda c: _or_null(c.effective_force), _FORCE_OR_NULL),
}
_CLASS_OR_NULL: Schema = {"enum": [*_enum(DataClass)["enum"], None]}
_CLASS: Table = {
    "data_class": (lambda c: str(c.data_class), _enum(DataClass)),
    "certain": (lambda c: c.certain, _BOOLEAN),
    "provisions": (lambda c: list(c.provisions), _STRINGS),
    "regimes": (lambda c: list(c.regimes), _STRINGS),
    "because": (lambda c: list(c.because), _STRINGS),
    "unknown": (lambda c: list(c.unknown), _STRINGS),
    "readings": (lambda c: list(c.readings), _STRINGS),
}
_RETENTION: Table = {
    "provision": (lambda r: r.provision, _STRING),
    "citation": (lambda r: str(r.citation), _STRING),
    "floor": (lambda r: r.retention.floor and r.retention.floor.isoformat(), _OPTIONAL_STRING),
    "ceiling": (lambda r: r.retention.ceiling and r.retention.ceiling.isoformat(), _OPTIONAL_STRING),
    "trigger": (lambda r: r.retention.trigger, _STRING),
    "series": (lambda r: r.retention.series, _STRING),
    "commanded": (lambda r: r.commanded, _OPTIONAL_BOOLEAN),
    "certain": (lambda r: r.certain, _BOOLEAN),
    "hold": (lambda r: r.retention.hold, _BOOLEAN),
    "described": (lambda r: [one.isoformat() for one in r.retention.described], _STRINGS),
    "keep_until": (lambda r: r.keep_until and _iso(r.keep_until), _OPTIONAL_STRING),
    "delete_by": (lambda r: r.delete_by and _iso(r.delete_by), _OPTIONAL_STRING),
    "held": (lambda r: r.held, _OPTIONAL_BOOLEAN),
    "note": (lambda r: r.note, _STRING),
    "about": (lambda r: r.about, _STRING),
}
_CONFLICT: Table = {
    "provisions": (lambda c: list(c.provisions), _STRINGS),
    "certain": (lambda c: c.certain, _BOOLEAN),
    "commanded": (lambda c: c.commanded, _OPTIONAL_BOOLEAN),
    "why": (lambda c: c.why, _STRING),
    "citations": (lambda c: [str(one) for one in c.citations], _STRINGS),
    "each_commanded": (
        lambda c: [one.commanded for one in c.between],
        {"type": "array", "items": _OPTIONAL_BOOLEAN},
    ),
}
_EXPOSURE: Table = {
    "provision": (lambda e: e.provision, _STRING),
    "citation": (lambda e: str(e.citation), _STRING),
    "currency": (lambda _: "USD", {"const": "USD"}),
    "at_least": (lambda e: _dollars(e.at_least), {"type": "number"}),
    "at_most": (lambda e: _dollars(e.at_most), _OPTIONAL_NUMBER),
    "formula": (lambda e: e.formula, _STRING),
    "payer": (lambda e: e.payer, _STRING),
    "payee": (lambda e: e.payee, _STRING),
    "certain": (lambda e: e.certain, _BOOLEAN),
}
_SUM_READ: Table = {
    "provision": (lambda s: s.provision, _STRING),
    "ambiguity": (lambda s: s.ambiguity, _STRING),
    "reading": (lambda s: s.reading, _STRING),
    "at_least": (lambda s: _dollars(s.at_least), {"type": "number"}),
    "at_most": (lambda s: _dollars(s.at_most), _OPTIONAL_NUMBER),
}
_DAY_READ: Table = {
    "provision": (lambda d: d.provision, _STRING),
    "about": (lambda d: d.about, _STRING),
    "ambiguity": (lambda d: d.ambiguity, _STRING),
    "reading": (lambda d: d.reading, _STRING),
    "due": (lambda d: d.due and _iso(d.due), _OPTIONAL_STRING),
}
_REFERRAL: Table = {
    "provision": (lambda r: r.provision, _STRING),
    "citation": (lambda r: str(r.citation), _STRING),
    "issue": (lambda r: r.issue, _STRING),
    "bearer": (lambda r: r.bearer, _STRING),
    "certain": (lambda r: r.certain, _BOOLEAN),
    "moves": (lambda r: r.moves, _OPTIONAL_BOOLEAN),
    "about": (lambda r: r.about, _STRING),
}
_RESTATED: Table = {
    "provision": (lambda r: r.provision, _STRING),
    "citation": (lambda r: str(r.citation), _STRING),
    "statement": (lambda r: r.statement, _STRING),
    "policy": (lambda r: r.policy or None, _OPTIONAL_STRING),
    "restates": (lambda r: list(r.restates), _STRINGS),
    "statuses": (
        lambda r: [None if one is None else str(one) for one in r.statuses],
        {"type": "array", "items": {"enum": [*_enum(Status)["enum"], None]}},
    ),
}
_UPCOMING: Table = {
    "provision": (lambda u: u.provision, _STRING),
    "citation": (lambda u: str(u.citation), _STRING),
    "starts": (lambda u: _iso(u.starts), _OPTIONAL_STRING),
    "statement": (lambda u: u.statement, _STRING),
}
_CHOICE: Table = {
    "value": (lambda c: c.value, _STRING),
    "label": (lambda c: c.label, _STRING),
}
_QUESTION: Table = {
    "fact": (lambda q: q.fact, _STRING),
    "prompt": (lambda q: q.prompt, _STRING),
    "provisions": (lambda q: list(q.provisions), _STRINGS),
    "definition": (lambda q: q.definition, _STRING),
    "choices": (lambda q: _rows(q.choices, _CHOICE), _list_of(_CHOICE)),
    "proven": (lambda q: q.proven, _BOOLEAN),
    "rebuts": (lambda q: q.rebuts, _BOOLEAN),
    "asked": (lambda q: q.asked, _BOOLEAN),
    "known_by": (lambda q: q.known_by, _STRING),
    "parameter": (lambda q: q.parameter, _BOOLEAN),
    "topic": (lambda q: q.topic, _STRING),
    "kind": (lambda q: q.kind, _STRING),
    "form": (lambda q: q.form, _STRING),
    "page": (lambda q: q.page, _STRING),
}
_CONTRADICTION: Table = {
    "fact": (lambda c: c.fact, _STRING),
    "value": (lambda c: c.value, _STRING),
    "against": (lambda c: list(c.against), _STRINGS),
}
_PAPER: Table = {
    "paper": (lambda p: p.paper, _STRING),
    "title": (lambda p: p.title, _STRING),
    "citation": (lambda p: str(p.citation), _STRING),
    "called_for": (lambda p: p.called_for, _BOOLEAN),
    "present": (lambda p: p.present, {"type": "integer"}),
    "missing": (lambda p: list(p.missing), _STRINGS),
    "not_known": (lambda p: list(p.not_known), _STRINGS),
}
_RANGE: Table = {
    "outcome": (lambda e: e.outcome.word, _OUTCOMES),
    "at_least": (lambda e: e.at_least.word, _OUTCOMES),
    "at_most": (lambda e: e.at_most.word, _OUTCOMES),
}
_RECORD: Table = {
    "record": (lambda o: o.record, _STRING),
    "label": (lambda o: o.label, _STRING),
    **_RANGE,
}
_ATTENTION: Table = {
    "overdue": (lambda a: a.overdue, {"type": "integer"}),
    "unmet": (lambda a: a.unmet, {"type": "integer"}),
    "met_late": (lambda a: a.met_late, {"type": "integer"}),
    "referred": (lambda a: a.referred, {"type": "integer"}),
    "perhaps": (lambda a: a.perhaps, {"type": "integer"}),
}
_COUNTS: Table = {
    "known": (lambda c: c.known, {"type": "integer"}),
    "asked_not_known": (lambda c: c.asked_not_known, {"type": "integer"}),
    "not_asked": (lambda c: c.not_asked, {"type": "integer"}),
}
_READINGS: Schema = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": _OUTCOMES, "minItems": 2, "maxItems": 2},
    },
}


def _findings(evaluation: Evaluation) -> list[dict[str, Any]]:
    return _rows([_Found(finding, evaluation) for finding in evaluation.findings], _FINDING)


def _by_record(evaluation: AnyEvaluation) -> list[dict[str, Any]]:
    several = dict.fromkeys(one for part in evaluation.parts for one in lists(part.policy.rules))
    return _rows([found for one in several for found in evaluation.by_record(one)], _RECORD)


def _contested(evaluation: AnyEvaluation) -> dict[str, Any]:
    return {
        name: {reading: [low.word, high.word] for reading, (low, high) in outcomes.items()}
        for name, outcomes in evaluation.contested.items()
    }


_CLASSIFIED: Table = {
    "element": (lambda c: c.element, _STRING),
    "at_least": (lambda c: _or_null(c.at_least), _CLASS_OR_NULL),
    "at_most": (lambda c: _or_null(c.at_most), _CLASS_OR_NULL),
    "classes": (lambda c: _rows(c.classes, _CLASS), _list_of(_CLASS)),
    "otherwise": (lambda c: _rows(c.otherwise, _CLASS), _list_of(_CLASS)),
}
_HELD: Table = {
    key: _RETENTION[key]
    for key in (
        "provision",
        "citation",
        "floor",
        "ceiling",
        "trigger",
        "commanded",
        "certain",
        "hold",
        "held",
    )
}
_LIMITS: Table = {
    "series": (lambda limits: limits.series, _STRING),
    "floors": (lambda limits: [one.isoformat() for one in limits.floors], _STRINGS),
    "ceilings": (lambda limits: [one.isoformat() for one in limits.ceilings], _STRINGS),
    "conflicts": (lambda limits: _rows(limits.conflicts, _CONFLICT), _list_of(_CONFLICT)),
    "rules": (lambda limits: _rows(limits.rules, _HELD), _list_of(_HELD)),
}
_RISKS = [tier.name.lower() for tier in RiskTier]
_STEP: Table = {
    "step": (lambda s: s.id, _STRING),
    "label": (lambda s: s.label, _STRING),
    "meaning": (lambda s: s.meaning, _STRING),
    "risk": (lambda s: None if s.risk is None else s.risk.name.lower(), {"enum": [*_RISKS, None]}),
}
_TIER: Table = {
    "provision": (lambda t: t.provision, _STRING),
    "citation": (lambda t: str(t.citation), _STRING),
    "at_least": (lambda t: t.at_least, _OPTIONAL_NUMBER),
    "at_most": (lambda t: t.at_most, _OPTIONAL_NUMBER),
    "scale": (lambda t: t.scale and t.scale.id, _OPTIONAL_STRING),
    "title": (lambda t: t.scale and t.scale.title, _OPTIONAL_STRING),
    "steps": (lambda t: _rows(t.steps, _STEP), _list_of(_STEP)),
    "certain": (lambda t: t.certain, _BOOLEAN),
    "effective_force": (lambda t: _or_null(t.effective_force), _FORCE_OR_NULL),
}


def _of_duty(*keys: str) -> Table:
    """What is told again of a duty of one of the policies, which has the rest in its part."""

    def of_owed(write: Callable[[Any], Any]) -> Callable[[Any], Any]:
        return lambda owed: write(owed.duty)

    told = {key: (of_owed(_DUTY[key][0]), _DUTY[key][1]) for key in keys}
    return {"policy": (lambda o: o.policy, _STRING), **told}


_WHICH = ("provision", "about", "addressee", "due", "status")
_DATED = _of_duty(*_WHICH)
_OWED = _of_duty(*_WHICH, "actor", "citation", "force", "effective_force")
_ACT_OWED: Table = {
    "act": (lambda a: a.first.duty.act, _STRING),
    "due": (lambda a: _iso(a.first.duty.due), _OPTIONAL_STRING),
    "status": (lambda a: str(a.first.duty.status), _enum(DutyStatus)),
    "duties": (lambda a: _rows(a.duties, _OWED), _list_of(_OWED)),
}
_DEADLINES: Table = {
    "dated": (lambda d: _rows(d.dated, _DATED), _list_of(_DATED)),
    "undated": (lambda d: _rows(d.undated, _DATED), _list_of(_DATED)),
    "unknown": (lambda d: _rows(d.unknown, _DATED), _list_of(_DATED)),
}
_SCALE_TIERS: Table = {
    "policy": (lambda s: s.policy, _STRING),
    "scale": (lambda s: s.scale and s.scale.id, _OPTIONAL_STRING),
    "title": (lambda s: s.scale and s.scale.title, _OPTIONAL_STRING),
    "tiers": (lambda s: _rows(s.tiers, _TIER), _list_of(_TIER)),
}
_HYPOTHETICAL: Table = {**_RANGE, "findings": (_findings, _list_of(_FINDING))}

PART: Table = {
    "schema": (lambda _: EVALUATION, {"const": EVALUATION}),
    "policy": (lambda e: e.policy.id, _STRING),
    "policy_version": (lambda e: e.policy.version, _STRING),
    "kit_version": (lambda _: _kit_version(), _STRING),
    "case": (lambda e: e.case.id, _OPTIONAL_STRING),
    "case_sha256": (lambda e: case_digest(e.case), {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
    "agency_file_sha256": (
        lambda e: e.agency_file and agency_file_digest(e.agency_file),
        {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"},
    ),
    "as_of": (lambda e: _iso(e.as_of), _STRING),
    "readings": (lambda e: dict(e.policy.readings), _OPEN),
    "parameters": (
        lambda e: {name: _parameter(value) for name, value in e.policy.parameters},
        {"type": "object"},
    ),
    **_RANGE,
    "present": (lambda e: _row(e.present, _RANGE), object_schema(_RANGE)),
    "attention": (lambda e: _row(e.attention, _ATTENTION), object_schema(_ATTENTION)),
    "contested": (lambda e: bool(e.contested), _BOOLEAN),
    "contested_readings": (_contested, _READINGS),
    "contradictions": (
        lambda e: _rows(e.contradictions, _CONTRADICTION),
        _list_of(_CONTRADICTION),
    ),
    "findings": (_findings, _list_of(_FINDING)),
    "records": (_by_record, _list_of(_RECORD)),
    "duties": (lambda e: _rows(e.duties, _DUTY), _list_of(_DUTY)),
    "referrals": (lambda e: _rows(e.referrals, _REFERRAL), _list_of(_REFERRAL)),
    "tiers": (lambda e: _rows(e.tiers, _TIER), _list_of(_TIER)),
    "data_classes": (lambda e: _rows(e.data_classes, _ELEMENT), _list_of(_ELEMENT)),
    "classified": (lambda e: _rows(e.classified, _CLASSIFIED), _list_of(_CLASSIFIED)),
    "retention": (lambda e: _rows(e.retention, _RETENTION), _list_of(_RETENTION)),
    "exposure": (lambda e: _rows(e.exposure, _EXPOSURE), _list_of(_EXPOSURE)),
    "sums_by_reading": (lambda e: _rows(e.sums_by_reading, _SUM_READ), _list_of(_SUM_READ)),
    "days_by_reading": (lambda e: _rows(e.days_by_reading, _DAY_READ), _list_of(_DAY_READ)),
    "papers": (lambda e: _rows(e.papers, _PAPER), _list_of(_PAPER)),
    "precedents": (lambda e: _rows(e.precedents, COMPARISON), _list_of(COMPARISON)),
    "restatements": (lambda e: _rows(e.restatements, _RESTATED), _list_of(_RESTATED)),
    "upcoming": (lambda e: _rows(e.upcoming, _UPCOMING), _list_of(_UPCOMING)),
    "is_hypothetical": (
        lambda e: e.is_hypothetical,
        {"type": "boolean", "description": "whether the policy is taken as in force"},
    ),
    "hypothetical": (
        lambda e: e.hypothetical and _row(e.hypothetical, _HYPOTHETICAL),
        {**object_schema(_HYPOTHETICAL), "type": ["object", "null"]},
    ),
    "questions": (lambda e: _rows(e.questions, _QUESTION), _list_of(_QUESTION)),
    "agency_questions": (lambda e: _rows(e.agency_questions, _QUESTION), _list_of(_QUESTION)),
    "counts": (lambda e: _row(e.counts, _COUNTS), object_schema(_COUNTS)),
    "unused_attestations": (lambda e: list(e.unused_attestations), _STRINGS),
    "notes": (lambda e: list(e.notes), _STRINGS),
    "parts": (lambda _: [], {"type": "array", "maxItems": 0}),
}
JOINT: Table = {
    "schema": PART["schema"],
    "policy": (lambda e: e.policy_id, _STRING),
    "policy_version": (lambda e: e.policy.version, _STRING),
    "kit_version": PART["kit_version"],
    "case": PART["case"],
    "case_sha256": PART["case_sha256"],
    "agency_file_sha256": PART["agency_file_sha256"],
    "as_of": PART["as_of"],
    **_RANGE,
    "present": PART["present"],
    "attention": PART["attention"],
    "contested": PART["contested"],
    "contested_readings": PART["contested_readings"],
    "duties_by_act": (lambda e: _rows(e.duties_by_act, _ACT_OWED), _list_of(_ACT_OWED)),
    "deadlines": (lambda e: _row(e.deadlines, _DEADLINES), object_schema(_DEADLINES)),
    "tiers_by_scale": (lambda e: _rows(e.tiers_by_scale, _SCALE_TIERS), _list_of(_SCALE_TIERS)),
    "retention_limits": (lambda e: _rows(e.retention_limits, _LIMITS), _list_of(_LIMITS)),
    "contradictions": PART["contradictions"],
    "records": PART["records"],
    "is_hypothetical": PART["is_hypothetical"],
    "hypothetical": (
        lambda e: e.hypothetical and _row(e.hypothetical, _RANGE),
        {**object_schema(_RANGE), "type": ["object", "null"]},
    ),
    "questions": PART["questions"],
    "agency_questions": PART["agency_questions"],
    "counts": PART["counts"],
    "unused_attestations": PART["unused_attestations"],
    # What is a list of each part, one after the other, is not told twice.
    "parts": (
        lambda e: [_row(part, PART) for part in e.parts],
        {"type": "array", "items": object_schema(PART)},
    ),
}
IN_PARTS = frozenset(PART) - frozenset(JOINT)
"""What of a joint answer stands in its parts: settings by policy, and lists one after the other."""


# What the tables of other answers are made of.
row: Callable[[Any, Table], dict[str, Any]] = _row
rows: Callable[[Any, Table], list[dict[str, Any]]] = _rows
list_of: Callable[[Table], Schema] = _list_of
enum: Callable[[Any], Schema] = _enum
OUTCOMES: Schema = _OUTCOMES
ATTENTION: Table = _ATTENTION
ROWS: dict[str, Table] = {
    "duties": _DUTY,
    "referrals": _REFERRAL,
    "tiers": _TIER,
    "data_classes": _ELEMENT,
    "retention": _RETENTION,
    "exposure": _EXPOSURE,
    "papers": _PAPER,
    "upcoming": _UPCOMING,
    "retention_limits": _LIMITS,
    "contradictions": _CONTRADICTION,
    "questions": _QUESTION,
}
"""How a row of each list of an answer is written, by the name of the list."""


def _parameter(value: Any) -> Any:
    if isinstance(value, Occurrence):
        return value.value
    return _iso(value) if isinstance(value, datetime.date) else value


parameter = _parameter


def _kit_version() -> str:
    from aigovkit import __version__

    return __version__


def evaluation_to_dict(evaluation: AnyEvaluation) -> dict[str, Any]:
    """The JSON form of an evaluation: everything it says, which is then worked out.

    .. versionadded:: 0.1.0
    """
    return _row(evaluation, JOINT if isinstance(evaluation, JointEvaluation) else PART)


def questions_to_list(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """The JSON form of questions, as an evaluation has them.

    .. versionadded:: 0.1.0
    """
    return _rows(questions, _QUESTION)


def evaluation_part(evaluation: AnyEvaluation, key: str) -> Any:
    """One key of the JSON form of an evaluation; the others are not worked out.

    .. versionadded:: 0.1.0
    """
    table = JOINT if isinstance(evaluation, JointEvaluation) else PART
    return table[key][0](evaluation)


def evaluation_to_json(evaluation: AnyEvaluation, *, indent: int | None = None) -> str:
    """An evaluation as JSON text, the same bytes for the same case, policy, settings and time.

    .. versionadded:: 0.1.0
    """
    separators = (",", ":") if indent is None else None
    return json.dumps(
        evaluation_to_dict(evaluation), indent=indent, separators=separators, ensure_ascii=False
    )
