"""The only writer of the output folder: each document is whole, old or new, at every moment.

How a set of documents gets there:

1. One run at a time: an operating system's lock on `.akmplan.qulf` (`lock`).
2. The set is staged in `.yangi/`, synced, and closed by a list of names and checksums (`stage`).
3. Each target is replaced by its staged file (`placing`); one that stands open elsewhere is saved
   beside it as `NAME (yangi).docx`.
4. A full build removes what is no longer built and still as it was written (`removing`).
5. `.akmplan.json` names what the last full build wrote. Bytes of ours that it does not name are
   in `.akmplan-boshqa.json` (`memory`).
6. The stage is removed, its list first.

A run that dies before 2 is complete has touched no document. One that dies later leaves a complete
stage, and the next run does 3 to 6 again, each step of which can be done twice.
"""

from akmplan.output.additions import Addition, add_file
from akmplan.output.documents import CannotWrite, Document, Outcome, Reason
from akmplan.output.publishing import publish, refuse_unwritable

__all__ = [
    "Addition",
    "CannotWrite",
    "Document",
    "Outcome",
    "Reason",
    "add_file",
    "publish",
    "refuse_unwritable",
]
