"""Which month or longer period a text names, in any of its spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akmplan.layout.calendar import MONTH_WORDS, ORDINAL_WORDS
from akmplan.model import Period, Span, period_from_code, periods_of
from akmplan.words.schedule import read_schedule, with_latin_numerals
from akmplan.words.wording import fold, one_line, words

_NUMBERED_MONTH = re.compile(
    r"\b(0?[1-9]|1[0-2])\s*[-./]\s*(?:oy\b|20\d\d)|20\d\d\s*[-./]\s*(\d\d)\b"
)
_BARE_MONTH = re.compile(r"0?[1-9]|1[0-2]")

_YEAR_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_CODED = re.compile(r"\b(?:q ?([1-4])|([1-4]) ?q|h ?([12])|m ?9)\b")
_HALF = re.compile(r"(?:\b(\w+)[ -]*)?\b(?:yarim yil|yarmi|polugodi|polgoda)")
_HALVES = {
    **{word: number for word, number in ORDINAL_WORDS.items() if number <= 2},
    "i": 1,
    "l": 1,
    "1": 1,
    "pervoe": 1,
    "ii": 2,
    "ll": 2,
    "2": 2,
    "vtoroe": 2,
    **dict.fromkeys(("", "yil", "yilning", "za"), 1),  # "yarim yillik" alone is the first
}
_SPAN_OF_MONTHS = re.compile(
    r"\b(?:(6|olti)|(9|toqqiz)|12|on ikki)(?: oy|[ -]?oylik| mesyas)|\b(uch chorak)"
)
_WHOLE_YEAR = re.compile(
    r"(?:(?:za|po itogam) )?(?:yil(?:lik|ning|da|i|gi)?|god(?:a|ovoy)?|g)"
    r"(?: (?:yakun\w*|oxirida|davomida|mobaynida|hisobot\w*|boyicha|uchun))*"
)


def month_in(text: str) -> int | None:
    """The month that a text names: `2026-yil yanvar`, `03.2026`, `2026-03`, `1-oy`, `Mart`."""
    named = {MONTH_WORDS[word] for word in _stems(text) if word in MONTH_WORDS}
    if named:
        return named.pop() if len(named) == 1 else None
    match = _NUMBERED_MONTH.search(fold(text))
    if match:
        number = int(match[1] or match[2])
        return number if 1 <= number <= 12 else None
    bare = _BARE_MONTH.fullmatch(text.strip())
    return int(bare[0]) if bare else None


def _stems(text: str) -> list[str]:
    """Words without the suffixes that a month takes; a word that is a month stays as it is."""
    told = words(text)
    return [
        *told,
        *(word.removesuffix("da") for word in told),
        *(w.removesuffix("i") for w in told),
    ]


def read_period(text: str, year: int) -> Period | None:
    """A period's code or its Uzbek words: `2026-Q1`, `I chorak`, `mart`, `yarim yillik`, `yil`.
    It is of `year` unless the text names another one."""
    typed = one_line(text)
    coded = period_from_code(typed)
    if coded or not typed:
        return coded
    folded = fold(with_latin_numerals(typed))
    named = {int(match) for match in _YEAR_NAMED.findall(folded)}
    if len(named) > 1:
        return None
    rest = _YEAR_NAMED.sub("", folded).strip(" -.")
    return next(_readings(typed, rest, next(iter(named), year)), None)


def _readings(typed: str, rest: str, year: int) -> Iterator[Period]:
    """What the words can mean, the surest first. `rest`: folded and without the year's number."""
    coded = _CODED.search(rest)
    if coded:
        yield _period_of_code(coded, year)
    month = month_in(typed)
    if month:
        yield Period(year, Span.MONTH, month)
    spanned = _SPAN_OF_MONTHS.search(rest)
    if spanned:
        yield _counted_from_january(spanned, year)
    half = _HALF.search(rest)
    if half:
        index = _HALVES.get(half[1] or "")
        if index:
            yield Period(year, Span.HALF, index)
        return
    yield from _listed(typed, year)
    if _WHOLE_YEAR.fullmatch(rest):
        yield Period(year, Span.YEAR)


def _period_of_code(coded: re.Match[str], year: int) -> Period:
    quarter = coded[1] or coded[2]
    if quarter:
        return Period(year, Span.QUARTER, int(quarter))
    if coded[3]:
        return Period(year, Span.HALF, int(coded[3]))
    return Period(year, Span.NINE_MONTHS)


def _counted_from_january(spanned: re.Match[str], year: int) -> Period:
    six, nine, three_quarters = spanned.groups()
    if six:
        return Period(year, Span.HALF, 1)
    return Period(year, Span.NINE_MONTHS if nine or three_quarters else Span.YEAR)


def _listed(typed: str, year: int) -> Iterator[Period]:
    """A quarter, or the months of a longer period from the first to the last."""
    read = read_schedule(typed)
    if read.quarters:
        if len(read.quarters) == 1:
            yield Period(year, Span.QUARTER, read.quarters[0])
        return
    names_months = any(word in MONTH_WORDS for word in _stems(typed))
    for span in Span if names_months and not read.unclear else ():
        yield from (one for one in periods_of(year, span) if set(one.months) == read.months)
