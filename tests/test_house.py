"""The house: what may import what, what the core never names, and how long things may be.

Everything here is read from the sources with `ast`, so that an import counts
wherever it stands: at the top, inside a function, under TYPE_CHECKING, as a call
of `import_module`, or as a string that names a module for something to load.
"""

import ast
import doctest
import functools
import graphlib
import itertools
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import aigovkit

ROOT = Path(__file__).parents[1]
PACKAGE = "aigovkit"
HOUSE = Path(aigovkit.__file__).parent  # the installed package, where there is no checkout

ROOMS = (
    "errors",
    "calls",
    "citations",
    "paths",
    "plugins",
    "jurisdictions",  # its table of ids alone; each government is a room at the end
    "periods",
    "wording",
    "situation",
    "language",
    "facts",
    "outward",
    "models",
    "answers",
    "rules",
    "engine",
    "precedents",
    "evaluation",
    "joint",
    "policies",
    "authoring",
    "changes",
    "duty_text",
    "score_picture",
    "precedent_text",
    "page",
    "provision_text",
    "provision_coverage",
    "change_page",
    "text",
    "case_table",
    "duty_calendar",
    "html",
    "policy_matrix",
    "json",
    "papers",
    "disparate_impact",
    "cli",
    "__main__",
)
"""The rooms, in the order in which they may import: each from itself and from those before it. Below all of
them lie the governments, `jurisdictions/*`, none of which imports another."""

OUTWARD = {"text", "html", "json", "duty_calendar"}
"""The rooms that `outward` imports although they lie further down, each when it is asked for."""

TABLES = {"aigovkit", "aigovkit.jurisdictions"}
"""The tables of names: what they name loads on first use, and is no import of theirs."""

LIBRARIES = {
    "attrs": "every room",
    "cattrs": "json",
    "dateutil": "periods",
    "icalendar": "duty_calendar",
    "scipy": "disparate_impact",
}
"""What is imported from elsewhere, and in which room."""

LONGEST_MODULE = 500
LONG_MODULES = {
    "aigovkit.cli": "a command after the other: what it takes, and what it says",
    "aigovkit.engine.compile": "one writer of one source; its parts share all of its state",
    "aigovkit.answers": "the plain values an answer is made of, a few lines each",
    "aigovkit.changes": "one difference: what differs, what came out and why, each worked out when read",
    "aigovkit.engine.milder": "one search; its parts share all of its state",
    "aigovkit.engine.rulebook": "one class, with what the rules of a policy come to together",
    "aigovkit.evaluation": "a few lines for each part of an answer, each worked out when it is read",
    "aigovkit.facts.kinds": "a few lines for each kind of fact: what it admits and what rules ask of it",
    "aigovkit.json.tables": "a line for each key of each part of an answer: what writes it, and its schema",
    "aigovkit.language.nodes": "a few lines for each kind of node, and the kinds are mutually recursive",
    "aigovkit.models.forms": "data: what a person is asked for together, a line for each fact",
    "aigovkit.models.vocabulary": "data: the words of every vocabulary with their definitions",
    "aigovkit.policies": "a policy and a set of them, with the same members, and how they are found",
    "aigovkit.page": "a few lines for each part of an answer, and one place for all that is shown of it",
    "aigovkit.rules.builders": "a builder for each kind of rule, each with an example",
    "aigovkit.rules.kinds": "a few lines for each kind of rule, and the checks they share",
    "aigovkit.rules.part": "a method for each builder",
}
"""The modules of the core that are longer, each with its reason. A government's are as long as its texts."""

