"""Helper sheets that are read before the plan: who is who."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.layout.helpers import ADDRESSEE_WORDS, ASKED_MARKS, REQUISITE_NAMES
from akmplan.loading.helpers.tables import HelperRow, HelperSheet, RowProblems
from akmplan.model import ServiceEntry, period_from_code
from akmplan.recipients import read_recipient
from akmplan.wording import fold, one_line, squeeze, words

_KEYS = {typed: key for key, name, typings in REQUISITE_NAMES for typed in (fold(name), *typings)}


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


def read_requisites(sheet: HelperSheet, problems: RowProblems) -> dict[str, str]:
    """`Rekvizitlar`: what letters need, by key. `addressee:viloyat-akm` and its kin are those of
    letters to one recipient. A value that is blank says nothing."""
    read: dict[str, str] = {}
    for cells in sheet.clear_rows(problems):
        key = _requisite(cells["Nomi"].text)
        if key is None:
            problems.name(cells, "Nomi")
        elif key in read:
            problems.name(cells, "Nomi", "twice")
        elif not cells["Qiymati"].is_empty:
            read[key] = cells["Qiymati"].text.strip()
    return read


def _requisite(typed: str) -> str | None:
    plain = " ".join(words(typed))
    key = _KEYS.get(plain) or _KEYS.get(fold(typed))
    if key:
        return key
    head, _, tail = typed.partition(":")
    if fold(head) in ADDRESSEE_WORDS and tail.strip():
        return f"addressee:{read_recipient(tail)}"
    return _letter(tail) if _KEYS.get(fold(head)) == "letter_number" else None


def _letter(typed: str) -> str | None:
    """The number of the letters to one recipient, or of the one for a period:
    `2026-Q1 viloyat-akm`."""
    first, _, rest = typed.strip().partition(" ")
    period = period_from_code(first.rstrip(","))
    to = read_recipient(rest if period else typed)
    return ":".join(("letter_number", *([period.code] if period else []), to)) if to else None
