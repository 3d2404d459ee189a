"""A Word template that staff edit: its tags compiled once, then filled for every document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from jinja2 import Template, TemplateSyntaxError
from lxml import etree

from akmplan.language import Message, say
from akmplan.office.package import parsed
from akmplan.office.word import NotAWordDocument, Unfit, WordDocument
from akmplan.reports.template_complaints import complaint, excerpt, line_of, text_at
from akmplan.reports.template_tools import Tools
from akmplan.reports.templates import TemplateFault
from akmplan.reports.word_tags import with_plain_tags

_PARAGRAPH: Final = re.compile(r"<w:p([ >])")
_LINE_OF_PARAGRAPH: Final = re.compile(r"\n<w:p([ >])")
_MARKUP: Final = re.compile(r"<[^>]*>")
_NOT_PRINTED: Final = re.compile(  # marks of the sitting in which the template was saved
    r' w(?:14)?:(?:rsid\w*|paraId|textId)="[^"]*"|<w:lastRenderedPageBreak/>'
    r"|<w:(?:proofErr|commentRangeStart|commentRangeEnd|commentReference) [^>]*/>"
)


@dataclass(frozen=True, slots=True)
class Compiled:
    """One part of a template: its tags as a program, its text to quote from."""

    source: str
    program: Template


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template ready to be filled. `file` names it in messages."""

    file: str
    package: WordDocument
    compiled: Mapping[str, Compiled]

    def filled(self, context: Mapping[str, object]) -> dict[str, etree._Element]:
        """The parts that hold tags, filled, as trees. Raises TemplateFault."""
        return {
            name: self._tree(part, self._rendered(part, context))
            for name, part in self.compiled.items()
        }

    def _rendered(self, part: Compiled, context: Mapping[str, object]) -> str:
        try:
            return part.program.render(context)
        except Exception as met:  # staff may write any expression, so anything may be raised
            raise self._fault(part, met, line_of(met.__traceback__)) from met

    def _tree(self, part: Compiled, rendered: str) -> etree._Element:
        try:
            return parsed(_LINE_OF_PARAGRAPH.sub(r"<w:p\1", rendered))
        except etree.XMLSyntaxError as met:
            raise TemplateFault(self.file, _torn(met)) from met

    def _fault(self, part: Compiled, met: Exception, line: int | None) -> TemplateFault:
        return TemplateFault(self.file, complaint(met), _excerpt(part.source, line))


@lru_cache(maxsize=8)
def word_template(file: str, content: bytes) -> WordTemplate:
    """The template compiled. Raises TemplateFault."""
    try:
        package = WordDocument.read(content)
    except NotAWordDocument as met:
        raise TemplateFault(file, _NOT_WORD) from met
    except Unfit as met:
        raise TemplateFault(file, met.message) from met
    tools = Tools()
    parts = (package.main, *package.beside)
    compiled = {name: _compiled(file, package.parts[name], tools) for name in parts}
    return WordTemplate(file, package, compiled)


def _compiled(file: str, content: bytes, tools: Tools) -> Compiled:
    try:
        typed = etree.tostring(parsed(content), encoding="unicode")
    except etree.XMLSyntaxError as met:
        raise TemplateFault(file, _NOT_WORD) from met
    plain = with_plain_tags(_NOT_PRINTED.sub("", typed))
    source = _PARAGRAPH.sub(r"\n<w:p\1", plain)
    try:
        return Compiled(source, tools.program(source))
    except TemplateSyntaxError as met:
        raise TemplateFault(file, complaint(met), _excerpt(source, met.lineno)) from met


def _excerpt(source: str, line: int | None) -> str:
    """What a reader sees in the template at that line."""
    return excerpt(_MARKUP.sub(" ", text_at(source, line)))


def _torn(met: Exception) -> Message:
    return say(
        "its tags leave a damaged document: one of them probably begins in one cell or row and "
        "ends in another ({fault})",
        fault=met,
    )


_NOT_WORD: Final = say("it is not a Word document (.docx)")
