"""Six prohibitions, one case: the kit beside plain Python and beside other engines.

The six are those of the San José AI Policy, in their default readings and
without its scope: covert live identification, emotion analysis of faces and
bodies, decisions nobody oversees, a sole factor in employment, social scoring,
manipulation. Every engine has them in the form its own documentation teaches;
where it has several forms, each is shown. What each needs as input, and what it
can parse beforehand, is made beforehand and not timed.

First all engines have to agree wherever all facts are known. Then comes the
decisive test: one fact, whether people oversee the decision, is left out.

Run alone with `python tests/benchmarks/slice.py`.
"""

from __future__ import annotations

import copy
import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import measure
from measure import Row, Section, Statement

from aigovkit.answers import Outcome, Status
from aigovkit.citations import Source
from aigovkit.engine.compile import LEVELS, compile_rulebook
from aigovkit.models import (
    BiometricFunction,
    Case,
    ClassificationBasis,
    EmotionSignal,
    EmploymentDecision,
    EmploymentSubject,
    Safeguards,
    Timing,
    Use,
)
from aigovkit.policies import policy
from aigovkit.rules import prohibition

Facts = dict[str, dict[str, Any]]

PROHIBITED, NO_OBJECTION, UNDETERMINED = "prohibited", "no objection", "undetermined"

# The cases, as JSON has them.

CLEAR: Facts = {
    "use": {
        "biometric_function": "none",
        "biometric_timing": "none",
        "biometric_covert": False,
        "infers_emotion": False,
        "emotion_signals": [],
        "decision_fully_automated": True,
        "affects_rights_substantially": True,
        "affects_safety_substantially": False,
        "sole_factor_in_employment": False,
        "employment_decisions": [],
        "employment_subjects": [],
        "scores_social_standing": False,
        "tracks_individuals": False,
        "classifies_individuals": False,
        "classification_bases": [],
        "manipulates_behavior": False,
    },
    "safeguards": {"meaningful_oversight": True},
}
"""Permits renewed automatically, with people who oversee it: everything is known, and nothing is hit."""


def changed(**facts: Any) -> Facts:
    """The clear case with some facts changed."""
    case = copy.deepcopy(CLEAR)
    for name, value in facts.items():
        case["use" if name in case["use"] else "safeguards"][name] = value
    return case


HIT = changed(meaningful_oversight=False)
NOT_TOLD = changed()
del NOT_TOLD["safeguards"]["meaningful_oversight"]

KNOWN: tuple[tuple[Facts, str], ...] = (
    (CLEAR, NO_OBJECTION),
    (
        changed(
            biometric_function="identification", biometric_timing="near_real_time", biometric_covert=True
        ),
        PROHIBITED,
    ),
    (
        changed(biometric_function="identification", biometric_timing="post_event", biometric_covert=True),
        NO_OBJECTION,
    ),
    (
        changed(biometric_function="verification", biometric_timing="real_time", biometric_covert=True),
        NO_OBJECTION,
    ),
    (changed(infers_emotion=True, emotion_signals=["face", "voice"]), PROHIBITED),
    (changed(infers_emotion=True, emotion_signals=["voice"]), NO_OBJECTION),
    (HIT, PROHIBITED),
    (changed(meaningful_oversight=False, affects_rights_substantially=False), NO_OBJECTION),
    (
        changed(
            sole_factor_in_employment=True, employment_decisions=["hiring"], employment_subjects=["applicant"]
        ),
        PROHIBITED,
    ),
    (
        changed(
            sole_factor_in_employment=True, employment_decisions=["hiring"], employment_subjects=["volunteer"]
        ),
        NO_OBJECTION,
    ),
    (changed(scores_social_standing=True), PROHIBITED),
    (
        changed(tracks_individuals=True, classifies_individuals=True, classification_bases=["behavior"]),
        PROHIBITED,
    ),
    (
        changed(tracks_individuals=True, classifies_individuals=True, classification_bases=["transaction"]),
        NO_OBJECTION,
    ),
    (changed(manipulates_behavior=True), PROHIBITED),
)
"""Cases of which every fact is known, and the one right answer to each."""


