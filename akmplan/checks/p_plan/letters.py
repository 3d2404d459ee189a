"""The rule on letters: apostrophes of two kinds, and words that mix two alphabets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akmplan.findings import Case, Found, Hit
from akmplan.messages import say
from akmplan.model import Cell, Place, Plan
from akmplan.words.wording import APOSTROPHES, strangers, with_latin_looks

_SIGN = re.compile(rf"(?<=[^\W\d_])([{APOSTROPHES}])(?=[^\W\d_])")
_AFTER_O_OR_G = frozenset("oOgGоО")
_RIGHT = {True: "‘ʻ", False: "’ʼ"}  # where as many cells have the one as the other
_WORD_AROUND = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Sign:
    """One apostrophe between letters: the word's cell and place, and which kind it should be."""

    cell: Cell
    at: int
    after_o_or_g: bool
    mark: str


def letters_differ(case: Case) -> Iterator[Hit]:
    """Mixed apostrophes and look-alike letters make one word two for every search and sum.
    Judged apart for o‘/g‘ and for the tutuq; what most of the sheet has is right."""
    plan = case.year.plan
    if plan is None:
        return
    wrong = sorted(_wrong_words(plan), key=lambda one: (one[0].row, one[0].column))
    once = list({cell.place: (cell, word, right) for cell, word, right in reversed(wrong)}.values())
    once.sort(key=lambda one: (one[0].row, one[0].column))
    if not once:
        return
    cell, word, right = once[0]
    message = say(
        "“{word}” is typed with other letters or signs than the rest of the sheet (“{right}”); "
        "cells with such words: {count}. Correct them with Find and Replace.",
        word=word,
        right=right or "?",
        count=len(once),
    )
    also: list[tuple[Place, Found]] = [(other.place, typed) for other, typed, _ in once[1:]]
    item = next((item.code for item in plan.items if item.cells.number.row == cell.row), None)
    yield Hit(cell.place, message, item, found=word, expected=right, also=tuple(also))


def _wrong_words(plan: Plan) -> Iterable[tuple[Cell, str, str | None]]:
    signs = [sign for cell in plan.texts for sign in _signs(cell)]
    for after_o_or_g in (True, False):
        kind = [sign for sign in signs if sign.after_o_or_g is after_o_or_g]
        if kind:
            counts = Counter(sign.mark for sign in kind)
            usual = max(counts, key=lambda mark: (counts[mark], mark in _RIGHT[after_o_or_g]))
            for sign in kind:
                if sign.mark != usual:
                    yield sign.cell, *_words_of(sign, usual)
    for cell in plan.texts:
        for word in strangers(cell.text):
            yield cell, word, with_latin_looks(word)


def _signs(cell: Cell) -> Iterable[_Sign]:
    for match in _SIGN.finditer(cell.text):
        before = cell.text[match.start() - 1]
        yield _Sign(cell, match.start(), before in _AFTER_O_OR_G, match[1])


def _words_of(sign: _Sign, usual: str) -> tuple[str, str]:
    """The word as typed, and with the sign that the rest of the sheet has."""
    text = sign.cell.text
    around = next(it for it in _WORD_AROUND.finditer(text) if it.start() <= sign.at < it.end())
    right = text[around.start() : sign.at] + usual + text[sign.at + 1 : around.end()]
    return around[0], right