LONGEST_FUNCTION = 60
LONG_FUNCTIONS = {
    "aigovkit.cli._parser": "a list of the commands and their options",
    "aigovkit.engine.compile._Writer._bounds": "one match, a case for each kind of time and quantity",
    "aigovkit.engine.compile._Writer._rails": "one match, a case for each kind of condition",
    "aigovkit.language.meaning.bounds": "one match, a case for each kind of time and quantity",
    "aigovkit.language.meaning.holds": "one match, a case for each kind of condition",
    "aigovkit.language.parts.parts": "one match, a case for each kind of node",
    "aigovkit.language.words.proposition": "one match, a case for each kind of condition",
    "aigovkit.language.words.value": "one match, a case for each kind of time and quantity",
}

NEARLY = 0.8
"""What is well under a limit again is no longer listed."""

GOVERNMENTS = re.compile(r"arizona|san_jose|san jos[eé]|tucson|albuquerque|SJ-|AZ-", re.IGNORECASE)
EXAMPLES = {
    "aigovkit.cli": "the id of a provision, such as SJ-AI-PROHIBIT-2",
    "aigovkit.models.agency": (
        "A path from the state down, such as `us-ca/san-jose` or `us-az/tucson`; a state agency is `us-az`."
    ),
}
"""The only words of the core that name one: examples of an id and of a place, for those who write one."""


# The sources


def _module_of(path: Path) -> str:
    parts = path.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module_of(path): path for path in sorted(HOUSE.rglob("*.py"))}


@functools.cache
def source(module: str) -> str:
    return MODULES[module].read_text(encoding="utf-8")


@functools.cache
def tree(module: str) -> ast.Module:
    return ast.parse(source(module))


def room(module: str) -> str:
    """The room of a module: its first name below the package; of a government's, its first two."""
    names = module.split(".")[1:]
    return ".".join(names[:2]) if names[:1] == ["jurisdictions"] else ".".join(names[:1])


def place(name: str) -> int:
    """Where a room lies, counted from the top."""
    return ROOMS.index(name) if name in ROOMS else len(ROOMS)


def is_government(module: str) -> bool:
    return room(module).startswith("jurisdictions.")


CORE = [module for module in MODULES if not is_government(module)]


# Imports


@dataclass(frozen=True)
class Import:
    """One import: who imports what, on which line, and whether it runs (those for type checkers do not)."""

    module: str
    target: str
    line: int
    runs: bool = True

    def __str__(self) -> str:
        return f"{self.module}, line {self.line}: {self.target}"


def imports(module: str, text: str | None = None, modules: object = MODULES) -> list[Import]:
    """Every import of a module from the package itself, in the order of its lines."""
    found = list(_imports(module, ast.parse(text) if text is not None else tree(module), modules))
    return [one for one in found if one.target != module]


def _imports(module: str, parsed: ast.Module, modules: object) -> Iterator[Import]:
    prose = {id(node) for node in _prose(parsed)}
    for node, runs in _walk(parsed, runs=True):
        match node:
            case ast.Import():
                for alias in node.names:
                    if alias.name.split(".")[0] == PACKAGE:
                        yield Import(module, alias.name, node.lineno, runs)
            case ast.ImportFrom():
                yield from _imports_from(module, node, modules, runs)
            case (
                ast.Call(func=ast.Name(id="import_module" | "__import__"))
                | ast.Call(func=ast.Attribute(attr="import_module"))
            ):
                match node.args[:1]:
                    case [ast.Constant(value=str(name))] if name == PACKAGE or name.startswith("."):
                        yield Import(module, PACKAGE, node.lineno, runs)
            case ast.Constant(value=str(name)) if id(node) not in prose and module not in TABLES:
                target = name.partition(":")[0]
                if target in modules and target != PACKAGE:  # type: ignore[operator]
                    yield Import(module, target, node.lineno, runs)


def _imports_from(module: str, node: ast.ImportFrom, modules: object, runs: bool) -> Iterator[Import]:
    base = node.module or ""
    if node.level:
        is_package = MODULES.get(module, Path()).name == "__init__.py"
        above = module.split(".")[: len(module.split(".")) + is_package - node.level]
        base = ".".join([*above, *([base] if base else [])])
    if base.split(".")[0] != PACKAGE:
        return
    for alias in node.names:
        inner = f"{base}.{alias.name}"
        if inner in modules:  # type: ignore[operator]
            yield Import(module, inner, node.lineno, runs)
        elif (base, alias.name) != (PACKAGE, "__version__"):
            yield Import(module, base, node.lineno, runs)


