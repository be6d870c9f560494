"""Forms of facts that belong together and pages of gates: what they cover, and in which order."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date

import pytest

from aigovkit import paths
from aigovkit.errors import ConditionError
from aigovkit.facts import Boolean, TermSet
from aigovkit.language.parts import facts_in
from aigovkit.models import FACTS, Case, Incident, Retirement, Surveillance, System, Use, Vendor
from aigovkit.models.forms import STEP_OF, STEPS
from aigovkit.models.grouping import (
    MOST_IN_A_FORM,
    MOST_ON_A_PAGE,
    FactForm,
    GatePage,
    Step,
    checked,
    none_of_these,
    set_aside,
)
from aigovkit.models.vocabulary import BiometricFunction
from aigovkit.policies import find_policies

READ = {
    path
    for policy in find_policies()[0].values()
    for used in policy.rulebook.facts_used.values()
    for path in used
    if paths.attested_provision(path) is None
}
GATES = {gate.path for fact in FACTS.values() if fact.where is not None for gate in facts_in(fact.where)}


def test_every_fact_that_a_rule_reads_and_every_gate_is_asked_for_somewhere() -> None:
    """Each fact that a rule of a policy reads, and each on which another hangs, has one form or page."""
    assert READ
    assert GATES
    assert not sorted((READ | GATES) - set(STEP_OF))
    assert len(STEP_OF) == sum(len(step.facts) for step in STEPS)


def test_forms_and_pages_are_small() -> None:
    """A form has at most five facts, a page a handful of gates that are true or false, or one of words."""
    assert (5, 6) == (MOST_IN_A_FORM, MOST_ON_A_PAGE)
    for step in STEPS:
        if isinstance(step, FactForm):
            assert 1 <= len(step.facts) <= MOST_IN_A_FORM
        else:
            assert len(step.facts) == 1 or all(isinstance(gate, Boolean) for gate in step.facts)


def test_each_gate_of_a_page_sets_something_aside() -> None:
    """What a page asks about is read by the `where` of some fact, which has no meaning without it."""
    gates = [gate for step in STEPS if isinstance(step, GatePage) for gate in step.facts]
    assert gates
    for gate in gates:
        assert gate.path in GATES
        assert set_aside(gate)


def test_a_person_meets_what_a_fact_hangs_on_first() -> None:
    """No fact is asked for ahead of one that decides whether it has a meaning."""
    order = [fact for step in STEPS for fact in step.facts]
    for fact in order:
        if fact.where is not None:
            assert all(order.index(FACTS[gate.path]) < order.index(fact) for gate in facts_in(fact.where))


def test_none_of_these_is_an_answer_that_the_fact_takes() -> None:
    """None of these is false, an empty set or the word `none`; a day or a list of records has no such."""
    assert none_of_these(Vendor.involved) is False
    assert TermSet() == none_of_these(System.outputs)
    assert BiometricFunction.NONE is none_of_these(Use.biometric_function)
    assert [None, None, None] == [
        none_of_these(one) for one in (Retirement.halted, Case.incidents, Use.stage)
    ]
    for step in STEPS:
        if isinstance(step, GatePage):
            for gate in step.facts:
                Case().with_answer(gate.path, none_of_these(gate))


def test_what_a_gate_sets_aside_hangs_on_it() -> None:
    """A gate sets aside what cannot hold without it, and nothing that may hold for another reason."""
    hangs = (Use.biometric_features, Use.biometric_timing, Use.biometric_covert)
    assert hangs == set_aside(Use.biometric_function)
    assert Surveillance.targets in set_aside(Surveillance.functions)
    assert Surveillance.functions not in set_aside(Surveillance.capable_functions)
    assert () == set_aside(System.uses_ai)
    assert () == set_aside(Incident.caused_harm)


WRONG: list[tuple[Callable[[], list[Step]], str]] = [
    (lambda: [FactForm("A b", "T", System.uses_ai)], "`A b` is no id"),
    (lambda: [FactForm("a", " ", System.uses_ai)], "`a` has no title"),
    (lambda: [FactForm("a", "T")], "`a` takes one to 5 facts, not 0"),
    (
        lambda: [FactForm("a", "T", *[FACTS[path] for path in list(FACTS) if path.startswith("system.")])],
        "`a` takes one to 5 facts, not",
    ),
    (lambda: [FactForm("a", "T", "system.uses_ai")], "`a` takes facts, not `'system.uses_ai'`"),  # type: ignore[arg-type]
    (
        lambda: [FactForm("a", "T", System.uses_ai), FactForm("b", "T", System.uses_ai)],
        "`system.uses_ai` stands in `a` and in `b`",
    ),
    (lambda: [FactForm("a", "T", System.uses_ai), FactForm("a", "T", System.forms)], "`a` stands twice"),
    (
        lambda: [FactForm("a", "T", Incident.caused_harm, Retirement.halted)],
        "`a` takes the facts of one list, or of none",
    ),
    (lambda: [GatePage("a", "T", System.uses_ai)], "cannot ask for `system.uses_ai`: it sets nothing aside"),
    (lambda: [GatePage("a", "T", Retirement.halted)], "it has no answer for none of these"),
    (
        lambda: [GatePage("a", "T", Use.infers_emotion, Use.biometric_function)],
        "`a` takes facts that are true or false, or one fact made of words",
    ),
    (
        lambda: [FactForm("a", "T", Use.emotion_signals, Use.infers_emotion)],
        "`use.emotion_signals` stands ahead of `use.infers_emotion`, on which it hangs",
    ),
    (
        lambda: [FactForm("a", "T", Use.emotion_signals)],
        "`use.emotion_signals` is in `a`, and `use.infers_emotion`, on which it hangs, nowhere",
    ),
    (
        lambda: [
            FactForm("a", "T", Case.acts),
            GatePage("b", "T", Surveillance.social_media_systematic, Surveillance.social_media_automated),
        ],
        "`surveillance.social_media_automated` stands on one page with `surveillance.social_media_sy",
    ),
]


@pytest.mark.parametrize(("steps", "problem"), WRONG)
def test_what_does_not_fit_together_is_refused(steps: Callable[[], list[Step]], problem: str) -> None:
    """Forms and pages that do not fit are refused when they are put together, with what is wrong."""
    with pytest.raises(ConditionError) as caught:
        checked(steps())
    assert problem in str(caught.value)


def test_all_that_is_wrong_is_told_at_once() -> None:
    """One error tells everything that does not fit."""
    with pytest.raises(ConditionError) as caught:
        checked([FactForm("A", "", System.uses_ai), GatePage("b", "T", System.uses_ai)])
    assert 4 == str(caught.value).count("; ") + 1


def test_a_question_names_its_form_or_its_page() -> None:
    """Each question about a fact that a policy reads has a form or a page, not both; what is attested has
    neither.
    """
    for policy in find_policies()[0].values():
        place = {"agency": {"place": policy.rulebook.place}} if policy.rulebook.place else {}
        questions = policy.evaluate(
            Case.from_dict(place), as_of=date(2027, 3, 1), hypothetical=True
        ).questions
        assert questions
        for one in questions:
            attested = paths.attested_provision(one.fact) is not None
            assert bool(one.form) + bool(one.page) == (not attested and not one.parameter)
            if one.form or one.page:
                assert STEP_OF[paths.general(one.fact)].id == (one.form or one.page)


def test_judging_a_case_does_not_load_the_forms() -> None:
    """The forms load when something is asked, and not with the models or an evaluation."""
    program = """
import sys
from datetime import date
from aigovkit.jurisdictions import san_jose
from aigovkit.models import Case
found = san_jose.AI_POLICY.evaluate(Case(), as_of=date(2026, 3, 2))
print(found.outcome, "aigovkit.models.forms" in sys.modules)
print(bool(found.questions), "aigovkit.models.forms" in sys.modules)
"""
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ["undetermined False", "True True"] == made.stdout.splitlines()
