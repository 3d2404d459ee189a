"""What is said of PDFs: how many there are, which are not there, why, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from akmplan.cli.shortlist import name_some
from akmplan.cli.speech import Speech
from akmplan.documents.pdf import Printed, Trouble
from akmplan.messages import say

_TROUBLES = {
    Trouble.TOO_SLOW: say(
        "LibreOffice took too long and was stopped. These PDFs are not there; the Word documents "
        "are. Close other programs and run again:"
    ),
    Trouble.NOT_MADE: say(
        "LibreOffice did not make these PDFs; the Word documents are there. Run again; if that "
        "does not help, open the document in Word and save it there as a PDF:"
    ),
    Trouble.UNSOUND: say(
        "The PDFs that LibreOffice made here were damaged, or a draft did not say LOYIHA; they "
        "were thrown away. The Word documents are there. Look at these, and run again:"
    ),
}


def show_pdfs(speech: Speech, printed: Printed | None, outdated: Sequence[str]) -> None:
    if printed is not None:
        _show_printed(speech, printed)
    name_some(
        speech.aside(),
        say(
            "These PDFs are older than the Word documents beside them. Do not send them; run again "
            "with --pdf:"
        ),
        outdated,
    )


def _show_printed(speech: Speech, printed: Printed) -> None:
    if printed.missing_for(Trouble.NOT_FOUND):
        speech.err(
            say(
                "PDFs were not made: LibreOffice was not found on this computer. Install it (free, "
                "www.libreoffice.org) and run again, or open a document in Word and save it there "
                "as a PDF. All other documents are there."
            )
        )
    for trouble, heading in _TROUBLES.items():
        name_some(speech.aside(), heading, printed.missing_for(trouble))
    if printed.documents:
        speech.out(say("PDFs to be printed or sent: {n}.", n=len(printed.documents)))
