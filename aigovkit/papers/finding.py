"""Finding papers by their ids. A paper belongs to its policy."""

from __future__ import annotations

from aigovkit import jurisdictions
from aigovkit.engine.papers_due import papers_of
from aigovkit.errors import UnknownNameError
from aigovkit.papers.paper import Paper
from aigovkit.policies import find_policies, find_policy


def find_papers() -> tuple[dict[str, Paper], dict[str, str]]:
    """Every paper of every policy that can be loaded, by id, and what is wrong with the policies of other
    packages that cannot.
    """
    policies, broken = find_policies()
    return {paper.id: paper for policy in policies.values() for paper in papers_of(policy.rulebook)}, broken


def find_paper(id: str) -> Paper:
    """The paper of that id, or of the last part of one where only one has it; UnknownNameError when there is none."""
    policy, _, _ = id.rpartition("/")
    if policy in jurisdictions.POLICIES:
        found = {paper.id: paper for paper in papers_of(find_policy(policy).rulebook)}
    else:
        found = find_papers()[0]
    ending = [paper for name, paper in found.items() if name == id or name.endswith(f"/{id}")]
    if len(ending) != 1:
        raise UnknownNameError("paper", id, found)
    return ending[0]
