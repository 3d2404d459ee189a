"""LibreOffice at work: a child process in a folder of its own, watched and ended in time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

from akmplan.documents.pdf.profile import lay_profile

PATIENCE: Final = 120.0  # seconds without a further PDF; a first start on an old disk takes long
PAUSE: Final = 0.1
STARTS: Final = 2  # one is enough, unless one document brought it down before the others
_MADE: Final = "pdf"
_OPTIONS: Final = (
    "--headless", "--invisible", "--nologo", "--nodefault", "--norestore", "--nolockcheck",
    "--nofirststartwizard", "--convert-to", "pdf:writer_pdf_Export", "--outdir", _MADE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Converted:
    """A PDF for each document, None where there is none; whether all starts ended in time."""

    pdfs: tuple[bytes | None, ...]
    in_time: bool


def converted(office: Path, contents: Sequence[bytes], patience: float = PATIENCE) -> Converted:
    """Word documents as PDFs, in one start of the program if it holds. Raises OSError."""
    with tempfile.TemporaryDirectory(prefix="akmplan-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        lay_profile(folder / "profile")
        (folder / _MADE).mkdir()
        names = _laid_out(folder, contents)
        in_time = _tried(office, folder, names, patience)
        return Converted(tuple(_pdf_of(folder, name) for name in names), in_time)


def _laid_out(folder: Path, contents: Sequence[bytes]) -> list[str]:
    """Short plain names: all of them have to stand on one command line."""
    names = [f"{number:04}" for number in range(len(contents))]
    for name, content in zip(names, contents, strict=True):
        (folder / f"{name}.docx").write_bytes(content)
    return names


def _tried(office: Path, folder: Path, names: list[str], patience: float) -> bool:
    """Starts it again for what it left out; the first of those may be to blame, and goes last."""
    waiting, in_time = names, True
    for _ in range(STARTS):
        in_time = _ran_in_time(office, folder, waiting, patience)
        left = [name for name in waiting if _pdf_of(folder, name) is None]
        if not left or (left == waiting and not in_time):
            break
        waiting = [*left[1:], left[0]]
    return in_time


def _pdf_of(folder: Path, name: str) -> bytes | None:
    with suppress(FileNotFoundError):
        return (folder / _MADE / f"{name}.pdf").read_bytes()
    return None


def _ran_in_time(office: Path, folder: Path, names: Sequence[str], patience: float) -> bool:
    process = _started(office, folder, names)
    try:
        return _ends_in_time(process, folder, patience)
    finally:
        if process.poll() is None:
            _end(process)
            process.wait()


def _started(office: Path, folder: Path, names: Sequence[str]) -> subprocess.Popen[bytes]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    return subprocess.Popen(
        [str(office), profile, *_OPTIONS, *(f"{name}.docx" for name in names)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _ends_in_time(process: subprocess.Popen[bytes], folder: Path, patience: float) -> bool:
    """Each further PDF shows that it works, and gives it its whole time again."""
    made, since = 0, monotonic()
    while monotonic() - since < patience:
        with suppress(subprocess.TimeoutExpired):
            process.wait(PAUSE)
            return True
        now = len(os.listdir(folder / _MADE))
        if now > made:
            made, since = now, monotonic()
    return False


if sys.platform == "win32":

    def _end(process: subprocess.Popen[bytes]) -> None:
        """What was started is a starter; the program itself is its child."""
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)

else:

    def _end(process: subprocess.Popen[bytes]) -> None:
        """What was started is a starter; the program itself is in its session."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
