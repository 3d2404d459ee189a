"""To whom and how often: the plan's own words read to obligations, Mas’ullar read to services.

A recipient is a body in the dative (-ga) that stands in one sentence or numbered line with a verb
of sending. Sentences end at a dot before a capital letter, at a semicolon, at a numbered line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from akmplan.layout.bodies import EVERYONE, KIND_WORDS, POST_WORDS, RECIPIENTS, SERVICES
from akmplan.model import (
    Naming,
    Number,
    Obligation,
    Responsible,
    Schedule,
    Service,
    ServiceEntry,
    Span,
)
from akmplan.schedule import read_frequency
from akmplan.units import counts_documents
from akmplan.wording import fold, one_line, slug, squeeze, words

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
_JOINT = re.compile(r"\s*,\s*|\s+(?:va|hamda|ва|ҳамда)\s+")
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


class ServiceNames:
    """The names by which services and posts are known: the usual ones, and those of `Xizmatlar`,
    which win."""

    def __init__(self, entries: Iterable[ServiceEntry] = ()) -> None:
        self._known = {
            squeeze(spelling): Service(one.key, one.name, one.post)
            for one in SERVICES
            for spelling in one.spellings
        }
        self._listed: dict[str, Service] = {}
        self._asked: set[str] = set()
        for entry in entries:
            service = self._entered(entry)
            self._asked.update(map(squeeze, entry.asked))
            for name in (entry.official, entry.short, *entry.spellings):
                for typed in filter(None, (squeeze(name), squeeze(_without_kind(name)))):
                    self._listed.setdefault(typed, service)

    @property
    def listed(self) -> tuple[Service, ...]:
        """The services of `Xizmatlar`, in its order."""
        return tuple({service.key: service for service in self._listed.values()}.values())

    def responsible(self, text: str) -> Responsible:
        """A cell of Mas’ullar: services and posts, one a line or after commas, or all services."""
        named: dict[str, Naming] = {}
        unknown: list[str] = []
        everyone = False
        for part in self._parts(text):
            if _is_everyone(part):
                everyone = True
            elif (service := self.service(part)) is not None:
                confirmed = squeeze(part) in self._listed.keys() - self._asked
                naming = Naming(service, part.rstrip(" ."), confirmed)
                named.setdefault(service.key, naming)
            else:
                unknown.append(part)
        return Responsible(tuple(named.values()), everyone, tuple(unknown))

    def service(self, text: str) -> Service | None:
        """A service or post by any of its names; None where the text names neither."""
        known = self._find(text)
        if known:
            return known
        told, name = words(text), one_line(text).strip(" ,;.")
        if any(word in KIND_WORDS for word in told):
            return Service(slug(_without_kind(text)) or slug(text), name)
        return Service(slug(text), name, post=True) if set(told) & set(POST_WORDS) else None

    def _entered(self, entry: ServiceEntry) -> Service:
        """The service of a row under its usual key, but for a second row that reads like the same
        service. A post stays one."""
        name = entry.official
        usual = self._known.get(squeeze(name)) or self._known.get(squeeze(_without_kind(name)))
        taken = {service.key for service in self._listed.values()}
        key = slug(_without_kind(name)) or slug(name) or "xizmat"
        if usual and usual.key not in taken:
            return Service(usual.key, name, usual.post)
        told = set(words(name))
        return Service(key, name, not told & set(KIND_WORDS) and bool(told & set(POST_WORDS)))

    def _find(self, text: str) -> Service | None:
        typings = (squeeze(text), squeeze(_without_kind(text)))
        listed = (self._listed.get(typed) for typed in typings)
        known = (self._as_listed(self._known.get(typed)) for typed in typings)
        return next((service for service in (*listed, *known) if service), None)

    def _as_listed(self, known: Service | None) -> Service | None:
        """A service that `Xizmatlar` has goes by the name that stands there."""
        same = (one for one in self._listed.values() if known and one.key == known.key)
        return next(same, known)

    def _parts(self, text: str) -> list[str]:
        """The names in a cell: first lines, `;` and `/`, then known names, and last commas."""
        whole = one_line(text).strip(" ,")
        parts: list[str] = []
        for piece in [whole] if self._find(whole) else re.split(r"[;/\n]", text):
            rest = one_line(piece).strip(" ,")
            while rest:
                name, rest = self._first_of(rest)
                parts.append(name)
        return [part for part in parts if part.strip(" .")]

    def _first_of(self, names: str) -> tuple[str, str]:
        """The first name and the rest. Commas and "va" stand inside names too: the longest known
        name is taken, and "va" ends one only before another; unknown names end at commas."""
        joints = [*_JOINT.finditer(names)]
        for joint in [] if self._is_name(names) else reversed(joints):
            head, rest = names[: joint.start()], names[joint.end() :]
            ends = _is_comma(joint) or self._begins_with_name(rest)
            if ends and self._is_name(head):
                return head, rest
        comma = None if self._is_name(names) else next(filter(_is_comma, joints), None)
        return (names[: comma.start()], names[comma.end() :]) if comma else (names, "")

    def _begins_with_name(self, names: str) -> bool:
        heads = [names[: joint.start()] for joint in _JOINT.finditer(names)]
        return any(self._is_name(head) for head in (names, *heads))

    def _is_name(self, name: str) -> bool:
        return self._find(name) is not None or _is_everyone(name)


USUAL_NAMES = ServiceNames()


def usual_spelling(namings: Sequence[Naming]) -> str:
    """How one service is mostly written, squeezed; where names are confirmed, how they are. Of
    spellings as frequent as each other its own name is the usual one."""
    confirmed = [one for one in namings if one.confirmed]
    counts = Counter(squeeze(one.typed) for one in confirmed or namings)
    own = squeeze(namings[0].service.name)
    return max(counts, key=lambda spelling: (counts[spelling], spelling == own))


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


def _is_comma(joint: re.Match[str]) -> bool:
    return joint[0].strip() == ","


def _is_everyone(text: str) -> bool:
    return fold(text) in EVERYONE or " ".join(words(_without_kind(text))) in EVERYONE


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


def _without_kind(text: str) -> str:
    """A name without the closing "xizmati", "bo‘limi" or "sektori"."""
    told = fold(text).split(" ")
    while len(told) > 1 and told[-1] in KIND_WORDS:
        told.pop()
    if len(told) > 1 and told[0] in ("otdel", "slujba"):
        told = told[1:]
    return " ".join(told)
