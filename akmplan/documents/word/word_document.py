"""A view and a template into a finished Word document, held against what it had to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, Final

from lxml import etree

from akmplan.documents.templates.template_folder import TemplateFault
from akmplan.documents.templates.word_template import WordTemplate, word_template
from akmplan.documents.word.texts import MARK, Marks, Remark, Text
from akmplan.documents.word.word_marks import MisplacedText, Printing
from akmplan.documents.word.word_repairs import mend
from akmplan.messages import say
from akmplan.office.characters import printable
from akmplan.office.comments import put_comments
from akmplan.office.proof import prove_document, shown_text
from akmplan.office.properties import About, put_properties
from akmplan.office.revision import serialised

_TRIAL: Final = About("Sinov", "Sinov", date(2000, 1, 1))


def rehearsed(found: tuple[str, bytes], view: Any) -> bytes:
    """A template filled on trial. Raises TemplateFault."""
    return word_document(word_template(*found), view, _TRIAL)


def word_document(
    template: WordTemplate, view: Any, about: About, remarks: Iterable[Remark] = ()
) -> bytes:
    """The finished document. `remarks`: those that must stand in it whatever the template prints.

    Raises TemplateFault.
    """
    marks = Marks()
    marked = marks.marked(view)
    trees = template.filled({one.name: getattr(marked, one.name) for one in fields(marked)})
    for tree in trees.values():
        mend(tree)
    meant = {name: _meant_text(tree, marks.texts) for name, tree in trees.items()}
    printing = Printing(marks.texts)
    _print(template, trees, printing, tuple(remarks))
    margin = [printable(remark.text) for remark in printing.remarks]
    revision = template.package.revised()
    for name, tree in trees.items():
        revision.write(name, serialised(tree))
    put_comments(revision, template.package.main, margin, about.day)
    put_properties(revision, about)
    content = revision.written()
    prove_document(content, meant, margin)
    return content


def _meant_text(marked: etree._Element, texts: Sequence[Text]) -> str:
    """What a reader has to see, out of a part that still holds its marks."""
    return MARK.sub(lambda mark: texts[int(mark[1])].printed, shown_text(marked))


def _print(
    template: WordTemplate,
    trees: Mapping[str, etree._Element],
    printing: Printing,
    remarks: tuple[Remark, ...],
) -> None:
    main = template.package.main
    try:
        for name, tree in trees.items():
            printing.print_on(tree, with_remarks=name == main)
    except MisplacedText as fault:
        raise TemplateFault(template.file, _MISPLACED) from fault
    printing.hang_on_beginning(trees[main], remarks)


_MISPLACED = say("a tag stands where no text can stand, as in a field or a picture's name")
