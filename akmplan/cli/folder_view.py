"""What a build did with the documents of the folder: what is not replaced, kept, removed."""

from __future__ import annotations

from collections.abc import Sequence

from akmplan.cli.some import name_some
from akmplan.cli.speech import Speech
from akmplan.language import say
from akmplan.output import Outcome


def show_folder(speech: Speech, outcome: Outcome, superfluous: Sequence[str]) -> None:
    """The first few of each kind; the page has them all."""
    name_some(
        speech,
        say("An earlier run was interrupted; the documents that it left were put in place first:"),
        outcome.finished_earlier,
    )
    for name, beside in outcome.open:
        if beside:
            speech.err(
                say(
                    "“{name}” is open in another program; saved as “{other}”.",
                    name=name,
                    other=beside,
                )
            )
    name_some(
        speech,
        say(
            "Changed by hand, so left as they are; the new ones lie beside them. Take over what is "
            "new, then delete the new one:"
        ),
        [name for name in outcome.beside if name not in dict(outcome.open).values()],
    )
    name_some(
        speech,
        say("Removed, because the sheet Hisobotlar does not name them:"),
        superfluous,
    )
    name_some(
        speech,
        say("Removed, because they are no longer built:"),
        [name for name in outcome.removed if name not in superfluous],
    )
    name_some(
        speech,
        say(
            "Not built this time, but not removed either, because not all could be read (see "
            "L101–L104):"
        ),
        outcome.withheld,
    )
    name_some(speech, say("No longer built, but changed by hand, so left alone:"), outcome.kept)
    name_some(
        speech,
        say("No longer built, but open in another program; the next run removes them:"),
        outcome.not_removed,
    )
