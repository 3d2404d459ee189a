"""Pages made of small inputs and of the sample, and what a reader finds in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from akmplan.documents.overview import TEMPLATE
from akmplan.documents.overview.page_view import page_view
from akmplan.documents.overview.views import ItemView, PageView
from tests.documents.papers import ROOT, TODAY, brief_of, written
from tests.small import Row, Value, month_tabs, plan_table, saved

Months = Mapping[int, Sequence[Sequence[Value]]]


@lru_cache(maxsize=1)
def sample_page() -> bytes:
    """The page of the sample with all its findings."""
    return written(brief_of(ROOT / "input", None))[TEMPLATE]


def page_of(folder: Path) -> bytes:
    """The page of what lies in the folder, all findings in it."""
    return written(brief_of(folder, None))[TEMPLATE]


def laid(folder: Path, rows: Sequence[Row], *, today: date = TODAY, **months: Months) -> PageView:
    """The view of a plan of these rows (the first stands in row 5); `months`: service -> entries.

    An underscore in a service's name stands for a space.
    """
    books = {
        key.lower(): month_tabs(key.replace("_", " "), entries)
        for key, entries in months.items()
        if entries
    }
    saved(folder, plan_table(["I. ISHLAR", *rows]), **books)
    return page_view(brief_of(folder, None, today=today))


def only_item(view: PageView) -> ItemView:
    ((item,),) = (section.bandlar for section in view.bolimlar)
    return item
