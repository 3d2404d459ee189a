"""The wordings of deadlines: patterns over folded text (wording.fold), and what each means."""

from __future__ import annotations

import re

from akmplan.layout.calendar import MONTH_SUFFIXES, MONTH_WORDS, NUMBER_WORDS, ORDINAL_WORDS

ALL_YEAR = frozenset(range(1, 13))

_YEAR = r"(20\d\d|19\d\d)"
YEARS = re.compile(
    rf"\b{_YEAR}(?: ?- ?{_YEAR})? ?-? ?(?:yil(?:da|ning|ni|gi|lar)?|g|god[aiu]?)?\b\.?",
    re.IGNORECASE,
)

_NUMERAL = "(?:" + "|".join(ORDINAL_WORDS) + r"|[ivxl1і]{1,4}|\d{1,2})"
_QUARTER_WORD = (
    r"(?:chorak\w*|chora(?:gi|klar)\w*|choragi\w*|ch|kvartal\w*|kv(?:-l)?)(?=[\s.,;)]|$)"
)
QUARTERS = re.compile(
    rf"\b(?P<list>{_NUMERAL}(?:\s*(?:-|,|va|i|hamda)\s*{_NUMERAL})*)\s*-?\s*{_QUARTER_WORD}"
)
CODED_QUARTER = re.compile(r"\b(?:q ?([1-4])|([1-4]) ?q)\b")
NUMERAL_OR_DASH = re.compile(rf"({_NUMERAL})|(-)")

_MONTH = (
    "(?:"
    + "|".join(sorted(MONTH_WORDS, key=len, reverse=True))
    + ")(?:"
    + "|".join(sorted(MONTH_SUFFIXES, key=len, reverse=True))
    + ")"
)
MONTHS = re.compile(
    rf"\b(?P<list>{_MONTH}(?:\s*(?:-|,|va|hamda|i|dan)?\s*{_MONTH})*)\b"
    r"(?:\s*oy(?:i|lari|larida|ida|ining)?)?\b"
)
DATED_MONTH = re.compile(
    r"\b(?:(?:(?:0?[1-9]|[12]\d|3[01])[./])?(?P<before>0?[1-9]|1[0-2])[./](?P<year>20\d\d)"
    r"|(?P<year_first>20\d\d)-(?P<after>0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)\b"
)
NUMBERED_MONTH = re.compile(r"\b(0?[1-9]|1[0-2])-oy(?:i|da|ida)?\b")
ONE_MONTH = re.compile(rf"\b({'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))})(\w*)")

_COUNT = "(" + "|".join([*NUMBER_WORDS, r"[1-9]\d{0,2}"]) + ")"
TIMES = re.compile(
    rf"\b(?:(?:bir )?yilda|yiliga|yil davomida)?\s*{_COUNT} (?:marta|marotaba|marotiba)\b"
)
TIMES_IN_RUSSIAN = re.compile(r"\b([1-9]\d{0,2}) raza? v god\b")

DAILY = 365  # more often than anything is asked for; nobody counts how many days are worked

Frequencies = tuple[tuple[re.Pattern[str], int | None], ...]


def _phrases(*listed: tuple[str, int | None]) -> Frequencies:
    return tuple((re.compile(rf"\b(?:{pattern})\b"), times) for pattern, times in listed)


