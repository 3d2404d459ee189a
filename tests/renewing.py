"""A desk for `sheets`: a small plan, the workbooks laid from it, and people who fill them in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from openpyxl import Workbook, load_workbook

from akmplan.documents import choose_templates
from akmplan.jobs.prepared_year import Options
from akmplan.jobs.sheets import Laid, ServiceSheets, lay_sheets
from akmplan.layout.calendar import MONTHS
from tests.small import TODAY, Row, Value, plan_table

SECTION: Final = "I. BO‘LIM"
LOANS: Final = ("1.", "Kitob berish", "Nusxa", 10, 12)
VISITS: Final = ("2.", "Qatnov", "Nafar", 5, 6)
EVENTS: Final = ("3.", "Tadbirlar", "Tadbir", 1, 2)
PLAN: Final[tuple[Row, ...]] = (SECTION, LOANS, VISITS, EVENTS)
OWN: Final = "oylik/abonement-2026.xlsx"


class Desk:
    """`input/` and `output/` in a folder."""

    def __init__(self, folder: Path, rows: Iterable[Row] = PLAN) -> None:
        self.options = Options(
            folder / "input", folder / "output", choose_templates(None, folder), None, TODAY
        )
        self.options.input.mkdir()
        self.plan(rows)

    def plan(self, rows: Iterable[Row]) -> None:
        """The plan as it stands from here on."""
        plan_table(rows).save(self.options.input / "reja.xlsx")

    def lay(self) -> Laid:
        return lay_sheets(self.options)

    def lay_one(self) -> ServiceSheets:
        """Of the service in whose workbook the tests write."""
        return next(one for one in self.lay().services if one.service.key == "abonement")

    @property
    def own(self) -> Path:
        return self.options.input / OWN

    def open(self) -> Workbook:
        return load_workbook(self.own)

    def fill(self, cells: Mapping[str, Value], month: int = 1) -> None:
        workbook = self.open()
        sheet = workbook[MONTHS[month - 1].capitalize()]
        for cell, value in cells.items():
            sheet[cell].value = value
        workbook.save(self.own)

    def renewed(self) -> Workbook:
        return load_workbook(self.options.output / OWN)

    def january(self, *cells: str) -> list[object]:
        """What stands in cells of the renewed workbook."""
        sheet = self.renewed()["Yanvar"]
        return [sheet[cell].value for cell in cells]

    def files(self) -> dict[str, bytes]:
        folder = self.options.input
        paths = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}

    def take_over(self) -> None:
        """The renewed workbook into the old one's place."""
        (self.options.output / OWN).replace(self.own)
