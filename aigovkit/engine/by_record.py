"""What comes of each record by itself: of one rule, and of all that is said of it."""

from __future__ import annotations

from aigovkit import paths
from aigovkit.answers import Outcome, RecordFinding, RecordOutcome
from aigovkit.engine.breaches import breach
from aigovkit.engine.reasons import EachExplained
from aigovkit.engine.reference import ByRecord, verdict_for
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, lists, records
from aigovkit.errors import ConditionError, shown
from aigovkit.language.nodes import RecordsFact
from aigovkit.rules import AnyRule
from aigovkit.situation import Situation


def findings_by_record(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> tuple[RecordFinding, ...]:
    """What comes of a rule for each record that is known of those it speaks of."""
    if rule.each is None:
        return ()
    each, position = EachExplained(rulebook, rule, situation), rulebook.index(rule.id)
    statuses = {}
    for at in dict.fromkeys(each.first):
        named = rulebook.statuses[position][verdict_for(rulebook, rule, each.subjects[at])]
        statuses[at] = named or breach(rule, each.subjects[at].situation)
    found = []
    for place, (subject, at) in enumerate(zip(each.subjects, each.first, strict=True)):
        if subject.is_certain:
            why = each.why(place)
            finding = RecordFinding(
                record=_path(rule.each, subject),
                label=subject.label,
                status=statuses[at],
                because=why.because,
                unknown=why.unknown,
                displaced_by=why.displaced_by,
                presumed=why.presumed,
            )
            found.append(finding)
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
