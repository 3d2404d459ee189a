"""The elements of the parts of an .xlsx file, by their full names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from akmplan.office.namespaces import MAIN

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATION_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
Call = TypeVar("Call")


def in_main(calls: Mapping[str, Call]) -> dict[str, Call]:
    """The same calls under the full names of elements of the main namespace."""
    return {f"{MAIN} {local}": call for local, call in calls.items()}
