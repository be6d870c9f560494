"""The command line: judge a case, look at policies and provisions, start a case.

Exit codes of `evaluate`: 0 no objection or not applicable, 1 prohibited, 2 usage
or bad input, 3 review, conditional or undetermined, or a binding duty overdue or
unmet. One that was done late is told in the first line and leaves the code as it is.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aigovkit import __version__
from aigovkit.answers import Outcome
from aigovkit.errors import AigovkitError, UnknownNameError
from aigovkit.joint import AnyEvaluation
from aigovkit.policies import Policy, PolicySet, find_policies, find_policy, find_reaching
from aigovkit.wording import plain, printable

if TYPE_CHECKING:
    from aigovkit.models import AgencyFile, Case
    from aigovkit.periods import Moment

BAD_INPUT = 2
_TO_BE_LOOKED_AT = 3
_EXITS = {Outcome.NOT_APPLICABLE: 0, Outcome.NO_OBJECTION: 0, Outcome.PROHIBITED: 1}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except AigovkitError as error:
        print(f"aigovkit: {error}", file=sys.stderr)
    except BrokenPipeError:
        _discard_output()  # Whoever reads the answer has read enough.
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
    evaluate.add_argument(
        "--about",
        metavar="PROVISION",
        help="print only what can still change the finding on one provision, or the step of a score",
    )
    evaluate.set_defaults(run=_evaluate)

    table = commands.add_parser("table", help="judge several cases, and print a line for each")
    table.add_argument(
        "cases",
        nargs="+",
        metavar="CASE",
        help="a case as JSON, or a folder of them: all its files that end in .json",
    )
    _settings(table)
    form = table.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print the table as JSON")
    form.add_argument("--csv", action="store_true", help="print the table as CSV")
    form.add_argument("--html", action="store_true", help="print the table as HTML; only with `--by-policy`")
    table.add_argument(
        "--by-policy", action="store_true", help="print what each policy says of each case, side by side"
    )
    table.add_argument(
        "--about",
        action="append",
        default=[],
        metavar="PROVISION",
        help="ask what can change the finding on a provision, or the step of a score, instead of the "
        "outcome; may be repeated",
    )
    table.set_defaults(run=_table)

    calendar = commands.add_parser(
        "calendar", help="print the dated duties of several cases as an iCalendar file"
    )
    calendar.add_argument(
        "cases",
        nargs="+",
        metavar="CASE",
        help="a case as JSON, or a folder of them: all its files that end in .json",
    )
    _settings(calendar)
    calendar.add_argument("-o", "--output", metavar="FILE", help="write to a file, such as duties.ics")
    calendar.set_defaults(run=_calendar)

    _changes(commands)

    policies = commands.add_parser("policies", help="list the policies")
    policies.add_argument("--json", action="store_true", help="print them as JSON")
    policies.set_defaults(run=_policies)

    provisions = commands.add_parser(
        "provisions", help="list every provision, modelled or with the reason why not"
    )
    provisions.add_argument("--policy", metavar="ID", help="one policy; all of them by default")
    form = provisions.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print them as JSON")
    form.add_argument(
        "--write",
        metavar="FOLDER",
        help="write a page for each policy, and all of it as JSON; without --policy, of the kit's own",
    )
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

    schema = commands.add_parser(
        "schema", help="print the JSON Schema of a case, an agency file or an evaluation"
    )
    schema.add_argument(
        "of", nargs="?", choices=("case", "agency-file", "evaluation", "difference", "ways"), default="case"
    )
    schema.set_defaults(run=_schema)

    for name, of in (("new-case", "a case"), ("new-agency-file", "an agency file")):
        new = commands.add_parser(
            name, help=f"print a skeleton of {of} to fill in, with the questions as comments"
        )
        new.add_argument(
            "--policy", action="append", metavar="ID", help="ask only what this policy reads; may be repeated"
        )
        new.set_defaults(run=_new, new=name)
    return parser


def _changes(commands: Any) -> None:
    """The commands on what changed, and on what would have to."""
    compare = commands.add_parser("compare", help="say what changed between two cases, and why")
    compare.add_argument("before", help="the earlier case as JSON: a file, or - for standard input")
    compare.add_argument("after", help="the later case as JSON: a file, or - for standard input")
    _settings(compare)
    compare.add_argument(
        "--as-of-before",
        metavar="WHEN",
        help="the day or instant at which the earlier case is judged, where that is another",
    )
    compare.add_argument("--json", action="store_true", help="print it as JSON")
    compare.set_defaults(run=_compare)

    path = commands.add_parser("path", help="say what would have to change to reach a milder outcome")
    path.add_argument("case", help="a case as JSON: a file, or - for standard input")
    path.add_argument(
        "--to",
        required=True,
        metavar="OUTCOME",
        help="the outcome to reach, or a milder one: no_objection, conditional or review",
    )
    path.add_argument(
        "--at-most", type=int, default=3, metavar="NUMBER", help="the most changes that a way may have (3)"
    )
    _settings(path)
    path.add_argument("--json", action="store_true", help="print the ways as JSON")
    path.set_defaults(run=_path)


def _settings(parser: argparse.ArgumentParser, *, policies: bool = True) -> None:
    if policies:
        parser.add_argument(
            "--policy",
            action="append",
            metavar="ID",
            help="a policy to judge by; may be repeated; all of them by default",
        )
        parser.add_argument(
            "--place",
            metavar="PLACE",
            help="judge by every policy that reaches an agency of a place, a path such as STATE/CITY: "
            "its own, and those of the state; a case that names no place is taken to be of it",
        )
    parser.add_argument(
        "--agency-file",
        metavar="FILE",
        help="what holds of the agency in all its cases, as JSON; the case's own word goes before it",
    )
    parser.add_argument(
        "--as-of", metavar="WHEN", help="the day or instant of judging, such as 2026-03-02, or `today`"
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="[POLICY:]PARAMETER=VALUE",
        help="set a parameter of a policy; name the policy where several have one so called",
    )
    parser.add_argument(
        "--read",
        action="append",
        default=[],
        metavar="[POLICY:]AMBIGUITY=READING",
        help="choose a reading where the text is open; name the policy to read it so in that one alone",
    )


# What a command is told


def _chosen(names: Sequence[str] | None, options: argparse.Namespace) -> list[Policy]:
    """The policies asked for, all of them by default, with their settings; a setting that fits none of them
    is an error.
    """
    policies = _asked_for(names, getattr(options, "place", None))
    for setting in options.set:
        policies = _given(policies, *_pair(setting, "--set", "PARAMETER=VALUE"))
    for setting in options.read:
        policies = _read(policies, *_pair(setting, "--read", "AMBIGUITY=READING"))
    return policies


def _asked_for(names: Sequence[str] | None, place: str | None) -> list[Policy]:
    """The policies named and those that reach a place, each once; all there are where neither is said."""
    if not names and place is None:
        return _every_policy()
    found = {name: _named(name) for name in names or ()}
    if place is not None:
        reaching, broken = find_reaching(place)
        _warn(broken)
        found |= reaching
    return list(found.values())


def _named(name: str) -> Policy:
    """The policy of that id; where there is none, the policies that cannot be loaded are told of first."""
    try:
        return find_policy(name)
    except UnknownNameError:
        _every_policy()
        raise


def _every_policy() -> list[Policy]:
    """The policies that can be loaded; those that cannot are told of."""
    found, broken = find_policies()
    _warn(broken)
    return list(found.values())


def _warn(broken: Mapping[str, str]) -> None:
    for name, what in broken.items():
        print(f"aigovkit: `{name}` of another package cannot be used: {what}", file=sys.stderr)


def _given(policies: list[Policy], name: str, value: str) -> list[Policy]:
    from aigovkit.json import parameter_value

    having = _having("parameter", name, policies, lambda one: one.rulebook.parameters)
    values = {policy: {one.name: parameter_value(one, value)} for policy, one in having.items()}
    return [one.given(**values[one.id]) if one.id in values else one for one in policies]


def _read(policies: list[Policy], name: str, reading: str) -> list[Policy]:
    having = _having("ambiguity", name, policies, lambda one: one.rulebook.ambiguities)
    return [one.read(**{having[one.id].name: reading}) if one.id in having else one for one in policies]


def _having(
    what: str, given: str, policies: list[Policy], of: Callable[[Policy], Iterable[Any]]
) -> dict[str, Any]:
    """What a setting is of, by the ids of the policies that have it: `policy:name`, or a name alone where all
    that have one so called have the same.
    """
    policy, colon, name = given.rpartition(":")
    by_name = {one.id: {each.name: each for each in of(one)} for one in policies}
    if colon:
        if policy not in by_name:
            raise UnknownNameError("policy among those judged by", policy, by_name)
        if name not in by_name[policy]:
            raise UnknownNameError(f"{what} of {policy}", name, by_name[policy])
        return {policy: by_name[policy][name]}
    having = {one: names[name] for one, names in by_name.items() if name in names}
    if not having:
        raise UnknownNameError(what, name, dict.fromkeys(one for names in by_name.values() for one in names))
    if any(one != next(iter(having.values())) for one in having.values()):
        each = " or ".join(f"`{one}:{name}`" for one in having)
        raise AigovkitError(f"several policies have their own {what} `{name}`; say which: {each}")
    return having


def _pair(setting: str, option: str, form: str) -> tuple[str, str]:
    name, equals, value = setting.partition("=")
    if not equals:
        raise AigovkitError(f"`{option}` takes {form}, not `{setting}`")
    return name, value


def _as_of(options: argparse.Namespace) -> Moment:
    from aigovkit.periods import parse_moment

    if not options.as_of:
        raise AigovkitError(
            "say at what time to judge: `--as-of 2026-03-02`, an instant with its zone, or `--as-of today`"
        )
    # The one place that looks at a clock, and only when told to.
    return datetime.date.today() if options.as_of == "today" else parse_moment(options.as_of)


def _case(source: str) -> Case:
    from aigovkit.models import Case

    if source != "-":
        with _reading(f"`{source}`"):
            return Case.load(source)
    with _reading("standard input"):
        return Case.load(sys.stdin.buffer)


def _agency_file(options: argparse.Namespace) -> AgencyFile | None:
    from aigovkit.models import AgencyFile

    if options.agency_file is None:
        return None
    with _reading(f"`{options.agency_file}`"):
        return AgencyFile.load(options.agency_file)


def _of_place(case: Case, agency_file: AgencyFile | None, place: str | None) -> Case:
    """A case that names no place as one of the place asked about; one of another place is told of."""
    if place is None:
        return case
    named = (case if agency_file is None else agency_file.completed(case)).agency.place
    if named is None:
        return case.with_answer("agency.place", place)
    if named != place and not named.startswith(f"{place}/"):
        which = printable(case.id or case.title or "untitled")
        told = (
            f"the agency of case `{which}` is of `{named}`, not of `{place}`; a policy that does not reach it"
        )
        print(f"aigovkit: {told} says nothing of it", file=sys.stderr)
    return case


def _text(file: str) -> str:
    from aigovkit.json.limits import LARGEST

    with _reading(f"`{file}`"), Path(file).open("rb") as opened:
        content = opened.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise AigovkitError(f"`{file}` is larger than {LARGEST:,} bytes")
    return content.decode("utf-8", errors="replace")


@contextlib.contextmanager
def _reading(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AigovkitError(f"cannot read {what}: {error.strerror or error}") from error


# What a command says


def _say(text: str) -> None:
    """Print a text; what the terminal cannot show is escaped."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    _write(text.encode(encoding, "backslashreplace").decode(encoding))


