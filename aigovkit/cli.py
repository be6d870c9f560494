"""The command line: judge a case, look at policies and provisions, start a case.

Exit codes of `evaluate`: 0 no objection or not applicable, 1 prohibited, 2 usage
or bad input, 3 review, conditional or undetermined.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import shutil
import sys
from collections.abc import Sequence
from typing import Any

from aigovkit import __version__
from aigovkit.answers import Outcome
from aigovkit.errors import AigovkitError, UnknownNameError
from aigovkit.joint import AnyEvaluation
from aigovkit.policies import Policy, PolicySet, find_policies, find_policy

BAD_INPUT = 2
_EXITS = {Outcome.NOT_APPLICABLE: 0, Outcome.NO_OBJECTION: 0, Outcome.PROHIBITED: 1}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except AigovkitError as error:
        print(f"aigovkit: {error}", file=sys.stderr)
    except BrokenPipeError:
        # Whoever reads the answer has read enough; nothing may be left to flush when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(f"aigovkit: cannot read `{error.filename}`: {error.strerror}", file=sys.stderr)
    return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="aigovkit",
        description="What AI, surveillance and privacy policies say about one system in one use.",
    )
    parser.add_argument("--version", action="version", version=f"aigovkit {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    evaluate = commands.add_parser(
        "evaluate",
        help="judge a case",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    evaluate.add_argument("case", help="a case as JSON: a file, or - for standard input")
    _settings(evaluate)
    evaluate.add_argument("--json", action="store_true", help="print the whole answer as JSON")
    evaluate.set_defaults(run=_evaluate)

    policies = commands.add_parser("policies", help="list the policies")
    policies.add_argument("--json", action="store_true", help="print them as JSON")
    policies.set_defaults(run=_policies)

    provisions = commands.add_parser(
        "provisions", help="list every provision, modelled or with the reason why not"
    )
    provisions.add_argument("--policy", metavar="ID", help="one policy; all of them by default")
    provisions.add_argument("--json", action="store_true", help="print them as JSON")
    provisions.set_defaults(run=_provisions)

    explain = commands.add_parser("explain", help="explain a provision, with a case or without")
    explain.add_argument("provision", help="the id of a provision, such as SJ-AI-PROHIBIT-2")
    explain.add_argument("--case", help="a case as JSON: a file, or - for standard input")
    _settings(explain)
    explain.set_defaults(run=_explain)

    papers = commands.add_parser("papers", help="list the papers that can be drafted from a case")
    papers.add_argument("--json", action="store_true", help="print them as JSON")
    papers.set_defaults(run=_papers)

    paper = commands.add_parser("paper", help="draft a paper from a case, with every missing element marked")
    paper.add_argument("paper", help="the id of a paper, or the last part of it, such as necessity-finding")
    paper.add_argument("case", help="a case as JSON: a file, or - for standard input")
    paper.add_argument(
        "--enclose",
        action="append",
        default=[],
        metavar="NAME=FILE",
        help="enclose a text where the paper has a place for it",
    )
    _settings(paper, policies=False)
    paper.set_defaults(run=_paper)

    schema = commands.add_parser("schema", help="print the JSON Schema of a case or of an evaluation")
    schema.add_argument("of", nargs="?", choices=("case", "evaluation"), default="case")
    schema.set_defaults(run=_schema)

    new_case = commands.add_parser(
        "new-case", help="print a skeleton of a case to fill in, with the questions as comments"
    )
    new_case.add_argument(
        "--policy", action="append", metavar="ID", help="ask only what this policy reads; may be repeated"
    )
    new_case.set_defaults(run=_new_case)
    return parser


def _settings(parser: argparse.ArgumentParser, *, policies: bool = True) -> None:
    if policies:
        parser.add_argument(
            "--policy",
            action="append",
            metavar="ID",
            help="a policy to judge by; may be repeated; all of them by default",
        )
    parser.add_argument(
        "--as-of", metavar="WHEN", help="the day or instant of judging, such as 2026-03-02, or `today`"
    )
    parser.add_argument(
        "--set", action="append", default=[], metavar="PARAMETER=VALUE", help="set a parameter of a policy"
    )
    parser.add_argument(
        "--read",
        action="append",
        default=[],
        metavar="QUESTION=READING",
        help="choose a reading where the text is open",
    )


def _chosen(options: argparse.Namespace) -> list[Policy]:
    """The policies asked for, with their settings; a setting that fits none of them is an error."""
    if options.policy:
        policies = [find_policy(name) for name in dict.fromkeys(options.policy)]
    else:
        found, broken = find_policies()
        policies = list(found.values())
        for name, what in broken.items():
            print(
                f"aigovkit: the policy `{name}` of another package cannot be loaded: {what}", file=sys.stderr
            )
    from aigovkit.json import parameter_value

    for setting in options.set:
        name, value = _pair(setting, "--set", "PARAMETER=VALUE")
        known = {parameter.name for policy in policies for parameter in policy.rulebook.parameters}
        if name not in known:
            raise UnknownNameError("parameter", name, known)
        parameters = [{p.name: p for p in policy.rulebook.parameters} for policy in policies]
        policies = [
            policy.given(**{name: parameter_value(by_name[name], value)}) if name in by_name else policy
            for policy, by_name in zip(policies, parameters, strict=True)
        ]
    for setting in options.read:
        name, reading = _pair(setting, "--read", "QUESTION=READING")
        known = {ambiguity.name for policy in policies for ambiguity in policy.rulebook.ambiguities}
        if name not in known:
            raise UnknownNameError("question", name, known)
        policies = [
            policy.read(**{name: reading})
            if any(a.name == name for a in policy.rulebook.ambiguities)
            else policy
            for policy in policies
        ]
    return policies


def _pair(setting: str, option: str, form: str) -> tuple[str, str]:
    name, equals, value = setting.partition("=")
    if not equals:
        raise AigovkitError(f"`{option}` takes {form}, not `{setting}`")
    return name, value


def _as_of(options: argparse.Namespace) -> Any:
    from aigovkit.periods import parse_moment

    if not options.as_of:
        raise AigovkitError(
            "say at what time to judge: `--as-of 2026-03-02`, an instant with its zone, or `--as-of today`"
        )
    # The one place that looks at a clock, and only when told to.
    return datetime.date.today() if options.as_of == "today" else parse_moment(options.as_of)


def _case(source: str) -> Any:
    from aigovkit.models import Case

    return Case.load(sys.stdin.buffer if source == "-" else source)


def _evaluate(options: argparse.Namespace) -> int:
    policies = _chosen(options)
    as_of = _as_of(options)
    case = _case(options.case)
    evaluator: Policy | PolicySet = policies[0] if len(policies) == 1 else PolicySet.of(*policies)
    answer: AnyEvaluation = evaluator.evaluate(case, as_of=as_of)
    if options.json:
        print(answer.to_json(indent=2))
    else:
        print(answer.summary(min(shutil.get_terminal_size((100, 24)).columns, 110)))
    return _EXITS.get(answer.outcome, 3)


def _policies(options: argparse.Namespace) -> int:
    found, broken = find_policies()
    rows: list[dict[str, Any]] = [
        {
            "id": policy.id,
            "title": policy.title,
            "issuer": policy.source.issuer,
            "version": policy.version,
            "provisions": len(policy.provisions),
            "rules": len(policy.rules),
            "parameters": {p.name: p.question for p in policy.rulebook.parameters},
            "questions": {
                a.name: {"issue": a.issue, "readings": dict(a.readings), "default": a.default}
                for a in policy.rulebook.ambiguities
            },
        }
        for policy in found.values()
    ]
    if options.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        for row in rows:
            print(
                f"{row['id']}\n  {row['title']}, {row['issuer']}; {row['provisions']} provisions, "
                f"{row['rules']} modelled"
            )
            for name, question in row["parameters"].items():
                print(f"  --set {name}=…  {question}")
            for name, about in row["questions"].items():
                readings = " | ".join(
                    f"{reading}*" if reading == about["default"] else reading for reading in about["readings"]
                )
                print(f"  --read {name}={readings}")
    for name, what in broken.items():
        print(f"aigovkit: the policy `{name}` of another package cannot be loaded: {what}", file=sys.stderr)
    return 0


def _provisions(options: argparse.Namespace) -> int:
    policies = [find_policy(options.policy)] if options.policy else list(find_policies()[0].values())
    rows: list[dict[str, Any]] = [
        {
            "id": provision.id,
            "policy": policy.id,
            "kind": provision.kind,
            "force": str(provision.force),
            "citation": str(provision.citation),
            "modelled": provision.modelled,
            "note": provision.note,
        }
        for policy in policies
        for provision in policy.provisions
    ]
    if options.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return 0
    longest = max(len(row["id"]) for row in rows)
    for row in rows:
        print(
            f"{row['id']:{longest}}  {'rule' if row['modelled'] else 'none'}  {row['kind']:14} "
            f"{row['force']:12} {row['citation']}"
        )
        if row["note"]:
            print(f"{'':{longest}}        {row['note']}")
    return 0


def _explain(options: argparse.Namespace) -> int:
    from aigovkit.rules import Rule
    from aigovkit.text import describe

    policies = _chosen(options)
    entries = {entry.id: (policy, entry) for policy in policies for entry in policy.entries}
    if options.provision not in entries:
        raise UnknownNameError("provision", options.provision, entries)
    policy, entry = entries[options.provision]
    if not isinstance(entry, Rule):
        print(f"{entry.id}  {entry.kind}, {entry.force}\n{entry.citation}\n\nNo rule models it: {entry.note}")
    elif options.case:
        print(policy.evaluate(_case(options.case), as_of=_as_of(options)).explain(entry.id))
    else:
        print(describe(entry))
    return 0


def _papers(options: argparse.Namespace) -> int:
    from aigovkit.papers import find_papers

    found, broken = find_papers()
    rows = [
        {"id": paper.id, "title": paper.title, "citation": str(paper.citation), "policy": paper.policy}
        for paper in found.values()
    ]
    if options.json:
        print(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        print("\n".join(f"{row['id']}\n  {row['title']}, {row['citation']}" for row in rows))
    for name, what in broken.items():
        print(f"aigovkit: the paper `{name}` of another package cannot be loaded: {what}", file=sys.stderr)
    return 0


def _paper(options: argparse.Namespace) -> int:
    from aigovkit.papers import find_paper

    paper = find_paper(options.paper)
    options.policy = [paper.policy] if paper.policy else None
    policy = _chosen(options)[0] if paper.policy else None
    enclosures = {}
    for given in options.enclose:
        name, file = _pair(given, "--enclose", "NAME=FILE")
        enclosures[name] = _text(file)
    case, as_of = _case(options.case), _as_of(options)
    print(paper.draft(case, as_of=as_of, policy=policy, enclosures=enclosures), end="")
    return 3 if paper.missing(case, as_of=as_of, policy=policy, enclosures=enclosures) else 0


def _text(file: str) -> str:
    from pathlib import Path

    from aigovkit.json.limits import LARGEST

    with Path(file).open("rb") as opened:
        content = opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise AigovkitError(f"`{file}` is larger than {LARGEST:,} bytes")
    return content.decode("utf-8", errors="replace")


def _schema(options: argparse.Namespace) -> int:
    from aigovkit.json import case_schema, evaluation_schema

    print(
        json.dumps(
            case_schema() if options.of == "case" else evaluation_schema(), indent=2, ensure_ascii=False
        )
    )
    return 0


def _new_case(options: argparse.Namespace) -> int:
    from aigovkit.json import skeleton

    policies = [find_policy(name) for name in options.policy] if options.policy else None
    print(json.dumps(skeleton(policies), indent=2, ensure_ascii=False))
    return 0
