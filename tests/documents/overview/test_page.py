"""The page as a file: its papers, its findings, its template, and the same bytes each time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from akmplan.documents import TemplateFault, check_templates, choose_templates
from akmplan.documents.overview import TEMPLATE
from akmplan.documents.overview.page_view import page_view
from akmplan.documents.overview.papers_view import Standing
from akmplan.documents.overview.words import as_of
from akmplan.findings import Severity
from akmplan.messages import render
from tests.documents.overview.pages import page_of, sample_page
from tests.documents.papers import ROOT, TODAY, brief_of, finding, written
from tests.small import READERS, month_tabs, plan_table, saved

SENDING = "Hisobotni har chorakda viloyat AKMga taqdim etish"


def owing(folder: Path) -> Path:
    """One item owed to the region each quarter, reported in January, April and July."""
    plan = plan_table(["I. ISHLAR", ("1.", "Kitob berish", "Nusxa", 10, 12, SENDING)])
    entry = [("I.1", "Kitob berish", "Nusxa", None, 1)]
    return saved(folder, plan, oy=month_tabs(READERS, {1: entry, 4: entry, 7: entry}))


def test_a_paper_is_a_draft_running_not_complete_or_final(tmp_path: Path) -> None:
    error = finding("E4", "I.1", file="oy.xlsx", sheet="Aprel", period="2026-04")
    view = page_view(brief_of(owing(tmp_path), (error,), today=date(2026, 8, 5)))
    told = {period.nomi: [paper.holat for paper in period.hujjatlar] for period in view.davrlar}
    assert told == {
        "2026-yil ish reja": [Standing.FINAL],
        "I chorak": [Standing.INCOMPLETE],  # February and March are awaited
        "II chorak": [Standing.DRAFT],
        "III chorak": [Standing.DRAFT],  # it prints the year to date
    }
    quiet = page_view(brief_of(tmp_path, (), today=date(2026, 8, 5)))
    assert quiet.davrlar[-1].hujjatlar[0].holat == Standing.RUNNING
    assert quiet.qisqacha[2].izoh.replace("\u00a0", " ") == (
        "hujjat; yakuniy: 1 ta, davr tugamagan: 1 ta, to‘liq emas: 2 ta"
    )
    whole = {month: [("I.1", "Kitob berish", "Nusxa", None, 1)] for month in (1, 2, 3)}
    saved(tmp_path, oy=month_tabs(READERS, whole))
    whole_quarter = page_view(brief_of(tmp_path, (), today=date(2026, 4, 5)))
    assert whole_quarter.davrlar[-1].hujjatlar[0].holat == Standing.FINAL


def test_a_paper_names_its_files_its_items_its_errors_and_what_it_waits_for(
    tmp_path: Path,
) -> None:
    error = finding("C5", "I.1", code="P103")
    view = page_view(brief_of(owing(tmp_path), (error,), today=date(2026, 5, 1)))
    (paper,) = view.davrlar[1].hujjatlar
    assert (paper.nomi, paper.bandlar) == ("Viloyat axborot-kutubxona markazi", "I.1")
    assert [(file.nomi, file.havola) for file in paper.fayllar] == [
        ("Excel", "2026-1-chorak/viloyat-akm.xlsx"),
        ("Word", "2026-1-chorak/viloyat-akm.docx"),
    ]
    assert [(link.soz, link.havola) for link in paper.sabablar] == [("P103 C5", "#kamchilik-1")]
    assert paper.kutilmoqda.endswith("xizmati – fevral, mart")


def test_every_link_to_a_paper_leads_to_one_that_is_built(tmp_path: Path) -> None:
    made = written(brief_of(owing(tmp_path), None))
    links = set(re.findall(r'href="([^"#]*\.(?:docx|xlsx))"', made[TEMPLATE].decode()))
    assert links == made.keys() - {TEMPLATE}
    assert "kamchiliklar.xlsx" in links


def test_a_build_of_a_few_papers_writes_the_same_page(tmp_path: Path) -> None:
    brief = brief_of(owing(tmp_path), None)
    few = replace(brief, wanted=brief.wanted[:1])
    assert len(brief.papers) > 1
    assert written(few)[TEMPLATE] == written(brief)[TEMPLATE]


def test_the_same_input_and_day_give_the_same_page(tmp_path: Path) -> None:
    owing(tmp_path)
    assert page_of(tmp_path) == page_of(tmp_path)


def test_findings_stand_by_severity_and_file_with_their_cells(tmp_path: Path) -> None:
    listed = (
        finding("E5", "I.1", found=3, explained="Shunday."),
        finding("D5", "I.1", code="P104", severity=Severity.WARNING, says="Yozing."),
        finding("B5", "I.1", code="P118", severity=Severity.NOTE, file="oy.xlsx", sheet="May"),
        finding("C5", "I.1", code="P103", says="Birligini yozing."),
    )
    view = page_view(brief_of(owing(tmp_path), listed))
    told = [
        (d.daraja, d.soni, f.nomi, k.kod, k.varaq, k.katak, k.xabar, k.izoh)
        for d in view.darajalar
        for f in d.fayllar
        for k in f.kamchiliklar
    ]
    assert told == [
        ("xato", "1", "reja.xlsx", "P103", "Ish reja", "C5", "Birligini yozing.", ""),
        ("ogohlantirish", "1", "reja.xlsx", "P104", "Ish reja", "D5", "Yozing.", ""),
        ("eslatma", "1", "oy.xlsx", "P118", "May", "B5", "Tuzating.", ""),
        ("izohlangan", "1", "reja.xlsx", "T101", "Ish reja", "E5", "Tuzating.", "Shunday."),
    ]


def test_without_findings_each_severity_says_so(tmp_path: Path) -> None:
    view = page_view(brief_of(owing(tmp_path), ()))
    assert [(d.nomi, d.soni, d.fayllar) for d in view.darajalar] == [
        ("Xatolar", "0", ()), ("Ogohlantirishlar", "0", ()), ("Eslatmalar", "0", ()),
    ]  # fmt: skip
    made = written(brief_of(tmp_path, ()))[TEMPLATE].decode()
    assert made.count("Topilmadi.") == 3


def test_what_has_no_cell_stands_under_a_heading_of_its_own(tmp_path: Path) -> None:
    view = page_view(brief_of(owing(tmp_path), None))
    warnings = view.darajalar[1]
    assert warnings.fayllar[-1].nomi == "Bitta katakka bog‘liq bo‘lmaganlari"
    assert {k.kod for k in warnings.fayllar[-1].kamchiliklar} == {"S102"}


def test_files_are_links_where_a_path_leads_to_them(tmp_path: Path) -> None:
    brief = brief_of(owing(tmp_path), (finding("C5", "I.1"),))
    assert [one.havola for one in page_view(brief).kirish] == ["", ""]
    led = page_view(replace(brief, input_folder="../kirish 1"))
    assert [one.havola for one in led.kirish] == [
        "../kirish%201/oy.xlsx", "../kirish%201/reja.xlsx",
    ]  # fmt: skip
    assert led.darajalar[0].fayllar[0].havola == "../kirish%201/reja.xlsx"


def test_the_sample_s_page_says_what_the_checks_and_figures_say() -> None:
    brief = brief_of(ROOT / "input", None)
    view = page_view(brief)
    assert view.markaz == "Vobkent tumani axborot-kutubxona markazi"
    assert view.sana == "2026-yil 5-oktabr holatiga ko‘ra"
    assert view.otgan_oylar == "Yilning 12 oyidan 9 oyi yakunlangan"
    assert sum(len(section.bandlar) for section in view.bolimlar) == len(brief.plan.items)
    shown = [k for d in view.darajalar for f in d.fayllar for k in f.kamchiliklar]
    assert len(shown) == len(brief.findings)
    assert {one.sha256 for one in view.kirish} == {one.sha256 for one in brief.year.inputs}


def test_dates_and_numbers_are_written_as_papers_write_them() -> None:
    assert as_of(date(2026, 1, 3)) == "2026-yil 3-yanvar holatiga ko‘ra"
    page = sample_page().decode()
    text = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)
    assert not re.search(r"\d{4,}(?= ta\b)|\d\.\d+ %|\d %", text)  # 74,6 %, with a no-break space
    assert "64\u00a0120" in text
    assert not re.search(r"[A-Za-z]['`ʻʼ]", re.sub(r"“[^”]*”", "", text))


@pytest.mark.parametrize(
    ("old", "new", "complaint", "excerpt"),
    [
        ("{{ t.son }}", "{{ t.sonn }}", "a tag asks for “sonn”", "{{ t.sonn }}"),
        ("{{ t.son }}", "{{ t.__class__ }}", "a tag reaches for “__class__”", "__class__"),
        ("{{ k.katak }}", "{{ k.", "a tag cannot be understood", "{{ k."),
        ("{{ k.izoh }}", "{{ k.izohi }}", "a tag asks for “izohi”", "{{ k.izohi }}"),
    ],
)
def test_a_broken_template_is_named_with_its_place_before_anything_is_written(
    tmp_path: Path, old: str, new: str, complaint: str, excerpt: str
) -> None:
    shipped = (ROOT / "templates" / TEMPLATE).read_text("utf-8")
    assert old in shipped
    (tmp_path / TEMPLATE).write_text(shipped.replace(old, new, 1), "utf-8")
    (fault,) = check_templates(choose_templates(tmp_path, ROOT))
    said = render(fault.message, "en")
    assert (fault.file, complaint in said, excerpt in said) == (
        str(tmp_path / TEMPLATE), True, True,
    )  # fmt: skip


def test_a_template_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / TEMPLATE).write_bytes("Кўрсаткич".encode("cp1251"))
    (fault,) = check_templates(choose_templates(tmp_path, ROOT))
    assert "it cannot be opened" in render(fault.message, "en")


def test_staff_may_change_the_page_and_texts_stay_escaped(tmp_path: Path) -> None:
    (tmp_path / TEMPLATE).write_text(
        "\ufeff{% for b in bolimlar %}<h2>{{ b.nomi|upper }}</h2>{% endfor %}", "utf-8"
    )
    folder = tmp_path / "in"
    folder.mkdir()
    saved(folder, plan_table(["I. <b> & ish", ("1.", "Ish", "Dona", 1, 2)]))
    made = written(brief_of(folder, ()), choose_templates(tmp_path, ROOT))
    assert made[TEMPLATE].decode() == "<h2>I. &lt;B&gt; &amp; ISH</h2>"


def test_writing_with_a_broken_template_raises_the_same_fault(tmp_path: Path) -> None:
    (tmp_path / TEMPLATE).write_text("{{ yoq }}", "utf-8")
    folder = tmp_path / "in"
    folder.mkdir()
    with pytest.raises(TemplateFault) as met:
        written(brief_of(owing(folder), (), today=TODAY), choose_templates(tmp_path, ROOT))
    assert met.value.file == str(tmp_path / TEMPLATE)


@pytest.mark.parametrize(
    ("count", "shown", "said"),
    [(1000, 1000, ""), (1007, 1000, "Yana 7 ta: avval shularni tuzating.")],
)
def test_of_very_many_findings_the_page_says_how_many_it_leaves_out(
    tmp_path: Path, count: int, shown: int, said: str
) -> None:
    errors = tuple(finding("E5", "I.1", code="P106") for _ in range(count))
    severity = page_view(brief_of(owing(tmp_path), errors)).darajalar[0]
    assert sum(len(file.kamchiliklar) for file in severity.fayllar) == shown
    assert (severity.soni, severity.qolgani) == (str(count), said)
