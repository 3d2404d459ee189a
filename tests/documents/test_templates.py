"""Templates: which one is used, what staff may change, and what is said of a broken one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from akmplan.documents import TemplateFault, check_templates, choose_templates, documents
from akmplan.messages import render
from tests.documents.papers import (
    ROOT,
    WORD,
    brief_of,
    comments_by_cell,
    finding,
    paragraphs_of,
    part,
    part_names,
    rows_of,
    text_of,
    usual_templates,
    word,
    written,
)
from tests.small import READERS, month_tabs, plan_table, saved

PLAN = "ish-reja.docx"
LETTER = "hisobot.docx"
TEXT = "word/document.xml"
NEXT_RUN = "</w:t></w:r><w:r><w:t>"
NEXT_PARAGRAPH = "</w:t></w:r></w:p><w:p><w:r><w:t>"


def changed(folder: Path, old: str, new: str, *, name: str = PLAN, part: str = TEXT) -> Path:
    """The shipped template with one text of its markup changed, alone in a folder."""
    folder.mkdir(exist_ok=True)
    with (
        zipfile.ZipFile(ROOT / "templates" / name) as source,
        zipfile.ZipFile(folder / name, "w") as target,
    ):
        for entry in source.namelist():
            content = source.read(entry).decode()
            assert entry != part or old in content
            target.writestr(entry, content.replace(old, new) if entry == part else content)
    return folder


def fault_of(folder: Path) -> TemplateFault:
    faults = check_templates(choose_templates(folder, ROOT))
    assert len(faults) == 1
    return faults[0]


def small_plan(folder: Path, *found: str) -> Path:
    plan = plan_table(["I. ISHLAR", ("1.", "Birinchi ish", "Nusxa", 1, 2)])
    return saved(folder, plan, oy=month_tabs(READERS, {1: [("I.1", "Ish", None, None, 5)]}))


def test_the_shipped_templates_are_sound() -> None:
    assert check_templates(usual_templates()) == ()


@pytest.mark.parametrize(
    ("tag", "complaint", "excerpt"),
    [
        ("{{ qator.nomi", "a tag cannot be understood", "{{ qator.nomi"),
        ("{{ qator.nomii }}", "a tag asks for “nomii”", "{{ qator.nomii }}"),
        ("{{ qatr.nomi }}", "a tag asks for “qatr”", "{{ qatr.nomi }}"),
        ("{% if qator.nomi %}x", "a tag cannot be understood", ""),
        ("{{ qator.__class__ }}", "a tag reaches for “__class__”", "{{ qator.__class__ }}"),
        ("{{ qator.nomi.format }}", "a tag reaches for “format”", "{{ qator.nomi.format }}"),
        ("{{ qator.nomi.remarks }}", "a tag reaches for “remarks”", "{{ qator.nomi.remarks }}"),
        ("{{ qator|attr('__init__') }}", "a tag reaches for “__init__”", "__init__"),
        ("{{ range(9) }}", "a tag asks for “range”", "{{ range(9) }}"),
        ("{% include 'x' %}", "a tag cannot be worked out", "{% include"),
        ("{{ 1 / 0 }}", "a tag cannot be worked out", "{{ 1 / 0 }}"),
    ],
)
def test_a_broken_tag_is_named_with_its_file(
    tmp_path: Path, tag: str, complaint: str, excerpt: str
) -> None:
    fault = fault_of(changed(tmp_path, "{{ qator.nomi }}", tag))
    said = render(fault.message, "en")
    assert fault.file == str(tmp_path / PLAN)
    assert fault.file in said
    assert complaint in said
    assert excerpt in said


def test_a_tag_in_header_or_footer_is_checked_too(tmp_path: Path) -> None:
    folder = changed(tmp_path, "{{ loyiha }}", "{{ loiha }}", part="word/header1.xml")
    assert "a tag asks for “loiha”" in render(fault_of(folder).message, "en")


def test_a_tag_in_a_place_without_text_is_refused(tmp_path: Path) -> None:
    folder = changed(tmp_path, '<w:jc w:val="center"/>', '<w:jc w:val="{{ yil }}"/>')
    assert "where no text can stand" in render(fault_of(folder).message, "en")


def test_tags_that_tear_a_document_are_named(tmp_path: Path) -> None:
    torn = NEXT_PARAGRAPH.replace("<w:p>", "{% if loyiha %}<w:p>{% endif %}")
    folder = changed(tmp_path, "{{ qator.nomi }}", torn)
    assert "its tags leave a damaged document" in render(fault_of(folder).message, "en")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b"not a zip"),
        lambda path: path.write_bytes(path.read_bytes()[:3000]),
        lambda path: path.write_bytes((ROOT / "input" / "ish-reja-2026.xlsx").read_bytes()),
        lambda path: path.write_bytes(b""),
    ],
)
def test_a_file_that_is_no_word_document_is_named(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    (tmp_path / PLAN).write_bytes((ROOT / "templates" / PLAN).read_bytes())
    spoil(tmp_path / PLAN)
    fault = fault_of(tmp_path)
    assert (fault.file, fault.complaint.text) == (
        str(tmp_path / PLAN), "it is not a Word document (.docx)",
    )  # fmt: skip


def test_every_broken_template_is_named(tmp_path: Path) -> None:
    for name in (PLAN, LETTER):
        (tmp_path / name).write_bytes(b"broken")
    faults = check_templates(choose_templates(tmp_path, ROOT))
    assert [fault.file for fault in faults] == [str(tmp_path / name) for name in (PLAN, LETTER)]


def test_writing_with_a_broken_template_raises_the_same_fault(tmp_path: Path) -> None:
    folder = changed(tmp_path / "mine", "{{ qator.nomi }}", "{{ qator.nomii }}")
    brief = brief_of(small_plan(tmp_path))
    with pytest.raises(TemplateFault) as met:
        list(documents(brief, choose_templates(folder, ROOT)))
    assert met.value.file == str(folder / PLAN)


def test_the_templates_where_one_works_come_first_then_the_packaged_ones(tmp_path: Path) -> None:
    changed(tmp_path / "templates", ">{{ qator.nomi }}<", ">MENIKI: {{ qator.nomi }}<")
    input_folder = tmp_path / "input"
    input_folder.mkdir()
    brief = brief_of(small_plan(input_folder))
    here = written(brief, choose_templates(None, tmp_path))
    rows = rows_of(word(here["ish-reja-2026.docx"]).tables[-1])
    assert rows[-1][1] == "MENIKI: Birinchi ish"
    usual = written(brief)
    papers = [name for name in usual if name != "ish-reja-2026.docx"]
    assert [here[name] for name in papers] == [usual[name] for name in papers]


def test_a_given_folder_comes_before_the_one_where_one_works(tmp_path: Path) -> None:
    changed(tmp_path / "templates", ">{{ qator.nomi }}<", ">BU YERDAGI<")
    given = changed(tmp_path / "given", ">{{ qator.nomi }}<", ">BERILGAN<")
    brief = brief_of(small_plan(tmp_path))
    content = written(brief, choose_templates(given, tmp_path))["ish-reja-2026.docx"]
    assert rows_of(word(content).tables[-1])[-1][1] == "BERILGAN"


def test_without_any_folder_the_packaged_templates_serve(tmp_path: Path) -> None:
    assert check_templates(choose_templates(None, tmp_path)) == ()


def test_staff_may_move_columns_and_use_filters(tmp_path: Path) -> None:
    both = "{{ qator.reja }}: {{ qator.nomi|upper }}"
    folder = changed(tmp_path / "mine", "{{ qator.nomi }}", both)
    brief = brief_of(small_plan(tmp_path), [finding("E5", "I.1", says="Reja.")])
    content = written(brief, choose_templates(folder, ROOT))["ish-reja-2026.docx"]
    row = rows_of(word(content).tables[-1])[-1]
    assert (row[1], row[4]) == ("2: BIRINCHI ISH", "2")
    assert comments_by_cell(content) == [("2: BIRINCHI ISH", "T101. Reja.")]


def test_a_template_saved_by_word_leaves_nothing_of_its_saving(tmp_path: Path) -> None:
    """Word splits tags into runs, marks spelling, and keeps its own remarks and names."""
    document = Document(str(ROOT / "templates" / PLAN))
    heading = document.tables[-1].rows[0].cells[1].paragraphs[0].runs[0]
    document.add_comment(heading, "shuni o‘zgartiring", author="Xodim", initials="X")
    document.core_properties.author = document.core_properties.last_modified_by = "Xodim"
    saved_again = io.BytesIO()
    document.save(saved_again)
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / PLAN).write_bytes(saved_again.getvalue())
    spelling = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB12CD"><w:t>'
    split = f"{{{spelling}{{ qator.{spelling}nomi }}{NEXT_RUN}}}"
    with zipfile.ZipFile(folder / PLAN) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts[TEXT] = parts[TEXT].replace(b"{{ qator.nomi }}", split.encode())
    with zipfile.ZipFile(folder / PLAN, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    made = written(brief_of(small_plan(tmp_path)), choose_templates(folder, ROOT))
    content = made["ish-reja-2026.docx"]
    assert rows_of(word(content).tables[-1])[-1][1] == "Birinchi ish"
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        everything = b"".join(opened.read(name) for name in opened.namelist())
    assert b"Xodim" not in everything
    assert "shuni o‘zgartiring".encode() not in everything
    assert b"proofErr" not in everything
    assert b"rsid" not in part(content, TEXT)


def test_a_line_that_a_template_does_not_print_is_left_out_without_a_trace(tmp_path: Path) -> None:
    folder = changed(tmp_path / "mine", "{{ mavzu }}", "", name=LETTER)
    made = written(brief_of(small_plan(tmp_path)), choose_templates(folder, ROOT))
    assert all("to‘g‘risida" not in line for name in made if name.endswith(".docx")
               for line in paragraphs_of(made[name])[1:2])  # fmt: skip


def test_cells_left_without_a_paragraph_get_one(tmp_path: Path) -> None:
    nothing = f"{{%p if qator.bolim %}}{NEXT_PARAGRAPH}x{NEXT_PARAGRAPH}{{%p endif %}}"
    folder = changed(tmp_path / "mine", "{{ qator.nomi }}", nothing)
    made = written(brief_of(small_plan(tmp_path)), choose_templates(folder, ROOT))
    cells = [*word(made["ish-reja-2026.docx"]).tables[-1]._tbl.iter(f"{WORD}tc")]
    assert text_of(cells[-7]) == ""
    assert all(cell[-1].tag == f"{WORD}p" for cell in cells)


def test_no_template_text_comes_out_of_a_cell(tmp_path: Path) -> None:
    title = "{%tr for x in y %}{{ loyiha.__class__ }}"
    plan = plan_table(["I. {{ markaz }}", ("1.", title)])
    made = written(brief_of(saved(tmp_path, plan)))
    rows = rows_of(word(made["ish-reja-2026.docx"]).tables[-1])
    assert (rows[2], rows[3][1]) == (["I. {{ markaz }}"], title)


def test_parts_of_the_package_are_in_a_fixed_order(tmp_path: Path) -> None:
    made = written(brief_of(small_plan(tmp_path)))
    names = part_names(made["ish-reja-2026.docx"])
    assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert names[2:] == sorted(names[2:])
