"""A workbook made from nothing: the same options and properties whoever writes its sheets."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any, Final, TypeVar

from xlsxwriter import Workbook

from akmplan.office.archive import same_everywhere
from akmplan.office.characters import printable
from akmplan.office.properties import About

_OPTIONS: Final[dict[str, Any]] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LONGEST_AUTHOR: Final = 255
_Account = TypeVar("_Account")


def new_workbook(
    about: About, font: Mapping[str, Any], write: Callable[[Workbook], _Account]
) -> tuple[bytes, _Account]:
    """The workbook, and what `write` says that it wrote. `font`: that of cells without a look."""
    target = io.BytesIO()
    own = {**font}  # the library changes the one that it is given
    with Workbook(target, {**_OPTIONS, "default_format_properties": own}) as workbook:
        workbook.set_properties(_properties(about))
        account = write(workbook)
    return same_everywhere(target.getvalue()), account


def _properties(about: About) -> dict[str, object]:
    return {
        "title": about.title,
        "author": printable(about.author)[:_LONGEST_AUTHOR],
        "created": datetime.combine(about.day, time()),
    }
