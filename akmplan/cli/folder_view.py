"""What a build did with the documents of the folder: what is not replaced, kept, removed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from akmplan.cli.shortlist import name_some
from akmplan.cli.speech import Speech
from akmplan.documents import is_findings_workbook
from akmplan.messages import Message, say
from akmplan.output import Outcome

_FINISHED = say(
    "An earlier run was interrupted; the documents that it left were put in place first:"
)
_OPEN = say("“{name}” is open in another program; saved as “{other}”.")
_EDITED = say(
    "Changed by hand, so left as they are; the new ones lie beside them. Take over what is "
    "new and delete the new one; or delete the old one, and the new one takes its place:"
)
_SUPERFLUOUS = say("Removed, because the sheet Hisobotlar does not name them:")
_REMOVED = say("Removed, because they are no longer built:")
_WITHHELD = say(
    "Not built this time, but not removed either, because not all could be read (see L101–L104):"
)
_KEPT = say("No longer built, but changed by hand, so left alone:")
_NOT_REMOVED = say("No longer built, but open in another program; the next run removes them:")


def show_folder(
    speech: Speech, outcome: Outcome, superfluous: Sequence[str], renamed: Collection[str] = ()
) -> None:
    """The first few of each kind; the page has them all."""
    name_some(speech, _FINISHED, outcome.finished_earlier)
    for name, beside in outcome.open:
        if beside:
            speech.err(Message(_OPEN.text, {"name": name, "other": beside}))
    held_open = dict(outcome.open).values()
    name_some(speech, _EDITED, [name for name in outcome.beside if name not in held_open])
    _show_findings_filled_in(speech, outcome)
    named = {*superfluous, *renamed}
    name_some(speech, _SUPERFLUOUS, superfluous)
    name_some(speech, _REMOVED, [name for name in outcome.removed if name not in named])
    name_some(speech, _WITHHELD, outcome.withheld)
    name_some(speech, _KEPT, outcome.kept)
    name_some(speech, _NOT_REMOVED, outcome.not_removed)


def _show_findings_filled_in(speech: Speech, outcome: Outcome) -> None:
    """Nobody writes into them but for this, and what is written there counts nowhere yet."""
    for name in (*dict(outcome.edited), *outcome.kept):
        if is_findings_workbook(name):
            speech.out(
                say(
                    "“{name}” was filled in by hand: put it into the input folder, and what you "
                    "wrote in Izoh counts as explanations.",
                    name=name,
                )
            )
