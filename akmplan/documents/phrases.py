"""The words of papers: periods, subjects, addressees, and the sentences of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Final

from akmplan.layout.bodies import recipient
from akmplan.layout.calendar import (
    MONTHS,
    day_in_words,
    in_period,
    of_period_with_year,
    period_name,
    period_with_year,
)
from akmplan.model import Period, Plan, Service, Span, State, period_from_code
from akmplan.model.numbers import NO_BREAK_SPACE
from akmplan.papers_owed import Paper
from akmplan.words.wording import one_line

DRAFT: Final = "LOYIHA"
_POST: Final = "Direktor"
KIND_OF_PAPER: Final = "HISOBOTI"
EXPLANATIONS_TITLE: Final = "TUSHUNTIRISH XATI"
NOT_COMPLETE: Final = "Davr to‘liq emas"
OF_WHICH: Final = {True: "undan:", False: "shundan:"}  # by whether it is a single part
TO_DATE: Final = "yil boshidan: {}"
NOT_WHOLE: Final = "ma’lumot to‘liq emas"
NOTHING_DONE: Final = "Hisobot davrida mazkur {items} bo‘yicha ishlar amalga oshirilmadi."
TABLE: Final = "hisobot jadvali"
EXPLANATIONS: Final = "tushuntirish xati"
STATES: Final = {
    State.MISSING: "ma’lumot yo‘q",
    State.NA: "–",
    State.LINKED: "aniqlanmoqda",
    State.UNREADABLE: "o‘qib bo‘lmadi",
}

_INITIAL: Final = re.compile(r"\b(\w[\w‘’ʻʼ]?\.) (?=\w)")  # stays with the name behind it
_LETTERS_IN_A_LINE: Final = 100  # of the letterhead's small print
_DAY: Final = re.compile(
    r"(?P<day>\d\d?)[./](?P<month>\d\d?)[./](?P<year>\d{4})"
    r"|(?P<first>\d{4})-(?P<second>\d\d?)-(?P<third>\d\d?)(?:[ T]\d.*)?"
)
_PAIR: Final = {"a": "birinchi ko‘rsatkich (a)", "b": "ikkinchi ko‘rsatkich (b)"}
_SPAN_WORDS: Final = {
    1: ("oydan", "oyi"),
    3: ("chorakdan", "choragi"),
    6: ("yarim yillikdan", "yarim yilligi"),
}
_OTHER_SPAN: Final = ("davrdan", "davri")


def indicator_name(name: str) -> str:
    """An indicator as papers name it. One of a pair such as `18/3982` has but a letter, which says
    nothing to those who do not keep the plan."""
    return _PAIR.get(name, name)


def addressee(plan: Plan, paper: Paper) -> str:
    """Whom the letter is for, in the dative; nothing where it is not known."""
    key, name = paper.recipient, paper.recipient_name
    region = plan.requisites.get("region", plan.agreement.body) if key == "viloyat-akm" else ""
    is_listed = recipient(key).name != key
    usual = recipient(key).addressee if is_listed or name == key else dative(name)
    usual = dative(region) if region else usual
    return _INITIAL.sub(f"\\1{NO_BREAK_SPACE}", plan.requisites.get(f"addressee:{key}", usual))


def address_line(plan: Plan) -> str:
    """Address, telephone, e-mail and bank account of the letterhead, as far as they are known; the
    account on a line of its own where one line does not hold them all."""
    known = {key: plan.requisites.get(key, "") for key in ("address", "phone", "email", "bank")}
    if known["phone"] and not any(letter.isalpha() for letter in known["phone"]):
        known["phone"] = f"{'tel.' if known['address'] else 'Tel.'}: {known['phone']}"
    told = [text for text in known.values() if text]
    line = ", ".join(told)
    if known["bank"] and len(told) > 1 and len(line) > _LETTERS_IN_A_LINE:
        return f"{', '.join(told[:-1])}\n{told[-1]}"
    return line


def executor_lines(plan: Plan) -> Iterator[str]:
    """`Ijrochi: …` and `Tel.: …`, each only where it is known."""
    for label, key in (("Ijrochi", "executor"), ("Tel.", "executor_phone")):
        if key in plan.requisites:
            yield f"{label}: {plan.requisites[key]}"


def post(plan: Plan) -> str:
    """Whose signature it is."""
    return plan.requisites.get("post", _POST)


def signatory(plan: Plan) -> str:
    """The name beside the signature."""
    return plan.requisites.get("director", plan.approval.signatory)


def dative(body: str) -> str:
    """`markazi` -> `markaziga`; after k and q the ending is theirs; in the letters of the word."""
    last = body[-1:].lower()
    latin = {"k": "ka", "q": "qa"}.get(last, "ga")
    return body + ({"к": "ка", "қ": "қа"}.get(last, "га") if _is_cyrillic(last) else latin)


def genitive(body: str) -> str:
    """`markazi` -> `markazining`, in the letters of the word."""
    return body + ("нинг" if _is_cyrillic(body[-1:]) else "ning")


def _is_cyrillic(letter: str) -> bool:
    return "Ѐ" <= letter <= "ӿ"


def date_and_number(year: int, number: str = "") -> str:
    """The line to be filled in by hand, but for a number that is known."""
    return f"{year}-yil “____” __________   № {number or '______'}"


def letter_number(plan: Plan, key: str, period: Period) -> str:
    """The number that `Rekvizitlar` gives to the letter: its own, that of letters to this
    recipient, or that of all letters."""
    closest_first = (f":{period.code}:{key}", f":{key}", "")
    known = (plan.requisites.get(f"letter_number{own}", "") for own in closest_first)
    return next(filter(None, known), "")


def subject(period: Period, over: bool) -> str:
    """What the letter is about, as its subject line says it."""
    if period.span is Span.YEAR and over:
        return f"{period.year}-yil yakunlari bo‘yicha hisobot to‘g‘risida"
    return f"{period_with_year(period)} hisoboti to‘g‘risida"


def opening(centre: str, year: int, items: Sequence[str], period: Period, over: bool) -> str:
    """The sentence that says what is submitted."""
    about = f"{year}-yil ish rejasining {_items(items)}"
    if period.span is Span.YEAR and over:
        submitted = f"{about} yuzasidan {year}-yil yakunlari bo‘yicha hisobot"
    else:
        short = period.span in (Span.MONTH, Span.QUARTER)
        when = in_period(period) if short else of_period_with_year(period)
        submitted = f"{about} bo‘yicha {when} bajarilgan ishlar to‘g‘risidagi hisobot"
    return f"{centre} {submitted}ni taqdim etadi." if centre else f"{submitted} taqdim etiladi."


def enclosed(name: str) -> str:
    """The sentence of a letter that names what goes with it."""
    return f"{name[0].upper()}{name[1:]} ilova qilinadi."


def annexes(names: Sequence[str]) -> str:
    """`Ilova: hisobot jadvali.`, numbered where there are several."""
    if len(names) == 1:
        return f"Ilova: {names[0]}."
    numbered = (f"{number}) {name}" for number, name in enumerate(names, 1))
    return f"Ilova: {'; '.join(numbered)}."


def nothing_done(items: Sequence[str]) -> str:
    """The sentence for a paper in which all that was reported is nothing."""
    return NOTHING_DONE.format(items="bandlar" if len(items) > 1 else "band")


def still_missing(gaps: Iterable[tuple[Service, int]], *, wholly: bool = True) -> str:
    """The sentence that names the services and months that the paper waits for, of which nothing
    is there, or a part."""
    months: dict[str, list[int]] = {}
    for service, month in gaps:
        months.setdefault(service.name, []).append(month)
    several = len(months) > 1 or any(len(set(month)) > 1 for month in months.values())
    named = [f"{genitive(name)} {_months(listed)}" for name, listed in months.items()]
    said = f"{', '.join(named[:-1])} va {named[-1]}" if len(named) > 1 else "".join(named)
    what = "ma’lumotlari" if several else "ma’lumoti"
    entered = "kirmagan" if wholly else "to‘liq kirmagan"
    return f"{said} {what} hisobotga {entered}, qo‘shimcha taqdim etiladi." if named else ""


def done_heading(period: Period) -> str:
    """`I chorakda bajarildi`: the heading above the period's figures."""
    when = in_period(period)
    return f"{when[0].upper()}{when[1:]} bajarildi"


