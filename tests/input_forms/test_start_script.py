"""The script for a double click on Windows."""

from __future__ import annotations

from akmplan.input_forms import START_SCRIPT_NAME, start_script


def lines() -> list[str]:
    return start_script().decode("ascii").split("\r\n")


def test_every_line_ends_as_cmd_needs_it() -> None:
    script = start_script()
    assert script.endswith(b"\r\n")
    assert script.count(b"\n") == script.count(b"\r\n")


def test_it_speaks_utf8_and_works_where_it_lies() -> None:
    assert lines()[:3] == ["@echo off", "chcp 65001 >nul", 'set "PYTHONUTF8=1"']
    assert any(line.startswith('cd /d "%~dp0"') for line in lines())


def test_it_never_calls_itself() -> None:
    """A bare `akmplan` would find the script before the program."""
    assert START_SCRIPT_NAME == "akmplan.cmd"
    commands = [line.strip() for line in lines()]
    assert [line for line in commands if line.startswith("akmplan")] == ["akmplan.exe build"]
    assert "where akmplan.exe >nul 2>nul" in commands
    assert "py -m akmplan build" in commands


def test_it_shows_the_papers_and_waits() -> None:
    text = "\n".join(lines())
    opened = text.index('if exist "%~dp0output\\" explorer "%~dp0output"')
    assert text.index("akmplan.exe build") < opened < text.index("pause >nul")