# Folded phrases and how often a year each means. "har yarim yilda" goes before the half-years.
HALF_YEARLY = _phrases(
    (r"har yarim yil(?:da|lik(?:da)?)?|yarim yilda (?:bir|1) (?:marta|marotaba)", 2),
    (r"raz v polgoda|po polugodiyam|dva raza v god", 2),
)
# What a report covers says how often it is due; "9 oylik" fits no even share of the year. Longer
# phrases go first: "yillik" stands in "yarim yillik", "oylik" in "6 oylik".
COVERED = _phrases(
    (r"yarim yil(?:lik)?", 2),
    (r"(?:6|olti)[ -]?oy(?:lik)?", 2),
    (r"(?:3|uch)[ -]?oylik", 4),
    (r"(?:12|on ikki)[ -]?oylik", 1),
    (r"(?:9|toqqiz)[ -]?oy(?:lik)?", None),
)
FREQUENCIES = _phrases(
    (r"har chora(?:k(?:da|ning| yakuni(?:da)?)?|gida)|choraklik|chorakma-chorak", 4),
    (r"(?:choragiga|chorakda) (?:bir|1) (?:marta|marotaba)", 4),
    (r"yejekvartalno|ejekvartalno|raz v kvartal|pokvartalno", 4),
    (r"(?:yilning )?har oy(?:da|ida|ning)?|oyma-oy|oylik", 12),
    (r"(?:oyiga|oyda) (?:bir|1) (?:marta|marotaba)", 12),
    (r"yejemesyachno|ejemesyachno|kajdiy mesyas", 12),
    (r"har kuni?|kunlik|kundalik|kunma-kun|yejednevno|yejednevniy", DAILY),
    (r"har hafta(?:da)?|haftalik|haftasiga (?:bir|1) marta|yejenedelno", 52),
    (r"har yili?|yillik|raz v god|yejegodno|godovoy", 1),
    (r"yil yakun(?:ida|(?:i|lari) boyicha)|po itogam goda", 1),
)

HALVES: tuple[tuple[re.Pattern[str], frozenset[int]], ...] = (
    (
        re.compile(r"\b(?:ii|2|ikkinchi|vtoroy?e)\s*-?\s*(?:yarim yil(?:lik)?\w*|polugodiy?e)"),
        frozenset(range(7, 13)),
    ),
    (
        re.compile(
            r"\b(?:(?:i|1|birinchi|pervoy?e)\s*-?\s*)?(?:yarim yil(?:lik)?\w*|polugodiy?e|polgoda)"
            r"|\byilning birinchi yarmi\w*|\b(?:6|olti) oy(?:lik)?\w*|\b6 mesyasev"
        ),
        frozenset(range(1, 7)),
    ),
    (
        re.compile(r"\b(?:9|toqqiz) oy(?:lik)?\w*|\b9 mesyasev|\buch chorak\b"),
        frozenset(range(1, 10)),
    ),
    (re.compile(r"\b(?:12|on ikki) oy(?:lik)?\b|\b12 mesyasev"), ALL_YEAR),
)

# What may stand beside the rest without changing it: the whole year, no fixed date, fillers.
FILLERS = re.compile(
    r"\b(?:yil(?:ning|da|i|gi)?(?: yakunida| yakuni| oxirida)?|davomida|mobaynida"
    r"|doimiy(?: ravishda)?"
    r"|muntazam|uzluksiz|zaruratga kora|zarur hollarda|sorovga asosan|talab etilganda"
    r"|(?:tasdiqlangan )?(?:reja|jadval|reja-jadval)(?:ga)? (?:asosida|muvofiq)|asosida|muvofiq"
    r"|(?:\w+ )?rejasidan oling"
    r"|v techeniy?e(?: goda)?|postoyanno|na postoyannoy osnove|po mere neobxodimosti"
    r"|v ustanovlenniy srok|do|ne pozdne(?:e|ye)"
    r"|po zaprosu|po planu|soglasno planu|v|za|goda?|yakunida|yakuni|boyicha|uchun|va|oy(?:i|ida)?"
    r"|oz vaqtida|belgilangan muddatda|muddatda|har|qadar|kechiktirmay"
    r"|ichida|ish kunida|oxirida)\b"
)
DUE_DAY = re.compile(
    rf"\b(?:[1-9]|[12]\d|3[01]) ?-? ?(?=(?:{'|'.join(MONTH_WORDS)})(?:ga|gacha|dan)?\b)"
    r"|\b\d{1,2} ?-? ?(?:sana(?:si|siga|sigacha)?|kun(?:i|iga)?|oyda|mesyasev)\b"
    rf"|\b{_COUNT} ?-? ?(?:kun(?= ichida)|ish kun\w*|oy muddatda|dnevniy srok)\b"
)
