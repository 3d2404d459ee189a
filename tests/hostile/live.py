"""What lives in a workbook beside its cells: macros, links, DDE, objects, properties. An honest
office file is not refused for it, and none of it reaches an output (`outputs.py` looks)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tests.hostile.case import FINE, At, Case, Make, as_plan, beside
from tests.hostile.good import (
    PLAN_FILE,
    SPOILT_FILE,
    good_month,
    good_plan,
    month_table_of,
    plan_table_of_the_year,
)
from tests.hostile.surgery import (
    OFFICE,
    SHEET,
    TYPES,
    WORKBOOK,
    WORKBOOK_LINKS,
    before_end,
    parts_of,
    replaced,
    with_part,
    with_parts,
    zipped,
)
from tests.sample.plan_workbook import workbook_bytes

Spoil = Callable[[bytes], bytes]
SECRET: Final = "MAXFIY"
SHEET_LINKS: Final = "xl/worksheets/_rels/sheet1.xml.rels"
LINKS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)
EXTERNAL: Final = (
    '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><{0}'
    ' xmlns:r="{1}" r:id="r1" ddeService="cmd" ddeTopic="/C calc"/></externalLink>'
)


def with_macros(content: bytes) -> bytes:
    """As Excel saves a workbook with macros."""
    parts = parts_of(content)
    plain, live = b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"
    parts[TYPES] = parts[TYPES].replace(b"openxmlformats-officedocument." + plain, live)
    link = f'<Relationship Id="rM" Type="{OFFICE}/vbaProject" Target="vbaProject.bin"/>'
    parts[WORKBOOK_LINKS] = before_end(parts[WORKBOOK_LINKS], link)
    return zipped({**parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(3000)})


def with_external(kind: str, content: bytes) -> bytes:
    """A workbook elsewhere, or a program that is to be called for a value."""
    pointer = (
        '<Relationship Id="r1" Type="x" Target="http://localhost:9/{}" TargetMode="External"/>'
    )
    target = pointer.format(SECRET)
    added = with_parts(
        content,
        {
            "xl/externalLinks/externalLink1.xml": EXTERNAL.format(kind, OFFICE).encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": LINKS.format(target).encode(),
        },
    )
    return with_part(added, WORKBOOK_LINKS, partial(before_end, xml=_external_pointer()))


def _external_pointer() -> str:
    target = "externalLinks/externalLink1.xml"
    return f'<Relationship Id="rE" Type="{OFFICE}/externalLink" Target="{target}"/>'


def with_hyperlinks(content: bytes) -> bytes:
    """One to the web, one to a file, one that runs a program."""
    addresses = (f"http://localhost:9/{SECRET}", f"file:///{SECRET}", f"cmd.exe?{SECRET}")
    pointers = "".join(
        f'<Relationship Id="h{n}" Type="{OFFICE}/hyperlink" Target="{it}" TargetMode="External"/>'
        for n, it in enumerate(addresses)
    )
    links = "".join(f'<hyperlink ref="B{n + 5}" r:id="h{n}"/>' for n in range(3))
    shown = f'<hyperlinks xmlns:r="{OFFICE}">{links}</hyperlinks></worksheet>'
    made = replaced(content, SHEET, "</worksheet>", shown)
    return with_parts(made, {SHEET_LINKS: LINKS.format(pointers).encode()})


def with_object(content: bytes) -> bytes:
    """A program in a box."""
    boxed = {
        "xl/embeddings/oleObject1.bin": b"MZ" + SECRET.encode(),
        "xl/activeX/activeX1.xml": b"<a/>",
    }
    return with_parts(content, {**boxed, "customXml/item1.xml": f"<a>{SECRET}</a>".encode()})


def with_queries(content: bytes) -> bytes:
    """A data base that wants to be asked at opening."""
    inner = (
        f'<connection id="1" refreshOnLoad="1" name="{SECRET}"><dbPr connection="x"/></connection>'
    )
    xml = f'<connections xmlns="x">{inner}</connections>'
    return with_parts(content, {"xl/connections.xml": xml.encode()})


def with_properties(content: bytes) -> bytes:
    """Who wrote it, and what he thinks of it."""
    core = "docProps/core.xml"
    return with_part(
        content,
        core,
        partial(before_end, xml=f"<dc:description xmlns:dc='x'>{SECRET}</dc:description>"),
    )


def with_automatic_names(content: bytes) -> bytes:
    """Names that Excel runs at opening."""
    name = f'<definedName name="_xlnm.Auto_Open">{SECRET}!$A$1</definedName>'
    listed = f"</sheets><definedNames>{name}</definedNames>"
    return replaced(content, WORKBOOK, "</sheets>", listed)


LIVE: Final[tuple[tuple[str, Spoil], ...]] = (
    ("macros", with_macros),
    ("a workbook elsewhere", partial(with_external, "externalBook")),
    ("DDE", partial(with_external, "ddeLink")),
    ("an OLE link", partial(with_external, "oleLink")),
    ("hyperlinks", with_hyperlinks),
    ("an object in a box", with_object),
    ("queries", with_queries),
    ("properties", with_properties),
    ("automatic names", with_automatic_names),
)


def decorated(workbook: Workbook) -> Workbook:
    """What honest people do to their workbooks."""
    sheet = workbook.worksheets[0]
    sheet.freeze_panes = "C4"
    sheet.auto_filter.ref = "A3:G7"
    sheet["B5"].comment = Comment("izoh <b>", "Direktor")
    sheet["C5"].fill = PatternFill("solid", fgColor="FFFF00")
    sheet["C5"].font = Font(b=True, i=True, color="FF0000")
    sheet.row_dimensions.group(5, 6, outline_level=1)
    sheet.column_dimensions.group("F", "G", outline_level=1)
    look = DifferentialStyle(font=Font(strike=True))
    sheet.conditional_formatting.add("D5:E7", Rule("expression", formula=["$D5<0"], dxf=look))
    choices = DataValidation("list", formula1='"dona,nusxa"')
    choices.add("C5:C7")
    sheet.add_data_validation(choices)
    sheet.protection.sheet = True
    workbook.defined_names["reja"] = DefinedName("reja", attr_text="$A$1")
    _add_chart(sheet)
    workbook.create_sheet("Eslatma")["C3"] = "Direktorga ko‘rsatish"
    return workbook


def _add_chart(sheet: Worksheet) -> None:
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=3, max_row=7), titles_from_data=True)
    sheet.add_chart(chart, "J2")


def _saved(make: Callable[[], Workbook]) -> bytes:
    return workbook_bytes(decorated(make()))


def _cases() -> Iterator[Case]:
    for name, spoil in LIVE:
        yield as_plan(f"live: {name} in the plan", _with(spoil, good_plan), code=FINE)
        yield beside(f"live: {name} in a month", _with(spoil, good_month), code=FINE)
    notes = At("L108", PLAN_FILE, "Eslatma"), At("L108", SPOILT_FILE, "Eslatma")
    plan = partial(_saved, plan_table_of_the_year)
    month = partial(_saved, partial(month_table_of, 2))
    yield as_plan("live: a decorated plan", plan, notes[0], code=FINE)
    yield beside("live: a decorated month", month, notes[1], code=FINE)
    macros = _with(with_macros, good_month)
    yield beside("live: a month of the kind .xlsm", macros, code=FINE, file="fevral.xlsm")


def _with(spoil: Spoil, good: Make) -> Make:
    return lambda: spoil(good())


CASES: Final = tuple(_cases())
