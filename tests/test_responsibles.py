"""Cells of Mas’ullar read to services and posts."""

from __future__ import annotations

import pytest

from akmplan.words.responsibles import USUAL_NAMES


@pytest.mark.parametrize(
    ("text", "keys", "everyone", "unknown"),
    [
        ("Axborot-bibliografiya xizmati", ["bibliografiya"], False, []),
        ("Fondlarni to‘ldirish, saqlash va ularga ishlov berish xizmati", ["fond"], False, []),
        ("Fond bo‘limi, Axborot bibliografiya", ["fond", "bibliografiya"], False, []),
        ("Абонемент бўлими", ["abonement"], False, []),
        ("Abonement bo‘limi va Fond bo‘limi", ["abonement", "fond"], False, []),
        (
            "Fondlarni to‘ldirish, saqlash va ularga ishlov berish xizmati va "
            "Axborot-bibliografiya xizmati",
            ["fond", "bibliografiya"],
            False,
            [],
        ),
        (
            "Axborot-bibliografiya xizmati hamda Fondlarni to‘ldirish, saqlash va ularga ishlov "
            "berish xizmati, AKM rahbari",
            ["bibliografiya", "fond", "direktor"],
            False,
            [],
        ),
        ("Abonement va yoshlar xizmati", ["abonement-va-yoshlar"], False, []),
        ("Karimova D., Fond bo‘limi", ["fond"], False, ["Karimova D."]),
        ("Direktor, Kadrlar bo‘yicha inspektor", ["direktor", "kadrlar"], False, []),
        ("AKM rahbari", ["direktor"], False, []),
        ("Barcha xizmatlar", [], True, []),
        ("Barcha xizmat rahbar va xodimlari", [], True, []),
        ("Chet el adabiyotlari xizmati", ["chet-el-adabiyotlari"], False, []),
        ("kimdir", [], False, ["kimdir"]),
    ],
)
def test_a_cell_of_masullar_is_read(
    text: str, keys: list[str], everyone: bool, unknown: list[str]
) -> None:
    read = USUAL_NAMES.responsible(text)
    assert [naming.service.key for naming in read.named] == keys
    assert read.everyone is everyone
    assert list(read.unknown) == unknown


def test_a_post_is_told_from_a_service() -> None:
    post, service = USUAL_NAMES.service("AKM rahbari"), USUAL_NAMES.service("Fond bo‘limi")
    assert post is not None
    assert post.post
    assert service is not None
    assert not service.post
