"""What the reading of one year brings together, the account of every sheet above all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from akmplan.loading.account import taken_from
from akmplan.loading.folder import Folder
from akmplan.loading.known_sheets import KnownSheet
from akmplan.model import (
    Explanation,
    InputFile,
    MonthSheet,
    Place,
    Problem,
    SheetKind,
    SheetUse,
    Workbook,
    position,
)

_MOST_TELLING = (
    SheetKind.PLAN, SheetKind.MONTH, SheetKind.SUBMISSION, SheetKind.FINDINGS, SheetKind.HELPER,
)  # fmt: skip


@dataclass(slots=True)
class Gathered:
    """What has been read so far. `sources` are cells that references were taken from; of two
    explanations of one finding the first holds."""

    months: list[MonthSheet] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    uses: dict[Place, SheetUse] = field(default_factory=dict)
    sources: list[Place] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)

    def leave(self, sheet: KnownSheet, reason: str) -> None:
        """The sheet is not read, but for the cells that references name."""
        spots = [position(source.cell) for source in self.taken_from(sheet)]
        self.uses[sheet.place] = taken_from(sheet.grid, sheet.kind, spots, reason)

    def taken_from(self, sheet: KnownSheet) -> list[Place]:
        """The cells of that sheet that references were taken from."""
        own = (sheet.grid.file, sheet.grid.name)
        return [source for source in self.sources if (source.file, source.sheet) == own]

    def inputs(self, folder: Folder) -> tuple[InputFile, ...]:
        """Every file of the folder with the account of its sheets, by name."""
        files = [self._input(workbook) for workbook in folder.workbooks]
        listed = [*files, *folder.damaged]
        return tuple(sorted(listed, key=lambda file: (file.file.casefold(), file.file)))

    def _input(self, workbook: Workbook) -> InputFile:
        uses = tuple(self.uses[Place(grid.file, grid.name)] for grid in workbook.grids)
        return InputFile(workbook.file, workbook.sha256, _kind(uses), uses)


def _kind(uses: Iterable[SheetUse]) -> SheetKind:
    """What a file is: its most telling sheet says."""
    kinds = {use.kind for use in uses}
    return next((kind for kind in _MOST_TELLING if kind in kinds), SheetKind.OTHER)
