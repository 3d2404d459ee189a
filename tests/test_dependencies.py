"""What pyproject.toml asks for is what is imported, and CI's constraints name all of it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parent.parent
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONSTRAINTS: Final = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
BY_MODULE: Final = packages_distributions()
OURS: Final = ("akmplan", "tests")
# Chosen for work that is in hand; a name leaves this list with its first import.
WAITING: Final = {
    "pandas": "the tables of `merge` and `export`",
    "python-docx": "Word plans read by `import`",
}
# Nobody imports them: they are run, or are the types of what is imported.
RUN: Final = {"build", "import-linter", "mypy", "pytest-xdist", "ruff"}
TYPES: Final = {"lxml-stubs", "pandas-stubs", "types-openpyxl"}


def plain(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(requirements: list[str]) -> set[str]:
    return {plain(re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0])
            for requirement in requirements}  # fmt: skip


def modules_of(source: str) -> set[str]:
    """The outermost names of what a module imports, at its head or within a function."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module or "")
    return {name.partition(".")[0] for name in found}


def packages_of(source: str) -> set[str]:
    """The packages that a module imports, besides Python's own and ours."""
    modules = modules_of(source) - set(sys.stdlib_module_names) - set(OURS)
    return {plain(name) for module in modules for name in BY_MODULE.get(module, (module,))}


def imported(room: str) -> set[str]:
    files = (ROOT / room).rglob("*.py")
    return {name for file in files for name in packages_of(file.read_text(encoding="utf-8"))}


NEEDED: Final = asked(PROJECT["dependencies"])
FOR_TESTS: Final = asked(PROJECT["optional-dependencies"]["test"])


def test_the_program_asks_for_what_it_imports() -> None:
    assert imported("akmplan") | set(WAITING) == NEEDED


def test_what_waits_is_not_imported_yet() -> None:
    assert imported("akmplan") & set(WAITING) == set()


def test_the_readme_says_what_each_does() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = re.findall(
        r"^\| ([\w-]+) \| (.+) \|$", readme.partition("## What it stands on")[2], re.M
    )
    said = {plain(name): what for name, what in lines[1:]}
    assert set(said) == NEEDED
    assert {name for name, what in said.items() if what.startswith("waits")} == set(WAITING)


def test_the_tests_ask_for_what_they_import_or_run() -> None:
    assert (imported("tests") - NEEDED) | RUN | TYPES == FOR_TESTS


@pytest.mark.parametrize(
    ("source", "packages"),
    [
        ("import pandas.io", {"pandas"}),
        ("def f():\n    from docx.table import Table", {"python-docx"}),
        ("import no_such_module", {"no-such-module"}),
        ("import re, akmplan.model\nfrom . import x", set()),
    ],
)
def test_an_import_is_seen_wherever_it_stands(source: str, packages: set[str]) -> None:
    assert packages_of(source) == packages


def test_the_constraints_name_one_version_of_each_and_nothing_else() -> None:
    lines = [line for line in CONSTRAINTS if not line.startswith("#")]
    versions = [re.fullmatch(r"([\w.-]+)==[\w.]+", line) for line in lines]
    assert None not in versions
    names = [plain(line[1]) for line in versions if line]
    assert sorted(set(names)) == names
    assert set(names) >= NEEDED | FOR_TESTS
