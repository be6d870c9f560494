"""What every policy of the kit promises, stated once and run over all of them."""

import ast
import datetime
import importlib
import json
import pickle
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from aigovkit import Case, Force, Outcome, find_policies, jurisdictions, rules
from aigovkit.answers import DutyStatus, Status
from aigovkit.citations import Kind, Provision, Source
from aigovkit.jurisdictions import POLICIES
from aigovkit.language.nodes import ALWAYS, AllOf, Fact
from aigovkit.models import FACTS, Use
from aigovkit.policies import Policy, PolicySet, policy
from aigovkit.rules import Duty, Entry, Prohibition, Restatement, Rule, prohibition
from aigovkit.rules.effects import triggered

FOUND, BROKEN = find_policies()
BUILT_IN = [FOUND[name] for name in POLICIES]
AS_OF = datetime.date(2026, 3, 2)
FORBIDDEN_WORDS = re.compile(
    r"\b(permitted use|is permitted|are permitted|compliant|legal advice is)\b", re.IGNORECASE
)

every_policy = pytest.mark.parametrize("policy", BUILT_IN, ids=lambda policy: policy.id)
every_rule = pytest.mark.parametrize(
    ("policy", "rule"),
    [pytest.param(policy, rule, id=rule.id) for policy in BUILT_IN for rule in policy.rules],
)


def in_force(policy: Policy) -> Policy:
    """The policy with every bill signed long ago, so that its rules can bind."""
    dated = [p.name for p in policy.rulebook.parameters if p.name == "signed_on"]
    return policy.given(**dict.fromkeys(dated, datetime.date(2026, 1, 5)))


def judged_on(policy: Policy) -> datetime.date:
    """A day on which all of the policy that will ever start has started."""
    return datetime.date(2029, 3, 2) if policy.rulebook.parameters else AS_OF


def test_no_policy_is_broken():
    """Every policy that can be found can be loaded."""
    assert {} == BROKEN


@every_policy
def test_the_id_is_the_one_it_is_listed_under(policy):
    """A policy's id is the key it is found by, a path from the government down."""
    assert policy is FOUND[policy.id]
    assert re.fullmatch(r"us-[a-z]{2}(/[a-z0-9-]+)+", policy.id)


@every_policy
def test_provision_ids_are_unique_across_all_policies(policy):
    """No two policies share the id of a provision, so that an attestation names one duty."""
    others = {p.id for other in BUILT_IN if other is not policy for p in other.provisions}
    assert set() == others & {p.id for p in policy.provisions}


@every_policy
def test_the_source_is_named_and_dated_or_says_why_not(policy):
    """A source has a title, an issuer, and a day of effect or the reason why none can be read."""
    assert policy.source.title
    assert policy.source.issuer
    assert policy.source.effective or policy.source.effective_note


@every_policy
def test_every_provision_cites_this_source(policy):
    """Each provision is cited with a pinpoint in the policy's own source."""
    for provision in policy.provisions:
        assert policy.source == provision.citation.source
        assert provision.citation.pinpoint.strip()


@every_policy
def test_what_is_not_modelled_says_why(policy):
    """A provision without a rule carries the reason, as a sentence."""
    for provision in policy.provisions:
        if not provision.modelled:
            assert len(provision.note) > 15, provision.id


@every_policy
def test_statements_are_sentences_that_promise_nothing(policy):
    """A rule's statement is one short text, and none says that something is permitted or compliant."""
    for rule in policy.rules:
        assert rule.statement[0].isupper() or not rule.statement[0].isalpha(), rule.id
        assert rule.statement.endswith((".", "?")), rule.id
        assert len(rule.statement) < 300, rule.id
        assert not FORBIDDEN_WORDS.search(rule.statement), rule.id


@every_policy
def test_duties_name_their_bearer(policy):
    """Every duty says who has to act."""
    assert [] == [rule.id for rule in policy.rules if isinstance(rule, Duty) and not rule.bearer]


@every_policy
def test_ambiguities_are_complete(policy):
    """Each open question has an issue, two readings or more, a default among them, a reason and a
    citation.
    """
    for ambiguity in policy.rulebook.ambiguities:
        assert ambiguity.issue.endswith("?"), ambiguity.name
        assert len(ambiguity.readings) >= 2
        assert ambiguity.default in ambiguity.readings
        assert ambiguity.why
        assert ambiguity.citation is not None, ambiguity.name
        assert re.fullmatch(r"[a-z][a-z0-9_]*", ambiguity.name)


