"""Which papers exist, when a paper is written, and what it still waits for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from akmplan.figures import Ledger
from akmplan.loading import load_year
from akmplan.papers_owed import (
    gaps,
    has_ended,
    months_missing,
    papers_owed,
    papers_with_figures,
)

INPUT = Path(__file__).parent.parent / "input"


def sample() -> Ledger:
    year = load_year(INPUT, 2026, 2026)
    assert year.plan is not None
    return Ledger(year, year.plan)


def test_the_real_plan_s_papers_by_period() -> None:
    papers = {
        (paper.period.code, paper.recipient): [item.code for item in paper.items]
        for paper in papers_owed(sample().plan)
    }
    quarterly = ["I.1", "IV.12", "IV.16", "IV.17", "IV.25"]
    assert papers["2026-Q1", "viloyat-akm"] == quarterly
    assert papers["2026-Q2", "viloyat-akm"] == ["I.1", "III.5", *quarterly[1:]]
    assert papers["2026-Q4", "viloyat-akm"] == ["I.1", "III.6", *quarterly[1:]]
    assert papers["2026-Q3", "milliy-kutubxona"] == ["II.3"]
    assert ("2026-Q4", "milliy-kutubxona") not in papers
    assert papers["2026-Q1", "respublika-akm"] == ["V.26"]
    assert papers["2026-05", "viloyat-akm"] == ["I.2", "I.3", "I.6", "V.26"]
    assert papers["2026-05", "milliy-kutubxona"] == ["I.5"]
    assert papers["2026-H1", "viloyat-akm"] == ["I.4"]
    assert papers["2026-H2", "milliy-kutubxona"] == ["V.28"]
    assert papers["2026", "viloyat-akm"] == ["II.2", "IV.19", "V.26.1"]
    assert papers["2026", "milliy-kutubxona"] == ["IV.24"]
    assert papers["2026", "komplayens"] == ["V.26.2"]
    assert len(papers) == 12 * 2 + 4 + 3 + 4 + 2 * 2 + 3


def test_a_paper_is_written_as_soon_as_one_item_has_a_figure() -> None:
    ledger = sample()
    written = {paper.period.code for paper in papers_with_figures(ledger.plan, ledger)}
    assert "2026-09" in written
    assert "2026-10" not in written
    assert "2026-Q4" not in written


def test_a_year_without_sheets_has_no_papers(tmp_path: Path) -> None:
    (tmp_path / "reja.xlsx").write_bytes((INPUT / "ish-reja-2026.xlsx").read_bytes())
    year = load_year(tmp_path, None, 2026)
    assert year.plan is not None
    assert papers_with_figures(year.plan, Ledger(year, year.plan)) == ()


def test_only_months_that_are_over_are_awaited() -> None:
    ledger = sample()
    october, september = date(2026, 10, 5), date(2026, 9, 20)
    missing = [(gap.service.key, gap.month) for gap in months_missing(ledger, october)]
    assert missing == [("bibliografiya", 9)]
    assert months_missing(ledger, september) == ()
    year = next(
        paper
        for paper in papers_with_figures(ledger.plan, ledger)
        if (paper.period.code, paper.recipient) == ("2026", "viloyat-akm")
    )
    assert ("bibliografiya", 9) in [
        (gap.service.key, gap.month) for gap in gaps(year, ledger, october)
    ]


def test_a_month_has_ended_with_its_last_day() -> None:
    assert not has_ended(2026, 2, date(2026, 2, 27))
    assert has_ended(2026, 2, date(2026, 2, 28))
