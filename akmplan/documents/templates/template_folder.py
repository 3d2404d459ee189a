"""Where the templates lie, and what is said of one that is broken."""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from akmplan.messages import Message, say
from akmplan.papers_owed import FORM_ENDING

FOLDER: Final = "templates"
_OTHER_ENDINGS: Final = (".xls", ".xlsm", ".xlsb", ".xltx", ".xltm", ".ods")


class TemplateFault(Exception):  # noqa: N818 — it reads as a sentence where it is raised
    """A template cannot be used. `complaint` says why, `excerpt` is the text around the place."""

    def __init__(self, file: str, complaint: Message, excerpt: str = "") -> None:
        super().__init__(f"{file}: {complaint.text} {complaint.values} {excerpt}".rstrip())
        self.file = file
        self.complaint = complaint
        self.excerpt = excerpt

    @property
    def message(self) -> Message:
        """Which template, what is wrong with it, where, and what to do."""
        detail: Message = self.complaint
        if self.excerpt:
            detail = say("{fault}; it stands here: {excerpt}", fault=detail, excerpt=self.excerpt)
        return say(
            "The template “{file}” cannot be used: {detail}. Correct it, or delete it to use the "
            "built-in one.",
            file=self.file,
            detail=detail,
        )


@dataclass(frozen=True, slots=True)
class Templates:
    """The folders in which a template is looked for: the first that has it."""

    folders: tuple[Traversable, ...]

    def find(self, name: str) -> tuple[str, bytes]:
        """The template's name for messages, and its bytes. Raises TemplateFault."""
        found = next(
            (traversable for traversable in self._candidates(name) if traversable.is_file()), None
        )
        if found is None:
            raise TemplateFault(name, say("it is missing"))
        try:
            return str(found), found.read_bytes()
        except OSError as fault:
            cannot = say("it cannot be opened ({fault})", fault=fault.strerror or fault)
            raise TemplateFault(str(found), cannot) from fault

    def forms(self) -> tuple[str, ...]:
        """The workbooks that are forms to be filled, by name."""
        return tuple(name for name in self._workbooks() if name.lower().endswith(FORM_ENDING))

    def other_workbooks(self) -> tuple[str, ...]:
        """Workbooks of kinds that cannot be filled."""
        return tuple(name for name in self._workbooks() if name.lower().endswith(_OTHER_ENDINGS))

    def _workbooks(self) -> Iterator[str]:
        names = {name for folder in self.folders for name in _names_in(folder)}
        return (name for name in sorted(names) if not name.startswith((".", "~$")))

    def _candidates(self, name: str) -> Iterator[Traversable]:
        return (folder / name for folder in self.folders)


def _names_in(folder: Traversable) -> list[str]:
    try:
        return [entry.name for entry in folder.iterdir() if entry.is_file()]
    except OSError:  # there is none, or nobody may look into it: `find` says so of what it misses
        return []


def choose_templates(given: Path | None, working: Path) -> Templates:
    """Those of `given`, else of `templates/` where one works; a file missing there, as packaged."""
    chosen = given or working / FOLDER
    return Templates((chosen, _packaged()))


def _packaged() -> Traversable:
    """In an installed package they lie inside it, in a checkout beside it."""
    package = importlib.resources.files("akmplan")
    inside = package / FOLDER
    return inside if inside.is_dir() else Path(str(package)).parent / FOLDER
