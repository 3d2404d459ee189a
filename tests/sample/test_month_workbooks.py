"""The sample months hold together, but for the slips that they are to show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest
from openpyxl import Workbook, load_workbook

from akmplan.input_forms import Line, lines_of
from akmplan.input_forms.month_texts import FIRST_ROW, FREE_ROW
from akmplan.layout.calendar import MONTHS

from .__main__ import INPUT, SAMPLES
from .month_figures import FIGURES
from .month_workbooks import SAMPLE_REMARK, figures_key, filled_workbook, sample_plan

Spot = tuple[str, str, str]  # service, item, month
Entry = tuple[object, object]  # Bajarildi, Yil boshidan

SERVICES = tuple(FIGURES)
NUMBER_AS_TEXT = {("abonement", "IV.13", "iyun"): "2 622"}
DASHES = {("direktor", "V.28", "iyun"): "-"}


@lru_cache
def filled(service: str) -> Workbook:
    return filled_workbook(service)


def lines(service: str) -> tuple[Line, ...]:
    plan = sample_plan()
    whose = plan.service(service)
    assert whose
    return lines_of(plan, whose)


def entries(service: str) -> Iterator[tuple[Line, list[Entry]]]:
    """Each row's entries, January to December."""
    for row, line in enumerate(lines(service), FIRST_ROW):
        cells = [sheet[row] for sheet in filled(service).worksheets]
        yield line, [(month[4].value, month[5].value) for month in cells]


def count(entry: object) -> int:
    return int(str(entry).replace(" ", "")) if entry not in (None, "-") else 0


@pytest.mark.parametrize("service", SERVICES)
def test_every_sheet_says_that_its_figures_are_made_up(service: str) -> None:
    assert {sheet.cell(FREE_ROW, 1).value for sheet in filled(service)} == {SAMPLE_REMARK}


def test_every_service_and_post_of_the_plan_has_figures_for_its_own_rows() -> None:
    assert set(FIGURES) == {service.key for service in sample_plan().services}
    for service, figures in FIGURES.items():
        assert list(figures) == [figures_key(line) for line in lines(service)]


def test_the_year_to_date_is_the_sum_of_the_months_but_once() -> None:
    wrong: dict[Spot, Entry] = {}
    for service in SERVICES:
        for line, months in entries(service):
            reached = 0
            for name, (actual, to_date) in zip(MONTHS, months, strict=True):
                reached += count(actual)
                if to_date not in (None, reached):
                    wrong[service, line.item.code, name] = (to_date, reached)
    assert wrong == {("akt", "IV.23", "avgust"): (12, 14)}


def test_the_parts_are_the_total_but_once() -> None:
    by_code = {line.item.code: months for line, months in entries("fond")}
    totals = [count(actual) for actual, _ in by_code["IV.7"]]
    parts = [by_code[f"IV.7.{number}"] for number in (1, 2, 3, 4)]
    sums = [sum(count(part[month][0]) for part in parts) for month in range(12)]
    wrong = {
        MONTHS[month]: (totals[month], sums[month])
        for month in range(12)
        if totals[month] != sums[month]
    }
    assert wrong == {"may": (128, 182)}


def test_all_entries_are_whole_numbers_but_for_one_text_and_one_dash() -> None:
    others = {
        (service, line.item.code, name): actual
        for service in SERVICES
        for line, months in entries(service)
        for name, (actual, _) in zip(MONTHS, months, strict=True)
        if actual is not None and not isinstance(actual, int)
    }
    assert others == NUMBER_AS_TEXT | DASHES


def test_one_answer_is_forgotten_and_one_september_is_still_to_come() -> None:
    months = {line.item.code: row for line, row in entries("bibliografiya")}
    assert [actual is None for actual, _ in months["IV.19"]] == [
        name in ("may", "sentabr", "oktabr", "noyabr", "dekabr") for name in MONTHS
    ]
    assert all(row[8] == (None, None) for row in months.values())


def test_about_three_quarters_of_the_plan_are_done_by_september() -> None:
    done: dict[str, int] = {}
    for service in set(SERVICES) - {"bibliografiya"}:
        for line, months in entries(service):
            key = figures_key(line)
            done[key] = done.get(key, 0) + sum(count(actual) for actual, _ in months)
    for item in sample_plan().items:
        for indicator in item.indicators:
            target, key = indicator.target.reported, figures_key(Line(item, indicator))
            if key in done and target and target > 10 and key != "IV.15":
                assert 0.7 <= done[key] / target <= 0.8, key


def test_nothing_is_filled_after_september_or_outside_the_schedule() -> None:
    for service in SERVICES:
        for line, months in entries(service):
            filled_in = {number for number, month in enumerate(months, 1) if month[0] is not None}
            assert filled_in <= line.item.schedule.months & set(range(1, 10))


@pytest.mark.parametrize("name", [name for name in SAMPLES if name.startswith("oylik/")])
def test_the_workbooks_in_the_input_folder_read_the_same(name: str) -> None:
    kept, made = load_workbook(INPUT / name), SAMPLES[name]()
    assert kept.sheetnames == made.sheetnames
    for sheet in made.worksheets:
        assert list(kept[sheet.title].values) == list(sheet.values)
