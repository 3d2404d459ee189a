"""Obligations out of the plan's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from akmplan.loading import load_year
from akmplan.words.recipients import read_bodies, read_obligations, read_recipient
from akmplan.words.schedule import read_schedule

INPUT = Path(__file__).parent.parent / "input"

# Item, recipient, span and the periods' months, as DESIGN gives them for the real plan.
OWED = {
    ("I.1", "viloyat-akm", "quarter"), ("I.2", "viloyat-akm", "month"),
    ("I.3", "viloyat-akm", "month"), ("I.4", "viloyat-akm", "half"),
    ("I.5", "milliy-kutubxona", "month"), ("I.6", "viloyat-akm", "month"),
    ("II.2", "viloyat-akm", "year"), ("II.3", "milliy-kutubxona", "quarter"),
    ("III.5", "viloyat-akm", "quarter"), ("III.6", "viloyat-akm", "quarter"),
    ("IV.12", "viloyat-akm", "quarter"), ("IV.16", "viloyat-akm", "quarter"),
    ("IV.17", "viloyat-akm", "quarter"), ("IV.19", "viloyat-akm", "year"),
    ("IV.24", "milliy-kutubxona", "year"), ("IV.25", "viloyat-akm", "quarter"),
    ("V.26", "respublika-akm", "quarter"), ("V.26", "viloyat-akm", "month"),
    ("V.26.1", "viloyat-akm", "year"), ("V.26.2", "komplayens", "year"),
    ("V.28", "milliy-kutubxona", "half"),
}  # fmt: skip


def test_the_real_plan_owes_exactly_these_papers() -> None:
    plan = load_year(INPUT, 2026, 2026).plan
    assert plan is not None
    found = {
        (item.code, owing.recipient, owing.span.value)
        for item in plan.items
        for owing in item.obligations
    }
    assert found == OWED


ALL_YEAR = read_schedule("2026-yil davomida")


def owed(text: str) -> list[tuple[str, str]]:
    found = read_obligations(["", text], "Tadbir", [10], ALL_YEAR)
    return [(one.recipient, one.span.value) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("har chorakda viloyat AKM ga taqdim etish", [("viloyat-akm", "quarter")]),
        ("har 2 oyda viloyat AKM ga taqdim etish", [("viloyat-akm", "month")]),
        ("3 oyda bir marta viloyat AKM ga taqdim etish", [("viloyat-akm", "quarter")]),
        ("har hafta viloyat AKM ga taqdim etish", [("viloyat-akm", "month")]),
        ("Вилоят АКМга ҳар чоракда тақдим этиш", [("viloyat-akm", "quarter")]),
        ("VAKMga har oyda hisobot berish", [("viloyat-akm", "month")]),
        ("O‘zbekiston Milliy kutubxonasi komplyansiga topshirish", [("komplayens", "year")]),
        ("Milliy kutubxonasi komplayens xizmatiga topshirish", [("komplayens", "year")]),
        ("O‘zbekiston Milliy kutubxonasiga yuborish", [("milliy-kutubxona", "year")]),
        ("MKga har oyda ma’lumot berish", [("milliy-kutubxona", "month")]),
        ("6 oylik hisobotni viloyat AKMga taqdim etish", [("viloyat-akm", "half")]),
        ("yarim yillik hisobotni viloyat AKMga taqdim etish", [("viloyat-akm", "half")]),
        ("3 oylik hisobotni viloyat AKMga taqdim etish", [("viloyat-akm", "quarter")]),
        ("12 oylik hisobotni viloyat AKMga taqdim etish", [("viloyat-akm", "year")]),
        ("9 oylik hisobotni viloyat AKMga taqdim etish", [("viloyat-akm", "year")]),
        ("oylik hisobotni viloyat AKMga taqdim etish", [("viloyat-akm", "month")]),
        ("yillik hisobotni viloyat AKMga taqdim etish", [("viloyat-akm", "year")]),
        ("So‘rovnomani foydalanuvchilarga taqdim etish", []),
        ("viloyat AKM tomonidan taqdim etilgan hisobot asosida", []),
        ("Tuman hokimligiga yuborish", [("tuman-hokimligi", "year")]),
        ("Viloyat hokimligiga yuborish", [("viloyat-hokimligi", "year")]),
        ("Tuman statistika bo‘limiga yuborish", [("tuman-statistika-bolimi", "year")]),
        ("viloyat AKM ga borish", []),
        ("Vobkent tuman axborot-kutubxona markaziga taqdim etish", []),
    ],
)
def test_a_recipient_needs_the_dative_and_a_verb_of_sending(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert owed(text) == expected


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Buxoro viloyat AKM", "viloyat-akm"),
        ("O‘zbekiston Milliy kutubxonasiga", "milliy-kutubxona"),
        ("Respublika AKMga", "respublika-akm"),
        ("Milliy kutubxona komplayens xizmati", "komplayens"),
        ("Tuman hokimligi", "tuman-hokimligi"),
        ("Toshkent shahar hokimligi", "toshkent-shahar-hokimligi"),
        ("Viloyat hokimligiga", "viloyat-hokimligi"),
        ("Maktabgacha va maktab ta’limi bo‘limi", "maktabgacha-va-maktab-talimi-bolimi"),
        ("Маданият бўлимига", "madaniyat-bolimi"),
        ("", None),
        (" ", None),
    ],
)
def test_a_recipient_that_nobody_lists_goes_by_its_name(typed: str, key: str | None) -> None:
    assert read_recipient(typed) == key


def test_recipient_and_verb_must_stand_in_one_sentence() -> None:
    assert owed("1. Viloyat AKM ga borish\n2. Ma’lumotni taqdim etish") == []


@pytest.mark.parametrize(
    ("unit", "target", "span"),
    [
        ("Hujjat", 12, "month"),
        ("Hujjat", 4, "quarter"),
        ("Hujjat", 2, "half"),
        ("Hujjat", 7, "year"),
    ],
)
def test_where_no_frequency_is_said_papers_imply_one(unit: str, target: int, span: str) -> None:
    found = read_obligations(["viloyat AKM ga taqdim etish"], unit, [target], ALL_YEAR)
    assert [one.span.value for one in found] == [span]


MINISTRY = ("madaniyat-vazirligi", "Madaniyat vazirligi")
MEDIA = (
    "axborot-va-ommaviy-kommunikatsiyalar-agentligi",
    "Axborot va ommaviy kommunikatsiyalar agentligi",
)
FIGURES = ("buxoro-viloyati-statistika-boshqarmasi", "Buxoro viloyati statistika boshqarmasi")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ma’lumotlarni Madaniyat vazirligiga yuborish", [MINISTRY]),
        ("“Madaniyat vazirligi”ga yuborish", [MINISTRY]),
        ("Hisobot Madaniyat vazirligiga taqdim etiladi", [MINISTRY]),
        ("Adliya vazirligiga yuborish", [("adliya-vazirligi", "Adliya vazirligi")]),
        ("Маданият вазирлигига юбориш", [(MINISTRY[0], "Маданият вазирлиги")]),
        ("Hisobotni Axborot va ommaviy kommunikatsiyalar agentligiga topshirish", [MEDIA]),
        ("Hisobotni tayyorlab, Buxoro viloyati statistika boshqarmasiga yuborish", [FIGURES]),
        ("Madaniyat vazirligi va viloyat hokimligiga yuborish",
         [MINISTRY, ("viloyat-hokimligi", "")]),
        ("vazirlikka yuborish", [("vazirlik", "")]),
        ("Madaniyat vazirligi tomonidan, viloyat AKMga yuborish", [("viloyat-akm", "")]),
    ],
)  # fmt: skip
def test_another_body_goes_by_its_own_name(text: str, expected: list[tuple[str, str]]) -> None:
    found = read_obligations(["", text], "Tadbir", [10], ALL_YEAR)
    assert [(one.recipient, one.name) for one in found] == expected
    assert [read_recipient(name) for _, name in expected if name] == [
        key for key, name in expected if name
    ]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("Viloyat AKM va Milliy kutubxona", ["viloyat-akm", "milliy-kutubxona"]),
        ("Viloyat AKM, Respublika AKM", ["viloyat-akm", "respublika-akm"]),
        ("Viloyat AKM\nRespublika AKM", ["viloyat-akm", "respublika-akm"]),
        ("Вилоят АКМ ва Миллий кутубхона", ["viloyat-akm", "milliy-kutubxona"]),
        ("Madaniyat vazirligi; Viloyat hokimligi", [MINISTRY[0], "viloyat-hokimligi"]),
        (MEDIA[1], [MEDIA[0]]),
        (f"Viloyat hokimligi va {MEDIA[1]}", ["viloyat-hokimligi", MEDIA[0]]),
        ("Maktabgacha va maktab ta’limi bo‘limi", ["maktabgacha-va-maktab-talimi-bolimi"]),
        ("O‘zbekiston Milliy kutubxonasi komplayens xizmati", ["komplayens"]),
        ("Fan va texnika jamiyati", ["fan-va-texnika-jamiyati"]),
        ("Viloyat AKM va boshqalar", []),
        ("Viloyat AKM Respublika AKM", []),
        ("-", []),
    ],
)  # fmt: skip
def test_every_body_of_a_cell_is_read_or_none_is(typed: str, keys: list[str]) -> None:
    assert [one.key for one in read_bodies(typed)] == keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("viloyat AKMga har oyda, Milliy kutubxonaga har chorakda taqdim etish",
         [("viloyat-akm", "month"), ("milliy-kutubxona", "quarter")]),
        ("har oyda viloyat AKMga, har chorakda Milliy kutubxonaga taqdim etish",
         [("viloyat-akm", "month"), ("milliy-kutubxona", "quarter")]),
        ("viloyat AKMga, Respublika AKMga har oyda, Milliy kutubxonaga har chorakda taqdim etish",
         [("viloyat-akm", "month"), ("respublika-akm", "month"), ("milliy-kutubxona", "quarter")]),
        ("viloyat AKMga va Milliy kutubxonaga har chorakda taqdim etish",
         [("viloyat-akm", "quarter"), ("milliy-kutubxona", "quarter")]),
        ("O‘zbekiston Milliy kutubxonasi va viloyat AKMga har chorakda taqdim etish",
         [("milliy-kutubxona", "quarter"), ("viloyat-akm", "quarter")]),
        ("Milliy kutubxona, Respublika AKM hamda Buxoro viloyat AKM ga taqdim etish",
         [("milliy-kutubxona", "year"), ("respublika-akm", "year"), ("viloyat-akm", "year")]),
        ("Tuman AKM va viloyat AKMga taqdim etish", [("viloyat-akm", "year")]),
        ("Kundalik hisob daftari asosida viloyat AKMga har chorakda taqdim etish",
         [("viloyat-akm", "quarter")]),
        ("Oylik ish haqi to‘g‘risida viloyat AKMga har chorakda ma’lumot berish",
         [("viloyat-akm", "quarter")]),
        ("Kundalik hisob daftarini viloyat AKMga topshirish", [("viloyat-akm", "year")]),
        ("Kunlik hisobotni viloyat AKMga topshirish", [("viloyat-akm", "month")]),
    ],
)  # fmt: skip
def test_each_recipient_is_sent_something_as_often_as_its_own_words_say(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert owed(text) == expected


TRAINING = "malakasini oshirishi lozim bo‘lgan mutaxassislar ro‘yxati"


@pytest.mark.parametrize(
    ("title", "text", "enclosed"),
    [
        ("Malakasini oshirish", "Respublika AKMga ro‘yxat asosida rasmiy xat kiritish", [TRAINING]),
        ("Manfaatlar to‘qnashuvi", "Test natijalarini komplayens xizmatiga topshirish",
         ["manfaatlar to‘qnashuvi bo‘yicha o‘tkazilgan test natijalari"]),
        ("Fond", "Nodir kitoblar ro‘yxatini har chorakda viloyat AKMga taqdim etish",
         ["Nodir kitoblar ro‘yxati"]),
        ("Fond", "Har chorakda nodir kitoblar ro‘yxatini viloyat AKMga taqdim etish",
         ["nodir kitoblar ro‘yxati"]),
        ("Fond", "Viloyat AKMga foydalanuvchilarga berilgan kitoblarning ro‘yxati yuboriladi",
         ["foydalanuvchilarga berilgan kitoblarning ro‘yxati"]),
        ("Fond", "Ma’lumotni jamlash va eski kitoblar ro‘yxatini viloyat AKMga taqdim etish",
         ["eski kitoblar ro‘yxati"]),
        ("Фонд", "Нодир китоблар рўйхатини вилоят АКМга тақдим этиш", ["Нодир китоблар рўйхати"]),
        ("Fond", "Bolalar va o‘smirlar kitoblari ro‘yxatini va hisobotni viloyat AKMga yuborish",
         ["Bolalar va o‘smirlar kitoblari ro‘yxati"]),
        ("So‘rov", "So‘rovnoma natijalarini Milliy kutubxonaga yuborish",
         ["So‘rovnoma natijalari"]),
        ("Fond", "Ro‘yxatni viloyat AKMga taqdim etish", []),
        ("Test", "Test o‘tkazish va natijalarini viloyat AKMga taqdim etish", []),
        ("Fond", "Kitoblar ro‘yxatini yuritish va hisobotni viloyat AKMga taqdim etish", []),
        ("Fond", "Kitoblar ro‘yxati bo‘yicha hisobotni viloyat AKMga taqdim etish", []),
        ("Fond", "Tasdiqlangan ro‘yxat asosida hisobotni viloyat AKMga taqdim etish", []),
        ("Ro‘yxatga olish", "Ro‘yxatga olinganlar haqida viloyat AKMga ma’lumot berish", []),
        ("Fond", "1. Kitoblar ro‘yxatini tuzish;\n2. Ma’lumotni viloyat AKMga taqdim etish", []),
    ],
)  # fmt: skip
def test_what_is_enclosed_is_what_the_sentence_sends_along(
    title: str, text: str, enclosed: list[str]
) -> None:
    (owing,) = read_obligations([title, text], "Tadbir", [10], ALL_YEAR)
    assert [*owing.encloses] == enclosed


def test_one_paper_encloses_what_each_of_its_sentences_says() -> None:
    text = (
        "1. Kitoblar ro‘yxatini viloyat AKMga taqdim etish;\n"
        "2. Jurnallar ro‘yxatini viloyat AKMga taqdim etish;\n"
        "3. Kitoblar ro‘yxatini viloyat AKMga yuborish"
    )
    (owing,) = read_obligations(["", text], "Tadbir", [10], ALL_YEAR)
    assert owing.encloses == ("Kitoblar ro‘yxati", "Jurnallar ro‘yxati")


def test_the_real_plan_encloses_the_list_of_v_26_alone() -> None:
    plan = load_year(INPUT, 2026, 2026).plan
    assert plan is not None
    found = [
        (item.code, owing.recipient, owing.span.value, owing.encloses)
        for item in plan.items
        for owing in item.obligations
        if owing.encloses
    ]
    assert found == [("V.26", "respublika-akm", "quarter", (TRAINING,))]
