"""Files that are damaged or would do harm, each beside one that only looks like it."""

from __future__ import annotations

import struct
import warnings
import zipfile
from io import BytesIO

import pytest

from akmplan.office.package_limits import LARGEST_INFLATED, LONGEST_TAG, MIB, MOST_PARTS
from akmplan.workbooks import Reason, UnreadableFile
from akmplan.workbooks.limits import MOST_MERGES, Allowance
from akmplan.workbooks.openxml.book import grids_of_openxml
from tests.workbooks.handmade import (
    MAIN,
    SHEET,
    STRICT,
    Parts,
    handmade,
    only_grid,
    parts_of_workbook,
    read,
    refusal,
    relations,
    sheet,
    strings,
    workbook,
    zipped,
)

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'


def with_parts(**changed: str | None) -> bytes:
    """The workbook with some parts changed, or left out where None; `__` stands for `/`."""
    parts: Parts = parts_of_workbook(ONE)
    for name, content in changed.items():
        part = name.replace("__", "/")
        part = next(known for known in parts if known.endswith(f"{part}.xml"))
        if content is None:
            del parts[part]
        else:
            parts[part] = content
    return zipped(parts)


def test_the_unspoilt_workbook_is_read() -> None:
    assert len(only_grid(handmade(ONE)).cells) == 1


@pytest.mark.parametrize("part", ["workbook", "sheet1"])
def test_a_missing_part(part: str) -> None:
    assert refusal(with_parts(**{part: None}))[0] is Reason.DAMAGED


@pytest.mark.parametrize("part", ["styles", "sharedStrings"])
def test_a_part_that_is_pointed_to_and_missing(part: str) -> None:
    assert refusal(with_parts(**{part: None}))[0] is Reason.DAMAGED


def test_no_pointers_at_all() -> None:
    parts = parts_of_workbook(ONE)
    del parts["_rels/.rels"]
    assert refusal(zipped(parts)) == (Reason.DAMAGED, "_rels/.rels")


def test_styles_and_strings_may_be_absent_where_nothing_points_to_them() -> None:
    parts = parts_of_workbook(ONE)
    parts["xl/_rels/workbook.xml.rels"] = relations(("r1", "worksheet", "worksheets/sheet1.xml"))
    assert len(read(zipped(parts)).grids[0].cells) == 1


@pytest.mark.parametrize(
    "broken",
    [
        "<worksheet",
        "",
        f'<worksheet xmlns="{MAIN}"><sheetData></row></worksheet>',
        "\x00",
        "&nope;",
    ],
)
def test_broken_xml(broken: str) -> None:
    assert refusal(with_parts(sheet1=broken)) == (Reason.DAMAGED, SHEET)


def test_a_sheet_of_another_namespace_is_not_taken_for_an_empty_one() -> None:
    other = sheet(ONE).replace(MAIN, STRICT)
    assert refusal(with_parts(sheet1=other)) == (Reason.DAMAGED, "S")


def test_strict_open_xml() -> None:
    strict = workbook("S").replace(MAIN, STRICT)
    assert refusal(with_parts(workbook=strict))[0] is Reason.STRICT_OOXML


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>', "S!B1"),
        ('<row r="1"><c r="B1"><v>1</v></c><c r="B1"/></row>', "S!B1"),
        ('<row r="1"><c r="B1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>', "S!B1"),
        ('<row r="1"><c r="B1"><v>1</v><v>2</v></c></row>', "S!B1"),
        ('<row r="1"><c r="B1"><v>1</v><c r="C1"><v>1</v></c></c></row>', "S!C1"),
        ('<row r="1"><c r="B1"><is><t>a</t></is></c></row>', "S!B1"),
        ('<row r="1"><c r="B1" t="inlineStr"><v>b</v><is><t>a</t></is></c></row>', "S!B1"),
        ('<row r="1"><c r="B2"><v>1</v></c></row>', "S!B2"),
        ('<row r="1"><c r="1B"><v>1</v></c></row>', "S!1B"),
        ('<row r="1"><c r="b1"><v>1</v></c></row>', "S!b1"),
        ('<row><c r="B0"><v>1</v></c></row>', "S!B0"),
        ('<row><c r="XFE1"><v>1</v></c></row>', "S!XFE1"),
        ('<row r="x"><c r="B1"><v>1</v></c></row>', "S!x"),
        ('<row r="1048577"/>', "S!1048577"),
        ('<row r="1"><c r="B1" s="1"><v>1</v></c></row>', "S!B1"),
        ('<row r="1"><c r="B1" s="-1"><v>1</v></c></row>', "S!B1"),
        ('<row r="1"><c r="B1" t="s"><v>-1</v></c></row>', "S!B1"),
        ('<row r="1"><c r="B1" t="s"><v>1</v></c></row>', "S!B1"),
        ('<row r="1"><c r="B1" t="s"><v>0.0</v></c></row>', "S!B1"),
        ("<c><v>1</v></c>", "S"),
    ],
)
def test_a_cell_that_contradicts_itself_is_named(rows: str, place: str) -> None:
    content = handmade(rows, strings=strings("<t>bor</t>"))
    assert refusal(content) == (Reason.DAMAGED, place)


