"""The namespaces of the parts of an .xlsx file."""

from __future__ import annotations

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATION_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_BEFORE_LOCAL = f"{MAIN} "


def local_name(element: str) -> str:
    """The bare name of an element of the main namespace; others keep their namespace."""
    return element.removeprefix(_BEFORE_LOCAL)
