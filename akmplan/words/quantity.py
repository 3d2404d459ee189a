"""What a quantity cell says: the small grammar of DOMAIN's table, line by line.

A line is one of: a dash · a number · a number with words behind it · numbers side by side ·
a pair `18/3982` · words that point to another document, with or without a number before them ·
a total said in words ("jami 12"). Whatever else stands there is unreadable, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from akmplan.model import Cell, CellKind, Number, Quantity, State, Value
from akmplan.office.characters import is_printable
from akmplan.words.beside import begins_with_counter, changes_number, spelled
from akmplan.words.units import in_percent
from akmplan.words.wording import DASHES, fold, is_dash

_SPACE = "[ \u00a0\u2000-\u200a\u202f]"
_DECIMALS = r"(?:[.,]\d+)?"
_NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d){_DECIMALS}|\d+{_DECIMALS}"
_PURE = re.compile(rf"({_NUMBER})")
_SIDE_BY_SIDE = re.compile(rf"(?:{_NUMBER})(?:[,;]?{_SPACE}+(?:{_NUMBER}))+")
_PAIR = re.compile(rf"({_NUMBER}){_SPACE}*/{_SPACE}*({_NUMBER})")
_PER_CENT = re.compile(rf"({_NUMBER}){_SPACE}*%")
_QUALIFIED = re.compile(rf"({_NUMBER})({_SPACE}*)(\(?[^\W\d_][^\d]*)?")
_SPELLED = re.compile(rf"({_NUMBER})([^\d()]*)\(([^\d()]+)\)")
_LINKED = re.compile(rf"({_NUMBER}|[{DASHES}])?{_SPACE}*\(?([^()\d]+(?:\([^()]*\)[^()\d]*)?)\)?")
_TOTAL = re.compile(r"(?:jami|hammasi|жами|итого|всего)\b[:\s–—-]*(\d.*)", re.IGNORECASE)
_ASCII_DIGITS = re.compile(r"[0-9]")
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
# A workbook keeps fifteen digits of a number: what has more was not typed, or is not kept.
_LEAST, _BEYOND = Decimal("1e-9"), 10**15
_LONGEST = 40

# Folded words by which a text says that the number is to be found elsewhere.
_ELSEWHERE = re.compile(
    r"\b(rejasidan|rejadan|asosida|muvofiq|oling|olinadi|olinsin|koriladi|soni|boyicha|soglasno"
    r"|po planu|rejasiga kora)\b"
)


def read_quantity(cell: Cell, unit: str | None = None) -> Quantity:
    """The quantity of a plan's or a month's cell. A blank cell gives no values."""
    if cell.is_empty:
        return Quantity()
    if cell.kind is CellKind.NUMBER and not cell.is_struck_out:
        return Quantity((_number_value(cell.number, cell.text),))
    if _is_plain_text(cell):
        return (in_percent(unit) and _per_cent(cell.text)) or read_text(cell.text)
    return Quantity((Value(State.UNREADABLE, None, cell.text),))


def read_count(cell: Cell) -> Quantity:
    """What a month's cell reports: a whole number from 0 up, a pair of them, or a dash."""
    if cell.is_empty:
        return Quantity()
    if isinstance(cell.number, int) and not cell.is_struck_out:
        return Quantity((_number_value(cell.number, cell.text),))
    if _is_plain_text(cell):
        return _typed_count(cell.text)
    return Quantity((Value(State.UNREADABLE, None, cell.text),))


def read_mean(cell: Cell) -> Quantity:
    """What a month's cell says of a mean: a number from 0 up, a pair of them, or a dash."""
    quantity = read_quantity(cell)
    alone = cell.kind is CellKind.NUMBER or quantity.stored_as_text or quantity.pair
    return quantity if alone else read_count(cell)


