"""`sheets` beside workbooks that are laid out otherwise, cannot be read, or are nobody's."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from akmplan.cli import run
from akmplan.input_forms import OtherLayout
from akmplan.jobs.sheets import Standing
from tests.renewing import LOANS, OWN, PLAN, SECTION, VISITS, Desk
from tests.small import READERS, STOCK, Row, month_table, month_tabs

GAINED: tuple[Row, ...] = (*PLAN, ("4.", "Ko‘rgazmalar", "Ta", 1, 3))
TWO: tuple[Row, ...] = (SECTION, LOANS, (*VISITS, "Ish", "2026-yil davomida", STOCK))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Where no workbook has been laid yet."""
    return Desk(tmp_path)


def left_alone(desk: Desk, reason: OtherLayout) -> None:
    """The plan has an item that has no row there, and nothing is written."""
    desk.plan(GAINED)
    before = desk.files()
    sheets = desk.lay_one()
    assert (sheets.standing, sheets.reason) == (Standing.OTHER_LAYOUT, reason)
    assert "I.4" in [line.item.code for line in sheets.lacking]
    assert sheets.laid is None
    assert desk.files() == before
    assert not desk.options.output.exists()


def test_a_file_a_month_is_several(desk: Desk) -> None:
    for month in (1, 2):
        table = month_table(READERS, month, [("I.1", None, None, None, 1)])
        table.save(desk.options.input / f"{month}.xlsx")
    left_alone(desk, OtherLayout.SEVERAL)


def test_a_copy_beside_the_own_one_is_several(desk: Desk) -> None:
    desk.lay()
    desk.own.with_name("nusxa.xlsx").write_bytes(desk.own.read_bytes())
    left_alone(desk, OtherLayout.SEVERAL)


def test_other_columns_are_another_layout(desk: Desk) -> None:
    rows = [("I.1", None, None, None, 1)]
    workbook = month_tabs(READERS, dict.fromkeys(range(1, 13), rows))
    for sheet in workbook.worksheets:
        sheet["H3"].value, sheet["B3"].value = "Bo‘lim", "Ko‘rsatkich nomi"
    workbook.save(desk.options.input / "abonement.xlsx")
    left_alone(desk, OtherLayout.COLUMNS)


def test_a_workbook_by_hand_with_our_columns_is_ours(desk: Desk) -> None:
    rows = [("I.1", "Kitob berish", "Nusxa", 12, 7)]
    workbook = month_tabs(READERS, dict.fromkeys(range(1, 13), rows))
    workbook.save(desk.options.input / "hisob.xlsx")
    sheets = desk.lay_one()
    assert (sheets.standing, sheets.files) == (Standing.RENEWED, ("hisob.xlsx",))
    assert desk.january("E7", "A8", "E8") == [7, "I.2", None]


@pytest.mark.parametrize("change", ["more", "fewer"])
def test_more_or_fewer_tabs_are_another_layout(desk: Desk, change: str) -> None:
    desk.lay()
    workbook = desk.open()
    if change == "more":
        workbook.create_sheet("Yil").append(["Jami", 12])
    else:
        del workbook["Dekabr"]
    workbook.save(desk.own)
    left_alone(desk, OtherLayout.TABS)


def test_a_chart_of_people_s_own_is_another_layout(desk: Desk) -> None:
    desk.lay()
    workbook = desk.open()
    workbook.worksheets[0].add_chart(BarChart(), "J2")
    workbook.save(desk.own)
    left_alone(desk, OtherLayout.DRAWINGS)


def test_macros_are_another_layout(desk: Desk) -> None:
    desk.lay()
    desk.own.write_bytes(with_macros(desk.own.read_bytes()))
    left_alone(desk, OtherLayout.MACROS)


def with_macros(content: bytes) -> bytes:
    links = "xl/_rels/workbook.xml.rels"
    relation = (
        '<Relationship Id="macros" Target="vbaProject.bin" '
        'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
    )
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == links:
                part = part.replace(b"</Relationships>", f"{relation}</Relationships>".encode())
            new.writestr(name, part)
        new.writestr("xl/vbaProject.bin", b"none")
    return written.getvalue()


def test_two_services_in_one_workbook_are_another_layout(desk: Desk) -> None:
    desk.plan(TWO)
    desk.lay()
    workbook = desk.open()
    workbook["Mart"]["B2"].value = STOCK
    workbook.save(desk.own)
    services = {one.service.key: one for one in desk.lay().services}
    assert services["abonement"].reason is OtherLayout.SHARED
    assert services["fond"].reason is OtherLayout.SEVERAL


def test_a_file_of_the_name_that_is_something_else_stays_alone(desk: Desk) -> None:
    desk.own.parent.mkdir()
    Workbook().save(desk.own)
    left_alone(desk, OtherLayout.STRANGER)


