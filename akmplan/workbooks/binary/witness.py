"""Reads one foreign workbook in a process of its own, where a crash takes nobody else along.

Run as a script: the file's bytes come in on stdin, lines of JSON go out on stdout: first
`{"ready": true}`, by which it is known that it started, then one object a sheet, one list a row
(`[row, [[column, tag, value], …]]`), and `{"end": true}` when all is said.
It imports nothing of the package, so that it starts in a moment.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import sys
from io import BytesIO
from typing import IO, Any

import python_calamine

MOST_MERGES = 30_000  # more than the reader allows, so that the excess is seen


def limit_memory(extra: int) -> None:
    """Allows this process so many bytes more than it has; where that can be said at all."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        with open("/proc/self/statm") as pages:
            used = int(pages.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + extra, used + extra))


def tell(content: bytes, out: IO[str]) -> None:
    """Writes down all that stands in the workbook."""
    try:
        workbook = python_calamine.load_workbook(BytesIO(content))
    except python_calamine.PasswordError:
        _say(out, {"refused": "encrypted"})
        return
    for index, metadata in enumerate(workbook.sheets_metadata):
        if metadata.typ is not python_calamine.SheetTypeEnum.ChartSheet:
            _tell_sheet(workbook.get_sheet_by_index(index), index, metadata, out)
    _say(out, {"end": True})


def _tell_sheet(sheet: Any, index: int, metadata: Any, out: IO[str]) -> None:
    hidden = metadata.visible is not python_calamine.SheetVisibleEnum.Visible
    merged = (sheet.merged_cell_ranges or [])[:MOST_MERGES]
    _say(out, {"index": index, "sheet": metadata.name, "hidden": hidden, "merged": merged})
    # `iter_rows` keeps the blank rows above the first cell but not the blank columns beside it.
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        numbered = enumerate(values, start=1)
        cells = [[column, *_tagged(value)] for column, value in numbered if value != ""]
        if cells:
            _say(out, [row, cells])


def _tagged(value: Any) -> tuple[str, Any]:
    match value:
        case bool():
            return "boolean", value
        case str():
            return "text", value
        case datetime.datetime():
            return "instant", value.isoformat()
        case datetime.date():
            return "day", value.isoformat()
        case datetime.time():
            return "time", value.isoformat()
        case datetime.timedelta():
            return "span", value.total_seconds()
        case _:
            return "number", value


def _say(out: IO[str], words: object) -> None:
    out.write(json.dumps(words, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    _say(sys.stdout, {"ready": True})
    sys.stdout.flush()  # a crash takes along what was not written yet
    limit_memory(int(sys.argv[1]))
    tell(sys.stdin.buffer.read(), sys.stdout)
