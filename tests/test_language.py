"""The Uzbek catalogue is complete, keeps every place, and the compiled one is the current one."""

from __future__ import annotations

import ast
import string
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from akmplan.checks import ALL_RULES
from akmplan.messages import joined, render, say
from tests.catalogue import CATALOGUE, compile_into

PACKAGE = Path(__file__).parent.parent / "akmplan"


def sentences() -> set[str]:
    said = {rule.why.text for rule in ALL_RULES}
    for module in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
                assert isinstance(node.args[0], ast.Constant), f"{module}:{node.lineno}"
                said.add(str(node.args[0].value))
    return said


def translated() -> dict[str, str]:
    return texts_of(read_po(BytesIO(CATALOGUE.read_bytes()), locale="uz"))


def texts_of(catalogue: Catalog) -> dict[str, str]:
    """Singular and plural, where a sentence has both, on lines of their own."""
    return {lines(one.id): lines(one.string or "") for one in catalogue if one.id}


def lines(text: str | Sequence[str]) -> str:
    return text if isinstance(text, str) else "\n".join(text)


def test_every_sentence_has_its_uzbek() -> None:
    assert sentences() - set(translated()) == set()


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_place_of_a_sentence_stands_in_its_uzbek() -> None:
    uzbek = translated()
    wrong = [text for text in sentences() if not places(uzbek[text]) <= places(text)]
    assert wrong == []
    assert [text for text in sentences() if not uzbek[text]] == []


def test_the_compiled_catalogue_is_the_current_one() -> None:
    compiled = read_mo(BytesIO(CATALOGUE.with_suffix(".mo").read_bytes()))
    assert texts_of(compiled) == translated()


def test_the_documented_command_compiles_it(tmp_path: Path) -> None:
    target = tmp_path / "akmplan.mo"
    assert compile_into(target)
    assert texts_of(read_mo(BytesIO(target.read_bytes()))) == translated()
    assert not compile_into(target)


@pytest.mark.parametrize(("language", "text"), [("uz", "1\u00a0850 ta"), ("en", "× 1\u00a0850")])
def test_numbers_in_sentences_are_grouped(language: str, text: str) -> None:
    assert render(say("× {n}", n=1850), language) == text


def test_braces_of_a_cell_are_text() -> None:
    message = joined(say("{n} over", n="{x} {{ y }}"), None, say("{n} short", n=3))
    assert render(message, "en") == "{x} {{ y }} over 3 short"
