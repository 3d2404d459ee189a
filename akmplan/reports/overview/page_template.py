"""The page's template: its tags compiled once, then filled with a view."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from types import TracebackType
from typing import Final

from jinja2 import Template, TemplateSyntaxError

from akmplan.language import say
from akmplan.reports.overview.views import PageView
from akmplan.reports.template_tools import Tools, complaint
from akmplan.reports.templates import TemplateFault
from akmplan.reports.texts import printable

_LONGEST_EXCERPT: Final = 120


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
        except Exception as met:  # staff may write any expression, so anything may be raised
            line = _line_of(met.__traceback__)
            raise TemplateFault(self.file, complaint(met), _excerpt(self.source, line)) from met
        return printable(page).encode()


@lru_cache(maxsize=4)
def page_template(file: str, content: bytes) -> PageTemplate:
    """The template compiled. Raises TemplateFault."""
    try:
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError as met:
        raise TemplateFault(file, say("it cannot be opened ({fault})", fault=met)) from met
    tools = Tools()
    tools.trim_blocks = tools.lstrip_blocks = True
    try:
        return PageTemplate(file, source, tools.from_string(source))
    except TemplateSyntaxError as met:
        raise TemplateFault(file, complaint(met), _excerpt(source, met.lineno)) from met


def _line_of(trace: TracebackType | None) -> int | None:
    """The line of the template on which it stopped."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _excerpt(source: str, line: int | None) -> str:
    """The template's text at that line."""
    if line is None:
        return ""
    seen = " ".join(source.split("\n")[line - 1].split())
    return seen if len(seen) <= _LONGEST_EXCERPT else f"{seen[:_LONGEST_EXCERPT]}…"
