"""Bodies that papers go to: the few that the network has in common, and others by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from akmplan.layout.bodies import RECIPIENTS
from akmplan.words.wording import fold, one_line, slug, words

_CENTRE: Final = r"(?:axborot-kutubxona(?:lar)?(?: markazi)?|akm|kutubxona(?:si)?|markazi)"
# In this order: the compliance service is a part of the National Library, so it comes first.
_NETWORK: Final = (
    ("komplayens", r"kompla?[iy]?e?[ay]?ns\w*?(?: xizmati| nazorati?)?"),
    ("milliy-kutubxona", r"(?:milliy kutubxona(?:si)?|(?:oz)?mk)"),
    ("respublika-akm", rf"(?:respublika {_CENTRE}|rakm)"),
    ("viloyat-akm", rf"(?:viloyati? {_CENTRE}|vakm)"),
)
_OTHER: Final = (
    r"(?:(?:vazirli|agentli|hokimli)(?:gi|k)|(?:boshqarma|qomita|inspeksiya|mahkama)(?:si)?"
    r"|(?:statistika|adliya|talimi|madaniyat|moliya|soliq) bolimi|aoka)"
)
_DATIVE: Final = r"(?:i|si)? ?-?(?:ga|ka|qa)\b"
IN_DATIVE: Final = (
    *((key, re.compile(rf"\b{stem}{_DATIVE}")) for key, stem in _NETWORK),
    ("milliy-kutubxona", re.compile(r"\bv nasionalnuyu biblioteku\b")),
    ("respublika-akm", re.compile(r"\bv ribs\b")),
    ("viloyat-akm", re.compile(r"\bv (?:oblastnoy ibs|oibs)\b")),
    (None, re.compile(rf"\b{_OTHER}{_DATIVE}")),
)
_AS_A_SUBJECT: Final = tuple(
    (key, re.compile(rf"\b{stem}(?:i|si)?\b(?! ?-?(?:ga|ka|qa)\b)")) for key, stem in _NETWORK
)
AT_THE_END: Final = re.compile(
    rf"\b(?:{'|'.join(stem for _, stem in _NETWORK)}|{_OTHER})(?:i|si)?$"
)
# In a cell of recipients any name is a body's; these words end one.
_NAME_END: Final = re.compile(
    r"(?:bolimi|markazi|kutubxonasi|idorasi|departamenti|xizmati|kengashi|universiteti|instituti"
    r"|maktabi|tashkiloti|jamgarmasi|direksiyasi|birlashmasi|muassasasi|kollegiyasi|uyushmasi)$"
)
_OWN_KINDS: Final = frozenset(("akm", "akmi", "takm", "markazi"))
_OWN_WORDS: Final = _OWN_KINDS | {"tuman", "tumani", "shahar", "shahri", "axborot", "kutubxona"}
_LINES: Final = re.compile(r"[;\n]")
_JOINER: Final = re.compile(r"([,/+&]|\b(?:va|hamda|ва|ҳамда)\b)", re.IGNORECASE)
_EDGES: Final = ' \t.,:;!?"“”«»„'
_DATIVE_TYPED: Final = re.compile(
    r"(?<=[aihаиш”»])(?:ga|га)$|(?<=[kк])(?:ka|ка)$|(?<=[qқ])(?:qa|қа)$|[ -](?:ga|га)$"
    r"|(?<=[A-ZА-ЯЎҚҒҲ])(?:ga|га)$"
)


@dataclass(frozen=True, slots=True)
class Body:
    """Whom a paper is for. `name` as typed, where no list knows the body."""

    key: str
    name: str = ""


def read_bodies(text: str) -> tuple[Body, ...]:
    """All bodies that a cell names: on lines of their own, behind `;`, or joined by a comma or "va"
    where each part reads as a body. Nothing where some part does not."""
    found: list[Body | None] = []
    for line in filter(str.strip, _LINES.split(text)):
        parts = list(_joined_in(line))
        are_bodies = [_reads_as_body(part) for part in parts]
        named = parts if any(are_bodies) else [line]
        found += [None] if any(are_bodies) and not all(are_bodies) else map(_only_body, named)
    return () if None in found else tuple(dict.fromkeys(body for body in found if body))


def is_own(body: Body, centre: str) -> bool:
    """Whether it is the centre itself, by its name or as "AKM" alone: it owes itself nothing."""
    told = set(words(body.name))
    return bool(told & _OWN_KINDS) and told <= _OWN_WORDS | set(words(centre))


def read_recipient(text: str) -> str | None:
    """The key of a body."""
    body = body_of(text)
    return body.key if body else None


def body_of(text: str) -> Body | None:
    """A body by its key, its name, or its name in the dative. One that nobody lists goes by its
    name; only those that the network has in common are known by a part of it."""
    plain = fold(text)
    for one in RECIPIENTS:
        if plain and plain in (one.key, fold(one.name), fold(one.addressee)):
            return Body(one.key)
    for dative in (plain, f"{plain}ga", f"{plain} ga"):
        found = next((key for key, pattern in IN_DATIVE if pattern.search(dative)), None)
        if found:
            return Body(found)
    name = _DATIVE_TYPED.sub("", one_line(text).strip(_EDGES)).strip(_EDGES)
    return Body(slug(name), name) if slug(name) else None


def _joined_in(line: str) -> Iterator[str]:
    """The parts between commas and "va", put together again where these stand within a name."""
    part = ""
    for piece in _JOINER.split(line):
        part = piece if _JOINER.fullmatch(part.strip()) else part + piece
        if _reads_as_body(part):
            yield part.strip(_EDGES)
            part = ""
    if part.strip(_EDGES):
        yield part.strip(_EDGES)


def _reads_as_body(part: str) -> bool:
    plain = fold(_DATIVE_TYPED.sub("", part.strip(_EDGES)))
    is_listed = any(plain in (one.key, fold(one.name)) for one in RECIPIENTS)
    return is_listed or bool(AT_THE_END.search(plain) or _NAME_END.search(plain))


def _only_body(part: str) -> Body | None:
    """The body; None where a second one stands in it, and nothing between the two."""
    plain = fold(part)
    found = [key for key, pattern in _AS_A_SUBJECT if pattern.search(plain)]
    is_of_the_library = found == ["komplayens", "milliy-kutubxona"]
    return None if len(found) > 1 and not is_of_the_library else body_of(part)
