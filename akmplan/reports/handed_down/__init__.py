"""Forms handed down by the region: filled from the papers' figures, their look untouched."""

from akmplan.reports.handed_down.documents import form_documents
from akmplan.reports.handed_down.looking_over import HandedDown, LookedOver, OpenedForms, open_forms

__all__ = ["HandedDown", "LookedOver", "OpenedForms", "form_documents", "open_forms"]
