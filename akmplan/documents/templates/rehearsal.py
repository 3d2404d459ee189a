"""Templates tried out on made-up views, so that a broken one is named before anything is written.

A view is tried with everything in it, with nothing, and with its lists or its texts alone; of
rows every kind that a template may ask about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, Final, get_args, get_origin, get_type_hints

from akmplan.documents.all_reports import REPORTS
from akmplan.documents.templates.template_folder import TemplateFault, Templates
from akmplan.documents.templates.templated_report import TemplatedReport
from akmplan.documents.word.texts import Text

_WORDS: Final = "matn"


def faults(templates: Templates) -> tuple[TemplateFault, ...]:
    """What is wrong with the templates, one fault each."""
    reports = (one for one in REPORTS if isinstance(one, TemplatedReport))
    return tuple(fault for report in reports if (fault := _fault(templates, report)) is not None)


def _fault(templates: Templates, report: TemplatedReport) -> TemplateFault | None:
    try:
        found = templates.find(report.template)
        for view in _views(report.view):
            report.fill(found, view)
    except TemplateFault as fault:
        return fault
    return None


def _views(kind: type) -> Iterator[Any]:
    full, bare = _full(kind), _bare(kind)
    texts = [one.name for one in fields(kind) if isinstance(getattr(full, one.name), str)]
    yield from (full, bare)
    yield replace(full, **{name: getattr(bare, name) for name in texts})
    yield replace(bare, **{name: getattr(full, name) for name in texts})


def _full(kind: type) -> Any:
    """A view in which everything stands."""
    hints = get_type_hints(kind)
    return kind(**{one.name: _several(hints[one.name]) for one in fields(kind)})


def _several(kind: Any) -> Any:
    if kind in (str, Text):
        return kind(_WORDS)
    if get_origin(kind) is not tuple:
        return _full(kind)
    inner = get_args(kind)[0]
    return (inner(_WORDS), inner(_WORDS)) if inner in (str, Text) else tuple(_each_kind(inner))


def _each_kind(kind: type) -> Iterator[Any]:
    """The view full and bare, and once with each of its texts alone."""
    yield from (_full(kind), _bare(kind))
    hints = get_type_hints(kind)
    for name in (one.name for one in fields(kind) if hints[one.name] in (str, Text)):
        yield kind(**{**_bare_fields(kind), name: hints[name](_WORDS)})


def _bare(kind: type) -> Any:
    """A view in which nothing stands."""
    return kind(**_bare_fields(kind))


def _bare_fields(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {one.name: _nothing(hints[one.name]) for one in fields(kind)}


def _nothing(kind: Any) -> Any:
    if kind in (str, Text):
        return kind("")
    return () if get_origin(kind) is tuple else _bare(kind)
