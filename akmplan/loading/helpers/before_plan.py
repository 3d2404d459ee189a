"""Helper sheets that are read before the plan: who is who."""

from __future__ import annotations

from collections.abc import Iterator

from akmplan.layout.bodies import RECIPIENTS
from akmplan.layout.helpers import ADDRESSEE_WORDS, REQUISITE_NAMES
from akmplan.loading.helpers.tables import HelperSheet, RowProblems
from akmplan.model import ServiceEntry
from akmplan.wording import fold, one_line, words

_KEYS = {typed: key for key, name, typings in REQUISITE_NAMES for typed in (fold(name), *typings)}


def read_services(sheet: HelperSheet, problems: RowProblems) -> Iterator[ServiceEntry]:
    """`Xizmatlar`: a service a row; other spellings on lines of their own or after `;`."""
    for cells in sheet.clear_rows(problems):
        official = one_line(cells["Rasmiy nomi"].text)
        if not official:
            problems.name(cells, "Rasmiy nomi")
            continue
        others = cells["Boshqa yozilishlari"].text.replace(";", "\n").splitlines()
        yield ServiceEntry(
            official,
            one_line(cells["Qisqa nomi"].text),
            tuple(one_line(other) for other in others if other.strip()),
            one_line(cells["Mas’ul shaxs"].text),
        )


def read_requisites(sheet: HelperSheet, problems: RowProblems) -> dict[str, str]:
    """`Rekvizitlar`: what letters need, by key. `addressee:viloyat-akm` and its kin are those of
    letters to one recipient. A value that is blank says nothing."""
    read: dict[str, str] = {}
    for cells in sheet.clear_rows(problems):
        key = _requisite(cells["Nomi"].text)
        if key is None:
            problems.name(cells, "Nomi")
        elif not cells["Qiymati"].is_empty:
            read[key] = cells["Qiymati"].text.strip()
    return read


def _requisite(typed: str) -> str | None:
    plain = " ".join(words(typed))
    key = _KEYS.get(plain) or _KEYS.get(fold(typed))
    if key:
        return key
    head, _, tail = typed.partition(":")
    recipient = _recipient(tail) if fold(head) in ADDRESSEE_WORDS else None
    return f"addressee:{recipient}" if recipient else None


def _recipient(typed: str) -> str | None:
    known = (one.key for one in RECIPIENTS if fold(typed) in (one.key, fold(one.name)))
    return next(known, None)
