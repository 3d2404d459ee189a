"""Where the Word templates lie, and what is said of one that is broken."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import akmplan
from akmplan.language import Message, joined, say

FOLDER: Final = "templates"


class TemplateFault(Exception):  # noqa: N818 — it reads as a sentence where it is raised
    """A template cannot be used. `complaint` says why, `excerpt` is the text around the place."""

    def __init__(self, file: str, complaint: Message, excerpt: str = "") -> None:
        super().__init__(f"{file}: {complaint.text} {excerpt}".rstrip())
        self.file = file
        self.complaint = complaint
        self.excerpt = excerpt

    @property
    def message(self) -> Message:
        """All of it in one sentence or three."""
        named = say("The template {file} cannot be used.", file=self.file)
        near = say("It stands here: {excerpt}", excerpt=self.excerpt) if self.excerpt else None
        return joined(named, self.complaint, near)


@dataclass(frozen=True, slots=True)
class Templates:
    """The folders in which a template is looked for, the first that has it wins."""

    folders: tuple[Traversable, ...]

    def find(self, name: str) -> tuple[str, bytes]:
        """The template's name for messages, and its bytes. Raises TemplateFault."""
        found = next((one for one in self._candidates(name) if one.is_file()), None)
        if found is None:
            raise TemplateFault(name, say("It is in none of the folders of templates."))
        try:
            return str(found), found.read_bytes()
        except OSError as met:
            raise TemplateFault(str(found), say("It cannot be opened: {fault}", fault=met)) from met

    def _candidates(self, name: str) -> Iterator[Traversable]:
        return (folder / name for folder in self.folders)


def choose_templates(given: Path | None, working: Path) -> Templates:
    """Those of `given`, else of `templates/` where one works; a file missing there, as packaged.

    Raises TemplateFault where the given folder is none.
    """
    if given is not None and not given.is_dir():
        raise TemplateFault(str(given), say("There is no such folder."))
    chosen = given or working / FOLDER
    packaged = _packaged()
    return Templates((chosen, packaged) if chosen.is_dir() else (packaged,))


def _packaged() -> Traversable:
    """In an installed package they lie inside it, in a checkout beside it."""
    inside = importlib.resources.files("akmplan") / FOLDER
    return inside if inside.is_dir() else Path(akmplan.__file__).parent.parent / FOLDER
