"""What a case was once decided on: matched or distinguished, never a breach, and it moves nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small_policies import agrees, small
from strategies import NOW, ORDER

from aigovkit.answers import Outcome, Status
from aigovkit.citations import Force, Kind
from aigovkit.errors import PolicyError
from aigovkit.models import Case, Data, Incident, Safeguards, Use
from aigovkit.page import page_of
from aigovkit.provision_text import describe, explanation
from aigovkit.rules import Ground, exception, ground, part, prohibition

FOLLOWED, TOLD = Use.tracks_individuals, Safeguards.purpose_published


def decided(**options: Any) -> Ground:
    """A case in which people were followed, passed since the aim was public."""
    given = {"when": FOLLOWED, "matches": TOLD, **options}
    return ground("G-1", ORDER.at("entry 1"), "Passed, since the aim was public.", **given)


def like(followed: bool | None, told: bool | None) -> Case:
    """A case by what makes it like the one decided, and by what that was decided on."""
    return Case(use=Use(tracks_individuals=followed), safeguards=Safeguards(purpose_published=told))


@pytest.mark.parametrize(
    ("followed", "told", "status", "unknown"),
    [
        (True, True, Status.MATCHED, ()),
        (True, False, Status.DISTINGUISHED, ()),
        (True, None, Status.UNDETERMINED, (TOLD.path,)),
        (False, None, Status.NOT_APPLICABLE, ()),
        (False, True, Status.NOT_APPLICABLE, ()),
        (None, True, Status.UNDETERMINED, (FOLLOWED.path,)),
        (None, False, Status.UNDETERMINED, (FOLLOWED.path,)),
        (None, None, Status.UNDETERMINED, (FOLLOWED.path, TOLD.path)),
    ],
)
@pytest.mark.parametrize("force", [Force.PRECEDENT, Force.BINDING])
def test_a_case_matches_or_is_distinguished_and_nothing_moves(
    force: Force, followed: bool | None, told: bool | None, status: Status, unknown: tuple[str, ...]
) -> None:
    """A case that is like the one decided matches what that was decided on, or is distinguished, which is no
    breach; what is unknown leaves it open; whatever it comes to, and of whatever force, the outcome stays.
    """
    result = small(decided(force=force)).evaluate(like(followed, told), as_of=NOW)
    finding = result.finding("G-1")
    assert (status, Outcome.NO_OBJECTION) == (finding.status, result.outcome)
    assert set(unknown) == set(finding.unknown)
    assert bool(finding.because) is (followed is not None or told is not None)
    assert () == result.duties
    assert not result.attention
    agrees(result.policy, result.case, NOW)


def test_its_kind_and_force_are_those_of_a_precedent_and_a_part_gives_it_no_other() -> None:
    """A ground has the force of a precedent, also in a part that binds, unless the rule itself says
    otherwise.
    """
    ours = part(ORDER, "entry ", force=Force.BINDING)
    said = ours.ground("G-1", "1", "Passed.", when=FOLLOWED, matches=TOLD)
    assert (Kind.PRECEDENT, Force.PRECEDENT) == (said.kind, said.force)
    other = ours.ground("G-1", "1", "Passed.", when=FOLLOWED, matches=TOLD, force=Force.PRACTICE)
    assert Force.PRACTICE is other.force


def test_it_speaks_of_the_whole_case() -> None:
    """A decided case is held against the whole case, and against no record of a list."""
    with pytest.raises(PolicyError, match="has no option `each`"):
        decided(each=Case.incidents)
    with pytest.raises(PolicyError, match=r"`matches` reads `Incident\.caused_harm`"):
        decided(matches=Incident.caused_harm)
    with pytest.raises(PolicyError, match="`matches` takes a condition"):
        decided(matches=Data.retention)


def test_an_exception_can_displace_it() -> None:
    """What sets a decision aside displaces it, as any rule."""
    lifted = exception("X", ORDER.at("2"), "Overruled.", to=["G-1"], when=TOLD)
    result = small(decided(), lifted).evaluate(like(followed=True, told=True), as_of=NOW)
    assert (Status.DISPLACED, "X") == (result.finding("G-1").status, result.finding("G-1").displaced_by)
    agrees(result.policy, result.case, NOW)


def test_it_is_described_explained_and_told_on_no_page_as_a_breach() -> None:
    """Its text says when it is matched; in a case each part has its answer; the page shows no breach."""
    assert "Matched when:" in describe(decided()).splitlines()
    ban = prohibition("P-1", ORDER.at("3"), "It is forbidden.", when=FOLLOWED)
    result = small(decided(), ban).evaluate(like(followed=True, told=False), as_of=NOW)
    told = explanation(result, "G-1")
    assert "G-1  precedent, precedent: distinguished" == told.splitlines()[0]
    assert "Matched when:" in told.splitlines()
    row = next(one for one in json.loads(result.to_json())["findings"] if one["provision"] == "G-1")
    assert ("precedent", "distinguished") == (row["kind"], row["status"])
    shown = repr(page_of(result))
    assert "It is forbidden" in shown
    assert "Passed" not in shown
