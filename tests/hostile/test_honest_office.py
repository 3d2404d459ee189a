"""An honest office file is not refused: the sample as LibreOffice saves it says the same."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

from tests.hostile.isolated import Runner
from tests.hostile.judging import disorder_of

SOFFICE: Final = shutil.which("soffice")
INPUT: Final = Path(__file__).parents[2] / "input"
PLAN: Final = "ish-reja-2026.xlsx"
TODAY: Final = ("--today", "2026-10-05", "--lang", "en")
Findings = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample plan as LibreOffice saves it in three formats."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not installed here: its files cannot be made")
    folder = tmp_path_factory.mktemp("libreoffice")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for form in ("xlsx:Calc MS Excel 2007 XML", "ods", "xls"):
        command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", folder / "out"]
        subprocess.run([*command, INPUT / PLAN], check=True, capture_output=True, timeout=120)
    return folder / "out"


def findings_of(desk: Path, plan: Path, runner: Runner) -> Findings:
    """Codes, places and values, without the name of the file."""
    (desk / "input").mkdir(parents=True)
    shutil.copy(plan, desk / "input")
    ran = runner.run(desk, "check", "--format", "json", *TODAY)
    assert list(disorder_of(ran)) == []
    told = ("code", "sheet", "cell", "item", "indicator", "found", "expected")
    return [tuple(one[key] for key in told) for one in json.loads(ran.out)["findings"]]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_the_sample_plan_saved_by_libreoffice_says_the_same(
    suffix: str, saved_again: Path, tmp_path: Path, runner: Runner
) -> None:
    original = findings_of(tmp_path / "asl", INPUT / PLAN, runner)
    again = findings_of(tmp_path / "nusxa", saved_again / f"ish-reja-2026.{suffix}", runner)
    assert len(original) > 20
    assert again == original
