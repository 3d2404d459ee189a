"""The wordings of deadlines: patterns over folded text (wording.fold), and what each means."""

from __future__ import annotations

import re

from akmplan.layout.calendar import MONTH_SUFFIXES, MONTH_WORDS, ORDINAL_WORDS
from akmplan.layout.frequencies import COUNT

ALL_YEAR = frozenset(range(1, 13))

_YEAR = r"(20\d\d|19\d\d)"
YEARS = re.compile(
    rf"\b{_YEAR}(?: ?- ?{_YEAR})? ?-? ?(?:yil(?:da|dan|ning|ni|gi|lar)?|g|god[aiu]?)?\b\.?",
    re.IGNORECASE,
)

# Atomic, and lists of bounded length: a cell of thousands of numbers is read in no time, too.
_NUMERAL = "(?>" + "|".join(ORDINAL_WORDS) + r"|[ivxl1і]{1,4}(?![ivxl1і\d])|\d{1,2})"
_QUARTER_WORD = (
    r" ?-? ?(?:chorak\w*|chora(?:gi|klar)\w*|choragi\w*|ch|kvartal\w*|kv(?:-l)?)(?=[\s.,;)-]|$)"
)
_AND = r"(?:\s*[-,]\s*|\s+(?:va|hamda|i|po|do)\s+)"
_FROM = r" ?-? ?(?:chorak|choragi|kvartal)dan\s+"
QUARTERS = re.compile(
    rf"\b(?P<list>{_NUMERAL}(?:(?:(?:{_QUARTER_WORD})?{_AND}|{_FROM}){_NUMERAL}){{0,9}}){_QUARTER_WORD}"
)
QUARTER_WORD = re.compile(_QUARTER_WORD)
CODED_QUARTER = re.compile(r"\b(?:q ?([1-4])|([1-4]) ?q)\b")
NUMERAL_OR_THROUGH = re.compile(rf"({_NUMERAL})(?![a-z])|(-|\b(?:po|do)\b)")

_MONTH_NAME = "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
_SUFFIX = "|".join(sorted(MONTH_SUFFIXES, key=len, reverse=True))
_MONTH = rf"(?:{_MONTH_NAME})(?:{_SUFFIX})(?: oy(?:i|lari)?(?:{_SUFFIX})\b)?"
MONTHS = re.compile(rf"\b(?P<list>{_MONTH}(?:(?:{_AND}|\s+){_MONTH}){{0,23}})\b")
ONE_MONTH = re.compile(rf"\b({_MONTH_NAME})(\w*(?: oy\w*)?)")
NUMBERED_MONTH = re.compile(r"\b(0?[1-9]|1[0-2])-oy(?:i|da|ida)?\b")

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBER_OF_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATE = (
    rf"(?:(?:{_DAY}[./])?{_NUMBER_OF_MONTH}[./]20\d\d"
    rf"|20\d\d-{_NUMBER_OF_MONTH}(?:-{_DAY})?)"
)
_OF_YEAR = r"(?:\s?-?\s?(?:yil(?:da|ning)?|goda|g)\b\.?)?"
DATES = re.compile(
    rf"\b(?:(?P<first>{_DATE}|{_DAY}[./]{_NUMBER_OF_MONTH}){_OF_YEAR}\s?-?\s?(?:-|dan|po|do)\s*)?"
    rf"(?P<last>{_DATE}){_OF_YEAR}(?:\s?-?\s?(?:gacha|ga|dan|da))?\b"
)
DATE_PARTS = re.compile(r"(20\d\d)-(\d\d?)|(?:\d\d?[./])?(\d\d?)[./](20\d\d)|\d\d?[./](\d\d?)")
DAY_OF_MONTH = re.compile(
    rf"\b{_DAY}(?: ?(?:-|po) ?{_DAY})? ?-? ?(?=(?:{_MONTH_NAME})(?:{_SUFFIX})\b)"
)
DAY_OF_MARCH = re.compile(rf"\b({_DAY} ?-? ?)marta\b")
# Only Russian has these beside a day: a preposition before it, a month in the genitive.
RUSSIAN_DATE = re.compile(
    r"\b(?:do|k|s|po|pozdnee|pozdneye|goda|(?:yanvar|fevral|aprel|iyun|iyul|sentyabr|oktyabr"
    r"|noyabr|dekabr)ya|maya|avgusta)\b"
)
ONLY_A_DATE = re.compile(r"[\d\W]*marta[\d\W]*(?:g\W*)?")

# "har yarim yilda" is struck before the half-years.
_HALF = r"(?:yarim yil(?:lik)?\w*|polugodi\w*)"
Halves = tuple[tuple[re.Pattern[str], frozenset[int]], ...]
NAMED_HALVES: Halves = (
    (
        re.compile(
            rf"\b(?:ii|2|ikkinchi|vtor(?:oye|oe|om|ogo))\s*-?\s*{_HALF}"
            r"|\byilning (?:ii|2|ikkinchi)[ -]yarmi\w*"
        ),
        frozenset(range(7, 13)),
    ),
    (
        re.compile(
            rf"\b(?:i|1|birinchi|perv(?:oye|oe|om|ogo))\s*-?\s*{_HALF}"
            r"|\byilning (?:i|1|birinchi)[ -]yarmi\w*"
        ),
        frozenset(range(1, 7)),
    ),
)
LENGTHS: Halves = (
    (
        re.compile(rf"\b(?:{_HALF}|polgoda|(?:6|olti)(?: oy\w*|-oylik)|6 mesyasev)"),
        frozenset(range(1, 7)),
    ),
    (
        re.compile(r"\b(?:(?:9|toqqiz)(?: oy\w*|-oylik)|9 mesyasev|uch chorak\b)"),
        frozenset(range(1, 10)),
    ),
    (re.compile(r"\b(?:(?:12|on ikki)(?: oy(?:lik)?|-oylik)\b|12 mesyasev)"), ALL_YEAR),
)

# What may stand beside the rest without changing it: the whole year, no fixed date, fillers.
FILLERS = re.compile(
    r"\b(?:yil(?:ning|da|i|gi)?(?: yakunida| yakuni| oxirida)?|davomida|mobaynida"
    r"|doimiy(?: ravishda)?"
    r"|muntazam|uzluksiz|zaruratga kora|zarurat (?:bolganda|tugilganda)|zarur hollarda"
    r"|sorovga asosan|talab etilganda"
    r"|(?:tasdiqlangan )?(?:reja|jadval|reja-jadval)(?:ga)? (?:asosida|muvofiq)|asosida|muvofiq"
    r"|(?:\w+ )?rejasidan oling"
    r"|v techeniy?e(?: goda)?|postoyanno|na postoyannoy osnove|po mere neobxodimosti"
    r"|v ustanovlenniy srok|do|ne pozdne(?:e|ye)"
    r"|po zaprosu|po planu|soglasno planu|vo?|s|za|goda?|boyicha|uchun|va|oy(?:i|ida)?"
    r"|(?:yakun(?:i|lari)|oxiri)(?:da|ga|gacha)?"
    r"|oz vaqtida|belgilangan muddatda|muddatda|har|qadar|gacha|kechiktirmay"
    r"|ichida|ish kunida)\b"
)
DUE_DAY = re.compile(
    r"\b\d{1,2} ?-? ?(?:sana|kun)(?:s?i(?:da|dan|ga|gacha)?)?\b"
    r"|\b\d{1,2} (?:oyda|mesyasev|chisl[ao])\b"
    rf"|\b{COUNT} ?-? ?(?:kun(?= ichida)|ish kun\w*|oy muddatda|dnevniy srok)\b"
)
