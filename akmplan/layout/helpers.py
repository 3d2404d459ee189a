"""The helper sheets: their headings, and the words that stand in their first column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class HelperLayout:
    """A helper sheet's columns, and those by which it is known."""

    name: str
    columns: tuple[str, ...]
    known_by: tuple[str, ...]


REQUISITES: Final = HelperLayout("Rekvizitlar", ("Nomi", "Qiymati"), ("Nomi", "Qiymati"))
SERVICES: Final = HelperLayout(
    "Xizmatlar",
    ("Rasmiy nomi", "Qisqa nomi", "Boshqa yozilishlari", "Mas’ul shaxs"),
    ("Rasmiy nomi", "Boshqa yozilishlari"),
)
INDICATORS: Final = HelperLayout(
    "Ko‘rsatkichlar",
    ("Band", "Ko‘rsatkich", "O‘lchov birligi", "Jamlash usuli"),
    ("Band", "Jamlash usuli"),
)
REFERENCES: Final = HelperLayout(
    "Havolalar", ("Band", "Ko‘rsatkich", "Fayl", "Varaq", "Katak"), ("Band", "Fayl", "Katak")
)
REPORTS: Final = HelperLayout(
    "Hisobotlar",
    ("Nomi", "Kimga taqdim etiladi", "Davriyligi", "Muddati", "Bandlar", "Shakli"),
    ("Kimga taqdim etiladi", "Davriyligi", "Bandlar"),
)
RULES: Final = HelperLayout(
    "Qoidalar", ("Kodi", "Qoida", "Darajasi", "Izoh"), ("Kodi", "Qoida", "Darajasi")
)
EXPLANATIONS: Final = HelperLayout(
    "Izohlar",
    ("Band", "Qoida", "Davr", "Qiymat", "Izoh", "Kim", "Sana"),
    ("Band", "Qoida", "Izoh"),
)

# Of two layouts that a heading row fits the one known by more columns stands first.
HELPERS: Final = (REPORTS, RULES, REFERENCES, EXPLANATIONS, SERVICES, INDICATORS, REQUISITES)

# Rekvizitlar: the key in the code, what `init` writes, and how else it is typed (folded).
REQUISITE_NAMES: Final[tuple[tuple[str, str, tuple[str, ...]], ...]] = (
    ("centre", "Markaz nomi", ("markaz", "markaz nomi", "markazning toliq nomi", "tashkilot")),
    ("region", "Viloyat markazi", ("viloyat markazi", "viloyat", "hudud", "viloyat akm")),
    ("parent", "Yuqori tashkilot", ("yuqori tashkilot", "yuqori turuvchi tashkilot", "tizim")),
    ("post", "Rahbar lavozimi", ("rahbar lavozimi", "lavozim", "lavozimi")),
    ("director", "Direktor", ("direktor", "rahbar", "direktor ism sharifi")),
    ("address", "Manzil", ("manzil", "manzili")),
    ("phone", "Telefon", ("telefon", "tel", "telefon raqami")),
    ("email", "Elektron pochta", ("elektron pochta", "e mail", "email", "pochta")),
    ("bank", "Bank rekvizitlari", ("bank rekvizitlari", "bank", "hisob raqam", "stir")),
    ("executor", "Ijrochi", ("ijrochi",)),
    ("executor_phone", "Ijrochi telefoni", ("ijrochi telefoni", "ijrochi tel")),
    ("letter_number", "Xat raqami", ("xat raqami", "xatning raqami", "xat nomeri")),
)
# A line "Qabul qiluvchi: viloyat-akm" gives the addressee of letters to that recipient; one
# "Xat raqami: 2026-Q1 viloyat-akm" the number of one letter.
ADDRESSEE: Final = "Qabul qiluvchi"
ADDRESSEE_WORDS: Final = ("qabul qiluvchi", "kimga")

# What `init` puts behind a name that nobody has confirmed, and what is read as that.
ASKED_MARK: Final = "(?)"
ASKED_MARKS: Final = ("(?)", "?")

METHOD_WORDS: Final = {
    "yigindi": "SUM", "jami": "SUM", "oxirgi qiymat": "LAST", "oxirgi": "LAST",
    "ortacha": "MEAN", "ortacha qiymat": "MEAN",
}  # fmt: skip
LEVEL_WORDS: Final = {
    "": "ERROR", "xato": "ERROR", "error": "ERROR", "oshibka": "ERROR",
    "ogohlantirish": "WARNING", "warning": "WARNING", "preduprejdeniye": "WARNING",
    "eslatma": "NOTE", "note": "NOTE", "primechaniye": "NOTE",
}  # fmt: skip

# Davriyligi: the words that `init` writes, and how else a length of time is named. Months in
# figures or words stand before "oy"; what is no length here may still say how often (schedule).
SPAN_WORDS: Final = {
    "MONTH": "har oyda", "QUARTER": "har chorakda", "HALF": "har yarim yilda",
    "NINE_MONTHS": "9 oylik", "YEAR": "yiliga bir marta",
}  # fmt: skip
SPANS_TYPED: Final = {
    "oy": "MONTH", "oylik": "MONTH", "oyda": "MONTH", "chorak": "QUARTER", "kvartal": "QUARTER",
    "choraklik": "QUARTER", "yarim yil": "HALF", "yarim yillik": "HALF", "polugodiye": "HALF",
    "yil": "YEAR", "yillik": "YEAR", "god": "YEAR", "bir marta": "YEAR", "m9": "NINE_MONTHS",
}  # fmt: skip
SPANS_OF_MONTHS: Final = {
    "1": "MONTH", "bir": "MONTH", "3": "QUARTER", "uch": "QUARTER", "6": "HALF", "olti": "HALF",
    "9": "NINE_MONTHS", "toqqiz": "NINE_MONTHS", "12": "YEAR", "on ikki": "YEAR",
}  # fmt: skip
