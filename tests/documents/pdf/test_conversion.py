"""The watch over LibreOffice: what comes of programs that fail, hang, and stop half way."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import pytest

from akmplan.documents.pdf.conversion import converted

from .fakes import a_page, office_that, only_with_scripts, starts_of

pytestmark = only_with_scripts
PAGE = a_page()
THREE = (b"one", b"two", b"three")


def test_all_documents_are_made_in_one_start(tmp_path: Path) -> None:
    office = office_that(tmp_path, "for name in names: make(name, page + name.encode())")
    made = converted(office, THREE)
    assert made.pdfs == (PAGE + b"0000", PAGE + b"0001", PAGE + b"0002")
    assert made.in_time
    assert starts_of(office) == [["0000", "0001", "0002"]]


def test_it_is_given_the_documents_themselves(tmp_path: Path) -> None:
    does = 'for name in names: make(name, Path(f"{name}.docx").read_bytes())'
    assert converted(office_that(tmp_path, does), THREE).pdfs == THREE


@pytest.mark.parametrize("does", ["sys.exit(1)", "pass", "os.kill(os.getpid(), 9)"])
def test_one_that_makes_nothing(tmp_path: Path, does: str) -> None:
    made = converted(office_that(tmp_path, does), THREE)
    assert (made.pdfs, made.in_time) == ((None, None, None), True)


@pytest.mark.parametrize(("stops", "patience"), [("sys.exit(77)", 60), ("time.sleep(300)", 6)])
def test_a_document_that_it_stops_at_costs_only_itself(
    tmp_path: Path, stops: str, patience: float
) -> None:
    does = f"""
for name in names:
    if name == "0001":
        {stops}
    make(name)
"""
    office = office_that(tmp_path, does)
    assert converted(office, THREE, patience=patience).pdfs == (PAGE, None, PAGE)
    assert starts_of(office) == [["0000", "0001", "0002"], ["0002", "0001"]]


def test_one_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    does = """
child = subprocess.Popen(["sleep", "300"])
Path(sys.argv[0]).with_name("child").write_text(str(child.pid))
child.wait()
"""
    office = office_that(tmp_path, does)
    made = converted(office, THREE, patience=5)
    assert (made.pdfs, made.in_time) == ((None, None, None), False)
    assert len(starts_of(office)) == 1
    assert ends(int((tmp_path / "child").read_text()))


def ends(process: int) -> bool:
    """Whether it ends: a signal was sent, and the system may take its time."""
    deadline = time.monotonic() + 30
    while runs(process) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not runs(process)


def runs(process: int) -> bool:
    """Whether it runs; one that ended and was not fetched by its parent does not."""
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return False
    return state != "Z"


def test_one_that_works_slowly_is_left_to_work(tmp_path: Path) -> None:
    office = office_that(tmp_path, "for name in names: time.sleep(2); make(name)")
    made = converted(office, THREE, patience=5)
    assert (made.pdfs, made.in_time) == ((PAGE, PAGE, PAGE), True)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    converted(office_that(tmp_path / "bin", "make(names[0])"), THREE)
    converted(office_that(tmp_path / "bin", "time.sleep(300)"), THREE, patience=0.3)
    assert os.listdir(passing) == []


def test_the_profile_is_its_own_and_lets_no_macro_run(tmp_path: Path) -> None:
    does = """
profile = next(one for one in sys.argv if one.startswith("-env:UserInstallation=file:///"))
folder = Path(profile.partition("file://")[2]) / "user"
for name in names:
    make(name, (folder / "registrymodifications.xcu").read_bytes() + str(folder).encode())
"""
    (said,) = converted(office_that(tmp_path, does), (b"one",)).pdfs
    assert said is not None
    assert b'"DisableMacrosExecution" oor:op="fuse"><value>true<' in said
    assert b'"ExportNotes" oor:op="fuse"><value>false<' in said
    assert str(Path.home()).encode() + b"/.config" not in said


def test_what_cannot_be_started_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Permission"):
        converted(tmp_path, THREE)