def _say_json(text: str) -> None:
    """Print JSON text; what the terminal cannot show is escaped as JSON does."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = "".join(letter if letter.isascii() else json.dumps(letter)[1:-1] for letter in text)
    _write(text)


def _write(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        _discard_output()
        raise AigovkitError(f"cannot write to standard output: {error.strerror or error}") from error


def _write_bytes(content: bytes) -> None:
    """Print what has line ends of its own as it is."""
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _discard_output()
        raise AigovkitError(f"cannot write to standard output: {error.strerror or error}") from error


def _discard_output() -> None:
    """Let nothing be left to flush, and to fail once more, when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


# The commands


def _evaluate(options: argparse.Namespace) -> int:
    evaluator, as_of = _evaluator(options), _as_of(options)
    agency_file = _agency_file(options)
    case = _of_place(_case(options.case), agency_file, options.place)
    answer: AnyEvaluation = evaluator.evaluate(case, as_of=as_of, agency_file=agency_file)
    if options.about:
        _ask(answer, options)
    elif options.json:
        _say_json(answer.to_json(indent=2))
    else:
        _say(answer.summary(_width()))
    return _code(answer)


def _evaluator(options: argparse.Namespace) -> Policy | PolicySet:
    policies = _chosen(options.policy, options)
    return policies[0] if len(policies) == 1 else PolicySet.of(*policies)


