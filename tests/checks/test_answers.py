"""Three answers: what holds, what is broken, and what cannot be judged, with the reason."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from akmplan.checks import ALL_RULES, answers, check
from akmplan.figures import Ledger
from akmplan.findings import Answered, Finding
from akmplan.loading import load_year
from akmplan.messages import render
from akmplan.model import Answer
from tests.checks.test_helper_sheets import unicat, with_sheet
from tests.small import READERS, STOCK, TODAY, Row, Value, month_tabs, plan_table, saved

ROOT = Path(__file__).parents[2]
WEIGHING = {rule.code for rule in ALL_RULES if rule.three_answers}
HOLDS, BROKEN, UNJUDGED = Answer.HOLDS, Answer.BROKEN, Answer.CANNOT_BE_JUDGED
Told = tuple[str | None, str | None, Answer]  # item, period, answer


def judged(folder: Path) -> tuple[tuple[Answered, ...], tuple[Finding, ...]]:
    year = load_year(folder, None, TODAY.year)
    assert year.plan
    ledger = Ledger(year, year.plan)
    found = check(year, ledger, TODAY)
    return answers(year, ledger, TODAY, found), found


def told(folder: Path, code: str) -> list[Told]:
    given, _ = judged(folder)
    assert all((one.reason is not None) == (one.answer is UNJUDGED) for one in given)
    return [(one.item, one.period, one.answer) for one in given if one.code == code]


def reasons(folder: Path, code: str) -> list[str]:
    given, _ = judged(folder)
    return [render(one.reason, "en") for one in given if one.code == code and one.reason]


def total(fakt: Value, reja: Value, *parts: Iterable[Value], unit: str = "Nusxa") -> Workbook:
    """IV.7 with parts IV.7.1, IV.7.2 …, each (fakt, reja)."""
    rows: list[Row] = ["IV. FOND", ("7.", "Fond", "Nusxa", fakt, reja), "Shundan,"]
    rows += [(f"7.{n}.", "Qism", unit, *part) for n, part in enumerate(parts, 1)]
    return plan_table(rows)


def test_t101_answers_for_fakt_and_reja_each(tmp_path: Path) -> None:
    saved(tmp_path, total(10, 12, (4, 5), (6, 8)))
    assert told(tmp_path, "T101") == [("IV.7", None, BROKEN), ("IV.7", None, HOLDS)]


def test_t101_judges_the_parts_that_are_there(tmp_path: Path) -> None:
    saved(tmp_path, total(10, 12, (10, 12), (None, None)))
    assert told(tmp_path, "T101") == [("IV.7", None, HOLDS)] * 2


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        (total(None, 12, (4, 5), (6, 7)), "fakt of 2025, the total: nothing is written."),
        (total("-", 12, ("-", 5), ("-", 7)), "fakt of 2025, the total: “-” stands there."),
        (total("ko‘p", 12, (4, 5), (6, 7)), "fakt of 2025, the total: cannot be read."),
        (
            total(9, 12, ("Reja asosida", 5), (6, 7)),
            "fakt of 2025, part 7.1: still to be taken from another document.",
        ),
        (total(9, 12, (None, 5), (None, 7)), "fakt of 2025, the parts: nothing is written."),
    ],
)
def test_t101_says_why_it_cannot_be_judged(tmp_path: Path, plan: Workbook, why: str) -> None:
    saved(tmp_path, plan)
    assert told(tmp_path, "T101") == [("IV.7", None, UNJUDGED), ("IV.7", None, HOLDS)]
    assert reasons(tmp_path, "T101") == [why]


def test_t101_does_not_add_what_is_of_another_measure(tmp_path: Path) -> None:
    saved(tmp_path, total(9, 12, (3, 5), unit="Nafar"))
    assert told(tmp_path, "T101") == [("IV.7", None, UNJUDGED)] * 2


def test_t101_answers_for_each_month_that_has_a_row_of_the_total(tmp_path: Path) -> None:
    months: dict[int, list[tuple[Value, ...]]] = {
        1: [("IV.7", "", "", 12, 3), ("IV.7.1", "", "", 12, 3)],
        2: [("IV.7", "", "", 12, 3), ("IV.7.1", "", "", 12, 4)],
        3: [("IV.7", "", "", 12, 3), ("IV.7.1", "", "", 12, None)],
        4: [("IV.7", "", "", 12, 3)],
    }
    saved(tmp_path, total(10, 12, (10, 12)), oy=month_tabs(READERS, months))
    assert told(tmp_path, "T101") == [
        ("IV.7", "2026-02", BROKEN),
        ("IV.7", None, HOLDS),
        ("IV.7", None, HOLDS),
        ("IV.7", "2026-01", HOLDS),
        ("IV.7", "2026-03", UNJUDGED),
        ("IV.7", "2026-04", UNJUDGED),
    ]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("jami 12\n5\n7", HOLDS), ("jami 12\n5\n6", BROKEN), ("jami 12\n5\n?", UNJUDGED)],
)
def test_t102_answers_where_a_cell_states_its_total(
    tmp_path: Path, typed: str, answer: Answer
) -> None:
    row = ("1.", "Kitobxon:\n- yangi;\n- qayta", "Nafar", typed, "5\n7")
    saved(tmp_path, plan_table(["I. XIZMAT", row]))
    assert told(tmp_path, "T102") == [("I.1", None, answer)]


def loans(*months: tuple[int, Value, Value]) -> Workbook:
    return month_tabs(READERS, {month: [("I.1", "", "", 20, *said)] for month, *said in months})


LOANS = ("I. XIZMAT", ("1.", "Kitob berish", "Nusxa", 10, 20))


def test_t103_answers_where_a_running_sum_is_written(tmp_path: Path) -> None:
    oy = loans((1, 2, 2), (2, 3, 6), (3, 1, None), (5, 1, 7), (6, 1, "ko‘p"))
    saved(tmp_path, plan_table(LOANS), oy=oy)
    assert told(tmp_path, "T103") == [
        ("I.1", "2026-02", BROKEN),
        ("I.1", "2026-01", HOLDS),
        ("I.1", "2026-05", UNJUDGED),
        ("I.1", "2026-06", UNJUDGED),
    ]
    assert reasons(tmp_path, "T103") == [
        "aprel: nothing is written.",
        "“Yil boshidan”: cannot be read.",
    ]


def test_m114_answers_where_the_plan_s_number_is_repeated(tmp_path: Path) -> None:
    oy = month_tabs(READERS, {n: [("I.1", "", "", it, 1)] for n, it in ((1, 20), (2, 21), (3, ""))})
    saved(tmp_path, plan_table(LOANS), oy=oy)
    assert told(tmp_path, "M114") == [("I.1", "2026-02", BROKEN), ("I.1", "2026-01", HOLDS)]


@pytest.mark.parametrize(
    ("fakt", "reja", "answer"),
    [(5, 5, HOLDS), (5, 4, BROKEN), (None, 4, UNJUDGED), (5, "ko‘p", UNJUDGED)],
)
def test_p110_answers_for_each_indicator(
    tmp_path: Path, fakt: Value, reja: Value, answer: Answer
) -> None:
    saved(tmp_path, plan_table(["I. XIZMAT", ("1.", "Ish", "Nusxa", fakt, reja)]))
    assert told(tmp_path, "P110") == [("I.1", None, answer)]


@pytest.mark.parametrize(
    ("unit", "reja", "given"),
    [
        ("Hujjat", 4, [HOLDS]),
        ("Hujjat", 2, [BROKEN]),
        ("Hujjat", None, [UNJUDGED]),
        ("Nusxa", 2, []),
    ],
)
def test_p115_answers_where_papers_are_counted(
    tmp_path: Path, unit: str, reja: Value, given: list[Answer]
) -> None:
    row = ("1.", "Hisobot", unit, 4, reja, "Tuzish", "2026-yil har chorakda")
    saved(tmp_path, plan_table(["I. XIZMAT", row]))
    assert told(tmp_path, "P115") == [("I.1", None, answer) for answer in given]


@pytest.mark.parametrize(("found", "answer"), [(231, HOLDS), (240, BROKEN), ("yo‘q", UNJUDGED)])
def test_p122_answers_for_each_provisional_number(
    tmp_path: Path, found: Value, answer: Answer
) -> None:
    row = ("1.", "Yozuvlar", "Dona", 251, "231 (Unicat rejasidan oling)")
    plan = with_sheet(
        plan_table(["I. XIZMAT", row]), "Havolalar", ("I.1", None, "unicat.xlsx", "Reja", "C7")
    )
    saved(tmp_path, plan, unicat=unicat(found))
    assert told(tmp_path, "P122") == [("I.1", None, answer)]


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("reja: I.1 = 20", [(None, HOLDS)]),
        ("reja: I.1 = 21", [(None, BROKEN)]),
        ("fakt: I.1 = I.2", [(None, UNJUDGED)]),
        ("agar I.1 > 99 bo‘lsa, I.1 = 1", [(None, HOLDS), (None, HOLDS), ("2026-01", HOLDS)]),
        ("bajarildi: I.1 >= 5", [("2026-01", BROKEN)]),
        ("bajarildi: I.2 >= 5", [(None, UNJUDGED)]),
        ("I.1 ==", []),
    ],
)
def test_t106_answers_wherever_a_rule_is_to_hold(
    tmp_path: Path, rule: str, given: list[tuple[str | None, Answer]]
) -> None:
    rows = (*LOANS, ("2.", "Ish", "Nusxa", None, 20))
    plan = with_sheet(plan_table(rows), "Qoidalar", ("R1", rule, "xato", None))
    saved(tmp_path, plan, oy=loans((1, 2, 2)))
    assert [(period, answer) for _, period, answer in told(tmp_path, "T106")] == given


EVERYBODY = ("Bajarish", "2026-yil davomida", "Barcha xizmatlar")
SHARED: tuple[Row, ...] = (
    "I. XIZMAT",
    ("1.", "Tashrif", "Nafar", 10, 120, *EVERYBODY),
    ("2.", "A’zo", "Nafar", 10, 60),
    ("3.", "Kitob", "Nusxa", 10, 60, "Bajarish", "2026-yil I chorak", STOCK),
)


def shared_rule(folder: Path, rule: str, readers: Sequence[Value], stock: Sequence[Value]) -> Path:
    """I.1 is everybody's, I.2 the readers', I.3 the stock's: one entry for each month."""
    first = {
        n: [("I.1", "", "", 120, it), ("I.2", "", "", 60, 5)] for n, it in enumerate(readers, 1)
    }
    second = {
        n: [("I.1", "", "", 120, it), ("I.3", "", "", 60, 5)] for n, it in enumerate(stock, 1)
    }
    plan = with_sheet(plan_table(SHARED), "Qoidalar", ("R1", rule, "xato", None))
    return saved(folder, plan, a=month_tabs(READERS, first), f=month_tabs(STOCK, second))


