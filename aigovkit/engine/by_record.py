"""What comes of each record by itself: of one rule, and of all that is said of it."""

from __future__ import annotations

from aigovkit import paths
from aigovkit.answers import Outcome, RecordFinding, RecordOutcome
from aigovkit.engine.breaches import breach
from aigovkit.engine.reasons import RuleReasons
from aigovkit.engine.reference import ByRecord
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, lists, records
from aigovkit.errors import ConditionError, shown
from aigovkit.language.nodes import RecordsFact
from aigovkit.situation import Situation


def findings_by_record(reasons: RuleReasons) -> tuple[RecordFinding, ...]:
    """What comes of a rule for each record that is known of those it speaks of."""
    rule, found = reasons.rule, []
    if rule.each is None:
        return ()
    named = reasons.rulebook.statuses[reasons.rulebook.index(rule.id)]
    statuses = {
        at: named[verdict] or breach(rule, reasons.subjects[at].situation)
        for at, verdict in reasons.verdicts.items()
    }
    collection = rule.each.path
    for place, subject in enumerate(reasons.subjects):
        if subject.is_certain:
            why, status = reasons.of_one(place), statuses[reasons.first[place]]
            because, unknown, displaced_by = why.because, why.unknown, why.displaced_by
            path = paths.of_record(collection, place)
            one = RecordFinding(path, subject.label, status, because, unknown, displaced_by, why.presumed)
            found.append(one)
    return tuple(found)


def outcomes_by_record(
    found: ByRecord, rulebook: Rulebook, collection: RecordsFact, situation: Situation
) -> tuple[RecordOutcome, ...]:
    """The range of outcomes of each record that is known of a list: what the rules on it say, joined with the
    rules on the whole case.
    """
    if not isinstance(collection, RecordsFact):
        raise ConditionError(f"`{shown(collection)}` is no list of records, such as `Case.incidents`")
    whole, of_lists = found
    ranges = dict(zip(lists(rulebook.rules), of_lists, strict=True)).get(collection)
    outcomes = []
    for number, subject in enumerate(records(collection, situation)):
        if subject.is_certain:
            least, most, *_ = ranges[number] if ranges is not None else NO_RULE
            joined = Outcome(max(whole[0], least)), Outcome(max(whole[1], most))
            outcomes.append(RecordOutcome(_path(collection, subject), subject.label, *joined))
    return tuple(outcomes)


NO_RULE = (Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE)
"""The range of outcomes by no rule at all."""


def outcome_at_present(found: ByRecord) -> tuple[Outcome, Outcome]:
    """The range of outcomes of what is planned or goes on: by the rules on the whole case, and by those on
    records for the records that are not past.

    A record of which it is open whether it is past may bring about what its rules say, and is not certain to.
    """
    (mildest, strictest), of_lists = found
    for least, most, _, is_present in (one for ranges in of_lists for one in ranges):
        if is_present is not False:
            strictest = max(strictest, most)
            mildest = max(mildest, least) if is_present else mildest
    return Outcome(mildest), Outcome(strictest)


def _path(collection: RecordsFact, subject: Subject) -> str:
    return paths.of_record(collection.path, subject.index or 0)
