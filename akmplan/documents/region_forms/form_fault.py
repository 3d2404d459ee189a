"""What is wrong with a form, at its file, sheet and cell."""

from __future__ import annotations

from akmplan.documents.templates.template_folder import TemplateFault
from akmplan.messages import Message, say
from akmplan.model import Place


class FormFault(TemplateFault):
    """A form cannot be filled as it is. `complaint` is a sentence that says what to do."""

    def __init__(self, place: Place, complaint: Message) -> None:
        super().__init__(place.file, complaint)
        self.place = place

    @property
    def message(self) -> Message:
        """Which form, where in it, and what to do."""
        parts = (self.place.sheet, self.place.cell)
        where = tuple(part for part in parts if part is not None)
        if not where:
            return say("Form “{file}”: {detail}", file=self.place.file, detail=self.complaint)
        return say(
            "Form “{file}” ({where}): {detail}",
            file=self.place.file,
            where=where,
            detail=self.complaint,
        )
