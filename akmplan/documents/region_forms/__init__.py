"""Forms handed down by the region: filled from the papers' figures, their look untouched."""

from akmplan.documents.region_forms.forms import HandedDown, LookedOver, OpenedForms, open_forms
from akmplan.documents.region_forms.forms_of_papers import form_documents

__all__ = ["HandedDown", "LookedOver", "OpenedForms", "form_documents", "open_forms"]