@pytest.mark.parametrize("name", [OWN, "oylik/Abonement-2026.xlsx", "hisob.xlsx"])
def test_a_workbook_that_cannot_be_read_may_be_the_service_s(desk: Desk, name: str) -> None:
    path = desk.options.input / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"PK\x03\x04 torn")
    before = desk.files()
    sheets = desk.lay_one()
    assert (sheets.standing, sheets.files) == (Standing.UNSURE, (name,))
    assert desk.files() == before


def test_a_torn_workbook_of_another_service_or_year_is_in_nobody_s_way(desk: Desk) -> None:
    desk.plan(TWO)
    for name in ("fond-eski.xlsx", "abonement-2025.xlsx"):
        (desk.options.input / name).write_bytes(b"PK\x03\x04 torn")
    standings = {one.service.key: one.standing for one in desk.lay().services}
    assert standings == {"abonement": Standing.NEW, "fond": Standing.UNSURE}


def test_an_open_workbook_is_left_alone(desk: Desk) -> None:
    desk.lay()
    desk.plan(GAINED)
    desk.own.with_name("~$abonement-2026.xlsx").write_bytes(b"\x05user")
    assert desk.lay_one().standing is Standing.UNSURE
    desk.own.with_name("~$abonement-2026.xlsx").unlink()
    assert desk.lay_one().standing is Standing.RENEWED


def test_a_month_that_does_not_say_its_name_may_be_the_service_s(desk: Desk) -> None:
    workbook = month_table(READERS, 1, [("I.1", None, None, None, 1)])
    sheet = workbook.worksheets[0]
    sheet.title, sheet["B2"].value = "Varaq", "qish"
    workbook.save(desk.options.input / "hisob.xlsx")
    assert desk.lay_one().standing is Standing.UNSURE


def test_months_of_another_year_are_nobody_s_of_this(desk: Desk) -> None:
    workbook = month_table(READERS, 1, [("I.1", None, None, None, 1)])
    workbook.worksheets[0]["B2"].value = "2025-yil yanvar"
    workbook.save(desk.options.input / "eski.xlsx")
    assert desk.lay_one().standing is Standing.NEW


def test_a_service_that_the_plan_has_no_more_is_named(desk: Desk) -> None:
    desk.lay()
    renamed = [(*row, "Ish", "2026-yil davomida", "Qiroatxona xizmati") for row in (LOANS, VISITS)]
    desk.plan([SECTION, *renamed])
    laid = desk.lay()
    assert [(one.file, one.service) for one in laid.strangers] == [
        (OWN, "Abonement va foydalanuvchilarga xizmat ko‘rsatish xizmati")
    ]
    assert [one.standing for one in laid.services] == [Standing.NEW]
    assert "oylik/qiroatxona-2026.xlsx" in desk.files()


def put_renewed(desk: Desk) -> None:
    desk.lay()
    desk.fill({"E7": 5, "A1": "x"})
    desk.plan(GAINED)


def put_moved(desk: Desk) -> None:
    desk.lay()
    desk.fill({"E8": 77})
    desk.plan([SECTION, LOANS, ("5.", *VISITS[1:])])


def put_other(desk: Desk) -> None:
    table = month_table(READERS, 1, [("I.1", None, None, None, 1)])
    table.save(desk.options.input / "yanvar.xlsx")


def put_torn(desk: Desk) -> None:
    (desk.options.input / "hisob.xlsx").write_bytes(b"PK\x03\x04 torn")


def put_nothing(_: Desk) -> None:
    """No workbook but the plan's."""


SAID: dict[str, Callable[[Desk], None]] = {
    "new": put_nothing,
    "renewed": put_renewed,
    "moved": put_moved,
    "other": put_other,
    "torn": put_torn,
}
NAMED = {
    "new": ("abonement-2026.xlsx", "akmplan.cmd"),
    "renewed": (OWN, "I.4", "Yanvar!A1"),
    "moved": ("I.2", "I.5", "Yanvar!E8 = 77"),
    "other": ("yanvar.xlsx", "I.3"),
    "torn": ("hisob.xlsx",),
}


@pytest.mark.parametrize("language", ["uz", "en"])
@pytest.mark.parametrize("case", SAID)
def test_the_terminal_names_files_items_and_cells(
    desk: Desk, case: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    SAID[case](desk)
    folders = ("--input", str(desk.options.input), "--output", str(desk.options.output))
    assert run(["sheets", *folders, "--today", "2026-10-05", "--lang", language]) == 0
    said = capsys.readouterr().out
    assert [word for word in NAMED[case] if word not in said] == []


@pytest.mark.parametrize("command", [["sheets"], ["init", "reja.xlsx"]])
def test_an_output_folder_within_the_input_folder_is_wrong_use(
    desk: Desk, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.options.input)
    before = desk.files()
    assert run([*command, "--input", ".", "--output", "oylik", "--today", "2026-10-05"]) == 2
    assert desk.files() == before
