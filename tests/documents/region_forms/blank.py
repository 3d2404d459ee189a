"""Blank forms as a region hands them down, with marks typed into them, and a year to fill them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from openpyxl import Workbook

from akmplan.documents import open_forms
from akmplan.documents.region_forms import LookedOver
from akmplan.documents.templates.template_folder import Templates
from akmplan.findings import Finding
from akmplan.messages import render
from tests.documents.papers import TODAY, brief_of, excel, usual_templates, written
from tests.small import READERS, Row, Value, month_tabs, plan_table, saved

NAME: Final = "Choraklik shakl.xlsx"
OUT: Final = "2026-1-chorak/viloyat-akm_choraklik-shakl.xlsx"
OWED: Final = "Har chorakda viloyat AKM ga taqdim etish"
ALL_YEAR: Final = "2026-yil davomida"
USERS: Final = "Foydalanuvchilarni ro‘yxatga olish:\n- yangi;\n- qayta ro‘yxat"
ROWS: Final[tuple[Row, ...]] = (
    "IV. ISHLAR",
    ("1.", USERS, "Nafar", "20\n40", "1500\n40", OWED, ALL_YEAR, READERS),
    ("2.", "Tadbir o‘tkazish", "Tadbir", 4, 8, OWED, ALL_YEAR, READERS),
)
ENTRIES: Final[tuple[tuple[Value, ...], ...]] = (
    ("IV.1", "yangi", None, None, 411),
    ("IV.1", "qayta ro‘yxat", None, None, 0),
    ("IV.2", "Tadbir o‘tkazish", None, None, 1),
)
HELPER: Final = ("Nomi", "Kimga taqdim etiladi", "Davriyligi", "Muddati", "Bandlar", "Shakli")


def bytes_of(workbook: Workbook) -> bytes:
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def blank(
    cells: Mapping[str, str | int],
    formats: Mapping[str, str] | None = None,
    *,
    sheet: str = "Shakl",
) -> bytes:
    """A form of one sheet with these cells, some of them with a number format."""
    workbook = Workbook()
    page = workbook.worksheets[0]
    page.title = "Shakl"
    for spot, value in cells.items():
        page[spot] = value
    for spot, code in (formats or {}).items():
        page[spot].number_format = code
    return bytes_of(workbook)


def year_of(
    folder: Path,
    rows: Sequence[Row] = ROWS,
    entries: Iterable[Sequence[Value]] = ENTRIES,
    reports: Iterable[Sequence[Value]] = (),
    months: Iterable[int] = (1, 2, 3),
) -> Path:
    """The plan, with a sheet `Hisobotlar` of these rows if any, and months of equal entries."""
    plan = plan_table(rows)
    listed = [*reports]
    if listed:
        sheet = plan.create_sheet("Hisobotlar")
        for row in (HELPER, *listed):
            sheet.append(list(row))
    folder.mkdir(parents=True, exist_ok=True)
    filled = [*entries]
    return saved(folder, plan, oy=month_tabs(READERS, dict.fromkeys(months, filled)))


def templates_with(folder: Path, **forms: bytes) -> Templates:
    """The usual templates, and these forms; `NAME` is called `form`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in forms.items():
        (folder / (NAME if name == "form" else f"{name}.xlsx")).write_bytes(content)
    return Templates((folder, *usual_templates().folders))


def looked_over(folder: Path, year: Path | None = None, **forms: bytes) -> LookedOver:
    """What is seen of the forms beside the plan of the year."""
    brief = brief_of(year or year_of(folder / "input"), ())
    return open_forms(templates_with(folder / "templates", **forms)).fitted_to(brief.plan)


def told(looked: LookedOver) -> list[str]:
    """The faults in English, without the path of the file."""
    faults = [render(one.message, "en") for one in looked.faults]
    return [f"{text.partition('“')[0]}{text.partition('.xlsx”')[2]}".strip() for text in faults]


def made(
    folder: Path,
    form: bytes,
    findings: Iterable[Finding] | None = (),
    *,
    year: Path | None = None,
    today: date = TODAY,
) -> dict[str, bytes]:
    """All documents of a build with one form."""
    brief = brief_of(year or year_of(folder / "input"), findings, today=today)
    templates = templates_with(folder / "templates", form=form)
    looked = open_forms(templates).fitted_to(brief.plan)
    assert looked.faults == ()
    return written(replace(brief, forms=looked.forms), templates)


def filled(folder: Path, form: bytes, findings: Iterable[Finding] | None = ()) -> bytes:
    """The form filled for the first quarter."""
    return made(folder, form, findings)[OUT]


def row_of(documents: Mapping[str, bytes], paper: str, code: str) -> tuple[Any, ...]:
    """An item's first row in the table of a paper."""
    rows = excel(documents[f"{paper}.xlsx"])["Hisobot"].iter_rows(values_only=True)
    return next(row for row in rows if row[1] == code)


def picture() -> bytes:
    """A blue square."""
    rows = b"".join(b"\0" + bytes((30, 90, 160)) * 20 for _ in range(20))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 20, 20, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def rich_blank(change: Callable[[xlsxwriter.Workbook], None] | None = None) -> bytes:
    """A form with all that regions put into one: merged headings, borders, a logo, a chart, bars,
    a list to choose from, a comment, formulas with stored results, and a page ready to print."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        page = book.add_worksheet("1-shakl")
        title = book.add_format({"bold": True, "align": "center", "text_wrap": True})
        red, italic = book.add_format({"font_color": "red"}), book.add_format({"italic": True})
        number = book.add_format({"border": 1, "num_format": "#,##0"})
        percent = book.add_format({"border": 1, "num_format": "0.0%"})
        page.insert_image("A1", "logo.png", {"image_data": io.BytesIO(picture())})
        page.merge_range("A1:E1", "{{ markaz_bosh_harflarda }}", title)
        page.merge_range("A2:E2", "", title)
        page.write_rich_string(
            "A2", "Jadval: ", red, "{{ yil }}-yil ", italic, "{{ davr }}", " uchun", title
        )
        page.write_row("A4", ["№", "Ko‘rsatkich", "Reja", "Bajarildi", "Foiz"], title)
        for row, name in ((5, "yangi"), (6, "qayta ro‘yxat")):
            page.write(f"B{row}", name, title)
            page.write(f"C{row}", f"{{{{ IV.1.{name}.reja }}}}", number)
            page.write(f"D{row}", f"{{{{ IV.1.{name}.davr }}}}", number)
            page.write(f"E{row}", f"{{{{ IV.1.{name}.foiz }}}}", percent)
        page.write_formula("D7", "=SUM(D5:D6)", number, 999)
        page.write_array_formula("F5:F6", "{=D5:D6*2}", number, 888)
        page.write("F6", 888, number)
        page.conditional_format("D5:D6", {"type": "data_bar"})
        page.data_validation("A20", {"validate": "list", "source": ["ha", "yo‘q"]})
        page.write_comment("B5", "Viloyat izohi")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": "='1-shakl'!$B$5:$B$6", "values": "='1-shakl'!$D$5:$D$6"})
        page.insert_chart("A10", chart)
        page.set_column("A:E", 17)
        page.set_row(0, 30)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(3)
        page.print_area("A1:E30")
        page.freeze_panes(4, 2)
        page.set_header("&CViloyat shakli&RA-shakl")
        page.set_footer("&C&P / &N")
        secret = {"author": "MAXFIY muallif", "company": "MAXFIY", "created": datetime(2026, 1, 5)}
        book.set_properties(secret)
        if change:
            change(book)
    return target.getvalue()
