"""Whether a command ended as every command has to, whatever lay in the folder."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.hostile.isolated import Ran
from tests.hostile.outputs import faults_of_outputs

MOST_SECONDS: Final = 10.0
MOST_MIB: Final = 256
LONGEST_SCREEN: Final = 120  # lines
WIDEST_LINE: Final = 200  # letters, on the average
OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # by terminals
ENDS: Final = frozenset((0, 1, 3))


def disorder_of(ran: Ran) -> Iterator[str]:
    """Signs of a command that did not end as it has to."""
    if ran.code < 0:
        yield f"killed by signal {-ran.code} after {ran.seconds:.1f} s: {ran.err}"
    for word in ("Traceback", "unforeseen"):
        if word in ran.out + ran.err:
            yield ran.err or ran.out
    if ran.seconds >= MOST_SECONDS:
        yield f"{ran.seconds:.1f} s"
    if ran.peak > MOST_MIB:
        yield f"{ran.peak} MiB"


def disorder_on_screen(ran: Ran) -> Iterator[str]:
    """The same of what people read: a screenful, and nothing that a terminal obeys."""
    yield from disorder_of(ran)
    if OBEYED.search(ran.out + ran.err):
        yield "letters that a terminal obeys"
    if len(ran.out.splitlines()) > LONGEST_SCREEN or len(ran.out) > LONGEST_SCREEN * WIDEST_LINE:
        yield f"a screen of {len(ran.out.splitlines())} lines, {len(ran.out)} letters"


def disorder_in_accounts(checked: Ran) -> Iterator[str]:
    """Sheets some of whose cells are neither used nor set aside."""
    for one in json.loads(checked.out)["inputs"]:
        for sheet in one["sheets"]:
            if sheet["cells"] != sheet["used"] + len(sheet["set_aside"]):
                yield f"{one['file']}, {sheet['name']}: cells lost"


def disorder_of_both(built: Ran, checked: Ran, output: Path) -> Iterator[str]:
    """All that may be wrong with a build, and a check of the same folder."""
    yield from disorder_on_screen(built)
    yield from disorder_of(checked)
    if built.code != checked.code or built.code not in ENDS:
        yield f"build ends with {built.code}, check with {checked.code}: {built.err}{checked.err}"
    elif checked.code >= 0:
        yield from disorder_in_accounts(checked)
    yield from faults_of_outputs(output)
