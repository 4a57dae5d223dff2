"""The arrows of docs/architecture.md, held by reading the imports; and a few habits of the house."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "newsroom"

LEVELS = (
    {"doors", "errors", "held", "junk", "model"},
    {"views"},
    {"text"},
    {"settings", "topics", "tasks"},
    {"contents", "honours"},
    {"photos", "sheets"},
    {"markup"},
    {"feeds", "site", "search", "check"},
    {"engine"},
    {"cli"},
)
"""A part imports itself and parts of earlier levels; neighbours on one level do not know each other."""

DOORS = {
    # module: (distribution, the only places that may import it)
    "PIL": ("pillow", ("photos/",)),
    "cykooz_resizer": ("cykooz.resizer", ("photos/pixels.py",)),
    "distributed": ("distributed", ("photos/cluster.py",)),
    "feedgen": ("feedgen", ("feeds/",)),
    "filelock": ("filelock", ("engine/",)),
    "httpx": ("httpx", ("cli/ping.py",)),
    "jinja2": ("jinja2", ("engine/",)),
    "lxml": ("lxml", ("feeds/",)),
    "markdown": ("markdown", ("markup/",)),
    "markupsafe": ("markupsafe", ("",)),
    "pagefind_bin": ("pagefind-bin", ("search/",)),
    "pelican": (
        "pelican",
        (
            *("markup/__init__.py", "photos/__init__.py", "feeds/__init__.py", "site/__init__.py"),
            *("search/__init__.py", "markup/reader.py", "engine/", "cli/commands.py"),
        ),
    ),
    "pillow_heif": ("pillow-heif", ("photos/",)),
    "python_calamine": ("python-calamine", ("sheets/",)),
    "rich": ("rich", ("cli/",)),
    "unidecode": ("unidecode", ("text/",)),
    "watchfiles": ("watchfiles", ("cli/",)),
    "yaml": ("pyyaml", ("markup/",)),
}

DATA_ONLY = {"tzdata"}
"""Distributions that nobody imports: Windows has no time zone database of its own."""

TOOLS = {"build", "test"}
"""Extras that the project itself is built and tested with; the others are for optional commands."""

EDGE = "engine/edge.py"
"""The one place where any fault at all becomes a sentence: the office never sees a traceback."""

LONGEST = 260
CATALOGUES = {"model.py", "views.py"}
"""Long because they list values; nothing happens in them."""

HOSTS = "pypi|pythonhosted|npmjs|debian|crates|golang"
"""Parts of package registries' names; a lock holds hashes, never an address."""

NEVER_NAMED = re.compile(
    rb"https?://[\w.-]*(?:" + HOSTS.encode() + rb")[\w.-]*\.(?:org|com|io)/"
    rb"|" + re.escape(str(ROOT).encode()) + rb"(?:/|\b)"
)
"""Addresses of package registries and the folder this checkout lies in: the repository is no one's machine."""


def modules() -> list[str]:
    """Every module of the package, as a path with forward slashes."""
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@cache
def tree(module: str) -> ast.Module:
    return ast.parse((PACKAGE / module).read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """Full names of what a module imports, wherever in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{module}: a relative import hides which way it goes"
            yield node.module or ""
            if node.module == "newsroom":
                yield from (f"newsroom.{alias.name}" for alias in node.names)


def part_of(module: str) -> str:
    return module.split("/", maxsplit=1)[0].removesuffix(".py")


def level_of(part: str) -> int:
    return next(level for level, parts in enumerate(LEVELS) if part in parts)


def outside_imports(module: str) -> set[str]:
    tops = {name.partition(".")[0] for name in imports(module)}
    return tops - sys.stdlib_module_names - {"newsroom"}


def test_imports_go_one_way() -> None:
    against = [
        f"{module} imports {name}"
        for module in modules()
        if module != "__init__.py"
        for name in imports(module)
        if name.startswith("newsroom.")
        and (target := name.split(".")[1]) != part_of(module)
        and level_of(target) >= level_of(part_of(module))
    ]
    assert against == []


def test_every_part_has_its_level() -> None:
    assert {part_of(module) for module in modules()} - {"__init__"} == set().union(*LEVELS)


def test_every_dependency_has_one_door() -> None:
    strays = [
        f"{module} imports {name}"
        for module in modules()
        for name in outside_imports(module)
        if name not in DOORS or not module.startswith(DOORS[name][1])
    ]
    assert strays == []


def test_what_is_declared_is_what_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [lines for name, lines in project["optional-dependencies"].items() if name not in TOOLS]
    declared = {re.split(r"[^\w.-]", line)[0] for lines in (project["dependencies"], *extras) for line in lines}
    imported = {DOORS[name][0] for module in modules() for name in outside_imports(module)}
    assert declared == imported | DATA_ONLY


def test_the_package_itself_holds_no_code() -> None:
    (only,) = tree("__init__.py").body
    assert isinstance(only, ast.Expr)
    assert isinstance(only.value, ast.Constant)


def test_only_the_commands_print() -> None:
    printing = [
        f"{module}:{node.lineno}"
        for module in modules()
        if part_of(module) != "cli"
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_no_module_keeps_state_in_globals() -> None:
    found = [f"{m}:{node.lineno}" for m in modules() for node in ast.walk(tree(m)) if isinstance(node, ast.Global)]
    assert found == []


def test_no_fault_is_swallowed_by_a_broad_except() -> None:
    broad = [
        f"{module}:{node.lineno}"
        for module in modules()
        if module != EDGE
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ExceptHandler) and is_broad(node) and not raises_again(node)
    ]
    assert broad == []


def is_broad(handler: ast.ExceptHandler) -> bool:
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or ast.unparse(kind) in ("Exception", "BaseException") for kind in kinds)


def raises_again(handler: ast.ExceptHandler) -> bool:
    """Whether the handler ends in a raise: it names the fault's place, or cleans up and lets it pass."""
    return isinstance(handler.body[-1], ast.Raise)


def test_all_that_is_public_says_what_it_is_for() -> None:
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bare = [
        f"{module}: {getattr(node, 'name', 'the module')}"
        for module in modules()
        for node in (tree(module), *tree(module).body)
        if isinstance(node, (ast.Module, *kinds))
        if not getattr(node, "name", "").startswith("_") and not ast.get_docstring(node)
    ]
    assert bare == []


def test_no_module_grows_long() -> None:
    lengths = {module: len((PACKAGE / module).read_text(encoding="utf-8").splitlines()) for module in modules()}
    assert {module for module, length in lengths.items() if length > LONGEST} - CATALOGUES == set()


def test_no_file_names_a_registry_or_a_machine() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    files = [path for name in listed.split("\0") if (path := ROOT / name).is_file() and path != Path(__file__)]
    assert files
    named = [
        f"{path.relative_to(ROOT)}: {found.group().decode()}"
        for path in files
        if (found := NEVER_NAMED.search(path.read_bytes()))
    ]
    assert named == []