class Form(NamedTuple):
    """One way to ask an engine. The very statement that is timed is the one that is checked."""

    engine: str
    label: str
    statement: str
    names: dict[str, Any]
    prepare: Callable[[Facts], Any]
    """What the statement calls `given`, made from the facts of a case."""
    read: Callable[[Any], str]
    """The answer in words, from what the statement gives."""

    def on(self, facts: Facts) -> Statement:
        return Statement(self.statement, {**self.names, "given": self.prepare(facts)})

    def answer(self, facts: Facts) -> str:
        try:
            text, names = self.on(facts)
            return self.read(eval(text, dict(names)))
        except Exception as error:
            return f"fails with {type(error).__name__}"


# The kit.

SOURCE = Source("Six prohibitions", issuer="a benchmark", edition="1", effective=None, effective_note="")
SIX = policy(
    "benchmark/six-prohibitions",
    SOURCE,
    time_zone="America/Los_Angeles",
    entries=[
        prohibition(
            "covert_identification",
            SOURCE.at("1"),
            "No covert biometric identification in real time.",
            when=Use.biometric_function.is_(BiometricFunction.IDENTIFICATION)
            & Use.biometric_timing.is_in(Timing.REAL_TIME, Timing.NEAR_REAL_TIME)
            & Use.biometric_covert,
        ),
        prohibition(
            "emotion_analysis",
            SOURCE.at("2"),
            "No emotion analysis of faces and bodies.",
            when=Use.infers_emotion & Use.emotion_signals.has(EmotionSignal.FACE, EmotionSignal.BODY),
        ),
        prohibition(
            "unsupervised_decisions",
            SOURCE.at("3"),
            "No fully automated decision with substantial impact that nobody meaningfully oversees.",
            when=Use.decision_fully_automated
            & (Use.affects_rights_substantially | Use.affects_safety_substantially)
            & ~Safeguards.meaningful_oversight,
        ),
        prohibition(
            "sole_factor",
            SOURCE.at("4"),
            "AI may not be the only thing that settles hiring, promotion, discipline or evaluation.",
            when=Use.sole_factor_in_employment
            & Use.employment_decisions.has(
                EmploymentDecision.HIRING,
                EmploymentDecision.PROMOTION,
                EmploymentDecision.DISCIPLINE,
                EmploymentDecision.EVALUATION,
            )
            & Use.employment_subjects.has(EmploymentSubject.EMPLOYEE, EmploymentSubject.APPLICANT),
        ),
        prohibition(
            "social_scoring",
            SOURCE.at("5"),
            "No social scoring.",
            when=Use.scores_social_standing
            | (
                Use.tracks_individuals
                & Use.classifies_individuals
                & Use.classification_bases.has(
                    ClassificationBasis.BEHAVIOR,
                    ClassificationBasis.SOCIOECONOMIC_STATUS,
                    ClassificationBasis.PERSONAL_CHARACTERISTICS,
                )
            ),
        ),
        prohibition(
            "manipulation",
            SOURCE.at("6"),
            "No cognitive behavioral manipulation.",
            when=Use.manipulates_behavior,
        ),
    ],
)
AS_OF = date(2026, 3, 2)


def as_case(facts: Facts) -> Case:
    return Case(use=Use(**facts["use"]), safeguards=Safeguards(**facts["safeguards"]))


def of_outcome(outcome: Outcome) -> str:
    return outcome.word.replace("_", " ")


def of_range(number: int) -> str:
    mildest, strictest = divmod(number, LEVELS)
    return of_outcome(Outcome(mildest)) if mildest == strictest else UNDETERMINED


def of_evaluation(evaluation: Any) -> str:
    asked = ", ".join(question.fact for question in evaluation.questions)
    return of_outcome(evaluation.outcome) + (f", asks for {asked}" if asked else "")


