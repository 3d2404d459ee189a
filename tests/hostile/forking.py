"""Runs the command line in processes of their own, forked from one that has all libraries loaded.

`python -m tests.hostile.forking` reads one request a line on stdin and answers with one line on
stdout, both JSON; `isolated.py` is the other end.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Final

MIB: Final = 1024 * 1024
MOST_MEMORY: Final = 2048 * MIB  # of addresses: what is touched of it is measured and judged
WAIT: Final = 0.002
LOADED: Final = (
    "akmplan.cli.build_view", "akmplan.cli.check_view", "akmplan.documents.all_reports",
    "_strptime",
)  # fmt: skip


def main() -> None:
    for name in LOADED:
        importlib.import_module(name)
    rehearse_templates_once()
    gc.freeze()  # or each process that is forked copies what it only counts
    for line in sys.stdin:
        request = json.loads(line)
        sys.stdout.write(json.dumps(serve(request)) + "\n")
        sys.stdout.flush()


def rehearse_templates_once() -> None:
    """They are the same for every file; to try them anew takes longer than all the rest."""
    from akmplan.documents import check_templates, choose_templates
    from akmplan.jobs import build, check

    faults = tuple(check_templates(choose_templates(None, Path.cwd())))
    for module in (build, check):
        setattr(module, check_templates.__name__, lambda _: faults)


def serve(request: dict[str, Any]) -> dict[str, Any]:
    """Runs one command and says how it ended."""
    return forked(lambda: _run(request), request["seconds"])


def forked(run: Callable[[], int], seconds: float) -> dict[str, Any]:
    """`run` in a forked process: how it ended, the seconds of computing that it took with all that
    it started, and the most memory that any of them held."""
    assert sys.platform != "win32"
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        _be_the_child(run)
    while True:
        found, status, usage = os.wait4(child, os.WNOHANG)
        taken = time.monotonic() - began
        if found:
            break
        if taken > seconds:
            os.killpg(child, signal.SIGKILL)
        time.sleep(WAIT)
    code = os.waitstatus_to_exitcode(status)
    spent = usage.ru_utime + usage.ru_stime
    return {"code": code, "seconds": spent, "peak": usage.ru_maxrss // 1024}


def _be_the_child(run: Callable[[], int]) -> None:
    """Never comes back: the parent's loop is not the child's."""
    assert sys.platform != "win32"
    import resource

    code = 70
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        code = run()
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _run(request: dict[str, Any]) -> int:
    os.chdir(request["folder"])
    _write_into(request["out"], sys.stdout)
    _write_into(request["err"], sys.stderr)
    if request["without_root"]:
        give_up_privileges()
    from akmplan.cli import run

    return run(request["arguments"])


def _write_into(path: str, stream: IO[str]) -> None:
    target = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(target, stream.fileno())
    os.close(target)


def give_up_privileges() -> None:
    """The administrator may open anything; without capabilities modes bind him too."""
    version_3, none = 0x20080522, bytes(24)
    header = version_3.to_bytes(4, sys.byteorder) + bytes(4)
    ctypes.CDLL(None, use_errno=True).capset(header, none)


if __name__ == "__main__":
    main()
