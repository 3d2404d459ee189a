"""Good years spoilt at random, the same for the same seed: one file of each, in many ways."""

from __future__ import annotations

import random
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from tests.hostile import texts
from tests.hostile.good import good_month, good_plan, sample_plan
from tests.hostile.other_formats import month_as_xls, plan_as_ods
from tests.hostile.surgery import parts_of, zipped
from tests.hostile.well_kept import helped_plan
from tests.sample.month_workbooks import sample_month_workbooks
from tests.sample.plan_workbook import workbook_bytes

Files = Mapping[str, bytes]
Spoil = Callable[[bytes, random.Random], bytes]

TEXT: Final = re.compile(rb"(<(?:text:p|t)\b[^>]*>)([^<]*)(</)")
CELL: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
ELEMENT: Final = re.compile(rb"<[A-Za-z][^<>]*>")
ATTRIBUTE: Final = re.compile(rb'="[^"<>]*"')
INSERTED: Final = (
    b"-1", b"99999999999", b'""', b'r="A1"', b"<c", b"</c>", b"1e999", b"&#0;", b"XFD1048576",
    b"<!DOCTYPE a>", b't="s"', b"\xff", b"\0", b"<v>", b"]]>", b"PK\x01\x02", b"\xff\xff\xff\x7f",
)  # fmt: skip
VALUES: Final = (
    b"", b"0", b"-1", b"1", b"4294967296", b"NaN", b"A1:XFD1048576", b"s", b"inlineStr", b"e", b"d",
    b"b", b"str", b"shared", b"hidden", b"veryHidden", b"../../x", b"1048577", b"rId1", b"999",
)  # fmt: skip
NUMBERS: Final = (
    "0", "-0", "1e308", "1e-300", "-5", "1e15", "NaN", "1_850", "0.5", "46115", "1e999", "007",
    "99999999999999999999", "3.999999999999999999", "2958466", "-1", "60", "12.50",
)  # fmt: skip
# Words that mean something somewhere; out of their place they have to harm nobody.
WORDS: Final = (
    "Shundan,", "jami 12", "jami", "-", "–", "2/350", "18/3982", "2021\n4897", "I.", "XIV",
    "VII. BO‘LIM", "IV.12", "12", "12.", "7.1.1.1", "1 2 3 4 5 6 7 8", "har chorakda",
    "yilda 0 marta", "yilda 99999 marta", "0-chorak", "1-9999999 chorak", "I–IV chorak",
    "2025-yil II chorak", "yanvar–dekabr", "dekabr–yanvar", "har oyda viloyat AKMga taqdim etish",
    "Milliy kutubxonaga har chorakda taqdim etib borish", "komplayens xizmatiga yuborish",
    "Barcha xizmatlar", "Direktor, Kadrlar bo‘yicha inspektor", "Xizmat:", "Oy:", "Xizmat: x",
    "Oy: 2026-yil 13", "2026-yil", "1899-yil", "9999-yil yanvar", "№", "Nomi", "Bajarildi",
    "Amalga oshirish mexanizmi", "Bajarilish muddati", "TASDIQLAYMAN", "KELISHILDI",
    "uch bosqich: - bir; - ikki; - uch", "Ish: - a; - a; - a", "(Unicat rejasidan oling)",
    "231 (Unicat rejasidan oling)", "Reja asosida", "I.1 = I.2 + I.3", "I.1 / 0 = 5",
    "agar I.1 > 0 bo‘lsa, I.2 > 0", "((((((((((I.1", "9" * 60, "I.1 = " + "9" * 900, "T101",
    "yig‘indi", "o‘rtacha", "oxirgi qiymat", "reja.xlsx", "../reja.xlsx", "A1", "XFD9999999",
    "a" * 40_000, "\u202e", "ʻ", "O‘zbekiston", "Ўзбекистон", "²", "½", "١٢", "Ⅻ", " ", "\n\n", "",
)  # fmt: skip
NASTY: Final = (
    *(escape(text) for _, text in texts.PLAIN),
    *(xml for _, xml, _ in texts.ESCAPED),
    *(xml for _, xml in texts.NAMED),
    *map(escape, WORDS),
)


class NothingToSpoil(LookupError):  # noqa: N818 - it reads as a sentence where it is raised
    """The part holds nothing of the kind."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A year in which one file is spoilt. `how` tells it to people."""

    seed: int
    how: str
    files: Files

    def lay(self, folder: Path) -> None:
        for name, content in self.files.items():
            (folder / name).write_bytes(content)


def mutant(seed: int) -> Mutant:
    """The mutant of this number."""
    chance = random.Random(seed)
    year_name = chance.choice(sorted(YEARS))
    year = YEARS[year_name]()
    file = chance.choice(sorted(year))
    ways = WAYS if year[file].startswith(b"PK") else BINARY_WAYS
    content, names = year[file], []
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        name = chance.choice(sorted(ways))
        names.append(name)
        content = _spoilt(ways[name], content, chance)
    return Mutant(seed, f"{year_name}, {file}: {', '.join(names)}", {**year, file: content})


def _spoilt(way: Spoil, content: bytes, chance: random.Random) -> bytes:
    """Once the package is broken only its bytes can be spoilt further."""
    try:
        return way(content, chance)
    except (zipfile.BadZipFile, zlib.error, LookupError, ValueError, OSError, RuntimeError):
        return bytes_spoilt(content, chance)


