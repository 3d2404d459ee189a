"""Rules on the words of the plan's table: years, ordinals, deadlines and who answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from akmplan.checks.words import column_name, hindered, named
from akmplan.findings import Case, Found, Hit, NoFault, plain
from akmplan.messages import say
from akmplan.model import CellKind, Naming, Place, PlanItem
from akmplan.words.responsibles import usual_spelling
from akmplan.words.units import counts_papers
from akmplan.words.wording import roman, squeeze, words

_NEAR = 15  # a bare number further from the plan's year than this is no year
_YEAR = re.compile(r"(?<![\d./№])(?<!\d[ –—-])(19\d\d|20\d\d)(?![\d./])")
_NO_TITLE_YEAR = re.compile(
    r"\s*(?:[-–—]\s*)?(?:yil|йил|г\.|год|son|сон|ta\b|nusxa|nafar|dona|so‘m)"
)
_SPAN_AFTER = re.compile(r"\s?[-–—]\s?(?:19|20)\d\d(?!\d)")
_SPAN_BEFORE = re.compile(r"(?:19|20)\d\d\s?[-–—]\s?$")
_DECREE_BEFORE = re.compile(r"(?:PQ|PF|VMQ|ПҚ|ПФ|ВМҚ|O‘RQ|ЎРҚ|№)\s*[-–—]?\s*$")

_NUMERAL = re.compile(r"(?<![\w’‘'-])([IVXLCІХ]{1,7})(?![\w’‘'])[\s-]*((?:[^\s,.;]+\s*){0,3})")
_NOT_ORDINAL = frozenset({"chorak", "choragi", "chorakda", "yarim", "bolim", "bob", "ilova"})


def stale_year(case: Case) -> Iterator[Hit]:
    """A dash and a bare year at the end of a title (“INFOLIB – 2025”) is left from last year."""
    if not case.year.plan:
        return
    year = case.year.plan.year
    for item in case.year.plan.items:
        for cell in (item.cells.title, item.cells.mechanism):
            other = next((it for it in _bare_years(cell.text) if it != year), None)
            if other is not None and abs(other - year) <= _NEAR:
                message = say(
                    "{item}: the text speaks of {found}, the plan is for {expected}. Check the "
                    "year and correct it.",
                    item=named(item),
                    found=str(other),
                    expected=str(year),
                )
                yield Hit(cell.place, message, item.code, found=other, expected=year)


def ordinal_differs(case: Case) -> Iterator[Hit]:
    """The same event with one ordinal in its name and another in the mechanism: “XIII Milliy …”
    against “XIV Milliy …”. One of them, or both, are an earlier year's."""
    for item in _items(case):
        pair = _differing(item.cells.title.text, item.cells.mechanism.text)
        if pair:
            in_title, in_mechanism = pair
            message = say(
                "{item}: the name has “{title}”, the mechanism “{mechanism}”. Find out which it is "
                "in {year} and write the same in both places.",
                item=named(item),
                title=in_title,
                mechanism=in_mechanism,
                year=_year(case),
            )
            yield Hit(
                item.cells.mechanism.place,
                message,
                item.code,
                found=in_mechanism,
                expected=in_title,
                also=((item.cells.title.place, in_title),),
            )


def schedule_unclear(case: Case) -> Iterator[Hit]:
    """A deadline that cannot be read cannot be watched; the item is taken for the whole year."""
    for item in _items(case):
        cell = item.cells.schedule
        if cell.kind is CellKind.ABSENT or (cell.is_empty and item.part_of):
            continue
        if cell.is_empty or item.schedule.unclear:
            message = say(
                "{item}: the deadline “{text}” is not understood; the whole year is assumed. Write "
                "it as “2026-yil davomida”, “2026-yil II chorak” or “2026-yil har oyda”.",
                item=named(item),
                text="; ".join(item.schedule.unclear) or cell.text,
            )
            yield Hit(cell.place, message, item.code, found=cell.text or None)


def schedule_of_other_year(case: Case) -> Iterator[Hit]:
    """A deadline of another year is left from an old plan."""
    for item in _items(case):
        spans = item.schedule.years
        other = [first for first, last in spans if not first <= case.year.year <= last]
        if other:
            message = say(
                "{item}: the deadline says {found}, the plan is for {expected}. Correct the year.",
                item=named(item),
                found=str(other[0]),
                expected=_year(case),
            )
            place = item.cells.schedule.place
            yield Hit(place, message, item.code, found=other[0], expected=int(_year(case)))


