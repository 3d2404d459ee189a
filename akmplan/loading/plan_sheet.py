"""A plan sheet into a `Plan`: the table's rows walked once, top to bottom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from akmplan.layout.sheets import OF_WHICH, PLAN_COLUMNS
from akmplan.loading.account import Account
from akmplan.loading.heading_columns import year_in
from akmplan.loading.headings import Heading
from akmplan.loading.plan_item import item_number, read_item, take_parts
from akmplan.loading.sources import Problems
from akmplan.loading.stamps import Head, read_head
from akmplan.model import (
    Cell,
    CellKind,
    Grid,
    ItemCells,
    OfWhich,
    Place,
    Plan,
    PlanItem,
    PlanRow,
    Problem,
    Section,
    Service,
    SheetKind,
    SheetUse,
    Trouble,
)
from akmplan.words.responsibles import ServiceNames
from akmplan.words.wording import fold, numeral, roman, seen

_SECTION_HEAD = re.compile(r"([IVXLCІХПШӀl]+)(?:(?:\s*[.)–—-]\s*|\s+)\S.*|\s*[.)]?)", re.DOTALL)
_ONE_FOR_MANY = ("unit", "mechanism", "schedule", "responsible")


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """A sheet that holds a plan, and the account of its reading."""

    plan: Plan
    use: SheetUse
    hidden: bool
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Walk:
    """What the walk through the table has gathered so far."""

    grid: Grid
    heading: Heading
    services: ServiceNames
    account: Account
    problems: Problems
    rows: list[PlanRow] = field(default_factory=list)
    unclear: list[Problem] = field(default_factory=list)
    texts: list[Cell] = field(default_factory=list)
    section: str = ""


def read_plan_sheet(
    grid: Grid, heading: Heading, services: ServiceNames, default_year: int
) -> PlanSheet:
    """Reads the sheet on which `heading` was found."""
    walk = _Walk(grid, heading, services, Account(grid), Problems(grid))
    headings = _headings(heading)
    head = read_head(grid, heading.top, year_in(headings.get("target", "")))
    walk.account.use(*head.cells)
    for row in range(heading.top, heading.bottom + 1):
        walk.account.use_row(row)
    _name_missing_columns(walk)
    walk.problems.look_for_twins(heading)
    for row in range(heading.bottom + 1, grid.last_row + 1):
        _read_row(walk, row)
    _name_unclear_rows(walk)
    figures = _figures(walk.rows)
    walk.problems.look_for_hidden(figures)
    walk.problems.look_at_words(walk.account.words_used(figures))
    plan = _plan(walk, head, headings, default_year)
    use = walk.account.close(SheetKind.PLAN, "extra_column")
    return PlanSheet(plan, use, grid.hidden, tuple(walk.problems.met))


def plan_year(grid: Grid, heading: Heading, default_year: int) -> int:
    """The year of the plan on which `heading` was found: its title's, else its table's."""
    table_year = year_in(_headings(heading).get("target", ""))
    return read_head(grid, heading.top, table_year).year or table_year or default_year


def _plan(walk: _Walk, head: Head, headings: dict[str, str], default_year: int) -> Plan:
    table_year = year_in(headings.get("target", ""))
    year = head.year or table_year or default_year
    if head.year_cell and table_year and table_year != year:
        above = walk.heading.cells["target"]
        place = next(cell.place for cell in above if year_in(cell.text) == table_year)
        walk.problems.met.append(
            Problem(Trouble.OTHER_PERIOD, place, "heading", {}, table_year, year)
        )
    return Plan(
        year,
        Place(walk.grid.file, walk.grid.name),
        head.centre,
        head.title,
        head.agreement,
        head.approval,
        headings,
        tuple(walk.rows),
        _services(walk.rows, walk.services),
        tuple(walk.texts),
    )


def _headings(heading: Heading) -> dict[str, str]:
    """The heading of each column as typed, with the one above both fakt and reja."""
    both = [heading.cells[role] for role in ("baseline", "target") if role in heading.cells]
    common = [cell for cell in both[0] if all(cell in cells for cells in both)] if both[1:] else []
    named = {
        role: " ".join(cell.text for cell in cells if cell not in common)
        for role, cells in heading.cells.items()
    }
    return {**named, "quantity": " ".join(cell.text for cell in common)}


def _name_missing_columns(walk: _Walk) -> None:
    walk.problems.look_for_divided(walk.heading)
    for name in PLAN_COLUMNS:
        if name not in walk.heading.columns and name not in walk.heading.divided:
            first = min(walk.heading.columns.values())
            place = walk.grid.at(walk.heading.top, first).place
            walk.problems.add(Trouble.COLUMN, place, name)


def _read_row(walk: _Walk, row: int) -> None:
    cells = _item_cells(walk, row)
    own = [cell for cell in _own_cells(walk, row) if not cell.is_empty]
    if not own or _is_column_numbers(own):
        walk.account.set_aside_row(row, "column_numbers")
        return
    if item_number(cells.number, walk.section):
        _take_item(walk, cells)
    elif len(own) == 1 and fold(own[0].text) in OF_WHICH:
        walk.rows.append(OfWhich(own[0]))
        _used(walk, own)
    elif (section := _section(own)) is not None:
        walk.section = section
        walk.rows.append(Section(section, own[-1] if len(own) == 1 else own[1]))
        _used(walk, own)
    else:
        walk.account.set_aside_row(row, "row_unclear")
        found = cells.number.text or None
        walk.unclear.append(Problem(Trouble.ROW, cells.number.place, "plan", {}, found))


def _take_item(walk: _Walk, cells: ItemCells) -> None:
    item = read_item(cells, walk.section, walk.services)
    walk.rows.append(item)
    used = [cells.number, cells.title, *_described(cells), cells.baseline, cells.target]
    for cell in used:
        walk.problems.look_at_formula(cell, item.code)
    _used(walk, used)


def _described(cells: ItemCells) -> list[Cell]:
    return [cells.unit, cells.mechanism, cells.schedule, cells.responsible]


def _used(walk: _Walk, cells: list[Cell]) -> None:
    walk.account.use(*cells)
    walk.texts.extend(cell for cell in cells if cell.kind is CellKind.TEXT)


def _own_cells(walk: _Walk, row: int) -> list[Cell]:
    return [walk.grid.at(row, column) for column in sorted(walk.heading.columns.values())]


def _item_cells(walk: _Walk, row: int) -> ItemCells:
    """The row's cells; words that stand merged over several rows hold for each of them."""

    def cell(name: str) -> Cell:
        column = walk.heading.columns.get(name)
        if column is None:
            blank = walk.grid.at(row, min(walk.heading.columns.values()))
            return replace(blank, kind=CellKind.ABSENT, text="", number=None)
        look = walk.grid.shown_at if name in _ONE_FOR_MANY else walk.grid.at
        return look(row, column)

    return ItemCells(*(cell(name) for name in PLAN_COLUMNS))


