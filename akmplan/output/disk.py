"""The few steps on the disk that everything here is made of."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

# What stands at a path, where it is no file that can be read; no sha256 looks like these.
NOTHING = "nothing"
UNREADABLE = "unreadable"
NOT_A_FILE = "not a file"

ON_WINDOWS = os.name == "nt"
# A virus scanner opens each new file for a moment; on other systems that disturbs nobody.
PAUSES = (0.05, 0.2) if ON_WINDOWS else ()
SYNC_NOT_KNOWN = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}
HELD = {errno.EBUSY, errno.ETXTBSY}
HELD_ON_WINDOWS = {5, 32, 33, 1224}  # denied, shared, locked, mapped into memory


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def checksum_at(path: Path) -> str:
    """The sha256 of the file there, or NOTHING, UNREADABLE, NOT_A_FILE (links included)."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return NOT_A_FILE
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return NOTHING
    except OSError:
        return UNREADABLE


def write_and_sync(path: Path, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        sync(file.fileno())


def sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in SYNC_NOT_KNOWN:
            raise


def sync_folders(folders: Iterable[Path]) -> None:
    """Makes renames last. Windows has no such thing and needs none."""
    if ON_WINDOWS:
        return
    for folder in folders:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            sync(descriptor)
        finally:
            os.close(descriptor)


def make_folders(folder: Path) -> None:
    with suppress(FileExistsError):
        os.makedirs(folder)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def replace(source: Path, target: Path) -> bool:
    """False where the target stands open elsewhere, or is none that can be replaced."""
    return succeeds_unless_held(lambda: os.replace(source, target))


def remove(path: Path) -> bool:
    """False where the file stands open elsewhere."""
    return succeeds_unless_held(lambda: remove_if_there(path))


def remove_if_there(path: Path) -> None:
    with suppress(FileNotFoundError):
        os.unlink(path)


def succeeds_unless_held(act: Callable[[], None]) -> bool:
    """False where somebody's hold on the file hinders the act, also after a few short waits."""
    for pause in (*PAUSES, None):
        try:
            act()
        except OSError as error:
            if not speaks_of_a_hold(error):
                raise
            if pause is not None:
                time.sleep(pause)
        else:
            return True
    return False


def speaks_of_a_hold(error: OSError) -> bool:
    return (
        isinstance(error, PermissionError | IsADirectoryError)
        or error.errno in HELD
        or getattr(error, "winerror", None) in HELD_ON_WINDOWS
    )


def write_whole(path: Path, content: bytes, *, by_way_of: Path) -> None:
    """The file is the old one or the new one at every moment; the same bytes are left alone."""
    if checksum_at(path) == sha256_of(content):
        return
    write_and_sync(by_way_of, content)
    if not replace(by_way_of, path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    sync_folders([path.parent])