def _walk(node: ast.AST, *, runs: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every node below another, and whether it runs: what stands under TYPE_CHECKING does not."""
    for child in ast.iter_child_nodes(node):
        yield child, runs
        if isinstance(child, ast.If) and ast.unparse(child.test).rpartition(".")[2] == "TYPE_CHECKING":
            for inner in child.body:
                yield inner, False
                yield from _walk(inner, runs=False)
            for inner in child.orelse:
                yield inner, runs
                yield from _walk(inner, runs=runs)
        else:
            yield from _walk(child, runs=runs)


def _prose(parsed: ast.Module) -> Iterator[ast.Constant]:
    """The docstrings, those below a field or a constant too."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def points_down(one: Import) -> bool:
    """Whether an import reaches a room below, another government, or the table of all names."""
    if one.target == PACKAGE:
        return True
    here, there = room(one.module), room(one.target)
    return place(there) > place(here) or (here != there and place(here) == place(there) == len(ROOMS))


def test_every_module_stands_in_a_room_of_the_list():
    """The list names every room that there is, and no other."""
    rooms = {room(module) for module in CORE} - {""}
    assert set(ROOMS) == rooms
    assert len(set(ROOMS)) == len(ROOMS)


def test_no_import_points_down():
    """A room imports from those above it only, late imports and those for type checkers included; the
    exceptions are those of `outward`.
    """
    down = [one for module in MODULES if module != PACKAGE for one in imports(module) if points_down(one)]
    assert [] == [str(one) for one in down if room(one.module) != "outward"]
    assert sorted(OUTWARD) == sorted(room(one.target) for one in down if room(one.module) == "outward")


def test_the_imports_of_outward_are_late():
    """`outward` loads none of its rooms before it is asked for one."""
    assert [] == [node for node in tree("aigovkit.outward").body if _is_import_of_the_package(node)]


def _is_import_of_the_package(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom) and PACKAGE in ast.unparse(node)


def test_no_circle_within_a_room():
    """Inside a room, and inside a government, no import that runs leads back to where it came from."""
    circles = []
    for name in {room(module) for module in MODULES} - {""}:
        inside = [module for module in MODULES if room(module) == name]
        graph = {
            module: {one.target for one in imports(module) if one.runs and room(one.target) == name}
            for module in inside
        }
        try:
            graphlib.TopologicalSorter(graph).prepare()
        except graphlib.CycleError as error:
            circles.append(" -> ".join(error.args[1]))
    assert [] == circles


@pytest.mark.parametrize(
    "planted",
    [
        "from aigovkit.text import summary",
        "from aigovkit import text",
        "from aigovkit import Case",
        "import aigovkit.text",
        "import aigovkit.text as shown",
        "import aigovkit",
        "from .. import text",
        "from ..text import summary",
        "def late():\n    from aigovkit.text import summary",
        "class A:\n    def late(self):\n        import aigovkit.text",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from aigovkit.text import summary",
        "import importlib\nimportlib.import_module('aigovkit.text')",
        "from importlib import import_module\nimport_module('..text', 'aigovkit.engine')",
        "__import__('aigovkit.text')",
        "__import__('aigovkit', fromlist=['text'])",
        "from aigovkit.plugins import load\nload('aigovkit.text:summary')",
        "from aigovkit.jurisdictions import arizona",
    ],
)
def test_an_import_that_points_down_is_seen(planted):
    """The reader of imports finds each way in which a room of the engine could reach the text of answers."""
    assert any(points_down(one) for one in imports("aigovkit.engine.duties", planted))


@pytest.mark.parametrize(
    "harmless",
    [
        "import attrs",
        "from aigovkit import __version__",
        "from aigovkit.language.meaning import holds",
        "from . import rulebook",
        '"""See `aigovkit.text`."""',
        "NAME = 'us-ca/aigovkit.text.other'",
    ],
)
def test_an_import_that_points_up_is_let_through(harmless):
    """The reader of imports finds nothing to say against imports from above, and none in prose."""
    assert [] == [one for one in imports("aigovkit.engine.duties", harmless) if points_down(one)]


def test_an_import_for_type_checkers_closes_no_circle():
    """What stands under TYPE_CHECKING does not run; what stands beside it does."""
    text = "if TYPE_CHECKING:\n    import aigovkit.engine.rails\nelse:\n    import aigovkit.engine.search\n"
    found = {one.target: one.runs for one in imports("aigovkit.engine.duties", text)}
    assert {"aigovkit.engine.rails": False, "aigovkit.engine.search": True} == found


def test_no_wildcard_imports():
    """Every name says where it comes from."""
    wild = [
        f"{module}, line {node.lineno}"
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]
    assert [] == wild


def test_each_library_is_used_in_its_room_only():
    """Nothing is imported from elsewhere but attrs, and four libraries in a room each."""
    found: dict[str, set[str]] = {}
    for module in MODULES:
        for name in _from_elsewhere(module):
            found.setdefault(name, set()).add(room(module))
    found["attrs"] = {"every room"}
    assert {name: {where} for name, where in LIBRARIES.items()} == found


def _from_elsewhere(module: str) -> Iterator[str]:
    """The libraries that a module imports, or names in a call such as `library("scipy.stats")`."""
    for node in ast.walk(tree(module)):
        match node:
            case ast.Import():
                names = [alias.name for alias in node.names]
            case ast.ImportFrom(module=str(name), level=0):
                names = [name]
            case ast.Call(args=[ast.Constant(value=str(name)), *_]) if name.split(".")[0] in LIBRARIES:
                names = [name]
            case _:
                continue
        for name in names:
            first = name.split(".")[0]
            if first != PACKAGE and first not in sys.stdlib_module_names:
                yield first


def test_only_the_compiler_runs_source():
    """`exec`, `eval` and `compile` are called where source is generated from rules, and nowhere else."""
    callers = {
        module
        for module in MODULES
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Name) and node.id in ("exec", "eval", "compile")
    }
    assert {"aigovkit.engine.compile"} == callers


