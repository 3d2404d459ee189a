"""Which service has reported which month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from akmplan.documents.brief import Brief
from akmplan.documents.overview.views import MatrixView, MonthCellView, MonthView, ServiceView
from akmplan.documents.overview.words import SHORT_MONTHS, awaited
from akmplan.layout.calendar import MONTHS
from akmplan.model import Service
from akmplan.papers_owed import Gap, has_ended

_YEAR: Final = range(1, 13)


class Mark(StrEnum):
    """What is said of a service's month; the value is its name in the page's markup."""

    REPORTED = "topshirilgan"
    PARTLY = "qisman"
    EMPTY = "bosh"
    MISSING = "yoq"
    NOT_YET_DUE = "kelmagan"
    NOT_ASKED = "soralmaydi"


MARK_WORDS: Final = {
    Mark.REPORTED: "topshirilgan",
    Mark.PARTLY: "topshirilgan, lekin bo‘sh qolgan kataklari bor",
    Mark.EMPTY: "varag‘i bor, lekin bo‘sh",
    Mark.MISSING: "yo‘q",
    Mark.NOT_YET_DUE: "muddati kelmagan",
    Mark.NOT_ASKED: "bu oyda so‘ralmaydi",
}
_THERE: Final = (Mark.REPORTED, Mark.PARTLY)
_OPEN: Final = (Mark.EMPTY, Mark.MISSING)
_POSTS_NOTE: Final = "Hali varaq topshirmagan lavozimlardan jadval kutilmaydi: {posts}."
_NO_SHEETS: Final = "Oylik jadvallar hali yo‘q. Ularni “akmplan sheets” buyrug‘i tayyorlaydi."


@dataclass(frozen=True, slots=True)
class Row:
    """One service or post with its twelve months."""

    service: Service
    marks: tuple[Mark, ...]

    @property
    def there(self) -> int:
        return sum(mark in _THERE for mark in self.marks)

    @property
    def asked(self) -> int:
        return self.there + sum(mark in _OPEN for mark in self.marks)

    @property
    def gaps(self) -> Iterator[Gap]:
        for month, mark in enumerate(self.marks, 1):
            if mark in _OPEN:
                yield Gap(self.service, month)


def matrix(brief: Brief) -> tuple[Row, ...]:
    """The services in the plan's order, and the posts that have handed in."""
    return tuple(
        Row(service, tuple(_mark(brief, service, month) for month in _YEAR))
        for service in brief.plan.services
        if not service.post or service.key in brief.ledger.active
    )


def matrix_view(brief: Brief, rows: tuple[Row, ...]) -> MatrixView:
    """The matrix with its legend; only marks that occur are explained."""
    used = {mark for row in rows for mark in row.marks}
    return MatrixView(
        tuple(MonthView(*named) for named in zip(MONTHS, SHORT_MONTHS, strict=True)),
        tuple(_row(row) for row in rows),
        tuple(_cell(mark) for mark in Mark if mark in used),
        awaited(gap for row in rows for gap in row.gaps),
        _note(brief, rows),
    )


def _mark(brief: Brief, service: Service, month: int) -> Mark:
    ledger, ended = brief.ledger, has_ended(brief.plan.year, month, brief.today)
    awaits = ledger.awaits(service, month)
    if month in ledger.filled_months(service):
        return Mark.PARTLY if awaits else Mark.REPORTED
    if not awaits:
        return Mark.NOT_ASKED
    if not ended:
        return Mark.NOT_YET_DUE
    return Mark.EMPTY if _has_sheet(brief, service, month) else Mark.MISSING


def _has_sheet(brief: Brief, service: Service, month: int) -> bool:
    return any((one.service, one.month) == (service.key, month) for one in brief.year.months)


def _row(row: Row) -> ServiceView:
    told = f"{row.asked} oydan {row.there} oyi" if row.asked else "so‘ralmagan"
    return ServiceView(row.service.name, told, tuple(_cell(mark) for mark in row.marks))


def _cell(mark: Mark) -> MonthCellView:
    return MonthCellView(mark.value, MARK_WORDS[mark])


def _note(brief: Brief, rows: tuple[Row, ...]) -> str:
    if not brief.year.months:
        return _NO_SHEETS
    shown = {row.service for row in rows}
    posts = ", ".join(service.name for service in brief.plan.services if service not in shown)
    return _POSTS_NOTE.format(posts=posts) if posts else ""
