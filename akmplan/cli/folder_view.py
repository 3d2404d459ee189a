"""What a build did with the documents of the folder: what is not replaced, kept, removed."""

from __future__ import annotations

from akmplan.cli.shortlist import name_some
from akmplan.cli.speech import Speech
from akmplan.documents import is_findings_workbook
from akmplan.jobs.build import Built
from akmplan.messages import say
from akmplan.output import Outcome


def show_folder(speech: Speech, built: Built, outcome: Outcome) -> None:
    """The first few of each kind; the page has them all."""
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
            "new and delete the new one; or delete the old one, and the new one takes its place:"
        ),
        [name for name in outcome.beside if name not in dict(outcome.open).values()],
    )
    _show_findings_filled_in(speech, outcome)
    name_some(
        speech,
        say("Removed, because the sheet Hisobotlar does not name them:"),
        built.superfluous,
    )
    name_some(
        speech,
        say("Removed, because they are no longer built:"),
        [name for name in outcome.removed if name not in {*built.superfluous, *built.renamed}],
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