def of_findings(findings: Any) -> str:
    found = {finding.status for finding in findings}
    return (
        PROHIBITED
        if Status.VIOLATED in found
        else UNDETERMINED
        if Status.UNDETERMINED in found
        else NO_OBJECTION
    )


OUTCOME_ALONE = "aigovkit, outcome alone, compiled"
OUTCOME_READ = "aigovkit, evaluate(...).outcome"
EVALUATION = "aigovkit, full Evaluation"
FINDINGS = "aigovkit, Evaluation and its findings"


def kit() -> Iterator[Form]:
    judge = compile_rulebook(SIX.rulebook).outcome
    yield Form(
        "aigovkit", OUTCOME_ALONE, "judge(given, 0, None, (), (), False)", {"judge": judge}, as_case, of_range
    )
    names = {"evaluate": SIX.evaluate, "day": AS_OF}
    yield Form("aigovkit", OUTCOME_READ, "evaluate(given, as_of=day).outcome", names, as_case, of_outcome)
    yield Form("aigovkit", EVALUATION, "evaluate(given, as_of=day)", names, as_case, of_evaluation)
    yield Form("aigovkit", FINDINGS, "evaluate(given, as_of=day).findings", names, as_case, of_findings)


# Plain Python with two values, as one would write it by hand and for speed, on the same objects.

BY_HAND = "plain Python, two values"

IDENTIFICATION, REAL_TIME, NEAR_REAL_TIME = (
    BiometricFunction.IDENTIFICATION,
    Timing.REAL_TIME,
    Timing.NEAR_REAL_TIME,
)
FACE_OR_BODY = frozenset({EmotionSignal.FACE, EmotionSignal.BODY})
FOUR_DECISIONS = frozenset(
    {
        EmploymentDecision.HIRING,
        EmploymentDecision.PROMOTION,
        EmploymentDecision.DISCIPLINE,
        EmploymentDecision.EVALUATION,
    }
)
WORKFORCE = frozenset({EmploymentSubject.EMPLOYEE, EmploymentSubject.APPLICANT})
LISTED_GROUNDS = frozenset(
    {
        ClassificationBasis.BEHAVIOR,
        ClassificationBasis.SOCIOECONOMIC_STATUS,
        ClassificationBasis.PERSONAL_CHARACTERISTICS,
    }
)


def judged_by_hand(case: Case) -> str:
    use: Any = case.use
    if (
        use.biometric_function is IDENTIFICATION
        and (use.biometric_timing is REAL_TIME or use.biometric_timing is NEAR_REAL_TIME)
        and use.biometric_covert
    ):
        return PROHIBITED
    if use.infers_emotion and use.emotion_signals.yes & FACE_OR_BODY:
        return PROHIBITED
    if (
        use.decision_fully_automated
        and (use.affects_rights_substantially or use.affects_safety_substantially)
        and not case.safeguards.meaningful_oversight
    ):
        return PROHIBITED
    if (
        use.sole_factor_in_employment
        and use.employment_decisions.yes & FOUR_DECISIONS
        and use.employment_subjects.yes & WORKFORCE
    ):
        return PROHIBITED
    if use.scores_social_standing or (
        use.tracks_individuals
        and use.classifies_individuals
        and use.classification_bases.yes & LISTED_GROUNDS
    ):
        return PROHIBITED
    if use.manipulates_behavior:
        return PROHIBITED
    return NO_OBJECTION


def by_hand() -> Iterator[Form]:
    yield Form("plain Python", BY_HAND, "judge(given)", {"judge": judged_by_hand}, as_case, str)


# Hashimori: a pack of red zones, read from its file once.

HASHIMORI = "Hashimori, evaluate"


def _is(path: str, answer: bool = True) -> dict[str, Any]:
    return {"path": path, "is": answer}


def _contains(path: str, *terms: str) -> dict[str, Any]:
    return {"any": [{"path": path, "contains": term} for term in terms]}


