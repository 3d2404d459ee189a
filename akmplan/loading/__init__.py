"""Cells into a `Year`. What could not be read stays in it, as problems for the checks to name."""

from akmplan.loading.given import HelpersThere, helpers_there, load_given
from akmplan.loading.paper import NoPaper, load_paper
from akmplan.loading.year import load_year, load_years

__all__ = [
    "HelpersThere",
    "NoPaper",
    "helpers_there",
    "load_given",
    "load_paper",
    "load_year",
    "load_years",
]