def _is_column_numbers(own: list[Cell]) -> bool:
    """The row "1 2 3 4 …" under the heading of an official table."""
    counted = [str(number) for number in range(1, len(own) + 1)]
    return len(own) > 3 and [cell.text.strip() for cell in own] == counted


def _section(own: list[Cell]) -> str | None:
    """The Roman numeral that heads a row of one text, or of a numeral and a text."""
    if len(own) > 2 or any(cell.kind is not CellKind.TEXT for cell in own):
        return None
    match = _SECTION_HEAD.fullmatch(seen(own[0].text))
    number = roman(match[1]) if match else None
    alone = len(own) == 1 and match is not None and match[0].strip(" .)") == match[1]
    return numeral(number) if number and not alone else None


def _name_unclear_rows(walk: _Walk) -> None:
    """Words below the table (a signature, a note) are set aside; inside it a row is unclear."""
    items = [row.cells.number.row for row in walk.rows if isinstance(row, PlanItem)]
    last = max(items, default=walk.heading.bottom)
    for problem in walk.unclear:
        row = int(re.sub(r"\D", "", problem.place.cell or "0"))
        if row > last and not _holds_figures(walk, row):
            walk.account.set_aside_row(row, "below_table")
        else:
            walk.problems.met.append(problem)
    walk.rows[:] = take_parts(walk.rows)


def _holds_figures(walk: _Walk, row: int) -> bool:
    columns = [walk.heading.columns.get(name) for name in ("baseline", "target")]
    return any(column and not walk.grid.at(row, column).is_empty for column in columns)


def _figures(rows: list[PlanRow]) -> list[Cell]:
    items = [row.cells for row in rows if isinstance(row, PlanItem)]
    return [cell for cells in items for cell in (cells.baseline, cells.target)]


def _services(rows: list[PlanRow], names: ServiceNames) -> tuple[Service, ...]:
    """Every service and post that Mas’ullar names, in the order of their first naming, and those
    that only `Xizmatlar` has."""
    items = [row for row in rows if isinstance(row, PlanItem)]
    named = [naming.service for item in items for naming in item.responsible.named]
    return tuple({service.key: service for service in (*named, *names.listed)}.values())
