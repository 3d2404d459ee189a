"""`Xizmatlar`, which is read before the plan: who is who."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.layout.helpers import ASKED_MARKS
from akmplan.loading.helpers.tables import HelperRow, HelperSheet, RowProblems
from akmplan.model import ServiceEntry
from akmplan.words.wording import one_line, squeeze


def read_services(sheet: HelperSheet, problems: RowProblems) -> Iterator[ServiceEntry]:
    """`Xizmatlar`: a service a row; other spellings on lines of their own or after `;`. A name
    with a question mark behind it is still to be confirmed."""
    seen: set[str] = set()
    for cells in sheet.clear_rows(problems):
        typed = one_line(cells["Rasmiy nomi"].text)
        official = _confirmed(typed)
        if not squeeze(official):
            problems.name(cells, "Rasmiy nomi")
        elif squeeze(official) in seen:
            problems.name(cells, "Rasmiy nomi", "twice")
        else:
            seen.add(squeeze(official))
            yield _service(cells, typed, official)


def _service(cells: HelperRow, typed: str, official: str) -> ServiceEntry:
    lines = cells["Boshqa yozilishlari"].text.replace(";", "\n").splitlines()
    others = [one_line(line) for line in lines if line.strip()]
    return ServiceEntry(
        official,
        one_line(cells["Qisqa nomi"].text),
        tuple(_confirmed(other) for other in others),
        one_line(cells["Mas’ul shaxs"].text),
        tuple(_confirmed(name) for name in (typed, *others) if name != _confirmed(name)),
    )


def _confirmed(name: str) -> str:
    """The name without the mark of a question."""
    mark = next((mark for mark in ASKED_MARKS if name.endswith(mark)), "")
    return name.removesuffix(mark).rstrip()
