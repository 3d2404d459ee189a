"""The rows of a filled month against the plan's lines: which is which, where nothing is doubtful.

A row is its line's where № and name agree. Where the plan has renumbered, the same name in the same
section decides, if it stands there only once; where it has reworded, the same №, if the wording is
nearly the same and no other item's. All else is left to people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from akmplan.input_forms.month_lines import Line
from akmplan.input_forms.month_tabs import TabRow, code_key
from akmplan.words.wording import squeeze

_NEARLY: Final = 0.85  # of two wordings of one title; other titles of a plan share less
Names = tuple[str, str]  # the item's title, the indicator's name


class Fit(StrEnum):
    """How a row is known to be its line's."""

    SAME = "same"
    MOVED = "moved"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Match:
    """A row and the line, by its place among the lines, that goes on with its figures."""

    row: TabRow
    line: int
    fit: Fit


@dataclass(slots=True)
class _Matching:
    """What is still to be matched of one tab."""

    rows: list[TabRow]
    lines: dict[int, Line]
    found: list[Match]

    def take(self, row: TabRow, line: int, fit: Fit) -> None:
        self.rows.remove(row)
        del self.lines[line]
        self.found.append(Match(row, line, fit))


def matches(
    rows: Sequence[TabRow],
    lines: Sequence[Line],
    others: Iterable[Line],
    is_blank: Callable[[TabRow], bool],
) -> tuple[Match, ...]:
    """Each row with its line; rows without one are left out. `others`: the plan's lines that are
    not this service's."""
    matching = _Matching(list(rows), dict(enumerate(lines)), [])
    _match_same(matching, is_blank)
    _match_unique(matching, _same_names, Fit.MOVED)
    taken = {names_of(line) for line in (*lines, *others)}
    _match_unique(matching, lambda row, line: _is_reworded(row, line, taken), Fit.REWORDED)
    return tuple(sorted(matching.found, key=lambda match: match.row.row))


def names_of(line: Line) -> Names:
    return squeeze(line.item.title), squeeze(line.indicator.name or "")


def _match_same(matching: _Matching, is_blank: Callable[[TabRow], bool]) -> None:
    """Same № and same name. Of rows that stand twice, blank ones give way; where as many are left
    as there are lines, they belong together in their order."""
    rows: defaultdict[tuple[str, str], list[TabRow]] = defaultdict(list)
    for row in matching.rows:
        rows[row.code, squeeze(row.name)].append(row)
    for (code, name), own in rows.items():
        lines = [at for at, line in matching.lines.items() if _is_named(line, code, name)]
        lines = [at for at in lines if all(_titled(row, matching.lines[at]) for row in own)]
        filled = [row for row in own if not is_blank(row)]
        kept = own if len(own) <= len(lines) else filled or own[: len(lines)]
        if len(kept) == len(lines):
            for row, at in zip(kept, lines, strict=True):
                matching.take(row, at, Fit.SAME)


def _is_named(line: Line, code: str, name: str) -> bool:
    return (code_key(line.item.code), squeeze(line.name)) == (code, name)


def _titled(row: TabRow, line: Line) -> bool:
    """An indicator's row whose note tells another item's title is not that item's. Where no note
    tells any, items have indicators of the same names, and only the plan's number tells them
    apart."""
    if line.indicator.name is None:
        return True
    if not row.title:
        return squeeze(row.target) == squeeze(str(line.target))
    return alike(squeeze(row.title), squeeze(line.item.title))


def _match_unique(matching: _Matching, fits: Callable[[TabRow, Line], bool], fit: Fit) -> None:
    """Rows and lines that fit one another and nothing else."""
    lines = tuple(matching.lines.items())
    pairs = [(row, at) for row in matching.rows for at, line in lines if fits(row, line)]
    for row, at in pairs:
        if _count(pairs, 0, row) == 1 == _count(pairs, 1, at):
            matching.take(row, at, fit)


def _count(pairs: Iterable[tuple[TabRow, int]], side: int, wanted: TabRow | int) -> int:
    return sum(pair[side] == wanted for pair in pairs)


def _same_names(row: TabRow, line: Line) -> bool:
    section = code_key(line.item.section)
    in_section = not section or row.code.startswith(f"{section}.")
    return in_section and names_of_row(row) == names_of(line)


def names_of_row(row: TabRow) -> Names:
    """As `names_of`: a row without a note is named by its item's title alone."""
    return (squeeze(row.title), squeeze(row.name)) if row.title else (squeeze(row.name), "")


def _is_reworded(row: TabRow, line: Line, taken: Collection[Names]) -> bool:
    if row.code != code_key(line.item.code) or names_of_row(row) in taken:
        return False
    old, new = names_of_row(row), names_of(line)
    return all(alike(before, after) for before, after in zip(old, new, strict=True))


def alike(before: str, after: str) -> bool:
    """Whether two wordings are of one title."""
    return before == after or SequenceMatcher(None, before, after, False).ratio() >= _NEARLY
