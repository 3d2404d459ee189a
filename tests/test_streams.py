"""Where stdout and stderr lead nowhere, or to a place that is full."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

INPUT = Path(__file__).parent.parent / "input"
FULL = Path("/dev/full")
COMMAND = (sys.executable, "-m", "akmplan")
ENDS_WITH = {("rules",): 0, ("check",): 1, ("check", "--format", "json"): 1}


def ended(folder: Path, shell: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a shell that does something to its streams."""
    command = [*COMMAND, *arguments, "--input", str(INPUT), "--today", "2026-10-05"]
    return subprocess.run(
        ["sh", "-c", f'"$@" {shell}', "sh", *command],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there is no sh")
@pytest.mark.parametrize("arguments", ENDS_WITH)
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_closed_streams_change_nothing_but_what_is_heard(
    tmp_path: Path, arguments: tuple[str, ...], closed: str
) -> None:
    told = ended(tmp_path, closed, *arguments)
    assert (told.returncode, told.stderr) == (ENDS_WITH[arguments], "")


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("arguments", ENDS_WITH)
def test_a_full_disk_behind_stdout_is_said_once(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    told = ended(tmp_path, f"--lang en > {FULL}", *arguments)
    assert told.returncode == 4
    assert told.stderr.startswith("The results cannot be printed")
    assert len(told.stderr.splitlines()) == 1


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
def test_nothing_can_be_said_at_all(tmp_path: Path) -> None:
    assert ended(tmp_path, f"> {FULL} 2> {FULL}", "check").returncode == 4


@pytest.mark.parametrize("module", ["akmplan.cli", "click", "akmplan.jobs.check"])
def test_stopped_while_the_libraries_are_still_being_loaded(tmp_path: Path, module: str) -> None:
    program = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {module!r}:\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from akmplan.__main__ import main\n"
        "main()\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, "check"], cwd=tmp_path, capture_output=True, check=False
    )
    assert told.returncode == 130
    assert b"Traceback" not in told.stderr
