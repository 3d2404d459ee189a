"""Cells into a `Year`. What could not be read stays in it, as problems for the checks to name."""

from akmplan.loading.given import helpers_present, load_given
from akmplan.loading.helpers.beside import helper_workbooks
from akmplan.loading.paper import NoPaper, load_paper
from akmplan.loading.year import load_year

__all__ = [
    "NoPaper",
    "helper_workbooks",
    "helpers_present",
    "load_given",
    "load_paper",
    "load_year",
]
