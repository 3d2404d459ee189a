"""The papers as letters: sentences, states on the page, explanations, drafts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from docx.table import _Row

from akmplan.findings import Finding
from tests.documents.papers import (
    TODAY,
    brief_from,
    brief_of,
    comments_by_cell,
    finding,
    paragraphs_of,
    part,
    part_names,
    rows_of,
    text_of,
    word,
    written,
)
from tests.documents.region_forms.blank import HELPER
from tests.small import READERS, STOCK, Row, Value, month_tabs, plan_table, saved

NAME = "2026-1-chorak/viloyat-akm.docx"
OWED = "Har chorakda viloyat AKM ga taqdim etish"
ALL_YEAR = "2026-yil davomida"
Months = Mapping[int, Sequence[Sequence[Value]]]


def letter(
    folder: Path,
    rows: list[Row],
    months: Months,
    findings: tuple[Finding, ...] = (),
    *,
    today: date = TODAY,
    name: str = NAME,
) -> bytes:
    filled = saved(folder, plan_table(rows), oy=month_tabs(READERS, months))
    return written(brief_of(filled, findings, today=today))[name]


def item(number: str, unit: Value = "Nusxa", target: Value = 120, title: str = "Ish") -> Row:
    return (number, f"{title} {number}", unit, 100, target, OWED, ALL_YEAR, READERS)


def done(*values: Value, code: str = "I.1", name: Value = "Ish") -> Months:
    """January on: what stands in Bajarildi."""
    return {month: [(code, name, None, None, it)] for month, it in enumerate(values, 1)}


in_march = partial(finding, file="oy.xlsx", sheet="Mart")


def table_of(content: bytes, which: int = 1) -> list[list[str]]:
    return rows_of(word(content).tables[which])


@pytest.mark.parametrize(
    ("target", "values", "shown"),
    [
        (5000, (1850, 2, 0), ["5 000", "1 852", "1 852", "37,0", ""]),
        (120, (0, 0, 0), ["120", "0", "0", "0,0", ""]),
        (None, (7, 1, 1), ["ma’lumot yo‘q", "9", "9", "–", ""]),
        ("-", (7, 1, 1), ["–", "9", "9", "–", ""]),
        (
            "231 (Unicat rejasidan oling)",
            (7, 1, 1),
            ["aniqlanmoqda", "9", "9", "–", "Reja: 231 (Unicat rejasidan oling)"],
        ),
        ("33\n38", (7, 1, 1), ["o‘qib bo‘lmadi", "9", "9", "–", ""]),
        (120, (7, 1, None), ["120", "8", "8", "6,7", "3 oydan 2 oyi"]),
        (
            "Reja asosida",
            (7, None, None),
            ["aniqlanmoqda", "7", "7", "–", "3 oydan 1 oyi; Reja: Reja asosida"],
        ),
        (1234567, (1234567, 0, 0), ["1 234 567", "1 234 567", "1 234 567", "100,0", ""]),
    ],
)
def test_values_by_their_state(
    tmp_path: Path, target: Value, values: tuple[Value, ...], shown: list[str]
) -> None:
    content = letter(tmp_path, ["I. ISHLAR", item("1.", target=target)], done(*values))
    assert [text.replace("\u00a0", " ") for text in table_of(content)[-1][4:]] == shown


def test_figures_that_are_not_reported_say_so(tmp_path: Path) -> None:
    rows: list[Row] = ["I. ISHLAR", *(item(f"{number}.") for number in (1, 2, 3, 4))]
    months: Months = {
        month: [("I.1", "Ish", None, None, 5), ("I.2", "Ish"), ("I.3", "Ish", None, None, "-"),
                ("I.4", "Ish", None, None, "ko‘p")]
        for month in (1, 2, 3)
    }  # fmt: skip
    table = table_of(letter(tmp_path, rows, months))
    assert [row[5:8] for row in table[2:]] == [
        ["ma’lumot yo‘q", "ma’lumot yo‘q", "–"],
        ["–", "–", "–"],
        ["o‘qib bo‘lmadi", "o‘qib bo‘lmadi", "–"],
    ]


def test_a_number_to_which_somebody_has_given_nothing_says_so(tmp_path: Path) -> None:
    both = f"{READERS}\n{STOCK}"
    row = ("1.", "Ish 1.", "Nusxa", 100, 120, OWED, ALL_YEAR, both)
    rows: list[Row] = ["I. ISHLAR", row]
    assert table_of(letter(tmp_path, rows, done(7, 1, 0)))[-1][5:] == [
        "8", "8", "6,7", "ma’lumot to‘liq emas"
    ]  # fmt: skip


def test_thousands_stand_apart_by_a_space_that_does_not_break(tmp_path: Path) -> None:
    content = letter(tmp_path, ["I. ISHLAR", item("1.", target=5000)], done(1850))
    assert table_of(content)[-1][4:6] == ["5\u00a0000", "1\u00a0850"]


def test_the_letter_from_its_head_to_its_signature(tmp_path: Path) -> None:
    rows: list[Row] = ["I. ISHLAR", item("1."), item("2.")]
    months = {month: [("I.1", "Ish", None, None, 5), ("I.2", "Ish", None, None, 1)]
              for month in (1, 2, 3)}  # fmt: skip
    content = letter(tmp_path, rows, months)
    assert paragraphs_of(content) == [
        "VOBKENT TUMANI AXBOROT-KUTUBXONA MARKAZI",
        "2026-yil I chorak hisoboti to‘g‘risida",
        "Vobkent tumani axborot-kutubxona markazi 2026-yil ish rejasining I.1, I.2-bandlari "
        "bo‘yicha I chorakda bajarilgan ishlar to‘g‘risidagi hisobotni taqdim etadi.",
        "Ilova: hisobot jadvali.",
        "Direktor\t",
        "Vobkent tumani axborot-kutubxona markazining",
        "2026-yil “____” __________dagi ______-son xatiga",
        "ILOVA",
        "Vobkent tumani axborot-kutubxona markazining",
        "2026-yil ish rejasi bo‘yicha I chorak",
        "HISOBOTI",
        "Direktor\t",
    ]
    head = rows_of(word(content).tables[0])
    assert head == [["2026-yil “____” __________   № ______", ""]]
    assert table_of(content)[0] == [
        "T/r", "Band", "Ko‘rsatkichlar nomi", "O‘lchov birligi", "2026-yil rejasi",
        "I chorakda bajarildi", "Yil boshidan", "Yillik rejaga nisbatan, %", "Izoh",
    ]  # fmt: skip
    portrait, landscape = word(content).sections
    assert portrait.page_width is not None
    assert landscape.page_width is not None
    assert (round(portrait.page_width.mm), round(landscape.page_width.mm)) == (210, 297)


def test_addressee_and_signatory_come_from_the_stamps(tmp_path: Path) -> None:
    workbook = plan_table(["I. ISHLAR", item("1.")])
    sheet = workbook.worksheets[0]
    sheet.insert_rows(1, 6)
    stamps = {
        "B": ("KELISHILDI", "Abu Ali ibn Sino nomidagi Buxoro viloyati", "AKM direktori",
              "_____ H. Qosimov", "2026-yil “__” ____"),
        "G": ("TASDIQLAYMAN", "G‘ijduvon tumani & shahar AKM", "direktori",
              "_____ Sh.Sharipov", "2026-yil “__” ____"),
    }  # fmt: skip
    for column, lines in stamps.items():
        for row, line in enumerate(lines, 1):
            sheet[f"{column}{row}"] = line
    folder = saved(tmp_path, workbook, oy=month_tabs(READERS, done(5, 5, 5)))
    content = written(brief_of(folder))[NAME]
    addressee = rows_of(word(content).tables[0])[0][1]
    assert addressee == "Abu Ali ibn Sino nomidagi Buxoro viloyati AKMga"
    shown = paragraphs_of(content)
    assert shown[0] == "G‘IJDUVON TUMANI & SHAHAR AKM"
    assert shown.count("Direktor\tSh.Sharipov") == 2


def test_a_known_body_is_addressed_by_its_name(tmp_path: Path) -> None:
    row = ("1.", "Ish", "Nusxa", 1, 12, "Har oy milliy kutubxonaga taqdim etish", ALL_YEAR)
    content = letter(tmp_path, ["I. ISHLAR", row], done(1), name="2026-01/milliy-kutubxona.docx")
    addressee = rows_of(word(content).tables[0])[0][1]
    assert addressee == "Alisher Navoiy nomidagi O‘zbekiston Milliy kutubxonasiga"
    assert "2026-yil yanvar oyi hisoboti to‘g‘risida" in paragraphs_of(content)


@pytest.mark.parametrize("ministry", ["Madaniyat", "Adliya"])
def test_a_body_that_no_list_knows_is_addressed_as_typed(tmp_path: Path, ministry: str) -> None:
    row = ("1.", "Ish", "Nusxa", 1, 12, f"Har oyda {ministry} vazirligiga yuborish", ALL_YEAR)
    paper = f"2026-01/{ministry.lower()}-vazirligi.docx"
    content = letter(tmp_path, ["I. ISHLAR", row], done(1), name=paper)
    assert rows_of(word(content).tables[0])[0][1] == f"{ministry} vazirligiga"


def test_missing_months_are_named(tmp_path: Path) -> None:
    content = letter(tmp_path, ["I. ISHLAR", item("1.")], done(5, 5))
    expected = "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmatining mart oyi ma’lumoti "
    assert f"{expected}hisobotga kirmagan, qo‘shimcha taqdim etiladi." in paragraphs_of(content)


@pytest.mark.parametrize(
    ("february", "note"), [(None, "yil boshidan: 6 oydan 5 oyi"), (4, ""), (0, ""), ("-", "")]
)
def test_a_year_to_date_that_lacks_an_earlier_month_says_so(
    tmp_path: Path, february: Value, note: str
) -> None:
    content = letter(
        tmp_path,
        ["I. ISHLAR", item("1.")],
        done(5, february, 5, 5, 5, 5),
        name="2026-2-chorak/viloyat-akm.docx",
    )
    assert table_of(content)[-1][-1] == note


def test_a_month_of_which_a_part_is_there_is_not_wholly_missing(tmp_path: Path) -> None:
    title = "Kitobxonlar:\n- yangi;\n- qayta"
    row = ("1.", title, "Nafar", "40\n60", "50\n70", OWED, ALL_YEAR, READERS)
    entries: Months = {
        month: [("I.1", "yangi", None, None, 5), ("I.1", "qayta", None, None, second)]
        for month, second in ((1, 6), (2, 7), (3, None))
    }
    said = [text for text in paragraphs_of(letter(tmp_path, ["I. ISHLAR", row], entries))
            if "hisobotga" in text]  # fmt: skip
    assert [text.partition("xizmatining ")[2] for text in said] == [
        "mart oyi ma’lumoti hisobotga to‘liq kirmagan, qo‘shimcha taqdim etiladi."
    ]


def test_months_that_are_not_over_are_not_missing(tmp_path: Path) -> None:
    content = letter(tmp_path, ["I. ISHLAR", item("1.")], done(5, 5), today=date(2026, 3, 30))
    assert not any("hisobotga kirmagan" in text for text in paragraphs_of(content))


def test_nothing_done_is_said_only_where_every_month_confirms_it(tmp_path: Path) -> None:
    sentence = "Hisobot davrida mazkur band bo‘yicha ishlar amalga oshirilmadi."
    folders = [tmp_path / name for name in "abc"]
    for folder in folders:
        folder.mkdir()
    rows: list[Row] = ["I. ISHLAR", item("1.")]
    assert sentence in paragraphs_of(letter(folders[0], rows, done(0, 0, 0)))
    assert sentence not in paragraphs_of(letter(folders[1], rows, done(0, 0, None)))
    assert sentence not in paragraphs_of(letter(folders[2], rows, done(0, 0, 1)))


def test_several_indicators_stand_under_a_line_of_their_item(tmp_path: Path) -> None:
    title = "Foydalanuvchilarni ro‘yxatga olish:\n- yangi;\n- qayta"
    row = ("12.", title, "Nafar", "1\n2", "20\n40", OWED, ALL_YEAR, READERS)
    months = {month: [("IV.12", "yangi", None, None, 2), ("IV.12", "qayta", None, None, 3)]
              for month in (1, 2, 3)}  # fmt: skip
    content = letter(tmp_path, ["IV. ISHLAR", row, item("13.")], months)
    table = word(content).tables[1]
    assert rows_of(table)[1:4] == [
        ["1", "IV.12", "Foydalanuvchilarni ro‘yxatga olish:"],
        ["", "", "– yangi", "Nafar", "20", "6", "6", "30,0", ""],
        ["", "", "– qayta", "Nafar", "40", "9", "9", "22,5", ""],
    ]
    merged = [[text_of(cell._tc) for cell in row.cells[:2]] for row in table.rows[1:4]]
    assert merged == [["1", "IV.12"]] * 3


def test_a_pair_of_numbers_is_named_in_words(tmp_path: Path) -> None:
    row = ("24.", "Raqamlashtirish", "Sahifa", "18/3982", "19/3991", OWED, ALL_YEAR, READERS)
    months = {month: [("IV.24", None, None, None, "1/300")] for month in (1, 2, 3)}
    table = table_of(letter(tmp_path, ["IV. ISHLAR", row], months))
    assert [line[2:5] for line in table[2:]] == [
        ["– birinchi ko‘rsatkich (a)", "", "19"],
        ["– ikkinchi ko‘rsatkich (b)", "Sahifa", "3\u00a0991"],
    ]


def kept_with_next(rows: Iterable[_Row]) -> list[bool]:
    """Whether each row goes to the next page with what stands below it."""
    return [
        all(paragraph.paragraph_format.keep_with_next for paragraph in paragraphs)
        for row in rows
        if (paragraphs := [one for cell in row.cells for one in cell.paragraphs])
    ]


def test_no_signature_stands_alone_on_a_page(tmp_path: Path) -> None:
    content = letter(tmp_path, ["I. ISHLAR", item("1."), item("2.")], done(5, 5, 5))
    assert kept_with_next(word(content).tables[1].rows) == [False, False, True]
    of_letter = [one for one in word(content).paragraphs if one.text.startswith("Ilova")]
    assert [one.paragraph_format.keep_with_next for one in of_letter] == [True]


def test_an_item_of_several_rows_goes_with_the_signature_whole(tmp_path: Path) -> None:
    title = "Ro‘yxatga olish:\n- yangi;\n- qayta"
    row = ("2.", title, "Nafar", "1\n2", "20\n40", OWED, ALL_YEAR, READERS)
    content = letter(tmp_path, ["I. ISHLAR", item("1."), row], done(5, 5, 5))
    kept = kept_with_next(word(content).tables[1].rows)
    assert kept == [False, False, True, True, True]


def test_the_letterhead_keeps_a_long_account_on_a_line_of_its_own(tmp_path: Path) -> None:
    plan = plan_table(["I. ISHLAR", item("1.")])
    sheet = plan.create_sheet("Rekvizitlar")
    told = {
        "Nomi": "Qiymati",
        "Manzil": "Buxoro viloyati, Vobkent tumani, Mustaqillik ko‘chasi, 12-uy",
        "Telefon": "(65) 000-00-00",
        "Bank rekvizitlari": "h/r 2020 8000 0000 0000 0001, MFO 00084",
        "Qabul qiluvchi: viloyat-akm": "Viloyat markazi direktori H. Qosimovga",
    }
    for line in told.items():
        sheet.append(line)
    folder = saved(tmp_path, plan, oy=month_tabs(READERS, done(5, 5, 5)))
    content = written(brief_of(folder))[NAME]
    account = told["Bank rekvizitlari"]
    assert f"{told['Manzil']}, tel.: {told['Telefon']}\n{account}" in paragraphs_of(content)
    addressee = rows_of(word(content).tables[0])[0][1]
    assert addressee == "Viloyat markazi direktori H.\u00a0Qosimovga"


@pytest.mark.parametrize(
    ("parts", "opening"), [(("7.1.",), "undan:"), (("7.1.", "7.2."), "shundan:")]
)
def test_parts_that_are_owed_too_stand_under_their_total(
    tmp_path: Path, parts: tuple[str, ...], opening: str
) -> None:
    rows: list[Row] = [
        "IV. ISHLAR", item("7."), "Shundan,", *(item(number) for number in parts), item("8."),
    ]  # fmt: skip
    table = table_of(letter(tmp_path, rows, done(5, 5, 5, code="IV.7")))
    assert [row[0] for row in table[1:]] == [
        "1", "", *(f"1.{at}" for at, _ in enumerate(parts, 1)), "2",
    ]  # fmt: skip
    assert table[2] == ["", "", opening]


def test_explanations_make_an_annex_of_their_own(tmp_path: Path) -> None:
    found = (
        finding("C5", "I.1", found=13252, explained="Umumiy ro‘yxat & raqami."),
        finding("E5", "I.1", file="oy.xlsx", sheet="Mart", period="2026-03", explained="Ta’til."),
        finding("E5", "I.1", file="oy.xlsx", sheet="Mart", period="2026-04", explained="Keyin."),
    )
    content = letter(tmp_path, ["I. ISHLAR", item("1.")], done(5, 5, 5), found)
    assert rows_of(word(content).tables[2]) == [
        ["T/r", "Band", "Ko‘rsatkich", "Qiymati", "Tushuntirish"],
        ["1", "I.1", "Ish 1", "13\u00a0252", "Umumiy ro‘yxat & raqami."],
        ["2", "I.1", "Ish 1 (mart oyi)", "ma’lumot yo‘q", "Ta’til."],
    ]
    shown = paragraphs_of(content)
    assert "Ilova: 1) hisobot jadvali; 2) tushuntirish xati." in shown
    assert [text for text in shown if text.endswith("ILOVA")] == ["1-ILOVA", "2-ILOVA"]
    assert "TUSHUNTIRISH XATI" in shown
    assert "word/comments.xml" not in part_names(content)


def test_a_draft_bears_remarks_at_the_figures_concerned(tmp_path: Path) -> None:
    rows: list[Row] = ["I. ISHLAR", item("1."), item("2."), item("3.")]
    found = (
        finding("E5", "I.1", says="Reja."),
        finding("C6", "I.2", says="Birlik."),
        finding("D6", "I.2", says="Fakt."),
        in_march("E4", "I.1", period="2026-03", says="Mart."),
        in_march("E4", "I.3", period="2026-09", says="Boshqa."),
        in_march("A1", None, code="L107", says="Formula."),
    )
    months = {
        month: [(code, "Ish", None, None, 5 + index) for index, code in enumerate(
            ("I.1", "I.2", "I.3"))]
        for month in (1, 2, 3)
    }  # fmt: skip
    content = letter(tmp_path, rows, months, found)
    assert paragraphs_of(content)[0] == "LOYIHA"
    assert sorted(comments_by_cell(content)) == [
        ("120", "T101. Reja."),
        ("15", "T101. Mart."),
        ("I.2", "T101. Fakt."),
        ("LOYIHA", "L107. Formula."),
        ("Nusxa", "T101. Birlik."),
    ]
    headers = [part(content, f"word/header{number}.xml") for number in (1, 2)]
    assert any(b"LOYIHA" in header for header in headers)


def test_a_paper_is_a_draft_only_by_what_it_prints(tmp_path: Path) -> None:
    rows: list[Row] = ["I. ISHLAR", item("1."), ("2.", "Boshqa ish", "Nusxa", 1, 2)]
    content = letter(tmp_path, rows, done(5, 5, 5), (finding("E6", "I.2"),))
    assert b"LOYIHA" not in part(content, "word/document.xml")


@pytest.mark.parametrize(
    ("today", "subject", "submitted"),
    [
        (
            date(2026, 10, 5),
            "2026-yil hisoboti to‘g‘risida",
            "2026-yil ish rejasining I.1-bandi bo‘yicha 2026-yil davomida bajarilgan ishlar "
            "to‘g‘risidagi hisobotni taqdim etadi.",
        ),
        (
            date(2027, 1, 8),
            "2026-yil yakunlari bo‘yicha hisobot to‘g‘risida",
            "2026-yil ish rejasining I.1-bandi yuzasidan 2026-yil yakunlari bo‘yicha hisobotni "
            "taqdim etadi.",
        ),
    ],
)
def test_the_year_s_paper_speaks_of_its_end_once_it_is_over(
    tmp_path: Path, today: date, subject: str, submitted: str
) -> None:
    row = ("1.", "Ish", "Nusxa", 1, 12, "Viloyat AKM ga taqdim etish", ALL_YEAR)
    folder = saved(tmp_path, plan_table(["I. ISHLAR", row]), oy=month_tabs(READERS, done(1)))
    brief = brief_of(folder, today=min(today, date(2026, 12, 31)))
    shown = paragraphs_of(written(brief_from(brief.ledger, (), today))["2026-yil/viloyat-akm.docx"])
    assert subject in shown
    assert f"Vobkent tumani axborot-kutubxona markazi {submitted}" in shown
    assert "2027-yil “____” __________dagi ______-son xatiga" in shown


def test_services_that_answer_together_are_both_named(tmp_path: Path) -> None:
    row = ("1.", "Ish", "Nusxa", 1, 12, OWED, ALL_YEAR, f"{READERS}\n{STOCK}")
    folder = saved(
        tmp_path,
        plan_table(["I. ISHLAR", row]),
        bir=month_tabs(READERS, done(1, 1)),
        ikki=month_tabs(STOCK, done(1)),
    )
    shown = paragraphs_of(written(brief_of(folder))[NAME])
    assert (
        "Fondlarni to‘ldirish, saqlash va ularga ishlov berish xizmatining fevral, mart oylari va "
        "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmatining mart oyi ma’lumotlari "
        "hisobotga kirmagan, qo‘shimcha taqdim etiladi."
    ) in shown


@pytest.mark.parametrize(
    ("title", "mechanism", "name", "said"),
    [
        (
            "Malakasini oshirish",
            "Respublika axborot-kutubxona markaziga har chorakda ro‘yxat asosida xat kiritish",
            "2026-1-chorak/respublika-akm.docx",
            "Malakasini oshirishi lozim bo‘lgan mutaxassislar ro‘yxati ilova qilinadi.",
        ),
        (
            "Manfaatlar to‘qnashuvi bo‘yicha test",
            "Test natijalarini har chorakda O‘zbekiston Milliy kutubxonasi komplyansiga topshirish",
            "2026-1-chorak/komplayens.docx",
            "Manfaatlar to‘qnashuvi bo‘yicha o‘tkazilgan test natijalari ilova qilinadi.",
        ),
        (
            "Fondni saqlash",
            "Har chorakda nodir kitoblar ro‘yxatini viloyat AKMga taqdim etish",
            "2026-1-chorak/viloyat-akm.docx",
            "Nodir kitoblar ro‘yxati ilova qilinadi.",
        ),
        (
            "Malakasini oshirish",
            "Respublika axborot-kutubxona markaziga har chorakda ma’lumot berish",
            "2026-1-chorak/respublika-akm.docx",
            None,
        ),
    ],
)
def test_a_letter_names_the_list_that_the_plan_asks_for(
    tmp_path: Path, title: str, mechanism: str, name: str, said: str | None
) -> None:
    row = ("1.", title, "Tadbir", 1, 12, mechanism, ALL_YEAR, READERS)
    shown = paragraphs_of(letter(tmp_path, ["I. ISHLAR", row], done(1, 1, 1), name=name))
    named = [text for text in shown if "ilova qilinadi" in text]
    assert [text.endswith(said) for text in named if said] == [True] * bool(said)
    assert bool(named) is bool(said)


@pytest.mark.parametrize(
    ("recipient", "name", "is_named"),
    [("Viloyat AKM", "viloyat-akm", True), ("Milliy kutubxona", "milliy-kutubxona", False)],
)
def test_a_paper_of_hisobotlar_encloses_what_the_plan_s_words_send_to_its_recipient(
    tmp_path: Path, recipient: str, name: str, is_named: bool
) -> None:
    words = "Nodir kitoblar ro‘yxatini viloyat AKMga taqdim etish"
    plan = plan_table(["I. ISHLAR", ("1.", "Fond", "Nusxa", 1, 12, words, ALL_YEAR, READERS)])
    sheet = plan.create_sheet("Hisobotlar")
    for row in (HELPER, ("Hisobot", recipient, "har chorakda", None, "I.1", None)):
        sheet.append(list(row))
    folder = saved(tmp_path, plan, oy=month_tabs(READERS, done(1, 1, 1)))
    shown = paragraphs_of(written(brief_of(folder))[f"2026-1-chorak/{name}.docx"])
    assert ("Nodir kitoblar ro‘yxati ilova qilinadi." in shown) is is_named
