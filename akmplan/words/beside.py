"""The words beside a number: which of them make another one of it (`12 ming`, `3 ta har oyda`).

Any word may stand there, so that it takes a family of words with their endings to be named: of
thousands and halves, of times a month, of so many each, of more or less.
"""

from __future__ import annotations

import re

from akmplan.layout.sheets import UNIT_TWINS
from akmplan.words.wording import fold, words

# Words for single things: `ta`, `nusxa`, `экз.`
COUNTERS = frozenset(unit for twins in UNIT_TWINS for unit in twins if unit.isalpha())

_ENDINGS = "(?:ta|cha|lar|lab|lik|dan|ga|ni|ning|da){0,4}"
_THOUSANDS = rf"(?:yuz|ming|mln|million|mlrd|milliard|trln|trillion|tis){_ENDINGS}"
_IN_RUSSIAN = r"tisyach\w*|sotn\w*|million\w*|milliard\w*|trillion\w*"
_TIMES = r"barobar\w*|baravar\w*|karra|yarim(?:ta)?(?! yil)"
_EACH_SPAN = (
    "har(?! xil| turli| tomonlama| qanday)|(?:oyi|kuni|haftasi|choragi|soati|yarim yilligi)ga"
    "|oyma-oy|kunma-kun|haftama-hafta|chorakma-chorak|(?:oy|kun|hafta|chorak) sayin|kunda|sutkada"
)
_NO_ORDINAL = r"(?<!nchi )(?<!xirgi )(?<!\bi )(?<!\bii )(?<!\biii )(?<!\biv )"
_IN_A_SPAN = rf"{_NO_ORDINAL}(?:oyda|haftada|chorakda|yarim yillikda|yarim yilda)"
_EACH_SPAN_IN_RUSSIAN = (
    r"yeje(?!god)\w*no|po(?:kvartal|mesyach|nedel|dnev)no|kajd\w+"
    r"|(?:v|za) (?:odin |dva |tri )?(?:kvartal|mesyas|mesyasa|den|nedelyu|polugodie|sutki|chas)"
)
_BY_A_SPAN = (
    r"/ ?(?:oy|kun|hafta|chorak|soat|smena|mes|mesyas|den|kvartal|kv|nedelya|nedelyu|chas)(?!\w)"
)
_COUNTER = "|".join(sorted(COUNTERS, key=len, reverse=True))
_ABOUT = (
    rf"(?:ta )?(?:{_COUNTER})?(?:dan(?! iborat)|ga yaqin|gacha)|tacha"
    rf"|(?:(?:{_COUNTER}) )?(?:atrofida|chamasi(?:da)?|ortiq|oshiq|kam emas|(?:i )?bolee|ne menee)"
)
_SHORT_THOUSAND = "[ktm]"
_CHANGING = re.compile(
    rf"(?<![\w-])(?:{_THOUSANDS}|{_IN_RUSSIAN}|{_TIMES}|{_EACH_SPAN}|{_IN_A_SPAN}"
    rf"|{_EACH_SPAN_IN_RUSSIAN})(?!\w)|{_BY_A_SPAN}|^(?:{_ABOUT}|{_SHORT_THOUSAND})(?!\w)"
)

_SMALL = {
    "nol": 0, "bir": 1, "ikki": 2, "uch": 3, "tort": 4, "besh": 5, "olti": 6, "yetti": 7,
    "sakkiz": 8, "toqqiz": 9, "on": 10, "yigirma": 20, "ottiz": 30, "qirq": 40, "ellik": 50,
    "oltmish": 60, "yetmish": 70, "sakson": 80, "toqson": 90,
}  # fmt: skip
_GREAT = {"ming": 10**3, "million": 10**6, "milliard": 10**9}


def changes_number(text: str) -> bool:
    """Whether these words, beside a number, make another one of it."""
    return bool(_CHANGING.search(fold(text.strip(" ()\u00a0"))))


def begins_with_counter(text: str) -> bool:
    """Whether its first word is one for single things, so that it may cling to a number: `12ta`."""
    told = words(text)
    return bool(told) and told[0] in COUNTERS


def spelled(text: str) -> int | None:
    """The number that is said in words, `o‘n ikki ta`; None where it is more than a number."""
    told = words(text)
    while told and told[-1] in COUNTERS:
        told.pop()
    if not told:
        return None
    total = part = 0
    for word in (*told[:-1], told[-1].removesuffix("ta")):
        if word in _SMALL:
            part += _SMALL[word]
        elif word == "yuz":
            part = (part or 1) * 100
        elif word in _GREAT:
            total, part = total + (part or 1) * _GREAT[word], 0
        else:
            return None
    return total + part