def _is_plain_text(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and not cell.is_struck_out and is_printable(cell.text)


def read_text(text: str) -> Quantity:
    """The same for typed text."""
    pair = _PAIR.fullmatch(text.strip())
    if pair:
        return _as_pair(pair)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1 and _PURE.fullmatch(lines[0]):
        return Quantity((_typed_number(lines[0]),), stored_as_text=True)
    return _with_stated_total(lines)


def _per_cent(text: str) -> Quantity | None:
    """Lines such as `85 %`, which say in the unit's own sign what the unit says."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = [(match[1], line) for line in lines if (match := _PER_CENT.fullmatch(line))]
    is_all = len(found) == len(lines)
    return Quantity(tuple(_typed_number(*one) for one in found)) if is_all else None


def _with_stated_total(lines: list[str]) -> Quantity:
    """A total said in words is one of the values only where it stands alone."""
    found = [(line, digits) for line in lines if (digits := _digits_of_total(line))]
    if not found:
        return Quantity(_values(lines))
    line, digits = found[0]
    if len(lines) == 1:
        return Quantity((_typed_number(digits, line),))
    rest = [other for other in lines if other is not line]
    return Quantity(_values(rest), stated_total=_typed_number(digits))


def _digits_of_total(line: str) -> str | None:
    total = _TOTAL.fullmatch(line)
    return _digits_of(total[1]) if total else None


def _digits_of(line: str) -> str | None:
    """The digits of one number, alone or with words that leave it as it stands."""
    said = _SPELLED.fullmatch(line)
    in_words = spelled(said[3]) if said else None
    if said and in_words is not None:
        number = _typed_number(said[1]).number
        return _digits_of(line[: said.end(2)].strip()) if number == in_words else None
    qualified = _QUALIFIED.fullmatch(line)
    if qualified is None:
        return None
    digits, room, beside = qualified[1], qualified[2], qualified[3] or ""
    clings = not room and not beside.startswith("(") and not begins_with_counter(beside)
    return None if (beside and clings) or changes_number(beside) else digits


def _typed_count(text: str) -> Quantity:
    quantity = read_text(text)
    alone = quantity.stored_as_text or quantity.pair or is_dash(text)
    if alone and all(_is_count(value) for value in quantity.values):
        return quantity
    return Quantity((Value(State.UNREADABLE, None, text),))


def _is_count(value: Value) -> bool:
    whole = value.state is State.REPORTED and isinstance(value.number, int)
    return whole or value.state is State.NA


def _values(lines: list[str]) -> tuple[Value, ...]:
    by_line = [value for line in lines for value in _line_values(line)]
    if any(value.state is State.UNREADABLE for value in by_line):
        joined = " ".join(lines)
        if _points_elsewhere(joined) and not _ASCII_DIGITS.search(joined):
            return (Value(State.LINKED, None, "\n".join(lines)),)
    return tuple(by_line)


def _line_values(line: str) -> Iterable[Value]:
    if is_dash(line):
        return (Value(State.NA, None, line),)
    if _PURE.fullmatch(line):
        return (_typed_number(line),)
    if _SIDE_BY_SIDE.fullmatch(line):
        return tuple(_typed_number(part[0]) for part in _PURE.finditer(line))
    linked = _LINKED.fullmatch(line)
    if linked and _points_elsewhere(linked[2]):
        return (_linked_value(linked[1], line),)
    digits = _digits_of(line)
    if digits:
        return (_typed_number(digits, line),)
    return (Value(State.UNREADABLE, None, line),)


def _points_elsewhere(text: str) -> bool:
    return bool(_ELSEWHERE.search(fold(text)))


def _linked_value(lead: str | None, line: str) -> Value:
    stated = lead is not None and not is_dash(lead) and not changes_number(line.removeprefix(lead))
    number = _typed_number(lead).number if lead and stated else None
    return Value(State.LINKED, number, line)


def _as_pair(match: re.Match[str]) -> Quantity:
    return Quantity((_typed_number(match[1]), _typed_number(match[2])), pair=True)


def _typed_number(digits: str, text: str | None = None) -> Value:
    """A number as typed. `1.850` could be 1850 or 1,85: it is neither until somebody says."""
    typed = digits if text is None else text
    plain = re.sub(_SPACE, "", digits).replace(",", ".")
    if _AMBIGUOUS.fullmatch(digits) or not plain.isascii() or len(plain) > _LONGEST:
        return Value(State.UNREADABLE, None, typed)
    return _number_value(int(plain) if plain.isdigit() else Decimal(plain), typed)


def _number_value(number: Number | None, text: str) -> Value:
    if number is None or not (number == 0 or _LEAST <= number < _BEYOND):
        return Value(State.UNREADABLE, None, text)
    return Value(State.REPORTED, number, text)
