"""One workbook that somebody has named, read as if it lay in the input folder alone."""

from __future__ import annotations

from pathlib import Path

from akmplan.loading.helpers.tables import find_helper
from akmplan.loading.year import load_listed
from akmplan.model import Year
from akmplan.workbooks import Found, Listing, read_workbook


def load_given(path: Path, wanted: int | None, this_year: int) -> Year:
    """The year of a workbook's plan. Nothing raises."""
    listing = Listing(workbooks=(Found(path, path.name),))
    return load_listed(listing, path.parent, wanted, this_year)


def helpers_present(path: Path) -> frozenset[str]:
    """The helper sheets that stand in a workbook, by the names of their kinds. Raises
    UnreadableFile."""
    found = map(find_helper, read_workbook(path, path.name).grids)
    return frozenset(helper.layout.name for helper in found if helper)
