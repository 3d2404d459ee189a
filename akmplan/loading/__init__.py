"""Cells into a `Year`. What could not be read stays in it, as problems for the checks to name."""

from akmplan.loading.paper import NoPaper, load_paper
from akmplan.loading.year import load_year

__all__ = ["NoPaper", "load_paper", "load_year"]
