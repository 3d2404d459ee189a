"""The command line in a process of its own: an abort, a hang or a great hunger harms no test."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
KILLED_AFTER: Final = 60.0  # by the clock: a machine may be busy, but nothing hangs


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended: `code` is negative where a signal killed it; `seconds` of computing;
    `peak` in MiB."""

    code: int
    out: str
    err: str
    seconds: float
    peak: int


@dataclass(slots=True)
class Runner:
    """Keeps one process with all libraries loaded, from which each command is forked."""

    _server: subprocess.Popen[str] | None = field(default=None)

    def run(self, desk: Path, *arguments: str, without_root: bool = False) -> Ran:
        """Runs a command in the folder `desk`."""
        out, err = desk / "stdout", desk / "stderr"
        answer = self._ask(
            {
                "folder": str(desk),
                "arguments": arguments,
                "out": str(out),
                "err": str(err),
                "without_root": without_root,
                "seconds": KILLED_AFTER,
            }
        )
        return Ran(answer["code"], _said(out), _said(err), answer["seconds"], answer["peak"])

    def _ask(self, request: dict[str, str | float | bool | Sequence[str]]) -> dict[str, int]:
        server = self._server = self._server or _started()
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(json.dumps(request) + "\n")
        server.stdin.flush()
        answer: dict[str, int] = json.loads(server.stdout.readline())
        return answer

    def close(self) -> None:
        if self._server is not None:
            self._server.communicate()


def _said(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _started() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.forking"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