def table_heading(centre: str, period: Period) -> tuple[str, ...]:
    """The three lines above the table of a report."""
    about = f"{period.year}-yil ish rejasi bo‘yicha {period_name(period)}"
    return (*_of_centre(centre), about, KIND_OF_PAPER)


def explanations_heading(period: Period) -> tuple[str, ...]:
    """The lines above the annex of explanations."""
    return (f"{period_with_year(period)} hisobotiga", EXPLANATIONS_TITLE)


def annex_mark(centre: str, year: int, number: int | None = None) -> tuple[str, ...]:
    """What stands top right of an annex; `number` where there are several."""
    letter = f"{year}-yil “____” __________dagi ______-son xatiga"
    return (*_of_centre(centre), letter, f"{number}-ILOVA" if number else "ILOVA")


def partly(done: int, due: int, months: int) -> str:
    """`3 oydan 2 oyi`: how much of the period has been reported, where it is not all of it."""
    if not 0 < done < due:
        return ""
    of_these, this = _SPAN_WORDS.get(months, _OTHER_SPAN)
    return f"{due} {of_these} {done} {this}"


def _of_centre(centre: str) -> tuple[str, ...]:
    return (genitive(centre),) if centre else ()


def _items(items: Sequence[str]) -> str:
    return f"{', '.join(items)}-{'bandlari' if len(items) > 1 else 'bandi'}"


def _months(months: Iterable[int]) -> str:
    """`yanvar, mart–may oylari`: three and more in a row are a span."""
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and runs[-1][-1] == month - 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    named = [name for run in runs for name in _run_of_months(run)]
    return f"{', '.join(named)} {'oylari' if runs[0][0] != runs[-1][-1] else 'oyi'}"


def _run_of_months(run: Sequence[int]) -> list[str]:
    if len(run) > 2:
        return [f"{MONTHS[run[0] - 1]}–{MONTHS[run[-1] - 1]}"]
    return [MONTHS[month - 1] for month in run]


def period_of(code: str) -> str:
    """`mart oyi` for a period's code; nothing where it is none."""
    period = period_from_code(code)
    return period_name(period) if period else ""


def said_by(who: str, when: str) -> str:
    """` (D. Karimova, 2026-yil 5-aprel)`: who explained, and on which day; nothing where neither
    is known."""
    known = [part for part in (one_line(who), _day_in_words(one_line(when))) if part]
    return f" ({', '.join(known)})" if known else ""


def _day_in_words(typed: str) -> str:
    """As typed where it is no day."""
    match = _DAY.fullmatch(typed)
    if match:
        own = match["first"], match["second"], match["third"]
        parts = own if own[0] else (match["year"], match["month"], match["day"])
        with suppress(ValueError):
            return day_in_words(date(*map(int, parts)))
    return typed