def frequency_and_plan(case: Case) -> Iterator[Hit | NoFault]:
    """A paper due twice a year, four of which are planned: the deadline or the plan is wrong.
    Compared only where papers are counted, and within the months of the deadline."""
    for item in _items(case):
        times, first = item.schedule.in_all, item.indicators[0]
        target = first.target
        is_paper = counts_papers(first.unit) and len(item.indicators) == 1
        if not is_paper or times is None:
            continue
        if target.reported is None:
            assert case.year.plan is not None
            reja = column_name("target", case.year.plan)
            yield NoFault(item.code, hindrance=hindered(reja, target.state))
        elif target.reported == times:
            yield NoFault(item.code)
        else:
            message = say(
                "{item}: the deadline “{schedule}” means {times} a year, the plan is {target}. "
                "Find out which is right.",
                item=named(item),
                schedule=" ".join(item.cells.schedule.text.split()),
                times=times,
                target=target.reported,
            )
            place, found = item.cells.target.place, plain(target.reported)
            yield Hit(place, message, item.code, found=found, expected=times)


def responsible_unknown(case: Case) -> Iterator[Hit]:
    """An item that no known service answers for is asked of nobody."""
    for item in _items(case):
        cell = item.cells.responsible
        if cell.kind is CellKind.ABSENT or (cell.is_empty and item.part_of):
            continue
        for name in item.responsible.unknown or (("",) if cell.is_empty else ()):
            message = say(
                "{item}: “{name}” is not recognised as a service or a post. Write the service's "
                "name as in the other rows, each on its own line.",
                item=named(item),
                name=name,
            )
            yield Hit(cell.place, message, item.code, found=name or None)


def service_names_differ(case: Case) -> Iterator[Hit]:
    """One service under two names may be two services; it is taken as one, and asked."""
    for key, named_so in _namings(case).items():
        common = usual_spelling([naming for naming, _ in named_so])
        rare = [
            (naming.typed, item.cells.responsible.place, item)
            for naming, item in named_so
            if squeeze(naming.typed) != common and not naming.confirmed
        ]
        if not rare:
            continue
        usual = next(one.typed for one, _ in named_so if squeeze(one.typed) == common)
        typed, place, item = rare[0]
        message = say(
            "{item}: “{rare}” and “{usual}” are taken for one service ({key}). If they are, write "
            "one name everywhere.",
            item=named(item),
            rare=typed,
            usual=usual,
            key=key,
        )
        also: list[tuple[Place, Found]] = [(other, name) for name, other, _ in rare[1:]]
        yield Hit(place, message, item.code, found=typed, expected=usual, also=tuple(also))


def instruction_left(case: Case) -> Iterator[Hit]:
    """A form's instruction to those who fill it in does not belong in the signed plan."""
    for item in _items(case):
        for sentence in item.schedule.instructions:
            message = say(
                "{item}: “{text}” is an instruction of the form. Write the deadline itself and "
                "delete the instruction.",
                item=named(item),
                text=sentence,
            )
            yield Hit(item.cells.schedule.place, message, item.code, found=sentence)


def _items(case: Case) -> tuple[PlanItem, ...]:
    return case.year.plan.items if case.year.plan else ()


def _year(case: Case) -> str:
    return str(case.year.plan.year if case.year.plan else case.year.year)


def _bare_years(text: str) -> Iterable[int]:
    """Years that are part of a title: not "2025-yil", no span, no decree's number, no quantity."""
    for match in _YEAR.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        excluded = (
            _NO_TITLE_YEAR.match(after)
            or _SPAN_AFTER.match(after)
            or _SPAN_BEFORE.search(before)
            or _DECREE_BEFORE.search(before)
        )
        if not excluded:
            yield int(match[1])


def _differing(title: str, mechanism: str) -> tuple[str, str] | None:
    """Two ordinals before the same words that are not the same."""
    for in_title, context in _ordinals(title):
        same = [one for one, words_after in _ordinals(mechanism) if context & words_after]
        if same and all(roman(one) != roman(in_title) for one in same):
            return in_title, same[0]
    return None


def _ordinals(text: str) -> Iterable[tuple[str, frozenset[str]]]:
    for match in _NUMERAL.finditer(text):
        context = frozenset(words(match[2]))
        if roman(match[1]) and context and not context & _NOT_ORDINAL:
            yield match[1], context


def _namings(case: Case) -> dict[str, list[tuple[Naming, PlanItem]]]:
    """Every cell that names a service (not a post), by the service that it is taken for."""
    found: dict[str, list[tuple[Naming, PlanItem]]] = {}
    for item in _items(case):
        for naming in item.responsible.named:
            if not naming.service.post:
                found.setdefault(naming.service.key, []).append((naming, item))
    return found