def _code(answer: AnyEvaluation) -> int:
    code = _EXITS.get(answer.outcome, _TO_BE_LOOKED_AT)
    return code or (_TO_BE_LOOKED_AT if answer.attention else 0)


def _table(options: argparse.Namespace) -> int:
    from aigovkit.case_table import as_csv, as_rows, as_text, line_of

    if options.html and not options.by_policy:
        raise AigovkitError(
            "`--html` prints the table of `--by-policy`; give that too, or `--json` or `--csv`"
        )
    if options.about and options.by_policy:
        raise AigovkitError(
            "`--about` asks, and a table `--by-policy` has no questions; leave one of them out"
        )
    evaluator, as_of = _evaluator(options), _as_of(options)
    policies = evaluator.policies if isinstance(evaluator, PolicySet) else (evaluator,)
    rules = [rule.id for policy in policies for rule in policy.rules]
    for one in options.about:
        if one not in rules:
            raise UnknownNameError("provision with a rule", one, rules)
    agency_file = _agency_file(options)
    cases = [_of_place(case, agency_file, options.place) for case in _cases(options)]
    answers: list[AnyEvaluation] = [
        evaluator.evaluate(case, as_of=as_of, agency_file=agency_file) for case in cases
    ]
    if options.by_policy:
        _matrix(answers, as_of, options)
    else:
        lines = [line_of(answer, options.about) for answer in answers]
        if options.json:
            _say_json(json.dumps(as_rows(lines), indent=2, ensure_ascii=False))
        elif options.csv:
            _say(as_csv(lines))
        else:
            _say(as_text(lines, as_of, _width()))
    # The gravest of the codes of the single cases: 1 comes before 3.
    codes = {_code(answer) for answer in answers} - {0}
    return min(codes, default=0)


