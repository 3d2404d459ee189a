"""The page in a real browser: quiet, without a network, for every eye, hand and sheet of paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.documents.overview.pages import page_of, sample_page
from tests.small import READERS, Row, month_tabs, plan_table, saved

Scheme = Literal["light", "dark"]
DESK, PHONE = 1280, 390
A4 = (595, 842)  # points
OPEN_SOME = "all => all.slice(0, 6).forEach(one => one.open = true)"
EVERY_STOP = "a[href], summary, input:checked, [tabindex='0']"
FOCUSED = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    const bar = document.querySelector('.yollar'), look = getComputedStyle(one);
    return {
        stop: [...document.querySelectorAll(EVERY)].indexOf(one),
        outline: look.outlineStyle === 'none' ? 0 : parseFloat(look.outlineWidth),
        seen: box.bottom > 0 && box.top < innerHeight,
        covered: !bar.contains(one) && box.height < innerHeight / 2
            && bar.getBoundingClientRect().top <= 0
            && box.top < bar.getBoundingClientRect().bottom,
    };
}""".replace("EVERY", repr(EVERY_STOP))


@dataclass
class Opened:
    """A page with what it asked for and complained of since it was opened."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def opened(
    browser: Browser,
    file: Path,
    width: int = DESK,
    scheme: Scheme = "light",
    *,
    scripts: bool = True,
) -> Iterator[Opened]:
    page = browser.new_page(
        viewport={"width": width, "height": 844}, color_scheme=scheme, java_script_enabled=scripts
    )
    one = Opened(page, file.as_uri())
    page.on("request", lambda request: one.asked.append(request.url))
    page.on("console", lambda said: one.complaints.append(said.text))
    page.on("pageerror", lambda error: one.complaints.append(str(error)))
    page.on("dialog", lambda dialog: one.complaints.append(dialog.message))
    page.goto(one.address)
    yield one
    page.close()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "umumiy-holat.html"
    file.write_bytes(sample_page())
    return file


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan of one item, no months, nothing found."""
    folder = tmp_path_factory.mktemp("bare")
    saved(folder, plan_table(["I. ISHLAR", ("1.", "Kitob berish", "Nusxa", 10, 12)]))
    file = folder / "umumiy-holat.html"
    file.write_bytes(page_of(folder))
    return file