RED_ZONES: dict[str, dict[str, Any]] = {
    "covert_identification": {
        "all": [
            {"path": "use.biometric_function", "is": "identification"},
            {"path": "use.biometric_timing", "in": ["real_time", "near_real_time"]},
            _is("use.biometric_covert"),
        ]
    },
    "emotion_analysis": {
        "all": [_is("use.infers_emotion"), _contains("use.emotion_signals", "face", "body")]
    },
    "unsupervised_decisions": {
        "all": [
            _is("use.decision_fully_automated"),
            {"any": [_is("use.affects_rights_substantially"), _is("use.affects_safety_substantially")]},
            _is("safeguards.meaningful_oversight", False),
        ]
    },
    "sole_factor": {
        "all": [
            _is("use.sole_factor_in_employment"),
            _contains("use.employment_decisions", "hiring", "promotion", "discipline", "evaluation"),
            _contains("use.employment_subjects", "employee", "applicant"),
        ]
    },
    "social_scoring": {
        "any": [
            _is("use.scores_social_standing"),
            {
                "all": [
                    _is("use.tracks_individuals"),
                    _is("use.classifies_individuals"),
                    _contains(
                        "use.classification_bases",
                        "behavior",
                        "socioeconomic_status",
                        "personal_characteristics",
                    ),
                ]
            },
        ]
    },
    "manipulation": _is("use.manipulates_behavior"),
}


def of_decision(decision: Any) -> str:
    if decision.decision == "NEEDS_REVIEW":
        return f"{UNDETERMINED}, asks for {', '.join(decision.unknown_paths)}"
    return {"DENIED": PROHIBITED, "APPROVED": NO_OBJECTION}[decision.decision]


def of_red_zones(result: Any) -> str:
    return PROHIBITED if result.red_zones_hit else UNDETERMINED if result.unknown_paths else NO_OBJECTION


def hashimori() -> Iterator[Form]:
    import hashimori
    from hashimori.engine import evaluate_rules

    pack = {
        "version": 1,
        "pack": {"name": "six-prohibitions", "description": "A benchmark."},
        "red_zones": [
            {"id": name, "name": name, "message": name, "when": when} for name, when in RED_ZONES.items()
        ],
        "tiers": [{"name": "clear", "outcome": "approved"}],
    }
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, "six-prohibitions.yaml")
        path.write_text(json.dumps(pack), encoding="utf-8")  # JSON is YAML too.
        if problems := hashimori.validate_pack(path):
            raise AssertionError(problems)
        packs = hashimori.load_packs([path])
    yield Form(
        "Hashimori",
        HASHIMORI,
        "evaluate(packs, given)",
        {"evaluate": hashimori.evaluate, "packs": packs},
        dict,
        of_decision,
    )
    bare = {"judge": evaluate_rules, "packs": packs}
    yield Form(
        "Hashimori", "Hashimori, evaluate_rules (no record)", "judge(packs, given)", bare, dict, of_red_zones
    )


# GoRules Zen: its expressions compiled once, and a decision table loaded once.


def _some(path: str, *terms: str) -> str:
    return f"some({path}, # in {json.dumps(terms)})"


ZEN_EXPRESSIONS = {
    "covert_identification": 'use.biometric_function == "identification" and use.biometric_timing in '
    '["real_time", "near_real_time"]'
    " and use.biometric_covert",
    "emotion_analysis": f"use.infers_emotion and {_some('use.emotion_signals', 'face', 'body')}",
    "unsupervised_decisions": "use.decision_fully_automated and (use.affects_rights_substantially or "
    "use.affects_safety_substantially)"
    " and not safeguards.meaningful_oversight",
    "sole_factor": "use.sole_factor_in_employment"
    f" and {_some('use.employment_decisions', 'hiring', 'promotion', 'discipline', 'evaluation')}"
    f" and {_some('use.employment_subjects', 'employee', 'applicant')}",
    "social_scoring": "use.scores_social_standing or (use.tracks_individuals and use.classifies_individuals"
    " and "
    f"{_some('use.classification_bases', 'behavior', 'socioeconomic_status', 'personal_characteristics')})",
    "manipulation": "use.manipulates_behavior",
}