def _matrix(answers: Sequence[AnyEvaluation], as_of: Moment, options: argparse.Namespace) -> None:
    """Print what each policy says of each case."""
    from aigovkit.policy_matrix import as_csv, as_html, as_rows, as_text, matrix_of

    matrix = matrix_of(answers)
    if options.json:
        _say_json(json.dumps(as_rows(matrix), indent=2, ensure_ascii=False))
    elif options.csv or options.html:
        _say((as_csv if options.csv else as_html)(matrix))
    else:
        _say(as_text(matrix, as_of, _width()))


def _calendar(options: argparse.Namespace) -> int:
    from aigovkit.duty_calendar import count_entries, count_left_out, duty_calendar, left_out

    evaluator, as_of = _evaluator(options), _as_of(options)
    agency_file, cases = _agency_file(options), _cases(options)
    answers: list[AnyEvaluation] = [
        evaluator.evaluate(case, as_of=as_of, agency_file=agency_file) for case in cases
    ]
    made = duty_calendar(answers)
    if options.output:
        try:
            Path(options.output).write_bytes(made)
        except OSError as error:
            raise AigovkitError(f"cannot write `{options.output}`: {error.strerror or error}") from error
    else:
        _write_bytes(made)
    number = count_entries(answers)
    entries = f"{number:,} {'entry' if number == 1 else 'entries'}"
    print(
        " ".join(filter(None, (f"aigovkit: {entries}.", left_out(count_left_out(answers))))), file=sys.stderr
    )
    return 0


