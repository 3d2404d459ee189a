"""The script that lies beside `input/` and starts a build by double click."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

START_SCRIPT_NAME: Final = "akmplan.cmd"


def start_script() -> bytes:
    """The script with the line ends that cmd.exe needs, however the package was checked out."""
    script = files("akmplan.input_forms").joinpath(START_SCRIPT_NAME).read_bytes()
    return b"\r\n".join(script.splitlines()) + b"\r\n"
