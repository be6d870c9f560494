"""What changed between two answers, and why: judged by making and undoing every few changes by hand."""

from __future__ import annotations

import datetime
import itertools
import json
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from drawing import SEEDS, Dice, examples, flip, pick, some
from hypothesis import given, settings
from small_policies import forbidding, renamed, small
from strategies import ORDER
from test_ways_to import POOL, random_case, random_rules

from aigovkit import paths
from aigovkit.answers import Outcome, Status
from aigovkit.changes import CAUSES, Difference, compare
from aigovkit.cli import main
from aigovkit.errors import FactValueError, PolicyError
from aigovkit.evaluation import Evaluation
from aigovkit.json import difference_schema, ways_schema
from aigovkit.jurisdictions.albuquerque import AI_POLICY as ALBUQUERQUE
from aigovkit.jurisdictions.arizona import DIGITAL_BILL_OF_RIGHTS
from aigovkit.jurisdictions.san_jose import AI_POLICY
from aigovkit.language.nodes import ALWAYS, Attested, Day
from aigovkit.models import Attestation, Case, DataElement, Incident, Use
from aigovkit.rules import Deadline, obligation, prohibition

NOW, LATER = datetime.date(2026, 3, 2), datetime.date(2026, 6, 1)
CASES = Path(__file__).parent.parent / "examples" / "cases"


def parts(compared: Difference) -> dict[str, Any]:
    """All that a comparison says."""
    names = ("facts", "attestations", "as_of", "versions", "parameters", "readings", "inputs", "outcome")
    more = ("findings", "rows", "policies_added", "policies_removed", "hypothetical")
    return {name: getattr(compared, name) for name in (*names, *more)}


def mirrored(value: Any) -> Any:
    """The same, the other way round."""
    if isinstance(value, tuple):
        return tuple(map(mirrored, value))
    return value.mirrored if hasattr(value, "mirrored") else value


def assert_mirrored(one: Any, other: Any) -> None:
    """Assert that comparing one way says the same as comparing the other way, with the sides swapped."""
    forth, back = parts(compare(one, other)), parts(compare(other, one))
    back["policies_added"], back["policies_removed"] = back["policies_removed"], back["policies_added"]
    assert forth == {name: mirrored(value) for name, value in back.items()}
    assert parts(compare(one, other).mirrored) == parts(compare(other, one))


def nearby(draw: Any, case: Case) -> Case:
    """A case that differs in a few facts, and perhaps in what is attested."""
    other = random_case(draw)
    for path in some(draw, ["use.infers_emotion", "use.tracks_individuals", "vendor.involved"], 1, 3):
        case = case.with_answer(path, paths.value_at(other, path))
    for path in some(draw, ["use.decision_role", "safeguards.disclosed_to", "acts", "use.novel"], 0, 2):
        case = case.with_answer(path, paths.value_at(other, path))
    return attrs.evolve(case, attestations=other.attestations) if flip(draw) else case


def states(answer: Evaluation, provision: str) -> Any:
    """How a finding stands, read off the answer."""
    finding = answer.finding(provision)
    records = [(one.record, one.status) for one in finding.records]
    return finding.status, finding.effective_force, records


@settings(max_examples=examples(20))
@given(SEEDS)
def test_the_causes_are_the_smallest_sets_that_undo_a_finding_or_bring_it_about(seed: int) -> None:
    """What is told of each finding that moved is what making and undoing changes by hand finds."""
    draw = Dice(seed)
    made = small(*random_rules(draw, some(draw, POOL, 3, 6)))
    before = random_case(draw)
    after, day = nearby(draw, before), pick(draw, (NOW, LATER))
    one, other = made.evaluate(before, as_of=NOW), made.evaluate(after, as_of=day)
    compared = compare(one, other)
    names = [change.fact for change in compared.inputs]

    def judged(chosen: frozenset[str]) -> Evaluation:
        case = before
        for change in compared.facts:
            if change.fact in chosen:
                case = case.with_answer(change.fact, change.after)
        attested = dict(before.attestations)
        for change in compared.attestations:
            if change.fact in chosen:
                attested.pop(change.fact.removeprefix("attestations."), None)
                if change.after is not None:
                    attested[change.fact.removeprefix("attestations.")] = change.after
        case = attrs.evolve(case, attestations=attested)
        return made.evaluate(case, as_of=day if "as_of" in chosen else NOW)

    assert judged(frozenset(names)).verdicts == other.verdicts
    moved = {rule.id for rule in made.rules if states(one, rule.id) != states(other, rule.id)}
    assert moved == {found.provision for found in compared.findings}
    for found in compared.findings:
        undone: list[set[str]] = []
        alone: list[set[str]] = []
        for size in range(1, CAUSES + 1):
            for chosen in map(set, itertools.combinations(names, size)):
                for sets, kept, end in (
                    (undone, set(names) - chosen, one),
                    (alone, chosen, other),
                ):
                    smaller = any(each <= chosen for each in sets)
                    if not smaller and states(judged(frozenset(kept)), found.provision) == states(
                        end, found.provision
                    ):
                        sets.append(chosen)
        assert undone == [set(each) for each in found.why.undone]
        assert alone == [set(each) for each in found.why.alone]
    assert_mirrored(one, other)
    for answer in (one, other):
        assert not compare(answer, answer)
        assert "Nothing changed." in str(compare(answer, answer))


