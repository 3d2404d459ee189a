"""Folding of Uzbek text: what must read alike becomes alike, only for comparing, never for print.

`fold` makes one lower-case Latin spelling out of Latin, Cyrillic and mixed typing; apostrophes
vanish, every dash is `-`, every space one space. `squeeze` leaves letters and digits only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'‘’ʻʼ`´′‛ʹˈ"
INVISIBLE = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # within brackets
DASHES = "-‐‑‒–—―−"

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_DASH = re.compile(f"[{DASHES}]")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_WORD = re.compile(r"[^\W\d_]+")
_EDGES = ' .,;:!?"“”«»„'

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "j", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "x", "ц": "s", "ч": "ch", "ш": "sh", "щ": "sh",
    "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya", "ў": "o", "қ": "q", "ғ": "g",
    "ҳ": "h", "і": "i", "ӏ": "i",
}  # fmt: skip
_LOOKS_LATIN = dict(zip("асеорхуікмнтвһ", "aceopxyikmhtbh", strict=True))
_LOOKS_CYRILLIC = dict(zip("aceopxyikmt", "асеорхуікмт", strict=True))
_ROMAN_LOOKS = str.maketrans(
    {"І": "I", "Ӏ": "I", "Х": "X", "М": "M", "С": "C", "П": "II", "Ш": "III", "l": "I", "|": "I"}
)
_ROMAN = re.compile(r"M{0,2}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """One spelling for what must read alike; words stay apart, punctuation inside stays."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _DASH.sub("-", _APOSTROPHE.sub("", _SPACES.sub(" ", text))).casefold()
    return _WORD.sub(lambda word: _latin(word[0]), text).strip(_EDGES)


@lru_cache(maxsize=8192)
def squeeze(text: str) -> str:
    """Letters and digits of the folded text, nothing between them."""
    return re.sub(r"[^a-z0-9]+", "", fold(text))


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return re.findall(r"[a-z]+|\d+", fold(text))


def same(one: str, other: str) -> bool:
    """Whether two texts read alike."""
    return fold(one) == fold(other)


def slug(text: str) -> str:
    """A name for files and keys, `[a-z0-9-]` only."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:60].strip("-")


def one_line(text: str) -> str:
    """Line breaks and runs of spaces as one space; letters as typed."""
    return _SPACES.sub(" ", text).strip()


def seen(text: str) -> str:
    """The text as a reader sees it: no letters without width, no spaces around."""
    return _INVISIBLE.sub("", text).strip()


def is_dash(text: str) -> bool:
    """A lone dash, which says "none"."""
    stripped = text.strip()
    return len(stripped) == 1 and stripped in DASHES


def roman(text: str) -> int | None:
    """A Roman numeral as typed, look-alike letters included; None where it is none."""
    letters = text.strip().translate(_ROMAN_LOOKS)
    if not letters or not _ROMAN.fullmatch(letters):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in letters]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-digit if digit < after else digit for digit, after in pairs)


def numeral(number: int) -> str:
    """4 -> IV."""
    parts = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    written = ""
    for value, letters in parts:
        while number >= value:
            written, number = written + letters, number - value
    return written


def strangers(text: str) -> list[str]:
    """Words that mix Latin and Cyrillic letters, as typed."""
    return [word for word in _WORD.findall(text) if _is_mixed(word)]


def with_latin_looks(word: str) -> str | None:
    """A word of two alphabets in Latin letters that look the same, None where some do not."""
    letters = (
        _LOOKS_LATIN.get(letter.lower()) if _is_cyrillic(letter) else letter for letter in word
    )
    turned = [letter or "?" for letter in letters]
    cased = (new.upper() if old.isupper() else new for old, new in zip(word, turned, strict=True))
    written = "".join(cased)
    return None if "?" in written else written


def _is_mixed(word: str) -> bool:
    cyrillic = sum(_is_cyrillic(letter) for letter in word)
    return 0 < cyrillic < len(word)


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter.casefold() <= "\u04ff"


def _latin(word: str) -> str:
    if word.isascii():
        return word
    cyrillic = sum(_is_cyrillic(letter) for letter in word)
    if not cyrillic:
        return word
    if 2 * cyrillic < len(word) or (cyrillic < len(word) and _only_look_latin(word)):
        return "".join(_LOOKS_LATIN.get(letter, letter) for letter in word)
    return _transliterated("".join(_LOOKS_CYRILLIC.get(letter, letter) for letter in word))


def _only_look_latin(word: str) -> bool:
    """Every Cyrillic letter has a Latin twin, and a Latin letter has no Cyrillic one."""
    return all(
        letter in _LOOKS_LATIN if _is_cyrillic(letter) else letter not in _LOOKS_CYRILLIC
        for letter in word
    )


def _transliterated(word: str) -> str:
    if word.startswith("е"):
        word = "й" + word  # at the beginning of a word it is read "ye"
    return "".join(_CYRILLIC.get(letter, letter) for letter in word)
