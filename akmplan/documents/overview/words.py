"""The words of the page: dates, states, the pace of an indicator, the kinds of files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from akmplan.documents.phrases import STATES
from akmplan.findings import Severity
from akmplan.layout.calendar import MONTHS
from akmplan.model import Number, SheetKind, State, grouped
from akmplan.model.numbers import NO_BREAK_SPACE
from akmplan.papers_owed import Gap

SHORT_MONTHS: Final = (
    "yan", "fev", "mar", "apr", "may", "iyn", "iyl", "avg", "sen", "okt", "noy", "dek",
)  # fmt: skip
NOT_APPLICABLE: Final = "tegishli emas"
NO_PLACE: Final = "Bitta katakka bog‘liq bo‘lmaganlari"
SECTION_WITHOUT_NAME: Final = "Bandlar"
KINDS: Final = {
    SheetKind.PLAN: "ish reja",
    SheetKind.HELPER: "yordamchi varaqlar",
    SheetKind.MONTH: "oylik jadval",
    SheetKind.SUBMISSION: "tayyor hisobot",
    SheetKind.FINDINGS: "kamchiliklar (izohlari bilan)",
    SheetKind.OTHER: "boshqa",
    SheetKind.UNREADABLE: STATES[State.UNREADABLE],
}
SEVERITIES: Final = {
    Severity.ERROR: ("xato", "Xatolar"),
    Severity.WARNING: ("ogohlantirish", "Ogohlantirishlar"),
    Severity.NOTE: ("eslatma", "Eslatmalar"),
}
EXPLAINED: Final = ("izohlangan", "Izohlanganlari")


def as_of(today: date) -> str:
    """`2026-yil 5-oktabr holatiga ko‘ra`."""
    return f"{today.year}-yil {today.day}-{MONTHS[today.month - 1]} holatiga ko‘ra"


def state_words(state: State) -> str:
    """A state as papers print it; a dash is said in words too."""
    printed = STATES.get(state, "")
    return f"{printed} ({NOT_APPLICABLE})" if state is State.NA else printed


def amount(number: Number | None, state: State) -> str:
    """A number, else the words for its state; never a silent zero."""
    if number is not None:
        return grouped(number)
    return state_words(State.MISSING if state is State.REPORTED else state)


def counted(what: str, number: int) -> str:
    """`xato: 7 ta`, the number kept on one line with its word behind it."""
    return f"{what}: {grouped(number)}{NO_BREAK_SPACE}ta"


def per_cent(percent: Decimal) -> str:
    """`74,6 %`, kept on one line."""
    return f"{grouped(percent)}{NO_BREAK_SPACE}%"


def awaited(gaps: Iterable[Gap]) -> tuple[str, ...]:
    """`Axborot-bibliografiya xizmati – avgust, sentabr`: a line a service."""
    months: dict[str, list[str]] = {}
    for gap in gaps:
        months.setdefault(gap.service.name, []).append(MONTHS[gap.month - 1])
    return tuple(f"{name} – {', '.join(listed)}" for name, listed in months.items())
