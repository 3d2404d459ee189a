"""Which field each column of a table holds, by the words of the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from akmplan.layout.sheets import HEADING_ENDINGS, NUMBER_MARKS, WHOLE_WORDS
from akmplan.loading.heading_columns import HeadingColumn
from akmplan.model import Cell
from akmplan.words.wording import fold, words

_LONGEST_HEADING = 80  # a longer text is no heading but a sentence of the table
_MARKS = frozenset(mark.replace(" ", "") for mark in NUMBER_MARKS)
_PARTS_OF_YEAR = frozenset(("chorak", "choragi", "kvartal", "oy", "oylik", "yarim", "polugodie"))

Vocabulary = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """The columns of each field that say the most, the one that is read first, and the headings
    over several columns of which none is said to be the whole."""

    columns: Mapping[str, Sequence[HeadingColumn]]
    divided: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class _Told:
    """A column whose field is told by one of its cells; the smaller `rank`, the more telling."""

    column: HeadingColumn
    cell: Cell
    role: str
    rank: int

    @property
    def below(self) -> tuple[Cell, ...]:
        cells = self.column.cells
        return cells[cells.index(self.cell) + 1 :]

    @property
    def is_whole(self) -> bool:
        """Alone under its heading, or named as all that the heading says."""
        if self.role not in WHOLE_WORDS or self.cell.place not in self.column.shared:
            return True
        said = {word for cell in self.below for word in words(cell.text)}
        return said - {str(self.column.year)} <= WHOLE_WORDS[self.role]


def role_of(text: str, vocabulary: Vocabulary) -> str | None:
    """The field that a heading names."""
    return _ranked(text, vocabulary)[0]


def fields_of(columns: Iterable[HeadingColumn], vocabulary: Vocabulary) -> Fields:
    """The columns of each field, by the words above them."""
    by_role: dict[str, list[_Told]] = {}
    for column in columns:
        if told := _told(column, vocabulary):
            by_role.setdefault(told.role, []).append(told)
    wholes = {role: _wholes(told) for role, told in by_role.items()}
    named = {role: _most_telling(told, vocabulary) for role, told in wholes.items() if told}
    divided = {role: by_role[role][0].cell for role, told in wholes.items() if not told}
    return Fields({role: _of_one_year(found) for role, found in _paired(named).items()}, divided)


def _told(column: HeadingColumn, vocabulary: Vocabulary) -> _Told | None:
    """By the figure that is named nearest to the column, else by whatever is named there. What
    is done since the year began is no month's, and what is planned since then no year's."""
    ranked = [(cell, *_ranked(cell.text, vocabulary)) for cell in column.cells]
    told = [_Told(column, cell, role, rank) for cell, role, rank in ranked if role]
    figures = [one for one in told if one.role in WHOLE_WORDS]
    since = [figure for figure in figures if figure.role == "to_date"]
    if not since or len(figures) == 1:
        return next(reversed(figures or told), None)
    if figures[-1].role == "target":
        return None
    return replace(since[-1], cell=figures[-1].cell)


def _wholes(told: list[_Told]) -> list[_Told]:
    """Those that are said to be the whole, before one of which nothing is said."""
    wholes = [one for one in told if one.is_whole]
    said = {whole.cell.place for whole in wholes if whole.below}
    return [whole for whole in wholes if whole.below or whole.cell.place not in said]


def _most_telling(told: list[_Told], vocabulary: Vocabulary) -> list[HeadingColumn]:
    """By the words that name the field, alone if any heading has no others; years before parts
    of a year, the latest first."""
    least = min(one.rank for one in told)
    best = [one for one in told if one.rank == least]
    whole = [one for one in best if not _PARTS_OF_YEAR & set(_words(one.column))] or best
    phrase = _phrase(vocabulary[least][1])
    alone = [one for one in whole if _is_alone(one, phrase)]
    columns = [one.column for one in alone or whole]
    return sorted(columns, key=lambda column: -(column.year or 0))


def _is_alone(told: _Told, phrase: re.Pattern[str]) -> bool:
    """No other words than the phrase, and no year above it."""
    return (
        not told.below and not told.column.year and bool(phrase.fullmatch(_plain(told.cell.text)))
    )


def _words(column: HeadingColumn) -> list[str]:
    return [word for cell in column.cells for word in words(cell.text)]


def _paired(named: Mapping[str, list[HeadingColumn]]) -> Mapping[str, list[HeadingColumn]]:
    """Fakt of the year before that of a reja comes first, then its reja."""
    baseline, target = (named.get(role, []) for role in ("baseline", "target"))
    planned = {column.year for column in target}
    baseline.sort(key=lambda column: (column.year or 0) + 1 not in planned)
    wanted = (baseline[0].year or 0) + 1 if baseline else 1
    target.sort(key=lambda column: column.year != wanted)
    return named


def _of_one_year(found: list[HeadingColumn]) -> list[HeadingColumn]:
    """Columns of other years than the one that is read could not be meant."""
    return [column for column in found if column.year == found[0].year]


@lru_cache(maxsize=4096)
def _ranked(text: str, vocabulary: Vocabulary) -> tuple[str | None, int]:
    """The field that a heading names, and how telling its words are (0 is the most)."""
    if len(text) > _LONGEST_HEADING:
        return None, 0
    if fold(text).replace(" ", "") in _MARKS:
        return "number", 0
    plain = _plain(text)
    ranks = (rank for rank, (_, phrase) in enumerate(vocabulary) if _phrase(phrase).search(plain))
    rank = next(ranks, -1)
    return (vocabulary[rank][0], rank) if rank >= 0 else (None, 0)


def _plain(text: str) -> str:
    return " ".join(words(text))


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"\b{phrase}(?:{'|'.join(HEADING_ENDINGS)})?\b")
