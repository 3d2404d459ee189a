"""The README against the program: every command that it shows runs, and nothing is left out."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click import Context

from akmplan.cli import run
from akmplan.cli.commands import command_line
from akmplan.documents.region_forms.mark_meanings import WORDS
from akmplan.rule_language import FigureKind, FigureWanted, Mark, Slip, WordWanted, read_marks

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHOWN = sorted(set(re.findall(r"`(akmplan [a-z][^`]*)`", README)))


def one_liner(mark: str) -> str:
    match = re.search(rf"<!-- {mark} -->\n```sh\n(.*?)\n```", README, re.DOTALL)
    assert match is not None
    assert "\n" not in match[1]
    return match[1]


@pytest.mark.parametrize("command", SHOWN)
def test_a_command_of_the_readme_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "input", tmp_path / "input")
    if " output/" in command:
        run(["build", "--today", "2026-10-05"])
    assert run([*shlex.split(command)[1:], "--today", "2026-10-05"]) in (0, 1)


@pytest.mark.parametrize(
    ("module", "said"),
    [("tests.sample", "unchanged"), ("tests.figures.measure_causes", "true sums")],
)
def test_a_module_of_the_readme_runs(module: str, said: str) -> None:
    assert f"`python -m {module}`" in README
    done = subprocess.run(
        [sys.executable, "-m", module], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said in done.stdout
    assert "written" not in done.stdout


def test_the_readme_names_every_command() -> None:
    group = command_line("en")
    names = set(group.list_commands(Context(group)))
    assert names == {line.split()[1] for line in SHOWN}


def test_the_marks_of_the_readme_are_those_of_forms() -> None:
    marks = read_marks(README)
    assert [one for one in marks if isinstance(one, Slip)] == []
    wanted = [one.wanted for one in marks if isinstance(one, Mark)]
    assert {one.name for one in wanted if isinstance(one, WordWanted)} <= set(WORDS)
    kinds = {one.kind for one in wanted if isinstance(one, FigureWanted)}
    assert kinds == set(FigureKind)


@pytest.mark.slow
def test_the_sample_s_one_liner_sets_itself_up(tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    left_out = shutil.ignore_patterns(".git", ".venv", "*_cache", "__pycache__")
    shutil.copytree(ROOT, checkout, ignore=left_out)
    shutil.rmtree(checkout / "output")
    done = subprocess.run(
        ["bash", "-c", one_liner("sample").replace("python3", sys.executable, 1)],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert (checkout / "output" / "ish-reja-2026.docx").is_file()
    assert (checkout / "output" / "2026-1-chorak" / "viloyat-akm.docx").is_file()


def test_the_tests_one_liners_run_pytest() -> None:
    usual = "-m pytest -q -n 2 --dist worksteal"
    assert one_liner("tests").endswith(f'[test]" && .venv/bin/python {usual}')
    assert one_liner("slow tests") == f".venv/bin/python {usual} -m slow"


def test_what_the_first_leaves_out_is_what_the_second_runs() -> None:
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert options["tool"]["pytest"]["ini_options"]["addopts"].endswith("-m 'not slow'")
