"""Due months, the five states, sums and what the year to date says."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from akmplan.figures import Figure, Ledger, due_spans
from akmplan.loading import load_year
from akmplan.model import Period, Plan, Span, State, percentage, period_from_code

from .small import READERS, STOCK, Value, month_tabs, plan_table, saved

INPUT = Path(__file__).parent.parent / "input"
BOTH = f"{READERS}\n{STOCK}"


def plan_of(folder: Path) -> Plan:
    plan = load_year(folder, None, 2026).plan
    assert plan is not None
    return plan


@pytest.mark.parametrize(
    ("code", "due"),
    [
        ("I.1", [3, 6, 9, 12]),  # Hujjat, a plan of 4
        ("I.2", list(range(1, 13))),
        ("I.4", [6, 12]),  # Hujjat, a plan of 2
        ("I.7", [2]),  # a plan of 1, January and February
        ("II.3", list(range(1, 10))),  # I–III chorak
        ("III.4", [6]),  # a plan of 1, I–II chorak
        ("III.5", [6]),
        ("III.6", [12]),
        ("IV.7", list(range(1, 13))),
        ("IV.12", list(range(1, 13))),
        ("IV.20", [3, 6, 9, 12]),  # har chorakda
        ("IV.25", [3, 6, 9, 12]),
        ("V.26", list(range(1, 13))),  # a plan of 1, but owed every month
        ("V.26.1", [12]),
        ("V.27", [3, 6, 9, 12]),
        ("V.28", [6, 12]),  # ikki marotaba
    ],
)
def test_when_an_item_of_the_real_plan_is_due(code: str, due: list[int]) -> None:
    item = plan_of(INPUT).item(code)
    assert item is not None
    assert [span.due for span in due_spans(item, item.indicators[0])] == due


def one_item(folder: Path, **months: Mapping[int, Value]) -> Ledger:
    """A plan of one monthly item for two services; `readers` and `stock`: month -> Bajarildi."""
    plan = plan_table(
        ["I. BO‘LIM", ("1.", "Ish", "Nusxa", 100, 120, "…", "2026-yil davomida", BOTH)]
    )
    names = {"readers": READERS, "stock": STOCK}
    sheets = {
        key: month_tabs(names[key], {month: [_row(said)] for month, said in entries.items()})
        for key, entries in months.items()
    }
    year = load_year(saved(folder, plan, **sheets), None, 2026)
    assert year.plan is not None
    return Ledger(year, year.plan)


def _row(said: Value) -> tuple[Value, ...]:
    return ("I.1", "Ish", "Nusxa", 120, said)


def figure(ledger: Ledger, code: str) -> Figure:
    period = period_from_code(code)
    assert period is not None
    item = ledger.plan.items[0]
    return ledger.figure(item, item.indicators[0], period)


def test_a_figure_is_the_sum_over_services_and_months(tmp_path: Path) -> None:
    ledger = one_item(tmp_path, readers={1: 3, 2: 4, 4: 5}, stock={1: 10, 2: 20, 3: 30})
    quarter = figure(ledger, "2026-Q1")
    assert (quarter.value, quarter.state, quarter.months) == (67, State.REPORTED, "2/3")
    assert sum(one.value.number or 0 for one in quarter.sources) == 67
    second = figure(ledger, "2026-Q2")
    assert (second.value, second.year_to_date, second.months) == (5, 72, "0/3")
    assert second.percent == Decimal("60.0")


def test_zero_is_reported_and_a_blank_is_missing(tmp_path: Path) -> None:
    ledger = one_item(tmp_path, readers={1: 0}, stock={1: 0})
    assert figure(ledger, "2026-01").value == 0
    assert figure(ledger, "2026-01").state is State.REPORTED
    assert figure(ledger, "2026-02").value is None
    assert figure(ledger, "2026-02").state is State.MISSING


@pytest.mark.parametrize(
    ("readers", "stock", "state"),
    [
        (5, "-", State.REPORTED),
        (5, "ko‘p", State.REPORTED),
        ("ko‘p", "-", State.UNREADABLE),
        ("-", "-", State.NA),
    ],
)
def test_which_state_wins(tmp_path: Path, readers: Value, stock: Value, state: State) -> None:
    ledger = one_item(tmp_path, readers={1: readers}, stock={1: stock})
    assert figure(ledger, "2026-01").state is state


def test_one_answer_of_two_is_missing_where_it_is_a_dash(tmp_path: Path) -> None:
    ledger = one_item(tmp_path, readers={1: "-"})
    assert figure(ledger, "2026-01").state is State.MISSING
    assert figure(ledger, "2026-01").months == "0/1"


def test_a_dash_counts_as_reported_for_the_months(tmp_path: Path) -> None:
    ledger = one_item(tmp_path, readers={1: 5}, stock={1: "-"})
    assert figure(ledger, "2026-01").months == "1/1"


@pytest.mark.parametrize(
    ("months", "state", "to_date"),
    [
        ({3: "-"}, State.NA, State.MISSING),
        ({1: "-", 3: "-"}, State.NA, State.MISSING),
        ({1: "-", 2: "ko‘p", 3: "-"}, State.NA, State.UNREADABLE),
        ({1: "-", 2: "-", 3: "-"}, State.NA, State.NA),
        ({1: "-", 2: "-"}, State.MISSING, State.MISSING),
        ({2: 4, 3: "-"}, State.NA, State.REPORTED),
    ],
)
def test_the_year_to_date_misses_the_months_before_the_period_too(
    tmp_path: Path, months: Mapping[int, Value], state: State, to_date: State
) -> None:
    march = figure(one_item(tmp_path, readers=months, stock=months), "2026-03")
    assert (march.state, march.year_to_date_state) == (state, to_date)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (1, 8, "12.5"),
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (5, 10000, "0.1"),
        (1, 0, None),
        (1, None, None),
    ],
)
def test_per_cent_rounds_half_up(part: int, whole: int | None, expected: str | None) -> None:
    assert percentage(part, whole) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("code", "folder", "months"),
    [
        ("2026-03", "2026-03", (3,)),
        ("2026-Q1", "2026-1-chorak", (1, 2, 3)),
        ("2026-H2", "2026-2-yarim-yillik", tuple(range(7, 13))),
        ("2026-M9", "2026-9-oylik", tuple(range(1, 10))),
        ("2026", "2026-yil", tuple(range(1, 13))),
    ],
)
def test_periods_by_code(code: str, folder: str, months: tuple[int, ...]) -> None:
    period = period_from_code(code)
    assert period is not None
    assert (period.code, period.folder, period.months) == (code, folder, months)


@pytest.mark.parametrize("code", ["2026-13", "2026-Q5", "2026-H3", "26-01", "yanvar", ""])
def test_what_is_no_period(code: str) -> None:
    assert period_from_code(code) is None


def test_a_period_is_its_months() -> None:
    assert Period(2026, Span.QUARTER, 4).last_month == 12
