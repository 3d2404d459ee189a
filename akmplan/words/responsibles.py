"""Who is responsible: the cells of Mas’ullar, and other names of services and posts, read to
services."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from akmplan.layout.bodies import EVERYONE, KIND_WORDS, POST_WORDS, SERVICES
from akmplan.model import Naming, Responsible, Service, ServiceEntry
from akmplan.words.wording import fold, one_line, slug, squeeze, words

_JOINT = re.compile(r"\s*,\s*|\s+(?:va|hamda|ва|ҳамда)\s+")


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
            return Service(usual.key, name, usual.post, entry.person)
        told = set(words(name))
        is_post = not told & set(KIND_WORDS) and bool(told & set(POST_WORDS))
        return Service(key, name, is_post, entry.person)

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
    confirmed = [naming for naming in namings if naming.confirmed]
    counts = Counter(squeeze(one.typed) for one in confirmed or namings)
    own = squeeze(namings[0].service.name)
    return max(counts, key=lambda spelling: (counts[spelling], spelling == own))


def _is_comma(joint: re.Match[str]) -> bool:
    return joint[0].strip() == ","


def _is_everyone(text: str) -> bool:
    return fold(text) in EVERYONE or " ".join(words(_without_kind(text))) in EVERYONE


def _without_kind(text: str) -> str:
    """A name without the closing "xizmati", "bo‘limi" or "sektori"."""
    told = fold(text).split(" ")
    while len(told) > 1 and told[-1] in KIND_WORDS:
        told.pop()
    if len(told) > 1 and told[0] in ("otdel", "slujba"):
        told = told[1:]
    return " ".join(told)
