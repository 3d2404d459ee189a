"""PDFs of finished Word documents, made by LibreOffice: bytes in, bytes out.

1. LibreOffice is looked for (`office`). It is no library of ours: staff install it.
2. All documents lie in a throw-away folder under names of ours, and LibreOffice turns them into
   PDFs in one start, with settings of its own (`profile`) and watched (`conversion`).
3. Each PDF is opened again, judged, and rid of the clock (`sealing`).

What cannot be made is named with its trouble; the Word documents are written all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from akmplan.documents.pdf.printed import Printed, Trouble, is_word, pdf_name
from akmplan.output import Document

__all__ = ["Printed", "Trouble", "is_word", "pdf_name", "pdfs_of"]


def pdfs_of(documents: Sequence[Document]) -> Printed:
    """The Word documents among these as PDFs; that of a draft must say so."""
    from akmplan.documents.pdf.pdf_documents import printed  # the library that reads PDFs is heavy

    return printed(documents)
