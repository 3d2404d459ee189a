"""What one cell of an .ods file means, by the attributes that give its value."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal, InvalidOperation

from akmplan.office.xmlparts import Attributes
from akmplan.workbooks.numberformats import ANOTHER, GENERAL, PERCENTAGE, NumberFormat, padded
from akmplan.workbooks.opendocument.shownnumbers import says_another
from akmplan.workbooks.opendocument.styles import OFFICE, TABLE
from akmplan.workbooks.payloads import Fault, Payload, Unstored
from akmplan.workbooks.rawvalues import boolean_from, iso_moment_from, moment_from, number_from
from akmplan.workbooks.richtext import RichText, Text

CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
FORMULA, VALUE_TYPE, VALUE = f"{TABLE} formula", f"{OFFICE} value-type", f"{OFFICE} value"
DATE, TIME, BOOLEAN = f"{OFFICE} date-value", f"{OFFICE} time-value", f"{OFFICE} boolean-value"
STRING, MORE_EXACT_TYPE = f"{OFFICE} string-value", f"{CALCEXT} value-type"
ERROR_SHOWN = re.compile(r"#[^\W_][^\W_/]*(?:/[^\W_]+)?[!?]?|#?Err:[0-9]+")  # `#ДЕЛ/0!` too
DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
SHOWN_NUMBER = re.compile(r"-?([0-9]{1,20})(?:[.,]([0-9]{1,20}))?")
SECONDS_A_DAY = 86_400


def payload_of(attributes: Attributes, shown: Text | None) -> Payload | None:
    """The cell's meaning; `shown` is the text that stands in it, if any does."""
    formula = attributes.get(FORMULA)
    if _is_error(attributes, formula, _plain(shown)):
        return Fault(_plain(shown))
    result = _result(attributes, shown)
    if result is None and formula is not None:
        has_result = shown is not None or VALUE_TYPE in attributes
        return "" if has_result else Unstored("=" + formula.partition("=")[2])
    return result


def _plain(text: Text | None) -> str:
    return text.text if isinstance(text, RichText) else text or ""


def _is_error(attributes: Attributes, formula: str | None, shown: str) -> bool:
    """Older programs store an error as the number 0 under the words of the error."""
    if attributes.get(MORE_EXACT_TYPE) == "error":
        return True
    return formula is not None and ERROR_SHOWN.fullmatch(shown) is not None


def _result(attributes: Attributes, shown: Text | None) -> Payload | None:
    match attributes.get(VALUE_TYPE):
        case "float" | "percentage" | "currency":
            return _number(attributes.get(VALUE, ""))
        case "date":
            return iso_moment_from(attributes.get(DATE, ""))
        case "time":
            return _time(attributes.get(TIME, ""))
        case "boolean":
            return boolean_from(attributes.get(BOOLEAN, ""))
        case _:
            return shown or attributes.get(STRING) or None


def _number(raw: str) -> Payload | None:
    number = number_from(raw)
    return Fault(raw) if number is None else number


def _time(raw: str) -> Payload:
    parts = DURATION.fullmatch(raw)
    if parts is None:
        return Fault(raw)
    hours, minutes, seconds = (int(part) for part in parts.groups())
    span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    moment = moment_from(span.total_seconds() / SECONDS_A_DAY, from_1904=False)
    return Fault(raw) if moment is None else moment


def format_shown(attributes: Attributes, payload: Payload, shown: Text | None) -> NumberFormat:
    """Whether its shown text says another number, and the zeros that it is padded with there; per
    cent by its type."""
    if isinstance(payload, bool) or not isinstance(payload, int | float):
        return GENERAL
    if attributes.get(VALUE_TYPE) == "percentage":
        return PERCENTAGE
    if shown == attributes.get(VALUE):
        return GENERAL
    if shown is not None and says_another(_plain(shown), Decimal(repr(payload))):
        return ANOTHER
    parts = SHOWN_NUMBER.fullmatch(_plain(shown))
    if parts is None or not _is_same(_plain(shown), payload):
        return GENERAL
    whole = len(parts[1]) if parts[1].startswith("0") else 0
    return padded(whole, len(parts[2] or ""))


def _is_same(shown: str, number: int | float) -> bool:
    try:
        return Decimal(shown.replace(",", ".")) == Decimal(repr(number))
    except InvalidOperation:
        return False