def _cases(options: argparse.Namespace) -> list[Case]:
    """The cases of files and of folders; a folder may hold the agency file too. What is wrong with any of
    them is told at once.
    """
    files: list[str] = []
    for given in options.cases:
        if not Path(given).is_dir():
            files.append(given)
            continue
        beside = Path(options.agency_file).resolve() if options.agency_file else None
        found = sorted(one for one in Path(given).glob("*.json") if one.resolve() != beside)
        if not found:
            raise AigovkitError(f"`{given}` holds no file that ends in .json")
        files += map(str, found)
    cases, wrong = [], []
    for file in files:
        try:
            cases.append(_case(file))
        except AigovkitError as error:
            told = str(error)
            wrong.append(told if f"`{file}`" in told else f"`{file}`: {told}")
    if wrong:
        raise AigovkitError("\n".join(wrong))
    return cases


def _compare(options: argparse.Namespace) -> int:
    """Print what changed; the code is 0 where nothing did, and 3 else."""
    from aigovkit.changes import compare
    from aigovkit.periods import parse_moment

    evaluator, as_of, agency_file = _evaluator(options), _as_of(options), _agency_file(options)
    earlier = parse_moment(options.as_of_before) if options.as_of_before else as_of
    if options.before == options.after == "-":
        raise AigovkitError("only one of the two cases can come from standard input")
    compared = compare(
        evaluator.evaluate(_case(options.before), as_of=earlier, agency_file=agency_file),
        evaluator.evaluate(_case(options.after), as_of=as_of, agency_file=agency_file),
    )
    if options.json:
        _say_json(compared.to_json(indent=2))
    else:
        _say(compared.summary(_width()))
    return _TO_BE_LOOKED_AT if compared else 0


def _path(options: argparse.Namespace) -> int:
    """Print the ways to an outcome; the code is 0 where there is one, and 3 else."""
    evaluator, as_of = _evaluator(options), _as_of(options)
    case = _case(options.case)
    answer: AnyEvaluation = evaluator.evaluate(case, as_of=as_of, agency_file=_agency_file(options))
    found = answer.path_to(options.to.lower().replace(" ", "_"), at_most=options.at_most)
    if options.json:
        _say_json(found.to_json(indent=2))
    else:
        _say(found.summary(_width()))
    return 0 if found else _TO_BE_LOOKED_AT


def _ask(answer: AnyEvaluation, options: argparse.Namespace) -> None:
    """Print the questions about one provision."""
    from aigovkit.json import questions_to_list
    from aigovkit.text import asked

    rules = {rule.id: part for part in answer.parts for rule in part.policy.rules}
    if options.about not in rules:
        raise UnknownNameError("provision with a rule", options.about, rules)
    questions = rules[options.about].questions_about(options.about)
    if options.json:
        _say_json(json.dumps(questions_to_list(questions), indent=2, ensure_ascii=False))
    else:
        _say(asked(questions, _width()))


def _width() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 110)


def _policies(options: argparse.Namespace) -> int:
    rows: list[dict[str, Any]] = [
        {
            "id": policy.id,
            "title": policy.title,
            "issuer": policy.source.issuer,
            "version": policy.version,
            "provisions": len(policy.provisions),
            "rules": len(policy.rules),
            "parameters": {p.name: p.question for p in policy.rulebook.parameters},
            "ambiguities": {
                a.name: {"issue": a.issue, "readings": dict(a.readings), "default": a.default}
                for a in policy.rulebook.ambiguities
            },
        }
        for policy in _every_policy()
    ]
    _list(rows, options, _policy_lines)
    return 0


def _policy_lines(row: dict[str, Any]) -> Iterator[str]:
    yield row["id"]
    yield f"  {row['title']}, {row['issuer']}; {row['provisions']} provisions, {row['rules']} modelled"
    for name, question in row["parameters"].items():
        yield f"  --set {name}=…  {question}"
    for name, about in row["ambiguities"].items():
        readings = (
            f"{reading}*" if reading == about["default"] else reading for reading in about["readings"]
        )
        yield f"  --read {name}={' | '.join(readings)}"


