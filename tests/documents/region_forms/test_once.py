"""What a build works out but once, however many documents and years it serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from akmplan.cli import run
from akmplan.documents.paper import ready_paper
from akmplan.documents.region_forms import forms
from akmplan.figures import Ledger
from tests.documents.region_forms.blank import NAME, rich_blank, year_of
from tests.small import Value

TODAY = ("--today", "2026-04-05")
OWED: Sequence[Sequence[Value]] = (
    ("Hisobot", "Viloyat AKM", "har chorakda", None, "IV.1; IV.2", NAME),
    ("Hisobot", "Viloyat AKM", "har oyda", None, "IV.1", None),
)


@pytest.fixture
def calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, Any]]:
    """A small year with a form, and how often each thing is made of it, by what it is made of."""
    monkeypatch.chdir(tmp_path)
    year_of(tmp_path / "input", reports=OWED)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / NAME).write_bytes(rich_blank())
    counted: Counter[tuple[str, Any]] = Counter()

    def count(owner: Any, name: str, key: Callable[..., Any]) -> None:
        made = getattr(owner, name)

        def counting(*given: Any) -> Any:
            counted[name, key(*given)] += 1
            return made(*given)

        monkeypatch.setattr(owner, name, counting)

    count(ready_paper, "paper_table", lambda paper, ledger: (paper.name, paper.items))
    count(ready_paper, "_concerning", lambda paper, *rest: (paper.name, paper.items))
    count(Ledger, "_added_up", lambda ledger, item, one, period: (item.code, one.name, period))
    count(forms, "open_form", lambda file, name, content: name)
    count(forms, "_placed", lambda form, plan: (form.name, plan.year))
    return counted


def made(calls: Counter[tuple[str, Any]]) -> set[str]:
    return {name for name, _ in calls}


def test_a_build_makes_everything_once(calls: Counter[tuple[str, Any]]) -> None:
    assert run(["build", *TODAY]) == 0
    assert made(calls) == {"paper_table", "_concerning", "_added_up", "open_form", "_placed"}
    assert [name for name, times in calls.items() if times > 1] == []


def test_a_paper_that_the_page_only_lists_gets_no_table(calls: Counter[tuple[str, Any]]) -> None:
    assert run(["build", *TODAY, "--period", "2026-Q1"]) == 0
    tables = {of[0] for name, of in calls if name == "paper_table"}
    listed = {of[0] for name, of in calls if name == "_concerning"}
    assert tables == {"2026-1-chorak/viloyat-akm"}
    assert tables < listed
