"""To whom and how often: the plan's own words read to obligations.

A recipient is a body in the dative (-ga) that stands in one sentence or numbered line with a verb
of sending. Sentences end at a dot before a capital letter, at a semicolon, at a numbered line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from akmplan.layout.bodies import RECIPIENTS
from akmplan.model import (
    Number,
    Obligation,
    Schedule,
    Span,
)
from akmplan.schedule import read_frequency
from akmplan.units import counts_documents
from akmplan.wording import fold, one_line, slug

_BODY = r"(?:axborot-kutubxona(?:lar)?(?: markazi)?|akm|kutubxona(?:si)?|markazi)"
_DATIVE = r"(?:i|si)? ?-?(?:ga|ka|qa)\b"

# In this order: the compliance service is a part of the National Library, so it comes first.
_BODIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("komplayens", rf"\bkompla?[iy]?e?[ay]?ns\w*?(?: xizmati| nazorati?)?{_DATIVE}"),
        ("milliy-kutubxona", r"\bmilliy kutubxona(?:si)? ?-?ga\b|\b(?:oz)?mk ?-?ga\b"),
        ("milliy-kutubxona", r"\bv nasionalnuyu biblioteku\b"),
        ("respublika-akm", rf"\brespublika {_BODY}{_DATIVE}|\brakm ?-?ga\b|\bv ribs\b"),
        ("viloyat-akm", rf"\bviloyati? {_BODY}{_DATIVE}|\bvakm ?-?ga\b"),
        ("viloyat-akm", r"\bv (?:oblastnoy ibs|oibs)\b"),
        ("viloyat-hokimligi", r"\bviloyati? hokimligi ?-?ga\b"),
        ("shahar-hokimligi", r"\b(?:shahar|shahri) hokimligi ?-?ga\b"),
        ("tuman-hokimligi", r"\bhokimligi ?-?ga\b"),
        ("tuman-statistika-bolimi", r"\bstatistika (?:bolimi|boshqarmasi) ?-?ga\b"),
        ("adliya-bolimi", r"\badliya (?:bolimi|boshqarmasi) ?-?ga\b"),
        ("maktabgacha-va-maktab-talimi-bolimi", r"\bmaktab talimi (?:bolimi|boshqarmasi) ?-?ga\b"),
        ("agentlik", r"\bagentli(?:kka|giga)\b|\baoka ?-?ga\b"),
        ("vazirlik", r"\bvazirli(?:kka|giga)\b"),
    )
)
_NETWORK = frozenset({"komplayens", "milliy-kutubxona", "respublika-akm", "viloyat-akm"})
_DATIVE_END = re.compile(r"(?<=i)ga$")
_SENDING = re.compile(
    r"\btaqdim (?:et(?:ish|ib|iladi|ilsin|adi|amiz)\w*|qil(?!ingan)\w*)\b"
    r"|\btopshir(?!ilgan|iq)\w*|\bxat(?:i|lar)? (?:kirit|bilan chiq)\w*"
    r"|\b(?:taklif|malumot)\w* kirit(?:ish|ib|iladi)\b|\byubor(?!ilgan)\w*|\bjonat(?!ilgan)\w*"
    r"|\b(?:malumot|hisobot)\w* ber(?:ish|ib|iladi)\w*|\byetkaz(?!ilgan)\w*"
    r"|\bpredstavit\b|\bnapravit\b|\bsdat\b|\botchitatsya\b"
)
_BREAK = re.compile(r"\n\s*(?=\d{1,2}\s*[.)]|[-–—])|;\s|(?<=[^\W\d_])[.!?]\s+(?=[A-ZА-ЯЎҚҒҲ“\"])")
_LIST_MARK = re.compile(r"^\s*(?:\d{1,2}\s*[.)]\s*|[-–—•]\s*)")

_SPAN_BY_TIMES = {12: Span.MONTH, 4: Span.QUARTER, 2: Span.HALF, 1: Span.YEAR}
_TIMES_BY_SPAN = {span: times for times, span in _SPAN_BY_TIMES.items()}


def times_a_year(span: Span) -> int:
    """How often a year a paper of that span is owed; one of nine months, once."""
    return _TIMES_BY_SPAN.get(span, 1)


def read_obligations(
    texts: Iterable[str], unit: str, targets: Iterable[Number | None], schedule: Schedule
) -> tuple[Obligation, ...]:
    """What an item owes, out of its Nomi and mechanism. `targets`: the plan's numbers."""
    implied = _implied(unit, tuple(targets), schedule)
    found: dict[Obligation, None] = {}
    for sentence in _sentences(texts):
        times = read_frequency(sentence)
        for recipient in _recipients(sentence):
            span = _SPAN_BY_TIMES.get(times or 0)
            found[Obligation(recipient, span or implied, schedule.months)] = None
    return tuple(found)


def read_recipient(text: str) -> str | None:
    """A recipient by its key, its name, or its name in the dative. One that nobody lists goes by
    its name; only those that the network has in common are known by a part of it."""
    plain = fold(text)
    if not plain:
        return None
    for one in RECIPIENTS:
        if plain in (one.key, fold(one.name), fold(one.addressee)):
            return one.key
    for dative in (plain, f"{plain}ga", f"{plain} ga"):
        found = next((key for key, pattern in _BODIES if pattern.search(dative)), None)
        if found in _NETWORK:
            return found
    return slug(_DATIVE_END.sub("", plain)) or None


def _implied(unit: str, targets: tuple[Number | None, ...], schedule: Schedule) -> Span:
    if counts_documents(unit) and len(targets) == 1 and targets[0] in (12, 4, 2):
        return _SPAN_BY_TIMES[int(targets[0])]
    return Span.QUARTER if schedule.quarters else Span.YEAR


def _sentences(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for part in _BREAK.split(text):
            yield _LIST_MARK.sub("", one_line(part))


def _recipients(sentence: str) -> list[str]:
    """The bodies that the sentence sends something to, none twice."""
    folded = fold(sentence)
    if not _SENDING.search(folded):
        return []
    found = []
    for key, pattern in _BODIES:
        if pattern.search(folded):
            found.append(key)
            folded = pattern.sub(" ", folded)
    return list(dict.fromkeys(found))
