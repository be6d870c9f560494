"""Every scenario comes out as its file says.

A scenario is one case at one time, and what a policy says of it. It is a TOML
file in `tests/scenarios/`, in the folder named as its policy, called
`NN-short-name.toml`:

    title = "What the case is about, in a line"
    policy = "us-ca/san-jose/ai-policy"
    as_of = "2025-06-02T10:00:00-07:00"     # or a day
    background = "ordinary-tool"            # optional: the facts of `ordinary-tool.background.toml` beside it
    come first
    unknown = ["use.biometric_covert"]      # optional: facts that nobody knows, the background
    notwithstanding
    given = {signed_on = "2027-05-03"}      # optional: parameters of the policy; "none" where nobody knows
    the value
    read = {oversight = "functional"}       # optional: readings other than the defaults

    [case.use]                              # the JSON form of a case; its tables override those of the
    background fact by fact
    stage = "proposed"

    [expect]                                # what is said of it: see EXPECTATIONS, below
    outcome = "review"

    [[variant]]                             # the same case, but for `set`, `unknown`, `as_of`, `given` or
    `read`
    title = "How it differs"
    set = {"incidents[0].caused_harm" = true}
    expect = {outcome = "review"}           # nothing is inherited from the expectations above

Nothing in a file is passed over: a key, a fact, a provision or a reading that
does not exist is an error. TOML has no null: where JSON says null an expectation,
or a parameter, says "none".
"""

from __future__ import annotations

import copy
import functools
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

from aigovkit.answers import Outcome, Status
from aigovkit.engine import reference
from aigovkit.engine.subjects import subjects
from aigovkit.errors import UnknownNameError
from aigovkit.evaluation import Evaluation
from aigovkit.json import evaluation_part, parameter_value
from aigovkit.language.ambiguities import Ambiguity
from aigovkit.language.logic import conjunction
from aigovkit.language.meaning import holds, members
from aigovkit.models import Case, fact
from aigovkit.periods import parse_moment
from aigovkit.policies import find_policy
from aigovkit.rules import Rule
from aigovkit.rules.effects import effects
from aigovkit.situation import Situation

FOLDER = Path(__file__).parent / "scenarios"
BACKGROUND = ".background.toml"

CHANGES = {"as_of", "given", "read", "unknown", "set"}
KEYS = {"title", "policy", "as_of", "background", "given", "read", "unknown", "case", "expect", "variant"}


class ScenarioError(ValueError):
    """A scenario file that cannot be read as one."""


@attrs.frozen
class Scene:
    """One case at one time with what is expected of it: a scenario, or a variant of one."""

    name: str
    policy_id: str
    as_of: str
    given: Mapping[str, Any]
    read: Mapping[str, str]
    case: Mapping[str, Any]
    expect: Mapping[str, Any]

    @functools.cached_property
    def evaluation(self) -> Evaluation:
        """What the policy says."""
        policy = find_policy(self.policy_id)
        parameters = {parameter.name: parameter for parameter in policy.rulebook.parameters}
        given = {
            name: None if value == "none" else parameter_value(parameters.get(name), value)
            for name, value in self.given.items()
        }
        return (
            policy.given(**given)
            .read(**self.read)
            .evaluate(Case.from_dict(self.case), as_of=parse_moment(self.as_of))
        )


# Reading the files


