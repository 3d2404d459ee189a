"""Tags in a Word document: those of jinja however Word cuts them, and those for rows and cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from jinja2 import TemplateSyntaxError
from lxml import etree

from akmplan.documents.templates.template_tools import Tools
from akmplan.documents.templates.word_tags import with_plain_tags

BOLD = "<w:rPr><w:b/></w:rPr>"
NEXT_RUN = f'</w:t></w:r><w:proofErr w:type="spellStart"/><w:r>{BOLD}<w:t xml:space="preserve">'
CONTEXT = {"nomi": "Kitob", "bor": True, "soni": 2, "qatorlar": ("A", "B")}


def run(words: str, look: str = "") -> str:
    return f"<w:r>{look}<w:t>{words}</w:t></w:r>"


def paragraph(*words: str) -> str:
    return f"<w:p>{''.join(run(some) for some in words)}</w:p>"


def cell(*words: str, look: str = '<w:tcW w:w="9"/>') -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{''.join(paragraph(some) for some in words)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"


def filled(xml: str) -> etree._Element:
    rendered = Tools().program(with_plain_tags(xml)).render(CONTEXT)
    return etree.fromstring(f'<w:body xmlns:w="w">{rendered}</w:body>')


def words_in(xml: str, name: str) -> list[str]:
    """The words in each element of that name."""
    found = filled(xml).iter(f"{{w}}{name}")
    return [all_words(node) for node in found]


def all_words(node: etree._Element) -> str:
    return "".join(one.text or "" for one in node.iter("{w}t"))


def table(*rows: Sequence[str]) -> list[list[str]]:
    """The words in the cells of a table so filled."""
    made = filled("".join(row(*cells) for cells in rows))
    return [[all_words(at) for at in line.iter("{w}tc")] for line in made.iter("{w}tr")]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{{ nomi }}", "Kitob"),
        ("{{nomi|upper}}!", "KITOB!"),
        ("{% if bor %}ha{% else %}yo‘q{% endif %}", "ha"),
        ("bir {# o‘zimga #}ikki", "bir ikki"),
        ("{{ “ha” if soni &gt; 1 else ‘yo‘ }}", "ha"),
        ("{{ 'a' if soni &lt; 1 else 'b' }}", "b"),
        ("{{ nomi }} &amp; 50 % { } &lt;", "Kitob & 50 % { } <"),
        ("{_{ nomi }_}", "{_{ nomi }_}"),
    ],
)
def test_tags_of_jinja(typed: str, printed: str) -> None:
    assert words_in(paragraph(typed), "p") == [printed]


@pytest.mark.parametrize("place", range(1, len("{{ nomi }}")))
def test_a_tag_cut_anywhere_is_joined_and_what_follows_stays(place: int) -> None:
    tag = "{{ nomi }}"
    cut = paragraph(f"Bu {tag[:place]}{NEXT_RUN}{tag[place:]} edi", " u")
    assert words_in(cut, "p") == ["Bu Kitob edi u"]
    assert words_in(cut, "r") == ["Bu Kitob edi", " u"]


def test_a_tag_cut_into_all_its_letters() -> None:
    assert words_in(paragraph(NEXT_RUN.join("{% if bor %}")) + paragraph("x{% endif %}"), "p") == [
        "", "x",
    ]  # fmt: skip


def test_words_between_tags_keep_their_look() -> None:
    typed = f"<w:p>{run('{{ nomi }}')}{run(' va ', BOLD)}{run('{{ soni }}')}</w:p>"
    assert words_in(typed, "r") == ["Kitob", " va ", "2"]
    assert [look.getparent() is not None for look in filled(typed).iter("{w}b")] == [True]


def test_a_lone_brace_is_a_letter() -> None:
    assert table(["{", "{{ nomi }}"]) == [["{", "Kitob"]]
    assert words_in(paragraph("{") + paragraph("{%p if bor %}") + paragraph("{%p endif %}"), "p") \
        == ["{"]  # fmt: skip


def test_spaces_around_a_tag_are_kept_and_other_words_left_alone() -> None:
    made = filled(paragraph("{{ nomi }} ") + paragraph("so‘z"))
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert [words.get(space) for words in made.iter("{w}t")] == ["preserve", None]


def test_paragraphs() -> None:
    lines = ("{%p for q in qatorlar %}", "{{ q }}.", "{%p endfor %}", "{#p o‘zimga #}", "Oxiri")
    assert words_in("".join(map(paragraph, lines)), "p") == ["A.", "B.", "Oxiri"]


def test_a_tag_in_the_place_of_a_paragraph_prints_there() -> None:
    assert filled(paragraph("so‘z ", "{{p nomi }}")).text == "Kitob"


def test_rows() -> None:
    assert table(["{%tr for q in qatorlar %}", ""], ["{{ q }}", "x"], ["", "{%tr endfor %}"]) == [
        ["A", "x"], ["B", "x"],
    ]  # fmt: skip
    assert table(["{%tr if not bor %}"], ["x"], ["{%tr endif %}"], ["{#tr y #}"], ["z"]) == [["z"]]


def test_two_tags_for_one_row() -> None:
    assert table(
        ["{%tr if bor %}", "{%tr for q in qatorlar %}"],
        ["{{ q }}"],
        ["{%tr endfor %}{%tr endif %}"],
    ) == [["A"], ["B"]]


def test_rows_of_a_table_in_a_cell() -> None:
    inner = "".join(
        row(words) for words in ("{%tr for q in qatorlar %}", "{{ q }}", "{%tr endfor %}")
    )
    outer = f"<w:tr><w:tc><w:tbl>{inner}</w:tbl>{paragraph('x')}</w:tc></w:tr>"
    rows = row("{%tr if bor %}") + outer + row("{%tr endif %}")
    assert words_in(rows, "tr") == ["ABx", "A", "B"]


def test_cells() -> None:
    assert table(["{%tc for q in qatorlar %}", "{{ q }}", "{%tc endfor %}", "{#tc y #}", "z"]) == [
        ["A", "B", "z"]
    ]
    assert table(["{%tc if not bor %}", "x", "{%tc endif %}", "z"]) == [["z"]]


def test_runs() -> None:
    runs = (run("a"), run("{%r if not bor %}"), run("b", BOLD), run("{%r endif %}"), run("d"))
    assert words_in(f"<w:p>{''.join(runs)}</w:p>", "p") == ["ad"]
    assert words_in(paragraph("a {%r if bor %}b{%r endif %} c"), "p") == ["a b c"]
    assert filled(paragraph("{{r nomi }}"))[0][0].tail == "Kitob"


def test_runs_whose_comment_is_one_for_people() -> None:
    assert words_in(paragraph("a {#r o‘zimga #}b"), "p") == ["a b"]


def test_words_are_drawn_to_their_neighbours() -> None:
    lines = ("Biz {% if bor -%}", " shaharda ", "{%- else -%}", " qishloqda ", "{%- endif -%}",
             " yashaymiz")  # fmt: skip
    assert words_in("".join(map(paragraph, lines)), "p") == ["Biz  shaharda  yashaymiz"]


def test_words_beside_a_tag_that_draws_are_not_lost() -> None:
    lines = ("bir", "ikki {%- if bor %}", "uch{% endif -%} to‘rt", "besh")
    assert words_in("".join(map(paragraph, lines)), "p") == ["birikki ", "uch to‘rtbesh"]


def test_cells_of_a_loop_merged_downwards() -> None:
    made = filled(
        row("{%tr for q in qatorlar %}") + row("bu {% vm %}{{ nomi }}", "{{ q }}")
        + row("{%tr endfor %}")
    )  # fmt: skip
    assert [merge.get("{w}val") for merge in made.iter("{w}vMerge")] == ["restart", "continue"]
    assert [all_words(line) for line in made] == ["bu KitobA", "B"]


@pytest.mark.parametrize(
    ("look", "breadth"), [('<w:tcW w:w="9"/>', "2"), ('<w:gridSpan w:val="3"/>', "6")]
)
def test_cells_of_a_loop_merged_sideways(look: str, breadth: str) -> None:
    made = filled(
        row("{%tc for q in qatorlar %}", cell("{% hm %}{{ nomi }}", look=look), "{%tc endfor %}")
    )
    assert [span.get("{w}val") for span in made.iter("{w}gridSpan")] == [breadth]
    assert [all_words(line) for line in made.iter("{w}tc")] == ["Kitob"]


def test_the_breadth_of_a_cell() -> None:
    made = filled(row(cell("{% colspan soni %}", "x", look='<w:gridSpan w:val="9"/>')))
    assert [span.get("{w}val") for span in made.iter("{w}gridSpan")] == ["2"]
    assert words_in(row("{% colspan 2 %}{{ nomi }}"), "tc") == ["Kitob"]


def test_the_colour_of_a_cell() -> None:
    made = filled(row(cell("{% cellbg ‘FF0000’ %}", "x", look='<w:shd w:fill="00FF00"/>')))
    assert [colour.get("{w}fill") for colour in made.iter("{w}shd")] == ["FF0000"]
    assert [all_words(at) for at in made.iter("{w}p")] == ["", "x"]


@pytest.mark.parametrize(
    "typed", ["{{ nomi", "{% if bor", "{# o‘zimga", "{{ nomi }", "{%tr if bor %}", "{% vm x %}"]
)
def test_a_tag_without_end_or_place_is_refused(typed: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        filled(paragraph(typed) + paragraph("ko‘p {{ nomi"))


@pytest.mark.parametrize(
    "xml",
    [
        paragraph("{{ x" * 20_000),
        paragraph("{" * 20_000),
        row(*("{%tr x" for _ in range(2_000))),
    ],
    ids=["tags", "braces", "rows"],
)
def test_very_many_tags_without_end_take_no_time_and_lose_nothing(xml: str) -> None:
    marks = re.compile("<[^>]+>")
    assert marks.sub("", with_plain_tags(xml)) == marks.sub("", xml)
