"""The page's template: its tags compiled once, then filled with a view."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from jinja2 import Template, TemplateSyntaxError

from akmplan.documents.overview.views import PageView
from akmplan.documents.templates.complaints import complaint, excerpt, line_of, text_at
from akmplan.documents.templates.template_folder import TemplateFault
from akmplan.documents.templates.template_tools import Tools
from akmplan.messages import say
from akmplan.office.characters import printable


@dataclass(frozen=True, slots=True)
class PageTemplate:
    """A template ready to be filled. `file` names it in messages."""

    file: str
    source: str
    program: Template

    def filled(self, view: PageView) -> bytes:
        """The page. Raises TemplateFault."""
        try:
            page = self.program.render({one.name: getattr(view, one.name) for one in fields(view)})
        except Exception as fault:  # staff may write any expression, so anything may be raised
            line = line_of(fault.__traceback__)
            raise TemplateFault(
                self.file, complaint(fault), excerpt(text_at(self.source, line))
            ) from fault
        return printable(page).encode()


@lru_cache(maxsize=4)
def page_template(file: str, content: bytes) -> PageTemplate:
    """The template compiled. Raises TemplateFault."""
    try:
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise TemplateFault(file, say("it cannot be opened ({fault})", fault=fault)) from fault
    tools = Tools()
    tools.trim_blocks = tools.lstrip_blocks = True
    try:
        return PageTemplate(file, source, tools.program(source))
    except TemplateSyntaxError as fault:
        raise TemplateFault(
            file, complaint(fault), excerpt(text_at(source, fault.lineno))
        ) from fault
