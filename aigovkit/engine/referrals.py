"""What is left to a person: the referrals that apply, or may, and are not decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aigovkit.answers import Referred
from aigovkit.engine.reference import verdict_for
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import subjects
from aigovkit.engine.verdicts import Verdict
from aigovkit.language.meaning import holds
from aigovkit.rules import Referral
from aigovkit.situation import Situation

_OPEN = frozenset({Verdict.REFERRED, Verdict.UNDETERMINED})


def referrals(rulebook: Rulebook, situation: Situation, verdicts: Sequence[int]) -> tuple[Referred, ...]:
    """What a person has to decide, or may have to, once for each record it arises from."""
    found = []
    for rule, overall in zip(rulebook.rules, verdicts, strict=True):
        if not isinstance(rule, Referral) or overall not in _OPEN:
            continue
        for subject in subjects(rule, situation):
            verdict = verdict_for(rulebook, rule, subject)
            if verdict in _OPEN:
                moves = holds(rule.moves, situation)
                is_certain = verdict is Verdict.REFERRED
                found.append(
                    Referred(
                        rule.id, rule.citation, rule.issue, rule.bearer, is_certain, moves, subject.label
                    )
                )
    return tuple(found)


def waiting(referred: Iterable[Referred]) -> int:
    """How many decisions the outcome waits for."""
    return len({(one.provision, one.about) for one in referred if one.certain and one.moves})
