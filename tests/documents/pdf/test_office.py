"""Which program is taken for LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pytest

from akmplan.documents.pdf import office
from akmplan.documents.pdf.office import libreoffice

from .fakes import office_that, only_with_scripts


@pytest.fixture(autouse=True)
def nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(office, "USUAL_PLACES", ())
    for variable in ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


def test_none_where_it_is_not_installed() -> None:
    assert libreoffice() is None


@only_with_scripts
@pytest.mark.parametrize("command", ["soffice", "libreoffice"])
def test_on_the_computer_s_path(tmp_path: Path, command: str) -> None:
    program = office_that(tmp_path / "bin", "")
    program.rename(program.with_name(command))
    assert libreoffice() == tmp_path / "bin" / command


def test_where_it_is_usually_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "LibreOffice.app" / "soffice"
    monkeypatch.setattr(office, "USUAL_PLACES", (tmp_path / "elsewhere", place))
    assert libreoffice() is None
    place.parent.mkdir()
    place.touch()
    assert libreoffice() == place


def test_where_this_windows_keeps_its_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Programme" / "LibreOffice" / "program" / "soffice.exe"
    place.parent.mkdir(parents=True)
    place.touch()
    monkeypatch.setenv("ProgramFiles", str(tmp_path / "Programme"))
    assert libreoffice() == place


def test_the_usual_places_are_those_of_windows_and_macos() -> None:
    from importlib import reload

    places = {place.as_posix() for place in reload(office).USUAL_PLACES}
    assert "C:/Program Files/LibreOffice/program/soffice.exe" in places
    assert "C:/Program Files (x86)/LibreOffice/program/soffice.exe" in places
    assert "/Applications/LibreOffice.app/Contents/MacOS/soffice" in places
