"""Rules: cited norms, each a value that says when it applies and what follows.

A jurisdiction module is a list of calls to the builders, in the order of its
document. What a rule means, in three-valued logic:

- A **prohibition** applies when its condition holds and no exception displaces it.
- An **exception** displaces the rules it points at while its condition and all
  it is `provided` on hold, and no other exception displaces it. What does not
  move the outcome displaces only what does not move it either.
- A **duty** (obligation, review, requirement) applies in the same way; it is met
  when what is to be `done` is done, in time where a time is stated; it is
  breached when the `gate` it had to come before is passed, or its time is over,
  and it was not done. Until then it is open.
- A **referral** applies in the same way; it is referred until what is `done` about
  it, the decision of a person, is there.
- A **ground** of a decided case applies in the same way; it is matched when what
  it `matches` holds, and distinguished when not, which is no breach of anything.
- Everything else is noted when its condition holds.
"""

from aigovkit.citations import Kind, Provision
from aigovkit.rules.builders import (
    advice,
    classification,
    definition,
    exception,
    ground,
    noted,
    obligation,
    penalty,
    prohibition,
    recurring,
    referral,
    requirement,
    restatement,
    retention,
    review,
    scope,
    score,
    unmodelled,
)
from aigovkit.rules.kinds import (
    Advice,
    AnyRule,
    Classification,
    Definition,
    Duty,
    ExceptionRule,
    Ground,
    Noted,
    Obligation,
    Penalty,
    Prohibition,
    Recurring,
    Referral,
    Requirement,
    Retention,
    Review,
    Rule,
    Scope,
    Score,
)
from aigovkit.rules.part import Part, part
from aigovkit.rules.restatements import Restatement
from aigovkit.rules.times import Commencement, Deadline

Entry = Rule | Restatement | Provision
"""What a policy lists, in the order of its document: the rules, what only repeats others, and the provisions
that none models.

.. versionadded:: 0.1.0
"""

__all__ = [
    "Advice",
    "AnyRule",
    "Classification",
    "Commencement",
    "Deadline",
    "Definition",
    "Duty",
    "Entry",
    "ExceptionRule",
    "Ground",
    "Kind",
    "Noted",
    "Obligation",
    "Part",
    "Penalty",
    "Prohibition",
    "Recurring",
    "Referral",
    "Requirement",
    "Restatement",
    "Retention",
    "Review",
    "Rule",
    "Scope",
    "Score",
    "advice",
    "classification",
    "definition",
    "exception",
    "ground",
    "noted",
    "obligation",
    "part",
    "penalty",
    "prohibition",
    "recurring",
    "referral",
    "requirement",
    "restatement",
    "retention",
    "review",
    "scope",
    "score",
    "unmodelled",
]
