"""Elements put where the markup of workbooks wants them: in any other place they are damage."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from akmplan.office.namespaces import MAIN


def child_after(parent: etree._Element, name: str, before: Sequence[str]) -> etree._Element:
    """The child of that name; where there is none, a new one behind those that come before it."""
    tag = f"{{{MAIN}}}{name}"
    found = parent.find(tag)
    if found is not None:
        return found
    earlier = {f"{{{MAIN}}}{one}" for one in before}
    at = max((index for index, one in enumerate(parent, 1) if one.tag in earlier), default=0)
    made = etree.SubElement(parent, tag)
    parent.insert(at, made)
    return made
