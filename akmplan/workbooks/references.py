"""Coordinates as sheets spell them: `D12`, `A1:C3`."""

from __future__ import annotations

from functools import lru_cache

from akmplan.model.cells import Area

ROWS = 1_048_576
COLUMNS = 16_384
LONGEST = 10
Position = tuple[int, int]


def position_of(reference: str) -> Position:
    """`D12` -> `(12, 4)`; ValueError where it is no place on a sheet."""
    letters = reference.rstrip("0123456789")
    column = column_of(letters)
    return row_of(reference[len(letters) :]), column


def row_of(digits: str) -> int:
    """`12` -> 12; ValueError where it is no row."""
    if not (len(digits) <= LONGEST and digits.isascii() and digits.isdecimal()):
        raise ValueError(digits)
    row = int(digits)
    if not 1 <= row <= ROWS:
        raise ValueError(digits)
    return row


@lru_cache(maxsize=COLUMNS)
def column_of(letters: str) -> int:
    """`AB` -> 28; ValueError where it is no column."""
    column = 0
    for letter in letters:
        if not "A" <= letter <= "Z" or column > COLUMNS:
            raise ValueError(letters)
        column = column * 26 + ord(letter) - 64
    if not 1 <= column <= COLUMNS:
        raise ValueError(letters)
    return column


def area_of(reference: str) -> Area:
    """`A1:C3` -> its area; ValueError where it is none."""
    first, colon, last = reference.partition(":")
    top, left = position_of(first)
    bottom, right = position_of(last) if colon else (top, left)
    if bottom < top or right < left:
        raise ValueError(reference)
    return Area(top, left, bottom, right)
