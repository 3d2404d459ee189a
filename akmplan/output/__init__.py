"""The only writer of the output folder: each document is whole, old or new, at every moment.

How a set of documents gets there:

1. One run at a time: an operating system's lock on `.akmplan.qulf`, which others wait for (`lock`).
2. The set is staged in `.yangi/`, synced, and closed by a list of names and checksums (`stage`).
3. Each target that is ours is replaced by its staged file; what somebody changed by hand, or holds
   open, stays, and the new bytes are saved beside it as `NAME (yangi).docx` (`placing`).
4. Of a batch that is built whole, as a year, what is no longer built and still as it was written
   is removed, unless the batch is to remove nothing (`removing`).
5. `.akmplan.json` lists by batch what was last built. Bytes of ours that it does not name are in
   `.akmplan-boshqa.json` (`memory`).
6. The stage is removed, its list first.

A run that dies before 2 is complete has touched no document. One that dies later leaves a complete
stage, and the next run does 3 to 6 again, each step of which can be done twice.
"""

from akmplan.output.additions import Addition, add_file
from akmplan.output.document import Batch, CannotWrite, Document, Outcome, Reason
from akmplan.output.outlook import Outlook
from akmplan.output.publication import OutputFolder, output_folder, publish, refuse_unwritable

__all__ = [
    "Addition",
    "Batch",
    "CannotWrite",
    "Document",
    "Outcome",
    "Outlook",
    "OutputFolder",
    "Reason",
    "add_file",
    "output_folder",
    "publish",
    "refuse_unwritable",
]