@pytest.mark.parametrize(
    ("rule", "readers", "stock", "answer"),
    [
        ("bajarildi, yanvar: I.1 >= I.2", [None], [3], UNJUDGED),
        ("bajarildi, yanvar: I.1 >= I.2", ["-"], [3], BROKEN),
        ("bajarildi, yanvar: I.1 >= I.2", [2], [3], HOLDS),
        ("bajarildi, yanvar: I.1 >= I.2", ["ko‘p"], [3], UNJUDGED),
        ("bajarildi, I chorak: I.1 >= 99", [2, 2, 2], [3, 3], UNJUDGED),
        ("bajarildi, I chorak: I.1 >= 99", [2, 2, 2], [3, 3, None], UNJUDGED),
        ("bajarildi, I chorak: I.1 >= 99", [2, 2, 2], [3, 3, 0], BROKEN),
        ("bajarildi, I chorak: I.1 <= 12", [2, 2, 2], [3, 3, "-"], HOLDS),
        ("I.2[bajarildi, 2026] = 60", [2] * 9, [3], UNJUDGED),
        ("I.2[bajarildi, 2026] = 60", [2] * 12, [3], HOLDS),
        ("I.3[bajarildi, 2026] = 60", [2], [3, 3, 3], BROKEN),
        ("I.3[bajarildi, 2026] = 60", [2], [3, 3], UNJUDGED),
    ],
)
def test_t106_is_judged_once_everybody_has_answered_for_the_period(
    tmp_path: Path, rule: str, readers: list[Value], stock: list[Value], answer: Answer
) -> None:
    shared_rule(tmp_path, rule, readers, stock)
    assert [one for _, _, one in told(tmp_path, "T106")] == [answer]


