"""`akmplan.read` and `akmplan.check`: the same as the commands, from Python."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import akmplan
from akmplan.messages import render
from tests.small import TODAY, plan_table, saved

ROOT = Path(__file__).parent.parent
CLEAN = ("I. ISHLAR", ("1.", "Ish"))


def test_a_folder_is_read_and_its_findings_listed(tmp_path: Path) -> None:
    saved(tmp_path, plan_table(("I. ISHLAR", ("1.", "Ish", None))))
    year = akmplan.read(tmp_path, today=TODAY)
    assert year.plan is not None
    assert [item.code for item in year.plan.items] == ["I.1"]
    found = [one for one in akmplan.check(year, today=TODAY) if one.code == "P102"]
    assert [(one.place.cell if one.place else None, one.hit.item) for one in found] == [
        ("C5", "I.1")
    ]
    assert "unit" in render(found[0].hit.message, "en")


def test_a_year_with_nothing_wrong_has_no_finding(tmp_path: Path) -> None:
    year = akmplan.read(str(saved(tmp_path, plan_table(CLEAN))), today=date(2026, 1, 5))
    assert akmplan.check(year, today=date(2026, 1, 5)) == ()


@pytest.mark.parametrize(("year", "today"), [(2025, TODAY), (None, date(2025, 3, 1))])
def test_a_year_may_be_chosen(tmp_path: Path, year: int | None, today: date) -> None:
    saved(tmp_path, plan_table(CLEAN), eski=plan_table(CLEAN, year=2025))
    read = akmplan.read(tmp_path, year, today=today)
    assert (read.year, read.plan is not None) == (2025, True)


def test_a_folder_without_a_plan_is_a_finding_and_no_exception(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "yo‘q"):
        year = akmplan.read(folder, today=TODAY)
        assert year.plan is None
        assert [one.code for one in akmplan.check(year, today=TODAY)] == ["L101"]


def test_forms_are_looked_for_where_the_commands_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(saved(tmp_path, plan_table(CLEAN)))
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "shakl.xlsx").write_bytes(b"")
    assert akmplan.read(tmp_path, today=TODAY, templates=tmp_path / "own").forms == ("shakl.xlsx",)
    assert akmplan.read(tmp_path, today=TODAY).forms == ()


def test_importing_the_package_loads_none_of_it() -> None:
    script = "import sys, akmplan; print([name for name in sys.modules if name[:8] == 'akmplan.'])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
