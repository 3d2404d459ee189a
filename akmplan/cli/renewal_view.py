"""A renewed monthly workbook on the terminal: what it has gained, and what it could not take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from akmplan.cli.speech import Speech
from akmplan.input_forms import UNIT, Changed, Entry, Line, Moved, Renewal, Why
from akmplan.messages import Message, quoted, quoted_whole, say
from akmplan.model import grouped

_LONGEST_NAME = 60
_WHY = {
    Why.NOT_IN_PLAN: say("the plan has no such item"),
    Why.OTHER_SERVICE: say("the plan gives the item to others"),
    Why.OTHER_NAME: say("the plan has another item under this №"),
    Why.TWICE: say("the row stands twice"),
    Why.NO_PLACE: say("the new sheet has no such place"),
    Why.NO_VALUE: say("an error, or a formula without a result"),
    Why.STRUCK: say("struck out"),
    Why.FORMULA: say("a formula; its result was carried over"),
    Why.SHOWN: say("its format showed another number; carried over as it was shown"),
}


def show_renewal(speech: Speech, renewal: Renewal) -> None:
    """Why there is a new workbook, what moved in it, and what stays in the old one."""
    _list(speech, say("Rows added:"), map(_named_line, renewal.gained))
    _list(speech, say("Taken from the plan:"), map(_change, renewal.changed))
    _list(speech, say("Rows that the plan does not have for it:"), _rows(renewal.gone))
    moved = (_move(speech, one) for one in renewal.moved)
    _list(speech, say("Figures that go on under another № or name; look at them:"), moved)
    heading = say("Not carried over: only the old workbook has it:")
    _list(speech, heading, _entries(speech, renewal.left))
    heading = say("Carried over; look at it:")
    _list(speech, heading, _entries(speech, renewal.doubtful))


def show_lacking(speech: Speech, lines: Sequence[Line]) -> None:
    """What a workbook that was left alone has no row for."""
    heading = say("The plan has these items, and they have no row there; add them by hand:")
    _list(speech, heading, map(_named_line, lines))


def _list(speech: Speech, heading: Message, lines: Iterable[str]) -> None:
    """All of them: what was carried nowhere must not be lost in "and more"."""
    listed = list(lines)
    if listed:
        speech.out(heading, indent=2)
    for line in listed:
        speech.out(line, indent=4)


def _named_line(line: Line) -> str:
    return _named(line.item.code, line.name)


def _rows(rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """Whole: a row of the service's own stands in no plan."""
    for number, name, unit, target in rows:
        planned = "; ".join(quoted_whole(text) for text in (unit, target) if text)
        yield f"{quoted(number)} “{quoted_whole(name)}”" + (f" ({planned})" if planned else "")


def _named(number: str, name: str) -> str:
    shown = quoted(name)
    cut = shown if len(shown) <= _LONGEST_NAME else f"{shown[:_LONGEST_NAME].rstrip()} …"
    return f"{quoted(number)} “{cut}”"


def _change(change: Changed) -> str:
    column = "O‘lchov birligi" if change.column == UNIT else "Yillik reja"
    new = quoted(change.new) if isinstance(change.new, str) else grouped(change.new)
    named = _named(change.item, change.name)
    return f"{named}: {column} {quoted(change.old) or '–'} → {new or '–'}"


def _move(speech: Speech, moved: Moved) -> str:
    cells = "; ".join(map(_cell, moved.figures)) or speech.text(say("no figures"))
    return f"{_named(moved.number, moved.name)} → {_named_line(moved.line)}: {cells}"


def _entries(speech: Speech, entries: Sequence[Entry]) -> Iterable[str]:
    """The cells of one row for one reason together."""
    rows: dict[tuple[str, str, Why], list[Entry]] = {}
    for entry in entries:
        rows.setdefault((entry.number, entry.name, entry.why), []).append(entry)
    for (number, name, why), own in rows.items():
        about = f"{_named(number, name)}: " if number else ""
        yield f"{about}{'; '.join(map(_cell, own))} ({speech.text(_WHY[why])})"


def _cell(entry: Entry) -> str:
    return f"{quoted(entry.place.sheet or '')}!{entry.place.cell} = {quoted_whole(entry.text)}"
