"""What the loaders of sheets hand back beside their values."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.model import Cell, CellKind, Grid, Place, Problem, Trouble


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

    def look_at_formula(self, cell: Cell, item: str | None, period: str | None = None) -> None:
        """An error value, or a formula whose result was never stored, is named."""
        if cell.kind in (CellKind.ERROR, CellKind.UNCOMPUTED):
            details = {"item": item, "period": period}
            found = cell.text
            self.met.append(Problem(Trouble.FORMULA, cell.place, cell.kind.value, details, found))

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
            first = figures[0]
            found = first.number if isinstance(first.number, int) else first.text
            self.met.append(Problem(Trouble.HIDDEN, first.place, about, {}, found))


def _has_digit(cell: Cell) -> bool:
    return any(letter.isdigit() for letter in cell.text)