def scenes_in(path: Path) -> Iterator[Scene]:
    """The scenario of a file and its variants; ScenarioError when the file is not a scenario."""
    scenario = tomllib.loads(path.read_text(encoding="utf-8"))
    _check(path, scenario, allowed=KEYS, required={"title", "policy", "as_of", "expect"})
    case = copy.deepcopy(_background(path, scenario["background"])) if "background" in scenario else {}
    for name, part in scenario.get("case", {}).items():
        case[name] = {**case.get(name, {}), **part} if isinstance(part, dict) else part
    first = Scene(
        path.stem,
        scenario["policy"],
        scenario["as_of"],
        scenario.get("given", {}),
        scenario.get("read", {}),
        case,
        scenario["expect"],
    )
    _forget(case, scenario.get("unknown", ()))
    _check_expectation(path, first)
    yield first
    for variant in scenario.get("variant", ()):
        _check(path, variant, allowed={"title", "expect", *CHANGES}, required={"title", "expect"})
        if not CHANGES & set(variant):
            raise ScenarioError(f"{path}: the variant `{variant['title']}` changes nothing")
        scene = attrs.evolve(
            first,
            name=f"{path.stem}: {variant['title']}",
            as_of=variant.get("as_of", first.as_of),
            given={**first.given, **variant.get("given", {})},
            read={**first.read, **variant.get("read", {})},
            case=_changed(case, variant.get("set", {}), variant.get("unknown", ())),
            expect=variant["expect"],
        )
        _check_expectation(path, scene)
        yield scene


def _background(path: Path, name: str) -> dict[str, Any]:
    background = tomllib.loads(path.with_name(name + BACKGROUND).read_text(encoding="utf-8"))
    _check(path, background, allowed={"title", "case"}, required={"title", "case"})
    return dict(background["case"])


def _check(path: Path, table: Mapping[str, Any], *, allowed: set[str], required: set[str]) -> None:
    for key in [*sorted(set(table) - allowed), *sorted(required - set(table))]:
        raise ScenarioError(
            f"{path}: `{key}` is {'not something a scenario says here' if key in table else 'missing'}"
        )


def _check_expectation(path: Path, scene: Scene) -> None:
    required = (
        {"outcome", "at_least", "at_most"}
        if scene.expect.get("outcome") == Outcome.UNDETERMINED.word
        else {"outcome"}
    )
    _check(path, scene.expect, allowed=set(EXPECTATIONS), required=required)


def _changed(case: Mapping[str, Any], answers: Mapping[str, Any], unknown: list[str]) -> dict[str, Any]:
    changed = dict(copy.deepcopy(case))
    for path, value in answers.items():
        *way, last = _steps(path)
        node: Any = changed
        for step in way:
            node = node[step] if isinstance(node, list) else node.setdefault(step, {})
        if isinstance(node, list) and last == len(node):
            node.append(value)
        else:
            node[last] = value
    _forget(changed, unknown)
    return changed


def _forget(case: dict[str, Any], unknown: list[str]) -> None:
    for path in unknown:
        said_by_silence = not path.startswith("attestations.") and fact(path).left_out is not None
        *way, last = _steps(path)
        node: Any = case
        for step in way:
            node = node[step] if isinstance(node, list) else node.get(step, {})
        if said_by_silence:
            node[last] = None
        else:
            node.pop(last, None)


def _steps(path: str) -> list[Any]:
    """The steps of a path such as `incidents[0].caused_harm`; the id of a provision is one step, whatever
    is in it.
    """
    if path.startswith("attestations."):
        return path.split(".", 1)
    return [int(step) if step.isdecimal() else step for step in re.split(r"[.\[\]]+", path.removesuffix("]"))]


# What an evaluation says, in the words of the scenario files

Say = Callable[[Evaluation, Mapping[str, Any], Any], Any]


def _word(key: str) -> Say:
    return lambda evaluation, data, wanted: data[key]