def bytes_spoilt(content: bytes, chance: random.Random) -> bytes:
    """Bytes changed, left out, added and doubled."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = bytes((chance.randrange(256),))
            case 1:
                del changed[at : at + chance.randint(1, 30)]
            case 2:
                changed[at:at] = chance.choice(INSERTED)
            case _:
                start = chance.randrange(len(changed) + 1)
                changed[at:at] = changed[start : start + chance.randint(1, 200)]
    return bytes(changed)


def in_a_part(spoil: Spoil) -> Spoil:
    """The same done to one part of a package."""

    def of_a_part(content: bytes, chance: random.Random) -> bytes:
        parts = parts_of(content)
        name = chance.choice(sorted(parts))
        return zipped({**parts, name: spoil(parts[name], chance)})

    return of_a_part


def _in_cells(spoil: Spoil) -> Spoil:
    """In the parts that hold sheets or their texts."""

    def in_cells(content: bytes, chance: random.Random) -> bytes:
        parts = parts_of(content)
        names = [name for name in sorted(parts) if _holds_cells(name)]
        for name in chance.sample(names, len(names)):
            with suppress(NothingToSpoil):
                return zipped({**parts, name: spoil(parts[name], chance)})
        raise NothingToSpoil

    return in_cells


def _holds_cells(name: str) -> bool:
    return name.startswith("xl/worksheets/sheet") or name in ("xl/sharedStrings.xml", "content.xml")


def _other_text(part: bytes, chance: random.Random) -> bytes:
    return _at_one(TEXT, part, chance, lambda met: met[1] + _words(met[2], chance) + met[3])


def _words(typed: bytes, chance: random.Random) -> bytes:
    """Other words, or the typed ones cut, doubled, or with others put into them."""
    other = chance.choice(NASTY).encode()
    at = chance.randrange(len(typed) + 1)
    made = chance.choice(
        (other, typed[:at] + other + typed[at:], typed * 2, typed[at:], typed[:at])
    )
    # An entity or a letter may have been cut in two; most mutants have to get past the parser.
    return re.sub(rb"&(?!#?\w+;)", b"&amp;", made).decode(errors="ignore").encode()


def _other_cell(part: bytes, chance: random.Random) -> bytes:
    return _at_one(CELL, part, chance, lambda met: _cell(met[1].decode(), chance).encode())


def _cell(place: str, chance: random.Random) -> str:
    match chance.randrange(4):
        case 0:
            words = chance.choice(NASTY)
            return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'
        case 1:
            kind = chance.choice("nbedsx")
            return f'<c r="{place}" t="{kind}"><v>{chance.choice(NUMBERS)}</v></c>'
        case 2:
            return f'<c r="{place}"><f>A1</f><v>{chance.choice(NUMBERS)}</v></c>'
        case _:
            return f'<c r="{place}"/>'


def _other_element(part: bytes, chance: random.Random) -> bytes:
    """A tag left out, doubled, or in another place."""
    tags = list(ELEMENT.finditer(part))
    one = chance.choice(tags)
    at = chance.choice(tags).start()
    match chance.randrange(3):
        case 0:
            return part[: one.start()] + part[one.end() :]
        case 1:
            return part[: one.end()] + one[0] + part[one.end() :]
        case _:
            return part[:at] + one[0] + part[at:]


def _other_attribute(part: bytes, chance: random.Random) -> bytes:
    return _at_one(ATTRIBUTE, part, chance, lambda _: b'="' + chance.choice(VALUES) + b'"')


def _rows_about(part: bytes, chance: random.Random) -> bytes:
    """Rows left out, doubled under other numbers, or exchanged."""
    rows = re.findall(rb"<(?:row|table:table-row)\b.*?</(?:row|table:table-row)>", part, re.DOTALL)
    one, other = chance.choice(rows), chance.choice(rows)
    made = chance.choice((b"", one + other, re.sub(rb"\d+", b"1", one)))
    return part.replace(one, made, 1)


def _at_one(
    pattern: re.Pattern[bytes],
    part: bytes,
    chance: random.Random,
    change: Callable[[re.Match[bytes]], bytes],
) -> bytes:
    stands = list(pattern.finditer(part))
    if not stands:
        raise NothingToSpoil
    met = chance.choice(stands)
    return part[: met.start()] + change(met) + part[met.end() :]


BINARY_WAYS: Final[Mapping[str, Spoil]] = {"bytes": bytes_spoilt}
WAYS: Final[Mapping[str, Spoil]] = {
    "bytes of the package": bytes_spoilt,
    "bytes of a part": in_a_part(bytes_spoilt),
    "a tag": in_a_part(_other_element),
    "an attribute": in_a_part(_other_attribute),
    "a text": _in_cells(_other_text),
    "another text": _in_cells(_other_text),
    "a third text": _in_cells(_other_text),
    "a cell": _in_cells(_other_cell),
    "another cell": _in_cells(_other_cell),
    "rows": _in_cells(_rows_about),
}


@lru_cache(maxsize=1)
def _small_year() -> Files:
    return {"reja.xlsx": good_plan(), "yanvar.xlsx": good_month(1), "fevral.xlsx": good_month(2)}


@lru_cache(maxsize=1)
def _helped_year() -> Files:
    return {"reja.xlsx": helped_plan(), "yanvar.xlsx": good_month(1)}


@lru_cache(maxsize=1)
def _foreign_year() -> Files:
    return {"reja.ods": plan_as_ods(), "yanvar.xls": month_as_xls(1), "fevral.xlsx": good_month(2)}


@lru_cache(maxsize=1)
def _sample_year() -> Files:
    name, make = sorted(sample_month_workbooks().items())[0]
    return {"reja.xlsx": sample_plan(), Path(name).name: workbook_bytes(make())}


YEARS: Final[Mapping[str, Callable[[], Files]]] = {
    "small year": _small_year,
    "year with helper sheets": _helped_year,
    "year of other formats": _foreign_year,
    "sample": _sample_year,
}
