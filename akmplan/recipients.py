"""To whom and how often: the plan's own words read to obligations, Mas’ullar read to services.

A recipient is a body in the dative (-ga) that stands in one sentence or numbered line with a verb
of sending. Sentences end at a dot before a capital letter, at a semicolon, at a numbered line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from akmplan.layout.bodies import EVERYONE, KIND_WORDS, POST_WORDS, SERVICES, KnownService
from akmplan.layout.sheets import DOCUMENT_UNITS
from akmplan.model import Naming, Number, Obligation, Responsible, Schedule, Service, Span
from akmplan.schedule import read_frequency
from akmplan.wording import fold, one_line, slug, squeeze, words

_BODY = r"(?:axborot-kutubxona(?:lar)?(?: markazi)?|akm|kutubxona(?:si)?|markazi)"
_DATIVE = r"(?:i|si)? ?-?(?:ga|ka|qa)\b"

# In this order: the compliance service is a part of the National Library, so it comes first.
_BODIES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern))
    for key, pattern in (
        ("komplayens", rf"\bkompla?[iy]?e?[ay]?ns\w*?(?: xizmati| nazorati?)?{_DATIVE}"),
        ("milliy-kutubxona", r"\bmilliy kutubxona(?:si)? ?-?ga\b|\bozmk ?-?ga\b"),
        ("milliy-kutubxona", r"\bv nasionalnuyu biblioteku\b"),
        ("respublika-akm", rf"\brespublika {_BODY}{_DATIVE}|\brakm ?-?ga\b|\bv ribs\b"),
        ("viloyat-akm", rf"\bviloyati? {_BODY}{_DATIVE}|\bvakm ?-?ga\b"),
        ("viloyat-akm", r"\bv (?:oblastnoy ibs|oibs)\b"),
        ("tuman-hokimligi", r"\bhokimligi ?-?ga\b"),
        ("statistika-bolimi", r"\bstatistika (?:bolimi|boshqarmasi) ?-?ga\b"),
        ("adliya-bolimi", r"\badliya (?:bolimi|boshqarmasi) ?-?ga\b"),
        ("talim-bolimi", r"\bmaktab talimi (?:bolimi|boshqarmasi) ?-?ga\b"),
        ("agentlik", r"\bagentli(?:kka|giga)\b|\baoka ?-?ga\b"),
        ("vazirlik", r"\bvazirli(?:kka|giga)\b"),
    )
)
_SENDING = re.compile(
    r"\btaqdim (?:et(?:ish|ib|iladi|ilsin|adi|amiz)\w*|qil(?!ingan)\w*)\b"
    r"|\btopshir(?!ilgan|iq)\w*|\bxat(?:i|lar)? (?:kirit|bilan chiq)\w*"
    r"|\b(?:taklif|malumot)\w* kirit(?:ish|ib|iladi)\b|\byubor(?!ilgan)\w*|\bjonat(?!ilgan)\w*"
    r"|\b(?:malumot|hisobot)\w* ber(?:ish|ib|iladi)\w*|\byetkaz(?!ilgan)\w*"
    r"|\bpredstavit\b|\bnapravit\b|\bsdat\b|\botchitatsya\b"
)
_BREAK = re.compile(r"\n\s*(?=\d{1,2}\s*[.)]|[-–—])|;\s|(?<=[^\W\d_])[.!?]\s+(?=[A-ZА-ЯЎҚҒҲ“\"])")
_LIST_MARK = re.compile(r"^\s*(?:\d{1,2}\s*[.)]\s*|[-–—•]\s*)")

_BY_SPELLING = {squeeze(spelling): one for one in SERVICES for spelling in one.spellings}

_SPAN_BY_TIMES = {12: Span.MONTH, 4: Span.QUARTER, 2: Span.HALF, 1: Span.YEAR}
_TIMES_BY_SPAN = {span: times for times, span in _SPAN_BY_TIMES.items()}


def times_a_year(span: Span) -> int:
    """How often a year a paper of that span is owed."""
    return _TIMES_BY_SPAN[span]


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


def read_responsible(text: str) -> Responsible:
    """A cell of Mas’ullar: services and posts, one a line or after commas, or all services."""
    named: dict[str, Naming] = {}
    unknown: list[str] = []
    everyone = False
    for part in _parts(text):
        if fold(part) in EVERYONE or _bare(part) in EVERYONE:
            everyone = True
        elif (service := read_service(part)) is not None:
            named.setdefault(service.key, Naming(service, part))
        else:
            unknown.append(part)
    return Responsible(tuple(named.values()), everyone, tuple(unknown))


def read_service(text: str) -> Service | None:
    """A service or post by any of its names; None where the text names neither."""
    known = _known(text)
    if known:
        return Service(known.key, known.name, known.post)
    told = words(text)
    if any(word in KIND_WORDS for word in told):
        return Service(slug(_without_kind(text)) or slug(text), one_line(text).strip(" ,;."))
    if any(word in POST_WORDS for word in told):
        return Service(slug(text), one_line(text).strip(" ,;."), post=True)
    return None


def _implied(unit: str, targets: tuple[Number | None, ...], schedule: Schedule) -> Span:
    if fold(unit) in DOCUMENT_UNITS and len(targets) == 1 and targets[0] in (12, 4, 2):
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


def _parts(text: str) -> list[str]:
    """The names in a cell: first lines, `;` and `/`, then known names, and only last commas."""
    parts: list[str] = []
    for piece in re.split(r"[;/\n]", _unwrapped(text)):
        name = one_line(piece).strip(" ,.")
        if name and (_known(name) or fold(name) in EVERYONE):
            parts.append(name)
        elif name:
            parts.extend(_split_at_commas(name))
    return parts


def _unwrapped(text: str) -> str:
    """One name broken over several lines is one name again."""
    whole = one_line(text).strip(" ,.")
    return whole if _known(whole) else text


def _split_at_commas(name: str) -> list[str]:
    """Commas stand inside names too, so the longest known run of pieces is taken first."""
    pieces = [piece.strip() for piece in name.split(",") if piece.strip()]
    parts: list[str] = []
    start = 0
    while start < len(pieces):
        end = next(
            (end for end in range(len(pieces), start, -1) if _is_name(pieces[start:end])), start + 1
        )
        parts.append(", ".join(pieces[start:end]))
        start = end
    return [one for part in parts for one in _split_at_and(part)]


def _is_name(pieces: list[str]) -> bool:
    name = ", ".join(pieces)
    return _known(name) is not None or fold(name) in EVERYONE


def _split_at_and(name: str) -> list[str]:
    """`A xizmati va B xizmati` is two names, but only where both of them are known."""
    if _known(name):
        return [name]
    for match in re.finditer(r"\s+(?:va|hamda|ва|ҳамда)\s+", name):
        both = [name[: match.start()], name[match.end() :]]
        if all(_known(one) for one in both):
            return both
    return [name]


def _known(text: str) -> KnownService | None:
    return _BY_SPELLING.get(squeeze(_without_kind(text))) or _BY_SPELLING.get(squeeze(text))


def _bare(text: str) -> str:
    return " ".join(words(_without_kind(text)))


def _without_kind(text: str) -> str:
    """A name without the closing "xizmati", "bo‘limi" or "sektori"."""
    told = fold(text).split(" ")
    while len(told) > 1 and told[-1] in KIND_WORDS:
        told.pop()
    if len(told) > 1 and told[0] in ("otdel", "slujba"):
        told = told[1:]
    return " ".join(told)
