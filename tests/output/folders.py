"""Small sets of documents, and what stands in a folder, as tables in the tests."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from akmplan.output import Batch, Document, Outcome, publish

LIST = ".akmplan.json"


def build(
    folder: Path, documents: Mapping[str, bytes], *, full: bool = True, removes: bool = True
) -> Outcome:
    return publish(folder, [batch_of(documents, full=full, removes=removes)])


def batch_of(
    documents: Mapping[str, bytes], year: str = "2026", *, full: bool = True, removes: bool = True
) -> Batch:
    return Batch(year, documents_of(documents), full, removes)


def documents_of(documents: Mapping[str, bytes]) -> list[Document]:
    return [
        Document(name, content, {"plan.xlsx": f"sha of {name}"})
        for name, content in documents.items()
    ]


def put(folder: Path, name: str, content: bytes) -> Path:
    """Somebody lays a file into the folder, or changes one."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def everything_in(folder: Path) -> dict[str, bytes | None]:
    """All files with their bytes, and the folders that hold nothing (None)."""
    found: dict[str, bytes | None] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[name] = None
    return found


def papers_in(folder: Path) -> dict[str, bytes | None]:
    """What staff see: everything but what is dot-named."""
    return {
        name: content for name, content in everything_in(folder).items() if not name.startswith(".")
    }


def hidden_in(folder: Path) -> list[str]:
    return sorted({name.split("/")[0] for name in everything_in(folder) if name.startswith(".")})


def link_or_skip(link: Path, target: Path) -> None:
    try:
        os.symlink(target, link, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("this system lets this user make no symbolic links")


def quick_place() -> Path:
    """A new folder in memory where the system has such: for thousands of builds."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(dir=memory if os.access(memory, os.W_OK) else None))
