"""One run at a time: a lock that the operating system takes back from a run that died."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from akmplan.output.disk import ON_WINDOWS
from akmplan.output.document import CannotWrite, Reason

LOCK_NAME = ".akmplan.qulf"
PAUSE = 0.1
LONGEST_WAIT = 600.0  # seconds; a run that takes longer stands still
LOCKING_NOT_KNOWN = {errno.ENOSYS, errno.ENOTSUP, errno.ENOLCK, errno.EINVAL}

if sys.platform == "win32":
    import msvcrt

    def take_hold(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def give_back(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def take_hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def give_back(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def only_writer(folder: Path, wait: Callable[[], None]) -> Iterator[bool]:
    """Whether another run had to be waited for; `wait` is called once before that."""
    path = folder / LOCK_NAME
    descriptor, waited = locked_in_time(path, wait)
    try:
        yield waited
    finally:
        let_go(path, descriptor)


def locked_in_time(path: Path, wait: Callable[[], None]) -> tuple[int, bool]:
    """Raises CannotWrite where the other run does not end."""
    ends = time.monotonic() + LONGEST_WAIT
    waited = False
    while True:
        try:
            return locked(path), waited
        except CannotWrite as refusal:
            if refusal.reason is not Reason.BUSY or time.monotonic() > ends:
                raise
        if not waited:
            wait()
        waited = True
        time.sleep(PAUSE)


def locked(path: Path) -> int:
    """The file may be removed between opening and locking: then the lock holds nobody off."""
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            lock(path, descriptor)
            if is_still_there(path, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def lock(path: Path, descriptor: int) -> None:
    """A file system that knows no locks (some network drives) must not stop all work."""
    try:
        take_hold(descriptor)
    except OSError as error:
        if error.errno in LOCKING_NOT_KNOWN:
            return
        if isinstance(error, BlockingIOError | PermissionError):
            raise CannotWrite(path.parent, Reason.BUSY) from error
        raise


def is_still_there(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False


def let_go(path: Path, descriptor: int) -> None:
    """Windows removes no open file; elsewhere only the holder may remove it."""
    if not ON_WINDOWS:
        remove_quietly(path)
    with suppress(OSError):
        give_back(descriptor)
    os.close(descriptor)
    if ON_WINDOWS:
        remove_quietly(path)


def remove_quietly(path: Path) -> None:
    """A lock file left lying locks nothing."""
    with suppress(OSError):
        os.unlink(path)
