"""Formulas as they would stand in the cell, also where many cells share one."""

from __future__ import annotations

from dataclasses import dataclass, field

from akmplan.model.cells import coordinate
from akmplan.workbooks.limits import LONGEST_FORMULA, MOST_MOVED_FORMULAS
from akmplan.workbooks.references import Position


@dataclass(frozen=True, slots=True)
class Formula:
    """What stands in a cell's `<f>`; `group` numbers the cells that share one formula."""

    text: str
    group: str | None = None


@dataclass(slots=True)
class SharedFormulas:
    """The first cell of each group holds the words for all of them."""

    firsts: dict[str, tuple[Position, str]] = field(default_factory=dict)
    moved: int = 0

    def note(self, formula: Formula, position: Position) -> None:
        """Remembers the words of a group where they are given."""
        if formula.group is not None and formula.text:
            self.firsts.setdefault(formula.group, (position, formula.text))

    def written(self, formula: Formula, position: Position) -> str:
        """The formula as the cell itself would have it."""
        if formula.text or formula.group not in self.firsts:
            return f"={formula.text}"
        origin, text = self.firsts[formula.group]
        self.moved += 1
        if len(text) > LONGEST_FORMULA or self.moved > MOST_MOVED_FORMULAS:
            return f"={text}"
        return _moved(f"={text}", origin, position)


def _moved(formula: str, origin: Position, position: Position) -> str:
    # Imported where needed: hardly any file shares a formula and stores no result of it.
    from openpyxl.formula.tokenizer import TokenizerError
    from openpyxl.formula.translate import Translator, TranslatorError

    try:
        translator = Translator(formula, origin=coordinate(*origin))
        return str(translator.translate_formula(coordinate(*position)))
    except (TokenizerError, TranslatorError, ValueError, IndexError):
        return formula
