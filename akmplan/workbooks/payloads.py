"""What a cell holds, kept small until somebody asks for the `Cell`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from akmplan.model.cells import Cell, CellKind, Number, Place
from akmplan.workbooks.richtext import RichText, Text, size_of
from akmplan.workbooks.styles import AS_THE_CELL, Line, Style


@dataclass(frozen=True, slots=True)
class Fault:
    """An error value, or something that claims to be a number and is none."""

    text: str


@dataclass(frozen=True, slots=True)
class Unstored:
    """A formula whose result was never stored."""

    formula: str


Payload = str | RichText | int | float | bool | date | time | Fault | Unstored


def cell_of(place: Place, row: int, column: int, payload: Payload, style: Style) -> Cell:
    """The cell with what it holds, each kind of payload being one kind of cell."""
    match payload:
        case str() | RichText():
            return _text_cell(place, row, column, payload, style.lines)
        case bool():
            return Cell(place, row, column, CellKind.BOOLEAN, str(payload).upper())
        case int() | float():
            return _number_cell(place, row, column, exact(payload), style)
        case Fault():
            return Cell(place, row, column, CellKind.ERROR, payload.text)
        case Unstored():
            return Cell(place, row, column, CellKind.UNCOMPUTED, payload.formula)
        case _:
            return Cell(place, row, column, CellKind.MOMENT, _written(payload), moment=payload)


def _text_cell(place: Place, row: int, column: int, text: Text, lines: Line) -> Cell:
    if isinstance(text, str):
        if not lines:
            return Cell(place, row, column, CellKind.TEXT, text)
        text = RichText(text, ((len(text), AS_THE_CELL),))
    under, through = (text.spans(line, lines) for line in (Line.UNDER, Line.THROUGH))
    return Cell(place, row, column, CellKind.TEXT, text.text, underlined=under, struck=through)


def _number_cell(place: Place, row: int, column: int, number: Number, style: Style) -> Cell:
    section = style.format.section_for(number)
    text = section.text_of(number)
    if section.disguises(number):
        return Cell(place, row, column, CellKind.DISGUISED, text)
    struck = ((0, len(text)),) if Line.THROUGH in style.lines else ()
    return Cell(place, row, column, CellKind.NUMBER, text, number, struck=struck)


def exact(number: int | float) -> Number:
    """The number in fifteen digits, whole ones as integers.

    Excel lets nobody type more digits and shows no more: what follows is the noise of binary
    fractions, by which 0.1 + 0.2 would differ from 0.3.
    """
    if isinstance(number, int):
        return number
    decimal = Decimal(format(number, ".15g"))
    return int(decimal) if decimal == decimal.to_integral_value() else decimal


def is_blank(payload: Payload) -> bool:
    """Nothing but white space."""
    text = payload.text if isinstance(payload, RichText) else payload
    return isinstance(text, str) and not text.strip()


def size_of_payload(payload: Payload) -> int:
    """Roughly what it takes in memory."""
    match payload:
        case str() | RichText():
            return size_of(payload)
        case Fault(text) | Unstored(text):
            return 64 + size_of(text)
        case _:
            return sys.getsizeof(payload)


def _written(moment: date | time) -> str:
    # `strftime` would leave out the zeros before a year below 1000 on some systems.
    if isinstance(moment, time):
        return f"{moment.hour:02}:{moment.minute:02}"
    return f"{moment.day:02}.{moment.month:02}.{moment.year:04}"


def day_or_instant(moment: datetime) -> date:
    """A moment at midnight is a day."""
    return moment if moment.time() != time() else moment.date()
