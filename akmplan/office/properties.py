"""What a document says of itself beside its text: whose it is, and of when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final
from xml.sax.saxutils import escape

from akmplan.office.names import PACKAGE
from akmplan.office.namespaces import OFFICE
from akmplan.office.revision import DECLARATION, Revision

_CORE: Final = "docProps/core.xml"
_CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_APPLICATION: Final = "docProps/app.xml"
_APPLICATION_TYPE: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_APPLICATION_PROPERTIES: Final = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>akmplan</Application></Properties>'
).encode()


@dataclass(frozen=True, slots=True)
class About:
    """What the document's properties say."""

    title: str
    author: str
    day: date


def put_properties(revision: Revision, about: About) -> None:
    """They say only what is known, nothing of who made what the document was made of."""
    core = core_properties(about)
    revision.put(_CORE, core, _CORE_TYPE, PACKAGE, _CORE_RELATION)
    relation = f"{OFFICE}/extended-properties"
    revision.put(_APPLICATION, _APPLICATION_PROPERTIES, _APPLICATION_TYPE, PACKAGE, relation)


def core_properties(about: About) -> bytes:
    """The part that says what a document is, by whom and of when, the same for every program."""
    moment = f"{about.day.isoformat()}T00:00:00Z"
    typed = 'xsi:type="dcterms:W3CDTF"'
    title, author = escape(about.title), escape(about.author)
    return (
        f"{DECLARATION}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created {typed}>{moment}</dcterms:created>"
        f"<dcterms:modified {typed}>{moment}</dcterms:modified></cp:coreProperties>"
    ).encode()