HOSTILE = (
    "<script>document.title='x'</script>",
    "<img src=x onerror=alert(1)>",
    "</li></ul></section><h1>Boshqa</h1>",
    "{{ markaz }} {% if x %} {# y #}",
    '" onmouseover="alert(1)" \' &lt; &amp; -->',
    "a\u202eb\u2066c\u200fd",
    "Kitob \U0001f4da \U0001f469\u200d\U0001f4bb",
    "كتاب va kitob",
    "javascript:alert(1)",
    "</style><style>*{display:none}</style>",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text as an item's name and unit and as a month's figure; a file's name as bad."""
    folder = tmp_path_factory.mktemp("hostile")
    plan: list[Row] = [(f"{number}.", text, text, 10, 12) for number, text in enumerate(HOSTILE, 1)]
    months = month_tabs(READERS, {1: [(f"I.{n}", t, t, 12, t) for n, t in enumerate(HOSTILE, 1)]})
    saved(folder, plan_table(["I. " + "".join(HOSTILE), *plan]), **{"{{x}} & 'y'": months})
    file = folder / "umumiy-holat.html"
    file.write_bytes(page_of(folder))
    return file


@pytest.mark.slow
@pytest.mark.parametrize(
    ("which", "width", "scheme"),
    [
        ("sample", DESK, "light"),
        ("sample", DESK, "dark"),
        ("sample", PHONE, "light"),
        ("sample", PHONE, "dark"),
        ("bare", DESK, "light"),
        ("bare", PHONE, "dark"),
        ("hostile", DESK, "dark"),
        ("hostile", PHONE, "light"),
    ],
)
def test_it_is_quiet_asks_for_nothing_and_axe_finds_nothing(
    browser: Browser,
    request: pytest.FixtureRequest,
    which: str,
    width: int,
    scheme: Scheme,
) -> None:
    with opened(browser, request.getfixturevalue(which), width, scheme) as one:
        assert one.page.evaluate("document.documentElement.scrollWidth") == width
        one.page.locator("details").evaluate_all(OPEN_SOME)
        assert one.page.evaluate("document.documentElement.scrollWidth") == width
        assert [url for url in one.asked if not url.startswith("data:")] == [one.address]
        assert one.complaints == []
        found = Axe().run(one.page, options={"resultTypes": ["violations"]})
        assert found.violations_count == 0, found.generate_report()


def test_it_names_no_address_outside(sample: Path, bare: Path, hostile: Path) -> None:
    for file in (sample, bare):
        assert not re.search(r"https?:|//[a-z]|@import|url\(", file.read_text("utf-8"))
    links = re.findall(r'(?:href|src)="([^"]*)"', hostile.read_text("utf-8"))
    own = re.compile(r"#|data:,$|[\w-]+/|ish-reja-2026\.docx$|kamchiliklar\.xlsx$|\.\./input/")
    assert [link for link in links if not own.match(link)] == []


@pytest.mark.slow
def test_dark_really_is_dark_and_both_can_be_read(browser: Browser, sample: Path) -> None:
    looks = {}
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        with opened(browser, sample, scheme=scheme) as one:
            look = "({color, backgroundColor}) => [color, backgroundColor]"
            ink, paper = one.page.evaluate(f"({look})(getComputedStyle(document.body))")
            looks[scheme] = luminance(ink), luminance(paper)
    assert looks["light"][0] < 0.1 < 0.8 < looks["light"][1]
    assert looks["dark"][1] < 0.1 < 0.7 < looks["dark"][0]


def luminance(colour: str) -> float:
    """As WCAG reckons it, of `rgb(1, 2, 3)`."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.slow
def test_hostile_texts_are_read_as_typed(browser: Browser, hostile: Path) -> None:
    with opened(browser, hostile) as one:
        names = one.page.locator(".band .nomi").all_text_contents()
        assert names == list(HOSTILE)
        units = one.page.locator(".band .miqdor > .matn").all_text_contents()
        assert units == list(HOSTILE)
        assert one.page.locator("h3#bolim-1").text_content() == "I. " + "".join(HOSTILE)
        assert one.page.locator("script, img, iframe, object, b[onmouseover]").count() == 0
        assert one.page.locator("h1").count() == 1
        assert one.page.locator("style").count() == 1
        read = one.page.locator("#fayllar tbody th").all_text_contents()
        assert [name.strip() for name in read] == ["reja.xlsx", "{{x}} & 'y'.xlsx"]
        assert one.complaints == []


@pytest.mark.slow
def test_marks_of_direction_turn_nothing_outside_their_cell(
    browser: Browser, hostile: Path
) -> None:
    """A text with an override in it is isolated, so its neighbours keep their order."""
    with opened(browser, hostile) as one:
        held = one.page.locator(".matn").evaluate_all(
            "all => all.map(one => getComputedStyle(one).unicodeBidi)"
        )
        assert set(held) == {"isolate"}
        loose = one.page.locator("body").evaluate(
            """body => {
                const walk = document.createTreeWalker(body, NodeFilter.SHOW_TEXT), found = [];
                while (walk.nextNode())
                    if (/[\\u202e\\u2066]/.test(walk.currentNode.data)
                        && !walk.currentNode.parentElement.closest('.matn, .joy'))
                        found.push(walk.currentNode.data);
                return found;
            }"""
        )
        assert loose == []


@pytest.mark.slow
def test_it_is_whole_without_scripts(browser: Browser, sample: Path) -> None:
    with opened(browser, sample, scripts=False) as one:
        assert one.page.locator("script").count() == 0
        assert one.page.locator("#reja .band").count() == 43
        first = one.page.locator("details").first
        first.locator("summary").click()
        assert first.locator(".manbalar").is_visible()
        one.page.get_by_label("ortda qolganlari").check()
        shown = one.page.locator(".band:visible").count()
        assert 0 < shown < 43
        assert shown == one.page.locator(".band:has(.ortda, .biroz-ortda)").count()


def stops(page: Page, count: int) -> Iterator[dict[str, Any]]:
    """What has the focus after each press of the Tab key."""
    for _ in range(count):
        page.keyboard.press("Tab")
        told: dict[str, Any] = page.evaluate(FOCUSED)
        yield told


@pytest.mark.slow
@pytest.mark.parametrize("width", [DESK, PHONE])
def test_the_tab_key_reaches_everything_in_order_and_is_seen(
    browser: Browser, sample: Path, width: int
) -> None:
    with opened(browser, sample, width) as one:
        one.page.emulate_media(reduced_motion="reduce")
        count = one.page.locator(EVERY_STOP).count()
        reached = list(stops(one.page, count))
        assert [stop["stop"] for stop in reached] == list(range(count))
        assert [stop for stop in reached if stop["outline"] < 2] == []
        assert [stop for stop in reached if not stop["seen"] or stop["covered"]] == []


@pytest.mark.slow
def test_every_link_within_the_page_leads_somewhere(browser: Browser, sample: Path) -> None:
    with opened(browser, sample) as one:
        lost = one.page.locator("a[href^='#']").evaluate_all(
            "all => all.map(one => one.hash.slice(1)).filter(id => !document.getElementById(id))"
        )
        assert lost == []
        twice = one.page.locator("[id]").evaluate_all(
            "all => all.map(one => one.id).filter((id, at, ids) => ids.indexOf(id) !== at)"
        )
        assert twice == []


@pytest.mark.slow
def test_headings_step_down_one_level_at_a_time(browser: Browser, sample: Path) -> None:
    with opened(browser, sample) as one:
        levels = one.page.locator("h1, h2, h3, h4").evaluate_all(
            "all => all.map(one => Number(one.tagName[1]))"
        )
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_on_a4_dark_on_white(
    browser: Browser, sample: Path, tmp_path: Path, scheme: Scheme
) -> None:
    with opened(browser, sample, scheme=scheme) as one:
        content = one.page.pdf(prefer_css_page_size=True, print_background=True)
        one.page.emulate_media(media="print")
        paper = one.page.evaluate("getComputedStyle(document.body).backgroundColor")
        ink = one.page.evaluate("getComputedStyle(document.body).color")
    assert (luminance(paper), luminance(ink) < 0.1) == (1, True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", content)
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {A4}
    assert 8 <= len(boxes) <= 16
    if shutil.which("pdftotext"):
        (tmp_path / "page.pdf").write_bytes(content)
        words = text_of_pages(tmp_path / "page.pdf")
        assert all(len(page.split()) > 30 for page in words)
        assert "Bir qarashda" in words[0]
        assert "SHA-256" in words[-1]


def text_of_pages(file: Path) -> list[str]:
    done = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\f")[:-1]


@pytest.mark.slow
def test_sources_that_were_opened_are_printed(
    browser: Browser, sample: Path, tmp_path: Path
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    with opened(browser, sample) as one:
        one.page.locator(".band summary").first.click()
        one.page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    words = " ".join(" ".join(text_of_pages(tmp_path / "page.pdf")).split())
    assert "ish-reja-2026.xlsx › Ish reja ›" in words
