"""What an item owes, out of its own words.

A recipient is a body in the dative (-ga) that stands in one sentence or numbered line with a verb
of sending. Sentences end at a dot before a capital letter, at a semicolon, at a numbered line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from akmplan.model import Number, Obligation, Schedule, Span
from akmplan.words.recipients.enclosures import enclosures
from akmplan.words.recipients.mentions import JOINERS, Mention, mentions_in
from akmplan.words.schedule import read_frequency
from akmplan.words.units import counts_documents
from akmplan.words.wording import fold, one_line

_SENDING: Final = re.compile(
    r"\btaqdim (?:et(?:ish|ib|iladi|ilsin|adi|amiz)\w*|qil(?!ingan)\w*)\b"
    r"|\btopshir(?!ilgan|iq)\w*|\bxat(?:i|lar)? (?:kirit|bilan chiq)\w*"
    r"|\b(?:taklif|malumot)\w* kirit(?:ish|ib|iladi)\b|\byubor(?!ilgan)\w*|\bjonat(?!ilgan)\w*"
    r"|\b(?:malumot|hisobot)\w* ber(?:ish|ib|iladi)\w*|\byetkaz(?!ilgan)\w*"
    r"|\bpredstavit\b|\bnapravit\b|\bsdat\b|\botchitatsya\b"
)
_BREAK: Final = re.compile(
    r"\n\s*(?=\d{1,2}\s*[.)]|[-–—])|;\s|(?<=[^\W\d_])[.!?]\s+(?=[A-ZА-ЯЎҚҒҲ“\"])"
)
_LIST_MARK: Final = re.compile(r"^\s*(?:\d{1,2}\s*[.)]\s*|[-–—•]\s*)")
# "oylik" is how often a paper is due, or belongs to a name; where "har oyda" stands, that says it.
_ADJECTIVE: Final = re.compile(
    r"(?<!har )(?<!har yarim )\b(?:yarim )?(?:oylik|choraklik|yillik|kunlik|kundalik|haftalik)\b"
)
_IN_A_NAME: Final = re.compile(
    r"\b(?:oylik|kunlik|yillik) (?:ish haq\w*|maosh\w*)|\b(?:kundalik|kunlik|oylik|yillik)"
    r" (?:\w+ )?(?:daftar|jurnal)\w*"
)

_SPAN_BY_TIMES: Final = {12: Span.MONTH, 4: Span.QUARTER, 2: Span.HALF, 1: Span.YEAR}
_TIMES_BY_SPAN: Final = {span: times for times, span in _SPAN_BY_TIMES.items()}


def times_a_year(span: Span) -> int:
    """How often a year a paper of that span is owed; one of nine months, once."""
    return _TIMES_BY_SPAN.get(span, 1)


def read_obligations(
    texts: Iterable[str], unit: str, targets: Iterable[Number | None], schedule: Schedule
) -> tuple[Obligation, ...]:
    """What an item owes, out of its Nomi and mechanism. `targets`: the plan's numbers."""
    implied, own_words = _implied(unit, tuple(targets), schedule), tuple(texts)
    found: dict[Obligation, list[str]] = {}
    for sentence in _sentences(own_words):
        for mention, times in _sendings(sentence):
            span, body = _span_of(times) if times else implied, mention.body
            owed = Obligation(body.key, span, schedule.months, body.name)
            found.setdefault(owed, []).extend(enclosures(sentence, " ".join(own_words)))
    return tuple(
        replace(owed, encloses=tuple(dict.fromkeys(names))) for owed, names in found.items()
    )


def _span_of(times: int) -> Span:
    """No paper is owed more seldom than is asked for: of six times a year, each month's."""
    return _SPAN_BY_TIMES[min((one for one in _SPAN_BY_TIMES if one >= times), default=12)]


def _implied(unit: str, targets: tuple[Number | None, ...], schedule: Schedule) -> Span:
    if counts_documents(unit) and len(targets) == 1 and targets[0] in (12, 4, 2):
        return _SPAN_BY_TIMES[int(targets[0])]
    return Span.QUARTER if schedule.quarters else Span.YEAR


def _sentences(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for part in _BREAK.split(text):
            yield _LIST_MARK.sub("", one_line(part))


def _sendings(sentence: str) -> Iterator[tuple[Mention, int | None]]:
    """The bodies that the sentence sends something to, each with how often a year."""
    if not _SENDING.search(fold(sentence)):
        return
    mentions = mentions_in(sentence)
    shares = _shares(mentions.words_between) if len(mentions.groups) > 1 else ()
    common = [_frequency(sentence)] * len(mentions.groups)
    for group, times in zip(mentions.groups, shares or common, strict=True):
        for mention in group:
            yield mention, times


def _shares(words_between: Sequence[str]) -> Sequence[int | None]:
    """How often each of several recipients is sent something, where each has words of its own:
    right behind it, or before it; those that "va" joins share them. Nothing where one has none."""
    between = [_frequency(words) for words in words_between]
    before, behind = between[:-1], between[1:]
    either = [after or first for first, after in zip(before, behind, strict=True)]
    shared = [*behind]
    for at in reversed(range(len(shared) - 1)):
        if set(words_between[at + 1].split()) <= set(JOINERS):
            shared[at] = shared[at + 1]
    return next((one for one in (behind, before, either, shared) if all(one)), ())


def _frequency(text: str) -> int | None:
    plain = _IN_A_NAME.sub(" ", fold(text))
    return read_frequency(_ADJECTIVE.sub(" ", plain)) or read_frequency(plain)
