"""Services, posts and recipients: keys, how papers write them, how plans spell them (folded)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownService:
    """`spellings`: folded, without a trailing "xizmati", "bolimi" or "sektori"."""

    key: str
    name: str
    spellings: tuple[str, ...]
    post: bool = False


SERVICES: tuple[KnownService, ...] = (
    KnownService(
        "abonement",
        "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati",
        (
            "abonement va foydalanuvchilarga xizmat korsatish",
            "foydalanuvchilarga xizmat korsatish",
            "xizmat korsatish",
            "abonement",
            "abonementa i obslujivaniya polzovateley",
            "obslujivaniya polzovateley",
        ),
    ),
    KnownService(
        "fond",
        "Fondlarni to‘ldirish, saqlash va ularga ishlov berish xizmati",
        (
            "fondlarni toldirish saqlash va ularga ishlov berish",
            "fondlarni butlash va ishlov berish",
            "fondlarni butlash",
            "butlash",
            "fond",
            "fondlar",
            "komplektovaniya xraneniya i obrabotki fondov",
        ),
    ),
    KnownService(
        "bibliografiya",
        "Axborot-bibliografiya xizmati",
        (
            "axborot bibliografiya",
            "axborot bibliografik",
            "bibliografiya",
            "informasionno bibliograficheskiy",
            "bibliograficheskiy",
        ),
    ),
    KnownService(
        "akt",
        "Axborot-kommunikatsiya texnologiyalari va raqamlashtirish xizmati",
        (
            "axborot kommunikatsiya texnologiyalari va raqamlashtirish",
            "axborot kommunikatsiya texnologiya va raqamlashtirish",
            "axborot kommunikasiya texnologiyalari va raqamlashtirish",
            "axborot kommunikasiya texnologiya va raqamlashtirish",
            "axborot texnologiyalari",
            "akt va raqamlashtirish",
            "akt",
            "it",
            "raqamlashtirish",
            "ikt i sifrovizasii",
            "ikt i osifrovki",
        ),
    ),
    KnownService("ilmiy-metodik", "Ilmiy-metodik xizmat", ("ilmiy metodik", "ilmiy uslubiy")),
    KnownService("olkashunoslik", "O‘lkashunoslik xizmati", ("olkashunoslik",)),
    KnownService("nodir-nashrlar", "Nodir nashrlar xizmati", ("nodir nashrlar",)),
    KnownService("huquqiy-axborot", "Huquqiy axborot xizmati", ("huquqiy axborot",)),
    KnownService(
        "manaviy-marifiy", "Ma’naviy-ma’rifiy ishlar xizmati", ("manaviy marifiy ishlar",)
    ),
    KnownService(
        "direktor",
        "Direktor",
        (
            "direktor", "akm rahbari", "akm direktori", "markaz direktori", "rahbar",
            "markaz rahbari", "markaz rahbariyati", "direktor v b", "rukovoditel", "akm raxbari",
            "axborot kutubxona markazi direktori", "axborot kutubxona markazi rahbari",
        ),
        post=True,
    ),
    KnownService(
        "kadrlar",
        "Kadrlar bo‘yicha inspektor",
        (
            "kadrlar boyicha inspektor", "kadrlar inspektori", "kadrlar bolimi", "kadrlar",
            "inspektor po kadram",
        ),
        post=True,
    ),
    KnownService("bosh-mutaxassis", "Bosh mutaxassis", ("bosh mutaxassis",), post=True),
    KnownService(
        "buxgalter",
        "Bosh hisobchi",
        ("bosh hisobchi", "buxgalter", "bosh buxgalter", "hisobchi", "glavniy buxgalter"),
        post=True,
    ),
    KnownService("metodist", "Metodist", ("metodist", "uslubchi"), post=True),
)  # fmt: skip

EVERYONE = (
    "barcha xizmatlar",
    "barcha xizmat rahbar va xodimlari",
    "barcha xizmat rahbarlari va xodimlari",
    "barcha xizmat rahbarlari",
    "barcha bolimlar",
    "barcha xodimlar",
    "hamma xizmatlar",
    "xizmatlar",
    "vse otdeli",
    "vse slujbi",
)
KIND_WORDS = ("xizmati", "xizmat", "bolimi", "bolim", "sektori", "sektor", "otdel", "slujba")
POST_WORDS = (
    "direktor", "direktori", "rahbar", "rahbari", "inspektor", "inspektori", "mutaxassis",
    "mutaxassisi", "buxgalter", "buxgalteri", "hisobchi", "hisobchisi", "metodist", "metodisti",
    "uslubchi", "mudir", "mudiri", "boshligi", "orinbosari",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownRecipient:
    """`name` as a list names it; `addressee` in the dative as a letter does, "" if unknown."""

    key: str
    name: str
    addressee: str


RECIPIENTS: tuple[KnownRecipient, ...] = (
    KnownRecipient(
        "komplayens",
        "O‘zbekiston Milliy kutubxonasi komplayens xizmati",
        "O‘zbekiston Milliy kutubxonasi komplayens xizmatiga",
    ),
    KnownRecipient(
        "milliy-kutubxona",
        "O‘zbekiston Milliy kutubxonasi",
        "Alisher Navoiy nomidagi O‘zbekiston Milliy kutubxonasiga",
    ),
    KnownRecipient(
        "respublika-akm",
        "Respublika axborot-kutubxona markazi",
        "Respublika axborot-kutubxona markaziga",
    ),
    KnownRecipient("viloyat-akm", "Viloyat axborot-kutubxona markazi", ""),
    KnownRecipient("viloyat-hokimligi", "Viloyat hokimligi", "Viloyat hokimligiga"),
    KnownRecipient("shahar-hokimligi", "Shahar hokimligi", "Shahar hokimligiga"),
    KnownRecipient("tuman-hokimligi", "Tuman hokimligi", "Tuman hokimligiga"),
    KnownRecipient(
        "tuman-statistika-bolimi", "Tuman statistika bo‘limi", "Tuman statistika bo‘limiga"
    ),
    KnownRecipient("adliya-bolimi", "Adliya bo‘limi", "Adliya bo‘limiga"),
    KnownRecipient(
        "maktabgacha-va-maktab-talimi-bolimi",
        "Maktabgacha va maktab ta’limi bo‘limi",
        "Maktabgacha va maktab ta’limi bo‘limiga",
    ),
    KnownRecipient("agentlik", "Agentlik", "Agentlikka"),
    KnownRecipient("vazirlik", "Vazirlik", "Vazirlikka"),
)


def recipient(key: str) -> KnownRecipient:
    """The recipient of that key; one that no list knows is named by its key."""
    known = next((one for one in RECIPIENTS if one.key == key), None)
    return known or KnownRecipient(key, key, "")
