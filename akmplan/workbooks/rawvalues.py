"""What the letters in a `<v>` element mean: nothing is guessed, what is no number is a fault."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from akmplan.workbooks.payloads import Fault, Payload, day_or_instant
from akmplan.workbooks.richtext import Text, as_typed
from akmplan.workbooks.styles import PLAIN, Style

NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
XML_SPACE = " \t\r\n"
LONGEST_INTEGER = 15
LONGEST_NUMBER = 400
BOOLEANS = {"1": True, "true": True, "0": False, "false": False}
END_OF_TIME = {False: 2_958_466, True: 2_957_004}
SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the values of all sheets of one workbook refer to."""

    texts: list[Text] = field(default_factory=list)
    styles: tuple[Style, ...] = (PLAIN,)
    dates_from_1904: bool = False

    def of_number(self, raw: str, style: int) -> Payload | None:
        """A number, or the moment that its format makes of it."""
        raw = raw.strip(XML_SPACE)
        if not raw:
            return None
        number = number_from(raw)
        if number is None:
            return Fault(raw)
        if not self.styles[style].format.section_for(number).is_moment:
            return number
        moment = moment_from(number, self.dates_from_1904)
        return Fault(raw) if moment is None else moment

    def of_shared_text(self, raw: str) -> Text | None:
        """The text with this number; IndexError or ValueError where there is none."""
        raw = raw.strip(XML_SPACE)
        if not raw:
            return None
        if not (raw.isascii() and raw.isdecimal()):
            raise ValueError(raw)
        return self.texts[int(raw)] or None


def number_from(raw: str) -> int | float | None:
    """The number, if it is one of finite size in plain digits."""
    if len(raw) <= LONGEST_INTEGER and raw.isascii() and raw.isdecimal():
        return int(raw)
    if len(raw) > LONGEST_NUMBER or not NUMBER.fullmatch(raw):
        return None
    number = float(raw)
    vanished = number == 0 and any(digit in "123456789" for digit in re.split("[eE]", raw)[0])
    if vanished or number in (float("inf"), float("-inf")):
        return None
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def moment_from(serial: int | float, from_1904: bool) -> date | time | None:
    """The moment that a serial number of days means; a time of day below one."""
    if not 0 <= serial < END_OF_TIME[from_1904]:
        return None
    days, seconds = divmod(round(serial * SECONDS_A_DAY), SECONDS_A_DAY)
    if days == 0:
        return (datetime.min + timedelta(seconds=seconds)).time()
    # Excel counts a 29 February 1900 that never was.
    epoch = date(1904, 1, 1) if from_1904 else date(1899, 12, 30 + (days < 60))
    day = epoch + timedelta(days=days)
    instant = datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)
    return day_or_instant(instant)


def boolean_from(raw: str) -> Payload | None:
    """True or false, a fault where it is neither."""
    raw = raw.strip(XML_SPACE)
    return BOOLEANS.get(raw, Fault(raw)) if raw else None


def iso_moment_from(raw: str) -> Payload | None:
    """A moment in ISO letters, which a few programs write instead of a serial number."""
    raw = raw.strip(XML_SPACE)
    try:
        if "T" not in raw and ":" in raw:
            return time.fromisoformat(raw)
        return day_or_instant(datetime.fromisoformat(raw)) if raw else None
    except ValueError:
        return Fault(raw)


def text_from(raw: str) -> str | None:
    """Text that stands in the cell itself."""
    return as_typed(raw) or None