@pytest.mark.parametrize("reference", ["A1:", "B2:A1", "A1:B2:C3", "", "A0", "A1 B2"])
def test_a_merged_block_that_is_none(reference: str) -> None:
    after = f'<mergeCells><mergeCell ref="{reference}"/></mergeCells>'
    assert refusal(handmade(ONE, after=after)) == (Reason.DAMAGED, f"S!{reference}")


def test_merged_blocks_that_overlap() -> None:
    rows = '<row r="9"><c r="I9"><v>1</v></c></row>'
    overlap = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'
    beside = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:D2"/></mergeCells>'
    assert refusal(handmade(rows, after=overlap)) == (Reason.DAMAGED, "S!B2")
    assert len(only_grid(handmade(rows, after=beside)).merged) == 2


def test_two_sheets_of_one_name() -> None:
    parts = parts_of_workbook(ONE)
    parts["xl/workbook.xml"] = workbook("Reja", "REJA")
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet2.xml")
    )
    parts["xl/worksheets/sheet2.xml"] = sheet()
    assert refusal(zipped(parts)) == (Reason.DAMAGED, "REJA")
    parts["xl/workbook.xml"] = workbook("Reja", "Reja 2")
    assert len(read(zipped(parts)).grids) == 2


def test_one_part_shown_as_two_sheets() -> None:
    parts = parts_of_workbook(ONE)
    parts["xl/workbook.xml"] = workbook("Bir", "Ikki")
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "worksheet", "worksheets/sheet1.xml")
    )
    assert refusal(zipped(parts)) == (Reason.DAMAGED, "Ikki")


def test_a_sheet_that_lies_outside() -> None:
    outside = relations(("r1", "worksheet", "http://x/sheet1.xml")).replace(
        "Target=", 'TargetMode="External" Target='
    )
    parts = parts_of_workbook(ONE)
    parts["xl/_rels/workbook.xml.rels"] = outside
    assert refusal(zipped(parts))[0] is Reason.DAMAGED


def test_a_link_that_leads_outside_is_no_harm() -> None:
    parts = parts_of_workbook(ONE)
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(
        ("h", "hyperlink", "https://lex.uz")
    ).replace("Target=", 'TargetMode="External" Target=')
    assert len(read(zipped(parts)).grids[0].cells) == 1


def test_two_pointers_of_one_id() -> None:
    parts = parts_of_workbook(ONE)
    parts["xl/_rels/workbook.xml.rels"] = relations(
        ("r1", "worksheet", "worksheets/sheet1.xml"), ("r1", "worksheet", "worksheets/sheet2.xml")
    )
    assert refusal(zipped(parts))[0] is Reason.DAMAGED


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "docProps/app.xml", "xl/a/b.rels"])
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
        "<!-- a --><!DOCTYPE a>",
        " " * 2 * LONGEST_TAG + "<!DOCTYPE a>",
    ],
)
def test_a_doctype_in_any_part(part: str, doctype: str) -> None:
    parts = parts_of_workbook(ONE)
    parts[part] = doctype + str(parts.get(part, "<a/>"))
    assert refusal(zipped(parts)) == (Reason.UNSAFE, f"doctype: {part}")


