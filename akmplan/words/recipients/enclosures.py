"""What goes with a paper beside its table, out of the sentence that promises the paper.

It is a list, or the results of a test: a person makes it and adds it by hand. It is named as the
plan names it; where the plan does not say of what it is, nobody can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from akmplan.words.recipients.mentions import JOINERS, mentions_in
from akmplan.words.wording import fold

_LIST: Final = re.compile(r"roy[xh]at(?:lar)?i?(?:ni)?")
_RESULTS: Final = re.compile(r"natija(?:si|lar|lari)?(?:ni)?")
_TESTS: Final = re.compile(r"(?:test|sinov|sorovnoma|anketa)(?:lar)?i?")
# What papers call some of them, by words of the item.
_USUAL: Final = (
    (
        _LIST,
        "malakasini oshirish",
        "malakasini oshirishi lozim bo‘lgan mutaxassislar ro‘yxati",
    ),
    (
        _RESULTS,
        "manfaatlar toqnashuvi",
        "manfaatlar to‘qnashuvi bo‘yicha o‘tkazilgan test natijalari",
    ),
)
_OBJECT: Final = re.compile(r"\w{2,}ni")
_DEED: Final = re.compile(r"\w{2,}(?:ish|lash|ib|lab)")
_TIME: Final = re.compile(
    r"har|(?:oy|chorak|yil|yillik|hafta)da|(?:oy|chorak|yil)(?:ning)?|yarim|marta|marotaba"
    r"|davomida|yakunida|oxirida"
)
_ONLY_ABOUT_IT: Final = ("boyicha", "haqida", "togrisida", "yuzasidan")
_PAUSE: Final = ",;:.)"
_ACCUSATIVE: Final = re.compile(r"(?:ni|ни)$", re.IGNORECASE)


def enclosures(sentence: str, item: str) -> tuple[str, ...]:
    """The names of what the sentence sends along, as they run within a sentence. `item`: all words
    of the item."""
    words = [word for word in sentence.split() if fold(word)]
    folded = [fold(word) for word in words]
    names: dict[str, None] = {}
    for head in _heads(folded):
        usual = _usual_name(folded[head], fold(item))
        name = usual or _own_name(words, folded, head, _earliest(sentence, head))
        if name:
            names[name] = None
    return tuple(names)


def _heads(folded: Sequence[str]) -> Iterator[int]:
    """The words for a list or for results that are sent, by their number."""
    for at, word in enumerate(folded):
        is_of_a_test = at > 0 and bool(_TESTS.fullmatch(folded[at - 1]))
        is_head = _LIST.fullmatch(word) or (_RESULTS.fullmatch(word) and is_of_a_test)
        if is_head and _is_sent(word, folded[at + 1 :]):
            yield at


def _is_sent(head: str, behind: Sequence[str]) -> bool:
    """Not where it is but kept and something else is sent, or where the paper is about it."""
    follows = behind[0] if behind else ""
    if _OBJECT.fullmatch(head):
        return follows in JOINERS or not any(_OBJECT.fullmatch(word) for word in behind)
    if follows == "asosida":  # a letter "on the ground of a list" comes with the list
        return any(word.startswith("xat") for word in behind[1:3])
    return follows not in _ONLY_ABOUT_IT


def _usual_name(head: str, item: str) -> str | None:
    usual = (name for kind, about, name in _USUAL if kind.fullmatch(head) and about in item)
    return next(usual, None)


def _earliest(sentence: str, head: int) -> int:
    """The first word that can be of the name: behind the body to which it is sent."""
    ends = (group[-1].end for group in mentions_in(sentence).groups)
    return max((end for end in ends if end <= head), default=0)


def _own_name(words: Sequence[str], folded: Sequence[str], head: int, earliest: int) -> str | None:
    begin = head
    while begin > earliest and not _parts(words, folded, begin - 1):
        begin -= 1
    if begin == head:
        return None
    return " ".join((*words[begin:head], _ACCUSATIVE.sub("", words[head].rstrip(_PAUSE))))


def _parts(words: Sequence[str], folded: Sequence[str], at: int) -> bool:
    """Whether a word stands before the name: of a time, of another deed or thing."""
    if words[at][-1] in _PAUSE or _TIME.fullmatch(folded[at]):
        return True
    before = folded[at - 1] if at else ""
    if folded[at] in JOINERS:
        return bool(_DEED.fullmatch(before) or _OBJECT.fullmatch(before))
    return bool(re.fullmatch(r"\w{2,}(?:ib|lab)", folded[at]))