def _statuses(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return {provision: str(evaluation.finding(provision).status) for provision in wanted}


def _records(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return {
        provision: {one.label: str(one.status) for one in evaluation.finding(provision).records}
        for provision in wanted
    }


def _by_record(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return {
        path: {
            one.label: str(one.outcome)
            if one.at_least is one.at_most
            else [str(one.at_least), str(one.at_most)]
            for one in evaluation.by_record(fact(path))
        }
        for path in wanted
    }


def _readings(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return {
        provision: {
            question: {reading: str(status) for reading, status in statuses.items()}
            for question, statuses in evaluation.finding(provision).readings.items()
        }
        for provision in wanted
    }


def _contested(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return {
        question: {reading: low if low == high else [low, high] for reading, (low, high) in outcomes.items()}
        for question, outcomes in data["contested_readings"].items()
    }


def _deciding(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return [
        rule.citation.pinpoint
        for rule in evaluation.policy.rules
        if reaches(evaluation, rule, evaluation.at_most)
    ]


def reaches(evaluation: Evaluation, rule: Rule, outcome: Outcome) -> bool:
    """Whether a rule brings about an outcome, or may."""
    situation = evaluation.situation
    return any(
        level is outcome
        and conjunction((reference.applies(evaluation.policy.rulebook, rule, at), holds(condition, at)))
        is not False
        for level, condition in effects(rule)
        for at in _subjects(rule, situation)
    )


def _subjects(rule: Rule, situation: Situation) -> list[Situation]:
    if rule.each is None:
        return [situation]
    return [one.at for one in members(rule.each, situation)]


def _questions(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return sorted(question["fact"] for question in data["questions"])


def _decisive(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return sorted(question["fact"] for question in data["questions"] if question["proven"])


def _questions_about(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return {
        provision: sorted(question.fact for question in evaluation.questions_about(provision))
        for provision in wanted
    }


def _displaced_by(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return {provision: evaluation.finding(provision).displaced_by or "none" for provision in wanted}


def _presumed(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return sorted(finding["provision"] for finding in data["findings"] if finding["presumed"])


def _unmodelled(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return sorted(
        provision.id
        for provision in evaluation.policy.provisions
        if provision.id in wanted and not provision.modelled
    )


def _rows(key: str) -> Say:
    """The rows of a list of the JSON form, by provision."""

    def say(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
        for provision in wanted:
            evaluation.policy.rule(provision)  # Raises where there is none.
        return _by("provision", data[key], wanted)

    return say


def _elements(key: str) -> Say:
    """The rows of a list of the JSON form, by data element."""

    def say(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
        labels = {
            element.name or f"data.elements[{index}]"
            for index, element in enumerate(evaluation.case.data.elements or ())
        }
        if not labels >= set(wanted):
            raise ScenarioError(f"no data element is called {', '.join(sorted(set(wanted) - labels))}")
        return _by("element", data[key], wanted)

    return say


def _restatements(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    again = [one.id for one in evaluation.policy.rulebook.restatements]
    for provision in wanted:
        if provision not in again:
            raise UnknownNameError("restatement", provision, again)
    return _by("provision", data["restatements"], wanted)


def _attention(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    if unknown := set(wanted) - set(data["attention"]):
        raise ScenarioError(f"nothing is counted as {', '.join(sorted(unknown))}")
    return {counted: data["attention"][counted] for counted in wanted}


def _by(name: str, rows: list[Any], wanted: Mapping[str, Any]) -> dict[str, Any]:
    return {
        about: _like([row for row in rows if row[name] == about], expected)
        for about, expected in wanted.items()
    }


def _like(rows: list[Any], wanted: Any) -> Any:
    """The rows as far as the expectation goes into them; all of them where it is about another number of
    rows.
    """
    if isinstance(wanted, dict) and len(rows) == 1:
        return {key: "none" if rows[0][key] is None else rows[0][key] for key in wanted}
    if isinstance(wanted, list) and len(rows) == len(wanted):
        return [_like([row], one) for row, one in zip(rows, wanted, strict=True)]
    return rows


def _hypothetical(evaluation: Evaluation, data: Mapping[str, Any], wanted: Any) -> Any:
    return (
        "none"
        if evaluation.hypothetical is None
        else said(evaluation.hypothetical, {} if wanted == "none" else wanted)
    )


EXPECTATIONS: Mapping[str, Say] = {
    # The word; `at_least` and `at_most` beside it when it is undetermined.
    "outcome": _word("outcome"),
    "at_least": _word("at_least"),
    "at_most": _word("at_most"),
    # The pinpoints of the rules that bring the outcome about, in the order of the document:
    # those that reach, or may reach, the strictest outcome that is open.
    "deciding": _deciding,
    # Status by provision.
    "findings": _statuses,
    # Of a rule on each record of a list the status by provision and record; of a list the outcome by
    # record. A record goes by its name, or else by its path.
    "records": _records,
    "by_record": _by_record,
    # Provision, question, reading, status: every question on which the finding depends.
    "readings": _readings,
    # Question, reading, outcome (or the least and the most): every question on which the outcome depends.
    "contested": _contested,
    # The facts that can still change the outcome, or the finding on a provision: all of them, in alphabetical
    # order.
    "questions": _questions,
    "questions_about": _questions_about,
    # Of the facts asked about, those of which answers were found that change the outcome.
    "decisive": _decisive,
    "displaced_by": _displaced_by,
    # The provisions whose findings rest on a presumption, all of them.
    "presumed": _presumed,
    # Provisions of the source on which the policy models no rule.
    "unmodelled": _unmodelled,
    # By provision a row with as many of its keys as matter, a list of rows where there are several, [] where
    # there is none.
    "duties": _rows("duties"),
    "tiers": _rows("tiers"),
    "retention": _rows("retention"),
    "exposure": _rows("exposure"),
    "upcoming": _rows("upcoming"),
    # What is left to a person, in the same way.
    "referrals": _rows("referrals"),
    # Where the provisions point that only repeat others.
    "restatements": _restatements,
    # The same by the name of the data element: each class by each rule, and all of its classes.
    "data_classes": _elements("data_classes"),
    "classified": _elements("classified"),
    # The counts beside the outcome.
    "attention": _attention,
    # What would be said if everything were in force, in the same words again; "none" when all is.
    "hypothetical": _hypothetical,
}
"""What a scenario can expect: how an evaluation says it in the words of the files."""


class _Data(dict[str, Any]):
    """The JSON form of an evaluation, of which only what is asked for is worked out."""

    def __init__(self, evaluation: Evaluation) -> None:
        super().__init__()
        self.evaluation = evaluation

    def __missing__(self, key: str) -> Any:
        self[key] = evaluation_part(self.evaluation, key)
        return self[key]


def said(evaluation: Evaluation, wanted: Mapping[str, Any]) -> dict[str, Any]:
    """What the evaluation says on everything that is wanted, in the same shape."""
    data = _Data(evaluation)
    return {key: EXPECTATIONS[key](evaluation, data, value) for key, value in wanted.items()}


# The tests

FILES = [path for path in sorted(FOLDER.rglob("*.toml")) if not path.name.endswith(BACKGROUND)]
SCENES = [scene for path in FILES for scene in scenes_in(path)]
each_scene = pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)


@each_scene
def test_the_policy_says_what_the_scenario_expects(scene: Scene) -> None:
    """The policy says of the case what the scenario expects."""
    assert scene.expect == said(scene.evaluation, scene.expect)


@each_scene
def test_the_plain_meaning_agrees(scene: Scene) -> None:
    """The compiled policy gives the answers that the plain meaning of its rules gives."""
    evaluation = scene.evaluation
    rulebook, situation = evaluation.policy.rulebook, evaluation.situation
    expected = reference.outcome(rulebook, situation), reference.verdicts(rulebook, situation)
    assert expected == ((evaluation.at_least, evaluation.at_most), evaluation.verdicts)
    judged = evaluation.policy.of_records(evaluation.case, evaluation.as_of)
    for rule in rulebook.rules:
        if rule.each is not None and judged.on(rule):
            of_each = [reference.verdict_for(rulebook, rule, one) for one in subjects(rule, situation)]
            assert of_each == [*judged.on(rule)], rule.id


each_policy = pytest.mark.parametrize("policy_id", sorted({scene.policy_id for scene in SCENES}))


@each_policy
def test_every_rule_has_two_witnesses(policy_id: str) -> None:
    """Every rule of a policy with scenarios bites in one of them, and does not in another."""
    findings = [
        finding for scene in SCENES if scene.policy_id == policy_id for finding in scene.evaluation.findings
    ]
    seen = {
        (finding.provision, finding.status.is_silent)
        for finding in findings
        if finding.status is not Status.UNDETERMINED
    }
    missing = [
        (rule.id, silent)
        for rule in find_policy(policy_id).rules
        for silent in (False, True)
        if (rule.id, silent) not in seen
    ]
    assert not missing


@each_policy
def test_every_open_question_has_a_witness(policy_id: str) -> None:
    """Every question a policy's text leaves open shows in one of its scenarios.

    It changes a finding, the outcome, or what a violation could cost, or stands beside a finding that bites.
    """
    scenes = [scene for scene in SCENES if scene.policy_id == policy_id]
    for ambiguity in find_policy(policy_id).rulebook.ambiguities:
        # The scenarios that name the question are asked first.
        likely = sorted(scenes, key=lambda scene: ambiguity.name not in f"{scene.expect} {scene.read}")
        assert any(_shows(scene.evaluation, ambiguity) for scene in likely), ambiguity.name


def _shows(evaluation: Evaluation, ambiguity: Ambiguity) -> bool:
    """Whether a question changes something in an evaluation, or stands beside a finding of it."""
    if any(
        ambiguity in finding.norm.left_open
        and not finding.status.is_silent
        and finding.status is not Status.UNDETERMINED
        for finding in evaluation.findings
    ):
        return True
    read = (evaluation.policy.read(**{ambiguity.name: reading}) for reading in ambiguity.readings)
    answers = [policy.evaluate(evaluation.case, as_of=evaluation.as_of) for policy in read]
    return (
        len({(answer.at_least, answer.at_most, answer.findings, answer.exposure) for answer in answers}) > 1
    )


def _number(name: str) -> str:
    return name.partition("-")[0]


def test_scenarios_stand_in_the_folder_of_their_policy() -> None:
    """A scenario stands in the folder named as its policy, under a number that no other there has."""
    expected = {(scene.policy_id, _number(scene.name)) for scene in SCENES if ":" not in scene.name}
    assert expected == {(path.parent.relative_to(FOLDER).as_posix(), _number(path.name)) for path in FILES}
    assert len(expected) == len(FILES)


def _number(name: str) -> int:
    return int(name.partition("-")[0])


def test_no_background_is_left_over() -> None:
    """Every background is the background of a scenario."""
    used = {
        path.with_name(tomllib.loads(path.read_text(encoding="utf-8")).get("background", "") + BACKGROUND)
        for path in FILES
    }
    assert used >= set(FOLDER.rglob("*" + BACKGROUND))


SOUND = 'title = "t"\npolicy = "p"\nas_of = "2025-06-02"\n'


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        SOUND + 'asof = "2025-06-02"\n[expect]\noutcome = "review"',
        SOUND + '[expect]\noutcome = "review"\nfinding = {}',
        SOUND + "[expect]\nfindings = {}",
        SOUND + '[expect]\noutcome = "undetermined"',
        SOUND + '[expect]\noutcome = "review"\n[[variant]]\ntitle = "t"\nexpect = {outcome = "review"}',
        SOUND
        + '[expect]\noutcome = "review"\n[[variant]]\ntitle = "t"\nsets = {}\nexpect = {outcome = "review"}',
        SOUND + 'unknown = ["use.stag"]\n[expect]\noutcome = "review"',
    ],
    ids=[
        "no expectation",
        "key",
        "expectation",
        "no outcome",
        "no range",
        "idle variant",
        "variant key",
        "fact",
    ],
)
def test_nothing_in_a_file_is_passed_over(text: str, tmp_path: Path) -> None:
    """A file that says too little, or something that scenarios do not say, is an error."""
    path = tmp_path / "01-broken.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((ScenarioError, UnknownNameError)):
        list(scenes_in(path))


BY_PROVISION = [
    "findings",
    "records",
    "readings",
    "questions_about",
    "displaced_by",
    "duties",
    "tiers",
    "retention",
    "exposure",
    "upcoming",
]


@pytest.mark.parametrize("key", BY_PROVISION)
def test_a_provision_that_is_expected_exists(key: str) -> None:
    """An expectation of a provision that the policy does not have is an error, even if nothing is
    expected of it.
    """
    with pytest.raises(UnknownNameError):
        said(SCENES[0].evaluation, {key: {"NO-SUCH-PROVISION": []}})