# One pair in four: two wholly different cases take seconds.
PAIRS = [*itertools.pairwise(sorted(CASES.glob("*.json")))][::4]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].stem)
def test_examples_compared_forth_and_back_say_the_same(pair: tuple[Path, Path]) -> None:
    """Two cases of the kit, in two settings, on two days, by two policies of which one is shared."""
    one, other = map(Case.load, pair)
    signed = DIGITAL_BILL_OF_RIGHTS.given(signed_on=datetime.date(2025, 1, 1))
    before = (AI_POLICY & DIGITAL_BILL_OF_RIGHTS).evaluate(one, as_of=NOW)
    after = (AI_POLICY.read(biometric_identification="disjunctive") & signed).evaluate(other, as_of=LATER)
    names = ("outcome", "findings", "inputs", "policies_added")
    forth, back = compare(before, after), compare(after, before)
    for name in names:
        assert getattr(forth, name) == mirrored(getattr(back, name))
    told = {change.fact for change in forth.inputs}
    assert {
        "as_of",
        "us-az/digital-bill-of-rights: signed_on",
        "us-ca/san-jose/ai-policy: biometric_identification",
    } <= told


def test_of_two_grounds_each_is_enough_and_both_have_to_be_undone() -> None:
    """What brings a finding about alone, and what has to be undone for it to go, are told apart."""
    either = forbidding(Use.infers_emotion | Use.tracks_individuals)
    both = forbidding(Use.infers_emotion & Use.tracks_individuals)
    calm = Case(use=Use(infers_emotion=False, tracks_individuals=False))
    grave = Case(use=Use(infers_emotion=True, tracks_individuals=True))
    facts = ("use.infers_emotion", "use.tracks_individuals")
    for made, alone, undone in (
        (either, ((facts[0],), (facts[1],)), (facts,)),
        (both, (facts,), ((facts[0],), (facts[1],))),
    ):
        compared = compare(made.evaluate(calm, as_of=NOW), made.evaluate(grave, as_of=NOW))
        (found,) = compared.findings
        assert (alone, undone) == (found.why.alone, found.why.undone)
        assert (alone, undone) == (compared.outcome.why.alone, compared.outcome.why.undone)
        assert found.why.complete
    text = str(compare(both.evaluate(calm, as_of=NOW), both.evaluate(grave, as_of=NOW)))
    assert "enough for it: use.infers_emotion with use.tracks_individuals" in text


def test_what_takes_more_changes_than_are_looked_for_is_said_to() -> None:
    """Three facts that are needed together are no cause of at most two, and that is said."""
    three = (Use.infers_emotion, Use.tracks_individuals, Use.scores_social_standing)
    names = [fact.name for fact in three]
    made = forbidding(three[0] & three[1] & three[2], three[0] | three[1] | three[2])
    calm, grave = (Case(use=Use(**dict.fromkeys(names, value))) for value in (False, True))
    every, some_of = compare(made.evaluate(calm, as_of=NOW), made.evaluate(grave, as_of=NOW)).findings
    assert ((), 3) == (every.why.alone, len(every.why.undone))
    assert (3, ()) == (len(some_of.why.alone), some_of.why.undone)
    assert not every.why.complete