@every_policy
def test_every_fact_read_is_a_declared_fact(policy):
    """Rules read facts that the case declares, and no others."""
    for node in policy.rulebook.nodes:
        if isinstance(node, Fact):
            assert FACTS[node.path] is node


@every_policy
def test_nothing_known_is_never_a_clearance(policy):
    """A case of which nothing is known is settled by a bill not in force at most, and never as without
    objection.
    """
    answer = policy.evaluate(Case(), as_of=AS_OF)
    assert answer.outcome in (Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE)
    bill = any(rule.force is Force.PROPOSED for rule in policy.rules)
    assert bill or answer.outcome is Outcome.UNDETERMINED


@every_policy
def test_evaluations_are_the_same_bytes_and_read_by_their_schema(policy):
    """Two evaluations of the same give the same JSON, and the schema of evaluations accepts it."""
    jsonschema = pytest.importorskip("jsonschema")
    from aigovkit import evaluation_schema

    case = Case(id="x", title="A <b>case</b>")
    first = policy.evaluate(case, as_of=AS_OF).to_json()
    assert first == policy.evaluate(case, as_of=AS_OF).to_json()
    jsonschema.validate(json.loads(first), evaluation_schema())


@every_policy
def test_policies_pickle(policy):
    """A policy comes back from a pickle equal, and judges the same."""
    again = pickle.loads(pickle.dumps(policy))
    assert policy == again
    assert policy.version == again.version
    assert policy.evaluate(Case(), as_of=AS_OF).at_most == again.evaluate(Case(), as_of=AS_OF).at_most


@every_policy
def test_composition_with_itself_changes_nothing(policy):
    """Joining a policy with itself gives the set of that one policy."""
    assert PolicySet.of(policy) == policy & policy


@every_policy
def test_an_unsigned_bill_binds_nobody(policy):
    """A proposed rule neither moves the outcome nor owes a duty until the bill is signed."""
    if not any(rule.force is Force.PROPOSED for rule in policy.rules):
        pytest.skip("an instrument in being")
    answer = policy.evaluate(Case(), as_of=datetime.date(2030, 1, 1))
    assert Outcome.NOT_APPLICABLE is answer.outcome
    assert () == answer.duties
    assert not {f.status for f in answer.findings} & {Status.VIOLATED, Status.OPEN, Status.UNDETERMINED}


def as_read(policy, rule):
    """A policy, and then with each of the ambiguities that a rule is open to read in each other way."""
    yield policy
    for ambiguity in policy.rulebook.open_to[rule.id]:
        for reading in ambiguity.readings:
            yield policy.read(**{ambiguity.name: reading})


@every_rule
def test_a_rule_has_a_witness_that_is_explained_and_a_neighbour_one_fact_away(policy, rule):
    """For each rule there is a case in which it applies, explained in words, and a neighbour, one fact
    away, in which it does not; by some reading, where the text is open.
    """
    as_of = judged_on(policy)
    tried = ((one, one.witness(rule.id, as_of=as_of)) for one in as_read(in_force(policy), rule))
    configured, witness = next((one for one in tried if one[1] is not None), (policy, None))
    assert witness is not None, "no case was found in which the rule applies"
    answer = configured.given(**witness.parameters).evaluate(witness.applies, as_of=as_of)
    fires = answer.finding(rule.id)
    assert fires.status not in (Status.NOT_APPLICABLE, Status.NOT_IN_FORCE, Status.DISPLACED)
    assert answer.explain(rule.id).startswith(rule.id)
    if isinstance(rule, Prohibition) and rule.force in (Force.BINDING, Force.PROPOSED):
        assert Status.VIOLATED is fires.status
        assert Outcome.PROHIBITED is answer.at_least
    for duty in answer.duties:
        assert duty.status in DutyStatus
        assert duty.actor
    if unconditional(rule):
        return
    if fires.status is not Status.UNDETERMINED:
        assert fires.because
    assert witness.does_not is not None, "no single change of a fact was found that makes the rule not apply"
    silent = (
        configured.given(**witness.neighbour_parameters)
        .evaluate(witness.does_not, as_of=as_of)
        .finding(rule.id)
    )
    assert silent.status in (
        Status.NOT_APPLICABLE,
        Status.NOT_IN_FORCE,
        Status.DISPLACED,
        Status.UNDETERMINED,
    )
    assert fires.status != silent.status


