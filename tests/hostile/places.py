"""What is laid into the folder and is no file, or no file of this folder, or has a strange name."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from akmplan.workbooks import Reason
from tests.hostile.case import DRAFTS, FINE, NO_PLAN, At, Case, Lay, a_file, beside_good_year
from tests.hostile.case import refusal as refused_as
from tests.hostile.good import PLAN_FILE, SPOILT_FILE, good_month, good_plan

SECRET: Final = "MAXFIY"  # stands in the workbook outside, which nobody may read
IGNORED: Final = At("L108", SPOILT_FILE)


def outside(folder: Path) -> Path:
    """A workbook beside the input folder."""
    path = folder.parent / f"{SECRET}.xlsx"
    path.write_bytes(good_month())
    return path


def linked(target: Callable[[Path], str | Path], folder: Path) -> None:
    os.symlink(target(folder), folder / SPOILT_FILE)


def linked_twice(folder: Path) -> None:
    os.symlink(outside(folder), folder.parent / "ikkinchi")
    os.symlink(folder.parent / "ikkinchi", folder / SPOILT_FILE)


def folder_linked(folder: Path) -> None:
    outside(folder)
    os.symlink(folder.parent, folder / "tashqari")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / SPOILT_FILE)


def plug(folder: Path) -> None:
    """A socket; its name must be short, so it is bound from within the folder."""
    here = os.getcwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(SPOILT_FILE)
    finally:
        os.chdir(here)


def shut_file(folder: Path) -> None:
    a_file(good_month, SPOILT_FILE)(folder)
    (folder / SPOILT_FILE).chmod(0)


def shut_plan(folder: Path) -> None:
    (folder / PLAN_FILE).chmod(0)


def read_only(folder: Path) -> None:
    """Files, and the folder itself."""
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


def a_folder(folder: Path) -> None:
    (folder / SPOILT_FILE).mkdir()


def far_down(folder: Path) -> None:
    a_file(good_month, "/".join(["chuqur"] * 60) + "/" + SPOILT_FILE)(folder)


def crowd(count: int, name: str, make: Callable[[], bytes], folder: Path) -> None:
    for number in range(count):
        (folder / name.format(number)).write_bytes(make())


LEFT_OUT: Final[tuple[tuple[str, Lay, At], ...]] = (
    ("a link that leads out", partial(linked, outside), IGNORED),
    ("a link to a link that leads out", linked_twice, IGNORED),
    ("a link to a device", partial(linked, lambda _: "/dev/zero"), IGNORED),
    ("a link to the passwords", partial(linked, lambda _: "/etc/passwd"), IGNORED),
    ("a link to nothing", partial(linked, lambda _: "yo‘q.xlsx"), IGNORED),
    ("a link to itself", partial(linked, lambda _: SPOILT_FILE), IGNORED),
    ("a link to the folder itself", partial(linked, lambda folder: folder), IGNORED),
    ("a link that is a folder outside", folder_linked, At("L108", "tashqari")),
    ("a pipe", pipe, IGNORED),
    ("a socket", plug, IGNORED),
)
NAMES: Final = (
    "fevral .xlsx", "fevral\n.xlsx", "fevral\x1b[31m.xlsx", "-fevral.xlsx",
    "fevral..xlsx", "CON.xlsx", "fev'ral\".xlsx", "{{ x }}.xlsx", "%s%n.xlsx", "$(id).xlsx",
    "=cmd.xlsx", "fev\u202eral.xlsx", "\U0001f4da.xlsx", "f" * 250 + ".xlsx", "fevral#1.xlsx",
    "Февраль.xlsx", "fevral", "fevral.txt", "fevral.pdf",
)  # fmt: skip


def _cases() -> Iterator[Case]:
    for name, lay, found in LEFT_OUT:
        yield Case(f"place: {name}", beside_good_year(lay), FINE, (found,))
    yield Case("place: a folder called like a workbook", beside_good_year(a_folder), FINE)
    yield Case("place: a workbook 60 folders down", beside_good_year(far_down), FINE)
    yield Case("place: read-only", beside_good_year(read_only), FINE, without_root=True)
    yield from _shut()
    for name in NAMES:
        yield Case(f"place: {name[:20]!r}", beside_good_year(a_file(good_month, name)), FINE)
    yield from _crowds()
    yield Case("place: a folder with nothing", lambda _: None, NO_PLAN, (At("L101"),))


def _shut() -> Iterator[Case]:
    met = refused_as(Reason.LOCKED)
    lay = beside_good_year(shut_file)
    yield Case("place: a file that is shut", lay, DRAFTS, (met,), without_root=True)
    shut = (At("L101"), refused_as(Reason.LOCKED, file=PLAN_FILE))
    lay = beside_good_year(shut_plan)
    yield Case("place: a plan that is shut", lay, NO_PLAN, shut, without_root=True)


def _crowds() -> Iterator[Case]:
    pictures = beside_good_year(partial(crowd, 2000, "{}.png", lambda: b"\x89PNG"))
    yield Case("place: 2,000 pictures", pictures, FINE, (At("L108", "0.png"),))
    broken = beside_good_year(partial(crowd, 1000, "{:03}.xlsx", lambda: b"PK\x03\x04"))
    found = refused_as(Reason.DAMAGED, "", "000.xlsx")
    yield Case("place: 1,000 broken files", broken, DRAFTS, (found,)).counting(("L103", 1000))
    copies = beside_good_year(partial(crowd, 30, "nusxa{:02}.xlsx", partial(good_month, 1)))
    twice = At("M105", "nusxa01.xlsx", "Yanvar", "B2")
    yield Case("place: 30 copies of a month", copies, DRAFTS, (twice,)).counting(("M105", 30))
    plans = beside_good_year(partial(crowd, 3, "reja{}.xlsx", good_plan))
    found = At("L102", "reja0.xlsx", "Ish reja")
    yield Case("place: four plans", plans, NO_PLAN, (found,))


CASES: Final = tuple(_cases())
