"""`Rekvizitlar`: what letters need, by key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from akmplan.layout.bodies import RECIPIENTS
from akmplan.layout.helpers import ADDRESSEE_WORDS, REQUISITE_NAMES
from akmplan.loading.helpers.tables import HelperSheet, RowProblems
from akmplan.model import Period
from akmplan.words.periods import read_period
from akmplan.words.recipients import read_recipient
from akmplan.words.wording import fold, words

_KEYS = {typed: key for key, name, typings in REQUISITE_NAMES for typed in (fold(name), *typings)}
_USUAL = frozenset(one.key for one in RECIPIENTS)
_OF_A_PERIOD = re.compile(r"\d|\b(?:chora|kvartal|yarim|polugod|oy|yil)")


def read_requisites(
    sheet: HelperSheet, year: int, recipients: Collection[str], problems: RowProblems
) -> dict[str, str]:
    """`addressee:viloyat-akm` and its kin are those of letters to one recipient. A value that is
    blank says nothing. `recipients`: those to whom something is owed."""
    read: dict[str, str] = {}
    for cells in sheet.clear_rows(problems):
        key = _key(cells["Nomi"].text, year, _USUAL.union(recipients))
        if key is None:
            problems.name(cells, "Nomi")
        elif key in read:
            problems.name(cells, "Nomi", "twice")
        elif not cells["Qiymati"].is_empty:
            read[key] = cells["Qiymati"].text.strip()
    return read


def _key(typed: str, year: int, known: Collection[str]) -> str | None:
    key = _KEYS.get(" ".join(words(typed))) or _KEYS.get(fold(typed))
    if key:
        return key
    head, _, tail = typed.partition(":")
    if fold(head) in ADDRESSEE_WORDS:
        recipient = _known(tail, known)
        return f"addressee:{recipient}" if recipient else None
    return _letter(tail, year, known) if _KEYS.get(fold(head)) == "letter_number" else None


def _letter(typed: str, year: int, known: Collection[str]) -> str | None:
    """The number of the letters to one recipient, or of the one for a period: `2026-Q1
    viloyat-akm`, `I chorak, viloyat AKM`."""
    for period, body in _parted(typed, year):
        recipient = _known(body, known)
        if recipient:
            return f"letter_number:{period.code}:{recipient}"
    recipient = _known(typed, known)
    return f"letter_number:{recipient}" if recipient else None


def _parted(typed: str, year: int) -> Iterator[tuple[Period, str]]:
    """The words as a period and a body behind it, wherever the body may begin."""
    told = typed.replace(",", " ").split()
    for end in range(1, len(told)):
        period = read_period(" ".join(told[:end]), year)
        if period:
            yield period, " ".join(told[end:])


def _known(typed: str, known: Collection[str]) -> str | None:
    """A body to whom papers go; words of a period are none of its name."""
    recipient = None if _OF_A_PERIOD.search(fold(typed)) else read_recipient(typed)
    return recipient if recipient in known else None
