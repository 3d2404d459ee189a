"""LibreOffice's settings for one conversion, in a profile that is thrown away.

With a profile of its own it never meets the LibreOffice that somebody has open. The settings are
in the profile, not on the command line, because older versions take none there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_COMMON: Final = "/org.openoffice.Office.Common"
_PDF: Final = f"{_COMMON}/Filter/PDF/Export"
_SECURITY: Final = f"{_COMMON}/Security/Scripting"

# (where, name, value)
_SETTINGS: Final = (
    # Remarks of drafts are for Word: no notes on the page, in its margin or behind it.
    (_PDF, "ExportNotes", "false"),
    (_PDF, "ExportNotesInMargin", "false"),
    (_PDF, "ExportNotesPages", "false"),
    # A paper that is sent must look the same everywhere and hold nothing that does something.
    (_PDF, "EmbedStandardFonts", "true"),
    (_PDF, "ExportFormFields", "false"),
    (_PDF, "IsAddStream", "false"),
    (_PDF, "UseTaggedPDF", "true"),
    # A template may come from anybody: nothing in it runs, and nothing is fetched for it.
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments",
     "AutoCheckEnabled", "false"),
    (f"{_COMMON}/Misc", "FirstRun", "false"),
)  # fmt: skip


def lay_profile(folder: Path) -> None:
    """The profile as LibreOffice expects it on its first start."""
    place = folder / "user"
    place.mkdir(parents=True)
    place.joinpath("registrymodifications.xcu").write_text(_registry(), encoding="utf-8")


def _registry() -> str:
    items = "".join(_item(*setting) for setting in _SETTINGS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items'
        ' xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n{items}</oor:items>\n'
    )


def _item(where: str, name: str, value: str) -> str:
    return (
        f'<item oor:path="{where}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
    )