def unconditional(rule: Rule) -> bool:
    """Whether a rule holds at all times, so that nothing can make it not apply."""
    condition = triggered(rule)
    return (
        rule.each is None
        and rule.in_force is ALWAYS
        and (condition is ALWAYS or condition == AllOf((ALWAYS, ALWAYS)))
    )


@every_rule
def test_kinds_are_words_of_the_kit(policy, rule):
    """Every rule is of a kind the kit knows."""
    assert rule.kind in Kind


def entries_in(value: object) -> Iterator[Entry]:
    """The rules and provisions that a value is, or holds in lists and tables."""
    match value:
        case Rule() | Restatement() | Provision():
            yield value
        case list() | tuple() | set() | frozenset():
            for inner in value:
                yield from entries_in(inner)
        case dict():
            yield from entries_in(list(value.values()))


def written(entry: Any) -> tuple[Any, ...]:
    """What tells one entry from all others, its condition aside."""
    return type(entry), entry.id, str(entry.citation), getattr(entry, "statement", "")


def unlisted(modules: list[ModuleType], policies: list[Policy]) -> list[str]:
    """What stands in some modules and in no policy, as a name in its module.

    A policy may have put its place among the conditions of a rule; all else of it is the same.
    """
    listed = {written(entry) for policy in policies for entry in policy.entries}
    return [
        f"{module.__name__}.{name}"
        for module in modules
        for name, value in vars(module).items()
        if any(written(entry) not in listed for entry in entries_in(value))
    ]


def test_every_rule_of_a_jurisdiction_stands_in_a_policy():
    """What a jurisdiction's module makes is an entry of a policy, or it would judge nothing."""
    root = jurisdictions.__name__
    names = [one.name for one in pkgutil.walk_packages(jurisdictions.__path__, f"{root}.")]
    assert [] == unlisted([importlib.import_module(name) for name in names], BUILT_IN)


def test_a_rule_that_no_policy_lists_is_noticed():
    """What a module makes and lists nowhere is told by its name, inside a list too."""
    order = Source("Order", issuer="Ruritania")
    module = ModuleType("ruritania")
    module.LISTED, module.LEFT, module.SEVERAL = (
        prohibition(f"R-{number}", order.at("1"), "No.", when=Use.novel) for number in range(3)
    )
    module.SEVERAL = (module.SEVERAL,)
    made = policy("ruritania/order", order, time_zone="Europe/Vienna", entries=[module.LISTED])
    assert ["ruritania.LEFT", "ruritania.SEVERAL"] == unlisted([module], [made])


def test_no_rule_of_a_jurisdiction_is_made_and_dropped():
    """Every call that builds a rule has its result kept under a name."""
    dropped = []
    for file in sorted(Path(jurisdictions.__file__).parent.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                called = node.value.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                if name in rules.__all__:
                    dropped.append(f"{file.name}:{node.lineno}")
    assert [] == dropped


def test_the_core_names_no_jurisdiction():
    """No module outside the jurisdictions names a place or an instrument."""
    root = Path(__import__("aigovkit").__file__).parent
    names = re.compile(r"san[ _]?jos|albuquerque|tucson|arizona|\bSJ-|\bABQ-|\bAZ-|\bTUC-", re.IGNORECASE)
    offending = []
    for file in sorted(root.rglob("*.py")):
        if "jurisdictions" in file.parts:
            continue
        # Places serve as examples in docstrings and in the help of the command line; code never decides by
        # one.
        code = re.sub(r'""".*?"""', "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        code = re.sub(r'"[^"\n]*such as[^"\n]*"', "", code)
        offending += [f"{file.name}: {found.group()}" for found in names.finditer(code)]
    assert [] == offending


def test_jurisdiction_modules_are_data():
    """A jurisdiction module holds no control flow."""
    root = Path(__import__("aigovkit").__file__).parent / "jurisdictions"
    for file in sorted(root.rglob("*.py")):
        text = re.sub(r'""".*?"""', "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"^\s*(if|while|try|match)\b", text, re.MULTILINE), file.name