def test_t106_says_that_only_a_part_is_written(tmp_path: Path) -> None:
    shared_rule(tmp_path, "bajarildi, yanvar: I.1 >= I.2", [None], [3])
    (why,) = reasons(tmp_path, "T106")
    assert why.startswith("Only a part is written so far for I.1")


def test_t106_leaves_a_month_open_in_which_one_service_is_blank(tmp_path: Path) -> None:
    shared_rule(tmp_path, "bajarildi: I.1 >= I.2", [None, 1, 4], [3, 3, 3])
    assert told(tmp_path, "T106") == [
        ("I.1", "2026-02", BROKEN),
        ("I.1", "2026-01", UNJUDGED),
        ("I.1", "2026-03", HOLDS),
    ]


def agree(given: Iterable[Answered], found: Iterable[Finding]) -> bool:
    broken = Counter(
        (one.code, one.item, one.indicator, one.period) for one in given if one.answer is BROKEN
    )
    return broken == Counter(
        (one.code, one.hit.item, one.hit.indicator, one.hit.period)
        for one in found
        if one.code in WEIGHING
    )


def test_what_is_broken_is_what_is_found_on_the_sample() -> None:
    given, found = judged(ROOT / "input")
    assert agree(given, found)
    assert {one.answer for one in given} == set(Answer)
    assert {"T101", "T103", "M114", "P110"} <= {one.code for one in given}


numbers = st.one_of(st.none(), st.integers(0, 20), st.sampled_from(["-", "ko‘p", "Reja asosida"]))
pairs = st.tuples(numbers, numbers)


@settings(max_examples=40, deadline=None)
@given(whole=pairs, parts=st.lists(pairs, min_size=1, max_size=3), done=st.lists(pairs, max_size=3))
def test_every_total_and_running_sum_has_one_answer_and_broken_are_the_findings(
    whole: tuple[Value, Value], parts: list[tuple[Value, Value]], done: list[tuple[Value, Value]]
) -> None:
    months = {n: [("IV.7", "", "", 9, *said)] for n, said in enumerate(done, 1)}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sheets = {"oy": month_tabs(READERS, months)} if months else {}
        saved(folder, total(*whole, *parts), **sheets)
        given, found = judged(folder)
    assert agree(given, found)
    filled = [(value, to_date) for value, to_date in done if value is not None]
    assert Counter(one.code for one in given if one.code in ("T101", "T103")) == Counter(
        T101=2 + len(filled),
        T103=sum(to_date not in (None, "-") for _, to_date in filled),
    )
