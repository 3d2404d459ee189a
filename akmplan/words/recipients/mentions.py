"""The bodies that a sentence names in the dative, with those that "va" or a comma joins to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from akmplan.words.recipients.bodies import AT_THE_END, IN_DATIVE, Body, body_of
from akmplan.words.wording import fold

JOINERS: Final = ("va", "hamda")
_PAUSE: Final = ",;:.)"
_QUOTES: Final = re.compile('["“”«»„]')
_PLACE: Final = re.compile(
    r"(?:viloyat|tuman|shahar|shahr|respublika)\w*$|(?:nomi|huzuri)dagi$|ibn$"
)
# What no name has in it: words in another case than the nominative, verbs, the papers sent.
_NO_NAME: Final = re.compile(
    r"\w{2,}(?:ni|ga|kka|qqa|dan|da|ning|ib|lab|gan|adi)$|har$|.*\d"
    r"|(?:hisobot|malumot|hujjat|jadval|xat|royxat|taklif|natija|reja)(?:lar)?(?:i|si)?$"
)
_DEED: Final = re.compile(r"\w{2,}(?:ish|lash)$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A body in a sentence, by the numbers of its first word and of the one behind it."""

    body: Body
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mentions:
    """The bodies of a sentence that stand in the dative, each in a group with those that are joined
    to it. `words_between`: what stands before the first group, between them, behind the last."""

    groups: tuple[tuple[Mention, ...], ...]
    words_between: tuple[str, ...]


def mentions_in(sentence: str) -> Mentions:
    """The bodies that something is sent to, in the sentence's order."""
    words = _Words([word for word in sentence.split() if fold(word)])
    groups = tuple(words.joined_to(mention) for mention in words.in_the_dative())
    ends = (0, *(group[-1].end for group in groups))
    starts = (*(group[0].start for group in groups), len(words.typed))
    between = (words.text(end, start) for end, start in zip(ends, starts, strict=True))
    return Mentions(groups, tuple(between))


class _Words:
    """A sentence's words as typed and folded; a word before a comma keeps one."""

    def __init__(self, typed: Sequence[str]) -> None:
        self.typed = typed
        self._folded = [f"{_QUOTES.sub('', fold(one))}{',' * (one[-1] in _PAUSE)}" for one in typed]

    def text(self, start: int, end: int) -> str:
        """The words from one to another."""
        return " ".join(self.typed[start:end])

    def in_the_dative(self) -> list[Mention]:
        """The bodies that something is sent to."""
        text = " ".join(self._folded)
        found: list[Mention] = []
        for key, pattern in IN_DATIVE:
            for match in pattern.finditer(text):
                first, end = (text.count(" ", 0, at) for at in (match.start(), match.end()))
                found.append(self._mention(key, first, end + 1))
            text = pattern.sub(lambda match: re.sub(r"\S", "_", match[0]), text)
        return sorted(found, key=lambda one: one.start)

    def joined_to(self, mention: Mention) -> tuple[Mention, ...]:
        """`Milliy kutubxonasi va viloyat AKMga`: the bodies before it share its ending."""
        before, found = mention.start, [mention]
        while before and (self._is_pause(before - 1) or self._folded[before - 1] in JOINERS):
            end = before - (self._folded[before - 1] in JOINERS)
            stem = AT_THE_END.search(" ".join(self._folded[:end]).rstrip(","))
            if not stem:
                break
            first = end - 1 - stem[0].count(" ")
            body = body_of(self.text(first, end))
            found.insert(0, self._mention(body.key if body and not body.name else None, first, end))
            before = found[0].start
        return tuple(found)

    def _mention(self, key: str | None, first: int, end: int) -> Mention:
        start = self._start_of_name(first)
        body = Body(key) if key else body_of(self.text(start, end).strip("()"))
        return Mention(body or Body(""), start, end)

    def _start_of_name(self, first: int) -> int:
        """Where the name of a body begins whose kind stands there: `Buxoro viloyati madaniyat` of
        `boshqarmasi`. It begins at a capital letter, else behind a comma or "va"."""
        capital = first
        while capital and self._may_be_in_a_name(capital - 1) and not self._is_capital(capital):
            capital -= 1
        if not self._is_capital(capital):
            return self._start_of_small_letters(first)
        while capital and self._goes_before(capital - 1):
            capital -= 1
        return capital

    def _start_of_small_letters(self, first: int) -> int:
        start = first
        while start and self._may_be_in_a_name(start - 1) and not self._parts(start - 1):
            start -= 1
        return start

    def _goes_before(self, at: int) -> bool:
        """`O‘zbekiston Respublikasi`, `Buxoro viloyati`, but not the sentence's own first word."""
        is_place = bool(_PLACE.match(self._folded[at]))
        is_subject = at == 0 and self._folded[at].endswith(("lar", "lari"))
        is_name = is_place or (self._is_capital(at) and not is_subject)
        return is_name and self._may_be_in_a_name(at) and not self._parts(at)

    def _may_be_in_a_name(self, at: int) -> bool:
        word = self._folded[at]
        is_body = AT_THE_END.search(" ".join(self._folded[max(at - 1, 0) : at + 1]).rstrip(","))
        return not (is_body or _NO_NAME.match(word.rstrip(",")) or self._is_a_deed_of_its_own(at))

    def _is_a_deed_of_its_own(self, at: int) -> bool:
        """`tayyorlash va`, but not `himoya qilish agentligi` or `Qurilish va uy-joy`."""
        is_deed = _DEED.match(self._folded[at].rstrip(",")) and not self._is_capital(at)
        return bool(is_deed) and any(map(self._parts, (at, at + 1)))

    def _parts(self, at: int) -> bool:
        return self._is_pause(at) or self._folded[at] in JOINERS

    def _is_pause(self, at: int) -> bool:
        return self._folded[at].endswith(",")

    def _is_capital(self, at: int) -> bool:
        return self.typed[at].lstrip('“"«„(')[:1].isupper()
