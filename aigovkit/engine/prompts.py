"""How a question is put: its words, its choices, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from aigovkit import paths
from aigovkit.answers import Choice, Question
from aigovkit.engine.rulebook import Rulebook
from aigovkit.engine.subjects import label_of
from aigovkit.facts import Partly, Term, Terms
from aigovkit.language.parameters import ChoiceParameter, Parameter
from aigovkit.models.case import Attestation, Case, fact
from aigovkit.models.forms import STEP_OF
from aigovkit.models.grouping import FactForm, GatePage
from aigovkit.rules import Referral
from aigovkit.wording import plain


def parameter_question(parameter: Parameter, provisions: tuple[str, ...], *, proven: bool) -> Question:
    """The question for a parameter of a policy, which the rules with these ids read."""
    words = parameter.choices if isinstance(parameter, ChoiceParameter) else ()
    return Question(
        parameter.name,
        parameter.question,
        provisions,
        choices=tuple(Choice(word, plain(word)) for word in words),
        proven=proven,
        parameter=True,
        topic="policy",
        kind=parameter.kind,
    )


def question_of(
    rulebooks: Sequence[Rulebook], case: Case, path: str, *, proven: bool, rebuts: bool
) -> Question:
    """The question for the fact or the attestation at a path, which rules of these rulebooks read."""
    general = paths.general(path)
    asked = path in case.not_known or general in case.not_known
    reading = [
        (rulebook, name)
        for rulebook in rulebooks
        for name, used in rulebook.facts_used.items()
        if general in used
    ]
    provisions = tuple(name for _, name in reading)
    provision = paths.attested_provision(path)
    if provision is not None:
        name, record = provision.partition("[")[0], paths.record_attested(provision)
        duties = ((one, rule) for one in rulebooks for rule in one.rules if rule.id == name)
        rulebook, rule = next(duties, (reading[0][0], None))
        of_one = "" if record is None else f" for {label_of(case, *record[1:])}"
        match rule:
            case None:
                prompt = _asked_of(f"the duty of {name}{of_one}", rulebook, case, provision)
            case Referral():
                prompt = f"Has this been decided by {rule.bearer}? {rule.issue}"
            case _:
                prompt = f"{_asked_of(f'this{of_one}', rulebook, case, provision)} {rule.statement}"
        knows = str(Attestation.met.known_by or "")
        return Question(
            path,
            prompt,
            provisions,
            proven=proven,
            rebuts=rebuts,
            asked=asked,
            known_by=knows,
            topic="duties",
            kind="attestation",
        )
    declared = fact(general)
    words = declared.vocabulary if isinstance(declared, Term | Terms) else ()
    choices = tuple(Choice(str(word), word.label) for word in words)
    prompt, known = declared.question, paths.value_at(case, path)
    if isinstance(known, Partly):
        prompt += f" {len(known)} {'is' if len(known) == 1 else 'are'} known; is there anything else?"
    knows, step = str(declared.known_by or ""), STEP_OF.get(general)
    return Question(
        path,
        prompt,
        provisions,
        declared.definition,
        choices,
        proven,
        rebuts,
        asked,
        knows,
        topic=paths.topic(path),
        kind=declared.kind,
        form=step.id if isinstance(step, FactForm) else "",
        page=step.id if isinstance(step, GatePage) else "",
    )


def _asked_of(what: str, rulebook: Rulebook, case: Case, provision: str) -> str:
    """What to ask of a duty: whether it is done or, where that is not all, when it was."""
    if provision.partition("[")[0] in rulebook.attested_in_days:
        return f"On which days was {what} done?"
    known = case.attestations.get(provision)
    # What is attested done, on days that are not over yet, is open for want of its day alone.
    return f"On which day is {what} done?" if known is not None and known.done else f"Is {what} done?"
