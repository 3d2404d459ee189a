"""The words by which sheets, their headings and their marks are known, folded for matching."""

from __future__ import annotations

from typing import Final

# Plan and month columns: the phrases that name each, tried in this order (wording.fold).
PLAN_COLUMNS: Final = (
    "number", "title", "unit", "baseline", "target", "mechanism", "schedule", "responsible",
)  # fmt: skip
QUANTITY: Final = "quantity"

NUMBER_MARKS: Final = frozenset(
    {"№", "no", "n", "t/r", "tr", "t.r", "no p/p", "n p/p", "№ p/p", "№ t/r", "t/r №"}
)

# Endings of headings, for one thing or several: `fakti`, `muddatlari`.
HEADING_ENDINGS: Final = ("lar", "lari", "i", "si")

# Whole folded words, with or without an ending, the most telling first: the first phrase found
# decides.
HEADING_WORDS: Final[tuple[tuple[str, str], ...]] = (
    ("mechanism", "mexanizm"), ("mechanism", "mexanizma"),
    ("schedule", "muddat"), ("schedule", "srok"),
    ("responsible", "masul"), ("responsible", "ijrochi"), ("responsible", "otvetstvennie"),
    ("responsible", "otvetstvenniy"), ("responsible", "ispolnitel"),
    ("unit", "birligi"), ("unit", "birlik"), ("unit", "birl"), ("unit", "yed izm"),
    ("unit", "yedinisa izmereniya"), ("unit", "olchov"),
    ("baseline", "fakt"), ("baseline", "amalda"), ("baseline", "haqiqatda"),
    ("baseline", "bajarilgan"), ("baseline", "fakticheski"),
    ("target", "reja"), ("target", "plan"),
    ("quantity", "miqdor"), ("quantity", "soni"), ("quantity", "hajm"),
    ("quantity", "kolichestvo"),
    ("title", "nomi"), ("title", "korsatkich"),
    ("title", "chora tadbir"), ("title", "tadbir"),
    ("title", "naimenovanie"), ("title", "naimenovaniye"), ("title", "ishlar"),
)  # fmt: skip

MONTH_HEADING_WORDS: Final[tuple[tuple[str, str], ...]] = (
    ("to_date", "yil boshidan"), ("to_date", "osib boruvchi"), ("to_date", "s nachala goda"),
    ("to_date", "narastayushim itogom"),
    ("target", "yillik reja"), ("target", "reja"), ("target", "plan"),
    ("actual", "bajarildi"), ("actual", "amalda"), ("actual", "vipolneno"),
    ("actual", "bajarilgan"),
    ("note", "izoh"), ("note", "eslatma"), ("note", "primechaniye"), ("note", "primechanie"),
    ("unit", "birligi"), ("unit", "birlik"), ("unit", "birl"), ("unit", "yed izm"),
    ("name", "korsatkich"), ("name", "nomi"),
    ("name", "naimenovanie"), ("name", "naimenovaniye"), ("name", "pokazatel"),
)  # fmt: skip

# Of the columns under one heading, the one for all that it says has no other words than these.
_OF_ALL: Final = frozenset({"jami", "hammasi", "bolib", "umumiy", "itogo", "vsego"})
_OF_THE_YEAR: Final = _OF_ALL | {
    "yil", "yili", "yilda", "yilga", "yillik", "bir", "davomida", "boyicha", "uchun", "y",
    "god", "goda", "godu", "godovoy", "godovaya", "za", "na", "v", "g",
}  # fmt: skip
WHOLE_WORDS: Final = {
    "baseline": _OF_THE_YEAR,
    "target": _OF_THE_YEAR,
    "actual": _OF_ALL | {
        "oy", "oyi", "oyda", "oyida", "oylik", "bir", "shu", "hisobot", "davomida", "ichida",
        "boyicha", "uchun", "mesyas", "mesyase", "za", "v",
    },
    "to_date": _OF_ALL | {"yil", "boshidan", "bir", "davomida"},
}  # fmt: skip

OF_WHICH: Final = frozenset(
    {"shundan", "shu jumladan", "jumladan", "undan", "ulardan", "v tom chisle", "iz nix"}
)
AGREEMENT: Final = frozenset({"kelishildi", "kelishilgan", "soglasovano"})
APPROVAL: Final = frozenset({"tasdiqlayman", "tasdiqlandi", "tasdiqlangan", "utverjdayu"})
SERVICE_LABEL: Final = frozenset({"xizmat", "bolim", "slujba", "otdel"})
MONTH_LABEL: Final = frozenset({"oy", "mesyas", "oy nomi"})
TOTAL_WORDS: Final = frozenset({"jami", "hammasi", "itogo", "vsego"})  # a totals row ends in one


# The sheet that a service fills in every month.
MONTH_COLUMNS: Final = (
    "№", "Ko‘rsatkich", "O‘lchov birligi", "Yillik reja", "Bajarildi", "Yil boshidan", "Izoh",
)  # fmt: skip
MONTH_FOLDER: Final = "oylik"
MONTH_TAB_LABELS: Final = ("Xizmat:", "Oy:")

# Units that say the same thing (LANGUAGE C7), folded; the first is the name for the rest.
UNIT_TWINS: Final[tuple[frozenset[str], ...]] = (
    frozenset({"nusxa", "ekz", "ekzemplyar"}),
    frozenset({"dona", "sht", "shtuk", "ta"}),
    frozenset({"nafar", "kishi", "chel", "chelovek"}),
    frozenset({"marta", "marotaba", "marotiba", "raz"}),
    frozenset({"sahifa", "bet", "str", "stranis"}),
    frozenset({"xodim", "sotrudnik"}),
    frozenset({"hujjat", "dokument"}),
    frozenset({"tadbir", "meropriyatie", "meropriyatiye"}),
    frozenset({"bibliografik yozuv", "bibliograficheskaya zapis", "bibl zapis"}),
    frozenset({"foiz", "%"}),
    frozenset({"royxat", "spisok"}),
)
DOCUMENT_UNITS: Final = frozenset({"hujjat", "dokument"})
PAPER_UNITS: Final = DOCUMENT_UNITS | {"hisobot", "otchyot", "otchet"}