def test_a_doctype_in_letters_of_two_bytes() -> None:
    parts = parts_of_workbook(ONE)
    parts["docProps/app.xml"] = "\ufeff<!DOCTYPE a><a/>".encode("utf-16-le")
    assert refusal(zipped(parts)) == (Reason.UNSAFE, "doctype: docProps/app.xml")


def test_a_picture_may_have_a_doctype_and_a_text_may_speak_of_one() -> None:
    parts = parts_of_workbook('<row r="1"><c r="A1" t="str"><v>&lt;!DOCTYPE a&gt;</v></c></row>')
    parts["xl/media/image1.svg"] = "<!DOCTYPE svg><svg/>"
    assert read(zipped(parts)).grids[0].at(1, 1).text == "<!DOCTYPE a>"


@pytest.mark.parametrize("name", [SHEET, SHEET.upper(), SHEET.replace("/", "\\")])
def test_a_part_given_twice(name: str) -> None:
    target = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")
        for part, content in parts_of_workbook(ONE).items():
            archive.writestr(part, content)
        archive.writestr(name, sheet('<row r="1"><c r="A1"><v>2</v></c></row>'))
    reason, detail = refusal(target.getvalue())
    assert (reason, detail.partition(":")[0]) == (Reason.UNSAFE, "duplicate_part")


@pytest.mark.parametrize("name", ["/etc/passwd", "../x.xml", "xl/../../x.xml", "C:/x.xml", "..\\x"])
def test_a_part_name_that_leads_out(name: str) -> None:
    reason, detail = refusal(zipped({**parts_of_workbook(ONE), name: "x"}))
    assert (reason, detail.partition(":")[0]) == (Reason.UNSAFE, "part_name")


def test_a_part_name_with_dots_that_leads_nowhere() -> None:
    content = zipped({**parts_of_workbook(ONE), "xl/a..b/c...xml": "<a/>"})
    assert len(read(content).grids) == 1


def test_a_part_that_inflates_beyond_all_bounds() -> None:
    target = BytesIO(zipped(parts_of_workbook(ONE)))
    with (
        zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/media/bomb.bin", "w") as stream,
    ):
        for _ in range(LARGEST_INFLATED // MIB + 1):
            stream.write(bytes(MIB))
    assert refusal(target.getvalue()) == (Reason.UNSAFE, "inflation: xl/media/bomb.bin")


def test_a_part_that_says_less_of_its_size_than_is_true() -> None:
    content = bytearray(zipped({**parts_of_workbook(ONE), "xl/media/a.bin": bytes(100_000)}))
    entry = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, entry + 24, 10)
    assert refusal(bytes(content)) == (Reason.DAMAGED, "xl/media/a.bin")


def test_a_checksum_that_is_wrong() -> None:
    content = bytearray(zipped({**parts_of_workbook(ONE), "xl/media/a.bin": b"abc"}))
    entry = content.rindex(b"PK\x01\x02")
    struct.pack_into("<I", content, entry + 16, 1)
    assert refusal(bytes(content)) == (Reason.DAMAGED, "xl/media/a.bin")


def test_a_packing_that_office_does_not_use() -> None:
    target = BytesIO(zipped(parts_of_workbook(ONE)))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/media/a.bin", bytes(1000))
    assert refusal(target.getvalue()) == (Reason.DAMAGED, "xl/media/a.bin")


def test_a_part_under_a_password() -> None:
    content = bytearray(zipped(parts_of_workbook(ONE)))
    entry = content.rindex(b"PK\x01\x02")
    struct.pack_into("<H", content, entry + 8, 1)
    assert refusal(bytes(content)) == (Reason.ENCRYPTED, SHEET)


@pytest.mark.parametrize("kept", [0.3, 0.9, 0.99])
def test_a_file_cut_off(kept: float) -> None:
    content = handmade(ONE)
    assert refusal(content[: int(len(content) * kept)])[0] is Reason.DAMAGED


def test_too_many_parts() -> None:
    many = {f"xl/{number}.xml": "" for number in range(MOST_PARTS)}
    reason, detail = refusal(zipped({**parts_of_workbook(ONE), **many}))
    assert (reason, detail.partition(":")[0]) == (Reason.UNSAFE, "too_many_parts")