def _provisions(options: argparse.Namespace) -> int:
    if options.write:
        return _write_provisions(options)
    policies = [_named(options.policy)] if options.policy else _every_policy()
    rows: list[dict[str, Any]] = [
        {
            "id": provision.id,
            "policy": policy.id,
            "kind": provision.kind,
            "force": str(provision.force),
            "citation": str(provision.citation),
            "statement": getattr(entry, "statement", ""),
            "modelled": provision.modelled,
            "note": provision.note,
            "restates": list(provision.restates),
        }
        for policy in policies
        for entry, provision in zip(policy.entries, policy.provisions, strict=True)
    ]
    longest = max((len(row["id"]) for row in rows), default=0)

    def lines(row: dict[str, Any]) -> Iterator[str]:
        modelled = "rule" if row["modelled"] else "none"
        norm = f"{plain(row['kind']):14} {row['force']:12}"
        yield f"{row['id']:{longest}}  {modelled}  {norm} {row['citation']}"
        if row["note"]:
            yield f"{'':{longest}}        {row['note']}"

    _list(rows, options, lines)
    return 0


def _write_provisions(options: argparse.Namespace) -> int:
    from aigovkit.jurisdictions import POLICIES
    from aigovkit.provision_coverage import files

    made = files(map(_named, [options.policy] if options.policy else POLICIES))
    folder = Path(options.write)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise AigovkitError(f"cannot write to `{options.write}`: {error.strerror or error}") from error
    return 0


def _list(
    rows: list[dict[str, Any]],
    options: argparse.Namespace,
    lines: Callable[[dict[str, Any]], Iterable[str]],
) -> None:
    """Print rows as JSON where that is asked for, and otherwise in lines."""
    if options.json:
        _say_json(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        _say("\n".join(line for row in rows for line in lines(row)))


def _explain(options: argparse.Namespace) -> int:
    from aigovkit.text import describe

    policies = _chosen(options.policy, options)
    entries = {entry.id: (policy, entry) for policy in policies for entry in policy.entries}
    if options.provision not in entries:
        raise UnknownNameError("provision", options.provision, entries)
    policy, entry = entries[options.provision]
    rulebook = policy.rulebook
    explained = [one.id for one in rulebook.rules if one.id in rulebook.restated.get(entry.id, (entry.id,))]
    if options.case and explained:
        case, agency_file = _case(options.case), _agency_file(options)
        case = _of_place(case, agency_file, options.place)
        answer = policy.evaluate(case, as_of=_as_of(options), agency_file=agency_file)
        _say("\n\n".join(answer.explain(one) for one in explained))
    else:
        _say(describe(entry))
    return 0


def _papers(options: argparse.Namespace) -> int:
    from aigovkit.papers import find_papers

    found, broken = find_papers()
    rows = [
        {"id": paper.id, "title": paper.title, "citation": str(paper.citation), "policy": paper.policy}
        for paper in found.values()
    ]
    _list(rows, options, lambda row: (row["id"], f"  {row['title']}, {row['citation']}"))
    _warn(broken)
    return 0


def _paper(options: argparse.Namespace) -> int:
    from aigovkit.papers import find_paper

    paper = find_paper(options.paper)
    (policy,) = _chosen([paper.policy], options)
    pairs = [_pair(given, "--enclose", "NAME=FILE") for given in options.enclose]
    enclosures = {name: _text(file) for name, file in pairs}
    case, as_of = _case(options.case), _as_of(options)
    if agency_file := _agency_file(options):
        case = agency_file.completed(case)
    _say(paper.draft(case, as_of=as_of, policy=policy, enclosures=enclosures).removesuffix("\n"))
    return 3 if paper.missing(case, as_of=as_of, policy=policy, enclosures=enclosures) else 0


def _schema(options: argparse.Namespace) -> int:
    from aigovkit.json import (
        agency_file_schema,
        case_schema,
        difference_schema,
        evaluation_schema,
        ways_schema,
    )

    schemas = {
        "case": case_schema,
        "agency-file": agency_file_schema,
        "evaluation": evaluation_schema,
        "difference": difference_schema,
        "ways": ways_schema,
    }
    _say_json(json.dumps(schemas[options.of](), indent=2, ensure_ascii=False))
    return 0


def _new(options: argparse.Namespace) -> int:
    from aigovkit.json import agency_file_skeleton, skeleton

    policies = [_named(name) for name in options.policy] if options.policy else None
    made = (skeleton if options.new == "new-case" else agency_file_skeleton)(policies)
    _say_json(json.dumps(made, indent=2, ensure_ascii=False))
    return 0
