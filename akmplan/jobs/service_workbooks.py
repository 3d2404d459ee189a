"""Which workbooks of the input folder are a service's own, by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from akmplan.input_forms import Line, lines_of, month_workbook_name
from akmplan.model import MonthSheet, Plan, Service, SheetKind, Trouble, Year
from akmplan.words.wording import slug


@dataclass(frozen=True, slots=True)
class Stranger:
    """A workbook of monthly sheets whose service the plan does not know."""

    file: str
    service: str


class ServiceWorkbooks:
    """The monthly workbooks of a year that was read from a folder."""

    def __init__(self, folder: Path, year: Year, plan: Plan) -> None:
        self._folder, self._year, self._plan = folder, year, plan
        self._unclear = tuple(_unclear(year))

    def files_of(self, service: Service) -> tuple[str, ...]:
        """The service's own, by name of file: those with its months, and the one of its name."""
        months = (sheet.place.file for sheet in self._months_of(service))
        named = self._named(month_workbook_name(service, self._plan.year))
        return tuple(sorted({*months, *named}))

    def unsure(self, service: Service) -> tuple[str, ...]:
        """Files that cannot be read, or are open in another program, and could be the service's."""
        own = self.files_of(service)
        unread = (file for file in self._unclear if file in own or self._could_be(file, service))
        opened = (file for file in self._year.open_files if file in own)
        return tuple(dict.fromkeys((*unread, *opened)))

    def services_in(self, file: str) -> frozenset[str | None]:
        """The services whose months stand in a file; None for one that the plan does not know."""
        return frozenset(month.service for month in self._year.months if month.place.file == file)

    def lacking(self, service: Service) -> tuple[Line, ...]:
        """What the service answers for and has no row for in any of its months."""
        keys = {row.key for sheet in self._months_of(service) for row in sheet.rows}
        lines = lines_of(self._plan, service)
        return tuple(line for line in lines if (line.item.code, line.indicator.name) not in keys)

    def strangers(self) -> tuple[Stranger, ...]:
        """Workbooks of services that the plan does not have."""
        found = (
            Stranger(sheet.place.file, _service_typed(sheet))
            for sheet in self._year.months
            if sheet.service is None
        )
        return tuple(dict.fromkeys(found))

    def _months_of(self, service: Service) -> Iterator[MonthSheet]:
        return (month for month in self._year.months if month.service == service.key)

    def _named(self, name: str) -> Iterator[str]:
        """Files of that name; small and capital letters are one, as on some systems."""
        folder, _, own = name.rpartition("/")
        if (self._folder / folder).is_dir():
            there = (path.name for path in (self._folder / folder).iterdir())
            yield from (f"{folder}/{one}" for one in there if one.casefold() == own.casefold())

    def _could_be(self, file: str, service: Service) -> bool:
        """By its name, or, where nothing of the service's has been read, by no name's telling."""
        if _names_other_year(file, self._plan.year):
            return False
        if _is_named(file, service):
            return True
        others = (one for one in self._plan.services if one != service)
        return not self.files_of(service) and not any(_is_named(file, one) for one in others)


def _is_named(file: str, service: Service) -> bool:
    return f"{slug(PurePosixPath(file).stem)}-".startswith(f"{service.key}-")


def _names_other_year(file: str, year: int) -> bool:
    named = re.findall(r"(?<!\d)20\d\d(?!\d)", PurePosixPath(file).stem)
    return bool(named) and str(year) not in named


def _service_typed(sheet: MonthSheet) -> str:
    before, colon, after = sheet.service_cell.text.partition(":")
    return (after if colon else before).strip()


def _unclear(year: Year) -> Iterator[str]:
    """Files that may hold months which nobody could read: damaged ones, and those whose monthly
    sheets say too little."""
    read = {sheet.place.file for sheet in year.months}
    doubted = {
        problem.place.file
        for problem in year.problems
        if _doubts_month(problem.trouble, problem.about)
    }
    for one in year.inputs:
        monthly = one.kind is SheetKind.UNREADABLE or one.file in doubted
        if monthly and one.file not in read:
            yield one.file


def _doubts_month(trouble: Trouble, about: str) -> bool:
    named = ((Trouble.COLUMN, "actual"), (Trouble.ROW, "month"))
    return (trouble, about) in named or trouble is Trouble.OTHER_PERIOD
