"""A small year in which nothing is wrong, so that whatever is found is the defect put into it.

The plan's items stand in rows 5 to 7 (row 4 is the section), the month's in rows 4 to 6.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from openpyxl import Workbook

from tests.hostile.surgery import with_shared_texts
from tests.sample.plan_workbook import plan_workbook, workbook_bytes
from tests.small import READERS, month_table, plan_table

PLAN_FILE: Final = "reja.xlsx"
PLAN_SHEET: Final = "Ish reja"
MONTH_FILE: Final = "yanvar.xlsx"  # the good month that lies beside every spoilt file
SPOILT_FILE: Final = "fevral.xlsx"
SPOILT_SHEET: Final = "Fevral"
SENDING: Final = "Hisobotni har chorakda viloyat AKMga taqdim etish"

PLAN_ROWS: Final = (
    "I. ASOSIY ISHLAR",
    ("1.", "Kitob berish", "Nusxa", 10, 12, SENDING),
    ("2.", "A’zo yozish", "Nafar", 5, 6, SENDING),
    ("3.", "Tadbir o‘tkazish", "Tadbir", 4, 4, SENDING),
)
MONTH_ROWS: Final = (
    ("I.1", "Kitob berish", "Nusxa", 12, 3, None, None),
    ("I.2", "A’zo yozish", "Nafar", 6, 1, None, None),
    ("I.3", "Tadbir o‘tkazish", "Tadbir", 4, 0, None, None),
)


def plan_table_of_the_year() -> Workbook:
    """The plan, to be changed before it is saved."""
    return plan_table(PLAN_ROWS)


def month_table_of(month: int) -> Workbook:
    """One month of the readers' service, to be changed before it is saved."""
    return month_table(READERS, month, MONTH_ROWS)


@lru_cache(maxsize=1)
def good_plan() -> bytes:
    """The plan as a file."""
    return with_shared_texts(workbook_bytes(plan_table_of_the_year()))


@lru_cache(maxsize=12)
def good_month(month: int = 2) -> bytes:
    """A month as a file; February where nothing else is said."""
    return with_shared_texts(workbook_bytes(month_table_of(month)))


@lru_cache(maxsize=1)
def sample_plan() -> bytes:
    """The whole sample plan as a file."""
    return workbook_bytes(plan_workbook())
