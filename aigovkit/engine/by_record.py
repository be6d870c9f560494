"""What comes of each record by itself: of one rule, and of all that is said of it."""

from __future__ import annotations

from aigovkit import paths
from aigovkit.answers import Outcome, RecordFinding, RecordOutcome
from aigovkit.engine.breaches import breach
from aigovkit.engine.reasons import explain_one
from aigovkit.engine.reference import covered, reached, reached_for, strictest_of, verdict_for
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import Subject, records
from aigovkit.errors import ConditionError, shown
from aigovkit.language.meaning import holds
from aigovkit.language.nodes import RecordsFact
from aigovkit.rules import AnyRule
from aigovkit.situation import Situation


def lists(rulebook: Rulebook) -> tuple[RecordsFact, ...]:
    """The lists of whose records rules speak one by one, in the order of the document."""
    return tuple(dict.fromkeys(rule.each for rule in rulebook.rules if rule.each is not None))


def findings_by_record(rulebook: Rulebook, rule: AnyRule, situation: Situation) -> tuple[RecordFinding, ...]:
    """What comes of a rule for each record that is known of those it speaks of."""
    if rule.each is None:
        return ()
    known = (subject for subject in records(rule.each, situation) if subject.is_certain)
    return tuple(_finding(rulebook, rule, subject, _path(rule.each, subject)) for subject in known)


def _finding(rulebook: Rulebook, rule: AnyRule, subject: Subject, path: str) -> RecordFinding:
    named = rulebook.statuses[rulebook.index(rule.id)][verdict_for(rulebook, rule, subject)]
    why = explain_one(rulebook, rule, subject)
    return RecordFinding(
        record=path,
        label=subject.label,
        status=named or breach(rule, subject.situation),
        because=tuple(line.replace(f"{paths.general(path)}.", f"{path}.") for line in why.because),
        unknown=why.unknown,
        displaced_by=why.displaced_by,
        presumed=why.presumed,
    )


def outcomes_by_record(
    rulebook: Rulebook, collection: RecordsFact, situation: Situation
) -> tuple[RecordOutcome, ...]:
    """The range of outcomes of each record that is known of a list: what the rules on it say, joined with the
    rules on the whole case.
    """
    if not isinstance(collection, RecordsFact):
        raise ConditionError(f"`{shown(collection)}` is no list of records, such as `Case.incidents`")
    known = [subject for subject in records(collection, situation) if subject.is_certain]
    if not known:
        return ()
    whole = _whole_case(rulebook, situation)
    speaking = [rule for rule in rulebook.rules if rule.each == collection]
    found = []
    for subject in known:
        several = (reached_for(rulebook, rule, subject) for rule in speaking)
        least, most = strictest_of((whole, *several))
        found.append(RecordOutcome(_path(collection, subject), subject.label, least, most))
    return tuple(found)


def outcome_at_present(rulebook: Rulebook, situation: Situation) -> tuple[Outcome, Outcome]:
    """The range of outcomes of what is planned or goes on: by the rules on the whole case, and by those on
    records for the records that are not past.

    A record of which it is open whether it is past may bring about what its rules say, and is not certain to.
    """
    found = [_whole_case(rulebook, situation)]
    for collection in lists(rulebook):
        speaking = [rule for rule in rulebook.rules if rule.each == collection]
        for subject in records(collection, situation):
            is_present = _is_present(collection, subject)
            if is_present is not False:
                least, most = strictest_of(reached_for(rulebook, rule, subject) for rule in speaking)
                found.append((least if is_present else Outcome.NOT_APPLICABLE, most))
    return strictest_of(found)


def _is_present(collection: RecordsFact, subject: Subject) -> bool | None:
    return True if collection.present is None else holds(collection.present, subject.situation)


def _whole_case(rulebook: Rulebook, situation: Situation) -> tuple[Outcome, Outcome]:
    """The range of outcomes that the rules on the whole case leave."""
    rules = (rule for rule in rulebook.rules if rule.each is None)
    return strictest_of(
        (covered(rulebook, situation), *(reached(rulebook, rule, situation) for rule in rules))
    )


def _path(collection: RecordsFact, subject: Subject) -> str:
    return paths.of_record(collection.path, subject.index or 0)
