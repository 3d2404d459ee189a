"""The wordings of a frequency: patterns over folded text (wording.fold), and spans a year."""

from __future__ import annotations

import re

from akmplan.layout.calendar import NUMBER_WORDS

DAILY = 365  # more often than anything is asked for; nobody counts how many days are worked

SPANS_A_YEAR = {
    "yil": 1, "yarim yil": 2, "chorak": 4, "chorag": 4, "oy": 12, "hafta": 52, "kun": DAILY,
    "god": 1, "polugod": 2, "polgod": 2, "kvartal": 4, "mesyas": 12, "nedel": 52, "den": DAILY,
}  # fmt: skip

COUNT = "(?:" + "|".join([*NUMBER_WORDS, r"[1-9]\d{0,2}"]) + ")"
_UNIT = r"(?P<unit>yarim yil|yil|chora[kg]|kvartal|oy|hafta|kun)"
_RUSSIAN_UNIT = r"(?P<unit>polugod|polgod|god|kvartal|mesyas|nedel|den)\w*"
_STRETCH = rf"(?:(?P<stretch>{COUNT})[ -])?"
_TIMES = rf"(?P<count>{COUNT}) marotaba\b"

# "marta" is a time after a number, March elsewhere; March is told from it before anything is read.
TIMES_TYPED = re.compile(rf"\b({COUNT}) (?:marta|marotiba)\b")
TIMES = re.compile(rf"\b{_TIMES}")

# `har chorakda 2 marta`, `har 2 oyda`: before the quarters, which a number names too.
EACH = (
    re.compile(
        rf"\bhar (?:bir )?{_STRETCH}{_UNIT}(?:lik)?(?:lar)?s?i?(?:ning|da|ga|dan|gacha)?\b"
        rf"(?: {_TIMES})?"
    ),
    re.compile(rf"\bkajd\w+ {_STRETCH}{_RUSSIAN_UNIT}"),
)
# `oyiga 2 marta`, `3 oyda bir marta`: after the months and quarters that are named.
PER = (
    re.compile(
        rf"\b{_STRETCH}{_UNIT}(?:lik|lig)?s?i?(?:da|ga| davomida| mobaynida) {_TIMES}",
    ),
    re.compile(rf"\b(?:(?P<count>{COUNT}) )?raza? v {_STRETCH}{_RUSSIAN_UNIT}"),
)

Frequencies = tuple[tuple[re.Pattern[str], int | None], ...]


def _phrases(*listed: tuple[str, int | None]) -> Frequencies:
    return tuple((re.compile(rf"\b(?:{pattern})\b"), spans) for pattern, spans in listed)


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
    (r"po polugodiyam", 2),
    (r"choraklik|chorakma-chorak|yejekvartalno|ejekvartalno|pokvartalno", 4),
    (r"oyma-oy|oylik|yejemesyachno|ejemesyachno", 12),
    (r"kunlik|kundalik|kunma-kun|yejednevno|yejednevniy", DAILY),
    (r"haftalik|yejenedelno", 52),
    (r"yillik|yejegodno|godovoy", 1),
    (r"yil yakun(?:ida|(?:i|lari) boyicha)|po itogam goda", 1),
)