def test_the_page_on_the_rooms_lists_them_in_their_order():
    """The table in docs/concepts.md has every room, in the order of the list here."""
    _, _, page = (ROOT / "docs" / "concepts.md").read_text(encoding="utf-8").partition("## The rooms")
    cells = re.findall(r"^\| (`[^|]*`) \|", page, re.MULTILINE)
    listed = [name for cell in cells for name in re.findall(r"`([^`]*)`", cell)]
    assert [*(name for name in ROOMS if name != "__main__"), "jurisdictions/*"] == listed


# Names and lengths


def test_the_core_names_no_government():
    """No word of the core names a government or its provisions, save examples in docstrings."""
    found = {
        module: text
        for module in CORE
        if module not in TABLES
        for text in _words(tree(module))
        if GOVERNMENTS.search(text)
    }
    assert EXAMPLES == found


def _words(parsed: ast.Module) -> Iterator[str]:
    """The identifiers and strings of a module; of docstrings what is neither an example that runs nor set
    apart as code.
    """
    prose = {id(node) for node in _prose(parsed)}
    for node in ast.walk(parsed):
        if id(node) in prose:
            parts = doctest.DocTestParser().parse(str(node.value))  # type: ignore[attr-defined]
            yield re.sub(r"`[^`]*`", "", "".join(part for part in parts if isinstance(part, str)))
        else:
            for _, value in ast.iter_fields(node):
                yield from (value,) if isinstance(value, str) else ()
                yield from (one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def test_no_module_of_the_core_is_long_without_a_reason():
    """A module has at most 500 lines; only those that have more are listed, each with the reason."""
    lines = {module: len(source(module).splitlines()) for module in CORE}
    assert set() == {module for module in lines if lines[module] > LONGEST_MODULE} - set(LONG_MODULES)
    assert set() == {module for module in LONG_MODULES if lines.get(module, 0) < NEARLY * LONGEST_MODULE}


def test_no_function_is_long_without_a_reason():
    """A function has at most 60 lines; only those that have more are listed, each with the reason."""
    lines = {name: number for module in MODULES for name, number in _functions(module)}
    assert set() == {name for name in lines if lines[name] > LONGEST_FUNCTION} - set(LONG_FUNCTIONS)
    assert set() == {name for name in LONG_FUNCTIONS if lines.get(name, 0) < NEARLY * LONGEST_FUNCTION}


def _functions(module: str) -> Iterator[tuple[str, int]]:
    """The functions of a module by their full names, and how many lines each has."""
    waiting: list[tuple[str, ast.AST]] = [(module, tree(module))]
    while waiting:
        name, node = waiting.pop()
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                assert child.end_lineno is not None
                yield f"{name}.{child.name}", child.end_lineno - child.lineno + 1
            named = isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            waiting.append((f"{name}.{child.name}" if named else name, child))  # type: ignore[attr-defined]


def test_the_glossary_speaks_of_names_that_exist():
    """Every name in the glossary stands somewhere in the core, and its words are in alphabetical order."""
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    core = "\n".join(source(module) for module in CORE)
    names = {name for code in re.findall(r"`([^`]*)`", page) for name in re.findall(r"[A-Za-z_]{2,}", code)}
    known = {*re.findall(r"[A-Za-z_]+", core), "san", "jose"}
    assert set() == names - known
    for words in page.split("## Disparate impact"):
        entries = [word.casefold() for word in re.findall(r"^- \*\*([^*]*)\*\*", words, re.MULTILINE)]
        assert sorted(entries) == entries


# What loads


def loaded(program: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a program."""
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(done.stdout.splitlines())


def below(modules: set[str], *names: str) -> list[str]:
    """Those of the modules that are one of these, or inside one."""
    return sorted(module for module in modules if any(f"{module}.".startswith(f"{name}.") for name in names))


def test_importing_the_kit_loads_nothing_heavy():
    """`import aigovkit` loads the table of names alone."""
    assert ["aigovkit"] == below(loaded("import aigovkit"), "aigovkit", "attrs", "cattrs", "dateutil")


def test_a_case_of_one_government_loads_nothing_of_another():
    """A San José case is found, judged and shown without a module of Arizona."""
    modules = loaded(
        "import datetime, aigovkit\n"
        "case = aigovkit.Case.load('examples/cases/emotion-kiosk.json')\n"
        "policy = aigovkit.find_policy('us-ca/san-jose/ai-policy')\n"
        "result = policy.evaluate(case, as_of=datetime.date(2026, 3, 2))\n"
        "_ = str(result), result.to_json(), result.papers, result.explain('SJ-AI-PROHIBIT-2')"
    )
    assert "aigovkit.jurisdictions.san_jose.ai_policy" in modules
    assert [] == below(modules, "aigovkit.jurisdictions.arizona")


def test_an_outcome_loads_no_json_and_no_pages():
    """To judge a case takes neither cattrs nor the rooms that show answers."""
    modules = loaded(
        "import datetime, aigovkit\n"
        "policy = aigovkit.find_policy('us-ca/san-jose/ai-policy')\n"
        "_ = policy.evaluate(aigovkit.Case(), as_of=datetime.date(2026, 3, 2)).outcome"
    )
    heavy = ("cattrs", *(f"aigovkit.{name}" for name in ("page", "text", "html", "json", "papers", "cli")))
    assert [] == below(modules, *heavy)


# Public names


@dataclass(frozen=True)
class Name:
    """A public name: where it is defined, its docstring, and the names of its base classes."""

    module: str
    name: str
    docstring: str
    bases: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.module}.{self.name}"


def exported(module: str) -> list[str]:
    """The names in a module's `__all__`, in its order."""
    for node in tree(module).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    raise AssertionError(f"{module} has no `__all__`")


@functools.cache
def defined(module: str, name: str) -> Name | None:
    """A name as it is defined, wherever a module has it from; None for a module."""
    if f"{module}.{name}" in MODULES:
        return None
    for node, following in itertools.pairwise([*tree(module).body, ast.Pass()]):
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name:
            bases = node.bases if isinstance(node, ast.ClassDef) else []
            return Name(module, name, ast.get_docstring(node) or "", tuple(map(ast.unparse, bases)))
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            is_prose = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
            return Name(module, name, str(following.value.value) if is_prose else "")  # type: ignore[attr-defined]
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and any((a.asname or a.name) == name for a in node.names):
            assert node.module is not None
            return defined(node.module, name)
    raise AssertionError(f"{module} does not define `{name}`")


def public_names() -> list[Name]:
    """Every public name of the core, each once."""
    lists = ("", ".authoring", ".facts", ".json", ".models", ".papers", ".precedents", ".rules")
    found = {
        defined(PACKAGE + room_name, name): None
        for room_name in lists
        for name in exported(PACKAGE + room_name)
    }
    for module in MODULES:
        if room(module) == "language":
            for node in tree(module).body:
                if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                    found[defined(module, node.name)] = None
    return [name for name in found if name is not None]


def test_every_public_name_says_what_it_is():
    """A public name has a docstring that begins with a sentence; a model's ends it on the first line, which
    is what the schema of a case shows.
    """
    sentence = re.compile(r"[A-Z`].*?[.:?](\s|$)", re.DOTALL)
    line = re.compile(r"[A-Z`].*[.](\n|$)")
    assert [] == [
        str(name)
        for name in public_names()
        if not (line if room(name.module) == "models" else sentence).match(name.docstring)
    ]


def test_every_public_name_says_since_when():
    """A public name's docstring ends with the version it came with; a vocabulary's is that of its module."""
    version = re.compile(r"(^|\n)\s*\.\. versionadded:: \d+\.\d+\.\d+\s*$")
    assert [] == [
        str(name)
        for name in public_names()
        if not version.search(name.docstring)
        and not ("Vocabulary" in name.bases and version.search(ast.get_docstring(tree(name.module)) or ""))
    ]


LOADED_WHEN_ASKED = {
    "aigovkit.models.grouping": "how facts are put before a person: judging a case needs none of it"
}
"""The modules of the models whose classes are exported by themselves alone, each with its reason."""


def test_the_models_export_all_they_define():
    """`aigovkit.models` has every public class of its modules, and every word of a vocabulary, but for those
    of modules that load when they are asked for.
    """
    defined_here = {
        node.name
        for module in MODULES
        if module.startswith("aigovkit.models.") and module not in LOADED_WHEN_ASKED
        for node in tree(module).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    }
    assert defined_here | {"FACTS", "fact", "ASKING", "PROCURING"} == set(exported("aigovkit.models"))
    assert sorted(exported("aigovkit.models")) == sorted(set(exported("aigovkit.models")))


def test_the_lists_of_the_kits_names_agree():
    """What type checkers see at the top of the kit is what loads there on first use, and what it lists."""
    seen = {
        alias.name: node.module
        for node in ast.walk(tree(PACKAGE))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE)
        for alias in node.names
    }
    lazily = {name: where for where, names in aigovkit._ROOMS.items() for name in names}
    assert {**lazily, "models": PACKAGE} == seen
    assert sorted(seen) == sorted(exported(PACKAGE))
    assert all(getattr(aigovkit, name) is not None for name in seen)
