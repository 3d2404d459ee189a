"""The small good plan with every helper sheet beside it, filled as staff would."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from akmplan.layout import helpers
from akmplan.layout.helpers import HelperLayout
from tests.hostile.good import plan_table_of_the_year
from tests.sample.plan_workbook import workbook_bytes
from tests.small import READERS

ROWS: Final[tuple[tuple[HelperLayout, tuple[tuple[str | int, ...], ...]], ...]] = (
    (helpers.REQUISITES, (("Manzil", "Vobkent shahri"), ("Ijrochi", "D. Karimova"))),
    (helpers.SERVICES, ((READERS, "Abonement", "Xizmat ko‘rsatish bo‘limi", "D. Karimova"),)),
    (helpers.INDICATORS, (("I.1", "", "Nusxa", "yig‘indi"), ("I.2", "", "Nafar", "oxirgi qiymat"))),
    (helpers.REFERENCES, (("I.3", "", "yanvar.xlsx", "Yanvar", "E4"),)),
    (helpers.REPORTS, (("Hisobot", "viloyat AKM ga", "har chorakda", "5-sana", "I.1; I.2", ""),)),
    (helpers.RULES, (("Q1", "I.1 >= I.2", "ogohlantirish", "o‘zimizniki"),)),
    (helpers.EXPLANATIONS, (("I.1", "P110", "", 12, "Shunday kelishilgan", "Direktor", "2026"),)),
)


@lru_cache(maxsize=1)
def helped_plan() -> bytes:
    """The plan's workbook with all helper sheets."""
    workbook = plan_table_of_the_year()
    for layout, rows in ROWS:
        sheet = workbook.create_sheet(layout.name)
        sheet.append(layout.columns)
        for row in rows:
            sheet.append(row)
    return workbook_bytes(workbook)