@pytest.mark.parametrize("reference", ["XFD1048576", "A1048576", "XFD1", "A200001", "AMK1"])
def test_a_cell_absurdly_far_away(reference: str) -> None:
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rows = f'<row r="{row}"><c r="{reference}"><v>1</v></c></row>'
    assert refusal(handmade(rows)) == (Reason.UNSAFE, f"far_cell: S!{reference}")


def test_two_cells_that_span_an_absurdly_large_sheet() -> None:
    rows = (
        '<row r="1"><c r="ALL1"><v>1</v></c></row><row r="150000"><c r="A150000"><v>1</v></c></row>'
    )
    assert refusal(handmade(rows)) == (Reason.UNSAFE, "far_cell: S!ALL150000")


def test_a_far_cell_that_only_carries_a_format() -> None:
    rows = ONE + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert only_grid(handmade(rows)).last_row == 1


def test_merge_bombs() -> None:
    far = '<row r="60000"><c r="T60000"><v>1</v></c></row>'
    everything = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    many = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, MOST_MERGES + 3))
    assert refusal(handmade(far, after=everything)) == (Reason.UNSAFE, "merges: S!A1")
    assert refusal(handmade(ONE, after=f"<mergeCells>{many}</mergeCells>"))[0] is Reason.UNSAFE
    assert len(only_grid(handmade(ONE, after=everything)).merged) == 1


@pytest.mark.parametrize(
    ("hazard", "rows"),
    [
        ("long_tag", f'<row r="1"><c r="{"A" * 3 * LONGEST_TAG}"/></row>'),
        ("long_tag", f"<!--{'a' * 3 * LONGEST_TAG}-->"),
        ("depth", "<a>" * 1_000 + "</a>" * 1_000),
        ("names", "".join(f"<a{number}/>" for number in range(50_000))),
        ("names", "".join(f'<a xmlns:b{number}="c"/>' for number in range(150_000))),
    ],
)
def test_xml_that_only_means_to_exhaust(hazard: str, rows: str) -> None:
    assert refusal(handmade(rows)) == (Reason.UNSAFE, f"{hazard}: {SHEET}")


@pytest.mark.parametrize(
    ("allowance", "rows"),
    [
        (Allowance(tags=1_000), "<a/>" * 1_000),
        (Allowance(xml=10_000), "<!-- -->" * 2_000),
        (Allowance(cells=100), "<row>" + "<c/>" * 101 + "</row>"),
        (Allowance(values=100), "<row>" + "<c><v>1</v></c>" * 101 + "</row>"),
        (Allowance(held=10_000), '<row><c t="str"><v>' + "a" * 10_000 + "</v></c></row>"),
        (Allowance(held=10_000), "<row>" + "<c><f>A1+1</f></c>" * 100 + "</row>"),
    ],
)
def test_an_allowance_that_is_used_up(allowance: Allowance, rows: str) -> None:
    content = handmade(rows)
    assert grids_of_openxml(content, "f.xlsx", Allowance())
    with pytest.raises(UnreadableFile) as caught:
        grids_of_openxml(content, "f.xlsx", allowance)
    assert caught.value.reason is Reason.TOO_LARGE


def test_more_than_any_honest_workbook_has() -> None:
    run = "<r><rPr><u/></rPr><t>a</t></r>"
    text = '<row r="1"><c r="A1" t="str"><v>' + "a" * 30_000_000 + "</v></c></row>"
    sheets = workbook(*[str(number) for number in range(2_000)])
    assert refusal(handmade(strings=strings(run * 50_000)))[0] is Reason.TOO_LARGE
    assert refusal(handmade(text))[0] is Reason.TOO_LARGE
    assert refusal(handmade(workbook=sheets))[0] is Reason.TOO_LARGE


@pytest.mark.parametrize("encoding", ["shift_jis", "utf-7", "no-such"])
def test_letters_that_office_does_not_use(encoding: str) -> None:
    spoilt = f'<?xml version="1.0" encoding="{encoding}"?>{sheet(ONE)}'
    assert refusal(with_parts(sheet1=spoilt)) == (Reason.DAMAGED, SHEET)


def test_letters_of_two_bytes() -> None:
    parts = parts_of_workbook(ONE)
    parts[SHEET] = f'<?xml version="1.0" encoding="UTF-16"?>{sheet(ONE)}'.encode("utf-16")
    assert len(read(zipped(parts)).grids[0].cells) == 1
