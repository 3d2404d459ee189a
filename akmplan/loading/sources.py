"""What the loaders of sheets hand back beside their values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from akmplan.loading.headings import Heading
from akmplan.model import Cell, CellKind, Grid, Place, Problem, Trouble
from akmplan.office.characters import LONGEST_TEXT, is_printable


@dataclass(slots=True)
class Problems:
    """Collects what could not be read on one sheet."""

    grid: Grid
    met: list[Problem] = field(default_factory=list)

    @property
    def sheet(self) -> Place:
        return Place(self.grid.file, self.grid.name)

    def add(self, trouble: Trouble, place: Place, about: str = "", **details: object) -> None:
        self.met.append(Problem(trouble, place, about, details))

    def look_for_twins(self, heading: Heading) -> None:
        """A second column of figures under the same heading is not read: it is named."""
        below = {column for row, column in self.grid.filled() if row > heading.bottom}
        for role, (read, *others) in heading.twins.items():
            for cell in others:
                if cell.column in below:
                    self.add(Trouble.COLUMN, cell.place, role, first=read.place.cell)

    def look_for_divided(self, heading: Heading) -> None:
        """Of several columns under one heading none is said to be the whole: none is read."""
        for role, cell in heading.divided.items():
            self.add(Trouble.COLUMN, cell.place, role, divided=cell.text)

    def look_at_formula(self, cell: Cell, item: str | None, period: str | None = None) -> None:
        """An error value, or a formula whose result was never stored, is named."""
        if cell.kind in (CellKind.ERROR, CellKind.UNCOMPUTED):
            details = {"item": item, "period": period}
            found = cell.text
            self.met.append(Problem(Trouble.FORMULA, cell.place, cell.kind.value, details, found))

    def look_at_words(self, cells: Iterable[Cell]) -> None:
        """Words that are struck out, or that nothing could print, are named, and errors that
        stand where words belong."""
        troubles = (Trouble.FORMULA, Trouble.ROW)
        named = {problem.place for problem in self.met if problem.trouble in troubles}
        for cell in cells:
            if cell.place not in named:
                self.look_at_formula(cell, None)
                self._look_at_letters(cell)

    def _look_at_letters(self, cell: Cell) -> None:
        about = doubt_about(cell)
        if about:
            self.met.append(Problem(Trouble.ROW, cell.place, about, {"text": cell.text}, cell.text))

    def look_for_hidden(self, cells: list[Cell]) -> None:
        """Hidden rows, columns and sheets are read like all others, and named once each."""
        figures = [cell for cell in cells if cell.kind is CellKind.NUMBER or _has_digit(cell)]
        if self.grid.hidden and figures:
            self._name_first(figures, "sheet")
        for row in sorted(self.grid.hidden_rows):
            self._name_first([cell for cell in figures if cell.row == row], "row")
        for column in sorted(self.grid.hidden_columns):
            self._name_first([cell for cell in figures if cell.column == column], "column")

    def _name_first(self, figures: list[Cell], about: str) -> None:
        if figures:
            self.met.append(hidden_figure(figures[0], about))


def hidden_figure(cell: Cell, about: str) -> Problem:
    """A figure that nobody sees, in a hidden row, column or sheet as `about` says."""
    found = cell.number if isinstance(cell.number, int) else cell.text
    return Problem(Trouble.HIDDEN, cell.place, about, {}, found)


def doubt_about(cell: Cell) -> str | None:
    """Why the words of a cell cannot be taken as they stand: a key of `reading_words.ROWS`."""
    if cell.is_struck_out:
        return "struck"
    if len(cell.text) > LONGEST_TEXT:
        return "too_long"
    return None if is_printable(cell.text) else "unprintable"


def _has_digit(cell: Cell) -> bool:
    return any(letter.isdigit() for letter in cell.text)
