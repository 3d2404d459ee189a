"""The wheel, outside the checkout: templates, catalogue, sample job in an empty folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_it_holds_templates_catalogue_script_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "akmplan/templates/ish-reja.docx",
        "akmplan/templates/hisobot.docx",
        "akmplan/templates/umumiy-holat.html",
        "akmplan/messages/locale/uz/LC_MESSAGES/akmplan.mo",
        "akmplan/input_forms/akmplan.cmd",
        "akmplan/py.typed",
    } <= names


def test_it_builds_the_sample_in_a_folder_of_its_own(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    scripts = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([scripts / "pip", "install", "-q", str(wheel)], check=True, capture_output=True)
    desk = tmp_path / "desk"
    shutil.copytree(ROOT / "input", desk / "input")
    done = subprocess.run(
        [scripts / "akmplan", "build", "--today", "2026-10-05"],
        cwd=desk,
        capture_output=True,
        text=True,
        check=False,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
    )
    assert done.returncode == 1, done.stderr
    assert "Avval oching" in done.stdout
    assert (desk / "output" / "ish-reja-2026.docx").is_file()