def of_truth(hit: bool) -> str:
    return PROHIBITED if hit else NO_OBJECTION


def zen() -> Iterator[Form]:
    import zen

    whole = zen.compile_expression(" or ".join(f"({expression})" for expression in ZEN_EXPRESSIONS.values()))
    six = [zen.compile_expression(expression) for expression in ZEN_EXPRESSIONS.values()]
    node: dict[str, Any] = {
        "id": "six",
        "name": "six",
        "type": "decisionTableNode",
        "content": {
            "hitPolicy": "first",
            "inputs": [{"id": "condition", "name": "condition", "type": "expression"}],
            "outputs": [{"id": "hit", "name": "hit", "field": "hit", "type": "expression"}],
            "rules": [
                {"_id": name, "condition": text, "hit": json.dumps(name)}
                for name, text in ZEN_EXPRESSIONS.items()
            ],
        },
    }
    ends = [{"id": end, "name": end, "type": f"{end}Node"} for end in ("input", "output")]
    edges = [
        {"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b}
        for a, b in (("input", "six"), ("six", "output"))
    ]
    nodes = [{**one, "position": {"x": 0, "y": 0}} for one in (*ends, node)]
    graph = {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}
    decision = zen.ZenEngine().create_decision(json.dumps(graph))
    yield Form(
        "Zen",
        "Zen, one expression, facts as JSON text",
        "ask(given)",
        {"ask": whole.evaluate},
        json.dumps,
        of_truth,
    )
    yield Form(
        "Zen", "Zen, one expression, facts as a dict", "ask(given)", {"ask": whole.evaluate}, dict, of_truth
    )
    each = "[one.evaluate(given) for one in six]"
    yield Form(
        "Zen", "Zen, six expressions", each, {"six": six}, json.dumps, lambda hits: of_truth(any(hits))
    )
    table = {"ask": decision.evaluate}
    yield Form(
        "Zen",
        "Zen, decision table",
        "ask(given)",
        table,
        json.dumps,
        lambda found: of_truth("hit" in found["result"]),
    )


# Cedar: one permit and six forbids.


def _any_of(path: str, *terms: str) -> str:
    return f"context.{path}.containsAny({json.dumps(terms)})"


CEDAR = {
    "covert_identification": 'context.use.biometric_function == "identification" && '
    '["real_time", "near_real_time"].contains(context.use.biometric_timing) && context.use.biometric_covert',
    "emotion_analysis": f"context.use.infers_emotion && {_any_of('use.emotion_signals', 'face', 'body')}",
    "unsupervised_decisions": "context.use.decision_fully_automated && "
    "(context.use.affects_rights_substantially || context.use.affects_safety_substantially) && "
    "!context.safeguards.meaningful_oversight",
    "sole_factor": "context.use.sole_factor_in_employment && "
    f"{_any_of('use.employment_decisions', 'hiring', 'promotion', 'discipline', 'evaluation')} && "
    f"{_any_of('use.employment_subjects', 'employee', 'applicant')}",
    "social_scoring": "context.use.scores_social_standing || (context.use.tracks_individuals && "
    "context.use.classifies_individuals && "
    f"{_any_of('use.classification_bases', 'behavior', 'socioeconomic_status', 'personal_characteristics')})",
    "manipulation": "context.use.manipulates_behavior",
}


def cedar() -> Iterator[Form]:
    import cedarpy

    text = "permit(principal, action, resource);\n"
    text += "\n".join(
        f'@id("{name}") forbid(principal, action, resource) when {{ {test} }};'
        for name, test in CEDAR.items()
    )
    parsed, nothing = cedarpy.PolicySet.from_str(text), cedarpy.Entities.from_json_str("[]")

    def request(facts: Facts) -> dict[str, str]:
        return {
            "principal": 'Agency::"a"',
            "action": 'Action::"use"',
            "resource": 'System::"s"',
            "context": json.dumps(facts),
        }

    def of_response(response: Any) -> str:
        answer = {"Allow": NO_OBJECTION, "Deny": PROHIBITED}[response.decision.value]
        return answer + (", with an error beside it" if response.diagnostics.errors else "")

    names = {"ask": cedarpy.is_authorized, "nothing": nothing}
    yield Form(
        "Cedar",
        "Cedar, policies parsed once",
        "ask(given, policies, nothing)",
        {**names, "policies": parsed},
        request,
        of_response,
    )
    yield Form(
        "Cedar",
        "Cedar, policies from text",
        "ask(given, policies, nothing)",
        {**names, "policies": text},
        request,
        of_response,
    )


PEERS: dict[str, Callable[[], Iterator[Form]]] = {"Hashimori": hashimori, "Zen": zen, "Cedar": cedar}


def installed() -> tuple[list[Form], list[str]]:
    """The forms at hand, and the names of the engines that are not installed."""
    forms, absent = [*by_hand(), *kit()], []
    for name, peer in PEERS.items():
        try:
            forms += peer()
        except ImportError:
            absent.append(name)
    return forms, absent


def agree(forms: list[Form]) -> None:
    """AssertionError unless every form gives the right answer wherever all facts are known."""
    for facts, right in KNOWN:
        for form in forms:
            if (answer := form.answer(facts)) != right:
                raise AssertionError(f"{form.label} says `{answer}` where `{right}` is right: {facts}")


def decisive(forms: list[Form]) -> Iterator[Row]:
    """What each engine answers when it is not told whether people oversee the decision."""
    seen: set[tuple[str, str]] = set()
    for form in forms:
        answer = form.answer(NOT_TOLD)
        # One line for an engine, unless its forms differ; of ours, the fullest.
        if form.engine != "aigovkit" or form.label == EVALUATION:
            if (form.engine, answer) not in seen:
                yield Row(form.label, answer)
            seen.add((form.engine, answer))


def timed(forms: list[Form], facts: Facts, absent: list[str]) -> Iterator[Row]:
    """The times on one case, and how they compare."""
    best = measure.best_times({form.label: form.on(facts) for form in forms})
    floor = best[BY_HAND]
    limits = {OUTCOME_ALONE: 3, OUTCOME_READ: 10, EVALUATION: 10, FINDINGS: 30}
    for label, time in best.items():
        ratio = time / floor
        held = measure.at_most(ratio, limits[label]) if label in limits else ("", "")
        yield Row(label, measure.nanoseconds(time), measure.times(ratio), *held)
    for name in absent:
        yield Row(name, "not installed")
    zens = {form.label: best[form.label] for form in forms if form.engine == "Zen"}
    for ours in (OUTCOME_ALONE, EVALUATION, FINDINGS):
        if HASHIMORI in best:
            ratio = best[HASHIMORI] / best[ours]
            yield Row(
                f"Hashimori's evaluate ÷ {_short(ours)}", "", measure.times(ratio), *measure.over(ratio, 20)
            )
        if zens:
            ratio = min(zens.values()) / best[ours]
            yield Row(
                f"Zen's fastest form ÷ {_short(ours)}", "", measure.times(ratio), *measure.over(ratio, 5)
            )


def _short(label: str) -> str:
    return label.removeprefix("aigovkit, ").removesuffix(", compiled")


def sections() -> Iterator[Section]:
    forms, absent = installed()
    agree(forms)
    yield Section(
        "Six prohibitions, the decisive test: nobody said whether people oversee the decision",
        [*decisive(forms), *(Row(name, "not installed") for name in absent)],
    )
    yield Section("Six prohibitions, every fact known, nothing hit", timed(forms, CLEAR, absent), "× plain")
    yield Section("Six prohibitions, every fact known, the third hit", timed(forms, HIT, absent), "× plain")


if __name__ == "__main__":
    measure.show(sections())