def test_a_day_that_passes_moves_a_duty() -> None:
    """What is due stands otherwise once its day is over, and the day of judging is why."""
    due = Deadline(Day(datetime.date(2026, 4, 1)))
    made = small(obligation("D", ORDER.at("1"), "Do.", bearer="b", when=ALWAYS, due=due, done=Attested("D")))
    case = Case(attestations={"D": Attestation(met=False)})
    compared = compare(made.evaluate(case, as_of=NOW), made.evaluate(case, as_of=LATER))
    assert ["as_of"] == [change.fact for change in compared.inputs]
    (moved,) = compared.duties
    assert ("open", "overdue") == (moved.before.status, moved.after.status)
    assert (("as_of",),) == compared.finding("D").why.undone  # type: ignore[union-attr]
    assert (0, 1) == (compared.outcome.attention_before.overdue, compared.outcome.attention_after.overdue)


def test_a_new_version_of_a_policy_is_a_change_of_its_own() -> None:
    """Of two versions a rule that came and one that went are told, and that the version did it."""
    old = small(prohibition("A", ORDER.at("1"), "No.", when=Use.infers_emotion))
    new = small(
        prohibition("A", ORDER.at("1"), "No.", when=Use.infers_emotion | Use.novel),
        prohibition("B", ORDER.at("2"), "Nor that.", when=Use.tracks_individuals),
    )
    case = Case(use=Use(infers_emotion=False, novel=True, tracks_individuals=True))
    one, other = old.evaluate(case, as_of=NOW), new.evaluate(case, as_of=NOW)
    compared = compare(one, other)
    assert [("ruritania/small", old.version, new.version)] == [
        (change.fact, change.before, change.after) for change in compared.versions
    ]
    assert [("A", Status.VIOLATED), ("B", Status.VIOLATED)] == [
        (found.provision, found.after.status) for found in compared.findings if found.after
    ]
    assert compared.findings[1].before is None
    assert {(("ruritania/small",),)} == {found.why.undone for found in compared.findings}
    assert_mirrored(one, other)
    assert "no rule, now violated" in str(compared)


def test_a_reading_and_a_parameter_are_told_by_their_policy() -> None:
    """What was read otherwise, or given, moves what hangs on it."""
    case = Case.load(CASES / "park-cameras.json").with_answer("use.biometric_covert", False)
    read = AI_POLICY.read(biometric_identification="disjunctive")
    compared = compare(AI_POLICY.evaluate(case, as_of=NOW), read.evaluate(case, as_of=NOW))
    (change,) = compared.inputs
    assert "us-ca/san-jose/ai-policy: biometric_identification" == change.fact
    assert (change.fact,) in compared.outcome.why.undone
    assert (Outcome.REVIEW, Outcome.PROHIBITED) == (compared.outcome.before[0], compared.outcome.after[0])
    unknown = ALBUQUERQUE.rulebook.parameters[0].name
    one = ALBUQUERQUE.evaluate(Case(), as_of=NOW)
    other = ALBUQUERQUE.given(**{unknown: True}).evaluate(Case(), as_of=NOW)
    assert [f"{ALBUQUERQUE.id}: {unknown}"] == [change.fact for change in compare(one, other).parameters]


def test_policies_that_come_and_go_are_told_and_strangers_refused() -> None:
    """Joint answers are compared policy by policy; of answers that share none there is nothing to say."""
    one, other = forbidding(Use.novel), renamed(forbidding(Use.novel), "ruritania/other")
    third = renamed(one, "ruritania/third")
    case = Case(use=Use(novel=True))
    before, after = ((one & extra).evaluate(case, as_of=NOW) for extra in (other, third))
    compared = compare(before, after)
    assert (("ruritania/third",), ("ruritania/other",)) == (
        compared.policies_added,
        compared.policies_removed,
    )
    assert () == compared.findings
    assert "ruritania/third is judged by now" in str(compared)
    assert_mirrored(before, after)
    assert compare(one.evaluate(case, as_of=NOW), before).policies_added == ("ruritania/other",)
    with pytest.raises(PolicyError, match="no policy in common: `ruritania/small` and `ruritania/other`"):
        compare(one.evaluate(case, as_of=NOW), other.evaluate(case, as_of=NOW))
    with pytest.raises(FactValueError, match="two answers"):
        compare(case, before)  # type: ignore[arg-type]


