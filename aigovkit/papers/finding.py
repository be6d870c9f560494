"""Finding papers by their ids. A paper belongs to its policy, and its id begins with that of the policy."""

from __future__ import annotations

from aigovkit.engine.papers_due import papers_of
from aigovkit.errors import PolicyError, UnknownNameError
from aigovkit.papers.paper import Paper
from aigovkit.policies import Policy, find_policies, find_policy


def find_papers() -> tuple[dict[str, Paper], dict[str, str]]:
    """Every paper of every policy that can be loaded, by id, and what is wrong with the policies, or with
    the papers of policies, that cannot.

    .. versionadded:: 0.1.0
    """
    policies, broken = find_policies()
    found: dict[str, Paper] = {}
    for name, policy in policies.items():
        try:
            found |= _papers(policy)
        except PolicyError as error:
            broken[name] = str(error)
    return found, broken


def find_paper(id: str) -> Paper:
    """The paper of that id, or of the last part of one where only one has it.

    Only the policy that the id begins with is loaded, if it begins with one.
    Raises UnknownNameError, with a suggestion, when no paper or more than one is meant.

    >>> find_paper("us-az/digital-bill-of-rights/necessity-finding").title
    'Necessity finding'

    .. versionadded:: 0.1.0
    """
    beginning, _, _ = id.rpartition("/")
    try:
        found = _papers(find_policy(beginning))
    except UnknownNameError:
        found = find_papers()[0]
    if id in found:
        return found[id]
    meant = {name: paper for name, paper in found.items() if name.endswith(f"/{id}")}
    if len(meant) == 1:
        return meant.popitem()[1]
    short = found if beginning else [name.rpartition("/")[2] for name in found]
    raise UnknownNameError("paper", id, meant or short)


def _papers(policy: Policy) -> dict[str, Paper]:
    """The papers of a policy by their ids; PolicyError when they are not what this package calls a paper."""
    found: dict[str, Paper] = {}
    for paper in papers_of(policy.rulebook):
        if not isinstance(paper, Paper):
            raise PolicyError(f"`{paper.id}` of `{policy.id}` is not a Paper")
        if paper.id in found:
            raise PolicyError(f"`{policy.id}` has two papers with the id `{paper.id}`")
        found[paper.id] = paper
    return found