def test_records_and_lists_are_compared() -> None:
    """A fact of a record is told by its path; a list with another number of records as a whole."""
    harm = prohibition("H", ORDER.at("1"), "No.", when=Incident.caused_harm, each=Case.incidents)
    made = small(harm)
    several = [Incident(caused_harm=False), Incident(caused_harm=False)]
    one = made.evaluate(Case(incidents=several), as_of=NOW)
    other = made.evaluate(Case(incidents=[several[0], Incident(caused_harm=True)]), as_of=NOW)
    compared = compare(one, other)
    assert ["incidents[1].caused_harm"] == [change.fact for change in compared.facts]
    (found,) = compared.findings
    assert (("incidents[1].caused_harm",),) == found.why.undone
    assert "incidents[1]: not applicable, now violated" in str(compared)
    fewer = made.evaluate(
        Case(incidents=several[:1], attestations={"H[incidents[0]]": Attestation(met=True)}), as_of=NOW
    )
    assert ["incidents"] == [change.fact for change in compare(fewer, other).facts]
    assert_mirrored(fewer, other)
    assert_mirrored(one, fewer)


def test_what_is_shown_is_escaped() -> None:
    """Names in a case are anybody's text: nothing of it is markup, or moves a terminal."""
    made = small(prohibition("H", ORDER.at("1"), "No.", when=Use.novel))
    nasty = "<script>x</script>\x1b[2J\u202e" + "long " * 90
    one, other = (
        made.evaluate(Case(title=title, use=Use(novel=True, purpose=title)), as_of=NOW)
        for title in ("calm", nasty)
    )
    for compared in (compare(one, other), compare(other, one)):
        html, text = compared._repr_html_(), str(compared)
        assert "<script>" not in html
        assert not {"\x1b", "\u202e"} & {*html, *text}
    ways = other.path_to("review")
    assert "<script>" not in ways._repr_html_()
    assert "In the way" in ways._repr_html_()


@pytest.mark.parametrize("file", sorted(CASES.glob("*.json")), ids=lambda file: file.stem)
def test_the_json_is_as_its_schema_has_it(file: Path) -> None:
    """What is written fits the schema, is the same each time, and is JSON that a program reads."""
    case = Case.load(file)
    signed = DIGITAL_BILL_OF_RIGHTS.given(signed_on=datetime.date(2025, 1, 1))
    both = AI_POLICY & signed
    after = case.with_answer("use.tracks_individuals", True).with_answer("attestations.SJ-AI-POLICY-2", True)
    after = after.with_answer("incidents", [Incident(caused_harm=True)])
    after = after.with_answer("data.elements", [DataElement(name="plate")])
    compared = compare(both.evaluate(case, as_of=NOW), both.evaluate(after, as_of=LATER))
    written = json.loads(compared.to_json())
    jsonschema.validate(written, difference_schema())
    assert written == json.loads(json.dumps(compared.to_dict()))
    ways = both.evaluate(case, as_of=NOW).path_to("no_objection")
    jsonschema.validate(json.loads(ways.to_json(indent=2)), ways_schema())
    assert str(compared)
    assert compared._repr_html_()
    assert str(ways)


def test_the_command_line_compares_and_shows_the_way(tmp_path: Path, capsys: Any) -> None:
    """Both commands print text and JSON; the code tells whether something changed, and whether there is a
    way.
    """
    kiosk = str(CASES / "emotion-kiosk.json")
    mended = tmp_path / "mended.json"
    mended.write_text(Case.load(kiosk).with_answer("use.infers_emotion", False).to_json(), encoding="utf-8")
    options = ["--policy", "us-ca/san-jose/ai-policy", "--as-of", "2026-03-02"]
    assert 3 == main(["compare", kiosk, str(mended), *options])
    assert "use.infers_emotion: yes, now no" in capsys.readouterr().out
    assert 0 == main(["compare", kiosk, kiosk, *options])
    assert "Nothing changed." in capsys.readouterr().out
    assert 3 == main(["compare", kiosk, kiosk, *options, "--as-of-before", "2026-03-01", "--json"])
    assert "aigovkit/difference/1" == json.loads(capsys.readouterr().out)["schema"]
    assert 0 == main(["path", kiosk, "--to", "no objection", *options])
    assert "Ways to NO OBJECTION of at most 3 changes" in capsys.readouterr().out
    assert 3 == main(["path", kiosk, "--to", "no_objection", "--at-most", "1", *options, "--json"])
    assert [] == json.loads(capsys.readouterr().out)["ways"]
    assert 2 == main(["path", kiosk, "--to", "permitted", *options])
    assert "no_objection, conditional, review" in capsys.readouterr().err
    assert 2 == main(["compare", "-", "-", *options])
